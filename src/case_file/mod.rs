//! Case files: RON text that people edit by hand, read entry by entry and changed without loss.
//!
//! `read` makes a validated case of a folder (its shapes are in [`shape`], where every entry stands
//! in [`Places`]); [`Texts`] are the documents' texts where they are at hand.
//!
//! The half that does not know the model: [`scan`] splits a file into entries and survives damage, [`locate`] finds a value
//! within an entry, [`emit_entry`] writes one, [`replace_entry`] and [`append_entry`] change a file's text and leave the rest
//! as it was, [`write_if_unchanged`] puts it on disk.

mod apply;
mod batch;
mod border;
mod drafts;
mod edit;
mod emit;
mod enter;
mod enter_desk;
mod lex;
mod locate;
mod places;
mod read;
mod recover;
mod scan;
pub mod shape;
mod texts;
mod write;

pub use apply::{ApplyError, apply_draft};
pub use batch::{Change, change_entries, entry_digest};
pub use border::resplit;
pub use drafts::{DraftEvidence, DraftKind, DraftShape, emit_drafts};
pub use edit::{EditError, append_entry, replace_entry};
pub use emit::{EmitError, Value, emit_entry};
pub use enter::{EnterError, Entered, KnownOutlet, NewDocument, enter_documents};
pub use locate::{Located, Step, entry_id, locate};
pub use places::{EXCERPT, EntryAt, File, Places, Subject};
pub use read::{Loaded, ReadError, read_case};
pub use scan::{FileShape, Scan, ScanProblem, ScanProblemKind, scan};
pub use texts::{Text, Texts};
pub use write::{ChangeSet, Snapshot, WriteError, write_if_unchanged};
