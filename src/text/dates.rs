//! Dates in words: the forms of EDTF that cases use (ISO 8601-2); what is beyond them is printed as written.

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The names of months in the Levant and Iraq.
const ARABIC: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];

/// A date or interval in English or Arabic words: "12 May 2018", "from April 2018 to 12 May 2018", "perhaps April 2016".
#[must_use]
pub fn date(edtf: &str, arabic: bool) -> String {
    if let Some((start, end)) = edtf.split_once('/') {
        let day = |part: &str| one(part, arabic);
        return match (start, end) {
            ("" | "..", "" | "..") => None,
            ("" | "..", end) => day(end).map(|e| format!("{} {e}", say(arabic, "until", "حتى"))),
            (start, "" | "..") => {
                day(start).map(|s| format!("{} {s}", say(arabic, "since", "منذ")))
            }
            (start, end) => day(start).zip(day(end)).map(|(s, e)| match arabic {
                false => format!("{s} to {e}"),
                true => format!("من {s} إلى {e}"),
            }),
        }
        .unwrap_or_else(|| edtf.to_owned());
    }
    one(edtf, arabic).unwrap_or_else(|| edtf.to_owned())
}

fn say<'w>(arabic: bool, en: &'w str, ar: &'w str) -> &'w str {
    if arabic { ar } else { en }
}

/// One date; none where it is of a form not known here.
fn one(text: &str, arabic: bool) -> Option<String> {
    let (text, vague) = match text.char_indices().next_back()? {
        (at, '?') => (&text[..at], say(arabic, "perhaps ", "لعله ")),
        (at, '~') => (&text[..at], say(arabic, "about ", "نحو ")),
        (at, '%') => (&text[..at], say(arabic, "perhaps about ", "لعله نحو ")),
        _ => (text, ""),
    };
    let mut parts = text.split('-');
    let year = parts.next().filter(|y| number(y, 4).is_some())?;
    let month = match parts.next() {
        None => return Some(format!("{vague}{year}")),
        Some(month) => number(month, 2)?.checked_sub(1)?,
    };
    let names = if arabic { &ARABIC } else { &ENGLISH };
    let month = names.get(month)?;
    let day = match parts.next() {
        None => return Some(format!("{vague}{month} {year}")),
        Some(day) => number(day, 2)?,
    };
    parts
        .next()
        .is_none()
        .then(|| format!("{vague}{day} {month} {year}"))
}

fn number(digits: &str, length: usize) -> Option<usize> {
    (digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}

/// A minute as it is written in a case, `2026-11-12T20:38Z`: "12 November 2026, 20:38 UTC".
#[must_use]
pub fn minute(text: &str, arabic: bool) -> String {
    let told = text.split_once('T').and_then(|(day, hour)| {
        let hour = hour.strip_suffix('Z')?;
        let utc = say(arabic, "UTC", "بتوقيت غرينتش");
        Some(format!(
            "{}{}{hour} {utc}",
            one(day, arabic)?,
            say(arabic, ", ", "، ")
        ))
    });
    told.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_put_in_words() {
        for (edtf, en, ar) in [
            ("2018", "2018", "2018"),
            ("2018-05-12", "12 May 2018", "12 أيار 2018"),
            ("2016-04?", "perhaps April 2016", "لعله نيسان 2016"),
            (
                "2018-04/2018-05-12",
                "April 2018 to 12 May 2018",
                "من نيسان 2018 إلى 12 أيار 2018",
            ),
            ("../2018", "until 2018", "حتى 2018"),
            ("2017/..", "since 2017", "منذ 2017"),
            ("/2018-05-12", "until 12 May 2018", "حتى 12 أيار 2018"),
            ("2018-13", "2018-13", "2018-13"),
            ("2018-XX-01", "2018-XX-01", "2018-XX-01"),
            ("", "", ""),
        ] {
            assert_eq!(date(edtf, false), en);
            assert_eq!(date(edtf, true), ar);
        }
        assert_eq!(
            minute("2026-11-12T20:38Z", false),
            "12 November 2026, 20:38 UTC"
        );
        assert_eq!(minute("soon", false), "soon");
    }
}
