//! What happened to a claim, step by step: who reported it first, who denied it, who took it back.
//!
//! A statement is placed by when it was said, else by when its document was published; a judgement
//! by its minute. What is not dated comes last. Order is by first possible day, then last, then id.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::headings::Fate;
use super::implication::{Literal, Reached};
use super::setting::Analysis;
use super::standing::ClaimFigures;
use super::taken_back::TakenBackBy;
use crate::model::{
    Answer, Case, Claim, Day, Derived, Document, Entity, Filler, Judgement, Key, Ruling, Stance,
    Statement, TakeBackHow, Takes, When,
};

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum What {
    FirstReport,
    Repeat,
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
fn placed(case: &Case, statement: Key<Statement>) -> (Option<&When>, DatedBy) {
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
fn place(when: Option<&When>) -> (bool, Option<(Day, Day)>) {
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

/// A statement with the time that it speaks of.
pub type Dated = (Key<Statement>, Option<When>);

/// What is said of whether a person lives: each list in the order of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VitalStatus {
    /// The last that affirms the person alive, or seen, heard, held or wounded, by the time it is
    /// said of.
    pub last_alive: Option<Dated>,
    /// Those that pass on, without vouching for it, that the person was alive, seen, heard, held or wounded.
    pub alive_reported: Vec<Key<Statement>>,
    /// Unsourced or uncommitted reports of the death.
    pub rumours: Vec<Key<Statement>>,
    /// Those that affirm the death.
    pub affirmed: Vec<Key<Statement>>,
    /// Those that deny it.
    pub denied: Vec<Key<Statement>>,
    /// Those that doubt it.
    pub doubted: Vec<Key<Statement>>,
    /// Those that cannot confirm it.
    pub cannot_confirm: Vec<Key<Statement>>,
    /// Of all these, those that say it as likely only, or perhaps of another claim.
    pub soft: BTreeSet<Key<Statement>>,
    /// Answers of the desk on claims of the death: yes, no or open.
    pub settled: Vec<(Key<Judgement>, Answer)>,
}

/// The vital status of a person as the case has it: from claims whose predicate is, or entails, a
/// value of `status` of that person.
pub fn vital_status(analysis: &Analysis<'_>, person: Key<Entity>) -> VitalStatus {
    let case = analysis.case;
    let mut status = VitalStatus::default();
    let one = analysis.rulings.one_entity(person);
    let mut alive: BTreeSet<Key<Claim>> = BTreeSet::new();
    let mut dead: BTreeSet<Key<Claim>> = BTreeSet::new();
    for claim in case.claims.keys() {
        for lasting in says(analysis, claim, one) {
            if lasting {
                dead.insert(claim);
            } else {
                alive.insert(claim);
            }
        }
    }
    // What entails life or death by whatever rule or reason says so too. A denial does not travel here: who
    // denies the fight in which somebody is said to have died denies no death.
    let mut alive_by: BTreeMap<Key<Claim>, Key<Claim>> = BTreeMap::new();
    let mut dead_by: BTreeSet<Key<Claim>> = BTreeSet::new();
    let mut reached = Reached::new(&analysis.implications);
    for claim in case.claims.keys() {
        let from = Literal::affirmed(claim);
        if alive.contains(&claim)
            || dead.contains(&claim)
            || analysis.implications.direct(from).is_empty()
        {
            continue;
        }
        for to in reached.written(&analysis.implications, from).iter().skip(1) {
            if to.is_denied() {
                continue;
            }
            if alive.contains(&to.claim()) {
                alive_by.entry(claim).or_insert(to.claim());
            } else if dead.contains(&to.claim()) {
                dead_by.insert(claim);
            }
        }
    }
    let mut order: Vec<Key<Statement>> = case.statements.keys().collect();
    order.sort_by(|a, b| {
        place(placed(case, *a).0)
            .cmp(&place(placed(case, *b).0))
            .then_with(|| case.statements.id(*a).cmp(case.statements.id(*b)))
    });
    let mut last: BTreeMap<(Option<Day>, usize), Dated> = BTreeMap::new();
    for (n, key) in order.into_iter().enumerate() {
        if !analysis.stands(key) {
            continue;
        }
        for bearing in &case.statements[key].bears {
            if analysis.fate(key, bearing.claim, bearing.stance) != Fate::Stands {
                continue;
            }
            let alive_in = if alive.contains(&bearing.claim) {
                Some(bearing.claim)
            } else {
                alive_by.get(&bearing.claim).copied()
            };
            if dead_by.contains(&bearing.claim) && bearing.stance == Stance::Denies {
                continue;
            }
            if dead.contains(&bearing.claim) || dead_by.contains(&bearing.claim) {
                let list = match bearing.stance {
                    Stance::Affirms => &mut status.affirmed,
                    Stance::Denies => &mut status.denied,
                    Stance::Reports => &mut status.rumours,
                    Stance::Doubts => &mut status.doubted,
                    Stance::CannotConfirm => &mut status.cannot_confirm,
                };
                if list.last() != Some(&key) {
                    list.push(key);
                }
                if bearing.hedged || bearing.unclear {
                    status.soft.insert(key);
                }
            } else if alive_in.is_some() && bearing.stance == Stance::Reports {
                if status.alive_reported.last() != Some(&key) {
                    status.alive_reported.push(key);
                }
                if bearing.hedged || bearing.unclear {
                    status.soft.insert(key);
                }
            } else if let Some(claim) = alive_in
                && bearing.stance == Stance::Affirms
                && !bearing.unclear
            {
                // Said of no day, it is evidence of no later day than any other.
                let when = case.claims[claim].time.clone();
                last.insert((when.as_ref().and_then(When::first), n), (key, when));
                if bearing.hedged {
                    status.soft.insert(key);
                }
            }
        }
    }
    status.last_alive = last.pop_last().map(|(_, one)| one);
    for (key, _, judgement) in case.judgements.iter() {
        if let Ruling::Settled { claim, answer } = judgement.ruling
            && analysis.judgement_counts(key)
            && dead.contains(&claim)
        {
            status.settled.push((key, answer));
        }
    }
    status
}

/// Which values of a functional role with lasting values a claim gives a person: true for lasting.
pub fn says(analysis: &Analysis<'_>, claim: Key<Claim>, person: Key<Entity>) -> Vec<bool> {
    let case = analysis.case;
    let Some(proposition) = &case.claims[claim].proposition else {
        return Vec::new();
    };
    let predicate = &case.predicates[proposition.predicate];
    let is = |filler: &Filler| matches!(filler, Filler::Entity(e) if analysis.rulings.one_entity(*e) == person);
    let fillers = |role: usize| {
        proposition
            .roles
            .iter()
            .filter(move |r| r.role == role)
            .flat_map(|r| &r.fillers)
    };
    let mut all = Vec::new();
    let lasting = |takes: &Takes, value: &str| match takes {
        Takes::Value(values) if values.iter().any(|v| v.lasting) => values
            .iter()
            .find(|v| v.id.as_ref() == value)
            .map(|v| v.lasting),
        _ => None,
    };
    // The claim itself.
    let of_person = predicate
        .roles
        .iter()
        .enumerate()
        .any(|(i, role)| role.key && fillers(i).any(is));
    if of_person {
        for (i, role) in predicate.roles.iter().enumerate() {
            for filler in fillers(i) {
                if let (Filler::Value(v), Takes::Value(values)) = (filler, &role.takes)
                    && let Some(value) = values.get(*v)
                {
                    all.extend(lasting(&role.takes, &value.id));
                }
            }
        }
    }
    // What follows from it.
    for consequence in &predicate.entails {
        let Some(target) = case.predicates.key(&consequence.predicate) else {
            continue;
        };
        let about = consequence
            .roles
            .iter()
            .any(|(_, derived)| matches!(derived, Derived::Role(from) if fillers(*from).any(is)));
        if !about {
            continue;
        }
        for (id, derived) in &consequence.roles {
            let role = case.predicates[target].role(id);
            if let (Some(role), Derived::Value(value)) = (role, derived) {
                all.extend(lasting(&case.predicates[target].roles[role].takes, value));
            }
        }
    }
    all
}

/// Whether a step answers what others say.
fn against(what: What) -> bool {
    !matches!(what, What::FirstReport | What::Repeat | What::Concession)
}
