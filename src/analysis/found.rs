//! All conflicts between the stances that some statements have: those found by walking the clauses, those
//! that are only possible, and those within rivalries, written where that is needed.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::conflicts::{Conflict, Held, Kind, PARTS, Possible, possible, sure};
use super::crowd::{Crowds, Entries, Entry};
use super::implication::{Arena, Clashing, Reached};
use super::setting::Analysis;

/// The conflicts between stances that some statements have.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Written out, by what they are about, sure ones first, then by id.
    pub(super) conflicts: Vec<Conflict>,
    /// Within rivalries, unwritten.
    pub(super) crowds: Crowds,
}

impl Found {
    /// Every conflict between stances that some statements have; of plain stances to the claims of one
    /// rivalry only those are written of which one is to be. The stances are sorted, each once.
    ///
    /// Cost: what follows from each stance that somebody has, what is excluded within rivalries not
    /// among it, and what is written.
    pub(super) fn new(
        analysis: &Analysis<'_>,
        held: &[Held],
        entries: &Entries,
        to_write: &BTreeSet<Held>,
    ) -> Self {
        let ranks = analysis.implications.ranks();
        let mut flags = vec![false; analysis.case.claims.len() * 4];
        for one in held {
            flags[one.index()] = true;
        }
        // A few parts: each needs room to walk over the whole case.
        let part = held.len().div_ceil(PARTS).max(1024);
        let (parts, mut may): (Vec<Vec<Conflict>>, Vec<Possible>) = rayon::join(
            || {
                held.par_chunks(part)
                    .map(|starts| sure(analysis, starts, &flags, ranks))
                    .collect()
            },
            || possible(analysis, held, ranks),
        );
        let mut this = Self {
            conflicts: parts.into_iter().flatten().collect(),
            crowds: Crowds::new(analysis, held, entries, to_write, ranks),
        };
        if !analysis.implications.rivalries().is_empty() {
            this.rivals(analysis, held, entries, &mut may);
        }
        may.par_sort_unstable();
        may.dedup_by_key(|(pair, _)| *pair);
        let mut known: Vec<(Held, Held)> = this.conflicts.iter().map(|c| (c.a, c.b)).collect();
        known.par_sort_unstable();
        for ((a, b), (_, rule, doubt)) in may {
            let surely = || {
                this.crowds
                    .clash(analysis, a, b)
                    .is_some_and(|c| c.possible.is_none())
            };
            if known.binary_search(&(a, b)).is_err() && !surely() {
                let kind = if a.report || b.report {
                    Kind::DisputedRumour
                } else {
                    rule.clash(analysis.case).map_or(Kind::Other, Kind::from)
                };
                this.conflicts.push(Conflict {
                    a,
                    b,
                    kind,
                    possible: Some((rule, doubt)),
                });
            }
        }
        for conflict in &this.conflicts {
            this.crowds.write(analysis, conflict.a, conflict.b);
        }
        this.sort(ranks);
        this
    }

    fn sort(&mut self, ranks: &[u32]) {
        self.conflicts
            .par_sort_by_key(|conflict| conflict.order(ranks));
    }

    /// Writes conflicts that were not, where they are none that is written already.
    pub(super) fn write(&mut self, analysis: &Analysis<'_>, more: Vec<Conflict>) {
        for conflict in more {
            if self.crowds.write(analysis, conflict.a, conflict.b) {
                self.conflicts.push(conflict);
            }
        }
        self.sort(analysis.implications.ranks());
    }

    /// Adds the conflicts within rivalries of all stances that are not plain or are to be written, and
    /// tells anew what the others' written ones are about, where a rivalry may be the shorter way.
    fn rivals(
        &mut self,
        analysis: &Analysis<'_>,
        held: &[Held],
        entries: &Entries,
        may: &mut Vec<Possible>,
    ) {
        let ranks = analysis.implications.ranks();
        let ordered = |a: Held, b: Held| {
            let turned = b.order(ranks) < a.order(ranks);
            if turned { (b, a) } else { (a, b) }
        };
        let mut surely: BTreeSet<(Held, Held)> = BTreeSet::new();
        for (rivalry, of) in analysis.implications.rivalries().iter().zip(&entries.of) {
            let one = |i: u32| held[of[i as usize].held as usize];
            let free = |entry: &Entry| self.crowds.place(held[entry.held as usize]).is_none();
            if !of.iter().any(free) {
                continue;
            }
            let each = || (0u32..).zip(of);
            let all = Arena::new(rivalry, each().map(|(i, entry)| (i, entry.cell)));
            for (i, entry) in each().filter(|(_, entry)| free(entry)) {
                let a = one(i);
                all.surely(&entry.cell, &mut |j| {
                    let b = one(j);
                    if !(a.report && b.report) {
                        surely.insert(ordered(a, b));
                    }
                    true
                });
                all.possibly(&entry.cell, &mut |j| {
                    let (b, other) = (one(j), &of[j as usize]);
                    let clash = rivalry.clash(&entry.cell, &other.cell);
                    let apart = a.literal != b.literal && !(a.report && b.report);
                    if let (true, Some(Clashing::Perhaps(doubt))) = (apart, clash) {
                        let own = |held: Held, entry: &Entry| held.literal.claim() == entry.claim;
                        let direct = own(a, entry) && own(b, other);
                        let ground =
                            |held: Held, entry: &Entry| (held.literal.claim(), entry.claim);
                        let implications = &analysis.implications;
                        let settled = || {
                            let (a, b) = (ground(a, entry), ground(b, other));
                            implications.settled(rivalry.rule, a, b)
                        };
                        if direct || !settled() {
                            may.push((ordered(a, b), (!direct, rivalry.rule, doubt)));
                        }
                    }
                    true
                });
            }
        }
        // What other rules make possible between two plain ones may be so here as well.
        for n in 0..may.len() {
            let (a, b) = may[n].0;
            let own = |held: Held| analysis.implications.seat(held.literal).is_some();
            if let Some(Conflict {
                possible: Some((rule, doubt)),
                ..
            }) = self.crowds.clash(analysis, a, b)
            {
                may.push(((a, b), (!(own(a) && own(b)), rule, doubt)));
            }
        }
        for conflict in &self.conflicts {
            let clash = || self.crowds.clash(analysis, conflict.a, conflict.b);
            if clash().is_some_and(|clash| clash.possible.is_none()) {
                surely.insert((conflict.a, conflict.b));
            }
        }
        self.conflicts
            .retain(|conflict| !surely.contains(&(conflict.a, conflict.b)));
        let mut reached = Reached::new(&analysis.implications);
        for (a, b) in surely {
            let kind = if a.report || b.report {
                Kind::DisputedRumour
            } else {
                reached.towards(&analysis.implications, a.literal, b.literal.claim());
                let clash = reached.exclusion(b.literal.negated());
                let clash = clash.and_then(|rule| rule.clash(analysis.case));
                clash.map_or(Kind::Denial, Kind::from)
            };
            self.conflicts.push(Conflict {
                a,
                b,
                kind,
                possible: None,
            });
        }
    }
}
