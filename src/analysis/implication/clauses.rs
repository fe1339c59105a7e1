//! Deriving the clauses of a case.
//!
//! Cost: a few look-ups a claim for what entails; for what excludes, claims of one subject are
//! swept in order of time or number, so that only pairs that do exclude (and neighbours) are met.
//!
//! In one file because every rule here reads the same premise, its signatures and the kinship of its
//! fillers, and what one rule derives must be looked up under the keys that another has written.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::super::rulings::Rulings;
use super::kin::Kin;
use super::literal::Literal;
use super::pairs::{Between, Doubt, PassedOver, between, narrower};
use super::rule::Rule;
use super::signature::{Filled, Form, Signatures, befell, family, form};
use super::times::{since, time, within};
use super::world::world;
use crate::model::{
    Case, Claim, Day, Derived, Key, Predicate, PredicateKind, Proposition, Takes, When,
};

/// What follows directly from a claim, or cannot hold beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Implied {
    /// The other claim.
    pub claim: Key<Claim>,
    /// By which rule.
    pub rule: Rule,
    /// Whether it surely does; nothing follows from what only may.
    pub certain: bool,
}

/// The clauses of a case, and its claims by what they are about.
#[derive(Debug, Clone)]
pub struct Implications {
    pub(super) starts: Vec<u32>,
    pub(super) edges: Vec<(Literal, Rule)>,
    families: Vec<Vec<Key<Claim>>>,
    /// Of each family whether it is of counts, which only exclude each other within one scope.
    counts: Vec<bool>,
    /// Counts of one thing in one scope, where there are two or more.
    scopes: Vec<Vec<Key<Claim>>>,
    /// Events that nothing says are one and that would be taken for one.
    alike: Vec<Vec<Key<Claim>>>,
    /// Of each claim: its family.
    family_of: Vec<Option<u32>>,
    /// Families whose subjects are kin, smaller first.
    kindred: Vec<(u32, u32)>,
    kindred_of: HashMap<u32, Vec<u32>>,
    kin: Kin,
    /// The claims of the case, then silent ones.
    world: Case,
    /// How many claims the case itself has.
    spoken: usize,
    /// Of a claim: those from which it would follow if times were written.
    loosely: BTreeMap<Key<Claim>, Vec<Key<Claim>>>,
}

impl Implications {
    /// Derives them, with all rulings in force.
    pub fn new(case: &Case) -> Self {
        Self::with(case, &Rulings::new(case))
    }

    /// Derives them, entities being one as these rulings say.
    pub fn with(case: &Case, rulings: &Rulings) -> Self {
        let kin = Kin::new(case, rulings);
        let world = world(case);
        let mut signatures = Signatures::new(&world, &kin);
        let mut this = Self {
            starts: Vec::new(),
            edges: Vec::new(),
            families: Vec::new(),
            counts: Vec::new(),
            scopes: Vec::new(),
            alike: Vec::new(),
            family_of: vec![None; world.claims.len()],
            kindred: Vec::new(),
            kindred_of: HashMap::new(),
            kin,
            world,
            spoken: case.claims.len(),
            loosely: BTreeMap::new(),
        };
        this.families(&mut signatures);
        let mut found = Found::default();
        for (key, _, claim) in case.claims.iter() {
            for (i, link) in claim.entails.iter().enumerate() {
                found.entails(key, link.claim, Rule::StatedEntails(key, i as u32));
            }
            for (i, link) in claim.excludes.iter().enumerate() {
                found.excludes(key, link.claim, Rule::StatedExcludes(key, i as u32));
            }
        }
        for (key, _, claim) in this.world.claims.iter() {
            if let Some(proposition) = &claim.proposition {
                let premise = Premise {
                    case: &this.world,
                    kin: &this.kin,
                    key,
                    proposition,
                    predicate: &this.world.predicates[proposition.predicate],
                    filled: signatures.filled(&this.kin, proposition),
                    time: time(&this.world, key),
                };
                premise.consequences(&mut signatures, &mut found);
                premise.detail(&mut signatures, &mut found);
                premise.lasting(&mut signatures, &mut found);
                premise.whole(&signatures, &mut found);
            }
        }
        this.sweep(&mut found);
        for (premise, other) in std::mem::take(&mut found.loosely) {
            this.loosely.entry(premise).or_default().push(other);
        }
        this.settle(found);
        this
    }

    fn families(&mut self, signatures: &mut Signatures) {
        let case = &self.world;
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
            let filled = signatures.filled(&self.kin, proposition);
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
                form.push(self.kin.one(event));
            }
            let next = self.families.len() as u32;
            let index = *known.entry(form).or_insert(next);
            if index == next {
                self.families.push(Vec::new());
                self.counts.push(predicate.kind == PredicateKind::Count);
            }
            if let Some(count) = &proposition.count
                && predicate.kind == PredicateKind::Count
            {
                let one = |entity: Option<Key<_>>| entity.map(|e| self.kin.one(e));
                let (event, place) = (one(proposition.event), one(proposition.place));
                let mut scope =
                    super::signature::form(proposition.predicate.index(), &filled, event, place);
                scope.push(signatures.text(&count.of));
                scope.push(signatures.text(&count.scope));
                scope.push(u32::from(count.cumulative));
                let scope = *scoped.entry(scope).or_insert_with(|| {
                    self.scopes.push(Vec::new());
                    self.scopes.len() as u32 - 1
                });
                self.scopes[scope as usize].push(key);
            }
            if index == next {
                subjects.push((index, proposition.predicate, filled));
            }
            self.families[index as usize].push(key);
            self.family_of[key.index()] = Some(index);
        }
        self.scopes.retain(|members| members.len() > 1);
        self.alike = alike.into_values().filter(|all| all.len() > 1).collect();
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
                let mut others = self.kin.perhaps_with(code >> 2);
                if predicate.spreads_to_parts {
                    others.extend(self.kin.above(code >> 2));
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
                        self.kindred.push((index.min(*other), index.max(*other)));
                    }
                }
            }
        }
        self.kindred.sort_unstable();
        self.kindred.dedup();
        self.kindred.retain(|(a, b)| a != b);
        for (a, b) in &self.kindred {
            self.kindred_of.entry(*a).or_default().push(*b);
            self.kindred_of.entry(*b).or_default().push(*a);
        }
    }

    /// Finds the pairs of one subject that surely exclude each other.
    fn sweep(&self, found: &mut Found) {
        let case = &self.world;
        let mut judge = |a: Key<Claim>, b: Key<Claim>| {
            if let Between::Excludes(rule) = between(case, &self.kin, a, b) {
                found.excludes(a, b, rule);
            }
        };
        for (members, counts) in self.families.iter().zip(&self.counts) {
            if members.len() > 1 && !counts {
                sweep(case, members, &[], &mut judge);
            }
        }
        for members in &self.scopes {
            sweep(case, members, &[], &mut judge);
        }
        // Counts of two subjects never exclude each other, however these are kin.
        for (a, b) in self
            .kindred
            .iter()
            .filter(|(a, _)| !self.counts[*a as usize])
        {
            let (a, b) = (&self.families[*a as usize], &self.families[*b as usize]);
            sweep(case, a, b, &mut judge);
        }
        for members in &self.scopes {
            let counted = |key: Key<Claim>| {
                let count = case.claims[key].proposition.as_ref()?.count.as_ref()?;
                Some((
                    count.min.unwrap_or(0),
                    std::cmp::Reverse(count.max.unwrap_or(u64::MAX)),
                ))
            };
            let mut ranges: Vec<_> = members
                .iter()
                .filter_map(|key| Some((counted(*key)?, *key)))
                .collect();
            ranges.sort();
            for (i, ((min, _), outer)) in ranges.iter().enumerate() {
                let max = counted(*outer).map_or(0, |(_, max)| max.0);
                // Equal ranges entail each other, so those just before are asked as well.
                let first = ranges[..i].partition_point(|((m, _), _)| m < min);
                for (_, inner) in ranges[first..].iter().take_while(|((m, _), _)| *m <= max) {
                    if narrower(case, &self.kin, *inner, *outer) {
                        found.entails(*inner, *outer, Rule::Narrower);
                    }
                }
            }
        }
    }

    fn settle(&mut self, found: Found) {
        let case = &self.world;
        // Keys follow the order of the files; explanations must not, so edges are put in the
        // order of ids.
        let mut by_id: Vec<usize> = (0..case.claims.len()).collect();
        by_id.sort_by_key(|i| case.claims.id(Key::new(*i)));
        let mut rank = vec![0u32; by_id.len()];
        for (place, i) in by_id.iter().enumerate() {
            rank[*i] = place as u32;
        }
        let mut edges: Vec<(Literal, Literal, Rule)> = Vec::with_capacity(found.edges.len() * 2);
        for (from, to, rule) in found.edges {
            edges.push((from, to, rule));
            edges.push((to.negated(), from.negated(), rule));
        }
        // Of two entries that state the same the one of the first claim by id is told.
        let told = |rule: Rule| match rule {
            Rule::StatedEntails(by, i) => {
                Rule::StatedEntails(Key::new(rank[by.index()] as usize), i)
            }
            Rule::StatedExcludes(by, i) => {
                Rule::StatedExcludes(Key::new(rank[by.index()] as usize), i)
            }
            other => other,
        };
        edges.sort_by_key(|(from, to, rule)| {
            (*from, rank[to.claim().index()], to.is_denied(), told(*rule))
        });
        edges.dedup_by_key(|(from, to, _)| (*from, *to));
        let mut starts = vec![0u32; case.claims.len() * 2 + 1];
        for (from, _, _) in &edges {
            starts[from.index() + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        self.starts = starts;
        self.edges = edges.into_iter().map(|(_, to, rule)| (to, rule)).collect();
    }

    /// What follows directly from a literal, by id.
    pub fn direct(&self, from: Literal) -> &[(Literal, Rule)] {
        let range = self
            .starts
            .get(from.index())
            .zip(self.starts.get(from.index() + 1));
        range.map_or(&[], |(a, b)| &self.edges[*a as usize..*b as usize])
    }

    /// Whether nothing follows from a literal.
    pub(in super::super) fn ends_at(&self, from: Literal) -> bool {
        self.direct(from).is_empty()
    }

    /// How many literals there are, those of silent claims among them.
    pub fn literals(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether a literal is of a claim that the case has, not of a silent one.
    pub fn is_spoken(&self, literal: Literal) -> bool {
        literal.claim().index() < self.spoken
    }

    /// Claims that would follow from a claim if the times of both were written.
    pub fn loosely(&self, claim: Key<Claim>) -> &[Key<Claim>] {
        self.loosely.get(&claim).map_or(&[], Vec::as_slice)
    }

    /// What a claim entails directly, by id.
    pub fn entails(&self, claim: Key<Claim>) -> Vec<Implied> {
        self.side(claim, false)
    }

    /// What a claim excludes directly, for sure or possibly, by id.
    pub fn excludes(&self, case: &Case, claim: Key<Claim>) -> Vec<Implied> {
        let mut all = self.side(claim, true);
        for other in self.relatives(claim) {
            if let Between::Possible(rule, _) = self.between(case, claim, other)
                && !all.iter().any(|known| known.claim == other)
            {
                all.push(Implied {
                    claim: other,
                    rule,
                    certain: false,
                });
            }
        }
        all.sort_by_key(|implied| case.claims.id(implied.claim));
        all
    }

    /// One step, silent claims passed through: of an exclusion the rule that excludes is told.
    fn side(&self, claim: Key<Claim>, denied: bool) -> Vec<Implied> {
        let mut all: Vec<Implied> = Vec::new();
        let mut seen: Vec<Literal> = Vec::new();
        let mut open: VecDeque<(Literal, Option<Rule>)> =
            VecDeque::from([(Literal::affirmed(claim), None)]);
        while let Some((here, by)) = open.pop_front() {
            for (to, rule) in self.direct(here) {
                let rule = by
                    .filter(|by| by.excludes() || !rule.excludes())
                    .unwrap_or(*rule);
                if seen.contains(to) || to.claim() == claim {
                    continue;
                }
                seen.push(*to);
                if !self.is_spoken(*to) {
                    open.push_back((*to, Some(rule)));
                } else if to.is_denied() == denied {
                    all.push(Implied {
                        claim: to.claim(),
                        rule,
                        certain: true,
                    });
                }
            }
        }
        all.sort_by(|a, b| {
            let id = |one: &Implied| self.world.claims.id(one.claim);
            id(a).cmp(id(b))
        });
        all
    }

    /// Claims of the same or a kindred subject, in the order of the case.
    fn relatives(&self, claim: Key<Claim>) -> Vec<Key<Claim>> {
        let Some(Some(family)) = self.family_of.get(claim.index()) else {
            return Vec::new();
        };
        let mut all: Vec<Key<Claim>> = self.families[*family as usize]
            .iter()
            .chain(
                self.kindred_of
                    .get(family)
                    .into_iter()
                    .flatten()
                    .flat_map(|f| &self.families[*f as usize]),
            )
            .copied()
            .filter(|other| *other != claim && other.index() < self.spoken)
            .collect();
        all.sort();
        all
    }

    /// What the rules say of two claims.
    pub fn between(&self, _: &Case, a: Key<Claim>, b: Key<Claim>) -> Between {
        between(&self.world, &self.kin, a, b)
    }

    /// Goes through the pairs of claims that may exclude each other. Only claims that `wanted` holds
    /// true of are asked about.
    pub fn possible(
        &self,
        wanted: impl Fn(Key<Claim>) -> bool,
        mut visit: impl FnMut(Key<Claim>, Key<Claim>, Rule, Doubt),
    ) {
        let mut ask = |a: Key<Claim>, b: Key<Claim>| {
            if let Between::Possible(rule, doubt) = between(&self.world, &self.kin, a, b) {
                visit(a.min(b), a.max(b), rule, doubt);
            }
        };
        let kept = |members: &[Key<Claim>]| -> Vec<Key<Claim>> {
            let members = members.iter().copied();
            members.filter(|claim| wanted(*claim)).collect()
        };
        for (members, counts) in self.families.iter().zip(&self.counts) {
            if members.len() > 1 && !counts {
                near(&self.world, &kept(members), &[], &mut ask);
            }
        }
        for members in &self.scopes {
            near(&self.world, &kept(members), &[], &mut ask);
        }
        for (a, b) in &self.kindred {
            if !self.counts[*a as usize] {
                let [a, b] = [*a, *b].map(|family| kept(&self.families[family as usize]));
                if !a.is_empty() && !b.is_empty() {
                    near(&self.world, &a, &b, &mut ask);
                }
            }
        }
    }

    /// Goes through the pairs of claims that rules looked at and passed over. Only claims that
    /// `wanted` holds true of are asked about; `visit` says whether to go on.
    pub fn passed_over(
        &self,
        wanted: impl Fn(Key<Claim>) -> bool,
        mut visit: impl FnMut(Key<Claim>, Key<Claim>, PassedOver) -> bool,
    ) {
        let mut ask = |a: Key<Claim>, b: Key<Claim>, any: bool| {
            match between(&self.world, &self.kin, a, b) {
                // Of events that would be taken for one, only that nothing says so.
                Between::PassedOver(passed) if any || passed == PassedOver::Events => {
                    visit(a.min(b), a.max(b), passed)
                }
                _ => true,
            }
        };
        let (families, alike) = (self.families.iter(), self.alike.iter());
        let _ = self.pairs(families, [].iter(), &wanted, |a, b| ask(a, b, true))
            && self.pairs(alike, [].iter(), &wanted, |a, b| ask(a, b, false))
            && self.pairs([].iter(), self.kindred.iter(), &wanted, |a, b| {
                ask(a, b, true)
            });
    }

    /// Asks about the pairs within each of some lists and between kindred families, of claims that are
    /// wanted; false where `ask` said to stop.
    fn pairs<'s>(
        &'s self,
        within: impl Iterator<Item = &'s Vec<Key<Claim>>>,
        kindred: impl Iterator<Item = &'s (u32, u32)>,
        wanted: impl Fn(Key<Claim>) -> bool,
        mut ask: impl FnMut(Key<Claim>, Key<Claim>) -> bool,
    ) -> bool {
        let mut kept: Vec<Key<Claim>> = Vec::new();
        for members in within {
            kept.clear();
            kept.extend(members.iter().filter(|claim| wanted(**claim)));
            for (i, a) in kept.iter().enumerate() {
                for b in &kept[i + 1..] {
                    if !ask(*a, *b) {
                        return false;
                    }
                }
            }
        }
        for (a, b) in kindred {
            let (a, b) = (&self.families[*a as usize], &self.families[*b as usize]);
            for a in a.iter().filter(|claim| wanted(**claim)) {
                for b in b.iter().filter(|claim| wanted(**claim)) {
                    if !ask(*a, *b) {
                        return false;
                    }
                }
            }
        }
        true
    }
}

/// The predicate of the claims of a family.
fn predicate<'c>(case: &'c Case, members: &[Key<Claim>]) -> Option<&'c Predicate> {
    let proposition = case.claims[*members.first()?].proposition.as_ref()?;
    Some(&case.predicates[proposition.predicate])
}

/// Whether claims of this predicate only clash where their times meet: a state of which no value lasts.
fn passing(predicate: &Predicate) -> bool {
    let lasting = |takes: &Takes| matches!(takes, Takes::Value(v) if v.iter().any(|v| v.lasting));
    let mut functional = predicate.roles.iter().filter(|role| role.functional);
    predicate.kind == PredicateKind::State && !functional.any(|role| lasting(&role.takes))
}

/// Asks about the pairs of two lists (or within one, where the second is empty) of which no rule says
/// from the times alone that they do not clash, walking them in order of time.
fn near(
    case: &Case,
    a: &[Key<Claim>],
    b: &[Key<Claim>],
    ask: &mut impl FnMut(Key<Claim>, Key<Claim>),
) {
    const BEFORE_ALL: Day = (i64::MIN, 0, 0);
    const AFTER_ALL: Day = (i64::MAX, u8::MAX, u8::MAX);
    let within = b.is_empty();
    let passing = predicate(case, a).is_some_and(passing);
    // What is vague or not written may be of any day.
    let days = |claim| match time(case, claim) {
        Some(when) if passing && !when.vague() => (
            when.first().unwrap_or(BEFORE_ALL),
            when.last().unwrap_or(AFTER_ALL),
        ),
        _ => (BEFORE_ALL, AFTER_ALL),
    };
    let first = a.iter().map(|claim| (days(*claim), *claim, false));
    let second = b.iter().map(|claim| (days(*claim), *claim, true));
    let mut all: Vec<_> = first.chain(second).collect();
    all.sort_unstable();
    for (i, ((_, last), a, from)) in all.iter().enumerate() {
        let later = all[i + 1..].iter();
        for (_, b, of) in later.take_while(|((first, _), _, _)| first <= last) {
            if within || from != of {
                ask(*a, *b);
            }
        }
    }
}

/// Asks about the pairs of two lists (or within one, where the second is empty) that may surely
/// exclude each other, walking them in order of time or number.
fn sweep(
    case: &Case,
    a: &[Key<Claim>],
    b: &[Key<Claim>],
    judge: &mut impl FnMut(Key<Claim>, Key<Claim>),
) {
    let within = b.is_empty();
    let Some(predicate) = predicate(case, a) else {
        return;
    };
    let mut all: Vec<(Key<Claim>, bool)> = a
        .iter()
        .map(|k| (*k, false))
        .chain(b.iter().map(|k| (*k, true)))
        .collect();
    match predicate.kind {
        PredicateKind::State if passing(predicate) => {
            // Only what surely covers some day can surely overlap.
            let mut timed: Vec<_> = all
                .into_iter()
                .filter_map(|(k, second)| Some((time(case, k)?.core()?, k, second)))
                .collect();
            timed.sort_by_key(|(core, k, _)| (*core, *k));
            for (i, (core, a, from)) in timed.iter().enumerate() {
                for (_, b, of) in timed[i + 1..].iter().take_while(|(c, _, _)| c.0 <= core.1) {
                    if within || from != of {
                        judge(*a, *b);
                    }
                }
            }
        }
        PredicateKind::Count => {
            let range = |k: Key<Claim>| {
                let count = case.claims[k].proposition.as_ref()?.count.as_ref()?;
                Some((count.min.unwrap_or(0), count.max.unwrap_or(u64::MAX)))
            };
            let mut ranges: Vec<_> = all
                .into_iter()
                .filter_map(|(k, second)| Some((range(k)?, k, second)))
                .collect();
            ranges.sort_by_key(|(range, k, _)| (*range, *k));
            for (i, ((_, max), a, from)) in ranges.iter().enumerate() {
                let beyond = i + 1 + ranges[i + 1..].partition_point(|((min, _), _, _)| min <= max);
                for (_, b, of) in &ranges[beyond..] {
                    if within || from != of {
                        judge(*a, *b);
                    }
                }
            }
        }
        _ => {
            all.sort();
            for (i, (a, from)) in all.iter().enumerate() {
                for (b, of) in &all[i + 1..] {
                    if within || from != of {
                        judge(*a, *b);
                    }
                }
            }
        }
    }
}

/// Clauses as they are found.
#[derive(Default)]
struct Found {
    edges: Vec<(Literal, Literal, Rule)>,
    loosely: Vec<(Key<Claim>, Key<Claim>)>,
}

impl Found {
    fn entails(&mut self, a: Key<Claim>, b: Key<Claim>, rule: Rule) {
        if a != b {
            self.edges
                .push((Literal::affirmed(a), Literal::affirmed(b), rule));
        }
    }

    fn excludes(&mut self, a: Key<Claim>, b: Key<Claim>, rule: Rule) {
        self.edges
            .push((Literal::affirmed(a), Literal::denied(b), rule));
    }
}

/// A claim whose consequences are sought.
struct Premise<'c> {
    case: &'c Case,
    kin: &'c Kin,
    key: Key<Claim>,
    proposition: &'c Proposition,
    predicate: &'c Predicate,
    filled: Filled,
    time: Option<&'c When>,
}

impl Premise<'_> {
    /// The times under which something that happened at this time may be claimed more loosely.
    fn times(&self) -> Vec<Option<String>> {
        let mut all = vec![None];
        if let Some(when) = self.time {
            all.push(Some(when.edtf().to_owned()));
            if let Some((year, month, _)) = when.first()
                && (0..=9999).contains(&year)
            {
                all.push(Some(format!("{year:04}-{month:02}")));
                all.push(Some(format!("{year:04}")));
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
    fn consequences(&self, signatures: &mut Signatures, found: &mut Found) {
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
        signatures: &mut Signatures,
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
                if lasts {
                    for other in signatures.plain(&form) {
                        if stays(self.time, time(self.case, *other)) {
                            found.entails(self.key, *other, rule);
                        }
                    }
                    continue;
                }
                for when in self.times() {
                    // A passing state of which no time is written may be meant of any other time.
                    if state && when.is_none() {
                        for other in signatures.timed(&form, None) {
                            if *other != self.key {
                                found.loosely.push((self.key, *other));
                            }
                        }
                        continue;
                    }
                    for other in signatures.timed(&form, when.as_deref()).to_vec() {
                        if within(self.time, time(self.case, other)) {
                            found.entails(self.key, other, rule);
                        }
                    }
                }
            }
        }
    }

    /// Claims that say the same with less: fewer roles, no event or place, a coarser time.
    fn detail(&self, signatures: &mut Signatures, found: &mut Found) {
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
    fn lasting(&self, signatures: &mut Signatures, found: &mut Found) {
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
        for other in signatures.plain(&form) {
            if stays(self.time, time(self.case, *other)) {
                found.entails(self.key, *other, Rule::Lasting);
            }
        }
    }

    /// This being of a part: claims of a whole entail it.
    fn whole(&self, signatures: &Signatures, found: &mut Found) {
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
                for other in signatures.plain(&form) {
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
    if outer.edtf() == inner.edtf() {
        return !outer.vague();
    }
    match (outer.core(), inner.core()) {
        (Some(outer), Some(inner)) => outer.0 <= inner.0 && inner.1 <= outer.1,
        _ => false,
    }
}
