//! A manifest of documents to add: one JSON object a line.

use std::path::{Path, PathBuf};

use isnad::case_file::NewDocument;
use isnad::text::decode::decode;
use serde::Deserialize;
use serde_json::{Value, error::Category};

use super::super::failure::Failure;

/// The fields of a line.
const FIELDS: [&str; 7] = [
    "id",
    "file",
    "outlet",
    "title",
    "url",
    "published",
    "language",
];

/// One line.
#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    file: String,
    outlet: Option<String>,
    title: Option<String>,
    url: Option<String>,
    published: Option<String>,
    language: Option<String>,
}

const HINT: &str =
    "one object a line: {\"file\": \"a.txt\", \"outlet\": \"…\", \"published\": \"2026-11-20\"}";

/// The documents that a manifest names, and the line of each.
pub(super) struct Manifest {
    path: PathBuf,
    lines: Vec<usize>,
    pub(super) documents: Vec<NewDocument>,
}

impl Manifest {
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = std::fs::read(path).map_err(|error| Failure::input(path, &error))?;
        let decoded = decode(&bytes).map_err(|error| {
            Failure::new(
                "input",
                format!("{}: {error}", path.display()),
                format!("a manifest is UTF-8 text, {HINT}"),
            )
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut this = Self {
            path: path.to_owned(),
            lines: Vec::new(),
            documents: Vec::new(),
        };
        for (number, line) in decoded.text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            this.lines.push(number + 1);
            let one = document(folder, line)
                .map_err(|what| Failure::new("input", format!("{}: {what}", this.last()), HINT))?;
            this.documents.push(one);
        }
        Ok(this)
    }

    /// Where a document is named: "all.jsonl:3".
    pub(super) fn place(&self, document: usize) -> String {
        let line = self.lines.get(document).copied().unwrap_or_default();
        format!("{}:{line}", self.path.display())
    }

    fn last(&self) -> String {
        self.place(self.lines.len().saturating_sub(1))
    }
}

/// What a line names, or what is wrong with it in plain words.
fn document(folder: &Path, line: &str) -> Result<NewDocument, String> {
    let all: Value = serde_json::from_str(line).map_err(|error| plain(&error))?;
    let Value::Object(all) = all else {
        return Err(format!("the line is {}, and no object", kind(&all)));
    };
    for (field, value) in &all {
        if !FIELDS.contains(&field.as_str()) {
            return Err(format!(
                "there is no field {field:?}: the fields are {}",
                FIELDS.join(", ")
            ));
        }
        if !matches!(value, Value::String(_) | Value::Null) {
            return Err(format!(
                "{field:?} is {}, and no text in quotation marks",
                kind(value)
            ));
        }
    }
    if !all.get("file").is_some_and(Value::is_string) {
        return Err("\"file\" is missing".to_owned());
    }
    // What is left to be wrong: a field that stands there twice.
    let one: Line = serde_json::from_str(line).map_err(|error| plain(&error))?;
    Ok(NewDocument {
        path: folder.join(one.file),
        id: one.id,
        outlet: one.outlet,
        title: one.title,
        url: one.url,
        published: one.published,
        language: one.language,
        known: None,
    })
}

/// What the parser says, without its line: that is the manifest's.
fn plain(error: &serde_json::Error) -> String {
    if error.classify() == Category::Eof {
        return "the line ends within its object".to_owned();
    }
    let what = error.to_string();
    let what = what
        .split_once(" at line ")
        .map_or(what.as_str(), |(what, _)| what);
    format!("{what} at column {}", error.column())
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
