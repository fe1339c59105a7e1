//! Through which outlet words came, where it stands beside whoever said them: "an official quoted by the Harbour Agency said",
//! "said on Radio Tabar that", «في تصريحات أوردتها وكالة …».

use std::sync::LazyLock;

use serde::Deserialize;

use super::content::questions;
use super::firsthand::among;
use super::naming::Form;
use super::saying::{Passed, Reader};
use crate::extraction::Proposed;
use crate::text::Span;
use crate::text::fold::fold;

/// The outlet stands within so many characters of the speaker and the verb.
const NEAR: usize = 90;

/// Its name begins within so many words behind the word that leads to it, and has as many at most.
const WORDS: usize = 4;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    by: Vec<String>,
    on: Vec<String>,
    before: Vec<String>,
    behind: Vec<String>,
    verbs: Vec<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| questions(include_str!("packs/carried.ron")));

/// Where a word for what an outlet is stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Before,
    /// Behind its name, or as a part of that.
    Behind,
}

/// Whether an English word says that a name beside it is an outlet's.
pub(super) fn of_outlets(word: &str, place: Place) -> bool {
    let all = match place {
        Place::Before => &LISTS.before,
        Place::Behind => &LISTS.behind,
    };
    among(all, &fold(word))
}

impl Reader<'_> {
    /// The outlet that is written to have carried these very words.
    pub(super) fn carried_by(&self, one: &Proposed, content: &Span) -> Option<Passed> {
        let (cue, source) = (one.cue.as_ref()?, one.source.as_ref()?);
        if one.source_kind.publishes() {
            return None;
        }
        let from = source.end as usize;
        let last = cue.end.max(source.end) as usize;
        let upto = if content.start >= last {
            content.start
        } else {
            let (_, end) = self.prose.sentence(last);
            end.min(last + NEAR / 2)
        };
        // What stands within the words themselves is theirs.
        if upto <= from || upto - from > NEAR || (from..upto).contains(&content.start) {
            return None;
        }
        let words = self.prose.words(from, upto);
        let arabic = self.article.language.starts_with("ar");
        let verb = words.iter().position(|w| w.start >= cue.start as usize);
        let (at, only_next) = words.iter().enumerate().find_map(|(n, w)| {
            let next = words.get(n + 1);
            let word = w.folded.as_str();
            if arabic {
                return among(&LISTS.verbs, word).then_some((n + 1, false));
            }
            let by = next.is_some_and(|w| w.folded == "by") && w.after.is_empty();
            let on = word == "on"
                && verb.is_some_and(|v| n == v + 1)
                && among(&LISTS.on, &fold(&cue.text));
            (by && among(&LISTS.by, word))
                .then_some((n + 2, false))
                .or(on.then_some((n + 1, true)))
        })?;
        let named = &words[at.min(words.len())..];
        let end = named
            .iter()
            .take(2 * WORDS)
            .position(|w| !w.after.is_empty());
        let named = &named[..end.map_or(named.len().min(2 * WORDS), |k| k + 1)];
        let starts = if only_next { 1 } else { WORDS.min(named.len()) };
        let body = (0..starts).find_map(|from| {
            (1..=WORDS.min(named.len().checked_sub(from)?))
                .rev()
                .find_map(|many| {
                    let (first, last) = (named.get(from)?, named.get(from + many - 1)?);
                    let form = Form::new(self.slice(first.start, last.end));
                    let listed = self
                        .listed
                        .find(&form, self.titles)
                        .map(|(body, _, _)| body);
                    listed
                        .or_else(|| self.listed.credit(&form))
                        .filter(|body| self.prints(*body))
                })
        })?;
        (Some(body) != self.own).then(|| Passed {
            who: self.listed_teller(body),
            rule: "passed-on",
        })
    }
}
