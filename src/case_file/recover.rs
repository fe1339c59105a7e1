//! Reads the entries of a list that is broken somewhere, so that only what is broken is lost.
//!
//! It is used when the strict pass of [`scan`](super::scan) has met a fault, so nothing here can harm a valid file. The rules:
//!
//! - An entry whose brackets and strings close ends there, wherever that is.
//! - An entry that does not is cut at the next *border*: a later line, indented no deeper than the entries are, that begins with `(` or
//!   with `Name(`, or that begins with `)` and then opens an entry, as in `), (`. Blank and comment lines before the border are not part of
//!   the entry. Without a border it runs to the end of the file, less the `]` of the list.
//! - The indentation of the entries is the column of the first one's opening bracket (a tab counts to the next multiple of four).
//! - After an entry: a missing comma is noted and the next entry read; a closing bracket that closes nothing is noted and passed over; fields
//!   that go on (`name:`) belong to the entry, which closed too early; any other text is noted and passed over up to the next border.
//! - `]` ends the list unless an entry follows it.
//! - An unclosed comment between entries hides what follows up to the next border.
//!
//! Work is bounded: an entry that does not close may cost a look at the whole rest of the file, but once such looks have read eight times the
//! text, every entry is held to the next border from the outset.

use std::ops::Range;

use memchr::memchr2;

use super::lex::{self, Fault, FaultKind};
use super::scan::{FileShape, Scan, ScanProblem, ScanProblemKind, is_opener};

/// How often the whole text may be read in vain before entries are held to the next border.
const PATIENCE: usize = 8;

/// Splits the list of `text` whose bracket stands at `open` (or is missing); entries are looked for from `from` on.
pub(super) fn list(text: &str, header: Range<usize>, open: Option<usize>, from: usize) -> Scan {
    let mut reader = Reader::new(text.as_bytes(), from..text.len());
    reader.read();
    Scan {
        shape: FileShape::List,
        header,
        open,
        close: reader.close,
        entries: reader.entries,
        problems: reader.problems,
    }
}

/// Splits a text that begins with an entry instead of a list: one struct with something wrong, or a list without its bracket.
///
/// `whole` is what reading the first value gave.
pub(super) fn bare(
    text: &str,
    header: Range<usize>,
    start: usize,
    whole: Result<usize, Fault>,
) -> Scan {
    let bytes = text.as_bytes();
    let next = whole
        .ok()
        .and_then(|end| lex::skip_blank(bytes, end).ok())
        .unwrap_or(bytes.len());
    let comma = bytes.get(next) == Some(&b',')
        && lex::skip_blank(bytes, next + 1).is_ok_and(|n| n < bytes.len());
    let opener = next < bytes.len() && is_opener(bytes, next);
    let many = comma
        || opener
        || (whole.is_err() && next_border(bytes, start, column(bytes, start)).is_some());
    let mut found = if many {
        let mut found = list(text, header, None, start);
        found.problems.insert(
            0,
            ScanProblem {
                at: start,
                kind: ScanProblemKind::MissingListStart,
                spoils: None,
            },
        );
        found
    } else {
        let (end, problem) = match whole {
            Ok(end) => (
                end,
                ScanProblem {
                    at: next,
                    kind: ScanProblemKind::TextAfterEnd,
                    spoils: None,
                },
            ),
            Err(fault) => (
                start + text[start..].trim_end().len(),
                ScanProblem {
                    at: fault.at,
                    kind: ScanProblemKind::of(bytes, fault),
                    spoils: Some(0),
                },
            ),
        };
        Scan {
            shape: FileShape::Single,
            header,
            open: None,
            close: None,
            entries: std::iter::once(start..end).collect(),
            problems: vec![problem],
        }
    };
    found.problems.sort_by_key(|p| p.at);
    found
}

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

/// The state of the tolerant pass.
struct Reader<'t> {
    bytes: &'t [u8],
    at: usize,
    indent: usize,
    /// Bytes that may still be read in vain.
    patience: usize,
    /// Once patience is spent: the border up to which may be read; behind `at`, it is out of date.
    held: usize,
    stack: Vec<usize>,
    close: Option<usize>,
    entries: Vec<Range<usize>>,
    problems: Vec<ScanProblem>,
}

/// What was read last within the list.
#[derive(Clone, Copy, PartialEq)]
enum After {
    /// The start of the list or a comma: an entry may come.
    Comma,
    /// An entry that is whole: a comma must come.
    Entry,
    /// Something broken: whatever comes next is not a second problem.
    Damage,
}

impl<'t> Reader<'t> {
    fn new(bytes: &'t [u8], range: Range<usize>) -> Self {
        let first = match lex::skip_blank(bytes, range.start) {
            Ok(first) => first,
            Err(fault) => next_border(bytes, fault.at, usize::MAX).unwrap_or(bytes.len()),
        };
        Self {
            bytes,
            at: range.start,
            indent: column(bytes, first),
            patience: bytes.len().saturating_mul(PATIENCE),
            held: 0,
            stack: Vec::new(),
            close: None,
            entries: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn problem(&mut self, at: usize, kind: ScanProblemKind, spoils: Option<usize>) {
        self.problems.push(ScanProblem { at, kind, spoils });
    }

    /// The end of what may be read from `at` on: of the text or, once patience is spent, the next border.
    fn limit(&mut self) -> usize {
        if self.patience > 0 {
            return self.bytes.len();
        }
        if self.held <= self.at {
            self.held = self.border_or_end(self.at);
        }
        self.held
    }

    /// Counts `bytes` as read in vain.
    fn lose(&mut self, bytes: usize) {
        self.patience = self.patience.saturating_sub(bytes);
    }

    fn border_or_end(&self, from: usize) -> usize {
        next_border(self.bytes, from, self.indent).unwrap_or(self.bytes.len())
    }

    fn read(&mut self) {
        let mut after = After::Comma;
        let mut first = true;
        loop {
            let limit = self.limit();
            match lex::skip_blank(&self.bytes[..limit], self.at) {
                Ok(next) => self.at = next,
                Err(fault) => {
                    self.lose(limit - fault.at);
                    self.problem(fault.at, ScanProblemKind::UnclosedComment, None);
                    self.at = self.border_or_end(fault.at);
                    after = After::Damage;
                    continue;
                }
            }
            let at = self.at;
            let Some(byte) = self.bytes.get(at) else {
                if self.close.is_none() {
                    self.problem(
                        self.significant_end(),
                        ScanProblemKind::MissingListEnd,
                        None,
                    );
                }
                break;
            };
            match byte {
                b',' => {
                    if after == After::Comma {
                        self.problem(at, ScanProblemKind::ExtraComma, None);
                    }
                    self.at += 1;
                    after = After::Comma;
                }
                b']' => {
                    if !self.entry_follows(at + 1) {
                        self.end_list(at);
                        break;
                    }
                    self.problem(at, ScanProblemKind::ExtraCloser(']'), None);
                    self.at += 1;
                    after = After::Damage;
                }
                b')' | b'}' => {
                    self.problem(at, ScanProblemKind::ExtraCloser(char::from(*byte)), None);
                    self.at += 1;
                    if after == After::Comma && !first {
                        after = After::Damage;
                    }
                }
                _ if !first && after != After::Damage && is_field(&self.bytes[..limit], at) => {
                    // Fields outside any entry: those of the one before, which a bracket too many has closed.
                    let end = self.border_or_end(at);
                    let index = self.entries.len().saturating_sub(1);
                    if let Some(entry) = self.entries.last_mut() {
                        let closed = entry.end.saturating_sub(1);
                        entry.end = trimmed(self.bytes, entry.start, end);
                        self.drop_closers_from(closed);
                        self.problem(closed, ScanProblemKind::ClosedEarly, Some(index));
                    } else {
                        self.problem(at, ScanProblemKind::StrayText, None);
                    }
                    self.at = end;
                    self.close_at_tail(end);
                    after = After::Damage;
                }
                _ if after == After::Comma || is_opener(self.bytes, at) => {
                    if after == After::Entry
                        && let Some(entry) = self.entries.last()
                    {
                        let end = entry.end;
                        self.problem(end, ScanProblemKind::MissingComma, None);
                    }
                    after = self.entry(at);
                    first = false;
                }
                _ => {
                    if after != After::Damage {
                        self.problem(at, ScanProblemKind::StrayText, None);
                    }
                    self.at = self.after_stray(at);
                    after = After::Damage;
                }
            }
        }
        self.problems.sort_by_key(|p| p.at);
    }

    /// Reads the entry at `at`.
    fn entry(&mut self, at: usize) -> After {
        let limit = self.limit();
        let read = lex::value_end(&self.bytes[..limit], at, &mut self.stack);
        let fault = match read {
            Ok(end) => {
                self.entries.push(at..end);
                self.at = end;
                return After::Entry;
            }
            Err(fault) => fault,
        };
        // What was read in vain: up to the bracket that did not fit, or the end of the string that was no string, else everything.
        let reached = match fault.kind {
            FaultKind::WrongCloser { .. } => fault.at,
            FaultKind::TextAfterString | FaultKind::UnclosedString => {
                lex::string_end(&self.bytes[..limit], fault.at).unwrap_or(limit)
            }
            FaultKind::UnclosedBracket | FaultKind::UnclosedComment => limit,
        };
        self.lose(reached.min(limit).saturating_sub(at));
        let border = self.border_or_end(at);
        let index = self.entries.len();
        let end = trimmed(self.bytes, at, border);
        self.entries.push(at..end);
        self.at = border;
        self.close_at_tail(border);
        // Read within its borders, the entry shows what is wrong with itself rather than what that did to the next.
        let end = self.entries[index].end;
        let fault = lex::value_end(&self.bytes[..end], at, &mut self.stack)
            .err()
            .unwrap_or(fault);
        self.problem(
            fault.at,
            ScanProblemKind::of(self.bytes, fault),
            Some(index),
        );
        After::Damage
    }

    /// After a cut at the end of the text: takes the list's own `]` out of the last entry.
    fn close_at_tail(&mut self, border: usize) {
        if border < self.bytes.len() || self.close.is_some() {
            return;
        }
        let Some(entry) = self.entries.last_mut() else {
            return;
        };
        if entry.end < entry.start + 2 || self.bytes[entry.end - 1] != b']' {
            return;
        }
        let at = entry.end - 1;
        // A `]` that begins a deeper line is rather the end of a list within the entry; one in the entry's first line, the list's if the
        // entry has not opened it.
        let fits = if first_in_line(self.bytes, at) {
            column(self.bytes, at) <= self.indent
        } else {
            lex::value_end(&self.bytes[..entry.end], entry.start, &mut self.stack)
                .is_err_and(|f| f.at == at)
        };
        if fits {
            entry.end = trimmed(self.bytes, entry.start, at);
            self.close = Some(at);
        }
    }

    fn end_list(&mut self, at: usize) {
        self.close = Some(at);
        match lex::skip_blank(self.bytes, at + 1) {
            Ok(rest) if rest == self.bytes.len() => {}
            Ok(rest) => self.problem(rest, ScanProblemKind::TextAfterEnd, None),
            Err(fault) => self.problem(fault.at, ScanProblemKind::UnclosedComment, None),
        }
    }

    /// Whether, after blanks and commas, an entry begins.
    fn entry_follows(&self, from: usize) -> bool {
        let mut at = from;
        loop {
            match lex::skip_blank(self.bytes, at) {
                Ok(next) if self.bytes.get(next) == Some(&b',') => at = next + 1,
                Ok(next) => return next < self.bytes.len() && is_opener(self.bytes, next),
                Err(_) => return false,
            }
        }
    }

    /// Forgets closing brackets noted as closing nothing after `offset`: one cause is one problem.
    fn drop_closers_from(&mut self, offset: usize) {
        self.problems
            .retain(|p| p.at < offset || !matches!(p.kind, ScanProblemKind::ExtraCloser(_)));
    }

    /// Where to read on after stray text at `from`: the next comma or `]` of the line, else the next border.
    fn after_stray(&self, from: usize) -> usize {
        let stop = |b: &u8| matches!(b, b',' | b']' | b'\n' | b'\r');
        match self.bytes[from..].iter().position(stop).map(|n| from + n) {
            Some(at) if matches!(self.bytes[at], b',' | b']') => at,
            _ => self.border_or_end(from),
        }
    }

    /// The end of what is written, without trailing blanks.
    fn significant_end(&self) -> usize {
        trim_blank(self.bytes, 0, self.bytes.len())
    }
}

/// Whether a field, `name:`, begins at `at`.
fn is_field(bytes: &[u8], at: usize) -> bool {
    let end = lex::name_end(bytes, at);
    end > at
        && lex::skip_blank(bytes, end).is_ok_and(|colon| {
            bytes.get(colon) == Some(&b':') && bytes.get(colon + 1) != Some(&b':')
        })
}

/// The column of `at` in its line, counted in bytes from 0; a tab counts to the next multiple of four.
fn column(bytes: &[u8], at: usize) -> usize {
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
fn line_start(bytes: &[u8], at: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &bytes[..at]).map_or(0, |n| n + 1)
}

/// Whether only blanks stand before `at` in its line.
fn first_in_line(bytes: &[u8], at: usize) -> bool {
    bytes[line_start(bytes, at)..at]
        .iter()
        .all(|b| matches!(b, b' ' | b'\t'))
}

/// The offset of the next border after the line of `from` (see the module), for entries indented by `indent`.
fn next_border(bytes: &[u8], from: usize, indent: usize) -> Option<usize> {
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
fn trim_blank(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start && matches!(bytes[end - 1], b' ' | b'\t' | b'\n' | b'\r') {
        end -= 1;
    }
    end
}

/// The end of a cut entry: `border` moved back over blanks, whole lines of comment, and one comma.
fn trimmed(bytes: &[u8], start: usize, border: usize) -> usize {
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
