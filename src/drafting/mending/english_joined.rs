//! English sayings in joined clauses: "said that A and that B" are two statements, what goes on beside is none, what somebody is asked is nobody's, "the
//! announcement by the guild that" is the guild's, and how often it was said is no part of it.

use super::english_clauses::{clauses, ends_at, part_off};
use super::english_passing::{believed, beside, from_whom, main_clause};
use super::english_pointed::pointed;
use super::english_positions::LINES;
use super::english_unheard::{is, whose};
use super::ground::Ground;
use super::prose::Word;
use super::voiced::enter;
use crate::extraction::{Act, Proposed, Style};

/// Puts the proposals of a text right.
pub(super) fn joined(ground: &Ground, statements: &mut Vec<Proposed>) {
    pointed(ground, statements);
    statements.retain(|s| !asked(ground, s));
    let found: Vec<Proposed> = ground
        .prose
        .sentences()
        .filter_map(|(_, _, words)| by_whom(ground, &words).or_else(|| from_whom(ground, &words)))
        .filter(|o| {
            let here = |c: &crate::extraction::Quoted| {
                o.content.iter().any(|m| c.start < m.end && m.start < c.end)
            };
            !statements
                .iter()
                .any(|s| s.content.iter().any(here) && s.source.is_some() && s.nested_in.is_none())
        })
        .collect();
    // A rumour over the same words has a teller.
    statements.retain(|s| {
        let same =
            |o: &Proposed| o.content.first().map(|c| c.start) == s.content.first().map(|c| c.start);
        !(s.act == Act::Rumour && s.source.is_none() && found.iter().any(same))
    });
    // Whatever was heard within it stands inside, and ends with it.
    for (o, end) in found
        .iter()
        .filter_map(|o| Some((o, o.content.first()?.end)))
    {
        for s in statements.iter_mut() {
            let inside = o.content.iter().any(|m| {
                s.cue
                    .as_ref()
                    .is_some_and(|c| m.start <= c.start && c.end <= m.end)
            });
            if let ([c], true) = (&mut s.content[..], inside && s.nested_in.is_none()) {
                if c.start < end && end < c.end {
                    *c = ground.prose.quoted(c.start as usize, end as usize);
                }
                s.nested_in = Some(o.id.clone());
            }
        }
    }
    enter(statements, found);
    for one in statements.iter_mut() {
        past_times(ground, one);
    }
    main_clause(ground, statements);
    beside(ground, statements);
    believed(ground, statements);
    each_that(ground, statements);
    for one in statements.iter_mut() {
        to_aside(ground, one);
    }
    clauses(ground, statements);
}

/// "Has said four times in a week that": how often is no part of what is said.
fn past_times(ground: &Ground, one: &mut Proposed) {
    let (Some(cue), [content]) = (&one.cue, &mut one.content[..]) else {
        return;
    };
    if content.start < cue.end || content.start > cue.end + 1 {
        return;
    }
    let words = ground
        .prose
        .words(content.start as usize, content.end as usize);
    if let (Some(k), Some(last)) = (how_often(&words), words.last()) {
        *content = ground.prose.quoted(words[k].start, last.end);
    }
}

/// Behind words of how often, and "that".
fn how_often(words: &[Word]) -> Option<usize> {
    const FAR: usize = 8;
    let often = is(words, 0, &["once", "twice", "repeatedly"]) || is(words, 1, &["times"]);
    let that = (1..words.len().min(FAR)).find(|&k| is(words, k, &["that"]))?;
    let quiet = words[..that].iter().all(|w| w.after.is_empty());
    (often && quiet && that + 2 < words.len()).then_some(that + 1)
}

/// "The announcement by the guild that the mill has burned was met with doubt": the guild's, up to the verb of the whole.
fn by_whom(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const WHO: usize = 9;
    const NOUNS: &[&str] = &[
        "announcement",
        "claim",
        "report",
        "statement",
        "assertion",
        "allegation",
        "admission",
        "confirmation",
        "declaration",
        "insistence",
        "suggestion",
        "denial",
        "revelation",
    ];
    let noun = (0..words.len()).find(|&k| is(words, k, NOUNS) && is(words, k + 1, &["by"]))?;
    let that = (noun + 3..words.len().min(noun + WHO)).find(|&k| is(words, k, &["that"]))?;
    let quiet = words[noun..that].iter().all(|w| w.after.is_empty());
    let finite = |k: usize| {
        is(
            words,
            k,
            &[
                "has", "have", "had", "was", "were", "is", "are", "will", "would", "could",
            ],
        )
    };
    let own = (that + 2..words.len()).find(|&k| finite(k) || words[k].folded.ends_with("ed"))?;
    // What the whole does: behind the clause's own verb.
    let whole = (own + 2..words.len()).find(|&k| {
        finite(k)
            && !is(
                words,
                k - 1,
                &["who", "which", "and", "that", "it", "he", "she", "they"],
            )
            || is(
                words,
                k,
                &[
                    "came",
                    "drew",
                    "prompted",
                    "sparked",
                    "raised",
                    "surprised",
                    "followed",
                    "contradicted",
                    "contradicts",
                    "met",
                ],
            )
    });
    let last = whole.unwrap_or(words.len()) - 1;
    let closed = words[that..last].iter().all(|w| w.after.is_empty());
    let content = (words[that + 1].start, words[last].end);
    let one = whose(ground, &words[noun + 2..that], &words[noun], content)?;
    (quiet && closed).then(|| Proposed {
        act: if is(words, noun, &["denial"]) {
            Act::Deny
        } else {
            Act::Announce
        },
        ..one
    })
}

/// "Asked if the guild still believed that it burned, X said": what is asked is nobody's saying.
fn asked(ground: &Ground, one: &Proposed) -> bool {
    let Some(cue) = &one.cue else {
        return false;
    };
    let (start, end) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, end);
    let comma = words.iter().find(|w| w.after.contains(','));
    is(&words, 0, &["asked", "questioned", "pressed"])
        && is(
            &words,
            1,
            &[
                "if", "whether", "about", "on", "why", "how", "what", "when", "by",
            ],
        )
        && comma.is_some_and(|w| (cue.end as usize) <= w.end)
}

/// "Insisted that he is alive, as protesters called for proof": what goes on beside is the page's own.
fn to_aside(ground: &Ground, one: &mut Proposed) {
    ends_at(ground, one, aside);
}

/// Where what goes on beside is parted off by a comma, and no second comma closes it.
fn aside(words: &[Word]) -> Option<usize> {
    const SHORT: usize = 3;
    let at = (0..words.len()).find(|&k| !words[k].after.is_empty())?;
    let closed = words[at].after == ","
        && (at + 1..words.len()).all(|k| words[k].after.is_empty() || k + 1 == words.len());
    let beside = is(
        words,
        at + 1,
        &["as", "though", "although", "despite", "amid"],
    ) && !is(words, at + 2, &["if", "well"])
        // "…, a version that diplomats doubt".
        || is(words, at + 1, &["a", "an"]) && is(words, at + 2, LINES);
    (closed && beside && at + 1 >= SHORT && at + SHORT < words.len()).then_some(at)
}

/// Behind "that" these make it a pronoun: "and that was it".
const FINITE: &[&str] = &[
    "is", "was", "are", "were", "has", "had", "have", "will", "would", "could", "can", "may",
    "might", "should", "must", "did", "does", "do", "of", "it's", "makes", "made", "means",
    "meant",
];

/// Where a second clause of what is said begins: "… and that B".
fn second(words: &[Word], from: usize) -> Option<usize> {
    const SHORT: usize = 3;
    (from + SHORT..words.len().saturating_sub(SHORT)).find(|&k| {
        is(words, k, &["and", "but"])
            && words[k].after.is_empty()
            && is(words, k + 1, &["that"])
            && !is(words, k + 2, FINITE)
    })
}

/// "Said that A and that B": two statements of one voice.
fn each_that(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut n = 0;
    while n < statements.len() {
        let one = &statements[n];
        n += 1;
        let (Some(cue), [content], false) =
            (&one.cue, &one.content[..], one.style == Style::Direct)
        else {
            continue;
        };
        let words = ground
            .prose
            .words(content.start as usize, content.end as usize);
        let Some(k) = second(&words, 0).filter(|_| cue.end <= content.start) else {
            continue;
        };
        let (end, from) = (words[k - 1].end, words[k + 2].start);
        // "Said reports of the fire were false and that": whoever speaks first says the second.
        let met = statements
            .iter()
            .any(|s| s.content.first().map(|c| c.start as usize) == Some(from));
        if met {
            let first = ground.prose.quoted(content.start as usize, end);
            statements[n - 1].content = vec![first];
        } else {
            part_off(ground, statements, n - 1, end, from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    #[test]
    fn a_second_that_opens_a_clause_and_a_pronoun_does_not() {
        let cut = |text: &str| {
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            second(&words, 0).map(|k| prose.slice(words[k + 2].start, prose.len()))
        };
        assert_eq!(
            cut("the mill had burned and that the miller was safe").as_deref(),
            Some("the miller was safe")
        );
        assert_eq!(cut("the mill had burned and that was the end"), None);
        assert_eq!(cut("the mill had burned and the miller was safe"), None);
    }

    #[test]
    fn what_goes_on_beside_is_parted_off_by_its_only_comma() {
        let cut = |text: &str| {
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            aside(&words).map(|k| prose.slice(0, words[k].end))
        };
        assert_eq!(
            cut("the miller is safe, as neighbours carry water").as_deref(),
            Some("the miller is safe")
        );
        assert_eq!(cut("the miller, though wet to the bone, is safe"), None);
        assert_eq!(cut("the miller is safe as neighbours carry water"), None);
    }

    #[test]
    fn how_often_it_was_said_is_no_part_of_it() {
        let cut = |text: &str| {
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            how_often(&words).map(|k| prose.slice(words[k].start, prose.len()))
        };
        assert_eq!(
            cut("three times in a day that the mill is safe").as_deref(),
            Some("the mill is safe")
        );
        assert_eq!(cut("three mills in a valley that burned are safe"), None);
    }
}
