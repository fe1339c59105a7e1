//! What a claim entails by rule: consequences, more detail, what lasts, the whole and its part.
//!
//! Cost: a few look-ups a claim by its form, and what is found.

use super::kin::Kin;
use super::literal::Literal;
use super::rule::Rule;
use super::signature::{Filled, Signatures, Time, form};
use super::times::{alike, since, time, within};
use crate::model::{Case, Claim, Derived, Key, Predicate, PredicateKind, Proposition, Takes, When};

/// Clauses as they are found.
#[derive(Default)]
pub(super) struct Found {
    pub(super) edges: Vec<(Literal, Literal, Rule)>,
}

impl Found {
    pub(super) fn entails(&mut self, a: Key<Claim>, b: Key<Claim>, rule: Rule) {
        if a != b {
            self.edges
                .push((Literal::affirmed(a), Literal::affirmed(b), rule));
        }
    }

    pub(super) fn excludes(&mut self, a: Key<Claim>, b: Key<Claim>, rule: Rule) {
        self.edges
            .push((Literal::affirmed(a), Literal::denied(b), rule));
    }
}

/// A claim whose consequences are sought.
pub(super) struct Premise<'c> {
    pub(super) case: &'c Case,
    pub(super) kin: &'c Kin,
    pub(super) key: Key<Claim>,
    pub(super) proposition: &'c Proposition,
    pub(super) predicate: &'c Predicate,
    pub(super) filled: Filled,
    pub(super) time: Option<&'c When>,
    /// The times under which it may be claimed more loosely, those that some claim has.
    pub(super) times: Vec<Time>,
}

impl Premise<'_> {
    /// The times under which something that happened at this time may be claimed more loosely.
    pub(super) fn times(when: Option<&When>, signatures: &Signatures) -> Vec<Time> {
        let mut all = vec![0];
        if let Some(when) = when {
            all.extend(signatures.time(when.edtf()));
            if let Some((year, month, _)) = when.first()
                && (0..=9999).contains(&year)
            {
                all.extend(signatures.time(&format!("{year:04}-{month:02}")));
                all.extend(signatures.time(&format!("{year:04}")));
            }
        }
        all.dedup();
        all
    }

    fn events(&self) -> Vec<Option<u32>> {
        let event = self.proposition.event.map(|e| self.kin.one(e));
        if event.is_some() {
            vec![None, event]
        } else {
            vec![None]
        }
    }

    fn places(&self) -> Vec<Option<u32>> {
        let mut all = vec![None];
        if let Some(place) = self.proposition.place.map(|e| self.kin.one(e)) {
            all.push(Some(place));
            all.extend(self.kin.above(place).into_iter().map(Some));
        }
        all
    }

    /// What the vocabulary says follows from the predicate.
    pub(super) fn consequences(&self, signatures: &Signatures, found: &mut Found) {
        for (i, consequence) in self.predicate.entails.iter().enumerate() {
            let Some(target) = self.case.predicates.key(&consequence.predicate) else {
                continue;
            };
            let predicate = &self.case.predicates[target];
            // Of several who fill a role, what follows holds of each and of all.
            let mut choices: Vec<Filled> = vec![Vec::new()];
            let mut fits = true;
            for (index, role) in predicate.roles.iter().enumerate() {
                let derived = consequence.roles.iter().find(|(id, _)| *id == role.id);
                let codes: Vec<Vec<u32>> = match derived {
                    None => Vec::new(),
                    Some((_, Derived::Value(value))) => match &role.takes {
                        Takes::Value(values) => values
                            .iter()
                            .position(|v| v.id == *value)
                            .map(|v| vec![((v as u32) << 2) | 1])
                            .into_iter()
                            .collect(),
                        _ => Vec::new(),
                    },
                    Some((_, Derived::Role(from))) => {
                        match self.filled.iter().find(|(role, _)| role == from) {
                            None => Vec::new(),
                            Some((_, codes)) if codes.len() == 1 => vec![codes.clone()],
                            Some((_, codes)) => codes
                                .iter()
                                .map(|code| vec![*code])
                                .chain([codes.clone()])
                                .collect(),
                        }
                    }
                };
                if codes.is_empty() {
                    fits &= role.optional;
                    continue;
                }
                choices = choices
                    .iter()
                    .flat_map(|choice| {
                        codes.iter().map(|codes| {
                            let mut choice = choice.clone();
                            choice.push((index, codes.clone()));
                            choice
                        })
                    })
                    .collect();
            }
            if !fits {
                continue;
            }
            let rule = Rule::Consequence(self.proposition.predicate, i as u32);
            for filled in choices {
                self.looser(signatures, target, &filled, rule, found);
            }
        }
    }

    /// Claims of a form that hold where this one does, whatever event, place and looser time they name.
    fn looser(
        &self,
        signatures: &Signatures,
        target: Key<Predicate>,
        filled: &Filled,
        rule: Rule,
        found: &mut Found,
    ) {
        let predicate = &self.case.predicates[target];
        let state = predicate.kind == PredicateKind::State;
        let lasts = lasts(predicate, filled);
        for event in self.events() {
            for place in self.places() {
                let form = form(target.index(), filled, event, place);
                let Some(form) = signatures.number(&form) else {
                    continue;
                };
                if lasts {
                    for other in signatures.plain(form) {
                        if stays(self.time, time(self.case, *other)) {
                            found.entails(self.key, *other, rule);
                        }
                    }
                    continue;
                }
                for when in &self.times {
                    // A passing state of which no time is written may be meant of any other time; what follows from an event
                    // without a time is meant of that one.
                    let of_event = self.predicate.kind == PredicateKind::Event
                        && self.time.is_none()
                        && matches!(rule, Rule::Consequence(..));
                    if state && *when == 0 && !of_event {
                        continue;
                    }
                    for other in signatures.timed(form, *when) {
                        if within(self.time, time(self.case, *other)) {
                            found.entails(self.key, *other, rule);
                        }
                    }
                }
            }
        }
    }

    /// Claims that say the same with less: fewer roles, no event or place, a coarser time.
    pub(super) fn detail(&self, signatures: &Signatures, found: &mut Found) {
        if self.predicate.kind == PredicateKind::Count {
            return;
        }
        let optional: Vec<usize> = self
            .filled
            .iter()
            .enumerate()
            .filter(|(_, (role, _))| self.predicate.roles[*role].optional)
            .map(|(at, _)| at)
            .collect();
        // Vocabularies have a handful of optional roles; beyond that only the whole is compared.
        let subsets = if optional.len() > 6 {
            1
        } else {
            1usize << optional.len()
        };
        for subset in 0..subsets {
            let filled: Filled = self
                .filled
                .iter()
                .enumerate()
                .filter(|(at, _)| {
                    optional
                        .iter()
                        .position(|o| o == at)
                        .is_none_or(|bit| subset & (1 << bit) == 0)
                })
                .map(|(_, one)| one.clone())
                .collect();
            self.looser(
                signatures,
                self.proposition.predicate,
                &filled,
                Rule::Detail,
                found,
            );
        }
    }

    /// What lasts holds on every later day as well.
    pub(super) fn lasting(&self, signatures: &Signatures, found: &mut Found) {
        if self.predicate.kind != PredicateKind::State || !lasts(self.predicate, &self.filled) {
            return;
        }
        let place = self.proposition.place.map(|e| self.kin.one(e));
        let event = self.proposition.event.map(|e| self.kin.one(e));
        let form = form(
            self.proposition.predicate.index(),
            &self.filled,
            event,
            place,
        );
        let form = signatures.number(&form);
        for other in form.map_or(&[][..], |form| signatures.plain(form)) {
            if stays(self.time, time(self.case, *other)) {
                found.entails(self.key, *other, Rule::Lasting);
            }
        }
    }

    /// This being of a part: claims of a whole entail it.
    pub(super) fn whole(&self, signatures: &Signatures, found: &mut Found) {
        if !self.predicate.spreads_to_parts {
            return;
        }
        let event = self.proposition.event.map(|e| self.kin.one(e));
        let place = self.proposition.place.map(|e| self.kin.one(e));
        for (at, (role, codes)) in self.filled.iter().enumerate() {
            let (true, [code]) = (self.predicate.roles[*role].key, codes.as_slice()) else {
                continue;
            };
            if code & 3 != 0 {
                continue;
            }
            for whole in self.kin.above(code >> 2) {
                let mut filled = self.filled.clone();
                filled[at].1 = vec![whole << 2];
                let form = form(self.proposition.predicate.index(), &filled, event, place);
                let form = signatures.number(&form);
                for other in form.map_or(&[][..], |form| signatures.plain(form)) {
                    if covers(time(self.case, *other), self.time) {
                        found.entails(*other, self.key, Rule::Part);
                    }
                }
            }
        }
    }
}

/// Whether a value that lasts fills a functional role.
fn lasts(predicate: &Predicate, filled: &Filled) -> bool {
    predicate.kind == PredicateKind::State
        && filled.iter().any(|(role, codes)| {
            let role = &predicate.roles[*role];
            match (&role.takes, codes.as_slice()) {
                (Takes::Value(values), [code]) if role.functional && code & 3 == 1 => {
                    values.get((code >> 2) as usize).is_some_and(|v| v.lasting)
                }
                _ => false,
            }
        })
}

/// Whether what came about by `from` and lasts holds at `at`.
fn stays(from: Option<&When>, at: Option<&When>) -> bool {
    let Some(at) = at else { return true };
    let Some(from) = from else { return false };
    if within(Some(from), Some(at)) {
        return true;
    }
    let begins = at.core().map_or_else(|| at.first(), |core| Some(core.0));
    !at.vague() && matches!((since(from), begins), (Some(a), Some(b)) if a <= b)
}

/// Whether a state that holds at `outer` holds at `inner`.
fn covers(outer: Option<&When>, inner: Option<&When>) -> bool {
    let (Some(outer), Some(inner)) = (outer, inner) else {
        return false;
    };
    if alike(outer, inner) {
        return !outer.vague();
    }
    match (outer.core(), inner.core()) {
        (Some(outer), Some(inner)) => outer.0 <= inner.0 && inner.1 <= outer.1,
        _ => false,
    }
}
