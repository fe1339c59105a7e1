//! What is left off the head and the tail of a clause, and what names an accusation, as data (`packs/gists.ron`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold::fold;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    that: String,
    head: String,
    about: String,
    before: String,
    shows: String,
    is: String,
    attached: String,
    pronouns: String,
    weak: String,
    not: String,
    tail: String,
    turn: String,
    turn_that: String,
    unturned: String,
    joined: String,
    own: String,
    accusing: Vec<Accusing>,
}

/// Words that lay something to somebody, and what makes a noun phrase of what they convey.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Accusing {
    /// How the cue begins.
    pub(super) cue: String,
    /// What names the accusation.
    pub(super) lead: String,
    /// How the word begins that what is laid to somebody begins with.
    pub(super) by: String,
}

/// What one language leaves off a clause.
#[derive(Debug, Default)]
pub(super) struct Pack {
    pub(super) that: BTreeSet<String>,
    pub(super) head: BTreeSet<String>,
    pub(super) about: BTreeSet<String>,
    pub(super) before: BTreeSet<String>,
    pub(super) shows: BTreeSet<String>,
    pub(super) is: BTreeSet<String>,
    pub(super) attached: Option<char>,
    pub(super) pronouns: BTreeSet<String>,
    pub(super) weak: BTreeSet<String>,
    pub(super) not: BTreeSet<String>,
    pub(super) tail: BTreeSet<String>,
    /// Turns what stands before it.
    turn: BTreeSet<String>,
    /// Turns it with "that" behind.
    turn_that: BTreeSet<String>,
    /// Behind these it turns nothing: "all but".
    unturned: BTreeSet<String>,
    pub(super) joined: Option<char>,
    pub(super) own: Vec<String>,
    pub(super) accusing: Vec<Accusing>,
}

impl Pack {
    pub(super) fn of(language: &str) -> &'static Self {
        static ALL: LazyLock<BTreeMap<String, Pack>> = LazyLock::new(|| {
            let source = include_str!("../packs/gists.ron");
            let all: BTreeMap<String, Entry> = crate::drafting::content::questions(source);
            all.into_iter().map(|(l, e)| (l, Pack::from(e))).collect()
        });
        static NONE: LazyLock<Pack> = LazyLock::new(Pack::default);
        ALL.get(language).unwrap_or(&NONE)
    }

    /// Whether a word turns what stands before it: "but", «غير أن».
    pub(super) fn turns(&self, before: Option<&str>, word: &str, behind: Option<&str>) -> bool {
        let that = behind.is_some_and(|w| self.that.contains(w));
        (self.turn.contains(word) || that && self.turn_that.contains(word))
            && before.is_none_or(|w| !self.unturned.contains(w))
    }
}

impl From<Entry> for Pack {
    fn from(e: Entry) -> Self {
        let set = |text: &str| text.split_whitespace().map(fold).collect();
        Self {
            that: set(&e.that),
            head: set(&e.head),
            about: set(&e.about),
            before: set(&e.before),
            shows: set(&e.shows),
            is: set(&e.is),
            attached: e.attached.chars().next(),
            pronouns: set(&e.pronouns),
            weak: set(&e.weak),
            not: set(&e.not),
            tail: set(&e.tail),
            turn: set(&e.turn),
            turn_that: set(&e.turn_that),
            unturned: set(&e.unturned),
            joined: e.joined.chars().next(),
            own: e.own.split_whitespace().map(fold).collect(),
            accusing: e.accusing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_words_parse_in_both_languages() {
        for language in ["ar", "en"] {
            let pack = Pack::of(language);
            assert!(pack.tail.len() > 20, "{language}");
            assert!(pack.accusing.len() > 2, "{language}");
        }
    }
}
