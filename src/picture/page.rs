//! What stands around the rows of a picture, and how large the page is: title, subtitle, names of rows, key and foot.

use super::diagram::Diagram;
use super::layout::{Placement, Point, Rect};
use super::measure::{Block, Drawn, Measured, Size, block, set};
use super::widths::Weight;
use super::wrap::Fill;

/// What stands around the rows, and where the rows stand on the page.
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) margin: f64,
    /// Shift of the rows.
    pub(crate) body: Point,
    pub(crate) titles: Vec<Drawn>,
    pub(crate) titles_side_by_side: bool,
    pub(crate) subtitle: Block,
    pub(crate) subtitle_top: f64,
    pub(crate) header: Option<Rect>,
    pub(crate) row_names: Vec<(Block, f64)>,
    /// Row names stand upright letters along the side, to save width.
    pub(crate) turned: bool,
    pub(crate) key: Vec<(Block, Point)>,
    pub(crate) foot: Block,
    pub(crate) foot_top: f64,
}

/// Width of a sample line in the key.
pub(crate) const SAMPLE: f64 = 34.0;

impl Page {
    pub(crate) fn new(
        diagram: &Diagram,
        measured: &Measured,
        placed: &Placement,
        size: Size,
    ) -> Page {
        let narrow = size == Size::Narrow;
        let margin = match size {
            Size::Narrow => 10.0,
            // Paper has a margin of its own.
            Size::Sheet => 4.0,
            Size::Wide | Size::Unbounded => 32.0,
        };
        let turned = narrow;
        let names: Vec<(Block, f64)> = diagram
            .rows
            .iter()
            .filter_map(|row| {
                let &(_, top, bottom) = placed.bands.iter().find(|b| b.0 == row.rank)?;
                let room = if turned { 400.0 } else { 96.0 };
                let name = block(set(
                    &row.label,
                    if turned { 11.0 } else { 12.5 },
                    Weight::Regular,
                    room,
                    60,
                    Fill::Even,
                ));
                Some((name, (top + bottom) / 2.0))
            })
            .filter(|(name, _)| !name.lines.is_empty())
            .collect();
        let column = match names
            .iter()
            .map(|(n, _)| if turned { n.height } else { n.width })
            .reduce(f64::max)
        {
            Some(w) => w + if narrow { 6.0 } else { 24.0 },
            None => 0.0,
        };
        let least = if narrow { 370.0 } else { 460.0 };
        let inner = (placed.width + column).max(least);
        // The column is empty at the far side too if the rows are wide; centre the rows in what is left.
        let body_x = margin + column + (inner - column - placed.width) / 2.0;
        let width = inner + 2.0 * margin;

        let title_size = if narrow { 17.0 } else { 22.0 };
        let mut titles: Vec<Drawn> = diagram
            .title
            .iter()
            .flat_map(|l| set(l, title_size, Weight::Bold, inner, 240, Fill::Even))
            .collect();
        let side_by_side = diagram.title.len() == 2
            && titles.len() == 2
            && titles[0].direction != titles[1].direction
            && titles[0].width + titles[1].width + 40.0 <= inner;
        titles.iter_mut().for_each(|t| t.leading = title_size * 1.5);
        let mut y = margin.max(16.0) - 4.0;
        y += if side_by_side {
            title_size * 1.5
        } else {
            titles.iter().map(|t| t.leading).sum()
        };
        let subtitle = block(
            diagram
                .subtitle
                .iter()
                .flat_map(|l| set(l, 13.0, Weight::Regular, inner.min(860.0), 600, Fill::Full)),
        );
        let subtitle_top = y + 2.0;
        y += subtitle.height + if subtitle.lines.is_empty() { 8.0 } else { 18.0 };
        let body_y = y;
        y += placed.height;
        let header = (!diagram.header.is_empty()).then(|| {
            let height = measured
                .slots
                .iter()
                .map(|s| s.height + 22.0)
                .fold(0.0, f64::max);
            Rect {
                x: margin,
                y: body_y,
                width: inner,
                height,
            }
        });

        let mut key = Vec::new();
        if !diagram.key.is_empty() {
            y += 26.0;
            let mut x = 0.0;
            for entry in &diagram.key {
                let text = block(set(
                    &entry.label,
                    11.5,
                    Weight::Regular,
                    inner - SAMPLE - 10.0,
                    200,
                    Fill::Full,
                ));
                let needs = SAMPLE + 8.0 + text.width;
                if x > 0.0 && x + needs > inner {
                    x = 0.0;
                    y += 20.0;
                }
                let height = text.height;
                key.push((text, Point { x, y }));
                x += needs + 22.0;
                if height > 20.0 {
                    x = 0.0;
                    y += height;
                }
            }
            y += 20.0;
        }
        let foot = block(
            diagram
                .foot
                .iter()
                .flat_map(|l| set(l, 12.0, Weight::Regular, inner.min(900.0), 800, Fill::Full)),
        );
        let foot_top = y + 14.0;
        if !foot.lines.is_empty() {
            y = foot_top + foot.height;
        }
        Page {
            width,
            height: y + margin.min(20.0),
            margin,
            body: Point {
                x: body_x,
                y: body_y,
            },
            titles,
            titles_side_by_side: side_by_side,
            subtitle,
            subtitle_top,
            header,
            row_names: names,
            turned,
            key,
            foot,
            foot_top,
        }
    }
}
