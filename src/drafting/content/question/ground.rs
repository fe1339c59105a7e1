//! Whose ground a case asks for: a place that one side says it took, and the other that it kept.
//!
//! The place is the one that most articles name; who took it is the body of a kind that is no government's which stands with
//! words of taking. "In our hands" is of whoever speaks: the same words affirm from one side and deny from the other.

use std::collections::{BTreeMap, BTreeSet};

use super::assign::{Read, enter, read, reading, tokens, unit};
use super::deed::{is_kind, kinds, named, sound, speakers};
use super::families::{Families, Family, Marker, Wording, Wordings, Words};
use super::weigh::{Unit, Weighed};
use crate::drafting::content::lexicon::Turn;
use crate::drafting::content::page::Page;
use crate::drafting::{Article, Filler, Named, Proposed, Reading, Said};
use crate::extraction::{MentionKind, Piece};
use crate::model::{EntityKind, Stance};

/// Kinds of body that hold ground for a state.
const STATE: &[&str] = &["army", "government", "police", "command", "guard"];
/// Kinds of body that take it.
const TAKES: &[&str] = &["movement", "coalition", "group"];

/// The question of a place.
struct Ground {
    of: Proposed,
    /// The consonants of the place's name.
    place: String,
}

fn taken(of: &Proposed) -> bool {
    of.predicate.as_deref() == Some("controls")
}

impl Ground {
    /// The place on which a case turns, where one stands out: most articles speak of taking or keeping, three in five name
    /// it, and the sides differ.
    fn of(articles: &[Article], pages: &[Option<Page>], words: &[Option<Words>]) -> Option<Self> {
        let mut spoken: BTreeSet<usize> = BTreeSet::new();
        let mut struck: BTreeSet<usize> = BTreeSet::new();
        let mut places: BTreeMap<String, (BTreeSet<usize>, BTreeMap<Named, usize>)> =
            BTreeMap::new();
        let mut takers: BTreeMap<Named, usize> = BTreeMap::new();
        for Read {
            k,
            article,
            page,
            words,
            families,
        } in read(articles, pages, words)
        {
            let has = |f: Family, a: usize, b: usize| {
                families
                    .families
                    .get(&f)
                    .is_some_and(|w| (a..b).any(|n| w.at(words, n, b).is_some()))
            };
            for s in &article.extraction.statements {
                for c in &s.content {
                    let (a, b) = tokens(page, c.start, c.end);
                    if [Family::Taken, Family::Kept].iter().any(|f| has(*f, a, b))
                        && (a..b).any(|n| families.places.at(words, n, b).is_some())
                    {
                        spoken.insert(k);
                    }
                    if has(Family::Deed, a, b) {
                        struck.insert(k);
                    }
                }
                if let Some(name) = s.source_name.as_ref().filter(|n| {
                    s.named && TAKES.iter().any(|kind| is_kind(kind, n)) && n.contains(' ')
                }) {
                    *takers.entry(body(name)).or_default() += 1;
                }
            }
            for m in &page.survey.marked {
                let (name, _) = page.name(m.a, m.b);
                if m.b - m.a > 1 && TAKES.iter().any(|kind| is_kind(kind, &name)) {
                    *takers.entry(body(&name)).or_default() += 1;
                }
            }
            for (a, b) in towns(page, words, families) {
                let (name, _) = page.name(a, b);
                // By its last word: «تل» of «تل السماق» tells nothing.
                let key = sound(name.split_whitespace().last().unwrap_or_default());
                if key.chars().count() < 2 {
                    continue;
                }
                let entry = places.entry(key).or_default();
                entry.0.insert(k);
                let place = Named {
                    name,
                    kind: EntityKind::Place,
                    span: None,
                    known_as: None,
                };
                *entry.1.entry(place).or_default() += 1;
            }
        }
        let all = pages.iter().flatten().count();
        // Who struck is asked where more articles tell of that alone: to walk in "without firing" is no strike.
        let only_struck = struck.difference(&spoken).count();
        if spoken.len() * 5 < all * 2 || spoken.len() < 3 || only_struck > spoken.len() {
            return None;
        }
        // Wherever else the articles have that word.
        for (k, page) in pages.iter().enumerate() {
            let Some(page) = page else { continue };
            for n in 0..page.len() {
                if page.piece(n) == Piece::Word
                    && (page.arabic() || page.capital(n))
                    && let Some((articles, _)) = places.get_mut(&sound(page.text(n)))
                {
                    articles.insert(k);
                }
            }
        }
        let (key, (_, names)) = places
            .into_iter()
            .filter(|(_, (_, names))| names.values().sum::<usize>() > 1)
            .max_by_key(|(k, (a, _))| (a.len(), std::cmp::Reverse(k.clone())))
            .filter(|(_, (a, _))| a.len() * 5 >= all * 2)?;
        let most = |all: BTreeMap<Named, usize>| {
            all.into_iter()
                .max_by_key(|(n, count)| (*count, std::cmp::Reverse(n.clone())))
                .map(|(n, _)| n)
        };
        Some(Self {
            of: Proposed {
                predicate: Some("controls".to_owned()),
                roles: vec![
                    ("group".to_owned(), vec![Filler::Named(most(takers)?)]),
                    ("place".to_owned(), vec![Filler::Named(most(names)?)]),
                ],
                place: None,
                count: None,
                time: None,
            },
            place: key,
        })
    }
}

/// Names of towns: behind a word for a town, or in English behind a preposition of place.
fn towns(page: &Page, words: &Words, families: &Families) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for k in 1..page.len() {
        let town = families.places.at(words, k - 1, k).is_some();
        if page.arabic() {
            // «مدينة تل السماق»: a word for a hill, a spring, a valley begins a name of two words.
            if !town || page.piece(k) != Piece::Word || page.def(k - 1) {
                continue;
            }
            let two = matches!(
                page.text(k),
                "تل" | "كفر"
                    | "دير"
                    | "خان"
                    | "ام"
                    | "ابو"
                    | "عين"
                    | "جبل"
                    | "وادي"
                    | "راس"
                    | "برج"
                    | "بير"
                    | "بيت"
                    | "سد"
                    | "باب"
                    | "مرج"
                    | "حي"
                    | "قصر"
            );
            out.push((k, (k + 1 + usize::from(two)).min(page.len())));
            continue;
        }
        let behind = matches!(
            page.text(k - 1),
            "in" | "of"
                | "to"
                | "from"
                | "into"
                | "near"
                | "outside"
                | "inside"
                | "entered"
                | "seized"
                | "taken"
                | "took"
                | "captured"
                | "left"
                | "over"
                | "around"
                | "at"
        );
        if !(behind || town) || !page.capital(k) || page.piece(k) != Piece::Word {
            continue;
        }
        let mut to = k + 1;
        while to < page.len() && to - k < 3 && page.piece(to) == Piece::Word && page.capital(to) {
            to += 1;
        }
        let person = page
            .survey
            .marked
            .iter()
            .any(|m| m.kind == MentionKind::Person && m.a <= k && k < m.b);
        if !person {
            out.push((k, to));
        }
    }
    out
}

fn body(name: &str) -> Named {
    Named {
        name: name.to_owned(),
        kind: EntityKind::Group,
        span: None,
        known_as: None,
    }
}

/// Adds what the sayings of a case say of the place that it asks for. Says whether one stands out.
pub(super) fn assign(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    out: &mut Vec<Reading>,
) -> bool {
    let Some(ground) = Ground::of(articles, pages, words) else {
        return false;
    };
    for r in out.iter_mut().filter(|r| taken(&r.of)) {
        let group = named(&r.of, "group");
        let place = named(&r.of, "place");
        let ours = group.is_none_or(|n| TAKES.iter().any(|k| is_kind(k, &n.name)))
            && place.is_none_or(|n| {
                n.name
                    .split_whitespace()
                    .last()
                    .is_some_and(|w| sound(w) == ground.place)
            });
        if ours {
            let time = r.of.time.take();
            r.of = ground.of.clone();
            r.of.time = time;
        }
    }
    let state = speakers(articles, pages, words, STATE);
    let takes = speakers(articles, pages, words, TAKES);
    let mut found: Vec<Reading> = Vec::new();
    for Read {
        k,
        article,
        page,
        words,
        families,
    } in read(articles, pages, words)
    {
        for (i, s) in article.extraction.statements.iter().enumerate() {
            let said = Said::Statement(i);
            let done = out.iter().any(|r| {
                r.article == k && r.said == said && taken(&r.of) && !mistaken(families, &r.of)
            });
            if done || s.content.is_empty() {
                continue;
            }
            let by_name = |all: &BTreeSet<String>| {
                s.named
                    && s.source_name
                        .as_ref()
                        .is_some_and(|n| all.contains(&sound(n)))
            };
            let of = s.source.as_ref().map(|q| tokens(page, q.start, q.end));
            let from = |sort: &[&str]| {
                of.is_some_and(|(a, b)| {
                    kinds(families, words, a, b)
                        .iter()
                        .any(|k| sort.contains(k))
                }) || s
                    .source_name
                    .as_ref()
                    .is_some_and(|n| sort.iter().any(|k| is_kind(k, n)))
            };
            let side = if by_name(&takes) || from(TAKES) && !from(STATE) {
                Side::Taker
            } else if by_name(&state) || from(STATE) {
                Side::State
            } else {
                Side::None
            };
            let unit = unit(article, page, words, s, true, None, families);
            if let Some(w) = weigh(&unit, &ground, side) {
                found.push(reading(k, said, page, &ground.of, &w));
            }
        }
    }
    for r in found {
        let gone = |o: &Reading| {
            let families = pages
                .get(o.article)
                .and_then(Option::as_ref)
                .and_then(|p| Families::of(p.arabic()));
            o.of.predicate.is_none() || taken(&o.of) && families.is_some_and(|f| mistaken(f, &o.of))
        };
        enter(out, r, gone);
    }
    true
}

/// Whether a frame took a town for who holds it, or a side for the place: «المدينة باتت خارج سيطرة الحكومة».
fn mistaken(families: &Families, of: &Proposed) -> bool {
    let town = |n: &Named| {
        let arabic = n
            .name
            .chars()
            .any(|c| ('\u{0620}'..='\u{06ff}').contains(&c));
        let words = Words::of_text(&n.name, arabic);
        families.places.at(&words, 0, words.forms.len()).is_some()
    };
    named(of, "group").is_some_and(|n| town(&n))
        || named(of, "place").is_some_and(|n| STATE.iter().any(|k| is_kind(k, &n.name)))
}

/// On whose side a speaker is, as its own words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Taker,
    State,
    None,
}

/// What a saying says of who holds the place.
fn weigh(unit: &Unit, ground: &Ground, side: Side) -> Option<Weighed> {
    let (page, families, words) = (unit.page, unit.families, unit.words);
    let any = |w: &Wordings| unit.first(w);
    let count = unit.pieces.iter().map(|p| p.1 - p.0).sum::<usize>();
    let first = unit.pieces.first()?.0;
    let end = unit.pieces.last()?.1;
    let at_place = |k: usize| {
        page.piece(k) == Piece::Word && {
            let own = sound(page.text(k));
            own == ground.place && (page.arabic() || page.capital(k))
        }
    };
    let place = any(&families.places).is_some() || (first..end).any(at_place);
    let elsewhere = page.survey.marked.iter().any(|m| {
        m.a >= first && m.b <= end && m.kind == MentionKind::Place && !(m.a..m.b).any(at_place)
    });
    let markers = unit.all_markers();
    let has = |m: Marker| markers.iter().find(|x| x.0 == m).copied();
    let report = any(&families.reports);
    let give = |stance, hedged, rule, score, at| {
        Some(Weighed {
            stance,
            hedged,
            rule,
            score,
            at,
        })
    };
    // An answer to what is claimed, without saying what.
    let cannot =
        unit.cannot || has(Marker::Cannot).is_some() || unit.turn == Some(Turn::CannotConfirm);
    let tied = report.is_some() || place || count <= 8;
    if cannot && tied {
        let at = has(Marker::Cannot).map_or((first, end), |m| (m.1, m.2));
        return give(Stance::CannotConfirm, false, "question-answered", 0.4, at);
    }
    let doubts = has(Marker::Doubt).or((unit.turn == Some(Turn::Doubt)).then_some((
        Marker::Doubt,
        first,
        end,
    )));
    if let Some(m) = doubts.filter(|_| tied) {
        return give(Stance::Doubts, false, "question-answered", 0.4, (m.1, m.2));
    }
    let turned = unit.turn == Some(Turn::Deny);
    let hit = |f: Family| families.families.get(&f).and_then(any);
    // Either side speaks of what is asked, at some length too.
    let of_it =
        |_: &Wording| !elsewhere && (place || count <= 10 || side != Side::None && count <= 25);
    let kept = hit(Family::Kept).filter(of_it);
    let gone = hit(Family::Taken).filter(of_it);
    // «خارج سيطرة الحكومة»: the longer words hold the shorter.
    let held = hit(Family::Held)
        .filter(of_it)
        .filter(|h| !gone.is_some_and(|g| g.from < h.from && h.from < g.to));
    let negated = |w: &Wording| {
        let (from, _) = unit.piece(w.from);
        (w.from.saturating_sub(4).max(from)..w.from).any(|k| {
            page.turns(k, Turn::Negation) || matches!(page.text(k), "not" | "never" | "no" | "none")
        })
    };
    // In whose hands: the body behind the words, else whoever speaks.
    let holder = held.and_then(|w| {
        let (_, to) = unit.piece(w.from);
        let behind = kinds(families, words, w.from, (w.to + 4).min(to));
        if behind.iter().any(|k| STATE.contains(k)) {
            Some(false)
        } else if behind.iter().any(|k| TAKES.contains(k)) {
            Some(true)
        } else {
            match side {
                Side::Taker => Some(true),
                Side::State => Some(false),
                Side::None => None,
            }
        }
    });
    let (mut taken, at) = match (kept, held.zip(holder), gone) {
        (Some(w), _, _) => (false, w),
        (None, Some((w, by_taker)), _) => (by_taker ^ negated(&w), w),
        (None, None, Some(w)) => (!negated(&w), w),
        (None, None, None) => {
            // "Nonsense", "theatre".
            let deny = has(Marker::Deny);
            if (turned || deny.is_some())
                && side != Side::Taker
                && (count <= 6 || report.is_some() && place)
            {
                let at = deny.map_or((first, end), |m| (m.1, m.2));
                return give(Stance::Denies, false, "question-answered", 0.4, at);
            }
            return None;
        }
    };
    if turned || has(Marker::Deny).is_some() && taken && side != Side::Taker {
        taken = !taken;
    }
    let hedged = has(Marker::Likely).is_some();
    let possible = has(Marker::Possible).is_some();
    let stance = match (taken, possible) {
        (true, true) => Stance::Reports,
        (true, false) => Stance::Affirms,
        (false, _) => Stance::Denies,
    };
    give(
        stance,
        hedged && stance != Stance::Reports,
        if taken {
            "question-place-taken"
        } else {
            "question-place-kept"
        },
        0.5,
        (at.from, at.to),
    )
}
