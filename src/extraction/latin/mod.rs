//! Reading a language with its subject before the verb and words that stand apart (English).
//!
//! Tokens, packs, proposals and mentions are those of the other languages; how a sentence is read is not, for what verb
//! forms, agreement and clitics tell there, places and capitals tell here: "X said that …", "…, X said", "…, said X".
//! `words` looks at single words, `phrase` and `restrictive` at who stands left and right of a verb, `cue`, `compound` and `opening` at what
//! reports and where its content begins, `extent` at how far that goes, `names` and `cast` at who is meant, `state` puts the statements together.

mod cast;
mod circumstance;
mod compound;
mod cue;
mod extent;
mod mention;
mod names;
mod opening;
mod phrase;
mod restrictive;
mod state;
mod words;

pub(super) use cast::LatinCast;
pub(super) use state::LatinState;
