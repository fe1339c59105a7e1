//! How a noun phrase grows: whether the next word goes on with it.
//!
//! The tests follow one another: the first that knows what the word is decides, and their order is what keeps a name from its office
//! and an object from its subject. Those that any word may meet stand here; behind them words part into definite ones
//! (`growth_definite.rs`), those without article, conjunction and preposition (`growth_bare.rs`), and those with a
//! conjunction or preposition (`growth_joined.rs`).

use super::inflect::Tense;
use super::lexicon::Word;
use super::output::SourceKind;
use super::pack::{Class, HeadEntry, Of};
use super::phrase::{Reader, Reading};
use super::token::Mark;
use super::traits::Trait;

/// Classes of words with which no phrase goes on.
const ENDING: u64 = Class::That.bit()
    | Class::Relative.bit()
    | Class::Break.bit()
    | Class::SoftBreak.bit()
    | Class::Adverb.bit()
    | Class::Negation.bit()
    | Class::Auxiliary.bit()
    | Class::Pronoun.bit()
    | Class::Preposition.bit()
    | Class::Saying.bit();

/// A word that may go on with a phrase, and what it stands behind.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    /// The word.
    pub(super) i: usize,
    pub(super) w: &'a Word,
    pub(super) text: &'a str,
    /// What the word heads.
    pub(super) entry: Option<&'a HeadEntry>,
    /// One past the last token of the phrase, and what is known of that token.
    pub(super) last: usize,
    pub(super) prev: &'a Word,
    pub(super) entry_before: Option<&'a HeadEntry>,
    /// Whether the phrase could end where it does.
    pub(super) complete: bool,
    /// What the phrase is headed by.
    pub(super) head_of: Option<Of>,
    pub(super) how: Reading,
}

impl Candidate<'_> {
    /// Whether nothing stands between the phrase and the word.
    #[inline]
    pub(super) fn close(&self) -> bool {
        self.last == self.i
    }

    /// What the word heads.
    #[inline]
    pub(super) fn of(&self) -> Option<Of> {
        self.entry.map(|h| h.of)
    }

    /// What the word before heads.
    #[inline]
    pub(super) fn of_before(&self) -> Option<Of> {
        self.entry_before.map(|h| h.of)
    }

    /// Whether an outlet's name stands before.
    #[inline]
    pub(super) fn behind_outlet(&self) -> bool {
        self.entry_before
            .is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Outlet)
    }
}

impl Reader<'_> {
    /// Whether the word at `i` goes on with a phrase whose last token is before it.
    pub(super) fn goes_on(&self, i: usize, last: usize, head_of: Option<Of>, how: Reading) -> bool {
        let w = self.word_at(i);
        let before = last.wrapping_sub(1);
        let prev = self.word_at(before);
        if (w.has(Trait::Particle) || prev.has(Trait::Particle)) && self.surname_particle(i, last) {
            return true;
        }
        // A preposition, a that-word, a word that opens a clause: what most phrases end before. What lets a word go on with a
        // phrase nevertheless needs one of the things excluded here.
        let text = self.t.text(i);
        if w.known.classes & ENDING != 0
            && w.found
            && !w.def
            && !w.conj
            && w.known.head == 0
            && !w.is(Class::GivenName)
            && !prev.conj
            && !(w.has(Trait::Alone) && matches!(text, "عام" | "غير"))
            && !self.other_than(before, prev)
        {
            return false;
        }
        if (w.conj || prev.conj) && self.second_of_two(i, last, head_of) {
            return true;
        }
        // ينس لايركه، …: a surname that begins like a preposition.
        if last == i
            && prev.is(Class::GivenName)
            && !w.found
            && !w.def
            && !w.conj
            && w.pronoun == 0
            && w.known.head == 0
            && (w.has(Trait::BeginsLam) || w.has(Trait::BeginsBa))
            && w.has(Trait::Over3)
            && (self.mark(i + 1) != Mark::Word || self.is(i + 1, Class::That))
        {
            return true;
        }
        if w.is(Class::Preposition) && self.is_name_ali(i) {
            return true;
        }
        let candidate = Candidate {
            i,
            w,
            text,
            entry: self.pack.head(w),
            last,
            prev,
            entry_before: self.pack.head(prev),
            complete: self.complete(last),
            head_of,
            how,
        };
        if w.has(Trait::Alone)
            && let Some(decided) = self.alone(&candidate)
        {
            return decided;
        }
        match (w.conj || w.prep.is_some(), w.def) {
            (true, _) => self.joined_goes_on(&candidate),
            (false, true) => self.definite_goes_on(&candidate),
            (false, false) => self.bare_goes_on(&candidate),
        }
    }

    /// جان إيف لو دريان: a particle of a foreign surname, and the surname behind it.
    fn surname_particle(&self, i: usize, last: usize) -> bool {
        let behind_name = |k: usize| self.name_like(k) || self.is(k, Class::GivenName);
        let surname = |k: usize| {
            let w = self.word_at(k);
            self.mark(k) == Mark::Word && !w.found && !w.def && w.prep.is_none()
        };
        last == i
            && last > 1
            && (self.word_at(i).has(Trait::Particle) && behind_name(i - 1) && surname(i + 1)
                || self.word_at(i - 1).has(Trait::Particle) && behind_name(i - 2) && surname(i))
    }

    /// «غير» at a token.
    #[inline]
    fn other_than(&self, at: usize, word: &Word) -> bool {
        word.has(Trait::Alone) && self.t.text(at) == "غير"
    }

    /// What a word decides by its letters alone, but for those that are not asked before others.
    fn alone(&self, s: &Candidate) -> Option<bool> {
        match s.text {
            // مدير عام الشركة
            "عام" => (s.head_of == Some(Of::Person) && s.prev.known.head != 0).then_some(true),
            // نفت البلدية الأمر: what stands before is what she denies.
            "الامر" => {
                (s.how.object && self.mark(s.i + 1) != Mark::Word && s.complete).then_some(false)
            }
            // كامبل أول امرأة: no name goes on with an ordinal.
            "اول" | "ثاني" | "ثالث" | "رابع" | "خامس" | "اخر" => {
                (s.head_of.is_none() && s.last > 0 && !s.prev.def).then_some(false)
            }
            "غير" | "باسم" => None,
            // لما، بشكل مباشر، استنادا إلى is how, not who.
            _ => Some(false),
        }
    }

    /// نشطاء تناقلوا صورا: what they did; تركت صحيفة واشنطن بوست عمودا فارغا: what ends in alef behind an outlet's name is
    /// no part of it.
    #[inline]
    pub(super) fn alef_ends(&self, s: &Candidate) -> bool {
        s.w.has(Trait::EndsAlif)
            && !s.w.found
            && s.w.has(Trait::Over4)
            && (s.head_of == Some(Of::People) && !s.w.def && s.w.has(Trait::EndsWawAlif)
                || s.head_of == Some(Of::Body) && !s.w.conj && s.behind_outlet())
    }

    /// قناة كذا المتحدثة باسم الحزب; باسم is a given name as well.
    #[inline]
    pub(super) fn in_the_name(&self, s: &Candidate) -> bool {
        s.w.has(Trait::Alone)
            && s.text == "باسم"
            && s.close()
            && ["متحدث", "ناطق"]
                .iter()
                .any(|v| self.t.core(s.last.wrapping_sub(1)).starts_with(v))
    }

    /// المنظمة غير الحكومية، منظمات غير حكومية
    #[inline]
    pub(super) fn unlike(&self, s: &Candidate) -> Option<bool> {
        if self.other_than(s.i, s.w) {
            let next = self.word_at(s.i + 1);
            if s.last > 0
                && (s.prev.def && next.def
                    || s.close()
                        && !s.prev.def
                        && matches!(s.head_of, Some(Of::Body | Of::Undisclosed | Of::People))
                        && self.mark(s.i + 1) == Mark::Word
                        && !next.def
                        && next.prep.is_none()
                        && (next.has(Trait::EndsYaHa) || next.has(Trait::EndsYa)))
            {
                return Some(true);
            }
        }
        if !self.other_than(s.last.wrapping_sub(1), s.prev) {
            return None;
        }
        if s.close() && !s.w.def && s.i > 1 {
            return Some(
                !self.w(s.i - 2).def && (s.w.has(Trait::EndsHa) || s.w.has(Trait::EndsYa)),
            );
        }
        Some(s.w.def)
    }

    /// لحقوق الإنسان after a body: the preposition is not known from the word, the definite noun behind it shows it.
    #[inline]
    pub(super) fn for_what(&self, s: &Candidate) -> bool {
        s.w.prep.is_none()
            && s.w.has(Trait::BeginsLam)
            && !s.w.found
            && !s.w.def
            && s.w.has(Trait::Over3)
            && s.prev.def
            && matches!(s.head_of, Some(Of::Body | Of::Person))
            && self.mark(s.i + 1) == Mark::Word
            && self.w(s.i + 1).def
            && self.w(s.i + 1).prep.is_none()
    }

    /// تعهد فلان بصد الهجوم; but not جورج بوش.
    #[inline]
    pub(super) fn with_what(&self, s: &Candidate) -> bool {
        s.how.with_b
            && s.w.has(Trait::BeginsBa)
            && !s.w.found
            && s.complete
            && (s.w.has(Trait::Over3)
                || s.w.has(Trait::Over2)
                    && (self.w(s.i + 1).def || s.prev.def && self.mark(s.i + 1) == Mark::Word)
                    && !self.is(s.i.wrapping_sub(1), Class::GivenName))
    }

    /// What is somebody's own, a letter that stands alone, whoever is told, and how a source asks not to be named.
    #[inline]
    pub(super) fn aside(&self, s: &Candidate) -> bool {
        // واصلت ماي تهديداتها: what is hers is the object.
        s.head_of.is_none() && self.owned(s.i)
            || self.tok(s.i).is_some_and(|t| t.end - t.at == 1)
            || s.w.is(Class::Addressee) && s.w.prep.is_none() && s.w.has(Trait::BeginsLam)
            || self.anonymity(s.i)
    }

    /// Whether a verb, participle or verbal noun goes on, where the word is one.
    #[inline]
    pub(super) fn verbal(&self, s: &Candidate) -> Option<bool> {
        let w = s.w;
        let given = || self.is(s.i.wrapping_sub(1), Class::GivenName);
        // Another verb ends the phrase, save where it is a name after a given name.
        if w.is(Class::Doing) && !w.def && w.known.head == 0 && w.prep.is_none() && !given() {
            return Some(false);
        }
        if w.known.verb == 0 {
            return None;
        }
        if self.finite(s.i) {
            // A name may look like a verb only where it follows a given name.
            let name =
                given() && w.known.form.tense == Tense::Past && !self.is(s.i + 1, Class::That);
            return Some(name);
        }
        let ends = w.known.head == 0
            && !w.def
            && match w.known.form.tense {
                Tense::Participle => true,
                Tense::Noun => w.pronoun > 0 || s.how.object && s.complete,
                _ => false,
            };
        ends.then_some(false)
    }

    /// A name met again and again does not go on with a word met once: غوتيريش صورة.
    #[inline]
    pub(super) fn met_again(&self, s: &Candidate) -> bool {
        let count = |k: usize| self.tok(k).map_or(0, |t| t.count);
        let before = s.last.wrapping_sub(1);
        s.head_of.is_none()
            && count(before) >= 2
            && (count(s.i) == 1
                && self.name_like(s.i)
                && self.mark(s.i + 1) == Mark::Word
                && !self.is(s.i + 1, Class::That)
                || s.w.def && !s.w.found && s.close() && !s.w.has(Trait::EndsYa))
            && self.name_like(before)
            && !s.prev.is(Class::GivenName)
    }

    /// اتهمت موسكو الفصائل: a name stands by itself.
    #[inline]
    pub(super) fn stands_by_itself(&self, s: &Candidate) -> bool {
        s.how.object
            && s.w.def
            // أعلنت روسيا والحكومة كذا: the second who announces it.
            && !s.w.conj
            && s.entry.is_some()
            && s.of_before() == Some(Of::Name)
            && self.t.core(s.last.wrapping_sub(1)) != "عربيه"
    }

    /// Whether a clause, a preposition or a circumstance begins here.
    #[inline]
    pub(super) fn closes(&self, s: &Candidate) -> bool {
        let w = s.w;
        w.known.classes & ENDING != 0
            || w.is(Class::OwnWord) && self.t.core(s.i).starts_with("قول")
            || w.phrase
                && (self.phrase(s.i, Class::Adverb) > 0 || self.phrase(s.i, Class::Break) > 0)
            || w.is(Class::Time) && !w.is(Class::Adjective) && w.known.head == 0
    }

    /// Whether a phrase could end before `last`: its last word is no noun still waiting for its complement.
    pub(super) fn complete(&self, last: usize) -> bool {
        let Some(i) = last.checked_sub(1) else {
            return false;
        };
        let w = self.word_at(i);
        if self.mark(i) != Mark::Word {
            return true;
        }
        if w.def {
            return true;
        }
        match self.pack.head(w) {
            // مصادر دبلوماسية، مصدر أمني مسؤول: an adjective here, though it may be an office.
            Some(h) if h.of == Of::Person && i > 0 && !self.w(i - 1).def => {
                w.pronoun > 0
                    || (i.saturating_sub(3)..i)
                        .rev()
                        .take_while(|&k| {
                            let before = self.w(k);
                            self.mark(k) == Mark::Word && !before.def && before.prep.is_none()
                        })
                        .any(|k| {
                            self.pack
                                .head(&self.w(k))
                                .is_some_and(|n| n.of == Of::Undisclosed)
                        })
            }
            Some(h) => matches!(h.of, Of::Name | Of::People | Of::Undisclosed) || w.pronoun > 0,
            // مكافحة الإرهاب: a verbal noun waits for its complement.
            None => {
                !w.is(Class::Determiner)
                    && w.prep.is_none()
                    && !(w.is(Class::Deed) && w.pronoun == 0 && w.has(Trait::EndsHa))
            }
        }
    }
}
