//! How far a stance is supported, and which sources its support rests on.
//!
//! Every set whose setting aside lowers the support must break what shows it: a pair of chains
//! from two origins known different, or a single chain. So the sets are found by breaking one
//! such witness after another, a bounded search tree for hitting sets: it finds every minimal set
//! up to the stated size without trying all sets.

use schemars::JsonSchema;
use serde::Serialize;

use super::voices::Acquaintance;
use super::ways::Ways;
use crate::model::{Key, Source};

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

/// So many sets of more than two sources are tried out; where there are more, none of that size is.
pub(super) const BUDGET: usize = 128;

/// Sets of more sources than this are not sought.
pub(super) const LARGEST: usize = 3;

/// What support rests on: chains with a known origin that bear clearly on the claim.
#[derive(Default)]
pub(super) struct Ground {
    /// The chains, each once, in the order of their origins' ids.
    bearers: Vec<u32>,
    /// Of each origin that can be counted: where its chains begin and end among the bearers.
    origins: Vec<(u32, u32, u32)>,
    /// The nodes of these chains, sorted.
    nodes: Vec<u32>,
    /// Of each bearer: a bit for each node, by its place among the nodes.
    bits: Vec<u64>,
    /// Pairs of bearers that show two origins to be different, in the order in which they are looked for, with the
    /// bits of both; kept where the bearers are few.
    pairs: Option<Vec<Pair>>,
}

/// Two chains that show two origins to be different: as long as no source of either is set aside.
struct Pair {
    bits: u64,
    chains: (u32, u32),
}

/// Of so many chains the pairs are listed beforehand: most claims have no more.
const FEW: usize = 16;

impl Ground {
    /// Takes those of some chains.
    pub(super) fn take(&mut self, known: &Acquaintance, ways: &Ways<'_>) {
        let clear = |i: &u32| {
            let way = &ways.grounds()[*i as usize];
            !way.commits.unclear && way.origin.is_some() && way.supports
        };
        self.bearers.clear();
        self.bearers
            .extend((0..ways.grounds().len() as u32).filter(clear));
        let by = |i: &u32| {
            let way = &ways.grounds()[*i as usize];
            (way.origin, ways.nodes.of(*i as usize), way.own_voice)
        };
        self.bearers.sort_unstable_by(|a, b| by(a).cmp(&by(b)));
        self.bearers.dedup_by(|a, b| by(a) == by(b));
        self.nodes.clear();
        for bearer in &self.bearers {
            self.nodes.extend(ways.nodes.of(*bearer as usize));
        }
        self.nodes.sort_unstable();
        self.nodes.dedup();
        self.bits.clear();
        for bearer in &self.bearers {
            let nodes = ways.nodes.of(*bearer as usize).iter();
            let place = |node: &u32| self.nodes.partition_point(|n| n < node);
            let bits = nodes.fold(0, |bits, node| bits | bit(place(node)));
            self.bits.push(bits);
        }
        self.origins.clear();
        for (i, bearer) in self.bearers.iter().enumerate() {
            let way = &ways.grounds()[*bearer as usize];
            let Some(origin) = way
                .origin
                .filter(|o| !way.own_voice && !known.publishes(*o))
            else {
                continue;
            };
            match self.origins.last_mut() {
                Some((last, _, end)) if *last == origin => *end = i as u32 + 1,
                _ => self.origins.push((origin, i as u32, i as u32 + 1)),
            }
        }
        self.list_pairs(known, ways);
    }

    /// Lists the pairs where the chains are few. A pair shows two origins for as long as it is left whole, so
    /// that what is left without some sources is then seen from bits alone.
    fn list_pairs(&mut self, known: &Acquaintance, ways: &Ways<'_>) {
        let mut pairs = self.pairs.take().unwrap_or_default();
        pairs.clear();
        if self.bearers.len() > FEW || self.nodes.len() > 64 {
            return;
        }
        let (nodes, bits, bearers) = (&self.nodes, &self.bits, &self.bearers);
        let bit_of = |node: u32| match nodes.binary_search(&node) {
            Ok(place) => bit(place),
            Err(_) => 0,
        };
        // The chains of an origin that do not run through another.
        let beside = |(_, start, end): (u32, u32, u32), other: u32| {
            let other = bit_of(other);
            (start..end).filter(move |i| {
                let own = ways.grounds()[bearers[*i as usize] as usize].own_voice;
                !own && bits[*i as usize] & other == 0
            })
        };
        for (place, later) in self.origins.iter().enumerate() {
            for ruled in [false, true] {
                for first in &self.origins[..place] {
                    let (a, b) = (first.0, later.0);
                    let asked = if ruled {
                        !known.kept_apart(a).is_empty() && !known.kept_apart(b).is_empty()
                    } else {
                        known.is_named(a) && known.is_named(b)
                    };
                    if !asked || !known.different(a, b) {
                        continue;
                    }
                    for i in beside(*first, b) {
                        for j in beside(*later, a) {
                            pairs.push(Pair {
                                bits: bits[i as usize] | bits[j as usize],
                                chains: (i, j),
                            });
                        }
                    }
                }
            }
        }
        self.pairs = Some(pairs);
    }

    /// Those chains with what they are.
    pub(super) fn on<'a>(&'a self, known: &'a Acquaintance, ways: &'a Ways<'a>) -> Grounds<'a> {
        Grounds {
            ground: self,
            known,
            ways,
        }
    }
}

/// A set of sources by their places among the nodes, sorted; what is not filled is the largest number.
type Set = [u32; LARGEST];

const EMPTY: Set = [u32::MAX; LARGEST];

/// Sources set aside.
#[derive(Clone, Copy)]
struct Gone<'s> {
    set: &'s [u32],
    bits: u64,
}

/// The bit of a place among nodes: its own where they are 64 or fewer, else some share one.
fn bit(place: usize) -> u64 {
    1 << (place % 64)
}

/// Room for the search for what support rests on.
#[derive(Default)]
pub(super) struct Trials {
    found: Vec<(usize, Set, Support)>,
    /// Sets that lower to each target, of which no larger one is minimal.
    lowering: [Vec<(usize, Set, u64)>; 2],
    /// Sets of one size to be tried, and for which targets.
    open: Vec<(Set, u8)>,
    next: Vec<(Set, u8)>,
}

/// Chains that show a support: of two origins, or one.
type Witness = [Option<u32>; 2];

/// An origin with its first chain that is left, and where its chains end.
#[derive(Clone, Copy)]
struct Left {
    origin: u32,
    first: u32,
    end: u32,
}

/// The chains of a ground, to be asked what is left without some sources.
pub(super) struct Grounds<'a> {
    ground: &'a Ground,
    known: &'a Acquaintance,
    ways: &'a Ways<'a>,
}

impl Grounds<'_> {
    fn way(&self, bearer: u32) -> usize {
        self.ground.bearers[bearer as usize] as usize
    }

    fn nodes(&self, bearer: u32) -> &[u32] {
        self.ways.nodes.of(self.way(bearer))
    }

    fn stands(&self, bearer: u32, gone: Gone<'_>) -> bool {
        let nodes = &self.ground.nodes;
        let gone_one = |node: &u32| gone.set.iter().any(|place| nodes[*place as usize] == *node);
        self.ground.bits[bearer as usize] & gone.bits == 0
            || !self.exact() && !self.nodes(bearer).iter().any(gone_one)
    }

    /// Whether no two nodes share a bit.
    fn exact(&self) -> bool {
        self.ground.nodes.len() <= 64
    }

    fn gone<'s>(&self, set: &'s [u32]) -> Gone<'s> {
        let bits = set.iter();
        Gone {
            set,
            bits: bits.fold(0, |bits, place| bits | bit(*place as usize)),
        }
    }

    /// The support without some sources, with the chains that show it. Ends at the first pair of
    /// origins that are known different, so that it rarely looks at more than a few chains.
    fn without(&self, gone: Gone<'_>) -> (Support, Witness) {
        let two = match &self.ground.pairs {
            Some(pairs) => {
                let mut left = pairs.iter().filter(|pair| pair.bits & gone.bits == 0);
                let two = left.next().map(|pair| pair.chains);
                debug_assert_eq!(two, self.two(gone), "listed pairs are those found");
                two
            }
            None => self.two(gone),
        };
        if let Some((a, b)) = two {
            return (Support::SeveralOrigins, [Some(a), Some(b)]);
        }
        match (0..self.ground.bearers.len() as u32).find(|i| self.stands(*i, gone)) {
            Some(first) => (Support::SingleOrigin, [Some(first), None]),
            None => (Support::None, [None, None]),
        }
    }

    /// The first chain that is left of an origin and does not run through another node.
    fn beside(&self, of: &Left, node: u32, gone: Gone<'_>) -> Option<u32> {
        let mut left = self.left(of, gone);
        // Of a node that no chain here runs through there is no bit.
        let Ok(place) = self.ground.nodes.binary_search(&node) else {
            return left.next();
        };
        let bit = bit(place);
        left.find(|i| {
            self.ground.bits[*i as usize] & bit == 0
                || (!self.exact() && self.nodes(*i).binary_search(&node).is_err())
        })
    }

    /// Chains that show two origins to be different: of each one that does not run through the
    /// other. While both are left neither is heard only through the other, whatever else goes.
    fn differ(&self, a: &Left, b: &Left, gone: Gone<'_>) -> Option<(u32, u32)> {
        if !self.known.different(a.origin, b.origin) {
            return None;
        }
        let first = self.beside(a, b.origin, gone)?;
        Some((first, self.beside(b, a.origin, gone)?))
    }

    /// Chains of two origins that are known different, of those that are left.
    fn two(&self, gone: Gone<'_>) -> Option<(u32, u32)> {
        // Beyond two named ones only a judgement keeps two apart. The first of each kind is at
        // hand; more are rare.
        let mut named: Option<Left> = None;
        let mut more_named: Vec<Left> = Vec::new();
        let mut ruled: Vec<Left> = Vec::new();
        for (origin, start, end) in &self.ground.origins {
            let mut left = Left {
                origin: *origin,
                first: *start,
                end: *end,
            };
            let Some(first) = self.left(&left, gone).next() else {
                continue;
            };
            left.first = first;
            let is_named = self.known.is_named(*origin);
            if is_named {
                let mut others = named.iter().chain(&more_named);
                let two = others.find_map(|other| self.differ(other, &left, gone));
                if two.is_some() {
                    return two;
                }
            }
            if !self.known.kept_apart(*origin).is_empty() {
                let mut others = ruled.iter();
                let two = others.find_map(|other| self.differ(other, &left, gone));
                if two.is_some() {
                    return two;
                }
                ruled.push(left);
            }
            match (is_named, &named) {
                (true, None) => named = Some(left),
                (true, Some(_)) => more_named.push(left),
                _ => {}
            }
        }
        None
    }

    /// The chains of an origin that are left, from its first on.
    fn left(&self, of: &Left, gone: Gone<'_>) -> impl Iterator<Item = u32> {
        (of.first..of.end)
            .filter(move |i| !self.ways.grounds()[self.way(*i)].own_voice && self.stands(*i, gone))
    }

    /// The support; the minimal sets that lower it, of up to `most` sources, by size and id; and
    /// the size up to which none is missing.
    pub(super) fn load_bearing(
        &self,
        most: usize,
        trials: &mut Trials,
    ) -> (Support, Vec<LoadBearing>, usize) {
        let (from, witness) = self.without(self.gone(&[]));
        let most = most.min(LARGEST);
        // What each bit of a target stands for.
        let targets: &[Support] = match from {
            Support::None => return (from, Vec::new(), most),
            Support::SingleOrigin => &[Support::None],
            Support::SeveralOrigins => &[Support::SingleOrigin, Support::None],
        };
        let mut complete = most;
        let Trials {
            found,
            lowering,
            open,
            next,
        } = trials;
        found.clear();
        lowering.iter_mut().for_each(Vec::clear);
        next.clear();
        if most > 0 {
            self.larger(&witness, &[], (1 << targets.len()) - 1, next);
        }
        let mut size = 1;
        while !next.is_empty() {
            std::mem::swap(open, next);
            next.clear();
            // Sets of one size are tried in order, each once.
            open.sort_unstable();
            open.dedup_by(|later, first| {
                let same = later.0 == first.0;
                if same {
                    first.1 |= later.1;
                }
                same
            });
            // One and two are always tried out; beyond that, only what the budget has room for.
            let mut tried = u8::MAX;
            for target in 0..targets.len() {
                let n = open
                    .iter()
                    .filter(|(_, of)| of & (1 << target) != 0)
                    .count();
                if size > 2 && n > BUDGET {
                    complete = complete.min(size - 1);
                    tried &= !(1 << target);
                }
            }
            for (set, of) in open.iter() {
                let gone = self.gone(&set[..size]);
                let mut of = of & tried;
                for (target, known) in lowering.iter().enumerate() {
                    // Those of one size come after all smaller ones.
                    let mut smaller = known.iter().take_while(|(n, _, _)| *n < size);
                    if smaller.any(|(n, known, bits)| {
                        bits & !gone.bits == 0
                            && (self.exact() || known[..*n].iter().all(|s| gone.set.contains(s)))
                    }) {
                        of &= !(1 << target);
                    }
                }
                if of == 0 {
                    continue;
                }
                let (support, witness) = self.without(gone);
                for (target, to) in targets.iter().enumerate() {
                    if of & (1 << target) != 0 && support <= *to {
                        of &= !(1 << target);
                        lowering[target].push((size, *set, gone.bits));
                        found.push((size, *set, support));
                    }
                }
                if of != 0 && size < most {
                    self.larger(&witness, gone.set, of, next);
                }
            }
            size += 1;
        }
        found.sort_unstable();
        found.dedup();
        let sets = found.iter().map(|(size, set, to)| LoadBearing {
            sources: set[..*size]
                .iter()
                .map(|place| self.known.at(self.ground.nodes[*place as usize]))
                .collect(),
            from,
            to: *to,
        });
        (from, sets.collect(), complete)
    }

    /// Adds the sets with one source more that break a witness.
    fn larger(&self, witness: &Witness, gone: &[u32], of: u8, next: &mut Vec<(Set, u8)>) {
        let mut add = |member: u32| {
            if gone.contains(&member) {
                return;
            }
            let mut set = EMPTY;
            let at = gone.partition_point(|one| *one < member);
            set[..at].copy_from_slice(&gone[..at]);
            set[at] = member;
            set[at + 1..=gone.len()].copy_from_slice(&gone[at..]);
            next.push((set, of));
        };
        let chains = witness.iter().flatten();
        if self.exact() {
            // Each source once, though both chains run through it.
            let mut bits = chains.fold(0, |bits, bearer| bits | self.ground.bits[*bearer as usize]);
            while bits != 0 {
                add(bits.trailing_zeros());
                bits &= bits - 1;
            }
            return;
        }
        for node in chains.flat_map(|bearer| self.nodes(*bearer)) {
            add(self.ground.nodes.partition_point(|n| n < node) as u32);
        }
    }
}
