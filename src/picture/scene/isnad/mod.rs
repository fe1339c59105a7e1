//! The isnād diagram of one claim, and chains alone: the question on top, statements under it, outlets, and at the foot the origins.
//!
//! `network` turns chains into places and ways between them and finds their rows; `shared` finds the source that every chain runs
//! through; `nodes` writes the boxes; `frame` writes what stands around them.

mod compose;
mod frame;
mod network;
mod nodes;
mod shared;

pub use compose::{chains, isnad};
