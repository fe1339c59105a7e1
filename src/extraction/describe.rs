//! What a description tells by itself: the kind of a source that no head noun names, and when two words are one.

use super::lexicon::longer;
use super::output::SourceKind;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader};
use super::token::Mark;

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

/// Whether two folded words are one word in two genders or numbers, or with and without an attached pronoun.
pub(super) fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // Six bytes are three Arabic letters.
    let (x, y) = (stem(a), stem(b));
    x.len() >= 6 && x == y
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
    let mut space = true;
    for &byte in name.as_bytes() {
        match byte {
            b' ' if space => return false,
            b' ' => space = true,
            b'!'..=b'~' if !matches!(byte, b'_' | b'"' | b'#') => space = false,
            0x80..=0xBF | 0xD8..=0xDB => space = false,
            _ => return false,
        }
    }
    !space
}
