//! Disputes: claims joined by contradictions, so that one question is told once.

use super::contradictions::Contradictions;
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
        for conflict in &self.conflicts {
            let (a, b) = (conflict.a.literal.claim(), conflict.b.literal.claim());
            claims.extend([a, b]);
            let (a, b) = (joined.root(a), joined.root(b));
            joined.0[a.max(b) as usize] = a.min(b);
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
                let claim = self.conflicts[*n as usize].a.literal.claim();
                let dispute = place[joined.root(claim) as usize];
                let certain = self.certain(*pair, *n);
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
