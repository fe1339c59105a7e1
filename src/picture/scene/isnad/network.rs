//! Chains as a network: one place a source, one way between two neighbours of a chain, a row for each place.

use super::compose::Told;
use crate::view::{Commitment, LinkRole, LinkView};
use std::collections::{BTreeMap, BTreeSet};

/// The row of the statements; outlets begin one below.
pub(super) const STATEMENTS: i32 = 1;

/// A source, or an unknown link, as it stands in the picture.
#[derive(Debug)]
pub(super) struct Place {
    /// Unique in the picture.
    pub(super) id: String,
    /// None: unknown.
    pub(super) source: Option<String>,
    /// It published one of the statements first.
    pub(super) publishes: bool,
    /// It is the first link of a chain.
    pub(super) begins: bool,
    /// That it was the first to publish is inferred.
    pub(super) inferred: bool,
    /// Read on its own page.
    pub(super) own_page: bool,
    /// Republishers in whose copies it was read (none: an unknown one), with the document.
    pub(super) copies: BTreeSet<(Option<String>, String)>,
    /// Documents read on its own page.
    pub(super) pages: BTreeSet<String>,
    /// The statements whose chains run through it, by their index.
    pub(super) statements: BTreeSet<usize>,
    /// The row.
    pub(super) rank: i32,
}

/// A way between neighbours, from the later link down to the earlier.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) later: usize,
    pub(super) earlier: usize,
    /// What the later link thinks of the words it passes on.
    pub(super) commitment: Commitment,
    /// The earlier link is not written in the text.
    pub(super) inferred: bool,
    /// The statement.
    pub(super) statement: usize,
}

/// All of it.
#[derive(Debug, Default)]
pub(super) struct Network {
    pub(super) places: Vec<Place>,
    pub(super) ways: Vec<Way>,
    /// From a statement to the place that published it.
    pub(super) published: BTreeSet<(usize, usize)>,
    /// Each chain as places, origin first.
    pub(super) chains: Vec<(usize, Vec<usize>)>,
    /// The row of the origins; rows below it are beyond them.
    pub(super) origins: i32,
}

impl Network {
    pub(super) fn new(told: &[Told<'_>]) -> Self {
        let mut net = Network::default();
        let mut known = BTreeMap::new();
        for (index, one) in told.iter().enumerate() {
            for chain in &one.chains {
                net.chain(index, &one.statement.document, &chain.links, &mut known);
            }
        }
        net.rank();
        net
    }

    /// Adds a chain. What republishers did is kept with the place that published first.
    fn chain(
        &mut self,
        statement: usize,
        document: &str,
        links: &[LinkView],
        known: &mut BTreeMap<String, usize>,
    ) {
        let first_copy = links
            .iter()
            .enumerate()
            .position(|(i, l)| i > 0 && l.role == LinkRole::Republisher)
            .unwrap_or(links.len());
        let (kept, copies) = links.split_at(first_copy);
        let mut row = Vec::with_capacity(kept.len());
        // From the page to the origin, for an unknown link is known by who had it from there.
        let mut after = format!("page {document}");
        for link in kept.iter().rev() {
            let id = match &link.source {
                Some(source) => format!("source-{source}"),
                None => format!("unknown-{after}"),
            };
            let place = *known.entry(id.clone()).or_insert_with(|| {
                self.places.push(Place {
                    id: id.clone(),
                    source: link.source.clone(),
                    publishes: false,
                    begins: false,
                    inferred: false,
                    own_page: false,
                    copies: BTreeSet::new(),
                    pages: BTreeSet::new(),
                    statements: BTreeSet::new(),
                    rank: 0,
                });
                self.places.len() - 1
            });
            self.places[place].statements.insert(statement);
            after = id;
            row.push(place);
        }
        let (Some(&page), Some(&origin)) = (row.first(), row.last()) else {
            return;
        };
        self.places[origin].begins = true;
        let publisher = &mut self.places[page];
        publisher.publishes = true;
        publisher.inferred |= kept.last().is_some_and(|l| l.inferred);
        match copies.last() {
            Some(copy) => {
                publisher
                    .copies
                    .insert((copy.source.clone(), document.to_owned()));
            }
            None => {
                publisher.own_page = true;
                publisher.pages.insert(document.to_owned());
            }
        }
        self.published.insert((statement, page));
        for (i, pair) in row.windows(2).enumerate() {
            let later = kept.len() - 1 - i;
            self.ways.push(Way {
                later: pair[0],
                earlier: pair[1],
                commitment: kept[later].commitment,
                inferred: kept[later - 1].inferred,
                statement,
            });
        }
        row.reverse();
        self.chains.push((statement, row));
    }

    /// What an origin only passed on stands beyond it: the first link of a chain that reaches the page through a source that denies it, or
    /// that is itself an origin here.
    fn beyond(&self, place: usize) -> bool {
        self.places[place].begins
            && self.ways.iter().any(|way| {
                way.earlier == place && way.later != place && {
                    let later = &self.places[way.later];
                    way.commitment == Commitment::Denies || (later.begins && !later.publishes)
                }
            })
    }

    /// Finds the rows: as far below the statements as the longest chain asks for, origins side by side, and below them what they only
    /// passed on.
    fn rank(&mut self) {
        let order = self.order();
        let position: BTreeMap<usize, usize> = order
            .iter()
            .enumerate()
            .map(|(at, place)| (*place, at))
            .collect();
        let down: Vec<(usize, usize)> = self
            .ways
            .iter()
            .map(|w| (w.later, w.earlier))
            .filter(|(later, earlier)| position[later] < position[earlier])
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); self.places.len()];
        for (later, earlier) in down {
            below[later].push(earlier);
        }
        let mut rank = vec![STATEMENTS + 1; self.places.len()];
        let settle = |rank: &mut Vec<i32>| {
            for &place in &order {
                for &earlier in &below[place] {
                    rank[earlier] = rank[earlier].max(rank[place] + 1);
                }
            }
        };
        settle(&mut rank);
        let beyond: Vec<bool> = (0..self.places.len()).map(|p| self.beyond(p)).collect();
        self.origins = (0..rank.len())
            .filter(|p| !beyond[*p])
            .map(|p| rank[p])
            .max()
            .unwrap_or(STATEMENTS + 1);
        for (place, rank) in rank.iter_mut().enumerate() {
            let here = &self.places[place];
            if beyond[place] {
                *rank = (*rank).max(self.origins + 1);
            } else if here.begins && !here.publishes {
                *rank = self.origins;
            }
        }
        settle(&mut rank);
        for (place, rank) in self.places.iter_mut().zip(rank) {
            place.rank = rank;
        }
    }

    /// Later links before earlier ones; where chains run in a circle, what came first in the case goes first.
    fn order(&self) -> Vec<usize> {
        let ways: BTreeSet<(usize, usize)> = self
            .ways
            .iter()
            .map(|w| (w.later, w.earlier))
            .filter(|(a, b)| a != b)
            .collect();
        let mut waiting = vec![0usize; self.places.len()];
        for (_, earlier) in &ways {
            waiting[*earlier] += 1;
        }
        let mut ready: BTreeSet<usize> = (0..waiting.len()).filter(|p| waiting[*p] == 0).collect();
        let mut left: BTreeSet<usize> = (0..waiting.len()).collect();
        let mut order = Vec::with_capacity(waiting.len());
        while let Some(next) = ready.pop_first().or_else(|| left.first().copied()) {
            if !left.remove(&next) {
                continue;
            }
            order.push(next);
            for (_, earlier) in ways.range((next, 0)..(next + 1, 0)) {
                waiting[*earlier] = waiting[*earlier].saturating_sub(1);
                if waiting[*earlier] == 0 && left.contains(earlier) {
                    ready.insert(*earlier);
                }
            }
        }
        order
    }
}
