//! Whether a person lives, as the case has it: who says so, who says that the person is dead, who denies that.
//!
//! A claim speaks of a death where its predicate is, or entails, a lasting value of `status`. It may say more than
//! that: by whom, of what, in what. Who affirms it affirms the death; who denies it need not deny the death.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::Figures;
use super::headings::Fate;
use super::implication::{Literal, Reached};
use super::setting::Analysis;
use super::standing::ClaimFigures;
use super::support::Support;
use super::timeline::{place, placed};
use crate::model::{
    Answer, Claim, Day, Derived, Entity, Filler, Judgement, Key, Ruling, Stance, Statement, Takes,
    When,
};

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
    /// Those that deny it; not those that only deny who did it, of what, or in what.
    pub denied: Vec<Key<Statement>>,
    /// Those that doubt it.
    pub doubted: Vec<Key<Statement>>,
    /// Those that cannot confirm it.
    pub cannot_confirm: Vec<Key<Statement>>,
    /// Of all these, those that say it as likely only, or perhaps of another claim.
    pub soft: BTreeSet<Key<Statement>>,
    /// Answers of the desk on claims of the death: yes, no or open. Of a claim that says more than the death only
    /// a yes is one.
    pub settled: Vec<(Key<Judgement>, Answer)>,
}

/// The vital status of a person as the case has it: from claims whose predicate is, or entails, a
/// value of `status` of that person. Predictions are no evidence of either.
pub fn vital_status(analysis: &Analysis<'_>, person: Key<Entity>) -> VitalStatus {
    let case = analysis.case;
    let mut status = VitalStatus::default();
    let one = analysis.rulings.one_entity(person);
    let mut alive: BTreeSet<Key<Claim>> = BTreeSet::new();
    let mut dead: BTreeSet<Key<Claim>> = BTreeSet::new();
    let mut more: BTreeSet<Key<Claim>> = BTreeSet::new();
    for claim in case.claims.keys() {
        for lasting in says(analysis, claim, one) {
            if lasting {
                dead.insert(claim);
                if says_more(analysis, claim, one) {
                    more.insert(claim);
                }
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
    more.extend(&dead_by);
    let mut order: Vec<Key<Statement>> = case.statements.keys().collect();
    order.sort_by(|a, b| {
        place(placed(case, *a).0)
            .cmp(&place(placed(case, *b).0))
            .then_with(|| case.statements.id(*a).cmp(case.statements.id(*b)))
    });
    let mut last: BTreeMap<(Option<Day>, usize), Dated> = BTreeMap::new();
    for (n, key) in order.into_iter().enumerate() {
        if !analysis.stands(key) || analysis.forecast(key) {
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
            // Who denies the killer, or doubts the quarrel, says nothing of the death.
            if more.contains(&bearing.claim)
                && !matches!(bearing.stance, Stance::Affirms | Stance::Reports)
            {
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
            && (answer == Answer::Yes || !more.contains(&claim))
        {
            status.settled.push((key, answer));
        }
    }
    status
}

/// Whether the case shows a person to be dead: somebody who can be named or pointed at clearly says so, not as a
/// prediction, and nobody denies it, or the desk took it to be so, the last time it ruled. Who denies only by whom
/// or in what somebody was killed does not deny the death, but who says just that does not show it either. `claims`
/// are those about the person.
pub fn shown_dead<'f>(
    analysis: &Analysis<'_>,
    person: Key<Entity>,
    claims: impl Iterator<Item = Key<Claim>>,
    figures: impl Fn(Key<Claim>) -> &'f ClaimFigures,
) -> bool {
    let case = analysis.case;
    let one = analysis.rulings.one_entity(person);
    let (mut affirmed, mut denied, mut ruled) = (false, false, None);
    let all = |figures: &Figures| -> Vec<Key<Statement>> {
        let all = figures.statements.iter().chain(&figures.entailed);
        all.copied().filter(|s| !analysis.forecast(*s)).collect()
    };
    let deaths: Vec<(&ClaimFigures, bool)> = claims
        .filter(|claim| says(analysis, *claim, one).contains(&true))
        .map(|claim| (figures(claim), says_more(analysis, claim, one)))
        .collect();
    // Where it is disputed that he killed her, those who say so do not show that she is dead.
    let disputed: BTreeSet<Key<Claim>> = deaths
        .iter()
        .filter(|(figures, more)| *more && !figures.denies.statements.is_empty())
        .map(|(figures, _)| figures.claim)
        .collect();
    let shows = |statement: &Key<Statement>| {
        let bears = case.statements[*statement].bears.iter();
        let mut death = bears
            .filter(|b| b.stance == Stance::Affirms)
            .map(|b| b.claim)
            .filter(|claim| says(analysis, *claim, one).contains(&true))
            .peekable();
        death.peek().is_none() || death.any(|claim| !disputed.contains(&claim))
    };
    for (figures, more) in deaths {
        let unclear = |s: &Key<Statement>| figures.affirms.unclear.binary_search(s).is_ok();
        let direct = |s: &Key<Statement>| figures.denies.statements.binary_search(s).is_ok();
        let affirms = all(&figures.affirms);
        affirmed |= figures.affirms.support != Support::None
            && affirms.iter().any(|s| !unclear(s) && shows(s));
        let denies = all(&figures.denies);
        denied |= denies.into_iter().any(|statement| {
            let bears = &case.statements[statement].bears;
            let affirms = || bears.iter().filter(|b| b.stance == Stance::Affirms);
            if direct(&statement) {
                return !more;
            }
            // Who names another killer, or another day, says that the person is dead; who denies only the quarrel
            // says nothing of it.
            let dead = affirms().any(|b| says(analysis, b.claim, one).contains(&true));
            !dead && (!more || affirms().next().is_some())
        });
        let answer = figures
            .judgement
            .and_then(|key| match &case.judgements[key].ruling {
                Ruling::Settled { answer, .. } => Some((case.judgements[key].at, key, *answer)),
                _ => None,
            });
        let answer = answer.filter(|(_, _, answer)| !more || *answer == Answer::Yes);
        ruled = ruled.max(answer.map(|(at, key, answer)| (at, key, answer == Answer::Yes)));
    }
    match ruled {
        Some((_, _, dead)) => dead,
        None => affirmed && !denied,
    }
}

/// Whether a claim of a person's death says more than that: beside the person and values some role is filled, as
/// by whom, of what, or in what. When and where it was are no roles.
fn says_more(analysis: &Analysis<'_>, claim: Key<Claim>, person: Key<Entity>) -> bool {
    let Some(proposition) = &analysis.case.claims[claim].proposition else {
        return true;
    };
    proposition.roles.iter().any(|filled| {
        let of = |filler: &Filler| matches!(filler, Filler::Entity(e) if analysis.rulings.one_entity(*e) == person);
        let value = |filler: &Filler| matches!(filler, Filler::Value(_));
        !filled.fillers.iter().any(of) && !filled.fillers.iter().all(value)
    })
}

/// Which values of a functional role with lasting values a claim gives a person: true for lasting.
fn says(analysis: &Analysis<'_>, claim: Key<Claim>, person: Key<Entity>) -> Vec<bool> {
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
