//! Pictures on the command line: where they go, in how many parts, and what is refused.

use assert_cmd::Command;
use std::path::Path;

fn isnad(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("isnad").expect("the program is built");
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments);
    command
}

fn error_of(command: &mut Command) -> String {
    let output = command.assert().code(2).get_output().clone();
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("UTF-8")
}

const KILLED: [&str; 5] = [
    "view",
    "claims",
    "claims/yarmouk",
    "--claim",
    "khabouri-killed",
];

#[test]
fn the_kept_picture_is_what_the_command_prints() {
    for (lang, file) in [
        ("en", "khabouri-killed.svg"),
        ("ar", "khabouri-killed-ar.svg"),
    ] {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("graphs/yarmouk")
            .join(file);
        let kept = std::fs::read_to_string(kept).expect("it is kept");
        let mut command = isnad(&KILLED);
        command
            .args(["--format", "svg", "--lang", lang])
            .assert()
            .success()
            .stdout(kept)
            .stderr("");
    }
}

#[test]
fn large_pictures_come_in_linked_parts() {
    let view = ["view", "chain", "claims/yarmouk", "--format", "svg"];
    let first = isnad(&view).assert().success().get_output().clone();
    let note = String::from_utf8(first.stderr).expect("UTF-8");
    assert!(
        note.contains("part 1 of") && note.contains("--out DIR"),
        "{note}"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("new/pictures");
    isnad(&view)
        .arg("--out")
        .arg(&out)
        .assert()
        .success()
        .stdout("");
    let part = |n: usize| std::fs::read(out.join(format!("chain-{n}.svg"))).expect("a part");
    assert_eq!(part(1), first.stdout);
    isnad(&view)
        .args(["--part", "2"])
        .assert()
        .success()
        .stdout(part(2))
        .stderr("");
    let all = std::fs::read_dir(&out).expect("the folder is made").count();
    let links = (1..=all).filter(|n| String::from_utf8_lossy(&part(*n)).contains("href=\"chain-"));
    assert!(links.count() > 0);
    assert!(error_of(isnad(&view).args(["--part", "99"])).contains("there is no part 99"));
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_do() {
    let mut command = isnad(&KILLED);
    command
        .args(["--format", "svg", "--layout", "dot"])
        .env("PATH", "");
    let error = error_of(&mut command);
    assert!(
        error.contains("Graphviz") && error.contains("hint: install"),
        "{error}"
    );
    let error = error_of(isnad(&KILLED).args(["--out", "x"]));
    assert!(error.contains("--format svg"), "{error}");
    let error = error_of(isnad(&KILLED).args(["--format", "svg", "--out", "Cargo.toml/x"]));
    assert!(error.contains("cannot write"), "{error}");
}

#[test]
fn every_view_is_drawn_in_both_formats() {
    for view in [
        "overview",
        "statements",
        "claims",
        "chain",
        "sources",
        "entities",
    ] {
        for (format, start) in [("svg", "<svg "), ("dot", "digraph ")] {
            let mut command = isnad(&["view", view, "claims/qalmir", "--format", format, "-q"]);
            let output = command.assert().success().get_output().clone();
            assert!(
                output.stdout.starts_with(start.as_bytes()),
                "{view} {format}"
            );
        }
    }
}
