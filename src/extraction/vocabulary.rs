//! Words taken apart before: a table of fixed size, kept with the pack between texts.
//!
//! What a word is depends on its letters and the pack alone, so what one text has learnt serves the next, and whatever the
//! table has forgotten only costs time. Each word has one of two places side by side, where the last two words that wanted
//! them stand: there is nothing to grow, and no chain to walk whatever words somebody makes up.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::{Mutex, PoisonError};

use super::lexicon::{Known, Pack, Word};
use super::traits::Traits;
use super::word::Fast;

/// Pairs of places for words: the everyday vocabulary of news, and little enough to stay near the processor.
const PAIRS: usize = 1 << 15;

/// Letters of a word that has places. Longer ones are few, and taken apart each time.
const LETTERS: usize = 12;

/// Bytes of as many Arabic letters.
pub(super) const LONGEST: usize = 2 * LETTERS;

/// Shapes that words may have: far more than they do.
const SHAPES: usize = 1 << 12;

/// A place for a word, half as long as what a processor fetches at once. What words have in common, their shape, stands
/// elsewhere.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The letters as one number: see [`key`].
    key: u64,
    classes: u64,
    traits: Traits,
    verb: u16,
    noun: u16,
    head: u16,
    shape: u16,
    part: u8,
}

impl Place {
    /// Nobody's.
    const FREE: Self = Self {
        key: NOBODYS,
        classes: 0,
        traits: Traits::NONE,
        verb: 0,
        noun: 0,
        head: 0,
        shape: 0,
        part: 0,
    };
}

/// The places of a word, side by side where a processor fetches them at once.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Pair([Place; 2]);

const _: () = assert!(size_of::<Pair>() == 64);

/// Words taken apart before, each at one of its two places.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pairs: Box<[Pair]>,
    /// What may hold of a word beside what its place tells: how it is put together.
    shapes: Vec<Word>,
    /// The number of each shape.
    numbers: HashMap<u64, u16, BuildHasherDefault<Fast>>,
}

impl Vocabulary {
    fn new() -> Self {
        Self {
            pairs: vec![Pair([Place::FREE; 2]); PAIRS].into(),
            shapes: Vec::new(),
            numbers: HashMap::default(),
        }
    }

    /// Which of some words stand first of their pair: one bit each. Nothing hangs on one of them before all have been looked
    /// at, so that the processor fetches what is far away for many at once.
    #[inline]
    pub(super) fn first_of(&self, wanted: &[Wanted]) -> u32 {
        let mut bits = 0;
        for (k, w) in wanted.iter().enumerate() {
            let first = self.pairs.get(w.pair as usize);
            let same = first.is_some_and(|Pair([one, _])| one.key == w.key);
            bits |= u32::from(same) << k;
        }
        bits
    }

    /// The word that stands first of a pair.
    #[inline]
    pub(super) fn first(&self, wanted: &Wanted) -> Word {
        let pair = self.pairs.get(wanted.pair as usize);
        pair.map_or(Word::NONE, |Pair([one, _])| self.of(one))
    }

    /// A word that stands at one of its places.
    #[inline]
    pub(super) fn find(&self, wanted: &Wanted) -> Option<Word> {
        let Pair([one, other]) = self.pairs.get(wanted.pair as usize)?;
        if one.key == wanted.key {
            Some(self.of(one))
        } else if other.key == wanted.key {
            Some(self.of(other))
        } else {
            None
        }
    }

    /// Takes a word apart, and keeps it.
    pub(super) fn learn(&mut self, wanted: &Wanted, word: &str, pack: &Pack) -> Word {
        let found = pack.analyse(word);
        if wanted.key != NO_KEY
            && let Some(shape) = self.shape(&found)
            && let Some(Pair([one, other])) = self.pairs.get_mut(wanted.pair as usize)
        {
            let known = &found.known;
            *other = *one;
            *one = Place {
                key: wanted.key,
                classes: known.classes,
                traits: known.traits,
                verb: known.verb,
                noun: known.noun,
                head: known.head,
                shape,
                part: known.part,
            };
        }
        found
    }

    /// The word at a place.
    #[inline]
    fn of(&self, place: &Place) -> Word {
        let shape = self.shapes.get(usize::from(place.shape));
        let mut word = *shape.unwrap_or(&Word::NONE);
        word.known.classes = place.classes;
        word.known.traits = place.traits;
        word.known.verb = place.verb;
        word.known.noun = place.noun;
        word.known.head = place.head;
        word.known.part = place.part;
        word
    }

    /// The number of a word's shape, if there is room for it.
    fn shape(&mut self, word: &Word) -> Option<u16> {
        let known = &word.known;
        let bits = [
            word.conj,
            word.def,
            word.found,
            word.future,
            word.deed,
            word.phrase,
            word.according,
            word.mention,
            word.placing,
            known.number,
            known.form.bound,
        ];
        let mut code = bits.iter().fold(0, |code, &bit| code << 1 | u64::from(bit));
        for letters in [word.skip, word.article, word.pronoun] {
            code = code << 8 | u64::from(letters);
        }
        code = code << 4 | known.form.tense as u64;
        code = code << 4 | known.form.agreement as u64;
        code = code << 21 | word.prep.map_or(0, u64::from);
        if let Some(&number) = self.numbers.get(&code) {
            return Some(number);
        }
        let number = self.shapes.len();
        if number == SHAPES {
            return None;
        }
        self.shapes.push(Word {
            known: Known {
                form: known.form,
                number: known.number,
                ..Known::default()
            },
            ..*word
        });
        let number = u16::try_from(number).ok()?;
        self.numbers.insert(code, number);
        Some(number)
    }
}

/// The key of what has no place: too long, or of other letters.
const NO_KEY: u64 = 0;

/// The key of a place that nobody has, and of no word.
const NOBODYS: u64 = u64::MAX;

/// A word that is to be looked up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    key: u64,
    /// The pair of its places.
    pair: u32,
    /// Whose word it is.
    pub(super) token: u32,
}

impl Wanted {
    /// So many words are looked up at once.
    pub(super) const AT_ONCE: usize = 32;

    /// Nobody's word.
    pub(super) const NONE: Self = Self {
        key: NO_KEY,
        pair: 0,
        token: 0,
    };

    /// A word of a token.
    pub(super) fn of(word: &str, token: u32) -> Self {
        Self::at(key_of(word), token)
    }

    /// The word of a token with a key.
    #[inline]
    pub(super) fn at(key: u64, token: u32) -> Self {
        Self {
            key,
            pair: spread(key),
            token,
        }
    }
}

/// What the letters of keys are counted by: none, and the 36 of folded Arabic or of folded Latin with the digits.
const BASE: u64 = 37;

/// The same for four letters.
const FOUR: u64 = BASE * BASE * BASE * BASE;

/// Marks keys of Latin letters.
const LATIN: u64 = 1 << 63;

const _: () = assert!(BASE.pow(LETTERS as u32) < LATIN);

/// The letters of a word as one number that no other word has, or [`NO_KEY`].
fn key_of(word: &str) -> u64 {
    let (mut key, mut weight, mut script) = (0, 1, None);
    for (n, c) in word.chars().enumerate() {
        let (letter, mark) = match c {
            'ء'..='غ' => (c as u64 - 0x620, 0),
            'ف'..='ي' => (c as u64 - 0x641 + 27, 0),
            'a'..='z' => (c as u64 - 0x60, LATIN),
            '0'..='9' => (c as u64 - 0x30 + 27, LATIN),
            _ => return NO_KEY,
        };
        if n == LETTERS || script.is_some_and(|s| s != mark) {
            return NO_KEY;
        }
        script = Some(mark);
        key += letter * weight;
        weight *= BASE;
    }
    key | script.unwrap_or(0)
}

/// How many folded Arabic letters some bytes begin with, and their key. Pairs of bytes are looked at together, four in one
/// number: where a word ends is not to be guessed at each letter.
#[inline]
pub(super) fn letters(bytes: &[u8; LONGEST]) -> (usize, u64) {
    const fn each(pair: u64) -> u64 {
        pair * 0x0001_0001_0001_0001
    }
    let (eights, _) = bytes.as_chunks::<8>();
    let (mut count, mut key, mut weight) = (0, 0, 1);
    for eight in eights {
        let pairs = u64::from_le_bytes(*eight);
        // The first byte is D8 or D9; with its last bit and six of the second, letters are 21 to 3A and 41 to 4A.
        let lead = (pairs ^ each(0xD8)) & each(0xFE);
        let second = pairs & each(1);
        let letter = second << 6 | pairs >> 8 & each(0x3F);
        // The eighth bit of a sum tells whether a letter is at least a number.
        let least = |n: u64| letter + each(0x80 - n);
        let is = least(0x21) & !least(0x3B) | least(0x41) & !least(0x4B);
        let not = (!is | (lead + each(0xFF)) >> 1) & each(0x80);
        // Counted from 1, without the gap; what stands behind the first that is none is no part of the key.
        let first = (not & not.wrapping_neg()) >> 7;
        let codes = letter.wrapping_sub(second * 6 + each(0x20)) & first.wrapping_sub(1);
        let two = (codes & 0x0000_FFFF_0000_FFFF) + (codes >> 16 & 0x0000_FFFF_0000_FFFF) * BASE;
        key += ((two & 0xFFFF_FFFF) + (two >> 32) * (BASE * BASE)) * weight;
        if not != 0 {
            return (count + not.trailing_zeros() as usize / 16, key);
        }
        count += 4;
        weight *= FOUR;
    }
    (count, key)
}

/// The pair of places of a word.
#[inline]
fn spread(key: u64) -> u32 {
    let mix = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mix ^ mix >> 32).wrapping_mul(0xc2b2_ae3d_27d4_eb4f) >> (u64::BITS - PAIRS.ilog2())) as u32
}

/// Vocabularies that no text is being read with: as many as texts were ever read at once.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<Vec<Vocabulary>>);

impl Shelf {
    /// A vocabulary to read a text with.
    pub(super) fn take(&self) -> Vocabulary {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.pop().unwrap_or_else(Vocabulary::new)
    }

    /// Keeps one for the next text.
    pub(super) fn give(&self, vocabulary: Vocabulary) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(vocabulary);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_folded_arabic() {
        let letter = |c: char| matches!(c, 'ء'..='غ' | 'ف'..='ي');
        let signs = ('\u{80}'..'\u{900}').chain(" .aZ\u{2019}\u{FEFB}".chars());
        for c in signs {
            for before in 0..12 {
                let text = format!("{}{c}بببببببببببب", "ض".repeat(before));
                let bytes = text.as_bytes().first_chunk().expect("more than enough");
                let expected = if letter(c) { 12 } else { before };
                let (count, key) = letters(bytes);
                assert_eq!(count, expected, "{c:?} after {before}");
                let word: String = text.chars().take(count).collect();
                assert_eq!(key, key_of(&word), "{word}");
            }
        }
    }

    #[test]
    fn a_word_is_what_it_is_wherever_it_stands_and_whatever_stood_before() {
        let pack = Pack::arabic().expect("built in");
        let mut vocabulary = Vocabulary::new();
        let text = "وقالت المستشفيات الميدانيه لوكاله ا قال وبالمستشفياتهموكذا قالت said";
        for _ in 0..2 {
            for word in text.split(' ') {
                let wanted = Wanted::of(word, 0);
                let found = vocabulary.find(&wanted);
                let found = found.unwrap_or_else(|| vocabulary.learn(&wanted, word, &pack));
                assert_eq!(format!("{found:?}"), format!("{:?}", pack.analyse(word)));
            }
        }
    }

    #[test]
    fn no_two_words_have_one_key() {
        let words = [
            "ا",
            "ء",
            "ي",
            "اا",
            "ءا",
            "اء",
            "يييييييييييي",
            "ءءءءءءءءءءءء",
            "ءءءءءءءءءءء",
            "a",
            "z",
            "9",
            "aa",
            "zzzzzzzzzzzz",
            "999999999999",
        ];
        let keys: Vec<u64> = words.iter().map(|w| key_of(w)).collect();
        for (k, key) in keys.iter().enumerate() {
            assert!(*key != NO_KEY && !keys[..k].contains(key), "{}", words[k]);
        }
        for none in ["", "ءءءءءءءءءءءءء", "ا1", "a-b", "don't", "é"] {
            assert_eq!(key_of(none), NO_KEY, "{none}");
        }
    }
}
