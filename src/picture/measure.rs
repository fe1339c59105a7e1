//! From words to boxes: every text cleaned, wrapped and measured, every box given its size.

use super::diagram::{Diagram, DiagramError, Direction, Line, Role, Shape, Stroke};
use super::layout::{BoxIn, EdgeIn, Input};
use super::text;
use super::widths::{Weight, width};
use super::wrap::{Fill, wrap};
use std::collections::HashMap;

/// How much room a picture may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// For a telephone: 390 px where the words allow it; rows are broken, boxes are narrow.
    Narrow,
    /// For a sheet of A4, and legible there: about 850 px where the words allow it.
    Sheet,
    /// For a page or screen; rows wider than about 1,240 px are broken.
    #[default]
    Wide,
    /// As wide as it gets; no row is broken.
    Unbounded,
}

impl Size {
    /// Widest text in a box.
    pub(crate) fn box_text(self) -> f64 {
        match self {
            Size::Narrow => 96.0,
            Size::Sheet => 150.0,
            Size::Wide | Size::Unbounded => 196.0,
        }
    }

    /// Widest text beside a line.
    pub(crate) fn edge_text(self) -> f64 {
        match self {
            Size::Narrow => 72.0,
            Size::Sheet => 110.0,
            Size::Wide | Size::Unbounded => 150.0,
        }
    }

    /// Widest text in a compartment of the header.
    fn slot_text(self, slots: usize) -> f64 {
        let slots = slots.max(1) as f64;
        match self {
            Size::Narrow => (330.0 / slots - 20.0).max(64.0),
            Size::Sheet => (780.0 / slots - 20.0).clamp(64.0, 260.0),
            Size::Wide | Size::Unbounded => 260.0,
        }
    }

    /// Widest row of boxes.
    pub(crate) fn row(self) -> Option<f64> {
        match self {
            Size::Narrow => Some(290.0),
            Size::Sheet => Some(690.0),
            Size::Wide => Some(1_240.0),
            Size::Unbounded => None,
        }
    }
}

/// The longest label of a box or line, in characters; the tooltip has the rest.
const MAX_LABEL: usize = 320;
/// The most lines one logical line may take.
const MAX_LINES: usize = 14;
/// Between the frame of a box and its words, sideways and above.
pub(crate) const PAD: (f64, f64) = (12.0, 9.0);
/// The second frame of a shared source stands this far out.
pub(crate) const DOUBLE: f64 = 5.0;

/// A line as it is drawn: it fits, and it is clean.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawn {
    pub(crate) text: String,
    pub(crate) lang: String,
    pub(crate) direction: Direction,
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    /// At most this wide in any common font.
    pub(crate) width: f64,
    /// Distance to the next baseline.
    pub(crate) leading: f64,
}

impl Drawn {
    /// About how wide the line comes out in the fonts most readers have; for lining up, never for fitting.
    pub(crate) fn usual_width(&self) -> f64 {
        let bold = self.weight == Weight::Bold;
        self.width * if bold { 0.86 } else { 0.91 }
    }
}

/// Lines under one another.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Block {
    pub(crate) lines: Vec<Drawn>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Sets one logical line at a size, broken to fit.
pub(crate) fn set(
    line: &Line,
    size: f64,
    weight: Weight,
    max_width: f64,
    max_chars: usize,
    share: Fill,
) -> Vec<Drawn> {
    let clean = text::clean(&line.text, max_chars);
    if clean.is_empty() {
        return Vec::new();
    }
    let direction = line.direction.unwrap_or_else(|| text::direction(&clean));
    let lang = text::clean(&line.lang, 35);
    wrap(&clean, size, weight, max_width, MAX_LINES, share)
        .into_iter()
        .map(|text| Drawn {
            width: width(&text, size, weight),
            text,
            lang: lang.clone(),
            direction,
            size,
            weight,
            leading: (size * 1.45).round(),
        })
        .collect()
}

pub(crate) fn block(lines: impl IntoIterator<Item = Drawn>) -> Block {
    let lines: Vec<Drawn> = lines.into_iter().collect();
    Block {
        width: lines.iter().map(|l| l.width).fold(0.0, f64::max),
        height: lines.iter().map(|l| l.leading).sum(),
        lines,
    }
}

/// Lines of a box: titles bold at 14 px, the rest at 12 px.
pub(crate) fn label(lines: &[Line], max_width: f64) -> Block {
    // A handle or long name is kept whole if that takes little more room.
    let word = |line: &Line| {
        let (size, weight) = if line.role == Role::Title {
            (14.0, Weight::Bold)
        } else {
            (12.0, Weight::Regular)
        };
        let widest = line
            .text
            .split_whitespace()
            .take(60)
            .filter(|w| w.len() < 80)
            .map(|w| width(w, size, weight))
            .fold(0.0, f64::max);
        if widest <= max_width * 1.5 {
            widest
        } else {
            0.0
        }
    };
    let max_width = lines.iter().map(word).fold(max_width, f64::max);
    block(lines.iter().flat_map(|line| match line.role {
        Role::Title => set(line, 14.0, Weight::Bold, max_width, MAX_LABEL, Fill::Even),
        Role::Small => set(
            line,
            12.0,
            Weight::Regular,
            max_width,
            MAX_LABEL,
            Fill::Even,
        ),
    }))
}

/// A node with its words set and its frame measured.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NodeBox {
    pub(crate) text: Block,
    pub(crate) folded: Block,
    /// The frame without the strip of what is folded in.
    pub(crate) frame: (f64, f64),
    /// The whole.
    pub(crate) size: (f64, f64),
}

/// A diagram measured: what is drawn, and what the layout needs to know.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    pub(crate) slots: Vec<Block>,
    pub(crate) nodes: Vec<NodeBox>,
    pub(crate) edges: Vec<Block>,
    pub(crate) clusters: Vec<Block>,
    pub(crate) input: Input,
}

/// Sets and measures everything in the diagram that has a place in the layout.
///
/// # Errors
/// When the diagram does not hold together ([`Diagram::check`]).
pub(crate) fn measure(diagram: &Diagram, size: Size) -> Result<Measured, DiagramError> {
    measure_bar(diagram, size, 0.0)
}

/// The same, where the compartments of the bar may be wider than their size has it.
pub(crate) fn measure_bar(
    diagram: &Diagram,
    size: Size,
    slot_text: f64,
) -> Result<Measured, DiagramError> {
    diagram.check()?;
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut input = Input {
        max_width: size.row(),
        ..Input::default()
    };
    let mut slots = Vec::with_capacity(diagram.header.len());
    for slot in &diagram.header {
        let room = size.slot_text(diagram.header.len()).max(slot_text);
        let text = label(&slot.lines, room);
        index.insert(&slot.id, input.boxes.len());
        input.boxes.push(BoxIn {
            width: text.width + 12.0,
            height: text.height + 22.0,
            slot: true,
            ..BoxIn::default()
        });
        slots.push(text);
    }
    let clusters: HashMap<&str, usize> = diagram
        .clusters
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id.as_str(), i))
        .collect();
    let mut degree: HashMap<&str, (usize, usize)> = HashMap::new();
    for edge in &diagram.edges {
        degree.entry(&edge.from).or_default().0 += 1;
        degree.entry(&edge.to).or_default().1 += 1;
    }
    let mut nodes = Vec::with_capacity(diagram.nodes.len());
    for node in &diagram.nodes {
        let (from, to) = degree.get(node.id.as_str()).copied().unwrap_or_default();
        // A box many lines meet is widened a little, so that they stay apart; beyond that they close up.
        let room_for_lines = (from.max(to) as f64 * super::layout::gap::PORTS + 12.0).min(280.0);
        let made = node_box(node, size, room_for_lines);
        index.insert(&node.id, input.boxes.len());
        let cluster = node
            .cluster
            .as_deref()
            .and_then(|c| clusters.get(c).copied());
        input.boxes.push(BoxIn {
            width: made.size.0,
            height: made.size.1,
            rank: node.rank,
            cluster,
            slot: false,
        });
        nodes.push(made);
    }
    let mut edges = Vec::with_capacity(diagram.edges.len());
    for edge in &diagram.edges {
        let text = match &edge.label {
            Some(line) => block(set(
                line,
                12.0,
                Weight::Regular,
                size.edge_text(),
                MAX_LABEL,
                Fill::Even,
            )),
            None => Block::default(),
        };
        let end = |id: &String| index.get(id.as_str()).copied().unwrap_or(0);
        // Arabic labels are centred in their room; some renderers set them in bold for want of another font.
        let arabic = text.lines.iter().any(|l| l.direction == Direction::Rtl);
        let width = if arabic {
            text.width * 1.15
        } else {
            text.width
        };
        let room = (!text.lines.is_empty()).then_some((width, text.height));
        input.edges.push(EdgeIn {
            from: end(&edge.from),
            to: end(&edge.to),
            label: room,
        });
        edges.push(text);
    }
    let clusters: Vec<Block> = diagram
        .clusters
        .iter()
        .map(|c| {
            block(
                set(&c.label, 12.0, Weight::Bold, 900.0, 120, Fill::Even)
                    .into_iter()
                    .take(1),
            )
        })
        .collect();
    input.clusters = clusters.iter().map(|c| c.width + 12.0).collect();
    Ok(Measured {
        slots,
        nodes,
        edges,
        clusters,
        input,
    })
}

fn node_box(node: &super::diagram::Node, size: Size, room_for_lines: f64) -> NodeBox {
    let text = label(&node.lines, size.box_text());
    let folded = block(node.folded.iter().flat_map(|l| {
        set(
            l,
            11.5,
            Weight::Regular,
            size.box_text(),
            MAX_LABEL,
            Fill::Even,
        )
    }));
    let pad = match node.shape {
        Shape::Pill => PAD.0 + 4.0,
        _ => PAD.0,
    };
    let extra = if node.outline == Stroke::Double {
        DOUBLE
    } else {
        0.0
    };
    let fold = if node.shape == Shape::Sheet { 8.0 } else { 0.0 };
    let strip = if folded.lines.is_empty() {
        0.0
    } else {
        folded.width + 40.0
    };
    let limit = if size == Size::Narrow {
        size.box_text()
    } else {
        room_for_lines
    };
    let width = (text.width + 2.0 * (pad + extra + fold))
        .max(56.0)
        .max(strip)
        .max(room_for_lines.min(limit));
    let height = (text.height + 2.0 * (PAD.1 + extra)).max(30.0);
    let under = if folded.lines.is_empty() {
        0.0
    } else {
        folded.height + 8.0
    };
    NodeBox {
        text,
        folded,
        frame: (width, height),
        size: (width, height + under),
    }
}
