//! By which consonants a person's name is known in both scripts of a case.
//!
//! Latin letters write one Arabic letter in several ways, and not one for one: "Mousavi" is «موسوي», "Kordavi" «كورداوي». Where a
//! Latin name has no twin in the Arabic articles, one that sounds nearly so is taken for it: the same given name, and a
//! surname that differs by one consonant, where only one such name is there; failing that, one whose letters stand for one another.

use std::collections::{BTreeMap, BTreeSet};

use super::cast::Known;
use super::page::Page;
use crate::drafting::naming::whole;
use crate::text::romanize::loose;

/// Persons' names of an article, with the titles before each.
type Named = Vec<(Known, BTreeSet<String>)>;

/// A surname of fewer consonants has too many neighbours.
const LEAST: usize = 3;

/// What stands before the surname, and the surname, by their consonants.
type Parts = (String, String);

/// The names of a case's Arabic articles by their consonants, and by those that stand for one another.
pub(super) struct Sounds(BTreeMap<Parts, Parts>);

/// Without hyphens: what stands before the surname, and the surname.
fn parts(words: &[String]) -> Option<Parts> {
    let plain: Vec<String> = words.iter().filter(|w| *w != "-").cloned().collect();
    let (last, before) = plain.split_last()?;
    Some((whole(before), whole(std::slice::from_ref(last))))
}

/// Whether two words differ by one letter, put in, left out or another.
fn neighbours(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => short.get(same + 1..) == long.get(same + 1..) && same < short.len(),
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

impl Sounds {
    pub(super) fn of(pages: &[Option<Page>], named: &[Named]) -> Self {
        let arabic = pages.iter().zip(named);
        let arabic = arabic.filter(|(p, _)| p.as_ref().is_some_and(Page::arabic));
        let names = arabic.flat_map(|(_, names)| names);
        let heard = names.filter_map(|(n, _)| parts(&n.words));
        Self(
            heard
                .map(|own| {
                    let plain = (loose(&own.0), loose(&own.1));
                    (own, plain)
                })
                .collect(),
        )
    }

    /// The consonants of a whole name, its hyphens left out, as the Arabic articles have them.
    pub(super) fn whole(&self, words: &[String]) -> String {
        let Some((before, last)) = self.heard(words) else {
            return String::new();
        };
        before + &last
    }

    /// The consonants of a surname, where they tell anything.
    pub(super) fn surname(&self, words: &[String]) -> Option<String> {
        let (_, last) = self.heard(words)?;
        (last.chars().count() > 1).then_some(last)
    }

    fn heard(&self, words: &[String]) -> Option<Parts> {
        let own = parts(words)?;
        let latin = words.last().is_some_and(|w| w.is_ascii());
        let (before, last) = &own;
        if !latin || before.is_empty() || self.0.contains_key(&own) {
            return Some(own);
        }
        let many = |word: &str, least: usize| word.chars().count() >= least;
        let nearest = self.only(|(b, l), _| {
            many(last, LEAST) && b == before && many(l, LEAST - 1) && neighbours(l, last)
        });
        // Letters that stand for one another («القذافي», "Gaddafi"), and one more of either part («بريغوجين», "Prigozhin").
        let (first, surname) = (loose(before), loose(last));
        let same = |a: &str, b: &str| !a.is_empty() && a == b;
        let nearly = |a: &str, b: &str| many(a, LEAST) && neighbours(a, b);
        let found = nearest.or_else(|| {
            self.only(|_, (b, l)| {
                same(b, &first) && (*l == surname && many(last, LEAST) || nearly(l, &surname))
                    || same(l, &surname) && nearly(b, &first)
            })
        });
        Some(found.and_then(Result::ok).unwrap_or(own))
    }

    /// The one name that fits; an error where several do.
    fn only(&self, fits: impl Fn(&Parts, &Parts) -> bool) -> Option<Result<Parts, ()>> {
        let mut all = self.0.iter().filter(|(own, plain)| fits(own, plain));
        let (one, _) = all.next()?;
        Some(all.next().map_or_else(|| Ok(one.clone()), |_| Err(())))
    }
}

#[cfg(test)]
mod tests {
    use super::neighbours;

    #[test]
    fn neighbours_differ_by_one_letter() {
        assert!(neighbours("krdf", "krd"));
        assert!(neighbours("krdf", "krdm"));
        assert!(neighbours("krd", "mkrd"));
        assert!(!neighbours("krd", "krd"));
        assert!(!neighbours("krd", "mrkd"));
        assert!(!neighbours("krd", "kr\u{3b8}mn"));
    }
}
