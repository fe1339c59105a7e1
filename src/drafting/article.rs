//! A document as drafting reads it: its text, its entry's facts, and what extraction proposes.

use rayon::prelude::*;

use super::content::ContentPacks;
use crate::case_file::{Loaded, Texts};
use crate::extraction::{Extraction, KnownName, MentionKind, extract_with};
use crate::model::{EntityKind, When};

/// Why a document in a language without a pack is not read.
pub const NO_PACK: &str = "there is no language pack for it";

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
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
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
                why: NO_PACK,
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
            extraction: extract_with(text, pack, &names),
        })
        .collect();
    (articles, unread)
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
