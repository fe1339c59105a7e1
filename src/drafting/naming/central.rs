//! Whom a case is about: the person of whom most articles of either script speak.
//!
//! Between scripts names are compared by their consonants, and «طه», «عيسى» have too few to tell anybody by («scripts.rs» leaves them
//! apart); others are written in Latin letters by another habit ("Djemal", "Qadhafi"). Where much of the case speaks of one person in
//! either script, and nobody else of the case fits, that is enough.

use std::collections::BTreeMap;

use super::cluster::Group;
use super::form::Class;
use super::scripts::{Alike, whole};
use crate::text::romanize::skeleton;

/// How many articles at least speak of such a person in either script.
const ARTICLES: usize = 3;

/// Persons of two scripts who are spoken of in a third of the articles of their script, and whose names sound alike.
///
/// `articles`: how many are in Arabic letters, and in others.
pub(super) fn central(groups: &BTreeMap<String, Group>, articles: [usize; 2]) -> Vec<Alike> {
    let of = |arabic: bool| {
        let all = articles[usize::from(!arabic)];
        let central = move |g: &Group| {
            let n = g.articles.len();
            g.class == Class::Person && g.arabic == arabic && n >= ARTICLES && n * 3 >= all
        };
        groups.iter().filter(move |(_, g)| central(g))
    };
    let latin: Vec<(&String, &Group)> = of(false).collect();
    let mut pairs: Vec<(&String, &String, bool)> = Vec::new();
    for (a, one) in of(true) {
        for (b, other) in &latin {
            if let Some(exact) = sound_alike(&one.words, &other.words) {
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
    let longest = a.chars().count().max(b.chars().count());
    let far = strsim::levenshtein(&a, &b);
    (longest >= OTHER && far * OTHER <= longest).then_some(false)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::drafting::naming::form::Form;

    fn groups(all: &[(&str, usize)]) -> BTreeMap<String, Group> {
        let group = |(name, articles): &(&str, usize)| {
            let form = Form::new(name);
            let group = Group {
                class: Class::Person,
                words: form.words.clone(),
                variants: BTreeSet::from([form.words.clone()]),
                articles: (0..*articles).collect(),
                arabic: form.is_arabic(),
                listed: false,
            };
            ((*name).to_owned(), group)
        };
        all.iter().map(group).collect()
    }

    fn merged(all: &[(&str, usize)]) -> Vec<(String, String)> {
        let pairs = central(&groups(all), [10, 10]);
        pairs.into_iter().map(|p| (p.a, p.b)).collect()
    }

    #[test]
    fn whom_a_third_speaks_of_in_either_script_is_one() {
        for (ar, en) in [
            ("علي طه", "Ali Taha"),
            ("عيسى", "Issa"),
            ("شريف جمال", "Cherif Djemal"),
            ("محمد عمر", "Omar"),
            ("أبو ياقوت", "Abu Yaqout"),
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
}
