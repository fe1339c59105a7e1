//! Claims and their propositions, checked against the vocabulary.

use super::super::locate::Step;
use super::super::shape::{ClaimLinkShape, ClaimShape, CountShape, PropositionShape};
use super::entry::{Entry, near};
use super::sources::enter;
use super::{Reader, Scope, Spoilt};
use crate::finding::Code;
use crate::model::{
    Case, Claim, ClaimLink, Count, Filler, PredicateKind, Proposition, RoleFiller, Takes,
};

/// Reads the claims.
pub(super) fn read(reader: &mut Reader<'_>, entries: &[Entry]) {
    let claims = enter(
        reader,
        entries,
        |c| &mut c.claims,
        |s: &ClaimShape| &s.id,
        |_| Claim::default(),
    );
    reader.places.claims = claims.iter().map(|(at, _)| *at).collect();
    for (key, (at, shape)) in reader.case.claims.keys().zip(claims) {
        if let Some(shape) = shape {
            let mut scope = Scope::new(reader.files, at);
            reader.case.claims[key] = claim(shape, &reader.case, &reader.spoilt, &mut scope);
            reader.findings.extend(scope.into_findings());
        }
    }
}

fn claim(shape: ClaimShape, case: &Case, spoilt: &Spoilt, scope: &mut Scope<'_>) -> Claim {
    let mut links = |shapes: Vec<ClaimLinkShape>, field: &'static str| -> Vec<ClaimLink> {
        shapes
            .into_iter()
            .enumerate()
            .filter_map(|(i, link)| {
                let path = [Step::Field(field), Step::Index(i), Step::Field("claim")];
                let claim = scope.refer(&case.claims, "claim", &link.claim, &path)?;
                Some(ClaimLink {
                    claim,
                    why: scope.words(link.why),
                })
            })
            .collect()
    };
    let entails = links(shape.entails, "entails");
    let excludes = links(shape.excludes, "excludes");
    Claim {
        gist: scope.words(shape.gist),
        question: scope.words(shape.question),
        proposition: shape
            .proposition
            .and_then(|p| proposition(p, case, spoilt, scope)),
        time: shape
            .time
            .and_then(|when| scope.when(when, &[Step::Field("time")])),
        harms: scope.refer_all(&case.sides, "side", &shape.harms, "harms"),
        entails,
        excludes,
        not_heard_from: shape
            .not_heard_from
            .into_iter()
            .map(|words| scope.words(words))
            .collect(),
        draft: shape.draft,
    }
}

/// A proposition whose roles do not fit its predicate is dropped: the claim is then a free one.
fn proposition(
    shape: PropositionShape,
    case: &Case,
    spoilt: &Spoilt,
    scope: &mut Scope<'_>,
) -> Option<Proposition> {
    let at = |field| [Step::Field("proposition"), Step::Field(field)];
    if spoilt.predicates.contains(&shape.predicate)
        && case.predicates.key(&shape.predicate).is_none()
    {
        return None;
    }
    let key = scope.refer(
        &case.predicates,
        "predicate",
        &shape.predicate,
        &at("predicate"),
    )?;
    let predicate = &case.predicates[key];
    let mut fits = true;
    let mut roles: Vec<RoleFiller> = Vec::with_capacity(shape.roles.0.len());
    for (name, fillers) in &shape.roles.0 {
        let path = [
            Step::Field("proposition"),
            Step::Field("roles"),
            Step::Field(name),
        ];
        let Some(index) = predicate.role(name) else {
            fits = false;
            let hint = near(name, predicate.roles.iter().map(|r| &r.id)).map_or_else(
                || {
                    let roles: Vec<&str> = predicate.roles.iter().map(|r| r.id.as_ref()).collect();
                    format!("its roles are: {}", roles.join(", "))
                },
                |close| format!("did you mean \"{close}\"?"),
            );
            scope.report(
                Code::BadRole,
                &path,
                format!("\"{}\" has no role \"{name}\"", shape.predicate),
                hint,
            );
            continue;
        };
        let mut filled = Vec::with_capacity(fillers.0.len());
        for filler in &fillers.0 {
            match fill(filler, &predicate.roles[index].takes, case, spoilt) {
                Ok(filler) => filled.push(filler),
                Err(Misfit::Dangling) => {
                    fits = false;
                    scope.dangling(
                        "entity",
                        filler,
                        case.entities.iter().map(|(_, id, _)| id),
                        &path,
                    );
                }
                Err(Misfit::Kind(wanted)) => {
                    fits = false;
                    scope.report(
                        Code::BadRole,
                        &path,
                        format!("\"{filler}\" cannot fill the role \"{name}\""),
                        format!("it takes {wanted}"),
                    );
                }
            }
        }
        filled.sort();
        filled.dedup();
        if filled.is_empty() && fits {
            fits = false;
            scope.report(
                Code::BadRole,
                &path,
                format!("nothing fills the role \"{name}\""),
                "leave the role out, or name who or what fills it",
            );
        }
        roles.push(RoleFiller {
            role: index,
            fillers: filled,
        });
    }
    for (index, role) in predicate.roles.iter().enumerate() {
        if !role.optional && !roles.iter().any(|r| r.role == index) && fits {
            fits = false;
            scope.report(
                Code::BadRole,
                &at("roles"),
                format!(
                    "the role \"{}\" of \"{}\" is not filled",
                    role.id, shape.predicate
                ),
                format!("add \"{}\": … to the roles", role.id),
            );
        }
    }
    roles.sort_by_key(|r| r.role);
    let event = shape
        .event
        .as_deref()
        .and_then(|id| scope.refer(&case.entities, "entity", id, &at("event")));
    let place = shape
        .place
        .as_deref()
        .and_then(|id| scope.refer(&case.entities, "entity", id, &at("place")));
    let counts = predicate.kind == PredicateKind::Count;
    let written = shape.count.is_some();
    let count = shape.count.and_then(|c| count(c, counts, case, scope));
    if counts && !written {
        scope.report(
            Code::BadCount,
            &[Step::Field("proposition")],
            format!(
                "\"{}\" says how many, but there is no `count`",
                shape.predicate
            ),
            "add count: (min: 3, max: 3, of: \"…\", scope: \"…\")",
        );
    }
    fits.then_some(Proposition {
        predicate: key,
        roles,
        event,
        place,
        count,
    })
}

enum Misfit {
    Dangling,
    Kind(String),
}

fn fill(written: &str, takes: &Takes, case: &Case, spoilt: &Spoilt) -> Result<Filler, Misfit> {
    match takes {
        Takes::Text => Ok(Filler::Text(written.into())),
        Takes::Value(values) => values
            .iter()
            .position(|v| v.id.as_ref() == written)
            .map(Filler::Value)
            .ok_or_else(|| {
                let ids: Vec<&str> = values.iter().map(|v| v.id.as_ref()).collect();
                Misfit::Kind(format!("one of: {}", ids.join(", ")))
            }),
        Takes::Entity(kinds) => {
            let key = case.entities.key(written).ok_or(Misfit::Dangling)?;
            let any = kinds.is_empty() || spoilt.entities.contains(&key.index());
            if any || kinds.contains(&case.entities[key].kind) {
                Ok(Filler::Entity(key))
            } else {
                let names: Vec<String> = kinds
                    .iter()
                    .map(|k| format!("{k:?}").to_lowercase())
                    .collect();
                Err(Misfit::Kind(format!(
                    "an entity of kind {}",
                    names.join(" or ")
                )))
            }
        }
    }
}

fn count(shape: CountShape, wanted: bool, case: &Case, scope: &mut Scope<'_>) -> Option<Count> {
    let path = [Step::Field("proposition"), Step::Field("count")];
    if !wanted {
        scope.report(
            Code::BadCount,
            &path,
            "this predicate does not count",
            "take the count out, or use a predicate of kind count, such as casualties",
        );
        return None;
    }
    if let (Some(min), Some(max)) = (shape.min, shape.max)
        && min > max
    {
        scope.report(
            Code::BadCount,
            &path,
            format!("the count runs from {min} to {max}"),
            "min is the smaller number; write both alike for an exact count",
        );
        return None;
    }
    let counter = shape.counter.as_deref().and_then(|id| {
        let path = [path[0], path[1], Step::Field("counter")];
        scope.refer(&case.sources, "source", id, &path)
    });
    Some(Count {
        min: shape.min,
        max: shape.max,
        word: shape.word.map(Into::into),
        of: shape.of.into(),
        scope: shape.scope.into(),
        counter,
        cumulative: shape.cumulative,
    })
}
