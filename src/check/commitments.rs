//! A statement that nobody is written to have made cannot commit to a claim.

use super::Ground;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};
use crate::model::Stance;

/// The check: a rumour with nobody behind it is always `reports`, or `doubts`, or cannot confirm.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    for (key, id, statement) in ground.case.statements.iter() {
        let somebody = statement.outlet_voice
            || statement.said_by.is_some()
            || ground.chains.of(key).iter().any(|c| c.origin().is_some());
        if somebody {
            continue;
        }
        for (i, bearing) in statement.bears.iter().enumerate() {
            if matches!(bearing.stance, Stance::Affirms | Stance::Denies) {
                findings.push(ground.places.finding(
                    Code::UnsourcedCommitment,
                    Subject::Statement(key),
                    &[Step::Field("bears"), Step::Index(i), Step::Field("stance")],
                    format!("nobody is written to have said \"{id}\", so nobody commits to it"),
                    "the stance of an unsourced report is `reports`; or name who says it: said_by",
                ));
            }
        }
    }
}
