//! Marks that say "perhaps" of what is settled: a source and itself, or two that a judgement has ruled on.

use super::Ground;
use crate::analysis::Rulings;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let sources = &ground.case.sources;
    if sources.iter().all(|(_, _, s)| s.perhaps_same.is_empty()) {
        return;
    }
    let rulings = Rulings::new(ground.case);
    for (key, id, source) in sources.iter() {
        for (n, other) in source.perhaps_same.iter().enumerate() {
            let name = sources.id(*other);
            let settled = if *other == key {
                format!("\"{id}\" may be the same as itself")
            } else if rulings.one_source(key) == rulings.one_source(*other) {
                format!("\"{id}\" may be the same as \"{name}\", and a judgement says that it is")
            } else if rulings.sources_differ(key, *other) {
                format!(
                    "\"{id}\" may be the same as \"{name}\", and a judgement says that it is not"
                )
            } else {
                continue;
            };
            findings.push(ground.places.finding(
                Code::PerhapsSettled,
                Subject::Source(key),
                &[Step::Field("perhaps_same"), Step::Index(n)],
                settled,
                "the judgement counts; the mark can be taken out",
            ));
        }
    }
}
