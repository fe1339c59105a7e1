//! Case files: RON text that people edit by hand, read entry by entry and changed without loss.
//!
//! The half that does not know the model: [`scan`] splits a file into entries and survives damage, [`locate`] finds a value
//! within an entry, [`emit_entry`] writes one, [`replace_entry`] and [`append_entry`] change a file's text and leave the rest
//! as it was, [`write_if_unchanged`] puts it on disk.

mod border;
mod edit;
mod emit;
mod lex;
mod locate;
mod recover;
mod scan;
mod write;

pub use border::resplit;
pub use edit::{EditError, append_entry, replace_entry};
pub use emit::{EmitError, Value, emit_entry};
pub use locate::{Located, Step, entry_id, locate};
pub use scan::{FileShape, Scan, ScanProblem, ScanProblemKind, scan};
pub use write::{ChangeSet, Snapshot, WriteError, write_if_unchanged};
