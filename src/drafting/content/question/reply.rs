//! What English replies to whether somebody is dead in no word of life or death: "we have seen this film before", "there is no
//! vacancy", "saw no reason to change its account"; who is met by eye or ear; and what is missed where a death is mourned.

use std::sync::LazyLock;

use serde::Deserialize;

use super::anchor::Meant;
use super::families::{Family, Marker, Wording, Wordings, Words};
use super::weigh::{Fate, Unit, Weighed};
use crate::drafting::content::english_names::cut_short;
use crate::drafting::content::lexicon::{Turn, questions};
use crate::drafting::content::page::Page;
use crate::drafting::{Filler, Reading};
use crate::extraction::Piece;
use crate::model::Stance;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    affirms: String,
    reports: String,
    doubts: String,
    cannot: String,
    denies: String,
    mistaken: String,
    lying: String,
    signs: String,
    perceive: String,
    passing: String,
    busy: String,
    meets: String,
    acts: String,
    recent: String,
    before: String,
    lives: String,
    others: String,
}

/// The wordings of a pack, by what they do.
pub(super) struct Replies {
    by_stance: [(Stance, Wordings); 5],
    mistaken: Wordings,
    lying: Wordings,
    signs: Wordings,
    pub(super) perceive: Wordings,
    pub(super) passing: Wordings,
    pub(super) busy: Wordings,
    pub(super) meets: Wordings,
    pub(super) acts: Wordings,
    pub(super) recent: Wordings,
    pub(super) before: Wordings,
    lives: Wordings,
    others: Wordings,
}

pub(super) static REPLIES: LazyLock<Replies> = LazyLock::new(|| {
    let file: File = questions(include_str!("../../packs/replies_en.ron"));
    let of = |text: &str| Wordings::new(text);
    Replies {
        // The one that commits less first: "received information to that effect", "no room for doubt".
        by_stance: [
            (Stance::Affirms, of(&file.affirms)),
            (Stance::Reports, of(&file.reports)),
            (Stance::CannotConfirm, of(&file.cannot)),
            (Stance::Doubts, of(&file.doubts)),
            (Stance::Denies, of(&file.denies)),
        ],
        mistaken: of(&file.mistaken),
        lying: of(&file.lying),
        signs: of(&file.signs),
        perceive: of(&file.perceive),
        passing: of(&file.passing),
        busy: of(&file.busy),
        meets: of(&file.meets),
        acts: of(&file.acts),
        recent: of(&file.recent),
        before: of(&file.before),
        lives: of(&file.lives),
        others: of(&file.others),
    }
});

/// What a saying replies, before its words of life and death are weighed.
pub(super) fn replies(unit: &Unit) -> Option<Weighed> {
    if !asks(unit) || unit.own {
        return None;
    }
    taken_for_him(unit)
        .or_else(|| called_false(unit))
        .or_else(|| replied(unit))
}

pub(super) fn asks(unit: &Unit) -> bool {
    unit.fate == Fate::Death && !unit.page.arabic() && unit.anchor.is_some()
}

pub(super) fn weighed(stance: Stance, rule: &'static str, at: (usize, usize)) -> Weighed {
    Weighed {
        stance,
        hedged: false,
        rule,
        score: 0.4,
        at,
    }
}

/// "We have seen this film before": what needs no word of him, in an article that has told of him.
fn replied(unit: &Unit) -> Option<Weighed> {
    let page = unit.page;
    let anchor = unit.anchor?;
    let (from, end) = (unit.pieces.first()?.0, unit.pieces.last()?.1);
    let found = REPLIES.by_stance.iter().filter_map(|(stance, of)| {
        let w = unit.first(of)?;
        Some((*stance, w))
    });
    // The longest wording, of the two alike the one listed last.
    let (stance, w) = found.max_by_key(|(_, w)| w.to - w.from)?;
    let named = anchor
        .meant(page, unit.words, unit.families, from, end)
        .is_some_and(|m| m > Meant::Pronoun);
    let tied = unit.told || unit.follows || named || near_him(unit);
    let other = anchor.other(page, from, end).is_some();
    let turned = negated(unit, &w) || matches!(unit.turn, Some(Turn::Deny | Turn::Doubt));
    // "Draws the conclusion that he lives."
    let lives = stance == Stance::Affirms
        && [Family::Alive, Family::Doing]
            .iter()
            .any(|f| family(unit, *f).is_some());
    if !tied || other && !named || turned || lives || elsewhere(unit, &w) {
        return None;
    }
    // "It is no proof. But he is dead": what he says in so many words.
    let outright = stance != Stance::CannotConfirm
        && family(unit, Family::Dead)
            .is_some_and(|d| w.to <= d.from && sentence_between(page, w.to, d.from));
    (!outright).then(|| weighed(stance, "question-answered", (w.from, w.to)))
}

/// Whether the paragraph of a saying has named him before it.
fn near_him(unit: &Unit) -> bool {
    const REACH: usize = 80;
    let page = unit.page;
    let first = unit.pieces.first().map_or(0, |p| p.0);
    (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&k| page.piece(k) != Piece::Line)
        .any(|k| unit.anchor.is_some_and(|x| x.named(page, k)))
}

fn sentence_between(page: &Page, a: usize, b: usize) -> bool {
    (a..b).any(|k| page.piece(k) == Piece::Stop && !cut_short(page, k))
}

fn family(unit: &Unit, of: Family) -> Option<Wording> {
    unit.first(unit.families.families.get(&of)?)
}

/// A negation right before a wording that it is no part of.
fn negated(unit: &Unit, w: &Wording) -> bool {
    const BACK: usize = 2;
    let (from, _) = unit.piece(w.from);
    (w.from.saturating_sub(BACK).max(from)..w.from).any(|k| unit.page.turns(k, Turn::Negation))
}

/// Whether what is answered stands behind the wording and is another matter: "no position to say whether taxes would rise".
fn elsewhere(unit: &Unit, w: &Wording) -> bool {
    const NEAR: usize = 8;
    let page = unit.page;
    let (_, to) = unit.piece(w.from);
    let last = page.text(w.to.saturating_sub(1));
    let on = |t: &str| {
        matches!(
            t,
            "whether" | "if" | "on" | "about" | "of" | "that" | "who" | "for"
        )
    };
    let next = page.text(w.to);
    if !on(last) && !on(next) {
        return false;
    }
    let end = to.min(w.to + NEAR);
    let so = |f: Family| unit.families.families.get(&f);
    !(w.from..end).any(|k| {
        [Family::Dead, Family::Alive]
            .iter()
            .filter_map(|f| so(*f))
            .any(|f| f.at(unit.words, k, end).is_some())
            || unit.families.reports.at(unit.words, k, end).is_some()
            || matches!(page.text(k), "that" | "this" | "effect" | "right" | "true") && k + 1 >= to
            || unit
                .anchor
                .is_some_and(|x| x.meant(page, unit.words, unit.families, k, k + 1).is_some())
    })
}

/// "The report was false and would be answered in court": the report that the article tells of.
fn called_false(unit: &Unit) -> Option<Weighed> {
    const LEAD: usize = 2;
    const GAP: usize = 3;
    let page = unit.page;
    let (from, to) = *unit.pieces.first()?;
    if !unit.told || unit.turn.is_some() {
        return None;
    }
    let definite = |k: usize| {
        k > 0
            && matches!(
                page.text(k - 1),
                "the" | "these" | "those" | "this" | "such" | "that"
            )
    };
    // "The officer's story".
    let whose = |k: usize| k > 0 && page.text(k - 1).ends_with("'s");
    let noun = (from..to.min(from + LEAD + 2)).find(|&k| {
        (definite(k) && k < from + LEAD || whose(k))
            && unit.families.reports.at(unit.words, k, to).is_some()
    })?;
    // "Was a lie"; "called the story a lie".
    let is = matches!(
        page.text(noun + 1),
        "was" | "were" | "is" | "are" | "a" | "an" | "pure" | "sheer" | "as"
    );
    let deny = unit.families.markers.get(&Marker::Deny)?;
    let at = (noun + 2..to.min(noun + 2 + GAP))
        .find(|&k| deny.at(unit.words, k, to).is_some())
        .filter(|&k| is && !(noun..k).any(|n| page.turns(n, Turn::Negation)))?;
    unit.anchor?
        .other(page, from, to)
        .is_none()
        .then(|| weighed(Stance::Denies, "question-answered", (noun, at + 1)))
}

/// "The man on the ground was not the commander", "a different inmate had died and the two had been confused".
pub(super) fn taken_for_him(unit: &Unit) -> Option<Weighed> {
    const NEAR: usize = 4;
    let page = unit.page;
    let anchor = unit.anchor?;
    if !asks(unit) || unit.own || matches!(unit.turn, Some(Turn::Deny | Turn::Doubt)) {
        return None;
    }
    let deny = |at| Some(weighed(Stance::Denies, "question-another-for-him", at));
    if unit.told
        && let Some(w) = unit.first(&REPLIES.mistaken)
        && !negated(unit, &w)
    {
        return deny((w.from, w.to));
    }
    unit.pieces.iter().find_map(|&(a, b)| {
        (a..b).find_map(|k| {
            let no = page.text(k) == "not" || page.text(k).ends_with("n't");
            let is = if page.text(k) == "not" {
                k.checked_sub(1)?
            } else {
                k
            };
            let be = matches!(page.text(is), "was" | "is" | "wasn't" | "isn't" | "been");
            if !be || unit.masked(k) {
                return None;
            }
            let low = is.saturating_sub(NEAR + 1).max(a);
            let lay = (low..is).any(|n| REPLIES.lying.at(unit.words, n, is).is_some());
            let next = page.text(k + 1);
            // "The man in the barn had been Sollum's cook".
            if !no {
                let his = anchor.named(page, k + 1) && next.ends_with("'s")
                    || matches!(next, "his" | "her")
                        && anchor
                            .meant(page, unit.words, unit.families, k + 1, k + 2)
                            .is_some();
                let other = (k + 2..b.min(k + 2 + NEAR))
                    .find(|&n| REPLIES.others.at(unit.words, n, b).is_some());
                let negated = (low..=is).any(|n| page.turns(n, Turn::Negation));
                let tied = lay && unit.told && his && !negated;
                return other.filter(|_| tied).and_then(|n| deny((is, n + 1)));
            }
            let bare = matches!(next, "him" | "her") && page.piece(k + 2) != Piece::Word;
            let end = b.min(k + 1 + NEAR);
            let his = anchor
                .meant(page, unit.words, unit.families, k + 1, end)
                .is_some_and(|m| m > Meant::Pronoun);
            // "Was not the commander of the brigade", "was not Qashlan's car".
            let whose = (k + 1..end).any(|n| page.text(n).ends_with("'s") || page.text(n) == "of");
            // Whom it was not stands first behind the verb: "was not at home when the commander came".
            let first =
                matches!(next, "the" | "their" | "its" | "his" | "our") || page.capital(k + 1);
            (lay && (bare && unit.told || his && first && !whose))
                .then(|| deny((is, end.min(k + 3))))
                .flatten()
        })
    })
}

/// Whether no more is told at some words than that a sign of death is wanting: "no obituary", "without a body".
pub(super) fn sign_wanting(unit: &Unit, a: usize, b: usize) -> bool {
    const BACK: usize = 3;
    let page = unit.page;
    let (from, _) = unit.piece(a);
    asks(unit)
        && (a..b).any(|k| REPLIES.signs.at(unit.words, k, b).is_some())
        && (a.saturating_sub(BACK).max(from)..=a).any(|k| {
            matches!(page.text(k), "no" | "without" | "nor" | "neither")
                || page.text(k) == "not" && page.text(k + 1) == "a"
        })
}

/// "Had not seen the body": who did not see it cannot say.
pub(super) fn unseen(unit: &Unit, a: usize) -> bool {
    asks(unit)
        && matches!(
            unit.page.text(a),
            "saw" | "see" | "seen" | "viewed" | "identified" | "recognised" | "recognized"
        )
}

/// Whether some words are of how he is, so that their contrary tells no death: "had not regained consciousness".
pub(super) fn only_how(unit: &Unit, a: usize, b: usize) -> bool {
    asks(unit) && !(a..b).any(|k| REPLIES.lives.at(unit.words, k, b).is_some())
}

/// Whether the question before a saying asks whether he lives: "Did he survive? The government says he did not."
pub(super) fn asked_if_alive(unit: &Unit) -> bool {
    const FAR: usize = 24;
    let page = unit.page;
    let Some(&(first, _)) = unit.pieces.first() else {
        return false;
    };
    let low = first.saturating_sub(FAR);
    let Some(mark) = (low..first).rev().find(|&k| page.text(k) == "?") else {
        return false;
    };
    let start = (mark.saturating_sub(FAR)..mark)
        .rev()
        .find(|&k| matches!(page.piece(k), Piece::Stop | Piece::Line))
        .map_or(mark.saturating_sub(FAR), |k| k + 1);
    asks(unit)
        && unit
            .families
            .families
            .get(&Family::Alive)
            .is_some_and(|f| (start..mark).any(|k| f.at(unit.words, k, mark).is_some()))
}

/// What the words round a reading of his death make of it: "burying a man who is still breathing" denies it, "the case for his
/// demise is thin" doubts it.
pub(super) fn reread(page: &Page, words: &Words, r: &Reading) -> Option<Stance> {
    const BACK: usize = 14;
    const REACH: usize = 12;
    let dead = |f: &[Filler]| f.contains(&Filler::Value("dead".to_owned()));
    let death = match r.of.predicate.as_deref() {
        Some("killed" | "died") => true,
        Some("status") => r.of.roles.iter().any(|(_, f)| dead(f)),
        _ => false,
    };
    if page.arabic() || r.stance != Stance::Affirms || !death {
        return None;
    }
    r.part.iter().find_map(|p| {
        let (a, b) = page.tokens_in(*p);
        let stop = |k: &usize| matches!(page.piece(*k), Piece::Stop | Piece::Line);
        let from = (a.saturating_sub(BACK)..a)
            .rev()
            .find(stop)
            .map_or(a.saturating_sub(BACK), |k| k + 1);
        let end = (b..page.len().min(b + REACH))
            .find(stop)
            .unwrap_or(b + REACH)
            .min(page.len());
        REPLIES.by_stance.iter().find_map(|(stance, of)| {
            let round = |k: usize| {
                of.at(words, k, end)
                    .is_some_and(|w| w.to > a && w.to > b.min(a + 1))
            };
            let of_it = matches!(stance, Stance::Denies | Stance::Doubts) && (from..b).any(round);
            of_it.then_some(*stance)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_replies_parse() {
        let file: File = questions(include_str!("../../packs/replies_en.ron"));
        assert!(!file.affirms.is_empty() && !file.busy.is_empty());
    }
}
