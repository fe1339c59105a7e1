//! What a description tells by itself: the kind of a source that no head noun names, and when two words are one.

use super::lexicon::longer;
use super::output::SourceKind;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader};
use super::token::{Mark, narrow};

/// The kind of a source without a head noun that the pack knows. A surname that nobody introduces is somebody everybody
/// knows; a full name without an office is a private person; a definite noun in -y is a surname, in -wn people, else a body.
pub(super) fn unheaded(r: &Reader, np: &Np) -> SourceKind {
    let (a, b) = np.name;
    let text = r.t.text(np.a);
    if a == b && r.w(np.a).def {
        return match () {
            () if np.b - np.a > 2 => SourceKind::Organization,
            () if text.ends_with("ون") || text.ends_with("ين") => SourceKind::Witness,
            () if text.ends_with('ي') && np.b - np.a == 1 => SourceKind::Official,
            () => SourceKind::Organization,
        };
    }
    let single = (np.a..np.b).filter(|&k| r.mark(k) == Mark::Word).count() == 1;
    if single
        && text.ends_with("ين") | text.ends_with("ون")
        && !r.w(np.a).def
        && !r.is(np.a, Class::GivenName)
        && np.name == (0, 0)
    {
        return SourceKind::Witness;
    }
    if single {
        SourceKind::Official
    } else {
        SourceKind::Witness
    }
}

/// The kind of somebody named whose office follows: فلان، وهو قيادي …; فلان من منظمة كذا.
pub(super) fn described(r: &Reader, np: &Np) -> Option<SourceKind> {
    if np.name == (0, 0) {
        return None;
    }
    let mut i = np.b + usize::from(r.mark(np.b) == Mark::Comma);
    // فلان، أحد رؤساء كذا
    let within = (np.name.1..np.b).find_map(|k| {
        r.pack
            .head(&r.w(k))
            .filter(|h| matches!(h.of, Of::Person | Of::People))
            .map(|h| h.kind)
    });
    if within.is_some() {
        return within;
    }
    let kind = |k: usize| {
        r.pack
            .head(&r.w(k))
            .filter(|h| matches!(h.of, Of::Person | Of::People))
            .map(|h| h.kind)
    };
    if matches!(r.t.text(i), "وهو" | "وهي") {
        i += 1;
        return kind(i).or_else(|| kind(i + 1));
    }
    let body = r.t.text(i) == "من"
        && r.pack
            .head(&r.w(i + 1))
            .is_some_and(|h| h.of == Of::Body && h.kind == SourceKind::Organization);
    let paper = r.t.text(i) == "من"
        && r.pack
            .head(&r.w(i + 1))
            .is_some_and(|h| h.of == Of::Body && h.kind == SourceKind::Outlet);
    if paper {
        Some(SourceKind::Journalist)
    } else if body {
        Some(SourceKind::Official)
    } else {
        let at = i + usize::from(r.is(i, Class::Determiner));
        kind(at).filter(|_| r.mark(i) == Mark::Word)
    }
}

/// A folded word without its article.
pub(super) fn bare(word: &str) -> &str {
    word.strip_prefix("ال")
        .filter(|w| longer(w, 2))
        .unwrap_or(word)
}

/// The head under which singular and plural of one description meet.
pub(super) fn singular(head: &str) -> &str {
    match head {
        "ناشطون" | "ناشطين" | "نشطاء" => "ناشطون",
        "مسوولون" | "مسوولين" | "مسوولو" | "مسوولي" => "مسوولون",
        "شهود" | "شاهد" => "شهود",
        "ناطق" => "متحدث",
        "ناطقه" => "متحدثه",
        // مصدرا is مصدر.
        other => other
            .strip_suffix('ا')
            .filter(|w| longer(w, 2))
            .unwrap_or(other),
    }
}

/// What two folded words have in common if they are one word in two genders or numbers, or with and without an attached
/// pronoun: the stem where that has three letters, else the whole word. A stem has no shorter one, so a word of two letters
/// and an ending is never one with another's stem.
pub(super) fn kin(word: &str) -> Kin<'_> {
    // Six bytes are three Arabic letters.
    let letters = Some(stem(word))
        .filter(|s| s.len() >= 6)
        .unwrap_or(word.as_bytes());
    // Any of 64 will do: what the first three letters and the length give.
    let [a, b, c, d, e, f] = letters.first_chunk().copied().unwrap_or_default();
    let first = u64::from_le_bytes([a, b, c, d, e, f, letters.len() as u8, 0]);
    let sum = first.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58;
    Kin {
        letters,
        bit: 1 << sum,
    }
}

/// The letters of a word that are its kin's too, and one bit that is theirs, though not theirs alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kin<'w> {
    letters: &'w [u8],
    bit: u64,
}

/// The folded words of a description, one after the other in one string, so that many are compared without a walk through
/// memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Description {
    letters: String,
    words: Vec<Place>,
    /// The bits of all kin, so that most that is asked for is told not to be there at once.
    bits: u64,
}

/// Where a word of a description begins, where what it shares with its kin ends, and where it ends.
#[derive(Debug, Clone, Copy)]
struct Place {
    from: u32,
    kin: u32,
    to: u32,
}

impl Description {
    /// With the words given.
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        // Seldom are there more, and then there is more room.
        let mut all = Self {
            letters: String::with_capacity(64),
            words: Vec::with_capacity(6),
            bits: 0,
        };
        words.for_each(|word| all.push(word));
        all
    }

    /// Adds a word.
    pub(super) fn push(&mut self, word: &str) {
        let from = self.letters.len();
        self.letters.push_str(word);
        let kin = kin(word);
        self.bits |= kin.bit;
        self.words.push(Place {
            from: narrow(from),
            kin: narrow(from + kin.letters.len()),
            to: narrow(self.letters.len()),
        });
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The words in order.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let letters = &self.letters;
        let cut = |p: &Place| letters.get(p.from as usize..p.to as usize).unwrap_or("");
        self.words.iter().map(cut)
    }

    /// Whether one of the words is of the same [`kin`].
    pub(super) fn tells(&self, kin: Kin) -> bool {
        if self.bits & kin.bit == 0 {
            return false;
        }
        let letters = self.letters.as_bytes();
        self.words.iter().any(|p| {
            let (from, to) = (p.from as usize, p.kin as usize);
            to - from == kin.letters.len() && letters[from..].starts_with(kin.letters)
        })
    }
}

/// The bytes of a word without the letters at its end that mark gender, number or a pronoun: ه ا ن و ي ت.
fn stem(word: &str) -> &[u8] {
    let mut rest = word.as_bytes();
    while let [before @ .., 0xD8, 0xA7 | 0xAA] | [before @ .., 0xD9, 0x86..=0x88 | 0x8A] = rest {
        rest = before;
    }
    rest
}

/// The words of an indefinite phrase as they stand alone: مصدرا أمنيا is مصدر أمني.
pub(super) fn nominative(name: &str) -> String {
    let mut inflected = true;
    name.split(' ')
        .map(|w| {
            let stem = w
                .strip_suffix("اً")
                .or_else(|| w.strip_suffix("ًا"))
                .or_else(|| w.strip_suffix('ا'))
                .filter(|s| longer(s, 2));
            inflected &= stem.is_some();
            stem.filter(|_| inflected).unwrap_or(w)
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A name without quotation marks and hashes, on one line.
pub(super) fn clean(name: String) -> String {
    if plain(&name) {
        return name;
    }
    let spaced: String = name
        .chars()
        .map(|c| if c == '_' { ' ' } else { c })
        .collect();
    spaced
        .split_whitespace()
        .map(|w| w.trim_matches(|c| matches!(c, '"' | '«' | '»' | '“' | '”' | '#')))
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a name is Arabic and common ASCII with single spaces between, so that nothing is to be cleaned.
fn plain(name: &str) -> bool {
    /// Bits of a byte: a space, and what is to be cleaned.
    const SPACE: u8 = 1;
    const OTHER: u8 = 2;
    const BYTES: [u8; 256] = {
        let mut table = [OTHER; 256];
        let mut n = 0;
        while n < 256 {
            match n as u8 {
                b' ' => table[n] = SPACE,
                b'_' | b'"' | b'#' => {}
                b'!'..=b'~' | 0x80..=0xBF | 0xD8..=0xDB => table[n] = 0,
                _ => {}
            }
            n += 1;
        }
        table
    };
    // All bytes are looked at, for next to no name has any to be cleaned.
    let mut before = SPACE;
    let mut other = 0;
    for &byte in name.as_bytes() {
        let bits = BYTES[usize::from(byte)];
        other |= bits & (before | OTHER);
        before = bits;
    }
    other == 0 && before & SPACE == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether two words are one, as said without kin: spelled alike, or alike in a stem of three letters at least.
    fn one(a: &str, b: &str) -> bool {
        a == b || stem(a).len() >= 6 && stem(a) == stem(b)
    }

    #[test]
    fn what_is_plain_needs_no_cleaning() {
        for name in ["وزير البيئة", "قناة A1", "x", "د. سالم"] {
            assert!(plain(name), "{name}");
            assert_eq!(clean(name.to_owned()), name);
        }
        for name in [
            "",
            " ",
            " وزير",
            "وزير ",
            "وزير  البيئة",
            "«وزير»",
            "#وزير",
            "وزير_البيئة",
            "\n",
            "é",
        ] {
            assert!(!plain(name), "{name}");
        }
    }

    #[test]
    fn words_are_of_one_kin_where_they_are_one() {
        let words = [
            "",
            "ه",
            "امن",
            "امني",
            "امنيه",
            "امنيين",
            "مدن",
            "مدني",
            "مدنيه",
            "مدنيون",
            "كتاب",
            "كتابه",
            "كتب",
            "وزير",
            "وزيرها",
            "وزيره",
            "abc",
            "نا",
            "ني",
        ];
        for a in words {
            for b in words {
                assert_eq!(kin(a) == kin(b), one(a, b), "{a} {b}");
                let described = Description::of(["قديم", a].into_iter());
                assert_eq!(described.tells(kin(b)), one(a, b), "{a} {b}");
            }
        }
        let described = Description::of(words.into_iter());
        assert!(described.words().eq(words) && described.len() == words.len());
    }
}
