//! Chains that do not end at the document's publisher.

use super::Ground;
use crate::analysis::publishers;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    let mut told = vec![false; case.documents.len()];
    for (key, id, statement) in case.statements.iter() {
        let document = &case.documents[statement.document];
        if let Some(outer) = statement.nested_in
            && case.statements[outer].document != statement.document
        {
            findings.push(ground.places.finding(
                Code::ChainEnd,
                Subject::Statement(key),
                &[Step::Field("nested_in")],
                format!(
                    "\"{}\" stands in another document (\"{}\"), so the chain would end at its \
                     publisher",
                    case.statements.id(outer),
                    case.documents.id(case.statements[outer].document)
                ),
                "a statement is nested in one of its own document; to say that this document \
                 cites another, name that document's outlet among the relays",
            ));
            continue;
        }
        let Some(outlet) = document.outlet else {
            let entry = ground
                .places
                .place(Subject::Document(statement.document), &[]);
            // Where the entry is spoiled its outlet may only not have been read.
            let known = ground.told.within(&entry) || is_lost(ground);
            if !std::mem::replace(&mut told[statement.document.index()], true) && !known {
                findings.push(ground.places.finding(
                    Code::ChainEnd,
                    Subject::Document(statement.document),
                    &[],
                    format!(
                        "\"{}\" has statements but no outlet, so their chains end nowhere",
                        case.documents.id(statement.document)
                    ),
                    "name who published it: outlet: \"…\"; an unnamed site is a source too",
                ));
            }
            continue;
        };
        let ends = ground
            .chains
            .of(key)
            .all(|chain| chain.links.last().and_then(|link| link.source) == Some(outlet));
        let own_voice = statement.said_by.filter(|_| statement.outlet_voice);
        let stranger =
            own_voice.is_some_and(|said_by| !publishers(case, key).contains(&Some(said_by)));
        if !ends || stranger {
            findings.push(ground.places.finding(
                Code::ChainEnd,
                Subject::Statement(key),
                &[Step::Field("said_by")],
                format!(
                    "the chain of \"{id}\" does not end at \"{}\", who published the page",
                    case.sources.id(outlet)
                ),
                if stranger {
                    "what the outlet says in its own voice is said by its outlet, or by the one it \
                     republishes; what anybody else says is attributed: take `outlet_voice` out"
                } else {
                    "name the outlet only as the document's `outlet`, not among the relays"
                },
            ));
        }
    }
}

/// Whether `sources.ron` could not be read, so that no document has its outlet.
fn is_lost(ground: &Ground<'_>) -> bool {
    ground
        .places
        .files
        .iter()
        .any(|file| file.lost && file.path == "sources.ron")
}
