//! Which proposals are one speaker's one saying.
//!
//! A speaker's own words taken apart ("the coalition said it could not confirm") are one statement again; a name that was cut
//! in two by a word that looks like a verb is one name; "a deputy minister" is whoever is named right after; what no reader
//! would call a source ("nobody", "which") says nothing.
//!
//! In one file because which inner sayings are no sayings of their own is asked of one pair, outer and inner.

use std::collections::HashMap;

use super::article::Article;
use crate::extraction::{Act, Proposed, Quoted, SourceKind};
use crate::text::fold::fold;
use crate::text::{CharIndex, Span};

/// Puts right who says the proposals of an article.
pub(super) fn settle(article: &mut Article) {
    let text = article.text;
    let index = CharIndex::new(text);
    let slice = |a: usize, b: usize| index.slice(text, Span::new(a, b)).unwrap_or("");
    let all = &mut article.extraction.statements;
    names_cut(&slice, all);
    all.iter_mut().for_each(not_the_enemy);
    introduced(&slice, all);
    all.iter_mut().for_each(|one| owned(&slice, one));
    all.retain(|one| !whoever(&slice, one));
    one_voice(all);
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
                && o.cue
                    .as_ref()
                    .is_some_and(|c| c.start == at.1 + 1 && fold(&c.text) != "عن")
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

/// "A deputy minister said … . '…,' Oleg Orlov told reporters": who is named right after, and nowhere before, is the one described.
fn introduced<'t>(slice: &impl Fn(usize, usize) -> &'t str, all: &mut [Proposed]) {
    const HEADS: &[&str] = &[
        "minister",
        "official",
        "diplomat",
        "commander",
        "officer",
        "general",
        "director",
        "doctor",
        "chief",
        "head",
        "lawmaker",
        "senator",
        "envoy",
        "adviser",
        "advisor",
        "aide",
        "analyst",
        "cleric",
        "judge",
        "mayor",
        "governor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "sheikh",
        "leader",
        "lawyer",
        "brother",
        "sister",
        "father",
        "mother",
        "wife",
        "widow",
        "son",
        "daughter",
        "cousin",
        "chairman",
        "president",
        "elder",
    ];
    // From the end of the one's words to the beginning of the other's: a full stop and a line at most.
    const NEAR: usize = 6;
    /// What closes its sentence behind somebody's words is no longer than this.
    const REST: usize = 50;
    let bounds = |one: &Proposed| {
        let all: Vec<(u32, u32)> = one
            .content
            .iter()
            .chain(&one.cue)
            .chain(&one.source)
            .map(|q| (q.start, q.end))
            .collect();
        let start = all.iter().map(|q| q.0).min().unwrap_or(0);
        (start, all.iter().map(|q| q.1).max().unwrap_or(0))
    };
    for i in 0..all.len() {
        let Some(source) = all[i].source.as_ref().filter(|_| !all[i].named) else {
            continue;
        };
        let folded = fold(&source.text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let one = words.len() >= 2
            && source.text.is_ascii()
            && words.iter().any(|w| HEADS.contains(w))
            && (matches!(words[0], "a" | "an")
                || words[0].ends_with("'s")
                // "…, the governor of its capital claimed. '…,' Bruno Paz said": so a report opens.
                || words[0] == "the" && words.len() >= 3 && i == 0);
        let (from, to) = bounds(&all[i]);
        // ", Radio al-Waha reported.": who passed it on closes the sentence.
        let rest = slice(to as usize, to as usize + REST);
        let stop = rest.chars().position(|c| matches!(c, '.' | '\n'));
        let to = to + stop.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        // An outlet that passed it on may stand around it.
        let within = all[i]
            .outer(all)
            .is_some_and(|o| !all[o].source_kind.publishes());
        if !one || within {
            continue;
        }
        let next = all.iter().position(|o| {
            let (start, _) = bounds(o);
            o.id != all[i].id
                && o.nested_in.is_none()
                && start >= to
                && (start - to) as usize <= NEAR
        });
        let Some(k) = next else {
            continue;
        };
        let named = all[k].source_name.clone().filter(|n| {
            all[k].named
                && n.is_ascii()
                && n.split_whitespace().count() >= 2
                && !slice(0, to as usize).contains(n.as_str())
        });
        // A title of his own would make him another.
        let plain = named.as_deref().is_some_and(|n| {
            all[k].source.as_ref().is_some_and(|s| {
                s.text.trim() == n
                    || s.text.starts_with(&format!("{n}, a "))
                    || s.text.starts_with(&format!("{n}, the "))
                    || [", who", ", whose ", ", reached ", ", speaking ", ", which "]
                        .iter()
                        .any(|aside| s.text.starts_with(&format!("{n}{aside}")))
            })
        });
        if plain && from < to {
            all[i].source_name = named;
            all[i].named = true;
            all[i].source_kind = all[k].source_kind;
        }
    }
}

/// "Told the monitor of his": what is his belongs to it.
fn owned<'t>(slice: &impl Fn(usize, usize) -> &'t str, one: &mut Proposed) {
    let [content] = one.content.as_mut_slice() else {
        return;
    };
    if !matches!(fold(&content.text).trim(), "his" | "her" | "its" | "their") {
        return;
    }
    let rest = slice(content.end as usize, content.end as usize + 40);
    let word: String = rest
        .strip_prefix(' ')
        .unwrap_or("")
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .collect();
    if let (false, Ok(more)) = (word.is_empty(), u32::try_from(word.chars().count() + 1)) {
        content.end += more;
        content.text = format!("{} {word}", content.text);
    }
}

/// «كل من يتحدث عن مقتله»: whoever should speak of it has not spoken.
fn whoever<'t>(slice: &impl Fn(usize, usize) -> &'t str, one: &Proposed) -> bool {
    one.cue.as_ref().is_some_and(|cue| {
        let before = slice((cue.start as usize).saturating_sub(8), cue.start as usize);
        let before = before.trim_end();
        before.ends_with("كل من") || before.ends_with("anyone who") || before.ends_with("whoever")
    })
}

/// "The U.S.-led coalition fighting Islamic State" is the coalition, not whom it fights.
fn not_the_enemy(one: &mut Proposed) {
    const AGAINST: &[&str] = &[
        " fighting ",
        " battling ",
        " against ",
        " targeting ",
        " combating ",
        " opposed to ",
        " monitoring ",
        " ضد ",
        " لمحاربة ",
        " لمكافحة ",
        " المناهض ل",
        " المناهضة ل",
    ];
    let (Some(name), Some(source)) = (&one.source_name, &one.source) else {
        return;
    };
    let Some(cut) = AGAINST.iter().filter_map(|w| source.text.find(w)).min() else {
        return;
    };
    let (before, after) = source.text.split_at(cut);
    let before = before.trim();
    let leads = |w: &str| before.starts_with(w).then(|| before.trim_start_matches(w));
    let own = leads("The ").or_else(|| leads("the ")).unwrap_or(before);
    if after.contains(name.as_str())
        && !before.contains(name.as_str())
        && own.split_whitespace().count() >= 2
    {
        one.source_name = Some(own.to_owned());
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
fn one_voice(statements: &mut Vec<Proposed>) {
    let all = &*statements;
    let taken: Vec<bool> = all
        .iter()
        .map(|one| {
            nobody(one)
                || one.outer(all).map(|o| &all[o]).is_some_and(|outer| {
                    within(outer, one)
                        && (same_phrase(outer, one)
                            || on_behalf(outer, one)
                            || own_body(one)
                            || hedged_passive(one)
                            || knowledge(one))
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
    for (mut one, taken) in std::mem::take(statements).into_iter().zip(taken) {
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
    *statements = kept;
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
    /// A test tells nobody: whoever speaks tells what it showed.
    const TESTS: &[&str] = &[
        "فحص",
        "فحوص",
        "فحوصات",
        "الفحوص",
        "الفحوصات",
        "تحليل",
        "تحاليل",
        "التحاليل",
        "التحليل",
        "اختبار",
        "اختبارات",
        "الاختبارات",
        "نتايج",
        "النتايج",
        "البصمه",
        "tests",
        "test",
        "dna",
        "results",
        "autopsy",
        "analysis",
        "examination",
        "fingerprints",
        "forensics",
    ];
    let named = inner.source.as_ref().map(|s| fold(&s.text));
    let has = |list: &[&str]| {
        named
            .as_ref()
            .is_some_and(|n| n.split_whitespace().take(3).any(|w| list.contains(&w)))
    };
    let nobody = inner.source_kind == SourceKind::Unattributed;
    nobody
        && inner.act != Act::Rumour
        && named
            .as_ref()
            .is_some_and(|n| n.split_whitespace().any(|w| WORDS.contains(&w)))
        || has(TESTS) && inner.act != Act::Rumour
}

/// "His service thought it likely", «سفارته لا تستطيع»: the body that a speaker speaks of as his own speaks through him.
fn own_body(inner: &Proposed) -> bool {
    const BODIES: &[&str] = &[
        "service",
        "government",
        "embassy",
        "country",
        "agency",
        "department",
        "office",
        "ministry",
        "side",
        "organisation",
        "organization",
        "group",
        "party",
        "administration",
        "team",
        "army",
        "movement",
        "colleagues",
        "capital",
    ];
    const ARABIC: &[&str] = &[
        "سفارته",
        "سفارتها",
        "جهازه",
        "جهازها",
        "حكومته",
        "حكومتها",
        "بلاده",
        "بلادها",
        "وزارته",
        "وزارتها",
        "جماعته",
        "مكتبه",
        "مكتبها",
        "اجهزته",
        "حركته",
        "حركتها",
        "منظمته",
        "منظمتها",
        "ادارته",
        "دولته",
        "فريقه",
        "فريقها",
    ];
    let Some(source) = &inner.source else {
        return false;
    };
    let folded = fold(&source.text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    match words.as_slice() {
        [one] => ARABIC.contains(one),
        [first, rest @ ..] if rest.len() <= 3 => {
            matches!(*first, "his" | "her" | "its" | "their" | "our" | "my")
                && rest.last().is_some_and(|w| BODIES.contains(w))
                || ARABIC.contains(first) && rest.len() <= 1
        }
        _ => false,
    }
}

/// "X is believed dead, an official said": the belief is the official's.
fn hedged_passive(inner: &Proposed) -> bool {
    inner.source_kind == SourceKind::Unattributed
        && inner.source.is_none()
        && inner.cue.as_ref().is_some_and(|c| {
            let cue = fold(&c.text);
            let word = cue.split_whitespace().next_back().unwrap_or("");
            matches!(
                word,
                "believed"
                    | "thought"
                    | "presumed"
                    | "feared"
                    | "assumed"
                    | "understood"
                    | "يعتقد"
                    | "يرجح"
                    | "يظن"
            )
        })
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
