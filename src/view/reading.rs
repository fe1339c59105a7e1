//! What had to be chosen in reading a statement as it is entered: the analyst notes that the words may be read
//! otherwise (`reading`), or the same words deny a narrower question as well. No figure changes by it; it stands
//! beside who says so, beside the number that rests on it, and it goes where the commitment goes: what only follows
//! from words that may be read otherwise follows only if they are read so.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::implication::Reached;
use crate::analysis::{Analysis, Figures, Literal};
use crate::model::{Anchor, Bearing, Case, Claim, Key, Stance, Statement};

/// Why a reading may be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// The same words deny a narrower question, and perhaps only that: who denies that somebody was killed in a
    /// quarrel may deny the quarrel only.
    Narrower,
    /// The analyst notes that the words may be read otherwise.
    Noted,
}

/// The statements of a stance that commit to it only as they are read here, each with what it is that was read so.
pub(super) type Readings<'c> = BTreeMap<Key<Statement>, Vec<(Reading, &'c Bearing)>>;

/// Finds them. What a statement says plainly too is not among them, nor what it says unclearly. Cost: the statements;
/// and where one that follows from another question was read so, what leads there.
pub(super) fn readings<'c>(
    analysis: &Analysis<'c>,
    claim: Key<Claim>,
    stance: Stance,
    figures: &Figures,
) -> Readings<'c> {
    let case = analysis.case;
    let mut all = Readings::new();
    for key in &figures.statements {
        let mut bears = case.statements[*key].bears.iter();
        let here = bears.find(|one| one.claim == claim && one.stance == stance);
        if let Some(here) = here
            && let Some(chosen) = chosen(case, *key, here)
        {
            all.insert(*key, vec![(chosen, here)]);
        }
    }
    let Some(literal) = Literal::of(claim, stance) else {
        return all;
    };
    let some_chosen = |key: &Key<Statement>| {
        let mut bears = case.statements[*key].bears.iter();
        bears.any(|one| chosen(case, *key, one).is_some())
    };
    let travelled: Vec<Key<Statement>> = figures
        .entailed
        .iter()
        .copied()
        .filter(some_chosen)
        .collect();
    if travelled.is_empty() {
        return all;
    }
    // What leads to a literal is what its negation leads to, negated.
    let implications = &analysis.implications;
    let mut reached = Reached::new(implications);
    let leads: BTreeSet<Literal> = reached
        .from(implications, literal.negated())
        .iter()
        .map(|other| other.negated())
        .collect();
    for key in travelled {
        let through = case.statements[key].bears.iter().filter(|one| {
            let committed = Literal::of(one.claim, one.stance);
            !one.unclear && committed.is_some_and(|literal| leads.contains(&literal))
        });
        let read: Option<Vec<_>> = through
            .map(|one| chosen(case, key, one).map(|chosen| (chosen, one)))
            .collect();
        if let Some(read) = read.filter(|read| !read.is_empty()) {
            all.insert(key, read);
        }
    }
    all
}

/// What had to be chosen for one bearing; none where the words say it plainly.
fn chosen(case: &Case, statement: Key<Statement>, here: &Bearing) -> Option<Reading> {
    if !narrower(case, statement, here).is_empty() {
        return Some(Reading::Narrower);
    }
    (!here.reading.is_empty()).then_some(Reading::Noted)
}
/// The narrower questions that the words of a denial deny as well.
pub(super) fn narrower(case: &Case, statement: Key<Statement>, here: &Bearing) -> Vec<Key<Claim>> {
    let statement = &case.statements[statement];
    let part = |bearing: &Bearing| -> Vec<(usize, usize)> {
        let spans = |all: &[Anchor]| all.iter().map(|a| (a.span.start, a.span.end)).collect();
        if bearing.part.is_empty() {
            spans(&statement.content)
        } else {
            spans(&bearing.part)
        }
    };
    if here.stance != Stance::Denies {
        return Vec::new();
    }
    let mine = part(here);
    let mut narrow: Vec<Key<Claim>> = statement
        .bears
        .iter()
        .filter(|other| other.stance == Stance::Denies && other.claim != here.claim)
        .filter(|other| {
            let wider = &case.claims[other.claim].entails;
            wider.iter().any(|link| link.claim == here.claim)
        })
        .filter(|other| {
            let theirs = part(other);
            mine.iter()
                .any(|a| theirs.iter().any(|b| a.0 < b.1 && b.0 < a.1))
        })
        .map(|other| other.claim)
        .collect();
    narrow.sort_by_key(|claim| case.claims.id(*claim));
    narrow
}
