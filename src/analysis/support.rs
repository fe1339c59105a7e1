//! How far a stance is supported, and which sources its support rests on.
//!
//! Every set whose setting aside lowers the support must break what shows it: a pair of chains
//! from two origins known different, or a single chain. So the sets are found by breaking one
//! such witness after another, a bounded search tree for hitting sets: it finds every minimal set
//! up to the stated size without trying all sets.

use std::collections::BTreeMap;

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

/// So many sets of more than two sources are tried out; where there are more, none of that size is.
pub(super) const BUDGET: usize = 128;

/// What support rests on.
pub(super) struct Ground<'a, 'c> {
    analysis: &'a Analysis<'c>,
    known: &'a Acquaintance,
    /// Chains with a known origin that bear clearly on the claim, each once, those of one origin
    /// together.
    bearers: &'a [Bearer],
    /// Of each origin that can be counted: where its chains begin and end among the bearers.
    origins: Vec<(Key<Source>, usize, usize)>,
}

/// Chains that show a support: of two origins, or one.
type Witness = (Support, Vec<usize>);

/// An origin with its first chain that is left, and where its chains end.
#[derive(Clone, Copy)]
struct Left {
    origin: Key<Source>,
    first: usize,
    end: usize,
}

impl<'a, 'c> Ground<'a, 'c> {
    /// Of bearers in the order of their origins' ids.
    pub(super) fn new(
        analysis: &'a Analysis<'c>,
        known: &'a Acquaintance,
        bearers: &'a [Bearer],
    ) -> Self {
        let sources = &analysis.case.sources;
        let mut origins: Vec<(Key<Source>, usize, usize)> = Vec::new();
        for (i, bearer) in bearers.iter().enumerate() {
            if bearer.own_voice || publishes(sources[bearer.origin].kind) {
                continue;
            }
            match origins.last_mut() {
                Some((origin, _, end)) if *origin == bearer.origin => *end = i + 1,
                _ => origins.push((bearer.origin, i, i + 1)),
            }
        }
        Self {
            analysis,
            known,
            bearers,
            origins,
        }
    }

    fn stands(&self, i: usize, gone: &[Key<Source>]) -> bool {
        !self.bearers[i].nodes.iter().any(|node| gone.contains(node))
    }

    /// The support without some sources, with the chains that show it. Ends at the first pair of
    /// origins that are known different, so that it rarely looks at more than a few chains.
    fn without(&self, gone: &[Key<Source>]) -> Witness {
        if let Some((a, b)) = self.two(gone) {
            return (Support::SeveralOrigins, vec![a, b]);
        }
        match (0..self.bearers.len()).find(|i| self.stands(*i, gone)) {
            Some(first) => (Support::SingleOrigin, vec![first]),
            None => (Support::None, Vec::new()),
        }
    }

    /// The support as it is.
    pub(super) fn support(&self) -> Support {
        self.without(&[]).0
    }

    /// Chains of two origins that are known different, of those that are left.
    fn two(&self, gone: &[Key<Source>]) -> Option<(usize, usize)> {
        let sources = &self.analysis.case.sources;
        // Whether all chains that are left of one origin run through another node.
        let through = |a: &Left, node: Key<Source>| {
            self.left(a, gone)
                .all(|i| self.bearers[i].nodes.contains(&node))
        };
        let differ = |a: &Left, b: &Left| {
            self.known.different(self.analysis, a.origin, b.origin)
                && !through(a, b.origin)
                && !through(b, a.origin)
        };
        let mut named: Vec<Left> = Vec::new();
        let mut ruled: Vec<Left> = Vec::new();
        for (origin, start, end) in &self.origins {
            let mut left = Left {
                origin: *origin,
                first: *start,
                end: *end,
            };
            let Some(first) = self.left(&left, gone).next() else {
                continue;
            };
            left.first = first;
            let is_named = sources[*origin].disclosure == Disclosure::Named;
            if is_named && let Some(other) = named.iter().find(|other| differ(other, &left)) {
                return Some((other.first, left.first));
            }
            // Beyond two named ones only a judgement keeps two apart.
            if self.known.is_kept_apart(*origin) {
                if let Some(other) = ruled.iter().find(|other| differ(other, &left)) {
                    return Some((other.first, left.first));
                }
                ruled.push(left);
            }
            if is_named {
                named.push(left);
            }
        }
        None
    }

    /// The chains of an origin that are left, from its first on.
    fn left(&self, of: &Left, gone: &[Key<Source>]) -> impl Iterator<Item = usize> {
        (of.first..of.end).filter(move |i| !self.bearers[*i].own_voice && self.stands(*i, gone))
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
        for target in targets {
            let mut lowering: Vec<(Vec<Key<Source>>, Support)> = Vec::new();
            let mut open: Vec<Vec<Key<Source>>> = vec![Vec::new()];
            let mut size = 0;
            while !open.is_empty() && size <= most {
                let mut next: Vec<Vec<Key<Source>>> = Vec::new();
                // Sets of one size are tried in order, each once.
                open.sort();
                open.dedup();
                // One and two are always tried out; beyond that, only what the budget has room for.
                if size > 2 && open.len() > BUDGET {
                    complete = complete.min(size - 1);
                    break;
                }
                let smaller = lowering.len();
                for gone in open {
                    if lowering[..smaller]
                        .iter()
                        .any(|(set, _)| set.iter().all(|s| gone.contains(s)))
                    {
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
                    for member in witness.iter().flat_map(|i| &self.bearers[*i].nodes) {
                        if !gone.contains(member) {
                            let mut more = gone.clone();
                            more.push(*member);
                            more.sort_unstable();
                            next.push(more);
                        }
                    }
                }
                open = next;
                size += 1;
            }
            for (mut sources, to) in lowering {
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
