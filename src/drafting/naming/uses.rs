//! What naming is given and what it gives.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::form::{Class, Form};
use crate::drafting::reading::Named;
use crate::model::{EntityKind, Number, SourceKind};
use crate::text::Span;

/// How a name is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role<'a> {
    /// Spoken of.
    Content,
    /// Speaks or passes on, under this name.
    Source {
        /// What kind of source extraction takes it for.
        kind: SourceKind,
        /// The whole phrase that names it, with posts and bodies: «مدير المرصد فلان».
        phrase: Option<&'a str>,
    },
    /// Named as the body that somebody speaks for.
    Voiced,
}

/// One use of a name in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use<'a> {
    /// Index of the article.
    pub article: usize,
    /// The name.
    pub named: Named,
    /// How it is used.
    pub role: Role<'a>,
}

/// A source or entity that the case has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// What it names.
    pub class: Class,
    /// Its names and aliases.
    pub forms: Vec<String>,
    /// Whether it is entered as a source.
    pub source: bool,
    /// Whether it is entered as an entity.
    pub entity: bool,
    /// The kind of the entity, where it is one.
    pub kind: Option<EntityKind>,
}

/// Who quotes an undisclosed source first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quoter {
    /// A relay: its node.
    Node(usize),
    /// The article itself.
    Article(usize),
}

/// Why a form was taken for a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The form as met.
    pub form: String,
    /// The article where it was met first.
    pub article: usize,
    /// Where it stands there.
    pub span: Option<Span>,
    /// The rule.
    pub rule: &'static str,
    /// How sure the rule is, 0 to 1.
    pub score: f64,
}

/// Two nodes that may be one, and were not merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// One node.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The rule that found them alike.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f64,
}

/// Somebody or something that names of a case's texts mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its id: the case's where it has one, else a new one made of its name.
    pub id: String,
    /// What it is by, whatever id it gets: `known:…`, `listed:…`, `person:…`, and so on.
    pub key: String,
    /// Person, body, place, thing or event.
    pub class: Class,
    /// What kind of entity it is.
    pub entity: EntityKind,
    /// What kind of source, where it speaks.
    pub source: Option<SourceKind>,
    /// Its name by language.
    pub names: BTreeMap<String, String>,
    /// Other forms met, with their languages.
    pub aliases: Vec<(String, String)>,
    /// The case has it as a source.
    pub known_source: bool,
    /// The case has it as an entity.
    pub known_entity: bool,
    /// Whether somebody real is behind it whose name is withheld.
    pub undisclosed: bool,
    /// One voice or several.
    pub number: Number,
    /// Who quotes it first, where it is undisclosed.
    pub quoted_by: Option<Quoter>,
    /// The body that it is the voice of.
    pub speaks_for: Option<usize>,
    /// Whether it speaks or passes on.
    pub speaks: bool,
    /// Whether it is spoken of.
    pub described: bool,
    /// The articles that name it, in order.
    pub articles: Vec<usize>,
    /// Its forms, each with the reason for which it is taken for this node.
    pub merges: Vec<Merge>,
}

impl Node {
    /// All forms of its name.
    pub fn forms(&self) -> impl Iterator<Item = Form> {
        let aliases = self.aliases.iter().map(|(_, alias)| alias);
        self.names
            .values()
            .chain(aliases)
            .map(|name| Form::new(name))
    }
}

/// All nodes, and the way from a use to its node.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The nodes, by first use.
    pub nodes: Vec<Node>,
    /// Pairs that may be one.
    pub suggestions: Vec<Suggestion>,
    /// Persons who are named as the head of the body that they speak for.
    pub heads: std::collections::BTreeSet<usize>,
    /// Who is said to speak for what body, once for each saying.
    pub(super) voices: Vec<(usize, usize)>,
    pub(super) by_form: HashMap<(usize, Class, String, bool), usize>,
    pub(super) withheld: HashMap<(Quoter, String), usize>,
}

impl Names {
    /// The node that a name spoken of in an article means.
    #[must_use]
    pub fn entity(&self, article: usize, named: &Named, form: &Form) -> Option<usize> {
        self.find(article, Class::of(named.kind), form, false)
    }

    /// The node that a name means in an article where it speaks.
    #[must_use]
    pub fn source(&self, article: usize, class: Class, form: &Form) -> Option<usize> {
        self.find(article, class, form, true)
    }

    /// Lets whoever is said to speak for one body by its name, and else only for words that another text uses of another, speak
    /// for that one.
    pub(in crate::drafting) fn settle_voices(&mut self) {
        for n in 0..self.nodes.len() {
            let of = self
                .voices
                .iter()
                .filter(|(who, body)| *who == n && body != who);
            let of: BTreeSet<usize> = of.map(|(_, body)| *body).collect();
            let named: Vec<usize> = of
                .iter()
                .copied()
                .filter(|b| !self.nodes[*b].key.contains('@'))
                .collect();
            let of: Vec<usize> = of.into_iter().collect();
            let body = match (named.as_slice(), of.as_slice()) {
                ([one], _) | ([], [one]) => *one,
                _ => continue,
            };
            let held = self.nodes[n].speaks_for;
            if held.is_none_or(|b| self.nodes[b].key.contains('@')) {
                super::cluster::speaks_for(self, n, body);
            }
        }
    }

    /// Makes a source of every body that speaks by another step than by name, or for which somebody speaks.
    pub(in crate::drafting) fn settle_bodies(&mut self, tellers: impl Iterator<Item = usize>) {
        let body = |n: &usize| self.nodes[*n].class == Class::Body;
        let voiced = self.nodes.iter().filter_map(|n| n.speaks_for);
        let bodies: BTreeSet<usize> = voiced.chain(tellers).filter(body).collect();
        for n in bodies {
            let node = &mut self.nodes[n];
            node.speaks = true;
            node.source = node.source.or(Some(SourceKind::Organization));
        }
    }

    /// Lets one speak for a body.
    pub(in crate::drafting) fn voice(&mut self, who: usize, body: usize) {
        super::cluster::speaks_for(self, who, body);
    }

    /// Pairs of bodies for which one named person speaks, by the case's texts.
    pub(in crate::drafting) fn of_one_voice(&self) -> Vec<(usize, usize)> {
        let mut pairs = BTreeSet::new();
        let person = |n: usize| self.nodes[n].class == Class::Person && !self.nodes[n].undisclosed;
        for (who, a) in self.voices.iter().filter(|(who, _)| person(*who)) {
            for (other, b) in &self.voices {
                if who == other && a < b {
                    pairs.insert((*a, *b));
                }
            }
        }
        pairs.into_iter().collect()
    }

    /// Makes one node of two: whatever meant `from` means `to`. `named`: its forms are names of the other too.
    pub(in crate::drafting) fn join(
        &mut self,
        (from, to): (usize, usize),
        (rule, score): (&'static str, f64),
        named: bool,
    ) {
        if from == to {
            return;
        }
        let ways = self.by_form.values_mut().chain(self.withheld.values_mut());
        for n in ways.filter(|n| **n == from) {
            *n = to;
        }
        let empty = Node {
            speaks: false,
            described: false,
            names: BTreeMap::new(),
            aliases: Vec::new(),
            articles: Vec::new(),
            merges: Vec::new(),
            ..self.nodes[from].clone()
        };
        let old = std::mem::replace(&mut self.nodes[from], empty);
        let node = &mut self.nodes[to];
        node.speaks |= old.speaks;
        node.described |= old.described;
        node.source = node.source.or(old.source);
        for (language, name) in old.names.into_iter().chain(old.aliases).filter(|_| named) {
            let key = Form::new(&name).key();
            let same = |other: &String| Form::new(other).key() == key;
            let there = node.names.values().any(same) || node.aliases.iter().any(|(_, a)| same(a));
            if there {
                continue;
            }
            match node.names.entry(language) {
                Entry::Occupied(there) => node.aliases.push((there.key().clone(), name)),
                Entry::Vacant(free) => {
                    free.insert(name);
                }
            }
        }
        node.articles.extend(old.articles);
        node.articles.sort_unstable();
        node.articles.dedup();
        for merge in old.merges {
            if !node.merges.iter().any(|m| m.form == merge.form) {
                node.merges.push(Merge {
                    rule,
                    score,
                    ..merge
                });
            }
        }
        let whose = node.speaks_for.or(old.speaks_for).filter(|b| *b != to);
        node.speaks_for = whose;
        for other in &mut self.nodes {
            if other.speaks_for == Some(from) {
                other.speaks_for = Some(to);
            }
            if other.quoted_by == Some(Quoter::Node(from)) {
                other.quoted_by = Some(Quoter::Node(to));
            }
        }
        for (who, body) in &mut self.voices {
            for end in [who, body] {
                if *end == from {
                    *end = to;
                }
            }
        }
        if self.heads.remove(&from) {
            self.heads.insert(to);
        }
        for one in &mut self.suggestions {
            for end in [&mut one.a, &mut one.b] {
                if *end == from {
                    *end = to;
                }
            }
        }
        self.suggestions.retain(|s| s.a != s.b);
    }

    fn find(&self, article: usize, class: Class, form: &Form, speaks: bool) -> Option<usize> {
        let at = |speaks| {
            self.by_form
                .get(&(article, class, form.key(), speaks))
                .copied()
        };
        at(speaks).or_else(|| at(!speaks))
    }
}
