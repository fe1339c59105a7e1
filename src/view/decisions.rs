//! The editorial decisions that origins rest on: without which who they are, or how many, would be another.
//!
//! A decision that touches a source which is heard is tried: all is worked out once more as if it had not been made, and
//! it is credited where the origins of the stance differ. Where none of them alone makes a difference and all together
//! do (two that say the same) each of these is credited. Cost: the case once more for each decision that is tried.

use std::collections::{BTreeMap, BTreeSet};

use super::dates;
use super::heard::committed;
use super::parts::ids;
use super::phrase::Tongue;
use crate::analysis::{Analysis, ClaimFigures, Figures, Ledger, Literal, in_force};
use crate::model::{Case, Claim, Entity, Judgement, Key, Ruling, Source};

/// The judgements on which the origins of both stances rest: those of who affirms, those of who denies.
pub(super) type Decided = [Vec<Key<Judgement>>; 2];

/// Finds them for some claims.
pub(super) fn decided(
    analysis: &Analysis<'_>,
    figures: &[ClaimFigures],
) -> BTreeMap<Key<Claim>, Decided> {
    let mut tried: BTreeMap<Key<Judgement>, Vec<usize>> = BTreeMap::new();
    let ruled = ruled(analysis);
    if ruled.is_empty() {
        return BTreeMap::new();
    }
    // Of each stance: which judgements touch it.
    let stances: Vec<(Literal, &Figures)> = figures
        .iter()
        .flat_map(|one| {
            let claim = Literal::affirmed(one.claim);
            [(claim, &one.affirms), (claim.negated(), &one.denies)]
        })
        .collect();
    for (n, (_, figures)) in stances.iter().enumerate() {
        let nodes = nodes(analysis, figures);
        let follows = !figures.entailed.is_empty();
        for (judgement, touched) in &ruled {
            let touches = match touched {
                Some(touched) => touched.iter().any(|node| nodes.contains(node)),
                // What is ruled of entities tells only in what follows.
                None => follows,
            };
            if touches {
                tried.entry(*judgement).or_default().push(n);
            }
        }
    }
    let mut rests: Vec<Vec<Key<Judgement>>> = vec![Vec::new(); stances.len()];
    let mut touching: Vec<BTreeSet<Key<Judgement>>> = vec![BTreeSet::new(); stances.len()];
    for (judgement, of) in &tried {
        let without = analysis.without_judgements(&BTreeSet::from([*judgement]));
        let ledger = ledger(&without);
        for n in of {
            touching[*n].insert(*judgement);
            if differs(&ledger, stances[*n]) {
                rests[*n].push(*judgement);
            }
        }
    }
    // Decisions that say the same are each other's stay.
    let mut together: BTreeMap<&BTreeSet<Key<Judgement>>, Vec<usize>> = BTreeMap::new();
    for (n, all) in touching.iter().enumerate() {
        if rests[n].is_empty() && all.len() > 1 {
            together.entry(all).or_default().push(n);
        }
    }
    for (all, of) in together {
        let without = analysis.without_judgements(all);
        let ledger = ledger(&without);
        for n in of {
            if differs(&ledger, stances[n]) {
                rests[n] = all.iter().copied().collect();
            }
        }
    }
    let mut rests = rests.into_iter();
    figures
        .iter()
        .filter_map(|one| Some((one.claim, [rests.next()?, rests.next()?])))
        .collect()
}

/// The ids of judgements, in order.
pub(super) fn ids_of(analysis: &Analysis<'_>, judgements: &[Key<Judgement>]) -> Vec<String> {
    ids(&analysis.case.judgements, judgements.iter().copied())
}

/// Each decision in words, with its id, who made it and when.
pub(super) fn each(analysis: &Analysis<'_>, t: Tongue, decided: &[Key<Judgement>]) -> Vec<String> {
    let case = analysis.case;
    let told = ids_of(analysis, decided).into_iter().filter_map(|id| {
        let judgement = &case.judgements[case.judgements.key(&id)?];
        Some(format!(
            "{} ({}{}{}{}{})",
            ruling(case, t, judgement),
            t.ltr(&id),
            t.say("; ", "؛ "),
            t.ltr(&judgement.by),
            t.say(", ", "، "),
            dates::minute(&judgement.at.to_string(), t)
        ))
    });
    told.collect()
}

/// The same as a line by itself; none where there is none.
pub(super) fn told(
    analysis: &Analysis<'_>,
    t: Tongue,
    decided: &[Key<Judgement>],
) -> Option<String> {
    let told = each(analysis, t, decided);
    (!told.is_empty()).then(|| {
        format!(
            "{}{}",
            t.say(
                "The number of origins rests on an editorial decision: ",
                "عدد المصادر الأصلية مبني على قرار تحريري: "
            ),
            told.join(t.say("; ", "؛ "))
        )
    })
}

/// What a judgement rules, in words.
fn ruling(case: &Case, t: Tongue, judgement: &Judgement) -> String {
    let sources = |all: &[Key<Source>]| {
        let all: Vec<String> = all.iter().map(|one| t.in_a_sentence(case, *one)).collect();
        t.list(&all)
    };
    let entities = |all: &[Key<Entity>]| {
        let all: Vec<String> = all
            .iter()
            .map(|one| match t.words(&case.entities[*one].names) {
                "" => case.entities.id(*one).to_owned(),
                name => name.to_owned(),
            })
            .collect();
        t.list(&all)
    };
    let one = |names: String, what: &str| match t {
        Tongue::En => format!("{names} are counted as one"),
        Tongue::Ar => format!("يُعدّ {names} {what} واحدًا"),
    };
    let apart = |names: String, what: &str| match t {
        Tongue::En => format!("{names} are kept apart"),
        Tongue::Ar => format!("لا يُعدّ {names} {what} واحدًا"),
    };
    match &judgement.ruling {
        Ruling::SameSources(all) => one(sources(all), "مصدرًا"),
        Ruling::SameEntities(all) => one(entities(all), "شيئًا"),
        Ruling::DifferentSources(all) => apart(sources(all), "مصدرًا"),
        Ruling::DifferentEntities(all) => apart(entities(all), "شيئًا"),
        Ruling::RestsOn { source, on, .. } => {
            let (who, from) = (t.source(case, *source), t.source(case, *on));
            match t {
                Tongue::En => format!("what {who} says is taken to come from {from}"),
                Tongue::Ar => format!("مصدر كلام {who}: {from}"),
            }
        }
        Ruling::Settled { .. } => String::new(),
    }
}

fn ledger<'a, 'c>(analysis: &'a Analysis<'c>) -> Ledger<'a, 'c> {
    let mut ledger = Ledger::new(analysis);
    // What support rests on is not asked.
    ledger.load_bearing = 0;
    ledger
}

fn differs(ledger: &Ledger<'_, '_>, (literal, figures): (Literal, &Figures)) -> bool {
    let other = ledger.figures(literal);
    let told = |figures: &Figures| {
        let origins = &figures.origins;
        (
            origins.named.clone(),
            origins.undisclosed.clone(),
            origins.own_voice.clone(),
            (origins.unknown, origins.at_least, origins.at_most),
        )
    };
    told(&other) != told(figures)
}

/// Sources as they are counted.
type Nodes = BTreeSet<Key<Source>>;

/// The judgements that count and rule of sources or entities, with the nodes that each is about; none: of entities.
fn ruled(analysis: &Analysis<'_>) -> Vec<(Key<Judgement>, Option<Nodes>)> {
    let node = |source: &Key<Source>| analysis.node(*source);
    let judgements = analysis.case.judgements.iter();
    let force = in_force(analysis.case, |key, _| analysis.judgement_counts(key));
    judgements
        .filter(|(key, _, _)| force.contains(key))
        .filter_map(|(key, _, judgement)| {
            let about = match &judgement.ruling {
                Ruling::SameSources(all) | Ruling::DifferentSources(all) => {
                    Some(all.iter().map(node).collect())
                }
                Ruling::RestsOn { source, on, .. } => Some([source, on].map(node).into()),
                Ruling::SameEntities(_) | Ruling::DifferentEntities(_) => None,
                Ruling::Settled { .. } => return None,
            };
            Some((key, about))
        })
        .collect()
}

/// The nodes that the chains of a stance run through.
fn nodes(analysis: &Analysis<'_>, figures: &Figures) -> Nodes {
    committed(figures)
        .flat_map(|statement| analysis.chains_left(statement))
        .flat_map(|chain| chain.links)
        .filter_map(|link| Some(analysis.node(link.source?)))
        .collect()
}
