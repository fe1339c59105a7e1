//! Denials within another's sentence of which no more is said than "this": «…، فيما نفت الوزارة ذلك», "…, while the army denied
//! this". The wordings are data (`packs/answered.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::ground::Ground;
use super::parted::shares_cue;
use super::prose::Word;
use super::unheard::made;
use super::voiced::enter;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    verbs: String,
    this: String,
    joins: String,
}

struct Answered {
    verbs: Wordings,
    this: Wordings,
    joins: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
fn of(arabic: bool) -> Option<&'static Answered> {
    static ALL: LazyLock<ByLanguage<Answered>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/answered.ron"), |s: &Shape| {
            Answered {
                verbs: Wordings::new(&s.verbs),
                this: Wordings::new(&s.this),
                joins: Wordings::new(&s.joins),
            }
        })
    });
    ALL.of(arabic)
}

/// Where such a denial stands among words: the word before it, its verb, who denies, and what.
struct Denial {
    before: usize,
    verb: usize,
    who: (usize, usize),
    what: (usize, usize),
}

/// Adds such denials, and takes them out of what somebody else says before them.
pub(super) fn answered(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        let Some(denial) = denial(&words) else {
            continue;
        };
        let verb = &words[denial.verb];
        let bare = verb.folded.trim_start_matches(['و', 'ف']);
        let begins = verb.end - bare.chars().count();
        let one = made(
            ground,
            (begins, verb.end),
            Some(&words[denial.who.0..denial.who.1]),
            (words[denial.what.0].start, words[denial.what.1 - 1].end),
            Act::Deny,
        );
        let Some((one, cue)) = one.and_then(|o| Some((o.clone(), o.cue?))) else {
            continue;
        };
        // Heard already, of what stands before it: what is written there is "this".
        if let Some(s) = statements.iter_mut().find(|s| shares_cue(s, &cue)) {
            if s.content.iter().all(|c| c.end <= cue.start) {
                s.content = one.content;
            }
            continue;
        }
        let last = words[denial.before].end as u32;
        for s in statements.iter_mut() {
            for c in &mut s.content {
                if denial.who.0 > denial.verb && c.start < last && c.end > cue.start {
                    *c = ground.prose.quoted(c.start as usize, last as usize);
                }
            }
        }
        found.push(one);
    }
    enter(statements, found);
}

fn denial(words: &[Word]) -> Option<Denial> {
    const WHO: usize = 6;
    let known = of(true)?;
    let forms = forms(words, true);
    let plain = |w: &Word| !w.after.contains(['،', ',', ';', '؛', ':']);
    fronted(known, &forms, words).or_else(|| {
        (3..words.len()).find_map(|verb| {
            known.verbs.at(&forms, verb, verb + 1)?;
            // Behind a comma, «و» or a word that opens another clause.
            let mut before = verb;
            while before > 1 {
                let joins = |n: usize| {
                    let from = before.checked_sub(n)?;
                    let to = known.joins.at(&forms, from, before)?.to;
                    (to == before).then_some(from)
                };
                // «في حين» is two words.
                let Some(from) = joins(1).or_else(|| joins(2)) else {
                    break;
                };
                before = from;
            }
            let joined =
                before < verb || words[verb].folded.starts_with('و') || !plain(&words[verb - 1]);
            if !joined {
                return None;
            }
            let what = (verb + 2..words.len().min(verb + WHO + 2))
                .find_map(|k| Some((k, known.this.at(&forms, k, words.len())?.to)))?;
            let who = (verb + 1, what.0);
            let quiet = words[verb..what.0].iter().all(plain);
            // «نفت الوزارة ذلك الخبر الذي»: no more is said of what.
            let ends = what.1 == words.len()
                || !plain(&words[what.1 - 1])
                || words[what.1].folded.starts_with('و')
                || super::super::weekday::is_weekday(&words[what.1].folded)
                || known.joins.at(&forms, what.1, what.1 + 1).is_some()
                || matches!(
                    words[what.1].folded.as_str(),
                    "في" | "عبر" | "اليوم" | "امس" | "خلال"
                );
            (quiet && ends).then_some(Denial {
                before: before.saturating_sub(1),
                verb,
                who,
                what,
            })
        })
    })
}

/// «لكن المتحدثة باسم الحكومة نفت ذلك، وقالت …»: who denies opens the sentence.
fn fronted(known: &Answered, forms: &Words, words: &[Word]) -> Option<Denial> {
    const WHO: usize = 9;
    let from = (0..words.len().min(3))
        .take_while(|&k| known.joins.at(forms, 0, k + 1).is_some_and(|w| w.to > k))
        .count();
    let verb = (from + 1..words.len().min(from + WHO))
        .find(|&k| known.verbs.at(forms, k, k + 1).is_some())?;
    let what = (verb + 1, known.this.at(forms, verb + 1, words.len())?.to);
    let plain = |w: &Word| w.after.is_empty();
    let ends = what.1 == words.len() || !plain(&words[what.1 - 1]);
    let open = words[from].folded.trim_start_matches(['و', 'ف']);
    let named = !matches!(open, "هو" | "هي" | "هم" | "الذي" | "التي" | "قد");
    (from > 0 && ends && named && words[from..=verb].iter().all(plain)).then_some(Denial {
        before: from.saturating_sub(1),
        verb,
        who: (from, verb),
        what,
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn parts(text: &str) -> Option<(String, String, String)> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let d = denial(&words)?;
        let cut = |(a, b): (usize, usize)| prose.slice(words[a].start, words[b - 1].end);
        Some((cut((0, d.before + 1)), cut(d.who), cut(d.what)))
    }

    #[test]
    fn a_denial_of_this_stands_apart_from_what_is_said_before_it() {
        assert!(of(true).is_some());
        let (before, who, what) =
            parts("اتهم النادي المخبز بحرق القمح، فيما نفت إدارة المخبز ذلك.").expect("a denial");
        assert_eq!(before, "اتهم النادي المخبز بحرق القمح");
        assert_eq!((who.as_str(), what.as_str()), ("إدارة المخبز", "ذلك"));
        assert!(parts("يقول النادي إن المخبز احترق، وتنفي إدارته هذه الأنباء").is_some());
        assert!(parts("اتهم النادي المخبز، ونفت الإدارة أن يكون ذلك صحيحا").is_none());
    }
}
