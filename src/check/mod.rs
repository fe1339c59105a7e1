//! Everything wrong with a case beyond what reading finds: one file a check, in a fixed order.

mod anchors;
mod chain_ends;
mod commitments;
mod dates;
mod entailment;
mod judgements;
mod names;
mod perhaps;
mod retractions;
mod told;

use crate::analysis::Chains;
use crate::case_file::{Loaded, Places, Texts};
use crate::finding::Finding;
use crate::model::Case;
use told::Told;

/// What a check may look at.
pub(crate) struct Ground<'c> {
    pub(crate) case: &'c Case,
    pub(crate) places: &'c Places,
    pub(crate) texts: &'c Texts,
    pub(crate) chains: &'c Chains,
    pub(crate) told: Told,
}

type Check = fn(&Ground<'_>, &mut Vec<Finding>);

/// Every check, in the order in which they run.
const CHECKS: &[Check] = &[
    names::check,
    dates::check,
    entailment::check,
    chain_ends::check,
    commitments::check,
    entailment::check,
    retractions::check,
    judgements::check,
    perhaps::check,
    anchors::check,
];

/// How the anchors of a case stand, against the texts at hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AnchorCount {
    /// The text is as anchored.
    pub verified: usize,
    /// It is not, or there is no such place in it.
    pub orphans: usize,
    /// The text is not at hand, or nothing was kept to compare it with.
    pub not_verified_here: usize,
}

/// All findings of a case: those of reading and those of every check, by file and place.
pub fn check(loaded: &Loaded, texts: &Texts, chains: &Chains) -> Vec<Finding> {
    let ground = Ground {
        case: &loaded.case,
        places: &loaded.places,
        texts,
        chains,
        told: Told::new(&loaded.findings),
    };
    let mut findings = loaded.findings.clone();
    for check in CHECKS {
        check(&ground, &mut findings);
    }
    findings.sort_by(|a, b| {
        (&a.place.file, a.place.line, a.place.column, a.code)
            .cmp(&(&b.place.file, b.place.line, b.place.column, b.code))
            .then_with(|| a.message.cmp(&b.message))
    });
    findings
}

pub use anchors::{AnchorState, count_anchors, statement_anchors};
