//! Several small pictures of one that is too large to read, with cross-references between them.
//!
//! Parts are grown one box at a time, always the box most strongly bound to what is in the part already; a line to a hub binds weakly, a
//! common cluster strongly. Where a line is cut, each part shows the missing end as a plain remark that says in which part it is.

use super::diagram::{Colour, Diagram, Edge, Line, Node, Shape, Stroke};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The words and links a split picture needs, in the language of the edition. Parts count from 1.
pub struct PartWords<'a> {
    /// "part 2 of 5".
    pub part: &'a dyn Fn(usize, usize) -> Line,
    /// "continues in part 2".
    pub continues: &'a dyn Fn(usize) -> Line,
    /// Where a box of another part is to be found: the part and the id of the box.
    pub href: &'a dyn Fn(usize, &str) -> Option<String>,
}

/// Splits a diagram into parts of at most `max_nodes` boxes, cross-references not counted; one part if it is small enough.
///
/// Title, header, rows, key and foot stand in every part. Lines keep their order; each line is in one part, or cut in two.
pub fn split(diagram: &Diagram, max_nodes: usize, words: &PartWords<'_>) -> Vec<Diagram> {
    let max_nodes = max_nodes.max(1);
    if diagram.nodes.len() <= max_nodes {
        return vec![diagram.clone()];
    }
    let part_of = parts(diagram, max_nodes);
    let count = part_of.iter().max().map_or(1, |m| m + 1);
    let index: HashMap<&str, usize> = diagram.nodes.iter().enumerate().map(|(i, n)| (n.id.as_str(), i)).collect();
    (0..count).map(|part| one(diagram, part, count, &part_of, &index, words)).collect()
}

/// One part: its boxes, the lines among them, and a remark for each end that is elsewhere.
fn one(diagram: &Diagram, part: usize, count: usize, part_of: &[usize], index: &HashMap<&str, usize>, words: &PartWords<'_>) -> Diagram {
    let mut out = Diagram { id: format!("{}-{}", diagram.id, part + 1), nodes: Vec::new(), edges: Vec::new(), ..diagram.clone() };
    out.subtitle.push((words.part)(part + 1, count));
    out.nodes.extend(diagram.nodes.iter().zip(part_of).filter(|(_, p)| **p == part).map(|(n, _)| n.clone()));
    let is_here = |id: &str| index.get(id).is_some_and(|&i| part_of[i] == part);
    let mut remarks: BTreeSet<usize> = BTreeSet::new();
    for edge in diagram.edges.iter().filter(|e| is_here(&e.from) || is_here(&e.to)) {
        let mut kept: Edge = edge.clone();
        for end in [&mut kept.from, &mut kept.to] {
            if let Some(&i) = index.get(end.as_str()).filter(|&&i| part_of[i] != part) {
                remarks.insert(i);
                *end = remark_id(diagram, &diagram.nodes[i].id);
            }
        }
        out.edges.push(kept);
    }
    for i in remarks {
        let there = &diagram.nodes[i];
        let other = part_of[i] + 1;
        let mut lines: Vec<Line> = there.lines.first().cloned().into_iter().collect();
        lines.push((words.continues)(other));
        out.nodes.push(Node {
            id: remark_id(diagram, &there.id),
            rank: there.rank,
            lines,
            shape: Shape::Plain,
            outline: Stroke::Solid,
            colour: Colour::Muted,
            tooltip: there.tooltip.clone(),
            href: (words.href)(other, &there.id),
            ..Node::default()
        });
    }
    let used: BTreeSet<&str> = out.nodes.iter().filter_map(|n| n.cluster.as_deref()).collect();
    out.clusters = diagram.clusters.iter().filter(|c| used.contains(c.id.as_str())).cloned().collect();
    out
}

/// An id for the remark about a box elsewhere, which no box has.
fn remark_id(diagram: &Diagram, id: &str) -> String {
    let mut name = format!("elsewhere {id}");
    while diagram.nodes.iter().any(|n| n.id == name) || diagram.header.iter().any(|s| s.id == name) {
        name.push('+');
    }
    name
}

/// The part of each box.
fn parts(diagram: &Diagram, max_nodes: usize) -> Vec<usize> {
    let n = diagram.nodes.len();
    let index: HashMap<&str, usize> = diagram.nodes.iter().enumerate().map(|(i, node)| (node.id.as_str(), i)).collect();
    let mut bonds: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::new(); n];
    let ends = |e: &Edge| Some((*index.get(e.from.as_str())?, *index.get(e.to.as_str())?));
    let mut degree = vec![0u64; n];
    for (a, b) in diagram.edges.iter().filter_map(ends) {
        degree[a] += 1;
        degree[b] += 1;
    }
    let mut bind = |a: usize, b: usize, strength: u64| {
        if a != b {
            *bonds[a].entry(b).or_default() += strength;
            *bonds[b].entry(a).or_default() += strength;
        }
    };
    for (a, b) in diagram.edges.iter().filter_map(ends) {
        bind(a, b, 1_000_000 / degree[a].max(degree[b]).max(1));
    }
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (i, node) in diagram.nodes.iter().enumerate() {
        if let Some(c) = node.cluster.as_deref()
            && let Some(before) = last.insert(c, i)
        {
            bind(before, i, 2_000_000);
        }
    }
    // Even parts rather than full ones and a remainder.
    let count = n.div_ceil(max_nodes);
    let share = n.div_ceil(count);
    let mut part_of = vec![usize::MAX; n];
    let mut part = 0;
    let mut next = 0;
    while next < n {
        if part_of[next] != usize::MAX {
            next += 1;
            continue;
        }
        let mut pull: BTreeMap<usize, u64> = BTreeMap::new();
        let mut queue: BTreeSet<(std::cmp::Reverse<u64>, usize)> = BTreeSet::new();
        let mut size = 0;
        let mut seed = next;
        while size < share {
            let chosen = match queue.pop_first() {
                Some((_, i)) => i,
                None => {
                    // Nothing bound to the part is left: start again with the next box.
                    while seed < n && part_of[seed] != usize::MAX {
                        seed += 1;
                    }
                    if seed == n {
                        break;
                    }
                    seed
                }
            };
            part_of[chosen] = part;
            size += 1;
            pull.remove(&chosen);
            for (&other, &strength) in &bonds[chosen] {
                if part_of[other] == usize::MAX {
                    let now = pull.entry(other).or_default();
                    queue.remove(&(std::cmp::Reverse(*now), other));
                    *now += strength;
                    queue.insert((std::cmp::Reverse(*now), other));
                }
            }
        }
        part += 1;
    }
    part_of
}
