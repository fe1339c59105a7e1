//! The data of the page as one JSON text that can stand inside a `script` element.

use serde_json::{Value, json};

use super::tables::tables;
use super::{figures, words};
use crate::report::parts::clean;
use crate::view::{Material, OverviewView, Vantages};

/// The data of a page, as JSON in which nothing can end the element it stands in: `<` and the line
/// separators U+2028 and U+2029 are written as escapes.
///
/// The same bytes for the same case, whatever the number of threads. Cost: the views, and once the
/// figures of every claim for each day, and of the claims it carries for each source.
#[must_use]
pub fn data(material: &Material<'_>) -> String {
    let vantages = Vantages::new(material);
    let (tables, places) = tables(material);
    let base = figures::here(&vantages, &places);
    let mut wordings = figures::Wordings::of_case(material.case().statements.len());
    let (days, at) = figures::days(&vantages, &places, &base, &mut wordings);
    let without = figures::without(&vantages, &places, &base, &mut wordings);
    let overview = OverviewView::new(material, &crate::view::Filter::default());
    let all = json!({
        "v": 1,
        "case": overview.case,
        "title": overview.title,
        "as_of": overview.setting.as_of,
        "known_by": overview.setting.known_by,
        "set_aside": overview.setting.without,
        "claims": tables.claims,
        "sources": tables.sources,
        "documents": tables.documents,
        "statements": tables.statements,
        "entities": tables.entities,
        "sides": tables.sides,
        "figures": base,
        "days": days,
        "at": at,
        "without": without,
        "wordings": wordings.packed(),
        "words": words::words(),
    });
    escaped(&shown(all))
}

/// The same with every text as the page shows it: without what is invisible or reorders its neighbours.
fn shown(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(clean(&text)),
        Value::Array(list) => list.into_iter().map(shown).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, shown(value)))
            .collect(),
        other => other,
    }
}

fn escaped(value: &Value) -> String {
    let text = value.to_string();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element() {
        let value = json!({"a<b": "</script><!--\u{2028}\u{2029}\u{0}"});
        let text = escaped(&value);
        assert!(!text.contains(['<', '\u{2028}', '\u{2029}', '\u{0}']));
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
    }
}
