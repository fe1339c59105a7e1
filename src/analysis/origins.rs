//! Origins: what is known of the first links of chains, and the body that a source speaks for.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Case, Key, Source};

/// What is known of an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// Its name is written.
    Named,
    /// Someone real, name withheld.
    Undisclosed,
    /// Nobody is written.
    Unknown,
}

/// The body that a source speaks for, as far as that goes; the source itself where it is its own.
pub fn body(case: &Case, source: Key<Source>) -> Key<Source> {
    let mut here = source;
    // Circles are cut when the case is read.
    while let Some(body) = case.sources[here].speaks_for {
        here = body;
    }
    here
}
