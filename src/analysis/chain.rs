//! Chains of transmission: the sources a statement passed through, from its origin to the page.
//!
//! A chain is: who the source rests on, the source, the relays inside the text, then the chain of
//! the statement it is nested in, or the outlet and its republishers. Two tellers make two chains.

use schemars::JsonSchema;
use serde::Serialize;

use super::origins::OriginKind;
use crate::model::{
    Act, Case, Commitment, Disclosure, Document, Key, Original, Rest, Ruling, Source, Statement,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The links; never empty.
    pub links: Vec<Link>,
}

impl Chain {
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
    of: Vec<Vec<Chain>>,
}

impl Chains {
    /// Works them out. Time is linear in the links written.
    pub fn new(case: &Case) -> Self {
        let tellers = Tellers::new(case);
        Self {
            of: case
                .statements
                .keys()
                .map(|key| chains(case, &tellers, key))
                .collect(),
        }
    }

    /// The chains of a statement: one, or one for each of its tellers.
    pub fn of(&self, statement: Key<Statement>) -> &[Chain] {
        &self.of[statement.index()]
    }
}

/// Rulings that a source has what it says from another.
struct Tellers {
    rulings: Vec<Told>,
}

/// Who was told, by whom, and of which statement only.
type Told = (Key<Source>, Key<Source>, Option<Key<Statement>>);

impl Tellers {
    fn new(case: &Case) -> Self {
        let replaced: Vec<_> = case
            .judgements
            .iter()
            .filter_map(|(_, _, judgement)| judgement.replaces)
            .collect();
        Self {
            rulings: case
                .judgements
                .iter()
                .filter(|(key, _, judgement)| !judgement.void && !replaced.contains(key))
                .filter_map(|(_, _, judgement)| match judgement.ruling {
                    Ruling::RestsOn {
                        source,
                        on,
                        statement,
                    } => Some((source, on, statement)),
                    _ => None,
                })
                .collect(),
        }
    }

    /// Who told the source of a statement: as it says (false), or as ruled (true).
    fn of(&self, key: Key<Statement>, statement: &Statement) -> Vec<(Key<Source>, bool)> {
        let mut all: Vec<_> = statement.rests_on.iter().map(|s| (*s, false)).collect();
        for (source, on, only) in &self.rulings {
            let meant = Some(*source) == statement.said_by && only.is_none_or(|s| s == key);
            if meant && !all.iter().any(|(known, _)| known == on) {
                all.push((*on, true));
            }
        }
        all
    }
}

fn chains(case: &Case, tellers: &Tellers, key: Key<Statement>) -> Vec<Chain> {
    let statement = &case.statements[key];
    let tail = tail(case, tellers, key);
    let told_by = if statement.outlet_voice {
        Vec::new()
    } else {
        tellers.of(key, statement)
    };
    if told_by.is_empty() {
        return vec![Chain { links: tail }];
    }
    told_by
        .into_iter()
        .map(|(teller, ruled)| {
            let mut links = vec![Link {
                source: Some(teller),
                role: LinkRole::Origin,
                commitment: Commitment::Affirms,
                inferred: ruled,
            }];
            for (i, link) in tail.iter().enumerate() {
                let mut link = *link;
                if i == 0 {
                    link.role = LinkRole::Relay;
                    link.commitment = vouches(statement.act);
                }
                push(&mut links, link);
            }
            Chain { links }
        })
        .collect()
}

/// The chain from a statement's own source on, without who told it.
fn tail(case: &Case, tellers: &Tellers, key: Key<Statement>) -> Vec<Link> {
    let mut links = Vec::new();
    let mut here = Some(key);
    let mut passed_on = None;
    while let Some(key) = here {
        let statement = &case.statements[key];
        if statement.outlet_voice {
            voice(case, statement, &mut links, passed_on);
            return links;
        }
        if !links.is_empty() {
            // What the outer source was told came by its tellers as well.
            for (teller, ruled) in tellers.of(key, statement) {
                push(
                    &mut links,
                    Link {
                        source: Some(teller),
                        role: LinkRole::Relay,
                        commitment: Commitment::Reports,
                        inferred: ruled,
                    },
                );
            }
        }
        let first = links.is_empty();
        push(
            &mut links,
            Link {
                source: statement.said_by,
                role: if first {
                    LinkRole::Origin
                } else {
                    LinkRole::Relay
                },
                commitment: if first {
                    own_words(statement)
                } else {
                    passed_on.unwrap_or_else(|| by_act(statement.act))
                },
                inferred: false,
            },
        );
        for relay in &statement.relays {
            let source = relay
                .source
                .or_else(|| relay.document.and_then(|d| case.documents[d].outlet));
            push(
                &mut links,
                Link {
                    source,
                    role: LinkRole::Relay,
                    commitment: relay.commitment,
                    inferred: relay.inferred,
                },
            );
        }
        passed_on = statement.passed_on;
        here = statement.nested_in;
        if here.is_none() {
            publish(case, statement, &mut links);
        }
    }
    links
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
fn voice(case: &Case, statement: &Statement, links: &mut Vec<Link>, passed_on: Option<Commitment>) {
    let mut carriers = carriers(case, statement);
    // Where the entry names whose voice it is, what carried it before is not its chain.
    if let Some(own) = statement.said_by {
        match carriers.iter().position(|(source, _)| *source == Some(own)) {
            Some(i) => drop(carriers.drain(..i)),
            None => carriers.insert(0, (Some(own), false)),
        }
    }
    for (i, (source, inferred)) in carriers.into_iter().enumerate() {
        let first = i == 0 && links.is_empty();
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
                    (false, 0) => passed_on.unwrap_or_else(|| by_act(statement.act)),
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
    for (i, (source, inferred)) in carriers(case, statement).into_iter().enumerate() {
        push(
            links,
            Link {
                source,
                role: if i == 0 {
                    LinkRole::Outlet
                } else {
                    LinkRole::Republisher
                },
                commitment: if i == 0 {
                    statement.published_as
                } else {
                    Commitment::Reports
                },
                inferred,
            },
        );
    }
}

/// Who published the words of a statement: the first, then republishers. None is an unknown link.
fn carriers(case: &Case, statement: &Statement) -> Vec<(Option<Key<Source>>, bool)> {
    let document = &case.documents[statement.document];
    let mut all = match &document.republishes {
        None => return vec![(document.outlet, false)],
        Some(republication) if covered(statement, document) => match republication.from {
            Original::Source(source) => vec![(Some(source), republication.inferred)],
            Original::Document(original) => originals(case, original),
        },
        Some(republication) => match republication.rest {
            Rest::Own => return vec![(document.outlet, false)],
            Rest::Unknown => vec![(None, true)],
        },
    };
    all.push((document.outlet, false));
    all
}

/// The publishers of a document and of what it republishes in turn, from the first on.
fn originals(case: &Case, document: Key<Document>) -> Vec<(Option<Key<Source>>, bool)> {
    let mut all = Vec::new();
    let mut here = Some(document);
    while let Some(key) = here {
        let document = &case.documents[key];
        all.push((document.outlet, false));
        here = None;
        if let Some(republication) = &document.republishes {
            match republication.from {
                Original::Document(original) => here = Some(original),
                Original::Source(source) => all.push((Some(source), republication.inferred)),
            }
        }
    }
    all.reverse();
    all
}

/// Whether all that a statement conveys lies in the republished part.
fn covered(statement: &Statement, document: &Document) -> bool {
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

/// Adds a link; the same source twice in a row is one link, in its later role.
fn push(links: &mut Vec<Link>, link: Link) {
    if let Some(last) = links.last_mut()
        && last.source.is_some()
        && last.source == link.source
    {
        if last.role != LinkRole::Origin {
            last.role = link.role;
        }
        return;
    }
    links.push(link);
}
