//! Words that take back what was said before, and who is told to have done so: "the monitor withdrew its report that …".
//!
//! The words are data (`packs/withdrawals.ron`). What a speaker's own words take back is asked in `retractions`; what a page
//! tells of somebody's withdrawal is proposed in `mending/withdrawing`.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::content::{Wordings, questions};
use crate::text::fold::fold;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    retracts: Vec<String>,
    corrects: Vec<String>,
    said: Vec<String>,
    denial: Vec<String>,
    unbelieved: Vec<String>,
    oneself: String,
    declines: Vec<String>,
    in_full: Vec<String>,
    told: BTreeMap<String, ToldShape>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldShape {
    verbs: String,
    whose: String,
    objects: String,
    about: String,
    behind: String,
    which: String,
    that: String,
    bars: String,
    other: String,
    by: String,
}

/// How a withdrawal is told in one language.
pub(super) struct Told {
    /// Verbs of taking back.
    pub(super) verbs: Wordings,
    /// "Its", "her": where a language writes it apart.
    pub(super) whose: Wordings,
    /// What was said, in Arabic with whose it is.
    pub(super) objects: Wordings,
    /// "That", "about": opens what was said.
    pub(super) about: Wordings,
    /// "Earlier": stands with what was said.
    pub(super) behind: Wordings,
    /// Opens a relative clause on it, where that tells what was said.
    pub(super) which: Wordings,
    /// Opens what was said within that clause.
    pub(super) that: Wordings,
    /// Words around it that make it no withdrawal of anybody's, or one that somebody else tells of.
    pub(super) bars: Wordings,
    /// Words behind what was said that show another thing taken back, or only put right.
    pub(super) other: Wordings,
    /// Words behind a comma with which somebody else tells of it.
    pub(super) by: Wordings,
}

/// The words.
pub(super) struct Withdrawals {
    /// Words that take back, folded, and what they do.
    pub(super) words: Vec<(String, &'static str)>,
    /// What is taken back stands near them.
    pub(super) said: Vec<String>,
    /// What a denial is called.
    pub(super) denial: Vec<String>,
    /// "No longer believes": said of oneself, it takes back what one said of it.
    pub(super) unbelieved: Vec<String>,
    /// Words before it that stand for the speaker or say nothing.
    pub(super) oneself: HashSet<String>,
    /// Who declines to speak takes nothing back.
    pub(super) declines: Vec<String>,
    /// Words that say of a report that all of it is withdrawn.
    pub(super) in_full: Vec<String>,
    told: [Option<Told>; 2],
}

impl Withdrawals {
    /// How it is told in a language.
    pub(super) fn told(&self, arabic: bool) -> Option<&Told> {
        self.told[usize::from(arabic)].as_ref()
    }
}

/// The built-in words; none where they do not parse, which a test rules out.
pub(super) fn withdrawals() -> Option<&'static Withdrawals> {
    static ALL: LazyLock<Option<Withdrawals>> = LazyLock::new(|| {
        let shape: Shape = questions(include_str!("packs/withdrawals.ron"));
        let all = |words: &[String]| words.iter().map(|w| fold(w)).collect::<Vec<_>>();
        let told = |language: &str| {
            shape.told.get(language).map(|t| Told {
                verbs: Wordings::new(&t.verbs),
                whose: Wordings::new(&t.whose),
                objects: Wordings::new(&t.objects),
                about: Wordings::new(&t.about),
                behind: Wordings::new(&t.behind),
                which: Wordings::new(&t.which),
                that: Wordings::new(&t.that),
                bars: Wordings::new(&t.bars),
                other: Wordings::new(&t.other),
                by: Wordings::new(&t.by),
            })
        };
        let kinds = [(&shape.retracts, "retracts"), (&shape.corrects, "corrects")];
        (!shape.retracts.is_empty()).then(|| Withdrawals {
            words: kinds
                .into_iter()
                .flat_map(|(list, how)| all(list).into_iter().map(move |w| (w, how)))
                .collect(),
            said: all(&shape.said),
            denial: all(&shape.denial),
            unbelieved: all(&shape.unbelieved),
            oneself: shape.oneself.split_whitespace().map(fold).collect(),
            declines: all(&shape.declines),
            in_full: all(&shape.in_full),
            told: [told("en"), told("ar")],
        })
    });
    ALL.as_ref()
}

#[cfg(test)]
mod tests {
    use super::withdrawals;

    #[test]
    fn the_words_parse() {
        let all = withdrawals().expect("the pack has its shape");
        assert!(all.told(true).is_some() && all.told(false).is_some());
        assert!(all.words.iter().any(|(_, how)| *how == "corrects"));
    }
}
