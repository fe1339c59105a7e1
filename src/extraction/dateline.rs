//! Datelines: the place, and perhaps the day and the agency, that stand before a dash at the head of a text.
//!
//! «زرهونة (وكالة) -», "ZARHUNA, June 5 (Agency) -", «زرهونة – وكالة:». The place is written as a person's name is, in capitals even,
//! and is nobody.

use super::pack::{Class, Script};
use super::phrase::Reader;
use super::token::Mark;

/// A place has so many tokens at most, its land among them.
const PLACE: usize = 8;
/// The day, the agency between brackets, the agency between dashes.
const DAY: usize = 5;
const BRACKETS: usize = 8;
const AGENCY: usize = 4;
/// Without an agency and a day it stands at the head of the text, or beneath its title.
const LINES: usize = 2;

/// The places of a text's datelines as token ranges.
pub(super) fn places(r: &Reader) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut lines = 0;
    for i in 0..r.t.all.len() {
        let starts = r.mark(i) != Mark::Line && (i == 0 || r.mark(i - 1) == Mark::Line);
        if starts {
            lines += 1;
            found.extend(place(r, i, lines <= LINES).map(|end| (i, end)));
        }
    }
    found
}

/// The end of the place of the dateline that begins a line, if one does.
fn place(r: &Reader, start: usize, head: bool) -> Option<usize> {
    let latin = r.pack.script == Script::Latin;
    let capital = |k: usize| r.tok(k).is_some_and(|t| t.capital);
    let joins = |k: usize| {
        k > start
            && (r.mark(k) == Mark::Comma
                || r.mark(k) == Mark::Dash && !r.tok(k).is_some_and(|t| t.spaced))
    };
    let named = |k: usize| {
        r.mark(k) == Mark::Word
            && !r.finite(k)
            && !r.is(k, Class::Month)
            && !r.is(k, Class::Auxiliary)
            && if latin {
                capital(k) || k > start && matches!(r.t.text(k), "al" | "el" | "of" | "de")
            } else {
                !r.is(k, Class::GivenName) && !r.is(k, Class::That)
            }
    };
    let mut end = start;
    while end < start + PLACE && (named(end) || joins(end)) {
        end += 1;
    }
    let mut day = end;
    while end > start && joins(end - 1) {
        end -= 1;
    }
    let first = day;
    while day < first + DAY
        && (r.mark(day) == Mark::Number
            || r.is(day, Class::Month)
            || r.is(day, Class::Time)
            || day > first && matches!(r.mark(day), Mark::Comma | Mark::Stop))
    {
        day += 1;
    }
    let words = (start..end).filter(|&k| r.mark(k) == Mark::Word).count();
    if words == 0 || words > AGENCY {
        return None;
    }
    let dash = |k: usize| r.mark(k) == Mark::Dash;
    let closes = |k: usize| dash(k) || r.mark(k) == Mark::Colon;
    if r.mark(day) == Mark::BracketOpen {
        let close = r.mate(day);
        return (close > day && close - day <= BRACKETS && closes(close + 1)).then_some(end);
    }
    if !dash(day) {
        return None;
    }
    let agency = (day + 1..day + 2 + AGENCY)
        .take_while(|&k| r.mark(k) == Mark::Word || k > day + 1)
        .find(|&k| r.mark(k) != Mark::Word)
        .is_some_and(|k| k > day + 1 && closes(k) && (day + 1..k).all(|n| !r.finite(n)));
    // «زرهونة - قالت الوزارة», "Zarhuna - The ministry …".
    let bare = head
        && if latin {
            !r.is(start, Class::GivenName) && r.is(day + 1, Class::Determiner) && capital(day + 1)
        } else {
            words <= 2 && r.finite(day + 1)
        };
    (day > first || agency || bare).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Pack;
    use super::super::survey::survey;

    fn place(text: &str, pack: &Pack) -> Option<String> {
        let seen = survey(text, pack);
        let (a, b) = *seen.datelines.first()?;
        let (from, to) = (seen.tokens[a].start, seen.tokens[b - 1].end);
        let letters = text.chars().skip(from as usize);
        Some(letters.take((to - from) as usize).collect())
    }

    #[test]
    fn where_a_text_was_written_stands_before_its_dash() {
        let english = Pack::english().expect("the pack of the program");
        let arabic = Pack::arabic().expect("the pack of the program");
        for (text, town) in [
            (
                "QASR HELWAN, June 5 (Kestrel) - A drone fell.",
                "QASR HELWAN",
            ),
            ("Qasr Helwan (Kestrel) — A drone fell.", "Qasr Helwan"),
            (
                "A title\n\nQasr Helwan, Tirant (AP) -- A drone fell.",
                "Qasr Helwan, Tirant",
            ),
            ("QASR HELWAN, March 3 - Guards fled.", "QASR HELWAN"),
            ("Qasr Helwan - The guards fled.", "Qasr Helwan"),
            ("Qasr Helwan - Kestrel Wire - Guards fled.", "Qasr Helwan"),
        ] {
            assert_eq!(place(text, &english).as_deref(), Some(town), "{text}");
        }
        for (text, town) in [
            ("قصر حلوان (كسترل) - سقطت طائرة.", "قصر حلوان"),
            ("قصر حلوان – كسترل برس: سقطت طائرة.", "قصر حلوان"),
            ("قصر حلوان - قالت الوزارة إنها سقطت.", "قصر حلوان"),
        ] {
            assert_eq!(place(text, &arabic).as_deref(), Some(town), "{text}");
        }
    }

    #[test]
    fn a_name_before_brackets_or_a_dash_is_no_dateline() {
        let english = Pack::english().expect("the pack of the program");
        let arabic = Pack::arabic().expect("the pack of the program");
        for text in [
            "Samir Helwan (the driver) said he fled.",
            "Samir Helwan - driver, father, guard - has died.",
            "Samir Helwan, the driver, said - twice - that he fled.",
        ] {
            assert_eq!(place(text, &english), None, "{text}");
        }
        for text in [
            "قال سمير الحلواني (السائق) - وهو شاهد - إنه هرب.",
            "سمير الحلواني - سائق - مات.",
        ] {
            assert_eq!(place(text, &arabic), None, "{text}");
        }
    }
}
