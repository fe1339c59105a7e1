//! Two typed claims side by side: whether a rule makes them exclude each other, may do so, or
//! looked at them and passed over.
//!
//! This is the definition of the exclusion rules; `clauses` only finds the pairs worth asking
//! about. The two claims may come in either order.
//!
//! In one file because it is that definition: what one rule passes over is what the next one reads.

use super::kin::{Kin, Kinship};
use super::passed_over::PassedOver;
use super::rule::Rule;
use super::times::{Overlap, alike, apart, overlap, since, still, surely_before, time};
use crate::model::{
    Case, Claim, Clash, Count, EntityKind, Filler, Key, Predicate, PredicateKind, Proposition,
    Takes, When,
};

/// What the rules say of two claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// No rule speaks of them, or they agree.
    Nothing,
    /// They cannot both hold.
    Excludes(Rule),
    /// They cannot both hold if the times meet (or the fillers are two), which is not sure.
    Possible(Rule, Doubt),
    /// They look as if they excluded each other, and do not.
    PassedOver(PassedOver),
}

/// Why a pair is only possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// A time is not written.
    Unwritten,
    /// The times may share a day.
    MayOverlap,
    /// Both may be true of one day, one after the other.
    SameDay,
    /// The fillers may be one.
    MayBeOne,
    /// One event may take more than one place.
    WideEvent,
}

/// What the rules say of two claims.
pub(super) fn between(case: &Case, kin: &Kin, a: Key<Claim>, b: Key<Claim>) -> Between {
    let (Some(pa), Some(pb)) = (
        case.claims[a].proposition.as_ref(),
        case.claims[b].proposition.as_ref(),
    ) else {
        return Between::Nothing;
    };
    if a == b || pa.predicate != pb.predicate {
        return Between::Nothing;
    }
    let pair = Pair {
        case,
        kin,
        key: pa.predicate,
        predicate: &case.predicates[pa.predicate],
        a: Side {
            proposition: pa,
            time: time(case, a),
        },
        b: Side {
            proposition: pb,
            time: time(case, b),
        },
    };
    match pair.predicate.kind {
        PredicateKind::State => pair.state(),
        PredicateKind::Event => pair.event(),
        PredicateKind::Count => pair.count(),
        PredicateKind::Relation => Between::Nothing,
    }
}

struct Side<'c> {
    proposition: &'c Proposition,
    time: Option<&'c When>,
}

impl<'c> Side<'c> {
    fn fillers(&self, role: usize) -> Option<&'c [Filler]> {
        fillers(self.proposition, role)
    }
}

/// What fills a role of a proposition.
pub(super) fn fillers(proposition: &Proposition, role: usize) -> Option<&[Filler]> {
    proposition
        .roles
        .iter()
        .find(|r| r.role == role)
        .map(|r| r.fillers.as_slice())
}

/// How the key roles of two propositions stand to each other.
enum Keys {
    Same,
    /// One is about a part of what the other is about.
    Part,
    /// They may be one.
    Perhaps(PassedOver),
    Other,
}

struct Pair<'c> {
    case: &'c Case,
    kin: &'c Kin,
    key: Key<Predicate>,
    predicate: &'c Predicate,
    a: Side<'c>,
    b: Side<'c>,
}

impl Pair<'_> {
    /// Compares the roles that say what a proposition is about.
    fn keys(&self) -> Keys {
        let mut all = Keys::Same;
        for (i, role) in self.predicate.roles.iter().enumerate() {
            let counts = self.predicate.kind == PredicateKind::Count;
            if !role.key || (role.functional && !counts) {
                continue;
            }
            let (a, b) = match (self.a.fillers(i), self.b.fillers(i)) {
                (None, None) => continue,
                (Some(a), Some(b)) => (a, b),
                _ => return Keys::Other,
            };
            if same(self.kin, a, b) {
                continue;
            }
            let ([Filler::Entity(a)], [Filler::Entity(b)]) = (a, b) else {
                return Keys::Other;
            };
            let place = self.case.entities[*a].kind == EntityKind::Place;
            match self.kin.entities(*a, *b) {
                Kinship::Holds if place && self.predicate.spreads_to_parts => all = Keys::Part,
                Kinship::Perhaps => {
                    return Keys::Perhaps(if place {
                        PassedOver::Places
                    } else {
                        PassedOver::Persons
                    });
                }
                _ => return Keys::Other,
            }
        }
        all
    }

    /// The first functional role in which the two differ for sure, else the first where they may.
    fn differ(&self) -> Option<(usize, Kinship)> {
        let mut perhaps = None;
        for (i, role) in self.predicate.roles.iter().enumerate() {
            if !role.functional {
                continue;
            }
            let (Some(a), Some(b)) = (self.a.fillers(i), self.b.fillers(i)) else {
                continue;
            };
            match self.kin.fillers(a, b) {
                Kinship::Apart => return Some((i, Kinship::Apart)),
                Kinship::Perhaps => perhaps = perhaps.or(Some((i, Kinship::Perhaps))),
                Kinship::Holds => {}
            }
        }
        perhaps
    }

    fn state(&self) -> Between {
        let keys = self.keys();
        if matches!(keys, Keys::Other) {
            return Between::Nothing;
        }
        let Some((role, kinship)) = self.differ() else {
            return Between::Nothing;
        };
        let part = match keys {
            Keys::Perhaps(passed) => return Between::PassedOver(passed),
            Keys::Part => true,
            _ => false,
        };
        let lasting = |side: &Side<'_>| match (
            &self.predicate.roles[role].takes,
            side.fillers(role).unwrap_or_default(),
        ) {
            (Takes::Value(values), [Filler::Value(v)]) => {
                values.get(*v).is_some_and(|value| value.lasting)
            }
            _ => false,
        };
        let index = role as u32;
        match (lasting(&self.a), lasting(&self.b)) {
            (true, false) => {
                return transition(Rule::Transition(self.key, index), &self.a, &self.b);
            }
            (false, true) => {
                return transition(Rule::Transition(self.key, index), &self.b, &self.a);
            }
            (true, true) => return Between::Excludes(Rule::Functional(self.key, index)),
            (false, false) => {}
        }
        let rule = if part {
            Rule::PartHeld(self.key, index)
        } else {
            Rule::Functional(self.key, index)
        };
        match overlap(self.a.time, self.b.time) {
            Overlap::Never => Between::PassedOver(PassedOver::Times),
            Overlap::Must if kinship == Kinship::Apart => Between::Excludes(rule),
            Overlap::Must => Between::Possible(rule, Doubt::MayBeOne),
            Overlap::May => Between::Possible(rule, self.unsure()),
        }
    }

    fn unsure(&self) -> Doubt {
        if self.a.time.is_none() || self.b.time.is_none() {
            Doubt::Unwritten
        } else {
            Doubt::MayOverlap
        }
    }

    fn event(&self) -> Between {
        match self.keys() {
            Keys::Same => {}
            // If the two were one, this would be a contradiction or might be one.
            Keys::Perhaps(passed) if self.predicate.once && self.at_odds() => {
                return Between::PassedOver(passed);
            }
            _ => return Between::Nothing,
        }
        let (ea, eb) = (self.a.proposition.event, self.b.proposition.event);
        let one = self.predicate.once
            || matches!((ea, eb), (Some(a), Some(b)) if self.kin.one(a) == self.kin.one(b));
        let differ = self.differ();
        if !one {
            return match differ {
                Some((role, Kinship::Apart)) if self.looks_like_one(role) => {
                    Between::PassedOver(PassedOver::Events)
                }
                _ => Between::Nothing,
            };
        }
        if let Some((role, Kinship::Apart)) = differ {
            return Between::Excludes(Rule::OneEvent(self.key, role as u32));
        }
        let mut possible =
            differ.map(|(role, _)| (Rule::OneEvent(self.key, role as u32), Doubt::MayBeOne));
        if let (Some(a), Some(b)) = (self.a.time, self.b.time)
            && !a.may_overlap(b)
        {
            // An event that itself lasts over both dates has no one date.
            let long = ea
                .filter(|_| !self.predicate.once)
                .and_then(|event| self.case.entities[event].time.as_ref())
                .is_some_and(|whole| whole.lasts() && whole.may_overlap(a) && whole.may_overlap(b));
            if !long && apart(a, b) {
                return Between::Excludes(Rule::OneDate);
            }
            if !long {
                possible = possible.or(Some((Rule::OneDate, Doubt::MayOverlap)));
            }
        }
        if let (Some(a), Some(b)) = (self.a.proposition.place, self.b.proposition.place) {
            match self.kin.entities(a, b) {
                Kinship::Apart if self.predicate.once => return Between::Excludes(Rule::OnePlace),
                Kinship::Apart => {
                    possible = possible.or(Some((Rule::OnePlace, Doubt::WideEvent)));
                }
                Kinship::Perhaps => {
                    possible = possible.or(Some((Rule::OnePlace, Doubt::MayBeOne)));
                }
                Kinship::Holds => {}
            }
        }
        possible.map_or(Between::Nothing, |(rule, doubt)| {
            Between::Possible(rule, doubt)
        })
    }

    /// Whether what happens once is told in two ways: by others, on other days, in places of which neither holds the
    /// other.
    fn at_odds(&self) -> bool {
        let days = match (self.a.time, self.b.time) {
            (Some(a), Some(b)) => !a.may_overlap(b),
            _ => false,
        };
        let places = match (self.a.proposition.place, self.b.proposition.place) {
            (Some(a), Some(b)) => self.kin.entities(a, b) != Kinship::Holds,
            _ => false,
        };
        days || places || self.differ().is_some()
    }

    /// Whether two events that nothing says are one would be taken for one: something befell the
    /// same, at what may be the same time, by another.
    fn looks_like_one(&self, differing: usize) -> bool {
        let agent = |i: usize| by_agent(self.predicate, i);
        let mut shared = 0;
        for i in (0..self.predicate.roles.len()).filter(|i| !agent(*i)) {
            match (self.a.fillers(i), self.b.fillers(i)) {
                (None, None) => {}
                (Some(a), Some(b)) if same(self.kin, a, b) => shared += 1,
                _ => return false,
            }
        }
        let meet = match (self.a.time, self.b.time) {
            (Some(a), Some(b)) => !apart(a, b),
            _ => true,
        };
        agent(differing) && shared > 0 && meet
    }

    fn count(&self) -> Between {
        let (Some(a), Some(b)) = (
            self.a.proposition.count.as_ref(),
            self.b.proposition.count.as_ref(),
        ) else {
            return Between::Nothing;
        };
        if !matches!(self.keys(), Keys::Same) || meet(a, b) {
            return Between::Nothing;
        }
        if a.of.trim() != b.of.trim() {
            return Between::PassedOver(PassedOver::OtherThing);
        }
        if !self.same_scope(a, b) {
            return Between::PassedOver(PassedOver::OtherScope);
        }
        if a.cumulative != b.cumulative {
            return Between::PassedOver(PassedOver::TotalAndIncident);
        }
        let (ta, tb) = (self.a.time, self.b.time);
        if !a.cumulative {
            // The scope says which incident it is; only dates that are surely two speak against it.
            return match (ta, tb) {
                (Some(ta), Some(tb)) if apart(ta, tb) => Between::PassedOver(PassedOver::Times),
                _ => Between::Excludes(Rule::Ranges),
            };
        }
        let (earlier, later) = match (ta, tb) {
            (Some(ta), Some(tb)) if surely_before(ta, tb) => (a, b),
            (Some(ta), Some(tb)) if surely_before(tb, ta) => (b, a),
            _ => {
                return match overlap(ta, tb) {
                    Overlap::Must => Between::Excludes(Rule::Ranges),
                    _ => Between::Possible(Rule::Ranges, self.unsure()),
                };
            }
        };
        let larger = later.min.unwrap_or(0) > earlier.max.unwrap_or(u64::MAX);
        let one_counter = earlier.counter.is_some() && earlier.counter == later.counter;
        match (one_counter, larger) {
            (true, true) => Between::PassedOver(PassedOver::CountedMore),
            (true, false) => Between::PassedOver(PassedOver::RevisedDown),
            (false, true) => Between::PassedOver(PassedOver::SecondCount),
            (false, false) => Between::Excludes(Rule::Ranges),
        }
    }

    fn same_scope(&self, a: &Count, b: &Count) -> bool {
        if a.scope.trim() != b.scope.trim() {
            return false;
        }
        let one = |a: Option<Key<_>>, b: Option<Key<_>>| {
            a.map(|e| self.kin.one(e)) == b.map(|e| self.kin.one(e))
        };
        let (pa, pb) = (self.a.proposition, self.b.proposition);
        one(pa.event, pb.event)
            && one(pa.place, pb.place)
            && (0..self.predicate.roles.len()).all(|i| {
                match (self.a.fillers(i), self.b.fillers(i)) {
                    (None, None) => true,
                    (Some(a), Some(b)) => same(self.kin, a, b),
                    _ => false,
                }
            })
    }
}

/// Whether a role says who did it, one to an event.
pub(super) fn by_agent(predicate: &Predicate, role: usize) -> bool {
    predicate
        .roles
        .get(role)
        .is_some_and(|role| role.functional && role.clash == Some(Clash::Agent))
}

/// A lasting state against a passing one.
fn transition(rule: Rule, lasting: &Side<'_>, passing: &Side<'_>) -> Between {
    let (Some(tl), Some(tp)) = (lasting.time, passing.time) else {
        return Between::Possible(rule, Doubt::Unwritten);
    };
    if surely_before(tp, tl) {
        return Between::PassedOver(PassedOver::Before);
    }
    match (since(tl), still(tp)) {
        (Some(since), Some(still)) if since < still => Between::Excludes(rule),
        (Some(since), Some(still)) if since == still => Between::Possible(rule, Doubt::SameDay),
        _ => Between::Possible(rule, Doubt::MayOverlap),
    }
}

/// Whether two ranges share a number.
pub(super) fn meet(a: &Count, b: &Count) -> bool {
    a.min.unwrap_or(0) <= b.max.unwrap_or(u64::MAX)
        && b.min.unwrap_or(0) <= a.max.unwrap_or(u64::MAX)
}

/// Whether two lists of fillers are the same, entities ruled to be one being one.
pub(super) fn same(kin: &Kin, a: &[Filler], b: &[Filler]) -> bool {
    let has = |all: &[Filler], one: &Filler| all.iter().any(|other| is(kin, one, other));
    a.iter().all(|one| has(b, one)) && b.iter().all(|one| has(a, one))
}

/// Whether two fillers are one.
pub(super) fn is(kin: &Kin, a: &Filler, b: &Filler) -> bool {
    match (a, b) {
        (Filler::Entity(a), Filler::Entity(b)) => kin.one(*a) == kin.one(*b),
        (Filler::Text(a), Filler::Text(b)) => a.trim() == b.trim(),
        (a, b) => a == b,
    }
}

/// Whether one count's range lies within another's, of the same thing, scope and time.
pub(super) fn narrower(case: &Case, kin: &Kin, inner: Key<Claim>, outer: Key<Claim>) -> bool {
    let side = |key: Key<Claim>| {
        let proposition = case.claims[key].proposition.as_ref()?;
        Some((
            Side {
                proposition,
                time: time(case, key),
            },
            proposition.count.as_ref()?,
        ))
    };
    let (Some((a, ca)), Some((b, cb))) = (side(inner), side(outer)) else {
        return false;
    };
    if inner == outer || a.proposition.predicate != b.proposition.predicate {
        return false;
    }
    // Of one incident too: what died on a day need not be what died in that month, where the scope had another day of it.
    let times = match (a.time, b.time) {
        (None, None) => true,
        (Some(a), Some(b)) if ca.cumulative => a.edtf() == b.edtf(),
        (Some(a), Some(b)) => alike(a, b),
        _ => false,
    };
    let pair = Pair {
        case,
        kin,
        key: a.proposition.predicate,
        predicate: &case.predicates[a.proposition.predicate],
        a,
        b,
    };
    times
        && ca.cumulative == cb.cumulative
        && ca.of.trim() == cb.of.trim()
        && pair.same_scope(ca, cb)
        && cb.min.unwrap_or(0) <= ca.min.unwrap_or(0)
        && ca.max.unwrap_or(u64::MAX) <= cb.max.unwrap_or(u64::MAX)
}
