//! What contents say: articles to readings of propositions, each with its stance. Pure: text and extraction in, readings out.
//!
//! Steps: a page of tokens with what two packs know of them (`page`, `lexicon`), the persons of the article (`cast`, `names_by_place`) and their other names (`alias`), noun
//! phrases (`phrase`, `english_phrase`, `english_names`), the order of English clauses (`english`), the frames of the vocabulary met in a content, a sentence of the outlet's own, a heading or
//! the title (`hit`), propositions whose fillers fit their roles (`proposition`), the stance of the words round them
//! (`stance`, `idiom`), what words of a deed leave unsaid (`deeds`), who answers a charge (`charges`), their time (`time`), and what
//! answers what (`answer`). `docs/drafting.md` tells more.
//!
//! For integrators: [`ContentPacks::built_in`] once, then [`read_articles`]; its readings are ordered by article and, within
//! one, by place. A statement of which nothing typed could be read gives one free reading (`predicate: None`), so none is
//! dropped.

mod alias;
mod answer;
mod cast;
mod charges;
mod deeds;
mod english;
mod english_names;
mod english_phrase;
mod free;
mod ground;
mod hit;
mod idiom;
mod lexicon;
mod names_by_place;
mod own;
mod page;
mod phrase;
mod proposition;
mod question;
mod read;
mod sounds;
mod stance;
mod time;

pub use lexicon::{ContentPack, ContentPackError};
pub use read::{ContentPacks, PacksError, read_articles};

pub(in crate::drafting) use deeds::lenient;
pub(in crate::drafting) use lexicon::questions;
pub(in crate::drafting) use page::tidy;
pub(in crate::drafting) use question::{Wordings, Words, sound};
