//! English proposals whose verb is a noun or whose subject is a clause: "in an attempt to end reports that", "unverified posts claimed that",
//! "what the mayor told us about the fire is", "the paper met two men who told it that".

use super::english_positions::LINES;
use super::english_unheard::is;
use super::ground::Ground;
use super::prose::Word;
use crate::extraction::{Act, Proposed, SourceKind};

/// Puts one proposal right.
pub(super) fn misread(ground: &Ground, one: &mut Proposed) {
    own_claim(ground, one);
    nouns_of_talk(ground, one);
    posts(ground, one);
    what_told(ground, one);
    who_told(ground, one);
}

/// "Repeated its claim that the mill burned": what it claims is what it says.
fn own_claim(ground: &Ground, one: &mut Proposed) {
    let ([content], Act::Confirm | Act::Assert | Act::Announce) = (&mut one.content[..], one.act)
    else {
        return;
    };
    let words = ground
        .prose
        .words(content.start as usize, content.end as usize);
    let own = is(&words, 0, &["its", "his", "her", "their"])
        && is(&words, 1, LINES)
        && is(&words, 2, &["that"])
        && words.iter().take(3).all(|w| w.after.is_empty());
    if let (true, Some(first), Some(last)) = (own, words.get(3), words.last()) {
        if is(&words, 1, &["denial"]) {
            one.act = Act::Deny;
        }
        *content = ground.prose.quoted(first.start, last.end);
    }
}

fn nobody(one: &mut Proposed) {
    one.source = None;
    one.source_name = None;
    one.source_kind = SourceKind::Unattributed;
    one.named = false;
    one.act = Act::Rumour;
}

/// "An attempt to end reports that", "sought to quash claims that": what somebody does to reports says nothing.
fn nouns_of_talk(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    let talk = matches!(cue.text.to_lowercase().as_str(), "reports" | "claims");
    if !talk || source.end > cue.start {
        return;
    }
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let before = ground.prose.words(start, cue.start as usize);
    let last = before.len().saturating_sub(1);
    // "To end", "to put an end to".
    let object =
        last > 1 && (is(&before, last - 1, &["to"]) || is(&before, last, &["to", "of", "over"]));
    if object {
        nobody(one);
    }
}

/// "Unverified posts claimed that": a noun, and nobody.
fn posts(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    let lower = source.text.chars().next().is_some_and(char::is_lowercase);
    let one_word = !source.text.contains(' ');
    let noun = matches!(
        cue.text.to_lowercase().as_str(),
        "posts" | "claims" | "reports" | "rumours" | "rumors"
    );
    if !lower || !one_word || !noun || source.end + 1 != cue.start {
        return;
    }
    let (_, stop) = ground.prose.sentence(cue.end as usize);
    let behind = ground.prose.words(cue.end as usize, stop);
    let Some(verb) = behind
        .first()
        .filter(|w| ground.pack.conveys(&w.folded).is_some())
    else {
        return;
    };
    let from = 1 + usize::from(is(&behind, 1, &["that"]));
    let Some(first) = behind.get(from) else {
        return;
    };
    let last = behind[from..]
        .iter()
        .find(|w| w.after.contains([',', ';']))
        .or(behind.last());
    if let Some(last) = last.filter(|_| verb.after.is_empty()) {
        one.cue = Some(ground.prose.quoted(verb.start, verb.end));
        one.content = vec![ground.prose.quoted(first.start, last.end)];
        nobody(one);
    }
}

/// "What the mayor told us about the fire is an accusation": the mayor's, and of the fire.
fn what_told(ground: &Ground, one: &mut Proposed) {
    const FAR: usize = 14;
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    // "What" may be taken with whoever told, or not.
    let (start, _) = ground.prose.sentence(source.start as usize);
    let before = ground.prose.words(start, source.start as usize);
    let apart = before.last().is_some_and(|w| w.folded == "what") && source.end <= cue.start;
    if !apart && (!is(&words, 0, &["what"]) || words.len() < 2) {
        return;
    }
    let (_, stop) = ground.prose.sentence(cue.end as usize);
    let behind = ground.prose.words(cue.end as usize, stop);
    let about = (0..behind.len().min(4)).find(|&k| is(&behind, k, &["about", "of", "concerning"]));
    let until = about.and_then(|a| {
        (a + 2..behind.len().min(FAR))
            .find(|&k| is(&behind, k, &["is", "was", "are", "were", "has", "amounts"]))
    });
    let (Some(about), Some(until)) = (about, until) else {
        return;
    };
    one.content = vec![
        ground
            .prose
            .quoted(behind[about + 1].start, behind[until - 1].end),
    ];
    if apart {
        return;
    }
    let name = one.source_name.as_deref().unwrap_or_default();
    let bare = name
        .trim_start_matches("What ")
        .trim_start_matches("what ")
        .to_owned();
    one.source = Some(ground.prose.quoted(words[1].start, source.end as usize));
    one.source_name = Some(bare);
}

/// "The paper met two men who told it that": the men.
fn who_told(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    if source.end > cue.start {
        return;
    }
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let words: Vec<Word> = ground
        .prose
        .words(start.max(source.start as usize), cue.start as usize);
    let Some(last) = words
        .len()
        .checked_sub(1)
        .filter(|&k| is(&words, k, &["who"]))
    else {
        return;
    };
    let counted = [
        "a", "an", "two", "three", "four", "five", "several", "some", "the", "one", "another",
    ];
    let verb = |w: &Word| {
        w.folded.ends_with("ed")
            || matches!(
                w.folded.as_str(),
                "met" | "found" | "has" | "had" | "spoke" | "is" | "was"
            )
    };
    let Some(head) = (1..last).rev().find(|&k| is(&words, k, &counted)) else {
        return;
    };
    // Nothing but the noun phrase between, and a verb before it.
    let phrase = !words[head..last]
        .iter()
        .any(|w| verb(w) || !w.after.is_empty());
    if phrase && words[..head].iter().any(verb) && last > head + 1 {
        let quoted = ground.prose.quoted(words[head].start, words[last - 1].end);
        one.source_name = Some(quoted.text.clone());
        one.source = Some(quoted);
        one.source_kind = SourceKind::AnonymousSource;
        one.named = false;
    }
}
