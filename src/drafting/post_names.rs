//! Arabic posts with a name behind them: «وزيرة الزراعة فلانة الفلانية», «شيخ القرية فلان الفلاني», «محاميه فلان الفلاني».
//!
//! A post in construct takes one thing that it is of. Where a definite noun closes it («وزيرة الزراعة …»), or whose it is
//! stands on it («محاميه …»), two words that can be a name and end the phrase are the name of whoever holds it: nobody is
//! withheld there. «شقيق القائد فلان» is not he, for a person stands before the name.

use super::described::is_unnamed;
use super::mending::Word;
use super::misheard::leads_on;
use super::naming::Form;
use super::saying::Reader;
use crate::extraction::Proposed;
use crate::text::Span;

/// What begins a part of a name that is two words, folded.
const COMPOUND: &[&str] = &["عبد", "ابو", "ابي", "ابا", "ام", "ال"];

/// What joins a father's name.
const SON: &[&str] = &["بن", "ابن", "بنت"];

/// Ranks and honorifics: they stand before a name, and close what stands before them.
pub(super) const RANKS: &[&str] = &[
    "عقيد",
    "عميد",
    "لواء",
    "رايد",
    "مقدم",
    "نقيب",
    "فريق",
    "جنرال",
    "كولونيل",
    "ملازم",
    "مشير",
    "دكتور",
    "دكتوره",
    "سيد",
    "سيده",
    "شيخ",
    "مهندس",
    "مهندسه",
    "استاذ",
    "استاذه",
    "حاج",
];

/// What many people are together: whoever is of them is of no one person.
pub(super) const TOGETHER: &[&str] = &["عايله", "اسره", "ضحايا", "موقوفين", "معتقلين", "سجناء"];

/// A folded word without its article.
pub(super) fn bare(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

/// A folded word without the pronoun at its end, where it has one.
pub(super) fn disowned(word: &str) -> Option<&str> {
    let ends = ["ها", "هم", "هما", "ه"];
    let cut = ends.iter().find_map(|end| word.strip_suffix(end))?;
    (cut.chars().count() >= 3).then_some(cut)
}

/// «شقيقته» as the dictionary has it: «شقيقه» with the ending that a pronoun turns into «ت».
pub(super) fn feminine(stem: &str) -> Option<String> {
    Some(format!("{}ه", stem.strip_suffix('ت')?))
}

impl Reader<'_> {
    /// The name at the end of the phrase by which a proposal's source is described, and the phrase up to there, where it says of what
    /// the post is.
    pub(super) fn name_behind_post(&self, one: &Proposed) -> Option<(String, Option<Span>)> {
        let source = one.source.as_ref()?;
        if !self.article.language.starts_with("ar") {
            return None;
        }
        let (start, end) = (source.start as usize, source.end as usize);
        let mut words = self.prose.words(start, end);
        if let Some(k) = words.iter().position(stops) {
            words.truncate(k + 1);
        }
        // «… فلان الفلاني للصحافيين»: whom it was told.
        let told = |w: &Word| w.folded.starts_with("لل") && w.folded.chars().count() > 4;
        if let Some(k) = words.iter().skip(3).position(told) {
            words.truncate(k + 3);
        }
        self.with_surname(&mut words, end);
        let at = self.name_at(&words)?;
        let (from, to) = (words[at].start, words.last()?.end);
        // Of whom «مديره» is, its phrase does not say.
        let phrase = (at > 1).then(|| Span::new(start, to));
        Some((self.prose.slice(from, to), phrase))
    }

    /// Whether a name is less than the whole one that ends the phrase, or begins before it.
    pub(super) fn cuts_name(&self, form: &Form, whole: &str) -> bool {
        let (own, whole) = (self.titles.person(form), Form::new(whole));
        let less = own.words.len() < whole.words.len() && whole.words.ends_with(&own.words);
        let more = own.words.len() > whole.words.len() && own.words.ends_with(&whole.words);
        less || more
    }

    /// A phrase that was cut behind the given name takes the word after it.
    fn with_surname(&self, words: &mut Vec<Word>, end: usize) {
        if let [only] = words.as_slice()
            && only.end == end
            && !stops(only)
            && disowned(&only.folded).is_some()
        {
            // «قالت منسقتها فلانة الفلانية إنها».
            let (_, stop) = self.prose.sentence(only.start);
            let after = self.prose.words(end, stop);
            if let [given, surname, then, ..] = after.as_slice()
                && given.start == end + 1
                && !stops(given)
                && self.part_of_name(given)
                && (self.part_of_name(surname) || surname.folded.starts_with("ال"))
                && (stops(surname) || closes(then))
            {
                words.extend([given.clone(), surname.clone()]);
            }
            return;
        }
        let [.., before, last] = words.as_slice() else {
            return;
        };
        let alone = self.part_of_name(last) && before.folded.starts_with("ال");
        if !alone || stops(last) || last.end != end {
            return;
        }
        let (_, stop) = self.prose.sentence(last.start);
        let after = self.prose.words(end, stop);
        if let Some(next) = after.first()
            && next.start == end + 1
            && (self.part_of_name(next) || next.folded.starts_with("ال") && stops(next))
            && (stops(next) || after.get(1).is_some_and(closes))
        {
            words.push(next.clone());
        }
    }

    /// Where the name begins that ends a phrase.
    fn name_at(&self, words: &[Word]) -> Option<usize> {
        let first = words.first()?;
        let noun = bare(&first.folded);
        let own = disowned(noun).filter(|stem| {
            let known =
                |w: &str| self.titles.kin(w).is_some() || self.titles.is_title(w) || self.human(w);
            known(stem) || feminine(stem).is_some_and(|w| known(&w))
        });
        // Folded, «وزيره» may be «وزيرة».
        let written = self.slice(first.start, first.end);
        let owned = own.is_some() && noun == first.folded && !written.ends_with('ة');
        let definite = first.folded.starts_with("ال") && self.human(noun);
        let post = owned
            || definite
            || self.titles.is_title(noun)
            || self.titles.is_title(&first.folded)
            || self.human(noun);
        let relative = self.titles.kin(noun).is_some() || RELATED.contains(&noun);
        let withheld = is_unnamed(noun);
        // «موظف في المقر» is anybody there.
        let anybody = !definite && words.get(1).is_some_and(|w| leads_on(&w.folded));
        if !post || withheld && !definite || anybody {
            return None;
        }
        let at = [2, 3]
            .into_iter()
            .filter_map(|parts| self.parts(words, parts))
            .find(|at| {
                let Some(k) = at.checked_sub(1) else {
                    return false;
                };
                if k == 0 {
                    return owned;
                }
                let before = words[k].folded.as_str();
                let noun = bare(before);
                if stops(&words[k]) {
                    return false;
                }
                if before.starts_with("ال") && noun.chars().count() >= 3 {
                    let rank = RANKS.contains(&noun);
                    let person = self.titles.is_title(before)
                        || self.titles.is_title(noun)
                        || self.human(noun);
                    let together = TOGETHER.contains(&noun);
                    return if relative && !owned {
                        together
                    } else {
                        rank || !person
                    };
                }
                // «وزير الداخلية في ميروفيا فلان الفلاني».
                let led = words[k - 1].folded.as_str();
                k >= 2 && matches!(led, "في" | "لدي") && !relative && self.part_of_name(&words[k])
            })?;
        Some(at)
    }

    /// Where the last so many parts of a name begin.
    fn parts(&self, words: &[Word], many: usize) -> Option<usize> {
        let mut at = words.len();
        for part in 0..many {
            let last = words.get(at.checked_sub(1)?)?;
            let lead = at.checked_sub(2).and_then(|k| words.get(k));
            if lead.is_some_and(|w| COMPOUND.contains(&w.folded.as_str()) && !stops(w)) {
                at -= 2;
                continue;
            }
            let surname = part == 0 && many > 1;
            let plain = self.part_of_name(last)
                || surname
                    && last.folded.starts_with("ال")
                    && last.folded.chars().count() > 4
                    && !self.titles.is_adjective(&last.folded);
            if !plain || part > 0 && stops(last) {
                return None;
            }
            at -= 1;
            // «فلان بن فلان» is one part.
            let son = at.checked_sub(1).and_then(|k| words.get(k));
            if son.is_some_and(|w| SON.contains(&w.folded.as_str())) && at >= 2 {
                at -= 2;
            }
        }
        Some(at)
    }

    fn human(&self, word: &str) -> bool {
        self.pack.is_some_and(|p| p.human(word))
    }

    /// Whether a word without article can be part of somebody's name.
    fn part_of_name(&self, w: &Word) -> bool {
        let word = w.folded.as_str();
        let given = self.titles.is_given(std::slice::from_ref(&w.folded));
        given
            || !word.starts_with("ال")
                && !leads_on(word)
                && word.chars().count() >= 2
                && word.chars().all(char::is_alphabetic)
                && !self.titles.is_title(word)
                && !self.titles.is_adjective(word)
                && !self.titles.is_generic_word(word)
                && !self.titles.is_body_word(word)
                && !self.titles.terms().knows(word)
                && !word
                    .strip_prefix('ل')
                    .is_some_and(|w| self.titles.is_body_word(w) || self.titles.terms().knows(w))
                && !POINTS.contains(&word)
                && self.titles.kin(word).is_none()
                && !self.human(word)
                && !self.pack.is_some_and(|p| p.everyday(word))
    }
}

/// Who is of another without being of their kin, folded.
pub(super) const RELATED: &[&str] = &[
    "محامي",
    "محاميه",
    "محام",
    "قريب",
    "قريبه",
    "صديق",
    "صديقه",
    "حليف",
    "خصم",
    "مستشار",
    "مساعد",
    "مساعده",
    "طبيب",
    "طبيبه",
    "حارس",
    "سايق",
    "مرافق",
    "سكرتير",
    "ابن",
    "ابنه",
    "بنت",
    "عم",
    "خال",
    "صهر",
];

/// Prepositions with a pronoun, folded: no name has them.
const POINTS: &[&str] = &[
    "به",
    "بها",
    "بهم",
    "له",
    "لها",
    "لهم",
    "فيه",
    "فيها",
    "منه",
    "منها",
    "عنه",
    "عنها",
    "عليه",
    "عليها",
    "اليه",
    "اليها",
    "معه",
    "معها",
];

/// Whether a word leads from a speaker to what they say.
fn closes(word: &Word) -> bool {
    matches!(word.folded.as_str(), "ان" | "انه" | "انها" | "بان" | "لان")
        || word.folded.starts_with("لل")
}

/// Whether a word ends its clause.
fn stops(word: &Word) -> bool {
    word.after.contains(['،', ',', ';', ':', '؛', '.'])
}
