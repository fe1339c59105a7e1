//! What a case is: documents, sources, entities, statements, claims, judgements.
//!
//! Plain validated data, every reference resolved to a [`Key`]. Nothing here reads files, knows
//! RON or draws conclusions. `docs/glossary.md` has the words.

mod case;
mod claim;
mod document;
mod entity;
mod id;
mod judgement;
mod source;
mod statement;
mod time;
mod vocabulary;
mod words;

pub use case::{Case, Side};
pub use claim::{Claim, ClaimLink, Count, Filler, Proposition, RoleFiller};
pub use document::{Document, Original, Republication, Rest};
pub use entity::{Entity, EntityKind, Relation, RelationKind};
pub use id::{BadId, Key, Table, check_id};
pub use judgement::{Answer, Evidence, Judgement, Ruling};
pub use source::{
    Alias, Allegiance, Attitude, Disclosure, Number, Reliability, Source, SourceKind,
};
pub use statement::{
    Act, Anchor, Basis, Bearing, Commitment, Relay, Stance, Statement, Style, TakeBack, TakeBackHow,
};
pub use time::{Day, Minute, When};
pub use vocabulary::{
    BUILT_IN, Clash, Consequence, Derived, Predicate, PredicateKind, Role, Takes, Value,
};
pub use words::Words;
