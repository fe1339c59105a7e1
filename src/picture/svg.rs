//! The one SVG writer: whoever found the places, the picture is drawn here.
//!
//! Top to bottom: title, subtitle, header bar, rows with their names at the side, the key, the foot. Graphviz' own SVG is never used,
//! because it leaves right-to-left text without direction. Drawn in this order: ground, frames, header, lines, labels, boxes, so that a
//! box is never hidden by a line. The right-to-left edition is the mirror image, with text set anew, not flipped.

use super::diagram::{Colour, Diagram, Direction, Head, Shape, Stroke};
use super::layout::{Placement, Point, Rect, Route, Segment};
use super::measure::{Block, DOUBLE, Drawn, Measured, NodeBox, Size, block, set};
use super::pen::{Hold, Paint, Pen, Theme};
use super::text;
use super::widths::Weight;
use super::wrap::Fill;

/// Fonts asked for, in order; whichever is there, the boxes are wide enough.
const FONTS: &str = "Noto Sans, Noto Sans Arabic, Segoe UI, Geeza Pro, DejaVu Sans, Liberation Sans, Arial, sans-serif";

/// Draws a diagram at the places found for it.
pub(crate) fn draw(diagram: &Diagram, measured: &Measured, placed: &Placement, size: Size, theme: Theme) -> String {
    let page = Page::new(diagram, measured, placed, size);
    let capacity = 4_000 + diagram.nodes.len() * 700 + diagram.edges.len() * 450;
    let mut svg = Svg { diagram, measured, placed, page: &page, pen: Pen::new(theme, capacity) };
    svg.pen.page = page.width;
    svg.write();
    svg.pen.out
}

/// What stands around the rows, and where the rows stand on the page.
struct Page {
    width: f64,
    height: f64,
    margin: f64,
    /// Shift of the rows.
    body: Point,
    titles: Vec<Drawn>,
    titles_side_by_side: bool,
    subtitle: Block,
    subtitle_top: f64,
    header: Option<Rect>,
    row_names: Vec<(Block, f64)>,
    /// Row names stand upright letters along the side, to save width.
    turned: bool,
    key: Vec<(Block, Point)>,
    foot: Block,
    foot_top: f64,
}

/// Width of a sample line in the key.
const SAMPLE: f64 = 34.0;

impl Page {
    fn new(diagram: &Diagram, measured: &Measured, placed: &Placement, size: Size) -> Page {
        let narrow = size == Size::Narrow;
        let margin = if narrow { 10.0 } else { 32.0 };
        let turned = narrow;
        let names: Vec<(Block, f64)> = diagram
            .rows
            .iter()
            .filter_map(|row| {
                let &(_, top, bottom) = placed.bands.iter().find(|b| b.0 == row.rank)?;
                let room = if turned { 400.0 } else { 96.0 };
                let name = block(set(&row.label, if turned { 11.0 } else { 12.5 }, Weight::Regular, room, 60, Fill::Even));
                Some((name, (top + bottom) / 2.0))
            })
            .filter(|(name, _)| !name.lines.is_empty())
            .collect();
        let column = match names.iter().map(|(n, _)| if turned { n.height } else { n.width }).reduce(f64::max) {
            Some(w) => w + if narrow { 6.0 } else { 24.0 },
            None => 0.0,
        };
        let least = if narrow { 370.0 } else { 460.0 };
        let inner = (placed.width + column).max(least);
        // The column is empty at the far side too if the rows are wide; centre the rows in what is left.
        let body_x = margin + column + (inner - column - placed.width) / 2.0;
        let width = inner + 2.0 * margin;

        let title_size = if narrow { 17.0 } else { 22.0 };
        let mut titles: Vec<Drawn> =
            diagram.title.iter().flat_map(|l| set(l, title_size, Weight::Bold, inner, 240, Fill::Even)).collect();
        let side_by_side = diagram.title.len() == 2
            && titles.len() == 2
            && titles[0].direction != titles[1].direction
            && titles[0].width + titles[1].width + 40.0 <= inner;
        titles.iter_mut().for_each(|t| t.leading = title_size * 1.5);
        let mut y = margin.max(16.0) - 4.0;
        y += if side_by_side { title_size * 1.5 } else { titles.iter().map(|t| t.leading).sum() };
        let subtitle = block(diagram.subtitle.iter().flat_map(|l| set(l, 13.0, Weight::Regular, inner.min(860.0), 600, Fill::Full)));
        let subtitle_top = y + 2.0;
        y += subtitle.height + if subtitle.lines.is_empty() { 8.0 } else { 18.0 };
        let body_y = y;
        y += placed.height;
        let header = (!diagram.header.is_empty()).then(|| {
            let height = measured.slots.iter().map(|s| s.height + 22.0).fold(0.0, f64::max);
            Rect { x: margin, y: body_y, width: inner, height }
        });

        let mut key = Vec::new();
        if !diagram.key.is_empty() {
            y += 26.0;
            let mut x = 0.0;
            for entry in &diagram.key {
                let text = block(set(&entry.label, 11.5, Weight::Regular, inner - SAMPLE - 10.0, 200, Fill::Full));
                let needs = SAMPLE + 8.0 + text.width;
                if x > 0.0 && x + needs > inner {
                    x = 0.0;
                    y += 20.0;
                }
                let height = text.height;
                key.push((text, Point { x, y }));
                x += needs + 22.0;
                if height > 20.0 {
                    x = 0.0;
                    y += height;
                }
            }
            y += 20.0;
        }
        let foot = block(diagram.foot.iter().flat_map(|l| set(l, 12.0, Weight::Regular, inner.min(900.0), 800, Fill::Full)));
        let foot_top = y + 14.0;
        if !foot.lines.is_empty() {
            y = foot_top + foot.height;
        }
        Page {
            width,
            height: y + margin.min(20.0),
            margin,
            body: Point { x: body_x, y: body_y },
            titles,
            titles_side_by_side: side_by_side,
            subtitle,
            subtitle_top,
            header,
            row_names: names,
            turned,
            key,
            foot,
            foot_top,
        }
    }
}

struct Svg<'a> {
    diagram: &'a Diagram,
    measured: &'a Measured,
    placed: &'a Placement,
    page: &'a Page,
    pen: Pen,
}

impl Svg<'_> {
    fn rtl(&self) -> bool {
        self.diagram.direction == Direction::Rtl
    }

    /// A place in the rows, as a place on the page.
    fn at(&self, p: Point) -> Point {
        let x = p.x + self.page.body.x;
        Point { x: if self.rtl() { self.page.width - x } else { x }, y: p.y + self.page.body.y }
    }

    fn rect(&self, r: &Rect) -> Rect {
        let corner = self.at(Point { x: r.x, y: r.y });
        Rect { x: if self.rtl() { corner.x - r.width } else { corner.x }, y: corner.y, ..*r }
    }

    /// A rectangle already on the page, mirrored if need be.
    fn mirrored(&self, r: &Rect) -> Rect {
        Rect { x: if self.rtl() { self.page.width - r.x - r.width } else { r.x }, ..*r }
    }

    fn ident(&self, id: &str) -> String {
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
            self.diagram.subtitle.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ")
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
        self.pen.block(&self.page.foot, hold, x, self.page.foot_top, |_| Paint::Soft);
        self.pen.raw("</svg>\n");
    }

    /// Where running text begins: left, or right in the mirrored edition.
    fn start_edge(&self) -> (Hold, f64) {
        if self.rtl() { (Hold::Right, self.page.width - self.page.margin) } else { (Hold::Left, self.page.margin) }
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
            let (hold, x) = match (page.titles_side_by_side, i) {
                (true, 1) if self.rtl() => (Hold::Left, page.margin),
                (true, 1) => (Hold::Right, page.width - page.margin),
                _ => (hold, x),
            };
            self.pen.line(line, hold, x, baseline, Paint::Ink);
            if !page.titles_side_by_side {
                y += line.leading;
            }
        }
        self.pen.block(&page.subtitle, hold, x, page.subtitle_top, |_| Paint::Soft);
    }

    fn row_names(&mut self) {
        let (hold, x) = self.start_edge();
        let page = self.page;
        for (name, middle) in &page.row_names {
            let y = page.body.y + middle;
            if page.turned {
                let out = if self.rtl() { x - name.height / 2.0 } else { x + name.height / 2.0 };
                self.pen.raw("<g transform=\"rotate(");
                self.pen.raw(if self.rtl() { "90 " } else { "-90 " });
                self.pen.num(out);
                self.pen.raw(" ");
                self.pen.num(y);
                self.pen.raw(")\">");
                self.pen.block(name, Hold::Middle, out, y - name.height / 2.0, |_| Paint::Soft);
                self.pen.raw("</g>\n");
            } else {
                self.pen.block(name, hold, x, y - name.height / 2.0, |_| Paint::Soft);
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
            self.pen.block(text, Hold::Middle, r.x + r.width / 2.0, bar.y + (bar.height - text.height) / 2.0, |line| {
                if line.weight == Weight::Bold { Paint::Role(slot.colour) } else { Paint::Soft }
            });
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
            let stroke = if cluster.colour == Colour::Neutral { Paint::Faint } else { Paint::Role(cluster.colour) };
            self.pen.paint(Some(Paint::Tint), Some(stroke));
            self.pen.raw("/>\n");
        }
    }

    /// Names of frames come last, on a ground of their own: lines may enter a frame behind them.
    fn frame_names(&mut self) {
        for i in 0..self.diagram.clusters.len() {
            let cluster = &self.diagram.clusters[i];
            let Some(frame) = self.placed.frames.get(i).copied().flatten() else { continue };
            let Some(name) = self.measured.clusters[i].lines.first() else { continue };
            let r = self.rect(&frame);
            let width = name.width + 12.0;
            let x = if self.rtl() { r.x + r.width - width - 5.0 } else { r.x + 5.0 };
            self.open(&format!("cluster {}", cluster.id), "cluster", None, &tooltip_of(&cluster.tooltip, &self.measured.clusters[i]));
            self.pen.raw("<rect");
            self.rect_attrs(&Rect { x, y: r.y + 4.0, width, height: 19.0 }, 4.0);
            self.pen.paint(Some(Paint::Tint), None);
            self.pen.raw("/>");
            let (hold, at) = if self.rtl() { (Hold::Right, x + width - 6.0) } else { (Hold::Left, x + 6.0) };
            let paint = if cluster.colour == Colour::Neutral { Paint::Soft } else { Paint::Role(cluster.colour) };
            self.pen.line(name, hold, at, r.y + 18.0, paint);
            self.close(None);
        }
    }

    /// Opens the group of a thing with its link, id and tooltip.
    fn open(&mut self, id: &str, class: &str, href: Option<&str>, tooltip: &str) {
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

    fn close(&mut self, href: Option<&str>) {
        self.pen.raw("</g>");
        if href.and_then(text::safe_href).is_some() {
            self.pen.raw("</a>");
        }
        self.pen.raw("\n");
    }

    fn rect_attrs(&mut self, r: &Rect, radius: f64) {
        self.pen.attr("x", r.x);
        self.pen.attr("y", r.y);
        self.pen.attr("width", r.width);
        self.pen.attr("height", r.height);
        self.pen.attr("rx", radius.min(r.height / 2.0));
    }

    fn dashes(&mut self, stroke: Stroke) {
        match stroke {
            Stroke::Solid | Stroke::Double => {}
            Stroke::Dashed => self.pen.raw(" stroke-dasharray=\"6 4\""),
            Stroke::Dotted => self.pen.raw(" stroke-dasharray=\"2 4\""),
        }
    }

    fn node(&mut self, i: usize) {
        let node = &self.diagram.nodes[i];
        let made: &NodeBox = &self.measured.nodes[i];
        let whole = self.rect(&self.placed.boxes[self.diagram.header.len() + i]);
        let frame = Rect { height: made.frame.1, ..whole };
        self.open(&node.id, "node", node.href.as_deref(), &tooltip_of(&node.tooltip, &made.text));
        let centre = frame.x + frame.width / 2.0;
        if !made.folded.lines.is_empty() {
            let strip = Rect { x: frame.x + 12.0, y: frame.y + frame.height - 6.0, width: frame.width - 24.0, height: whole.height - frame.height + 6.0 };
            self.pen.raw("<rect");
            self.rect_attrs(&strip, 5.0);
            self.pen.raw(" stroke-width=\"1.2\"");
            self.pen.paint(Some(Paint::Tint), Some(Paint::Faint));
            self.pen.raw("/>\n");
            self.pen.block(&made.folded, Hold::Middle, centre, frame.y + frame.height + 3.0, |_| Paint::Soft);
        }
        let line = Paint::Role(node.colour);
        if node.outline == Stroke::Double {
            self.shape(node.shape, &frame, Some(Paint::Panel), line, 1.1, Stroke::Solid);
            let inner = Rect {
                x: frame.x + DOUBLE,
                y: frame.y + DOUBLE,
                width: frame.width - 2.0 * DOUBLE,
                height: frame.height - 2.0 * DOUBLE,
            };
            self.shape(node.shape, &inner, None, line, 2.6, Stroke::Solid);
        } else {
            self.shape(node.shape, &frame, Some(Paint::Panel), line, 1.5, node.outline);
        }
        let top = frame.y + (frame.height - made.text.height) / 2.0;
        if node.draft {
            self.pen.raw("<rect");
            let inset = if node.outline == Stroke::Double { DOUBLE + 2.0 } else { 2.0 };
            let inside = Rect { x: frame.x + inset, y: frame.y + inset, width: frame.width - 2.0 * inset, height: frame.height - 2.0 * inset };
            self.rect_attrs(&inside, if node.shape == Shape::Pill { 14.0 } else { 4.0 });
            let id = self.ident("draft");
            self.pen.raw(" fill=\"url(#");
            self.pen.raw(&id);
            self.pen.raw(")\"/>");
            // The words stand on a plain ground: hatching behind letters is hard to read.
            self.pen.raw("<rect");
            let usual = made.text.lines.iter().map(Drawn::usual_width).fold(0.0, f64::max) + 8.0;
            let plate = Rect { x: centre - usual / 2.0, y: top + 1.0, width: usual, height: (made.text.height - 2.0).max(0.0) };
            self.rect_attrs(&plate, 4.0);
            self.pen.paint(Some(Paint::Panel), None);
            self.pen.raw("/>\n");
        }
        self.pen.block(&made.text, Hold::Middle, centre, top, |line| if line.weight == Weight::Bold { Paint::Ink } else { Paint::Soft });
        self.close(node.href.as_deref());
    }

    fn shape(&mut self, shape: Shape, r: &Rect, fill: Option<Paint>, stroke: Paint, width: f64, dashes: Stroke) {
        match shape {
            Shape::Plain => return,
            Shape::Box | Shape::Pill => {
                self.pen.raw("<rect");
                self.rect_attrs(r, if shape == Shape::Pill { 20.0 } else { 6.0 });
            }
            Shape::Sheet => {
                let (x, y, w, h, f) = (r.x, r.y, r.width, r.height, 11.0_f64.min(r.height / 3.0).min(r.width / 3.0));
                let turn = |p: f64| if self.rtl() { 2.0 * x + w - p } else { p };
                let corners = [(x, y), (x + w - f, y), (x + w, y + f), (x + w, y + h), (x, y + h)].map(|(px, py)| (turn(px), py));
                let fold = [(x + w - f, y), (x + w - f, y + f), (x + w, y + f)].map(|(px, py)| (turn(px), py));
                self.pen.raw("<path d=\"");
                for (i, (px, py)) in corners.iter().enumerate() {
                    self.pen.raw(if i == 0 { "M" } else { " L" });
                    self.pair(*px, *py);
                }
                self.pen.raw(" Z");
                for (i, (px, py)) in fold.iter().enumerate() {
                    self.pen.raw(if i == 0 { " M" } else { " L" });
                    self.pair(*px, *py);
                }
                self.pen.raw("\" stroke-linejoin=\"round\"");
            }
        }
        self.pen.attr("stroke-width", width);
        self.dashes(dashes);
        self.pen.paint(fill, Some(stroke));
        self.pen.raw("/>\n");
    }

    fn pair(&mut self, x: f64, y: f64) {
        self.pen.num(x);
        self.pen.raw(",");
        self.pen.num(y);
    }

    fn edge(&mut self, i: usize) {
        let edge = &self.diagram.edges[i];
        let route = &self.placed.routes[i];
        let paint = Paint::Role(edge.colour);
        self.pen.raw("<g class=\"edge\">");
        self.pen.title(&edge.tooltip);
        self.path(route, paint, edge.stroke);
        let (tip, from) = self.tip(route);
        self.head(edge.head, tip, from, paint);
        if edge.crossed_out {
            let mark = self.at(route.mark);
            self.cross(mark);
        }
        if let (Some(label), text) = (&self.placed.labels[i], &self.measured.edges[i]) {
            let r = self.rect(label);
            // Words that cannot be held at their edge are centred in their room, so that they never reach the line.
            let rtl_text = text.lines.first().is_some_and(|l| l.direction == Direction::Rtl);
            let (hold, x) = match (rtl_text, self.rtl()) {
                (true, _) => (Hold::Middle, r.x + r.width / 2.0),
                (false, true) => (Hold::Right, r.x + r.width),
                (false, false) => (Hold::Left, r.x),
            };
            self.pen.block(text, hold, x, r.y, |_| paint);
        }
        self.pen.raw("</g>\n");
    }

    fn path(&mut self, route: &Route, paint: Paint, stroke: Stroke) {
        self.pen.raw("<path d=\"M");
        let start = self.at(route.start);
        self.pair(start.x, start.y);
        for step in &route.steps {
            match *step {
                Segment::Line(p) => {
                    let p = self.at(p);
                    self.pen.raw(" L");
                    self.pair(p.x, p.y);
                }
                Segment::Curve(a, b, p) => {
                    self.pen.raw(" C");
                    for (k, q) in [a, b, p].into_iter().enumerate() {
                        let q = self.at(q);
                        if k > 0 {
                            self.pen.raw(" ");
                        }
                        self.pair(q.x, q.y);
                    }
                }
            }
        }
        self.pen.raw("\" stroke-width=\"1.9\"");
        self.dashes(stroke);
        self.pen.paint(None, Some(paint));
        self.pen.raw("/>");
    }

    /// The end of a line and the unit direction it arrives in.
    fn tip(&self, route: &Route) -> (Point, Point) {
        let end = route.steps.last().map_or(route.start, Segment::end);
        let before = match route.steps.last() {
            Some(Segment::Curve(a, b, _)) => {
                let far = (b.x - end.x).abs() + (b.y - end.y).abs();
                if far > 0.01 { *b } else { *a }
            }
            Some(Segment::Line(_)) => route.steps.iter().rev().nth(1).map_or(route.start, Segment::end),
            None => route.start,
        };
        let (end, before) = (self.at(end), self.at(before));
        let (dx, dy) = (end.x - before.x, end.y - before.y);
        let length = (dx * dx + dy * dy).sqrt();
        let unit = if length > 1e-9 { Point { x: dx / length, y: dy / length } } else { Point { x: 0.0, y: 1.0 } };
        (end, unit)
    }

    fn head(&mut self, head: Head, tip: Point, along: Point, paint: Paint) {
        let place = |back: f64, aside: f64| (tip.x - along.x * back - along.y * aside, tip.y - along.y * back + along.x * aside);
        match head {
            Head::None => {}
            Head::Arrow => {
                self.polygon(&[place(0.0, 0.0), place(9.0, 4.6), place(9.0, -4.6)]);
                self.pen.paint(Some(paint), None);
                self.pen.raw("/>");
            }
            Head::Bar => {
                let ((ax, ay), (bx, by)) = (place(2.2, 7.0), place(2.2, -7.0));
                self.pen.raw("<path d=\"M");
                self.pair(ax, ay);
                self.pen.raw(" L");
                self.pair(bx, by);
                self.pen.raw("\" stroke-width=\"3.4\"");
                self.pen.paint(None, Some(paint));
                self.pen.raw("/>");
            }
            Head::Circle => {
                let (cx, cy) = place(5.5, 0.0);
                self.pen.raw("<circle");
                self.pen.attr("cx", cx);
                self.pen.attr("cy", cy);
                self.pen.raw(" r=\"4.4\" stroke-width=\"1.9\"");
                self.pen.paint(Some(Paint::Panel), Some(paint));
                self.pen.raw("/>");
            }
            Head::Diamond => {
                self.polygon(&[place(0.5, 0.0), place(6.5, 4.8), place(12.5, 0.0), place(6.5, -4.8)]);
                self.pen.raw(" stroke-width=\"1.7\"");
                self.pen.paint(Some(Paint::Panel), Some(paint));
                self.pen.raw("/>");
            }
        }
    }

    fn polygon(&mut self, points: &[(f64, f64)]) {
        self.pen.raw("<path d=\"");
        for (i, (x, y)) in points.iter().enumerate() {
            self.pen.raw(if i == 0 { "M" } else { " L" });
            self.pair(*x, *y);
        }
        self.pen.raw(" Z\"");
    }

    /// The mark of a link that is passed on and denied.
    fn cross(&mut self, at: Point) {
        self.pen.raw("<path d=\"M");
        for (k, (dx, dy)) in [(-6.0, -6.0), (6.0, 6.0), (6.0, -6.0), (-6.0, 6.0)].into_iter().enumerate() {
            self.pen.raw(["", " L", " M", " L"][k]);
            self.pair(at.x + dx, at.y + dy);
        }
        self.pen.raw("\" stroke-width=\"2.8\"");
        self.pen.paint(None, Some(Paint::Role(Colour::Denies)));
        self.pen.raw("/>");
    }

    fn key(&mut self) {
        if self.diagram.key.is_empty() {
            return;
        }
        let page = self.page;
        let rtl = self.rtl();
        let place = |x: f64| if rtl { page.width - page.margin - x } else { page.margin + x };
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
            self.head(entry.head, Point { x: b, y }, Point { x: if rtl { -1.0 } else { 1.0 }, y: 0.0 }, paint);
            if entry.crossed_out {
                self.cross(Point { x: (a + b) / 2.0, y });
            }
            let hold = if rtl { Hold::Right } else { Hold::Left };
            self.pen.block(text, hold, place(at.x + SAMPLE + 8.0), at.y, |_| Paint::Soft);
            self.pen.raw("</g>\n");
        }
    }
}

/// The tooltip given, or what is written.
fn tooltip_of(tooltip: &str, text: &Block) -> String {
    if tooltip.is_empty() { text.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ") } else { tooltip.to_owned() }
}

