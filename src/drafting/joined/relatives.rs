//! Relatives: "Wardani's brother told the Herald", "his brother, Mahmoud", «محمود الورداني، شقيق القائد».
//!
//! A text names a relative once, by whose relative it is; others leave out the surname or the name. The same relative of one
//! person under one given name is one. Without a name it is whom the same text names, or whom the outlet named that is quoted;
//! a man may have two brothers, so where neither tells the two are only marked.

use std::collections::BTreeSet;

use super::super::naming::{Class, Form, Quoter, Suggestion, is_several, whole};
use super::super::saying::Teller;
use super::Joining;

/// Who is called somebody's relative.
#[derive(Debug, Clone)]
struct Relative {
    node: usize,
    kin: usize,
    /// How the surname sounds of whose relative it is; none where a title stands for it.
    of: Option<String>,
    /// How the given name sounds, and whether it is all there is.
    given: Option<(String, bool)>,
}

/// What a description indefinite in English begins with.
const ANY: &[&str] = &["a", "an", "one", "another"];

impl Joining<'_> {
    /// Joins what names and descriptions show to be one relative.
    pub(super) fn relatives(&mut self) {
        let mut named: Vec<Relative> = Vec::new();
        let mut withheld: Vec<Relative> = Vec::new();
        for (saying, behind) in self.ground.sayings.iter().zip(self.behind.iter()) {
            let Some(node) = behind.who else {
                continue;
            };
            match &saying.who {
                Teller::Named {
                    named: name,
                    phrase: Some(phrase),
                    ..
                } if self.names.nodes[node].class == Class::Person => {
                    named.extend(self.relative(node, phrase, Some(&name.name)));
                }
                Teller::Withheld { description, .. }
                    if self.names.nodes[node].undisclosed && !is_several(description) =>
                {
                    withheld.extend(self.relative(node, description, None));
                }
                _ => {}
            }
        }
        // A given name alone is the whole name's; or, with no whole name in the case, one with others alike.
        for one in named.clone() {
            let Some((given, true)) = &one.given else {
                continue;
            };
            let same = |o: &&Relative| {
                o.kin == one.kin
                    && o.of.is_some()
                    && o.of == one.of
                    && o.given.as_ref().is_some_and(|(g, _)| g == given)
            };
            let like: Vec<&Relative> = named.iter().filter(same).collect();
            let full: BTreeSet<usize> = like
                .iter()
                .filter(|o| matches!(o.given, Some((_, false))))
                .map(|o| o.node)
                .collect();
            let first = like.iter().map(|o| o.node).min();
            let mut full = full.into_iter();
            let to = match (full.next(), full.next()) {
                (Some(only), None) => Some(only),
                (None, _) => first,
                (Some(_), Some(_)) => None,
            };
            if let Some(to) = to.filter(|to| *to != one.node) {
                self.join((one.node, to), ("relative", 0.6), true);
                self.of_case(to);
                for other in named.iter_mut().chain(&mut withheld) {
                    if other.node == one.node {
                        other.node = to;
                    }
                }
            }
        }
        let mut done = BTreeSet::new();
        for one in withheld {
            if !done.insert(one.node) {
                continue;
            }
            let fits = |o: &&Relative| {
                o.kin == one.kin && (o.of.is_none() || one.of.is_none() || o.of == one.of)
            };
            let all: BTreeSet<usize> = named.iter().filter(fits).map(|o| o.node).collect();
            let articles = &self.names.nodes[one.node].articles;
            let here: Vec<usize> = all
                .iter()
                .copied()
                .filter(|n| {
                    let node = &self.names.nodes[*n];
                    let mut articles = articles.iter();
                    articles.all(|a| node.articles.contains(a) || self.named_in(node, *a).is_some())
                })
                .collect();
            let quoter = self.names.nodes[one.node].quoted_by;
            let told: Vec<usize> = all
                .iter()
                .copied()
                .filter(|n| {
                    let mut there = self.names.nodes[*n].articles.iter();
                    let Some(Quoter::Node(outlet)) = quoter else {
                        return false;
                    };
                    there.any(|a| self.outlets[*a] == Some(outlet))
                })
                .collect();
            let only = |some: &[usize]| match some {
                [one] => Some(*one),
                _ => None,
            };
            let whose = one.of.is_some();
            if let Some(to) = only(&here).or_else(|| only(&told).filter(|_| whose)) {
                self.join((one.node, to), ("relative", 0.6), false);
            } else if let (Some(to), true) = (all.first().filter(|_| all.len() == 1), whose) {
                self.names.suggestions.push(Suggestion {
                    a: one.node,
                    b: *to,
                    rule: "perhaps-relative",
                    score: 0.45,
                });
            }
        }
    }

    /// What a phrase says of somebody as a relative.
    fn relative(&self, node: usize, phrase: &str, name: Option<&str>) -> Option<Relative> {
        let titles = self.ground.titles;
        let form = Form::new(phrase);
        let first = phrase.split_whitespace().next()?.to_lowercase();
        if ANY.contains(&first.as_str()) {
            return None;
        }
        let at = form.words.iter().position(|w| titles.kin(w).is_some())?;
        let kin = titles.kin(&form.words[at])?;
        let name = name.map(|n| titles.person(&Form::new(n)));
        let own = name.as_ref().map_or(&[][..], |n| n.words.as_slice());
        let sound = |word: &String| {
            let sound = whole(std::slice::from_ref(word));
            (sound.chars().count() >= 2).then_some(sound)
        };
        // Arabic names whose relative it is behind the word, English before it or behind "of".
        let of = form.words.iter().position(|w| w == "of");
        let after = form.is_arabic() || of.is_some_and(|of| of > at);
        let beside: Vec<&String> = if after {
            form.words[at + 1..].iter().collect()
        } else {
            form.words[..at].iter().collect()
        };
        let surname = beside
            .into_iter()
            .filter(|w| !own.contains(*w) && !matches!(w.as_str(), "of" | "al" | "el"))
            .rfind(|w| !titles.is_title(w) && !WHOSE.contains(&w.as_str()));
        // Brothers and fathers share the surname.
        let own_surname = own.last().filter(|_| own.len() > 1);
        let given = own.first().and_then(sound).map(|g| (g, own.len() == 1));
        let of = surname.or(own_surname).and_then(sound);
        Some(Relative {
            node,
            kin,
            of,
            given,
        })
    }
}

/// Words by which it is left to the page whose relative somebody is.
const WHOSE: &[&str] = &["his", "her", "their", "the", "leader", "man", "minister"];
