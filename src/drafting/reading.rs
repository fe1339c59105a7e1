//! What a statement says of a proposition, and how it stands to it.

use crate::model::{EntityKind, Stance};
use crate::text::Span;

/// Which saying of an article is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    /// A proposed statement: its index in the article's extraction.
    Statement(usize),
    /// A sentence that the outlet says as its own, attributed to nobody.
    Own(Span),
    /// A heading or sub-heading within the text.
    Heading(Span),
    /// The title of the document's entry, where the text does not hold it: it has no span.
    Title,
}

/// A name as it stands in a text, with what it names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named {
    /// As a reader would write it: clitics and titles taken off.
    pub name: String,
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// Where it stands; none where it was resolved from elsewhere ("the commander").
    pub span: Option<Span>,
    /// The id of the case's entity that has this name.
    pub known_as: Option<String>,
}

/// What fills a role of a proposition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Filler {
    /// A person, group, place, thing or event.
    Named(Named),
    /// A value of the vocabulary ("dead").
    Value(String),
    /// Words ("an air strike").
    Text(String),
}

/// How many are counted, as said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
    /// The word as written, where it is no plain number.
    pub word: Option<String>,
    /// What is counted: "civilians".
    pub of: String,
    /// Where and over what time: counts of different scope are not comparable.
    pub scope: String,
    /// Whether it counts all so far.
    pub cumulative: bool,
}

/// A proposition as read from words: a predicate of the vocabulary, or free where none fits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proposed {
    /// The predicate's id in the vocabulary; none: a free claim.
    pub predicate: Option<String>,
    /// Fillers by role, in the vocabulary's order of roles.
    pub roles: Vec<(String, Vec<Filler>)>,
    /// Where.
    pub place: Option<Named>,
    /// How many.
    pub count: Option<Count>,
    /// When: EDTF, and whether it was inferred (a state without a time gets its document's day).
    pub time: Option<(String, bool)>,
}

/// Begins the id of a proposal that tells of its speaker's withdrawal (`mending/withdrawing`).
pub(super) const WITHDRAWN: char = 't';
/// Begins the id of a proposal that tells what its speaker would not say (`mending/refused`).
pub(super) const UNTOLD: char = 'k';
/// Begins the id of a proposal that calls a report untrue (`mending/labelled`).
pub(super) const LABELLED: char = 'j';
/// Begins the id of a proposal that does not believe a report (`mending/labelled`).
pub(super) const DISBELIEVED: char = 'b';
/// Begins the id of a proposal of no more than yes or no (`mending/refused`).
pub(super) const PLAIN: char = 'y';

/// What one saying says of one proposition.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Index of the article.
    pub article: usize,
    /// The saying.
    pub said: Said,
    /// Of what.
    pub of: Proposed,
    /// How it stands to it.
    pub stance: Stance,
    /// Said to be likely only.
    pub hedged: bool,
    /// A reader cannot tell that this very proposition is meant.
    pub unclear: bool,
    /// The words that say it; the whole content where empty.
    pub part: Vec<Span>,
    /// The rule that read it, for `--explain`.
    pub rule: String,
    /// How sure the rule is, 0 to 1; it ranks proposals for review and is never shown as truth.
    pub score: f64,
}
