//! The isnād pictures of claims, in both languages and two widths, for the page's own style sheet.
//!
//! A picture is drawn where it shows more than a sentence: where two statements or more bear on the
//! claim. Boxes lead to the homes of statements and sources.

use maud::{Markup, PreEscaped, html};

use super::matter::{Matter, bearing};
use super::parts::say;
use crate::picture::scene::{self, Book, Edition};
use crate::picture::{Diagram, Line, Options, Size, Theme, svg};
use crate::view::ClaimView;

/// The width of the print area of A4, in CSS pixels, and its height.
const PAPER: (f64, f64) = (680.0, 880.0);

/// What draws.
pub(super) struct Drawings<'m> {
    matter: &'m Matter<'m>,
    books: [(Edition, Book<'m>); 2],
}

impl<'m> Drawings<'m> {
    pub(super) fn new(matter: &'m Matter<'m>) -> Self {
        Self {
            books: [Edition::En, Edition::Ar].map(|edition| {
                let book = Book::new(&matter.overview, &matter.sources, edition);
                (edition, book)
            }),
            matter,
        }
    }

    /// The picture of a claim; nothing where a sentence says as much.
    pub(super) fn isnad(&self, claim: &ClaimView) -> Markup {
        if bearing(claim).len() < 2 {
            return html! {};
        }
        html! {
            figure.isnad {
                figcaption {
                    (say("Through whom each statement came: the origins stand at the foot, the question on top.",
                        "الطريق التي جاء منها كل قول: المناشئ في الأسفل والمسألة في الأعلى."))
                }
                @for (edition, book) in &self.books { (self.edition(claim, *edition, book)) }
            }
        }
    }

    fn edition(&self, claim: &ClaimView, edition: Edition, book: &Book<'_>) -> Markup {
        let diagram = scene::isnad(claim, &self.matter.statements, &self.matter.chains, book);
        let wide = self.drawn(diagram.clone(), edition, Size::Wide);
        let narrow = self.drawn(diagram, edition, Size::Narrow);
        // On paper, the one that comes out larger.
        let scale = |all: &[Drawn]| {
            let each = all
                .iter()
                .map(|one| (PAPER.0 / one.width).min(PAPER.1 / one.height).min(1.1));
            each.fold(f64::INFINITY, f64::min)
        };
        let paper_wide = scale(&wide) >= scale(&narrow);
        html! {
            @for (all, class, paper) in [(&wide, "wide", paper_wide), (&narrow, "narrow", !paper_wide)] {
                div class=(if paper { format!("{class} paper") } else { class.to_owned() }) data-l=(edition.tag())
                    tabindex="0" role="group" aria-label=(self.label(edition)) {
                    @for one in all { (PreEscaped(&one.svg)) }
                }
            }
        }
    }

    fn label(&self, edition: Edition) -> &'static str {
        match edition {
            Edition::En => "Diagram of who said it, through whom",
            Edition::Ar => "رسم بمن قال وعبر من",
        }
    }

    fn drawn(&self, mut diagram: Diagram, edition: Edition, size: Size) -> Vec<Drawn> {
        if size == Size::Narrow {
            diagram.id.push_str("-n");
        }
        let lang = edition.tag();
        if !self.matter.setting().is_whole() {
            let words = match edition {
                Edition::En => {
                    "As seen from the dates and without the sources that the head of this page names."
                }
                Edition::Ar => "كما يُرى بالتواريخ وباستبعاد المصادر المذكورة في أول هذه الصفحة.",
            };
            diagram.subtitle.insert(0, Line::small(words, lang));
        }
        for node in &mut diagram.nodes {
            // What has no place of its own on the page leads nowhere.
            node.href = node.href.take().filter(|href| self.leads(href));
        }
        scene::parts(&diagram, edition, &|_, fragment| fragment.to_owned())
            .iter()
            .filter_map(|part| {
                let options = Options {
                    size,
                    theme: Theme::Page,
                };
                // A diagram made from views holds together; one that did not would be no picture.
                let svg = svg(part, options).ok()?;
                let side = |name: &str| -> Option<f64> {
                    let rest = svg.split_once(&format!(" {name}=\""))?.1;
                    rest.split_once('"')?.0.parse().ok()
                };
                Some(Drawn {
                    width: side("width")?,
                    height: side("height")?,
                    svg,
                })
            })
            .collect()
    }

    fn leads(&self, href: &str) -> bool {
        let of = |kind: &str| href.strip_prefix(kind);
        of("#statement-").is_some_and(|id| self.matter.statement(id).is_some())
            || of("#source-").is_some_and(|id| self.matter.source(id).is_some())
    }
}

/// A picture as written.
struct Drawn {
    svg: String,
    width: f64,
    height: f64,
}
