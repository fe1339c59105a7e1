//! Labelled statements: those of the beds that were read, and lines written for the purpose.

use std::collections::BTreeSet;
use std::fs;

use isnad::drafting::learned::{marks, marks_of};
use isnad::extraction::{Pack, extract};
use serde::Deserialize;

use crate::beds::BEDS;
use crate::gold::{Gold, root};

/// A statement by its marks, with what it says to the question.
#[derive(Clone)]
pub(super) struct Lesson {
    /// Which question it is a lesson on.
    pub(super) topic: usize,
    /// The bed it is of; none for a line written for the purpose.
    pub(super) bed: Option<String>,
    pub(super) marks: BTreeSet<String>,
    /// Its place in `Sense::ALL`.
    pub(super) sense: usize,
    pub(super) counts: f64,
}

/// What a written line counts where a statement of a bed counts one: it is no whole article.
const WRITTEN: f64 = 0.4;

fn sense(stance: &str) -> usize {
    match stance {
        "affirms" => 1,
        "reports" => 2,
        "doubts" => 3,
        "cannot-confirm" => 4,
        "denies" => 5,
        "none" => 0,
        other => panic!("no such stance: {other}"),
    }
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    file: String,
    language: String,
}

/// A line of `tests/data/lessons`: a sentence or two with the content of a statement in ⟦ ⟧.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    question: String,
    text: String,
    stance: String,
}

/// The lines written for a question.
pub(super) fn written(number: usize, topic: &str) -> Vec<Lesson> {
    let folder = root().join("tests/data/lessons");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    files.sort();
    let mut out = Vec::new();
    for path in files {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let line: Line = serde_json::from_str(line).unwrap();
            if line.question != topic {
                continue;
            }
            let (mut content, mut around) = (String::new(), String::new());
            for (k, part) in line.text.split(['⟦', '⟧']).enumerate() {
                let side = if k % 2 == 1 {
                    &mut content
                } else {
                    &mut around
                };
                side.push_str(part);
                side.push(' ');
            }
            out.push(Lesson {
                topic: number,
                bed: None,
                marks: marks(&content, &around),
                sense: sense(&line.stance),
                counts: WRITTEN,
            });
        }
    }
    out
}

/// The statements of the beds of a question that were read, as extraction finds them, or as a reader does where it finds none.
pub(super) fn of_beds(number: usize, topic: &str) -> Vec<Lesson> {
    let packs = [Pack::arabic().unwrap(), Pack::english().unwrap()];
    let mut out = Vec::new();
    for bed in BEDS.iter().filter(|b| b.read && !b.folder.contains("held")) {
        let gold = Gold::read(bed.folder);
        let asked = gold.claims.iter().find(|c| c.disputed).unwrap();
        if asked.key != topic {
            continue;
        }
        let folder = Gold::folder(bed.folder);
        let manifest = fs::read_to_string(folder.join("manifest.jsonl")).unwrap();
        for entry in manifest.lines() {
            let entry: Entry = serde_json::from_str(entry).unwrap();
            let Some(document) = gold.documents.iter().find(|d| d.id == entry.id) else {
                continue;
            };
            let text = fs::read_to_string(folder.join(&entry.file)).unwrap();
            let letters: Vec<char> = text.chars().collect();
            let cut = |a: u32, b: u32| -> String {
                letters[a as usize..letters.len().min(b as usize)]
                    .iter()
                    .collect()
            };
            let pack = &packs[usize::from(entry.language.starts_with("en"))];
            let found = extract(&text, pack);
            let mut here: Vec<Lesson> = Vec::new();
            for g in &document.statements {
                let best = found
                    .statements
                    .iter()
                    .map(|s| {
                        let of: usize = s.content.iter().map(|c| (c.end - c.start) as usize).sum();
                        let gold: usize = g.content.iter().map(|c| c.end - c.start).sum();
                        let common: usize = s
                            .content
                            .iter()
                            .flat_map(|c| g.content.iter().map(move |o| (c, o)))
                            .map(|(c, o)| {
                                o.end
                                    .min(c.end as usize)
                                    .saturating_sub(o.start.max(c.start as usize))
                            })
                            .sum();
                        (2 * common * 1000 / (of + gold).max(1), s)
                    })
                    .filter(|(share, _)| *share >= 500)
                    .max_by_key(|(share, _)| *share);
                let marks = best.and_then(|(_, s)| marks_of(s, cut)).unwrap_or_else(|| {
                    let words = g.content.iter().map(|c| c.exact.as_str());
                    marks(&words.collect::<Vec<_>>().join(" "), "")
                });
                here.push(Lesson {
                    topic: number,
                    bed: Some(bed.folder.to_owned()),
                    marks,
                    sense: if g.claim == topic {
                        sense(&g.stance)
                    } else {
                        0
                    },
                    counts: 1.0,
                });
            }
            // One saying that tells two things, one of them on the question, answers it.
            let answers: Vec<BTreeSet<String>> = here
                .iter()
                .filter(|l| l.sense != 0)
                .map(|l| l.marks.clone())
                .collect();
            out.extend(
                here.into_iter()
                    .filter(|l| l.sense != 0 || !answers.contains(&l.marks)),
            );
        }
    }
    out
}
