//! Where behind a comma, or at the end of a noun phrase, the speaker's own doing or the outlet takes over from what was said.

use super::inflect::Tense;
use super::pack::{Class, Sort};
use super::phrase::Reader;
use super::shape::Shape;
use super::token::Mark;

/// Nouns for what was said, as the outlet takes it up.
const WORDS: [&str; 15] = [
    "كلام",
    "كلمات",
    "تصريح",
    "تصريحات",
    "عباره",
    "عبارات",
    "قول",
    "اتهام",
    "اتهامات",
    "تهمه",
    "تهم",
    "مزاعم",
    "ادعاء",
    "ادعاءات",
    "روايه",
];

impl Reader<'_> {
    /// Whether the comma before `n` ends what began at `start`.
    pub(super) fn over_at(&self, start: usize, n: usize) -> bool {
        let next = self.t.text(n + 1);
        match self.t.text(n) {
            // ، وذلك في مقابلة أجريت معه؛ ، وذلك في وقت كذا: where it was said, what went on meanwhile.
            "وذلك" => self.said_where(n + 1) || next == "في" && self.t.text(n + 2) == "وقت",
            // "…"، وهو كلام أثار غضبا؛ ، وهي تهمة وصفها بكذا: the outlet on the words.
            "وهو" | "وهي" => WORDS.contains(&next),
            // أن الشرطة أخبرته بأن كذا، وأنه كذا: the that-word without ب goes on with the outer one.
            "وان" | "وانه" | "وانها" | "وانهم" => self.of_outer(start),
            // أشيع أنه كذا، بيد أن الوزير كذا: nobody is there to go on.
            "غير" | "بيد" | "الا" => self.is(n + 1, Class::That) && self.rumoured(start),
            _ => self.subjunctive(start) && self.does_past(start, n),
        }
    }

    /// قوبلت تصريحات فلان عن كذا بتنديد، أثارت تصريحاته بشأن كذا جدلا: whether at `i` stands what came of words that a verb before them leads in.
    pub(super) fn met_with(&self, start: usize, i: usize) -> bool {
        let (w, text) = (self.w(i), self.t.text(i));
        let with = !w.def
            && (w.prep == Some('ب')
                || [
                    "بتنديد",
                    "باستنكار",
                    "بترحيب",
                    "بسخري",
                    "باستياء",
                    "باستهجان",
                    "بتشكيك",
                ]
                .iter()
                .any(|s| text.starts_with(s)));
        let roused = !w.def && w.prep.is_none() && text.ends_with('ا') && w.known.verb == 0;
        // أثار تصريحه بأن كذا غضب السكان
        let stirred = !w.def
            && w.prep.is_none()
            && !w.conj
            && self.w(i + 1).def
            && matches!(
                text,
                "غضب"
                    | "جدل"
                    | "استياء"
                    | "قلق"
                    | "مخاوف"
                    | "سخريه"
                    | "حفيظه"
                    | "استغراب"
                    | "استهجان"
            );
        if !(with || roused || stirred) || self.tok(i).is_none_or(|t| t.quote != 0) {
            return false;
        }
        let led = |verbs: &[&str]| {
            (start.saturating_sub(8)..start)
                .rev()
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| {
                    self.is(k + 1, Class::Occasion)
                        && verbs.iter().any(|v| {
                            let core = self.t.core(k);
                            core.strip_prefix('و').unwrap_or(core).starts_with(v)
                                || core.starts_with(v)
                        })
                })
        };
        with && led(&["قوبل", "قوبلت", "ووجه", "ووجهت", "استقبل"])
            || (roused || stirred) && led(&["اثار", "ولد", "لاق", "احدث"])
    }

    /// أعلن استقالته في مؤتمر صحفي: where it was said, behind a noun phrase.
    pub(super) fn said_where_behind(
        &self,
        start: usize,
        (i, limit): (usize, usize),
        shape: Shape,
    ) -> bool {
        shape == Shape::Phrase
            && i > start
            && self.tok(i).is_some_and(|t| t.quote == 0)
            && self.mark(i - 1) == Mark::Word
            && self.said_where(i)
            && !self.w(i + 2).def
            && self.w(i + 1).pronoun == 0
            // مشاركته في مؤتمر صحفي، ما ورد في بيان
            && !["مشارك", "ظهور", "حضور", "حديث", "كلم", "خطا", "تناقض", "اخطاء"]
                .iter()
                .any(|s| self.t.core(i - 1).starts_with(s))
            && self
                .pack
                .verb(&self.w(i - 1))
                .is_none_or(|v| v.sort != Sort::Within)
            && !(i..limit.min(i + 40)).any(|k| self.is(k, Class::That))
    }

    /// يعمل المهندسون على كذا، وقد يستغرق ذلك كذا وفق الشركة: what may be stands behind what is, and is hers alone.
    pub(super) fn last_clause(&self, from: usize, until: usize) -> Option<usize> {
        let comma = (from + 1..until)
            .rev()
            .find(|&k| self.mark(k) == Mark::Comma && self.tok(k).is_some_and(|t| t.quote == 0))?;
        let n = comma + 1;
        (self.t.text(n) == "وقد" && self.t.text(n + 1).starts_with(['ي', 'ت']) && until > n + 2)
            .then_some(n)
    }

    /// Whether the that-word before `start` has ب, and stands within what one without it opened, which is no إن.
    fn of_outer(&self, start: usize) -> bool {
        start > 0
            && self.is(start - 1, Class::That)
            && self.t.text(start - 1).starts_with("با")
            && (start.saturating_sub(16)..start - 1)
                .rev()
                .take_while(|&k| matches!(self.mark(k), Mark::Word | Mark::Comma | Mark::Number))
                .find(|&k| self.is(k, Class::That))
                .is_some_and(|k| {
                    self.t.text(k).starts_with('ا')
                        && !(k.saturating_sub(8)..k)
                            .any(|x| self.pack.verb(&self.w(x)).is_some_and(|v| v.root == "قول"))
                })
    }

    /// Whether a rumour or a verb that nobody speaks opens at `start`: أشيع أن، يقال إن.
    fn rumoured(&self, start: usize) -> bool {
        (start.saturating_sub(4)..start)
            .rev()
            .take_while(|&k| self.mark(k) == Mark::Word)
            .any(|k| {
                self.pack
                    .verb(&self.w(k))
                    .is_some_and(|v| v.sort == Sort::Rumour)
                    || matches!(self.t.core(k), "يقال" | "قيل")
            })
    }

    /// Whether a content begins with a verb of the present behind أن: نفى أن يكون كذا، توقع أن ترتفع كذا.
    fn subjunctive(&self, start: usize) -> bool {
        let (w, text) = (self.w(start), self.t.text(start));
        start > 0
            && matches!(self.t.stem(start - 1), "ان" | "بان")
            && self.mark(start) == Mark::Word
            && text.starts_with(['ي', 'ت'])
            && !w.def
            && w.known.head == 0
            && (matches!(text, "يكون" | "تكون" | "يكونوا")
                || self.finite(start) && w.known.form.tense == Tense::Present
                || !w.found && !w.deed && !text.ends_with('ه') && !self.name_like(start))
    }

    /// ، وعرضت كذا: a verb of the past, where none stands before it.
    fn does_past(&self, start: usize, n: usize) -> bool {
        let past = |k: usize| {
            let (w, text) = (self.w(k), self.t.text(k));
            self.mark(k) == Mark::Word
                && !w.def
                && (self.finite(k) && w.known.form.tense == Tense::Past
                    || w.is(Class::Doing)
                    || (!w.found || w.conj && self.t.core(k).chars().count() > 3)
                        && w.prep.is_none()
                        && w.known.head == 0
                        && text.ends_with('ت')
                        && !text.ends_with("ات"))
        };
        self.t.text(n).starts_with('و')
            && self.tok(n).is_some_and(|t| t.quote == 0)
            && past(n)
            && n < start + 60
            && !(start..n - 1)
                .any(|k| past(k) || self.is(k, Class::Relative) || self.is(k, Class::That))
    }
}
