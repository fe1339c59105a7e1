//! Which uses of names mean one: nodes that speak or are spoken of, across a case's documents.
//!
//! A wrong merge is worse than a missed one. Every merge is a proposal with its rule, its evidence
//! and a score; what is only likely is a [`Suggestion`] and merges nothing.

mod central;
mod cluster;
mod form;
mod lands;
mod listed;
mod offices;
mod perhaps;
mod press;
mod scripts;
mod shorter;
mod terms;
mod titles;
mod undisclosed;
mod uses;

pub use cluster::gather;
pub use form::{Class, Form};
pub use listed::{Body, Listed, ListedError};
pub(in crate::drafting) use press::in_office;
pub(in crate::drafting) use scripts::whole;
pub use terms::Terms;
pub use titles::{Titles, TitlesError};
pub use undisclosed::{Withheld, is_several};
pub(in crate::drafting) use undisclosed::{both_pairs, says_same};
pub use uses::{Known, Merge, Names, Node, Quoter, Role, Suggestion, Use};
