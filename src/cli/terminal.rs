//! What is known of the terminal: colour, width, and how to keep Arabic in its cell.

use std::io::{IsTerminal, Write};

use comfy_table::{ContentArrangement, Table, presets};
use unicode_width::UnicodeWidthStr;

use super::args::ColorWhen;

/// Where output goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    /// Whether to use colour on standard output.
    pub(crate) color: bool,
    color_errors: bool,
    /// Whether standard output is a terminal.
    pub(crate) interactive: bool,
    quiet: bool,
    /// Whether somebody watches standard error and wants to.
    watched: bool,
    /// Its width in cells.
    pub(crate) width: usize,
}

impl Terminal {
    pub(crate) fn new(when: ColorWhen, quiet: bool) -> Self {
        let interactive = std::io::stdout().is_terminal();
        let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
            || std::env::var_os("TERM").is_some_and(|v| v == "dumb");
        let decide = |tty: bool| match when {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => tty && !plain,
        };
        let width = std::env::var("COLUMNS")
            .ok()
            .and_then(|w| w.parse().ok())
            .or_else(|| terminal_size::terminal_size().map(|(w, _)| usize::from(w.0)))
            .unwrap_or(110);
        Self {
            color: decide(interactive),
            color_errors: decide(std::io::stderr().is_terminal()),
            interactive,
            quiet,
            watched: std::io::stderr().is_terminal() && !quiet,
            width: width.clamp(40, 200),
        }
    }

    /// A word to the user, beside the answer.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    /// How far a long work is, over the line that told it before; nothing where nobody watches.
    ///
    /// It is taken away by [`Terminal::end_progress`] before anything else is written, for standard
    /// output may be the same terminal.
    pub(crate) fn progress(&self, text: &str) {
        if self.watched {
            let mut errors = std::io::stderr();
            let _ = write!(errors, "{}", progress_line(text, self.width));
            let _ = errors.flush();
        }
    }

    /// Takes the line of progress away.
    pub(crate) fn end_progress(&self) {
        if self.watched {
            let mut errors = std::io::stderr();
            let _ = write!(errors, "{}\r", progress_line("", self.width));
            let _ = errors.flush();
        }
    }

    /// Why a command could not run.
    pub(crate) fn failure(&self, kind: &str, cause: &str, hint: &str) {
        let (red, bold, off) = if self.color_errors {
            ("\x1b[31;1m", "\x1b[1m", "\x1b[0m")
        } else {
            ("", "", "")
        };
        let _ = writeln!(
            std::io::stderr(),
            "{red}error{off}{bold} ({kind}){off}: {}\n  hint: {}",
            clean(cause),
            clean(hint)
        );
    }

    /// Text in bold, where there is colour.
    pub(crate) fn bold(&self, text: &str) -> String {
        if self.color {
            format!("\x1b[1m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    /// A table with a heading, as wide as the terminal at most.
    ///
    /// Cells are wrapped here, at words, and each line of a cell that holds Arabic is isolated
    /// where a terminal will order it, so that a row's cells keep their places.
    pub(crate) fn table(&self, heading: &[&str], rows: Vec<Vec<String>>) -> String {
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| row.iter().map(|cell| clean(cell)).collect())
            .collect();
        let widths = column_widths(heading, &rows, self.width);
        let mut table = Table::new();
        table
            .load_style(presets::UTF8_HORIZONTAL_ONLY)
            .set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(heading.iter().map(|h| self.bold(h)));
        for row in rows {
            table.add_row(
                row.iter()
                    .zip(&widths)
                    .map(|(cell, width)| self.cell(cell, *width)),
            );
        }
        table
            .lines()
            .map(|line| line.trim_end().to_owned() + "\n")
            .collect()
    }

    fn cell(&self, text: &str, width: usize) -> String {
        wrap(text, width)
            .into_iter()
            .map(|line| self.isolate(&line))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Keeps a run that has right-to-left letters together on a terminal that orders them.
    pub(crate) fn isolate(&self, line: &str) -> String {
        if self.interactive && line.chars().any(is_rtl) {
            format!("\u{2068}{line}\u{2069}")
        } else {
            line.to_owned()
        }
    }
}

/// A line that goes over the last one, cut and filled to one cell less than the width, so that it
/// never wraps and no end of a longer one stays. Spaces do it on every terminal, escapes do not.
fn progress_line(text: &str, width: usize) -> String {
    let room = width.saturating_sub(1);
    let text: String = clean(text).chars().take(room).collect();
    format!("\r{text:<room$}")
}

/// Letters of right-to-left scripts: Hebrew to Arabic Extended, and the presentation forms.
pub(crate) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Takes out what a case's text must not do to a terminal: escape sequences and bidi controls.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| *c == '\n' || !is_unsafe(*c))
        .collect()
}

/// Controls of the terminal (ESC and the rest of C0 and C1), of direction (Unicode TR 36), and the
/// separators that some programs take for line ends.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// Breaks text at words into lines of at most `width` cells.
///
/// A longer word begins a line of its own, and is broken after its hyphens, strokes and
/// underscores, as ids and addresses have them; what has none of these stays whole.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            if word.width() <= width {
                line.push_str(word);
                continue;
            }
            for part in word.split_inclusive(['-', '/', '_']) {
                if !line.is_empty() && line.width() + part.width() > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(part);
            }
        }
        lines.push(line);
    }
    lines
}

/// The narrowest that a column gets.
const NARROWEST: usize = 8;

/// Shares the width among columns: each gets what it needs, the widest give way first. Words are
/// broken (see [`wrap`]) only where no column can give way otherwise, for ids are there to be copied.
fn column_widths(heading: &[&str], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = heading.iter().map(|h| h.width()).collect();
    let mut words: Vec<usize> = widths.iter().map(|w| (*w).max(NARROWEST)).collect();
    for row in rows {
        for (column, cell) in row.iter().enumerate().take(widths.len()) {
            for line in cell.split('\n') {
                widths[column] = widths[column].max(line.width());
                let longest = line.split(' ').map(UnicodeWidthStr::width).max();
                words[column] = words[column].max(longest.unwrap_or(0));
            }
        }
    }
    // Two cells of padding a column, and one between any two.
    let room = width
        .saturating_sub((3 * widths.len()).saturating_sub(1))
        .max(widths.len() * NARROWEST);
    give_way(&mut widths, &words, room);
    give_way(&mut widths, &vec![NARROWEST; words.len()], room);
    widths
}

/// Narrows the widest columns until all fit in `room`, none below its own bound.
fn give_way(widths: &mut [usize], bounds: &[usize], room: usize) {
    while widths.iter().sum::<usize>() > room {
        let widest = (0..widths.len())
            .filter(|i| widths[*i] > bounds[*i])
            .max_by_key(|i| (widths[*i], usize::MAX - i));
        let Some(widest) = widest else {
            break;
        };
        widths[widest] -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_wrapped_at_words_and_marks_take_no_room() {
        assert_eq!(wrap("قُتِلَ الحارس أمس", 10), ["قُتِلَ الحارس", "أمس"]);
    }

    fn terminal(width: usize) -> Terminal {
        Terminal {
            color: false,
            color_errors: false,
            interactive: false,
            quiet: false,
            watched: false,
            width,
        }
    }

    fn widest(table: &str) -> usize {
        table.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
    }

    #[test]
    fn a_table_is_no_wider_than_the_terminal() {
        for width in [60, 100] {
            let cell = "words and «كلمات» again ".repeat(9);
            let table = terminal(width).table(&["a", "b", "c", "d"], vec![vec![cell; 4]]);
            assert!((width / 2..=width).contains(&widest(&table)), "{table}");
        }
    }

    #[test]
    fn ids_are_broken_only_where_nothing_else_gives_way() {
        let id = "is-regained-ground-from-the-regime-2018";
        let row = vec![id.to_owned(), id.to_owned(), "a few words ".repeat(9)];
        for (width, whole) in [(120, 2), (100, 2), (80, 0), (60, 0)] {
            let table = terminal(width).table(&["a", "b", "c"], vec![row.clone()]);
            assert!(widest(&table) <= width, "{width}\n{table}");
            assert_eq!(table.matches(id).count(), whole, "{width}\n{table}");
        }
        assert_eq!(
            wrap("see [is-held-2018] there", 9),
            ["see", "[is-held-", "2018]", "there"]
        );
        assert_eq!(wrap("المستشفياتالكبيرة", 9), ["المستشفياتالكبيرة"]);
    }

    #[test]
    fn a_line_of_progress_covers_the_last_one_and_never_wraps() {
        assert_eq!(progress_line("3 of 4", 10), "\r3 of 4   ");
        assert_eq!(progress_line("123 of 4567 files", 10), "\r123 of 45");
        assert_eq!(progress_line("", 4), "\r   ");
    }

    #[test]
    fn a_case_cannot_write_escapes() {
        assert_eq!(clean("a\x1b[2Jb\u{202e}c"), "a[2Jbc");
    }
}
