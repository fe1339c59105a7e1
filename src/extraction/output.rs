//! What extraction gives: proposed statements, what was missed, and damage met on the way, in the shapes of the JSON output.
//!
//! Every offset is in Unicode scalar values into the text as decoded, newlines kept, the end exclusive.

use serde::Serialize;

pub use crate::model::{Act, SourceKind, Style};
use crate::text::fold::Span;

/// All that was extracted from one text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Extraction {
    /// The language of the pack that was used.
    pub language: String,
    /// Proposed statements, in the order of their cues.
    pub statements: Vec<Proposed>,
    /// Reporting words that gave no statement, each with the reason.
    pub missed: Vec<Missed>,
    /// Marks of damage in the text (a quotation mark without its partner, replaced characters).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub damage: Vec<Missed>,
}

impl Extraction {
    /// Nothing yet, by the pack of a language.
    pub(super) fn of(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            statements: Vec::new(),
            missed: Vec::new(),
            damage: Vec::new(),
        }
    }
}

/// A span with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quoted {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words, as in the original.
    pub text: String,
}

impl Quoted {
    /// The span without its words.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// One proposed statement: a source conveys a content through a cue.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposed {
    /// `s1`, `s2` … in the order of the text.
    pub id: String,
    /// The word or phrase that marks the saying.
    pub cue: Option<Quoted>,
    /// Further cues over the same content and source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cue_also: Vec<Quoted>,
    /// Who conveys it: the nearest mention; none where nobody is written.
    pub source: Option<Quoted>,
    /// The source as a reader would resolve it.
    pub source_name: Option<String>,
    /// What kind of source it is.
    pub source_kind: SourceKind,
    /// Whether the source is named.
    pub named: bool,
    /// What is conveyed.
    pub content: Vec<Quoted>,
    /// Direct, indirect or mixed speech.
    pub style: Style,
    /// What the source does in saying it.
    pub act: Act,
    /// The statement whose content holds this one, or that relays it.
    pub nested_in: Option<String>,
    /// How likely content and source are both right, 0 to 1, by how the proposal was made. It ranks proposals for review.
    pub confidence: f64,
    /// Persons, groups, places, quantities and times in the content.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<super::mention::Mention>,
}

impl Proposed {
    /// Where among the statements of its text the one stands that this one is nested in.
    #[must_use]
    pub fn outer(&self, among: &[Self]) -> Option<usize> {
        let id = self.nested_in.as_ref()?;
        among.iter().position(|s| s.id == *id)
    }
}

/// A passage that was seen and not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// Why, in one clause.
    pub why: String,
}
