//! Rows for a graph of many small pieces: each piece keeps together, and pieces stand side by side on shelves, as words do in lines.

use super::super::diagram::Diagram;
use std::collections::{BTreeMap, BTreeSet};

/// How many boxes stand side by side on a shelf.
const ABREAST: usize = 5;

/// Gives every box a row. Within a piece what lines lead to stands below what they come from; circles are cut where they close.
pub(super) fn shelve(d: &mut Diagram) {
    let index: BTreeMap<&str, usize> = d
        .nodes
        .iter()
        .enumerate()
        .map(|(i, n)| (n.id.as_str(), i))
        .collect();
    let count = d.nodes.len();
    let mut below: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); count];
    let mut near: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); count];
    for edge in &d.edges {
        let ends = index
            .get(edge.from.as_str())
            .zip(index.get(edge.to.as_str()));
        if let Some((&a, &b)) = ends.filter(|(a, b)| a != b) {
            below[a].insert(b);
            near[a].insert(b);
            near[b].insert(a);
        }
    }
    let level = levels(&below);
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    let mut seen = vec![false; count];
    for seed in 0..count {
        let mut piece = Vec::new();
        let mut open = vec![seed];
        while let Some(here) = open.pop() {
            if !std::mem::replace(&mut seen[here], true) {
                piece.push(here);
                open.extend(&near[here]);
            }
        }
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    // What hangs together comes first; boxes that stand alone fill the last shelves.
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    let (mut top, mut used, mut deep) = (1, 0, 0);
    for piece in pieces {
        let mut width: BTreeMap<i32, usize> = BTreeMap::new();
        for &i in &piece {
            *width.entry(level[i]).or_default() += 1;
        }
        let wide = width.values().max().copied().unwrap_or(1);
        if used > 0 && used + wide > ABREAST {
            top += deep;
            (used, deep) = (0, 0);
        }
        used += wide;
        let least = piece.iter().map(|i| level[*i]).min().unwrap_or(0);
        for &i in &piece {
            d.nodes[i].rank = Some(top + level[i] - least);
            deep = deep.max(level[i] - least + 1);
        }
    }
}

/// The longest way down to each box.
fn levels(below: &[BTreeSet<usize>]) -> Vec<i32> {
    let mut waiting = vec![0usize; below.len()];
    below.iter().flatten().for_each(|&to| waiting[to] += 1);
    let mut ready: BTreeSet<usize> = (0..below.len()).filter(|i| waiting[*i] == 0).collect();
    let mut left: BTreeSet<usize> = (0..below.len()).collect();
    let mut level = vec![0; below.len()];
    while let Some(next) = ready.pop_first().or_else(|| left.first().copied()) {
        if !left.remove(&next) {
            continue;
        }
        for &to in &below[next] {
            if left.contains(&to) {
                level[to] = level[to].max(level[next] + 1);
                waiting[to] = waiting[to].saturating_sub(1);
                if waiting[to] == 0 {
                    ready.insert(to);
                }
            }
        }
    }
    level
}

#[cfg(test)]
mod tests {
    use super::super::super::diagram::{Edge, Node};
    use super::*;

    #[test]
    fn pieces_stand_on_shelves_and_circles_are_cut() {
        let mut d = Diagram::default();
        for i in 0..9 {
            d.nodes.push(Node {
                id: format!("n{i}"),
                ..Node::default()
            });
        }
        for (from, to) in [("n0", "n1"), ("n1", "n0"), ("n2", "n3"), ("n2", "n4")] {
            d.edges.push(Edge {
                from: from.into(),
                to: to.into(),
                ..Edge::default()
            });
        }
        shelve(&mut d);
        let rank: Vec<i32> = d.nodes.iter().filter_map(|n| n.rank).collect();
        // Three abreast, one and one: the shelf of the linked is two rows deep, and one box alone fits beside them.
        assert_eq!(rank, [1, 2, 1, 2, 2, 1, 1, 3, 3]);
    }
}
