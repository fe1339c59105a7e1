//! Free claims: contents that no predicate fits, grouped where their words are nearly the same.
//!
//! Two contents are alike if they share most of their informative words (Jaccard index of light stems, at least
//! [`ENOUGH`]), name the same numbers and are negated alike. Each is compared with the first of its group only, so that a
//! chain of small changes does not join what differs.

use std::collections::{BTreeMap, BTreeSet};

use crate::drafting::stem::arabic;
use crate::text::fold::fold;

/// The least share of words in common.
const ENOUGH: f64 = 0.6;
/// Fewer informative words than this say too little to be compared.
const LEAST: usize = 4;
/// Words in more groups than this tell nothing.
const COMMON: usize = 60;

/// A content as the words that tell it from others.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    pub(super) words: BTreeSet<String>,
    numbers: BTreeSet<String>,
    negated: bool,
}

impl Bag {
    pub(super) fn new(text: &str) -> Self {
        let mut bag = Self::default();
        for word in fold(text).split(|c: char| !c.is_alphanumeric()) {
            if word.is_empty() {
                continue;
            }
            if word.chars().all(|c| c.is_ascii_digit()) {
                bag.numbers.insert(word.to_owned());
                continue;
            }
            if matches!(
                word,
                "لم" | "لن" | "ليس" | "ليست" | "لا" | "not" | "never" | "no" | "غير" | "عدم"
            ) {
                bag.negated = !bag.negated;
                continue;
            }
            let stem = arabic(word);
            if stem.chars().count() > 2 && !STOP.contains(&stem) {
                bag.words.insert(stem.to_owned());
            }
        }
        bag
    }

    fn like(&self, other: &Self) -> bool {
        if self.negated != other.negated || self.numbers != other.numbers {
            return false;
        }
        if self.words == other.words && !self.words.is_empty() {
            return true;
        }
        if self.words.len() < LEAST || other.words.len() < LEAST {
            return false;
        }
        let both = self.words.intersection(&other.words).count();
        let all = self.words.len() + other.words.len() - both;
        #[allow(clippy::cast_precision_loss)]
        let share = both as f64 / all as f64;
        share >= ENOUGH
    }

    /// Whether two short phrases say nearly the same: half of the words of the shorter one.
    pub(super) fn near(&self, other: &Self) -> bool {
        let both = self.words.intersection(&other.words).count();
        let least = self.words.len().min(other.words.len());
        least > 0 && 2 * both >= least.max(1) && both * 3 >= self.words.len().max(other.words.len())
    }
}

const STOP: &[&str] = &[
    "الذي",
    "التي",
    "الذين",
    "هذا",
    "هذه",
    "ذلك",
    "تلك",
    "كان",
    "كانت",
    "كما",
    "بعد",
    "قبل",
    "عند",
    "حتي",
    "منذ",
    "خلال",
    "الي",
    "علي",
    "عن",
    "من",
    "في",
    "مع",
    "بين",
    "قد",
    "لقد",
    "انه",
    "انها",
    "ان",
    "the",
    "and",
    "that",
    "was",
    "were",
    "has",
    "have",
    "had",
    "for",
    "with",
    "from",
    "this",
    "its",
    "his",
    "her",
    "their",
    "which",
    "who",
    "are",
    "been",
];

/// For each bag the group it belongs to, by the index of the group's first.
pub(super) fn groups(bags: &[Bag]) -> Vec<usize> {
    let mut out = Vec::with_capacity(bags.len());
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, bag) in bags.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in &bag.words {
            if let Some(list) = by_word.get(word.as_str()).filter(|l| l.len() <= COMMON) {
                for &g in list {
                    *shared.entry(g).or_default() += 1;
                }
            }
        }
        let mut order: Vec<(usize, usize)> = shared.into_iter().collect();
        order.sort_by_key(|&(g, n)| (std::cmp::Reverse(n), g));
        let found = order
            .into_iter()
            .take(40)
            .map(|(g, _)| g)
            .find(|&g| bag.like(&bags[g]));
        if let Some(g) = found {
            out.push(g);
        } else {
            for word in &bag.words {
                by_word.entry(word).or_default().push(i);
            }
            out.push(i);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_differences_join_and_numbers_and_negation_part() {
        let a = Bag::new("الوزارة افتتحت مستشفى جديدا في المدينة القديمة أمس");
        let b = Bag::new("افتتحت الوزارة مستشفى جديدا في المدينة القديمة");
        let c = Bag::new("لم تفتتح الوزارة مستشفى جديدا في المدينة القديمة");
        let d = Bag::new("افتتحت الوزارة 3 مستشفيات في المدينة القديمة");
        assert_eq!(groups(&[a, b, c, d]), [0, 0, 2, 3]);
    }
}
