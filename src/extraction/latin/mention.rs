//! Mentions in an English content: names by their capitals, quantities with their ranges, times.

use crate::extraction::amount::digits;
use crate::extraction::mention::{Found, MentionKind};
use crate::extraction::output::SourceKind;
use crate::extraction::pack::{Class, Of};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;

/// A number range and the token after it.
type Range = ((f64, Option<f64>), usize);

impl Reader<'_> {
    /// Mentions in the tokens `a..b`, in order, none within another.
    pub(in crate::extraction) fn latin_mentions(&self, a: usize, b: usize) -> Vec<Found> {
        let mut out = Vec::new();
        let mut i = a;
        while i < b {
            let found = self
                .latin_time(i, b)
                .or_else(|| self.latin_quantity(i, b))
                .or_else(|| self.latin_name(i, a, b));
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

    fn cardinal(&self, i: usize, b: usize) -> Option<(f64, usize)> {
        if i >= b {
            return None;
        }
        let number = |k: usize| self.pack.numbers.get(self.low(k)).copied();
        let mut j = i;
        let mut total = 0.0;
        let mut part = 0.0;
        while j < b {
            let n = match self.mark(j) {
                Mark::Number if j == i => digits(self.t.text(j))?,
                Mark::Word => match number(j) {
                    Some(n) => n,
                    None if self.low(j) == "and"
                        && j > i
                        && number(j + 1).is_some()
                        && part >= 100.0 =>
                    {
                        j += 1;
                        continue;
                    }
                    None => break,
                },
                Mark::Dash if j > i && self.soft(j) && number(j + 1).is_some() => {
                    j += 1;
                    continue;
                }
                _ => break,
            };
            if n >= 100.0 && part > 0.0 {
                part *= n;
                if n >= 1000.0 {
                    total += part;
                    part = 0.0;
                }
            } else {
                part += n;
            }
            j += 1;
        }
        (j > i).then_some((total + part, j))
    }

    pub(super) fn range(&self, i: usize, b: usize) -> Option<Range> {
        let w = |k: usize| self.low(i + k);
        if w(0) == "between" {
            let (low, k) = self.cardinal(i + 1, b)?;
            let (high, k) = self.cardinal(k + 1, b).filter(|_| self.low(k) == "and")?;
            return Some(((low.min(high), Some(low.max(high))), k));
        }
        let least = match (w(0), w(1)) {
            ("at", "least") => Some((2, true)),
            ("more" | "greater", "than") => Some((2, true)),
            ("over" | "above", _) => Some((1, true)),
            ("up", "to") | ("at", "most") | ("fewer" | "less", "than") => Some((2, false)),
            ("no" | "not", "more") if w(2) == "than" => Some((3, false)),
            _ => None,
        };
        if let Some((skip, least)) = least {
            let (n, k) = self
                .at_vague(i + skip, b)
                .or_else(|| self.cardinal(i + skip, b))?;
            return Some(if least {
                ((n, None), k)
            } else {
                ((0.0, Some(n)), k)
            });
        }
        let about = self.is(i, Class::About);
        let from = i + usize::from(about);
        if let Some((n, k)) = self.at_vague(from, b) {
            return Some(((n, None), k));
        }
        let (n, k) = self.cardinal(from, b)?;
        if self.low(k) == "to"
            && let Some((high, k)) = self.cardinal(k + 1, b)
            && high > n
        {
            return Some(((n, Some(high)), k));
        }
        Some(((n, Some(n)), k))
    }

    /// Dozens, scores, hundreds, thousands (of), by the least they can mean.
    fn at_vague(&self, i: usize, b: usize) -> Option<(f64, usize)> {
        let n = match self.low(i) {
            "dozens" | "scores" if i < b => 20.0,
            "hundreds" if i < b => 200.0,
            "thousands" if i < b => 2000.0,
            "several" if i < b => 3.0,
            _ => return None,
        };
        Some((n, i + 1 + usize::from(self.low(i + 1) == "of")))
    }

    fn latin_quantity(&self, i: usize, b: usize) -> Option<Found> {
        let (range, after) = self.range(i, b)?;
        // Up to one adjective before what is counted: 23 Syrian civilians.
        let unit = (after..b.min(after + 3))
            .take_while(|&k| {
                self.mark(k) == Mark::Word
                    && !self.is(k, Class::Preposition)
                    && !self.is(k, Class::Auxiliary)
            })
            .find(|&k| {
                self.is(k, Class::Unit)
                    || self
                        .head_at(k)
                        .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
            })
            .or_else(|| self.several(after, b))
            .map(|k| (after, k + 1));
        if unit.is_none()
            && self.mark(i) == Mark::Word
            && !matches!(
                self.low(i),
                "at" | "more"
                    | "between"
                    | "over"
                    | "up"
                    | "dozens"
                    | "hundreds"
                    | "scores"
                    | "thousands"
            )
        {
            return None;
        }
        Some(Found {
            a: i,
            b: unit.map_or(after, |u| u.1),
            kind: MentionKind::Quantity,
            range: Some(range),
            unit,
        })
    }

    /// An everyday noun in the plural that stands right after a number or after one adjective: 5,000 masks, six new ships.
    fn several(&self, i: usize, b: usize) -> Option<usize> {
        let plain = |k: usize| {
            k < b
                && self.mark(k) == Mark::Word
                && !self.capital(k)
                && !self.is(k, Class::Preposition)
                && !self.is(k, Class::Auxiliary)
                && !self.is(k, Class::Determiner)
                && !self.is(k, Class::Pronoun)
                && !self.is(k, Class::That)
                && self.w(k).known.verb == 0
        };
        let plural = |k: usize| {
            let word = self.low(k);
            plain(k)
                && word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !word.ends_with("'s")
        };
        if plural(i) {
            Some(i)
        } else {
            (plain(i) && plural(i + 1)).then_some(i + 1)
        }
    }

    fn latin_time(&self, i: usize, b: usize) -> Option<Found> {
        let mut j = i;
        let dated = |k: usize| {
            k < b
                && (self.is(k, Class::Month) && self.capital(k)
                    || self.is(k, Class::Weekday)
                    || self.capital(k)
                        && self
                            .low(k)
                            .trim_end_matches("'s")
                            .trim_end_matches("’s")
                            .ends_with("day")
                        && self.owns(k))
        };
        if matches!(
            self.low(j),
            "last" | "next" | "this" | "early" | "late" | "since"
        ) && (dated(j + 1) || matches!(self.low(j + 1), "week" | "month" | "year" | "night"))
        {
            j += 1;
            if matches!(self.low(j), "week" | "month" | "year" | "night") {
                return Some(time(i, (j + 1).min(b)));
            }
        }
        if self.mark(j) == Mark::Number && dated(j + 1) {
            j += 1;
        }
        if dated(j) {
            j += 1;
            while j < b
                && (dated(j)
                    || self.mark(j) == Mark::Number
                    || self.mark(j) == Mark::Comma && self.mark(j + 1) == Mark::Number)
            {
                j += 1;
            }
            if j < b && matches!(self.low(j), "morning" | "afternoon" | "evening" | "night") {
                j += 1;
            }
            return Some(time(i, j));
        }
        let year = |k: usize| {
            self.mark(k) == Mark::Number
                && self.t.text(k).len() == 4
                && digits(self.t.text(k)).is_some_and(|n| (1800.0..2100.0).contains(&n))
        };
        if year(j) && j > 0 && self.is(j - 1, Class::Preposition) {
            return Some(time(j, j + 1));
        }
        matches!(
            self.low(i),
            "yesterday" | "today" | "tomorrow" | "tonight" | "overnight"
        )
        .then(|| time(i, i + 1))
    }

    /// A body that its article makes plain: the army, the police.
    fn army(&self, i: usize, a: usize) -> Option<Found> {
        let body = i > a
            && self.mark(i) == Mark::Word
            && self.low(i - 1) == "the"
            && self
                .head_at(i)
                .is_some_and(|h| h.of == Of::Body && h.kind == SourceKind::Organization)
            && !self
                .head_at(i + 1)
                .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
            && self.low(i + 1) != "of";
        body.then_some(Found {
            a: i,
            b: i + 1,
            kind: MentionKind::Group,
            range: None,
            unit: None,
        })
    }

    /// A run of capitals: a group by its head or its article, a place after a preposition of place, else a person.
    fn latin_name(&self, i: usize, a: usize, b: usize) -> Option<Found> {
        let mut j = i;
        let mut body = false;
        while j < b {
            let goes = match self.mark(j) {
                Mark::Word => {
                    self.capital(j)
                        && !self.is(j, Class::Pronoun)
                        && !(j == i && self.is(j, Class::Determiner))
                        || self.low(j) == "al" && self.mark(j + 1) == Mark::Dash
                        || j > i
                            && matches!(self.low(j), "bin" | "ibn" | "abu" | "de" | "van" | "von")
                            && self.capital(j + 1)
                        || j > i
                            && body
                            && matches!(self.low(j), "for" | "of")
                            && self.capital(j + 1)
                }
                Mark::Dash => self.soft(j),
                // The Harbour Workers' Union
                Mark::Other => {
                    j > i
                        && matches!(self.t.text(j), "'" | "’")
                        && self.low(j - 1).ends_with('s')
                        && self.tok(j).is_some_and(|t| !t.spaced)
                        && self.mark(j + 1) == Mark::Word
                        && self.capital(j + 1)
                }
                _ => false,
            };
            if !goes {
                break;
            }
            body |= self
                .head_at(j)
                .is_some_and(|h| matches!(h.of, Of::Body | Of::Name));
            j += 1;
        }
        while j > i && self.mark(j - 1) != Mark::Word {
            j -= 1;
        }
        if j == i {
            return self.army(i, a);
        }
        let mut from = i;
        while from < j
            && (self.is(from, Class::Adjective)
                || self
                    .head_at(from)
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::People)))
        {
            from += 1;
        }
        if from >= j || from == a && j == from + 1 && self.w(from).found && !body {
            return None;
        }
        let before = self.low(i.wrapping_sub(1));
        let the = before == "the";
        let lead = if the {
            self.low(i.wrapping_sub(2))
        } else {
            before
        };
        let next_body = self.head_at(j).is_some_and(|h| h.of == Of::Body);
        // al-Raya fighters, the al-Raya leader: those of a group.
        let theirs = self.person_head(j) && self.mark(j) == Mark::Word;
        let of_place = |k: usize| {
            matches!(
                self.low(k),
                "town"
                    | "city"
                    | "village"
                    | "capital"
                    | "province"
                    | "camp"
                    | "valley"
                    | "control"
            )
        };
        let kind = if body || next_body || theirs {
            MentionKind::Group
        } else if from > i {
            MentionKind::Person
        } else if matches!(
            lead,
            "in" | "at"
                | "near"
                | "from"
                | "outside"
                | "inside"
                | "around"
                | "across"
                | "to"
                | "on"
                | "into"
                | "left"
                | "entered"
                | "reached"
                | "visited"
        ) || of_place(i.wrapping_sub(2)) && before == "of"
        {
            MentionKind::Place
        } else if the {
            MentionKind::Group
        } else {
            MentionKind::Person
        };
        Some(Found {
            a: from,
            b: j + usize::from(next_body && !body),
            kind,
            range: None,
            unit: None,
        })
    }
}

fn time(a: usize, b: usize) -> Found {
    Found {
        a,
        b,
        kind: MentionKind::Time,
        range: None,
        unit: None,
    }
}
