//! `view sources` as a picture: who speaks for whom, who belongs where, who is heard only through whom; in frames by side.

use super::super::diagram::{
    Cluster, Colour, Diagram, Edge, Head, KeyEntry, Line, Node, Shape, Stroke,
};
use super::book::Book;
use super::edition::{Edition, STATEMENTS};
use crate::view::{Number, RepublishesView, SourceView, SourcesView, Support};
use std::collections::BTreeSet;

/// Draws the sources of `view`, and whoever they refer to.
pub fn sources(view: &SourcesView, book: &Book<'_>) -> Diagram {
    let e = book.edition;
    let mut d = Diagram {
        id: format!("sources-{}", e.tag()),
        ..Diagram::default()
    };
    let mut wanted: Vec<&str> = view.sources.iter().map(|s| s.id.as_str()).collect();
    let mut edges = Vec::new();
    let mut kinds = BTreeSet::new();
    for source in &view.sources {
        let mut add = |kind: Kind, to: &str| {
            kinds.insert(kind);
            edges.push((kind, source.id.clone(), to.to_owned()));
        };
        source
            .speaks_for
            .iter()
            .for_each(|to| add(Kind::SpeaksFor, to));
        source
            .member_of
            .iter()
            .for_each(|to| add(Kind::MemberOf, to));
        source.may_hold.iter().for_each(|to| add(Kind::MayHold, to));
        // It goes both ways, and is drawn once.
        let later = source.perhaps_same.iter().filter(|to| **to > source.id);
        later.for_each(|to| add(Kind::PerhapsSame, to));
        match &source.quoted_by {
            Some(RepublishesView::Source(by)) => add(Kind::QuotedBy, by),
            Some(RepublishesView::Document(by)) => {
                if let Some(outlet) = book.document(by).and_then(|d| d.outlet.as_deref()) {
                    add(Kind::QuotedBy, outlet);
                }
            }
            None => {}
        }
    }
    let ends: BTreeSet<&str> = edges.iter().map(|(_, _, to)| to.as_str()).collect();
    let known: BTreeSet<&str> = wanted.iter().copied().collect();
    wanted.extend(ends.difference(&known));
    let mut sides: BTreeSet<&str> = BTreeSet::new();
    for id in &wanted {
        let mut node = node(id, book);
        if let Some(source) = view.sources.iter().find(|s| s.id == **id) {
            node.lines.extend(rests(source, e));
        }
        // Who changed sides stands in no frame; the box says which and when.
        if let [side] = book.sides_of(id).as_slice() {
            sides.insert(side);
            node.cluster = Some(format!("side-{side}"));
        }
        d.nodes.push(node);
    }
    d.clusters = sides
        .into_iter()
        .map(|side| Cluster {
            id: format!("side-{side}"),
            label: e.title(format!(
                "{} {}",
                e.say("side:", "الجهة:"),
                book.side_name(side)
            )),
            colour: Colour::Neutral,
            tooltip: String::new(),
        })
        .collect();
    d.edges = edges
        .into_iter()
        .map(|(kind, from, to)| {
            let (stroke, head, colour) = kind.look();
            Edge {
                from: format!("source-{from}"),
                to: format!("source-{to}"),
                stroke,
                head,
                colour,
                tooltip: kind.words(book).to_owned(),
                ..Edge::default()
            }
        })
        .collect();
    d.key = kinds
        .into_iter()
        .map(|kind| {
            let (stroke, head, colour) = kind.look();
            KeyEntry {
                stroke,
                head,
                crossed_out: false,
                colour,
                label: e.small(kind.words(book)),
            }
        })
        .collect();
    book.frame(
        &mut d,
        e.say(
            "Who speaks, for whom, and through whom they are heard",
            "من يتكلم، وباسم من، وعبر من سُمع",
        ),
    );
    d
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    SpeaksFor,
    MemberOf,
    MayHold,
    PerhapsSame,
    QuotedBy,
}

impl Kind {
    fn look(self) -> (Stroke, Head, Colour) {
        match self {
            Kind::SpeaksFor => (Stroke::Solid, Head::Arrow, Colour::Affirms),
            Kind::MemberOf => (Stroke::Solid, Head::None, Colour::Neutral),
            Kind::MayHold => (Stroke::Dotted, Head::Diamond, Colour::Doubts),
            Kind::PerhapsSame => (Stroke::Dotted, Head::None, Colour::Doubts),
            Kind::QuotedBy => (Stroke::Dashed, Head::Circle, Colour::Reports),
        }
    }

    fn words(self, book: &Book<'_>) -> &'static str {
        let e = book.edition;
        match self {
            Kind::SpeaksFor => e.say("speaks for", "يتكلم باسم"),
            Kind::MemberOf => e.say("belongs to", "ينتمي إلى"),
            Kind::MayHold => e.say("may hold", "قد يضمّ"),
            Kind::PerhapsSame => e.say("perhaps the same", "لعلهما واحد"),
            Kind::QuotedBy => e.say("quoted first by", "نُقل عنه أولًا عبر"),
        }
    }
}

/// What falls without a source, in two lines at most.
fn rests(source: &SourceView, e: Edition) -> Vec<Line> {
    let mut lines = Vec::new();
    if !source.falls.is_empty() {
        lines.push(e.small(format!(
            "{}: {}",
            e.say("if set aside, not heard", "إذا استُبعد لا تُسمع"),
            e.count(source.falls.len(), &STATEMENTS)
        )));
    }
    let left_without = source
        .carries
        .iter()
        .filter(|carries| carries.to == Support::None)
        .count();
    if left_without > 0 {
        lines.push(e.small(format!(
            "{}: {left_without}",
            e.say(
                "questions left without a source that one could point at",
                "مسائل تبقى بلا مصدر معروف"
            )
        )));
    }
    lines
}

/// A source's box: name, what is withheld, side.
pub(super) fn node(id: &str, book: &Book<'_>) -> Node {
    let e = book.edition;
    let source = book.source(id);
    let mut lines = vec![book.source_line(id)];
    let mut node = Node {
        id: format!("source-{id}"),
        shape: if book.is_outlet(id) {
            Shape::Sheet
        } else {
            Shape::Pill
        },
        href: Some(format!("#source-{id}")),
        ..Node::default()
    };
    let mut what: Vec<&str> = Vec::new();
    if book.is_undisclosed(id) {
        node.outline = Stroke::Dashed;
        what.push(e.undisclosed(book.number(id)));
    }
    if source.is_some_and(|s| s.number == Number::Several) {
        what.push(e.say("several people", "أكثر من شخص"));
    }
    if !what.is_empty() {
        lines.push(e.small(what.join(" · ")));
    }
    lines.extend(book.sides_in_words(id).map(|sides| e.small(sides)));
    if let Some(letter) = source.and_then(|s| s.reliability) {
        lines.push(e.small(format!(
            "{}: {letter:?}",
            e.say("graded (Admiralty, A–F)", "درجته (رمز الأميرالية A–F)")
        )));
    }
    if source.is_some_and(|s| s.draft) {
        node.draft = true;
        lines.push(e.small(e.unreviewed()));
    }
    node.tooltip = source.map_or_else(
        || id.to_owned(),
        |s| format!("{} · {id}", Book::every(&s.names)),
    );
    node.lines = lines;
    node
}
