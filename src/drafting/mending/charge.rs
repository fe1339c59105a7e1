//! «واتهمت منظمة حقوقية الجيش بقصف مستشفى»: who accuses and who is accused, one behind the other, told apart; and who claims a deed.
//!
//! Where either is a listed body, or a definite noun stands behind an indefinite phrase, or the word of an armed force
//! behind a definite one, the line between them is plain; else nothing is changed.

use super::ground::Ground;
use super::positions::clause_end;
use super::prose::Word;
use super::unheard::{heads_group, made, plain_verb};
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed};

/// Charges whose accuser was not found.
pub(super) fn charges(ground: &Ground, statements: &mut Vec<Proposed>) {
    for (start, _, words) in ground.prose.sentences() {
        let Some(one) = charge(ground, &words) else {
            continue;
        };
        let Some(cue) = &one.cue else {
            continue;
        };
        let met = statements.iter().position(|s| {
            s.cue
                .as_ref()
                .is_some_and(|c| c.start < cue.end && cue.start < c.end)
        });
        match met {
            // «… واتهم المعارض فلان النظام»: no earlier sentence's speaker.
            Some(n)
                if statements[n]
                    .source
                    .as_ref()
                    .is_none_or(|q| (q.end as usize) < start) =>
            {
                let id = statements[n].id.clone();
                statements[n] = Proposed { id, ..one };
            }
            Some(_) => {}
            None => {
                let place = statements
                    .iter()
                    .position(|s| s.cue.as_ref().is_some_and(|c| c.start > cue.start))
                    .unwrap_or(statements.len());
                statements.insert(place, one);
            }
        }
    }
}

fn charge(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const FIRST: usize = 3;
    const FAR: usize = 14;
    // «وفي بيان حصلت عليه الوكالة، اتهم».
    let verb = (0..words.len().min(FAR)).find(|&k| {
        let folded = &words[k].folded;
        let bare = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
        let here = k < FIRST || words[k - 1].after.contains('،') && words[0].folded.ends_with("في");
        here && matches!(bare, "اتهم" | "اتهمت" | "تتهم" | "يتهم" | "اتهموا")
    })?;
    let rest = &words[verb + 1..];
    let deed = rest
        .iter()
        .take(12)
        .position(|w| {
            let named = ground.titles.is_given(std::slice::from_ref(&w.folded));
            w.folded.starts_with('ب') && w.folded.chars().count() >= 3 && !named
        })
        .filter(|d| *d >= 2)?;
    let definite = |w: &Word| w.folded.starts_with("ال");
    let quoted = |w: &Word| {
        let before = w.start.checked_sub(1);
        before.is_some_and(|k| matches!(ground.prose.char(k), Some('"' | '«' | '“')))
    };
    let plain = |w: &Word| w.after.trim_matches(['"', '»', '”']).is_empty();
    if !rest[..deed].iter().all(plain) {
        return None;
    }
    let given = |s: usize| {
        let compound = matches!(rest[0].folded.as_str(), "عبد" | "ابو" | "ابي" | "ام");
        let words: Vec<String> = rest[..s].iter().map(|w| w.folded.clone()).collect();
        s >= 1
            && definite(&rest[s])
            && (compound && s == 2 || !compound && ground.titles.is_given(&words))
    };
    let listed = |a: usize, b: usize| {
        let text = ground.prose.slice(rest[a].start, rest[b - 1].end);
        ground
            .listed
            .find(&Form::new(&text), ground.titles)
            .is_some()
    };
    let force = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "قوات"
                | "جيش"
                | "طيران"
                | "نظام"
                | "حكومه"
                | "حركه"
                | "جماعه"
                | "تنظيم"
                | "سلطات"
                | "ميليشيا"
                | "طايرات"
        )
    };
    // The longest name that a list has; else where a noun of another kind begins.
    let s = (1..deed)
        .find(|&s| quoted(&rest[s]) && !quoted(&rest[0]))
        .or_else(|| (1..deed).find(|&s| listed(s, deed)))
        .or_else(|| (1..deed).rev().find(|&s| listed(0, s)))
        .or_else(|| {
            (1..deed).rev().find(|&s| {
                s > 1
                    && definite(&rest[s])
                    && !definite(&rest[s - 1])
                    && (s > 2 || !definite(&rest[0]))
                    && !force(&rest[s - 1])
                    || definite(&rest[s - 1]) && force(&rest[s])
            })
        })
        // «اتهم عبد كذا الحكومة»: a given name by itself.
        .or_else(|| (1..deed).find(|&s| given(s)))?;
    let last = rest.last()?;
    made(
        ground,
        (words[verb].start, words[verb].end),
        Some(&rest[..s]),
        (rest[s].start, last.end),
        Act::Accuse,
    )
}

/// «تبنت «كتائب كذا» إسقاط الطائرة»: who claims a deed says that it was done.
pub(super) fn claimed(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const FIRST: usize = 3;
    const FAR: usize = 9;
    let verb = (0..words.len().min(FIRST))
        .find(|&k| matches!(plain_verb(&words[k]), "تبنت" | "تبني" | "تتبني" | "يتبني"))?;
    let definite = |w: &Word| w.folded.starts_with("ال");
    let closes = |w: &Word| w.after.contains(['»', '"', '”']);
    let deed = (verb + 2..words.len().min(verb + FAR)).find(|&k| {
        let behind = definite(&words[k - 1]) || closes(&words[k - 1]);
        behind && !definite(&words[k]) && words[k].folded.chars().count() >= 3
    })?;
    let who = &words[verb + 1..deed];
    let plain = |w: &Word| w.after.trim_matches(['»', '"', '”']).is_empty();
    let group = ground.pack.human(&who[0].folded) || heads_group(&who[0].folded);
    let preposition = matches!(
        words[deed].folded.as_str(),
        "في" | "علي" | "مسووليه" | "امس" | "عبر" | "بعد" | "خلال"
    );
    if !who.iter().all(plain) || !(group || closes(&who[0]) || who.len() > 1) || preposition {
        return None;
    }
    let last = words[clause_end(words, deed)].end;
    let cue = (
        words[verb].end - plain_verb(&words[verb]).chars().count(),
        words[verb].end,
    );
    made(
        ground,
        cue,
        Some(who),
        (words[deed].start, last),
        Act::Announce,
    )
}
