//! Single words of an English sentence: capitals, verbs, soft stops, datelines.

use crate::extraction::inflect::Tense;
use crate::extraction::pack::{Class, HeadEntry, Of, Opens, Sort, VerbEntry};
use crate::extraction::phrase::Reader;
use crate::extraction::proposal::Original;
use crate::extraction::token::{Mark, Tokens};

impl Tokens<'_> {
    /// Notes the words that begin with a capital in the original, in one walk; folding takes that away.
    pub(in crate::extraction) fn note_capitals(&mut self, original: &Original) {
        let mut next = 0u32;
        for token in &mut self.all {
            if token.mark != Mark::Word {
                continue;
            }
            let place = self.folded.origin_of(token.at);
            if place >= next {
                token.capital = original.char(place).is_some_and(char::is_uppercase);
                next = place + 1;
            }
        }
    }
}

impl Reader<'_> {
    /// The folded word at `i`; empty for a mark.
    pub(super) fn low(&self, i: usize) -> &str {
        match self.mark(i) {
            Mark::Word => self.t.text(i),
            _ => "",
        }
    }

    pub(super) fn capital(&self, i: usize) -> bool {
        self.tok(i).is_some_and(|t| t.capital)
    }

    /// The head entry of the word at `i`; of a possessive, that of the word without it.
    pub(super) fn head_at(&self, i: usize) -> Option<&HeadEntry> {
        self.pack
            .head(&self.w(i))
            .filter(|h| !h.capital || self.capital(i))
    }

    /// Whether the word at `i` heads a person or people.
    pub(super) fn person_head(&self, i: usize) -> bool {
        self.head_at(i)
            .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
    }

    /// Whether the word at `i` owns what follows.
    pub(super) fn owns(&self, i: usize) -> bool {
        let w = self.low(i);
        w.ends_with("'s") || w.ends_with("’s") || w.ends_with("s'") || w.ends_with("s’")
    }

    /// A word of time within a name: Sunday Times.
    pub(super) fn capital_run(&self, k: usize) -> bool {
        self.capital(k)
            && self.capital(k + 1)
            && self.mark(k + 1) == Mark::Word
            && !self.is(k + 1, Class::Time)
    }

    /// A full stop that ends an abbreviation, an unspaced hyphen, an apostrophe: within a phrase.
    pub(super) fn soft(&self, i: usize) -> bool {
        match self.mark(i) {
            Mark::Stop => self.t.abbreviation(i),
            Mark::Dash => {
                self.tok(i).is_some_and(|t| !t.spaced && t.end - t.at == 1)
                    && self.tok(i + 1).is_some_and(|t| !t.spaced)
            }
            Mark::Other => true,
            _ => false,
        }
    }

    /// Whether the word at `i` tells of manner: in the list, or in -ly and no noun.
    pub(super) fn manner(&self, i: usize) -> bool {
        self.is(i, Class::Adverb)
            || self.mark(i) == Mark::Word
                && self.low(i).ends_with("ly")
                && !self.capital(i)
                && self.head_at(i).is_none()
                && !matches!(
                    self.low(i),
                    "ally"
                        | "family"
                        | "assembly"
                        | "reply"
                        | "monthly"
                        | "rally"
                        | "only"
                        | "bully"
                )
    }

    /// Whether the word at `i` is a determiner or owns.
    pub(super) fn determines(&self, i: usize) -> bool {
        self.is(i, Class::Determiner) || self.owns(i)
    }

    /// The reporting verb at `i`, if its place lets it be one.
    pub(super) fn reporting(&self, i: usize, a: usize) -> Option<&VerbEntry> {
        let w = self.w(i);
        let verb = self.pack.verb(&w)?;
        if w.known.head != 0 && w.known.form.tense != Tense::Past {
            return None;
        }
        if i == a && self.pack.noun(&w).is_some() {
            return None;
        }
        // "truce talks", "raised cattle": nothing said without the particle.
        if verb.opens.iter().all(|o| matches!(o, Opens::With(_)))
            && self.particle(i, verb).is_none()
        {
            return None;
        }
        // A capital within a sentence: a name. "a claim", "its report": a noun.
        if self.capital(i) && i > a && self.mark(i - 1) == Mark::Word {
            return None;
        }
        if i > a && self.mark(i - 1) == Mark::Word {
            let p = i - 1;
            let present = w.known.form.tense == Tense::Present;
            let noun = self.pack.noun(&w).is_some() || verb.sort == Sort::Weak;
            if present
                && (self.determines(p)
                    || self.is(p, Class::Preposition) && self.low(p) != "to"
                    || noun
                        && (self.is(p, Class::Adjective)
                            || self.is(p, Class::Falsehood)
                            || self.pack.noun(&w).is_some()
                                && matches!(
                                    self.low(p),
                                    "earlier" | "later" | "recent" | "previous" | "such"
                                )
                            || self.w(p).known.verb != 0))
            {
                return None;
            }
        }
        if self.soft(i + 1) && self.mark(i + 1) == Mark::Dash
            || i > a && self.soft(i - 1) && self.mark(i - 1) == Mark::Dash
        {
            return None;
        }
        Some(verb)
    }

    /// Where the chain of auxiliaries, adverbs and negations before the verb at `i` begins.
    pub(super) fn chain_start(&self, i: usize, a: usize) -> usize {
        let mut k = i;
        while k > a && self.mark(k - 1) == Mark::Word {
            let before = if k > a + 1 { self.low(k - 2) } else { "" };
            // "has since said", "no longer stands by"
            let paired = self.low(k - 1) == "since" && matches!(before, "has" | "have" | "had")
                || self.low(k - 1) == "longer" && before == "no";
            if paired {
                k -= 2;
                continue;
            }
            let chained = self.is(k - 1, Class::Auxiliary)
                || self.manner(k - 1)
                || self.low(k - 1) == "first" && (k < a + 2 || !self.determines(k - 2))
                || self.is(k - 1, Class::Negation);
            if !chained {
                break;
            }
            k -= 1;
        }
        k
    }

    /// The first token of a sentence after line breaks, connectives and a dateline: PLACE, day (Agency) -
    pub(super) fn after_dateline(&self, a: usize, b: usize) -> usize {
        let mut i = a;
        while i < b && !matches!(self.mark(i), Mark::Word | Mark::Number | Mark::Open) {
            i += 1;
        }
        let end = b.min(i + 16);
        let bracket = (i..end).find(|&k| self.mark(k) == Mark::BracketOpen);
        if let Some(open) = bracket {
            let close = self.mate(open);
            if close > open
                && close - open <= 6
                && self.mark(close + 1) == Mark::Dash
                && (i..open).all(|k| {
                    // "May 5"
                    let month = self.capital(k) && self.is(k, Class::Month);
                    month || !self.is(k, Class::Auxiliary) && self.w(k).known.verb == 0
                })
            {
                return close + 2;
            }
        }
        // PLACE - text
        if let Some(dash) = (i..b.min(i + 6))
            .find(|&k| self.mark(k) == Mark::Dash && self.tok(k).is_some_and(|t| t.spaced))
            && (i..dash).all(|k| self.mark(k) != Mark::Word || self.capital(k))
            && self.mark(i) == Mark::Word
        {
            return dash + 1;
        }
        i
    }
}
