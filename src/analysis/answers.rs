//! The desk's answers to questions, and what colleagues hold against them.
//!
//! An answer is in force while no later judgement replaces it. The desk's answer is the last in force that dissents
//! from nothing; a dissent stands beside it, whether what it was written against still stands or was replaced.

use std::collections::BTreeSet;

use super::setting::Analysis;
use crate::model::{Judgement, Key, Ruling};

/// The judgements that count here and that another one replaces.
fn replaced(analysis: &Analysis<'_>) -> BTreeSet<Key<Judgement>> {
    let all = analysis.case.judgements.iter();
    all.filter(|(key, _, _)| analysis.judgement_counts(*key))
        .filter_map(|(_, _, judgement)| judgement.replaces)
        .collect()
}

/// Of each claim the desk's answer to its question; none where nobody has one in force but who dissents.
pub(super) fn answers(analysis: &Analysis<'_>) -> Vec<Option<Key<Judgement>>> {
    let case = analysis.case;
    let replaced = replaced(analysis);
    let mut all = vec![None; case.claims.len()];
    for (key, _, judgement) in case.judgements.iter() {
        if let Ruling::Settled { claim, .. } = judgement.ruling
            && analysis.judgement_counts(key)
            && !replaced.contains(&key)
            && judgement.dissents_from.is_empty()
        {
            all[claim.index()] = Some(key);
        }
    }
    all
}

/// The judgements in force that dissent from one, in the order of the file: those that say so, and those that
/// dissent from an earlier answer to the same question and give another answer than this.
pub fn dissents(analysis: &Analysis<'_>, from: Key<Judgement>) -> Vec<Key<Judgement>> {
    let judgements = &analysis.case.judgements;
    let replaced = replaced(analysis);
    let stands = &judgements[from].ruling;
    let against = |ruling: &Ruling| match (ruling, stands) {
        (
            Ruling::Settled { claim, answer },
            Ruling::Settled {
                claim: of,
                answer: desk,
            },
        ) => claim == of && answer != desk,
        _ => false,
    };
    judgements
        .iter()
        .filter(|(key, _, one)| {
            analysis.judgement_counts(*key)
                && !replaced.contains(key)
                && (one.dissents_from.contains(&from)
                    || !one.dissents_from.is_empty() && *key != from && against(&one.ruling))
        })
        .map(|(key, _, _)| key)
        .collect()
}
