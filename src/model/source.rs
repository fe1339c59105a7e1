//! Sources: who speaks. Never a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::case::Side;
use super::document::Original;
use super::id::Key;
use super::time::When;
use super::words::Words;

/// A person, group, institution, outlet, or someone undisclosed, who says things.
#[derive(Debug, Clone)]
pub struct Source {
    /// What kind of source.
    pub kind: SourceKind,
    /// Its names; of an undisclosed one, the description it is quoted under.
    pub names: Words,
    /// Other forms.
    pub aliases: Vec<Alias>,
    /// Named or undisclosed.
    pub disclosure: Disclosure,
    /// One voice or several.
    pub number: Number,
    /// Whoever quotes an undisclosed source first.
    pub quoted_by: Option<Original>,
    /// The body it is the voice of.
    pub speaks_for: Option<Key<Source>>,
    /// Bodies and collectives it belongs to.
    pub member_of: Vec<Key<Source>>,
    /// Sources that this collective may hold.
    pub may_hold: Vec<Key<Source>>,
    /// Sources that it may be one with; nobody has decided. It goes both ways, and no further: two that may
    /// each be a third need not be one.
    pub perhaps_same: Vec<Key<Source>>,
    /// Its sides over time.
    pub sides: Vec<Allegiance>,
    /// Admiralty grade.
    pub reliability: Option<Reliability>,
    /// Proposed, and accepted by nobody yet.
    pub draft: bool,
}

/// A form that a source or an entity appears under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alias {
    /// The form.
    pub text: Box<str>,
    /// Its language, where given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Box<str>>,
    /// What using it says of the speaker.
    pub attitude: Attitude,
}

/// A source's side for a time.
#[derive(Debug, Clone)]
pub struct Allegiance {
    /// The side.
    pub side: Key<Side>,
    /// Since when.
    pub from: Option<When>,
    /// Until when.
    pub to: Option<When>,
    /// What says so.
    pub why: Words,
}

/// What a name says of whoever uses it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Attitude {
    /// Nothing.
    #[default]
    Neutral,
    /// It is the name they give themselves.
    #[serde(rename = "self")]
    OwnName,
    /// It is their opponents' name for them.
    Hostile,
}

/// Whether a source is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    /// Its name is written.
    #[default]
    Named,
    /// Someone real, name withheld.
    Undisclosed,
}

/// One voice or several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// One person or body.
    #[default]
    One,
    /// A collective ("activists").
    Several,
}

/// Admiralty code of a source's reliability (NATO AJP-2.1): A completely reliable … F cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs)]
pub enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F,
}

/// Kinds of source.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SourceKind {
    Outlet,
    Journalist,
    Activist,
    Spokesperson,
    Official,
    Commander,
    Fighter,
    Witness,
    AnonymousSource,
    LocalSources,
    Organization,
    Website,
    Experts,
    Unattributed,
    Agency,
    Group,
    State,
}

impl SourceKind {
    /// Whether it publishes: as an origin it may have its words from anybody.
    #[must_use]
    pub const fn publishes(self) -> bool {
        matches!(self, Self::Outlet | Self::Agency | Self::Website)
    }
}
