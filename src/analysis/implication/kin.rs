//! Which entities are one, which holds which, and which may be one.
//!
//! Fillers of which one holds the other never exclude: a group and its member, a town and its
//! quarter. What may be one (perhaps the same, successors) excludes only possibly.

use std::collections::{BTreeMap, BTreeSet};

use super::super::rulings::Rulings;
use crate::model::{Case, Entity, Filler, Key, RelationKind};

/// How two fillers stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kinship {
    /// One is, or holds, the other.
    Holds,
    /// They may be one; or they are only words, which nobody has compared.
    Perhaps,
    /// Two.
    Apart,
}

/// The kinship of a case's entities.
#[derive(Debug, Clone)]
pub(super) struct Kin {
    /// Of each entity: the first of those that were ruled to be the same.
    one: Vec<u32>,
    /// Of each such first: those that hold it directly.
    holders: BTreeMap<u32, Vec<u32>>,
    /// Pairs that may be one, smaller first.
    perhaps: BTreeSet<(u32, u32)>,
    perhaps_of: BTreeMap<u32, Vec<u32>>,
}

impl Kin {
    pub(super) fn new(case: &Case, rulings: &Rulings) -> Self {
        let one: Vec<u32> = case
            .entities
            .keys()
            .map(|e| rulings.one_entity(e).index() as u32)
            .collect();
        let mut holders: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut perhaps = BTreeSet::new();
        let mut holds = |member: usize, holder: usize| {
            let (member, holder) = (one[member], one[holder]);
            if member != holder {
                holders.entry(member).or_default().push(holder);
            }
        };
        for (key, id, entity) in case.entities.iter() {
            if let Some(whole) = entity.part_of {
                holds(key.index(), whole.index());
            }
            for relation in &entity.related {
                match relation.how {
                    RelationKind::MemberOf => holds(key.index(), relation.to.index()),
                    RelationKind::SuccessorOf | RelationKind::PerhapsSame => {
                        if !rulings.entities_differ(key, relation.to) {
                            let pair = (one[key.index()], one[relation.to.index()]);
                            perhaps.insert((pair.0.min(pair.1), pair.0.max(pair.1)));
                        }
                    }
                }
            }
            // One node that is both source and entity belongs to bodies as a source does.
            let Some(source) = case.sources.key(id) else {
                continue;
            };
            let source = &case.sources[source];
            let node = |key| case.entities.key(case.sources.id(key)).map(Key::index);
            for body in source.speaks_for.iter().chain(&source.member_of) {
                if let Some(body) = node(*body) {
                    holds(key.index(), body);
                }
            }
            for member in &source.may_hold {
                if let Some(member) = node(*member) {
                    holds(member, key.index());
                }
            }
            for other in &source.perhaps_same {
                if let Some(other) = case.entities.key(case.sources.id(*other))
                    && other != key
                    && !rulings.entities_differ(key, other)
                {
                    let pair = (one[key.index()], one[other.index()]);
                    perhaps.insert((pair.0.min(pair.1), pair.0.max(pair.1)));
                }
            }
        }
        for list in holders.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        let mut perhaps_of: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (a, b) in &perhaps {
            perhaps_of.entry(*a).or_default().push(*b);
            perhaps_of.entry(*b).or_default().push(*a);
        }
        Self {
            one,
            holders,
            perhaps,
            perhaps_of,
        }
    }

    /// The entity that stands for all that were ruled to be the same.
    pub(super) fn one(&self, entity: Key<Entity>) -> u32 {
        self.one[entity.index()]
    }

    /// What holds an entity, directly or not, nearest first; without itself.
    pub(super) fn above(&self, entity: u32) -> Vec<u32> {
        let mut all = Vec::new();
        let mut next = vec![entity];
        while let Some(here) = next.pop() {
            for holder in self.holders.get(&here).into_iter().flatten() {
                if *holder != entity && !all.contains(holder) {
                    all.push(*holder);
                    next.insert(0, *holder);
                }
            }
        }
        all
    }

    /// Whether one holds another, directly or not.
    fn holds(&self, holder: u32, member: u32) -> bool {
        self.holders.contains_key(&member) && self.above(member).contains(&holder)
    }

    /// What may be the same as an entity, in order.
    pub(super) fn perhaps_with(&self, entity: u32) -> Vec<u32> {
        self.perhaps_of.get(&entity).cloned().unwrap_or_default()
    }

    /// Whether one of two entities is, or holds, the other.
    pub(super) fn entities(&self, a: Key<Entity>, b: Key<Entity>) -> Kinship {
        let (a, b) = (self.one(a), self.one(b));
        if a == b || self.holds(b, a) || self.holds(a, b) {
            Kinship::Holds
        } else if self.perhaps.contains(&(a.min(b), a.max(b))) {
            Kinship::Perhaps
        } else {
            Kinship::Apart
        }
    }

    /// How two lists of fillers of one role stand to each other: joint holders hold each of them.
    pub(super) fn fillers(&self, a: &[Filler], b: &[Filler]) -> Kinship {
        let mut least = Kinship::Apart;
        for a in a {
            for b in b {
                let kinship = match (a, b) {
                    (Filler::Entity(a), Filler::Entity(b)) => self.entities(*a, *b),
                    (Filler::Value(a), Filler::Value(b)) if a == b => Kinship::Holds,
                    (Filler::Text(a), Filler::Text(b)) if a.trim() == b.trim() => Kinship::Holds,
                    (Filler::Text(_), _) | (_, Filler::Text(_)) => Kinship::Perhaps,
                    _ => Kinship::Apart,
                };
                least = least.min(kinship);
            }
        }
        least
    }
}
