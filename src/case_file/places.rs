//! Where every entry stands, kept beside the case so that any later finding can point at it.

use std::ops::Range;
use std::sync::OnceLock;

use super::locate::{Step, locate};
use crate::finding::{Code, Finding, Place};
use crate::model::{Claim, Document, Entity, Judgement, Key, Predicate, Source, Statement};
use crate::text::LineIndex;

/// A file of the case as it was read.
#[derive(Debug)]
pub struct File {
    /// Relative to the case folder, `/` between folders.
    pub path: String,
    /// Its text, without a byte order mark.
    pub text: String,
    /// It is there, but nothing of it could be used; that is one finding, and what refers into it
    /// is none of its own.
    pub lost: bool,
    lines: OnceLock<LineIndex>,
}

impl File {
    /// A file with its text.
    pub fn new(path: String, text: String) -> Self {
        Self {
            path,
            text,
            lost: false,
            lines: OnceLock::new(),
        }
    }

    /// A file that cannot be read.
    pub fn lost(path: String) -> Self {
        Self {
            lost: true,
            ..Self::new(path, String::new())
        }
    }

    fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// The place of a range of bytes, with an excerpt of the entry round it.
    pub fn place(&self, bytes: Range<usize>) -> Place {
        let lines = self.lines();
        let start = lines.position(&self.text, bytes.start);
        let end = lines.position(&self.text, bytes.end);
        Place {
            file: self.path.clone(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            excerpt: self.excerpt(start.line, bytes.start),
        }
    }

    /// The line that holds an offset, cut to [`EXCERPT`] characters round it. Looks no further than
    /// that, since a line may be as long as the file.
    fn excerpt(&self, line: usize, offset: usize) -> String {
        let bounds = self.lines().line(&self.text, line).unwrap_or(0..0);
        let start = bounds.start;
        let line = &self.text[bounds];
        if line.chars().nth(EXCERPT).is_none() {
            return line.to_owned();
        }
        let offset = offset.saturating_sub(start).min(line.len());
        let before = line[..offset].char_indices().rev().take(EXCERPT / 2).last();
        let from = before.map_or(offset, |(i, _)| i);
        let mut cut: String = line[from..].chars().take(EXCERPT).collect();
        if from > 0 {
            cut.insert(0, '…');
        }
        cut.push('…');
        cut
    }
}

/// How many characters of a line a finding shows at most. A longer line is cut, with `…` at each cut
/// and half of this before what the finding is about.
pub const EXCERPT: usize = 160;

/// An entry of a file: which file, and which bytes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryAt {
    /// Index among the files.
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Something of a case that a finding can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Subject {
    Case,
    Document(Key<Document>),
    Source(Key<Source>),
    Entity(Key<Entity>),
    Predicate(Key<Predicate>),
    Claim(Key<Claim>),
    Statement(Key<Statement>),
    Judgement(Key<Judgement>),
}

/// Where every record of a case was written.
#[derive(Debug, Default)]
pub struct Places {
    /// The files, in the order in which they were read.
    pub files: Vec<File>,
    pub(super) case: Option<EntryAt>,
    pub(super) documents: Vec<EntryAt>,
    pub(super) sources: Vec<EntryAt>,
    pub(super) entities: Vec<EntryAt>,
    pub(super) predicates: Vec<Option<EntryAt>>,
    pub(super) claims: Vec<EntryAt>,
    pub(super) statements: Vec<EntryAt>,
    pub(super) judgements: Vec<EntryAt>,
}

impl Places {
    /// The entry of a record; none for what is built into the program.
    pub fn entry(&self, subject: Subject) -> Option<EntryAt> {
        match subject {
            Subject::Case => self.case,
            Subject::Document(k) => self.documents.get(k.index()).copied(),
            Subject::Source(k) => self.sources.get(k.index()).copied(),
            Subject::Entity(k) => self.entities.get(k.index()).copied(),
            Subject::Predicate(k) => self.predicates.get(k.index()).copied().flatten(),
            Subject::Claim(k) => self.claims.get(k.index()).copied(),
            Subject::Statement(k) => self.statements.get(k.index()).copied(),
            Subject::Judgement(k) => self.judgements.get(k.index()).copied(),
        }
    }

    /// The text of an entry.
    pub fn text(&self, at: EntryAt) -> &str {
        &self.files[at.file].text[at.start..at.end]
    }

    /// The place of the value at `path` in a record's entry, or of the nearest part round it.
    pub fn place(&self, subject: Subject, path: &[Step<'_>]) -> Place {
        self.entry(subject).map_or_else(
            || Place {
                file: "(built in)".to_owned(),
                line: 1,
                column: 1,
                end_line: 1,
                end_column: 1,
                excerpt: String::new(),
            },
            |at| place_in(&self.files, at, path),
        )
    }

    /// A finding about the value at `path` of a record.
    pub fn finding(
        &self,
        code: Code,
        subject: Subject,
        path: &[Step<'_>],
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Finding {
        Finding {
            code,
            message: message.into(),
            hint: hint.into(),
            place: self.place(subject, path),
            related: Vec::new(),
        }
    }
}

/// The place of the value at `path` in an entry.
pub(super) fn place_in(files: &[File], at: EntryAt, path: &[Step<'_>]) -> Place {
    let file = &files[at.file];
    if path.is_empty() {
        return file.place(at.start..at.end);
    }
    let found = locate(&file.text[at.start..at.end], path);
    // A field that is not there is shown by its entry's first line, not by the whole of it.
    if found.found == 0 {
        return file.place(at.start..at.start);
    }
    file.place(at.start + found.value.start..at.start + found.value.end)
}
