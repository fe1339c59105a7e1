//! What somebody calls a rumour or a lie, and so denies: «توعدت الوزارة كل من يروج ما سمته "إشاعات" عن وفاته», «نددت الرئاسة بالأخبار
//! الكاذبة عن رحيله». The wordings are data (`packs/letters.ron`).

use super::embedded::{self, Saying, upto, whose};
use super::ground::Ground;
use super::letters::{self, Letters};
use super::prose::Word;
use super::voiced::enter;
use super::wordings::forms;
use crate::drafting::content::Words;
use crate::drafting::reading::{DISBELIEVED, LABELLED};
use crate::extraction::{Act, Proposed};

/// Adds what is so denied.
pub(super) fn labelled(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = letters::of() else {
        return;
    };
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        let forms = forms(&words, true);
        let saying = (0..words.len()).find_map(|n| {
            called(known, &words, &forms, n)
                .or_else(|| condemned(known, &words, &forms, n))
                .or_else(|| bidden(known, &words, &forms, n))
                .or_else(|| rejected(known, &words, &forms, n))
        });
        if let Some(saying) = saying {
            let one = whose(ground, statements, &words, &saying);
            let mark = match saying.act {
                Act::Opinion => DISBELIEVED,
                _ => LABELLED,
            };
            found.extend(one.map(|one| Proposed {
                id: format!("{mark}{}", words[saying.cue.0].start),
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
    let before = n.checked_sub(1)?;
    let that = words[before].folded.as_str();
    if !that.ends_with("ما") || that.chars().count() > 3 || !words[before].after.is_empty() {
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

/// «تهيب الوزارة بالمواطنين عدم الانسياق وراء ما تبثه الصفحات عن رحيله»: who bids others not to believe a report denies it.
fn bidden(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 10;
    let opens = n < 3 || !words[n - 1].after.is_empty() || words[n].folded.starts_with('و');
    let end = words.len();
    known.bids.at(forms, n, n + 1).filter(|_| opens)?;
    let heedless = (n + 2..end.min(n + FAR))
        .find_map(|k| known.heedless.at(forms, k, end).map(|w| (k, w.to)))?;
    let about = (heedless.1..end.min(heedless.1 + FAR))
        .find(|&k| known.about.at(forms, k, k + 1).is_some())?;
    let plain = words[n..about].iter().all(|w| w.after.is_empty());
    // «تهيب الوزارة بالمواطنين»: whom she bids is not who bids.
    let who = (n + 2..heedless.0)
        .find(|&k| words[k].folded.starts_with('ب') || words[k].folded.starts_with("الم"))
        .unwrap_or(heedless.0);
    let who = embedded::of().map_or(who, |e| upto(e, words, forms, n + 1, who));
    (plain && about + 1 < end && who > n + 1).then_some(Saying {
        cue: (n, n),
        who: (n + 1, who),
        said: about + 1,
        act: Act::Deny,
    })
}

/// «طعنت السفارة في صحة خبر رحيله», «لا ترى الوزارة ما يدعو إلى تصديق النبأ»: who rejects a report, or does not believe it.
fn rejected(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 10;
    let opens = n < 3
        || !words[n - 1].after.is_empty()
        || words[n].folded.starts_with('و')
        || matches!(
            words[n - 1].folded.as_str(),
            "فيما" | "بينما" | "حين" | "كما"
        );
    let end = words.len();
    let (verb, act) = match known.rejects.at(forms, n, end) {
        Some(_) => (n, Act::Deny),
        None => {
            let known = known.disbelieves.at(forms, n, end)?;
            let not = matches!(words[n].folded.trim_start_matches(['و', 'ف']), "لم" | "لا");
            (n + usize::from(not && known.to > n + 1), Act::Opinion)
        }
    };
    let report =
        (verb + 2..end.min(verb + FAR)).find(|&k| known.report.at(forms, k, k + 1).is_some())?;
    // «طعنت السفارة في صحة», «إلى تصديق خبر»: what leads to it is nobody.
    let lead = (verb + 1..report)
        .find(|&k| {
            let word = words[k].folded.as_str();
            matches!(word, "في" | "من" | "ما" | "الي" | "علي" | "ب" | "ان")
        })
        .unwrap_or(report);
    let who = embedded::of().map_or(lead, |e| upto(e, words, forms, verb + 1, lead));
    let quiet = words[n..report].iter().all(|w| w.after.is_empty());
    let more = report + 1 < end && words[report].after.is_empty();
    (opens && quiet && more && who > verb + 1).then_some(Saying {
        cue: (n, verb),
        who: (verb + 1, who),
        said: report,
        act,
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
    let head = words.get(verb + 1)?.folded.as_str();
    // «توعد الخباز» begins as «تهدد البلدية» does.
    let woman = head.ends_with('ه') || head.ends_with("ات");
    let hers = plain.ends_with('ت') || plain.starts_with('ت') && woman;
    let known = embedded::of()?;
    let to = upto(known, words, forms, verb + 1, n);
    // «توعدت الوزارة بملاحقة»: with what, is nobody.
    let with = |k: &usize| {
        let word = words[*k].folded.as_str();
        matches!(word, "كل" | "من" | "ما") || word.starts_with('ب') && word.chars().count() > 4
    };
    let to = (verb + 2..to).find(with).unwrap_or(to);
    let named = to > verb + 1 && !words[verb].folded.starts_with("ال");
    (named && hers == feminine && words[verb].after.is_empty()).then_some((verb + 1, to))
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn heard(text: &str) -> Option<(String, String, Act)> {
        let known = letters::of()?;
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let forms = forms(&words, true);
        let s = (0..words.len()).find_map(|n| {
            called(known, &words, &forms, n)
                .or_else(|| condemned(known, &words, &forms, n))
                .or_else(|| bidden(known, &words, &forms, n))
                .or_else(|| rejected(known, &words, &forms, n))
        })?;
        let who = prose.slice(words[s.who.0].start, words[s.who.1 - 1].end);
        Some((
            who,
            prose.slice(words[s.said].start, prose.len() - 1),
            s.act,
        ))
    }

    #[test]
    fn who_calls_a_report_a_rumour_denies_it() {
        let some = |a: &str, b: &str, act| Some((a.to_owned(), b.to_owned(), act));
        assert_eq!(
            heard("توعدت النقابة بمعاقبة كل من يردد ما سمته \"شائعات\" عن حريق الفرن."),
            some("النقابة", "حريق الفرن", Act::Deny)
        );
        assert_eq!(
            heard("وتجاهل الخباز ما وصفته البلدية بأنه أكاذيب حول حريق الفرن."),
            some("البلدية", "حريق الفرن", Act::Deny)
        );
        assert_eq!(
            heard("ونددت النقابة بالأخبار الكاذبة عن حريق الفرن."),
            some("النقابة", "حريق الفرن", Act::Deny)
        );
        assert_eq!(
            heard("وطعنت النقابة في صحة خبر الحريق."),
            some("النقابة", "صحة خبر الحريق", Act::Deny)
        );
        assert_eq!(
            heard("ولم تصدق النقابة خبر الحريق."),
            some("النقابة", "خبر الحريق", Act::Opinion)
        );
        // Of another gender than the sentence's own verb: somebody else calls it so.
        assert_eq!(
            heard("توعد الخباز كل من يردد ما سمته \"شائعات\" عن الفرن."),
            None
        );
        assert_eq!(heard("ونددت النقابة بإغلاق الفرن."), None);
    }
}
