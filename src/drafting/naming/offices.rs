//! Offices of a state that no text of a case says whose they are: «وزارة الدفاع» here, "the defence ministry" there.
//!
//! Newsrooms name the land of a ministry, of a presidency or of a government where two could be meant. Where three articles of a case speak of an office and none says whose, all
//! mean the one of the land that the case is about; where any article names a land with it, nobody can tell by the office alone.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::{Group, Local, Taken};
use super::form::{Class, Form};
use super::titles::Titles;

/// So many articles leave out the land of an office only where one land is meant.
const FEWEST: usize = 3;

/// Of each land there is one, and its newsrooms call it nothing else.
const ONE_OF_A_LAND: &[&str] = &[
    "presidency",
    "government",
    "رئاسه",
    "الرئاسه",
    "حكومه",
    "الحكومه",
];

/// Whether a form is a ministry, the presidency or the government by itself.
fn is_office(local: &Local) -> bool {
    // "Its foreign ministry" is whosever stands before it.
    let owned = |w: &String| matches!(w.as_str(), "its" | "their" | "his" | "her" | "own");
    if local.words.iter().any(owned) {
        return false;
    }
    if let [only] = local.words.as_slice() {
        return local.class == Class::Body
            && local.generic
            && ONE_OF_A_LAND.contains(&only.as_str());
    }
    let ministry = match local.words.as_slice() {
        [first, .., last] => {
            first == "وزاره" || last == "ministry" || first == "ministry" && local.words[1] == "of"
        }
        _ => false,
    };
    local.class == Class::Body && local.generic && ministry
}

/// Takes the offices that each text named for itself for one, where no article says whose.
pub(super) fn offices(
    locals: &[Local],
    taken: &mut [Option<Taken>],
    groups: &BTreeMap<String, Group>,
    titles: &Titles,
) {
    let form = |words: &[String]| {
        let shown = words.join(" ");
        Form {
            words: words.to_vec(),
            shown,
        }
    };
    let loose: Vec<usize> = (0..locals.len())
        .filter(|n| {
            is_office(&locals[*n])
                && taken[*n]
                    .as_ref()
                    .is_some_and(|t| t.rule == "this-text-only")
        })
        .collect();
    // One office in both languages, by its words.
    let mut kinds: Vec<(Vec<String>, Vec<usize>)> = Vec::new();
    for n in loose {
        let own = form(&locals[n].words);
        let met = kinds.iter_mut().find(|(words, _)| {
            let other = form(words);
            other.words == own.words
                || match (own.is_arabic(), other.is_arabic()) {
                    (true, false) => titles.terms().same(&own, &other),
                    (false, true) => titles.terms().same(&other, &own),
                    _ => false,
                }
        });
        match met {
            Some((_, all)) => all.push(n),
            None => kinds.push((locals[n].words.clone(), vec![n])),
        }
    }
    for (words, all) in kinds {
        let articles: BTreeSet<usize> = all.iter().map(|n| locals[*n].article).collect();
        let forms: BTreeSet<&Vec<String>> = all.iter().map(|n| &locals[*n].words).collect();
        let whose = groups.values().any(|g| {
            g.class == Class::Body
                && g.variants.iter().any(|v| {
                    forms
                        .iter()
                        .any(|f| v.len() > f.len() && f.iter().all(|w| v.contains(w)))
                })
        });
        if articles.len() < FEWEST || whose {
            continue;
        }
        let key = format!("body:{}", words.concat());
        for n in all {
            taken[n] = Some(Taken {
                key: key.clone(),
                rule: "office-in-case",
                score: 0.5,
            });
        }
    }
}
