//! One entry: from its bytes to its shape, or to a finding that says what is wrong with it.

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::Kind;
use crate::case_file::border::resplit;
use crate::case_file::locate::{Step, entry_id, locate};
use crate::case_file::places::{EntryAt, File};
use crate::case_file::scan::{FileShape, ScanProblem, ScanProblemKind, scan};
use crate::finding::{Code, Finding, Place};

/// An entry of a file, not yet parsed.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Where it stands.
    pub(super) at: EntryAt,
    /// `#![enable(…)]` and the like, to be read before it.
    header: Option<Box<str>>,
    /// The scan has reported it; parsing it would only say the same in worse words.
    spoilt: bool,
}

/// What became of an entry.
pub(super) struct Parsed<T> {
    /// Where it stands.
    pub(super) at: EntryAt,
    /// Its id, where it can be read even if the rest cannot.
    pub(super) id: Option<String>,
    /// Its shape, if it is in order.
    pub(super) shape: Option<T>,
    /// What is wrong with it, if it is not.
    pub(super) finding: Option<Finding>,
}

/// Splits a file into entries, reporting what is wrong with its structure.
pub(super) fn entries(
    files: &[File],
    index: usize,
    single: bool,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    let file = &files[index];
    let found = scan(&file.text);
    let mut spoilt = vec![false; found.entries.len()];
    for problem in &found.problems {
        if let Some(spoilt) = problem.spoils.and_then(|i| spoilt.get_mut(i)) {
            *spoilt = true;
        }
        findings.push(structure(file, problem));
    }
    let fits = match found.shape {
        FileShape::Single => single,
        FileShape::List => !single,
        FileShape::Empty => !single,
        FileShape::Other => true,
    };
    if !fits && found.problems.is_empty() {
        let wanted = if single {
            "one entry, `( id: …, … )`"
        } else {
            "a list of entries, `[ (id: …), … ]`"
        };
        findings.push(Finding {
            code: Code::Syntax,
            message: format!("{} should hold {wanted}", file.path),
            hint: "docs/case-format.md shows each file".to_owned(),
            place: file.place(0..0),
            related: Vec::new(),
        });
        return Vec::new();
    }
    let header = &file.text[found.header.clone()];
    let header: Option<Box<str>> = (!header.trim().is_empty()).then(|| header.into());
    found
        .entries
        .iter()
        .zip(spoilt)
        .map(|(range, spoilt)| Entry {
            at: EntryAt {
                file: index,
                start: range.start,
                end: range.end,
            },
            header: header.clone(),
            spoilt,
        })
        .collect()
}

/// Parses an entry with `ron`, `implicit_some` always on.
pub(super) fn parse<T: DeserializeOwned + Kind>(files: &[File], entry: &Entry) -> Parsed<T> {
    let file = &files[entry.at.file];
    let text = &file.text[entry.at.start..entry.at.end];
    let id = || entry_id(text).map(str::to_owned);
    if entry.spoilt {
        return Parsed {
            at: entry.at,
            id: id(),
            shape: None,
            finding: None,
        };
    }
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let outcome = match &entry.header {
        None => options.from_str::<T>(text),
        Some(header) => options
            .from_str::<T>(&format!("{header} {text}"))
            .or_else(|_| options.from_str::<T>(text)),
    };
    match outcome {
        Ok(shape) => Parsed {
            at: entry.at,
            id: None,
            shape: Some(shape),
            finding: None,
        },
        Err(error) => Parsed {
            at: entry.at,
            id: id(),
            shape: None,
            finding: Some(shape_finding::<T>(file, entry.at, &error)),
        },
    }
}

/// Parses an entry; where a bracket lost in one entry is made up for in a later one, the scan took
/// them for one, and they are parsed apart.
pub(super) fn parse_apart<T: DeserializeOwned + Kind>(
    files: &[File],
    entry: &Entry,
) -> Vec<Parsed<T>> {
    let whole = parse::<T>(files, entry);
    if whole.shape.is_some() || entry.spoilt {
        return vec![whole];
    }
    let range = entry.at.start..entry.at.end;
    let parts = resplit(&files[entry.at.file].text, range);
    if parts.len() < 2 {
        return vec![whole];
    }
    parts
        .into_iter()
        .map(|part| {
            let at = EntryAt {
                start: part.start,
                end: part.end,
                ..entry.at
            };
            parse(
                files,
                &Entry {
                    at,
                    ..entry.clone()
                },
            )
        })
        .collect()
}

/// One field of an entry that is spoiled elsewhere, if that field can be read.
pub(super) fn part<T: DeserializeOwned>(files: &[File], at: EntryAt, field: &str) -> Option<T> {
    let text = &files[at.file].text[at.start..at.end];
    let found = locate(text, &[Step::Field(field)]);
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    (found.found == 1)
        .then(|| options.from_str(&text[found.value]).ok())
        .flatten()
}

fn shape_finding<T: Kind>(file: &File, at: EntryAt, error: &ron::error::SpannedError) -> Finding {
    use ron::Error as E;
    let code = match &error.code {
        E::NoSuchStructField { .. } => Code::UnknownField,
        E::MissingStructField { .. } => Code::MissingField,
        E::DuplicateStructField { .. } => Code::RepeatedField,
        E::NoSuchEnumVariant { .. } => Code::UnknownValue,
        E::Message(text) if text.contains("written twice") => Code::RepeatedField,
        E::Message(_)
        | E::InvalidValueForType { .. }
        | E::ExpectedBoolean
        | E::ExpectedInteger
        | E::ExpectedFloat
        | E::ExpectedString
        | E::ExpectedArray
        | E::ExpectedMap
        | E::ExpectedOption
        | E::ExpectedStructLike
        | E::ExpectedNamedStructLike(_)
        | E::ExpectedUnit
        | E::IntegerOutOfBounds => Code::WrongType,
        _ => Code::Syntax,
    };
    // A missing field is reported by `ron` at the end of the struct: its head says more.
    let place = if code == Code::MissingField {
        file.place(at.start..at.start)
    } else {
        let start = offset(file, at, error.span.start);
        let end = offset(file, at, error.span.end).max(start);
        let mut place = file.place(start..end);
        if place.end_line > place.line {
            place = file.place(start..start);
        }
        place
    };
    let name =
        entry_id(&file.text[at.start..at.end]).map_or_else(String::new, |id| format!(" \"{id}\""));
    let hint = match &error.code {
        E::NoSuchStructField {
            expected, found, ..
        } => near(found, expected.iter().copied()).map_or_else(
            || format!("a {} has: {}", T::NAME, expected.join(", ")),
            |close| format!("did you mean `{close}`? Else see docs/case-format.md"),
        ),
        E::NoSuchEnumVariant { expected, .. } => format!("one of: {}", expected.join(", ")),
        E::MissingStructField { field, .. } => {
            format!("add `{field}: …` to the entry; docs/case-format.md says what it holds")
        }
        _ => "docs/case-format.md shows how the entry is written".to_owned(),
    };
    Finding {
        code,
        message: format!("{}{name}: {}", T::NAME, error.code),
        hint,
        place,
        related: Vec::new(),
    }
}

/// The byte of the file that a position within an entry means.
fn offset(file: &File, at: EntryAt, position: ron::error::Position) -> usize {
    let text = &file.text[at.start..at.end];
    let mut start = 0;
    for _ in 1..position.line {
        match text[start..].find('\n') {
            Some(i) => start += i + 1,
            None => return at.end,
        }
    }
    let column = text[start..]
        .char_indices()
        .nth(position.col.saturating_sub(1))
        .map_or(text.len() - start, |(i, _)| i);
    at.start + start + column
}

/// The known word closest to a written one, if it is close enough to be meant.
pub(super) fn near<'w>(
    written: &str,
    known: impl IntoIterator<Item = &'w (impl AsRef<str> + ?Sized + 'w)>,
) -> Option<&'w str> {
    known
        .into_iter()
        .map(|k| (strsim::osa_distance(written, k.as_ref()), k.as_ref()))
        .filter(|(distance, k)| *distance <= 1 + k.len() / 5)
        .min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)))
        .map(|(_, k)| k)
}

fn structure(file: &File, problem: &ScanProblem) -> Finding {
    use ScanProblemKind as K;
    let (message, hint): (String, &str) = match problem.kind {
        K::NotAList => (
            format!("{} is not a list of entries", file.path),
            "it should be `[ (id: …), … ]`",
        ),
        K::MissingListStart => (
            "the entries are not preceded by `[`".into(),
            "put `[` before the first entry",
        ),
        K::MissingListEnd => (
            "the file ends before the `]` of its list".into(),
            "put `]` after the last entry",
        ),
        K::MissingComma => (
            "there is no comma between this entry and the next".into(),
            "put a comma after the entry",
        ),
        K::ExtraComma => ("a comma with no entry before it".into(), "take it out"),
        K::ExtraOpener(c) => (format!("`{c}` opens nothing that is closed"), "take it out"),
        K::MissingOpener => (
            "the entry's opening `(` is missing".into(),
            "put `(` before its first field",
        ),
        K::ExtraCloser(c) => (format!("`{c}` closes nothing"), "take it out"),
        K::ClosedEarly => (
            "the entry is closed here, but its fields go on".into(),
            "take out the bracket that is one too many, here or before",
        ),
        K::StrayText => (
            "text between entries that is no entry".into(),
            "comments begin with `//`; an entry is `( id: …, … )`",
        ),
        K::TextAfterEnd => (
            "text after the end of the list".into(),
            "move it before the `]`, or make it a comment with `//`",
        ),
        K::UnclosedBracket(c) => (
            format!("`{c}` is not closed before the next entry"),
            "close it; this entry is left out, the others are read",
        ),
        K::WrongCloser {
            found, expected, ..
        } => (
            format!("`{found}` stands where `{expected}` is wanted"),
            "each bracket is closed by its own kind",
        ),
        K::UnclosedString => (
            "a quotation mark is missing: the string that begins here does not end".into(),
            "put `\"` at its end; within a string write `\\\"`",
        ),
        K::TextAfterString => (
            "a string ends here too early, or a comma is missing after it".into(),
            "write a quotation mark within a string as `\\\"`",
        ),
        K::UnclosedComment => (
            "the comment `/*` is not closed".into(),
            "put `*/` at its end",
        ),
    };
    let at = problem.at.min(file.text.len());
    let place: Place = file.place(at..at);
    Finding {
        code: Code::Syntax,
        message,
        hint: hint.to_owned(),
        place,
        related: Vec::new(),
    }
}
