//! Which stances cannot both be right: found between claims, not between statements, so that one
//! path explains all the statements on either side.
//!
//! A stance `x` conflicts with a stance `y` where `x` leads to `¬y`. All clauses hold where every
//! claim is false, so rules alone never clash; the clauses are a 2-SAT instance (Aspvall, Plass
//! and Tarjan 1979), and a set of stances is consistent if and only if no two of it conflict and
//! none leads to its own negation. The list of pairs is thus complete for these clauses.

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::headings::Fate;
use super::implication::{Doubt, Literal, Reached, Rule, Step, Walk};
use super::lists::Lists;
use super::setting::Analysis;
use crate::model::{Claim, Clash, Key, Stance, Statement};

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// Its place in a list of all stances: four a claim, one of which nobody can have.
    pub(super) fn index(&self) -> usize {
        self.literal.index() * 2 + usize::from(self.report)
    }

    /// By claim id, then affirming before denying, then commitments before reports.
    pub(super) fn order(&self, ranks: &[u32]) -> (u32, bool, bool) {
        (
            ranks[self.literal.claim().index()],
            self.literal.is_denied(),
            self.report,
        )
    }
}

/// Two stances that cannot both be right; the first of the two comes first by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// One stance.
    pub a: Held,
    /// The other; the same one where a claim entails its own negation.
    pub b: Held,
    /// What it is about.
    pub kind: Kind,
    /// Why it is only possible, where it is: the rule that would hold if the times met, and what is in
    /// doubt.
    pub possible: Option<(Rule, Doubt)>,
}

impl Conflict {
    /// The claims of the two stances.
    pub fn claims(&self) -> (Key<Claim>, Key<Claim>) {
        (self.a.literal.claim(), self.b.literal.claim())
    }

    /// Sure ones first, by what they are about, then by id.
    pub(super) fn order(&self, ranks: &[u32]) -> Order {
        (
            self.possible.is_some(),
            self.kind,
            self.a.order(ranks),
            self.b.order(ranks),
        )
    }
}

/// The place of a conflict among others.
pub(super) type Order = (bool, Kind, (u32, bool, bool), (u32, bool, bool));

/// Tells why two stances are in conflict. One walk serves all that are asked about one stance in turn.
#[derive(Debug)]
pub struct Reasons<'a, 'c> {
    analysis: &'a Analysis<'c>,
    reached: Reached,
    from: Option<Literal>,
}

impl<'a, 'c> Reasons<'a, 'c> {
    /// Room for walks over a case.
    pub fn new(analysis: &'a Analysis<'c>) -> Self {
        Self {
            analysis,
            reached: Reached::new(&analysis.implications),
            from: None,
        }
    }

    /// The shortest way from the first stance to the negation of the second; of a possible conflict the
    /// one step that would hold if the times met.
    pub fn of(&mut self, conflict: &Conflict) -> Vec<Step> {
        let (from, to) = (conflict.a.literal, conflict.b.literal.negated());
        if let Some((rule, _)) = conflict.possible {
            return vec![Step::new(from, to, rule)];
        }
        let implications = &self.analysis.implications;
        let rivals = !implications.rivalries().is_empty();
        if rivals && !from.is_denied() && to.is_denied() {
            self.reached.towards(implications, from, to.claim());
            self.from = None;
        } else if self.from != Some(from) {
            self.reached.written(implications, from);
            self.from = Some(from);
        }
        self.reached.path(implications, to).unwrap_or_default()
    }
}

/// A statement's stance, for those that take part in conflicts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holding {
    /// The stance.
    pub held: Held,
    /// Hedged or unclear.
    pub soft: bool,
}

/// What each statement holds, least soft where it says a thing twice; statements that hold nothing
/// are left out.
pub(super) fn holdings(
    analysis: &Analysis<'_>,
    wanted: impl Fn(Key<Statement>) -> bool + Sync,
) -> (Vec<Key<Statement>>, Lists<Holding>) {
    let bears = analysis.bears();
    let part = |chunk: usize| {
        let mut statements = Vec::new();
        let mut all: Lists<Holding> = Lists::default();
        for i in chunk * CHUNK..bears.len().min((chunk + 1) * CHUNK) {
            let (key, bears) = (Key::new(i), bears.of(i));
            if bears.is_empty() || !wanted(key) {
                continue;
            }
            for bearing in bears {
                if analysis.fate(key, bearing.claim, bearing.stance) != Fate::Stands {
                    continue;
                }
                if let Some(held) = Held::of(bearing.claim, bearing.stance) {
                    all.add(Holding {
                        held,
                        soft: bearing.hedged || bearing.unclear,
                    });
                }
            }
            let open = all.open();
            open.sort_unstable();
            let mut kept = 0;
            for i in 0..open.len() {
                if kept == 0 || open[i].held != open[kept - 1].held {
                    open[kept] = open[i];
                    kept += 1;
                }
            }
            all.truncate(kept);
            if kept > 0 {
                all.close();
                statements.push(key);
            }
        }
        (statements, all)
    };
    let parts: Vec<_> = (0..bears.len().div_ceil(CHUNK))
        .into_par_iter()
        .map(part)
        .collect();
    let (statements, lists): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    (statements.concat(), Lists::joined(lists))
}

/// So many statements are looked at in one piece of work.
const CHUNK: usize = 16_384;

/// In so many parts conflicts are sought side by side.
pub(super) const PARTS: usize = 8;

/// The conflicts that surely hold, from each of some stances on.
pub(super) fn sure(
    analysis: &Analysis<'_>,
    starts: &[Held],
    flags: &[bool],
    ranks: &[u32],
) -> Vec<Conflict> {
    let case = analysis.case;
    let mut reached = Reached::new(&analysis.implications);
    let mut all: Vec<Conflict> = Vec::new();
    for start in starts {
        reached.written(&analysis.implications, start.literal);
        for to in reached.order() {
            if !analysis.implications.is_spoken(*to) {
                continue;
            }
            for report in [false, true] {
                let end = Held {
                    literal: to.negated(),
                    report,
                };
                // Two reports commit nobody; and a report is only of a claim, never of its denial.
                if (start.report && report) || !flags[end.index()] {
                    continue;
                }
                if end.order(ranks) < start.order(ranks) {
                    continue;
                }
                let kind = if start.report || report {
                    Kind::DisputedRumour
                } else {
                    let clash = reached.exclusion(*to).and_then(|rule| rule.clash(case));
                    clash.map_or(Kind::Denial, Kind::from)
                };
                all.push(Conflict {
                    a: *start,
                    b: end,
                    kind,
                    possible: None,
                });
            }
        }
    }
    all
}

/// For what each claim stands, those that nobody entered among them: the claims that some of these
/// affirm and that lead to it. Possible pairs are sought between all of them.
pub(super) fn grounds(
    analysis: &Analysis<'_>,
    affirmed: impl Iterator<Item = Key<Claim>>,
) -> Lists<Key<Claim>> {
    let implications = &analysis.implications;
    let mut walk = Walk::default();
    let mut all: Vec<(u32, Key<Claim>)> = Vec::new();
    let mut to: Vec<Key<Claim>> = Vec::new();
    for claim in affirmed {
        to.clear();
        let follows = walk.written(implications, Literal::affirmed(claim), |_, _, _| {});
        to.extend(follows.iter().filter(|l| !l.is_denied()).map(|l| l.claim()));
        all.extend(to.iter().map(|other| (other.index() as u32, claim)));
    }
    Lists::of_pairs(implications.literals() / 2, &all)
}

/// Two stances that may clash, whether they turn round, by which rule, and what is in doubt.
pub(super) type Possible = ((Held, Held), (bool, Rule, Doubt));

/// The pairs of claims, affirmed or one of them reported, that may exclude each other, or lead to such, in
/// no order. The stances are sorted, each once.
pub(super) fn possible(analysis: &Analysis<'_>, held: &[Held], ranks: &[u32]) -> Vec<Possible> {
    let stance = |claim, report| {
        let literal = Literal::affirmed(claim);
        let one = Held { literal, report };
        held.binary_search(&one).is_ok().then_some(one)
    };
    // Who affirms a claim and who reports it have the same grounds: one walk for both.
    let mut claims: Vec<Key<Claim>> = held
        .iter()
        .filter(|h| !h.literal.is_denied())
        .map(|h| h.literal.claim())
        .collect();
    claims.dedup();
    let grounds = grounds(analysis, claims.into_iter());
    let mut found: Vec<Possible> = Vec::new();
    analysis.implications.possible(
        |claim| !grounds.of(claim.index()).is_empty(),
        |x, y, rule, doubt| {
            for a in grounds.of(x.index()) {
                for b in grounds.of(y.index()) {
                    // What both lead to is no matter between them.
                    if a == b {
                        continue;
                    }
                    // A rule about the two themselves is told before one about what follows.
                    let direct = x.min(y) == *a.min(b) && x.max(y) == *a.max(b);
                    if !direct && analysis.implications.settled(rule, (*a, x), (*b, y)) {
                        continue;
                    }
                    // Two reports commit nobody.
                    for (left, right) in [(false, false), (false, true), (true, false)] {
                        let (Some(mut a), Some(mut b)) = (stance(*a, left), stance(*b, right))
                        else {
                            continue;
                        };
                        if b.order(ranks) < a.order(ranks) {
                            std::mem::swap(&mut a, &mut b);
                        }
                        found.push(((a, b), (!direct, rule, doubt)));
                    }
                }
            }
        },
    );
    found
}
