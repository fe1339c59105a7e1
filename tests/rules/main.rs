//! The rules of this repository, each a test: the layers, what may be used where, how files
//! begin and how long they are, the licences of what is depended on, no wording of others, and that the documentation
//! says what the program does.
//!
//! Examples and schemas in `docs/` are written anew by `ISNAD_BLESS=1 cargo test --test rules`.

mod clauses;
mod examples;
mod files;
mod layers;
mod licences;
mod links;
mod manual;
mod program;
mod schemas;
mod tree;
mod wording;
