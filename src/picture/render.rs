//! From a diagram to a picture, in one call.

use super::diagram::{Diagram, DiagramError};
use super::layout::{self, Input};
use super::measure::{Size, measure};
use super::pen::Theme;

/// How a picture is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Room it may take.
    pub size: Size,
    /// Colours.
    pub theme: Theme,
}

/// Draws a diagram as SVG with the layout of this crate. The same input gives the same bytes on every machine.
///
/// # Errors
/// When the diagram does not hold together.
pub fn svg(diagram: &Diagram, options: Options) -> Result<String, DiagramError> {
    let measured = measure(diagram, options.size)?;
    let placed = layout::place(&measured.input);
    Ok(super::svg::draw(diagram, &measured, &placed, options.size, options.theme))
}

/// What the layout is given for a diagram: header slots first, then the nodes, as measured.
///
/// # Errors
/// When the diagram does not hold together.
pub fn layout_input(diagram: &Diagram, size: Size) -> Result<Input, DiagramError> {
    Ok(measure(diagram, size)?.input)
}
