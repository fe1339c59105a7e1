//! Statements: one act of attribution each, in one document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim::Claim;
use super::document::Document;
use super::entity::Entity;
use super::id::Key;
use super::source::Source;
use super::time::When;
use super::words::Words;
use crate::text::Span;

/// A source conveys a content through a cue, in a document.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The document it stands in.
    pub document: Key<Document>,
    /// The outlet's own voice: attributed to nobody.
    pub outlet_voice: bool,
    /// A title or sub-heading.
    pub heading: bool,
    /// The word or phrase that marks the saying.
    pub cue: Option<Anchor>,
    /// Further cues round the same content.
    pub cue_also: Vec<Anchor>,
    /// The noun phrase that names the source.
    pub source_span: Option<Anchor>,
    /// What is conveyed.
    pub content: Vec<Anchor>,
    /// Who says it; none where nobody is written.
    pub said_by: Option<Key<Source>>,
    /// The act of saying.
    pub act: Act,
    /// The style of speech.
    pub style: Style,
    /// The statement it stands inside.
    pub nested_in: Option<Key<Statement>>,
    /// What the outer statement's source thinks of these words, where an analyst wrote it.
    pub passed_on: Option<Commitment>,
    /// What the publisher thinks of these words.
    pub published_as: Commitment,
    /// Links inside the text, from the origin outwards.
    pub relays: Vec<Relay>,
    /// How the source says it knows.
    pub basis: Basis,
    /// Who it says told it.
    pub rests_on: Vec<Key<Source>>,
    /// Own-words paraphrase.
    pub gist: Words,
    /// When it was said.
    pub said_on: Option<When>,
    /// The claims it bears on.
    pub bears: Vec<Bearing>,
    /// The entities it describes.
    pub entities: Vec<Key<Entity>>,
    /// What it takes back.
    pub takes_back: Vec<TakeBack>,
    /// Admiralty grade of the report, 1 to 6.
    pub credibility: Option<u8>,
    /// Proposed, and accepted by nobody yet.
    pub draft: bool,
}

/// A span with what verifies it (W3C Web Annotation: position and quote selectors).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Where, in Unicode scalar values.
    pub span: Span,
    /// First 16 hex digits of the SHA-256 of the spanned text.
    pub digest: Option<Box<str>>,
    /// The words, where they may be kept: exact, prefix, suffix.
    pub quote: Option<Box<[Option<Box<str>>; 3]>>,
}

impl Anchor {
    /// The words themselves, where kept.
    pub fn exact(&self) -> Option<&str> {
        self.quote.as_ref().and_then(|q| q[0].as_deref())
    }
}

/// How a statement bears on a claim.
#[derive(Debug, Clone)]
pub struct Bearing {
    /// The claim.
    pub claim: Key<Claim>,
    /// The stance.
    pub stance: Stance,
    /// Said as likely only.
    pub hedged: bool,
    /// A reader cannot tell that this very claim is meant.
    pub unclear: bool,
    /// The part of the content; all of it where empty.
    pub part: Vec<Anchor>,
    /// Why the analyst reads it so.
    pub why: Words,
    /// That the words may be read otherwise, and how: the entry is the analyst's choice. Empty where there was none
    /// to make.
    pub reading: Words,
}

/// A link of the chain inside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relay {
    /// Who passed it on; none for an unknown link.
    pub source: Option<Key<Source>>,
    /// In which document of the case.
    pub document: Option<Key<Document>>,
    /// What it thinks of the words.
    pub commitment: Commitment,
    /// Worked out, not written.
    pub inferred: bool,
}

/// A statement that takes an earlier one back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakeBack {
    /// The earlier statement.
    pub statement: Key<Statement>,
    /// How.
    pub how: TakeBackHow,
}

/// How a statement stands to a claim (FactBank's CT±, PR±, PS and Uu in words). RON:
/// `cannot_confirm`; JSON: `cannot-confirm`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all(serialize = "kebab-case", deserialize = "snake_case"))]
pub enum Stance {
    /// Commits to it.
    Affirms,
    /// Commits to its negation.
    Denies,
    /// Holds it unlikely, without denying.
    Doubts,
    /// Passes it on, or holds it possible, without commitment.
    Reports,
    /// Says it cannot tell.
    CannotConfirm,
}

/// What a later link thinks of the words it passes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Commitment {
    /// Passes them on, no more: the rule.
    #[default]
    Reports,
    /// Vouches for them.
    Affirms,
    /// Holds them unlikely.
    Doubts,
    /// Holds them false.
    Denies,
}

/// How a later statement takes an earlier one back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TakeBackHow {
    /// It no longer stands.
    Retracts,
    /// It stands otherwise.
    Corrects,
    /// A newer figure or account takes its place.
    Supersedes,
}

/// Acts of saying.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Act {
    #[default]
    Assert,
    Confirm,
    Deny,
    Announce,
    Reveal,
    Accuse,
    Opinion,
    Rumour,
    Clarify,
    Predict,
}

/// Styles of speech.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Style {
    Direct,
    #[default]
    Indirect,
    Mixed,
}

/// How a source says it knows. RON: `took_part`; JSON: `took-part`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all(serialize = "kebab-case", deserialize = "snake_case"))]
#[allow(missing_docs)]
pub enum Basis {
    Saw,
    TookPart,
    Told,
    Document,
    Infers,
    #[default]
    NotStated,
}
