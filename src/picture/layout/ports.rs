//! Where lines meet their boxes: spread over the side, in the order of what they lead to.

use super::layers::{Kind, Layered};
use super::{Input, gap};

/// Where each link meets its upper and lower item, as offsets from the item's line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Ports {
    pub(crate) upper: Vec<f64>,
    pub(crate) lower: Vec<f64>,
}

impl Ports {
    /// Offsets of link `k` at the item asked for and at the other end; `above`: the other end is the upper one.
    pub(crate) fn offsets(&self, k: u32, above: bool) -> (f64, f64) {
        let (u, l) = (self.upper[k as usize], self.lower[k as usize]);
        if above { (l, u) } else { (u, l) }
    }
}

/// Spreads the ends of lines over the sides of their boxes, in the order of what they lead to.
pub(crate) fn ports(input: &Input, graph: &Layered) -> Ports {
    let mut ports = Ports {
        upper: vec![0.0; graph.links.len()],
        lower: vec![0.0; graph.links.len()],
    };
    let mut sorted: Vec<u32> = Vec::new();
    for (i, item) in graph.items.iter().enumerate() {
        let Kind::Box(b) = item.kind else { continue };
        if input.boxes[b].slot {
            continue;
        }
        let usable = (input.boxes[b].width - 24.0).max(0.0);
        for below in [true, false] {
            let adjacency = if below { &graph.down } else { &graph.up };
            sorted.clear();
            sorted.extend_from_slice(adjacency.of(i as u32));
            if sorted.len() < 2 {
                continue;
            }
            let other = |k: &u32| {
                let link = graph.links[*k as usize];
                let far = if below { link.lower } else { link.upper };
                (graph.position[far as usize], link.edge)
            };
            sorted.sort_by_key(other);
            let step = gap::PORTS.min(usable / (sorted.len() - 1) as f64);
            let first = -step * (sorted.len() - 1) as f64 / 2.0;
            let side = if below {
                &mut ports.upper
            } else {
                &mut ports.lower
            };
            for (at, &k) in sorted.iter().enumerate() {
                side[k as usize] = first + step * at as f64;
            }
        }
    }
    ports
}
