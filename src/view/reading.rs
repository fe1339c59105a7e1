//! What had to be chosen in reading a statement as it is entered: the analyst gives a reason, or the same words
//! deny a narrower question as well. No figure changes by it; it stands beside who says so.

use crate::model::{Anchor, Bearing, Case, Claim, Key, Stance, Statement};

/// Why a reading may be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// The same words deny a narrower question, and perhaps only that: who denies that somebody was killed in a
    /// quarrel may deny the quarrel only.
    Narrower,
    /// The analyst gives a reason for reading it so.
    Argued,
}

/// What had to be chosen in reading a statement with a stance to a claim; none where it says it plainly, or says it
/// of another claim only.
pub(super) fn reading(
    case: &Case,
    statement: Key<Statement>,
    claim: Key<Claim>,
    stance: Stance,
) -> Option<Reading> {
    let mut bears = case.statements[statement].bears.iter();
    let here = bears.find(|one| one.claim == claim && one.stance == stance)?;
    if !narrower(case, statement, here).is_empty() {
        return Some(Reading::Narrower);
    }
    (!here.why.is_empty()).then_some(Reading::Argued)
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
