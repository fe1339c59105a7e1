//! The records of the page: questions, sources, documents, statements, entities, sides.
//!
//! Short names, explained here once. Of all: `id`, `n` names by language, `w` 1 where nobody has
//! reviewed it. Questions: `g` gist, `q` question, `e` entities and `x` questions they exclude, `i` they entail. Sources:
//! `k` kind, `u` undisclosed, `m` several, `al` other names, `sf` whom it speaks for, `mo` member of. Documents: `o`
//! outlet, `t` title or `n` what it is called without one, `p` publication date as written and `pw` in words, `f` and `l` first and last day that may be,
//! `file`, `sha`, `url`, `by` byline, `r` what it republishes. Statements: `d` document, `by` source, `g`
//! gist, `s` its first words where it has none, `sd` sides of its origins, `a` act, `y` style, `h` heading, `v` outlet's own voice, `c` content spans,
//! `cue` and `src` spans, `b` bearings (question, stance, 1 hedged + 2 unclear), `e` entities, `in` the
//! statement it stands in, `tb` taken back by, `ch` chains of links (source or −1, role,
//! commitment, inferred), `an` anchor. Entities: `k` kind, `al` other names, `po` part of.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::super::matter::document_name;
use super::super::words::INFERRED;
use crate::model::{When, Words};
use crate::view::{
    ChainsView, ClaimsView, DocumentView, EntitiesView, ExcerptsView, Filter, Material, OneOrMany,
    OverviewView, RepublishesView, SourceView, SourcesView, SpanView, StatementsView, TimeView,
    Tongue, date, sides_of_origins,
};

/// Where each record stands in its list.
#[derive(Debug, Default)]
pub(super) struct Places {
    claims: HashMap<String, usize>,
    sources: HashMap<String, usize>,
    documents: HashMap<String, usize>,
    statements: HashMap<String, usize>,
    entities: HashMap<String, usize>,
    sides: HashMap<String, usize>,
}

fn places<'v>(ids: impl Iterator<Item = &'v String>) -> HashMap<String, usize> {
    ids.enumerate().map(|(at, id)| (id.clone(), at)).collect()
}

fn all<'v>(known: &HashMap<String, usize>, ids: impl IntoIterator<Item = &'v String>) -> Value {
    let all: Vec<usize> = ids
        .into_iter()
        .filter_map(|id| known.get(id))
        .copied()
        .collect();
    json!(all)
}

impl Places {
    pub(super) fn claim(&self, id: &str) -> Option<usize> {
        self.claims.get(id).copied()
    }
    pub(super) fn source(&self, id: &str) -> Value {
        json!(self.sources.get(id))
    }
    pub(super) fn sources(&self, ids: &[String]) -> Value {
        all(&self.sources, ids)
    }
    pub(super) fn documents(&self, ids: &[String]) -> Value {
        all(&self.documents, ids)
    }
    pub(super) fn statements(&self, ids: &[String]) -> Value {
        all(&self.statements, ids)
    }
    pub(super) fn sides(&self, ids: &[String]) -> Value {
        all(&self.sides, ids)
    }
}

/// The lists, in the order of the views they are of.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) claims: Vec<Value>,
    pub(super) sources: Vec<Value>,
    pub(super) documents: Vec<Value>,
    pub(super) statements: Vec<Value>,
    pub(super) entities: Vec<Value>,
    pub(super) sides: Vec<Value>,
}

/// A record being written; what says nothing is left out.
struct Record(Map<String, Value>);

impl Record {
    fn new(id: &str) -> Self {
        Self(Map::from_iter([("id".to_owned(), json!(id))]))
    }

    fn with(mut self, name: &str, value: impl Serialize) -> Self {
        let value = json!(value);
        let nothing = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::Array(list) => list.is_empty(),
            Value::Object(fields) => fields.is_empty(),
            _ => false,
        };
        if !nothing {
            let value = match value {
                Value::Bool(_) => json!(1),
                other => other,
            };
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn span(span: &SpanView) -> Value {
    json!([span.start, span.end])
}

fn day(day: Option<(i64, u8, u8)>) -> Option<String> {
    day.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
}

/// The records of a case, and where each stands.
pub(super) fn tables(material: &Material<'_>) -> (Tables, Places) {
    let filter = Filter {
        limit: Some(0),
        ..Filter::default()
    };
    let overview = OverviewView::new(material, &filter);
    let claims = ClaimsView::new(material, &filter).claims;
    let sources = SourcesView::new(material, &filter).sources;
    let statements = StatementsView::new(material, &filter).statements;
    let entities = EntitiesView::new(material, &filter).entities;
    let at = Places {
        claims: places(claims.iter().map(|one| &one.id)),
        sources: places(sources.iter().map(|one| &one.id)),
        documents: places(overview.documents.iter().map(|one| &one.id)),
        statements: places(statements.iter().map(|one| &one.id)),
        entities: places(entities.iter().map(|one| &one.id)),
        sides: places(overview.sides.iter().map(|one| &one.id)),
    };
    let mut tables = Tables::default();
    for one in &claims {
        let mut about: Vec<&String> = Vec::new();
        if let Some(proposition) = &one.proposition {
            for filler in proposition.roles.values() {
                match filler {
                    OneOrMany::One(id) => about.push(id),
                    OneOrMany::Many(ids) => about.extend(ids),
                }
            }
            about.extend(proposition.event.iter().chain(&proposition.place));
        }
        about.retain(|id| at.entities.contains_key(*id));
        about.sort();
        about.dedup();
        let others = |list: &[crate::view::LinkedClaim]| {
            let mut ids: Vec<&String> = list.iter().map(|linked| &linked.claim).collect();
            ids.sort();
            ids.dedup();
            all(&at.claims, ids)
        };
        tables.claims.push(
            Record::new(&one.id)
                .with("g", &one.gist)
                .with("q", &one.question)
                .with("w", one.draft)
                .with("e", all(&at.entities, about))
                .with("x", others(&one.excludes))
                .with("i", others(&one.entails))
                .done(),
        );
    }
    let aliases = |list: &[crate::view::Alias]| -> Vec<String> {
        list.iter().map(|alias| alias.text.to_string()).collect()
    };
    for one in &sources {
        tables.sources.push(
            Record::new(&one.id)
                .with("n", &one.names)
                .with("k", one.kind)
                .with("w", one.draft)
                .with("u", one.disclosure == crate::view::Disclosure::Undisclosed)
                .with("m", one.number == crate::view::Number::Several)
                .with("al", aliases(&one.aliases))
                .with("sf", one.speaks_for.as_ref().map(|id| at.source(id)))
                .with("mo", at.sources(&one.member_of))
                .with(
                    "sd",
                    all(&at.sides, one.sides.iter().map(|side| &side.side)),
                )
                .done(),
        );
    }
    for one in &overview.documents {
        let published = one.published.as_ref();
        let when = published.and_then(|p| When::parse(&p.edtf, false, Words::default()).ok());
        tables.documents.push(
            Record::new(&one.id)
                .with("o", one.outlet.as_ref().map(|id| at.source(id)))
                .with("t", &one.title)
                .with("n", one.title.is_none().then(|| called(one, &sources)))
                .with("p", published.map(|p| &p.edtf))
                .with("pw", published.map(in_words))
                .with("f", day(when.as_ref().and_then(When::first)))
                .with("l", day(when.as_ref().and_then(When::last)))
                .with("file", &one.file)
                .with("sha", &one.sha256)
                .with("url", &one.url)
                .with("by", &one.byline)
                .with("w", one.draft)
                .with(
                    "r",
                    one.republishes.as_ref().map(|original| match original {
                        RepublishesView::Document(id) => json!({"d": at.documents.get(id)}),
                        RepublishesView::Source(id) => json!({"s": at.sources.get(id)}),
                    }),
                )
                .done(),
        );
    }
    let sides = sides_of_origins(material);
    let chains = chains(material, &filter, &at);
    let mut openings = ExcerptsView::new(material).openings();
    for one in &statements {
        let bears: Vec<Value> = one
            .bears
            .iter()
            .map(|b| {
                let how = u8::from(b.hedged) + 2 * u8::from(b.unclear);
                json!([at.claims.get(&b.claim), b.stance, how])
            })
            .collect();
        tables.statements.push(
            Record::new(&one.id)
                .with("d", at.documents.get(&one.document))
                .with("by", one.said_by.as_ref().map(|id| at.source(id)))
                .with("g", &one.gist)
                .with(
                    "s",
                    openings.remove(&one.id).filter(|_| one.gist.is_empty()),
                )
                .with("sd", sides.get(&one.id).map(|ids| all(&at.sides, ids)))
                .with("a", one.act)
                .with("y", one.style)
                .with("h", one.heading)
                .with("v", one.outlet_voice)
                .with("w", one.draft)
                .with("c", one.content.iter().map(span).collect::<Vec<_>>())
                .with("cue", one.cue.as_ref().map(span))
                .with("src", one.source_span.as_ref().map(span))
                .with("b", bears)
                .with("e", all(&at.entities, &one.entities))
                .with("in", one.nested_in.as_ref().map(|id| at.statements.get(id)))
                .with(
                    "tb",
                    one.taken_back.as_ref().map(|t| at.statements.get(&t.by)),
                )
                .with("ch", chains.get(&one.id))
                .with("an", one.anchor)
                .done(),
        );
    }
    for one in &entities {
        tables.entities.push(
            Record::new(&one.id)
                .with("n", &one.names)
                .with("k", one.kind)
                .with("w", one.draft)
                .with("al", aliases(&one.aliases))
                .with("po", one.part_of.as_ref().map(|id| at.entities.get(id)))
                .done(),
        );
    }
    for one in &overview.sides {
        let record = Record::new(&one.id).with("n", &one.names);
        tables.sides.push(record.done());
    }
    (tables, at)
}

/// A date in English and in Arabic; that it is inferred is said.
fn in_words(time: &TimeView) -> [String; 2] {
    [Tongue::En, Tongue::Ar].map(|t| {
        let inferred = if time.inferred { t.of(INFERRED) } else { "" };
        format!("{}{inferred}", date(&time.edtf, t))
    })
}

/// What a document without a title is called.
fn called(document: &DocumentView, sources: &[SourceView]) -> Words {
    let outlet = document.outlet.as_ref();
    let outlet = outlet.and_then(|id| sources.iter().find(|source| source.id == *id));
    document_name(document, outlet)
}

/// The chains of each statement.
fn chains(material: &Material<'_>, filter: &Filter, at: &Places) -> BTreeMap<String, Vec<Value>> {
    let mut all: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for chain in ChainsView::new(material, filter).chains {
        let links: Vec<Value> = chain
            .links
            .iter()
            .map(|link| {
                let source = link.source.as_ref().and_then(|id| at.sources.get(id));
                let source = source.map_or(json!(-1), |place| json!(place));
                let mut one = vec![source, json!(link.role), json!(link.commitment)];
                if link.inferred {
                    one.push(json!(1));
                }
                Value::Array(one)
            })
            .collect();
        all.entry(chain.statement)
            .or_default()
            .push(Value::Array(links));
    }
    all
}
