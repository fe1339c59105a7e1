//! Spans and offsets: the one place where characters and bytes meet.

pub mod copies;
pub mod dates;
pub mod decode;
pub mod fold;
pub mod lines;
pub mod romanize;
pub mod span;

pub use lines::LineIndex;
pub use span::{CharIndex, Span, digest};
