//! Which row each box stands in.
//!
//! Given rows are kept. The others follow from the lines: `from` above `to`, as short as a local search makes them. Lines of a
//! cycle, and lines against the given rows, simply run upwards.

use super::Input;
use super::layers::{Kind, Layered};

/// A row for each box, as an index into the rows of the picture, topmost first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rows {
    /// Row of each box.
    pub(crate) of: Vec<usize>,
    /// The rank each row stands for; `None` for the header. Broken rows repeat theirs.
    pub(crate) rank: Vec<Option<i32>>,
}

/// A rank for each box; header slots get `i32::MIN`.
pub(crate) fn ranks(input: &Input) -> Vec<i32> {
    let n = input.boxes.len();
    let hint = |v: usize| {
        if input.boxes[v].slot {
            Some(i32::MIN)
        } else {
            input.boxes[v].rank.map(|r| r.clamp(-10_000, 10_000))
        }
    };
    let arcs = acyclic(input, &hint);
    let (succ, pred) = (
        adjacency(n, arcs.iter().copied()),
        adjacency(n, arcs.iter().map(|&(a, b)| (b, a))),
    );

    let mut rank: Vec<i32> = (0..n).map(|v| hint(v).unwrap_or(0)).collect();
    let mut waiting: Vec<usize> = pred.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = (0..n).rev().filter(|&v| waiting[v] == 0).collect();
    let mut topological = Vec::with_capacity(n);
    while let Some(v) = ready.pop() {
        topological.push(v);
        if hint(v).is_none() {
            rank[v] = pred[v]
                .iter()
                .map(|&u| rank[u].max(-20_000) + 1)
                .max()
                .unwrap_or(0);
        }
        for &w in succ[v].iter().rev() {
            waiting[w] -= 1;
            if waiting[w] == 0 {
                ready.push(w);
            }
        }
    }
    // Each box moves towards the side on which it has more lines, as far as its neighbours let it.
    for pass in 0..12 {
        let mut moved = false;
        for i in 0..n {
            let v = if pass % 2 == 0 {
                topological[n - 1 - i]
            } else {
                topological[i]
            };
            if hint(v).is_some() || (pred[v].is_empty() && succ[v].is_empty()) {
                continue;
            }
            let low = pred[v].iter().map(|&u| rank[u].max(-20_000) + 1).max();
            let high = succ[v].iter().map(|&w| rank[w] - 1).min();
            let target = match (low, high) {
                (Some(low), Some(high)) if low > high => continue,
                (Some(low), Some(high)) if pred[v].len() == succ[v].len() => {
                    rank[v].clamp(low, high)
                }
                (Some(low), Some(high)) => {
                    if pred[v].len() > succ[v].len() {
                        low
                    } else {
                        high
                    }
                }
                (Some(low), None) => low,
                (None, Some(high)) => high,
                (None, None) => continue,
            };
            moved |= target != rank[v];
            rank[v] = target;
        }
        if !moved {
            break;
        }
    }
    rank
}

/// The lines that decide rows, each directed downwards and without a cycle.
fn acyclic(input: &Input, hint: &impl Fn(usize) -> Option<i32>) -> Vec<(usize, usize)> {
    let n = input.boxes.len();
    let free: Vec<(usize, usize)> = input
        .edges
        .iter()
        .filter(|e| e.from != e.to && !(hint(e.from).is_some() && hint(e.to).is_some()))
        // What ends at the header comes from below it.
        .map(|e| {
            if input.boxes[e.to].slot {
                (e.to, e.from)
            } else {
                (e.from, e.to)
            }
        })
        .collect();
    let out = adjacency(n, free.iter().copied());
    // Depth-first search in the given order; an arc to a box still open closes a cycle and is turned.
    let mut state = vec![0u8; n];
    let mut turned = std::collections::BTreeSet::new();
    for start in 0..n {
        if state[start] != 0 {
            continue;
        }
        let mut stack = vec![(start, 0usize)];
        state[start] = 1;
        while let Some((v, next)) = stack.last_mut() {
            if let Some(&w) = out[*v].get(*next) {
                *next += 1;
                match state[w] {
                    0 => {
                        state[w] = 1;
                        stack.push((w, 0));
                    }
                    1 => {
                        turned.insert((*v, w));
                    }
                    _ => {}
                }
            } else {
                state[*v] = 2;
                stack.pop();
            }
        }
    }
    free.into_iter()
        .map(|(a, b)| {
            if turned.contains(&(a, b)) {
                (b, a)
            } else {
                (a, b)
            }
        })
        .collect()
}

fn adjacency(n: usize, arcs: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); n];
    for (a, b) in arcs {
        out[a].push(b);
    }
    out
}

/// Ranks made dense: empty ones take no room.
pub(crate) fn rows(input: &Input, ranks: &[i32]) -> Rows {
    let mut used: Vec<i32> = ranks.to_vec();
    used.sort_unstable();
    used.dedup();
    let of = ranks
        .iter()
        .map(|r| used.binary_search(r).unwrap_or(0))
        .collect();
    let header = input.boxes.iter().any(|b| b.slot);
    let rank = used
        .iter()
        .enumerate()
        .map(|(i, &r)| if header && i == 0 { None } else { Some(r) })
        .collect();
    Rows { of, rank }
}

/// Breaks rows wider than `max` into several, in the order found so far. Says whether it changed anything.
pub(crate) fn break_rows(input: &Input, graph: &Layered, max: f64, rows: &mut Rows) -> bool {
    let mut broken = Rows {
        of: rows.of.clone(),
        rank: Vec::new(),
    };
    for layer in &graph.layers {
        let members: Vec<usize> = layer
            .iter()
            .filter_map(|&i| match graph.items[i as usize].kind {
                Kind::Box(b) => Some(b),
                _ => None,
            })
            .collect();
        let Some(&first) = members.first() else {
            continue;
        };
        let rank = rows.rank[rows.of[first]];
        let total: f64 = members
            .iter()
            .map(|&b| input.boxes[b].width + super::gap::BOXES)
            .sum();
        if rank.is_none() || total <= max {
            members
                .iter()
                .for_each(|&b| broken.of[b] = broken.rank.len());
            broken.rank.push(rank);
            continue;
        }
        // Even shares look better than full rows and a remainder.
        let share = total / (total / max).ceil();
        let mut used = 0.0;
        for (i, &b) in members.iter().enumerate() {
            let w = input.boxes[b].width + super::gap::BOXES;
            if i > 0 && (used + w - super::gap::BOXES > max || used + w / 2.0 > share) {
                broken.rank.push(rank);
                used = 0.0;
            }
            broken.of[b] = broken.rank.len();
            used += w;
        }
        broken.rank.push(rank);
    }
    let changed = broken.rank.len() != rows.rank.len();
    *rows = broken;
    changed
}
