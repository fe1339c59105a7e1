//! What to check first: the fewest statements whose misreading would change a claim's answer.
//!
//! The answer is the claim's standing with the support of both stances. A statement counts as
//! misread if it had not borne on the claim at all. Sets of one are all tried, then all sets of two
//! of which neither changes anything alone: a source heard twice falls silent only with both. Larger sets are not
//! sought, and where even these are too many to try, the output says so. Cost: one count of the claim's figures for each
//! set tried, within [`TRIES`].

use std::collections::BTreeSet;

use super::warning::bearing;
use crate::analysis::{ClaimFigures, Ledger, Literal, Standing, Support, standing};
use crate::model::{Claim, Key, Statement};

use super::material::Material;

/// So many sets are tried for one claim, counted in sets and never in time.
const TRIES: usize = 5_000;

/// The smallest sets of statements on which an answer hangs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Misreading {
    /// The sets, those of one before those of two, by id; no set holds another. Empty where there is none of either.
    pub(super) sets: Vec<Vec<Key<Statement>>>,
    /// Sets of up to so many statements were all tried.
    pub(super) tried_up_to: usize,
}

type Answer = (Standing, Support, Support);

fn answer(
    ledger: &Ledger<'_, '_>,
    figures: &ClaimFigures,
    misread: &BTreeSet<Key<Statement>>,
) -> Answer {
    let claim = Literal::affirmed(figures.claim);
    let affirms = ledger.figures_without(claim, misread);
    let denies = ledger.figures_without(claim.negated(), misread);
    let reported = figures.reports.0.iter().any(|s| !misread.contains(s));
    (
        standing(&affirms, &denies, reported),
        affirms.support,
        denies.support,
    )
}

/// Seeks them for one claim. `ledger` need not seek what sources rest on.
pub(super) fn misreading(
    material: &Material<'_>,
    ledger: &Ledger<'_, '_>,
    claim: Key<Claim>,
) -> Misreading {
    let case = material.case();
    let figures = material.figures_of(claim);
    // Doubts and those who cannot tell change neither standing nor support.
    let beside: BTreeSet<Key<Statement>> = figures
        .doubts
        .0
        .iter()
        .chain(&figures.cannot_confirm.0)
        .copied()
        .collect();
    let committed: BTreeSet<Key<Statement>> = bearing(material, claim);
    let mut all: Vec<Key<Statement>> = committed
        .into_iter()
        .filter(|s| {
            !beside.contains(s)
                || figures.affirms.statements.contains(s)
                || figures.denies.statements.contains(s)
                || figures.reports.0.contains(s)
                || figures.affirms.entailed.contains(s)
                || figures.denies.entailed.contains(s)
        })
        .collect();
    all.sort_by_key(|s| case.statements.id(*s));
    if all.is_empty() || all.len() > TRIES {
        return Misreading::default();
    }
    let whole = answer(ledger, figures, &BTreeSet::new());
    let changes =
        |set: &[Key<Statement>]| answer(ledger, figures, &set.iter().copied().collect()) != whole;
    let single: Vec<Vec<Key<Statement>>> = all
        .iter()
        .map(|one| vec![*one])
        .filter(|set| changes(set))
        .collect();
    if all.len() * (all.len() - 1) / 2 > TRIES {
        return Misreading {
            sets: single,
            tried_up_to: 1,
        };
    }
    let alone: BTreeSet<Key<Statement>> = single.iter().flatten().copied().collect();
    let mut sets = single;
    for (i, a) in all.iter().enumerate() {
        for b in &all[i + 1..] {
            if !alone.contains(a) && !alone.contains(b) && changes(&[*a, *b]) {
                sets.push(vec![*a, *b]);
            }
        }
    }
    Misreading {
        sets,
        tried_up_to: 2,
    }
}
