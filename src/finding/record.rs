//! One finding and its place.

use super::code::{Code, Severity};

/// Something wrong or notable in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing it is.
    pub code: Code,
    /// This very thing, in one sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// Where it stands.
    pub place: Place,
    /// Other places that belong to it, each with what it is.
    pub related: Vec<(Place, String)>,
}

impl Finding {
    /// How grave it is: each code has one severity.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// A place in a file of the case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the case folder, `/` between folders.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in Unicode scalar values.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// One past the last column.
    pub end_column: usize,
    /// The line or lines of the entry that it stands in, cut where long.
    pub excerpt: String,
}
