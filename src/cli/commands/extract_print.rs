//! How what was extracted from one text is printed: as JSON, as draft entries of a statements file, or as a table.

use std::io::Write;

use isnad::case_file::{Value, emit_entry};
use isnad::extraction::{Extraction, Proposed, Quoted};
use isnad::text::digest;
use serde::Serialize;

use super::super::args::ExtractFormat;
use super::super::failure::Failure;
use super::super::terminal::Terminal;

/// One file's extraction, as in JSON.
#[derive(Serialize)]
pub(super) struct Extracted {
    pub(super) doc: String,
    pub(super) sha256: String,
    #[serde(flatten)]
    pub(super) extraction: Extraction,
}

/// What was extracted from one text, in words.
pub(super) fn write(
    extracted: &Extracted,
    format: ExtractFormat,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<(), Failure> {
    match format {
        ExtractFormat::Json => serde_json::to_writer_pretty(out, extracted)
            .map_err(|error| Failure::output(error.into())),
        ExtractFormat::Ron => ron(extracted, out),
        ExtractFormat::Text => out
            .write_all(text(extracted, terminal).as_bytes())
            .map_err(Failure::output),
    }
}

fn text(extracted: &Extracted, terminal: &Terminal) -> String {
    let extraction = &extracted.extraction;
    let rows = extraction
        .statements
        .iter()
        .map(|statement| {
            let who = match (&statement.source_name, &statement.source) {
                (Some(name), _) => name.clone(),
                (None, Some(source)) => source.text.clone(),
                (None, None) => "‹unknown›".to_owned(),
            };
            let content: Vec<&str> = statement.content.iter().map(|c| c.text.as_str()).collect();
            vec![
                statement.id.clone(),
                who,
                statement
                    .cue
                    .as_ref()
                    .map_or_else(String::new, |c| c.text.clone()),
                content.join(" […] "),
                format!("{:.2}", statement.confidence),
            ]
        })
        .collect();
    let mut out = format!(
        "{}: {} statements proposed, {} reporting words without one\n",
        terminal.bold(&extracted.doc),
        extraction.statements.len(),
        extraction.missed.len()
    );
    out.push_str(&terminal.table(&["id", "who", "cue", "what is conveyed", "sure"], rows));
    for missed in &extraction.missed {
        out.push_str(&format!(
            "missed {}–{}: {}\n",
            missed.start, missed.end, missed.why
        ));
    }
    out
}

/// Draft entries of a statements file. Sources are not known to a case yet: their names stand in
/// the note, and `said_by` is left to whoever reviews.
fn ron(extracted: &Extracted, out: &mut impl Write) -> Result<(), Failure> {
    writeln!(
        out,
        "// Proposed from {}; nobody has reviewed it.\n[",
        extracted.doc
    )
    .map_err(Failure::output)?;
    for statement in &extracted.extraction.statements {
        let entry = emit_entry(&entry(statement))?;
        let entry: Vec<String> = entry.lines().map(|line| format!("    {line}")).collect();
        writeln!(out, "{},", entry.join("\n")).map_err(Failure::output)?;
    }
    writeln!(out, "]").map_err(Failure::output)
}

fn entry(statement: &Proposed) -> Value {
    let mut fields = vec![("id", Value::str(statement.id.clone()))];
    fields.extend(statement.cue.as_ref().map(|cue| ("cue", anchor(cue))));
    fields.extend(
        statement
            .source
            .as_ref()
            .map(|source| ("source_span", anchor(source))),
    );
    fields.push((
        "content",
        Value::List(statement.content.iter().map(anchor).collect()),
    ));
    fields.push(("act", word(&statement.act)));
    fields.push(("style", word(&statement.style)));
    fields.extend(
        statement
            .nested_in
            .as_ref()
            .map(|outer| ("nested_in", Value::str(outer.clone()))),
    );
    fields.push(("draft", Value::Bool(true)));
    let who = statement.source_name.as_deref().unwrap_or("nobody written");
    fields.push((
        "note",
        Value::str(format!(
            "source: {who}; confidence {:.2}",
            statement.confidence
        )),
    ));
    Value::fields(fields)
}

fn anchor(quoted: &Quoted) -> Value {
    Value::fields([
        ("start", Value::Int(i64::from(quoted.start))),
        ("end", Value::Int(i64::from(quoted.end))),
        ("digest", Value::str(digest(&quoted.text))),
    ])
}

/// The word of an enum, as its serde form has it.
fn word(value: &impl Serialize) -> Value {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Value::Word(word),
        _ => Value::word("assert"),
    }
}
