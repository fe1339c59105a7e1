//! Proposals across documents: from a case's articles to sources, chains, copies, entities, claims and statements.
//!
//! One way through:
//!
//! 1. [`Article`]: a document with its text and what extraction proposes for it.
//! 2. [`Reading`]: what a statement, or a sentence or heading of the outlet's own, says of one proposition, with its stance.
//!
//! Nothing here reads files or writes them: drafting takes articles and a case, and gives entries to write.

mod answer;
mod article;
mod bodies_by_name;
mod carried;
mod claim_entries;
pub mod claims;
pub mod content;
mod copying;
mod credits;
mod described;
mod desk;
mod doers;
mod entries;
mod firsthand;
mod heads;
mod introduced;
mod introduced_person;
mod joined;
pub mod learned;
mod mending;
mod misheard;
mod named_within;
pub mod naming;
mod network;
mod notices;
mod outlets_again;
mod plan;
mod post_names;
mod reading;
pub mod record;
mod resting;
mod retractions;
mod saying;
mod signs;
mod somebody;
mod speakers;
mod stem;
mod telling;
mod told_before;
mod weekday;
mod withdrawals;
mod witnesses;

pub use answer::{Answer, Explained, Explanations, Ground};
pub use article::{Article, NO_PACK, Unread, articles};
pub use claims::{DraftedClaim, Filled, Whose, claims};
pub use content::{ContentPack, ContentPacks, PacksError, read_articles};
pub use credits::{Credit, credits, unlisted};
pub use plan::{Lists, Look, Plan, Summary, draft};
pub use reading::{Count, Filler, Named, Proposed, Reading, Said};
