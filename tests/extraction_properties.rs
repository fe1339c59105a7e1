//! Any text whatever: no panic, spans that fit the text, the same result twice, and work in proportion to length.

#![allow(clippy::unwrap_used)]

use std::sync::OnceLock;

use isnad::extraction::{Extraction, Pack, extract};
use proptest::prelude::*;

fn arabic() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::arabic().unwrap())
}

fn english() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::english().unwrap())
}

fn check(text: &str, e: &Extraction) -> Result<(), TestCaseError> {
    let chars: Vec<char> = text.chars().collect();
    let ids: Vec<&str> = e.statements.iter().map(|s| s.id.as_str()).collect();
    for s in &e.statements {
        prop_assert!(!s.content.is_empty());
        for q in s
            .content
            .iter()
            .chain(&s.cue)
            .chain(&s.source)
            .chain(&s.cue_also)
        {
            prop_assert!(q.start < q.end && q.end as usize <= chars.len(), "{q:?}");
            prop_assert_eq!(
                &chars[q.start as usize..q.end as usize]
                    .iter()
                    .collect::<String>(),
                &q.text
            );
        }
        for m in &s.mentions {
            prop_assert!(m.start < m.end && m.end as usize <= chars.len());
        }
        prop_assert!((0.0..=1.0).contains(&s.confidence));
        if let Some(outer) = &s.nested_in {
            prop_assert!(ids.contains(&outer.as_str()) && outer != &s.id);
        }
    }
    Ok(())
}

/// Words and marks that meet the rules, in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = [
        "قال",
        "وقالت",
        "نفى",
        "نفته",
        "ذلك",
        "أن",
        "إن",
        "بأن",
        "أكد",
        "مضيفا",
        "بحسب",
        "وفقا ل",
        "حسب قوله",
        "نقلت",
        "عن",
        "قوله",
        "مصدر",
        "المصدر",
        "وزير",
        "الخارجية",
        "سامي",
        "الحريري",
        "وكالة",
        "للأنباء",
        "شائعات",
        "اتهمت",
        "بتدمير",
        "وهو ما",
        "الذي",
        "في",
        "بيان",
        "،",
        ".",
        ":",
        "\"",
        "«",
        "»",
        "“",
        "(",
        ")",
        "-",
        "--",
        "\n",
        "12",
        "و350",
        "ـ",
        "\u{200f}",
        "\u{a0}",
        "كان",
        "قد",
        "لم",
        "بين",
        "على",
        "ما",
        "يشار",
        "إلى",
        "ب",
        "كما",
        "تم تداول",
        "نسان",
        "ﷲ",
        "…",
        "said",
        "that",
        "2.5",
    ];
    proptest::collection::vec(
        (
            proptest::sample::select(pieces.to_vec()),
            prop_oneof![4 => Just(" "), 1 => Just("")],
        ),
        0..80,
    )
    .prop_map(|v| v.into_iter().flat_map(|(a, b)| [a, b]).collect())
}

/// The same for English.
fn stew() -> impl Strategy<Value = String> {
    let pieces = [
        "said",
        "told",
        "Said",
        "reported",
        "citing",
        "according to",
        "according",
        "to",
        "that",
        "was",
        "reported",
        "could not",
        "verify",
        "confirm",
        "cannot",
        "able",
        "the",
        "The",
        "a",
        "Observatory",
        "Reuters",
        "al",
        "-",
        "Raya",
        "Carnia's",
        "minister",
        "Foreign",
        "Minister",
        "Stefan",
        "Morvay",
        "he",
        "it",
        "who",
        "which",
        "denied",
        "rejected",
        "accused",
        "of",
        "and",
        "but",
        "reports",
        "rumours",
        "quoted",
        "as saying",
        "by",
        "source",
        "two",
        "12",
        "at least",
        "on",
        "Tuesday",
        "in",
        "statement",
        ",",
        ".",
        ":",
        "\"",
        "“",
        "”",
        "(",
        ")",
        "--",
        " - ",
        "\n",
        "U.S.",
        "'",
        "adding",
        "cast doubt on",
        "…",
    ];
    proptest::collection::vec(
        (
            proptest::sample::select(pieces.to_vec()),
            prop_oneof![4 => Just(" "), 1 => Just("")],
        ),
        0..80,
    )
    .prop_map(|v| v.into_iter().flat_map(|(a, b)| [a, b]).collect())
}

proptest! {
    #[test]
    fn any_mixture_of_english_is_survived(text in stew()) {
        let e = extract(&text, english());
        check(&text, &e)?;
        prop_assert_eq!(&e, &extract(&text, english()));
    }

    #[test]
    fn any_mixture_of_cues_and_marks_is_survived(text in soup()) {
        let e = extract(&text, arabic());
        check(&text, &e)?;
        prop_assert_eq!(&e, &extract(&text, arabic()));
        check(&text, &extract(&text, english()))?;
    }

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        check(&text, &extract(&text, arabic()))?;
    }

    #[test]
    fn any_characters_are_survived(text in "\\PC{0,200}") {
        check(&text, &extract(&text, arabic()))?;
        check(&text, &extract(&text, english()))?;
    }
}

#[test]
fn work_grows_with_length_not_faster() {
    for unit in [
        "قال مصدر إن \"",
        "(",
        "\" ",
        "، الذي قال ",
        "وقال الوزير سامي الحريري إن الجسر مغلق، بحسب الوكالة. ",
        "نفى ",
        "«قال» ",
    ] {
        grows_with_length(unit, arabic(), 1500);
    }
    for unit in [
        "said ",
        "X said that ",
        "citing X, ",
        "and ",
        "\"A,\" B ",
        "The Foreign Minister Stefan Morvay said on Tuesday that the bridge was shut, according to Reuters. ",
        "Colonel Aab Bec said it. ",
    ] {
        grows_with_length(unit, english(), 250);
    }
}

fn grows_with_length(unit: &str, pack: &Pack, n: usize) {
    use std::time::Instant;
    let time = |n: usize| {
        let text = unit.repeat(n);
        (0..3)
            .map(|_| {
                let start = Instant::now();
                let _ = extract(&text, pack);
                start.elapsed()
            })
            .min()
            .unwrap()
            .as_secs_f64()
    };
    let (small, large) = (time(n), time(8 * n));
    assert!(
        large < small.max(0.002) * 8.0 * 4.0,
        "{unit:?}: {small} s for {n}, {large} s for eight times that"
    );
}
