//! Who is named behind what he said, or before it as whom an outlet learned it from: «…، حسب ما أسر به للقناة مصدر طبي»,
//! «علمت الصحيفة من ممرض أن …»; and names that were cut at their first word.

use super::ground::Ground;
use super::prose::Word;
use super::unheard::made;
use crate::extraction::{Act, Proposed};

/// Words before «ما» that attribute what stands before them.
const BY: &[&str] = &[
    "وفق",
    "وفقا",
    "حسب",
    "بحسب",
    "حسبما",
    "طبق",
    "طبقا",
    "كما",
    "علي",
];

/// Verbs of telling, behind «ما».
const TOLD: &[&str] = &[
    "افاد",
    "افادت",
    "اسر",
    "اسرت",
    "اكد",
    "اكدت",
    "ذكر",
    "ذكرت",
    "بلغ",
    "علم",
    "علمت",
    "قال",
    "قالت",
    "اعلن",
    "اعلنت",
    "كشف",
    "كشفت",
    "روي",
    "روت",
    "صرح",
    "صرحت",
    "اورد",
    "اوردت",
    "نقل",
    "نقلت",
    "ابلغ",
    "ابلغت",
    "حكي",
    "اخبر",
    "اخبرت",
    "اوضح",
    "اوضحت",
    "وصل",
    "تناهي",
    "ادلي",
    "ادلت",
];

/// Words that head a source whose name is withheld.
const HEADS: &[&str] = &[
    "مصدر",
    "مصادر",
    "مسوول",
    "مسوولون",
    "مسوولين",
    "ضابط",
    "ضباط",
    "شاهد",
    "شهود",
    "طبيب",
    "ممرض",
    "ممرضه",
    "موظف",
    "موظفون",
    "قيادي",
    "قياديون",
    "مقاتل",
    "مقاتلون",
    "ناشط",
    "ناشطون",
    "ناطق",
    "متحدث",
    "مستشار",
    "عضو",
    "احد",
    "قريب",
    "اقارب",
    "جندي",
    "جنود",
    "دبلوماسي",
    "دبلوماسيون",
    "سكان",
    "اهالي",
    "عنصر",
    "عناصر",
    "مدير",
    "رييس",
    "نايب",
    "وزير",
    "سفير",
    "شخص",
    "رجل",
    "سايق",
    "حارس",
    "مرافق",
    "والي",
    "محافظ",
];

/// Proposes what a trailing or learning clause attributes, where nothing was proposed of it.
pub(super) fn trailing(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        found.extend(behind(ground, &words));
        found.extend(learned(ground, &words));
    }
    for one in found {
        let (Some(cue), Some(content)) = (&one.cue, one.content.first()) else {
            continue;
        };
        let inside = |s: &Proposed| {
            s.cue
                .as_ref()
                .is_some_and(|c| content.start <= c.start && c.end <= content.end)
                && s.content
                    .iter()
                    .all(|c| content.start <= c.start && c.end <= content.end)
        };
        let met = statements.iter().any(|s| {
            s.cue
                .as_ref()
                .is_some_and(|c| c.start < cue.end && cue.start < c.end)
                || s.content
                    .iter()
                    .any(|c| c.start < content.end && content.start < c.end && s.source.is_some())
                    && !inside(s)
        });
        if !met {
            // A saying within what was told stands inside it.
            let (from, to) = (content.start, content.end);
            for s in statements.iter_mut() {
                let held = s.nested_in.is_none()
                    && s.cue
                        .as_ref()
                        .is_some_and(|c| from <= c.start && c.end <= to)
                    && s.content.iter().all(|c| from <= c.start && c.end <= to);
                if held {
                    s.nested_in = Some(one.id.clone());
                }
            }
            let at = statements
                .iter()
                .position(|s| s.content.first().is_some_and(|c| c.start > content.start))
                .unwrap_or(statements.len());
            statements.insert(at, one);
        }
    }
}

fn head(ground: &Ground, word: &Word) -> bool {
    // «أهالٍ» is «أهالي», «ضابطا» «ضابط».
    let w = word.folded.as_str();
    HEADS.contains(&w)
        || ground.pack.human(w)
        || ground.pack.human(&format!("{w}ي"))
        || w.strip_suffix('ا').is_some_and(|s| ground.pack.human(s))
}

/// «…، حسب ما أسر به لقناة الموج مصدر طبي», «…، وفق ما بلغ الموقع من ضابط».
fn behind(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let by = (1..words.len().saturating_sub(2)).find(|&n| {
        (BY.contains(&words[n].folded.as_str())
            || BY.contains(&words[n].folded.trim_start_matches('و')))
            && words[n + 1].folded == "ما"
            && TOLD.contains(&words[n + 2].folded.as_str())
            && words[n - 1].after.contains(['،', ','])
    })?;
    let verb = by + 2;
    // «من ضابط», else the first word that heads a source.
    let from = (verb + 1..words.len().min(verb + 9)).find(|&n| head(ground, &words[n]))?;
    let upto = (from..words.len())
        .find(|&n| words[n].after.contains(['،', ',', '.', ':', ';']))
        .map_or(words.len(), |n| n + 1)
        .min(from + 9);
    let until = (from + 1..upto)
        .find(|&n| {
            matches!(
                words[n].folded.as_str(),
                "كان" | "كانت" | "الذي" | "التي" | "طلب" | "رفض" | "لم"
            )
        })
        .unwrap_or(upto);
    let last = &words[by - 1];
    made(
        ground,
        (words[by].start, words[verb].end),
        Some(&words[from..until]),
        (words[0].start, last.end),
        Act::Assert,
    )
}

/// «علمت الصحيفة من ممرض في المستشفى أن القائد …».
fn learned(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let verb = words.iter().take(4).position(|w| {
        matches!(
            w.folded.trim_start_matches(['و', 'ف']),
            "علمت" | "علم" | "علمنا" | "عرفت" | "سمعت" | "فهمت"
        )
    })?;
    let of = (verb + 1..words.len().min(verb + 6)).find(|&n| words[n].folded == "من")?;
    if !head(ground, words.get(of + 1)?) {
        return None;
    }
    let that = (of + 2..words.len().min(of + 26))
        .find(|&n| matches!(words[n].folded.as_str(), "ان" | "بان"))?;
    let content = words.get(that + 1)?.start;
    // What is said of them between commas, or in a clause of their own, does not describe them.
    let until = (of + 2..that)
        .find(|&n| {
            words[n - 1].after.contains(['،', ','])
                || words[n].folded.starts_with('ي') && words[n].folded.chars().count() >= 4
        })
        .unwrap_or(that);
    made(
        ground,
        (words[verb].start, words[verb].end),
        Some(&words[of + 1..until]),
        (content, words.last()?.end),
        Act::Assert,
    )
}

/// «أبو» by itself is nobody's name: the words behind it belong to it. «للجبهة» is «ل» and «الجبهة».
pub(super) fn whole_name(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(name)) = (&one.source, &one.source_name) else {
        return;
    };
    let folded = crate::text::fold::fold(name);
    if let Some(rest) = source.text.trim_start_matches('و').strip_prefix("لل")
        && name.strip_prefix('ل') == Some(rest)
    {
        one.source_name = Some(format!("ال{rest}"));
        return;
    }
    let last = folded
        .split_whitespace()
        .last()
        .unwrap_or_default()
        .to_owned();
    if !matches!(last.as_str(), "ابو" | "ابي" | "ابا" | "ام" | "بن" | "ابن") {
        return;
    }
    let until = ground.prose.len().min(source.end as usize + 60);
    let words = ground.prose.words(source.start as usize, until);
    // The word of it that was cut, and what follows up to a comma: «أبو زيد الحلبي».
    let Some(cut) = words
        .iter()
        .rposition(|w| w.end <= source.end as usize && w.folded.ends_with(&last))
        .or_else(|| words.iter().position(|w| w.folded.ends_with(&last)))
    else {
        return;
    };
    if !words[cut].after.trim().is_empty() {
        return;
    }
    let mut end = cut + 1;
    while end < words.len() && end < cut + 3 {
        let own = end == cut + 1 || words[end].folded.starts_with("ال");
        if !own {
            break;
        }
        end += 1;
        if !words[end - 1].after.trim().is_empty() {
            break;
        }
    }
    if end == cut + 1 {
        return;
    }
    let from = words[cut].start;
    let to = words[end - 1].end;
    one.source = Some(
        ground
            .prose
            .quoted(source.start as usize, to.max(source.end as usize)),
    );
    one.source_name = Some(ground.prose.quoted(from, to).text);
    one.named = true;
}
