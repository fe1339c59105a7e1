//! Cues that are more than one verb: quoted as saying, was reported, could not confirm.

use super::cue::{Found, Plan, Who};
use super::opening::Opening;
use super::phrase::Phrase;
use crate::extraction::inflect::Tense;
use crate::extraction::lexicon::opens;
use crate::extraction::output::{Act, SourceKind};
use crate::extraction::pack::{Class, Opens, Sort, VerbEntry};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

impl Reader<'_> {
    /// could not verify, cannot confirm, was not able to confirm: where that begins, and whether nobody is its subject.
    pub(super) fn unconfirmed(&self, i: usize, a: usize) -> Option<(usize, usize)> {
        if !self.is(i, Class::OwnWord) {
            return None;
        }
        let mut k = i;
        let mut able = false;
        let floor = a.max(i.saturating_sub(9));
        while k > floor {
            let w = self.low(k - 1);
            let passes = self.is(k - 1, Class::Auxiliary)
                || self.is(k - 1, Class::Adverb)
                || self.is(k - 1, Class::Negation)
                || matches!(
                    w,
                    "to" | "in"
                        | "a"
                        | "position"
                        | "able"
                        | "unable"
                        | "possible"
                        | "impossible"
                        | "immediately"
                        | "independently"
                );
            if !passes {
                break;
            }
            able |= matches!(
                w,
                "could"
                    | "can"
                    | "cannot"
                    | "able"
                    | "unable"
                    | "position"
                    | "possible"
                    | "impossible"
            );
            k -= 1;
        }
        let negative = (k..i).any(|x| {
            self.is(x, Class::Negation)
                || matches!(
                    self.low(x),
                    "unable" | "impossible" | "cannot" | "couldn't" | "can't"
                )
        });
        if !(able && negative) {
            return None;
        }
        // The cue begins at the negation or its auxiliary, after "was".
        let mut first = k;
        while first < i && self.be(first) {
            first += 1;
        }
        Some((k, first))
    }

    pub(super) fn be(&self, i: usize) -> bool {
        matches!(
            self.low(i),
            "was" | "were" | "is" | "are" | "be" | "been" | "being"
        )
    }

    /// quoted a mediator as saying that
    pub(super) fn quoting(
        &self,
        i: usize,
        chain: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Found {
        let left = self.subject(chain, a)?;
        let np = self.phrase_right(i + 1, b)?;
        let says = (np.a + 1..b.min(np.b + 8))
            .find(|&k| self.low(k) == "as" && self.low(k + 1) == "saying")?;
        let inner = Phrase {
            b: np.b.min(says),
            ..np
        };
        let say = self.pack.verb(&self.w(says + 1))?;
        let Opening::At(from, colon) = self.opening(says + 2, b, say) else {
            return Some(Err("a reporting verb with no content found"));
        };
        let who = if chain > a && self.is(chain - 1, Class::Pronoun) {
            Who::Pronoun(chain - 1)
        } else {
            Who::Phrase(left.a, left.b)
        };
        let mut cue = self.base(
            i,
            verb.act,
            who,
            Plan::After {
                from,
                colon,
                object: false,
            },
            left.clause,
            true,
        );
        cue.inner = Some((inner, says + 1));
        Some(Ok(cue))
    }

    /// was reported killed, was denied by the ministry, was quoted as saying.
    pub(super) fn passive(
        &self,
        i: usize,
        chain: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Found {
        let subject = self.subject(chain, a);
        let it = chain > a && self.low(chain - 1) == "it";
        let by = (i + 1..b.min(i + 10))
            .take_while(|&k| self.mark(k) != Mark::Comma)
            .find(|&k| self.low(k) == "by" && !self.is(k + 1, Class::Time))
            .and_then(|k| self.phrase_right(k + 1, b))
            .filter(|np| !self.adverbial(*np));
        if verb.sort == Sort::Relay {
            let np = subject?;
            let says = (i + 1..b.min(i + 12))
                .find(|&k| self.low(k) == "as" && self.low(k + 1) == "saying")?;
            let say = self.pack.verb(&self.w(says + 1))?;
            let Opening::At(from, colon) = self.opening(says + 2, b, say) else {
                return Some(Err("a reporting verb with no content found"));
            };
            let plan = Plan::After {
                from,
                colon,
                object: false,
            };
            let clause = np.clause;
            let speaker = Who::Phrase(np.a, np.b);
            let mut cue = self.base(says + 1, Act::Assert, speaker, plan, clause, true);
            if let Some(by) = by.filter(|p| p.a < says) {
                cue.who = Who::Phrase(by.a, by.b.min(says));
                cue.at = i;
                cue.end = i + 1;
                cue.inner = Some((np, says + 1));
            }
            return Some(Ok(cue));
        }
        let loose = matches!(
            verb.root.as_str(),
            "report"
                | "say"
                | "rumour"
                | "rumor"
                | "believe"
                | "think"
                | "claim"
                | "allege"
                | "understand"
        );
        let act = match verb.act {
            Act::Opinion => Act::Opinion,
            _ if loose && by.is_none() => Act::Rumour,
            other => other,
        };
        let who = by.map_or(Who::Nobody, |p| Who::Phrase(p.a, p.b));
        if it {
            return match self.opening(i + 1, b, verb) {
                Opening::At(from, colon) if self.is(from - 1, Class::That) || loose => {
                    Some(Ok(self.base(
                        i,
                        act,
                        who,
                        Plan::After {
                            from,
                            colon,
                            object: false,
                        },
                        chain - 1,
                        true,
                    )))
                }
                _ => Some(Err("a passive with nobody who says it")),
            };
        }
        // "A report that he had died was rejected by": the report's clause.
        let clause = (a + 1..chain)
            .rev()
            .find(|&k| self.is(k, Class::That))
            .filter(|&k| (a.max(k.saturating_sub(7))..k).any(|m| self.asserted(m)))
            .and_then(|k| self.trim(k + 1, chain))
            .filter(|_| act == Act::Deny)
            .map(|(a, b)| Phrase { a, b, clause: a });
        let Some(np) = clause.or(subject) else {
            return Some(Err("a passive with nobody who says it"));
        };
        // "The Tribune has been told that": what an outlet was told, it tells.
        if opens(verb, |o| *o == Opens::Addressee)
            && by.is_none()
            && self
                .head_at(np.b - 1)
                .is_some_and(|h| h.kind == SourceKind::Outlet)
            && self.is(i + 1, Class::That)
        {
            let plan = Plan::After {
                from: i + 2,
                colon: false,
                object: false,
            };
            let who = Who::Phrase(np.a, np.b);
            return Some(Ok(self.base(i, verb.act, who, plan, np.clause, true)));
        }
        let rest_end = by.map_or_else(
            || {
                (i + 1..b)
                    .find(|&k| {
                        matches!(self.mark(k), Mark::Comma | Mark::Line | Mark::Semicolon)
                            || self.mark(k) == Mark::Stop && !self.soft(k)
                    })
                    .unwrap_or(b)
            },
            |p| p.a - 1,
        );
        let rest = self.trim(i + 1, rest_end);
        // "Had been told by guards that he was dead", "was informed of the death by a nurse": what was told.
        if let Some(by) = by.filter(|_| opens(verb, |o| *o == Opens::Addressee)) {
            let stop = (by.b..b)
                .find(|&k| {
                    matches!(self.mark(k), Mark::Comma | Mark::Line | Mark::Semicolon)
                        || self.mark(k) == Mark::Stop && !self.soft(k)
                })
                .unwrap_or(b);
            let told = if self.is(by.b, Class::That) || self.low(by.b) == "of" {
                self.trim(by.b + 1, stop)
            } else {
                rest.filter(|&(x, _)| matches!(self.low(x), "of" | "about"))
                    .and_then(|(x, y)| self.trim(x + 1, y))
            };
            if let Some(told) = told {
                let mut cue = self.base(i, act, who, Plan::Fixed(vec![told]), np.clause, true);
                cue.weight = 0.6;
                return Some(Ok(cue));
            }
            // Nothing is told.
            return Some(Err("a passive with nobody who says it"));
        }
        let to_have = self.low(i + 1) == "to" && by.is_none();
        if loose && (verb.sort != Sort::Weak || to_have) || by.is_some() {
            let mut parts = vec![(np.a, np.b)];
            parts.extend(rest.filter(|_| loose));
            // "was said by his brother to be in good health"
            if let Some(by) = by.filter(|p| loose && self.low(p.b) == "to") {
                let end = (by.b..b)
                    .find(|&k| {
                        matches!(self.mark(k), Mark::Comma | Mark::Line | Mark::Semicolon)
                            || self.mark(k) == Mark::Stop && !self.soft(k)
                    })
                    .unwrap_or(b);
                parts.extend(self.trim(by.b, end));
            }
            if loose && by.is_none() && parts.len() < 2 {
                return Some(Err("a passive with nobody who says it"));
            }
            let mut cue = self.base(i, act, who, Plan::Fixed(parts), np.clause, true);
            cue.weight = 0.6;
            return Some(Ok(cue));
        }
        Some(Err("a passive with nobody who says it"))
    }

    /// "By mistake", "by phone": how it was done, and nobody who did it.
    fn adverbial(&self, np: Phrase) -> bool {
        let bare = np.b == np.a + 1 && self.mark(np.a) == Mark::Word;
        bare && !self.capital(np.a)
            && !self.determines(np.a)
            && !self.is(np.a, Class::Pronoun)
            && self.head_at(np.a).is_none()
            && !self.low(np.a).ends_with('s')
            && self.low(np.a) != "police"
    }

    /// could not verify, cannot confirm: what could not be.
    pub(super) fn cannot(
        &self,
        i: usize,
        start: usize,
        first: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Found {
        let mut cue = self.base(i, Act::Assert, Who::Nobody, Plan::Cited, i, false);
        cue.at = first;
        cue.end = i + 1;
        let passive =
            self.be(i - 1) || i > a + 1 && self.is(i - 1, Class::Adverb) && self.be(i - 2);
        let left = self.subject(start, a);
        let pronoun = start > a && self.is(start - 1, Class::Pronoun);
        if passive && self.w(i).known.form.tense == Tense::Past {
            let np = left?;
            cue.plan = Plan::Fixed(vec![(np.a, np.b)]);
            cue.clause = np.clause;
            cue.separate = true;
            return Some(Ok(cue));
        }
        // could not establish independently whether, could not determine who
        let asked = (i + 1..i + 4)
            .find(|&k| !self.is(k, Class::Adverb))
            .filter(|&k| {
                self.is(k, Class::Relative)
                    || matches!(
                        self.low(k),
                        "whether" | "if" | "how" | "where" | "when" | "what" | "why"
                    )
            })
            .map(|k| Opening::At(k, false));
        let opening = asked.unwrap_or_else(|| self.opening(i + 1, b, verb));
        let Opening::At(from, colon) = opening else {
            return Some(Err("a reporting verb with no content found"));
        };
        cue.plan = Plan::After {
            from,
            colon,
            object: !self.is(from - 1, Class::That),
        };
        let it_is = pronoun
            && self.low(start - 1) == "it"
            && (start..i).any(|k| matches!(self.low(k), "possible" | "impossible"));
        cue.who = match left {
            _ if it_is => Who::Nobody,
            _ if pronoun => Who::Pronoun(start - 1),
            Some(np) => Who::Phrase(np.a, np.b),
            None if start > a && matches!(self.low(start - 1), "and" | "but") => Who::Same,
            None => return Some(Err("a reporting verb with nobody before it")),
        };
        cue.clause = left.map_or(start, |l| l.clause);
        cue.separate = cue.clause <= a
            || matches!(self.mark(cue.clause), Mark::Comma | Mark::Semicolon)
            || self.is(cue.clause, Class::Break)
            || matches!(cue.who, Who::Same);
        Some(Ok(cue))
    }
}
