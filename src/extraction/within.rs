//! What stands in a text: جاء في البيان، ورد في تقرير كذا.

use super::cue::{Cue, Kind, Opened, Who};
use super::inflect::Agreement;
use super::pack::{Class, Of, Sort, VerbEntry};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// جاء في البيان أن: the source stands in the phrase.
    pub(super) fn within_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if self.tok(i).is_some_and(|t| t.quote != 0) || w.pronoun > 0 {
            return None;
        }
        // وجاء فيه أن: in the text last heard.
        if matches!(self.t.text(i + 1), "فيه" | "فيها") {
            let open = match self.mark(i + 2) {
                Mark::Word if self.is(i + 2, Class::That) => (Opened::That, i + 3),
                Mark::Colon => (Opened::Quote, i + 3),
                Mark::Open => (Opened::Quote, i + 2),
                _ => return None,
            };
            let who = self
                .text_before(i, a)
                .map_or(Who::Implicit(Agreement::Any), Who::Phrase);
            return Some(Ok(self.stands_in(i, a, verb, who, open)));
        }
        if self.t.text(i + 1) != "في" {
            return None;
        }
        let mut np = self.noun_phrase(i + 2, b, Reading::default())?;
        // في حيثيات الحكم أن كذا: what the text belongs to, though it be spelled like a verb.
        if self.mark(np.b) == Mark::Word
            && self.w(np.b).def
            && self.w(np.b).prep.is_none()
            && !self.w(np.b).conj
            && !self.is(np.b, Class::Relative)
            && self.is(np.b + 1, Class::That)
        {
            np.b += 1;
        }
        let close = self.is(np.b, Class::That) || self.mark(np.b) == Mark::Colon;
        // جاءت في الوقت الذي كذا: when, not what.
        if matches!(self.t.core(np.a), "وقت" | "اطار" | "ظل" | "سياق" | "اعقاب") {
            return None;
        }
        // ورد في حيثيات الحكم أن: a noun that is not known, with its definite complement.
        let of = np.b > np.a + 1 && self.w(np.b - 1).def && !self.is(np.a, Class::Time);
        if np.head == 0 && !self.is(np.a, Class::Occasion) && !(close && (self.w(np.a).def || of)) {
            return None;
        }
        let found = (np.b..b.min(np.b + 22)).find(|&k| {
            self.is(k, Class::That)
                || self.mark(k) == Mark::Colon
                // "واس": the name of who published it.
                || self.mark(k) == Mark::Open
                    && !(self.mark(self.mate(k) + 1) == Mark::Colon && self.mate(k) <= k + 5)
                || self.finite(k) && !self.is(k - 1, Class::Relative)
        })?;
        if self.finite(found) && !self.is(found, Class::That) {
            return None;
        }
        let (opened, from) = match self.mark(found) {
            // في بيان أصدره ما يسمى "مركز كذا"، "…"
            Mark::Open
                if self.names(found, b)
                    || self.mate(found) <= found + 5
                        && self.mark(self.mate(found) + 1) == Mark::Comma
                        && self.mark(self.mate(found) + 2) == Mark::Open =>
            {
                let after = self.mate(found) + 1;
                let comma = usize::from(self.mark(after) == Mark::Comma);
                if self.mark(after + comma) != Mark::Open {
                    return None;
                }
                (Opened::Quote, after + comma)
            }
            Mark::Open => (Opened::Quote, found),
            Mark::Colon => (Opened::Quote, found + 1),
            _ => (Opened::That, found + 1),
        };
        Some(Ok(self.stands_in(
            i,
            a,
            verb,
            Who::Phrase(np),
            (opened, from),
        )))
    }

    /// The cue of what stands in a text, from where its content opens.
    fn stands_in(
        &self,
        i: usize,
        a: usize,
        verb: &VerbEntry,
        who: Who,
        (opened, from): (Opened, usize),
    ) -> Cue {
        let (_, clause, separate) = self.clause_of(i, a);
        Cue {
            kind: Kind::Verb,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: Sort::Plain,
            who,
            relayed: None,
            opened,
            from,
            until: None,
            clause,
            separate,
            anaphora: false,
        }
    }

    /// The text (بيان، تقرير) that stands in the sentence before a token.
    fn text_before(&self, i: usize, a: usize) -> Option<Np> {
        let at = (a.max(i.saturating_sub(14))..i).rev().find(|&k| {
            self.pack.head(&self.w(k)).is_some_and(|h| {
                h.of == Of::Text && h.kind == super::output::SourceKind::Organization
            })
        })?;
        let how = Reading {
            led: true,
            plain: true,
            ..Reading::default()
        };
        self.noun_phrase(at, i, how)
    }
}
