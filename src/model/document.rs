//! Documents: one published text each.

use super::id::Key;
use super::source::Source;
use super::statement::Anchor;
use super::time::{Minute, When};

/// One published text: an article, a post, a communiqué.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The text's file name.
    pub file: Option<Box<str>>,
    /// SHA-256 of the file's bytes, lower-case hex.
    pub sha256: Option<Box<str>>,
    /// Who published it.
    pub outlet: Option<Key<Source>>,
    /// Who signed it, as written.
    pub byline: Option<Box<str>>,
    /// Its title.
    pub title: Option<Box<str>>,
    /// BCP 47 tag.
    pub language: Option<Box<str>>,
    /// Where it was read.
    pub url: Option<Box<str>>,
    /// When it was published.
    pub published: Option<When>,
    /// What it republishes.
    pub republishes: Option<Republication>,
    /// The document that this is a later version of.
    pub version_of: Option<Key<Document>>,
    /// When it entered the case.
    pub added: Option<Minute>,
    /// Proposed, and accepted by nobody yet.
    pub draft: bool,
}

/// What a document republishes.
#[derive(Debug, Clone)]
pub struct Republication {
    /// The original.
    pub from: Original,
    /// The republished spans; the whole text where empty.
    pub part: Vec<Anchor>,
    /// Who first carried the rest.
    pub rest: Rest,
    /// Worked out, not written on the page.
    pub inferred: bool,
}

/// Where words come from that somebody else carries: a document of the case, or a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Original {
    /// A document of the case.
    Document(Key<Document>),
    /// A source whose page is not in the case.
    Source(Key<Source>),
}

/// Who first carried what a republication does not cover.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rest {
    /// The republisher added it.
    #[default]
    Own,
    /// Nobody can tell: an unknown link.
    Unknown,
}
