//! The chains of some commitments, with what every figure asks of them worked out once.
//!
//! Sources are ranks here (their place by id), in flat lists that are used again for the next
//! claim: figures are computed for hundreds of thousands of claims, most of a few chains each.

use super::chain::{Chain, Link, LinkRole};
use super::commitments::Commits;
use super::figures::{Ledger, Place};
use super::lists::Lists;
use crate::model::{Document, Key};

/// One chain of one commitment.
pub(super) struct Way<'a> {
    pub(super) commits: Commits,
    pub(super) chain: Chain<'a>,
    /// The node of its first link; none where that is unknown.
    pub(super) origin: Option<u32>,
    /// An outlet speaks for itself.
    pub(super) own_voice: bool,
    /// A heading whose text says the same.
    pub(super) rests_on_text: bool,
    /// And says it clearly, so that the heading stands and falls with it.
    pub(super) falls_with_text: bool,
    pub(super) document: Key<Document>,
    /// The text it counts under.
    pub(super) text: Key<Document>,
    /// Of a paragraph that several texts have: which.
    pub(super) passage: Option<u32>,
    /// The node of who first published it, as far as is known.
    pub(super) outlet: Option<u32>,
    /// Whether that is the text's own outlet.
    pub(super) own_outlet: bool,
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
    pub(super) all: Vec<Way<'a>>,
    /// Of each: the nodes of its links, in their order.
    pub(super) links: Lists<u32>,
    /// Of each: its nodes, sorted, each once.
    pub(super) nodes: Lists<u32>,
    /// Of each: its nodes without republishers, but with whoever of them is the first known to have
    /// published it, sorted, each once.
    pub(super) carriers: Lists<u32>,
    /// Documents whose own text, not only the heading, says it, and whether only unclearly.
    said_in: Vec<(Key<Document>, bool)>,
}

impl<'a> Ways<'a> {
    /// Finds them anew.
    pub(super) fn gather(&mut self, ledger: &'a Ledger<'_, '_>, counted: &[Commits]) {
        self.all.clear();
        self.links.clear();
        self.nodes.clear();
        self.carriers.clear();
        // A heading rests on its text: where that says the same, the heading is no origin.
        self.said_in.clear();
        let place = |commits: &Commits| &ledger.places[commits.statement.index()];
        if counted.iter().any(|commits| place(commits).heading) {
            let texts = counted.iter().filter(|commits| !place(commits).heading);
            let said = texts.map(|commits| (place(commits).document, commits.unclear));
            self.said_in.extend(said);
            self.said_in.sort_unstable();
        }
        for commits in counted {
            let Place {
                document,
                text,
                outlet,
                own_outlet,
                again,
                passage,
                heading,
                outlet_voice,
                shared,
                parted,
            } = *place(commits);
            let said = |unclear| self.said_in.binary_search(&(document, unclear)).is_ok();
            let clearly = heading && said(false);
            let rests = clearly || heading && said(true);
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
                self.all.push(Way {
                    commits: *commits,
                    chain,
                    origin: chain.origin().map(|s| ledger.known.node_rank(s)),
                    own_voice,
                    rests_on_text: own_voice && rests,
                    falls_with_text: own_voice && clearly,
                    document,
                    text,
                    passage,
                    outlet,
                    own_outlet,
                    again,
                    shared,
                    parted,
                });
            }
        }
    }
}
