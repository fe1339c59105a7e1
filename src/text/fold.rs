//! Folded text, for matching, with a map back to the untouched original.
//!
//! Folding follows what Arabic retrieval commonly does (Larkey, Ballesteros and Connell 2002): hamza forms of alef become
//! bare alef, ta marbuta becomes ha, alef maqsura and Persian yeh become ya, hamza seats become their letters, marks,
//! tatweel, joiners and directional controls are dropped, Arabic-Indic digits become ASCII, presentation forms are
//! decomposed (NFKC, character by character), hashtags fall into their words, every space becomes a plain one, letters become lower case.
//!
//! It merges words that differ (على and علي, نفى and نفي), so a match in folded text is a candidate; whatever is shown or
//! cited is the original. The map is exact both ways: [`Folded::to_original`] of a folded span, folded again, is that span.

use unicode_normalization::UnicodeNormalization;

/// A half-open range of characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`, both in Unicode scalar values.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Whether two spans share a character.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this span.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A folded text and, for each of its characters, the original character it came from.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// The folded text.
    text: String,
    /// For each folded character, the index of its original character.
    origin: Vec<u32>,
    /// The folded characters that are not their original ones.
    changed: Vec<u32>,
    /// The character of the original after the last that was folded.
    end: u32,
}

impl Folded {
    /// Folds a whole text in one pass.
    #[must_use]
    pub fn new(original: &str) -> Self {
        Self::starting_at(original, 0)
    }

    /// Folds a part of a text that begins at its character `first`: origins are places in the text, not in the part. What stays
    /// as it is, which is most, is copied without being decoded.
    #[must_use]
    pub fn starting_at(original: &str, first: u32) -> Self {
        let bytes = original.as_bytes();
        let mut text = String::with_capacity(original.len());
        // Arabic has a little more than half as many characters as bytes.
        let mut origin = Vec::with_capacity(original.len() / 8 * 5 + 1);
        let mut changed = Vec::with_capacity(original.len() / 16);
        let run = |a: usize, b: usize| original.get(a..b).unwrap_or("");
        // How many bytes have been given, and of how many characters the origin; where the block begins, and how many
        // characters begin before it.
        let (mut given, mut told, mut at, mut characters) = (0, first, 0, first);
        let mut before = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            let (block, within) = match rest.first_chunk() {
                Some(block) => (*block, u32::MAX),
                None => {
                    let mut block = [b' '; BLOCK];
                    block[..rest.len()].copy_from_slice(rest);
                    (block, (1 << rest.len()) - 1)
                }
            };
            let starts = starting(&block) & within;
            let mut others = changing(&block, before) & within;
            while others != 0 {
                let last = others.trailing_zeros();
                others &= others - 1;
                // A letter of two bytes is told by its second, and of other characters the first tells for the rest.
                let second = block[last as usize] & 0xC0 == 0x80;
                if at + (last as usize) < given {
                    continue;
                }
                let place = at + last as usize - usize::from(second);
                let here =
                    characters + (starts & ((1 << last) - 1)).count_ones() - u32::from(second);
                let other = match bytes[place..] {
                    [ascii @ ..0x80, ..] => ASCII[usize::from(ascii)],
                    [0xD8, second, ..] => AFTER_D8[usize::from(second & 0x3F)],
                    [0xD9, second, ..] => AFTER_D9[usize::from(second & 0x3F)],
                    _ => NONE,
                };
                text.push_str(run(given, place));
                if other != NONE {
                    changed.push(index(origin.len()) + here - told);
                    text.push(other);
                    given = place + 1 + usize::from(second);
                } else if let Some(c) = run(place, bytes.len()).chars().next() {
                    origin.extend(told..here);
                    fold_char(c, |f| {
                        if f != c {
                            changed.push(index(origin.len()));
                        }
                        text.push(f);
                        origin.push(here);
                    });
                    told = here + 1;
                    given = place + c.len_utf8();
                }
            }
            before = block[BLOCK - 1];
            characters += starts.count_ones();
            at += BLOCK;
        }
        text.push_str(run(given, bytes.len()));
        origin.extend(told..characters);
        Self {
            text,
            origin,
            changed,
            end: characters,
        }
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Number of folded characters.
    #[must_use]
    pub fn len(&self) -> u32 {
        index(self.origin.len())
    }

    /// The character of the original after the last that was folded; the original's length where all of it was.
    #[must_use]
    pub fn end(&self) -> u32 {
        self.end
    }

    /// The folded characters that are not what they came from, in order: of all others the original need not be looked at.
    #[must_use]
    pub fn changed(&self) -> &[u32] {
        &self.changed
    }

    /// Whether nothing is left after folding.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.origin.is_empty()
    }

    /// The original character a folded character came from; the original's length for an index past the end.
    #[must_use]
    pub fn origin_of(&self, folded: u32) -> u32 {
        self.origin
            .get(folded as usize)
            .copied()
            .unwrap_or(self.end)
    }

    /// The span of the original that a folded span came from: from its first character's origin up to the origin of the
    /// character after it, so dropped marks that follow the last letter belong to it. Empty spans stay empty.
    #[must_use]
    pub fn to_original(&self, span: Span) -> Span {
        let start = self.origin_of(span.start);
        if span.end <= span.start {
            return Span::new(start, start);
        }
        let last = self
            .origin
            .get(span.end as usize - 1)
            .map_or(self.end, |&o| o + 1);
        Span::new(start, last.max(self.origin_of(span.end)).max(start))
    }

    /// The folded span that an original span gave: all folded characters whose origin lies in it.
    #[must_use]
    pub fn to_folded(&self, span: Span) -> Span {
        let first = self.origin.partition_point(|&o| o < span.start);
        let last = self.origin.partition_point(|&o| o < span.end);
        Span::new(index(first), index(last.max(first)))
    }
}

/// In a table of letters: one that is dropped, or that is looked at more closely; and one that stays as it is.
const NONE: char = '\0';
const STAY: char = '=';

/// What becomes of ASCII.
const ASCII: [char; 128] = {
    let mut table = [NONE; 128];
    let mut c = 0;
    while c < 128 {
        table[c] = match c as u8 {
            upper @ b'A'..=b'Z' => upper.to_ascii_lowercase() as char,
            b'_' => ' ',
            b'#' => NONE,
            b' '..=b'~' | b'\n' => STAY,
            _ => NONE,
        };
        c += 1;
    }
    table
};

/// What becomes of the letters from U+0600, whose first byte is D8, by the lower six bits of their second.
const AFTER_D8: [char; 64] = letters(0x600);

/// What becomes of the letters from U+0640, whose first byte is D9.
const AFTER_D9: [char; 64] = letters(0x640);

const fn letters(from: u32) -> [char; 64] {
    let mut table = [NONE; 64];
    let mut n = 0;
    while n < 64 {
        table[n] = match char::from_u32(from + n as u32) {
            Some('آ' | 'أ' | 'إ') => 'ا',
            Some('ؤ') => 'و',
            Some('ئ' | 'ى') => 'ي',
            Some('ة') => 'ه',
            Some('ء'..='غ' | 'ف'..='و' | 'ي' | '،' | '؛' | '؟') => STAY,
            _ => NONE,
        };
        n += 1;
    }
    table
}

/// Places fit in 32 bits: a text of more than four billion characters is refused before.
fn index(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

/// Bytes that are looked at together: as many as there are bits to tell of each.
const BLOCK: usize = 32;

/// One bit for each byte at which a character is seen not to stay as it is: ASCII that does not, the second byte of such a
/// letter that begins with D8 or D9, and all bytes of all others. The same is asked of every byte, so that a processor asks
/// many at once; the tables above say the same.
#[inline]
fn changing(block: &[u8; BLOCK], before: u8) -> u32 {
    let mut firsts = [before; BLOCK];
    firsts[1..].copy_from_slice(&block[..BLOCK - 1]);
    let mut others = [0; BLOCK];
    for ((&byte, &first), other) in block.iter().zip(&firsts).zip(&mut others) {
        let among = |from: u8, to: u8| byte.wrapping_sub(from) <= to - from;
        let ascii = among(b' ', b'~') & !among(b'A', b'Z') & (byte != b'_') & (byte != b'#')
            | (byte == b'\n');
        let lead = byte & 0xFE == 0xD8;
        let signs = (byte == 0x8C) | (byte == 0x9B) | (byte == 0x9F);
        let letters = among(0xA7, 0xBA) & (byte != 0xA9) | (byte == 0xA1);
        let after_d8 = (first == 0xD8) & (letters | signs);
        let after_d9 = (first == 0xD9) & (among(0x81, 0x88) | (byte == 0x8A));
        *other = u8::from(!(ascii | lead | after_d8 | after_d9));
    }
    bits(&others)
}

/// One bit for each byte that begins a character.
#[inline]
fn starting(block: &[u8; BLOCK]) -> u32 {
    bits(&block.map(|byte| u8::from(byte & 0xC0 != 0x80)))
}

/// The lowest bits of bytes.
#[inline]
fn bits(bytes: &[u8; BLOCK]) -> u32 {
    let (eights, _) = bytes.as_chunks::<8>();
    let mut all = 0;
    for (k, eight) in eights.iter().enumerate() {
        // One multiplication moves them side by side into the highest byte.
        let side_by_side = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        all |= (side_by_side as u32) << (8 * k);
    }
    all
}

/// Folds a short string without keeping a map (for lexicons).
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |f| out.push(f));
    }
    out
}

/// A folded word without the article and what is written on to it: «خابوري» of «والخابوري», «للخابوري»,
/// «بالخابوري». A search for it finds every form that has more; nothing where there is no article, or fewer than
/// three letters would be left. A و, ب, ل or ك alone stays: it is as often the word's own first letter.
#[must_use]
pub fn bare(word: &str) -> Option<&str> {
    let joined = |rest: &'_ str| {
        rest.strip_prefix(['و', 'ف'])
            .map(str::len)
            .unwrap_or(rest.len())
    };
    let rest = &word[word.len() - joined(word)..];
    [word, rest].into_iter().find_map(|start| {
        let bare = start.strip_prefix("لل").or_else(|| {
            let on = start.strip_prefix(['ب', 'ك', 'ل']).unwrap_or(start);
            on.strip_prefix("ال").or_else(|| start.strip_prefix("ال"))
        })?;
        (bare.chars().count() >= 3).then_some(bare)
    })
}

/// Gives the folded characters of one original character, none if it is dropped.
#[inline]
pub fn fold_char(c: char, mut push: impl FnMut(char)) {
    match c {
        'a'..='z' | '0'..='9' | ' ' | '\n' | '.' | ',' | ':' | '"' => push(c),
        'A'..='Z' => push(c.to_ascii_lowercase()),
        'أ' | 'إ' | 'آ' | 'ٱ' => push('ا'),
        'ى' | 'ئ' | 'ی' | 'ې' => push('ي'),
        'ة' | 'ۃ' | 'ە' => push('ه'),
        'ؤ' => push('و'),
        'ک' => push('ك'),
        'گ' => push('غ'),
        // A hashtag is its words: #البيت_الأبيض.
        '_' => push(' '),
        '#' => {}
        'ء'..='غ' | 'ف'..='ي' => push(c),
        '\u{0640}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{0610}'..='\u{061A}'
        | '\u{06D6}'..='\u{06ED}' => {}
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{00AD}'
        | '\u{061C}' => {}
        '\u{0300}'..='\u{036F}' => {}
        '٠'..='٩' => push_digit(c as u32 - 0x0660, push),
        '۰'..='۹' => push_digit(c as u32 - 0x06F0, push),
        '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\t' => {
            push(' ')
        }
        '\r' | '\u{2028}' | '\u{2029}' | '\u{0085}' => push('\n'),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{FF00}'..='\u{FFEF}' => {
            for d in std::iter::once(c).nfkc() {
                if d == c {
                    push(d);
                } else {
                    fold_char(d, &mut push as &mut dyn FnMut(char));
                }
            }
        }
        _ if c.is_alphabetic() => c.to_lowercase().for_each(|l| {
            if !('\u{0300}'..='\u{036F}').contains(&l) {
                push(l);
            }
        }),
        _ => push(c),
    }
}

#[inline]
fn push_digit(value: u32, mut push: impl FnMut(char)) {
    if let Some(d) = char::from_digit(value, 10) {
        push(d);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_without_its_article() {
        for (word, without) in [
            ("الخابوري", Some("خابوري")),
            ("والخابوري", Some("خابوري")),
            ("بالخابوري", Some("خابوري")),
            ("وبالخابوري", Some("خابوري")),
            ("للخابوري", Some("خابوري")),
            ("وللخابوري", Some("خابوري")),
            ("خابوري", None),
            ("بيروت", None),
            ("لله", None),
            ("الى", None),
            ("", None),
        ] {
            assert_eq!(bare(word), without, "{word}");
        }
    }

    fn slice(text: &str, span: Span) -> String {
        text.chars()
            .skip(span.start as usize)
            .take((span.end - span.start) as usize)
            .collect()
    }

    #[test]
    fn arabic_letters_are_folded() {
        assert_eq!(fold("أَكَّــدَ المسؤولُ"), "اكد المسوول");
        assert_eq!(fold("إنّ نفى مُضيفة ٢٠١٨"), "ان نفي مضيفه 2018");
        assert_eq!(fold("ﻣﺼﺪﺭ ﷲ"), "مصدر الله");
        assert_eq!(fold("a\u{00A0}B\u{200F}"), "a b");
    }

    #[test]
    fn a_dropped_mark_does_not_shift_what_follows() {
        let f = Folded::new("قَالَ زيدٌ");
        let at = f.text().chars().take_while(|&c| c != 'ز').count() as u32;
        assert_eq!(
            slice("قَالَ زيدٌ", f.to_original(Span::new(at, at + 3))),
            "زيدٌ"
        );
    }

    #[test]
    fn what_stays_is_told_alike_by_tables_and_by_blocks() {
        for c in ('\0'..='\u{900}').chain("\u{2014}\u{200F}\u{FEFB}\u{1F600}".chars()) {
            let stays = match c {
                '\0'..='\x7F' => ASCII[c as usize] == STAY,
                '\u{600}'..='\u{63F}' => AFTER_D8[c as usize & 0x3F] == STAY,
                '\u{640}'..='\u{67F}' => AFTER_D9[c as usize & 0x3F] == STAY,
                _ => false,
            };
            for lead in ["", "a", "\u{628}"] {
                let mut block = [b' '; BLOCK];
                let text = format!("{lead}{c}");
                block[..text.len()].copy_from_slice(text.as_bytes());
                assert_eq!(changing(&block, 0) == 0, stays, "{c:?}");
                assert_eq!(
                    starting(&block).count_ones() as usize,
                    BLOCK - text.len() + text.chars().count()
                );
            }
            // Wherever it stands, and across two blocks, it becomes what it becomes alone.
            for before in 0..70 {
                let text = format!(
                    "{}{c}\u{628}",
                    "\u{628}".repeat(before / 2) + &"b".repeat(before % 2)
                );
                assert_eq!(
                    Folded::new(&text).text(),
                    fold(&text),
                    "{c:?} after {before}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(s in "[\\PC\\n]{0,60}") {
            prop_assert_eq!(fold(&fold(&s)), fold(&s));
        }

        #[test]
        fn the_map_is_exact_both_ways(s in "[ءاأإآبتةىيئؤوقالَُّْـ٠-٩ﷲﻻA-Zİßﬀ\u{200f} \\n«»\"،.]{0,40}", a in 0u32..60, b in 0u32..60) {
            let f = Folded::new(&s);
            prop_assert_eq!(fold(&s), f.text());
            let original: Vec<char> = s.chars().collect();
            let changed: Vec<u32> = (0..).zip(f.text().chars())
                .filter(|&(k, c)| original[f.origin_of(k) as usize] != c).map(|(k, _)| k).collect();
            prop_assert_eq!(f.changed(), &changed);
            let n = s.chars().count() as u32;
            let (a, b) = (a.min(b).min(n), a.max(b).min(n));
            let folded = f.to_folded(Span::new(a, b));
            prop_assert_eq!(fold(&slice(&s, Span::new(a, b))), slice(f.text(), folded));
            if folded.end > folded.start {
                let back = f.to_original(folded);
                prop_assert!(a <= back.start && folded.end == f.to_folded(Span::new(0, back.end)).end);
                prop_assert_eq!(f.to_folded(back), folded);
            }
        }
    }
}
