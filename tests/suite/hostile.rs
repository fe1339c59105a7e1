//! Texts and cases that mean harm: markup, escape sequences, hidden controls, enormous lines.

use std::time::{Duration, Instant};

use crate::laid_out::{Layout, isnad, run};

const VIEWS: [&str; 6] = [
    "overview",
    "statements",
    "claims",
    "chain",
    "sources",
    "entities",
];

/// Markup, the end of a CDATA section, an override, a terminal escape, a line separator, a title
/// sequence in C1, and quotes.
const HARM: &str =
    "<script>alert(1)</script>]]>\u{202e}\u{1b}[2J\u{1b}]0;x\u{7}\u{2028}\u{9b}31m&\u{2066}";

fn hostile() -> Layout {
    let mut layout = Layout::base();
    let harm = HARM.replace('"', "\\\"");
    for (file, old) in [
        ("case.ron", "The bridge at Sahl"),
        ("case.ron", "River Guard"),
        ("case.ron", "guard"),
        ("sources.ron", "the mayor of Sahl"),
        ("entities.ron", "Adib Sahli"),
        ("claims.ron", "the bridge was closed"),
        ("judgements.ron", "seen from the bank"),
        ("judgements.ron", "\"desk"),
    ] {
        layout.replace(file, old, &format!("{old}{harm}"));
    }
    layout.replace(
        "documents.ron",
        "file: \"post.txt\",",
        &format!("file: \"post.txt\", title: \"{harm}\", byline: \"{harm}\", url: \"{harm}\","),
    );
    layout.append(
        "statements/post.ron",
        &format!("    (id: \"{harm}\", content: [], said_by: \"{harm}\"),\n"),
    );
    layout
}

fn is_harmless(out: &str, what: &str) {
    let bad = out.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(bad, None, "{what}: {out}");
}

#[test]
fn no_view_lets_a_case_write_to_the_terminal() {
    let laid = hostile().write();
    for view in VIEWS {
        for lang in ["en", "ar"] {
            let (code, out, err) = run(isnad()
                .args(["view", view, "--lang", lang])
                .arg(laid.case()));
            assert_eq!(code, 0, "{err}");
            is_harmless(&out, view);
            is_harmless(&err, view);
        }
        // JSON keeps every character, escaped where JSON asks for it.
        let (_, out, _) = run(isnad()
            .args(["view", view, "--format", "json", "--quiet"])
            .arg(laid.case()));
        assert!(!out.contains('\u{1b}'), "{view}");
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON");
    }
    let (code, out, err) = run(isnad()
        .args(["view", "claims", "--claim", "bridge-closed"])
        .arg(laid.case()));
    assert_eq!(code, 0, "{err}");
    is_harmless(&out, "one claim");
}

#[test]
fn check_writes_hidden_characters_out() {
    let laid = hostile().write();
    let (code, out, err) = run(isnad().arg("check").arg(laid.case()));
    assert_eq!((code, err.as_str()), (1, ""));
    is_harmless(&out, "check");
    assert!(
        out.contains("<U+202E>") && out.contains("<U+001B>"),
        "{out}"
    );
    for format in ["json", "sarif"] {
        let (_, out, _) = run(isnad()
            .arg("check")
            .arg(laid.case())
            .args(["--format", format]));
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON");
    }
}

#[test]
fn errors_do_not_echo_escapes() {
    let laid = Layout::base().write();
    let (code, _, err) = run(isnad()
        .args(["view", "claims", "--claim", HARM])
        .arg(laid.case()));
    assert_eq!(code, 2);
    is_harmless(&err, "an unknown id");
    let (code, _, err) = run(isnad().args(["check", HARM]));
    assert_eq!(code, 2);
    is_harmless(&err, "an unknown folder");
}

/// A text with one line of ten million bytes, and a case file with another.
#[test]
fn a_line_of_ten_megabytes_does_no_harm() {
    const LONG: usize = 10_000_000;
    let mut layout = Layout::base();
    let text = layout.text("documents/post.txt").replace('\n', " ");
    let long = text.clone() + &"قال ".repeat((LONG - text.len()) / 7);
    layout
        .files
        .insert("documents/post.txt".to_owned(), long.into_bytes());
    let note = "x".repeat(LONG);
    layout.append(
        "entities.ron",
        &format!(
            "(id: \"a mill\", kind: place, note: \"{note}\", names: {{\"en\": \"m\"}}), \
             (id: \"quay\", kind: plaice, note: \"{note}\", names: {{\"en\": \"q\"}}),"
        ),
    );
    let laid = layout.write();
    let start = Instant::now();
    let (code, out, _) = run(isnad().arg("check").arg(laid.case()));
    let took = start.elapsed();
    assert_eq!(code, 1);
    assert!(out.contains("document-differs"), "{out:.2000}");
    assert!(
        out.contains("bad-id") && out.contains("unknown-value"),
        "{out:.2000}"
    );
    assert!(out.contains("6 verified"), "{out:.2000}");
    assert!(out.len() < 20_000, "excerpts are cut: {} bytes", out.len());
    // Seconds in an unoptimised build on a busy machine; quadratic work would take minutes.
    assert!(took < Duration::from_secs(20), "{took:?}");
}

/// Deep nesting is refused where a reader would run out of stack.
#[test]
fn deep_brackets_are_a_finding() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{\"a\": ", "}"), ("some(", ")")] {
        let mut layout = Layout::base();
        let deep = open.repeat(100_000) + "1" + &close.repeat(100_000);
        layout.append(
            "entities.ron",
            &format!("    (id: \"deep\", kind: place, names: {deep}),\n"),
        );
        let laid = layout.write();
        let (code, out, err) = run(isnad().arg("check").arg(laid.case()));
        assert_eq!(code, 1, "{open}: {err}");
        assert!(out.contains("1 error"), "{open}: {out:.3000}");
    }
}
