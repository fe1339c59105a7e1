//! Who commits to what: direct commitments, and those that travel along what claims entail.

use super::implication::{Literal, Reached};
use super::lists::Lists;
use super::setting::Analysis;
use crate::model::{Key, Statement};

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

/// The commitments to every literal of a case.
#[derive(Debug, Clone)]
pub struct Commitments {
    direct: Lists<Commits>,
    entailed: Lists<Commits>,
}

impl Commitments {
    /// Finds them. Statements that cannot be heard in this setting are left out; those taken back
    /// are not. Cost: what is read, and what follows from what somebody commits to.
    pub fn new(analysis: &Analysis<'_>) -> Self {
        let case = analysis.case;
        let literals = case.claims.len() * 2;
        let mut pairs: Vec<(u32, Commits)> = Vec::with_capacity(case.statements.len());
        for (key, _, statement) in case.statements.iter() {
            if statement.bears.is_empty() || !analysis.heard(key) {
                continue;
            }
            let from = pairs.len();
            for bearing in &statement.bears {
                let Some(literal) = Literal::of(bearing.claim, bearing.stance) else {
                    continue;
                };
                let index = literal.index() as u32;
                let known = pairs[from..].iter_mut().find(|(to, _)| *to == index);
                // Said twice in one statement: once without a hedge is without a hedge.
                if let Some((_, known)) = known {
                    known.hedged &= bearing.hedged;
                    known.unclear &= bearing.unclear;
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
        let direct = Lists::of_pairs(literals, &pairs);
        pairs.clear();
        let mut reached = Reached::new(&analysis.implications);
        for (index, list) in direct.iter().enumerate() {
            let from = Literal::at(index);
            if list.is_empty() || analysis.implications.direct(from).is_empty() {
                continue;
            }
            for to in reached.from(&analysis.implications, from).iter().skip(1) {
                if analysis.implications.is_spoken(*to) {
                    pairs.extend(list.iter().map(|commits| (to.index() as u32, *commits)));
                }
            }
        }
        let mut entailed = Lists::default();
        for (index, list) in Lists::of_pairs(literals, &pairs).iter().enumerate() {
            for commits in list {
                entailed.add(*commits);
            }
            let open = entailed.open();
            // By several ways: the least hedged and the clearest, by the id of the claim it came
            // through; what is said directly is not also entailed.
            open.sort_by(|a, b| {
                let order = |c: &Commits| (c.statement, c.unclear, c.hedged);
                order(a).cmp(&order(b)).then_with(|| {
                    let by =
                        |c: &Commits| (case.claims.id(c.through.claim()), c.through.is_denied());
                    by(a).cmp(&by(b))
                })
            });
            let own = direct.of(index);
            let mut kept = 0;
            for i in 0..open.len() {
                let here = open[i];
                let again = kept > 0 && open[kept - 1].statement == here.statement;
                let itself = || {
                    own.binary_search_by_key(&here.statement, |o| o.statement)
                        .is_ok()
                };
                if !again && !itself() {
                    open[kept] = here;
                    kept += 1;
                }
            }
            entailed.truncate(kept);
            entailed.close();
        }
        Self { direct, entailed }
    }

    /// Statements that commit to a literal themselves, in the order of the case.
    pub fn direct(&self, literal: Literal) -> &[Commits] {
        self.direct.of(literal.index())
    }

    /// Statements that commit to it through another claim.
    pub fn entailed(&self, literal: Literal) -> &[Commits] {
        self.entailed.of(literal.index())
    }
}
