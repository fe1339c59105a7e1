//! What happened to a claim, step by step: who reported it first, who denied it, who took it back.
//!
//! A statement is placed by when it was said, else by when its document was published; a judgement
//! by its minute. What is not dated comes last. Order is by first possible day, then last, then id.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::headings::Fate;
use super::setting::Analysis;
use super::standing::ClaimFigures;
use super::taken_back::TakenBackBy;
use crate::model::{
    Case, Claim, Day, Document, Judgement, Key, Ruling, Stance, Statement, TakeBackHow, When,
};

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum What {
    FirstReport,
    Repeat,
    /// A prediction that it will be so.
    Expected,
    /// A prediction that it will not.
    ExpectedNot,
    Denial,
    Doubt,
    CannotConfirm,
    Concession,
    Retraction,
    Supersession,
    Judgement,
}

/// By what a step is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DatedBy {
    /// When what is claimed happened.
    Event,
    /// When it was said, or ruled.
    Statement,
    /// When it was published.
    Publication,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeStep {
    /// When; none where nothing dates it.
    pub time: Option<When>,
    /// By what.
    pub dated_by: DatedBy,
    /// What.
    pub what: What,
    /// Of which claim.
    pub claim: Key<Claim>,
    /// The statement; none for a judgement.
    pub statement: Option<Key<Statement>>,
    /// Its document.
    pub document: Option<Key<Document>>,
    /// The judgement.
    pub judgement: Option<Key<Judgement>>,
    /// Said as likely only, or perhaps of another claim.
    pub soft: bool,
    /// It no longer stands.
    pub taken_back: bool,
    /// Where it takes another statement back: how, and what who does is to that.
    pub back: Option<(TakeBackHow, TakenBackBy)>,
}

/// When a statement was said, as far as is known.
pub(super) fn placed(case: &Case, statement: Key<Statement>) -> (Option<&When>, DatedBy) {
    let statement = &case.statements[statement];
    match (
        &statement.said_on,
        &case.documents[statement.document].published,
    ) {
        (Some(when), _) => (Some(when), DatedBy::Statement),
        (None, when) => (when.as_ref(), DatedBy::Publication),
    }
}

/// What is not dated comes last.
pub(super) fn place(when: Option<&When>) -> (bool, Option<(Day, Day)>) {
    (when.is_none(), when.map(When::place))
}

/// The steps of some claims, in order. `figures` are those of every claim, for concessions.
pub fn timeline(
    analysis: &Analysis<'_>,
    figures: &[ClaimFigures],
    claims: &[Key<Claim>],
) -> Vec<TimeStep> {
    let case = analysis.case;
    let wanted: BTreeSet<Key<Claim>> = claims.iter().copied().collect();
    let mut all: Vec<TimeStep> = Vec::new();
    for (key, _, statement) in case.statements.iter() {
        if !analysis.heard(key) {
            continue;
        }
        let (when, dated_by) = placed(case, key);
        let whole = analysis.taken_back.contains_key(&key);
        let mut add = |what, claim, soft, fallen, back| {
            all.push(TimeStep {
                time: when.cloned(),
                dated_by,
                what,
                claim,
                statement: Some(key),
                document: Some(statement.document),
                judgement: None,
                soft,
                taken_back: whole || fallen,
                back,
            });
        };
        let mut seen: BTreeSet<(Key<Claim>, Stance)> = BTreeSet::new();
        for bearing in &statement.bears {
            if !wanted.contains(&bearing.claim) || !seen.insert((bearing.claim, bearing.stance)) {
                continue;
            }
            let fate = analysis.fate(key, bearing.claim, bearing.stance);
            if fate == Fate::Gone {
                continue;
            }
            let fallen = fate != Fate::Stands;
            let what = match bearing.stance {
                // What is foretold is neither the first word that it was so nor evidence of it.
                Stance::Affirms | Stance::Reports if analysis.forecast(key) => What::Expected,
                Stance::Denies if analysis.forecast(key) => What::ExpectedNot,
                Stance::Affirms if conceded(analysis, figures, bearing.claim, key) => {
                    What::Concession
                }
                Stance::Affirms | Stance::Reports => What::Repeat,
                Stance::Denies => What::Denial,
                Stance::Doubts => What::Doubt,
                Stance::CannotConfirm => What::CannotConfirm,
            };
            let soft = bearing.hedged || bearing.unclear;
            add(what, bearing.claim, soft, fallen, None);
        }
        for back in &statement.takes_back {
            // Each that takes it back is a step, not only the first.
            let who = analysis.takes_back(key, back.statement);
            if who == TakenBackBy::Stranger {
                continue;
            }
            let what = match back.how {
                TakeBackHow::Retracts => What::Retraction,
                TakeBackHow::Corrects | TakeBackHow::Supersedes => What::Supersession,
            };
            let of: BTreeSet<Key<Claim>> = case.statements[back.statement]
                .bears
                .iter()
                .map(|b| b.claim)
                .filter(|claim| wanted.contains(claim))
                .collect();
            for claim in of {
                add(what, claim, false, false, Some((back.how, who)));
            }
        }
    }
    for (key, _, judgement) in case.judgements.iter() {
        if let Ruling::Settled { claim, .. } = judgement.ruling
            && wanted.contains(&claim)
            && analysis.judgement_counts(key)
        {
            let minute = judgement.at.to_string();
            let day = minute.split('T').next().unwrap_or_default();
            all.push(TimeStep {
                time: When::parse(day, false, Default::default()).ok(),
                dated_by: DatedBy::Statement,
                what: What::Judgement,
                claim,
                statement: None,
                document: None,
                judgement: Some(key),
                soft: false,
                taken_back: false,
                back: None,
            });
        }
    }
    all.sort_by(|a, b| {
        let id = |step: &TimeStep| {
            (
                step.statement.map(|s| case.statements.id(s)),
                step.judgement.map(|j| case.judgements.id(j)),
            )
        };
        place(a.time.as_ref())
            .cmp(&place(b.time.as_ref()))
            .then_with(|| case.claims.id(a.claim).cmp(case.claims.id(b.claim)))
            // Of one day, what is said comes before what is said against it.
            .then_with(|| against(a.what).cmp(&against(b.what)))
            .then_with(|| id(a).cmp(&id(b)))
            .then_with(|| a.what.cmp(&b.what))
            .then_with(|| {
                let back = |step: &TimeStep| step.back.map(|(how, who)| (how as u8, who));
                back(a).cmp(&back(b))
            })
    });
    // The first that says so, committed or not, is the first report in this case; but a step that
    // nothing dates is not known to be it while others are dated.
    let mut begun: BTreeSet<Key<Claim>> = BTreeSet::new();
    for step in &mut all {
        if matches!(step.what, What::Repeat | What::Concession)
            && begun.insert(step.claim)
            && step.what == What::Repeat
        {
            step.what = What::FirstReport;
        }
    }
    all
}

fn conceded(
    analysis: &Analysis<'_>,
    figures: &[ClaimFigures],
    claim: Key<Claim>,
    statement: Key<Statement>,
) -> bool {
    figures.get(claim.index()).is_some_and(|figures| {
        figures
            .conceded_statements
            .binary_search(&statement)
            .is_ok()
    }) && !analysis.taken_back.contains_key(&statement)
}

/// Whether a step answers what others say.
fn against(what: What) -> bool {
    !matches!(
        what,
        What::FirstReport | What::Repeat | What::Expected | What::Concession
    )
}
