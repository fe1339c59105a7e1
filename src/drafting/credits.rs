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
    // «بيروت – رويترز: قال …»: the words between the last dash and a colon.
    if let Some((before, _)) = head.split_once(':')
        && before.split_whitespace().count() <= 5
        && let Some(dash) = before.rfind(['-', '–', '—', '/'])
    {
        let from_dash = dash + before[dash..].chars().next().map_or(1, char::len_utf8);
        let words = before[from_dash..].trim();
        if !words.is_empty()
            && let Some(body) = listed.credit(&Form::new(words))
        {
            let skipped =
                from_dash + (before[from_dash..].len() - before[from_dash..].trim_start().len());
            let first = before[..skipped].chars().count();
            found.push(credit(
                (body, first, first + words.chars().count()),
                from,
                "dateline",
            ));
            return;
        }
    }
    // «قلمير - رويترز -», "QALMIR, Reuters —": the last words before a dash.
    let Some((before, _)) = head
        .split_once(['—', '–'])
        .or_else(|| head.rsplit_once(" - "))
    else {
        return;
    };
    let start = before
        .rfind(['-', '،', ',', '—', '–', '/', ':'])
        .map_or(0, |b| {
            b + before[b..].chars().next().map_or(1, char::len_utf8)
        });
    let words = before[start..].trim();
    if !words.is_empty()
        && words.split_whitespace().count() <= 4
        && let Some(body) = listed.credit(&Form::new(words))
    {
        let skipped = start + (before[start..].len() - before[start..].trim_start().len());
        let first = before[..skipped].chars().count();
        found.push(credit(
            (body, first, first + words.chars().count()),
            from,
            "dateline",
        ));
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
    let trimmed = line.trim();
    let bare = [
        "المصدر:",
        "المصدر :",
        "المصادر:",
        "Source:",
        "Sources:",
        "وكالات:",
    ]
    .iter()
    .find_map(|lead| trimmed.strip_prefix(lead))
    .unwrap_or(trimmed);
    let bare = bare.trim().trim_matches(|c: char| {
        matches!(c, '(' | ')' | '[' | ']' | '-' | '—' | '–' | '.' | '/' | ' ')
    });
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
    fn two_agencies_are_two_credits_and_a_mention_is_none() {
        assert_eq!(met("انفجرت البوابة.\n(رويترز، أ ف ب)").len(), 2);
        assert!(
            met("قال مسؤول لرويترز إن البوابة انفجرت.\nوأضاف أنها (رويترز) بخير عندهم.").is_empty()
        );
        assert!(met("رويترز").is_empty());
        assert!(met("").is_empty());
    }
}
