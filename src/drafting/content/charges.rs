//! Who answers a charge: a denial of "the accusations", «هذه الاتهامات», is of the deed that others lay to the speaker.
//!
//! The nearest deed before it in the article is meant whose doer is the speaker, or the land or body that the speaker
//! speaks for. Where the article lays no deed to it, nothing is read.

use super::cast::Cast;
use super::lexicon::Turn;
use super::page::Page;
use super::read::{CueTurn, cue_turn};
use crate::drafting::{Article, Filler, Named, Reading, Said};
use crate::model::{SourceKind, Stance};
use crate::text::Span;
use crate::text::fold::fold;

/// Words for what is laid to somebody.
fn charge(word: &str) -> bool {
    let word = word.trim_start_matches(['ب', 'ل', 'و', 'ف']);
    let bare = word.strip_prefix("ال").unwrap_or(word);
    matches!(
        bare,
        "اتهام"
            | "اتهامات"
            | "تهمه"
            | "تهم"
            | "مزاعم"
            | "ادعاءات"
            | "ادعاء"
            | "ذلك"
            | "اتهامه"
            | "اتهامها"
    ) || matches!(
        word,
        "accusation"
            | "accusations"
            | "allegation"
            | "allegations"
            | "charge"
            | "charges"
            | "claim"
            | "claims"
            | "involvement"
            | "responsibility"
            | "this"
            | "it"
    )
}

/// Answers to charges of an article.
pub(super) fn charges(
    page: &Page,
    cast: &Cast,
    article: &Article,
    index: usize,
    out: &mut Vec<Reading>,
) {
    let mut found = Vec::new();
    let statements = &article.extraction.statements;
    for (i, s) in statements.iter().enumerate() {
        if out
            .iter()
            .any(|r| r.said == Said::Statement(i) && r.of.predicate.is_some())
        {
            continue;
        }
        let (Some(first), Some(last), Some(source)) =
            (s.content.first(), s.content.last(), &s.source)
        else {
            continue;
        };
        let (a, b) = page.tokens_in(Span::new(first.start as usize, last.end as usize));
        let word = |k: usize| page.text(k);
        let denied = cue_turn(page, s) == CueTurn::Turn(Turn::Deny);
        let judged = (a..b.min(a + 14)).any(|k| {
            page.pack
                .after_at(k, &word, page.bare(k))
                .or_else(|| page.pack.turn_at(k, &word, page.bare(k)))
                .is_some_and(|(turn, _)| turn == Turn::Deny)
                || page.turns(k, Turn::Deny)
        });
        let short = b - a <= 8;
        let named = (a..b.min(a + 6)).any(|k| charge(page.bare(k)));
        let bare_judgement = judged && b - a <= 4;
        if !((denied || judged) && (named && (short || denied) || bare_judgement)) {
            continue;
        }
        let body = body_of(page, cast, article, i).or_else(|| {
            // "We reject accusations that Russia was responsible."
            let land = (a..b).find_map(|k| page.pack.land_of(page.text(k)))?;
            Some(Named {
                name: land,
                kind: crate::model::EntityKind::Group,
                span: None,
                known_as: None,
            })
        });
        let begins = source.start.min(first.start) as usize;
        let Some(body) = body else {
            // "… Iran rejected the charge. "These accusations are baseless," a spokesman said": the denial right before.
            let before = out
                .iter()
                .filter(|r| {
                    r.part
                        .iter()
                        .any(|p| p.end <= begins && begins - p.end < 160)
                })
                .max_by_key(|r| r.part.iter().map(|p| p.start).max())
                .filter(|r| {
                    r.stance == Stance::Denies
                        && r.of.predicate.as_deref().is_some_and(super::deeds::lenient)
                });
            if let Some(r) = before {
                found.push(Reading {
                    article: index,
                    said: Said::Statement(i),
                    of: r.of.clone(),
                    stance: Stance::Denies,
                    hedged: false,
                    unclear: false,
                    part: Vec::new(),
                    rule: "answers-a-charge".to_owned(),
                    score: 0.5,
                });
            }
            continue;
        };
        let nearest = out
            .iter()
            .filter(|r| {
                r.of.predicate.as_deref().is_some_and(super::deeds::lenient)
                    && r.said != Said::Statement(i)
                    && r.part.iter().any(|p| p.start <= begins)
                    && r.of.roles.iter().any(|(role, f)| {
                        matches!(role.as_str(), "by" | "who" | "group")
                            && f.iter()
                                .any(|f| matches!(f, Filler::Named(n) if same(page, n, &body)))
                    })
            })
            .max_by_key(|r| r.part.iter().map(|p| p.start).max());
        if let Some(nearest) = nearest {
            found.push(Reading {
                article: index,
                said: Said::Statement(i),
                of: nearest.of.clone(),
                stance: Stance::Denies,
                hedged: false,
                unclear: false,
                part: Vec::new(),
                rule: "answers-a-charge".to_owned(),
                score: 0.6,
            });
        }
    }
    for r in found {
        out.retain(|o| o.said != r.said || o.of.predicate.is_some());
        out.push(r);
    }
}

/// The body, group or land that speaks.
fn body_of(page: &Page, cast: &Cast, article: &Article, i: usize) -> Option<Named> {
    let all = &article.extraction.statements;
    let s = &all[i];
    let q = s.source.as_ref()?;
    let own = matches!(
        s.source_kind,
        SourceKind::Organization | SourceKind::Group | SourceKind::State
    );
    if own && let Some(name) = &s.source_name {
        return Some(Named {
            name: name.clone(),
            kind: crate::model::EntityKind::Group,
            span: None,
            known_as: None,
        });
    }
    let (a, b) = page.tokens_in(Span::new(q.start as usize, q.end as usize));
    super::deeds::body(page, cast, a, b).or_else(|| {
        let name = s.source_name.as_deref()?;
        all.iter()
            .filter(|o| o.source_name.as_deref() == Some(name))
            .filter_map(|o| o.source.as_ref())
            .find_map(|q| {
                let (a, b) = page.tokens_in(Span::new(q.start as usize, q.end as usize));
                super::deeds::body(page, cast, a, b)
            })
    })
}

/// Whether two names are of one doer: equal words, one land, or one the other's beginning or end.
fn same(page: &Page, a: &Named, b: &Named) -> bool {
    let words = |n: &Named| -> Vec<String> {
        fold(&n.name)
            .split_whitespace()
            .filter(|w| *w != "the")
            .map(|w| w.strip_prefix("ال").unwrap_or(w).to_owned())
            .collect()
    };
    let land = |n: &Named| -> Option<String> { page.pack.land_of(&n.name) };
    let (x, y) = (words(a), words(b));
    if x.is_empty() || y.is_empty() {
        return false;
    }
    x == y
        || land(a).is_some() && land(a) == land(b)
        || x.len() > 1 && y.len() > 1 && (x.ends_with(&y) || y.ends_with(&x))
        || x.last() == y.last()
            && x.len() + y.len() > 2
            && x.last().is_some_and(|w| w.chars().count() > 4)
}
