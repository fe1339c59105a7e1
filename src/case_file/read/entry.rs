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

/// Splits a file into entries, reporting what is wrong with its structure; none where it is no list
/// (or no single entry) at all.
pub(super) fn entries(
    files: &[File],
    index: usize,
    single: bool,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Entry>> {
    let file = &files[index];
    let found = scan(&file.text);
    let mut spoilt = vec![false; found.entries.len()];
    for problem in &found.problems {
        if let Some(spoilt) = problem.spoils.and_then(|i| spoilt.get_mut(i)) {
            *spoilt = true;
        }
        findings.push(structure(file, problem));
    }
    if found.entries.is_empty() && !found.problems.is_empty() {
        return None;
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
        return None;
    }
    let header = &file.text[found.header.clone()];
    let header: Option<Box<str>> = (!header.trim().is_empty()).then(|| header.into());
    let all = found
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
        .collect();
    Some(all)
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

fn shape_finding<T: Kind>(file: &File, at: EntryAt, error: &ron::error::SpannedError) -> Finding {
    use ron::Error as E;
    let code = match &error.code {
        E::NoSuchStructField { .. } => Code::UnknownField,
        E::MissingStructField { .. } => Code::MissingField,
        E::DuplicateStructField { .. } => Code::RepeatedField,
        E::NoSuchEnumVariant { .. } => Code::UnknownValue,
        E::Message(text) if twice(text).is_some() => Code::RepeatedField,
        E::Message(_)
        | E::InvalidValueForType { .. }
        | E::ExpectedDifferentLength { .. }
        | E::ExpectedBoolean
        | E::ExpectedInteger
        | E::ExpectedFloat
        | E::ExpectedString
        | E::ExpectedArray
        | E::ExpectedMap
        | E::ExpectedOption
        | E::ExpectedStructLike
        | E::ExpectedNamedStructLike(_)
        | E::ExpectedDifferentStructName { .. }
        | E::ExpectedUnit
        | E::ExpectedIdentifier
        | E::IntegerOutOfBounds => Code::WrongType,
        _ => Code::Syntax,
    };
    let name =
        entry_id(&file.text[at.start..at.end]).map_or_else(String::new, |id| format!(" \"{id}\""));
    let place = shape_place(file, at, error);
    let field = field_before(file, at, error);
    let (what, mut hint) = words::<T>(&error.code, field);
    let start = offset(file, at, error.span.start);
    let end = offset(file, at, error.span.end).max(start);
    if let Some(marks) = other_mark(&file.text[start..at.end.max(start)])
        .or_else(|| other_mark(&file.text[end..at.end.max(end)]))
    {
        marks.clone_into(&mut hint);
    }
    Finding {
        code,
        message: format!("{}{name}: {what}", T::NAME),
        hint,
        place,
        related: Vec::new(),
    }
}

/// Where the fault stands: `ron` says where it stopped reading, which is often after it.
fn shape_place(file: &File, at: EntryAt, error: &ron::error::SpannedError) -> Place {
    use ron::Error as E;
    let start = offset(file, at, error.span.start);
    let end = offset(file, at, error.span.end).max(start);
    let key = match &error.code {
        // The head of an entry says more than the bracket that ends it.
        E::MissingStructField { outer, .. } if outer.as_deref().is_none_or(is_entry) => {
            return file.place(at.start..at.start);
        }
        E::Message(text) => twice(text).map(|key| format!("\"{key}\"")),
        E::DuplicateStructField { field, .. } => Some((*field).to_owned()),
        _ => None,
    };
    // What is written twice is shown where it stands for the second time.
    if let Some(key) = key
        && let Some(second) = file.text[at.start..end].rfind(&key)
    {
        let second = at.start + second;
        return file.place(second..second + key.len());
    }
    // A blank before the value is no part of it.
    let rest = &file.text[start..at.end];
    let start = start + (rest.len() - rest.trim_start().len());
    let place = file.place(start..end.max(start));
    if place.end_line > place.line {
        return file.place(start..start);
    }
    place
}

/// The name of the field whose value cannot be read.
fn field_before<'f>(
    file: &'f File,
    at: EntryAt,
    error: &ron::error::SpannedError,
) -> Option<&'f str> {
    let start = offset(file, at, error.span.start);
    let before = file.text[at.start..start].trim_end().strip_suffix(':')?;
    let name = before.trim_end();
    let begin = name
        .rfind(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .map_or(0, |i| i + 1);
    Some(&name[begin..]).filter(|name| !name.is_empty())
}

/// The key that [`super::super::shape`] says is written twice.
fn twice(message: &str) -> Option<&str> {
    message
        .strip_prefix("the key \"")?
        .strip_suffix("\" is written twice in one map")
}

/// What is wrong with the shape of an entry, and what to do about it.
fn words<T: Kind>(error: &ron::Error, field: Option<&str>) -> (String, String) {
    use ron::Error as E;
    let see = "docs/case-format.md shows how the entry is written";
    match error {
        E::NoSuchStructField {
            expected,
            found,
            outer,
        } => {
            let message = match part(outer.as_deref()) {
                Some(part) => format!("{part} has no field `{found}`"),
                None => format!("there is no field `{found}`"),
            };
            let hint = match near(found, expected.iter().copied()) {
                Some(close) => format!("did you mean `{close}`?"),
                None => {
                    let of =
                        part(outer.as_deref()).map_or_else(|| with_article(T::NAME), str::to_owned);
                    format!("{of} has: {}", expected.join(", "))
                }
            };
            (message, hint)
        }
        E::MissingStructField { field, outer } => (
            match part(outer.as_deref()) {
                Some(part) => format!("{part} needs `{field}`"),
                None => format!("`{field}` is missing"),
            },
            format!("add `{field}: …`; docs/case-format.md says what it holds"),
        ),
        E::DuplicateStructField { field, .. } => (
            format!("`{field}` is written twice"),
            "keep the one that is meant".to_owned(),
        ),
        E::NoSuchEnumVariant {
            expected, found, ..
        } => {
            let all = format!("it is one of: {}", expected.join(", "));
            // A stance and an act differ in one ending: `denies` and `deny`.
            let close = near(found, expected.iter().copied()).or_else(|| {
                expected
                    .iter()
                    .copied()
                    .find(|one| stem(one) == stem(found))
            });
            let hint = match close {
                Some(close) => format!("did you mean `{close}`? {all}"),
                None => all,
            };
            let message = match field {
                Some(field) => format!("`{found}` is no value of `{field}`"),
                None => format!("`{found}` is none of the words that can stand here"),
            };
            (message, hint)
        }
        E::Message(text) if let Some(key) = twice(text) => (
            format!("the key \"{key}\" is written twice in one map"),
            "keep the one that is meant; several words go into one text".to_owned(),
        ),
        E::ExpectedString => wanted(field, "a text in quotation marks", "\"…\""),
        E::ExpectedArray => wanted(field, "a list", "[…, …]"),
        E::ExpectedMap => wanted(
            field,
            "words by language, or another map",
            "{\"en\": \"…\"}",
        ),
        E::ExpectedBoolean => wanted(field, "`true` or `false`", "true"),
        E::ExpectedInteger | E::InvalidIntegerDigit { .. } => wanted(field, "a whole number", "12"),
        E::IntegerOutOfBounds => (
            "this number is too large here, or below zero".to_owned(),
            see.to_owned(),
        ),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => {
            wanted(field, "fields in round brackets", "(name: …, name: …)")
        }
        E::ExpectedIdentifier => {
            let (message, _) = wanted(field, "a word without quotation marks", "");
            let hint = "a choice is a bare word, with what belongs to it in brackets: \
                        kind: outlet, from: source(\"…\")";
            (message, hint.to_owned())
        }
        E::ExpectedComma => (
            "a comma is missing before this".to_owned(),
            "put a comma after the value before it".to_owned(),
        ),
        E::ExpectedMapColon => (
            "a colon is missing before this".to_owned(),
            "between a name and its value stands a colon: {\"en\": \"…\"}, kind: outlet".to_owned(),
        ),
        E::ExpectedMapEnd | E::ExpectedStructLikeEnd | E::ExpectedArrayEnd => (
            "a comma or a closing bracket is missing before this".to_owned(),
            see.to_owned(),
        ),
        E::InvalidValueForType { expected, found } => (
            match field {
                Some(field) => format!("`{field}` should hold {expected}, not {found}"),
                None => format!("here should stand {expected}, not {found}"),
            },
            see.to_owned(),
        ),
        other => (lower(&other.to_string()), see.to_owned()),
    }
}

/// A verb without the ending that sets a stance (`denies`) apart from an act (`deny`).
fn stem(word: &str) -> String {
    let bare = ["ies", "ied", "es", "ed", "s", "y"]
        .into_iter()
        .find_map(|end| word.strip_suffix(end));
    bare.unwrap_or(word).to_owned()
}

/// Marks that word processors and Arabic keyboards put where RON has its own.
fn other_mark(text: &str) -> Option<&'static str> {
    let first = text.trim_start().chars().next()?;
    match first {
        '“' | '”' | '„' | '‘' | '’' | '«' | '»' => Some(
            "a text stands between straight quotation marks, \"…\"; curly ones and guillemets may stand inside it",
        ),
        '،' => Some("between entries and fields stands the Latin comma `,`, not the Arabic `،`"),
        '؛' => Some("between entries and fields stands a comma `,`, not `؛`"),
        '：' | '٬' | '٫' => Some("use the Latin mark: `:` or `,`"),
        _ => None,
    }
}

fn wanted(field: Option<&str>, what: &str, example: &str) -> (String, String) {
    let see = "docs/case-format.md says what each field holds";
    match field {
        Some(field) => (
            format!("`{field}` should hold {what}"),
            format!("it is written `{field}: {example}`; {see}"),
        ),
        None => (
            format!("here should stand {what}"),
            format!("it is written {example}; {see}"),
        ),
    }
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().collect::<String>() + chars.as_str()
    })
}

/// Whether a shape is that of a whole entry.
fn is_entry(shape: &str) -> bool {
    matches!(
        shape,
        "CaseShape"
            | "DocumentShape"
            | "SourceShape"
            | "EntityShape"
            | "ClaimShape"
            | "StatementShape"
            | "JudgementShape"
            | "PredicateShape"
    )
}

/// What a person calls the part of an entry that has this shape; none for the entry itself.
fn part(shape: Option<&str>) -> Option<&'static str> {
    let word = match shape {
        Some("AnchorShape") => "an anchor",
        Some("WhenShape") => "a date",
        Some("SideShape") => "a side",
        Some("AllegianceShape") => "an entry of `sides`",
        Some("AliasShape") => "an alias",
        Some("RepublishesShape") => "`republishes`",
        Some("RelationShape") => "an entry of `related`",
        Some("PropositionShape") => "a proposition",
        Some("CountShape") => "a count",
        Some("ClaimLinkShape") => "an entry of `entails` or `excludes`",
        Some("RelayShape") => "a relay",
        Some("BearingShape") => "an entry of `bears`",
        Some("TakeBackShape") => "an entry of `takes_back`",
        Some("EvidenceShape") => "an entry of `words`",
        Some("RoleShape") => "a role",
        Some("ValueShape") => "a value",
        Some("ConsequenceShape") => "a consequence",
        _ => return None,
    };
    Some(word)
}

fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}

/// A field of an entry that cannot be used as a whole, if that field can be read by itself.
pub(super) fn salvage<T: DeserializeOwned>(entry: &str, field: &str) -> Option<T> {
    let found = locate(entry, &[Step::Field(field)]);
    let value = (found.found == 1)
        .then(|| entry.get(found.value))
        .flatten()?;
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(value)
        .ok()
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
    let rest = &file.text[at..];
    let hint = match problem.kind {
        K::TextAfterString => rest
            .split_once('"')
            .and_then(|(_, string)| string.split_once('"'))
            .and_then(|(_, after)| other_mark(after))
            .unwrap_or(hint),
        _ => hint,
    };
    let place: Place = file.place(at..at);
    Finding {
        code: Code::Syntax,
        message,
        hint: hint.to_owned(),
        place,
        related: Vec::new(),
    }
}
