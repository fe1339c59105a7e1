//! Cues in a language with its subject before the verb and words that stand apart (English).
//!
//! The same cues, contents and sources as elsewhere; only the places differ: "X said that …", "…, X said", "…, said X",
//! and content without a that-word.

use super::cue::{Cue, Kind, Opened, Who};
use super::inflect::{Agreement, Tense};
use super::lexicon::opens;
use super::pack::{Class, Opens, Sort, VerbEntry};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// The cue at the verb `i` of the sentence `a..b`.
    pub(crate) fn latin_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if self.tok(i).is_some_and(|t| t.quote != 0) {
            return None;
        }
        if i > a && self.is(i - 1, Class::Negation) {
            return Some(Err("the saying is negated"));
        }
        if verb.sort == Sort::Directive {
            return Some(Err(
                "a demand, question or promise is known and not counted",
            ));
        }
        let passive = i > a
            && matches!(
                self.t.text(i - 1),
                "was" | "were" | "been" | "be" | "is" | "are"
            )
            && w.known.form.tense == Tense::Past;
        if passive {
            return Some(Err("a passive with nobody who says it"));
        }
        let (subject, start) = self.subject_left(i, a);
        let mut cue = Cue {
            kind: Kind::Verb,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: verb.sort,
            who: Who::Implicit(Agreement::Any),
            relayed: None,
            opened: Opened::That,
            from: 0,
            until: None,
            clause: start,
            separate: true,
            anaphora: false,
        };
        // "…," said X: the content and a mark stand before.
        let before = |end: usize| -> Option<(usize, usize)> {
            let mut k = end;
            while k > a && matches!(self.mark(k - 1), Mark::Comma | Mark::Dash) {
                k -= 1;
            }
            if k > a && self.mark(k - 1) == Mark::Close {
                let open = self.mate(k - 1);
                return (open >= a).then_some((open, k));
            }
            (k < end && k > a + 1).then_some((a, k))
        };
        let after = self.noun_phrase(i + 1, b, Reading::default());
        let closes = |k: usize| {
            k >= b
                || matches!(
                    self.mark(k),
                    Mark::Stop | Mark::Comma | Mark::Line | Mark::Open
                )
                || self.is(k, Class::Time)
                || self.is(k, Class::Preposition)
        };
        if let Some((from, until)) = before(start).filter(|_| opens(verb, |o| *o == Opens::Quote)) {
            let left = subject.is_some() || self.pronoun_left(i, a);
            let who = match (subject, after) {
                (Some(np), _) => Some(Who::Phrase(np)),
                (None, _) if left => Some(Who::Implicit(Agreement::Any)),
                (None, Some(np)) if closes(np.b) && self.mark(start.max(1) - 1) != Mark::Word => {
                    Some(Who::Phrase(np))
                }
                _ => None,
            };
            let tail = if left {
                i + 1
            } else {
                after.map_or(i + 1, |n| n.b)
            };
            if let Some(who) = who.filter(|_| closes(tail)) {
                cue.who = who;
                cue.opened = Opened::Before;
                cue.from = from;
                cue.until = Some(until);
                return Some(Ok(cue));
            }
        }
        cue.who = match subject {
            Some(np) => Who::Phrase(np),
            None if self.pronoun_left(i, a) || w.known.form.tense == Tense::Participle => {
                Who::Implicit(Agreement::Any)
            }
            None => return Some(Err("a reporting verb with nobody before it")),
        };
        // Past addressees and days to a that-word, a colon or a quotation; else the content begins right here.
        let mut bare = None;
        for k in i + 1..b.min(i + 14) {
            match self.mark(k) {
                Mark::Colon => return self.opened(cue, Opened::Quote, k + 1),
                Mark::Open => return self.opened(cue, Opened::Quote, k),
                Mark::Word if self.is(k, Class::That) => {
                    return self.opened(cue, Opened::That, k + 1);
                }
                Mark::Word
                    if self.is(k, Class::Time)
                        || self.is(k, Class::Adverb)
                        || self.is(k, Class::Preposition) => {}
                Mark::Word | Mark::Number => {
                    bare = bare.or(Some(k));
                    if self.w(k).known.verb != 0 && k > i + 1 {
                        break;
                    }
                }
                Mark::Comma => {}
                _ => break,
            }
        }
        let plain = verb.sort == Sort::Plain
            || opens(verb, |o| *o == Opens::Object)
            || matches!(verb.sort, Sort::Firm);
        match bare.filter(|_| plain && w.known.form.tense != Tense::Participle) {
            Some(from) => self.opened(cue, Opened::That, from),
            None => Some(Err("a reporting verb with no content found")),
        }
    }

    #[allow(clippy::unnecessary_wraps)]
    fn opened(
        &self,
        mut cue: Cue,
        opened: Opened,
        from: usize,
    ) -> Option<Result<Cue, &'static str>> {
        cue.opened = opened;
        cue.from = from;
        Some(Ok(cue))
    }

    fn pronoun_left(&self, i: usize, a: usize) -> bool {
        let mut k = i;
        while k > a && (self.is(k - 1, Class::Auxiliary) || self.is(k - 1, Class::Adverb)) {
            k -= 1;
        }
        k > a && self.is(k - 1, Class::Pronoun)
    }

    /// The subject left of a verb and where its clause begins.
    fn subject_left(&self, i: usize, a: usize) -> (Option<Np>, usize) {
        let mut k = i;
        while k > a && (self.is(k - 1, Class::Auxiliary) || self.is(k - 1, Class::Adverb)) {
            k -= 1;
        }
        if k > a && self.is(k - 1, Class::Pronoun) {
            return (None, k - 1);
        }
        let end = k;
        while k > a
            && end - k < 14
            && matches!(self.mark(k - 1), Mark::Word | Mark::Number)
            && !self.is(k - 1, Class::That)
            && !self.is(k - 1, Class::Break)
            && !self.is(k - 1, Class::SoftBreak)
            && !self.is(k - 1, Class::Time)
            && !(self.w(k - 1).known.verb != 0 && self.w(k - 1).known.head == 0)
        {
            k -= 1;
        }
        let start = k;
        let mut from = k;
        while from < end
            && (matches!(self.t.text(from), "the" | "a" | "an" | "and")
                || self.is(from, Class::Adverb))
        {
            from += 1;
        }
        let np = if from < end {
            self.noun_phrase(from, end, Reading::default())
                .filter(|np| np.b == end)
        } else {
            None
        };
        (np, start)
    }
}
