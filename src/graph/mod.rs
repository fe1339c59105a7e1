//! The claim graph: documents, sources, statements, claims and entities as nodes, typed edges between.
//!
//! Built from a validated case in one pass. Nodes stand in the order of the case's tables, so the
//! same case gives the same graph.

mod build;
mod node;

pub use build::ClaimGraph;
pub use node::{Edge, Node};
