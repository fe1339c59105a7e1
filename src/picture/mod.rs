//! Pictures: DOT, and SVG that needs nothing installed.
//!
//! A [`Diagram`] is plain data with every text ready. It is measured ([`widths`], [`wrap`]), laid out ([`layout`], or Graphviz where it
//! is at hand and asked for: [`graphviz`]) and drawn by one writer ([`svg()`]); or written as DOT ([`dot()`]). [`split()`] makes several
//! small pictures of one that is too large to read. [`scene`] makes diagrams from views; nothing else here knows of cases, and nothing
//! reads the machine's fonts, or prints.

pub mod diagram;
mod dot;
pub mod graphviz;
pub mod layout;
mod marks;
mod measure;
mod page;
pub mod palette;
mod pen;
mod render;
pub mod scene;
mod split;
mod svg;
pub mod text;
pub mod widths;
mod widths_table;
pub mod wrap;

pub use diagram::{
    Cluster, Colour, Diagram, DiagramError, Direction, Edge, Head, KeyEntry, Line, Node, Role, Row,
    Shape, Slot, Stroke,
};
pub use dot::dot;
pub use measure::Size;
pub use pen::{Theme, sheet};
pub use render::{Options, PictureError, layout_input, svg, svg_with_graphviz};
pub use split::{PartWords, split};
