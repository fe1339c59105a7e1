//! Where the outlet takes over from the source within a sentence, and where it does not yet: what was not said, what something is
//! called in passing, a quotation whose sentence goes on.

use super::lexicon::longer;
use super::output::Act;
use super::pack::Class;
use super::phrase::Reader;
use super::token::Mark;

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
            // لكن ذلك لم يهدئ المخاوف: what came of the saying.
            "لكن" | "ولكن" => {
                matches!(next, "ذلك" | "هذا")
                    && self.t.text(i + 2) == "لم"
                    && self.tok(i).is_some_and(|t| t.quote == 0)
            }
            // ولكنه لم يصل إلى حد كذا: how far the source went.
            "لكنه" | "لكنها" | "ولكنه" | "ولكنها"
                if next == "لم"
                    && matches!(self.t.text(i + 2), "يصل" | "تصل" | "يذهب" | "تذهب")
                    && self.t.text(i + 3) == "الي"
                    && self.t.text(i + 4) == "حد" =>
            {
                self.tok(i).is_some_and(|t| t.quote == 0)
            }
            "لكنه" | "لكنها" | "لكنهم" | "ولكنه" | "ولكنها" | "ولكنهم" => {
                self.tok(i).is_some_and(|t| t.quote == 0)
                    && (matches!(next, "لم" | "لا")
                        && (self.w(i + 2).known.verb != 0 || of_saying(self.t.text(i + 2)))
                        || ["رفض", "امتنع", "تحفظ"].iter().any(|v| next.starts_with(v))
                            && (i + 2..i + 4).any(|k| self.withheld(k)))
            }
            "علما" => {
                self.is(i + 1, Class::That)
                    || matches!(next, "وان" | "وانه" | "وانها" | "بان" | "بانه" | "بانها")
            }
            // ولم يتسن لوكالتنا التحقق من ذلك: whoever could not verify it is the outlet. ولم تتمكن من التحقق is of whoever acts.
            "ولم" if self.tok(i).is_some_and(|t| t.quote == 0) => {
                let verified = |k: usize| {
                    matches!(self.t.text(k), "التحقق" | "التاكد" | "التثبت")
                        || self.t.text(k) == "التواصل" && self.t.text(k + 1) == "مع"
                };
                // ولم يصدر تعليق من الشركة
                if matches!(next, "يصدر" | "تصدر" | "يرد" | "ترد")
                    && ["تعليق", "رد", "تاكيد", "بيان", "موقف", "اي"]
                        .iter()
                        .any(|s| self.t.core(i + 2).starts_with(s))
                {
                    return true;
                }
                let words = (i + 2..i + 9).take_while(|&k| self.mark(k) == Mark::Word);
                matches!(next, "يتسن" | "يتسني")
                    || matches!(next, "يتم" | "تتم" | "يجر") && verified(i + 2)
                    || matches!(next, "تتمكن" | "يتمكن" | "نتمكن" | "تستطع" | "يستطع")
                        && self.t.text(i + 2) != "من"
                        && words.into_iter().any(verified)
            }
            // ما أدى إلى مقتل كذا is of what was said; what else came of it the outlet tells.
            "ما" | "مما" if matches!(next, "ادي" | "يودي") && harm(self.t.core(i + 3)) => {
                false
            }
            // … ، ما تنفيه الشركة: another denies it.
            "ما" if self.mark(i - 1) == Mark::Comma
                && self.w(i + 1).pronoun > 0
                && self.finite(i + 1)
                && self
                    .pack
                    .verb(&self.w(i + 1))
                    .is_some_and(|v| v.act == Act::Deny) =>
            {
                true
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

    /// "لم يتوقف القصف وهناك طائرات" تحلق فوق المدينة: whether the sentence that was quoted ends without quotation marks. It
    /// does up to a stop, where no circumstance of the saying, no other clause and no comma come.
    pub(super) fn unfinished(&self, after: usize, mate: usize, limit: usize) -> bool {
        let w = self.word_at(after);
        let text = self.t.text(after);
        let lead = matches!(text, "بين" | "ضد" | "لكي" | "كي" | "تجاه" | "نحو" | "ازاء");
        let stop = matches!(
            self.mark(mate - 1),
            Mark::Stop | Mark::Ellipsis | Mark::Comma
        );
        !stop
            && !w.conj
            && !w.def
            && w.prep.is_none()
            && !w.according
            && (w.known.verb == 0 || lead)
            && !self.breaks(after)
            && (lead
                || (!w.found || w.is(Class::Doing) && w.known.verb == 0)
                    && text.starts_with(['ي', 'ت'])
                    && longer(text, 3)
                    && !text.ends_with('ه'))
            && (after..limit)
                .find(|&k| {
                    !matches!(
                        self.mark(k),
                        Mark::Word | Mark::Number | Mark::Open | Mark::Close
                    )
                })
                .is_none_or(|k| matches!(self.mark(k), Mark::Stop | Mark::Line))
    }

    /// Whether a phrase tells where something was said, or to what: في تصريح لوكالة، خلال مؤتمر صحفي، ردا على سؤال.
    pub(super) fn said_where(&self, i: usize) -> bool {
        let next = self.t.core(i + 1);
        match self.t.text(i) {
            "في" => {
                matches!(
                    next,
                    "تصريح"
                        | "تصريحات"
                        | "مقابله"
                        | "تغريده"
                        | "تغريدات"
                        | "بيان"
                        | "تدوينه"
                ) && !self.w(i + 1).def
                    || next == "موتمر" && self.t.core(i + 2).starts_with("صح")
            }
            "خلال" => {
                next == "موتمر" && self.t.core(i + 2).starts_with("صح")
                    || matches!(next, "مقابله" | "تصريح" | "تصريحات")
            }
            "ردا" => self.t.text(i + 1) == "علي" && self.t.core(i + 2).starts_with("سوال"),
            _ => false,
        }
    }

    /// جملة وتفصيلا، من أساسه، نفيا قاطعا: whether nothing but how something is denied stands before the end of the clause.
    pub(super) fn flatly(&self, i: usize) -> bool {
        let next = self.t.text(i + 1);
        let two = match self.t.text(i) {
            "جمله" => next == "وتفصيلا",
            "من" => {
                matches!(next, "الاساس" | "اساسه" | "اساسها" | "اساسهم")
            }
            "نفيا" | "رفضا" | "تكذيبا" => next.ends_with('ا'),
            "بشكل" | "بصوره" => ["قاطع", "قطعي"].iter().any(|s| next.starts_with(s)),
            _ => false,
        };
        two && self.mark(i + 2) != Mark::Word
    }

    /// Whether a word is one of speech or writing: مداخلة، حوار، بيان.
    pub(super) fn speech(&self, k: usize) -> bool {
        [
            "مداخل",
            "تصريح",
            "مقابل",
            "حوار",
            "حديث",
            "بيان",
            "تغريد",
            "تدوين",
            "منشور",
            "كلم",
            "خطاب",
            "لقاء",
            "موتمر",
            "رسال",
            "اتصال",
            "مقال",
        ]
        .iter()
        .any(|s| self.t.core(k).starts_with(s))
            && self.is(k, Class::Occasion)
    }

    /// دون أن يتمكن المرصد من تأكيد ذلك، دون التمكن من توضيحه: whether behind a word of lack it is told what could not be found out.
    pub(super) fn unable_to_tell(&self, k: usize) -> bool {
        let able = |k: usize| {
            ["تمكن", "يتمكن", "تتمكن", "يتسن"]
                .iter()
                .any(|s| self.t.core(k).starts_with(s))
        };
        let tells = |k: usize| {
            ["تاكيد", "نفي", "توضيح", "تحقق", "تاكد", "تثبت"]
                .iter()
                .any(|s| self.t.core(k).starts_with(s))
        };
        (able(k) || self.t.text(k) == "ان" && able(k + 1)) && (k + 1..k + 6).any(tells)
    }

    /// قبل أن يضيف كذا، قبل أن تحذف الخبر: whether a verb tells what a speaker does with words.
    pub(super) fn takes_back(&self, i: usize) -> bool {
        let text = self.t.text(i);
        let stem = text.strip_prefix(['ي', 'ت']).unwrap_or(text);
        // قبل أن تسارع الحكومة إلى نفي الخبر
        let denied = (i..i + 8)
            .take_while(|&k| self.mark(k) == Mark::Word)
            .any(|k| {
                self.pack
                    .verb(&self.w(k))
                    .is_some_and(|v| v.act == Act::Deny)
            });
        denied
            || self.w(i).known.verb != 0
            || of_saying(text)
            || text == "يتم" && self.w(i + 1).known.verb != 0
            || text == "يتم" && of_saying(self.t.core(i + 1))
            || ["حذف", "عود", "تراجع", "ستدرك", "صحح", "عدل", "سحب", "عتذر"]
                .iter()
                .any(|s| stem.starts_with(s))
    }

    /// ، في خطوة أثارت غضب كذا؛ ، ورفض الإجابة عن أسئلة كذا؛ ، ولم يعط تفاصيل: where behind a comma the outlet weighs what was said, or tells
    /// what was held back.
    pub(super) fn weighs(&self, n: usize) -> bool {
        let next = self.t.text(n + 1);
        let details = |k: usize| {
            ["تفاصيل", "مزيد", "ايضاح", "توضيح"]
                .iter()
                .any(|s| self.t.core(k).starts_with(s))
        };
        match self.t.text(n) {
            "في" => next == "خطوه" && self.mark(n + 2) == Mark::Word,
            "ورفض" | "ورفضت" => self.withheld(n + 1),
            "وامتنع" | "وامتنعت" => next == "عن" && self.withheld(n + 2),
            "ولم" => {
                (of_saying(next) || matches!(next, "يعط" | "تعط")) && (n + 2..n + 5).any(details)
            }
            _ => false,
        }
    }

    /// حدث كذا. هذا ما أكدته الشركة: whether the verb at `i` takes up what stands before هذا ما, at the beginning of its sentence or
    /// behind a comma.
    pub(super) fn points_back(&self, i: usize, a: usize) -> bool {
        let Some(this) = i.checked_sub(2).filter(|&k| k >= a) else {
            return false;
        };
        // ، وهو اتهام ترفضه الشركة
        let named = matches!(self.t.text(this), "وهو" | "وهي")
            && self.w(i).pronoun > 0
            && !self.w(i - 1).def
            && self.mark(this.saturating_sub(1)) == Mark::Comma
            && matches!(
                self.t.text(i - 1),
                "اتهام"
                    | "تهمه"
                    | "ادعاء"
                    | "امر"
                    | "كلام"
                    | "خبر"
                    | "روايه"
                    | "مزاعم"
                    | "اتهامات"
                    | "ادعاءات"
                    | "معلومات"
                    | "معلومه"
                    | "انباء"
                    | "تهم"
                    | "زعم"
                    | "نبا"
            );
        if named && self.tok(i).is_some_and(|t| t.quote == 0) {
            return true;
        }
        let led = (a..this).all(|k| self.mark(k) == Mark::Line)
            || matches!(self.mark(this - 1), Mark::Comma | Mark::Close);
        led && self.t.text(i - 1) == "ما"
            && matches!(self.t.text(this), "هذا" | "ذلك" | "وهذا" | "وذلك")
            && self.tok(i).is_some_and(|t| t.quote == 0)
    }

    /// The sentence before, where a verb that begins its own points back at it: not across the end of a paragraph.
    pub(super) fn sentence_pointed_at(&self, i: usize, number: usize) -> Option<(usize, usize)> {
        let &(a, _) = self.t.sentences.get(number)?;
        let &(x, y) = self.t.sentences.get(number.checked_sub(1)?)?;
        let heading = self.mark(a) == Mark::Line || self.mark(y - 1) == Mark::Line;
        let (x, y) = self.trim(x, y)?;
        (a + 2 == i && !heading && y > x + 3 && self.points_back(i, a)).then_some((x, y))
    }

    /// Whether a word is one of what is not said: الإجابة، التعليق، الحديث.
    fn withheld(&self, k: usize) -> bool {
        of_saying(self.t.text(k))
            || [
                "اجاب",
                "تعليق",
                "تعقيب",
                "ادلاء",
                "رد",
                "افصاح",
                "كشف",
                "حديث",
                "خوض",
            ]
            .iter()
            .any(|s| self.t.core(k).starts_with(s))
                && self.w(k).def
    }

    /// Whether the outlet tells here what somebody hints at: في إشارة إلى.
    pub(super) fn hints(&self, i: usize) -> bool {
        self.t.text(i) == "في"
            && (matches!(self.t.text(i + 1), "اشاره" | "تلميح")
                && matches!(self.t.text(i + 2), "الي" | "منه" | "منها" | "واضحه")
                || self.t.text(i + 1) == "رد" && self.t.text(i + 2) == "علي")
    }

    /// نفت قيامها بكذا الذي تحدثت عنه روسيا: whether a relative clause tells who spoke of its noun.
    pub(super) fn spoken_of(&self, i: usize) -> bool {
        self.finite(i + 1)
            && self
                .pack
                .verb(&self.w(i + 1))
                .is_some_and(|v| v.sort == super::pack::Sort::Plain || v.root == "شور")
            && matches!(self.t.text(i + 2), "عنه" | "عنها" | "اليه" | "اليها")
    }

    /// Whether a relative clause tells what another says of its noun: الذي قالت الشرطة إنه.
    pub(super) fn said_of(&self, i: usize) -> bool {
        self.finite(i + 1)
            && self
                .pack
                .verb(&self.w(i + 1))
                .is_some_and(|v| v.sort == super::pack::Sort::Plain)
            && self.w(i + 1).pronoun == 0
            && (i + 2..i + 8)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.is(k, Class::That) && self.t.text(k).ends_with(['ه', 'ا', 'م']))
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
