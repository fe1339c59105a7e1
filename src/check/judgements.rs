//! Judgements stand in the order in which they were made: they are appended, never rewritten.

use super::Ground;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let mut before = None;
    for (key, id, judgement) in ground.case.judgements.iter() {
        if let Some((earlier, at)) = before
            && judgement.at < at
        {
            findings.push(ground.places.finding(
                Code::JudgementOrder,
                Subject::Judgement(key),
                &[Step::Field("at")],
                format!(
                    "\"{id}\" ({}) stands after \"{earlier}\", which was made later ({at})",
                    judgement.at
                ),
                "append judgements at the end; one that was changed is written anew and replaces \
                 the old one",
            ));
        }
        before = Some((id, judgement.at));
    }
}
