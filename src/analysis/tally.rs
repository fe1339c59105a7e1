//! Who stands how to a claim, and through whom it reached print.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Chains, LinkRole};
use super::origins::Origins;
use crate::model::{Case, Document, Key, Source, Stance, Statement, TakeBackHow};

/// Statements by stance, for one claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClaimTally {
    /// Who commits to it.
    pub affirms: Tally,
    /// Who commits to its negation.
    pub denies: Tally,
    /// Who holds it unlikely.
    pub doubts: Vec<Key<Statement>>,
    /// Who passes it on without commitment.
    pub reports: Vec<Key<Statement>>,
    /// Who says it cannot tell.
    pub cannot_confirm: Vec<Key<Statement>>,
}

/// One stance of commitment to one claim, and what carries it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Statements that count.
    pub statements: Vec<Key<Statement>>,
    /// Some of them: said as likely only.
    pub hedged: Vec<Key<Statement>>,
    /// Some of them: perhaps not of this very claim.
    pub unclear: Vec<Key<Statement>>,
    /// Statements that were taken back, and do not count.
    pub taken_back: Vec<Key<Statement>>,
    /// The documents they stand in.
    pub documents: BTreeSet<Key<Document>>,
    /// Who first published them.
    pub outlets: BTreeSet<Key<Source>>,
    /// Who published them again.
    pub republishers: BTreeSet<Key<Source>>,
    /// Where they come from.
    pub origins: Origins,
}

/// Which statements were taken back, by which, and how.
pub fn taken_back(case: &Case) -> BTreeMap<Key<Statement>, (Key<Statement>, TakeBackHow)> {
    let mut all = BTreeMap::new();
    for (later, _, statement) in case.statements.iter() {
        for back in &statement.takes_back {
            all.entry(back.statement).or_insert((later, back.how));
        }
    }
    all
}

/// The tally of every claim, in the order of the case.
pub fn tallies(case: &Case, chains: &Chains) -> Vec<ClaimTally> {
    let taken_back = taken_back(case);
    let mut all = vec![ClaimTally::default(); case.claims.len()];
    for (key, _, statement) in case.statements.iter() {
        for bearing in &statement.bears {
            let tally = &mut all[bearing.claim.index()];
            let committed = match bearing.stance {
                Stance::Affirms => &mut tally.affirms,
                Stance::Denies => &mut tally.denies,
                Stance::Doubts => {
                    add(&mut tally.doubts, key);
                    continue;
                }
                Stance::Reports => {
                    add(&mut tally.reports, key);
                    continue;
                }
                Stance::CannotConfirm => {
                    add(&mut tally.cannot_confirm, key);
                    continue;
                }
            };
            if taken_back.contains_key(&key) {
                add(&mut committed.taken_back, key);
                continue;
            }
            add(&mut committed.statements, key);
            if bearing.hedged {
                add(&mut committed.hedged, key);
            }
            if bearing.unclear {
                add(&mut committed.unclear, key);
            }
        }
    }
    for tally in &mut all {
        for stance in [&mut tally.affirms, &mut tally.denies] {
            carry(case, chains, stance);
        }
    }
    all
}

fn add(list: &mut Vec<Key<Statement>>, key: Key<Statement>) {
    if list.last() != Some(&key) {
        list.push(key);
    }
}

fn carry(case: &Case, chains: &Chains, tally: &mut Tally) {
    for key in &tally.statements {
        tally.documents.insert(case.statements[*key].document);
        for chain in chains.of(*key) {
            let mut first = None;
            for link in &chain.links {
                match (link.role, link.source) {
                    (LinkRole::Outlet, Some(source)) => first = Some(source),
                    (LinkRole::Republisher, Some(source)) => {
                        tally.republishers.insert(source);
                    }
                    _ => {}
                }
            }
            // Outlet voice: the origin is the outlet. Where the first carrier is unknown, the
            // republisher is the first publisher that is known.
            if case.statements[*key].outlet_voice {
                first = chain.origin();
            }
            let known = first.or_else(|| chain.links.last().and_then(|link| link.source));
            tally.outlets.extend(known);
        }
    }
    tally.origins = Origins::of(case, chains, &tally.statements);
}
