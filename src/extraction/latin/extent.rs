//! How far the contents of an English sentence's cues reach.

use super::cue::{LatinCue, Plan, Who};
use crate::extraction::content::Content;
use crate::extraction::inflect::Tense;
use crate::extraction::lexicon::opens;
use crate::extraction::output::Style;
use crate::extraction::pack::{Class, Opens};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

impl Reader<'_> {
    /// The contents of the cues of the sentence `a..b`, in their order; none where it is another's or cannot be found.
    pub(super) fn latin_contents(
        &self,
        cues: &[LatinCue],
        a: usize,
        b: usize,
    ) -> Vec<Option<Content>> {
        let mut out: Vec<Option<Content>> = vec![None; cues.len()];
        for (k, cue) in cues.iter().enumerate() {
            out[k] = match &cue.plan {
                Plan::After {
                    from,
                    colon,
                    object,
                } => {
                    let quote_end = if self.mark(*from) == Mark::Open {
                        self.mate(*from)
                    } else {
                        *from
                    };
                    let limit = cues
                        .iter()
                        .enumerate()
                        .filter(|(j, c)| {
                            *j != k && c.separate && c.clause > quote_end && c.at > cue.at
                        })
                        .map(|(_, c)| c.clause)
                        .min()
                        .unwrap_or(b);
                    let limit = match cue.who {
                        Who::Phrase(np, _) if np < cue.at && quote_end == *from => self
                            .own_verb(np, (cue.at, *from), a, limit)
                            .map_or(limit, |v| v.min(limit)),
                        _ => limit,
                    };
                    self.latin_content(*from, limit, *colon, *object)
                }
                Plan::Before { until, tail } => self.latin_before(cues, k, *until, *tail, a, b),
                Plan::Fixed(parts) => Some(Content {
                    parts: parts.clone(),
                    style: Style::Indirect,
                }),
                Plan::According { .. } | Plan::Cited => None,
            };
        }
        for (k, cue) in cues.iter().enumerate() {
            let Plan::According { until } = cue.plan else {
                continue;
            };
            // What another cue conveys up to here is passed on; else the clause before is the content.
            let inner = (0..k).rev().find(|&j| {
                out[j].as_ref().is_some_and(|c| {
                    c.parts
                        .last()
                        .is_some_and(|p| p.1 + 2 >= until && p.1 <= until)
                }) && (cues[j].separate || cues[j].clause <= a + 1)
            });
            out[k] = match inner {
                Some(j) => out[j].clone(),
                None => {
                    let from = self.clause_from(cues, k, until, a);
                    self.trim(from, until).map(|p| {
                        let mut content = self.worded(p);
                        content
                            .parts
                            .extend(self.behind_aside(cues, k, (from, until), b));
                        content
                    })
                }
            };
        }
        out
    }

    /// "The raid, according to two officials, killed": what goes on behind an aside of a source.
    fn behind_aside(
        &self,
        cues: &[LatinCue],
        k: usize,
        (from, until): (usize, usize),
        b: usize,
    ) -> Option<(usize, usize)> {
        let Who::Phrase(_, tail) = cues[k].who else {
            return None;
        };
        let goes_on = self.low(tail + 1).ends_with("ed")
            && !(from..until).any(|i| self.is(i, Class::Auxiliary) || self.low(i).ends_with("ed"));
        if self.mark(tail) != Mark::Comma || !(goes_on || self.resumes(from, until, tail + 1)) {
            return None;
        }
        let next = cues.get(k + 1).map_or(b, |c| c.clause).min(b);
        let end = self.latin_end(tail + 1, next, false);
        self.trim(tail + 1, end)
    }

    /// Where the clause that ends at `until` begins: after what an earlier cue conveys, or with the sentence.
    fn clause_from(&self, cues: &[LatinCue], k: usize, until: usize, a: usize) -> usize {
        let mut from = a;
        for cue in &cues[..k] {
            if matches!(cue.plan, Plan::Before { .. } | Plan::According { .. }) && cue.end < until {
                let next = (cue.end..until).find(|&i| self.mark(i) == Mark::Comma);
                from = from.max(next.map_or(cue.end, |n| n + 1));
            }
        }
        // , but the company: a new clause.
        if let Some(i) = (from..until).rev().find(|&i| {
            self.mark(i) == Mark::Comma
                && (self.is(i + 1, Class::Break) || self.low(i + 1) == "and")
                || self.mark(i) == Mark::Semicolon
        }) && cues[..k].iter().any(|c| c.at < i && c.end >= from)
        {
            from = i + 1;
        }
        while from < until
            && (matches!(
                self.mark(from),
                Mark::Comma | Mark::Line | Mark::Dash | Mark::Semicolon
            ) || self.is(from, Class::Break)
                || self.low(from) == "and"
                || matches!(self.low(from), "meanwhile" | "separately" | "earlier")
                    && self.mark(from + 1) == Mark::Comma)
        {
            from += 1;
        }
        from
    }

    fn latin_before(
        &self,
        cues: &[LatinCue],
        k: usize,
        until: usize,
        tail: usize,
        a: usize,
        b: usize,
    ) -> Option<Content> {
        let from = self.clause_from(cues, k, until, a);
        let close = until
            .checked_sub(1)
            .filter(|&c| self.mark(c) == Mark::Close);
        let mut parts = Vec::new();
        let mut style = Style::Direct;
        if let Some(close) = close {
            let open = self.mate(close);
            let fresh = open <= from || (from..open).all(|i| self.mark(i) != Mark::Word);
            if fresh {
                parts.extend(self.trim(open + 1, close));
            } else {
                parts.extend(self.trim(from, close));
                style = Style::Mixed;
            }
        } else {
            let part = self.trim(from, until)?;
            style = self.latin_style(part.0, part.1);
            parts.push(part);
        }
        // "…," she said, "but …"
        let next = cues.get(k + 1).map_or(b, |c| c.clause);
        let more = (tail..next.min(b).min(tail + 16)).find(|&i| self.mark(i) == Mark::Open);
        // "The miller, he told the court, \"has sold the mill\"": his words, though none were quoted before.
        if let Some(open) = more
            && (style != Style::Indirect || open == tail + 1)
            && open > tail
            && matches!(self.mark(open - 1), Mark::Comma | Mark::Colon | Mark::Stop)
        {
            parts.extend(self.trim(open + 1, self.mate(open)));
            if style == Style::Indirect {
                style = Style::Mixed;
            }
        } else if style != Style::Direct
            && self.mark(tail) == Mark::Comma
            && (self.resumes(from, until, tail + 1)
                || tail == cues[k].end && self.goes_on_with(tail + 1))
        {
            // "The militias, the official said, had withdrawn."; what somebody within it says stays within.
            let next = cues
                .iter()
                .filter(|c| c.separate && c.at > tail && c.clause > tail + 1)
                .map(|c| c.clause)
                .min()
                .unwrap_or(b);
            let end = self.latin_end(tail + 1, next.min(b), false);
            parts.extend(self.trim(tail + 1, end));
        }
        (!parts.is_empty()).then_some(Content { parts, style })
    }

    /// Whether what stands before an aside ("…, the official said, …") goes on after it at `i`: with the verb that it wants,
    /// or, where only a circumstance stood before it, with the clause.
    fn resumes(&self, from: usize, until: usize, i: usize) -> bool {
        let at = i + usize::from(self.low(i) == "and");
        // ", and it could have been"
        let at = at + usize::from(at > i && self.is(at, Class::Pronoun));
        let verb = (at..at + 2)
            .find(|&k| !self.is(k, Class::Adverb))
            .is_some_and(|k| self.is(k, Class::Auxiliary));
        let circumstance = self.is(from, Class::Preposition)
            && !(from..until).any(|k| self.is(k, Class::Auxiliary))
            && at == i
            && self.mark(i) == Mark::Word
            && !self.low(i).ends_with("ing");
        verb || circumstance || self.wanting(from, until, i)
    }

    /// Whether `from..until` is no clause that could stand alone, and goes on at `i`: "Once the fire was out, the baker said, he found",
    /// "They did not know, they said, who lit it", "The mill, he said, burned".
    fn wanting(&self, from: usize, until: usize, i: usize) -> bool {
        const SHORT: usize = 3;
        let opens = |class| self.is(i, class);
        let goes_on = self.mark(i) == Mark::Word
            && !opens(Class::Break)
            && !opens(Class::Relative)
            && !self.low(i).ends_with("ing")
            && self.low(i) != "and";
        let held = (from..until).any(|k| self.mark(k) == Mark::Comma);
        // "Once the fire was out", "what has been found"; what holds only if something happens is not said.
        let hangs = self.is(from, Class::SoftBreak) && !matches!(self.low(from), "if" | "unless")
            || self.low(from) == "what";
        let bare = until <= from + SHORT
            && (from..until).all(|k| {
                self.mark(k) == Mark::Word
                    && !self.is(k, Class::Auxiliary)
                    && !self.is(k, Class::Finite)
                    && !self.is(k, Class::Pronoun)
                    && !self.low(k).ends_with("ed")
            });
        let subject = goes_on && !opens(Class::SoftBreak) && !opens(Class::Preposition);
        if subject && !held && (hangs || bare) {
            return true;
        }
        // "They did not know, they said, who": what is known stands behind.
        let of = i + usize::from(self.low(i) == "of");
        match self.low(of) {
            "that" | "whether" => true,
            "if" | "who" | "whom" | "whose" | "what" | "where" | "when" | "how" | "why" => {
                of > i || until > from && self.is(until - 1, Class::Knowing)
            }
            _ => false,
        }
    }

    /// ", and the body was …": a clause of its own behind an aside, joined by "and".
    fn goes_on_with(&self, i: usize) -> bool {
        self.low(i) == "and"
            && self.mark(i + 1) == Mark::Word
            && (self.determines(i + 1) || self.is(i + 1, Class::Pronoun))
    }

    /// Mixed where some words of it are quoted, more than a name.
    fn latin_style(&self, a: usize, b: usize) -> Style {
        let mut i = a;
        while i < b {
            if self.mark(i) == Mark::Open && self.mate(i) > i {
                let words = (i..self.mate(i))
                    .filter(|&k| self.mark(k) == Mark::Word)
                    .count();
                if words > 1 {
                    return Style::Mixed;
                }
            }
            i += 1;
        }
        Style::Indirect
    }

    fn worded(&self, part: (usize, usize)) -> Content {
        Content {
            parts: vec![part],
            style: self.latin_style(part.0, part.1),
        }
    }

    fn latin_content(
        &self,
        from: usize,
        limit: usize,
        colon: bool,
        object: bool,
    ) -> Option<Content> {
        let mut from = from;
        while from < limit && matches!(self.mark(from), Mark::Comma | Mark::Colon) {
            from += 1;
        }
        if self.mark(from) == Mark::Open && self.mate(from) > from {
            let close = self.mate(from);
            let inner = self.trim(from + 1, close)?;
            let goes_on = self.mark(close + 1) == Mark::Word
                && close + 1 < limit
                && self.mark(close - 1) != Mark::Stop
                && !self.is(close + 1, Class::Break);
            if !goes_on {
                return Some(Content {
                    parts: vec![inner],
                    style: Style::Direct,
                });
            }
            let end = self.latin_end(close + 1, limit, object);
            let (_, end) = self.trim(from, end)?;
            return Some(Content {
                parts: vec![(inner.0, end)],
                style: Style::Mixed,
            });
        }
        let mut end = self.latin_end(from, limit, object);
        while end > from + 1 && matches!(self.low(end - 1), "and" | "but" | "or") {
            end -= 1;
        }
        let part = self.trim(from, end)?;
        let style = if colon {
            Style::Direct
        } else {
            self.latin_style(part.0, part.1)
        };
        Some(Content {
            parts: vec![part],
            style,
        })
    }

    /// Whether a speaker and a verb of speech, asking or promising stand at `i`.
    fn another_speaks(&self, i: usize, limit: usize) -> bool {
        let verb = (i + 1..limit.min(i + 8))
            .take_while(|&k| self.mark(k) == Mark::Word || self.soft(k))
            .find(|&k| {
                self.pack.verb(&self.w(k)).is_some()
                    && self.w(k).known.form.tense == Tense::Past
                    && self.head_at(k).is_none()
            });
        verb.is_some_and(|v| {
            (i..v).any(|k| self.head_at(k).is_some())
                && (i..v).all(|k| !self.is(k, Class::That) && !self.is(k, Class::Auxiliary))
        })
    }

    fn latin_end(&self, from: usize, limit: usize, object: bool) -> usize {
        let mut i = from;
        while i < limit {
            match self.mark(i) {
                Mark::Open | Mark::BracketOpen if self.mate(i) > i && self.mate(i) < limit => {
                    i = self.mate(i) + 1;
                    continue;
                }
                Mark::Stop if !self.soft(i) => return i,
                Mark::Line | Mark::Semicolon => return i,
                Mark::Comma => {
                    let n = i + 1;
                    let same = self.low(n) == "but"
                        && (n + 1..n + 3)
                            .find(|&k| !self.is(k, Class::Adverb))
                            .is_some_and(|k| {
                                matches!(self.low(k), "was" | "were" | "is" | "had" | "has" | "not")
                            });
                    if self.is(n, Class::Break) && !same {
                        return i;
                    }
                    // "Morvay, which had announced his death, said": the main verb of the sentence.
                    if self.w(n).known.form.tense == Tense::Past
                        && self.reporting(n, from).is_some()
                    {
                        return i;
                    }
                    // ", contradicting the prime minister": the outlet's.
                    if self
                        .pack
                        .verb(&self.w(n))
                        .is_some_and(|v| opens(v, |o| *o == Opens::Claim))
                    {
                        return i;
                    }
                    // ", and the mission called for an inquiry": somebody else's words.
                    if self.low(n) == "and" && self.another_speaks(n + 1, limit) {
                        return i;
                    }
                    // , a day after a monitor announced it: the outlet's own.
                    let later = (n..n + 4)
                        .any(|k| matches!(self.low(k), "after" | "before" | "hours" | "days"))
                        && (self.determines(n)
                            || matches!(self.mark(n), Mark::Number)
                            || matches!(
                                self.low(n),
                                "one" | "two" | "three" | "hours" | "days" | "shortly" | "just"
                            ));
                    let aside =
                        object && (self.is(n, Class::Relative) || self.is(n, Class::SoftBreak));
                    if later || aside {
                        return i;
                    }
                }
                // denied the report and posted a photograph: what else is done.
                Mark::Word
                    if object
                        && i > from
                        && self.low(i) == "and"
                        && (self.is(i + 1, Class::Finite) || self.low(i + 1).ends_with("ed"))
                        && (self.determines(i + 2)
                            || matches!(self.low(i + 2), "him" | "her" | "them" | "it"))
                        && !(from..i).any(|k| {
                            self.is(k, Class::Relative)
                                || self.is(k, Class::That)
                                || self.is(k, Class::Pronoun)
                                || self.is(k, Class::Auxiliary)
                                || self.is(k, Class::Finite)
                        }) =>
                {
                    return i;
                }
                // dismissed the report as baseless; rumours that he had died spread.
                Mark::Word
                    if object
                        && i > from
                        && (i > from + 1
                            && self.is(i, Class::Auxiliary)
                            // in May
                            && !(self.low(i) == "may" && self.capital(i))
                            && !self.is(i - 1, Class::Negation)
                            && !(from..i).any(|k| {
                                self.is(k, Class::Relative)
                                    || self.is(k, Class::That)
                                    || self.is(k, Class::Pronoun)
                            })
                            && matches!(
                                self.low(from),
                                "the" | "his" | "her" | "their" | "its"
                            )
                            && (from..i).any(|k| self.is(k, Class::Event))
                            || self.low(i) == "as"
                                && !matches!(self.low(i + 1), "well" | "soon")
                            || self.is(i, Class::Doing)) =>
                {
                    return i;
                }
                _ => {}
            }
            i += 1;
        }
        limit
    }
}
