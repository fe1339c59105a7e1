//! What makes the page interactive: the data it carries and the script that reads them.
//!
//! Without them the page is whole all the same; its tools stay hidden.

use super::data;
use super::matter::Matter;

/// What the script reads.
pub(super) struct Interactive {
    /// JSON without any `<`.
    pub(super) data: String,
}

impl Interactive {
    pub(super) fn new(matter: &Matter<'_>) -> Self {
        Self {
            data: data::data(matter.material),
        }
    }
}
