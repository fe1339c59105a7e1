//! Texts and sentences whose speaker no phrase of the sentence names: a communiqué, which is its issuer's from the first line to the
//! last, and what a page says of itself as "we".

use super::ground::Ground;
use super::prose::Word;
use super::unheard::made;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind, Style};

/// A sentence of fewer words says nothing that would be a statement.
const FEWEST: usize = 5;
/// A line that names an issuer has no more words.
const LINE: usize = 12;
/// The most that is read for an issuer's name.
const NAME: usize = 6;

/// Who issued a text that is a communiqué: the name, and where the text has it.
struct Issuer {
    name: String,
    at: Option<(usize, usize)>,
}

/// Words that end an issuer's name in a title: «بيان الحركة بشأن …».
const ABOUT: &[&str] = &[
    "بشان",
    "حول",
    "عن",
    "ردا",
    "في",
    "الي",
    "علي",
    "بخصوص",
    "رقم",
    "بمناسبه",
    "on",
    "about",
    "regarding",
    "concerning",
    "to",
];

/// Gives the sentences of a communiqué to whoever issued it.
pub(super) fn communique(ground: &Ground, title: Option<&str>, statements: &mut Vec<Proposed>) {
    let Some(issuer) = issuer(ground, title) else {
        return;
    };
    let kind = ground
        .listed
        .find(&Form::new(&issuer.name), ground.titles)
        .map_or(SourceKind::Group, |(i, _, _)| {
            ground.listed.bodies()[i].kind
        });
    // What nobody is written to say, the issuer says.
    for one in statements.iter_mut() {
        if one.source.is_none() && one.source_name.is_none() && one.act != Act::Rumour {
            one.source_name = Some(issuer.name.clone());
            one.source_kind = kind;
            one.named = true;
        }
    }
    let mut found: Vec<Proposed> = Vec::new();
    for (start, end, words) in ground.prose.sentences() {
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            continue;
        };
        let covered = statements.iter().any(|s| {
            s.content
                .iter()
                .chain(&s.cue)
                .chain(&s.source)
                .any(|q| (q.start as usize) < end && start < q.end as usize)
        });
        let names = issuer.at.is_some_and(|(a, b)| a < end && start < b);
        if covered || words.len() < FEWEST || names && words.len() <= LINE {
            continue;
        }
        found.push(Proposed {
            id: format!("v{}", first.start),
            cue: None,
            cue_also: Vec::new(),
            source: None,
            source_name: Some(issuer.name.clone()),
            source_kind: kind,
            named: true,
            content: vec![ground.prose.quoted(first.start, last.end)],
            style: Style::Indirect,
            act: Act::Assert,
            nested_in: None,
            confidence: 0.6,
            mentions: Vec::new(),
        });
    }
    enter(statements, found);
}

/// The issuer: a line «صادر عن …», or a title "Statement by …" of a text that speaks as "we" and is signed by the one it names.
fn issuer(ground: &Ground, title: Option<&str>) -> Option<Issuer> {
    let lines: Vec<(usize, usize, Vec<Word>)> = ground
        .prose
        .sentences()
        .filter(|(_, _, words)| !words.is_empty())
        .collect();
    let ours = lines
        .iter()
        .flat_map(|(_, _, words)| words)
        .any(|w| ours(&w.folded));
    if !ours {
        return None;
    }
    for (_, _, words) in lines.iter().take(2) {
        let Some(k) = words.iter().take(4).position(|w| {
            matches!(
                w.folded.as_str(),
                "صادر" | "صادره" | "الصادر" | "issued" | "released"
            )
        }) else {
            continue;
        };
        let by = words
            .get(k + 1)
            .is_some_and(|w| matches!(w.folded.as_str(), "عن" | "by"));
        let rest = words.get(k + 2..)?;
        if by && words.len() <= LINE && !rest.is_empty() && rest.len() <= NAME {
            let rest = &rest[organ(rest)..];
            let (a, b) = (rest[0].start, rest[rest.len() - 1].end);
            return Some(Issuer {
                name: ground.prose.slice(a, b),
                at: Some((a, b)),
            });
        }
    }
    // A title that names a body, and that body's name as the signature.
    let title = Form::new(title?);
    let head = title.words.iter().position(|w| {
        matches!(
            w.as_str(),
            "بيان" | "بلاغ" | "تصريح" | "statement" | "communique" | "declaration"
        )
    })?;
    let mut from = head + 1;
    while title.words.get(from).is_some_and(|w| {
        matches!(
            w.as_str(),
            "صادر" | "من" | "عن" | "by" | "from" | "of" | "صحفي" | "the"
        )
    }) {
        from += 1;
    }
    let upto = (from..title.words.len())
        .find(|k| ABOUT.contains(&title.words[*k].as_str()))
        .unwrap_or(title.words.len());
    if head > 1 || upto <= from || upto - from > NAME {
        return None;
    }
    let name = title
        .without_first(from)
        .without_last(title.words.len() - upto);
    let (_, _, last) = lines.last()?;
    let signed = last.len() <= LINE
        && last
            .iter()
            .map(|w| w.folded.as_str())
            .collect::<Vec<_>>()
            .windows(name.words.len())
            .any(|w| w == name.words.as_slice());
    // «وإننا في القيادة العامة للواء الصخرة»: "we", and who that is.
    let as_we = lines.iter().any(|(_, _, words)| {
        words
            .windows(name.words.len())
            .enumerate()
            .any(|(k, part)| {
                part.iter().zip(&name.words).all(|(w, n)| w.folded == *n)
                    && words[k.saturating_sub(2)..k].iter().any(|w| {
                        matches!(
                            w.folded.as_str(),
                            "اننا" | "واننا" | "نحن" | "ونحن" | "فاننا" | "we"
                        )
                    })
            })
    });
    let at = last.first().zip(last.last()).filter(|_| signed);
    (signed || as_we).then(|| Issuer {
        at: at.map(|(a, b)| (a.start, b.end)),
        name: name.shown,
    })
}

/// How many words name an organ through which a body speaks, before its own name: «غرفة عمليات تحالف الجبل», «قيادة الكتائب».
fn organ(words: &[Word]) -> usize {
    let word = |k: usize| words.get(k).map_or("", |w| w.folded.as_str());
    let heads = match (word(0), word(1)) {
        ("غرفه", "عمليات") => 2,
        ("قياده" | "رياسه" | "اعلام", _) => 1,
        _ => 0,
    };
    // «قيادة الأركان» is a body of its own.
    if words.len() >= heads + 2 { heads } else { 0 }
}

/// A word with "our" in it.
fn ours(word: &str) -> bool {
    matches!(word, "our" | "ours" | "we")
        || word.chars().count() >= 5 && word.ends_with("نا") && !word.starts_with("ال")
}

/// Negations of a verb, Arabic.
const NOT: &[&str] = &[
    "لا", "لم", "لن", "ولا", "ولم", "ولن", "فلا", "فلم", "فلن", "وما", "ما",
];

/// Nouns that stand behind «لا» and look like "we …".
const NO_VERB: &[&str] = &[
    "نيه",
    "نهايه",
    "نقاش",
    "نزاع",
    "نظير",
    "نفع",
    "نص",
    "نحو",
    "نتيجه",
    "نوايا",
    "نقص",
    "نصيب",
    "ناطق",
    "نعلم",
    "نفسه",
    "نفس",
    "نساء",
    "نشاط",
];

/// What a page says of itself as "we": «لا نجزم بموته», "We do not know if he is dead".
pub(super) fn as_we(ground: &Ground, statements: &mut Vec<Proposed>, arabic: bool) {
    // "We assess that": whoever "we" is, outside quotation marks it is the page.
    if let Some(own) = ground.own.map(|i| &ground.listed.bodies()[i])
        && let Some(name) = own.names.values().next()
    {
        for one in statements.iter_mut() {
            let Some(cue) = one.cue.as_ref().map(|c| c.start as usize) else {
                continue;
            };
            let (start, _) = ground.prose.sentence(cue);
            let before = ground.prose.words(start, cue);
            let we = before
                .last()
                .is_some_and(|w| w.folded == "we" && w.after.trim().is_empty());
            if we
                && one.source.is_none()
                && one.source_name.is_none()
                && !within_quotes(ground, start, cue)
            {
                one.source_name = Some(name.clone());
                one.source_kind = own.kind;
                one.named = true;
            }
        }
    }
    let mut found: Vec<Proposed> = Vec::new();
    for (start, end, words) in ground.prose.sentences() {
        let at = if arabic {
            we_arabic(&words)
        } else {
            we_english(&words)
        };
        let Some(n) = at else {
            continue;
        };
        let (Some(first), Some(last)) = (words.get(n), words.last()) else {
            continue;
        };
        let met = statements.iter().any(|s| {
            s.act != Act::Rumour
                && s.content
                    .iter()
                    .chain(&s.cue)
                    .any(|q| (q.start as usize) < last.end && first.start < q.end as usize)
        });
        if met || within_quotes(ground, start.min(first.start), first.start) || last.end > end {
            continue;
        }
        let cue = if arabic {
            words.get(n + 1).map_or(first.end, |w| w.end)
        } else {
            first.end
        };
        if let Some(one) = made(
            ground,
            (first.start, cue),
            None,
            (first.start, last.end),
            Act::Assert,
        ) {
            found.push(Proposed {
                cue: None,
                id: format!("w{}", first.start),
                ..one
            });
        }
    }
    enter(statements, found);
}

fn we_arabic(words: &[Word]) -> Option<usize> {
    (0..words.len()).find(|&n| {
        let w = words[n].folded.as_str();
        if matches!(w, "لسنا" | "ولسنا" | "فلسنا") {
            return true;
        }
        let next = words.get(n + 1).map_or("", |w| w.folded.as_str());
        // «لم نتمكن من التحقق» is a check that could not be made, read elsewhere.
        let verb = next.starts_with('ن')
            && next.chars().count() >= 3
            && !next.ends_with('ه')
            && !NO_VERB.contains(&next)
            && !next.starts_with("نتمكن");
        NOT.contains(&w) && verb && words[n].after.is_empty()
    })
}

fn we_english(words: &[Word]) -> Option<usize> {
    const KNOWS: &[&str] = &[
        "know",
        "hold",
        "believe",
        "judge",
        "assess",
        "assessed",
        "trust",
        "think",
        "consider",
        "doubt",
        "conclude",
        "concluded",
        "attribute",
    ];
    (0..words.len()).find(|&n| {
        let word = |k: usize| words.get(n + k).map_or("", |w| w.folded.as_str());
        if word(0) != "we" {
            return false;
        }
        let auxiliary = matches!(
            word(1),
            "do" | "did" | "can" | "could" | "are" | "were" | "have" | "had"
        );
        KNOWS.contains(&word(1))
            || word(1) == "cannot"
            || auxiliary && matches!(word(2), "not" | "no" | "never" | "seen") && word(3) != "yet"
            || matches!(
                word(1),
                "don't" | "didn't" | "can't" | "couldn't" | "haven't"
            )
            || word(1) == "set" && words[n..].iter().take(7).any(|w| w.folded == "aside")
    })
}

/// Whether an odd number of quotation marks stands before a place in its paragraph.
pub(super) fn within_quotes(ground: &Ground, start: usize, at: usize) -> bool {
    let mut from = start;
    while from > 0 && ground.prose.char(from - 1) != Some('\n') {
        from -= 1;
    }
    let mut open = 0_i32;
    let mut straight = 0;
    for k in from..at {
        match ground.prose.char(k) {
            Some('«' | '“') => open += 1,
            Some('»' | '”') => open -= 1,
            Some('"') => straight += 1,
            _ => {}
        }
    }
    open > 0 || straight % 2 == 1
}

/// Enters proposals in the order of the text.
pub(super) fn enter(statements: &mut Vec<Proposed>, found: Vec<Proposed>) {
    for one in found {
        let start = one.content.first().map_or(0, |c| c.start);
        let at = statements
            .iter()
            .position(|s| {
                s.cue
                    .as_ref()
                    .or(s.content.first())
                    .is_some_and(|c| c.start > start)
            })
            .unwrap_or(statements.len());
        statements.insert(at, one);
    }
}
