//! The words of a content, and where clauses may begin and end among them.

use super::clause::Told;
use crate::text::fold::fold;

/// A dateline is at most so many words before its dash.
const DATELINE: usize = 6;

/// A word of a content.
pub(super) struct Token {
    /// As a reader would read it, with the comma behind it.
    pub(super) text: String,
    pub(super) folded: String,
    /// A clause may begin with it.
    pub(super) begins: bool,
    /// Nothing goes on behind it.
    pub(super) ends: bool,
    /// A comma is behind it.
    pub(super) comma: bool,
    /// It is of the words that tell the event.
    pub(super) event: bool,
}

/// The words of a content, without its dateline.
pub(super) fn tokens(t: &Told) -> Vec<Token> {
    let event: Vec<String> = fold(t.event)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    let mut out: Vec<Token> = Vec::new();
    let mut begins = true;
    let dateline = dateline(t.content);
    for raw in t.content.split_whitespace().skip(dateline) {
        let dash = raw.chars().all(|c| matches!(c, '-' | '–' | '—' | '…'));
        let text = crate::drafting::content::tidy(raw);
        let text = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '%' && c != '$');
        if dash || text.is_empty() {
            if let Some(last) = out.last_mut() {
                last.ends = true;
            }
            begins = true;
            continue;
        }
        let quoted = raw.starts_with(['"', '«', '“', '\'', '‘', '(', '[']);
        if quoted && let Some(last) = out.last_mut() {
            // What is quoted within a clause goes on with it.
            last.comma |= raw.starts_with(['(', '[']);
        }
        let closed = raw.ends_with(['"', '»', '”', ')', ']']);
        let bare = raw.trim_end_matches(['"', '»', '”', ')', ']', '’', '\'']);
        // "Mr.", "U.S.": no end.
        let short = text.is_ascii() && text.chars().count() <= 3 && bare.ends_with('.');
        let ends = bare.ends_with(['.', '!', '?', '؟', ';', '؛', ':', '…']) && !short;
        let point = bare.chars().next_back().filter(|c| matches!(c, ',' | '،'));
        let comma = point.is_some() || closed && raw.ends_with([')', ']']);
        let folded = fold(text);
        let first = folded.split(|c: char| !c.is_alphanumeric()).next();
        out.push(Token {
            event: first.is_some_and(|w| {
                event
                    .iter()
                    .any(|e| w == e || w.len() > 3 && w.ends_with(e.as_str()))
            }),
            begins,
            ends,
            comma,
            text: text.chars().chain(point).collect(),
            folded: folded.clone(),
        });
        // Not behind "that": "it is a lie that the dam broke" does not say that it broke.
        begins = ends || comma || quoted && closed;
    }
    out
}

/// How many words a dateline at the head of a content has: «بيروت (أ ف ب) -».
fn dateline(content: &str) -> usize {
    let words: Vec<&str> = content.split_whitespace().take(DATELINE + 1).collect();
    let dash = |w: &&str| w.chars().all(|c| matches!(c, '-' | '–' | '—'));
    let Some(at) = words.iter().position(dash) else {
        return 0;
    };
    // A place alone, or with the letters of an agency.
    let sign = |w: &&str| {
        let plain: String = w.chars().filter(|c| c.is_alphanumeric()).collect();
        plain.chars().count() <= 2
            || w.starts_with('(')
            || plain.chars().all(|c| c.is_ascii_uppercase())
    };
    if at <= 2 || words[..at].iter().any(sign) {
        at + 1
    } else {
        0
    }
}
