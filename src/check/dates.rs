//! Dates that contradict one another.

use super::Ground;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};
use crate::model::{Minute, Original, When, Words};

/// The check. Only what is sure is reported: `2018-05` does not contradict `2018-05-11`.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    documents(ground, findings);
    let case = ground.case;
    for (key, _, source) in case.sources.iter() {
        for (i, allegiance) in source.sides.iter().enumerate() {
            if let (Some(from), Some(to)) = (&allegiance.from, &allegiance.to)
                && to.surely_before(from)
            {
                findings.push(ground.places.finding(
                    Code::DateOrder,
                    Subject::Source(key),
                    &[Step::Field("sides"), Step::Index(i), Step::Field("to")],
                    format!(
                        "the side ends ({}) before it begins ({})",
                        to.edtf(),
                        from.edtf()
                    ),
                    "correct one of the two",
                ));
            }
        }
    }
    for (key, _, statement) in case.statements.iter() {
        let document = &case.documents[statement.document];
        if let (Some(said), Some(published)) = (&statement.said_on, &document.published)
            && published.surely_before(said)
        {
            findings.push(ground.places.finding(
                Code::DateOrder,
                Subject::Statement(key),
                &[Step::Field("said_on")],
                format!(
                    "said on {}, but its document was published on {}",
                    said.edtf(),
                    published.edtf()
                ),
                "correct one of the two; mark what was worked out as inferred",
            ));
        }
        for (i, back) in statement.takes_back.iter().enumerate() {
            let earlier = &case.statements[back.statement];
            let then = earlier
                .said_on
                .as_ref()
                .or(case.documents[earlier.document].published.as_ref());
            let now = statement.said_on.as_ref().or(document.published.as_ref());
            if let (Some(then), Some(now)) = (then, now)
                && now.surely_before(then)
            {
                findings.push(ground.places.finding(
                    Code::DateOrder,
                    Subject::Statement(key),
                    &[Step::Field("takes_back"), Step::Index(i)],
                    format!(
                        "it takes back ({}) what was said only later ({})",
                        now.edtf(),
                        then.edtf()
                    ),
                    "correct a date, or turn the two statements round",
                ));
            }
        }
    }
}

fn documents(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    for (key, _, document) in case.documents.iter() {
        let mut report = |field: &'static str, message: String| {
            findings.push(ground.places.finding(
                Code::DateOrder,
                Subject::Document(key),
                &[Step::Field(field)],
                message,
                "correct one of the two; mark what was worked out as inferred",
            ));
        };
        let Some(published) = &document.published else {
            continue;
        };
        if let Some(added) = document.added.and_then(day)
            && added.surely_before(published)
        {
            report(
                "added",
                format!(
                    "entered on {}, before it was published ({})",
                    added.edtf(),
                    published.edtf()
                ),
            );
        }
        let earlier = [
            ("version_of", document.version_of),
            (
                "republishes",
                document.republishes.as_ref().and_then(|r| match r.from {
                    Original::Document(d) => Some(d),
                    Original::Source(_) => None,
                }),
            ),
        ];
        for (field, other) in earlier {
            if let Some(other) = other
                && let Some(first) = &case.documents[other].published
                && published.surely_before(first)
            {
                report(
                    field,
                    format!(
                        "published on {}, before \"{}\" ({})",
                        published.edtf(),
                        case.documents.id(other),
                        first.edtf()
                    ),
                );
            }
        }
    }
}

/// The day of a minute, plus one: a day may begin earlier elsewhere than in UTC.
fn day(minute: Minute) -> Option<When> {
    let text = minute.to_string();
    let day = text.get(..10)?;
    let next: jiff::civil::Date = day.parse().ok()?;
    let next = next.tomorrow().ok()?;
    When::parse(&next.to_string(), false, Words::default()).ok()
}
