//! What English speakers call a thing: "dismissed it as a fairy tale", "called the count an invention", "a fire that the guild describes as arson".

use super::english_clauses::BE;
use super::english_relative::Relatives;
use super::english_unheard::{is, whose};
use super::ground::Ground;
use super::voiced::enter;
use super::wordings::forms;
use crate::drafting::reading::LABELLED;
use crate::extraction::{Act, Proposed};

/// Puts such sayings right, and adds what is told so in a relative clause.
pub(super) fn labels(ground: &Ground, known: &Relatives, statements: &mut Vec<Proposed>) {
    for n in 0..statements.len() {
        with_label(ground, known, &mut statements[n]);
        if untrue(ground, known, &statements[n]) {
            called_untrue(statements, n);
        }
    }
    likened(ground, known, statements);
}

/// "Dismissed it as a fairy tale", "called that an old trick": what it is called is said, where that is more than what it is called of.
fn with_label(ground: &Ground, known: &Relatives, one: &mut Proposed) {
    const SHORT: usize = 3;
    const LONG: usize = 14;
    let (Some(cue), [content]) = (&one.cue, &mut one.content[..]) else {
        return;
    };
    let verb = ground.prose.words(cue.start as usize, cue.end as usize);
    let (direct, as_what) = (
        known
            .calls
            .at(&forms(&verb, false), 0, verb.len())
            .is_some(),
        known
            .likens
            .at(&forms(&verb, false), 0, verb.len())
            .is_some(),
    );
    let near = content.start >= cue.end && content.start <= cue.end + 2;
    if !near || !(direct || as_what) {
        return;
    }
    let (_, stop) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(content.start as usize, stop);
    let own = words
        .iter()
        .filter(|w| w.end <= content.end as usize)
        .count();
    let Some(at) = own.checked_sub(1) else {
        return;
    };
    let marked = !words[at].after.trim_matches(['"', '“']).is_empty();
    let from = own + usize::from(is(&words, own, &["as"]));
    let led = from > own || direct && !as_what;
    let over = is(
        &words,
        from,
        &[
            "and", "but", "when", "while", "after", "in", "on", "at", "by", "to",
        ],
    );
    if own > SHORT || marked || !led || over {
        return;
    }
    let last = (from..words.len())
        .find(|&k| {
            !words[k].after.is_empty()
                || is(&words, k + 1, &["and", "but", "when", "while", "after"])
        })
        .or((from < words.len()).then_some(words.len() - 1));
    let Some(last) = last.filter(|k| k - from < LONG && k - from >= own) else {
        return;
    };
    *content = ground.prose.quoted(content.start as usize, words[last].end);
}

/// "Called the count an invention".
fn untrue(ground: &Ground, known: &Relatives, one: &Proposed) -> bool {
    let (Some(cue), [content]) = (&one.cue, &one.content[..]) else {
        return false;
    };
    let verb = ground.prose.words(cue.start as usize, cue.end as usize);
    let words = ground
        .prose
        .words(content.start as usize, content.end as usize);
    let said = forms(&words, false);
    let near = content.start >= cue.end && content.start <= cue.end + 2;
    near && known
        .calls
        .at(&forms(&verb, false), 0, verb.len())
        .is_some()
        && words.len() > 1
        && known
            .untrue
            .at(&said, words.len() - 1, words.len())
            .is_some()
}

/// Marks a saying as one that denies what it conveys.
pub(super) fn called_untrue(statements: &mut [Proposed], n: usize) {
    let was = statements[n].id.clone();
    let id = format!("{LABELLED}{was}");
    for s in statements.iter_mut() {
        if s.nested_in.as_ref() == Some(&was) {
            s.nested_in = Some(id.clone());
        }
    }
    statements[n].id = id;
    statements[n].act = Act::Deny;
}

/// "A fire that the guild describes as arson": what the guild says it was.
fn likened(ground: &Ground, known: &Relatives, statements: &mut Vec<Proposed>) {
    const WHO: usize = 8;
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        let said = forms(&words, false);
        let seen = (0..words.len()).find_map(|k| {
            let relative = is(&words, k, &["that", "which", "what"]);
            let verb = (k + 2..words.len().min(k + WHO)).find(|&v| {
                is(&words, v, &["describe", "describes", "described"]) && is(&words, v + 1, &["as"])
            })?;
            let quiet = words[k..verb].iter().all(|w| w.after.is_empty());
            let other = (k + 1..verb)
                .any(|m| is(&words, m, BE) || known.replies.at(&said, m, m + 1).is_some());
            (relative && quiet && !other).then_some((k, verb))
        });
        let Some((k, verb)) = seen else {
            continue;
        };
        let from = verb + 2;
        let last = (from..words.len()).find(|&m| {
            !words[m].after.is_empty() || is(&words, m + 1, &["and", "but", "when", "while"])
        });
        let last = last.unwrap_or(words.len().saturating_sub(1));
        let (Some(first), Some(end)) = (words.get(from), words.get(last)) else {
            continue;
        };
        let content = (first.start, end.end);
        let met = statements.iter().any(|s| {
            s.cue
                .as_ref()
                .is_some_and(|c| c.start as usize == words[verb].start)
        });
        if !met && is(&words, from, &["a", "an", "the"]) {
            let one = whose(ground, &words[k + 1..verb], &words[verb], content);
            found.extend(one);
        }
    }
    enter(statements, found);
}
