//! Claims that entail their own negation: all that follows from one holds two that exclude each other.
//!
//! Affirming travels along `entails`, and affirming a claim denies what it excludes. So a claim
//! entails its own negation where two claims that follow from it (it is one of them) exclude each
//! other. Circles of `entails` are no fault by themselves: they say that the claims are one.

use std::collections::BTreeMap;

use super::Ground;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};
use crate::model::{Case, Claim, Key};

/// The check, over the links that analysts wrote.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    let mut excludes: BTreeMap<Key<Claim>, Vec<Key<Claim>>> = BTreeMap::new();
    for (key, _, claim) in case.claims.iter() {
        for link in &claim.excludes {
            excludes.entry(key).or_default().push(link.claim);
            excludes.entry(link.claim).or_default().push(key);
        }
    }
    if excludes.is_empty() {
        return;
    }
    let mut clashes: BTreeMap<Key<Claim>, Clash> = BTreeMap::new();
    for key in case.claims.keys() {
        if let Some(clash) = clash(case, key, &excludes) {
            clashes.insert(key, clash);
        }
    }
    for (key, clash) in &clashes {
        // A claim that only entails such a claim is no second fault: mending that one mends it.
        // Of claims that entail each other the first is told.
        let another = clash.follows.iter().any(|(follows, _)| {
            follows != key
                && clashes
                    .get(follows)
                    .is_some_and(|other| follows < key || !other.follows.contains_key(key))
        });
        if !another {
            findings.push(tell(ground, *key, clash));
        }
    }
}

/// Two claims that follow from one and exclude each other.
struct Clash {
    /// What follows from the claim, itself included, each with the claim it was reached from.
    follows: BTreeMap<Key<Claim>, Key<Claim>>,
    pair: (Key<Claim>, Key<Claim>),
}

fn clash(
    case: &Case,
    key: Key<Claim>,
    excludes: &BTreeMap<Key<Claim>, Vec<Key<Claim>>>,
) -> Option<Clash> {
    let mut follows = BTreeMap::from([(key, key)]);
    let mut order = vec![key];
    let mut at = 0;
    while let Some(from) = order.get(at).copied() {
        at += 1;
        for link in &case.claims[from].entails {
            if let std::collections::btree_map::Entry::Vacant(free) = follows.entry(link.claim) {
                free.insert(from);
                order.push(link.claim);
            }
        }
    }
    // Nearest first, so that the shortest way is the one that is told.
    let pair = order.iter().enumerate().find_map(|(i, one)| {
        let against = excludes.get(one)?;
        order[..=i]
            .iter()
            .find(|other| against.contains(other))
            .map(|other| (*other, *one))
    })?;
    Some(Clash { follows, pair })
}

fn tell(ground: &Ground<'_>, key: Key<Claim>, clash: &Clash) -> Finding {
    let claims = &ground.case.claims;
    let (a, b) = clash.pair;
    let way = |mut to: Key<Claim>| {
        let mut way = vec![claims.id(to)];
        while to != key {
            to = clash.follows[&to];
            way.push(claims.id(to));
        }
        way.reverse();
        way.join(" → ")
    };
    let id = claims.id(key);
    let message = if a == b {
        format!(
            "\"{id}\" entails its own negation: {} excludes itself",
            way(a)
        )
    } else if a == key || b == key {
        let other = if a == key { b } else { a };
        format!(
            "\"{id}\" entails its own negation: it entails what it excludes ({})",
            way(other)
        )
    } else {
        format!(
            "\"{id}\" entails its own negation: \"{}\" and \"{}\" both follow from it ({}; {}) and \
             exclude each other",
            claims.id(a),
            claims.id(b),
            way(a),
            way(b)
        )
    };
    let field = if claims[key].entails.is_empty() {
        "excludes"
    } else {
        "entails"
    };
    ground.places.finding(
        Code::EntailsOwnNegation,
        Subject::Claim(key),
        &[Step::Field(field)],
        message,
        "take one of these `entails` or `excludes` out, or split the claim in two",
    )
}
