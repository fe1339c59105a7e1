//! The whole draft of a case: what to write, what to leave, and what to look at first.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::article::{Article, Unread, articles};
use super::bodies_by_name::bodies_by_name;
use super::claims::{Whose, claims};
use super::content::{ContentPacks, read_articles};
use super::copying::copying;
use super::credits::unlisted;
use super::desk::Desk;
use super::mending::mend;
use super::misheard::misheard;
use super::naming::{Body, Class, Form, Known, Listed, Titles};
use super::network::{Ground, network};
use super::notices::{Notice, notice, unsay};
use super::record::{Drafted, Record};
use super::saying::{Saying, Teller, attributed, noticed, own_voice};
use super::signs::{dateline_sign, is_sign_of, outlet_like, sound_of};
use super::speakers::settle;
use crate::case_file::{Change, DraftKind, DraftShape, EmitError, Loaded, Texts};
use crate::model::{Case, Disclosure, Original, check_id};
use crate::text::romanize::slug;

/// The lists and packs that drafting works with.
#[derive(Debug)]
pub struct Lists {
    /// What contents and sources are read with.
    pub packs: ContentPacks,
    /// Bodies known by a list.
    pub listed: Listed,
    /// What stands around names.
    pub titles: Titles,
}

/// A draft of a case.
#[derive(Debug, Default)]
pub struct Plan {
    /// Changes by file, in the order in which files are written.
    pub changes: Vec<(String, Vec<Change>)>,
    /// The record as it is to be.
    pub record: Vec<DraftShape>,
    /// All that is proposed now, whether or not it is written.
    pub drafted: Vec<Drafted>,
    /// Counts, and what to look at first.
    pub summary: Summary,
}

/// What a draft comes to.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Summary {
    /// Documents read.
    pub documents: usize,
    /// Documents that could not be drafted from, with the reason.
    pub unread: Vec<Unread>,
    /// Documents whose statements are somebody's own, so that none were drafted.
    pub own: Vec<String>,
    /// Entries that are new, by kind.
    pub new: BTreeMap<String, usize>,
    /// Entries that changed since the last draft.
    pub improved: usize,
    /// Entries of the last draft that are proposed no longer and were taken out.
    pub withdrawn: usize,
    /// Entries that a person changed: left as they are.
    pub touched: usize,
    /// Entries that a person deleted: not proposed again.
    pub deleted: usize,
    /// What to look at first.
    pub look: Vec<Look>,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Look {
    /// What it is about: a short word.
    pub about: String,
    /// In words.
    pub what: String,
    /// The same in Arabic.
    pub what_ar: String,
    /// Entries that it is about.
    pub entries: Vec<String>,
}

/// Drafts a case.
///
/// # Errors
/// Where an entry cannot be written as RON, which only a fault of the program can cause.
pub fn draft(loaded: &Loaded, texts: &Texts, lists: &Lists) -> Result<Plan, EmitError> {
    let record = Record::new(loaded);
    let (mut articles, unread) = articles(loaded, texts, &lists.packs);
    let known = known(&loaded.case, &record);
    // Outlets and agencies of the case are told, quoted and credited like listed ones.
    let listed = lists
        .listed
        .clone()
        .including(own_bodies(&loaded.case, &record, &lists.titles));
    let signs = own_signs(loaded, &articles, &listed, &lists.titles);
    let listed = listed.signed(signs);
    let names = abroad(loaded, &articles, &listed, &lists.titles);
    let listed = listed.sounding(names);
    let listed = listed.clone().including(credited(&articles, &listed));
    let mut ids = record.ids();
    ids.extend(withheld_ids(&loaded.case, &record));
    let outlets = listed_outlets(loaded, &articles, &listed, &lists.titles);
    for (article, own) in articles.iter_mut().zip(&outlets) {
        let pack = lists.packs.extraction(article.language);
        mend(article, pack, &listed, &lists.titles, *own);
        misheard(article, pack, &lists.titles);
        settle(article);
    }
    let mut readings = read_articles(&articles, &lists.packs);
    let notices: Vec<Option<Notice>> = articles.iter().map(notice).collect();
    unsay(&articles, &notices, &mut readings);
    let sayings: Vec<Vec<Saying>> = articles
        .iter()
        .enumerate()
        .map(|(n, a)| {
            let mut all = attributed(
                n,
                a,
                lists.packs.extraction(a.language),
                &listed,
                &lists.titles,
                outlets[n],
            );
            // Readings stand in the order of their articles.
            let from = readings.partition_point(|r| r.article < n);
            let own = readings[from..].iter().take_while(|r| r.article == n);
            all.extend(own_voice(n, own));
            if let (Some(notice), true) = (&notices[n], a.outlet.is_some()) {
                noticed(n, notice, &mut all);
            }
            all
        })
        .collect();
    let mut sayings: Vec<Saying> = sayings.into_iter().flatten().collect();
    bodies_by_name(&mut sayings, &readings, &lists.titles);
    let naming = naming_outlets(&articles, &sayings, loaded, &listed, &lists.titles);
    let mut copying = copying(&articles, &listed, &outlets, &|copy, original| {
        articles[original]
            .outlet
            .is_some_and(|outlet| naming[copy].contains(outlet))
    });
    copying.without_own(&articles, &sayings);
    let ground = Ground {
        articles: &articles,
        sayings: &sayings,
        readings: &readings,
        copying: &copying,
        known: &known,
        listed: &listed,
        titles: &lists.titles,
        ids: &ids,
    };
    let network = network(&ground);
    let grouped = claims(
        &articles,
        &readings,
        &lists.packs,
        &loaded.case.predicates,
        &|article, named| {
            let names = &network.names;
            let node = &names.nodes[names.entity(article, named, &Form::new(&named.name))?];
            Some(Whose {
                key: node.key.clone(),
                names: node.names.clone(),
            })
        },
    );
    let mut desk = Desk {
        loaded,
        record,
        articles: &articles,
        sayings: &sayings,
        readings: &readings,
        copying: &copying,
        network: &network,
        grouped,
        claims: Vec::new(),
        drafted: Vec::new(),
        summary: Summary {
            documents: articles.len(),
            ..Summary::default()
        },
    };
    desk.make()?;
    Ok(desk.finish(&unread))
}

/// What the case has that a person stands behind: everything but untouched drafts.
fn known(case: &Case, record: &Record) -> Vec<Known> {
    let mut all: Vec<Known> = Vec::new();
    for (_, id, e) in case.entities.iter() {
        if record.is_untouched(DraftKind::Entity, id) {
            continue;
        }
        all.push(Known {
            id: id.to_owned(),
            class: Class::of(e.kind),
            forms: e
                .names
                .iter()
                .map(|(_, n)| n.to_owned())
                .chain(e.aliases.iter().map(|a| a.text.to_string()))
                .collect(),
            source: case.sources.key(id).is_some(),
            entity: true,
            kind: Some(e.kind),
        });
    }
    for (_, id, s) in case.sources.iter() {
        if record.is_untouched(DraftKind::Source, id) || s.disclosure == Disclosure::Undisclosed {
            continue;
        }
        let forms = s
            .names
            .iter()
            .map(|(_, n)| n.to_owned())
            .chain(s.aliases.iter().map(|a| a.text.to_string()));
        if let Some(known) = all.iter_mut().find(|k| k.id == id) {
            known.forms.extend(forms);
            known.source = true;
            continue;
        }
        all.push(Known {
            id: id.to_owned(),
            class: class_of(s.kind),
            forms: forms.collect(),
            source: true,
            entity: false,
            kind: None,
        });
    }
    all
}

/// Outlets, agencies and organizations that a person entered, as bodies of a list.
fn own_bodies<'c>(
    case: &'c Case,
    record: &'c Record,
    titles: &'c Titles,
) -> impl Iterator<Item = Body> + 'c {
    use crate::model::SourceKind as K;
    case.sources.iter().filter_map(move |(_, id, s)| {
        let body = matches!(s.kind, K::Outlet | K::Agency | K::Website | K::Organization);
        let own = !record.is_untouched(DraftKind::Source, id);
        (body && own && s.disclosure == Disclosure::Named && !s.names.is_empty()).then(|| Body {
            id: id.to_owned(),
            kind: s.kind,
            names: s
                .names
                .iter()
                .map(|(l, n)| (l.to_owned(), n.to_owned()))
                .collect(),
            forms: s.aliases.iter().map(|a| a.text.to_string()).collect(),
            // «الفنار» of «إذاعة الفنار»: enough where it is told or credited, or where the text has the whole name.
            short: own_names(s, titles).collect(),
            voice: Vec::new(),
            credit: own_names(s, titles)
                .chain(s.names.iter().filter_map(|(_, n)| initials(n)))
                .collect(),
        })
    })
}

/// The signs by which agencies of the case sign their own datelines.
fn own_signs(
    loaded: &Loaded,
    articles: &[Article],
    listed: &Listed,
    titles: &Titles,
) -> Vec<(usize, String)> {
    let sources = &loaded.case.sources;
    let outlets = listed_outlets(loaded, articles, listed, titles);
    let mut all: Vec<(usize, String)> = Vec::new();
    for (article, body) in articles.iter().zip(outlets) {
        let (Some(sign), Some(body)) = (dateline_sign(article.text), body) else {
            continue;
        };
        let other = listed.credit(&Form::new(sign));
        let own = article
            .outlet
            .and_then(|id| sources.key(id))
            .is_some_and(|key| {
                sources[key]
                    .names
                    .iter()
                    .any(|(_, name)| is_sign_of(sign, name, other.is_some()))
            });
        if own && other != Some(body) && !all.iter().any(|(_, s)| s == sign) {
            all.push((body, sign.to_owned()));
        }
    }
    all
}

/// The names of the case's outlets as articles in the other script write them: the same consonants in the same order, of one outlet only.
fn abroad(
    loaded: &Loaded,
    articles: &[Article],
    listed: &Listed,
    titles: &Titles,
) -> Vec<(usize, String)> {
    let sources = &loaded.case.sources;
    let mut sounds: BTreeMap<(bool, String), BTreeSet<usize>> = BTreeMap::new();
    for (article, body) in articles
        .iter()
        .zip(listed_outlets(loaded, articles, listed, titles))
    {
        let (Some(key), Some(body)) = (article.outlet.and_then(|id| sources.key(id)), body) else {
            continue;
        };
        for (_, name) in sources[key].names.iter() {
            let form = titles.without_outlet(&Form::new(name));
            if let Some(sound) = sound_of(&form) {
                sounds
                    .entry((form.is_arabic(), sound))
                    .or_default()
                    .insert(body);
            }
        }
    }
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles {
        let arabic = article.language.starts_with("ar");
        for name in outlet_like(article.text, arabic, titles) {
            let form = Form::new(&name);
            let Some(sound) = sound_of(&form).filter(|_| form.is_arabic() == arabic) else {
                continue;
            };
            if let Some(bodies) = sounds.get(&(!arabic, sound))
                && bodies.len() == 1
                && let Some(body) = bodies.first()
            {
                found.insert(name, *body);
            }
        }
    }
    found.into_iter().map(|(name, body)| (body, name)).collect()
}

/// Agencies that datelines and feet credit and no list has.
fn credited(articles: &[Article], listed: &Listed) -> Vec<Body> {
    let mut all: Vec<Body> = Vec::new();
    for article in articles {
        let Some(name) = unlisted(article.text, listed) else {
            continue;
        };
        let id = slug(&name, 40);
        if check_id(&id).is_err() || all.iter().any(|b| b.id == id) {
            continue;
        }
        all.push(Body {
            id,
            kind: crate::model::SourceKind::Agency,
            names: BTreeMap::from([(article.language.to_owned(), name.clone())]),
            forms: Vec::new(),
            short: Vec::new(),
            voice: Vec::new(),
            credit: vec![name],
        });
    }
    all
}

/// The initials of a Latin name of three words and more: "QNA" of "Qalmir News Agency".
fn initials(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |w: &&str| w.chars().next().is_some_and(|c| c.is_ascii_uppercase());
    (words.len() >= 3 && words.iter().all(capital))
        .then(|| words.iter().filter_map(|w| w.chars().next()).collect())
}

/// An outlet's names without the word for what it is, where they have one.
fn own_names<'c>(
    source: &'c crate::model::Source,
    titles: &'c Titles,
) -> impl Iterator<Item = String> + 'c {
    source.names.iter().filter_map(|(_, name)| {
        let form = Form::new(name);
        let own = titles.without_outlet(&form);
        (own.words.len() < form.words.len()).then_some(own.shown)
    })
}

fn class_of(kind: crate::model::SourceKind) -> Class {
    use crate::model::SourceKind as K;
    match kind {
        K::Outlet | K::Agency | K::Website | K::Organization | K::Group | K::State => Class::Body,
        _ => Class::Person,
    }
}

/// Keys of undisclosed sources that a person entered: whoever quotes them under this description again means them.
fn withheld_ids(case: &Case, record: &Record) -> HashMap<String, String> {
    let mut ids = HashMap::new();
    for (_, id, s) in case.sources.iter() {
        if s.disclosure != Disclosure::Undisclosed || record.is_untouched(DraftKind::Source, id) {
            continue;
        }
        let quoter = match s.quoted_by {
            Some(Original::Source(k)) => case.sources.id(k),
            Some(Original::Document(k)) => case.documents.id(k),
            None => continue,
        };
        for (_, name) in s.names.iter() {
            ids.insert(
                format!("withheld:{}@{quoter}", Form::new(name).key()),
                id.to_owned(),
            );
        }
    }
    ids
}

/// The listed body that each article's outlet is.
fn listed_outlets(
    loaded: &Loaded,
    articles: &[Article],
    listed: &Listed,
    titles: &Titles,
) -> Vec<Option<usize>> {
    let sources = &loaded.case.sources;
    articles
        .iter()
        .map(|a| {
            let outlet = &sources[sources.key(a.outlet?)?];
            outlet
                .names
                .iter()
                .map(|(_, n)| n)
                .chain(outlet.aliases.iter().map(|a| a.text.as_ref()))
                .find_map(|n| listed.find(&Form::new(n), titles))
                .map(|(i, _, _)| i)
        })
        .collect()
}

/// The outlets of the case that each article names as speaking or passing on, by id.
fn naming_outlets<'c>(
    articles: &[Article],
    sayings: &[Saying],
    loaded: &'c Loaded,
    listed: &Listed,
    titles: &Titles,
) -> Vec<HashSet<&'c str>> {
    let sources = &loaded.case.sources;
    let mut by_form: HashMap<String, &str> = HashMap::new();
    let mut by_body: HashMap<usize, &str> = HashMap::new();
    for (_, _, document) in loaded.case.documents.iter() {
        let Some(outlet) = document.outlet else {
            continue;
        };
        let id = sources.id(outlet);
        let outlet = &sources[outlet];
        for name in outlet
            .names
            .iter()
            .map(|(_, n)| n)
            .chain(outlet.aliases.iter().map(|a| a.text.as_ref()))
        {
            let form = Form::new(name);
            by_form.insert(titles.without_outlet(&form).key(), id);
            by_form.insert(form.key(), id);
            if let Some((i, _, _)) = listed.find(&form, titles) {
                by_body.insert(i, id);
            }
        }
    }
    let mut all = vec![HashSet::new(); articles.len()];
    for saying in sayings {
        for teller in std::iter::once(&saying.who).chain(saying.relays.iter().map(|r| &r.who)) {
            let Teller::Named { named, .. } = teller else {
                continue;
            };
            let form = Form::new(&named.name);
            let found = by_form
                .get(&form.key())
                .or_else(|| by_form.get(&titles.without_outlet(&form).key()))
                .or_else(|| {
                    let (i, _, _) = listed.find(&form, titles)?;
                    by_body.get(&i)
                });
            all[saying.article].extend(found.copied());
        }
    }
    all
}
