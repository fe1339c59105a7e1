//! Texts that are one text, or have paragraphs in common, found by content.
//!
//! Words are folded, so that marks, elongation and letter variants hide no copy. Runs of eight
//! words (shingles; Broder 1997) that few documents have lead to candidates; for every candidate
//! pair the stretches that both have are found exactly, light edits bridged and quotations set aside.
//! `docs/method.md` has the thresholds.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use super::span::Span;

/// Words in a shingle.
const RUN: usize = 8;

/// From this share of the shorter text on, two documents are copies of one text.
const COPY: f64 = 0.5;

/// So many words that both have, in one stretch, are a shared paragraph.
const PARAGRAPH: usize = 40;

/// So many of them must be the writer's own: two papers that quote one official at length share his words
/// and no paragraph.
const PROSE: usize = 16;

/// So many other words may stand between two runs of one stretch: an edit, or a word or two put in.
const GAP: usize = 12;

/// So many words may two runs of one stretch have twice: where a word was left out, its neighbours match.
const OVERLAP: usize = 2;

/// Of so many stretches before it, a run is tried on each.
const NEAR: usize = 8;

/// A shingle in more documents than this is a turn of phrase and leads to no candidates.
const COMMON: usize = 50;

/// How two documents share text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sharing {
    /// They are one text, perhaps lightly edited.
    Copy,
    /// They have a paragraph or more in common.
    SharedParagraphs,
}

/// Two documents with text in common; `D` is whatever the caller knows a document by.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared<D> {
    /// One.
    pub a: D,
    /// The other, the later of the two in the caller's order.
    pub b: D,
    /// The part of the shorter text's words that stand in a stretch which the other has too, 0 to 1;
    /// quotations aside.
    pub share: f64,
    /// The most words that one stretch has in common.
    pub run: usize,
    /// What that makes them.
    pub kind: Sharing,
    /// The paragraphs in common, in the order of `a`; a copy may have one or several.
    pub passages: Vec<Passage>,
}

/// A paragraph that two texts have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the one.
    pub a: Span,
    /// Where it stands in the other.
    pub b: Span,
    /// How many of its words are the same in both.
    pub words: usize,
}

/// A word's place.
#[derive(Debug, Clone, Copy)]
struct Word {
    span: Span,
    /// Whether it stands between quotation marks.
    quoted: bool,
}

/// A text as numbers of words, and its shingles.
struct Reading<D> {
    document: D,
    words: Vec<Word>,
    /// Words in a shingle; fewer than usual in a text that is shorter.
    width: usize,
    shingles: BTreeSet<u32>,
    order: Vec<u32>,
}

/// Finds the pairs of documents that share text, in the caller's order.
///
/// Cost: linear in the words, and in the shingles that candidate pairs have.
pub fn shared_texts<D: Copy + Ord>(texts: &[(D, &str)]) -> Vec<Shared<D>> {
    let readings = read(texts);
    // Of each shingle, the documents that have it.
    let mut having: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (i, reading) in readings.iter().enumerate() {
        for shingle in &reading.shingles {
            having.entry(*shingle).or_default().push(i);
        }
    }
    let mut candidates: BTreeSet<(usize, usize)> = BTreeSet::new();
    for list in having.values().filter(|l| l.len() <= COMMON) {
        for (n, i) in list.iter().enumerate() {
            candidates.extend(list[n + 1..].iter().map(|j| (*i, *j)));
        }
    }
    compare_pairs(&readings, candidates)
}

/// As [`shared_texts`], by comparing every pair: for tests, and for cases that are small enough.
pub fn shared_texts_exhaustively<D: Copy + Ord>(texts: &[(D, &str)]) -> Vec<Shared<D>> {
    let readings = read(texts);
    let pairs = (0..readings.len()).flat_map(|i| (i + 1..readings.len()).map(move |j| (i, j)));
    compare_pairs(&readings, pairs)
}

fn compare_pairs<D: Copy + Ord>(
    readings: &[Reading<D>],
    pairs: impl IntoIterator<Item = (usize, usize)>,
) -> Vec<Shared<D>> {
    let mut all: Vec<Shared<D>> = pairs
        .into_iter()
        .filter_map(|(i, j)| compare(&readings[i], &readings[j]))
        .collect();
    all.sort_by_key(|shared| (shared.a, shared.b));
    all
}

fn compare<D: Copy + Ord>(a: &Reading<D>, b: &Reading<D>) -> Option<Shared<D>> {
    let (a, b) = if a.document <= b.document {
        (a, b)
    } else {
        (b, a)
    };
    if a.shingles.is_disjoint(&b.shingles) {
        return None;
    }
    let stretches = stretches(a, b);
    let prose = |words: &[Word], of: std::ops::Range<usize>| {
        words[of].iter().filter(|word| !word.quoted).count()
    };
    // What somebody else said in the same words is no sign that one took from the other: words between
    // quotation marks count only in a text that is nothing else.
    let (all_a, all_b) = (
        prose(&a.words, 0..a.words.len()),
        prose(&b.words, 0..b.words.len()),
    );
    let bare = all_a.min(all_b) < RUN;
    let count = |words: &[Word], of: std::ops::Range<usize>| {
        if bare { of.len() } else { prose(words, of) }
    };
    let whole = |reading: &Reading<D>| count(&reading.words, 0..reading.words.len());
    // A stretch that the other text has between quotation marks is somebody else's words there.
    let written = |words: &[Word], of: std::ops::Range<usize>| {
        bare || 2 * prose(words, of.clone()) >= of.len()
    };
    type Side = fn(&Stretch) -> std::ops::Range<usize>;
    let covered = |side: Side, here: &Reading<D>, other: Side, there: &Reading<D>| {
        let mut hit = vec![false; here.words.len()];
        for stretch in &stretches {
            if written(&there.words, other(stretch)) {
                hit[side(stretch)].fill(true);
            }
        }
        let counts = here.words.iter().zip(&hit);
        counts
            .filter(|(word, hit)| **hit && (bare || !word.quoted))
            .count()
    };
    let (words_a, words_b) = (whole(a), whole(b));
    let (common, shorter) = if words_a <= words_b {
        (covered(Stretch::in_a, a, Stretch::in_b, b), words_a)
    } else {
        (covered(Stretch::in_b, b, Stretch::in_a, a), words_b)
    };
    if stretches.is_empty() || shorter == 0 {
        return None;
    }
    let share = common as f64 / shorter as f64;
    let passages: Vec<Passage> = stretches
        .iter()
        .filter(|stretch| stretch.matched >= PARAGRAPH)
        .filter(|stretch| {
            bare || prose(&a.words, stretch.in_a()).min(prose(&b.words, stretch.in_b())) >= PROSE
        })
        .map(|stretch| Passage {
            a: span(&a.words[stretch.in_a()]),
            b: span(&b.words[stretch.in_b()]),
            words: stretch.matched,
        })
        .collect();
    let kind = if share >= COPY {
        Sharing::Copy
    } else if !passages.is_empty() {
        Sharing::SharedParagraphs
    } else {
        return None;
    };
    Some(Shared {
        a: a.document,
        b: b.document,
        share,
        run: stretches.iter().map(|s| s.matched).max().unwrap_or(0),
        kind,
        passages,
    })
}

/// From the first word to the last.
fn span(words: &[Word]) -> Span {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
        _ => Span::new(0, 0),
    }
}

/// A stretch of words that both texts have, but for light edits.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    a: (usize, usize),
    b: (usize, usize),
    /// How many of its words are the same in both.
    matched: usize,
}

impl Stretch {
    fn in_a(&self) -> std::ops::Range<usize> {
        self.a.0..self.a.1
    }

    fn in_b(&self) -> std::ops::Range<usize> {
        self.b.0..self.b.1
    }
}

/// The stretches that two texts have in common: shingles that follow one another in both make runs, and
/// runs that follow one another with no more than a few other words between them are one stretch.
fn stretches<D>(a: &Reading<D>, b: &Reading<D>) -> Vec<Stretch> {
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for (i, shingle) in b.order.iter().enumerate() {
        if a.shingles.contains(shingle) {
            places.entry(*shingle).or_default().push(i);
        }
    }
    // Runs without a break, by where they end.
    let mut runs: Vec<Stretch> = Vec::new();
    let mut open: BTreeMap<usize, Stretch> = BTreeMap::new();
    for (at, shingle) in a.order.iter().enumerate() {
        let mut next: BTreeMap<usize, Stretch> = BTreeMap::new();
        for to in places.get(shingle).into_iter().flatten() {
            let stretch = match to.checked_sub(1).and_then(|before| open.remove(&before)) {
                Some(mut stretch) => {
                    stretch.a.1 += 1;
                    stretch.b.1 += 1;
                    stretch.matched += 1;
                    stretch
                }
                None => Stretch {
                    a: (at, at + a.width),
                    b: (*to, *to + a.width),
                    matched: a.width,
                },
            };
            next.insert(*to, stretch);
        }
        runs.extend(std::mem::replace(&mut open, next).into_values());
    }
    runs.extend(open.into_values());
    runs.sort_by_key(|run| (run.a, run.b));
    // The nearest stretch that a run carries on is the one it joins; of several, the longest.
    let mut joined: Vec<Stretch> = Vec::new();
    for run in runs {
        let before = joined
            .iter_mut()
            .rev()
            .take(NEAR)
            .filter(|known| {
                let apart = |end: usize, start: usize| (start + OVERLAP >= end).then(|| start.saturating_sub(end));
                matches!(
                    (apart(known.a.1, run.a.0), apart(known.b.1, run.b.0)),
                    (Some(x), Some(y)) if x <= GAP && y <= GAP && run.a.1 > known.a.1 && run.b.1 > known.b.1
                )
            })
            .max_by_key(|known| known.matched);
        match before {
            Some(known) => {
                let twice = known
                    .a
                    .1
                    .saturating_sub(run.a.0)
                    .max(known.b.1.saturating_sub(run.b.0));
                known.matched += run.matched.saturating_sub(twice);
                known.a.1 = run.a.1;
                known.b.1 = run.b.1;
            }
            None => joined.push(run),
        }
    }
    joined
}

fn read<D: Copy>(texts: &[(D, &str)]) -> Vec<Reading<D>> {
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut shingles: HashMap<Vec<u32>, u32> = HashMap::new();
    texts
        .iter()
        .map(|(document, text)| {
            let mut words = Vec::new();
            let numbers: Vec<u32> = folded(text)
                .into_iter()
                .map(|(word, place)| {
                    words.push(place);
                    let next = known.len() as u32;
                    *known.entry(word).or_insert(next)
                })
                .collect();
            // A text shorter than a shingle is one shingle of its own.
            let width = RUN.min(numbers.len().max(1));
            let order: Vec<u32> = numbers
                .windows(width)
                .map(|run| {
                    let next = shingles.len() as u32;
                    *shingles.entry(run.to_vec()).or_insert(next)
                })
                .collect();
            Reading {
                document: *document,
                words,
                width,
                shingles: order.iter().copied().collect(),
                order,
            }
        })
        .filter(|reading| !reading.words.is_empty())
        .collect()
}

/// The words of a text, folded: letters and digits only, lower case, without vowel marks and
/// elongation, letter variants joined; each with its place, and whether it stands in a quotation. For finding
/// copies only, never for identity. A quotation that is not closed in its line is none.
fn folded(text: &str) -> Vec<(String, Word)> {
    let mut all: Vec<(String, Word)> = Vec::new();
    let mut word = String::new();
    let mut start = 0;
    let mut opened: Option<(char, usize)> = None;
    for (i, c) in text.chars().chain(['\n']).enumerate() {
        if c.is_alphanumeric() || is_mark(c) {
            if word.is_empty() {
                start = i;
            }
            if !is_mark(c) {
                word.extend(fold(c));
            }
            continue;
        }
        if !word.is_empty() {
            let place = Word {
                span: Span::new(start, i),
                quoted: false,
            };
            all.push((std::mem::take(&mut word), place));
        }
        match (c, opened) {
            ('\n', _) => opened = None,
            (_, Some((close, from))) if c == close => {
                for (_, place) in &mut all[from..] {
                    place.quoted = true;
                }
                opened = None;
            }
            (_, None) => {
                opened = closes(c).map(|close| (close, all.len()));
            }
            _ => {}
        }
    }
    all
}

/// The mark that closes a quotation which this one opens.
fn closes(c: char) -> Option<char> {
    match c {
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        '"' => Some('"'),
        _ => None,
    }
}

/// Arabic vowel marks, the dagger alif, and the line that only stretches a word.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0640}' | '\u{200c}' | '\u{200d}'
    )
}

fn fold(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{0660}'..='\u{0669}' => char::from(b'0' + (c as u32 - 0x0660) as u8),
        '\u{06f0}'..='\u{06f9}' => char::from(b'0' + (c as u32 - 0x06f0) as u8),
        other => other,
    };
    c.to_lowercase()
}
