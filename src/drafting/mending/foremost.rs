//! Who told a thing first: "was among the first to report the death", "the death was first reported by X", «كان المرصد أول من أورد خبر
//! الوفاة», «كانت القناة السباقة إلى إعلان موته». The wordings are data (`packs/foremost.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::english_unheard::{Found, is, whose};
use super::ground::Ground;
use super::parted::shares_cue;
use super::positions::clause_end;
use super::prose::{Word, quiet};
use super::unheard::made;
use super::voiced::enter;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    first: String,
    kinds: String,
    tells: String,
    told: String,
    news: String,
}

struct Foremost {
    first: Wordings,
    /// English: what the first one is called. Arabic: words that say "the first to" by themselves.
    kinds: Wordings,
    tells: Wordings,
    told: Wordings,
    news: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
fn of(arabic: bool) -> Option<&'static Foremost> {
    static ALL: LazyLock<ByLanguage<Foremost>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/foremost.ron"), |s: &Shape| {
            Foremost {
                first: Wordings::new(&s.first),
                kinds: Wordings::new(&s.kinds),
                tells: Wordings::new(&s.tells),
                told: Wordings::new(&s.told),
                news: Wordings::new(&s.news),
            }
        })
    });
    ALL.of(arabic)
}

/// Past "by name" and "that".
fn past(words: &[Word], n: usize) -> usize {
    let n = if is(words, n, &["by"]) && is(words, n + 1, &["name"]) {
        n + 2
    } else {
        n
    };
    n + usize::from(is(words, n, &["that"]))
}

/// "Was the first to report", "became the first group to say by name that", "broke the news of".
pub(super) fn foremost(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 4;
    let known = of(false)?;
    let forms = forms(words, false);
    let end = words.len();
    let found = |cue: (usize, usize), content: usize| {
        // Behind a relative or "and" the subject stands elsewhere.
        let own = !is(
            words,
            n.saturating_sub(1),
            &["which", "who", "that", "and", "not", "to"],
        );
        (own && quiet(&words[n..content]) && content < end).then_some(Found {
            subject: n,
            cue,
            content,
            act: Act::Announce,
        })
    };
    if is(words, n, &["broke", "breaks"]) {
        let noun = (n + 1..n + 3).find(|&k| known.news.at(&forms, k, end).is_some())?;
        return is(words, noun + 1, &["of", "that"]).then(|| found((n, noun), noun + 2))?;
    }
    // "The guild, the first to report it": set behind its name.
    let apposed = is(words, n, &["the"]) && n > 0 && words[n - 1].after.contains(',');
    if !apposed && !is(words, n, &["was", "were", "became", "is", "are"]) {
        return None;
    }
    let first = known.first.at(&forms, n + usize::from(!apposed), end)?.to;
    let to = (first..end.min(first + NEAR)).find(|&k| is(words, k, &["to"]))?;
    let only = (first..to).all(|k| known.kinds.at(&forms, k, end).is_some());
    let tells = known.tells.at(&forms, to + 1, end).filter(|_| only)?.to;
    found((n, tells - 1), past(words, tells))
}

/// "The death was first reported by X": X stands behind, what it told before.
pub(super) fn first_told(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const FAR: usize = 8;
    let known = of(false)?;
    let forms = forms(words, false);
    let verb = (2..words.len().saturating_sub(2)).find(|&k| {
        is(words, k - 1, &["first"])
            && is(words, k - 2, &["was", "were"])
            && known.told.at(&forms, k, k + 1).is_some()
            && is(words, k + 1, &["by"])
    })?;
    let from = verb + 2;
    let end = (from..words.len().min(from + FAR)).find(|&k| {
        !words[k].after.is_empty()
            || is(
                words,
                k + 1,
                &["and", "on", "in", "which", "who", "at", "after", "before"],
            )
    });
    let end = end.unwrap_or(words.len().min(from + FAR) - 1);
    let begin = usize::from(is(words, 0, &["that", "but", "and"]));
    let content = (words.get(begin)?.start, words[verb - 3].end);
    (verb > begin + 2)
        .then(|| whose(ground, &words[from..=end], &words[verb], content))?
        .map(|one| Proposed {
            act: Act::Announce,
            ..one
        })
}

/// Adds who was first in Arabic.
pub(super) fn first(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        let Some(Told { verb, who, said }) = arabic(&words) else {
            continue;
        };
        let one = made(
            ground,
            (words[verb].start, words[verb].end),
            Some(&words[who.0..who.1]),
            (words[said.0].start, words[said.1].end),
            Act::Announce,
        );
        found.extend(one.filter(|o| {
            let heard = |s: &Proposed| o.cue.as_ref().is_some_and(|c| shares_cue(s, c));
            !statements.iter().any(heard)
        }));
    }
    enter(statements, found);
}

/// Who told it first: the verb of telling, whose it is, and the first and last word of what was told.
struct Told {
    verb: usize,
    who: (usize, usize),
    said: (usize, usize),
}

fn arabic(words: &[Word]) -> Option<Told> {
    const LONG: usize = 9;
    let known = of(true)?;
    let forms: Words = forms(words, true);
    let end = words.len();
    let was = |k: usize| {
        matches!(
            words[k].folded.trim_start_matches(['و', 'ف']),
            "كان" | "كانت" | "يكون" | "تكون"
        )
    };
    let past = |k: usize| {
        let that = words
            .get(k)
            .is_some_and(|w| matches!(w.folded.as_str(), "ان" | "عن"));
        k + usize::from(that)
    };
    (0..end).find_map(|n| {
        let (verb, said) = if let Some(first) = known.first.at(&forms, n, end) {
            let tells = known.tells.at(&forms, first.to, end)?;
            (first.to, past(tells.to))
        } else {
            let to = known.kinds.at(&forms, n, end)?.to;
            let told = known.told.at(&forms, to, end)?;
            (to, past(told.to))
        };
        // «كان المرصد أول من»: between "was" and "first"; «وأول من أذاعه كان المرصد»: behind.
        let before = (n.saturating_sub(LONG)..n).rev().find(|&k| was(k));
        let who = match before {
            // «وكان المركز، ومقره في المدينة، أول من»: up to the aside.
            Some(k) if k + 1 < n => {
                let comma = (k + 1..n).find(|&j| words[j].after.contains('،'));
                let closed = words[n - 1].after.contains('،');
                (k + 1, comma.filter(|_| closed).map_or(n, |j| j + 1))
            }
            // «أول من أعلن الخبر شبكة كذا، وهي»: behind a word for the news.
            _ if n < 2
                && words.get(said).is_some_and(|w| w.folded.starts_with("ال"))
                && known.news.at(&forms, said, end).is_some() =>
            {
                let to = (said + 1..end)
                    .find(|&j| !words[j].after.is_empty())
                    .unwrap_or(end - 1);
                return (said < to && to - said < LONG && words[said].after.is_empty()).then_some(
                    Told {
                        verb,
                        who: (said + 1, to + 1),
                        said: (said, said),
                    },
                );
            }
            _ => {
                let k = (said + 1..end.min(said + LONG)).find(|&k| was(k))?;
                let to = (k + 1..end)
                    .find(|&j| !words[j].after.is_empty())
                    .unwrap_or(end - 1);
                return (n < 2 && to - k < LONG).then_some(Told {
                    verb,
                    who: (k + 1, to + 1),
                    said: (said, k - 1),
                });
            }
        };
        let whole = quiet(&words[who.0..who.1 - 1]) && quiet(&words[n..said - 1]);
        (said < end && whole).then(|| Told {
            verb,
            who,
            said: (said, clause_end(words, said)),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    #[test]
    fn who_was_first_to_tell_it_is_found() {
        assert!(of(true).is_some() && of(false).is_some());
        let cut = |text: &str| {
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            let f = (1..words.len()).find_map(|n| foremost(&words, n))?;
            Some((
                prose.slice(words[0].start, words[f.subject - 1].end),
                prose.slice(words[f.content].start, prose.len()),
            ))
        };
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            cut("The guild was among the first to report the fire"),
            pair("The guild", "the fire")
        );
        assert_eq!(
            cut("The guild became the first body to say by name that he burned it"),
            pair("The guild", "he burned it")
        );
        assert_eq!(cut("The guild was the first to bake bread"), None);
        assert_eq!(cut("The guild was not the first to report it"), None);
    }

    #[test]
    fn so_it_is_in_arabic() {
        let cut = |text: &str| {
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            let Told { who, said, .. } = arabic(&words)?;
            Some((
                prose.slice(words[who.0].start, words[who.1 - 1].end),
                prose.slice(words[said.0].start, words[said.1].end),
            ))
        };
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            cut("وكان مركز الطحين أول من أورد خبر الحريق."),
            pair("مركز الطحين", "خبر الحريق")
        );
        assert_eq!(
            cut("وكانت إذاعة الطحين السباقة إلى إعلان موته."),
            pair("إذاعة الطحين", "موته")
        );
        assert_eq!(
            cut("وأول من أذاع خبر الحريق كان مركز الطحين."),
            pair("مركز الطحين", "خبر الحريق")
        );
        assert_eq!(
            cut("وكان مركز الطحين، ومقره في القرية، أول من أورد خبر الحريق."),
            pair("مركز الطحين", "خبر الحريق")
        );
        assert_eq!(
            cut("أول من أذاع الخبر مركز الطحين، وهو في القرية."),
            pair("مركز الطحين", "الخبر")
        );
        assert_eq!(cut("وكان الخباز أول من وصل إلى الفرن."), None);
    }
}
