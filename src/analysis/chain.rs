//! Chains of transmission: the sources a statement passed through, from its origin to the page.
//!
//! A chain is: who the source rests on, the source, the relays inside the text, then the chain of
//! the statement it is nested in, or the outlet and its republishers. Two tellers make two chains.
//!
//! In one file because each kind of link is told from what stands before and behind it in the same chain.

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::lists::Lists;
use super::origins::OriginKind;
use super::rulings::Rulings;
use crate::model::{
    Act, Case, Commitment, Disclosure, Document, Key, Original, Rest, Source, Statement,
};

/// What a link does in its chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkRole {
    /// The first link: who the words come from.
    Origin,
    /// A later link inside the text.
    Relay,
    /// Who first published it.
    Outlet,
    /// Who published it again.
    Republisher,
}

/// One link of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The source; none for an unknown link.
    pub source: Option<Key<Source>>,
    /// Its role.
    pub role: LinkRole,
    /// What it thinks of the words that it passes on; an origin affirms its own.
    pub commitment: Commitment,
    /// Worked out or ruled, not written in the text.
    pub inferred: bool,
}

/// A chain: links from the origin to the page in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain<'a> {
    /// The links; never empty.
    pub links: &'a [Link],
}

impl Chain<'_> {
    /// Whether an outlet speaks here for itself: attributed to nobody, and nobody told it.
    pub fn own_voice(&self, statement: &Statement) -> bool {
        statement.outlet_voice && self.begins_with_outlet()
    }

    /// Of the outlet's own voice: whether nobody told it.
    pub(super) fn begins_with_outlet(&self) -> bool {
        // Whoever told it may have been told by others: the outlet may stand anywhere behind them.
        let mut later = self.links.iter().skip(1);
        let outlet = later.find(|link| link.role == LinkRole::Outlet);
        outlet.is_none_or(|outlet| outlet.source.is_some() && outlet.source == self.links[0].source)
    }

    /// The first link's source; none where it is unknown.
    pub fn origin(&self) -> Option<Key<Source>> {
        self.links.first().and_then(|link| link.source)
    }

    /// What kind of origin it has.
    pub fn origin_kind(&self, case: &Case) -> OriginKind {
        match self.origin() {
            None => OriginKind::Unknown,
            Some(source) => match case.sources[source].disclosure {
                Disclosure::Named => OriginKind::Named,
                Disclosure::Undisclosed => OriginKind::Undisclosed,
            },
        }
    }
}

/// The chains of every statement of a case.
#[derive(Debug, Clone)]
pub struct Chains {
    /// The links of every chain.
    links: Lists<Link>,
    /// Of each statement: which chain is its first; the last entry ends the last statement.
    starts: Vec<u32>,
}

/// So many statements are worked on at once.
const CHUNK: usize = 4096;

impl Chains {
    /// Works them out, with all rulings in force. Time is linear in the links written.
    pub fn new(case: &Case) -> Self {
        Self::with(case, &Rulings::new(case))
    }

    /// Works them out; who rests on whom is as these rulings say.
    pub fn with(case: &Case, rulings: &Rulings) -> Self {
        let all = case.statements.len();
        let parts: Vec<(Lists<Link>, Vec<u32>)> = (0..all.div_ceil(CHUNK))
            .into_par_iter()
            .map(|chunk| {
                let mut links = Lists::default();
                let mut counts = Vec::with_capacity(CHUNK);
                let (mut chain, mut through) = (Vec::new(), Vec::new());
                for i in chunk * CHUNK..all.min((chunk + 1) * CHUNK) {
                    let before = links.len();
                    chain.clear();
                    if alone(case, rulings, Key::new(i), &mut chain, &mut through) {
                        links.push(chain.iter().copied());
                    } else {
                        for chain in from(case, rulings, Key::new(i), None) {
                            links.push(chain);
                        }
                    }
                    counts.push((links.len() - before) as u32);
                }
                (links, counts)
            })
            .collect();
        let mut starts = Vec::with_capacity(all + 1);
        let mut next = 0;
        starts.push(next);
        for count in parts.iter().flat_map(|(_, counts)| counts) {
            next += count;
            starts.push(next);
        }
        Self {
            links: Lists::joined(parts.into_iter().map(|(links, _)| links).collect()),
            starts,
        }
    }

    /// The chains of a statement: one, or one for each of its tellers.
    pub fn of(
        &self,
        statement: Key<Statement>,
    ) -> impl ExactSizeIterator<Item = Chain<'_>> + Clone {
        let i = statement.index();
        (self.starts[i] as usize..self.starts[i + 1] as usize).map(|chain| Chain {
            links: self.links.of(chain),
        })
    }
}

/// Who told whom, from the origin inwards; the flag says that it was ruled, not written.
type Told = Vec<(Key<Source>, bool)>;

/// The ways by which a statement came to its source: none where nobody told it. A source that is
/// not written (an unknown link) may be written to have been told.
fn told(
    rulings: &Rulings,
    key: Key<Statement>,
    speaker: Option<Key<Source>>,
    written: &[Key<Source>],
) -> Vec<Told> {
    let mut ways: Vec<Told> = Vec::new();
    let mut tellers: Vec<(Key<Source>, bool)> = written.iter().map(|s| (*s, false)).collect();
    for on in speaker.into_iter().flat_map(|s| rulings.told_by(s, key)) {
        if !tellers.iter().any(|(known, _)| *known == on) {
            tellers.push((on, true));
        }
    }
    // What a teller was ruled to rest on comes before it; a circle ends where it closes.
    let mut open: Vec<Told> = tellers.into_iter().rev().map(|one| vec![one]).collect();
    while let Some(way) = open.pop() {
        let Some((first, _)) = way.first().copied() else {
            continue;
        };
        let before: Vec<Key<Source>> = rulings
            .told_by(first, key)
            .filter(|on| Some(*on) != speaker && !way.iter().any(|(known, _)| known == on))
            .collect();
        if before.is_empty() {
            ways.push(way);
            continue;
        }
        for on in before.into_iter().rev() {
            let mut longer = vec![(on, true)];
            longer.extend(&way);
            open.push(longer);
        }
    }
    ways
}

/// The one chain of a statement that stands in no other and whose source nobody told, as most do, in
/// room that was used before. False where it is not such a statement.
fn alone(
    case: &Case,
    rulings: &Rulings,
    key: Key<Statement>,
    chain: &mut Vec<Link>,
    through: &mut Vec<Carrier>,
) -> bool {
    let statement = &case.statements[key];
    let ruled = |source| rulings.told_by(source, key).next().is_some();
    if statement.outlet_voice
        || statement.nested_in.is_some()
        || !statement.rests_on.is_empty()
        || statement.said_by.is_some_and(ruled)
    {
        return false;
    }
    speaks(case, statement, chain, None);
    // Where own links and published ones meet, the same source is one link as within either.
    through.clear();
    carriers_into(case, statement, through);
    for (i, carrier) in through.iter().enumerate() {
        push(chain, published(statement, i, *carrier));
    }
    true
}

/// The chains from a statement on. `inside` is set where they carry a statement that is nested in
/// this one, and says what is written of how that was passed on.
///
/// Whoever told the source of an outer statement has the inner words to tell too, so two tellers
/// make two chains at every depth.
fn from(
    case: &Case,
    rulings: &Rulings,
    key: Key<Statement>,
    inside: Option<Option<Commitment>>,
) -> Vec<Vec<Link>> {
    let statement = &case.statements[key];
    let mut own = Vec::new();
    let tails: Vec<Vec<Link>> = if statement.outlet_voice {
        voice(case, statement, &mut own, inside);
        vec![Vec::new()]
    } else {
        speaks(case, statement, &mut own, inside);
        match statement.nested_in {
            Some(outer) => from(case, rulings, outer, Some(statement.passed_on)),
            None => {
                let mut published = Vec::new();
                publish(case, statement, &mut published);
                vec![published]
            }
        }
    };
    let speaker = own.first().and_then(|link| link.source);
    let mut ways = told(rulings, key, speaker, &statement.rests_on);
    if ways.is_empty() {
        ways.push(Told::new());
    }
    let mut all = Vec::with_capacity(ways.len() * tails.len());
    for way in &ways {
        for tail in &tails {
            let mut links: Vec<Link> = Vec::with_capacity(way.len() + own.len() + tail.len());
            for (i, (teller, ruled)) in way.iter().enumerate() {
                let (role, commitment) = match (i, inside) {
                    (0, None) => (LinkRole::Origin, Commitment::Affirms),
                    // Whoever told the outer words stands to the inner ones as those do.
                    (_, Some(written)) => (
                        LinkRole::Relay,
                        written.unwrap_or_else(|| by_act(statement.act)),
                    ),
                    (_, None) => (LinkRole::Relay, Commitment::Reports),
                };
                push(
                    &mut links,
                    Link {
                        source: Some(*teller),
                        role,
                        commitment,
                        inferred: *ruled,
                    },
                );
            }
            for (i, link) in own.iter().enumerate() {
                let mut link = *link;
                if i == 0 && !way.is_empty() && inside.is_none() {
                    link.role = if statement.outlet_voice {
                        LinkRole::Outlet
                    } else {
                        LinkRole::Relay
                    };
                    link.commitment = vouches(statement.act);
                }
                push(&mut links, link);
            }
            for link in tail {
                push(&mut links, *link);
            }
            if inside.is_none() && statement.nested_in.is_some() {
                vouched_against(&mut links);
            }
            all.push(links);
        }
    }
    all
}

/// Whoever published a denial and vouches for it does not vouch for what is denied.
fn vouched_against(links: &mut [Link]) {
    let against = |link: &Link| matches!(link.commitment, Commitment::Denies | Commitment::Doubts);
    let mut later = links.iter_mut().skip_while(|link| !against(link));
    if let Some(outlet) = later.find(|link| link.role == LinkRole::Outlet)
        && outlet.commitment == Commitment::Affirms
    {
        outlet.commitment = Commitment::Reports;
    }
}

/// A statement's source and its relays in the text.
fn speaks(
    case: &Case,
    statement: &Statement,
    links: &mut Vec<Link>,
    inside: Option<Option<Commitment>>,
) {
    push(
        links,
        Link {
            source: statement.said_by,
            role: if inside.is_none() {
                LinkRole::Origin
            } else {
                LinkRole::Relay
            },
            commitment: match inside {
                None => own_words(statement),
                Some(written) => written.unwrap_or_else(|| by_act(statement.act)),
            },
            inferred: false,
        },
    );
    for relay in &statement.relays {
        // A document that is cited brings those who published it, from the first on.
        let through: Vec<(Option<Key<Source>>, bool)> = match (relay.source, relay.document) {
            (None, Some(document)) => originals(case, document, false),
            (source, _) => vec![(source, false)],
        };
        for (source, inferred) in through {
            push(
                links,
                Link {
                    source,
                    role: LinkRole::Relay,
                    commitment: relay.commitment,
                    inferred: relay.inferred || inferred,
                },
            );
        }
    }
}

/// An origin affirms its own words; an unknown one can only be reported.
fn own_words(statement: &Statement) -> Commitment {
    if statement.said_by.is_some() {
        Commitment::Affirms
    } else {
        Commitment::Reports
    }
}

/// What the source of an outer statement thinks of the inner words, by its act.
fn by_act(act: Act) -> Commitment {
    match act {
        Act::Deny => Commitment::Denies,
        Act::Confirm => Commitment::Affirms,
        _ => Commitment::Reports,
    }
}

/// Whether a source that was told vouches for it.
fn vouches(act: Act) -> Commitment {
    match act {
        Act::Confirm => Commitment::Affirms,
        _ => Commitment::Reports,
    }
}

/// The outlet's own voice: it is the origin, and then come its republishers.
fn voice(
    case: &Case,
    statement: &Statement,
    links: &mut Vec<Link>,
    inside: Option<Option<Commitment>>,
) {
    let mut carriers = carriers(case, statement);
    // Where the entry names whose voice it is, what carried it before is not its chain.
    if let Some(own) = statement.said_by {
        match carriers.iter().position(|(source, _)| *source == Some(own)) {
            Some(i) => drop(carriers.drain(..i)),
            None => carriers.insert(0, (Some(own), false)),
        }
    }
    for (i, (source, inferred)) in carriers.into_iter().enumerate() {
        let first = i == 0 && inside.is_none();
        push(
            links,
            Link {
                source,
                role: match (first, i) {
                    (true, _) => LinkRole::Origin,
                    (false, 0) => LinkRole::Outlet,
                    (false, _) => LinkRole::Republisher,
                },
                commitment: match (first, i) {
                    (true, _) if source.is_some() => Commitment::Affirms,
                    // Words that stand inside the outlet's own sentence.
                    (false, 0) => inside.flatten().unwrap_or_else(|| by_act(statement.act)),
                    _ => Commitment::Reports,
                },
                inferred,
            },
        );
    }
}

/// Who published the words of a statement, first publisher first; none is an unknown link.
pub fn publishers(case: &Case, key: Key<Statement>) -> Vec<Option<Key<Source>>> {
    carriers(case, &case.statements[key])
        .into_iter()
        .map(|(source, _)| source)
        .collect()
}

fn publish(case: &Case, statement: &Statement, links: &mut Vec<Link>) {
    for (i, carrier) in carriers(case, statement).into_iter().enumerate() {
        push(links, published(statement, i, carrier));
    }
}

/// The link of the n-th publisher of a statement.
fn published(statement: &Statement, n: usize, (source, inferred): Carrier) -> Link {
    let (role, commitment) = match n {
        0 => (LinkRole::Outlet, statement.published_as),
        _ => (LinkRole::Republisher, Commitment::Reports),
    };
    Link {
        source,
        role,
        commitment,
        inferred,
    }
}

/// A publisher, none where it is unknown, and whether it was inferred.
type Carrier = (Option<Key<Source>>, bool);

/// Who published the words of a statement: the first, then republishers. None is an unknown link.
pub(super) fn carriers(case: &Case, statement: &Statement) -> Vec<Carrier> {
    let mut all = Vec::new();
    carriers_into(case, statement, &mut all);
    all
}

fn carriers_into(case: &Case, statement: &Statement, all: &mut Vec<Carrier>) {
    let document = &case.documents[statement.document];
    match &document.republishes {
        None => {}
        Some(republication) if covered(statement, document) => match republication.from {
            Original::Source(source) => all.push((Some(source), republication.inferred)),
            Original::Document(from) => all.extend(originals(case, from, republication.inferred)),
        },
        Some(republication) => match republication.rest {
            Rest::Own => {}
            Rest::Unknown => all.push((None, true)),
        },
    }
    all.push((document.outlet, false));
}

/// The publishers of a document and of what it republishes in turn, from the first on. Which part of it
/// the words stood in nobody asks, so of what it republishes in part only they are inferred.
fn originals(case: &Case, document: Key<Document>, inferred: bool) -> Vec<Carrier> {
    let (mut all, mut here, mut inferred) = (Vec::new(), Some(document), inferred);
    while let Some(key) = here {
        let document = &case.documents[key];
        all.push((document.outlet, inferred));
        here = None;
        if let Some(republication) = &document.republishes {
            inferred |= republication.inferred || !republication.part.is_empty();
            match republication.from {
                Original::Document(original) => here = Some(original),
                Original::Source(source) => all.push((Some(source), inferred)),
            }
        }
    }
    all.reverse();
    all
}

/// Whether all that a statement conveys lies in the republished part.
pub(super) fn covered(statement: &Statement, document: &Document) -> bool {
    let Some(republication) = &document.republishes else {
        return false;
    };
    republication.part.is_empty()
        || statement.content.iter().all(|content| {
            republication.part.iter().any(|part| {
                part.span.start <= content.span.start && content.span.end <= part.span.end
            })
        })
}

/// Adds a link; the same source twice in a row is one link, in its later role. It denies what it passes on if it does
/// so once, else doubts it; else it thinks of it what it says later, where that is more than passing it on. It is inferred
/// only if neither is written.
fn push(links: &mut Vec<Link>, link: Link) {
    if let Some(last) = links.last_mut()
        && last.source.is_some()
        && last.source == link.source
    {
        if last.role != LinkRole::Origin {
            last.role = link.role;
        }
        last.commitment = match (last.commitment, link.commitment) {
            (Commitment::Denies, _) | (_, Commitment::Denies) => Commitment::Denies,
            (Commitment::Doubts, _) | (_, Commitment::Doubts) => Commitment::Doubts,
            (before, Commitment::Reports) => before,
            (_, Commitment::Affirms) => Commitment::Affirms,
        };
        last.inferred &= link.inferred;
        return;
    }
    links.push(link);
}
