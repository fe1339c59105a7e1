//! The middle of a sentence of supported wording: who denies it in words, and apart from them what is said on other
//! questions that does not go with it.

use super::heard::Part;
use super::mention::{its_source, source_of};
use super::moments::Moments;
use super::phrase::Tongue;
use super::wording::{Sentence, these_texts};

impl Sentence<'_, '_> {
    /// "denied by X", and apart from that what only follows from words on other questions, after who says so; none
    /// where nobody denies it.
    pub(super) fn denied(&self, t: Tongue) -> Option<String> {
        if self.denies.is_empty() {
            let back = self.taken_back(true);
            return (back.statements() > 0).then(|| {
                let words = back.words(t, self.analysis);
                // When it was denied, and not when that was taken back.
                let when = Moments::of(self.analysis, &self.figures.denies.taken_back);
                let when = when.map_or_else(String::new, |when| format!(" ({})", when.words(t)));
                match (t, back.follows()) {
                    (Tongue::En, false) => format!("its denial{when} since {words}"),
                    (Tongue::Ar, false) => format!("جرى بشأن نفيه{when} {words}"),
                    (Tongue::En, true) => {
                        format!("what was at odds with it on another question{when} since {words}")
                    }
                    (Tongue::Ar, true) => {
                        format!("جرى بشأن ما لم يتفق معه في مسألة أخرى{when} {words}")
                    }
                }
            });
        }
        if self.denies.only_elsewhere() {
            return Some(self.at_odds(t));
        }
        let here = &self.denies.here;
        if let Some(words) = here.in_heading(t, self.analysis, true) {
            let rest = self.also_denied(t);
            return Some(match t {
                Tongue::En => format!("denied {words}{rest}"),
                Tongue::Ar => format!("مصدر نفيه: {words}{rest}"),
            });
        }
        Some(match (t, here.known(t, self.analysis, " and by ")) {
            (Tongue::En, Some(who)) if here.perhaps() => {
                format!("perhaps denied by {who}{}", self.also_denied(t))
            }
            (Tongue::Ar, Some(who)) if here.perhaps() => {
                let its = its_source(here.known_as());
                format!("قد يُقرأ نفيًا له كلام {its}: {who}{}", self.also_denied(t))
            }
            (Tongue::En, Some(who)) if here.is_apparent() => {
                format!("apparently denied by {who}{}", self.also_denied(t))
            }
            (Tongue::Ar, Some(who)) if here.is_apparent() => format!(
                "{} على ما يبدو: {who}{}",
                source_of(here.known_as(), "نفيه"),
                self.also_denied(t)
            ),
            (Tongue::En, Some(who)) => format!("denied by {who}{}", self.also_denied(t)),
            (Tongue::Ar, Some(who)) => format!(
                "{}: {who}{}",
                source_of(here.known_as(), "نفيه"),
                self.also_denied(t)
            ),
            // A denial without an owner is no denier.
            (_, None) => {
                let (n, rest) = (here.bare(t), self.besides_at_odds(t));
                match t {
                    Tongue::En => {
                        format!("a denial of unknown origin is passed on ({n}){rest}")
                    }
                    Tongue::Ar => format!("ورد نفي لا يُعرف قائله ({n}){rest}"),
                }
            }
        })
    }

    /// Words on other questions that do not go with it, whoever denies it.
    pub(super) fn at_odds(&self, t: Tongue) -> String {
        let part: &Part = &self.denies.elsewhere;
        let also = beside(t, part.unsourced(t, true));
        match (t, part.known(t, self.analysis, " and by ")) {
            (Tongue::En, Some(who)) => {
                format!("at odds with what is said on another question by {who}{also}")
            }
            (Tongue::Ar, Some(who)) => {
                let its = its_source(part.known_as());
                format!("لا يتفق معه ما قيل في مسألة أخرى، و{its}: {who}{also}")
            }
            (_, None) => {
                let n = part.bare(t);
                match t {
                    Tongue::En => {
                        format!("at odds with words of unknown origin on another question ({n})")
                    }
                    Tongue::Ar => format!("لا يتفق معه كلام لا يُعرف قائله في مسألة أخرى ({n})"),
                }
            }
        }
    }

    /// The same after a denial, with how many voices both are together.
    pub(super) fn besides_at_odds(&self, t: Tongue) -> String {
        if self.denies.elsewhere.is_empty() {
            return String::new();
        }
        let (words, together) = (self.at_odds(t), self.denies.together(t));
        match t {
            Tongue::En => format!(", and {words}{together}"),
            Tongue::Ar => format!("، و{words}{together}"),
        }
    }

    /// Beside known deniers: denials without an owner, and what is at odds with it.
    pub(super) fn also_denied(&self, t: Tongue) -> String {
        let here = &self.denies.here;
        beside(t, here.unsourced(t, true)) + &self.besides_at_odds(t)
    }

    pub(super) fn no_denial(&self, t: Tongue) -> String {
        let texts = these_texts(t, self.analysis, self.texts);
        match t {
            Tongue::En => format!("no denial {texts}"),
            Tongue::Ar => format!("ولا نفي لذلك {texts}"),
        }
    }
}

/// ", beside a denial of unknown origin".
fn beside(t: Tongue, words: Option<String>) -> String {
    match (t, words) {
        (_, None) => String::new(),
        (Tongue::En, Some(words)) => format!(", beside {words}"),
        (Tongue::Ar, Some(words)) => format!("، إلى جانب {words}"),
    }
}
