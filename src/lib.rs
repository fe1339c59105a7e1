//! Isnad: who said it, who told them, who denies it.
//!
//! The folders are the pipeline, each a layer that imports only from the left:
//! `text < model < finding < case_file < graph < analysis < check < view < picture < cli`.
//! `docs/ARCHITECTURE.md` says what belongs in each.

pub mod analysis;
pub mod case_file;
pub mod check;
pub mod finding;
pub mod graph;
pub mod model;
pub mod picture;
pub mod text;
pub mod view;
