//! What drafting makes of the beds of retold articles, against what a careful reader finds in them.

#![allow(clippy::unwrap_used)]

mod beds;
mod gold;
mod learning;
mod matching;
mod run;
mod score;
mod table;
