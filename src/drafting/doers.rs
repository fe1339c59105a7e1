//! Doers under two names that nobody knows to be two: "Israel" and "the Israeli army", "French forces" and "the French army".
//!
//! By the vocabulary one deed has one doer, so whoever says that one name did it would deny that the other did. A draft
//! does not know whether two names are two. It says so with `perhaps-same`, by which such words contradict each other
//! possibly only, and count as nobody's denial, until somebody has decided.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::claims::{DraftedClaim, Filled};
use super::naming::{Class, Names, Node};
use crate::model::{Case, Clash, Key, Ruling, Source};

/// What is said to have been done: a predicate, and what fills it beside its doer.
type Deed<'a> = (&'a str, Vec<&'a (String, Vec<Filled>)>);

/// By node, those that may be the same: doers of what is otherwise one proposition. Each pair stands once, with the one that
/// is to be written.
pub(super) fn perhaps_same(
    claims: &[DraftedClaim],
    case: &Case,
    nodes: &[Node],
) -> BTreeMap<usize, BTreeSet<usize>> {
    let by_key: HashMap<&str, usize> = nodes
        .iter()
        .enumerate()
        .map(|(n, node)| (node.key.as_str(), n))
        .collect();
    // The doers of each proposition, by its predicate and whatever else fills it.
    let mut of: Vec<(Deed, BTreeSet<usize>)> = Vec::new();
    for claim in claims {
        let Some(id) = claim.predicate.as_deref() else {
            continue;
        };
        let Some((_, _, predicate)) = case.predicates.iter().find(|(_, i, _)| *i == id) else {
            continue;
        };
        let does = |name: &str| {
            predicate
                .roles
                .iter()
                .any(|role| role.id.to_string() == name && role.clash == Some(Clash::Agent))
        };
        let (doing, rest): (Vec<_>, Vec<_>) = claim.roles.iter().partition(|(name, _)| does(name));
        let doers =
            doing
                .iter()
                .flat_map(|(_, fillers)| fillers)
                .filter_map(|filler| match filler {
                    Filled::Entity(whose) => by_key.get(whose.key.as_str()).copied(),
                    _ => None,
                });
        match of.iter_mut().find(|(key, _)| *key == (id, rest.clone())) {
            Some((_, all)) => all.extend(doers),
            None => of.push(((id, rest), doers.collect())),
        }
    }
    let mut found: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (_, doers) in &of {
        for a in doers {
            for b in doers.range(a + 1..) {
                if two(&nodes[*a], &nodes[*b]) {
                    continue;
                }
                // An entry of the case is not ours to change.
                let (at, other) = if nodes[*b].known_entity {
                    (a, b)
                } else {
                    (b, a)
                };
                if !nodes[*at].known_entity {
                    found.entry(*at).or_default().insert(*other);
                }
            }
        }
    }
    found
}

/// By node, the named speakers that it may be one with, of all pairs that naming suggests. Each pair stands once, with the
/// one that is to be written: of two drafted ones (`drafted`, by id, now or before) the one whose id comes later, so that it
/// stays where it is as texts are added and as somebody changes either; nowhere if that one is somebody's by now, or if
/// somebody has ruled on the two.
pub(super) fn alike_speakers(
    names: &Names,
    case: &Case,
    drafted: impl Fn(&str) -> bool,
) -> BTreeMap<usize, BTreeSet<usize>> {
    let nodes = &names.nodes;
    let speaks = |n: usize| nodes[n].speaks && !nodes[n].undisclosed;
    let ruled = |a: &str, b: &str| {
        let both = |all: &[Key<Source>]| {
            let has = |id: &str| all.iter().any(|key| case.sources.id(*key) == id);
            has(a) && has(b)
        };
        case.judgements.iter().any(|(_, _, judgement)| {
            !judgement.void
                && match &judgement.ruling {
                    Ruling::SameSources(all) | Ruling::DifferentSources(all) => both(all),
                    _ => false,
                }
        })
    };
    let mut found: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for pair in &names.suggestions {
        let (a, b) = (pair.a, pair.b);
        if !speaks(a) || !speaks(b) || ruled(&nodes[a].id, &nodes[b].id) {
            continue;
        }
        let at = |n: usize| {
            let own = nodes[n].known_source && !drafted(&nodes[n].id);
            (!own, nodes[n].id.as_str())
        };
        let (other, at) = if at(a) < at(b) { (a, b) } else { (b, a) };
        if !nodes[at].known_source {
            found.entry(at).or_default().insert(other);
        }
    }
    found
}

/// Whether two doers are surely two: two persons, or two bodies that are both known by name and share no word's beginning.
fn two(a: &Node, b: &Node) -> bool {
    if a.class == Class::Person && b.class == Class::Person {
        return true;
    }
    let known = |node: &Node| {
        ["known:", "listed:", "land:"]
            .iter()
            .any(|from| node.key.starts_with(from))
    };
    known(a) && known(b) && !akin(a, b)
}

/// Whether a word of one name and a word of the other, in one language, begin alike: "Israel", "Israeli army".
fn akin(a: &Node, b: &Node) -> bool {
    /// So many letters tell one land from another.
    const BEGINNING: usize = 4;
    let beginnings = |name: &str| -> BTreeSet<String> {
        crate::text::fold::fold(name)
            .split_whitespace()
            .map(|word| word.strip_prefix("ال").unwrap_or(word))
            .filter(|word| word.chars().count() >= BEGINNING)
            .map(|word| word.chars().take(BEGINNING).collect())
            .collect()
    };
    a.names.iter().any(|(language, name)| {
        b.names
            .get(language)
            .is_some_and(|other| !beginnings(name).is_disjoint(&beginnings(other)))
    })
}
