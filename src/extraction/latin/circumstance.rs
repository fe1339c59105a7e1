//! What stands round a saying and is no part of it: a place before whoever speaks, a time behind the verb, and what is done in order
//! to say it.

use super::cue::{LatinCue, Plan, Who};
use super::opening::Opening;
use crate::extraction::pack::{Class, VerbEntry};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

impl Reader<'_> {
    /// Past "In Lorne", "Outside the hospital": where the phrase of whoever speaks begins behind it.
    pub(super) fn past_place(&self, p: usize, end: usize) -> Option<usize> {
        if matches!(self.low(p), "of" | "for" | "by" | "between" | "with") {
            return None;
        }
        (p + 2..end).find(|&k| {
            let joined = self.is(k - 1, Class::Preposition)
                || matches!(self.low(k - 1), "and" | "or" | "'s")
                || self.is(k - 1, Class::Adjective);
            let head = self.capital(k - 1) && !self.capital(k) && self.head_at(k).is_some();
            !joined && (self.determines(k) || head)
        })
    }

    /// "An hour later", "nine days ago", "shortly after": the first token behind, or the preposition of what was before.
    pub(super) fn afterwards(&self, p: usize, b: usize) -> Option<usize> {
        const LONG: usize = 5;
        let over = |k: usize| matches!(self.low(k), "later" | "ago" | "afterwards" | "earlier");
        let word = |k: usize| matches!(self.mark(k), Mark::Word | Mark::Number);
        let spell = |k: usize| {
            matches!(
                self.low(k).trim_end_matches('s'),
                "minute"
                    | "hour"
                    | "day"
                    | "night"
                    | "week"
                    | "fortnight"
                    | "month"
                    | "year"
                    | "moment"
            )
        };
        let unit = (p..b.min(p + LONG))
            .take_while(|&k| word(k))
            .find(|&k| spell(k));
        if let Some(u) = unit {
            if over(u + 1) {
                return Some(u + 2);
            }
            if matches!(self.low(u + 1), "after" | "before") {
                return Some(u + 1);
            }
        }
        let soon = matches!(
            self.low(p),
            "shortly" | "soon" | "just" | "immediately" | "long"
        );
        if soon && matches!(self.low(p + 1), "after" | "before") {
            return Some(p + 1);
        }
        (soon && self.low(p + 1) == "afterwards").then_some(p + 2)
    }

    /// Whether a clause and no noun phrase stands behind the "after" at `p`: "after the wreck was found".
    pub(super) fn when_so(&self, p: usize, end: usize) -> bool {
        matches!(self.low(p), "after" | "before" | "since" | "until")
            && (self.is(end, Class::Auxiliary) || self.is(end, Class::Finite))
    }

    /// "Went on air to say that", "interrupted its programmes to announce": what is done in order to say it is done.
    pub(super) fn voiced(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<LatinCue> {
        const FAR: usize = 14;
        let floor = a.max(i.saturating_sub(FAR));
        let done = (floor..i - 1)
            .rev()
            .take_while(|&k| !self.hard(k))
            .find(|&k| self.is(k, Class::Voicing) && !self.determines(k - 1))?;
        // "Called on the army to say".
        let asked =
            self.low(done) == "called" && matches!(self.low(done + 1), "on" | "for" | "upon");
        let chain = self.chain_start(done, a);
        let not_yet = (chain..done).any(|k| {
            self.is(k, Class::Negation)
                || self.is(k, Class::Auxiliary) && !matches!(self.low(k), "had" | "has" | "have")
        });
        let np = self.subject(chain, a).filter(|_| !asked && !not_yet)?;
        let Opening::At(from, colon) = self.opening(i + 1, b, verb) else {
            return None;
        };
        let told = colon || self.is(from - 1, Class::That) || self.mark(from) == Mark::Open;
        let plan = Plan::After {
            from,
            colon,
            object: false,
        };
        let pronoun = np.b == np.a + 1 && self.is(np.a, Class::Pronoun);
        let who = if pronoun {
            Who::Pronoun(np.a)
        } else {
            Who::Phrase(np.a, np.b)
        };
        told.then(|| self.base(i, verb.act, who, plan, np.clause, true))
    }
}
