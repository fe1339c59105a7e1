//! Which preposition still belongs to a noun phrase: «في», «من», «عن» behind an office, an undisclosed source, a participle.

use super::pack::{Class, Of};
use super::phrase::Reader;
use super::token::Mark;

impl Reader<'_> {
    /// Whether the preposition at `i` leads in a phrase that belongs to the source.
    pub(super) fn belongs(&self, i: usize, last: usize, head_of: Option<Of>, end: usize) -> bool {
        let next = self.word_at(i + 1);
        if matches!(self.t.text(i), "في" | "ب")
            && self.is(i + 1, Class::Preposition)
            && self.place(i + 2)
            && i + 2 < end
        {
            return matches!(head_of, Some(Of::Undisclosed | Of::Person | Of::People));
        }
        if i + 1 >= end
            || self.mark(i + 1) != Mark::Word
            || next.is(Class::Occasion)
            || next.is(Class::Time)
            || next.is(Class::That)
            || next.is(Class::Pronoun)
            || next.is(Class::Adverb)
            || next.pronoun > 0 && next.known.head == 0
        {
            return false;
        }
        if next.is(Class::Determiner)
            || next.prep.is_some()
            || self.finite(i + 1)
            || self.phrase(i, Class::Adverb) > 0
            || next.deed && !next.def && !region(self.t.text(i + 1))
        {
            return false;
        }
        let before = self.t.core(last.wrapping_sub(1));
        let text = self.t.text(i);
        let office = matches!(head_of, Some(Of::Undisclosed | Of::Person | Of::People));
        match text {
            "في" => {
                let seat = |k: usize| {
                    matches!(
                        self.t.core(k),
                        "سفاره"
                            | "قنصليه"
                            | "بعثه"
                            | "مكتب"
                            | "ممثليه"
                            | "جامعه"
                            | "معهد"
                            | "مستشفي"
                    )
                };
                office
                    || matches!(before, "كثيرون" | "كثيرين")
                    || head_of == Some(Of::Body)
                        && self.place(i + 1)
                        && (last.saturating_sub(5)..last).any(seat)
            }
            "من" => {
                office
                    && (!matches!(head_of, Some(Of::Person))
                        || last > 0 && !self.w(last - 1).def && self.pack.head(next).is_some())
                    || matches!(
                        before,
                        "فريق"
                            | "مجموعه"
                            | "عدد"
                            | "طاقم"
                            | "اثنان"
                            | "اثنين"
                            | "عديد"
                            | "كثير"
                            | "كثيرون"
                            | "كثيرين"
                    )
                    || self.pack.numbers.contains_key(before) && self.pack.head(next).is_some()
                    || before.starts_with("مقرب")
                    || before.starts_with("قريب")
                    || ["مولف", "مكون", "مشكل", "مدعوم", "ممول"]
                        .iter()
                        .any(|v| before.starts_with(v))
            }
            "مع" => before.starts_with("متحالف") || before.starts_with("متعاون"),
            "علي" => {
                // المشرف العام على المركز
                let general = matches!(before, "عام" | "عامه")
                    && last > 1
                    && self.t.core(last - 2).starts_with("مشرف");
                general
                    || before.starts_with("مطلع")
                    || before == "قضاء" && self.w(last.wrapping_sub(1)).prep == Some('ل')
                    || before.starts_with("مشرف")
                    || before.starts_with("قايم")
            }
            "عن" => {
                before.starts_with("مسوول")
                    || before.starts_with("مدافع")
                    || before.starts_with("منبثق")
                    || before.starts_with("منشق")
                    || head_of == Some(Of::Text) && before.starts_with("صادر")
                    || matches!(before, "نايب" | "عضو" | "ممثل" | "نايبه" | "مندوب" | "مرشح")
            }
            // المبعوث الأممي إلى اليمن
            "الي" => {
                head_of == Some(Of::Person)
                    && self.place(i + 1)
                    && (last.saturating_sub(4)..last).any(|k| {
                        matches!(
                            self.t.core(k),
                            "مبعوث" | "مبعوثه" | "موفد" | "سفير" | "سفيره" | "مندوب"
                        )
                    })
            }
            "لدي" => office,
            // نشطاء خارج المملكة
            "خارج" | "داخل" => head_of == Some(Of::People),
            "شمال" | "جنوب" | "شرق" | "غرب" | "شمالي" | "جنوبي" | "شرقي" | "غربي" | "وسط" => {
                (office || head_of == Some(Of::Body)) && self.place(i + 1)
            }
            _ => false,
        }
    }
}

/// Whether a word looks like a verbal noun and is a part of a country.
fn region(text: &str) -> bool {
    matches!(text, "منطقه" | "مقاطعه" | "محافظه")
}
