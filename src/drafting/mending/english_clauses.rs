//! English clauses within what was taken for one saying: a clause of a life in a long quotation ("…, but he is alive"), what goes on behind
//! an aside ("…, she said, and the dough was lost"), what else the speaker did ("and on Friday released a photograph"), and what the speaker
//! cannot tell ("… but could not say who").

use super::english_answers::answers;
use super::english_labels::labels;
use super::english_relative::{Relatives, of};
use super::english_unheard::is;
use super::ground::Ground;
use super::prose::Word;
use super::withheld::unable;
use super::wordings::forms;
use crate::extraction::{Proposed, Style};

/// Puts the proposals of a text right.
pub(super) fn clauses(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = of() else {
        return;
    };
    for one in statements.iter_mut() {
        to_deed(ground, known, one);
    }
    labels(ground, known, statements);
    answers(ground, known, statements);
    cannot_tell(ground, statements);
    behind_aside(ground, statements);
    plain_clause(ground, known, statements);
}

/// Cuts a saying in two at `from`, its first part ending at `end`; the number of the second.
pub(super) fn part_off(
    ground: &Ground,
    statements: &mut Vec<Proposed>,
    n: usize,
    end: usize,
    from: usize,
) -> Option<usize> {
    let one = statements.get(n)?;
    let (first, last) = (one.content.first()?, one.content.last()?);
    let (start, stop) = (first.start as usize, last.end as usize);
    let second = Proposed {
        id: format!("u{from}"),
        cue_also: Vec::new(),
        content: vec![ground.prose.quoted(from, stop)],
        mentions: Vec::new(),
        ..one.clone()
    };
    let whole = one.id.clone();
    // What stands inside and begins behind the cut stands inside the second.
    for s in statements.iter_mut() {
        let later = s.content.iter().all(|c| c.start as usize >= from);
        if s.nested_in.as_ref() == Some(&whole) && later {
            s.nested_in = Some(second.id.clone());
        }
    }
    statements[n].content = vec![ground.prose.quoted(start, end)];
    statements.insert(n + 1, second);
    Some(n + 1)
}

/// "The oven cracked, she said, and the dough was lost": two statements of one voice.
fn behind_aside(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut n = 0;
    while n < statements.len() {
        let one = &statements[n];
        n += 1;
        let (Some(cue), [first, second], false) =
            (&one.cue, &one.content[..], one.style == Style::Direct)
        else {
            continue;
        };
        let words = ground
            .prose
            .words(second.start as usize, second.end as usize);
        if first.end > cue.start || second.start < cue.end || !own_clause(ground, &words, 0) {
            continue;
        }
        let (end, from) = (first.end as usize, words[1].start);
        if let Some(next) = part_off(ground, statements, n - 1, end, from) {
            n = next + 1;
        }
    }
}

/// Subjects that no verb has for its object.
const SUBJECTS: &[&str] = &["he", "she", "it", "they", "we", "i", "there", "nobody"];

/// Whether "and" or "but" at `k` joins a clause with a subject of its own: "and the dough was lost", not "and was lost".
fn own_clause(ground: &Ground, words: &[Word], k: usize) -> bool {
    const SHORT: usize = 4;
    const OPENS: &[&str] = &[
        "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "these", "those",
        "no", "one", "two", "three",
    ];
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    is(words, k, &["and", "but"])
        && words.len() >= k + SHORT
        && (is(words, k + 1, OPENS)
            || is(words, k + 1, SUBJECTS)
            || words.get(k + 1).is_some_and(upper))
}

/// "He sits by the door and does not eat, but he is alive": the short clause of a life or a custody in what is quoted at length is a statement of its own.
fn plain_clause(ground: &Ground, known: &Relatives, statements: &mut Vec<Proposed>) {
    let mut n = 0;
    while n < statements.len() {
        let one = &statements[n];
        n += 1;
        let ([content], true) = (&one.content[..], one.style == Style::Direct) else {
            continue;
        };
        let (start, end) = (content.start as usize, content.end as usize);
        let words = ground.prose.words(start, end);
        let Some((from, to)) = vital(ground, known, &words) else {
            continue;
        };
        let (first, last) = (words[from].start, words[to].end);
        let held = |s: &Proposed| {
            let mut all = s.content.iter();
            all.any(|c| first < c.end as usize && (c.start as usize) < last)
        };
        // Somebody else's within it.
        if statements
            .iter()
            .any(|s| s.nested_in.as_ref() == Some(&one.id) && held(s))
        {
            continue;
        }
        let clause = Proposed {
            id: format!("u{first}"),
            cue_also: Vec::new(),
            content: vec![ground.prose.quoted(first, last)],
            mentions: Vec::new(),
            ..one.clone()
        };
        let before = words[..from]
            .iter()
            .rposition(|w| !matches!(w.folded.as_str(), "and" | "but"));
        let rest = [
            before.map(|k| ground.prose.quoted(start, words[k].end)),
            (to + 1..words.len())
                .find(|&k| !is(&words, k, &["and", "but"]))
                .map(|k| ground.prose.quoted(words[k].start, end)),
        ];
        statements[n - 1].content = rest.into_iter().flatten().collect();
        statements.insert(n, clause);
        n += 1;
    }
}

/// Between a subject and what it is.
pub(super) const BE: &[&str] = &["is", "was", "are", "were", "has", "had"];

/// The first and last word of a clause of few words that says of somebody that he lives, is dead, is free, where most of a quotation says other things.
fn vital(ground: &Ground, known: &Relatives, words: &[Word]) -> Option<(usize, usize)> {
    const LONG: usize = 6;
    const PART: usize = 5;
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let begins = |k: usize| {
        let before = words[k - 1].after.as_str();
        before.contains(['.', '?', '!', ';']) && upper(&words[k])
            || before == "," && is(words, k, SUBJECTS) && is(words, k + 1, BE)
            || is(words, k - 1, &["and", "but"]) && is(words, k, SUBJECTS)
    };
    let said = forms(words, false);
    let all = words.last()?.end - words.first()?.start;
    let starts: Vec<usize> = (0..words.len()).filter(|&k| k == 0 || begins(k)).collect();
    starts.iter().enumerate().find_map(|(n, &from)| {
        let next = starts.get(n + 1).copied().unwrap_or(words.len());
        let to = (from..next)
            .rev()
            .find(|&k| !is(words, k, &["and", "but"]))?;
        // Up to a comma: "he is dead, God have mercy on him".
        let to = (from..to).find(|&k| words[k].after == ",").unwrap_or(to);
        let of_life = (from + 1..=to).any(|k| known.vital.at(&said, k, k + 1).is_some());
        // What is not so, or only if, wants the words around it; so does what follows a hedge.
        let turned = (from..=to).any(|k| {
            known.evades.at(&said, k, k + 1).is_some()
                || known.no.at(&said, k, k + 1).is_some()
                || known.modal.at(&said, k, k + 1).is_some()
        });
        let led = n.checked_sub(1).is_none_or(|p| {
            let before = starts[p]..from;
            words[from - 1].after != ","
                || before.clone().any(|k| is(words, k, BE))
                    && !before
                        .clone()
                        .any(|k| known.modal.at(&said, k, k + 1).is_some())
        });
        let few = to - from < LONG && (words[to].end - words[from].start) * PART < all;
        (of_life && few && !turned && led && (is(words, from, SUBJECTS) || upper(&words[from])))
            .then_some((from, to))
    })
}

/// "Said it held the mill and on Friday released a photograph": what else is done is not said.
fn to_deed(ground: &Ground, known: &Relatives, one: &mut Proposed) {
    ends_at(ground, one, |words| deed(known, words)?.checked_sub(1));
}

/// Ends reported speech that follows its cue at the word that is found in it.
pub(super) fn ends_at(
    ground: &Ground,
    one: &mut Proposed,
    last: impl FnOnce(&[Word]) -> Option<usize>,
) {
    let (Some(cue), [content], false) =
        (&one.cue, &mut one.content[..], one.style == Style::Direct)
    else {
        return;
    };
    let (start, end) = (content.start as usize, content.end as usize);
    if content.start < cue.end {
        return;
    }
    let words = ground.prose.words(start, end);
    if let Some(at) = last(&words) {
        *content = ground.prose.quoted(start, words[at].end);
    }
}

/// Where "and" joins what somebody does besides saying.
fn deed(known: &Relatives, words: &[Word]) -> Option<usize> {
    let said = forms(words, false);
    let end = words.len();
    (1..end.saturating_sub(2)).find(|&k| {
        if !is(words, k, &["and"]) {
            return false;
        }
        let mut v = k + 1;
        while let Some(adverb) = known.adverbs.at(&said, v, end) {
            v = adverb.to;
        }
        let timed = v > k + 1;
        // "Had burned it and released": what was done, or what was said to be.
        let held = is(words, k - 1, &["it", "he", "she", "they"])
            || words[..k].iter().any(|w| {
                matches!(
                    w.folded.as_str(),
                    "had" | "has" | "have" | "having" | "who" | "which" | "that" | "to"
                )
            });
        let done = known.deeds.at(&said, v, end).map(|w| w.to);
        done.is_some_and(|to| to < end) && (timed || !held)
    })
}

/// "Said it had found the boat but could not say who sank it": the second is what the speaker cannot tell.
fn cannot_tell(ground: &Ground, statements: &mut Vec<Proposed>) {
    const SHORT: usize = 3;
    let mut n = 0;
    while n < statements.len() {
        let one = &statements[n];
        n += 1;
        let (Some(cue), [content], false) =
            (&one.cue, &one.content[..], one.style == Style::Direct)
        else {
            continue;
        };
        let (start, end) = (content.start as usize, content.end as usize);
        let words = ground.prose.words(start, end);
        if content.start < cue.end || !is(&words, 0, &["it", "he", "she", "they", "we"]) {
            continue;
        }
        let found = (SHORT..words.len()).find_map(|k| {
            let joined = is(&words, k, &["and", "but"]);
            let found = unable(&words, k + 1).filter(|_| joined)?;
            // "And could not confirm it": of that alone nobody sees what is not said.
            (found.content + SHORT <= words.len()).then_some((k, found))
        });
        let Some((k, found)) = found else {
            continue;
        };
        let (from, to) = (words[found.cue.0].start, words[found.cue.1].end);
        let met = statements.iter().any(|s| {
            let all = s.cue.iter().chain(&s.content);
            s.id != one.id
                && all.into_iter().any(|q| {
                    (q.start as usize) < to && from < q.end as usize && q.start as usize > start
                })
        });
        if met {
            continue;
        }
        let second = Proposed {
            id: format!("n{from}"),
            cue: Some(ground.prose.quoted(from, to)),
            cue_also: Vec::new(),
            content: vec![ground.prose.quoted(words[found.content].start, end)],
            act: found.act,
            mentions: Vec::new(),
            ..one.clone()
        };
        statements[n - 1].content = vec![ground.prose.quoted(start, words[k - 1].end)];
        statements.insert(n, second);
        n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::prose::tests::words;
    use super::*;

    #[test]
    fn what_else_is_done_is_not_said() {
        let cut = |text: &str| {
            let (prose, words) = words(text);
            deed(of()?, &words).map(|k| prose.slice(0, words[k - 1].end))
        };
        assert_eq!(
            cut("the mill is whole and on Friday released a photograph of it").as_deref(),
            Some("the mill is whole")
        );
        assert_eq!(
            cut("they were in the mill and published a list of sacks").as_deref(),
            Some("they were in the mill")
        );
        assert_eq!(cut("the miller had lied and released a list"), None);
        assert_eq!(cut("the mill is whole and on Friday burned"), None);
    }
}
