//! The repository's own files, as the rules see them.

use std::fs;
use std::path::{Path, PathBuf};

/// The repository's top folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads a file of the repository by its path from the top.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the repository, by its path from the top, sorted; what belongs to version control
/// left out, what is built, wherever that is (Cargo marks such folders with a `CACHEDIR.TAG`; a copied `target`
/// may lack it), and what a package manager puts beside the browser tests.
pub(crate) fn files() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        if root().join(&folder).join("CACHEDIR.TAG").exists() {
            continue;
        }
        let entries = fs::read_dir(root().join(&folder)).expect("a folder of the repository");
        for entry in entries {
            let entry = entry.expect("an entry");
            let path = folder.join(entry.file_name());
            if entry.file_name() == ".git"
                || entry.file_name() == "node_modules"
                || path == Path::new("target")
            {
                continue;
            }
            if entry.file_type().expect("its type").is_dir() {
                folders.push(path);
            } else {
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The files whose path begins and ends so.
pub(crate) fn files_under(start: &str, end: &str) -> Vec<String> {
    let mut all = files();
    all.retain(|path| path.starts_with(start) && path.ends_with(end));
    all
}

/// Whether files that a test compares are to be written anew instead.
pub(crate) fn bless() -> bool {
    std::env::var_os("ISNAD_BLESS").is_some_and(|value| value == "1")
}
