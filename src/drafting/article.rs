//! A document as drafting reads it: its text, its entry's facts, and what extraction proposes.

use crate::extraction::Extraction;
use crate::model::When;

/// A document of the case with its text.
#[derive(Debug, Clone)]
pub struct Article<'a> {
    /// The document's id in the case.
    pub document: &'a str,
    /// The id of the source that published it.
    pub outlet: Option<&'a str>,
    /// Its title, as in its entry; it may or may not stand in the text as well.
    pub title: Option<&'a str>,
    /// When it was published.
    pub published: Option<&'a When>,
    /// BCP 47 tag of its language.
    pub language: &'a str,
    /// Its text, as decoded; all offsets are Unicode scalar values into it.
    pub text: &'a str,
    /// What extraction proposes for it.
    pub extraction: Extraction,
}
