//! Claims that nobody entered and that follow from those entered: who was killed is dead, whether
//! or not the case has a claim of that.
//!
//! They stand behind the claims of the case as *silent* claims. What runs through them is told in
//! one step, so that no view has to name them.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

use crate::model::{
    Case, Claim, Derived, Entity, Filler, Key, Predicate, PredicateKind, Proposition, RoleFiller,
    Takes, When, Words,
};

/// What the rules look at: the case's claims without their words, then the silent ones.
pub(super) fn world(case: &Case) -> Case {
    let mut world = Case {
        predicates: case.predicates.clone(),
        ..Case::default()
    };
    for (_, id, entity) in case.entities.iter() {
        let bare = Entity {
            names: Words::default(),
            aliases: Vec::new(),
            related: Vec::new(),
            time: entity.time.clone(),
            ..*entity
        };
        let _ = world.entities.insert(id, bare);
    }
    for (key, id, claim) in case.claims.iter() {
        // What happens does so on some day of its time; what follows from that takes over the reading.
        let event = claim.proposition.as_ref().is_some_and(|proposition| {
            case.predicates[proposition.predicate].kind == PredicateKind::Event
        });
        let bare = Claim {
            proposition: claim.proposition.clone(),
            time: match event {
                true => super::times::time(case, key).map(When::some_day),
                false => claim.time.clone(),
            },
            ..Claim::default()
        };
        // Ids are unique within the case already.
        let _ = world.claims.insert(id, bare);
    }
    // Only what may follow from something is looked up.
    let follows: BTreeSet<Key<Predicate>> = world
        .predicates
        .iter()
        .flat_map(|(_, _, predicate)| &predicate.entails)
        .filter_map(|consequence| world.predicates.key(&consequence.predicate))
        .collect();
    let mut known: HashSet<String> = case
        .claims
        .keys()
        .filter_map(|key| {
            let claim = &world.claims[key];
            let proposition = claim.proposition.as_ref()?;
            let bare = proposition.event.is_none()
                && proposition.place.is_none()
                && follows.contains(&proposition.predicate);
            bare.then(|| name(&world, proposition, claim.time.as_ref()))
        })
        .collect();
    let mut next = 0;
    while next < world.claims.len() {
        let key = Key::new(next);
        next += 1;
        let when = super::times::time(&world, key).cloned();
        let follows: Vec<Proposition> = match &world.claims[key].proposition {
            Some(proposition) => consequences(&world, proposition),
            None => continue,
        };
        for proposition in follows {
            let name = name(&world, &proposition, when.as_ref());
            if !known.insert(name.clone()) {
                continue;
            }
            let silent = Claim {
                proposition: Some(proposition),
                time: when.clone(),
                ..Claim::default()
            };
            // A name begins with a tilde, which no id does.
            let _ = world.claims.insert(&name, silent);
        }
    }
    world
}

/// What follows from a proposition by its predicate, of each filler by itself.
fn consequences(world: &Case, proposition: &Proposition) -> Vec<Proposition> {
    let mut all = Vec::new();
    for consequence in &world.predicates[proposition.predicate].entails {
        let Some(target) = world.predicates.key(&consequence.predicate) else {
            continue;
        };
        // Relations have no rules, and a count does not follow from a proposition.
        let predicate = &world.predicates[target];
        if !matches!(predicate.kind, PredicateKind::State | PredicateKind::Event) {
            continue;
        }
        let mut choices: Vec<Vec<RoleFiller>> = vec![Vec::new()];
        let mut fits = true;
        for (index, role) in predicate.roles.iter().enumerate() {
            let derived = consequence.roles.iter().find(|(id, _)| *id == role.id);
            let fillers: Vec<Filler> = match derived {
                None => Vec::new(),
                Some((_, Derived::Value(value))) => match &role.takes {
                    Takes::Value(values) => values
                        .iter()
                        .position(|v| v.id == *value)
                        .map(Filler::Value)
                        .into_iter()
                        .collect(),
                    _ => Vec::new(),
                },
                Some((_, Derived::Role(from))) => super::pairs::fillers(proposition, *from)
                    .unwrap_or_default()
                    .to_vec(),
            };
            if fillers.is_empty() {
                fits &= role.optional;
                continue;
            }
            choices = choices
                .iter()
                .flat_map(|choice| {
                    fillers.iter().map(|filler| {
                        let mut choice = choice.clone();
                        choice.push(RoleFiller {
                            role: index,
                            fillers: vec![filler.clone()],
                        });
                        choice
                    })
                })
                .collect();
        }
        if fits {
            all.extend(choices.into_iter().map(|roles| Proposition {
                predicate: target,
                roles,
                event: None,
                place: None,
                count: None,
            }));
        }
    }
    all
}

/// A proposition by the ids in it: the same whatever the order of the files.
fn name(world: &Case, proposition: &Proposition, when: Option<&When>) -> String {
    let mut name = format!("~{}", world.predicates.id(proposition.predicate));
    for role in &proposition.roles {
        let _ = write!(name, " {}", role.role);
        let mut fillers: Vec<String> = role
            .fillers
            .iter()
            .map(|filler| match filler {
                Filler::Entity(entity) => world.entities.id(*entity).to_owned(),
                Filler::Value(value) => format!("#{value}"),
                Filler::Text(text) => format!("\"{}\"", text.trim()),
            })
            .collect();
        fillers.sort();
        name.push_str(&fillers.join(","));
    }
    if let Some(when) = when {
        let throughout = if when.lasts() { " throughout" } else { "" };
        let _ = write!(name, " @{}{throughout}", when.edtf());
    }
    name
}
