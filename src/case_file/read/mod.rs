//! Reading a case folder: files → entries → shapes → a validated [`Case`], and findings.
//!
//! Nothing stops at the first problem. An entry that cannot be used is left out, or, where
//! others refer to it by an id that can be read, stands in as a bare id, so that a slip in one
//! source does not take its statements along. What would change *who said it* is never guessed:
//! a statement with a reference that leads nowhere is left out whole.

mod claims;
mod cycles;
mod entry;
mod folder;
mod judgements;
mod scope;
mod sources;
mod statements;
mod vocabulary;

use std::collections::HashSet;
use std::path::Path;

use rayon::prelude::*;

pub use folder::ReadError;

use super::drafts::DraftShape;
use super::places::{EntryAt, File, Places};
use super::shape::{
    CaseShape, ClaimShape, DocumentShape, EntityShape, JudgementShape, PredicateShape, SourceShape,
    StatementShape,
};
use crate::finding::{Code, Finding};
use crate::model::Case;
use entry::{Entry, Parsed, entries, parse, parse_apart};
use scope::Scope;

/// A case with where everything in it stands and what is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// All that could be read.
    pub case: Case,
    /// Where every record was written.
    pub places: Places,
    /// What is wrong, as far as reading can tell, by file and place.
    pub findings: Vec<Finding>,
    /// How many entries were left out.
    pub left_out: usize,
    /// What the program drafted, by its record.
    pub drafts: Vec<DraftShape>,
}

/// Reads a case folder.
///
/// Errors only where there is no such folder or it cannot be read at all; everything that is
/// wrong *within* it is a finding.
pub fn read_case(folder: &Path) -> Result<Loaded, ReadError> {
    let (mut files, mut findings) = folder::read(folder)?;
    let mut raw = Raw::default();
    for index in 0..files.len() {
        if !files[index].lost {
            files[index].lost = !raw.take(&files, index, &mut findings);
        }
    }
    let header = raw
        .case
        .as_ref()
        .map(|entry| (entry.at, parse::<CaseShape>(&files, entry)));
    if let Some((at, Parsed { shape: None, .. })) = &header {
        files[at.file].lost = true;
    }
    let statements: Vec<Parsed<StatementShape>> = raw
        .statements
        .par_iter()
        .flat_map_iter(|entry| parse_apart(&files, entry))
        .collect();
    let mut reader = Reader {
        files: &files,
        case: Case::default(),
        places: Places::default(),
        findings,
        left_out: 0,
        spoilt: Spoilt::default(),
    };
    reader.header(header, folder);
    vocabulary::read(&mut reader, &raw.predicates);
    sources::read(&mut reader, &raw);
    claims::read(&mut reader, &raw.claims);
    let renumbered = statements::read(&mut reader, statements);
    judgements::read(&mut reader, &raw.judgements, &renumbered);
    cycles::break_all(&mut reader);
    let parsed: Vec<Parsed<DraftShape>> = raw
        .drafts
        .par_iter()
        .map(|entry| parse(&files, entry))
        .collect();
    let mut drafts = Vec::with_capacity(parsed.len());
    for one in parsed {
        reader.left_out += usize::from(one.shape.is_none());
        reader.findings.extend(one.finding);
        drafts.extend(one.shape);
    }
    let Reader {
        case,
        mut places,
        mut findings,
        left_out,
        ..
    } = reader;
    places.files = files;
    findings.sort_by(|a, b| {
        (&a.place.file, a.place.line, a.place.column, a.code)
            .cmp(&(&b.place.file, b.place.line, b.place.column, b.code))
            .then_with(|| a.message.cmp(&b.message))
    });
    Ok(Loaded {
        case,
        places,
        findings,
        left_out,
        drafts,
    })
}

/// The entries of every file, by kind, not yet parsed.
#[derive(Default)]
struct Raw {
    case: Option<Entry>,
    documents: Vec<Entry>,
    sources: Vec<Entry>,
    entities: Vec<Entry>,
    predicates: Vec<Entry>,
    claims: Vec<Entry>,
    judgements: Vec<Entry>,
    drafts: Vec<Entry>,
    /// Entries of `statements/*.ron`; the document's id is the file's name.
    statements: Vec<Entry>,
}

impl Raw {
    /// Takes the entries of a file; answers whether the file holds what it should.
    fn take(&mut self, files: &[File], index: usize, findings: &mut Vec<Finding>) -> bool {
        let found = entries(files, index, files[index].path == "case.ron", findings);
        let fits = found.is_some();
        let found = found.into_iter().flatten();
        let list = match files[index].path.as_str() {
            "case.ron" => {
                self.case = found.into_iter().next();
                return fits && self.case.is_some();
            }
            "documents.ron" => &mut self.documents,
            "sources.ron" => &mut self.sources,
            "entities.ron" => &mut self.entities,
            "vocabulary.ron" => &mut self.predicates,
            "claims.ron" => &mut self.claims,
            "judgements.ron" => &mut self.judgements,
            "drafts.ron" => &mut self.drafts,
            _ => &mut self.statements,
        };
        list.extend(found);
        fits
    }
}

/// What the steps of reading share.
struct Reader<'f> {
    files: &'f [File],
    case: Case,
    places: Places,
    findings: Vec<Finding>,
    left_out: usize,
    spoilt: Spoilt,
}

/// Entries that others may refer to without fault, though nothing can be said of them.
#[derive(Default)]
struct Spoilt {
    /// Entities by place in their table: of unknown kind, so they fit any role.
    entities: HashSet<usize>,
    /// Predicates by id: claims that use them are free ones.
    predicates: HashSet<String>,
}

impl Reader<'_> {
    /// A scope for one entry.
    fn scope(&self, at: EntryAt) -> Scope<'_> {
        Scope::new(self.files, at)
    }

    /// Takes over what a scope found.
    fn absorb(&mut self, found: Vec<Finding>) {
        self.findings.extend(found);
    }

    fn header(&mut self, entry: Option<(EntryAt, Parsed<CaseShape>)>, folder: &Path) {
        let folder_name = folder
            .file_name()
            .map_or_else(|| "case".to_owned(), |n| n.to_string_lossy().into_owned());
        let Some((at, parsed)) = entry else {
            // That case.ron is not there, or why it is none, has been reported.
            self.case.id = folder_name.into();
            return;
        };
        self.places.case = Some(at);
        self.findings.extend(parsed.finding);
        let mut scope = Scope::new(self.files, at);
        let sides = match parsed.shape {
            Some(shape) => {
                scope.check_id(&shape.id);
                self.case.id = shape.id.as_str().into();
                self.case.title = scope.words(shape.title);
                self.case.description = scope.words(shape.description);
                shape.sides
            }
            None => {
                // The sides are read all the same, so that a slip in the title does not make
                // every source's side dangle.
                self.case.id = folder_name.into();
                entry::salvage(&self.files[at.file].text[at.start..at.end], "sides")
                    .unwrap_or_default()
            }
        };
        for (index, side) in sides.into_iter().enumerate() {
            let path = [
                super::Step::Field("sides"),
                super::Step::Index(index),
                super::Step::Field("id"),
            ];
            scope.check_id_at(&side.id, &path);
            let names = scope.words(side.names);
            if self
                .case
                .sides
                .insert(&side.id, crate::model::Side { names })
                .is_err()
            {
                scope.report(
                    Code::DuplicateId,
                    &path,
                    format!("a second side has the id \"{}\"", side.id),
                    "give one of the two another id",
                );
            }
        }
        let found = scope.into_findings();
        self.absorb(found);
    }
}

/// Kinds of entries, as findings call them.
trait Kind {
    /// "a source".
    const NAME: &'static str;
}
macro_rules! kinds {
    ($($shape:ident = $name:literal),*) => { $(impl Kind for $shape { const NAME: &'static str = $name; })* };
}
kinds!(
    CaseShape = "case",
    DocumentShape = "document",
    SourceShape = "source",
    EntityShape = "entity",
    PredicateShape = "predicate",
    ClaimShape = "claim",
    JudgementShape = "judgement",
    DraftShape = "record of a draft",
    StatementShape = "statement"
);
