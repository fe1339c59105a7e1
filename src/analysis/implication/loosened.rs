//! What is claimed more loosely loses its time, but what it follows from has it still.
//!
//! "Killed on the 15th" entails "killed", and of that no day is known. Two claims whose own times settle
//! the matter are not made doubtful by what follows from them with less.

use super::clauses::Implications;
use super::literal::Literal;
use super::pairs::fillers;
use super::rule::Rule;
use super::times::{apart, surely_before, time};
use crate::model::{Claim, Filler, Key, Takes};

impl Implications {
    /// Whether `x` and `y`, which may exclude each other by a rule if their times meet, do not where they
    /// follow from `a` and `b`, whose own times say so. What an analyst says follows has a time of its own.
    pub(in super::super) fn settled(
        &self,
        rule: Rule,
        (a, x): (Key<Claim>, Key<Claim>),
        (b, y): (Key<Claim>, Key<Claim>),
    ) -> bool {
        let (Some(ta), Some(tb)) = (time(&self.world, a), time(&self.world, b)) else {
            return false;
        };
        let settled = match rule {
            Rule::Functional(..) | Rule::PartHeld(..) => apart(ta, tb),
            Rule::Transition(_, role) if self.lasts(x, role as usize) => surely_before(tb, ta),
            Rule::Transition(..) => surely_before(ta, tb),
            _ => false,
        };
        settled && self.by_rule(a, x) && self.by_rule(b, y)
    }

    /// Whether what fills a role of a claim is so for good.
    fn lasts(&self, claim: Key<Claim>, role: usize) -> bool {
        let Some(proposition) = &self.world.claims[claim].proposition else {
            return false;
        };
        let predicate = &self.world.predicates[proposition.predicate];
        match (
            predicate.roles.get(role).map(|role| &role.takes),
            fillers(proposition, role),
        ) {
            (Some(Takes::Value(values)), Some([Filler::Value(value)])) => {
                values.get(*value).is_some_and(|value| value.lasting)
            }
            _ => false,
        }
    }

    /// Whether one claim entails another by rules alone, none of them an analyst's word. Cost: what it
    /// entails.
    fn by_rule(&self, from: Key<Claim>, to: Key<Claim>) -> bool {
        let mut seen = vec![Literal::affirmed(from)];
        let mut next = 0;
        while let Some(here) = seen.get(next).copied() {
            if here.claim() == to {
                return true;
            }
            next += 1;
            for (literal, rule) in self.direct(here) {
                let stated = matches!(rule, Rule::StatedEntails(..));
                if !literal.is_denied() && !stated && !seen.contains(literal) {
                    seen.push(*literal);
                }
            }
        }
        false
    }
}
