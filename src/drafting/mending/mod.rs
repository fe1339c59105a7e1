//! Who really speaks: proposals put right with what only a case knows, before anything is read from them.
//!
//! Extraction sees one text and no list of bodies. With the outlets of the case and the list at hand some of its proposals
//! can be seen to be wrong: whoever was told was taken for the speaker, a report's relay and origin were joined, a post was
//! cut at «و», a pronoun found an older antecedent. What is changed here is changed in the proposal, so that sources, chains and claims rest on
//! the same reading.

mod arabic;
mod english;
mod frame;
mod prose;

use super::article::Article;
use super::naming::{Listed, Titles};
use crate::extraction::Pack;

pub(super) use prose::Prose;

/// Puts the proposals of one article right.
///
/// `own`: the listed body that published it, which may be whoever was told.
pub(super) fn mend(
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
        english::mend(&ground, statements);
    }
    prose::aside(&ground, statements);
    // Nobody stands inside a statement that was taken away.
    let ids: std::collections::HashSet<String> = statements.iter().map(|s| s.id.clone()).collect();
    for one in statements.iter_mut() {
        if one.nested_in.as_ref().is_some_and(|id| !ids.contains(id)) {
            one.nested_in = None;
        }
    }
}

/// What mending works with.
struct Ground<'a> {
    prose: &'a Prose,
    pack: &'a Pack,
    listed: &'a Listed,
    titles: &'a Titles,
    own: Option<usize>,
}
