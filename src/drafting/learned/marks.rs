//! The marks of a saying: the words of its content, their pairs, and the words round it.

use std::collections::BTreeSet;

use crate::drafting::stem::{arabic, english};
use crate::text::fold::fold;

/// Words of a content that are looked at: what it says of a life is said early, and a long passage is no better evidence.
const LONGEST: usize = 40;

/// The marks of a saying, each once, in order.
///
/// `content`: the words that are attributed; `around`: the words of its cue and its source. A mark of the content begins with
/// `c:` (a pair of neighbours is joined by `_`; `^` and `$` are its ends), one of what stands round it with `o:`; `n:` tells how
/// long the content is, and every saying has the mark `=`.
///
/// ```
/// use isnad::drafting::learned::marks;
///
/// let of = marks("he was buried", "his brother said");
/// assert!(of.contains("c:bury") && of.contains("c:he_was") && of.contains("o:brother"));
/// ```
#[must_use]
pub fn marks(content: &str, around: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut words = vec!["^".to_owned()];
    words.extend(stems(content).take(LONGEST));
    words.push("$".to_owned());
    for w in &words {
        out.insert(format!("c:{w}"));
    }
    for pair in words.windows(2) {
        out.insert(format!("c:{}_{}", pair[0], pair[1]));
    }
    for w in stems(around) {
        out.insert(format!("o:{w}"));
    }
    out.insert(format!("n:{}", (words.len() / 4).min(5)));
    out.insert("=".to_owned());
    out
}

fn stems(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text).replace('\u{2019}', "'");
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|w| w.trim_matches('\''))
        .filter(|w| !w.is_empty())
        .map(|w| english(arabic(w)))
        .collect();
    words.into_iter()
}
