//! Every number that a text prints can be expanded to what made it.
//!
//! All texts of the bundled cases are printed with `--explain`, in both languages and from several places. What the
//! case itself holds (whole ids, names and sentences, and dates) is cut out; a number that is left must have a mark
//! `[^n]` with a note that holds as many entries as it says, its reasons (`↳`) under it, or its list after it. In one
//! question in full each number stands among the reasons right below it. It is all in one file because it reads the
//! same texts in the same way.

use std::collections::{BTreeMap, BTreeSet};
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
    // So wide that nothing wraps: what the case says stands in one piece.
    command.env("COLUMNS", "6000");
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

/// A line without the days of dates in words: "6 March 2024" is no number of anything.
fn without_days(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let month = |word: Option<&&str>| word.is_some_and(|word| MONTHS.contains(word));
    let kept = words.iter().enumerate().map(|(i, word)| {
        let digits = word.trim_start_matches('(');
        let day =
            !digits.is_empty() && digits.len() < 3 && digits.bytes().all(|b| b.is_ascii_digit());
        if day && month(words.get(i + 1)) {
            ""
        } else {
            word
        }
    });
    kept.collect::<Vec<_>>().join(" ")
}

/// Every string of a case's files, the longest first: ids, names, words.
fn written(case: &str) -> Vec<String> {
    fn read(folder: &Path, all: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                read(&path, all);
            } else if path.extension().is_some_and(|e| e == "ron") {
                let text = std::fs::read_to_string(&path).expect("a file");
                // Only what stands between quotation marks: offsets are no words of the case.
                let strings = text.split('"').skip(1).step_by(2).map(str::trim);
                // A bare number is no name: it would hide any figure that happens to be the same.
                let named = strings.filter(|one| {
                    one.starts_with('0')
                        || one.contains(|c: char| c.is_alphabetic() || "-:".contains(c))
                });
                let numbered = named.filter(|one| one.contains(|c: char| c.is_ascii_digit()));
                // A sentence of the wording goes on where the paraphrase ends.
                let open = numbered.flat_map(|one| [one, one.trim_end_matches('.')]);
                all.extend(open.map(str::to_owned));
            }
        }
    }
    let mut all = BTreeSet::new();
    read(&root().join(case), &mut all);
    let mut all: Vec<String> = all.into_iter().collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.len()));
    all
}

/// A line without what the case itself says, and without numbers of reasons that have their list right behind.
fn cut(line: &str, written: &[String]) -> String {
    let line = cut_words(line, written);
    // The scale of the Admiralty code, and an option that is named.
    let line = line.replace("1–6", "").replace("--limit 0", "");
    let mut parts = line.split("):");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let bare = out.trim_end_matches(|c: char| c.is_ascii_digit());
        if bare.ends_with('(') {
            out.truncate(bare.len());
        }
        out.push_str("):");
        out.push_str(part);
    }
    out
}

fn cut_words(line: &str, written: &[String]) -> String {
    let mut line = line.to_owned();
    for one in written {
        if !line.contains(one.as_str()) {
            continue;
        }
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        let mut out = String::new();
        let mut rest = line.as_str();
        while let Some(at) = rest.find(one.as_str()) {
            let (before, after) = (&rest[..at], &rest[at + one.len()..]);
            out.push_str(before);
            let part_of_more = inside(before.chars().next_back()) || inside(after.chars().next());
            out.push_str(if part_of_more { one } else { "·" });
            rest = after;
        }
        out.push_str(rest);
        line = out;
    }
    line
}

fn is_date(token: &str) -> bool {
    token.len() >= 4
        && token.chars().take(4).all(|c| c.is_ascii_digit())
        && token
            .chars()
            .all(|c| c.is_ascii_digit() || "-/:TZ?~.".contains(c))
}

/// The months as dates in words name them, and what stands for one in Arabic where its name has two words.
const MONTHS: [&str; 24] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "كانون",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين",
    "UTC",
    "بتوقيت",
];

/// The notes of a text: of each mark the entries that it names.
fn notes(out: &str) -> BTreeMap<&str, &str> {
    let notes = out.lines().filter_map(|line| line.strip_prefix("[^"));
    notes.filter_map(|note| note.split_once("] ")).collect()
}

/// How many entries a note names; none where it is no plain list.
fn entries(note: &str) -> Option<usize> {
    let list = note.split(['؛', ';']).next()?.trim();
    if list.contains(['(', '+']) {
        return None;
    }
    let nothing = ["nothing in this case", "لا شيء في هذا الملف"];
    Some(match nothing.contains(&list) {
        true => 0,
        false => list.split_whitespace().count(),
    })
}

/// The numbers of a text that nothing explains, or whose note names another number of entries, each with its line.
fn unexplained(out: &str, written: &[String]) -> Vec<String> {
    let notes = notes(out);
    // Words of the case that a cell wraps are known by the word before or after.
    let pairs: BTreeSet<[String; 2]> = written
        .iter()
        .flat_map(|one| {
            let all = tokens(one);
            let pairs = all.windows(2).map(|two| [two[0].clone(), two[1].clone()]);
            pairs.collect::<Vec<_>>()
        })
        .collect();
    let lines: Vec<&str> = out.lines().collect();
    let mut left = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let bare = line.trim();
        if bare.starts_with("[^") || bare.contains('↳') {
            continue;
        }
        // A cell of a table may wrap once or twice before its reasons.
        let below = lines[i + 1..].iter().take(3).any(|next| next.contains('↳'));
        // What stands beside a sentence is made of what the reasons above it, under the sentence, name.
        let beside = ["beside it:", "وإلى جانبه:"];
        let is_beside = |line: &str| beside.iter().any(|label| line.trim().starts_with(label));
        let above = lines[..i].iter().rfind(|line| !is_beside(line));
        if is_beside(line) && above.is_some_and(|line| line.contains('↳')) {
            continue;
        }
        let short = cut(line, written);
        // "left out (2): a b": the list stands after the number.
        let listed = bare.split_once("): ").and_then(|(head, list)| {
            let n: usize = head.rsplit_once('(')?.1.parse().ok()?;
            (list.split(' ').count() == n).then(|| n.to_string())
        });
        let all = tokens(&short);
        for (n, token) in all.iter().enumerate() {
            let number = token.contains(|c: char| c.is_ascii_digit());
            if !number || token.starts_with('^') || is_date(token) || below {
                continue;
            }
            if listed.as_ref() == Some(token) {
                continue;
            }
            // "12 May 2018, 22:38 UTC": dates and minutes in words.
            let next = all.get(n + 1).map(String::as_str);
            // A cell may wrap within the date of a decision: "(night editor, 5" and below "March 2024".
            let cut_off = || {
                let by_whom = [", ", "، "].map(|comma| format!("{comma}{token}"));
                let below = lines
                    .get(i + 1)
                    .map(|next| tokens(next))
                    .unwrap_or_default();
                by_whom.iter().any(|by| short.contains(by.as_str()))
                    && below.iter().any(|next| MONTHS.contains(&next.as_str()))
            };
            if next.is_some_and(|next| MONTHS.contains(&next)) || cut_off() {
                continue;
            }
            let pair = |from: usize| {
                let two = all.get(from..from + 2);
                two.is_some_and(|two| pairs.contains(&[two[0].clone(), two[1].clone()]))
            };
            if n > 0 && pair(n - 1) || pair(n) {
                continue;
            }
            // "2 origins [^3]": the mark stands after the noun, at most three words on.
            let mark = all[n + 1..].iter().take(4).find(|t| t.starts_with('^'));
            let Some(mark) = mark else {
                left.push(format!("{token:?} in {line:?}"));
                continue;
            };
            let note = notes.get(&mark[1..]).copied().unwrap_or_default();
            // Words that two texts have in common are counted, and the two texts named; a grade is no number of things.
            let other = ["Texts, and copies", "النصوص ونسخ", "Grades", ": الدرجات"];
            let counted = !other.iter().any(|rule| note.contains(rule));
            if let (Ok(value), Some(named)) = (token.parse::<usize>(), entries(note))
                && counted
                && value != named
            {
                left.push(format!("{value} made by {named}: {note:?} in {line:?}"));
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
        let known = written(case);
        for lang in ["en", "ar"] {
            for view in VIEWS {
                let whole = text(&["view", view, case, "--explain", "--lang", lang]);
                let left = unexplained(&whole, &known);
                assert!(left.is_empty(), "{case} {view} {lang}: {left:#?}");
                let marks = whole.matches("\u{a0}[^").count();
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

/// The numbers of a line that its reasons (the lines with an arrow right below it) do not hold, and the lists among
/// these that are longer or shorter than they say.
fn unreasoned(out: &str, written: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in out.lines() {
        // What is too long goes on further in.
        match lines.last_mut().filter(|_| line.starts_with("    ")) {
            Some(before) => {
                before.push(' ');
                before.push_str(line.trim());
            }
            None => lines.push(line.to_owned()),
        }
    }
    let mut left = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let under = lines[i + 1..].iter();
        let reasons: Vec<&str> = under
            .map(|next| next.trim())
            .take_while(|next| next.starts_with('↳'))
            .collect();
        if reasons.is_empty() || line.trim().starts_with('↳') {
            continue;
        }
        let known: BTreeSet<String> = reasons
            .iter()
            .flat_map(|reason| tokens(&reason.replace(['(', ')'], " ")))
            .collect();
        for token in tokens(&cut_words(&without_days(line), written).replace(['(', ')', '–'], " "))
        {
            let number = token.chars().all(|c| c.is_ascii_digit());
            if number && token.len() < 4 && !known.contains(&token) {
                left.push(format!(
                    "{token:?} in {line:?}\n  is in none of {reasons:#?}"
                ));
            }
        }
        for reason in reasons {
            // "statements (4): a b c d".
            for (at, _) in reason.match_indices("): ") {
                let Some(n) = reason[..at]
                    .rsplit('(')
                    .next()
                    .and_then(|n| n.parse::<usize>().ok())
                else {
                    continue;
                };
                let list = &reason[at + 3..];
                let list = list.split([';', '؛']).next().unwrap_or_default();
                // Names with their statements, and groups of lists, are not taken apart here.
                if n > 0 && !list.contains(['(', ':']) && list.split_whitespace().count() != n {
                    left.push(format!("{n} of {list:?} in {reason:?}"));
                }
            }
        }
    }
    left
}

/// Each number of a question in full stands among the reasons right below it, with what it counts.
#[test]
fn every_number_of_a_question_is_among_its_reasons() {
    let mut numbers = 0;
    for case in ["claims/qalmir", "claims/yarmouk"] {
        let known = written(case);
        let json = text(&["view", "claims", case, "--format", "json"]);
        let view: Value = serde_json::from_str(&json).expect("JSON");
        for claim in view["claims"].as_array().expect("claims") {
            let id = claim["id"].as_str().expect("an id");
            let out = text(&["view", "claims", case, "--claim", id, "--explain"]);
            let left = unreasoned(&out, &known);
            assert!(left.is_empty(), "{case} {id}: {left:#?}");
            numbers += out.matches('↳').count();
        }
    }
    assert!(numbers > 500, "{numbers}");
}

/// From wherever the case is looked at, and however little of it is asked for.
#[test]
fn every_number_is_explained_from_every_place() {
    let case = "claims/qalmir";
    let known = written(case);
    for from in [
        ["--limit", "1"],
        ["--as-of", "2024-03-05"],
        ["--known-by", "2024-03-05T21:12Z"],
        ["--without", "qalmir-press"],
        ["--entity", "nader"],
        ["--source", "fanar"],
    ] {
        for view in VIEWS {
            let arguments = [&["view", view, case, "--explain"][..], &from].concat();
            let left = unexplained(&text(&arguments), &known);
            assert!(left.is_empty(), "{view} {from:?}: {left:#?}");
        }
    }
}

/// The whole number of contradictions is made by all of them, however many the table writes.
#[test]
fn a_cut_list_is_explained_whole() {
    let of = |limit: &str| -> Option<usize> {
        let arguments = [
            "view",
            "contradictions",
            "claims/qalmir",
            "--explain",
            "--limit",
            limit,
        ];
        let out = text(&arguments);
        notes(&out).get("1").and_then(|note| entries(note))
    };
    assert!(of("0") > Some(1));
    assert_eq!(of("1"), of("0"));
}

/// Chains that share no source are shown, as many as there are said to be, and they share none.
#[test]
fn the_chains_apart_are_shown() {
    for case in ["claims/qalmir", "claims/yarmouk"] {
        let json = text(&["view", "claims", case, "--format", "json"]);
        let view: Value = serde_json::from_str(&json).expect("JSON");
        let mut several = 0;
        for claim in view["claims"].as_array().expect("claims") {
            for stance in ["affirms", "denies"] {
                let tally = &claim[stance];
                let apart = tally["disjoint_chains_by"].as_array().expect("chains");
                assert_eq!(tally["disjoint_chains"], apart.len(), "{}", claim["id"]);
                several += usize::from(apart.len() > 1);
                let links = apart
                    .iter()
                    .flat_map(|one| one["links"].as_array().expect("links"));
                let known: Vec<&str> = links.filter_map(Value::as_str).collect();
                let chains: usize = apart
                    .iter()
                    .map(|one| {
                        let links = one["links"].as_array().expect("links").iter();
                        links
                            .filter_map(Value::as_str)
                            .collect::<BTreeSet<_>>()
                            .len()
                    })
                    .sum();
                let distinct: BTreeSet<&str> = known.into_iter().collect();
                assert_eq!(distinct.len(), chains, "{} {stance}", claim["id"]);
            }
        }
        assert!(several > 0, "{case}");
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
        "↳ all statements on it (",
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
        assert!(out.contains(METHOD), "{view}");
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
