//! What `isnad draft` prints as JSON: what a draft comes to, and what entries rest on.

use schemars::JsonSchema;
use serde::Serialize;

use super::plan::Summary;
use crate::case_file::DraftShape;

/// `draft --format json`, with `--dry-run` or without.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DraftView")]
pub struct Answer<'p> {
    /// Whether anything was written: not with `--dry-run`.
    pub written: bool,
    /// What the draft comes to.
    #[serde(flatten)]
    pub summary: &'p Summary,
}

/// `draft --explain ID --format json`: one for each entry asked for, in the order of the record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DraftExplainView")]
pub struct Explanations<'d>(pub Vec<Explained<'d>>);

/// One drafted entry, and what it rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExplainedView")]
pub struct Explained<'d> {
    /// `document`, `source`, `entity`, `claim` or `statement`.
    pub kind: &'d str,
    /// Its id.
    pub id: &'d str,
    /// What it was made of: the same in every run.
    pub key: &'d str,
    /// The file that it was written to, from the case's folder.
    pub file: &'d str,
    /// The rule that made it.
    pub rule: &'d str,
    /// How sure that rule is, 0 to 1: for the order of review, never a measure of truth.
    pub score: f64,
    /// What it rests on.
    pub evidence: Vec<Ground<'d>>,
}

/// One thing that an entry rests on; fields that do not apply are left out.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "GroundView")]
pub struct Ground<'d> {
    /// The rule.
    pub rule: &'d str,
    /// The document in which it was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<&'d str>,
    /// First character, in Unicode scalar values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// One past the last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    /// Another entry that it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<&'d str>,
    /// A form of a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'d str>,
    /// How sure that is, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
}

impl<'d> Explained<'d> {
    /// What the record says of an entry.
    #[must_use]
    pub fn new(of: &'d DraftShape) -> Self {
        Self {
            kind: of.kind.word(),
            id: &of.id,
            key: &of.key,
            file: &of.file,
            rule: &of.rule,
            score: of.score,
            evidence: of
                .evidence
                .iter()
                .map(|e| Ground {
                    rule: &e.rule,
                    document: e.document.as_deref(),
                    start: e.start,
                    end: e.end,
                    entry: e.entry.as_deref(),
                    name: e.name.as_deref(),
                    score: e.score,
                })
                .collect(),
        }
    }
}
