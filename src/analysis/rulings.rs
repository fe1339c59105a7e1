//! Which rulings of people are in force, and what they make one or keep apart.
//!
//! A ruling that was replaced, or that closes a circle, is not in force. Where one ruling
//! dissents from another, neither is: what colleagues disagree on is not settled. Where what it dissents from was
//! replaced, it dissents from what took its place, unless the two agree.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Case, Disclosure, Entity, Judgement, Key, Ruling, Source, Statement};

/// The rulings in force among the judgements that `counts` holds true of.
pub fn in_force(
    case: &Case,
    counts: impl Fn(Key<Judgement>, &Judgement) -> bool,
) -> BTreeSet<Key<Judgement>> {
    let judgements = &case.judgements;
    let counted = |key: &Key<Judgement>| counts(*key, &judgements[*key]);
    let mut force: BTreeSet<Key<Judgement>> = judgements.keys().filter(counted).collect();
    let mut successors: BTreeMap<Key<Judgement>, Vec<Key<Judgement>>> = BTreeMap::new();
    for (key, _, judgement) in judgements.iter() {
        let earlier = judgement.replaces.filter(counted);
        if let (Some(earlier), true, false) = (earlier, counted(&key), judgement.void) {
            successors.entry(earlier).or_default().push(key);
        }
    }
    force.retain(|key| !judgements[*key].void && !successors.contains_key(key));
    let mut disputed = BTreeSet::new();
    for key in &force {
        let judgement = &judgements[*key];
        // Who dissented from a ruling that was replaced dissents from what took its place, as far as that is of the
        // same and does not agree.
        let mut open: Vec<(Key<Judgement>, bool)> = judgement
            .dissents_from
            .iter()
            .map(|other| (*other, true))
            .collect();
        let mut next = 0;
        while let Some((other, itself)) = open.get(next).copied() {
            next += 1;
            if force.contains(&other) {
                let later = &judgements[other].ruling;
                if itself
                    || (of_the_same(&judgement.ruling, later) && !agrees(&judgement.ruling, later))
                {
                    disputed.extend([*key, other]);
                }
            }
            for later in successors.get(&other).into_iter().flatten() {
                if !open.contains(&(*later, false)) {
                    open.push((*later, false));
                }
            }
        }
    }
    force.retain(|key| !disputed.contains(key));
    force
}

/// Two that one ruling in force keeps apart and others make one: they count as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BothWays<'c> {
    /// The ruling that keeps them apart.
    pub different: Key<Judgement>,
    /// Those that make them one, or are about who is one with them, in the order of the file.
    pub same: Vec<Key<Judgement>>,
    /// The ids of the two.
    pub pair: (&'c str, &'c str),
}

/// The pairs of sources and of entities that rulings in force both keep apart and make one.
pub fn ruled_both_ways(case: &Case) -> Vec<BothWays<'_>> {
    let force = in_force(case, |_, _| true);
    let rulings = Rulings::new(case);
    let one = |entities: bool, i: usize| match entities {
        true => rulings.one_entity(Key::new(i)).index(),
        false => rulings.one_source(Key::new(i)).index(),
    };
    let id = |entities: bool, i: usize| match entities {
        true => case.entities.id(Key::new(i)),
        false => case.sources.id(Key::new(i)),
    };
    let mut all = Vec::new();
    for different in &force {
        let ruling = &case.judgements[*different].ruling;
        if !matches!(
            ruling,
            Ruling::DifferentSources(_) | Ruling::DifferentEntities(_)
        ) {
            continue;
        }
        let (entities, members) = about(ruling);
        for (n, a) in members.iter().enumerate() {
            for b in &members[n + 1..] {
                if a == b || one(entities, *a) != one(entities, *b) {
                    continue;
                }
                let same = force.iter().copied().filter(|key| {
                    let ruling = &case.judgements[*key].ruling;
                    let (of, members) = about(ruling);
                    let same = matches!(ruling, Ruling::SameSources(_) | Ruling::SameEntities(_));
                    let mut members = members.iter();
                    same && of == entities && members.any(|m| one(of, *m) == one(of, *a))
                });
                all.push(BothWays {
                    different: *different,
                    same: same.collect(),
                    pair: (id(entities, *a), id(entities, *b)),
                });
            }
        }
    }
    all
}

/// What a ruling is about: whether of entities, and which, in order.
fn about(ruling: &Ruling) -> (bool, Vec<usize>) {
    fn indices<T>(all: &[Key<T>]) -> Vec<usize> {
        let mut all: Vec<usize> = all.iter().map(|key| key.index()).collect();
        all.sort_unstable();
        all
    }
    match ruling {
        Ruling::SameSources(all) | Ruling::DifferentSources(all) => (false, indices(all)),
        Ruling::SameEntities(all) | Ruling::DifferentEntities(all) => (true, indices(all)),
        Ruling::RestsOn { source, .. } => (false, vec![source.index()]),
        Ruling::Settled { .. } => (false, Vec::new()),
    }
}

/// Whether two rulings are about somebody in common.
fn of_the_same(a: &Ruling, b: &Ruling) -> bool {
    let ((a_entities, a), (b_entities, b)) = (about(a), about(b));
    a_entities == b_entities && a.iter().any(|one| b.contains(one))
}

/// Whether two rulings say the same, in whatever order they name it.
fn agrees(a: &Ruling, b: &Ruling) -> bool {
    match (a, b) {
        (Ruling::RestsOn { .. }, _) => a == b,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b) && about(a) == about(b),
    }
}

/// Who told it, and of which statement only.
type ToldBy = (Key<Source>, Option<Key<Statement>>);

/// The rulings in force.
#[derive(Debug, Clone, Default)]
pub struct Rulings {
    same_sources: Vec<u32>,
    /// Of a source as ruled: all that were ruled to be it, itself among them, where there are several.
    alike: BTreeMap<u32, Vec<u32>>,
    /// Of a source as ruled: all bodies that it or one of those it stands for speaks for.
    speaks_for: BTreeMap<u32, Vec<u32>>,
    /// Of these: the one that it counts as, without circles.
    counts_as: BTreeMap<u32, u32>,
    same_entities: Vec<u32>,
    different_sources: BTreeSet<(u32, u32)>,
    different_entities: BTreeSet<(u32, u32)>,
    told_by: BTreeMap<u32, Vec<ToldBy>>,
}

impl Rulings {
    /// Takes the rulings in force out of a case.
    pub fn new(case: &Case) -> Self {
        Self::among(case, |_, _| true)
    }

    /// As [`Rulings::new`], of those judgements only that `counts` holds true of.
    pub fn among(case: &Case, counts: impl Fn(Key<Judgement>, &Judgement) -> bool) -> Self {
        let force = in_force(case, counts);
        let mut this = Self {
            same_sources: (0..case.sources.len() as u32).collect(),
            same_entities: (0..case.entities.len() as u32).collect(),
            ..Self::default()
        };
        for (key, _, judgement) in case.judgements.iter() {
            if !force.contains(&key) {
                continue;
            }
            match &judgement.ruling {
                Ruling::SameSources(all) => join(&mut this.same_sources, all),
                Ruling::SameEntities(all) => join(&mut this.same_entities, all),
                Ruling::DifferentSources(all) => apart(&mut this.different_sources, all),
                Ruling::DifferentEntities(all) => apart(&mut this.different_entities, all),
                Ruling::RestsOn {
                    source,
                    on,
                    statement,
                } => this
                    .told_by
                    .entry(source.index() as u32)
                    .or_default()
                    .push((*on, *statement)),
                Ruling::Settled { .. } => {}
            }
        }
        // A man ruled to be one with a description is a named man, whichever id comes first.
        settle(&mut this.same_sources, |i| {
            let key = Key::new(i);
            let undisclosed = case.sources[key].disclosure == Disclosure::Undisclosed;
            (undisclosed, case.sources.id(key))
        });
        settle(&mut this.same_entities, |i| case.entities.id(Key::new(i)));
        for (i, one) in this.same_sources.iter().enumerate() {
            if i as u32 != *one {
                let alike = this.alike.entry(*one).or_insert_with(|| vec![*one]);
                alike.push(i as u32);
            }
        }
        this.bodies(case);
        this
    }

    /// All that were ruled to be one with a source, itself among them.
    pub fn alike(&self, source: Key<Source>) -> impl Iterator<Item = Key<Source>> + '_ {
        let several = self.alike.get(&(self.one_source(source).index() as u32));
        let alone = several.is_none().then_some(source);
        let several = several.into_iter().flatten();
        several.map(|i| Key::new(*i as usize)).chain(alone)
    }

    /// Finds whom each source, as ruled, speaks for: of several that were ruled to be one the body that
    /// any of them speaks for, its own first, then by id.
    fn bodies(&mut self, case: &Case) {
        let mut speak: Vec<_> = case
            .sources
            .iter()
            .filter_map(|(key, id, source)| {
                Some((self.one_source(key), key, id, source.speaks_for?))
            })
            .map(|(one, key, id, body)| (one != key, id, one, self.one_source(body)))
            .collect();
        speak.sort_unstable();
        for (_, _, one, body) in speak {
            if one == body {
                continue;
            }
            let (one, body) = (one.index() as u32, body.index() as u32);
            self.speaks_for.entry(one).or_default().push(body);
            // Circles are cut when the case is read, but rulings could close one anew.
            let circle = self.counted_as(body).any(|over| over == one);
            if !circle && !self.counts_as.contains_key(&one) {
                self.counts_as.insert(one, body);
            }
        }
    }

    fn counted_as(&self, one: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(one), |one| self.counts_as.get(one).copied())
    }

    /// A source as ruled, then all whom it, or one ruled to be the same, speaks for, as far as that goes:
    /// those with which it is set aside.
    pub fn spoken_for(&self, source: Key<Source>) -> Vec<Key<Source>> {
        let mut all = vec![self.one_source(source)];
        let mut next = 0;
        while let Some(one) = all.get(next) {
            next += 1;
            let Some(bodies) = self.speaks_for.get(&(one.index() as u32)) else {
                continue;
            };
            for body in bodies.iter().map(|body| Key::new(*body as usize)) {
                if !all.contains(&body) {
                    all.push(body);
                }
            }
        }
        all
    }

    /// The node that a source counts as: those ruled to be one are, and who speaks for a body counts as
    /// the body.
    pub fn node(&self, source: Key<Source>) -> Key<Source> {
        let one = self.one_source(source);
        let last = self.counted_as(one.index() as u32).last();
        last.map_or(one, |node| Key::new(node as usize))
    }

    /// The source that stands for all that were ruled to be the same: the first by id of those that are
    /// named, else of all.
    pub fn one_source(&self, source: Key<Source>) -> Key<Source> {
        self.same_sources
            .get(source.index())
            .map_or(source, |i| Key::new(*i as usize))
    }

    /// The entity that stands for all that were ruled to be the same.
    pub fn one_entity(&self, entity: Key<Entity>) -> Key<Entity> {
        self.same_entities
            .get(entity.index())
            .map_or(entity, |i| Key::new(*i as usize))
    }

    /// Whether two sources were ruled to be different.
    pub fn sources_differ(&self, a: Key<Source>, b: Key<Source>) -> bool {
        differ(&self.different_sources, a.index(), b.index())
    }

    /// Every pair of sources that were ruled to be different, in order.
    pub fn different_sources(&self) -> impl Iterator<Item = (Key<Source>, Key<Source>)> + '_ {
        self.different_sources
            .iter()
            .map(|(a, b)| (Key::new(*a as usize), Key::new(*b as usize)))
    }

    /// Whether two entities were ruled to be different.
    pub fn entities_differ(&self, a: Key<Entity>, b: Key<Entity>) -> bool {
        differ(&self.different_entities, a.index(), b.index())
    }

    /// Whom a source was ruled to have a statement from.
    pub fn told_by(
        &self,
        source: Key<Source>,
        statement: Key<Statement>,
    ) -> impl Iterator<Item = Key<Source>> + '_ {
        self.told_by
            .get(&(source.index() as u32))
            .into_iter()
            .flatten()
            .filter(move |(_, only)| only.is_none_or(|s| s == statement))
            .map(|(on, _)| *on)
    }
}

fn differ(pairs: &BTreeSet<(u32, u32)>, a: usize, b: usize) -> bool {
    pairs.contains(&(a.min(b) as u32, a.max(b) as u32))
}

fn find(parents: &[u32], mut i: u32) -> u32 {
    while parents[i as usize] != i {
        i = parents[i as usize];
    }
    i
}

fn join<T>(parents: &mut [u32], all: &[Key<T>]) {
    let Some(first) = all.first() else { return };
    for other in all {
        let a = find(parents, first.index() as u32);
        let b = find(parents, other.index() as u32);
        parents[a.max(b) as usize] = a.min(b);
    }
}

/// Lets the first by id stand for each set, so that the order of entries changes nothing.
fn settle<T: Ord>(parents: &mut [u32], id: impl Fn(usize) -> T) {
    let roots: Vec<u32> = (0..parents.len() as u32)
        .map(|i| find(parents, i))
        .collect();
    let mut first: BTreeMap<u32, u32> = BTreeMap::new();
    for (i, root) in roots.iter().enumerate() {
        if i as u32 != *root {
            let best = first.entry(*root).or_insert(*root);
            if id(i) < id(*best as usize) {
                *best = i as u32;
            }
        }
    }
    for (i, root) in roots.iter().enumerate() {
        parents[i] = first.get(root).copied().unwrap_or(*root);
    }
}

fn apart<T>(pairs: &mut BTreeSet<(u32, u32)>, all: &[Key<T>]) {
    for (i, a) in all.iter().enumerate() {
        for b in &all[i + 1..] {
            let (a, b) = (a.index() as u32, b.index() as u32);
            if a != b {
                pairs.insert((a.min(b), a.max(b)));
            }
        }
    }
}
