//! Where an apposition ends: «فلان، مدير كذا،» and «المدير، فلان،».

use super::pack::{Class, Of};
use super::phrase::{Reader, Reading};
use super::token::Mark;
use super::traits::Trait;

impl Reader<'_> {
    /// An apposition after the comma at `i`: the end of its phrase.
    pub(super) fn apposition(
        &self,
        i: usize,
        end: usize,
        head_of: Option<Of>,
        how: Reading,
    ) -> Option<usize> {
        if !matches!(
            head_of,
            Some(Of::Person | Of::People | Of::Undisclosed | Of::Body)
        ) && !self.name_like(i.checked_sub(1)?)
            // فلان العلاني، مدير كذا
            && !(head_of.is_none()
                && i > 1
                && self.w(i - 1).def
                && !self.w(i - 1).found
                && self.name_like(i - 2))
        {
            return None;
        }
        let j = i + 1;
        let w = self.word_at(j);
        // علق الوزير، فلان، عمله: what is his is no other name of him.
        // بريتني كيزر: a name that only looks so.
        let named = self.mark(j + 1) == Mark::Word
            && !self.w(j + 1).found
            && !self.w(j + 1).def
            && self.mark(j + 2) == Mark::Comma;
        let his = w.pronoun > 0 && w.known.head == 0 && !w.def && !named;
        if self.mark(j) != Mark::Word
            || w.conj
            || his
            || w.deed && !w.def && w.known.head == 0
            || !self.starts(j, false)
            || w.is(Class::Occasion) && w.known.head == 0
            // المهندس، مستعينا برسم: what he does in saying it.
            || w.has(Trait::BeginsMim)
                && w.has(Trait::EndsAlif)
                && w.has(Trait::Over5)
                && !w.found
            || self.phrase(j, Class::Adverb) > 0
            || self.phrase(j, Class::Break) > 0
        {
            return None;
        }
        let sub = self.noun_phrase(j, end, Reading { plain: true, ..how })?;
        if sub.b - sub.a > 12 || sub.b > end {
            return None;
        }
        let k = sub.b;
        // اتهم المتحدث، فلان، الرئيس بكذا: what stands before the charge is the accused.
        if how.object
            && (self.w(k).prep == Some('ب')
                || self.is(k, Class::That) && self.t.stem(k).starts_with("با"))
        {
            return None;
        }
        let closes = matches!(
            self.mark(k),
            Mark::Comma | Mark::Colon | Mark::Open | Mark::BracketOpen
        ) || self.is(k, Class::That)
            || self.is(k, Class::Time)
            || self.is(k, Class::Preposition)
            || self.w(k).prep.is_some()
            || how.object && (self.w(k).deed || self.is(k, Class::ClaimNoun))
            || self.is(k, Class::Auxiliary)
            || self.w(k).conj && sub.head != 0
            || self.finite(k);
        // رئيس اللجنة، الإيطالي باولو فيرانتي، : where he is from, or what he is, and his name.
        let whence = w.def
            && head_of == Some(Of::Person)
            && self.mark(j + 1) == Mark::Word
            && !self.w(j + 1).def
            && (self.is(j + 1, Class::GivenName) || self.name_like(j + 1) && !self.w(j + 1).found)
            && self.mark(k) == Mark::Comma
            && sub.b > j + 1
            && (j + 1..sub.b).all(|i| !self.is(i, Class::Preposition) && !self.finite(i));
        let person = whence
            || sub.head != 0
            || (self.name_like(j) || named || self.person_name(j, end).is_some())
                && matches!(head_of, Some(Of::Person) | None);
        (closes && person).then_some(sub.b)
    }
}
