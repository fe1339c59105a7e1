//! Building the graph, and the few questions that views ask of it.

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::node::{Edge, Node};
use crate::model::{
    Case, Claim, Document, Entity, Filler, Key, Original, RelationKind, Source, Statement,
};

/// The claim graph of a case.
#[derive(Debug, Clone)]
pub struct ClaimGraph {
    graph: DiGraph<Node, Edge>,
    sources: usize,
    statements: usize,
    claims: usize,
    entities: usize,
}

impl ClaimGraph {
    /// Builds it. Time and memory are linear in the case.
    pub fn new(case: &Case) -> Self {
        let sources = case.documents.len();
        let statements = sources + case.sources.len();
        let claims = statements + case.statements.len();
        let entities = claims + case.claims.len();
        let mut this = Self {
            graph: DiGraph::with_capacity(
                entities + case.entities.len(),
                case.statements.len() * 6,
            ),
            sources,
            statements,
            claims,
            entities,
        };
        for key in case.documents.keys() {
            this.graph.add_node(Node::Document(key));
        }
        for key in case.sources.keys() {
            this.graph.add_node(Node::Source(key));
        }
        for key in case.statements.keys() {
            this.graph.add_node(Node::Statement(key));
        }
        for key in case.claims.keys() {
            this.graph.add_node(Node::Claim(key));
        }
        for key in case.entities.keys() {
            this.graph.add_node(Node::Entity(key));
        }
        this.documents(case);
        this.sources(case);
        this.entities(case);
        this.claims(case);
        this.statements(case);
        this
    }

    /// The graph itself, for walks of one's own.
    pub fn graph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }

    /// The index of a node.
    pub fn index(&self, node: Node) -> NodeIndex {
        NodeIndex::new(match node {
            Node::Document(k) => k.index(),
            Node::Source(k) => self.sources + k.index(),
            Node::Statement(k) => self.statements + k.index(),
            Node::Claim(k) => self.claims + k.index(),
            Node::Entity(k) => self.entities + k.index(),
        })
    }

    /// What enters a node, in the order of the case.
    pub fn entering(&self, node: Node) -> Vec<(Edge, Node)> {
        self.neighbours(node, Direction::Incoming)
    }

    /// What leaves a node, in the order of the case.
    pub fn leaving(&self, node: Node) -> Vec<(Edge, Node)> {
        self.neighbours(node, Direction::Outgoing)
    }

    fn neighbours(&self, node: Node, direction: Direction) -> Vec<(Edge, Node)> {
        // petgraph gives the newest edge first.
        let mut all: Vec<(Edge, Node)> = self
            .graph
            .edges_directed(self.index(node), direction)
            .map(|edge| {
                let other = match direction {
                    Direction::Incoming => edge.source(),
                    Direction::Outgoing => edge.target(),
                };
                (*edge.weight(), self.graph[other])
            })
            .collect();
        all.reverse();
        all
    }

    fn edge(&mut self, from: Node, to: Node, edge: Edge) {
        self.graph.add_edge(self.index(from), self.index(to), edge);
    }

    fn documents(&mut self, case: &Case) {
        for (key, _, document) in case.documents.iter() {
            let from = Node::Document(key);
            if let Some(outlet) = document.outlet {
                self.edge(from, Node::Source(outlet), Edge::PublishedBy);
            }
            if let Some(republication) = &document.republishes {
                let to = match republication.from {
                    Original::Document(d) => Node::Document(d),
                    Original::Source(s) => Node::Source(s),
                };
                self.edge(from, to, Edge::Republishes);
            }
            if let Some(earlier) = document.version_of {
                self.edge(from, Node::Document(earlier), Edge::VersionOf);
            }
        }
    }

    fn sources(&mut self, case: &Case) {
        for (key, id, source) in case.sources.iter() {
            let from = Node::Source(key);
            if let Some(body) = source.speaks_for {
                self.edge(from, Node::Source(body), Edge::SpeaksFor);
            }
            for body in &source.member_of {
                self.edge(from, Node::Source(*body), Edge::MemberOf);
            }
            for one in &source.may_hold {
                self.edge(from, Node::Source(*one), Edge::MayHold);
            }
            for one in &source.perhaps_same {
                let how = Edge::Related(RelationKind::PerhapsSame);
                self.edge(from, Node::Source(*one), how);
            }
            if let Some(entity) = case.entities.key(id) {
                self.edge(from, Node::Entity(entity), Edge::SameAs);
            }
        }
    }

    fn entities(&mut self, case: &Case) {
        for (key, _, entity) in case.entities.iter() {
            let from = Node::Entity(key);
            if let Some(whole) = entity.part_of {
                self.edge(from, Node::Entity(whole), Edge::PartOf);
            }
            for relation in &entity.related {
                self.edge(from, Node::Entity(relation.to), Edge::Related(relation.how));
            }
        }
    }

    fn claims(&mut self, case: &Case) {
        for (key, _, claim) in case.claims.iter() {
            let from = Node::Claim(key);
            if let Some(proposition) = &claim.proposition {
                for role in &proposition.roles {
                    for filler in &role.fillers {
                        if let Filler::Entity(entity) = filler {
                            self.edge(from, Node::Entity(*entity), Edge::Concerns(Some(role.role)));
                        }
                    }
                }
                for entity in proposition.event.iter().chain(&proposition.place) {
                    self.edge(from, Node::Entity(*entity), Edge::Concerns(None));
                }
            }
            for link in &claim.entails {
                self.edge(from, Node::Claim(link.claim), Edge::Entails);
            }
            for link in &claim.excludes {
                self.edge(from, Node::Claim(link.claim), Edge::Excludes);
            }
        }
    }

    fn statements(&mut self, case: &Case) {
        for (key, _, statement) in case.statements.iter() {
            let from = Node::Statement(key);
            self.edge(from, Node::Document(statement.document), Edge::StandsIn);
            if let Some(source) = statement.said_by {
                self.edge(from, Node::Source(source), Edge::SaidBy);
            }
            for source in &statement.rests_on {
                self.edge(from, Node::Source(*source), Edge::RestsOn);
            }
            for relay in &statement.relays {
                if let Some(source) = relay.source {
                    self.edge(from, Node::Source(source), Edge::RelayedBy);
                }
            }
            if let Some(outer) = statement.nested_in {
                self.edge(from, Node::Statement(outer), Edge::NestedIn);
            }
            for back in &statement.takes_back {
                self.edge(
                    from,
                    Node::Statement(back.statement),
                    Edge::TakesBack(back.how),
                );
            }
            for bearing in &statement.bears {
                self.edge(
                    from,
                    Node::Claim(bearing.claim),
                    Edge::Bears {
                        stance: bearing.stance,
                        hedged: bearing.hedged,
                        unclear: bearing.unclear,
                    },
                );
            }
            for entity in &statement.entities {
                self.edge(from, Node::Entity(*entity), Edge::Describes);
            }
        }
    }

    /// Statements that describe an entity, or bear on a claim that concerns it; each once, in order.
    pub fn statements_about(&self, entity: Key<Entity>) -> Vec<Key<Statement>> {
        let mut all = Vec::new();
        for (edge, node) in self.entering(Node::Entity(entity)) {
            match (edge, node) {
                (Edge::Describes, Node::Statement(s)) => all.push(s),
                (Edge::Concerns(_), Node::Claim(c)) => all.extend(self.statements_on(c)),
                _ => {}
            }
        }
        all.sort();
        all.dedup();
        all
    }

    /// Claims that concern an entity; each once, in order.
    pub fn claims_about(&self, entity: Key<Entity>) -> Vec<Key<Claim>> {
        let mut all: Vec<_> = self
            .entering(Node::Entity(entity))
            .into_iter()
            .filter_map(|(edge, node)| match (edge, node) {
                (Edge::Concerns(_), Node::Claim(c)) => Some(c),
                _ => None,
            })
            .collect();
        all.sort();
        all.dedup();
        all
    }

    /// Statements that bear on a claim; each once, in order.
    pub fn statements_on(&self, claim: Key<Claim>) -> Vec<Key<Statement>> {
        let mut all: Vec<_> = self
            .entering(Node::Claim(claim))
            .into_iter()
            .filter_map(|(edge, node)| match (edge, node) {
                (Edge::Bears { .. }, Node::Statement(s)) => Some(s),
                _ => None,
            })
            .collect();
        all.sort();
        all.dedup();
        all
    }

    /// Statements of a document, in order.
    pub fn statements_in(&self, document: Key<Document>) -> Vec<Key<Statement>> {
        self.entering(Node::Document(document))
            .into_iter()
            .filter_map(|(edge, node)| match (edge, node) {
                (Edge::StandsIn, Node::Statement(s)) => Some(s),
                _ => None,
            })
            .collect()
    }

    /// Statements that a source is written to have made, in order.
    pub fn statements_by(&self, source: Key<Source>) -> Vec<Key<Statement>> {
        self.entering(Node::Source(source))
            .into_iter()
            .filter_map(|(edge, node)| match (edge, node) {
                (Edge::SaidBy, Node::Statement(s)) => Some(s),
                _ => None,
            })
            .collect()
    }
}
