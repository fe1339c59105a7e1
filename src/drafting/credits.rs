//! Agency credits in a text: in a dateline, at its foot, in brackets of their own.

use super::naming::{Form, Listed};
use crate::text::Span;

/// A credit as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The listed body, by its place in the list.
    pub body: usize,
    /// Where it stands.
    pub span: Span,
    /// Where in the text it stands: `dateline`, `foot`.
    pub rule: &'static str,
}

/// The credits of a text, in its order: agencies and outlets of the list only.
///
/// A dateline: brackets or the words before a dash within the first line («القاهرة (رويترز) -»). A foot: one of the last lines
/// that holds nothing but names, brackets and «المصدر:».
#[must_use]
pub fn credits(text: &str, listed: &Listed) -> Vec<Credit> {
    let lines = lines(text);
    let mut found = Vec::new();
    if let Some((from, line)) = lines.iter().find(|(_, l)| !l.trim().is_empty()) {
        dateline(*from, line, listed, &mut found);
        // A title may stand above the dateline.
        if found.is_empty()
            && let Some((from, second)) = lines.iter().filter(|(_, l)| !l.trim().is_empty()).nth(1)
            && line.chars().count() < TITLE
        {
            dateline(*from, second, listed, &mut found);
        }
    }
    let filled: Vec<&(usize, &str)> = lines.iter().filter(|(_, l)| !l.trim().is_empty()).collect();
    for (n, (from, line)) in filled.iter().rev().take(FEET).enumerate() {
        if filled.len() > n + 1 {
            foot(*from, line, listed, &mut found);
        }
    }
    // The closing brackets of the last sentence: «… في الميناء. (رويترز)».
    if let Some((from, last)) = filled.last() {
        closing(*from, last, listed, &mut found);
    }
    found.sort_by_key(|c| c.span);
    found.dedup_by_key(|c| c.span);
    found
}

/// A title is no longer than this.
const TITLE: usize = 160;
/// Lines at the end that may hold a credit.
const FEET: usize = 3;
/// A dateline's credit stands within so many characters.
const DATELINE: usize = 70;
/// A line of credits is no longer than this.
const CREDIT: usize = 60;

/// Lines with the characters before each.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let here = (at, line);
            at += line.chars().count() + 1;
            here
        })
        .collect()
}

fn dateline(from: usize, line: &str, listed: &Listed, found: &mut Vec<Credit>) {
    let head: String = line.chars().take(DATELINE).collect();
    if let Some(body) = bracketed(&head, listed, true) {
        found.push(credit(body, from, "dateline"));
        return;
    }
    // «قلمير - رويترز -», "QALMIR, Reuters —", «قلمير – رويترز:»: the last words before a dash or a colon. What stands before the
    // first dash may be the town alone, so each end is tried.
    let ends = head
        .char_indices()
        .filter(|(at, c)| match c {
            '—' | '–' | ':' => true,
            '-' => head[..*at].ends_with(' ') && head[*at + 1..].starts_with(' '),
            _ => false,
        })
        .map(|(at, _)| at);
    for end in ends {
        let before = &head[..end];
        let start = before
            .rfind(['-', '،', ',', '—', '–', '/', ':', '|', '«', '»', '(', ')'])
            .map_or(0, |b| {
                b + before[b..].chars().next().map_or(1, char::len_utf8)
            });
        let words = before[start..].trim();
        // A whole sentence stands before no colon of a dateline: «وقالت رويترز:» is a verb and its subject, «قلمير – رويترز:» no.
        if words.is_empty() || words.split_whitespace().count() > 4 {
            return;
        }
        if let Some(body) = listed.credit(&Form::new(words)) {
            let alone = start == 0;
            let colon = head[end..].starts_with(':');
            if alone && colon {
                // «رويترز: …» at the head of a text may be a heading's «who says».
                return;
            }
            let skipped = start + (before[start..].len() - before[start..].trim_start().len());
            let first = before[..skipped].chars().count();
            found.push(credit(
                (body, first, first + words.chars().count()),
                from,
                "dateline",
            ));
            return;
        }
    }
}

fn credit((body, start, end): (usize, usize, usize), from: usize, rule: &'static str) -> Credit {
    Credit {
        body,
        span: Span::new(from + start, from + end),
        rule,
    }
}

/// What stands in brackets and is a credit: the body and the characters of it. In a dateline a dash follows.
fn bracketed(line: &str, listed: &Listed, dash: bool) -> Option<(usize, usize, usize)> {
    let open = line.find('(')?;
    let close = open + line[open..].find(')')?;
    let inner = &line[open + 1..close];
    if dash {
        let after = line[close + 1..].trim_start();
        if !after.starts_with(['-', '–', '—', ':', '،']) {
            return None;
        }
    }
    let words = inner.trim();
    let body = listed.credit(&Form::new(words))?;
    let start = line[..open + 1].chars().count() + inner.chars().count()
        - inner.trim_start().chars().count();
    Some((body, start, start + words.chars().count()))
}

fn foot(from: usize, line: &str, listed: &Listed, found: &mut Vec<Credit>) {
    if line.chars().count() > CREDIT {
        return;
    }
    let frame = |c: char| {
        matches!(
            c,
            '(' | ')' | '[' | ']' | '-' | '—' | '–' | '.' | '/' | '*' | '_' | ' '
        )
    };
    let trimmed = line.trim_matches(|c: char| c.is_whitespace() || frame(c));
    let bare = [
        "المصدر:",
        "المصدر :",
        "المصادر:",
        "المصادر :",
        "نقلا عن:",
        "نقلا عن",
        "نقلاً عن",
        "عن:",
        "Source:",
        "Sources:",
        "SOURCE:",
        "source:",
        "Via",
        "via",
        "Originally published by",
        "وكالات:",
    ]
    .iter()
    .find_map(|lead| trimmed.strip_prefix(lead))
    .unwrap_or(trimmed);
    let bare = bare.trim().trim_matches(frame);
    let mut here = Vec::new();
    for part in bare.split(['،', ',', '/', '+', '|', '-', '–', '؛', ';']) {
        for words in part.split(" و").flat_map(|p| p.split(" and ")) {
            let words = words.trim();
            if words.is_empty() {
                continue;
            }
            let Some(body) = listed.credit(&Form::new(words)) else {
                // A line that holds anything else is no credit.
                return;
            };
            let Some(byte) = line.find(words) else {
                return;
            };
            let start = line[..byte].chars().count();
            here.push(credit(
                (body, start, start + words.chars().count()),
                from,
                "foot",
            ));
        }
    }
    found.extend(here);
}

fn closing(from: usize, line: &str, listed: &Listed, found: &mut Vec<Credit>) {
    let trimmed = line.trim_end().trim_end_matches('.').trim_end();
    let Some(open) = trimmed.rfind('(').filter(|_| trimmed.ends_with(')')) else {
        return;
    };
    if let Some((body, start, end)) = bracketed(&trimmed[open..], listed, false) {
        let before = trimmed[..open].chars().count();
        found.push(credit((body, before + start, before + end), from, "foot"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(text: &str) -> Vec<(String, String, &'static str)> {
        let listed = Listed::built_in().expect("the built-in list");
        credits(text, &listed)
            .into_iter()
            .map(|c| {
                let words = text
                    .chars()
                    .skip(c.span.start)
                    .take(c.span.end - c.span.start);
                (listed.bodies()[c.body].id.clone(), words.collect(), c.rule)
            })
            .collect()
    }

    fn one(text: &str, id: &str, words: &str, rule: &'static str) {
        assert_eq!(
            met(text),
            [(id.to_owned(), words.to_owned(), rule)],
            "{text}"
        );
    }

    #[test]
    fn credits_are_read_where_desks_write_them() {
        one(
            "قلمير (رويترز) - انفجرت البوابة.\nوقال الحارس.",
            "reuters",
            "رويترز",
            "dateline",
        );
        one(
            "QALMIR (Reuters) - The gate blew up.\nMore.",
            "reuters",
            "Reuters",
            "dateline",
        );
        one(
            "عنوان قصير\nقلمير - أ ف ب - انفجرت البوابة اليوم.\nتتمة.",
            "afp",
            "أ ف ب",
            "dateline",
        );
        one(
            "انفجرت البوابة اليوم.\nتتمة.\n(أ ف ب)\n",
            "afp",
            "أ ف ب",
            "foot",
        );
        one(
            "انفجرت البوابة اليوم.\nالمصدر: رويترز",
            "reuters",
            "رويترز",
            "foot",
        );
        one(
            "انفجرت البوابة.\nوقال الحارس إنه بخير. (د ب أ)",
            "dpa",
            "د ب أ",
            "foot",
        );
    }

    #[test]
    fn a_town_and_an_agency_may_stand_before_a_colon() {
        one(
            "قلمير – رويترز: انفجرت البوابة.\nوقال الحارس.",
            "reuters",
            "رويترز",
            "dateline",
        );
        one(
            "The gate blew up.\nMore of it.\n(Source: Reuters)",
            "reuters",
            "Reuters",
            "foot",
        );
        assert!(met("قالت رويترز: انفجرت البوابة.\nوقال الحارس.").is_empty());
        assert!(met("رويترز: انفجار البوابة\nوقال الحارس.").is_empty());
    }

    #[test]
    fn two_agencies_are_two_credits_and_a_mention_is_none() {
        assert_eq!(met("انفجرت البوابة.\n(رويترز، أ ف ب)").len(), 2);
        assert!(
            met("قال مسؤول لرويترز إن البوابة انفجرت.\nوأضاف أنها (رويترز) بخير عندهم.").is_empty()
        );
        assert!(met("رويترز").is_empty());
        assert!(met("").is_empty());
    }
}
