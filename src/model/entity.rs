//! Entities: what claims are about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::Key;
use super::source::Alias;
use super::time::When;
use super::words::Words;

/// A person, group, place, thing or event.
#[derive(Debug, Clone)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its names.
    pub names: Words,
    /// Other forms it appears under.
    pub aliases: Vec<Alias>,
    /// The entity that holds it.
    pub part_of: Option<Key<Entity>>,
    /// Linked, not merged.
    pub related: Vec<Relation>,
    /// Of an event: where.
    pub place: Option<Key<Entity>>,
    /// Of an event: when.
    pub time: Option<When>,
    /// Proposed, and accepted by nobody yet.
    pub draft: bool,
}

/// A link between two entities that stay two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// The other.
    pub to: Key<Entity>,
    /// How this one is related to it.
    pub how: RelationKind,
}

/// Kinds of entity.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, PartialOrd, Ord,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum EntityKind {
    Person,
    Group,
    Place,
    Thing,
    Event,
}

/// How two entities are related. RON: `successor_of`; JSON: `successor-of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all(serialize = "kebab-case", deserialize = "snake_case"))]
pub enum RelationKind {
    /// It came out of the other, or took its place.
    SuccessorOf,
    /// It belongs to the other.
    MemberOf,
    /// The two may be one; nobody has ruled.
    PerhapsSame,
}
