//! A small case of invented articles, drafted, and its views.

use std::fs;

use serde_json::Value;

use crate::laid_out::{isnad, run};

/// An article of it.
pub(crate) struct Article<'a> {
    pub(crate) id: &'a str,
    pub(crate) outlet: &'a str,
    pub(crate) title: &'a str,
    pub(crate) day: &'a str,
    pub(crate) text: &'a str,
}

/// A drafted case in a folder of its own.
pub(crate) struct Case(tempfile::TempDir);

impl Case {
    /// Drafts articles; the language of each is that of its letters.
    pub(crate) fn drafted<'a>(articles: impl IntoIterator<Item = Article<'a>>) -> Self {
        let case = Self(tempfile::tempdir().expect("a folder"));
        let mut manifest = String::new();
        for a in articles {
            let file = format!("{}.txt", a.id);
            fs::write(case.0.path().join(&file), a.text).expect("a text");
            let arabic = a
                .text
                .chars()
                .any(|c| ('\u{0620}'..='\u{06ff}').contains(&c));
            let line = serde_json::json!({
                "id": a.id, "file": file, "outlet": a.outlet, "title": a.title,
                "published": a.day, "language": if arabic { "ar" } else { "en" },
            });
            manifest.push_str(&format!("{line}\n"));
        }
        fs::write(case.0.path().join("m.jsonl"), manifest).expect("a manifest");
        let at = "2024-03-09T08:00Z";
        case.ok(&["init", "case"]);
        case.ok(&["add", "case", "--manifest", "m.jsonl", "--at", at]);
        case.ok(&["draft", "case"]);
        case
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let (code, out, err) = run(isnad().current_dir(self.0.path()).args(arguments));
        assert!(code < 2, "{arguments:?}: {err}");
        out
    }

    /// A list of one of its views.
    pub(crate) fn view(&self, name: &str, list: &str) -> Vec<Value> {
        let json = self.ok(&["view", name, "case", "--format", "json", "--limit", "0"]);
        let value: Value = serde_json::from_str(&json).expect("JSON");
        value[list].as_array().cloned().unwrap_or_default()
    }
}
