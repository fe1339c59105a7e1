//! Disputes: claims joined by contradictions, so that one question is told once.

use super::contradictions::Contradictions;
use super::crowd::Floor;
use super::lists::Lists;
use super::setting::Analysis;
use crate::model::{Claim, Key, Statement};

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

/// Sets of claims, each known by its least member.
struct Joined(Vec<u32>);

impl Joined {
    fn root(&mut self, claim: Key<Claim>) -> u32 {
        let mut here = claim.index() as u32;
        while self.0[here as usize] != here {
            // Every other step is cut short for whoever comes next.
            self.0[here as usize] = self.0[self.0[here as usize] as usize];
            here = self.0[here as usize];
        }
        here
    }
}

impl Contradictions {
    /// Claims joined by contradictions, most pairs first.
    pub fn disputes(&self, analysis: &Analysis<'_>) -> Vec<Dispute> {
        let case = analysis.case;
        let mut joined = Joined((0..case.claims.len() as u32).collect());
        let mut claims: Vec<Key<Claim>> = Vec::new();
        let mut join = |a: Key<Claim>, b: Key<Claim>| {
            claims.extend([a, b]);
            let (a, b) = (joined.root(a), joined.root(b));
            joined.0[a.max(b) as usize] = a.min(b);
        };
        for conflict in &self.found.conflicts {
            let (a, b) = conflict.claims();
            join(a, b);
        }
        for crowd in &self.found.crowds.all {
            let claim = |i: u32| crowd.items[i as usize].held.literal.claim();
            let floor = Floor::new(analysis, crowd, |_| true);
            floor.join(&crowd.items, |a, b| join(claim(a), claim(b)));
        }
        claims.sort_unstable();
        claims.dedup();
        let mut place = vec![u32::MAX; case.claims.len()];
        let mut all: Vec<Dispute> = Vec::new();
        for claim in claims {
            let place = &mut place[joined.root(claim) as usize];
            if *place == u32::MAX {
                *place = all.len() as u32;
                all.push(Dispute {
                    claims: Vec::new(),
                    statements: Vec::new(),
                    pairs: 0,
                    certain: 0,
                });
            }
            all[*place as usize].claims.push(claim);
        }
        // Profiles by the dispute that they take part in.
        let mut taking: Vec<(u32, u32)> = Vec::new();
        let mut of: Vec<(u32, bool)> = Vec::new();
        for (pair, conflicts) in self.pairs.iter().zip(self.between.iter()) {
            of.clear();
            for n in conflicts {
                let conflict = &self.found.conflicts[*n as usize];
                let dispute = place[joined.root(conflict.a.literal.claim()) as usize];
                let certain = self.certain(*pair, conflict);
                match of.iter_mut().find(|(known, _)| *known == dispute) {
                    Some((_, known)) => *known |= certain,
                    None => of.push((dispute, certain)),
                }
            }
            for (dispute, certain) in &of {
                let pairs = self.pairs_of(*pair);
                let dispute_of = &mut all[*dispute as usize];
                dispute_of.pairs += pairs;
                if *certain {
                    dispute_of.certain += pairs;
                }
                taking.extend([(*dispute, pair.0), (*dispute, pair.1)]);
            }
        }
        for crowd in &self.found.crowds.all {
            let weights: Vec<[u64; 2]> = {
                let items = crowd.items.iter();
                items
                    .map(|item| self.weight(item.held, &|_| true))
                    .collect()
            };
            // Whatever conflicts is in one dispute, so pairs are counted within each.
            let mut here: Vec<(u32, u32)> = Vec::new();
            for (i, item) in (0u32..).zip(&crowd.items) {
                let dispute = place[joined.root(item.held.literal.claim()) as usize];
                if dispute != u32::MAX {
                    here.push((dispute, i));
                }
            }
            here.sort_unstable();
            for of in here.chunk_by(|a, b| a.0 == b.0) {
                let items: Vec<u32> = of.iter().map(|(_, i)| *i).collect();
                let dispute = &mut all[of[0].0 as usize];
                dispute.pairs += crowd.pairs(analysis, &items, &|i| weights[i][0]);
                dispute.certain += crowd.certain(analysis, &items, &|i| weights[i][1]);
            }
            for (dispute, i) in here {
                let item = &crowd.items[i as usize];
                if crowd.disputed[i as usize] {
                    let profiles = self.having.of(item.held.index()).iter();
                    taking.extend(profiles.map(|profile| (dispute, *profile)));
                }
            }
        }
        taking.sort_unstable();
        taking.dedup();
        let taking = Lists::of_pairs(all.len(), &taking);
        for (dispute, profiles) in all.iter_mut().zip(taking.iter()) {
            dispute
                .claims
                .sort_unstable_by(|a, b| case.claims.id(*a).cmp(case.claims.id(*b)));
            dispute.statements = profiles
                .iter()
                .flat_map(|profile| self.profiles.statements(*profile))
                .copied()
                .collect();
            dispute.statements.sort_unstable();
            dispute.statements.dedup();
        }
        all.sort_by(|a, b| {
            let id = |d: &Dispute| d.claims.first().map(|c| case.claims.id(*c));
            b.pairs.cmp(&a.pairs).then_with(|| id(a).cmp(&id(b)))
        });
        all
    }
}
