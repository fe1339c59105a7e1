//! The commands, one file each.

pub(super) mod add;
pub(super) mod anchor;
pub(super) mod brief;
pub(super) mod check;
pub(super) mod draft;
pub(super) mod extract;
mod extract_print;
mod from;
pub(super) mod init;
mod inputs;
mod manifest;
pub(super) mod manual;
mod picture;
pub(super) mod report;
mod vantage;
pub(super) mod view;

use std::path::{Path, PathBuf};

use isnad::case_file::{Loaded, Texts, read_case};

use super::failure::Failure;

/// Reads a case, and the texts that are at hand.
fn read(case: &Path, documents: Option<&Path>) -> Result<(Loaded, Texts), Failure> {
    let loaded = read_case(case)?;
    let folders = folders(case, documents)?;
    let texts = Texts::read(&loaded.case, &folders);
    Ok((loaded, texts))
}

/// Where texts are sought: the folder given, then the case's own.
fn folders(case: &Path, documents: Option<&Path>) -> Result<Vec<PathBuf>, Failure> {
    let mut folders = Vec::new();
    if let Some(folder) = documents {
        if !folder.is_dir() {
            return Err(Failure::new(
                "input",
                format!("there is no folder {}", folder.display()),
                "--documents names the folder where the texts lie",
            ));
        }
        folders.push(folder.to_owned());
    }
    folders.push(case.join("documents"));
    Ok(folders)
}
