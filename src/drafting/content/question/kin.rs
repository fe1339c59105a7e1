//! Whether whoever speaks is somebody's relative: "his uncle" is then of theirs.

use super::assign::tokens;
use crate::drafting::Article;
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::page::Page;
use crate::extraction::Proposed as Statement;

/// "Hatem Karam, a nephew of the president, said": in the name or beside it; and "she said" of whom the article called his
/// daughter before.
pub(super) fn kin(article: &Article, page: &Page, s: &Statement) -> bool {
    let first = |o: &Statement| {
        o.content
            .first()
            .map_or(0, |c| tokens(page, c.start, c.end).0)
    };
    let named = |o: &Statement| o.source_name == s.source_name && related(page, o, first(o));
    let all = &article.extraction.statements;
    related(page, s, first(s)) || !page.arabic() && s.source_name.is_some() && all.iter().any(named)
}

fn related(page: &Page, s: &Statement, first: usize) -> bool {
    const REACH: usize = 5;
    const LEAD: usize = 3;
    s.source.as_ref().is_some_and(|q| {
        let (a, b) = tokens(page, q.start, q.end);
        let end = (b + REACH).min(first.max(b));
        // "Her daughter, Dina, said".
        let lead = if page.arabic() { 0 } else { a.min(LEAD) };
        (a - lead..end).any(|k| {
            // «تعهد لزوجها»: to whom it was said.
            let to = page.arabic() && k >= b && page.prep(k) == Some('ل');
            page.is(k, sort::RELATION) && !to && !matches!(page.text(k), "احد" | "احدي" | "one")
                || page.text(k) == "first" && page.text(k + 1) == "lady"
        })
    })
}
