//! Which event a telling is of in a case of many stories, and what nobody can tell so.
//!
//! Nothing is filled from elsewhere there. A use of chemical weapons is of the place that its own sentence names; told
//! nowhere in particular it is of no event, and no typed claim. A doer whom nobody names («السلطات») tells no claim from
//! another. What an event of the case lays to a text is of a person whom that text names.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::group::{Filled, Whose, first_day};
use super::matter::Told;
use crate::drafting::naming::whole;
use crate::drafting::{Article, ContentPacks, Reading, Said};
use crate::text::fold::fold;

/// Days within which the articles of one story speak of it.
const STORY: i32 = 30;

/// Leaves out doers that no text names, where a claim stands without its doer: «احتجزته السلطات» is of him.
pub(super) fn nobody_named(told: &mut [Told]) {
    let nobody = |f: &Filled| matches!(f, Filled::Entity(w) if w.key.contains('@'));
    for t in told.iter_mut() {
        let open = matches!(
            t.predicate.as_deref(),
            Some("killed" | "wounded" | "detained" | "released" | "chemical" | "downed" | "seized")
        );
        if open {
            t.roles
                .retain(|(role, f)| role != "by" || !f.iter().all(nobody));
        }
    }
}

/// What is laid to a text as an event of the case, and of a person whom the text does not name, is untyped; not where the
/// case is about that person, whom half of its articles name.
pub(super) fn strangers(articles: &[Article], readings: &[Reading], told: &mut [Told]) {
    let texts: Vec<Vec<String>> = articles.iter().map(|a| words(a.text)).collect();
    let mut about: BTreeMap<String, bool> = BTreeMap::new();
    for (t, r) in told.iter_mut().zip(readings) {
        if !r.rule.starts_with("question-of-an-event") || t.predicate.is_none() {
            continue;
        }
        let person = t
            .roles
            .iter()
            .filter(|(role, _)| matches!(role.as_str(), "victim" | "person"))
            .find_map(|(_, f)| match f.first() {
                Some(Filled::Entity(w)) => Some(w),
                _ => None,
            });
        let Some(person) = person else { continue };
        let here = texts.get(r.article).is_some_and(|t| speaks_of(t, person));
        let about = about.entry(person.key.clone()).or_insert_with(|| {
            let n = texts.iter().filter(|t| speaks_of(t, person)).count();
            n * 2 >= texts.len()
        });
        if !here && !*about {
            t.predicate = None;
        }
    }
}

/// Whether a text has a word of somebody's name behind the given name, in the name's script or in the other.
fn speaks_of(text: &[String], who: &Whose) -> bool {
    let latin = |w: &str| w.is_ascii();
    let sound = |w: &str| whole(&[w.to_owned()]);
    let name: BTreeSet<String> = who
        .names
        .values()
        .flat_map(|n| {
            let all = words(n);
            let given = usize::from(all.len() > 1);
            all.into_iter().skip(given)
        })
        .filter(|w| w.chars().count() > 2)
        .collect();
    let sounds: BTreeSet<(bool, String)> = name.iter().map(|w| (!latin(w), sound(w))).collect();
    text.iter().any(|w| {
        forms(w).any(|form| name.contains(form) || sounds.contains(&(latin(form), sound(form))))
    })
}

/// Whether the articles of some readings are of many stories: told of many places, or over a long time.
pub(super) fn many(articles: &[Article], readings: &[Reading], of: &[usize]) -> bool {
    let days: Vec<Date> = of
        .iter()
        .filter_map(|&k| articles.get(readings[k].article)?.published)
        .filter_map(first_day)
        .collect();
    match (days.iter().min(), days.iter().max()) {
        (Some(a), Some(b)) => a.until(*b).map_or(true, |s| s.get_days() > STORY),
        _ => false,
    }
}

/// Uses of chemical weapons: each of the place that it is told of. Whether the case tells of one only.
pub(super) fn uses(
    articles: &[Article],
    readings: &[Reading],
    packs: &ContentPacks,
    told: &mut [Told],
) -> bool {
    let of: Vec<usize> = (0..told.len())
        .filter(|&k| told[k].is("chemical"))
        .collect();
    let town = |t: &Told| -> Option<Whose> {
        match &t.place {
            Some(Filled::Entity(w)) => {
                let land = |n: &String| packs.state(n).or_else(|| packs.land(n)).is_some();
                (!w.names.values().any(land)).then(|| w.clone())
            }
            _ => None,
        }
    };
    let mut towns: BTreeMap<String, (BTreeSet<usize>, Whose)> = BTreeMap::new();
    for &k in &of {
        if let Some(w) = town(&told[k]) {
            let entry = towns.entry(w.key.clone()).or_insert((BTreeSet::new(), w));
            entry.0.insert(readings[k].article);
        }
    }
    let placed: BTreeSet<usize> = towns.values().flat_map(|(a, _)| a).copied().collect();
    let most = towns
        .values()
        .max_by_key(|(a, w)| (a.len(), std::cmp::Reverse(&w.key)));
    let main = most.filter(|(a, _)| a.len() * 3 >= placed.len() * 2);
    let several = !towns.is_empty() && main.is_none() || many(articles, readings, &of);
    if !several {
        if let Some((_, town)) = main {
            let town = town.clone();
            for &k in &of {
                let bare = match &told[k].place {
                    Some(Filled::Entity(w)) => super::matter::nameless(w),
                    _ => true,
                };
                if bare {
                    told[k].place = Some(Filled::Entity(town.clone()));
                }
            }
        }
        return towns.len() <= 1;
    }
    // Of two that a sentence names, the one that lies in the other: «بلدة الفيض في غوطة الوادي».
    let sentences: Vec<Vec<String>> = of
        .iter()
        .map(|&k| sentence(articles, &readings[k]))
        .collect();
    let all: Vec<&Whose> = towns.values().map(|(_, w)| w).collect();
    let within: BTreeSet<(&str, &str)> = sentences
        .iter()
        .flat_map(|s| {
            let at: Vec<(usize, usize, &str)> = all
                .iter()
                .flat_map(|w| {
                    stands(s, w)
                        .into_iter()
                        .map(|(a, b)| (a, b, w.key.as_str()))
                })
                .collect();
            let mut pairs = Vec::new();
            for &(_, end, x) in &at {
                for &(start, _, y) in &at {
                    let joint = start == end && s[start].starts_with('ب')
                        || start == end + 1 && matches!(s[end].as_str(), "في" | "in");
                    if x != y && joint {
                        pairs.push((x, y));
                    }
                }
            }
            pairs
        })
        .collect();
    let mut found: Vec<(usize, Option<Whose>)> = Vec::new();
    for (&k, s) in of.iter().zip(&sentences) {
        let here: Vec<&Whose> = all
            .iter()
            .copied()
            .filter(|w| !stands(s, w).is_empty())
            .collect();
        let holds = |y: &str| here.iter().any(|x| within.contains(&(x.key.as_str(), y)));
        let inner: Vec<&Whose> = here.iter().copied().filter(|w| !holds(&w.key)).collect();
        let own = town(&told[k]);
        let place = match (inner.as_slice(), &own) {
            (_, Some(own)) if !holds(&own.key) => Some(own.clone()),
            (&[one], _) => Some(one.clone()),
            _ => own,
        };
        found.push((k, place));
    }
    for (k, place) in found {
        match place {
            Some(place) => told[k].place = Some(Filled::Entity(place)),
            None => told[k].predicate = None,
        }
    }
    false
}

/// The words of a text, folded.
fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A word, and what is left of it without the particles that are written with it.
fn forms(word: &str) -> impl Iterator<Item = &str> {
    let one = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']);
    let two = one.and_then(|w| w.strip_prefix(['ب', 'ل', 'ك']));
    [Some(word), one, two]
        .into_iter()
        .flatten()
        .filter(|w| w.chars().count() > 1)
}

/// Where a text has a name: the first word and the word behind the last.
fn stands(text: &[String], who: &Whose) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for name in who.names.values() {
        let name = words(name);
        if name.is_empty() {
            continue;
        }
        for (n, w) in text.windows(name.len()).enumerate() {
            let first = forms(&w[0]).any(|form| form == name[0]);
            if first && w[1..] == name[1..] {
                found.push((n, n + name.len()));
            }
        }
    }
    found
}

/// The words of the sentences that a reading stands in.
fn sentence(articles: &[Article], r: &Reading) -> Vec<String> {
    let Some(article) = articles.get(r.article) else {
        return Vec::new();
    };
    let own: Vec<(usize, usize)> = match r.said {
        Said::Statement(i) if r.part.is_empty() => {
            let statement = article.extraction.statements.get(i);
            let content = statement.map_or(&[][..], |s| &s.content);
            let spans = content.iter().map(|c| (c.start as usize, c.end as usize));
            spans.collect()
        }
        _ => r.part.iter().map(|p| (p.start, p.end)).collect(),
    };
    let (Some(from), Some(to)) = (own.iter().map(|s| s.0).min(), own.iter().map(|s| s.1).max())
    else {
        return Vec::new();
    };
    let all: Vec<char> = article.text.chars().collect();
    let ends = |c: &char| matches!(c, '\n' | '.' | '؟' | '?' | '!');
    let to = to.min(all.len());
    let from = from.min(to);
    let start = all[..from].iter().rposition(ends).map_or(0, |n| n + 1);
    let end = all[to..]
        .iter()
        .position(ends)
        .map_or(all.len(), |n| to + n);
    words(&all[start..end].iter().collect::<String>())
}
