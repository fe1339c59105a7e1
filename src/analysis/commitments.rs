//! Who commits to what: direct commitments, and those that travel along what claims entail.

use super::implication::{Literal, Reached};
use super::setting::Analysis;
use crate::model::{Key, Statement};

/// A statement's commitment to a literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commits {
    /// The statement.
    pub statement: Key<Statement>,
    /// The literal that it is written to commit to; another than the one asked for where the
    /// commitment travelled.
    pub through: Literal,
    /// Said as likely only.
    pub hedged: bool,
    /// Perhaps not of this very claim.
    pub unclear: bool,
}

/// The commitments to every literal of a case.
#[derive(Debug, Clone)]
pub struct Commitments {
    direct: Vec<Vec<Commits>>,
    entailed: Vec<Vec<Commits>>,
}

impl Commitments {
    /// Finds them. Statements that cannot be heard in this setting are left out; those taken back
    /// are not. Cost: what is read, and what follows from what somebody commits to.
    pub fn new(analysis: &Analysis<'_>) -> Self {
        let case = analysis.case;
        let mut direct: Vec<Vec<Commits>> = vec![Vec::new(); case.claims.len() * 2];
        for (key, _, statement) in case.statements.iter() {
            if statement.bears.is_empty() || !analysis.heard(key) {
                continue;
            }
            for bearing in &statement.bears {
                let Some(literal) = Literal::of(bearing.claim, bearing.stance) else {
                    continue;
                };
                let list = &mut direct[literal.index()];
                let new = Commits {
                    statement: key,
                    through: literal,
                    hedged: bearing.hedged,
                    unclear: bearing.unclear,
                };
                // Said twice in one statement: once without a hedge is without a hedge.
                match list.last_mut() {
                    Some(last) if last.statement == key => {
                        last.hedged &= new.hedged;
                        last.unclear &= new.unclear;
                    }
                    _ => list.push(new),
                }
            }
        }
        let mut entailed: Vec<Vec<Commits>> = vec![Vec::new(); direct.len()];
        let mut reached = Reached::new(&analysis.implications);
        for (index, list) in direct.iter().enumerate() {
            let from = Literal::at(index);
            if list.is_empty() || analysis.implications.direct(from).is_empty() {
                continue;
            }
            for to in reached.from(&analysis.implications, from).iter().skip(1) {
                if !analysis.implications.is_spoken(*to) {
                    continue;
                }
                entailed[to.index()].extend(list.iter().copied());
            }
        }
        for (index, list) in entailed.iter_mut().enumerate() {
            // By several ways: the least hedged and the clearest, by the id of the claim it came
            // through; what is said directly is not also entailed.
            list.sort_by_key(|c| {
                (
                    c.statement,
                    c.unclear,
                    c.hedged,
                    case.claims.id(c.through.claim()),
                    c.through.is_denied(),
                )
            });
            list.dedup_by_key(|c| c.statement);
            let own = &direct[index];
            if !own.is_empty() {
                list.retain(|c| {
                    own.binary_search_by_key(&c.statement, |o| o.statement)
                        .is_err()
                });
            }
        }
        Self { direct, entailed }
    }

    /// Statements that commit to a literal themselves, in the order of the case.
    pub fn direct(&self, literal: Literal) -> &[Commits] {
        &self.direct[literal.index()]
    }

    /// Statements that commit to it through another claim.
    pub fn entailed(&self, literal: Literal) -> &[Commits] {
        &self.entailed[literal.index()]
    }
}
