//! A document as drafting reads it: its text, its entry's facts, and what extraction proposes.

use std::collections::HashMap;

use rayon::prelude::*;

use super::content::ContentPacks;
use crate::case_file::{Loaded, Texts};
use crate::extraction::{
    Act, Extraction, KnownName, MentionKind, Proposed, Quoted, SourceKind, extract_with,
};
use crate::model::{EntityKind, When};
use crate::text::fold::fold;

/// A document of the case with its text.
#[derive(Debug, Clone)]
pub struct Article<'a> {
    /// The document's id in the case.
    pub document: &'a str,
    /// The id of the source that published it.
    pub outlet: Option<&'a str>,
    /// Its title, as in its entry; it may or may not stand in the text as well.
    pub title: Option<&'a str>,
    /// When it was published.
    pub published: Option<&'a When>,
    /// BCP 47 tag of its language.
    pub language: &'a str,
    /// Its text, as decoded; all offsets are Unicode scalar values into it.
    pub text: &'a str,
    /// What extraction proposes for it.
    pub extraction: Extraction,
}

/// A document that cannot be drafted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its id.
    pub document: String,
    /// Why.
    pub why: &'static str,
}

/// The articles of a case, in the order of its documents, and the documents that there is no text or no language pack for.
#[must_use]
pub fn articles<'a>(
    loaded: &'a Loaded,
    texts: &'a Texts,
    packs: &ContentPacks,
) -> (Vec<Article<'a>>, Vec<Unread>) {
    let case = &loaded.case;
    let forms: Vec<(&str, MentionKind, Vec<&str>)> = case
        .entities
        .iter()
        .filter_map(|(_, id, entity)| {
            let kind = match entity.kind {
                EntityKind::Person => MentionKind::Person,
                EntityKind::Group => MentionKind::Group,
                EntityKind::Place => MentionKind::Place,
                EntityKind::Thing | EntityKind::Event => return None,
            };
            let names = entity.names.iter().map(|(_, name)| name);
            let aliases = entity.aliases.iter().map(|a| a.text.as_ref());
            (!entity.draft).then(|| (id, kind, names.chain(aliases).collect()))
        })
        .collect();
    let names: Vec<KnownName> = forms
        .iter()
        .map(|(id, kind, forms)| (*id, *kind, forms.as_slice()))
        .collect();
    let mut unread = Vec::new();
    let mut wanted = Vec::new();
    for (key, id, document) in case.documents.iter() {
        let Some(text) = texts.get(key) else {
            unread.push(Unread {
                document: id.to_owned(),
                why: "its text is not at hand",
            });
            continue;
        };
        let language = document
            .language
            .as_deref()
            .unwrap_or_else(|| guess(&text.text));
        match packs.extraction(language) {
            Some(pack) => wanted.push((id, document, text.text.as_str(), language, pack)),
            None => unread.push(Unread {
                document: id.to_owned(),
                why: "there is no language pack for it",
            }),
        }
    }
    let articles = wanted
        .into_par_iter()
        .map(|(id, document, text, language, pack)| Article {
            document: id,
            outlet: document.outlet.map(|key| case.sources.id(key)),
            title: document.title.as_deref(),
            published: document.published.as_ref(),
            language,
            text,
            extraction: of_one_voice(extract_with(text, pack, &names)),
        })
        .collect();
    (articles, unread)
}

/// What is proposed without statements that only take apart one speaker's words: of "the coalition said it could not confirm
/// the death" the coalition says one thing, which no outer statement affirms.
fn of_one_voice(mut extraction: Extraction) -> Extraction {
    let all = &extraction.statements;
    let outer_of = |one: &Proposed| -> Option<usize> {
        let outer = one.nested_in.as_deref()?;
        all.iter().position(|o| o.id == outer && o.id != one.id)
    };
    let taken: Vec<bool> = all
        .iter()
        .map(|one| {
            outer_of(one).map(|o| &all[o]).is_some_and(|outer| {
                within(outer, one)
                    && (same_phrase(outer, one) || on_behalf(outer, one) || knowledge(one))
                    || points_back(one)
            })
        })
        .collect();
    let mut into: HashMap<String, Option<String>> = HashMap::new();
    for (one, taken) in all.iter().zip(&taken) {
        if *taken {
            into.insert(one.id.clone(), one.nested_in.clone());
        }
    }
    let mut kept = Vec::new();
    for (mut one, taken) in std::mem::take(&mut extraction.statements)
        .into_iter()
        .zip(taken)
    {
        if taken {
            continue;
        }
        let mut steps = 0;
        while let Some(outer) = one.nested_in.as_deref()
            && let Some(next) = into.get(outer)
            && steps < 8
        {
            one.nested_in.clone_from(next);
            steps += 1;
        }
        kept.push(one);
    }
    extraction.statements = kept;
    extraction
}

/// Whether a statement's cue and content lie within another's content.
fn within(outer: &Proposed, inner: &Proposed) -> bool {
    let holds = |q: &Quoted| {
        outer
            .content
            .iter()
            .any(|o| o.start <= q.start && q.end <= o.end)
    };
    !inner.content.is_empty() && inner.content.iter().chain(&inner.cue).all(holds)
}

/// Whether both are said by the one phrase: the inner subject is a pronoun for the speaker.
fn same_phrase(outer: &Proposed, inner: &Proposed) -> bool {
    let at = |s: &Proposed| s.source.as_ref().map(|q| (q.start, q.end));
    at(outer).is_some() && at(outer) == at(inner) && inner.act != Act::Rumour
}

/// Whether what "says" is the speaker's own information: «المعلومات المتوفرة تشير إلى», "our information suggests".
fn knowledge(inner: &Proposed) -> bool {
    const WORDS: &[&str] = &[
        "معلومات",
        "المعلومات",
        "معطيات",
        "المعطيات",
        "دلايل",
        "الدلايل",
        "مؤشرات",
        "مءشرات",
        "ادله",
        "الادله",
        "information",
        "evidence",
        "indications",
        "intelligence",
        "everything",
        "data",
    ];
    let named = inner.source.as_ref().map(|s| fold(&s.text));
    inner.source_kind == SourceKind::Unattributed
        && inner.act != Act::Rumour
        && named.is_some_and(|n| n.split_whitespace().any(|w| WORDS.contains(&w)))
}

/// Whether a rumour is nothing but a pointer to what was said before: «هذه الأنباء».
fn points_back(inner: &Proposed) -> bool {
    let words: Vec<String> = inner
        .content
        .iter()
        .flat_map(|c| {
            fold(&c.text)
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    inner.act == Act::Rumour
        && words.len() <= 3
        && words.first().is_some_and(|w| {
            matches!(
                w.as_str(),
                "هذه" | "هذا" | "تلك" | "ذلك" | "these" | "this" | "those" | "such" | "the"
            )
        })
        && words.get(1).is_some_and(|w| {
            [
                "انباء",
                "اخبار",
                "تقارير",
                "شايعات",
                "اشاعات",
                "مزاعم",
                "معلومات",
                "خبر",
                "نبا",
                "report",
                "rumour",
                "rumor",
                "claim",
                "news",
            ]
            .iter()
            .any(|r| w.contains(r))
        })
}

/// Whether a person says that his side cannot confirm: "the minister said Moscow could not confirm".
fn on_behalf(outer: &Proposed, inner: &Proposed) -> bool {
    let Some(cue) = &inner.cue else {
        return false;
    };
    let cue = fold(&cue.text);
    let negated = [
        "not ",
        "unable",
        "cannot",
        "n't",
        "لا ",
        "لم ",
        "ليس",
        "غير",
        "تعذر",
        "يتعذر",
    ]
    .iter()
    .any(|w| cue.contains(w));
    let confirms = [
        "confirm", "verif", "corrobor", "اكيد", "اكد", "تحقق", "تثبت",
    ]
    .iter()
    .any(|w| cue.contains(w));
    let body = matches!(
        inner.source_kind,
        SourceKind::Organization | SourceKind::State | SourceKind::Group
    );
    negated && confirms && body && outer.source.is_some()
}

/// A text's language by its letters, where its entry says none.
fn guess(text: &str) -> &'static str {
    let (mut arabic, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if ('\u{0620}'..='\u{06ff}').contains(&c) {
            arabic += 1;
        } else {
            other += 1;
        }
    }
    if arabic >= other { "ar" } else { "en" }
}
