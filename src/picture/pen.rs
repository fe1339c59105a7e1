//! Writing SVG elements: numbers, classes, text lines.
//!
//! Colours are written as presentation attributes and, where the picture is to follow the reader's light or dark setting, as classes as
//! well: a style sheet inside the picture overrides the attributes in the dark. Browsers read both; Inkscape, librsvg and resvg read the
//! attributes, so a picture is never left without colours.

use super::diagram::{Colour, Direction};
use super::measure::{Block, Drawn};
use super::palette::{DARK, LIGHT, Palette, ROLES, letter};
use super::text;
use super::widths::Weight;

/// Which colours a picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Light, and dark where the reader's system asks for it.
    #[default]
    Auto,
    /// Always dark on light: print, Inkscape.
    Light,
    /// Always light on dark.
    Dark,
    /// Classes alone: the picture stands in a page whose style sheet has [`sheet`].
    Page,
}

/// A surface or text that is not a colour role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    Ground,
    Panel,
    Tint,
    Faint,
    Ink,
    Soft,
    Role(Colour),
}

impl Paint {
    /// The letter of its CSS classes: `fX` fills, `sX` strokes.
    fn class(self) -> char {
        match self {
            Paint::Ground => 'G',
            Paint::Panel => 'P',
            Paint::Tint => 'T',
            Paint::Faint => 'F',
            Paint::Ink => 'I',
            Paint::Soft => 'S',
            Paint::Role(c) => letter(c),
        }
    }

    fn hex(self, p: &Palette) -> &'static str {
        match self {
            Paint::Ground => p.ground,
            Paint::Panel => p.panel,
            Paint::Tint => p.tint,
            Paint::Faint => p.faint,
            Paint::Ink => p.ink,
            Paint::Soft => p.soft,
            Paint::Role(c) => p.of(c),
        }
    }
}

/// The colours of a palette as rules for the classes of pictures, each after `before` (a selector
/// that says where they hold, with its space; or nothing).
pub fn sheet(palette: &Palette, before: &str) -> String {
    let fixed = [
        Paint::Ground,
        Paint::Panel,
        Paint::Tint,
        Paint::Faint,
        Paint::Ink,
        Paint::Soft,
    ];
    let mut out = String::new();
    for paint in fixed
        .into_iter()
        .chain(ROLES.iter().map(|(c, _)| Paint::Role(*c)))
    {
        let class = paint.class();
        let hex = paint.hex(palette);
        out.push_str(&format!(
            "{before}.f{class}{{fill:{hex}}}{before}.s{class}{{stroke:{hex}}}"
        ));
    }
    out
}

/// Where a line of text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hold {
    /// Its left edge is at x.
    Left,
    /// Its middle is at x.
    Middle,
    /// Its right edge is at x.
    Right,
}

/// The text being written.
pub(crate) struct Pen {
    pub(crate) out: String,
    /// Width of the page; no text is set beyond it.
    pub(crate) page: f64,
    theme: Theme,
}

impl Pen {
    pub(crate) fn new(theme: Theme, capacity: usize) -> Self {
        Pen {
            out: String::with_capacity(capacity),
            page: f64::INFINITY,
            theme,
        }
    }

    pub(crate) fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// A number with one decimal at most; what is not finite becomes 0.
    pub(crate) fn num(&mut self, value: f64) {
        let value = if value.is_finite() {
            value.clamp(-1e9, 1e9)
        } else {
            0.0
        };
        let tenths = (value * 10.0).round() as i64;
        if tenths < 0 {
            self.out.push('-');
        }
        let tenths = tenths.unsigned_abs();
        let mut digits = [0u8; 20];
        let (mut at, mut rest) = (digits.len(), tenths / 10);
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out.extend(digits[at..].iter().map(|&b| b as char));
        if !tenths.is_multiple_of(10) {
            self.out.push('.');
            self.out.push((b'0' + (tenths % 10) as u8) as char);
        }
    }

    /// ` name="number"`.
    pub(crate) fn attr(&mut self, name: &str, value: f64) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.num(value);
        self.raw("\"");
    }

    /// Fill and stroke, as attributes and as classes.
    pub(crate) fn paint(&mut self, fill: Option<Paint>, stroke: Option<Paint>) {
        let palette = if self.theme == Theme::Dark {
            &DARK
        } else {
            &LIGHT
        };
        let page = self.theme == Theme::Page;
        if fill.is_none() || !page {
            self.raw(" fill=\"");
            self.raw(fill.map_or("none", |f| f.hex(palette)));
            self.raw("\"");
        }
        if let Some(stroke) = stroke.filter(|_| !page) {
            self.raw(" stroke=\"");
            self.raw(stroke.hex(palette));
            self.raw("\"");
        }
        if !(page || self.theme == Theme::Auto) || (fill.is_none() && stroke.is_none()) {
            return;
        }
        self.raw(" class=\"");
        if let Some(fill) = fill {
            self.raw("f");
            self.out.push(fill.class());
        }
        if let Some(stroke) = stroke {
            self.raw(if fill.is_some() { " s" } else { "s" });
            self.out.push(stroke.class());
        }
        self.raw("\"");
    }

    /// The style sheet that turns the picture dark; nothing for a fixed theme.
    pub(crate) fn style(&mut self) {
        if self.theme != Theme::Auto {
            return;
        }
        self.raw("<style>@media (prefers-color-scheme:dark){");
        self.out.push_str(&sheet(&DARK, ""));
        self.raw("}</style>");
    }

    /// One line of text; `x` is where it is held, `y` its baseline.
    ///
    /// In a page a right-to-left line is anchored at its own start or end, so that its edge is flush in any font. In a
    /// file of its own it is anchored in its middle: some renderers know no direction and would set it off the page.
    pub(crate) fn line(&mut self, line: &Drawn, hold: Hold, x: f64, y: f64, paint: Paint) {
        let half = line.usual_width() / 2.0;
        let (anchor, x) = match (hold, line.direction) {
            (Hold::Middle, _) => ("middle", x),
            (Hold::Left, Direction::Ltr) => ("start", x),
            (Hold::Right, Direction::Ltr) => ("end", x),
            (Hold::Left, Direction::Rtl) if self.theme == Theme::Page => ("end", x),
            (Hold::Right, Direction::Rtl) if self.theme == Theme::Page => ("start", x),
            (Hold::Left, Direction::Rtl) => ("middle", x + half),
            (Hold::Right, Direction::Rtl) => ("middle", x - half),
        };
        // Should the reader's font be wider than usual, the line still stays on the page.
        let reach = line.width * 0.55 + 2.0;
        let x = if line.direction == Direction::Rtl && anchor == "middle" && reach * 2.0 < self.page
        {
            x.clamp(reach, self.page - reach)
        } else {
            x
        };
        self.raw("<text");
        self.attr("x", x);
        self.attr("y", y);
        self.attr("font-size", line.size);
        if line.weight == Weight::Bold {
            self.raw(" font-weight=\"700\"");
        }
        if anchor != "start" {
            self.raw(" text-anchor=\"");
            self.raw(anchor);
            self.raw("\"");
        }
        if line.direction == Direction::Rtl {
            self.raw(" direction=\"rtl\"");
        }
        if !line.lang.is_empty() {
            self.raw(" xml:lang=\"");
            text::escape_into(&line.lang, &mut self.out);
            self.raw("\"");
        }
        self.paint(Some(paint), None);
        self.raw(">");
        let drawn = text::drawn(&line.text, line.direction);
        self.raw(&drawn);
        self.raw("</text>\n");
    }

    /// Lines under one another, the block's top at `top`.
    pub(crate) fn block(
        &mut self,
        block: &Block,
        hold: Hold,
        x: f64,
        top: f64,
        paint: impl Fn(&Drawn) -> Paint,
    ) {
        let mut y = top;
        for line in &block.lines {
            // The baseline leaves room for Arabic descenders and marks.
            self.line(
                line,
                hold,
                x,
                y + line.leading / 2.0 + line.size * 0.34,
                paint(line),
            );
            y += line.leading;
        }
    }

    /// A `<title>` that shows as a tooltip.
    pub(crate) fn title(&mut self, tooltip: &str) {
        let clean = text::clean(tooltip, text::MAX_CHARS);
        if !clean.is_empty() {
            self.raw("<title>");
            text::escape_into(&clean, &mut self.out);
            self.raw("</title>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_finite() {
        let mut pen = Pen::new(Theme::Light, 64);
        for v in [0.0, -0.04, 1.25, -12.34, 100.0, f64::NAN, f64::INFINITY] {
            pen.num(v);
            pen.raw(" ");
        }
        assert_eq!(pen.out, "0 0 1.3 -12.3 100 0 0 ");
    }
}
