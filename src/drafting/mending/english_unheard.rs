//! English sayings that no verb by itself conveys: doubts voiced, what is not ruled out, neither confirmed nor denied, mourned.
//!
//! In one file because every pattern is a verb with its subject before it and its content behind, proposed in one way.

use super::condoled::condoled;
use super::english_parted::{counts, parted_that};
use super::english_passing::{based, relied, still, unbelieved, went_round};
use super::english_positions::{
    LINES, deemed, described, feared, first_with, holds, insisted, persuaded, since_told, word_of,
};
use super::english_relative::coloured;
use super::english_verdict::{thanked, to_comma, told_thus, verdict};
use super::foremost::{first_told, foremost};
use super::ground::Ground;
use super::judged::{issued, judged};
use super::prose::Word;
use super::withheld::unable;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind, Style};

/// What a pattern found: the verb's words, where the subject ends, where the content begins, the act.
pub(super) struct Found {
    pub(super) subject: usize,
    pub(super) cue: (usize, usize),
    pub(super) content: usize,
    pub(super) act: Act,
}

/// Adds the sayings of a text that extraction passed over.
pub(super) fn unheard(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut made: Vec<Proposed> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (start, end, words) in ground.prose.sentences() {
        made.extend(learned(ground, &words).or_else(|| so_says(ground, &words, last)));
        last = words
            .first()
            .zip(words.last())
            .map(|(a, b)| (a.start, b.end))
            .filter(|_| end > start);
        made.extend(first_told(ground, &words));
        made.extend(feared(&words).map(|f| talk(ground, &words, f)));
        made.extend(verdict(ground, &words));
        made.extend(based(ground, &words));
        made.extend(went_round(ground, &words));
        if let Some(one) = according(ground, &words) {
            made.push(one);
        }
        if let Some((who, found)) = word_of(&words) {
            made.extend(came_from(ground, &words, &who, &found));
        }
        for n in 1..words.len() {
            made.extend(unbelieved(ground, &words, n));
            if let Some((from, found)) = insisted(&words, n) {
                made.extend(of_whom(ground, &words, from, &found));
            }
            let found = ruled_out(&words, n)
                .or_else(|| doubted(&words, n))
                .or_else(|| mourned(&words, n))
                .or_else(|| stood_by(&words, n))
                .or_else(|| scoffed(&words, n))
                .or_else(|| called(&words, n))
                .or_else(|| questioned(&words, n))
                .or_else(|| unable(&words, n))
                .or_else(|| judged(&words, n))
                .or_else(|| condoled(&words, n))
                .or_else(|| issued(&words, n))
                .or_else(|| holds(&words, n))
                .or_else(|| still(&words, n))
                .or_else(|| relied(&words, n))
                .or_else(|| persuaded(&words, n))
                .or_else(|| described(&words, n))
                .or_else(|| first_with(&words, n))
                .or_else(|| foremost(&words, n).filter(|_| !is(&words, n, &["the"])))
                .or_else(|| coloured(&words, n))
                .or_else(|| deemed(&words, n))
                .or_else(|| since_told(ground, &words, n))
                .or_else(|| thanked(&words, n))
                .or_else(|| told_thus(&words, n))
                .or_else(|| counts(&words, n))
                .or_else(|| parted_that(ground, &words, n));
            let one = found.and_then(|f| {
                proposed(ground, &words, &f).or_else(|| of_that_one(ground, statements, &words, &f))
            });
            if let Some(mut one) = one {
                if thanked(&words, n).is_some() {
                    to_comma(ground, &mut one);
                }
                made.push(one);
                break;
            }
        }
    }
    for one in made {
        let Some(cue) = &one.cue else {
            continue;
        };
        let (begin, _) = ground.prose.sentence(cue.start as usize);
        let here = one.source.as_ref().filter(|s| s.start as usize >= begin);
        let (from, to) = (
            here.map_or(cue.start, |s| s.start),
            one.content.last().map_or(cue.end, |c| c.end),
        );
        // Heard already, or within what somebody else says.
        let met = statements.iter().any(|s| {
            // What is only told of stands inside.
            if one.id.starts_with('i') {
                return s.content == one.content;
            }
            let spans = s.content.iter().chain(&s.cue);
            let rumour = s.act == Act::Rumour;
            !rumour && spans.into_iter().any(|q| q.start < to && from < q.end)
        });
        if met {
            // "The ministry's claim that": a rumour of nobody's is the ministry's.
            let same = |s: &&mut Proposed| {
                s.act == Act::Rumour && s.source.is_none() && s.content == one.content
            };
            let owned = one.id.starts_with('i');
            if let Some(rumour) = statements.iter_mut().find(same).filter(|_| owned) {
                let id = rumour.id.clone();
                *rumour = Proposed {
                    id,
                    nested_in: rumour.nested_in.take(),
                    ..one
                };
            }
            continue;
        }
        // "Repeated its claim that": what it claims is no rumour.
        statements
            .retain(|s| !(s.act == Act::Rumour && s.source.is_none() && s.content == one.content));
        let place = statements
            .iter()
            .position(|s| s.cue.as_ref().is_some_and(|c| c.start > cue.start))
            .unwrap_or(statements.len());
        // What is a rumour within it stands inside it.
        let id = one.id.clone();
        for s in statements.iter_mut() {
            let inside = s.act == Act::Rumour
                && s.nested_in.is_none()
                && s.cue
                    .as_ref()
                    .is_some_and(|c| cue.end <= c.start && c.end <= to);
            if inside {
                s.nested_in = Some(id.clone());
            }
        }
        statements.insert(place, one);
    }
}

/// "X is feared dead": nobody's.
fn talk(ground: &Ground, words: &[Word], (from, to, cue): (usize, usize, usize)) -> Proposed {
    Proposed {
        id: format!("n{}", words[cue].start),
        cue: Some(ground.prose.quoted(words[cue].start, words[cue].end)),
        cue_also: Vec::new(),
        source: None,
        source_name: None,
        source_kind: SourceKind::Unattributed,
        named: false,
        content: vec![
            ground.prose.quoted(words[from].start, words[cue - 2].end),
            ground.prose.quoted(words[to].start, words[to].end),
        ],
        style: Style::Indirect,
        act: Act::Rumour,
        nested_in: None,
        confidence: 0.6,
        mentions: Vec::new(),
    }
}

/// "She has no doubt that": whoever spoke last in the paragraph.
pub(super) fn of_that_one(
    ground: &Ground,
    statements: &[Proposed],
    words: &[Word],
    found: &Found,
) -> Option<Proposed> {
    const NEAR: usize = 200;
    const WHEN: usize = 4;
    const FAR: usize = 9;
    let head = words.get(found.subject.checked_sub(1)?)?;
    // "On Wednesday it put out a notice".
    let first = found.subject == 1
        // "As for the mayor, he had no idea whether".
        || is(words, 0, &["as", "of"])
            && found.subject <= FAR
            && words[found.subject - 2].after.contains(',')
        || found.subject <= WHEN && is(words, 0, &["on", "last", "later", "this", "yesterday"]);
    let pronoun = first && matches!(head.folded.as_str(), "he" | "she" | "they" | "it");
    if !pronoun || found.content >= words.len() {
        return None;
    }
    let end = |s: &Proposed| {
        let all = s.content.iter().chain(&s.cue).chain(&s.source);
        all.map(|q| q.end as usize).max().unwrap_or(0)
    };
    let speaker = statements
        .iter()
        .filter(|s| s.source.is_some() && s.nested_in.is_none() && s.act != Act::Rumour)
        .filter(|s| end(s) <= head.start && head.start - end(s) <= NEAR)
        .filter(|s| !ground.prose.slice(end(s), head.start).contains('\n'))
        .max_by_key(|s| end(s))?;
    let cue = (words[found.cue.0].start, words[found.cue.1].end);
    let content = (words[found.content].start, words.last()?.end);
    Some(Proposed {
        id: format!("n{}", cue.0),
        cue: Some(ground.prose.quoted(cue.0, cue.1)),
        cue_also: Vec::new(),
        content: vec![ground.prose.quoted(content.0, content.1)],
        style: Style::Indirect,
        act: found.act,
        confidence: 0.6,
        mentions: Vec::new(),
        ..speaker.clone()
    })
}

/// "X succumbed to a tumour, Selam Vision has learned": who learned it stands at the end.
fn learned(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const FAR: usize = 8;
    let last = words.len().checked_sub(1)?;
    let verb = (last.saturating_sub(2)..=last).find(|&k| {
        is(
            words,
            k,
            &[
                "learned",
                "learnt",
                "understands",
                "hears",
                "reveal",
                "revealed",
            ],
        ) || is(words, k, &["found", "concluded", "established"])
            && is(words, k - 1, &["has", "have"])
    })?;
    if last - verb > 1 {
        return None;
    }
    let comma = (last.saturating_sub(FAR)..verb)
        .rev()
        .find(|&k| words[k].after.contains(','))?;
    let auxiliary = usize::from(is(words, verb - 1, &["has", "have", "can"]));
    let who = &words[comma + 1..verb - auxiliary];
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    if who.is_empty() || comma < 4 || !who.iter().any(upper) {
        return None;
    }
    let content = (words.first()?.start, words[comma].end);
    whose(ground, who, &words[verb], content)
}

/// "They shot him. So says a doctor of the hospital."
fn so_says(ground: &Ground, words: &[Word], before: Option<(usize, usize)>) -> Option<Proposed> {
    const FAR: usize = 10;
    if !is(words, 0, &["so"]) || !is(words, 1, &["says", "said", "say"]) {
        return None;
    }
    let end = (2..words.len().min(FAR)).find(|&k| !words[k].after.is_empty())?;
    whose(ground, &words[2..=end], &words[1], before?)
}

/// A saying of somebody whose words stand apart from the verb and the content.
pub(super) fn whose(
    ground: &Ground,
    who: &[Word],
    verb: &Word,
    content: (usize, usize),
) -> Option<Proposed> {
    let mut line = who.to_vec();
    line.push(verb.clone());
    line.push(verb.clone());
    let found = Found {
        subject: who.len(),
        cue: (who.len(), who.len()),
        content: who.len() + 1,
        act: Act::Assert,
    };
    let one = proposed(ground, &line, &found)?;
    Some(Proposed {
        content: vec![ground.prose.quoted(content.0, content.1)],
        ..one
    })
}

/// "The military's insistence that": the military's.
fn of_whom(ground: &Ground, words: &[Word], from: usize, found: &Found) -> Option<Proposed> {
    let mut who = words[from..found.subject].to_vec();
    if let Some(last) = who.last_mut() {
        let written = ground.prose.slice(last.start, last.end);
        let bare = written.trim_end_matches('s').trim_end_matches(['\'', '’']);
        last.end = last.start + bare.chars().count();
        last.folded = bare.to_lowercase();
    }
    // "The ministry's story, which is that …, convinces nobody".
    let story = is(words, found.cue.0, LINES);
    let close = words
        .iter()
        .skip(found.content)
        .find(|w| story && w.after.contains(','));
    let last = close.or(words.last())?;
    let content = (words.get(found.content)?.start, last.end);
    let verb = words.get(found.cue.0)?;
    let one = whose(ground, &who, verb, content)?;
    Some(Proposed {
        id: format!("i{}", verb.start),
        act: found.act,
        ..one
    })
}

/// "Word of his death came first from X": X stands behind, what it told before.
fn came_from(ground: &Ground, words: &[Word], who: &[Word], found: &Found) -> Option<Proposed> {
    let mut line = who.to_vec();
    line.extend(words[found.cue.0..=found.cue.1].iter().cloned());
    line.push(words.last()?.clone());
    let shifted = Found {
        subject: who.len(),
        cue: (who.len(), who.len() + found.cue.1 - found.cue.0),
        content: line.len() - 1,
        act: found.act,
    };
    let one = proposed(ground, &line, &shifted)?;
    let last = words[..found.cue.0].last()?;
    let content = ground
        .prose
        .quoted(words.get(found.content)?.start, last.end);
    Some(Proposed {
        content: vec![content],
        ..one
    })
}

pub(super) fn is(words: &[Word], n: usize, any: &[&str]) -> bool {
    words
        .get(n)
        .is_some_and(|w| any.contains(&w.folded.as_str()))
}

/// Past "that".
fn past_that(words: &[Word], n: usize) -> usize {
    n + usize::from(is(words, n, &["that"]))
}

/// "Did not rule out that", "could not exclude", "neither confirmed nor denied", "would not confirm or deny".
fn ruled_out(words: &[Word], n: usize) -> Option<Found> {
    let auxiliary = [
        "did", "does", "do", "could", "would", "has", "have", "had", "cannot", "can", "will",
        "was", "were", "is", "are", "refused", "declined", "neither", "can't", "couldn't",
        "didn't", "wouldn't", "doesn't",
    ];
    if !is(words, n, &auxiliary) {
        return None;
    }
    let reach = words.len().min(n + 7);
    let verb = (n + 1..reach).find(|&k| {
        is(words, k, &["rule", "ruled", "ruling"]) && is(words, k + 1, &["out"])
            || is(words, k, &["exclude", "excluded"])
            || is(words, k, &["confirm", "confirmed"])
                && is(words, k + 1, &["nor", "or"])
                && is(words, k + 2, &["deny", "denied"])
    })?;
    let negated = is(
        words,
        n,
        &[
            "cannot", "neither", "refused", "declined", "can't", "couldn't", "didn't", "wouldn't",
            "doesn't",
        ],
    ) || (n + 1..verb).any(|k| is(words, k, &["not", "neither", "never"]));
    // "He has not been killed, but the ministry could …": nothing but adverbs between.
    let near = (n + 1..verb).all(|k| {
        words[k].after.is_empty()
            && (is(
                words,
                k,
                &[
                    "not",
                    "yet",
                    "to",
                    "neither",
                    "been",
                    "be",
                    "able",
                    "either",
                    "immediately",
                    "independently",
                ],
            ) || words[k].folded.ends_with("ly"))
    });
    if !negated || !near {
        return None;
    }
    let last = if is(words, verb, &["confirm", "confirmed"]) {
        verb + 2
    } else if is(words, verb, &["exclude", "excluded"]) {
        verb
    } else {
        verb + 1
    };
    Some(Found {
        subject: n,
        cue: (n, last),
        content: past_that(words, last + 1),
        act: Act::Assert,
    })
}

/// "Voiced scepticism about", "cast doubt on", "was sceptical of".
pub(super) fn doubted(words: &[Word], n: usize) -> Option<Found> {
    let doubt = [
        "doubt",
        "doubts",
        "scepticism",
        "skepticism",
        "sceptical",
        "skeptical",
        "doubtful",
        "suspicion",
        "unconvinced",
    ];
    let verb = [
        "voiced",
        "expressed",
        "cast",
        "casts",
        "raised",
        "had",
        "have",
        "has",
        "was",
        "were",
        "is",
        "are",
        "remained",
        "remains",
        "harboured",
        "harbored",
        "aired",
        "reacted",
        "said",
    ];
    if !is(words, n, &verb) || is(words, n, &["said"]) {
        return None;
    }
    let noun = (n + 1..words.len().min(n + 5)).find(|&k| is(words, k, &doubt))?;
    if (n + 1..noun).any(|k| {
        !words[k].after.is_empty() || is(words, k, &["no", "not", "little", "without", "any"])
    }) {
        return None;
    }
    let about = is(
        words,
        noun + 1,
        &["about", "on", "over", "of", "at", "that", "as", "regarding"],
    );
    if !about {
        return None;
    }
    let mut content = noun + 2;
    if is(words, noun + 1, &["as"]) && is(words, noun + 2, &["to"]) {
        content += 1;
    }
    Some(Found {
        subject: n,
        cue: (n, noun),
        content,
        act: Act::Opinion,
    })
}

/// "Is standing by its report of his death".
fn stood_by(words: &[Word], n: usize) -> Option<Found> {
    let from = n + usize::from(is(words, n, &["is", "are", "was", "were"]));
    let report = (from + 2..words.len().min(from + 6)).any(|k| {
        is(
            words,
            k,
            &[
                "report",
                "reports",
                "story",
                "account",
                "claim",
                "version",
                "statement",
                "reporting",
                "announcement",
                "word",
            ],
        )
    });
    let by =
        is(words, from, &["stands", "stood", "standing", "stand"]) && is(words, from + 1, &["by"]);
    (by && report && is(words, from + 2, &["its", "his", "her", "their", "the"])).then_some(Found {
        subject: n,
        cue: (from, from + 1),
        content: from + 2,
        act: Act::Assert,
    })
}

/// "The Front mourned its leader, X": who mourns says that he is dead.
pub(super) fn mourned(words: &[Word], n: usize) -> Option<Found> {
    let verb = ["mourned", "mourns", "mourning", "eulogised", "eulogized"];
    if !is(words, n, &verb) {
        return None;
    }
    // "Was mourned by thousands", "mourned for three days" name nobody who says it.
    let object = words.get(n + 1)?;
    let of = matches!(
        object.folded.as_str(),
        "its" | "their" | "his" | "her" | "the" | "our"
    ) || object.folded.chars().count() > 1;
    let active = !is(
        words,
        n - 1,
        &["was", "were", "been", "being", "is", "are", "of", "in"],
    ) && !is(
        words,
        n + 1,
        &["by", "for", "in", "on", "and", "period", "at", "after"],
    );
    (of && active).then_some(Found {
        subject: n,
        cue: (n, n),
        content: n + 1,
        act: Act::Announce,
    })
}

/// "Scoffed at the reports", "laughed off".
pub(super) fn scoffed(words: &[Word], n: usize) -> Option<Found> {
    let next = is(words, n, &["scoffed", "scoffs", "sneered", "jeered"])
        && is(words, n + 1, &["at"])
        || is(words, n, &["laughed", "shrugged", "brushed", "waved"])
            && is(words, n + 1, &["off", "aside", "away"]);
    let plain = is(
        words,
        n,
        &["ridiculed", "mocked", "derided", "rubbished", "debunked"],
    );
    if !next && !plain {
        return None;
    }
    let content = n + 1 + usize::from(next);
    Some(Found {
        subject: n,
        cue: (n, content - 1),
        content,
        act: Act::Deny,
    })
}

/// "Called the news of his death a fabrication": what it is called stands behind.
fn called(words: &[Word], n: usize) -> Option<Found> {
    if !is(
        words,
        n,
        &[
            "called",
            "branded",
            "labelled",
            "labeled",
            "dubbed",
            "described",
        ],
    ) {
        return None;
    }
    let noun = [
        "news",
        "report",
        "reports",
        "rumours",
        "rumors",
        "claim",
        "claims",
        "allegations",
        "announcement",
        "story",
        "stories",
        "talk",
        "account",
        "accounts",
        "version",
        "tale",
        "theory",
        "accusation",
        "accusations",
        "charge",
        "suggestion",
        "idea",
        "notion",
        "message",
        "document",
        "letter",
    ];
    let named = (n + 1..n + 4).any(|k| is(words, k, &noun));
    let first = is(
        words,
        n + 1,
        &[
            "the", "these", "those", "such", "news", "reports", "any", "all", "his", "her", "its",
            "their", "this", "that",
        ],
    );
    // "Called it an insult".
    let it = is(words, n + 1, &["it", "that", "this"]) && is(words, n + 2, &["a", "an"]);
    (named && first || it && !is(words, n, &["described"])).then_some(Found {
        subject: n,
        cue: (n, n),
        content: n + 1,
        act: Act::Assert,
    })
}

/// "X, an expert on such groups, questioned whether": the verb is parted from its subject.
fn questioned(words: &[Word], n: usize) -> Option<Found> {
    let about = is(words, n + 1, &["whether", "the", "if", "that", "reports"]);
    (is(
        words,
        n,
        &["questioned", "doubted", "disputed", "contested"],
    ) && about)
        .then_some(Found {
            subject: n,
            cue: (n, n),
            content: n + 1 + usize::from(is(words, n + 1, &["whether", "if", "that"])),
            act: if is(words, n, &["disputed", "contested"]) {
                Act::Deny
            } else {
                Act::Opinion
            },
        })
}

/// "According to a nurse at the hospital, X died": who says it opens the sentence.
fn according(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    if !is(words, 0, &["according"]) || !is(words, 1, &["to"]) {
        return None;
    }
    let comma = (2..words.len().min(14)).find(|&k| words[k].after.contains(','))?;
    // "According to X, the director, …": the last comma before the clause.
    let second = (comma + 1..words.len().min(comma + 8)).find(|&k| words[k].after.contains(','));
    let describes = is(words, comma + 1, &["the", "a", "an", "who", "which", "its"])
        && second.is_some_and(|k| {
            k - comma > 1
                && !words[comma + 1..=k].iter().any(|w| {
                    matches!(
                        w.folded.as_str(),
                        "was" | "had" | "were" | "is" | "has" | "have" | "died" | "said"
                    )
                })
        });
    let end = if describes { second? } else { comma };
    let content = end + 1;
    let found = Found {
        subject: comma + 1,
        cue: (0, 1),
        content,
        act: Act::Assert,
    };
    let mut head: Vec<Word> = words[2..=comma].to_vec();
    head.extend(words[content..].iter().cloned());
    let shifted = Found {
        subject: comma - 1,
        content: comma - 1,
        cue: (0, 0),
        ..found
    };
    let mut one = proposed(ground, &head, &shifted)?;
    one.cue = Some(ground.prose.quoted(words[0].start, words[1].end));
    one.id = format!("n{}", words[0].start);
    Some(one)
}

/// Words that end what stands before a subject.
fn opener(words: &[Word], upto: usize) -> usize {
    let comma = (0..upto.saturating_sub(1)).rev().find(|&k| {
        // "QALMIR, March 11 (Reuters) - The office …": a dateline is nobody's name.
        let dash = words[k].after.contains(['–', '—', '-']);
        dash || words[k].after.contains([',', ';', ':'])
    });
    let first = match comma {
        // "X, the spokesman, did not rule out": what stands between commas describes the subject.
        Some(k) if words[upto - 1].after.contains(',') => (0..k)
            .rev()
            .find(|&p| words[p].after.contains([',', ';']))
            .map_or(0, |p| p + 1),
        Some(k) => k + 1,
        None => 0,
    };
    first
        + usize::from(matches!(
            words[first].folded.as_str(),
            "but" | "and" | "however" | "while" | "meanwhile" | "although" | "though" | "yet"
        ))
}

/// "There was no word from her and the guild stuck to its line": how many words stand before the second clause.
fn behind_and(ground: &Ground, head: &[Word]) -> usize {
    let verb = ["was", "were", "is", "are", "had", "has", "said", "says"];
    let opens = |k: usize| {
        let next = head.get(k + 1);
        next.is_some_and(|w| {
            matches!(
                w.folded.as_str(),
                "the" | "a" | "an" | "its" | "his" | "her" | "their"
            ) || ground.prose.char(w.start).is_some_and(char::is_uppercase)
        })
    };
    (2..head.len())
        .rev()
        .find(|&k| {
            is(head, k, &["and", "but", "while"])
                && opens(k)
                && (0..k).any(|v| is(head, v, &verb))
                && !(0..k).any(|v| is(head, v, &["who", "which", "that", "whose"]))
        })
        .map_or(0, |k| k + 1)
}

/// "A local monitoring group, the Sarim Observatory, was …": what the group is called stands behind it.
fn apposed(ground: &Ground, head: &[Word], comma: Option<usize>) -> Option<(String, SourceKind)> {
    let of = &head[comma? + 1..];
    if let Some(name) = person_apposed(ground, head, of) {
        return Some((name, SourceKind::Official));
    }
    let described = is(head, 0, &["a", "an", "one"]);
    let body = of.get(usize::from(is(of, 0, &["the"]))..)?;
    let (first, last) = (body.first()?, body.last()?);
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let name = body
        .iter()
        .all(|w| upper(w) || is(std::slice::from_ref(w), 0, &["of", "for", "and", "the"]));
    let whole = body[..body.len() - 1].iter().all(|w| w.after.is_empty());
    (described && body.len() < of.len() && body.len() > 1 && upper(first) && name && whole).then(
        || {
            (
                ground.prose.slice(first.start, last.end),
                SourceKind::Organization,
            )
        },
    )
}

/// "The speaker of the assembly, Adam Wahl, offered": what the speaker is called.
fn person_apposed(ground: &Ground, head: &[Word], of: &[Word]) -> Option<String> {
    const LONG: usize = 4;
    let (first, last) = (of.first()?, of.last()?);
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let alone = (2..=LONG).contains(&of.len())
        && of.iter().all(upper)
        && of[..of.len() - 1].iter().all(|w| w.after.is_empty())
        && last.after.contains(',');
    let name = ground.prose.slice(first.start, last.end);
    let form = Form::new(&name);
    let body = ground.listed.find(&form, ground.titles).is_some()
        || form.words.iter().any(|w| ground.titles.is_adjective(w));
    let post = is(head, 0, &["the", "a", "an", "its", "his", "her", "their"])
        && head.iter().any(|w| ground.pack.human(&w.folded));
    (alone && !body && post && ground.titles.person(&form).words.len() >= 2).then_some(name)
}

/// "X, the speaker, on Wednesday offered": the day is no part of the subject.
fn before_time(words: &[Word], subject: usize) -> usize {
    let day = |k: usize| words[k].folded.ends_with("day") && words[k].folded.len() > 5;
    let led = subject >= 3
        && day(subject - 1)
        && is(words, subject - 2, &["on", "late", "early", "last"]);
    let from = if led { subject - 2 } else { subject };
    if led && words[from - 1].after.contains(',') {
        from
    } else {
        subject
    }
}

pub(super) fn proposed(ground: &Ground, words: &[Word], found: &Found) -> Option<Proposed> {
    let mut upto = before_time(words, found.subject);
    let from = opener(words, upto);
    while upto > from
        && (matches!(
            words[upto - 1].folded.as_str(),
            "also"
                | "later"
                | "still"
                | "earlier"
                | "meanwhile"
                | "has"
                | "had"
                | "have"
                | "himself"
                | "herself"
                | "itself"
                | "themselves"
        ) || words[upto - 1].folded.ends_with("day") && upto - from > 2)
    {
        upto -= 1;
    }
    let from = from + behind_and(ground, &words[from..upto]);
    let head = &words[from..upto];
    if head.is_empty() || head.len() > 14 || found.content >= words.len() {
        return None;
    }
    let pronoun = matches!(
        head[0].folded.as_str(),
        "he" | "she"
            | "it"
            | "they"
            | "there"
            | "this"
            | "that"
            | "who"
            | "which"
            | "whose"
            | "nobody"
            | "i"
            | "we"
            | "what"
            | "no"
    );
    if pronoun {
        return None;
    }
    let pronoun = ["he", "she", "it", "they", "we", "i", "there"];
    if is(head, head.len() - 1, &pronoun) {
        return None;
    }
    let comma = head.iter().position(|w| w.after.contains(','));
    let plain = &head[..comma.map_or(head.len(), |k| k + 1)];
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let (first, last) = (plain.first()?, plain.last()?);
    let phrase = ground.prose.slice(first.start, last.end);
    let form = Form::new(&phrase);
    let listed = ground.listed.find(&form, ground.titles).map(|(i, _, _)| i);
    let article = matches!(first.folded.as_str(), "the");
    let body = &plain[usize::from(article)..];
    let person = ground.titles.person(&form);
    let capitals = body.len() > 1
        && body.iter().all(|w| {
            upper(w)
                || matches!(
                    w.folded.as_str(),
                    "of" | "for" | "al" | "el" | "and" | "the" | "bin"
                )
        });
    let titled = person.words.len() < form.words.len()
        && person.words.len() >= 2
        && plain.iter().rev().take(person.words.len()).all(upper);
    let (name, named, kind) = if let Some(i) = listed {
        (phrase, true, ground.listed.bodies()[i].kind)
    } else if titled {
        (person.shown, true, SourceKind::Official)
    } else if capitals && !matches!(first.folded.as_str(), "a" | "an" | "some" | "two" | "three") {
        let of = ground.prose.slice(body[0].start, last.end);
        let kind = if article {
            SourceKind::Organization
        } else {
            SourceKind::Official
        };
        (of, true, kind)
    } else if let Some((name, kind)) = apposed(ground, head, comma) {
        (name, true, kind)
    } else {
        (phrase, false, SourceKind::AnonymousSource)
    };
    let cue = (words[found.cue.0].start, words[found.cue.1].end);
    // What begins within quotation marks ends with them.
    let from = words[found.content].start;
    let opens = |n: usize| {
        let before = words.get(n).and_then(|w| w.start.checked_sub(1));
        matches!(
            before.and_then(|k| ground.prose.char(k)),
            Some('"' | '“' | '«')
        )
    };
    let begun = opens(found.content) || found.content > 0 && opens(found.content - 1);
    let closes = words[found.content..]
        .iter()
        .find(|w| w.after.contains(['"', '”', '»']))
        .filter(|_| begun);
    let end = closes.or(words.last())?.end;
    Some(Proposed {
        id: format!("n{}", cue.0),
        cue: Some(ground.prose.quoted(cue.0, cue.1)),
        cue_also: Vec::new(),
        source: Some(ground.prose.quoted(first.start, last.end)),
        source_name: Some(name),
        source_kind: kind,
        named,
        content: vec![ground.prose.quoted(from, end)],
        style: Style::Indirect,
        act: found.act,
        nested_in: None,
        confidence: 0.7,
        mentions: Vec::new(),
    })
}
