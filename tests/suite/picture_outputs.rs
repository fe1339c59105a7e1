//! Pictures of known content: bounds on hostile text, Graphviz' places, parts of a large graph, errors.

#[allow(unreachable_pub, dead_code)]
#[path = "../../benches/pictures_graph.rs"]
mod graph;
use super::picture_fixture;

use isnad::picture::graphviz::{self, GraphvizError};
use isnad::picture::{
    Diagram, DiagramError, Direction, Edge, Line, Node, Options, PartWords, PictureError, Size,
    Slot, Theme, dot, layout, layout_input, split, svg, svg_with_graphviz,
};
use std::time::{Duration, Instant};

fn node(id: &str, text: &str) -> Node {
    Node {
        id: id.into(),
        lines: vec![Line::title(text, "")],
        ..Node::default()
    }
}

fn edge(from: &str, to: &str) -> Edge {
    Edge {
        from: from.into(),
        to: to.into(),
        ..Edge::default()
    }
}

#[test]
fn a_ten_megabyte_line_costs_little_and_is_cut() {
    let long = "قول طويل ".repeat(10 << 20 >> 4);
    assert!(long.len() > 10_000_000);
    let mut d = Diagram {
        nodes: vec![node("a", &long)],
        title: vec![Line::title(&long, "ar")],
        foot: vec![Line::small(&long, "ar")],
        ..Diagram::default()
    };
    d.nodes[0].tooltip.clone_from(&long);
    let start = Instant::now();
    let drawn = svg(&d, Options::default()).expect("it holds together");
    assert!(
        start.elapsed() < Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
    assert!(drawn.len() < 40_000, "{}", drawn.len());
    assert!(dot(&d).expect("it holds together").len() < 40_000);
}

#[test]
fn scripts_and_overrides_do_no_harm() {
    let hostile = "<script>alert(1)</script>]]><!-- \u{202E}\u{2066}\0 \"' &";
    let mut d = Diagram {
        id: hostile.into(),
        nodes: vec![node(hostile, hostile)],
        ..Diagram::default()
    };
    d.nodes[0].href = Some("javascript:alert(1)".into());
    d.nodes[0].tooltip = hostile.into();
    d.nodes[0].lines[0].lang = hostile.into();
    let drawn = svg(&d, Options::default()).expect("it holds together");
    assert!(roxmltree::Document::parse(&drawn).is_ok());
    for bad in ["<script", "javascript", "\u{202E}", "\0", "]]>", "<!--"] {
        assert!(!drawn.contains(bad), "{bad:?} in {drawn}");
    }
}

#[test]
fn right_to_left_lines_carry_all_three_signs() {
    let drawn =
        svg(&picture_fixture::isnad_diagram(true), Options::default()).expect("it holds together");
    let parsed = roxmltree::Document::parse(&drawn).expect("well-formed");
    let mut seen = 0;
    for text in parsed.descendants().filter(|n| n.has_tag_name("text")) {
        let words = text.text().unwrap_or("");
        let arabic = words
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(|c| ('\u{0600}'..='\u{06FF}').contains(&c));
        if arabic {
            assert!(
                words.starts_with('\u{2067}') && words.ends_with('\u{2069}'),
                "{words}"
            );
            assert_eq!(text.attribute("direction"), Some("rtl"), "{words}");
            assert_eq!(text.attribute("text-anchor"), Some("middle"), "{words}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn the_mirrored_edition_is_the_mirror_image() {
    let mut d = picture_fixture::isnad_diagram(false);
    let frames = |d: &Diagram| -> (f64, Vec<(f64, f64)>) {
        let drawn = svg(d, Options::default()).expect("it holds together");
        let parsed = roxmltree::Document::parse(&drawn).expect("well-formed");
        let number = |n: roxmltree::Node<'_, '_>, name: &str| {
            n.attribute(name)
                .and_then(|v| v.parse::<f64>().ok())
                .unwrap_or(f64::NAN)
        };
        let width = number(parsed.root_element(), "width");
        let nodes = parsed
            .descendants()
            .filter(|n| n.attribute("class") == Some("node"));
        let rects = nodes.filter_map(|n| n.children().find(|c| c.has_tag_name("rect")));
        (
            width,
            rects
                .map(|r| (number(r, "x"), number(r, "width")))
                .collect(),
        )
    };
    let (width, plain) = frames(&d);
    d.direction = Direction::Rtl;
    let (_, mirrored) = frames(&d);
    assert!(plain.len() > 8);
    for ((x, w), (y, v)) in plain.iter().zip(&mirrored) {
        assert!(
            (width - x - w - y).abs() < 0.3 && (w - v).abs() < 0.3,
            "{x}+{w} against {y}+{v} of {width}"
        );
    }
}

#[test]
fn the_narrow_edition_fits_a_telephone() {
    for arabic in [false, true] {
        let options = Options {
            size: Size::Narrow,
            theme: Theme::Light,
        };
        let drawn =
            svg(&picture_fixture::isnad_diagram(arabic), options).expect("it holds together");
        let parsed = roxmltree::Document::parse(&drawn).expect("well-formed");
        let width: f64 = parsed
            .root_element()
            .attribute("width")
            .and_then(|w| w.parse().ok())
            .expect("a width");
        assert!(width <= 430.0, "{width}");
        let sizes = parsed
            .descendants()
            .filter_map(|n| n.attribute("font-size"))
            .filter_map(|s| s.parse::<f64>().ok());
        assert!(sizes.fold(f64::INFINITY, f64::min) >= 11.0);
    }
}

#[test]
fn given_rows_are_kept() {
    let d = picture_fixture::isnad_diagram(false);
    let placed = layout::place(&layout_input(&d, Size::Unbounded).expect("it holds together"));
    let middle = |id: &str| {
        let at = d
            .nodes
            .iter()
            .position(|n| n.id == id)
            .expect("a node of the fixture")
            + d.header.len();
        placed.boxes[at].y + placed.boxes[at].height / 2.0
    };
    assert_eq!(middle("s1"), middle("s6"));
    assert!(
        middle("s1") < middle("sada")
            && middle("sada") < middle("close")
            && middle("close") < middle("whoever")
    );
}

#[test]
fn few_lines_cross_in_the_signature_picture() {
    let d = picture_fixture::isnad_diagram(false);
    let placed = layout::place(&layout_input(&d, Size::Wide).expect("it holds together"));
    assert_eq!(placed.crossings, 0);
}

/// What `dot -Tjson0` wrote for the request, shortened; so the reader is tested where Graphviz is not installed.
const ANSWER: &str = r#"{"bb":"0,0,100,200","objects":[
 {"_gvid":0,"name":"n0","pos":"50,180"},{"_gvid":1,"name":"n1","pos":"50,20"}],
 "edges":[{"_gvid":7,"id":"e0","tail":0,"head":1,"pos":"e,50,40 50,160 50,120 50,80 50,44"}]}"#;

#[test]
fn places_are_read_from_json0() {
    let d = Diagram {
        nodes: vec![node("a", "one"), node("b", "two")],
        edges: vec![edge("a", "b")],
        ..Diagram::default()
    };
    let input = layout_input(&d, Size::Unbounded).expect("it holds together");
    let placed = graphviz::place(&input, |request| {
        assert!(
            request.starts_with("digraph") && request.contains("n0 -> n1"),
            "{request}"
        );
        Ok(ANSWER.to_owned())
    })
    .expect("the answer is whole");
    assert_eq!(placed.boxes[0].y + placed.boxes[0].height / 2.0, 20.0);
    assert_eq!(placed.boxes[1].y + placed.boxes[1].height / 2.0, 180.0);
    assert_eq!(
        (placed.routes[0].start.x, placed.routes[0].start.y),
        (50.0, 40.0)
    );
    for broken in [
        "",
        "{}",
        "[]",
        r#"{"bb":"0,0,1,1"}"#,
        r#"{"bb":"0,0,1,1","objects":[{"name":"n0","pos":"x"},{"name":"n1","pos":"1,1"}]}"#,
    ] {
        assert!(
            matches!(
                graphviz::place(&input, |_| Ok(broken.to_owned())),
                Err(GraphvizError::Answer(_))
            ),
            "{broken}"
        );
    }
    let missing = svg_with_graphviz(&d, Options::default(), |_| {
        Err(GraphvizError::Failed("no".into()))
    });
    assert!(matches!(
        missing,
        Err(PictureError::Graphviz(GraphvizError::Failed(_)))
    ));
}

#[test]
fn lines_are_told_apart_however_graphviz_numbers_them() {
    let d = Diagram {
        nodes: vec![node("a", "one"), node("b", "two")],
        edges: vec![edge("a", "b"), edge("b", "a")],
        ..Diagram::default()
    };
    let input = layout_input(&d, Size::Unbounded).expect("it holds together");
    let answer = r#"{"bb":"0,0,100,200","objects":[{"name":"n0","pos":"50,180"},{"name":"n1","pos":"50,20"}],
     "edges":[{"_gvid":0,"id":"e1","pos":"70,40 70,80 70,120 70,160"},{"_gvid":1,"id":"e0","pos":"30,160 30,120 30,80 30,40"}]}"#;
    let placed = graphviz::place(&input, |_| Ok(answer.to_owned())).expect("the answer is whole");
    assert_eq!(
        (placed.routes[0].start.x, placed.routes[1].start.x),
        (30.0, 70.0)
    );
}

#[test]
fn five_hundred_boxes_become_legible_parts() {
    let d = graph::claim_like(500, true, 7);
    let words = PartWords {
        part: &|n, of| Line::small(format!("part {n} of {of}"), "en"),
        continues: &|n| Line::small(format!("continues in part {n}"), "en"),
        more: &|count, n| Line::small(format!("{count} more in part {n}"), "en"),
        href: &|n, id| Some(format!("bench-{n}.svg#bench-{n}-{id}")),
    };
    let parts = split(&d, 60, &words);
    assert_eq!(parts.len(), 9);
    for part in &parts {
        assert_eq!(part.check(), Ok(()));
        let own = part
            .nodes
            .iter()
            .filter(|n| !n.id.starts_with("elsewhere "))
            .count();
        assert!(
            part.nodes.len() < own * 3,
            "{} remarks for {own} boxes",
            part.nodes.len() - own
        );
        assert!(svg(part, Options::default()).is_ok());
    }
}

#[test]
fn what_does_not_hold_together_is_refused() {
    let base = Diagram {
        nodes: vec![node("a", "one")],
        header: vec![Slot {
            id: "h".into(),
            ..Slot::default()
        }],
        ..Diagram::default()
    };
    let with = |change: &dyn Fn(&mut Diagram)| {
        let mut d = base.clone();
        change(&mut d);
        d.check()
    };
    assert_eq!(with(&|_| ()), Ok(()));
    assert_eq!(
        with(&|d| d.nodes.push(node("h", "two"))),
        Err(DiagramError::DuplicateId("h".into()))
    );
    assert_eq!(
        with(&|d| d.edges.push(edge("a", "z"))),
        Err(DiagramError::UnknownEnd("z".into()))
    );
    assert_eq!(
        with(&|d| d.nodes[0].cluster = Some("k".into())),
        Err(DiagramError::UnknownCluster("k".into()))
    );
    assert_eq!(
        with(&|d| d.edges.push(edge("h", "h"))),
        Err(DiagramError::BetweenSlots("h".into(), "h".into()))
    );
}

#[test]
fn an_empty_diagram_is_a_picture_too() {
    for size in [Size::Narrow, Size::Wide, Size::Unbounded] {
        let drawn = svg(
            &Diagram::default(),
            Options {
                size,
                theme: Theme::Auto,
            },
        )
        .expect("it holds together");
        assert!(roxmltree::Document::parse(&drawn).is_ok());
    }
}
