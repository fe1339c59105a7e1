//! Whom an English clause points at: "the speaker who first reported it" behind a name, "which it said was forged" and "It said" of whoever the sentence is
//! about, "she said" behind what somebody had told her.

use super::english_relative::verbal;
use super::english_unheard::{is, whose};
use super::ground::Ground;
use super::prose::Word;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind};

/// Puts right who speaks.
pub(super) fn pointed(ground: &Ground, statements: &mut [Proposed]) {
    for n in 0..statements.len() {
        of_subject(ground, statements, n);
        of_body(ground, statements, n);
        of_apposed(ground, statements, n);
        of_outer(ground, statements, n);
    }
}

/// "Kandor protested at the broadcast, which it said was a fabrication": whoever opens the sentence.
fn of_subject(ground: &Ground, statements: &mut [Proposed], n: usize) {
    const FAR: usize = 10;
    let Some(cue) = statements[n].cue.clone() else {
        return;
    };
    let (start, end) = ground.prose.sentence(cue.start as usize);
    let here = |s: &Proposed| {
        s.source
            .as_ref()
            .is_some_and(|q| start <= q.start as usize && (q.end as usize) < end)
    };
    let before = ground.prose.words(start, cue.start as usize);
    let Some(last) = before.len().checked_sub(1) else {
        return;
    };
    // "A recording that it said proved": of what stands there, with no comma.
    let told = is(&before, last.saturating_sub(1), &["which", "that"])
        && before[last.saturating_sub(2)].after.is_empty()
        && showing(ground, &statements[n]);
    let pointed = last > 2
        && is(&before, last, &["it", "they"])
        && (told || is(&before, last - 1, &["which"]) && before[last - 2].after.contains(','));
    if !pointed || here(&statements[n]) {
        return;
    }
    let Some(verb) = (1..FAR.min(last)).find(|&k| verbal(ground, &before[k])) else {
        return;
    };
    let who = &before[..verb];
    let content = statements[n]
        .content
        .first()
        .map(|c| (c.start as usize, c.end as usize));
    let found = content.and_then(|c| whose(ground, who, &before[verb], c));
    if let Some(found) = found.filter(|_| who.iter().all(|w| w.after.is_empty())) {
        takes(&mut statements[n], &found);
        if told && statements[n].act == Act::Rumour {
            statements[n].act = Act::Assert;
        }
        // A name of one word is one, for want of an article.
        let upper = ground
            .prose
            .char(who[0].start)
            .is_some_and(char::is_uppercase);
        if who.len() == 1 && upper && !statements[n].named {
            statements[n].named = true;
            statements[n].source_kind = SourceKind::Organization;
        }
    }
}

/// Whether what is said is what a picture or a recording shows: "proved he was alive".
fn showing(ground: &Ground, one: &Proposed) -> bool {
    const SHOWS: &[&str] = &[
        "showed",
        "shows",
        "show",
        "proved",
        "proves",
        "prove",
        "featured",
        "depicted",
        "depicts",
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "contained",
        "confirmed",
        "confirms",
    ];
    one.content.first().is_some_and(|c| {
        let words = ground.prose.words(c.start as usize, c.end as usize);
        is(&words, 0, SHOWS)
    })
}

/// "The Guild called for their release. It said …": whoever opens the sentence before, where nobody spoke in it.
fn of_body(ground: &Ground, statements: &mut [Proposed], n: usize) {
    const FAR: usize = 12;
    const LEAD: usize = 8;
    let Some(cue) = statements[n].cue.clone() else {
        return;
    };
    let source = statements[n].source.clone();
    let (start, end) = ground.prose.sentence(cue.start as usize);
    let own = ground.prose.words(start, cue.end as usize);
    let it = is(&own, 0, &["it"]) && own.len() <= 4 && own.iter().all(|w| w.after.is_empty());
    let gap = start < 3
        || ground
            .prose
            .slice(start.saturating_sub(1), start + 1)
            .contains('\n');
    if !it || gap {
        return;
    }
    let (from, to) = ground.prose.sentence(start - 2);
    if source.as_ref().is_some_and(|q| q.start as usize >= from) {
        return;
    }
    let words = ground.prose.words(from, to);
    // "In a statement, the Guild".
    let led = is(&words, 0, &["in", "on", "at", "after", "from"]);
    let comma = words
        .iter()
        .take(LEAD)
        .position(|w| w.after.starts_with(','));
    let first = match comma {
        Some(k) if led => k + 1,
        _ if led => return,
        _ => 0,
    };
    let verb = (first + 1..words.len().min(first + FAR)).find(|&k| verbal(ground, &words[k]));
    let Some(verb) = verb.filter(|&v| words[first..v].iter().all(|w| w.after.is_empty())) else {
        return;
    };
    let content = (cue.start as usize, cue.end as usize);
    let Some(found) = whose(ground, &words[first..verb], &words[verb], content) else {
        return;
    };
    let body = found.named
        && matches!(
            found.source_kind,
            SourceKind::Organization | SourceKind::Group | SourceKind::State | SourceKind::Outlet
        );
    if !body {
        return;
    }
    // Whatever the sentence goes on to say is its own too.
    for s in statements.iter_mut() {
        let here = s
            .cue
            .as_ref()
            .is_some_and(|c| start <= c.start as usize && (c.end as usize) <= end);
        if here && s.source == source && s.act != Act::Rumour {
            takes(s, &found);
        }
    }
}

/// "Said X, the senator who first reported it": X.
fn of_apposed(ground: &Ground, statements: &mut [Proposed], n: usize) {
    let Some(source) = statements[n]
        .source
        .clone()
        .filter(|_| !statements[n].named)
    else {
        return;
    };
    let (start, _) = ground.prose.sentence(source.start as usize);
    let before = ground.prose.words(start, source.start as usize);
    let Some(mut last) = before.len().checked_sub(1) else {
        return;
    };
    // The article may stand outside.
    if is(&before, last, &["the", "a", "an"]) && last > 0 {
        last -= 1;
    }
    let comma = before[last].end;
    let behind = ground
        .prose
        .words(source.end as usize, source.end as usize + 8);
    // A post, and nobody who only stands beside the name.
    let post = source
        .text
        .split_whitespace()
        .any(|w| ground.pack.human(&w.to_lowercase()));
    if !before[last].after.starts_with(',') || !is(&behind, 0, &["who"]) || !post {
        return;
    }
    let named = |s: &Proposed| {
        s.named
            && s.source_kind != SourceKind::Outlet
            && s.source.as_ref().is_some_and(|q| {
                let (a, b) = (q.start as usize, q.end as usize);
                a < comma && (b == comma || b > comma && b <= source.end as usize)
            })
    };
    let other = statements.iter().find(|s| named(s)).cloned();
    let Some(other) = other.or_else(|| by_name(ground, &statements[n], &before[..=last])) else {
        return;
    };
    for s in statements.iter_mut() {
        if s.source.as_ref() == Some(&source) {
            takes(s, &other);
        }
    }
}

/// "Was responding to Mara Feld, the union's head, who has said": the name before the comma.
fn by_name(ground: &Ground, one: &Proposed, before: &[Word]) -> Option<Proposed> {
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let end = before.len();
    let from = (end.saturating_sub(4)..end)
        .rev()
        .take_while(|&k| upper(&before[k]) && (k + 1 == end || before[k].after.is_empty()))
        .last()?;
    let quoted = ground.prose.quoted(before[from].start, before[end - 1].end);
    let form = Form::new(&quoted.text);
    let body = ground.listed.find(&form, ground.titles).is_some()
        || form.words.iter().any(|w| ground.titles.is_adjective(w))
        || ground.titles.is_generic(&form);
    let person = ground.titles.person(&form);
    (!body && person.words.len() >= 2 && end - from >= 2).then(|| Proposed {
        source: Some(quoted),
        source_name: Some(person.shown),
        source_kind: SourceKind::Official,
        named: true,
        ..one.clone()
    })
}

/// "Told reporters that a nurse had informed her. …, she said": whoever was told, and no teller within her words.
fn of_outer(ground: &Ground, statements: &mut [Proposed], n: usize) {
    const WOMEN: &[&str] = &[
        "woman",
        "wife",
        "mother",
        "sister",
        "daughter",
        "widow",
        "aunt",
        "spokeswoman",
        "queen",
        "girl",
        "mrs",
        "ms",
    ];
    const MEN: &[&str] = &[
        "man",
        "husband",
        "father",
        "brother",
        "son",
        "uncle",
        "spokesman",
        "king",
        "boy",
        "mr",
    ];
    let (Some(source), Some(cue)) = (&statements[n].source, &statements[n].cue) else {
        return;
    };
    let at = cue.start as usize;
    let near = ground
        .prose
        .words(at.saturating_sub(6), cue.end as usize + 5);
    let cue_at = near.iter().position(|w| w.start <= at && at < w.end);
    let Some(pronoun) = cue_at.and_then(|k| {
        [k.checked_sub(1), Some(k + 1)]
            .into_iter()
            .flatten()
            .find(|&p| is(&near, p, &["he", "she"]))
            .map(|p| near[p].folded.clone())
    }) else {
        return;
    };
    let of = |q: &str, any: &[&str]| {
        q.to_lowercase()
            .split_whitespace()
            .any(|w| any.contains(&w.trim_end_matches(',')))
    };
    let (own, other) = if pronoun == "she" {
        (WOMEN, MEN)
    } else {
        (MEN, WOMEN)
    };
    let outer = statements.iter().position(|o| {
        let person = !matches!(
            o.source_kind,
            SourceKind::Organization | SourceKind::Outlet | SourceKind::State | SourceKind::Group
        );
        let inside = |c: &crate::extraction::Quoted| c.start <= source.start && source.end <= c.end;
        let earlier = o.cue.as_ref().is_some_and(|c| c.end < cue.start);
        person && earlier && o.source.is_some() && o.content.iter().any(inside)
            // Their own words hold them, where this is said within.
            && !o.content.iter().any(|c| c.start <= cue.start && cue.end <= c.end)
    });
    let Some(o) = outer else {
        return;
    };
    let theirs = statements[o]
        .source
        .as_ref()
        .map_or("", |q| q.text.as_str());
    let fits = !of(theirs, other) && (!of(&source.text, own) || of(theirs, own));
    if fits && !matches!(theirs, "" | "they") {
        let other = statements[o].clone();
        takes(&mut statements[n], &other);
    }
}

fn takes(one: &mut Proposed, other: &Proposed) {
    one.source.clone_from(&other.source);
    one.source_name.clone_from(&other.source_name);
    one.source_kind = other.source_kind;
    one.named = other.named;
}
