//! Dates (EDTF, ISO 8601-2:2019 Annex A) and minutes.

use std::cmp::Ordering;

use edtf_core::{Bound, Date, Edtf, IntervalEndpoint, Precision};

use super::words::Words;

/// A date or interval as EDTF, with whether it was inferred.
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    text: Box<str>,
    first: Option<Day>,
    last: Option<Day>,
    core: Option<(Day, Day)>,
    lasts: bool,
    vague: bool,
    /// Not written in the text it dates.
    pub inferred: bool,
    /// What it was inferred from.
    pub why: Words,
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(d) => Some((d.year, d.month, d.day)),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

/// A day of the proleptic Gregorian calendar: year, month, day; ordered by time.
pub type Day = (i64, u8, u8);

const BEFORE_ALL: Day = (i64::MIN, 1, 1);
const AFTER_ALL: Day = (i64::MAX, 12, 31);

/// The days that an expression surely covers: a written day, or what lies between the ends of an
/// interval however they are read. A bare month or year is some day of it, so it covers none.
fn core(parsed: &Edtf) -> Option<(Day, Day)> {
    let bounds = |date: &Date| {
        let bounds = Edtf::Date(*date).bounds();
        day(bounds.earliest).zip(day(bounds.latest))
    };
    match parsed {
        Edtf::Date(date) => {
            (date.precision() == Precision::Day && !date.has_unspecified()).then(|| bounds(date))?
        }
        Edtf::DateTime(moment) => bounds(&moment.date),
        Edtf::Interval(interval) => {
            let start = match &interval.start {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => {
                    Some(bounds(date)?.1)
                }
                IntervalEndpoint::Open => Some(BEFORE_ALL),
                IntervalEndpoint::Unknown | IntervalEndpoint::OnOrAfter(_) => None,
            };
            let end = match &interval.end {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => {
                    Some(bounds(date)?.0)
                }
                IntervalEndpoint::Open => Some(AFTER_ALL),
                IntervalEndpoint::Unknown | IntervalEndpoint::OnOrBefore(_) => None,
            };
            match (start, end) {
                (Some(start), Some(end)) => (start <= end).then_some((start, end)),
                _ => None,
            }
        }
        Edtf::Set(_) => None,
    }
}

impl When {
    /// Reads EDTF, e.g. `2018-05-11`, `2018-05`, `2018-05-11/2018-05-14`, `2018-05?`.
    pub fn parse(edtf: &str, inferred: bool, why: Words) -> Result<Self, edtf_core::ParseError> {
        let parsed: Edtf = edtf.parse()?;
        let bounds = parsed.bounds();
        Ok(Self {
            text: edtf.into(),
            first: day(bounds.earliest),
            last: day(bounds.latest),
            core: if parsed.is_uncertain() || parsed.is_approximate() {
                None
            } else {
                core(&parsed)
            },
            lasts: matches!(parsed, Edtf::Interval(_)),
            vague: parsed.is_uncertain() || parsed.is_approximate(),
            inferred,
            why,
        })
    }

    /// As written.
    pub fn edtf(&self) -> &str {
        &self.text
    }

    /// The first day that this may mean; none where that is open or unknown.
    pub fn first(&self) -> Option<Day> {
        self.first
    }

    /// The last day that this may mean; none where that is open or unknown.
    pub fn last(&self) -> Option<Day> {
        self.last
    }

    /// The days that this surely covers, first and last: a written day, or the inside of an
    /// interval. None for a bare month or year, which is some day of it, and for what is marked
    /// uncertain or approximate.
    pub fn core(&self) -> Option<(Day, Day)> {
        self.core
    }

    /// Whether it is an interval: a time over which something holds, not a moment within it.
    pub fn lasts(&self) -> bool {
        self.lasts
    }

    /// The same days read as the time of something that happened on one of them: of an interval of
    /// several days none is surely meant.
    #[must_use]
    pub fn some_day(&self) -> Self {
        let one = self.first.is_some() && self.first == self.last;
        Self {
            core: self.core.filter(|_| !self.lasts || one),
            lasts: false,
            ..self.clone()
        }
    }

    /// Marked uncertain (`?`) or approximate (`~`): the day may lie outside what is written.
    pub fn vague(&self) -> bool {
        self.vague
    }

    /// Whether every day of this lies before every day of the other.
    pub fn surely_before(&self, other: &When) -> bool {
        matches!((self.last, other.first), (Some(a), Some(b)) if a < b)
    }

    /// Whether every day of this lies on or before the last day that the other may mean.
    pub fn surely_by(&self, other: &When) -> bool {
        matches!((self.last, other.last), (Some(a), Some(b)) if a <= b)
    }

    /// Whether some day may belong to both; an open end may be any day.
    pub fn may_overlap(&self, other: &When) -> bool {
        !self.surely_before(other) && !other.surely_before(self)
    }

    /// What this is put in the order of time by: first day, then last day; open and unknown ends sort
    /// outward.
    pub fn place(&self) -> (Day, Day) {
        (
            self.first.unwrap_or(BEFORE_ALL),
            self.last.unwrap_or(AFTER_ALL),
        )
    }

    /// Orders by [`When::place`], then as written.
    pub fn chronological(&self, other: &When) -> Ordering {
        self.place()
            .cmp(&other.place())
            .then_with(|| self.text.cmp(&other.text))
    }
}

/// A moment to the minute in UTC, as `2026-11-12T22:38Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(jiff::Timestamp);

impl Minute {
    /// Reads `2026-11-12T22:38Z`, or with an offset (`…22:38+02:00`); seconds are dropped.
    pub fn parse(text: &str) -> Result<Self, jiff::Error> {
        // jiff wants seconds nowhere, but an offset; both "…T22:38Z" and "…T22:38+02:00" have one.
        let moment: jiff::Timestamp = text.parse()?;
        Ok(Self::from_timestamp(moment))
    }

    /// The minute that holds a moment.
    pub fn from_timestamp(moment: jiff::Timestamp) -> Self {
        let seconds = moment.as_second().div_euclid(60) * 60;
        Self(jiff::Timestamp::from_second(seconds).unwrap_or(moment))
    }
}

impl std::fmt::Display for Minute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let zoned = self.0.to_zoned(jiff::tz::TimeZone::UTC);
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}Z",
            zoned.year(),
            zoned.month(),
            zoned.day(),
            zoned.hour(),
            zoned.minute()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(edtf: &str) -> When {
        When::parse(edtf, false, Words::default()).expect(edtf)
    }

    #[test]
    fn order_is_said_only_where_it_is_sure() {
        assert!(when("2018-04").surely_before(&when("2018-05-01")));
        assert!(!when("2018-05").surely_before(&when("2018-05-11")));
        assert!(when("2018-05-11").surely_by(&when("2018-05")));
        assert!(when("2018-05").may_overlap(&when("2018-05-11/2018-06")));
        assert!(!when("2017").may_overlap(&when("2018")));
        assert!(when("2017/..").may_overlap(&when("2018")));
    }

    #[test]
    fn open_ends_sort_outward() {
        let mut all = [
            "2024-03-05/..",
            "2024-03-05/2024-03-06",
            "2024-03-05",
            "../2024-03-05",
        ]
        .map(when);
        all.sort_by(When::chronological);
        assert_eq!(
            all.map(|when| when.edtf().to_owned()),
            [
                "../2024-03-05",
                "2024-03-05",
                "2024-03-05/2024-03-06",
                "2024-03-05/.."
            ]
        );
    }

    #[test]
    fn minutes_keep_the_minute() {
        let minute = Minute::parse("2026-11-12T22:38:59+02:00").expect("valid");
        assert_eq!(minute.to_string(), "2026-11-12T20:38Z");
        assert_eq!(Minute::parse("2026-11-12T20:38Z").ok(), Some(minute));
        assert!(Minute::parse("2026-11-12").is_err());
    }
}
