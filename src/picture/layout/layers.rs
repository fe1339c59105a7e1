//! The layered graph: boxes, and a dummy wherever a line passes a row.
//!
//! Where lines have labels, or join two boxes of one row, a row of their own is put between the rows of boxes. A label's dummy is as
//! wide as the label, so that it gets room like a box; its line passes at its left edge.

use super::rank::Rows;
use super::{Input, gap};

/// What an item of a layer stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The box of this index.
    Box(usize),
    /// The line of this index passes.
    Pass(usize),
    /// The line of this index passes, with its label.
    Label(usize),
    /// The line of this index joins two boxes of the row above and turns here.
    Turn(usize),
    /// Nothing: the cluster of this index has no box in this row, but its frame passes.
    Frame(usize),
}

/// A box or dummy, with its extent left and right of its line, and its height.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub(crate) kind: Kind,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) height: f64,
    pub(crate) layer: usize,
    pub(crate) cluster: Option<usize>,
    /// A compartment of the header.
    pub(crate) slot: bool,
}

/// One piece of a line, between two neighbouring layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) upper: u32,
    pub(crate) lower: u32,
    pub(crate) edge: u32,
}

/// The layered graph. `layers` holds the order that [`super::order`] improves; `position` is its inverse.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layered {
    pub(crate) items: Vec<Item>,
    pub(crate) layers: Vec<Vec<u32>>,
    pub(crate) position: Vec<u32>,
    pub(crate) links: Vec<Link>,
    /// Links of each item to the layer below and above: indices into `links`.
    pub(crate) down: Adjacency,
    pub(crate) up: Adjacency,
    /// Items of each line from its upper to its lower end; empty for loops.
    pub(crate) chains: Vec<Vec<u32>>,
    /// Layer of each row of boxes.
    pub(crate) layer_of_row: Vec<usize>,
}

/// Lists of links, one an item, in one allocation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Adjacency {
    start: Vec<u32>,
    list: Vec<u32>,
}

impl Adjacency {
    fn new(items: usize, links: &[Link], end: impl Fn(&Link) -> u32) -> Self {
        let mut start = vec![0u32; items + 1];
        for link in links {
            start[end(link) as usize + 1] += 1;
        }
        for i in 0..items {
            start[i + 1] += start[i];
        }
        let mut fill = start.clone();
        let mut list = vec![0u32; links.len()];
        for (i, link) in links.iter().enumerate() {
            let at = &mut fill[end(link) as usize];
            list[*at as usize] = i as u32;
            *at += 1;
        }
        Adjacency { start, list }
    }

    /// The links of one item.
    pub(crate) fn of(&self, item: u32) -> &[u32] {
        &self.list[self.start[item as usize] as usize..self.start[item as usize + 1] as usize]
    }
}

/// Room the loops at each box and their labels take: to the right of it, and upright.
fn loop_room(input: &Input) -> Vec<(f64, f64)> {
    let mut room = vec![(0.0f64, 0.0f64); input.boxes.len()];
    for e in input.edges.iter().filter(|e| e.from == e.to) {
        let (w, h) = e.label.map_or((0.0, 0.0), |(w, h)| (w + gap::LABEL, h));
        room[e.from].0 += 24.0 + w;
        room[e.from].1 = room[e.from].1.max(h);
    }
    room
}

/// Builds the layered graph; within a layer items stand in the order of the input.
pub(crate) fn build(input: &Input, rows: &Rows) -> Layered {
    let row_count = rows.rank.len();
    // Which gaps under a row need a row for labels.
    let mut between = vec![false; row_count];
    let label_gap = |a: usize, b: usize| a + (b - a - 1) / 2;
    for e in &input.edges {
        let (a, b) = ends(rows, e.from, e.to);
        if e.from == e.to {
            continue;
        }
        if a == b {
            between[a] = true;
        } else if e.label.is_some() {
            between[label_gap(a, b)] = true;
        }
    }
    let mut layer_of_row = Vec::with_capacity(row_count);
    let mut count = 0;
    for has_labels in &between {
        layer_of_row.push(count);
        count += 1 + usize::from(*has_labels);
    }

    let mut items: Vec<Item> = Vec::with_capacity(input.boxes.len() * 4);
    let mut layers: Vec<Vec<u32>> = vec![Vec::new(); count];
    let loops = loop_room(input);
    for (i, b) in input.boxes.iter().enumerate() {
        let layer = layer_of_row[rows.of[i]];
        let (room, least) = loops[i];
        layers[layer].push(i as u32);
        items.push(Item {
            kind: Kind::Box(i),
            left: b.width / 2.0,
            right: b.width / 2.0 + room,
            height: b.height.max(least),
            layer,
            cluster: b.cluster,
            slot: b.slot,
        });
    }
    let mut links = Vec::with_capacity(input.edges.len() * 2);
    let mut chains = Vec::with_capacity(input.edges.len());
    for (index, e) in input.edges.iter().enumerate() {
        let (a, b) = ends(rows, e.from, e.to);
        let cluster = if input.boxes[e.from].cluster == input.boxes[e.to].cluster {
            input.boxes[e.from].cluster
        } else {
            None
        };
        if e.from == e.to {
            chains.push(Vec::new());
            continue;
        }
        let mut add = |kind: Kind, layer: usize| {
            let (left, right, height) = match kind {
                Kind::Label(_) => e
                    .label
                    .map_or((2.0, 2.0, 0.0), |(w, h)| (2.0, gap::LABEL + w + 2.0, h)),
                Kind::Turn(_) => e.label.map_or((6.0, 6.0, 8.0), |(w, h)| {
                    ((w / 2.0).max(6.0), (w / 2.0).max(6.0), h + 12.0)
                }),
                _ => (1.0, 1.0, 0.0),
            };
            let id = items.len() as u32;
            layers[layer].push(id);
            items.push(Item {
                kind,
                left,
                right,
                height,
                layer,
                cluster,
                slot: false,
            });
            id
        };
        if a == b {
            let turn = add(Kind::Turn(index), layer_of_row[a] + 1);
            links.push(Link {
                upper: e.from as u32,
                lower: turn,
                edge: index as u32,
            });
            links.push(Link {
                upper: e.to as u32,
                lower: turn,
                edge: index as u32,
            });
            chains.push(vec![e.from as u32, turn, e.to as u32]);
            continue;
        }
        let (top, bottom) = if rows.of[e.from] < rows.of[e.to] {
            (e.from, e.to)
        } else {
            (e.to, e.from)
        };
        let label_layer = e.label.map(|_| layer_of_row[label_gap(a, b)] + 1);
        let mut chain = vec![top as u32];
        for layer in layer_of_row[a] + 1..layer_of_row[b] {
            let kind = if label_layer == Some(layer) {
                Kind::Label(index)
            } else {
                Kind::Pass(index)
            };
            chain.push(add(kind, layer));
        }
        chain.push(bottom as u32);
        links.extend(chain.windows(2).map(|w| Link {
            upper: w[0],
            lower: w[1],
            edge: index as u32,
        }));
        chains.push(chain);
    }
    frames(input, &mut items, &mut layers);
    let down = Adjacency::new(items.len(), &links, |l| l.upper);
    let up = Adjacency::new(items.len(), &links, |l| l.lower);
    let mut position = vec![0; items.len()];
    for layer in &layers {
        for (p, &i) in layer.iter().enumerate() {
            position[i as usize] = p as u32;
        }
    }
    Layered {
        items,
        layers,
        position,
        links,
        down,
        up,
        chains,
        layer_of_row,
    }
}

/// Fills the rows of a cluster that hold none of its boxes, so that its frame has room there too.
fn frames(input: &Input, items: &mut Vec<Item>, layers: &mut [Vec<u32>]) {
    if input.clusters.is_empty() {
        return;
    }
    let mut present = vec![Vec::<usize>::new(); input.clusters.len()];
    for item in items.iter() {
        if let Some(c) = item.cluster {
            present[c].push(item.layer);
        }
    }
    for (c, found) in present.iter_mut().enumerate() {
        found.sort_unstable();
        found.dedup();
        let (Some(&first), Some(&last)) = (found.first(), found.last()) else {
            continue;
        };
        for layer in (first..=last).filter(|l| found.binary_search(l).is_err()) {
            layers[layer].push(items.len() as u32);
            items.push(Item {
                kind: Kind::Frame(c),
                left: 1.0,
                right: 1.0,
                height: 0.0,
                layer,
                cluster: Some(c),
                slot: false,
            });
        }
    }
}

fn ends(rows: &Rows, from: usize, to: usize) -> (usize, usize) {
    let (a, b) = (rows.of[from], rows.of[to]);
    (a.min(b), a.max(b))
}
