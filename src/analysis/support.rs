//! How far a stance is supported, and which sources its support rests on.
//!
//! Every set whose setting aside lowers the support must break what shows it: a pair of chains
//! from two origins known different, or a single chain. So the sets are found by breaking one
//! such witness after another, a bounded search tree for hitting sets: it finds every minimal set
//! up to the stated size without trying all sets.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::setting::Analysis;
use super::voices::{Acquaintance, publishes};
use crate::model::{Disclosure, Key, Source};

/// How far a stance is supported.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Support {
    /// Nobody commits, or only origins that nobody knows.
    #[default]
    None,
    /// Not shown to be more than one.
    SingleOrigin,
    /// Two origins or more that are known to be different.
    SeveralOrigins,
}

/// A minimal set of sources whose setting aside lowers a support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadBearing {
    /// The sources, by id.
    pub sources: Vec<Key<Source>>,
    /// The support as it is.
    pub from: Support,
    /// The support without them.
    pub to: Support,
}

/// A chain as support sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bearer {
    /// Its origin's node.
    pub(super) origin: Key<Source>,
    /// Whether an outlet speaks for itself.
    pub(super) own_voice: bool,
    /// Every node in it, by key.
    pub(super) nodes: Vec<Key<Source>>,
}

/// Steps of search for the sets of one stance.
pub(super) const BUDGET: usize = 2_000;

/// What support rests on.
pub(super) struct Ground<'a, 'c> {
    pub(super) analysis: &'a Analysis<'c>,
    pub(super) known: &'a Acquaintance,
    /// Chains with a known origin that bear clearly on the claim, each once.
    pub(super) bearers: &'a [Bearer],
}

impl Ground<'_, '_> {
    /// The support without some sources, with the chains that show it.
    fn without(&self, gone: &BTreeSet<Key<Source>>) -> (Support, Vec<usize>) {
        let left: Vec<usize> = (0..self.bearers.len())
            .filter(|i| !self.bearers[*i].nodes.iter().any(|n| gone.contains(n)))
            .collect();
        let Some(first) = left.first() else {
            return (Support::None, Vec::new());
        };
        if let Some((a, b)) = self.two(&left) {
            return (Support::SeveralOrigins, vec![a, b]);
        }
        (Support::SingleOrigin, vec![*first])
    }

    /// The support as it is.
    pub(super) fn support(&self) -> Support {
        self.without(&BTreeSet::new()).0
    }

    /// Chains of two origins that are known different, among these.
    fn two(&self, left: &[usize]) -> Option<(usize, usize)> {
        let sources = &self.analysis.case.sources;
        // Of each origin: its first chain, and the nodes that all its chains run through.
        let mut all: BTreeMap<u32, (usize, Vec<Key<Source>>)> = BTreeMap::new();
        for i in left {
            let bearer = &self.bearers[*i];
            if bearer.own_voice || publishes(sources[bearer.origin].kind) {
                continue;
            }
            all.entry(self.known.rank(bearer.origin))
                .and_modify(|(_, common)| common.retain(|n| bearer.nodes.contains(n)))
                .or_insert_with(|| (*i, bearer.nodes.clone()));
        }
        let origins: Vec<(usize, Key<Source>, Vec<Key<Source>>)> = all
            .into_values()
            .map(|(i, common)| (i, self.bearers[i].origin, common))
            .collect();
        let differ = |a: &(usize, Key<Source>, Vec<Key<Source>>),
                      b: &(usize, Key<Source>, Vec<Key<Source>>)| {
            self.known.different(self.analysis, a.1, b.1)
                && !a.2.contains(&b.1)
                && !b.2.contains(&a.1)
        };
        let (named, undisclosed): (Vec<_>, Vec<_>) = origins
            .iter()
            .partition(|o| sources[o.1].disclosure == Disclosure::Named);
        for (n, a) in named.iter().enumerate() {
            // Kin of one origin are few, so that a partner is met soon.
            if let Some(b) = named[n + 1..].iter().find(|b| differ(a, b)) {
                return Some((a.0, b.0));
            }
        }
        for a in &undisclosed {
            if let Some(b) = origins.iter().find(|b| differ(a, b)) {
                return Some((a.0, b.0));
            }
        }
        None
    }

    /// The minimal sets that lower the support, of up to `most` sources, by size and id; and the
    /// size up to which none is missing.
    pub(super) fn load_bearing(&self, most: usize) -> (Vec<LoadBearing>, usize) {
        let from = self.support();
        if from == Support::None {
            return (Vec::new(), most);
        }
        let mut found: BTreeMap<(usize, Vec<u32>), LoadBearing> = BTreeMap::new();
        let mut complete = most;
        let targets: &[Support] = if from == Support::SeveralOrigins {
            &[Support::SingleOrigin, Support::None]
        } else {
            &[Support::None]
        };
        let mut left = BUDGET;
        for target in targets {
            let mut seen: BTreeSet<Vec<u32>> = BTreeSet::new();
            let mut lowering: Vec<(BTreeSet<Key<Source>>, Support)> = Vec::new();
            let mut open: Vec<BTreeSet<Key<Source>>> = vec![BTreeSet::new()];
            let mut size = 0;
            while !open.is_empty() && size <= most {
                let mut next = Vec::new();
                for gone in open {
                    // One and two are always tried out; beyond that, as far as the budget goes.
                    if size > 2 {
                        if left == 0 {
                            complete = complete.min(size - 1);
                            break;
                        }
                        left -= 1;
                    }
                    if lowering.iter().any(|(set, _)| set.is_subset(&gone)) {
                        continue;
                    }
                    let (support, witness) = self.without(&gone);
                    if support <= *target {
                        lowering.push((gone, support));
                        continue;
                    }
                    if size == most {
                        continue;
                    }
                    let members: BTreeSet<Key<Source>> = witness
                        .iter()
                        .flat_map(|i| self.bearers[*i].nodes.iter().copied())
                        .collect();
                    for member in members {
                        let mut more = gone.clone();
                        more.insert(member);
                        let ranks: Vec<u32> = {
                            let mut ranks: Vec<_> =
                                more.iter().map(|s| self.known.rank(*s)).collect();
                            ranks.sort_unstable();
                            ranks
                        };
                        if seen.insert(ranks) {
                            next.push(more);
                        }
                    }
                }
                open = next;
                size += 1;
            }
            for (set, to) in lowering {
                let mut sources: Vec<Key<Source>> = set.into_iter().collect();
                sources.sort_by_key(|s| self.known.rank(*s));
                let ranks: Vec<u32> = sources.iter().map(|s| self.known.rank(*s)).collect();
                found
                    .entry((sources.len(), ranks))
                    .or_insert(LoadBearing { sources, from, to });
            }
        }
        (found.into_values().collect(), complete)
    }
}
