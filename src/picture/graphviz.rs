//! Places from Graphviz, where it is on the machine and asked for. Only places: the picture is still drawn by us.
//!
//! `dot` is given boxes and labels of the size we measured, without words, so neither its fonts nor its text matter; of its answer
//! (`-Tjson0`) the positions, curves and cluster boxes are read. Running the program is the caller's: [`place`] takes a function;
//! [`run_dot`] is one that runs `dot`, and the only place in the pictures where a process is started.

use super::layout::{Input, Placement, Point, Rect, Route, Segment};
use serde_json::Value;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};
use thiserror::Error;

/// What can go wrong on the way through Graphviz.
#[derive(Debug, Error)]
pub enum GraphvizError {
    /// `dot` is not there or could not be started.
    #[error("Graphviz' dot could not be started: {0}")]
    Start(#[source] std::io::Error),
    /// `dot` ended with an error.
    #[error("Graphviz' dot failed: {0}")]
    Failed(String),
    /// Its answer is not what `-Tjson0` is documented to give.
    #[error("Graphviz' answer could not be read: {0}")]
    Answer(String),
}

/// Points a pixel: Graphviz counts 72 to the inch, and so do we.
const INCH: f64 = 72.0;

/// Asks Graphviz for places. `run` gets the DOT text and returns what `dot -Tjson0` writes.
///
/// # Errors
/// What `run` returns, or [`GraphvizError::Answer`].
pub fn place(
    input: &Input,
    run: impl FnOnce(&str) -> Result<String, GraphvizError>,
) -> Result<Placement, GraphvizError> {
    let answer = run(&request(input))?;
    read(input, &answer)
}

/// Runs `dot -Tjson0`, found on the PATH.
///
/// # Errors
/// When it cannot be started or ends with an error.
pub fn run_dot(dot: &str) -> Result<String, GraphvizError> {
    let mut child = Command::new("dot")
        .arg("-Tjson0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(GraphvizError::Start)?;
    let stdin = child.stdin.take();
    let stderr = child.stderr.take();
    let stdout = child.stdout.take();
    // All three pipes at once, or a full one would stop the program.
    let (sent, complaint, answer) = std::thread::scope(|scope| {
        let writer = scope.spawn(move || stdin.map_or(Ok(()), |mut s| s.write_all(dot.as_bytes())));
        let reader = scope.spawn(move || {
            let mut text = Vec::new();
            stderr
                .map_or(Ok(0), |mut s| s.read_to_end(&mut text))
                .map(|_| text)
        });
        let mut answer = Vec::new();
        let read = stdout
            .map_or(Ok(0), |mut s| s.read_to_end(&mut answer))
            .map(|_| answer);
        (writer.join(), reader.join(), read)
    });
    let status = child.wait().map_err(GraphvizError::Start)?;
    let answer = answer.map_err(|e| GraphvizError::Failed(e.to_string()))?;
    if !status.success() {
        let complaint = complaint.ok().and_then(Result::ok).unwrap_or_default();
        let first = String::from_utf8_lossy(&complaint)
            .lines()
            .next()
            .unwrap_or("no message")
            .to_owned();
        return Err(GraphvizError::Failed(first));
    }
    if let Ok(Err(error)) = sent {
        return Err(GraphvizError::Failed(error.to_string()));
    }
    String::from_utf8(answer).map_err(|e| GraphvizError::Answer(e.to_string()))
}

/// Whether a line is drawn from its `to` box down to its `from` box.
fn upwards(input: &Input, e: &super::layout::EdgeIn) -> bool {
    let rank = |i: usize| {
        if input.boxes[i].slot {
            Some(i32::MIN)
        } else {
            input.boxes[i].rank
        }
    };
    match (rank(e.from), rank(e.to)) {
        (Some(a), Some(b)) => a > b,
        (None, Some(i32::MIN)) => true,
        _ => false,
    }
}

/// The graph without words: sizes, ranks and clusters only.
fn request(input: &Input) -> String {
    let mut out = String::from(
        "digraph g {\n graph [newrank=true, nodesep=0.3, ranksep=0.6, splines=true];\n node [shape=box, fixedsize=true, label=\"\"];\n edge [dir=none];\n",
    );
    for (i, b) in input.boxes.iter().enumerate() {
        let _ = writeln!(
            out,
            " n{i} [width={:.4}, height={:.4}];",
            b.width / INCH,
            b.height / INCH
        );
    }
    for c in 0..input.clusters.len() {
        let members: Vec<String> = (0..input.boxes.len())
            .filter(|&i| input.boxes[i].cluster == Some(c))
            .map(|i| format!("n{i};"))
            .collect();
        if !members.is_empty() {
            // The label keeps room free for the name we write.
            let _ = writeln!(
                out,
                " subgraph cluster_{c} {{ label={}; margin=12; {} }}",
                room(input.clusters[c], 20.0),
                members.concat()
            );
        }
    }
    let mut ranks: std::collections::BTreeMap<i32, String> = std::collections::BTreeMap::new();
    for (i, b) in input.boxes.iter().enumerate() {
        if let Some(rank) = if b.slot { Some(i32::MIN) } else { b.rank } {
            let _ = write!(ranks.entry(rank).or_default(), "n{i}; ");
        }
    }
    for (at, (rank, members)) in ranks.iter().enumerate() {
        let kind = if *rank == i32::MIN { "min" } else { "same" };
        let _ = writeln!(
            out,
            " {{ rank={kind}; r{at} [width=0.01, height=0.01, style=invis]; {members}}}"
        );
        if at > 0 {
            let _ = writeln!(out, " r{} -> r{at} [style=invis];", at - 1);
        }
    }
    for (i, e) in input.edges.iter().enumerate() {
        let (a, b) = if upwards(input, e) {
            (e.to, e.from)
        } else {
            (e.from, e.to)
        };
        match e.label {
            Some((w, h)) => {
                let _ = writeln!(out, " n{a} -> n{b} [id=e{i}, label={}];", room(w + 6.0, h));
            }
            None => {
                let _ = writeln!(out, " n{a} -> n{b} [id=e{i}];");
            }
        }
    }
    out.push_str("}\n");
    out
}

/// A label that is only room.
fn room(width: f64, height: f64) -> String {
    format!(
        "<<TABLE BORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"{:.0}\" HEIGHT=\"{:.0}\"><TR><TD></TD></TR></TABLE>>",
        width.ceil().clamp(1.0, 60_000.0),
        height.ceil().clamp(1.0, 60_000.0)
    )
}

/// Reads the places out of `json0`.
fn read(input: &Input, answer: &str) -> Result<Placement, GraphvizError> {
    let bad = |what: &str| GraphvizError::Answer(what.to_owned());
    let json: Value = serde_json::from_str(answer).map_err(|e| bad(&e.to_string()))?;
    let bounds = numbers(json["bb"].as_str().unwrap_or(""));
    let &[x0, y0, x1, y1] = bounds.as_slice() else {
        return Err(bad("no bounding box"));
    };
    // Graphviz counts upwards.
    let point = |x: f64, y: f64| Point {
        x: x - x0,
        y: y1 - y,
    };
    let mut placed = Placement {
        boxes: vec![Rect::default(); input.boxes.len()],
        routes: vec![Route::default(); input.edges.len()],
        labels: vec![None; input.edges.len()],
        frames: vec![None; input.clusters.len()],
        width: x1 - x0,
        height: y1 - y0,
        ..Placement::default()
    };
    let mut seen = 0;
    for object in json["objects"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
    {
        let name = object["name"].as_str().unwrap_or("");
        if let Some(i) = name
            .strip_prefix('n')
            .and_then(|n| n.parse::<usize>().ok())
            .filter(|&i| i < input.boxes.len())
        {
            let at = numbers(object["pos"].as_str().unwrap_or(""));
            let &[x, y] = at.as_slice() else {
                return Err(bad("a box without a place"));
            };
            let (p, b) = (point(x, y), &input.boxes[i]);
            placed.boxes[i] = Rect {
                x: p.x - b.width / 2.0,
                y: p.y - b.height / 2.0,
                width: b.width,
                height: b.height,
            };
            seen += 1;
        } else if let Some(c) = name
            .strip_prefix("cluster_")
            .and_then(|n| n.parse::<usize>().ok())
            .filter(|&c| c < input.clusters.len())
            && let &[ax, ay, bx, by] = numbers(object["bb"].as_str().unwrap_or("")).as_slice()
        {
            let corner = point(ax, by);
            placed.frames[c] = Some(Rect {
                x: corner.x,
                y: corner.y,
                width: bx - ax,
                height: by - ay,
            });
        }
    }
    if seen != input.boxes.len() {
        return Err(bad("some boxes are missing"));
    }
    // Graphviz numbers lines in an order of its own; ours is in the id we gave them.
    let edges = json["edges"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut found = 0;
    for json in edges {
        let id = json["id"]
            .as_str()
            .and_then(|id| id.strip_prefix('e'))
            .and_then(|i| i.parse::<usize>().ok());
        let Some((i, edge)) = id.and_then(|i| Some((i, input.edges.get(i)?))) else {
            continue;
        };
        found += 1;
        let at = numbers(json["pos"].as_str().unwrap_or(""));
        let points: Vec<Point> = at.chunks_exact(2).map(|c| point(c[0], c[1])).collect();
        let Some((&start, rest)) = points
            .split_first()
            .filter(|(_, rest)| rest.len() >= 3 && rest.len() % 3 == 0)
        else {
            return Err(bad("a line without a curve"));
        };
        let steps: Vec<Segment> = rest
            .chunks_exact(3)
            .map(|c| Segment::Curve(c[0], c[1], c[2]))
            .collect();
        let mut route = Route {
            start,
            mark: points[points.len() / 2],
            steps,
        };
        if upwards(input, edge) {
            super::layout::reverse(&mut route);
        }
        if let (Some((w, h)), &[x, y]) = (
            edge.label,
            numbers(json["lp"].as_str().unwrap_or("")).as_slice(),
        ) {
            let p = point(x, y);
            placed.labels[i] = Some(Rect {
                x: p.x - w / 2.0,
                y: p.y - h / 2.0,
                width: w,
                height: h,
            });
        }
        placed.routes[i] = route;
    }
    if found != input.edges.len() {
        return Err(bad("some lines are missing"));
    }
    stretch_header(input, &mut placed);
    placed.bands = bands(input, &placed);
    Ok(placed)
}

/// Header compartments share one height, the bar's.
fn stretch_header(input: &Input, placed: &mut Placement) {
    let slots: Vec<usize> = (0..input.boxes.len())
        .filter(|&i| input.boxes[i].slot)
        .collect();
    let top = slots
        .iter()
        .map(|&i| placed.boxes[i].y)
        .fold(f64::INFINITY, f64::min);
    let bottom = slots
        .iter()
        .map(|&i| placed.boxes[i].y + placed.boxes[i].height)
        .fold(0.0, f64::max);
    if slots.is_empty() {
        return;
    }
    // Everything moves down if something got above the bar, which starts the picture.
    for i in slots {
        placed.boxes[i].y = top;
        placed.boxes[i].height = bottom - top;
    }
}

fn bands(input: &Input, placed: &Placement) -> Vec<(i32, f64, f64)> {
    let mut bands: std::collections::BTreeMap<i32, (f64, f64)> = std::collections::BTreeMap::new();
    for (b, r) in input
        .boxes
        .iter()
        .zip(&placed.boxes)
        .filter(|(b, _)| !b.slot)
    {
        if let Some(rank) = b.rank {
            let band = bands.entry(rank).or_insert((r.y, r.y + r.height));
            *band = (band.0.min(r.y), band.1.max(r.y + r.height));
        }
    }
    bands
        .into_iter()
        .map(|(rank, (top, bottom))| (rank, top, bottom))
        .collect()
}

/// The numbers in a position, arrow end points (`e,x,y`, `s,x,y`) left out.
fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace()
        .filter(|part| !part.starts_with(['e', 's']))
        .flat_map(|part| part.split(','))
        .filter_map(|n| n.parse::<f64>().ok())
        .filter(|n| n.is_finite())
        .collect()
}
