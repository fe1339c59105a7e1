//! Spans in characters, and the way from characters to bytes and back.
//!
//! A span counts Unicode scalar values, the unit of the W3C Web Annotation Data Model (text position selector), so that it means the same
//! in every programming language and encoding. Rust strings count bytes. The two meet here and nowhere else.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_segmentation::GraphemeCursor;

/// A part of a text: `[start, end)` in Unicode scalar values from the start of the text in logical order.
///
/// Any two numbers make a span; whether it lies in a text is asked of [`CharIndex::bytes`].
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first character of the part.
    pub start: usize,
    /// The character after the last of the part.
    pub end: usize,
}

impl Span {
    /// The span `[start, end)`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Number of characters; 0 if the end is before the start.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers no character.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether every character of `other` is in this span. An empty span within or at the edge counts as contained.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the spans share a character.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        let start = if self.start > other.start {
            self.start
        } else {
            other.start
        };
        let end = if self.end < other.end {
            self.end
        } else {
            other.end
        };
        start < end
    }
}

/// Characters between two marks of a [`CharIndex`].
const STRIDE: usize = 32;

/// How far before an offset a grapheme cluster is sought, in bytes. Clusters of natural text are far shorter; only a run of over a thousand
/// flags or joined emoji reaches further, and where such a run is cut hardly matters.
const CLUSTER_WINDOW: usize = 8 * 1024;

/// The way from characters of one text to its bytes and back.
///
/// Built in one pass; keeps one mark every 32 characters, and none for a text of ASCII only. From a character to its byte takes constant
/// time, from a byte to its character logarithmic time. It does not hold the text: methods that need it take it again, and it must be
/// the one the index was built for (any other gives wrong answers, but no panic).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharIndex {
    /// Byte offset of every 32nd character, from the first on; empty if bytes and characters are the same.
    marks: Vec<usize>,
    chars: usize,
    bytes: usize,
}

impl CharIndex {
    /// The index of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.len();
        if text.is_ascii() {
            return Self {
                marks: Vec::new(),
                chars: bytes,
                bytes,
            };
        }
        let mut marks = Vec::with_capacity(bytes / (STRIDE * 2) + 1);
        let mut chars = 0usize;
        let mut count = |place: usize, part: &[u8], starts: usize| {
            // A block has no more bytes than a stride has characters, so it holds at most one mark; about half of Arabic ones
            // hold none and are only counted.
            let next = chars.next_multiple_of(STRIDE);
            if chars + starts > next
                && let Some(n) = nth(part, next - chars)
            {
                marks.push(place + n);
            }
            chars += starts;
        };
        // Blocks of a known size are added up many bytes at once.
        let (blocks, rest) = text.as_bytes().as_chunks::<STRIDE>();
        for (k, block) in blocks.iter().enumerate() {
            let starts = block.iter().map(|b| u8::from(is_start(*b))).sum::<u8>();
            count(k * STRIDE, block, usize::from(starts));
        }
        let starts = rest.iter().filter(|b| is_start(**b)).count();
        count(blocks.len() * STRIDE, rest, starts);
        Self {
            marks,
            chars,
            bytes,
        }
    }

    /// Number of characters of the text.
    #[must_use]
    pub const fn chars(&self) -> usize {
        self.chars
    }

    /// The byte offset of the character at `char`; the length of the text for the offset after the last; `None` beyond.
    #[must_use]
    pub fn byte(&self, text: &str, char: usize) -> Option<usize> {
        if char >= self.chars {
            return (char == self.chars).then_some(self.bytes);
        }
        let Some(mark) = self.marks.get(char / STRIDE) else {
            return Some(char);
        };
        let rest = text.as_bytes().get(*mark..)?;
        nth(rest, char % STRIDE).map(|n| mark + n)
    }

    /// The character that the byte at `byte` belongs to; the number of characters for the end of the text; `None` beyond.
    #[must_use]
    pub fn char(&self, text: &str, byte: usize) -> Option<usize> {
        if byte >= self.bytes {
            return (byte == self.bytes).then_some(self.chars);
        }
        if self.marks.is_empty() {
            return Some(byte);
        }
        let mark = self.marks.partition_point(|m| *m <= byte).checked_sub(1)?;
        let between = text.as_bytes().get(self.marks[mark]..=byte)?;
        let starts = between.iter().filter(|b| is_start(**b)).count();
        (mark * STRIDE + starts).checked_sub(1)
    }

    /// The bytes of `span`; `None` if it ends before it starts or reaches beyond the text.
    #[must_use]
    pub fn bytes(&self, text: &str, span: Span) -> Option<Range<usize>> {
        if span.end < span.start {
            return None;
        }
        Some(self.byte(text, span.start)?..self.byte(text, span.end)?)
    }

    /// The words of `span`; `None` if it ends before it starts or reaches beyond the text.
    #[must_use]
    pub fn slice<'t>(&self, text: &'t str, span: Span) -> Option<&'t str> {
        text.get(self.bytes(text, span)?)
    }

    /// The span of a range of bytes; `None` if the range is no range of the text or cuts a character.
    #[must_use]
    pub fn span(&self, text: &str, bytes: Range<usize>) -> Option<Span> {
        text.get(bytes.clone())?;
        Some(Span::new(
            self.char(text, bytes.start)?,
            self.char(text, bytes.end)?,
        ))
    }

    /// Whether the offset before the character at `char` lies between two extended grapheme clusters (UAX #29), so that a span may begin
    /// or end there without cutting a letter from its vowel marks. The start and end of the text do; an offset beyond does not.
    #[must_use]
    pub fn is_cluster_boundary(&self, text: &str, char: usize) -> bool {
        let Some(byte) = self.byte(text, char) else {
            return false;
        };
        if byte == 0 || byte == self.bytes {
            return true;
        }
        let from = text.floor_char_boundary(byte.saturating_sub(CLUSTER_WINDOW));
        let Some(window) = text.get(from..) else {
            return false;
        };
        GraphemeCursor::new(byte - from, window.len(), true)
            .is_boundary(window, 0)
            .unwrap_or(true)
    }
}

/// Where the character begins that so many others begin before.
#[inline]
fn nth(bytes: &[u8], mut before: usize) -> Option<usize> {
    let (eights, rest) = bytes.as_chunks::<8>();
    for (k, eight) in eights.iter().enumerate() {
        let starts = starts(*eight);
        let here = ones(starts);
        if here > before {
            // It is in the first byte up to which more begin than before it: no byte counts more than eight.
            let up_to = (starts >> 7).wrapping_mul(EACH);
            let more = (up_to | EACH << 7) - (before as u64 + 1) * EACH;
            return Some(8 * k + (more & EACH << 7).trailing_zeros() as usize / 8);
        }
        before -= here;
    }
    let last = rest.iter().enumerate().filter(|(_, b)| is_start(**b));
    last.map(|(n, _)| 8 * eights.len() + n).nth(before)
}

/// The lowest bit of each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;

/// Of eight bytes the highest bit of each that begins a character, which those of the form 10xxxxxx do not.
#[inline]
const fn starts(eight: [u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(eight);
    (!bytes | bytes << 1) & EACH << 7
}

/// How many bits are set, where only the highest of each byte can be: one multiplication adds them up.
#[inline]
const fn ones(highest: u64) -> usize {
    ((highest >> 7).wrapping_mul(EACH) >> 56) as usize
}

/// Whether a byte begins a character in UTF-8.
const fn is_start(byte: u8) -> bool {
    (byte as i8) >= -0x40
}

/// The digest kept with an anchor: the first 16 hexadecimal digits (64 bits), in lower case, of the SHA-256 of the spanned text in UTF-8.
///
/// It shows whether the text under a span is still the same. It does not hide the words: a short text can be guessed from it.
#[must_use]
pub fn digest(spanned: &str) -> String {
    let hash = Sha256::digest(spanned.as_bytes());
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters with vowel marks, ASCII, flags, a family joined by U+200D, and more than two strides of it.
    fn sample() -> String {
        "قُتِلَ القائد abc 🇸🇾🇵🇸 👨‍👩‍👧 e\u{301}\r\n".repeat(40)
    }

    #[test]
    fn characters_and_bytes_agree_with_char_indices() {
        for text in [
            String::new(),
            "abc".to_owned(),
            "أ".to_owned(),
            sample(),
            format!("{}é", "a".repeat(127)),
        ] {
            let index = CharIndex::new(&text);
            assert_eq!(index.chars(), text.chars().count());
            for (char, (byte, c)) in text.char_indices().enumerate() {
                assert_eq!(index.byte(&text, char), Some(byte));
                for inside in byte..byte + c.len_utf8() {
                    assert_eq!(index.char(&text, inside), Some(char));
                }
            }
            assert_eq!(index.byte(&text, index.chars()), Some(text.len()));
            assert_eq!(index.char(&text, text.len()), Some(index.chars()));
            assert_eq!(index.byte(&text, index.chars() + 1), None);
            assert_eq!(index.char(&text, text.len() + 1), None);
            assert_eq!(index.bytes(&text, Span::new(1, 0)), None);
            assert_eq!(index.bytes(&text, Span::new(0, usize::MAX)), None);
        }
    }

    #[test]
    fn cluster_boundaries_agree_with_segmenting_the_whole() {
        use unicode_segmentation::UnicodeSegmentation;
        let text = sample();
        let index = CharIndex::new(&text);
        let mut starts: Vec<usize> = text.grapheme_indices(true).map(|(n, _)| n).collect();
        starts.push(text.len());
        for char in 0..=index.chars() {
            let byte = index.byte(&text, char).unwrap_or_default();
            assert_eq!(
                index.is_cluster_boundary(&text, char),
                starts.binary_search(&byte).is_ok(),
                "{char}"
            );
        }
        assert!(!index.is_cluster_boundary(&text, index.chars() + 1));
    }

    #[test]
    fn a_digest_is_of_the_bytes() {
        // The first 64 bits of the published test vectors for "" and "abc" (FIPS 180-2, appendix B).
        assert_eq!(digest(""), "e3b0c44298fc1c14");
        assert_eq!(digest("abc"), "ba7816bf8f01cfea");
    }

    #[test]
    fn spans_compare_as_ranges() {
        let span = Span::new(3, 7);
        assert!(
            span.contains(Span::new(3, 7))
                && span.contains(Span::new(4, 4))
                && !span.contains(Span::new(2, 5))
        );
        assert!(
            span.overlaps(Span::new(6, 9))
                && !span.overlaps(Span::new(7, 9))
                && !span.overlaps(Span::new(5, 5))
        );
        assert_eq!((span.len(), Span::new(7, 3).len()), (4, 0));
    }
}
