//! Every template of the supported wording and the brief stands in section 13 of the page on method.

use std::fs;

use crate::tree::root;

const FILES: [&str; 15] = [
    "wording",
    "wording_denied",
    "wording_ground",
    "wording_passed",
    "wording_when",
    "mention",
    "moments",
    "withdrawn",
    "way",
    "voice",
    "heard",
    "brief",
    "brief_lines",
    "brief_sides",
    "brief_trust",
];

/// The string literals of a file, comments apart.
fn literals(source: &str) -> Vec<String> {
    let code: Vec<&str> = source
        .lines()
        .map(|line| line.split_once("//").map_or(line, |(code, _)| code))
        .collect();
    let code = code.join("\n");
    code.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The words of an English template between what is filled in, of two words or more.
fn pieces(literal: &str) -> Vec<String> {
    if !literal.is_ascii() {
        return Vec::new();
    }
    let parts = literal.split(['{', '}']).step_by(2);
    let bare = |part: &str| {
        let kept = part.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
        kept.to_lowercase()
    };
    let words = |part: &String| {
        let words = part.split_whitespace();
        words
            .filter(|word| word.chars().all(|c| c.is_alphabetic()))
            .count()
            > 1
    };
    parts.map(bare).filter(words).collect()
}

#[test]
fn every_clause_is_on_the_page() {
    let page = fs::read_to_string(root().join("docs/method.md")).expect("the page");
    let section = page
        .split("\n## ")
        .find(|part| part.starts_with("13."))
        .expect("section 13")
        .replace('*', "")
        .to_lowercase();
    let mut found = 0;
    let mut missing = Vec::new();
    for name in FILES {
        let path = root().join(format!("src/view/{name}.rs"));
        let source = fs::read_to_string(&path).expect("a view");
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        for literal in literals(source) {
            for piece in pieces(&literal) {
                found += 1;
                if !section.contains(&piece) {
                    missing.push(format!("{name}: {piece:?} ({literal:?})"));
                }
            }
        }
    }
    let missing = missing.join("\n");
    assert!(
        missing.is_empty(),
        "section 13 of docs/method.md says nothing of:\n{missing}"
    );
    assert!(found > 100, "{found}");
}
