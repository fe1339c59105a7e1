//! `isnad anchor`: the anchors of words in a document.

use std::io::Write;
use std::process::ExitCode;

use isnad::case_file::{Texts, Value, emit_entry, read_case};
use isnad::text::digest;
use isnad::view::Filter;

use super::super::args::{AnchorFormat, AnchorOptions};
use super::super::failure::Failure;
use super::check::json;
use super::folders;

#[derive(serde::Serialize)]
struct Found {
    start: usize,
    end: usize,
    digest: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<String>,
}

pub(crate) fn run(options: &AnchorOptions, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let loaded = read_case(&options.case)?;
    let folders = folders(&options.case, options.documents.as_deref())?;
    let filter = Filter::new(
        &loaded.case,
        None,
        None,
        None,
        None,
        Some(&options.document),
        None,
    )?;
    let texts = Texts::read(&loaded.case, &folders);
    let text = filter.document.and_then(|d| texts.get(d)).ok_or_else(|| {
        Failure::new(
            "input",
            format!("the text of \"{}\" is not at hand", options.document),
            "--documents DIR says where the texts lie; it is found by file name or digest",
        )
    })?;
    let words = options.words.as_str();
    if words.is_empty() {
        return Err(Failure::new(
            "usage",
            "no words to look for",
            "name the words as they stand in the text",
        ));
    }
    let found: Vec<Found> = text
        .text
        .match_indices(words)
        .filter_map(|(byte, _)| text.index.span(&text.text, byte..byte + words.len()))
        .map(|span| Found {
            start: span.start,
            end: span.end,
            digest: digest(words),
            exact: options.exact.then(|| words.to_owned()),
        })
        .collect();
    if found.is_empty() {
        return Err(Failure::new(
            "input",
            format!("these words do not stand in \"{}\"", options.document),
            "write them just as they stand in the text, vowel marks and all",
        ));
    }
    if options.format == AnchorFormat::Json {
        json(out, &found)?;
        return Ok(ExitCode::SUCCESS);
    }
    for one in found {
        let mut fields = vec![
            ("start", number(one.start)),
            ("end", number(one.end)),
            ("digest", Value::str(one.digest)),
        ];
        fields.extend(one.exact.map(|exact| ("exact", Value::str(exact))));
        let line = emit_entry(&Value::List(vec![Value::fields(fields)]))?;
        let line = line
            .trim_start_matches(['[', ' ', '\n'])
            .trim_end_matches([']', ' ', '\n', ',']);
        writeln!(out, "{line}").map_err(Failure::output)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn number(n: usize) -> Value {
    Value::Int(i64::try_from(n).unwrap_or(i64::MAX))
}
