//! Things that tell without anybody speaking: evidence, signs, results. What they show is no statement of a source.

use super::cue::Who;
use super::inflect::Tense;
use super::pack::{Class, VerbEntry};
use super::phrase::{Np, Reader};
use super::token::Mark;

/// Verbs whose subject may be a thing.
const SHOW: [&str; 6] = ["شير", "فيد", "ظهر", "وكد", "ثبت", "وضح"];

/// What shows something, folded, as it begins without its article.
const THINGS: [&str; 24] = [
    "ادله",
    "ادلت",
    "دليل",
    "دلايل",
    "موشر",
    "فرضي",
    "ورقه",
    "نتيجه",
    "تطور",
    "حقايق",
    "حقيقه",
    "شواهد",
    "قراين",
    "ظروف",
    "معطيات",
    "معلومات",
    "لقطات",
    "مشاهد",
    "بوادر",
    "اعراض",
    "علامات",
    "اثار",
    "سوابق",
    "ارقام",
];

/// What is examined, and speaks through whoever examines it.
const EXAMINED: [&str; 7] = ["فحوص", "تحاليل", "قراين", "دلايل", "شواهد", "بوادر", "بصمات"];

impl Reader<'_> {
    /// الأدلة تشير إلى كذا، فرضيتنا تقول إن كذا، ورقة تفيد بأن كذا: a thing stands before the verb, and nobody speaks.
    pub(super) fn thing_shows(
        &self,
        i: usize,
        a: usize,
        verb: &VerbEntry,
        after: Option<Np>,
        before: Option<Np>,
    ) -> bool {
        let w = self.w(i);
        let thing = |k: usize| {
            let core = super::describe::bare(self.t.core(k));
            self.mark(k) == Mark::Word && THINGS.iter().any(|t| core.starts_with(t))
        };
        if let Some(np) = before {
            // كل هذه التصريحات تكذب كذا: words that give the lie to others are evidence too.
            let belies = matches!(verb.root.as_str(), "كذب" | "فند" | "دحض")
                && (np.a..np.b.min(np.a + 3)).any(|k| self.is(k, Class::Occasion));
            if belies {
                return true;
            }
            // إحدى الفرضيات
            return thing(np.a) || self.is(np.a, Class::Determiner) && thing(np.a + 1);
        }
        // لكن كل الدلائل تشير إلى كذا: right before the verb, with its article.
        if SHOW.contains(&verb.root.as_str())
            && w.known.form.tense == Tense::Present
            && !w.conj
            && i > a
            && self.w(i - 1).def
            && thing(i - 1)
        {
            return true;
        }
        // تشير القرائن إلى كذا، كشفت الفحوص كذا: behind it what was examined.
        if let Some(np) = after
            && np.a == i + 1
            && EXAMINED
                .iter()
                .any(|t| super::describe::bare(self.t.core(np.a)).starts_with(t))
        {
            return true;
        }
        // مؤشرات تؤكد كذا، تطور جديد يشير إلى كذا: a clause about the indefinite noun right before it.
        if !SHOW.contains(&verb.root.as_str())
            || w.known.form.tense != Tense::Present
            || w.conj
            || i < a + 2
            || after.is_some_and(|np| np.head != 0 || np.name != (0, 0))
        {
            return false;
        }
        (a.max(i.saturating_sub(3))..i)
            .rev()
            .take_while(|&k| {
                self.mark(k) == Mark::Word && !self.w(k).def && !self.w(k).conj && !self.finite(k)
            })
            .any(thing)
    }

    /// يظهر أن كذا: with nobody written it is plain, and nobody shows it.
    pub(super) fn appears(&self, verb: &VerbEntry, i: usize, who: Who) -> bool {
        verb.root == "ظهر"
            && matches!(who, Who::Implicit(_))
            && self.w(i).known.form.tense == Tense::Present
            && !self.w(i).conj
    }

    /// رجحت تقارير بريطانية احتمال كذا، أكد تقرير للأمم المتحدة أن: a report that agrees with its verb speaks, where an adjective or
    /// its owner stands behind it and no عن, whose subject it would be.
    pub(super) fn report_speaks(&self, i: usize, j: usize, b: usize) -> bool {
        let agreement = self.w(i).known.form.agreement;
        let fits = match self.t.core(j) {
            "تقارير" => agreement == super::inflect::Agreement::She,
            "تقرير" => agreement == super::inflect::Agreement::He,
            _ => false,
        };
        let next = self.w(j + 1);
        fits && self.mark(j + 1) == Mark::Word
            && (next.prep == Some('ل')
                && (j + 2..b.min(j + 9))
                    .take_while(|&k| self.mark(k) == Mark::Word)
                    .any(|k| self.is(k, Class::That))
                || next.prep.is_none()
                    && !next.def
                    && !next.conj
                    && next.known.verb == 0
                    && !next.is(Class::Preposition)
                    && matches!(self.t.text(j + 1).chars().next_back(), Some('ه' | 'ي'))
                    && self.mark(j + 2) == Mark::Word
                    && !self.is(j + 2, Class::Preposition))
    }
}
