//! Those who were taken, in the texts of one script: by name, by what they are, by whose they are, by a pronoun.

use std::collections::BTreeSet;

use super::super::anchor::{Meant, Whom, known_title};
use super::super::families::{Families, Words};
use super::super::given::not_a_name;
use super::names::{Key, called, named, role};
use super::pack::{Release, ends};
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::page::Page;
use crate::extraction::{MentionKind, Piece};
use crate::text::fold::fold;

/// People together who were taken, as the texts of one script mean them.
#[derive(Debug)]
pub(super) struct Those {
    release: &'static Release,
    /// The first and the last words of their names.
    first: BTreeSet<String>,
    last: BTreeSet<String>,
    /// What one of them is called by what he is: "nurse", «الممرضة».
    roles: BTreeSet<String>,
    /// What they are called together: "surveyors".
    kinds: BTreeSet<String>,
}

/// A name's word without what is attached to it.
fn bare<'a>(page: &'a Page, k: usize) -> &'a str {
    let text = page.text(k);
    text.strip_suffix("'s")
        .or_else(|| text.strip_suffix("’s"))
        .unwrap_or(text)
}

impl Those {
    /// Those of whom the pages of both scripts tell, in the letters of one.
    pub(super) fn new(
        arabic: bool,
        own: &BTreeSet<Key>,
        pages: &[Option<Page>],
        words: &[Option<Words>],
    ) -> Self {
        let mut out = Self {
            release: Release::of(arabic),
            first: BTreeSet::new(),
            last: BTreeSet::new(),
            roles: BTreeSet::new(),
            kinds: called(arabic, pages, words),
        };
        for page in pages.iter().flatten().filter(|p| p.arabic() == arabic) {
            for m in &page.survey.marked {
                let Some((key, first, last)) = named(page, m.kind, (m.a, m.b)) else {
                    continue;
                };
                if !own.contains(&key) {
                    continue;
                }
                out.first.insert(bare(page, first).to_owned());
                out.last.insert(bare(page, last).to_owned());
                out.roles.extend(role(page, m.a, m.b));
            }
        }
        out
    }

    /// Them, at a token.
    fn at(&self, page: &Page, words: &Words, k: usize, end: usize) -> Option<Meant> {
        if page.piece(k) != Piece::Word {
            return None;
        }
        if Whom::named(self, page, k) {
            return Some(Meant::Name);
        }
        let of_another = |to: usize| {
            // "The nurse's brother".
            page.text(to - 1).ends_with("'s")
                && (page.is(to, sort::RELATION) || page.entry(to).is_some_and(|e| e.people > 0))
        };
        let r = self.release;
        let told = [&r.people, &r.person, &r.kin];
        let told = told.into_iter().filter_map(|w| w.at(words, k, end));
        let called = (self.roles.contains(bare(page, k)) || self.kinds.contains(bare(page, k)))
            && (page.arabic()
                || k > 0
                    && (matches!(page.text(k - 1), "the" | "their" | "our" | "its" | "these")
                        || page.piece(k - 1) == Piece::Number
                        || page.entry(k - 1).is_some_and(|e| e.number.is_some())))
            && !of_another(k + 1);
        if called || told.map(|w| w.to).any(|to| !of_another(to)) {
            return Some(Meant::Epithet);
        }
        let attached = page.arabic() && {
            let text = page.text(k);
            let long = text.chars().count() > 4;
            text.ends_with("هما") && long
                || page
                    .taken
                    .get(k)
                    .is_some_and(|t| t.pronoun == "هم" || t.pronoun == "هما")
                || text.ends_with("هم") && long && page.entry(k).is_none()
        };
        (attached || r.pronouns.at(words, k, end).is_some()).then_some(Meant::Pronoun)
    }

    /// Whether a name has a word of one of theirs.
    pub(super) fn bears(&self, name: &str) -> bool {
        let folded = fold(name).to_lowercase();
        let mut all = folded.split([' ', '-']);
        all.any(|w| self.last.contains(w) || self.first.contains(w))
    }

    /// Whether tokens tell of two and more of them.
    pub(super) fn several(&self, page: &Page, words: &Words, a: usize, b: usize) -> bool {
        let named: BTreeSet<&str> = (a..b)
            .filter(|&k| self.last.contains(bare(page, k)))
            .map(|k| bare(page, k))
            .collect();
        named.len() > 1
            || (a..b).any(|k| {
                self.release.people.at(words, k, b).is_some() || self.kinds.contains(bare(page, k))
            })
    }

    /// Somebody else's name that ends at a token.
    fn stranger(&self, page: &Page, k: usize) -> Option<usize> {
        let mut all = page.survey.marked.iter();
        all.find(|m| m.kind == MentionKind::Person && m.b == k + 1 && m.b - m.a > 1)
            .filter(|m| !(m.a..m.b).any(|k| Whom::named(self, page, k)))
            .filter(|m| !not_a_name(page, m.a, m.b))
            .map(|m| m.a)
    }
}

impl Whom for Those {
    fn named(&self, page: &Page, k: usize) -> bool {
        if page.piece(k) != Piece::Word || !page.arabic() && !page.capital(k) {
            return false;
        }
        let has = |all: &BTreeSet<String>, word: &str| {
            all.contains(word)
                || page.arabic()
                    && word
                        .strip_prefix(['و', 'ف', 'ل', 'ب'])
                        .is_some_and(|w| all.contains(w))
        };
        let word = bare(page, k);
        if has(&self.first, word) {
            return true;
        }
        // "Jonas Solvik", where Hanne Solvik is meant: a relative.
        let other = k > 0 && page.piece(k - 1) == Piece::Word && {
            let before = bare(page, k - 1);
            let given = if page.arabic() {
                page.tok(k - 1).is_some_and(|t| t.given)
            } else {
                page.capital(k - 1)
                    && !known_title(before)
                    && !page.is(k - 1, sort::TITLE | sort::STOP)
            };
            given && !has(&self.first, before) && !has(&self.last, before)
        };
        has(&self.last, word) && !other
    }

    fn meant(
        &self,
        page: &Page,
        words: &Words,
        _families: &Families,
        a: usize,
        b: usize,
    ) -> Option<Meant> {
        (a..b).filter_map(|k| self.at(page, words, k, b)).max()
    }

    fn other(&self, page: &Page, a: usize, b: usize) -> Option<usize> {
        (a..b)
            .rev()
            .find_map(|k| self.stranger(page, k).filter(|&m| m >= a))
    }

    fn told_of(
        &self,
        page: &Page,
        words: &Words,
        families: &Families,
        (from, to): (usize, usize),
        (a, b): (usize, usize),
    ) -> Option<Option<Meant>> {
        const REACH: usize = 12;
        let inside = self.meant(page, words, families, a, b);
        let mut before = None;
        let mut stranger = None;
        for k in (from..a).rev() {
            if ends(page, k) {
                break;
            }
            before = self.at(page, words, k, a);
            if before.is_some() {
                break;
            }
            // «أفرج عن سجناء», "eight of his clients": people of another kind stand nearer.
            if self
                .release
                .others
                .at(words, k, a)
                .is_some_and(|w| w.to <= a)
                && inside.is_none()
            {
                let after = self.ahead(page, words, b, to.min(b + REACH));
                return Some(after.filter(|m| *m > Meant::Pronoun));
            }
            if stranger.is_none() {
                stranger = self.stranger(page, k);
            }
        }
        if inside.is_some() {
            return Some(inside.max(before));
        }
        let after = self.ahead(page, words, b, to.min(b + REACH));
        let full = after.filter(|m| *m > Meant::Pronoun);
        // "Handed to Sheikh X", "by X": who stands behind such a word only has a part in it.
        let part = stranger.is_none_or(|s| {
            (s.saturating_sub(3).max(from)..s).any(|k| self.release.by.at(words, k, s).is_some())
        });
        // «عادا», «وصلا»: two of them.
        let two = page.arabic()
            && (a..b).any(|k| {
                let text = page.text(k);
                text.ends_with('ا') && text.chars().count() > 3 && !text.ends_with("نا")
            });
        let told = full
            .or(before.filter(|_| part))
            .or(after.filter(|_| part))
            .or((two && stranger.is_none()).then_some(Meant::Pronoun));
        Some(told)
    }
}

impl Those {
    /// Whether words are told of people of another kind: these stand nearer before them, or alone right behind.
    pub(super) fn of_others(
        &self,
        page: &Page,
        words: &Words,
        (from, to): (usize, usize),
        (_, b): (usize, usize),
    ) -> bool {
        const REACH: usize = 4;
        let other = |k: usize, end: usize| self.release.others.at(words, k, end).is_some();
        for k in (from..b).rev().take_while(|&k| !ends(page, k)) {
            if self.at(page, words, k, b).is_some() {
                return false;
            }
            if other(k, b) {
                return self
                    .ahead(page, words, b, to)
                    .is_none_or(|m| m == Meant::Pronoun);
            }
        }
        let end = to.min(b + REACH);
        (b..end)
            .take_while(|&k| !ends(page, k))
            .find_map(|k| {
                let them = self.at(page, words, k, end).is_some();
                (them || other(k, end)).then_some(!them)
            })
            .unwrap_or(false)
    }

    /// Them in tokens behind the words, before people of another kind: "released the hostages", "freed the prisoners".
    fn ahead(&self, page: &Page, words: &Words, a: usize, b: usize) -> Option<Meant> {
        for k in a..b {
            if ends(page, k) {
                return None;
            }
            if let Some(m) = self.at(page, words, k, b) {
                return Some(m);
            }
            if self.release.others.at(words, k, b).is_some() {
                return None;
            }
        }
        None
    }
}
