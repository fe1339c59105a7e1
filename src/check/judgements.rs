//! Judgements stand in the order in which they were made: they are appended, never rewritten. Of those in force none
//! makes one what another keeps apart.

use super::Ground;
use crate::analysis::ruled_both_ways;
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
    for both in ruled_both_ways(ground.case) {
        let id = |key| ground.case.judgements.id(key);
        let same: Vec<String> = both
            .same
            .iter()
            .map(|key| format!("\"{}\"", id(*key)))
            .collect();
        let (verb, same) = (
            if same.len() == 1 { "makes" } else { "make" },
            same.join(" and "),
        );
        findings.push(ground.places.finding(
            Code::RulingsDisagree,
            Subject::Judgement(both.different),
            &[Step::Field("ruling")],
            format!(
                "\"{}\" keeps \"{}\" and \"{}\" apart, and {same} {verb} them one: they count as one",
                id(both.different),
                both.pair.0,
                both.pair.1,
            ),
            "write that the later one `replaces` the earlier one, or that it `dissents_from` it",
        ));
    }
}
