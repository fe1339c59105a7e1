//! The sign by which an agency signs its own datelines: «ورفان (و.أ.ت) -» on a page of «وكالة الأنباء التامريتية».
//!
//! A dateline's brackets credit whoever wrote the text. On an agency's own page that is mostly the agency itself, under letters of its
//! name that no list has, or that a list has for another agency of other lands. Taken for a credit, they would put a stranger into each chain.

use std::collections::BTreeSet;

use super::naming::{Form, Titles, whole};
use crate::text::fold::fold;

/// A sign has at most so many letters.
const LONGEST: usize = 5;
/// A dateline's brackets open within so many characters.
const DATELINE: usize = 70;

/// What stands in the brackets of a dateline: between a town and a dash, in the first two lines.
pub(super) fn dateline_sign(text: &str) -> Option<&str> {
    text.lines()
        .filter(|l| !l.trim().is_empty())
        .take(2)
        .find_map(|line| {
            let (town, rest) = line.split_once('(')?;
            let (inner, after) = rest.split_once(')')?;
            let town = town.trim();
            let dateline = town.chars().count() <= DATELINE
                && (1..=5).contains(&town.split_whitespace().count())
                && after.trim_start().starts_with(['-', '–', '—']);
            dateline.then(|| inner.trim()).filter(|s| !s.is_empty())
        })
}

/// Whether a sign is of letters of an agency's name. `listed`: whether a list has it for another: then each letter must begin a
/// word of the name, in the name's order.
pub(super) fn is_sign_of(sign: &str, name: &str, listed: bool) -> bool {
    let letters: Vec<char> = fold(sign).chars().filter(|c| c.is_alphabetic()).collect();
    let name = fold(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let agency = words
        .iter()
        .any(|w| matches!(*w, "وكاله" | "agency" | "press" | "wire"));
    if !agency || !(2..=LONGEST).contains(&letters.len()) || words.len() < 2 {
        return false;
    }
    if listed {
        let bare = |w: &'_ str| -> Option<char> {
            let rest = w
                .strip_prefix("لل")
                .or_else(|| w.strip_prefix("ال"))
                .filter(|r| r.chars().count() > 2)
                .unwrap_or(w);
            rest.chars().next()
        };
        let initials: Vec<char> = words.iter().filter_map(|w| bare(w)).collect();
        return initials == letters;
    }
    letters.iter().all(|c| name.contains(*c)) && words.iter().any(|w| w.starts_with(letters[0]))
}

/// The consonants of an outlet's name, where they are enough to know it by.
pub(super) fn sound_of(form: &Form) -> Option<String> {
    const FEWEST: usize = 4;
    const KINDS: &[&str] = &[
        "tv",
        "television",
        "radio",
        "channel",
        "news",
        "newspaper",
        "website",
        "site",
    ];
    let words: Vec<String> = form
        .words
        .iter()
        .filter(|w| !KINDS.contains(&w.as_str()))
        .map(|w| {
            w.strip_prefix("ال")
                .filter(|r| r.chars().count() > 2)
                .unwrap_or(w)
                .to_owned()
        })
        .collect();
    let sound = whole(&words);
    (sound.chars().count() >= FEWEST).then_some(sound)
}

/// What may be an outlet's name in a text: capitalised words, and in Arabic what stands between quotation marks or behind the word for
/// an outlet.
pub(super) fn outlet_like(text: &str, arabic: bool, titles: &Titles) -> BTreeSet<String> {
    const WORDS: usize = 4;
    let mut all = BTreeSet::new();
    if arabic {
        for piece in text.split('«').skip(1) {
            if let Some((inner, _)) = piece.split_once('»')
                && inner.split_whitespace().count() <= WORDS
            {
                all.insert(inner.trim().to_owned());
            }
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let trim = |w: &'_ str| -> String { w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned() };
    let capital = |w: &str| {
        w.trim_matches(|c: char| !c.is_alphanumeric())
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase())
            || w.starts_with("al-")
    };
    for n in 0..words.len() {
        for count in 1..=WORDS.min(words.len() - n) {
            let part = &words[n..n + count];
            // Punctuation closes a name.
            if part[..count - 1]
                .iter()
                .any(|w| w.ends_with([',', '.', '،', ':', ';', '"', '»']))
            {
                break;
            }
            let name = part.iter().map(|w| trim(w)).collect::<Vec<_>>().join(" ");
            if arabic {
                let bare = name.trim_start_matches(['و', 'ل', 'ب']).to_owned();
                for whole in [&name, &bare] {
                    let form = Form::new(whole);
                    let own = titles.without_outlet(&form);
                    if own.words.len() < form.words.len() {
                        all.insert(own.shown);
                    }
                }
            } else if part.iter().all(|w| capital(w)) {
                all.insert(name);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_signs_with_letters_of_its_name() {
        assert_eq!(
            dateline_sign("ورفان (و.أ.ت) - انفجرت البوابة."),
            Some("و.أ.ت")
        );
        assert_eq!(dateline_sign("قال الحارس (وهو شيخ) إنه بخير."), None);
        assert!(is_sign_of("و.أ.ت", "وكالة الأنباء التامريتية", true));
        assert!(is_sign_of("و ن س", "وكالة نادر سليم", true));
        assert!(!is_sign_of("أ ف ب", "وكالة الأنباء التامريتية", true));
        assert!(!is_sign_of("و.أ.ت", "صحيفة الأنباء", true));
        assert!(is_sign_of("قنا", "وكالة أنباء قلمير", false));
        assert!(!is_sign_of("سرمد", "وكالة أنباء قلمير", false));
    }
}
