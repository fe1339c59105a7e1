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

/// What is laid to a text as an event of the case, and of somebody whom the text does not name, is untyped; not where the
/// case is about those, whom half of its articles name.
pub(super) fn strangers(articles: &[Article], readings: &[Reading], told: &mut [Told]) {
    let texts: Vec<Vec<String>> = articles.iter().map(|a| words(a.text)).collect();
    let mut about: BTreeMap<String, bool> = BTreeMap::new();
    for (t, r) in told.iter_mut().zip(readings) {
        if !r.rule.starts_with("question-of-an-event") || t.predicate.is_none() {
            continue;
        }
        let mut fillers = t.roles.iter().flat_map(|(role, f)| {
            let person = matches!(role.as_str(), "victim" | "person");
            // Who agreed or met is told in many ways, and by what they agreed on.
            let asked = person || matches!(role.as_str(), "by" | "group" | "who" | "whom");
            f.iter().filter_map(move |f| match f {
                Filled::Entity(w) if asked => Some((person, w)),
                _ => None,
            })
        });
        let stranger = fillers.any(|(person, who)| {
            let here = texts.get(r.article);
            !here.is_some_and(|t| speaks_of(t, who, person))
                && !*about.entry(who.key.clone()).or_insert_with(|| {
                    let n = texts.iter().filter(|t| speaks_of(t, who, person)).count();
                    n * 2 >= texts.len()
                })
        });
        if stranger {
            t.predicate = None;
        }
    }
}

/// Whether a text has a word of a name, of a person's one behind the given name, in the name's script or in the other.
fn speaks_of(text: &[String], who: &Whose, person: bool) -> bool {
    let latin = |w: &str| w.is_ascii();
    let sound = |w: &str| whole(&[w.to_owned()]);
    let name: BTreeSet<String> = who
        .names
        .values()
        .flat_map(|n| {
            let all = words(n);
            let given = usize::from(person && all.len() > 1);
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
            // Laid to somebody else, it may be another use.
            let doers: BTreeSet<String> = of
                .iter()
                .filter(|&&k| told[k].place.is_some())
                .filter_map(|&k| Some(told[k].first("by")?.key.clone()))
                .collect();
            for &k in &of {
                let other = told[k]
                    .first("by")
                    .is_some_and(|w| !doers.is_empty() && !doers.contains(&w.key));
                if other {
                    continue;
                }
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
        // Nor is it of a place that the article does not name.
        let text = articles.get(readings[k].article).map(|a| words(a.text));
        let own = town(&told[k]).filter(|w| {
            text.as_ref()
                .is_some_and(|t| !stands(t, w).is_empty() || speaks_of(t, w, false))
        });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::Proposed;
    use crate::extraction::{Pack, extract};
    use crate::model::{Stance, When, Words};
    use crate::text::Span;

    fn entity(key: &str, name: &str) -> Filled {
        Filled::Entity(Whose {
            key: key.to_owned(),
            names: BTreeMap::from([("ar".to_owned(), name.to_owned())]),
        })
    }

    fn told(predicate: &str, roles: &[(&str, Filled)], place: Option<Filled>) -> Told {
        Told {
            predicate: Some(predicate.to_owned()),
            roles: roles
                .iter()
                .map(|(role, f)| ((*role).to_owned(), vec![f.clone()]))
                .collect(),
            place,
        }
    }

    fn reading(article: usize, rule: &str, part: Span) -> Reading {
        Reading {
            article,
            said: Said::Own(part),
            of: Proposed {
                predicate: None,
                roles: Vec::new(),
                place: None,
                count: None,
                time: None,
            },
            stance: Stance::Affirms,
            hedged: false,
            unclear: false,
            part: vec![part],
            rule: rule.to_owned(),
            score: 0.5,
        }
    }

    /// What is told in texts, each of a day, with the words of which each telling is.
    fn settled(texts: &[(&str, &str)], rule: &str, told: &mut [Told]) -> bool {
        let days: Vec<When> = texts
            .iter()
            .map(|(day, _)| When::parse(day, false, Words::default()).expect("a day"))
            .collect();
        let pack = Pack::arabic().expect("a pack");
        let articles: Vec<Article> = texts
            .iter()
            .zip(&days)
            .map(|((_, text), day)| Article {
                document: "d",
                outlet: None,
                title: None,
                published: Some(day),
                language: "ar",
                text,
                extraction: extract(text, &pack),
            })
            .collect();
        let readings: Vec<Reading> = (0..texts.len())
            .map(|n| {
                let end = texts[n]
                    .1
                    .find('.')
                    .map_or(0, |at| texts[n].1[..at].chars().count());
                reading(n, rule, Span::new(end.saturating_sub(5), end))
            })
            .collect();
        strangers(&articles, &readings, told);
        let packs = ContentPacks::built_in().expect("packs");
        uses(&articles, &readings, &packs, told)
    }

    #[test]
    fn a_use_of_arms_is_of_the_place_that_its_sentence_names_or_of_none() {
        let mut all = [
            told("chemical", &[], Some(entity("place:الفيض", "الفيض"))),
            told("chemical", &[], Some(entity("place:الصفرة", "الصفرة"))),
            // Named in its sentence; nowhere; in a land; elsewhere in the article; in the wider of two places.
            told("chemical", &[], None),
            told("chemical", &[], None),
            told("chemical", &[], Some(entity("land:syria", "سوريا"))),
            told("chemical", &[], None),
            told(
                "chemical",
                &[],
                Some(entity("place:غوطة الوادي", "غوطة الوادي")),
            ),
        ];
        let one = settled(
            &[
                ("2020-02-01", "قصفوا الفيض بالغاز."),
                ("2020-05-10", "هجوم على الصفرة بالغاز."),
                ("2020-05-11", "لم يقصف أحد الصفرة بالغاز."),
                ("2020-05-11", "لم يستخدم أحد الغاز."),
                ("2020-05-12", "استخدم الغاز في سوريا."),
                ("2020-05-12", "استخدم الغاز. كان ذلك قبل لقاء في الصفرة."),
                ("2020-05-12", "استخدم الغاز في الصفرة في غوطة الوادي."),
            ],
            "ar-chemical",
            &mut all,
        );
        assert!(!one);
        let of: Vec<Option<&str>> = all
            .iter()
            .map(|t| t.predicate.as_ref().and(t.place.as_ref()).map(Filled::key))
            .collect();
        let wanted = [
            Some("place:الفيض"),
            Some("place:الصفرة"),
            Some("place:الصفرة"),
            None,
            None,
            None,
            Some("place:الصفرة"),
        ];
        assert_eq!(of, wanted);
    }

    #[test]
    fn where_a_case_tells_of_one_use_all_are_of_it() {
        let mut all = [
            told("chemical", &[], Some(entity("place:الفيض", "الفيض"))),
            told("chemical", &[], None),
        ];
        let texts = [
            ("2020-05-10", "قصفوا الفيض بالغاز."),
            ("2020-05-12", "لم يستخدم أحد الغاز."),
        ];
        assert!(settled(&texts, "ar-chemical", &mut all));
        assert!(
            all.iter()
                .all(|t| t.place.as_ref().map(Filled::key) == Some("place:الفيض"))
        );
    }

    #[test]
    fn an_event_is_of_nobody_whom_the_text_does_not_name() {
        let him = entity("person:نادر الخولي", "نادر الخولي");
        let held = || told("detained", &[("person", him.clone())], None);
        let mut all = [held(), held(), held()];
        let rule = "question-of-an-event (kidnap)";
        let texts = [
            ("2020-05-10", "خطف الخولي قرب داره."),
            ("2020-05-10", "مسرحية عن شاب خطف نادر الطباع."),
            ("2019-05-10", "خطف المسلحون قرية."),
        ];
        settled(&texts, rule, &mut all);
        let typed: Vec<bool> = all.iter().map(|t| t.predicate.is_some()).collect();
        assert_eq!(typed, [true, false, false]);
    }

    #[test]
    fn a_doer_whom_nobody_names_is_left_out_where_a_claim_stands_without() {
        let him = entity("person:نادر الخولي", "نادر الخولي");
        let authorities = entity("body:السلطات@d1", "السلطات");
        let mut all = [
            told(
                "detained",
                &[("person", him.clone()), ("by", authorities.clone())],
                None,
            ),
            told(
                "detained",
                &[("person", him), ("by", entity("listed:x", "الدرك"))],
                None,
            ),
            told("shelled", &[("by", authorities)], None),
        ];
        nobody_named(&mut all);
        assert_eq!(
            [all[0].roles.len(), all[1].roles.len(), all[2].roles.len()],
            [1, 2, 1]
        );
    }
}
