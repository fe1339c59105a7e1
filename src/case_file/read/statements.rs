//! Statements: resolved in parallel, then those that cannot stand are dropped and the rest numbered.

use std::collections::HashMap;

use rayon::prelude::*;

use super::super::locate::Step;
use super::super::places::{EntryAt, File};
use super::super::shape::StatementShape;
use super::entry::Parsed;
use super::scope::is_lost;
use super::sources::where_is;
use super::{Reader, Scope};
use crate::finding::{Code, Finding};
use crate::model::{Bearing, Case, Document, Key, Relay, Statement, Table, TakeBack};

/// What became of the statements' ids.
pub(super) struct Renumbered {
    /// Ids of statements that were written but are left out.
    dropped: HashMap<String, ()>,
}

impl Renumbered {
    /// Resolves a reference to a statement; to one that was left out, it is no finding of its own.
    pub(super) fn refer(
        &self,
        id: &str,
        case: &Case,
        path: &[Step<'_>],
        scope: &mut Scope<'_>,
    ) -> Option<Key<Statement>> {
        if let Some(key) = case.statements.key(id) {
            return Some(key);
        }
        if self.dropped.contains_key(id) {
            scope.report(
                Code::LeftOut,
                path,
                format!("left out, because the statement \"{id}\" is"),
                "mend that statement first",
            );
            scope.spoil();
            return None;
        }
        scope.refer(&case.statements, "statement", id, path)
    }
}

/// Reads the statements of every document.
pub(super) fn read(reader: &mut Reader<'_>, parsed: Vec<Parsed<StatementShape>>) -> Renumbered {
    let documents = documents(reader, &parsed);
    // Provisional keys, in the order of the entries, so that statements can refer forwards.
    let mut provisional: Table<()> = Table::with_capacity(parsed.len());
    let mut pending: Vec<(EntryAt, StatementShape)> = Vec::with_capacity(parsed.len());
    let mut dropped = HashMap::new();
    for one in parsed {
        reader.findings.extend(one.finding);
        let Some(shape) = one.shape else {
            reader.left_out += 1;
            if let Some(id) = one.id {
                dropped.insert(id, ());
            }
            continue;
        };
        let mut scope = Scope::new(reader.files, one.at);
        if !scope.check_id(&shape.id) {
            reader.left_out += 1;
            dropped.insert(shape.id, ());
        } else if documents[one.at.file].is_none() {
            // Reported once for the file.
            reader.left_out += 1;
            dropped.insert(shape.id, ());
        } else if provisional.insert(&shape.id, ()).is_ok() {
            pending.push((one.at, shape));
        } else {
            reader.left_out += 1;
            let first = provisional
                .key(&shape.id)
                .map_or(one.at, |k| pending[k.index()].0);
            scope.report(
                Code::DuplicateId,
                &[Step::Field("id")],
                format!(
                    "a second statement has the id \"{}\"; the first stands {}",
                    shape.id,
                    where_is(reader.files, first)
                ),
                "the first is used and this one is left out; ids are unique within the whole case",
            );
            scope.beside(first, &[Step::Field("id")], "the first stands here");
        }
        let found = scope.into_findings();
        reader.findings.extend(found);
    }
    let case = &reader.case;
    let files = reader.files;
    let resolved: Vec<(EntryAt, Option<Statement>, Vec<Finding>)> = pending
        .into_par_iter()
        .map(|(at, shape)| {
            let mut scope = Scope::new(files, at);
            let document = documents[at.file];
            let statement =
                document.map(|d| statement(shape, d, case, &provisional, &dropped, &mut scope));
            let statement = statement.filter(|_| !scope.spoiled());
            (at, statement, scope.into_findings())
        })
        .collect();
    settle(reader, provisional, resolved, dropped)
}

/// The document of each file of statements, by the file's index.
fn documents(
    reader: &mut Reader<'_>,
    parsed: &[Parsed<StatementShape>],
) -> Vec<Option<Key<Document>>> {
    let mut documents = vec![None; reader.files.len()];
    for (index, file) in reader.files.iter().enumerate() {
        let Some(name) = file.path.strip_prefix("statements/") else {
            continue;
        };
        let id = name.strip_suffix(".ron").unwrap_or(name);
        documents[index] = reader.case.documents.key(id);
        if documents[index].is_none() && !is_lost(reader.files, "document") {
            let count = parsed.iter().filter(|p| p.at.file == index).count();
            reader.findings.push(Finding {
                code: Code::StatementsWithoutDocument,
                message: format!(
                    "there is no document \"{id}\", so {} left out",
                    match count {
                        0 => "statements written here would be".to_owned(),
                        1 => "the statement written here is".to_owned(),
                        n => format!("the {n} statements written here are"),
                    }
                ),
                hint: "add the document to documents.ron, or call the file like its document"
                    .into(),
                place: file.place(0..0),
                related: Vec::new(),
            });
        }
    }
    documents
}

fn statement(
    shape: StatementShape,
    document: Key<Document>,
    case: &Case,
    ids: &Table<()>,
    dropped: &HashMap<String, ()>,
    scope: &mut Scope<'_>,
) -> Statement {
    let refer = |id: &str, path: &[Step<'_>], scope: &mut Scope<'_>, needed: bool| {
        let found = ids.key(id).map(Key::index);
        if found.is_none() {
            if dropped.contains_key(id) {
                if needed {
                    scope.spoil();
                }
                scope.report(
                    Code::LeftOut,
                    path,
                    format!("left out here, because the statement \"{id}\" is left out"),
                    "mend that statement first",
                );
            } else {
                scope.dangling("statement", id, ids.iter().map(|(_, id, _)| id), path);
            }
        }
        found
    };
    let nested_in = shape
        .nested_in
        .as_deref()
        .and_then(|id| refer(id, &[Step::Field("nested_in")], scope, true))
        .map(Key::new);
    let takes_back = shape
        .takes_back
        .iter()
        .enumerate()
        .filter_map(|(i, back)| {
            let path = [
                Step::Field("takes_back"),
                Step::Index(i),
                Step::Field("statement"),
            ];
            let statement = Key::new(refer(&back.statement, &path, scope, false)?);
            Some(TakeBack {
                statement,
                how: back.how,
            })
        })
        .collect();
    let relays = shape
        .relays
        .iter()
        .enumerate()
        .map(|(i, relay)| {
            let path = |field| [Step::Field("relays"), Step::Index(i), Step::Field(field)];
            Relay {
                source: relay
                    .source
                    .as_deref()
                    .and_then(|id| scope.refer(&case.sources, "source", id, &path("source"))),
                document: relay
                    .document
                    .as_deref()
                    .and_then(|id| scope.refer(&case.documents, "document", id, &path("document"))),
                commitment: relay.commitment,
                inferred: relay.inferred,
            }
        })
        .collect();
    let bears = shape
        .bears
        .into_iter()
        .enumerate()
        .filter_map(|(i, bearing)| {
            let path = |field| [Step::Field("bears"), Step::Index(i), Step::Field(field)];
            let claim = scope.refer(&case.claims, "claim", &bearing.claim, &path("claim"))?;
            Some(Bearing {
                claim,
                stance: bearing.stance,
                hedged: bearing.hedged,
                unclear: bearing.unclear,
                part: scope.anchors(bearing.part, &path("part")),
                why: scope.words(bearing.why),
                reading: scope.words(bearing.reading),
            })
        })
        .collect();
    let credibility = shape.credibility.filter(|grade| {
        let fits = (1..=6).contains(grade);
        if !fits {
            scope.report(
                Code::BadGrade,
                &[Step::Field("credibility")],
                format!("{grade} is no grade of a report"),
                "1 confirmed by others … 5 improbable, 6 cannot be judged (Admiralty code)",
            );
        }
        fits
    });
    Statement {
        document,
        outlet_voice: shape.outlet_voice,
        heading: shape.heading,
        cue: scope.anchor_opt(shape.cue, "cue"),
        cue_also: scope.anchors(shape.cue_also, &[Step::Field("cue_also")]),
        source_span: scope.anchor_opt(shape.source_span, "source_span"),
        content: scope.anchors(shape.content, &[Step::Field("content")]),
        said_by: scope.refer_speaker(case, shape.said_by.as_deref(), "said_by"),
        act: shape.act,
        style: shape.style,
        nested_in,
        passed_on: shape.passed_on,
        published_as: shape.published_as.unwrap_or_default(),
        relays,
        basis: shape.basis,
        rests_on: scope.refer_all(&case.sources, "source", &shape.rests_on, "rests_on"),
        gist: scope.words(shape.gist),
        said_on: shape
            .said_on
            .and_then(|when| scope.when(when, &[Step::Field("said_on")])),
        bears,
        entities: scope.refer_all(&case.entities, "entity", &shape.entities, "entities"),
        takes_back,
        credibility,
        draft: shape.draft,
    }
}

/// Drops what is spoiled and what stands inside it, and gives the rest their final keys.
fn settle(
    reader: &mut Reader<'_>,
    provisional: Table<()>,
    resolved: Vec<(EntryAt, Option<Statement>, Vec<Finding>)>,
    mut dropped: HashMap<String, ()>,
) -> Renumbered {
    let mut places = Vec::with_capacity(resolved.len());
    let mut statements = Vec::with_capacity(resolved.len());
    for (at, statement, findings) in resolved {
        places.push(at);
        statements.push(statement);
        reader.findings.extend(findings);
    }
    too_deep(reader, &provisional, &places, &mut statements);
    // A statement inside one that is left out has no chain any more, so it goes as well, and so on.
    // One that takes a lost statement back stays, since it may take others back: only that item goes.
    let mut leaning: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut taking_back: HashMap<usize, Vec<usize>> = HashMap::new();
    for (i, statement) in statements.iter().enumerate() {
        let Some(statement) = statement else { continue };
        if let Some(outer) = statement.nested_in {
            leaning.entry(outer.index()).or_default().push(i);
        }
        for back in &statement.takes_back {
            let earlier = back.statement.index();
            taking_back.entry(earlier).or_default().push(i);
        }
    }
    let mut gone: Vec<usize> = (0..statements.len())
        .filter(|i| statements[*i].is_none())
        .collect();
    while let Some(lost) = gone.pop() {
        for i in leaning.remove(&lost).unwrap_or_default() {
            if statements[i].take().is_some() {
                let lost = provisional.id(Key::new(lost));
                left_out(
                    reader.files,
                    places[i],
                    "nested_in",
                    lost,
                    &mut reader.findings,
                );
                gone.push(i);
            }
        }
    }
    for (lost, by) in taking_back {
        if statements[lost].is_none() {
            for i in by.into_iter().filter(|i| statements[*i].is_some()) {
                let lost = provisional.id(Key::new(lost));
                left_out(
                    reader.files,
                    places[i],
                    "takes_back",
                    lost,
                    &mut reader.findings,
                );
            }
        }
    }
    let mut renumbered: Vec<Option<Key<Statement>>> = Vec::with_capacity(statements.len());
    let mut next = 0;
    for statement in &statements {
        renumbered.push(statement.as_ref().map(|_| {
            next += 1;
            Key::new(next - 1)
        }));
    }
    let mut table = Table::with_capacity(next);
    for (i, statement) in statements.into_iter().enumerate() {
        let id = provisional.id(Key::new(i));
        let Some(mut statement) = statement else {
            reader.left_out += 1;
            dropped.insert(id.to_owned(), ());
            continue;
        };
        statement.nested_in = statement.nested_in.and_then(|k| renumbered[k.index()]);
        statement.takes_back.retain_mut(|back| {
            let key = renumbered[back.statement.index()];
            if let Some(key) = key {
                back.statement = key;
            }
            key.is_some()
        });
        if table.insert(id, statement).is_ok() {
            reader.places.statements.push(places[i]);
        }
    }
    reader.case.statements = table;
    Renumbered { dropped }
}

/// How many statements may stand inside one another. Every one of them holds its whole chain, so
/// without a bound a hostile file could make their number grow with the square of its length.
const DEEPEST: usize = 32;

/// Leaves out what stands deeper than any text nests.
fn too_deep(
    reader: &mut Reader<'_>,
    ids: &Table<()>,
    places: &[EntryAt],
    statements: &mut [Option<Statement>],
) {
    let outer = |statements: &[Option<Statement>], i: usize| {
        statements[i]
            .as_ref()
            .and_then(|s| s.nested_in)
            .map(Key::index)
    };
    for i in 0..statements.len() {
        let mut here = i;
        for _ in 0..=DEEPEST {
            match outer(statements, here) {
                // Circles are reported as such.
                Some(next) if next != i => here = next,
                _ => {
                    here = i;
                    break;
                }
            }
        }
        if here != i {
            let mut scope = Scope::new(reader.files, places[i]);
            scope.report(
                Code::NestedTooDeep,
                &[Step::Field("nested_in")],
                format!(
                    "\"{}\" stands inside more than {DEEPEST} statements, one in another",
                    ids.id(Key::new(i))
                ),
                "no text nests so deep: look at `nested_in` here and above; it is left out",
            );
            reader.findings.extend(scope.into_findings());
            statements[i] = None;
        }
    }
}

fn left_out(
    files: &[File],
    at: EntryAt,
    field: &'static str,
    lost: &str,
    findings: &mut Vec<Finding>,
) {
    let mut scope = Scope::new(files, at);
    scope.report(
        Code::LeftOut,
        &[Step::Field(field)],
        format!("left out, because the statement \"{lost}\" is"),
        "mend that statement first",
    );
    findings.extend(scope.into_findings());
}
