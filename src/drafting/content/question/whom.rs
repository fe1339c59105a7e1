//! Whose life or death a case is about, by whom its articles name where they speak of life and death at all.
//!
//! The grammar finds the same by what it read; where it read too little, the names that stand in the sentences of life and
//! death, their surnames written alike in both scripts, are counted over articles.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::families::{Families, Family, Words};
use crate::drafting::content::cast::{Focus, Known};
use crate::drafting::content::page::Page;
use crate::drafting::content::sounds::Sounds;
use crate::extraction::Piece;

/// Persons' names of an article, with the titles before each.
type Named = Vec<(Known, BTreeSet<String>)>;

/// By the surname's consonants: the articles that speak of his life or death.
type Articles = BTreeMap<String, BTreeSet<usize>>;

/// Who stands out, in Arabic and in Latin letters: named so in at least two of five articles, and in half as many again as
/// anybody else.
pub(in crate::drafting::content) fn whom(
    pages: &[Option<Page>],
    named: &[Named],
) -> [Option<Focus>; 2] {
    outstanding(pages, named, (2, 5), vital)
}

/// Who stands out by being named at all: in at least three of five articles, and in half as many again as anybody else.
pub(in crate::drafting::content) fn hero(
    pages: &[Option<Page>],
    named: &[Named],
) -> [Option<Focus>; 2] {
    outstanding(pages, named, (3, 5), |_, surnames| {
        surnames.values().cloned().collect()
    })
}

fn outstanding(
    pages: &[Option<Page>],
    named: &[Named],
    share: (usize, usize),
    spoken_of: impl Fn(&Page, &BTreeMap<&str, String>) -> BTreeSet<String> + Sync,
) -> [Option<Focus>; 2] {
    let sounds = Sounds::of(pages, named);
    let mut articles: Articles = BTreeMap::new();
    let spoken = |(page, names): (&Option<Page>, &Named)| -> BTreeSet<String> {
        let Some(page) = page else {
            return BTreeSet::new();
        };
        let surnames: BTreeMap<&str, String> = names
            .iter()
            .filter(|(n, titles)| {
                let long = n.words.iter().filter(|w| w.chars().count() > 1).count() > 1;
                long || page.pack.regnal(titles)
            })
            .filter_map(|(n, _)| Some((n.words.last()?.as_str(), sounds.surname(&n.words)?)))
            .collect();
        spoken_of(page, &surnames)
    };
    let found: Vec<BTreeSet<String>> = pages.par_iter().zip(named).map(spoken).collect();
    for (k, sounds) in found.into_iter().enumerate() {
        for sound in sounds {
            articles.entry(sound).or_default().insert(k);
        }
    }
    let all = pages.iter().flatten().count();
    let mut order: Vec<(&String, usize)> = articles.iter().map(|(s, a)| (s, a.len())).collect();
    order.sort_by_key(|(s, n)| (std::cmp::Reverse(*n), *s));
    let Some(&(best, most)) = order.first() else {
        return [None, None];
    };
    let second = order.get(1).map_or(0, |o| o.1);
    if most < 2 || most * share.1 < all * share.0 || most * 2 < second * 3 {
        return [None, None];
    }
    let female = female(pages, named, &sounds, best);
    [true, false].map(|arabic| {
        // The name in full that most articles write.
        let mut forms: BTreeMap<&Known, usize> = BTreeMap::new();
        for (page, names) in pages.iter().zip(named) {
            if page.as_ref().is_none_or(|p| p.arabic() != arabic) {
                continue;
            }
            let here: BTreeSet<&Known> = names
                .iter()
                .filter(|(n, titles)| {
                    let one = page.as_ref().is_some_and(|p| p.pack.regnal(titles));
                    sounds.surname(&n.words).as_ref() == Some(best) && (n.words.len() > 1 || one)
                })
                .map(|(n, _)| n)
                .collect();
            for n in here {
                *forms.entry(n).or_default() += 1;
            }
        }
        let known = forms
            .into_iter()
            .max_by_key(|(n, count)| (*count, std::cmp::Reverse((n.words.len(), (*n).clone()))))?
            .0
            .clone();
        Some(Focus {
            known,
            aliases: BTreeSet::new(),
            female,
        })
    })
}

/// Whether a woman bears a surname: «الصحافية فلانة», and "she" twice as often as "he" in sentences that name her.
fn female(pages: &[Option<Page>], named: &[Named], sounds: &Sounds, surname: &str) -> bool {
    let (mut she, mut he) = (0, 0);
    for (page, names) in pages.iter().zip(named) {
        let Some(page) = page else { continue };
        let own: BTreeSet<&str> = names
            .iter()
            .filter(|(n, _)| sounds.surname(&n.words).as_deref() == Some(surname))
            .flat_map(|(n, _)| n.words.iter().map(String::as_str))
            .collect();
        for &(a, b) in &page.survey.sentences {
            let Some(at) = (a..b).find(|&k| own.contains(page.text(k))) else {
                continue;
            };
            if page.arabic() {
                let before = at > a && page.def(at - 1) && page.piece(at - 1) == Piece::Word;
                if before && page.text(at - 1).ends_with("يه") {
                    she += 2;
                } else if before && page.text(at - 1).ends_with('ي') {
                    he += 2;
                }
                continue;
            }
            for k in a..b {
                match page.text(k) {
                    "she" | "her" | "hers" | "ms" | "mrs" => she += 1,
                    "he" | "his" | "him" | "mr" => he += 1,
                    _ => {}
                }
            }
        }
    }
    she > 2 * he
}

/// Whose surnames stand in a sentence of life and death.
fn vital(page: &Page, surnames: &BTreeMap<&str, String>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let Some(families) = Families::of(page.arabic()) else {
        return out;
    };
    let words = Words::new(page);
    for &(a, b) in &page.survey.sentences {
        let spoken = (a..b).any(|k| {
            [Family::Dead, Family::Alive].iter().any(|f| {
                families
                    .families
                    .get(f)
                    .is_some_and(|w| w.at(&words, k, b).is_some())
            })
        });
        if !spoken {
            continue;
        }
        for k in a..b {
            if page.piece(k) != Piece::Word {
                continue;
            }
            let text = page.text(k);
            let bare = text
                .strip_suffix("'s")
                .or_else(|| text.strip_suffix("’s"))
                .unwrap_or(text);
            let found = surnames.get(bare).or_else(|| {
                let rest = bare.strip_prefix(['و', 'ف', 'ل', 'ب'])?;
                surnames.get(rest).filter(|_| page.arabic())
            });
            out.extend(found.cloned());
        }
    }
    out
}
