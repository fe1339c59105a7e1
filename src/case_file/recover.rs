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
//!   or values that go on belong to the entry, which closed too early, unless they begin with `id` or stand where entries stand: then they
//!   are an entry without its opening bracket; any other mark is noted and passed over up to the next comma of the line, else border.
//! - No entry begins with `[` or `{`: such a bracket is noted and passed over.
//! - `]` ends the list unless an entry follows it, or it stands within a line and a border follows.
//! - An unclosed comment between entries hides what follows up to the next border.
//!
//! Work is bounded: an entry that does not close may cost a look at the whole rest of the file, but once such looks have read eight times the
//! text, every entry is held to the next border from the outset.

use std::ops::Range;

use super::border::{column, first_in_line, next_border, trim_blank, trimmed};
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

/// The state of the tolerant pass.
struct Reader<'t> {
    bytes: &'t [u8],
    at: usize,
    indent: usize,
    /// Bytes that may still be read in vain.
    patience: usize,
    /// A border found before; behind `at`, it is out of date.
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
        self.border_after(self.at)
    }

    /// The same as [`border_or_end`](Self::border_or_end), kept, for places that may be asked for many times within one line.
    fn border_after(&mut self, at: usize) -> usize {
        if self.held <= at {
            self.held = self.border_or_end(at);
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
                    let ends_a_line_of_its_own = first_in_line(self.bytes, at)
                        && column(self.bytes, at) < self.indent.max(1);
                    let more = self.entry_follows(at + 1)
                        || (!ends_a_line_of_its_own && self.border_after(at) < self.bytes.len());
                    if !more {
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
                b'[' | b'{' if after != After::Entry => {
                    self.problem(at, ScanProblemKind::ExtraOpener(char::from(*byte)), None);
                    self.at += 1;
                }
                _ if is_opener(self.bytes, at)
                    || (first && !is_field(&self.bytes[..limit], at)) =>
                {
                    if after == After::Entry
                        && let Some(entry) = self.entries.last()
                    {
                        let end = entry.end;
                        self.problem(end, ScanProblemKind::MissingComma, None);
                    }
                    after = self.entry(at);
                    first = false;
                }
                _ if after != After::Damage && is_content(*byte) => {
                    self.loose_fields(at);
                    first = false;
                    after = After::Damage;
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

    /// Takes in the fields at `at`, which are in no entry: up to the next border.
    fn loose_fields(&mut self, at: usize) {
        let border = self.border_or_end(at);
        // `id` begins an entry, and so does what stands where entries stand.
        let begins = self.entries.is_empty()
            || &self.bytes[at..lex::name_end(self.bytes, at)] == b"id"
            || (first_in_line(self.bytes, at) && column(self.bytes, at) <= self.indent);
        if begins {
            self.entries.push(at..trimmed(self.bytes, at, border));
            let index = self.entries.len() - 1;
            self.problem(at, ScanProblemKind::MissingOpener, Some(index));
        } else if let Some(entry) = self.entries.last_mut() {
            // A bracket closed it, unless it was never an entry in brackets.
            let bracket = usize::from(self.bytes[entry.start..entry.end].last() == Some(&b')'));
            let closed = entry.end - bracket;
            entry.end = trimmed(self.bytes, entry.start, border);
            self.drop_closers_from(closed);
            let index = self.entries.len() - 1;
            self.problem(closed, ScanProblemKind::ClosedEarly, Some(index));
        }
        self.at = border;
        self.close_at_tail(border);
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

    /// Where to read on after stray text at `from`: the next comma of the line, else the next border.
    fn after_stray(&self, from: usize) -> usize {
        let stop = |b: &u8| matches!(b, b',' | b'\n' | b'\r');
        match self.bytes[from..].iter().position(stop).map(|n| from + n) {
            Some(at) if self.bytes[at] == b',' => at,
            _ => self.border_or_end(from),
        }
    }

    /// The end of what is written, without trailing blanks.
    fn significant_end(&self) -> usize {
        trim_blank(self.bytes, 0, self.bytes.len())
    }
}

/// Whether what begins with `byte` looks like a part of an entry, rather than a mark put for a comma.
fn is_content(byte: u8) -> bool {
    lex::is_name_byte(byte) || matches!(byte, b'"' | b'\'' | b':' | b'-' | b'#' | b'[' | b'{')
}

/// Whether a field, `name:`, begins at `at`.
fn is_field(bytes: &[u8], at: usize) -> bool {
    let end = lex::name_end(bytes, at);
    end > at
        && lex::skip_blank(bytes, end).is_ok_and(|colon| {
            bytes.get(colon) == Some(&b':') && bytes.get(colon + 1) != Some(&b':')
        })
}
