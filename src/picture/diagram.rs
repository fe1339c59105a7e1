//! What a picture is made of: plain data, every text ready to be read.
//!
//! A [`Diagram`] knows nothing of cases. It says which boxes there are, in which row, what is written in them and which lines join
//! them; how wide the words are, where the boxes go and how they are drawn is decided by the modules beside this one.

use std::collections::BTreeSet;
use thiserror::Error;

/// Reading direction, of a line of text or of a whole edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left. Of a whole picture: mirrored, so that what comes first stands at the right.
    Rtl,
}

/// How large and heavy a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Role {
    /// The name of the thing: bold, 14 px.
    #[default]
    Title,
    /// What is said about it: 12 px.
    Small,
}

/// One logical line of text; it is wrapped where it does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Line {
    /// The words. Controls and bidirectional controls are stripped before drawing.
    pub text: String,
    /// BCP 47 tag for `xml:lang`; empty where it is not known.
    pub lang: String,
    /// Direction of the line; `None`: that of its first strong letter.
    pub direction: Option<Direction>,
    /// Size and weight.
    pub role: Role,
}

impl Line {
    /// A bold line in the language `lang` (BCP 47).
    pub fn title(text: impl Into<String>, lang: impl Into<String>) -> Self {
        Line {
            text: text.into(),
            lang: lang.into(),
            direction: None,
            role: Role::Title,
        }
    }

    /// A small line in the language `lang` (BCP 47).
    pub fn small(text: impl Into<String>, lang: impl Into<String>) -> Self {
        Line {
            text: text.into(),
            lang: lang.into(),
            direction: None,
            role: Role::Small,
        }
    }
}

/// What a colour means. Each comes with another sign beside it (dash, arrowhead, words); the hues are in `palette`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Colour {
    /// Ink: neither for nor against.
    #[default]
    Neutral,
    /// Says so (blue).
    Affirms,
    /// Denies (vermilion).
    Denies,
    /// Passes on without vouching (grey).
    Reports,
    /// Doubts, or cannot confirm (purple).
    Doubts,
    /// Of little weight here: what continues elsewhere, or is not counted.
    Muted,
}

/// The form of a box, so that kinds differ without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Shape {
    /// A box with slightly rounded corners.
    #[default]
    Box,
    /// Fully rounded sides: people and groups.
    Pill,
    /// A sheet with a folded corner: documents.
    Sheet,
    /// No frame: a remark or a cross-reference.
    Plain,
}

/// How a frame or line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Stroke {
    /// Unbroken.
    #[default]
    Solid,
    /// Dashes: undisclosed, or passed on only.
    Dashed,
    /// Dots: unknown.
    Dotted,
    /// Two lines: a source every chain runs through. On an edge it is drawn solid.
    Double,
}

/// What stands at the `to` end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Head {
    /// Nothing.
    #[default]
    None,
    /// A filled triangle: affirms, or simply "towards".
    Arrow,
    /// A bar across: denies.
    Bar,
    /// An open circle: reports.
    Circle,
    /// An open diamond: doubts.
    Diamond,
}

/// One box.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Node {
    /// Unique in the diagram; the SVG `id` and DOT name are made from it.
    pub id: String,
    /// Row, counted downwards; rows may be left empty. `None`: found from the edges.
    pub rank: Option<i32>,
    /// Id of the cluster it stands in.
    pub cluster: Option<String>,
    /// What is written in it, top to bottom.
    pub lines: Vec<Line>,
    /// A strip hung under the box: what is folded into it (republishers).
    pub folded: Vec<Line>,
    /// Form.
    pub shape: Shape,
    /// Frame.
    pub outline: Stroke,
    /// Hatched: nobody has reviewed it yet. The words must say so too.
    pub draft: bool,
    /// What its colour means.
    pub colour: Colour,
    /// Plain text for `<title>`; where empty, the lines.
    pub tooltip: String,
    /// A fragment (`#x`) or relative reference; anything else is not linked.
    pub href: Option<String>,
}

/// One line between two boxes, or from a box to a header slot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Edge {
    /// Id of a node or header slot.
    pub from: String,
    /// Id of a node or header slot.
    pub to: String,
    /// How the line is drawn.
    pub stroke: Stroke,
    /// A cross over the middle of it: passed on, and denied.
    pub crossed_out: bool,
    /// Words beside it.
    pub label: Option<Line>,
    /// What stands at its `to` end.
    pub head: Head,
    /// What its colour means.
    pub colour: Colour,
    /// Plain text for `<title>`; empty: none.
    pub tooltip: String,
}

/// Boxes that belong together, drawn in one frame.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Cluster {
    /// Unique among clusters.
    pub id: String,
    /// Its name.
    pub label: Line,
    /// What its colour means.
    pub colour: Colour,
    /// Plain text for `<title>`; where empty, the label.
    pub tooltip: String,
}

/// The name of a row, at the side of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Row {
    /// The rank it names.
    pub rank: i32,
    /// Its name ("statements").
    pub label: Line,
}

/// One compartment of the header: what is said, reported, denied. Edges may end at it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Slot {
    /// Unique among slots and nodes.
    pub id: String,
    /// What it says ("denies: 2 origins").
    pub lines: Vec<Line>,
    /// What its colour means.
    pub colour: Colour,
    /// Plain text for `<title>`; where empty, the lines.
    pub tooltip: String,
    /// A fragment (`#x`) or relative reference.
    pub href: Option<String>,
}

/// One entry of the key: a sample line and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct KeyEntry {
    /// How the sample is drawn.
    pub stroke: Stroke,
    /// Its end.
    pub head: Head,
    /// Whether it is crossed out.
    pub crossed_out: bool,
    /// Its colour.
    pub colour: Colour,
    /// What it means.
    pub label: Line,
}

/// A whole picture.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Diagram {
    /// Prefix of every id in the SVG, so that several pictures can stand on one page.
    pub id: String,
    /// Ltr, or Rtl for the mirrored edition.
    pub direction: Direction,
    /// The question, once a language.
    pub title: Vec<Line>,
    /// What the picture shows, in a sentence or two.
    pub subtitle: Vec<Line>,
    /// Compartments of the bar on top, in reading order; none: no bar.
    pub header: Vec<Slot>,
    /// The boxes; their order decides where nothing else does.
    pub nodes: Vec<Node>,
    /// The lines.
    pub edges: Vec<Edge>,
    /// Frames around boxes.
    pub clusters: Vec<Cluster>,
    /// Names of rows.
    pub rows: Vec<Row>,
    /// What the signs mean.
    pub key: Vec<KeyEntry>,
    /// Lines at the foot: what is not in this case, how many texts, reviewed or not.
    pub foot: Vec<Line>,
    /// Plain text for `<desc>`; where empty, the subtitle.
    pub description: String,
}

/// A diagram that does not hold together.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DiagramError {
    /// Two nodes or slots of one id.
    #[error("the id {0:?} is used twice")]
    DuplicateId(String),
    /// An edge ends at nothing.
    #[error("an edge names {0:?}, which is neither a node nor a header slot")]
    UnknownEnd(String),
    /// An edge joins two compartments of the header, or one to itself.
    #[error("an edge joins the header slots {0:?} and {1:?}; slots are joined to nodes only")]
    BetweenSlots(String, String),
    /// A node stands in no known cluster.
    #[error("a node names the cluster {0:?}, which is not there")]
    UnknownCluster(String),
}

impl Diagram {
    /// Checks that ids are unique, that every reference leads somewhere, and that no edge joins two slots.
    ///
    /// # Errors
    /// The first fault, in the order header, nodes, clusters, edges.
    pub fn check(&self) -> Result<(), DiagramError> {
        let mut ids = BTreeSet::new();
        for id in self
            .header
            .iter()
            .map(|s| &s.id)
            .chain(self.nodes.iter().map(|n| &n.id))
        {
            if !ids.insert(id.as_str()) {
                return Err(DiagramError::DuplicateId(id.clone()));
            }
        }
        let mut clusters = BTreeSet::new();
        for cluster in &self.clusters {
            if !clusters.insert(cluster.id.as_str()) {
                return Err(DiagramError::DuplicateId(cluster.id.clone()));
            }
        }
        for name in self.nodes.iter().filter_map(|n| n.cluster.as_deref()) {
            if !clusters.contains(name) {
                return Err(DiagramError::UnknownCluster(name.to_owned()));
            }
        }
        for end in self.edges.iter().flat_map(|e| [&e.from, &e.to]) {
            if !ids.contains(end.as_str()) {
                return Err(DiagramError::UnknownEnd(end.clone()));
            }
        }
        let slots: BTreeSet<&str> = self.header.iter().map(|s| s.id.as_str()).collect();
        match self
            .edges
            .iter()
            .find(|e| slots.contains(e.from.as_str()) && slots.contains(e.to.as_str()))
        {
            Some(e) => Err(DiagramError::BetweenSlots(e.from.clone(), e.to.clone())),
            None => Ok(()),
        }
    }
}
