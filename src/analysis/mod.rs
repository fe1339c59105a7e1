//! What follows from a case: chains, and how far each claim is supported and by whom.
//!
//! Pure functions of the case; `docs/method.md` states each definition and its literature.

mod chain;
pub mod implication;
mod origins;
mod rulings;
mod taken_back;
mod tally;

pub use chain::{Chain, Chains, Link, LinkRole, publishers};
pub use implication::{Implications, Literal, entails_own_negation};
pub use origins::{OriginKind, Origins, body};
pub use rulings::Rulings;
pub use taken_back::{TakenBackBy, taken_back_by};
pub use tally::{ClaimTally, Tally, taken_back, tallies};
