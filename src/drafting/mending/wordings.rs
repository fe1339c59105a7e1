//! Wordings of a built-in pack by language, and the words of a sentence as wordings are compared with them.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::prose::Word;
use crate::drafting::content::{Words, questions};

/// The wordings of each language of a pack.
pub(super) struct ByLanguage<T>(BTreeMap<String, T>);

impl<T> ByLanguage<T> {
    /// Read from a pack, each language's shape made ready.
    pub(super) fn read<S: DeserializeOwned>(ron: &str, ready: impl Fn(&S) -> T) -> Self {
        let shapes: BTreeMap<String, S> = questions(ron);
        Self(shapes.iter().map(|(l, s)| (l.clone(), ready(s))).collect())
    }

    /// Those of a language; none where the pack does not have its shape, which tests rule out.
    pub(super) fn of(&self, arabic: bool) -> Option<&T> {
        self.0.get(if arabic { "ar" } else { "en" })
    }
}

/// The words of a sentence as wordings are compared with them.
pub(super) fn forms(words: &[Word], arabic: bool) -> Words {
    Words::of_list(words.iter().map(|w| w.folded.as_str()), arabic)
}
