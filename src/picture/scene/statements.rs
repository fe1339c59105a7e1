//! `view statements` as a picture: statements in frames by text, what stands inside what, and the questions they bear on.

use super::super::diagram::{Cluster, Colour, Diagram, Edge, Head, KeyEntry, Line, Node, Stroke};
use super::book::Book;
use super::claims;
use crate::view::{ClaimsView, Stance, StatementsView, labels};
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many statements have all their questions drawn; of more, only the questions on which they do not agree; where that is
/// too much for one picture, none.
const FEW: usize = 12;

/// Draws the statements of `view`. `questions` are the claims of the whole case.
pub fn statements(view: &StatementsView, questions: &ClaimsView, book: &Book<'_>) -> Diagram {
    let e = book.edition;
    let mut d = Diagram {
        id: format!("statements-{}", e.tag()),
        ..Diagram::default()
    };
    let here: BTreeSet<&str> = view.statements.iter().map(|s| s.id.as_str()).collect();
    let mut with: BTreeSet<&str> = BTreeSet::new();
    let mut against: BTreeSet<&str> = BTreeSet::new();
    for b in view.statements.iter().flat_map(|s| &s.bears) {
        match b.stance {
            Stance::Affirms | Stance::Reports => with.insert(&b.claim),
            Stance::Denies | Stance::Doubts => against.insert(&b.claim),
            Stance::CannotConfirm => false,
        };
    }
    let few = here.len() <= FEW;
    let mut shown: BTreeMap<&str, _> = questions
        .claims
        .iter()
        .map(|c| (c.id.as_str(), c))
        .filter(|(id, _)| {
            let disputed = with.contains(id) && against.contains(id);
            disputed
                || (few
                    && view
                        .statements
                        .iter()
                        .any(|s| s.bears.iter().any(|b| b.claim == *id)))
        })
        .collect();
    // In a picture of many parts, lines to shared questions would lead from every part to every other.
    let split = here.len() + shown.len() > super::MOST;
    if split {
        shown.clear();
    }
    let mut documents: BTreeSet<&str> = BTreeSet::new();
    let mut stances: BTreeSet<Stance> = BTreeSet::new();
    let (mut nests, mut takes) = (false, false);
    for s in &view.statements {
        documents.insert(&s.document);
        let id = format!("statement-{}", s.id);
        let speaker = match &s.said_by {
            Some(source) => book.source_line(source),
            None => Line::title(e.unknown(), e.tag()),
        };
        let mut lines = vec![speaker];
        lines.extend(
            book.in_short(s)
                .map(|line| Line::small(line.text, line.lang)),
        );
        lines.push(e.small(e.time(s.said_on.as_ref().or(s.published.as_ref()))));
        if !few && !s.bears.is_empty() {
            let n = s.bears.len();
            lines.push(e.small(format!(
                "{}: {n}",
                e.say("bears on questions", "يتصل بمسائل")
            )));
        }
        if s.outlet_voice {
            lines.push(e.small(e.say("the outlet's own voice", "بصوت الجهة الناشرة")));
        }
        if s.taken_back.is_some() {
            lines.push(e.small(e.of(labels::COUNTED_NO_MORE)));
        }
        if let Some(grade) = &s.credibility {
            lines.push(e.small(super::timeline::grade_words(grade, e)));
        }
        if s.draft {
            lines.push(e.small(e.unreviewed()));
        }
        d.nodes.push(Node {
            id: id.clone(),
            cluster: Some(format!("document-{}", s.document)),
            lines,
            draft: s.draft,
            outline: match (&s.said_by, &s.taken_back) {
                (None, _) | (_, Some(_)) => Stroke::Dotted,
                (Some(source), _) if book.is_undisclosed(source) => Stroke::Dashed,
                _ => Stroke::Solid,
            },
            colour: if s.taken_back.is_some() {
                Colour::Muted
            } else {
                Colour::Neutral
            },
            tooltip: format!("{} · {}", Book::every(&s.gist), s.id),
            href: Some(format!("#{id}")),
            ..Node::default()
        });
        if let Some(outer) = s.nested_in.as_ref().filter(|o| here.contains(o.as_str())) {
            nests = true;
            d.edges.push(Edge {
                from: id.clone(),
                to: format!("statement-{outer}"),
                stroke: Stroke::Dotted,
                label: Some(e.small(e.say("inside", "ضمن"))),
                ..Edge::default()
            });
        }
        if let Some(back) = s
            .taken_back
            .as_ref()
            .filter(|b| here.contains(b.by.as_str()))
        {
            takes = true;
            d.edges.push(Edge {
                from: format!("statement-{}", back.by),
                to: id.clone(),
                stroke: Stroke::Dashed,
                head: Head::Bar,
                colour: Colour::Muted,
                tooltip: e.say("takes back", "تراجع عنه").into(),
                ..Edge::default()
            });
        }
        for b in s
            .bears
            .iter()
            .filter(|b| shown.contains_key(b.claim.as_str()))
        {
            stances.insert(b.stance);
            let (stroke, head, colour) = look(b.stance);
            d.edges.push(Edge {
                from: id.clone(),
                to: format!("claim-{}", b.claim),
                stroke,
                head,
                colour,
                tooltip: words(b.stance, book).into(),
                ..Edge::default()
            });
        }
    }
    d.nodes
        .extend(shown.values().map(|claim| claims::node(claim, book)));
    d.clusters = documents
        .into_iter()
        .map(|id| {
            let outlet = book.document(id).and_then(|doc| doc.outlet.as_deref());
            let name = outlet
                .map(|o| format!(" · {}", book.source_name(o)))
                .unwrap_or_default();
            Cluster {
                id: format!("document-{id}"),
                label: e.around_names(e.title(format!("{id}{name}"))),
                colour: Colour::Neutral,
                tooltip: String::new(),
            }
        })
        .collect();
    let entry = |stroke, head, colour, words: &str| KeyEntry {
        stroke,
        head,
        crossed_out: false,
        colour,
        label: e.small(words),
    };
    for stance in stances {
        let (stroke, head, colour) = look(stance);
        d.key.push(entry(stroke, head, colour, words(stance, book)));
    }
    if nests {
        d.key.push(entry(
            Stroke::Dotted,
            Head::None,
            Colour::Neutral,
            e.say("stands inside", "يرد ضمن"),
        ));
    }
    if takes {
        d.key.push(entry(
            Stroke::Dashed,
            Head::Bar,
            Colour::Muted,
            e.say("takes back", "تراجع عنه"),
        ));
    }
    if split {
        d.foot.push(e.small(e.say(
            "The questions that they bear on are not drawn here: they have pictures of their own.",
            "لم تُرسم هنا المسائل التي تتصل بها: لها رسومها.",
        )));
    } else if !few {
        d.foot.push(e.small(e.say(
            "Of the questions, those are drawn on which these statements do not agree.",
            "رُسمت من المسائل ما لم تتفق عليه هذه الأقوال.",
        )));
    }
    let what = if split {
        e.say(
            "Attributed statements, text by text",
            "الأقوال المنسوبة نصًا نصًا",
        )
    } else {
        e.say(
            "Attributed statements, text by text, and what they bear on",
            "الأقوال المنسوبة نصًا نصًا وما تتصل به من المسائل",
        )
    };
    book.frame(&mut d, what);
    d
}

fn look(stance: Stance) -> (Stroke, Head, Colour) {
    match stance {
        Stance::Affirms => (Stroke::Solid, Head::Arrow, Colour::Affirms),
        Stance::Denies => (Stroke::Solid, Head::Bar, Colour::Denies),
        Stance::Reports => (Stroke::Dashed, Head::Circle, Colour::Reports),
        Stance::Doubts => (Stroke::Dashed, Head::Diamond, Colour::Doubts),
        Stance::CannotConfirm => (Stroke::Dotted, Head::Diamond, Colour::Doubts),
    }
}

fn words(stance: Stance, book: &Book<'_>) -> &'static str {
    let e = book.edition;
    e.of(labels::stance(stance))
}
