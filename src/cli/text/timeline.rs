//! `view timeline` as text.

use isnad::analysis::{DatedBy, What};
use isnad::view::{Filter, TimelineView, VitalStatusView};

use super::Page;

pub(in crate::cli) fn draw(view: &TimelineView, page: &Page<'_>, _: &Filter) -> String {
    let mut text = view
        .vital_status
        .as_ref()
        .map(|status| vital(page, status))
        .unwrap_or_default();
    let rows = view
        .steps
        .iter()
        .map(|step| {
            let mut time = page.time(step.time.as_ref());
            if step.time.is_some() && step.dated_by == DatedBy::Publication {
                time.push_str(page.say("\n(published)", "\n(تاريخ النشر)"));
            }
            let who = step
                .statement
                .as_deref()
                .and_then(|id| page.case().statements.key(id))
                .and_then(|key| page.material.chains().of(key).first())
                .map_or_else(String::new, |chain| {
                    page.source(chain.origin().map(|s| page.case().sources.id(s)))
                });
            let mut words = what(page, step.what).to_owned();
            if !step.certain {
                words.push_str(page.say(" (hedged or unclear)", " (بتحفّظ أو دون وضوح)"));
            }
            vec![
                time,
                words,
                page.question(&step.claim),
                who,
                step.statement
                    .clone()
                    .or_else(|| step.judgement.clone())
                    .unwrap_or_default(),
            ]
        })
        .collect();
    text.push_str(&page.terminal.table(
        &[
            page.say("when", "متى"),
            page.say("what", "ماذا"),
            page.say("question", "المسألة"),
            page.say("from", "المنشأ"),
            page.say("id", "الرمز"),
        ],
        rows,
    ));
    text
}

fn what(page: &Page<'_>, what: What) -> &'static str {
    match what {
        What::FirstReport => page.say("first in this case", "أول ذكر في هذا الملف"),
        What::Repeat => page.say("said again", "تكرار"),
        What::Denial => page.say("denial", "نفي"),
        What::Doubt => page.say("doubt", "تشكيك"),
        What::CannotConfirm => page.say("cannot confirm", "لا يستطيع التأكيد"),
        What::Concession => page.say("said against own side (as entered)", "إقرار على جهته"),
        What::Retraction => page.say("took back", "تراجع عن قوله"),
        What::Supersession => page.say("replaced by a later word", "حلّ محله قول لاحق"),
        What::Judgement => page.say("editorial decision", "قرار تحريري"),
    }
}

fn vital(page: &Page<'_>, status: &VitalStatusView) -> String {
    let none = page.say("none in this case", "لا شيء في هذا الملف");
    let list = |ids: &[String]| {
        if ids.is_empty() {
            none.to_owned()
        } else {
            ids.join(" ")
        }
    };
    let last = status.last_alive.as_ref().map_or_else(
        || none.to_owned(),
        |last| format!("{} ({})", last.statement, page.time(last.time.as_ref())),
    );
    format!(
        "{}: {last} · {}: {} · {}: {} · {}: {}\n\n",
        page.say("last evidence alive", "آخر دليل على الحياة"),
        page.say("unsourced reports of death", "أنباء متداولة عن الموت"),
        list(&status.rumours),
        page.say("denied by", "نفاه"),
        list(&status.denials),
        page.say("said by", "قال به"),
        list(&status.affirmations),
    )
}
