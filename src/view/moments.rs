//! By when something was said: the dates of some statements as a sentence tells them.
//!
//! Where every one of them has a date of saying, that; else the dates on which they were published, before which
//! they were said. A date that the text does not have says so.

use super::dates;
use super::phrase::Tongue;
use crate::analysis::Analysis;
use crate::model::{Day, Key, Statement, When};

/// The dates of some statements.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moments<'c> {
    /// Each once, in the order of time.
    dates: Vec<&'c When>,
    /// Some of those are not written in their texts.
    inferred: bool,
    /// Some of those are.
    written: bool,
    /// Some of them have none.
    undated: bool,
}

impl<'c> Moments<'c> {
    /// Of some statements; none where there are none.
    pub(super) fn of(analysis: &Analysis<'c>, statements: &[Key<Statement>]) -> Option<Self> {
        if statements.is_empty() {
            return None;
        }
        let case = analysis.case;
        let said = |key: &Key<Statement>| case.statements[*key].said_on.as_ref();
        let published = |key: &Key<Statement>| {
            let document = case.statements[*key].document;
            case.documents[document].published.as_ref()
        };
        // When each was said, else when it was published: by then it was said.
        let dated = |key| said(key).or_else(|| published(key));
        let found: Vec<Option<&When>> = statements.iter().map(dated).collect();
        let mut dates: Vec<&When> = found.iter().copied().flatten().collect();
        let (inferred, written) = (
            dates.iter().any(|when| when.inferred),
            dates.iter().any(|when| !when.inferred),
        );
        dates.sort_by(|a, b| a.chronological(b));
        dates.dedup_by(|a, b| a.edtf() == b.edtf());
        Some(Self {
            dates,
            inferred,
            written,
            undated: found.iter().any(Option::is_none),
        })
    }

    /// Whether all of them are of one date, or all of none.
    pub(super) fn is_one(&self) -> bool {
        self.dates.len() + usize::from(self.undated) == 1
    }

    /// "no later than 12 May 2018 (date inferred)", "between 3 April 2015 and 12 May 2018", "undated".
    pub(super) fn words(&self, t: Tongue) -> String {
        let told = match self.dates.as_slice() {
            [] => return t.say("undated", "بلا تاريخ").to_owned(),
            [one] => by(one, t),
            several => between(several, t),
        };
        let inferred = match (self.inferred, self.written, self.dates.len()) {
            (false, ..) => "",
            (true, false, 1) => t.say("date inferred", "تاريخ مستنتج"),
            (true, false, _) => t.say("dates inferred", "تواريخ مستنتجة"),
            (true, true, _) => t.say("some dates inferred", "بعض التواريخ مستنتج"),
        };
        // Of one that is uncertain its own words say so.
        let vague = match self.dates.len() > 1 && self.dates.iter().any(|when| when.vague()) {
            true => t.say("some uncertain", "وبعضها غير أكيد"),
            false => "",
        };
        let undated = match self.undated {
            true => t.say("partly undated", "وبعض الأقوال بلا تاريخ"),
            false => "",
        };
        let marks: Vec<&str> = [inferred, vague, undated]
            .into_iter()
            .filter(|mark| !mark.is_empty())
            .collect();
        match marks.is_empty() {
            true => told,
            false => format!("{told} ({})", marks.join(t.say(", ", "، "))),
        }
    }
}

/// "no later than 12 May 2018": what was published on a day was said by then. A span of days, or a date that is itself
/// uncertain, is told as it is.
fn by(when: &When, t: Tongue) -> String {
    let words = dates::date(when.edtf(), t);
    let no_later = |words: &str| match t {
        Tongue::En => format!("no later than {words}"),
        Tongue::Ar => format!("في {words} أو قبله"),
    };
    let open = |end: &str| matches!(end, "" | "..");
    match (when.edtf().split_once('/'), when.vague()) {
        (None, false) => no_later(&words),
        (Some((from, to)), false) if open(from) && !open(to) => no_later(&dates::date(to, t)),
        (Some((from, to)), false) if !open(from) && !open(to) => {
            let (from, to) = (dates::date(from, t), dates::date(to, t));
            match t {
                Tongue::En => format!("between {from} and {to}"),
                Tongue::Ar => format!("بين {from} و{to}"),
            }
        }
        // "since …".
        (Some(_), false) => words,
        (_, true) => match t {
            Tongue::En => format!("dated {words}"),
            // «لعله في نيسان 2016»، «لعله نحو نيسان 2016».
            Tongue::Ar => match words.strip_prefix("لعله ") {
                Some(day) if !day.starts_with("نحو ") => format!("لعله في {day}"),
                _ => words,
            },
        },
    }
}

/// "between 1 April 2015 and 12 May 2018": from the first day that one of them may mean to the last.
fn between(dates: &[&When], t: Tongue) -> String {
    let day = |(year, month, day): Day| dates::date(&format!("{year:04}-{month:02}-{day:02}"), t);
    let first: Option<Vec<Day>> = dates.iter().map(|when| when.first()).collect();
    let first = first.and_then(|all| all.into_iter().min());
    let last: Option<Vec<Day>> = dates.iter().map(|when| when.last()).collect();
    let last = last.and_then(|all| all.into_iter().max());
    // A month that holds all the others is told as the month: of its first day nothing is known.
    let whole = dates.iter().find(|when| {
        !when.vague() && first.is_some() && when.first() == first && when.last() == last
    });
    if let Some(one) = whole {
        return by(one, t);
    }
    match (t, first, last) {
        (Tongue::En, Some(from), Some(to)) if from == to => format!("no later than {}", day(to)),
        (Tongue::Ar, Some(from), Some(to)) if from == to => format!("في {} أو قبله", day(to)),
        (Tongue::En, None, Some(to)) => format!("no later than {}", day(to)),
        (Tongue::Ar, None, Some(to)) => format!("في {} أو قبله", day(to)),
        (Tongue::En, Some(from), Some(to)) => format!("between {} and {}", day(from), day(to)),
        (Tongue::Ar, Some(from), Some(to)) => format!("بين {} و{}", day(from), day(to)),
        _ => {
            let all: Vec<String> = dates
                .iter()
                .map(|when| dates::date(when.edtf(), t))
                .collect();
            let all = all.join(t.say("; ", "؛ "));
            format!("{} {all}", t.say("dated", "التواريخ:"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Words;

    fn told(all: &[(&str, bool)], undated: bool) -> [String; 2] {
        let dates: Vec<When> = all
            .iter()
            .map(|(edtf, inferred)| When::parse(edtf, *inferred, Words::default()).expect("a date"))
            .collect();
        let moments = Moments {
            dates: dates.iter().collect(),
            inferred: dates.iter().any(|when| when.inferred),
            written: dates.iter().any(|when| !when.inferred),
            undated,
        };
        [Tongue::En, Tongue::Ar].map(|t| moments.words(t))
    }

    #[test]
    fn by_when_it_was_said() {
        for (dates, undated, en, ar) in [
            (
                &[("2018-05-12", true)][..],
                false,
                "no later than 12 May 2018 (date inferred)",
                "في 12 أيار 2018 أو قبله (تاريخ مستنتج)",
            ),
            (
                &[("/2018-05-12", false)],
                true,
                "no later than 12 May 2018 (partly undated)",
                "في 12 أيار 2018 أو قبله (وبعض الأقوال بلا تاريخ)",
            ),
            (
                &[("2018-04/2018-05", false)],
                false,
                "between April 2018 and May 2018",
                "بين نيسان 2018 وأيار 2018",
            ),
            (
                &[("2016-04?", true)],
                false,
                "dated perhaps April 2016 (date inferred)",
                "لعله في نيسان 2016 (تاريخ مستنتج)",
            ),
            (
                &[("2018-05", true), ("2018-05-12", false)],
                false,
                "no later than May 2018 (some dates inferred)",
                "في أيار 2018 أو قبله (بعض التواريخ مستنتج)",
            ),
            (
                &[("2018-05-12", true), ("2018-05-12?", true)],
                false,
                "no later than 12 May 2018 (dates inferred, some uncertain)",
                "في 12 أيار 2018 أو قبله (تواريخ مستنتجة، وبعضها غير أكيد)",
            ),
            (&[], true, "undated", "بلا تاريخ"),
        ] {
            assert_eq!(told(dates, undated), [en, ar], "{dates:?}");
        }
    }
}
