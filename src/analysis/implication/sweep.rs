//! Finding the pairs of claims that rules speak of: claims of one subject in order of time or number,
//! so that only pairs that do exclude (and neighbours) are met.

use super::clauses::Implications;
use super::pairs::{Between, Doubt, between, narrower};
use super::passed_over::PassedOver;
use super::premise::Found;
use super::rule::Rule;
use super::times::time;
use crate::model::{Case, Claim, Day, Key, Predicate, PredicateKind, Takes};

impl Implications {
    /// Finds the pairs of one subject that surely exclude each other.
    pub(super) fn sweep(&self, found: &mut Found) {
        let families = &self.families;
        let case = &self.world;
        let mut judge = |a: Key<Claim>, b: Key<Claim>| {
            if let Between::Excludes(rule) = between(case, &self.kin, a, b) {
                found.excludes(a, b, rule);
            }
        };
        for (n, members) in families.all.iter().enumerate() {
            if members.len() > 1 && !families.counts[n] && !self.rivalries.unwritten[n] {
                sweep(case, members, &[], &mut judge);
            }
        }
        for members in &families.scopes {
            sweep(case, members, &[], &mut judge);
        }
        // Counts of two subjects never exclude each other, however these are kin.
        for (a, b) in families
            .kindred
            .iter()
            .filter(|(a, _)| !families.counts[*a as usize])
        {
            let (a, b) = (&families.all[*a as usize], &families.all[*b as usize]);
            sweep(case, a, b, &mut judge);
        }
        for members in &families.scopes {
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

    /// Goes through the pairs of claims that may exclude each other, those of rivalries left out. Only
    /// claims that `wanted` holds true of are asked about.
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
        let families = &self.families;
        let kept = |members: &[Key<Claim>]| -> Vec<Key<Claim>> {
            let members = members.iter().copied();
            members.filter(|claim| wanted(*claim)).collect()
        };
        for (n, members) in families.all.iter().enumerate() {
            if members.len() > 1 && !families.counts[n] && !self.rivalries.unwritten[n] {
                near(&self.world, &kept(members), &[], &mut ask);
            }
        }
        for members in &families.scopes {
            near(&self.world, &kept(members), &[], &mut ask);
        }
        for (a, b) in &families.kindred {
            if !families.counts[*a as usize] {
                let [a, b] = [*a, *b].map(|family| kept(&families.all[family as usize]));
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
        let families = &self.families;
        let alike = families.alike.iter();
        let mut rivalries = self.rivalries.all.iter();
        let mut of_families = families.all.iter().zip(&self.rivalries.unwritten);
        let _ = of_families.all(|(members, unwritten)| {
            match unwritten.then(|| rivalries.next()).flatten() {
                Some(rivalry) => rivalry.apart_in_time(&wanted, &mut |a, b| ask(a, b, true)),
                None => self.pairs([members].into_iter(), [].iter(), &wanted, |a, b| {
                    ask(a, b, true)
                }),
            }
        }) && self.pairs(alike, [].iter(), &wanted, |a, b| ask(a, b, false))
            && self.pairs([].iter(), families.kindred.iter(), &wanted, |a, b| {
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
            let (a, b) = (
                &self.families.all[*a as usize],
                &self.families.all[*b as usize],
            );
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
pub(super) fn passing(predicate: &Predicate) -> bool {
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
