//! Where the content of a reporting verb begins: past adverbs, days, occasions and whoever is told.

use crate::extraction::lexicon::opens;
use crate::extraction::pack::{Class, Opens, Sort, VerbEntry};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

/// How many tokens ahead a that-word or a quotation may stand.
const AHEAD: usize = 18;

/// What follows a reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A content begins here; after a colon.
    At(usize, bool),
    /// None; what belongs to the verb ends here.
    Nothing(usize),
}

impl Reader<'_> {
    /// Whether words stand at `i`, and how many.
    fn words_at(&self, i: usize, words: &str) -> Option<usize> {
        let mut n = 0;
        for word in words.split(' ') {
            if self.low(i + n) != word {
                return None;
            }
            n += 1;
        }
        Some(n)
    }

    /// What the verb at `i` opens its content with, of those that belong to its cue: the end of the cue, and the content.
    pub(super) fn particle(&self, i: usize, verb: &VerbEntry) -> Option<(usize, usize)> {
        verb.opens.iter().find_map(|o| match o {
            // "described seeing his body": the seeing is told.
            Opens::With(p) if p.ends_with("ing") => self.words_at(i + 1, p).map(|_| (i + 1, i + 1)),
            // "Claimed on Tuesday to have": the day parts the two.
            Opens::With(p) if p == "to" && self.words_at(i + 1, p).is_none() => self
                .past_time(i + 1, i + 1 + AHEAD)
                .filter(|&k| self.words_at(k, p).is_some() && self.low(k + 1) == "have")
                .map(|k| (i, k + 1)),
            Opens::With(p) => self
                .words_at(i + 1, p)
                .map(|n| (i + n, i + 1 + n))
                // "Stood by the grave" vouches for nothing.
                .filter(|&(_, from)| verb.root != "stand" || self.vouched(from)),
            _ => None,
        })
    }

    /// Whether somebody's word, or what somebody owns, stands at `p`: "stands by its story".
    fn vouched(&self, p: usize) -> bool {
        let own = matches!(self.low(p), "its" | "his" | "her" | "their" | "our" | "my");
        let word = |k: usize| {
            matches!(
                self.low(k),
                "news"
                    | "announcement"
                    | "information"
                    | "assessment"
                    | "findings"
                    | "finding"
                    | "reporting"
                    | "word"
                    | "words"
                    | "testimony"
                    | "conclusion"
                    | "figure"
                    | "figures"
                    | "toll"
                    | "count"
                    | "estimate"
                    | "denial"
                    | "verdict"
                    | "decision"
                    | "position"
            )
        };
        own || self.low(p) == "what" || self.claimed(p, p + 5) || (p..p + 4).any(word)
    }

    /// Past days and words of time from `p`: the first token after them.
    pub(super) fn past_time(&self, p: usize, b: usize) -> Option<usize> {
        let mut k = p;
        if matches!(self.low(k), "late" | "early" | "earlier" | "later")
            && self.is(k + 1, Class::Preposition)
            && (self.is(k + 2, Class::Time) || self.is(k + 3, Class::Time))
        {
            k += 1;
        }
        if self.is(k, Class::Preposition) {
            k += 1;
        }
        if matches!(
            self.low(k),
            "the" | "late" | "early" | "this" | "last" | "that"
        ) {
            k += 1;
        }
        if matches!(self.low(k), "late" | "early" | "first" | "same" | "very") {
            k += 1;
        }
        if !self.is(k, Class::Time) {
            return None;
        }
        while k < b
            && (self.is(k, Class::Time) || self.is(k, Class::Month) || self.mark(k) == Mark::Number)
        {
            k += 1;
        }
        Some(k)
    }

    /// Whether the word before `k` ends no phrase: "rejected by the government last week".
    pub(super) fn trails(&self, k: usize) -> bool {
        let when = self.is(k, Class::Time)
            && matches!(self.low(k - 1), "last" | "this" | "late" | "early");
        when || self.is(k - 1, Class::Preposition) || self.low(k - 1) == "and"
    }

    /// "Officials quoted by the paper say": the participle tells more of the officials.
    pub(super) fn cited_by(&self, k: usize) -> bool {
        k > 0
            && matches!(
                self.low(k),
                "quoted" | "cited" | "interviewed" | "contacted" | "reached"
            )
            && self.low(k + 1) == "by"
            && self.mark(k - 1) == Mark::Word
            && !self.is(k - 1, Class::Auxiliary)
    }

    /// Where such a participle stands.
    pub(super) fn cited_in(&self, from: usize, to: usize) -> Option<usize> {
        (from + 1..to).find(|&k| self.cited_by(k))
    }

    /// "Channel 4 that", "Channel 4.": the number belongs to the name before it.
    pub(super) fn numbered(&self, k: usize) -> bool {
        self.mark(k) == Mark::Number
            && (self.is(k + 1, Class::That)
                || !matches!(self.mark(k + 1), Mark::Word | Mark::Number))
    }

    /// Whether the noun phrase at `p` names something said.
    fn claimed(&self, p: usize, b: usize) -> bool {
        self.phrase_right(p, b).is_some_and(|np| {
            (np.a..np.b)
                .any(|k| self.is(k, Class::ClaimNoun) || self.pack.noun(&self.w(k)).is_some())
        })
    }

    /// The content that the words from `p` on open.
    pub(super) fn opening(&self, p: usize, b: usize, verb: &VerbEntry) -> Opening {
        let mut p = p;
        if opens(verb, |o| *o == Opens::Addressee)
            && !matches!(
                self.mark(p),
                Mark::Open | Mark::Comma | Mark::Colon | Mark::Stop
            )
            && !self.is(p, Class::That)
        {
            // told the monitor of his death
            let of = (p + 1..b.min(p + 7))
                .take_while(|&k| self.mark(k) == Mark::Word && !self.is(k, Class::That))
                .find(|&k| {
                    self.low(k) == "of"
                        && (matches!(self.low(k + 1), "his" | "her" | "their" | "its")
                            || self.low(k + 1) == "the" && self.is(k + 2, Class::Event))
                });
            if let Some(k) = of {
                return Opening::At(k + 1, false);
            }
            p = self.addressee(p, b);
        }
        let bare = opens(verb, |o| {
            matches!(o, Opens::That | Opens::Object | Opens::Claim)
        }) && verb.sort != Sort::Weak
            && verb.sort != Sort::Turn;
        for _ in 0..6 {
            if p >= b {
                return Opening::Nothing(p);
            }
            match self.mark(p) {
                Mark::Colon => return Opening::At(p + 1, true),
                Mark::Open => return Opening::At(p, false),
                Mark::Comma => {
                    // said, citing the Observatory, that
                    let n = p + 1;
                    let aside = matches!(self.low(n), "citing" | "quoting" | "without")
                        || self.is(n, Class::Preposition);
                    let close = (n..b.min(n + AHEAD)).find(|&k| self.mark(k) == Mark::Comma);
                    match close.filter(|_| aside) {
                        Some(c) if self.is(c + 1, Class::That) => return Opening::At(c + 2, false),
                        _ => return Opening::Nothing(p),
                    }
                }
                // "could not confirm that.": the pronoun.
                Mark::Word
                    if self.is(p, Class::That)
                        && !matches!(
                            self.mark(p + 1),
                            Mark::Stop | Mark::Line | Mark::Semicolon
                        )
                        && p + 1 < b =>
                {
                    return Opening::At(p + 1, false);
                }
                Mark::Word | Mark::Number => {
                    if let Some(k) = self.past_time(p, b).or_else(|| self.afterwards(p, b)) {
                        p = k;
                        continue;
                    }
                    if self.is(p, Class::Adverb) && self.mark(p + 1) != Mark::Word {
                        p += 1;
                        continue;
                    }
                    if self.is(p, Class::Adverb) && !self.determines(p) {
                        p += 1;
                        continue;
                    }
                    // reported at least 15 dead
                    if bare
                        && self.is(p, Class::Preposition)
                        && self.range(p, b).is_some()
                        && self.mark(p) == Mark::Word
                    {
                        return Opening::At(p, false);
                    }
                    // dismissed as baseless the talk
                    if self.low(p) == "as"
                        && opens(verb, |o| *o == Opens::Object)
                        && self.mark(p + 1) == Mark::Word
                    {
                        p += 2;
                        continue;
                    }
                    if self.is(p, Class::Preposition) {
                        let end = b.min(p + AHEAD);
                        // believes with "high confidence" that
                        let quoted = p + 1 + usize::from(self.determines(p + 1));
                        if self.mark(quoted) == Mark::Open
                            && (quoted..quoted + 6).contains(&self.mate(quoted))
                            && self.is(self.mate(quoted) + 1, Class::That)
                        {
                            p = self.mate(quoted) + 1;
                            continue;
                        }
                        let mark = (p..end).find(|&k| {
                            self.is(k, Class::That) && k > p
                                || matches!(
                                    self.mark(k),
                                    Mark::Colon | Mark::Open | Mark::Comma | Mark::Line
                                )
                                || self.mark(k) == Mark::Stop && !self.soft(k)
                        });
                        match mark {
                            Some(k)
                                if (self.mark(k) == Mark::Word || self.mark(k) == Mark::Colon)
                                    && !(self.mark(k) == Mark::Word
                                        && (p + 1..k).any(|m| {
                                            matches!(
                                                self.low(m),
                                                "he" | "she" | "it" | "they" | "we" | "there"
                                            )
                                        })) =>
                            {
                                p = k;
                                continue;
                            }
                            _ => {}
                        }
                        let Some(mut np) = self.phrase_right(p + 1, b) else {
                            return Opening::Nothing(p);
                        };
                        // denied on its channel having had anything to do with it
                        if opens(verb, |o| *o == Opens::Object)
                            && let Some(k) = (np.a + 1..np.b).find(|&k| {
                                self.mark(k) == Mark::Word && self.low(k).ends_with("ing")
                            })
                        {
                            np.b = k;
                        }
                        // confirmed to deputies the death of the head of state
                        if self.low(p) == "to"
                            && opens(verb, |o| *o == Opens::Object)
                            && let Some(k) = (np.a + 1..np.b).find(|&k| {
                                self.determines(k)
                                    && self.mark(k - 1) == Mark::Word
                                    && !self.is(k - 1, Class::Preposition)
                            })
                        {
                            np.b = k;
                        }
                        if np.b >= b || !bare || self.when_so(p, np.b) {
                            return Opening::Nothing(np.b);
                        }
                        p = np.b;
                        continue;
                    }
                    // contradicted the general; contradicted the general's account
                    if opens(verb, |o| *o == Opens::Claim)
                        && !opens(verb, |o| *o == Opens::Object)
                        && !self.claimed(p, b)
                    {
                        return Opening::Nothing(p);
                    }
                    let starts = !self.is(p, Class::Break)
                        && (!self.is(p, Class::SoftBreak)
                            || matches!(self.low(p), "whether" | "if"));
                    if bare && starts && !matches!(self.low(p), "and" | "or") {
                        return Opening::At(p, false);
                    }
                    return Opening::Nothing(p);
                }
                _ if self.soft(p) => p += 1,
                _ => return Opening::Nothing(p),
            }
        }
        Opening::Nothing(p)
    }
}
