//! Reports: one self-contained page for editors and lawyers, and its twin in Markdown.
//!
//! A [`Report`] is made from views only and says nothing that they do not say. It is whole without
//! its script: read, printed or pasted as it is.
//!
//! **The page.** Both languages are in the file; each text of the interface exists as
//! `data-l="en"` and `data-l="ar"`, and `data-lang` of `html` says which is shown. Sections, in this
//! order: `#brief`, `#questions`, one `section.claim` with the id `claim-ID` a claim, `#sources`,
//! `#documents`, `#statements`, `#decisions`, `#explore` (hidden until the script fills it),
//! `#method`. Each statement stands in full once, with the id `statement-ID`: with the first
//! question on the page that it bears on, else under `#statements`. Rows of sources and documents
//! have the ids `source-ID` and `document-ID`, those of questions `question-ID`. A figure that
//! changes with the setting is a `span` with `data-claim` and `data-figure`. `#tools` is hidden
//! until the script fills it.
//!
//! **Pictures** are drawn for the page's own style sheet: no style or script of their own.
//!
//! **Nothing is fetched.** The policy in the page's head allows no request, and only the style,
//! script and data that the file itself holds, by their digests.

mod cautions;
mod claim;
pub mod data;
mod drawings;
mod front;
mod interactive;
mod markdown;
mod matter;
mod method;
pub mod packing;
mod page;
mod parts;
mod plain;
mod ready;
pub mod script;
mod statement;
mod tables;
mod tally;
mod words;

pub use matter::Request;
pub use ready::Report;
