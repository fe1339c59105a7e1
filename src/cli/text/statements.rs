//! `view statements` as text.

use isnad::view::{Filter, Rule, StatementView, StatementsView};

use super::{Page, stance};

/// From this width of the terminal on, in cells, questions are written out beside their ids.
const WORDS_FIT: usize = 90;

pub(in crate::cli) fn draw(view: &StatementsView, page: &Page<'_>, _: &Filter) -> String {
    let rows = view
        .statements
        .iter()
        .map(|statement| {
            let mut who = page.source(statement.said_by.as_deref());
            if statement.heading {
                who.push_str(page.say(" (heading)", " (عنوان)"));
            } else if statement.outlet_voice {
                who.push_str(page.say(" (own voice)", " (بصوتها)"));
            }
            let mut gist = page.words(&statement.gist);
            if let Some(outer) = &statement.nested_in {
                gist.push_str(&format!("\n{} {outer}", page.say("inside", "داخل")));
            }
            if let Some(back) = &statement.taken_back {
                gist.push_str(&format!(
                    "\n{} {}",
                    page.say("taken back by", "تراجع عنه"),
                    back.by
                ));
            }
            if let Some(grade) = grade(page, statement) {
                gist.push_str(&format!("\n{grade}"));
            }
            if statement.draft {
                gist.push_str(page.say("\nnot yet reviewed", "\nلم يُراجَع"));
            }
            let bears: Vec<String> = statement
                .bears
                .iter()
                .map(|b| {
                    let stance = stance(page, statement, b);
                    if page.terminal.width < WORDS_FIT {
                        return format!("{stance}: {}", b.claim);
                    }
                    format!("{stance}: {} [{}]", page.question(&b.claim), b.claim)
                })
                .collect();
            vec![
                statement.id.clone(),
                who,
                gist,
                bears.join("\n"),
                page.time(statement.said_on.as_ref().or(statement.published.as_ref())),
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("id", "الرمز"),
            page.say("who", "القائل"),
            page.say("paraphrase", "الخلاصة"),
            page.say("on which question", "المسألة"),
            page.say("said or published", "التاريخ"),
        ],
        rows,
    )
}

/// The Admiralty grade of a report, where an analyst gave one. It enters no figure, and what the number
/// stands for in the code is not written out: that would be a verdict.
pub(super) fn grade(page: &Page<'_>, statement: &StatementView) -> Option<String> {
    let grade = statement.credibility.as_deref()?;
    Some(format!(
        "{}: {}",
        page.say(
            "report graded (Admiralty, 1–6)",
            "درجة الخبر (رمز الأميرالية 1–6)"
        ),
        page.figure(grade, std::slice::from_ref(&statement.id), Rule::Grades)
    ))
}
