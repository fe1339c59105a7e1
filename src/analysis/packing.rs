//! The largest number of sets that share no member: disjoint chains are such a packing.
//!
//! Exact after reductions, by branch and bound within a budget of steps (never of time); beyond
//! it a bound from both sides: a greedy packing below, a vertex-disjoint maximum flow above
//! (Menger 1927), which may recombine links of chains and so only overstates.

use std::collections::{BTreeSet, VecDeque};

use super::flow::flow;
use super::lists::Lists;

/// Steps of branch and bound for one packing.
pub const BUDGET: usize = 20_000;

/// A packing, and how large one may be: between these, alike where exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packing {
    /// Chains that share no member, by their places: surely so many.
    pub chosen: Vec<u32>,
    /// Surely no more than this.
    pub at_most: usize,
}

/// Packs chains, each a list of members in the order of the chain; empty ones are left out.
///
/// Cost: linear but for sorting and for what reductions leave, and there at most `budget` steps
/// and one flow.
pub(super) fn pack(chains: &Lists<u32>, budget: usize) -> Packing {
    if chains.len() <= FEW {
        let chosen = few(chains);
        return Packing {
            at_most: chosen.len(),
            chosen,
        };
    }
    let sets = Sets::new(chains);
    let (taken, kernel) = sets.reduce();
    let mut at_most = taken.len();
    let mut chosen = taken;
    let mut left = budget;
    let mut held = Held::new(sets.members);
    for part in sets.parts(&kernel) {
        let greedy = sets.greedy(&part, &mut held);
        let paths: Vec<&[u32]> = part
            .iter()
            .map(|i| chains.of(sets.first[*i as usize] as usize))
            .collect();
        let above = flow(&paths);
        if greedy.len() == above {
            at_most += above;
            chosen.extend(greedy);
            continue;
        }
        let mut search = Search {
            sets: &sets,
            held: &mut held,
            best: greedy,
            taken: Vec::new(),
            above,
            left,
        };
        let finished = search.run(&part);
        left = search.left;
        at_most += if finished { search.best.len() } else { above };
        chosen.extend(search.best);
    }
    let mut chosen: Vec<u32> = chosen.iter().map(|i| sets.first[*i as usize]).collect();
    chosen.sort_unstable();
    Packing { chosen, at_most }
}

/// So few chains are packed at once: most claims have no more.
const FEW: usize = 12;

/// The largest packing of a few chains, by which of them meet; of several the one with the first of them.
fn few(chains: &Lists<u32>) -> Vec<u32> {
    let mut meet = [0u32; FEW];
    let mut open = 0u32;
    // A bit for each member, some sharing one: chains without a bit in common share no member.
    let mut bits = [0u64; FEW];
    for (i, chain) in chains.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
        open |= 1 << i;
        bits[i] = chain.iter().fold(0, |bits, m| bits | 1 << (m % 64));
        for j in 0..i {
            if bits[i] & bits[j] != 0 && chains.of(j).iter().any(|m| chain.contains(m)) {
                meet[i] |= 1 << j;
                meet[j] |= 1 << i;
            }
        }
    }
    /// The chains taken, a bit for each.
    fn most(open: u32, meet: &[u32; FEW]) -> u32 {
        if open == 0 {
            return 0;
        }
        let i = open.trailing_zeros() as usize;
        let rest = open & !(1 << i);
        let with = 1 << i | most(rest & !meet[i], meet);
        if rest & meet[i] == 0 {
            return with;
        }
        let without = most(rest, meet);
        if without.count_ones() > with.count_ones() {
            without
        } else {
            with
        }
    }
    let taken = most(open, &meet);
    (0..FEW as u32).filter(|i| taken & 1 << i != 0).collect()
}

/// Chains as sets of members; of chains through the same members one.
struct Sets {
    /// The members of each, sorted, in numbers from 0; the sets are in their order too.
    of: Lists<u32>,
    /// Of each: its chain, of several the first in the order of their links.
    first: Vec<u32>,
    /// How many members there are.
    members: usize,
}

impl Sets {
    fn new(chains: &Lists<u32>) -> Self {
        let mut sorted = Lists::default();
        let mut members: Vec<u32> = Vec::new();
        for chain in chains.iter() {
            members.extend(chain);
            chain.iter().for_each(|member| sorted.add(*member));
            sorted.close_sorted();
        }
        members.sort_unstable();
        members.dedup();
        let mut first: Vec<u32> = (0..chains.len() as u32)
            .filter(|i| !chains.of(*i as usize).is_empty())
            .collect();
        let by = |i: &u32| (sorted.of(*i as usize), chains.of(*i as usize), *i);
        first.sort_unstable_by(|a, b| by(a).cmp(&by(b)));
        first.dedup_by(|a, b| sorted.of(*a as usize) == sorted.of(*b as usize));
        let number = |member: &u32| members.partition_point(|m| m < member) as u32;
        Self {
            of: first
                .iter()
                .map(|i| sorted.of(*i as usize).iter().map(number))
                .collect(),
            first,
            members: members.len(),
        }
    }

    fn set(&self, i: u32) -> &[u32] {
        self.of.of(i as usize)
    }

    /// Of each member: the sets of these that hold it.
    fn holders(&self, of: &[u32]) -> Lists<u32> {
        let pairs: Vec<(u32, u32)> = of
            .iter()
            .flat_map(|i| self.set(*i).iter().map(move |member| (*member, *i)))
            .collect();
        Lists::of_pairs(self.members, &pairs)
    }

    /// Takes every set that conflicts with others through one member at most: some largest packing
    /// holds it. Gives which were taken, and what is left undecided.
    fn reduce(&self) -> (Vec<u32>, Vec<u32>) {
        let all: Vec<u32> = (0..self.of.len() as u32).collect();
        let holders = self.holders(&all);
        let mut degree: Vec<u32> = holders.iter().map(|list| list.len() as u32).collect();
        let mut gone = vec![false; all.len()];
        let mut taken = Vec::new();
        let mut queue: VecDeque<u32> = all.iter().copied().collect();
        let mut queued = vec![true; all.len()];
        let mut remove: Vec<u32> = Vec::new();
        while let Some(i) = queue.pop_front() {
            queued[i as usize] = false;
            if gone[i as usize] {
                continue;
            }
            let contested = self.set(i).iter().filter(|m| degree[**m as usize] > 1);
            if contested.count() > 1 {
                continue;
            }
            taken.push(i);
            remove.clear();
            remove.push(i);
            for member in self.set(i) {
                remove.extend(holders.of(*member as usize).iter().filter(|j| **j != i));
            }
            for j in &remove {
                if gone[*j as usize] {
                    continue;
                }
                gone[*j as usize] = true;
                for member in self.set(*j) {
                    let degree = &mut degree[*member as usize];
                    *degree -= 1;
                    // Only where one is left has something changed for it.
                    if *degree == 1
                        && let Some(k) = holders
                            .of(*member as usize)
                            .iter()
                            .find(|k| !gone[**k as usize])
                        && !queued[*k as usize]
                    {
                        queued[*k as usize] = true;
                        queue.push_back(*k);
                    }
                }
            }
        }
        let left = all.into_iter().filter(|i| !gone[*i as usize]).collect();
        (taken, left)
    }

    /// The undecided sets by connected part: sets that share members, at once or through others.
    fn parts(&self, kernel: &[u32]) -> Vec<Vec<u32>> {
        let holders = self.holders(kernel);
        let mut seen = vec![false; self.of.len()];
        let mut done = vec![false; self.members];
        let mut all = Vec::new();
        for start in kernel {
            if seen[*start as usize] {
                continue;
            }
            seen[*start as usize] = true;
            let mut part = vec![*start];
            let mut next = 0;
            while let Some(i) = part.get(next).copied() {
                next += 1;
                for member in self.set(i) {
                    if std::mem::replace(&mut done[*member as usize], true) {
                        continue;
                    }
                    for j in holders.of(*member as usize) {
                        if !std::mem::replace(&mut seen[*j as usize], true) {
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
    fn greedy(&self, part: &[u32], held: &mut Held) -> Vec<u32> {
        held.count(self, part);
        let mut order: Vec<(u32, usize, u32)> = part
            .iter()
            .map(|i| {
                let set = self.set(*i);
                let others: u32 = set.iter().map(|m| held.by[*m as usize] - 1).sum();
                (others, set.len(), *i)
            })
            .collect();
        order.sort_unstable();
        let mut used: BTreeSet<u32> = BTreeSet::new();
        let mut taken = Vec::new();
        for (_, _, i) in order {
            if self.set(i).iter().all(|m| !used.contains(m)) {
                used.extend(self.set(i));
                taken.push(i);
            }
        }
        taken
    }
}

/// By how many of some sets each member is held; kept between counts.
struct Held {
    by: Vec<u32>,
    /// The members that any of them holds.
    any: Vec<u32>,
}

impl Held {
    fn new(members: usize) -> Self {
        Self {
            by: vec![0; members],
            any: Vec::new(),
        }
    }

    fn count(&mut self, sets: &Sets, open: &[u32]) {
        for member in self.any.drain(..) {
            self.by[member as usize] = 0;
        }
        for i in open {
            for member in sets.set(*i) {
                if self.by[*member as usize] == 0 {
                    self.any.push(*member);
                }
                self.by[*member as usize] += 1;
            }
        }
    }

    /// The member that most hold; of several the first.
    fn most(&self) -> Option<u32> {
        let by = |member: &u32| (self.by[*member as usize], std::cmp::Reverse(*member));
        self.any.iter().copied().max_by_key(by)
    }
}

struct Search<'s> {
    sets: &'s Sets,
    held: &'s mut Held,
    /// The largest found.
    best: Vec<u32>,
    /// What is taken on the way that is being tried.
    taken: Vec<u32>,
    above: usize,
    left: usize,
}

impl Search<'_> {
    /// Branches on the most contested member: which of its holders is taken, or none. False where
    /// the budget ended first.
    fn run(&mut self, open: &[u32]) -> bool {
        if self.taken.len() > self.best.len() {
            self.best.clone_from(&self.taken);
        }
        if self.best.len() == self.above || open.is_empty() {
            return true;
        }
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        self.held.count(self.sets, open);
        if self.taken.len() + self.bound(open) <= self.best.len() {
            return true;
        }
        let Some(member) = self.held.most() else {
            return true;
        };
        let (holders, rest): (Vec<u32>, Vec<u32>) = open
            .iter()
            .partition(|i| self.sets.set(**i).binary_search(&member).is_ok());
        for i in holders {
            let set = self.sets.set(i);
            let meets = |j: &u32| {
                let other = self.sets.set(*j);
                other.iter().any(|m| set.binary_search(m).is_ok())
            };
            let open: Vec<u32> = rest.iter().copied().filter(|j| !meets(j)).collect();
            self.taken.push(i);
            let finished = self.run(&open);
            self.taken.pop();
            if !finished {
                return false;
            }
        }
        self.run(&rest)
    }

    /// No packing of these is larger: each takes the members it has, and takes at least as many
    /// as the smallest does.
    fn bound(&self, open: &[u32]) -> usize {
        let smallest = open.iter().map(|i| self.sets.set(*i).len()).min();
        let fit = self.held.any.len() / smallest.unwrap_or(1).max(1);
        open.len().min(fit)
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
                let lists: Lists<u32> = all.iter().cloned().collect();
                let apart = |packing: &Packing| {
                    let mut used = BTreeSet::new();
                    packing.chosen.iter().all(|i| {
                        let own: BTreeSet<u32> = all[*i as usize].iter().copied().collect();
                        own.into_iter().all(|member| used.insert(member))
                    })
                };
                let packed = pack(&lists, BUDGET);
                assert_eq!(
                    (packed.chosen.len(), packed.at_most),
                    (exact, exact),
                    "seed {seed}"
                );
                assert!(apart(&packed), "seed {seed}");
                // Without any step of search both bounds still hold.
                let bounds = pack(&lists, 0);
                assert!(
                    bounds.chosen.len() <= exact && exact <= bounds.at_most,
                    "seed {seed}"
                );
                assert!(apart(&bounds), "seed {seed}");
            }
        }
    }
}
