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

/// Which day of the week a word, folded, names, from Sunday.
pub(super) fn weekday(folded: &str) -> Option<usize> {
    let of = |days: &[&str; 7]| days.iter().position(|d| *d == folded);
    of(&DAYS).or_else(|| of(&ENGLISH))
}

/// The day of the week of a date written `2021-09-12`, from Sunday (Sakamoto's rule).
pub(super) fn of_date(date: &str) -> Option<usize> {
    const SHIFT: [i64; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let mut parts = date.split('-');
    let year: i64 = parts.next()?.parse().ok()?;
    let month: usize = parts.next()?.parse().ok()?;
    let day: i64 = parts.next()?.parse().ok()?;
    let shift = SHIFT.get(month.checked_sub(1)?)?;
    let year = if month < 3 { year - 1 } else { year };
    let sum = year + year / 4 - year / 100 + year / 400 + shift + day;
    usize::try_from(sum.rem_euclid(7)).ok()
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
