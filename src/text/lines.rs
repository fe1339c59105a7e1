//! Lines and columns of a text, for people and for SARIF.

use std::ops::Range;

use memchr::memchr2_iter;

use super::span::CharIndex;

/// A place in a text as editors show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in Unicode scalar values, from 1. A tab is one column, a vowel mark is one column.
    pub column: usize,
}

/// Lines of a text with the number of the first, for showing where something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'t> {
    /// The number of the first line, from 1.
    pub first_line: usize,
    /// The lines without their ends.
    pub lines: Vec<&'t str>,
}

/// Where the lines of one text begin.
///
/// A line ends with LF, CR LF or a lone CR, as in SARIF and most editors. Built in one pass; a position is found in logarithmic time
/// however long the lines are. Like [`CharIndex`] it does not hold the text and takes it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
    chars: CharIndex,
}

impl LineIndex {
    /// The index of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        starts.extend(
            memchr2_iter(b'\n', b'\r', bytes)
                .filter(|n| !(bytes[*n] == b'\r' && bytes.get(n + 1) == Some(&b'\n')))
                .map(|n| n + 1),
        );
        Self {
            starts,
            chars: CharIndex::new(text),
        }
    }

    /// Number of lines. A text that ends with a line end has an empty last line.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line and column of the byte at `offset`. An offset within a character counts as its start, one beyond the text as its end.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.line_of(offset);
        let start = self.starts[line];
        let column = match (self.chars.char(text, offset), self.chars.char(text, start)) {
            (Some(here), Some(first)) => here.saturating_sub(first),
            _ => 0,
        };
        Position {
            line: line + 1,
            column: column + 1,
        }
    }

    /// The bytes of line `line` (from 1) without its end; `None` if there is no such line.
    #[must_use]
    pub fn line(&self, text: &str, line: usize) -> Option<Range<usize>> {
        let index = line.checked_sub(1)?;
        let start = *self.starts.get(index)?;
        let next = self.starts.get(index + 1).copied();
        let whole = text.get(start..next.unwrap_or(text.len()))?;
        let kept = match next {
            Some(_) => whole
                .strip_suffix("\r\n")
                .or_else(|| whole.strip_suffix(['\n', '\r']))
                .unwrap_or(whole),
            None => whole,
        };
        Some(start..start + kept.len())
    }

    /// The lines that a range of bytes touches, at most `limit` of them. A range beyond the text touches the last line.
    #[must_use]
    pub fn excerpt<'t>(&self, text: &'t str, range: Range<usize>, limit: usize) -> Excerpt<'t> {
        let start = range.start.min(text.len());
        let end = range.end.min(text.len());
        let first = self.line_of(start);
        // The end is exclusive: a range that ends with a line does not touch the next.
        let last = if end > start {
            self.line_of(end - 1)
        } else {
            first
        };
        let lines = (first..=last)
            .take(limit)
            .filter_map(|line| text.get(self.line(text, line + 1)?))
            .collect();
        Excerpt {
            first_line: first + 1,
            lines,
        }
    }

    /// The index of the line that holds the byte at `offset`.
    fn line_of(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= offset)
            .saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "ab\r\nقُتل x\rlast\n";

    fn at(offset: usize) -> (usize, usize) {
        let position = LineIndex::new(TEXT).position(TEXT, offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_characters_and_every_line_end_counts() {
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(3), (1, 4), "the LF of CR LF is still the first line");
        assert_eq!(at(4), (2, 1));
        let x = TEXT.find('x').unwrap_or_default();
        assert_eq!(at(x), (2, 6));
        assert_eq!(at(x - 2), (2, 4), "within a character");
        assert_eq!(at(x + 2), (3, 1));
        assert_eq!(at(TEXT.len()), (4, 1));
        assert_eq!(at(9999), (4, 1));
        assert_eq!(
            LineIndex::new("").position("", 0),
            Position { line: 1, column: 1 }
        );
    }

    #[test]
    fn lines_come_without_their_ends() {
        let index = LineIndex::new(TEXT);
        let lines: Vec<_> = (1..=index.lines())
            .map(|n| index.line(TEXT, n).map(|r| &TEXT[r]))
            .collect();
        assert_eq!(lines, [Some("ab"), Some("قُتل x"), Some("last"), Some("")]);
        assert_eq!(index.line(TEXT, 0), None);
        assert_eq!(index.line(TEXT, 5), None);
    }

    #[test]
    fn an_excerpt_holds_the_lines_touched() {
        let index = LineIndex::new(TEXT);
        let excerpt = |range, limit| {
            let e = index.excerpt(TEXT, range, limit);
            (e.first_line, e.lines)
        };
        assert_eq!(excerpt(0..2, 9), (1, vec!["ab"]));
        assert_eq!(excerpt(0..4, 9), (1, vec!["ab"]));
        assert_eq!(excerpt(0..5, 9), (1, vec!["ab", "قُتل x"]));
        assert_eq!(excerpt(0..5, 1), (1, vec!["ab"]));
        assert_eq!(excerpt(4..4, 9), (2, vec!["قُتل x"]));
        assert_eq!(excerpt(500..700, 9), (4, vec![""]));
        assert_eq!(excerpt(usize::MAX..usize::MAX, 9), (4, vec![""]));
    }
}
