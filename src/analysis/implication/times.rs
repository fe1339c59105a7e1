//! How the times of two claims lie to each other: surely overlapping, surely apart, or neither.
//!
//! The day is the smallest unit. A bare month is some day of it, and an interval is for an event some
//! day of it too, for a state every day. Where a claim has no time of its own, the time of its event
//! stands for it.

use crate::model::{Case, Claim, Day, Key, When};

/// The time of a claim: its own, else its event's.
pub(super) fn time(case: &Case, claim: Key<Claim>) -> Option<&When> {
    let claim = &case.claims[claim];
    claim.time.as_ref().or_else(|| {
        let event = claim.proposition.as_ref()?.event?;
        case.entities[event].time.as_ref()
    })
}

/// How two times lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlap {
    /// Some day belongs to both, however they are read.
    Must,
    /// They may share a day; or one is not written.
    May,
    /// They share none.
    Never,
}

/// Whether two states hold on one day.
pub(super) fn overlap(a: Option<&When>, b: Option<&When>) -> Overlap {
    let (Some(a), Some(b)) = (a, b) else {
        return Overlap::May;
    };
    if apart(a, b) {
        return Overlap::Never;
    }
    match (a.core(), b.core()) {
        (Some(a), Some(b)) if a.0 <= b.1 && b.0 <= a.1 => Overlap::Must,
        _ => Overlap::May,
    }
}

/// Whether two times surely share no day.
pub(super) fn apart(a: &When, b: &When) -> bool {
    !a.vague() && !b.vague() && !a.may_overlap(b)
}

/// Whether every day that `earlier` may mean lies before every day that `later` may.
pub(super) fn surely_before(earlier: &When, later: &When) -> bool {
    !earlier.vague() && !later.vague() && earlier.surely_before(later)
}

/// By which day a lasting state surely holds.
pub(super) fn since(when: &When) -> Option<Day> {
    if when.vague() {
        return None;
    }
    when.core().map_or_else(|| when.last(), |core| Some(core.0))
}

/// A day on or after which a passing state surely holds at some moment.
pub(super) fn still(when: &When) -> Option<Day> {
    if when.vague() {
        return None;
    }
    when.core()
        .map_or_else(|| when.first(), |core| Some(core.1))
}

/// Whether two times are written alike and read alike: what happened on some day of an interval did not
/// last over it.
pub(super) fn alike(a: &When, b: &When) -> bool {
    a.edtf() == b.edtf() && a.lasts() == b.lasts()
}

/// Whether something that happened at `inner` happened within `outer`: the same expression, or a
/// month or a year that holds it. An interval is a time over which, so it holds nothing shorter.
pub(super) fn within(inner: Option<&When>, outer: Option<&When>) -> bool {
    let Some(outer) = outer else { return true };
    let Some(inner) = inner else { return false };
    if alike(inner, outer) {
        return true;
    }
    if outer.lasts() || inner.vague() || outer.vague() {
        return false;
    }
    matches!(
        (outer.first(), inner.first(), inner.last(), outer.last()),
        (Some(a), Some(b), Some(c), Some(d)) if a <= b && c <= d
    )
}
