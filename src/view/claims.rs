//! Claims: who says so, who denies it, through whom.

use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

use super::material::{Filter, Material};
use super::parts::{OneOrMany, TimeView, id, ids};
use crate::analysis::implication::Implied;
use crate::analysis::{Origins, Tally};
use crate::model::{
    Answer, Case, Claim, Filler, Judgement, Key, Proposition, Ruling, Takes, Words,
};

/// `view claims`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimsView {
    /// The case's id.
    pub case: String,
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
    /// Who says so.
    pub affirms: TallyView,
    /// Who denies it.
    pub denies: TallyView,
    /// Statements that hold it unlikely.
    pub doubts: Vec<String>,
    /// Statements that pass it on without vouching for it.
    pub reports: Vec<String>,
    /// Statements that cannot tell.
    pub cannot_confirm: Vec<String>,
    /// The origins of those.
    pub origins_of: OriginsOf,
    /// The desk's answer.
    pub judgement: Option<JudgementView>,
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

/// What commits to a claim, or to its negation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TallyView {
    /// Statements that count.
    pub statements: Vec<String>,
    /// Some of them: likely only.
    pub hedged: Vec<String>,
    /// Some of them: perhaps not of this very claim.
    pub unclear: Vec<String>,
    /// Not counted any more.
    pub taken_back: Vec<String>,
    /// The documents they stand in.
    pub documents: Vec<String>,
    /// Who first published them.
    pub outlets: Vec<String>,
    /// Who published them again.
    pub republishers: Vec<String>,
    /// Where they come from.
    pub origins: OriginsView,
}

/// Origins.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct OriginsView {
    /// Named.
    pub named: Vec<String>,
    /// Names withheld.
    pub undisclosed: Vec<String>,
    /// Statements with nobody written.
    pub unknown: usize,
    /// Outlets in their own voice.
    pub own_voice: Vec<String>,
}

/// Origins of statements that do not commit.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct OriginsOf {
    /// Of those that doubt.
    pub doubts: OriginsView,
    /// Of those that report.
    pub reports: OriginsView,
    /// Of those that cannot confirm.
    pub cannot_confirm: OriginsView,
}

/// A desk's answer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
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
    pub fn new(material: &Material, filter: &Filter) -> Self {
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
            claims,
        }
    }
}

fn one(material: &Material, key: Key<Claim>) -> ClaimView {
    let case = material.case();
    let claim = &case.claims[key];
    let tally = &material.tallies[key.index()];
    let statement_ids = |keys: &[Key<_>]| ids(&case.statements, keys.iter().copied());
    let origins = |keys: &[Key<_>]| origins(case, &Origins::of(case, &material.chains, keys));
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
        entails: linked(material.implications.entails(key), false),
        excludes: linked(material.implications.excludes(case, key), true),
        affirms: tally_view(case, &tally.affirms),
        denies: tally_view(case, &tally.denies),
        doubts: statement_ids(&tally.doubts),
        reports: statement_ids(&tally.reports),
        cannot_confirm: statement_ids(&tally.cannot_confirm),
        origins_of: OriginsOf {
            doubts: origins(&tally.doubts),
            reports: origins(&tally.reports),
            cannot_confirm: origins(&tally.cannot_confirm),
        },
        judgement: judgement(case, key),
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

fn tally_view(case: &Case, tally: &Tally) -> TallyView {
    let statements = |keys: &[Key<_>]| ids(&case.statements, keys.iter().copied());
    TallyView {
        statements: statements(&tally.statements),
        hedged: statements(&tally.hedged),
        unclear: statements(&tally.unclear),
        taken_back: statements(&tally.taken_back),
        documents: ids(&case.documents, tally.documents.iter().copied()),
        outlets: ids(&case.sources, tally.outlets.iter().copied()),
        republishers: ids(&case.sources, tally.republishers.iter().copied()),
        origins: origins(case, &tally.origins),
    }
}

fn origins(case: &Case, origins: &Origins) -> OriginsView {
    OriginsView {
        named: ids(&case.sources, origins.named.iter().copied()),
        undisclosed: ids(&case.sources, origins.undisclosed.iter().copied()),
        unknown: origins.unknown,
        own_voice: ids(&case.sources, origins.own_voice.iter().copied()),
    }
}

/// The latest answer that nothing has replaced, with what dissents from it.
fn judgement(case: &Case, claim: Key<Claim>) -> Option<JudgementView> {
    let replaced: Vec<Key<Judgement>> = case
        .judgements
        .iter()
        .filter_map(|(_, _, j)| j.replaces)
        .collect();
    let (key, _, judgement) = case
        .judgements
        .iter()
        .filter(|(key, _, j)| {
            matches!(j.ruling, Ruling::Settled { claim: c, .. } if c == claim)
                && !replaced.contains(key)
                && j.dissents_from.is_empty()
        })
        .last()?;
    let Ruling::Settled { answer, .. } = judgement.ruling else {
        return None;
    };
    Some(JudgementView {
        by: judgement.by.to_string(),
        at: judgement.at.to_string(),
        ruling: answer,
        why: judgement.why.clone(),
        dissents: ids(
            &case.judgements,
            case.judgements
                .iter()
                .filter(|(_, _, j)| j.dissents_from.contains(&key))
                .map(|(other, _, _)| other),
        ),
    })
}
