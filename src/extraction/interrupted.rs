//! What a clause between commas interrupts and what goes on behind it, and where a main clause begins behind what stands in front of it.

use super::lexicon::longer;
use super::pack::{Class, Of, Opens};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// تجمع المئات في الساحة، بينما توجه آخرون إلى كذا: whether what stands against a clause tells of the rest of those it told of, and
    /// nobody says it.
    pub(super) fn the_rest(&self, start: usize, n: usize, limit: usize) -> bool {
        let several = |k: usize| {
            self.mark(k) == Mark::Number
                || self.w(k).def
                    && ["ون", "ين", "ات"]
                        .iter()
                        .any(|s| self.t.text(k).ends_with(s))
                || matches!(self.t.core(k), "عشرات" | "ميات" | "الاف" | "ملايين")
        };
        if !(start..n).any(several) {
            return false;
        }
        let mut words = (n + 1..limit.min(n + 20))
            .take_while(|&k| matches!(self.mark(k), Mark::Word | Mark::Number));
        let rest = |k: usize| {
            matches!(self.t.core(k), "اخرون" | "اخرين" | "بقيه" | "باقي")
                || self.t.core(k) == "بعض" && self.w(k + 1).def
        };
        let mut found = false;
        words.all(|k| {
            found |= rest(k);
            !(self.finite(k)
                && self
                    .pack
                    .verb(&self.w(k))
                    .is_some_and(|v| super::lexicon::opens(v, |o| *o == Opens::That)))
        }) && found
    }

    /// أوقفت فلانة، التي درست كذا، يوم الأحد: whether what a clause behind a comma interrupts goes on behind its second comma.
    pub(super) fn resumed(&self, comma: usize, limit: usize) -> bool {
        let close = (comma + 2..limit.min(comma + 30))
            .find(|&k| {
                matches!(
                    self.mark(k),
                    Mark::Comma | Mark::Stop | Mark::Line | Mark::Semicolon
                )
            })
            .filter(|&k| self.mark(k) == Mark::Comma && k + 1 < limit);
        close.is_some_and(|k| {
            let n = k + 1;
            // ، التي استأنف النظام قصفها، الجمعة، بعد كذا: a time between commas is of the clause itself.
            let timed = (n..limit).find(|&x| !self.is(x, Class::Time));
            let within =
                self.is(n, Class::Time) && timed.is_some_and(|x| self.mark(x) == Mark::Comma);
            !within
                && self.mark(n) == Mark::Word
                && !self.w(n).conj
                && !self.w(n).according
                && !self.is(n, Class::Relative)
                && !self.breaks(n)
                && !self.is(n, Class::SoftBreak)
                && !self.is(n, Class::Without)
                && (!self.is(n, Class::Preposition) || self.t.text(n) == "من")
                && !matches!(
                    self.t.text(n),
                    "بعد" | "قبل" | "رغم" | "ما" | "مما" | "الامر" | "وسط" | "اثر" | "عقب"
                )
        })
    }

    /// إن الهجوم على فلان، الذي كذا، يحمل كذا: whether nothing has been said yet of what the clause begins with at `start`, and a
    /// further comma before `limit` shows that it will be.
    pub(super) fn awaited(&self, start: usize, comma: usize, limit: usize) -> bool {
        // The last that-word before the comma begins the clause that waits.
        let start = (start + 1..comma)
            .rev()
            .find(|&k| self.is(k, Class::That) && self.tok(k).is_some_and(|t| t.quote == 0))
            .map_or(start, |k| k + 1);
        let begun = start > 0
            && matches!(self.t.stem(start - 1), "ان" | "بان" | "وان")
            && self.mark(start) == Mark::Word;
        let verbal = |k: usize| {
            let w = self.word_at(k);
            let text = self.t.text(k);
            w.known.verb != 0
                || w.is(Class::Auxiliary)
                || w.is(Class::Doing)
                || w.is(Class::Negation)
                || matches!(text, "هو" | "هي" | "هم" | "يجب" | "هناك")
                || !w.found && !w.def && text.starts_with(['ي', 'ت', 'س']) && longer(text, 3)
        };
        begun
            && !self.is(start, Class::Preposition)
            && self.w(start).prep.is_none()
            && !(start..comma).any(verbal)
            && (comma + 2..limit.min(comma + 24)).any(|k| {
                self.mark(k) == Mark::Comma && self.mark(k + 1) == Mark::Word && !self.w(k + 1).conj
            })
    }

    /// بعد أن أعلن كذا، فاجأ فلان كذا: whether the main clause begins at `n`, behind the comma of one in front of it: with a bare word,
    /// that leads nothing in.
    pub(super) fn begins_main(&self, n: usize) -> bool {
        let w = self.word_at(n);
        self.mark(n) == Mark::Word
            && !self.t.text(n).starts_with('و')
            && !w.def
            && w.prep.is_none()
            && w.known.head == 0
            && (self.w(n + 1).def || self.w(n + 1).known.head != 0)
            && !self.leads_in(n)
            && ![Class::Break, Class::SoftBreak, Class::Without]
                .iter()
                .any(|&class| self.is(n, class))
    }

    /// Whether a word leads in what stands behind it.
    pub(super) fn leads_in(&self, n: usize) -> bool {
        [
            Class::Preposition,
            Class::Time,
            Class::Adverb,
            Class::Relative,
            Class::That,
            Class::Negation,
        ]
        .iter()
        .any(|&class| self.is(n, class))
    }

    /// بعد أن أعلن كذا، فاجأ الوزير كذا: at the beginning of a paragraph, where nobody has been named yet, who stands behind the verb of
    /// the main clause has said what stands in front of it.
    pub(super) fn named_ahead(&self, i: usize, a: usize, b: usize) -> Option<Np> {
        let first = (a..i).find(|&k| self.mark(k) == Mark::Word)?;
        let opens = (a == 0 || self.mark(a) == Mark::Line)
            && i == first + 2
            && self.t.text(first) == "بعد"
            && self.t.text(first + 1) == "ان";
        if !opens {
            return None;
        }
        let comma = (i + 1..b.min(i + 40)).find(|&k| {
            self.mark(k) == Mark::Comma && (self.finite(k + 1) || self.begins_main(k + 1))
        })?;
        let how = Reading {
            object: true,
            ..Reading::default()
        };
        let np = self.noun_phrase(comma + 2, b, how)?;
        // افتتح التاجر مقهى: an unknown word behind an office is what he did something with.
        let np = if np.name != (0, 0) && np.name.0 > np.a && !self.is(np.name.0, Class::GivenName) {
            self.noun_phrase(np.a, np.name.0, how)?
        } else {
            np
        };
        let person = np
            .head
            .checked_sub(1)
            .and_then(|h| self.pack.head(&self.w(h)))
            .filter(|h| h.of == Of::Person)?;
        super::lexicon::agrees(person.gender, self.w(i).known.form.agreement).then_some(np)
    }
}
