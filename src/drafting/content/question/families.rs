//! Families of wordings: what may be said of a question, as data; and where a text has one.
//!
//! A wording is words set apart by spaces: `a/b` is either, `*` at most three words, `w~` any word that begins so; one behind
//! `!` says of whom it is. Arabic words
//! are compared with and without a conjunction, a preposition, the article, a future marker and an attached pronoun.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::freedom::Release;
pub(in crate::drafting) use super::words::Words;
use crate::drafting::content::lexicon::questions;
use crate::text::fold::fold;

/// What a wording says of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub(super) enum Family {
    /// He is dead.
    Dead,
    /// He lives.
    Alive,
    /// He does what only the living do.
    Doing,
    /// A deed that somebody is behind.
    Deed,
    /// A place is taken.
    Taken,
    /// It is kept.
    Kept,
    /// Somebody holds it, whoever that is.
    Held,
    /// He is in custody.
    Custody,
    /// He is free, and does what only the free do.
    Free,
    /// Who was held is held no longer.
    Freed,
    /// Who is held is held still.
    Captive,
    /// What only those do who were let go.
    Out,
}

/// How a wording stands to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub(super) enum Marker {
    Deny,
    Doubt,
    Cannot,
    Likely,
    Possible,
    Affirm,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    families: BTreeMap<Family, String>,
    markers: BTreeMap<Marker, String>,
    reports: String,
    elsewhere: String,
    epithets: String,
    determiners: String,
    pronouns: String,
    doers: BTreeMap<String, String>,
    they: String,
    we: String,
    asked: String,
    places: String,
    theirs: String,
    admits: String,
    weary: String,
    himself: String,
    mourns: String,
    nobody: String,
    topic: String,
    contacts: String,
    last: String,
    bases: String,
    unproven: String,
    fates: String,
    saving: String,
    behind: String,
    #[serde(default)]
    her_epithets: String,
    #[serde(default)]
    holds: String,
    #[serde(default)]
    whose: String,
    #[serde(default)]
    unlikely: String,
    #[serde(default)]
    handled: String,
    #[serde(default)]
    mismatch: String,
    #[serde(default)]
    pictures: String,
    #[serde(default)]
    circulates: String,
}

/// One word of a wording.
#[derive(Debug, Clone)]
enum Piecewise {
    /// Any of these words; those that only begin it are marked.
    Any(Vec<(String, bool)>),
    /// Up to three words.
    Gap,
}

/// Where a wording was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::drafting) struct Wording {
    /// One past its last token.
    pub(in crate::drafting) to: usize,
    /// Its first token.
    pub(super) from: usize,
    /// It says of whom: "nobody survived".
    pub(super) alone: bool,
    /// Which of the wordings.
    pub(super) which: usize,
}

/// Wordings, found by their first word.
#[derive(Debug, Default)]
pub(in crate::drafting) struct Wordings {
    all: Vec<(Vec<Piecewise>, bool)>,
    whole: HashMap<String, Vec<usize>>,
    /// By their first two letters.
    begun: HashMap<String, Vec<usize>>,
}

fn two(word: &str) -> String {
    word.chars().take(2).collect()
}

impl Wordings {
    pub(in crate::drafting) fn new(text: &str) -> Self {
        let mut out = Self::default();
        out.add(text);
        out
    }

    /// Adds wordings, and says how many there are now.
    pub(super) fn add(&mut self, text: &str) -> usize {
        let out = self;
        for wording in text.split('|').filter(|w| !w.trim().is_empty()) {
            let alone = wording.starts_with('!');
            let wording = wording.trim_start_matches('!');
            let pieces: Vec<Piecewise> = wording
                .split_whitespace()
                .map(|w| {
                    if w == "*" {
                        return Piecewise::Gap;
                    }
                    let any = w.split('/').filter(|x| !x.is_empty()).map(|x| {
                        let begun = x.ends_with('~');
                        (fold(x.trim_end_matches('~')).to_lowercase(), begun)
                    });
                    Piecewise::Any(any.collect())
                })
                .collect();
            let n = out.all.len();
            if let Some(Piecewise::Any(first)) = pieces.first() {
                for (word, begun) in first {
                    if *begun {
                        out.begun.entry(two(word)).or_default().push(n);
                    } else {
                        out.whole.entry(word.clone()).or_default().push(n);
                    }
                }
                out.all.push((pieces, alone));
            }
        }
        out.all.len()
    }

    /// The longest wording that begins at a token.
    pub(in crate::drafting) fn at(&self, words: &Words, i: usize, end: usize) -> Option<Wording> {
        let mut best = None;
        self.each(words, i, end, |w| best = best.max(Some(w)));
        best
    }

    /// Every wording that begins at a token.
    pub(super) fn each(&self, words: &Words, i: usize, end: usize, mut met: impl FnMut(Wording)) {
        let Some(forms) = words.forms.get(i) else {
            return;
        };
        for form in forms {
            let whole = self.whole.get(form).into_iter().flatten();
            let begun = self.begun.get(&two(form)).into_iter().flatten();
            for &n in whole.chain(begun) {
                let (pieces, alone) = &self.all[n];
                if let Some(to) = fits(pieces, words, i, end) {
                    met(Wording {
                        to,
                        from: i,
                        alone: *alone,
                        which: n,
                    });
                }
            }
        }
    }
}

fn fits(pieces: &[Piecewise], words: &Words, i: usize, end: usize) -> Option<usize> {
    const GAP: usize = 3;
    let Some((first, rest)) = pieces.split_first() else {
        return Some(i);
    };
    match first {
        Piecewise::Gap => (i..=(i + GAP).min(end)).find_map(|k| fits(rest, words, k, end)),
        Piecewise::Any(any) => {
            if i >= end {
                return None;
            }
            let here = words.forms.get(i)?.iter().any(|form| {
                any.iter()
                    .any(|(word, begun)| form == word || *begun && form.starts_with(word.as_str()))
            });
            if here {
                fits(rest, words, i + 1, end)
            } else {
                None
            }
        }
    }
}

/// The families of one language.
#[derive(Debug)]
pub(super) struct Families {
    pub(super) families: BTreeMap<Family, Wordings>,
    pub(super) markers: BTreeMap<Marker, Wordings>,
    pub(super) reports: Wordings,
    pub(super) elsewhere: Wordings,
    pub(super) epithets: Wordings,
    pub(super) determiners: Wordings,
    pub(super) pronouns: Wordings,
    /// By kind of body, one name in all languages.
    pub(super) doers: BTreeMap<String, Wordings>,
    pub(super) they: Wordings,
    pub(super) we: Wordings,
    pub(super) asked: Wordings,
    pub(super) places: Wordings,
    pub(super) theirs: Wordings,
    /// Words of owning up.
    pub(super) admits: Wordings,
    /// That it was said often before.
    pub(super) weary: Wordings,
    /// Words for people that are said of him alone.
    pub(super) himself: Wordings,
    /// Cues that mourn.
    pub(super) mourns: Wordings,
    /// What opens a sentence on what it is of: "asked about".
    pub(super) topic: Wordings,
    /// "No one".
    pub(super) nobody: Wordings,
    /// What is done only with the living: "spoke to".
    pub(super) contacts: Wordings,
    /// Words before it that leave open when it was: "last".
    pub(super) last: Wordings,
    /// Words for where aircraft are based.
    pub(super) bases: Wordings,
    /// That nobody has proof of what follows, or confirms neither it nor its contrary.
    pub(super) unproven: Wordings,
    /// Whose it is stands with it: "the fate of".
    pub(super) fates: Wordings,
    /// What is tried for somebody who then dies: "save".
    pub(super) saving: Wordings,
    /// Words of who was behind a death: "a hand in".
    pub(super) behind: Wordings,
    /// Words for her, where the case is about a woman.
    pub(super) her_epithets: Wordings,
    /// That a report is true.
    pub(super) holds: Wordings,
    /// Whose a body is.
    pub(super) whose: Wordings,
    /// That a thing is held unlikely: its contrary is likely.
    pub(super) unlikely: Wordings,
    /// What is done to a body.
    pub(super) handled: Wordings,
    /// That tests of remains do not bear him out.
    pub(super) mismatch: Wordings,
    /// Pictures and voices that are put out as his.
    pub(super) pictures: Wordings,
    /// What goes round and is nobody's.
    pub(super) circulates: Wordings,
}

impl Families {
    /// None where the pack does not have its shape.
    fn parse(source: &str) -> Option<Self> {
        let file: File = questions(source);
        if file.families.is_empty() {
            return None;
        }
        let all = |m: BTreeMap<Family, String>| -> BTreeMap<Family, Wordings> {
            m.into_iter().map(|(k, v)| (k, Wordings::new(&v))).collect()
        };
        Some(Self {
            families: all(file.families),
            markers: file
                .markers
                .into_iter()
                .map(|(k, v)| (k, Wordings::new(&v)))
                .collect(),
            reports: Wordings::new(&file.reports),
            elsewhere: Wordings::new(&file.elsewhere),
            epithets: Wordings::new(&file.epithets),
            determiners: Wordings::new(&file.determiners),
            pronouns: Wordings::new(&file.pronouns),
            doers: file
                .doers
                .into_iter()
                .map(|(k, v)| (k, Wordings::new(&v)))
                .collect(),
            they: Wordings::new(&file.they),
            we: Wordings::new(&file.we),
            asked: Wordings::new(&file.asked),
            places: Wordings::new(&file.places),
            theirs: Wordings::new(&file.theirs),
            admits: Wordings::new(&file.admits),
            weary: Wordings::new(&file.weary),
            himself: Wordings::new(&file.himself),
            mourns: Wordings::new(&file.mourns),
            nobody: Wordings::new(&file.nobody),
            topic: Wordings::new(&file.topic),
            contacts: Wordings::new(&file.contacts),
            last: Wordings::new(&file.last),
            bases: Wordings::new(&file.bases),
            unproven: Wordings::new(&file.unproven),
            fates: Wordings::new(&file.fates),
            saving: Wordings::new(&file.saving),
            behind: Wordings::new(&file.behind),
            her_epithets: Wordings::new(&file.her_epithets),
            holds: Wordings::new(&file.holds),
            whose: Wordings::new(&file.whose),
            unlikely: Wordings::new(&file.unlikely),
            handled: Wordings::new(&file.handled),
            mismatch: Wordings::new(&file.mismatch),
            pictures: Wordings::new(&file.pictures),
            circulates: Wordings::new(&file.circulates),
        })
    }

    /// The built-in families of a script; none where they do not parse, which a test rules out.
    pub(super) fn of(arabic: bool) -> Option<&'static Families> {
        fn read(source: &str, arabic: bool) -> Option<Families> {
            let mut out = Families::parse(source)?;
            out.families.extend(Release::families(arabic));
            Some(out)
        }
        static ARABIC: LazyLock<Option<Families>> =
            LazyLock::new(|| read(include_str!("../../packs/question_ar.ron"), true));
        static ENGLISH: LazyLock<Option<Families>> =
            LazyLock::new(|| read(include_str!("../../packs/question_en.ron"), false));
        if arabic {
            ARABIC.as_ref()
        } else {
            ENGLISH.as_ref()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_families_parse() {
        for source in [
            include_str!("../../packs/question_ar.ron"),
            include_str!("../../packs/question_en.ron"),
        ] {
            let families = Families::parse(source).expect("the pack has its shape");
            assert_eq!(families.families.len(), 9);
            assert_eq!(families.markers.len(), 6);
        }
    }
}
