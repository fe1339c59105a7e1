//! What is counted over the chains of a stance: voices, texts and outlets, disjoint chains, sides,
//! shared sources.
//!
//! Everything here is found by sorting short flat lists of ranks and walking their runs.

use super::chain::LinkRole;
use super::commitments::Commits;
use super::figures::{Figures, Ledger, SharedSource, Voiced, Whose};
use super::implication::Walk;
use super::lists::Lists;
use super::packing::{BUDGET as PACKING_BUDGET, pack};
use super::support::{Ground, Trials};
use super::voices::{BUDGET as VOICES_BUDGET, largest};
use super::ways::{Text, Way, Ways};
use crate::model::{Document, Key, Statement};

/// A text, or a paragraph that several texts have.
type Passage = (Text, Option<u32>);

/// Room for the figures of one claim after the other.
#[derive(Default)]
pub(super) struct Scratch<'a> {
    pub(super) counted: Vec<Commits>,
    pub(super) entailed: Vec<Commits>,
    pub(super) walk: Walk,
    pub(super) ways: Ways<'a>,
    ranks: [Vec<u32>; 3],
    /// Chains with nobody written at their beginning, by text and document.
    unknown: Vec<(Passage, Key<Document>)>,
    /// Texts in which an outlet speaks for itself.
    own_texts: Vec<Passage>,
    /// Origins that can be voices, with each of their chains.
    heard: Vec<(u32, u32)>,
    origins: Vec<u32>,
    common: Lists<u32>,
    /// Texts, with the document that has what is counted where only a later version by another outlet does.
    texts: Vec<(Text, Option<Key<Document>>)>,
    /// Texts with their outlets, who published it first before who published a later version.
    published: Vec<(Text, Whose, u32)>,
    packed: Lists<u32>,
    /// The ways that may be packed.
    packable: Vec<u32>,
    /// Nodes with the outlets of chains that run through them.
    through: Vec<(u32, Option<u32>)>,
    ground: Ground,
    trials: Trials,
}

impl Ledger<'_, '_> {
    /// All that chains tell of a stance.
    pub(super) fn carried(&self, scratch: &mut Scratch<'_>, figures: &mut Figures) {
        self.published(scratch, figures);
        figures.origins = self.voiced(scratch);
        self.disjoint(scratch, figures);
        self.sides(scratch, figures);
        self.shared(scratch, figures);
        scratch.ground.take(&self.known, &scratch.ways);
        let seen = scratch.ground.on(&self.known, &scratch.ways);
        (
            figures.support,
            figures.load_bearing,
            figures.load_bearing_up_to,
        ) = seen.load_bearing(self.load_bearing, &mut scratch.trials);
    }

    /// The texts, who first published them, and who did again.
    fn published(&self, scratch: &mut Scratch<'_>, figures: &mut Figures) {
        let [outlets, republishers, _] = &mut scratch.ranks;
        let texts = &mut scratch.texts;
        texts.clear();
        outlets.clear();
        republishers.clear();
        let published = &mut scratch.published;
        published.clear();
        for way in scratch.ways.all() {
            if way.rests_on_text {
                // Its text stands here too, and is where it counts.
                republishers.extend(way.again);
                continue;
            }
            let text = way.counts_under();
            let later = way.whose == Whose::Later;
            texts.push((text, later.then_some(way.edition)));
            if let Some(outlet) = way.outlet {
                published.push((text, way.whose, outlet));
            }
            republishers.extend(way.again);
            for link in way.chain.links {
                if link.role == LinkRole::Republisher
                    && let Some(source) = link.source.map(|s| self.known.node_rank(s))
                    && Some(source) != way.outlet
                {
                    republishers.push(source);
                }
            }
        }
        texts.sort_unstable();
        texts.dedup_by_key(|(text, _)| *text);
        published.sort_unstable();
        published.dedup();
        for text in published.chunk_by(|a, b| a.0 == b.0) {
            let (_, _, first) = text[0];
            outlets.push(first);
            // Whoever made a later version of what another outlet had published it again.
            let later = text[1..].iter();
            let later =
                later.filter(|(_, whose, outlet)| *whose == Whose::Later && *outlet != first);
            republishers.extend(later.map(|(_, _, outlet)| *outlet));
        }
        figures.documents = Vec::with_capacity(texts.len());
        figures.documents.extend(
            texts
                .iter()
                .map(|((document, _), edition)| edition.unwrap_or(*document)),
        );
        figures.documents.sort_unstable();
        figures.outlets = self.known.keys(outlets);
        figures.republishers = self.known.keys(republishers);
    }

    /// The origins, and how many voices they are.
    pub(super) fn voiced(&self, scratch: &mut Scratch<'_>) -> Voiced {
        let Scratch {
            ways,
            ranks: [own, named, undisclosed],
            unknown,
            own_texts,
            heard,
            origins,
            common,
            ..
        } = scratch;
        for list in [&mut *own, &mut *named, &mut *undisclosed] {
            list.clear();
        }
        unknown.clear();
        own_texts.clear();
        heard.clear();
        let mut unknown_in: Vec<Key<Statement>> = Vec::new();
        let resting = ways.all().iter().filter(|way| way.rests_on_text);
        let mut headings: Vec<Key<Statement>> = resting.map(|way| way.commits.statement).collect();
        headings.sort_unstable();
        headings.dedup();
        for (i, way) in ways.grounds().iter().enumerate() {
            let heard_by = |heard: &mut Vec<(u32, u32)>, origin| {
                let known = way.supports && !way.commits.unclear && !way.own_voice;
                if known && !self.known.publishes(origin) {
                    heard.push((origin, i as u32));
                }
            };
            // A heading beside its text is no origin apart from that, whoever told its outlet.
            if way.rests_on_text && (!way.supports || i >= ways.all().len()) {
                continue;
            }
            if i >= ways.all().len() {
                way.origin
                    .into_iter()
                    .for_each(|origin| heard_by(heard, origin));
                continue;
            }
            let Some(origin) = way.origin else {
                if way.rests_on_text {
                    continue;
                }
                unknown.push(((way.counts_under(), way.passage), way.document));
                unknown_in.push(way.commits.statement);
                continue;
            };
            if way.own_voice {
                if !way.rests_on_text {
                    own.push(origin);
                    own_texts.push((way.counts_under(), way.passage));
                }
                continue;
            }
            if self.known.is_named(origin) {
                named.push(origin);
            } else {
                undisclosed.push(origin);
            }
            heard_by(heard, origin);
        }
        own_texts.sort_unstable();
        own_texts.dedup();
        // Of each origin, the nodes that all its chains run through.
        heard.sort_unstable();
        origins.clear();
        common.clear();
        for chains in heard.chunk_by(|a, b| a.0 == b.0) {
            let (origin, first) = chains[0];
            let nodes = |way: u32| ways.nodes.of(way as usize);
            for node in nodes(first).iter().filter(|node| **node != origin) {
                let in_all = |(_, way): &(u32, u32)| nodes(*way).binary_search(node).is_ok();
                if chains[1..].iter().all(in_all) {
                    common.add(*node);
                }
            }
            common.close();
            origins.push(origin);
        }
        unknown_in.sort_unstable();
        unknown_in.dedup();
        let mut unsourced = unknown_in.clone();
        unsourced.retain(|statement| {
            let mut chains = self.analysis.chains_left(*statement);
            chains.all(|chain| chain.origin().is_none())
        });
        let voices = largest(&self.known, origins, common, VOICES_BUDGET);
        let mut voiced = Voiced {
            named: self.known.keys(named),
            undisclosed: self.known.keys(undisclosed),
            own_voice: self.known.keys(own),
            // Copies repeat what stands in their first: of each text the document with most counts.
            unknown: most_by_document(unknown),
            unknown_in,
            unsourced,
            headings,
            at_least: voices.by.len(),
            at_least_by: voices.by.iter().map(|rank| self.known.at(*rank)).collect(),
            at_least_exact: voices.exact,
            perhaps_one: self.known.perhaps_among(origins),
            at_most: 0,
        };
        let own = voiced
            .own_voice
            .iter()
            .filter(|s| voiced.named.binary_search(s).is_err())
            .count()
            // Of copies nobody knows whose voice it is: no more voices than texts.
            .min(own_texts.len());
        voiced.at_most = voiced.named.len() + voiced.undisclosed.len() + voiced.unknown + own;
        voiced
    }

    fn disjoint(&self, scratch: &mut Scratch<'_>, figures: &mut Figures) {
        let texts = self.analysis.case.sources.len() as u32;
        let (packed, packable) = (&mut scratch.packed, &mut scratch.packable);
        let ways = &scratch.ways;
        packed.clear();
        packable.clear();
        packable.extend((0u32..).zip(ways.all()).filter_map(|(i, way)| {
            let counts = way.origin.is_some()
                && !way.own_voice
                && !way.commits.unclear
                && (way.supports || !way.rests_on_text)
                && way.outlet.is_some();
            counts.then_some(i)
        }));
        // In an order that the order of a file has no part in: it decides which of several packings is shown.
        if packable.len() > 1 {
            let statements = &self.analysis.case.statements;
            packable.sort_by(|a, b| {
                let links = |i: &u32| ways.links.of(*i as usize);
                let id = |i: &u32| statements.id(ways.all()[*i as usize].commits.statement);
                links(a).cmp(links(b)).then_with(|| id(a).cmp(id(b)))
            });
        }
        for i in packable.iter() {
            let way = &ways.all()[*i as usize];
            // Where nobody says who copied whom, the text itself is a link.
            let text = way.shared.then_some(texts + way.text.index() as u32);
            packed.push(ways.links.of(*i as usize).iter().copied().chain(text));
        }
        let packing = pack(packed, PACKING_BUDGET);
        let above = packing
            .at_most
            .min(figures.outlets.len())
            .min(figures.origins.at_most);
        let chosen = packing.chosen.iter().take(above);
        figures.disjoint_by = chosen
            .map(|place| {
                let i = packable[*place as usize] as usize;
                let statement = ways.all()[i].commits.statement;
                let before = ways.all()[..i].iter().rev();
                let same = before.take_while(|way| way.commits.statement == statement);
                (statement, same.count())
            })
            .collect();
        figures.disjoint_chains = figures.disjoint_by.len();
        figures.disjoint_chains_at_most = above;
    }

    fn sides(&self, scratch: &mut Scratch<'_>, figures: &mut Figures) {
        let [with, without, _] = &mut scratch.ranks;
        with.clear();
        without.clear();
        for way in scratch.ways.all() {
            let (Some(node), Some(origin)) = (way.origin, way.chain.origin()) else {
                continue;
            };
            if way.rests_on_text {
                continue;
            }
            match self.side(origin, way.commits.statement) {
                Some(side) => {
                    figures.sides.push(side);
                    with.push(node);
                }
                None => without.push(node),
            }
        }
        figures.sides.sort_unstable();
        figures.sides.dedup();
        with.sort_unstable();
        without.retain(|node| with.binary_search(node).is_err());
        figures.no_side = self.known.keys(without);
    }

    fn shared(&self, scratch: &mut Scratch<'_>, figures: &mut Figures) {
        let (ways, published) = (&scratch.ways, &scratch.published);
        // Copies of one text are no two outlets: each chain is of the outlet under which its text counts.
        let outlet = |way: &Way<'_>| {
            let text = way.counts_under();
            let at = published.partition_point(|(other, _, _)| *other < text);
            let counted = published.get(at).filter(|(other, _, _)| *other == text);
            counted.map_or(way.outlet, |(_, _, outlet)| Some(*outlet))
        };
        let through = &mut scratch.through;
        through.clear();
        for (way, carriers) in ways.all().iter().zip(ways.carriers.iter()) {
            let outlet = outlet(way);
            through.extend(carriers.iter().map(|node| (*node, outlet)));
        }
        through.sort_unstable();
        let several = ways.all().len() > 1;
        for chains in through.chunk_by(|a, b| a.0 == b.0) {
            let outlets = || {
                chains
                    .chunk_by(|a, b| a.1 == b.1)
                    .filter_map(|same| same[0].1)
            };
            let every_chain = several && chains.len() == ways.all().len();
            if every_chain || outlets().nth(1).is_some() {
                let ranks = &mut scratch.ranks[0];
                ranks.clear();
                ranks.extend(outlets());
                figures.shared_sources.push(SharedSource {
                    source: self.known.at(chains[0].0),
                    outlets: self.known.keys(ranks),
                    every_chain,
                });
            }
        }
    }
}

/// Of each text the most that one of its documents has, all together.
fn most_by_document(unknown: &mut [(Passage, Key<Document>)]) -> usize {
    unknown.sort_unstable();
    unknown
        .chunk_by(|a, b| a.0 == b.0)
        .map(|text| {
            let documents = text.chunk_by(|a, b| a.1 == b.1);
            documents.map(<[_]>::len).max().unwrap_or(0)
        })
        .sum()
}
