//! Mentions in a content: persons, groups, places, quantities and times.
//!
//! Names come from two sides: names that the caller knows (the case's entities, with their variants), found with Arabic
//! clitics taken off, and new names, which are proposed. A quantity is a number in digits, words or the dual, with the
//! words that make it a range (نحو، ما لا يقل عن، بين … و…) and the unit that follows. Times are weekdays, months by their
//! Levantine, Egyptian, Maghrebi and hijri names, relative days and years; they are noted as written, not resolved.

use serde::Serialize;

use super::pack::{Class, Of, Script};
use super::phrase::Reader;
use super::token::Mark;

/// What is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum MentionKind {
    Person,
    Group,
    Place,
    Quantity,
    Time,
}

/// Something mentioned in a content.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mention {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words, as in the original.
    pub text: String,
    /// What it is.
    pub kind: MentionKind,
    /// The name it is known under, where the caller gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_as: Option<String>,
    /// The least number meant, of a quantity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The greatest number meant, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// What is counted, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// A mention as tokens, before its words are cut out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) kind: MentionKind,
    pub(crate) range: Option<(f64, Option<f64>)>,
    /// Tokens of the unit.
    pub(crate) unit: Option<(usize, usize)>,
}

impl Reader<'_> {
    /// Mentions in the tokens `a..b`, in order, none within another.
    pub(crate) fn mentions(&self, a: usize, b: usize) -> Vec<Found> {
        if self.pack.script == Script::Latin {
            return self.latin_mentions(a, b);
        }
        let mut out = Vec::new();
        let mut i = a;
        while i < b {
            let found = self
                .time(i, b)
                .or_else(|| self.quantity(i, b))
                .or_else(|| self.name(i, b));
            match found {
                Some(f) if f.b > i => {
                    i = f.b;
                    out.push(f);
                }
                _ => i += 1,
            }
        }
        out
    }

    /// A number, with what makes it a range and with its unit.
    fn quantity(&self, i: usize, b: usize) -> Option<Found> {
        let (mut from, mut about, mut least, mut most) = (i, false, false, false);
        // ما لا يقل عن، أكثر من، نحو، بين … و…
        let mut j = i;
        let text = |k: usize| if k < b { self.t.core(k) } else { "" };
        if text(j) == "ما"
            && text(j + 1) == "لا"
            && matches!(text(j + 2), "يقل" | "يزيد")
            && text(j + 3) == "عن"
        {
            least = text(j + 2) == "يقل";
            most = !least;
            j += 4;
        } else if matches!(text(j), "اكثر" | "اقل") && text(j + 1) == "من" {
            least = text(j) == "اكثر";
            most = !least;
            j += 2;
        } else if self.is(j, Class::About) && text(j) != "بين" {
            about = true;
            j += 1;
        } else if text(j) == "بين" && (self.value(j + 1, b).is_some()) {
            let (low, after) = self.value(j + 1, b)?;
            let joined = usize::from(self.t.text(after) == "و");
            let (high, after) = self.value(after + joined, b).filter(|_| {
                joined == 1
                    || self.w(after).conj
                    || self.t.text(after).starts_with('و')
                    || self.mark(after) == Mark::Number
                    || self.mark(after) == Mark::Dash
            })?;
            let unit = self.unit(after, b);
            return Some(Found {
                a: i,
                b: unit.map_or(after, |u| u.1),
                kind: MentionKind::Quantity,
                range: Some((low.min(high), Some(low.max(high)))),
                unit,
            });
        }
        let Some((value, after)) = self.value(j, b) else {
            return self.vague(i, b);
        };
        if j == i {
            from = i;
        }
        let unit = self.unit(after, b);
        // A bare number is a quantity only with a unit, a word of range, or written as a number word that counts what follows.
        if unit.is_none() && !(about || least || most) && self.mark(j) != Mark::Number {
            return None;
        }
        let end = unit.map_or(after, |u| u.1);
        let range = match (about, least, most) {
            (_, true, _) => (value, None),
            (_, _, true) => (0.0, Some(value)),
            _ => (value, Some(value)),
        };
        Some(Found {
            a: from,
            b: end,
            kind: MentionKind::Quantity,
            range: Some(range),
            unit,
        })
    }

    /// عشرات، مئات، آلاف; and the dual of what is counted: قتيلان.
    fn vague(&self, i: usize, b: usize) -> Option<Found> {
        let word = if i < b { self.t.core(i) } else { return None };
        let least = match word {
            "عشرات" => 20.0,
            "ميات" => 200.0,
            "الاف" => 2000.0,
            "ملايين" => 2e6,
            _ => {
                let stem = word
                    .strip_suffix("ان")
                    .or_else(|| word.strip_suffix("ين"))
                    .filter(|s| s.chars().count() > 2)?;
                let singular = self.pack.analyse(stem);
                let counted = singular.is(Class::Unit)
                    && singular.pronoun == 0
                    && !self.is(i, Class::Unit)
                    && !self.w(i).conj;
                return counted.then_some(Found {
                    a: i,
                    b: i + 1,
                    kind: MentionKind::Quantity,
                    range: Some((2.0, Some(2.0))),
                    unit: Some((i, i + 1)),
                });
            }
        };
        let unit = self.unit(i + 1, b);
        Some(Found {
            a: i,
            b: unit.map_or(i + 1, |u| u.1),
            kind: MentionKind::Quantity,
            range: Some((least, None)),
            unit,
        })
    }

    /// The number that begins at `i`, in digits or words, and the token after it.
    fn value(&self, i: usize, b: usize) -> Option<(f64, usize)> {
        if i >= b {
            return None;
        }
        if self.mark(i) == Mark::Number {
            let mut value = digits(self.t.text(i))?;
            let mut j = i + 1;
            // 20 ألف
            while j < b && self.mark(j) == Mark::Word && !self.w(j).conj {
                let Some(&scale) = self
                    .pack
                    .numbers
                    .get(self.t.text(j))
                    .filter(|&&n| n >= 100.0)
                else {
                    break;
                };
                value *= scale;
                j += 1;
            }
            return Some((value, j));
        }
        let mut total = 0.0;
        let mut part = 0.0;
        let mut j = i;
        while j < b && self.mark(j) == Mark::Word {
            let text = self.t.text(j);
            let bare = if j > i {
                text.strip_prefix('و').unwrap_or(text)
            } else {
                self.t.stem(j)
            };
            let Some(&n) = self.pack.numbers.get(bare) else {
                break;
            };
            if j > i && bare == text && n < 100.0 && n != 10.0 {
                break;
            }
            if n >= 100.0 && part > 0.0 && n > part {
                total += part * n;
                part = 0.0;
            } else {
                part += n;
            }
            j += 1;
        }
        (j > i).then_some((total + part, j))
    }

    /// What is counted: a unit word, or an indefinite noun right after the number, with one adjective.
    fn unit(&self, i: usize, b: usize) -> Option<(usize, usize)> {
        if i >= b || self.mark(i) != Mark::Word {
            return (i < b && self.t.text(i) == "%").then_some((i, i + 1));
        }
        let w = self.w(i);
        if w.is(Class::Unit)
            || w.known.head != 0
                && !w.def
                && w.prep.is_none()
                && !w.conj
                && self
                    .pack
                    .head(&w)
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
        {
            let adjective = i + 1 < b
                && self.mark(i + 1) == Mark::Word
                && !self.w(i + 1).found
                && !self.w(i + 1).def
                && self.t.text(i + 1).ends_with('ا')
                && !self.t.text(i + 1).ends_with("وا")
                && self.t.text(i).ends_with('ا');
            return Some((i, i + 1 + usize::from(adjective)));
        }
        if matches!(self.t.text(i), "في" | "بالميه" | "بالمايه")
            && matches!(self.t.text(i + 1), "الميه" | "المايه")
            && i + 1 < b
        {
            return Some((i, i + 2));
        }
        None
    }

    /// A time: weekday, day and month, year, relative day.
    fn time(&self, i: usize, b: usize) -> Option<Found> {
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
        if matches!(
            self.t.text(j),
            "اليوم" | "امس" | "غدا" | "الليله" | "البارحه"
        ) {
            let after = usize::from(j + 1 < b && self.is(j + 1, Class::Weekday));
            return found(j + 1 + after);
        }
        if matches!(self.t.core(j), "اسبوع" | "شهر" | "عام" | "سنه" | "يوم")
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

    /// A name: of a person after an office or by a given name, of a body, of a place.
    fn name(&self, i: usize, b: usize) -> Option<Found> {
        if self.mark(i) != Mark::Word || self.pack.script != Script::Arabic {
            return None;
        }
        let w = self.w(i);
        let found = |a, e, kind| {
            Some(Found {
                a,
                b: e,
                kind,
                range: None,
                unit: None,
            })
        };
        if w.is(Class::Place) {
            return found(i, i + 1, MentionKind::Place);
        }
        if let Some(h) = self.pack.head(&w) {
            return match h.of {
                Of::Name => found(
                    i,
                    i + 1,
                    if h.kind == super::output::SourceKind::Organization {
                        MentionKind::Place
                    } else {
                        MentionKind::Group
                    },
                ),
                Of::Person => {
                    let np = self.noun_phrase(
                        i,
                        b,
                        super::phrase::Reading {
                            led: true,
                            object: true,
                            plain: true,
                            ..Default::default()
                        },
                    )?;
                    if np.name == (0, 0) {
                        None
                    } else {
                        found(np.name.0, np.name.1, MentionKind::Person)
                    }
                }
                Of::Body => {
                    let np = self.noun_phrase(
                        i,
                        b,
                        super::phrase::Reading {
                            led: true,
                            object: true,
                            plain: true,
                            ..Default::default()
                        },
                    )?;
                    if np.b - np.a > 1 || w.def {
                        found(np.a, np.b, MentionKind::Group)
                    } else {
                        None
                    }
                }
                _ => None,
            };
        }
        if w.is(Class::GivenName) && !w.is(Class::Preposition) {
            let mut j = i + 1;
            while j < b
                && (self.name_like(j)
                    || self.mark(j) == Mark::Word
                        && self.w(j).def
                        && !self.w(j).found
                        && self.w(j).prep.is_none()
                        && !self.w(j).conj)
                && j - i < 5
            {
                j += 1;
            }
            return if j - i > 1 {
                found(i, j, MentionKind::Person)
            } else {
                None
            };
        }
        if matches!(
            self.t.core(i),
            "مدينه" | "بلده" | "قريه" | "محافظه" | "منطقه" | "حي" | "مخيم" | "ريف"
        ) && !w.def
            && i + 1 < b
            && self.mark(i + 1) == Mark::Word
            && !self.is(i + 1, Class::Preposition)
            && !self.is(i + 1, Class::Relative)
        {
            return found(i, i + 2, MentionKind::Place);
        }
        None
    }
}

/// A number in folded digits, with thousands and decimal marks.
pub(super) fn digits(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .map(|c| if c == '٫' { '.' } else { c })
        .filter(|c| !matches!(c, ',' | '٬'))
        .collect();
    // 10.000 is ten thousand in Arabic news, 1.5 one and a half.
    let dots = plain.matches('.').count();
    let thousands = dots > 0
        && plain.rsplit('.').next().is_some_and(|last| last.len() == 3)
        && plain
            .split('.')
            .next()
            .is_some_and(|f| f.len() <= 3 && f != "0");
    let plain = if thousands {
        plain.replace('.', "")
    } else {
        plain
    };
    plain.parse::<f64>().ok().filter(|n| n.is_finite())
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn digits_with_marks() {
        assert_eq!(digits("10.000"), Some(10_000.0));
        assert_eq!(digits("1.5"), Some(1.5));
        assert_eq!(digits("1,092"), Some(1092.0));
        assert_eq!(digits("5:30"), None);
    }
}
