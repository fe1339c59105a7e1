//! Names of a case by their consonants, which both scripts share, and lands by whatever tells them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::anchor::{particle, sound};
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::page::Page;
use crate::extraction::{MentionKind, Piece};

/// What the key of a land begins with, where that of any other name is of consonants.
pub(super) const LAND: char = '=';

/// The consonants of a case's names, each with the articles that have it.
pub(super) type Names = BTreeMap<String, BTreeSet<usize>>;

/// The letters of a word without what is attached to it and without the ending that makes an adjective of a land's name.
fn variants(page: &Page, k: usize) -> Vec<String> {
    let text = page.text(k);
    let bare = text
        .strip_suffix("'s")
        .or_else(|| text.strip_suffix("’s"))
        .unwrap_or(text);
    let mut out = vec![bare.to_owned()];
    let long = |w: &str| w.chars().count() > 3;
    if page.arabic() {
        if let Some(w) = bare.strip_prefix(['و', 'ف']).filter(|w| long(w)) {
            out.push(w.to_owned());
        }
        for w in out.clone() {
            if let Some(w) = w.strip_prefix(['ب', 'ل', 'ك']).filter(|w| long(w)) {
                out.push(w.to_owned());
            }
            if let Some(w) = w.strip_prefix("لل").filter(|w| long(w)) {
                out.push(w.to_owned());
            }
        }
        for w in out.clone() {
            if let Some(w) = w.strip_prefix("ال").filter(|w| long(w)) {
                out.push(w.to_owned());
            }
        }
        for w in out.clone() {
            for end in ["يتين", "يتان", "يين", "يون", "يات", "يه", "ي"] {
                if let Some(w) = w.strip_suffix(end).filter(|w| long(w)) {
                    out.push(w.to_owned());
                }
            }
        }
    } else {
        for end in ["ians", "ian", "ese", "ans", "an", "is", "i", "ns", "n"] {
            if let Some(w) = bare.strip_suffix(end).filter(|w| long(w)) {
                out.push(w.to_owned());
            }
        }
    }
    out
}

/// A word that may be of a name: a capital one in Latin letters, none that a pack knows in Arabic.
pub(in crate::drafting::content::question) fn may_name(page: &Page, k: usize) -> bool {
    page.piece(k) == Piece::Word
        && page.text(k).chars().count() > 2
        && page.head(k).is_none()
        && !particle(page.text(k))
        && !page.is(
            k,
            sort::STOP | sort::TITLE | sort::GROUP_HEAD | sort::PLACE_HEAD | sort::RELATION,
        )
        && (page.arabic() || page.capital(k))
        // "Thursday" is a name that tells nothing.
        && !page
            .survey
            .marked
            .iter()
            .any(|m| m.a <= k && k < m.b && m.kind == MentionKind::Time)
}

/// The names of a case.
pub(super) fn names(pages: &[Option<Page>]) -> Names {
    let mut out = Names::new();
    for page in pages.iter().flatten() {
        for m in &page.survey.marked {
            let name = matches!(
                m.kind,
                MentionKind::Person | MentionKind::Group | MentionKind::Place
            );
            for k in m.a..m.b {
                if !name || !may_name(page, k) {
                    continue;
                }
                if let Some(last) = variants(page, k)
                    .into_iter()
                    .filter(|w| !page.arabic() || !w.starts_with("ال"))
                    .max_by_key(|w| w.chars().count())
                {
                    let key = sound(&last);
                    if key.chars().count() > 1 {
                        out.entry(key).or_default();
                    }
                }
            }
        }
    }
    // English writes names with a capital wherever they stand: within a sentence that is enough.
    for page in pages.iter().flatten().filter(|p| !p.arabic()) {
        for k in 1..page.len() {
            if page.piece(k - 1) == Piece::Word && may_name(page, k) && page.entry(k).is_none() {
                let bare = page.text(k).trim_end_matches("'s").trim_end_matches("’s");
                let key = sound(bare);
                if key.chars().count() > 2 {
                    out.entry(key).or_default();
                }
            }
        }
    }
    // Where each stands, in a mention or not.
    for (n, page) in pages.iter().enumerate() {
        let Some(page) = page else { continue };
        for k in 0..page.len() {
            let Some(key) = named(page, k, &out) else {
                continue;
            };
            if key.starts_with(LAND) {
                out.entry(key).or_default().insert(n);
            } else if let Some(articles) = out.get_mut(&key) {
                articles.insert(n);
            }
        }
    }
    out
}

/// The name of the case of which a token is a word.
pub(super) fn named(page: &Page, k: usize, names: &Names) -> Option<String> {
    // "Moscow", "Russian", «روسيا» are of one land.
    let word = page.piece(k) == Piece::Word && (page.arabic() || page.capital(k));
    if let Some(land) = page.pack.land_of(page.text(k)).filter(|_| word) {
        return Some(format!("{LAND}{land}"));
    }
    if !may_name(page, k) {
        return None;
    }
    // A word that the pack knows as something else, and two consonants alone, are names in a mention only.
    let marked = page
        .survey
        .marked
        .iter()
        .any(|m| m.a <= k && k < m.b && m.kind != MentionKind::Time);
    let known = page.arabic() && page.entry(k).is_some_and(|e| !e.triggers.is_empty());
    let least = if marked || !page.arabic() { 2 } else { 3 };
    variants(page, k)
        .into_iter()
        .map(|w| sound(&w))
        .filter(|s| s.chars().count() >= least && (!known || marked) && names.contains_key(s))
        .max_by_key(|s| s.chars().count())
}

/// An ordinary word without what is attached to it; none for words that every text has.
pub(super) fn stem(page: &Page, k: usize) -> Option<String> {
    let text = page.text(k);
    let plain = page.piece(k) == Piece::Word
        && text.chars().count() > 3
        && !particle(text)
        && !page.is(k, sort::STOP | sort::TITLE)
        && !page
            .tok(k)
            .is_some_and(|t| t.closed || t.says || t.preposition || t.that || t.relative);
    let last = variants(page, k).pop()?;
    plain.then(|| {
        last.trim_end_matches("ات")
            .trim_end_matches(['ه', 's'])
            .to_owned()
    })
}
