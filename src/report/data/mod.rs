//! What the page carries for its script, as one JSON text.
//!
//! `island` is the shape, `tables` fills in the records, `figures` the figures from every place that
//! a reader may step to, `words` the labels. Ids stand once, in the records; everywhere else a record
//! is its place in its list.

mod difference;
mod figures;
mod island;
mod tables;
mod words;

pub use difference::{apply, difference};
pub use island::data;
