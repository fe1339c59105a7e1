//! Writes a draft: changes of several files and the record of them, all or none.

use std::fs;
use std::path::{Path, PathBuf};

use super::batch::{Change, change_entries};
use super::drafts::{DraftShape, emit_drafts};
use super::edit::EditError;
use super::emit::EmitError;
use super::write::{ChangeSet, Snapshot, WriteError};

/// Why a draft was not written. Nothing was changed, unless the cause says so.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// A file cannot be changed as it stands.
    #[error("{file}: {cause}")]
    Edit {
        /// The file.
        file: String,
        /// Why.
        cause: EditError,
    },
    /// A file is not UTF-8.
    #[error("{0} is not UTF-8 text")]
    Encoding(String),
    /// The record cannot be written as RON.
    #[error(transparent)]
    Emit(#[from] EmitError),
    /// A folder cannot be made.
    #[error("cannot make {path}: {cause}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A file cannot be read or written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl ApplyError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Edit { .. } | Self::Encoding(_) => {
                "`isnad check` says what is wrong with the file; nothing was changed".into()
            }
            Self::Emit(_) => "nothing was changed; please report it".into(),
            Self::Folder { .. } => "check the permissions; nothing was changed".into(),
            Self::Write(cause) => cause.hint().to_owned(),
        }
    }
}

/// The name of the record.
const RECORD: &str = "drafts.ron";

/// Makes the changes of each file, in this order, and then writes the record. Gives the files that are new or changed.
///
/// # Errors
/// See [`ApplyError`].
pub fn apply_draft(
    folder: &Path,
    changes: &[(String, Vec<Change>)],
    record: &[DraftShape],
) -> Result<Vec<PathBuf>, ApplyError> {
    let mut set = ChangeSet::new();
    for (file, changes) in changes {
        let path = folder.join(file);
        let (snapshot, before) = open(&path, file)?;
        let after = change_entries(&before, changes).map_err(|cause| ApplyError::Edit {
            file: file.clone(),
            cause,
        })?;
        if after != before {
            set.add(snapshot, after.into_bytes());
        }
    }
    let path = folder.join(RECORD);
    if !record.is_empty() || path.exists() {
        let (snapshot, before) = open(&path, RECORD)?;
        let after = emit_drafts(record)?;
        if after != before {
            set.add(snapshot, after.into_bytes());
        }
    }
    let statements = folder.join("statements");
    if changes
        .iter()
        .any(|(file, _)| file.starts_with("statements/"))
    {
        fs::create_dir_all(&statements).map_err(|cause| ApplyError::Folder {
            path: statements,
            cause,
        })?;
    }
    Ok(set.write()?)
}

fn open(path: &Path, name: &str) -> Result<(Snapshot, String), ApplyError> {
    if !path.exists() {
        return Ok((Snapshot::absent(path), "[\n]\n".to_owned()));
    }
    let (snapshot, bytes) = Snapshot::read(path)?;
    let text = String::from_utf8(bytes).map_err(|_| ApplyError::Encoding(name.to_owned()))?;
    Ok((snapshot, text))
}
