//! Judgements, which may rule on sources, entities and claims.

use std::collections::HashSet;

use super::super::locate::Step;
use super::super::shape::{AnchorShape, JudgementShape, RulingShape};
use super::entry::{Entry, parse};
use super::statements::Renumbered;
use super::{Reader, Scope};
use crate::finding::Code;
use crate::model::{Case, Evidence, Judgement, Ruling};

/// Reads the judgements. One with a reference that leads nowhere is left out.
pub(super) fn read(reader: &mut Reader<'_>, entries: &[Entry], statements: &Renumbered) {
    let mut dropped: HashSet<String> = HashSet::new();
    for entry in entries {
        let parsed = parse::<JudgementShape>(reader.files, entry);
        reader.findings.extend(parsed.finding);
        let Some(shape) = parsed.shape else {
            reader.left_out += 1;
            dropped.extend(parsed.id);
            continue;
        };
        let mut scope = Scope::new(reader.files, entry.at);
        let fine = scope.check_id(&shape.id);
        let id = shape.id.clone();
        let judgement = judgement(shape, &reader.case, statements, &dropped, &mut scope);
        let mut kept = false;
        if let (true, false, Some(judgement)) = (fine, scope.spoiled(), judgement) {
            if reader.case.judgements.insert(&id, judgement).is_ok() {
                reader.places.judgements.push(entry.at);
                kept = true;
            } else {
                scope.report(
                    Code::DuplicateId,
                    &[Step::Field("id")],
                    format!("a second judgement has the id \"{id}\""),
                    "judgements are appended, never rewritten: give the later one its own id and \
                     say which it replaces",
                );
                let first = reader.case.judgements.key(&id);
                let first = first.and_then(|k| reader.places.judgements.get(k.index()));
                if let Some(first) = first {
                    scope.beside(*first, &[Step::Field("id")], "the first stands here");
                }
            }
        }
        if !kept {
            reader.left_out += 1;
            dropped.insert(id);
        }
        reader.findings.extend(scope.into_findings());
    }
}

fn judgement(
    shape: JudgementShape,
    case: &Case,
    statements: &Renumbered,
    dropped: &HashSet<String>,
    scope: &mut Scope<'_>,
) -> Option<Judgement> {
    for (field, id) in shape
        .dissents_from
        .iter()
        .map(|id| ("dissents_from", id))
        .chain(shape.replaces.iter().map(|id| ("replaces", id)))
    {
        if case.judgements.key(id).is_none() && dropped.contains(id) {
            scope.report(
                Code::LeftOut,
                &[Step::Field(field)],
                format!("left out, because the judgement \"{id}\" is"),
                "mend that judgement first",
            );
            scope.spoil();
            return None;
        }
    }
    let at = scope.minute(&shape.at, "at");
    let ruling = ruling(&shape.ruling, case, statements, scope);
    let words = shape
        .words
        .into_iter()
        .enumerate()
        .filter_map(|(i, words)| {
            let path = [Step::Field("words"), Step::Index(i)];
            let document = scope.refer(
                &case.documents,
                "document",
                &words.document,
                &[path[0], path[1], Step::Field("document")],
            )?;
            let anchor = scope.anchor(
                AnchorShape {
                    start: words.start,
                    end: words.end,
                    digest: words.digest,
                    exact: None,
                    prefix: None,
                    suffix: None,
                },
                &path,
            );
            Some(Evidence { document, anchor })
        })
        .collect();
    let dissents_from = scope.refer_all(
        &case.judgements,
        "earlier judgement",
        &shape.dissents_from,
        "dissents_from",
    );
    let replaces = scope.refer_opt(
        &case.judgements,
        "earlier judgement",
        shape.replaces.as_deref(),
        "replaces",
    );
    Some(Judgement {
        by: shape.by.into(),
        at: at?,
        ruling: ruling?,
        why: scope.words(shape.why),
        words,
        dissents_from,
        replaces,
        void: false,
    })
}

fn ruling(
    shape: &RulingShape,
    case: &Case,
    statements: &Renumbered,
    scope: &mut Scope<'_>,
) -> Option<Ruling> {
    match shape {
        RulingShape::Same(ids) | RulingShape::Different(ids) => {
            let same = matches!(shape, RulingShape::Same(_));
            let path = [Step::Field("ruling")];
            if ids.len() < 2 {
                scope.report(
                    Code::BadRuling,
                    &path,
                    "a ruling of same or different needs two ids or more",
                    "name every one of them",
                );
                scope.spoil();
                return None;
            }
            let sources: Option<Vec<_>> = ids.iter().map(|id| case.sources.key(id)).collect();
            if let Some(sources) = sources {
                return Some(if same {
                    Ruling::SameSources(sources)
                } else {
                    Ruling::DifferentSources(sources)
                });
            }
            let entities: Option<Vec<_>> = ids.iter().map(|id| case.entities.key(id)).collect();
            if let Some(entities) = entities {
                return Some(if same {
                    Ruling::SameEntities(entities)
                } else {
                    Ruling::DifferentEntities(entities)
                });
            }
            let lost = ids
                .iter()
                .find(|id| case.sources.key(id).is_none() && case.entities.key(id).is_none());
            match lost {
                Some(id) => scope.dangling(
                    "source or entity",
                    id,
                    case.sources
                        .iter()
                        .map(|(_, id, _)| id)
                        .chain(case.entities.iter().map(|(_, id, _)| id)),
                    &path,
                ),
                None => {
                    scope.report(
                        Code::BadRuling,
                        &path,
                        "the ruling names sources and entities that are not both",
                        "rule on sources alone, or on entities alone",
                    );
                    scope.spoil();
                }
            }
            None
        }
        RulingShape::RestsOn {
            source,
            on,
            statement,
        } => {
            let path = |field| [Step::Field("ruling"), Step::Field(field)];
            let who = scope.refer(&case.sources, "source", source, &path("source"));
            let on = scope.refer(&case.sources, "source", on, &path("on"));
            let of = match statement {
                None => None,
                Some(id) => Some(statements.refer(id, case, &path("statement"), scope)?),
            };
            Some(Ruling::RestsOn {
                source: who?,
                on: on?,
                statement: of,
            })
        }
        RulingShape::Settled { claim, answer } => {
            let path = [Step::Field("ruling"), Step::Field("claim")];
            Some(Ruling::Settled {
                claim: scope.refer(&case.claims, "claim", claim, &path)?,
                answer: *answer,
            })
        }
    }
}
