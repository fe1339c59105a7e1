//! Words taken apart before: a table of fixed size, kept with the pack between texts.
//!
//! What a word is depends on its letters and the pack alone, so what one text has learnt serves the next, and whatever the
//! table has forgotten only costs time. Each word has one of two places side by side, where the last two words that wanted
//! them stand: there is nothing to grow, and no chain to walk whatever words somebody makes up.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use super::lexicon::{Pack, Word};

/// Pairs of places for words: the everyday vocabulary of news, and little enough to stay near the processor.
const PAIRS: usize = 1 << 14;

/// Bytes of a word that has places: twelve Arabic letters. Longer ones are few, and taken apart each time.
pub(super) const LONGEST: usize = 24;

/// The letters of a word, zeros behind them; no word has a zero byte.
type Letters = [u64; LONGEST / 8];

/// A place for a word: as many bytes as a processor fetches at once, and where it fetches them, so that looking a word up
/// never waits for memory twice.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
struct Place {
    letters: Letters,
    word: Word,
}

const _: () = assert!(size_of::<Place>() == 64);

/// Words taken apart before, each at one of its two places.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pairs: Box<[[Place; 2]]>,
}

impl Vocabulary {
    fn new() -> Self {
        Self {
            pairs: vec![Default::default(); PAIRS].into(),
        }
    }

    /// Which of some words stand first of their pair: one bit each. Nothing hangs on one of them before all have been looked
    /// at, so that the processor fetches what is far away for many at once.
    #[inline]
    pub(super) fn first_of(&self, wanted: &[Wanted]) -> u32 {
        let mut bits = 0;
        for (k, w) in wanted.iter().enumerate() {
            let first = self.pairs.get(w.pair as usize);
            let same = first.is_some_and(|[one, _]| one.letters == w.letters);
            bits |= u32::from(same) << k;
        }
        bits
    }

    /// The word that stands first of a pair.
    #[inline]
    pub(super) fn first(&self, wanted: &Wanted) -> Word {
        let pair = self.pairs.get(wanted.pair as usize);
        pair.map_or(Word::NONE, |[one, _]| one.word)
    }

    /// A word, taken apart if it was not or has been forgotten.
    pub(super) fn word(&mut self, wanted: &Wanted, word: &str, pack: &Pack) -> Word {
        let letters = wanted.letters;
        let Some([one, other]) = self.pairs.get_mut(wanted.pair as usize) else {
            return pack.analyse(word);
        };
        if letters == NO_LETTERS {
            return pack.analyse(word);
        }
        if one.letters == letters {
            return one.word;
        }
        if other.letters != letters {
            *other = *one;
            *one = Place {
                letters,
                word: pack.analyse(word),
            };
            return one.word;
        }
        other.word
    }
}

/// Letters of what has no place: too long, or no word.
const NO_LETTERS: Letters = [0; LONGEST / 8];

/// A word that is to be looked up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    letters: Letters,
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
        letters: NO_LETTERS,
        pair: 0,
        token: 0,
    };

    /// The word that stands in a text at some bytes.
    pub(super) fn at(text: &str, place: Range<usize>, token: u32) -> Self {
        let length = place.len();
        if length == 0 || length > LONGEST {
            return Self {
                token,
                ..Self::NONE
            };
        }
        let bytes = match text.as_bytes()[place.start..].first_chunk::<LONGEST>() {
            Some(bytes) => *bytes,
            None => {
                let mut bytes = [0; LONGEST];
                bytes[..length].copy_from_slice(&text.as_bytes()[place]);
                bytes
            }
        };
        Self::of(first(&bytes, length), token)
    }

    /// The word of so many Arabic letters that stands at the beginning of some bytes.
    #[inline]
    pub(super) fn plain(bytes: &[u8; LONGEST], letters: usize, token: u32) -> Self {
        Self::of(first(bytes, 2 * letters), token)
    }

    #[inline]
    fn of(letters: Letters, token: u32) -> Self {
        Self {
            letters,
            pair: spread(letters),
            token,
        }
    }
}

/// The first bytes as numbers, those from `length` on being zero.
#[inline]
fn first(bytes: &[u8; LONGEST], length: usize) -> Letters {
    let (eights, _) = bytes.as_chunks::<8>();
    let masks = MASKS.get(length).unwrap_or(&[0; LONGEST / 8]);
    let mut letters = [0; LONGEST / 8];
    for (k, eight) in eights.iter().enumerate() {
        letters[k] = u64::from_le_bytes(*eight) & masks[k];
    }
    letters
}

/// How many folded Arabic letters some bytes begin with. Pairs of bytes are looked at together, four in one number: where a
/// word ends is not to be guessed at each letter.
#[inline]
pub(super) fn letters(bytes: &[u8; LONGEST]) -> usize {
    const fn each(pair: u64) -> u64 {
        pair * 0x0001_0001_0001_0001
    }
    let (eights, _) = bytes.as_chunks::<8>();
    // One bit for each pair that is no letter, and one behind the last.
    let mut others = 1 << (LONGEST / 2);
    for (k, eight) in eights.iter().enumerate() {
        let pairs = u64::from_le_bytes(*eight);
        // The first byte is D8 or D9; with its last bit and six of the second, letters are 21 to 3A and 41 to 4A.
        let lead = (pairs ^ each(0xD8)) & each(0xFE);
        let letter = (pairs & each(1)) << 6 | pairs >> 8 & each(0x3F);
        // The eighth bit of a sum tells whether a letter is at least a number.
        let least = |n: u64| letter + each(0x80 - n);
        let is = least(0x21) & !least(0x3B) | least(0x41) & !least(0x4B);
        let not = (!is | (lead + each(0xFF)) >> 1) >> 7 & each(1);
        // The lowest bits of the four pairs, side by side.
        let four = not.wrapping_mul(1 << 48 | 1 << 33 | 1 << 18 | 1 << 3) >> 48 & 0xF;
        others |= four << (4 * k);
        // Few words are longer than eight letters.
        if k == 1 && others.trailing_zeros() < 8 {
            break;
        }
    }
    others.trailing_zeros() as usize
}

/// The bits that the first bytes have, for each number of them.
const MASKS: [Letters; LONGEST + 1] = {
    let mut masks = [[0; LONGEST / 8]; LONGEST + 1];
    let mut length = 1;
    while length <= LONGEST {
        masks[length] = masks[length - 1];
        masks[length][(length - 1) / 8] |= 0xFF << (8 * ((length - 1) % 8));
        length += 1;
    }
    masks
};

/// The pair of places of a word.
#[inline]
fn spread([a, b, c]: Letters) -> u32 {
    let mix = a.wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ b.wrapping_mul(0xc2b2_ae3d_27d4_eb4f).rotate_left(23)
        ^ c.wrapping_mul(0x1656_67b1_9e37_79f9).rotate_left(41);
    ((mix ^ mix >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - PAIRS.ilog2())) as u32
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
                assert_eq!(letters(bytes), expected, "{c:?} after {before}");
            }
        }
    }

    #[test]
    fn a_word_is_what_it_is_wherever_it_stands_and_whatever_stood_before() {
        let pack = Pack::arabic().expect("built in");
        let mut vocabulary = Vocabulary::new();
        let text = "وقالت المستشفيات الميدانيه لوكاله ا قال وبالمستشفياتهموكذا قالت said";
        for _ in 0..2 {
            let mut at = 0;
            for word in text.split(' ') {
                let wanted = Wanted::at(text, at..at + word.len(), 0);
                let found = vocabulary.word(&wanted, word, &pack);
                assert_eq!(format!("{found:?}"), format!("{:?}", pack.analyse(word)));
                at += word.len() + 1;
            }
        }
    }
}
