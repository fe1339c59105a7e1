//! Subjects that a relative clause with no comma parts from their verb: "the rebel group that says it holds the port insisted".
//!
//! The clause is counted out: each clause opened behind the noun wants one finite verb, and the next one is the noun's own.

use super::phrase::Phrase;
use crate::extraction::inflect::Tense;
use crate::extraction::lexicon::opens;
use crate::extraction::pack::{Class, Opens, Sort};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

/// The longest clause looked at, in tokens.
const LONGEST: usize = 40;
/// The longest phrase that a relative tells more of.
const NOUN: usize = 12;
/// A relative clause of at most so many tokens belongs to what its speaker is called.
const SHORT: usize = 12;

impl Reader<'_> {
    /// The phrase that a relative right after the comma at `c` tells more of: "according to the ministry, which said".
    pub(super) fn latin_antecedent(&self, c: usize, a: usize) -> Option<(usize, usize)> {
        let mut k = c;
        while k > a && c - k < 14 {
            let p = k - 1;
            if self.mark(p) == Mark::Comma || self.mark(p) != Mark::Word && !self.soft(p) {
                break;
            }
            let within = k < c
                && p > a
                && (matches!(self.low(p), "of" | "for" | "and")
                    && self.capital(p - 1)
                    && self.capital(p + 1)
                    || matches!(self.low(p), "of" | "from" | "in")
                        && self.head_at(p - 1).is_some());
            if self.mark(p) == Mark::Word
                && !within
                && (self.is(p, Class::Preposition)
                    || self.is(p, Class::Auxiliary)
                    || self.is(p, Class::That)
                    || self.is(p, Class::Relative)
                    || self.is(p, Class::Break)
                    || self.low(p) == "and"
                    || self.reporting(p, a).is_some())
            {
                break;
            }
            k = p;
        }
        let named = (k..c).any(|n| self.capital(n) || self.head_at(n).is_some());
        (k < c && named).then_some((k, c))
    }

    /// Whether the word at `i` is finite by its form or place: an auxiliary, a past form, a verb of the list.
    pub(super) fn looks_finite(&self, i: usize, a: usize) -> bool {
        let word = self.low(i);
        let bound = i > a
            && (self.determines(i - 1)
                || self.is(i - 1, Class::Preposition)
                || self.is(i - 1, Class::Adjective) && self.low(i - 1) != "first"
                || self.low(i - 1) == "to");
        if bound || self.mark(i) != Mark::Word || self.capital(i) {
            return false;
        }
        self.is(i, Class::Finite)
            || word.len() > 4 && word.ends_with("ed")
            || self.reporting(i, a).is_some()
                && self.head_at(i).is_none()
                && self.w(i).known.form.tense != Tense::Participle
    }

    fn auxiliary(&self, i: usize) -> bool {
        self.is(i, Class::Auxiliary)
            && !(self.low(i) == "may" && self.capital(i))
            && self.low(i - 1) != "to"
    }

    /// Whether "who", "which", "whose" or "that" at `k` begins a clause about the noun before it.
    pub(super) fn tells_more(&self, k: usize, a: usize) -> bool {
        if k <= a || self.mark(k - 1) != Mark::Word || self.is(k - 1, Class::Preposition) {
            return false;
        }
        if self.is(k, Class::Relative) {
            return true;
        }
        // "The group that seized the port", and not "told the group that soldiers fired".
        let next = (k + 1..k + 3)
            .find(|&n| !self.manner(n) && self.low(n) != "first")
            .unwrap_or(k + 1);
        let word = self.low(next);
        let present = word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && self.head_at(next).is_none()
            && !self.owns(next)
            && !self.determines(next)
            && !self.low(k - 1).ends_with('s')
            && !self.capital(next);
        // "Posts that name no source".
        let plural = self.low(k - 1).ends_with('s')
            && self.pack.noun(&self.w(k - 1)).is_none()
            && !self.is(k - 1, Class::ClaimNoun)
            && !word.ends_with('s')
            && self.head_at(next).is_none()
            && !self.determines(next)
            && !self.is(next, Class::Pronoun)
            && !self.is(next, Class::Preposition)
            && !self.is(next, Class::Adjective)
            && !self.capital(next)
            && self.mark(next) == Mark::Word
            && (next + 1 < self.t.all.len() && self.determines(next + 1));
        self.low(k) == "that"
            && self.reporting(k - 1, a).is_none()
            && (self.auxiliary(next) || self.looks_finite(next, next) || present || plural)
    }

    /// The noun phrase that ends at `k` and begins its clause.
    pub(super) fn noun_before(&self, k: usize, a: usize) -> Option<(usize, usize)> {
        let floor = a.max(k.saturating_sub(LONGEST));
        let mut from = k;
        while from > floor
            && (matches!(self.mark(from - 1), Mark::Word | Mark::Number) || self.soft(from - 1))
            && !self.is(from - 1, Class::Break)
        {
            from -= 1;
        }
        let mut np = from;
        for i in from..k {
            let opens_clause = self.is(i, Class::That) || self.is(i, Class::SoftBreak);
            let says = self.looks_finite(i, from) && self.reporting(i, from).is_some();
            let joins = self.low(i) == "and" && (from..i).any(|n| self.auxiliary_of(n, from));
            if opens_clause || says || joins || self.auxiliary_of(i, from) {
                np = i + 1;
            }
        }
        while np < k && (self.is(np, Class::Adverb) || matches!(self.low(np), "and" | "then")) {
            np += 1;
        }
        if self.is(np, Class::Preposition) {
            np = self.past_time(np, k)?;
        }
        let plain = (np..k).all(|i| {
            !self.auxiliary_of(i, np)
                && (i == np || !self.is(i, Class::Pronoun))
                && !self.is(i, Class::Negation)
                && !self.looks_finite(i, np)
        });
        let nobody = matches!(
            self.low(np),
            "nobody"
                | "none"
                | "anyone"
                | "all"
                | "it"
                | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "you"
        );
        let named = (np..k).any(|i| self.head_at(i).is_some()) || self.determines(np) || {
            // "Posts that name no source", "people who know him".
            k == np + 1 || self.capital(k - 1)
        };
        // "Told the paper that reports": the paper is told.
        let told = self.low(k) == "that"
            && np > from
            && (self.reporting(np - 1, from).is_some() || self.auxiliary_of(np - 1, from))
            && !(from + 1 == np - 1 && self.low(from) == "it");
        (k > np && k - np <= NOUN && plain && !nobody && named && !told).then_some((np, k))
    }

    fn auxiliary_of(&self, i: usize, a: usize) -> bool {
        i > a && self.auxiliary(i)
    }

    /// The subject of the verb whose chain begins at `v`, where a relative clause stands between the two.
    pub(super) fn restrictive(&self, v: usize, a: usize) -> Option<Phrase> {
        let floor = a.max(v.saturating_sub(LONGEST));
        let subject = |k: usize| {
            matches!(
                self.low(k),
                "it" | "he" | "she" | "they" | "we" | "i" | "you" | "there"
            )
        };
        // "says it told": another's verb.
        if v <= a || subject(v - 1) {
            return None;
        }
        let mut from = v;
        while from > floor
            && (matches!(self.mark(from - 1), Mark::Word | Mark::Number) || self.soft(from - 1))
            && !self.is(from - 1, Class::Break)
        {
            from -= 1;
        }
        let relative = (from + 1..v.saturating_sub(1)).find(|&k| self.tells_more(k, from))?;
        let (np, _) = self.noun_before(relative, a)?;
        let whose = self.low(relative) == "whose";
        let first = (relative + 1..v).find(|&k| {
            !self.manner(k) && !self.is(k, Class::Time) && !matches!(self.low(k), "last" | "first")
        })?;
        let object = self.determines(first)
            || self.is(first, Class::Pronoun)
            || self.capital(first)
            || matches!(self.low(relative), "whom");
        let mut clauses = 1;
        // Clauses that a verb may open with no word of its own.
        let mut perhaps = 0;
        let mut groups: Vec<usize> = Vec::new();
        let mut says = false;
        let mut k = relative + 1;
        while k < v {
            if self.mark(k) != Mark::Word {
                k += 1;
                continue;
            }
            if self.is(k, Class::That) || self.is(k, Class::Relative) {
                // "employs that researcher": no clause.
                let points = self.low(k) == "that"
                    && !says
                    && !(k + 1..v).any(|g| self.auxiliary(g) || self.looks_finite(g, relative));
                clauses += usize::from(!points);
                k += 1;
                continue;
            }
            let reporting = self
                .looks_finite(k, relative)
                .then(|| self.reporting(k, relative))
                .flatten();
            let lead = k == first && !object && !whose;
            if self.auxiliary(k) {
                groups.push(k);
                k += 1;
                while k < v && (self.auxiliary(k) || self.manner(k) || self.is(k, Class::Negation))
                {
                    k += 1;
                }
                let verb = k < v
                    && (self.low(k).ends_with("ed")
                        || self.is(k, Class::Finite)
                        || self.pack.verb(&self.w(k)).is_some());
                if verb && let Some(told) = self.pack.verb(&self.w(k)) {
                    says = true;
                    perhaps += self.opens_bare(told.sort, k, v);
                }
                k += usize::from(verb);
                continue;
            }
            if subject(k) && k > relative + 1 && k + 1 < v {
                // "says it holds the port"
                let fresh =
                    groups.last().is_some_and(|&g| g + 2 >= k) && !self.is(k - 1, Class::That);
                clauses += usize::from(fresh);
                if !self.auxiliary(k + 1) && !self.is(k + 1, Class::Preposition) {
                    groups.push(k + 1);
                    k += 2;
                    continue;
                }
            } else if lead
                || self.looks_finite(k, relative)
                    // "feeds stranded sailors"
                    && (reporting.is_some() || groups.last() != Some(&(k - 1)))
            {
                groups.push(k);
                if let Some(verb) = reporting {
                    says = true;
                    let pronoun = matches!(self.low(k + 1), "it" | "he" | "she" | "they" | "we");
                    if opens(verb, |o| matches!(o, Opens::That | Opens::Addressee)) && !pronoun {
                        perhaps += self.opens_bare(verb.sort, k, v);
                    }
                }
            } else if self.is(k, Class::SoftBreak)
                && (k + 1..v).any(|g| self.auxiliary(g) || self.looks_finite(g, relative))
                || self.low(k) == "and"
                    && (self.auxiliary(k + 1) || self.looks_finite(k + 1, k + 1))
            {
                clauses += 1;
            }
            k += 1;
        }
        let last = *groups.last()?;
        let count = groups.len();
        // A word before the verb that can speak may be its subject.
        let speaker = self.head_at(v - 1).is_some() || self.capital(v - 1);
        let joined = (last + 1..v).any(|k| {
            says && self.is(k, Class::That)
                || self.is(k, Class::Relative)
                || speaker && (self.is(k, Class::SoftBreak) || self.low(k) == "and")
        });
        let counted = count == clauses && (perhaps == 0 || !speaker)
            || count > clauses && count <= clauses + perhaps;
        if joined || !counted || last + 1 > v {
            return None;
        }
        let long = says || v - relative > SHORT;
        Some(Phrase {
            a: np,
            b: if long { relative } else { v },
            clause: np,
        })
    }

    /// "The group that | says": whom the clause is about.
    pub(super) fn that_says(&self, v: usize, a: usize) -> Option<Phrase> {
        let that = v
            .checked_sub(1)
            .filter(|&k| k > a && self.low(k) == "that")?;
        let (np, end) = self
            .noun_before(that, a)
            .filter(|_| self.tells_more(that, a))?;
        Some(Phrase {
            a: np,
            b: end,
            clause: np,
        })
    }

    /// Where the verb stands that ends what is said within a relative clause about the phrase that begins at `np`: "two officials who
    /// told the paper that he had fled | said".
    pub(super) fn own_verb(
        &self,
        np: usize,
        (cue, from): (usize, usize),
        a: usize,
        b: usize,
    ) -> Option<usize> {
        (np + 1..cue).find(|&k| self.tells_more(k, np))?;
        let is_own = |k: usize| self.restrictive(k, a).is_some_and(|p| p.a == np);
        if is_own(self.chain_start(cue, a)) {
            return None;
        }
        (from + 1..b.min(from + LONGEST))
            .take_while(|&k| matches!(self.mark(k), Mark::Word | Mark::Number) || self.soft(k))
            .filter(|&k| {
                self.auxiliary(k) || self.reporting(k, a).is_some() || self.is(k, Class::Finite)
            })
            .map(|k| self.chain_start(k, a))
            .find(|&k| k > from && is_own(k))
    }

    /// Whether a verb of saying at `k` may take a clause with no "that": one more clause, or none.
    fn opens_bare(&self, sort: Sort, k: usize, v: usize) -> usize {
        let open = k + 1 < v && !self.is(k + 1, Class::That) && !self.is(k + 1, Class::Preposition);
        usize::from(open && matches!(sort, Sort::Plain | Sort::Firm))
    }
}
