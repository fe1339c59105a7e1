//! Contents: where what was said ends, and how it is reported.

use super::output::Style;
use super::pack::{Class, Script};
use super::phrase::Reader;
use super::shape::Shape;
use super::token::Mark;

/// A content as token ranges, with its style.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Content {
    pub(crate) parts: Vec<(usize, usize)>,
    pub(crate) style: Style,
}

impl Reader<'_> {
    /// The content that begins at `from` and may run to `limit`. `colon`: a colon or nothing but a quotation mark opened it.
    pub(crate) fn content(
        &self,
        from: usize,
        limit: usize,
        colon: bool,
        shape: Shape,
    ) -> Option<Content> {
        let mut start = from;
        while start < limit && matches!(self.mark(start), Mark::Comma | Mark::Colon | Mark::Dash) {
            start += 1;
        }
        // After a colon or a quotation mark the that-word of the quotation itself is no content.
        if self.mark(start) == Mark::Open {
            let mate = self.mate(start);
            if mate > start {
                return self.quoted(start, mate, limit, colon, shape);
            }
        }
        if self.mark(start) == Mark::Stray {
            start += 1;
        }
        let opened = start;
        start = self.past_that(start, limit, false);
        // عبر عن أن كذا: the preposition opened a clause.
        let shape = match shape {
            Shape::Phrase | Shape::Judged if start > opened => Shape::Clause,
            other => other,
        };
        // إنه "…": a quotation right after the that-word was handled; after it was skipped here it is handled too.
        if self.mark(start) == Mark::Open && self.mate(start) > start {
            return self.quoted(start, self.mate(start), limit, colon, shape);
        }
        if shape == Shape::Phrase {
            start = self.past_own_saying(start, limit);
        }
        let end = self.clause_end(start, limit, shape);
        let (a, b) = self.trim(start, end)?;
        let colon_first = from > 0 && self.mark(from - 1) == Mark::Colon;
        let style = if colon && colon_first && start == from {
            Style::Direct
        } else {
            self.style(a, b)
        };
        Some(Content {
            parts: vec![(a, b)],
            style,
        })
    }

    /// Skips a that-word at the beginning of a content.
    fn past_that(&self, start: usize, limit: usize, colon: bool) -> usize {
        let w = self.w(start);
        if start < limit
            && self.mark(start) == Mark::Word
            && w.is(Class::That)
            && self.pack.script == Script::Arabic
        {
            start + 1
        } else if start + 1 < limit
            && !colon
            && w.is(Class::Preposition)
            && matches!(self.t.text(start), "الي" | "علي" | "عن")
            && self.is(start + 1, Class::That)
        {
            // أشار "إلى أن …": the preposition stands within the quotation.
            start + 2
        } else {
            start
        }
    }

    /// كرر تأكيده على أن كذا، جدد تعهده أمس بإصلاح كذا: one's own saying leads what is said in.
    fn past_own_saying(&self, start: usize, limit: usize) -> usize {
        let w = self.w(start);
        let own = w.known.verb != 0
            && w.known.form.tense == super::inflect::Tense::Noun
            && w.pronoun > 0
            && self.pack.verb(&w).is_some_and(|v| {
                matches!(
                    v.act,
                    super::output::Act::Confirm | super::output::Act::Announce
                )
            });
        if !own {
            return start;
        }
        let mut k = start + 1;
        while k < limit && (self.is(k, Class::Time) || self.is(k, Class::Adverb)) {
            k += 1;
        }
        match self.t.text(k) {
            "علي" | "عن" if self.is(k + 1, Class::That) => k + 2,
            "علي" | "عن" if self.mark(k + 1) == Mark::Word => k + 1,
            _ if self.is(k, Class::That) && k + 1 < limit => k + 1,
            _ => start,
        }
    }

    fn quoted(
        &self,
        open: usize,
        mate: usize,
        limit: usize,
        colon: bool,
        shape: Shape,
    ) -> Option<Content> {
        // قال: "إنها خطوة جيدة": a that-word with its pronoun is of the words quoted.
        let own = colon
            && self.is(open + 1, Class::That)
            && self.t.text(open + 1).ends_with(['ه', 'ا', 'م', 'ي'])
            && self.t.text(open + 1).starts_with('ا')
            && !self.tok(open + 1).is_some_and(|t| t.hamza);
        let inner = if own {
            open + 1
        } else {
            self.past_that(
                open + 1,
                mate,
                colon && open > 0 && self.mark(open - 1) == Mark::Colon,
            )
        };
        let direct = |parts| {
            Some(Content {
                parts,
                style: Style::Direct,
            })
        };
        let (a, b) = self.trim(inner, mate)?;
        let after = mate + 1;
        let name = self.names(open, limit);
        if after >= limit
            || matches!(
                self.mark(after),
                Mark::Stop | Mark::Line | Mark::Ellipsis | Mark::Semicolon
            )
        {
            // A one-word name is no quotation: أعلن انضمامه إلى "كذا" is handled elsewhere.
            return direct(vec![(a, b)]);
        }
        let goes_on = match self.mark(after) {
            Mark::Comma => {
                let n = after + 1;
                n < limit
                    && (self.is(n, Class::That) && self.t.text(n).starts_with('و')
                        || self.t.text(n) == "و" && self.mark(n + 1) == Mark::Open
                        || name && !self.w(n).conj)
            }
            Mark::Word if self.is(after, Class::That) && self.t.text(after).starts_with('و') => {
                true
            }
            // "…" و"…"
            Mark::Word if self.t.text(after) == "و" && self.mark(after + 1) == Mark::Open => true,
            // "ندعو روسيا إلى الرد على الأسئلة المرتبطة" بقضية كذا
            Mark::Word if colon && self.unfinished(after, mate, limit) => true,
            // "توغلها في المدينة" والسيطرة على كذا: a second deed beside the first.
            Mark::Word
                if colon
                    && self.w(after).conj
                    && self.w(after).def
                    && (self.definite_deed(after) || self.w(after).deed || self.deed_on(after))
                    && (self.w(inner).deed
                        || self.is(inner, Class::Deed)
                        || !self.w(inner).def && self.t.text(inner).ends_with("ها")) =>
            {
                true
            }
            Mark::Word if colon => {
                matches!(self.w(after).prep, Some('ب' | 'ل'))
                    && self.t.text(after).chars().count() > 3
                    && !self.is(after, Class::Addressee)
                    && !self.is(after, Class::Occasion)
                    && !self.w(after).according
            }
            Mark::Word => {
                !self.breaks(after)
                    && !self.is(after, Class::Without)
                    && !(self.is(after, Class::Preposition) && self.is(after + 1, Class::Without))
            }
            Mark::Open | Mark::BracketOpen | Mark::Dash | Mark::Number => !colon,
            _ => false,
        };
        if !goes_on {
            return direct(vec![(a, b)]);
        }
        let shape = match shape {
            Shape::Judged => shape,
            _ => Shape::Clause,
        };
        let mut end = self.clause_end(after, limit, shape);
        // "ندعو روسيا إلى الرد" بقضية فلان، اللذين كذا: behind the comma the outlet speaks.
        if colon && self.mark(after) == Mark::Word {
            let comma = (after..end)
                .find(|&k| self.mark(k) == Mark::Comma && self.is(k + 1, Class::Relative));
            end = comma.unwrap_or(end);
        }
        // "…" في مدينة كذا حيث كذا: behind words quoted at length the outlet tells where it was.
        if mate > open + 10
            && let Some(at) = (after..end)
                .find(|&k| self.t.text(k) == "حيث" && self.tok(k).is_some_and(|t| t.quote == 0))
        {
            end = at;
        }
        let (_, b) = self.trim(inner, end)?;
        Some(Content {
            parts: vec![(a, b)],
            style: self.style_from(open, b),
        })
    }

    pub(super) fn breaks(&self, i: usize) -> bool {
        self.is(i, Class::Break) || self.phrase(i, Class::Break) > 0
    }
}
