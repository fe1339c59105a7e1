//! A claim in a few words and as a question, from the words of the vocabulary and the names of whom it is about.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::group::{DraftedClaim, Filled, Whose};
use crate::model::{Predicate, Takes, Words};
use crate::text::dates::date;
use crate::text::fold::fold;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub(super) en: String,
    pub(super) ar: String,
    /// The event told and not asked, which is the gist of a claim of it.
    #[serde(default)]
    told: Option<[String; 2]>,
    /// What it is known by in a text, for people and bodies that are told by what they are.
    #[serde(default)]
    pub(super) words: String,
    /// It befalls people together who are told by what they are.
    #[serde(default)]
    pub(super) together: bool,
}

impl Asked {
    pub(super) fn of(&self, language: &str) -> &str {
        if language == "ar" { &self.ar } else { &self.en }
    }

    /// The event in words of a language, English first in the data.
    pub(super) fn told(&self, language: &str) -> Option<&str> {
        let [en, ar] = self.told.as_ref()?;
        Some(if language == "ar" { ar } else { en })
    }

    /// Whether a text has a word of these people.
    pub(super) fn spoken_of(&self, text: &str) -> bool {
        let folded = fold(text);
        let mut all = folded.split(|c: char| !c.is_alphanumeric());
        all.any(|w| {
            let bare = crate::text::fold::bare(w).unwrap_or(w);
            self.words.split(' ').any(|own| own == w || own == bare)
        })
    }
}

/// By its id, the people told by what they are of whom most texts speak; hostages where none has a word for them.
pub(in crate::drafting) fn those(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.collect();
    let told = |asked: &Asked| texts.iter().filter(|t| asked.spoken_of(t)).count();
    let known = questions().iter();
    let known = known.filter(|(id, _)| id.starts_with("those/") && *id != "those/prisoners");
    let most = known.max_by_key(|(id, asked)| (told(asked), std::cmp::Reverse(*id)));
    most.filter(|(_, asked)| told(asked) > 1)
        .map_or_else(|| "those/hostages".to_owned(), |(id, _)| id.clone())
}

/// People told by what they are, by the id that `those` gives: a short id, English and Arabic name.
pub(super) fn of_those(id: &str) -> Option<(&str, &'static str, &'static str)> {
    let asked = questions().get(id)?;
    Some((id.strip_prefix("those/")?, &asked.en, &asked.ar))
}

/// Questions by predicate and by event, and the words that they are filled with.
pub(super) type Questions = BTreeMap<String, Asked>;

/// The built-in questions; none where they do not parse, which a test rules out.
pub(super) fn questions() -> &'static Questions {
    static ALL: LazyLock<Questions> = LazyLock::new(|| {
        crate::drafting::content::questions(include_str!("../packs/questions.ron"))
    });
    &ALL
}

/// What articles call a body or a place without naming it, "the army", in both languages.
fn common(name: &str) -> Option<&'static Asked> {
    static ALL: LazyLock<BTreeMap<String, &'static Asked>> = LazyLock::new(|| {
        let names = questions().iter().filter(|(id, _)| id.starts_with("name/"));
        names
            .flat_map(|(_, asked)| asked.words.split('|').map(move |w| (fold(w), asked)))
            .collect()
    });
    let folded = fold(name);
    let plain = folded.strip_prefix("the ").unwrap_or(&folded);
    ALL.get(plain).copied()
}

/// The name of an entity in a language, else in another; an id is no name.
pub(super) fn name_of(w: &Whose, language: &str) -> String {
    // A name of one word is its own key, and no id for that.
    let is_id = |n: &&String| {
        n.contains('-')
            && w.key
                .split_once(':')
                .is_some_and(|(_, id)| id == n.as_str())
    };
    let own = w.names.get(language).filter(|n| !is_id(n));
    let names = w.names.iter();
    let any = own.or_else(|| names.map(|(_, n)| n).find(|n| !is_id(n)));
    let any = any.or_else(|| w.names.values().next());
    any.map_or_else(String::new, |n| {
        common(n).map_or_else(|| n.clone(), |asked| asked.of(language).to_owned())
    })
}

fn name(f: &Filled, role: Option<&Takes>, language: &str) -> String {
    match f {
        Filled::Entity(w) => name_of(w, language),
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

/// People who are counted: «من المدنيين»; nothing in Arabic where they are people of any kind.
fn counted(claim: &DraftedClaim, predicate: Option<&Predicate>, language: &str) -> String {
    let of = claim.roles.iter().find(|(r, _)| r == "of");
    let people = of.and_then(|(_, f)| match f.as_slice() {
        [Filled::People { id, .. }] => questions().get(&format!("people/{id}")),
        _ => None,
    });
    let words = people.map_or_else(
        || joined(claim, predicate, "of", language),
        |asked| asked.of(language).to_owned(),
    );
    if language == "ar" && !words.is_empty() {
        format!(" من {words}")
    } else {
        words
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

/// A time in words, as the views word it.
fn when(edtf: &str, inferred: bool, arabic: bool) -> String {
    let (comma, note) = match (arabic, inferred) {
        (true, true) => ("،", " (تاريخ مستنتج)"),
        (true, false) => ("،", ""),
        (false, true) => (",", " (date inferred)"),
        (false, false) => (",", ""),
    };
    format!("{comma} {}{note}", date(edtf, arabic))
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
            let of = counted(claim, predicate, language);
            let n = number(claim, language);
            if ar {
                format!("{kind}{of}: {n}")
            } else {
                format!("{of} {kind}: {n}")
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
            Some((edtf, inferred)) if !matches!(id, "killed" | "died") => when(edtf, *inferred, ar),
            _ => String::new(),
        };
        let key = match value {
            Some(v) if id == "status" => format!("{id}/{v}"),
            _ => id.to_owned(),
        };
        let question = if id == "casualties" {
            let kind = joined(claim, predicate, "kind", language);
            let of = counted(claim, predicate, language);
            if ar {
                format!("كم عدد ال{kind}{of}{placed}{dated}؟")
                    .replace("القتلى وجرحى", "القتلى والجرحى")
            } else {
                format!("How many {of} were {kind}{placed}{dated}?")
            }
        } else if let Some(q) = questions.get(&key) {
            let by = if by.is_empty()
                || !matches!(
                    id,
                    "killed"
                        | "wounded"
                        | "detained"
                        | "released"
                        | "chemical"
                        | "downed"
                        | "seized"
                ) {
                String::new()
            } else {
                format!(" {} {by}", if ar { "على يد" } else { "by" })
            };
            let asked = filled(q.of(language), claim, predicate, language);
            let mark = if ar { '؟' } else { '?' };
            // What happened in many places is told by its own.
            let there = match id {
                "chemical" | "truce" | "violated" | "clashed" | "negotiated" => placed.as_str(),
                _ => "",
            };
            format!("{}{there}{by}{mark}", asked.trim_end_matches(mark))
        } else {
            format!("{gist}{}", if ar { "؟" } else { "?" })
        };
        gists.push((language.to_owned(), format!("{gist}{placed}{dated}")));
        asked.push((language.to_owned(), question));
    }
    (Words::new(gists), Words::new(asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_one_word_is_no_id() {
        let whose = |key: &str, names: &[(&str, &str)]| Whose {
            key: key.to_owned(),
            names: names
                .iter()
                .map(|(l, n)| ((*l).to_owned(), (*n).to_owned()))
                .collect(),
        };
        let king = whose("person:جوهر", &[("ar", "جوهر"), ("en", "Jawhar")]);
        assert_eq!(name_of(&king, "ar"), "جوهر");
        let town = whose(
            "known:tell-smaq",
            &[("ar", "تل السماق"), ("en", "tell-smaq")],
        );
        assert_eq!(name_of(&town, "en"), "تل السماق");
    }
    #[test]
    fn every_event_is_told_as_well_as_asked() {
        let events = questions()
            .iter()
            .filter(|(id, _)| id.starts_with("event/"));
        let mut all = 0;
        for (id, asked) in events {
            all += 1;
            for language in ["en", "ar"] {
                let told = asked.told(language).unwrap_or_default();
                let of = |text: &str| text.contains("{whom}");
                assert!(
                    !told.is_empty() && of(told) == of(asked.of(language)),
                    "{id}"
                );
            }
        }
        assert!(all > 10);
    }
}
