//! Times: weekdays, months by their Levantine, Egyptian, Maghrebi and hijri names, hours, relative days and years, noted as
//! written and not resolved.

use super::amount::digits;
use super::lexicon::Word;
use super::mention::{Found, MentionKind};
use super::pack::Class;
use super::phrase::Reader;
use super::token::Mark;

// As what a word begins a time, as bits.
const WHOLE: u8 = 1;
const STEM: u8 = 2;
const CORE: u8 = 4;
const DEFINITE: u8 = 8;

/// Words with which a time may begin, and as what: the whole word, its stem, its core, or that with the article.
pub(super) fn times() -> impl Iterator<Item = (&'static str, u8)> {
    let cores = ["ساعه", "كانون", "تشرين", "قبل", "هذا", "هذه"];
    let whole = DAYS.into_iter().map(|w| (w, WHOLE));
    let stems = PARTS_OF_DAY.into_iter().map(|w| (w, STEM));
    let cores = PERIODS.into_iter().chain(cores).map(|w| (w, CORE));
    let definite = SPANS.into_iter().map(|w| (w, DEFINITE));
    whole.chain(stems).chain(cores).chain(definite)
}

/// Whether a time may begin with a word that is taken apart so; what [`Reader::time`] looks at first. Of the word, its stem
/// and its core is known as what they begin one.
pub(super) fn may_be_time(w: &Word, [word, stem, core]: [u8; 3]) -> bool {
    w.is(Class::Weekday)
        || w.is(Class::Month)
        || word & WHOLE != 0
        || stem & STEM != 0
        || core & CORE != 0
        || w.def && core & DEFINITE != 0
}

/// Parts of a day, before a weekday.
const PARTS_OF_DAY: [&str; 7] = ["فجر", "صباح", "ظهر", "عصر", "مساء", "ليل", "ليله"];

/// Days by themselves.
const DAYS: [&str; 5] = ["اليوم", "امس", "غدا", "الليله", "البارحه"];

/// Periods of which one is the last or the next.
const PERIODS: [&str; 5] = ["اسبوع", "شهر", "عام", "سنه", "يوم"];

/// Several of them.
const SPANS: [&str; 11] = [
    "يومين",
    "شهرين",
    "عامين",
    "اسبوعين",
    "ايام",
    "ساعات",
    "اسابيع",
    "اشهر",
    "سنوات",
    "شهور",
    "اعوام",
];

/// Two of a period.
const TWO: [&str; 8] = [
    "يومين",
    "شهرين",
    "عامين",
    "اسبوعين",
    "ساعتين",
    "سنتين",
    "دقيقتين",
    "ليلتين",
];

/// Periods as they stand after a number.
const COUNTED: [&str; 16] = [
    "ايام",
    "يوما",
    "يوم",
    "اسابيع",
    "اسبوعا",
    "اشهر",
    "شهور",
    "شهرا",
    "شهر",
    "سنوات",
    "سنه",
    "اعوام",
    "عاما",
    "عام",
    "ساعات",
    "ساعه",
];

impl Reader<'_> {
    /// How long before now: قبل يومين، قبل ثلاثة أيام.
    fn ago(&self, i: usize, b: usize) -> Option<usize> {
        let next = i + 1;
        if self.t.stem(i) != "قبل"
            || next >= b
            || self.mark(next) != Mark::Word && self.mark(next) != Mark::Number
        {
            return None;
        }
        if TWO.contains(&self.t.text(next)) {
            return Some(next + 1);
        }
        let (_, after) = self.value(next, b)?;
        (after < b && COUNTED.contains(&self.t.text(after))).then_some(after + 1)
    }

    /// A time: weekday, day and month, year, relative day.
    pub(super) fn time(&self, i: usize, b: usize) -> Option<Found> {
        let found = |end| {
            Some(Found {
                a: i,
                b: end,
                kind: MentionKind::Time,
                range: None,
                unit: None,
            })
        };
        let month = |k: usize| {
            k < b
                && (self.is(k, Class::Month)
                    || self.t.core(k) == "كانون"
                    || self.t.core(k) == "تشرين")
        };
        let mut j = i;
        if let Some(end) = self.ago(j, b) {
            return found(end);
        }
        // هذا العام، هذه الليلة
        if matches!(self.t.stem(j), "هذا" | "هذه")
            && j + 1 < b
            && self.w(j + 1).def
            && (PERIODS.contains(&self.t.core(j + 1)) || PARTS_OF_DAY.contains(&self.t.core(j + 1)))
        {
            return found(j + 2);
        }
        // الساعة 19:00، 16,00 ت غ
        if self.t.core(j) == "ساعه"
            && self.w(j).def
            && j + 1 < b
            && self.mark(j + 1) == Mark::Number
        {
            return found(self.zone_end(j + 2, b));
        }
        if self.mark(j) == Mark::Number && self.zone_end(j + 1, b) > j + 1 {
            return found(self.zone_end(j + 1, b));
        }
        // مساء الخميس
        if PARTS_OF_DAY.contains(&self.t.stem(j)) && j + 1 < b && self.is(j + 1, Class::Weekday) {
            j += 1;
        }
        // اليومين الماضيين، الأيام المقبلة
        if self.w(j).def && SPANS.contains(&self.t.core(j)) {
            let last = (j + 1..b.min(j + 3)).find(|&k| {
                ["ماضي", "اخير", "مقبل", "قادم", "قليل"]
                    .iter()
                    .any(|s| self.t.core(k).starts_with(s))
            });
            if let Some(last) = last {
                return found(last + 1);
            }
        }
        if self.is(j, Class::Weekday) && self.w(j).prep.is_none() {
            j += 1;
            while j < b && matches!(self.t.core(j), "ماضي" | "مقبل" | "جاري") {
                j += 1;
            }
            if j < b && self.mark(j) == Mark::Number && month(j + 1) {
                return found(self.date_end(j + 1, b));
            }
            return found(j);
        }
        if self.mark(j) == Mark::Number && month(j + 1) {
            return found(self.date_end(j + 1, b));
        }
        if month(j) && self.mark(j) == Mark::Word {
            return found(self.date_end(j, b));
        }
        let year = |k: usize| {
            k < b
                && self.mark(k) == Mark::Number
                && digits(self.t.text(k))
                    .is_some_and(|n| (1300.0..1500.0).contains(&n) || (1800.0..2100.0).contains(&n))
                && self.t.text(k).len() == 4
        };
        if matches!(self.t.core(j), "عام" | "سنه") && year(j + 1) {
            return found(j + 2);
        }
        if year(j) && j > 0 && self.is(j - 1, Class::Preposition) {
            return found(j + 1);
        }
        if DAYS.contains(&self.t.text(j)) {
            // اليوم الأول is a count of days.
            if self.t.text(j) == "اليوم"
                && j + 1 < b
                && matches!(
                    self.t.core(j + 1),
                    "اول" | "ثاني" | "ثالث" | "رابع" | "اخير" | "تالي"
                )
            {
                return None;
            }
            let after = usize::from(j + 1 < b && self.is(j + 1, Class::Weekday));
            return found(j + 1 + after);
        }
        if PERIODS.contains(&self.t.core(j))
            && self.w(j).def
            && j + 1 < b
            && matches!(
                self.t.core(j + 1),
                "ماضي" | "ماضيه" | "مقبل" | "مقبله" | "جاري" | "حالي"
            )
        {
            return found(j + 2);
        }
        None
    }

    /// The end of the zone after an hour (ت غ، بتوقيت غرينتش), or `j` if none.
    fn zone_end(&self, j: usize, b: usize) -> usize {
        let short = self.t.text(j) == "ت" && self.t.text(j + 1) == "غ";
        let long = self.t.text(j) == "بتوقيت" && self.mark(j + 1) == Mark::Word;
        if j + 1 < b && (short || long) {
            j + 2
        } else {
            j
        }
    }

    /// The end of a date whose month stands at `m`: its second name (نيسان/أبريل، كانون الثاني) and its year.
    fn date_end(&self, m: usize, b: usize) -> usize {
        let mut j = m + 1;
        if j < b
            && matches!(self.t.core(j), "اول" | "ثاني")
            && matches!(self.t.core(m), "كانون" | "تشرين")
        {
            j += 1;
        }
        if j + 1 < b && self.t.text(j) == "/" {
            let second =
                self.is(j + 1, Class::Month) || matches!(self.t.core(j + 1), "كانون" | "تشرين");
            if second {
                j += 2;
                if j < b && matches!(self.t.core(j), "اول" | "ثاني") {
                    j += 1;
                }
            }
        }
        if j < b
            && matches!(self.t.core(j), "من" | "عام" | "سنه" | "لعام" | "لسنه")
            && self.mark(j + 1) == Mark::Number
            && j + 1 < b
        {
            j += 1;
        }
        if j < b && self.mark(j) == Mark::Number && self.t.text(j).len() == 4 {
            j += 1;
        }
        j
    }
}
