//! "Told the station", "the same station", «للإذاعة»: an outlet that was named before, by the word for what it is.

use super::naming::Form;
use super::saying::{Passed, Reader, Saying, Teller};
use crate::extraction::SourceKind;

/// Words that say of an outlet only what it is, folded.
const KINDS: &[&str] = &[
    "station",
    "paper",
    "newspaper",
    "channel",
    "website",
    "site",
    "agency",
    "broadcaster",
    "magazine",
    "radio",
    "daily",
    "weekly",
    "محطه",
    "اذاعه",
    "قناه",
    "صحيفه",
    "موقع",
    "وكاله",
    "مجله",
    "جريده",
];
/// Words that point back.
const BACK: &[&str] = &[
    "same",
    "this",
    "that",
    "the",
    "ذاتها",
    "نفسها",
    "ذاته",
    "نفسه",
    "هذه",
];
/// Whoever is told stands within so many characters of the cue.
const GAP: usize = 40;

/// Whether words say of an outlet only what it is.
fn only_kind(form: &Form) -> bool {
    let bare = |w: &str| -> String {
        w.strip_prefix("لل")
            .or_else(|| w.strip_prefix("ال"))
            .unwrap_or(w)
            .to_owned()
    };
    let kinds = form
        .words
        .iter()
        .filter(|w| KINDS.contains(&bare(w).as_str()) && (w.is_ascii() || bare(w) != **w))
        .count();
    kinds == 1
        && form.words.len() <= 3
        && form
            .words
            .iter()
            .all(|w| KINDS.contains(&bare(w).as_str()) || BACK.contains(&w.as_str()))
}

impl Reader<'_> {
    /// Puts the outlet that was named last where a saying has no more than the word for one.
    pub(super) fn outlets_again(&self, all: &mut [Saying]) {
        let own = self.own;
        let outlet = |who: &Teller| match who {
            Teller::Named { named, kind, .. } => {
                matches!(
                    kind,
                    SourceKind::Outlet | SourceKind::Agency | SourceKind::Website
                ) && !only_kind(&Form::new(&named.name))
                    && (own.is_none()
                        || self
                            .listed
                            .find(&Form::new(&named.name), self.titles)
                            .map(|(i, _, _)| i)
                            != own)
            }
            _ => false,
        };
        let mut last: Option<Teller> = None;
        for saying in all.iter_mut() {
            for relay in &mut saying.relays {
                let pointed = matches!(&relay.who, Teller::Named { named, .. } if only_kind(&Form::new(&named.name)));
                if pointed && let Some(last) = &last {
                    relay.who = last.clone();
                } else if outlet(&relay.who) {
                    last = Some(relay.who.clone());
                }
            }
            if outlet(&saying.who) {
                last = Some(saying.who.clone());
            }
            let told = saying.relays.is_empty() && !saying.to_own && !saying.outlet_voice;
            if let (true, Some(cue), Some(content), Some(last)) =
                (told, saying.cue, saying.content.first(), &last)
                && content.start > cue.end
                && content.start - cue.end <= GAP
                && self.says_told(saying)
            {
                let between = self.slice(cue.end, content.start);
                let form = Form::new(between.trim().trim_end_matches(" that"));
                if only_kind(&form) {
                    saying.relays.push(Passed {
                        who: last.clone(),
                        rule: "told-to",
                    });
                }
            }
        }
    }

    /// Whether a saying's cue is one of telling somebody.
    fn says_told(&self, saying: &Saying) -> bool {
        saying.cue.is_some_and(|cue| {
            let word = self.slice(cue.start, cue.end).to_lowercase();
            !word.is_ascii() || matches!(word.as_str(), "told" | "tells" | "has told" | "had told")
        })
    }
}
