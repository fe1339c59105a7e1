//! Splitting case files into entries: valid ones exactly, broken ones with as little lost as can be.

use isnad::case_file::{FileShape, Scan, ScanProblemKind as Kind, resplit, scan};

/// The entries' texts.
fn entries<'t>(text: &'t str, scan: &Scan) -> Vec<&'t str> {
    scan.entries.iter().map(|r| &text[r.clone()]).collect()
}

/// The ids of the entries that a problem does not spoil and `ron` can parse.
fn readable(text: &str) -> Vec<String> {
    let found = scan(text);
    let mut ids = Vec::new();
    for (index, range) in found.entries.iter().enumerate() {
        let entry = &text[range.clone()];
        let spoilt = found.problems.iter().any(|p| p.spoils == Some(index));
        let parses = ron::from_str::<ron::Value>(entry).is_ok();
        assert!(!(spoilt && parses), "spoilt but parses: {entry}");
        if parses {
            ids.push(isnad::case_file::entry_id(entry).unwrap_or("?").to_owned());
        }
    }
    ids
}

/// The problems as text: the kind and what stands there.
fn problems(text: &str) -> Vec<(Kind, &str)> {
    scan(text)
        .problems
        .iter()
        .map(|p| {
            let rest = &text[p.at..];
            (
                p.kind,
                &rest[..rest.char_indices().nth(6).map_or(rest.len(), |(n, _)| n)],
            )
        })
        .collect()
}

const VALID: &str = "\
#![enable(implicit_some)]
// The sources of a case that does not exist.
[
    // first
    (
        id: \"a\", // with a ) in a comment
        names: {\"ar\": \"أحمد (أبو علي)\", \"en\": \"A \\\"quoted\\\" ] name\"},
        raw: r#\"a \" quote and a ( bracket\"#,
        sign: '(', apostrophe: '\\'', bytes: b\"(\", list: [1, 2, (3)],
    ),
    /* (id: \"out\"), /* nested */ ] */
    (id: \"b\"), (id: \"c\"),
    Named(id: \"d\")
]
// after
";

#[test]
fn a_valid_list_is_split_where_ron_splits_it() {
    let found = scan(VALID);
    assert_eq!(found.problems, []);
    assert_eq!(found.shape, FileShape::List);
    assert_eq!(&VALID[found.header.clone()], "#![enable(implicit_some)]");
    assert_eq!(found.open.map(|n| &VALID[n..=n]), Some("["));
    assert_eq!(found.close.map(|n| &VALID[n..]), Some("]\n// after\n"));
    assert_eq!(readable(VALID), ["a", "b", "c", "d"]);
    let list: Vec<ron::Value> = ron::from_str(VALID).expect("the sample is valid RON");
    assert_eq!(list.len(), found.entries.len());
}

#[test]
fn layout_does_not_matter_for_a_valid_list() {
    for text in [
        "[(id:\"a\"),(id:\"b\")]",
        "[\n(\nid: \"a\",\nx: [\n(\ny: 1\n),\n(\ny: 2\n),\n],\n),\n(\nid: \"b\"\n)\n]",
        "\u{FEFF}\r\n[\r\n\t(id: \"a\"),\r\n\t(id: \"b\"),\r\n]\r\n",
        "[(id: \"a\", text: \"lines\n(id: \\\"x\\\"),\n]\n\"), (id: \"b\")]",
    ] {
        assert_eq!(scan(text).problems, [], "{text}");
        assert_eq!(readable(text), ["a", "b"], "{text}");
    }
    assert_eq!(
        entries(
            "[1, two /* c */, \"three\" , 'x']",
            &scan("[1, two /* c */, \"three\" , 'x']")
        ),
        ["1", "two", "\"three\"", "'x'"]
    );
}

#[test]
fn files_that_are_no_list_are_told_apart() {
    for (text, shape, count, problem) in [
        ("", FileShape::Empty, 0, None),
        (" // nothing yet\n", FileShape::Empty, 0, None),
        ("#![enable(implicit_some)]\n", FileShape::Empty, 0, None),
        ("[]", FileShape::List, 0, None),
        (
            "(id: \"x\", title: \"(\")\n// end",
            FileShape::Single,
            1,
            None,
        ),
        ("Case(id: \"x\")", FileShape::Single, 1, None),
        (
            "(id: \"x\") more",
            FileShape::Single,
            1,
            Some(Kind::TextAfterEnd),
        ),
        (
            "قال المصدر إن القائد قُتل",
            FileShape::Other,
            0,
            Some(Kind::NotAList),
        ),
        ("{\"a\": 1}", FileShape::Other, 0, Some(Kind::NotAList)),
    ] {
        let found = scan(text);
        assert_eq!(found.shape, shape, "{text}");
        assert_eq!(found.entries.len(), count, "{text}");
        assert_eq!(found.problems.first().map(|p| p.kind), problem, "{text}");
    }
}

#[test]
fn one_broken_entry_spoils_only_itself() {
    /// What is broken, the file, the entries still readable, and the problems.
    type Broken<'t> = (&'t str, &'t str, &'t [&'t str], &'t [(Kind, &'t str)]);
    let cases: &[Broken<'_>] = &[
        (
            "missing comma between entries",
            "[\n  (id: \"a\")\n  (id: \"b\"),\n]\n",
            &["a", "b"],
            &[(Kind::MissingComma, "\n  (id")],
        ),
        (
            "missing closing bracket",
            "[\n  (\n    id: \"a\",\n    x: 1,\n  (\n    id: \"b\",\n  ),\n  (id: \"c\"),\n]\n",
            &["b", "c"],
            &[(Kind::UnclosedBracket('('), "(\n    ")],
        ),
        (
            "missing closing bracket inside",
            "[\n  (\n    id: \"a\",\n    x: [1, 2,\n  ),\n  (id: \"b\"),\n]\n",
            &["b"],
            &[(
                Kind::WrongCloser {
                    found: ')',
                    expected: ']',
                    open: 26,
                },
                "),\n  (",
            )],
        ),
        (
            "missing closing bracket in the last entry",
            "[\n  (id: \"a\"),\n  (\n    id: \"b\",\n]\n",
            &["a"],
            &[(Kind::UnclosedBracket('('), "(\n    ")],
        ),
        (
            "extra closing bracket after an entry",
            "[\n  (id: \"a\")),\n  (id: \"b\"),\n]\n",
            &["a", "b"],
            &[(Kind::ExtraCloser(')'), "),\n  (")],
        ),
        (
            "extra closing bracket inside",
            "[\n  (\n    id: \"a\",\n    p: (x: 1)),\n    q: 2,\n  ),\n  (id: \"b\"),\n]\n",
            &["b"],
            &[(Kind::ClosedEarly, "),\n   ")],
        ),
        (
            "missing opening bracket",
            "[\n  (id: \"a\"),\n  \n    id: \"b\",\n    x: 1,\n  ),\n  (id: \"c\"),\n]\n",
            &["a", "c"],
            &[(Kind::MissingOpener, "id: \"b")],
        ),
        (
            "missing opening bracket of the first entry",
            "[\n  \n    id: \"a\",\n    x: 1,\n  ),\n  (id: \"c\"),\n]\n",
            &["c"],
            &[(Kind::MissingOpener, "id: \"a")],
        ),
        (
            "extra opening bracket",
            "[\n  [(id: \"a\"),\n  (id: \"b\"),\n]\n",
            &["a", "b"],
            &[(Kind::ExtraOpener('['), "[(id: ")],
        ),
        (
            "extra end of list between entries",
            "[\n  (id: \"a\"),\n]\n  (id: \"b\"),\n]\n",
            &["a", "b"],
            &[(Kind::ExtraCloser(']'), "]\n  (i")],
        ),
        (
            "unclosed quote",
            "[\n  (\n    id: \"a,\n    x: \"one\",\n  ),\n  (\n    id: \"b\",\n    x: \"two\",\n  ),\n  (id: \"c\"),\n]\n",
            &["b", "c"],
            &[(Kind::UnclosedString, "\"a,\n  ")],
        ),
        (
            "unclosed quote before brackets that begin deeper lines",
            "[\n  (\n    id: \"a,\n    x: [\n      (y: \"1\"),\n    ],\n  ),\n  (id: \"b\"),\n]\n",
            &["b"],
            &[(Kind::UnclosedString, "\"a,\n  ")],
        ),
        (
            "missing opening quote",
            "[\n  (\n    id: a\",\n    x: \"one\",\n  ),\n  (\n    id: \"b\",\n  ),\n]\n",
            &["b"],
            &[(Kind::UnclosedString, "\",\n   ")],
        ),
        (
            "quote within a string",
            "[\n  (id: \"a\", x: \"he said \"no\" twice\"),\n  (id: \"b\"),\n]\n",
            &["b"],
            &[(Kind::TextAfterString, "\"he sa")],
        ),
        (
            "unclosed quote in the last entry",
            "[\n  (id: \"a\"),\n  (\n    id: \"b,\n  ),\n]\n",
            &["a"],
            &[(Kind::UnclosedString, "\"b,\n  ")],
        ),
        (
            "unclosed raw string",
            "[\n  (id: \"a\", x: r#\"one\"),\n  (id: \"b\"),\n  (id: \"c\"),\n]\n",
            &["b", "c"],
            &[(Kind::UnclosedString, "\"one\")")],
        ),
        (
            "unclosed comment in an entry",
            "[\n  (\n    id: \"a\", /* why\n  ),\n  (id: \"b\"),\n]\n",
            &["b"],
            &[(Kind::UnclosedComment, "/* why")],
        ),
        (
            "unclosed comment between entries",
            "[\n  (id: \"a\"),\n  /* draft:\n  (id: \"b\"),\n  (id: \"c\"),\n]\n",
            &["a", "b", "c"],
            &[(Kind::UnclosedComment, "/* dra")],
        ),
        (
            "missing end of list",
            "[\n  (id: \"a\"),\n  (id: \"b\"),\n",
            &["a", "b"],
            &[(Kind::MissingListEnd, "\n")],
        ),
        (
            "missing start of list",
            "  (id: \"a\"),\n  (id: \"b\"),\n]\n",
            &["a", "b"],
            &[(Kind::MissingListStart, "(id: \"")],
        ),
        (
            "text after the list",
            "[\n  (id: \"a\"),\n]\nto do: the rest\n",
            &["a"],
            &[(Kind::TextAfterEnd, "to do:")],
        ),
        (
            "two commas",
            "[\n  (id: \"a\"),,\n  (id: \"b\"),\n]\n",
            &["a", "b"],
            &[(Kind::ExtraComma, ",\n  (i")],
        ),
        (
            "another mark for a comma",
            "[\n  (id: \"a\");\n  (id: \"b\"),\n]\n",
            &["a", "b"],
            &[(Kind::StrayText, ";\n  (i")],
        ),
        (
            "entries that begin where the last ends",
            "[(\n  id: \"a,\n  x: \"q\",\n), (\n  id: \"b\",\n), (\n  id: \"c\",\n)]\n",
            &["b", "c"],
            &[(Kind::UnclosedString, "\"a,\n  ")],
        ),
        (
            "everything on one line",
            "[(id: \"a\"]",
            &[],
            &[(Kind::UnclosedBracket('('), "(id: \"")],
        ),
    ];
    for (what, text, ids, expected) in cases {
        assert_eq!(readable(text), *ids, "{what}\n{:#?}", scan(text));
        assert_eq!(problems(text), *expected, "{what}");
        assert!(
            ron::from_str::<Vec<ron::Value>>(text).is_err(),
            "{what}: not broken"
        );
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(readable(&crlf), *ids, "{what}, with CRLF");
    }
}

#[test]
fn two_broken_entries_are_two_problems() {
    let text = "[\n  (id: \"a, x: 1),\n  (id: \"b\"),\n  (id: \"c\", y: [1),\n  (id: \"d\"),\n]\n";
    assert_eq!(readable(text), ["b", "d"]);
    assert_eq!(scan(text).problems.len(), 2);
}

#[test]
fn a_bracket_made_up_for_later_can_be_split_again() {
    let text = "[\n  (\n    id: \"a\",\n  (id: \"b\"),\n  // about c\n  (id: \"c\")),\n  (id: \"d\"),\n]\n";
    let found = scan(text);
    assert_eq!(found.entries.len(), 2, "the brackets balance");
    let pieces: Vec<&str> = resplit(text, found.entries[0].clone())
        .into_iter()
        .map(|r| &text[r])
        .collect();
    assert_eq!(pieces, ["(\n    id: \"a\"", "(id: \"b\")", "(id: \"c\"))"]);
    let whole = resplit(text, found.entries[1].clone());
    assert_eq!(whole, [found.entries[1].clone()]);
    assert!(resplit(text, 5..10_000).is_empty());
}

/// Sizes at which quadratic work would take minutes.
#[test]
fn damage_costs_linear_time() {
    let n = 100_000;
    for text in [
        format!("[{}", "\n(id: \"a,".repeat(n)),
        format!("[{}", "\n(a: /* ".repeat(n)),
        format!("[{}", "\n /* (id: 1), ".repeat(n)),
        format!("[{}", "\n(a: [".repeat(n)),
        format!("[{}", "(a) x ".repeat(n)),
        format!("[{}", "]".repeat(n)),
        format!("[{}]", "r#\"".repeat(n)),
        format!("[{}", "\n(a: r##\"".repeat(n)),
        format!("({}", "\n(".repeat(n)),
        "[".repeat(n),
        "(".repeat(n),
        format!("[(a: '{}", "'\\".repeat(n)),
        format!("[{}", "a: b,, ".repeat(n)),
    ] {
        let found = scan(&text);
        assert!(!found.problems.is_empty());
        for range in &found.entries {
            assert!(text.get(range.clone()).is_some());
        }
    }
}
