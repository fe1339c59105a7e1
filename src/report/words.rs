//! Words of the page: those of the views, and what gives a stance its look.

pub(super) use crate::view::labels::{
    CONCEDED, IF_READ_SO, OTHERWISE, Pair, UNCLEAR, WITH_ITS_TEXT, WITHIN_DENIALS, act, anchor,
    answer, basis, commitment, conflict, dated_by, elsewhere, role, source_kind, stance, step_of,
    style, taken_back, undisclosed, within,
};
use crate::view::{Noun, Stance, Support, Tongue};

/// The class that gives a stance its colour and its pattern.
pub(super) fn stance_class(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "affirms",
        Stance::Denies => "denies",
        Stance::Doubts => "doubts",
        Stance::Reports => "reports",
        Stance::CannotConfirm => "cannot-confirm",
    }
}

pub(super) fn support(support: Support) -> Pair {
    (Tongue::En.support(support), Tongue::Ar.support(support))
}

/// Behind a date that its text does not have.
pub(super) const INFERRED: Pair = (", inferred", "، استنتاجًا");

/// Of an outlet that is set aside and counts all the same: who first published what a copy has.
pub(super) const SET_ASIDE_BUT_COPIED: Pair = (
    "set aside, but a copy of its text stands: ",
    "مستبعَدة، لكن نسخة من نصها باقية: ",
);

/// Before a desk's answer, and behind it where somebody dissents.
pub(super) const DECIDED: Pair = ("editorial decision: ", "قرار تحريري: ");
pub(super) const WITH_A_DISSENT: Pair = (", with a dissent", "، مع رأي مخالف");

/// Chains of which nobody is written who began them.
pub(super) const NOBODY_FIRST: Noun = (
    ["chain", "chains"],
    [
        "سلسلة لا يُعرف أولها",
        "سلسلتان لا يُعرف أولهما",
        "سلاسل لا يُعرف أولها",
        "سلسلة لا يُعرف أولها",
    ],
);
