//! What follows from what: claims as literals, and the binary clauses between them.
//!
//! A claim affirmed is the literal *c*, denied *¬c*. Clauses `c → d` (entails) and `c → ¬d`
//! (excludes) come from what analysts state and from the rules of the vocabulary; each brings its
//! contrapositive. Affirming travels along entailment, denying against it, and affirming denies
//! what is excluded. Pairs that only *may* exclude each other stand beside the clauses, and
//! nothing follows from them. `docs/method.md` states every rule.

mod arena;
mod clauses;
mod families;
mod kin;
mod line;
mod literal;
mod loosened;
mod pairs;
mod passed_over;
mod premise;
mod rivalry;
mod rule;
mod search;
mod signature;
mod sweep;
mod times;
mod world;

pub(super) use arena::Arena;
pub use clauses::{Implications, Implied};
pub use literal::Literal;
pub use pairs::{Between, Doubt};
pub use passed_over::{PassedOver, Reason};
pub(super) use rivalry::{Cell, Clashing, MANY, Rivalry};
pub use rule::{Rule, RuleWords};
pub(super) use search::Walk;
pub use search::{Reached, Step, entails_own_negation};
