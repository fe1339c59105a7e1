//! Small parts that several views share.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Anchor, Key, Table, When};
use crate::text::Span;

/// `{"start", "end"}`: Unicode scalar values, end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SpanView {
    /// First.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

impl From<&Anchor> for SpanView {
    fn from(anchor: &Anchor) -> Self {
        Self {
            start: anchor.span.start,
            end: anchor.span.end,
        }
    }
}

impl From<Span> for SpanView {
    fn from(span: Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
        }
    }
}

/// The spans of some anchors.
pub(super) fn spans(anchors: &[Anchor]) -> Vec<SpanView> {
    anchors.iter().map(SpanView::from).collect()
}

/// `{"edtf", "inferred"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimeView {
    /// Extended Date/Time Format (ISO 8601-2).
    pub edtf: String,
    /// Not written in the text.
    pub inferred: bool,
}

impl From<&When> for TimeView {
    fn from(when: &When) -> Self {
        Self {
            edtf: when.edtf().to_owned(),
            inferred: when.inferred,
        }
    }
}

/// One word, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

/// The ids of some keys, sorted.
pub(super) fn ids<T>(table: &Table<T>, keys: impl IntoIterator<Item = Key<T>>) -> Vec<String> {
    let mut all: Vec<String> = keys.into_iter().map(|k| table.id(k).to_owned()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The id of an optional key.
pub(super) fn id<T>(table: &Table<T>, key: Option<Key<T>>) -> Option<String> {
    key.map(|k| table.id(k).to_owned())
}
