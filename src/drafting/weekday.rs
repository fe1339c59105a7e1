//! The days of the week in Arabic: where one stands, who spoke or acted has been named and when it was is told.

const DAYS: [&str; 7] = [
    "الاحد",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "السبت",
];

/// Whether a word, folded, is one.
pub(super) fn is_weekday(folded: &str) -> bool {
    DAYS.contains(&folded)
}
