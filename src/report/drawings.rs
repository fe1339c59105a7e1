//! The isnād pictures of claims, in both languages, for the page's own style sheet.
//!
//! A picture is drawn where it shows more than a sentence: where the statements on a claim came in two
//! ways or more. Boxes lead to the homes of statements and sources. Of each picture there are a wide
//! one, a narrow one for phones, and, where the wide one could not be read on A4, one for paper, in parts
//! if need be. What is shown first stands in the page; the others wait in it, packed.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use super::matter::{Matter, bearing};
use super::packing::packed;
use super::parts::say;
use crate::picture::scene::{self, Book, Edition};
use crate::picture::{Diagram, Line, Options, Size, Theme, svg};
use crate::view::ClaimView;

/// The width of the print area of A4, in CSS pixels, and what a picture may take of its height.
const PAPER: (f64, f64) = (672.0, 930.0);

/// A picture printed at this scale can be read: its words of 12 pixels are then 6.6 points high, the size of
/// labels in newspapers' own graphics.
const LEGIBLE: f64 = 0.74;

/// Where a picture is too large for a sheet, so many boxes a part are tried, in this order.
const PARTS: [usize; 5] = [28, 20, 14, 10, 7];

/// A rem of the page's style sheet, in CSS pixels.
const REM: f64 = 17.0;

/// The widest that a picture is held to on a narrow screen, in rem; the style sheet has a rule for each ten.
const WIDEST: f64 = 160.0;

/// What draws.
pub(super) struct Drawings<'m> {
    matter: &'m Matter<'m>,
    books: [(Edition, Book<'m>); 2],
}

impl<'m> Drawings<'m> {
    pub(super) fn new(matter: &'m Matter<'m>) -> Self {
        let mut editions = [Edition::En, Edition::Ar];
        if matter.request.arabic_first {
            editions.reverse();
        }
        Self {
            books: editions.map(|edition| {
                let openings = matter.excerpts.iter();
                let openings = openings.filter_map(|(id, one)| Some((id.clone(), one.opening()?)));
                let book = Book::new(&matter.overview, &matter.sources, edition)
                    .quoting(openings.collect());
                (edition, book)
            }),
            matter,
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
                        "الطريق التي جاء منها كل قول: المصادر الأصلية في الأسفل والمسألة في الأعلى."))
                }
                @let frames = self.frames(claim);
                @if self.matter.large {
                    // The whole section waits already.
                    @for frame in &frames { (frame) }
                } @else {
                    @for frame in frames.iter().take(1) { (frame) }
                    (packed("picture", [], &html! { @for frame in frames.iter().skip(1) { (frame) } }))
                }
            }
        }
    }

    /// All frames of a claim's picture; the first is the one to begin with.
    fn frames(&self, claim: &ClaimView) -> Vec<Markup> {
        let mut first = Vec::new();
        let mut more = Vec::new();
        for (edition, book) in &self.books {
            let diagram = scene::isnad(claim, &self.matter.statements, &self.matter.chains, book);
            if self.matter.large {
                // One size for all: four times as many would be most of the file.
                let sheet = self.on_paper(&diagram, *edition);
                first.push(self.frame(&sheet, "sheet only paper", *edition));
                continue;
            }
            let wide = self.drawn(diagram.clone(), *edition, Size::Wide, scene::MOST);
            let narrow = self.drawn(diagram.clone(), *edition, Size::Narrow, scene::MOST);
            let mut class = "wide paper";
            // Where a window is too small for the wide one, the one for paper stands in its stead if it is whole.
            let mut instead = "narrow mid";
            if scale(&wide) < LEGIBLE {
                let sheet = self.on_paper(&diagram, *edition);
                if scale(&sheet) > scale(&wide) {
                    class = "wide";
                    let whole = sheet.len() == 1 && sheet[0].width < wide_enough(&wide);
                    let words = match whole {
                        true => "sheet paper mid",
                        false => "sheet paper",
                    };
                    if whole {
                        instead = "narrow";
                    }
                    more.push(self.frame(&sheet, words, *edition));
                }
            }
            first.push(self.frame(&wide, class, *edition));
            more.push(self.frame(&narrow, instead, *edition));
        }
        first.extend(more);
        first
    }

    /// The picture for A4: whole if that can be read, else in as few parts as can be.
    fn on_paper(&self, diagram: &Diagram, edition: Edition) -> Vec<Drawn> {
        let mut best = self.drawn(diagram.clone(), edition, Size::Sheet, scene::MOST);
        for most in PARTS.into_iter().filter(|most| *most < diagram.nodes.len()) {
            if scale(&best) >= LEGIBLE {
                break;
            }
            let parts = self.drawn(diagram.clone(), edition, Size::Sheet, most);
            if scale(&parts) > scale(&best) {
                best = parts;
            }
        }
        best
    }

    /// Pictures in a frame that scrolls.
    fn frame(&self, all: &[Drawn], class: &str, edition: Edition) -> Markup {
        // So many rem that its words keep about four fifths of their size on a narrow screen, where it scrolls.
        let width = all.iter().map(|one| one.width).fold(0.0, f64::max);
        let tens = width * 0.8 / (10.0 * REM);
        let (least, fits) = match class.starts_with("wide") {
            true => (tens.floor() * 10.0, 60.0),
            false => (tens.round() * 10.0, 20.0),
        };
        let class = match least > fits && !class.starts_with("sheet") {
            true => format!("{class} w{}", least.min(WIDEST)),
            false => class.to_owned(),
        };
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

    fn drawn(&self, mut diagram: Diagram, edition: Edition, size: Size, most: usize) -> Vec<Drawn> {
        match size {
            Size::Narrow => diagram.id.push_str("-n"),
            Size::Sheet => diagram.id.push_str("-s"),
            Size::Wide | Size::Unbounded => {}
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
        let link = |_, fragment: &str| fragment.to_owned();
        let parts = if most < scene::MOST {
            scene::parts_of(&diagram, most, edition, &link)
        } else {
            scene::parts(&diagram, edition, &link)
        };
        parts
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

/// What a picture may be wide to be read where the wide one is not.
fn wide_enough(wide: &[Drawn]) -> f64 {
    wide.iter().map(|one| one.width * 0.8).fold(0.0, f64::max)
}

/// The rules by which a wide picture gives way to the one in its stead, where the page has not the room that it is held to.
pub(super) fn rules() -> String {
    let mut all = String::new();
    for least in (70..=160).step_by(10) {
        all.push_str(&format!("@container (inline-size < {least}rem){{"));
        for tag in ["en", "ar"] {
            all.push_str(&format!(
                "html[data-lang={tag}] .isnad.all>.w{least}[data-l={tag}]:has(~ .mid[data-l={tag}]){{display:none}}\
                 html[data-lang={tag}] .isnad.all>.w{least}[data-l={tag}]~.mid[data-l={tag}]{{display:block}}"
            ));
        }
        all.push('}');
    }
    format!("@media screen and (min-width:46.01rem){{{all}}}")
}

/// How large the smallest of some pictures may come out on paper.
fn scale(all: &[Drawn]) -> f64 {
    all.iter()
        .map(|one| (PAPER.0 / one.width).min(PAPER.1 / one.height).min(1.0))
        .fold(1.0, f64::min)
}

/// A picture as written.
struct Drawn {
    svg: String,
    width: f64,
    height: f64,
}
