//! The chains of some commitments, with what every figure asks of them worked out once.
//!
//! Sources are ranks here (their place by id), in flat lists that are used again for the next
//! claim: figures are computed for hundreds of thousands of claims, most of a few chains each.

use std::collections::BTreeSet;

use super::chain::{Chain, Link, LinkRole};
use super::commitments::Commits;
use super::figures::{Ledger, Place, Whose};
use super::lists::Lists;
use crate::model::{Document, Key, Statement};

/// One chain of one commitment.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) commits: Commits,
    pub(super) chain: Chain<'a>,
    /// The node of its first link; none where that is unknown.
    pub(super) origin: Option<u32>,
    /// An outlet speaks for itself.
    pub(super) own_voice: bool,
    /// A heading beside a statement of its own text: no report apart from that.
    pub(super) rests_on_text: bool,
    /// It shows by itself that the stance is supported. A heading that rests on its text does not: it falls with it.
    pub(super) supports: bool,
    pub(super) document: Key<Document>,
    /// The text it counts under.
    pub(super) text: Key<Document>,
    /// Of a paragraph that several texts have: which.
    pub(super) passage: Option<u32>,
    /// The node of who first published it, as far as is known.
    pub(super) outlet: Option<u32>,
    /// Whose it is.
    pub(super) whose: Whose,
    /// The first document of the text that its outlet published, or that has its words.
    pub(super) edition: Key<Document>,
    /// The node of who published it again in this document, but for republishing links.
    pub(super) again: Option<u32>,
    /// Nobody says who took its text from whom.
    pub(super) shared: bool,
    /// A part of its page is from somebody else, so that the page is two texts.
    pub(super) parted: bool,
}

/// A text: a document, by whose it is there. A page that is partly somebody else's is two.
pub(super) type Text = (Key<Document>, Option<u32>);

impl Way<'_> {
    /// The text that it counts under.
    pub(super) fn counts_under(&self) -> Text {
        (self.text, self.outlet.filter(|_| self.parted))
    }
}

/// The chains that are left of some commitments.
#[derive(Default)]
pub(super) struct Ways<'a> {
    /// The chains, and behind them those by which headings are supported: through the heading and a statement that it
    /// rests on, together.
    every: Vec<Way<'a>>,
    /// So many are chains.
    chains: usize,
    /// Of each: the nodes of its links, in their order.
    pub(super) links: Lists<u32>,
    /// Of each: its nodes, sorted, each once.
    pub(super) nodes: Lists<u32>,
    /// Of each: its nodes without republishers, but with whoever of them is the first known to have
    /// published it, sorted, each once.
    pub(super) carriers: Lists<u32>,
    /// Documents whose own text, not only the heading, says it.
    said_in: Vec<Key<Document>>,
    /// The same by whose words they are there, where a heading gives its words to somebody; none is nobody written.
    said_by: Vec<(Key<Document>, Option<u32>)>,
}

impl<'a> Ways<'a> {
    /// The chains.
    pub(super) fn all(&self) -> &[Way<'a>] {
        &self.every[..self.chains]
    }

    /// The chains, and the ways by which headings are supported: what [`Way::supports`] is asked of.
    pub(super) fn grounds(&self) -> &[Way<'a>] {
        &self.every
    }

    /// Finds them anew. Where it is asked what supports a stance, as if `misread` had never been read so.
    pub(super) fn gather(
        &mut self,
        ledger: &'a Ledger<'_, '_>,
        counted: &[Commits],
        misread: Option<&BTreeSet<Key<Statement>>>,
    ) {
        self.every.clear();
        self.links.clear();
        self.nodes.clear();
        self.carriers.clear();
        let headings = self.said_in_texts(ledger, counted);
        for commits in counted {
            let Place {
                document,
                text,
                outlet,
                whose,
                edition,
                again,
                passage,
                heading,
                outlet_voice,
                shared,
                parted,
            } = ledger.places[commits.statement.index()];
            let rests_on_text = heading && self.has_text(ledger, commits);
            let supports =
                !heading || misread.is_none_or(|gone| rested_on(ledger, commits, gone).is_empty());
            for chain in ledger.analysis.chains_left(commits.statement) {
                let own_voice = outlet_voice && chain.begins_with_outlet();
                for link in chain.links {
                    let Some(source) = link.source else { continue };
                    let node = ledger.known.node_rank(source);
                    self.links.add(node);
                    self.nodes.add(node);
                    if link.role != LinkRole::Republisher {
                        self.carriers.add(node);
                    }
                }
                // Who first published it as far as is known is a carrier; the outlet of a text that this
                // is a copy of need be no link of it.
                let node = |link: &Link| link.source.map(|source| ledger.known.node_rank(source));
                let published = |link: &&Link| match link.role {
                    LinkRole::Outlet | LinkRole::Republisher => true,
                    // Whoever speaks in his own paper is its outlet as well: one link, the origin.
                    LinkRole::Origin => own_voice || outlet.is_some() && node(link) == outlet,
                    LinkRole::Relay => false,
                };
                let mut known = chain.links.iter().filter(published);
                if let Some(first) = known.find_map(node) {
                    self.carriers.add(first);
                }
                self.links.close();
                self.nodes.close_sorted();
                self.carriers.close_sorted();
                self.every.push(Way {
                    commits: *commits,
                    chain,
                    origin: chain.origin().map(|s| ledger.known.node_rank(s)),
                    own_voice,
                    rests_on_text,
                    supports,
                    document,
                    text,
                    passage,
                    outlet,
                    whose,
                    edition,
                    again,
                    shared,
                    parted,
                });
            }
        }
        self.chains = self.every.len();
        if let (true, Some(misread)) = (headings, misread) {
            self.grounds_of_headings(ledger, counted, misread);
        }
    }

    /// Finds where the texts below headings say it; tells whether there is a heading among these.
    fn said_in_texts(&mut self, ledger: &Ledger<'_, '_>, counted: &[Commits]) -> bool {
        self.said_in.clear();
        self.said_by.clear();
        let place = |commits: &Commits| &ledger.places[commits.statement.index()];
        let headings = counted.iter().filter(|commits| place(commits).heading);
        let Some(spoken) = headings
            .map(|commits| !place(commits).outlet_voice)
            .reduce(|any, one| any || one)
        else {
            return false;
        };
        for commits in counted.iter().filter(|commits| !place(commits).heading) {
            let place = place(commits);
            self.said_in.push(place.document);
            if spoken && !place.outlet_voice {
                let voice = speaker(ledger, commits.statement);
                self.said_by.push((place.document, voice));
            }
        }
        self.said_in.sort_unstable();
        self.said_by.sort_unstable();
        true
    }

    /// Whether the text of a heading says it too; what it gives to somebody, from the same.
    fn has_text(&self, ledger: &Ledger<'_, '_>, heading: &Commits) -> bool {
        let place = &ledger.places[heading.statement.index()];
        if place.outlet_voice {
            return self.said_in.binary_search(&place.document).is_ok();
        }
        let said = (place.document, speaker(ledger, heading.statement));
        self.said_by.binary_search(&said).is_ok()
    }

    /// A heading that rests on its text supports what it says for as long as one of the statements is left that it
    /// rests on: its chain and one of theirs together.
    fn grounds_of_headings(
        &mut self,
        ledger: &'a Ledger<'_, '_>,
        counted: &[Commits],
        misread: &BTreeSet<Key<Statement>>,
    ) {
        for i in 0..self.chains {
            let way = self.every[i];
            if way.supports || way.commits.unclear || way.origin.is_none() {
                continue;
            }
            for text in rested_on(ledger, &way.commits, misread) {
                if !ledger.analysis.stands(text) {
                    continue;
                }
                // Over a report that nobody made the heading is none.
                let here = counted.iter().any(|commits| commits.statement == text);
                for chain in ledger.analysis.chains_left(text) {
                    if here && chain.origin().is_none() {
                        continue;
                    }
                    let both = [way.chain, chain];
                    for link in both.iter().flat_map(|chain| chain.links) {
                        if let Some(source) = link.source {
                            self.nodes.add(ledger.known.node_rank(source));
                        }
                    }
                    self.nodes.close_sorted();
                    self.every.push(Way {
                        supports: true,
                        ..way
                    });
                }
            }
        }
    }
}

/// What a heading rests on for what it commits to, but for statements that are taken not to say so.
fn rested_on(
    ledger: &Ledger<'_, '_>,
    heading: &Commits,
    misread: &BTreeSet<Key<Statement>>,
) -> Vec<Key<Statement>> {
    let (claim, stance) = heading.written();
    let mut all = ledger.analysis.rested_on(heading.statement, claim, stance);
    all.retain(|text| !misread.contains(text));
    all
}

/// The node of who says something; none where nobody is written.
fn speaker(ledger: &Ledger<'_, '_>, statement: Key<Statement>) -> Option<u32> {
    let source = ledger.analysis.case.statements[statement].said_by;
    source.map(|source| ledger.known.node_rank(source))
}
