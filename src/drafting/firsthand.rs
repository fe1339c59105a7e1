//! Who saw or told what a speaker tells: "my sister rang at six and said", «جاءنا رفاقه وقالوا», "our witness heard it", «أخوها أبلغها بذلك».
//!
//! A speaker who passes on another's word names that other as a matter of course: as the subject of a call or a visit, of a verb
//! of seeing, or as a source of their own. The speaker is then no origin beside them.

use std::sync::LazyLock;

use serde::Deserialize;

use super::content::questions;
use super::naming::Form;
use super::reading::Named;
use super::resting::{THAT, WHOLE};
use super::saying::{Passed, Reader, Teller};
use crate::extraction::{Proposed, SourceKind};
use crate::model::EntityKind;
use crate::text::fold::fold;

/// How far into a content it may say who told it.
const FAR: usize = 200;

/// A description is cut behind so many words.
const LONGEST: usize = 8;

/// Words by which somebody told or saw (`packs/firsthand.ron`).
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    called: Vec<String>,
    pub(super) saw: Vec<String>,
    pub(super) saw_ar: Vec<String>,
    pub(super) with_on: Vec<String>,
    sources: Vec<String>,
    pub(super) sources_ar: Vec<String>,
    by_trade: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) some: Vec<String>,
    pub(super) none: Vec<String>,
    pub(super) they: Vec<String>,
    pub(super) stands: Vec<String>,
    pub(super) points: Vec<String>,
    pub(super) gives_up: Vec<String>,
    pub(super) her: Vec<String>,
    pub(super) heads: Vec<String>,
    pub(super) watches: Vec<String>,
    pub(super) groups: Vec<String>,
    calls_ar: Vec<String>,
    whose: Vec<String>,
    tells: Vec<String>,
    pub(super) him: Vec<String>,
    came: Vec<String>,
}

/// The built-in words; none where they do not parse, which a test rules out.
pub(super) static LISTS: LazyLock<Lists> =
    LazyLock::new(|| questions(include_str!("packs/firsthand.ron")));

pub(super) fn among(list: &[String], word: &str) -> bool {
    list.iter().any(|w| w == word)
}

/// The words of a content's beginning, as written and folded.
pub(super) struct Opening<'t> {
    pub(super) pieces: Vec<&'t str>,
    pub(super) words: Vec<String>,
}

impl<'t> Opening<'t> {
    fn new(text: &'t str) -> Self {
        let pieces: Vec<&str> = text.split_whitespace().collect();
        let words = pieces
            .iter()
            .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
            .collect();
        Self { pieces, words }
    }

    pub(super) fn word(&self, n: usize) -> &str {
        self.words.get(n).map_or("", String::as_str)
    }

    pub(super) fn stops(&self, n: usize) -> bool {
        self.pieces
            .get(n)
            .is_some_and(|p| p.ends_with([',', '،', '.', '؛', ';', ':']))
    }

    pub(super) fn unbroken(&self, from: usize, to: usize) -> bool {
        (from..to).all(|n| !self.stops(n))
    }
}

impl Reader<'_> {
    /// Whom a content says its speaker has it from, beyond verbs of telling.
    pub(super) fn firsthand(&self, one: &Proposed) -> Option<Passed> {
        let content = one.content.first()?;
        let text: String = content.text.chars().take(FAR).collect();
        let opening = Opening::new(&text);
        if self.article.language.starts_with("ar") {
            self.told_him(&opening)
                .or_else(|| self.came_and_said(&opening))
                .or_else(|| self.passed_from(one, &opening))
                .or_else(|| self.own_source_ar(&opening))
                .or_else(|| self.somebody_saw_ar(&opening))
        } else {
            self.called(&opening)
                .or_else(|| self.called_and_told(one, &opening))
                .or_else(|| self.mine_says(&opening))
                .or_else(|| self.asked_and_told(&opening))
                .or_else(|| self.told_by_name(one, &opening))
                .or_else(|| self.own_source(&opening))
                .or_else(|| self.what_they_told(&opening))
                .or_else(|| self.somebody_saw(&opening))
        }
    }

    pub(super) fn behind(&self, pieces: &[&str], rule: &'static str) -> Option<Passed> {
        let shown = pieces.iter().take(LONGEST).copied().collect::<Vec<_>>();
        let form = Form::new(shown.join(" ").trim_matches(|c: char| !c.is_alphanumeric()));
        if form.words.is_empty() {
            return None;
        }
        Some(Passed {
            who: Teller::Withheld {
                description: form.shown,
                kind: SourceKind::AnonymousSource,
                span: None,
            },
            rule,
        })
    }

    /// "Karin rang at six and said", "my brother called and said".
    fn called(&self, of: &Opening) -> Option<Passed> {
        let at = (1..5).find(|n| among(&LISTS.called, of.word(*n)))?;
        let and = (at + 1..at + 8).find(|n| of.word(*n) == "and")?;
        let said = matches!(of.word(and + 1), "said" | "told");
        if !said || !of.unbroken(0, and) {
            return None;
        }
        let capital = |n: usize| {
            of.pieces[n]
                .chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(char::is_uppercase)
        };
        let pronoun = matches!(
            of.word(0),
            "he" | "she" | "they" | "it" | "we" | "i" | "you"
        );
        if !pronoun && at <= 3 && (0..at).all(capital) && !self.somebody(of.word(at - 1)) {
            let name = Form::new(&of.pieces[..at].join(" ")).shown;
            return Some(Passed {
                who: Teller::Named {
                    named: Named {
                        name,
                        kind: EntityKind::Person,
                        span: None,
                        known_as: None,
                    },
                    kind: SourceKind::Witness,
                    phrase: None,
                },
                rule: "told-the-source",
            });
        }
        (self.somebody(of.word(at - 1)) && at > 1)
            .then(|| self.behind(&of.pieces[..at], "told-the-source"))
            .flatten()
    }

    /// "Officials had called in the night and told him that": the telling stands behind what was made a content of its own.
    fn called_and_told(&self, one: &Proposed, of: &Opening) -> Option<Passed> {
        let at = (1..6).find(|n| among(&LISTS.called, of.word(*n)))?;
        let end = one.content.last()?.end as usize;
        let behind = fold(self.slice_to(end, end + 24));
        let told = [
            "and told him",
            "and told her",
            "and told them",
            "and told me",
            "and told us",
        ];
        let noun = at - usize::from(matches!(of.word(at - 1), "had" | "has" | "have"));
        let who = noun.checked_sub(1).map(|n| of.word(n))?;
        (told.iter().any(|t| behind.trim_start().starts_with(t))
            && self.somebody(who)
            && of.unbroken(0, at))
        .then(|| self.behind(&of.pieces[..noun], WHOLE))
        .flatten()
    }

    /// "My neighbour works there and she says", "my cousin is a clerk, he told us".
    fn mine_says(&self, of: &Opening) -> Option<Passed> {
        let noun = (1..4).find(|n| self.somebody(of.word(*n)))?;
        let says = (noun + 1..noun + 10).find(|n| {
            matches!(of.word(*n), "he" | "she" | "they")
                && matches!(of.word(*n + 1), "say" | "says" | "said" | "told" | "tells")
        })?;
        let ends = |n: usize| {
            of.pieces
                .get(n)
                .is_some_and(|p| p.ends_with(['.', '!', '?']))
        };
        (matches!(of.word(0), "my" | "our") && !(0..says).any(ends))
            .then(|| self.behind(&of.pieces[..=noun], "told-the-source"))
            .flatten()
    }

    /// "He had telephoned his colleague in the capital and been told that".
    fn asked_and_told(&self, of: &Opening) -> Option<Passed> {
        let at = (0..5).find(|n| {
            among(&LISTS.called, of.word(*n))
                || matches!(of.word(*n), "asked" | "contacted" | "reached" | "met")
        })?;
        let and = (at + 2..at + 10).find(|n| of.word(*n) == "and")?;
        let told = (and + 1..and + 4)
            .any(|n| matches!(of.word(n), "told" | "assured" | "informed"))
            && matches!(of.word(and + 1), "been" | "was" | "had" | "were" | "got");
        let whose = matches!(
            of.word(at + 1),
            "his" | "her" | "their" | "its" | "a" | "an" | "the"
        );
        (told && whose && of.unbroken(at, and))
            .then(|| self.behind(&of.pieces[at + 1..and], "told-the-source"))
            .flatten()
    }

    /// "Two people who work at the clinic have told Karin Wahl, who leads the party, that", said by Karin Wahl.
    fn told_by_name(&self, one: &Proposed, of: &Opening) -> Option<Passed> {
        let at = (1..18).find(|n| of.word(*n) == "told")?;
        let name = fold(one.source_name.as_deref()?);
        let own = one.named
            && name
                .split_whitespace()
                .any(|w| w == of.word(at + 1) || w == of.word(at + 2));
        let opens = matches!(
            of.word(0),
            "a" | "an" | "one" | "two" | "three" | "several" | "some"
        );
        let noun = (1..5).find(|n| self.somebody(of.word(*n)))?;
        // "Two people who work there": of whom nothing else is said.
        let somebody = matches!(
            of.word(noun),
            "people" | "men" | "women" | "man" | "woman" | "persons"
        );
        let end = (noun + 1..at)
            .find(|n| {
                matches!(of.word(*n), "have" | "has" | "had") || !somebody && of.word(*n) == "who"
            })
            .unwrap_or(at);
        (own && opens && noun < at && of.unbroken(0, at))
            .then(|| self.behind(&of.pieces[..end], "told-the-source"))
            .flatten()
    }

    /// "Our witness heard it", "her source had been in the room", "the officer it quoted had seen".
    fn own_source(&self, of: &Opening) -> Option<Passed> {
        // "Our nurse washed him": of whom one may say so the trade tells.
        if matches!(of.word(0), "our" | "my")
            && let Some(n) = (1..3).find(|n| among(&LISTS.by_trade, of.word(*n)))
            && of.unbroken(0, n)
        {
            return self.behind(&of.pieces[..=n], "saw-it");
        }
        let whose = |w: &str| {
            among(&LISTS.whose, w)
                || w.strip_suffix("'s")
                    .or_else(|| w.strip_suffix("’s"))
                    .is_some()
        };
        let noun = (1..14).find(|n| among(&LISTS.sources, of.word(*n)));
        if let Some(n) = noun
            && let Some(from) = (n.saturating_sub(3)..n).find(|k| whose(of.word(*k)))
            && of.unbroken(from, n)
            // "Our witness heard", and nobody whom the clause only speaks about.
            && (from == 0
                || from == 1 && of.word(0) == "the"
                || of.stops(from - 1)
                || matches!(of.word(from - 1), "and" | "that" | "as"))
        {
            return self.behind(&of.pieces[from..=n], THAT);
        }
        let n = (1..6).find(|n| {
            matches!(of.word(*n), "it" | "he" | "she" | "they" | "we")
                && matches!(of.word(*n + 1), "quoted" | "cited" | "interviewed")
        })?;
        (self.somebody(of.word(n - 1)) && of.unbroken(0, n))
            .then(|| self.behind(&of.pieces[..n], THAT))
            .flatten()
    }

    /// "The family accepts what the nurse told the monitor", "it bears out what a guard saw".
    fn what_they_told(&self, of: &Opening) -> Option<Passed> {
        let at = of.words.iter().position(|w| w == "what")?;
        if !matches!(
            of.word(at + 1),
            "the" | "a" | "an" | "one" | "its" | "his" | "her" | "their"
        ) {
            return None;
        }
        let verb = (at + 3..at + 6).find(|n| {
            matches!(
                of.word(*n),
                "told" | "saw" | "heard" | "witnessed" | "recounted"
            )
        })?;
        (self.somebody(of.word(verb - 1)) && of.unbroken(at, verb - 1))
            .then(|| self.behind(&of.pieces[at + 1..verb], "told-the-source"))
            .flatten()
    }

    /// «أحد المسعفين أبلغه بانتشال الجثة», «أختها أخبرتها بذلك»: who told stands first.
    fn told_him(&self, of: &Opening) -> Option<Passed> {
        let at = (1..12).find(|n| {
            LISTS.tells.iter().any(|verb| {
                let word = of.word(*n);
                let word = word.strip_prefix('و').unwrap_or(word);
                word.strip_prefix(verb.as_str())
                    .is_some_and(|rest| among(&LISTS.him, rest))
            })
        })?;
        let mut head = 0;
        while matches!(
            of.word(head),
            "احد" | "احدي" | "بعض" | "عدد" | "من" | "اثنين" | "ثلاثه"
        ) {
            head += 1;
        }
        let noun = of.word(head).trim_start_matches("ال");
        let stem = ["ته", "تها", "ه", "ها", "هم", "ي"]
            .iter()
            .find_map(|end| noun.strip_suffix(end).filter(|s| s.chars().count() >= 2));
        let human = |w: &str| {
            self.pack
                .is_some_and(|p| p.human(w) || w.strip_suffix('ا').is_some_and(|w| p.human(w)))
        };
        let kin = stem.is_some_and(|s| human(s) || human(&format!("{s}ه")));
        // «أحد أفراد الفريق»: of a group some one.
        let one_of = head > 0 && matches!(of.word(0), "احد" | "احدي");
        // «رجلا اتصل بها فجرا وأبلغها»: who called is who told.
        let called = (head + 1..at)
            .find(|n| among(&LISTS.calls_ar, of.word(*n)))
            .filter(|_| of.word(at).starts_with('و'));
        let at_verb = at;
        let at = called.unwrap_or(at);
        let beside = called.is_none() && of.word(at).starts_with('و');
        let whole = of.unbroken(0, at) && head < at && !beside;
        // «أبلغه بذلك»: of the report, and not of words of its own.
        let of_it = matches!(
            of.word(at_verb + 1),
            "بذلك"
                | "بالامر"
                | "بالخبر"
                | "بالنبا"
                | "به"
                | "بها"
                | "بالوفاه"
                | "بوفاته"
                | "بمقتله"
        );
        let rule = if of_it { WHOLE } else { "told-the-source" };
        (whole && (human(noun) || self.somebody(noun) || kin || one_of))
            .then(|| self.behind(&of.pieces[..at], rule))
            .flatten()
    }

    /// «جاءنا رفاقه قبيل الفجر وقالوا»: who came and said it.
    fn came_and_said(&self, of: &Opening) -> Option<Passed> {
        let at = of
            .words
            .iter()
            .position(|w| among(&LISTS.came, w.strip_prefix('و').unwrap_or(w)))?;
        let said = (at + 2..at + 9).find(|n| {
            matches!(
                of.word(*n),
                "وقال"
                    | "وقالت"
                    | "وقالوا"
                    | "وقالا"
                    | "وابلغنا"
                    | "وابلغونا"
                    | "واخبرنا"
                    | "واخبرني"
                    | "واخبرونا"
            )
        })?;
        let noun = of.word(at + 1);
        let stem = ["ه", "ها", "هم", "نا", "ي"]
            .iter()
            .find_map(|end| noun.strip_suffix(end).filter(|s| s.chars().count() >= 3));
        let human = |w: &str| self.pack.is_some_and(|p| p.human(w));
        let person = human(noun) || human(noun.trim_start_matches("ال")) || stem.is_some();
        (person && of.unbroken(at, said - 1))
            .then(|| self.behind(&of.pieces[at + 1..at + 2], "told-the-source"))
            .flatten()
    }

    /// «ما نقلته الوكالة عن حارس في السجن من أنه حمل الجثة»: the words of telling stand between the guard and what he told.
    fn passed_from(&self, one: &Proposed, of: &Opening) -> Option<Passed> {
        let outlet = one.source_kind.publishes();
        let before = self.slice(
            (one.content.first()?.start as usize).saturating_sub(4),
            one.content.first()?.start as usize,
        );
        let at = (1..10).find(|n| {
            of.word(*n) == "من"
                && matches!(of.word(*n + 1), "ان" | "انه" | "انها" | "انهم" | "انهما")
        })?;
        let from = fold(before.trim()).ends_with("عن");
        let one_of = matches!(of.word(0), "احد" | "احدي" | "بعض");
        let human = self.pack.is_some_and(|p| p.human(of.word(0)));
        (outlet && from && (human || one_of) && of.unbroken(0, at))
            .then(|| self.behind(&of.pieces[..at], "passed-from"))
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::LISTS;

    #[test]
    fn the_built_in_words_parse() {
        // Empty where they do not.
        assert!(!LISTS.came.is_empty());
    }
}
