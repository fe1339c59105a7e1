//! No wording of others: eight words in a row of an article of the corpus stand nowhere in the project.
//!
//! The articles are looked for in `$ISNAD_CORPUS`, then in `../shared/corpus`; where they are not, only the names in annotations
//! are held to be shorter than that.

#![allow(clippy::print_stderr)]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use isnad::text::fold::fold;

use crate::tree::{files, files_under, read, root};

/// So many words in a row are somebody's wording.
const WORDS: usize = 8;

fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The runs of a text that are wording: offsets and years in a row are nobody's.
fn runs(words: &[String]) -> impl Iterator<Item = &[String]> {
    let letters = |word: &String| word.chars().any(char::is_alphabetic);
    words
        .windows(WORDS)
        .filter(move |run| run.iter().any(letters))
}

/// The texts in a folder and the folders in it.
fn texts(folder: &Path, out: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the corpus") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts(&path, out);
        } else if path.extension().is_some_and(|end| end == "txt") {
            let bytes = fs::read(&path).expect("an article");
            out.push(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}

#[test]
fn names_in_annotations_are_no_wording() {
    let annotated = files_under("tests/data/annotations/", ".json");
    assert!(!annotated.is_empty());
    for path in annotated {
        let value: serde_json::Value = serde_json::from_str(&read(&path)).expect("JSON");
        for list in ["statements", "optional_statements"] {
            for statement in value[list].as_array().into_iter().flatten() {
                let name = statement["source_name"].as_str().unwrap_or_default();
                assert!(words(name).len() < WORDS, "{path}: {name}");
            }
        }
    }
}

#[test]
fn no_wording_of_the_corpus_stands_here() {
    let given = std::env::var_os("ISNAD_CORPUS").map(PathBuf::from);
    let beside = root().join("../shared/corpus");
    let Some(corpus) = given
        .into_iter()
        .chain([beside])
        .find(|folder| folder.join("score.py").is_file())
    else {
        eprintln!("skipped: no articles in $ISNAD_CORPUS or ../shared/corpus");
        return;
    };
    let mut articles = Vec::new();
    texts(&corpus, &mut articles);
    let articles: Vec<Vec<String>> = articles.iter().map(|text| words(text)).collect();
    let known: HashSet<&[String]> = articles.iter().flat_map(|words| runs(words)).collect();
    assert!(known.len() > 1000, "the corpus has texts");
    let mut met = Vec::new();
    for path in files() {
        let Ok(text) = String::from_utf8(fs::read(root().join(&path)).expect("a file")) else {
            continue;
        };
        if let Some(run) = runs(&words(&text)).find(|run| known.contains(run)) {
            met.push(format!("{path}: {}", run.join(" ")));
        }
    }
    assert!(met.is_empty(), "wording of the corpus:\n{}", met.join("\n"));
}
