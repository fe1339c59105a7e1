//! What is held or left: the place that a deed's own preposition leads to as a whole, and what is only aimed at.

use super::cast::Cast;
use super::hit::{Fill, Hit};
use super::lexicon::Shape;
use super::page::Page;
use super::phrase::{Phrase, What, phrase};
use super::proposition::Voice;
use crate::drafting::Named;
use crate::extraction::Piece;
use crate::model::EntityKind;

/// What is held or left, as far as words tell.
pub(super) enum Ground {
    Named(Named),
    /// A town that no name tells, which the case may fill.
    Unnamed,
    /// Parts of it, or something else.
    Part,
}

/// The town that is held or left.
pub(super) fn ground(page: &Page, cast: &Cast, hit: &mut Hit, to: usize) -> Ground {
    let role = |r: &str| matches!(r, "place" | "from");
    let met = hit.roles.iter().find_map(|(r, f)| match f {
        Fill::Phrase(p) if role(r) && matches!(p.what, What::Place | What::State) => {
            Some(p.clone())
        }
        _ => None,
    });
    let linked = page.arabic()
        && page.pack.frames[hit.trigger.frame]
            .link_words
            .iter()
            .any(|(_, r)| role(r));
    let found = match met {
        Some(p) => Some(p),
        None if linked => match led_to(page, cast, hit, to) {
            Led::To(p) => Some(p),
            Led::Part => return Ground::Part,
            Led::Nowhere => None,
        },
        None => near_place(page, cast, hit, to),
    };
    let Some(p) = found else {
        return Ground::Unnamed;
    };
    hit.b = hit.b.max(p.b);
    let name = of_the_town(page, cast, &p);
    Ground::Named(Named {
        name,
        kind: EntityKind::Place,
        span: Some(p.span),
        known_as: None,
    })
}

/// A place by its name: «مطار المدينة» is the airport of the town that was named last.
pub(super) fn of_the_town(page: &Page, cast: &Cast, p: &Phrase) -> String {
    told_before(page, cast, p).unwrap_or_else(|| p.name.clone())
}

fn told_before(page: &Page, cast: &Cast, p: &Phrase) -> Option<String> {
    let (a, b) = page.tokens_in(p.span);
    let any = |k: usize| matches!(page.text(k), "المدينه" | "البلده" | "القريه");
    if !page.arabic() || b != a + 2 || any(a) || !any(b - 1) {
        return None;
    }
    let head = page.text(b - 1).trim_start_matches("ال");
    let town = (0..a).rev().find_map(|k| {
        let named = page.text(k).trim_start_matches(['ب', 'ل']) == head && !page.def(k);
        named
            .then(|| phrase(page, cast, k, a, true))
            .flatten()
            .filter(|q| q.what == What::Place && q.b > k + 1)
    })?;
    let (x, y) = page.tokens_in(town.span);
    let own = (x..y).find(|&k| page.text(k).trim_start_matches(['ب', 'ل']) != head)?;
    Some(format!("{} {}", page.name(a, a + 1).0, page.name(own, y).0))
}

/// Where a preposition leads.
enum Led {
    To(Phrase),
    Part,
    Nowhere,
}

/// «السيطرة على كامل البلدة»: the place that the deed's own preposition leads to; parts of a place are none.
fn led_to(page: &Page, cast: &Cast, hit: &Hit, to: usize) -> Led {
    let i = hit.at;
    let right = to.min(hit.right).min(i + 9);
    let controls = page.pack.frames[hit.trigger.frame].predicate == "controls";
    let preposition = if controls { "علي" } else { "من" };
    let place = |k: usize| {
        phrase(page, cast, k, to, true).filter(|p| matches!(p.what, What::Place | What::State))
    };
    let whole = |k: usize| {
        matches!(
            page.text(k),
            "كل" | "كامل"
                | "كامله"
                | "جميع"
                | "كافه"
                | "مركز"
                | "وسط"
                | "قلب"
                | "مبني"
                | "ارض"
        )
    };
    // «استعاد البلدة», «استعادة البلدة»: its object.
    let first = (i + 1..right).find(|&n| !whole(n)).unwrap_or(i + 1);
    let own = controls.then(|| place(first)).flatten();
    if let Some(p) = own.filter(|p| p.what == What::Place) {
        return Led::To(p);
    }
    for k in i + 1..right {
        let held = page.text(k) == preposition;
        if super::hit::resumes(page, k) && page.text(k).starts_with(preposition) {
            return Led::Nowhere;
        }
        if !held {
            continue;
        }
        let mut n = k + 1;
        while n < right && whole(n) {
            n += 1;
        }
        return match place(n) {
            Some(p) => Led::To(p),
            // «على العاصمة»: a town that the article need not be about.
            None if page.bare(n).ends_with("عاصمه") => Led::Part,
            None if town(page, n) || matches!(page.piece(n), Piece::Open) => Led::Nowhere,
            None => Led::Part,
        };
    }
    Led::Nowhere
}

/// The nearest place, behind the deed or else before it.
fn near_place(page: &Page, cast: &Cast, hit: &Hit, to: usize) -> Option<Phrase> {
    let i = hit.at;
    let near = |k: usize| {
        phrase(page, cast, k, to, true)
            .filter(|p| matches!(p.what, What::Place))
            .or_else(|| {
                (!page.arabic())
                    .then(|| super::english_phrase::proper_place(page, cast, k, to))
                    .flatten()
            })
    };
    let verb = hit.trigger.shape != Shape::Noun && !page.arabic();
    let reach = if verb { 4 } else { 8 };
    (i + 1..to.min(i + reach))
        .filter(|&k| {
            !verb || k == i + 1 || matches!(page.text(k - 1), "the" | "from" | "of" | "all")
        })
        .find_map(near)
        .or_else(|| (hit.left..i).find_map(near))
}

/// A town that no name tells.
pub(super) fn town(page: &Page, k: usize) -> bool {
    matches!(
        page.bare(k).trim_start_matches(['ب', 'ل']),
        "city"
            | "palace"
            | "airport"
            | "headquarters"
            | "القصر"
            | "المطار"
            | "مطار"
            | "المقر"
            | "town"
            | "village"
            | "base"
            | "capital"
            | "مدينه"
            | "المدينه"
            | "بلده"
            | "البلده"
            | "قريه"
            | "القريه"
            | "العاصمه"
            | "القاعده"
    )
}

/// «قرب سيطرته على», «اتفاق يقضي باستعادة», «بهدف اقتحام البلدة والسيطرة عليها»: what is only to come.
pub(super) fn not_yet(page: &Page, hit: &Hit, voice: Voice) -> bool {
    let i = hit.at;
    let predicate = page.pack.frames[hit.trigger.frame].predicate.as_str();
    if i == 0 || !page.arabic() || predicate != "controls" || hit.trigger.shape != Shape::Noun {
        return false;
    }
    // «خارج سيطرته»: what is not held.
    let near = matches!(page.bare(i - 1), "قرب" | "اقتراب" | "وشك" | "خارج");
    // «إلى فرض سيطرته», «لاستعادة السيطرة», «سيؤدي بسط سيطرته».
    let imposed = (i.saturating_sub(4).max(1)..i).any(|k| {
        let word = page.bare(k);
        let led = word.strip_prefix('ل');
        matches!(led.unwrap_or(word), "فرض" | "بسط" | "احكام" | "استعاده")
            && (led.is_some()
                || page.bare(k - 1) == "الي"
                || page.taken.get(k - 1).is_some_and(|t| t.future)
                || page.bare(k - 1).starts_with("سي")
                || page.bare(k - 1).starts_with("ست"))
    });
    let agreed = page.prep(i) == Some('ب')
        && (i.saturating_sub(3)..i).any(|k| {
            matches!(
                page.bare(k),
                "يقضي" | "تقضي" | "ينص" | "تنص" | "يسمح" | "تسمح"
            )
        });
    let allowed = (i.saturating_sub(4)..i).any(|k| {
        matches!(
            page.bare(k),
            "يتيح" | "تتيح" | "يمكن" | "تمكين" | "محاوله" | "محاولات"
        )
    }) || (i.saturating_sub(7).max(voice.from.min(i))..i)
        .any(|k| matches!(page.bare(k), "ليتمكن" | "لتتمكن" | "للتمكن"));
    // A noun that «و» joins to what was aimed at is aimed at too.
    let joined = page.conj(i)
        && (hit.left.max(voice.from).min(i)..i)
            .any(|k| page.turns(k, super::lexicon::Turn::Unreal) || page.bare(k) == "بهدف");
    near || imposed || agreed || allowed || joined
}
