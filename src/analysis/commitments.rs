//! Who commits to what: direct commitments, and those that travel along what claims entail.

use super::implication::{Literal, Walk};
use super::lists::Lists;
use super::setting::Analysis;
use crate::model::{Claim, Key, Stance, Statement};

/// A statement's commitment to a literal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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

impl Commits {
    /// The claim and the stance that the statement is written to have.
    pub(super) fn written(&self) -> (Key<Claim>, Stance) {
        let stance = match self.through.is_denied() {
            true => Stance::Denies,
            false => Stance::Affirms,
        };
        (self.through.claim(), stance)
    }
}

/// The commitments to every literal of a case.
#[derive(Debug, Clone)]
pub struct Commitments {
    direct: Lists<Commits>,
}

impl Commitments {
    /// Finds them. Statements that cannot be heard in this setting are left out; those taken back
    /// are not. Cost: what is read.
    pub fn new(analysis: &Analysis<'_>) -> Self {
        let literals = analysis.case.claims.len() * 2;
        let mut pairs: Vec<(u32, Commits)> = Vec::with_capacity(analysis.case.statements.len());
        for (i, bears) in analysis.bears().iter().enumerate() {
            let key = Key::new(i);
            if bears.is_empty() || !analysis.heard(key) {
                continue;
            }
            let from = pairs.len();
            for bearing in bears {
                let Some(literal) = Literal::of(bearing.claim, bearing.stance) else {
                    continue;
                };
                let index = literal.index() as u32;
                let known = pairs[from..].iter_mut().find(|(to, _)| *to == index);
                // Said twice in one statement: the clearest counts, then the least hedged.
                if let Some((_, known)) = known {
                    let again = (bearing.unclear, bearing.hedged);
                    (known.unclear, known.hedged) = again.min((known.unclear, known.hedged));
                    continue;
                }
                pairs.push((
                    index,
                    Commits {
                        statement: key,
                        through: literal,
                        hedged: bearing.hedged,
                        unclear: bearing.unclear,
                    },
                ));
            }
        }
        Self {
            direct: Lists::of_pairs(literals, &pairs),
        }
    }

    /// Statements that commit to a literal themselves, in the order of the case.
    pub fn direct(&self, literal: Literal) -> &[Commits] {
        self.direct.of(literal.index())
    }

    /// Adds the statements that commit to a literal through another claim, in the order of the case. Predictions bear
    /// on their own claim only.
    ///
    /// What leads to a literal is what its negation leads to, negated: each clause has its
    /// contrapositive. So nothing is kept for it, and it costs what leads there.
    pub(super) fn entailed(
        &self,
        analysis: &Analysis<'_>,
        literal: Literal,
        walk: &mut Walk,
        all: &mut Vec<Commits>,
    ) {
        let implications = &analysis.implications;
        if implications.ends_at(literal.negated()) {
            return;
        }
        let from = all.len();
        let reached = walk.from(implications, literal.negated(), |_, _, _| {});
        for other in reached.iter().skip(1) {
            if implications.is_spoken(*other) {
                let direct = self.direct(other.negated()).iter();
                // Nothing follows from a prediction.
                all.extend(direct.filter(|commits| !analysis.forecast(commits.statement)));
            }
        }
        // By several ways: the least hedged and the clearest, by the id of the claim it came
        // through; what is said directly is not also entailed.
        let claims = &analysis.case.claims;
        all[from..].sort_unstable_by(|a, b| {
            let order = |c: &Commits| (c.statement, c.unclear, c.hedged);
            order(a).cmp(&order(b)).then_with(|| {
                let by = |c: &Commits| (claims.id(c.through.claim()), c.through.is_denied());
                by(a).cmp(&by(b))
            })
        });
        let own = self.direct(literal);
        let mut kept = from;
        for i in from..all.len() {
            let here = all[i];
            let again = kept > from && all[kept - 1].statement == here.statement;
            let itself = || own.binary_search_by_key(&here.statement, |o| o.statement);
            if !again && itself().is_err() {
                all[kept] = here;
                kept += 1;
            }
        }
        all.truncate(kept);
    }
}
