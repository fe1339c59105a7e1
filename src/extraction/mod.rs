//! Attributed statements from raw text: who conveys what through which words.
//!
//! The steps: fold the text with a map back ([`crate::text::fold`]), cut it into tokens, quotations and sentences
//! (`token`), find cues by looking words up in a language pack (`pack`, `lexicon`, `inflect`, `cue`), find each content's
//! end (`content`) and each source (`phrase`, `resolve`), and put the statements together (`engine`). Everything is linear
//! in the length of the text: every walk from a cue is bounded. `docs/extraction.md` tells more.

#![allow(clippy::nonminimal_bool)] // Conditions are written in the order in which the grammar is read.

mod according;
mod agreement;
mod amount;
mod analysis;
mod antecedent;
mod apposition;
mod belonging;
mod besides;
mod blocks;
mod border;
mod clause;
mod clause_end;
mod content;
mod cue;
mod cue_charge;
mod cue_everyday;
mod cue_nobody;
mod cue_opening;
mod cue_unsaid;
mod cue_who;
mod dateline;
mod dates;
mod deed;
mod describe;
mod drafts;
mod engine;
mod evidence;
mod extent;
mod extractor;
mod growth;
mod growth_bare;
mod growth_definite;
mod growth_joined;
mod homograph;
mod inflect;
mod interrupted;
mod judged;
mod language_model;
mod latin;
mod lexicon;
mod lookup;
mod meeting;
mod mention;
mod names;
mod names_office;
mod nominal;
mod object;
mod occasion;
mod opening;
mod output;
mod pack;
mod person;
mod phrase;
mod proposal;
mod put_down;
mod quotation;
mod report;
mod resolve;
mod scan;
mod scan_aside;
mod scan_circumstance;
mod scan_quotation;
mod scan_relay;
mod scan_subject;
mod scan_word;
mod shape;
mod sift;
mod speaker;
mod survey;
mod sweep;
mod token;
mod traits;
mod turn;
mod unnamed;
mod vocabulary;
mod within;
mod word;

pub use engine::{KnownName, extract, extract_with};
pub use extractor::{Extractor, ExtractorError, Heed, Rules};
pub(crate) use inflect::{Tense, forms as inflected};
pub use language_model::{LanguageModel, Transport};
pub use lexicon::{Pack, PackError};
pub use mention::{Mention, MentionKind};
pub use output::{Act, Extraction, Missed, Proposed, Quoted, SourceKind, Style};
pub(crate) use pack::Of;
pub(crate) use survey::{Marked, Piece, Seen, Survey, survey};
