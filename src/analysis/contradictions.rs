//! Contradictions between statements: counted all, written as many as asked for.
//!
//! Statements with the same stances form a profile; pairs are counted between profiles, so that a
//! claim with many statements on each side costs no more than they do. Each pair of statements is
//! one contradiction, of the first kind that applies.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::conflicts::{Conflict, Held, Holding, Kind, conflicts, forecast, grounds, holdings};
use super::implication::{Between, PassedOver, Reason};
use super::setting::Analysis;
use crate::model::{Claim, Key, Statement, TakeBackHow, Words};

/// Where both sides of a contradiction stand, if close together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// One statement against itself.
    Statement,
    /// A heading against its own text.
    Heading,
    /// One source against itself.
    Source,
}

/// Two statements that cannot both be right, or one against itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The first kind that applies.
    pub kind: Kind,
    /// Where both stand, if close together.
    pub within: Option<Within>,
    /// No stance is hedged or unclear, and the times must overlap.
    pub certain: bool,
    /// The statements, the first stance's first.
    pub statements: (Key<Statement>, Key<Statement>),
    /// Index of the conflict that it is an instance of.
    pub conflict: usize,
    /// Indexes of further conflicts between the two.
    pub also: Vec<usize>,
}

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

/// Claims joined by contradictions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The claims, by id.
    pub claims: Vec<Key<Claim>>,
    /// The statements that take part, in the order of the case.
    pub statements: Vec<Key<Statement>>,
    /// How many pairs of them.
    pub pairs: u64,
    /// How many of those are certain.
    pub certain: u64,
}

/// All contradictions of a case.
#[derive(Debug, Clone)]
pub struct Contradictions {
    /// Conflicts between stances, sure ones first.
    pub conflicts: Vec<Conflict>,
    profiles: Vec<Profile>,
    /// Pairs of profiles with the conflicts between them.
    between: BTreeMap<(u32, u32), Vec<u32>>,
    by_conflict: Vec<Vec<(u32, u32)>>,
}

/// Statements that hold the same.
#[derive(Debug, Clone)]
struct Profile {
    holds: Vec<Holding>,
    statements: Vec<Key<Statement>>,
}

impl Profile {
    fn soft(&self, held: Held) -> Option<bool> {
        self.holds.iter().find(|h| h.held == held).map(|h| h.soft)
    }
}

impl Contradictions {
    /// Finds them. Statements taken back, predictions and what cannot be heard are left out.
    pub fn new(analysis: &Analysis<'_>) -> Self {
        let case = analysis.case;
        let all = holdings(analysis, |s| analysis.stands(s) && !forecast(case, s));
        let mut held: BTreeMap<Held, usize> = BTreeMap::new();
        for (_, holds) in &all {
            for one in holds {
                *held.entry(one.held).or_default() += 1;
            }
        }
        let conflicts = conflicts(analysis, &held);
        let disputed: BTreeSet<Held> = conflicts.iter().flat_map(|c| [c.a, c.b]).collect();
        let mut known: BTreeMap<Vec<Holding>, u32> = BTreeMap::new();
        let mut profiles: Vec<Profile> = Vec::new();
        for (statement, mut holds) in all {
            holds.retain(|h| disputed.contains(&h.held));
            if holds.is_empty() {
                continue;
            }
            let next = profiles.len() as u32;
            let index = *known.entry(holds.clone()).or_insert(next);
            if index == next {
                profiles.push(Profile {
                    holds,
                    statements: Vec::new(),
                });
            }
            profiles[index as usize].statements.push(statement);
        }
        for profile in &mut profiles {
            profile.statements.sort_by_key(|s| case.statements.id(*s));
        }
        let mut having: BTreeMap<Held, Vec<u32>> = BTreeMap::new();
        for (i, profile) in profiles.iter().enumerate() {
            for one in &profile.holds {
                having.entry(one.held).or_default().push(i as u32);
            }
        }
        let mut between: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
        let mut by_conflict = vec![Vec::new(); conflicts.len()];
        for (n, conflict) in conflicts.iter().enumerate() {
            for p in having.get(&conflict.a).into_iter().flatten() {
                for q in having.get(&conflict.b).into_iter().flatten() {
                    let list = between.entry((*p.min(q), *p.max(q))).or_default();
                    // Both may hold both stances; the pair is then met twice.
                    if list.last() != Some(&(n as u32)) {
                        list.push(n as u32);
                        by_conflict[n].push((*p, *q));
                    }
                }
            }
        }
        for list in between.values_mut() {
            list.sort_by_key(|n| (conflicts[*n as usize].kind, *n));
        }
        Self {
            conflicts,
            profiles,
            between,
            by_conflict,
        }
    }

    /// How many pairs of statements there are, those of one statement with itself among them.
    pub fn total(&self) -> u64 {
        self.between.keys().map(|pair| self.pairs(*pair)).sum()
    }

    fn pairs(&self, (p, q): (u32, u32)) -> u64 {
        let n = self.profiles[p as usize].statements.len() as u64;
        if p == q {
            // Each with itself, and any two of them.
            return n * (n + 1) / 2;
        }
        n * self.profiles[q as usize].statements.len() as u64
    }

    fn certain(&self, (p, q): (u32, u32), conflict: u32) -> bool {
        let conflict = &self.conflicts[conflict as usize];
        let (p, q) = (&self.profiles[p as usize], &self.profiles[q as usize]);
        let firm = |profile: &Profile, held| profile.soft(held) == Some(false);
        conflict.doubt.is_none()
            && ((firm(p, conflict.a) && firm(q, conflict.b))
                || (firm(q, conflict.a) && firm(p, conflict.b)))
    }

    /// Written out, at most `limit` of them: sure conflicts first, by kind and id. Cost: what is written.
    pub fn list(&self, analysis: &Analysis<'_>, limit: usize) -> Vec<Contradiction> {
        let mut all = Vec::new();
        for (n, pairs) in self.by_conflict.iter().enumerate() {
            for (p, q) in pairs {
                let key = (*p.min(q), *p.max(q));
                let list = &self.between[&key];
                // Written once, under the first that applies.
                if list.first() != Some(&(n as u32)) {
                    continue;
                }
                let certain = list.iter().any(|m| self.certain(key, *m));
                let also: Vec<usize> = list[1..].iter().map(|m| *m as usize).collect();
                let (left, right) = (
                    &self.profiles[*p as usize].statements,
                    &self.profiles[*q as usize].statements,
                );
                for (i, a) in left.iter().enumerate() {
                    let from = if p == q { i } else { 0 };
                    for b in &right[from..] {
                        if all.len() == limit {
                            return all;
                        }
                        all.push(Contradiction {
                            kind: self.conflicts[n].kind,
                            within: within(analysis, *a, *b),
                            certain,
                            statements: (*a, *b),
                            conflict: n,
                            also: also.clone(),
                        });
                    }
                }
            }
        }
        all
    }

    /// Claims joined by contradictions, most pairs first.
    pub fn disputes(&self, analysis: &Analysis<'_>) -> Vec<Dispute> {
        let case = analysis.case;
        let mut joined: BTreeMap<Key<Claim>, Key<Claim>> = BTreeMap::new();
        fn find(joined: &BTreeMap<Key<Claim>, Key<Claim>>, mut c: Key<Claim>) -> Key<Claim> {
            while let Some(next) = joined.get(&c) {
                if *next == c {
                    break;
                }
                c = *next;
            }
            c
        }
        for conflict in &self.conflicts {
            let (a, b) = (conflict.a.literal.claim(), conflict.b.literal.claim());
            joined.entry(a).or_insert(a);
            joined.entry(b).or_insert(b);
            let (a, b) = (find(&joined, a), find(&joined, b));
            joined.insert(a.max(b), a.min(b));
        }
        let mut disputes: BTreeMap<Key<Claim>, Dispute> = BTreeMap::new();
        for claim in joined.keys() {
            disputes
                .entry(find(&joined, *claim))
                .or_insert_with(|| Dispute {
                    claims: Vec::new(),
                    statements: Vec::new(),
                    pairs: 0,
                    certain: 0,
                })
                .claims
                .push(*claim);
        }
        let mut taking: BTreeMap<Key<Claim>, BTreeSet<u32>> = BTreeMap::new();
        for (pair, list) in &self.between {
            let mut of: BTreeMap<Key<Claim>, bool> = BTreeMap::new();
            for n in list {
                let claim = self.conflicts[*n as usize].a.literal.claim();
                *of.entry(find(&joined, claim)).or_default() |= self.certain(*pair, *n);
            }
            for (root, certain) in of {
                if let Some(dispute) = disputes.get_mut(&root) {
                    dispute.pairs += self.pairs(*pair);
                    if certain {
                        dispute.certain += self.pairs(*pair);
                    }
                    taking.entry(root).or_default().extend([pair.0, pair.1]);
                }
            }
        }
        let mut all: Vec<Dispute> = disputes
            .into_iter()
            .map(|(root, mut dispute)| {
                dispute.claims.sort_by_key(|c| case.claims.id(*c));
                dispute.statements = taking
                    .get(&root)
                    .into_iter()
                    .flatten()
                    .flat_map(|p| self.profiles[*p as usize].statements.iter().copied())
                    .collect();
                dispute.statements.sort();
                dispute.statements.dedup();
                dispute
            })
            .collect();
        all.sort_by(|a, b| {
            let id = |d: &Dispute| d.claims.first().map(|c| case.claims.id(*c));
            b.pairs.cmp(&a.pairs).then_with(|| id(a).cmp(&id(b)))
        });
        all
    }

    /// Pairs that look like contradictions and are none, at most `limit`: those that a rule passed
    /// over, and those of which one side was taken back or is a prediction.
    pub fn not_comparable(&self, analysis: &Analysis<'_>, limit: usize) -> Vec<NotComparable> {
        let case = analysis.case;
        let mut found: Vec<NotComparable> = Vec::new();
        let every = holdings(analysis, |s| analysis.heard(s));
        let mut by_held: BTreeMap<Held, Vec<Key<Statement>>> = BTreeMap::new();
        let mut affirming: BTreeMap<Key<Claim>, Vec<Key<Statement>>> = BTreeMap::new();
        for (statement, holds) in &every {
            for one in holds {
                by_held.entry(one.held).or_default().push(*statement);
                let claim = one.held.literal.claim();
                if !one.held.report && !one.held.literal.is_denied() && analysis.stands(*statement)
                {
                    affirming.entry(claim).or_default().push(*statement);
                }
            }
        }
        let clear: BTreeSet<(Held, Held)> = self.conflicts.iter().map(|c| (c.a, c.b)).collect();
        let grounds = grounds(analysis, affirming.keys().copied());
        analysis.implications.beside(
            |claim| grounds.contains_key(&claim),
            |x, y, between| {
                let Between::PassedOver(passed) = between else {
                    return true;
                };
                for a in &grounds[&x] {
                    for b in &grounds[&y] {
                        let pair = [*a, *b].map(|claim| Held {
                            literal: super::implication::Literal::affirmed(claim),
                            report: false,
                        });
                        // What is a contradiction after all is not listed here as none.
                        if a != b
                            && !clear.contains(&(pair[0], pair[1]))
                            && !clear.contains(&(pair[1], pair[0]))
                        {
                            passed_over(&affirming, (*a, *b), passed, limit, &mut found);
                        }
                    }
                }
                found.len() < limit
            },
        );
        // What would be a conflict if nobody had taken it back, or if it were not about the future.
        let gone = |s: &Key<Statement>| !analysis.stands(*s) || forecast(case, *s);
        let held: BTreeMap<Held, usize> = by_held
            .iter()
            .filter(|(held, _)| !held.report)
            .map(|(held, list)| (*held, list.len()))
            .collect();
        if every.iter().any(|(s, _)| gone(s)) {
            for conflict in conflicts(analysis, &held) {
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
            Words::of("one of the two was taken back", "سُحب أحد القولين"),
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

fn within(analysis: &Analysis<'_>, a: Key<Statement>, b: Key<Statement>) -> Option<Within> {
    if a == b {
        return Some(Within::Statement);
    }
    let (sa, sb) = (&analysis.case.statements[a], &analysis.case.statements[b]);
    if sa.document == sb.document && sa.heading != sb.heading {
        return Some(Within::Heading);
    }
    let speaker = |key, said_by: Option<_>| {
        said_by
            .or_else(|| {
                let voice = analysis.case.statements[key].outlet_voice;
                let chain = analysis.chains.of(key).first().filter(|_| voice)?;
                chain.origin()
            })
            .map(|source| analysis.node(source))
    };
    match (speaker(a, sa.said_by), speaker(b, sb.said_by)) {
        (Some(a), Some(b)) if a == b => Some(Within::Source),
        _ => None,
    }
}
