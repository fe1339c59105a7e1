//! What was said before a saying in its article: whether that was of the question, or of whom the case is about.

use std::collections::BTreeSet;

use super::anchor::Anchor;
use super::assign::tokens;
use crate::drafting::content::page::Page;
use crate::drafting::{Article, Said};

/// Whether nothing was said between what is of the question and a character.
pub(super) fn directly(article: &Article, of_it: &BTreeSet<usize>, at: usize) -> bool {
    let starts = article.extraction.statements.iter();
    let starts = starts.filter_map(|o| Some(o.content.first()?.start as usize));
    let last = starts.filter(|&o| o < at).max();
    last.is_none_or(|l| of_it.range(..at).next_back().is_some_and(|&b| b >= l))
}

/// Whether what is said at a character stands at the head of an article, right behind what is of the question, or not far from it.
pub(super) fn follows(article: &Article, of_it: &BTreeSet<usize>, at: usize) -> bool {
    const NEAR: usize = 400;
    let before = of_it.range(..at).next_back().copied();
    let last = article
        .extraction
        .statements
        .iter()
        .filter_map(|o| Some(o.content.first()?.start as usize))
        .filter(|&o| o < at)
        .max();
    last.is_none() || before.is_some_and(|b| last.is_none_or(|l| b >= l || at - b < NEAR))
}

/// Whether what was said last before a character, not far from it, names whom the case is about.
pub(super) fn of_him(article: &Article, page: &Page, anchor: &Anchor, at: usize) -> bool {
    const NEAR: usize = 250;
    let starts = article.extraction.statements.iter();
    let last = starts
        .filter_map(|o| o.content.first())
        .filter(|c| (c.start as usize) < at)
        .max_by_key(|c| c.start);
    last.is_some_and(|c| {
        let (a, b) = tokens(page, c.start, c.end);
        at - (c.start as usize) < NEAR && (a..b).any(|k| anchor.named(page, k))
    })
}

/// The character at which a saying begins.
pub(super) fn start(article: &Article, said: Said) -> Option<usize> {
    match said {
        Said::Title => Some(0),
        Said::Own(s) | Said::Heading(s) => Some(s.start),
        Said::Statement(i) => article
            .extraction
            .statements
            .get(i)
            .and_then(|s| s.content.first())
            .map(|c| c.start as usize),
    }
}
