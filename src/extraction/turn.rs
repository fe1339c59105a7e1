//! Where the outlet takes over from the source within a sentence: what was not said, what something is called in passing.

use super::pack::Class;
use super::phrase::Reader;

impl Reader<'_> {
    /// Whether a verb with its pronoun only labels: تعتبرها، تصنفهم.
    pub(super) fn labels(&self, i: usize) -> bool {
        let known = self.w(i).pronoun > 0
            && self
                .pack
                .verb(&self.w(i))
                .is_some_and(|v| v.root == "عبر" && v.measure == 8 || v.root == "وصف");
        let text = self.t.text(i);
        known
            || ["تصنف", "يصنف", "تعد", "يعد"].iter().any(|verb| {
                text.strip_prefix(verb)
                    .is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم"))
            })
    }

    /// Where the outlet takes over from the source: لكنها لم تحدد، علما بأن، ما أثار غضب.
    pub(super) fn turns_away(&self, i: usize) -> bool {
        let next = self.t.text(i + 1);
        match self.t.text(i) {
            "لكنه" | "لكنها" | "لكنهم" => {
                self.tok(i).is_some_and(|t| t.quote == 0)
                    && (matches!(next, "لم" | "لا")
                        && (self.w(i + 2).known.verb != 0 || of_saying(self.t.text(i + 2)))
                        || ["رفض", "امتنع", "تحفظ"].iter().any(|v| next.starts_with(v))
                            && of_saying(self.t.text(i + 2)))
            }
            "علما" => {
                self.is(i + 1, Class::That)
                    || matches!(next, "وان" | "وانه" | "وانها" | "بان" | "بانه" | "بانها")
            }
            // ما أدى إلى مقتل كذا is of what was said; what else came of it the outlet tells.
            "ما" | "مما" if matches!(next, "ادي" | "يودي") && harm(self.t.core(i + 3)) => {
                false
            }
            "ما" | "مما" => matches!(
                next,
                "اثار"
                    | "يثير"
                    | "دفع"
                    | "ادي"
                    | "يودي"
                    | "اضطر"
                    | "استدعي"
                    | "اجبر"
                    | "يعني"
                    | "ينذر"
            ),
            _ => false,
        }
    }
}

/// Whether a word is about harm done: مقتل، تدميرها.
fn harm(core: &str) -> bool {
    [
        "مقتل",
        "قتل",
        "اصاب",
        "تدمير",
        "دمار",
        "سقوط",
        "جرح",
        "وفا",
        "انهيار",
        "كسر",
        "تلف",
        "استشهاد",
        "مصرع",
        "نزوح",
        "تهتك",
        "احتراق",
        "تضرر",
        "اضرار",
        "خساير",
        "غرق",
        "حريق",
    ]
    .iter()
    .any(|s| core.starts_with(s))
}

/// Whether a word is about saying itself: دون أن يحدد، دون إضافة تفاصيل.
pub(super) fn of_saying(t: &str) -> bool {
    let stem = t.strip_prefix(['ي', 'ت']).unwrap_or(t);
    [
        "حدد",
        "ذكر",
        "وضح",
        "قدم",
        "كشف",
        "عطي",
        "سمي",
        "ورد",
        "ضيف",
        "نفي",
        "خوض",
        "علق",
        "شير",
        "فصح",
        "دلي",
        "تطرق",
        "ضافه",
        "اضافه",
        "حديد",
        "تحديد",
        "تقديم",
        "قديم",
        "اعطاء",
        "توضيح",
        "وضيح",
        "الكشف",
        "الاشاره",
        "تسميه",
        "سميه",
        "الخوض",
        "مزيد",
        "الافصاح",
    ]
    .iter()
    .any(|s| stem.starts_with(s))
}
