//! `view overview` as a picture: texts, who published them, what republishes what and which are later versions.

use super::super::diagram::{Colour, Diagram, Edge, Head, Node, Shape, Stroke};
use super::book::Book;
use super::edition::STATEMENTS;
use crate::view::{OverviewView, RepublishesView};
use std::collections::BTreeSet;

/// Draws the documents of `view`.
pub fn overview(view: &OverviewView, book: &Book<'_>) -> Diagram {
    let e = book.edition;
    let mut d = Diagram {
        id: format!("overview-{}", e.tag()),
        ..Diagram::default()
    };
    let drawn: BTreeSet<&str> = view.documents.iter().map(|v| v.id.as_str()).collect();
    let mut outlets: BTreeSet<&str> = BTreeSet::new();
    for document in &view.documents {
        let mut lines = vec![match &document.title {
            Some(title) => super::super::diagram::Line::title(
                title,
                document.language.clone().unwrap_or_default(),
            ),
            None => e.title(format!("{} {}", e.say("text", "نص"), document.id)),
        }];
        lines.push(e.small(e.time(document.published.as_ref())));
        lines.push(e.small(e.count(document.statements, &STATEMENTS)));
        if document.draft {
            lines.push(e.small(e.unreviewed()));
        }
        let id = format!("document-{}", document.id);
        let mut tooltip = vec![document.id.clone()];
        tooltip.extend(document.byline.clone());
        tooltip.extend(document.url.clone());
        d.nodes.push(Node {
            id: id.clone(),
            lines,
            shape: Shape::Sheet,
            draft: document.draft,
            tooltip: tooltip.join(" · "),
            href: Some(format!("#{id}")),
            ..Node::default()
        });
        if let Some(outlet) = &document.outlet {
            outlets.insert(outlet);
            d.edges.push(Edge {
                from: format!("source-{outlet}"),
                to: id.clone(),
                ..Edge::default()
            });
        }
        let original = match &document.republishes {
            Some(RepublishesView::Document(o)) if drawn.contains(o.as_str()) => {
                Some(format!("document-{o}"))
            }
            Some(RepublishesView::Source(o)) => {
                outlets.insert(o);
                Some(format!("source-{o}"))
            }
            _ => None,
        };
        if let Some(original) = original {
            d.edges.push(Edge {
                from: id.clone(),
                to: original,
                stroke: Stroke::Dashed,
                head: Head::Arrow,
                colour: Colour::Reports,
                label: Some(e.small(e.say("republishes", "يعيد نشر"))),
                ..Edge::default()
            });
        }
        if let Some(earlier) = document
            .version_of
            .as_ref()
            .filter(|v| drawn.contains(v.as_str()))
        {
            d.edges.push(Edge {
                from: id,
                to: format!("document-{earlier}"),
                head: Head::Arrow,
                label: Some(e.small(e.say("later version of", "نسخة لاحقة من"))),
                ..Edge::default()
            });
        }
    }
    for outlet in outlets {
        // Sheets are texts here, so who publishes them is drawn like other sources.
        d.nodes.push(Node {
            shape: Shape::Pill,
            ..super::sources::node(outlet, book)
        });
    }
    book.frame(
        &mut d,
        e.say(
            "The texts of the case, who published them and what republishes what",
            "نصوص الملف ومن نشرها وما أُعيد نشره منها",
        ),
    );
    d
}
