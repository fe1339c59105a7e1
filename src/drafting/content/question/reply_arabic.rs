//! What Arabic replies to whether somebody is dead in no word of life or death: «ليس بينهم» of the dead, «الجواب نعم», what is made of
//! the report («وصف ما بثته القناة بأنه سقطة»), and who was with him or heard from him these days. The wordings are data
//! (`packs/replies_ar.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::anchor::Meant;
use super::another::sentence;
use super::families::{Family, Wording, Wordings};
use super::reply::weighed;
use super::weigh::{Fate, Unit, Weighed};
use crate::drafting::content::lexicon::{Turn, questions};
use crate::drafting::content::page::Page;
use crate::extraction::Piece;
use crate::model::Stance;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    among: String,
    fallen: String,
    hurt: String,
    yes: String,
    no: String,
    answer: String,
    asked: String,
    calls: String,
    fair: String,
    told: String,
    beside: String,
    company: String,
    kin: String,
    reached: String,
    recent: String,
    before: String,
    finds: String,
    signs: String,
}

struct Replies {
    /// One of those of whom is spoken.
    among: Wordings,
    /// The dead.
    fallen: Wordings,
    /// Those who are no more than hurt or held.
    hurt: Wordings,
    yes: Wordings,
    no: Wordings,
    /// What an answer is called.
    answer: Wordings,
    asked: Wordings,
    /// Verbs by which a report is called something.
    calls: Wordings,
    /// What it is called with no word against it.
    fair: Wordings,
    /// The report.
    told: Wordings,
    /// Present with whoever speaks.
    beside: Wordings,
    /// In his company.
    company: Wordings,
    /// His people.
    kin: Wordings,
    /// Verbs by which one hears from somebody.
    reached: Wordings,
    recent: Wordings,
    before: Wordings,
    finds: Wordings,
    signs: Wordings,
}

static REPLIES: LazyLock<Replies> = LazyLock::new(|| {
    let file: File = questions(include_str!("../../packs/replies_ar.ron"));
    let of = |text: &str| Wordings::new(text);
    Replies {
        among: of(&file.among),
        fallen: of(&file.fallen),
        hurt: of(&file.hurt),
        yes: of(&file.yes),
        no: of(&file.no),
        answer: of(&file.answer),
        asked: of(&file.asked),
        calls: of(&file.calls),
        fair: of(&file.fair),
        told: of(&file.told),
        beside: of(&file.beside),
        company: of(&file.company),
        kin: of(&file.kin),
        reached: of(&file.reached),
        recent: of(&file.recent),
        before: of(&file.before),
        finds: of(&file.finds),
        signs: of(&file.signs),
    }
});

/// What a saying replies, before its words of life and death are weighed.
pub(super) fn replies(unit: &Unit) -> Option<Weighed> {
    if unit.fate != Fate::Death || !unit.page.arabic() || unit.anchor.is_none() || unit.own {
        return None;
    }
    among_the_dead(unit)
        .or_else(|| answered(unit))
        .or_else(|| described(unit))
}

/// What a saying tells of him who was met or heard from, where none of its words are of his life or death.
pub(super) fn met(unit: &Unit) -> Option<Weighed> {
    let denied = matches!(unit.turn, Some(Turn::Deny | Turn::Doubt));
    if unit.fate != Fate::Death || !unit.page.arabic() || unit.own || denied {
        return None;
    }
    let at = unit.pieces.iter().find_map(|&(a, b)| {
        (a..b)
            .filter(|&k| !unit.masked(k))
            .find_map(|k| beside(unit, a, k, b).or_else(|| heard_from(unit, a, k, b)))
    })?;
    Some(weighed(Stance::Denies, "question-what-the-living-do", at))
}

fn has(of: &Wordings, unit: &Unit, a: usize, b: usize) -> Option<Wording> {
    (a..b).find_map(|k| of.at(unit.words, k, b))
}

fn means(unit: &Unit, a: usize, b: usize) -> Option<Meant> {
    unit.anchor?
        .meant(unit.page, unit.words, unit.families, a, b)
}

/// «أحصى القتلى، ليس راشد واحدا منهم»: counted among the dead of whom the sentence or the one before speaks, or not.
fn among_the_dead(unit: &Unit) -> Option<Weighed> {
    const BACK: usize = 30;
    const NEAR: usize = 7;
    let page = unit.page;
    unit.pieces.iter().find_map(|&(a, b)| {
        let w = has(&REPLIES.among, unit, a, b)?;
        let (start, _) = sentence(page, w.from);
        let low = start.max(w.from.saturating_sub(BACK));
        // «بين القتلى» says it itself.
        let dead = |x: usize, y: usize| {
            (x..y)
                .rev()
                .find(|&k| REPLIES.fallen.at(unit.words, k, y).is_some())
        };
        let of = dead(low, w.to)?;
        let hurt = (of + 1..w.to).any(|k| REPLIES.hurt.at(unit.words, k, w.to).is_some());
        let near = w.from.saturating_sub(NEAR).max(a)..b.min(w.to + NEAR);
        let him = means(unit, near.start, near.end)? > Meant::Pronoun;
        let other = unit.anchor?.other(page, near.start, near.end).is_some();
        if hurt || !him || other {
            return None;
        }
        let not = (near.start..w.from).any(|k| page.turns(k, Turn::Negation));
        let asked = unit.cannot || (low..w.from).any(|k| page.text(k) == "اذا");
        let stance = match (asked, not, unit.turn) {
            (true, ..) | (_, false, Some(Turn::CannotConfirm)) => Stance::CannotConfirm,
            (_, true, None) | (_, false, Some(Turn::Deny)) => Stance::Denies,
            (_, false, None) => Stance::Affirms,
            (_, false, Some(Turn::Doubt)) => Stance::Doubts,
            _ => return None,
        };
        Some(weighed(stance, "question-words-of-death", (w.from, w.to)))
    })
}

/// «سئل عما إذا كان قد مات، فأجاب: الجواب نعم»: what is asked stands right before.
fn answered(unit: &Unit) -> Option<Weighed> {
    const FAR: usize = 40;
    let page = unit.page;
    let &(a, b) = unit.pieces.first()?;
    let mut k = a;
    if REPLIES.answer.at(unit.words, k, b).is_some() {
        k += 1;
    }
    while k < b && matches!(page.text(k), "هو" | "انه" | "ب") || page.piece(k) == Piece::Colon
    {
        k += 1;
    }
    // «لا» by itself, and no negation of a verb.
    let ends = k + 1 >= b || page.piece(k + 1) != Piece::Word;
    let yes = REPLIES.yes.at(unit.words, k, b).is_some();
    let no = ends && page.piece(k) == Piece::Word && REPLIES.no.at(unit.words, k, k + 1).is_some();
    if !(yes && (ends || k > a) || no) {
        return None;
    }
    let low = a.saturating_sub(FAR);
    let line = (low..a).rev().find(|&n| page.piece(n) == Piece::Line);
    let low = line.map_or(low, |n| n + 1);
    let asked = (low..a)
        .rev()
        .find(|&n| REPLIES.asked.at(unit.words, n, a).is_some())?;
    // «سئل المتحدث عما إذا كان القائد قد مات»: what is asked, and not who was.
    let whether = (asked..a)
        .rev()
        .find(|&n| matches!(page.text(n), "اذا" | "هل" | "ان") && page.piece(n) == Piece::Word)
        .unwrap_or(asked);
    let last = |f: Family| {
        let of = unit.families.families.get(&f)?;
        (whether..a)
            .rev()
            .find(|&n| of.at(unit.words, n, a).is_some())
    };
    let (dead, alive) = (last(Family::Dead), last(Family::Alive));
    let him = means(unit, whether, a);
    let other = unit.anchor?.other(page, whether, a).is_some();
    if him.is_none() || dead.is_some() == alive.is_some() || other && him < Some(Meant::Name) {
        return None;
    }
    let stance = if dead.is_some() == yes {
        Stance::Affirms
    } else {
        Stance::Denies
    };
    Some(weighed(stance, "question-answered", (k, k + 1)))
}

/// «ووصفت الحركة ما بثته القناة بأنه سقطة مهنية»: who calls a report something that is no praise of it denies it.
fn described(unit: &Unit) -> Option<Weighed> {
    const BACK: usize = 8;
    const WORDS: usize = 24;
    let page = unit.page;
    let &(a, b) = unit.pieces.first()?;
    let (start, _) = sentence(page, a);
    let low = a.saturating_sub(BACK).max(start);
    let calls = (low..a).any(|k| REPLIES.calls.at(unit.words, k, a).is_some());
    let plain = !(low..a).any(|k| matches!(page.piece(k), Piece::Stop | Piece::Colon));
    if !calls || !plain || unit.turn.is_some() || b - a > WORDS || !(unit.told || unit.follows) {
        return None;
    }
    let as_what =
        (a + 1..b).find(|&k| matches!(page.text(k), "بانه" | "بانها" | "بانهم") && k + 1 < b)?;
    let report = has(&REPLIES.told, unit, a, (a + 3).min(as_what))?;
    let what = as_what + 1;
    let fair = has(&REPLIES.fair, unit, what, b).is_some();
    // What a marker says is weighed where markers are.
    let marked = !unit.markers(what, b).is_empty();
    // «ما نشر عن السد بأنه».
    let other = unit.anchor?.other(page, a, as_what).is_some();
    let elsewhere =
        (a..as_what).any(|k| unit.families.elsewhere.at(unit.words, k, as_what).is_some());
    let about = (report.from..as_what).any(|k| matches!(page.text(k), "عن" | "حول" | "بشان"));
    let of_him = !about
        || means(unit, report.from, as_what) > Some(Meant::Pronoun)
        || unit.families.families.get(&Family::Dead).is_some_and(|d| {
            (report.from..as_what).any(|k| d.at(unit.words, k, as_what).is_some())
        });
    (!fair && !marked && !other && !elsewhere && of_him).then(|| Weighed {
        hedged: true,
        ..weighed(Stance::Denies, "question-answered", (report.from, b))
    })
}

/// «القائد معي في الغرفة», «هنأني أمس»: with whoever speaks, or something he did to that one these days.
fn beside(unit: &Unit, a: usize, k: usize, b: usize) -> Option<(usize, usize)> {
    const NEAR: usize = 3;
    const REACH: usize = 10;
    let page = unit.page;
    if !unit.direct && !page_quotes(page, k) {
        return None;
    }
    let low = k.saturating_sub(NEAR + 1).max(a);
    let him = means(unit, low, k).is_some_and(|m| m > Meant::Pronoun)
        && unit.anchor?.other(page, low, k).is_none();
    let negated = (low..k).any(|n| page.turns(n, Turn::Negation));
    if !him || negated || dead(unit, a, b) {
        return None;
    }
    let here = REPLIES
        .beside
        .at(unit.words, k, b)
        .filter(|_| first_person(page.text(k)));
    if let Some(w) = here {
        return Some((k, w.to));
    }
    let to_me = page.text(k).strip_suffix("ني").is_some_and(|v| {
        v.chars().count() > 2 && !v.ends_with("ان") && !v.ends_with("كن") && !page.def(k)
    });
    let end = b.min(k + REACH);
    let said = has(&REPLIES.recent, unit, k + 1, end).is_some()
        && has(&REPLIES.before, unit, k + 1, end).is_none();
    (to_me && said).then_some((k, k + 1))
}

/// Words that put somebody with whoever speaks.
fn first_person(word: &str) -> bool {
    word.ends_with('ي') || word.ends_with("نا")
}

/// Whether a token stands within quotation marks.
fn page_quotes(page: &Page, k: usize) -> bool {
    let (start, _) = sentence(page, k);
    let mark = (start..k)
        .rev()
        .find(|&n| matches!(page.piece(n), Piece::Open | Piece::Close));
    mark.is_some_and(|n| page.piece(n) == Piece::Open)
}

/// «إنه اتصل بزوجته مساء الأربعاء», «كانت في حضرته قبل يومين»: heard from by his people, or met, these days.
fn heard_from(unit: &Unit, a: usize, k: usize, b: usize) -> Option<(usize, usize)> {
    const KIN: usize = 3;
    const BACK: usize = 4;
    const REACH: usize = 12;
    let page = unit.page;
    let low = k.saturating_sub(BACK).max(a);
    let end = b.min(k + REACH);
    let negated = (low..k).any(|n| page.turns(n, Turn::Negation));
    let long_ago = has(&REPLIES.before, unit, k, end).is_some();
    if negated || long_ago || !unit.told || dead(unit, a, b) {
        return None;
    }
    let recent = has(&REPLIES.recent, unit, k + 1, end).is_some();
    if REPLIES.company.at(unit.words, k, b).is_some() {
        let other = unit.anchor?.other(page, a, b).is_some();
        return (recent && !other && unit.follows).then_some((k, k + 1));
    }
    if has(&unit.families.last, unit, low, k).is_some() {
        return None;
    }
    let verb = REPLIES
        .reached
        .at(unit.words, k, k + 1)
        .filter(|_| !page.def(k) && !page.text(k).ends_with(['ت', 'ا']))?;
    let kin = (verb.to..b.min(verb.to + KIN))
        .find(|&n| REPLIES.kin.at(unit.words, n, n + 1).is_some())?;
    let (him, other) = (means(unit, low, k)?, unit.anchor?.other(page, a, k));
    let tied = him > Meant::Pronoun || unit.follows;
    (recent && tied && other.is_none()).then_some((k, kin + 1))
}

/// Whether words of death stand among some words.
fn dead(unit: &Unit, a: usize, b: usize) -> bool {
    let of = unit.families.families.get(&Family::Dead);
    of.is_some_and(|d| (a..b).any(|k| d.at(unit.words, k, b).is_some()))
}

/// «لم أجد له نبضا»: a sign of life that was looked for, and not found.
pub(super) fn no_sign(unit: &Unit, a: usize, b: usize) -> bool {
    const BACK: usize = 4;
    let page = unit.page;
    let (from, _) = unit.piece(a);
    let low = a.saturating_sub(BACK).max(from);
    page.arabic()
        && (a..b).any(|k| REPLIES.signs.at(unit.words, k, k + 1).is_some())
        && (low..a).any(|k| {
            page.turns(k, Turn::Negation) && REPLIES.finds.at(unit.words, k + 1, a).is_some()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_replies_parse() {
        let file: File = questions(include_str!("../../packs/replies_ar.ron"));
        assert!(!file.among.is_empty() && !file.signs.is_empty());
    }
}
