//! What joins clauses of one event in a case of many stories, where a chain of loose links would lead from one to the next.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::Clause;
use super::cluster::{apart, root};
use super::name::LAND;

/// Days by which tellings of one event in a case of many stories may lie apart; of what befell one person by name.
const WINDOW: (i32, i32) = (10, 45);

/// Clauses of a deed by who did it: a land before its words or right behind them, else a name before them that few articles
/// have, else the land of whoever speaks, if no other is charged.
pub(super) fn parties<'a>(
    clauses: &'a [Clause],
    event: usize,
    all: &[usize],
    wide: &dyn Fn(&str) -> bool,
) -> BTreeMap<Option<&'a str>, Vec<usize>> {
    const NEXT: usize = 2;
    let mut out: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for &n in all {
        let c = &clauses[n];
        let Some(met) = c.met.iter().find(|m| m.event == event && m.tells()) else {
            continue;
        };
        let first = |fits: &dyn Fn(&str, usize) -> bool| {
            let here = c.names.iter().filter(|(name, at)| fits(name, **at));
            here.min_by_key(|(_, at)| **at).map(|(name, _)| name)
        };
        let land = |name: &str| name.starts_with(LAND);
        let party = first(&|name, k| land(name) && k < met.from)
            .or_else(|| first(&|name, k| land(name) && met.from <= k && k < met.to + NEXT))
            .or_else(|| first(&|name, k| !wide(name) && k < met.from))
            .or_else(|| c.own.iter().find(|name| land(name) && !met.charged));
        if let Some(party) = party {
            out.entry(Some(party)).or_default().push(n);
        }
    }
    out
}

/// Words that stand in the clauses of more than one in twenty articles.
pub(super) fn common(clauses: &[Clause]) -> BTreeSet<&str> {
    let mut told: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for c in clauses {
        for word in &c.rest {
            told.entry(word).or_default().insert(c.article);
        }
    }
    let all: BTreeSet<usize> = clauses.iter().map(|c| c.article).collect();
    let most = told.into_iter();
    let most = most.filter(|(word, a)| !word.starts_with('#') && a.len() * 20 > all.len().max(60));
    most.map(|(word, _)| word).collect()
}

/// What joins clauses of an event in a case of many stories: one name that all of them have, near days, and, where that is
/// no person whom it befell, another name or word beside it.
pub(super) struct Links<'a> {
    pub(super) clauses: &'a [Clause],
    /// Words that tell nothing.
    pub(super) common: &'a BTreeSet<&'a str>,
    pub(super) wide: &'a dyn Fn(&str) -> bool,
    /// One name that few articles have is enough.
    pub(super) alone: bool,
    /// Whom the event may have befallen.
    pub(super) person: &'a dyn Fn(&str) -> bool,
}

impl Links<'_> {
    /// The clauses of each event, and the name that they share, the one of most articles first; no clause is of two.
    pub(super) fn stars(
        &self,
        by_name: &BTreeMap<Option<&str>, Vec<usize>>,
    ) -> Vec<(BTreeSet<usize>, BTreeSet<String>)> {
        // A word that stands everywhere and is no land's is of no name.
        let tells =
            |name: &str| name.starts_with(LAND) || (self.person)(name) || !(self.wide)(name);
        let texts = |g: &BTreeSet<usize>| {
            let all: BTreeSet<usize> = g.iter().map(|&n| self.clauses[n].article).collect();
            all.len()
        };
        let named = by_name
            .iter()
            .filter_map(|(name, list)| Some(((*name)?, list)));
        let mut left: Vec<(&str, BTreeSet<usize>)> = named
            .filter(|(name, _)| tells(name))
            .flat_map(|(name, list)| {
                let parts = self.parts(name, list);
                parts.into_iter().map(move |part| (name, part))
            })
            .collect();
        let mut out = Vec::new();
        let mut used: BTreeSet<usize> = BTreeSet::new();
        loop {
            let sizes = left.iter().enumerate();
            let most = sizes.max_by_key(|(n, (_, g))| (texts(g), std::cmp::Reverse(*n)));
            let Some((n, _)) = most.filter(|(_, (_, g))| texts(g) > 1) else {
                return out;
            };
            let (name, found) = left.remove(n);
            used.extend(&found);
            for (_, group) in &mut left {
                group.retain(|n| !used.contains(n));
            }
            out.push((found, BTreeSet::from([name.to_owned()])));
        }
    }

    /// What one name holds together.
    fn parts(&self, name: &str, list: &[usize]) -> Vec<BTreeSet<usize>> {
        // Somebody must name it: what two say of themselves is of two.
        let named = |n: &usize| self.clauses[*n].names.contains_key(name);
        if !list.iter().any(named) {
            return Vec::new();
        }
        let mut of: BTreeMap<usize, usize> = list.iter().map(|&n| (n, n)).collect();
        for (k, &n) in list.iter().enumerate() {
            for &o in &list[..k] {
                if self.joined(name, &self.clauses[o], &self.clauses[n]) {
                    let (a, b) = (root(&of, o), root(&of, n));
                    of.insert(a.max(b), a.min(b));
                }
            }
        }
        let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for &n in list {
            groups.entry(root(&of, n)).or_default().insert(n);
        }
        groups.into_values().collect()
    }

    fn joined(&self, name: &str, a: &Clause, b: &Clause) -> bool {
        let person = (self.person)(name);
        let far = if person { WINDOW.1 } else { WINDOW.0 };
        let near = match (a.day, b.day) {
            (Some(a), Some(b)) => a.since(b).is_ok_and(|d| d.get_days().abs() <= far),
            _ => true,
        };
        let alone = person || self.alone && !(self.wide)(name);
        let word = || {
            let mut both = a.rest.intersection(&b.rest);
            both.any(|w| !self.common.contains(w.as_str()))
        };
        let other = || {
            let mut both = a.names.keys().filter(|n| b.names.contains_key(*n));
            both.any(|n| n != name && !(self.wide)(n))
        };
        near && !apart(a, b) && (alone || other() || word())
    }
}
