//! «واتهمت منظمة حقوقية الجيش بقصف مستشفى»: who accuses and who is accused, one behind the other, told apart.
//!
//! Where either is a listed body, or a definite noun stands behind an indefinite phrase, or the word of an armed force
//! behind a definite one, the line between them is plain; else nothing is changed.

use super::ground::Ground;
use super::prose::Word;
use super::unheard::made;
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
    let verb = words.iter().take(3).position(|w| {
        let bare = w.folded.strip_prefix(['و', 'ف']).unwrap_or(&w.folded);
        matches!(bare, "اتهم" | "اتهمت" | "تتهم" | "يتهم" | "اتهموا")
    })?;
    let rest = &words[verb + 1..];
    let deed = rest
        .iter()
        .take(12)
        .position(|w| w.folded.starts_with('ب') && w.folded.chars().count() > 3)
        .filter(|d| *d >= 2)?;
    let plain = rest[..deed].iter().all(|w| w.after.is_empty());
    if !plain {
        return None;
    }
    let definite = |w: &Word| w.folded.starts_with("ال");
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
        .find(|&s| listed(s, deed))
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
        })?;
    let last = rest.last()?;
    made(
        ground,
        (words[verb].start, words[verb].end),
        Some(&rest[..s]),
        (rest[s].start, last.end),
        Act::Accuse,
    )
}
