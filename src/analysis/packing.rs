//! The largest number of sets that share no member: disjoint chains are such a packing.
//!
//! Exact after reductions, by branch and bound within a budget of steps (never of time); beyond
//! it a bound from both sides: a greedy packing below, a vertex-disjoint maximum flow above
//! (Menger 1927), which may recombine links of chains and so only overstates.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Steps of branch and bound for one packing.
pub const BUDGET: usize = 20_000;

/// A packing's size: between these, alike where exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Packing {
    /// Surely this many.
    pub at_least: usize,
    /// Surely no more than this.
    pub at_most: usize,
}

/// Packs chains, each a list of members in the order of the chain; empty ones are left out.
///
/// Cost: linear but for what reductions leave, and there at most `budget` steps and one flow.
pub fn pack(chains: &[Vec<u32>], budget: usize) -> Packing {
    if chains.len() < 2 {
        let one = chains.iter().filter(|c| !c.is_empty()).count();
        return Packing {
            at_least: one,
            at_most: one,
        };
    }
    if chains.len() <= FEW {
        let all = few(chains);
        return Packing {
            at_least: all,
            at_most: all,
        };
    }
    let mut by_members: BTreeMap<Vec<u32>, &Vec<u32>> = BTreeMap::new();
    for chain in chains.iter().filter(|c| !c.is_empty()) {
        let mut members = chain.clone();
        members.sort_unstable();
        members.dedup();
        // Of two chains through the same members the first in order stands for both.
        let known = by_members.entry(members).or_insert(chain);
        *known = (*known).min(chain);
    }
    let sets: Vec<Vec<u32>> = by_members.keys().cloned().collect();
    let paths: Vec<&Vec<u32>> = by_members.into_values().collect();
    let (taken, kernel) = reduce(&sets);
    if kernel.is_empty() {
        return Packing {
            at_least: taken,
            at_most: taken,
        };
    }
    let mut all = Packing {
        at_least: taken,
        at_most: taken,
    };
    let mut left = budget;
    for part in parts(&sets, &kernel) {
        let greedy = greedy(&sets, &part);
        let above = flow(
            &part
                .iter()
                .map(|i| paths[*i].as_slice())
                .collect::<Vec<_>>(),
        );
        if greedy == above {
            all.at_least += greedy;
            all.at_most += greedy;
            continue;
        }
        let mut search = Search {
            sets: &sets,
            best: greedy,
            above,
            left,
        };
        let finished = search.run(&part, 0);
        left = search.left;
        all.at_least += search.best;
        all.at_most += if finished { search.best } else { above };
    }
    all
}

/// So few chains are packed at once: most claims have no more.
const FEW: usize = 12;

/// The largest packing of a few chains, by which of them meet.
fn few(chains: &[Vec<u32>]) -> usize {
    let mut meet = [0u32; FEW];
    let mut open = 0u32;
    for (i, a) in chains.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
        open |= 1 << i;
        for (j, b) in chains.iter().enumerate() {
            if i != j && a.iter().any(|member| b.contains(member)) {
                meet[i] |= 1 << j;
            }
        }
    }
    fn most(open: u32, meet: &[u32; FEW]) -> usize {
        if open == 0 {
            return 0;
        }
        let i = open.trailing_zeros() as usize;
        let rest = open & !(1 << i);
        let with = 1 + most(rest & !meet[i], meet);
        if rest & meet[i] == 0 {
            return with;
        }
        with.max(most(rest, meet))
    }
    most(open, &meet)
}

/// Takes every set that conflicts with others through one member at most: some largest packing
/// holds it. Gives how many were taken, and what is left undecided.
fn reduce(sets: &[Vec<u32>]) -> (usize, Vec<usize>) {
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (i, set) in sets.iter().enumerate() {
        for member in set {
            holders.entry(*member).or_default().push(i);
        }
    }
    let mut degree: BTreeMap<u32, usize> = holders.iter().map(|(m, l)| (*m, l.len())).collect();
    let mut gone = vec![false; sets.len()];
    let mut taken = 0;
    let mut queue: VecDeque<usize> = (0..sets.len()).collect();
    let mut queued = vec![true; sets.len()];
    while let Some(i) = queue.pop_front() {
        queued[i] = false;
        if gone[i] {
            continue;
        }
        let contested = sets[i].iter().filter(|m| degree[m] > 1).count();
        if contested > 1 {
            continue;
        }
        taken += 1;
        let mut remove = vec![i];
        for member in &sets[i] {
            remove.extend(holders[member].iter().copied().filter(|j| *j != i));
        }
        for j in remove {
            if gone[j] {
                continue;
            }
            gone[j] = true;
            for member in &sets[j] {
                if let Some(d) = degree.get_mut(member) {
                    *d -= 1;
                    // Only where one is left has something changed for it.
                    if *d == 1
                        && let Some(k) = holders[member].iter().copied().find(|k| !gone[*k])
                        && !queued[k]
                    {
                        queued[k] = true;
                        queue.push_back(k);
                    }
                }
            }
        }
    }
    (taken, (0..sets.len()).filter(|i| !gone[*i]).collect())
}

/// The undecided sets by connected part: sets that share members, at once or through others.
fn parts(sets: &[Vec<u32>], kernel: &[usize]) -> Vec<Vec<usize>> {
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for i in kernel {
        for member in &sets[*i] {
            holders.entry(*member).or_default().push(*i);
        }
    }
    let mut seen = vec![false; sets.len()];
    let mut done: BTreeSet<u32> = BTreeSet::new();
    let mut all = Vec::new();
    for start in kernel {
        if seen[*start] {
            continue;
        }
        seen[*start] = true;
        let mut part = vec![*start];
        let mut next = 0;
        while let Some(i) = part.get(next).copied() {
            next += 1;
            for member in &sets[i] {
                if !done.insert(*member) {
                    continue;
                }
                for j in &holders[member] {
                    if !seen[*j] {
                        seen[*j] = true;
                        part.push(*j);
                    }
                }
            }
        }
        part.sort_unstable();
        all.push(part);
    }
    all
}

/// Smallest sets first, then those whose members few others hold.
fn greedy(sets: &[Vec<u32>], part: &[usize]) -> usize {
    let mut held: BTreeMap<u32, usize> = BTreeMap::new();
    for i in part {
        for member in &sets[*i] {
            *held.entry(*member).or_default() += 1;
        }
    }
    let mut order: Vec<usize> = part.to_vec();
    order.sort_by_key(|i| {
        (
            sets[*i].iter().map(|m| held[m] - 1).sum::<usize>(),
            sets[*i].len(),
            *i,
        )
    });
    let mut used = BTreeSet::new();
    let mut size = 0;
    for i in order {
        if sets[i].iter().all(|m| !used.contains(m)) {
            used.extend(sets[i].iter().copied());
            size += 1;
        }
    }
    size
}

struct Search<'s> {
    sets: &'s [Vec<u32>],
    best: usize,
    above: usize,
    left: usize,
}

impl Search<'_> {
    /// Branches on the most contested member: which of its holders is taken, or none. False where
    /// the budget ended first.
    fn run(&mut self, open: &[usize], size: usize) -> bool {
        self.best = self.best.max(size);
        if self.best == self.above || open.is_empty() {
            return true;
        }
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        if size + self.bound(open) <= self.best {
            return true;
        }
        let mut held: BTreeMap<u32, usize> = BTreeMap::new();
        for i in open {
            for member in &self.sets[*i] {
                *held.entry(*member).or_default() += 1;
            }
        }
        let Some((member, _)) = held
            .into_iter()
            .max_by_key(|(member, n)| (*n, std::cmp::Reverse(*member)))
        else {
            return true;
        };
        let (holders, rest): (Vec<usize>, Vec<usize>) = open
            .iter()
            .copied()
            .partition(|i| self.sets[*i].binary_search(&member).is_ok());
        let mut finished = true;
        for i in holders {
            let set = &self.sets[i];
            let open: Vec<usize> = rest
                .iter()
                .copied()
                .filter(|j| !self.sets[*j].iter().any(|m| set.binary_search(m).is_ok()))
                .collect();
            finished &= self.run(&open, size + 1);
            if !finished {
                return false;
            }
        }
        finished & self.run(&rest, size)
    }

    /// No packing of these is larger: each takes the members it has, and takes at least as many
    /// as the smallest does.
    fn bound(&self, open: &[usize]) -> usize {
        let members: BTreeSet<u32> = open
            .iter()
            .flat_map(|i| self.sets[*i].iter().copied())
            .collect();
        let smallest = open.iter().map(|i| self.sets[*i].len()).min().unwrap_or(1);
        open.len().min(members.len() / smallest.max(1))
    }
}

/// The most paths from first to last links that share no member, by augmenting one at a time.
pub(super) fn flow(paths: &[&[u32]]) -> usize {
    let mut index: BTreeMap<u32, usize> = BTreeMap::new();
    for member in paths.iter().flat_map(|p| p.iter()) {
        let next = index.len();
        index.entry(*member).or_insert(next);
    }
    // Each member is an edge of capacity one from its way in (2i) to its way out (2i + 1).
    let n = index.len();
    let (source, sink) = (2 * n, 2 * n + 1);
    let mut net = Network::new(2 * n + 2);
    for i in 0..n {
        net.edge(2 * i, 2 * i + 1);
    }
    let mut known: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut add = |net: &mut Network, a: usize, b: usize| {
        if known.insert((a, b)) {
            net.edge(a, b);
        }
    };
    for path in paths {
        let nodes: Vec<usize> = path.iter().map(|m| index[m]).collect();
        let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else {
            continue;
        };
        add(&mut net, source, 2 * first);
        add(&mut net, 2 * last + 1, sink);
        for pair in nodes.windows(2) {
            add(&mut net, 2 * pair[0] + 1, 2 * pair[1]);
        }
    }
    net.maximum(source, sink)
}

/// A unit-capacity network: Dinic's algorithm, O(E √V) on such networks.
struct Network {
    out: Vec<Vec<usize>>,
    to: Vec<usize>,
    free: Vec<bool>,
}

impl Network {
    fn new(nodes: usize) -> Self {
        Self {
            out: vec![Vec::new(); nodes],
            to: Vec::new(),
            free: Vec::new(),
        }
    }

    fn edge(&mut self, a: usize, b: usize) {
        self.out[a].push(self.to.len());
        self.to.push(b);
        self.free.push(true);
        self.out[b].push(self.to.len());
        self.to.push(a);
        self.free.push(false);
    }

    fn maximum(&mut self, source: usize, sink: usize) -> usize {
        let mut total = 0;
        loop {
            let mut level = vec![usize::MAX; self.out.len()];
            level[source] = 0;
            let mut queue = VecDeque::from([source]);
            while let Some(here) = queue.pop_front() {
                for e in &self.out[here] {
                    if self.free[*e] && level[self.to[*e]] == usize::MAX {
                        level[self.to[*e]] = level[here] + 1;
                        queue.push_back(self.to[*e]);
                    }
                }
            }
            if level[sink] == usize::MAX {
                return total;
            }
            let mut at = vec![0; self.out.len()];
            while self.augment(source, sink, &level, &mut at) {
                total += 1;
            }
        }
    }

    /// One path along rising levels, without recursion: chains may be long.
    fn augment(&mut self, source: usize, sink: usize, level: &[usize], at: &mut [usize]) -> bool {
        let mut path: Vec<usize> = Vec::new();
        let mut here = source;
        while here != sink {
            let Some(e) = self.out[here].get(at[here]).copied() else {
                // A dead end: go back and take the next.
                let Some(e) = path.pop() else { return false };
                here = self.to[e ^ 1];
                at[here] += 1;
                continue;
            };
            let next = self.to[e];
            if self.free[e] && level[next] == level[here] + 1 {
                path.push(e);
                here = next;
            } else {
                at[here] += 1;
            }
        }
        for e in path {
            self.free[e] = false;
            self.free[e ^ 1] = true;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Random chains over few members: more than are packed at once.
    fn chains(seed: u64, n: usize, members: u32) -> Vec<Vec<u32>> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = |below: u32| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % u64::from(below)) as u32
        };
        (0..n)
            .map(|_| {
                let length = 1 + next(3);
                (0..length).map(|_| next(members)).collect()
            })
            .collect()
    }

    fn brute(chains: &[Vec<u32>]) -> usize {
        (0u32..1 << chains.len())
            .filter(|set| {
                let mut used = BTreeSet::new();
                chains.iter().enumerate().all(|(i, chain)| {
                    let own: BTreeSet<u32> = chain.iter().copied().collect();
                    set & (1 << i) == 0 || own.into_iter().all(|member| used.insert(member))
                })
            })
            .map(|set| set.count_ones() as usize)
            .max()
            .unwrap_or(0)
    }

    #[test]
    fn reductions_and_search_find_what_brute_force_finds() {
        for seed in 0..60 {
            for n in [4, 13] {
                let all = chains(seed, n, 9 + (seed % 12) as u32);
                let exact = brute(&all);
                let packed = pack(&all, BUDGET);
                assert_eq!(
                    (packed.at_least, packed.at_most),
                    (exact, exact),
                    "seed {seed}"
                );
                // Without any step of search both bounds still hold.
                let bounds = pack(&all, 0);
                assert!(
                    bounds.at_least <= exact && exact <= bounds.at_most,
                    "seed {seed}"
                );
            }
        }
    }
}
