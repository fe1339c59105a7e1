//! Readings of one proposition to one claim; time and place keep different events apart.
//!
//! In one file because what parts readings and what joins them must be weighed against each other.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::free_words::{hero, wording};
use super::gist::{questions, words};
use super::key::{roles, tells, whose};
use super::likeness::{Bag, groups};
use super::matter::{One, Told, settle};
use crate::drafting::content::lenient;
use crate::drafting::{Article, ContentPacks, Count, Filler, Named, Reading, Said};
use crate::model::{Predicate, PredicateKind, Stance, Table, When, Words};
use crate::text::Span;
use crate::text::fold::fold;

/// Whom a name means, as the caller's clustering of names has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// Its stable key.
    pub key: String,
    /// Its name by language.
    pub names: BTreeMap<String, String>,
}

/// What fills a role of a drafted claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filled {
    /// Somebody or something whose name the caller knows.
    Entity(Whose),
    /// People that are counted: an entity (a group) to make, one for all languages.
    People {
        /// "civilians".
        id: String,
        /// Its English name.
        en: String,
        /// Its Arabic name.
        ar: String,
    },
    /// A value of the vocabulary.
    Value(String),
    /// Words.
    Text(String),
}

impl Filled {
    /// What it is sorted and compared by.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Filled::Entity(w) => &w.key,
            Filled::People { id, .. } => id,
            Filled::Value(v) => v,
            Filled::Text(t) => t,
        }
    }
}

/// A claim as drafting proposes it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftedClaim {
    /// What it is by, whatever id it gets.
    pub key: String,
    /// The predicate; none for a free claim.
    pub predicate: Option<String>,
    /// Fillers by role, in the vocabulary's order.
    pub roles: Vec<(String, Vec<Filled>)>,
    /// Where.
    pub place: Option<Filled>,
    /// How many.
    pub count: Option<Count>,
    /// When: EDTF, and whether it was inferred.
    pub time: Option<(String, bool)>,
    /// In a few words.
    pub gist: Words,
    /// The question it answers; empty for a free claim.
    pub question: Words,
    /// Indices of the readings that bear on it.
    pub readings: Vec<usize>,
    /// The rule that joined them.
    pub rule: &'static str,
    /// The least score of its readings.
    pub score: f64,
}

/// A reading made ready for grouping.
struct Ready {
    reading: usize,
    article: usize,
    roles: Vec<(String, Vec<Filled>)>,
    place: Option<Filled>,
    /// The day it is told of: written, else its document's.
    day: Option<Date>,
    /// Whether the text gives the day.
    dated: bool,
}

/// Claims that readings bear on, ordered by their first reading.
///
/// `who` says whom a name of an article means; `None` keeps the name itself as its key.
#[must_use]
pub fn claims(
    articles: &[Article],
    readings: &[Reading],
    packs: &ContentPacks,
    predicates: &Table<Predicate>,
    who: &dyn Fn(usize, &Named) -> Option<Whose>,
) -> Vec<DraftedClaim> {
    let asked = questions();
    let of = |id: &str| {
        predicates
            .iter()
            .find(|(_, i, _)| *i == id)
            .map(|(_, _, p)| p)
    };
    let mut told: Vec<Told> = readings
        .iter()
        .map(|r| Told {
            predicate: r.of.predicate.clone(),
            roles: roles(r, packs, who),
            place: r.of.place.as_ref().map(|p| whose(r.article, p, packs, who)),
        })
        .collect();
    let one = settle(articles, readings, packs, &mut told);
    let resolved: Vec<&Vec<(String, Vec<Filled>)>> = told.iter().map(|t| &t.roles).collect();
    // Who is said to have been killed: that he died is said of the same death.
    let killed: BTreeSet<&str> = readings
        .iter()
        .zip(&resolved)
        .filter(|(r, _)| r.of.predicate.as_deref() == Some("killed"))
        .filter_map(|(_, roles)| filler(roles, "victim"))
        .collect();
    let died: BTreeSet<&str> = readings
        .iter()
        .zip(&resolved)
        .filter(|(r, _)| r.of.predicate.as_deref() == Some("died"))
        .filter_map(|(_, roles)| filler(roles, "person"))
        .collect();
    let mut subjects: BTreeMap<String, Vec<Ready>> = BTreeMap::new();
    let mut free: Vec<usize> = Vec::new();
    for (k, r) in readings.iter().enumerate() {
        let Some(predicate) = &told[k].predicate else {
            // Where the same saying says something typed, what was left of it is no claim of its own.
            let typed = readings
                .iter()
                .zip(&told)
                .any(|(o, t)| o.article == r.article && o.said == r.said && t.predicate.is_some());
            let statement = matches!(r.said, Said::Statement(_));
            let asked = !r.of.roles.is_empty();
            // With and without its doer it is left untyped once.
            let once = r.of.predicate.is_none()
                || !free.iter().any(|&o| {
                    let o: &Reading = &readings[o];
                    o.article == r.article && o.said == r.said && o.of.predicate == r.of.predicate
                });
            if (!typed || asked) && once && (statement || r.of.predicate.is_none()) {
                free.push(k);
            }
            continue;
        };
        let mut roles = told[k].roles.clone();
        // A doer that nobody names is left out: what is left has been read already.
        let twin = roles.len() < r.of.roles.len()
            && readings.iter().zip(&told).any(|(o, t)| {
                o.article == r.article
                    && o.said == r.said
                    && o.of.roles.len() < r.of.roles.len()
                    && t.predicate.as_ref() == Some(predicate)
                    && t.roles == roles
            });
        if twin {
            continue;
        }
        let mut predicate = predicate.as_str();
        if predicate == "died" && filler(&roles, "person").is_some_and(|p| killed.contains(p)) {
            predicate = "killed";
            for (role, _) in &mut roles {
                if role == "person" {
                    "victim".clone_into(role);
                }
            }
        }
        // "He is dead" of a man whom the case reports to have died.
        if predicate == "status"
            && filler(&roles, "value") == Some("dead")
            && filler(&roles, "person").is_some_and(|p| died.contains(p) && !killed.contains(p))
        {
            predicate = "died";
            roles.retain(|(role, _)| role == "person");
        }
        // "He is dead" of a man whom the case reports killed: one death, whoever words it how.
        if predicate == "status"
            && filler(&roles, "value") == Some("dead")
            && filler(&roles, "person").is_some_and(|p| killed.contains(p))
        {
            predicate = "killed";
            roles.retain(|(role, _)| role == "person");
            for (role, _) in &mut roles {
                "victim".clone_into(role);
            }
        }
        let place = told[k].place.clone();
        let written = r.of.time.as_ref().and_then(|(edtf, _)| day(edtf));
        let published = articles
            .get(r.article)
            .and_then(|a| a.published)
            .and_then(first_day);
        let key = subject(predicate, &roles);
        let dated = r.of.time.is_some() && !is_state(of(predicate));
        subjects.entry(key).or_default().push(Ready {
            reading: k,
            article: r.article,
            roles,
            place,
            day: written.or(published),
            dated,
        });
    }
    let mut out = Vec::new();
    for (subject, ready) in subjects {
        let predicate = subject.split('|').next().unwrap_or_default();
        let model = of(predicate);
        for part in apart(predicate, model, ready, readings, articles, one) {
            out.push(claim(
                &subject, predicate, model, part, readings, articles, asked, one,
            ));
        }
    }
    deaths(&mut out, readings);
    let hero = hero(articles, readings, &told);
    out.extend(free_claims(articles, readings, &free, hero, who));
    out.sort_by_key(|c| c.readings.first().copied().unwrap_or(usize::MAX));
    out
}

/// The key of the first filler of a role.
fn filler<'a>(roles: &'a [(String, Vec<Filled>)], role: &str) -> Option<&'a str> {
    roles
        .iter()
        .find(|(r, _)| r == role)
        .and_then(|(_, f)| f.first())
        .map(Filled::key)
}

/// Who denies, doubts or cannot confirm that a man was killed says so of his being dead, where the case asks that too:
/// nothing but the killing is reported of him.
fn deaths(claims: &mut [DraftedClaim], readings: &[Reading]) {
    let mut more: Vec<(usize, Vec<usize>)> = Vec::new();
    for (k, dead) in claims.iter().enumerate() {
        if dead.predicate.as_deref() != Some("status")
            || filler(&dead.roles, "value") != Some("dead")
        {
            continue;
        }
        let who = filler(&dead.roles, "person");
        let stand: Vec<usize> = claims
            .iter()
            .filter(|c| {
                c.predicate.as_deref() == Some("killed")
                    && filler(&c.roles, "victim") == who
                    && filler(&c.roles, "by").is_none()
            })
            .flat_map(|c| c.readings.iter().copied())
            .filter(|&r| {
                matches!(
                    readings[r].stance,
                    Stance::Denies | Stance::Doubts | Stance::CannotConfirm
                ) && readings[r].rule != "alive-answers-report"
            })
            .collect();
        // Of several days on which he is said to be dead, the first.
        let first = claims.iter().position(|c| {
            c.predicate == dead.predicate
                && filler(&c.roles, "person") == who
                && filler(&c.roles, "value") == Some("dead")
        });
        if first == Some(k) {
            more.push((k, stand));
        }
    }
    for (k, stand) in more {
        let list = &mut claims[k].readings;
        for r in stand {
            let same = list.iter().any(|&o| {
                readings[o].article == readings[r].article && readings[o].said == readings[r].said
            });
            if !same {
                list.push(r);
            }
        }
        list.sort_unstable();
    }
}

fn is_state(predicate: Option<&Predicate>) -> bool {
    predicate.is_some_and(|p| p.kind == PredicateKind::State)
}

/// What a proposition is about: the predicate with the fillers that tell it from others.
fn subject(predicate: &str, roles: &[(String, Vec<Filled>)]) -> String {
    let mut key = predicate.to_owned();
    for (role, fillers) in roles {
        let named: Vec<&str> = fillers
            .iter()
            .filter(|f| !matches!(f, Filled::Text(_)))
            // «المعارضة» of two texts that tell the same of one place and day is one.
            .map(|f| match f {
                Filled::Entity(w) if lenient(predicate) => unnamed(&w.key),
                f => f.key(),
            })
            .collect();
        if tells(predicate, role) && !named.is_empty() {
            key.push_str(&format!("|{role}={}", named.join("+")));
        }
    }
    key
}

/// The key of a name without the one text that it is of, where it names nobody in particular.
fn unnamed(key: &str) -> &str {
    key.split_once('@').map_or(key, |(form, _)| form)
}

/// The first day of an EDTF expression.
fn day(edtf: &str) -> Option<Date> {
    first_day(&When::parse(edtf, false, Words::default()).ok()?)
}

pub(super) fn first_day(when: &When) -> Option<Date> {
    let (y, m, d) = when.first()?;
    Date::new(
        i16::try_from(y).ok()?,
        i8::try_from(m).ok()?,
        i8::try_from(d).ok()?,
    )
    .ok()
}

fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |s| s.get_days().abs())
}

/// How far apart in days two tellings of one thing may lie and still be of one event.
fn window(predicate: &str, model: Option<&Predicate>) -> Option<i32> {
    match predicate {
        // A man dies once.
        _ if model.is_some_and(|p| p.once) => None,
        // Who is held is so for days.
        "status" | "detained" => Some(7),
        "casualties" => Some(1),
        "controls" | "besieged" => Some(2),
        // A dispute over one deed goes on for days.
        _ if lenient(predicate) => Some(5),
        _ => Some(2),
    }
}

/// Readings of one subject set apart by time, place, number and words.
fn apart(
    predicate: &str,
    model: Option<&Predicate>,
    mut ready: Vec<Ready>,
    readings: &[Reading],
    articles: &[Article],
    one: One,
) -> Vec<Vec<Ready>> {
    ready.sort_by_key(|r| (r.day, r.reading));
    let window = window(predicate, model);
    let mut parts: Vec<Vec<Ready>> = Vec::new();
    for r in ready {
        let found = parts.iter().position(|part| {
            let near = match window {
                None => true,
                // The same toll of the one event, given again.
                Some(_) if one.toll && predicate == "casualties" => true,
                Some(w) => part.iter().any(|o| match (o.day, r.day) {
                    (Some(a), Some(b)) => {
                        // Two written days are two days; a telling without one may be of the day before.
                        let most = if o.dated && r.dated { w.min(0) } else { w };
                        days_between(a, b) <= most
                    }
                    (None, None) => true,
                    _ => false,
                }),
            };
            near && part.iter().all(|o| {
                same_place(predicate, o, &r, one)
                    && same_count(o, &r, readings, articles, one)
                    && same_words(predicate, o, &r)
            })
        });
        match found {
            Some(k) => parts[k].push(r),
            None => parts.push(vec![r]),
        }
    }
    for part in &mut parts {
        part.sort_by_key(|r| r.reading);
    }
    parts
}

/// Places part events, where both are written; a death is one wherever it is told to have been.
fn same_place(predicate: &str, a: &Ready, b: &Ready, one: One) -> bool {
    if matches!(
        predicate,
        "killed" | "died" | "status" | "controls" | "besieged" | "seized" | "downed" | "met"
    ) {
        return true;
    }
    // What was hit tells the deed.
    let target = |r: &Ready| filler(&r.roles, "target").map(str::to_owned);
    if predicate == "shelled" && target(a).is_some() && target(a) == target(b) {
        return true;
    }
    match (&a.place, &b.place) {
        (Some(a), Some(b)) => a.key() == b.key(),
        // A weapon used nowhere in particular is of the one use that the case tells of, else of its own text.
        (None, None) if predicate == "chemical" => one.chemical || a.article == b.article,
        (None, Some(_)) | (Some(_), None) if predicate == "chemical" => false,
        // A number without its place is shared only where the number itself is one of a kind.
        (None, None) => true,
        _ => predicate != "casualties",
    }
}

fn same_count(a: &Ready, b: &Ready, readings: &[Reading], articles: &[Article], one: One) -> bool {
    let (x, y) = (&readings[a.reading], &readings[b.reading]);
    match (&x.of.count, &y.of.count) {
        (Some(c), Some(d)) => {
            let same =
                c.min == d.min && c.max == d.max && (one.toll || c.cumulative == d.cumulative);
            let telling = c.min.is_some_and(|n| n >= 6) && c.word.is_none();
            let placed = a.place.is_some() && b.place.is_some();
            let together = articles
                .get(x.article)
                .zip(articles.get(y.article))
                .is_some_and(|(p, q)| p.document == q.document);
            same && (telling || placed || together)
        }
        (None, None) => true,
        _ => false,
    }
}

/// Roles of words (what was agreed, what somebody is accused of) must be nearly the same.
fn same_words(predicate: &str, a: &Ready, b: &Ready) -> bool {
    a.roles.iter().all(|(role, f)| {
        let Some(Filled::Text(x)) = f.first() else {
            return true;
        };
        if !tells(predicate, role) {
            return true;
        }
        let other = b
            .roles
            .iter()
            .find(|(r, _)| r == role)
            .and_then(|(_, f)| f.first());
        let Some(Filled::Text(y)) = other else {
            return false;
        };
        Bag::new(x).near(&Bag::new(y))
    })
}

#[allow(clippy::too_many_arguments)]
fn claim(
    subject: &str,
    predicate: &str,
    model: Option<&Predicate>,
    part: Vec<Ready>,
    readings: &[Reading],
    articles: &[Article],
    asked: &super::gist::Questions,
    one: One,
) -> DraftedClaim {
    let first = &part[0];
    // Of the fillers that do not tell claims apart, what most readings say; nothing where they differ.
    let mut roles: Vec<(String, Vec<Filled>)> = Vec::new();
    for (role, fillers) in &first.roles {
        if tells(predicate, role) {
            roles.push((role.clone(), fillers.clone()));
        }
    }
    let mut cause: BTreeMap<String, usize> = BTreeMap::new();
    for r in &part {
        for (role, f) in &r.roles {
            if role == "cause"
                && let Some(Filled::Text(t)) = f.first()
            {
                *cause.entry(t.clone()).or_default() += 1;
            }
        }
    }
    if part.len() == 1 {
        roles.clone_from(&first.roles);
        roles.retain(|(role, _)| tells(predicate, role) || role != "cause");
    }
    let place = if matches!(predicate, "killed" | "died") {
        // Where tellings name different places, the claim names none.
        let places: BTreeSet<&str> = part
            .iter()
            .filter_map(|r| r.place.as_ref())
            .map(Filled::key)
            .collect();
        if places.len() == 1 {
            part.iter().find_map(|r| r.place.clone())
        } else {
            None
        }
    } else {
        part.iter().find_map(|r| r.place.clone())
    };
    let time = time(predicate, model, &part, readings, articles);
    let mut count = readings[first.reading].of.count.clone();
    let document = articles
        .get(readings[first.reading].article)
        .map_or("", |a| a.document);
    if let Some(c) = &mut count {
        // What has no place is comparable with nothing: each has a scope of its own.
        // Tolls of one event are of one scope, whenever they were given.
        let day = time
            .as_ref()
            .filter(|_| !one.toll)
            .map_or("", |(t, _)| t.as_str());
        c.scope = match &place {
            Some(Filled::Entity(w)) => {
                let name = w
                    .names
                    .get("en")
                    .or_else(|| w.names.values().next())
                    .cloned()
                    .unwrap_or_default();
                format!("{name} {day}").trim().to_owned()
            }
            _ if one.toll => "the one event of this case".to_owned(),
            // Of what, nobody can tell: comparable with nothing.
            _ => {
                let at = readings[first.reading]
                    .part
                    .first()
                    .map_or(0, |span| span.start);
                format!("unplaced, {document} {day}, at {at}")
            }
        };
    }
    let mut key = subject.to_owned();
    if model.is_none_or(|m| !m.once) {
        if let Some((t, _)) = &time {
            key.push_str(&format!("|t={}", t.split('/').next().unwrap_or(t)));
        }
        if let Some(p) = &place {
            key.push_str(&format!("|p={}", p.key()));
        }
    }
    if let Some(c) = &count {
        key.push_str(&format!(
            "|n={}-{}",
            c.min.map_or(String::new(), |n| n.to_string()),
            c.max.map_or(String::new(), |n| n.to_string())
        ));
        if c.cumulative {
            key.push_str("|so-far");
        }
        if place.is_none() {
            key.push_str(&format!("|d={document}"));
        }
    }
    for (role, f) in &first.roles {
        if let (true, Some(Filled::Text(t))) = (tells(predicate, role), f.first()) {
            let words: Vec<String> = Bag::new(t).words.into_iter().take(6).collect();
            key.push_str(&format!("|{role}~{}", words.join("-")));
        }
    }
    let score = part
        .iter()
        .map(|r| readings[r.reading].score)
        .fold(1.0, f64::min);
    let mut claim = DraftedClaim {
        key,
        predicate: Some(predicate.to_owned()),
        roles,
        place,
        count,
        time,
        gist: Words::default(),
        question: Words::default(),
        readings: part.iter().map(|r| r.reading).collect(),
        rule: if part.len() == 1 {
            "one reading"
        } else {
            "same predicate, fillers, time and place"
        },
        score,
    };
    (claim.gist, claim.question) = words(&claim, model, asked);
    claim
}

/// The time of a claim: the day most readings write; of a state the days it is told of.
fn time(
    predicate: &str,
    model: Option<&Predicate>,
    part: &[Ready],
    readings: &[Reading],
    articles: &[Article],
) -> Option<(String, bool)> {
    if is_state(model) {
        let days: BTreeSet<Date> = part.iter().filter_map(|r| r.day).collect();
        let (first, last) = (days.first()?, days.last()?);
        // Who is dead stays so: the first day is enough.
        let dead = part[0]
            .roles
            .iter()
            .any(|(_, f)| f.iter().any(|f| f.key() == "dead"));
        return Some(if first == last || dead {
            (first.to_string(), true)
        } else {
            (format!("{first}/{last}"), true)
        });
    }
    let published = |r: &Ready| {
        let article = articles.get(readings[r.reading].article)?;
        article.published.and_then(first_day)
    };
    let first = part.iter().filter_map(published).min();
    // No event comes after the first article that tells of it.
    let after = |t: &str| day(t).zip(first).is_some_and(|(t, first)| t > first);
    let mut told: BTreeMap<&(String, bool), usize> = BTreeMap::new();
    for r in part {
        if let Some(t) = &readings[r.reading].of.time
            && (!after(&t.0) || part.len() == 1)
        {
            *told.entry(t).or_default() += 1;
        }
    }
    let most = told
        .iter()
        .max_by_key(|(t, n)| (**n, std::cmp::Reverse(&t.0)))
        .map(|(t, _)| (*t).clone());
    if most.is_some() {
        return most;
    }
    // An event told without a day happened by the first document that tells it.
    if model.is_some_and(|m| m.once) || matches!(predicate, "accused" | "demanded") {
        return None;
    }
    first.map(|d| (format!("{d}~"), true))
}

/// The key of the question of the case that a reading is of.
fn matter(r: &Reading) -> Option<&str> {
    let of = |(role, fillers): &(String, Vec<Filler>)| role == "matter" && !fillers.is_empty();
    let (_, fillers) = r.of.roles.iter().find(|one| of(one))?;
    match fillers.first() {
        Some(Filler::Text(key)) => Some(key.as_str()),
        _ => None,
    }
}

/// The words that a free claim has of a reading: of a question of the case its clause, which stands behind the words that tell
/// the event.
pub(super) fn clause(r: &Reading) -> &[Span] {
    match r.part.as_slice() {
        [_, clause @ ..] if !clause.is_empty() && matter(r).is_some() => clause,
        all => all,
    }
}

/// What a free reading says, without the words of stance at its head, which are no part of it; else all that its saying conveys.
fn content(articles: &[Article], r: &Reading) -> String {
    let Some(article) = articles.get(r.article) else {
        return String::new();
    };
    let all: Vec<char> = article.text.chars().collect();
    let cut = |s: &Span| -> String {
        let end = s.end.min(all.len());
        all[s.start.min(end)..end].iter().collect()
    };
    let own = clause(r).iter().map(cut).collect::<Vec<_>>().join(" … ");
    if own.chars().any(char::is_alphanumeric) {
        return own;
    }
    match r.said {
        Said::Statement(i) => {
            let statement = article.extraction.statements.get(i);
            let content = statement.iter().flat_map(|s| &s.content);
            let words: Vec<&str> = content.map(|c| c.text.as_str()).collect();
            words.join(" … ")
        }
        Said::Own(span) | Said::Heading(span) => cut(&span),
        Said::Title => article.title.unwrap_or_default().to_owned(),
    }
}

/// Free claims, grouped by likeness.
fn free_claims(
    articles: &[Article],
    readings: &[Reading],
    free: &[usize],
    hero: Option<&Whose>,
    who: &dyn Fn(usize, &Named) -> Option<Whose>,
) -> Vec<DraftedClaim> {
    let contents: Vec<String> = free
        .iter()
        .map(|&k| content(articles, &readings[k]))
        .collect();
    let bags: Vec<Bag> = contents.iter().map(|c| Bag::new(c)).collect();
    let mut by_group: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    // «هذه الاتهامات» is about something else in every text: so few words say nothing that two could share.
    let few = |i: usize| bags[i].words.len() < 3;
    // Who answers what stood elsewhere denies that and not the own words, which another text may have too.
    let answers = |i: usize| {
        let r = &readings[free[i]];
        r.rule.starts_with("answers-") && r.of.predicate.is_some() && r.stance != Stance::Affirms
    };
    // What is of one question of the case is of one claim, in whatever words.
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let matter = |i: usize| matter(&readings[free[i]]);
    // Named by what affirms it, and shortly.
    for i in 0..free.len() {
        let Some(key) = matter(i) else { continue };
        let plain = |i: usize| {
            let r = &readings[free[i]];
            (r.stance != Stance::Affirms, contents[i].chars().count())
        };
        let best = asked.entry(key).or_insert(i);
        if plain(i) < plain(*best) {
            *best = i;
        }
    }
    for (i, g) in groups(&bags).into_iter().enumerate() {
        let g = match matter(i).and_then(|key| asked.get(key)) {
            Some(&g) => g,
            None if few(i) || few(g) || matter(g).is_some() || answers(i) || answers(g) => i,
            None => g,
        };
        by_group.entry(g).or_default().push(i);
    }
    // What only one text has is no dispute: a denial and the report that it is of are then claims of their own.
    let mixed: Vec<usize> = by_group
        .iter()
        .filter(|(_, members)| {
            let article = |i: &usize| readings[free[*i]].article;
            let against = |i: &usize| readings[free[*i]].stance == Stance::Denies;
            members.iter().all(|m| matter(*m).is_none())
                && members.iter().all(|m| article(m) == article(&members[0]))
                && members.iter().any(against)
                && !members.iter().all(against)
        })
        .map(|(g, _)| *g)
        .collect();
    for g in mixed {
        let members = by_group.remove(&g).unwrap_or_default();
        for i in members {
            by_group.entry(i).or_default().push(i);
        }
    }
    by_group
        .into_iter()
        .filter_map(|(g, members)| {
            let first = &readings[free[g]];
            let told: Vec<(&Reading, &str)> = members
                .iter()
                .map(|&i| (&readings[free[i]], contents[i].as_str()))
                .collect();
            let (gist, question) = wording(articles, &told, matter(g), hero, who);
            // Of no words there is no claim.
            if gist.iter().all(|(_, words)| words.trim().is_empty()) {
                return None;
            }
            let document = articles.get(first.article).map_or("", |a| a.document);
            // Its own words, folded: the key of a free claim holds as long as its text does.
            let words: Vec<&str> = bags[g].words.iter().map(String::as_str).collect();
            let key = format!("free|{document}|{}", fold(&words.join("-")));
            Some(DraftedClaim {
                key,
                predicate: None,
                roles: Vec::new(),
                place: None,
                count: None,
                time: None,
                gist,
                question,
                readings: members.iter().map(|&i| free[i]).collect(),
                rule: if members.len() == 1 {
                    "one reading"
                } else if matter(g).is_some() {
                    "the same event and name"
                } else {
                    "nearly the same words"
                },
                score: 0.5,
            })
        })
        .collect()
}
