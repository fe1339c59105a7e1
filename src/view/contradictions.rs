//! Contradictions, each with the shortest reason; and pairs that only look like one.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::rulings::who_is_who;
use super::setting::SettingView;
use crate::analysis::implication::{Doubt, Reason, Step};
use crate::analysis::{
    Conflict, Contradiction, Contradictions, Kind, Reasons, Wanted, Within, by_ruling,
};
use crate::model::{Case, Claim, Judgement, Key, Ruling, Words};

/// How many are written where nobody says.
const WRITTEN: usize = 10_000;

/// `view contradictions`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContradictionsView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// How many pairs of statements there are, written or not.
    pub total: u64,
    /// The pairs: sure ones first, by kind and id.
    pub contradictions: Vec<ContradictionView>,
    /// Pairs that a rule looked at and passed over.
    pub not_comparable: Vec<NotComparableView>,
}

/// Two statements that cannot both be right.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContradictionView {
    /// The first kind that applies.
    pub kind: Kind,
    /// Where both stand, if close together.
    pub within: Option<Within>,
    /// No stance is hedged or unclear, and the times must overlap.
    pub certain: bool,
    /// The two; one statement against itself: its id twice.
    pub statements: [String; 2],
    /// The claims they bear on; one claim: its id twice.
    pub claims: [String; 2],
    /// The shortest way from the first claim, as the first statement has it, to the negation of what
    /// the second has; empty where one claim is affirmed and denied. Then the rulings without which it would be none.
    pub because: Vec<BecauseView>,
    /// Further kinds and claims between the two.
    pub also: Vec<AlsoView>,
}

/// A step of a reason.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BecauseView {
    /// From this claim …
    pub claim: String,
    /// … to this one.
    pub then: String,
    /// The rule by its short name.
    pub rule: String,
    /// The rule in words.
    pub text: String,
    /// Where it is no rule but somebody's ruling: the judgement; else null.
    pub judgement: Option<String>,
    /// The same in every language.
    #[serde(skip)]
    pub words: Words,
}

/// A further conflict between two statements.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AlsoView {
    /// What it is about.
    pub kind: Kind,
    /// Its claims.
    pub claims: [String; 2],
}

/// Two statements that only look like a contradiction.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotComparableView {
    /// The two.
    pub statements: [String; 2],
    /// The claims they bear on.
    pub claims: [String; 2],
    /// Why it is none.
    pub reason: Reason,
    /// In words.
    pub text: String,
    /// The same in every language.
    #[serde(skip)]
    pub words: Words,
}

impl ContradictionsView {
    /// The contradictions of which a statement and a claim pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let analysis = &material.analysis;
        let all = Contradictions::new(analysis);
        let limit = match filter.limit {
            None => WRITTEN,
            Some(0) => usize::MAX,
            Some(limit) => limit,
        };
        let narrowed = filter.claim.is_some()
            || filter.entity.is_some()
            || filter.source.is_some()
            || filter.statement.is_some()
            || filter.document.is_some();
        let passes = Passes { material, filter };
        let (total, list) = if narrowed {
            let wanted = Wanted {
                claim: &|claim| passes.claim(claim),
                statement: &|statement| passes.statement(statement),
            };
            (
                all.total_of(analysis, &wanted),
                all.list_of(analysis, limit, &wanted),
            )
        } else {
            (all.total(analysis), all.list(analysis, limit))
        };
        let not_comparable = all
            .not_comparable(analysis, if narrowed { usize::MAX } else { limit })
            .into_iter()
            .filter(|one| !narrowed || passes.pair(one.statements, one.claims))
            .take(limit)
            .map(|one| NotComparableView {
                statements: [
                    case.statements.id(one.statements.0).to_owned(),
                    case.statements.id(one.statements.1).to_owned(),
                ],
                claims: ids(case, one.claims),
                reason: one.reason,
                text: english(&one.text),
                words: one.text,
            })
            .collect();
        let mut reasons = Reasons::new(analysis);
        let list: Vec<_> = list.into_iter().take(limit).collect();
        let ruled = by_ruling(analysis, &list);
        Self {
            setting: SettingView::new(material),
            total,
            contradictions: list
                .into_iter()
                .zip(ruled)
                .map(|(one, ruled)| written(case, &mut reasons, &one, &ruled))
                .collect(),
            not_comparable,
        }
    }
}

/// Which pairs a filter lets through: one statement passes, and so does one claim.
struct Passes<'a> {
    material: &'a Material<'a>,
    filter: &'a Filter,
}

impl Passes<'_> {
    fn pair(
        &self,
        statements: (Key<crate::model::Statement>, Key<crate::model::Statement>),
        claims: (Key<Claim>, Key<Claim>),
    ) -> bool {
        self.claims(claims) && (self.statement(statements.0) || self.statement(statements.1))
    }

    fn claims(&self, claims: (Key<Claim>, Key<Claim>)) -> bool {
        self.claim(claims.0) || self.claim(claims.1)
    }

    fn claim(&self, claim: Key<Claim>) -> bool {
        let about = |e| self.material.graph.claims_about(e).contains(&claim);
        self.filter.claim.is_none_or(|c| c == claim) && self.filter.entity.is_none_or(about)
    }

    fn statement(&self, statement: Key<crate::model::Statement>) -> bool {
        let other = Filter {
            claim: None,
            entity: None,
            ..*self.filter
        };
        other.passes(self.material, statement)
    }
}

fn ids(case: &Case, claims: (Key<Claim>, Key<Claim>)) -> [String; 2] {
    [claims.0, claims.1].map(|claim| case.claims.id(claim).to_owned())
}

fn english(words: &Words) -> String {
    words.best("en").map_or("", |(_, words)| words).to_owned()
}

fn written(
    case: &Case,
    reasons: &mut Reasons<'_, '_>,
    one: &Contradiction,
    ruled: &[Key<Judgement>],
) -> ContradictionView {
    let conflict = &one.conflict;
    let mut because = because(case, conflict, &reasons.of(conflict));
    because.extend(ruled.iter().map(|key| ruling(case, conflict, *key)));
    ContradictionView {
        kind: one.kind,
        within: one.within,
        certain: one.certain,
        statements: [
            case.statements.id(one.statements.0).to_owned(),
            case.statements.id(one.statements.1).to_owned(),
        ],
        claims: ids(case, conflict.claims()),
        because,
        also: one
            .also
            .iter()
            .map(|also| AlsoView {
                kind: also.kind,
                claims: ids(case, also.claims()),
            })
            .collect(),
    }
}

fn because(case: &Case, conflict: &Conflict, steps: &[Step]) -> Vec<BecauseView> {
    steps
        .iter()
        .map(|step| {
            let mut words = step.words(case);
            if let Some((_, doubt)) = conflict.possible {
                words = with(&words, doubt);
            }
            BecauseView {
                claim: case.claims.id(step.from.claim()).to_owned(),
                then: case.claims.id(step.to.claim()).to_owned(),
                rule: step.rule.words(case).name,
                text: english(&words),
                judgement: None,
                words,
            }
        })
        .collect()
}

/// A ruling without which the two would not contradict each other, as the last step of a reason.
fn ruling(case: &Case, conflict: &Conflict, key: Key<Judgement>) -> BecauseView {
    let [claim, then] = ids(case, conflict.claims());
    let words = who_is_who(case, key);
    let different = matches!(case.judgements[key].ruling, Ruling::DifferentEntities(_));
    BecauseView {
        claim,
        then,
        rule: if different {
            "ruled: different"
        } else {
            "ruled: one"
        }
        .to_owned(),
        text: english(&words),
        judgement: Some(case.judgements.id(key).to_owned()),
        words,
    }
}

/// A rule's words with why it is only possible.
fn with(words: &Words, doubt: Doubt) -> Words {
    let doubt = doubt.words();
    Words::new(doubt.iter().map(|(language, doubt)| {
        let words = words.best(language).map_or("", |(_, words)| words);
        (language.to_owned(), format!("{words}; {doubt}"))
    }))
}
