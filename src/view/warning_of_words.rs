//! Warnings that come of the words themselves: on whom a claim of violence reflects, what had to be chosen in
//! reading a statement, and where a heading differs from its own text.

use std::collections::BTreeSet;

use super::heard::committed;
use super::material::Material;
use super::parts::ids;
use super::phrase::Tongue;
use super::reading::{narrower, readings as read_so};
use super::warning::{WarningKind, WarningView, shown_dead};
use crate::model::{Bearing, Case, Claim, Entity, EntityKind, Filler, Key, Stance, Statement};

/// Whether all who say it is the one it would accuse: a body's boast is no charge against it.
pub(super) fn own_word(material: &Material<'_>, key: Key<Claim>, accused: Key<Entity>) -> bool {
    let case = material.case();
    let analysis = &material.analysis;
    let Some(itself) = case.sources.key(case.entities.id(accused)) else {
        return false;
    };
    let itself = analysis.node(itself);
    let figures = material.figures_of(key);
    let mut said = committed(&figures.affirms).peekable();
    said.peek().is_some()
        && figures.reports.0.is_empty()
        && said.all(|statement| {
            analysis
                .chains_left(statement)
                .all(|chain| chain.origin().map(|origin| analysis.node(origin)) == Some(itself))
        })
}

/// Predicates of violence: whoever is named beside them is touched by them.
const VIOLENCE: &[&str] = &["killed", "wounded", "clashed", "attacked", "executed"];

/// Whether a name stands in a text as words of its own; Arabic joins «و», «ب», «ل» to it.
fn names_in(text: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).any(|(at, found)| {
        let mut before = text[..at].chars().rev();
        let first = before.next();
        let joined = first.is_some_and(|c| matches!(c, 'و' | 'ب' | 'ل')) && edge(before.next());
        (edge(first) || joined) && edge(text[at + found.len()..].chars().next())
    })
}

/// Persons whom the words of a claim of violence name, and of whom it does not say that they did it or that it was done
/// to them.
pub(super) fn reflected(material: &Material<'_>, key: Key<Claim>, all: &mut Vec<WarningView>) {
    let case = material.case();
    let claim = &case.claims[key];
    let Some(proposition) = &claim.proposition else {
        return;
    };
    if !VIOLENCE.contains(&case.predicates.id(proposition.predicate)) {
        return;
    }
    let filled: BTreeSet<Key<Entity>> = proposition
        .roles
        .iter()
        .flat_map(|filled| &filled.fillers)
        .filter_map(|filler| match filler {
            Filler::Entity(entity) => Some(*entity),
            Filler::Value(_) | Filler::Text(_) => None,
        })
        .collect();
    let gists = [Tongue::En, Tongue::Ar].map(|t| t.words(&claim.gist));
    let named = |entity: &Entity| {
        let aliases = entity.aliases.iter().map(|alias| alias.text.as_ref());
        [Tongue::En, Tongue::Ar]
            .into_iter()
            .map(|t| t.words(&entity.names))
            .chain(aliases)
            .filter(|name| !name.is_empty())
            .any(|name| gists.iter().any(|gist| names_in(gist, name)))
    };
    let mut persons: Vec<Key<Entity>> = case
        .entities
        .iter()
        .filter(|(person, _, entity)| {
            entity.kind == EntityKind::Person
                && !filled.contains(person)
                && named(entity)
                && !shown_dead(material, *person)
        })
        .map(|(person, _, _)| person)
        .collect();
    persons.sort_by_key(|person| case.entities.id(*person));
    if persons.is_empty() {
        return;
    }
    let list = |t: Tongue| {
        let each: Vec<String> = persons
            .iter()
            .map(|person| {
                let name = match t.words(&case.entities[*person].names) {
                    "" => case.entities.id(*person),
                    name => name,
                };
                let absent = claim
                    .not_heard_from
                    .iter()
                    .any(|words| names_in(t.words(words), name));
                match (t, absent) {
                    (_, false) => name.to_owned(),
                    (Tongue::En, true) => format!("{name} (not heard from in these texts)"),
                    (Tongue::Ar, true) => format!("{name} (لم يُسمع في هذه النصوص)"),
                }
            })
            .collect();
        t.list(&each)
    };
    all.push(WarningView {
        kind: WarningKind::Reflects,
        en: format!("reflects on {}: keep the attribution", list(Tongue::En)),
        ar: format!("فيه ما يمسّ {}: لا يُحذف القائل", list(Tongue::Ar)),
        entities: ids(&case.entities, persons),
        statements: Vec::new(),
    });
}

/// Statements that bear on it only by a reading that had to be chosen, of this question or of the one it follows from.
pub(super) fn readings(material: &Material<'_>, key: Key<Claim>, all: &mut Vec<WarningView>) {
    let case = material.case();
    let figures = material.figures_of(key);
    for (one, stance) in [
        (&figures.affirms, Stance::Affirms),
        (&figures.denies, Stance::Denies),
    ] {
        let chosen = read_so(&material.analysis, key, stance, one);
        let mut chosen: Vec<_> = chosen.into_iter().collect();
        chosen.sort_by_key(|(statement, _)| case.statements.id(*statement));
        // What two papers have alike may be read otherwise alike.
        let mut alike: Vec<([String; 2], Vec<Key<Statement>>)> = Vec::new();
        for (statement, bearings) in chosen {
            if one.unclear.contains(&statement) {
                continue;
            }
            let words = [Tongue::En, Tongue::Ar].map(|t| {
                let mut parts: Vec<String> = Vec::new();
                for (_, here) in &bearings {
                    for part in other_reading(t, case, statement, here) {
                        if !parts.contains(&part) {
                            parts.push(part);
                        }
                    }
                }
                parts.join(t.say("; ", "؛ "))
            });
            match alike.iter_mut().find(|(other, _)| *other == words) {
                Some((_, statements)) => statements.push(statement),
                None => alike.push((words, vec![statement])),
            }
        }
        for ([en, ar], statements) in alike {
            let of = |t: Tongue| {
                let ids = statements.iter().map(|key| t.ltr(case.statements.id(*key)));
                t.list(&ids.collect::<Vec<_>>())
            };
            all.push(WarningView {
                kind: WarningKind::Reading,
                en: format!("the reading of {}: {en}", of(Tongue::En)),
                ar: format!("قراءة {}: {ar}", of(Tongue::Ar)),
                entities: Vec::new(),
                statements: ids(&case.statements, statements),
            });
        }
    }
}

/// How the words of a statement may be read otherwise: as an answer to a narrower question only, or as the analyst notes.
fn other_reading(t: Tongue, case: &Case, statement: Key<Statement>, here: &Bearing) -> Vec<String> {
    let mut parts = Vec::new();
    let narrow: Vec<String> = narrower(case, statement, here)
        .into_iter()
        .map(|claim| match t {
            Tongue::En => format!("\"{}\"", t.question(case, claim)),
            Tongue::Ar => format!("«{}»", t.question(case, claim)),
        })
        .collect();
    if !narrow.is_empty() {
        let narrow = t.list(&narrow);
        parts.push(match t {
            Tongue::En => format!("perhaps answers only {narrow}"),
            Tongue::Ar => format!("قد لا يجيب إلا عن {narrow}"),
        });
    }
    let noted = t.words(&here.reading);
    if !noted.is_empty() {
        parts.push(noted.to_owned());
    }
    parts
}

/// A heading on one side of the question, and on the other the text below it.
pub(super) fn at_odds(material: &Material<'_>, key: Key<Claim>, all: &mut Vec<WarningView>) {
    let case = material.case();
    let figures = material.figures_of(key);
    for (one, other) in [
        (&figures.affirms, &figures.denies),
        (&figures.denies, &figures.affirms),
    ] {
        let mut headings: Vec<_> = committed(one)
            .filter(|s| case.statements[*s].heading)
            .collect();
        headings.sort_by_key(|s| case.statements.id(*s));
        for heading in headings {
            let document = case.statements[heading].document;
            let mut below: Vec<Key<Statement>> = committed(other)
                .filter(|s| case.statements[*s].document == document)
                .filter(|s| !case.statements[*s].heading)
                .collect();
            below.sort_by_key(|s| case.statements.id(*s));
            // Where the text has it too, by whomever, it holds both, and the heading took one of them.
            let too = committed(one)
                .any(|s| !case.statements[s].heading && case.statements[s].document == document);
            if below.is_empty() || too {
                continue;
            }
            let told = |t: Tongue| {
                let told = below.iter().map(|s| t.ltr(case.statements.id(*s)));
                told.collect::<Vec<_>>().join(t.say(", ", "، "))
            };
            let id = case.statements.id(heading);
            all.push(WarningView {
                kind: WarningKind::Heading,
                en: format!(
                    "the heading {id} and the text of the same article ({}) differ",
                    told(Tongue::En)
                ),
                ar: format!(
                    "يختلف عنوان المقالة ({}) ومتنها ({})",
                    Tongue::Ar.ltr(id),
                    told(Tongue::Ar)
                ),
                entities: Vec::new(),
                statements: ids(
                    &case.statements,
                    std::iter::once(heading).chain(below.iter().copied()),
                ),
            });
        }
    }
}
