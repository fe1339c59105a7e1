//! Words of captivity and release, as data: what is said of them, who they are, and what only foresees a release.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::super::families::{Family, Wordings, Words};
use crate::drafting::content::lexicon::questions;
use crate::drafting::content::page::Page;
use crate::extraction::Piece;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    en: Side,
    ar: Side,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    families: BTreeMap<Family, String>,
    people: String,
    person: String,
    kin: String,
    others: String,
    pronouns: String,
    taken: String,
    wanted: String,
    things: String,
    by: String,
}

/// The words of one language for who is held and let go.
#[derive(Debug)]
pub(in super::super) struct Release {
    pub(super) people: Wordings,
    pub(super) person: Wordings,
    pub(super) kin: Wordings,
    pub(super) others: Wordings,
    pub(super) pronouns: Wordings,
    pub(super) taken: Wordings,
    wanted: Wordings,
    things: Wordings,
    pub(super) by: Wordings,
}

impl Release {
    fn side(arabic: bool) -> &'static Side {
        static FILE: LazyLock<File> =
            LazyLock::new(|| questions(include_str!("../../../packs/freedom.ron")));
        if arabic { &FILE.ar } else { &FILE.en }
    }

    /// The families of what is said of a release.
    pub(in super::super) fn families(arabic: bool) -> BTreeMap<Family, Wordings> {
        let all = Self::side(arabic).families.iter();
        all.map(|(f, text)| (*f, Wordings::new(text))).collect()
    }

    pub(super) fn of(arabic: bool) -> &'static Self {
        fn new(arabic: bool) -> Release {
            let side = Release::side(arabic);
            Release {
                people: Wordings::new(&side.people),
                person: Wordings::new(&side.person),
                kin: Wordings::new(&side.kin),
                others: Wordings::new(&side.others),
                pronouns: Wordings::new(&side.pronouns),
                taken: Wordings::new(&side.taken),
                wanted: Wordings::new(&side.wanted),
                things: Wordings::new(&side.things),
                by: Wordings::new(&side.by),
            }
        }
        static ARABIC: LazyLock<Release> = LazyLock::new(|| new(true));
        static ENGLISH: LazyLock<Release> = LazyLock::new(|| new(false));
        if arabic { &ARABIC } else { &ENGLISH }
    }
}

/// "Calls for the release of", «لتحريرهم», «سيفرج عنهم»: a release that is only foreseen or asked for, by what stands before its
/// words at the end of tokens `from..a`.
pub(in super::super) fn only_wanted(page: &Page, words: &Words, (from, a): (usize, usize)) -> bool {
    const BACK: usize = 5;
    const GAP: usize = 2;
    let release = Release::of(page.arabic());
    let text = page.text(a);
    let ahead = page.arabic()
        && (["سي", "ست", "سن"].iter().any(|s| text.starts_with(s))
            || text.strip_prefix('ل').is_some_and(|rest| {
                rest.chars().count() > 3
                    && words
                        .forms
                        .get(a)
                        .is_some_and(|f| f.iter().any(|f| f == rest))
            }));
    // "Would not be released": that it is not to be is a denial.
    let refused = |from: usize| {
        (from..a).any(|k| matches!(page.text(k), "not" | "never") || page.text(k).ends_with("n't"))
    };
    ahead
        || (a.saturating_sub(BACK).max(from)..a).any(|k| {
            release.wanted.at(words, k, a).is_some_and(|w| {
                // "To", "if": right before the words.
                let short = w.to == k + 1 && page.text(k).chars().count() < 3;
                a - w.to <= if short { 0 } else { GAP } && !refused(w.to)
            })
        })
}

/// "Released a statement", «أطلق النار»: nobody is let go.
pub(in super::super) fn of_a_thing(page: &Page, words: &Words, a: usize, to: usize) -> bool {
    Release::of(page.arabic()).things.at(words, a, to).is_some()
}

/// Ends a sentence.
pub(super) fn ends(page: &Page, k: usize) -> bool {
    matches!(page.piece(k), Piece::Stop | Piece::Line | Piece::Semicolon)
}
