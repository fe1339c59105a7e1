//! Contradictions that are there only because somebody ruled that two are one, or that two are not.
//!
//! Each ruling in force of entities is taken away by itself, and all is worked out once more; a contradiction rests on
//! it where it is gone then, or no longer sure. Where none of them makes a difference alone and all together do, each
//! that is about its claims is told. That a source contradicts itself rests on a ruling in the same way, asked of who
//! the speakers are. Cost: the contradictions once more for each ruling of entities.

use std::collections::{BTreeMap, BTreeSet};

use super::conflicts::{Conflict, Held};
use super::contradictions::{Contradiction, Contradictions, Within};
use super::listed::speaker;
use super::rulings::{Rulings, in_force};
use super::setting::Analysis;
use crate::model::{Claim, Entity, Filler, Judgement, Key, Ruling, Source, Statement};

type Judgements = BTreeSet<Key<Judgement>>;

/// Of each contradiction: the rulings that it rests on, in the order of the file.
pub fn by_ruling(analysis: &Analysis<'_>, list: &[Contradiction]) -> Vec<Vec<Key<Judgement>>> {
    let case = analysis.case;
    let force = in_force(case, |key, _| analysis.judgement_counts(key));
    let of = |which: fn(&Ruling) -> bool| -> Judgements {
        let all = force.iter().copied();
        all.filter(|key| which(&case.judgements[*key].ruling))
            .collect()
    };
    let entities = of(|ruling| {
        matches!(
            ruling,
            Ruling::SameEntities(_) | Ruling::DifferentEntities(_)
        )
    });
    let sources = of(|ruling| matches!(ruling, Ruling::SameSources(_)));
    let mut rests: Vec<Judgements> = vec![Judgements::new(); list.len()];
    conflicts(analysis, list, &entities, &mut rests);
    selves(analysis, list, &force, &sources, &mut rests);
    let rests = rests.into_iter();
    rests.map(|all| all.into_iter().collect()).collect()
}

/// Those that are gone, or no longer sure, without a ruling of entities.
fn conflicts(
    analysis: &Analysis<'_>,
    list: &[Contradiction],
    rulings: &Judgements,
    rests: &mut [Judgements],
) {
    // One claim affirmed and denied is no matter of who is who.
    let two = |one: &&Contradiction| {
        let (a, b) = one.conflict.claims();
        a != b
    };
    if rulings.is_empty() || list.iter().find(two).is_none() {
        return;
    }
    let strength = |conflict: &Conflict| if conflict.possible.is_some() { 1 } else { 2 };
    let weaker_without = |out: &Judgements| -> Vec<bool> {
        let without = analysis.without_judgements(out);
        let all = Contradictions::new(&without);
        let known: BTreeMap<(Held, Held), &Conflict> =
            all.conflicts().iter().map(|c| ((c.a, c.b), c)).collect();
        let left = |one: &Contradiction| {
            let (a, b) = (one.conflict.a, one.conflict.b);
            let written = known.get(&(a, b)).map(|c| strength(c));
            let found = || all.clash(&without, a, b).map(|c| strength(&c));
            written.or_else(found).unwrap_or(0)
        };
        let weaker = |one| two(&one) && left(one) < strength(&one.conflict);
        list.iter().map(weaker).collect()
    };
    for judgement in rulings {
        let weaker = weaker_without(&BTreeSet::from([*judgement]));
        for (rests, _) in rests.iter_mut().zip(weaker).filter(|(_, weaker)| *weaker) {
            rests.insert(*judgement);
        }
    }
    if rulings.len() < 2 {
        return;
    }
    for ((one, rests), weaker) in list.iter().zip(rests).zip(weaker_without(rulings)) {
        if weaker && rests.is_empty() {
            let (a, b) = one.conflict.claims();
            let about: BTreeSet<_> = [a, b]
                .into_iter()
                .flat_map(|c| fillers(analysis, c))
                .collect();
            let touches = |key: &&Key<Judgement>| match &analysis.case.judgements[**key].ruling {
                Ruling::SameEntities(all) | Ruling::DifferentEntities(all) => all
                    .iter()
                    .any(|e| about.contains(&analysis.rulings.one_entity(*e))),
                _ => false,
            };
            rests.extend(rulings.iter().filter(touches));
            if rests.is_empty() {
                rests.extend(rulings);
            }
        }
    }
}

/// Those of one source against itself whose speakers are two without a ruling of sources.
fn selves(
    analysis: &Analysis<'_>,
    list: &[Contradiction],
    force: &Judgements,
    rulings: &Judgements,
    rests: &mut [Judgements],
) {
    let pairs: Vec<(usize, [Key<Source>; 2])> = list
        .iter()
        .enumerate()
        .filter(|(_, one)| one.within == Some(Within::Source))
        .filter_map(|(n, one)| {
            let who = |statement: Key<Statement>| speaker(analysis, statement);
            Some((n, [who(one.statements.0)?, who(one.statements.1)?]))
        })
        .filter(|(_, [a, b])| a != b)
        .collect();
    if pairs.is_empty() || rulings.is_empty() {
        return;
    }
    let among = |out: &Judgements| {
        Rulings::among(analysis.case, |key, _| {
            force.contains(&key) && !out.contains(&key)
        })
    };
    let two = |rulings: &Rulings, [a, b]: &[Key<Source>; 2]| rulings.node(*a) != rulings.node(*b);
    for judgement in rulings {
        let without = among(&BTreeSet::from([*judgement]));
        for (n, speakers) in &pairs {
            if two(&without, speakers) {
                rests[*n].insert(*judgement);
            }
        }
    }
    let none = among(rulings);
    for (n, speakers) in pairs {
        let touches = |key: &&Key<Judgement>| match &analysis.case.judgements[**key].ruling {
            Ruling::SameSources(all) => all
                .iter()
                .any(|source| analysis.node(*source) == analysis.node(speakers[0])),
            _ => false,
        };
        let alone = rulings.iter().any(|judgement| rests[n].contains(judgement));
        if !alone && two(&none, &speakers) {
            rests[n].extend(rulings.iter().filter(touches));
        }
    }
}

/// The entities that fill a claim, as ruled.
fn fillers(analysis: &Analysis<'_>, claim: Key<Claim>) -> Vec<Key<Entity>> {
    let Some(proposition) = &analysis.case.claims[claim].proposition else {
        return Vec::new();
    };
    let roles = proposition.roles.iter().flat_map(|filled| &filled.fillers);
    let entities = roles.filter_map(|filler| match filler {
        Filler::Entity(entity) => Some(*entity),
        Filler::Value(_) | Filler::Text(_) => None,
    });
    let beside = proposition.event.into_iter().chain(proposition.place);
    let all = entities.chain(beside);
    all.map(|entity| analysis.rulings.one_entity(entity))
        .collect()
}
