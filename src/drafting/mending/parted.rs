//! Verbs of saying that asides part from what they convey: «أقر مصدر، طالبا عدم ذكر اسمه، بخسارة الصوامع», «أفاد المصدر، وقد اشترط
//! إغفال هويته، بأن …»; and verbs of counting, whose content is a number.
//!
//! Extraction reads a verb, its subject and its content where they stand side by side. What stands between two commas is left out
//! here, and the rest is read as one clause.

use super::super::weekday::is_weekday;
use super::arabic::{all_name, fronted};
use super::ground::Ground;
use super::prose::Word;
use super::unheard::made;
use crate::extraction::{Act, Proposed, Quoted};

/// From a verb to what it conveys there are at most so many words.
const FAR: usize = 34;

/// Words that open a clause of what is said.
const THAT: &[&str] = &[
    "ان",
    "انه",
    "انها",
    "انهم",
    "بان",
    "بانه",
    "بانها",
    "بانهم",
    "اننا",
    "بانهما",
];

/// Nouns of what befell somebody: with them begins what is announced, held likely or denied.
const EVENTS: &[&str] = &[
    "مقتل",
    "مقتله",
    "وفاه",
    "وفاته",
    "موت",
    "موته",
    "اغتيال",
    "تصفيه",
    "مصرع",
    "استشهاد",
    "نجاه",
    "نجاته",
    "رحيل",
    "رحيله",
];

/// Whether a cue of a proposal shares characters with another cue.
pub(super) fn shares_cue(one: &Proposed, cue: &Quoted) -> bool {
    let mut cues = one.cue.iter().chain(&one.cue_also);
    cues.any(|c| c.start < cue.end && cue.start < c.end)
}

/// Proposes what such verbs convey, where nothing was proposed of them.
pub(super) fn parted(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        for v in 0..words.len() {
            found.extend(one(ground, &words, v, start).or_else(|| counted(ground, &words, v)));
        }
    }
    for one in found {
        let Some(cue) = &one.cue else {
            continue;
        };
        let to = one.content.last().map_or(cue.end, |c| c.end);
        // «أكد فلان، المعروف بـ«أبي كذا»، أن»: a name was taken for what he says.
        let first = one.content.first().map_or(cue.end, |c| c.start);
        statements.retain(|s| {
            let named = |c: &Quoted| {
                let before = (c.start as usize).checked_sub(1);
                let opened = before.and_then(|k| ground.prose.char(k));
                c.end <= first && matches!(opened, Some('«' | '"' | '“'))
            };
            let within = s.cue.as_ref().is_some_and(|c| c.end <= first);
            let taken = !s.content.is_empty() && s.content.iter().all(named);
            !(taken && within && s.cue.as_ref().is_some_and(|c| c.start >= cue.start))
        });
        let met = statements.iter().any(|s| {
            let own = shares_cue(s, cue);
            // Somebody else's words hold it all.
            let held = s.source.is_some()
                && s.content
                    .iter()
                    .any(|c| c.start <= cue.start && to <= c.end);
            own || held
        });
        if met {
            continue;
        }
        // What was proposed within these words stands inside them.
        let from = one.content.first().map_or(cue.end, |c| c.start);
        for s in statements.iter_mut() {
            let inside = s.nested_in.is_none()
                && s.cue
                    .as_ref()
                    .is_some_and(|c| from <= c.start && c.end <= to)
                && s.content.iter().all(|c| from <= c.start && c.end <= to);
            if inside && s.act == Act::Rumour {
                s.nested_in = Some(one.id.clone());
            }
        }
        let at = statements
            .iter()
            .position(|s| s.cue.as_ref().is_some_and(|c| c.start > cue.start))
            .unwrap_or(statements.len());
        statements.insert(at, one);
    }
}

fn comma(word: &Word) -> bool {
    word.after.contains(['،', ','])
}

fn one(ground: &Ground, words: &[Word], v: usize, start: usize) -> Option<Proposed> {
    let verb = words.get(v)?;
    let (act, by) = ground.pack.conveys(&verb.folded)?;
    // «شكك الوزير، في مقابلة، في رواية المرصد».
    let doubts = matches!(
        verb.folded.trim_start_matches(['و', 'ف']),
        "شكك" | "شككت" | "شككوا" | "يشكك" | "تشكك"
    );
    // A verb behind a negation or a relative says nothing here.
    let before = v.checked_sub(1).map_or("", |k| words[k].folded.as_str());
    if matches!(
        before,
        "لم" | "لا" | "لن" | "ما" | "الذي" | "التي" | "الذين" | "ان" | "ولم"
    ) {
        return None;
    }
    let first = (v..words.len().min(v + FAR)).find(|k| comma(&words[*k]))?;
    // What is said opens right behind a comma.
    let open = (first + 2..words.len().min(v + FAR)).find(|&k| {
        // «، في اتصال مع الإذاعة أن»: an aside that no comma closes.
        let unclosed = || {
            THAT.contains(&words[k].folded.as_str())
                && (first + 1..k)
                    .rev()
                    .find(|&p| comma(&words[p - 1]))
                    .is_some_and(|p| {
                        let quoted = ground.prose.char(words[p].start + 2);
                        // «، لـ«الصحيفة» أن».
                        let told = words[p].folded.starts_with('ل')
                            && matches!(quoted, Some('«' | '"' | '“'));
                        (told
                            || matches!(
                                words[p].folded.as_str(),
                                "في" | "خلال" | "عبر" | "ردا" | "لدي"
                            ))
                            && k - p < 9
                    })
        };
        (comma(&words[k - 1]) || unclosed())
            && (THAT.contains(&words[k].folded.as_str())
                || act == Act::Deny && words[k].folded == "ما"
                || doubts && words[k].folded == "في" && k > first + 2
                || EVENTS.contains(&words[k].folded.as_str()) && k > first + 1
                || by
                    && words[k].folded.starts_with('ب')
                    && words[k].folded.chars().count() >= 4
                    && !words[k].folded.starts_with("بعد"))
    })?;
    // Between the first comma and the last nothing else is said.
    let said = (first + 1..open).any(|k| {
        // «طالبا عدم ذكر اسمه» says nothing.
        let noun = words[k - 1].folded == "عدم" || words[k].folded.starts_with('ط');
        // «تحدث إلى الإذاعة»: to whom.
        let spoke = words[k].folded.starts_with("تحدث")
            && words
                .get(k + 1)
                .is_some_and(|w| w.folded == "الي" || w.folded.starts_with('ل'));
        !noun && !spoke && ground.pack.conveys(&words[k].folded).is_some()
    });
    if said
        || words[v..open].iter().any(|w| w.after.contains(':'))
        || utters(ground, verb.start, words[open].start)
    {
        return None;
    }
    let that = words[open].folded.as_str();
    let from = if matches!(that, "ان" | "بان" | "في") {
        open + 1
    } else {
        open
    };
    let content = (words.get(from)?.start, words.last()?.end);
    let cue = (
        verb.start + usize::from(verb.folded.starts_with(['و', 'ف']) && !starts_so(ground, verb)),
        verb.end,
    );
    if first == v {
        // The subject stands before the verb.
        let (span, name) = fronted(ground, start, verb.start)?;
        let who = ground.prose.words(span.0, span.1);
        let mut made = made(ground, cue, Some(&who), content, act)?;
        if let Some(name) = name {
            made.source_name = Some(name);
            made.named = true;
        }
        return Some(Proposed {
            id: format!("a{}", cue.0),
            ..made
        });
    }
    let mut subject = &words[v + 1..=first];
    // A name between the commas: «مدير الديوان، فلان الفلاني، …».
    let name = (first + 1..open)
        .find(|k| comma(&words[*k]))
        .and_then(|k| all_name(ground, &words[first + 1..=k]));
    if let Some(at) = subject
        .iter()
        .position(|w| matches!(w.folded.as_str(), "امس" | "اليوم") || is_weekday(&w.folded))
    {
        subject = &subject[..at];
    }
    let head = subject.first()?;
    let bare = head.folded.strip_prefix("ال").unwrap_or(&head.folded);
    let somebody = ground.pack.human(bare)
        || ground.pack.human(&head.folded)
        || ground
            .listed
            .find(
                &crate::drafting::naming::Form::new(
                    &ground.prose.slice(head.start, subject.last()?.end),
                ),
                ground.titles,
            )
            .is_some()
        || all_name(ground, subject).is_some();
    if !somebody || subject.len() > 9 {
        return None;
    }
    let mut made = made(ground, cue, Some(subject), content, act)?;
    if let Some((a, b)) = name {
        made.source_name = Some(ground.prose.slice(a, b));
        made.named = true;
    }
    Some(Proposed {
        id: format!("a{}", cue.0),
        ..made
    })
}

/// Whether a quotation among words is something said, and no name: «المعروف بـ«أبي كذا»», «في «كتائب كذا»».
fn utters(ground: &Ground, from: usize, to: usize) -> bool {
    const NAME: usize = 3;
    let mut opened: Option<usize> = None;
    for n in from..to {
        match (ground.prose.char(n), opened) {
            (Some('«' | '“'), _) | (Some('"'), None) => opened = Some(n),
            (Some('»' | '”' | '"'), Some(at)) => {
                if ground.prose.words(at, n).len() > NAME {
                    return true;
                }
                opened = None;
            }
            _ => {}
        }
    }
    opened.is_some()
}

/// Whether a verb begins so by itself: «وصف», «فند».
fn starts_so(ground: &Ground, word: &Word) -> bool {
    let rest: String = word.folded.chars().skip(1).collect();
    ground.pack.conveys(&rest).is_none()
}

/// «وأحصى مستوصف البلدة حتى المساء 19 قتيلا»: who counts says the number.
fn counted(ground: &Ground, words: &[Word], v: usize) -> Option<Proposed> {
    const COUNTS: &[&str] = &[
        "احصي",
        "احصت",
        "احصوا",
        "عد",
        "عدت",
        "سجل",
        "سجلت",
        "وثق",
        "وثقت",
    ];
    let verb = words.get(v)?;
    let bare = verb.folded.trim_start_matches(['و', 'ف']);
    // «وفي حصيلة تشمل المحافظة، أحصى المرصد».
    let opens = v <= 2 || comma(&words[v - 1]) && words[0].folded.ends_with("في");
    if !(COUNTS.contains(&bare) || COUNTS.contains(&verb.folded.as_str())) || !opens {
        return None;
    }
    let number = (v + 2..words.len().min(v + 12))
        .find(|k| words[*k].folded.chars().all(|c| c.is_numeric()))?;
    // Up to a comma or a word of time stands who counts.
    let upto = (v + 1..number)
        .find(|k| {
            comma(&words[*k])
                || matches!(
                    words[*k + 1].folded.as_str(),
                    "حتي" | "مساء" | "صباح" | "امس" | "اليوم" | "منذ" | "مقتل" | "سقوط"
                )
        })
        .map_or(number, |k| k + 1);
    let last = (number..words.len())
        .find(|k| words[*k].after.contains(['.', '؛']))
        .unwrap_or(words.len() - 1);
    let one = made(
        ground,
        (verb.start, verb.end),
        Some(&words[v + 1..upto]),
        (words[number].start, words[last].end),
        Act::Assert,
    )?;
    Some(Proposed {
        id: format!("c{}", verb.start),
        ..one
    })
}
