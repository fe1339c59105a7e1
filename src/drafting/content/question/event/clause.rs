//! The clauses of a case's statements: what events each speaks of, and whom and what it names.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::super::anchor::{Anchor, particle, sound};
use super::super::assign::{Read, of_others, read, tokens};
use super::super::families::{Families, Words};
use super::pack::{Events, Met};
use crate::drafting::Article;
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::page::Page;
use crate::drafting::content::time::day;
use crate::extraction::{MentionKind, Piece, Proposed as Statement};

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
}

/// The consonants of a case's names, each with the articles that have it.
type Names = BTreeMap<String, BTreeSet<usize>>;

/// The letters of a word without what is attached to it and without the ending that makes an adjective of a land's name.
fn variants(page: &Page, k: usize) -> Vec<String> {
    let text = page.text(k);
    let bare = text
        .strip_suffix("'s")
        .or_else(|| text.strip_suffix("’s"))
        .unwrap_or(text);
    let mut out = vec![bare.to_owned()];
    let long = |w: &str| w.chars().count() > 3;
    if page.arabic() {
        if let Some(w) = bare.strip_prefix(['و', 'ف']).filter(|w| long(w)) {
            out.push(w.to_owned());
        }
        for w in out.clone() {
            if let Some(w) = w.strip_prefix(['ب', 'ل', 'ك']).filter(|w| long(w)) {
                out.push(w.to_owned());
            }
            if let Some(w) = w.strip_prefix("لل").filter(|w| long(w)) {
                out.push(w.to_owned());
            }
        }
        for w in out.clone() {
            if let Some(w) = w.strip_prefix("ال").filter(|w| long(w)) {
                out.push(w.to_owned());
            }
        }
        for w in out.clone() {
            for end in ["يتين", "يتان", "يين", "يون", "يات", "يه", "ي"] {
                if let Some(w) = w.strip_suffix(end).filter(|w| long(w)) {
                    out.push(w.to_owned());
                }
            }
        }
    } else {
        for end in ["ians", "ian", "ese", "ans", "an", "is", "i", "ns", "n"] {
            if let Some(w) = bare.strip_suffix(end).filter(|w| long(w)) {
                out.push(w.to_owned());
            }
        }
    }
    out
}

/// A word that may be of a name: a capital one in Latin letters, none that a pack knows in Arabic.
fn may_name(page: &Page, k: usize) -> bool {
    page.piece(k) == Piece::Word
        && page.text(k).chars().count() > 2
        && page.head(k).is_none()
        && !particle(page.text(k))
        && !page.is(
            k,
            sort::STOP | sort::TITLE | sort::GROUP_HEAD | sort::PLACE_HEAD | sort::RELATION,
        )
        && (page.arabic() || page.capital(k))
        // "Thursday" is a name that tells nothing.
        && !page
            .survey
            .marked
            .iter()
            .any(|m| m.a <= k && k < m.b && m.kind == MentionKind::Time)
}

fn names(pages: &[Option<Page>]) -> Names {
    let mut out = Names::new();
    for page in pages.iter().flatten() {
        for m in &page.survey.marked {
            let name = matches!(
                m.kind,
                MentionKind::Person | MentionKind::Group | MentionKind::Place
            );
            for k in m.a..m.b {
                if !name || !may_name(page, k) {
                    continue;
                }
                if let Some(last) = variants(page, k)
                    .into_iter()
                    .filter(|w| !page.arabic() || !w.starts_with("ال"))
                    .max_by_key(|w| w.chars().count())
                {
                    let key = sound(&last);
                    if key.chars().count() > 1 {
                        out.entry(key).or_default();
                    }
                }
            }
        }
    }
    // English writes names with a capital wherever they stand: within a sentence that is enough.
    for page in pages.iter().flatten().filter(|p| !p.arabic()) {
        for k in 1..page.len() {
            if page.piece(k - 1) == Piece::Word && may_name(page, k) && page.entry(k).is_none() {
                let bare = page.text(k).trim_end_matches("'s").trim_end_matches("’s");
                let key = sound(bare);
                if key.chars().count() > 2 {
                    out.entry(key).or_default();
                }
            }
        }
    }
    // Where each stands, in a mention or not.
    for (n, page) in pages.iter().enumerate() {
        let Some(page) = page else { continue };
        for k in 0..page.len() {
            if let Some(key) = named(page, k, &out)
                && let Some(articles) = out.get_mut(&key)
            {
                articles.insert(n);
            }
        }
    }
    out
}

/// The name of the case of which a token is a word.
fn named(page: &Page, k: usize, names: &Names) -> Option<String> {
    if !may_name(page, k) {
        return None;
    }
    // A word that the pack knows as something else, and two consonants alone, are names in a mention only.
    let marked = page
        .survey
        .marked
        .iter()
        .any(|m| m.a <= k && k < m.b && m.kind != MentionKind::Time);
    let known = page.arabic() && page.entry(k).is_some_and(|e| !e.triggers.is_empty());
    let least = if marked || !page.arabic() { 2 } else { 3 };
    variants(page, k)
        .into_iter()
        .map(|w| sound(&w))
        .filter(|s| s.chars().count() >= least && (!known || marked) && names.contains_key(s))
        .max_by_key(|s| s.chars().count())
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
    let today = day(article.published).map(|d| i32::from(d.year()));
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
        for c in &s.content {
            let (a, b) = tokens(page, c.start, c.end);
            for (from, to) in cuts(page, a, b) {
                let mut met = events.met(page.arabic(), words, from, to);
                let kinds = events.people(&met);
                let wanted = events.wanted(&met);
                met.retain(|m| own(m.from) && events.all[m.event].happens());
                if met.is_empty() {
                    continue;
                }
                let mut clause = clause(&ground, (n, i, from, to), met);
                clause.kinds = kinds;
                clause.wanted = wanted;
                out.push(clause);
            }
        }
    }
    out
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
    let here: BTreeMap<String, usize> = (from..to)
        .filter(|&k| !in_event(k))
        .filter_map(|k| Some((named(page, k, names)?, k)))
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
    }
}
