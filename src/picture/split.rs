//! Several small pictures of one that is too large to read, with cross-references between them.
//!
//! Parts are grown one box at a time, always the box most strongly bound to what is in the part already; a line to a hub binds weakly, a
//! common cluster strongly. Where a line is cut, each part shows the missing end as a plain remark that says in which part it is; several
//! that hang on one box are counted in one remark.

use super::diagram::{Colour, Diagram, Edge, Line, Node, Shape, Stroke};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The words and links a split picture needs, in the language of the edition. Parts count from 1.
pub struct PartWords<'a> {
    /// "part 2 of 5".
    pub part: &'a dyn Fn(usize, usize) -> Line,
    /// "continues in part 2".
    pub continues: &'a dyn Fn(usize) -> Line,
    /// "12 more in part 2": boxes there that are joined here to one box only.
    pub more: &'a dyn Fn(usize, usize) -> Line,
    /// Where a box of another part is to be found: the part and the id of the box.
    pub href: &'a dyn Fn(usize, &str) -> Option<String>,
}

/// Splits a diagram into parts of at most `max_nodes` boxes, cross-references not counted; one part if it is small enough.
///
/// Title, header, rows, key and foot stand in every part. Lines keep their order; each line is in one part, or cut in two;
/// several cut lines of one box to one other part may be drawn as one.
pub fn split(diagram: &Diagram, max_nodes: usize, words: &PartWords<'_>) -> Vec<Diagram> {
    let max_nodes = max_nodes.max(1);
    if diagram.nodes.len() <= max_nodes {
        return vec![diagram.clone()];
    }
    let part_of = parts(diagram, max_nodes);
    let count = part_of.iter().max().map_or(1, |m| m + 1);
    let index: HashMap<&str, usize> = diagram
        .nodes
        .iter()
        .enumerate()
        .map(|(i, n)| (n.id.as_str(), i))
        .collect();
    (0..count)
        .map(|part| one(diagram, part, count, &part_of, &index, words))
        .collect()
}

/// One part: its boxes, the lines among them, and a remark for each end that is elsewhere.
fn one(
    diagram: &Diagram,
    part: usize,
    count: usize,
    part_of: &[usize],
    index: &HashMap<&str, usize>,
    words: &PartWords<'_>,
) -> Diagram {
    let mut out = Diagram {
        id: format!("{}-{}", diagram.id, part + 1),
        nodes: Vec::new(),
        edges: Vec::new(),
        ..diagram.clone()
    };
    out.subtitle.push((words.part)(part + 1, count));
    out.nodes.extend(
        diagram
            .nodes
            .iter()
            .zip(part_of)
            .filter(|(_, p)| **p == part)
            .map(|(n, _)| n.clone()),
    );
    let is_here = |id: &str| index.get(id).is_some_and(|&i| part_of[i] == part);
    let far = |id: &str| index.get(id).copied().filter(|&i| part_of[i] != part);
    let own: Vec<&Edge> = diagram
        .edges
        .iter()
        .filter(|e| is_here(&e.from) || is_here(&e.to))
        .collect();
    // Which boxes here each box elsewhere is joined to.
    let mut joined: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for edge in &own {
        for (end, other) in [(&edge.from, &edge.to), (&edge.to, &edge.from)] {
            if let Some(i) = far(end) {
                joined.entry(i).or_default().insert(other);
            }
        }
    }
    // Several boxes of one other part that hang on one box here are told of in one remark.
    let mut bundles: BTreeMap<(&str, usize, Option<i32>), Vec<usize>> = BTreeMap::new();
    for (&i, boxes) in &joined {
        if let (1, Some(only)) = (boxes.len(), boxes.first()) {
            bundles
                .entry((only, part_of[i], diagram.nodes[i].rank))
                .or_default()
                .push(i);
        }
    }
    bundles.retain(|_, members| members.len() > 1);
    let mut remark: BTreeMap<usize, String> = BTreeMap::new();
    for ((at, other, rank), members) in &bundles {
        let id = free_id(
            diagram,
            &format!("elsewhere {at} {other} {}", rank.unwrap_or_default()),
        );
        members.iter().for_each(|&i| {
            remark.insert(i, id.clone());
        });
        let href = (words.href)(other + 1, &diagram.nodes[members[0]].id);
        let names: Vec<&str> = members
            .iter()
            .filter_map(|&i| diagram.nodes[i].lines.first())
            .map(|l| l.text.as_str())
            .collect();
        out.nodes.push(remark_node(
            id,
            *rank,
            vec![(words.more)(members.len(), other + 1)],
            names.join(" · "),
            href,
        ));
    }
    for &i in joined.keys() {
        if let Entry::Vacant(place) = remark.entry(i) {
            let there = &diagram.nodes[i];
            let id = free_id(diagram, &format!("elsewhere {}", there.id));
            let mut lines: Vec<Line> = there.lines.first().cloned().into_iter().collect();
            lines.push((words.continues)(part_of[i] + 1));
            let href = (words.href)(part_of[i] + 1, &there.id);
            out.nodes.push(remark_node(
                id.clone(),
                there.rank,
                lines,
                there.tooltip.clone(),
                href,
            ));
            place.insert(id);
        }
    }
    let bundled: BTreeSet<usize> = bundles.values().flatten().copied().collect();
    let mut drawn: BTreeSet<(String, String)> = BTreeSet::new();
    for edge in own {
        let mut kept: Edge = edge.clone();
        let mut is_bundle = false;
        for end in [&mut kept.from, &mut kept.to] {
            if let Some(i) = far(end) {
                is_bundle |= bundled.contains(&i);
                if let Some(id) = remark.get(&i) {
                    end.clone_from(id);
                }
            }
        }
        if is_bundle {
            // One line stands for all of a bundle, whatever each of them says.
            if !drawn.insert((kept.from.clone(), kept.to.clone())) {
                continue;
            }
            kept = Edge {
                from: kept.from,
                to: kept.to,
                stroke: Stroke::Dotted,
                colour: Colour::Muted,
                ..Edge::default()
            };
        }
        out.edges.push(kept);
    }
    let used: BTreeSet<&str> = out
        .nodes
        .iter()
        .filter_map(|n| n.cluster.as_deref())
        .collect();
    out.clusters = diagram
        .clusters
        .iter()
        .filter(|c| used.contains(c.id.as_str()))
        .cloned()
        .collect();
    out
}

/// A remark that something is in another part.
fn remark_node(
    id: String,
    rank: Option<i32>,
    lines: Vec<Line>,
    tooltip: String,
    href: Option<String>,
) -> Node {
    Node {
        id,
        rank,
        lines,
        shape: Shape::Plain,
        colour: Colour::Muted,
        tooltip,
        href,
        ..Node::default()
    }
}

/// The id wished for, or one like it that no box has.
fn free_id(diagram: &Diagram, wish: &str) -> String {
    let mut name = wish.to_owned();
    while diagram.nodes.iter().any(|n| n.id == name) || diagram.header.iter().any(|s| s.id == name)
    {
        name.push('+');
    }
    name
}

/// The part of each box.
fn parts(diagram: &Diagram, max_nodes: usize) -> Vec<usize> {
    let n = diagram.nodes.len();
    let index: HashMap<&str, usize> = diagram
        .nodes
        .iter()
        .enumerate()
        .map(|(i, node)| (node.id.as_str(), i))
        .collect();
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
