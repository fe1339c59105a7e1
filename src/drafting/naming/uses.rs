//! What naming is given and what it gives.

use std::collections::{BTreeMap, HashMap};

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

/// All nodes, and the way from a use to its node.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The nodes, by first use.
    pub nodes: Vec<Node>,
    /// Pairs that may be one.
    pub suggestions: Vec<Suggestion>,
    /// Persons who are named as the head of the body that they speak for.
    pub heads: std::collections::BTreeSet<usize>,
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

    fn find(&self, article: usize, class: Class, form: &Form, speaks: bool) -> Option<usize> {
        let at = |speaks| {
            self.by_form
                .get(&(article, class, form.key(), speaks))
                .copied()
        };
        at(speaks).or_else(|| at(!speaks))
    }
}
