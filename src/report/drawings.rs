//! The isnād pictures of claims, in both languages and two widths, for the page's own style sheet.
//!
//! A picture is drawn where it shows more than a sentence: where the statements on a claim came in two
//! ways or more. Boxes lead to the homes of statements and sources.

use std::collections::BTreeSet;

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
    /// Whether each picture is drawn in one size only: with thousands of statements the other, for
    /// phones, would be a quarter of the file.
    one_size: bool,
}

impl<'m> Drawings<'m> {
    pub(super) fn new(matter: &'m Matter<'m>, one_size: bool) -> Self {
        Self {
            books: [Edition::En, Edition::Ar].map(|edition| {
                let book = Book::new(&matter.overview, &matter.sources, edition);
                (edition, book)
            }),
            matter,
            one_size,
        }
    }

    /// The picture of a claim; nothing where a sentence says as much.
    pub(super) fn isnad(&self, claim: &ClaimView) -> Markup {
        let ways: BTreeSet<Vec<Option<&str>>> = bearing(claim)
            .into_iter()
            .flat_map(|id| self.matter.chains_of(id))
            .map(|chain| chain.links.iter().map(|link| link.source.as_deref()))
            .map(Iterator::collect)
            .collect();
        if ways.len() < 2 {
            return html! {};
        }
        html! {
            figure.isnad {
                figcaption {
                    (say("Through whom each statement came: the origins stand at the foot, the question on top.",
                        "الطريق التي جاء منها كل قول: المصادر الأولى في الأسفل والمسألة في الأعلى."))
                }
                @for (edition, book) in &self.books { (self.edition(claim, *edition, book)) }
            }
        }
    }

    fn edition(&self, claim: &ClaimView, edition: Edition, book: &Book<'_>) -> Markup {
        let diagram = scene::isnad(claim, &self.matter.statements, &self.matter.chains, book);
        if self.one_size {
            let all = self.drawn(diagram, edition, Size::Wide);
            return html! { (self.frame(&all, "paper", edition)) };
        }
        let wide = self.drawn(diagram.clone(), edition, Size::Wide);
        let narrow = self.drawn(diagram, edition, Size::Narrow);
        // On paper, the one that comes out larger. No page is turned sideways for a wide one: browsers lay its words out
        // in the width of the pages before it, and cut off the rest.
        let scale = |all: &[Drawn], paper: (f64, f64)| {
            let each = all
                .iter()
                .map(|one| (paper.0 / one.width).min(paper.1 / one.height).min(1.1));
            each.fold(f64::INFINITY, f64::min)
        };
        let (wide_class, narrow_class) = if scale(&wide, PAPER) >= scale(&narrow, PAPER) {
            ("wide paper", "narrow")
        } else {
            ("wide", "narrow paper")
        };
        html! {
            @for (all, class) in [(&wide, wide_class), (&narrow, narrow_class)] {
                (self.frame(all, class, edition))
            }
        }
    }

    /// Pictures in a frame that scrolls.
    fn frame(&self, all: &[Drawn], class: &str, edition: Edition) -> Markup {
        html! {
            div class=(class) data-l=(edition.tag()) lang=(edition.tag())
                tabindex="0" role="group" aria-label=(self.label(edition)) {
                @for one in all { (PreEscaped(&one.svg)) }
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
                    // The frame around it says its language once.
                    svg: svg.replace(&format!(" xml:lang=\"{lang}\""), ""),
                })
            })
            .collect()
    }

    fn leads(&self, href: &str) -> bool {
        let of = |kind: &str| href.strip_prefix(kind);
        of("#statement-").is_some_and(|id| self.matter.shows(id))
            || of("#source-").is_some_and(|id| self.matter.source(id).is_some())
    }
}

/// A picture as written.
struct Drawn {
    svg: String,
    width: f64,
    height: f64,
}
