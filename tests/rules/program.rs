//! The built program, run where it can do no harm.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tree::{files_under, root};

/// The program.
pub(crate) fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_isnad"))
}

/// What a command line of the program's prints on standard output.
pub(crate) fn output(arguments: &[&str]) -> String {
    let output = Command::new(program())
        .args(arguments)
        .current_dir(root())
        .env("COLUMNS", "200")
        .output()
        .expect("the program runs");
    assert!(
        output.status.success(),
        "isnad {}: {}",
        arguments.join(" "),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A folder of its own with a copy of `claims/`, gone when dropped.
pub(crate) fn scratch() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let all = ["claims/", "tests/data/draft_bed/"].map(|under| files_under(under, ""));
    for path in all.into_iter().flatten() {
        let to = folder.path().join(&path);
        fs::create_dir_all(to.parent().unwrap_or(Path::new("/"))).expect("a folder");
        fs::copy(root().join(&path), to).expect("a copy");
    }
    folder
}
