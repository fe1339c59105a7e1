//! Whether somebody is held: where a case asks for no life, deed or place, and most of its articles speak of one person and of
//! custody.
//!
//! What the words of an arrest say is read with the other events (`event`). Here is weighed what they left: that the person sleeps at
//! home, that no list has the name, that men with badges came, "rubbish".

use std::collections::BTreeSet;

use super::anchor::Anchor;
use super::assign::{Read, behind, enter, is_free, read, reading, tokens};
use super::before::start;
use super::families::Words;
use super::weigh::Fate;
use crate::drafting::content::answer::person;
use crate::drafting::content::cast::Focus;
use crate::drafting::content::page::Page;
use crate::drafting::{Article, Filler, Named, Proposed, Reading, Said};
use crate::model::EntityKind;

/// The share of articles that must speak of custody and of the person.
const SHARE: (usize, usize) = (2, 5);

/// Adds what the sayings of a case say of the custody that it asks for, where nothing else was read of them.
pub(super) fn assign(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    heroes: &[Option<Focus>; 2],
    out: &mut Vec<Reading>,
) {
    let anchors = [true, false].map(|arabic| Anchor::new(arabic, heroes, pages));
    let of_page = |page: &Page| anchors[usize::from(!page.arabic())].as_ref();
    let mut spoken: BTreeSet<usize> = BTreeSet::new();
    for Read {
        k,
        article,
        page,
        words,
        families,
    } in read(articles, pages, words)
    {
        let (Some(anchor), Some(held)) =
            (of_page(page), families.families.get(&Fate::Custody.so()))
        else {
            continue;
        };
        let says = |a: usize, b: usize| {
            anchor.meant(page, words, families, a, b).is_some()
                && (a..b).any(|n| held.at(words, n, b).is_some())
        };
        let all = article
            .extraction
            .statements
            .iter()
            .flat_map(|s| &s.content);
        let mut all = all.map(|c| tokens(page, c.start, c.end));
        if all.any(|(a, b)| says(a, b)) {
            spoken.insert(k);
        }
    }
    let all = pages.iter().flatten().count();
    if spoken.len() < 3 || spoken.len() * SHARE.1 < all * SHARE.0 {
        return;
    }
    let Some(of) = asked(&anchors, out) else {
        return;
    };
    let mut found: Vec<Reading> = Vec::new();
    for at_hand in read(articles, pages, words) {
        let Read {
            k, article, page, ..
        } = at_hand;
        let Some(anchor) = of_page(page).filter(|a| (0..page.len()).any(|n| a.named(page, n)))
        else {
            continue;
        };
        let here = || out.iter().filter(|r| r.article == k);
        let mut of_it: BTreeSet<usize> = here()
            .filter(|r| r.of == of)
            .filter_map(|r| start(article, r.said))
            .collect();
        for (i, s) in article.extraction.statements.iter().enumerate() {
            let said = Said::Statement(i);
            let free = here()
                .filter(|r| r.said == said)
                .all(|r| r.of.predicate.is_none() && r.of.roles.is_empty());
            let Some(first) = s.content.first().filter(|_| free) else {
                continue;
            };
            let at = first.start as usize;
            let unit = behind(&at_hand, s, at, &of_it, anchor, Fate::Custody);
            if let Some(weighed) = unit.says(s) {
                of_it.insert(at);
                found.push(reading(k, said, page, &of, &weighed));
            }
        }
    }
    for r in found {
        enter(out, r, is_free);
    }
}

/// That the person is held: as most readings have it, else by nobody in particular.
fn asked(anchors: &[Option<Anchor>; 2], readings: &[Reading]) -> Option<Proposed> {
    let held = |of: &Proposed| of.predicate.as_deref() == Some("detained");
    let his = |of: &Proposed| {
        person(of).is_some_and(|n| anchors.iter().flatten().any(|a| a.name == n || a.bears(n)))
    };
    let mut counts: std::collections::BTreeMap<&Proposed, usize> =
        std::collections::BTreeMap::new();
    for r in readings.iter().filter(|r| held(&r.of) && his(&r.of)) {
        *counts.entry(&r.of).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(of, n)| (*n, std::cmp::Reverse(*of)))
        .map(|(of, _)| of.clone());
    most.or_else(|| {
        let named = Named {
            name: anchors.iter().flatten().next()?.name.clone(),
            kind: EntityKind::Person,
            span: None,
            known_as: None,
        };
        Some(Proposed {
            predicate: Some("detained".to_owned()),
            roles: vec![("person".to_owned(), vec![Filler::Named(named)])],
            place: None,
            count: None,
            time: None,
        })
    })
}
