//! `drafts.ron`: what the program proposed, so that it never proposes again what a person changed or deleted.
//!
//! The program's own file: one entry for each entry that it drafted, with the digest of that entry as
//! written, the rule and what it rests on (spans, rules and names, never sentences). It is rewritten
//! whole. An entry whose digest is no longer this one was touched by a person.

use std::fmt::Write as _;

use serde::Deserialize;

use super::emit::{EmitError, Value, flat};

/// What kind of entry was drafted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    /// `republishes` of an entry of `documents.ron`.
    Document,
    /// An entry of `sources.ron`.
    Source,
    /// An entry of `entities.ron`.
    Entity,
    /// An entry of `claims.ron`.
    Claim,
    /// An entry of `statements/<document>.ron`.
    Statement,
}

impl DraftKind {
    /// Its word, as written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Source => "source",
            Self::Entity => "entity",
            Self::Claim => "claim",
            Self::Statement => "statement",
        }
    }
}

/// One entry of `drafts.ron`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftShape {
    /// What kind of entry.
    pub kind: DraftKind,
    /// Its id.
    pub id: String,
    /// What it was made of, the same in every run: so an entry keeps its id, and one that was deleted is known again.
    pub key: String,
    /// Digest of the entry as written.
    pub digest: String,
    /// The file that it was written to.
    pub file: String,
    /// The rule that made it.
    pub rule: String,
    /// How sure the rule is, 0 to 1; for the order of review only.
    #[serde(default)]
    pub score: f64,
    /// What it rests on.
    #[serde(default)]
    pub evidence: Vec<DraftEvidence>,
}

/// Something that a drafted entry rests on.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftEvidence {
    /// The rule.
    pub rule: String,
    /// The document.
    #[serde(default)]
    pub document: Option<String>,
    /// First character of the words.
    #[serde(default)]
    pub start: Option<u32>,
    /// One past the last.
    #[serde(default)]
    pub end: Option<u32>,
    /// Another entry.
    #[serde(default)]
    pub entry: Option<String>,
    /// A name as met; never a sentence.
    #[serde(default)]
    pub name: Option<String>,
    /// How sure the rule is, 0 to 1.
    #[serde(default)]
    pub score: Option<f64>,
}

/// The text of `drafts.ron` with these entries, one a line.
///
/// # Errors
/// See [`EmitError`].
pub fn emit_drafts(all: &[DraftShape]) -> Result<String, EmitError> {
    let mut out = String::from(
        "// Written by `isnad draft`: what it proposed, by which rule, on what.\n\
         // It tells what a person has changed or deleted since, so leave it with the case.\n[\n",
    );
    for one in all {
        let mut fields = vec![
            ("kind", Value::word(one.kind.word())),
            ("id", Value::str(one.id.clone())),
            ("key", Value::str(one.key.clone())),
            ("digest", Value::str(one.digest.clone())),
            ("file", Value::str(one.file.clone())),
            ("rule", Value::str(one.rule.clone())),
            ("score", score(one.score)),
        ];
        if !one.evidence.is_empty() {
            fields.push((
                "evidence",
                Value::List(one.evidence.iter().map(evidence).collect()),
            ));
        }
        out.push_str("    ");
        flat(&mut out, &Value::fields(fields))?;
        let _ = writeln!(out, ",");
    }
    out.push_str("]\n");
    Ok(out)
}

/// Two digits are more than any rule can know.
fn score(score: f64) -> Value {
    Value::Float((score * 100.0).round() / 100.0)
}

fn evidence(one: &DraftEvidence) -> Value {
    let text = |t: &Option<String>| t.clone().map(Value::Str);
    let number = |n: Option<u32>| n.map(|n| Value::Int(i64::from(n)));
    let fields = [
        ("rule", Some(Value::str(one.rule.clone()))),
        ("document", text(&one.document)),
        ("start", number(one.start)),
        ("end", number(one.end)),
        ("entry", text(&one.entry)),
        ("name", text(&one.name)),
        ("score", one.score.map(score)),
    ];
    Value::fields(fields.into_iter().filter_map(|(n, v)| v.map(|v| (n, v))))
}
