//! English sayings told by what somebody holds to or makes of a report: "stuck to its line that", "has no doubt that", "is not
//! persuaded that", "described him as alive"; "word of his death came from X"; and verbs of the trade behind a quotation ("snapped an aide").

use super::english_unheard::{Found, is};
use super::ground::Ground;
use super::prose::Word;
use crate::extraction::Act;

/// What somebody holds to.
const LINES: &[&str] = &[
    "position",
    "line",
    "story",
    "account",
    "version",
    "claim",
    "insistence",
    "denial",
    "view",
    "contention",
    "assertion",
];

/// "Stuck to its position that", "has not moved an inch from its line that", "kept up the line that", "went on repeating that".
pub(super) fn holds(words: &[Word], n: usize) -> Option<Found> {
    let verb = [
        "stuck",
        "sticks",
        "sticking",
        "stick",
        "kept",
        "keeps",
        "held",
        "holds",
        "moved",
        "budged",
        "clung",
        "clings",
        "stood",
        "stands",
        "maintains",
        "maintained",
        "toed",
        "retreated",
        "wavered",
        "departed",
    ];
    if is(words, n, &["went", "goes", "kept", "keeps"])
        && (n + 1..n + 3).any(|k| {
            is(
                words,
                k,
                &["repeating", "insisting", "saying", "maintaining"],
            )
        })
    {
        let last = (n + 1..n + 3).find(|&k| {
            is(
                words,
                k,
                &["repeating", "insisting", "saying", "maintaining"],
            )
        })?;
        return is(words, last + 1, &["that"]).then_some(Found {
            subject: n,
            cue: (n, last),
            content: last + 2,
            act: Act::Assert,
        });
    }
    if !is(words, n, &verb) {
        return None;
    }
    let noun = (n + 1..words.len().min(n + 8)).find(|&k| is(words, k, LINES))?;
    if !is(words, noun + 1, &["that"]) || (n..noun).any(|k| !words[k].after.is_empty()) {
        return None;
    }
    // "Has not moved": the auxiliaries are no part of the subject.
    let subject = (0..n)
        .rev()
        .take_while(|&k| {
            is(
                words,
                k,
                &["has", "have", "had", "not", "never", "still", "is", "are"],
            )
        })
        .last()
        .unwrap_or(n);
    Some(Found {
        subject,
        cue: (n, noun),
        content: noun + 2,
        act: Act::Assert,
    })
}

/// "Has no doubt that", "is not persuaded that", "is convinced that", "remains unpersuaded by".
pub(super) fn persuaded(words: &[Word], n: usize) -> Option<Found> {
    if !is(
        words,
        n,
        &[
            "has", "have", "had", "is", "was", "are", "were", "remains", "remained",
        ],
    ) {
        return None;
    }
    let sure = is(words, n + 1, &["no"]) && is(words, n + 2, &["doubt"]);
    let not = is(words, n + 1, &["not", "far", "hardly"]);
    let word = if sure {
        n + 2
    } else {
        let from = n + 1 + usize::from(not) + usize::from(is(words, n + 1, &["far"]));
        is(
            words,
            from,
            &[
                "persuaded",
                "convinced",
                "unpersuaded",
                "unconvinced",
                "certain",
                "sure",
            ],
        )
        .then_some(from)?
    };
    let about = is(words, word + 1, &["that", "by", "of", "about"]);
    let clean = words[n..=word].iter().all(|w| w.after.is_empty());
    let last = if sure { n } else { word };
    (about
        && clean
        && (not || sure || is(words, word, &["unpersuaded", "unconvinced", "convinced"])))
    .then_some(Found {
        subject: n,
        // "No doubt" is no doubt: its words are left out of the cue.
        cue: (n, last),
        content: word + 2,
        act: Act::Opinion,
    })
}

/// "Described him as alive and well", "pronounced her dead".
pub(super) fn described(words: &[Word], n: usize) -> Option<Found> {
    let object = is(words, n + 1, &["him", "her", "them"]);
    let as_what = is(
        words,
        n,
        &["described", "describes", "characterised", "characterized"],
    ) && is(words, n + 2, &["as"]);
    (object && as_what).then_some(Found {
        subject: n,
        cue: (n, n),
        content: n + 1,
        act: Act::Assert,
    })
}

/// "Word of his death came first from X", "X was first with the news of his death": whose word it is, and of what.
pub(super) fn word_of(words: &[Word]) -> Option<(Vec<Word>, Found)> {
    let report = |k: usize| {
        is(
            words,
            k,
            &["word", "news", "report", "reports", "announcement"],
        ) && is(words, k + 1, &["of"])
    };
    // Who: behind "came from".
    if let Some(came) = (2..words.len().min(14))
        .find(|&k| is(words, k, &["came", "comes", "originated", "emanated"]))
        && (0..2).any(report)
    {
        let from = (came + 1..words.len().min(came + 4)).find(|&k| is(words, k, &["from"]))?;
        let end = (from + 1..words.len().min(from + 9)).find(|&k| !words[k].after.is_empty())?;
        let noun = (0..2).find(|&k| report(k))?;
        let found = Found {
            subject: end - from,
            cue: (came, from),
            content: noun + 2,
            act: Act::Announce,
        };
        return Some((words[from + 1..=end].to_vec(), found));
    }
    None
}

/// "X, a channel run by exiles, was first with the news of his death".
pub(super) fn first_with(words: &[Word], n: usize) -> Option<Found> {
    if !is(words, n, &["was", "were"])
        || !is(words, n + 1, &["first"])
        || !is(words, n + 2, &["with", "to"])
    {
        return None;
    }
    let noun = (n + 3..words.len().min(n + 7))
        .find(|&k| is(words, k, &["news", "word", "report", "story"]))?;
    is(words, noun + 1, &["of"]).then_some(Found {
        subject: n,
        cue: (n, noun),
        content: noun + 2,
        act: Act::Announce,
    })
}

/// Verbs that newsrooms put behind a quotation, and that no list of saying has: whoever stands behind one speaks.
pub(super) fn behind_quote<'a>(ground: &Ground, behind: &'a [Word]) -> Option<(usize, &'a [Word])> {
    const FAR: usize = 9;
    let verb = behind.first()?;
    let manner = [
        "snapped",
        "crowed",
        "growled",
        "sniffed",
        "shrugged",
        "joked",
        "fumed",
        "thundered",
        "barked",
        "sighed",
        "cried",
        "wept",
        "sobbed",
        "boasted",
        "bragged",
        "snarled",
        "grumbled",
        "muttered",
        "chuckled",
        "gushed",
        "moaned",
        "blasted",
        "stormed",
        "shouted",
        "yelled",
        "whispered",
        "tweeted",
        "posted",
        "texted",
        "retorted",
        "countered",
        "ventured",
        "mused",
    ];
    if !manner.contains(&verb.folded.as_str()) || !verb.after.is_empty() {
        return None;
    }
    let ends = (2..behind.len().min(FAR)).find(|&k| {
        !behind[k - 1].after.is_empty()
            || is(
                behind,
                k,
                &[
                    "in", "on", "before", "after", "at", "to", "when", "as", "by", "during", "from",
                ],
            )
    });
    let end = ends.unwrap_or(behind.len().min(FAR));
    let who = &behind[1..end];
    let somebody = who
        .iter()
        .any(|w| ground.prose.char(w.start).is_some_and(char::is_uppercase))
        || is(behind, 1, &["a", "an", "the", "one", "his", "her"]);
    (somebody && !who.is_empty()).then_some((0, who))
}

/// "The military's insistence that none of its aircraft …": a position told of within what somebody else says.
pub(super) fn insisted(words: &[Word], n: usize) -> Option<(usize, Found)> {
    const FAR: usize = 5;
    let noun = [
        "insistence",
        "denial",
        "contention",
        "assertion",
        "protestation",
    ];
    let owner = words.get(n.checked_sub(1)?)?;
    let whose = owner.folded.ends_with("'s")
        || owner.folded.ends_with("s'")
        || owner.folded.ends_with("’s");
    if !is(words, n, &noun) || !is(words, n + 1, &["that"]) || !whose {
        return None;
    }
    let from = (n.saturating_sub(FAR)..n)
        .rev()
        .take_while(|&k| {
            k + 1 == n
                || words[k].after.is_empty()
                    && !matches!(
                        words[k].folded.as_str(),
                        "contradicting"
                            | "despite"
                            | "of"
                            | "with"
                            | "by"
                            | "to"
                            | "and"
                            | "from"
                            | "contradicted"
                            | "dismissed"
                            | "rejected"
                            | "contradicts"
                    )
        })
        .last()?;
    Some((
        from,
        Found {
            subject: n,
            cue: (n, n),
            content: n + 2,
            act: if is(words, n, &["denial"]) {
                Act::Deny
            } else {
                Act::Assert
            },
        },
    ))
}
