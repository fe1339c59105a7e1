//! Breaking a line of text so that it fits a width.
//!
//! Lines break where Unicode allows it (UAX #14), never between a day, its month and its year or after a short prefix, and inside a word only when the word
//! alone is wider than the line, then between grapheme clusters. Once the number of lines is known they are evened out, so that a box
//! is no wider than it must be.

use super::widths::{Weight, clusters, width};
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// One piece that is not broken further: its text with trailing space, its width without and with that space, in pixels.
struct Piece<'a> {
    text: &'a str,
    bare: f64,
    full: f64,
}

/// How the lines of one text share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// About equally long: labels, which stay as narrow as they can.
    Even,
    /// Each as full as it gets: running text.
    Full,
}

/// Breaks `text` into lines no wider than `max_width` pixels; at most `max_lines`, the last ending in "…" if more was there.
///
/// A single grapheme cluster wider than the line still gets a line of its own.
pub fn wrap(
    text: &str,
    size: f64,
    weight: Weight,
    max_width: f64,
    max_lines: usize,
    share: Fill,
) -> Vec<String> {
    let whole = width(text, size, weight);
    if whole <= max_width || text.is_empty() {
        return vec![text.to_owned()];
    }
    let pieces = pieces(text, size, weight, max_width);
    let lines = fill(&pieces, max_width);
    // The smallest width that needs no more lines gives the most even block.
    let (mut low, mut high) = (pieces.iter().map(|p| p.bare).fold(0.0, f64::max), max_width);
    while share == Fill::Even && high - low > 2.0 {
        let middle = (low + high) / 2.0;
        if fill(&pieces, middle).len() <= lines.len() {
            high = middle;
        } else {
            low = middle;
        }
    }
    let mut out: Vec<String> = fill(&pieces, high.min(max_width))
        .into_iter()
        .map(|range| {
            pieces[range]
                .iter()
                .map(|p| p.text)
                .collect::<String>()
                .trim_end()
                .to_owned()
        })
        .collect();
    // Where the line breaks anyway, the dot between two remarks is not needed.
    let last = out.len() - 1;
    for line in &mut out[..last] {
        if let Some(bare) = line.strip_suffix(" ·") {
            line.truncate(bare.len());
        }
    }
    if out.len() > max_lines {
        out.truncate(max_lines.max(1));
        if let Some(last) = out.last_mut() {
            while width(last, size, weight) + width("…", size, weight) > max_width {
                match clusters(last).last().map(|(at, _)| at) {
                    Some(at) if at > 0 => last.truncate(at),
                    _ => break,
                }
            }
            last.push('…');
        }
    }
    out
}

/// Ranges of pieces, one a line, filled greedily.
fn fill(pieces: &[Piece<'_>], max_width: f64) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (i, piece) in pieces.iter().enumerate() {
        if i > start && used + piece.bare > max_width {
            lines.push(start..i);
            start = i;
            used = 0.0;
        }
        used += piece.full;
    }
    lines.push(start..pieces.len());
    lines
}

fn pieces<'a>(text: &'a str, size: f64, weight: Weight, max_width: f64) -> Vec<Piece<'a>> {
    let mut cuts: Vec<usize> = Vec::new();
    let mut last = 0;
    for (at, kind) in linebreaks(text) {
        let end = at == text.len();
        if kind == BreakOpportunity::Allowed && !end && glued(&text[last..at], &text[at..]) {
            continue;
        }
        cuts.push(at);
        last = at;
    }
    let mut out = Vec::with_capacity(cuts.len());
    let mut start = 0;
    for cut in cuts {
        let part = &text[start..cut];
        start = cut;
        let bare = width(part.trim_end(), size, weight);
        if bare <= max_width {
            out.push(Piece {
                text: part,
                bare,
                full: width(part, size, weight),
            });
        } else {
            // A date too long for the line is parted after all, between its words first.
            for word in part.split_inclusive(' ') {
                split_word(word, size, weight, max_width, &mut out);
            }
        }
    }
    out
}

/// Cuts a word that is wider than the line between grapheme clusters.
fn split_word<'a>(
    word: &'a str,
    size: f64,
    weight: Weight,
    max_width: f64,
    out: &mut Vec<Piece<'a>>,
) {
    let (mut start, mut used) = (0, 0.0);
    let emit = |range: std::ops::Range<usize>, out: &mut Vec<Piece<'a>>| {
        let text = &word[range];
        out.push(Piece {
            text,
            bare: width(text.trim_end(), size, weight),
            full: width(text, size, weight),
        });
    };
    if width(word.trim_end(), size, weight) <= max_width {
        emit(0..word.len(), out);
        return;
    }
    for (at, cluster) in clusters(word) {
        // Apart, letters are at least as wide as joined, so the sum never falls short.
        let w = width(cluster, size, weight);
        if at > start && used + w > max_width {
            emit(start..at, out);
            start = at;
            used = 0.0;
        }
        used += w;
    }
    emit(start..word.len(), out);
}

/// Whether a break between `before` and `after` would part a date: "12 | March", "March | 2016".
fn glued(before: &str, after: &str) -> bool {
    let left = before.split_whitespace().next_back().unwrap_or("");
    let right = after.split_whitespace().next().unwrap_or("");
    // A short prefix stays with its word ("al-Marjan"), a dot between two remarks with the first.
    let prefix = left.ends_with('-') && left.chars().count() <= 4 && before.ends_with('-');
    prefix
        || right == "·"
        || (is_number(left) && is_month(right))
        || (is_month(left) && is_number(right))
}

fn is_number(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = word.chars().count();
    (1..=4).contains(&digits) && word.chars().all(char::is_numeric)
}

/// Month names in English and in the Arabic calendars in use; enough of them that dates stay together.
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "إبريل",
    "ابريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
    "كانون",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين",
    "الثاني",
    "الأول",
    "محرم",
    "صفر",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
];

fn is_month(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.len() <= 24 && MONTHS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_and_nothing_is_too_wide() {
        let text = "ذكرت صحيفة محلية أن مصدرا لم تسمه نفى الخبر في اتصال قصير ليل الخميس";
        let lines = wrap(text, 14.0, Weight::Bold, 160.0, 20, Fill::Even);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|l| width(l, 14.0, Weight::Bold) <= 160.0));
    }

    #[test]
    fn a_date_stays_together() {
        for text in [
            "the report of 12 March 2016 was late",
            "نشر في 12 آذار 2016 على موقع",
        ] {
            for w in (40..200).step_by(5) {
                let lines = wrap(text, 12.0, Weight::Regular, f64::from(w), 20, Fill::Even);
                let parted = lines.iter().any(|l| l.ends_with("12"))
                    || lines.iter().any(|l| l.starts_with("2016"));
                // Where the date alone is wider than the line it must be cut somewhere.
                let date = width("12 March 2016", 12.0, Weight::Regular);
                assert!(!parted || f64::from(w) < date, "{w}: {lines:?}");
            }
        }
    }

    #[test]
    fn a_long_word_is_cut_between_clusters() {
        let word = "e\u{301}".repeat(200);
        let lines = wrap(&word, 12.0, Weight::Regular, 100.0, 100, Fill::Even);
        assert!(lines.len() > 5);
        assert!(lines.iter().all(|l| !l.starts_with('\u{301}')));
        assert_eq!(lines.concat(), word);
    }

    #[test]
    fn too_many_lines_end_in_an_ellipsis() {
        let lines = wrap(
            &"word ".repeat(100),
            12.0,
            Weight::Regular,
            80.0,
            3,
            Fill::Even,
        );
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…') && width(&lines[2], 12.0, Weight::Regular) <= 80.0);
    }
}
