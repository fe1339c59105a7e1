//! The command line from outside: exit codes, errors, determinism, pipes, completions.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::laid_out::{Layout, isnad, root, run};

const VIEWS: [&str; 6] = [
    "overview",
    "statements",
    "claims",
    "chain",
    "sources",
    "entities",
];

/// An error in its three parts: `error (KIND): CAUSE` and `hint: HINT`.
fn failure(arguments: &[&str]) -> (String, String, String) {
    let (code, out, err) = run(isnad().current_dir(root()).args(arguments));
    assert_eq!(code, 2, "{arguments:?}: {out}{err}");
    assert_eq!(out, "", "{arguments:?}: nothing on standard output");
    let (first, hint) = err.trim_end().split_once("\n  hint: ").unwrap_or_else(|| {
        panic!("{arguments:?}: no hint in {err:?}");
    });
    let first = first.strip_prefix("error (").expect("error (");
    let (kind, cause) = first.split_once("): ").expect("a kind");
    assert!(!cause.is_empty() && !hint.is_empty(), "{err}");
    (kind.to_owned(), cause.to_owned(), hint.to_owned())
}

#[test]
fn what_cannot_run_says_kind_cause_and_hint() {
    let (kind, cause, hint) = failure(&["check", "claims/nosuch"]);
    assert_eq!(kind, "case");
    assert!(cause.contains("claims/nosuch"), "{cause}");
    assert!(hint.contains("isnad init"), "{hint}");

    let (kind, cause, _) = failure(&["check", "Cargo.toml"]);
    assert_eq!(kind, "case");
    assert!(cause.contains("is a file"), "{cause}");

    let (_, _, hint) = failure(&["view", "claims", "claims/qalmir/sources.ron"]);
    assert!(hint.ends_with("claims/qalmir"), "{hint}");

    let (_, cause, hint) = failure(&["check", "claims"]);
    assert!(cause.contains("no case in claims"), "{cause}");
    assert_eq!(hint, "did you mean claims/qalmir or claims/yarmouk?");

    let (kind, _, hint) = failure(&["check", "claims/qalmir", "--documents", "nosuch"]);
    assert_eq!(kind, "input");
    assert!(hint.contains("--documents"), "{hint}");

    let (kind, _, hint) = failure(&[
        "view",
        "claims",
        "claims/qalmir",
        "--claim",
        "director-kiled",
    ]);
    assert_eq!(kind, "usage");
    assert!(hint.contains("director-killed"), "{hint}");

    let (kind, _, _) = failure(&["anchor", "claims/qalmir", "press", "not in this text"]);
    assert_eq!(kind, "input");
}

#[test]
fn an_empty_folder_is_no_case() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_string_lossy();
    for arguments in [["check", &path].as_slice(), &["view", "claims", &path]] {
        let (kind, cause, hint) = failure(arguments);
        assert_eq!(kind, "case");
        assert!(cause.contains("no case in"), "{cause}");
        assert!(hint.contains("isnad init"), "{hint}");
    }
}

#[test]
fn exit_codes_are_0_1_and_2() {
    let clean = Layout::base().write();
    assert_eq!(run(isnad().arg("check").arg(clean.case())).0, 0);

    let mut warned = Layout::base();
    warned.files.insert("entity.ron".to_owned(), b"[]".to_vec());
    let warned = warned.write();
    let (code, out, _) = run(isnad().arg("check").arg(warned.case()));
    assert_eq!(code, 0, "a warning is no error: {out}");
    assert!(out.contains("1 warning"), "{out}");

    let mut wrong = Layout::base();
    wrong.replace("sources.ron", "kind: official", "kind: officer");
    let wrong = wrong.write();
    for format in ["text", "json", "sarif"] {
        let (code, _, err) = run(isnad()
            .arg("check")
            .arg(wrong.case())
            .args(["--format", format]));
        assert_eq!((code, err.as_str()), (1, ""), "{format}");
    }
    // A view of such a case is shown, with a word on standard error.
    let (code, out, err) = run(isnad().args(["view", "claims"]).arg(wrong.case()));
    assert_eq!(code, 0);
    assert!(out.contains("the bridge was closed"), "{out}");
    assert!(err.contains("isnad check"), "{err}");

    let (code, out, err) = run(isnad().arg("chekc"));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("check"), "{err}");
    assert_eq!(run(isnad().arg("--help")).0, 0);
    assert_eq!(run(isnad().arg("--version")).0, 0);
}

#[test]
fn quiet_says_nothing_beside_the_answer() {
    let mut wrong = Layout::base();
    wrong.replace("sources.ron", "kind: official", "kind: officer");
    let wrong = wrong.write();
    let mut view = isnad();
    view.args(["view", "claims", "--quiet"]).arg(wrong.case());
    let (code, out, err) = run(&mut view);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(!out.is_empty());
    // Errors are still told.
    let (code, _, err) = run(isnad().args(["check", "nosuch", "--quiet"]));
    assert_eq!(code, 2);
    assert!(err.contains("error (case)"), "{err}");
}

#[test]
fn no_escape_codes_where_there_is_no_terminal() {
    for lang in ["en", "ar"] {
        for view in VIEWS {
            let (_, out, err) = run(isnad().current_dir(root()).args([
                "view",
                view,
                "claims/qalmir",
                "--lang",
                lang,
            ]));
            assert!(!out.is_empty());
            assert!(!(out + &err).contains('\x1b'), "view {view}");
        }
    }
    let mut wrong = Layout::base();
    wrong.replace("sources.ron", "kind: official", "kind: officer");
    let wrong = wrong.write();
    let (_, out, _) = run(isnad().arg("check").arg(wrong.case()));
    assert!(!out.contains('\x1b'), "{out}");
    // They are there where they are asked for, so this can tell the difference.
    let (_, out, _) = run(isnad()
        .args(["check", "--color", "always"])
        .arg(wrong.case()));
    assert!(out.contains('\x1b'), "{out}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for case in ["claims/qalmir", "claims/yarmouk"] {
        for view in VIEWS {
            for format in ["text", "json"] {
                let arguments = ["view", view, case, "--format", format];
                let once = run(isnad().current_dir(root()).args(arguments));
                let again = run(isnad()
                    .current_dir(root())
                    .env("RAYON_NUM_THREADS", "1")
                    .env("TZ", "Asia/Damascus")
                    .env("LC_ALL", "ar_SY.UTF-8")
                    .args(arguments));
                assert_eq!(once, again, "{arguments:?}");
            }
        }
    }
}

/// Tables keep within the width that they are told, also with Arabic and its marks.
#[test]
fn tables_are_no_wider_than_asked() {
    use unicode_width::UnicodeWidthStr;
    for lang in ["en", "ar"] {
        let (_, out, _) = run(isnad().current_dir(root()).env("COLUMNS", "100").args([
            "view",
            "statements",
            "claims/yarmouk",
            "--lang",
            lang,
        ]));
        let widest = out.lines().map(UnicodeWidthStr::width).max();
        assert!(widest <= Some(104), "{widest:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .current_dir(root())
        .args(["view", "statements", "claims/yarmouk", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut out = child.stdout.take().expect("standard output");
    let mut few = [0; 10];
    out.read_exact(&mut few).expect("some bytes");
    drop(out);
    let done = child.wait_with_output().expect("the program ends");
    assert!(done.status.success(), "{:?}", done.status);
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
}

#[test]
fn completions_and_the_manual_are_made() {
    for (shell, sign) in [
        ("bash", "complete -F _isnad"),
        ("zsh", "#compdef isnad"),
        ("fish", "complete -c isnad"),
    ] {
        let (code, out, err) = run(isnad().args(["completions", shell]));
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains(sign), "{shell}");
        for command in ["init", "add", "check", "view"] {
            assert!(out.contains(command), "{shell}: {command}");
        }
    }
    let (code, out, _) = run(isnad().arg("man"));
    assert_eq!(code, 0);
    assert!(out.contains(".TH isnad 1"), "{out}");
    for command in ["isnad init", "isnad add", "isnad check", "isnad view"] {
        assert!(out.contains(command), "{command}");
    }
}

/// Every command's help shows an example that can be pasted.
#[test]
fn help_has_examples() {
    for command in ["init", "add", "anchor", "check", "view"] {
        let (code, out, _) = run(isnad().args([command, "--help"]));
        assert_eq!(code, 0);
        assert!(out.contains("Example"), "{command}: {out}");
        assert!(
            out.contains(&format!("isnad {command} claims/")) || command == "view",
            "{out}"
        );
    }
}
