//! From readings to claims: what is said of one proposition in different words and outlets meets in one claim.
//!
//! Steps: each reading's proposition is given the keys of whom it names (`key`); what deeds leave unsaid is filled where the
//! case speaks of one only (`matter`), and what is of no event that anybody can tell is left untyped (`story`); readings of one subject are set apart by
//! time and place (`group`); what is free is grouped by likeness (`likeness`); a claim gets its gist and its question from the
//! words of the vocabulary and the names, never from an article's sentence (`gist`); a free one by the question of its event,
//! else by the clause that best stands for it (`clause`). A wrong merge is worse than a missed one.
//!
//! For integrators: [`claims`]. Names are resolved by the caller, through [`Whose`]; people that are counted ("civilians")
//! come as [`Filled::People`], an entity of their own to make. A drafted claim's key is stable: it does not depend on the order of
//! articles or on articles of other claims.

mod clause;
mod clause_pack;
mod clause_words;
mod free_words;
mod gist;
mod group;
mod key;
mod likeness;
mod matter;
mod story;

pub(in crate::drafting) use gist::those;
pub use group::{DraftedClaim, Filled, Whose, claims};
