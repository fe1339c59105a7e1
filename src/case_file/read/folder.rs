//! The files of a case folder.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::places::File;
use crate::finding::{Code, Finding, Place};
use crate::text::decode::decode;

/// Why a case folder cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such folder.
    #[error("there is no case folder at {0}")]
    NoFolder(PathBuf),
    /// A file was named.
    #[error("{0} is a file; a case is a folder")]
    IsFile(PathBuf),
    /// None of a case's files is in it.
    #[error("there is no case in {folder}: none of its files is one of a case")]
    NoCase {
        /// The folder.
        folder: PathBuf,
        /// Folders within it that hold a case.
        inside: Vec<PathBuf>,
    },
    /// It cannot be listed.
    #[error("cannot read the folder {path}: {cause}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
}

impl ReadError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::NoFolder(_) => "`isnad init CASE` makes a new case".to_owned(),
            Self::IsFile(path) => match path.parent().filter(|p| p.join("case.ron").is_file()) {
                Some(case) => format!("name the whole case: {}", case.display()),
                None => "name the folder that holds case.ron".to_owned(),
            },
            Self::NoCase { inside, .. } => match inside.as_slice() {
                [] => "name the folder that holds case.ron; `isnad init CASE` makes a new case"
                    .to_owned(),
                some => {
                    let names: Vec<String> = some.iter().map(|p| p.display().to_string()).collect();
                    format!("did you mean {}?", names.join(" or "))
                }
            },
            Self::Folder { .. } => "check the path and its permissions".to_owned(),
        }
    }
}

const KNOWN: [&str; 8] = [
    "case.ron",
    "documents.ron",
    "sources.ron",
    "entities.ron",
    "vocabulary.ron",
    "claims.ron",
    "judgements.ron",
    "drafts.ron",
];

/// Reads every RON file of the folder, `statements/` included, in a fixed order.
pub(super) fn read(folder: &Path) -> Result<(Vec<File>, Vec<Finding>), ReadError> {
    if !folder.exists() {
        return Err(ReadError::NoFolder(folder.to_owned()));
    }
    if folder.is_file() {
        return Err(ReadError::IsFile(folder.to_owned()));
    }
    let mut findings = Vec::new();
    let mut wanted: Vec<String> = Vec::new();
    let all = names(folder)?;
    let ours = |name: &String| KNOWN.contains(&name.as_str()) || name == "statements";
    if !all.iter().any(ours) {
        const MOST: usize = 3;
        let inside = all
            .iter()
            .map(|name| folder.join(name))
            .filter(|path| path.join("case.ron").is_file())
            .take(MOST)
            .collect();
        return Err(ReadError::NoCase {
            folder: folder.to_owned(),
            inside,
        });
    }
    for name in all {
        if KNOWN.contains(&name.as_str()) {
            wanted.push(name);
        } else if name.ends_with(".ron") {
            findings.push(whole_file(
                Code::FileUnknown,
                &name,
                format!("no file of a case is called {name}"),
                format!("case files are {} and statements/*.ron", KNOWN.join(", ")),
            ));
        }
    }
    wanted.sort_by_key(|name| KNOWN.iter().position(|k| k == name));
    if !wanted.iter().any(|n| n == "case.ron") {
        findings.push(whole_file(
            Code::FileMissing,
            "case.ron",
            "the case has no case.ron",
            "`isnad init` makes a new case; or write case.ron with at least an id and a title",
        ));
    }
    let statements = folder.join("statements");
    if statements.is_dir() {
        let mut files: Vec<String> = names(&statements)?
            .into_iter()
            .filter(|n| n.ends_with(".ron"))
            .map(|n| format!("statements/{n}"))
            .collect();
        files.sort_unstable();
        wanted.extend(files);
    }
    // The order of the results is the order of the names, whichever thread is first.
    let read: Vec<(File, Option<Finding>)> = wanted
        .into_par_iter()
        .map(|name| read_file(folder, name))
        .collect();
    let mut files = Vec::with_capacity(read.len());
    for (file, finding) in read {
        files.push(file);
        findings.extend(finding);
    }
    Ok((files, findings))
}

fn names(folder: &Path) -> Result<Vec<String>, ReadError> {
    let fail = |cause| ReadError::Folder {
        path: folder.to_owned(),
        cause,
    };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        if let Ok(name) = entry.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

fn read_file(folder: &Path, name: String) -> (File, Option<Finding>) {
    const FOLLOWS: &str = "until then whatever refers into it is left out";
    let (message, hint) = match std::fs::read(folder.join(&name)) {
        Ok(bytes) => match decode(&bytes) {
            Ok(decoded) => return (File::new(name, decoded.text.to_owned()), None),
            Err(cause) => (
                format!("{name} is not text that can be used: {cause}"),
                format!("{}; {FOLLOWS}", cause.hint()),
            ),
        },
        Err(cause) => (
            format!("{name} cannot be read: {cause}"),
            format!("check that it is a file and its permissions; {FOLLOWS}"),
        ),
    };
    let finding = whole_file(Code::FileUnreadable, &name, message, hint);
    (File::lost(name), Some(finding))
}

fn whole_file(
    code: Code,
    file: &str,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> Finding {
    Finding {
        code,
        message: message.into(),
        hint: hint.into(),
        place: Place {
            file: file.to_owned(),
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
            excerpt: String::new(),
        },
        related: Vec::new(),
    }
}
