//! Case files: RON text that people edit by hand, read entry by entry and changed without loss.
//!
//! The half that does not know the model: [`scan`] splits a file into entries and survives damage, [`locate`] finds a value
//! within an entry.

mod lex;
mod locate;
mod places;
mod read;
mod recover;
mod scan;
pub mod shape;

pub use locate::{Located, Step, entry_id, locate};
pub use places::{EntryAt, File, Places, Subject};
pub use read::{Loaded, ReadError, read_case};
pub use recover::resplit;
pub use scan::{FileShape, Scan, ScanProblem, ScanProblemKind, scan};
