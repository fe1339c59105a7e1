//! Writes case files whole or not at all, and never over a change that nobody has read.
//!
//! What is guaranteed, and what is not:
//!
//! - *One file* is replaced by renaming a finished, flushed file over it. Whoever reads, and whatever crashes, sees the old bytes or the new.
//! - *Lost updates.* A file is written only if it still has the bytes that were read (by SHA-256), compared right before the rename. Between
//!   Isnad processes there is no gap: each holds an advisory lock on the folder of the file while it compares and renames. An editor that
//!   takes no lock could still save in the instant between the two; it then loses its save, as with any program that renames.
//! - *Several files* ([`ChangeSet`]): all are compared, and all new contents are on disk under other names, before the first is renamed. A
//!   conflict therefore changes nothing. A crash or a full disk between two renames leaves some files new and some old, each of them whole;
//!   the error then names those written. There is no rename of several files at once on any common system.
//! - A symbolic link is kept: the file it points to is replaced. Permissions are kept. A second hard link to the file keeps the old bytes;
//!   owner and extended attributes are those of whoever writes.
//! - The lock is on the folder itself and leaves no file behind. Where folders cannot be locked (Windows, some network drives) only the
//!   comparison protects.

use std::collections::BTreeSet;
use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use sha2::{Digest, Sha256};
use tempfile::{Builder, NamedTempFile};
use thiserror::Error;

/// How often a lock held by another process is tried for, and how long is waited between: about three seconds in all.
const LOCK_TRIES: u32 = 300;
const LOCK_WAIT: Duration = Duration::from_millis(10);

/// Why a file was not written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// Somebody changed the file after it was read.
    #[error("{} changed on disk since it was read; nothing was written", .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// Somebody removed the file after it was read.
    #[error("{} was removed since it was read; nothing was written", .path.display())]
    Vanished {
        /// The file.
        path: PathBuf,
    },
    /// The file was to be new, but is there.
    #[error("{} already exists; nothing was written", .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file may not be written to.
    #[error("{} is read-only; nothing was written", .path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Another process is writing in the same folder and does not finish.
    #[error("another program is writing in {}; nothing was written", .path.display())]
    Locked {
        /// The folder.
        path: PathBuf,
    },
    /// One change set has two changes of one file.
    #[error("two changes of {} at once; nothing was written", .path.display())]
    Twice {
        /// The file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("could not {doing} {}: {source}", .path.display())]
    Io {
        /// What was being done, as in "could not *read* x".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Of several files, some were written before one failed.
    #[error("{source}; before that, {} of {total} files were written", .written.len())]
    Partly {
        /// The files that have their new contents.
        written: Vec<PathBuf>,
        /// How many there were to write.
        total: usize,
        /// Why the next was not.
        source: Box<WriteError>,
    },
}

impl WriteError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Changed { .. } | Self::Vanished { .. } => {
                "look at what is there now, then run the command again"
            }
            Self::Exists { .. } => "choose another name, or change the file that is there",
            Self::ReadOnly { .. } => "allow writing to the file if it is meant to change",
            Self::Locked { .. } => "wait until it has finished, then run the command again",
            Self::Twice { .. } => "make one change after the other",
            Self::Io { .. } => {
                "see whether the folder is there, may be written to and has room left"
            }
            Self::Partly { .. } => {
                "set right what failed, then run the command again; what is written is whole"
            }
        }
    }
}

/// What a file held when it was read: enough to tell whether it still does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    path: PathBuf,
    /// SHA-256 of the bytes; `None` if there was no file.
    digest: Option<[u8; 32]>,
}

impl Snapshot {
    /// Reads the file at `path`, and remembers what it held.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn read(path: &Path) -> Result<(Self, Vec<u8>), WriteError> {
        let bytes = fs::read(path).map_err(|e| io_error("read", path, e))?;
        Ok((Self::of(path, &bytes), bytes))
    }

    /// That the file at `path` held `bytes`.
    #[must_use]
    pub fn of(path: &Path, bytes: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            digest: Some(Sha256::digest(bytes).into()),
        }
    }

    /// That there is no file at `path`: it is to be new.
    #[must_use]
    pub fn absent(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            digest: None,
        }
    }

    /// The file, as it was named.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Writes `bytes` to the file of `snapshot`, if it still is what it was. Gives the snapshot of what is there now.
///
/// # Errors
/// See [`WriteError`]; the file is then as it was.
pub fn write_if_unchanged(snapshot: &Snapshot, bytes: &[u8]) -> Result<Snapshot, WriteError> {
    let pending = Pending::prepare(snapshot, bytes)?;
    let _locks = Locks::take([pending.folder.as_path()])?;
    pending.compare()?;
    let folder = pending.folder.clone();
    pending.put()?;
    flush_folder(&folder);
    Ok(Snapshot::of(&snapshot.path, bytes))
}

/// Changes of several files that belong together. See the module for what is guaranteed.
#[derive(Debug, Default)]
pub struct ChangeSet {
    changes: Vec<(Snapshot, Vec<u8>)>,
}

impl ChangeSet {
    /// No changes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a change: `bytes` for the file of `snapshot`. Files are written in the order added.
    pub fn add(&mut self, snapshot: Snapshot, bytes: Vec<u8>) {
        self.changes.push((snapshot, bytes));
    }

    /// Adds all changes of another set, after those of this one.
    pub fn merge(&mut self, other: Self) {
        self.changes.extend(other.changes);
    }

    /// Writes all changes, if none of the files changed since it was read. Gives the files whose bytes are new, as they were named.
    ///
    /// # Errors
    /// See [`WriteError`]. Unless it is [`WriteError::Partly`], nothing was written.
    pub fn write(self) -> Result<Vec<PathBuf>, WriteError> {
        let mut seen = BTreeSet::new();
        let mut pending = Vec::with_capacity(self.changes.len());
        for (snapshot, bytes) in &self.changes {
            let one = Pending::prepare(snapshot, bytes)?;
            if !seen.insert(one.target.clone()) {
                return Err(WriteError::Twice {
                    path: snapshot.path.clone(),
                });
            }
            pending.push(one);
        }
        let folders: BTreeSet<PathBuf> = pending.iter().map(|p| p.folder.clone()).collect();
        let _locks = Locks::take(folders.iter().map(PathBuf::as_path))?;
        for one in &pending {
            one.compare()?;
        }
        let total = pending.len();
        let mut written = Vec::new();
        for one in pending {
            let named = one.snapshot.path.clone();
            match one.put() {
                Ok(true) => written.push(named),
                Ok(false) => {}
                Err(source) if written.is_empty() => return Err(source),
                Err(source) => {
                    return Err(WriteError::Partly {
                        written,
                        total,
                        source: Box::new(source),
                    });
                }
            }
        }
        for folder in &folders {
            flush_folder(folder);
        }
        Ok(written)
    }
}

/// A file about to be written: its new contents are on disk under another name.
struct Pending<'s> {
    snapshot: &'s Snapshot,
    /// The file itself, behind any links.
    target: PathBuf,
    folder: PathBuf,
    /// `None` if the new bytes are the old ones.
    file: Option<NamedTempFile>,
}

impl<'s> Pending<'s> {
    fn prepare(snapshot: &'s Snapshot, bytes: &[u8]) -> Result<Self, WriteError> {
        let path = &snapshot.path;
        let (target, permissions) = match snapshot.digest {
            Some(_) => {
                let target = fs::canonicalize(path).map_err(|e| missing(path, e))?;
                let permissions = fs::metadata(&target)
                    .map_err(|e| missing(path, e))?
                    .permissions();
                if permissions.readonly() {
                    return Err(WriteError::ReadOnly { path: path.clone() });
                }
                (target, Some(permissions))
            }
            None if path.symlink_metadata().is_ok() => {
                return Err(WriteError::Exists { path: path.clone() });
            }
            None => (path.clone(), None),
        };
        let folder = match target.parent() {
            Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
            Some(parent) => parent.to_owned(),
            None => PathBuf::from("."),
        };
        if permissions.is_none() {
            fs::create_dir_all(&folder).map_err(|e| io_error("make the folder", &folder, e))?;
        }
        // One folder must have one name, or two changes of one file, or two locks, would pass for different ones.
        let folder =
            fs::canonicalize(&folder).map_err(|e| io_error("open the folder", &folder, e))?;
        let target = target
            .file_name()
            .map_or(target.clone(), |name| folder.join(name));
        let same = snapshot
            .digest
            .is_some_and(|old| old == <[u8; 32]>::from(Sha256::digest(bytes)));
        let file = if same {
            None
        } else {
            Some(temporary(&folder, bytes, permissions)?)
        };
        Ok(Self {
            snapshot,
            target,
            folder,
            file,
        })
    }

    /// Whether the file still is what it was.
    fn compare(&self) -> Result<(), WriteError> {
        let path = &self.snapshot.path;
        match (self.snapshot.digest, fs::read(&self.target)) {
            (Some(old), Ok(bytes)) if old == <[u8; 32]>::from(Sha256::digest(&bytes)) => Ok(()),
            (Some(_), Ok(_)) => Err(WriteError::Changed { path: path.clone() }),
            (Some(_), Err(e)) => Err(missing(path, e)),
            (None, Err(e)) if e.kind() == ErrorKind::NotFound => Ok(()),
            (None, _) => Err(WriteError::Exists { path: path.clone() }),
        }
    }

    /// Puts the new contents in place. Gives whether there were any.
    fn put(self) -> Result<bool, WriteError> {
        let path = &self.snapshot.path;
        let Some(file) = self.file else {
            return Ok(false);
        };
        let put = match self.snapshot.digest {
            Some(_) => file.persist(&self.target),
            // Fails if somebody without a lock has made the file meanwhile.
            None => file.persist_noclobber(&self.target),
        };
        match put {
            Ok(_) => Ok(true),
            Err(e) if e.error.kind() == ErrorKind::AlreadyExists => {
                Err(WriteError::Exists { path: path.clone() })
            }
            Err(e) => Err(io_error("write", path, e.error)),
        }
    }
}

/// A finished and flushed file in `folder` that vanishes unless it is put in place.
fn temporary(
    folder: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> Result<NamedTempFile, WriteError> {
    let fail = |e| io_error("write in", folder, e);
    let mut builder = Builder::new();
    builder.prefix(".isnad-").suffix(".tmp");
    #[cfg(unix)]
    let new_file = <Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666);
    // A new file gets what the user's umask leaves, as from any program; without this it would be private.
    #[cfg(unix)]
    if permissions.is_none() {
        builder.permissions(new_file);
    }
    let mut file = builder.tempfile_in(folder).map_err(fail)?;
    file.write_all(bytes).map_err(fail)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions).map_err(fail)?;
    }
    file.as_file().sync_all().map_err(fail)?;
    Ok(file)
}

/// Locks on folders, held until dropped.
struct Locks(
    #[expect(dead_code, reason = "the locks last as long as the files are open")] Vec<File>,
);

impl Locks {
    /// Takes the locks in the order given, which must be the same for everybody: sorted.
    fn take<'p>(folders: impl IntoIterator<Item = &'p Path>) -> Result<Self, WriteError> {
        let mut held = Vec::new();
        for folder in folders {
            // Where a folder cannot be opened as a file it cannot be locked either.
            let Ok(file) = File::open(folder) else {
                continue;
            };
            let mut tries = 0;
            loop {
                match file.try_lock() {
                    Ok(()) => {
                        held.push(file);
                        break;
                    }
                    Err(TryLockError::WouldBlock) if tries < LOCK_TRIES => {
                        tries += 1;
                        thread::sleep(LOCK_WAIT);
                    }
                    Err(TryLockError::WouldBlock) => {
                        return Err(WriteError::Locked {
                            path: folder.to_owned(),
                        });
                    }
                    Err(TryLockError::Error(_)) => break,
                }
            }
        }
        Ok(Self(held))
    }
}

/// Asks the system to keep the renames in `folder` over a loss of power. Not all systems can; the files are whole either way.
fn flush_folder(folder: &Path) {
    if let Ok(file) = File::open(folder) {
        let _ = file.sync_all();
    }
}

fn io_error(doing: &'static str, path: &Path, source: io::Error) -> WriteError {
    WriteError::Io {
        doing,
        path: path.to_owned(),
        source,
    }
}

/// The error for a file that was there when it was read.
fn missing(path: &Path, error: io::Error) -> WriteError {
    if error.kind() == ErrorKind::NotFound {
        WriteError::Vanished {
            path: path.to_owned(),
        }
    } else {
        io_error("read", path, error)
    }
}
