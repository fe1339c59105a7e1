//! From a diagram to a picture, in one call.

use super::diagram::{Diagram, DiagramError};
use super::graphviz::GraphvizError;
use super::layout::{self, Input};
use super::measure::{Size, measure, measure_bar};
use super::pen::Theme;
use thiserror::Error;

/// How a picture is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Room it may take.
    pub size: Size,
    /// Colours.
    pub theme: Theme,
}

/// Between the words of two compartments of the bar.
const GAP: f64 = 32.0;

/// Draws a diagram as SVG with the layout of this crate. The same input gives the same bytes on every machine.
///
/// # Errors
/// When the diagram does not hold together.
pub fn svg(diagram: &Diagram, options: Options) -> Result<String, DiagramError> {
    let mut measured = measure(diagram, options.size)?;
    let mut placed = layout::place(&measured.input);
    if options.size == Size::Narrow && !diagram.header.is_empty() {
        // The rows may come out wider than a telephone: then the bar has more room for its words.
        let room = placed.width / diagram.header.len() as f64 - GAP;
        measured = measure_bar(diagram, options.size, room)?;
        placed = layout::place(&measured.input);
    }
    Ok(super::svg::draw(
        diagram,
        &measured,
        &placed,
        options.size,
        options.theme,
    ))
}

/// Draws a diagram at places that Graphviz found; `run` is given DOT text and returns what `dot -Tjson0` writes for it
/// ([`super::graphviz::run_dot`] runs the program). The drawing is the same writer's, so text runs right to left where it should.
///
/// # Errors
/// When the diagram does not hold together, or Graphviz is missing or fails.
pub fn svg_with_graphviz(
    diagram: &Diagram,
    options: Options,
    run: impl FnOnce(&str) -> Result<String, GraphvizError>,
) -> Result<String, PictureError> {
    let measured = measure(diagram, options.size)?;
    let placed = super::graphviz::place(&measured.input, run)?;
    Ok(super::svg::draw(
        diagram,
        &measured,
        &placed,
        options.size,
        options.theme,
    ))
}

/// Why there is no picture.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The diagram does not hold together.
    #[error(transparent)]
    Diagram(#[from] DiagramError),
    /// Graphviz is missing or failed.
    #[error(transparent)]
    Graphviz(#[from] GraphvizError),
}

/// What the layout is given for a diagram: header slots first, then the nodes, as measured.
///
/// # Errors
/// When the diagram does not hold together.
pub fn layout_input(diagram: &Diagram, size: Size) -> Result<Input, DiagramError> {
    Ok(measure(diagram, size)?.input)
}
