//! Layered layout (Sugiyama, Tagawa and Toda 1981): boxes in rows, lines between them, nothing on top of anything else.
//!
//! Steps, one a module: [`rank`] gives each box a row, [`layers`] puts a dummy into each row a line passes and one for each label,
//! [`order`] sorts the rows so that few lines cross, [`coords`] finds the horizontal places, [`clusters`] keeps frames apart,
//! [`ports`] where lines meet their boxes, [`route`] finds the heights and draws the lines.
//!
//! What holds by construction: within a row, boxes, labels and passing lines have room of their own and lines run upright; lines only
//! bend between rows, where nothing else is. So no box or label overlaps another, and no line runs through one.
//!
//! Everything is in pixels, y downwards, and depends on nothing but the input: no hash order, no threads, no random numbers.

mod clusters;
mod coords;
mod geometry;
mod layers;
mod order;
mod ports;
mod rank;
mod route;

pub(crate) use geometry::reverse;
pub use geometry::{Placement, Point, Rect, Route, Segment};

/// A box to be placed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BoxIn {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Its row, if it is given.
    pub rank: Option<i32>,
    /// Index of its cluster.
    pub cluster: Option<usize>,
    /// A compartment of the header: all such boxes share the topmost row, keep their order, and widen to what hangs under them.
    pub slot: bool,
}

/// A line to be routed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EdgeIn {
    /// Index of the box it starts at.
    pub from: usize,
    /// Index of the box it ends at.
    pub to: usize,
    /// Width and height of its label.
    pub label: Option<(f64, f64)>,
}

/// What is to be laid out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Input {
    /// Boxes; their order decides ties.
    pub boxes: Vec<BoxIn>,
    /// Lines.
    pub edges: Vec<EdgeIn>,
    /// Width of each cluster's label.
    pub clusters: Vec<f64>,
    /// A row wider than this many pixels is broken into several, one under the other, where that makes the whole narrower.
    pub max_width: Option<f64>,
}

/// Distances in pixels.
pub(crate) mod gap {
    /// Between two boxes of a row.
    pub(crate) const BOXES: f64 = 22.0;
    /// Between two compartments of the header.
    pub(crate) const SLOTS: f64 = 8.0;
    /// Between a box and a passing line.
    pub(crate) const BOX_LINE: f64 = 14.0;
    /// Between two passing lines.
    pub(crate) const LINES: f64 = 11.0;
    /// Between two rows, at least.
    pub(crate) const ROWS: f64 = 44.0;
    /// Between a row and the labels of the lines that leave it.
    pub(crate) const LABEL_ROW: f64 = 20.0;
    /// Between a line and the label beside it.
    pub(crate) const LABEL: f64 = 9.0;
    /// Between a frame and what is in it, and between two frames.
    pub(crate) const FRAME: f64 = 12.0;
    /// Height of a frame's name.
    pub(crate) const FRAME_LABEL: f64 = 22.0;
    /// Between the ends of two lines at one box.
    pub(crate) const PORTS: f64 = 13.0;
}

/// Places everything.
///
/// Linear in the size of the layered graph but for sorting; a graph of 5,000 boxes takes a few tenths of a second.
pub fn place(input: &Input) -> Placement {
    let ranks = rank::ranks(input);
    let rows = rank::rows(input, &ranks);
    let mut graph = layers::build(input, &rows);
    let crossings = order::order(input, &mut graph);
    let whole = finish(input, &rows, &graph, crossings);
    let Some(max) = input.max_width.filter(|max| whole.width > *max) else {
        return whole;
    };
    let mut broken = rows;
    if !rank::break_rows(input, &graph, max, &mut broken) {
        return whole;
    }
    let mut graph = layers::build(input, &broken);
    let crossings = order::order(input, &mut graph);
    let broken = finish(input, &broken, &graph, crossings);
    // Where many lines pass, the rows under one another need as much room as the one row did, and read worse.
    if broken.width < whole.width * 0.85 {
        broken
    } else {
        whole
    }
}

fn finish(input: &Input, rows: &rank::Rows, graph: &layers::Layered, crossings: u64) -> Placement {
    let ports = ports::ports(input, graph);
    let mut xs = coords::coordinates(input, graph, &ports);
    let limits = clusters::separate(input, graph, &mut xs);
    coords::spread_slots(input, graph, &mut xs);
    route::draw(input, rows, graph, &ports, xs, &limits, crossings)
}
