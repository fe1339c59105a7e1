//! Every finding code has a failing fixture, a snapshot of what is printed, and a heading in the docs.
//!
//! `tests/data/findings/<code>.txt` holds a piece of a case, laid over `base.txt` beside it, and
//! under `=== expected ===` all that `isnad check` prints. After a change of wording, look at
//! what `ISNAD_BLESS=1 cargo test --test suite findings` writes there before you commit it.

use std::collections::BTreeSet;
use std::fs;

use isnad::finding::Code;

use crate::laid_out::{Layout, data, isnad, root, run};

const EXPECTED: &str = "=== expected ===\n";

fn slugs() -> BTreeSet<String> {
    Code::ALL.iter().map(|c| c.slug().to_owned()).collect()
}

fn check(layout: &Layout) -> (i32, String) {
    let laid = layout.write();
    let (code, out, err) = run(isnad().arg("check").arg(laid.case()));
    assert_eq!(err, "", "check says nothing on standard error");
    (code, out)
}

#[test]
fn the_base_case_checks_clean() {
    let (code, out) = check(&Layout::base());
    assert_eq!(code, 0, "{out}");
    assert!(
        out.starts_with("sahl: 0 errors, 0 warnings, 0 notes; 0 entries left out.\n"),
        "{out}"
    );
    assert!(
        out.contains("0 not as anchored, 0 not verified here"),
        "{out}"
    );
}

#[test]
fn every_fixture_prints_what_it_is_expected_to() {
    let bless = std::env::var_os("ISNAD_BLESS").is_some();
    let mut differ = Vec::new();
    for code in Code::ALL {
        let path = data(&format!("findings/{}.txt", code.slug()));
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let (case, expected) = text.split_once(EXPECTED).expect("an expected block");
        let mut layout = Layout::base();
        layout.overlay(case);
        let (exit, out) = check(&layout);
        let severity = code.severity().word();
        assert!(
            out.contains(&format!("{severity}[{}]", code.slug())),
            "{code:?} is not raised:\n{out}"
        );
        assert_eq!(exit, i32::from(out.contains("error[")), "{code:?}: {out}");
        if bless && out != expected {
            fs::write(&path, format!("{case}{EXPECTED}{out}")).expect("the fixture is written");
        } else if out != expected {
            differ.push(format!("{}\n{out}", path.display()));
        }
    }
    assert!(
        differ.is_empty(),
        "not as expected (ISNAD_BLESS=1 rewrites them):\n{}",
        differ.join("\n")
    );
}

#[test]
fn codes_fixtures_and_headings_are_the_same_list() {
    let fixtures: BTreeSet<String> = fs::read_dir(data("findings"))
        .expect("the fixtures' folder")
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .map(|name| name.trim_end_matches(".txt").to_owned())
        .filter(|name| name != "base")
        .collect();
    assert_eq!(fixtures, slugs(), "tests/data/findings and Code::ALL");
    let docs = fs::read_to_string(root().join("docs/findings.md")).expect("docs/findings.md");
    let headings: Vec<&str> = docs
        .lines()
        .filter_map(|l| l.strip_prefix("### "))
        .collect();
    let wanted: Vec<&str> = Code::ALL.iter().map(|c| c.slug()).collect();
    assert_eq!(
        headings, wanted,
        "docs/findings.md, in the order of Code::ALL"
    );
}

/// Each section says what it means, why it matters, how to mend it, and shows an example.
#[test]
fn every_heading_is_followed_by_what_a_reader_needs() {
    let docs = fs::read_to_string(root().join("docs/findings.md")).expect("docs/findings.md");
    let sections = docs.split("\n### ").skip(1);
    for (section, code) in sections.zip(Code::ALL) {
        let section = section.split("\n## ").next().unwrap_or(section);
        for part in ["**Why it matters.**", "**To mend it.**", "\n    "] {
            assert!(section.contains(part), "{}: no {part:?}", code.slug());
        }
        let severity = format!("*{}*", code.severity().word());
        assert!(section.contains(&severity), "{}: {severity}", code.slug());
    }
}

/// Common slips of the pen: what is said about each, and where the mark stands.
#[test]
fn slips_are_named_in_words_that_help() {
    let file = "sources.ron";
    let old = "(id: \"mayor\", kind: official, names: {\"en\": \"the mayor of Sahl\"}),";
    for (new, code, column, says) in [
        (
            "(id: \"mayor\" kind: official, names: {\"en\": \"m\"}),",
            "syntax",
            18,
            "a comma is missing before this",
        ),
        (
            "(id: \"mayor\", kind: official, names: {\"en\" \"m\"}),",
            "syntax",
            48,
            "a colon is missing before this",
        ),
        (
            "(id: \"mayor\", kind: \"official\", names: {\"en\": \"m\"}),",
            "wrong-type",
            25,
            "`kind` should hold a word without quotation marks",
        ),
        (
            "(id: \"mayor\", kind: oficial, names: {\"en\": \"m\"}),",
            "unknown-value",
            25,
            "did you mean `official`?",
        ),
        (
            "(id: \"mayor\", kind: official, names: \"m\"),",
            "wrong-type",
            42,
            "it is written `names: {\"en\": \"…\"}`",
        ),
        (
            "(id: \"mayor\", kind: official, names: {\"en\": \"m\"}, draft: 1),",
            "wrong-type",
            62,
            "`draft` should hold `true` or `false`",
        ),
        (
            "(id: \"mayor\", kind: official, names: {\"en\": \"m\"}, member_of: \"sahl-post\"),",
            "wrong-type",
            66,
            "`member_of` should hold a list",
        ),
        (
            "(id: \"mayor\", names: {\"en\": \"m\"}),",
            "missing-field",
            5,
            "`kind` is missing",
        ),
    ] {
        let mut layout = Layout::base();
        layout.replace(file, old, new);
        let (exit, out) = check(&layout);
        assert_eq!(exit, 1);
        assert!(
            out.starts_with(&format!("error[{code}]: source \"mayor\": ")),
            "{out}"
        );
        assert!(out.contains(&format!("--> {file}:3:{column}\n")), "{out}");
        assert!(out.contains(says), "{says}: {out}");
        assert!(out.contains("1 error, 0 warnings"), "no follow-ups: {out}");
    }
}
