//! Contradictions: pairs of statements that cannot both be right, each with its reason; and
//! pairs that only look so.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::parts::ids;
use super::setting::SettingView;
use crate::analysis::implication::{Reason, Step};
use crate::analysis::{Conflict, Contradiction, Contradictions, Kind, NotComparable, Within};
use crate::model::{Case, Claim, Key, Statement};

/// So many pairs are written out unless asked otherwise.
const LIMIT: usize = 10_000;

/// `view contradictions`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContradictionsView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// How many pairs there are, written out or not.
    pub total: u64,
    /// The pairs, sure ones first.
    pub contradictions: Vec<ContradictionView>,
    /// Pairs that a rule looked at and passed over.
    pub not_comparable: Vec<NotComparableView>,
}

/// Two statements that cannot both be right, or one against itself.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContradictionView {
    /// What it is about.
    pub kind: Kind,
    /// One statement, one source, or a heading against its text.
    pub within: Option<Within>,
    /// False where a stance is hedged or unclear, or the times only may overlap.
    pub certain: bool,
    /// The two statements; one against itself: twice.
    pub statements: [String; 2],
    /// The two claims; one claim: twice.
    pub claims: [String; 2],
    /// Why, step by step; empty where one claim is affirmed and denied.
    pub because: Vec<StepView>,
    /// Further kinds and claims between the same two statements.
    pub also: Vec<AlsoView>,
}

/// A step of a reason.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StepView {
    /// What is given.
    pub claim: String,
    /// What follows, or cannot hold beside it.
    pub then: String,
    /// The rule's short name.
    pub rule: String,
    /// The rule in words.
    pub text: String,
    /// The same in Arabic.
    pub text_ar: String,
}

/// Another contradiction between the same two statements.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AlsoView {
    /// What it is about.
    pub kind: Kind,
    /// The two claims.
    pub claims: [String; 2],
}

/// Two statements that only look like a contradiction.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotComparableView {
    /// The two statements.
    pub statements: [String; 2],
    /// The two claims.
    pub claims: [String; 2],
    /// Why not.
    pub reason: Reason,
    /// In words.
    pub text: String,
    /// The same in Arabic.
    pub text_ar: String,
}

/// `view disputes`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DisputesView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// Most pairs first.
    pub disputes: Vec<DisputeView>,
}

/// Claims joined by contradictions.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DisputeView {
    /// The claims.
    pub claims: Vec<String>,
    /// The statements that take part.
    pub statements: Vec<String>,
    /// How many pairs of them contradict each other.
    pub pairs: u64,
    /// How many of those surely do.
    pub certain: u64,
}

impl ContradictionsView {
    /// The contradictions that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let found = Contradictions::new(&material.analysis);
        let narrowed = filter.is_narrowed();
        let limit = match filter.limit {
            None => LIMIT,
            Some(0) => usize::MAX,
            Some(n) => n,
        };
        let first = if narrowed { usize::MAX } else { limit };
        let mut list = found.list(&material.analysis, first);
        let mut passed_over = found.not_comparable(&material.analysis, first);
        let mut total = found.total();
        if narrowed {
            list.retain(|one| {
                let claims = claims_of(&found, one);
                wanted(material, filter, one.statements, &claims)
            });
            passed_over.retain(|one| {
                wanted(
                    material,
                    filter,
                    one.statements,
                    &[one.claims.0, one.claims.1],
                )
            });
            total = list.len() as u64;
            list.truncate(limit);
            passed_over.truncate(limit);
        }
        Self {
            setting: SettingView::new(material),
            total,
            contradictions: list
                .iter()
                .map(|one| contradiction(case, &found, one))
                .collect(),
            not_comparable: passed_over
                .iter()
                .map(|one| not_comparable(case, one))
                .collect(),
        }
    }
}

impl DisputesView {
    /// The disputes that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let found = Contradictions::new(&material.analysis);
        let mut disputes: Vec<DisputeView> = found
            .disputes(&material.analysis)
            .into_iter()
            .filter(|dispute| {
                let of_entity = |entity| {
                    let about = material.graph.claims_about(entity);
                    dispute.claims.iter().any(|c| about.contains(c))
                };
                let other = Filter {
                    claim: None,
                    entity: None,
                    ..*filter
                };
                filter.claim.is_none_or(|c| dispute.claims.contains(&c))
                    && filter.entity.is_none_or(of_entity)
                    && dispute
                        .statements
                        .iter()
                        .any(|s| other.passes(material, *s))
            })
            .map(|dispute| DisputeView {
                claims: ids(&case.claims, dispute.claims),
                statements: ids(&case.statements, dispute.statements),
                pairs: dispute.pairs,
                certain: dispute.certain,
            })
            .collect();
        filter.cut(&mut disputes);
        Self {
            setting: SettingView::new(material),
            disputes,
        }
    }
}

/// Every claim that a contradiction is about.
fn claims_of(found: &Contradictions, one: &Contradiction) -> Vec<Key<Claim>> {
    std::iter::once(one.conflict)
        .chain(one.also.iter().copied())
        .flat_map(|n| {
            let conflict = &found.conflicts[n];
            [conflict.a.literal.claim(), conflict.b.literal.claim()]
        })
        .collect()
}

fn wanted(
    material: &Material<'_>,
    filter: &Filter,
    (a, b): (Key<Statement>, Key<Statement>),
    claims: &[Key<Claim>],
) -> bool {
    let other = Filter {
        claim: None,
        ..*filter
    };
    filter.claim.is_none_or(|c| claims.contains(&c))
        && (other.passes(material, a) || other.passes(material, b))
}

fn contradiction(case: &Case, found: &Contradictions, one: &Contradiction) -> ContradictionView {
    let conflict = &found.conflicts[one.conflict];
    ContradictionView {
        kind: one.kind,
        within: one.within,
        certain: one.certain,
        statements: [
            case.statements.id(one.statements.0).to_owned(),
            case.statements.id(one.statements.1).to_owned(),
        ],
        claims: pair(case, conflict),
        because: conflict.because.iter().map(|s| step(case, s)).collect(),
        also: one
            .also
            .iter()
            .map(|n| AlsoView {
                kind: found.conflicts[*n].kind,
                claims: pair(case, &found.conflicts[*n]),
            })
            .collect(),
    }
}

fn pair(case: &Case, conflict: &Conflict) -> [String; 2] {
    [conflict.a, conflict.b].map(|held| case.claims.id(held.literal.claim()).to_owned())
}

fn step(case: &Case, step: &Step) -> StepView {
    let words = step.rule.words(case);
    let text = |tag| {
        words
            .text
            .best(tag)
            .map_or_else(String::new, |(_, text)| text.to_owned())
    };
    StepView {
        claim: case.claims.id(step.from.claim()).to_owned(),
        then: case.claims.id(step.to.claim()).to_owned(),
        rule: words.name,
        text: text("en"),
        text_ar: text("ar"),
    }
}

fn not_comparable(case: &Case, one: &NotComparable) -> NotComparableView {
    let text = |tag| {
        one.text
            .best(tag)
            .map_or_else(String::new, |(_, text)| text.to_owned())
    };
    NotComparableView {
        statements: [one.statements.0, one.statements.1].map(|s| case.statements.id(s).to_owned()),
        claims: [one.claims.0, one.claims.1].map(|c| case.claims.id(c).to_owned()),
        reason: one.reason,
        text: text("en"),
        text_ar: text("ar"),
    }
}
