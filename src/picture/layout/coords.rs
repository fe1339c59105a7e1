//! Horizontal places: near what each item is joined to, without touching what stands beside it.
//!
//! Layer by layer the weighted least-squares place under "keep the order, keep the distances" is found exactly with the
//! pool-adjacent-violators algorithm (Ayer et al. 1955) in linear time; a few sweeps down and up let the layers agree. Passing lines
//! weigh more than boxes, so long lines come out straight.

use super::layers::{Item, Kind, Layered};
use super::route::Ports;
use super::{Input, gap};

/// Nearest non-decreasing sequence to the wanted values, weighted: `(wanted, weight)` in, places out.
pub(crate) fn isotonic(wanted: &[(f64, f64)]) -> Vec<f64> {
    // Blocks of equal places: mean, weight, length.
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(wanted.len());
    for &(value, weight) in wanted {
        let mut block = (value, weight.max(1e-6), 1);
        while let Some(&(mean, w, n)) = blocks.last() {
            if mean <= block.0 {
                break;
            }
            blocks.pop();
            let sum = w + block.1;
            block = ((mean * w + block.0 * block.1) / sum, sum, n + block.2);
        }
        blocks.push(block);
    }
    blocks.into_iter().flat_map(|(mean, _, n)| std::iter::repeat_n(mean, n)).collect()
}

/// Least distance between the lines of two neighbours in a layer.
pub(crate) fn separation(a: &Item, b: &Item) -> f64 {
    let real = |i: &Item| matches!(i.kind, Kind::Box(_));
    let between = match (real(a), real(b)) {
        (true, true) => gap::BOXES,
        (false, false) => gap::LINES,
        _ => gap::BOX_LINE,
    };
    let frames = if a.cluster == b.cluster { 0.0 } else { f64::from(u8::from(a.cluster.is_some()) + u8::from(b.cluster.is_some())) * gap::FRAME };
    a.right + between + frames + b.left
}

/// A place for each item: the x of its line, or of a box's middle.
pub(crate) fn coordinates(input: &Input, graph: &Layered, ports: &Ports) -> Vec<f64> {
    let n = graph.items.len();
    let mut x = vec![0.0; n];
    // The offset of each item in its layer when packed tightly; places are found relative to it.
    let mut offset = vec![0.0; n];
    let mut width: f64 = 0.0;
    for layer in &graph.layers {
        let mut at = 0.0;
        for (p, &i) in layer.iter().enumerate() {
            if p > 0 {
                at += separation(&graph.items[layer[p - 1] as usize], &graph.items[i as usize]);
            }
            offset[i as usize] = at;
        }
        width = width.max(at);
    }
    for layer in &graph.layers {
        let last = layer.last().map_or(0.0, |&i| offset[i as usize]);
        for &i in layer {
            x[i as usize] = offset[i as usize] + (width - last) / 2.0;
        }
    }
    let large = graph.links.len() > 20_000;
    let rounds = if large { 6 } else { 14 };
    let mut wanted: Vec<(f64, f64)> = Vec::new();
    for round in 0..rounds {
        let both = round + 4 >= rounds;
        for pass in 0..2 {
            let count = graph.layers.len();
            for step in 0..count {
                let l = if pass == 0 { step } else { count - 1 - step };
                wanted.clear();
                for &i in &graph.layers[l] {
                    let (mut sum, mut weight) = (0.0, 0.0);
                    for (adjacency, above) in [(&graph.up, true), (&graph.down, false)] {
                        if !both && above != (pass == 0) {
                            continue;
                        }
                        for &k in adjacency.of(i) {
                            let link = graph.links[k as usize];
                            let other = if above { link.upper } else { link.lower };
                            let w = pull(graph, i, other);
                            let (mine, theirs) = ports.offsets(k, above);
                            sum += w * (x[other as usize] + theirs - mine);
                            weight += w;
                        }
                    }
                    let goal = if weight > 0.0 { sum / weight } else { x[i as usize] };
                    wanted.push((goal - offset[i as usize], if weight > 0.0 { weight } else { 0.05 }));
                }
                for (&i, place) in graph.layers[l].iter().zip(isotonic(&wanted)) {
                    x[i as usize] = place + offset[i as usize];
                }
            }
        }
    }
    spread_slots(input, graph, &mut x);
    x
}

/// How strongly two joined items pull at one another: straight long lines matter more than short ones.
fn pull(graph: &Layered, a: u32, b: u32) -> f64 {
    let real = |i: u32| matches!(graph.items[i as usize].kind, Kind::Box(_));
    match (real(a), real(b)) {
        (true, true) => 1.0,
        (false, false) => 8.0,
        _ => 2.0,
    }
}

/// Header slots stand over the middle of what hangs under them; their widths follow in [`super::route`].
fn spread_slots(input: &Input, graph: &Layered, x: &mut [f64]) {
    let Some(layer) = graph.layers.first() else { return };
    let is_slot = |i: u32| matches!(graph.items[i as usize].kind, Kind::Box(b) if input.boxes[b].slot);
    if !layer.iter().any(|&i| is_slot(i)) {
        return;
    }
    let mut wanted = Vec::new();
    let mut offset = 0.0;
    let mut before: Option<f64> = None;
    let mut offsets = Vec::new();
    for &i in layer {
        let span = slot_span(graph, x, i);
        let half = slot_half(&graph.items[i as usize], span);
        if let Some(before) = before {
            offset += before + half + gap::BOXES;
        }
        before = Some(half);
        offsets.push(offset);
        let goal = span.map_or(x[i as usize], |(low, high)| (low + high) / 2.0);
        wanted.push((goal - offset, if span.is_some() { 1.0 } else { 0.05 }));
    }
    for ((&i, place), offset) in layer.iter().zip(isotonic(&wanted)).zip(offsets) {
        x[i as usize] = place + offset;
    }
}

/// From the leftmost to the rightmost line that hangs under a slot.
pub(crate) fn slot_span(graph: &Layered, x: &[f64], item: u32) -> Option<(f64, f64)> {
    let ends = graph.down.of(item).iter().map(|&k| x[graph.links[k as usize].lower as usize]);
    ends.fold(None, |span, e| Some(span.map_or((e, e), |(low, high): (f64, f64)| (low.min(e), high.max(e)))))
}

/// Half the width of a slot: its words, or all that hangs under it.
pub(crate) fn slot_half(item: &Item, span: Option<(f64, f64)>) -> f64 {
    let hang = span.map_or(0.0, |(low, high)| (high - low) / 2.0 + 12.0);
    item.left.max(hang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isotonic_keeps_what_is_in_order_and_pools_what_is_not() {
        assert_eq!(isotonic(&[(1.0, 1.0), (2.0, 1.0), (5.0, 1.0)]), [1.0, 2.0, 5.0]);
        assert_eq!(isotonic(&[(3.0, 1.0), (1.0, 1.0), (5.0, 1.0)]), [2.0, 2.0, 5.0]);
        assert_eq!(isotonic(&[(4.0, 3.0), (0.0, 1.0)]), [3.0, 3.0]);
    }
}
