//! Proper names in an English phrase: runs of capitals without the titles before them.

use crate::extraction::pack::{Class, Of};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

/// A proper name in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) body: bool,
}

impl Reader<'_> {
    /// Whether the run of capitals may go on with the token at `k`.
    fn run_goes_on(&self, k: usize, end: usize, body: bool) -> bool {
        if k >= end {
            return false;
        }
        match self.mark(k) {
            Mark::Word => {
                self.capital(k)
                    && !self.is(k, Class::Pronoun)
                    && (!self.is(k, Class::Time)
                        || self.capital(k + 1) && !self.is(k + 1, Class::Time))
                    && !self.qualifies(k)
                    || self.low(k) == "al" && self.mark(k + 1) == Mark::Dash
                    || matches!(
                        self.low(k),
                        "bin" | "ben" | "ibn" | "abu" | "de" | "van" | "von" | "der" | "el"
                    ) && self.capital(k + 1)
                    || body
                        && matches!(self.low(k), "of" | "for" | "and" | "the")
                        && (self.capital(k + 1) || self.capital(k + 2) && self.low(k + 1) == "the")
            }
            Mark::Number => body,
            _ => self.soft(k),
        }
    }

    /// Tehran-backed, Houthi-run: a name within an adjective names nobody.
    fn qualifies(&self, k: usize) -> bool {
        self.mark(k + 1) == Mark::Dash
            && self.soft(k + 1)
            && self.mark(k + 2) == Mark::Word
            && !self.capital(k + 2)
            && self.low(k) != "al"
    }

    /// An Egyptian newspaper, Al-Masry Al-Youm: the body that a name after a comma is of.
    pub(super) fn apposed_body(&self, a: usize, name: Name) -> Option<usize> {
        let comma = (a..name.a).rev().find(|&k| self.mark(k) == Mark::Comma)?;
        let h = self.phrase_head(a, comma)?;
        (comma + 1 == name.a && self.head_at(h)?.of == Of::Body).then_some(h)
    }

    /// "An officer of his own movement, the Azouagh Front": the name is the movement's, not the officer's.
    pub(super) fn names_whose(&self, a: usize, name: Name) -> bool {
        let comma = (a..name.a).rev().find(|&k| self.mark(k) == Mark::Comma);
        name.body
            && comma.is_some_and(|c| {
                self.phrase_head(a, c)
                    .and_then(|h| self.head_at(h))
                    .is_some_and(|e| matches!(e.of, Of::Person | Of::People | Of::Undisclosed))
            })
    }

    /// State TV and local officials: two sources, which the name of one does not name.
    pub(super) fn joins_two(&self, a: usize, b: usize, name: Name) -> bool {
        let end = (a..b)
            .find(|&k| self.mark(k) == Mark::Comma || self.is(k, Class::Relative))
            .unwrap_or(b);
        (a + 1..end).any(|k| {
            self.low(k) == "and"
                && !(name.a < k && k < name.b)
                && !(a..k).any(|p| self.is(p, Class::Preposition))
                && (a..k).any(|m| self.head_at(m).is_some() || self.capital(m))
                && (k + 1..end).any(|m| self.head_at(m).is_some() || self.capital(m))
        })
    }

    /// From the end of a person's name to that of the office told after a comma: ", the mayor of the town,".
    pub(super) fn with_office(&self, end: usize, b: usize) -> usize {
        if self.mark(end) != Mark::Comma || !self.determines(end + 1) {
            return end;
        }
        let close = (end + 1..b.min(end + 14)).find(|&k| self.mark(k) == Mark::Comma);
        close
            .filter(|&c| {
                (end + 1..c).any(|k| self.person_head(k))
                    && !(end + 1..c)
                        .any(|k| self.is(k, Class::Auxiliary) || self.is(k, Class::That))
            })
            .unwrap_or(end)
    }

    fn body_head(&self, k: usize) -> bool {
        self.head_at(k)
            .is_some_and(|h| matches!(h.of, Of::Body | Of::Name))
    }

    /// "Of State" of "Secretary of State Ann Lee": the rest of an office whose holder's name follows.
    fn office(&self, k: usize, b: usize) -> bool {
        k > 0
            && k + 2 < b
            && self.low(k) == "of"
            && matches!(self.low(k - 1), "secretary" | "minister")
            && self.capital(k + 1)
            && self.capital(k + 2)
            && self.mark(k + 2) == Mark::Word
    }

    /// The proper name in a phrase: that of a person before that of a body; none after a preposition.
    pub(super) fn proper(&self, a: usize, b: usize) -> Option<Name> {
        let mut best: Option<Name> = None;
        let mut k = a;
        let mut behind = false;
        while k < b {
            if self.mark(k) == Mark::Comma {
                behind = false;
                k += 1;
                continue;
            }
            if self.is(k, Class::Relative) {
                behind = true;
            }
            if self.is(k, Class::Preposition) && self.mark(k) == Mark::Word {
                behind = true;
                k += 1;
                continue;
            }
            let starts = self.mark(k) == Mark::Word
                && self.run_goes_on(k, b, false)
                && (!self.is(k, Class::Determiner) && !self.numbers_one(k)
                    || self.counts_in_name(k))
                && !(k == a
                    && !self.counts_in_name(k)
                    && self.w(k).found
                    && !self.capital(k + 1)
                    && !self.body_name(k));
            if !starts {
                k += 1;
                continue;
            }
            let mut x = k;
            let mut y = k;
            let mut body = false;
            while self.run_goes_on(y, b, body) || self.office(y, b) {
                if self.office(y, b) {
                    y += 2;
                    continue;
                }
                body |= self.body_head(y);
                // Carnia's deputy: what owns is no part of the name.
                if self.owns(y) && !self.capital(y + 1) {
                    x = y + 1;
                    y += 1;
                    break;
                }
                if self.owns(y) {
                    x = y + 1;
                    body = false;
                }
                y += 1;
            }
            while y > x && !matches!(self.mark(y - 1), Mark::Word | Mark::Number) {
                y -= 1;
            }
            while y > x && matches!(self.low(y - 1), "of" | "for" | "and" | "the") {
                y -= 1;
            }
            let run_end = y;
            // Titles before the name.
            while x < y
                // Doctors Without Borders
                && !(self.is(x + 1, Class::Preposition) && self.capital(x + 1))
                && (self.person_head(x)
                    || self.office(x, y)
                    || x > k && self.office(x - 1, y)
                    || self.is(x, Class::Adjective)
                        // the U.N. office
                        && !(self.low(x) == "u" && self.low(x + 2) == "n")
                    || self.body_head(x) && self.person_head(x + 1) && x + 1 < y
                    || self.mark(x) == Mark::Stop)
                && !(body && !self.person_head(x + 1) && !self.person_head(x) && self.body_in(x, y))
            {
                x += 1;
            }
            body = self.body_in(x, y)
                || (x + 1..y).any(|m| self.is(m, Class::Preposition) && self.capital(m));
            // the Veskan army, Evening Star newspaper: up to the head; the Carnian minister: no name.
            // "the U.N. office": the stop belongs to the name.
            let next = y + usize::from(self.mark(y) == Mark::Stop && self.soft(y));
            if x < y
                && next < b
                && self.mark(next) == Mark::Word
                && !self.is(next, Class::Preposition)
                && !self.is(next, Class::Relative)
            {
                let head = (next..b.min(next + 3)).find(|&h| self.head_at(h).is_some());
                match head {
                    Some(h)
                        if self.body_head(h)
                            && (next..h).all(|m| {
                                self.mark(m) == Mark::Word && !self.is(m, Class::Preposition)
                            }) =>
                    {
                        // Raya official, army spokesman: a person follows the body.
                        if self.person_head(h + 1) && h + 1 < b {
                            x = y;
                        } else {
                            y = h + 1;
                            while y < b && self.body_head(y) {
                                y += 1;
                            }
                            body = true;
                        }
                    }
                    _ if next == y && !self.is(y, Class::Adverb) && self.low(y) != "and" => x = y,
                    _ => {}
                }
            }
            if x < y && !behind {
                let the = x > a && self.low(x - 1) == "the";
                let person = (a..b).any(|m| self.person_head(m));
                let words = (x..y)
                    .filter(|&m| self.mark(m) == Mark::Word && self.low(m) != "al")
                    .count();
                let body = body
                    || the && !person
                    || words == 1 && !person && self.head_at(x).is_none_or(|h| h.of != Of::Person);
                let name = Name { a: x, b: y, body };
                let better = match best {
                    None => true,
                    Some(old) => old.body && !body,
                };
                if better {
                    best = Some(name);
                }
            }
            k = run_end.max(k + 1);
        }
        best
    }

    fn body_in(&self, a: usize, b: usize) -> bool {
        (a..b).any(|k| self.body_head(k))
    }

    /// Two Rivers Observatory: a number that begins a name.
    fn counts_in_name(&self, k: usize) -> bool {
        self.capital(k) && self.capital(k + 1) && self.pack.numbers.contains_key(self.low(k))
    }

    /// "One of the two": no name.
    fn numbers_one(&self, k: usize) -> bool {
        self.low(k) == "one" && !self.capital(k + 1)
    }

    fn body_name(&self, k: usize) -> bool {
        self.head_at(k).is_some_and(|h| h.of == Of::Name)
    }

    pub(super) fn folded_words(&self, a: usize, b: usize) -> Vec<String> {
        (a..b)
            .filter(|&k| {
                self.mark(k) == Mark::Word
                    && !matches!(
                        self.low(k),
                        "al" | "the" | "of" | "for" | "and" | "a" | "an"
                    )
            })
            .map(|k| {
                self.low(k)
                    .trim_end_matches("'s")
                    .trim_end_matches("’s")
                    .to_owned()
            })
            .collect()
    }

    /// Where a phrase ends that tells who somebody is: before ", speaking on condition of anonymity", ", who spoke by telephone".
    pub(super) fn told_of(&self, a: usize, b: usize) -> usize {
        (a + 1..b)
            .find(|&k| {
                self.mark(k) == Mark::Comma
                    && (self.mark(k + 1) == Mark::Word
                        && (self.low(k + 1).ends_with("ing") || self.low(k + 1).ends_with("ed"))
                        && !self.capital(k + 1)
                        || self.is(k + 1, Class::Preposition)
                        || self.is(k + 1, Class::Relative)
                        || matches!(self.low(k + 1), "speaking" | "citing" | "quoting"))
            })
            .unwrap_or(b)
    }

    /// The head of a phrase without a name: the last before a preposition, a relative or a comma.
    pub(super) fn phrase_head(&self, a: usize, b: usize) -> Option<usize> {
        let end = (a + 1..b)
            .find(|&k| {
                self.mark(k) == Mark::Comma
                    || self.is(k, Class::Preposition)
                    || self.is(k, Class::Relative)
            })
            .unwrap_or(b);
        (a..end).rev().find(|&k| self.head_at(k).is_some())
    }
}
