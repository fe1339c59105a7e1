//! Who may take a statement back: its speaker, a relay of its chain, or its publisher.

use super::Ground;
use crate::analysis::{TakenBackBy, taken_back_by};
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    for (key, id, statement) in case.statements.iter() {
        for (i, back) in statement.takes_back.iter().enumerate() {
            if taken_back_by(case, ground.chains, key, back.statement) == TakenBackBy::Stranger {
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
