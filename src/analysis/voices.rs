//! Which origins are known to be different, and how many voices that proves.
//!
//! Known different are two named origins that nothing marks as perhaps one, and two that a judgement
//! keeps apart; never a body and its member or spokesman, a collective and whom it may hold, or an
//! origin that is heard only through the other. The largest set of origins that are pairwise known different is a maximum
//! clique; it is found as a largest independent set of the pairs that are *not* known different,
//! which are few among named origins.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::lists::Lists;
use super::setting::Analysis;
use crate::model::{Case, Disclosure, Key, RelationKind, Source, Table};

/// Steps of search for one set of voices.
pub(super) const BUDGET: usize = 20_000;

/// The largest set found of origins that are pairwise known different.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Voices {
    /// The set, by rank.
    pub(super) by: Vec<u32>,
    /// Whether no larger one exists; else the budget ended first.
    pub(super) exact: bool,
}

/// What is known of sources by themselves: kin that holds whatever the chains.
///
/// Inside, a source is its *rank*: its place among all by id, which is what ties are broken by.
#[derive(Debug, Clone)]
pub struct Acquaintance {
    /// Of each rank: the bodies and collectives that hold or may hold it, at any remove, sorted.
    above: Lists<u32>,
    /// Of each rank: those that a judgement keeps apart from it, sorted.
    apart: Lists<u32>,
    /// Of each rank: those that it may be one with, or may hold or be held by if a mark holds true, sorted.
    perhaps: Lists<u32>,
    /// Of each rank: whether its name is written.
    named: Vec<bool>,
    /// Of each rank: whether it publishes.
    publishes: Vec<bool>,
    by_rank: Vec<Key<Source>>,
    /// Of each source: the node that it counts as.
    nodes: Vec<Key<Source>>,
    rank: Vec<u32>,
}

impl Acquaintance {
    /// Gathers it for a case. Linear in the sources and their memberships, but for their order.
    pub fn new(analysis: &Analysis<'_>) -> Self {
        let case = analysis.case;
        let all = case.sources.len();
        let nodes: Vec<_> = case.sources.keys().map(|s| analysis.node(s)).collect();
        let by_rank = by_id(&case.sources);
        let mut rank = vec![0; all];
        for (place, key) in by_rank.iter().enumerate() {
            rank[key.index()] = place as u32;
        }
        let node = |source: Key<Source>| rank[nodes[source.index()].index()];
        let mut over: Vec<(u32, u32)> = Vec::new();
        for (key, _, source) in case.sources.iter() {
            let here = node(key);
            over.extend(source.member_of.iter().map(|body| (here, node(*body))));
            over.extend(source.may_hold.iter().map(|member| (node(*member), here)));
        }
        let over = Lists::of_pairs(all, &over);
        let mut above = Lists::default();
        let mut next = Vec::new();
        // Of each rank: the walk that met it last.
        let mut seen = vec![u32::MAX; all];
        for (start, direct) in over.iter().enumerate() {
            seen[start] = start as u32;
            next.extend(direct);
            while let Some(here) = next.pop() {
                if seen[here as usize] != start as u32 {
                    seen[here as usize] = start as u32;
                    above.add(here);
                    next.extend(over.of(here as usize));
                }
            }
            above.close_sorted();
        }
        let mut apart: Vec<(u32, u32)> = Vec::new();
        for (a, b) in analysis.rulings.different_sources() {
            let (a, b) = (node(a), node(b));
            if a != b {
                apart.extend([(a, b), (b, a)]);
            }
        }
        apart.sort_unstable();
        apart.dedup();
        let mut marked: Vec<(u32, u32)> = perhaps_same(case)
            .map(|(a, b)| (node(a), node(b)))
            .filter(|(a, b)| a != b)
            .map(|(a, b)| (a.min(b), a.max(b)))
            .collect();
        marked.sort_unstable();
        marked.dedup();
        let perhaps = perhaps(&above, &marked, &apart, all);
        Self {
            above,
            apart: Lists::of_pairs(all, &apart),
            perhaps: Lists::of_pairs(all, &perhaps),
            named: by_rank
                .iter()
                .map(|s| case.sources[*s].disclosure == Disclosure::Named)
                .collect(),
            publishes: by_rank
                .iter()
                .map(|s| case.sources[*s].kind.publishes())
                .collect(),
            by_rank,
            nodes,
            rank,
        }
    }

    /// The node that a source counts as.
    pub fn node(&self, source: Key<Source>) -> Key<Source> {
        self.nodes[source.index()]
    }

    /// The place of a source among all, by id: what ties are broken by.
    pub fn rank(&self, source: Key<Source>) -> u32 {
        self.rank[source.index()]
    }

    /// The rank of the node that a source counts as.
    pub(super) fn node_rank(&self, source: Key<Source>) -> u32 {
        self.rank(self.node(source))
    }

    /// The source of a rank.
    pub(super) fn at(&self, rank: u32) -> Key<Source> {
        self.by_rank[rank as usize]
    }

    /// The sources of some ranks, each once, in the order of the case.
    pub(super) fn keys(&self, ranks: &[u32]) -> Vec<Key<Source>> {
        let mut keys: Vec<Key<Source>> = ranks.iter().map(|rank| self.at(*rank)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Whether the name of the source of a rank is written.
    pub(super) fn is_named(&self, rank: u32) -> bool {
        self.named[rank as usize]
    }

    /// Whether the source of a rank publishes.
    pub(super) fn publishes(&self, rank: u32) -> bool {
        self.publishes[rank as usize]
    }

    /// Whether one is a body or collective that holds, or may hold, the other.
    fn held(&self, a: u32, b: u32) -> bool {
        self.above.of(a as usize).binary_search(&b).is_ok()
            || self.above.of(b as usize).binary_search(&a).is_ok()
    }

    /// Whether two nodes are known to be different by what they are; both by rank.
    pub(super) fn different(&self, a: u32, b: u32) -> bool {
        a != b
            && !self.held(a, b)
            && ((self.is_named(a) && self.is_named(b) && !self.perhaps_one(a, b))
                || self.kept_apart(a).binary_search(&b).is_ok())
    }

    /// Whether two nodes are marked as perhaps one, or would be a body and its member if such a mark
    /// held true; both by rank. Never where a judgement keeps the two apart.
    pub(super) fn perhaps_one(&self, a: u32, b: u32) -> bool {
        self.perhaps.of(a as usize).binary_search(&b).is_ok()
    }

    /// Pairs of named ones among some ranks (sorted) that are not known different for no other reason than a
    /// mark, the first by id first.
    pub(super) fn perhaps_among(&self, ranks: &[u32]) -> Vec<(Key<Source>, Key<Source>)> {
        let mut pairs = Vec::new();
        for a in ranks.iter().filter(|rank| self.is_named(**rank)) {
            for b in self.perhaps.of(*a as usize) {
                let two = a < b && self.is_named(*b) && !self.held(*a, *b);
                if two && ranks.binary_search(b).is_ok() {
                    pairs.push((self.at(*a), self.at(*b)));
                }
            }
        }
        pairs
    }

    /// Those that a judgement keeps apart from a node.
    pub(super) fn kept_apart(&self, rank: u32) -> &[u32] {
        self.apart.of(rank as usize)
    }
}

/// The pairs of sources that are marked as perhaps one, in the entry of either source or of the entity that it
/// is too; as written, whatever a judgement says.
pub fn perhaps_same(case: &Case) -> impl Iterator<Item = (Key<Source>, Key<Source>)> + '_ {
    case.sources.iter().flat_map(|(key, id, source)| {
        let own = source.perhaps_same.iter().copied();
        let entity = case.entities.key(id).map(|entity| &case.entities[entity]);
        let related = entity.into_iter().flat_map(|entity| &entity.related);
        let related = related
            .filter(|relation| relation.how == RelationKind::PerhapsSame)
            .filter_map(|relation| case.sources.key(case.entities.id(relation.to)));
        own.chain(related).map(move |other| (key, other))
    })
}

/// What follows from marks, each by itself: were the two one, whatever holds the one would hold what the other
/// holds. Both ways, sorted; without what a judgement keeps apart (`apart`, both ways and sorted).
fn perhaps(
    above: &Lists<u32>,
    marked: &[(u32, u32)],
    apart: &[(u32, u32)],
    all: usize,
) -> Vec<(u32, u32)> {
    if marked.is_empty() {
        return Vec::new();
    }
    let is_apart = |a: u32, b: u32| apart.binary_search(&(a, b)).is_ok();
    let under: Vec<(u32, u32)> = (0..all as u32)
        .flat_map(|low| above.of(low as usize).iter().map(move |high| (*high, low)))
        .collect();
    let below = Lists::of_pairs(all, &under);
    let with = |lists: &Lists<u32>, one: u32| -> Vec<u32> {
        let list = lists.of(one as usize).iter().copied();
        list.chain([one]).collect()
    };
    let mut pairs = Vec::new();
    for (a, b) in marked.iter().filter(|(a, b)| !is_apart(*a, *b)) {
        for (a, b) in [(*a, *b), (*b, *a)] {
            for high in with(above, a) {
                for low in with(&below, b) {
                    if high != low && !is_apart(high, low) {
                        pairs.extend([(high, low), (low, high)]);
                    }
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The keys of a table in the order of the ids.
pub(super) fn by_id<T>(table: &Table<T>) -> Vec<Key<T>> {
    let mut all: Vec<(&str, Key<T>)> = table.iter().map(|(key, id, _)| (id, key)).collect();
    all.par_sort_unstable_by_key(|(id, _)| *id);
    all.into_iter().map(|(_, key)| key).collect()
}

/// The largest set of origins that are pairwise known different, all by rank.
///
/// `origins` is sorted; `common` gives of each the nodes that all its chains run through, sorted,
/// itself left out: an origin all of whose chains run through another is not known to differ
/// from it.
pub(super) fn largest(
    known: &Acquaintance,
    origins: &[u32],
    common: &Lists<u32>,
    budget: usize,
) -> Voices {
    if origins.len() < 2 {
        return Voices {
            by: origins.to_vec(),
            exact: true,
        };
    }
    let through = |a: u32, b: u32| {
        origins
            .binary_search(&a)
            .is_ok_and(|i| common.of(i).binary_search(&b).is_ok())
    };
    let different = |a, b| known.different(a, b) && !through(a, b) && !through(b, a);
    let mut left = budget;
    // Among named origins only kin, what may be one and what is heard only through the other is in the way.
    let mut best: Vec<u32> = Vec::with_capacity(origins.len());
    best.extend(origins.iter().filter(|origin| known.is_named(**origin)));
    let mut conflicts: Vec<BTreeSet<usize>> = Vec::new();
    for (i, origin) in origins.iter().enumerate() {
        let Ok(i_named) = best.binary_search(origin) else {
            continue;
        };
        let held = known.above.of(*origin as usize).iter();
        let perhaps = known.perhaps.of(*origin as usize);
        for other in held.chain(perhaps).chain(common.of(i)) {
            if let Ok(j) = best.binary_search(other)
                && j != i_named
            {
                conflicts.resize(best.len(), BTreeSet::new());
                conflicts[i_named].insert(j);
                conflicts[j].insert(i_named);
            }
        }
    }
    let mut exact = true;
    // Where nothing is in the way all of them are the largest set.
    if !conflicts.is_empty() {
        let mut independent = Independent {
            conflicts: &conflicts,
            left,
            cut: false,
        };
        let found = independent.largest((0..best.len()).collect());
        left = independent.left;
        exact = !independent.cut;
        best = found.into_iter().map(|i| best[i]).collect();
    }
    // With an undisclosed one only those that a judgement keeps apart from it can stand.
    for one in origins.iter().filter(|origin| !known.is_named(**origin)) {
        let others: Vec<u32> = known
            .kept_apart(*one)
            .iter()
            .copied()
            .filter(|other| origins.binary_search(other).is_ok() && different(*one, *other))
            .collect();
        if others.len() < best.len() {
            continue;
        }
        let conflicts: Vec<BTreeSet<usize>> = others
            .iter()
            .map(|a| {
                (0..others.len())
                    .filter(|j| others[*j] != *a && !different(*a, others[*j]))
                    .collect()
            })
            .collect();
        let mut independent = Independent {
            conflicts: &conflicts,
            left,
            cut: false,
        };
        let found = independent.largest((0..others.len()).collect());
        left = independent.left;
        exact &= !independent.cut;
        if found.len() + 1 > best.len() {
            best = found.into_iter().map(|i| others[i]).chain([*one]).collect();
        }
    }
    best.sort_unstable();
    Voices { by: best, exact }
}

/// A largest set of vertices no two of which conflict, by reductions and branching.
struct Independent<'c> {
    conflicts: &'c [BTreeSet<usize>],
    left: usize,
    cut: bool,
}

impl Independent<'_> {
    /// Vertices with at most one conflict left are in some largest set; else the most conflicted
    /// one is tried out and in. Where the budget ends, the rest is taken greedily.
    fn largest(&mut self, open: BTreeSet<usize>) -> Vec<usize> {
        let mut open = open;
        let mut taken = Vec::new();
        let mut queue: BTreeSet<usize> = open.clone();
        let degree = |open: &BTreeSet<usize>, i: usize| {
            self.conflicts[i]
                .iter()
                .filter(|j| open.contains(j))
                .count()
        };
        let most = loop {
            while let Some(i) = queue.pop_first() {
                if !open.contains(&i) || degree(&open, i) > 1 {
                    continue;
                }
                open.remove(&i);
                taken.push(i);
                let near: Vec<usize> = self.conflicts[i]
                    .iter()
                    .copied()
                    .filter(|j| open.contains(j))
                    .collect();
                for j in near {
                    open.remove(&j);
                    queue.extend(self.conflicts[j].iter().filter(|k| open.contains(k)));
                }
            }
            let most = open
                .iter()
                .copied()
                .max_by_key(|i| (degree(&open, *i), std::cmp::Reverse(*i)));
            let Some(most) = most else { return taken };
            if self.left > 0 {
                break most;
            }
            // Without the most conflicted one, again and again, the rest is in the end free.
            self.cut = true;
            open.remove(&most);
            queue.extend(self.conflicts[most].iter().filter(|k| open.contains(k)));
        };
        self.left -= 1;
        let mut without = open.clone();
        without.remove(&most);
        let with: BTreeSet<usize> = without
            .iter()
            .copied()
            .filter(|j| !self.conflicts[most].contains(j))
            .collect();
        let mut with = self.largest(with);
        with.push(most);
        let without = self.largest(without);
        taken.extend(if with.len() >= without.len() {
            with
        } else {
            without
        });
        taken
    }
}
