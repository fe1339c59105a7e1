//! Every number that a text prints can be expanded to what made it.
//!
//! All texts of the bundled cases are printed with `--explain`, in both languages. What the case itself
//! holds (ids, names, words, dates) is set aside; a number that is left must have a mark `[^n]` with a
//! note, or its reasons (`↳`) under it.

use std::collections::BTreeSet;
use std::path::Path;

use isnad::view::{METHOD, Rule};
use serde_json::Value;

use crate::laid_out::{isnad, root, run};

const VIEWS: [&str; 10] = [
    "overview",
    "statements",
    "claims",
    "corroboration",
    "contradictions",
    "disputes",
    "timeline",
    "chain",
    "sources",
    "entities",
];

fn text(arguments: &[&str]) -> String {
    let mut command = isnad();
    command.current_dir(root()).args(arguments);
    command.env("COLUMNS", "200");
    let (code, out, err) = run(&mut command);
    assert_eq!(code, 0, "{arguments:?}: {err}");
    out
}

/// Letters and digits, and what ids and dates are made with.
fn tokens(text: &str) -> Vec<String> {
    let inside = |c: char| c.is_alphanumeric() || "-/:?~.^".contains(c);
    text.split(|c: char| !inside(c))
        .map(|token| token.trim_matches([':', '.', '?', '/', '-']))
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every token of every string of a case's files: ids, names, words, dates.
fn written(case: &str) -> BTreeSet<String> {
    fn read(folder: &Path, all: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                read(&path, all);
            } else if path.extension().is_some_and(|e| e == "ron") {
                let text = std::fs::read_to_string(&path).expect("a file");
                // Only what stands between quotation marks: offsets are no words of the case.
                for (n, part) in text.split('"').enumerate() {
                    if n % 2 == 1 {
                        all.extend(tokens(part));
                    }
                }
            }
        }
    }
    let mut all = BTreeSet::new();
    read(&root().join(case), &mut all);
    all
}

fn is_date(token: &str) -> bool {
    token.len() >= 4
        && token.chars().take(4).all(|c| c.is_ascii_digit())
        && token
            .chars()
            .all(|c| c.is_ascii_digit() || "-/:TZ?~.".contains(c))
}

/// The numbers of a text that nothing explains, each with its line.
fn unexplained(out: &str, known: &BTreeSet<String>) -> Vec<String> {
    let lines: Vec<&str> = out.lines().collect();
    let mut reasons = false;
    let mut left = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let bare = line.trim();
        if bare.starts_with("[^") {
            continue;
        }
        if bare.contains('↳') {
            reasons = true;
            continue;
        }
        // A reason may run on; a line that is not indented ends it.
        if reasons && line.starts_with("    ") {
            continue;
        }
        reasons = false;
        let below = lines[i + 1..].iter().take(3).any(|next| next.contains('↳'));
        let all = tokens(line);
        for (n, token) in all.iter().enumerate() {
            if !token.contains(|c: char| c.is_ascii_digit())
                || token.starts_with('^')
                || known.contains(token.as_str())
                || is_date(token)
                || below
            {
                continue;
            }
            // "2 origins [^3]": the mark stands after the noun, at most three words on.
            let marked = all[n + 1..].iter().take(4).any(|t| t.starts_with('^'));
            if !marked {
                left.push(format!("{token:?} in {line:?}"));
            }
        }
    }
    left
}

#[test]
fn every_number_of_every_text_is_explained() {
    for (case, claim) in [
        ("claims/qalmir", "director-killed"),
        ("claims/yarmouk", "regime-coordinates-with-is"),
    ] {
        let mut known = written(case);
        // The scales of the Admiralty code, and options that are named.
        known.extend(["1–6", "A–F", "1", "6"].map(str::to_owned));
        for lang in ["en", "ar"] {
            for view in VIEWS {
                let whole = text(&["view", view, case, "--explain", "--lang", lang]);
                let left = unexplained(&whole, &known);
                assert!(left.is_empty(), "{case} {view} {lang}: {left:#?}");
                let marks = whole.matches(" [^").count();
                let notes = whole.lines().filter(|l| l.starts_with("[^")).count();
                assert!(marks == 0 || notes > 0, "{view}: marks without notes");
            }
            let one = [
                "view",
                "claims",
                case,
                "--claim",
                claim,
                "--explain",
                "--lang",
                lang,
            ];
            let left = unexplained(&text(&one), &known);
            assert!(left.is_empty(), "{case} {claim} {lang}: {left:#?}");
        }
    }
}

/// A brief is numbers in sentences; after it each question has its reasons.
#[test]
fn a_brief_can_be_expanded() {
    let plain = text(&["brief", "claims/qalmir", "--lang", "en"]);
    let full = text(&["brief", "claims/qalmir", "--lang", "en", "--explain"]);
    assert!(full.starts_with(&plain), "the brief itself stays as it is");
    let reasons = &full[plain.len()..];
    for told in [
        "↳ disputed questions:",
        "↳ texts: ",
        "↳ support of saying so",
        "↳ reviewed by nobody:",
        "↳ check first",
        "at least",
        METHOD,
    ] {
        assert!(reasons.contains(told), "no {told:?} in {reasons}");
    }
    for line in reasons.lines().filter(|line| line.starts_with('↳')) {
        assert!(line.contains("rule: "), "{line}");
    }
    for question in plain.lines().filter(|line| line.contains("] — ")) {
        let id = question
            .split_once('[')
            .and_then(|(_, rest)| rest.split_once(']'))
            .map(|(id, _)| id)
            .expect("an id");
        assert!(
            reasons.contains(&format!("[{id}]\n↳")),
            "no reasons for {id}"
        );
    }
}

#[test]
fn a_brief_is_expanded_in_its_own_languages() {
    let both = text(&["brief", "claims/qalmir", "--explain"]);
    let (english, arabic) = (both.find("What made these"), both.find("ما تقوم عليه هذه"));
    assert!(
        english.is_some() && english < arabic,
        "{english:?} {arabic:?}"
    );
    let arabic = text(&["brief", "claims/qalmir", "--lang", "ar", "--explain"]);
    assert!(!arabic.contains("What made these"));
    for line in arabic.lines().filter(|line| line.starts_with('↳')) {
        assert!(line.contains("القاعدة: "), "{line}");
    }
}

/// The numbers of a value that stand under no field of a name in `known`.
fn without_rule(value: &Value, field: &str, known: &BTreeSet<&str>, left: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields
                .iter()
                .filter(|(name, _)| !known.contains(name.as_str()))
            {
                without_rule(value, name, known, left);
            }
        }
        Value::Array(list) => {
            for one in list {
                without_rule(one, field, known, left);
            }
        }
        // Where a span begins and ends is no figure.
        Value::Number(_) if !matches!(field, "start" | "end") => {
            left.insert(field.to_owned());
        }
        _ => {}
    }
}

#[test]
fn every_number_of_the_json_names_its_rule() {
    let page = std::fs::read_to_string(root().join(METHOD)).expect(METHOD);
    let anchor = |heading: &str| {
        let kept = heading.to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || *c == ' ');
        kept.collect::<String>().replace(' ', "-")
    };
    let headings = page.lines().filter_map(|line| line.strip_prefix("## "));
    let anchors: BTreeSet<String> = headings
        .map(|h| format!("{METHOD}#{}", anchor(h)))
        .collect();
    for case in ["claims/qalmir", "claims/yarmouk"] {
        let views = VIEWS.map(|view| vec!["view", view, case]);
        for command in views.into_iter().chain([vec!["brief", case]]) {
            let json = |more: &[&str]| -> Value {
                let arguments = [&command[..], &["--format", "json"], more].concat();
                serde_json::from_str(&text(&arguments)).expect("JSON")
            };
            let mut explained = json(&["--explain"]);
            let rules = explained
                .as_object_mut()
                .and_then(|all| all.shift_remove("rules"));
            assert_eq!(explained, json(&[]), "{command:?}: nothing else changes");
            let rules = rules.expect("rules");
            let rules = rules.as_object().expect("by field");
            for (field, rule) in rules {
                let rule = rule.as_str().expect("a link");
                assert!(anchors.contains(rule), "{command:?} {field}: {rule}");
            }
            let known: BTreeSet<&str> = rules.keys().map(String::as_str).collect();
            let mut left = BTreeSet::new();
            without_rule(&explained, "", &known, &mut left);
            assert!(left.is_empty(), "{command:?}: {left:?}");
        }
    }
}

#[test]
fn every_rule_is_a_heading_of_the_page_and_every_text_names_the_page() {
    let page = std::fs::read_to_string(root().join(METHOD)).expect(METHOD);
    let headings: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(|line| line.trim_start_matches(|c: char| c.is_ascii_digit() || ". ".contains(c)))
        .collect();
    for rule in Rule::ALL {
        assert!(headings.contains(rule.heading()), "{:?}", rule.heading());
    }
    for view in VIEWS {
        let out = text(&["view", view, "claims/qalmir"]);
        let prints_figures = !matches!(view, "chain" | "timeline" | "statements");
        assert_eq!(out.contains(METHOD), prints_figures, "{view}");
        let json = text(&["view", view, "claims/qalmir", "--format", "json"]);
        assert!(json.contains("\"method\": \"docs/method.md\""), "{view}");
    }
    assert!(text(&["brief", "claims/qalmir"]).contains(METHOD));
    let picture = [
        "view",
        "claims",
        "claims/qalmir",
        "--claim",
        "director-killed",
        "--format",
        "svg",
    ];
    assert!(text(&picture).contains(METHOD));
}
