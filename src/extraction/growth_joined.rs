//! Whether a word with a conjunction or a preposition goes on with a noun phrase: a second office, body or adjective, and what an
//! office, a participle or a body is for.

use super::growth::Candidate;
use super::lexicon::longer;
use super::output::SourceKind;
use super::pack::{Class, Of};
use super::phrase::Reader;
use super::token::Mark;
use super::traits::Trait;

impl Reader<'_> {
    /// Whether a word with a conjunction or a preposition goes on with a phrase.
    pub(super) fn joined_goes_on(&self, s: &Candidate) -> bool {
        let w = s.w;
        if self.alef_ends(s) {
            return false;
        }
        // الوزير المكلف بالهجرة، الهيئة المنظمة لوسائل كذا: an adjective that takes a preposition of its own.
        if self.in_the_name(s)
            || s.close() && self.governs(s.last.wrapping_sub(1), w.prep)
            || w.has(Trait::BeginsWaw) && self.second_adjective(s)
        {
            return true;
        }
        if let Some(decided) = self.unlike(s) {
            return decided;
        }
        if self.aside(s) {
            return false;
        }
        if self.for_what(s) {
            return true;
        }
        if self.with_what(s) || self.met_again(s) || self.stands_by_itself(s) || self.closes(s) {
            return false;
        }
        if let Some(decided) = self.verbal(s) {
            return decided;
        }
        match w.prep {
            Some('ب') => self.goes_on_with_b(s),
            Some('ل') => self.goes_on_with_l(s),
            Some(_) => false,
            None => w.known.head != 0 || w.def || w.is(Class::GivenName) || w.is(Class::Place),
        }
    }

    /// مسؤول بالوزارة
    fn goes_on_with_b(&self, s: &Candidate) -> bool {
        let w = s.w;
        // كارين بيرس
        if self.t.core(s.i) == "اسم"
            || !w.found && !w.def && self.is(s.i.wrapping_sub(1), Class::GivenName)
        {
            return true;
        }
        // التحالف بقيادة مالي: who leads the body, where no charge could stand.
        if matches!(s.text, "بقياده" | "بزعامه" | "برياسه")
            && s.head_of == Some(Of::Body)
            && s.close()
            && !s.how.object
            && !s.how.with_b
            && (self.w(s.i + 1).def || self.place(s.i + 1))
        {
            return true;
        }
        if s.how.with_b && !w.def && w.known.head == 0 && !w.is(Class::Place) || w.deed {
            return false;
        }
        matches!(s.head_of, Some(Of::Undisclosed | Of::Person | Of::People))
            && (w.def || w.is(Class::Place) || w.known.head != 0)
            && !w.is(Class::Occasion)
    }

    /// مراسل لوكالة كذا: of whom he is one.
    fn goes_on_with_l(&self, s: &Candidate) -> bool {
        let w = s.w;
        if s.head_of == Some(Of::Person)
            && s.close()
            && s.last > 0
            && !s.prev.def
            && self.t.core(s.last - 1).starts_with("مراسل")
            && s.entry.is_some_and(|h| h.kind == SourceKind::Outlet)
        {
            return true;
        }
        if w.is(Class::Addressee) || w.known.verb != 0 || s.how.object && w.deed {
            return false;
        }
        let office = matches!(
            s.head_of,
            Some(Of::Person | Of::People | Of::Body | Of::Undisclosed)
        );
        // لحقوق الإنسان، لكرة القدم، لشركة كذا
        let next = self.word_at(s.i + 1);
        // الشركة العمانية لشراء الطاقة، : what a body is for, up to its comma.
        let purpose = w.deed
            && !s.how.object
            && s.head_of == Some(Of::Body)
            && matches!(self.mark(s.i + 2), Mark::Comma | Mark::Stop | Mark::Line);
        let by_shape = w.deed && !w.found && !s.how.object || purpose;
        if (office || s.head_of == Some(Of::Text))
            && (!w.deed || by_shape)
            && w.pronoun == 0
            && next.def
            && next.prep.is_none()
            && self.mark(s.i + 1) == Mark::Word
            && w.skip > 0
        {
            return true;
        }
        if s.head_of == Some(Of::Person)
            && s.entry.is_some_and(|h| {
                let chief = || {
                    matches!(
                        self.t.core(s.last.wrapping_sub(1)),
                        "تنفيذي" | "تنفيذيه" | "عام" | "عامه" | "فني" | "اقليمي" | "اقليميه"
                    )
                };
                h.of == Of::Body && (h.kind == SourceKind::Organization || chief())
            })
        {
            return true;
        }
        (office || s.head_of == Some(Of::Text)) && w.def
            || s.head_of == Some(Of::Person) && self.t.core(s.i).starts_with("شوون")
    }

    /// Whether this word or the one before it is the second of two that belong together.
    pub(super) fn second_of_two(&self, i: usize, last: usize, head_of: Option<Of>) -> bool {
        let (w, prev) = (self.word_at(i), self.word_at(last.wrapping_sub(1)));
        let direction =
            |k: usize| matches!(self.t.core(k), "شمال" | "جنوب" | "شرق" | "غرب" | "وسط");
        let close = last == i && last > 1;
        if close && w.def && prev.conj && self.second_half(i - 1, last - 1, head_of)
            || w.conj && self.second_half(i, last, head_of)
        {
            return true;
        }
        // في الشرق الأوسط وشمال أفريقيا
        close
            && (w.conj
                && direction(i)
                && self.mark(i + 1) == Mark::Word
                && self.w(i + 1).known.verb == 0
                && (last.saturating_sub(3)..last).any(|k| {
                    self.is(k, Class::Preposition)
                        || matches!(self.t.core(k), "شرق" | "غرب" | "شمال" | "جنوب")
                })
                || prev.conj
                    && last > 2
                    && direction(last - 1)
                    && w.known.verb == 0
                    && !w.is(Class::That))
    }

    /// Whether the participle at `i` goes on with this preposition: مكلف ب, تابع ل.
    fn governs(&self, i: usize, prep: Option<char>) -> bool {
        let list: &[&str] = match prep {
            Some('ب') => &[
                "مكلف",
                "معني",
                "مختص",
                "خاص",
                "متعلق",
                "مرتبط",
                "ملقب",
                "معروف",
                "متحدث",
                "ناطق",
            ],
            Some('ل') => &[
                "تابع",
                "موالي",
                "منظم",
                "مناهض",
                "مويد",
                "داعم",
                "ممثل",
                "مالك",
                "مناصر",
                "معادي",
                "مشغل",
            ],
            _ => return false,
        };
        let core = self.t.core(i);
        let stem = core.strip_suffix("ين").or_else(|| core.strip_suffix("ون"));
        let stem = stem.or_else(|| core.strip_suffix('ه')).unwrap_or(core);
        i > 0 && self.mark(i - 1) == Mark::Word && list.contains(&stem)
    }

    /// Whether the word at `i` is an adjective that is joined by و to one of the same form: غربية وعربية.
    /// مصادر طبية وعسكرية، دول غربية وعربية.
    pub(super) fn second_adjective(&self, s: &Candidate) -> bool {
        let (i, head_of) = (s.i, s.head_of);
        if !s.close() {
            return false;
        }
        let Some(before) = i.checked_sub(1) else {
            return false;
        };
        let (w, first) = (self.word_at(i), self.word_at(before));
        let (text, one) = (self.t.text(i), self.t.text(before));
        let ending = |t: &str| ["يه", "ون", "ين", "ي"].into_iter().find(|e| t.ends_with(e));
        matches!(
            head_of,
            Some(Of::Undisclosed | Of::People | Of::Body | Of::Text)
        ) && self.mark(i) == Mark::Word
            && self.mark(before) == Mark::Word
            && text.starts_with('و')
            && longer(text, 4)
            && (w.conj || !w.found)
            && !w.def
            && !first.def
            && w.known.verb == 0
            && first.known.head == 0
            && first.prep.is_none()
            && ending(text).is_some()
            && ending(text) == ending(one)
            && longer(one, 3)
    }

    /// مدير الاستخبارات ومكافحة الإرهاب: the second half of what an office is for.
    fn second_half(&self, i: usize, last: usize, head_of: Option<Of>) -> bool {
        let w = self.word_at(i);
        matches!(head_of, Some(Of::Person))
            && self.mark(i) == Mark::Word
            && w.conj
            && !w.def
            && w.pronoun == 0
            && !self.finite(i)
            && (self.t.core(i).starts_with("مكافح") || w.deed || w.is(Class::Deed))
            && self.mark(i + 1) == Mark::Word
            && self.w(i + 1).def
            && self.w(i + 1).prep.is_none()
            && last > 1
            && self.w(last - 1).def
            && !self.w(last - 2).def
            && self.mark(last - 2) == Mark::Word
    }
}
