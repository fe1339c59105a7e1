//! Spans and offsets: the one place where characters and bytes meet.

pub mod fold;
