//! Who was taken, by the names and the words that the articles have for them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::anchor::{known_title, sound};
use super::super::assign::{Read, read, tokens};
use super::super::families::{Family, Wordings, Words};
use super::super::given::not_a_name;
use super::pack::{Release, ends};
use crate::drafting::Article;
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::page::Page;
use crate::extraction::{MentionKind, Piece};

/// The consonants of the first and of the last word of a name, and where these stand.
pub(super) type Key = (String, String);

pub(super) fn named(
    page: &Page,
    kind: MentionKind,
    (a, b): (usize, usize),
) -> Option<(Key, usize, usize)> {
    let name = kind == MentionKind::Person && b - a > 1 && !not_a_name(page, a, b);
    let own: Vec<usize> = (a..b)
        .filter(|&k| name && super::super::event::may_name(page, k))
        .collect();
    let (&first, &last) = (own.first()?, own.last()?);
    let key = (sound(page.text(first)), sound(page.text(last)));
    (first < last && key.0.chars().count() > 1 && key.1.chars().count() > 1)
        .then_some((key, first, last))
}

/// Names that stand in the sentences of captivity and release and hardly ever speak, in one of six articles.
pub(super) fn names(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
) -> BTreeSet<Key> {
    const FEW: usize = 6;
    // The articles that have the name, have it in such a sentence, and hear or meet it otherwise.
    let mut all: BTreeMap<Key, [BTreeSet<usize>; 3]> = BTreeMap::new();
    for Read {
        k: n,
        article,
        page,
        words,
        families,
    } in read(articles, pages, words)
    {
        let r = Release::of(page.arabic());
        let said = [Family::Freed, Family::Captive];
        let said = said.iter().filter_map(|f| families.families.get(f));
        let own: Vec<&Wordings> = [&r.people, &r.person, &r.taken]
            .into_iter()
            .chain(said)
            .collect();
        let sources: Vec<(usize, usize)> = article
            .extraction
            .statements
            .iter()
            .filter_map(|s| s.source.as_ref())
            .map(|q| tokens(page, q.start, q.end))
            .collect();
        for m in &page.survey.marked {
            let Some((key, ..)) = named(page, m.kind, (m.a, m.b)) else {
                continue;
            };
            let from = (0..m.a).rev().find(|&k| ends(page, k)).map_or(0, |k| k + 1);
            let to = (m.b..page.len())
                .find(|&k| ends(page, k))
                .unwrap_or(page.len());
            let of_them = (from..to).any(|k| own.iter().any(|w| w.at(words, k, to).is_some()));
            // "Handed to Sheikh X": who has a part in it.
            let part = m.a > from
                && (page.is(m.a - 1, sort::TITLE) && !page.def(m.a - 1)
                    || known_title(page.text(m.a - 1))
                        && !matches!(page.text(m.a - 1), "mr" | "mrs" | "ms")
                    || r.by.at(words, m.a - 1, m.a).is_some() && page.text(m.a - 1) != "of");
            let found = all.entry(key).or_default();
            found[0].insert(n);
            if of_them {
                found[1].insert(n);
            }
            if part || sources.iter().any(|s| s.0 < m.b && m.a < s.1) {
                found[2].insert(n);
            }
        }
    }
    let least = (pages.iter().flatten().count() / FEW).max(3);
    let sure = |[here, so, other]: &[BTreeSet<usize>; 3]| {
        here.len() >= least && so.len() > 1 && other.len() * 3 < here.len()
    };
    let all = all.into_iter().filter(|(_, v)| sure(v));
    all.map(|(k, _)| k).collect()
}

/// What somebody is called beside the name: "Rana Haddad, a nurse", «الممرضة رنا حداد».
pub(super) fn role(page: &Page, a: usize, b: usize) -> Option<String> {
    let plain = |k: usize| page.piece(k) == Piece::Word && page.text(k).chars().count() > 3;
    if page.arabic() {
        let k = a.checked_sub(1)?;
        let called = plain(k) && page.def(k) && !page.is(k, sort::STOP);
        return called.then(|| page.text(k).to_owned());
    }
    let an = page.piece(b) == Piece::Comma && matches!(page.text(b + 1), "a" | "an" | "the");
    (an && plain(b + 2) && !page.capital(b + 2)).then(|| page.text(b + 2).to_owned())
}

/// What those who were taken are called in several articles: "surveyors", where one has "three surveyors kidnapped".
pub(super) fn called(
    arabic: bool,
    pages: &[Option<Page>],
    words: &[Option<Words>],
) -> BTreeSet<String> {
    const SHARE: usize = 4;
    let several = |text: &str| {
        let ends: &[&str] = if arabic {
            &["ين", "ون", "ات", "ان"]
        } else {
            &["s", "men", "women", "people"]
        };
        text.chars().count() > 4 && ends.iter().any(|e| text.ends_with(e))
    };
    let mut found: BTreeSet<String> = BTreeSet::new();
    let all = || {
        pages
            .iter()
            .zip(words)
            .filter_map(|(p, w)| Some((p.as_ref()?, w.as_ref()?)))
    };
    for (page, words) in all().filter(|(p, _)| p.arabic() == arabic) {
        let r = Release::of(arabic);
        for k in 1..page.len() {
            let noun = |n: usize| {
                page.piece(n) == Piece::Word
                    && several(page.text(n))
                    && (arabic || !page.capital(n))
                    && (!arabic || page.def(n))
                    && !page.is(n, sort::STOP)
                    && r.others.at(words, n, n + 1).is_none()
            };
            if r.taken.at(words, k, k + 1).is_none() {
                continue;
            }
            // «المساحين المخطوفين», "surveyors kidnapped", "kidnapped surveyors".
            let marked = !arabic || page.def(k) && several(page.text(k));
            if marked && noun(k - 1) {
                found.insert(page.text(k - 1).to_owned());
            } else if !arabic && page.text(k).ends_with("ed") && noun(k + 1) {
                found.insert(page.text(k + 1).to_owned());
            }
        }
    }
    let own = all().filter(|(p, _)| p.arabic() == arabic).count();
    found.retain(|w| {
        let has = |p: &Page| (0..p.len()).any(|k| p.text(k) == w);
        let told = all()
            .filter(|(p, _)| p.arabic() == arabic && has(p))
            .count();
        told > 1 && told * SHARE >= own
    });
    found
}
