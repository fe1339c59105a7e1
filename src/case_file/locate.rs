//! Finds a value within the text of one entry, by the same tolerant reading that finds the entries.
//!
//! `ron` keeps no positions, so a finding that knows only *which* value is wrong asks here *where* it stands. This is the cold path: each
//! step reads the value it is in from its start. Nothing here needs the entry to be valid; what cannot be found is answered with the
//! nearest part around it.

use std::ops::Range;

use super::lex;

/// One step of a path into an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step<'p> {
    /// The field of a struct, or the value of a map whose key is this string or word.
    Field(&'p str),
    /// The element of a list or tuple, or the value of a map, by position from 0.
    Index(usize),
}

/// How many variants around one value are stepped into at most; each is read once a step.
const WRAPPERS: usize = 8;

/// How often a value may be read in vain, because its parts do not close, before no more of its parts are looked at.
const PATIENCE: usize = 8;

/// Where a value stands, or the deepest part of the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The bytes of the value within the entry's text, without the comma.
    pub value: Range<usize>,
    /// The bytes of the name of the field, or of the key of the map, that leads to the value.
    pub name: Option<Range<usize>>,
    /// How many steps of the path were found; if fewer than asked, `value` is the deepest part found.
    pub found: usize,
}

/// Finds the value at `path` in the text of an entry.
///
/// A variant that holds one value, such as `Some(…)`, is stepped into without a step of its own. Of two fields of one name the first is
/// found. Offsets are bytes of `entry`.
#[must_use]
pub fn locate(entry: &str, path: &[Step<'_>]) -> Located {
    let bytes = entry.as_bytes();
    let start = lex::skip_blank(bytes, 0).unwrap_or(0);
    let mut here = Located {
        value: start..start + entry[start..].trim_end().len(),
        name: None,
        found: 0,
    };
    for step in path {
        let Some(child) = child(entry, here.value.clone(), *step) else {
            break;
        };
        here = Located {
            value: child.value,
            name: child.name,
            found: here.found + 1,
        };
    }
    here
}

/// The value of the field `id` of an entry, if it is a plain string without escapes.
#[must_use]
pub fn entry_id(entry: &str) -> Option<&str> {
    let start = lex::skip_blank(entry.as_bytes(), 0).ok()?;
    let id = Children::of(entry.as_bytes(), start..entry.len())?
        .find(|child| child.is_named(entry, "id"))?;
    plain_string(entry.get(id.value)?)
}

/// The inside of a string literal that has no escapes and is not raw.
fn plain_string(literal: &str) -> Option<&str> {
    let inside = literal.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains(['"', '\\'])).then_some(inside)
}

/// The part of `value` that `step` leads to.
fn child(entry: &str, value: Range<usize>, step: Step<'_>) -> Option<Child> {
    let bytes = entry.as_bytes();
    let mut value = value;
    for _ in 0..WRAPPERS {
        let children = Children::of(bytes, value.clone())?;
        let named = children.named;
        let mut all = children.clone();
        let found = match step {
            Step::Field(name) => all.find(|c| c.is_named(entry, name)),
            Step::Index(_) if named == Some("Some") => None,
            Step::Index(index) => all.nth(index),
        };
        if found.is_some() {
            return found;
        }
        let mut only = children;
        let (Some(inner), None, Some(_)) = (only.next(), only.next(), named) else {
            return None;
        };
        if inner.name.is_some() {
            return None;
        }
        value = inner.value;
    }
    None
}

/// One part of a struct, map, list or tuple.
struct Child {
    name: Option<Range<usize>>,
    value: Range<usize>,
}

impl Child {
    fn is_named(&self, entry: &str, name: &str) -> bool {
        let Some(written) = self.name.clone().and_then(|n| entry.get(n)) else {
            return false;
        };
        let bare = plain_string(written).unwrap_or(written);
        bare.strip_prefix("r#").unwrap_or(bare) == name
    }
}

/// The parts of a value in brackets, in order.
#[derive(Clone)]
struct Children<'t> {
    bytes: &'t [u8],
    at: usize,
    end: usize,
    /// Bytes that may still be read in vain.
    patience: usize,
    /// The name before the bracket, if there is one.
    named: Option<&'t str>,
    is_list: bool,
}

impl<'t> Children<'t> {
    /// The parts of `value`; `None` if it has no bracket.
    fn of(bytes: &'t [u8], value: Range<usize>) -> Option<Self> {
        let bytes = bytes.get(..value.end)?;
        let name = lex::name_end(bytes, value.start);
        let open = lex::skip_blank(bytes, name).ok()?;
        if !matches!(bytes.get(open), Some(b'(' | b'[' | b'{')) {
            return None;
        }
        Some(Self {
            bytes,
            at: open + 1,
            end: value.end,
            patience: value.len().saturating_mul(PATIENCE),
            named: (name > value.start)
                .then(|| std::str::from_utf8(&bytes[value.start..name]).ok())
                .flatten(),
            is_list: bytes[open] == b'[',
        })
    }

    /// The end of the value at `at`; if it has none, the end of its line, so that what follows is still found.
    fn end_of(&mut self, at: usize) -> usize {
        lex::value_end(self.bytes, at, &mut Vec::new()).unwrap_or_else(|_| {
            self.patience = self.patience.saturating_sub(self.end - at);
            let line =
                memchr::memchr2(b'\n', b'\r', &self.bytes[at..]).map_or(self.end, |n| at + n);
            let text = &self.bytes[at..line];
            let kept = text
                .iter()
                .rposition(|b| !matches!(b, b' ' | b'\t' | b','))
                .map_or(0, |n| n + 1);
            at + kept
        })
    }
}

impl Iterator for Children<'_> {
    type Item = Child;

    fn next(&mut self) -> Option<Child> {
        if self.patience == 0 {
            return None;
        }
        let mut at = lex::skip_blank(self.bytes, self.at).ok()?;
        while self.bytes.get(at) == Some(&b',') {
            at = lex::skip_blank(self.bytes, at + 1).ok()?;
        }
        if at >= self.end || matches!(self.bytes[at], b')' | b']' | b'}') {
            return None;
        }
        let mut name = None;
        if !self.is_list {
            let key = match self.bytes[at] {
                b'"' => lex::string_end(self.bytes, at).unwrap_or(at),
                _ => lex::name_end(self.bytes, at),
            };
            if key > at
                && let Ok(colon) = lex::skip_blank(self.bytes, key)
                && self.bytes.get(colon) == Some(&b':')
            {
                name = Some(at..key);
                at = lex::skip_blank(self.bytes, colon + 1).ok()?;
            }
        }
        let end = self.end_of(at);
        // A map may have keys of any kind; what is no name and no string is passed over as a value, and so is its colon.
        self.at = if self.bytes.get(end) == Some(&b':') {
            end + 1
        } else {
            end
        };
        if self.at <= at && name.is_none() {
            self.at = at + 1;
        }
        Some(Child {
            name,
            value: at..end,
        })
    }
}
