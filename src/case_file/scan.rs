//! Splits the text of a case file into its entries, whether or not the file is valid.
//!
//! `ron` stops at the first error of a list. So a file is first cut into entries here, and each entry is then parsed by itself: one bad
//! entry spoils only itself. The steps:
//!
//! 1. The header (`#![enable(…)]`, a byte-order mark, comments) is passed over.
//! 2. A strict pass splits the list by its brackets and commas, knowing strings, raw strings, characters and nested comments. If it
//!    reaches the end without a fault, its result is exact, whatever the layout: no rule of thumb has had a say.
//! 3. Only if something is wrong, the tolerant pass of [`recover`](super::recover) reads the list again and says what is wrong where.
//!
//! Both passes are linear in the length of the text. Offsets are bytes of the text given, and always fall between characters.

use std::ops::Range;

use super::lex::{self, Fault, FaultKind};
use super::recover;

/// What a file is, seen from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileShape {
    /// Nothing but blanks, comments and a header.
    Empty,
    /// A list of entries in `[…]`, or what was surely meant as one.
    List,
    /// One value in brackets with or without a name, such as the struct of `case.ron`. It is the only entry.
    Single,
    /// Something else: prose, a map, a bare word. There are no entries.
    Other,
}

/// The structure of a case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// What the file is.
    pub shape: FileShape,
    /// The attributes `#![…]` before the value, first to last; empty (at the place of the value) if there are none. To parse an entry
    /// under the same extensions, put this text before it.
    pub header: Range<usize>,
    /// The bytes of the opening bracket of the list, if it is written.
    pub open: Option<usize>,
    /// The byte of the closing bracket of the list, if it is written.
    pub close: Option<usize>,
    /// The entries in order, each from its first to after its last significant byte, without the comma.
    pub entries: Vec<Range<usize>>,
    /// What is wrong with the structure, in order of offset. Empty for every valid file; not every file without problems is valid.
    pub problems: Vec<ScanProblem>,
}

/// One thing wrong with the structure of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScanProblem {
    /// Byte offset of what is wrong.
    pub at: usize,
    /// What is wrong there.
    pub kind: ScanProblemKind,
    /// The entry (index into [`Scan::entries`]) that is spoilt by it, so that parsing it would only repeat the problem in worse words;
    /// `None` if every entry can be read all the same.
    pub spoils: Option<usize>,
}

/// The ways in which the structure of a file can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScanProblemKind {
    /// The file is neither a list of entries nor one struct. Hint: it should be `[ (id: …), … ]`.
    NotAList,
    /// The entries are not preceded by `[`.
    MissingListStart,
    /// The file ends before the `]` of its list.
    MissingListEnd,
    /// There is no comma between the entry that ends here and the next.
    MissingComma,
    /// A comma with no entry before it.
    ExtraComma,
    /// A bracket before an entry that opens nothing.
    ExtraOpener(char),
    /// A closing bracket that closes nothing.
    ExtraCloser(char),
    /// The entry is closed here, but its fields go on: a bracket too many, here or before.
    ClosedEarly,
    /// The fields that begin here are in no brackets: the `(` of their entry is missing.
    MissingOpener,
    /// Text between entries that is no entry.
    StrayText,
    /// Text after the end of the list or struct.
    TextAfterEnd,
    /// The bracket here is not closed before the next entry, or the end.
    UnclosedBracket(char),
    /// The closing bracket here does not fit the one that is open.
    WrongCloser {
        /// The bracket that was written.
        found: char,
        /// The one that would fit.
        expected: char,
        /// Byte offset of the bracket that is open.
        open: usize,
    },
    /// The string that begins here has no closing quote, or lost its opening quote a little before.
    UnclosedString,
    /// The string that begins here is closed too early, or a comma is missing after it. Hint: `\"` for a quote within a string.
    TextAfterString,
    /// The comment `/*` that begins here is not closed.
    UnclosedComment,
}

impl ScanProblem {
    /// The kind without offsets in it, to compare the problems of a file before and after a change elsewhere.
    pub(super) const fn kind_without_place(self) -> ScanProblemKind {
        match self.kind {
            ScanProblemKind::WrongCloser {
                found, expected, ..
            } => ScanProblemKind::WrongCloser {
                found,
                expected,
                open: 0,
            },
            kind => kind,
        }
    }
}

impl ScanProblemKind {
    /// The problem that a fault within a value is.
    pub(super) fn of(bytes: &[u8], fault: Fault) -> Self {
        let at = |offset: usize| bytes.get(offset).copied().map_or(' ', char::from);
        match fault.kind {
            FaultKind::UnclosedString => Self::UnclosedString,
            FaultKind::TextAfterString => Self::TextAfterString,
            FaultKind::UnclosedComment => Self::UnclosedComment,
            FaultKind::UnclosedBracket => Self::UnclosedBracket(at(fault.at)),
            FaultKind::WrongCloser { open } => Self::WrongCloser {
                found: at(fault.at),
                expected: bytes
                    .get(open)
                    .copied()
                    .map_or(' ', |b| char::from(lex::closer(b))),
                open,
            },
        }
    }
}

/// Splits `text` into its entries. Takes any text; see the module for how, and [`Scan`] for what comes back.
#[must_use]
pub fn scan(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let (header, start) = match header(bytes) {
        Ok(found) => found,
        // The comment hides where the list begins; recovery looks for it line by line.
        Err(fault) => return recover::list(text, fault.at..fault.at, None, fault.at),
    };
    match bytes.get(start) {
        None => Scan {
            shape: FileShape::Empty,
            header,
            open: None,
            close: None,
            entries: Vec::new(),
            problems: Vec::new(),
        },
        Some(b'[') => match strict(bytes, start) {
            Some((entries, close)) => Scan {
                shape: FileShape::List,
                header,
                open: Some(start),
                close: Some(close),
                entries,
                problems: Vec::new(),
            },
            None => recover::list(text, header, Some(start), start + 1),
        },
        Some(_) if is_opener(bytes, start) => {
            let mut stack = Vec::new();
            let whole = lex::value_end(bytes, start, &mut stack);
            if let Ok(end) = whole
                && lex::skip_blank(bytes, end) == Ok(bytes.len())
            {
                return Scan {
                    shape: FileShape::Single,
                    header,
                    open: None,
                    close: None,
                    entries: std::iter::once(start..end).collect(),
                    problems: Vec::new(),
                };
            }
            recover::bare(text, header, start, whole)
        }
        Some(_) => Scan {
            shape: FileShape::Other,
            header,
            open: None,
            close: None,
            entries: Vec::new(),
            problems: vec![ScanProblem {
                at: start,
                kind: ScanProblemKind::NotAList,
                spoils: None,
            }],
        },
    }
}

/// Whether an entry in brackets begins at `at`: `(`, or a name and then `(`.
pub(super) fn is_opener(bytes: &[u8], at: usize) -> bool {
    let mut i = lex::name_end(bytes, at);
    if i > at {
        while matches!(bytes.get(i), Some(b' ' | b'\t')) {
            i += 1;
        }
    }
    bytes.get(i) == Some(&b'(')
}

/// The range of the attributes `#![…]`, and the offset of the first significant byte after them.
///
/// # Errors
/// An unclosed comment before the value.
fn header(bytes: &[u8]) -> Result<(Range<usize>, usize), Fault> {
    let bom = if bytes.starts_with("\u{FEFF}".as_bytes()) {
        3
    } else {
        0
    };
    let mut at = lex::skip_blank(bytes, bom)?;
    let first = at;
    let mut last = at;
    let mut stack = Vec::new();
    while bytes.get(at) == Some(&b'#') {
        let bang = lex::skip_blank(bytes, at + 1)?;
        if bytes.get(bang) != Some(&b'!') {
            break;
        }
        let open = lex::skip_blank(bytes, bang + 1)?;
        if bytes.get(open) != Some(&b'[') {
            break;
        }
        let Ok(end) = lex::value_end(bytes, open, &mut stack) else {
            break;
        };
        last = end;
        at = lex::skip_blank(bytes, end)?;
    }
    Ok(if last > first {
        (first..last, at)
    } else {
        (at..at, at)
    })
}

/// Splits a list whose bracket stands at `open`; `None` at the first fault.
fn strict(bytes: &[u8], open: usize) -> Option<(Vec<Range<usize>>, usize)> {
    let mut entries = Vec::new();
    let mut stack = Vec::new();
    let mut at = open + 1;
    loop {
        at = lex::skip_blank(bytes, at).ok()?;
        match bytes.get(at)? {
            b']' => break,
            b',' => return None,
            _ => {}
        }
        let end = lex::value_end(bytes, at, &mut stack).ok()?;
        if end == at {
            return None;
        }
        entries.push(at..end);
        at = lex::skip_blank(bytes, end).ok()?;
        match bytes.get(at)? {
            b',' => at += 1,
            b']' => break,
            _ => return None,
        }
    }
    let rest = lex::skip_blank(bytes, at + 1).ok()?;
    (rest == bytes.len()).then_some((entries, at))
}
