//! What a content is made of, which tells what may still belong to it: a clause goes on where a noun phrase is over.

use super::cue::{Cue, Kind, Opened};
use super::output::Act;
use super::pack::Class;
use super::phrase::Reader;
use super::token::Mark;

/// What a content is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A clause, or words that are quoted.
    Clause,
    /// A noun phrase: أعلنت مقتل جنديين.
    Phrase,
    /// A noun phrase that is denied or spread: circumstances behind it are those of the denial.
    Told,
}

impl Shape {
    /// The shape of a cue's content, as far as the cue tells.
    pub(super) fn of(cue: &Cue) -> Self {
        let told = cue.kind == Kind::Noun
            || cue.opened == Opened::Noun
            || cue.opened == Opened::Object && cue.act == Act::Deny;
        match cue.opened {
            _ if told => Self::Told,
            Opened::Object | Opened::Preposition => Self::Phrase,
            _ => Self::Clause,
        }
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
}
