//! The one SVG writer: whoever found the places, the picture is drawn here.
//!
//! Top to bottom: title, subtitle, header bar, rows with their names at the side, the key, the foot. Graphviz' own SVG is never used,
//! because it leaves right-to-left text without direction. Drawn in this order: ground, frames, header, lines, labels, boxes, so that a
//! box is never hidden by a line. The right-to-left edition is the mirror image, with text set anew, not flipped.

use super::diagram::{Colour, Diagram, Direction, Stroke};
use super::layout::{Placement, Point, Rect};
use super::measure::{Block, Measured, Size};
use super::page::{Page, SAMPLE};
use super::pen::{Hold, Paint, Pen, Theme};
use super::text;
use super::widths::Weight;

/// Fonts asked for, in order; whichever is there, the boxes are wide enough.
const FONTS: &str = "Noto Sans, Noto Sans Arabic, Segoe UI, Geeza Pro, DejaVu Sans, Liberation Sans, Arial, sans-serif";

/// Draws a diagram at the places found for it.
pub(crate) fn draw(
    diagram: &Diagram,
    measured: &Measured,
    placed: &Placement,
    size: Size,
    theme: Theme,
) -> String {
    let page = Page::new(diagram, measured, placed, size);
    let capacity = 4_000 + diagram.nodes.len() * 700 + diagram.edges.len() * 450;
    let mut svg = Svg {
        diagram,
        measured,
        placed,
        page: &page,
        pen: Pen::new(theme, capacity),
    };
    svg.pen.page = page.width;
    svg.write();
    svg.pen.out
}

/// The picture being written.
pub(crate) struct Svg<'a> {
    pub(crate) diagram: &'a Diagram,
    pub(crate) measured: &'a Measured,
    pub(crate) placed: &'a Placement,
    pub(crate) page: &'a Page,
    pub(crate) pen: Pen,
}

impl Svg<'_> {
    pub(crate) fn rtl(&self) -> bool {
        self.diagram.direction == Direction::Rtl
    }

    /// A place in the rows, as a place on the page.
    pub(crate) fn at(&self, p: Point) -> Point {
        let x = p.x + self.page.body.x;
        Point {
            x: if self.rtl() { self.page.width - x } else { x },
            y: p.y + self.page.body.y,
        }
    }

    pub(crate) fn rect(&self, r: &Rect) -> Rect {
        let corner = self.at(Point { x: r.x, y: r.y });
        Rect {
            x: if self.rtl() {
                corner.x - r.width
            } else {
                corner.x
            },
            y: corner.y,
            ..*r
        }
    }

    /// A rectangle already on the page, mirrored if need be.
    fn mirrored(&self, r: &Rect) -> Rect {
        Rect {
            x: if self.rtl() {
                self.page.width - r.x - r.width
            } else {
                r.x
            },
            ..*r
        }
    }

    pub(crate) fn ident(&self, id: &str) -> String {
        text::ident(&self.diagram.id, id)
    }

    fn write(&mut self) {
        let (w, h) = (self.page.width, self.page.height);
        self.pen.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.pen.attr("width", w);
        self.pen.attr("height", h);
        self.pen.raw(" viewBox=\"0 0 ");
        self.pen.num(w);
        self.pen.raw(" ");
        self.pen.num(h);
        self.pen.raw("\" role=\"graphics-document\" font-family=\"");
        self.pen.raw(FONTS);
        self.pen.raw("\" id=\"");
        let id = self.ident("picture");
        self.pen.raw(&id);
        self.pen.raw("\">\n");
        let title: Vec<&str> = self.diagram.title.iter().map(|l| l.text.as_str()).collect();
        self.pen.title(&title.join(" / "));
        let description = if self.diagram.description.is_empty() {
            self.diagram
                .subtitle
                .iter()
                .map(|l| l.text.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        } else {
            self.diagram.description.clone()
        };
        let description = text::escape(&text::clean(&description, text::MAX_CHARS));
        if !description.is_empty() {
            self.pen.raw("<desc>");
            self.pen.raw(&description);
            self.pen.raw("</desc>\n");
        }
        self.pen.style();
        self.hatching();
        self.pen.raw("<rect width=\"100%\" height=\"100%\"");
        self.pen.paint(Some(Paint::Ground), None);
        self.pen.raw("/>\n");
        self.headings();
        self.frames();
        self.header();
        self.row_names();
        for i in 0..self.diagram.edges.len() {
            self.edge(i);
        }
        for i in 0..self.diagram.nodes.len() {
            self.node(i);
        }
        self.frame_names();
        self.key();
        let (hold, x) = self.start_edge();
        self.pen
            .block(&self.page.foot, hold, x, self.page.foot_top, |_| {
                Paint::Soft
            });
        self.pen.raw("</svg>\n");
    }

    /// Where running text begins: left, or right in the mirrored edition.
    fn start_edge(&self) -> (Hold, f64) {
        if self.rtl() {
            (Hold::Right, self.page.width - self.page.margin)
        } else {
            (Hold::Left, self.page.margin)
        }
    }

    fn hatching(&mut self) {
        if !self.diagram.nodes.iter().any(|n| n.draft) {
            return;
        }
        let id = self.ident("draft");
        self.pen.raw("<defs><pattern id=\"");
        self.pen.raw(&id);
        self.pen.raw("\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1,8 L8,-1 M-1,1 L1,-1 M6,8 L8,6\" stroke-width=\"1.6\"");
        self.pen.paint(None, Some(Paint::Faint));
        self.pen.raw("/></pattern></defs>\n");
    }

    fn headings(&mut self) {
        let (hold, x) = self.start_edge();
        let page = self.page;
        let mut y = page.margin.max(16.0) - 4.0;
        for (i, line) in page.titles.iter().enumerate() {
            let baseline = y + line.leading * 0.5 + line.size * 0.34;
            // A title of the other direction begins at its own side, beside the first or below it.
            let other = i > 0 && (line.direction == Direction::Rtl) != self.rtl();
            let (hold, x) = match other {
                true if self.rtl() => (Hold::Left, page.margin),
                true => (Hold::Right, page.width - page.margin),
                false => (hold, x),
            };
            self.pen.line(line, hold, x, baseline, Paint::Ink);
            if !page.titles_side_by_side {
                y += line.leading;
            }
        }
        self.pen
            .block(&page.subtitle, hold, x, page.subtitle_top, |_| Paint::Soft);
    }

    fn row_names(&mut self) {
        let (hold, x) = self.start_edge();
        let page = self.page;
        for (name, middle) in &page.row_names {
            let y = page.body.y + middle;
            if page.turned {
                let out = if self.rtl() {
                    x - name.height / 2.0
                } else {
                    x + name.height / 2.0
                };
                self.pen.raw("<g transform=\"rotate(");
                self.pen.raw(if self.rtl() { "90 " } else { "-90 " });
                self.pen.num(out);
                self.pen.raw(" ");
                self.pen.num(y);
                self.pen.raw(")\">");
                self.pen
                    .block(name, Hold::Middle, out, y - name.height / 2.0, |_| {
                        Paint::Soft
                    });
                self.pen.raw("</g>\n");
            } else {
                self.pen
                    .block(name, hold, x, y - name.height / 2.0, |_| Paint::Soft);
            }
        }
    }

    fn header(&mut self) {
        let Some(bar) = self.page.header else { return };
        let bar = self.mirrored(&bar);
        self.pen.raw("<rect");
        self.rect_attrs(&bar, 7.0);
        self.pen.raw(" stroke-width=\"1.6\"");
        self.pen.paint(Some(Paint::Tint), Some(Paint::Ink));
        self.pen.raw("/>\n");
        for (i, slot) in self.diagram.header.iter().enumerate() {
            let r = self.rect(&self.placed.boxes[i]);
            let text = &self.measured.slots[i];
            let tooltip = tooltip_of(&slot.tooltip, text);
            self.open(&slot.id, "slot", slot.href.as_deref(), &tooltip);
            self.pen.block(
                text,
                Hold::Middle,
                r.x + r.width / 2.0,
                bar.y + (bar.height - text.height) / 2.0,
                |line| {
                    if line.weight == Weight::Bold {
                        Paint::Role(slot.colour)
                    } else {
                        Paint::Soft
                    }
                },
            );
            self.close(slot.href.as_deref());
        }
    }

    fn frames(&mut self) {
        for (cluster, frame) in self.diagram.clusters.iter().zip(&self.placed.frames) {
            let Some(frame) = frame else { continue };
            let r = self.rect(frame);
            self.pen.raw("<rect");
            self.rect_attrs(&r, 10.0);
            self.pen.raw(" stroke-width=\"1.2\"");
            let stroke = if cluster.colour == Colour::Neutral {
                Paint::Faint
            } else {
                Paint::Role(cluster.colour)
            };
            self.pen.paint(Some(Paint::Tint), Some(stroke));
            self.pen.raw("/>\n");
        }
    }

    /// Names of frames come last, on a ground of their own: lines may enter a frame behind them.
    fn frame_names(&mut self) {
        for i in 0..self.diagram.clusters.len() {
            let cluster = &self.diagram.clusters[i];
            let Some(frame) = self.placed.frames.get(i).copied().flatten() else {
                continue;
            };
            let Some(name) = self.measured.clusters[i].lines.first() else {
                continue;
            };
            let r = self.rect(&frame);
            let width = name.width + 12.0;
            let x = if self.rtl() {
                r.x + r.width - width - 5.0
            } else {
                r.x + 5.0
            };
            self.open(
                &format!("cluster {}", cluster.id),
                "cluster",
                None,
                &tooltip_of(&cluster.tooltip, &self.measured.clusters[i]),
            );
            self.pen.raw("<rect");
            self.rect_attrs(
                &Rect {
                    x,
                    y: r.y + 4.0,
                    width,
                    height: 19.0,
                },
                4.0,
            );
            self.pen.paint(Some(Paint::Tint), None);
            self.pen.raw("/>");
            let (hold, at) = if self.rtl() {
                (Hold::Right, x + width - 6.0)
            } else {
                (Hold::Left, x + 6.0)
            };
            let paint = if cluster.colour == Colour::Neutral {
                Paint::Soft
            } else {
                Paint::Role(cluster.colour)
            };
            self.pen.line(name, hold, at, r.y + 18.0, paint);
            self.close(None);
        }
    }

    /// Opens the group of a thing with its link, id and tooltip.
    pub(crate) fn open(&mut self, id: &str, class: &str, href: Option<&str>, tooltip: &str) {
        if let Some(href) = href.and_then(text::safe_href) {
            self.pen.raw("<a href=\"");
            text::escape_into(href, &mut self.pen.out);
            self.pen.raw("\">");
        }
        let id = self.ident(id);
        self.pen.raw("<g id=\"");
        self.pen.raw(&id);
        self.pen.raw("\" class=\"");
        self.pen.raw(class);
        self.pen.raw("\">");
        self.pen.title(tooltip);
        self.pen.raw("\n");
    }

    pub(crate) fn close(&mut self, href: Option<&str>) {
        self.pen.raw("</g>");
        if href.and_then(text::safe_href).is_some() {
            self.pen.raw("</a>");
        }
        self.pen.raw("\n");
    }

    pub(crate) fn rect_attrs(&mut self, r: &Rect, radius: f64) {
        self.pen.attr("x", r.x);
        self.pen.attr("y", r.y);
        self.pen.attr("width", r.width);
        self.pen.attr("height", r.height);
        self.pen.attr("rx", radius.min(r.height / 2.0));
    }

    pub(crate) fn dashes(&mut self, stroke: Stroke) {
        match stroke {
            Stroke::Solid | Stroke::Double => {}
            Stroke::Dashed => self.pen.raw(" stroke-dasharray=\"6 4\""),
            Stroke::Dotted => self.pen.raw(" stroke-dasharray=\"2 4\""),
        }
    }

    fn key(&mut self) {
        if self.diagram.key.is_empty() {
            return;
        }
        let page = self.page;
        let rtl = self.rtl();
        let place = |x: f64| {
            if rtl {
                page.width - page.margin - x
            } else {
                page.margin + x
            }
        };
        for (entry, (text, at)) in self.diagram.key.iter().zip(&page.key) {
            let paint = Paint::Role(entry.colour);
            let y = at.y + 9.0;
            let (a, b) = (place(at.x), place(at.x + SAMPLE));
            self.pen.raw("<g class=\"key\"><path d=\"M");
            self.pair(a, y);
            self.pen.raw(" L");
            self.pair(b, y);
            self.pen.raw("\" stroke-width=\"1.9\"");
            self.dashes(entry.stroke);
            self.pen.paint(None, Some(paint));
            self.pen.raw("/>");
            self.head(
                entry.head,
                Point { x: b, y },
                Point {
                    x: if rtl { -1.0 } else { 1.0 },
                    y: 0.0,
                },
                paint,
            );
            if entry.crossed_out {
                self.cross(Point {
                    x: (a + b) / 2.0,
                    y,
                });
            }
            let hold = if rtl { Hold::Right } else { Hold::Left };
            self.pen
                .block(text, hold, place(at.x + SAMPLE + 8.0), at.y, |_| {
                    Paint::Soft
                });
            self.pen.raw("</g>\n");
        }
    }
}

/// The tooltip given, or what is written.
pub(crate) fn tooltip_of(tooltip: &str, text: &Block) -> String {
    if tooltip.is_empty() {
        text.lines
            .iter()
            .map(|l| l.text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        tooltip.to_owned()
    }
}
