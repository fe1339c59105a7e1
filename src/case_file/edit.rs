//! Changes one entry of a case file and leaves every other byte as it was.
//!
//! Case files are people's work: comments, order and layout say things that a rewrite through `ron` would lose. So a change is a splice
//! of text. What is spliced in takes on the indentation and line ends of the file. Before the new text is handed back it is read again, and
//! it must hold what was asked and nothing else: every other entry byte for byte, and a file that `ron` could read must stay one. If not,
//! there is an error and no new text.

use std::ops::Range;

use ron::error::SpannedError;
use serde::de::IgnoredAny;
use thiserror::Error;

use super::lex;
use super::locate::entry_id;
use super::scan::{FileShape, Scan, ScanProblem, scan};

/// Why a file was not changed.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum EditError {
    /// No entry has this id.
    #[error("no entry has the id `{id}`")]
    NoSuchEntry {
        /// The id sought.
        id: String,
    },
    /// Several entries have this id, or one has the id that a new one brings; which is meant cannot be known.
    #[error("{count} entries would have or have the id `{id}`")]
    DuplicateId {
        /// The id.
        id: String,
        /// How many entries have it, the new one included.
        count: usize,
    },
    /// The file is no list of entries.
    #[error("the file is no list of entries")]
    NotAList,
    /// The structure of the file is broken where the change would have to be made.
    #[error("the file is broken at byte {}: repair it first", .0.at)]
    Broken(ScanProblem),
    /// The new text is not one entry in brackets, without anything before or after it.
    #[error("the new text is not exactly one entry in brackets")]
    NotOneEntry,
    /// The new text is not valid RON.
    #[error("the new entry is not valid RON: {0}")]
    BadEntry(Box<SpannedError>),
    /// The changed file, read again, does not hold exactly what was asked. It happens only in a file that is broken elsewhere, where the
    /// change would alter how the broken part is read.
    #[error(
        "the changed file would not read back as it should ({what}); nothing was changed: repair the rest of the file first"
    )]
    Unverified {
        /// What did not hold.
        what: &'static str,
    },
}

/// The text of `file` with the entry of id `id` replaced by `entry`.
///
/// `entry` is one value in brackets, as [`emit_entry`](super::emit_entry) writes it; comments within it are kept, none may stand around
/// it. It may bring another id, if no other entry has it. Other entries may be broken. Replacing an entry by itself changes nothing.
///
/// # Errors
/// See [`EditError`]; the file is then to be left as it is.
pub fn replace_entry(file: &str, id: &str, entry: &str) -> Result<String, EditError> {
    let found = scan(file);
    let entry = checked_entry(file, &found, entry)?;
    let mut matches = found
        .entries
        .iter()
        .enumerate()
        .filter(|(_, range)| entry_id(&file[(*range).clone()]) == Some(id));
    let (index, range) = matches.next().ok_or_else(|| match found.shape {
        FileShape::Other | FileShape::Single => EditError::NotAList,
        FileShape::Empty | FileShape::List => EditError::NoSuchEntry { id: id.to_owned() },
    })?;
    let more = matches.count();
    if more > 0 {
        return Err(EditError::DuplicateId {
            id: id.to_owned(),
            count: more + 1,
        });
    }
    if found.shape != FileShape::List {
        return Err(EditError::NotAList);
    }
    if let Some(problem) = found.problems.iter().find(|p| p.spoils == Some(index)) {
        return Err(EditError::Broken(*problem));
    }
    if file[range.clone()] == *entry {
        return Ok(file.to_owned());
    }
    if let Some(new) = entry_id(entry).filter(|new| *new != id) {
        refuse_taken(file, &found, new)?;
    }
    let fitted = fit(entry, indentation(file, range.start), line_end(file));
    let changed = splice(file, range.clone(), &fitted);
    verify(file, &found, &changed, entry, index, false)?;
    Ok(changed)
}

/// The text of `file` with `entry` as a new last entry.
///
/// It goes after everything in the list, comments included, on lines of its own. A missing comma after the last entry is added. An empty file
/// and one of comments only get a list.
///
/// # Errors
/// See [`EditError`]; the file is then to be left as it is. A file with any problem of structure is refused.
pub fn append_entry(file: &str, entry: &str) -> Result<String, EditError> {
    let found = scan(file);
    if let Some(problem) = found.problems.first() {
        return Err(match found.shape {
            FileShape::Other => EditError::NotAList,
            _ => EditError::Broken(*problem),
        });
    }
    let entry = checked_entry(file, &found, entry)?;
    if let Some(id) = entry_id(entry) {
        refuse_taken(file, &found, id)?;
    }
    let nl = line_end(file);
    let changed = match (found.shape, found.open, found.close) {
        (FileShape::Empty, _, _) => {
            let between = if file.is_empty() || file == "\u{FEFF}" || file.ends_with('\n') {
                ""
            } else {
                nl
            };
            let fitted = fit(entry, DEFAULT_INDENT, nl);
            format!("{file}{between}[{nl}{DEFAULT_INDENT}{fitted},{nl}]{nl}")
        }
        (FileShape::List, Some(open), Some(close)) => {
            append_to_list(file, &found, open, close, entry, nl)
        }
        _ => return Err(EditError::NotAList),
    };
    verify(file, &found, &changed, entry, found.entries.len(), true)?;
    Ok(changed)
}

/// The indentation of entries where the file shows none.
pub(super) const DEFAULT_INDENT: &str = "    ";

/// Appends to a list whose brackets stand at `open` and `close`.
fn append_to_list(
    file: &str,
    found: &Scan,
    open: usize,
    close: usize,
    entry: &str,
    nl: &str,
) -> String {
    let outer = indentation(file, open);
    let indent = match found.entries.first() {
        Some(first) if is_first_in_line(file, first.start) => {
            indentation(file, first.start).to_owned()
        }
        _ => format!("{outer}{DEFAULT_INDENT}"),
    };
    let fitted = fit(entry, &indent, nl);
    let mut out = String::with_capacity(file.len() + fitted.len() + 64);
    let mut kept = 0;
    if let Some(last) = found.entries.last() {
        let comma = lex::skip_blank(file.as_bytes(), last.end)
            .is_ok_and(|next| file.as_bytes().get(next) == Some(&b','));
        if !comma {
            out.push_str(&file[..last.end]);
            out.push(',');
            kept = last.end;
        }
    }
    if is_first_in_line(file, close) {
        let line = close - indentation(file, close).len();
        out.push_str(&file[kept..line]);
        out.push_str(&indent);
        out.push_str(&fitted);
        out.push(',');
        out.push_str(nl);
        out.push_str(&file[line..]);
    } else {
        out.push_str(&file[kept..close]);
        out.push_str(nl);
        out.push_str(&indent);
        out.push_str(&fitted);
        out.push(',');
        out.push_str(nl);
        out.push_str(outer);
        out.push_str(&file[close..]);
    }
    out
}

/// The entry without blanks around it, if it is one entry that `ron` can read under the header of the file.
pub(super) fn checked_entry<'e>(
    file: &str,
    found: &Scan,
    entry: &'e str,
) -> Result<&'e str, EditError> {
    let entry = entry.trim();
    let whole = scan(entry);
    if whole.shape == FileShape::Other || whole.entries.first() != Some(&(0..entry.len())) {
        // Where it is broken inside, `ron` says it better.
        if whole.shape != FileShape::Single || whole.problems.iter().all(|p| p.spoils.is_none()) {
            return Err(EditError::NotOneEntry);
        }
    }
    parses(&file[found.header.clone()], entry).map_err(|e| EditError::BadEntry(Box::new(e)))?;
    Ok(entry)
}

/// Whether `ron` can read `text` under the attributes `header`.
pub(super) fn parses(header: &str, text: &str) -> Result<(), SpannedError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if header.is_empty() {
        ron::from_str::<IgnoredAny>(text).map(|_| ())
    } else {
        ron::from_str::<IgnoredAny>(&format!("{header}{text}")).map(|_| ())
    }
}

/// Refuses an id that an entry of the file already has.
fn refuse_taken(file: &str, found: &Scan, id: &str) -> Result<(), EditError> {
    let taken = found
        .entries
        .iter()
        .filter(|range| entry_id(&file[(*range).clone()]) == Some(id))
        .count();
    if taken > 0 {
        return Err(EditError::DuplicateId {
            id: id.to_owned(),
            count: taken + 1,
        });
    }
    Ok(())
}

/// Reads the changed file again and compares: `asked` must be entry `index`, all others as before.
fn verify(
    file: &str,
    before: &Scan,
    changed: &str,
    asked: &str,
    index: usize,
    added: bool,
) -> Result<(), EditError> {
    let fail = |what| Err(EditError::Unverified { what });
    let after = scan(changed);
    if after.shape != FileShape::List
        || after.entries.len() != before.entries.len() + usize::from(added)
    {
        return fail("other entries would be found");
    }
    let kinds = |scan: &Scan| {
        scan.problems
            .iter()
            .map(|p| (p.kind_without_place(), p.spoils))
            .collect::<Vec<_>>()
    };
    if kinds(before) != kinds(&after) {
        return fail("the structure would be read otherwise");
    }
    let mut old = before.entries.iter().map(|r| &file[r.clone()]);
    for (n, range) in after.entries.iter().enumerate() {
        let new = &changed[range.clone()];
        if n == index {
            if !same_tokens(new, asked) {
                return fail("the entry is not the one asked for");
            }
            if !added {
                old.next();
            }
        } else if old.next() != Some(new) {
            return fail("another entry would change");
        }
    }
    if before.problems.is_empty()
        && (before.shape == FileShape::Empty || parses("", file).is_ok())
        && parses("", changed).is_err()
    {
        return fail("it is no longer valid RON");
    }
    Ok(())
}

/// `file` with the bytes of `range` replaced.
fn splice(file: &str, range: Range<usize>, text: &str) -> String {
    [&file[..range.start], text, &file[range.end..]].concat()
}

/// The start of the line that `at` is in.
pub(super) fn line_start(file: &str, at: usize) -> usize {
    file[..at].rfind(['\n', '\r']).map_or(0, |n| n + 1)
}

/// The blanks at the start of the line that `at` is in, up to `at`.
pub(super) fn indentation(file: &str, at: usize) -> &str {
    let line = &file[line_start(file, at)..at];
    let blanks = line
        .bytes()
        .take_while(|b| matches!(b, b' ' | b'\t'))
        .count();
    &line[..blanks]
}

/// Whether only blanks stand before `at` in its line.
pub(super) fn is_first_in_line(file: &str, at: usize) -> bool {
    line_start(file, at) + indentation(file, at).len() == at
}

/// The line end of the file: CR LF if most of its lines end so, else LF.
pub(super) fn line_end(file: &str) -> &'static str {
    let crlf = file.matches("\r\n").count();
    let lf = memchr::memchr_iter(b'\n', file.as_bytes()).count();
    if crlf * 2 > lf { "\r\n" } else { "\n" }
}

/// `entry` with its lines indented by `indent` more than its last line was, and with line ends `nl`. What is within strings and comments
/// stays as it is, since there blanks and line ends have meaning.
pub(super) fn fit(entry: &str, indent: &str, nl: &str) -> String {
    let lines = lines_outside(entry);
    // The line of the closing bracket shows how far the entry was indented where it comes from; the first line has lost that.
    let base = lines.last().map_or("", |line| indentation(entry, line.end));
    let mut out = String::with_capacity(entry.len() + lines.len() * indent.len());
    let mut kept = 0;
    for line in &lines {
        out.push_str(&entry[kept..line.start]);
        out.push_str(nl);
        let blanks = indentation(entry, line.end);
        let rest = &entry[line.end..];
        kept = line.end;
        if !rest.starts_with(['\n', '\r']) {
            out.push_str(indent);
            out.push_str(blanks.strip_prefix(base).unwrap_or_default());
        }
    }
    out.push_str(&entry[kept..]);
    out
}

/// The line ends of `entry` outside strings and block comments, each with the blanks that begin the next line.
fn lines_outside(entry: &str) -> Vec<Range<usize>> {
    let bytes = entry.as_bytes();
    let mut found = Vec::new();
    for gap in gaps(bytes) {
        let mut at = gap.start;
        while at < gap.end {
            if matches!(bytes[at], b'\n' | b'\r') {
                let after = if bytes[at..gap.end].starts_with(b"\r\n") {
                    at + 2
                } else {
                    at + 1
                };
                let blanks = bytes[after..gap.end]
                    .iter()
                    .take_while(|b| matches!(b, b' ' | b'\t'))
                    .count();
                found.push(at..after + blanks);
                at = after + blanks;
            } else {
                at += 1;
            }
        }
    }
    found
}

/// The parts of the text outside strings, characters and comments. The line end of a `//` comment counts as outside.
fn gaps(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        let end = match lex::class(bytes[at]) {
            lex::Class::Quote => lex::string_end(bytes, at).unwrap_or(bytes.len()),
            lex::Class::Apostrophe => lex::char_end(bytes, at),
            lex::Class::Slash => match lex::comment_end(bytes, at) {
                Ok(Some(end)) if bytes.get(at + 1) == Some(&b'/') => {
                    let line = bytes[..end].strip_suffix(b"\n").unwrap_or(&bytes[..end]);
                    line.strip_suffix(b"\r").unwrap_or(line).len()
                }
                Ok(Some(end)) => end,
                Ok(None) => at + 1,
                Err(_) => bytes.len(),
            },
            _ => {
                at += 1;
                continue;
            }
        };
        found.push(start..at);
        start = end;
        at = end;
    }
    found.push(start..bytes.len());
    found
}

/// Whether two texts are the same but for blanks and line ends between their tokens.
pub(super) fn same_tokens(one: &str, other: &str) -> bool {
    tokens(one) == tokens(other)
}

/// The text with every run of blanks outside strings and comments made one space.
pub(super) fn tokens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    let push = |out: &mut String, gap: &str| {
        let mut blank = false;
        for c in gap.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                blank = true;
            } else {
                if blank {
                    out.push(' ');
                    blank = false;
                }
                out.push(c);
            }
        }
        if blank {
            out.push(' ');
        }
    };
    for gap in gaps(text.as_bytes()) {
        out.push_str(&text[end..gap.start]);
        push(&mut out, &text[gap.clone()]);
        end = gap.end;
    }
    out
}
