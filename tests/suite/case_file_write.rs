//! Writing case files: whole or not at all, and never over what nobody has read.

use std::fs;
use std::path::Path;

use isnad::case_file::{ChangeSet, Snapshot, WriteError, write_if_unchanged};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is there")
}

/// The names in a folder: no temporary file may be left.
fn names(path: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(path)
        .expect("the folder is there")
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_that_changed_is_not_overwritten() {
    let dir = folder();
    let path = dir.path().join("claims.ron");
    fs::write(&path, "old").expect("written");
    let (snapshot, bytes) = Snapshot::read(&path).expect("read");
    assert_eq!(bytes, b"old");

    fs::write(&path, "by hand").expect("written");
    let error = write_if_unchanged(&snapshot, b"new").expect_err("refused");
    assert!(matches!(error, WriteError::Changed { .. }));
    assert!(error.hint().contains("run the command again"));
    assert_eq!(text(&path), "by hand");

    fs::remove_file(&path).expect("removed");
    let error = write_if_unchanged(&snapshot, b"new").expect_err("refused");
    assert!(matches!(error, WriteError::Vanished { .. }));
    assert!(names(dir.path()).is_empty());

    fs::write(&path, "old").expect("written");
    let next = write_if_unchanged(&snapshot, b"new").expect("written");
    assert_eq!(next, Snapshot::of(&path, b"new"));
    assert_eq!(text(&path), "new");
    assert_eq!(names(dir.path()), ["claims.ron"]);
}

#[test]
fn a_new_file_replaces_nothing() {
    let dir = folder();
    let path = dir.path().join("statements/001.ron");
    let absent = Snapshot::absent(&path);
    write_if_unchanged(&absent, b"[]").expect("written, with its folder");
    assert_eq!(text(&path), "[]");
    let error = write_if_unchanged(&absent, b"other").expect_err("refused");
    assert!(matches!(error, WriteError::Exists { .. }));
    assert_eq!(text(&path), "[]");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = folder();
    let real = dir.path().join("real.ron");
    let link = dir.path().join("link.ron");
    fs::write(&real, "old").expect("written");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("set");
    symlink("real.ron", &link).expect("linked");

    let (snapshot, _) = Snapshot::read(&link).expect("read");
    write_if_unchanged(&snapshot, b"new").expect("written");
    assert!(link.symlink_metadata().expect("there").is_symlink());
    assert_eq!(text(&real), "new");
    assert_eq!(
        fs::metadata(&real).expect("there").permissions().mode() & 0o777,
        0o640
    );

    fs::set_permissions(&real, fs::Permissions::from_mode(0o440)).expect("set");
    let (snapshot, _) = Snapshot::read(&link).expect("read");
    let error = write_if_unchanged(&snapshot, b"newer").expect_err("refused");
    assert!(matches!(error, WriteError::ReadOnly { .. }));
    assert_eq!(text(&real), "new");

    let dangling = dir.path().join("dangling.ron");
    symlink("nowhere.ron", &dangling).expect("linked");
    let error = write_if_unchanged(&Snapshot::absent(&dangling), b"x").expect_err("refused");
    assert!(matches!(error, WriteError::Exists { .. }));

    let made = dir.path().join("made.ron");
    let plain = dir.path().join("plain.ron");
    write_if_unchanged(&Snapshot::absent(&made), b"x").expect("written");
    fs::write(&plain, "x").expect("written");
    let mode = |p: &Path| fs::metadata(p).expect("there").permissions().mode();
    assert_eq!(
        mode(&made),
        mode(&plain),
        "a new file is as private as the user's other files"
    );
}

#[test]
fn a_conflict_in_one_of_several_files_changes_none() {
    let dir = folder();
    let (a, b, c) = (
        dir.path().join("a.ron"),
        dir.path().join("b.ron"),
        dir.path().join("c.ron"),
    );
    let set = |bytes: &[u8]| {
        let mut set = ChangeSet::new();
        set.add(Snapshot::of(&a, b"a"), bytes.to_vec());
        set.add(Snapshot::of(&b, b"b"), bytes.to_vec());
        set.add(Snapshot::absent(&c), bytes.to_vec());
        set
    };
    fs::write(&a, "a").expect("written");
    fs::write(&b, "by hand").expect("written");
    assert!(matches!(set(b"new").write(), Err(WriteError::Changed { path }) if path == b));
    assert_eq!((text(&a), text(&b)), ("a".to_owned(), "by hand".to_owned()));
    assert_eq!(names(dir.path()), ["a.ron", "b.ron"]);

    fs::write(&b, "b").expect("written");
    assert_eq!(
        set(b"a").write().expect("written"),
        [b.clone(), c.clone()],
        "what stays the same is not written"
    );
    assert_eq!(
        (text(&a), text(&b), text(&c)),
        ("a".to_owned(), "a".to_owned(), "a".to_owned())
    );

    let mut twice = ChangeSet::new();
    twice.add(Snapshot::of(&a, b"a"), b"1".to_vec());
    twice.add(
        Snapshot::of(&dir.path().join(".").join("a.ron"), b"a"),
        b"2".to_vec(),
    );
    assert!(matches!(twice.write(), Err(WriteError::Twice { .. })));
    assert_eq!(text(&a), "a");
}

/// Several writers that read, add one and write, and start over when refused: every addition is there in the end.
#[test]
fn no_update_is_lost_between_writers() {
    let dir = folder();
    let path = dir.path().join("count");
    fs::write(&path, "0").expect("written");
    let (writers, each) = (4, 25);
    std::thread::scope(|scope| {
        for _ in 0..writers {
            scope.spawn(|| {
                let mut done = 0;
                while done < each {
                    let (snapshot, bytes) = Snapshot::read(&path).expect("read");
                    let count: u32 = String::from_utf8(bytes)
                        .expect("text")
                        .parse()
                        .expect("a number");
                    match write_if_unchanged(&snapshot, (count + 1).to_string().as_bytes()) {
                        Ok(_) => done += 1,
                        Err(WriteError::Changed { .. }) => {}
                        Err(other) => panic!("{other}"),
                    }
                }
            });
        }
    });
    assert_eq!(text(&path), (writers * each).to_string());
    assert_eq!(names(dir.path()), ["count"]);
}
