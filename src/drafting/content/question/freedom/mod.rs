//! Whether those who were abducted or are held have been let go: where most articles of a case speak of captivity and of release of
//! the same one, two or more people.
//!
//! They are told by what they are ("the hostages", «الموظفان», "the pair"), by names that stand beside such words, by what the articles
//! call somebody so named ("the nurse"), or by whose they are ("his sister"). The words of a release are read with the other events
//! (`event`); what they leave is weighed as with a death: that they are in safe hands, that nobody has left, "no picture, no voice".
//! Who is in prison for another reason, who holds them and who else is named before the words is somebody else.

mod asked;
mod names;
mod pack;
mod those;

pub(super) use asked::Freedom;
pub(super) use pack::{Release, of_a_thing, only_wanted};
