//! Contradictions between statements: counted all, written as many as asked for.
//!
//! Statements with the same stances form a profile; pairs are counted between profiles, so that a
//! claim with many statements on each side costs no more than they do. Each pair of statements is
//! one contradiction, of the first kind that applies.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::conflicts::{Conflict, Held, Holding, Kind, holdings};
use super::crowd::{Crowd, Entries};
use super::found::Found;
use super::lists::Lists;
use super::setting::Analysis;
use crate::model::{Case, Claim, Key, Statement};

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
    pub(super) found: Found,
    pub(super) profiles: Profiles,
    /// Of each stance: the profiles that have it.
    pub(super) having: Lists<u32>,
    /// Pairs of profiles that conflict, smaller first, in order; those that meet in an unwritten conflict
    /// only left out.
    pub(super) pairs: Vec<(u32, u32)>,
    /// Of each such pair: its conflicts, the first kind first.
    pub(super) between: Lists<u32>,
    /// Of each written conflict: the profiles that meet in it, the first stance's first, and which pair
    /// they are.
    pub(super) meetings: Lists<Meeting>,
}

/// Two profiles that meet in a conflict.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) pair: u32,
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
        disputed: &[bool],
    ) -> Self {
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
        let statements = Lists::of_pairs(distinct.len(), &of);
        Self {
            holds: distinct,
            statements,
        }
    }

    /// The statements of a profile, in the order of the case.
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

/// Which contradictions are asked for: those of which some conflict has a wanted claim, and one
/// statement is wanted.
pub struct Wanted<'f> {
    /// Whether a claim is.
    pub claim: &'f dyn Fn(Key<Claim>) -> bool,
    /// Whether a statement is.
    pub statement: &'f dyn Fn(Key<Statement>) -> bool,
}

impl Wanted<'_> {
    pub(super) fn conflict(&self, conflict: &Conflict) -> bool {
        let (a, b) = conflict.claims();
        (self.claim)(a) || (self.claim)(b)
    }
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
        let entries = Entries::new(analysis, &stances);
        let to_write = together(&stances, &entries, &held);
        let found = Found::new(analysis, &stances, &entries, &to_write);
        let mut disputed = vec![false; case.claims.len() * 4];
        for conflict in &found.conflicts {
            disputed[conflict.a.index()] = true;
            disputed[conflict.b.index()] = true;
        }
        found.crowds.disputed(&mut disputed);
        let profiles = Profiles::new(case, &statements, &held, &disputed);
        let having = profiles.having(case.claims.len() * 4);
        let mut this = Self {
            found,
            profiles,
            having,
            pairs: Vec::new(),
            between: Lists::default(),
            meetings: Lists::default(),
        };
        let second = this.second(analysis);
        this.found.write(analysis, second);
        this.meet();
        this
    }

    /// The unwritten conflicts between profiles that meet in a written one as well.
    fn second(&self, analysis: &Analysis<'_>) -> Vec<Conflict> {
        let crowds = &self.found.crowds;
        let mut all: Vec<Conflict> = Vec::new();
        if crowds.all.is_empty() {
            return all;
        }
        // Who has two places in rivalries has all conflicts written, so there is one at most.
        let place = |profile: &u32| {
            let holds = self.profiles.holds.of(*profile as usize).iter();
            holds
                .map(|h| h.held)
                .find(|held| crowds.place(*held).is_some())
        };
        for conflict in &self.found.conflicts {
            for a in self.having.of(conflict.a.index()) {
                let Some(x) = place(a) else { continue };
                for b in self.having.of(conflict.b.index()) {
                    let both = place(b).and_then(|y| crowds.both(x, y));
                    let Some((n, (i, j))) = both else { continue };
                    all.extend(crowds.all[n as usize].unwritten(analysis, i, j));
                }
            }
        }
        all
    }

    /// Finds which profiles meet in which written conflict.
    fn meet(&mut self) {
        let (profiles, having) = (&self.profiles, &self.having);
        let mut meetings: Lists<Meeting> = Lists::default();
        let mut met: Vec<(u32, u32, Kind, u32)> = Vec::new();
        for (n, conflict) in self.found.conflicts.iter().enumerate() {
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
        (self.pairs, self.between, self.meetings) = (pairs, between, meetings);
    }

    /// The conflicts between stances that are written out, sure ones first; those within rivalries of many
    /// claims are not, see [`Contradictions::clash`].
    pub fn conflicts(&self) -> &[Conflict] {
        &self.found.conflicts
    }

    /// Whether two stances conflict within a rivalry, written out or not.
    pub fn clash(&self, analysis: &Analysis<'_>, a: Held, b: Held) -> Option<Conflict> {
        self.found.crowds.clash(analysis, a, b)
    }

    /// Of a stance how many statements have it, and how many of those without a hedge.
    pub(super) fn weight(&self, held: Held, wanted: &dyn Fn(Key<Statement>) -> bool) -> [u64; 2] {
        let mut weight = [0, 0];
        for profile in self.having.of(held.index()) {
            let statements = self.profiles.statements(*profile).iter();
            let n = statements.filter(|s| wanted(**s)).count() as u64;
            weight[0] += n;
            if self.profiles.soft(*profile, held) == Some(false) {
                weight[1] += n;
            }
        }
        weight
    }

    /// How many pairs of statements there are, those of one statement with itself among them.
    pub fn total(&self, analysis: &Analysis<'_>) -> u64 {
        let written: u64 = self.pairs.iter().map(|pair| self.pairs_of(*pair)).sum();
        let crowds = self.found.crowds.all.iter().map(|crowd| {
            let all: Vec<u32> = (0..crowd.items.len() as u32).collect();
            let weights = self.weights(crowd, &|_| true);
            crowd.pairs(analysis, &all, &|i| weights[i])
        });
        written + crowds.sum::<u64>()
    }

    fn weights(&self, crowd: &Crowd, wanted: &dyn Fn(Key<Statement>) -> bool) -> Vec<u64> {
        let items = crowd.items.iter();
        items
            .map(|item| self.weight(item.held, wanted)[0])
            .collect()
    }

    /// How many of those are asked for. Cost: the statements of what conflicts, not their pairs.
    pub fn total_of(&self, analysis: &Analysis<'_>, wanted: &Wanted<'_>) -> u64 {
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
        for crowd in &self.found.crowds.all {
            let all: Vec<u32> = (0..crowd.items.len() as u32).collect();
            let others: Vec<u32> = {
                let claim = |i: &u32| crowd.items[*i as usize].held.literal.claim();
                let others = all.iter().copied();
                others.filter(|i| !(wanted.claim)(claim(i))).collect()
            };
            let every = self.weights(crowd, &|_| true);
            let beside = self.weights(crowd, &|s| !(wanted.statement)(s));
            // Without those of which neither claim is asked for, or neither statement.
            let pairs =
                |among: &[u32], weights: &[u64]| crowd.pairs(analysis, among, &|i| weights[i]);
            total += pairs(&all, &every) + pairs(&others, &beside);
            total -= pairs(&others, &every) + pairs(&all, &beside);
        }
        total
    }

    pub(super) fn pairs_of(&self, pair: (u32, u32)) -> u64 {
        let n = |profile| self.profiles.statements(profile).len() as u64;
        among(pair, (n(pair.0), n(pair.1)))
    }

    pub(super) fn is_wanted(&self, pair: usize, wanted: &Wanted<'_>) -> bool {
        let conflicts = self.between.of(pair);
        conflicts
            .iter()
            .any(|n| wanted.conflict(&self.found.conflicts[*n as usize]))
    }

    /// Whether two profiles surely conflict in this.
    pub(super) fn certain(&self, (p, q): (u32, u32), conflict: &Conflict) -> bool {
        let firm = |profile, held| self.profiles.soft(profile, held) == Some(false);
        conflict.possible.is_none()
            && ((firm(p, conflict.a) && firm(q, conflict.b))
                || (firm(q, conflict.a) && firm(p, conflict.b)))
    }
}

/// The stances that enter rivalries of those statements that have two such: their conflicts are written.
fn together(stances: &[Held], entries: &Entries, held: &Lists<Holding>) -> BTreeSet<Held> {
    let mut all = BTreeSet::new();
    if entries.of.is_empty() {
        return all;
    }
    for holds in held.iter() {
        let enters = |h: &&Holding| {
            let at = stances.binary_search(&h.held);
            at.is_ok_and(|at| entries.enters(at))
        };
        let both: Vec<Held> = holds.iter().filter(enters).map(|h| h.held).collect();
        if both.len() > 1 {
            all.extend(both);
        }
    }
    all
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
