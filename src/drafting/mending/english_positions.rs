//! English sayings told by what somebody holds to or makes of a report: "stuck to its line that", "has no doubt that", "is not
//! persuaded that", "described him as alive"; "word of his death came from X"; and verbs of the trade behind a quotation ("snapped an aide").

use super::english_unheard::{Found, is};
use super::ground::Ground;
use super::prose::Word;
use crate::extraction::Act;

/// What somebody holds to.
pub(super) const LINES: &[&str] = &[
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

/// "Considers him dead", "pronounced the king dead".
pub(super) fn deemed(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 7;
    let verb = [
        "considers",
        "considered",
        "consider",
        "pronounced",
        "deems",
        "deemed",
        "presumes",
        "reckons",
        "believes",
        "holds",
    ];
    let barred = [
        "was", "were", "been", "is", "are", "be", "not", "to", "that", "which", "who",
    ];
    if !is(words, n, &verb) || n == 0 || is(words, n - 1, &barred) {
        return None;
    }
    let state = (n + 2..words.len().min(n + NEAR)).find(|&k| is(words, k, &["dead", "alive"]))?;
    let clause = [
        "that", "is", "was", "be", "to", "has", "had", "whether", "it", "in", "of",
    ];
    let plain = words[n..state]
        .iter()
        .all(|w| w.after.is_empty() && !clause.contains(&w.folded.as_str()));
    plain.then_some(Found {
        subject: n,
        cue: (n, n),
        content: n + 1,
        act: Act::Opinion,
    })
}

/// "Has since told the agency that": an adverb parts the verb from its auxiliary.
pub(super) fn since_told(ground: &Ground, words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 5;
    let adverb = [
        "since",
        "now",
        "previously",
        "privately",
        "long",
        "already",
        "twice",
    ];
    if !is(words, n, &["has", "have", "had"]) || !is(words, n + 1, &adverb) {
        return None;
    }
    let (act, _) = ground.pack.conveys(&words.get(n + 2)?.folded)?;
    let that = (n + 3..words.len().min(n + 3 + NEAR)).find(|&k| is(words, k, &["that"]))?;
    let plain = words[n..that].iter().all(|w| w.after.is_empty());
    (plain && n > 0).then_some(Found {
        subject: n,
        cue: (n + 2, n + 2),
        content: that + 1,
        act,
    })
}

/// "X is feared dead": nobody is behind it. The first and last word of what is feared, and the word for it.
pub(super) fn feared(words: &[Word]) -> Option<(usize, usize, usize)> {
    const BACK: usize = 14;
    let n = (2..words.len().saturating_sub(1)).find(|&k| {
        is(words, k, &["feared", "presumed", "rumoured", "rumored"])
            && is(words, k - 1, &["is", "are", "was", "were"])
            && is(words, k + 1, &["dead", "killed", "drowned", "lost"])
    })?;
    let from = (0..n - 1)
        .rev()
        .find(|&k| words[k].after.contains([';', ':', '–', '—']))
        .map_or(0, |k| k + 1);
    // A subject that is another's words is not weighed.
    let own = !words[from..n].iter().any(|w| {
        matches!(
            w.folded.as_str(),
            "said" | "says" | "who" | "which" | "that"
        )
    });
    (own && n - from < BACK && !words[n - 2].after.contains(',')).then_some((from, n + 1, n))
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
        "protestation",
        "announcement",
        "allegation",
        "statement",
        "report",
        "finding",
        "conclusion",
        "belief",
        "assurance",
    ];
    let owner = words.get(n.checked_sub(1)?)?;
    let whose = owner.folded.ends_with("'s")
        || owner.folded.ends_with("s'")
        || owner.folded.ends_with("’s");
    // "The ministry's story, which is that".
    let told = is(words, n, LINES)
        .then(|| n + 1 + usize::from(is(words, n + 1, &["which"])))
        .filter(|&k| is(words, k, &["is", "was", "remains"]) && is(words, k + 1, &["that"]));
    let that = match told {
        Some(k) => k + 1,
        None => n + 1,
    };
    let named = is(words, n, &noun) || is(words, n, LINES) || told.is_some();
    if !named || !is(words, that, &["that"]) || !whose {
        return None;
    }
    // An article opens whose it is.
    let article = (n.saturating_sub(FAR)..n)
        .rev()
        .find(|&k| is(words, k, &["the", "a", "an", "its", "their", "his", "her"]));
    let from = (article.unwrap_or(n.saturating_sub(FAR))..n)
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
                            | "fit"
                            | "fits"
                            | "matches"
                            | "against"
                            | "nor"
                            | "challenged"
                            | "denied"
                            | "denies"
                            | "disputed"
                            | "disputes"
                            | "questioned"
                            | "doubted"
                            | "supports"
                            | "supported"
                            | "square"
                            | "match"
                            | "repeated"
                            | "repeating"
                            | "echoed"
                            | "echoing"
                            | "on"
                            | "for"
                            | "that"
                            | "said"
                    )
        })
        .last()?;
    Some((
        from,
        Found {
            subject: n,
            cue: (n, n),
            content: that + 1,
            act: if is(words, n, &["denial"]) {
                Act::Deny
            } else {
                Act::Assert
            },
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn cut(text: &str, find: impl Fn(&[Word], usize) -> Option<Found>) -> Option<String> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let found = (1..words.len()).find_map(|n| find(&words, n))?;
        Some(prose.slice(words[found.content].start, prose.len()))
    }

    #[test]
    fn who_considers_somebody_dead_says_so() {
        assert_eq!(
            cut("The miller himself considers the baker dead", deemed).as_deref(),
            Some("the baker dead")
        );
        assert_eq!(cut("The baker was pronounced dead", deemed), None);
        assert_eq!(cut("The miller believes that he is dead", deemed), None);
    }

    #[test]
    fn a_story_is_its_owners() {
        let own = |words: &[Word], n: usize| insisted(words, n).map(|(_, f)| f);
        assert_eq!(
            cut(
                "It does not fit the guild's story, which is that it burned",
                own
            )
            .as_deref(),
            Some("it burned")
        );
        assert_eq!(
            cut("It does not fit the story, which is that it burned", own),
            None
        );
    }

    #[test]
    fn what_is_feared_is_nobodys() {
        let of = |text: &str| {
            let prose = Prose::new(text);
            feared(&prose.words(0, prose.len()))
        };
        assert_eq!(of("A baker is feared dead after the fire"), Some((0, 4, 3)));
        assert_eq!(of("A feared baker is dead"), None);
    }
}
