//! Who may take a statement back: its speaker, a relay of its chain, or its publisher.

use super::Ground;
use crate::analysis::{Rulings, TakenBackBy, taken_back_by};
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};
use crate::model::{Case, Document, Key, Original};

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    let rulings = Rulings::new(case);
    for (key, id, statement) in case.statements.iter() {
        for (i, back) in statement.takes_back.iter().enumerate() {
            let earlier = case.statements[back.statement].document;
            if !published(case, statement.document) || !published(case, earlier) {
                // Without an outlet the chain has no end, which is a finding of its own; who
                // stands in it cannot be told.
                continue;
            }
            let by = taken_back_by(case, &rulings, ground.chains, key, back.statement);
            if by == TakenBackBy::Stranger {
                let who = statement
                    .said_by
                    .map_or("nobody named", |source| case.sources.id(source));
                findings.push(ground.places.finding(
                    Code::RetractionByStranger,
                    Subject::Statement(key),
                    &[Step::Field("takes_back"), Step::Index(i)],
                    format!(
                        "\"{id}\" ({who}) takes back \"{}\", but is no link of its chain",
                        case.statements.id(back.statement)
                    ),
                    "only who said it, passed it on or published it can take it back; anybody \
                     else denies the claim: bears … stance: denies",
                ));
            }
        }
    }
}

/// Whether everybody who published a document is known, as far as documents of the case go.
fn published(case: &Case, document: Key<Document>) -> bool {
    let mut at = Some(document);
    // Circles are cut on reading, so this ends.
    while let Some(document) = at {
        let document = &case.documents[document];
        if document.outlet.is_none() {
            return false;
        }
        at = match document.republishes.as_ref().map(|r| r.from) {
            Some(Original::Document(original)) => Some(original),
            Some(Original::Source(_)) | None => None,
        };
    }
    true
}
