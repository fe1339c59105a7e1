//! Pairs of statements that only look like contradictions, with the reason why they are none.

use std::collections::{BTreeMap, BTreeSet};

use super::conflicts::{Held, grounds, holdings};
use super::contradictions::Contradictions;
use super::crowd::Entries;
use super::found::Found;
use super::implication::{Literal, PassedOver, Reason};
use super::setting::Analysis;
use crate::model::{Claim, Key, Statement, TakeBackHow, Words};

/// Two statements that only look like a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotComparable {
    /// The statements.
    pub statements: (Key<Statement>, Key<Statement>),
    /// The claims they bear on.
    pub claims: (Key<Claim>, Key<Claim>),
    /// Why not.
    pub reason: Reason,
    /// In words.
    pub text: Words,
}

impl Contradictions {
    /// Pairs that look like contradictions and are none, at most `limit`: those that a rule passed
    /// over, and those of which one side was taken back or is a prediction.
    pub fn not_comparable(&self, analysis: &Analysis<'_>, limit: usize) -> Vec<NotComparable> {
        let case = analysis.case;
        let mut found: Vec<NotComparable> = Vec::new();
        let (statements, every) = holdings(analysis, |s| analysis.heard(s));
        let mut by_held: BTreeMap<Held, Vec<Key<Statement>>> = BTreeMap::new();
        let mut affirming: BTreeMap<Key<Claim>, Vec<Key<Statement>>> = BTreeMap::new();
        for (statement, holds) in statements.iter().zip(every.iter()) {
            for one in holds {
                by_held.entry(one.held).or_default().push(*statement);
                let claim = one.held.literal.claim();
                if !one.held.report && !one.held.literal.is_denied() && analysis.stands(*statement)
                {
                    affirming.entry(claim).or_default().push(*statement);
                }
            }
        }
        let conflicts = self.conflicts().iter();
        let clear: BTreeSet<(Held, Held)> = conflicts.map(|c| (c.a, c.b)).collect();
        let grounds = grounds(analysis, affirming.keys().copied());
        analysis.implications.passed_over(
            |claim| !grounds.of(claim.index()).is_empty(),
            |x, y, passed| {
                for a in grounds.of(x.index()) {
                    for b in grounds.of(y.index()) {
                        let pair = [*a, *b].map(|claim| Held {
                            literal: Literal::affirmed(claim),
                            report: false,
                        });
                        // What is a contradiction after all is not listed here as none.
                        if a != b
                            && !clear.contains(&(pair[0], pair[1]))
                            && !clear.contains(&(pair[1], pair[0]))
                            && self.clash(analysis, pair[0], pair[1]).is_none()
                        {
                            passed_over(&affirming, (*a, *b), passed, limit, &mut found);
                        }
                    }
                }
                found.len() < limit
            },
        );
        // What would be a conflict if nobody had taken it back, or if it were not about the future.
        let gone = |s: &Key<Statement>| !analysis.stands(*s) || analysis.forecast(*s);
        let held: Vec<Held> = by_held.keys().filter(|h| !h.report).copied().collect();
        if statements.iter().any(gone) {
            let entries = Entries::new(analysis, &held);
            // Of what was taken back every conflict is written.
            let all = by_held
                .iter()
                .filter(|(_, statements)| statements.iter().any(gone));
            let to_write: BTreeSet<Held> = all.map(|(held, _)| *held).collect();
            for conflict in Found::new(analysis, &held, &entries, &to_write).conflicts {
                let empty = Vec::new();
                let left = by_held.get(&conflict.a).unwrap_or(&empty);
                let right = by_held.get(&conflict.b).unwrap_or(&empty);
                let pairs = left
                    .iter()
                    .flat_map(|a| right.iter().map(move |b| (*a, *b)))
                    .filter(|(a, b)| a != b && (gone(a) || gone(b)));
                for (a, b) in pairs.take(limit.saturating_sub(found.len())) {
                    let (reason, text) = why_gone(analysis, a, b);
                    found.push(NotComparable {
                        statements: (a, b),
                        claims: (conflict.a.literal.claim(), conflict.b.literal.claim()),
                        reason,
                        text,
                    });
                }
            }
        }
        let id = |s: Key<Statement>| case.statements.id(s);
        for one in &mut found {
            if id(one.statements.1) < id(one.statements.0) {
                one.statements = (one.statements.1, one.statements.0);
                one.claims = (one.claims.1, one.claims.0);
            }
        }
        found.sort_by_key(|one| (id(one.statements.0), id(one.statements.1), one.reason));
        found.dedup_by_key(|one| (one.statements, one.reason));
        found
    }
}

fn passed_over(
    affirming: &BTreeMap<Key<Claim>, Vec<Key<Statement>>>,
    (a, b): (Key<Claim>, Key<Claim>),
    passed: PassedOver,
    limit: usize,
    found: &mut Vec<NotComparable>,
) {
    for s in affirming.get(&a).into_iter().flatten() {
        for t in affirming.get(&b).into_iter().flatten() {
            if found.len() >= limit {
                return;
            }
            if s != t {
                found.push(NotComparable {
                    statements: (*s, *t),
                    claims: (a, b),
                    reason: passed.reason(),
                    text: passed.words(),
                });
            }
        }
    }
}

fn why_gone(analysis: &Analysis<'_>, a: Key<Statement>, b: Key<Statement>) -> (Reason, Words) {
    let back = analysis
        .taken_back
        .get(&a)
        .or_else(|| analysis.taken_back.get(&b));
    match back.map(|back| back.how) {
        None => (
            Reason::Forecast,
            Words::of(
                "one of the two says what is to come",
                "أحد القولين عما سيأتي",
            ),
        ),
        Some(TakeBackHow::Retracts) => (
            Reason::Retracted,
            Words::of(
                "one of the two was taken back or withdrawn",
                "سُحب أحد القولين أو تراجع عنه قائله",
            ),
        ),
        Some(TakeBackHow::Corrects | TakeBackHow::Supersedes) => (
            Reason::Superseded,
            Words::of(
                "a later word took the place of one of the two",
                "حلّ قول لاحق محل أحد القولين",
            ),
        ),
    }
}
