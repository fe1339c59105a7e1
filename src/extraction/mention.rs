//! Mentions in a content: persons, groups, places, quantities and times.

use serde::Serialize;

/// Something mentioned in a content.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mention {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words.
    pub text: String,
}
