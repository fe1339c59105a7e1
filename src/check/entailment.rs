//! Claims that entail their own negation: nobody could affirm one without denying it.

use super::Ground;
use crate::analysis::entails_own_negation;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};
use crate::model::{Claim, Key};

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    let found = entails_own_negation(case);
    for (claim, steps) in &found {
        // A claim that only entails such a claim is no second fault: mending that one mends it.
        // Of claims that entail one another the first by id is told.
        let another = steps.iter().any(|step| {
            let on = step.to.claim();
            let leads_back = |back: Key<Claim>| {
                found.iter().any(|(other, steps)| {
                    *other == back
                        && steps
                            .iter()
                            .any(|s| s.to.claim() == *claim && !s.to.is_denied())
                })
            };
            !step.to.is_denied()
                && on != *claim
                && found.iter().any(|(other, _)| *other == on)
                && (case.claims.id(on) < case.claims.id(*claim) || !leads_back(on))
        });
        if another {
            continue;
        }
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
        let id = case.claims.id(*claim);
        findings.push(ground.places.finding(
            Code::EntailsOwnNegation,
            Subject::Claim(*claim),
            &[Step::Field(if case.claims[*claim].entails.is_empty() {
                "excludes"
            } else {
                "entails"
            })],
            format!(
                "\"{id}\" entails its own negation: \"{id}\" {}",
                why.join(" ")
            ),
            "look at each step: one of the links, a time or a role is not as meant",
        ));
    }
}
