//! Claim-like graphs of any size, for the benchmarks of pictures and whoever else needs one.
//!
//! Fifteen in a hundred boxes are entities, ten are articles, five are speakers, the rest are claims. Each claim has a speaker, an
//! article, one or two entities, and one in four bears on another claim of its neighbourhood: about 2.6 lines a box. Speakers and
//! entities are drawn by a Zipf-like law, so a few are hubs. Half the names are Arabic. The same size and seed give the same graph.

use isnad::picture::{Colour, Diagram, Edge, Head, Line, Node, Shape, Stroke};

/// A small generator of random numbers (xorshift*), so that the graphs depend on no crate's version.
pub struct Random(u64);

impl Random {
    /// Any seed but zero.
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Below `n`, evenly.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.next() >> 11) as usize) % n.max(1)
    }

    /// Between 0 and 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Below `n`, small numbers far more often: Pareto with exponent 0.8.
    pub fn hub(&mut self, n: usize) -> usize {
        let draw = (1.0 - self.unit()).powf(-1.0 / 0.8);
        (draw as usize - 1).min(n - 1)
    }
}

/// A graph of `n` boxes; with `labels` every line has words beside it.
pub fn claim_like(n: usize, labels: bool, seed: u64) -> Diagram {
    let mut random = Random::new(seed);
    let (entities, articles, speakers) = ((n * 15 / 100).max(1), (n / 10).max(1), (n / 20).max(1));
    let claims = n.saturating_sub(entities + articles + speakers).max(1);
    let mut d = Diagram {
        id: "bench".into(),
        title: vec![Line::title("A graph of claims", "en")],
        ..Diagram::default()
    };
    let mut node = |kind: char, i: usize, en: &str, ar: &str, shape: Shape| {
        let line = if i.is_multiple_of(2) {
            Line::title(format!("{en} {i}"), "en")
        } else {
            Line::title(format!("{ar} {i}"), "ar")
        };
        d.nodes.push(Node {
            id: format!("{kind}{i}"),
            lines: vec![line],
            shape,
            ..Node::default()
        });
    };
    (0..speakers).for_each(|i| node('s', i, "Spokesperson", "متحدث", Shape::Pill));
    (0..claims).for_each(|i| node('c', i, "claim abbreviated", "قول موجز", Shape::Box));
    (0..articles).for_each(|i| node('a', i, "Article headline", "عنوان خبر", Shape::Sheet));
    (0..entities).for_each(|i| node('e', i, "Entity name", "اسم كيان", Shape::Pill));
    let mut edge =
        |from: String, to: String, label: &str, stroke: Stroke, head: Head, colour: Colour| {
            let label = labels.then(|| Line::small(label, "en"));
            d.edges.push(Edge {
                from,
                to,
                label,
                stroke,
                head,
                colour,
                ..Edge::default()
            });
        };
    for i in 0..claims {
        let story = i * articles / claims;
        edge(
            format!("s{}", random.hub(speakers)),
            format!("c{i}"),
            "said",
            Stroke::Solid,
            Head::Arrow,
            Colour::Neutral,
        );
        edge(
            format!("c{i}"),
            format!("a{story}"),
            "in",
            Stroke::Solid,
            Head::None,
            Colour::Muted,
        );
        for _ in 0..1 + usize::from(random.unit() < 0.5) {
            edge(
                format!("c{i}"),
                format!("e{}", random.hub(entities)),
                "about",
                Stroke::Dotted,
                Head::None,
                Colour::Muted,
            );
        }
        if i > 0 && random.unit() < 0.25 {
            let other = i.saturating_sub(1 + random.below(7));
            let (label, head, colour) = match random.below(2) {
                0 => ("supports", Head::Arrow, Colour::Affirms),
                _ => ("contradicts", Head::Bar, Colour::Denies),
            };
            edge(
                format!("c{i}"),
                format!("c{other}"),
                label,
                Stroke::Solid,
                head,
                colour,
            );
        }
    }
    d
}
