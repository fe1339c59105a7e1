//! The Markdown twin.

use super::matter::Matter;

pub(super) fn markdown(_matter: &Matter<'_>) -> String {
    String::new()
}
