//! English sayings told by their noun ("the answer from the ministry was brief: …", "the guild's message was that …"), by how they were put
//! ("put it more bluntly: …"), and by thanks for a deed, which whoever thanks holds done. The wordings are data (`packs/relatives.ron`).

use super::english_relative::of;
use super::english_unheard::{Found, is, whose};
use super::ground::Ground;
use super::prose::{Word, quiet};
use super::wordings::forms;
use crate::extraction::{Act, Proposed};

/// "The reply from the mayor's office came an hour later: …", "Olga Tarn's message was that …".
pub(super) fn verdict(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const NEAR: usize = 12;
    const FAR: usize = 6;
    let known = of()?;
    let said = forms(words, false);
    let line = |k: usize| known.lines.at(&said, k, k + 1).is_some();
    let verb = (2..words.len().min(NEAR)).find(|&k| {
        is(words, k, &["was", "is", "came", "remains", "remained"]) && quiet(&words[..k])
    })?;
    let (who, noun) = if let Some(noun) = (1..verb)
        .find(|&k| line(k) && is(words, k + 1, &["from", "of", "in", "at", "by"]) && k <= 3)
    {
        // "The word of the day was that": whose it is has a name or can speak.
        is(words, 0, &["the", "a", "one"]).then_some((words[noun + 2..verb].to_vec(), noun))?
    } else {
        let noun = verb - 1;
        let owner = words.get(noun.checked_sub(1)?)?;
        let owns = owner.folded.ends_with("'s")
            || owner.folded.ends_with("’s")
            || owner.folded.ends_with("s'");
        (line(noun) && owns).then_some(())?;
        let mut who = words[..noun].to_vec();
        let last = who.last_mut()?;
        let written = ground.prose.slice(last.start, last.end);
        let bare = written.trim_end_matches('s').trim_end_matches(['\'', '’']);
        last.end = last.start + bare.chars().count();
        last.folded = bare.to_lowercase();
        (who, noun)
    };
    let somebody = who.len() < 9
        && !who.is_empty()
        && (is(&who, 0, &["the", "a", "an", "his", "her", "one", "two"])
            || ground
                .prose
                .char(who[0].start)
                .is_some_and(char::is_uppercase));
    let colon = (verb..words.len().min(verb + FAR)).find(|&k| words[k].after.contains(':'));
    let that = (verb + 1..verb + 3).find(|&k| is(words, k, &["that"]) && quiet(&words[verb..k]));
    let from = match (that, colon) {
        (Some(k), _) => k + 1,
        (None, Some(k)) => k + 1,
        _ => return None,
    };
    let content = (words.get(from)?.start, words.last()?.end);
    somebody
        .then(|| whose(ground, &who, &words[noun], content))
        .flatten()
}

/// "Put it more bluntly: …", "gave a different version: …".
pub(super) fn told_thus(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 7;
    // "Put it more bluntly", "put it this way".
    let manner = words.get(n + 2).is_some_and(|w| w.folded.ends_with("ly"))
        || is(
            words,
            n + 2,
            &["more", "less", "this", "thus", "another", "differently"],
        );
    let put = is(words, n, &["put", "puts"]) && is(words, n + 1, &["it"]) && manner;
    let given = is(
        words,
        n,
        &["gave", "gives", "told", "tells", "offered", "offers"],
    );
    let known = of()?;
    let said = forms(words, false);
    let line = |k: usize| known.lines.at(&said, k, k + 1).is_some();
    let colon = (n + 1..words.len().min(n + NEAR)).find(|&k| words[k].after.contains(':'))?;
    let told = put || given && (n + 1..=colon).any(line);
    let barred = [
        "to", "was", "were", "be", "been", "not", "who", "which", "and",
    ];
    let active = n > 0 && !is(words, n - 1, &barred);
    (told && active && quiet(&words[n..colon]) && colon + 1 < words.len()).then_some(Found {
        subject: n,
        cue: (n, n),
        content: colon + 1,
        act: Act::Assert,
    })
}

/// "Used a speech to thank the guards who had killed him", "congratulated his men for killing him".
pub(super) fn thanked(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 8;
    let known = of()?;
    let said = forms(words, false);
    known.thanks.at(&said, n, n + 1)?;
    let to = n > 0 && is(words, n - 1, &["to"]);
    let subject = if to {
        (1..n - 1).rev().find(|&k| {
            is(
                words,
                k,
                &["used", "uses", "took", "seized", "opened", "interrupted"],
            )
        })?
    } else {
        n
    };
    let barred = [
        "was", "were", "be", "been", "not", "who", "which", "and", "the", "a", "many",
    ];
    let active = n > 0 && (to || !is(words, n - 1, &barred));
    let deed = (n + 2..words.len().min(n + NEAR)).find(|&k| {
        is(words, k, &["who"])
            || is(words, k, &["for"]) && words.get(k + 1).is_some_and(|w| w.folded.ends_with("ing"))
    })?;
    (active && quiet(&words[n..deed]) && deed + 2 < words.len()).then_some(Found {
        subject,
        cue: (n, n),
        content: deed + 1,
        act: Act::Assert,
    })
}

/// The deed ends with its clause.
pub(super) fn to_comma(ground: &Ground, one: &mut Proposed) {
    let [content] = &mut one.content[..] else {
        return;
    };
    let words = ground
        .prose
        .words(content.start as usize, content.end as usize);
    let comma = words.iter().find(|w| w.after.contains([',', ';']));
    if let (Some(first), Some(last)) = (words.first(), comma) {
        *content = ground.prose.quoted(first.start, last.end);
    }
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn cut(text: &str, find: impl Fn(&[Word], usize) -> Option<Found>) -> Option<(String, String)> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let f = (1..words.len()).find_map(|n| find(&words, n))?;
        Some((
            prose.slice(words[0].start, words[f.subject - 1].end),
            prose.slice(words[f.content].start, prose.len()),
        ))
    }

    #[test]
    fn who_thanks_for_a_deed_holds_it_done() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            cut(
                "The baker used a feast to thank the men who had burned the mill",
                thanked
            ),
            pair("The baker", "had burned the mill")
        );
        assert_eq!(
            cut(
                "The baker congratulated his sons for burning the mill",
                thanked
            ),
            pair("The baker", "burning the mill")
        );
        assert_eq!(
            cut("The baker thanked the miller for his help", thanked),
            None
        );
    }

    #[test]
    fn how_it_was_put_is_no_part_of_it() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            cut("A miller put it more bluntly: the mill is gone", told_thus),
            pair("A miller", "the mill is gone")
        );
        assert_eq!(
            cut("A miller gave another version: the mill stands", told_thus),
            pair("A miller", "the mill stands")
        );
        assert_eq!(
            cut("A miller put it away: the mill is gone", told_thus),
            None
        );
    }
}
