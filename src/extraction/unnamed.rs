//! How a source asks not to be named: رفض الكشف عن اسمه، طلب عدم ذكر هويته، لم تكشف اسمه.

use super::pack::Class;
use super::phrase::Reader;
use super::token::Mark;
use super::traits::Trait;

impl Reader<'_> {
    /// رفض الكشف عن اسمه، طلب عدم ذكر هويته: how a source asked not to be named.
    #[inline]
    pub(super) fn anonymity(&self, i: usize) -> bool {
        // Few words can begin it: all others are told here, where the call is.
        self.word_at(i).has(Trait::Anonymity) && self.unnamed(i)
    }

    fn unnamed(&self, i: usize) -> bool {
        let stem = self.t.stem(i);
        // لم يفصح عن اسمه، لم تسمه
        if matches!(stem, "لم" | "لا") {
            let next = self.t.text(i + 1);
            return ["فصح", "كشف", "ذكر", "سم", "حدد هو", "شا"]
                .iter()
                .any(|s| next.get(2..).is_some_and(|rest| rest.starts_with(s)))
                && (next.ends_with("سمه")
                    || next.ends_with("سمها")
                    || next.ends_with("سمهم")
                    || (i + 2..i + 5).any(|k| {
                        let t = self.t.core(k);
                        t.starts_with("اسم") || t.starts_with("هوي") || t.starts_with("ذكر")
                    }));
        }
        // تحدثوا بشرط عدم الكشف عن هويتهم
        if stem.starts_with("تحدث") && matches!(self.t.text(i + 1), "بشرط" | "شريطه") {
            return matches!(self.t.text(i + 2), "عدم" | "اخفاء" | "حجب" | "الا");
        }
        (stem.starts_with("رفض")
            || stem.starts_with("طلب")
            || stem.starts_with("فضل")
            || stem.starts_with("اشترط")
            || stem.starts_with("مفضل")
            || matches!(
                stem,
                "رافضا" | "رافضه" | "طالبا" | "طالبه" | "مشترطا" | "مشترطه"
            ))
            && matches!(
                self.t.text(i + 1),
                "عدم" | "الكشف" | "كشف" | "ذكر" | "نشر" | "حجب" | "الافصاح"
            )
    }

    /// Where a source that ends at `end` ends with the words in which it asks not to be named: مصدر لم تكشف اسمه.
    pub(super) fn unnamed_to(&self, end: usize) -> usize {
        let from = end + usize::from(self.mark(end) == Mark::Comma);
        let from = from + usize::from(self.is(from, Class::Relative));
        // قال رافضا كشف اسمه: how he says it, not who he is.
        let manner = ["رافض", "طالبا", "طالبه", "مشترط", "مفضل"]
            .iter()
            .any(|m| self.t.stem(from).starts_with(m));
        if manner || !self.anonymity(from) {
            return end;
        }
        // Up to what is withheld, and no further.
        let withheld = |k: usize| {
            let core = self.t.core(k);
            let text = self.t.text(k);
            ["اسم", "هوي"].iter().any(|s| core.starts_with(s)) || text.ends_with("سمه")
        };
        (from + 1..from + 8)
            .take_while(|&k| self.mark(k) == Mark::Word && !self.is(k, Class::That))
            .find(|&k| withheld(k))
            .map_or(end, |k| k + 1)
    }
}
