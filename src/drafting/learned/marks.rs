//! The marks of a saying: the words of its content, their pairs, and the words round it.

use std::collections::BTreeSet;

use crate::drafting::stem::{arabic, english};
use crate::extraction::Proposed;
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

/// The marks of a proposed statement: of its content, and of what stands with it from its source or cue to its end.
///
/// `cut`: the words of a text between two characters. None for a statement without a span.
#[must_use]
pub fn marks_of(s: &Proposed, cut: impl Fn(u32, u32) -> String) -> Option<BTreeSet<String>> {
    let spans = || s.content.iter().chain(&s.cue).chain(&s.source);
    let (mut content, mut around) = (String::new(), String::new());
    let mut at = spans().map(|c| c.start).min()?;
    for c in &s.content {
        around.push_str(&cut(at, c.start.max(at)));
        around.push(' ');
        content.push_str(&cut(c.start, c.end));
        content.push(' ');
        at = c.end;
    }
    let end = spans().map(|c| c.end).max()?;
    around.push_str(&cut(at, end.max(at)));
    Some(marks(&content, &around))
}

fn stems(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text).replace('\u{2019}', "'");
    folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|w| w.trim_matches('\''))
        .filter(|w| !w.is_empty())
        .map(|w| english(arabic(w)))
        .collect::<Vec<_>>()
        .into_iter()
}
