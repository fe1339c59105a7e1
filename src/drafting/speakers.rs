//! Who speaks in an article, put right before it is drafted from: what an extraction sentence by sentence cannot see.
//!
//! A speaker's own words taken apart («the coalition said it could not confirm») are one statement again; a name that was cut
//! in two by a word that looks like a verb is one name; whoever is told («قال لإذاعة …») is no speaker where another stands
//! before the verb; what no reader would call a source ("nobody", "which") says nothing.

use std::collections::HashMap;

use crate::extraction::{Act, Extraction, Proposed, Quoted, SourceKind};
use crate::text::fold::fold;
use crate::text::{CharIndex, Span};

/// What extraction proposes, with its speakers put right.
pub(super) fn spoken(text: &str, mut extraction: Extraction) -> Extraction {
    let index = CharIndex::new(text);
    let slice = |a: usize, b: usize| index.slice(text, Span::new(a, b)).unwrap_or("");
    names_cut(&slice, &mut extraction.statements);
    for one in &mut extraction.statements {
        addressed(&slice, one);
        whole_phrase(one);
    }
    of_one_voice(extraction)
}

/// «الكولونيل راين ديلون»: a name whose first word looks like a verb was read as two speakers of the same words.
fn names_cut<'t>(slice: &impl Fn(usize, usize) -> &'t str, all: &mut Vec<Proposed>) {
    let mut gone: Vec<usize> = Vec::new();
    for i in 0..all.len() {
        let Some(at) = all[i].source.as_ref().map(|s| (s.start, s.end)) else {
            continue;
        };
        let found = all.iter().position(|o| {
            o.id != all[i].id
                && o.content == all[i].content
                && o.cue.as_ref().is_some_and(|c| c.start == at.1 + 1)
                && o.source
                    .as_ref()
                    .zip(o.cue.as_ref())
                    .is_some_and(|(s, c)| s.start == c.end + 1)
        });
        let Some(k) = found else {
            continue;
        };
        let end = all[k].source.as_ref().map_or(at.1, |s| s.end);
        let name = all[k].cue.as_ref().map_or(at.1, |c| c.start);
        let whole = slice(at.0 as usize, end as usize).to_owned();
        let name = slice(name as usize, end as usize).to_owned();
        let one = &mut all[i];
        one.source = Some(Quoted {
            start: at.0,
            end,
            text: whole,
        });
        one.source_name = Some(name);
        one.named = true;
        gone.push(k);
    }
    let mut at = 0;
    all.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

/// «أما الباحث فلان فقال لإذاعة كذا إن»: who is told was taken for who speaks, and the speaker stands before the verb.
fn addressed<'t>(slice: &impl Fn(usize, usize) -> &'t str, one: &mut Proposed) {
    let (Some(cue), Some(source)) = (&one.cue, &one.source) else {
        return;
    };
    let (cue_start, cue_end, start) = (cue.start as usize, cue.end as usize, source.start as usize);
    if start < cue_end || start - cue_end > 12 {
        return;
    }
    let between = slice(cue_end, start).trim();
    let onto = |w: &str| w.starts_with('ل') && w.chars().count() > 3;
    let told = between.split_whitespace().count() == 1 && onto(between)
        || between.is_empty() && onto(&source.text) && !source.text.starts_with("لا") && one.named;
    if !told {
        return;
    }
    const BACK: usize = 120;
    let from = cue_start.saturating_sub(BACK);
    let before = slice(from, cue_start);
    let begin = before
        .rfind(['\n', '.', '؟', '!', '»', '"', ':'])
        .map_or(0, |b| {
            b + before[b..].chars().next().map_or(1, char::len_utf8)
        });
    let mut clause = before[begin..].trim();
    clause = clause.trim_end_matches('ف').trim_end();
    for lead in [
        "غير أن",
        "إلا أن",
        "بيد أن",
        "أما",
        "وأما",
        "لكن",
        "ولكن",
        "وكان",
        "كان",
    ] {
        if let Some(rest) = clause.strip_prefix(lead)
            && rest.starts_with(' ')
        {
            clause = rest.trim_start();
        }
    }
    let clause = clause.trim_end_matches(['،', ',']).trim_end();
    let name = clause.split(['،', ',']).next().unwrap_or("").trim();
    let words = name.split_whitespace().count();
    if !(1..=7).contains(&words) {
        return;
    }
    let Some(byte) = before.find(name) else {
        return;
    };
    let at = from + before[..byte].chars().count();
    let end = at + name.chars().count();
    one.source = Some(Quoted {
        start: u32::try_from(at).unwrap_or(cue.start),
        end: u32::try_from(end).unwrap_or(cue.start),
        text: name.to_owned(),
    });
    let first = fold(name.split_whitespace().next().unwrap_or(""));
    let plain = matches!(
        first.as_str(),
        "مصدر"
            | "مصادر"
            | "مسوول"
            | "مسوولون"
            | "ناشط"
            | "ناشطون"
            | "شاهد"
            | "شهود"
            | "سكان"
            | "ضابط"
            | "قيادي"
    );
    one.named = !plain;
    one.source_name = Some(name.to_owned());
    one.source_kind = if plain {
        SourceKind::AnonymousSource
    } else {
        SourceKind::Official
    };
}

/// "One of the two", "U.N. human rights office": a name that is too short for anybody gives way to the phrase.
fn whole_phrase(one: &mut Proposed) {
    let (Some(name), Some(source)) = (&one.source_name, &one.source) else {
        return;
    };
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let short = words.len() == 1
        && (folded.chars().filter(|c| c.is_alphanumeric()).count() < 2
            || matches!(
                folded.as_str(),
                "one"
                    | "two"
                    | "three"
                    | "another"
                    | "others"
                    | "some"
                    | "most"
                    | "many"
                    | "several"
                    | "second"
                    | "first"
            ));
    let phrase = source.text.trim();
    if short && phrase.split_whitespace().count() > 1 && phrase.split_whitespace().count() <= 9 {
        one.source_name = Some(
            phrase
                .trim_start_matches("The ")
                .trim_start_matches("the ")
                .to_owned(),
        );
    }
}

/// Whether what was taken for a source is nobody: "nobody", "which", an adverb, a doubt.
fn nobody(one: &Proposed) -> bool {
    let Some(name) = &one.source_name else {
        return false;
    };
    let folded = fold(name);
    let folded = folded.trim();
    matches!(
        folded,
        "nobody"
            | "no one"
            | "no one else"
            | "nobody else"
            | "none"
            | "which"
            | "who"
            | "that"
            | "what"
            | "far"
            | "also"
            | "now"
            | "then"
            | "later"
            | "second"
            | "so far"
            | "its"
            | "their"
            | "his"
            | "her"
            | "شكوك"
            | "شكوكا"
            | "شكوكه"
            | "شكوكها"
            | "ما"
            | "احد"
            | "لا احد"
    ) || folded.starts_with("last week said")
        || folded.starts_with("last last ")
}

/// What is proposed without statements that only take apart one speaker's words: of "the coalition said it could not confirm
/// the death" the coalition says one thing, which no outer statement affirms.
fn of_one_voice(mut extraction: Extraction) -> Extraction {
    let all = &extraction.statements;
    let outer_of = |one: &Proposed| -> Option<usize> {
        let outer = one.nested_in.as_deref()?;
        all.iter().position(|o| o.id == outer && o.id != one.id)
    };
    let taken: Vec<bool> = all
        .iter()
        .map(|one| {
            nobody(one)
                || outer_of(one).map(|o| &all[o]).is_some_and(|outer| {
                    within(outer, one)
                        && (same_phrase(outer, one) || on_behalf(outer, one) || knowledge(one))
                        || points_back(one)
                })
        })
        .collect();
    let mut into: HashMap<String, Option<String>> = HashMap::new();
    for (one, taken) in all.iter().zip(&taken) {
        if *taken {
            into.insert(one.id.clone(), one.nested_in.clone());
        }
    }
    let mut kept = Vec::new();
    for (mut one, taken) in std::mem::take(&mut extraction.statements)
        .into_iter()
        .zip(taken)
    {
        if taken {
            continue;
        }
        let mut steps = 0;
        while let Some(outer) = one.nested_in.as_deref()
            && let Some(next) = into.get(outer)
            && steps < 8
        {
            one.nested_in.clone_from(next);
            steps += 1;
        }
        kept.push(one);
    }
    extraction.statements = kept;
    extraction
}

/// Whether a statement's cue and content lie within another's content.
fn within(outer: &Proposed, inner: &Proposed) -> bool {
    let holds = |q: &Quoted| {
        outer
            .content
            .iter()
            .any(|o| o.start <= q.start && q.end <= o.end)
    };
    !inner.content.is_empty() && inner.content.iter().chain(&inner.cue).all(holds)
}

/// Whether both are said by the one phrase: the inner subject is a pronoun for the speaker.
fn same_phrase(outer: &Proposed, inner: &Proposed) -> bool {
    let at = |s: &Proposed| s.source.as_ref().map(|q| (q.start, q.end));
    let himself = inner.source_name.as_deref().map(fold).is_some_and(|n| {
        matches!(
            n.trim(),
            "he himself"
                | "she herself"
                | "they themselves"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "i"
        )
    });
    (himself || at(outer).is_some() && at(outer) == at(inner)) && inner.act != Act::Rumour
}

/// Whether what "says" is the speaker's own information: «المعلومات المتوفرة تشير إلى», "our information suggests".
fn knowledge(inner: &Proposed) -> bool {
    const WORDS: &[&str] = &[
        "معلومات",
        "المعلومات",
        "معطيات",
        "المعطيات",
        "دلايل",
        "الدلايل",
        "مؤشرات",
        "مءشرات",
        "ادله",
        "الادله",
        "information",
        "evidence",
        "indications",
        "intelligence",
        "everything",
        "data",
    ];
    let named = inner.source.as_ref().map(|s| fold(&s.text));
    inner.source_kind == SourceKind::Unattributed
        && inner.act != Act::Rumour
        && named.is_some_and(|n| n.split_whitespace().any(|w| WORDS.contains(&w)))
}

/// Whether a rumour is nothing but a pointer to what was said before: «هذه الأنباء».
fn points_back(inner: &Proposed) -> bool {
    let words: Vec<String> = inner
        .content
        .iter()
        .flat_map(|c| {
            fold(&c.text)
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    inner.act == Act::Rumour
        && words.len() <= 3
        && words.first().is_some_and(|w| {
            matches!(
                w.as_str(),
                "هذه" | "هذا" | "تلك" | "ذلك" | "these" | "this" | "those" | "such" | "the"
            )
        })
        && words.get(1).is_some_and(|w| {
            [
                "انباء",
                "اخبار",
                "تقارير",
                "شايعات",
                "اشاعات",
                "مزاعم",
                "معلومات",
                "خبر",
                "نبا",
                "report",
                "rumour",
                "rumor",
                "claim",
                "news",
            ]
            .iter()
            .any(|r| w.contains(r))
        })
}

/// Whether a person says that his side cannot confirm: "the minister said Moscow could not confirm".
fn on_behalf(outer: &Proposed, inner: &Proposed) -> bool {
    let Some(cue) = &inner.cue else {
        return false;
    };
    let cue = fold(&cue.text);
    let negated = [
        "not ",
        "unable",
        "cannot",
        "n't",
        "لا ",
        "لم ",
        "ليس",
        "غير",
        "تعذر",
        "يتعذر",
    ]
    .iter()
    .any(|w| cue.contains(w));
    let confirms = [
        "confirm", "verif", "corrobor", "اكيد", "اكد", "تحقق", "تثبت",
    ]
    .iter()
    .any(|w| cue.contains(w));
    let body = matches!(
        inner.source_kind,
        SourceKind::Organization | SourceKind::State | SourceKind::Group
    );
    negated && confirms && body && outer.source.is_some()
}
