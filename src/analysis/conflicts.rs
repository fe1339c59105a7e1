//! Which stances cannot both be right: found between claims, not between statements, so that one
//! path explains all the statements on either side.
//!
//! A stance `x` conflicts with a stance `y` where `x` leads to `¬y`. All clauses hold where every
//! claim is false, so rules alone never clash; the clauses are a 2-SAT instance (Aspvall, Plass
//! and Tarjan 1979), and a set of stances is consistent if and only if no two of it conflict and
//! none leads to its own negation. The list of pairs is thus complete for these clauses.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::implication::{Between, Doubt, Literal, Reached, Rule, Step};
use super::setting::Analysis;
use crate::model::{Act, Case, Claim, Clash, Key, Stance, Statement};

/// What a contradiction is about; where several apply, the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Kind {
    Denial,
    DisputedRumour,
    Status,
    Control,
    Count,
    Agent,
    Date,
    Place,
    Other,
}

impl From<Clash> for Kind {
    fn from(clash: Clash) -> Self {
        match clash {
            Clash::Status => Self::Status,
            Clash::Control => Self::Control,
            Clash::Count => Self::Count,
            Clash::Agent => Self::Agent,
            Clash::Date => Self::Date,
            Clash::Place => Self::Place,
            Clash::Other => Self::Other,
        }
    }
}

/// A stance that somebody has: a commitment to a literal, or a report of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Held {
    /// What is committed to, or for a report the claim affirmed.
    pub literal: Literal,
    /// Passed on without commitment.
    pub report: bool,
}

impl Held {
    /// What a bearing holds; none where it neither commits nor reports.
    pub fn of(claim: Key<Claim>, stance: Stance) -> Option<Self> {
        if stance == Stance::Reports {
            return Some(Self {
                literal: Literal::affirmed(claim),
                report: true,
            });
        }
        Literal::of(claim, stance).map(|literal| Self {
            literal,
            report: false,
        })
    }

    /// By claim id, then affirming before denying, then commitments before reports.
    fn order(&self, ranks: &[u32]) -> (u32, bool, bool) {
        (
            ranks[self.literal.claim().index()],
            self.literal.is_denied(),
            self.report,
        )
    }
}

/// Two stances that cannot both be right; the first of the two comes first by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// One stance.
    pub a: Held,
    /// The other; the same one where a claim entails its own negation.
    pub b: Held,
    /// What it is about.
    pub kind: Kind,
    /// The shortest way from the first to the negation of the second; of a possible conflict the
    /// one step that would hold if the times met.
    pub because: Vec<Step>,
    /// Why it is only possible, where it is.
    pub doubt: Option<Doubt>,
}

/// A statement's stance, for those that take part in conflicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holding {
    /// The stance.
    pub held: Held,
    /// Hedged or unclear.
    pub soft: bool,
}

/// What each statement holds, least soft where it says a thing twice; predictions apart.
pub(super) fn holdings(
    analysis: &Analysis<'_>,
    wanted: impl Fn(Key<Statement>) -> bool,
) -> Vec<(Key<Statement>, Vec<Holding>)> {
    let mut all = Vec::new();
    for (key, _, statement) in analysis.case.statements.iter() {
        if statement.bears.is_empty() || !wanted(key) {
            continue;
        }
        let mut held: Vec<Holding> = statement
            .bears
            .iter()
            .filter_map(|bearing| {
                Some(Holding {
                    held: Held::of(bearing.claim, bearing.stance)?,
                    soft: bearing.hedged || bearing.unclear,
                })
            })
            .collect();
        held.sort();
        held.dedup_by_key(|h| h.held);
        if !held.is_empty() {
            all.push((key, held));
        }
    }
    all
}

/// Whether a statement says what is to come: it contradicts nothing that is said of the present.
pub(super) fn forecast(case: &Case, statement: Key<Statement>) -> bool {
    case.statements[statement].act == Act::Predict
}

/// Every conflict between stances that some of these statements have, by what it is about, sure
/// ones first, then by id.
///
/// Cost: what follows from each stance that somebody has.
pub fn conflicts(analysis: &Analysis<'_>, held: &BTreeMap<Held, usize>) -> Vec<Conflict> {
    let case = analysis.case;
    let mut reached = Reached::new(&analysis.implications);
    let mut all: Vec<Conflict> = Vec::new();
    let ranks = ranks(case);
    // Two flags a literal: somebody commits to it, somebody reports it.
    let mut flags = vec![[false; 2]; case.claims.len() * 2];
    for one in held.keys() {
        flags[one.literal.index()][usize::from(one.report)] = true;
    }
    let is_held = |literal: Literal, report: bool| flags[literal.index()][usize::from(report)];
    for start in held.keys() {
        let follows: Vec<Literal> = reached.from(&analysis.implications, start.literal).to_vec();
        for to in follows {
            if !analysis.implications.is_spoken(to) {
                continue;
            }
            let other = to.negated();
            for report in [false, true] {
                // Two reports commit nobody; and a report is only of a claim, never of its denial.
                if (start.report && report) || !is_held(other, report) {
                    continue;
                }
                let end = Held {
                    literal: other,
                    report,
                };
                let later = end.order(&ranks) < start.order(&ranks);
                if later {
                    continue;
                }
                let because = reached.path(&analysis.implications, to).unwrap_or_default();
                let kind = if start.report || report {
                    Kind::DisputedRumour
                } else {
                    kind(case, &because)
                };
                all.push(Conflict {
                    a: *start,
                    b: end,
                    kind,
                    because,
                    doubt: None,
                });
            }
        }
    }
    possible(analysis, held, &ranks, &mut all);
    all.sort_by_key(|x| {
        (
            x.doubt.is_some(),
            x.kind,
            x.a.order(&ranks),
            x.b.order(&ranks),
        )
    });
    all
}

/// Of each claim, its place by id.
fn ranks(case: &Case) -> Vec<u32> {
    let mut by_id: Vec<Key<Claim>> = case.claims.keys().collect();
    by_id.sort_by_key(|claim| case.claims.id(*claim));
    let mut ranks = vec![0; by_id.len()];
    for (place, claim) in by_id.into_iter().enumerate() {
        ranks[claim.index()] = place as u32;
    }
    ranks
}

/// What a path is about: its one exclusion, or else a denial.
fn kind(case: &Case, because: &[Step]) -> Kind {
    because
        .iter()
        .find_map(|step| step.rule.clash(case))
        .map_or(Kind::Denial, Kind::from)
}

/// For what each claim stands, those that nobody entered among them: the claims that some of these
/// affirm and that lead to it. Possible pairs are sought between all of them.
pub(super) fn grounds(
    analysis: &Analysis<'_>,
    affirmed: impl Iterator<Item = Key<Claim>>,
) -> BTreeMap<Key<Claim>, Vec<Key<Claim>>> {
    let implications = &analysis.implications;
    let mut reached = Reached::new(implications);
    let mut all: BTreeMap<Key<Claim>, Vec<Key<Claim>>> = BTreeMap::new();
    for claim in affirmed {
        let mut to: Vec<Key<Claim>> = reached
            .from(implications, Literal::affirmed(claim))
            .iter()
            .filter(|l| !l.is_denied())
            .map(|l| l.claim())
            .collect();
        for i in 0..to.len() {
            to.extend(implications.loosely(to[i]));
        }
        to.sort();
        to.dedup();
        for other in to {
            all.entry(other).or_default().push(claim);
        }
    }
    all
}

/// Adds the pairs of affirmed claims that may exclude each other, or lead to such.
fn possible(
    analysis: &Analysis<'_>,
    held: &BTreeMap<Held, usize>,
    ranks: &[u32],
    all: &mut Vec<Conflict>,
) {
    let case = analysis.case;
    let affirmed = |claim| Held {
        literal: Literal::affirmed(claim),
        report: false,
    };
    let known: BTreeSet<(Held, Held)> = all.iter().map(|c| (c.a, c.b)).collect();
    let grounds = grounds(
        analysis,
        held.keys()
            .filter(|h| !h.report && !h.literal.is_denied())
            .map(|h| h.literal.claim()),
    );
    let mut found: BTreeMap<(Held, Held), (bool, Rule, Doubt)> = BTreeMap::new();
    analysis.implications.beside(
        |claim| grounds.contains_key(&claim),
        |x, y, between| {
            if let Between::Possible(rule, doubt) = between {
                for a in &grounds[&x] {
                    for b in &grounds[&y] {
                        let (mut a, mut b) = (affirmed(*a), affirmed(*b));
                        // What both lead to is no matter between them.
                        if a == b {
                            continue;
                        }
                        if b.order(ranks) < a.order(ranks) {
                            std::mem::swap(&mut a, &mut b);
                        }
                        if known.contains(&(a, b)) {
                            continue;
                        }
                        // A rule about the two themselves is told before one about what follows.
                        let direct = x.min(y) == a.literal.claim().min(b.literal.claim())
                            && x.max(y) == a.literal.claim().max(b.literal.claim());
                        let new = (!direct, rule, doubt);
                        let old = found.entry((a, b)).or_insert(new);
                        *old = (*old).min(new);
                    }
                }
            }
            true
        },
    );
    for ((a, b), (_, rule, doubt)) in found {
        all.push(Conflict {
            a,
            b,
            kind: rule.clash(case).map_or(Kind::Other, Kind::from),
            because: vec![Step::new(a.literal, b.literal.negated(), rule)],
            doubt: Some(doubt),
        });
    }
}
