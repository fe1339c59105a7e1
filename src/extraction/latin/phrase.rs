//! Who stands left or right of a verb.
//!
//! In one file because both ways share what ends a phrase, and what is no noun.

use crate::extraction::inflect::Tense;
use crate::extraction::pack::{Class, Sort};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

/// The longest phrase looked at, in tokens.
const LONGEST: usize = 32;

/// A phrase as tokens, and the pronoun that it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) a: usize,
    pub(super) b: usize,
    /// Where its clause begins: the phrase, or a connective before it.
    pub(super) clause: usize,
}

impl Reader<'_> {
    /// Ends whatever phrase reaches it.
    pub(super) fn hard(&self, i: usize) -> bool {
        match self.mark(i) {
            Mark::Word => {
                self.is(i, Class::That)
                    || self.is(i, Class::Break)
                    || self.is(i, Class::SoftBreak) && !self.describes_as(i)
            }
            Mark::Number | Mark::BracketOpen | Mark::BracketClose => false,
            _ => !self.soft(i),
        }
    }

    /// "who identified himself as", "known as", "acting as": an "as" that goes on telling who somebody is.
    fn describes_as(&self, i: usize) -> bool {
        self.low(i) == "as"
            && i > 0
            && (self.low(i - 1).ends_with("self")
                || matches!(
                    self.low(i - 1),
                    "known" | "identified" | "described" | "acting" | "serving" | "speaking"
                ))
    }

    /// The subject that ends at `v` (before auxiliaries) within the sentence `a..b`.
    pub(super) fn subject(&self, v: usize, a: usize) -> Option<Phrase> {
        let behind = || self.restrictive(v, a).or_else(|| self.that_says(v, a));
        if let Some(found) = behind() {
            return Some(found);
        }
        let mut end = v;
        // The ministry on Tuesday said, the group later denied: what stands between is no part of it.
        loop {
            let mut k = end;
            while k > a
                && (self.is(k - 1, Class::Time)
                    || self.is(k - 1, Class::Adverb)
                    // which in March said
                    || self.is(k - 1, Class::Month)
                        && self.capital(k - 1)
                        && k > a + 2
                        && self.is(k - 2, Class::Preposition)
                        && self.is(k - 3, Class::Relative)
                    // which at first said
                    || matches!(self.low(k - 1), "first" | "last" | "once")
                        && k > a + 1
                        && self.low(k - 2) == "at"
                    || self.low(k - 1) == "at" && k < end && self.low(k) != "the"
                    // the police there said
                    || matches!(self.low(k - 1), "there" | "here") && k > a + 2
                    // which last week said
                    || k < end
                        && self.is(k, Class::Time)
                        && matches!(self.low(k - 1), "last" | "this" | "late" | "early"))
            {
                k -= 1;
            }
            if k > a && k < end && self.is(k - 1, Class::Preposition) {
                k -= 1;
            }
            if k == end {
                break;
            }
            end = k;
        }
        // Morvay, however, said
        if end > a + 3
            && self.mark(end - 1) == Mark::Comma
            && self.mark(end - 3) == Mark::Comma
            && (self.is(end - 2, Class::Adverb) || self.is(end - 2, Class::Break))
        {
            end -= 3;
        }
        if end <= a {
            return None;
        }
        let mut core_end = end;
        let floor = a.max(end.saturating_sub(LONGEST));
        // X, a spokesman for Y, said: back over the apposition to the comma that opens it.
        if self.mark(end - 1) == Mark::Comma {
            let mut k = end - 1;
            let mut commas = 0;
            loop {
                let open = (floor..k).rev().find(|&p| self.mark(p) == Mark::Comma)?;
                commas += 1;
                k = open;
                let first = open + 1;
                let describes = self.determines(first)
                    || self.is(first, Class::Relative)
                    || self.low(first) == "where"
                    || self.head_at(first).is_some()
                    || self.mark(first) == Mark::Number
                    || self.is(first, Class::Preposition)
                    || self.is(first, Class::Time)
                    || self.is(first, Class::Adjective)
                    || self.capital(first)
                    // Sabry, author of a book on it, said
                    || open > a
                        && self.capital(open - 1)
                        && self.mark(first) == Mark::Word
                        && self.pack.verb(&self.w(first)).is_none()
                        && !self.is(first, Class::Auxiliary)
                        && !self.is(first, Class::Pronoun)
                        && !self.is(first, Class::That)
                        && !self.is(first, Class::Break)
                        && self.low(first) != "and"
                    // Lavrov, speaking in the capital, said
                    || self.low(first).ends_with("ing") && self.mark(first) == Mark::Word
                    // a brother, reached by telephone, said
                    || self.low(first).ends_with("ed")
                        && (self.is(first + 1, Class::Preposition)
                            || self.is(first + 1, Class::Time)
                            || self.is(first + 1, Class::Adverb))
                    || matches!(self.low(first), "asked" | "told" | "reached" | "known")
                    || matches!(
                        self.low(first),
                        "citing" | "quoting" | "himself" | "herself"
                    );
                if !describes || commas > 3 {
                    return None;
                }
                // An age or a second apposition before it.
                let before = (floor..open).rev().find(|&p| self.hard(p));
                let again = before.is_some_and(|p| {
                    self.mark(p) == Mark::Comma
                        && (self.mark(p + 1) == Mark::Number || self.determines(p + 1))
                        && { p > a && self.capital(p - 1) }
                });
                // "reached in the north, where he works, said": of what stands before.
                let again = again
                    || self.low(first) == "where"
                        && before.is_some_and(|p| self.mark(p) == Mark::Comma);
                if !again {
                    break;
                }
            }
            core_end = k;
        }
        // "which last week said it had learned": a pronoun right before the verb is its subject.
        if core_end == end
            && core_end > a + 1
            && self.mark(core_end - 2) == Mark::Word
            && matches!(self.low(core_end - 1), "it" | "he" | "she" | "they" | "we")
            && (floor..core_end - 1).any(|k| self.is(k, Class::Relative))
        {
            return Some(Phrase {
                a: core_end - 1,
                b: core_end,
                clause: core_end - 1,
            });
        }
        let mut start = core_end;
        while start > floor && !self.hard(start - 1) && self.mark(start - 1) != Mark::Comma {
            start -= 1;
        }
        // Bare content before the subject: police said the driver had told. A relative clause belongs to it.
        let relative = (start..core_end).find(|&k| self.is(k, Class::Relative));
        let stop = relative.unwrap_or(core_end);
        // "a man who gave his name as X said in a message posted": the saying ends the relative.
        let said = relative.and_then(|r| {
            (r + 3..core_end).rev().find(|&k| {
                self.reporting(k, a).is_some_and(|v| v.sort == Sort::Plain)
                    && self.w(k).known.form.tense == Tense::Past
                    && !self.is(k - 1, Class::Auxiliary)
            })
        });
        let last_verb = said.or_else(|| {
            (start..stop).rev().find(|&k| {
                self.mark(k) == Mark::Word
                    && !self.cited_by(k)
                    && !self.noun_told_more_of(k, core_end)
                    && (self.is(k, Class::Auxiliary)
                        || self.reporting(k, a).is_some() && !self.is(k, Class::Plain))
            })
        });
        let mut clause = start;
        if let Some(k) = last_verb {
            start = k + 1;
            clause = start;
            while start < core_end && (self.is(start, Class::Adverb) || self.is(start, Class::Time))
            {
                start += 1;
            }
        }
        // "a statement in which the group denied": the relative begins the clause.
        if let Some(k) = relative
            && k > start
            && self.is(k - 1, Class::Preposition)
            && k + 1 < core_end
        {
            start = k + 1;
            clause = start;
        }
        // … and the police said: what stands before "and" is another clause where it has a verb.
        if let Some(k) = (start..core_end).rev().find(|&k| self.low(k) == "and")
            && (last_verb.is_some() || relative.is_none() && self.clause_before(k, a))
            && !(last_verb.is_none() && self.both_speak(start, k, core_end))
        {
            start = k + 1;
            clause = k;
        }
        while start < core_end
            && (self.is(start, Class::Adverb)
                || matches!(self.low(start), "and" | "then" | "so" | "yet")
                || self.mark(start) == Mark::Line)
        {
            start += 1;
        }
        if clause > a
            && self.mark(clause - 1) == Mark::Word
            && (self.is(clause - 1, Class::Break) || self.is(clause - 1, Class::SoftBreak))
        {
            clause -= 1;
        }
        if clause > a && self.mark(clause - 1) == Mark::Comma {
            clause -= 1;
        }
        // "What the ministry calls": whose words they are.
        if matches!(self.low(start), "what") && start + 1 < core_end {
            start += 1;
        }
        // and on Saturday it dismissed; "In Lorne police said"
        if self.is(start, Class::Preposition) {
            start = match self.past_time(start, core_end) {
                Some(k) if k < core_end => k,
                _ if self.is(core_end - 1, Class::Pronoun) => core_end - 1,
                _ => self.past_place(start, core_end)?,
            };
        }
        // "State television, quoting an unnamed source, said": whom it quotes is no part of who it is.
        let quotes = self.mark(core_end) == Mark::Comma
            && matches!(self.low(core_end + 1), "citing" | "quoting");
        let cited = self.cited_in(start, core_end);
        let end = match self.mark(end - 1) {
            _ if quotes => core_end,
            Mark::Comma => end - 1,
            _ => cited.unwrap_or(end),
        };
        (start < core_end && !self.no_noun(start, core_end)).then_some(Phrase {
            a: start,
            b: end,
            clause,
        })
    }

    /// "Phone calls intercepted on Tuesday", "hints picked up by neighbours": a noun, whatever verb is spelled so, for a past
    /// participle tells more of it.
    fn noun_told_more_of(&self, k: usize, end: usize) -> bool {
        let participle = |n: usize| {
            n < end
                && self.low(n).ends_with("ed")
                && (self.is(n + 1, Class::Preposition)
                    || self.is(n + 1, Class::Adverb)
                    || self.is(n + 1, Class::Time)
                    || matches!(self.low(n + 1), "up" | "out" | "down" | "off"))
        };
        self.low(k).ends_with('s')
            && !self.is(k, Class::Auxiliary)
            && self.mark(k + 1) == Mark::Word
            && participle(k + 1)
    }

    /// Whether words are no noun phrase, so that nobody can be meant: "cast fresh", "beyond", "is known for long speeches", "who
    /// has ever", each before a word that may be a verb.
    pub(super) fn no_noun(&self, a: usize, b: usize) -> bool {
        if self.mark(a) != Mark::Word || self.capital(a) && !self.asks(a) {
            return false;
        }
        let verb = (self.is(a, Class::Auxiliary)
            || self.is(a, Class::Finite)
            || self.low(a).ends_with("ed") && self.low(a).len() > 5 && b > a + 1)
            && self.head_at(a).is_none();
        let preposition = self.is(a, Class::Preposition) || matches!(self.low(a), "beyond" | "at");
        let named = (a + 1..b).any(|k| self.capital(k) || self.head_at(k).is_some());
        self.asks(a) || !named && (verb || preposition)
    }

    /// "Who has ever claimed …?": nobody is named.
    fn asks(&self, a: usize) -> bool {
        matches!(self.low(a), "who" | "what" | "which")
            && (a == 0 || matches!(self.mark(a - 1), Mark::Stop | Mark::Line | Mark::Open))
            && self.is(a + 1, Class::Auxiliary)
    }

    /// Medical sources and residents: phrases on both sides of the "and" at `k`, each with a head that can speak.
    fn both_speak(&self, a: usize, k: usize, b: usize) -> bool {
        let speaks = |x: usize, y: usize| {
            y > x && y - x <= 6 && (x..y).any(|m| self.head_at(m).is_some() || self.capital(m))
        };
        speaks(a, k) && speaks(k + 1, b) && self.head_at(k - 1).is_some()
    }

    /// The subject of the verb that another one is joined to by "and": "the group vowed revenge and acknowledged".
    pub(super) fn joined_subject(&self, and: usize, a: usize) -> Option<Phrase> {
        (a + 1..and)
            .rev()
            .filter(|&k| self.mark(k) == Mark::Word)
            .take_while(|&k| !matches!(self.mark(k), Mark::Semicolon | Mark::Line))
            .filter(|&k| {
                self.is(k, Class::Auxiliary)
                    || self.pack.verb(&self.w(k)).is_some()
                        && self.w(k).known.form.tense == Tense::Past
                        && self.reporting(k, a).is_some()
            })
            .find_map(|k| self.subject(self.chain_start(k, a), a))
            .filter(|np| np.b > np.a)
    }

    /// Whether a finite verb stands between the sentence's start and `k`.
    fn clause_before(&self, k: usize, a: usize) -> bool {
        (a.max(k.saturating_sub(LONGEST))..k)
            .any(|i| self.is(i, Class::Auxiliary) || self.reporting(i, a).is_some())
    }

    /// The phrase that begins at `i`: a source after "said", "according to", "citing".
    pub(super) fn phrase_right(&self, i: usize, b: usize) -> Option<Phrase> {
        self.phrase_from(i, b, false)
    }

    /// The phrase of "According to …," at the head of a sentence, where after its comma the clause begins that it is told of.
    pub(super) fn phrase_leading(&self, i: usize, b: usize) -> Option<Phrase> {
        self.phrase_from(i, b, true)
    }

    fn phrase_from(&self, i: usize, b: usize, leading: bool) -> Option<Phrase> {
        let end = b.min(i + LONGEST);
        let mut k = i;
        let mut prepositions = 0;
        while k < end {
            match self.mark(k) {
                Mark::Word => {
                    let first = k == i;
                    if self.hard(k)
                        // denied by the front a day later
                        || !first
                            && self.determines(k)
                            && (self.is(k + 1, Class::Time)
                                || matches!(self.low(k + 1), "day" | "hour"))
                        || self.is(k, Class::Auxiliary)
                        || self.is(k, Class::Negation) && !first
                        || self.is(k, Class::Pronoun) && !first
                        || (self.is(k, Class::Time) || self.is(k, Class::Adverb))
                            && !self.capital_run(k)
                        || !first && self.reporting(k, i).is_some()
                    {
                        break;
                    }
                    if self.is(k, Class::Relative) {
                        // who asked not to be named: to the comma.
                        let mut m = k;
                        while m < end
                            && !matches!(
                                self.mark(m),
                                Mark::Comma | Mark::Stop | Mark::Line | Mark::Open
                            )
                        {
                            m += 1;
                        }
                        k = m;
                        break;
                    }
                    if self.is(k, Class::Preposition) {
                        let belongs = matches!(
                            self.low(k),
                            "of" | "for"
                                | "from"
                                | "in"
                                | "at"
                                | "with"
                                | "to"
                                | "near"
                                | "inside"
                                | "on"
                                | "behind"
                        ) && !first
                            && prepositions < 3
                            && !self.is(k + 1, Class::Time)
                            && !self.is(k + 2, Class::Time)
                            && !matches!(
                                self.low(k + 1),
                                "a" | "comments" | "remarks" | "statement"
                            )
                            || self.low(k + 1) == "condition";
                        if !belongs {
                            break;
                        }
                        prepositions += 1;
                    }
                }
                Mark::Number => {}
                Mark::Comma if k > i => {
                    // , a teacher from the valley, or ., who …
                    let n = k + 1;
                    let describes = matches!(
                        self.low(n),
                        "a" | "an" | "the" | "who" | "whose" | "his" | "her" | "its" | "their"
                    ) || self.person_head(n)
                        || self.head_at(k - 1).is_some() && self.capital(n);
                    let close = (n..end).find(|&m| {
                        matches!(
                            self.mark(m),
                            Mark::Comma | Mark::Line | Mark::Open | Mark::Semicolon
                        ) || self.mark(m) == Mark::Stop && !self.soft(m)
                    });
                    let close = close.unwrap_or(end);
                    let clause = (n..close).any(|m| {
                        (self.is(m, Class::Auxiliary) || self.reporting(m, n).is_some())
                            && !self.is(n, Class::Relative)
                            || m == n + 1
                                && self.is(n, Class::Relative)
                                && self.reporting(m, n).is_some_and(|v| v.sort == Sort::Plain)
                    });
                    // "According to the ministry, the president": the clause, and no word on the ministry.
                    let apposed = !leading
                        || self.mark(close) == Mark::Comma
                            && close + 1 < b
                            && (matches!(self.low(n), "a" | "an" | "who" | "whose")
                                || (n..close).all(|m| self.capital(m) || self.soft(m)));
                    if describes && apposed && !clause && close > n {
                        k = close;
                    }
                    break;
                }
                _ if self.soft(k) => {}
                _ => break,
            }
            k += 1;
        }
        while k > i && self.trails(k) {
            k -= 1;
        }
        (k > i).then_some(Phrase {
            a: i,
            b: k,
            clause: i,
        })
    }

    /// The phrase that opens a sentence: up to its head, or its capitals.
    pub(super) fn opener(&self, a: usize, until: usize) -> Option<(usize, usize)> {
        let mut end = a;
        let head = (a..until.min(a + 8)).find(|&k| self.head_at(k).is_some());
        if let Some(h) = head {
            end = h + 1;
        }
        while end < until
            && (self.mark(end) == Mark::Word && (self.capital(end) || self.head_at(end).is_some())
                || self.soft(end))
        {
            end += 1;
        }
        (end > a && !self.is(a, Class::Preposition)).then_some((a, end))
    }

    /// To whom something is told, from `i`: where that ends.
    pub(super) fn addressee(&self, i: usize, b: usize) -> usize {
        let mut k = i;
        if matches!(
            self.low(k),
            "reporters"
                | "journalists"
                | "them"
                | "him"
                | "her"
                | "us"
                | "me"
                | "parliament"
                | "lawmakers"
                | "police"
                | "investigators"
        ) {
            return k + 1;
        }
        if self.determines(k) {
            k += 1;
        }
        let first = k;
        while k < b {
            let word = matches!(self.mark(k), Mark::Word | Mark::Number);
            if word {
                if k > first
                    && let Some(end) = self.service(k, b)
                {
                    return end;
                }
                let stop = k > first && (self.determines(k) || self.is(k, Class::Pronoun))
                    || self.hard(k)
                    || self.is(k, Class::Preposition) && self.low(k) != "of"
                    || self.is(k, Class::Time)
                    || self.is(k, Class::Adverb)
                    || self.is(k, Class::Auxiliary)
                    || self.owns(k) && k > first + 3
                    // After a capitalised name a small word begins the content.
                    || k > first && self.capital(k - 1) && !self.capital(k) && !self.numbered(k) && self.low(k) != "al" && !self.is(k, Class::Preposition) && self.head_at(k).is_none();
                if stop {
                    break;
                }
            } else if !self.soft(k) {
                break;
            }
            k += 1;
        }
        k
    }

    /// "Told Radio Qalmir's morning show.": where what belongs to an outlet named so ends, and nothing follows that would be told.
    fn service(&self, k: usize, b: usize) -> Option<usize> {
        const LONG: usize = 5;
        if !self.owns(k) || !self.capital(k) || !self.capital(k - 1) {
            return None;
        }
        let end = (k + 1..b.min(k + LONG)).find(|&m| self.mark(m) != Mark::Word)?;
        let verb = (k + 1..end).any(|m| self.is(m, Class::Auxiliary) || self.is(m, Class::Finite));
        (end > k + 1 && !verb && matches!(self.mark(end), Mark::Stop | Mark::Line)).then_some(end)
    }
}
