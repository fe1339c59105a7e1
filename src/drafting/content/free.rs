//! Statements of which nothing typed was read, and what is left out as mere talk.

use std::collections::BTreeSet;

use super::answer::person;
use super::lexicon::Turn;
use super::page::Page;
use super::read::{CueTurn, cue_turn, same_claim};
use super::stance::Held;
use crate::drafting::reading::LABELLED;
use crate::drafting::{Article, Proposed, Reading, Said};
use crate::extraction::{Piece, Proposed as Statement};
use crate::model::{Act, Stance};
use crate::text::Span;

/// Statements of which nothing was read, as free claims.
pub(super) fn free(
    article: &Article,
    page: Option<&Page>,
    index: usize,
    out: &mut Vec<Reading>,
    from: usize,
) {
    let read: BTreeSet<usize> = out[from..]
        .iter()
        .filter_map(|r| match r.said {
            Said::Statement(i) => Some(i),
            _ => None,
        })
        .collect();
    for (i, s) in article.extraction.statements.iter().enumerate() {
        if read.contains(&i) {
            continue;
        }
        let (held, part) = free_stance(page, s);
        out.push(Reading {
            article: index,
            said: Said::Statement(i),
            of: Proposed {
                predicate: None,
                roles: Vec::new(),
                place: None,
                count: None,
                time: None,
            },
            stance: held.stance,
            hedged: held.hedged || s.act == Act::Predict,
            unclear: false,
            part,
            rule: "free".to_owned(),
            score: 0.5,
        });
    }
}

/// How a statement stands to what it says, where nothing typed was read of it; and what it stands to, where that is not all of it.
///
/// Only the cue and the very first words of the content tell: what stands further in may be somebody else's doubt.
fn free_stance(page: Option<&Page>, s: &Statement) -> (Held, Vec<Span>) {
    let mut held = Held::AFFIRMS;
    let mut part = Vec::new();
    // A plain verb that carries a denial affirms its own words: only a cue that denies turns them.
    let denies = s.act == Act::Deny && denying_words(s);
    let turn = match page.map(|page| cue_turn(page, s)) {
        Some(CueTurn::Turn(turn)) => Some(turn),
        _ if s.act == Act::Rumour => Some(Turn::Rumour),
        _ if denies => Some(Turn::Deny),
        _ => None,
    };
    if let Some(page) = page
        && let Some(first) = s.content.first()
    {
        let span = Span::new(first.start as usize, first.end as usize);
        let (a, b) = page.tokens_in(span);
        // "He doubted", «إنه لا يستطيع تأكيد»: the speaker is the subject.
        let subject = |k: usize| {
            matches!(
                page.text(k),
                "it" | "he"
                    | "she"
                    | "they"
                    | "we"
                    | "i"
                    | "there"
                    | "had"
                    | "has"
                    | "was"
                    | "were"
            ) || page.tok(k).is_some_and(|t| t.that || t.closed)
                || matches!(page.piece(k), Piece::Open)
        };
        let word = |k: usize| page.text(k);
        let mut k = a;
        while k < b.min(a + 4) {
            let fixed = page
                .pack
                .turn_at(k, &word, page.bare(k))
                .filter(|(turn, _)| {
                    matches!(
                        turn,
                        Turn::CannotConfirm
                            | Turn::Doubt
                            | Turn::Deny
                            | Turn::Possible
                            | Turn::Likely
                    )
                });
            let found = fixed.or_else(|| page.turns(k, Turn::Doubt).then_some((Turn::Doubt, 1)));
            if let Some((turn, n)) = found {
                held = held.under(turn).unwrap_or(held);
                if k + n + 1 < b && s.content.len() == 1 {
                    part = vec![Span::new(page.span(k + n, b).start, span.end)];
                }
                break;
            }
            if !subject(k) {
                break;
            }
            k += 1;
        }
    }
    if let Some(turn) = turn
        && (turn != Turn::Deny || denies)
        && !matches!(turn, Turn::Unreal | Turn::Confirm)
    {
        held = held.under(turn).unwrap_or(held);
    }
    (held, part)
}

/// Whether a statement's own cue denies.
fn denying_words(s: &Statement) -> bool {
    s.id.starts_with(LABELLED)
        || s.cue.as_ref().is_some_and(|c| {
            let folded = crate::text::fold::fold(&c.text);
            [
                "نف", "ينف", "تنف", "انكر", "ينكر", "تنكر", "كذب", "فند", "دحض", "رفض", "ناف",
                "مكذب", "منكر", "مفند", "سخر", "den", "refut", "dismiss", "reject",
            ]
            .iter()
            .any(|w| folded.starts_with(w))
        })
}

/// Whether two propositions are of one thing, a death however it is worded.
fn same_matter(a: &Proposed, b: &Proposed) -> bool {
    let vital = |p: &Proposed| matches!(p.predicate.as_deref(), Some("killed" | "died" | "status"));
    same_claim(a, b) || vital(a) && vital(b) && person(a).is_some() && person(a) == person(b)
}

/// Who denies or doubts a thing passes no report of it on by speaking of those who spread it.
pub(super) fn talk_of_deniers(articles: &[Article], out: &mut [Reading]) {
    let speaker = |r: &Reading| match r.said {
        Said::Statement(i) => articles
            .get(r.article)
            .and_then(|a| a.extraction.statements.get(i))
            .and_then(|s| s.source_name.as_deref()),
        _ => None,
    };
    let against: Vec<(usize, String, Proposed)> = out
        .iter()
        .filter(|r| {
            matches!(
                r.stance,
                Stance::Denies | Stance::Doubts | Stance::CannotConfirm
            ) && r.of.predicate.is_some()
        })
        .filter_map(|r| Some((r.article, speaker(r)?.to_owned(), r.of.clone())))
        .collect();
    for r in out.iter_mut() {
        let twice = r.stance == Stance::Reports
            && speaker(&*r).is_some_and(|who| {
                against
                    .iter()
                    .any(|(a, w, of)| *a == r.article && w == who && same_matter(of, &r.of))
            });
        if twice {
            let empty = Proposed {
                predicate: None,
                roles: Vec::new(),
                place: None,
                count: None,
                time: None,
            };
            r.of = empty;
            "talk-of-what-its-speaker-denies".clone_into(&mut r.rule);
        }
    }
}
