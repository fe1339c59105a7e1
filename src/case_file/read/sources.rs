//! Documents, sources and entities.

use super::super::locate::Step;
use super::super::places::{EntryAt, File};
use super::super::shape::{DocumentShape, EntityShape, OriginalShape, RestShape, SourceShape};
use super::entry::{Entry, Parsed, parse_apart, salvage};
use super::{Kind, Raw, Reader, Scope};
use crate::finding::Code;
use crate::model::{
    Allegiance, Case, Disclosure, Document, Entity, EntityKind, Number, Original, Relation,
    Republication, Rest, Source, SourceKind, Table, Words,
};
use serde::de::DeserializeOwned;

/// An entry whose id is in its table, still to be resolved; no shape where it is spoiled.
struct Pending<S> {
    at: EntryAt,
    shape: Option<S>,
}

/// Parses the entries of one kind and gives each an id's place in its table.
///
/// A spoiled entry whose id can be read keeps its place with a bare record (`bare` of its text), so
/// that what refers to it still finds it.
pub(super) fn enter<S, T>(
    reader: &mut Reader<'_>,
    entries: &[Entry],
    table: fn(&mut Case) -> &mut Table<T>,
    id: fn(&S) -> &str,
    bare: fn(&str) -> T,
) -> Vec<(EntryAt, Option<S>)>
where
    S: DeserializeOwned + Kind,
{
    let mut pending: Vec<Pending<S>> = Vec::with_capacity(entries.len());
    let files = reader.files;
    for parsed in entries
        .iter()
        .flat_map(|entry| parse_apart::<S>(files, entry))
    {
        let Parsed {
            at,
            id: known,
            shape,
            finding,
        } = parsed;
        reader.findings.extend(finding);
        let mut scope = Scope::new(reader.files, at);
        let written = shape.as_ref().map(|s| id(s).to_owned()).or(known);
        if shape.is_none() {
            reader.left_out += 1;
        }
        let Some(written) = written else { continue };
        if !scope.check_id(&written) {
            reader.left_out += usize::from(shape.is_some());
        } else if table(&mut reader.case)
            .insert(
                &written,
                bare(&reader.files[at.file].text[at.start..at.end]),
            )
            .is_ok()
        {
            pending.push(Pending { at, shape });
        } else {
            reader.left_out += usize::from(shape.is_some());
            let first = table(&mut reader.case).key(&written).map_or(at, |k| {
                // Every record of the table has its entry here, in the same order.
                pending.get(k.index()).map_or(at, |p| p.at)
            });
            scope.report(
                Code::DuplicateId,
                &[Step::Field("id")],
                format!(
                    "a second {} has the id \"{written}\"; the first stands {}",
                    S::NAME,
                    where_is(reader.files, first)
                ),
                "the first is used and this one is left out; give it another id, or merge the two",
            );
            scope.beside(first, &[Step::Field("id")], "the first stands here");
        }
        reader.findings.extend(scope.into_findings());
    }
    pending.into_iter().map(|p| (p.at, p.shape)).collect()
}

/// Reads sources, entities and documents.
pub(super) fn read(reader: &mut Reader<'_>, raw: &Raw) {
    let entities = enter(
        reader,
        &raw.entities,
        |c| &mut c.entities,
        |s: &EntityShape| &s.id,
        bare_entity,
    );
    let sources = enter(
        reader,
        &raw.sources,
        |c| &mut c.sources,
        |s: &SourceShape| &s.id,
        bare_source,
    );
    let documents = enter(
        reader,
        &raw.documents,
        |c| &mut c.documents,
        |s: &DocumentShape| &s.id,
        |_| Document::default(),
    );
    reader.places.entities = entities.iter().map(|(at, _)| *at).collect();
    reader.places.sources = sources.iter().map(|(at, _)| *at).collect();
    reader.places.documents = documents.iter().map(|(at, _)| *at).collect();
    for (key, (at, shape)) in reader.case.entities.keys().zip(entities) {
        if shape.is_none() {
            reader.spoilt.entities.insert(key.index());
        }
        if let Some(shape) = shape {
            let mut scope = Scope::new(reader.files, at);
            reader.case.entities[key] = entity(shape, &reader.case, &mut scope);
            reader.findings.extend(scope.into_findings());
        }
    }
    for (key, (at, shape)) in reader.case.sources.keys().zip(sources) {
        if let Some(shape) = shape {
            let mut scope = Scope::new(reader.files, at);
            let own = reader
                .case
                .entities
                .key(reader.case.sources.id(key))
                .map(|k| &reader.case.entities[k]);
            let source = source(shape, &reader.case, own, &mut scope);
            reader.case.sources[key] = source;
            reader.findings.extend(scope.into_findings());
        }
    }
    for (key, (at, shape)) in reader.case.documents.keys().zip(documents) {
        if let Some(shape) = shape {
            let mut scope = Scope::new(reader.files, at);
            reader.case.documents[key] = document(shape, &reader.case, &mut scope);
            reader.findings.extend(scope.into_findings());
        }
    }
}

/// "in sources.ron, line 4".
pub(super) fn where_is(files: &[File], at: EntryAt) -> String {
    let file = &files[at.file];
    let place = file.place(at.start..at.start);
    format!("in {}, line {}", place.file, place.line)
}

/// What is left of a spoiled source. Whether its name is withheld, and whether it is one voice,
/// must not change with a slip in another field: figures and pages would say something else.
fn bare_source(entry: &str) -> Source {
    Source {
        kind: salvage(entry, "kind").unwrap_or(SourceKind::Unattributed),
        names: Words::default(),
        aliases: Vec::new(),
        disclosure: salvage(entry, "disclosure").unwrap_or(Disclosure::Named),
        number: salvage(entry, "number").unwrap_or(Number::One),
        quoted_by: None,
        speaks_for: None,
        member_of: Vec::new(),
        may_hold: Vec::new(),
        perhaps_same: Vec::new(),
        sides: Vec::new(),
        reliability: None,
        draft: false,
    }
}

/// What is left of a spoiled entity.
fn bare_entity(entry: &str) -> Entity {
    Entity {
        kind: salvage(entry, "kind").unwrap_or(EntityKind::Thing),
        names: Words::default(),
        aliases: Vec::new(),
        part_of: None,
        related: Vec::new(),
        place: None,
        time: None,
        draft: false,
    }
}

fn original(
    shape: &OriginalShape,
    case: &Case,
    path: &[Step<'_>],
    scope: &mut Scope<'_>,
) -> Option<Original> {
    match shape {
        OriginalShape::Document(id) => scope
            .refer(&case.documents, "document", id, path)
            .map(Original::Document),
        OriginalShape::Source(id) => scope
            .refer(&case.sources, "source", id, path)
            .map(Original::Source),
    }
}

fn entity(shape: EntityShape, case: &Case, scope: &mut Scope<'_>) -> Entity {
    Entity {
        kind: shape.kind,
        names: scope.words(shape.names),
        aliases: scope.aliases(shape.aliases),
        part_of: scope.refer_opt(
            &case.entities,
            "entity",
            shape.part_of.as_deref(),
            "part_of",
        ),
        related: shape
            .related
            .iter()
            .enumerate()
            .filter_map(|(i, relation)| {
                let path = [Step::Field("related"), Step::Index(i), Step::Field("id")];
                scope
                    .refer(&case.entities, "entity", &relation.id, &path)
                    .map(|to| Relation {
                        to,
                        how: relation.how,
                    })
            })
            .collect(),
        place: scope.refer_opt(&case.entities, "entity", shape.place.as_deref(), "place"),
        time: shape
            .time
            .and_then(|when| scope.when(when, &[Step::Field("time")])),
        draft: shape.draft,
    }
}

fn source(shape: SourceShape, case: &Case, own: Option<&Entity>, scope: &mut Scope<'_>) -> Source {
    let mut names = scope.words(shape.names);
    let mut aliases = scope.aliases(shape.aliases);
    // One node that is both source and entity has its names once, with the entity.
    if let Some(entity) = own {
        if names.is_empty() {
            names = entity.names.clone();
        }
        if aliases.is_empty() {
            aliases = entity.aliases.clone();
        }
    }
    Source {
        kind: shape.kind,
        names,
        aliases,
        disclosure: shape.disclosure,
        number: shape.number,
        quoted_by: shape
            .quoted_by
            .as_ref()
            .and_then(|by| original(by, case, &[Step::Field("quoted_by")], scope)),
        speaks_for: scope.refer_opt(
            &case.sources,
            "source",
            shape.speaks_for.as_deref(),
            "speaks_for",
        ),
        member_of: scope.refer_all(&case.sources, "source", &shape.member_of, "member_of"),
        may_hold: scope.refer_all(&case.sources, "source", &shape.may_hold, "may_hold"),
        perhaps_same: scope.refer_all(&case.sources, "source", &shape.perhaps_same, "perhaps_same"),
        sides: shape
            .sides
            .into_iter()
            .enumerate()
            .filter_map(|(i, allegiance)| {
                let path = |field| [Step::Field("sides"), Step::Index(i), Step::Field(field)];
                let side = scope.refer(&case.sides, "side", &allegiance.side, &path("side"))?;
                let mut end = |edtf: Option<String>, field| {
                    edtf.and_then(|e| scope.edtf(&e, false, Words::default(), &path(field)))
                };
                let from = end(allegiance.from, "from");
                let to = end(allegiance.to, "to");
                Some(Allegiance {
                    side,
                    from,
                    to,
                    why: scope.words(allegiance.why),
                })
            })
            .collect(),
        reliability: shape.reliability,
        draft: shape.draft,
    }
}

fn document(mut shape: DocumentShape, case: &Case, scope: &mut Scope<'_>) -> Document {
    if let Some(digest) = &shape.sha256 {
        let fits = digest.len() == 64
            && digest
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !fits {
            scope.report(
                Code::BadDigest,
                &[Step::Field("sha256")],
                format!("{digest:?} is no SHA-256"),
                "it is 64 hex digits in lower case, as `sha256sum` prints them",
            );
            // No text can be compared with it.
            shape.sha256 = None;
        }
    }
    let file = shape.file.filter(|name| {
        let plain =
            !name.is_empty() && !name.contains(['/', '\\', '\0']) && name != "." && name != "..";
        if !plain {
            scope.report(
                Code::BadId,
                &[Step::Field("file")],
                format!("{name:?} is no plain file name"),
                "write the name only; `--documents DIR` says in which folder it lies",
            );
        }
        plain
    });
    Document {
        file: file.map(Into::into),
        sha256: shape.sha256.map(Into::into),
        outlet: scope.refer_opt(&case.sources, "source", shape.outlet.as_deref(), "outlet"),
        byline: shape.byline.map(Into::into),
        title: shape.title.map(Into::into),
        language: shape.language.map(Into::into),
        url: shape.url.map(Into::into),
        published: shape
            .published
            .and_then(|when| scope.when(when, &[Step::Field("published")])),
        republishes: shape.republishes.and_then(|republishes| {
            let path = [Step::Field("republishes"), Step::Field("from")];
            let from = original(&republishes.from, case, &path, scope)?;
            Some(Republication {
                from,
                part: scope.anchors(
                    republishes.part,
                    &[Step::Field("republishes"), Step::Field("part")],
                ),
                rest: match republishes.rest {
                    RestShape::Own => Rest::Own,
                    RestShape::Unknown => Rest::Unknown,
                },
                inferred: republishes.inferred,
            })
        }),
        version_of: scope.refer_opt(
            &case.documents,
            "document",
            shape.version_of.as_deref(),
            "version_of",
        ),
        added: shape
            .added
            .and_then(|minute| scope.minute(&minute, "added")),
        draft: shape.draft,
    }
}
