//! Claims by what they are about: only claims of one family, or of two whose subjects are kin, can
//! exclude each other.

use std::collections::{BTreeMap, HashMap};

use super::kin::Kin;
use super::signature::{Filled, Form, Signatures, befell, family, form};
use crate::model::{Case, Claim, Key, Predicate, PredicateKind};

/// The families of a case's claims.
#[derive(Debug, Clone, Default)]
pub(super) struct Families {
    /// The claims of each, in the order of the case.
    pub(super) all: Vec<Vec<Key<Claim>>>,
    /// Of each family whether it is of counts, which only exclude each other within one scope.
    pub(super) counts: Vec<bool>,
    /// Counts of one thing in one scope, where there are two or more.
    pub(super) scopes: Vec<Vec<Key<Claim>>>,
    /// Events that nothing says are one and that would be taken for one.
    pub(super) alike: Vec<Vec<Key<Claim>>>,
    /// Of each claim: its family.
    of: Vec<Option<u32>>,
    /// Families whose subjects are kin, smaller first.
    pub(super) kindred: Vec<(u32, u32)>,
    kindred_of: HashMap<u32, Vec<u32>>,
}

impl Families {
    /// Sorts claims into families.
    pub(super) fn new(case: &Case, kin: &Kin, signatures: &mut Signatures) -> Self {
        let mut this = Self {
            of: vec![None; case.claims.len()],
            ..Self::default()
        };
        let mut known: HashMap<Form, u32> = HashMap::new();
        let mut alike: BTreeMap<Form, Vec<Key<Claim>>> = BTreeMap::new();
        let mut scoped: HashMap<Form, u32> = HashMap::new();
        let mut subjects: Vec<(u32, Key<Predicate>, Filled)> = Vec::new();
        for (key, _, claim) in case.claims.iter() {
            let Some(proposition) = &claim.proposition else {
                continue;
            };
            if case.predicates[proposition.predicate].kind == PredicateKind::Relation {
                continue;
            }
            let filled = signatures.filled(kin, proposition);
            let mut form = family(case, proposition, &filled);
            let predicate = &case.predicates[proposition.predicate];
            if predicate.kind == PredicateKind::Event && !predicate.once {
                if let Some(form) = befell(case, proposition, &filled) {
                    alike.entry(form).or_default().push(key);
                }
                // Without a named event nothing says that two are one.
                let Some(event) = proposition.event else {
                    continue;
                };
                form.push(kin.one(event));
            }
            let next = this.all.len() as u32;
            let index = *known.entry(form).or_insert(next);
            if index == next {
                this.all.push(Vec::new());
                this.counts.push(predicate.kind == PredicateKind::Count);
            }
            if let Some(count) = &proposition.count
                && predicate.kind == PredicateKind::Count
            {
                let one = |entity: Option<Key<_>>| entity.map(|e| kin.one(e));
                let (event, place) = (one(proposition.event), one(proposition.place));
                let mut scope =
                    super::signature::form(proposition.predicate.index(), &filled, event, place);
                scope.push(signatures.text(&count.of));
                scope.push(signatures.text(&count.scope));
                scope.push(u32::from(count.cumulative));
                let scope = *scoped.entry(scope).or_insert_with(|| {
                    this.scopes.push(Vec::new());
                    this.scopes.len() as u32 - 1
                });
                this.scopes[scope as usize].push(key);
            }
            if index == next {
                subjects.push((index, proposition.predicate, filled));
            }
            this.all[index as usize].push(key);
            this.of[key.index()] = Some(index);
        }
        this.scopes.retain(|members| members.len() > 1);
        this.alike = alike.into_values().filter(|all| all.len() > 1).collect();
        // Subjects that are kin: a place and what holds it, or what may be the same.
        for (index, key, filled) in subjects {
            let predicate = &case.predicates[key];
            for (at, (role, codes)) in filled.iter().enumerate() {
                let (true, [code]) = (predicate.roles[*role].key, codes.as_slice()) else {
                    continue;
                };
                if code & 3 != 0 {
                    continue;
                }
                let mut others = kin.perhaps_with(code >> 2);
                if predicate.spreads_to_parts {
                    others.extend(kin.above(code >> 2));
                }
                for other in others {
                    let mut filled = filled.clone();
                    filled[at].1 = vec![other << 2];
                    let filled: Filled = filled
                        .into_iter()
                        .filter(|(role, _)| {
                            let role = &predicate.roles[*role];
                            role.key && (!role.functional || predicate.kind == PredicateKind::Count)
                        })
                        .collect();
                    if let Some(other) = known.get(&form(key.index(), &filled, None, None)) {
                        this.kindred.push((index.min(*other), index.max(*other)));
                    }
                }
            }
        }
        this.kindred.sort_unstable();
        this.kindred.dedup();
        this.kindred.retain(|(a, b)| a != b);
        for (a, b) in &this.kindred {
            this.kindred_of.entry(*a).or_default().push(*b);
            this.kindred_of.entry(*b).or_default().push(*a);
        }
        this
    }

    /// Claims of the same or a kindred subject, in the order of the case.
    pub(super) fn relatives(&self, claim: Key<Claim>) -> Vec<Key<Claim>> {
        let Some(Some(family)) = self.of.get(claim.index()) else {
            return Vec::new();
        };
        let mut all: Vec<Key<Claim>> = self.all[*family as usize]
            .iter()
            .chain(
                self.kindred_of
                    .get(family)
                    .into_iter()
                    .flatten()
                    .flat_map(|f| &self.all[*f as usize]),
            )
            .copied()
            .filter(|other| *other != claim)
            .collect();
        all.sort();
        all
    }
}
