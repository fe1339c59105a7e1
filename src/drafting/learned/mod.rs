//! What was learned from labelled statements: how likely the words of a saying answer the question of a case, and how.
//!
//! A saying is cut into marks ([`marks`]); a mark has a weight for each [`Sense`], and the weights of all marks together give
//! the chances ([`Weights::chances`]): multinomial logistic regression, the log-linear model of Berger, Della Pietra and Della
//! Pietra (1996). The weights are data (`packs/learned`), made by a command from the statements of the beds that were read and
//! from lines written for the purpose (`tests/data/lessons`); a test makes them anew and compares.
//!
//! It knows words, not whom they are of: who asks it must know that the saying is of whom the case is about.

mod marks;
mod weights;

pub use marks::{marks, marks_of};
pub use weights::{Chances, Sense, Topic, Weights, scale};
