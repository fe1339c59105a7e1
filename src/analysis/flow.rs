//! The most paths that share no member (Menger 1927), as a maximum flow: the bound from above on how
//! many chains are disjoint. A path of the flow may recombine links of several chains, so it only
//! overstates.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

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
