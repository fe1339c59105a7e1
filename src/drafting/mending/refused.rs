//! What somebody would not say, or said no more to than yes or no: «لم تشأ الإدارة أن تقول إن كان …», «تجنب الناطق الإجابة عما إذا …»,
//! «يجيب المرصد بنعم». The wordings are data (`packs/letters.ron`).

use super::arabic::fronted;
use super::embedded::{self, Saying, upto, whose};
use super::ground::Ground;
use super::letters::{self, Letters};
use super::parted::shares_cue;
use super::positions::clause_end;
use super::prose::Word;
use super::unheard::made;
use super::voiced::enter;
use super::wordings::forms;
use crate::drafting::content::Words;
use crate::drafting::reading::{LABELLED, PLAIN, UNTOLD};
use crate::extraction::{Act, Proposed};

/// Adds what was not said, and plain answers.
pub(super) fn refused(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = letters::of() else {
        return;
    };
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let forms = forms(&words, true);
        let saying = (0..words.len()).find_map(|n| {
            would_not(known, &words, &forms, n).or_else(|| kept(known, &words, &forms, n))
        });
        if let Some(saying) = saying {
            let one = whose(ground, statements, &words, &saying);
            found.extend(one.map(|one| Proposed {
                id: format!("{UNTOLD}{}", words[saying.cue.0].start),
                ..one
            }));
        }
        for n in 0..words.len() {
            let one = plain(ground, known, &words, &forms, n, start);
            found.extend(one.filter(|o| {
                let heard = |s: &Proposed| o.cue.as_ref().is_some_and(|c| shares_cue(s, c));
                !statements.iter().any(heard)
            }));
        }
    }
    enter(statements, found);
}

/// Behind "whether": «إن كان», «عما إذا كان», «هل».
fn whether(
    known: &Letters,
    words: &[Word],
    forms: &Words,
    from: usize,
    to: usize,
) -> Option<usize> {
    (from..to.min(words.len())).find_map(|k| {
        let w = known.whether.at(forms, k, words.len())?;
        // «إن كان الرئيس حيا»: the verb is of what is asked.
        let said = if w.to > k + 1 && words[w.to - 1].folded.starts_with("كان") {
            w.to - 1
        } else {
            w.to
        };
        (said < words.len()).then_some(said)
    })
}

/// «لم تشأ الإدارة أن تقول إن كان».
fn would_not(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 18;
    let not = matches!(
        words[n].folded.trim_start_matches(['و', 'ف']),
        "لم" | "لا" | "لن"
    );
    known
        .would
        .at(forms, n + 1, n + 2)
        .filter(|_| not && words[n].after.is_empty())?;
    let end = words.len().min(n + FAR);
    let that = (n + 3..end)
        .find(|&k| words[k].folded == "ان" && known.say.at(forms, k + 1, k + 2).is_some())?;
    let said = whether(known, words, forms, that + 2, that + 6)?;
    Some(Saying {
        cue: (n, n + 1),
        who: (n + 2, upto(embedded::of()?, words, forms, n + 2, that)),
        said,
        act: Act::Assert,
    })
}

/// «تجنب الناطق الإجابة عما إذا كان», «رفضت السفارة الإفصاح عن صحة …».
fn kept(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 14;
    known.refuses.at(forms, n, n + 1)?;
    let opens = n < 4
        || !words[n - 1].after.is_empty()
        || words[n].folded.starts_with('و')
        || matches!(
            words[n - 1].folded.as_str(),
            "فيما" | "بينما" | "حين" | "كما"
        );
    let end = words.len().min(n + FAR);
    let noun = (n + 2..end).find(|&k| known.saying.at(forms, k, k + 1).is_some())?;
    let said = whether(known, words, forms, noun + 1, noun + 6)?;
    let stops = words[n..said]
        .iter()
        .any(|w| w.after.contains([':', '.', ';', '؛']));
    let who = upto(embedded::of()?, words, forms, n + 1, noun);
    // «امتنع الناطق عن القول».
    let who = (n + 1..who)
        .find(|&k| words[k].folded == "عن")
        .unwrap_or(who);
    (opens && !stops && who > n + 1).then_some(Saying {
        cue: (n, n),
        who: (n + 1, who),
        said,
        act: Act::Assert,
    })
}

/// «وتجيب الوزيرة بلا», «المرصد يجيب بنعم»: of what, stands before.
fn plain(
    ground: &Ground,
    known: &Letters,
    words: &[Word],
    forms: &Words,
    n: usize,
    start: usize,
) -> Option<Proposed> {
    const FAR: usize = 8;
    known.answers.at(forms, n, n + 1)?;
    let (word, act) = (n + 1..words.len().min(n + FAR)).find_map(|k| {
        let says = |of: &crate::drafting::content::Wordings| of.at(forms, k, k + 1).is_some();
        // «بلا» is "without" where a noun follows.
        let ends = k + 1 == words.len() || !words[k].after.is_empty();
        if says(&known.yes) {
            Some((k, Act::Confirm))
        } else {
            (says(&known.no) && ends).then_some((k, Act::Deny))
        }
    })?;
    let quiet = words[n..word]
        .iter()
        .all(|w| !w.after.contains([':', '.', ';', '؛']));
    let span = if word > n + 1 {
        let to = upto(embedded::of()?, words, forms, n + 1, word);
        (words[n + 1].start, words[to - 1].end)
    } else {
        fronted(ground, start, words[n].start)?.0
    };
    let who = ground.prose.words(span.0, span.1);
    // «بالإيجاب على سؤال عما إذا كان»: what was asked stands behind.
    let asked = whether(known, words, forms, word + 1, word + 6);
    let content = match asked {
        Some(said) => (words[said].start, words[clause_end(words, said)].end),
        None => (span.0.min(words[n].start), words[word].end),
    };
    let cue = (words[n].start, words[n].end);
    let one = made(ground, cue, Some(&who), content, act)?;
    let mark = match (asked, act) {
        (None, _) => Some(PLAIN),
        (Some(_), Act::Deny) => Some(LABELLED),
        _ => None,
    };
    quiet.then(|| Proposed {
        id: format!(
            "{}{}",
            mark.map_or_else(|| "u".to_owned(), String::from),
            words[n].start
        ),
        ..one
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    #[test]
    fn what_somebody_would_not_say_begins_behind_whether() {
        let heard = |text: &str| {
            let known = letters::of()?;
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            let forms = forms(&words, true);
            let s = (0..words.len()).find_map(|n| {
                would_not(known, &words, &forms, n).or_else(|| kept(known, &words, &forms, n))
            })?;
            let who = prose.slice(words[s.who.0].start, words[s.who.1 - 1].end);
            Some((who, prose.slice(words[s.said].start, prose.len() - 1)))
        };
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            heard("ولم يشأ الخباز، ردا على سؤال، أن يقول إن كان الفرن قد احترق."),
            pair("الخباز", "كان الفرن قد احترق")
        );
        assert_eq!(
            heard("وتجنبت النقابة الإجابة عما إذا كان الفرن قد احترق."),
            pair("النقابة", "كان الفرن قد احترق")
        );
        assert_eq!(heard("ولم يشأ الخباز أن يغلق الفرن."), None);
        assert_eq!(heard("ورفض الخباز الإجابة."), None);
    }
}
