//! Raw articles into a case that may not be there yet, for `isnad draft --from`.

use std::path::{Path, PathBuf};

use super::super::args::{AddOptions, InitOptions};
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::{add, init};

/// Makes the case where there is none, and adds what it does not have yet: by a manifest, or a folder's texts.
pub(super) fn enter(
    case: &Path,
    from: &Path,
    at: Option<&str>,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let (files, manifest) = articles(from, terminal)?;
    let new = !case.join("case.ron").is_file();
    let folder = !case.exists();
    if new {
        let options = InitOptions {
            case: case.to_owned(),
            title_en: None,
            title_ar: None,
        };
        init::make(&options)?;
    }
    let options = AddOptions {
        case: case.to_owned(),
        files,
        manifest,
        id: None,
        outlet: None,
        published: None,
        url: None,
        title: None,
        language: None,
        leave_text: false,
        at: at.map(str::to_owned),
    };
    let added = add::run(&options, terminal, &mut std::io::sink());
    if added.is_err() && new {
        init::unmake(case, folder);
    }
    added.map(|_| ())
}

/// What a folder or a manifest names: its one `.jsonl`, else all its `.txt`, by name.
///
/// What else a folder of texts holds is named: it is not read.
fn articles(from: &Path, terminal: &Terminal) -> Result<(Vec<PathBuf>, Option<PathBuf>), Failure> {
    if from.is_file() {
        return Ok((Vec::new(), Some(from.to_owned())));
    }
    let entries = std::fs::read_dir(from).map_err(|error| Failure::input(from, &error))?;
    let mut texts = Vec::new();
    let mut manifests = Vec::new();
    let mut others = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| Failure::input(from, &error))?.path();
        match path.extension().and_then(|e| e.to_str()) {
            Some("txt") => texts.push(path),
            Some("jsonl") => manifests.push(path),
            _ if hidden(&path) => {}
            _ => others.push(path),
        }
    }
    texts.sort();
    others.sort();
    manifests.sort();
    // A manifest names all that it wants.
    if manifests.is_empty() {
        for path in others {
            terminal.note(&format!("not read: {} (no .txt file)", path.display()));
        }
    }
    match manifests.as_slice() {
        [one] => Ok((Vec::new(), Some(one.clone()))),
        [] if !texts.is_empty() => Ok((texts, None)),
        [] => Err(Failure::new(
            "input",
            format!("{} holds no article", from.display()),
            "--from names a folder of .txt files, of UTF-8, or a manifest, one JSON object a line",
        )),
        _ => Err(Failure::new(
            "input",
            format!("{} holds several manifests", from.display()),
            "--from can name the manifest itself",
        )),
    }
}

fn hidden(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with('.'))
}
