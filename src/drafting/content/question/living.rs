//! What a frame laid to somebody who only speaks in the article, and is not of whom it is told.

use std::collections::BTreeSet;

use crate::drafting::content::answer::person;
use crate::drafting::{Article, Proposed, Reading, Said};
use crate::text::fold::fold;

/// «يمارس مهامه كالمعتاد», «اعتقاله», where a frame took whoever else speaks in the article for him, tells nothing of that one; nor
/// do those who answer it.
pub(super) fn living(articles: &[Article], out: &mut [Reading]) {
    let mistaken = |r: &Reading| {
        let article = &articles[r.article];
        let Said::Statement(i) = r.said else {
            return false;
        };
        let s = &article.extraction.statements[i];
        let others = |n: &str| {
            s.source_name.as_deref() != Some(n)
                && speaks(article, n)
                && !s.content.iter().any(|c| fold(&c.text).contains(&fold(n)))
        };
        matches!(r.of.predicate.as_deref(), Some("status" | "detained"))
            && r.score <= DOUBTFUL
            && person(&r.of).is_some_and(others)
    };
    let wrong: BTreeSet<(usize, Proposed)> = out
        .iter()
        .filter(|r| mistaken(r))
        .map(|r| (r.article, r.of.clone()))
        .collect();
    for r in out.iter_mut() {
        let answers = r.rule == "answers-what-stands-before";
        if (answers || r.score <= DOUBTFUL) && wrong.contains(&(r.article, r.of.clone())) {
            free(r);
        }
    }
}

/// A reading scored no higher was resolved from elsewhere.
pub(super) const DOUBTFUL: f64 = 0.7;

/// Makes a reading one that fits no predicate.
pub(super) fn free(r: &mut Reading) {
    r.of = Proposed {
        predicate: None,
        roles: Vec::new(),
        place: None,
        count: None,
        time: None,
    };
    r.rule = "free".to_owned();
    r.part.clear();
}

/// Whether a person is a source of any statement of an article.
pub(super) fn speaks(article: &Article, name: &str) -> bool {
    let name = fold(name);
    article.extraction.statements.iter().any(|s| {
        let own = s.source_name.as_deref().map(fold);
        own.as_ref() == Some(&name)
            || s.source
                .as_ref()
                .is_some_and(|q| fold(&q.text).contains(&name))
    })
}
