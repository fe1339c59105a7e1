//! From views to diagrams: one file a view, each in two editions of equal standing.
//!
//! A scene reads views only, so it says nothing that the text and JSON of the same view do not say. [`isnad()`] is the signature picture:
//! one claim, who says so and who denies it, through whom. The others draw a view whose data is a graph.

mod book;
mod claims;
mod edition;
mod entities;
mod isnad;
mod overview;
mod parts;
mod shelves;
mod sources;
mod statements;
mod timeline;

pub use book::Book;

pub use claims::claims;
pub use edition::Edition;
pub use entities::entities;
pub use isnad::{chains, isnad};
pub use overview::overview;
pub use parts::{MOST, parts, parts_of};
pub use sources::sources;
pub use statements::statements;
pub use timeline::timeline;
