//! The order within each row: as few crossings as a few sweeps find.
//!
//! Weighted barycentres and medians, layer by layer, down and up (Gansner, Koutsofios, North and Vo 1993), then exchanges of
//! neighbours. Crossings are counted with a binary indexed tree in O(m log n) (Barth, Mutzel and Jünger 2004). Two starting orders
//! are tried, one from the top and one from the bottom; large graphs get one. Boxes of one cluster stay together, and clusters stand in one order in all
//! rows. Header slots keep theirs.

use super::Input;
use super::layers::{Kind, Layered};

/// Work the sweeps may do, in links looked at; large graphs get fewer sweeps, small ones all of them.
const BUDGET: usize = 600_000;

/// Sorts the layers in place; returns the number of crossings between neighbouring layers.
pub(crate) fn order(input: &Input, graph: &mut Layered) -> u64 {
    let sweeps = (BUDGET / (graph.links.len() + graph.items.len() + 1)).clamp(6, 18);
    let large = graph.links.len() > 12_000;
    let clustered = !input.clusters.is_empty();
    let mut work = Work::new(input, graph);
    let mut best: Option<(u64, Vec<Vec<u32>>)> = None;
    for from_top in if large {
        &[true][..]
    } else {
        &[true, false][..]
    } {
        work.start(graph, *from_top, clustered);
        let mut since = 0;
        let mut mine = u64::MAX;
        for sweep in 0..sweeps {
            work.sweep(graph, sweep, clustered);
            let mut now = work.crossings(graph);
            // Exchanges cost more than a sweep; now and then is enough.
            if sweep % 3 == 2 || sweep + 1 == sweeps {
                now = now.saturating_sub(work.exchange(graph, sweep % 2 == 0));
            }
            if best.as_ref().is_none_or(|(count, _)| now < *count) {
                best = Some((now, graph.layers.clone()));
            }
            if now < mine {
                mine = now;
                since = 0;
            } else {
                since += 1;
            }
            if since > 6 || now == 0 {
                break;
            }
        }
    }
    if let Some((_, layers)) = best {
        graph.layers = layers;
        renumber(graph);
    }
    // Exchange until nothing is gained.
    for round in 0..if large { 1 } else { 8 } {
        if work.exchange(graph, round % 2 == 0) == 0 {
            break;
        }
    }
    work.crossings(graph)
}

fn renumber(graph: &mut Layered) {
    for layer in &graph.layers {
        for (p, &i) in layer.iter().enumerate() {
            graph.position[i as usize] = p as u32;
        }
    }
}

/// Buffers kept between sweeps, and what may not move.
struct Work {
    pinned: Vec<bool>,
    key: Vec<f64>,
    tree: Vec<u32>,
    cluster_place: Vec<f64>,
    near: Vec<u32>,
    near_start: Vec<u32>,
}

impl Work {
    fn new(input: &Input, graph: &Layered) -> Self {
        let pinned = graph
            .items
            .iter()
            .map(|i| matches!(i.kind, Kind::Box(b) if input.boxes[b].slot))
            .collect();
        Work {
            pinned,
            key: vec![0.0; graph.items.len()],
            tree: Vec::new(),
            cluster_place: vec![0.0; input.clusters.len()],
            near: Vec::new(),
            near_start: Vec::new(),
        }
    }

    /// Depth-first order from the top or bottom layer.
    fn start(&mut self, graph: &mut Layered, from_top: bool, clustered: bool) {
        let n = graph.items.len();
        let mut seen = vec![false; n];
        let mut layers: Vec<Vec<u32>> = vec![Vec::new(); graph.layers.len()];
        let mut roots: Vec<u32> = Vec::with_capacity(n);
        for l in 0..graph.layers.len() {
            let l = if from_top {
                l
            } else {
                graph.layers.len() - 1 - l
            };
            let mut members = graph.layers[l].clone();
            members.sort_unstable();
            roots.extend(members);
        }
        let mut queue = std::collections::VecDeque::new();
        for root in roots {
            if seen[root as usize] {
                continue;
            }
            seen[root as usize] = true;
            queue.push_back(root);
            while let Some(v) = queue.pop_back() {
                layers[graph.items[v as usize].layer].push(v);
                let next =
                    |w: u32, queue: &mut std::collections::VecDeque<u32>, seen: &mut Vec<bool>| {
                        if !seen[w as usize] {
                            seen[w as usize] = true;
                            queue.push_front(w);
                        }
                    };
                let (first, second) = if from_top {
                    (&graph.down, &graph.up)
                } else {
                    (&graph.up, &graph.down)
                };
                for adjacency in [first, second] {
                    for &l in adjacency.of(v) {
                        let link = graph.links[l as usize];
                        next(
                            if link.upper == v {
                                link.lower
                            } else {
                                link.upper
                            },
                            &mut queue,
                            &mut seen,
                        );
                    }
                }
            }
        }
        graph.layers = layers;
        for layer in &mut graph.layers {
            if layer.iter().any(|&i| self.pinned[i as usize]) {
                layer.sort_unstable();
            }
        }
        renumber(graph);
        if clustered {
            for l in 0..graph.layers.len() {
                self.gather(graph, l, true);
            }
        }
    }

    /// Sorts every layer by its neighbours in the layer before, downwards or upwards.
    fn sweep(&mut self, graph: &mut Layered, number: usize, clustered: bool) {
        let down = number.is_multiple_of(2);
        let median = number % 4 >= 2;
        if clustered {
            self.place_clusters(graph);
        }
        let count = graph.layers.len();
        for step in 1..count {
            let l = if down { step } else { count - 1 - step };
            if graph.layers[l]
                .first()
                .is_some_and(|&i| self.pinned[i as usize])
            {
                continue;
            }
            let mut values: Vec<f64> = Vec::new();
            let mut loose = false;
            for (p, &i) in graph.layers[l].iter().enumerate() {
                let links = if down {
                    graph.up.of(i)
                } else {
                    graph.down.of(i)
                };
                values.clear();
                values.extend(links.iter().map(|&k| {
                    let link = graph.links[k as usize];
                    f64::from(graph.position[if down { link.upper } else { link.lower } as usize])
                }));
                self.key[i as usize] = if values.is_empty() {
                    loose = true;
                    -1.0 - p as f64
                } else if median {
                    weighted_median(&mut values)
                } else {
                    values.iter().sum::<f64>() / values.len() as f64
                };
            }
            if clustered {
                if loose {
                    self.settle_loose(graph, l);
                }
                self.gather(graph, l, false);
            } else {
                self.sort_layer(graph, l, loose);
            }
        }
    }

    /// Items without neighbours keep their place; the others are sorted into the places left.
    fn sort_layer(&mut self, graph: &mut Layered, l: usize, loose: bool) {
        let key = &self.key;
        let by_key = |a: &u32, b: &u32| key[*a as usize].total_cmp(&key[*b as usize]);
        let layer = &mut graph.layers[l];
        if !loose {
            layer.sort_by(by_key);
        } else {
            let mut keyed: Vec<u32> = layer
                .iter()
                .copied()
                .filter(|&i| key[i as usize] >= 0.0)
                .collect();
            keyed.sort_by(by_key);
            let mut keyed = keyed.into_iter();
            for place in layer.iter_mut() {
                if key[*place as usize] >= 0.0
                    && let Some(i) = keyed.next()
                {
                    *place = i;
                }
            }
        }
        for (p, &i) in graph.layers[l].iter().enumerate() {
            graph.position[i as usize] = p as u32;
        }
    }

    /// Gives items without neighbours the key of the item before them, so that they stay beside it.
    fn settle_loose(&mut self, graph: &Layered, l: usize) {
        let mut last = 0.0;
        for &i in &graph.layers[l] {
            if self.key[i as usize] < 0.0 {
                self.key[i as usize] = last;
            }
            last = self.key[i as usize];
        }
    }

    /// A place for each cluster, the same in all layers: the mean of its members' relative positions.
    fn place_clusters(&mut self, graph: &Layered) {
        let mut count = vec![0.0; self.cluster_place.len()];
        self.cluster_place.fill(0.0);
        for layer in &graph.layers {
            for (p, &i) in layer.iter().enumerate() {
                if let Some(c) = graph.items[i as usize].cluster {
                    self.cluster_place[c] += (p as f64 + 0.5) / layer.len() as f64;
                    count[c] += 1.0;
                }
            }
        }
        for (place, count) in self.cluster_place.iter_mut().zip(&count) {
            *place /= f64::max(*count, 1.0);
        }
    }

    /// Sorts one layer by key with clusters kept together and in their common order. `first`: the keys are the positions.
    fn gather(&mut self, graph: &mut Layered, l: usize, first: bool) {
        if first {
            if l == 0 {
                self.place_clusters(graph);
            }
            for (p, &i) in graph.layers[l].iter().enumerate() {
                self.key[i as usize] = p as f64;
            }
        }
        if graph.layers[l].iter().any(|&i| self.pinned[i as usize]) {
            return;
        }
        // Groups: one a cluster, with the mean key of its members here.
        let mut sums = std::collections::BTreeMap::<usize, (f64, f64)>::new();
        for &i in &graph.layers[l] {
            if let Some(c) = graph.items[i as usize].cluster {
                let sum = sums.entry(c).or_default();
                sum.0 += self.key[i as usize];
                sum.1 += 1.0;
            }
        }
        let mut groups: Vec<usize> = sums.keys().copied().collect();
        groups.sort_by(|a, b| {
            self.cluster_place[*a]
                .total_cmp(&self.cluster_place[*b])
                .then(a.cmp(b))
        });
        let wanted: Vec<(f64, f64)> = groups
            .iter()
            .map(|c| (sums[c].0 / sums[c].1, sums[c].1))
            .collect();
        let fitted = super::coords::isotonic(&wanted);
        let rank: std::collections::BTreeMap<usize, (f64, usize)> = groups
            .iter()
            .enumerate()
            .map(|(at, c)| (*c, (fitted[at], at + 1)))
            .collect();
        let key = &self.key;
        let items = &graph.items;
        let sort_key = |i: u32| match items[i as usize].cluster {
            Some(c) => (rank[&c].0, rank[&c].1, key[i as usize]),
            None => (key[i as usize], 0, key[i as usize]),
        };
        graph.layers[l].sort_by(|&a, &b| {
            let (a, b) = (sort_key(a), sort_key(b));
            a.0.total_cmp(&b.0)
                .then(a.1.cmp(&b.1))
                .then(a.2.total_cmp(&b.2))
        });
        for (p, &i) in graph.layers[l].iter().enumerate() {
            graph.position[i as usize] = p as u32;
        }
    }

    /// Crossings between all neighbouring layers.
    fn crossings(&mut self, graph: &Layered) -> u64 {
        let mut total = 0;
        for l in 0..graph.layers.len().saturating_sub(1) {
            total += self.crossings_below(graph, l);
        }
        total
    }

    fn crossings_below(&mut self, graph: &Layered, l: usize) -> u64 {
        let width = graph.layers[l + 1].len();
        self.tree.clear();
        self.tree.resize(width + 1, 0);
        let (mut total, mut entered) = (0u64, 0u64);
        let mut ends: Vec<u32> = Vec::new();
        for &i in &graph.layers[l] {
            ends.clear();
            ends.extend(
                graph
                    .down
                    .of(i)
                    .iter()
                    .map(|&k| graph.position[graph.links[k as usize].lower as usize]),
            );
            for &end in &ends {
                // How many earlier lines end at or left of here.
                let (mut at, mut sum) = (end as usize + 1, 0u64);
                while at > 0 {
                    sum += u64::from(self.tree[at]);
                    at &= at - 1;
                }
                total += entered - sum;
            }
            for &end in &ends {
                let mut at = end as usize + 1;
                while at <= width {
                    self.tree[at] += 1;
                    at += at & at.wrapping_neg();
                }
                entered += 1;
            }
        }
        total
    }

    /// Exchanges neighbours while that saves crossings; returns how many were saved.
    fn exchange(&mut self, graph: &mut Layered, downwards: bool) -> u64 {
        let count = graph.layers.len();
        let mut saved = 0;
        for step in 0..count {
            let l = if downwards { step } else { count - 1 - step };
            saved += self.exchange_layer(graph, l);
        }
        saved
    }

    fn exchange_layer(&mut self, graph: &mut Layered, l: usize) -> u64 {
        let len = graph.layers[l].len();
        if len < 2 || self.pinned[graph.layers[l][0] as usize] {
            return 0;
        }
        // Positions of each item's neighbours above and below, sorted; they do not change while this layer does.
        let mut slot = vec![0u32; 0];
        self.near.clear();
        self.near_start.clear();
        for &i in &graph.layers[l] {
            for (adjacency, upper) in [(&graph.up, true), (&graph.down, false)] {
                self.near_start.push(self.near.len() as u32);
                let from = self.near.len();
                self.near.extend(adjacency.of(i).iter().map(|&k| {
                    let link = graph.links[k as usize];
                    graph.position[if upper { link.upper } else { link.lower } as usize]
                }));
                self.near[from..].sort_unstable();
            }
        }
        self.near_start.push(self.near.len() as u32);
        slot.extend(0..len as u32);
        let list = |s: u32, side: usize, near: &[u32], start: &[u32]| -> (usize, usize) {
            let at = s as usize * 2 + side;
            let _ = near;
            (start[at] as usize, start[at + 1] as usize)
        };
        let mut saved = 0u64;
        for _ in 0..6 {
            let mut gained = 0u64;
            for p in 0..len - 1 {
                let (a, b) = (slot[p], slot[p + 1]);
                let (ia, ib) = (graph.layers[l][p], graph.layers[l][p + 1]);
                if graph.items[ia as usize].cluster != graph.items[ib as usize].cluster {
                    continue;
                }
                let (mut now, mut then) = (0u64, 0u64);
                for side in 0..2 {
                    let (a0, a1) = list(a, side, &self.near, &self.near_start);
                    let (b0, b1) = list(b, side, &self.near, &self.near_start);
                    let (x, y) = pair_crossings(&self.near[a0..a1], &self.near[b0..b1]);
                    now += x;
                    then += y;
                }
                if then < now {
                    gained += now - then;
                    slot.swap(p, p + 1);
                    graph.layers[l].swap(p, p + 1);
                }
            }
            saved += gained;
            if gained == 0 {
                break;
            }
        }
        for (p, &i) in graph.layers[l].iter().enumerate() {
            graph.position[i as usize] = p as u32;
        }
        saved
    }
}

/// Crossings of two items' lines if `a` stands left of `b`, and if right; both lists sorted.
fn pair_crossings(a: &[u32], b: &[u32]) -> (u64, u64) {
    let (mut left, mut right) = (0u64, 0u64);
    let (mut below, mut upto) = (0usize, 0usize);
    for &x in a {
        while below < b.len() && b[below] < x {
            below += 1;
        }
        upto = upto.max(below);
        while upto < b.len() && b[upto] <= x {
            upto += 1;
        }
        left += below as u64;
        right += (b.len() - upto) as u64;
    }
    (left, right)
}

/// The weighted median of Gansner et al.: between the two middle values, nearer to the side that is packed more densely.
fn weighted_median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let n = values.len();
    let m = n / 2;
    if n % 2 == 1 {
        return values[m];
    }
    if n == 2 {
        return (values[0] + values[1]) / 2.0;
    }
    let left = values[m - 1] - values[0];
    let right = values[n - 1] - values[m];
    if left + right == 0.0 {
        (values[m - 1] + values[m]) / 2.0
    } else {
        (values[m - 1] * right + values[m] * left) / (left + right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_counted_both_ways() {
        assert_eq!(pair_crossings(&[1, 3], &[0, 2]), (3, 1));
        assert_eq!(pair_crossings(&[1], &[1]), (0, 0));
        assert_eq!(pair_crossings(&[0, 0], &[1, 5]), (0, 4));
    }
}
