//! The steps of the layout, one after the other.

use super::geometry::Placement;
use super::input::Input;
use super::{clusters, coords, layers, order, ports, rank, route};

/// Places everything.
///
/// Linear in the size of the layered graph but for sorting; a graph of 5,000 boxes takes a few tenths of a second.
pub fn place(input: &Input) -> Placement {
    let ranks = rank::ranks(input);
    let rows = rank::rows(input, &ranks);
    let mut graph = layers::build(input, &rows);
    let crossings = order::order(input, &mut graph);
    let whole = finish(input, &rows, &graph, crossings);
    let Some(max) = input.max_width.filter(|max| whole.width > *max) else {
        return whole;
    };
    let mut broken = rows;
    if !rank::break_rows(input, &graph, max, &mut broken) {
        return whole;
    }
    let mut graph = layers::build(input, &broken);
    let crossings = order::order(input, &mut graph);
    let broken = finish(input, &broken, &graph, crossings);
    // Where many lines pass, the rows under one another need as much room as the one row did, and read worse.
    if broken.width < whole.width * 0.85 {
        broken
    } else {
        whole
    }
}

fn finish(input: &Input, rows: &rank::Rows, graph: &layers::Layered, crossings: u64) -> Placement {
    let ports = ports::ports(input, graph);
    let mut xs = coords::coordinates(input, graph, &ports);
    let limits = clusters::separate(input, graph, &mut xs);
    coords::spread_slots(input, graph, &mut xs);
    route::draw(input, rows, graph, &ports, xs, &limits, crossings)
}
