//! Claims: who says so, who denies it, through whom.
//!
//! In one file because each is a list of fields of the JSON, read beside its page, and what fills them.

use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

use super::brief::DecisionsView;
use super::decisions::ids_of;
use super::material::{Filter, Material};
use super::parts::{OneOrMany, TimeView, id, ids};
use super::setting::SettingView;
use super::vantages::ClaimFiguresView;
use super::warning::{WarningView, warnings};
use super::wording::{WordingView, wording};
use crate::analysis::implication::Implied;
use crate::analysis::{self, Analysis, Figures, Standing, Support, Voiced};
use crate::model::{
    Answer, Case, Claim, Filler, Judgement, Key, Proposition, Ruling, Takes, Words,
};

/// `view claims`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimsView {
    /// The case's id.
    pub case: String,
    /// From where it is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// The claims, by id.
    pub claims: Vec<ClaimView>,
}

/// A claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimView {
    /// Its id.
    pub id: String,
    /// It in a few words.
    pub gist: Words,
    /// The question it answers.
    pub question: Option<Words>,
    /// Whom one would expect to hear from.
    pub not_heard_from: Vec<Words>,
    /// Typed; null for a free claim.
    pub proposition: Option<PropositionView>,
    /// When what is claimed happened or held.
    pub time: Option<TimeView>,
    /// Nobody has accepted it yet, or it rests on a statement that nobody has.
    pub draft: bool,
    /// Sides it harms.
    pub harms: Vec<String>,
    /// Claims that follow.
    pub entails: Vec<LinkedClaim>,
    /// Claims that cannot hold beside it.
    pub excludes: Vec<LinkedClaim>,
    /// Where it stands, by the published table of rules; never a verdict.
    pub standing: Standing,
    /// Sources that affirm it although it harms their own side.
    pub conceded_by: Vec<String>,
    /// No commitment to it is without a hedge.
    pub hedged: bool,
    /// Who says so.
    pub affirms: TallyView,
    /// Who denies it.
    pub denies: TallyView,
    /// Statements that hold it unlikely.
    pub doubts: Vec<String>,
    /// Statements that pass it on without vouching for it.
    pub reports: Vec<String>,
    /// Those of them that stand only within words that deny them: no report of anybody's.
    pub within_denials: Vec<String>,
    /// Statements that cannot tell.
    pub cannot_confirm: Vec<String>,
    /// The origins of those.
    pub origins_of: OriginsOf,
    /// The editorial decisions that the origins of either stance rest on.
    pub decisions: DecisionsView,
    /// The desk's answer.
    pub judgement: Option<JudgementView>,
    /// A sentence that says no more than the case supports.
    pub wording: WordingView,
    /// What to mind before such a sentence is printed.
    pub warnings: Vec<WarningView>,
}

/// A typed proposition.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PropositionView {
    /// The predicate.
    pub predicate: String,
    /// Entity ids, values or words by role; a list where several fill one.
    pub roles: BTreeMap<String, OneOrMany>,
    /// The event it is about.
    pub event: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// How many.
    pub count: Option<CountView>,
}

/// How many.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CountView {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
    /// The word as written.
    pub word: Option<String>,
    /// What is counted.
    pub of: String,
    /// Where and over what time.
    pub scope: String,
    /// Whose count.
    pub counter: Option<String>,
    /// A running total.
    pub cumulative: bool,
}

/// A claim that this one entails or excludes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkedClaim {
    /// The other claim.
    pub claim: String,
    /// The rule, or the analyst's reason.
    pub rule: String,
    /// Of exclusions: whether it is sure that both cannot hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certain: Option<bool>,
}

/// What commits to a claim, or to its negation. Every figure counts `statements` and `entailed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TallyView {
    /// Statements that commit to it themselves.
    pub statements: Vec<String>,
    /// Statements that commit to it through another claim.
    pub entailed: Vec<String>,
    /// Some of both: likely only.
    pub hedged: Vec<String>,
    /// Some of both: perhaps not of this very claim.
    pub unclear: Vec<String>,
    /// In neither, not counted any more.
    pub taken_back: Vec<String>,
    /// The texts they stand in, by document; one that is partly somebody else's stands here once as each.
    pub documents: Vec<String>,
    /// Who first published them.
    pub outlets: Vec<String>,
    /// Who published them again.
    pub republishers: Vec<String>,
    /// Where they come from.
    pub origins: OriginsView,
    /// Surely so many chains share no source.
    pub disjoint_chains: usize,
    /// Surely no more do; equal where exact.
    pub disjoint_chains_at_most: usize,
    /// Chains that share none, so many as `disjoint_chains`; of several choices the first by the ids of its links.
    pub disjoint_chains_by: Vec<ApartView>,
    /// Sides among the origins.
    pub sides: Vec<String>,
    /// Origins of no known side.
    pub no_side: Vec<String>,
    /// How far it is supported.
    pub support: Support,
    /// Sources that the chains of two or more outlets run through.
    pub shared_sources: Vec<SharedSourceView>,
    /// Minimal sets of sources whose setting aside lowers the support.
    pub load_bearing: Vec<LoadBearingView>,
    /// The editorial decisions (judgements) without which who the origins are, or how many, would be another; empty
    /// where they were not sought. In JSON they stand beside the two stances.
    #[serde(skip)]
    pub decisions: Vec<String>,
}

/// A chain that shares no source with the others of its list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApartView {
    /// The statement.
    pub statement: String,
    /// The sources of the chain, from its origin on; null for a link that nobody wrote.
    pub links: Vec<Option<String>>,
}

/// A source that several chains run through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SharedSourceView {
    /// The source.
    pub source: String,
    /// The outlets whose chains do.
    pub outlets: Vec<String>,
    /// Whether every chain does.
    pub every_chain: bool,
}

/// What the support rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LoadBearingView {
    /// The sources.
    pub sources: Vec<String>,
    /// The support as it is.
    pub from: Support,
    /// The support without them.
    pub to: Support,
}

/// Origins, and how many voices they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OriginsView {
    /// Named; who speaks for a body is counted as the body.
    pub named: Vec<String>,
    /// Names withheld.
    pub undisclosed: Vec<String>,
    /// Chains with nobody written at their beginning; of copies of one text the most that one copy has.
    pub unknown: usize,
    /// The statements of those chains, of every copy.
    pub unknown_in: Vec<String>,
    /// Of these, the statements of which no chain begins with anybody: what is called unsourced.
    pub unsourced: Vec<String>,
    /// Headings beside a statement of their own text: no report apart from that.
    pub headings: Vec<String>,
    /// Outlets in their own voice.
    pub own_voice: Vec<String>,
    /// So many are known to be different.
    pub at_least: usize,
    /// The set that proves it.
    pub at_least_by: Vec<String>,
    /// Pairs of named ones that may be one, as a mark says: not known to be different.
    pub perhaps_one: Vec<[String; 2]>,
    /// More there cannot be.
    pub at_most: usize,
}

/// Origins of statements that do not commit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OriginsOf {
    /// Of those that doubt.
    pub doubts: OriginsView,
    /// Of those that report.
    pub reports: OriginsView,
    /// Of those that cannot confirm.
    pub cannot_confirm: OriginsView,
}

/// A desk's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JudgementView {
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
    /// The answer.
    pub ruling: Answer,
    /// Why.
    pub why: Words,
    /// Judgements that dissent from it.
    pub dissents: Vec<String>,
}

impl ClaimsView {
    /// The claims that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let narrowed =
            filter.source.is_some() || filter.statement.is_some() || filter.document.is_some();
        let mut claims: Vec<ClaimView> = case
            .claims
            .keys()
            .filter(|key| filter.claim.is_none_or(|c| c == *key))
            .filter(|key| {
                filter
                    .entity
                    .is_none_or(|e| material.graph.claims_about(e).contains(key))
            })
            .filter(|key| {
                !narrowed
                    || material.graph.statements_on(*key).iter().any(|s| {
                        let any_entity = Filter {
                            entity: None,
                            ..*filter
                        };
                        any_entity.passes(material, *s)
                    })
            })
            .map(|key| one(material, key))
            .collect();
        claims.sort_by(|a, b| a.id.cmp(&b.id));
        filter.cut(&mut claims);
        Self {
            case: case.id.to_string(),
            setting: SettingView::new(material),
            claims,
        }
    }
}

fn one(material: &Material<'_>, key: Key<Claim>) -> ClaimView {
    let case = material.case();
    let figures = material.figures_of(key);
    let claim = &case.claims[key];
    let mut shown = ClaimFiguresView::new(&material.analysis, figures);
    let [affirms, denies] = material.decided_of(key);
    shown.affirms.decisions = ids_of(&material.analysis, &affirms);
    shown.denies.decisions = ids_of(&material.analysis, &denies);
    let linked = |implied: Vec<Implied>, excludes: bool| {
        let mut all: Vec<LinkedClaim> = implied
            .into_iter()
            .map(|one| LinkedClaim {
                claim: case.claims.id(one.claim).to_owned(),
                rule: one.rule.words(case).name,
                certain: excludes.then_some(one.certain),
            })
            .collect();
        all.sort_by(|a, b| (&a.claim, &a.rule).cmp(&(&b.claim, &b.rule)));
        all
    };
    let on = material.graph.statements_on(key);
    ClaimView {
        id: case.claims.id(key).to_owned(),
        gist: claim.gist.clone(),
        question: (!claim.question.is_empty()).then(|| claim.question.clone()),
        not_heard_from: claim.not_heard_from.clone(),
        proposition: claim.proposition.as_ref().map(|p| proposition(case, p)),
        time: claim.time.as_ref().map(TimeView::from),
        draft: claim.draft || on.iter().any(|s| case.statements[*s].draft),
        harms: ids(&case.sides, claim.harms.iter().copied()),
        entails: linked(material.analysis.implications.entails(key), false),
        excludes: linked(material.analysis.implications.excludes(case, key), true),
        standing: shown.standing,
        decisions: DecisionsView {
            affirms: shown.affirms.decisions.clone(),
            denies: shown.denies.decisions.clone(),
        },
        conceded_by: shown.conceded_by,
        hedged: shown.hedged,
        affirms: shown.affirms,
        denies: shown.denies,
        doubts: shown.doubts,
        reports: shown.reports,
        within_denials: shown.within_denials,
        cannot_confirm: shown.cannot_confirm,
        origins_of: shown.origins_of,
        judgement: figures
            .judgement
            .map(|key| judgement(&material.analysis, key)),
        wording: wording(material, key),
        warnings: warnings(material, key),
    }
}

fn proposition(case: &Case, proposition: &Proposition) -> PropositionView {
    let predicate = &case.predicates[proposition.predicate];
    let roles = proposition
        .roles
        .iter()
        .map(|filled| {
            let role = &predicate.roles[filled.role];
            let mut words: Vec<String> = filled
                .fillers
                .iter()
                .map(|filler| match filler {
                    Filler::Entity(entity) => case.entities.id(*entity).to_owned(),
                    Filler::Text(text) => text.to_string(),
                    Filler::Value(index) => match &role.takes {
                        Takes::Value(values) => values[*index].id.to_string(),
                        Takes::Entity(_) | Takes::Text => String::new(),
                    },
                })
                .collect();
            words.sort_unstable();
            let filler = match words.len() {
                1 => OneOrMany::One(words.swap_remove(0)),
                _ => OneOrMany::Many(words),
            };
            (role.id.to_string(), filler)
        })
        .collect();
    PropositionView {
        predicate: case.predicates.id(proposition.predicate).to_owned(),
        roles,
        event: id(&case.entities, proposition.event),
        place: id(&case.entities, proposition.place),
        count: proposition.count.as_ref().map(|count| CountView {
            min: count.min,
            max: count.max,
            word: count.word.as_deref().map(str::to_owned),
            of: count.of.to_string(),
            scope: count.scope.to_string(),
            counter: id(&case.sources, count.counter),
            cumulative: count.cumulative,
        }),
    }
}

/// The documents, by id; one that is two texts twice.
fn texts(case: &Case, figures: &Figures) -> Vec<String> {
    let ids = figures.documents.iter().map(|key| case.documents.id(*key));
    let mut all: Vec<String> = ids.map(str::to_owned).collect();
    all.sort_unstable();
    all
}

pub(super) fn tally_view(analysis: &Analysis<'_>, figures: &Figures) -> TallyView {
    let case = analysis.case;
    let statements = |keys: &[Key<_>]| ids(&case.statements, keys.iter().copied());
    TallyView {
        statements: statements(&figures.statements),
        entailed: statements(&figures.entailed),
        hedged: statements(&figures.hedged),
        unclear: statements(&figures.unclear),
        taken_back: statements(&figures.taken_back),
        documents: texts(case, figures),
        outlets: ids(&case.sources, figures.outlets.iter().copied()),
        republishers: ids(&case.sources, figures.republishers.iter().copied()),
        origins: origins(case, &figures.origins),
        disjoint_chains: figures.disjoint_chains,
        disjoint_chains_at_most: figures.disjoint_chains_at_most,
        disjoint_chains_by: apart(analysis, figures),
        sides: ids(&case.sides, figures.sides.iter().copied()),
        no_side: ids(&case.sources, figures.no_side.iter().copied()),
        support: figures.support,
        shared_sources: figures
            .shared_sources
            .iter()
            .map(|shared| SharedSourceView {
                source: case.sources.id(shared.source).to_owned(),
                outlets: ids(&case.sources, shared.outlets.iter().copied()),
                every_chain: shared.every_chain,
            })
            .collect(),
        load_bearing: figures
            .load_bearing
            .iter()
            .map(|set| LoadBearingView {
                sources: ids(&case.sources, set.sources.iter().copied()),
                from: set.from,
                to: set.to,
            })
            .collect(),
        decisions: Vec::new(),
    }
}

/// The chains that share no source, by statement.
fn apart(analysis: &Analysis<'_>, figures: &Figures) -> Vec<ApartView> {
    let case = analysis.case;
    let mut all: Vec<ApartView> = figures
        .disjoint_by
        .iter()
        .filter_map(|(statement, place)| {
            let chain = analysis.chains_left(*statement).nth(*place)?;
            let links = chain.links.iter();
            Some(ApartView {
                statement: case.statements.id(*statement).to_owned(),
                links: links.map(|link| id(&case.sources, link.source)).collect(),
            })
        })
        .collect();
    all.sort_by(|a, b| a.statement.cmp(&b.statement));
    all
}

pub(super) fn origins(case: &Case, voiced: &Voiced) -> OriginsView {
    OriginsView {
        named: ids(&case.sources, voiced.named.iter().copied()),
        undisclosed: ids(&case.sources, voiced.undisclosed.iter().copied()),
        unknown: voiced.unknown,
        unknown_in: ids(&case.statements, voiced.unknown_in.iter().copied()),
        unsourced: ids(&case.statements, voiced.unsourced.iter().copied()),
        headings: ids(&case.statements, voiced.headings.iter().copied()),
        own_voice: ids(&case.sources, voiced.own_voice.iter().copied()),
        at_least: voiced.at_least,
        at_least_by: ids(&case.sources, voiced.at_least_by.iter().copied()),
        perhaps_one: voiced
            .perhaps_one
            .iter()
            .map(|(a, b)| [*a, *b].map(|one| case.sources.id(one).to_owned()))
            .collect(),
        at_most: voiced.at_most,
    }
}

/// A desk's answer with what dissents from it.
pub(super) fn judgement(analysis: &Analysis<'_>, key: Key<Judgement>) -> JudgementView {
    let case = analysis.case;
    let judgement = &case.judgements[key];
    JudgementView {
        by: judgement.by.to_string(),
        at: judgement.at.to_string(),
        ruling: match judgement.ruling {
            Ruling::Settled { answer, .. } => answer,
            _ => Answer::Open,
        },
        why: judgement.why.clone(),
        dissents: ids(&case.judgements, dissents(analysis, key)),
    }
}

/// The judgements that stand as dissents beside one.
pub(super) fn dissents(
    analysis: &Analysis<'_>,
    from: Key<Judgement>,
) -> impl Iterator<Item = Key<Judgement>> + use<> {
    analysis::dissents(analysis, from).into_iter()
}
