//! Texts that are one text, or have paragraphs in common, found by content.
//!
//! Words are folded, so that marks, elongation and letter variants hide no copy. Runs of eight
//! words (shingles; Broder 1997) that few documents have lead to candidates; for every candidate
//! pair the shingles that both have are counted exactly. `docs/method.md` has the thresholds.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

/// Words in a shingle.
const RUN: usize = 8;

/// From this share of the shorter text on, two documents are copies of one text.
const COPY: f64 = 0.5;

/// So many words in one run are a shared paragraph.
const PARAGRAPH: usize = 40;

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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared<D> {
    /// One.
    pub a: D,
    /// The other, the later of the two in the caller's order.
    pub b: D,
    /// The part of the shorter text's shingles that the other has, 0 to 1.
    pub share: f64,
    /// The longest run of words in common.
    pub run: usize,
    /// What that makes them.
    pub kind: Sharing,
}

/// A text as numbers of words, and its shingles.
struct Reading<D> {
    document: D,
    words: Vec<u32>,
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
    let common = a.shingles.intersection(&b.shingles).count();
    let shorter = a.shingles.len().min(b.shingles.len());
    if common == 0 || shorter == 0 {
        return None;
    }
    let share = common as f64 / shorter as f64;
    let run = longest_run(a, b);
    let kind = if share >= COPY {
        Sharing::Copy
    } else if run >= PARAGRAPH {
        Sharing::SharedParagraphs
    } else {
        return None;
    };
    Some(Shared {
        a: a.document,
        b: b.document,
        share,
        run,
        kind,
    })
}

/// The longest run of words of one text that stands in the other as well: runs of shingles that
/// follow one another in both.
fn longest_run<D>(a: &Reading<D>, b: &Reading<D>) -> usize {
    let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (i, shingle) in b.order.iter().enumerate() {
        if a.shingles.contains(shingle) {
            places.entry(*shingle).or_default().push(i);
        }
    }
    let mut longest = 0;
    let mut before: HashMap<usize, usize> = HashMap::new();
    for shingle in &a.order {
        let mut here: HashMap<usize, usize> = HashMap::new();
        for at in places.get(shingle).into_iter().flatten() {
            let length = at
                .checked_sub(1)
                .and_then(|previous| before.get(&previous))
                .map_or(RUN, |length| length + 1);
            longest = longest.max(length);
            here.insert(*at, length);
        }
        before = here;
    }
    longest
}

fn read<D: Copy>(texts: &[(D, &str)]) -> Vec<Reading<D>> {
    let mut words: HashMap<String, u32> = HashMap::new();
    let mut shingles: HashMap<Vec<u32>, u32> = HashMap::new();
    texts
        .iter()
        .map(|(document, text)| {
            let numbers: Vec<u32> = folded(text)
                .map(|word| {
                    let next = words.len() as u32;
                    *words.entry(word).or_insert(next)
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
                words: numbers,
                shingles: order.iter().copied().collect(),
                order,
            }
        })
        .filter(|reading| !reading.words.is_empty())
        .collect()
}

/// The words of a text, folded: letters and digits only, lower case, without vowel marks and
/// elongation, letter variants joined. For finding copies only, never for identity.
fn folded(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || is_mark(c)))
        .map(|word| {
            word.chars()
                .filter(|c| !is_mark(*c))
                .flat_map(fold)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
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
