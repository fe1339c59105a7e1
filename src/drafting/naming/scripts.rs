//! One name in two spellings, or in two scripts.
//!
//! Spelling of foreign names in Arabic varies by long vowels («ترامب», «ترمب»); of native names such a
//! vowel makes another name («حسن», «حسين»). Between scripts only consonants can be compared. So both
//! rules ask for whole names, word by word, and for no rival; what falls short is only suggested.

use std::collections::BTreeMap;

use super::cluster::Group;
use super::form::{Class, bare_word};
use super::titles::Titles;
use crate::text::romanize::skeleton;

/// Two groups of forms that a rule finds alike.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Alike {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) rule: &'static str,
    pub(super) score: f64,
    /// Whether they are merged, or only suggested.
    pub(super) merge: bool,
}

/// Pairs of groups that are one name spelled in two ways, or in two scripts.
pub(super) fn alike(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let mut found = spellings(groups, titles);
    found.extend(scripts(groups));
    found.extend(headed(groups));
    found
}

/// Bodies of which one has the word for group and the other has not («جماعة الراية», «الراية»), where one text has both and
/// no third body is alike.
fn headed(groups: &BTreeMap<String, Group>) -> Vec<Alike> {
    let plain = |words: &[String]| -> Vec<String> {
        let kept = words.iter().filter(|w| !matches!(w.as_str(), "al" | "el"));
        kept.map(|w| bare_word(w).to_owned()).collect()
    };
    let bodies = || {
        groups
            .iter()
            .filter(|(_, g)| g.class == Class::Body && !g.listed)
    };
    let mut by_words: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    for (key, group) in bodies() {
        by_words.entry(plain(&group.words)).or_default().push(key);
    }
    let mut longer: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    for (key, group) in bodies() {
        let words = plain(&group.words);
        let rest = match words.as_slice() {
            [head, rest @ ..] if matches!(head.as_str(), "جماعه" | "تنظيم" | "حركه") => {
                rest
            }
            [rest @ .., head] if matches!(head.as_str(), "group" | "movement") => rest,
            _ => continue,
        };
        if !rest.is_empty() {
            longer.entry(rest.to_vec()).or_default().push(key);
        }
    }
    let mut found = Vec::new();
    for (rest, long) in &longer {
        for short in by_words.get(rest).into_iter().flatten() {
            for one in long {
                let together = groups[*one]
                    .articles
                    .intersection(&groups[*short].articles)
                    .next()
                    .is_some();
                let sure = long.len() == 1 && by_words[rest].len() == 1 && together;
                found.push(Alike {
                    a: (*one).clone(),
                    b: (*short).clone(),
                    rule: "word-for-group",
                    score: if sure { 0.7 } else { 0.4 },
                    merge: sure,
                });
            }
        }
    }
    found
}

/// Persons of two words and more that differ by long vowels within words that are no native names.
fn spellings(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let mut by_skeleton: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    for (key, group) in groups {
        if group.class == Class::Person && group.words.len() >= 2 && group.arabic {
            let short: Vec<String> = group.words.iter().map(|w| vowelless(w)).collect();
            by_skeleton.entry(short).or_default().push(key);
        }
    }
    let mut found = Vec::new();
    for keys in by_skeleton.values() {
        for (n, a) in keys.iter().enumerate() {
            for b in &keys[n + 1..] {
                let (one, other) = (&groups[*a], &groups[*b]);
                let differing: Vec<(&String, &String)> = one
                    .words
                    .iter()
                    .zip(&other.words)
                    .filter(|(x, y)| bare_word(x) != bare_word(y))
                    .collect();
                if differing.is_empty() || differing.len() == one.words.len() {
                    continue;
                }
                let foreign = differing.iter().all(|(x, y)| {
                    x.chars().count().min(y.chars().count()) >= 4
                        && !titles.is_given(std::slice::from_ref(x))
                        && !titles.is_given(std::slice::from_ref(y))
                });
                let apart = one.articles.intersection(&other.articles).next().is_none();
                found.push(Alike {
                    a: (*a).clone(),
                    b: (*b).clone(),
                    rule: "spelling",
                    score: if foreign && apart { 0.75 } else { 0.3 },
                    merge: foreign && apart && keys.len() <= 3,
                });
            }
        }
    }
    found
}

/// A word without the letters that only lengthen a vowel, its first letter kept.
fn vowelless(word: &str) -> String {
    let mut chars = bare_word(word).chars();
    let first = chars.next();
    first
        .into_iter()
        .chain(chars.filter(|c| !matches!(c, 'ا' | 'و' | 'ي')))
        .collect()
}

/// An Arabic and a Latin name with the same consonants in the same order. A person's words are taken together, since the
/// scripts part them differently: «نصر الله», "Nasrallah"; «عبد الرحمن», "Abdulrahman".
fn scripts(groups: &BTreeMap<String, Group>) -> Vec<Alike> {
    let mut by_skeleton: BTreeMap<(Class, Vec<String>), [Vec<&String>; 2]> = BTreeMap::new();
    for (key, group) in groups {
        if !matches!(group.class, Class::Person | Class::Place | Class::Body) || group.listed {
            continue;
        }
        let mut skeletons: Vec<String> = group
            .words
            .iter()
            .filter(|w| !matches!(w.as_str(), "al" | "el"))
            .map(|w| skeleton(w))
            .collect();
        let whole = skeletons.concat();
        if group.class == Class::Person && group.words.len() > 1 && whole.chars().count() >= 5 {
            skeletons = vec![joined(group)];
        }
        // Words of vowels only («أبو», "Abu") are told by their place.
        if skeletons.concat().chars().count() >= 3 {
            by_skeleton.entry((group.class, skeletons)).or_default()[usize::from(!group.arabic)]
                .push(key);
        }
    }
    let mut found = Vec::new();
    for ((class, words), [arabic, latin]) in &by_skeleton {
        for a in arabic {
            for b in latin {
                // A body's name is translated, not transcribed: «سلطة الميناء» has no skeleton in English.
                let long = words.len() >= 2 || words.concat().chars().count() >= 4;
                let sure = arabic.len() == 1 && latin.len() == 1 && long && *class != Class::Body;
                found.push(Alike {
                    a: (*a).clone(),
                    b: (*b).clone(),
                    rule: "two-scripts",
                    score: match (sure, words.len()) {
                        (true, 2..) => 0.7,
                        (true, _) => 0.5,
                        (false, _) => 0.3,
                    },
                    merge: sure,
                });
            }
        }
    }
    found
}

/// The skeleton of a person's whole name, as if it were one word; the article of «عبد ال…» is written or not in Latin script.
fn joined(group: &Group) -> String {
    let mut out = String::new();
    for word in group
        .words
        .iter()
        .filter(|w| !matches!(w.as_str(), "al" | "el" | "ul"))
    {
        let word = match word
            .strip_prefix("abdul")
            .or_else(|| word.strip_prefix("abdel"))
        {
            Some(rest) if !rest.is_empty() && !rest.starts_with('l') => format!("abd{rest}"),
            Some("") => "abd".to_owned(),
            _ => word.clone(),
        };
        for c in skeleton(&word).chars() {
            if !out.ends_with(c) {
                out.push(c);
            }
        }
    }
    out
}
