//! "The ministry", «السفارة», "the Brigades", "its foreign ministry": an office or a body that its page has named, by one word of the name.
//!
//! A page that writes "the Merovian defence ministry" once, and of no other ministry, means it by "the ministry". Who speaks
//! may never have been named as a speaker before: what counts is what stands in the text.

use std::collections::BTreeSet;

use super::super::naming::{Class, Form};
use super::super::saying::Teller;
use super::Joining;

/// What stands before a word by which nothing new is named, folded.
const BARE: &[&str] = &[
    "the", "a", "an", "its", "his", "her", "their", "that", "this", "same", "and", "or", "by",
    "of", "from", "to", "for", "in", "but", "both",
];

/// Whose an office is, where it is left to what stands before.
const WHOSE: &[&str] = &["its", "their"];

/// The owner stands within so many words before.
const NEAR: usize = 40;

impl Joining<'_> {
    /// Joins words for bodies with the one body that their page names so.
    pub(super) fn again(&mut self) {
        for node in 0..self.names.nodes.len() {
            let Some(word) = self.one_word(node) else {
                continue;
            };
            let articles = self.names.nodes[node].articles.clone();
            let mut meant = articles.iter().map(|a| self.named_with(node, &word, *a));
            if let Some(Some(first)) = meant.next()
                && meant.all(|m| m == Some(first))
            {
                self.join((node, first), ("named-in-text", 0.6), false);
            }
        }
        for node in 0..self.names.nodes.len() {
            if let Some(to) = self.its_office(node) {
                self.join((node, to), ("its-office", 0.6), false);
            }
        }
    }

    /// The word by which alone a node is named, which says what it is.
    fn one_word(&self, node: usize) -> Option<String> {
        let titles = self.ground.titles;
        let node = &self.names.nodes[node];
        if node.class != Class::Body || node.undisclosed || node.known_source || node.known_entity {
            return None;
        }
        if !node.speaks || !node.key.contains('@') {
            return None;
        }
        let mut words = node.forms().next()?.words;
        words.retain(|w| !matches!(w.as_str(), "same" | "its" | "their"));
        let [word] = words.as_slice() else {
            return None;
        };
        let office = titles.is_generic_word(word) && titles.is_state(&Form::new(word))
            || OFFICES.contains(&word.as_str());
        (office && node.forms().all(|f| f.words.last() == Some(word))).then(|| word.clone())
    }

    /// The one body that an article names by a word and another, where it has the word with no third.
    fn named_with(&self, node: usize, word: &str, article: usize) -> Option<usize> {
        let text = &self.words[article];
        let bare = word.strip_prefix("ال").unwrap_or(word);
        let arabic = bare.len() < word.len();
        let mut with: BTreeSet<&str> = BTreeSet::new();
        for (k, w) in text.iter().enumerate() {
            if arabic {
                // «وزارة الدفاع», «لوزارة الدفاع»: what it is of follows; «الوزارة» is of nothing.
                let construct = w.strip_suffix(bare).is_some_and(|cling| {
                    cling.chars().count() <= 2 && !cling.ends_with('ل') || cling == "ل"
                });
                if construct && w != word && !w.ends_with(word) {
                    with.extend(text.get(k + 1).map(String::as_str));
                }
            } else if w == word {
                let of = text.get(k + 1).is_some_and(|next| next == "of");
                let before = k.checked_sub(1).map(|p| text[p].as_str());
                match (of, before) {
                    (true, _) => with.extend(text.get(k + 2).map(String::as_str)),
                    // "Merovia's embassy".
                    (false, Some("s")) => with.extend(k.checked_sub(2).map(|p| text[p].as_str())),
                    (false, Some(before)) if !BARE.contains(&before) => {
                        with.insert(before);
                    }
                    _ => {}
                }
            }
        }
        let mut with = with.into_iter();
        let (one, other) = (with.next(), with.next());
        // A page that names no embassy means the only one of which the case knows.
        if other.is_some() || one.is_none() && !matches!(bare, "embassy" | "سفاره") {
            return None;
        }
        let nodes = &self.names.nodes;
        let called = |n: &usize| {
            let other = &nodes[*n];
            let own = !other.key.contains('@')
                || other
                    .articles
                    .iter()
                    .all(|a| nodes[node].articles.contains(a));
            let body = other.class == Class::Body && !other.undisclosed && own;
            *n != node
                && body
                && (other.speaks || other.described)
                && other.forms().any(|f| {
                    let has = |word: &str| f.words.iter().any(|w| w == word);
                    f.words.len() > 1 && has(bare) && one.is_none_or(has)
                })
        };
        let all: Vec<usize> = (0..nodes.len()).filter(called).collect();
        let here: Vec<usize> = all
            .iter()
            .copied()
            .filter(|n| self.named_in(&nodes[*n], article).is_some())
            .collect();
        if let (true, Some(one), false) = (all.is_empty(), one, arabic) {
            // "Merovia's embassy", which only the other language names as a speaker.
            let whole = Form::new(&format!("{one} {word}"));
            let terms = self.ground.titles.terms();
            let mut same = (0..nodes.len()).filter(|n| {
                let other = &nodes[*n];
                let body =
                    other.class == Class::Body && !other.undisclosed && !other.key.contains('@');
                body && other
                    .forms()
                    .any(|f| f.is_arabic() && terms.same(&f, &whole))
            });
            return same.next().filter(|_| same.next().is_none());
        }
        match (here.as_slice(), all.as_slice()) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        }
    }

    /// The office of the one land that stands before "its foreign ministry".
    fn its_office(&self, node: usize) -> Option<usize> {
        let form = self.names.nodes[node].forms().next()?;
        let (first, office) = form.words.split_first()?;
        let plain =
            self.names.nodes[node].class == Class::Body && !self.names.nodes[node].undisclosed;
        if !plain || !WHOSE.contains(&first.as_str()) || office.is_empty() {
            return None;
        }
        let generic = office.iter().all(|w| self.ground.titles.is_generic_word(w));
        let [article] = self.names.nodes[node].articles.as_slice() else {
            return None;
        };
        let article = *article;
        let text = &self.words[article];
        let at: Vec<usize> = (0..text.len())
            .filter(|k| text[*k..].starts_with(&form.words))
            .collect();
        let [at] = at.as_slice() else {
            return None;
        };
        let before = &text[at.saturating_sub(NEAR)..*at];
        let nodes = &self.names.nodes;
        let mut nearest: Option<(usize, usize)> = None;
        for (n, other) in nodes.iter().enumerate() {
            if n == node
                || other.class != Class::Body
                || other.undisclosed
                || other.key.contains('@')
            {
                continue;
            }
            for name in other.forms() {
                // "Merovia's foreign ministry" without what says whose.
                let Some(owner) = name.words.strip_suffix(office) else {
                    continue;
                };
                let owner: Vec<&String> = owner.iter().filter(|w| *w != "s").collect();
                let [owner] = owner.as_slice() else {
                    continue;
                };
                let owner = owner.trim_end_matches("'s").trim_end_matches("’s");
                let place = before
                    .iter()
                    .rposition(|w| w.trim_end_matches("'s").trim_end_matches("’s") == owner);
                match (place, nearest) {
                    (Some(p), Some((q, m))) if p == q && m != n => return None,
                    (Some(p), Some((q, _))) if p <= q => {}
                    (Some(p), _) => nearest = Some((p, n)),
                    (None, _) => {}
                }
            }
        }
        let speaks = self
            .ground
            .sayings
            .iter()
            .any(|s| s.article == article && matches!(s.who, Teller::Named { .. }));
        nearest.filter(|_| generic && speaks).map(|(_, n)| n)
    }
}

/// Bodies of which a page names few, and that no land has but one of, folded.
const OFFICES: &[&str] = &[
    "hospital",
    "المستشفي",
    "department",
    "الوزاره",
    "السفاره",
    "embassy",
    "ministry",
    "clinic",
    "prison",
];
