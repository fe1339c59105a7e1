//! What a content is made of, which tells what may still belong to it (a clause goes on where a noun phrase is over), and how it is
//! reported.

use super::cue::{Cue, Kind, Opened};
use super::lexicon::longer;
use super::output::{Act, Style};
use super::pack::{Class, Sort};
use super::phrase::Reader;
use super::token::Mark;

/// What a content is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A clause, or words that are quoted.
    Clause,
    /// A noun phrase: أعلنت مقتل جنديين.
    Phrase,
    /// A noun phrase that is condemned, feared, hoped for: circumstances behind a comma are the outlet's.
    Judged,
    /// A noun phrase that is denied or spread: circumstances behind it are those of the denial.
    Told,
    /// What a noun claims (مزاعم إغلاق الجسر كاذبة): likewise, and a judgement on the claim may follow.
    Claimed,
}

impl Shape {
    /// The shape of a cue's content, as far as the cue tells.
    pub(super) fn of(cue: &Cue) -> Self {
        let told =
            cue.opened == Opened::Noun || cue.opened == Opened::Object && cue.act == Act::Deny;
        match cue.opened {
            _ if cue.kind == Kind::Noun
                || cue.sort == Sort::Rumour && cue.opened == Opened::Preposition =>
            {
                Self::Claimed
            }
            _ if told => Self::Told,
            Opened::Object | Opened::Preposition if cue.act == Act::Opinion => Self::Judged,
            Opened::Object | Opened::Preposition => Self::Phrase,
            _ => Self::Clause,
        }
    }

    /// Whether it is a noun phrase, which a clause ends.
    pub(super) fn phrase(self) -> bool {
        matches!(self, Self::Phrase | Self::Judged)
    }
}

impl Reader<'_> {
    /// أعلنت مقتل جنديين، لكنها كذا: whether behind the comma, at `n`, a clause of its own begins, which is no part of the noun
    /// phrase before it. A relative clause is none where the phrase goes on behind it: إغلاق الجسر، الذي بني قبل قرن، وتحويل السير.
    pub(super) fn ends_phrase(&self, n: usize, limit: usize) -> bool {
        let goes_on = || {
            (n..limit.min(n + 24)).any(|k| {
                let w = self.w(k + 1);
                self.mark(k) == Mark::Comma && w.conj && (w.deed || self.is(k + 1, Class::Deed))
            })
        };
        self.is(n, Class::Relative) && !goes_on()
            || self.t.core(n).starts_with("لكن")
            || matches!(self.t.text(n), "وهو" | "وهي")
    }

    /// نفت قصف الجسر، كما عرضت صورا؛ نفت وجود نقص، ويأتي ذلك بعد كذا: whether at `n`, behind a comma, the outlet goes on with a
    /// sentence of its own, which no noun phrase holds.
    pub(super) fn does_besides(&self, n: usize) -> bool {
        let next = self.t.text(n + 1);
        self.tok(n).is_some_and(|t| t.quote == 0)
            && (self.t.text(n) == "كما"
                && self.mark(n + 1) == Mark::Word
                && !self.w(n + 1).def
                && !matches!(next, "لو" | "هو" | "هي" | "كان" | "كانت")
                || matches!(self.t.text(n), "وياتي" | "وتاتي" | "وجاء" | "وجاءت")
                    && self.mark(n + 1) == Mark::Word)
    }

    /// وصفتها بأنها "بارعة"، وقامت بكذا؛ اتهم الحزب بارتكاب جرائم، وطالب بكذا: whether at `n`, behind a comma, a verb joined by و begins,
    /// which a noun phrase from `start` without a verb, or words that a quotation has closed, cannot go on with.
    pub(super) fn joins_verb(&self, start: usize, n: usize) -> bool {
        let verb = |k: usize| {
            let (w, text) = (self.w(k), self.t.text(k));
            self.finite(k)
                || w.is(Class::Doing) && !w.def
                || self.mark(k) == Mark::Word
                    && !w.found
                    && !w.def
                    && w.prep.is_none()
                    && text.ends_with('ت')
                    && !text.ends_with("ات")
        };
        // وحث، ونقلت: what may be a noun, a passive or of this hour is left to the content.
        let past = self.w(n).known.form.tense == super::inflect::Tense::Past
            && !self.tok(n).is_some_and(|t| t.passive)
            && (longer(self.t.core(n), 3) || self.t.core(n).ends_with('ت'));
        let joined = (past || !self.w(n).found)
            && self.t.text(n).starts_with('و')
            && self.tok(n).is_some_and(|t| t.quote == 0)
            && self.mark(n) == Mark::Word
            && (self.w(n).conj || !self.w(n).found)
            && !self.is(n, Class::Preposition)
            && verb(n);
        joined
            && (self.mark(n - 2) == Mark::Close && self.mate(n - 2) + 3 <= n - 2
                || !(start..n - 1)
                    .any(|k| verb(k) || self.is(k, Class::Relative) || self.is(k, Class::That)))
    }

    /// A range without the marks and dangling words at its ends; nothing if no word is left.
    pub(crate) fn trim(&self, mut a: usize, mut b: usize) -> Option<(usize, usize)> {
        while a < b
            && !matches!(
                self.mark(a),
                Mark::Word | Mark::Number | Mark::BracketOpen | Mark::Other
            )
        {
            a += 1;
        }
        loop {
            if b <= a {
                return None;
            }
            let t = self.mark(b - 1);
            let keep = match t {
                Mark::Word => !(matches!(self.t.text(b - 1), "و" | "كما" | "وقد" | "ثم" | "وذلك")),
                Mark::Number | Mark::Other => true,
                Mark::BracketClose => self.mate(b - 1) >= a,
                _ => false,
            };
            if keep {
                break;
            }
            b -= 1;
        }
        (a..b)
            .any(|k| self.mark(k) == Mark::Word || self.mark(k) == Mark::Number)
            .then_some((a, b))
    }

    pub(crate) fn style(&self, a: usize, b: usize) -> Style {
        // Wholly within one quotation?
        if a > 0 && self.mark(a - 1) == Mark::Open && self.mate(a - 1) == b {
            return Style::Direct;
        }
        self.style_from(a, b)
    }

    pub(super) fn style_from(&self, a: usize, b: usize) -> Style {
        let mut i = a;
        while i < b {
            if self.mark(i) == Mark::Open {
                let m = self.mate(i);
                let words = (i + 1..m)
                    .filter(|&k| matches!(self.mark(k), Mark::Word | Mark::Number))
                    .count();
                let introduced = i > 0
                    && (self.is(i - 1, Class::NameIntro)
                        || self.pack.head(&self.w(i - 1)).is_some());
                let foreign =
                    (i + 1..m).all(|k| self.mark(k) != Mark::Word || self.t.text(k).is_ascii());
                if words > 1 && !introduced && !foreign || words > 4 {
                    return Style::Mixed;
                }
                i = m.max(i);
            }
            i += 1;
        }
        Style::Indirect
    }
}
