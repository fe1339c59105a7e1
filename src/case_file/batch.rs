//! Changes many entries of a case file at once: one scan before, one after, and every byte beside them as it was.
//!
//! The guarantee is that of [`super::replace_entry`] and [`super::append_entry`], which read the whole file for each entry; for a
//! file of thousands of entries that is thousands of readings.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::edit::{
    DEFAULT_INDENT, EditError, checked_entry, fit, indentation, is_first_in_line, line_end,
    line_start, parses, same_tokens, tokens,
};
use super::lex;
use super::locate::entry_id;
use super::scan::{FileShape, Scan, scan};
use super::texts::hex;

/// One change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new last entry.
    Append(String),
    /// The entry of this id becomes another text.
    Replace(String, String),
    /// The entry of this id goes, with its comma and, where it stood alone on them, its lines.
    Remove(String),
}

/// What becomes of an entry of the file.
enum Fate<'c> {
    Stays,
    Becomes(&'c str),
    Goes,
}

/// The text of `file` with all changes made. Appended entries stand in the order given.
///
/// # Errors
/// See [`EditError`]; the file is then to be left as it is.
pub fn change_entries(file: &str, changes: &[Change]) -> Result<String, EditError> {
    if changes.is_empty() {
        return Ok(file.to_owned());
    }
    let found = scan(file);
    if let Some(problem) = found.problems.first() {
        return Err(match found.shape {
            FileShape::Other => EditError::NotAList,
            _ => EditError::Broken(*problem),
        });
    }
    if !matches!(found.shape, FileShape::List | FileShape::Empty) {
        return Err(EditError::NotAList);
    }
    let (fates, appended) = fates(file, &found, changes)?;
    let changed = rewrite(file, &found, &fates, &appended);
    verify(file, &found, &changed, &fates, &appended)?;
    Ok(changed)
}

/// Sorts the changes to the entries that they are of.
fn fates<'c>(
    file: &str,
    found: &Scan,
    changes: &'c [Change],
) -> Result<(Vec<Fate<'c>>, Vec<&'c str>), EditError> {
    let ids: Vec<Option<&str>> = found
        .entries
        .iter()
        .map(|range| entry_id(&file[range.clone()]))
        .collect();
    let mut at: HashMap<&str, Vec<usize>> = HashMap::new();
    for (n, id) in ids.iter().enumerate() {
        if let Some(id) = id {
            at.entry(id).or_default().push(n);
        }
    }
    let one = |id: &str| match at.get(id).map_or(&[][..], |all| all.as_slice()) {
        [one] => Ok(*one),
        [] => Err(EditError::NoSuchEntry { id: id.to_owned() }),
        more => Err(EditError::DuplicateId {
            id: id.to_owned(),
            count: more.len(),
        }),
    };
    let mut fates: Vec<Fate> = found.entries.iter().map(|_| Fate::Stays).collect();
    let mut appended = Vec::new();
    for change in changes {
        match change {
            Change::Append(entry) => appended.push(checked_entry(file, found, entry)?),
            Change::Replace(id, entry) => {
                fates[one(id)?] = Fate::Becomes(checked_entry(file, found, entry)?);
            }
            Change::Remove(id) => fates[one(id)?] = Fate::Goes,
        }
    }
    // No id may be there twice afterwards that was not before.
    let mut seen: HashSet<&str> = HashSet::new();
    for (n, fate) in fates.iter().enumerate() {
        if matches!(fate, Fate::Stays) {
            seen.extend(ids[n]);
        }
    }
    let new = fates
        .iter()
        .filter_map(|fate| match fate {
            Fate::Becomes(entry) => Some(*entry),
            _ => None,
        })
        .chain(appended.iter().copied());
    for id in new.filter_map(entry_id) {
        if !seen.insert(id) {
            return Err(EditError::DuplicateId {
                id: id.to_owned(),
                count: 2,
            });
        }
    }
    Ok((fates, appended))
}

fn rewrite(file: &str, found: &Scan, fates: &[Fate], appended: &[&str]) -> String {
    let nl = line_end(file);
    let mut out =
        String::with_capacity(file.len() + appended.iter().map(|e| e.len() + 64).sum::<usize>());
    let mut kept = 0;
    let mut comma_missing = false;
    for (range, fate) in found.entries.iter().zip(fates) {
        let comma = lex::skip_blank(file.as_bytes(), range.end)
            .ok()
            .filter(|next| file.as_bytes().get(*next) == Some(&b','));
        comma_missing = false;
        match fate {
            Fate::Stays => comma_missing = comma.is_none(),
            Fate::Becomes(entry) => {
                out.push_str(&file[kept..range.start]);
                out.push_str(&fit(entry, indentation(file, range.start), nl));
                kept = range.end;
                comma_missing = comma.is_none();
            }
            Fate::Goes => {
                let (start, end) = lines_of(file, range.start, comma.map_or(range.end, |c| c + 1));
                // A comment between the entry and its comma stays.
                let between = comma.map_or("", |c| &file[range.end..c]);
                out.push_str(&file[kept.min(start)..start]);
                if !between.trim().is_empty() {
                    out.push_str(between.trim_start_matches([' ', '\t']));
                    out.push_str(nl);
                }
                kept = end;
            }
        }
    }
    if appended.is_empty() {
        out.push_str(&file[kept..]);
        return out;
    }
    let (Some(open), Some(close)) = (found.open, found.close) else {
        out.push_str(&file[kept..]);
        if !(out.is_empty() || out == "\u{FEFF}" || out.ends_with('\n')) {
            out.push_str(nl);
        }
        out.push('[');
        out.push_str(nl);
        for entry in appended {
            push_entry(&mut out, entry, DEFAULT_INDENT, nl);
        }
        out.push(']');
        out.push_str(nl);
        return out;
    };
    if comma_missing && let Some(last) = found.entries.last() {
        if kept < last.end {
            out.push_str(&file[kept..last.end]);
            kept = last.end;
        }
        out.push(',');
    }
    let outer = indentation(file, open);
    let indent = match found.entries.first() {
        Some(first) if is_first_in_line(file, first.start) => {
            indentation(file, first.start).to_owned()
        }
        _ => format!("{outer}{DEFAULT_INDENT}"),
    };
    let alone = is_first_in_line(file, close);
    let end = if alone {
        line_start(file, close)
    } else {
        close
    };
    out.push_str(&file[kept.min(end)..end]);
    if !alone {
        out.push_str(nl);
    }
    for entry in appended {
        push_entry(&mut out, entry, &indent, nl);
    }
    if !alone {
        out.push_str(outer);
    }
    out.push_str(&file[end..]);
    out
}

fn push_entry(out: &mut String, entry: &str, indent: &str, nl: &str) {
    out.push_str(indent);
    out.push_str(&fit(entry, indent, nl));
    out.push(',');
    out.push_str(nl);
}

/// The range, widened to whole lines where nothing else stands on them.
fn lines_of(file: &str, start: usize, end: usize) -> (usize, usize) {
    let rest = &file[end..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let after = &rest[blank..];
    let line = if after.starts_with("\r\n") {
        2
    } else {
        usize::from(after.starts_with('\n'))
    };
    if line > 0 && is_first_in_line(file, start) {
        (line_start(file, start), end + blank + line)
    } else {
        (start, end)
    }
}

/// Reads the changed file again: what was asked, and every other entry byte for byte.
fn verify(
    file: &str,
    before: &Scan,
    changed: &str,
    fates: &[Fate],
    appended: &[&str],
) -> Result<(), EditError> {
    let fail = |what| Err(EditError::Unverified { what });
    let after = scan(changed);
    if after.shape != FileShape::List || !after.problems.is_empty() {
        return fail("the structure would be read otherwise");
    }
    let mut now = after.entries.iter().map(|r| &changed[r.clone()]);
    for (range, fate) in before.entries.iter().zip(fates) {
        match fate {
            Fate::Goes => {}
            Fate::Stays => {
                if now.next() != Some(&file[range.clone()]) {
                    return fail("another entry would change");
                }
            }
            Fate::Becomes(entry) => {
                if !now.next().is_some_and(|new| same_tokens(new, entry)) {
                    return fail("the entry is not the one asked for");
                }
            }
        }
    }
    for entry in appended {
        if !now.next().is_some_and(|new| same_tokens(new, entry)) {
            return fail("the entry is not the one asked for");
        }
    }
    if now.next().is_some() {
        return fail("other entries would be found");
    }
    let valid = before.shape == FileShape::Empty || parses("", file).is_ok();
    if valid && parses("", changed).is_err() {
        return fail("it is no longer valid RON");
    }
    Ok(())
}

/// What tells whether an entry was touched: 16 hex digits of its text, blanks between tokens aside.
#[must_use]
pub fn entry_digest(entry: &str) -> String {
    let mut whole = hex(&Sha256::digest(tokens(entry.trim()).as_bytes()));
    whole.truncate(16);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "// Kept.\n[\n    // One.\n    (id: \"a\", n: 1), // beside\n\n    (id: \"b\"  , n: 2),\n    /* c */ (id: \"c\", n: 3)\n    // End.\n]\n// After.\n";

    #[test]
    fn many_changes_leave_every_other_byte() {
        let changed = change_entries(
            FILE,
            &[
                Change::Replace("b".into(), "(id: \"b\", n: 20)".into()),
                Change::Append("(id: \"d\")".into()),
                Change::Append("(id: \"e\")".into()),
            ],
        );
        assert_eq!(
            changed.as_deref(),
            Ok(
                "// Kept.\n[\n    // One.\n    (id: \"a\", n: 1), // beside\n\n    (id: \"b\", n: 20),\n    /* c */ (id: \"c\", n: 3),\n    // End.\n    (id: \"d\"),\n    (id: \"e\"),\n]\n// After.\n"
            )
        );
    }

    #[test]
    fn an_entry_goes_with_its_line_only() {
        let changed = change_entries(FILE, &[Change::Remove("b".into())]);
        assert_eq!(
            changed.as_deref(),
            Ok(
                "// Kept.\n[\n    // One.\n    (id: \"a\", n: 1), // beside\n\n    /* c */ (id: \"c\", n: 3)\n    // End.\n]\n// After.\n"
            )
        );
        let all = change_entries(FILE, &["a", "b", "c"].map(|id| Change::Remove(id.into())));
        assert!(all.is_ok_and(|t| t.contains("// beside") && t.contains("// One.")));
    }

    #[test]
    fn one_by_one_gives_the_same() {
        let mut slow = FILE.to_owned();
        for n in 0..5 {
            slow = super::super::append_entry(&slow, &format!("(id: \"x{n}\",\n    n: {n})"))
                .expect("a list");
        }
        let all: Vec<Change> = (0..5)
            .map(|n| Change::Append(format!("(id: \"x{n}\",\n    n: {n})")))
            .collect();
        assert_eq!(change_entries(FILE, &all), Ok(slow));
    }

    #[test]
    fn what_cannot_be_done_changes_nothing() {
        let no = |changes: &[Change]| change_entries(FILE, changes).is_err();
        assert!(no(&[Change::Replace("z".into(), "(id: \"z\")".into())]));
        assert!(no(&[Change::Append("(id: \"a\")".into())]));
        assert!(no(&[Change::Append("(id: \"x\"), (id: \"y\")".into())]));
        assert!(change_entries("[(id: \"a\")", &[Change::Append("(id: \"b\")".into())]).is_err());
        assert_eq!(
            change_entries("", &[Change::Append("(id: \"b\")".into())]).as_deref(),
            Ok("[\n    (id: \"b\"),\n]\n")
        );
    }

    #[test]
    fn a_digest_sees_words_and_no_layout() {
        assert_eq!(
            entry_digest("(id: \"a\",\n    n: 1)"),
            entry_digest("(id: \"a\", n: 1)")
        );
        assert_ne!(entry_digest("(id: \"a\")"), entry_digest("(id: \"a \")"));
    }
}
