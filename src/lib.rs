//! Isnad: who said it, who told them, who denies it.
//!
//! The folders are the pipeline, each a layer that imports only from the left:
//! `text < model < finding < case_file < graph < analysis < check < view < picture < cli`.
//! `docs/ARCHITECTURE.md` says what belongs in each.

pub mod extraction;
pub mod text;
