//! What is to be laid out, and the distances kept.

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
