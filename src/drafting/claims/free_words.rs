//! What names a free claim: the question of the event that it is of, with whom it befell, else its clause.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::{Told, gist};
use super::gist::{Questions, name_of, questions};
use super::group::{Filled, Whose, clause};
use super::matter::Told as Read;
use crate::drafting::content::sound;
use crate::drafting::{Article, Named, Reading, Said};
use crate::extraction::{MentionKind, Proposed as Statement};
use crate::model::{Act, EntityKind, Stance, Words};
use crate::text::Span;
use crate::text::fold::fold;

/// By so many characters words are known to begin a content.
const HEAD: usize = 12;

/// Whom a question is of by language, and whether they are several.
type Whom = ([String; 2], bool);

const LANGUAGES: [&str; 2] = ["ar", "en"];

/// Of whom two in five articles and more tell that they died, were killed, held and the like, if of nobody else half as many do.
pub(super) fn hero<'a>(
    articles: &[Article],
    readings: &[Reading],
    told: &'a [Read],
) -> Option<&'a Whose> {
    let mut of: BTreeMap<&str, (BTreeSet<usize>, &Whose)> = BTreeMap::new();
    for (r, t) in readings.iter().zip(told) {
        let roles = t
            .roles
            .iter()
            .filter(|(role, _)| role == "victim" || role == "person");
        for (_, fillers) in roles {
            if let [Filled::Entity(w)] = fillers.as_slice() {
                let entry = of.entry(&w.key).or_insert_with(|| (BTreeSet::new(), w));
                entry.0.insert(r.article);
            }
        }
    }
    let mut all: Vec<(usize, &Whose)> = of.into_values().map(|(a, w)| (a.len(), w)).collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.key.cmp(&b.1.key)));
    let (most, who) = all.first().copied()?;
    let next = all.get(1).map_or(0, |(n, _)| *n);
    (most > 1 && most * 5 >= articles.len() * 2 && next * 2 <= most).then_some(who)
}

/// The gist and the question of a free claim, of whose readings each has what it conveys beside it.
///
/// `matter`: the key of the question that it is of: its event, the names that its clauses share, and its first text.
pub(super) fn wording(
    articles: &[Article],
    told: &[(&Reading, &str)],
    matter: Option<&str>,
    hero: Option<&Whose>,
    who: &dyn Fn(usize, &Named) -> Option<Whose>,
) -> (Words, Words) {
    let mut parts = matter.unwrap_or_default().split('|');
    let event = parts.next().unwrap_or_default();
    let shared = parts.next().unwrap_or_default().split('+');
    let shared: Vec<&str> = shared.filter(|s| !s.is_empty()).collect();
    let asked = questions().get(&format!("event/{event}"));
    let of_event = asked.and_then(|asked| {
        let whom = if asked.en.contains("{whom}") {
            Some(whom(articles, told, (&shared, asked.together), hero, who)?)
        } else {
            None
        };
        let fill = |pattern: &str, n: usize| {
            let (name, many) = whom
                .as_ref()
                .map_or(("", false), |(w, many)| (w[n].as_str(), *many));
            let [upper, lower] = if many {
                ["Were", "were"]
            } else {
                ["Was", "was"]
            };
            let text = pattern.replace("{whom}", name);
            text.replace("{Was}", upper).replace("{was}", lower)
        };
        let all = || LANGUAGES.iter().enumerate();
        let question = all().map(|(n, l)| ((*l).to_owned(), fill(asked.of(l), n)));
        // The words of one would put them into the mouths of all who tell of the event.
        let gist = all().filter_map(|(n, l)| Some(((*l).to_owned(), fill(asked.told(l)?, n))));
        Some((Words::new(gist), Words::new(question)))
    });
    let (gist_of_event, question) = of_event.unwrap_or_default();
    if !gist_of_event.is_empty() {
        return (gist_of_event, question);
    }
    let all: Vec<Told> = told
        .iter()
        .map(|(r, content)| as_told(articles, r, content, &shared))
        .collect();
    let (language, clause) = gist(&all);
    (Words::new([(language, clause)]), question)
}

fn statement<'a>(articles: &'a [Article], r: &Reading) -> Option<&'a Statement> {
    match r.said {
        Said::Statement(i) => articles.get(r.article)?.extraction.statements.get(i),
        _ => None,
    }
}

fn as_told<'a>(
    articles: &'a [Article],
    r: &Reading,
    content: &'a str,
    shared: &[&str],
) -> Told<'a> {
    let statement = statement(articles, r);
    let article = articles.get(r.article);
    let language = article.map_or("ar", |a| a.language);
    let named = |m: &&crate::extraction::Mention| {
        matches!(
            m.kind,
            MentionKind::Person | MentionKind::Group | MentionKind::Place
        )
    };
    let mentions = statement.map_or(&[][..], |s| &s.mentions);
    let names = mentions.iter().filter(named).flat_map(|m| {
        let words = fold(&m.text);
        words.split(' ').map(str::to_owned).collect::<Vec<_>>()
    });
    let event = match (r.part.as_slice(), article) {
        // The words of the event stand before their clause.
        ([words, ..], Some(a)) if clause(r).len() < r.part.len() => cut(a.text, *words),
        _ => "",
    };
    // Only what stands before the words says what these are: the cue, if they are the first that it conveys.
    let first = statement
        .and_then(|s| s.content.first())
        .map(|c| c.text.as_str());
    let head: String = content.chars().take(HEAD).collect();
    let conveyed = first.is_some_and(|c| c.starts_with(&head));
    let cue = statement.filter(|_| conveyed).and_then(|s| s.cue.as_ref());
    let cue = [
        cue.map_or("", |c| c.text.as_str()),
        article.map_or("", |a| before(a.text, r, statement)),
    ];
    let denied = statement.is_some_and(|s| s.act == Act::Deny);
    Told {
        content,
        language: language.split('-').next().unwrap_or("ar"),
        event,
        cue,
        joins: content
            .split_whitespace()
            .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
            .filter(|w| sounds(w).iter().any(|s| shared.contains(&s.as_str())))
            .collect(),
        names: names.filter(|w| w.chars().count() > 2).collect(),
        // "Denied that the bridge was open": the words say what the claim says.
        against: match (r.stance, denied) {
            (Stance::Affirms, false) => 0.0,
            (Stance::Denies, true) | (Stance::Reports, _) => 0.5,
            (Stance::Affirms, true) => 3.0,
            (Stance::Denies, false) => 4.0,
            (Stance::Doubts | Stance::CannotConfirm, _) => 2.0,
        },
    }
}

/// The word right before those that are read: «المتهم» …
fn before<'a>(text: &'a str, r: &Reading, statement: Option<&Statement>) -> &'a str {
    const NEAR: usize = 24;
    let content = statement
        .and_then(|s| s.content.first())
        .map(|c| c.start as usize);
    let Some(start) = clause(r).first().map(|p| p.start).or(content) else {
        return "";
    };
    let near = cut(text, Span::new(start.saturating_sub(NEAR), start));
    let same_line = near.rsplit(['\n', '.', '،', ',']).next().unwrap_or(near);
    same_line.split_whitespace().next_back().unwrap_or_default()
}

/// The characters of a span.
fn cut(text: &str, span: Span) -> &str {
    let at = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(b, _)| b);
    let (a, b) = (at(span.start), at(span.end));
    text.get(a..b.max(a)).unwrap_or_default()
}

/// The consonants of the words of a text, each also without what Arabic joins to it.
fn sounds(text: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for word in fold(text).split(|c: char| !c.is_alphanumeric()) {
        let mut forms = vec![word];
        for on in [
            "و", "ف", "ب", "ل", "ك", "لل", "ال", "وال", "بال", "فال", "ولل",
        ] {
            forms.extend(word.strip_prefix(on).filter(|w| w.chars().count() > 2));
        }
        out.extend(
            forms
                .into_iter()
                .map(sound)
                .filter(|s| s.chars().count() > 1),
        );
    }
    out
}

/// Whom an event befell: who is named by what its clauses share, people told by what they are, or whom the case is about.
fn whom(
    articles: &[Article],
    told: &[(&Reading, &str)],
    (shared, together): (&[&str], bool),
    hero: Option<&Whose>,
    who: &dyn Fn(usize, &Named) -> Option<Whose>,
) -> Option<Whom> {
    let heard: Vec<BTreeSet<String>> = told.iter().map(|(_, c)| sounds(c)).collect();
    let many = |of: &dyn Fn(&BTreeSet<String>) -> bool| {
        2 * heard.iter().filter(|s| of(s)).count() >= heard.len()
    };
    // What most of the clauses name.
    let by_name: Vec<&str> = shared
        .iter()
        .copied()
        .filter(|name| many(&|s: &BTreeSet<String>| s.contains(*name)))
        .collect();
    if let Some(found) = named(articles, told, &by_name, who) {
        return Some((found, false));
    }
    if let Some(people) = people(articles, told).filter(|_| together) {
        return Some((LANGUAGES.map(|l| people.of(l).to_owned()), true));
    }
    // No person's name joins them: they are of whom the case is about, if a clause that
    // says so names that person and none names another.
    let hero = hero?;
    let last = |n: &String| sounds(n.split([' ', '-']).next_back().unwrap_or(n));
    let own: BTreeSet<String> = hero.names.values().flat_map(last).collect();
    let mut found = false;
    for (r, content) in told {
        let Some(s) = statement(articles, r) else {
            continue;
        };
        found |= r.stance == Stance::Affirms && !sounds(content).is_disjoint(&own);
        let other = |m: &crate::extraction::Mention| {
            m.kind == MentionKind::Person
                && content.contains(&m.text)
                && sounds(&m.text).is_disjoint(&own)
        };
        if s.mentions.iter().any(other) {
            return None;
        }
    }
    found.then(|| (LANGUAGES.map(|l| name_of(hero, l)), false))
}

/// The person whom the clauses name most by one of these consonants, in both languages where the case knows both.
fn named(
    articles: &[Article],
    told: &[(&Reading, &str)],
    shared: &[&str],
    who: &dyn Fn(usize, &Named) -> Option<Whose>,
) -> Option<[String; 2]> {
    let mut found: BTreeMap<String, (usize, Whose)> = BTreeMap::new();
    for (r, content) in told {
        let Some(s) = statement(articles, r) else {
            continue;
        };
        let here = |m: &&crate::extraction::Mention| {
            m.kind == MentionKind::Person
                && content.contains(m.text.split(' ').next_back().unwrap_or(&m.text))
                && sounds(&m.text).iter().any(|s| shared.contains(&s.as_str()))
        };
        for m in s.mentions.iter().filter(here) {
            let name = Named {
                name: m.text.clone(),
                kind: EntityKind::Person,
                span: Some(Span::new(m.start as usize, m.end as usize)),
                known_as: m.known_as.clone(),
            };
            let language = articles.get(r.article).map_or("ar", |a| a.language);
            let tag = language.split('-').next().unwrap_or("ar").to_owned();
            let whose = who(r.article, &name).unwrap_or_else(|| Whose {
                key: format!("name:{}", fold(&m.text)),
                names: BTreeMap::from([(tag, m.text.clone())]),
            });
            let key = whose.key.clone();
            found.entry(key).or_insert_with(|| (0, whose)).0 += 1;
        }
    }
    let mut all: Vec<(usize, Whose)> = found.into_values().collect();
    // Of two who are named as often, the one named more fully.
    let long = |w: &Whose| w.names.values().map(|n| n.chars().count()).max();
    all.sort_by(|a, b| {
        let fuller = (b.1.names.len(), long(&b.1)).cmp(&(a.1.names.len(), long(&a.1)));
        b.0.cmp(&a.0)
            .then(fuller)
            .then_with(|| a.1.key.cmp(&b.1.key))
    });
    let first = &all.first()?.1;
    Some(LANGUAGES.map(|language| {
        let own = all
            .iter()
            .map(|(_, w)| w)
            .find(|w| w.names.contains_key(language));
        name_of(own.unwrap_or(first), language)
    }))
}

/// The people told by what they are of whom at least one in three articles speaks, most of all.
fn people(articles: &[Article], told: &[(&Reading, &str)]) -> Option<&'static super::gist::Asked> {
    let known: &'static Questions = questions();
    let mut best: Option<(usize, &'static super::gist::Asked)> = None;
    for (_, asked) in known.iter().filter(|(id, _)| id.starts_with("those/")) {
        let of: BTreeSet<usize> = told
            .iter()
            .filter(|(r, _)| {
                statement(articles, r)
                    .is_some_and(|s| s.content.iter().any(|c| asked.spoken_of(&c.text)))
            })
            .map(|(r, _)| r.article)
            .collect();
        if of.len() > best.map_or(1, |(n, _)| n) {
            best = Some((of.len(), asked));
        }
    }
    let all: BTreeSet<usize> = told.iter().map(|(r, _)| r.article).collect();
    best.filter(|(n, _)| 3 * n >= all.len())
        .map(|(_, asked)| asked)
}
