//! Whom somebody met by eye or ear, or who did something these days, in English: he lives, in no word of it.

use super::anchor::Meant;
use super::another::limited;
use super::families::{Family, Wording, Wordings};
use super::reply::{REPLIES, asks, weighed};
use super::weigh::{Unit, Weighed};
use crate::drafting::content::lexicon::{Turn, sort};
use crate::drafting::content::page::Page;
use crate::extraction::Piece;
use crate::model::Stance;

/// What a saying tells of him whom somebody met or heard, where none of its words are of life or death.
pub(super) fn met(unit: &Unit) -> Option<Weighed> {
    if !asks(unit) || unit.own || matches!(unit.turn, Some(Turn::Deny | Turn::Doubt)) {
        return None;
    }
    // "Had sent him a text and heard nothing".
    let answered = |at: &(usize, usize)| !limited(unit.page, unit.words, Family::Doing, at.1);
    let at = unit.pieces.iter().find_map(|&(a, b)| {
        (a..b).filter(|&k| !unit.masked(k)).find_map(|k| {
            perceived(unit, k, b)
                .or_else(|| at_work(unit, a, k, b))
                .or_else(|| acted(unit, a, k, b))
                .or_else(|| spoke(unit, a, k, b))
                .filter(answered)
        })
    })?;
    Some(weighed(Stance::Denies, "question-what-the-living-do", at))
}

/// "Heard Marduni singing", "found him in high spirits and walking": met by eye or ear at what the living do.
fn perceived(unit: &Unit, k: usize, b: usize) -> Option<(usize, usize)> {
    const NEAR: usize = 5;
    const BACK: usize = 3;
    let (page, anchor) = (unit.page, unit.anchor?);
    let w = REPLIES.perceive.at(unit.words, k, b)?;
    let (from, _) = unit.piece(k);
    let unsaid = (k.saturating_sub(BACK).max(from)..k).any(|n| {
        page.turns(n, Turn::Negation) || unit.families.last.at(unit.words, n, k).is_some()
    });
    let end = b.min(w.to + NEAR);
    // Whom, and nobody else, in the words up to what he is at.
    let doing = (w.to..end).find(|&n| participle(unit, n))?;
    let plain = (w.to..doing).all(|n| matches!(page.piece(n), Piece::Word | Piece::Dash));
    let whom = anchor.meant(page, unit.words, unit.families, w.to, doing);
    let him = whom.is_some() && anchor.other(page, w.to, doing).is_none();
    let whose = (w.to..doing).any(|n| {
        page.text(n).ends_with("'s")
            || matches!(page.text(n), "his" | "her")
                && page.piece(n + 1) == Piece::Word
                && n + 1 < doing
            || page.text(n) == "of"
    });
    (!unsaid && plain && him && !whose && !dead(unit, w.from, end)).then_some((w.from, doing + 1))
}

/// A word in -ing that says what somebody is at, or through what he was heard.
fn participle(unit: &Unit, n: usize) -> bool {
    let word = unit.page.text(n);
    if matches!(word, "through" | "behind" | "across" | "outside") {
        return true;
    }
    word.len() > 5
        && word.ends_with("ing")
        && !unit.page.capital(n)
        && REPLIES.passing.at(unit.words, n, n + 1).is_none()
        && !unit.page.is(n, sort::TITLE)
}

/// "She was singing, badly": what he is said to be at, told as going on.
fn at_work(unit: &Unit, a: usize, k: usize, b: usize) -> Option<(usize, usize)> {
    const BACK: usize = 4;
    let (page, anchor) = (unit.page, unit.anchor?);
    REPLIES.busy.at(unit.words, k, b)?;
    let mut is = k.checked_sub(1)?;
    while is > a && page.text(is).ends_with("ly") {
        is -= 1;
    }
    let be = matches!(page.text(is), "was" | "is" | "been" | "he's" | "she's");
    let low = is.saturating_sub(BACK).max(a);
    // "The clinic where he was resting" tells of before.
    let before = (low..is).any(|n| {
        matches!(
            page.text(n),
            "when" | "where" | "while" | "as" | "who" | "which" | "if" | "whether"
        ) || page.turns(n, Turn::Negation)
            || page.piece(n) == Piece::Comma
    });
    let whom = anchor.meant(page, unit.words, unit.families, low, is + 1);
    let his = whom.is_some() && anchor.other(page, a, k).is_none();
    let named = whom > Some(Meant::Pronoun);
    let tied = unit.told && (named || unit.follows && !speaker_does(unit, a));
    (be && his && tied && !before && !dead(unit, a, b)).then_some((is, k + 1))
}

/// "Rang their mother on Thursday evening", right behind a word for him: what he did these days.
fn acted(unit: &Unit, a: usize, k: usize, b: usize) -> Option<(usize, usize)> {
    const BACK: usize = 5;
    const REACH: usize = 16;
    let (page, anchor) = (unit.page, unit.anchor?);
    REPLIES.acts.at(unit.words, k, b)?;
    let mut who = k.checked_sub(1).filter(|&n| n >= a)?;
    while who > a
        && (matches!(
            page.text(who),
            "had" | "has" | "also" | "then" | "later" | "just" | "even"
        ) || page.text(who).ends_with("ly"))
    {
        who -= 1;
    }
    let meant = |from: usize| anchor.meant(page, unit.words, unit.families, from, who + 1);
    let pronoun = matches!(page.text(who), "he" | "she") && meant(who).is_some();
    let titled = unit
        .families
        .epithets
        .at(unit.words, who, who + 1)
        .is_some()
        && meant(who.saturating_sub(BACK).max(a)).is_some_and(|m| m > Meant::Pronoun);
    if !(anchor.named(page, who) || pronoun || titled) {
        return None;
    }
    let end = (k..b.min(k + REACH))
        .find(|&n| matches!(page.piece(n), Piece::Stop | Piece::Semicolon))
        .unwrap_or(b.min(k + REACH));
    let within = |w: &Wordings| {
        (a.max(k.saturating_sub(REACH))..end).any(|n| w.at(unit.words, n, end).is_some())
    };
    let other = anchor.other(page, a, who).is_some();
    let tied = unit.told && (!pronoun || unit.follows && !speaker_does(unit, a));
    (tied && !other && within(&REPLIES.recent) && !within(&REPLIES.before) && !dead(unit, a, b))
        .then_some((who, k + 1))
}

/// "Had spoken to the president the same morning": whom somebody met these days.
fn spoke(unit: &Unit, a: usize, k: usize, b: usize) -> Option<(usize, usize)> {
    const REACH: usize = 12;
    const BACK: usize = 4;
    let (page, anchor) = (unit.page, unit.anchor?);
    let w = REPLIES.meets.at(unit.words, k, b)?;
    let unsaid = (k.saturating_sub(BACK).max(a)..k).any(|n| {
        page.turns(n, Turn::Negation)
            || unit.families.last.at(unit.words, n, k).is_some()
            || matches!(page.text(n), "to" | "would" | "will" | "could" | "if")
    });
    let end = whom_end(page, w.to, b);
    let whom = anchor.meant(page, unit.words, unit.families, w.to, end);
    let him = whom > Some(Meant::Pronoun) && anchor.other(page, w.to, end).is_none();
    let until = b.min(end + REACH);
    let within = |of: &Wordings| (a..until).any(|n| of.at(unit.words, n, until).is_some());
    // "Spoke to the president's brother".
    let whose = (w.to..end).any(|n| page.text(n).ends_with("'s") || page.text(n).ends_with("’s"));
    let alone = seen_alone(unit, (w.from, w.to), end, b);
    (him && alone
        && unit.told
        && !unsaid
        && !whose
        && within(&REPLIES.recent)
        && !within(&REPLIES.before)
        && !dead(unit, a, b))
    .then_some((w.from, end))
}

/// "Saw him on Friday", and not "saw him fall": words of meeting, what ends whom they are of, and what ends the clause.
fn seen_alone(unit: &Unit, words: (usize, usize), end: usize, b: usize) -> bool {
    const REACH: usize = 12;
    let page = unit.page;
    let seen = (words.0..words.1).any(|n| matches!(page.text(n), "saw" | "seen"));
    let name = |n: usize| {
        page.capital(n) || page.is(n, sort::TITLE) || matches!(page.text(n), "the" | "al" | "-")
    };
    !seen
        || (words.1..end).all(name)
            && (end >= b
                || page.piece(end) != Piece::Word
                || REPLIES
                    .recent
                    .at(unit.words, end, b.min(end + REACH))
                    .is_some()
                || matches!(page.text(end), "on" | "and" | "at"))
}

/// Where the phrase of whom somebody met ends, behind the words of meeting.
fn whom_end(page: &Page, from: usize, b: usize) -> usize {
    const WHOM: usize = 5;
    let until = b.min(from + WHOM);
    (from..until)
        .find(|&n| page.piece(n) != Piece::Word || page.is(n, sort::STOP) && n > from)
        .unwrap_or(until)
}

/// Whether what a saying tells of him is what he was seen to do: "saw him fall".
pub(super) fn seen_doing(unit: &Unit) -> bool {
    let alone = |w: Wording, b: usize| {
        let end = whom_end(unit.page, w.to, b);
        seen_alone(unit, (w.from, w.to), end, b)
    };
    !unit.page.arabic()
        && unit.pieces.iter().any(|p| {
            let mut met = (p.0..p.1).filter_map(|k| REPLIES.meets.at(unit.words, k, p.1));
            met.any(|w| !alone(w, p.1))
        })
}

/// "The minister said he had received the ambassador": whoever speaks of what he did, not whom the case asks for, unless that one
/// was spoken of right before.
pub(super) fn speaker_does(unit: &Unit, a: usize) -> bool {
    let page = unit.page;
    let (from, to) = unit.piece(a);
    let he = |k: usize| matches!(page.text(k), "he" | "she");
    let alone = he(from)
        && !(from + 1..to).any(|k| {
            matches!(page.text(k), "him" | "her" | "himself" | "herself") || k > from + 1 && he(k)
        });
    let spoken_of = unit.told && unit.directly;
    !page.arabic() && !unit.direct && alone && !spoken_of
}

/// Whether words of death stand among some words.
fn dead(unit: &Unit, a: usize, b: usize) -> bool {
    let of = unit.families.families.get(&Family::Dead);
    of.is_some_and(|d| (a..b).any(|k| d.at(unit.words, k, b).is_some()))
}
