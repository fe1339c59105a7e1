//! Claims of one key with many values, as of one place with many groups: any two exclude each other
//! where their times meet and their values are apart.
//!
//! *n* values of one day make *n*(*n*−1)/2 pairs. So no pair is written: claims are kept by value (a
//! *class*) and time, pairs are counted from sorted ends less those of one class, and found one by one
//! where they are asked for. `pairs` stays the definition; tests compare the two.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::families::Families;
use super::kin::{Kin, Kinship};
use super::line::{Day, Line, Summed};
use super::pairs::{Doubt, fillers};
use super::rule::Rule;
use super::signature::Signatures;
use super::sweep::passing;
use super::times::time;
use crate::model::{self, Case, Claim, Filler, Key, PredicateKind};

/// From how many claims of one key on pairs are no longer written. Below, clauses are quicker.
pub(in super::super) const MANY: usize = 512;

const BEFORE_ALL: model::Day = (i64::MIN, 0, 0);
const AFTER_ALL: model::Day = (i64::MAX, u8::MAX, u8::MAX);

/// What decides whether a claim clashes with another of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct Cell {
    /// The value.
    pub(in super::super) class: u32,
    /// The days that it surely covers.
    core: Option<(Day, Day)>,
    /// The days that it may mean; all, where it is vague or not written.
    pub(super) span: (Day, Day),
    /// Whether a time is written.
    written: bool,
    /// Of a value that may be any other, as free words: the core proves nothing.
    loose: bool,
}

impl Cell {
    /// The days on which it surely holds against whatever is apart.
    pub(super) fn firm(&self) -> Option<(Day, Day)> {
        self.core.filter(|_| !self.loose)
    }
}

/// A class, days, and a weight.
type Weight = (u32, ((Day, Day), u64));

/// How two claims of a key clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Clashing {
    /// They surely exclude each other.
    Surely,
    /// They may.
    Perhaps(Doubt),
}

/// Claims of one key.
#[derive(Debug, Clone)]
pub(in super::super) struct Rivalry {
    /// By which rule they exclude each other.
    pub(in super::super) rule: Rule,
    /// The claims with a value, in the order of the case.
    pub(in super::super) members: Vec<Key<Claim>>,
    /// Of each member.
    pub(in super::super) cells: Vec<Cell>,
    /// Of each class: those that are not apart from it, in order.
    pub(super) kin: Vec<Vec<(u32, Kinship)>>,
    /// The members by the days that they surely cover.
    firm: Line<Day, Day>,
}

impl Rivalry {
    /// Of a family's claims; none where its claims clash in other ways as well.
    fn new(
        case: &Case,
        kin: &Kin,
        signatures: &mut Signatures,
        all: &[Key<Claim>],
    ) -> Option<Self> {
        let first = case.claims[*all.first()?].proposition.as_ref()?;
        let predicate = &case.predicates[first.predicate];
        let mut functional = predicate.roles.iter().enumerate();
        let mut functional = functional.by_ref().filter(|(_, role)| role.functional);
        let (role, None) = (functional.next()?.0, functional.next()) else {
            return None;
        };
        if predicate.kind != PredicateKind::State || !passing(predicate) {
            return None;
        }
        let mut known: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut said: Vec<&[Filler]> = Vec::new();
        let (mut members, mut cells) = (Vec::new(), Vec::new());
        let mut said_of = Vec::new();
        for key in all {
            let proposition = case.claims[*key].proposition.as_ref()?;
            let filled = signatures.filled(kin, proposition);
            let value = filled.into_iter().find(|(index, _)| *index == role);
            // Who names no value excludes none.
            let (Some((_, codes)), Some(fillers)) = (value, fillers(proposition, role)) else {
                continue;
            };
            if codes.is_empty() {
                continue;
            }
            let next = known.len() as u32;
            let class = *known.entry(codes).or_insert(next);
            if class == next {
                said.push(fillers);
            }
            let when = time(case, *key);
            let days = when.filter(|when| !when.vague());
            let core = when.and_then(|when| when.core());
            let span = (
                days.and_then(|when| when.first()).unwrap_or(BEFORE_ALL),
                days.and_then(|when| when.last()).unwrap_or(AFTER_ALL),
            );
            members.push(*key);
            said_of.push((core, span));
            cells.push(Cell {
                class,
                core: None,
                span: (0, 0),
                written: when.is_some(),
                loose: fillers.iter().any(|one| matches!(one, Filler::Text(_))),
            });
        }
        // Days are compared far more often than they are read.
        let bounds = |(a, b): (model::Day, model::Day)| [a, b];
        let all = said_of.iter();
        let all = all.flat_map(|(core, span)| core.map(bounds).into_iter().chain([bounds(*span)]));
        let mut days: Vec<model::Day> = all.flatten().collect();
        days.sort_unstable();
        days.dedup();
        let number = |day: model::Day| days.partition_point(|known| *known < day) as Day;
        for (cell, (core, span)) in cells.iter_mut().zip(said_of) {
            cell.core = core.map(|(a, b)| (number(a), number(b)));
            cell.span = (number(span.0), number(span.1));
        }
        let related = related(kin, &known, &said);
        let mut this = Self {
            rule: Rule::Functional(first.predicate, role as u32),
            members,
            cells,
            kin: related,
            firm: Line::new(Vec::new()),
        };
        let firm = this.cells.iter().enumerate();
        this.firm = firm_line(firm.map(|(i, cell)| (i as u32, *cell)));
        Some(this)
    }

    /// How two values stand to each other.
    fn kinship(&self, a: &Cell, b: &Cell) -> Kinship {
        if a.class == b.class {
            return Kinship::Holds;
        }
        let kin = &self.kin[a.class as usize];
        match kin.binary_search_by_key(&b.class, |(class, _)| *class) {
            Ok(at) => kin[at].1,
            Err(_) if a.loose || b.loose => Kinship::Perhaps,
            Err(_) => Kinship::Apart,
        }
    }

    /// How two claims of this key clash, if they do.
    pub(in super::super) fn clash(&self, a: &Cell, b: &Cell) -> Option<Clashing> {
        let kinship = self.kinship(a, b);
        let apart = a.span.1 < b.span.0 || b.span.1 < a.span.0;
        if kinship == Kinship::Holds || apart {
            return None;
        }
        let meet = |a: (Day, Day), b: (Day, Day)| a.0 <= b.1 && b.0 <= a.1;
        Some(match (a.core, b.core) {
            (Some(a), Some(b)) if meet(a, b) && kinship == Kinship::Apart => Clashing::Surely,
            (Some(a), Some(b)) if meet(a, b) => Clashing::Perhaps(Doubt::MayBeOne),
            _ if !a.written || !b.written => Clashing::Perhaps(Doubt::Unwritten),
            _ => Clashing::Perhaps(Doubt::MayOverlap),
        })
    }

    /// The claims that surely exclude one of these.
    pub(super) fn surely(&self, member: usize, mut visit: impl FnMut(Key<Claim>)) {
        let cell = &self.cells[member];
        let Some((start, end)) = cell.firm() else {
            return;
        };
        let upto = self.firm.upto(|first| first <= end);
        self.firm
            .each(upto, cell.class, &|last| last >= start, &mut |i| {
                if self.clash(cell, &self.cells[i as usize]) == Some(Clashing::Surely) {
                    visit(self.members[i as usize]);
                }
                true
            });
    }

    /// Asks about the pairs of wanted members whose times share no day, in the order of the case;
    /// false where `ask` said to stop.
    pub(super) fn apart_in_time(
        &self,
        wanted: impl Fn(Key<Claim>) -> bool,
        ask: &mut impl FnMut(Key<Claim>, Key<Claim>) -> bool,
    ) -> bool {
        let all = self.members.iter().zip(&self.cells);
        let all: Vec<_> = all.filter(|(claim, _)| wanted(**claim)).collect();
        let each = || (0u32..).zip(&all);
        let starts = each().map(|(i, (_, cell))| (i, cell.span.0, cell.class, i));
        let starts = Line::new(starts.collect());
        let ends = each().map(|(i, (_, cell))| (i, Reverse(cell.span.1), cell.class, i));
        let ends = Line::new(ends.collect());
        for (i, (claim, cell)) in all.iter().enumerate() {
            let (later, earlier) = (
                |start: Day| start > cell.span.1,
                |Reverse(end): Reverse<Day>| end < cell.span.0,
            );
            let mut from = i + 1;
            loop {
                let after = starts.next(from, all.len(), cell.class, &later);
                let before = ends.next(from, all.len(), cell.class, &earlier);
                let Some(next) = after.into_iter().chain(before).min() else {
                    break;
                };
                if !ask(**claim, *all[next].0) {
                    return false;
                }
                from = next + 1;
            }
        }
        true
    }

    /// The pairs of some of these that surely exclude each other, by weight.
    pub(in super::super) fn sure_pairs(&self, all: impl Iterator<Item = (Cell, u64)>) -> u64 {
        let firm = all.filter_map(|(cell, weight)| Some((cell.class, (cell.firm()?, weight))));
        self.pairs(firm, |_| true)
    }

    /// The pairs of some of these that surely or possibly do, by weight.
    pub(in super::super) fn all_pairs(&self, all: impl Iterator<Item = (Cell, u64)>) -> u64 {
        let all = all.map(|(cell, weight)| (cell.class, (cell.span, weight)));
        self.pairs(all, |kinship| kinship == Kinship::Holds)
    }

    /// The pairs of different classes that meet, without those of classes that are so related.
    fn pairs(&self, all: impl Iterator<Item = Weight>, left_out: impl Fn(Kinship) -> bool) -> u64 {
        let mut all: Vec<_> = all.filter(|(_, (_, weight))| *weight > 0).collect();
        all.sort_unstable();
        let weighed = |of: &[Weight]| {
            let days = of.iter().map(|(_, ((start, end), w))| (*start, *end, *w));
            Summed::new(days.collect())
        };
        let mut pairs = weighed(&all).pairs();
        let mut known: BTreeMap<u32, Summed> = BTreeMap::new();
        for class in all.chunk_by(|a, b| a.0 == b.0) {
            let summed = weighed(class);
            if summed.len() > 1 {
                pairs -= summed.pairs();
            }
            if !self.kin[class[0].0 as usize].is_empty() {
                known.insert(class[0].0, summed);
            }
        }
        for (class, summed) in &known {
            for (other, kinship) in &self.kin[*class as usize] {
                if class < other && left_out(*kinship) {
                    pairs -= known.get(other).map_or(0, |other| summed.pairs_with(other));
                }
            }
        }
        pairs
    }
}

/// Of each class, those that are not apart from it; of free words, only those that are the same.
fn related(
    kin: &Kin,
    known: &BTreeMap<Vec<u32>, u32>,
    said: &[&[Filler]],
) -> Vec<Vec<(u32, Kinship)>> {
    let mut of_code: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (codes, class) in known {
        for code in codes {
            of_code.entry(*code).or_default().push(*class);
        }
    }
    let words = |class: u32| {
        let said = said[class as usize].iter();
        said.into_iter().any(|one| matches!(one, Filler::Text(_)))
    };
    let mut all = vec![Vec::new(); said.len()];
    for (codes, class) in known {
        for code in codes {
            let mut near = vec![*code];
            if code & 3 == 0 {
                let entities = kin.above(code >> 2).into_iter();
                near.extend(entities.chain(kin.perhaps_with(code >> 2)).map(|e| e << 2));
            }
            for other in near.iter().filter_map(|code| of_code.get(code)).flatten() {
                if other == class {
                    continue;
                }
                let kinship = kin.fillers(said[*class as usize], said[*other as usize]);
                let told = kinship == Kinship::Holds || !(words(*class) || words(*other));
                if told && kinship != Kinship::Apart {
                    all[*class as usize].push((*other, kinship));
                    all[*other as usize].push((*class, kinship));
                }
            }
        }
    }
    for list in &mut all {
        list.sort_unstable();
        list.dedup();
    }
    all
}

pub(super) fn firm_line(all: impl Iterator<Item = (u32, Cell)>) -> Line<Day, Day> {
    let firm = all.filter_map(|(id, cell)| {
        let (start, end) = cell.firm()?;
        Some((start, end, cell.class, id))
    });
    Line::new(firm.collect())
}

/// The rivalries of a case.
#[derive(Debug, Clone, Default)]
pub(super) struct Rivalries {
    pub(super) all: Vec<Rivalry>,
    /// Of each family whether it is one, whose exclusions are not among the clauses.
    pub(super) unwritten: Vec<bool>,
    /// Of each claim in one: which, and its place there.
    pub(super) seats: BTreeMap<Key<Claim>, (u32, u32)>,
}

impl Rivalries {
    /// Of the families of so many claims or more.
    pub(super) fn new(
        case: &Case,
        kin: &Kin,
        signatures: &mut Signatures,
        families: &Families,
        many: usize,
    ) -> Self {
        let mut this = Self {
            unwritten: vec![false; families.all.len()],
            ..Self::default()
        };
        for (n, members) in families.all.iter().enumerate() {
            if members.len() < many.max(2) || families.counts[n] {
                continue;
            }
            let Some(rivalry) = Rivalry::new(case, kin, signatures, members) else {
                continue;
            };
            let which = this.all.len() as u32;
            let seats = (0u32..).zip(&rivalry.members);
            this.seats.extend(seats.map(|(i, key)| (*key, (which, i))));
            this.unwritten[n] = true;
            this.all.push(rivalry);
        }
        this
    }
}
