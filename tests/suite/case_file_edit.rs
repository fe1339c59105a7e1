//! Changing one entry of a case file and nothing else.

use isnad::case_file::{EditError, append_entry, replace_entry};

const FILE: &str = "\
// who speaks
[
    // the first
    (
        id: \"a\", // kept
        note: \"multi
  line\",
    ),

    (id: \"b\") // no comma yet, and a ) here
    /* last words */
]
// end
";

#[test]
fn an_entry_is_replaced_and_nothing_else() {
    let changed = replace_entry(
        FILE,
        "a",
        "(\n    id: \"a\",\n    x: [\n        1,\n    ],\n)",
    )
    .expect("replaced");
    let expected = FILE.replace(
        "(\n        id: \"a\", // kept\n        note: \"multi\n  line\",\n    )",
        "(\n        id: \"a\",\n        x: [\n            1,\n        ],\n    )",
    );
    assert_eq!(changed, expected);
    let deep = "(\n                id: \"a\",\n\n                x: [\n                    1,\n                ],\n            )";
    let expected = expected.replace("\"a\",\n        x", "\"a\",\n\n        x");
    assert_eq!(
        replace_entry(FILE, "a", deep),
        Ok(expected),
        "indented elsewhere"
    );
    let renamed = replace_entry(FILE, "b", "(id: \"c\")").expect("replaced");
    assert_eq!(renamed, FILE.replace("(id: \"b\")", "(id: \"c\")"));
}

#[test]
fn strings_over_several_lines_keep_their_value() {
    let entry = "(\n  id: \"b\",\n  note: \"one\n  two\",\n  raw: r#\"\n\"#, /* a\n b */\n)";
    let file = FILE.replace('\n', "\r\n");
    let changed = replace_entry(&file, "b", entry).expect("replaced");
    let fitted = "(\r\n      id: \"b\",\r\n      note: \"one\n  two\",\r\n      raw: r#\"\n\"#, /* a\n b */\r\n    )";
    assert_eq!(changed, file.replace("(id: \"b\")", fitted));
}

#[test]
fn an_entry_is_appended_after_everything_in_the_list() {
    let cases = [
        (
            FILE.to_owned(),
            FILE.replace("(id: \"b\") //", "(id: \"b\"), //")
                .replace("words */\n]", "words */\n    (id: \"n\"),\n]"),
        ),
        (String::new(), "[\n    (id: \"n\"),\n]\n".to_owned()),
        (
            "\u{FEFF}".to_owned(),
            "\u{FEFF}[\n    (id: \"n\"),\n]\n".to_owned(),
        ),
        (
            "// to come".to_owned(),
            "// to come\n[\n    (id: \"n\"),\n]\n".to_owned(),
        ),
        ("[]".to_owned(), "[\n    (id: \"n\"),\n]".to_owned()),
        (
            "[\r\n  // none\r\n]\r\n".to_owned(),
            "[\r\n  // none\r\n    (id: \"n\"),\r\n]\r\n".to_owned(),
        ),
        (
            "[(id: \"a\"), (id: \"b\")]".to_owned(),
            "[(id: \"a\"), (id: \"b\"),\n    (id: \"n\"),\n]".to_owned(),
        ),
        (
            "[\n\t(id: \"a\"),\n\n]".to_owned(),
            "[\n\t(id: \"a\"),\n\n\t(id: \"n\"),\n]".to_owned(),
        ),
        (
            "[\n  (id: \"a\") // why\n  ,\n]".to_owned(),
            "[\n  (id: \"a\") // why\n  ,\n  (id: \"n\"),\n]".to_owned(),
        ),
    ];
    for (file, expected) in cases {
        assert_eq!(
            append_entry(&file, "(id: \"n\")\n").as_deref(),
            Ok(&*expected),
            "{file}"
        );
        ron::from_str::<ron::Value>(expected.trim_start_matches('\u{FEFF}')).expect("valid RON");
    }
}

#[test]
fn what_is_not_clear_is_refused() {
    let twice = "[(id: \"a\"), (id: \"a\"), (id: \"b\")]";
    let duplicate = |id: &str, count| EditError::DuplicateId {
        id: id.to_owned(),
        count,
    };
    assert_eq!(
        replace_entry(twice, "a", "(id: \"a\")"),
        Err(duplicate("a", 2))
    );
    assert_eq!(
        replace_entry(FILE, "b", "(id: \"a\")"),
        Err(duplicate("a", 2))
    );
    assert_eq!(append_entry(FILE, "(id: \"a\")"), Err(duplicate("a", 2)));
    assert_eq!(
        replace_entry(FILE, "z", "(id: \"z\")"),
        Err(EditError::NoSuchEntry { id: "z".to_owned() })
    );
    assert_eq!(
        replace_entry("(id: \"case\")", "case", "(id: \"case\")"),
        Err(EditError::NotAList)
    );
    assert_eq!(
        append_entry("(id: \"case\")", "(id: \"n\")"),
        Err(EditError::NotAList)
    );
    assert_eq!(
        append_entry("prose", "(id: \"n\")"),
        Err(EditError::NotAList)
    );
    for entry in [
        "",
        "(id: \"n\"), (id: \"m\")",
        "(id: \"n\") // c",
        "// c\n(id: \"n\")",
        "n",
        "[1]",
        "\"n\"",
        "(id: \"n\"),",
    ] {
        assert_eq!(
            append_entry(FILE, entry),
            Err(EditError::NotOneEntry),
            "{entry}"
        );
        assert_eq!(
            replace_entry(FILE, "b", entry),
            Err(EditError::NotOneEntry),
            "{entry}"
        );
    }
    for entry in [
        "(id: \"n\"",
        "(id: n\")",
        "(id \"n\")",
        "(id: \"n\",,)",
        "(id: '\u{FFFD})",
    ] {
        assert!(
            matches!(append_entry(FILE, entry), Err(EditError::BadEntry(_))),
            "{entry}"
        );
    }
}

#[test]
fn a_broken_file_is_changed_only_where_it_is_whole() {
    let file = "[\n  (id: \"a),\n  (id: \"b\"),\n  (id: \"c\"),\n]\n";
    assert!(matches!(
        append_entry(file, "(id: \"n\")"),
        Err(EditError::Broken(_))
    ));
    let changed = replace_entry(file, "b", "(id: \"b\", x: 1)").expect("b is whole");
    assert_eq!(changed, file.replace("(id: \"b\")", "(id: \"b\", x: 1)"));
    let broken = "[\n  (id: \"a\", x: [),\n  (id: \"b\"),\n]\n";
    assert!(matches!(
        replace_entry(broken, "a", "(id: \"a\")"),
        Err(EditError::Broken(_))
    ));
}
