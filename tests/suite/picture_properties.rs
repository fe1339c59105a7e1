//! What holds of every picture, whatever is in it.

use isnad::picture::layout::{self, Placement, Segment};
use isnad::picture::{
    Cluster, Colour, Diagram, Direction, Edge, Head, KeyEntry, Line, Node, Options, PartWords, Row,
    Shape, Size, Slot, Stroke, Theme, dot, layout_input, split, svg,
};
use proptest::prelude::*;

/// Words as they come: Arabic, Latin, both, and things meant to break a picture.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[\u{0621}-\u{064A} ]{0,40}",
        3 => "[a-zA-Z0-9 @/.-]{0,60}",
        2 => "[\u{0621}-\u{064A}a-z0-9()«» .-]{0,50}",
        1 => "\\PC{0,30}",
        1 => any::<String>(),
        1 => Just("<script>alert(1)</script> ]]> &amp; \" '".to_owned()),
        1 => Just("\u{202E}\u{2066}\0\u{FFFF}reversed\u{2069}".to_owned()),
        1 => "[a-z]{100,300}",
    ]
}

fn line() -> impl Strategy<Value = Line> {
    (
        text(),
        prop_oneof![Just("ar"), Just("en"), Just("")],
        any::<bool>(),
        0..3u8,
    )
        .prop_map(|(text, lang, title, direction)| Line {
            direction: [None, Some(Direction::Ltr), Some(Direction::Rtl)][direction as usize],
            ..if title {
                Line::title(text, lang)
            } else {
                Line::small(text, lang)
            }
        })
}

fn colour() -> impl Strategy<Value = Colour> {
    prop_oneof![
        Just(Colour::Neutral),
        Just(Colour::Affirms),
        Just(Colour::Denies),
        Just(Colour::Reports),
        Just(Colour::Doubts),
        Just(Colour::Muted)
    ]
}

fn stroke() -> impl Strategy<Value = Stroke> {
    prop_oneof![
        Just(Stroke::Solid),
        Just(Stroke::Dashed),
        Just(Stroke::Dotted),
        Just(Stroke::Double)
    ]
}

fn node(clusters: usize) -> impl Strategy<Value = Node> {
    let shape = prop_oneof![
        Just(Shape::Box),
        Just(Shape::Pill),
        Just(Shape::Sheet),
        Just(Shape::Plain)
    ];
    (
        prop::option::of(-3..5i32),
        prop::option::of(0..clusters.max(1)),
        prop::collection::vec(line(), 0..4),
        prop::collection::vec(line(), 0..2),
        (shape, stroke(), any::<bool>(), colour()),
        (text(), prop::option::of(text())),
    )
        .prop_map(
            move |(
                rank,
                cluster,
                lines,
                folded,
                (shape, outline, draft, colour),
                (tooltip, href),
            )| Node {
                rank,
                cluster: cluster.filter(|_| clusters > 0).map(|c| format!("k{c}")),
                lines,
                folded,
                shape,
                outline,
                draft,
                colour,
                tooltip,
                href,
                ..Node::default()
            },
        )
}

/// A diagram that holds together; everything else about it is free.
fn diagram() -> impl Strategy<Value = Diagram> {
    (1..14usize, 0..4usize, 0..4usize).prop_flat_map(|(nodes, slots, clusters)| {
        let ends = nodes + slots;
        let head = prop_oneof![
            Just(Head::None),
            Just(Head::Arrow),
            Just(Head::Bar),
            Just(Head::Circle),
            Just(Head::Diamond)
        ];
        let edge = (
            0..ends,
            0..ends,
            stroke(),
            any::<bool>(),
            prop::option::of(line()),
            head,
            colour(),
            text(),
        );
        (
            prop::collection::vec(node(clusters), nodes),
            prop::collection::vec((line(), colour()), slots),
            prop::collection::vec((line(), colour()), clusters),
            prop::collection::vec(edge, 0..24),
            (
                prop::collection::vec(line(), 0..3),
                line(),
                line(),
                any::<bool>(),
                text(),
            ),
        )
            .prop_map(
                |(mut nodes, slots, clusters, edges, (title, small, row, rtl, id))| {
                    // Ids are hostile too, but unique.
                    let name = |i: usize| format!("{i} \"<&{id}");
                    nodes
                        .iter_mut()
                        .enumerate()
                        .for_each(|(i, n)| n.id = name(i));
                    let count = nodes.len();
                    let slot = |(i, (l, colour)): (usize, (Line, Colour))| Slot {
                        id: name(count + i),
                        lines: vec![l],
                        colour,
                        ..Slot::default()
                    };
                    let edge = |(from, to, stroke, crossed_out, label, head, colour, tooltip): (
                        usize,
                        usize,
                        _,
                        _,
                        _,
                        _,
                        _,
                        _,
                    )| Edge {
                        from: name(from),
                        to: name(to),
                        stroke,
                        crossed_out,
                        label,
                        head,
                        colour,
                        tooltip,
                    };
                    let cluster = |(i, (label, colour)): (usize, (Line, Colour))| Cluster {
                        id: format!("k{i}"),
                        label,
                        colour,
                        ..Cluster::default()
                    };
                    Diagram {
                        direction: if rtl { Direction::Rtl } else { Direction::Ltr },
                        subtitle: vec![small.clone()],
                        title,
                        header: slots.into_iter().enumerate().map(slot).collect(),
                        nodes,
                        // Two slots are never joined.
                        edges: edges
                            .into_iter()
                            .filter(|e| e.0 < count || e.1 < count)
                            .map(edge)
                            .collect(),
                        clusters: clusters.into_iter().enumerate().map(cluster).collect(),
                        rows: vec![Row {
                            rank: 1,
                            label: row,
                        }],
                        key: vec![KeyEntry {
                            label: small.clone(),
                            crossed_out: true,
                            ..KeyEntry::default()
                        }],
                        foot: vec![small],
                        description: id.clone(),
                        id,
                    }
                },
            )
    })
}

fn sizes() -> impl Strategy<Value = Size> {
    prop_oneof![Just(Size::Narrow), Just(Size::Wide), Just(Size::Unbounded)]
}

/// Boxes apart, labels apart, nothing outside, lines only in gaps.
fn check_places(placed: &Placement, clusters: &[Option<usize>]) -> Result<(), TestCaseError> {
    let all: Vec<_> = placed
        .boxes
        .iter()
        .chain(placed.labels.iter().flatten())
        .collect();
    for (i, a) in all.iter().enumerate() {
        prop_assert!(
            [a.x, a.y, a.width, a.height].iter().all(|v| v.is_finite()),
            "{a:?}"
        );
        prop_assert!(
            a.x >= -0.01
                && a.y >= -0.01
                && a.x + a.width <= placed.width + 0.01
                && a.y + a.height <= placed.height + 0.01,
            "{a:?} is outside"
        );
        for b in &all[i + 1..] {
            prop_assert!(!a.overlaps(b), "{a:?} overlaps {b:?}");
        }
    }
    for (c, frame) in placed.frames.iter().enumerate() {
        let Some(frame) = frame else { continue };
        for other in placed.frames[c + 1..].iter().flatten() {
            prop_assert!(
                !frame.overlaps(other),
                "frames overlap: {frame:?} {other:?}"
            );
        }
        for (b, of) in placed.boxes.iter().zip(clusters) {
            if *of == Some(c) {
                prop_assert!(
                    b.x >= frame.x && b.x + b.width <= frame.x + frame.width,
                    "{b:?} leaves {frame:?}"
                );
            } else {
                prop_assert!(!frame.overlaps(b), "{b:?} reaches into {frame:?}");
            }
        }
    }
    for route in &placed.routes {
        let mut points = vec![route.start];
        points.extend(route.steps.iter().map(Segment::end));
        prop_assert!(points.iter().all(|p| p.x.is_finite() && p.y.is_finite()));
    }
    Ok(())
}

/// Points along every line, its ends left out.
fn along(placed: &Placement, e: usize) -> Vec<(f64, f64)> {
    let route = &placed.routes[e];
    let mut at = route.start;
    let mut out = Vec::new();
    for step in &route.steps {
        for k in 1..10 {
            let t = f64::from(k) / 10.0;
            let u = 1.0 - t;
            out.push(match *step {
                Segment::Line(p) => (at.x * u + p.x * t, at.y * u + p.y * t),
                Segment::Curve(a, b, p) => (
                    u * u * u * at.x
                        + 3.0 * u * u * t * a.x
                        + 3.0 * u * t * t * b.x
                        + t * t * t * p.x,
                    u * u * u * at.y
                        + 3.0 * u * u * t * a.y
                        + 3.0 * u * t * t * b.y
                        + t * t * t * p.y,
                ),
            });
        }
        at = step.end();
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_and_no_line_runs_through_a_box(d in diagram(), size in sizes()) {
        let input = layout_input(&d, size).expect("the generator makes whole diagrams");
        let placed = layout::place(&input);
        let clusters: Vec<_> = input.boxes.iter().map(|b| b.cluster).collect();
        check_places(&placed, &clusters)?;
        for (e, edge) in input.edges.iter().enumerate() {
            for (x, y) in along(&placed, e) {
                for (i, b) in placed.boxes.iter().enumerate().filter(|(i, _)| *i != edge.from && *i != edge.to) {
                    let inside = x > b.x + 0.2 && x < b.x + b.width - 0.2 && y > b.y + 0.2 && y < b.y + b.height - 0.2;
                    prop_assert!(!inside, "line {e} runs through box {i} at {x},{y}: {b:?}");
                }
                for (f, l) in placed.labels.iter().enumerate().filter(|(f, _)| *f != e) {
                    let Some(l) = l else { continue };
                    // Loops lie beside their box, where only their own box's other loops can be.
                    let loops = edge.from == edge.to && input.edges[f].from == edge.from && input.edges[f].to == edge.to;
                    let inside = x > l.x + 0.2 && x < l.x + l.width - 0.2 && y > l.y + 0.2 && y < l.y + l.height - 0.2;
                    prop_assert!(loops || !inside, "line {e} runs through the label of {f} at {x},{y}: {l:?}");
                }
            }
        }
    }

    #[test]
    fn the_picture_is_well_formed_and_the_same_each_time(d in diagram(), size in sizes(), dark in any::<bool>()) {
        let options = Options { size, theme: if dark { Theme::Dark } else { Theme::Auto } };
        let drawn = svg(&d, options).expect("the generator makes whole diagrams");
        prop_assert_eq!(&drawn, &svg(&d, options).expect("as before"));
        let parsed = roxmltree::Document::parse(&drawn).map_err(|e| TestCaseError::fail(e.to_string()))?;
        // Words may say "NaN"; numbers may not.
        let numbers = ["d", "x", "y", "width", "height", "viewBox", "points", "cx", "cy", "r", "transform"];
        for number in parsed.descendants().flat_map(|n| n.attributes()).filter(|a| numbers.contains(&a.name())) {
            prop_assert!(!number.value().contains("NaN") && !number.value().contains("inf"), "{}", number.value());
        }
        prop_assert!(!drawn.contains("<script"));
        let hidden = drawn.contains(char::from_u32(0x202E).unwrap_or(' ')) || drawn.contains(char::from(0));
        prop_assert!(!hidden);
        let boxes = parsed.descendants().filter(|n| n.attribute("class") == Some("node"));
        let mut ids: Vec<_> = boxes.filter_map(|n| n.attribute("id")).collect();
        prop_assert_eq!(ids.len(), d.nodes.len());
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), d.nodes.len());
        for a in parsed.descendants().filter(|n| n.has_tag_name("a")) {
            let href = a.attribute("href").unwrap_or("");
            prop_assert!(!href.split(['#', '?']).next().unwrap_or("").contains(':') && !href.starts_with("//"), "{href}");
        }
        check_words(&parsed)?;
    }

    #[test]
    fn dot_is_read_back(d in diagram()) {
        let written = dot(&d).expect("the generator makes whole diagrams");
        let quotes = written.replace("\\\\", "").replace("\\\"", "").matches('"').count();
        prop_assert_eq!(quotes % 2, 0, "{}", written);
        prop_assert!(graphviz_rust::parse(&written).is_ok(), "{:?}\n{}", graphviz_rust::parse(&written).err(), written);
    }

    #[test]
    fn parts_hold_every_box_once_and_every_line(d in diagram(), max in 1..6usize) {
        let words = PartWords {
            part: &|n, of| Line::small(format!("part {n} of {of}"), "en"),
            continues: &|n| Line::small(format!("continues in part {n}"), "en"),
            more: &|count, n| Line::small(format!("{count} more in part {n}"), "en"),
            href: &|n, _| Some(format!("part-{n}.svg")),
        };
        let parts = split(&d, max, &words);
        let mut found: Vec<_> = Vec::new();
        for part in &parts {
            prop_assert_eq!(part.check(), Ok(()));
            let own: Vec<_> = part.nodes.iter().filter(|n| !n.id.starts_with("elsewhere ")).map(|n| n.id.clone()).collect();
            prop_assert!(own.len() <= max.max(1));
            found.extend(own);
        }
        found.sort();
        let mut all: Vec<_> = d.nodes.iter().map(|n| n.id.clone()).collect();
        all.sort();
        prop_assert_eq!(found, all);
        // A line within a part is drawn as it is; what is cut is told of in both parts.
        for edge in &d.edges {
            let here = |id: &String| parts.iter().position(|p| p.nodes.iter().any(|n| &n.id == id));
            let (a, b) = (here(&edge.from), here(&edge.to));
            for p in [a, b].into_iter().flatten() {
                let whole = a == b || a.is_none() || b.is_none();
                let found = parts[p].edges.iter().any(|e| if whole { e == edge } else { e.from == edge.from || e.to == edge.to });
                prop_assert!(found, "{:?} is not in part {}", edge, p);
            }
        }
    }
}

/// Every line of a box stands inside its frame, by our own measures.
fn check_words(parsed: &roxmltree::Document<'_>) -> Result<(), TestCaseError> {
    let number = |n: roxmltree::Node<'_, '_>, name: &str| {
        n.attribute(name).and_then(|v| v.parse::<f64>().ok())
    };
    for node in parsed
        .descendants()
        .filter(|n| n.attribute("class") == Some("node"))
    {
        let Some(frame) = node.children().find(|n| n.has_tag_name("rect")) else {
            continue;
        };
        // A sheet is a path and a remark has no frame; the strip below is a frame of its own.
        if node.children().any(|n| n.has_tag_name("path"))
            || node.children().filter(|n| n.has_tag_name("rect")).count() > 1
        {
            continue;
        }
        let (Some(x), Some(w)) = (number(frame, "x"), number(frame, "width")) else {
            continue;
        };
        for text in node.children().filter(|n| n.has_tag_name("text")) {
            let (Some(middle), Some(size)) = (number(text, "x"), number(text, "font-size")) else {
                continue;
            };
            let weight = if text.attribute("font-weight").is_some() {
                isnad::picture::widths::Weight::Bold
            } else {
                isnad::picture::widths::Weight::Regular
            };
            let half = isnad::picture::widths::width(text.text().unwrap_or(""), size, weight) / 2.0;
            prop_assert!(
                middle - half >= x - 0.2 && middle + half <= x + w + 0.2,
                "{:?} leaves its box",
                text.text()
            );
        }
    }
    Ok(())
}
