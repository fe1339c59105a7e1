//! What somebody calls a rumour or a lie, and so denies: «توعدت الوزارة كل من يروج ما سمته "إشاعات" عن وفاته», «نددت الرئاسة بالأخبار
//! الكاذبة عن رحيله». The wordings are data (`packs/letters.ron`).

use super::embedded::{self, Saying, upto, whose};
use super::ground::Ground;
use super::letters::{self, Letters};
use super::prose::Word;
use super::voiced::enter;
use super::wordings::forms;
use crate::drafting::content::Words;
use crate::drafting::reading::LABELLED;
use crate::extraction::{Act, Proposed};

/// Adds what is so denied.
pub(super) fn labelled(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = letters::of() else {
        return;
    };
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        let forms = forms(&words, true);
        let saying = (1..words.len()).find_map(|n| {
            called(known, &words, &forms, n).or_else(|| condemned(known, &words, &forms, n))
        });
        if let Some(saying) = saying {
            let one = whose(ground, statements, &words, &saying);
            found.extend(one.map(|one| Proposed {
                id: format!("{LABELLED}{}", words[saying.cue.0].start),
                ..one
            }));
        }
    }
    enter(statements, found);
}

/// Where what is called untrue begins: behind "about", right behind what it is called.
fn of_what(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<usize> {
    let end = words.len();
    let to = known.untrue.at(forms, n, end)?.to;
    let about = (to..end.min(to + 3)).find(|&k| known.about.at(forms, k, k + 1).is_some())?;
    (about + 1 < end).then_some(about + 1)
}

/// «ما سمته "إشاعة" عن»; «ما وصفته الوزارة بأنه أكاذيب حول»: who calls it so stands between, or is who the sentence is of.
fn called(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 8;
    let that = words[n - 1].folded.as_str();
    if !that.ends_with("ما") || that.chars().count() > 3 || !words[n - 1].after.is_empty() {
        return None;
    }
    known.calls.at(forms, n, words.len())?;
    let (noun, said) = (n + 1..words.len().min(n + FAR))
        .find_map(|k| Some((k, of_what(known, words, forms, k)?)))?;
    let by = (n + 1..noun)
        .find(|&k| words[k].folded.starts_with("بان"))
        .unwrap_or(noun);
    let who = if by > n + 1 {
        (n + 1, by)
    } else {
        let feminine = words[n].folded.ends_with("ته") || words[n].folded.starts_with('ت');
        subject(words, forms, n, feminine)?
    };
    Some(Saying {
        cue: (n, n),
        who,
        said,
        act: Act::Deny,
    })
}

/// «نددت الوزارة بالشائعات عن»: what is condemned is called untrue.
fn condemned(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 9;
    let judged = super::judged::of(true)?;
    let opens = n < 3 || !words[n - 1].after.is_empty() || words[n].folded.starts_with('و');
    judged.commits.at(forms, n, n + 1).filter(|_| opens)?;
    let (noun, said) = (n + 2..words.len().min(n + FAR))
        .find_map(|k| Some((k, of_what(known, words, forms, k)?)))?;
    let plain = words[n..noun].iter().all(|w| w.after.is_empty());
    plain.then(|| Saying {
        cue: (n, n),
        who: (
            n + 1,
            embedded::of().map_or(noun, |e| upto(e, words, forms, n + 1, noun)),
        ),
        said,
        act: Act::Deny,
    })
}

/// Whom a sentence is of that begins with its verb, if that is of the same gender.
fn subject(words: &[Word], forms: &Words, n: usize, feminine: bool) -> Option<(usize, usize)> {
    const FAR: usize = 4;
    // «من جهتها، توعدت الوزارة».
    let lead = (0..n.min(FAR)).find(|&k| words[k].after.contains(['،', ',']));
    let short = matches!(
        words[0].folded.trim_start_matches('و'),
        "من" | "في" | "بدوره" | "بدورها" | "كذلك" | "كما"
    );
    let verb = lead.filter(|_| short).map_or(0, |k| k + 1);
    let plain = words[verb].folded.trim_start_matches(['و', 'ف']);
    let hers = plain.ends_with('ت') || plain.starts_with('ت');
    let known = embedded::of()?;
    let to = upto(known, words, forms, verb + 1, n);
    // «توعدت الوزارة بملاحقة»: with what, is nobody.
    let with =
        |k: &usize| words[*k].folded.starts_with('ب') && words[*k].folded.chars().count() > 4;
    let to = (verb + 2..to).find(with).unwrap_or(to);
    let named = to > verb + 1 && !words[verb].folded.starts_with("ال");
    (named && hers == feminine && words[verb].after.is_empty()).then_some((verb + 1, to))
}
