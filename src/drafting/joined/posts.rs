//! A nom de guerre that speaks for one body in several papers: "Abu Yazan, the Raya Front's spokesman", «الناطق باسم جبهة الراية أبو يزن».
//!
//! A kunya alone is anybody's, so each text's is a node of its own. One that holds the same post everywhere is one man; a text that
//! gives him no body, but names it, means him where the case has no other of that name.

use std::collections::BTreeMap;

use super::super::naming::{Class, whole};
use super::Joining;

impl Joining<'_> {
    /// Joins kunyas that speak for one body.
    pub(super) fn posts(&mut self) {
        let titles = self.ground.titles;
        let mut by_sound: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (n, node) in self.names.nodes.iter().enumerate() {
            let alone = node.class == Class::Person && node.key.contains('@');
            if !alone || node.undisclosed || node.known_source || node.known_entity {
                continue;
            }
            let Some(form) = node.forms().next().map(|f| titles.person(&f)) else {
                continue;
            };
            let kunya = form
                .words
                .first()
                .is_some_and(|w| matches!(w.as_str(), "ابو" | "ام" | "abu" | "umm"));
            if kunya && form.words.len() >= 2 {
                by_sound.entry(whole(&form.words)).or_default().push(n);
            }
        }
        for all in by_sound.into_values() {
            let mut bodies: Vec<usize> = all
                .iter()
                .filter_map(|n| self.names.nodes[*n].speaks_for)
                .collect();
            bodies.sort_unstable();
            bodies.dedup();
            for body in &bodies {
                let only = bodies.len() == 1;
                let of: Vec<usize> = all
                    .iter()
                    .copied()
                    .filter(|n| match self.names.nodes[*n].speaks_for {
                        Some(other) => other == *body,
                        None => {
                            let articles = &self.names.nodes[*n].articles;
                            let named =
                                |a: &usize| self.named_in(&self.names.nodes[*body], *a).is_some();
                            only && articles.iter().all(named)
                        }
                    })
                    .collect();
                let held = of
                    .iter()
                    .find(|n| self.names.nodes[**n].speaks_for.is_some());
                let Some(to) = held.copied().filter(|_| of.len() > 1) else {
                    continue;
                };
                for from in of.into_iter().filter(|n| *n != to) {
                    self.join((from, to), ("same-post", 0.65), true);
                }
                self.of_case(to);
            }
        }
    }
}
