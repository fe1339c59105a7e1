//! Mentions in a content: persons, groups, places, quantities and times.
//!
//! Names come from two sides: names that the caller knows (the case's entities, with their variants), found with Arabic
//! clitics taken off, and new names, which are proposed. A quantity is a number in digits, words or the dual, with the
//! words that make it a range (نحو، ما لا يقل عن، بين … و…) and the unit that follows. Times are weekdays, months by their
//! Levantine, Egyptian, Maghrebi and hijri names, relative days and years; they are noted as written, not resolved.

use serde::Serialize;

use super::lexicon::{Word, longer};
use super::pack::{Class, Of, Script};
use super::phrase::Reader;
use super::token::{Mark, Token};
use super::traits::Trait;

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
    /// The words, as in the original; an article that has merged with a preposition (للنظام) is written out.
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

/// Whether the mention of a name may begin with a word, whose core is known to name a place or not.
pub(super) fn may_be_name(w: &Word) -> bool {
    w.known.head != 0 || w.is(Class::Place) || w.is(Class::GivenName) || w.placing
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
            // Most words begin none, which is worked out once for each; of what few others may begin, no more is asked.
            let begins = |t: &&Token| t.word.mention && matches!(t.mark, Mark::Word | Mark::Number);
            let Some(t) = self.tok(i).filter(begins) else {
                i += 1;
                continue;
            };
            let may_be = |what: Trait| t.mark == Mark::Number || t.word.has(what);
            let time = || may_be(Trait::Time).then(|| self.time(i, b)).flatten();
            let quantity = || {
                may_be(Trait::Quantity)
                    .then(|| self.quantity(i, b))
                    .flatten()
            };
            let found = time().or_else(quantity).or_else(|| self.name(i, b));
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

    /// A name: of a person after an office or by a given name, of a body, of a place.
    fn name(&self, i: usize, b: usize) -> Option<Found> {
        if self.mark(i) != Mark::Word || self.pack.script != Script::Arabic {
            return None;
        }
        let w = self.word_at(i);
        let found = |a, e, kind| {
            Some(Found {
                a,
                b: e,
                kind,
                range: None,
                unit: None,
            })
        };
        let how = super::phrase::Reading {
            led: true,
            object: true,
            plain: true,
            ..Default::default()
        };
        // قطاع غزة، مطار دمشق: the place that a noun of place names, though a body may be called so.
        if w.placing
            && PLACES.contains(&self.t.core(i))
            && let Some(place) = self.place_name(i, b)
        {
            return Some(place);
        }
        if let Some(end) = self.person_name(i, b) {
            return found(i, end, MentionKind::Person);
        }
        if w.is(Class::Place) {
            return found(i, i + 1, MentionKind::Place);
        }
        if let Some(h) = self.pack.head(w) {
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
                    let np = self.noun_phrase(i, b, how)?;
                    // A name that its own words tell goes before one that only stands where names do.
                    if let Some((a, e)) =
                        (i + 1..np.b).find_map(|k| self.person_name(k, b).map(|e| (k, e)))
                    {
                        // «ياووز سليم كيران»: begun by words that no list has.
                        let (x, y) = self.one_name(np.name);
                        let from = if x < a && y >= e && !self.begins_alone(a) {
                            x
                        } else {
                            a
                        };
                        return found(from, e, MentionKind::Person);
                    }
                    let (x, y) = self.one_name(np.name);
                    let y = self.name_stops(x, y);
                    if x == y {
                        None
                    } else {
                        found(x, y, MentionKind::Person)
                    }
                }
                Of::Body if self.t.core(i) != "محافظه" => {
                    let np = self.noun_phrase(i, b, how)?;
                    self.is_group(&np)
                        .then_some(())
                        .and_then(|()| found(np.a, np.b, MentionKind::Group))
                }
                _ if w.placing && PLACES.contains(&self.t.core(i)) => self.place_name(i, b),
                _ => None,
            };
        }
        if w.is(Class::GivenName) && !w.is(Class::Preposition) && !w.conj && w.prep.is_none()
            || w.is(Class::GivenName) && w.conj && w.pronoun == 0
        {
            let mut j = i + 1;
            while j < b
                && (self.name_like(j) && (!self.w(j).found || self.is(j, Class::GivenName))
                    || self.mark(j) == Mark::Word
                        && self.w(j).def
                        && !self.w(j).found
                        && self.w(j).prep.is_none()
                        && !self.w(j).conj
                        && (self.t.text(j).ends_with('ي') || self.is(j - 1, Class::GivenName)))
                && !self.w(j).is(Class::Doing)
                && !(self.t.text(j).starts_with(['ي', 'ت'])
                    && longer(self.t.text(j), 4)
                    && j > i + 1)
                && !self.t.text(j).ends_with("اً")
                && j - i < 5
            {
                j += 1;
            }
            let j = self.name_stops(i, j);
            return if j - i > 1 {
                found(i, j, MentionKind::Person)
            } else {
                None
            };
        }
        None
    }

    /// The first name of a list: فلان واللواء فلان are two, and unknown words that no given name or post leads are none.
    fn one_name(&self, (x, y): (usize, usize)) -> (usize, usize) {
        let conj = |k: usize| {
            self.w(k).conj || !self.w(k).found && self.t.text(k).starts_with('و') && k > x
        };
        let end = (x..y).find(|&k| k > x && conj(k)).unwrap_or(y);
        let lone = end == x + 1 && self.w(x).def && self.w(x).found;
        if x == y || lone || self.w(x).conj || self.t.text(x).starts_with("وو") {
            (x, x)
        } else {
            (x, end)
        }
    }

    /// Whether a phrase headed by a body is somebody: definite, or named by what follows its head.
    fn is_group(&self, np: &super::phrase::Np) -> bool {
        let core = self.t.core(np.a);
        if THINGS.contains(&core) {
            return false;
        }
        let next = np.a + 1;
        if self.w(np.a).def {
            return np.b > next || !LOOSE.contains(&core);
        }
        np.b > next
            && (self.mark(next) == Mark::Open
                || self.mark(next) == Mark::Word
                    && self.w(next).prep.is_none()
                    && !self.w(next).conj
                    && self.w(next).pronoun == 0
                    && (self.w(next).def
                        || self.place(next)
                        || self.name_like(next)
                        || self.w(next).known.head != 0
                            && (next + 1..np.b).any(|k| self.w(k).def || self.place(k))))
    }

    /// A noun of place with the name behind it: محافظة درعا، مدينة بصرى الشام، حي الحجر الأسود.
    fn place_name(&self, i: usize, b: usize) -> Option<Found> {
        let name = |k: usize| {
            let w = self.word_at(k);
            k < b
                && self.mark(k) == Mark::Word
                && !w.conj
                && (w.found || !self.t.text(k).starts_with('و'))
                && w.prep.is_none()
                && w.pronoun == 0
                && !w.is(Class::Preposition)
                && !w.is(Class::Relative)
                && !w.is(Class::Doing)
                && w.known.verb == 0
        };
        let j = i + 1;
        if self.w(i).def || self.w(i).pronoun > 1 || !name(j) {
            return None;
        }
        let first = self.word_at(j);
        // بلدات عدة، منطقة آمنة: an indefinite everyday word is no name.
        if !first.def && first.found && !self.place(j) && !first.is(Class::GivenName) {
            return None;
        }
        let second = name(j + 1)
            && self.w(j + 1).def
            && (!self.w(j + 1).found && !self.t.text(j + 1).ends_with("يه")
                || first.def
                    && matches!(
                        self.t.core(j + 1),
                        "اسود" | "بيضاء" | "حمراء" | "ابيض" | "جديده"
                    ));
        Some(Found {
            a: i,
            b: j + 1 + usize::from(second),
            kind: MentionKind::Place,
            range: None,
            unit: None,
        })
    }
}

/// Nouns that name a place with the word behind them.
pub(super) const PLACES: [&str; 28] = [
    "مدينه",
    "بلده",
    "قريه",
    "محافظه",
    "منطقه",
    "حي",
    "مخيم",
    "ريف",
    "قطاع",
    "مقاطعه",
    "اقليم",
    "ولايه",
    "جزيره",
    "شارع",
    "ميناء",
    "مطار",
    "معبر",
    "بلدتي",
    "مدينتي",
    "ساحه",
    "ضاحيه",
    "ناحيه",
    "مرفا",
    "وادي",
    "جبل",
    "ميدان",
    "نهر",
    "بحيره",
];

/// Heads of sources that, mentioned in a content, are things or too loose to be somebody.
const THINGS: [&str; 17] = [
    "دايره",
    "مصلحه",
    "عمليات",
    "مواقع",
    "صفحات",
    "خطوط",
    "برنامج",
    "قرار",
    "بلد",
    "طرف",
    "اطراف",
    "جانب",
    "امن",
    "مبادره",
    "صحه",
    "حشد",
    "جناح",
];

/// Heads that say nothing alone, though definite.
const LOOSE: [&str; 12] = [
    "اعلام",
    "موقع",
    "مركز",
    "مجموعه",
    "قاعده",
    "فريق",
    "مطار",
    "محافظه",
    "مقر",
    "مصنع",
    "وحدات",
    "دول",
];
