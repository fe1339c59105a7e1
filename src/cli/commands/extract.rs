//! `isnad extract`: statements proposed from raw texts.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use isnad::case_file::{Value, emit_entry};
use isnad::extraction::{Extraction, Extractor, LanguageModel, Pack, Proposed, Quoted, Rules};
use isnad::text::decode::decode;
use isnad::text::digest;
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::args::{ExtractFormat, ExtractOptions, Language};
use super::super::failure::Failure;
use super::super::model_server::{KEY, ModelServer};
use super::super::terminal::{Terminal, is_rtl};

/// So many files are read before their results are written: bounded memory for any number.
const BATCH: usize = 256;

/// One file's extraction, as in JSON.
#[derive(Serialize)]
struct Extracted {
    doc: String,
    sha256: String,
    #[serde(flatten)]
    extraction: Extraction,
}

pub(crate) fn run(
    options: &ExtractOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let packs = Packs {
        arabic: pack(Pack::arabic())?,
        english: pack(Pack::english())?,
    };
    let server = match &options.model_url {
        Some(address) => Some(ModelServer::new(
            address,
            std::env::var(KEY).ok(),
            Duration::from_secs(options.model_timeout),
        )?),
        None => None,
    };
    if options.format == ExtractFormat::Json {
        writeln!(out, "[").map_err(Failure::output)?;
    }
    let mut first = true;
    for batch in options.files.chunks(BATCH) {
        let done: Vec<Result<Extracted, Failure>> = batch
            .par_iter()
            .map(|path| one(path, &packs, options, server.as_ref()))
            .collect();
        for extracted in done {
            let extracted = extracted?;
            match options.format {
                ExtractFormat::Json => {
                    if !first {
                        writeln!(out, ",").map_err(Failure::output)?;
                    }
                    serde_json::to_writer_pretty(&mut *out, &extracted)
                        .map_err(|e| Failure::output(e.into()))?;
                }
                ExtractFormat::Ron => ron(&extracted, out)?,
                ExtractFormat::Text => out
                    .write_all(text(&extracted, terminal).as_bytes())
                    .map_err(Failure::output)?,
            }
            first = false;
        }
    }
    if options.format == ExtractFormat::Json {
        writeln!(out, "\n]").map_err(Failure::output)?;
    }
    Ok(ExitCode::SUCCESS)
}

struct Packs {
    arabic: Pack,
    english: Pack,
}

fn pack(pack: Result<Pack, isnad::extraction::PackError>) -> Result<Pack, Failure> {
    pack.map_err(|error| {
        Failure::new(
            "program",
            format!("the language pack cannot be read: {error}"),
            "this is a fault of the program; please report it",
        )
    })
}

fn one(
    path: &PathBuf,
    packs: &Packs,
    options: &ExtractOptions,
    server: Option<&ModelServer>,
) -> Result<Extracted, Failure> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::input(path, &error))?;
        bytes
    } else {
        std::fs::read(path).map_err(|error| Failure::input(path, &error))?
    };
    let decoded = decode(&bytes).map_err(|error| {
        Failure::new(
            "input",
            format!("{}: {error}", path.display()),
            error.hint(),
        )
    })?;
    let arabic = match options.language {
        Some(language) => language == Language::Ar,
        None => {
            let letters = || decoded.text.chars().filter(|c| c.is_alphabetic());
            letters().filter(|c| is_rtl(*c)).count() * 2 >= letters().count()
        }
    };
    let pack = if arabic {
        &packs.arabic
    } else {
        &packs.english
    };
    let extraction = match server {
        Some(server) => LanguageModel {
            transport: server,
            name: options.model.as_deref().unwrap_or_default(),
            language: if arabic { "ar" } else { "en" },
            passage: options.model_passage as usize,
        }
        .propose(decoded.text),
        None => Rules { pack }.propose(decoded.text),
    }
    .map_err(|error| {
        Failure::new(
            "extractor",
            format!("{}: {error}", path.display()),
            error.hint(),
        )
    })?;
    let sha256: String = Sha256::digest(&bytes)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    Ok(Extracted {
        doc: path
            .file_name()
            .map_or_else(|| "-".to_owned(), |n| n.to_string_lossy().into_owned()),
        sha256,
        extraction,
    })
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
