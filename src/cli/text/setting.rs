//! From where a case is looked at, in a line or two.

use isnad::view::SettingView;

pub(in crate::cli) fn draw(view: &SettingView) -> String {
    let mut parts = Vec::new();
    if let Some(day) = &view.as_of {
        parts.push(format!("as of {day}"));
    }
    if let Some(minute) = &view.known_by {
        parts.push(format!("as known by {minute}"));
    }
    if !view.without.is_empty() {
        parts.push(format!("if we set aside {}", view.without.join(" and ")));
    }
    let mut text = format!("Seen {}.", parts.join(", "));
    let left_out = &view.left_out;
    for (what, ids) in [
        ("texts", &left_out.documents),
        ("editorial decisions", &left_out.judgements),
    ] {
        if !ids.is_empty() {
            text.push_str(&format!(
                "\nLeft out, as later or undated: {} {what}: {}",
                ids.len(),
                ids.join(" ")
            ));
        }
    }
    text
}
