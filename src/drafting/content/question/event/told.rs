//! Whether a clause tells an event or only names it.
//!
//! "He disappeared", «أعلن اعتقاله», «تعرض لتسميم» tell one. "The investigation into his disappearance", «بعد اعتقاله», "the
//! missing man", «إن تسميمه يقلقنا» take it for granted and say nothing of whether it was; who "was involved in the
//! poisoning" or "knows nothing of the disappearance" speaks of another question.

use super::super::families::{Families, Words};
use super::pack::{Events, Met, Sort};
use crate::drafting::content::lexicon::Turn;
use crate::drafting::content::page::Page;
use crate::drafting::content::phrase::finite;
use crate::extraction::Piece;

/// How words of an event stand in their clause.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// That it was, or was not.
    #[default]
    Told,
    /// As what is reported.
    Reported,
    /// As what somebody had a part in, was behind or has to answer for: where the words for it begin.
    Part(usize),
    /// As what somebody knows of, or does not.
    Known,
    /// As a matter, a time, a cause or a mark of somebody.
    Named,
}

/// Words between what governs a noun and the noun: "the", «بلاده», a name.
const REACH: usize = 4;

/// A clause with what is known of its words.
pub(super) struct Telt<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) words: &'a Words,
    pub(super) families: &'static Families,
    /// Its tokens.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Its first word stands behind a word like "that".
    pub(super) subordinate: bool,
    /// What it says is only called something: "described … as".
    pub(super) labelled: bool,
    special: Vec<Met>,
}

impl<'a> Telt<'a> {
    pub(super) fn new(
        events: &Events,
        page: &'a Page<'a>,
        words: &'a Words,
        families: &'static Families,
        (from, to): (usize, usize),
        cue: Option<(usize, usize)>,
    ) -> Self {
        let special = events.of_form(page.arabic(), words, from, to);
        let labelled = cue.is_some_and(|(a, b)| {
            let met = events.of_form(page.arabic(), words, a, b);
            met.iter().any(|m| events.all[m.event].sort == Sort::Label)
        });
        let subordinate = (0..from)
            .rev()
            .find(|&k| page.piece(k) == Piece::Word)
            .is_some_and(|k| page.tok(k).is_some_and(|t| t.that))
            || page.tok(from).is_some_and(|t| t.that);
        Self {
            page,
            words,
            families,
            from,
            to,
            subordinate,
            labelled,
            special,
        }
    }

    /// A noun that is what a verb before it asks for: «طلب الرئيس هدنة», with nothing but whoever asks between.
    pub(super) fn object(&self, events: &Events, from: usize, at: usize) -> bool {
        let page = self.page;
        let noun = self.has(events, Sort::Noun, |m| m.from == at);
        noun && (from..at).all(|k| {
            page.tok(k)
                .is_some_and(|t| !t.says && !t.that && !t.relative && !t.preposition)
                && !finite(page, k)
                && !matches!(page.piece(k), Piece::Stop | Piece::Line | Piece::Semicolon)
        })
    }

    /// What is said behind a report to be false: «تقارير اختفائه خاطئة».
    pub(super) fn belied(&self, events: &Events, from: usize) -> bool {
        const FAR: usize = 12;
        self.has(events, Sort::False, |m| {
            m.from >= from && m.from < from + FAR
        })
    }

    fn has(&self, events: &Events, sort: Sort, at: impl Fn(&Met) -> bool) -> bool {
        let mut all = self.special.iter();
        all.any(|m| events.all[m.event].sort == sort && at(m))
    }

    /// How some words of an event stand here.
    pub(super) fn telling(&self, events: &Events, met: &Met) -> Telling {
        let at = met.from;
        if met.not {
            return Telling::Told;
        }
        if self.has(events, Sort::Planned, |m| m.to <= at && !self.asked(m.from)) {
            return Telling::Named;
        }
        if self.has(events, Sort::State, |m| m.from == at) && self.marks(at) {
            return self.named(events, at, met.to);
        }
        // A wording of several words that begins with a verb tells.
        if !self.has(events, Sort::Noun, |m| m.from == at) {
            return if self.relative(at) {
                self.named(events, at, met.to)
            } else {
                Telling::Told
            };
        }
        let first = self.first(events, at);
        match self.question(events, at) {
            Some((Sort::Known, _)) => return Telling::Known,
            Some((_, from)) => return Telling::Part(from),
            None => {}
        }
        // What stands nearest before it says how it is meant.
        let last = |sort: Sort, gap: usize| {
            let all = self.special.iter();
            let all = all.filter(|m| events.all[m.event].sort == sort);
            let here = all.filter(|m| m.to == at || m.to <= first && first - m.to <= gap);
            here.map(|m| m.to).max()
        };
        let about =
            last(Sort::About, 0).or_else(|| (self.led(at) || self.led(first)).then_some(at));
        match (last(Sort::Happens, 2), about) {
            (Some(happens), about) if about.is_none_or(|a| a <= happens) => return Telling::Told,
            (_, Some(_)) => return self.named(events, first, met.to),
            _ => {}
        }
        let that = |k: usize| self.page.tok(k).is_some_and(|t| t.that);
        let begins = (self.from..first).all(|k| self.page.piece(k) != Piece::Word);
        let subject = first > 0 && that(first - 1) || begins && self.subordinate;
        // "The poisoning looks like murder", «وصفت اختفاءه بأنه مريب»: of what it was like.
        if (subject || begins && self.labelled) && !self.judged(events, met.to) {
            return Telling::Named;
        }
        if self.alleged(met.to) {
            return Telling::Reported;
        }
        Telling::Told
    }

    /// What of a noun is said or asked, other than that it was: who had a part in it or knows of it, and where the words for that begin.
    fn question(&self, events: &Events, at: usize) -> Option<(Sort, usize)> {
        let first = self.first(events, at);
        let sort = |m: &Met| events.all[m.event].sort;
        // «العلم بكل الحقائق حول اختفائه»: of another matter.
        let about = |from: usize| {
            self.has(events, Sort::About, |m| {
                m.from >= from
                    && m.to <= first
                    && !matches!(
                        self.page.text(m.from),
                        "في" | "عن" | "من" | "about" | "in" | "of"
                    )
            })
        };
        let near = |m: &&Met| {
            matches!(sort(m), Sort::Part | Sort::Known)
                && m.to <= first
                && first - m.to <= REACH
                && self.plain(m.to, first)
                && !about(m.to)
        };
        let last = self.special.iter().rfind(near)?;
        Some((sort(last), last.from))
    }

    /// A noun of what somebody is charged with: «بتسميمه».
    pub(super) fn charged(&self, events: &Events, met: &Met) -> bool {
        self.page.arabic()
            && self.has(events, Sort::Noun, |m| m.from == met.from)
            && self.page.bare(met.from).starts_with('ب')
    }

    /// "Whether", «ما إذا»: asked, and not supposed.
    fn asked(&self, at: usize) -> bool {
        at > 0 && matches!(self.page.text(at - 1), "ما" | "عما" | "فيما")
    }

    /// A verb that only says of which day or thing one speaks: «اليوم الذي اختفى فيه».
    fn relative(&self, at: usize) -> bool {
        let page = self.page;
        // «الاتفاق الذي وقعته الحكومة»: all that is said.
        page.arabic() && at > self.from + 2 && page.tok(at - 1).is_some_and(|t| t.relative)
    }

    /// «المزعوم»: behind the noun and whose it is.
    fn alleged(&self, from: usize) -> bool {
        let to = self.to.min(from + REACH);
        (from..to).any(|k| {
            let text = self.page.text(k);
            let bare = text.strip_prefix("ال").unwrap_or(text);
            matches!(bare, "مزعوم" | "مزعومه" | "مفترض" | "مفترضه")
        })
    }

    /// The first word of the phrase that a noun ends: "the", "his", «أي», adjectives and whose it is.
    fn first(&self, events: &Events, at: usize) -> usize {
        let page = self.page;
        let mut first = at;
        while first > self.from {
            let k = first - 1;
            let light = if page.arabic() {
                // «تطبيق الهدنة»: what stands before the noun that governs it.
                let deed = page.tok(k).is_some_and(|t| t.deed && !t.says)
                    && !definite(page.text(k))
                    && page.entry(k).is_none_or(|e| e.turns.is_empty())
                    && !self.has(events, Sort::Happens, |m| m.from == k);
                matches!(page.text(k), "عمليه" | "حاله" | "كل" | "جميع")
                    || deed
                    || matches!(page.piece(k), Piece::Open | Piece::Close)
            } else {
                determines(page.text(k))
                    || matches!(
                        page.text(k),
                        "any" | "alleged" | "reported" | "this" | "that"
                    )
                    || page.text(k).ends_with("'s")
                    || page.text(k).ends_with("’s")
                    || page.capital(k) && first < at
                    || matches!(page.piece(k), Piece::Open | Piece::Close)
            };
            if !light || at - k > REACH {
                break;
            }
            first = k;
        }
        first
    }

    /// Nothing parts two places of the clause.
    fn plain(&self, a: usize, b: usize) -> bool {
        (a..b).all(|k| {
            !matches!(
                self.page.piece(k),
                Piece::Comma | Piece::Stop | Piece::Semicolon | Piece::Line
            )
        })
    }

    /// A participle beside the noun it marks: "the missing man", «المدينة المحاصرة», «مدينة محاصرة».
    fn marks(&self, at: usize) -> bool {
        let page = self.page;
        let Some(before) = at.checked_sub(1).filter(|&k| k >= self.from) else {
            return definite(page.text(at));
        };
        if page.arabic() {
            if definite(page.text(at)) {
                return true;
            }
            page.piece(before) == Piece::Word
                && !page.text(at).ends_with('ا')
                && !definite(page.text(before))
                && page.entry(before).is_none_or(|e| e.turns.is_empty())
                && !page
                    .tok(before)
                    .is_some_and(|t| t.closed || t.that || t.preposition)
                && !finite(page, before)
                && !page
                    .survey
                    .marked
                    .iter()
                    .any(|m| m.a <= before && before < m.b)
                && page.text(before).ends_with('ه') == page.text(at).ends_with('ه')
                && !matches!(
                    page.text(before),
                    "هو" | "هي" | "هم" | "انه" | "انها" | "انهم" | "لا" | "غير"
                )
        } else {
            // "Two abducted foreigners".
            let counted = page.piece(at + 1) == Piece::Word
                && !page.tok(at + 1).is_some_and(|t| t.preposition || t.closed)
                && (page.piece(before) == Piece::Number
                    || page.entry(before).is_some_and(|e| e.number.is_some()));
            counted
                || (determines(page.text(before)) || matches!(page.text(before), "these" | "those"))
                    && page.piece(at + 1) == Piece::Word
        }
    }

    /// Led in by a preposition that takes what stands behind it for granted.
    fn led(&self, at: usize) -> bool {
        let page = self.page;
        if !page.arabic() {
            return false;
        }
        let text = page.bare(at);
        let rest = |c: char| text.strip_prefix(c).is_some_and(|r| r.chars().count() > 3);
        // «استخدم لتسميمه», «نظرا لاعتقاله»: for it.
        let own = self.words.forms.get(at).is_some_and(|forms| {
            forms.iter().any(|f| {
                text.strip_prefix('ل')
                    .is_some_and(|r| r.starts_with(f.as_str()))
            })
        });
        rest('ل') && own && !text.starts_with("لقا") && !text.starts_with("لجو")
    }

    /// What is only named, unless it is a report that names it.
    fn named(&self, events: &Events, first: usize, after: usize) -> Telling {
        let page = self.page;
        let low = first.saturating_sub(8).max(self.from);
        let passed = |m: &Met| m.from >= low && m.to <= first;
        let reported = self.has(events, Sort::Passed, passed)
            || (low..first).any(|k| {
                self.families.reports.at(self.words, k, first).is_some()
                    || page.turns(k, Turn::Rumour)
            });
        if reported || self.alleged(after) {
            Telling::Reported
        } else {
            Telling::Named
        }
    }

    /// Whether a noun that is spoken of is said to have been, or not: "the arrest took place", «اختفاؤه كذب».
    fn judged(&self, events: &Events, from: usize) -> bool {
        const FAR: usize = 12;
        let to = self.to.min(from + FAR);
        self.has(events, Sort::Happens, |m| m.from >= from && m.from < to)
            || (from..to).any(|k| {
                let entry = self.page.entry(k);
                entry.is_some_and(|e| {
                    e.turns
                        .iter()
                        .any(|t| matches!(t, Turn::Deny | Turn::Doubt | Turn::Confirm))
                })
            })
    }
}

/// An Arabic word with the article.
pub(super) fn definite(text: &str) -> bool {
    let bare = text.strip_prefix(['و', 'ف']).unwrap_or(text);
    let bare = bare
        .strip_prefix(['ب', 'ك'])
        .filter(|r| r.starts_with("ال"))
        .unwrap_or(bare);
    bare.starts_with("ال") && bare.chars().count() > 4
        || bare.starts_with("لل") && bare.chars().count() > 4
}

/// An English article, or whose it is.
fn determines(word: &str) -> bool {
    matches!(
        word,
        "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our"
    )
}
