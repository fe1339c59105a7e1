//! Claims that entail their own negation: nobody could affirm one without denying it.

use super::Ground;
use crate::analysis::entails_own_negation;
use crate::case_file::Subject;
use crate::finding::{Code, Finding};

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    for (claim, steps) in entails_own_negation(case) {
        let why: Vec<String> = steps
            .iter()
            .map(|step| {
                let rule = step.rule.words(case);
                let not = if step.to.is_denied() { "not " } else { "" };
                format!(
                    "→ {not}\"{}\" ({})",
                    case.claims.id(step.to.claim()),
                    rule.name
                )
            })
            .collect();
        let id = case.claims.id(claim);
        findings.push(ground.places.finding(
            Code::EntailsOwnNegation,
            Subject::Claim(claim),
            &[],
            format!(
                "\"{id}\" entails its own negation: \"{id}\" {}",
                why.join(" ")
            ),
            "look at each step: one of the links, a time or a role is not as meant",
        ));
    }
}
