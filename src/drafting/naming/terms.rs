//! Names of bodies and descriptions of sources in two languages: what of them is translated, and what is only transcribed.
//!
//! «شبكة رصد الجنوب» and "Southern Watch Network" share no letter; word by word each is the other's translation. So two names
//! are compared as sets of words: every word must have its partner, by the list of terms or, for what is nobody's
//! word but a name, by its consonants. What a body is for («لحقوق الإنسان») may be left out on one side.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use super::form::{Form, bare_word};
use super::undisclosed::one_of;
use crate::text::romanize::skeleton;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    ar: Vec<String>,
    en: Vec<String>,
}

/// Words with their translations.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    of: HashMap<String, Vec<String>>,
    english: std::collections::HashSet<String>,
    /// Of a word of either language: the entries of the list that have it.
    entries: HashMap<String, BTreeSet<usize>>,
}

/// Words that join and say nothing.
const JOINING: &[&str] = &[
    "of",
    "for",
    "in",
    "the",
    "a",
    "an",
    "and",
    "at",
    "on",
    "from",
    "two",
    "اثنان",
    "اثنين",
    "في",
    "من",
    "علي",
    "عن",
    "al",
    "el",
    "s",
    "محافظه",
    "province",
    "لدي",
];
/// What a body is for: left out as often as not.
const PURPOSE: &[&str] = &["human", "rights", "حقوق", "انسان"];

/// What stands before a body's own name and says no more than what it is.
const KINDS: &[&str] = &["منظمه", "مجموعه"];

/// What an agency deals in.
const NEWS: &[&str] = &["news", "انباء", "اخبار"];

impl Terms {
    /// The list that comes with the program.
    ///
    /// # Errors
    /// None, unless the program was built from a broken list.
    pub(super) fn built_in() -> Result<Self, ron::error::SpannedError> {
        let terms: Vec<Term> = ron::from_str(include_str!("../packs/terms.ron"))?;
        let mut all = Self::default();
        for (entry, term) in terms.into_iter().enumerate() {
            let english: Vec<String> = term.en.iter().map(|w| Form::new(w).key()).collect();
            all.english.extend(english.iter().cloned());
            let arabic = term.ar.iter().map(|w| Form::new(w).key());
            for word in arabic.chain(english.iter().cloned()) {
                all.entries.entry(word).or_default().insert(entry);
            }
            for word in &term.ar {
                all.of
                    .entry(Form::new(word).key())
                    .or_default()
                    .extend(english.iter().cloned());
            }
        }
        Ok(all)
    }

    /// What a word of either language means: the entries of the list that have it; none for what is only a name.
    #[must_use]
    pub(super) fn of_word(&self, word: &str) -> BTreeSet<usize> {
        let plain = word.strip_suffix('s').filter(|_| word.is_ascii());
        let one = self.entries.get(word);
        let one = one.or_else(|| self.entries.get(plain?));
        one.cloned().unwrap_or_default()
    }

    /// What a word means, the same in both languages: the first entry of the list that has it.
    #[must_use]
    pub(in crate::drafting) fn sense(&self, word: &str) -> Option<usize> {
        self.of_word(word).first().copied()
    }

    /// Whether the list has a folded word.
    #[must_use]
    pub(in crate::drafting) fn knows(&self, word: &str) -> bool {
        self.entries.contains_key(word)
    }

    /// The words of a name that count: joining ones and what it is for left out, «ال» and «لـ» taken off.
    pub(in crate::drafting) fn content(&self, form: &Form) -> Vec<String> {
        initialled(&form.words)
            .iter()
            .enumerate()
            .map(|(at, w)| {
                let known = |r: &&str| self.entries.contains_key(*r);
                // «للواء» is of a brigade: what is left of it without the article is no word.
                let own = w.strip_prefix('ل').filter(|_| at > 0);
                let construct =
                    own.filter(|r| known(r) && w.strip_prefix("لل").is_none_or(|r| !known(&r)));
                // «ألوية» begins with what is no article.
                if known(&w.as_str()) {
                    return w.clone();
                }
                // «مصدران ودبلوماسي».
                let joined = w.strip_prefix('و').filter(|_| at > 0).filter(known);
                construct
                    .or(joined)
                    .or_else(|| w.strip_prefix("لل"))
                    .or_else(|| w.strip_prefix('ل').filter(|r| PURPOSE.contains(r)))
                    .unwrap_or_else(|| bare_word(w))
                    .to_owned()
            })
            .filter(|w| !JOINING.contains(&w.as_str()) && !PURPOSE.contains(&w.as_str()))
            .collect()
    }

    /// Whether an Arabic and an English name are each other's translation, word by word.
    #[must_use]
    pub fn same(&self, arabic: &Form, english: &Form) -> bool {
        self.translates(arabic, english, false)
    }

    /// As [`Self::same`], by the first translation of each word: «جيش» is an army before it is a military.
    #[must_use]
    pub(in crate::drafting) fn same_first(&self, arabic: &Form, english: &Form) -> bool {
        self.translates(arabic, english, true)
    }

    fn translates(&self, arabic: &Form, english: &Form, first: bool) -> bool {
        let (mut one, mut other) = (self.content(arabic), self.content(english));
        // «وكالة الشفق» is the "Shafaq News Agency": what an agency deals in goes without saying.
        if one.iter().any(|w| w == "وكاله") && other.iter().any(|w| w == "agency") {
            one.retain(|w| !NEWS.contains(&w.as_str()));
            other.retain(|w| !NEWS.contains(&w.as_str()));
        }
        // «منظمة قلمير ووتش» is Qalmir Watch.
        if one.len() == other.len() + 1 && one.len() > 2 && KINDS.contains(&one[0].as_str()) {
            one.remove(0);
        }
        if one.is_empty() || one.len() != other.len() {
            return false;
        }
        let mut free: Vec<&String> = other.iter().collect();
        let mut pending: Vec<&String> = Vec::new();
        for word in &one {
            // «مسؤولان» are officials as «مسؤول» is one; in English the adjective beside them is as it was.
            let stem = one_of(word);
            let (all, several) = match (self.of.get(word), self.of.get(stem)) {
                (Some(all), _) => (all, false),
                (None, Some(all)) => (all, true),
                (None, None) => {
                    pending.push(word);
                    continue;
                }
            };
            let most = if first { 1 } else { all.len() };
            let is = |w: &str| all.iter().take(most).any(|one| one == w);
            let means = |w: &str| is(w) || several && w.strip_suffix('s').is_some_and(is);
            match free.iter().position(|w| means(w)) {
                Some(n) => {
                    free.remove(n);
                }
                None => pending.push(word),
            }
        }
        // What is translated nowhere is a name: the same consonants in the same order.
        for word in pending {
            let wanted = skeleton(word);
            let long = wanted.chars().count() >= 2;
            // «الميروفية» is Merovian.
            let relation = word.ends_with('ي') || word.ends_with("يه");
            let sounds = |w: &str| {
                let plain = w.strip_suffix("an").filter(|_| relation);
                skeleton(w) == wanted || plain.is_some_and(|w| skeleton(w) == wanted)
            };
            let found = free
                .iter()
                .position(|w| long && !self.english.contains(*w) && sounds(w));
            match found {
                Some(n) => {
                    free.remove(n);
                }
                None => return false,
            }
        }
        free.is_empty()
    }

    /// Whether a name has a word that is no term: by terms alone («وزارة الدفاع», «مصدر أمني») nobody in particular is named.
    #[must_use]
    pub fn names_somebody(&self, arabic: &Form) -> bool {
        let words = self.content(arabic);
        words.len() >= 2 || words.iter().any(|w| !self.of.contains_key(w))
    }
}

/// Words with single Latin letters in a row joined: "U.S.".
fn initialled(words: &[String]) -> Vec<String> {
    let letter = |w: &String| w.len() == 1 && w.is_ascii();
    let runs = words.chunk_by(|a, b| letter(a) && letter(b));
    runs.flat_map(|run| {
        if letter(&run[0]) {
            vec![run.concat()]
        } else {
            run.to_vec()
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_attached_to_a_word_is_told_from_the_word() {
        let terms = Terms::built_in().expect("the list of terms");
        let content = |name: &str| terms.content(&Form::new(name));
        assert_eq!(content("مكتب للواء الشفق"), ["مكتب", "لواء", "شفق"]);
        assert_eq!(content("مكتب لحركة الشفق"), ["مكتب", "حركه", "شفق"]);
        assert_eq!(content("مكتب للصحافة"), ["مكتب", "صحافه"]);
        assert_eq!(content("مكتب لجنة الشفق"), ["مكتب", "لجنه", "شفق"]);
    }

    #[test]
    fn a_translated_name_is_known_by_its_words() {
        let terms = Terms::built_in().expect("the list of terms");
        let same = |a: &str, b: &str| terms.same(&Form::new(a), &Form::new(b));
        assert!(same("شبكة رصد الجنوب", "Southern Watch Network"));
        assert!(same("وكالة النورس", "Nawras Agency"));
        assert!(same("مرصد النهرين لحقوق الإنسان", "Two Rivers Observatory"));
        assert!(same("مصدر محلي في نينوى", "a local source in Nineveh"));
        assert!(same("وكالة الشفق", "Shafaq News Agency"));
        assert!(same("وكالة أنباء الشفق", "Shafaq Agency"));
        assert!(same("ألوية الصواعق", "Thunderbolts Brigades"));
        assert!(same("حركة الراية", "Raya Movement"));
        assert!(same("حركة الراية", "Banner Movement"));
        assert!(!same("وكالة الشفق", "Shafaq News Channel"));
        assert!(!same("شبكة رصد الشمال", "Southern Watch Network"));
        assert!(!same("وكالة النورس", "Nawras Network"));
        assert!(!same("لواء الفرسان", "Falcons Brigade"));
        assert!(!same("مصدر أمني", "a military source in Nineveh"));
    }
}
