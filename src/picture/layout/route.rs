//! Heights, and the lines themselves.
//!
//! A line leaves its box upright, runs upright through every row, and bends only in the gaps between rows, as one smooth curve a gap.

use super::geometry::{Placement, Point, Rect, Route, Segment, reverse};
use super::layers::{Kind, Layered};
use super::ports::Ports;
use super::rank::Rows;
use super::{Input, coords, gap};

/// Top and height of each layer, and the height of the whole.
struct Heights {
    top: Vec<f64>,
    height: Vec<f64>,
    whole: f64,
}

fn heights(graph: &Layered, ports: &Ports, x: &[f64], clusters: usize) -> Heights {
    let count = graph.layers.len();
    let mut height = vec![0.0f64; count];
    let mut boxes = vec![false; count];
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; clusters];
    for item in &graph.items {
        height[item.layer] = height[item.layer].max(item.height);
        boxes[item.layer] |= matches!(item.kind, Kind::Box(_));
        if let Some(c) = item.cluster {
            let span = spans[c].get_or_insert((item.layer, item.layer));
            *span = (span.0.min(item.layer), span.1.max(item.layer));
        }
    }
    let mut reach = vec![0.0f64; count];
    for (k, link) in graph.links.iter().enumerate() {
        let l = graph.items[link.upper as usize].layer;
        let dx =
            (x[link.upper as usize] + ports.upper[k] - x[link.lower as usize] - ports.lower[k])
                .abs();
        reach[l] = reach[l].max(dx);
    }
    let starts = |l: usize| spans.iter().flatten().any(|s| s.0 == l);
    let ends = |l: usize| spans.iter().flatten().any(|s| s.1 == l);
    let mut top = vec![0.0; count];
    let mut at = if count > 0 && starts(0) {
        gap::FRAME_LABEL + gap::FRAME
    } else {
        0.0
    };
    for l in 0..count {
        top[l] = at;
        at += height[l];
        if ends(l) {
            at += gap::FRAME;
        }
        if l + 1 < count {
            // Long sideways runs get more room, so that they do not lie flat.
            at += (reach[l] * 0.07).min(60.0)
                + if boxes[l] && boxes[l + 1] {
                    gap::ROWS
                } else {
                    gap::LABEL_ROW
                };
            if starts(l + 1) {
                at += gap::FRAME_LABEL + gap::FRAME;
            }
        }
    }
    Heights {
        top,
        height,
        whole: at,
    }
}

/// Puts the places found together.
pub(crate) fn draw(
    input: &Input,
    rows: &Rows,
    graph: &Layered,
    ports: &Ports,
    mut x: Vec<f64>,
    limits: &[(f64, f64)],
    crossings: u64,
) -> Placement {
    let heights = heights(graph, ports, &x, input.clusters.len());
    let mut half: Vec<(f64, f64)> = graph.items.iter().map(|i| (i.left, i.right)).collect();
    for (i, item) in graph.items.iter().enumerate() {
        if matches!(item.kind, Kind::Box(b) if input.boxes[b].slot) {
            let h = coords::slot_half(item, coords::slot_span(graph, &x, i as u32));
            half[i] = (h, h);
        }
    }
    // Shift everything so that the leftmost thing stands at zero.
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    for (i, h) in half.iter().enumerate() {
        low = low.min(x[i] - h.0);
        high = high.max(x[i] + h.1);
    }
    let frames = frames(input, graph, &x, limits, &heights);
    for frame in frames.iter().flatten() {
        low = low.min(frame.x);
        high = high.max(frame.x + frame.width);
    }
    if !low.is_finite() {
        return Placement::default();
    }
    x.iter_mut().for_each(|x| *x -= low);
    let frames = frames
        .into_iter()
        .map(|f| f.map(|f| Rect { x: f.x - low, ..f }))
        .collect();

    let boxes: Vec<Rect> = (0..input.boxes.len())
        .map(|i| {
            let item = &graph.items[i];
            let slot = input.boxes[i].slot;
            let width = if slot {
                half[i].0 * 2.0
            } else {
                input.boxes[i].width
            };
            let (top, room) = (heights.top[item.layer], heights.height[item.layer]);
            let height = if slot { room } else { input.boxes[i].height };
            Rect {
                x: x[i] - width / 2.0,
                y: top + (room - height) / 2.0,
                width,
                height,
            }
        })
        .collect();

    let mut link_of = vec![0u32; graph.chains.len() + 1];
    for link in &graph.links {
        link_of[link.edge as usize + 1] += 1;
    }
    for e in 0..graph.chains.len() {
        link_of[e + 1] += link_of[e];
    }
    let pen = Pen {
        input,
        graph,
        ports,
        x: &x,
        boxes: &boxes,
        heights: &heights,
    };
    let mut loops_at = vec![0.0f64; input.boxes.len()];
    let mut routes = Vec::with_capacity(input.edges.len());
    let mut labels = Vec::with_capacity(input.edges.len());
    for (e, edge) in input.edges.iter().enumerate() {
        let chain = &graph.chains[e];
        let (mut route, label) = if chain.is_empty() {
            let at = loops_at[edge.from];
            loops_at[edge.from] += 24.0 + edge.label.map_or(0.0, |(w, _)| w + gap::LABEL);
            pen.turned_loop(edge.from, at, edge.label)
        } else if rows.of[edge.from] == rows.of[edge.to] {
            pen.turn(chain, link_of[e], edge.label)
        } else {
            pen.line(chain, link_of[e], edge.label)
        };
        if rows.of[edge.from] > rows.of[edge.to] {
            reverse(&mut route);
        }
        routes.push(route);
        labels.push(label);
    }
    Placement {
        bands: bands(rows, graph, &heights),
        boxes,
        routes,
        labels,
        frames,
        width: high - low,
        height: heights.whole,
        crossings,
    }
}

/// Rows of boxes by rank, broken rows joined.
fn bands(rows: &Rows, graph: &Layered, heights: &Heights) -> Vec<(i32, f64, f64)> {
    let mut bands: Vec<(i32, f64, f64)> = Vec::new();
    for (row, rank) in rows.rank.iter().enumerate() {
        let (Some(rank), Some(&layer)) = (*rank, graph.layer_of_row.get(row)) else {
            continue;
        };
        let (top, bottom) = (
            heights.top[layer],
            heights.top[layer] + heights.height[layer],
        );
        match bands.last_mut() {
            Some(last) if last.0 == rank => last.2 = bottom,
            _ => bands.push((rank, top, bottom)),
        }
    }
    bands
}

/// The frame around the members of each cluster, wide enough for its name.
fn frames(
    input: &Input,
    graph: &Layered,
    x: &[f64],
    limits: &[(f64, f64)],
    heights: &Heights,
) -> Vec<Option<Rect>> {
    let mut found: Vec<Option<(f64, f64, usize, usize)>> = vec![None; input.clusters.len()];
    for (i, item) in graph.items.iter().enumerate() {
        let Some(c) = item.cluster else { continue };
        let (low, high) = (x[i] - item.left, x[i] + item.right);
        let f = found[c].get_or_insert((low, high, item.layer, item.layer));
        *f = (
            f.0.min(low),
            f.1.max(high),
            f.2.min(item.layer),
            f.3.max(item.layer),
        );
    }
    let rect = |(c, f): (usize, &Option<(f64, f64, usize, usize)>)| {
        let (low, high, first, last) = (*f)?;
        let (mut left, mut right) = (low - gap::FRAME, high + gap::FRAME);
        let missing = input.clusters[c] + 2.0 * gap::FRAME - (right - left);
        if missing > 0.0 {
            let limit = limits[c].1.max(right);
            let grown = (right + missing).min(limit);
            left -= missing - (grown - right);
            right = grown;
        }
        let top = heights.top[first] - gap::FRAME - gap::FRAME_LABEL;
        let bottom = heights.top[last] + heights.height[last] + gap::FRAME;
        Some(Rect {
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
        })
    };
    found.iter().enumerate().map(rect).collect()
}

/// What is needed to draw a line.
struct Pen<'a> {
    input: &'a Input,
    graph: &'a Layered,
    ports: &'a Ports,
    x: &'a [f64],
    boxes: &'a [Rect],
    heights: &'a Heights,
}

impl Pen<'_> {
    /// Where the first link of a chain leaves its upper item.
    fn upper_end(&self, item: u32, k: u32) -> f64 {
        let i = item as usize;
        match self.graph.items[i].kind {
            // A line meets the header straight above where it comes from.
            Kind::Box(b) if self.input.boxes[b].slot => {
                let lower = self.graph.links[k as usize].lower as usize;
                let wish = self.x[lower] + self.ports.lower[k as usize];
                let r = &self.boxes[b];
                wish.clamp(r.x + 6.0, (r.x + r.width - 6.0).max(r.x + 6.0))
            }
            _ => self.x[i] + self.ports.upper[k as usize],
        }
    }

    fn lower_end(&self, item: u32, k: u32) -> f64 {
        self.x[item as usize] + self.ports.lower[k as usize]
    }

    /// A line down through its chain; `k` is its first link.
    fn line(&self, chain: &[u32], k: u32, label: Option<(f64, f64)>) -> (Route, Option<Rect>) {
        let bottom_of = |item: u32| {
            let layer = self.graph.items[item as usize].layer;
            self.heights.top[layer] + self.heights.height[layer]
        };
        let top_of = |item: u32| self.heights.top[self.graph.items[item as usize].layer];
        let (first, last) = (chain[0], chain[chain.len() - 1]);
        let start = Point {
            x: self.upper_end(first, k),
            y: self.boxes[first as usize].y + self.boxes[first as usize].height,
        };
        let mut route = Route {
            start,
            steps: Vec::with_capacity(chain.len() * 2),
            mark: start,
        };
        let mut rect = None;
        let mut at = start;
        let mut curves: Vec<(Point, Point)> = Vec::with_capacity(chain.len());
        for (j, pair) in chain.windows(2).enumerate() {
            upright(&mut route, &mut at, bottom_of(pair[0]));
            let end = Point {
                x: self.lower_end(pair[1], k + j as u32),
                y: top_of(pair[1]),
            };
            curves.push((at, end));
            bend(&mut route, &mut at, end);
            if let (Kind::Label(_), Some((w, h))) = (self.graph.items[pair[1] as usize].kind, label)
            {
                let layer = self.graph.items[pair[1] as usize].layer;
                let y = self.heights.top[layer] + (self.heights.height[layer] - h) / 2.0;
                rect = Some(Rect {
                    x: at.x + gap::LABEL,
                    y,
                    width: w,
                    height: h,
                });
                route.mark = Point {
                    x: at.x,
                    y: y + h / 2.0,
                };
            }
        }
        upright(&mut route, &mut at, self.boxes[last as usize].y);
        if rect.is_none() {
            let (a, b) = curves[curves.len() / 2];
            route.mark = Point {
                x: (a.x + b.x) / 2.0,
                y: (a.y + b.y) / 2.0,
            };
        }
        (route, rect)
    }

    /// A line between two boxes of one row, turning in the row of labels below.
    fn turn(&self, chain: &[u32], k: u32, label: Option<(f64, f64)>) -> (Route, Option<Rect>) {
        let (a, turn, b) = (chain[0], chain[1], chain[2]);
        let bottom = |i: u32| self.boxes[i as usize].y + self.boxes[i as usize].height;
        let layer = self.graph.items[a as usize].layer;
        let floor = self.heights.top[layer] + self.heights.height[layer];
        let start = Point {
            x: self.upper_end(a, k),
            y: bottom(a),
        };
        let end = Point {
            x: self.upper_end(b, k + 1),
            y: bottom(b),
        };
        let t = Point {
            x: self.x[turn as usize],
            y: self.heights.top[layer + 1],
        };
        let mut route = Route {
            start,
            steps: Vec::new(),
            mark: t,
        };
        let mut at = start;
        upright(&mut route, &mut at, floor);
        let towards = if end.x >= start.x { 1.0 } else { -1.0 };
        let lean = |from: f64| ((t.x - from).abs() * 0.4).max(6.0) * towards;
        route.steps.push(Segment::Curve(
            Point { x: at.x, y: t.y },
            Point {
                x: t.x - lean(start.x),
                y: t.y,
            },
            t,
        ));
        let up = Point { x: end.x, y: floor };
        route.steps.push(Segment::Curve(
            Point {
                x: t.x + lean(end.x),
                y: t.y,
            },
            Point { x: up.x, y: t.y },
            up,
        ));
        if (end.y - floor).abs() > 0.05 {
            route.steps.push(Segment::Line(end));
        }
        let rect = label.map(|(w, h)| Rect {
            x: t.x - w / 2.0,
            y: t.y + 6.0,
            width: w,
            height: h,
        });
        (route, rect)
    }

    /// A line from a box to itself, at its right side; `from` is where earlier loops end.
    fn turned_loop(
        &self,
        index: usize,
        from: f64,
        label: Option<(f64, f64)>,
    ) -> (Route, Option<Rect>) {
        let r = &self.boxes[index];
        let (right, middle) = (r.x + r.width, r.y + r.height / 2.0);
        let arm = (r.height / 2.0 - 6.0).clamp(2.0, 14.0 + from * 0.02);
        let out = right + from + 26.0;
        let start = Point {
            x: right,
            y: middle - arm,
        };
        let end = Point {
            x: right,
            y: middle + arm,
        };
        let far = Point {
            x: out - 6.0,
            y: middle,
        };
        let steps = vec![
            Segment::Curve(
                Point {
                    x: far.x - 6.0,
                    y: start.y,
                },
                Point {
                    x: far.x,
                    y: middle - arm * 0.8,
                },
                far,
            ),
            Segment::Curve(
                Point {
                    x: far.x,
                    y: middle + arm * 0.8,
                },
                Point {
                    x: far.x - 6.0,
                    y: end.y,
                },
                end,
            ),
        ];
        let rect = label.map(|(w, h)| Rect {
            x: far.x + 4.0,
            y: middle - h / 2.0,
            width: w,
            height: h,
        });
        (
            Route {
                start,
                steps,
                mark: far,
            },
            rect,
        )
    }
}

/// Runs upright to the height `y`; nothing where it is there already.
fn upright(route: &mut Route, at: &mut Point, y: f64) {
    if (y - at.y).abs() <= 0.05 {
        return;
    }
    let to = Point { x: at.x, y };
    // Two upright steps in a row are one.
    match route.steps.last_mut() {
        Some(Segment::Line(last)) if last.x == to.x => *last = to,
        _ => route.steps.push(Segment::Line(to)),
    }
    *at = to;
}

/// Crosses a gap between two rows.
fn bend(route: &mut Route, at: &mut Point, end: Point) {
    if (end.x - at.x).abs() < 0.3 {
        upright(route, at, end.y);
        at.x = end.x;
        return;
    }
    let middle = (at.y + end.y) / 2.0;
    route.steps.push(Segment::Curve(
        Point { x: at.x, y: middle },
        Point {
            x: end.x,
            y: middle,
        },
        end,
    ));
    *at = end;
}
