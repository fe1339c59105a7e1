//! One article's proposals put right, and what that works with.

use super::prose::Prose;
use super::{apart, arabic, english, prose, quotations, voiced, withdrawing, withheld};
use crate::drafting::article::Article;
use crate::drafting::naming::{Listed, Titles};
use crate::extraction::Pack;

/// Puts the proposals of one article right.
///
/// `own`: the listed body that published it, which may be whoever was told.
pub(in crate::drafting) fn mend(
    article: &mut Article,
    pack: Option<&Pack>,
    listed: &Listed,
    titles: &Titles,
    own: Option<usize>,
) {
    let prose = Prose::new(article.text);
    let Some(pack) = pack else {
        return;
    };
    let ground = Ground {
        prose: &prose,
        pack,
        listed,
        titles,
        own,
    };
    let statements = &mut article.extraction.statements;
    if article.language.starts_with("ar") {
        arabic::mend(&ground, statements);
    } else {
        english::mend(&ground, statements, &article.extraction.missed);
    }
    voiced::communique(&ground, article.title, statements);
    voiced::as_we(&ground, statements, article.language.starts_with("ar"));
    withheld::withheld(&ground, statements, article.language.starts_with("ar"));
    withdrawing::withdrawing(&ground, statements, article.language.starts_with("ar"));
    prose::aside(&ground, statements);
    apart::apart(&ground, statements);
    quotations::quotations(&ground, statements, article.language.starts_with("ar"));
    // Nobody stands inside a statement that was taken away.
    let ids: std::collections::HashSet<String> = statements.iter().map(|s| s.id.clone()).collect();
    for one in statements.iter_mut() {
        if one.nested_in.as_ref().is_some_and(|id| !ids.contains(id)) {
            one.nested_in = None;
        }
    }
}

/// What mending works with.
pub(super) struct Ground<'a> {
    pub(super) prose: &'a Prose,
    pub(super) pack: &'a Pack,
    pub(super) listed: &'a Listed,
    pub(super) titles: &'a Titles,
    pub(super) own: Option<usize>,
}
