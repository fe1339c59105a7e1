//! What is known of one word of a text, and the tables in which words are looked up.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::inflect::{Agreement, Form, Tense};
use super::pack::Class;
use super::traits::{Trait, Traits};

/// A multiply-rotate hash over eight bytes at a time: the tables are built from the pack, not from input, and are only
/// looked up, never walked, so neither flooding nor order is a concern.
#[derive(Default)]
pub(crate) struct Fast(u64);

impl Hasher for Fast {
    #[inline]
    fn finish(&self) -> u64 {
        // Multiplication leaves its best bits on top, and tables are indexed by the lowest: without this, words of three
        // letters that end alike would all meet in one place.
        self.0.rotate_left(26)
    }
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut mix =
            |word: u64| self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            mix(u64::from_le_bytes(*eight));
        }
        let mut word = bytes.len() as u64;
        for &byte in rest {
            word = word << 8 | u64::from(byte);
        }
        mix(word);
    }
}

/// A map looked up by folded words.
pub(crate) type Table<V> = HashMap<Box<str>, V, BuildHasherDefault<Fast>>;

/// A map looked up by the words of one text, which it borrows.
pub(crate) type Seen<'t, V> = HashMap<&'t str, V, BuildHasherDefault<Fast>>;

/// What is known of one folded form.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    pub(crate) classes: u64,
    /// Index of the verb, plus one.
    pub(crate) verb: u16,
    pub(crate) form: Form,
    /// Index of the reporting noun, plus one.
    pub(crate) noun: u16,
    /// Index of the head entry, plus one.
    pub(crate) head: u16,
    /// What the whole word can be in a person's name, clitics and all: bits of `person`.
    pub(crate) part: u8,
    /// What its letters show.
    pub(crate) traits: Traits,
    /// Whether the stem may be a number word; where that is not known, it may.
    pub(crate) number: bool,
}

/// A word taken apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) known: Known,
    /// Folded characters before the stem: conjunction, preposition, future marker (not the article).
    pub(crate) skip: u8,
    /// Folded characters of the article after `skip`.
    pub(crate) article: u8,
    /// Folded characters of an attached pronoun.
    pub(crate) pronoun: u8,
    /// Begins with a conjunction.
    pub(crate) conj: bool,
    /// Its preposition: ب, ل or ك.
    pub(crate) prep: Option<char>,
    /// Carries the article.
    pub(crate) def: bool,
    /// Found in the lexicon.
    pub(crate) found: bool,
    /// An imperfect with the future marker.
    pub(crate) future: bool,
    /// Looks like a verbal noun of a derived measure.
    pub(crate) deed: bool,
    /// May begin a fixed phrase.
    pub(crate) phrase: bool,
    /// May begin an according-to phrase.
    pub(crate) according: bool,
    /// May begin a mention; where that is not known, it may.
    pub(crate) mention: bool,
    /// May be a noun that names a place with the word behind it; where that is not known, it may.
    pub(crate) placing: bool,
}

impl Default for Word {
    fn default() -> Self {
        Self::NONE
    }
}

impl Word {
    /// A word of which nothing is known.
    pub(crate) const NONE: Self = Self {
        known: Known {
            classes: 0,
            verb: 0,
            form: Form {
                tense: Tense::Past,
                agreement: Agreement::Any,
                bound: false,
            },
            noun: 0,
            head: 0,
            part: 0,
            traits: Traits::NONE,
            number: true,
        },
        skip: 0,
        article: 0,
        pronoun: 0,
        conj: false,
        prep: None,
        def: false,
        found: false,
        future: false,
        deed: false,
        phrase: false,
        according: false,
        mention: true,
        placing: true,
    };

    /// A word that is not what it was taken for: nothing is known of it but what its letters are in names.
    pub(crate) fn unknown(before: &Self) -> Self {
        let mut word = Self::NONE;
        word.known.part = before.known.part;
        word.known.traits = before.known.traits;
        word
    }

    /// Whether it can be a cue at all.
    #[inline]
    pub(crate) fn may_be_cue(&self) -> bool {
        self.according || self.known.verb != 0 || self.known.noun != 0 || self.is(Class::Saying)
    }

    /// Whether its letters show something.
    #[inline]
    pub(crate) fn has(&self, t: Trait) -> bool {
        self.known.traits.has(t)
    }

    #[inline]
    pub(crate) fn is(&self, class: Class) -> bool {
        self.known.classes & class.bit() != 0
    }
}

/// What may begin with a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Begins {
    pub(super) phrase: bool,
    /// A fixed phrase goes on with it.
    pub(super) second: bool,
    pub(super) according: bool,
    pub(super) number: bool,
    /// A noun that names a place with the word behind it.
    pub(super) placing: bool,
    /// A time, where the word stands so: see [`super::dates::times`].
    pub(super) time: u8,
}

/// One phrase of several words.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub(crate) words: Vec<String>,
    pub(crate) class: Class,
}

/// A word without its first `n` characters.
#[inline]
pub(crate) fn tail(word: &str, n: usize) -> &str {
    if n == 0 {
        return word;
    }
    let bytes = word.as_bytes();
    let mut at = 0;
    for _ in 0..n {
        at += match bytes.get(at) {
            None => return "",
            Some(0..0x80) => 1,
            Some(..0xE0) => 2,
            Some(..0xF0) => 3,
            Some(_) => 4,
        };
    }
    word.get(at..).unwrap_or("")
}

/// Whether a word has more than `n` characters, without counting further.
#[inline]
pub(crate) fn longer(word: &str, n: usize) -> bool {
    !tail(word, n).is_empty()
}
