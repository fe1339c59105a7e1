//! Which origins are known to be different, and how many voices that proves.
//!
//! Known different are two named origins, and two that a judgement keeps apart; never a body and
//! its member or spokesman, a collective and whom it may hold, or an origin that is heard only
//! through the other. The largest set of origins that are pairwise known different is a maximum
//! clique; it is found as a largest independent set of the pairs that are *not* known different,
//! which are few among named origins.

use std::collections::{BTreeMap, BTreeSet};

use super::setting::Analysis;
use crate::model::{Disclosure, Key, Source, SourceKind};

/// Steps of search for one set of voices.
pub(super) const BUDGET: usize = 20_000;

/// The largest set found of origins that are pairwise known different.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voices {
    /// The set, by id.
    pub by: Vec<Key<Source>>,
    /// Whether no larger one exists; else the budget ended first.
    pub exact: bool,
}

/// What is known of sources by themselves: kin that holds whatever the chains.
#[derive(Debug, Clone)]
pub struct Acquaintance {
    /// Of each node: the bodies and collectives that hold or may hold it, at any remove.
    above: BTreeMap<Key<Source>, BTreeSet<Key<Source>>>,
    /// Of each node: those that a judgement keeps apart from it.
    apart: BTreeMap<Key<Source>, BTreeSet<Key<Source>>>,
    nodes: Vec<Key<Source>>,
    rank: Vec<u32>,
}

impl Acquaintance {
    /// Gathers it for a case. Linear in the sources and their memberships.
    pub fn new(analysis: &Analysis<'_>) -> Self {
        let case = analysis.case;
        let nodes: Vec<_> = case.sources.keys().map(|s| analysis.node(s)).collect();
        let mut over: BTreeMap<Key<Source>, BTreeSet<Key<Source>>> = BTreeMap::new();
        for (key, _, source) in case.sources.iter() {
            let here = nodes[key.index()];
            for body in &source.member_of {
                over.entry(here).or_default().insert(nodes[body.index()]);
            }
            for member in &source.may_hold {
                over.entry(nodes[member.index()]).or_default().insert(here);
            }
        }
        let mut above: BTreeMap<Key<Source>, BTreeSet<Key<Source>>> = BTreeMap::new();
        for start in over.keys() {
            let mut all = BTreeSet::new();
            let mut next = vec![*start];
            while let Some(here) = next.pop() {
                for body in over.get(&here).into_iter().flatten() {
                    if body != start && all.insert(*body) {
                        next.push(*body);
                    }
                }
            }
            above.insert(*start, all);
        }
        let mut apart: BTreeMap<Key<Source>, BTreeSet<Key<Source>>> = BTreeMap::new();
        for (a, b) in analysis.rulings.different_sources() {
            let (a, b) = (nodes[a.index()], nodes[b.index()]);
            if a != b {
                apart.entry(a).or_default().insert(b);
                apart.entry(b).or_default().insert(a);
            }
        }
        let mut by_id: Vec<Key<Source>> = case.sources.keys().collect();
        by_id.sort_by_key(|s| case.sources.id(*s));
        let mut rank = vec![0; by_id.len()];
        for (place, key) in by_id.iter().enumerate() {
            rank[key.index()] = place as u32;
        }
        Self {
            above,
            apart,
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

    /// Whether one is a body or collective that holds, or may hold, the other.
    fn held(&self, a: Key<Source>, b: Key<Source>) -> bool {
        let holds = |a, b| self.above.get(&a).is_some_and(|above| above.contains(&b));
        holds(a, b) || holds(b, a)
    }

    /// Whether two origins are known to be different by what they are.
    pub fn different(&self, analysis: &Analysis<'_>, a: Key<Source>, b: Key<Source>) -> bool {
        let named = |s: Key<Source>| analysis.case.sources[s].disclosure == Disclosure::Named;
        a != b
            && !self.held(a, b)
            && ((named(a) && named(b))
                || self.apart.get(&a).is_some_and(|others| others.contains(&b)))
    }

    /// Whether a judgement keeps a source apart from any.
    pub(super) fn is_kept_apart(&self, a: Key<Source>) -> bool {
        self.apart.contains_key(&a)
    }

    /// Those that a judgement keeps apart from a source.
    fn kept_apart(&self, a: Key<Source>) -> impl Iterator<Item = Key<Source>> + '_ {
        self.apart.get(&a).into_iter().flatten().copied()
    }
}

/// Whether a source publishes: as an origin it may have its words from anybody.
pub fn publishes(kind: SourceKind) -> bool {
    matches!(
        kind,
        SourceKind::Outlet | SourceKind::Agency | SourceKind::Website
    )
}

/// The largest set of origins that are pairwise known different.
///
/// `heard` gives the chains of each origin as sets of nodes; an origin all of whose chains run
/// through another is not known to differ from it.
pub(super) fn largest(
    analysis: &Analysis<'_>,
    known: &Acquaintance,
    heard: &BTreeMap<Key<Source>, BTreeSet<Key<Source>>>,
    budget: usize,
) -> Voices {
    if heard.len() < 2 {
        return Voices {
            by: heard.keys().copied().collect(),
            exact: true,
        };
    }
    // `heard`: of each origin, the nodes that all its chains run through, itself left out.
    let through =
        |a: Key<Source>, b: Key<Source>| heard.get(&a).is_some_and(|all| all.contains(&b));
    let different = |a, b| known.different(analysis, a, b) && !through(a, b) && !through(b, a);
    let mut origins: Vec<Key<Source>> = heard.keys().copied().collect();
    origins.sort_by_key(|s| known.rank(*s));
    let (named, undisclosed): (Vec<_>, Vec<_>) = origins
        .iter()
        .copied()
        .partition(|s| analysis.case.sources[*s].disclosure == Disclosure::Named);
    let mut left = budget;
    // Among named origins only kin and what is heard only through the other is in the way.
    let place: BTreeMap<Key<Source>, usize> =
        named.iter().enumerate().map(|(i, s)| (*s, i)).collect();
    let mut conflicts: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); named.len()];
    for (i, origin) in named.iter().enumerate() {
        let above = known.above.get(origin).into_iter().flatten();
        for other in above.chain(heard.get(origin).into_iter().flatten()) {
            if let Some(j) = place.get(other)
                && *j != i
            {
                conflicts[i].insert(*j);
                conflicts[*j].insert(i);
            }
        }
    }
    let mut independent = Independent {
        conflicts: &conflicts,
        left,
        cut: false,
    };
    let best: Vec<usize> = independent.largest((0..named.len()).collect());
    left = independent.left;
    let mut exact = !independent.cut;
    let mut best: Vec<Key<Source>> = best.into_iter().map(|i| named[i]).collect();
    // With an undisclosed one only those that a judgement keeps apart from it can stand.
    for one in &undisclosed {
        let others: Vec<Key<Source>> = {
            let mut others: Vec<_> = known
                .kept_apart(*one)
                .filter(|other| heard.contains_key(other) && different(*one, *other))
                .collect();
            others.sort_by_key(|s| known.rank(*s));
            others
        };
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
    best.sort_by_key(|s| known.rank(*s));
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
