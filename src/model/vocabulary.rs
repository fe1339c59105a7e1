//! The vocabulary: predicates with their roles, and the rules that hold for them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entity::EntityKind;
use super::words::Words;

/// The predicates built into the program, as RON; a case extends them in its `vocabulary.ron`.
pub const BUILT_IN: &str = include_str!("vocabulary.ron");

/// A predicate: a kind of proposition.
#[derive(Debug, Clone)]
pub struct Predicate {
    /// What rules hold.
    pub kind: PredicateKind,
    /// The pattern that reads it, `{role}` standing for fillers.
    pub words: Words,
    /// Its roles, in order.
    pub roles: Vec<Role>,
    /// The key roles alone tell which event it is.
    pub once: bool,
    /// Holding of a place entails holding of its parts.
    pub spreads_to_parts: bool,
    /// What follows from it.
    pub entails: Vec<Consequence>,
}

impl Predicate {
    /// The index of a role by its id.
    pub fn role(&self, id: &str) -> Option<usize> {
        self.roles.iter().position(|r| r.id.as_ref() == id)
    }
}

/// A role of a predicate.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its id.
    pub id: Box<str>,
    /// What may fill it.
    pub takes: Takes,
    /// Part of what the proposition is about.
    pub key: bool,
    /// One filler only, at a time or for one event.
    pub functional: bool,
    /// May be left out.
    pub optional: bool,
    /// What a clash in it is called.
    pub clash: Option<Clash>,
}

/// What may fill a role.
#[derive(Debug, Clone)]
pub enum Takes {
    /// Entities of these kinds; any where empty.
    Entity(Vec<EntityKind>),
    /// One of these values.
    Value(Vec<Value>),
    /// Free words.
    Text,
}

/// A value of a role.
#[derive(Debug, Clone)]
pub struct Value {
    /// Its id.
    pub id: Box<str>,
    /// How it reads.
    pub words: Words,
    /// Once so, always so.
    pub lasting: bool,
}

/// What follows from a predicate.
#[derive(Debug, Clone)]
pub struct Consequence {
    /// Id of the predicate that follows; it may stand later in the vocabulary.
    pub predicate: Box<str>,
    /// What fills its roles: role id of the consequence, and from where.
    pub roles: Vec<(Box<str>, Derived)>,
    /// The rule in words.
    pub why: Words,
}

/// Where a consequence's filler comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Derived {
    /// Whoever fills this role (by index) of the premise.
    Role(usize),
    /// This value.
    Value(Box<str>),
}

/// What rules hold for a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PredicateKind {
    /// Holds over a time.
    State,
    /// Happens at a time.
    Event,
    /// How many.
    Count,
    /// No rule of its own.
    Relation,
}

/// What a contradiction in a role is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Clash {
    Status,
    Control,
    Count,
    Agent,
    Date,
    Place,
    Other,
}
