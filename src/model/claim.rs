//! Claims: propositions that statements bear on, whoever says them.

use super::case::Side;
use super::entity::Entity;
use super::id::Key;
use super::source::Source;
use super::time::When;
use super::vocabulary::Predicate;
use super::words::Words;

/// A proposition that statements bear on.
#[derive(Debug, Clone, Default)]
pub struct Claim {
    /// It in a few words.
    pub gist: Words,
    /// The question it answers.
    pub question: Words,
    /// Typed by the vocabulary; none for a free claim.
    pub proposition: Option<Proposition>,
    /// When what is claimed happened or held.
    pub time: Option<When>,
    /// Sides it harms.
    pub harms: Vec<Key<Side>>,
    /// What the analyst says follows from it.
    pub entails: Vec<ClaimLink>,
    /// What the analyst says cannot hold beside it.
    pub excludes: Vec<ClaimLink>,
    /// Whom one would expect to hear from.
    pub not_heard_from: Vec<Words>,
    /// Proposed, and accepted by nobody yet.
    pub draft: bool,
}

/// An analyst's link between claims.
#[derive(Debug, Clone)]
pub struct ClaimLink {
    /// The other claim.
    pub claim: Key<Claim>,
    /// The reason.
    pub why: Words,
}

/// A typed proposition.
#[derive(Debug, Clone)]
pub struct Proposition {
    /// The predicate.
    pub predicate: Key<Predicate>,
    /// Its roles with their fillers, in the predicate's order of roles; unfilled ones are absent.
    pub roles: Vec<RoleFiller>,
    /// The event it is about.
    pub event: Option<Key<Entity>>,
    /// Where.
    pub place: Option<Key<Entity>>,
    /// How many.
    pub count: Option<Count>,
}

/// A role with what fills it.
#[derive(Debug, Clone)]
pub struct RoleFiller {
    /// Index among the predicate's roles.
    pub role: usize,
    /// One or several fillers.
    pub fillers: Vec<Filler>,
}

/// What fills a role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filler {
    /// An entity.
    Entity(Key<Entity>),
    /// A value of the vocabulary, by its index in the role.
    Value(usize),
    /// Free words.
    Text(Box<str>),
}

/// How many, as a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
    /// The word as written.
    pub word: Option<Box<str>>,
    /// What is counted.
    pub of: Box<str>,
    /// Where and over what time.
    pub scope: Box<str>,
    /// Whose count it is.
    pub counter: Option<Key<Source>>,
    /// A running total.
    pub cumulative: bool,
}
