//! Walking the clauses: all that follows from a literal, and the shortest reason why.
//!
//! Breadth first, neighbours by id, so that of several shortest paths the one that comes first
//! by the ids along it is taken. A walk costs what it reaches.

use super::clauses::Implications;
use super::literal::Literal;
use super::rule::Rule;
use crate::model::{Case, Claim, Key};

/// One step of an explanation: from a literal to one that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What is given.
    pub from: Literal,
    /// What follows.
    pub to: Literal,
    /// Why.
    pub rule: Rule,
}

/// A walk's memory, kept between walks so that each costs only what it reaches.
#[derive(Debug, Clone)]
pub struct Reached {
    /// Of each literal: the walk that reached it last.
    seen: Vec<u32>,
    /// Of each literal: from where, by which rule.
    by: Vec<(Literal, Rule)>,
    walk: u32,
    order: Vec<Literal>,
}

impl Reached {
    /// Room for walks over the claims of a case.
    pub fn new(case: &Case) -> Self {
        let literals = case.claims.len() * 2;
        Self {
            seen: vec![0; literals],
            by: vec![(Literal::at(0), Rule::Detail); literals],
            walk: 0,
            order: Vec::new(),
        }
    }

    /// Everything that follows from a literal, itself first, nearest first.
    pub fn from(&mut self, implications: &Implications, start: Literal) -> &[Literal] {
        self.walk += 1;
        self.order.clear();
        self.order.push(start);
        self.seen[start.index()] = self.walk;
        self.by[start.index()].0 = start;
        let mut next = 0;
        while let Some(here) = self.order.get(next).copied() {
            next += 1;
            for (to, rule) in implications.direct(here) {
                if self.seen[to.index()] != self.walk {
                    self.seen[to.index()] = self.walk;
                    self.by[to.index()] = (here, *rule);
                    self.order.push(*to);
                }
            }
        }
        &self.order
    }

    /// The shortest path of the last walk to a literal; none where it was not reached.
    pub fn path(&self, to: Literal) -> Option<Vec<Step>> {
        if self.seen[to.index()] != self.walk {
            return None;
        }
        let mut steps = Vec::new();
        let mut here = to;
        loop {
            let (from, rule) = self.by[here.index()];
            if from == here {
                break;
            }
            steps.push(Step {
                from,
                to: here,
                rule,
            });
            here = from;
        }
        steps.reverse();
        Some(steps)
    }
}

/// Claims that entail their own negation, by id, each with the shortest reason.
pub fn entails_own_negation(case: &Case) -> Vec<(Key<Claim>, Vec<Step>)> {
    let implications = Implications::new(case);
    let mut reached = Reached::new(case);
    let mut all: Vec<_> = case
        .claims
        .keys()
        .filter_map(|claim| {
            let start = Literal::affirmed(claim);
            if implications.direct(start).is_empty() {
                return None;
            }
            reached.from(&implications, start);
            Some((claim, reached.path(start.not())?))
        })
        .collect();
    all.sort_by_key(|(claim, _)| case.claims.id(*claim));
    all
}
