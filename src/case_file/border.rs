//! Where entries begin by the layout of a file: what is used once brackets and quotes cannot be trusted.
//!
//! A *border* is a place where, by its indentation, an entry of the list begins; see [`recover`](super::recover) for the rule.

use std::ops::Range;

use memchr::memchr2;

use super::scan::is_opener;

/// Cuts one entry at the borders within it.
///
/// For an entry that reads as one but does not parse: where a bracket lost in one entry is made up for in a later one, the brackets of the
/// file balance and the entries between look like parts of the first. Gives the pieces in order; `entry` alone if there is no border in
/// it. Offsets are those of `text`; a range that is not one of `text` gives nothing.
#[must_use]
pub fn resplit(text: &str, entry: Range<usize>) -> Vec<Range<usize>> {
    if text.get(entry.clone()).is_none_or(str::is_empty) {
        return Vec::new();
    }
    let bytes = &text.as_bytes()[..entry.end];
    let indent = column(bytes, entry.start);
    let mut pieces = Vec::new();
    let mut start = entry.start;
    while let Some(border) = next_border(bytes, start, indent) {
        pieces.push(start..trimmed(bytes, start, border));
        start = border;
    }
    pieces.push(start..entry.end);
    pieces
}

/// The column of `at` in its line, counted in bytes from 0; a tab counts to the next multiple of four.
pub(super) fn column(bytes: &[u8], at: usize) -> usize {
    let at = at.min(bytes.len());
    bytes[line_start(bytes, at)..at]
        .iter()
        .fold(0, |column, byte| {
            if *byte == b'\t' {
                column / 4 * 4 + 4
            } else {
                column + 1
            }
        })
}

/// The start of the line that `at` is in.
pub(super) fn line_start(bytes: &[u8], at: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &bytes[..at]).map_or(0, |n| n + 1)
}

/// Whether only blanks stand before `at` in its line.
pub(super) fn first_in_line(bytes: &[u8], at: usize) -> bool {
    bytes[line_start(bytes, at)..at]
        .iter()
        .all(|b| matches!(b, b' ' | b'\t'))
}

/// The offset of the next border after the line of `from` (see the module), for entries indented by `indent`.
pub(super) fn next_border(bytes: &[u8], from: usize, indent: usize) -> Option<usize> {
    let mut at = from.min(bytes.len());
    loop {
        at += memchr2(b'\n', b'\r', &bytes[at..])? + 1;
        let mut column = 0;
        while let Some(b' ' | b'\t') = bytes.get(at) {
            column = if bytes[at] == b'\t' {
                column / 4 * 4 + 4
            } else {
                column + 1
            };
            at += 1;
        }
        if column > indent {
            continue;
        }
        if bytes.get(at) == Some(&b')') {
            let mut i = at + 1;
            while matches!(bytes.get(i), Some(b' ' | b'\t' | b',')) {
                i += 1;
            }
            if bytes.get(i) == Some(&b'(') {
                return Some(i);
            }
        } else if is_opener(bytes, at) {
            return Some(at);
        }
    }
}

/// `end` moved back over blanks, but not before `start`.
pub(super) fn trim_blank(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start && matches!(bytes[end - 1], b' ' | b'\t' | b'\n' | b'\r') {
        end -= 1;
    }
    end
}

/// The end of a cut entry: `border` moved back over blanks, whole lines of comment, and one comma.
pub(super) fn trimmed(bytes: &[u8], start: usize, border: usize) -> usize {
    let mut end = trim_blank(bytes, start, border);
    loop {
        let line = line_start(bytes, end).max(start);
        let text = &bytes[line..end];
        let blanks = text
            .iter()
            .take_while(|b| matches!(b, b' ' | b'\t'))
            .count();
        if line == start || !text[blanks..].starts_with(b"//") {
            break;
        }
        end = trim_blank(bytes, start, line);
    }
    if end > start && bytes[end - 1] == b',' {
        end = trim_blank(bytes, start, end - 1);
    }
    end
}
