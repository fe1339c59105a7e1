//! Boxes, lines and arrowheads of the SVG.

use super::diagram::Direction;
use super::diagram::{Colour, Head, Shape, Stroke};
use super::layout::{Point, Rect, Route, Segment};
use super::measure::{DOUBLE, Drawn, NodeBox};
use super::pen::{Hold, Paint};
use super::svg::{Svg, tooltip_of};
use super::widths::Weight;

impl Svg<'_> {
    pub(crate) fn node(&mut self, i: usize) {
        let node = &self.diagram.nodes[i];
        let made: &NodeBox = &self.measured.nodes[i];
        let whole = self.rect(&self.placed.boxes[self.diagram.header.len() + i]);
        let frame = Rect {
            height: made.frame.1,
            ..whole
        };
        self.open(
            &node.id,
            "node",
            node.href.as_deref(),
            &tooltip_of(&node.tooltip, &made.text),
        );
        let centre = frame.x + frame.width / 2.0;
        if !made.folded.lines.is_empty() {
            let strip = Rect {
                x: frame.x + 12.0,
                y: frame.y + frame.height - 6.0,
                width: frame.width - 24.0,
                height: whole.height - frame.height + 6.0,
            };
            self.pen.raw("<rect");
            self.rect_attrs(&strip, 5.0);
            self.pen.raw(" stroke-width=\"1.2\"");
            self.pen.paint(Some(Paint::Tint), Some(Paint::Faint));
            self.pen.raw("/>\n");
            self.pen.block(
                &made.folded,
                Hold::Middle,
                centre,
                frame.y + frame.height + 3.0,
                |_| Paint::Soft,
            );
        }
        let line = Paint::Role(node.colour);
        if node.outline == Stroke::Double {
            self.shape(
                node.shape,
                &frame,
                Some(Paint::Panel),
                line,
                1.1,
                Stroke::Solid,
            );
            let inner = Rect {
                x: frame.x + DOUBLE,
                y: frame.y + DOUBLE,
                width: frame.width - 2.0 * DOUBLE,
                height: frame.height - 2.0 * DOUBLE,
            };
            self.shape(node.shape, &inner, None, line, 2.6, Stroke::Solid);
        } else {
            self.shape(
                node.shape,
                &frame,
                Some(Paint::Panel),
                line,
                1.5,
                node.outline,
            );
        }
        let top = frame.y + (frame.height - made.text.height) / 2.0;
        if node.draft {
            self.pen.raw("<rect");
            let inset = if node.outline == Stroke::Double {
                DOUBLE + 2.0
            } else {
                2.0
            };
            let inside = Rect {
                x: frame.x + inset,
                y: frame.y + inset,
                width: frame.width - 2.0 * inset,
                height: frame.height - 2.0 * inset,
            };
            self.rect_attrs(&inside, if node.shape == Shape::Pill { 14.0 } else { 4.0 });
            let id = self.ident("draft");
            self.pen.raw(" fill=\"url(#");
            self.pen.raw(&id);
            self.pen.raw(")\"/>");
            // The words stand on a plain ground: hatching behind letters is hard to read.
            self.pen.raw("<rect");
            let usual = made
                .text
                .lines
                .iter()
                .map(Drawn::usual_width)
                .fold(0.0, f64::max)
                + 8.0;
            let plate = Rect {
                x: centre - usual / 2.0,
                y: top + 1.0,
                width: usual,
                height: (made.text.height - 2.0).max(0.0),
            };
            self.rect_attrs(&plate, 4.0);
            self.pen.paint(Some(Paint::Panel), None);
            self.pen.raw("/>\n");
        }
        self.pen
            .block(&made.text, Hold::Middle, centre, top, |line| {
                if line.weight == Weight::Bold {
                    Paint::Ink
                } else {
                    Paint::Soft
                }
            });
        self.close(node.href.as_deref());
    }

    fn shape(
        &mut self,
        shape: Shape,
        r: &Rect,
        fill: Option<Paint>,
        stroke: Paint,
        width: f64,
        dashes: Stroke,
    ) {
        match shape {
            Shape::Plain => return,
            Shape::Box | Shape::Pill => {
                self.pen.raw("<rect");
                self.rect_attrs(r, if shape == Shape::Pill { 20.0 } else { 6.0 });
            }
            Shape::Sheet => {
                let (x, y, w, h, f) = (
                    r.x,
                    r.y,
                    r.width,
                    r.height,
                    11.0_f64.min(r.height / 3.0).min(r.width / 3.0),
                );
                let turn = |p: f64| if self.rtl() { 2.0 * x + w - p } else { p };
                let corners = [
                    (x, y),
                    (x + w - f, y),
                    (x + w, y + f),
                    (x + w, y + h),
                    (x, y + h),
                ]
                .map(|(px, py)| (turn(px), py));
                let fold = [(x + w - f, y), (x + w - f, y + f), (x + w, y + f)]
                    .map(|(px, py)| (turn(px), py));
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

    pub(crate) fn pair(&mut self, x: f64, y: f64) {
        self.pen.num(x);
        self.pen.raw(",");
        self.pen.num(y);
    }

    pub(crate) fn edge(&mut self, i: usize) {
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
            let rtl_text = text
                .lines
                .first()
                .is_some_and(|l| l.direction == Direction::Rtl);
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
            Some(Segment::Line(_)) => route
                .steps
                .iter()
                .rev()
                .nth(1)
                .map_or(route.start, Segment::end),
            None => route.start,
        };
        let (end, before) = (self.at(end), self.at(before));
        let (dx, dy) = (end.x - before.x, end.y - before.y);
        let length = (dx * dx + dy * dy).sqrt();
        let unit = if length > 1e-9 {
            Point {
                x: dx / length,
                y: dy / length,
            }
        } else {
            Point { x: 0.0, y: 1.0 }
        };
        (end, unit)
    }

    pub(crate) fn head(&mut self, head: Head, tip: Point, along: Point, paint: Paint) {
        let place = |back: f64, aside: f64| {
            (
                tip.x - along.x * back - along.y * aside,
                tip.y - along.y * back + along.x * aside,
            )
        };
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
                self.polygon(&[
                    place(0.5, 0.0),
                    place(6.5, 4.8),
                    place(12.5, 0.0),
                    place(6.5, -4.8),
                ]);
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
    pub(crate) fn cross(&mut self, at: Point) {
        self.pen.raw("<path d=\"M");
        for (k, (dx, dy)) in [(-6.0, -6.0), (6.0, 6.0), (6.0, -6.0), (-6.0, 6.0)]
            .into_iter()
            .enumerate()
        {
            self.pen.raw(["", " L", " M", " L"][k]);
            self.pair(at.x + dx, at.y + dy);
        }
        self.pen.raw("\" stroke-width=\"2.8\"");
        self.pen.paint(None, Some(Paint::Role(Colour::Denies)));
        self.pen.raw("/>");
    }
}
