//! Invented sentences with the mentions that a careful reader finds in them, from `tests/data/mentions/`; and the figures
//! measured on them, a table of `docs/extraction.md`.
//!
//! A mention is found where one of the same kind shares at least half of its letters; an amount only if its range is the same
//! too. `ISNAD_WRITE_FIGURES=1 cargo test --test extraction_mentions` writes the table, and the same test checks it.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // Whoever asks sees what is measured wrong.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use isnad::extraction::{MentionKind, Pack, extract};

/// The kinds as the files name them.
const KINDS: [(&str, MentionKind); 5] = [
    ("person", MentionKind::Person),
    ("group", MentionKind::Group),
    ("place", MentionKind::Place),
    ("amount", MentionKind::Quantity),
    ("time", MentionKind::Time),
];

/// One mention, annotated or found.
#[derive(Debug)]
struct One {
    kind: MentionKind,
    start: usize,
    end: usize,
    text: String,
    range: (Option<f64>, Option<f64>),
}

impl One {
    fn shown(&self) -> String {
        format!("{:?} {} {:?}", self.kind, self.text, self.range)
    }

    /// Whether the other is this one: the kind, half of the letters of both together, and an amount's range.
    fn is(&self, other: &Self) -> bool {
        let common = self
            .end
            .min(other.end)
            .saturating_sub(self.start.max(other.start));
        let both = (self.end - self.start) + (other.end - other.start) - common;
        self.kind == other.kind
            && 2 * common >= both
            && (self.kind != MentionKind::Quantity || self.range == other.range)
    }
}

struct Sentence {
    text: String,
    english: bool,
    expected: Vec<One>,
}

/// The sentences of a file, each after who says it.
fn sentences(file: &str) -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/mentions")
        .join(file);
    let page = fs::read_to_string(path).unwrap();
    let (_, page) = page.split_once("## Arabic").unwrap();
    let (arabic, english) = page.split_once("## English").unwrap();
    let part = |page: &str, english: bool| -> Vec<Sentence> {
        page.split("\n> ")
            .skip(1)
            .map(|entry| {
                let (said, below) = entry.split_once("\n- ").unwrap();
                let lead = if english {
                    "The mayor said that "
                } else {
                    "وقالت البلدية إن "
                };
                let text = format!("{lead}{said}.");
                let mut from = 0;
                let expected = below
                    .lines()
                    .next()
                    .unwrap()
                    .split(" | ")
                    .filter(|one| !one.trim().is_empty())
                    .map(|one| annotated(one, &text, &mut from))
                    .collect();
                Sentence {
                    text,
                    english,
                    expected,
                }
            })
            .collect()
    };
    let mut all = part(arabic, false);
    all.extend(part(english, true));
    all
}

/// An annotation (`amount: 40 نازحا = 40..40`), found in the text after those before it.
fn annotated(one: &str, text: &str, from: &mut usize) -> One {
    let (kind, words) = one.trim().split_once(": ").unwrap();
    let kind = KINDS.iter().find(|(name, _)| *name == kind).unwrap().1;
    let (words, range) = match words.rsplit_once(" = ") {
        Some((words, range)) => {
            let (min, max) = range.split_once("..").unwrap();
            (words, (min.parse().ok(), max.parse().ok()))
        }
        None => (words, (None, None)),
    };
    // للقاهرة: the article has merged with the preposition.
    let merged = words.strip_prefix('ا').filter(|_| !text.contains(words));
    let stands = merged.unwrap_or(words);
    let at = text[*from..]
        .find(stands)
        .unwrap_or_else(|| panic!("{words}: {text}"))
        + *from;
    *from = at + stands.len();
    let start = text[..at].chars().count();
    One {
        kind,
        start,
        end: start + stands.chars().count(),
        text: words.to_owned(),
        range,
    }
}

fn found(sentence: &Sentence, arabic: &Pack, english: &Pack) -> Vec<One> {
    let pack = if sentence.english { english } else { arabic };
    let extraction = extract(&sentence.text, pack);
    let mut all: Vec<One> = extraction
        .statements
        .iter()
        .flat_map(|s| &s.mentions)
        .map(|m| One {
            kind: m.kind,
            start: m.start as usize,
            end: m.end as usize,
            text: m.text.clone(),
            range: (m.min, m.max),
        })
        .collect();
    // Nested statements share their mentions.
    all.sort_by_key(|one| (one.start, one.end));
    all.dedup_by_key(|one| (one.start, one.end));
    all
}

/// What was asked for, found, and right, of each kind; and the errors, for whoever tunes.
#[derive(Default)]
struct Tally {
    counts: [(usize, usize, usize); KINDS.len()],
    errors: String,
    sentences: usize,
}

fn tally(sentences: &[&Sentence], arabic: &Pack, english: &Pack) -> Tally {
    let mut tally = Tally {
        sentences: sentences.len(),
        ..Tally::default()
    };
    for sentence in sentences {
        let mut found = found(sentence, arabic, english);
        let place = |kind| KINDS.iter().position(|(_, k)| *k == kind).unwrap();
        for one in &found {
            tally.counts[place(one.kind)].1 += 1;
        }
        for wanted in &sentence.expected {
            let counts = &mut tally.counts[place(wanted.kind)];
            counts.0 += 1;
            match found.iter().position(|one| one.is(wanted)) {
                Some(k) => {
                    counts.2 += 1;
                    found.remove(k);
                }
                None => writeln!(tally.errors, "- {}: {}", sentence.text, wanted.shown()).unwrap(),
            }
        }
        for extra in found {
            writeln!(tally.errors, "+ {}: {}", sentence.text, extra.shown()).unwrap();
        }
    }
    tally
}

fn row(name: &str, tally: &Tally) -> String {
    let share = |part: usize, of: usize| match of {
        0 => "–".to_owned(),
        _ => format!("{:.0}", 100.0 * part as f64 / of as f64),
    };
    let mut row = format!("| {name} ({}) |", tally.sentences);
    for (wanted, found, right) in tally.counts {
        write!(
            row,
            " {} / {} of {wanted} |",
            share(right, found),
            share(right, wanted)
        )
        .unwrap();
    }
    row + "\n"
}

#[test]
fn the_table_of_mentions_is_what_is_measured() {
    let (arabic, english) = (Pack::arabic().unwrap(), Pack::english().unwrap());
    let mut table = "| sentences | person | group | place | amount | time |\n| --- | --- | --- | --- | --- | --- |\n".to_owned();
    for (file, part) in [("tuned.md", "tuned on"), ("held_out.md", "held out")] {
        let all = sentences(file);
        for (language, is_english) in [("Arabic", false), ("English", true)] {
            let some: Vec<&Sentence> = all.iter().filter(|s| s.english == is_english).collect();
            let tally = tally(&some, &arabic, &english);
            if file == "tuned.md" && std::env::var_os("ISNAD_SHOW_MENTIONS").is_some() {
                println!("{}", tally.errors);
            }
            table.push_str(&row(&format!("{language}, {part}"), &tally));
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/extraction.md");
    let page = fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once("<!-- mentions -->\n").unwrap();
    let (shown, after) = rest.split_once("<!-- end of mentions -->").unwrap();
    if std::env::var_os("ISNAD_WRITE_FIGURES").is_some() {
        let page = format!("{before}<!-- mentions -->\n{table}<!-- end of mentions -->{after}");
        fs::write(path, page).unwrap();
    } else {
        assert_eq!(shown, table, "ISNAD_WRITE_FIGURES=1 writes it");
    }
}
