//! Nodes and edges.

use crate::model::{
    Claim, Document, Entity, Key, RelationKind, Source, Stance, Statement, TakeBackHow,
};

/// A node: one record of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Node {
    Document(Key<Document>),
    Source(Key<Source>),
    Statement(Key<Statement>),
    Claim(Key<Claim>),
    Entity(Key<Entity>),
}

/// An edge: what the node it leaves has to do with the node it enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Statement → the document it stands in.
    StandsIn,
    /// Statement → its source.
    SaidBy,
    /// Statement → a source that its source says told it.
    RestsOn,
    /// Statement → a source that passed it on inside the text.
    RelayedBy,
    /// Statement → the statement that it stands inside.
    NestedIn,
    /// Statement → an earlier one that it takes back.
    TakesBack(TakeBackHow),
    /// Statement → a claim.
    Bears {
        /// How it stands to it.
        stance: Stance,
        /// Likely only.
        hedged: bool,
        /// Perhaps not this very claim.
        unclear: bool,
    },
    /// Statement → an entity that it describes.
    Describes,
    /// Document → the source that published it.
    PublishedBy,
    /// Document → the document or the source that it republishes.
    Republishes,
    /// Document → the document that it is a later version of.
    VersionOf,
    /// Source → the body whose voice it is.
    SpeaksFor,
    /// Source → a body or collective that it belongs to.
    MemberOf,
    /// Collective source → a source that it may hold.
    MayHold,
    /// Source → the entity that is the same node.
    SameAs,
    /// Entity → the entity that holds it.
    PartOf,
    /// Entity → an entity that it is linked with.
    Related(RelationKind),
    /// Claim → an entity in a role of its proposition (by index), or as its event or place.
    Concerns(Option<usize>),
    /// Claim → a claim that follows, as the analyst says.
    Entails,
    /// Claim → a claim that cannot hold beside it, as the analyst says.
    Excludes,
}
