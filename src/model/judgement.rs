//! Judgements: rulings by people, kept apart from what documents say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim::Claim;
use super::document::Document;
use super::entity::Entity;
use super::id::Key;
use super::source::Source;
use super::statement::{Anchor, Statement};
use super::time::Minute;
use super::words::Words;

/// A person's ruling.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// Who.
    pub by: Box<str>,
    /// When.
    pub at: Minute,
    /// What.
    pub ruling: Ruling,
    /// Why.
    pub why: Words,
    /// The words it rests on.
    pub words: Vec<Evidence>,
    /// Earlier rulings that it dissents from.
    pub dissents_from: Vec<Key<Judgement>>,
    /// The earlier ruling that it replaces.
    pub replaces: Option<Key<Judgement>>,
    /// Not used, because it closes a circle of resting on (a finding says so).
    pub void: bool,
}

/// What is ruled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// These sources are one.
    SameSources(Vec<Key<Source>>),
    /// These entities are one.
    SameEntities(Vec<Key<Entity>>),
    /// These sources are all different.
    DifferentSources(Vec<Key<Source>>),
    /// These entities are all different.
    DifferentEntities(Vec<Key<Entity>>),
    /// A source has what it says from another.
    RestsOn {
        /// Who was told.
        source: Key<Source>,
        /// Who told it.
        on: Key<Source>,
        /// Of this statement only.
        statement: Option<Key<Statement>>,
    },
    /// The desk's answer to a claim's question.
    Settled {
        /// The claim.
        claim: Key<Claim>,
        /// The answer.
        answer: Answer,
    },
}

/// Words of a document.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The document.
    pub document: Key<Document>,
    /// Where in it.
    pub anchor: Anchor,
}

/// A desk's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The desk takes it to be so.
    Yes,
    /// The desk takes it not to be so.
    No,
    /// The desk leaves it open.
    Open,
}
