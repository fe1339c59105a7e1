//! English words taken for what they are not: "claims" the noun, "dismissed" of a post, "the Saudi-led coalition" cut at its
//! hyphen, "a figure the authorities denied".

use super::ground::Ground;
use crate::extraction::{Act, Proposed};

/// Puts such proposals right.
pub(super) fn nouns(ground: &Ground, statements: &mut Vec<Proposed>) {
    statements.retain(|s| !sacked(s));
    for one in statements.iter_mut() {
        called(ground, one);
        hyphened(ground, one);
        figure(ground, one);
    }
}

/// "The president dismissed Finance Minister X": nothing is denied.
fn sacked(one: &Proposed) -> bool {
    let cue = one.cue.as_ref().map_or("", |c| c.text.as_str());
    if !matches!(cue, "dismissed" | "dismisses" | "rejected") || one.act != Act::Deny {
        return false;
    }
    // "X has died, a claim the party dismissed": a clause that stands before is no post.
    let behind =
        |c: &&crate::extraction::Quoted| one.cue.as_ref().is_some_and(|q| q.end <= c.start);
    let Some(content) = one.content.first().filter(behind) else {
        return false;
    };
    let words: Vec<&str> = content.text.split_whitespace().collect();
    let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    let said = words.iter().any(|w| {
        let low = w
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        matches!(
            low.as_str(),
            "that"
                | "claim"
                | "claims"
                | "report"
                | "reports"
                | "allegation"
                | "allegations"
                | "accusation"
                | "accusations"
                | "rumours"
                | "rumors"
                | "charge"
                | "charges"
                | "suggestion"
                | "suggestions"
                | "figures"
                | "criticism"
                | "assertion"
                | "talk"
        )
    });
    words.len() >= 2 && words.iter().take(2).all(capital) && !said
}

/// "The ministry called the Armenian claims false": the ministry denies them.
fn called(ground: &Ground, one: &mut Proposed) {
    let (Some(cue), Some(source)) = (&one.cue, &one.source) else {
        return;
    };
    if !matches!(
        cue.text.as_str(),
        "claims" | "reports" | "charges" | "accounts" | "claim" | "report"
    ) {
        return;
    }
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let Some(verb) = words.iter().position(|w| {
        matches!(
            w.folded.as_str(),
            "called"
                | "calls"
                | "described"
                | "dismissed"
                | "branded"
                | "labelled"
                | "rejected"
                | "termed"
        )
    }) else {
        return;
    };
    if verb == 0 || verb + 1 >= words.len() {
        return;
    }
    let name = ground.prose.slice(words[0].start, words[verb - 1].end);
    let end = one.content.last().map_or(cue.end, |c| c.end);
    let content = ground.prose.quoted(words[verb + 1].start, end as usize);
    one.source = Some(ground.prose.quoted(words[0].start, words[verb - 1].end));
    one.source_name = Some(name);
    one.cue = Some(ground.prose.quoted(words[verb].start, words[verb].end));
    one.content = vec![content];
    one.act = Act::Deny;
}

/// "The Houthi-run health ministry": a body by its whole name, not "Houthi".
fn hyphened(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(name)) = (&one.source, &one.source_name) else {
        return;
    };
    let Some(at) = source.text.find(name.as_str()) else {
        return;
    };
    let rest = &source.text[at + name.len()..];
    let Some(rest) = rest.strip_prefix(['-', '‑', '–']) else {
        return;
    };
    let joined: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    if !matches!(
        joined.as_str(),
        "led"
            | "run"
            | "backed"
            | "controlled"
            | "based"
            | "linked"
            | "aligned"
            | "allied"
            | "held"
            | "owned"
            | "funded"
            | "affiliated"
            | "installed"
            | "appointed"
            | "supported"
    ) {
        return;
    }
    // Up to a comma: "the Saudi-led coalition, which …".
    let whole = source.text[at..]
        .split(',')
        .next()
        .unwrap_or_default()
        .trim();
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    // A person named behind it keeps the name.
    let person = words
        .iter()
        .rev()
        .take(2)
        .all(|w| ground.prose.char(w.start).is_some_and(char::is_uppercase));
    if !person && whole.split_whitespace().count() <= 6 {
        one.source_name = Some(whole.to_owned());
    }
}

/// "…, a figure the authorities denied": the authorities.
fn figure(ground: &Ground, one: &mut Proposed) {
    let Some(source) = &one.source else {
        return;
    };
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let of = words.len() > 2
        && matches!(words[0].folded.as_str(), "a" | "an")
        && matches!(
            words[1].folded.as_str(),
            "figure" | "claim" | "charge" | "accusation" | "allegation" | "report" | "assertion"
        );
    if !of {
        return;
    }
    let last = words[words.len() - 1].end;
    one.source = Some(ground.prose.quoted(words[2].start, last));
    one.source_name = Some(ground.prose.slice(words[2].start, last));
}
