//! Arabic sayings that no verb by itself conveys: a denial renewed, doubts voiced, a check that could not be made, what is not
//! ruled out, a death mourned.
//!
//! In one file because every pattern is a verb with its subject and its content, proposed in one way.

use super::super::weekday::is_weekday;
use super::arabic::tail_name;
use super::ground::Ground;
use super::positions::clause_end;
use super::prose::Word;
use super::withheld;
use super::wordings::forms;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind, Style};

/// Sayings that no verb by itself conveys: «جددت الوزارة القول إن», «أبدى ضابط شكوكا في», «لم يتسن للصحيفة التحقق من».
pub(super) fn unheard(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (_, end, words) in ground.prose.sentences() {
        let words = behind_dateline(&words);
        let made = [
            renewed(ground, words),
            doubts(ground, words),
            unchecked(ground, words),
            not_ruled_out(ground, words),
            held_back(ground, words),
            mourned(ground, words),
            scoffed(ground, words),
            rumoured(ground, words),
            wrote(ground, words, end),
            announced(ground, words),
            super::charge::claimed(ground, words),
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
        let mourns = one.act == Act::Announce
            && ["نع", "ينع", "تنع", "زف"]
                .iter()
                .any(|p| crate::text::fold::fold(&cue.text).starts_with(p));
        if met && !mourns {
            continue;
        }
        // A mourning was read, but its object with its subject.
        if met {
            let (from, to) = (cue.start, one.content.last().map_or(cue.end, |c| c.end));
            statements.retain(|s| {
                !s.cue
                    .as_ref()
                    .is_some_and(|c| c.start < cue.end && cue.start < c.end)
                    || s.content
                        .last()
                        .is_some_and(|c| c.end < from || c.start > to)
            });
        }
        let place = statements
            .iter()
            .position(|s| s.cue.as_ref().is_some_and(|c| c.start > cue.start))
            .unwrap_or(statements.len());
        statements.insert(place, one);
    }
}

/// The words of a sentence without the place and the agency that it opens with: «قلمير (و ق) - أعلنت».
fn behind_dateline(words: &[Word]) -> &[Word] {
    const LONGEST: usize = 6;
    let dash = words
        .iter()
        .take(LONGEST)
        .rposition(|w| w.after.contains([')']) && w.after.contains(['-', '–']));
    dash.map_or(words, |k| &words[k + 1..])
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
            // «عائلة القائد فلان» is not he.
            let own = tail_name(ground, words).filter(|_| !kin(words));
            let (name, named, kind) = match (listed, own) {
                (None, _) if group(words) => (phrase, true, SourceKind::Organization),
                (Some((i, _, _)), _) => (phrase, true, ground.listed.bodies()[i].kind),
                (None, Some((a, b))) => (ground.prose.slice(a, b), true, SourceKind::Official),
                (None, None) if marked(ground, first, last) => {
                    (phrase, true, SourceKind::Organization)
                }
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

/// Whether a phrase is all in quotation marks, as names of outlets are: «الضفاف».
fn marked(ground: &Ground, first: &Word, last: &Word) -> bool {
    let before = first
        .start
        .checked_sub(1)
        .and_then(|k| ground.prose.char(k));
    before.is_some_and(|c| matches!(c, '«' | '"' | '“')) && last.after.starts_with(['»', '"', '”'])
}

/// Whether a phrase is of somebody's relatives, who are not named in it.
fn kin(words: &[Word]) -> bool {
    let head = words
        .first()
        .map_or("", |w| w.folded.trim_start_matches('و'));
    matches!(
        head,
        "عايله" | "اسره" | "اهل" | "ذوو" | "ذوي" | "اقارب" | "رفاق" | "انصار"
    ) && words.iter().all(|w| w.after.is_empty())
}

/// Whether a phrase is a group by its head and its name: «جبهة الراية», «نقابة الممثلين».
fn group(words: &[Word]) -> bool {
    let head = words.first().map_or("", |w| w.folded.as_str());
    (2..=6).contains(&words.len()) && heads_group(head)
}

/// Whether a word is one by which groups and bodies are called, before their names.
pub(super) fn heads_group(head: &str) -> bool {
    matches!(
        head,
        "جبهه"
            | "حركه"
            | "تنظيم"
            | "كتايب"
            | "كتيبه"
            | "لواء"
            | "جماعه"
            | "حزب"
            | "هييه"
            | "قوات"
            | "وزاره"
            | "حكومه"
            | "رياسه"
            | "نقابه"
            | "اتحاد"
            | "نادي"
            | "شبكه"
            | "قناه"
            | "جيش"
            | "فصيل"
            | "سرايا"
            | "الويه"
            | "مجلس"
            | "قياده"
            | "مليشيا"
            | "ميليشيا"
    )
}

pub(super) fn plain_verb(word: &Word) -> &str {
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
            "جدد"
                | "جددت"
                | "كرر"
                | "كررت"
                | "اعاد"
                | "اعادت"
                | "كررا"
                | "جددوا"
                | "عاود"
                | "عاودت"
                | "عاودوا"
                | "واصل"
                | "واصلت"
                | "واصلوا"
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
            "ابدي"
                | "ابدت"
                | "اثار"
                | "اثارت"
                | "ابدوا"
                | "اعرب"
                | "اعربت"
                | "يخف"
                | "تخف"
                | "يخفي"
                | "تخفي"
        )
    })?;
    let noun = (verb + 2..words.len().min(verb + 16)).find(|n| {
        matches!(
            words[*n].folded.as_str(),
            "شكوك"
                | "شكوكا"
                | "شكوكه"
                | "شكوكها"
                | "شكوكهم"
                | "تشككا"
                | "تشككه"
                | "شكه"
                | "شكا"
                | "شكها"
                | "تشككها"
                | "ارتيابا"
                | "ارتيابه"
                | "ارتيابها"
                | "ارتيابهم"
                | "ريبته"
                | "ريبتها"
        )
    })?;
    let about = words.get(noun + 1)?;
    if !matches!(
        about.folded.as_str(),
        "في" | "حول" | "بشان" | "حيال" | "ازاء"
    ) {
        return None;
    }
    // «أعرب الوزير، فلان الفلاني، في مؤتمر صحافي عن شكوكه»: who speaks ends before where he spoke.
    let behind = &words[verb + 1..noun];
    let mut until = behind
        .iter()
        .position(|w| {
            matches!(
                w.folded.as_str(),
                "في" | "عن" | "خلال" | "عبر" | "امس" | "اليوم"
            ) && w.start > words[verb + 1].start
        })
        .unwrap_or(behind.len());
    // «ضابط في الاستخبارات»: a post, not where he spoke.
    if behind.get(until).is_some_and(|w| w.folded == "في")
        && !behind[until + 1..].iter().take(2).any(|w| {
            [
                "موتمر",
                "تصريح",
                "حديث",
                "بيان",
                "اتصال",
                "مقابله",
                "تغريده",
                "لقاء",
            ]
            .iter()
            .any(|p| w.folded.contains(p))
        })
    {
        until = behind
            .iter()
            .position(|w| matches!(w.folded.as_str(), "عن" | "خلال" | "عبر" | "امس" | "اليوم"))
            .unwrap_or(behind.len());
    }
    let who = &behind[..until];
    if who.is_empty()
        || who[..who.len() - 1]
            .iter()
            .filter(|w| w.after.contains('،'))
            .count()
            > 1
    {
        return None;
    }
    let first = words.get(noun + 2)?;
    let last = words[noun + 2..]
        .iter()
        .find(|w| w.after.contains(['،', ',']))
        .or_else(|| words.last())?;
    // «لم يخف شكوكه»: who does not hide a doubt has it.
    let hides = plain_verb(&words[verb]).contains("خف");
    let begins = if hides { noun } else { verb };
    made(
        ground,
        (words[begins].start, words[noun].end),
        Some(who),
        (first.start, last.end),
        Act::Opinion,
    )
}

/// Nouns of what befell somebody, and words for a report: with them begins what is not ruled out, not denied.
const BEFELL: &[&str] = &[
    "مقتل",
    "مقتله",
    "مقتلها",
    "وفاه",
    "وفاته",
    "وفاتها",
    "موت",
    "موته",
    "موتها",
    "اغتيال",
    "اغتياله",
    "تصفيه",
    "تصفيته",
    "مصرع",
    "مصرعه",
    "استشهاد",
    "استشهاده",
    "اصابه",
    "اصابته",
    "اصابتها",
    "اسر",
    "اسره",
    "اعتقال",
    "اعتقاله",
    "فرار",
    "فراره",
    "هروب",
    "هروبه",
    "نجاه",
    "نجاته",
    "هلاك",
    "رحيل",
    "رحيله",
    "صحه",
    "نبا",
    "انباء",
    "خبر",
    "وجود",
    "وجوده",
    "احتمال",
    "امكانيه",
    "فرضيه",
    "النبا",
    "الخبر",
    "الانباء",
    "التقارير",
    "تقارير",
    "ذلك",
    "هذه",
    "ما",
    "اختطاف",
    "خطف",
    "ان",
    "انه",
    "انها",
    "انهم",
    "تعرض",
    "تعرضه",
    "ايا",
];

/// «لم يستبعد مصدر أمني مقتل فلان», «لم تؤكد الوزارة مقتله ولم تنفه», «لا تنفي الجبهة».
fn not_ruled_out(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let not = words
        .iter()
        .position(|w| matches!(w.folded.as_str(), "لم" | "لا" | "ولم" | "ولا" | "فلم" | "فلا"))?;
    let verb = words.get(not + 1)?;
    let known = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "يستبعد"
                | "تستبعد"
                | "يستبعدوا"
                | "ينف"
                | "تنف"
                | "ينفي"
                | "تنفي"
                | "ينفوا"
                | "يوكد"
                | "توكد"
                | "يوكدوا"
                | "يجزم"
                | "تجزم"
        ) || matches!(
            w.folded.as_str(),
            "يقل" | "تقل" | "يوضح" | "توضح" | "يحدد" | "تحدد" | "يكشف" | "تكشف"
        ) && words.iter().any(|w| w.folded == "اذا")
    };
    if !known(verb) || !words[not].after.is_empty() || !verb.after.is_empty() {
        return None;
    }
    // The subject behind the verb, or before it where nothing stands between it and what is not ruled out.
    let content = (not + 2..words.len().min(not + 24))
        .filter(|&n| n < not + 12 || words[n].folded == "ان")
        .find(|&n| BEFELL.contains(&words[n].folded.as_str()))?;
    let aside = words[not + 2..content]
        .iter()
        .position(|w| w.after.contains(['،', ',']));
    // «لا يستبعد الباحث فلان، في اتصال مع الصحيفة، أن يكون …».
    if aside.is_some()
        && !(words[content - 1].after.contains(['،', ',']) && words[content].folded == "ان")
    {
        return None;
    }
    let behind = &words[not + 2..aside.map_or(content, |k| not + 3 + k)];
    let before = &words[..not];
    let who = if behind.is_empty() {
        let from = before
            .iter()
            .rposition(|w| {
                matches!(
                    w.folded.as_str(),
                    "لكن" | "ولكن" | "غير" | "الا" | "بيد" | "ان" | "اما" | "فيما" | "بينما"
                )
            })
            .map_or(0, |n| n + 1);
        let from = from + usize::from(before.get(from).is_some_and(|w| w.folded == "ان"));
        &before[from.min(before.len())..]
    } else {
        behind
    };
    let pronoun = who.is_empty()
        || who.len() > 12
        || matches!(
            who[0].folded.as_str(),
            "انه"
                | "انها"
                | "لكنه"
                | "لكنها"
                | "الذي"
                | "التي"
                | "وهو"
                | "وهي"
                | "احد"
        );
    // «قال الخبير إنه قديم، ولكن لا يمكن الجزم بتاريخه»: the expert's, who speaks of what is.
    let within = matches!(words[not].folded.as_str(), "لا" | "ولا")
        && words[..not].iter().enumerate().any(|(k, w)| {
            k < 3
                && ground.pack.conveys(plain_verb(w)).is_some()
                && words[k..not]
                    .iter()
                    .any(|w| matches!(w.folded.as_str(), "ان" | "انه" | "انها" | "انهم"))
        });
    if pronoun || within {
        return None;
    }
    let that = matches!(words[content].folded.as_str(), "ان");
    let first = if that { content + 1 } else { content };
    // «ولم تنفه» is of the same saying.
    let last = (first + 1..words.len())
        .find(|&n| {
            matches!(words[n].folded.as_str(), "ولم" | "ولا" | "كما")
                || words[n - 1].after.contains('؛')
        })
        .map_or(words.len() - 1, |n| n - 1);
    let start = words[not].end - 2;
    made(
        ground,
        (start, verb.end),
        Some(who),
        (words.get(first)?.start, words[last].end),
        Act::Assert,
    )
}

/// «رفض المحافظ تأكيد مقتل فلان أو نفيه», «امتنع الناطق عن تأكيد بقاء المدينة»: who does not confirm.
fn held_back(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const FAR: usize = 14;
    let verb = words.iter().position(|w| {
        matches!(
            plain_verb(w),
            "رفض" | "رفضت" | "امتنع" | "امتنعت" | "احجم" | "احجمت"
        )
    })?;
    // Deep in a sentence only where a clause opens so.
    let opens = verb < 4
        || words[verb - 1].after.contains(['،', ','])
        || matches!(words[verb - 1].folded.as_str(), "فيما" | "بينما" | "حين");
    let noun = (verb + 2..words.len().min(verb + FAR + FAR / 2)).find(|&n| {
        matches!(words[n].folded.as_str(), "تاكيد" | "التاكيد" | "الجزم")
            && (n < verb + FAR || words[n - 1].folded == "عن")
    })?;
    let who = &words[verb + 1..noun];
    // «عن تأكيد»; «، خلافا لما درج عليه، عن تأكيد».
    let upto = who
        .iter()
        .position(|w| w.after.contains(['،', ',']) || w.folded == "عن")
        .map_or(who.len(), |n| n + usize::from(who[n].folded != "عن"));
    if upto == 0 || !opens || words[verb].after.contains(['،', ',']) {
        return None;
    }
    // «امتنعت الحكومة عن الجزم»: of what, stands before.
    let of = words
        .get(noun + 1)
        .filter(|_| words[noun].after.is_empty())
        .map(|first| (first.start, words[clause_end(words, noun + 1)].end));
    let cue = &words[if of.is_some() { noun } else { verb }];
    made(
        ground,
        (cue.start, cue.end),
        Some(&who[..upto]),
        of.unwrap_or((words[noun].start, words[noun].end)),
        Act::Assert,
    )
}

/// «سخر الناطق من خبر مقتله»: who laughs at a report denies it.
fn scoffed(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let verb = words.iter().take(8).position(|w| {
        matches!(
            plain_verb(w),
            "سخر"
                | "سخرت"
                | "سخروا"
                | "استهزا"
                | "استهزات"
                | "تهكم"
                | "تهكمت"
                | "استخف"
                | "استخفت"
        )
    })?;
    let of = (verb + 2..words.len().min(verb + 10))
        .find(|&n| matches!(words[n].folded.as_str(), "من" | "علي" | "مما"))?;
    let report = words.get(of + 1)?;
    let news = BEFELL.contains(&report.folded.as_str()) || report.folded.starts_with("ال");
    if !news || words[verb + 1..of].iter().any(|w| w.after.contains('،')) {
        return None;
    }
    made(
        ground,
        (words[verb].start, words[verb].end),
        Some(&words[verb + 1..of]),
        (report.start, words.last()?.end),
        Act::Deny,
    )
}

/// «أعلن فلان، الناطق باسم الكتائب، في كلمة مصورة استشهاد القائد»: what he announced stands far behind the verb.
fn announced(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const DEATHS: &[&str] = &[
        "مقتل",
        "استشهاد",
        "وفاه",
        "موت",
        "اغتيال",
        "مصرع",
        "هلاك",
        "تصفيه",
        "نجاه",
        "اصابه",
        "اسر",
        "اعتقال",
        "رحيل",
        "القضاء",
        "تحييد",
    ];
    let verb = words.iter().take(3).position(|w| {
        matches!(
            plain_verb(w),
            "اعلن"
                | "اعلنت"
                | "اكد"
                | "اكدت"
                | "اعلنوا"
                | "اقر"
                | "اقرت"
                | "نفي"
                | "نفت"
                | "كشف"
                | "كشفت"
                | "بث"
                | "بثت"
                | "اذاع"
                | "اذاعت"
                | "نشر"
                | "نشرت"
        )
    })?;
    let publishes = matches!(
        plain_verb(&words[verb]),
        "بث" | "بثت" | "اذاع" | "اذاعت" | "نشر" | "نشرت"
    );
    let noun = (verb + 2..words.len().min(verb + 22)).find(|&n| {
        let w = words[n].folded.as_str();
        DEATHS.contains(
            &w.strip_prefix('ب')
                .filter(|r| DEATHS.contains(r))
                .unwrap_or(w),
        )
    })?;
    let clause = words[verb + 1..noun].iter().any(|w| {
        matches!(
            w.folded.as_str(),
            "ان" | "انه" | "انها" | "بان" | "بانه" | "بانها" | "انهم" | "قايلا"
        )
    });
    // «بثت الإذاعة قبل قليل نبأ رحيل فلان»: news of it, and no film.
    let news = matches!(
        words[noun - 1].folded.as_str(),
        "نبا" | "خبر" | "النبا" | "الخبر"
    );
    if clause || noun + 1 >= words.len() || publishes && (!news || noun < verb + 3) {
        return None;
    }
    let end = (verb + 1..noun - usize::from(publishes))
        .find(|&n| {
            words[n].after.contains(['،', ','])
                || words.get(n + 1).is_some_and(|w| {
                    matches!(
                        w.folded.as_str(),
                        "في" | "عبر"
                            | "خلال"
                            | "علي"
                            | "امس"
                            | "اليوم"
                            | "مساء"
                            | "صباح"
                            | "عن"
                            | "ان"
                            | "قبل"
                            | "نبا"
                            | "خبر"
                    ) || is_weekday(&w.folded)
                })
        })
        .unwrap_or(noun - 1);
    let denies = plain_verb(&words[verb]).starts_with("نف");
    made(
        ground,
        (
            words[verb].end - plain_verb(&words[verb]).chars().count(),
            words[verb].end,
        ),
        Some(&words[verb + 1..=end]),
        (words[noun].start, words.last()?.end),
        if denies { Act::Deny } else { Act::Announce },
    )
}

/// «كتب نجله رامي سليم على صفحته في «فيسبوك»: «والدي بخير»».
fn wrote(ground: &Ground, words: &[Word], end: usize) -> Option<Proposed> {
    let verb = words.iter().take(6).position(|w| {
        matches!(
            plain_verb(w),
            "كتب" | "كتبت" | "غرد" | "غردت" | "دون" | "دونت" | "علق" | "علقت"
        )
    })?;
    let on = (verb + 2..words.len().min(verb + 9)).find(|&n| {
        matches!(
            words[n].folded.as_str(),
            "علي" | "عبر" | "في" | "قايلا" | "قايله"
        )
    })?;
    let colon = (on..words.len().min(on + 9)).find(|&n| words[n].after.contains(':'))?;
    let first = words.get(colon + 1)?;
    if words[verb].after.contains(['،', ',']) {
        return None;
    }
    // The quotation runs on past its first full stop.
    let open = ground.prose.char(first.start.checked_sub(1)?)?;
    let close = match open {
        '«' => (first.start..ground.prose.len()).find(|&n| ground.prose.char(n) == Some('»')),
        '"' | '“' => (first.start..ground.prose.len())
            .find(|&n| matches!(ground.prose.char(n), Some('"' | '”'))),
        _ => return None,
    };
    let mut one = made(
        ground,
        (
            words[verb].end - plain_verb(&words[verb]).chars().count(),
            words[verb].end,
        ),
        Some(&words[verb + 1..on]),
        (first.start, close.unwrap_or(end)),
        Act::Assert,
    )?;
    one.style = Style::Direct;
    Some(one)
}

/// «أشيع أن», «وقيل إنه»: nobody is behind it.
fn rumoured(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let verb = words.first().filter(|w| {
        matches!(
            plain_verb(w),
            "اشيع" | "شاع" | "يشاع" | "اذيع" | "يتردد" | "تردد"
        )
    })?;
    let that = words
        .get(1)
        .filter(|w| matches!(w.folded.as_str(), "ان" | "انه" | "انها" | "بان" | "بانه"))?;
    let content = words.get(2)?.start;
    let mut one = made(
        ground,
        (verb.start, verb.end),
        Some(&words[1..2]),
        (content.min(that.end + 1), words.last()?.end),
        Act::Rumour,
    )?;
    one.source = None;
    one.source_name = None;
    one.named = false;
    one.source_kind = SourceKind::Unattributed;
    Some(one)
}

/// «نعت الحركة قائدها», «زفّت الكتائب إلى أنصارها نبأ استشهاد …»: who mourns says that he is dead.
fn mourned(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let verb = words.iter().take(8).position(|w| {
        matches!(
            plain_verb(w),
            "نعي"
                | "نعت"
                | "ينعي"
                | "تنعي"
                | "نعوا"
                | "ينعون"
                | "زفت"
                | "زف"
                | "تزف"
                | "يزف"
                | "شيعت"
                | "شيع"
        )
    })?;
    let mourns = plain_verb(&words[verb]).starts_with(['ن', 'ي', 'ت'])
        && !plain_verb(&words[verb]).contains("زف");
    let weds = plain_verb(&words[verb]).contains("زف");
    if words[verb].after.contains(['،', ',']) {
        return None;
    }
    // What stands behind the subject: a title with a pronoun, a name's title, a day, «إلى أنصارها».
    let post = |w: &Word| {
        let plain = w.folded.strip_prefix("ال").unwrap_or(&w.folded);
        [
            "زعيم",
            "قايد",
            "امير",
            "مرشد",
            "رييس",
            "شهيد",
            "قيادي",
            "شيخ",
            "موسس",
            "امين",
            "ناطق",
            "متحدث",
            "عضو",
            "فنان",
            "مطرب",
            "ممثل",
            "نجم",
            "مراسل",
            "صحفي",
            "صحافي",
            "اسير",
            "نايب",
            "فقيد",
            "احد",
            "ابن",
            "مقاتل",
            "مسوول",
            "نظير",
            "زميل",
        ]
        .iter()
        .any(|p| plain.starts_with(p) && plain.chars().count() <= p.chars().count() + 3)
    };
    let stops = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "الي"
                | "نبا"
                | "خبر"
                | "في"
                | "على"
                | "علي"
                | "عبر"
                | "يوم"
                | "امس"
                | "فجر"
                | "صباح"
                | "مساء"
                | "ظهر"
                | "ليل"
                | "اليوم"
        ) || number(w)
    };
    // «نقابة الصحفيين»: the definite word behind an indefinite one is of it.
    let construct = |k: usize| {
        k == verb + 2
            && !words[verb + 1].folded.starts_with("ال")
            && words[k].folded.starts_with("ال")
            && words[verb + 1].after.is_empty()
            && !post(&words[verb + 1])
            && ground.pack.human(&words[verb + 1].folded)
            || k == verb + 2 && group(&words[verb + 1..=k])
    };
    let mut end = verb + 1;
    while end < words.len()
        && end - verb < 8
        && !stops(&words[end])
        && !(end > verb + 1 && post(&words[end]) && !construct(end))
    {
        end += 1;
        if words[end - 1].after.contains(['،', ',']) {
            break;
        }
    }
    let mut behind = &words[verb + 1..end];
    // «وكان الحزب قد نعى فجر اليوم رئيسه»: who mourns stands before; «إذ تنعى هؤلاء»: whom.
    let had = matches!(
        words[0].folded.trim_start_matches('و'),
        "كان" | "كانت" | "يكون"
    );
    if behind.is_empty() && had && verb > 1 {
        behind = &words[1..verb - usize::from(words[verb - 1].folded == "قد")];
    }
    let whom = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "هولاء"
                | "هذا"
                | "هذه"
                | "الشهداء"
                | "الشهيد"
                | "الشهيده"
                | "الفقيد"
                | "الضحايا"
        )
    };
    if behind.first().is_some_and(whom) {
        return None;
    }
    let mut from = end;
    let news = (end..words.len().min(end + 8))
        .find(|&n| matches!(words[n].folded.as_str(), "نبا" | "خبر"));
    let (cue_end, content) = match news {
        Some(n) => (words[n].end, n + 1),
        None if weds => return None,
        None => {
            while from < words.len()
                && from - end < 4
                && (matches!(
                    words[from].folded.as_str(),
                    "امس" | "اليوم" | "يوم" | "مساء" | "فجر" | "صباح" | "ظهر" | "ليل"
                ) || is_weekday(&words[from].folded)
                    || words[from - 1].after.contains(['،', ',']) && !post(&words[from]))
            {
                from += 1;
            }
            (words[verb].end, from)
        }
    };
    if !mourns && !weds || behind.is_empty() || content >= words.len() {
        return None;
    }
    let begins = words[verb].end - plain_verb(&words[verb]).chars().count();
    made(
        ground,
        (begins.max(words[verb].start), cue_end),
        Some(behind),
        (words[content].start, words[clause_end(words, content)].end),
        Act::Announce,
    )
}

/// Whether a word is a number, in digits or not: «تسعة وعشرين».
pub(super) fn number(word: &Word) -> bool {
    const STEMS: [&str; 10] = [
        "ثلاث",
        "اربع",
        "خمس",
        "ست",
        "سبع",
        "ثماني",
        "تسع",
        "عشر",
        "ماي",
        "اثني",
    ];
    let bare = word.folded.trim_start_matches('و');
    let ends = |stem: &str| {
        bare.strip_prefix(stem)
            .is_some_and(|end| matches!(end, "" | "ه" | "ون" | "ين" | "ا"))
    };
    bare.chars().all(char::is_numeric) || STEMS.iter().any(|stem| ends(stem))
}

/// Verbs of being able, as they stand behind a negation.
const ABLE: [&str; 28] = [
    "يتح",
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
    "يستطيع",
    "يمكنها",
    "يمكنه",
    "تملك",
    "يملك",
    "بوسع",
    "وسع",
    "الوسع",
    "بالوسع",
    "الامكان",
    "بالامكان",
    "مقدور",
    "ممكنا",
    "ممكن",
    "متاحا",
    "سبيل",
];

/// Whether words are the page's own name, or its end: «المدار» of «قناة المدار».
fn of_page(ground: &Ground, words: &[Word]) -> bool {
    let plain = |w: &str| {
        let w = w
            .strip_prefix('ل')
            .filter(|r| r.chars().count() == 2)
            .unwrap_or(w);
        w.strip_prefix("ال").unwrap_or(w).to_owned()
    };
    let said: Vec<String> = words.iter().map(|w| plain(&w.folded)).collect();
    ground.own.is_some_and(|i| {
        ground.listed.bodies()[i].names.values().any(|name| {
            let name: Vec<String> = Form::new(name).words.iter().map(|w| plain(w)).collect();
            name.ends_with(&said)
        })
    })
}

/// «لم تستطع القناة، بعد يومين، أن تعرف»: whether a word stands between two commas that only tell since when.
fn in_commas(
    known: &withheld::Withheld,
    words: &[Word],
    said: &crate::drafting::content::Words,
    not: usize,
    n: usize,
) -> bool {
    let comma = |w: &Word| w.after.contains(['،', ',']);
    let open = (not..n).rev().find(|&k| comma(&words[k]));
    open.is_some_and(|k| {
        known.until.at(said, k + 1, words.len()).is_some()
            && (n..words.len()).any(|m| comma(&words[m]))
    })
}

/// «ولم تتمكن الصحيفة من التحقق مما …», «ولم يتسن لنا التثبت منه»: the page itself, or the agency that it names.
fn unchecked(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const FAR: usize = 13;
    let known = withheld::of(true)?;
    let said = forms(words, true);
    let (not, check) = (1..words.len()).find_map(|check| {
        let last = known.unable.at(&said, check, words.len())?.to - 1;
        let not = (check.saturating_sub(FAR)..check).rev().find(|&n| {
            matches!(
                words[n].folded.trim_start_matches(['و', 'ف']),
                "لم" | "تعذر" | "يتعذر" | "لا" | "ليس" | "استحال" | "يستحيل"
            )
        })?;
        let able = words[not + 1..check]
            .iter()
            .any(|w| ABLE.contains(&w.folded.as_str()))
            || ["تعذر", "ستحيل", "استحال"]
                .iter()
                .any(|v| words[not].folded.contains(v));
        // «لم تستطع أن تعرف»: the check is the verb.
        able.then_some((
            not,
            if words[check].folded == "ان" {
                last
            } else {
                check
            },
        ))
    })?;
    // «قال العقيد إنه لا يمكن تأكيد …»: the colonel's, whatever he is called.
    let pronoun = not.checked_sub(1).is_some_and(|k| {
        let w = words[k].folded.trim_start_matches('ب');
        matches!(w, "انه" | "انها" | "انهم" | "انهما" | "انني" | "اننا")
            && words[..k]
                .iter()
                .any(|w| ground.pack.conveys(plain_verb(w)).is_some())
    });
    if pronoun {
        return None;
    }
    // Who could not: «لرويترز», «الصحيفة»; the page itself where nobody is named.
    let between: Vec<Word> = words[not + 1..check]
        .iter()
        .enumerate()
        .filter(|(k, w)| {
            let n = not + 1 + k;
            !ABLE.contains(&w.folded.as_str())
                && known.aside.at(&said, n, n + 1).is_none()
                && !in_commas(known, words, &said, not, n)
        })
        .map(|(_, w)| w)
        .map(
            |w| match w.folded.strip_prefix('ل').filter(|r| r.chars().count() > 3) {
                // «للمدار»: the article lost its first letter.
                Some(rest) if rest.starts_with('ل') => Word {
                    start: w.start + 1,
                    folded: format!("ا{rest}"),
                    ..w.clone()
                },
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
            || ground.titles.is_outlet(&form)
            || of_page(ground, &between)
            || known
                .outlets
                .at(&forms(&between, true), 0, between.len())
                .is_some_and(|w| w.to == between.len());
        if !own {
            return None;
        }
    }
    // «من مصدر مستقل، إذ قطعت الطرق»: from whom, and why not.
    let until = |from: usize| {
        let last = clause_end(words, from.min(words.len() - 1));
        (from + 1..last)
            .find(|&k| {
                words[k].folded == "من"
                    && matches!(
                        words[k + 1].folded.as_str(),
                        "مصدر" | "مصادر" | "جهه" | "جهات" | "طرف" | "اطراف"
                    )
            })
            .map_or(last, |k| k - 1)
    };
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
            (words.get(check + 2)?.start, words[until(check + 2)].end),
        ),
        Some(w) => (
            (words[not].start, words[check].end),
            (w.start, words[until(check + 1)].end),
        ),
        None => return None,
    };
    made(ground, cue, who, content, Act::Assert)
}
