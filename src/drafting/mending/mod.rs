//! Who really speaks: proposals put right with what only a case knows, before anything is read from them.
//!
//! Extraction sees one text and no list of bodies. With the outlets of the case and the list at hand some of its proposals
//! can be seen to be wrong: whoever was told was taken for the speaker, a report's relay and origin were joined, a post was
//! cut at «و», a pronoun found an older antecedent. What is changed here is changed in the proposal, so that sources, chains and claims rest on
//! the same reading.

mod answered;
mod apart;
mod arabic;
mod arabic_joined;
mod arabic_told;
mod bounded;
mod charge;
mod clauses;
mod condoled;
mod embedded;
mod english;
mod english_answers;
mod english_clauses;
mod english_joined;
mod english_labels;
mod english_misread;
mod english_parted;
mod english_passing;
mod english_pointed;
mod english_positions;
mod english_relative;
mod english_unheard;
mod english_verdict;
mod foremost;
mod frame;
mod ground;
mod heads;
mod judged;
mod labelled;
mod letters;
mod nouns;
mod parted;
mod passed_round;
mod positions;
mod prose;
mod quotations;
mod refused;
mod subjects;
mod trailing;
mod unheard;
mod voiced;
mod withdrawing;
mod withheld;
mod wordings;

pub(super) use ground::mend;
pub(super) use prose::{Prose, Word};
pub(super) use withdrawing::withdraws_own;
pub(super) use withheld::withholds;
