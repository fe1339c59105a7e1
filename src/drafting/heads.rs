//! Whose voice somebody is in a text by what it calls them there: "its director, Lea Dorn", «مدير المرصد» after the observatory, the group that a lead
//! introduces before it names it.

use std::collections::{BTreeSet, HashMap};

use super::firsthand::{LISTS, among};
use super::naming::Class;
use super::told_before::Accounts;
use crate::model::SourceKind;
use crate::text::fold::fold;

impl Accounts<'_> {
    /// Finds the heads: "its director, Lea Dorn", «مدير المرصد» after a body of the text.
    pub(super) fn with_heads(mut self) -> Self {
        let mut order: Vec<usize> = (0..self.sayings.len()).filter(|n| self.kept[*n]).collect();
        order.sort_by_key(|n| (self.sayings[*n].article, self.at(*n), *n));
        let mut heads = HashMap::new();
        let mut spoke: Vec<(usize, usize)> = Vec::new();
        let mut opens: BTreeSet<usize> = BTreeSet::new();
        let mut introduced: Option<(usize, usize, usize)> = None;
        for n in order {
            let (article, Some(who)) = (self.sayings[n].article, self.behind[n].who) else {
                continue;
            };
            let node = &self.nodes[who];
            if matches!(
                node.source,
                Some(SourceKind::Organization | SourceKind::Group | SourceKind::Outlet)
            ) && !node.undisclosed
            {
                spoke.push((article, who));
            }
            // "A group that counts the missing said": whom a lead introduces so goes on under a name.
            if node.undisclosed && opens.insert(article) {
                introduced = self.sayings[n]
                    .source_span
                    .map(|s| self.words(article, s.start, s.end))
                    .filter(|words| {
                        let body = |w: &String| among(&LISTS.groups, w);
                        words.first().is_some_and(|w| w == "a" || w == "an")
                            && words.iter().take(4).any(body)
                    })
                    .map(|_| (article, who, n));
            }
            opens.insert(article);
            if let Some((a, lead, first)) = introduced
                && a == article
                && !node.undisclosed
                && node.source == Some(SourceKind::Organization)
                && self
                    .mine(first)
                    .any(|one| self.mine(n).any(|other| one == other))
            {
                heads.entry((article, lead)).or_insert(who);
                introduced = None;
            }
            let Some(phrase) = self.sayings[n].source_span else {
                continue;
            };
            if node.class != Class::Person {
                continue;
            }
            let here: Vec<usize> = spoke
                .iter()
                .filter(|(a, _)| *a == article)
                .map(|(_, body)| *body)
                .collect();
            if node.speaks_for.is_some_and(|body| here.contains(&body)) {
                continue;
            }
            let words = self.words(article, phrase.start, phrase.end);
            let head = |w: &str| among(&LISTS.heads, w);
            let own = |w: &str| {
                ["ته", "تها", "ها", "ه"]
                    .iter()
                    .any(|end| w.strip_suffix(end).is_some_and(head))
            };
            let its = words.iter().any(|w| own(w) && !head(w))
                || words.first().is_some_and(|w| w == "its") && words.iter().any(|w| head(w));
            let body = if its {
                here.last().copied()
            } else if words.iter().any(|w| head(w)) {
                here.iter().rev().copied().find(|body| {
                    let names = self.nodes[*body].names.values();
                    let mut own = names.flat_map(|name| name.split_whitespace());
                    own.any(|own| {
                        let own = fold(own);
                        let long = own.chars().count() >= 4;
                        let is = |w: &String| {
                            w.strip_prefix("ال").unwrap_or(w)
                                == own.strip_prefix("ال").unwrap_or(&own)
                        };
                        long && words
                            .iter()
                            .filter(|w| w.starts_with("ال") || w.is_ascii())
                            .any(is)
                    })
                })
            } else {
                None
            };
            if let Some(body) = body {
                heads.entry((article, who)).or_insert(body);
            }
        }
        self.heads = heads;
        self
    }
}
