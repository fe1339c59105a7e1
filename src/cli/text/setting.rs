//! From where a case is looked at, in a line or two.

use isnad::view::SettingView;

pub(in crate::cli) fn draw(view: &SettingView, lang: &str) -> String {
    let say = |en: &'static str, ar: &'static str| if lang == "ar" { ar } else { en };
    let mut text = seen(view, lang);
    let left_out = &view.left_out;
    let lists = [
        (say("texts", "نصوص"), &left_out.documents),
        (
            say("editorial decisions", "قرارات تحريرية"),
            &left_out.judgements,
        ),
    ];
    for (what, ids) in lists {
        if !ids.is_empty() {
            text.push_str(&format!(
                "\n{} ({what}: {}): {}",
                say(
                    "Left out, as not surely there by then",
                    "تُرك لأنه لا يثبت وجوده حينها"
                ),
                ids.len(),
                ids.join(" ")
            ));
        }
    }
    text
}

/// "Seen as of 2018-05-12, if we set aside X."
pub(in crate::cli) fn seen(view: &SettingView, lang: &str) -> String {
    let arabic = lang == "ar";
    let say = |en: &'static str, ar: &'static str| if arabic { ar } else { en };
    let mut parts = Vec::new();
    if let Some(day) = &view.as_of {
        parts.push(format!("{} {day}", say("as of", "حتى")));
    }
    if let Some(minute) = &view.known_by {
        parts.push(format!(
            "{} {minute}",
            say("as known by", "بما دخل الملف حتى")
        ));
    }
    if !view.without.is_empty() {
        parts.push(format!(
            "{} {}",
            say("if we set aside", "إذا استبعدنا"),
            view.without.join(say(" and ", " و"))
        ));
    }
    format!("{} {}.", say("Seen", "الصورة"), parts.join(say(", ", "، ")))
}
