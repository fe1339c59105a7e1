//! Shorter forms of a name: a surname, the first word of an institution, a kunya.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::{Group, Local};
use super::form::{Class, bare_word};
use super::titles::Titles;

/// A form that may be short for a group, found by a rule.
pub(super) type Found = (String, &'static str, f64);

/// Whether a cleaned form is too short to mean one body or person by itself.
pub(super) fn is_short(class: Class, words: &[String], titles: &Titles, generic: bool) -> bool {
    match class {
        Class::Person => {
            // The article is a word of its own in Latin letters: "al-Qalmiri" is a surname alone.
            let named = words.iter().filter(|w| !matches!(w.as_str(), "al" | "el"));
            named.count() < 2 || titles.is_given(words) || is_kunya(words)
        }
        Class::Body => generic,
        Class::Place | Class::Thing | Class::Event => false,
    }
}

/// Whether folded words are a kunya and no more: «أبو ياقوت», "Umm Omar".
pub(super) fn is_kunya(words: &[String]) -> bool {
    words.len() == 2 && matches!(words[0].as_str(), "ابو" | "ام" | "abu" | "umm")
}

/// The group that a short form means, by the text itself.
pub(super) fn in_text(
    local: &Local,
    groups: &BTreeMap<String, Group>,
    here: &BTreeSet<String>,
) -> Option<Found> {
    let near = |class: Class| here.iter().filter(move |k| groups[*k].class == class);
    let only = |keys: Vec<&String>| match keys.as_slice() {
        [one] => Some((*one).clone()),
        _ => None,
    };
    match local.class {
        Class::Person => {
            let last: Vec<&String> = near(Class::Person)
                .filter(|k| ends(&groups[*k], &local.words))
                .collect();
            if !last.is_empty() {
                return only(last).map(|k| (k, "surname", 0.85));
            }
            let first = near(Class::Person)
                .filter(|k| begins(&groups[*k], &local.words))
                .collect();
            only(first).map(|k| (k, "given-name", 0.7))
        }
        Class::Body => {
            let first: Vec<&String> = near(Class::Body)
                .filter(|k| heads(&groups[*k], &local.words))
                .collect();
            if !first.is_empty() {
                return only(first).map(|k| (k, "first-word", 0.75));
            }
            if local.generic || local.words.len() != 1 {
                return None;
            }
            // Taken for a body by its verb: «الربيعة» of a text with one person of that surname.
            let persons = near(Class::Person)
                .filter(|k| ends(&groups[*k], &local.words))
                .collect();
            only(persons).map(|k| (k, "surname", 0.7))
        }
        Class::Place | Class::Thing | Class::Event => None,
    }
}

/// The one group of the whole case that a surname ends: only where no other does, and the word is no given name.
pub(super) fn in_case(
    local: &Local,
    groups: &BTreeMap<String, Group>,
    titles: &Titles,
) -> Option<Found> {
    if local.class != Class::Person || titles.is_given(&local.words) {
        return None;
    }
    let mut all = groups
        .iter()
        .filter(|(_, g)| g.class == Class::Person && ends(g, &local.words));
    let (key, _) = all.next()?;
    if all.next().is_some() {
        return None;
    }
    Some((key.clone(), "surname-in-case", 0.6))
}

/// Whether a short body's name is a longer one cut before what it is for: «مرصد قلمير» of «مرصد قلمير لحقوق الإنسان».
pub(super) fn is_cut_of(short: &Group, long: &Group) -> bool {
    short.class == Class::Body
        && long.class == Class::Body
        && short.words.len() >= 2
        && long.words.len() > short.words.len()
        && long.words.starts_with(&short.words)
        && {
            let next = &long.words[short.words.len()];
            matches!(next.as_str(), "for" | "of" | "من" | "في" | "باسم" | "and")
                || next.starts_with("لل") && next.chars().count() > 3
                || next.starts_with('ل') && !next.starts_with("لا") && next.chars().count() > 4
        }
}

fn ends(group: &Group, words: &[String]) -> bool {
    group.variants.iter().any(|v| {
        v.len() > words.len() && same(&v[v.len() - words.len()..], words)
            || v.len() > 1 && words.len() == 1 && joined_tail(v, &words[0])
    })
}

/// «عبد الرحمن» as «عبدالرحمن» and the like.
fn joined_tail(variant: &[String], word: &str) -> bool {
    (1..variant.len()).any(|at| variant[at..].concat() == word && at + 1 < variant.len())
}

fn begins(group: &Group, words: &[String]) -> bool {
    // «أبو» by itself is the beginning of a hundred names.
    if let [word] = words
        && matches!(
            word.as_str(),
            "ابو" | "ام" | "بن" | "عبد" | "ال" | "abu" | "umm" | "bin" | "ibn" | "al" | "abd"
        )
    {
        return false;
    }
    group
        .variants
        .iter()
        .any(|v| v.len() > words.len() && same(&v[..words.len()], words))
}

/// «الوزارة» of «وزارة الدفاع الروسية», "the Observatory" of "Qalmir Observatory for Rights".
fn heads(group: &Group, words: &[String]) -> bool {
    let [word] = words else {
        return false;
    };
    group.variants.iter().any(|v| {
        if v.len() < 2 {
            return false;
        }
        if word.is_ascii() {
            v.iter().any(|w| w == word)
        } else {
            word.starts_with("ال") && bare_word(word) == bare_word(&v[0])
        }
    })
}

fn same(a: &[String], b: &[String]) -> bool {
    a.iter().zip(b).all(|(x, y)| bare_word(x) == bare_word(y))
}
