//! Layered layout (Sugiyama, Tagawa and Toda 1981): boxes in rows, lines between them, nothing on top of anything else.
//!
//! Steps, one a module: `rank` gives each box a row, `layers` puts a dummy into each row a line passes and one for each label,
//! `order` sorts the rows so that few lines cross, `coords` finds the horizontal places, `clusters` keeps frames apart,
//! `ports` where lines meet their boxes, `route` finds the heights and draws the lines.
//!
//! What holds by construction: within a row, boxes, labels and passing lines have room of their own and lines run upright; lines only
//! bend between rows, where nothing else is. So no box or label overlaps another, and no line runs through one.
//!
//! Everything is in pixels, y downwards, and depends on nothing but the input: no hash order, no threads, no random numbers.

mod clusters;
mod coords;
mod geometry;
mod input;
mod layers;
mod order;
mod place;
mod ports;
mod rank;
mod route;

pub(crate) use geometry::reverse;
pub use geometry::{Placement, Point, Rect, Route, Segment};
pub(crate) use input::gap;
pub use input::{BoxIn, EdgeIn, Input};
pub use place::place;
