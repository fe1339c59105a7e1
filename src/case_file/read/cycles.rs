//! Circles in references: found, reported once each, and broken so that what follows may walk.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::Reader;
use crate::case_file::locate::Step;
use crate::case_file::places::Subject;
use crate::finding::Code;
use crate::model::{Case, Key, Original, Ruling, Source};

/// Finds and breaks every circle.
pub(super) fn break_all(reader: &mut Reader<'_>) {
    type Next = fn(&Case, usize) -> Vec<usize>;
    type Cut = fn(&mut Case, usize, &[usize]);
    type Ask<'a> = (Code, &'static str, &'static str, usize, Next, Cut);
    let case = &reader.case;
    let asks: [Ask<'_>; 6] = [
        (
            Code::CycleRepublication,
            "republishes",
            "documents republish one another",
            case.documents.len(),
            |case, i| match case.documents[Key::new(i)]
                .republishes
                .as_ref()
                .map(|r| r.from)
            {
                Some(Original::Document(k)) => vec![k.index()],
                _ => Vec::new(),
            },
            |case, i, _| case.documents[Key::new(i)].republishes = None,
        ),
        (
            Code::CycleVersion,
            "version_of",
            "documents are later versions of one another",
            case.documents.len(),
            |case, i| opt(case.documents[Key::new(i)].version_of),
            |case, i, _| case.documents[Key::new(i)].version_of = None,
        ),
        (
            Code::CycleSpeaksFor,
            "speaks_for",
            "sources speak for one another",
            case.sources.len(),
            |case, i| opt(case.sources[Key::new(i)].speaks_for),
            |case, i, _| case.sources[Key::new(i)].speaks_for = None,
        ),
        (
            Code::CycleMembership,
            "member_of",
            "sources are members of one another",
            case.sources.len(),
            |case, i| {
                case.sources[Key::new(i)]
                    .member_of
                    .iter()
                    .map(|k| k.index())
                    .collect()
            },
            |case, i, circle| {
                case.sources[Key::new(i)]
                    .member_of
                    .retain(|k| !circle.contains(&k.index()));
            },
        ),
        (
            Code::CyclePartOf,
            "part_of",
            "entities are part of one another",
            case.entities.len(),
            |case, i| opt(case.entities[Key::new(i)].part_of),
            |case, i, _| case.entities[Key::new(i)].part_of = None,
        ),
        (
            Code::CycleNesting,
            "nested_in",
            "statements stand inside one another",
            case.statements.len(),
            |case, i| opt(case.statements[Key::new(i)].nested_in),
            |case, i, _| case.statements[Key::new(i)].nested_in = None,
        ),
    ];
    for (code, field, what, size, next, cut) in asks {
        let circles = circles(size, |i| next(&reader.case, i));
        for circle in circles {
            let ids: Vec<String> = circle.iter().map(|i| id(&reader.case, code, *i)).collect();
            report(reader, code, field, what, &ids, circle[0]);
            for i in &circle {
                cut(&mut reader.case, *i, &circle);
            }
        }
    }
    rests_on(reader);
}

fn opt<T>(key: Option<Key<T>>) -> Vec<usize> {
    key.map(Key::index).into_iter().collect()
}

fn subject(code: Code, i: usize) -> Subject {
    match code {
        Code::CycleRepublication | Code::CycleVersion => Subject::Document(Key::new(i)),
        Code::CyclePartOf => Subject::Entity(Key::new(i)),
        Code::CycleNesting => Subject::Statement(Key::new(i)),
        _ => Subject::Source(Key::new(i)),
    }
}

fn id(case: &Case, code: Code, i: usize) -> String {
    match code {
        Code::CycleRepublication | Code::CycleVersion => case.documents.id(Key::new(i)),
        Code::CyclePartOf => case.entities.id(Key::new(i)),
        Code::CycleNesting => case.statements.id(Key::new(i)),
        _ => case.sources.id(Key::new(i)),
    }
    .to_owned()
}

fn report(
    reader: &mut Reader<'_>,
    code: Code,
    field: &str,
    what: &str,
    ids: &[String],
    first: usize,
) {
    let Some(at) = reader.places.entry(subject(code, first)) else {
        return;
    };
    let message = if let [one] = ids {
        format!("{what}: \"{one}\" names itself")
    } else {
        format!("{what}: {} and back to the first", ids.join(" → "))
    };
    let mut scope = reader.scope(at);
    scope.report(
        code,
        &[Step::Field(field)],
        message,
        format!("take one `{field}` out; until then none of the circle is used"),
    );
    let found = scope.into_findings();
    reader.absorb(found);
}

/// Circles of resting on: within one statement (a source told by itself, or by a body whose
/// voice it is), and among rulings that hold for all that a source says.
fn rests_on(reader: &mut Reader<'_>) {
    let mut found = Vec::new();
    for (key, _, statement) in reader.case.statements.iter() {
        let Some(at) = reader.places.entry(Subject::Statement(key)) else {
            continue;
        };
        let own = statement
            .rests_on
            .iter()
            .position(|k| Some(*k) == statement.said_by);
        if let Some(i) = own {
            let mut scope = reader.scope(at);
            scope.report(
                Code::CycleRestsOn,
                &[Step::Field("rests_on"), Step::Index(i)],
                format!(
                    "\"{}\" is said to have been told by itself",
                    reader.case.sources.id(statement.rests_on[i])
                ),
                "name who told it, or take the reference out; it is not used",
            );
            found.extend(scope.into_findings());
        }
    }
    reader.absorb(found);
    for key in reader.case.statements.keys() {
        let said_by = reader.case.statements[key].said_by;
        let rests_on = &mut reader.case.statements[key].rests_on;
        if rests_on.iter().any(|k| Some(*k) == said_by) {
            rests_on.retain(|k| Some(*k) != said_by);
        }
    }
    let rulings: Vec<(usize, Key<Source>, Key<Source>)> = reader
        .case
        .judgements
        .iter()
        .filter_map(|(key, _, judgement)| match judgement.ruling {
            Ruling::RestsOn {
                source,
                on,
                statement: None,
            } => Some((key.index(), source, on)),
            _ => None,
        })
        .collect();
    let circles = circles(reader.case.sources.len(), |i| {
        rulings
            .iter()
            .filter(|(_, source, _)| source.index() == i)
            .map(|(_, _, on)| on.index())
            .collect()
    });
    for circle in circles {
        let ids: Vec<String> = circle
            .iter()
            .map(|i| reader.case.sources.id(Key::new(*i)).to_owned())
            .collect();
        // The ruling that closed the circle is the one to look at: the last one made.
        let last = rulings
            .iter()
            .filter(|(_, s, on)| circle.contains(&s.index()) && circle.contains(&on.index()))
            .map(|(j, _, _)| *j)
            .next_back();
        let Some(at) = last.and_then(|j| reader.places.entry(Subject::Judgement(Key::new(j))))
        else {
            continue;
        };
        for (ruling, source, on) in &rulings {
            if circle.contains(&source.index()) && circle.contains(&on.index()) {
                reader.case.judgements[Key::new(*ruling)].void = true;
            }
        }
        let mut scope = reader.scope(at);
        scope.report(
            Code::CycleRestsOn,
            &[Step::Field("ruling")],
            format!(
                "sources rest on one another: {} and back to the first",
                ids.join(" → ")
            ),
            "replace one of the rulings; until then none of the circle is used",
        );
        let found = scope.into_findings();
        reader.absorb(found);
    }
}

/// Every circle of a graph given by successors: its strongly connected sets of two or more, and
/// whatever leads to itself. Each is sorted; they come by their first member.
fn circles(size: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    let edges: Vec<(u32, u32)> = (0..size)
        .flat_map(|from| {
            next(from)
                .into_iter()
                .map(move |to| (from as u32, to as u32))
        })
        .collect();
    if edges.is_empty() {
        return Vec::new();
    }
    let graph = DiGraph::<(), ()>::from_edges(&edges);
    // Kosaraju's, because petgraph's Tarjan recurses and a chain may be as long as the case.
    let mut found: Vec<Vec<usize>> = kosaraju_scc(&graph)
        .into_iter()
        .filter(|set| set.len() > 1 || graph.contains_edge(set[0], set[0]))
        .map(|set| {
            let mut set: Vec<usize> = set.into_iter().map(NodeIndex::index).collect();
            set.sort_unstable();
            set
        })
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn finds_each_circle_once() {
        let edges = [vec![1], vec![2], vec![0], vec![3], vec![0], vec![]];
        assert_eq!(circles(6, |i| edges[i].clone()), [vec![0, 1, 2], vec![3]]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let n = 200_000;
        assert!(circles(n, |i| if i + 1 < n { vec![i + 1] } else { vec![] }).is_empty());
    }
}
