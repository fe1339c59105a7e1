//! The clauses of a case's statements: what events each speaks of, and whom and what it names.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::super::anchor::{Anchor, sound};
use super::super::assign::{Read, of_others, read, tokens};
use super::super::families::{Families, Words};
use super::name::{LAND, Names, may_name, named, names, stem};
use super::pack::{Events, Met};
use super::told::{Telling, Telt};
use crate::drafting::Article;
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::page::Page;
use crate::drafting::content::time::day;
use crate::extraction::{MentionKind, Piece, Proposed as Statement};
use crate::model::Act;

/// A clause of a statement that has words of an event.
#[derive(Debug)]
pub(super) struct Clause {
    /// The article's place among all.
    pub(super) article: usize,
    /// The statement's place in its article.
    pub(super) statement: usize,
    /// Its tokens.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) met: Vec<Met>,
    /// The consonants of names in it, by where each stands.
    pub(super) names: BTreeMap<String, usize>,
    /// Persons by first and last word of their names.
    pub(super) persons: BTreeSet<(String, String)>,
    /// The consonants of the names of whoever speaks.
    pub(super) own: BTreeSet<String>,
    /// It means whom the case is about.
    pub(super) focus: bool,
    /// Numbers and counted people in it.
    pub(super) counted: BTreeSet<String>,
    /// Where words end that make an event behind them only wanted, and whether they say that it is refused.
    pub(super) wanted: Vec<(usize, bool)>,
    /// Of what kinds the people in it are, by entries of the pack.
    pub(super) kinds: BTreeSet<usize>,
    /// A year in it that is not its document's: it is of something long past.
    pub(super) year: Option<i32>,
    /// It has a word for other people: "his deputy", "protesters", «شقيقه».
    pub(super) others: bool,
    /// How many words it has.
    pub(super) words: usize,
    /// The day of its document.
    pub(super) day: Option<Date>,
    /// Its other words, without what is attached to them.
    pub(super) rest: BTreeSet<String>,
}

/// Where clauses end: at stops, and before what begins a second thing said.
fn cuts(page: &Page, a: usize, b: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = a;
    for k in a..b {
        let ends = matches!(page.piece(k), Piece::Stop | Piece::Semicolon | Piece::Line);
        let comma = k > a && page.piece(k - 1) == Piece::Comma;
        let begins = if page.arabic() {
            let text = page.text(k);
            [
                "وان",
                "وانه",
                "وانها",
                "وانهم",
                "وبان",
                "لكن",
                "ولكن",
                "بل",
                "وانما",
                "بينما",
                "فيما",
            ]
            .contains(&text)
                || comma && page.conj(k) && crate::drafting::content::phrase::finite(page, k)
        } else {
            let text = page.text(k);
            (text == "and" && (page.text(k + 1) == "that" || comma))
                || matches!(text, "but" | "while" | "whereas")
        };
        if (ends || begins) && k > from {
            out.push((from, k));
            from = k + usize::from(ends);
        } else if ends {
            from = k + 1;
        }
    }
    if b > from {
        out.push((from, b));
    }
    out
}

/// The clauses of all statements that have words of an event, and in how many articles each name stands.
pub(super) fn clauses(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    anchors: &[Option<Anchor>; 2],
    events: &Events,
) -> (Vec<Clause>, Names) {
    let names = names(pages);
    let all: Vec<Read> = read(articles, pages, words).collect();
    let found: Vec<Vec<Clause>> = all
        .par_iter()
        .map(|r| of_article(r, anchors, events, &names))
        .collect();
    (found.into_iter().flatten().collect(), names)
}

/// What a statement passes on of somebody's: «ما يتداول بشأن استقالته عار من الصحة» is nobody's report, and denied itself.
fn others_say(article: &Article, page: &Page, s: &Statement) -> Vec<(usize, usize)> {
    let nobody = article.extraction.statements.iter().any(|o| {
        o.nested_in.as_deref() == Some(&s.id) && o.source.is_none() && o.source_name.is_none()
    });
    if nobody {
        Vec::new()
    } else {
        of_others(article, page, s)
    }
}

fn of_article(
    read: &Read,
    anchors: &[Option<Anchor>; 2],
    events: &Events,
    names: &Names,
) -> Vec<Clause> {
    let Read {
        k: n,
        article,
        page,
        words,
        families,
    } = *read;
    let anchor = anchors[usize::from(!page.arabic())]
        .as_ref()
        .filter(|a| (0..page.len()).any(|k| a.named(page, k)));
    let mut out = Vec::new();
    let date = day(article.published);
    let today = date.map(|d| i32::from(d.year()));
    let strict = Events::words(page, words);
    for (i, s) in article.extraction.statements.iter().enumerate() {
        let masked = others_say(article, page, s);
        let own = |k: usize| !masked.iter().any(|m| m.0 <= k && k < m.1);
        let speaker: BTreeSet<String> = s
            .source
            .iter()
            .flat_map(|q| {
                let (a, b) = tokens(page, q.start, q.end);
                a..b
            })
            .filter_map(|k| named(page, k, names))
            .collect();
        let ground = Ground {
            page,
            words,
            families,
            anchor,
            names,
            today,
            speaker,
        };
        let cue = s.cue.as_ref().map(|q| tokens(page, q.start, q.end));
        for c in &s.content {
            let (a, b) = tokens(page, c.start, c.end);
            for (from, to) in cuts(page, a, b) {
                let mut met = events.met(page.arabic(), &strict, from, to);
                let kinds = events.people(&met);
                let wanted = events.wanted(&met);
                met.retain(|m| own(m.from) && events.all[m.event].happens());
                if met.is_empty() {
                    continue;
                }
                let telt = Telt::new(events, page, words, families, (from, to), cue);
                let charge = s.act == Act::Accuse;
                let marks = tell(&telt, events, charge, &mut met);
                let mut clause = clause(&ground, (n, i, from, to), met);
                clause.rest.extend(marks);
                clause.kinds = kinds;
                clause.wanted = wanted;
                clause.day = date;
                out.push(clause);
            }
        }
    }
    out
}

/// How each of some words of events stands in its clause. Who had a part in one, or is charged with it, is a question of its
/// own, which the event beside it marks.
fn tell(telt: &Telt, events: &Events, charge: bool, met: &mut Vec<Met>) -> Vec<String> {
    let mut marks = Vec::new();
    let mut more = Vec::new();
    for m in met.iter_mut() {
        m.telling = telt.telling(events, m);
        let event = &events.all[m.event];
        let from = match m.telling {
            Telling::Part(from) => from,
            Telling::Told if charge && event.befalls() && telt.charged(events, m) => m.from,
            _ => continue,
        };
        marks.push(format!("#{}", event.id));
        if let Some(part) = events.part() {
            more.push(Met {
                event: part,
                not: false,
                from,
                to: m.to,
                telling: Telling::Told,
                charged: m.telling == Telling::Told,
            });
        }
    }
    // «ضلوعه في التسميم»: one of them.
    for m in more {
        if !met.iter().any(|o| o.event == m.event) {
            met.push(m);
        }
    }
    marks
}

/// What is known of an article and of a statement of it before its clauses are read.
struct Ground<'a> {
    page: &'a Page<'a>,
    words: &'a Words,
    families: &'a Families,
    anchor: Option<&'a Anchor>,
    names: &'a Names,
    /// The year of its document.
    today: Option<i32>,
    /// Names of whoever speaks.
    speaker: BTreeSet<String>,
}

/// "Nobody", «أحد»: no other people; «قرابة منتصف الليل» is no kinship.
fn anybody(page: &Page, k: usize) -> bool {
    matches!(
        page.text(k),
        "احد"
            | "احدا"
            | "واحد"
            | "واحدا"
            | "قرابه"
            | "موكله"
            | "موكلته"
            | "موكلي"
            | "client"
            // A thing or a place that is his.
            | "منزل"
            | "مقر"
            | "سياره"
            | "قصر"
            | "موكب"
            | "house"
            | "home"
            | "car"
            | "convoy"
            | "headquarters"
            | "office"
            | "nobody"
            | "anybody"
            | "anyone"
            | "someone"
            | "somebody"
            | "everyone"
            | "everybody"
            | "one"
    )
}

fn clause(
    ground: &Ground,
    (article, statement, from, to): (usize, usize, usize, usize),
    met: Vec<Met>,
) -> Clause {
    let Ground {
        page,
        words,
        families,
        anchor,
        names,
        today,
        ..
    } = *ground;
    let in_event = |k: usize| met.iter().any(|m| m.from <= k && k < m.to);
    let mut here: BTreeMap<String, usize> = BTreeMap::new();
    for k in from..to {
        // «تدخل موسكو في»: the land that did it stands among the words.
        let name = named(page, k, names).filter(|n| !in_event(k) || n.starts_with(LAND));
        if let Some(name) = name {
            here.entry(name).or_insert(k);
        }
    }
    let rest = (from..to)
        .filter(|&k| !in_event(k) && page.pack.land_of(page.text(k)).is_none())
        .filter_map(|k| stem(page, k))
        .collect();
    let persons = page
        .survey
        .marked
        .iter()
        .filter(|m| m.kind == MentionKind::Person && from <= m.a && m.b <= to && m.b - m.a > 1)
        .filter_map(|m| {
            let own: Vec<usize> = (m.a..m.b).filter(|&k| may_name(page, k)).collect();
            let (first, last) = (*own.first()?, *own.last()?);
            (first < last).then(|| (sound(page.text(first)), sound(page.text(last))))
        })
        .collect();
    let meant = anchor.and_then(|a| a.meant(page, words, families, from, to));
    let attached = page.arabic()
        && met.iter().any(|m| {
            (m.from..(m.to + 1).min(to)).any(|k| {
                page.taken.get(k).is_some_and(|t| t.pronoun == "ه") || page.text(k).ends_with("ته")
            })
        });
    let other = anchor.is_some_and(|a| a.other(page, from, to).is_some());
    let focus = anchor.is_some() && !other && (meant.is_some() || attached);
    // "Six guards", «ستة من الحراس»: how many people, not how many of anything.
    let people = |k: usize| page.entry(k).is_some_and(|e| e.people > 0);
    let counted = (from..to)
        .filter(|&k| {
            page.piece(k) == Piece::Number || page.entry(k).is_some_and(|e| e.number.is_some())
        })
        .filter(|&k| (k + 1..(k + 4).min(to)).any(people))
        .map(|k| page.text(k).to_owned())
        .collect();
    let year = (from..to)
        .filter_map(|k| page.text(k).parse().ok())
        .find(|n| (1900..2100).contains(n) && Some(*n) != today);
    Clause {
        article,
        statement,
        from,
        to,
        met,
        names: here,
        own: ground.speaker.clone(),
        persons,
        focus,
        counted,
        kinds: BTreeSet::new(),
        wanted: Vec::new(),
        year,
        others: (from..to).any(|k| !anybody(page, k) && (people(k) || page.is(k, sort::RELATION))),
        words: (from..to).filter(|&k| page.piece(k) == Piece::Word).count(),
        day: None,
        rest,
    }
}
