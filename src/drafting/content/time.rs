//! When: times as written, resolved against their own document's day.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::hit::Hit;
use super::lexicon::sort;
use super::page::Page;
use crate::extraction::Piece;
use crate::model::When;

/// What a time near an event says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Time {
    /// EDTF, and whether it was resolved from words that need the document's day.
    At(String, bool),
    /// It lies ahead: what is said of it has not happened.
    Ahead,
}

/// The document's day, where it is one.
pub(super) fn day(published: Option<&When>) -> Option<Date> {
    let (year, month, day) = published?.first()?;
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// The time nearest to the trigger in its clause, else none.
pub(super) fn time(page: &Page, hit: &Hit, today: Option<Date>) -> Option<Time> {
    let mut order: Vec<usize> = (hit.at + 1..hit.right.min(hit.at + 16)).collect();
    order.extend((hit.left.max(hit.at.saturating_sub(12))..hit.at).rev());
    order
        .into_iter()
        .find_map(|i| at(page, i, hit.right, today))
}

/// The time that begins at a token.
fn at(page: &Page, i: usize, right: usize, today: Option<Date>) -> Option<Time> {
    if page.piece(i) == Piece::Number {
        let n: i64 = page.text(i).parse().ok()?;
        let month = month(page, i + 1);
        if let Some((m, next)) = month
            && (1..=31).contains(&n)
        {
            return dated(page, n, m, next, today);
        }
        // منذ عام 2012 holds since, not at.
        if (1900..2100).contains(&n) && i > 0 && page.is(i - 1, sort::YEAR) {
            return (!since(page, i - 1)).then(|| Time::At(n.to_string(), false));
        }
        if (1900..2100).contains(&n) && i > 0 && page.text(i - 1) == "in" {
            return Some(Time::At(n.to_string(), false));
        }
        return None;
    }
    let e = page.entry(i)?;
    if e.month > 0 && !page.arabic() && page.piece(i + 1) == Piece::Number {
        let n: i64 = page.text(i + 1).parse().ok()?;
        if (1..=31).contains(&n) && page.capital(i) {
            return dated(page, n, e.month, i + 2, today);
        }
    }
    if since(page, i) {
        return None;
    }
    let today = today?;
    if let Some(back) = e.day {
        // اليوم in «اليوم الأول» is no day of its own.
        if page.prep(i).is_some()
            || page
                .entry(i + 1)
                .is_some_and(|n| n.weekday > 0 && e.day == Some(0))
        {
            return None;
        }
        return shifted(today, i64::from(back)).map(|d| Time::At(d.to_string(), true));
    }
    if e.weekday > 0 {
        // 12 مايو after it is the surer one.
        let next = i + 1;
        if next < right && page.is(next, sort::COMING) || i > 0 && page.is(i - 1, sort::COMING) {
            return Some(Time::Ahead);
        }
        for k in next..(next + 3).min(right) {
            if page.piece(k) == Piece::Number
                && let Some(t @ Time::At(..)) = at(page, k, right, Some(today))
            {
                return Some(t);
            }
        }
        let wanted = Weekday::from_monday_one_offset(e.weekday).ok()?;
        let back = i64::from(today.weekday().since(wanted));
        let written_last = next < right && page.is(next, sort::LAST) && back == 0;
        let back = if written_last { 7 } else { back };
        return shifted(today, -back).map(|d| Time::At(d.to_string(), true));
    }
    if let Some(span) = e.span.as_deref() {
        let (last, coming) = if page.arabic() {
            (page.is(i + 1, sort::LAST), page.is(i + 1, sort::COMING))
        } else {
            (
                i > 0 && page.is(i - 1, sort::LAST),
                i > 0 && page.is(i - 1, sort::COMING),
            )
        };
        if coming {
            return Some(Time::Ahead);
        }
        if !last {
            return None;
        }
        return match span {
            "year" => Some(Time::At(format!("{:04}", today.year() - 1), true)),
            "month" => {
                let d = today.first_of_month().checked_sub(1.day()).ok()?;
                Some(Time::At(format!("{:04}-{:02}", d.year(), d.month()), true))
            }
            _ => {
                let monday = shifted(today, -i64::from(today.weekday().to_monday_zero_offset()))?;
                // Whether weeks begin on Saturday, Sunday or Monday nobody writes: on a Sunday «الأسبوع الماضي» may be either.
                let weekend = page.arabic() && today.weekday().to_monday_zero_offset() >= 5;
                let (from, to) = (shifted(monday, -7)?, shifted(monday, -1)?);
                let to = if weekend { shifted(today, -1)? } else { to };
                Some(Time::At(format!("{from}/{to}"), true))
            }
        };
    }
    None
}

fn shifted(day: Date, by: i64) -> Option<Date> {
    day.checked_add(by.days()).ok()
}

fn since(page: &Page, i: usize) -> bool {
    i > 0
        && matches!(
            page.bare(i - 1),
            "منذ" | "قبل" | "حتي" | "until" | "since" | "before" | "by"
        )
}

/// The month that begins at a token, and the token after it.
fn month(page: &Page, i: usize) -> Option<(i8, usize)> {
    let two = match (page.text(i), page.text(i + 1)) {
        ("كانون", "الثاني") => 1,
        ("كانون", "الاول") => 12,
        ("تشرين", "الاول") => 10,
        ("تشرين", "الثاني") => 11,
        _ => 0,
    };
    let (m, mut next) = if two > 0 {
        (two, i + 2)
    } else {
        (page.entry(i)?.month, i + 1)
    };
    if m == 0 {
        return None;
    }
    // نيسان/أبريل
    if page.text(next) == "/" {
        next += 1;
        next += if matches!(page.text(next), "كانون" | "تشرين") {
            2
        } else {
            1
        };
    }
    Some((m, next))
}

fn dated(page: &Page, n: i64, month: i8, next: usize, today: Option<Date>) -> Option<Time> {
    let mut k = next;
    if matches!(page.text(k), "من" | "عام" | "سنه" | ",")
        || page.piece(k) == Piece::Comma && !page.arabic()
    {
        k += 1;
    }
    if page.is(k, sort::COMING) {
        return Some(Time::Ahead);
    }
    let day = i8::try_from(n).ok()?;
    if let Ok(year) = page.text(k).parse::<i16>()
        && (1900..2100).contains(&year)
    {
        return Date::new(year, month, day)
            .ok()
            .map(|d| Time::At(d.to_string(), false));
    }
    let today = today?;
    let this = Date::new(today.year(), month, day).ok()?;
    let date = if this > today && this.since(today).is_ok_and(|s| s.get_days() > 60) {
        Date::new(today.year() - 1, month, day).ok()?
    } else {
        this
    };
    if date > today {
        return Some(Time::Ahead);
    }
    Some(Time::At(date.to_string(), true))
}
