//! The Markdown twin: the same report for a desk's own system or a plain editor.
//!
//! CommonMark with the tables of GitHub's. One language, with the supported wording in both. What
//! comes from a case is escaped so that it is text whatever it holds, and isolated, so that Arabic
//! within an English line moves nothing that stands beside it.

mod claims;
mod escape;
mod front;
mod lists;
mod statement;
mod twin;

pub(super) use twin::markdown;
