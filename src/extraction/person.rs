//! Names of persons in running Arabic text: which words make one, from the first to the last.
//!
//! Arabic writes no capitals, so a name is told by its words: it begins with a given name, a kunya («أبو فلان») or «عبد …»,
//! and goes on over further given names, «بن …», «… الله», «… الدين», a word that the pack does not know, and at most one
//! definite word, the surname. A given name that is an everyday word as well («سعيد», «أمين») is believed only beside what
//! shows a name. What is spelled as a form of a known verb ends it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::inflect::{self, Tense};
use super::lexicon::{PackError, Table};
use super::pack::{Class, Of, Script};
use super::phrase::Reader;
use super::token::Mark;
use crate::text::fold::fold;

/// Words as they stand in the data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonsFile {
    given: String,
    doubtful: String,
    compounds: String,
    behind: String,
    within: String,
    no_kunya: String,
    regnal: String,
    ordinals: String,
    places: String,
    forms: String,
    verbs: String,
}

// What a word can be in a person's name, as bits.
const GIVEN: u8 = 1;
const DOUBTFUL: u8 = 2;
const COMPOUND: u8 = 4;
const BEHIND: u8 = 8;
const WITHIN: u8 = 16;
const NO_KUNYA: u8 = 32;
const VERB: u8 = 64;
const PLACE: u8 = 128;

/// The words of persons' names, ready.
#[derive(Debug, Default)]
pub(crate) struct Persons {
    /// What each folded word can be.
    parts: Table<u8>,
    /// Titles of whoever is called by one name.
    regnal: BTreeSet<String>,
    /// What numbers them.
    ordinals: BTreeSet<String>,
}

impl Persons {
    /// The built-in words of a script; none for Latin, whose names have capitals.
    pub(super) fn of(script: Script) -> Result<Self, PackError> {
        if script == Script::Latin {
            return Ok(Self::default());
        }
        let file: PersonsFile =
            ron::from_str(include_str!("packs/ar_persons.ron")).map_err(Box::new)?;
        let mut parts = Table::default();
        let lists = [
            (&file.given, GIVEN),
            (&file.doubtful, DOUBTFUL),
            (&file.compounds, COMPOUND),
            (&file.behind, BEHIND),
            (&file.within, WITHIN),
            (&file.no_kunya, NO_KUNYA),
            (&file.places, PLACE),
            (&file.forms, VERB),
        ];
        for (list, bit) in lists {
            for word in list.split_whitespace() {
                *parts.entry(fold(word).into()).or_default() |= bit;
            }
        }
        for entry in file.verbs.split_whitespace() {
            let none = || PackError::NoForms(entry.to_owned());
            let (root, measure) = entry.split_once(':').ok_or_else(none)?;
            let forms = inflect::forms(&fold(root), measure.parse().map_err(|_| none())?);
            if forms.is_empty() {
                return Err(none());
            }
            for (word, form) in forms {
                let finite = matches!(form.tense, Tense::Past | Tense::Present | Tense::Passive);
                if finite && !form.bound && word.chars().count() > 1 {
                    *parts.entry(word.into()).or_default() |= VERB;
                }
            }
        }
        let set = |list: &str| list.split_whitespace().map(fold).collect();
        Ok(Self {
            parts,
            regnal: set(&file.regnal),
            ordinals: set(&file.ordinals),
        })
    }

    fn has(&self, word: &str, bits: u8) -> bool {
        self.parts(word) & bits != 0
    }

    /// What a word can be, as bits.
    pub(super) fn parts(&self, word: &str) -> u8 {
        self.parts.get(word).copied().unwrap_or(0)
    }
}

impl Reader<'_> {
    /// Whether a token can be one of some parts of a name.
    #[inline]
    fn part(&self, i: usize, bits: u8) -> bool {
        self.tok(i).is_some_and(|t| t.word.known.part & bits != 0)
    }

    /// A word that stands in names of persons.
    pub(super) fn name_word(&self, i: usize) -> bool {
        self.is(i, Class::GivenName) || self.part(i, GIVEN | DOUBTFUL | COMPOUND | WITHIN)
    }

    /// A word without a conjunction or preposition of its own that could stand in a name.
    fn bare(&self, i: usize, b: usize) -> bool {
        i < b && self.mark(i) == Mark::Word
    }

    /// «عين مسعود», «تلال هارون»: an indefinite noun of place, which takes the name behind it.
    pub(super) fn takes_a_name(&self, i: usize) -> bool {
        let w = self.word_at(i);
        !w.def
            && if w.skip + w.article == 0 {
                self.part(i, PLACE)
            } else {
                self.pack.persons.has(self.t.core(i), PLACE)
            }
    }

    /// One past the last token of the person's name that begins at `i`, not past `b`; none where none begins.
    pub(super) fn person_name(&self, i: usize, b: usize) -> Option<usize> {
        let end = self.name_from(i, b)?;
        Some(self.regnal_end(i, end))
    }

    /// Where the name that stands at `i` up to `b` ends, if a king's title leads it: «الملك فلان موصول بأجهزة» names with one word.
    fn regnal_end(&self, i: usize, b: usize) -> usize {
        let persons = &self.pack.persons;
        if i == 0 || !self.w(i - 1).def || !persons.regnal.contains(self.t.core(i - 1)) {
            return b;
        }
        (i + 1..b)
            .find(|&k| {
                let taken = self.part(k - 1, WITHIN) || self.t.text(k - 1) == "عبد";
                !taken
                    && !self.part(k, GIVEN | WITHIN | BEHIND)
                    && !persons.ordinals.contains(self.t.text(k))
            })
            .unwrap_or(b)
    }

    fn name_from(&self, i: usize, b: usize) -> Option<usize> {
        if self.pack.script != Script::Arabic || !self.bare(i, b) {
            return None;
        }
        // «عين مسعود», «تلال هارون»: the place takes the name.
        if i > 0 && self.takes_a_name(i - 1) {
            return None;
        }
        // «الملا عمر»: the title is all that makes the given name a name.
        if self.t.text(i) == "الملا" && self.bare(i + 1, b) && self.part(i + 1, GIVEN | DOUBTFUL)
        {
            let end = self.rest(i + 2, b, 1);
            return (end == i + 2).then_some(end);
        }
        // «ومحمد», «لمحمد»: what clings before the first word.
        let whole = self.t.text(i);
        let persons = &self.pack.persons;
        let leads = GIVEN | DOUBTFUL | COMPOUND;
        let kunya_or_servant = |w: &str| kunya(w) || w == "عبد";
        let first = if self.part(i, leads) || kunya_or_servant(whole) {
            whole
        } else {
            Some(self.t.stem(i))
                .filter(|stem| stem.len() < whole.len())
                .into_iter()
                .chain(whole.strip_prefix(['و', 'ف', 'ب', 'ل']))
                .find(|w| persons.has(w, leads) || kunya_or_servant(w))?
        };
        let clings = first.len() != whole.len();
        // على is folded to the name: it is one only with its dots, and beside another name.
        if first == "علي"
            && (self.tok(i).is_some_and(|t| t.maqsura)
                || !self.is_name_ali(i)
                    && !(self.part(i + 1, GIVEN) || self.t.text(i + 1) == "عبد"))
        {
            return None;
        }
        if persons.has(first, COMPOUND) && self.bare(i + 1, b) && self.part(i + 1, BEHIND) {
            // «نصر الله» alone is a surname, and as often a plain phrase.
            let end = self.rest(i + 2, b, 1);
            return (end > i + 2).then_some(end);
        }
        if kunya(first) {
            let named = self.bare(i + 1, b)
                && !self.part(i + 1, NO_KUNYA)
                && !self.w(i + 1).is(Class::Preposition)
                && !self.w(i + 1).is(Class::That)
                && !self.w(i + 1).is(Class::Relative)
                && !self.w(i + 1).conj
                && !self.closed(i + 1)
                && (self.w(i + 1).def
                    || !self.w(i + 1).found
                    || self.w(i + 1).is(Class::GivenName)
                    || self.t.text(i + 1) == "عبد"
                    || self.part(i + 1, GIVEN | DOUBTFUL | COMPOUND));
            if !named {
                return None;
            }
            let next = i + 1;
            let compound = self.t.text(next) == "عبد"
                || self.part(next, COMPOUND) && self.part(next + 1, BEHIND);
            let from = if compound && self.bare(next + 1, b) {
                next + 2
            } else {
                next + 1
            };
            return Some(self.rest(from, b, 1));
        }
        if first == "عبد" {
            let named = self.bare(i + 1, b)
                && (self.w(i + 1).def || matches!(self.t.text(i + 1), "الله" | "رب" | "ربه"));
            return named.then(|| self.rest(i + 2, b, 1));
        }
        if !persons.has(first, GIVEN | DOUBTFUL) {
            return None;
        }
        let sure = persons.has(first, GIVEN) && !persons.has(first, DOUBTFUL) && !clings;
        if self.closed(i) && !sure && !self.is_name_ali(i) {
            let next = i + 1;
            let shown = self.bare(next, b)
                && (self.part(next, GIVEN)
                    || self.t.text(next) == "عبد"
                    || self.part(next, COMPOUND) && self.part(next + 1, BEHIND));
            if !shown {
                return None;
            }
        }
        let end = self.rest(i + 1, b, 1);
        if end == i + 1 {
            return None;
        }
        let next = i + 1;
        let shows = self.part(next, GIVEN | WITHIN)
            || self.part(next, DOUBTFUL) && end > next + 1
            || self.part(next, COMPOUND) && self.part(next + 1, BEHIND)
            || !self.w(next).found && self.t.text(next).chars().count() > 3
            || self.w(next).def
                && !self.w(next).found
                && (self.t.text(next).ends_with('ي') || self.after_name_word(i));
        (sure || shows).then_some(end)
    }

    /// Whether what stands before a token leads to a name: a post, «مقتل», «إن».
    fn after_name_word(&self, i: usize) -> bool {
        i > 0
            && (self.is(i - 1, Class::That)
                || self
                    .pack
                    .head(&self.w(i - 1))
                    .is_some_and(|h| h.of == Of::Person)
                || self.w(i - 1).known.verb != 0
                || matches!(
                    self.t.core(i - 1),
                    "مقتل"
                        | "اغتيال"
                        | "وفاه"
                        | "موت"
                        | "تصفيه"
                        | "اعتقال"
                        | "مصرع"
                        | "اصابه"
                        | "الله"
                ))
    }

    fn closed(&self, i: usize) -> bool {
        let w = self.word_at(i);
        w.is(Class::Negation)
            || w.is(Class::Auxiliary)
            || w.is(Class::Adverb)
            || w.is(Class::Break)
            || w.is(Class::SoftBreak)
            || w.is(Class::Time)
            || w.is(Class::Month)
            || w.is(Class::Weekday)
            || w.is(Class::That)
            || w.is(Class::Relative)
            || w.is(Class::Preposition)
            || w.is(Class::Without)
            || w.is(Class::Impersonal)
            || w.is(Class::Saying)
    }

    /// Whether the name that begins at a token begins as names only do: with a kunya, or «عبد».
    pub(super) fn begins_alone(&self, i: usize) -> bool {
        kunya(self.t.stem(i)) || self.t.stem(i) == "عبد"
    }

    /// Where a name told only by its place ends: before a word spelled as a form of a known verb.
    pub(super) fn name_stops(&self, a: usize, b: usize) -> usize {
        let stop = (a + 1..b)
            .find(|&k| self.part(k, VERB) && !self.part(k, GIVEN))
            .unwrap_or(b);
        self.regnal_end(a, stop)
    }

    /// The end of a name of which the first `parts` parts stand before `j`.
    fn rest(&self, mut j: usize, b: usize, mut parts: usize) -> usize {
        while parts < 5 && self.bare(j, b) {
            let text = self.t.text(j);
            let next = self.bare(j + 1, b);
            if self.part(j, WITHIN) && next && !self.closed(j + 1) {
                // «بن عبد الله»
                let wide = self.t.text(j + 1) == "عبد" && self.bare(j + 2, b);
                j += if wide { 3 } else { 2 };
                parts += 1;
                continue;
            }
            if self.part(j, COMPOUND) && next && self.part(j + 1, BEHIND) {
                j += 2;
                parts += 1;
                continue;
            }
            if self.part(j, GIVEN) && !self.closed(j) {
                j += 1;
                parts += 1;
                continue;
            }
            let w = self.word_at(j);
            if self.closed(j) && !self.is_name_ali(j)
                || w.known.verb != 0 && !w.def
                || self.part(j, VERB)
            {
                break;
            }
            if w.def {
                if w.prep.is_some() || w.conj {
                    break;
                }
                let post = self.pack.head(w).is_some_and(|h| h.of != Of::Name);
                let everyday =
                    w.is(Class::Adjective) || w.is(Class::Common) && !self.t.text(j).ends_with('ي');
                if post || w.deed || self.definite_deed(j) || parts > 1 && everyday {
                    break;
                }
                j += 1;
                // A second definite word is a name only where nothing else is known of it: «الشامي الحلبي».
                let again = self.bare(j, b)
                    && self.w(j).def
                    && !self.w(j).found
                    && self.w(j).prep.is_none()
                    && !self.w(j).conj
                    && self.t.text(j).ends_with('ي')
                    && self.t.text(j).chars().count() > 5
                    && !self.w(j - 1).found;
                return if again { j + 1 } else { j };
            }
            if self.part(j, DOUBTFUL) || self.is_name_ali(j) {
                // The last given name of a row: «محمد حسن»; an everyday word after two parts is none.
                let more = self.bare(j + 1, b)
                    && (self.part(j + 1, GIVEN | DOUBTFUL | WITHIN)
                        || self.w(j + 1).def && !self.w(j + 1).found);
                if parts > 1 && !more && w.found && !w.is(Class::GivenName) {
                    break;
                }
                j += 1;
                parts += 1;
                continue;
            }
            let given = w.is(Class::GivenName) && !w.conj;
            // بوتفليقة: neither a preposition nor a verbal noun.
            let western = text.starts_with("بو") && text.chars().count() > 4;
            let joined = text.starts_with('و') && text.chars().count() > 4;
            let unknown = !w.found
                && !joined
                && (western || !w.deed && w.prep.is_none())
                && !w.conj
                && text.chars().count() > 1
                && !looks_inflected(text, parts);
            // «نصر الله مقطوع»: behind a compound only what is known for a name goes on.
            let closed = parts > 1 && (self.part(j - 1, BEHIND) || participle(text));
            if !given && (!unknown || closed) {
                break;
            }
            j += 1;
            parts += 1;
            if parts > 2 && !given {
                // Of a third unknown word on, only what stands before a clear end of the name is believed.
                let ends = !self.bare(j, b)
                    || self.closed(j)
                    || self.w(j).def
                    || self.w(j).prep.is_some()
                    || self.w(j).conj
                    || self.part(j, VERB | GIVEN)
                    || self.w(j).known.verb != 0;
                if !ends {
                    return j;
                }
            }
        }
        j
    }
}

/// أبو in all its cases, أم aside, which is as often the conjunction.
fn kunya(word: &str) -> bool {
    matches!(word, "ابو" | "ابا" | "ابي")
}

/// Whether a word has the shape of a passive participle of the first measure: مقطوع.
fn participle(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    matches!(
        letters.as_slice(),
        ['م', _, _, 'و', _] | ['م', _, _, 'و', _, 'ه']
    )
}

/// Whether an unknown word after `parts` parts of a name looks rather like a verb or an adverb than like a name.
fn looks_inflected(text: &str, parts: usize) -> bool {
    let long = text.chars().count();
    let present = text.starts_with(['ي', 'ت', 'س']) && long > 3 && parts > 1;
    let accusative = text.ends_with('ا') && parts > 1 && long > 4 && text.starts_with('م');
    let owned = (text.ends_with("ها") || text.ends_with("هم") || text.ends_with("ته")) && long > 4;
    present || accusative || owned || text.starts_with("ست") && long > 4
}
