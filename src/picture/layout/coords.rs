//! Horizontal places: near what each item is joined to, without touching what stands beside it.
//!
//! Layer by layer the weighted least-squares place under "keep the order, keep the distances" is found exactly with the
//! pool-adjacent-violators algorithm (Ayer et al. 1955) in linear time; a few sweeps down and up let the layers agree. Passing lines
//! weigh more than boxes, so long lines come out straight.

use super::layers::{Item, Kind, Layered};
use super::ports::Ports;
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
    blocks
        .into_iter()
        .flat_map(|(mean, _, n)| std::iter::repeat_n(mean, n))
        .collect()
}

/// Least distance between the lines of two neighbours in a layer.
pub(crate) fn separation(a: &Item, b: &Item) -> f64 {
    let real = |i: &Item| matches!(i.kind, Kind::Box(_));
    let between = match (real(a), real(b)) {
        (true, true) if a.slot && b.slot => gap::SLOTS,
        (true, true) => gap::BOXES,
        (false, false) => gap::LINES,
        _ => gap::BOX_LINE,
    };
    let frames = if a.cluster == b.cluster {
        0.0
    } else {
        f64::from(u8::from(a.cluster.is_some()) + u8::from(b.cluster.is_some())) * gap::FRAME
    };
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
                at += separation(
                    &graph.items[layer[p - 1] as usize],
                    &graph.items[i as usize],
                );
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
    // No layer needs to be wider than the widest, packed tightly, or than the picture may be.
    let ends = |layer: &[u32]| match (layer.first(), layer.last()) {
        (Some(&a), Some(&b)) => (
            graph.items[a as usize].left,
            offset[b as usize] + graph.items[b as usize].right,
        ),
        _ => (0.0, 0.0),
    };
    let widest = graph
        .layers
        .iter()
        .map(|l| ends(l))
        .map(|(a, b)| a + b)
        .fold(0.0, f64::max);
    let room = input.max_width.map_or(f64::INFINITY, |max| max.max(widest));
    let rounds = match graph.links.len() {
        0..2_000 => 14,
        2_000..20_000 => 8,
        _ => 5,
    };
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
                            let w = pull(input, graph, i, other);
                            let (mine, theirs) = ports.offsets(k, above);
                            sum += w * (x[other as usize] + theirs - mine);
                            weight += w;
                        }
                    }
                    let goal = if weight > 0.0 {
                        sum / weight
                    } else {
                        x[i as usize]
                    };
                    wanted.push((
                        goal - offset[i as usize],
                        if weight > 0.0 { weight } else { 0.05 },
                    ));
                }
                // The nearest places within bounds are the nearest places, held to the bounds.
                let (left, right) = ends(&graph.layers[l]);
                let (low, high) = if room.is_finite() {
                    (left, (room - right).max(left))
                } else {
                    (f64::NEG_INFINITY, f64::INFINITY)
                };
                for (&i, place) in graph.layers[l].iter().zip(isotonic(&wanted)) {
                    x[i as usize] = place.clamp(low, high) + offset[i as usize];
                }
            }
        }
    }
    straighten(input, graph, ports, room, &mut x);
    snap(input, graph, ports, room, &mut x);
    x
}

/// How far an item may move without touching its neighbours or leaving the picture.
fn range(graph: &Layered, room: f64, x: &[f64], i: u32) -> (f64, f64) {
    let item = &graph.items[i as usize];
    let layer = &graph.layers[item.layer];
    let p = graph.position[i as usize] as usize;
    let low = match p.checked_sub(1) {
        Some(q) => x[layer[q] as usize] + separation(&graph.items[layer[q] as usize], item),
        None if room.is_finite() => item.left,
        None => f64::NEG_INFINITY,
    };
    let high = match layer.get(p + 1) {
        Some(&n) => x[n as usize] - separation(item, &graph.items[n as usize]),
        None => room - item.right,
    };
    (low, high)
}

/// Moves boxes by a little where that makes one more of their lines straight.
fn snap(input: &Input, graph: &Layered, ports: &Ports, room: f64, x: &mut [f64]) {
    const NEAR: f64 = 26.0;
    const CANDIDATES: usize = 12;
    for round in 0..2 {
        for step in 0..graph.layers.len() {
            let l = if round == 0 {
                step
            } else {
                graph.layers.len() - 1 - step
            };
            for &i in &graph.layers[l] {
                if !matches!(graph.items[i as usize].kind, Kind::Box(b) if !input.boxes[b].slot) {
                    continue;
                }
                let mut off: Vec<f64> = Vec::new();
                for (adjacency, above) in [(&graph.up, true), (&graph.down, false)] {
                    for &k in adjacency.of(i).iter().take(CANDIDATES) {
                        let link = graph.links[k as usize];
                        let other = if above { link.upper } else { link.lower };
                        if matches!(graph.items[other as usize].kind, Kind::Box(b) if input.boxes[b].slot)
                        {
                            continue;
                        }
                        let (mine, theirs) = ports.offsets(k, above);
                        off.push(x[other as usize] + theirs - x[i as usize] - mine);
                    }
                }
                let straight =
                    |move_by: f64| off.iter().filter(|d| (**d - move_by).abs() < 0.3).count();
                let (low, high) = range(graph, room, x, i);
                let mut best = (straight(0.0), 0.0f64);
                for &d in off.iter().filter(|d| d.abs() <= NEAR || off.len() == 1) {
                    let count = straight(d);
                    let fits = (low..=high).contains(&(x[i as usize] + d));
                    if fits && (count > best.0 || (count == best.0 && d.abs() < best.1.abs())) {
                        best = (count, d);
                    }
                }
                x[i as usize] += best.1;
            }
        }
    }
}

/// Lets each long line run at one x as far as its neighbours allow, so that it bends only near its ends.
fn straighten(input: &Input, graph: &Layered, ports: &Ports, room: f64, x: &mut [f64]) {
    let is_slot =
        |i: u32| matches!(graph.items[i as usize].kind, Kind::Box(k) if input.boxes[k].slot);
    for _ in 0..3 {
        let mut k = 0usize;
        for chain in &graph.chains {
            let first = k;
            k += chain.len().saturating_sub(1);
            if chain.len() < 3 || matches!(graph.items[chain[1] as usize].kind, Kind::Turn(_)) {
                continue;
            }
            let (top, bottom) = (chain[0], chain[chain.len() - 1]);
            let from = (!is_slot(top)).then(|| x[top as usize] + ports.upper[first]);
            let to = x[bottom as usize] + ports.lower[k - 1];
            let inner = &chain[1..chain.len() - 1];
            // From the end that reaches further, one run after another at one x.
            let mut at = 0;
            let mut aim = to;
            if let Some(from) = from {
                aim = from;
            }
            while at < inner.len() {
                let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
                let start = at;
                while at < inner.len() {
                    let (l, h) = range(graph, room, x, inner[at]);
                    if l.max(low) > h.min(high) && at > start {
                        break;
                    }
                    (low, high) = (low.max(l), high.min(h));
                    at += 1;
                }
                if low > high {
                    at = at.max(start + 1);
                    continue;
                }
                // The last run heads for the lower end if it can be met, else it goes on as it came.
                let place = if at == inner.len() && (low..=high).contains(&to) {
                    to
                } else {
                    aim.clamp(low, high)
                };
                for &i in &inner[start..at] {
                    x[i as usize] = place;
                }
                aim = place;
            }
        }
    }
}

/// How strongly two joined items pull at one another: straight long lines matter more than short ones.
fn pull(input: &Input, graph: &Layered, a: u32, b: u32) -> f64 {
    // The header reaches everywhere: what hangs under it need not come to it.
    if [a, b]
        .iter()
        .any(|&i| matches!(graph.items[i as usize].kind, Kind::Box(k) if input.boxes[k].slot))
    {
        return 0.02;
    }
    let real = |i: u32| matches!(graph.items[i as usize].kind, Kind::Box(_));
    match (real(a), real(b)) {
        (true, true) => 1.0,
        (false, false) => 8.0,
        _ => 2.0,
    }
}

/// Header slots stand over the middle of what hangs under them; their widths follow in [`super::route`].
pub(crate) fn spread_slots(input: &Input, graph: &Layered, x: &mut [f64]) {
    let Some(layer) = graph.layers.first() else {
        return;
    };
    let is_slot =
        |i: u32| matches!(graph.items[i as usize].kind, Kind::Box(b) if input.boxes[b].slot);
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
            offset += before + half + gap::SLOTS;
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
    let ends = graph
        .down
        .of(item)
        .iter()
        .map(|&k| x[graph.links[k as usize].lower as usize]);
    ends.fold(None, |span, e| {
        Some(span.map_or((e, e), |(low, high): (f64, f64)| (low.min(e), high.max(e))))
    })
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
        assert_eq!(
            isotonic(&[(1.0, 1.0), (2.0, 1.0), (5.0, 1.0)]),
            [1.0, 2.0, 5.0]
        );
        assert_eq!(
            isotonic(&[(3.0, 1.0), (1.0, 1.0), (5.0, 1.0)]),
            [2.0, 2.0, 5.0]
        );
        assert_eq!(isotonic(&[(4.0, 3.0), (0.0, 1.0)]), [3.0, 3.0]);
    }
}
