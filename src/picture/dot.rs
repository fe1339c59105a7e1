//! A diagram as DOT, for whoever wants to go on with Graphviz.
//!
//! The tree is that of `graphviz-rust`, whose printer neither quotes nor escapes; so every id and every value goes through [`quoted`],
//! and nothing else makes an [`Id`]. Words are wrapped as in the SVG. Graphviz cannot mirror a picture, fold a strip under a box or cross
//! a line out: the strip becomes further lines of the label, the cross a sign before the label.

use super::diagram::{Colour, Diagram, DiagramError, Head, Shape, Stroke};
use super::measure::{Block, Measured, Size, measure};
use super::palette::LIGHT;
use super::text;
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use std::collections::HashMap;

/// Writes a diagram as DOT. The same input gives the same bytes.
///
/// # Errors
/// When the diagram does not hold together.
pub fn dot(diagram: &Diagram) -> Result<String, DiagramError> {
    let measured = measure(diagram, Size::Wide)?;
    let mut out = graph(diagram, &measured).print(&mut PrinterContext::default());
    out.push('\n');
    Ok(out)
}

/// A quoted string: the only way any text enters the tree.
///
/// In DOT `\"` is a quote and, in labels, `\` begins an escape, so both are escaped. Controls and bidirectional controls are gone before.
fn quoted(text: &str) -> Id {
    quoted_lines(std::iter::once(text))
}

/// Several lines as one quoted string, parted by DOT's line break.
fn quoted_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Id {
    let mut out = String::from("\"");
    for (i, line) in lines.enumerate() {
        if i > 0 {
            out.push_str("\\n");
        }
        for c in text::clean(line, text::MAX_CHARS).chars() {
            if matches!(c, '"' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out.push('"');
    Id::Escaped(out)
}

fn attribute(name: &str, value: Id) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), value)
}

fn set(name: &str, value: &str) -> Attribute {
    attribute(name, quoted(value))
}

fn words<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Id {
    let lines: Vec<&str> = blocks
        .into_iter()
        .flat_map(|b| b.lines.iter().map(|l| l.text.as_str()))
        .collect();
    quoted_lines(lines.into_iter())
}

/// The name of a box in DOT: its id, quoted.
fn name(id: &str) -> NodeId {
    NodeId(quoted(id), None)
}

fn graph(diagram: &Diagram, measured: &Measured) -> Graph {
    let heading = diagram
        .title
        .iter()
        .chain(&diagram.subtitle)
        .chain(&diagram.foot)
        .map(|l| l.text.as_str());
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(vec![
            set("charset", "UTF-8"),
            set("newrank", "true"),
            set("labelloc", "t"),
            set("fontname", "Noto Sans"),
            attribute("label", quoted_lines(heading)),
        ])),
        Stmt::GAttribute(GraphAttributes::Node(vec![
            set("fontname", "Noto Sans"),
            set("fontsize", "12"),
            set("shape", "box"),
        ])),
        Stmt::GAttribute(GraphAttributes::Edge(vec![
            set("fontname", "Noto Sans"),
            set("fontsize", "10"),
        ])),
    ];
    for (slot, block) in diagram.header.iter().zip(&measured.slots) {
        let mut attributes = vec![
            attribute("label", words([block])),
            set("style", "filled"),
            set("fillcolor", LIGHT.tint),
        ];
        attributes.push(set("color", LIGHT.of(slot.colour)));
        attributes.extend(reference(slot.href.as_deref(), &slot.tooltip));
        stmts.push(Stmt::Node(Node::new(name(&slot.id), attributes)));
    }
    let boxes: Vec<Stmt> = diagram
        .nodes
        .iter()
        .enumerate()
        .map(|(i, node)| Stmt::Node(node_of(node, measured, i)))
        .collect();
    for (cluster, block) in diagram.clusters.iter().zip(&measured.clusters) {
        let mut inside = vec![
            Stmt::Attribute(attribute("label", words([block]))),
            Stmt::Attribute(set("color", LIGHT.of(cluster.colour))),
            Stmt::Attribute(set(
                "tooltip",
                if cluster.tooltip.is_empty() {
                    &cluster.label.text
                } else {
                    &cluster.tooltip
                },
            )),
        ];
        let members = diagram
            .nodes
            .iter()
            .zip(&boxes)
            .filter(|(n, _)| n.cluster.as_deref() == Some(cluster.id.as_str()));
        inside.extend(members.map(|(_, stmt)| stmt.clone()));
        stmts.push(Stmt::Subgraph(Subgraph {
            id: quoted(&format!("cluster {}", cluster.id)),
            stmts: inside,
        }));
    }
    stmts.extend(
        diagram
            .nodes
            .iter()
            .zip(&boxes)
            .filter(|(n, _)| n.cluster.is_none())
            .map(|(_, stmt)| stmt.clone()),
    );
    stmts.extend(ranks(diagram));
    let slots = diagram
        .header
        .iter()
        .map(|s| (s.id.as_str(), Some(i64::MIN)));
    let rank: HashMap<&str, Option<i64>> = slots
        .chain(
            diagram
                .nodes
                .iter()
                .map(|n| (n.id.as_str(), n.rank.map(i64::from))),
        )
        .collect();
    stmts.extend(
        diagram
            .edges
            .iter()
            .zip(&measured.edges)
            .map(|(edge, block)| Stmt::Edge(edge_of(&rank, edge, block))),
    );
    Graph::DiGraph {
        id: quoted(if diagram.id.is_empty() {
            "picture"
        } else {
            &diagram.id
        }),
        strict: false,
        stmts,
    }
}

/// Boxes of one row, row by row, the header first.
fn ranks(diagram: &Diagram) -> Vec<Stmt> {
    let mut rows: std::collections::BTreeMap<i64, Vec<&str>> = std::collections::BTreeMap::new();
    rows.entry(i64::MIN)
        .or_default()
        .extend(diagram.header.iter().map(|s| s.id.as_str()));
    for node in &diagram.nodes {
        if let Some(rank) = node.rank {
            rows.entry(i64::from(rank)).or_default().push(&node.id);
        }
    }
    let row = |(rank, members): (i64, Vec<&str>)| {
        let mut stmts = vec![Stmt::Attribute(set(
            "rank",
            if rank == i64::MIN { "min" } else { "same" },
        ))];
        stmts.extend(
            members
                .into_iter()
                .map(|id| Stmt::Node(Node::new(name(id), Vec::new()))),
        );
        Stmt::Subgraph(Subgraph {
            id: quoted(&format!(
                "row {}",
                if rank == i64::MIN {
                    "header".into()
                } else {
                    rank.to_string()
                }
            )),
            stmts,
        })
    };
    rows.into_iter()
        .filter(|(_, members)| !members.is_empty())
        .map(row)
        .collect()
}

fn reference(href: Option<&str>, tooltip: &str) -> Vec<Attribute> {
    let mut out = Vec::new();
    if !tooltip.is_empty() {
        out.push(set("tooltip", tooltip));
    }
    if let Some(href) = href.and_then(text::safe_href) {
        out.push(set("URL", href));
    }
    out
}

fn node_of(node: &super::diagram::Node, measured: &Measured, i: usize) -> Node {
    let made = &measured.nodes[i];
    let shape = match node.shape {
        Shape::Box | Shape::Pill => "box",
        Shape::Sheet => "note",
        Shape::Plain => "plaintext",
    };
    let mut style: Vec<&str> = Vec::new();
    if node.shape == Shape::Pill {
        style.push("rounded");
    }
    match node.outline {
        Stroke::Dashed => style.push("dashed"),
        Stroke::Dotted => style.push("dotted"),
        Stroke::Solid | Stroke::Double => {}
    }
    if node.draft {
        // Graphviz has no hatching; a grey ground stands for it, and the label says so in words.
        style.push("filled");
    }
    let mut attributes = vec![
        attribute("label", words([&made.text, &made.folded])),
        set("shape", shape),
        set("color", LIGHT.of(node.colour)),
    ];
    if !style.is_empty() {
        attributes.push(set("style", &style.join(",")));
    }
    if node.draft {
        attributes.push(set("fillcolor", LIGHT.tint));
    }
    if node.outline == Stroke::Double {
        attributes.push(set("peripheries", "2"));
    }
    attributes.extend(reference(node.href.as_deref(), &node.tooltip));
    Node::new(name(&node.id), attributes)
}

fn edge_of(rank: &HashMap<&str, Option<i64>>, edge: &super::diagram::Edge, label: &Block) -> Edge {
    // Rows run from the top: a line that leads up is written downwards, with its head at the tail.
    let rank = |id: &str| rank.get(id).copied().flatten();
    let up = match (rank(&edge.from), rank(&edge.to)) {
        (Some(a), Some(b)) => a > b,
        (None, Some(b)) => b == i64::MIN,
        _ => false,
    };
    let head = match edge.head {
        Head::None => "none",
        Head::Arrow => "normal",
        Head::Bar => "tee",
        Head::Circle => "odot",
        Head::Diamond => "odiamond",
    };
    let style = match edge.stroke {
        Stroke::Solid | Stroke::Double => "solid",
        Stroke::Dashed => "dashed",
        Stroke::Dotted => "dotted",
    };
    let mut attributes = vec![set("color", LIGHT.of(edge.colour)), set("style", style)];
    if up {
        attributes.extend([set("dir", "back"), set("arrowtail", head)]);
    } else {
        attributes.push(set("arrowhead", head));
    }
    let cross = edge.crossed_out.then_some("✗");
    if cross.is_some() || !label.lines.is_empty() {
        attributes.push(attribute(
            "label",
            quoted_lines(
                cross
                    .into_iter()
                    .chain(label.lines.iter().map(|l| l.text.as_str())),
            ),
        ));
        let colour = if edge.crossed_out {
            Colour::Denies
        } else {
            edge.colour
        };
        attributes.push(set("fontcolor", LIGHT.of(colour)));
    }
    if !edge.tooltip.is_empty() {
        attributes.push(set("tooltip", &edge.tooltip));
    }
    let (a, b) = if up {
        (&edge.to, &edge.from)
    } else {
        (&edge.from, &edge.to)
    };
    Edge {
        ty: EdgeTy::Pair(Vertex::N(name(a)), Vertex::N(name(b))),
        attributes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_backslashes_cannot_end_a_string() {
        let Id::Escaped(text) = quoted("a\"b\\\u{202E}\n] -> x") else {
            unreachable!("quoted makes escaped ids")
        };
        assert_eq!(text, "\"a\\\"b\\\\ ] -> x\"");
    }
}
