//! The days of the week: where an Arabic one stands, who spoke or acted has been named and when it was is told; and which day a date is.

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

const ENGLISH: [&str; 7] = [
    "sunday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
];

/// Whether a folded word names a day in English.
pub(super) fn is_english_weekday(folded: &str) -> bool {
    ENGLISH.contains(&folded)
}

/// Which day of the week a word, folded, names, from Sunday.
pub(super) fn weekday(folded: &str) -> Option<usize> {
    let of = |days: &[&str; 7]| days.iter().position(|d| *d == folded);
    of(&DAYS).or_else(|| of(&ENGLISH))
}

/// The day of the week of a date written `2021-09-12`, from Sunday.
pub(super) fn of_date(date: &str) -> Option<usize> {
    let date: jiff::civil::Date = date.parse().ok()?;
    usize::try_from(date.weekday().to_sunday_zero_offset()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_its_day() {
        assert_eq!(of_date("2021-09-12"), weekday("sunday"));
        assert_eq!(of_date("2024-02-29"), weekday("الخميس"));
        assert_eq!(of_date("2024"), None);
    }
}
