//! Putting the diagram together.

use super::super::super::diagram::{Colour, Diagram, Edge, Head, Stroke};
use super::super::book::Book;
use super::network::Network;
use super::{frame, nodes, shared};
use crate::view::{
    BearingView, ChainView, ChainsView, ClaimView, Commitment, Stance, StatementView,
    StatementsView, TallyView,
};
use std::collections::{BTreeMap, BTreeSet};

/// How a statement stands to the question, in the order of the bar on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    Affirms,
    Reports,
    Doubts,
    CannotConfirm,
    Denies,
}

pub(super) const STANDS: [Stand; 5] = [
    Stand::Affirms,
    Stand::Reports,
    Stand::Doubts,
    Stand::CannotConfirm,
    Stand::Denies,
];

impl Stand {
    pub(super) fn slot(self) -> &'static str {
        match self {
            Stand::Affirms => "affirms",
            Stand::Reports => "reports",
            Stand::Doubts => "doubts",
            Stand::CannotConfirm => "cannot-confirm",
            Stand::Denies => "denies",
        }
    }

    pub(super) fn stance(self) -> Stance {
        match self {
            Stand::Affirms => Stance::Affirms,
            Stand::Reports => Stance::Reports,
            Stand::Doubts => Stance::Doubts,
            Stand::CannotConfirm => Stance::CannotConfirm,
            Stand::Denies => Stance::Denies,
        }
    }

    pub(super) fn colour(self) -> Colour {
        match self {
            Stand::Affirms => Colour::Affirms,
            Stand::Reports => Colour::Reports,
            Stand::Doubts | Stand::CannotConfirm => Colour::Doubts,
            Stand::Denies => Colour::Denies,
        }
    }

    pub(super) fn stroke(self) -> Stroke {
        match self {
            Stand::Affirms | Stand::Denies => Stroke::Solid,
            Stand::Reports | Stand::Doubts => Stroke::Dashed,
            Stand::CannotConfirm => Stroke::Dotted,
        }
    }

    pub(super) fn head(self) -> Head {
        match self {
            Stand::Affirms => Head::Arrow,
            Stand::Reports => Head::Circle,
            Stand::Doubts | Stand::CannotConfirm => Head::Diamond,
            Stand::Denies => Head::Bar,
        }
    }
}

/// One way in which a statement bears on the question.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'a> {
    pub(super) stand: Stand,
    pub(super) taken_back: bool,
    /// It bears on another claim, from which this one follows.
    pub(super) entailed: bool,
    pub(super) bearing: Option<&'a BearingView>,
}

/// A statement with its chains.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub(super) statement: &'a StatementView,
    pub(super) stands: Vec<Standing<'a>>,
    pub(super) chains: Vec<&'a ChainView>,
}

impl Told<'_> {
    /// How its lines are drawn: as it stands to the question, or as what does not count.
    pub(super) fn drawn(&self) -> (Colour, Stroke) {
        match self.stands.iter().find(|s| !s.taken_back) {
            Some(s) => (s.stand.colour(), s.stand.stroke()),
            None if self.stands.is_empty() => (Colour::Neutral, Stroke::Solid),
            None => (Colour::Muted, Stroke::Dotted),
        }
    }
}

/// The isnād diagram of a claim.
///
/// `statements` and `chains` may hold more than bears on the claim; the rest is passed over.
pub fn isnad(
    claim: &ClaimView,
    statements: &StatementsView,
    chains: &ChainsView,
    book: &Book<'_>,
) -> Diagram {
    let e = book.edition;
    let told = told(claim, statements, chains);
    let net = Network::new(&told);
    let shared: BTreeMap<usize, shared::Shared> =
        shared::shared(&net, &told, book).into_iter().collect();
    let mut d = Diagram {
        id: format!("isnad-{}-{}", claim.id, e.tag()),
        direction: e.direction(),
        ..Diagram::default()
    };
    let inside = fold(&told, book);
    let mut said = BTreeSet::new();
    for (index, one) in told.iter().enumerate() {
        if inside[index] != index {
            continue;
        }
        let mut node = nodes::statement(one, &claim.harms, book);
        node.folded = (0..told.len())
            .filter(|other| *other != index && inside[*other] == index)
            .map(|other| nodes::also(told[other].statement, book))
            .collect();
        d.nodes.push(node);
        for standing in &one.stands {
            let mut edge = nodes::bearing(one, standing, book);
            // Said once for each compartment; the line's look and end say it of the others.
            let words = edge.label.as_ref().map(|l| l.text.clone());
            if !said.insert((standing.stand, words)) {
                edge.label = None;
            }
            d.edges.push(edge);
        }
    }
    body(&mut d, &net, &shared, &told, &inside, book);
    frame::around(&mut d, claim, &told, &net, book);
    d
}

/// The chains of some statements, whatever they bear on: statements on top, outlets, and at the foot the origins.
///
/// `statements` may hold more than `chains` does; the rest is passed over.
pub fn chains(chains: &ChainsView, statements: &StatementsView, book: &Book<'_>) -> Diagram {
    let e = book.edition;
    let by_id: BTreeMap<&str, &StatementView> = statements
        .statements
        .iter()
        .map(|s| (s.id.as_str(), s))
        .collect();
    let mut told: Vec<Told<'_>> = Vec::new();
    for chain in &chains.chains {
        match (told.last_mut(), by_id.get(chain.statement.as_str())) {
            (Some(last), _) if last.statement.id == chain.statement => last.chains.push(chain),
            (_, Some(statement)) => told.push(Told {
                statement,
                stands: Vec::new(),
                chains: vec![chain],
            }),
            (_, None) => {}
        }
    }
    let net = Network::new(&told);
    let mut d = Diagram {
        id: format!("chain-{}", e.tag()),
        direction: e.direction(),
        ..Diagram::default()
    };
    d.nodes
        .extend(told.iter().map(|one| nodes::statement(one, &[], book)));
    let inside: Vec<usize> = (0..told.len()).collect();
    body(&mut d, &net, &BTreeMap::new(), &told, &inside, book);
    frame::around_chains(&mut d, &net, book);
    d
}

/// Places and the lines between them.
fn body(
    d: &mut Diagram,
    net: &Network,
    shared: &BTreeMap<usize, shared::Shared>,
    told: &[Told<'_>],
    inside: &[usize],
    book: &Book<'_>,
) {
    for (index, place) in net.places.iter().enumerate() {
        d.nodes.push(nodes::place(
            place,
            shared.get(&index).copied(),
            told,
            net,
            book,
        ));
    }
    for (statement, place) in &net.published {
        if inside[*statement] != *statement {
            continue;
        }
        let (colour, stroke) = told[*statement].drawn();
        d.edges.push(Edge {
            from: net.places[*place].id.clone(),
            to: nodes::statement_id(told[*statement].statement),
            stroke,
            colour,
            ..Edge::default()
        });
    }
    ways(d, net, told, book);
}

/// Up to so many statements have a box each.
const APART: usize = 8;

/// The statement in whose box each stands. Where there are many, those that came by the very same way and stand the same are in one box,
/// each still with its words and its date; the box is that of the first which is no heading.
fn fold(told: &[Told<'_>], book: &Book<'_>) -> Vec<usize> {
    let mut inside: Vec<usize> = (0..told.len()).collect();
    if told.len() <= APART {
        return inside;
    }
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, one) in told.iter().enumerate() {
        let s = one.statement;
        let stands: Vec<_> = one
            .stands
            .iter()
            .map(|s| {
                let marks = s.bearing.map(|b| (b.hedged, b.unclear));
                (s.stand, s.taken_back, s.entailed, marks)
            })
            .collect();
        let ways: Vec<_> = one.chains.iter().map(|c| &c.links).collect();
        let back = s.taken_back.as_ref().map(|b| (b.how, b.who));
        let draft = nodes::is_draft(s, book);
        let key = format!("{stands:?} {ways:?} {back:?} {draft} {}", s.outlet_voice);
        alike.entry(key).or_default().push(index);
    }
    for group in alike.values() {
        let first = group
            .iter()
            .copied()
            .min_by_key(|i| (told[*i].statement.heading, *i));
        for index in group {
            inside[*index] = first.unwrap_or(*index);
        }
    }
    inside
}

/// The statements of a claim, those of one stance together.
fn told<'a>(
    claim: &'a ClaimView,
    statements: &'a StatementsView,
    chains: &'a ChainsView,
) -> Vec<Told<'a>> {
    let by_id: BTreeMap<&str, &StatementView> = statements
        .statements
        .iter()
        .map(|s| (s.id.as_str(), s))
        .collect();
    let mut chains_of: BTreeMap<&str, Vec<&ChainView>> = BTreeMap::new();
    for chain in &chains.chains {
        chains_of.entry(&chain.statement).or_default().push(chain);
    }
    let mut all: Vec<Told<'a>> = Vec::new();
    let mut at: BTreeMap<&str, usize> = BTreeMap::new();
    // Said of it, said of what it follows from, and taken back.
    let lists = |stand: Stand| -> [&'a [String]; 3] {
        let committed = |tally: &'a TallyView| -> [&'a [String]; 3] {
            [&tally.statements, &tally.entailed, &tally.taken_back]
        };
        match stand {
            Stand::Affirms => committed(&claim.affirms),
            Stand::Denies => committed(&claim.denies),
            Stand::Reports => [&claim.reports, &[], &[]],
            Stand::Doubts => [&claim.doubts, &[], &[]],
            Stand::CannotConfirm => [&claim.cannot_confirm, &[], &[]],
        }
    };
    for stand in STANDS {
        let kinds = [(false, false), (true, false), (false, true)];
        for ((entailed, taken_back), ids) in kinds.into_iter().zip(lists(stand)) {
            for id in ids {
                let Some(statement) = by_id.get(id.as_str()) else {
                    continue;
                };
                let standing = Standing {
                    stand,
                    taken_back,
                    entailed,
                    bearing: statement
                        .bears
                        .iter()
                        .find(|b| b.claim == claim.id && b.stance == stand.stance()),
                };
                match at.get(id.as_str()) {
                    Some(&known) => all[known].stands.push(standing),
                    None => {
                        at.insert(id, all.len());
                        all.push(Told {
                            statement,
                            stands: vec![standing],
                            chains: chains_of.remove(id.as_str()).unwrap_or_default(),
                        });
                    }
                }
            }
        }
    }
    all
}

/// Lines between the links of chains: one for all statements of one look.
fn ways(d: &mut Diagram, net: &Network, told: &[Told<'_>], book: &Book<'_>) {
    let e = book.edition;
    type Look = (usize, usize, Colour, u8, bool);
    let mut drawn: BTreeMap<Look, usize> = BTreeMap::new();
    let mut who: Vec<BTreeSet<&str>> = Vec::new();
    let from = d.edges.len();
    for way in &net.ways {
        let (colour, stroke) = told[way.statement].drawn();
        let kind = match way.commitment {
            Commitment::Reports => 0,
            Commitment::Affirms => 1,
            Commitment::Doubts => 2,
            Commitment::Denies => 3,
        };
        let look = (way.later, way.earlier, colour, kind, way.inferred);
        let index = *drawn.entry(look).or_insert_with(|| {
            let words: Vec<&str> = [
                match way.commitment {
                    Commitment::Reports => None,
                    Commitment::Affirms => Some(e.say("vouched for", "بتبنٍّ")),
                    Commitment::Doubts => Some(e.say("passed on with doubt", "نُقل مع تشكيك")),
                    Commitment::Denies => {
                        Some(e.say("passed on only to be denied", "نُقل ليُنفى فقط"))
                    }
                },
                way.inferred.then_some(e.say("inferred", "استنتاجًا")),
            ]
            .into_iter()
            .flatten()
            .collect();
            let words = words.join(e.say(", ", "، "));
            d.edges.push(Edge {
                from: net.places[way.earlier].id.clone(),
                to: net.places[way.later].id.clone(),
                stroke,
                colour,
                crossed_out: way.commitment == Commitment::Denies,
                label: (!words.is_empty()).then(|| e.small(words)),
                ..Edge::default()
            });
            who.push(BTreeSet::new());
            d.edges.len() - 1
        });
        who[index - from].insert(&told[way.statement].statement.id);
    }
    for (edge, ids) in d.edges[from..].iter_mut().zip(who) {
        let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        edge.tooltip = e.list(&ids);
    }
}
