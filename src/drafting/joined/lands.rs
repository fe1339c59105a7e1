//! The government, the presidency, a ministry of the one land that a case is about: "Merovia's government", "the government of Merovia",
//! «الحكومة», "the government".
//!
//! A page says whose an office is where two could be meant. Where the pages of a case name one land with it and no other, those
//! that name none mean that; where they name two, nobody can tell.

use std::collections::{BTreeMap, BTreeSet};

use super::super::naming::{Class, Form, whole};
use super::Joining;

impl Joining<'_> {
    /// Joins the names of each office, and with them the office by itself.
    pub(super) fn lands(&mut self) {
        self.turned_round();
        self.translated();
        self.cut();
        let mut loose: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut owned: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (n, node) in self.names.nodes.iter().enumerate() {
            if node.class != Class::Body || node.undisclosed || !(node.speaks || node.described) {
                continue;
            }
            for form in node.forms() {
                let Some((office, whose)) = self.office(&form) else {
                    continue;
                };
                if whose {
                    owned.entry(office).or_default().insert(n);
                } else if node.key.contains('@') {
                    loose.entry(office).or_default().push(n);
                }
            }
        }
        for (office, all) in loose {
            let Some(to) = owned
                .get(&office)
                .filter(|of| of.len() == 1)
                .and_then(|of| of.first())
            else {
                continue;
            };
            for from in all {
                self.join((from, *to), ("office-of-the-land", 0.55), false);
            }
        }
    }

    /// "Merovia's government", "the government of Merovia", "the army in Merovia".
    fn turned_round(&mut self) {
        let mut met: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for n in 0..self.names.nodes.len() {
            let node = &self.names.nodes[n];
            let loose = node.key.contains('@') || node.known_source || node.known_entity;
            if node.class != Class::Body || node.undisclosed || loose {
                continue;
            }
            let all: Vec<Vec<String>> = node
                .forms()
                .filter(|f| !f.is_arabic() && f.words.len() > 1)
                .map(|f| {
                    let mut words = f.words;
                    words.retain(|w| !matches!(w.as_str(), "of" | "in" | "the"));
                    words.sort_unstable();
                    words
                })
                .collect();
            let before = all.iter().find_map(|words| met.get(words)).copied();
            match before {
                Some(to) if to != n => self.join((n, to), ("turned-round", 0.85), true),
                _ => met.extend(all.into_iter().map(|words| (words, n))),
            }
        }
    }

    /// «حركة الإنقاذ» and «حركة الإنقاذ الوطني», for which one and the same named person speaks.
    fn cut(&mut self) {
        for (a, b) in self.names.of_one_voice() {
            let whole = |n: usize| -> Vec<Form> {
                let node = &self.names.nodes[n];
                let own = node.class == Class::Body && !node.key.contains('@');
                let all = node.forms().filter(|f| own && f.words.len() > 1);
                all.collect()
            };
            let (one, other) = (whole(a), whole(b));
            let starts = |x: &[Form], y: &[Form]| {
                let mut short = x.iter();
                short.any(|x| y.iter().any(|y| y.words.starts_with(&x.words)))
            };
            let ends = match (starts(&one, &other), starts(&other, &one)) {
                (true, _) => (a, b),
                (_, true) => (b, a),
                _ => continue,
            };
            let kept = &self.names.nodes[ends.0];
            if !kept.known_source && !kept.known_entity && !kept.key.starts_with("listed:") {
                self.join(ends, ("same-voice", 0.65), true);
            }
        }
    }

    /// Bodies of which one's name is the other's translation, met in other forms by now: each has one partner.
    fn translated(&mut self) {
        let terms = self.ground.titles.terms();
        let bodies: Vec<usize> = (0..self.names.nodes.len())
            .filter(|n| {
                let node = &self.names.nodes[*n];
                let own = node.key.contains('@') || node.key.starts_with("land:");
                let there = node.speaks || node.described;
                node.class == Class::Body && !node.undisclosed && there && !own
            })
            .collect();
        let held = |n: usize| {
            let node = &self.names.nodes[n];
            node.known_source || node.known_entity || node.key.starts_with("listed:")
        };
        let all = |n: usize, arabic: bool| {
            let node = &self.names.nodes[n];
            node.forms().filter(move |f| f.is_arabic() == arabic)
        };
        let same = |a: usize, b: usize, first: bool| {
            all(a, true).any(|x| {
                let is = |y: &Form| match first {
                    true => terms.same_first(&x, y),
                    false => terms.same(&x, y),
                };
                terms.names_somebody(&x) && all(b, false).any(|y| is(&y))
            })
        };
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for a in bodies.iter().copied() {
            let mut of: Vec<usize> = bodies.iter().copied().filter(|b| *b != a).collect();
            of.retain(|b| same(a, *b, false));
            // "Merovia's army" before "Merovia's military".
            if of.len() > 1 {
                of.retain(|b| same(a, *b, true));
            }
            pairs.extend(of.into_iter().map(|b| (a, b)));
        }
        let sure: Vec<(usize, usize)> = pairs
            .iter()
            .copied()
            .filter(|(a, b)| !(held(*a) && held(*b)))
            .filter(|(a, b)| pairs.iter().filter(|p| p.0 == *a || p.1 == *b).count() == 1)
            .collect();
        let mut gone = BTreeSet::new();
        for (a, b) in sure {
            if gone.contains(&a) || gone.contains(&b) {
                continue;
            }
            let ends = if self.names.nodes[a].known_source || self.names.nodes[a].known_entity {
                (b, a)
            } else {
                (a, b)
            };
            self.join(ends, ("two-languages", 0.6), true);
            gone.insert(ends.0);
        }
    }

    /// The office that a name is of, the same in both languages, and whether the name says whose it is.
    fn office(&self, form: &Form) -> Option<(String, bool)> {
        let titles = self.ground.titles;
        let terms = titles.terms();
        let mut words = terms.content(form);
        words.retain(|w| !matches!(w.as_str(), "his" | "her" | "its" | "their"));
        let (known, own): (Vec<&String>, Vec<&String>) =
            words.iter().partition(|w| titles.is_generic_word(w));
        let office = known.iter().any(|w| titles.is_of_land(w));
        // A ministry alone is of one of many; what only the list of terms explains («التجارة») is no land.
        let ministry = |w: &&String| titles.is_ministry(w);
        let many = known.iter().any(ministry) && known.len() < 2;
        let named = own.iter().all(|w| terms.sense(w).is_none());
        if !office || many || !named || own.len() > 1 || known.len() > 2 {
            return None;
        }
        let mut parts: Vec<String> = known
            .iter()
            .map(|w| match terms.sense(w) {
                Some(sense) => sense.to_string(),
                None => whole(&[(*w).clone()]),
            })
            .collect();
        parts.sort_unstable();
        Some((parts.join(" "), !own.is_empty()))
    }
}
