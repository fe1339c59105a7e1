//! Keeps the frames of clusters apart from one another and from what is not in them.
//!
//! The places found so far keep distances within each row. A frame spans several rows, so its two sides are two more unknowns, with
//! constraints "left side before all members, right side after them, neighbours outside". All constraints are of the form
//! x + d ≤ y and free of cycles, since clusters stand in one order in all rows. Pushing right, and pushing left, each give a solution;
//! so does the mean of the two, which moves things least.

use super::layers::Layered;
use super::{Input, coords, gap};

/// Moves items so that no frame overlaps what is outside it; returns how far each frame may reach left and right.
pub(crate) fn separate(input: &Input, graph: &Layered, x: &mut [f64]) -> Vec<(f64, f64)> {
    let everywhere = vec![(f64::NEG_INFINITY, f64::INFINITY); input.clusters.len()];
    if input.clusters.is_empty() {
        return everywhere;
    }
    let n = graph.items.len();
    let (left, right) = (|c: usize| n + 2 * c, |c: usize| n + 2 * c + 1);
    let total = n + 2 * input.clusters.len();
    let mut arcs: Vec<(usize, usize, f64)> = Vec::new();
    for layer in &graph.layers {
        for pair in layer.windows(2) {
            let (a, b) = (
                &graph.items[pair[0] as usize],
                &graph.items[pair[1] as usize],
            );
            arcs.push((pair[0] as usize, pair[1] as usize, coords::separation(a, b)));
            if a.cluster == b.cluster {
                continue;
            }
            match (a.cluster, b.cluster) {
                (Some(c), Some(d)) => arcs.push((right(c), left(d), gap::FRAME)),
                (Some(c), None) => arcs.push((right(c), pair[1] as usize, gap::FRAME + b.left)),
                (None, Some(d)) => arcs.push((pair[0] as usize, left(d), a.right + gap::FRAME)),
                (None, None) => {}
            }
        }
        for &i in layer {
            let item = &graph.items[i as usize];
            if let Some(c) = item.cluster {
                arcs.push((left(c), i as usize, gap::FRAME + item.left));
                arcs.push((i as usize, right(c), gap::FRAME + item.right));
            }
        }
    }
    for (c, label) in input.clusters.iter().enumerate() {
        arcs.push((left(c), right(c), label + 2.0 * gap::FRAME));
    }
    let mut wish = x.to_vec();
    wish.resize(total, f64::NAN);
    let Some(pushed_right) = push(&wish, &arcs, total) else {
        return everywhere;
    };
    // Pushing left is pushing right in the mirror.
    let mirrored: Vec<f64> = wish.iter().map(|v| -v).collect();
    let turned: Vec<_> = arcs.iter().map(|&(a, b, d)| (b, a, d)).collect();
    let Some(pushed_left) = push(&mirrored, &turned, total) else {
        return everywhere;
    };
    let middle = |i: usize| (pushed_right[i] - pushed_left[i]) / 2.0;
    for (i, x) in x.iter_mut().enumerate() {
        *x = middle(i);
    }
    (0..input.clusters.len())
        .map(|c| (middle(left(c)), middle(right(c))))
        .collect()
}

/// The least solution at or above the wishes (`NaN`: no wish); `None` if the constraints run in a circle.
fn push(wish: &[f64], arcs: &[(usize, usize, f64)], total: usize) -> Option<Vec<f64>> {
    let mut out: Vec<Vec<(usize, f64)>> = vec![Vec::new(); total];
    let mut waiting = vec![0usize; total];
    for &(a, b, d) in arcs {
        out[a].push((b, d));
        waiting[b] += 1;
    }
    let mut place = wish.to_vec();
    let mut ready: Vec<usize> = (0..total).rev().filter(|&i| waiting[i] == 0).collect();
    // A frame's side nothing stands before has no wish of its own: it follows what it must come before.
    for &i in &ready {
        if place[i].is_nan() {
            place[i] = out[i]
                .iter()
                .map(|&(b, d)| wish[b] - d)
                .filter(|v| !v.is_nan())
                .fold(f64::INFINITY, f64::min);
            if !place[i].is_finite() {
                place[i] = 0.0;
            }
        }
    }
    let mut done = 0;
    while let Some(a) = ready.pop() {
        done += 1;
        for &(b, d) in &out[a] {
            let least = place[a] + d;
            if place[b].is_nan() || place[b] < least {
                place[b] = least;
            }
            waiting[b] -= 1;
            if waiting[b] == 0 {
                ready.push(b);
            }
        }
    }
    (done == total).then_some(place)
}
