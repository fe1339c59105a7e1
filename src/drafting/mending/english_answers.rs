//! What somebody is asked in English and answers in a word: "asked whether the mill had burned, the miller said it had not".

use super::english_labels::called_untrue;
use super::english_relative::Relatives;
use super::english_unheard::{Found, is, of_that_one, whose};
use super::ground::Ground;
use super::prose::Word;
use super::voiced::enter;
use super::wordings::forms;
use crate::drafting::reading::LABELLED;
use crate::extraction::{Act, Proposed, Style};

/// "Asked whether the mill had burned, the miller said it had not": what was asked is what is answered.
pub(super) fn answers(ground: &Ground, known: &Relatives, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let Some(asked) = question(known, &words) else {
            continue;
        };
        let (said, stop) = (
            words[asked.verb].end,
            answer_end(ground, words[asked.verb].end),
        );
        let Some(act) = plainly(known, &ground.prose.words(said, stop)) else {
            continue;
        };
        let content = ground
            .prose
            .quoted(words[asked.from].start, words[asked.last].end);
        let met = statements.iter().position(|s| {
            let cue = s.cue.as_ref().is_some_and(|c| {
                c.start as usize >= words[asked.last].end && (c.start as usize) < stop
            });
            cue && s.nested_in.is_none()
        });
        if let Some(n) = met {
            let s = &mut statements[n];
            s.content = vec![content];
            s.act = act;
            s.style = Style::Indirect;
            if act == Act::Deny {
                called_untrue(statements, n);
            }
            continue;
        }
        let who = &words[asked.last + 1..asked.verb];
        let at = (content.start as usize, content.end as usize);
        let one = whose(ground, who, &words[asked.verb], at).or_else(|| {
            let said = &words[asked.last + 1..];
            let verb = who.len();
            let found = Found {
                subject: verb,
                cue: (verb, verb),
                content: verb + 1,
                act,
            };
            of_that_one(ground, statements, said, &found)
        });
        found.extend(one.filter(|_| start < stop).map(|one| {
            let id = if act == Act::Deny {
                format!("{LABELLED}{}", one.id)
            } else {
                one.id.clone()
            };
            Proposed {
                id,
                content: vec![content],
                act,
                ..one
            }
        }));
    }
    enter(statements, found);
}

/// What somebody is asked, and the verb of the answer.
struct Asked {
    from: usize,
    last: usize,
    verb: usize,
}

fn question(known: &Relatives, words: &[Word]) -> Option<Asked> {
    const NEAR: usize = 6;
    const WHO: usize = 12;
    // Behind a dateline, or first.
    let ask = (0..words.len().min(NEAR)).find(|&k| {
        is(words, k, &["asked", "pressed", "questioned"])
            && (k == 0 || words[k - 1].after.contains(['–', '—', '-']))
    })?;
    let said = forms(words, false);
    let from =
        1 + (ask + 1..words.len().min(ask + NEAR)).find(|&k| is(words, k, &["whether", "if"]))?;
    // "Whether it might have burned": no plain answer is of that.
    if (from..words.len()).any(|k| known.modal.at(&said, k, k + 1).is_some()) {
        return None;
    }
    (from + 2..words.len())
        .filter(|&k| words[k].after == ",")
        .find_map(|last| {
            let verb = (last + 2..words.len().min(last + WHO))
                .find(|&k| known.replies.at(&said, k, k + 1).is_some())?;
            let quiet = words[last + 1..verb].iter().all(|w| w.after.is_empty());
            quiet.then_some(Asked { from, last, verb })
        })
}

/// Where an answer ends: with its quotation, or with the sentence.
fn answer_end(ground: &Ground, from: usize) -> usize {
    const NEAR: usize = 30;
    let quote = |k: &usize| matches!(ground.prose.char(*k), Some('"' | '“' | '”'));
    let stop = ground.prose.sentence(from).1;
    let open = (from..(from + NEAR).min(stop)).find(quote);
    let close = open.and_then(|o| (o + 1..ground.prose.len()).find(quote));
    close.unwrap_or(stop)
}

/// Yes or no, and nothing else.
fn plainly(known: &Relatives, words: &[Word]) -> Option<Act> {
    const LONG: usize = 5;
    let said = forms(words, false);
    let any = |of: &crate::drafting::content::Wordings| {
        (0..words.len()).any(|k| of.at(&said, k, k + 1).is_some())
    };
    if words.is_empty() || words.len() > LONG || any(&known.evades) {
        return None;
    }
    match (any(&known.no), any(&known.yes)) {
        (true, false) => Some(Act::Deny),
        (false, true) => Some(Act::Confirm),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::english_relative::of;
    use super::super::prose::tests::words;
    use super::*;

    #[test]
    fn a_plain_answer_is_of_what_was_asked() {
        let asked = |text: &str| {
            let (prose, words) = words(text);
            let a = question(of()?, &words)?;
            let act = plainly(of()?, &words[a.verb + 1..])?;
            Some((prose.slice(words[a.from].start, words[a.last].end), act))
        };
        assert_eq!(
            asked("Asked on Friday whether the mill had burned, the miller said it had not"),
            Some(("the mill had burned".to_owned(), Act::Deny))
        );
        assert_eq!(
            asked("Asked if the mill had burned, she answered: yes"),
            Some(("the mill had burned".to_owned(), Act::Confirm))
        );
        assert_eq!(
            asked("Asked whether the mill had burned, he said he did not know"),
            None
        );
        assert_eq!(asked("Asked about the mill, he said it had not"), None);
    }
}
