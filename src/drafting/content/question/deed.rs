//! Whose deed a case asks for: a strike, and one body that most articles hold to be behind it or that denies it.
//!
//! The doer is the kind of body («الجيش», "the command") that stands with words of the deed in the statements of most
//! articles. Who speaks for it denies by "none of our aircraft"; others lay it to them by name or by "their planes". Where
//! another body is named, or the words are of what somebody else insisted, nothing is assigned.

use std::collections::{BTreeMap, BTreeSet};

use super::assign::{Read, enter, is_free, read, reading, tokens, unit};
use super::bases::{bases, of_them};
use super::families::{Families, Family, Marker, Wording, Wordings, Words};
use super::weigh::{Unit, Weighed};
use crate::drafting::content::lexicon::Turn;
use crate::drafting::content::page::Page;
use crate::drafting::naming::whole;
use crate::drafting::{Article, Filler, Named, Proposed, Reading, Said};
use crate::extraction::{Act, Piece, Proposed as Statement};
use crate::model::{EntityKind, Stance};
use crate::text::fold::fold;

/// The question of a deed.
struct Deed {
    /// The kinds of body that it is laid to: one, or those that its name has («القيادة العامة للقوات المسلحة»).
    doers: BTreeSet<String>,
    /// That it did it.
    of: Proposed,
}

fn strikes(of: &Proposed) -> bool {
    matches!(of.predicate.as_deref(), Some("shelled" | "attacked"))
}

/// The kinds of body that stand within tokens.
pub(super) fn kinds<'f>(
    families: &'f Families,
    words: &Words,
    a: usize,
    b: usize,
) -> BTreeSet<&'f str> {
    families
        .doers
        .iter()
        .filter(|(_, w)| (a..b).any(|k| w.at(words, k, b).is_some()))
        .map(|(kind, _)| kind.as_str())
        .collect()
}

pub(super) fn named(of: &Proposed, role: &str) -> Option<Named> {
    of.roles
        .iter()
        .find(|(r, _)| r == role)
        .and_then(|(_, f)| f.first())
        .and_then(|f| match f {
            Filler::Named(n) => Some(n.clone()),
            _ => None,
        })
}

impl Deed {
    /// The deed that a case turns on, where one stands out: at least three articles lay it to one kind of body, half as many
    /// again as to any other, and somebody denies it or cannot say.
    fn of(
        articles: &[Article],
        pages: &[Option<Page>],
        words: &[Option<Words>],
        readings: &[Reading],
    ) -> Option<Self> {
        let mut spoken: BTreeSet<usize> = BTreeSet::new();
        let mut laid: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for Read {
            k,
            article,
            page,
            words,
            families,
        } in read(articles, pages, words)
        {
            for s in &article.extraction.statements {
                for c in &s.content {
                    let (a, b) = tokens(page, c.start, c.end);
                    let deed = families
                        .families
                        .get(&Family::Deed)
                        .is_some_and(|w| (a..b).any(|n| w.at(words, n, b).is_some()));
                    if !deed {
                        continue;
                    }
                    spoken.insert(k);
                    for kind in kinds(families, words, a, b) {
                        laid.entry(kind).or_default().insert(k);
                    }
                }
            }
        }
        let all = pages.iter().flatten().count();
        let mut order: Vec<(&str, usize)> = laid.iter().map(|(k, a)| (*k, a.len())).collect();
        order.sort_by_key(|(k, n)| (std::cmp::Reverse(*n), *k));
        let &(doer, most) = order.first()?;
        let second = order.get(1).map_or(0, |o| o.1);
        if spoken.len() * 5 < all * 3 || most < 3 || most * 3 < all || most * 2 < second * 3 {
            return None;
        }
        let doer = doer.to_owned();
        // The doer and what was struck, by the names that most readings have.
        let mut names: BTreeMap<Named, usize> = BTreeMap::new();
        let mut targets: BTreeMap<Named, usize> = BTreeMap::new();
        for r in readings.iter().filter(|r| strikes(&r.of)) {
            let bare = |mut n: Named| {
                n.span = None;
                n
            };
            if let Some(n) = named(&r.of, "by")
                .map(bare)
                .filter(|n| is_kind(&doer, &n.name))
            {
                *names.entry(n).or_default() += 1;
            }
            if let Some(n) = named(&r.of, "target").map(bare) {
                *targets.entry(n).or_default() += 1;
            }
        }
        for s in articles.iter().flat_map(|a| &a.extraction.statements) {
            if let Some(name) = s
                .source_name
                .as_ref()
                .filter(|n| s.named && is_kind(&doer, n))
            {
                let n = Named {
                    name: name.clone(),
                    kind: EntityKind::Group,
                    span: None,
                    known_as: None,
                };
                *names.entry(n).or_default() += 1;
            }
        }
        // A name of several words before a word alone.
        let best = |all: BTreeMap<Named, usize>| {
            all.into_iter()
                .max_by_key(|(n, count)| {
                    let long = n.name.split_whitespace().count();
                    (long > 1 && long < 5, *count, std::cmp::Reverse(n.clone()))
                })
                .map(|(n, _)| n)
        };
        let by = best(names)?;
        let mut doers: BTreeSet<String> = Families::of(true)?
            .doers
            .keys()
            .filter(|kind| is_kind(kind, &by.name))
            .cloned()
            .collect();
        doers.insert(doer);
        let mut roles = vec![("by".to_owned(), vec![Filler::Named(by)])];
        if let Some(target) = best(targets) {
            roles.push(("target".to_owned(), vec![Filler::Named(target)]));
        }
        Some(Self {
            doers,
            of: Proposed {
                predicate: Some("shelled".to_owned()),
                roles,
                place: None,
                count: None,
                time: None,
            },
        })
    }
}

/// Whether a word names no body: «الجهة التي قصفت», "his forces".
fn unnamed(name: &str) -> bool {
    matches!(
        fold(name).to_lowercase().as_str(),
        "الجهه"
            | "جهه"
            | "القوات"
            | "قوات"
            | "الطايرات"
            | "طايرات"
            | "الجهات"
            | "forces"
            | "planes"
            | "aircraft"
            | "side"
            | "party"
    )
}

/// Whether a name is of a kind of body.
pub(super) fn is_kind(kind: &str, name: &str) -> bool {
    let arabic = name.chars().any(|c| ('\u{0620}'..='\u{06ff}').contains(&c));
    Families::of(arabic).is_some_and(|f| {
        let words = Words::of_text(name, arabic);
        let all = words.forms.len();
        f.doers
            .get(kind)
            .is_some_and(|w| (0..all).any(|k| w.at(&words, k, all).is_some()))
    })
}

/// Adds what the sayings of a case say of the deed that it asks for.
///
/// Says whether one stands out.
pub(super) fn assign(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    out: &mut Vec<Reading>,
) -> bool {
    let Some(deed) = Deed::of(articles, pages, words, out) else {
        return false;
    };
    // Read by the grammar of the same doer: one deed.
    for r in out.iter_mut().filter(|r| strikes(&r.of)) {
        if named(&r.of, "by").is_some_and(|n| deed.doers.iter().any(|d| is_kind(d, &n.name))) {
            let time = r.of.time.take();
            r.of = deed.of.clone();
            r.of.time = time;
        }
    }
    let doers: Vec<&str> = deed.doers.iter().map(String::as_str).collect();
    let speaks = speakers(articles, pages, words, &doers);
    let bases = bases(articles, pages, words, &doers);
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
                r.article == k
                    && r.said == said
                    && strikes(&r.of)
                    && named(&r.of, "by").is_some_and(|n| !unnamed(&n.name))
            });
            if done || s.content.is_empty() {
                continue;
            }
            let unit = unit(article, page, words, s, true, None, families);
            let own = s.source_name.as_ref().is_some_and(|n| of_them(&speaks, n))
                || s.source.as_ref().is_some_and(|q| {
                    // "An officer in the air force": the phrase may be cut.
                    let (a, b) = tokens(page, q.start, q.end);
                    let b = (b..(b + 3).min(page.len()))
                        .take_while(|&k| page.piece(k) == Piece::Word)
                        .last()
                        .map_or(b, |k| k + 1);
                    kinds(families, words, a, b)
                        .iter()
                        .any(|k| doers.contains(k))
                });
            if let Some(w) = weigh(&unit, s, (&doers, &bases), own) {
                found.push(reading(k, said, page, &deed.of, &w));
            }
        }
    }
    for r in found {
        // What was read of a strike that is nobody's gives way.
        enter(out, r, |o| is_free(o) || strikes(&o.of));
    }
    true
}

/// Who speaks for a kind of body, by name: a spokesman or officer of it, in any article.
pub(super) fn speakers(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    doers: &[&str],
) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for Read {
        article,
        page,
        words,
        families,
        ..
    } in read(articles, pages, words)
    {
        for s in &article.extraction.statements {
            let (Some(q), Some(name)) = (&s.source, &s.source_name) else {
                continue;
            };
            let (a, b) = tokens(page, q.start, q.end);
            let (a, b) = (a.saturating_sub(7), (b + 7).min(page.len()));
            let spokesman = (a..b).any(|n| {
                let word = matches!(
                    page.text(n).trim_start_matches('و'),
                    "spokesman"
                        | "spokeswoman"
                        | "spokesperson"
                        | "الناطق"
                        | "ناطق"
                        | "المتحدث"
                        | "متحدث"
                        | "الناطقه"
                        | "المتحدثه"
                );
                let plain = |k: &usize| page.piece(*k) == Piece::Word;
                // "The army's spokesman", «الناطق باسم الجيش»: up to a comma on either side.
                let left = (a..n).rev().take(4).take_while(plain).last().unwrap_or(n);
                let right = (n + 1..b).take(5).take_while(plain).last().unwrap_or(n);
                word && kinds(families, words, left, right + 1)
                    .iter()
                    .any(|k| doers.contains(k))
            });
            if spokesman {
                out.insert(sound(name));
            }
        }
    }
    out
}

/// The consonants of a name, which both scripts share.
pub(in crate::drafting) fn sound(name: &str) -> String {
    let words: Vec<String> = fold(name)
        .split([' ', '-'])
        .filter(|w| w.chars().count() > 2)
        .map(str::to_owned)
        .collect();
    whole(&words)
}

/// What a saying says of the deed. `own`: whoever speaks is the body that it is laid to, or speaks for it.
fn weigh(
    unit: &Unit,
    s: &Statement,
    (doers, bases): (&[&str], &BTreeSet<String>),
    own: bool,
) -> Option<Weighed> {
    let (page, families, words) = (unit.page, unit.families, unit.words);
    let (from, _) = *unit.pieces.first()?;
    let end = unit.pieces.last()?.1;
    let any = |w: &Wordings| unit.first(w);
    let deed = any(families.families.get(&Family::Deed)?);
    let named = doers.iter().find_map(|d| any(families.doers.get(*d)?));
    // "The aircraft came from Ras al-Qamar": where it is based.
    let named = named.or_else(|| {
        let at = (from..end).find(|&k| {
            !unit.masked(k)
                && page.piece(k) == Piece::Word
                && (page.arabic() || page.capital(k))
                && bases.contains(&sound(page.text(k)))
        })?;
        Some(Wording {
            from: at,
            to: at + 1,
            alone: false,
            which: 0,
        })
    });
    let other = kinds(families, words, from, end)
        .into_iter()
        .any(|k| !doers.contains(&k));
    if any(&families.theirs).is_some() {
        return None;
    }
    let markers = unit.all_markers();
    let has = |m: Marker| markers.iter().find(|x| x.0 == m).copied();
    let found = |stance, rule, score, at| {
        Some(Weighed {
            stance,
            hedged: false,
            rule,
            score,
            at,
        })
    };
    let asked = any(&families.asked);
    if (unit.cannot || has(Marker::Cannot).is_some() || unit.turn == Some(Turn::CannotConfirm))
        && let Some(at) = asked
        && !own
    {
        return found(
            Stance::CannotConfirm,
            "question-who-did-it",
            0.5,
            (at.from, at.to),
        );
    }
    let negation = |k: usize| {
        page.turns(k, Turn::Negation)
            || matches!(
                page.text(k),
                "none" | "nobody" | "neither" | "not" | "nothing" | "لسنا" | "ليس" | "ليست"
            )
    };
    let negated = unit
        .pieces
        .iter()
        .any(|&(a, b)| (a..b).any(|k| negation(k) && !unit.masked(k)));
    let count = unit.pieces.iter().map(|p| p.1 - p.0).sum::<usize>();
    if own {
        let us = any(&families.we);
        let silent = (from..end).any(|k| page.text(k).starts_with("comment"));
        let turned = unit.turn == Some(Turn::Deny) || has(Marker::Deny).is_some();
        let at = deed.or(us).map_or((from, end), |w| (w.from, w.to));
        if turned && count <= 14
            || (turned || negated) && deed.is_some() && (us.is_some() || named.is_some() || !other)
            || negated && count <= 12 && us.is_some() && !silent
        {
            return found(Stance::Denies, "question-doer-denies", 0.5, at);
        }
        // One of its own who says that it did: "one of its jets had hit the building".
        let admits = !s.named || any(&families.admits).is_some();
        if admits
            && !turned
            && !negated
            && deed.is_some()
            && (us.is_some() || named.is_some())
            && !other
        {
            return found(Stance::Affirms, "question-doer-owns-up", 0.4, at);
        }
        return None;
    }
    let deed = deed?;
    if other && named.is_none() {
        return None;
    }
    let they = any(&families.they);
    let pointed = named.or(they)?;
    if let Some(m) = has(Marker::Doubt)
        .or_else(|| (unit.turn == Some(Turn::Doubt)).then_some((Marker::Doubt, deed.from, deed.to)))
    {
        return found(Stance::Doubts, "question-who-did-it", 0.5, (m.1, m.2));
    }
    // In the clause of the deed: «لم يكن لمقاتليها وجود» further on is of something else.
    let (first, last) = unit.piece(deed.from);
    let negated = (deed.from.saturating_sub(8).max(first)..(deed.to + 3).min(last)).any(negation);
    let mut stance = if negated && unit.turn != Some(Turn::Deny) {
        Stance::Denies
    } else if unit.turn == Some(Turn::Deny) || has(Marker::Deny).is_some() {
        return None;
    } else {
        Stance::Affirms
    };
    if stance == Stance::Denies && named.is_none() {
        return None;
    }
    let mut hedged = has(Marker::Likely).is_some() || unit.turn == Some(Turn::Likely);
    if has(Marker::Possible).is_some() && s.act != Act::Accuse {
        stance = Stance::Reports;
        hedged = false;
    }
    let score = if named.is_some() { 0.5 } else { 0.4 };
    let at = (deed.from.min(pointed.from), deed.to.max(pointed.to));
    let at = if at.1 - at.0 < 20 {
        at
    } else {
        (deed.from, deed.to)
    };
    Some(Weighed {
        stance,
        hedged,
        rule: "question-laid-to-the-doer",
        score,
        at,
    })
}
