//! Predicates: those built into the program, then the case's own.

use super::super::locate::Step;
use super::super::places::{EntryAt, File};
use super::super::shape::{DerivedShape, PredicateShape, RoleShape, TakesShape};
use super::entry::{Entry, entries, parse};
use super::{Reader, Scope};
use crate::finding::{Code, Finding};
use crate::model::{
    BUILT_IN, Clash, Consequence, Derived, Predicate, PredicateKind, Role, Table, Takes, Value,
};

/// Reads the vocabulary into the case.
pub(super) fn read(reader: &mut Reader<'_>, own: &[Entry]) {
    let (built_in, _) = built_in();
    reader.places.predicates = vec![None; built_in.len()];
    reader.case.predicates = built_in;
    for entry in own {
        let parsed = parse::<PredicateShape>(reader.files, entry);
        reader.findings.extend(parsed.finding);
        let Some(shape) = parsed.shape else {
            reader.left_out += 1;
            reader.spoilt.predicates.extend(parsed.id);
            continue;
        };
        let mut scope = Scope::new(reader.files, entry.at);
        insert(&mut reader.case.predicates, shape, &mut scope, || {
            reader.places.predicates.push(Some(entry.at));
        });
        let found = scope.into_findings();
        reader.findings.extend(found);
    }
    let mut found = Vec::new();
    let places = &reader.places.predicates;
    check_consequences(&reader.case.predicates, |key| {
        places[key].map(|at| Scope::new(reader.files, at))
    })
    .into_iter()
    .for_each(|f| found.push(f));
    reader.findings.extend(found);
}

/// The built-in vocabulary, and what is wrong with it (nothing, as a test holds).
fn built_in() -> (Table<Predicate>, Vec<Finding>) {
    let files = [File::new("(built in)".to_owned(), BUILT_IN.to_owned())];
    let mut findings = Vec::new();
    let mut table = Table::default();
    for entry in entries(&files, 0, false, &mut findings)
        .into_iter()
        .flatten()
    {
        let parsed = parse::<PredicateShape>(&files, &entry);
        findings.extend(parsed.finding);
        if let Some(shape) = parsed.shape {
            let mut scope = Scope::new(&files, entry.at);
            insert(&mut table, shape, &mut scope, || ());
            findings.extend(scope.into_findings());
        }
    }
    let whole = EntryAt {
        file: 0,
        start: 0,
        end: BUILT_IN.len(),
    };
    findings.extend(check_consequences(&table, |_| {
        Some(Scope::new(&files, whole))
    }));
    (table, findings)
}

fn insert(
    table: &mut Table<Predicate>,
    shape: PredicateShape,
    scope: &mut Scope<'_>,
    inserted: impl FnOnce(),
) {
    scope.check_id(&shape.id);
    let roles: Vec<Role> = shape
        .roles
        .into_iter()
        .map(|role| self::role(role, shape.kind, scope))
        .collect();
    let mut seen: Vec<&str> = Vec::new();
    for (i, role) in roles.iter().enumerate() {
        if seen.contains(&role.id.as_ref()) {
            scope.report(
                Code::DuplicateId,
                &[Step::Field("roles"), Step::Index(i), Step::Field("id")],
                format!("a second role is called \"{}\"", role.id),
                "give one of the two another id",
            );
        }
        seen.push(&role.id);
    }
    let entails = shape
        .entails
        .into_iter()
        .enumerate()
        .map(|(i, consequence)| Consequence {
            predicate: consequence.predicate.into(),
            roles: consequence
                .roles
                .0
                .into_iter()
                .map(|(to, from)| {
                    let derived = match from {
                        DerivedShape::Value(value) => Derived::Value(value.into()),
                        DerivedShape::Role(id) => {
                            let found = roles.iter().position(|r| r.id.as_ref() == id);
                            if found.is_none() {
                                scope.report(
                                    Code::BadRole,
                                    &[Step::Field("entails"), Step::Index(i)],
                                    format!("the predicate has no role \"{id}\" to pass on"),
                                    "name one of its own roles",
                                );
                            }
                            Derived::Role(found.unwrap_or(0))
                        }
                    };
                    (to.into(), derived)
                })
                .collect(),
            why: scope.words(consequence.why),
        })
        .collect();
    let predicate = Predicate {
        kind: shape.kind,
        words: scope.words(shape.words),
        roles,
        once: shape.once,
        spreads_to_parts: shape.spreads_to_parts,
        entails,
    };
    match table.insert(&shape.id, predicate) {
        Ok(_) => inserted(),
        Err(_) => scope.report(
            Code::DuplicateId,
            &[Step::Field("id")],
            format!("the vocabulary has a predicate \"{}\" already", shape.id),
            "a case adds predicates; it does not change those that are there",
        ),
    }
}

fn role(shape: RoleShape, kind: PredicateKind, scope: &mut Scope<'_>) -> Role {
    let takes = match shape.takes {
        TakesShape::Entity(kinds) => Takes::Entity(kinds),
        TakesShape::Text => Takes::Text,
        TakesShape::Value(values) => Takes::Value(
            values
                .into_iter()
                .map(|value| Value {
                    id: value.id.into(),
                    words: scope.words(value.words),
                    lasting: value.lasting,
                })
                .collect(),
        ),
    };
    let clash = shape.clash.or_else(|| {
        shape.functional.then_some(match kind {
            PredicateKind::Count => Clash::Count,
            PredicateKind::State | PredicateKind::Event | PredicateKind::Relation => Clash::Other,
        })
    });
    Role {
        id: shape.id.into(),
        takes,
        key: shape.key,
        functional: shape.functional,
        optional: shape.optional,
        clash,
    }
}

/// Whether every consequence names a predicate that exists and fills roles that it has.
fn check_consequences<'f>(
    table: &Table<Predicate>,
    scope: impl Fn(usize) -> Option<Scope<'f>>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, id, predicate) in table.iter() {
        let Some(mut scope) = scope(key.index()) else {
            continue;
        };
        for (i, consequence) in predicate.entails.iter().enumerate() {
            let path = [Step::Field("entails"), Step::Index(i)];
            let Some(target) = table.key(&consequence.predicate) else {
                scope.dangling(
                    "predicate",
                    &consequence.predicate,
                    table.iter().map(|(_, id, _)| id),
                    &path,
                );
                continue;
            };
            for (role, derived) in &consequence.roles {
                let takes = table[target]
                    .role(role)
                    .map(|r| &table[target].roles[r].takes);
                let fits = match (takes, derived) {
                    (None, _) => false,
                    (Some(Takes::Value(values)), Derived::Value(v)) => {
                        values.iter().any(|known| known.id == *v)
                    }
                    (Some(Takes::Entity(_) | Takes::Text), Derived::Value(_)) => false,
                    (Some(_), Derived::Role(_)) => true,
                };
                if !fits {
                    scope.report(
                        Code::BadRole,
                        &path,
                        format!(
                            "\"{id}\" entails \"{}\", which has no role \"{role}\" of that kind",
                            consequence.predicate
                        ),
                        "roles are those of the predicate that follows",
                    );
                }
            }
        }
        findings.extend(scope.into_findings());
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_vocabulary_is_in_order() {
        let (table, findings) = built_in();
        assert_eq!(findings, Vec::new());
        assert!(table.key("status").is_some());
    }
}
