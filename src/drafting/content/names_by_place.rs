//! Arabic given names that no list has: «أختر درزان», without a title before it.
//!
//! The lists of given names end somewhere, and a word that no pack knows may be anything. What the case writes elsewhere tells
//! more: where the next word is a surname of the case, and the word stands where a verb cannot, it is a given name; so too
//! where both words have the consonants of a name that the Latin articles write in full. Without this the surname would be
//! read by itself, and given to whoever else of the case has it.

use std::collections::{BTreeMap, BTreeSet};

use super::alias::nominative_name;
use super::cast::Known;
use super::english_names::name_words;
use super::lexicon::{Shape, sort};
use super::page::Page;
use super::phrase::{finite, unknown};
use crate::drafting::naming::whole;
use crate::extraction::{Of, Piece};
use crate::text::fold::fold;
use crate::text::romanize::loose;

/// Persons' names of an article, with the titles before each.
type Named = Vec<(Known, BTreeSet<String>)>;

/// A surname, or the consonants of a part of a name, with fewer letters tells nothing.
const LEAST: usize = 2;

/// Adds to each Arabic article's names those whose given name only the rest of the case tells.
pub(super) fn names_by_place(pages: &[Option<Page>], named: &mut [Named]) {
    let surnames = surnames(pages, named);
    let heard = heard(pages, named);
    for (page, names) in pages.iter().zip(named) {
        let Some(page) = page.as_ref().filter(|p| p.arabic()) else {
            continue;
        };
        let mut new: BTreeMap<Vec<String>, String> = BTreeMap::new();
        for i in 0..page.len().saturating_sub(1) {
            if !may_be_given(page, i) || !surname_at(page, i + 1) {
                continue;
            }
            let of_the_case = surnames.contains(page.text(i + 1)) && introduced(page, i);
            if of_the_case || heard.contains(&sounds(page, i)) {
                let (name, _) = page.name(i, i + 2);
                let name = nominative_name(&name);
                new.insert(name_words(&fold(&name)), name);
            }
        }
        for (words, name) in new {
            let known = names.iter().any(|(n, _)| {
                n.words.len() > 1 && n.words.windows(words.len()).any(|w| w == &words[..])
            });
            if !known {
                names.push((Known { name, words }, BTreeSet::new()));
            }
        }
    }
}

/// Whether the word right before a surname of the case is a given name that no list has.
pub(in crate::drafting::content) fn given_before_surname(page: &Page, i: usize) -> bool {
    page.arabic() && may_be_given(page, i) && introduced(page, i)
}

fn may_be_given(page: &Page, i: usize) -> bool {
    unknown(page, i, page.len()) && !page.def(i)
}

/// The last words of the names that Arabic articles write in full.
fn surnames(pages: &[Option<Page>], named: &[Named]) -> BTreeSet<String> {
    pages
        .iter()
        .zip(named)
        .filter(|(p, _)| p.as_ref().is_some_and(Page::arabic))
        .flat_map(|(_, names)| names)
        .filter(|(n, _)| n.words.len() > 1)
        .filter_map(|(n, _)| n.words.last().cloned())
        .filter(|w| w.chars().count() > LEAST)
        .collect()
}

/// The consonants of given name and surname of those whom Latin articles name by two words.
fn heard(pages: &[Option<Page>], named: &[Named]) -> BTreeSet<(String, String)> {
    pages
        .iter()
        .zip(named)
        .filter(|(p, _)| p.as_ref().is_some_and(|p| !p.arabic()))
        .flat_map(|(_, names)| names)
        .filter_map(|(n, _)| {
            let plain: Vec<&String> = n.words.iter().filter(|w| *w != "-").collect();
            let [given, .., last] = plain[..] else {
                return None;
            };
            let parts = (sound(given), sound(last));
            let tells = |s: &String| s.chars().count() >= LEAST;
            (tells(&parts.0) && tells(&parts.1)).then_some(parts)
        })
        .collect()
}

fn sounds(page: &Page, i: usize) -> (String, String) {
    (sound(page.text(i)), sound(page.text(i + 1)))
}

fn sound(word: &str) -> String {
    loose(&whole(&[word.to_owned()]))
}

/// Whether a word may be a surname: nothing that the language needs for itself.
fn surname_at(page: &Page, i: usize) -> bool {
    page.piece(i) == Piece::Word
        && !page.conj(i)
        && !finite(page, i)
        && page.head(i).is_none()
        && !page.is(i, sort::STOP | sort::TITLE | sort::LAST | sort::COMING)
        && page.tok(i).is_some_and(|t| {
            !t.closed && !t.preposition && !t.relative && !t.that && !t.says && !t.deed
        })
}

/// Whether a word stands where a verb cannot: behind a noun of an event («مقتل»), a title, a preposition, «أن», or the verb.
fn introduced(page: &Page, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    if page.piece(before) != Piece::Word {
        return false;
    }
    // «أن يزور درزان», and «أن ظهر»: behind أن only what has no prefix of a verb.
    let that =
        page.tok(before).is_some_and(|t| t.that) && !page.text(i).starts_with(['ي', 'ت', 'ن']);
    let noun = page
        .entry(before)
        .is_some_and(|e| e.triggers.iter().any(|t| t.shape == Shape::Noun));
    noun || that
        || finite(page, before)
        || page.tok(before).is_some_and(|t| t.preposition)
        || page.is(before, sort::TITLE)
        || page.head(before) == Some(Of::Person)
}
