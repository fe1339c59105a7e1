//! The clauses of a case: derived once, then asked what follows from what.

use std::collections::{BTreeSet, VecDeque};

use rayon::prelude::*;

use super::super::rulings::Rulings;
use super::super::voices::by_id;
use super::families::Families;
use super::kin::Kin;
use super::literal::Literal;
use super::pairs::{Between, between};
use super::premise::{Found, Premise};
use super::rivalry::{Cell, Clashing, MANY, Rivalries, Rivalry};
use super::rule::Rule;
use super::signature::Signatures;
use super::times::time;
use super::world::world;
use crate::model::{Case, Claim, Key};

/// What follows directly from a claim, or cannot hold beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Implied {
    /// The other claim.
    pub claim: Key<Claim>,
    /// By which rule.
    pub rule: Rule,
    /// Whether it surely does; nothing follows from what only may.
    pub certain: bool,
}

/// The clauses of a case, and its claims by what they are about.
#[derive(Debug, Clone)]
pub struct Implications {
    pub(super) starts: Vec<u32>,
    pub(super) edges: Vec<(Literal, Rule)>,
    pub(super) families: Families,
    pub(super) rivalries: Rivalries,
    /// Of each claim its place by id.
    rank: Vec<u32>,
    pub(super) kin: Kin,
    /// The claims of the case, then silent ones.
    pub(super) world: Case,
    /// How many claims the case itself has.
    spoken: usize,
}

impl Implications {
    /// Derives them, with all rulings in force.
    pub fn new(case: &Case) -> Self {
        Self::with(case, &Rulings::new(case))
    }

    /// Derives them, entities being one as these rulings say.
    pub fn with(case: &Case, rulings: &Rulings) -> Self {
        Self::with_many(case, rulings, MANY)
    }

    /// As [`Implications::with`], where so many claims of one key are no longer written pair by pair.
    pub(in super::super) fn with_many(case: &Case, rulings: &Rulings, many: usize) -> Self {
        let kin = Kin::new(case, rulings);
        let world = world(case);
        let mut signatures = Signatures::new(&world, &kin);
        let families = Families::new(&world, &kin, &mut signatures);
        let rivalries = Rivalries::new(&world, &kin, &mut signatures, &families, many);
        let mut this = Self {
            starts: Vec::new(),
            edges: Vec::new(),
            families,
            rivalries,
            rank: Vec::new(),
            kin,
            world,
            spoken: case.claims.len(),
        };
        let mut found = Found::default();
        for (key, _, claim) in case.claims.iter() {
            for (i, link) in claim.entails.iter().enumerate() {
                found.entails(key, link.claim, Rule::StatedEntails(key, i as u32));
            }
            for (i, link) in claim.excludes.iter().enumerate() {
                found.excludes(key, link.claim, Rule::StatedExcludes(key, i as u32));
            }
        }
        for (key, _, claim) in this.world.claims.iter() {
            if let Some(proposition) = &claim.proposition {
                let when = time(&this.world, key);
                let premise = Premise {
                    case: &this.world,
                    kin: &this.kin,
                    key,
                    proposition,
                    predicate: &this.world.predicates[proposition.predicate],
                    filled: signatures.filled(&this.kin, proposition),
                    time: when,
                    times: Premise::times(when, &signatures),
                };
                premise.consequences(&signatures, &mut found);
                premise.detail(&signatures, &mut found);
                premise.lasting(&signatures, &mut found);
                premise.whole(&signatures, &mut found);
            }
        }
        this.sweep(&mut found);
        this.settle(found);
        this
    }

    fn settle(&mut self, found: Found) {
        let case = &self.world;
        // Keys follow the order of the files; explanations must not, so edges are put in the
        // order of ids.
        let mut rank = vec![0u32; case.claims.len()];
        for (place, claim) in by_id(&case.claims).into_iter().enumerate() {
            rank[claim.index()] = place as u32;
        }
        let mut edges: Vec<(Literal, Literal, Rule)> = Vec::with_capacity(found.edges.len() * 2);
        for (from, to, rule) in found.edges {
            edges.push((from, to, rule));
            edges.push((to.negated(), from.negated(), rule));
        }
        edges.par_sort_by_key(|(from, to, rule)| (*from, told(&rank, *to, *rule)));
        edges.dedup_by_key(|(from, to, _)| (*from, *to));
        let mut starts = vec![0u32; case.claims.len() * 2 + 1];
        for (from, _, _) in &edges {
            starts[from.index() + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        self.starts = starts;
        self.rank = rank;
        self.edges = edges.into_iter().map(|(_, to, rule)| (to, rule)).collect();
    }

    /// What follows directly from a literal by what is written, by id; what a rivalry excludes is not
    /// among it.
    pub fn direct(&self, from: Literal) -> &[(Literal, Rule)] {
        let range = self
            .starts
            .get(from.index())
            .zip(self.starts.get(from.index() + 1));
        range.map_or(&[], |(a, b)| &self.edges[*a as usize..*b as usize])
    }

    /// Of each claim its place by id, silent ones among them.
    pub(in super::super) fn ranks(&self) -> &[u32] {
        &self.rank
    }

    /// Whether nothing follows from a literal.
    pub(in super::super) fn ends_at(&self, from: Literal) -> bool {
        self.direct(from).is_empty() && self.seat(from).is_none()
    }

    /// The rivalry that a claim affirmed takes part in, and its place there.
    pub(in super::super) fn seat(&self, literal: Literal) -> Option<(u32, u32)> {
        if self.rivalries.seats.is_empty() || literal.is_denied() {
            return None;
        }
        self.rivalries.seats.get(&literal.claim()).copied()
    }

    /// Claims of one key with many values, whose exclusions are not written.
    pub(in super::super) fn rivalries(&self) -> &[Rivalry] {
        &self.rivalries.all
    }

    /// Of a claim in a rivalry what decides whether it clashes with another.
    pub(in super::super) fn cell(&self, (rivalry, at): (u32, u32)) -> Cell {
        self.rivalries.all[rivalry as usize].cells[at as usize]
    }

    /// Adds to what is written what a literal excludes in its rivalry: all of that, or where `only` is
    /// given the claims in it. By id, of two rules the one that is told.
    pub(super) fn with_rivals(
        &self,
        from: Literal,
        only: Option<&[Key<Claim>]>,
        all: &mut Vec<(Literal, Rule)>,
    ) {
        let Some((n, at)) = self.seat(from) else {
            return;
        };
        let rivalry = &self.rivalries.all[n as usize];
        let cell = &rivalry.cells[at as usize];
        match only {
            None => rivalry.surely(at as usize, |claim| {
                all.push((Literal::denied(claim), rivalry.rule));
            }),
            Some(only) => all.extend(only.iter().filter_map(|claim| {
                let (other, at) = self.seat(Literal::affirmed(*claim))?;
                let other = (other == n).then(|| &rivalry.cells[at as usize])?;
                let sure = rivalry.clash(cell, other) == Some(Clashing::Surely);
                sure.then(|| (Literal::denied(*claim), rivalry.rule))
            })),
        }
        all.sort_unstable_by_key(|(to, rule)| told(&self.rank, *to, *rule));
        all.dedup_by_key(|(to, _)| *to);
    }

    /// How many literals there are, those of silent claims among them.
    pub fn literals(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether a literal is of a claim that the case has, not of a silent one.
    pub fn is_spoken(&self, literal: Literal) -> bool {
        literal.claim().index() < self.spoken
    }

    /// What a claim entails directly, by id.
    pub fn entails(&self, claim: Key<Claim>) -> Vec<Implied> {
        self.side(claim, false)
    }

    /// What a claim excludes directly, for sure or possibly, by id.
    pub fn excludes(&self, case: &Case, claim: Key<Claim>) -> Vec<Implied> {
        let mut all = self.side(claim, true);
        let known: BTreeSet<Key<Claim>> = all.iter().map(|implied| implied.claim).collect();
        let spoken = |other: &Key<Claim>| other.index() < self.spoken;
        for other in self.families.relatives(claim).into_iter().filter(spoken) {
            if let Between::Possible(rule, _) = self.between(case, claim, other)
                && !known.contains(&other)
            {
                all.push(Implied {
                    claim: other,
                    rule,
                    certain: false,
                });
            }
        }
        all.sort_by_key(|implied| case.claims.id(implied.claim));
        all
    }

    /// One step, silent claims passed through: of an exclusion the rule that excludes is told.
    fn side(&self, claim: Key<Claim>, denied: bool) -> Vec<Implied> {
        let mut all: Vec<Implied> = Vec::new();
        let mut seen: BTreeSet<Literal> = BTreeSet::new();
        let mut follows: Vec<(Literal, Rule)> = Vec::new();
        let mut open: VecDeque<(Literal, Option<Rule>)> =
            VecDeque::from([(Literal::affirmed(claim), None)]);
        while let Some((here, by)) = open.pop_front() {
            follows.clear();
            follows.extend(self.direct(here));
            self.with_rivals(here, None, &mut follows);
            for (to, rule) in &follows {
                let rule = by
                    .filter(|by| by.excludes() || !rule.excludes())
                    .unwrap_or(*rule);
                if to.claim() == claim || !seen.insert(*to) {
                    continue;
                }
                if !self.is_spoken(*to) {
                    open.push_back((*to, Some(rule)));
                } else if to.is_denied() == denied {
                    all.push(Implied {
                        claim: to.claim(),
                        rule,
                        certain: true,
                    });
                }
            }
        }
        all.sort_by(|a, b| {
            let id = |one: &Implied| self.world.claims.id(one.claim);
            id(a).cmp(id(b))
        });
        all
    }

    /// What the rules say of two claims.
    pub fn between(&self, _: &Case, a: Key<Claim>, b: Key<Claim>) -> Between {
        between(&self.world, &self.kin, a, b)
    }
}

/// By id; of two entries that state the same the one of the first claim by id is told.
fn told(rank: &[u32], to: Literal, rule: Rule) -> (u32, bool, Rule) {
    let of = |by: Key<Claim>| Key::new(rank[by.index()] as usize);
    let rule = match rule {
        Rule::StatedEntails(by, i) => Rule::StatedEntails(of(by), i),
        Rule::StatedExcludes(by, i) => Rule::StatedExcludes(of(by), i),
        other => other,
    };
    (rank[to.claim().index()], to.is_denied(), rule)
}
