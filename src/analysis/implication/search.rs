//! Walking the clauses: all that follows from a literal, and the shortest reason why.
//!
//! Breadth first, neighbours by id, so that of several shortest paths the one that comes first
//! by the ids along it is taken. A walk costs what it reaches.

use super::clauses::Implications;
use super::literal::Literal;
use super::rule::Rule;
use crate::model::{Case, Claim, Key, Words};

/// One step of an explanation: from a literal to one that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is given.
    pub from: Literal,
    /// What follows.
    pub to: Literal,
    /// Why: of several rules the one that excludes, else the first.
    pub rule: Rule,
    /// All rules on the way, where it leads through claims that nobody entered; else just the one.
    pub rules: Vec<Rule>,
}

impl Step {
    /// A step by one rule.
    pub fn new(from: Literal, to: Literal, rule: Rule) -> Self {
        Self {
            from,
            to,
            rule,
            rules: vec![rule],
        }
    }

    /// The rules in words, in each language joined by semicolons.
    pub fn words(&self, case: &Case) -> Words {
        let all: Vec<Words> = self
            .rules
            .iter()
            .map(|rule| rule.words(case).text)
            .collect();
        let mut languages: Vec<&str> = all.iter().flat_map(|w| w.iter().map(|(l, _)| l)).collect();
        languages.sort_unstable();
        languages.dedup();
        Words::new(languages.into_iter().map(|language| {
            let parts: Vec<&str> = all
                .iter()
                .filter_map(|words| words.best(language).map(|(_, words)| words))
                .collect();
            (language.to_owned(), parts.join("; "))
        }))
    }
}

/// Where a walk has been, kept between walks so that each costs only what it reaches.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Walk {
    /// Of each literal: the walk that reached it last.
    seen: Vec<u32>,
    walk: u32,
    order: Vec<Literal>,
    /// Room for what follows from one that takes part in a rivalry.
    follows: Vec<(Literal, Rule)>,
}

/// Which exclusions within rivalries are followed.
#[derive(Clone, Copy)]
enum Rivals<'o> {
    All,
    None,
    /// Of these claims only, and no other negation at all.
    Of(&'o [Key<Claim>]),
}

impl Walk {
    /// Everything that follows from a literal, itself first, nearest first; `step` is told of each
    /// but the first from where and by which rule.
    pub(in super::super) fn from(
        &mut self,
        implications: &Implications,
        start: Literal,
        step: impl FnMut(Literal, Literal, Rule),
    ) -> &[Literal] {
        self.follow(implications, start, Rivals::All, step)
    }

    /// As [`Walk::from`], without what is excluded within rivalries.
    pub(in super::super) fn written(
        &mut self,
        implications: &Implications,
        start: Literal,
        step: impl FnMut(Literal, Literal, Rule),
    ) -> &[Literal] {
        self.follow(implications, start, Rivals::None, step)
    }

    fn follow(
        &mut self,
        implications: &Implications,
        start: Literal,
        rivals: Rivals<'_>,
        mut step: impl FnMut(Literal, Literal, Rule),
    ) -> &[Literal] {
        self.seen.resize(implications.literals(), 0);
        self.walk += 1;
        self.order.clear();
        self.order.push(start);
        self.seen[start.index()] = self.walk;
        let mut follows = std::mem::take(&mut self.follows);
        let mut next = 0;
        while let Some(here) = self.order.get(next).copied() {
            next += 1;
            let mut direct = implications.direct(here);
            let only = match rivals {
                Rivals::All => Some(None),
                Rivals::Of(only) => Some(Some(only)),
                Rivals::None => None,
            };
            if let (Some(only), Some(_)) = (only, implications.seat(here)) {
                follows.clear();
                follows.extend(direct);
                implications.with_rivals(here, only, &mut follows);
                direct = &follows;
            }
            for (to, rule) in direct {
                if let Rivals::Of(only) = rivals
                    && to.is_denied()
                    && only.binary_search(&to.claim()).is_err()
                {
                    continue;
                }
                if self.seen[to.index()] != self.walk {
                    self.seen[to.index()] = self.walk;
                    self.order.push(*to);
                    step(here, *to, *rule);
                }
            }
        }
        self.follows = follows;
        &self.order
    }
}

/// A walk with its reasons.
#[derive(Debug, Clone)]
pub struct Reached {
    walk: Walk,
    /// Of each literal: from where, by which rule.
    by: Vec<(Literal, Rule)>,
}

impl Reached {
    /// Room for walks over the claims of a case.
    pub fn new(implications: &Implications) -> Self {
        Self {
            walk: Walk::default(),
            by: vec![(Literal::at(0), Rule::Detail); implications.literals()],
        }
    }

    /// Everything that follows from a literal, itself first, nearest first.
    pub fn from(&mut self, implications: &Implications, start: Literal) -> &[Literal] {
        let by = &mut self.by;
        by[start.index()].0 = start;
        let told = |from: Literal, to: Literal, rule| by[to.index()] = (from, rule);
        self.walk.from(implications, start, told)
    }

    /// As [`Reached::from`], without what is excluded within rivalries.
    pub(in super::super) fn written(
        &mut self,
        implications: &Implications,
        start: Literal,
    ) -> &[Literal] {
        let by = &mut self.by;
        by[start.index()].0 = start;
        let told = |from: Literal, to: Literal, rule| by[to.index()] = (from, rule);
        self.walk.written(implications, start, told)
    }

    /// Walks from one claim only as far as may lead to the negation of another: the shortest path there
    /// is that of [`Reached::from`], for what leads to `¬b` is what `b` leads to, negated, and what leads
    /// elsewhere puts nothing else first. Cost: what the two claims entail, not how many others they exclude.
    pub(in super::super) fn towards(
        &mut self,
        implications: &Implications,
        start: Literal,
        other: Key<Claim>,
    ) {
        let entailed = self
            .walk
            .written(implications, Literal::affirmed(other), |_, _, _| {});
        let entailed = entailed.iter().filter(|to| !to.is_denied());
        let mut entailed: Vec<Key<Claim>> = entailed.map(|to| to.claim()).collect();
        entailed.sort_unstable();
        let by = &mut self.by;
        by[start.index()].0 = start;
        let told = |from: Literal, to: Literal, rule| by[to.index()] = (from, rule);
        self.walk
            .follow(implications, start, Rivals::Of(&entailed), told);
    }

    /// What the last walk reached, its start first, nearest first.
    pub fn order(&self) -> &[Literal] {
        &self.walk.order
    }

    /// The exclusion on the shortest path of the last walk to a literal that it reached. There is one
    /// at most: exclusions lead from claims to negations, and nothing leads back.
    pub fn exclusion(&self, to: Literal) -> Option<Rule> {
        let mut here = to;
        loop {
            let (from, rule) = self.by[here.index()];
            if from == here || rule.excludes() {
                return (from != here).then_some(rule);
            }
            here = from;
        }
    }

    /// The shortest path of the last walk to a literal; none where it was not reached.
    ///
    /// What leads through claims that nobody entered is one step.
    pub fn path(&self, implications: &Implications, to: Literal) -> Option<Vec<Step>> {
        if self.walk.seen.get(to.index()) != Some(&self.walk.walk) {
            return None;
        }
        let mut steps: Vec<Step> = Vec::new();
        let mut here = to;
        loop {
            let (from, rule) = self.by[here.index()];
            if from == here {
                break;
            }
            match steps.last_mut() {
                // The walk is told backwards: this step ends where the last one began.
                Some(last) if !implications.is_spoken(here) => {
                    last.from = from;
                    last.rules.insert(0, rule);
                    if rule.excludes() || !last.rule.excludes() {
                        last.rule = rule;
                    }
                }
                _ => steps.push(Step::new(from, here, rule)),
            }
            here = from;
        }
        steps.reverse();
        Some(steps)
    }
}

/// Claims that entail their own negation, by id, each with the shortest reason.
pub fn entails_own_negation(case: &Case) -> Vec<(Key<Claim>, Vec<Step>)> {
    let implications = Implications::new(case);
    let mut reached = Reached::new(&implications);
    let mut all: Vec<_> = case
        .claims
        .keys()
        .filter_map(|claim| {
            let start = Literal::affirmed(claim);
            if implications.direct(start).is_empty() {
                return None;
            }
            reached.towards(&implications, start, claim);
            Some((claim, reached.path(&implications, start.negated())?))
        })
        .collect();
    all.sort_by_key(|(claim, _)| case.claims.id(*claim));
    all
}
