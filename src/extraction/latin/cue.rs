//! The cues of an English sentence, each with who stands beside it and where its content is to be looked for.
//!
//! In one file because the readings of a reporting verb are tried in an order that keeps each from another's cases.

use super::opening::Opening;
use super::phrase::Phrase;
use crate::extraction::inflect::Tense;
use crate::extraction::lexicon::opens;
use crate::extraction::output::Act;
use crate::extraction::pack::{Class, Opens, Sort, VerbEntry};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

/// Who stands beside a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// A phrase, as tokens.
    Phrase(usize, usize),
    /// The pronoun at this token.
    Pronoun(usize),
    /// The subject of the cue before.
    Same,
    /// Nobody is written.
    Nobody,
}

/// Where a content is to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Plan {
    /// From here on; whether a colon or only a quotation opened it; whether it is a noun phrase.
    After {
        from: usize,
        colon: bool,
        object: bool,
    },
    /// Before here, up to the beginning of the clause; a further quotation may follow from `tail`.
    Before { until: usize, tail: usize },
    /// Just these.
    Fixed(Vec<(usize, usize)>),
    /// The clause before, or what another cue there conveys.
    According { until: usize },
    /// That of the neighbouring cue, which this source stands behind.
    Cited,
}

/// A cue.
#[derive(Debug, Clone)]
pub(super) struct LatinCue {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) act: Act,
    pub(super) who: Who,
    pub(super) plan: Plan,
    /// Where its clause begins.
    pub(super) clause: usize,
    /// Whether it ends a content before it, or lies within it.
    pub(super) separate: bool,
    /// The source that this one passes on, and that one's own cue.
    pub(super) inner: Option<(Phrase, usize)>,
    /// How sure such cues are.
    pub(super) weight: f64,
}

/// A cue, why a reporting word gives none, or nothing.
pub(super) type Found = Option<Result<LatinCue, &'static str>>;

impl Reader<'_> {
    /// The cue at `i` of the sentence `a..b`, or why a reporting word there gives none.
    pub(super) fn latin_cue(&self, i: usize, a: usize, b: usize) -> Found {
        if self.mark(i) != Mark::Word || self.tok(i).is_some_and(|t| t.quote != 0) {
            return None;
        }
        if self.low(i) == "according" && self.low(i + 1) == "to" {
            return self.according_to(i, 2, a, b);
        }
        // In the view of a senior official, by the account of a guard.
        if matches!(self.low(i), "in" | "by" | "on")
            && self.low(i + 1) == "the"
            && matches!(
                (self.low(i), self.low(i + 2)),
                (
                    "in",
                    "view"
                        | "opinion"
                        | "judgement"
                        | "judgment"
                        | "assessment"
                        | "words"
                        | "telling"
                        | "account"
                ) | (
                    "by",
                    "account" | "reckoning" | "telling" | "estimate" | "admission" | "calculation"
                ) | ("on", "evidence" | "word" | "authority" | "account")
            )
            && self.low(i + 3) == "of"
        {
            return self.according_to(i, 4, a, b);
        }
        // "Said it was private, but that it had seen no proof": said as well.
        let also = i > a + 3
            && self.is(i, Class::That)
            && self.low(i - 1) == "but"
            && self.mark(i - 2) == Mark::Comma
            && (a..i - 2).any(|k| {
                self.reporting(k, a)
                    .is_some_and(|v| opens(v, |o| *o == Opens::That))
            });
        if also {
            let plan = Plan::After {
                from: i + 1,
                colon: false,
                object: false,
            };
            return Some(Ok(self.base(i, Act::Assert, Who::Same, plan, i - 2, true)));
        }
        if let Some(found) = self.by_account(i, a) {
            return Some(Ok(found));
        }
        if matches!(self.low(i), "citing" | "quoting") {
            let np = self.phrase_right(i + 1, b)?;
            let clause = if i > a && self.mark(i - 1) == Mark::Comma {
                i - 1
            } else {
                i
            };
            return Some(Ok(LatinCue {
                at: i,
                end: i + 1,
                act: Act::Assert,
                who: Who::Phrase(np.a, np.b),
                plan: Plan::Cited,
                clause,
                separate: true,
                inner: None,
                weight: 0.75,
            }));
        }
        if self.is(i, Class::Hearsay) {
            return self.hearsay(i, a, b);
        }
        if let Some(verb) = self.reporting(i, a) {
            // "persistent rumours about his death": the noun, where the verb finds nothing.
            return match self.verb(i, a, b, verb) {
                Some(Err(why)) => self.report_noun(i, b).or(Some(Err(why))),
                found => found,
            };
        }
        if !self.capital(i) || i == a || self.mark(i - 1) != Mark::Word {
            return self.report_noun(i, b);
        }
        None
    }

    pub(super) fn base(
        &self,
        i: usize,
        act: Act,
        who: Who,
        plan: Plan,
        clause: usize,
        separate: bool,
    ) -> LatinCue {
        LatinCue {
            at: i,
            end: i + 1,
            act,
            who,
            plan,
            clause,
            separate,
            inner: None,
            weight: 0.8,
        }
    }

    fn according_to(&self, i: usize, words: usize, a: usize, b: usize) -> Found {
        let first = (a..i).all(|k| {
            self.mark(k) != Mark::Word || self.is(k, Class::Break) || self.low(k) == "but"
        });
        let np = if first {
            self.phrase_leading(i + words, b)
        } else {
            self.phrase_right(i + words, b)
        };
        let np = match np {
            Some(np)
                if !self.is(np.a, Class::NotSource) && !self.is(np.a + 1, Class::NotSource) =>
            {
                np
            }
            _ => return Some(Err("an according-to phrase with no source after it")),
        };
        let comma = i > a && self.mark(i - 1) == Mark::Comma;
        // "The paper reported, on the word of a clerk, that".
        let aside = comma && self.mark(np.b) == Mark::Comma && self.is(np.b + 1, Class::That);
        let plan = if aside {
            Plan::After {
                from: np.b + 2,
                colon: false,
                object: false,
            }
        } else if first {
            let from = np.b + usize::from(self.mark(np.b) == Mark::Comma);
            Plan::After {
                from,
                colon: false,
                object: false,
            }
        } else {
            Plan::According {
                until: if comma { i - 1 } else { i },
            }
        };
        // "According to him": whoever that is.
        let who = match self.low(np.a) {
            "him" | "her" | "them" if np.b == np.a + 1 => Who::Pronoun(np.a),
            _ => Who::Phrase(np.a, np.b),
        };
        let clause = if comma { i - 1 } else { i };
        let mut cue = self.base(i, Act::Assert, who, plan, clause, true);
        cue.end = i + words;
        Some(Ok(cue))
    }

    /// "…, by the monitor's own account": the monitor's.
    fn by_account(&self, i: usize, a: usize) -> Option<LatinCue> {
        const NEAR: usize = 6;
        if !matches!(self.low(i), "by" | "on") || i <= a + 3 {
            return None;
        }
        let owner = (i + 1..i + NEAR)
            .take_while(|&k| self.mark(k) == Mark::Word)
            .find(|&k| self.owns(k))?;
        let own = owner + 1 + usize::from(self.low(owner + 1) == "own");
        let noun = matches!(
            self.low(own),
            "account" | "reckoning" | "telling" | "admission" | "estimate" | "version" | "count"
        );
        let ends = matches!(
            self.mark(own + 1),
            Mark::Stop | Mark::Comma | Mark::Line | Mark::Semicolon
        );
        if !noun || !ends {
            return None;
        }
        let comma = self.mark(i - 1) == Mark::Comma;
        let until = if comma { i - 1 } else { i };
        let plan = Plan::According { until };
        let who = Who::Phrase(i + 1, owner + 1);
        let mut cue = self.base(i, Act::Assert, who, plan, until, true);
        cue.end = own + 1;
        Some(cue)
    }

    /// He reportedly died: the clause, which nobody is named for.
    fn hearsay(&self, i: usize, a: usize, b: usize) -> Found {
        // "reportedly said": the saying is reported, and counts by itself.
        let says = (i + 1..b.min(i + 3)).any(|k| self.reporting(k, a).is_some());
        let said = (a..i).any(|k| self.reporting(k, a).is_some());
        if says || said || !matches!(self.mark(i + 1), Mark::Word | Mark::Comma | Mark::Number) {
            return None;
        }
        let from = (a..i)
            .rev()
            .find(|&k| {
                matches!(
                    self.mark(k),
                    Mark::Comma | Mark::Semicolon | Mark::Line | Mark::Open
                ) || self.is(k, Class::Break)
            })
            .map_or(a, |k| k + 1);
        let mut end = i + 1;
        while end < b
            && !matches!(self.mark(end), Mark::Semicolon | Mark::Line | Mark::Comma)
            && !self.is(end, Class::Break)
            && !(self.mark(end) == Mark::Stop && !self.soft(end))
        {
            end += 1;
        }
        let parts: Vec<(usize, usize)> = [self.trim(from, i), self.trim(i + 1, end)]
            .into_iter()
            .flatten()
            .collect();
        let words: usize = parts.iter().map(|p| p.1 - p.0).sum();
        if words < 3 {
            return None;
        }
        let mut cue = self.base(i, Act::Rumour, Who::Nobody, Plan::Fixed(parts), from, false);
        cue.weight = 0.6;
        Some(Ok(cue))
    }

    /// Reports that, rumours of.
    fn report_noun(&self, i: usize, b: usize) -> Found {
        let entry = self.pack.noun(&self.w(i))?;
        // "Rumours have swirled since Sunday that"
        let doing = (i + 1..b.min(i + 4))
            .find(|&k| !self.is(k, Class::Auxiliary) && !self.is(k, Class::Adverb))
            .filter(|&k| self.is(k, Class::Doing));
        let next = doing
            .and_then(|k| self.past_time(k + 1, b).or(Some(k + 1)))
            .filter(|&k| self.is(k, Class::That))
            // "A claim on the radio that"
            .or_else(|| self.told_where(i + 1, b))
            .unwrap_or(i + 1);
        let opens =
            self.is(next, Class::That) || entry.phrase && matches!(self.low(next), "of" | "about");
        // "A report that the ministry denied": who denies, and no report's content.
        let denied = self.is(next, Class::That)
            && (next + 2..b.min(next + 8))
                .take_while(|&k| self.mark(k) == Mark::Word)
                .find(|&k| self.reporting(k, i).is_some())
                .is_some_and(|k| {
                    let over = self.mark(k + 1) != Mark::Word
                        || self.is(k + 1, Class::Preposition)
                        || self.is(k + 1, Class::Time);
                    over && self.reporting(k, i).is_some_and(|v| v.act == Act::Deny)
                });
        if !opens || denied {
            return None;
        }
        let from = next + 1;
        // "A report that he had died was rejected by the ministry": to the verb that it is the subject of.
        let until = (from + 2..b)
            .take_while(|&k| self.mark(k) == Mark::Word)
            .find(|&k| {
                matches!(self.low(k), "was" | "were")
                    && self.is(next, Class::That)
                    && self.reporting(k + 1, i).is_some_and(|v| v.act == Act::Deny)
            })
            .and_then(|k| self.trim(from, k));
        let after = Plan::After {
            from,
            colon: false,
            object: true,
        };
        let mut cue = self.base(
            i,
            entry.act,
            Who::Nobody,
            until.map_or(after, |whole| Plan::Fixed(vec![whole])),
            i,
            false,
        );
        cue.weight = 0.6;
        Some(Ok(cue))
    }

    /// The that-word behind where something is told: "on social media that", "in the cafes: that".
    fn told_where(&self, p: usize, b: usize) -> Option<usize> {
        const NEAR: usize = 6;
        if !matches!(self.low(p), "on" | "in" | "across" | "among" | "around") {
            return None;
        }
        let that = (p + 2..b.min(p + NEAR)).find(|&k| self.is(k, Class::That))?;
        let plain = (p + 1..that).all(|k| {
            self.mark(k) == Mark::Word
                && !self.is(k, Class::Auxiliary)
                && !self.is(k, Class::Finite)
                && !self.low(k).ends_with("ed")
        });
        plain.then_some(that)
    }

    fn verb(&self, i: usize, a: usize, b: usize, verb: &VerbEntry) -> Found {
        let tense = self.w(i).known.form.tense;
        if let Some((start, first)) = self.unconfirmed(i, a) {
            return self.cannot(i, start, first, a, b, verb);
        }
        // "About the alleged death": no verb stands right behind an article.
        if tense == Tense::Past
            && i > a
            && self.mark(i + 1) == Mark::Word
            && matches!(
                self.low(i - 1),
                "the" | "a" | "an" | "its" | "his" | "their"
            )
        {
            return Some(Err("an adjective"));
        }
        // "Persistent rumours", "death rumours": a noun, whatever stands before.
        if verb.act == Act::Rumour && tense == Tense::Present {
            return Some(Err("a noun"));
        }
        // "Cast fresh doubt on claims", "beyond doubt": no verb takes "on" so, or stands behind a preposition.
        let noun = verb.root == "doubt"
            && tense == Tense::Present
            && (matches!(self.low(i + 1), "on" | "over" | "about")
                || i > a && self.is(i - 1, Class::Preposition) && self.low(i - 1) != "to");
        // "The chief reported dead after a fire": what is told of him, by nobody named.
        let told_dead = verb.root == "report"
            && tense == Tense::Past
            && self.chain_start(i, a) == i
            && matches!(
                self.low(i + 1),
                "dead" | "killed" | "missing" | "wounded" | "captured" | "safe" | "alive"
            );
        if noun || told_dead {
            return Some(Err("a noun"));
        }
        let chain = self.chain_start(i, a);
        if (chain..i).any(|k| self.is(k, Class::Negation)) {
            return Some(Err("the saying is negated"));
        }
        // "he went on": with its particle only.
        if verb.root == "go" && (self.low(i + 1) != "on" || self.low(i + 2) == "to") {
            return None;
        }
        // "called the report a lie", "calling it “wishful thinking”": only with the word that is meant.
        if verb.root == "call" {
            let end = (i + 1..b)
                .find(|&k| {
                    matches!(self.mark(k), Mark::Semicolon | Mark::Line | Mark::Comma)
                        || self.mark(k) == Mark::Stop && !self.soft(k)
                })
                .unwrap_or(b)
                .min(i + 16);
            // "Allegations the ministry called baseless": the word stands right behind.
            let near = self
                .subject(i, a)
                .is_some_and(|np| self.claim_of(np, a).is_some());
            let called = (i + 2 - usize::from(near)..end).any(|k| self.is(k, Class::Falsehood))
                || (i + 2..end).any(|k| self.mark(k) == Mark::Open);
            if !called {
                return None;
            }
        }
        if verb.sort == Sort::Directive {
            return Some(Err(
                "a demand, question or promise is known and not counted",
            ));
        }
        if tense == Tense::Participle && !(chain..i).any(|k| self.be(k)) {
            return self.participle(i, a, b, verb);
        }
        if tense == Tense::Past && i > chain && (chain..i).rev().any(|k| self.be(k)) {
            return self.passive(i, chain, a, b, verb);
        }
        // "was announced by the army and denied by the front": the second of two passives.
        if tense == Tense::Past
            && i > a
            && matches!(self.low(i - 1), "and" | "but")
            && self.low(i + 1) == "by"
            && let Some(k) = (a..i).rev().find(|&k| self.be(k))
        {
            return self.passive(i, self.chain_start(k, a), a, b, verb);
        }
        if i > a && self.low(i - 1) == "to" {
            let done = self.voiced(i, a, b, verb).map(Ok);
            return done.or(Some(Err("a saying that is only meant or asked for")));
        }
        if tense == Tense::Past
            && chain == i
            && let Some(found) = self.denied_by(i, a, b, verb)
        {
            return Some(Ok(found));
        }
        // "the figures reported by the ministry", "the truce announced in Tarsk was": no finite verb.
        if tense == Tense::Past
            && i > a
            && chain == i
            && self.mark(i - 1) == Mark::Word
            && !matches!(
                self.low(i - 1),
                "and" | "but" | "as" | "or" | "who" | "which"
            )
            && (verb.sort != Sort::Weak && self.told_by(i, b) || self.reduced(i, a, b))
        {
            return Some(self.told_of_event(i, a, b, verb));
        }
        if verb.sort == Sort::Relay {
            return self.quoting(i, chain, a, b, verb);
        }
        if tense == Tense::Present && i > a && self.low(i - 1) == "'s" {
            return None;
        }
        let (cue_end, opening) = match self.particle(i, verb) {
            Some((end, from)) => {
                let from = if self.is(from, Class::That) {
                    from + 1
                } else {
                    from
                };
                (end, Opening::At(from, false))
            }
            None if verb.opens.iter().all(|o| matches!(o, Opens::With(_))) => return None,
            None => {
                let after = i + 1 + usize::from(verb.root == "go");
                (i + 1, self.opening(after, b, verb))
            }
        };
        // "…," said X.
        let quoted = i > a
            && (self.mark(i - 1) == Mark::Close
                || self.mark(i - 1) == Mark::Comma && i > a + 1 && self.mark(i - 2) == Mark::Close);
        let coordinate = chain > a && matches!(self.low(chain - 1), "and" | "but");
        let left = if quoted || coordinate {
            None
        } else {
            self.subject(chain, a)
        };
        if (quoted
            || left.is_none() && i > a + 1 && matches!(self.mark(i - 1), Mark::Comma | Mark::Dash))
            && opens(verb, |o| matches!(o, Opens::Quote))
            && let Some(found) = self.inverted(i, b, verb)
        {
            return Some(Ok(found));
        }
        // … , which the army denied: the clause before.
        if let Some(np) = left
            && self.is(np.a, Class::Relative)
            && np.a > a
            && self.mark(np.a - 1) == Mark::Comma
            && np.b > np.a + 1
        {
            // "The mayor, who is known for long speeches posted on walls": a participle, and nobody who posts.
            if self.no_noun(np.a + 1, np.b) {
                return Some(Err("a relative clause that says something of a person"));
            }
            let who = if self.is(np.a + 1, Class::Pronoun) {
                Who::Pronoun(np.a + 1)
            } else {
                Who::Phrase(np.a + 1, np.b)
            };
            let whom = self
                .told_of_whom(i, np.a, a, b)
                .filter(|_| verb.act != Act::Deny);
            let plan = whom.unwrap_or(Plan::According { until: np.a - 1 });
            return Some(Ok(self.base(i, verb.act, who, plan, np.a - 1, true)));
        }
        if let Some((np, comma)) = left.and_then(|np| self.claim_of(np, a)) {
            let who = if np.b == np.a + 1 && self.is(np.a, Class::Pronoun) {
                Who::Pronoun(np.a)
            } else {
                Who::Phrase(np.a, np.b)
            };
            let act = if verb.root == "call" {
                Act::Deny
            } else {
                verb.act
            };
            if act != Act::Deny {
                return Some(Err("an aside that says something of what is said"));
            }
            let plan = Plan::According { until: comma };
            return Some(Ok(self.base(i, act, who, plan, comma, true)));
        }
        // What somebody should think, or nobody believes, is no one's saying.
        let should = (chain..i).any(|k| matches!(self.low(k), "should" | "must"));
        let nobody = left.is_some_and(|np| {
            matches!(self.low(np.a), "nobody" | "no" | "none")
                && (self.low(np.a) != "none" || self.low(np.a + 1) == "one")
        });
        if nobody || verb.act == Act::Opinion && should {
            return Some(Err("what nobody thinks, or somebody should"));
        }
        // "…, which said on Friday that": whom the relative tells more of.
        if let Some(np) = left
            && np.b == np.a + 1
            && self.is(np.a, Class::Relative)
            && np.a > a
            && self.mark(np.a - 1) == Mark::Comma
            && let Some((x, y)) = self.latin_antecedent(np.a - 1, a)
            && let Opening::At(from, colon) = opening
        {
            let object = opens(verb, |o| *o == Opens::Object) && !self.is(from - 1, Class::That);
            let plan = Plan::After {
                from,
                colon,
                object,
            };
            return Some(Ok(self.base(
                i,
                verb.act,
                Who::Phrase(x, y),
                plan,
                np.a - 1,
                true,
            )));
        }
        let far = self.restrictive(chain, a).is_some();
        // "nurses who had told her": they; "a lawyer whose office wrote": the lawyer.
        let left = left.map(|np| {
            let whose = (np.a + 1..np.b).find(|&k| self.low(k) == "whose" && !far);
            let near = |k: &usize| self.mark(*k - 1) == Mark::Word && chain <= *k + 3;
            if let Some(k) = whose.filter(near) {
                return Phrase { b: k, ..np };
            }
            let last = np.b - 1;
            if np.b > np.a + 1 && self.is(last, Class::Relative) && last + 1 == chain {
                Phrase { b: last, ..np }
            } else {
                np
            }
        });
        // "the account of the officer who told": the officer.
        let left = left.map(|np| {
            let of = (np.a + 1..np.b).rev().find(|&k| {
                self.low(k) == "of" && np.b < i && self.is(np.b, Class::Relative) && !far
            });
            match of {
                Some(k) if k + 1 < np.b => Phrase { a: k + 1, ..np },
                _ => np,
            }
        });
        if left.is_some_and(|np| np.b == np.a + 1 && self.is(np.a, Class::Relative)) {
            return Some(Err("a relative clause that says something of a person"));
        }
        if chain > a && self.low(chain - 1) == "you" {
            return Some(Err("a reporting verb with nobody before it"));
        }
        let there = chain > a && matches!(self.low(chain - 1), "there" | "here");
        let pronoun = chain > a && self.is(chain - 1, Class::Pronoun) && !far && !there;
        let (who, clause) = match left {
            Some(_) if pronoun => {
                let p = chain - 1;
                let clause = left.map_or(p, |l| l.clause.min(p));
                (Who::Pronoun(p), clause)
            }
            Some(np) => (Who::Phrase(np.a, np.b), np.clause),
            None if coordinate
                && !(a..chain - 1).any(|k| {
                    self.reporting(k, a)
                        .is_some_and(|v| !matches!(v.sort, Sort::Directive | Sort::Weak))
                })
                && self.joined_subject(chain - 1, a).is_some() =>
            {
                let comma = chain > a + 1 && self.mark(chain - 2) == Mark::Comma;
                let np = self.joined_subject(chain - 1, a).unwrap_or(Phrase {
                    a: chain,
                    b: chain,
                    clause: chain,
                });
                let clause = chain - 1 - usize::from(comma);
                if self.is(np.b - 1, Class::Pronoun) && np.b == np.a + 1 {
                    (Who::Pronoun(np.a), clause)
                } else {
                    (Who::Phrase(np.a, np.b), clause)
                }
            }
            None if coordinate => {
                let comma = chain > a + 1 && self.mark(chain - 2) == Mark::Comma;
                (Who::Same, chain - 1 - usize::from(comma))
            }
            None if chain > a && self.is(chain - 1, Class::Relative) => {
                return Some(Err("a relative clause that says something of a person"));
            }
            None => return Some(Err("a reporting verb with nobody before it")),
        };
        // "and" alone before the verb: the phrase left of it is the subject of the verb before.
        let begins = match who {
            Who::Phrase(x, _) => x,
            Who::Pronoun(x) => x,
            _ => chain,
        };
        let mut content_before = None;
        if !matches!(who, Who::Same) && begins > a {
            let p = begins - 1;
            if self.mark(p) == Mark::Close
                || matches!(self.mark(p), Mark::Comma | Mark::Dash) && !self.soft(p)
            {
                content_before = Some(p + usize::from(self.mark(p) == Mark::Close));
            }
        }
        let has_words = content_before.is_some_and(|u| {
            let words = |k: &usize| matches!(self.mark(*k), Mark::Word | Mark::Number);
            (a..u).filter(words).count() > 1
        });
        let separate = matches!(who, Who::Same)
            || clause <= a
            || matches!(
                self.mark(clause),
                Mark::Comma | Mark::Semicolon | Mark::Dash
            )
            || self.is(clause, Class::Break)
            || self.low(clause) == "and"
            || clause > a
                && matches!(
                    self.mark(clause - 1),
                    Mark::Close | Mark::Semicolon | Mark::Line | Mark::Stop | Mark::Dash
                );
        match opening {
            Opening::At(from, colon) => {
                if !colon
                    && let Some(until) = content_before.filter(|_| has_words)
                    && self.mark(until - 1) == Mark::Close
                    && self.mark(from) == Mark::Word
                    && !self.is(from - 1, Class::That)
                {
                    // "…," X told the paper in the capital.
                    let tail = from;
                    return Some(Ok(self.base(
                        i,
                        verb.act,
                        who,
                        Plan::Before { until, tail },
                        clause,
                        true,
                    )));
                }
                let object = opens(verb, |o| *o == Opens::Object)
                    && !self.is(from - 1, Class::That)
                    || cue_end > i + 1;
                let mut cue = self.base(
                    i,
                    verb.act,
                    who,
                    Plan::After {
                        from,
                        colon,
                        object,
                    },
                    clause,
                    separate,
                );
                cue.end = cue_end.max(i + 1);
                cue.weight = if self.is(from - 1, Class::That) || colon {
                    0.9
                } else {
                    0.8
                };
                Some(Ok(cue))
            }
            Opening::Nothing(tail) => match content_before
                .filter(|_| has_words && opens(verb, |o| *o == Opens::Quote))
            {
                Some(until) => Some(Ok(self.base(
                    i,
                    verb.act,
                    who,
                    Plan::Before { until, tail },
                    clause,
                    true,
                ))),
                None if self.charge(i, b, verb).is_some() => self.charge(i, b, verb).map(|from| {
                    Ok(self.base(
                        i,
                        verb.act,
                        who,
                        Plan::After {
                            from,
                            colon: false,
                            object: true,
                        },
                        clause,
                        separate,
                    ))
                }),
                None => Some(Err("a reporting verb with no content found")),
            },
        }
        .map(|found| {
            found.map(|mut cue| {
                if let Some(from) = self.charge(i, b, verb) {
                    cue.plan = Plan::After {
                        from,
                        colon: false,
                        object: true,
                    };
                }
                cue
            })
        })
    }

    /// "…, a claim the army denied", "…, something the party called a lie": the army, and the comma before.
    fn claim_of(&self, np: Phrase, a: usize) -> Option<(Phrase, usize)> {
        let comma = (np.a.saturating_sub(4)..=np.a)
            .rev()
            .find(|&k| k > a + 1 && self.mark(k - 1) == Mark::Comma)?;
        let something = self.low(comma) == "something";
        let noun = if something {
            comma
        } else if matches!(
            self.low(comma),
            "a" | "an" | "claims" | "reports" | "allegations"
        ) {
            (comma..comma + 3).find(|&k| self.asserted(k))?
        } else {
            return None;
        };
        let from = noun + 1 + usize::from(matches!(self.low(noun + 1), "that" | "which"));
        (from < np.b && np.a <= from).then_some((Phrase { a: from, ..np }, comma - 1))
    }

    /// "…, a claim denied by the army", "- a report rejected as false by the party": who denies, and the clause before.
    fn denied_by(&self, i: usize, a: usize, b: usize, verb: &VerbEntry) -> Option<LatinCue> {
        const NEAR: usize = 5;
        let mark = (i.saturating_sub(NEAR)..i)
            .rev()
            .find(|&k| k > a && matches!(self.mark(k), Mark::Comma | Mark::Dash))?;
        let plain = (mark + 1..i).all(|k| self.mark(k) == Mark::Word);
        let claim = plain && (mark + 1..i).any(|k| self.asserted(k));
        if verb.act != Act::Deny || !claim || !self.is(mark + 1, Class::Determiner) {
            return None;
        }
        let by = (i + 1..b.min(i + NEAR))
            .take_while(|&k| self.mark(k) == Mark::Word)
            .find(|&k| self.low(k) == "by" && !self.is(k + 1, Class::Time))
            .and_then(|k| self.phrase_right(k + 1, b))?;
        let plan = Plan::According { until: mark };
        let who = Who::Phrase(by.a, by.b);
        Some(self.base(i, verb.act, who, plan, mark, true))
    }

    /// "General X, who the rebels say died in the blast, has": whom it is about, and what is said of him.
    fn told_of_whom(&self, i: usize, relative: usize, a: usize, b: usize) -> Option<Plan> {
        let from = i + 1 + usize::from(self.is(i + 1, Class::That));
        let opens = self.mark(from) == Mark::Word
            && !self.is(from, Class::Time)
            && !self.is(from, Class::Preposition)
            && !self.is(from, Class::Adverb);
        let end = (from..b)
            .find(|&k| {
                matches!(self.mark(k), Mark::Comma | Mark::Line | Mark::Semicolon)
                    || self.mark(k) == Mark::Stop && !self.soft(k)
            })
            .unwrap_or(b);
        let about = self.latin_antecedent(relative - 1, a)?;
        let rest = self.trim(from, end).filter(|_| opens)?;
        Some(Plan::Fixed(vec![about, rest]))
    }

    /// A noun for what somebody says.
    pub(super) fn asserted(&self, k: usize) -> bool {
        self.is(k, Class::ClaimNoun)
            || self.pack.noun(&self.w(k)).is_some()
            || matches!(
                self.low(k),
                "charge" | "suggestion" | "notion" | "idea" | "boast"
            )
    }

    /// "The truce announced by the emir was never signed": the emir told of the truce.
    fn told_of_event(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Result<LatinCue, &'static str> {
        const NEAR: usize = 7;
        const WHY: &str = "a participle that tells more of a noun";
        let by = (i + 1..b.min(i + NEAR))
            .take_while(|&k| self.mark(k) == Mark::Word && !self.is(k, Class::That))
            .find(|&k| self.low(k) == "by" && !self.is(k + 1, Class::Time))
            .and_then(|k| self.phrase_right(k + 1, b))
            .ok_or(WHY)?;
        let np = self.subject(i, a).ok_or(WHY)?;
        if verb.act == Act::Deny || !(np.a..np.b).any(|k| self.is(k, Class::Event)) {
            return Err(WHY);
        }
        let plan = Plan::Fixed(vec![(np.a, np.b)]);
        let mut cue = self.base(i, verb.act, Who::Phrase(by.a, by.b), plan, i, false);
        cue.weight = 0.6;
        Ok(cue)
    }

    /// "Reported by the ministry", and not "denied by radio that".
    fn told_by(&self, i: usize, b: usize) -> bool {
        const NEAR: usize = 9;
        let somebody =
            self.determines(i + 2) || self.capital(i + 2) || self.head_at(i + 2).is_some();
        self.low(i + 1) == "by"
            && somebody
            && !self.is(i + 2, Class::Time)
            && !(i + 2..b.min(i + NEAR)).any(|k| self.is(k, Class::That))
    }

    /// Whether the past form at `i` tells more of the noun before it, whose own verb stands further on: "the truce announced on
    /// Monday was never signed".
    fn reduced(&self, i: usize, a: usize, b: usize) -> bool {
        if !self.is(i + 1, Class::Preposition) || self.low(i + 1) == "to" {
            return false;
        }
        let own = (i + 2..b.min(i + 12))
            .take_while(|&k| {
                (matches!(self.mark(k), Mark::Word | Mark::Number) || self.soft(k))
                    && !self.is(k, Class::That)
                    && !self.is(k, Class::Pronoun)
                    && !self.is(k, Class::SoftBreak)
                    && !(self.mark(k) == Mark::Word
                        && k > i + 2
                        && self.determines(k)
                        && !self.is(k - 1, Class::Preposition))
            })
            .find(|&k| {
                self.is(k, Class::Auxiliary) && !(self.low(k) == "may" && self.capital(k))
                    || self.is(k, Class::Negation)
                    || self.is(k, Class::Finite)
            });
        // What stands before is no speaker.
        own.is_some()
            && self.head_at(i - 1).is_none()
            && !self.capital(i - 1)
            && !self.is(i - 1, Class::Pronoun)
            && i > a + 1
    }

    /// Accused X of Y, put the toll at: the content begins with the accused where the preposition follows.
    fn charge(&self, i: usize, b: usize, verb: &VerbEntry) -> Option<usize> {
        let p = verb.opens.iter().find_map(|o| match o {
            Opens::Charge(p) | Opens::Label(p) => Some(p.as_str()),
            _ => None,
        })?;
        let near = (i + 2..b.min(i + 16))
            .take_while(|&k| self.mark(k) != Mark::Comma)
            .any(|k| self.low(k) == p);
        // accused Vardia, an ally of the government, of sending
        let far = || {
            (i + 2..b.min(i + 24))
                .take_while(|&k| self.mark(k) != Mark::Stop || self.soft(k))
                .any(|k| {
                    self.low(k) == p
                        && self.mark(k - 1) == Mark::Comma
                        && self.low(k + 1).ends_with("ing")
                })
        };
        (near || far()).then_some(i + 1)
    }

    fn inverted(&self, i: usize, b: usize, verb: &VerbEntry) -> Option<LatinCue> {
        let (who, tail) = if self.is(i + 1, Class::Pronoun) {
            (Who::Pronoun(i + 1), i + 2)
        } else {
            let np = self.phrase_right(i + 1, b)?;
            (Who::Phrase(np.a, np.b), np.b)
        };
        let closes = tail >= b
            || matches!(
                self.mark(tail),
                Mark::Stop | Mark::Comma | Mark::Line | Mark::Open | Mark::Semicolon
            )
            || self.is(tail, Class::Time)
            || self.is(tail, Class::Adverb)
            || self.is(tail, Class::Preposition);
        // "The letter, sent on Friday, says the mill “burned down”": nothing stands before that he would say.
        let goes_on = self.mark(tail) == Mark::Open
            && self.mark(i - 1) == Mark::Comma
            && self.mark(i - 2) != Mark::Close
            && matches!(
                self.low(i + 1),
                "the" | "a" | "an" | "its" | "his" | "her" | "their"
            );
        if !closes || goes_on {
            return None;
        }
        let until = i - usize::from(self.mark(i - 1) != Mark::Close);
        let until = if self.mark(i - 1) == Mark::Comma && self.mark(i - 2) == Mark::Close {
            i - 1
        } else {
            until
        };
        Some(self.base(
            i,
            verb.act,
            who,
            Plan::Before { until, tail },
            // The clause begins with the comma, or within the quotation that ends before it.
            until.saturating_sub(usize::from(self.mark(until) != Mark::Comma)),
            true,
        ))
    }

    fn participle(&self, i: usize, a: usize, b: usize, verb: &VerbEntry) -> Found {
        let lead = i > a
            && (matches!(self.mark(i - 1), Mark::Comma | Mark::Dash) || self.low(i - 1) == "and");
        // "…, with one Western diplomat calling it", "with residents saying that".
        let with = (a..i)
            .rev()
            .take(10)
            .take_while(|&k| self.mark(k) == Mark::Word || self.soft(k))
            .find(|&k| self.low(k) == "with")
            .filter(|&k| k + 1 < i && k > a && self.mark(k - 1) == Mark::Comma)
            .filter(|&k| (k + 1..i).any(|m| self.head_at(m).is_some() || self.capital(m)));
        let lead = lead || with.is_some();
        // "…, his party said, accusing the mill of theft".
        let charge = self
            .charge(i, b, verb)
            .filter(|_| lead && with.is_none() && opens(verb, |o| matches!(o, Opens::Charge(_))));
        if !lead || charge.is_none() && !matches!(verb.sort, Sort::Plain | Sort::Firm) {
            return None;
        }
        let who = with.map_or(Who::Same, |k| Who::Phrase(k + 1, i));
        let clause = with.map_or(i - 1, |k| k - 1);
        if let Some(from) = charge {
            let plan = Plan::After {
                from,
                colon: false,
                object: true,
            };
            return Some(Ok(self.base(i, verb.act, who, plan, clause, true)));
        }
        let opening = match self.particle(i, verb) {
            Some((_, from)) => Opening::At(from, false),
            None => self.opening(i + 1, b, verb),
        };
        match opening {
            Opening::At(from, colon) => Some(Ok(self.base(
                i,
                verb.act,
                who,
                Plan::After {
                    from,
                    colon,
                    object: opens(verb, |o| *o == Opens::Object) && !self.is(from - 1, Class::That),
                },
                clause,
                true,
            ))),
            Opening::Nothing(_) => Some(Err("a reporting verb with no content found")),
        }
    }
}
