//! What follows from a case: chains, and how far each claim is supported and by whom.
//!
//! Pure functions of the case; `docs/method.md` states each definition and its literature.

mod answers;
mod by_ruling;
mod chain;
mod commitments;
mod conflicts;
mod contradictions;
mod crowd;
mod disputes;
mod figures;
mod flow;
mod found;
mod headings;
pub mod implication;
mod listed;
mod lists;
mod not_comparable;
mod origins;
pub mod packing;
mod rulings;
mod setting;
mod standing;
mod support;
mod taken_back;
mod tallies;
mod texts;
mod timeline;
mod vital;
mod voices;
mod ways;

pub use answers::dissents;
pub use by_ruling::by_ruling;
pub use chain::{Chain, Chains, Link, LinkRole, publishers};
pub use commitments::{Commitments, Commits};
pub use conflicts::{Conflict, Held, Holding, Kind, Reasons};
pub use contradictions::{Contradiction, Contradictions, Wanted, Within};
pub use disputes::Dispute;
pub use figures::{Figures, Ledger, SharedSource, Voiced, side};
pub use headings::Fate;
pub use implication::{Implications, Literal, entails_own_negation};
pub use not_comparable::NotComparable;
pub use origins::OriginKind;
pub use rulings::{BothWays, Rulings, in_force, ruled_both_ways};
pub use setting::{Analysis, Setting, TakenBack};
pub use standing::{ClaimFigures, Standing, standing};
pub use support::{LoadBearing, Support};
pub use taken_back::{TakenBackBy, taken_back_by};
pub use texts::{SameText, Texts};
pub use timeline::{DatedBy, TimeStep, What, timeline};
pub use vital::{Dated, VitalStatus, shown_dead, vital_status};
pub use voices::{Acquaintance, perhaps_same};
