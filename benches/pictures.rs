//! Pictures against `dot`, in one run: time, crossings, overlaps.
//!
//!     cargo bench --bench pictures            # 100 and 300 boxes beside dot, 1,000 and 5,000 alone
//!     cargo bench --bench pictures -- 1000    # also 1,000 beside dot (it takes about half a minute)
//!
//! Time is from a diagram in memory to SVG text, labels included: median of several runs. `dot` is given boxes and labels of the same
//! size as ours (so no font of the machine matters) and is timed as a process, with `-Tjson0`.
//!
//! Crossings are counted the same way for both, from what is drawn: each line is its Bézier curves, cut into eight straight pieces a
//! curve; every point where pieces of two different lines meet counts, unless the two lines share a box. Where `dot` is missing its
//! columns are left out.

#![allow(clippy::print_stdout, clippy::unwrap_used, unreachable_pub, dead_code)]

mod pictures_graph;

use isnad::picture::layout::{self, Placement, Point, Segment};
use isnad::picture::{Diagram, Options, Size, Theme, graphviz, layout_input, svg};
use std::collections::HashMap;
use std::time::Instant;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let most = std::env::args()
        .filter_map(|a| a.parse::<usize>().ok())
        .max()
        .unwrap_or(300);
    println!(
        "boxes lines labels | svg ms (layout ms)  MB | crossings overlaps | dot s  crossings | ratio"
    );
    for (n, labels) in [
        (100, true),
        (300, true),
        (300, false),
        (1000, true),
        (1000, false),
        (5000, true),
        (5000, false),
    ] {
        let diagram = pictures_graph::claim_like(n, labels, 5);
        report(&diagram, labels, n <= most);
    }
}

fn report(diagram: &Diagram, labels: bool, beside_dot: bool) {
    let options = Options {
        size: Size::Unbounded,
        theme: Theme::Auto,
    };
    let input = layout_input(diagram, options.size).unwrap();
    let runs = if diagram.nodes.len() > 2000 { 3 } else { 9 };
    let whole = median(runs, || svg(diagram, options).unwrap().len());
    let inner = median(runs, || layout::place(&input).boxes.len());
    let bytes = svg(diagram, options).unwrap().len();
    let placed = layout::place(&input);
    // Above a thousand boxes there are millions, and counting them takes minutes.
    let ours = if diagram.nodes.len() <= 1000 {
        crossings(diagram, &placed)
    } else {
        0
    };
    print!(
        "{:5} {:5} {:6} | {:8.1} ({:6.1}) {:6.2} | {:9} {:8} |",
        diagram.nodes.len(),
        diagram.edges.len(),
        if labels { "yes" } else { "no" },
        whole * 1e3,
        inner * 1e3,
        bytes as f64 / 1e6,
        ours,
        overlaps(&placed)
    );
    if beside_dot {
        let start = Instant::now();
        match graphviz::place(&input, graphviz::run_dot) {
            Ok(dots) => {
                let took = start.elapsed().as_secs_f64();
                let theirs = crossings(diagram, &dots);
                print!(
                    " {took:6.2} {theirs:9} | {:.2}",
                    ours as f64 / theirs.max(1) as f64
                );
            }
            Err(error) => print!(" {error}"),
        }
    }
    println!();
}

fn median(runs: usize, mut work: impl FnMut() -> usize) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            assert!(std::hint::black_box(work()) > 0);
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

fn overlaps(placed: &Placement) -> usize {
    let mut all: Vec<_> = placed
        .boxes
        .iter()
        .chain(placed.labels.iter().flatten())
        .collect();
    all.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut count = 0;
    for (i, a) in all.iter().enumerate() {
        count += all[i + 1..]
            .iter()
            .take_while(|b| b.x < a.x + a.width)
            .filter(|b| a.overlaps(b))
            .count();
    }
    count
}

type Piece = (usize, Point, Point);

/// Meeting points of drawn lines that share no box.
fn crossings(diagram: &Diagram, placed: &Placement) -> usize {
    let mut pieces: Vec<Piece> = Vec::new();
    for (e, route) in placed.routes.iter().enumerate() {
        let mut at = route.start;
        for step in &route.steps {
            let steps = if matches!(step, Segment::Line(_)) {
                1
            } else {
                8
            };
            let from = at;
            for k in 1..=steps {
                let t = f64::from(k) / f64::from(steps);
                let to = match *step {
                    Segment::Line(p) => p,
                    Segment::Curve(a, b, p) => {
                        let f = |p0: f64, p1: f64, p2: f64, p3: f64| {
                            let u = 1.0 - t;
                            u * u * u * p0
                                + 3.0 * u * u * t * p1
                                + 3.0 * u * t * t * p2
                                + t * t * t * p3
                        };
                        Point {
                            x: f(from.x, a.x, b.x, p.x),
                            y: f(from.y, a.y, b.y, p.y),
                        }
                    }
                };
                pieces.push((e, at, to));
                at = to;
            }
        }
    }
    // A grid of cells; a pair of pieces is looked at in the first cell both are in.
    let cell = 60.0;
    let key = |v: f64| (v / cell).floor() as i64;
    let mut grid: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
    for (i, (_, a, b)) in pieces.iter().enumerate() {
        for cx in key(a.x.min(b.x))..=key(a.x.max(b.x)) {
            for cy in key(a.y.min(b.y))..=key(a.y.max(b.y)) {
                grid.entry((cx, cy)).or_default().push(i);
            }
        }
    }
    let ends = |e: usize| (&diagram.edges[e].from, &diagram.edges[e].to);
    let mut count = 0;
    for ((cx, cy), members) in &grid {
        for (k, &i) in members.iter().enumerate() {
            for &j in &members[k + 1..] {
                let ((e, a, b), (f, c, d)) = (pieces[i], pieces[j]);
                if e == f {
                    continue;
                }
                let ((a0, a1), (b0, b1)) = (ends(e), ends(f));
                if a0 == b0 || a0 == b1 || a1 == b0 || a1 == b1 {
                    continue;
                }
                if let Some(p) = meet(a, b, c, d)
                    && (key(p.x), key(p.y)) == (*cx, *cy)
                {
                    count += 1;
                }
            }
        }
    }
    count
}

fn meet(a: Point, b: Point, c: Point, d: Point) -> Option<Point> {
    let cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if cross.abs() < 1e-9 {
        return None;
    }
    let t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
    let u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / cross;
    // Half open, so that a crossing at a joint counts once.
    ((0.0..1.0).contains(&t) && (0.0..1.0).contains(&u)).then_some(Point {
        x: a.x + t * (b.x - a.x),
        y: a.y + t * (b.y - a.y),
    })
}
