//! `isnad init`: a new case folder that checks clean.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use isnad::case_file::{ChangeSet, Snapshot, Value, emit_entry};
use isnad::model::check_id;

use super::super::args::InitOptions;
use super::super::failure::Failure;
use super::super::terminal::Terminal;

/// The files of a new case, each with the line at its head.
const LISTS: [(&str, &str); 5] = [
    (
        "documents.ron",
        "Published texts: one entry each. `isnad add` writes them.",
    ),
    (
        "sources.ron",
        "Who speaks: persons, bodies, outlets, and those whose names are withheld.",
    ),
    (
        "entities.ron",
        "What claims are about: persons, groups, places, things, events.",
    ),
    (
        "claims.ron",
        "Propositions that statements bear on, whoever says them.",
    ),
    (
        "judgements.ron",
        "People's rulings: appended, never rewritten.",
    ),
];

pub(crate) fn run(
    options: &InitOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    make(options)?;
    terminal.note("Add documents with `isnad add`.");
    writeln!(out, "{}", options.case.display()).map_err(Failure::output)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes a case.
pub(super) fn make(options: &InitOptions) -> Result<(), Failure> {
    let folder = &options.case;
    // `.` and `..` have no name of their own.
    let named = match folder.file_name() {
        Some(_) => folder.clone(),
        None => folder.canonicalize().unwrap_or_else(|_| folder.clone()),
    };
    let id = named
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
        .to_owned();
    check_id(&id).map_err(|why| {
        Failure::new(
            "usage",
            format!("{id:?} is no id for a case: {why}"),
            "the folder's name is the case's id, such as claims/harbour-fire",
        )
    })?;
    let mut names = std::iter::once("case.ron").chain(LISTS.iter().map(|(name, _)| *name));
    if let Some(name) = names.find(|name| folder.join(name).exists()) {
        return Err(Failure::new(
            "case",
            format!(
                "there is a case at {} already: it has {name}",
                folder.display()
            ),
            "choose another folder; nothing was changed",
        ));
    }
    let statements = folder.join("statements");
    std::fs::create_dir_all(&statements).map_err(|error| {
        Failure::new(
            "output",
            format!("cannot make {}: {error}", statements.display()),
            "check the path and its permissions",
        )
    })?;
    let mut title = Vec::new();
    for (tag, words) in [("ar", &options.title_ar), ("en", &options.title_en)] {
        if let Some(words) = words {
            title.push((Value::str(tag), Value::str(words.clone())));
        }
    }
    if title.is_empty() {
        title.push((Value::str("en"), Value::str(id.clone())));
    }
    let case = emit_entry(&Value::fields([
        ("id", Value::str(id)),
        ("title", Value::Map(title)),
        ("sides", Value::List(Vec::new())),
    ]))?;
    let mut changes = ChangeSet::new();
    let head = "// The case. docs/case-format.md describes every field.\n";
    changes.add(
        Snapshot::absent(&folder.join("case.ron")),
        format!("{head}{case}\n").into_bytes(),
    );
    for (name, head) in LISTS {
        changes.add(
            Snapshot::absent(&folder.join(name)),
            format!("// {head}\n[\n]\n").into_bytes(),
        );
    }
    changes.write()?;
    Ok(())
}

/// Takes a case away that was just made and has nothing yet; `all`: with its folder, which was not there before.
pub(super) fn unmake(folder: &Path, all: bool) {
    let files = std::iter::once("case.ron").chain(LISTS.iter().map(|(name, _)| *name));
    for name in files {
        let _ = std::fs::remove_file(folder.join(name));
    }
    // Only where they are empty.
    for name in ["statements", "documents"] {
        let _ = std::fs::remove_dir(folder.join(name));
    }
    if all {
        let _ = std::fs::remove_dir(folder);
    }
}
