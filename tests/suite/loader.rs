//! Reading a case: one bad entry spoils only itself, order is free, and nothing makes it panic.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use isnad::case_file::{Texts, entry_id, read_case, scan};
use isnad::finding::Code;
use isnad::view::{
    ChainsView, ClaimsView, EntitiesView, Filter, Material, OverviewView, SourcesView,
    StatementsView,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::laid_out::{Laid, Layout};

/// All that a case shows, and what was found.
#[derive(Debug, PartialEq)]
struct Seen {
    statements: BTreeMap<String, Value>,
    claims: BTreeMap<String, Value>,
    sources: BTreeMap<String, Value>,
    entities: BTreeMap<String, Value>,
    documents: BTreeMap<String, Value>,
    chains: Value,
    findings: Vec<(Code, String, usize, usize, String)>,
}

impl Seen {
    fn errors(&self) -> Vec<&(Code, String, usize, usize, String)> {
        self.findings
            .iter()
            .filter(|f| f.0 != Code::LeftOut)
            .collect()
    }
}

fn by_id(list: impl serde::Serialize, name: &str) -> BTreeMap<String, Value> {
    let value = serde_json::to_value(list).expect("JSON");
    value[name]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| (one["id"].as_str().expect("an id").to_owned(), one.clone()))
        .collect()
}

fn see(laid: &Laid) -> Seen {
    let loaded = read_case(&laid.case()).expect("the folder is read");
    let texts = Texts::read(&loaded.case, &[laid.case().join("documents")]);
    let material = Material::new(&loaded, texts, isnad::analysis::Setting::default());
    let filter = Filter::default();
    Seen {
        statements: by_id(StatementsView::new(&material, &filter), "statements"),
        claims: by_id(ClaimsView::new(&material, &filter), "claims"),
        sources: by_id(SourcesView::new(&material, &filter), "sources"),
        entities: by_id(EntitiesView::new(&material, &filter), "entities"),
        documents: by_id(OverviewView::new(&material, &filter), "documents"),
        chains: serde_json::to_value(ChainsView::new(&material, &filter)).expect("JSON"),
        findings: material
            .findings
            .iter()
            .map(|f| {
                let place = &f.place;
                let file = place.file.clone();
                (f.code, file, place.line, place.column, f.message.clone())
            })
            .collect(),
    }
}

/// The entries of a file with their ids.
fn entries(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    scan(text)
        .entries
        .into_iter()
        .map(|range| {
            let id = entry_id(&text[range.clone()]).expect("an id").to_owned();
            (range, id)
        })
        .collect()
}

/// The same values, but for some keys.
fn same_but(kind: &str, id: &str, before: &Value, after: Option<&Value>, but: &[&str], why: &str) {
    let after = after.unwrap_or_else(|| panic!("{why}: the {kind} {id} is gone"));
    for (key, value) in before.as_object().expect("an object") {
        if !but.contains(&key.as_str()) {
            assert_eq!(&after[key], value, "{why}: {key} of the {kind} {id}");
        }
    }
}

/// The statements that cannot stand without one: those inside it, those that take it back, and so on.
fn leaning_on(id: &str, statements: &BTreeMap<String, Value>) -> BTreeSet<String> {
    let mut all = BTreeSet::from([id.to_owned()]);
    loop {
        let mut more = BTreeSet::new();
        for (other, one) in statements {
            if one["nested_in"].as_str().is_some_and(|o| all.contains(o)) {
                more.insert(other.clone());
            }
            if let (true, Some(by)) = (all.contains(other), one["taken_back"]["by"].as_str()) {
                more.insert(by.to_owned());
            }
        }
        if more.is_subset(&all) {
            return all;
        }
        all.extend(more);
    }
}

/// That after damage to one entry everything else is as it was.
fn only_it(kind: &str, id: &str, before: &Seen, after: &Seen, why: &str) {
    // What is counted over the statements of a source may change; what it is may not.
    for (other, one) in &before.sources {
        let own: &[&str] = if kind == "sources" && other == id {
            // Who somebody speaks for is gone with the entry; that the name is withheld is not.
            &[
                "names",
                "aliases",
                "sides",
                "speaks_for",
                "member_of",
                "reliability",
                "quoted_by",
                "may_hold",
                "draft",
            ]
        } else if kind == "entities" && other == id {
            &["names", "aliases"]
        } else {
            &[]
        };
        let counted = [
            "statements",
            "relays",
            "related",
            "carries",
            "falls",
            "counted_as",
        ];
        let but = [own, &counted].concat();
        same_but("source", other, one, after.sources.get(other), &but, why);
    }
    for (other, one) in &before.entities {
        if kind != "entities" || other != id {
            let but = ["statements", "claims"];
            same_but("entity", other, one, after.entities.get(other), &but, why);
        }
    }
    for (other, one) in &before.documents {
        if kind != "documents" || other != id {
            // A spoiled document's text is not looked for, so nothing is known to share it.
            let but = ["statements", "same_text"];
            same_but(
                "document",
                other,
                one,
                after.documents.get(other),
                &but,
                why,
            );
        }
    }
    for (other, one) in &before.claims {
        let mut but = vec![
            "affirms",
            "denies",
            "doubts",
            "reports",
            "within_denials",
            "cannot_confirm",
            "origins_of",
            "judgement",
            "standing",
            "conceded_by",
            "wording",
            "warnings",
            "hedged",
            // Those that a figure above rests on.
            "decisions",
        ];
        if ["claims", "entities", "vocabulary", "judgements"].contains(&kind) {
            // What follows from what is derived from all of these.
            but.extend(["entails", "excludes"]);
        }
        if kind == "statements" {
            // A claim is unreviewed while a statement on it is.
            but.push("draft");
        }
        if kind == "vocabulary" && one["proposition"]["predicate"] == id {
            but.push("proposition");
        }
        if kind != "claims" || other != id {
            same_but("claim", other, one, after.claims.get(other), &but, why);
        }
    }
    let gone = if kind == "statements" {
        leaning_on(id, &before.statements)
    } else {
        BTreeSet::new()
    };
    for (other, one) in &before.statements {
        if gone.contains(other) {
            continue;
        }
        let mut but = vec!["taken_back"];
        if kind == "judgements" {
            // A ruling says who rests on whom.
            but.extend(["origin", "rests_on"]);
        }
        if kind == "documents" {
            // The page's own words are its publisher's, who is not known any more.
            but.extend(["file", "sha256", "published", "anchor", "origin"]);
            if one["outlet_voice"] == true {
                but.push("said_by");
            }
        }
        same_but(
            "statement",
            other,
            one,
            after.statements.get(other),
            &but,
            why,
        );
    }
    if kind == "statements" {
        assert!(!after.statements.contains_key(id), "{why}: it is left out");
    }
}

/// A field that no entry has, a string that does not end, a bracket that does not close.
fn damaged(entry: &str, way: usize) -> String {
    match way {
        0 => entry.replacen('(', "(no_such_field: 1, ", 1),
        1 => {
            let last = entry.rfind('"').expect("a string");
            format!("{}{}", &entry[..last], &entry[last + 1..])
        }
        _ => entry[..entry.rfind(')').expect("an end")].to_owned(),
    }
}

#[test]
fn one_bad_entry_spoils_only_itself() {
    let layout = Layout::of("qalmir");
    let laid = layout.write();
    let before = see(&laid);
    assert_eq!(before.findings, []);
    for name in layout
        .files
        .keys()
        .filter(|n| n.ends_with(".ron") && *n != "case.ron")
    {
        let text = layout.text(name);
        let kind = match name.split_once('/') {
            Some((folder, _)) => folder,
            None => name.trim_end_matches(".ron"),
        };
        for (n, (range, id)) in entries(&text).into_iter().enumerate() {
            for way in 0..3 {
                // The graver damages of every third entry are enough to tell.
                if way > 0 && n % 3 != way {
                    continue;
                }
                let mut bad = text.clone();
                bad.replace_range(range.clone(), &damaged(&text[range.clone()], way));
                fs::write(laid.case().join(name), bad).expect("a file");
                let after = see(&laid);
                let why = format!("{name}, \"{id}\", damage {way}");
                only_it(kind, &id, &before, &after, &why);
                let errors = after.errors();
                assert!(!errors.is_empty(), "{why}: nothing is found");
                if way == 0 {
                    assert_eq!(errors.len(), 1, "{why}: {errors:#?}");
                    assert_eq!(errors[0].0, Code::UnknownField);
                }
                assert!(errors.iter().all(|f| f.1 == *name), "{why}: {errors:#?}");
            }
        }
        fs::write(laid.case().join(name), text).expect("a file");
    }
}

/// Whose words they are is never guessed: a statement whose source is not there is left out.
#[test]
fn a_statement_with_a_lost_source_is_never_of_unknown_origin() {
    for (field, wrong) in [
        ("said_by: \"mayor\"", "said_by: \"mayro\""),
        (
            "said_by: \"mayor\"",
            "said_by: \"mayor\", rests_on: [\"witnes\"]",
        ),
        (
            "said_by: \"mayor\"",
            "said_by: \"mayor\", relays: [(source: \"herald\")]",
        ),
    ] {
        let mut layout = Layout::base();
        layout.replace("statements/post.ron", field, wrong);
        let seen = see(&layout.write());
        assert!(!seen.statements.contains_key("post-mayor"), "{wrong}");
        assert_eq!(seen.statements.len(), 2);
        let claim = &seen.claims["bridge-closed"];
        for stance in ["affirms", "denies"] {
            assert_eq!(claim[stance]["statements"], json!([]), "{wrong}: {stance}");
            assert_eq!(claim[stance]["origins"]["unknown"], 0, "{wrong}: {stance}");
        }
        assert_eq!(claim["reports"], json!([]));
        assert!(!seen.chains.to_string().contains("post-mayor"));
        assert_eq!(seen.errors().len(), 1);
    }
}

/// What leans on a statement that is left out goes with it, down to the last.
#[test]
fn what_leans_on_a_lost_statement_goes_with_it() {
    let mut layout = Layout::base();
    layout.replace(
        "statements/post.ron",
        "said_by: \"mayor\"",
        "said_by: \"mayro\"",
    );
    let mut more = String::new();
    for n in 0..20 {
        let outer = if n == 0 {
            "post-mayor".to_owned()
        } else {
            format!("in-{}", n - 1)
        };
        more.push_str(&format!(
            "    (id: \"in-{n}\", content: [(start: 0, end: 3)], said_by: \"witness\", nested_in: \"{outer}\"),\n"
        ));
    }
    more.push_str(
        "    (id: \"back\", content: [(start: 0, end: 3)], said_by: \"witness\", \
         takes_back: [(statement: \"in-7\", how: retracts)]),\n",
    );
    layout.append("statements/post.ron", &more);
    let seen = see(&layout.write());
    let left: Vec<&String> = seen.statements.keys().collect();
    // What takes a lost statement back stays: it may take others back as well.
    assert_eq!(left, ["back", "post-rumour", "post-witness"]);
    assert_eq!(seen.errors().len(), 1);
    assert_eq!(seen.findings.len(), 22);
}

/// A slip in another field does not turn somebody whose name is withheld into somebody named.
#[test]
fn a_spoiled_source_keeps_its_withheld_name() {
    let mut layout = Layout::base();
    layout.replace("sources.ron", "kind: witness,", "kind: witness, age: 40,");
    let seen = see(&layout.write());
    assert_eq!(seen.sources["witness"]["disclosure"], "undisclosed");
    let statement = &seen.statements["post-witness"];
    assert_eq!(statement["said_by"], "witness");
    assert_eq!(statement["origin"], "undisclosed");
}

/// A file that is lost is one finding, whatever refers into it.
#[test]
fn a_lost_file_is_told_once() {
    let layout = Layout::of("qalmir");
    for name in layout.files.keys().filter(|n| n.ends_with(".ron")) {
        for text in [&b"\xff\xfe\x00"[..], b"no case file at all"] {
            let mut layout = layout.clone();
            layout.files.insert(name.clone(), text.to_vec());
            let seen = see(&layout.write());
            let errors = seen.errors();
            assert!(
                errors.iter().all(|f| f.1 == *name) && errors.len() == 1,
                "{name}: {errors:#?}"
            );
        }
    }
}

/// A list of entries, one after the other.
fn list(entries: &[String]) -> Vec<u8> {
    let mut text = String::from("[\n");
    for entry in entries {
        text.push_str("    ");
        text.push_str(entry);
        text.push_str(",\n");
    }
    (text + "]\n").into_bytes()
}

/// The texts of a file's entries.
fn texts(layout: &Layout, name: &str) -> Vec<String> {
    let text = layout.text(name);
    entries(&text)
        .into_iter()
        .map(|(range, _)| text[range].to_owned())
        .collect()
}

fn lists(layout: &Layout) -> Vec<String> {
    layout
        .files
        .keys()
        .filter(|n| n.ends_with(".ron") && *n != "case.ron")
        .cloned()
        .collect()
}

#[test]
fn the_order_of_entries_is_free() {
    for case in ["qalmir", "yarmouk"] {
        let mut layout = Layout::of(case);
        let before = see(&layout.write());
        for name in lists(&layout) {
            // Judgements are appended: their order says something.
            if name != "judgements.ron" {
                let mut all = texts(&layout, &name);
                all.reverse();
                layout.files.insert(name, list(&all));
            }
        }
        let after = see(&layout.write());
        for (one, other) in [
            (&before.statements, &after.statements),
            (&before.claims, &after.claims),
            (&before.sources, &after.sources),
            (&before.entities, &after.entities),
            (&before.documents, &after.documents),
        ] {
            for (id, value) in one {
                assert_eq!(Some(value), other.get(id), "{case}: {id}");
            }
        }
        assert_eq!(before.chains, after.chains, "{case}: chains");
    }
}

/// One change of a case file that people or broken programs make.
#[derive(Clone, Debug)]
enum Change {
    /// Some bytes are replaced by others.
    Bytes(prop::sample::Index, usize, Vec<u8>),
    /// An entry goes.
    Drop(prop::sample::Index),
    /// An entry stands twice.
    Twice(prop::sample::Index),
    /// An entry stands in another place.
    Move(prop::sample::Index, prop::sample::Index),
    /// A line goes.
    Line(prop::sample::Index),
    /// The file ends early.
    Cut(prop::sample::Index),
    /// A word is replaced by another of the same file.
    Word(prop::sample::Index, prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    use prop::sample::Index;
    let index = any::<Index>;
    let byte = prop_oneof![
        any::<u8>(),
        prop::sample::select(&b"()[]{}\",:\\/*\n'#\xd9\xe2"[..])
    ];
    prop_oneof![
        4 => (index(), 0usize..4, prop::collection::vec(byte, 0..4))
            .prop_map(|(at, n, with)| Change::Bytes(at, n, with)),
        1 => index().prop_map(Change::Drop),
        1 => index().prop_map(Change::Twice),
        1 => (index(), index()).prop_map(|(a, b)| Change::Move(a, b)),
        2 => index().prop_map(Change::Line),
        1 => index().prop_map(Change::Cut),
        3 => (index(), index()).prop_map(|(a, b)| Change::Word(a, b)),
    ]
}

/// The words of a text: runs of what ids and fields are made of.
fn words(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut all = Vec::new();
    let mut start = None;
    for (i, b) in text.bytes().chain([b' ']).enumerate() {
        let inside = b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
        match (inside, start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                all.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    all
}

fn apply(layout: &mut Layout, name: &str, change: &Change) {
    let mut bytes = layout.files[name].clone();
    let text = String::from_utf8(bytes.clone());
    match change {
        Change::Bytes(at, n, with) if !bytes.is_empty() => {
            let at = at.index(bytes.len());
            let end = (at + n).min(bytes.len());
            bytes.splice(at..end, with.iter().copied());
        }
        Change::Cut(at) if !bytes.is_empty() => bytes.truncate(at.index(bytes.len())),
        Change::Line(at) => {
            let mut lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
            if !lines.is_empty() {
                lines.remove(at.index(lines.len()));
                bytes = lines.concat();
            }
        }
        Change::Word(to, from) => {
            if let Ok(text) = text {
                let all = words(&text);
                if !all.is_empty() {
                    let from = text[all[from.index(all.len())].clone()].to_owned();
                    bytes.splice(all[to.index(all.len())].clone(), from.bytes());
                }
            }
        }
        Change::Drop(_) | Change::Twice(_) | Change::Move(..) => {
            let Ok(text) = text else { return };
            let ranges = scan(&text).entries;
            let mut all: Vec<String> = ranges.into_iter().map(|r| text[r].to_owned()).collect();
            if all.is_empty() {
                return;
            }
            match change {
                Change::Drop(at) => {
                    all.remove(at.index(all.len()));
                }
                Change::Twice(at) => all.push(all[at.index(all.len())].clone()),
                Change::Move(a, b) => {
                    let one = all.remove(a.index(all.len()));
                    all.insert(b.index(all.len() + 1), one);
                }
                _ => {}
            }
            bytes = list(&all);
        }
        _ => {}
    }
    layout.files.insert(name.to_owned(), bytes);
}

/// The ids of a kind, by the file they stand in.
fn ids(seen: &Seen, name: &str) -> Option<BTreeSet<String>> {
    let table = match name {
        "sources.ron" => &seen.sources,
        "entities.ron" => &seen.entities,
        "claims.ron" => &seen.claims,
        "documents.ron" => &seen.documents,
        _ => return None,
    };
    Some(table.keys().cloned().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]

    /// Whatever is done to one file: no panic, the same findings twice, and every other file's
    /// entries are still there. A statement may go, but is never given to somebody else.
    #[test]
    fn no_change_of_one_file_harms_the_others(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..4),
        invented in any::<bool>(),
    ) {
        let mut layout = if invented { Layout::of("qalmir") } else { Layout::base() };
        let before = see(&layout.write());
        let names: Vec<String> = layout.files.keys().filter(|n| n.ends_with(".ron")).cloned().collect();
        let name = &names[file.index(names.len())];
        for change in &changes {
            apply(&mut layout, name, change);
        }
        let laid = layout.write();
        let after = see(&laid);
        prop_assert_eq!(&after, &see(&laid));
        for other in names.iter().filter(|n| *n != name) {
            if let Some(wanted) = ids(&before, other) {
                prop_assert_eq!(Some(wanted), ids(&after, other), "{} after changes of {}", other, name);
            }
        }
        for (id, one) in &before.statements {
            // Statements of other files keep their source or go.
            let file = format!("statements/{}.ron", one["document"].as_str().unwrap_or_default());
            if let Some(now) = after.statements.get(id).filter(|_| file != *name && one["outlet_voice"] == false) {
                prop_assert_eq!(&now["said_by"], &one["said_by"], "{} after changes of {}", id, name);
            }
        }
        for (code, file, line, column, message) in &after.findings {
            prop_assert!(*line > 0 && *column > 0 && !message.is_empty(), "{:?} {}", code, file);
        }
    }

    /// Whatever bytes a case file holds.
    #[test]
    fn any_bytes_are_read(
        file in prop::sample::select(&["case.ron", "sources.ron", "documents.ron", "claims.ron", "judgements.ron", "vocabulary.ron", "statements/post.ron", "documents/post.txt"][..]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut layout = Layout::base();
        layout.files.insert(file.to_owned(), bytes);
        let laid = layout.write();
        prop_assert_eq!(see(&laid), see(&laid));
    }

    /// Shuffled entries, with two judgements in order, show the same.
    #[test]
    fn shuffled_entries_show_the_same(keys in prop::collection::vec(any::<u32>(), 64)) {
        let mut layout = Layout::of("qalmir");
        let before = see(&layout.write());
        for name in lists(&layout) {
            if name != "judgements.ron" {
                let mut all: Vec<(u32, String)> = keys.iter().copied().cycle().zip(texts(&layout, &name)).collect();
                all.sort();
                let all: Vec<String> = all.into_iter().map(|(_, text)| text).collect();
                layout.files.insert(name, list(&all));
            }
        }
        prop_assert_eq!(before, see(&layout.write()));
    }
}
