//! What holds for every case file: random valid ones in random layout, damaged ones, and any bytes at all.

use isnad::case_file::{
    FileShape, Step, Value, append_entry, emit_entry, entry_id, locate, replace_entry, scan,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::drive;

/// Literals that a careless scanner reads wrongly.
const LITERALS: &[&str] = &[
    "1",
    "-2.5",
    "true",
    "denies",
    "'('",
    "'\\''",
    "'\"'",
    "'ق'",
    "b'['",
    "\"\"",
    "\"plain\"",
    "\"a \\\" ) quote\"",
    "\"\\\\\"",
    "\"قال: (نعم)\"",
    "r\"\\\"",
    "r#\"a \" ]\"#",
    "r##\"\"#\"##",
    "b\"(\\\"\"",
    "br#\"[\"#",
    "\"// no\"",
    "\"two\n(id: \\\"x\\\"),\n]\"",
    "\"cont\\\n  inued\"",
    "[]",
    "()",
    "{}",
    "{\"k\": (1, 2)}",
    "Some((start: 1, end: 2))",
    "[(a: 1), (b: [2])]",
    "Report(by: \"x\")",
    "[1, 2,]",
    "(\n)",
    "r#type",
    "\"\u{2067}x\u{2069}\"",
];

/// What may stand between tokens.
const BLANKS: &[&str] = &[
    "",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\n\n    ",
    " // a ) comment \"\n",
    "/* ( */",
    "/* /* \" */ ] */",
    "// قال\n",
    "\u{200F}",
    "\n(",
];

fn blank() -> impl Strategy<Value = String> {
    // The last of the blanks is no blank: it is for damage.
    vec(select(&BLANKS[..BLANKS.len() - 1]), 0..3).prop_map(|parts| parts.concat())
}

/// An entry with the id `id`, in random layout.
fn entry(id: usize) -> impl Strategy<Value = String> {
    let field = (select(LITERALS), blank(), blank(), blank());
    (
        select(&["(", "Named("][..]),
        vec(field, 0..5),
        blank(),
        any::<bool>(),
    )
        .prop_map(move |(open, fields, last, comma)| {
            let mut text = format!("{open}{last}id:{last}\"e{id}\"");
            for (n, (value, a, b, c)) in fields.iter().enumerate() {
                text.push_str(&format!("{a},{b}f{n}{c}:{a}{value}"));
            }
            if comma {
                text.push(',');
            }
            text + &last + ")"
        })
}

/// A valid file: its text and its entries.
fn file() -> impl Strategy<Value = (String, Vec<String>)> {
    let head = select(&["", "#![enable(implicit_some)]\n", "\u{FEFF}", " // first\n"][..]);
    let entries = (0usize..6).prop_flat_map(|n| (0..n).map(entry).collect::<Vec<_>>());
    (head, entries, vec((blank(), blank()), 7), any::<bool>()).prop_map(
        |(head, entries, blanks, comma)| {
            let mut text = format!("{head}{}[", blanks[6].0);
            for (n, entry) in entries.iter().enumerate() {
                let last = n + 1 == entries.len();
                text.push_str(&blanks[n].0);
                text.push_str(entry);
                text.push_str(&blanks[n].1);
                if !last || comma {
                    text.push(',');
                }
            }
            text.push_str(&blanks[6].1);
            (text + "]" + &blanks[6].0, entries)
        },
    )
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

proptest! {
    #[test]
    fn a_valid_file_is_split_as_ron_reads_it((text, entries) in file()) {
        let list: Vec<ron::Value> = ron::from_str(without_mark(&text)).expect("the generator writes valid RON");
        let found = scan(&text);
        prop_assert_eq!(&found.problems, &[]);
        prop_assert_eq!(found.shape, FileShape::List);
        let texts: Vec<&str> = found.entries.iter().map(|r| &text[r.clone()]).collect();
        prop_assert_eq!(&texts, &entries);
        for (n, text) in texts.iter().enumerate() {
            let id = format!("e{n}");
            prop_assert_eq!(entry_id(text), Some(&*id));
            prop_assert_eq!(ron::from_str::<ron::Value>(text).ok(), list.get(n).cloned());
        }
        drive::text_of_case_file(&text);
        drive::spans(&text, 5);
    }

    #[test]
    fn a_field_is_found_where_ron_reads_it((text, _) in file(), field in 0usize..5) {
        for range in scan(&text).entries {
            let entry = &text[range];
            let name = format!("f{field}");
            let found = locate(entry, &[Step::Field(&name)]);
            let ron::Value::Map(map) = ron::from_str::<ron::Value>(entry).expect("valid") else {
                panic!("an entry is a struct");
            };
            let value = map.iter().find(|(k, _)| **k == ron::Value::String(name.clone())).map(|(_, v)| v.clone());
            prop_assert_eq!(found.found, usize::from(value.is_some()));
            if let Some(value) = value {
                prop_assert_eq!(ron::from_str::<ron::Value>(&entry[found.value]).ok(), Some(value));
                prop_assert_eq!(found.name.map(|n| &entry[n]), Some(&*name));
            }
        }
    }

    #[test]
    fn replacing_changes_one_entry_only((text, entries) in file(), which in any::<Index>(), by in entry(99)) {
        prop_assume!(!entries.is_empty());
        let which = which.index(entries.len());
        let id = format!("e{which}");
        prop_assert_eq!(replace_entry(&text, &id, &entries[which]), Ok(text.clone()), "by itself: the identity");
        let changed = replace_entry(&text, &id, &by).expect("both are valid");
        let range = scan(&text).entries[which].clone();
        prop_assert!(changed.starts_with(&text[..range.start]));
        prop_assert!(changed.ends_with(&text[range.end..]));
        let old: Vec<ron::Value> = ron::from_str(without_mark(&text)).expect("valid");
        let new: Vec<ron::Value> = ron::from_str(without_mark(&changed)).expect("still valid");
        for (n, (old, new)) in old.iter().zip(&new).enumerate() {
            let expected = if n == which { ron::from_str(&by).expect("valid") } else { old.clone() };
            prop_assert_eq!(new, &expected);
        }
    }

    #[test]
    fn appending_leaves_every_byte((text, entries) in file(), new in entry(99)) {
        let changed = append_entry(&text, &new).expect("both are valid");
        let found = scan(&changed);
        prop_assert_eq!(found.entries.len(), entries.len() + 1);
        for (range, old) in found.entries.iter().zip(&entries) {
            prop_assert_eq!(&changed[range.clone()], old);
        }
        let list: Vec<ron::Value> = ron::from_str(without_mark(&changed)).expect("still valid");
        prop_assert_eq!(list.last().cloned(), ron::from_str::<ron::Value>(&new).ok());
        // Take the new bytes out again: what is left is the old text, in order.
        let mut rest = changed.chars();
        prop_assert!(text.chars().all(|c| rest.any(|d| d == c)), "the old text is a subsequence of the new");
    }

    #[test]
    fn no_damage_makes_anything_panic(
        (text, _) in file(),
        cuts in vec((any::<Index>(), any::<Index>(), select(&[
            "", "\"", "'", "(", ")", "[", "]", "{", "}", ",", "/*", "*/", "//", "\n", "\r", "\\", "r#\"", "#", ":", "ق", "\u{FEFF}", "\n(", "),\n(",
        ][..])), 1..6),
    ) {
        let mut chars: Vec<char> = text.chars().collect();
        for (from, len, insert) in cuts {
            let from = from.index(chars.len() + 1);
            let len = len.index(5).min(chars.len() - from);
            chars.splice(from..from + len, insert.chars());
        }
        let text: String = chars.into_iter().collect();
        drive::text_of_case_file(&text);
        drive::spans(&text, 7);
    }

    /// The promise of the tolerant pass, for the mistakes people make: one character too few or too many in an entry of a file laid out in
    /// house style, or with an entry a line, costs that entry at most.
    #[test]
    fn one_wrong_character_spoils_one_entry(
        values in vec(vec(value(), 0..4), 2..6),
        which in any::<Index>(),
        place in any::<Index>(),
        insert in select(&["", "\"", "(", ")", "[", "]", "{", "}", ",", "'", "\\"][..]),
        long in any::<bool>(),
    ) {
        let mut text = "[\n".to_owned();
        let mut entries = Vec::new();
        let which = which.index(values.len());
        for (n, values) in values.into_iter().enumerate() {
            let id = format!("e{n}");
            let fields = values.into_iter().enumerate().map(|(n, v)| (format!("f{n}"), v));
            let all: Vec<_> = std::iter::once(("id".to_owned(), Value::str(id))).chain(fields).collect();
            let entry = emit_entry(&Value::Struct(all)).expect("the names are names").replace('\n', if long { "\n    " } else { " " });
            let damaged = if n == which {
                let at = place.index(entry.chars().count());
                let mut chars: Vec<char> = entry.chars().collect();
                if insert.is_empty() {
                    chars.remove(at);
                } else {
                    chars.splice(at..at, insert.chars());
                }
                chars.into_iter().collect()
            } else {
                entry.clone()
            };
            text.push_str(&format!("    {damaged},\n"));
            entries.push(entry);
        }
        text.push_str("]\n");
        let found = scan(&text);
        let texts: Vec<&str> = found.entries.iter().map(|r| &text[r.clone()]).collect();
        for (n, entry) in entries.iter().enumerate() {
            if n != which {
                let at = texts.iter().position(|t| t == entry);
                prop_assert!(at.is_some(), "e{} is lost in {}\n{:#?}", n, text, found);
                prop_assert!(found.problems.iter().all(|p| p.spoils != at), "e{} is blamed in {}\n{:#?}", n, text, found);
            }
        }
    }

    #[test]
    fn what_is_emitted_reads_back_equal(value in value()) {
        let entry = Value::fields([("id", Value::str("x")), ("value", value)]);
        let text = emit_entry(&entry).expect("the names are names");
        prop_assert_eq!(ron::from_str::<ron::Value>(&text).expect("valid RON"), read_back(&entry), "{}", text);
        let scanned = scan(&text);
        prop_assert_eq!(scanned.entries, std::iter::once(0..text.len()).collect::<Vec<_>>());
        let unseen = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!text.chars().any(unseen));
    }
}

/// A value of any kind that has a counterpart in `ron::Value`.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<String>().prop_map(Value::Str),
        select(
            &[
                "أبو علي",
                "\u{202E}x",
                "a\"b\\c",
                "line\nline\r\n\ttab",
                "\u{0}\u{7f}\u{85}"
            ][..]
        )
        .prop_map(Value::str),
        any::<i64>().prop_map(Value::Int),
        (-1e12..1e12f64).prop_map(Value::Float),
        any::<bool>().prop_map(Value::Bool),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::List),
            vec(inner.clone(), 2..4).prop_map(Value::Tuple),
            vec(inner.clone(), 1..6).prop_map(|values| {
                Value::Struct(
                    values
                        .into_iter()
                        .enumerate()
                        .map(|(n, v)| (format!("field_{n}"), v))
                        .collect(),
                )
            }),
            vec(inner.clone(), 0..4).prop_map(|values| {
                Value::Map(
                    values
                        .into_iter()
                        .enumerate()
                        .map(|(n, v)| (Value::str(format!("مفتاح {n}")), v))
                        .collect(),
                )
            }),
            inner.prop_map(|v| Value::Some(Box::new(v))),
        ]
    })
}

/// What `ron` should read for a value.
fn read_back(value: &Value) -> ron::Value {
    match value {
        Value::Str(text) => ron::Value::String(text.clone()),
        Value::Word(_) => ron::Value::Unit,
        Value::Bool(yes) => ron::Value::Bool(*yes),
        Value::Int(n) => ron::from_str(&n.to_string()).expect("a number"),
        Value::Float(n) => ron::from_str(&format!("{n:?}")).expect("a number"),
        Value::List(parts) | Value::Tuple(parts) => {
            ron::Value::Seq(parts.iter().map(read_back).collect())
        }
        Value::Struct(fields) => fields
            .iter()
            .map(|(k, v)| (ron::Value::String(k.clone()), read_back(v)))
            .collect(),
        Value::Map(pairs) => pairs
            .iter()
            .map(|(k, v)| (read_back(k), read_back(v)))
            .collect(),
        Value::Named(_, content) => read_back(content),
        Value::Some(content) => ron::Value::Option(Some(Box::new(read_back(content)))),
    }
}

/// The fuzz targets' functions on bytes from a fixed random sequence: what can be run without a fuzzer, on every toolchain.
#[test]
fn random_bytes_and_mutations_do_no_harm() {
    // xorshift64, Marsaglia 2003; the seed is arbitrary and fixed.
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or_default() % below.max(1)
    };
    let seed = "[\n    (id: \"a\", f0: [1, (a: 'x')], f1: \"قُتل\\\" ) \"), // c\n    (id: \"b\", /* ( */ f1: r#\"\"\"#),\n]\n";
    let alphabet =
        b"()[]{}\"\"''//**,,::\\\n\n\r #!rbidf01 \xD9\x82\xE2\x80\x8F\xF0\x9F\x87\xB8\x00\xFF";
    for round in 0..4_000 {
        let mut bytes = if round % 2 == 0 {
            seed.as_bytes().to_vec()
        } else {
            Vec::new()
        };
        for _ in 0..=next(if round % 2 == 0 { 6 } else { 60 }) {
            let at = next(bytes.len() + 1);
            let byte = alphabet[next(alphabet.len())];
            match next(3) {
                0 if at < bytes.len() => bytes[at] = byte,
                1 if at < bytes.len() => drop(bytes.remove(at)),
                _ => bytes.insert(at, byte),
            }
        }
        let at = next(bytes.len() + 2);
        drive::case_file(&bytes);
        drive::text_offsets(&bytes, at);
    }
}
