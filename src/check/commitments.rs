//! A rumour that nobody is written to have spread cannot commit to a claim.

use super::Ground;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};
use crate::model::{Act, Stance};

/// The check: a rumour with nobody behind it is always `reports`. Other acts may be told in the
/// passive ("it was denied again"): their origin is unknown, and unknown origins support nothing.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    for (key, id, statement) in ground.case.statements.iter() {
        let somebody = statement.outlet_voice
            || statement.said_by.is_some()
            || ground.chains.of(key).any(|c| c.origin().is_some());
        if somebody || statement.act != Act::Rumour {
            continue;
        }
        for (i, bearing) in statement.bears.iter().enumerate() {
            if matches!(bearing.stance, Stance::Affirms | Stance::Denies) {
                findings.push(ground.places.finding(
                    Code::UnsourcedCommitment,
                    Subject::Statement(key),
                    &[Step::Field("bears"), Step::Index(i), Step::Field("stance")],
                    format!("\"{id}\" is a rumour with nobody behind it, so nobody commits to it"),
                    "the stance of an unsourced report is `reports`; or name who says it: said_by",
                ));
            }
        }
    }
}
