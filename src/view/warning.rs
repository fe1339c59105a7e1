//! Warnings beside a claim's wording: whom it accuses, what a heading adds, what nobody reviewed.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::heard::committed;
use super::material::Material;
use super::parts::ids;
use super::phrase::Tongue;
use super::warning_of_words::{at_odds, own_word, readings, reflected};
use crate::analysis::{ClaimFigures, Figures, Support, vital_values};
use crate::model::{
    Act, Answer, Case, Claim, Document, Entity, EntityKind, Filler, Key, Ruling, Statement,
};

/// Roles that say who did it, by predicate; in any other predicate `by` does, but where to do it
/// is no charge.
const CHARGED: &[(&str, &[&str])] = &[
    ("accused", &["whom"]),
    ("coordinates", &["who", "with"]),
    ("traded", &["parties"]),
    ("demanded", &[]),
    ("appointed", &[]),
    ("dismissed", &[]),
    ("reinforced", &[]),
];

/// What a warning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WarningKind {
    /// It accuses a person whom the case does not show to be dead.
    AccusesPerson,
    /// It accuses a group.
    AccusesGroup,
    /// It is said as an accusation, of whom the case does not say in a form the program reads.
    Accuses,
    /// It has words only, and somebody is named in it whom the case does not show to be dead.
    Names,
    /// It touches a person whom it does not say did it: as the one a man was killed over, or whose men fought.
    Reflects,
    /// An outlet's own heading says more than its text, or another thing.
    Heading,
    /// A statement bears on it only as it is read here.
    Reading,
    /// Nobody has reviewed some of what it rests on.
    Unreviewed,
}

/// A warning in both languages, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WarningView {
    /// Of what kind.
    pub kind: WarningKind,
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
    /// Whom it is about.
    pub entities: Vec<String>,
    /// The statements it is about.
    pub statements: Vec<String>,
}

/// The warnings of a claim, by kind.
pub(super) fn warnings(material: &Material<'_>, key: Key<Claim>) -> Vec<WarningView> {
    let mut all = Vec::new();
    accusations(material, key, &mut all);
    reflected(material, key, &mut all);
    headings(material, key, &mut all);
    readings(material, key, &mut all);
    unreviewed(material, key, &mut all);
    all
}

/// Whom a claim says did something that can be held against them.
fn charged(case: &Case, claim: &Claim) -> BTreeSet<Key<Entity>> {
    let Some(proposition) = &claim.proposition else {
        return BTreeSet::new();
    };
    let id = case.predicates.id(proposition.predicate);
    let roles = CHARGED
        .iter()
        .find(|(predicate, _)| *predicate == id)
        .map_or(&["by"][..], |(_, roles)| roles);
    let predicate = &case.predicates[proposition.predicate];
    proposition
        .roles
        .iter()
        .filter(|filled| roles.contains(&predicate.roles[filled.role].id.as_ref()))
        .flat_map(|filled| &filled.fillers)
        .filter_map(|filler| match filler {
            Filler::Entity(entity) => Some(*entity),
            Filler::Value(_) | Filler::Text(_) => None,
        })
        .collect()
}

/// Whether the case shows a person to be dead: someone says so and nobody denies it, or the desk
/// took it to be so, the last time it ruled.
pub(super) fn shown_dead(material: &Material<'_>, person: Key<Entity>) -> bool {
    let case = material.case();
    let one = material.analysis.rulings.one_entity(person);
    let (mut affirmed, mut denied, mut ruled) = (false, false, None);
    for claim in material.graph.claims_about(person) {
        if !vital_values(&material.analysis, claim, one).contains(&true) {
            continue;
        }
        let figures = material.figures_of(claim);
        affirmed |= is_supported(case, &figures.affirms);
        denied |= committed(&figures.denies).next().is_some();
        ruled = ruled.max(figures.judgement.map(|key| (case.judgements[key].at, key)));
    }
    match ruled.map(|(_, key)| &case.judgements[key].ruling) {
        Some(Ruling::Settled { answer, .. }) => *answer == Answer::Yes,
        _ => affirmed && !denied,
    }
}

/// Whether somebody whom one could name or point at clearly says that it is so, and not that it will be.
fn is_supported(case: &Case, figures: &Figures) -> bool {
    let forecast = |key| case.statements[key].act == Act::Predict;
    let clear = committed(figures).any(|key| !figures.unclear.contains(&key) && !forecast(key));
    clear && figures.support != Support::None
}

fn accusations(material: &Material<'_>, key: Key<Claim>, all: &mut Vec<WarningView>) {
    let case = material.case();
    let claim = &case.claims[key];
    let charged = charged(case, claim);
    let of = |kind: EntityKind| -> Vec<Key<Entity>> {
        let mut found: Vec<_> = charged
            .iter()
            .copied()
            .filter(|e| case.entities[*e].kind == kind)
            .collect();
        found.sort_by_key(|e| case.entities.id(*e));
        found
    };
    let names = |t: Tongue, entities: &[Key<Entity>]| names(case, t, entities);
    let mut persons = of(EntityKind::Person);
    persons.retain(|person| !shown_dead(material, *person));
    if !persons.is_empty() {
        all.push(WarningView {
            kind: WarningKind::AccusesPerson,
            en: format!(
                "accuses {}, not shown to be dead in this case: even attributed, it can defame",
                names(Tongue::En, &persons)
            ),
            ar: format!(
                "فيه اتهام لمن لم تثبت وفاته في هذا الملف ({})، وقد يكون تشهيرًا وإن نُسب إلى قائله",
                names(Tongue::Ar, &persons)
            ),
            entities: ids(&case.entities, persons),
            statements: Vec::new(),
        });
    }
    let mut groups = of(EntityKind::Group);
    groups.retain(|group| !own_word(material, key, *group));
    if !groups.is_empty() {
        all.push(WarningView {
            kind: WarningKind::AccusesGroup,
            en: format!(
                "accuses {}: keep the attribution",
                names(Tongue::En, &groups)
            ),
            ar: format!("فيه اتهام ({}): لا يُحذف القائل", names(Tongue::Ar, &groups)),
            entities: ids(&case.entities, groups),
            statements: Vec::new(),
        });
    }
    let figures = material.figures_of(key);
    let accusing: Vec<Key<Statement>> = figures
        .affirms
        .statements
        .iter()
        .chain(&figures.reports.0)
        .copied()
        .filter(|s| case.statements[*s].act == Act::Accuse)
        .collect();
    if charged.is_empty() && !accusing.is_empty() {
        all.push(WarningView {
            kind: WarningKind::Accuses,
            en: "said as an accusation: see whom it names before it is printed".to_owned(),
            ar: "ورد على سبيل الاتهام: يُدقَّق في من يسمّيه قبل النشر".to_owned(),
            entities: Vec::new(),
            statements: ids(&case.statements, accusing),
        });
    }
    if claim.proposition.is_none() {
        named(material, figures, all);
    }
}

/// A claim of words only, whose statements name somebody who may live: nobody can be read off it as accused, so a reader
/// has to look.
fn named(material: &Material<'_>, figures: &ClaimFigures, all: &mut Vec<WarningView>) {
    let case = material.case();
    let saying = figures.affirms.statements.iter().chain(&figures.reports.0);
    let mut naming: Vec<Key<Statement>> = Vec::new();
    let mut persons: BTreeSet<Key<Entity>> = BTreeSet::new();
    for key in saying {
        let described = case.statements[*key].entities.iter().copied();
        let living: Vec<Key<Entity>> = described
            .filter(|entity| case.entities[*entity].kind == EntityKind::Person)
            .filter(|person| !shown_dead(material, *person))
            .collect();
        if !living.is_empty() {
            naming.push(*key);
            persons.extend(living);
        }
    }
    if persons.is_empty() {
        return;
    }
    let mut persons: Vec<Key<Entity>> = persons.into_iter().collect();
    persons.sort_by_key(|person| case.entities.id(*person));
    all.push(WarningView {
        kind: WarningKind::Names,
        en: format!(
            "is entered in words only, and names {}, not shown to be dead in this case: see whether it accuses before it is printed",
            names(case, Tongue::En, &persons)
        ),
        ar: format!(
            "مُدخَل بالكلام وحده، ويُذكر فيه من لم تثبت وفاته في هذا الملف ({}): يُدقَّق هل فيه اتهام قبل النشر",
            names(case, Tongue::Ar, &persons)
        ),
        entities: ids(&case.entities, persons),
        statements: ids(&case.statements, naming),
    });
}

fn names(case: &Case, t: Tongue, entities: &[Key<Entity>]) -> String {
    let names: Vec<String> = entities
        .iter()
        .map(|e| match t.words(&case.entities[*e].names) {
            "" => case.entities.id(*e).to_owned(),
            name => name.to_owned(),
        })
        .collect();
    t.list(&names)
}

fn headings(material: &Material<'_>, key: Key<Claim>, all: &mut Vec<WarningView>) {
    at_odds(material, key, all);
    let figures = material.figures_of(key);
    for stance in [&figures.affirms, &figures.denies] {
        headings_of(material, stance, &figures.reports.0, all);
    }
}

/// Headings that say without reserve what the text below them does not, or has from somebody else.
fn headings_of(
    material: &Material<'_>,
    stance: &Figures,
    reports: &[Key<Statement>],
    all: &mut Vec<WarningView>,
) {
    let case = material.case();
    let soft: BTreeSet<Key<Statement>> = stance
        .hedged
        .iter()
        .chain(&stance.unclear)
        .copied()
        .collect();
    let headings: Vec<Key<Statement>> = stance
        .statements
        .iter()
        .copied()
        .filter(|s| case.statements[*s].heading && !soft.contains(s))
        .collect();
    if headings.is_empty() {
        return;
    }
    let mut below: BTreeMap<Key<Document>, Vec<Key<Statement>>> = BTreeMap::new();
    for key in committed(stance).filter(|s| !case.statements[*s].heading) {
        below
            .entry(case.statements[key].document)
            .or_default()
            .push(key);
    }
    let node = |s: &Key<Statement>| {
        let source = case.statements[*s].said_by;
        source.map(|source| material.analysis.node(source))
    };
    for heading in &headings {
        let statement = &case.statements[*heading];
        let text = below
            .get(&statement.document)
            .map_or(&[][..], Vec::as_slice);
        let firm: Vec<Key<Statement>> =
            text.iter().copied().filter(|s| !soft.contains(s)).collect();
        let passed_on = || {
            let document = |s: &&Key<Statement>| case.statements[**s].document;
            let mut reports = reports.iter().filter(|s| document(s) == statement.document);
            reports.any(|s| !case.statements[*s].heading)
        };
        let same_voice = |s: &Key<Statement>| match statement.outlet_voice {
            true => case.statements[*s].outlet_voice,
            false => node(s) == node(heading),
        };
        let (en, ar) = if firm.iter().any(same_voice) {
            continue;
        } else if !firm.is_empty() && !statement.outlet_voice {
            (
                "gives to another source what the text below it has from its own",
                "ينسب العنوان إلى مصدر ما ينسبه متن النص إلى غيره",
            )
        } else if !firm.is_empty() {
            (
                "says as its own what the text below it attributes to others",
                "يجزم العنوان بما ينسبه متن النص إلى مصدر",
            )
        } else if !text.is_empty() {
            (
                "says without reserve what the text below it says with reserve",
                "يجزم العنوان بما يتحفظ فيه متن النص",
            )
        } else if passed_on() {
            (
                "says without reserve what the text below it only passes on",
                "يجزم العنوان بما يكتفي متن النص بنقله",
            )
        } else {
            (
                "says what no statement entered from the text below it says",
                "في العنوان ما ليس في أيٍّ من الأقوال المأخوذة من النص",
            )
        };
        let outlet = |t: Tongue| {
            let outlet = case.documents[statement.document].outlet;
            let begins = material.analysis.chains_left(*heading).next();
            // Where nobody knows who published the text first, the words are not those of whoever has it now.
            let own = begins.is_none_or(|chain| chain.origin().is_some());
            outlet.map_or_else(String::new, |s| match (t, own) {
                (Tongue::En, true) => format!(" of {}", t.source(case, s)),
                (Tongue::En, false) => format!(
                    " of the text on {} (first publisher unknown)",
                    t.source(case, s)
                ),
                (Tongue::Ar, true) => format!(" ({})", t.source(case, s)),
                (Tongue::Ar, false) => {
                    format!(" (نص في {}، ولا يُعرف ناشره الأول)", t.source(case, s))
                }
            })
        };
        let id = case.statements.id(*heading);
        all.push(WarningView {
            kind: WarningKind::Heading,
            en: format!("the heading {id}{} {en}", outlet(Tongue::En)),
            ar: format!("{ar}: {}{}", Tongue::Ar.ltr(id), outlet(Tongue::Ar)),
            entities: Vec::new(),
            statements: ids(
                &case.statements,
                std::iter::once(*heading).chain(text.iter().copied()),
            ),
        });
    }
}

fn unreviewed(material: &Material<'_>, key: Key<Claim>, all: &mut Vec<WarningView>) {
    let case = material.case();
    let drafts = drafts(material, key);
    if drafts.is_empty() && !case.claims[key].draft {
        return;
    }
    all.push(WarningView {
        kind: WarningKind::Unreviewed,
        en: "rests on entries that nobody has reviewed".to_owned(),
        ar: "يقوم على مدخلات لم يراجعها أحد".to_owned(),
        entities: Vec::new(),
        statements: ids(&case.statements, drafts),
    });
}

/// The statements on a claim that nobody has reviewed, those through other claims included.
pub(super) fn drafts(material: &Material<'_>, key: Key<Claim>) -> BTreeSet<Key<Statement>> {
    let case = material.case();
    bearing(material, key)
        .into_iter()
        .filter(|s| case.statements[*s].draft)
        .collect()
}

/// Every statement that a claim's figures count.
pub(super) fn bearing(material: &Material<'_>, key: Key<Claim>) -> BTreeSet<Key<Statement>> {
    let figures = material.figures_of(key);
    committed(&figures.affirms)
        .chain(committed(&figures.denies))
        .chain(figures.doubts.0.iter().copied())
        .chain(figures.reports.0.iter().copied())
        .chain(figures.cannot_confirm.0.iter().copied())
        .collect()
}
