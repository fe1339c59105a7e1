//! From uses of names to nodes.
//!
//! First what needs no other use: names that the case has, and listed bodies. Then whole names by
//! folded equality, spelling and script. Last the short forms, by their own text before any other.
//!
//! In one file because it is one pass, whose order is its meaning: each step may use only what those before it settled.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::central::{central, variants};
use super::form::{Class, Form};
use super::listed::Listed;
use super::scripts::{Alike, alike};
use super::shorter::{in_case, in_text, is_cut_of, is_kunya, is_short};
use super::titles::Titles;
use super::uses::{Known, Merge, Names, Node, Role, Suggestion, Use};
use crate::model::{EntityKind, Number, SourceKind};
use crate::text::Span;
use crate::text::romanize::slug;

/// All uses of one form in one article.
#[derive(Debug)]
pub(super) struct Local {
    pub(super) article: usize,
    pub(super) class: Class,
    pub(super) words: Vec<String>,
    pub(super) generic: bool,
    form: Form,
    asked: Vec<(String, bool)>,
    known_as: Option<String>,
    entity: EntityKind,
    sources: Vec<SourceKind>,
    voices: Vec<String>,
    speaks: bool,
    described: bool,
    span: Option<Span>,
    times: usize,
}

/// All whole forms that are one so far.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) class: Class,
    pub(super) words: Vec<String>,
    /// The words of every form of it.
    pub(super) variants: BTreeSet<Vec<String>>,
    pub(super) articles: BTreeSet<usize>,
    /// Those in which a text has the name, and nobody only means whom the case is about.
    pub(super) written: BTreeSet<usize>,
    pub(super) arabic: bool,
    pub(super) listed: bool,
}

/// Where the key of a node comes from.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    pub(super) key: String,
    pub(super) rule: &'static str,
    pub(super) score: f64,
}

/// Clusters the uses of names of all articles.
///
/// `documents`: the id and language of each article. `ids`: the ids that keys had in an earlier draft.
#[must_use]
pub fn gather(
    uses: &[Use],
    documents: &[(&str, &str)],
    known: &[Known],
    listed: &Listed,
    titles: &Titles,
    ids: &HashMap<String, String>,
) -> Names {
    let locals = locals(uses, titles);
    let lookup = Lookup::new(known, listed, titles);
    let mut taken: Vec<Option<Taken>> = locals.iter().map(|l| lookup.direct(l)).collect();
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (local, taken) in locals.iter().zip(&mut taken) {
        if taken.is_none()
            && !is_short(local.class, &local.words, titles, local.generic)
            && listed.short(&local.form).is_empty()
        {
            *taken = Some(Taken {
                key: format!("{}:{}", local.class.word(), whole(local)),
                rule: "same-name",
                score: 0.9,
            });
        }
        if let Some(taken) = taken {
            enter(&mut groups, &taken.key, local);
        }
    }
    spoken_of(&locals, &mut taken, &mut groups, documents);
    for (id, form, class) in lookup.known_forms() {
        let words = match class {
            Class::Person => titles.person(&form).words,
            _ => form.words.clone(),
        };
        if let Some(group) = groups.get_mut(&format!("known:{id}")) {
            group.variants.insert(words);
        }
    }
    let mut joined = Joined::default();
    joined.add(alike(&groups, titles));
    joined.add(cuts(&groups, titles));
    // Whoever was joined so far is one: no two spellings of a name are rivals.
    let arabic: Vec<bool> = documents.iter().map(|d| d.1.starts_with("ar")).collect();
    joined.add(variants(&joined.groups(&groups), &arabic));
    joined.add(central(&joined.groups(&groups), &arabic));
    let merged = joined.groups(&groups);
    let Joined { into, suggestions } = joined;
    for taken in taken.iter_mut().flatten() {
        let to = root(&into, &taken.key);
        if to != taken.key
            && let Some((_, rule, score)) = into.get(&taken.key)
        {
            *taken = Taken {
                key: to,
                rule,
                score: *score,
            };
        }
    }
    // Whole names per article, for the short ones in it.
    let mut here: HashMap<usize, BTreeSet<String>> = HashMap::new();
    for (local, taken) in locals.iter().zip(&taken) {
        if let Some(taken) = taken {
            here.entry(local.article)
                .or_default()
                .insert(taken.key.clone());
        }
    }
    let none = BTreeSet::new();
    for (local, taken) in locals.iter().zip(&mut taken) {
        let near = here.get(&local.article).unwrap_or(&none);
        if let Some(t) = taken {
            // A single word that was taken for a body's whole name may be a person's surname.
            if t.rule == "same-name"
                && local.class == Class::Body
                && local.words.len() == 1
                && let Some((key, rule, score)) = in_text(local, &merged, near)
                && key != t.key
            {
                *t = Taken { key, rule, score };
            }
            continue;
        }
        let mut shorts: Vec<String> = listed
            .short(&local.form)
            .iter()
            .map(|i| lookup.listed_key(*i))
            .collect();
        let rivals = shorts.len();
        shorts.retain(|k| near.contains(k));
        let found = match shorts.as_slice() {
            [one] => Some((one.clone(), "listed-short", 0.9)),
            _ => in_text(local, &merged, near),
        }
        .or_else(|| in_case(local, &merged, titles))
        .or_else(|| qualified(local, &merged, titles))
        .or_else(|| headed(local, &merged, titles))
        .or_else(|| {
            // «المرصد» in a text by itself, where the case has one listed body of this short form and no other that it heads.
            let mut all = listed
                .short(&local.form)
                .iter()
                .map(|i| lookup.listed_key(*i))
                .filter(|k| merged.contains_key(k));
            let one = all.next()?;
            // RSF is one of two listed bodies: the one that the case names whole.
            let particular = rivals == 1 || !local.generic;
            (all.next().is_none() && particular).then_some((one, "listed-short-in-case", 0.6))
        });
        let (key, rule, score) = found.unwrap_or_else(|| lonely(local, documents, titles));
        *taken = Some(Taken { key, rule, score });
    }
    super::offices::offices(&locals, &mut taken, &merged, titles);
    build(
        &locals,
        &taken,
        &suggestions,
        &lookup,
        documents,
        ids,
        uses,
        titles,
    )
}

/// A person of one word or one kunya («الملا عمر», "Mullah Omar", «أبو ياقوت») of whom a third of the articles in that script speak is one
/// person in all of them: the one whose longer name ends so, or begins with that kunya, where there is one.
fn spoken_of(
    locals: &[Local],
    taken: &mut [Option<Taken>],
    groups: &mut BTreeMap<String, Group>,
    documents: &[(&str, &str)],
) {
    // In either script, and in a case of few articles.
    const ARTICLES: usize = 3;
    const FEW: usize = 2;
    let single = |l: &Local| {
        l.class == Class::Person && (is_kunya(&l.words) || l.words.len() == 1 && !l.speaks)
    };
    let mut articles: HashMap<(bool, &[String]), BTreeSet<usize>> = HashMap::new();
    for local in locals.iter().filter(|l| single(l) && !l.speaks) {
        let key = (local.form.is_arabic(), local.words.as_slice());
        articles.entry(key).or_default().insert(local.article);
    }
    let words = |of: fn(&Local) -> bool| -> HashSet<&[String]> {
        let persons = locals.iter().filter(|l| l.class == Class::Person && of(l));
        persons.map(|l| l.words.as_slice()).collect()
    };
    let (speak, told_of) = (words(|l| l.speaks), words(|l| l.described));
    for (local, taken) in locals.iter().zip(taken) {
        if taken.is_some() || !single(local) {
            continue;
        }
        let arabic = local.form.is_arabic();
        let often = articles
            .get(&(arabic, local.words.as_slice()))
            .map_or(0, BTreeSet::len);
        let alike = |l: &&(&str, &str)| l.1.starts_with("ar") == arabic;
        let script = documents.iter().filter(alike).count();
        let much = often >= ARTICLES && often * 3 >= script
            || often >= FEW && often * 3 >= documents.len();
        if !much {
            continue;
        }
        let kunya = is_kunya(&local.words);
        let own = format!("{}:{}", local.class.word(), whole(local));
        // A longer name that few articles have may have been read too far there; whoever only speaks under a longer name, and never
        // under the short one, is a relative of whom it tells.
        let other = |g: &Group, ends: bool| {
            let seldom = g.articles.len() == 1 || g.articles.len() * 4 <= often;
            let relative = ends
                && speak.contains(g.words.as_slice())
                && !told_of.contains(g.words.as_slice())
                && !speak.contains(local.words.as_slice());
            relative || seldom && (kunya || !ends)
        };
        let longer: Vec<String> = groups
            .iter()
            .filter(|(k, g)| {
                let ends = g.words.ends_with(&local.words);
                let begins = g.words.starts_with(&local.words);
                **k != own
                    && g.class == Class::Person
                    && g.arabic == arabic
                    && g.words.len() > local.words.len()
                    && (ends || begins)
                    && !other(g, ends)
            })
            .map(|(k, _)| k.clone())
            .collect();
        let (key, rule) = match longer.as_slice() {
            [] => (own, "same-name"),
            [one] if groups[one].words.ends_with(&local.words) => (one.clone(), "surname-in-case"),
            [one] if kunya => (one.clone(), "given-name-in-case"),
            _ => continue,
        };
        enter(groups, &key, local);
        *taken = Some(Taken {
            key,
            rule,
            score: 0.6,
        });
    }
}

/// «وزارة الداخلية» by itself, where all the case has one body only that is called so with whose it is: "Tirant's interior
/// ministry". Two such, and nobody can tell.
fn qualified(
    local: &Local,
    merged: &BTreeMap<String, Group>,
    titles: &Titles,
) -> Option<(String, &'static str, f64)> {
    if local.class != Class::Body || !local.generic || local.words.len() < 2 {
        return None;
    }
    let bare = |words: &[String]| Form {
        words: words.to_vec(),
        shown: if local.form.is_arabic() {
            local.form.shown.clone()
        } else {
            String::new()
        },
    };
    let whose = |words: &Vec<String>, arabic: bool| {
        words.len() == local.words.len() + 1
            && (0..words.len()).any(|k| {
                let rest: Vec<String> = words
                    .iter()
                    .enumerate()
                    .filter(|(n, _)| *n != k)
                    .map(|(_, w)| w.clone())
                    .collect();
                rest == local.words
                    || !arabic
                        && local.form.is_arabic()
                        && titles.terms().same(&local.form, &bare(&rest))
            })
    };
    let mut all = merged.iter().filter(|(_, g)| {
        g.class == Class::Body && g.variants.iter().any(|words| whose(words, g.arabic))
    });
    let (key, _) = all.next()?;
    all.next()
        .is_none()
        .then(|| (key.clone(), "only-one-in-case", 0.55))
}

/// «الحركة», "the movement" by itself, where all the case has one body only whose name begins, or in English ends, with that word.
fn headed(
    local: &Local,
    merged: &BTreeMap<String, Group>,
    titles: &Titles,
) -> Option<(String, &'static str, f64)> {
    let [word] = local.words.as_slice() else {
        return None;
    };
    if local.class != Class::Body || !titles.is_head(word) {
        return None;
    }
    let head = super::form::bare_word(word);
    let mut all = merged.iter().filter(|(_, g)| {
        g.class == Class::Body
            && g.variants.iter().any(|v| {
                v.len() > 1
                    && v.first()
                        .into_iter()
                        .chain(v.last())
                        .any(|w| super::form::bare_word(w) == head)
            })
    });
    let (key, _) = all.next()?;
    all.next()
        .is_none()
        .then(|| (key.clone(), "only-one-in-case", 0.55))
}

/// A short form that no whole name explains: in one text only, where it names nobody in particular.
fn lonely(
    local: &Local,
    documents: &[(&str, &str)],
    titles: &Titles,
) -> (String, &'static str, f64) {
    let words = local
        .words
        .iter()
        .filter(|w| !matches!(w.as_str(), "al" | "el"));
    let own = local.class == Class::Person && !titles.is_given(&local.words) && words.count() == 1;
    let form = format!("{}:{}", local.class.word(), whole(local));
    // «التحالف الدولي»: short for a listed body that the case does not have, and yet no word that is said of any.
    let particular = local.class == Class::Body && !local.generic && local.words.len() >= 2;
    if own || particular {
        return (form, "same-name", 0.6);
    }
    let document = documents.get(local.article).map_or("", |d| d.0);
    (format!("{form}@{document}"), "this-text-only", 0.9)
}

fn whole(local: &Local) -> String {
    match local.class {
        Class::Person => Form {
            words: local.words.clone(),
            shown: String::new(),
        }
        .bare(),
        _ => local.words.concat(),
    }
}

fn enter(groups: &mut BTreeMap<String, Group>, key: &str, local: &Local) {
    let group = groups.entry(key.to_owned()).or_insert_with(|| Group {
        class: local.class,
        words: local.words.clone(),
        variants: BTreeSet::new(),
        articles: BTreeSet::new(),
        written: BTreeSet::new(),
        arabic: local.form.is_arabic(),
        listed: key.starts_with("listed:") || key.starts_with("land:"),
    });
    group.variants.insert(local.words.clone());
    group.articles.insert(local.article);
    if local.span.is_some() {
        group.written.insert(local.article);
    }
}

/// Which groups are one: what each goes into and by which rule, and pairs that are only suggested.
#[derive(Default)]
struct Joined {
    into: BTreeMap<String, (String, &'static str, f64)>,
    suggestions: Vec<(String, String, &'static str, f64)>,
}

impl Joined {
    fn add(&mut self, pairs: Vec<Alike>) {
        for pair in pairs {
            let (a, b) = (root(&self.into, &pair.a), root(&self.into, &pair.b));
            let held = |k: &String| k.starts_with("known:") || k.starts_with("listed:");
            if !pair.merge || a == b || held(&a) && held(&b) {
                if a != b {
                    self.suggestions.push((a, b, pair.rule, pair.score));
                }
                continue;
            }
            let (keep, drop) = if held(&b) { (b, a) } else { (a, b) };
            self.into.insert(drop, (keep, pair.rule, pair.score));
        }
    }

    /// The groups as they are now, each under the key it went into.
    fn groups(&self, groups: &BTreeMap<String, Group>) -> BTreeMap<String, Group> {
        let mut merged: BTreeMap<String, Group> = BTreeMap::new();
        for (key, group) in groups {
            let to = root(&self.into, key);
            match merged.get_mut(&to) {
                Some(all) => {
                    all.variants.extend(group.variants.iter().cloned());
                    all.articles.extend(&group.articles);
                    all.written.extend(&group.written);
                }
                None => {
                    merged.insert(to, group.clone());
                }
            }
        }
        merged
    }
}

fn root(into: &BTreeMap<String, (String, &'static str, f64)>, key: &str) -> String {
    let mut key = key.to_owned();
    // Each step was entered when its target was a root, so there is no circle.
    while let Some((next, _, _)) = into.get(&key) {
        key = next.clone();
    }
    key
}

/// An outlet is described by so many adjectives at most.
const MOST_ADJECTIVES: usize = 2;

/// Whether a folded word looks like a definite adjective of relation: «التركي», «الرسمية».
fn adjective(word: &str) -> bool {
    word.starts_with("ال")
        && (word.ends_with('ي') || word.ends_with("يه"))
        && word.chars().count() >= 5
}

/// Whether a name is an outlet's with adjectives behind it: «قناة الفنار» and «قناة الفنار القلميرية».
fn is_described(short: &Group, long: &Group, titles: &Titles) -> bool {
    let more = long.words.get(short.words.len()..).unwrap_or_default();
    let outlet = Form {
        words: short.words.clone(),
        shown: String::new(),
    };
    short.words.len() >= 2
        && (1..=MOST_ADJECTIVES).contains(&more.len())
        && long.words.starts_with(&short.words)
        && more.iter().all(|w| adjective(w))
        && titles.is_outlet(&outlet)
        && !titles.is_generic(&titles.without_outlet(&outlet))
}

/// Bodies of which one is the other cut before what it is for, or before adjectives, where one only is.
fn cuts(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let bodies: Vec<(&String, &Group)> = groups
        .iter()
        .filter(|(_, g)| g.class == Class::Body && g.words.len() >= 2)
        .collect();
    let mut by_first: HashMap<&str, Vec<(&String, &Group)>> = HashMap::new();
    for (key, group) in &bodies {
        by_first
            .entry(group.words[0].as_str())
            .or_default()
            .push((key, group));
    }
    let mut found = Vec::new();
    for (key, short) in &bodies {
        let longer: Vec<&String> = by_first[short.words[0].as_str()]
            .iter()
            .filter(|(_, long)| is_cut_of(short, long) || is_described(short, long, titles))
            .map(|(key, _)| *key)
            .collect();
        let sure = longer.len() == 1;
        for long in longer {
            found.push(super::scripts::Alike {
                a: long.clone(),
                b: (*key).clone(),
                rule: "cut-before-purpose",
                score: if sure { 0.8 } else { 0.4 },
                merge: sure,
            });
        }
    }
    found
}

/// One entry for each form of each article, in the order of first uses.
fn locals(uses: &[Use], titles: &Titles) -> Vec<Local> {
    let mut all: Vec<Local> = Vec::new();
    let mut at: HashMap<(usize, Class, String, Option<String>), usize> = HashMap::new();
    for one in uses {
        let asked = Form::new(&one.named.name);
        if asked.words.is_empty() {
            continue;
        }
        let class = Class::of(one.named.kind);
        let form = match class {
            Class::Person => titles.person(&asked),
            Class::Body => titles.at_home(titles.without_trailing(&asked)),
            Class::Place => town(&asked),
            _ => asked.clone(),
        };
        let speaks = !matches!(one.role, Role::Content);
        let key = (one.article, class, form.key(), one.named.known_as.clone());
        let n = *at.entry(key).or_insert_with(|| {
            all.push(Local {
                article: one.article,
                class,
                words: form.words.clone(),
                generic: titles.is_generic(&form),
                form,
                asked: Vec::new(),
                known_as: one.named.known_as.clone(),
                entity: one.named.kind,
                sources: Vec::new(),
                voices: Vec::new(),
                speaks: false,
                described: false,
                span: one.named.span,
                times: 0,
            });
            all.len() - 1
        });
        let local = &mut all[n];
        local.times += 1;
        local.speaks |= speaks;
        local.described |= !speaks;
        if !local.asked.contains(&(asked.key(), speaks)) {
            local.asked.push((asked.key(), speaks));
        }
        if let Role::Source { kind, phrase } = one.role {
            local.sources.push(kind);
            if let Some(phrase) = phrase
                && !local.voices.iter().any(|v| v == phrase)
            {
                local.voices.push(phrase.to_owned());
            }
        }
    }
    all
}

/// A town's name without the word that says that it is one; a province stays apart from its town.
fn town(form: &Form) -> Form {
    match form.words.first().map(String::as_str) {
        Some("مدينه" | "بلده" | "قريه") if form.words.len() > 1 => {
            form.without_first(1)
        }
        _ => form.clone(),
    }
}

/// What needs no other use.
struct Lookup<'a> {
    known: &'a [Known],
    listed: &'a Listed,
    titles: &'a Titles,
    by_form: HashMap<(Class, String), Option<usize>>,
    of_listed: HashMap<usize, usize>,
}

impl<'a> Lookup<'a> {
    fn new(known: &'a [Known], listed: &'a Listed, titles: &'a Titles) -> Self {
        let mut by_form: HashMap<(Class, String), Option<usize>> = HashMap::new();
        let mut of_listed = HashMap::new();
        for (n, one) in known.iter().enumerate() {
            for form in &one.forms {
                let form = Form::new(form);
                let key = match one.class {
                    Class::Person => titles.person(&form).bare(),
                    _ => form.key(),
                };
                // «وكالة ساحل» is known by «وكالة ساحل للأنباء», «الفنار» by «إذاعة الفنار».
                if one.class == Class::Body {
                    let bare = titles.without_trailing(&form);
                    let own = titles.without_outlet(&bare);
                    for shorter in [bare, own] {
                        if shorter.words.len() < form.words.len() && !titles.is_generic(&shorter) {
                            by_form
                                .entry((one.class, shorter.key()))
                                .and_modify(|at| {
                                    if *at != Some(n) {
                                        *at = None;
                                    }
                                })
                                .or_insert(Some(n));
                        }
                    }
                }
                // A form that two entries have means neither by itself.
                by_form
                    .entry((one.class, key))
                    .and_modify(|at| {
                        if *at != Some(n) {
                            *at = None;
                        }
                    })
                    .or_insert(Some(n));
                if one.class == Class::Body
                    && let Some((i, _, _)) = listed.find(&form, titles)
                {
                    of_listed.entry(i).or_insert(n);
                }
            }
        }
        Self {
            known,
            listed,
            titles,
            by_form,
            of_listed,
        }
    }

    fn known_forms(&self) -> impl Iterator<Item = (&str, Form, Class)> {
        self.known.iter().flat_map(|k| {
            k.forms
                .iter()
                .map(|f| (k.id.as_str(), Form::new(f), k.class))
        })
    }

    fn listed_key(&self, i: usize) -> String {
        match self.of_listed.get(&i) {
            Some(n) => format!("known:{}", self.known[*n].id),
            None => format!("listed:{}", self.listed.bodies()[i].id),
        }
    }

    /// The outlet of the case that a form names between a word for what it is and adjectives: «موقع «قلمير نت» التركي».
    fn described(&self, form: &Form) -> Option<usize> {
        let own = self
            .titles
            .is_outlet(form)
            .then(|| self.titles.without_outlet(form))?;
        (0..=MOST_ADJECTIVES.min(own.words.len().saturating_sub(1)))
            .take_while(|cut| {
                own.words[own.words.len() - cut..]
                    .iter()
                    .all(|w| adjective(w))
            })
            .map(|cut| own.without_last(cut))
            .filter(|bare| !self.titles.is_generic(bare))
            .find_map(|bare| {
                let n = (*self.by_form.get(&(Class::Body, bare.key()))?)?;
                // A station is no agency of the same name: the outlet is called that and nothing else.
                let whole = self.known[n]
                    .forms
                    .iter()
                    .any(|f| Form::new(f).key() == bare.key());
                whole.then_some(n)
            })
    }

    fn direct(&self, local: &Local) -> Option<Taken> {
        let taken = |key, rule, score| Some(Taken { key, rule, score });
        if let Some(id) = &local.known_as {
            return taken(format!("known:{id}"), "known", 1.0);
        }
        let key = match local.class {
            Class::Person => local.form.bare(),
            _ => local.form.key(),
        };
        if let Some(Some(n)) = self.by_form.get(&(local.class, key)) {
            return taken(format!("known:{}", self.known[*n].id), "known", 1.0);
        }
        match local.class {
            Class::Body => {
                if let Some((i, rule, score)) = self.listed.find(&local.form, self.titles) {
                    return taken(self.listed_key(i), rule, score);
                }
                if let Some(i) = self.listed.voice(&local.form) {
                    return taken(self.listed_key(i), "listed-voice", 0.8);
                }
                if let Some(n) = self.described(&local.form) {
                    return taken(
                        format!("known:{}", self.known[n].id),
                        "outlet-described",
                        0.7,
                    );
                }
                // «المرصد السوري لحقوق الإنسان ومصادر»: two, of whom the first is known.
                let joined = (1..local.words.len())
                    .rev()
                    .find(|n| local.words[*n].starts_with('و') || local.words[*n] == "and")?;
                let first = local.form.without_last(local.words.len() - joined);
                let (i, _, _) = self.listed.find(&first, self.titles)?;
                taken(self.listed_key(i), "first-of-two", 0.7)
            }
            Class::Place => {
                let (i, _, _) = self.listed.find(&local.form, self.titles)?;
                let body = &self.listed.bodies()[i];
                (body.kind == SourceKind::State).then(|| Taken {
                    key: format!("land:{}", body.id),
                    rule: "listed",
                    score: 1.0,
                })
            }
            Class::Person | Class::Thing | Class::Event => None,
        }
    }
}

/// Makes the nodes.
#[allow(clippy::too_many_arguments)] // One step with what all earlier ones found.
fn build(
    locals: &[Local],
    taken: &[Option<Taken>],
    suggestions: &[(String, String, &'static str, f64)],
    lookup: &Lookup,
    documents: &[(&str, &str)],
    ids: &HashMap<String, String>,
    uses: &[Use],
    titles: &Titles,
) -> Names {
    let mut names = Names::default();
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut shown: Vec<BTreeMap<(String, String), (usize, usize)>> = Vec::new();
    let mut kinds: Vec<BTreeMap<SourceKind, usize>> = Vec::new();
    for (local, taken) in locals.iter().zip(taken) {
        let Some(taken) = taken else {
            continue;
        };
        let n = *at.entry(taken.key.clone()).or_insert_with(|| {
            names.nodes.push(node(&taken.key, local, lookup));
            shown.push(BTreeMap::new());
            kinds.push(BTreeMap::new());
            names.nodes.len() - 1
        });
        let node = &mut names.nodes[n];
        node.speaks |= local.speaks;
        node.described |= local.described;
        if node.articles.last() != Some(&local.article) {
            node.articles.push(local.article);
        }
        for kind in &local.sources {
            *kinds[n].entry(*kind).or_default() += 1;
        }
        let language = documents.get(local.article).map_or("en", |d| d.1);
        let language = local.form.language(language).to_owned();
        // A short form is an alias; so is one that only a list explains.
        let rank = usize::from(matches!(
            taken.rule,
            "same-name"
                | "this-text-only"
                | "office-in-case"
                | "spelling"
                | "two-scripts"
                | "two-languages"
                | "cut-before-purpose"
        ));
        let count = shown[n]
            .entry((language, local.form.shown.clone()))
            .or_default();
        count.0 = count.0.max(rank);
        count.1 += local.times;
        if !node.merges.iter().any(|m| m.form == local.form.shown) {
            node.merges.push(Merge {
                form: local.form.shown.clone(),
                article: local.article,
                span: local.span,
                rule: taken.rule,
                score: taken.score,
            });
        }
        for (key, speaks) in &local.asked {
            names
                .by_form
                .entry((local.article, local.class, key.clone(), *speaks))
                .or_insert(n);
        }
    }
    for (n, node) in names.nodes.iter_mut().enumerate() {
        settle(node, &shown[n], &kinds[n]);
    }
    name_ids(&mut names, lookup, ids);
    for (a, b, rule, score) in suggestions {
        if let (Some(a), Some(b)) = (at.get(a), at.get(b))
            && a != b
        {
            names.suggestions.push(Suggestion {
                a: *a,
                b: *b,
                rule,
                score: *score,
            });
        }
    }
    let found = voices(&mut names, uses, titles);
    super::press::press(&mut names, titles);
    let pairs = super::perhaps::pairs(&names, titles);
    names.suggestions.extend(pairs);
    of_pieces(&mut names, &found);
    names.voices = found;
    names
}

fn node(key: &str, local: &Local, lookup: &Lookup) -> Node {
    let known = key
        .strip_prefix("known:")
        .and_then(|id| lookup.known.iter().find(|k| k.id == id));
    let listed = key
        .strip_prefix("listed:")
        .or_else(|| key.strip_prefix("land:"))
        .and_then(|id| lookup.listed.bodies().iter().find(|b| b.id == id));
    Node {
        id: known.map(|k| k.id.clone()).unwrap_or_default(),
        key: key.to_owned(),
        class: known.map_or(local.class, |k| k.class),
        entity: known.and_then(|k| k.kind).unwrap_or(local.entity),
        source: listed.filter(|_| !key.starts_with("land:")).map(|b| b.kind),
        names: listed.map(|b| b.names.clone()).unwrap_or_default(),
        aliases: Vec::new(),
        known_source: known.is_some_and(|k| k.source),
        known_entity: known.is_some_and(|k| k.entity),
        undisclosed: false,
        number: Number::One,
        quoted_by: None,
        speaks_for: None,
        speaks: false,
        described: false,
        articles: Vec::new(),
        merges: Vec::new(),
    }
}

/// Chooses the name of each language, the aliases and the kind.
fn settle(
    node: &mut Node,
    shown: &BTreeMap<(String, String), (usize, usize)>,
    kinds: &BTreeMap<SourceKind, usize>,
) {
    /// Rank of the rule, whether it is no possessive, how often, how long.
    type Worth = (usize, bool, usize, usize);
    let mut best: BTreeMap<&str, (&str, Worth)> = BTreeMap::new();
    for ((language, form), (rank, times)) in shown {
        // "Abu Yaqut's": whose something is, as the sentence has it; no name of theirs, if there is another.
        let plain = !form.ends_with("'s") && !form.ends_with("’s");
        let worth = (*rank, plain, *times, form.chars().count());
        match best.get(language.as_str()) {
            Some((_, there)) if *there >= worth => {}
            _ => {
                best.insert(language, (form, worth));
            }
        }
    }
    for (language, (form, _)) in best {
        node.names
            .entry(language.to_owned())
            .or_insert_with(|| form.to_owned());
    }
    for (language, form) in shown.keys() {
        let same = |other: &str| Form::new(other).key() == Form::new(form).key();
        if !node.names.values().any(|n| same(n)) && !node.aliases.iter().any(|(_, a)| same(a)) {
            node.aliases.push((language.clone(), form.clone()));
        }
    }
    if node.source.is_none() && node.speaks {
        node.source = kinds
            .iter()
            .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)))
            .map(|(kind, _)| *kind)
            .or(Some(if node.class == Class::Person {
                SourceKind::Official
            } else {
                SourceKind::Organization
            }));
    }
}

/// Gives each new node an id that nothing has.
fn name_ids(names: &mut Names, lookup: &Lookup, ids: &HashMap<String, String>) {
    let mut taken: BTreeSet<String> = lookup.known.iter().map(|k| k.id.clone()).collect();
    taken.extend(ids.values().cloned());
    for node in &mut names.nodes {
        if !node.id.is_empty() {
            continue;
        }
        if let Some(id) = ids.get(&node.key) {
            node.id = id.clone();
            continue;
        }
        let wanted = match node.key.split_once(':') {
            Some(("listed", id)) => id.to_owned(),
            Some(("land", id)) => format!("{id}-country"),
            _ => own_id(node),
        };
        let mut id = wanted.clone();
        let mut n = 2_u32;
        while !taken.insert(id.clone()) {
            id = format!("{wanted}-{n}");
            n += 1;
        }
        node.id = id;
    }
}

/// An id of a node's own name, the Latin one where there is one.
pub(super) fn own_id(node: &Node) -> String {
    const LONGEST: usize = 40;
    let best = node
        .names
        .iter()
        .find(|(language, _)| !language.starts_with("ar"))
        .or_else(|| node.names.iter().next())
        .map(|(_, name)| slug(name, LONGEST))
        .unwrap_or_default();
    if best.is_empty() {
        node.class.word().to_owned()
    } else {
        best
    }
}

/// Who speaks for whom, as phrases say.
fn voices(names: &mut Names, uses: &[Use], titles: &Titles) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for one in uses {
        let Role::Source {
            phrase: Some(phrase),
            ..
        } = one.role
        else {
            continue;
        };
        if one.named.kind != EntityKind::Person {
            continue;
        }
        let form = Form::new(&one.named.name);
        let Some(body) = titles.voice_of(phrase, Some(&titles.person(&form))) else {
            continue;
        };
        if let (Some(who), Some(body)) = (
            names.source(one.article, Class::Person, &form),
            names.source(one.article, Class::Body, &body),
        ) {
            found.push((who, body));
            let first = Form::new(phrase).words.first().cloned().unwrap_or_default();
            if matches!(
                first.as_str(),
                "مدير" | "مديره" | "رييس" | "director" | "head" | "chief"
            ) {
                names.heads.insert(who);
            }
        }
    }
    found.sort_unstable();
    for (who, body) in &found {
        let alone = found.iter().all(|(w, b)| w != who || b == body);
        if alone {
            speaks_for(names, *who, *body);
        }
    }
    found
}

pub(super) fn speaks_for(names: &mut Names, who: usize, body: usize) {
    if who != body {
        names.nodes[who].speaks_for = Some(body);
        names.nodes[body].speaks = true;
        if names.nodes[body].source.is_none() {
            names.nodes[body].source = Some(SourceKind::Organization);
        }
    }
}

/// Whoever is said to speak for two bodies is left for a person to sort out, unless the two may be one («وزارة الداخلية», "the
/// interior ministry in Zarhuna"): then for the one that is said most often.
fn of_pieces(names: &mut Names, found: &[(usize, usize)]) {
    let pairs: BTreeSet<(usize, usize)> = names
        .suggestions
        .iter()
        .flat_map(|s| [(s.a, s.b), (s.b, s.a)])
        .collect();
    for all in found.chunk_by(|a, b| a.0 == b.0) {
        let who = all[0].0;
        let mut bodies: BTreeMap<usize, usize> = BTreeMap::new();
        for (_, body) in all.iter().filter(|(_, body)| *body != who) {
            *bodies.entry(*body).or_default() += 1;
        }
        let two = bodies.len() > 1;
        let one = bodies
            .keys()
            .all(|a| bodies.keys().all(|b| a == b || pairs.contains(&(*a, *b))));
        let most = bodies
            .iter()
            .max_by_key(|(body, times)| (**times, std::cmp::Reverse(**body)));
        if let (true, true, Some((body, _))) = (two, one, most) {
            speaks_for(names, who, *body);
        }
    }
}
