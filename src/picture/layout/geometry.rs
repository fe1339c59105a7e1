//! Points, rectangles, lines, and the whole of a finished layout.

/// A point in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// An upright rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        let slack = 1e-6;
        self.x + self.width > other.x + slack
            && other.x + other.width > self.x + slack
            && self.y + self.height > other.y + slack
            && other.y + other.height > self.y + slack
    }
}

/// One step of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Straight to the point.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
}

impl Segment {
    /// Where the step ends.
    pub fn end(&self) -> Point {
        match *self {
            Segment::Line(p) | Segment::Curve(_, _, p) => p,
        }
    }
}

/// A line from its `from` box to its `to` box.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    /// Where it starts.
    pub start: Point,
    /// Its steps.
    pub steps: Vec<Segment>,
    /// A point on it where a mark may stand: beside its label, else in the middle.
    pub mark: Point,
}

/// Where everything stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placement {
    /// A rectangle for each box.
    pub boxes: Vec<Rect>,
    /// A route for each line.
    pub routes: Vec<Route>,
    /// A rectangle for each label.
    pub labels: Vec<Option<Rect>>,
    /// A frame for each cluster that has members.
    pub frames: Vec<Option<Rect>>,
    /// Rank, top and bottom of each row of boxes; broken rows are one. The header is not among them.
    pub bands: Vec<(i32, f64, f64)>,
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Crossings between neighbouring layers.
    pub crossings: u64,
}

/// Turns a route round.
pub(crate) fn reverse(route: &mut Route) {
    let mut from = route.start;
    let mut steps = Vec::with_capacity(route.steps.len());
    for step in &route.steps {
        steps.push(match *step {
            Segment::Line(_) => Segment::Line(from),
            Segment::Curve(a, b, _) => Segment::Curve(b, a, from),
        });
        from = step.end();
    }
    steps.reverse();
    route.start = from;
    route.steps = steps;
}
