//! Claims by what they say, so that those worth comparing are found without asking about every pair.
//!
//! A *form* is a proposition as a list of numbers: predicate, roles with their fillers, event and
//! place. Entities ruled to be one have one number, and so have equal words.

use std::collections::HashMap;

use super::kin::Kin;
use crate::model::{Case, Claim, Filler, Key, PredicateKind, Proposition};

/// A proposition, or a part of one, as numbers.
pub(super) type Form = Vec<u32>;

/// Roles with their fillers, by index of the role.
pub(super) type Filled = Vec<(usize, Vec<u32>)>;

/// Claims by form. Only looked up, never walked, so that no order comes from it.
#[derive(Debug, Default)]
pub(super) struct Signatures {
    texts: HashMap<Box<str>, u32>,
    /// Everything but the time, by number.
    forms: HashMap<Form, u32>,
    /// Of each form, whatever the time.
    plain: Vec<Vec<Key<Claim>>>,
    /// Of each form and time as written.
    timed: HashMap<(u32, Time), Vec<Key<Claim>>>,
}

/// A time as written, by number; 0 where none is.
pub(super) type Time = u32;

impl Signatures {
    pub(super) fn new(case: &Case, kin: &Kin) -> Self {
        let mut this = Self::default();
        for (key, _, claim) in case.claims.iter() {
            let Some(proposition) = &claim.proposition else {
                continue;
            };
            let filled = this.filled(kin, proposition);
            let event = proposition.event.map(|e| kin.one(e));
            let place = proposition.place.map(|e| kin.one(e));
            let form = form(proposition.predicate.index(), &filled, event, place);
            let time = super::times::time(case, key);
            let time = time.map_or(0, |when| this.text(when.edtf()) + 1);
            let next = this.plain.len() as u32;
            let form = *this.forms.entry(form).or_insert(next);
            if form == next {
                this.plain.push(Vec::new());
            }
            this.plain[form as usize].push(key);
            this.timed.entry((form, time)).or_default().push(key);
        }
        this
    }

    /// The number of a text, the same for the same words.
    pub(super) fn text(&mut self, text: &str) -> u32 {
        if let Some(known) = self.texts.get(text.trim()) {
            return *known;
        }
        let next = self.texts.len() as u32;
        *self.texts.entry(text.trim().into()).or_insert(next)
    }

    fn code(&mut self, kin: &Kin, filler: &Filler) -> u32 {
        match filler {
            Filler::Entity(e) => kin.one(*e) << 2,
            Filler::Value(v) => ((*v as u32) << 2) | 1,
            Filler::Text(t) => (self.text(t) << 2) | 2,
        }
    }

    /// The filled roles of a proposition.
    pub(super) fn filled(&mut self, kin: &Kin, proposition: &Proposition) -> Filled {
        proposition
            .roles
            .iter()
            .map(|role| {
                let mut codes: Vec<u32> = role.fillers.iter().map(|f| self.code(kin, f)).collect();
                codes.sort_unstable();
                codes.dedup();
                (role.role, codes)
            })
            .collect()
    }

    /// The number of a form; none where no claim has it.
    pub(super) fn number(&self, form: &Form) -> Option<u32> {
        self.forms.get(form).copied()
    }

    /// The number of a time as written; none where no claim has it.
    pub(super) fn time(&self, edtf: &str) -> Option<Time> {
        self.texts.get(edtf).map(|text| text + 1)
    }

    /// Claims of just this form, whatever their time.
    pub(super) fn plain(&self, form: u32) -> &[Key<Claim>] {
        &self.plain[form as usize]
    }

    /// Claims of just this form and time.
    pub(super) fn timed(&self, form: u32, time: Time) -> &[Key<Claim>] {
        self.timed.get(&(form, time)).map_or(&[], Vec::as_slice)
    }
}

/// The form of a proposition with these parts.
pub(super) fn form(
    predicate: usize,
    filled: &Filled,
    event: Option<u32>,
    place: Option<u32>,
) -> Form {
    let mut form = vec![
        predicate as u32,
        event.map_or(0, |e| e + 1),
        place.map_or(0, |e| e + 1),
    ];
    for (role, codes) in filled {
        form.push(*role as u32);
        form.push(codes.len() as u32);
        form.extend(codes);
    }
    form
}

/// What a claim is about: its predicate and key roles. Only claims of one such family, or of two
/// whose subjects are kin, can exclude each other.
pub(super) fn family(case: &Case, proposition: &Proposition, filled: &Filled) -> Form {
    let predicate = &case.predicates[proposition.predicate];
    let kept: Filled = filled
        .iter()
        .filter(|(role, _)| {
            predicate
                .roles
                .get(*role)
                .is_some_and(|r| r.key && (!r.functional || predicate.kind == PredicateKind::Count))
        })
        .cloned()
        .collect();
    form(proposition.predicate.index(), &kept, None, None)
}

/// What befell whom, whoever did it: events that would be taken for one. None where nothing but the
/// doer is named.
pub(super) fn befell(case: &Case, proposition: &Proposition, filled: &Filled) -> Option<Form> {
    let predicate = &case.predicates[proposition.predicate];
    let kept: Filled = filled
        .iter()
        .filter(|(role, _)| !super::pairs::by_agent(predicate, *role))
        .cloned()
        .collect();
    (!kept.is_empty()).then(|| form(proposition.predicate.index(), &kept, None, None))
}
