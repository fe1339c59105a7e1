//! What follows from a case: chains, and how far each claim is supported and by whom.
//!
//! Pure functions of the case; `docs/method.md` states each definition and its literature.

mod chain;
mod origins;
mod tally;

pub use chain::{Chain, Chains, Link, LinkRole};
pub use origins::{OriginKind, Origins, body};
pub use tally::{ClaimTally, Tally, taken_back, tallies};
