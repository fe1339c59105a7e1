//! Drafted entries as they are written: sources, entities, statements, what a document republishes.

use serde::Serialize;

use super::article::Article;
use super::copying::{From, Republished};
use super::naming::{Class, Node, Quoter};
use super::network::Behind;
use super::saying::Saying;
use crate::case_file::Value;
use crate::model::{EntityKind, Number, RelationKind, Style};
use crate::text::{CharIndex, Span, digest};

/// Fields in order, those that are left out taken away.
pub(super) type Fields<'n> = Vec<(&'n str, Option<Value>)>;

/// A struct of the fields that are there.
pub(super) fn fields(all: Fields) -> Value {
    Value::fields(all.into_iter().filter_map(|(n, v)| v.map(|v| (n, v))))
}

/// The bare word of an enum, as case files have it.
pub(super) fn word(value: &impl Serialize) -> Option<Value> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(Value::Word(word.replace('-', "_"))),
        _ => None,
    }
}

/// Words by language.
pub(super) fn words<'w>(all: impl IntoIterator<Item = (&'w str, &'w str)>) -> Option<Value> {
    let pairs: Vec<(Value, Value)> = all
        .into_iter()
        .map(|(language, text)| (Value::str(language), Value::str(text)))
        .collect();
    (!pairs.is_empty()).then_some(Value::Map(pairs))
}

/// A text with its offsets.
pub(super) struct Page<'a> {
    text: &'a str,
    index: CharIndex,
}

impl<'a> Page<'a> {
    pub(super) fn new(article: &Article<'a>) -> Self {
        Self {
            text: article.text,
            index: CharIndex::new(article.text),
        }
    }

    /// The span with both ends on whole characters as readers see them: an anchor never cuts a letter from its marks.
    fn whole(&self, span: Span) -> Span {
        let mut end = span.end.min(self.index.chars());
        while end < self.index.chars() && !self.index.is_cluster_boundary(self.text, end) {
            end += 1;
        }
        let mut start = span.start.min(end);
        while start > 0 && !self.index.is_cluster_boundary(self.text, start) {
            start -= 1;
        }
        Span::new(start, end)
    }

    /// The words of a span.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        self.index.slice(self.text, span).unwrap_or("")
    }

    /// An anchor: the span and the digest of its words.
    pub(super) fn anchor(&self, span: Span) -> Option<Value> {
        let span = self.whole(span);
        let words = self.slice(span);
        if words.is_empty() {
            return None;
        }
        Some(Value::fields([
            ("start", Value::Int(span.start as i64)),
            ("end", Value::Int(span.end as i64)),
            ("digest", Value::str(digest(words))),
        ]))
    }

    pub(super) fn anchors(&self, spans: &[Span]) -> Vec<Value> {
        spans.iter().filter_map(|s| self.anchor(*s)).collect()
    }
}

fn list(all: Vec<Value>) -> Option<Value> {
    (!all.is_empty()).then_some(Value::List(all))
}

fn reference(kind: &str, id: &str) -> Value {
    Value::Named(
        kind.to_owned(),
        Box::new(Value::Tuple(vec![Value::str(id)])),
    )
}

/// How a node is shown where its name alone would mean another in every text.
fn label(node: &Node, name: &str) -> String {
    if node.key.starts_with("land:") {
        // The state of the same name is another entry: it speaks and acts.
        return if name.is_ascii() {
            format!("{name} (the country)")
        } else {
            format!("{name} (البلد)")
        };
    }
    match node.key.split_once('@') {
        Some((_, document)) if !node.undisclosed => format!("{name} [{document}]"),
        _ => name.to_owned(),
    }
}

fn names_of(node: &Node) -> Option<Value> {
    let all: Vec<(String, String)> = node
        .names
        .iter()
        .map(|(language, name)| (language.clone(), label(node, name)))
        .collect();
    words(all.iter().map(|(l, n)| (l.as_str(), n.as_str())))
}

fn aliases(node: &Node) -> Option<Value> {
    list(
        node.aliases
            .iter()
            .map(|(language, text)| {
                Value::fields([
                    ("text", Value::str(text.clone())),
                    ("language", Value::str(language.clone())),
                ])
            })
            .collect(),
    )
}

/// The entry of a source. `is_entity`: whether it has an entity's entry, where its names then stand. `perhaps`: the ids of
/// those that it may be one with.
pub(super) fn source(
    node: &Node,
    nodes: &[Node],
    articles: &[Article],
    is_entity: bool,
    speaks_for: Option<usize>,
    perhaps: &[&str],
) -> Value {
    let quoted_by = node.quoted_by.map(|quoter| match quoter {
        Quoter::Node(n) => reference("source", &nodes[n].id),
        Quoter::Article(a) => reference("document", articles[a].document),
    });
    fields(vec![
        ("id", Some(Value::str(node.id.clone()))),
        ("kind", node.source.as_ref().and_then(word)),
        ("names", names_of(node).filter(|_| !is_entity)),
        ("aliases", aliases(node).filter(|_| !is_entity)),
        (
            "disclosure",
            node.undisclosed.then(|| Value::word("undisclosed")),
        ),
        (
            "number",
            (node.number == Number::Several).then(|| Value::word("several")),
        ),
        ("quoted_by", quoted_by),
        (
            "speaks_for",
            speaks_for.map(|n| Value::str(nodes[n].id.clone())),
        ),
        (
            "perhaps_same",
            list(perhaps.iter().map(|id| Value::str(*id)).collect()),
        ),
        ("draft", Some(Value::Bool(true))),
    ])
}

/// What kind of entity a node is.
pub(super) fn kind_of(node: &Node) -> EntityKind {
    match (node.class, node.known_entity) {
        (_, true) => node.entity,
        (Class::Person, _) => EntityKind::Person,
        (Class::Body, _) => EntityKind::Group,
        (Class::Place, _) => EntityKind::Place,
        (Class::Thing, _) => EntityKind::Thing,
        (Class::Event, _) => EntityKind::Event,
    }
}

/// The entry of an entity. `perhaps`: the ids of those that it may be one with.
pub(super) fn entity(node: &Node, perhaps: &[&str]) -> Value {
    let kind = kind_of(node);
    fields(vec![
        ("id", Some(Value::str(node.id.clone()))),
        ("kind", word(&kind)),
        ("names", names_of(node)),
        ("aliases", aliases(node)),
        (
            "related",
            (!perhaps.is_empty()).then(|| {
                Value::List(
                    perhaps
                        .iter()
                        .map(|id| {
                            fields(vec![
                                ("id", Some(Value::str(*id))),
                                ("how", word(&RelationKind::PerhapsSame)),
                            ])
                        })
                        .collect(),
                )
            }),
        ),
        ("draft", Some(Value::Bool(true))),
    ])
}

/// What else a statement's entry holds, worked out by others.
#[derive(Debug, Default)]
pub(super) struct Rest {
    /// The id of the statement that it stands inside.
    pub(super) nested_in: Option<String>,
    /// Documents of relays, by place in the list of relays.
    pub(super) relay_documents: Vec<Option<String>>,
    /// A paraphrase.
    pub(super) gist: Vec<(String, String)>,
    /// `bears`.
    pub(super) bears: Vec<Value>,
    /// Entities described.
    pub(super) entities: Vec<String>,
    /// `takes_back`.
    pub(super) takes_back: Vec<Value>,
}

/// The entry of a statement.
pub(super) fn statement(
    id: &str,
    saying: &Saying,
    behind: &Behind,
    nodes: &[Node],
    page: &Page,
    rest: Rest,
) -> Value {
    let ids = |all: &[usize]| -> Vec<Value> {
        all.iter()
            .map(|n| Value::str(nodes[*n].id.clone()))
            .collect()
    };
    let relays = behind
        .relays
        .iter()
        .enumerate()
        .map(|(k, (node, _))| {
            let document = rest.relay_documents.get(k).cloned().flatten();
            fields(vec![
                ("source", node.map(|n| Value::str(nodes[n].id.clone()))),
                ("document", document.clone().map(Value::Str)),
                ("inferred", document.is_some().then_some(Value::Bool(true))),
            ])
        })
        .collect();
    let style = (saying.style != Style::Indirect)
        .then(|| word(&saying.style))
        .flatten();
    fields(vec![
        ("id", Some(Value::str(id))),
        ("heading", saying.heading.then_some(Value::Bool(true))),
        (
            "outlet_voice",
            saying.outlet_voice.then_some(Value::Bool(true)),
        ),
        ("cue", saying.cue.and_then(|s| page.anchor(s))),
        ("cue_also", list(page.anchors(&saying.cue_also))),
        (
            "source_span",
            saying.source_span.and_then(|s| page.anchor(s)),
        ),
        ("content", Some(Value::List(page.anchors(&saying.content)))),
        (
            "said_by",
            behind.who.map(|n| Value::str(nodes[n].id.clone())),
        ),
        (
            "act",
            (saying.act != crate::model::Act::Assert)
                .then(|| word(&saying.act))
                .flatten(),
        ),
        ("style", style.filter(|_| !saying.outlet_voice)),
        (
            "basis",
            (!behind.told_by.is_empty()).then(|| Value::word("told")),
        ),
        ("rests_on", list(ids(&behind.told_by))),
        ("relays", list(relays)),
        ("nested_in", rest.nested_in.map(Value::Str)),
        (
            "gist",
            words(rest.gist.iter().map(|(l, t)| (l.as_str(), t.as_str()))),
        ),
        ("bears", list(rest.bears)),
        (
            "entities",
            list(rest.entities.into_iter().map(Value::Str).collect()),
        ),
        ("takes_back", list(rest.takes_back)),
        ("draft", Some(Value::Bool(true))),
    ])
}

/// `republishes` of a document.
pub(super) fn republishes(
    one: &Republished,
    body: Option<&Node>,
    articles: &[Article],
) -> Option<Value> {
    let from = match one.from {
        From::Article(a) => reference("document", articles[a].document),
        From::Body(_) => reference("source", &body?.id),
    };
    let page = Page::new(&articles[one.article]);
    Some(fields(vec![
        ("from", Some(from)),
        ("part", list(page.anchors(&one.part))),
        ("inferred", one.inferred.then_some(Value::Bool(true))),
    ]))
}
