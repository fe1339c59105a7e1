//! Whom a case is about: the person of whom most articles of either script speak.
//!
//! Between scripts names are compared by their consonants, and «طه», «عيسى» have too few to tell anybody by («scripts.rs» leaves them
//! apart); others are written in Latin letters by another habit ("Djemal", "Qadhafi"). Where much of the case speaks of one person in
//! either script, and nobody else of the case fits, that is enough.

use std::collections::BTreeMap;

use super::cluster::Group;
use super::form::Class;
use super::scripts::{Alike, is_arabic, whole};
use crate::text::romanize::{loose, skeleton};

/// How many articles at least speak of such a person in either script.
const ARTICLES: usize = 3;

/// Who is spoken of in a third of the articles in Arabic letters, or in others.
fn spoken_of<'a>(
    groups: &'a BTreeMap<String, Group>,
    arabic: &'a [bool],
    script: bool,
) -> impl Iterator<Item = (&'a String, &'a Group)> {
    let of = move |n: &&usize| arabic.get(**n) == Some(&script);
    let all = arabic.iter().filter(|a| **a == script).count();
    groups.iter().filter(move |(_, g)| {
        let n = g.articles.iter().filter(of).count();
        g.class == Class::Person && n >= ARTICLES && n * 3 >= all
    })
}

/// The words of a person's names in one script; a surname alone only of whoever has no other, for it is everybody's.
fn written(group: &Group, arabic: bool) -> impl Iterator<Item = &Vec<String>> {
    let all = group.variants.iter();
    let least = group.words.len().min(2);
    all.filter(move |words| words.len() >= least && is_arabic(words) == arabic)
}

/// Other forms of the name of whom a case is about, in the same script: with a name between («أختر محمد منصور» beside «أختر
/// منصور»), or with the plain letter for its emphatic neighbour («أخطر»). Never in one article, and never where two fit.
///
/// `arabic`: of each article, whether it is in Arabic letters.
pub(super) fn variants(groups: &BTreeMap<String, Group>, arabic: &[bool]) -> Vec<Alike> {
    let mut pairs: Vec<(&String, &String)> = Vec::new();
    for script in [true, false] {
        let central: Vec<(&String, &Group)> = spoken_of(groups, arabic, script).collect();
        for (b, other) in groups.iter().filter(|(_, g)| g.class == Class::Person) {
            if central.iter().any(|(key, _)| *key == b) {
                continue;
            }
            let fits = central.iter().filter(|(_, one)| {
                one.written.is_disjoint(&other.written)
                    && written(one, script).any(|x| written(other, script).any(|y| varies(x, y)))
            });
            pairs.extend(fits.map(|(a, _)| (*a, b)));
        }
    }
    let alone = |pair: &&(&String, &String)| pairs.iter().filter(|p| p.1 == pair.1).count() == 1;
    let sure = pairs.iter().filter(alone);
    sure.map(|(a, b)| Alike {
        a: (*a).clone(),
        b: (*b).clone(),
        rule: "spelling",
        score: 0.6,
        merge: true,
    })
    .collect()
}

/// Whether two names of one script have the same first and last word and one has others between, or differ by plain and
/// emphatic letters only.
fn varies(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return false;
    }
    if short.len() == long.len() {
        return short.iter().zip(long).all(|(x, y)| plain(x) == plain(y));
    }
    let mut rest = long.iter();
    short.first() == long.first()
        && short.last() == long.last()
        && short.iter().all(|w| rest.any(|o| o == w))
}

/// A word with plain letters for the emphatic ones.
fn plain(word: &str) -> String {
    let letter = |c: char| match c {
        'ط' => 'ت',
        'ص' => 'س',
        'ض' => 'د',
        'ظ' => 'ز',
        'ق' => 'ك',
        c => c,
    };
    word.chars().map(letter).collect()
}

/// Persons of two scripts who are spoken of in a third of the articles of their script, and whose names sound alike.
///
/// `arabic`: of each article, whether it is in Arabic letters.
pub(super) fn central(groups: &BTreeMap<String, Group>, arabic: &[bool]) -> Vec<Alike> {
    let latin: Vec<(&String, &Group)> = spoken_of(groups, arabic, false).collect();
    let mut pairs: Vec<(&String, &String, bool)> = Vec::new();
    for (a, one) in spoken_of(groups, arabic, true) {
        for (b, other) in latin.iter().filter(|(b, _)| *b != a) {
            let exact = written(one, true)
                .flat_map(|x| written(other, false).filter_map(|y| sound_alike(x, y)))
                .max();
            if let Some(exact) = exact {
                pairs.push((a, b, exact));
            }
        }
    }
    let alone = |pair: &&(&String, &String, bool)| {
        let (a, b, _) = pair;
        pairs.iter().filter(|p| p.0 == *a || p.1 == *b).count() == 1
    };
    pairs
        .iter()
        .filter(alone)
        .map(|(a, b, exact)| Alike {
            a: (*a).clone(),
            b: (*b).clone(),
            rule: "two-scripts",
            score: if *exact { 0.6 } else { 0.5 },
            merge: true,
        })
        .collect()
}

/// Whether two names of two scripts have the same consonants (`true`), or nearly (`false`): one of three at most is another.
/// One of them may be the other's last word alone.
fn sound_alike(arabic: &[String], latin: &[String]) -> Option<bool> {
    const OTHER: usize = 3;
    let (a, b) = (whole(arabic), whole(latin));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let last = |words: &[String]| words.last().map(|w| skeleton(w)).unwrap_or_default();
    let single = arabic.len() == 1 || latin.len() == 1;
    if a == b || single && arabic.len() != latin.len() && last(arabic) == last(latin) {
        return Some(true);
    }
    let near = |a: &str, b: &str| {
        let longest = a.chars().count().max(b.chars().count());
        longest >= OTHER && strsim::levenshtein(a, b) * OTHER <= longest
    };
    (near(&a, &b) || near(&loose(&a), &loose(&b))).then_some(false)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::drafting::naming::form::Form;

    fn groups(all: &[(&str, usize)]) -> BTreeMap<String, Group> {
        let group = |(name, articles): &(&str, usize)| {
            let form = Form::new(name);
            let places = |n: usize| if form.is_arabic() { n } else { n + 10 };
            let articles: BTreeSet<usize> = (0..*articles).map(places).collect();
            let group = Group {
                class: Class::Person,
                words: form.words.clone(),
                variants: BTreeSet::from([form.words.clone()]),
                written: articles.clone(),
                articles,
                arabic: form.is_arabic(),
                listed: false,
            };
            ((*name).to_owned(), group)
        };
        all.iter().map(group).collect()
    }

    fn merged(all: &[(&str, usize)]) -> Vec<(String, String)> {
        let pairs = central(&groups(all), &scripts());
        pairs.into_iter().map(|p| (p.a, p.b)).collect()
    }

    /// Ten articles in Arabic letters and ten in others.
    fn scripts() -> Vec<bool> {
        (0..20).map(|n| n < 10).collect()
    }

    #[test]
    fn whom_a_third_speaks_of_in_either_script_is_one() {
        for (ar, en) in [
            ("علي طه", "Ali Taha"),
            ("عيسى", "Issa"),
            ("شريف جمال", "Cherif Djemal"),
            ("محمد عمر", "Omar"),
            ("أبو ياقوت", "Abu Yaqout"),
            ("معمر القذافي", "Muammar Gaddafi"),
            ("يفغيني بريغوجين", "Yevgeny Prigozhin"),
        ] {
            let one = vec![(ar.to_owned(), en.to_owned())];
            assert_eq!(merged(&[(ar, 6), (en, 5)]), one, "{ar} {en}");
            assert!(merged(&[(ar, 6), (en, 2)]).is_empty(), "{ar} {en}");
        }
    }

    #[test]
    fn others_and_rivals_stay_apart() {
        assert!(merged(&[("علي طه", 6), ("Samir Khan", 6)]).is_empty());
        assert!(merged(&[("علي طه", 6), ("Ali Taha", 6), ("Ola Taha", 6)]).is_empty());
    }

    #[test]
    fn another_form_of_a_central_name_is_no_rival() {
        let all = |rare: &[(&str, &[usize])]| {
            let mut all = groups(&[("أختر منصور", 6), ("علي طه", 4)]);
            for (name, articles) in rare {
                let mut one = groups(&[(name, 1)]);
                let group = one.get_mut(*name).map(|g| {
                    g.articles = articles.iter().copied().collect();
                    g.written.clone_from(&g.articles);
                    g.clone()
                });
                all.extend(group.map(|g| ((*name).to_owned(), g)));
            }
            let found = variants(&all, &scripts());
            found.into_iter().map(|p| p.b).collect::<Vec<_>>()
        };
        let forms: &[(&str, &[usize])] = &[("أختر محمد منصور", &[8]), ("أخطر منصور", &[9])];
        let mut found = all(forms);
        found.sort();
        assert_eq!(found, ["أختر محمد منصور", "أخطر منصور"]);
        // In one article they are two; another first name or a long vowel is another man's.
        assert!(all(&[("أختر محمد منصور", &[3, 8])]).is_empty());
        assert!(all(&[("محمد منصور", &[8]), ("أختار منصور", &[9])]).is_empty());
    }
}
