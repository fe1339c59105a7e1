//! Whether a word means a person: beyond what extraction knows, friends and colleagues, with the endings of two languages.

use super::firsthand::LISTS;
use super::saying::Reader;

/// Arabic pronouns behind a noun, longest first.
const WHOSE: &[&str] = &["هما", "ها", "هم", "نا", "ه", "ي"];

impl Reader<'_> {
    /// Whether a folded word means somebody: "staff", "medics", «شخصان», «مقاتليه», «الممرضة».
    pub(super) fn somebody(&self, word: &str) -> bool {
        let known = |w: &str| {
            !w.is_empty()
                && (LISTS.people.iter().any(|p| p == w) || self.pack.is_some_and(|p| p.human(w)))
        };
        if word.is_ascii() {
            return known(word) || word.strip_suffix('s').is_some_and(known);
        }
        let bare = word
            .strip_prefix("ال")
            .filter(|w| w.chars().count() >= 3)
            .unwrap_or(word);
        let ends = |w: &str| {
            let dual = ["ان", "ين", "تان", "تين", "ون", "ا", "ي", "ات"];
            known(w)
                || dual.iter().any(|end| {
                    let stem = w.strip_suffix(end).filter(|s| s.chars().count() >= 3);
                    stem.is_some_and(|s| {
                        known(s) || end.starts_with('ت') && known(&format!("{s}ه"))
                    })
                })
        };
        ends(bare)
            || WHOSE.iter().any(|end| {
                let stem = bare.strip_suffix(end).filter(|s| s.chars().count() >= 3);
                stem.is_some_and(|s| {
                    ends(s) || s.strip_suffix('ت').is_some_and(|s| known(&format!("{s}ه")))
                })
            })
    }
}
