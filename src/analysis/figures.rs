//! How far a stance to a claim is corroborated: who says so, through whom, and what that rests on.
//!
//! Every figure is computed from the chains of the statements that commit to it, directly or
//! through a claim that entails it, and that nobody took back. None of them is *the* number.
//! `docs/method.md` has the definitions, and the inequalities between them.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Chain, LinkRole};
use super::commitments::{Commitments, Commits};
use super::implication::Literal;
use super::packing::{BUDGET as PACKING_BUDGET, pack};
use super::setting::Analysis;
use super::support::{Bearer, Ground, LoadBearing, Support};
use super::voices::{Acquaintance, BUDGET as VOICES_BUDGET, largest, publishes};
use crate::model::{Case, Disclosure, Document, Key, Side, Source, Statement, When};

/// The figures of one stance to one claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Statements that commit to it themselves.
    pub statements: Vec<Key<Statement>>,
    /// Statements that commit to it through another claim.
    pub entailed: Vec<Key<Statement>>,
    /// Of both: said as likely only.
    pub hedged: Vec<Key<Statement>>,
    /// Of both: perhaps not of this very claim.
    pub unclear: Vec<Key<Statement>>,
    /// Taken back, in neither list, not counted.
    pub taken_back: Vec<Key<Statement>>,
    /// The texts they stand in; copies and republications as their first.
    pub documents: BTreeSet<Key<Document>>,
    /// Who first published those, as far as is known.
    pub outlets: BTreeSet<Key<Source>>,
    /// Who published them again.
    pub republishers: BTreeSet<Key<Source>>,
    /// Where they come from.
    pub origins: Voiced,
    /// Surely so many chains share no source.
    pub disjoint_chains: usize,
    /// Surely no more do; the same number where it is exact.
    pub disjoint_chains_at_most: usize,
    /// Sides among the origins, at the time of each statement.
    pub sides: BTreeSet<Key<Side>>,
    /// Origins of no known side.
    pub no_side: BTreeSet<Key<Source>>,
    /// How far it is supported.
    pub support: Support,
    /// Sources that several chains run through.
    pub shared_sources: Vec<SharedSource>,
    /// What its support rests on.
    pub load_bearing: Vec<LoadBearing>,
    /// Up to which number of sources no such set is missing.
    pub load_bearing_up_to: usize,
}

/// Origins, and how many voices they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voiced {
    /// Named ones, as the bodies they speak for.
    pub named: BTreeSet<Key<Source>>,
    /// Undisclosed ones.
    pub undisclosed: BTreeSet<Key<Source>>,
    /// How many chains begin with nobody written.
    pub unknown: usize,
    /// Outlets that say it in their own voice.
    pub own_voice: BTreeSet<Key<Source>>,
    /// So many are known to be different.
    pub at_least: usize,
    /// Those that prove it, by id.
    pub at_least_by: Vec<Key<Source>>,
    /// Whether no larger such set exists; else it is what the budget found.
    pub at_least_exact: bool,
    /// More there cannot be.
    pub at_most: usize,
}

/// A source that several chains run through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedSource {
    /// The source.
    pub source: Key<Source>,
    /// The outlets whose chains do.
    pub outlets: BTreeSet<Key<Source>>,
    /// Whether every chain does.
    pub every_chain: bool,
}

/// Everything figures are computed from.
#[derive(Debug)]
pub struct Ledger<'a, 'c> {
    /// The case and from where it is looked at.
    pub analysis: &'a Analysis<'c>,
    /// Who commits to what.
    pub commitments: Commitments,
    /// What is known of sources.
    pub known: Acquaintance,
    /// Up to how many sources load-bearing sets are sought.
    pub load_bearing: usize,
}

impl<'a, 'c> Ledger<'a, 'c> {
    /// Gathers it.
    pub fn new(analysis: &'a Analysis<'c>) -> Self {
        Self {
            analysis,
            commitments: Commitments::new(analysis),
            known: Acquaintance::new(analysis),
            load_bearing: 3,
        }
    }

    /// The figures of a literal: a claim affirmed, or denied.
    pub fn figures(&self, literal: Literal) -> Figures {
        self.figures_without(literal, &BTreeSet::new())
    }

    /// As [`Ledger::figures`], as if some statements had never been read so.
    pub fn figures_without(&self, literal: Literal, misread: &BTreeSet<Key<Statement>>) -> Figures {
        let mut figures = Figures::default();
        let mut counted: Vec<Commits> = Vec::new();
        for (list, entailed) in [
            (self.commitments.direct(literal), false),
            (self.commitments.entailed(literal), true),
        ] {
            for commits in list {
                if misread.contains(&commits.statement) {
                    continue;
                }
                if self.analysis.taken_back.contains_key(&commits.statement) {
                    figures.taken_back.push(commits.statement);
                    continue;
                }
                counted.push(*commits);
                let into = if entailed {
                    &mut figures.entailed
                } else {
                    &mut figures.statements
                };
                into.push(commits.statement);
                if commits.hedged {
                    figures.hedged.push(commits.statement);
                }
                if commits.unclear {
                    figures.unclear.push(commits.statement);
                }
            }
        }
        if counted.is_empty() {
            // Nothing is exactly nothing.
            figures.origins.at_least_exact = true;
            figures.load_bearing_up_to = self.load_bearing;
        } else {
            figures.hedged.sort();
            figures.unclear.sort();
            figures.taken_back.sort();
            self.carried(&counted, &mut figures);
        }
        figures
    }

    /// The origins of some statements: who doubts, who reports.
    pub fn origins(&self, statements: &[Key<Statement>]) -> Voiced {
        let counted: Vec<Commits> = statements
            .iter()
            .filter(|s| self.analysis.stands(**s))
            .map(|statement| Commits {
                statement: *statement,
                through: Literal::at(0),
                hedged: false,
                unclear: false,
            })
            .collect();
        let ways = self.ways(&counted);
        self.voiced(&ways)
    }

    /// The chains that are left of some commitments, each with where it was first published.
    fn ways(&self, counted: &[Commits]) -> Vec<Way<'_>> {
        let case = self.analysis.case;
        // A heading rests on its text: where that says the same, the heading is no origin.
        let said_in: BTreeSet<Key<Document>> = counted
            .iter()
            .map(|c| &case.statements[c.statement])
            .filter(|s| !s.heading)
            .map(|s| s.document)
            .collect();
        let mut all = Vec::with_capacity(counted.len());
        for commits in counted {
            let statement = &case.statements[commits.statement];
            let (text, outlet) = self.analysis.texts.publication(case, commits.statement);
            for chain in self.analysis.chains_left(commits.statement) {
                let own_voice = chain.own_voice(statement);
                all.push(Way {
                    commits: *commits,
                    chain,
                    origin: chain.origin().map(|s| self.known.node(s)),
                    own_voice,
                    rests_on_text: own_voice
                        && statement.heading
                        && said_in.contains(&statement.document),
                    document: statement.document,
                    text,
                    passage: self.analysis.texts.passage(commits.statement),
                    outlet: outlet.map(|s| self.known.node(s)),
                });
            }
        }
        all
    }

    fn voiced(&self, ways: &[Way<'_>]) -> Voiced {
        let sources = &self.analysis.case.sources;
        let mut voiced = Voiced::default();
        // Copies repeat what stands in their first: of each text the document with most counts.
        type Text = (Key<Document>, Option<u32>);
        let mut unknown: BTreeMap<Text, BTreeMap<Key<Document>, usize>> = BTreeMap::new();
        let mut own_texts: BTreeSet<Text> = BTreeSet::new();
        let mut heard: BTreeMap<Key<Source>, BTreeSet<Key<Source>>> = BTreeMap::new();
        for way in ways {
            let Some(origin) = way.origin else {
                *unknown
                    .entry((way.text, way.passage))
                    .or_default()
                    .entry(way.document)
                    .or_default() += 1;
                continue;
            };
            if way.own_voice {
                if !way.rests_on_text {
                    voiced.own_voice.insert(origin);
                    own_texts.insert((way.text, way.passage));
                }
                continue;
            }
            match sources[origin].disclosure {
                Disclosure::Named => voiced.named.insert(origin),
                Disclosure::Undisclosed => voiced.undisclosed.insert(origin),
            };
            if way.commits.unclear || publishes(sources[origin].kind) {
                continue;
            }
            let nodes = || way.nodes(self).filter(|n| *n != origin).collect();
            match heard.get_mut(&origin) {
                None => {
                    heard.insert(origin, nodes());
                }
                Some(common) => {
                    let nodes: BTreeSet<Key<Source>> = nodes();
                    common.retain(|n| nodes.contains(n));
                }
            }
        }
        voiced.unknown = unknown.values().filter_map(|by| by.values().max()).sum();
        let voices = largest(self.analysis, &self.known, &heard, VOICES_BUDGET);
        voiced.at_least = voices.by.len();
        voiced.at_least_by = voices.by;
        voiced.at_least_exact = voices.exact;
        let own = voiced
            .own_voice
            .iter()
            .filter(|s| !voiced.named.contains(s))
            .count()
            // Of copies nobody knows whose voice it is: no more voices than texts.
            .min(own_texts.len());
        voiced.at_most = voiced.named.len() + voiced.undisclosed.len() + voiced.unknown + own;
        voiced
    }

    fn carried(&self, counted: &[Commits], figures: &mut Figures) {
        let ways = self.ways(counted);
        let mut outlets: BTreeMap<Key<Document>, (bool, Key<Source>)> = BTreeMap::new();
        for way in &ways {
            figures.documents.insert(way.text);
            if let Some(outlet) = way.outlet {
                // Of a text that is partly somebody else's, whoever that is published it first.
                let own = self.analysis.case.documents[way.text]
                    .outlet
                    .is_some_and(|s| self.known.node(s) == outlet);
                let known = outlets.entry(way.text).or_insert((own, outlet));
                if (own, self.known.rank(outlet)) < (known.0, self.known.rank(known.1)) {
                    *known = (own, outlet);
                }
            }
            for source in way.publishers(self.analysis.case) {
                let source = self.known.node(source);
                if Some(source) != way.outlet {
                    figures.republishers.insert(source);
                }
            }
        }
        figures.outlets = outlets.into_values().map(|(_, outlet)| outlet).collect();
        figures.origins = self.voiced(&ways);
        self.disjoint(&ways, figures);
        self.sides(&ways, figures);
        self.shared(&ways, figures);
        let mut bearers: Vec<Bearer> = ways
            .iter()
            .filter(|way| !way.commits.unclear)
            .filter_map(|way| {
                let mut nodes: Vec<Key<Source>> = way.nodes(self).collect();
                nodes.sort();
                nodes.dedup();
                Some(Bearer {
                    origin: way.origin?,
                    own_voice: way.own_voice,
                    nodes,
                })
            })
            .collect();
        bearers.sort_by_cached_key(|bearer| {
            let mut ranks: Vec<u32> = bearer.nodes.iter().map(|n| self.known.rank(*n)).collect();
            ranks.sort_unstable();
            (self.known.rank(bearer.origin), ranks, bearer.own_voice)
        });
        bearers.dedup();
        let ground = Ground::new(self.analysis, &self.known, &bearers);
        figures.support = ground.support();
        (figures.load_bearing, figures.load_bearing_up_to) = ground.load_bearing(self.load_bearing);
    }

    fn disjoint(&self, ways: &[Way<'_>], figures: &mut Figures) {
        let texts = self.analysis.case.sources.len() as u32;
        let chains: Vec<Vec<u32>> = ways
            .iter()
            .filter(|way| {
                way.origin.is_some()
                    && !way.own_voice
                    && !way.commits.unclear
                    && way.outlet.is_some()
            })
            .map(|way| {
                let mut links: Vec<u32> = way.nodes(self).map(|n| self.known.rank(n)).collect();
                // Where nobody says who copied whom, the text itself is a link.
                if self
                    .analysis
                    .texts
                    .is_shared(self.analysis.case, way.commits.statement)
                {
                    links.push(texts + way.text.index() as u32);
                }
                links
            })
            .collect();
        let packing = pack(&chains, PACKING_BUDGET);
        let above = packing
            .at_most
            .min(figures.outlets.len())
            .min(figures.origins.at_most);
        figures.disjoint_chains = packing.at_least.min(above);
        figures.disjoint_chains_at_most = above;
    }

    fn sides(&self, ways: &[Way<'_>], figures: &mut Figures) {
        let mut without: BTreeSet<Key<Source>> = BTreeSet::new();
        let mut with: BTreeSet<Key<Source>> = BTreeSet::new();
        for way in ways {
            let (Some(node), Some(origin)) = (way.origin, way.chain.origin()) else {
                continue;
            };
            if way.rests_on_text {
                continue;
            }
            match self.side(origin, way.commits.statement) {
                Some(side) => {
                    figures.sides.insert(side);
                    with.insert(node);
                }
                None => {
                    without.insert(node);
                }
            }
        }
        figures.no_side = without.difference(&with).copied().collect();
    }

    /// The side of a source when a statement was made: its own, else that of the body it speaks
    /// for; none where the case names none for that time.
    pub fn side(&self, source: Key<Source>, statement: Key<Statement>) -> Option<Key<Side>> {
        side(self.analysis.case, source, statement).or_else(|| {
            let body = self.known.node(source);
            (body != source)
                .then(|| side(self.analysis.case, body, statement))
                .flatten()
        })
    }

    fn shared(&self, ways: &[Way<'_>], figures: &mut Figures) {
        // By rank: the source, how many chains run through it, and those of which outlets.
        type Through = (Key<Source>, usize, BTreeSet<Key<Source>>);
        let mut through: BTreeMap<u32, Through> = BTreeMap::new();
        for way in ways {
            let mut nodes: BTreeSet<Key<Source>> = way
                .chain
                .links
                .iter()
                .filter(|link| link.role != LinkRole::Republisher)
                .filter_map(|link| link.source)
                .map(|source| self.known.node(source))
                .collect();
            nodes.extend(way.outlet);
            for node in nodes {
                let entry = through
                    .entry(self.known.rank(node))
                    .or_insert_with(|| (node, 0, BTreeSet::new()));
                entry.1 += 1;
                entry.2.extend(way.outlet);
            }
        }
        let texts: BTreeSet<Key<Statement>> = ways.iter().map(|w| w.commits.statement).collect();
        figures.shared_sources = through
            .into_values()
            .map(|(source, chains, outlets)| SharedSource {
                source,
                outlets,
                every_chain: chains == ways.len() && texts.len() > 1,
            })
            .filter(|shared| shared.every_chain || shared.outlets.len() > 1)
            .collect();
    }
}

/// One chain of one commitment.
struct Way<'a> {
    commits: Commits,
    chain: &'a Chain,
    origin: Option<Key<Source>>,
    own_voice: bool,
    /// A heading whose text says the same.
    rests_on_text: bool,
    document: Key<Document>,
    text: Key<Document>,
    /// Of a paragraph that several texts have: which.
    passage: Option<u32>,
    outlet: Option<Key<Source>>,
}

impl Way<'_> {
    /// The nodes of its links.
    fn nodes(&self, ledger: &Ledger<'_, '_>) -> impl Iterator<Item = Key<Source>> {
        self.chain
            .links
            .iter()
            .filter_map(|link| link.source)
            .map(|source| ledger.known.node(source))
    }

    /// Who published its words, first or again, in this document.
    fn publishers(&self, case: &Case) -> impl Iterator<Item = Key<Source>> {
        self.chain
            .links
            .iter()
            .filter(|link| link.role == LinkRole::Republisher)
            .filter_map(|link| link.source)
            .chain(case.documents[self.document].outlet)
    }
}

/// The side that a source belongs to when a statement was made (else when it was published).
pub fn side(case: &Case, source: Key<Source>, statement: Key<Statement>) -> Option<Key<Side>> {
    let statement = &case.statements[statement];
    let when: Option<&When> = statement
        .said_on
        .as_ref()
        .or(case.documents[statement.document].published.as_ref());
    let allegiances = &case.sources[source].sides;
    let mut fitting = allegiances.iter().filter(|allegiance| match when {
        Some(when) => {
            let early = allegiance
                .from
                .as_ref()
                .is_some_and(|from| when.surely_before(from));
            let late = allegiance
                .to
                .as_ref()
                .is_some_and(|to| to.surely_before(when));
            !early && !late
        }
        None => true,
    });
    let first = fitting.next()?;
    // Where the time fits two sides, none is sure.
    fitting
        .all(|other| other.side == first.side)
        .then_some(first.side)
}
