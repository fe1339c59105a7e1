//! Origins: what is known of the first links of chains.

use schemars::JsonSchema;
use serde::Serialize;

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
