//! From where a case is looked at, in a line or two.

use isnad::model::Case;
use isnad::view::{SettingView, Tongue};

pub(in crate::cli) fn draw(view: &SettingView, case: &Case, t: Tongue) -> String {
    let mut text = seen(view, case, t);
    let left_out = &view.left_out;
    let lists = [
        (
            t.say(
                "Texts left out, as not surely there by then",
                "نصوص تُركت لأنه لا يثبت وجودها حينها",
            ),
            &left_out.documents,
        ),
        (
            t.say(
                "Editorial decisions made later do not count here: what they joined, kept apart or \
                 settled is as the texts alone leave it",
                "القرارات التحريرية اللاحقة لا أثر لها هنا: فما جمعته أو فرّقته أو حسمته باقٍ على ما في \
                 النصوص وحدها",
            ),
            &left_out.judgements,
        ),
    ];
    for (what, ids) in lists {
        if !ids.is_empty() {
            text.push_str(&format!("\n{what} ({}): {}", ids.len(), ids.join(" ")));
        }
    }
    text
}

/// "Seen as of 2018-05-12, if we set aside X."
pub(in crate::cli) fn seen(view: &SettingView, case: &Case, t: Tongue) -> String {
    let mut parts = Vec::new();
    if let Some(day) = &view.as_of {
        parts.push(format!("{} {day}", t.say("as of", "حتى")));
    }
    if let Some(minute) = &view.known_by {
        parts.push(format!(
            "{} {minute}",
            t.say("as known by", "بما دخل الملف حتى")
        ));
    }
    if !view.without.is_empty() {
        let names: Vec<String> = view
            .without
            .iter()
            .map(|id| {
                let key = case.sources.key(id);
                key.map_or_else(|| id.clone(), |key| t.source(case, key))
            })
            .collect();
        parts.push(format!(
            "{} {}",
            t.say("if we set aside", "إذا استبعدنا:"),
            t.list(&names)
        ));
    }
    format!(
        "{} {}.",
        t.say("Seen", "الصورة"),
        parts.join(t.say(", ", "، "))
    )
}
