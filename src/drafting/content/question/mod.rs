//! The question of the case: what the case is about, and what each statement says of that.
//!
//! The grammar of clauses maps a content to a proposition with all that fills it; told in words that no frame has, a
//! statement would be a claim of its own. Here the case is looked at as a whole first: whose life or death, or whose deed, do
//! most of its articles speak of (`whom`, `matter`)? Then each saying of which the grammar read nothing on that is weighed: does it
//! mean whom the case is about (`anchor`), in words of a wide family that say or deny it (`families`, RON data), or does it
//! answer the question without saying what (`weigh`)? What is assigned so is marked by rules that begin with `question-`,
//! scores below what was read, and never replaces it (`assign`).
//!
//! Nothing is assigned where no question stands out, where somebody else may be meant, or where the words are of another matter.

mod account;
mod after;
mod anchor;
mod another;
mod assign;
mod bases;
mod before;
mod custody;
mod deed;
mod event;
mod families;
mod freedom;
mod given;
mod ground;
mod kin;
mod likely;
mod living;
mod matter;
mod met;
mod reply;
mod reply_arabic;
mod round;
mod sift;
mod weigh;
mod whom;
mod words;

pub(super) use another::{no_cause, only_since, set_against};
pub(super) use assign::assign;
pub(in crate::drafting) use deed::sound;
pub(in crate::drafting) use families::{Wordings, Words};
pub(super) use whom::{hero, whom};
