//! English sayings that a comma parts from what they convey ("told the paper, however, that …"), numbers that somebody gives ("the clinic
//! has put the dead at 19"), and names that stand in what was taken for a description ("Defence Minister Radek Tolvan").

use super::english_unheard::Found;
use super::ground::Ground;
use super::prose::Word;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind};

/// From a verb to "that" there are at most so many words.
const FAR: usize = 12;

fn word(words: &[Word], n: usize) -> &str {
    words.get(n).map_or("", |w| w.folded.as_str())
}

/// "Told the Mail, however, that …", "said, speaking in the capital, that …".
pub(super) fn parted_that(ground: &Ground, words: &[Word], n: usize) -> Option<Found> {
    let (act, _) = ground.pack.conveys(word(words, n))?;
    let that = (n + 2..words.len().min(n + FAR)).find(|k| word(words, *k) == "that")?;
    let comma = words[that - 1].after.contains(',');
    let quoted = words[n..that]
        .iter()
        .any(|w| w.after.contains(['"', '”', '.', ':', ';']));
    let second = words[n + 1..that]
        .iter()
        .any(|w| ground.pack.conveys(&w.folded).is_some());
    // "Who said", "to say" have their subject elsewhere.
    let before = n.checked_sub(1).map_or("", |k| word(words, k));
    let own = !matches!(
        before,
        "who" | "which" | "that" | "to" | "not" | "never" | "he" | "she" | "it" | "they"
    );
    (comma && !quoted && !second && own && n > 0).then_some(Found {
        subject: n,
        cue: (n, n),
        content: that + 1,
        act,
    })
}

/// "The clinic has put the dead at 19", "the movement speaks of 27", "the ministry counts 14 militants killed".
pub(super) fn counts(words: &[Word], n: usize) -> Option<Found> {
    let number = |k: usize| {
        let w = word(words, k);
        !w.is_empty() && w.chars().all(|c| c.is_numeric() || c == ',')
            || matches!(
                w,
                "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "eleven"
                    | "twelve"
                    | "dozens"
                    | "scores"
                    | "hundreds"
            )
    };
    let content = match word(words, n) {
        "put" | "puts" => {
            let at = (n + 1..n + 9)
                .find(|k| word(words, *k) == "at" && !words[k - 1].after.contains([',', '.']))?;
            number(at + 1).then_some(n)?
        }
        "speaks" | "spoke" | "speak" if word(words, n + 1) == "of" && number(n + 2) => n,
        "counts" | "counted" | "count" if number(n + 1) => n + 1,
        _ => return None,
    };
    (n > 0).then_some(Found {
        subject: n,
        cue: (n, n),
        content,
        act: Act::Assert,
    })
}

/// "Mounir Hafez, a lawyer for the family", "Belmari Defence Minister Radek Tolvan": who is named is not withheld.
pub(super) fn named(ground: &Ground, one: &mut Proposed) {
    let Some(source) = one.source.as_ref().filter(|_| !one.named) else {
        return;
    };
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let head = words
        .iter()
        .position(|w| w.after.contains(','))
        .map_or(words.len(), |k| k + 1);
    let words = &words[..head];
    let capital = |w: &Word| {
        ground.prose.char(w.start).is_some_and(char::is_uppercase)
            || matches!(
                w.folded.as_str(),
                "al" | "el" | "bin" | "ibn" | "ag" | "ould" | "de" | "van" | "von"
            )
            || w.folded.starts_with("al-")
    };
    let title = |w: &Word| ground.titles.is_title(&w.folded) || ground.pack.human(&w.folded);
    let name = |part: &[Word]| -> Option<(usize, usize)> {
        let fits = (2..=4).contains(&part.len())
            && part.iter().all(|w| {
                capital(w)
                    && !title(w)
                    && w.folded
                        .chars()
                        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            })
            && !part[0].folded.ends_with("'s")
            && !matches!(
                part[0].folded.as_str(),
                "a" | "an"
                    | "one"
                    | "two"
                    | "three"
                    | "the"
                    | "some"
                    | "another"
                    | "his"
                    | "her"
                    | "their"
                    | "its"
                    | "our"
                    | "no"
                    | "many"
                    | "most"
                    | "several"
                    | "both"
                    | "other"
                    | "state"
                    | "local"
            );
        let (first, last) = (part.first()?, part.last()?);
        let form = Form::new(&ground.prose.slice(first.start, last.end));
        let body = ground.listed.find(&form, ground.titles).is_some()
            || form.words.iter().any(|w| {
                ground.titles.is_adjective(w)
                    || ground.titles.is_generic(&Form {
                        words: vec![w.clone()],
                        shown: String::new(),
                    })
            });
        (fits && !body).then_some((first.start, last.end))
    };
    // All name up to the comma, where what follows says what he is; else the name behind the last title.
    let whole = (head < usize::MAX && words.len() >= 2)
        .then(|| name(words))
        .flatten()
        .filter(|_| source.text.contains(','));
    let titled = words.iter().rposition(title).and_then(|k| {
        let of = words[k..].iter().any(|w| {
            matches!(
                w.folded.as_str(),
                "of" | "for" | "to" | "in" | "at" | "from" | "and" | "with"
            )
        });
        // "The lawyer of Idris Salhami" is not he, nor is "a guard of Idris".
        let own = !matches!(
            words[0].folded.as_str(),
            "a" | "an" | "his" | "her" | "their" | "one"
        );
        (!of && own).then(|| name(&words[k + 1..])).flatten()
    });
    let Some((a, b)) = whole.or(titled) else {
        return;
    };
    one.source_name = Some(ground.prose.slice(a, b));
    one.named = true;
    one.source_kind = SourceKind::Official;
}
