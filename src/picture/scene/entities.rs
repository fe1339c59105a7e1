//! `view entities` as a picture: what holds what, who is linked with whom, and the questions about them.

use super::super::diagram::{Colour, Diagram, Edge, Head, KeyEntry, Node, Shape, Stroke};
use super::book::Book;
use super::claims;
use crate::view::{ClaimsView, EntitiesView, EntityKind, RelationKind, labels};
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many entities have the questions about them drawn; of more, they are counted.
const FEW: usize = 12;

/// Draws the entities of `view`; lines to what is not in it are left out. `questions` are the claims of the whole case.
pub fn entities(view: &EntitiesView, questions: &ClaimsView, book: &Book<'_>) -> Diagram {
    let e = book.edition;
    let mut d = Diagram {
        id: format!("entities-{}", e.tag()),
        ..Diagram::default()
    };
    let here: BTreeSet<&str> = view.entities.iter().map(|one| one.id.as_str()).collect();
    let few = here.len() <= FEW;
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    let mut relations: BTreeSet<u8> = BTreeSet::new();
    for one in &view.entities {
        let id = format!("entity-{}", one.id);
        let kind = e.of(labels::entity_kind(one.kind));
        let mut lines = vec![e.titled(&one.names, &one.id), e.small(kind)];
        if !few && !one.claims.is_empty() {
            lines.push(e.small(format!(
                "{}: {}",
                e.say("questions", "مسائل"),
                one.claims.len()
            )));
        }
        if one.draft {
            lines.push(e.small(e.unreviewed()));
        }
        d.nodes.push(Node {
            id: id.clone(),
            lines,
            shape: match one.kind {
                EntityKind::Person | EntityKind::Group => Shape::Pill,
                _ => Shape::Box,
            },
            draft: one.draft,
            tooltip: format!("{} · {}", Book::every(&one.names), one.id),
            href: Some(format!("#{id}")),
            ..Node::default()
        });
        if let Some(whole) = one.part_of.as_ref().filter(|w| here.contains(w.as_str())) {
            relations.insert(0);
            d.edges.push(Edge {
                from: id.clone(),
                to: format!("entity-{whole}"),
                head: Head::Arrow,
                tooltip: e.say("part of", "جزء من").into(),
                ..Edge::default()
            });
        }
        for related in one.related.iter().filter(|r| here.contains(r.id.as_str())) {
            relations.insert(1);
            d.edges.push(Edge {
                from: id.clone(),
                to: format!("entity-{}", related.id),
                stroke: Stroke::Dashed,
                colour: Colour::Doubts,
                label: Some(e.small(match related.how {
                    RelationKind::SuccessorOf => e.say("successor of", "خلف"),
                    RelationKind::MemberOf => e.say("member of", "عضو في"),
                    RelationKind::PerhapsSame => e.say("perhaps the same", "لعلهما واحد"),
                })),
                ..Edge::default()
            });
        }
        if few {
            for claim in &one.claims {
                asked.insert(claim);
                d.edges.push(Edge {
                    from: id.clone(),
                    to: format!("claim-{claim}"),
                    stroke: Stroke::Dotted,
                    colour: Colour::Muted,
                    ..Edge::default()
                });
            }
        }
    }
    let by_id: BTreeMap<&str, _> = questions
        .claims
        .iter()
        .map(|c| (c.id.as_str(), c))
        .collect();
    d.nodes.extend(
        asked
            .iter()
            .filter_map(|id| by_id.get(id))
            .map(|claim| claims::node(claim, book)),
    );
    let drawn: BTreeSet<&str> = d.nodes.iter().map(|n| n.id.as_str()).collect();
    let lost: Vec<bool> = d
        .edges
        .iter()
        .map(|edge| !drawn.contains(edge.to.as_str()))
        .collect();
    let mut lost = lost.into_iter();
    d.edges.retain(|_| !lost.next().unwrap_or(false));
    super::shelves::shelve(&mut d);
    let key = |stroke, head, colour, words: &str| KeyEntry {
        stroke,
        head,
        crossed_out: false,
        colour,
        label: e.small(words),
    };
    if relations.contains(&0) {
        d.key.push(key(
            Stroke::Solid,
            Head::Arrow,
            Colour::Neutral,
            e.say("part of", "جزء من"),
        ));
    }
    if relations.contains(&1) {
        d.key.push(key(
            Stroke::Dashed,
            Head::None,
            Colour::Doubts,
            e.say("linked, not one", "بينهما صلة وليسا واحدًا"),
        ));
    }
    if !asked.is_empty() {
        d.key.push(key(
            Stroke::Dotted,
            Head::None,
            Colour::Muted,
            e.say("a question about it", "مسألة تخصّه"),
        ));
    }
    book.frame(
        &mut d,
        e.say(
            "Whom and what the case is about",
            "من يدور عليهم الملف وما يدور عليه",
        ),
    );
    d
}
