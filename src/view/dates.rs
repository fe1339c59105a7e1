//! Dates in words: the forms of EDTF that cases use (ISO 8601-2); what is beyond them is printed as written.

use super::phrase::Tongue;

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

/// A date or interval in words: "12 May 2018", "from April 2018 to 12 May 2018", "perhaps April 2016".
pub fn date(edtf: &str, t: Tongue) -> String {
    if let Some((start, end)) = edtf.split_once('/') {
        let day = |part: &str| one(part, t);
        return match (start, end) {
            ("" | "..", "" | "..") => None,
            ("" | "..", end) => day(end).map(|e| format!("{} {e}", t.say("until", "حتى"))),
            (start, "" | "..") => day(start).map(|s| format!("{} {s}", t.say("since", "منذ"))),
            (start, end) => day(start).zip(day(end)).map(|(s, e)| match t {
                Tongue::En => format!("{s} to {e}"),
                Tongue::Ar => format!("من {s} إلى {e}"),
            }),
        }
        .unwrap_or_else(|| edtf.to_owned());
    }
    one(edtf, t).unwrap_or_else(|| edtf.to_owned())
}

/// One date; none where it is of a form not known here.
fn one(text: &str, t: Tongue) -> Option<String> {
    let (text, vague) = match text.char_indices().next_back()? {
        (at, '?') => (&text[..at], t.say("perhaps ", "لعله ")),
        (at, '~') => (&text[..at], t.say("about ", "نحو ")),
        (at, '%') => (&text[..at], t.say("perhaps about ", "لعله نحو ")),
        _ => (text, ""),
    };
    let mut parts = text.split('-');
    let year = parts.next().filter(|y| number(y, 4).is_some())?;
    let month = match parts.next() {
        None => return Some(format!("{vague}{year}")),
        Some(month) => number(month, 2)?.checked_sub(1)?,
    };
    let names = match t {
        Tongue::En => &ENGLISH,
        Tongue::Ar => &ARABIC,
    };
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
pub fn minute(text: &str, t: Tongue) -> String {
    let told = text.split_once('T').and_then(|(day, hour)| {
        let hour = hour.strip_suffix('Z')?;
        let utc = t.say("UTC", "بتوقيت غرينتش");
        Some(format!("{}{}{hour} {utc}", one(day, t)?, t.say(", ", "، ")))
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
            assert_eq!(date(edtf, Tongue::En), en);
            assert_eq!(date(edtf, Tongue::Ar), ar);
        }
        assert_eq!(
            minute("2026-11-12T20:38Z", Tongue::En),
            "12 November 2026, 20:38 UTC"
        );
        assert_eq!(minute("soon", Tongue::En), "soon");
    }
}
