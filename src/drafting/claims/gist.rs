//! A claim in a few words and as a question, from the words of the vocabulary and the names of whom it is about.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::group::{DraftedClaim, Filled};
use crate::model::{Predicate, Takes, Words};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    en: String,
    ar: String,
}

/// Questions by predicate.
pub(super) type Questions = BTreeMap<String, Asked>;

/// The built-in questions; none where they do not parse, which a test rules out.
pub(super) fn questions() -> Questions {
    crate::drafting::content::questions(include_str!("../packs/questions.ron"))
}

fn name(f: &Filled, role: Option<&Takes>, language: &str) -> String {
    match f {
        Filled::Entity(w) => w
            .names
            .get(language)
            .or_else(|| w.names.get(if language == "ar" { "en" } else { "ar" }))
            .or_else(|| w.names.values().next())
            .cloned()
            .unwrap_or_default(),
        Filled::People { en, ar, .. } => if language == "ar" { ar } else { en }.clone(),
        Filled::Value(v) => match role {
            Some(Takes::Value(values)) => values
                .iter()
                .find(|x| x.id.as_ref() == v)
                .and_then(|x| x.words.best(language))
                .map_or_else(|| v.clone(), |(_, w)| w.to_owned()),
            _ => v.clone(),
        },
        Filled::Text(t) => t.clone(),
    }
}

fn joined(
    claim: &DraftedClaim,
    predicate: Option<&Predicate>,
    role: &str,
    language: &str,
) -> String {
    let takes = predicate
        .and_then(|p| p.roles.iter().find(|r| r.id.as_ref() == role))
        .map(|r| &r.takes);
    let and = if language == "ar" { " و" } else { " and " };
    claim
        .roles
        .iter()
        .find(|(r, _)| r == role)
        .map(|(_, f)| {
            f.iter()
                .map(|f| name(f, takes, language))
                .collect::<Vec<_>>()
                .join(and)
        })
        .unwrap_or_default()
}

fn filled(
    pattern: &str,
    claim: &DraftedClaim,
    predicate: Option<&Predicate>,
    language: &str,
) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else {
            break;
        };
        let role = &rest[open + 1..open + close];
        out.push_str(&joined(claim, predicate, role, language));
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number with its bounds.
fn number(claim: &DraftedClaim, language: &str) -> String {
    let Some(c) = &claim.count else {
        return String::new();
    };
    let ar = language == "ar";
    if let Some(word) = &c.word {
        return word.clone();
    }
    match (c.min, c.max) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (Some(0) | None, Some(b)) => format!("{} {b}", if ar { "حتى" } else { "up to" }),
        (Some(a), Some(b)) => format!("{a}–{b}"),
        (Some(a), None) => format!(
            "{} {a}",
            if ar {
                "ما لا يقل عن"
            } else {
                "at least"
            }
        ),
        (None, None) => String::new(),
    }
}

/// The gist and the question of a typed claim.
pub(super) fn words(
    claim: &DraftedClaim,
    predicate: Option<&Predicate>,
    questions: &Questions,
) -> (Words, Words) {
    let id = claim.predicate.as_deref().unwrap_or_default();
    let value = claim.roles.iter().find_map(|(_, f)| match f.first() {
        Some(Filled::Value(v)) => Some(v.as_str()),
        _ => None,
    });
    let mut gists = Vec::new();
    let mut asked = Vec::new();
    for language in ["ar", "en"] {
        let ar = language == "ar";
        let mut gist = if id == "casualties" {
            let kind = joined(claim, predicate, "kind", language);
            let of = joined(claim, predicate, "of", language);
            let n = number(claim, language);
            if ar {
                format!("{kind} من {of}: {n}")
            } else {
                format!("{kind} among {of}: {n}")
            }
        } else {
            let pattern = predicate
                .and_then(|p| p.words.best(language))
                .map_or(id, |(_, w)| w);
            let said = filled(pattern, claim, predicate, language);
            // Appointed to what is not always said.
            said.trim_end_matches(" في منصب").to_owned()
        };
        let by = joined(claim, predicate, "by", language);
        if !by.is_empty()
            && matches!(
                id,
                "killed"
                    | "wounded"
                    | "detained"
                    | "dismissed"
                    | "appointed"
                    | "casualties"
                    | "chemical"
                    | "downed"
                    | "seized"
            )
        {
            gist = format!("{gist} {} {by}", if ar { "على يد" } else { "by" });
        }
        let place = claim
            .place
            .as_ref()
            .map(|p| name(p, None, language))
            .unwrap_or_default();
        let placed = if place.is_empty() || id == "status" {
            String::new()
        } else {
            format!(" {} {place}", if ar { "في" } else { "in" })
        };
        let dated = match &claim.time {
            Some((edtf, _)) if !matches!(id, "killed" | "died") => format!(" ({edtf})"),
            _ => String::new(),
        };
        let key = match value {
            Some(v) if id == "status" => format!("{id}/{v}"),
            _ => id.to_owned(),
        };
        let question = if id == "casualties" {
            let kind = joined(claim, predicate, "kind", language);
            let of = joined(claim, predicate, "of", language);
            if ar {
                format!("كم عدد ال{kind} من {of}{placed}{dated}؟")
                    .replace("القتلى وجرحى", "القتلى والجرحى")
            } else {
                format!("How many {of} were {kind}{placed}{dated}?")
            }
        } else if let Some(q) = questions.get(&key) {
            let by = if by.is_empty()
                || !matches!(
                    id,
                    "killed" | "wounded" | "detained" | "chemical" | "downed" | "seized"
                ) {
                String::new()
            } else {
                format!(" {} {by}", if ar { "على يد" } else { "by" })
            };
            let asked = filled(if ar { &q.ar } else { &q.en }, claim, predicate, language);
            let mark = if ar { '؟' } else { '?' };
            format!("{}{by}{mark}", asked.trim_end_matches(mark))
        } else {
            format!("{gist}{}", if ar { "؟" } else { "?" })
        };
        gists.push((language.to_owned(), format!("{gist}{placed}{dated}")));
        asked.push((language.to_owned(), question));
    }
    (Words::new(gists), Words::new(asked))
}
