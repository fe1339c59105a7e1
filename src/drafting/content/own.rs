//! Which sentences and headings of a text its outlet says as its own: what no statement covers.

use super::page::{Page, tidy};
use crate::drafting::{Article, Said};
use crate::extraction::Piece;
use crate::text::Span;

/// The sentences and headings that no statement of the article covers, with their place among its sentences and their tokens;
/// none that only asks.
pub(super) fn own_sentences(article: &Article, page: &Page) -> Vec<(usize, Said, (usize, usize))> {
    let mut out = Vec::new();
    let statements = &article.extraction.statements;
    let title = article.title.map(tidy);
    let mut covered: Vec<(usize, usize)> = statements
        .iter()
        .map(|s| {
            let spans = s.content.iter().chain(&s.cue).chain(&s.source);
            let near: Vec<(usize, usize)> =
                spans.map(|q| (q.start as usize, q.end as usize)).collect();
            let start = near.iter().map(|s| s.0).min().unwrap_or(0);
            let end = near.iter().map(|s| s.1).max().unwrap_or(0);
            (start, end)
        })
        .collect();
    covered.sort_unstable();
    for (n, &(a, b)) in page.survey.sentences.iter().enumerate() {
        let mut from = a;
        while from < b && page.piece(from) == Piece::Line {
            from += 1;
        }
        let mut to = b;
        while to > from && matches!(page.piece(to - 1), Piece::Line | Piece::Stop) {
            to -= 1;
        }
        if to <= from {
            continue;
        }
        let span = page.span(from, to);
        // A statement may begin before a sentence and end in it; one of a whole passage covers all of its sentences.
        let first = covered
            .iter()
            .filter(|c| c.0 < span.end && span.start < c.1)
            .map(|c| c.0)
            .min();
        if let Some(start) = first {
            // What stands before it, up to a comma, is the outlet's.
            let (upto, _) = page.tokens_in(Span::new(start.max(span.start), span.end));
            let comma = (from..upto).rev().find(|&k| page.piece(k) == Piece::Comma);
            match comma {
                Some(k) if k > from + 2 && start > span.start => to = k,
                _ => continue,
            }
        }
        if (from..to).any(|k| page.tok(k).is_some_and(|t| t.says))
            && first.is_none()
            && n > 0
            && (page.arabic() || page.piece(b - 1) == Piece::Stop)
        {
            // A reporting verb without a statement: nobody can tell whose words these are.
            continue;
        }
        let asked =
            page.piece(b - 1) == Piece::Stop && page.cut(page.span(b - 1, b)).contains(['؟', '?']);
        let span = page.span(from, to);
        let words = tidy(&page.cut(span));
        let line_ends = page.piece(b.saturating_sub(1)) == Piece::Line || b >= page.len();
        let heading = title.as_deref() == Some(words.as_str())
            || first.is_none()
                && line_ends
                && to - from < 16
                && (a == 0 || page.piece(a - 1) == Piece::Line)
                && !(from..b).any(|k| page.piece(k) == Piece::Stop);
        let said = if heading {
            Said::Heading(span)
        } else {
            Said::Own(span)
        };
        if !asked {
            out.push((n, said, (from, to)));
        }
    }
    out
}
