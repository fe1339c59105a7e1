//! Finding a value within an entry.

use isnad::case_file::{Step, entry_id, locate};

const ENTRY: &str = "\
(
    // The id comes first. (Or does it?)
    id: \"s1\",
    cue: (start: 10, end: 13),
    bears: [
        (claim: \"dead\", stance: denies), /* a , comma */
        (claim: \"alive\", stance: affirms, part: Some([(start: 1, end: 2)])),
    ],
    names: {\"ar\": \"أبو علي\", \"en\": \"Abu Ali\"},
    r#type: Report(by: \"x\"),
    sided: Some((side: \"north\")),
)";

fn at(path: &[Step<'_>]) -> (&'static str, Option<&'static str>, usize) {
    let found = locate(ENTRY, path);
    (
        &ENTRY[found.value],
        found.name.map(|n| &ENTRY[n]),
        found.found,
    )
}

#[test]
fn values_are_found_by_their_path() {
    use Step::{Field as F, Index as I};
    assert_eq!(at(&[F("id")]), ("\"s1\"", Some("id"), 1));
    assert_eq!(at(&[F("cue"), F("end")]), ("13", Some("end"), 2));
    assert_eq!(
        at(&[F("bears"), I(0), F("claim")]),
        ("\"dead\"", Some("claim"), 3)
    );
    assert_eq!(at(&[F("bears"), I(1)]).2, 2);
    assert_eq!(
        at(&[F("bears"), I(1), F("part"), I(0), F("end")]),
        ("2", Some("end"), 5)
    );
    assert_eq!(
        at(&[F("names"), F("ar")]),
        ("\"أبو علي\"", Some("\"ar\""), 2)
    );
    assert_eq!(at(&[F("names"), I(1)]), ("\"Abu Ali\"", Some("\"en\""), 2));
    assert_eq!(at(&[F("type"), F("by")]), ("\"x\"", Some("by"), 2));
    assert_eq!(at(&[F("sided"), F("side")]), ("\"north\"", Some("side"), 2));
}

#[test]
fn what_is_not_there_gives_the_deepest_part() {
    use Step::{Field as F, Index as I};
    assert_eq!(at(&[F("none")]), (ENTRY, None, 0));
    assert_eq!(
        at(&[F("cue"), F("none")]),
        ("(start: 10, end: 13)", Some("cue"), 1)
    );
    assert_eq!(at(&[F("bears"), I(7), F("claim")]).1, Some("bears"));
    assert_eq!(at(&[F("id"), F("x")]), ("\"s1\"", Some("id"), 1));
}

#[test]
fn a_broken_entry_still_shows_what_can_be_seen() {
    let text = "(\n    id: \"s1\",\n    bears: [(claim: \"a\",\n    cue: (start: 1, end: 2),\n    gist: \"x\",\n)";
    let found = locate(text, &[Step::Field("cue"), Step::Field("end")]);
    assert_eq!(&text[found.value], "2");
    assert_eq!(entry_id(text), Some("s1"));
}

#[test]
fn the_id_is_only_the_entrys_own() {
    assert_eq!(entry_id(ENTRY), Some("s1"));
    assert_eq!(
        entry_id("(source: (id: \"inner\"), id: \"outer\")"),
        Some("outer")
    );
    assert_eq!(entry_id("(source: (id: \"inner\"))"), None);
    assert_eq!(entry_id("(id: 3)"), None);
    assert_eq!(entry_id("(id: \"a\\\"b\")"), None);
    assert_eq!(entry_id("(id: r\"a\")"), None);
    assert_eq!(entry_id("(id)"), None);
    assert_eq!(entry_id("(id:"), None);
    assert_eq!(entry_id(""), None);
    assert_eq!(entry_id("\"id\""), None);
}

/// Sizes at which quadratic work would take minutes.
#[test]
fn damage_costs_linear_time() {
    let n = 200_000;
    for text in [
        format!("({}", "\na: [".repeat(n)),
        format!("({}", "Some(".repeat(n)),
        format!("({}", "a: \"x\"y, ".repeat(n)),
        format!("({}", ",".repeat(n)),
        format!("({}", "a: /*".repeat(n)),
    ] {
        let found = locate(&text, &[Step::Field("z"), Step::Index(9), Step::Field("z")]);
        assert!(text.get(found.value).is_some());
    }
}
