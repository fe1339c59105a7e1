//! Arabic sayings that no verb by itself conveys: a denial renewed, doubts voiced, a check that could not be made.

use super::arabic::tail_name;
use super::ground::Ground;
use super::prose::Word;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind, Style};

/// Sayings that no verb by itself conveys: «جددت الوزارة القول إن», «أبدى ضابط شكوكا في», «لم يتسن للصحيفة التحقق من».
pub(super) fn unheard(ground: &Ground, statements: &mut Vec<Proposed>) {
    let all = ground.prose.len();
    let mut at = 0;
    let mut found: Vec<Proposed> = Vec::new();
    while at < all {
        let (start, end) = ground.prose.sentence(at);
        at = end.max(at) + 1;
        let words = ground.prose.words(start, end);
        let made = [
            renewed(ground, &words),
            doubts(ground, &words),
            unchecked(ground, &words),
        ];
        found.extend(made.into_iter().flatten());
    }
    for one in found {
        let Some(cue) = &one.cue else {
            continue;
        };
        let met = statements.iter().any(|s| {
            s.cue.as_ref().is_some_and(|c| {
                c.start < cue.end && cue.start < c.end
                    || s.cue_also
                        .iter()
                        .any(|a| a.start < cue.end && cue.start < a.end)
            })
        });
        if met {
            continue;
        }
        let place = statements
            .iter()
            .position(|s| s.cue.as_ref().is_some_and(|c| c.start > cue.start))
            .unwrap_or(statements.len());
        statements.insert(place, one);
    }
}

pub(super) fn made(
    ground: &Ground,
    cue: (usize, usize),
    who: Option<&[Word]>,
    content: (usize, usize),
    act: Act,
) -> Option<Proposed> {
    let (source, name, named, kind) = match who {
        Some(words) => {
            let (first, last) = (words.first()?, words.last()?);
            let phrase = ground.prose.slice(first.start, last.end);
            let listed = ground.listed.find(&Form::new(&phrase), ground.titles);
            let (name, named, kind) = match (listed, tail_name(ground, words)) {
                (Some((i, _, _)), _) => (phrase, true, ground.listed.bodies()[i].kind),
                (None, Some((a, b))) => (ground.prose.slice(a, b), true, SourceKind::Official),
                (None, None) => (phrase, false, SourceKind::AnonymousSource),
            };
            (
                Some(ground.prose.quoted(first.start, last.end)),
                name,
                named,
                kind,
            )
        }
        None => {
            let body = &ground.listed.bodies()[ground.own?];
            (None, body.names.values().next()?.clone(), true, body.kind)
        }
    };
    if content.1 <= content.0 {
        return None;
    }
    Some(Proposed {
        id: format!("u{}", cue.0),
        cue: Some(ground.prose.quoted(cue.0, cue.1)),
        cue_also: Vec::new(),
        source,
        source_name: Some(name),
        source_kind: kind,
        named,
        content: vec![ground.prose.quoted(content.0, content.1)],
        style: Style::Indirect,
        act,
        nested_in: None,
        confidence: 0.7,
        mentions: Vec::new(),
    })
}

fn plain_verb(word: &Word) -> &str {
    word.folded
        .strip_prefix(['و', 'ف'])
        .filter(|r| r.chars().count() >= 3)
        .unwrap_or(&word.folded)
}

/// «جددت وزارة الدفاع القول إنه …», «كرر الناطق التأكيد أن …».
fn renewed(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let verb = words.iter().take(6).position(|w| {
        matches!(
            plain_verb(w),
            "جدد" | "جددت" | "كرر" | "كررت" | "اعاد" | "اعادت" | "كررا" | "جددوا"
        )
    })?;
    let noun = (verb + 2..words.len().min(verb + 12)).find(|n| {
        matches!(
            words[*n].folded.as_str(),
            "القول"
                | "التاكيد"
                | "تاكيده"
                | "تاكيدها"
                | "قوله"
                | "قولها"
                | "النفي"
                | "نفيه"
                | "نفيها"
        )
    })?;
    let mut from = noun + 1;
    if words.get(from).is_some_and(|w| w.folded == "علي") {
        from += 1;
    }
    let that = words.get(from)?;
    if !matches!(
        that.folded.as_str(),
        "ان" | "انه" | "انها" | "انهم" | "بان" | "بانه" | "بانها"
    ) {
        return None;
    }
    let content = words.get(from + 1)?.start;
    let act = if words[noun].folded.contains("نفي") {
        Act::Deny
    } else {
        Act::Assert
    };
    made(
        ground,
        (words[noun].start, words[noun].end),
        Some(&words[verb + 1..noun]),
        (content, words.last()?.end),
        act,
    )
}

/// «أبدى ضابط في الاستخبارات شكوكا في مقتل …».
fn doubts(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let verb = words.iter().position(|w| {
        matches!(
            plain_verb(w),
            "ابدي" | "ابدت" | "اثار" | "اثارت" | "ابدوا" | "اعرب" | "اعربت"
        )
    })?;
    let noun = (verb + 2..words.len().min(verb + 12)).find(|n| {
        matches!(
            words[*n].folded.as_str(),
            "شكوكا"
                | "شكوكه"
                | "شكوكها"
                | "شكوكهم"
                | "تشككا"
                | "تشككه"
                | "شكه"
                | "شكا"
        )
    })?;
    let about = words.get(noun + 1)?;
    if !matches!(
        about.folded.as_str(),
        "في" | "حول" | "بشان" | "حيال" | "ازاء"
    ) || words[verb + 1..noun].iter().any(|w| w.after.contains('،'))
    {
        return None;
    }
    let first = words.get(noun + 2)?;
    let last = words[noun + 2..]
        .iter()
        .find(|w| w.after.contains(['،', ',']))
        .or_else(|| words.last())?;
    made(
        ground,
        (words[verb].start, words[noun].end),
        Some(&words[verb + 1..noun]),
        (first.start, last.end),
        Act::Opinion,
    )
}

/// Verbs of being able, as they stand behind a negation.
const ABLE: [&str; 11] = [
    "تتمكن",
    "يتمكن",
    "نتمكن",
    "يتسن",
    "يتسني",
    "تستطع",
    "يستطع",
    "نستطع",
    "يمكن",
    "تستطيع",
    "نستطيع",
];

/// «ولم تتمكن الصحيفة من التحقق مما …», «ولم يتسن لنا التثبت منه»: the page itself, or the agency that it names.
fn unchecked(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let not = words
        .iter()
        .position(|w| matches!(plain_verb(w), "لم" | "تعذر" | "يتعذر" | "لا" | "ولم"))?;
    let check = (not + 1..words.len().min(not + 9))
        .find(|n| matches!(words[*n].folded.as_str(), "التحقق" | "التثبت" | "التاكد"))?;
    let able = words[not + 1..check]
        .iter()
        .any(|w| ABLE.contains(&w.folded.as_str()))
        || plain_verb(&words[not]).contains("تعذر");
    if !able {
        return None;
    }
    // Who could not: «لرويترز», «الصحيفة»; the page itself where nobody is named.
    let between: Vec<Word> = words[not + 1..check]
        .iter()
        .filter(|w| {
            !ABLE.contains(&w.folded.as_str())
                && !matches!(
                    w.folded.as_str(),
                    "من" | "لنا"
                        | "له"
                        | "لها"
                        | "علينا"
                        | "بعد"
                        | "بشكل"
                        | "مستقل"
                        | "علي"
                        | "الفور"
                )
        })
        .map(
            |w| match w.folded.strip_prefix('ل').filter(|r| r.chars().count() > 3) {
                Some(rest) => Word {
                    start: w.start + 1,
                    folded: rest.to_owned(),
                    ..w.clone()
                },
                None => w.clone(),
            },
        )
        .collect();
    let who = (!between.is_empty())
        .then_some(between.as_slice())
        .filter(|b| {
            let form = Form::new(&ground.prose.slice(b[0].start, b[b.len() - 1].end));
            ground
                .listed
                .find(&form, ground.titles)
                .is_some_and(|(i, _, _)| Some(i) != ground.own)
        });
    if who.is_none() && !between.is_empty() {
        // Somebody else could not: their own, and no word of the page.
        let form = Form::new(
            &ground
                .prose
                .slice(between[0].start, between[between.len() - 1].end),
        );
        let own = ground.titles.is_generic(&form)
            || ground
                .listed
                .find(&form, ground.titles)
                .is_some_and(|(i, _, _)| Some(i) == ground.own)
            || ground.titles.is_outlet(&form);
        if !own {
            return None;
        }
    }
    let of = words.get(check + 1);
    let (cue, content) = match of {
        Some(w)
            if matches!(w.folded.as_str(), "منه" | "منها" | "منهم" | "من")
                && matches!(w.folded.as_str(), "منه" | "منها" | "منهم") =>
        {
            (
                (words[not].start, w.end),
                (words[0].start, words[not.checked_sub(1)?].end),
            )
        }
        Some(w) if w.folded == "من" => (
            (words[not].start, w.end),
            (words.get(check + 2)?.start, words.last()?.end),
        ),
        Some(w) => (
            (words[not].start, words[check].end),
            (w.start, words.last()?.end),
        ),
        None => return None,
    };
    made(ground, cue, who, content, Act::Assert)
}
