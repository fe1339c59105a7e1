//! Events that a case disputes: what several texts speak of and at least one denies, doubts or cannot confirm.
//!
//! The questions are found in the case itself. A saying is taken apart into clauses; each clause has words of events (`pack`,
//! RON data in both languages), names in either script and, where the case is about one person, whatever means that person
//! (`clause`). Clauses with one event meet where they share a name, and only there (`cluster`): those of other people, of
//! other numbers, or with no name where several are meant, stay apart, unless what they tell befell people together who are told by
//! what they are ("the hostages"). Only what one side affirms and another disputes is a
//! question; each clause of it then takes its stance from the words round the event (`assign`), if it tells the event and does
//! not only name it (`told`). In a case of many stories more must join them (`links`).

mod assign;
mod clause;
mod cluster;
mod links;
mod name;
mod pack;
mod told;

pub(super) use assign::assign;
pub(super) use cluster::STORIES;
pub(super) use name::may_name;
