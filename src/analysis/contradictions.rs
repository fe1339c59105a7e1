//! Contradictions between statements: counted all, written as many as asked for.
//!
//! Statements with the same stances form a profile; pairs are counted between profiles, so that a
//! claim with many statements on each side costs no more than they do. Each pair of statements is
//! one contradiction, of the first kind that applies.

use std::collections::HashMap;

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::conflicts::{Conflict, Held, Holding, Kind, conflicts, holdings};
use super::lists::Lists;
use super::setting::Analysis;
use crate::model::{Case, Key, Statement};

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
    /// The conflict that it is an instance of.
    pub conflict: Conflict,
    /// Further conflicts between the two.
    pub also: Vec<Conflict>,
}

/// All contradictions of a case.
#[derive(Debug, Clone)]
pub struct Contradictions {
    /// Conflicts between stances, sure ones first.
    pub conflicts: Vec<Conflict>,
    pub(super) profiles: Profiles,
    /// Pairs of profiles that conflict, smaller first, in order.
    pub(super) pairs: Vec<(u32, u32)>,
    /// Of each such pair: its conflicts, the first kind first.
    pub(super) between: Lists<u32>,
    /// Of each conflict: the profiles that meet in it, the first stance's first, and which pair
    /// they are.
    meetings: Lists<Meeting>,
}

#[derive(Debug, Clone, Copy)]
struct Meeting {
    a: u32,
    b: u32,
    pair: u32,
}

/// Statements by what they hold, of that what is disputed.
#[derive(Debug, Clone)]
pub(super) struct Profiles {
    holds: Lists<Holding>,
    statements: Lists<Key<Statement>>,
}

impl Profiles {
    /// Of statements with what they hold; in the order in which each profile is first met.
    fn new(
        case: &Case,
        statements: &[Key<Statement>],
        held: &Lists<Holding>,
        conflicts: &[Conflict],
    ) -> Self {
        let mut disputed = vec![false; case.claims.len() * 4];
        for conflict in conflicts {
            disputed[conflict.a.index()] = true;
            disputed[conflict.b.index()] = true;
        }
        let mut holds: Lists<Holding> = Lists::default();
        for all in held.iter() {
            all.iter()
                .filter(|h| disputed[h.held.index()])
                .for_each(|h| holds.add(*h));
            holds.close();
        }
        // Most hold one thing only; those are looked up by what it is.
        let mut single = vec![u32::MAX; case.claims.len() * 8];
        let mut known: HashMap<&[Holding], u32> = HashMap::new();
        let mut of: Vec<(u32, Key<Statement>)> = Vec::new();
        let mut distinct: Lists<Holding> = Lists::default();
        for (statement, holds) in statements.iter().zip(holds.iter()) {
            if holds.is_empty() {
                continue;
            }
            let next = distinct.len() as u32;
            let profile = match holds {
                [one] => &mut single[one.held.index() * 2 + usize::from(one.soft)],
                several => known.entry(several).or_insert(u32::MAX),
            };
            if *profile == u32::MAX {
                *profile = next;
                distinct.push(holds.iter().copied());
            }
            let profile = *profile;
            of.push((profile, *statement));
        }
        let mut statements: Lists<Key<Statement>> = Lists::default();
        for list in Lists::of_pairs(distinct.len(), &of).iter() {
            list.iter().for_each(|statement| statements.add(*statement));
            let open = statements.open();
            open.sort_unstable_by(|a, b| case.statements.id(*a).cmp(case.statements.id(*b)));
            statements.close();
        }
        Self {
            holds: distinct,
            statements,
        }
    }

    /// The statements of a profile, by id.
    pub(super) fn statements(&self, profile: u32) -> &[Key<Statement>] {
        self.statements.of(profile as usize)
    }

    fn soft(&self, profile: u32, held: Held) -> Option<bool> {
        let mut holds = self.holds.of(profile as usize).iter();
        holds.find(|h| h.held == held).map(|h| h.soft)
    }

    /// Of each stance: the profiles that have it.
    fn having(&self, stances: usize) -> Lists<u32> {
        let pairs: Vec<(u32, u32)> = self
            .holds
            .iter()
            .enumerate()
            .flat_map(|(i, holds)| holds.iter().map(move |h| (h.held.index() as u32, i as u32)))
            .collect();
        Lists::of_pairs(stances, &pairs)
    }
}

/// Which contradictions are asked for: those of which some conflict is wanted, and one statement.
pub struct Wanted<'f> {
    /// Whether a conflict is.
    pub conflict: &'f dyn Fn(&Conflict) -> bool,
    /// Whether a statement is.
    pub statement: &'f dyn Fn(Key<Statement>) -> bool,
}

impl Contradictions {
    /// Finds them. Statements taken back, predictions and what cannot be heard are left out.
    pub fn new(analysis: &Analysis<'_>) -> Self {
        let case = analysis.case;
        let (statements, held) =
            holdings(analysis, |s| analysis.stands(s) && !analysis.forecast(s));
        let mut stances: Vec<Held> = held.iter().flatten().map(|h| h.held).collect();
        stances.par_sort_unstable();
        stances.dedup();
        let conflicts = conflicts(analysis, &stances);
        let profiles = Profiles::new(case, &statements, &held, &conflicts);
        let having = profiles.having(case.claims.len() * 4);
        let mut meetings: Lists<Meeting> = Lists::default();
        let mut met: Vec<(u32, u32, Kind, u32)> = Vec::new();
        for (n, conflict) in conflicts.iter().enumerate() {
            for a in having.of(conflict.a.index()) {
                for b in having.of(conflict.b.index()) {
                    // Both may hold both stances; the pair is then met twice.
                    let again = a > b
                        && profiles.soft(*b, conflict.a).is_some()
                        && profiles.soft(*a, conflict.b).is_some();
                    if !again {
                        meetings.add(Meeting {
                            a: *a,
                            b: *b,
                            pair: 0,
                        });
                        met.push((*a.min(b), *a.max(b), conflict.kind, n as u32));
                    }
                }
            }
            meetings.close();
        }
        met.par_sort_unstable();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut between: Lists<u32> = Lists::default();
        for of in met.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
            pairs.push((of[0].0, of[0].1));
            between.push(of.iter().map(|(_, _, _, n)| *n));
        }
        meetings.each(|meeting| {
            let pair = (meeting.a.min(meeting.b), meeting.a.max(meeting.b));
            meeting.pair = pairs.partition_point(|known| *known < pair) as u32;
        });
        Self {
            conflicts,
            profiles,
            pairs,
            between,
            meetings,
        }
    }

    /// How many pairs of statements there are, those of one statement with itself among them.
    pub fn total(&self) -> u64 {
        self.pairs.iter().map(|pair| self.pairs_of(*pair)).sum()
    }

    /// How many of those are asked for. Cost: the statements of what conflicts, not their pairs.
    pub fn total_of(&self, wanted: &Wanted<'_>) -> u64 {
        let mut total = 0;
        for (i, pair) in self.pairs.iter().enumerate() {
            if self.is_wanted(i, wanted) {
                let others = |profile| {
                    let all = self.profiles.statements(profile).iter();
                    all.filter(|s| !(wanted.statement)(**s)).count() as u64
                };
                let others = (others(pair.0), others(pair.1));
                total += self.pairs_of(*pair) - among(*pair, others);
            }
        }
        total
    }

    pub(super) fn pairs_of(&self, pair: (u32, u32)) -> u64 {
        let n = |profile| self.profiles.statements(profile).len() as u64;
        among(pair, (n(pair.0), n(pair.1)))
    }

    fn is_wanted(&self, pair: usize, wanted: &Wanted<'_>) -> bool {
        let conflicts = self.between.of(pair);
        conflicts
            .iter()
            .any(|n| (wanted.conflict)(&self.conflicts[*n as usize]))
    }

    pub(super) fn certain(&self, (p, q): (u32, u32), conflict: u32) -> bool {
        let conflict = &self.conflicts[conflict as usize];
        let firm = |profile, held| self.profiles.soft(profile, held) == Some(false);
        conflict.possible.is_none()
            && ((firm(p, conflict.a) && firm(q, conflict.b))
                || (firm(q, conflict.a) && firm(p, conflict.b)))
    }

    /// Written out, at most `limit` of them: sure conflicts first, by kind and id. Cost: what is written.
    pub fn list(&self, analysis: &Analysis<'_>, limit: usize) -> Vec<Contradiction> {
        let all = Wanted {
            conflict: &|_| true,
            statement: &|_| true,
        };
        self.list_of(analysis, limit, &all)
    }

    /// As [`Contradictions::list`], of those that are asked for.
    pub fn list_of(
        &self,
        analysis: &Analysis<'_>,
        limit: usize,
        wanted: &Wanted<'_>,
    ) -> Vec<Contradiction> {
        let mut all = Vec::new();
        for (n, meetings) in self.meetings.iter().enumerate() {
            for meeting in meetings {
                let conflicts = self.between.of(meeting.pair as usize);
                // Written once, under the first that applies.
                if conflicts.first() != Some(&(n as u32))
                    || !self.is_wanted(meeting.pair as usize, wanted)
                {
                    continue;
                }
                let key = self.pairs[meeting.pair as usize];
                let certain = conflicts.iter().any(|m| self.certain(key, *m));
                let also: Vec<Conflict> = conflicts[1..]
                    .iter()
                    .map(|m| self.conflicts[*m as usize])
                    .collect();
                let left = self.profiles.statements(meeting.a);
                let right = self.profiles.statements(meeting.b);
                // Beside a statement that is not asked for only those that are.
                let asked: Vec<(usize, Key<Statement>)> = right
                    .iter()
                    .copied()
                    .enumerate()
                    .filter(|(_, b)| (wanted.statement)(*b))
                    .collect();
                let every: Vec<(usize, Key<Statement>)> =
                    right.iter().copied().enumerate().collect();
                for (i, a) in left.iter().enumerate() {
                    let from = if meeting.a == meeting.b { i } else { 0 };
                    let beside = if asked.len() == every.len() || (wanted.statement)(*a) {
                        &every
                    } else {
                        &asked
                    };
                    let first = beside.partition_point(|(j, _)| *j < from);
                    for (_, b) in &beside[first..] {
                        if all.len() == limit {
                            return all;
                        }
                        all.push(Contradiction {
                            kind: self.conflicts[n].kind,
                            within: within(analysis, *a, *b),
                            certain,
                            statements: (*a, *b),
                            conflict: self.conflicts[n],
                            also: also.clone(),
                        });
                    }
                }
            }
        }
        all
    }
}

/// How many pairs so many statements of two profiles make: of one profile each with itself, and
/// any two.
fn among(pair: (u32, u32), (n, m): (u64, u64)) -> u64 {
    if pair.0 == pair.1 {
        n * (n + 1) / 2
    } else {
        n * m
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
                let chain = analysis.chains.of(key).next().filter(|_| voice)?;
                chain.origin()
            })
            .map(|source| analysis.node(source))
    };
    match (speaker(a, sa.said_by), speaker(b, sb.said_by)) {
        (Some(a), Some(b)) if a == b => Some(Within::Source),
        _ => None,
    }
}
