//! Contents that ran on: past the relative clause in which a saying is told («رواية السلطات التي تقول إنه حي، ولا رواية الحزب»), or into
//! words that are not those of whom «ما أوردته الصحف» points at.

use super::ground::Ground;
use super::prose::Word;
use crate::extraction::{Proposed, Quoted};

/// Ends such contents where what they are told in goes on.
pub(super) fn bounded(ground: &Ground, statements: &mut Vec<Proposed>) {
    statements.retain(|one| !pointed_at(ground, one));
    for one in statements.iter_mut() {
        let Some(cue) = &one.cue else {
            continue;
        };
        let (start, end) = ground.prose.sentence(cue.start as usize);
        let words = ground.prose.words(start, end);
        let Some(v) = words.iter().position(|w| w.end > cue.start as usize) else {
            continue;
        };
        let late = one.content.first().and_then(|c| late(ground, &words, v, c));
        if let (Some(from), Some(content)) = (late, one.content.first_mut()) {
            *content = ground.prose.quoted(from, content.end as usize);
        }
        let relative = v > 0
            && matches!(
                words[v - 1].folded.as_str(),
                "الذي" | "التي" | "اللذين" | "اللتين" | "الذين" | "اللذان"
            );
        // «أما الذي قال إن …، ولم …»: the relative is of whom the sentence is.
        if !relative || v < 3 {
            continue;
        }
        for content in &mut one.content {
            // What is quoted ends with its quotation.
            let before = (content.start as usize).checked_sub(1);
            let opened = before.and_then(|k| ground.prose.char(k));
            if matches!(opened, Some('«' | '"' | '“')) {
                continue;
            }
            let (from, to) = (content.start as usize, content.end as usize);
            let last = words
                .iter()
                .enumerate()
                .filter(|(_, w)| w.start >= from && w.end < to)
                .find(|(k, w)| comma(w) && words.get(k + 1).is_some_and(goes_on))
                .map(|(_, w)| w.end);
            if let Some(last) = last {
                *content = ground.prose.quoted(from, last);
            }
        }
    }
}

/// «علق المجلس بأن البرج «تحت الماء»»: where what is said begins, of which only the quotation was taken.
fn late(ground: &Ground, words: &[Word], v: usize, content: &Quoted) -> Option<usize> {
    const SHORT: usize = 4;
    let at = content.start as usize;
    let opened = at.checked_sub(1).and_then(|k| ground.prose.char(k));
    let first = words.iter().position(|w| w.start >= at)?;
    let that = (v + 1..first)
        .rev()
        .find(|&k| matches!(words[k].folded.as_str(), "بان" | "ان"))?;
    let quiet = words[that..first].iter().all(|w| w.after.is_empty());
    let quoted = matches!(opened, Some('«' | '"' | '“'));
    (quoted && quiet && that + 1 < first && first - that <= SHORT).then(|| words[that + 1].start)
}

fn comma(word: &Word) -> bool {
    word.after.contains(['،', ',', '؛'])
}

/// Whether a word goes on with the clause round the relative: «ولا», «فلم», «لكن».
fn goes_on(word: &Word) -> bool {
    matches!(
        word.folded.as_str(),
        "ولا" | "ولم"
            | "فلم"
            | "فلا"
            | "لكن"
            | "ولكن"
            | "غير"
            | "الا"
            | "بينما"
            | "فيما"
            | "وبين"
            | "ولن"
            | "اذ"
    )
}

/// «استنادا إلى ما أوردته الصحف، و«لا علم لنا»»: what they wrote is what stands before.
fn pointed_at(ground: &Ground, one: &Proposed) -> bool {
    let (Some(cue), Some(source), Some(content)) = (&one.cue, &one.source, one.content.first())
    else {
        return false;
    };
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let before = ground.prose.words(start, cue.start as usize);
    let what = before
        .last()
        .is_some_and(|w| matches!(w.folded.as_str(), "ما" | "مما" | "بما" | "عما" | "لما"));
    let verb = ground.prose.words(cue.start as usize, cue.end as usize + 3);
    let pronoun = verb.first().is_some_and(|w| w.folded.ends_with('ه'));
    let between = ground
        .prose
        .slice(source.end as usize, content.start as usize);
    let apart = between.contains(['،', ',']) && between.contains(['«', '"', '“']);
    what && pronoun && source.start > cue.start && content.start > source.end && apart
}
