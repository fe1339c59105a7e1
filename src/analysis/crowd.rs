//! Conflicts within a rivalry (claims of one key with many values) that are counted and found without
//! being written pair by pair.
//!
//! A stance that enters one rivalry in one place only is *plain*: it conflicts there with whoever is of
//! another value at a time that meets, and by one rule. Conflicts of plain stances are left unwritten
//! here; those of all others are written, as are the few of plain ones that a second reason joins.

use std::collections::{BTreeMap, BTreeSet};

use super::conflicts::{Conflict, Held, Kind};
use super::implication::{Arena, Cell, Clashing, Rivalry, Walk};
use super::setting::Analysis;
use crate::model::{Claim, Key};

/// A stance's place in a rivalry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Which stance, in the list of all that are held.
    pub(super) held: u32,
    /// The claim of the rivalry that it affirms or leads to.
    pub(super) claim: Key<Claim>,
    pub(super) cell: Cell,
}

/// Where the stances that somebody has enter the rivalries of a case.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// Of each rivalry.
    pub(super) of: Vec<Vec<Entry>>,
    /// Of each stance: how many of its places differ.
    places: Vec<u32>,
}

impl Entries {
    /// Finds them. The stances are sorted, each once.
    pub(super) fn new(analysis: &Analysis<'_>, held: &[Held]) -> Self {
        let implications = &analysis.implications;
        if implications.rivalries().is_empty() {
            return Self::default();
        }
        let mut of = vec![Vec::new(); implications.rivalries().len()];
        let mut places = vec![0; held.len()];
        let mut walk = Walk::default();
        let mut found = Vec::new();
        for (n, one) in held.iter().enumerate() {
            if one.literal.is_denied() {
                continue;
            }
            let reached = walk.written(implications, one.literal, |_, _, _| {});
            found.clear();
            for literal in reached {
                let Some(seat) = implications.seat(*literal) else {
                    continue;
                };
                let cell = implications.cell(seat);
                found.push((seat.0, cell));
                of[seat.0 as usize].push(Entry {
                    held: n as u32,
                    claim: literal.claim(),
                    cell,
                });
            }
            found.sort_unstable();
            found.dedup();
            places[n] = found.len() as u32;
        }
        Self { of, places }
    }

    /// Whether a stance enters a rivalry.
    pub(super) fn enters(&self, held: usize) -> bool {
        self.places.get(held).is_some_and(|places| *places > 0)
    }

    /// Whether it does in one place only.
    fn is_plain(&self, held: usize) -> bool {
        self.places.get(held) == Some(&1)
    }
}

/// A plain stance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) held: Held,
    pub(super) cell: Cell,
    /// Its place by id.
    pub(super) order: (u32, bool, bool),
}

/// What is said with one weight each of plain stances.
pub(super) type Weights<'w> = &'w dyn Fn(usize) -> u64;

/// The plain stances to the claims of one rivalry, by id.
#[derive(Debug, Clone)]
pub(super) struct Crowd {
    /// Which rivalry.
    pub(super) rivalry: u32,
    pub(super) items: Vec<Item>,
    /// What a conflict between two commitments is about.
    pub(super) kind: Kind,
    /// Of each whether it conflicts with any other.
    pub(super) disputed: Vec<bool>,
    /// Pairs that are written after all, the first by id first.
    written: BTreeSet<(u32, u32)>,
}

impl Crowd {
    /// Whether and how two of these conflict, the first by id first, written or not.
    pub(super) fn clash(&self, analysis: &Analysis<'_>, i: u32, j: u32) -> Option<Conflict> {
        let (a, b) = (&self.items[i as usize], &self.items[j as usize]);
        let rivalry = self.rivalry(analysis);
        let clash = rivalry.clash(&a.cell, &b.cell)?;
        let reports = usize::from(a.held.report) + usize::from(b.held.report);
        let (kind, possible) = match (clash, reports) {
            (Clashing::Surely, 0) => (self.kind, None),
            (Clashing::Surely, 1) => (Kind::DisputedRumour, None),
            (Clashing::Perhaps(doubt), 0) => (self.kind, Some((rivalry.rule, doubt))),
            (Clashing::Perhaps(doubt), 1) => (Kind::DisputedRumour, Some((rivalry.rule, doubt))),
            _ => return None,
        };
        Some(Conflict {
            a: a.held,
            b: b.held,
            kind,
            possible,
        })
    }

    /// As [`Crowd::clash`]; none where it is written.
    pub(super) fn unwritten(&self, analysis: &Analysis<'_>, i: u32, j: u32) -> Option<Conflict> {
        if self.written.contains(&(i, j)) {
            return None;
        }
        self.clash(analysis, i, j)
    }

    pub(super) fn rivalry<'a>(&self, analysis: &'a Analysis<'_>) -> &'a Rivalry {
        &analysis.implications.rivalries()[self.rivalry as usize]
    }

    /// The unwritten pairs of some of these, by weight.
    pub(super) fn pairs(&self, analysis: &Analysis<'_>, among: &[u32], weight: Weights<'_>) -> u64 {
        let rivalry = self.rivalry(analysis);
        let all = || {
            let all = among.iter().map(|i| (&self.items[*i as usize], *i));
            all.map(|(item, i)| (item.held.report, (item.cell, weight(i as usize))))
        };
        // A report conflicts with what is committed to; two reports commit nobody.
        let every = rivalry.all_pairs(all().map(|(_, one)| one));
        let reports = all().filter(|(report, _)| *report).map(|(_, one)| one);
        every - rivalry.all_pairs(reports) - self.written_pairs(analysis, among, weight, false)
    }

    /// Of those the certain ones, where the weights are of what is said without a hedge.
    pub(super) fn certain(
        &self,
        analysis: &Analysis<'_>,
        among: &[u32],
        weight: Weights<'_>,
    ) -> u64 {
        let rivalry = self.rivalry(analysis);
        let all = || {
            let all = among.iter().map(|i| (&self.items[*i as usize], *i));
            all.map(|(item, i)| (item.held.report, (item.cell, weight(i as usize))))
        };
        let reports = all().filter(|(report, _)| *report).map(|(_, one)| one);
        rivalry.sure_pairs(all().map(|(_, one)| one))
            - rivalry.sure_pairs(reports)
            - self.written_pairs(analysis, among, weight, true)
    }

    fn written_pairs(
        &self,
        analysis: &Analysis<'_>,
        among: &[u32],
        weight: Weights<'_>,
        sure: bool,
    ) -> u64 {
        if self.written.is_empty() {
            return 0;
        }
        let of = |i: &u32| self.written.range((*i, 0)..=(*i, u32::MAX));
        let here = among.iter().flat_map(of);
        let here = here.filter(|(i, j)| {
            let clash = || self.clash(analysis, *i, *j);
            among.binary_search(j).is_ok()
                && clash().is_some_and(|clash| !sure || clash.possible.is_none())
        });
        here.map(|(i, j)| weight(*i as usize) * weight(*j as usize))
            .sum()
    }
}

/// The crowds of a case.
#[derive(Debug, Clone, Default)]
pub(super) struct Crowds {
    pub(super) all: Vec<Crowd>,
    /// Of a stance: its crowd and place there.
    of: BTreeMap<Held, (u32, u32)>,
}

impl Crowds {
    /// Of the plain stances that are not among those whose conflicts are to be written.
    pub(super) fn new(
        analysis: &Analysis<'_>,
        held: &[Held],
        entries: &Entries,
        to_write: &BTreeSet<Held>,
        ranks: &[u32],
    ) -> Self {
        let mut this = Self::default();
        for (rivalry, entries_of) in entries.of.iter().enumerate() {
            let mut items: Vec<Item> = Vec::new();
            for entry in entries_of {
                let one = held[entry.held as usize];
                let again = items.last().is_some_and(|last| last.held == one);
                if again || !entries.is_plain(entry.held as usize) || to_write.contains(&one) {
                    continue;
                }
                items.push(Item {
                    held: one,
                    cell: entry.cell,
                    order: one.order(ranks),
                });
            }
            if items.len() < 2 {
                continue;
            }
            items.sort_unstable_by_key(|item| item.order);
            let n = this.all.len() as u32;
            this.of
                .extend((0..).zip(&items).map(|(i, item)| (item.held, (n, i))));
            let rule = analysis.implications.rivalries()[rivalry].rule;
            let mut crowd = Crowd {
                rivalry: rivalry as u32,
                items,
                kind: rule.clash(analysis.case).map_or(Kind::Denial, Kind::from),
                disputed: Vec::new(),
                written: BTreeSet::new(),
            };
            let floor = Floor::new(analysis, &crowd, |_| true);
            let disputed = crowd.items.iter().map(|item| floor.meets_any(item));
            crowd.disputed = disputed.collect();
            this.all.push(crowd);
        }
        this
    }

    /// Where a stance is; none where its conflicts are written.
    pub(super) fn place(&self, held: Held) -> Option<(u32, u32)> {
        if self.of.is_empty() {
            return None;
        }
        self.of.get(&held).copied()
    }

    /// The places of two stances of one crowd, the first by id first.
    pub(super) fn both(&self, a: Held, b: Held) -> Option<(u32, (u32, u32))> {
        let ((n, i), (m, j)) = (self.place(a)?, self.place(b)?);
        (n == m && i != j).then_some((n, (i.min(j), i.max(j))))
    }

    /// How two stances conflict here, written or not.
    pub(super) fn clash(&self, analysis: &Analysis<'_>, a: Held, b: Held) -> Option<Conflict> {
        let (n, (i, j)) = self.both(a, b)?;
        self.all[n as usize].clash(analysis, i, j)
    }

    /// Notes that a conflict is written; whether it was not before.
    pub(super) fn write(&mut self, analysis: &Analysis<'_>, a: Held, b: Held) -> bool {
        let Some((n, pair)) = self.both(a, b) else {
            return false;
        };
        let crowd = &mut self.all[n as usize];
        crowd.clash(analysis, pair.0, pair.1).is_some() && crowd.written.insert(pair)
    }
}

impl Crowds {
    /// Marks the stances that conflict with some other here.
    pub(super) fn disputed(&self, all: &mut [bool]) {
        for crowd in &self.all {
            for (item, disputed) in crowd.items.iter().zip(&crowd.disputed) {
                all[item.held.index()] |= disputed;
            }
        }
    }
}

/// Commitments and reports of a crowd, or of a part of it, ready to be searched.
#[derive(Debug)]
pub(super) struct Floor<'a> {
    commitments: Arena<'a>,
    reports: Arena<'a>,
}

/// Which conflicts of a crowd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Between two commitments, surely.
    Sure,
    /// Between a report and a commitment.
    Rumours,
    /// Between a report and a commitment, possibly.
    PossibleRumours,
    /// Between two commitments, possibly.
    Possible,
}

impl Which {
    /// Every kind.
    pub(super) const ALL: [Self; 4] = [
        Self::Sure,
        Self::Rumours,
        Self::PossibleRumours,
        Self::Possible,
    ];
}

impl<'a> Floor<'a> {
    /// Of the stances of a crowd that are wanted.
    pub(super) fn new(
        analysis: &'a Analysis<'_>,
        crowd: &Crowd,
        wanted: impl Fn(usize) -> bool,
    ) -> Self {
        let rivalry = &analysis.implications.rivalries()[crowd.rivalry as usize];
        let arena = |report: bool| {
            let some = crowd.items.iter().enumerate();
            let some = some.filter(|(i, item)| item.held.report == report && wanted(*i));
            Arena::new(rivalry, some.map(|(i, item)| (i as u32, item.cell)))
        };
        Self {
            commitments: arena(false),
            reports: arena(true),
        }
    }

    /// Tells of those that one conflicts with, written or not, until told to stop; false where it was.
    pub(super) fn with(
        &self,
        item: &Item,
        which: Which,
        visit: &mut impl FnMut(u32) -> bool,
    ) -> bool {
        match (which, item.held.report) {
            (Which::Sure, false) | (Which::Rumours, true) => {
                self.commitments.surely(&item.cell, visit)
            }
            (Which::Rumours, false) => self.reports.surely(&item.cell, visit),
            (Which::Possible, false) | (Which::PossibleRumours, true) => {
                self.commitments.possibly(&item.cell, visit)
            }
            (Which::PossibleRumours, false) => self.reports.possibly(&item.cell, visit),
            (Which::Sure | Which::Possible, true) => true,
        }
    }

    /// Whether one conflicts with anything here.
    pub(super) fn meets_any(&self, item: &Item) -> bool {
        Which::ALL
            .into_iter()
            .any(|which| !self.with(item, which, &mut |_| false))
    }

    /// Joins what conflicts: tells of pairs until whatever conflicts is connected by them. `items` are
    /// those of the crowd that this is of. Cost: each is found once.
    pub(super) fn join(mut self, items: &[Item], mut joined: impl FnMut(u32, u32)) {
        let mut met = vec![false; items.len()];
        let mut open: Vec<u32> = Vec::new();
        for start in 0..items.len() {
            if met[start] {
                continue;
            }
            met[start] = true;
            self.leave(start as u32);
            open.push(start as u32);
            while let Some(here) = open.pop() {
                let item = &items[here as usize];
                let mut next: Vec<u32> = Vec::new();
                for which in Which::ALL {
                    self.take(item, which, &mut next);
                }
                for other in next {
                    joined(here, other);
                    met[other as usize] = true;
                    open.push(other);
                }
            }
        }
    }

    fn leave(&mut self, id: u32) {
        self.commitments.remove(id);
        self.reports.remove(id);
    }

    fn take(&mut self, item: &Item, which: Which, all: &mut Vec<u32>) {
        let from = all.len();
        self.with(item, which, &mut |other| {
            all.push(other);
            true
        });
        for other in &all[from..] {
            self.leave(*other);
        }
    }
}
