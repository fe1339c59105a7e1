//! Quantities: numbers in digits, words or the dual, with the words that make them a range and the unit that follows.

use super::lexicon::{Word, longer};
use super::mention::{Found, MentionKind};
use super::pack::{Class, Of};
use super::phrase::Reader;
use super::token::Mark;

/// Whether a quantity may begin with a word that is taken apart so, though it is no number; what [`Reader::quantity`] looks at
/// first.
pub(super) fn may_be_quantity(core: &str, w: &Word) -> bool {
    let two =
        !w.def && !w.conj && !w.is(Class::Unit) && (core.ends_with("ان") || core.ends_with("ين"));
    two || w.is(Class::About)
        || matches!(core, "ما" | "اكثر" | "اقل" | "بين" | "نصف" | "ربع")
        || many(core).is_some()
}

/// The least that a word for many of something means.
fn many(word: &str) -> Option<f64> {
    match word {
        "عشرات" => Some(20.0),
        "ميات" => Some(200.0),
        "الاف" => Some(2000.0),
        "ملايين" => Some(2e6),
        _ => None,
    }
}

impl Reader<'_> {
    /// A number, with what makes it a range and with its unit.
    pub(super) fn quantity(&self, i: usize, b: usize) -> Option<Found> {
        let (mut from, mut about, mut least, mut most) = (i, false, false, false);
        // ما لا يقل عن، أكثر من، نحو، بين … و…
        let mut j = i;
        let text = |k: usize| if k < b { self.t.core(k) } else { "" };
        if text(j) == "ما"
            && text(j + 1) == "لا"
            && matches!(text(j + 2), "يقل" | "يزيد")
            && matches!(text(j + 3), "عن" | "علي")
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
        if i >= b {
            return None;
        }
        let (word, w) = (self.t.core(i), self.w(i));
        let Some(least) = many(word) else {
            if w.def || w.conj || w.is(Class::Unit) {
                return None;
            }
            let stem = word
                .strip_suffix("ان")
                .or_else(|| word.strip_suffix("ين"))
                .filter(|s| longer(s, 2))?;
            let singular = self.pack.analyse(stem);
            let counted = singular.is(Class::Unit) && singular.pronoun == 0;
            return counted.then_some(Found {
                a: i,
                b: i + 1,
                kind: MentionKind::Quantity,
                range: Some((2.0, Some(2.0))),
                unit: Some((i, i + 1)),
            });
        };
        let unit = self.unit(i + 1, b).or_else(|| self.many_of(i + 1, b));
        Some(Found {
            a: i,
            b: unit.map_or(i + 1, |u| u.1),
            kind: MentionKind::Quantity,
            range: Some((least, None)),
            unit,
        })
    }

    /// What there are many of, which is definite: عشرات العائلات، الآلاف من الجنود.
    fn many_of(&self, i: usize, b: usize) -> Option<(usize, usize)> {
        let of = i + usize::from(i < b && self.t.text(i) == "من");
        let w = self.word_at(of);
        let timed = Class::Weekday.bit() | Class::Month.bit() | Class::Time.bit();
        (of < b
            && self.mark(of) == Mark::Word
            && w.def
            && w.prep.is_none()
            && !w.conj
            && w.known.classes & timed == 0)
            .then_some((i, of + 1))
    }

    /// The number that begins at `i`, in digits or words, and the token after it.
    pub(super) fn value(&self, i: usize, b: usize) -> Option<(f64, usize)> {
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
        // نصف مليون، ربع مليون
        let share = match self.t.stem(i) {
            "نصف" => 0.5,
            "ربع" => 0.25,
            _ => 1.0,
        };
        if share < 1.0 {
            let scale = |k: usize| self.pack.numbers.get(self.t.text(k)).copied();
            return (i + 1 < b)
                .then(|| scale(i + 1))
                .flatten()
                .filter(|&n| n >= 1000.0)
                .map(|n| (n * share, i + 2));
        }
        if !self.w(i).known.number {
            return None;
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

    /// An indefinite noun right after a number is what it counts: 18 فلسطينيا، خمسة اتفاقات.
    fn counted(&self, i: usize) -> bool {
        let w = self.word_at(i);
        let text = self.t.text(i);
        let year = i > 0
            && self.mark(i - 1) == Mark::Number
            && digits(self.t.text(i - 1)).is_some_and(|n| (1900.0..2100.0).contains(&n));
        let closed = Class::Preposition.bit()
            | Class::Time.bit()
            | Class::Month.bit()
            | Class::Weekday.bit()
            | Class::Adverb.bit()
            | Class::That.bit()
            | Class::Relative.bit()
            | Class::Negation.bit()
            | Class::Break.bit()
            | Class::SoftBreak.bit()
            | Class::Auxiliary.bit()
            | Class::Doing.bit()
            | Class::Determiner.bit()
            | Class::GivenName.bit()
            | Class::Place.bit()
            | Class::Other.bit();
        let plural = text.ends_with("ات") || text.ends_with("ين") || text.ends_with('ا');
        !year
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && w.known.verb == 0
            && w.known.classes & closed == 0
            && (plural || w.is(Class::Common) || w.is(Class::Deed))
            && longer(text, 2)
            && !matches!(
                text,
                "هذا" | "معا" | "بينما" | "علي" | "منها" | "منهم" | "ايضا"
            )
    }

    /// What is counted: a unit word, or an indefinite noun right after the number, with one adjective.
    fn unit(&self, i: usize, b: usize) -> Option<(usize, usize)> {
        if i >= b || self.mark(i) != Mark::Word {
            return (i < b && self.t.text(i) == "%").then_some((i, i + 1));
        }
        let w = self.word_at(i);
        // خمسة آخرين
        let others = matches!(self.t.text(i), "اخرين" | "اخرون" | "اخريات");
        if w.prep.is_none() && w.is(Class::Unit)
            || others
            || self.counted(i)
            || w.known.head != 0
                && !w.def
                && w.prep.is_none()
                && !w.conj
                && self
                    .pack
                    .head(w)
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
}

/// A number in folded digits, with thousands and decimal marks.
pub(super) fn digits(text: &str) -> Option<f64> {
    // 6,65 is no thousand: three digits follow a mark of thousands.
    let decimal = text
        .rsplit_once([',', '،'])
        .is_some_and(|(whole, last)| last.len() != 3 && !whole.contains([',', '،', '.']));
    let plain: String = text
        .chars()
        .map(|c| {
            if c == '٫' || decimal && matches!(c, ',' | '،') {
                '.'
            } else {
                c
            }
        })
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
        assert_eq!(digits("6,65"), Some(6.65));
        assert_eq!(digits("5:30"), None);
    }
}
