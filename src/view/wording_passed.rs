//! The part of a sentence of supported wording that tells of what is passed on without vouching for it.

use super::phrase::{STATEMENT, Tongue};
use super::voice::NAMED;
use super::wording::{Sentence, oblique};
use crate::model::{Key, Source};

impl Sentence<'_, '_> {
    /// Who passes it on without vouching for it.
    pub(super) fn reported(&self, t: Tongue, disputed: bool) -> String {
        if self.passed_on.is_empty() {
            let words = self.mentions.words(t, self.analysis, true);
            return match t {
                Tongue::En => Tongue::capital(&words),
                Tongue::Ar => words,
            };
        }
        match (self.passed_on_by(t), t) {
            (None, _) => unsourced(t, self.rumours(), disputed),
            (Some(who), Tongue::En) => format!("Passed on, without vouching for it, {who}"),
            (Some(who), Tongue::Ar) => format!("مصدر النقل دون جزم: {who}"),
        }
    }

    /// How many unsourced reports there are, without what is only mentioned in denials.
    pub(super) fn rumours(&self) -> usize {
        self.mentions
            .others(&self.figures.reports.1.unsourced)
            .len()
    }

    /// Who passes it on; none where nobody does who is known.
    pub(super) fn passed_on_by(&self, t: Tongue) -> Option<String> {
        let origins = &self.figures.reports.1;
        let heard: Vec<Key<Source>> = origins
            .named
            .iter()
            .chain(&origins.undisclosed)
            .chain(&origins.own_voice)
            .copied()
            .collect();
        if heard.is_empty() {
            return None;
        }
        let names = t.sources(self.analysis.case, heard.iter().copied(), NAMED);
        let mut text = match t {
            Tongue::En => format!("by {names}"),
            Tongue::Ar => names,
        };
        if self.rumours() > 0 {
            let n = t.count(self.rumours(), STATEMENT);
            text.push_str(&match t {
                Tongue::En => format!(", and in unsourced reports ({n})"),
                Tongue::Ar => format!("، وخبر متداول لا يُعرف قائله (ورد في {})", oblique(t, &n)),
            });
        }
        Some(text)
    }
}

/// So many statements with nobody written at their beginning.
pub(super) fn unsourced(t: Tongue, statements: usize, disputed: bool) -> String {
    let n = t.count(statements, STATEMENT);
    match t {
        Tongue::En if disputed => format!("Passed on in unsourced reports ({n})"),
        Tongue::En => format!("According to unsourced reports ({n})"),
        Tongue::Ar => format!("خبر متداول لا يُعرف قائله (ورد في {})", oblique(t, &n)),
    }
}
