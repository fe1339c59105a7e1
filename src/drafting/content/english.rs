//! The order of English clauses: the subject first, the passive by its auxiliary, what a noun is of.

use super::cast::Cast;
use super::english_names::{auxiliary, possessive, verb};
use super::english_phrase::phrase;
use super::hit::{Fill, Hit};
use super::lexicon::{Shape, Use, Voice, sort};
use super::page::Page;
use super::phrase::{Phrase, What};
use crate::extraction::Piece;

/// Words that stand between a subject and its verb: auxiliaries, adverbs, "was reported", "is believed to have been".
fn skipped(page: &Page, i: usize) -> bool {
    let sure = matches!(page.piece(i), Piece::Open)
        || page.piece(i) == Piece::Number && matches!(page.text(i + 1), "percent" | "per" | "%");
    sure || matches!(page.text(i), "percent" | "cent")
        || page.text(i) == "per" && page.text(i + 1) == "cent"
        || auxiliary(page.text(i))
        || matches!(
            page.text(i),
            "not"
                | "also"
                | "now"
                | "still"
                | "already"
                | "later"
                | "never"
                | "likely"
                | "then"
                | "since"
                | "ever"
                | "indeed"
                | "no"
                | "longer"
                | "most"
                | "very"
                | "highly"
                | "almost"
                | "first"
                | "either"
                | "himself"
                | "herself"
                | "percent"
                | "cent"
        )
        || aside(page.text(i)) && (page.text(i + 1) == "to" || i > 0 && auxiliary(page.text(i - 1)))
        || page.text(i) == "to" && i > 0 && aside(page.text(i - 1))
        || matches!(page.text(i), "percent" | "cent" | "per")
            && page.piece(i.saturating_sub(1)) == Piece::Number
        || page.piece(i) == Piece::Number && matches!(page.text(i + 1), "percent" | "per")
        || page.piece(i) == Piece::Word && page.text(i).ends_with("ly") && !page.capital(i)
        || page.text(i) == "in" && page.text(i + 1) == "fact"
        || page.text(i) == "fact" && i > 0 && page.text(i - 1) == "in"
        // "Captured alive", "found dead".
        || matches!(
            page.text(i),
            "captured" | "arrested" | "taken" | "detained" | "rescued" | "seen" | "left" | "caught" | "recovered" | "lying"
        ) && matches!(page.text(i + 1), "alive" | "dead" | "unhurt" | "unharmed" | "unscathed")
        // "As alive as you and I".
        || page.text(i) == "as" && page.text(i + 1) == "alive"
}

/// Words that give a verb after them as somebody's belief or report.
fn aside(word: &str) -> bool {
    matches!(
        word,
        "believed"
            | "thought"
            | "presumed"
            | "assumed"
            | "reported"
            | "said"
            | "known"
            | "understood"
            | "feared"
            | "claimed"
            | "alleged"
            | "rumoured"
            | "rumored"
            | "appeared"
            | "appears"
            | "appear"
            | "seemed"
            | "seems"
            | "seem"
            | "likely"
            | "certain"
            | "sure"
            | "supposed"
            | "confirmed"
            | "declared"
            | "pronounced"
            | "found"
            | "remained"
            | "remains"
            | "feeling"
            | "suspected"
            | "considered"
    )
}

/// The phrase that ends right before a token, auxiliaries and adverbs passed over.
fn before(page: &Page, cast: &Cast, left: usize, end: usize) -> Option<Phrase> {
    before_within(page, cast, left, end, 2)
}

fn before_within(
    page: &Page,
    cast: &Cast,
    left: usize,
    mut end: usize,
    depth: usize,
) -> Option<Phrase> {
    while end > left && skipped(page, end - 1) {
        end -= 1;
    }
    // "Is believed to have died", "was reported to be dead".
    let supposed = end > left + 1
        && page.text(end - 1) == "to"
        && matches!(
            page.text(end - 2),
            "believed"
                | "thought"
                | "reported"
                | "said"
                | "presumed"
                | "feared"
                | "understood"
                | "known"
                | "alleged"
                | "likely"
                | "rumoured"
                | "rumored"
        );
    if supposed {
        end -= 2;
        while end > left && skipped(page, end - 1) {
            end -= 1;
        }
    }
    // "Was wounded and later died": the subject of the verb before.
    if depth > 0 && end > left && matches!(page.text(end - 1), "and" | "but" | "or") {
        let mut low = left;
        while low > 0
            && end - low < 24
            && !matches!(
                page.piece(low - 1),
                Piece::Stop | Piece::Line | Piece::Semicolon
            )
            && (low < left || page.piece(low - 1) == Piece::Comma)
        {
            low -= 1;
            if low + 1 < left && page.piece(low) == Piece::Comma {
                low += 1;
                break;
            }
        }
        let first = (low..end - 1).rev().find(|&k| {
            verb(page, k) && !auxiliary(page.text(k)) && !page.tok(k).is_some_and(|t| t.says)
                || page.entry(k).is_some_and(|e| {
                    page.text(k) == "alive" && e.triggers.iter().any(|t| t.shape == Shape::Noun)
                })
        });
        return first.and_then(|v| before_within(page, cast, low, v, depth - 1));
    }
    // "Salem Rafiq, who the rebels say was killed": whoever says it stands between.
    if end > 1
        && page.tok(end - 1).is_some_and(|t| t.says)
        && let Some(who) = (end.saturating_sub(8)..end - 1)
            .rev()
            .take_while(|&k| page.piece(k) == Piece::Word)
            .find(|&k| matches!(page.text(k), "who" | "which"))
        && who + 2 < end
    {
        end = who + 1;
    }
    // "Salem Rafiq, who was killed": the clause begins at "who".
    let mut relative = false;
    if end > 0 && matches!(page.text(end - 1), "who" | "which" | "that") {
        relative = page.text(end - 1) == "who" || page.text(end - 1) == "which";
        end -= 1;
    }
    let mut low = left;
    if relative {
        if end > 0 && page.piece(end - 1) == Piece::Comma {
            end -= 1;
        }
        low = end.saturating_sub(12);
    }
    if end == left
        && left > 2
        && page.piece(left - 1) == Piece::Comma
        && let Some(p) = apposed(page, cast, left)
    {
        return Some(p);
    }
    let from = end.saturating_sub(16).max(low);
    (from..end)
        .find_map(|s| {
            if page.piece(s) != Piece::Word && page.piece(s) != Piece::Number
                || s > 0 && super::english_names::joint(page, s - 1)
            {
                return None;
            }
            phrase(page, cast, s, end)
                .filter(|p| p.b == end)
                .filter(|_| {
                    relative
                        || s == left
                        || !matches!(
                            page.text(s - 1),
                            "in" | "at" | "near" | "on" | "by" | "from" | "with" | "to" | "into"
                        )
                })
        })
        .or_else(|| {
            // "12 people in the town were killed", "the commander of the brigade was killed".
            let mut s = left;
            while s < end
                && matches!(
                    page.text(s),
                    "that" | "when" | "after" | "and" | "where" | "as" | "if" | "whether"
                )
            {
                s += 1;
            }
            phrase(page, cast, s, end)
                .filter(|p| {
                    matches!(
                        p.what,
                        What::Person | What::People | What::Title | What::Group
                    ) && matches!(page.text(p.b), "in" | "of" | "from" | "near" | "at" | "on")
                })
                .filter(|p| {
                    !(p.b..end)
                        .any(|k| verb(page, k) || page.tok(k).is_some_and(|t| t.says || t.that))
                })
        })
}

/// "Salem Rafiq, the commander, was killed"; "the chief of the group, Salem Rafiq, was killed": whom the words round the
/// first of two commas mean, the second standing before `left`.
fn apposed(page: &Page, cast: &Cast, left: usize) -> Option<Phrase> {
    let from = left.saturating_sub(22);
    let commas: Vec<usize> = (from..left - 1)
        .rev()
        .take_while(|&k| {
            !matches!(page.piece(k), Piece::Line | Piece::Semicolon | Piece::Colon)
                && (page.piece(k) != Piece::Stop || super::english_names::cut_short(page, k))
        })
        .filter(|&k| page.piece(k) == Piece::Comma)
        .take(2)
        .collect();
    for &c in &commas {
        let first = (c.saturating_sub(14)..c).find_map(|s| {
            (page.piece(s) == Piece::Word)
                .then(|| phrase(page, cast, s, c))
                .flatten()
                .filter(|p| p.b >= c && matches!(p.what, What::Person | What::Title))
        });
        // "At least 40 people, including nine children, were killed".
        if page.text(c + 1) == "including" || page.text(c + 1) == "among" {
            return (c.saturating_sub(10)..c).find_map(|s| {
                phrase(page, cast, s, c).filter(|p| p.b == c && p.what == What::People)
            });
        }
        let second = phrase(page, cast, c + 1, left - 1)
            .filter(|p| p.b == left - 1 && p.what == What::Person);
        // "The leader of the Emirate, X, had been killed": what the title is of is not he.
        let first = first.filter(|f| {
            !(f.what == What::Person
                && second.is_some()
                && f.a > 1
                && (page.text(f.a - 1) == "of"
                    || page.text(f.a - 1) == "the" && page.text(f.a - 2) == "of"
                    || page.text(f.a) == "the" && page.text(f.a - 1) == "of"))
        });
        match (first, second) {
            (Some(f), Some(mut s)) if f.what == What::Title || f.name == s.name => {
                s.a = f.a;
                return Some(s);
            }
            (Some(f), _) if f.what == What::Person => return Some(f),
            (Some(f), None) => return Some(f),
            (None, Some(s)) => return Some(s),
            _ => {}
        }
    }
    None
}

/// Fills the roles of a frame met in English.
pub(super) fn fill(page: &Page, cast: &Cast, hit: &mut Hit, after: usize) -> Option<()> {
    let frame = page.pack.frames.get(hit.trigger.frame)?;
    let (i, left, right) = (hit.at, hit.left, hit.right);
    let put = |hit: &mut Hit, role: &str, p: Option<Phrase>| {
        if let Some(p) = p {
            hit.put(role, Fill::Phrase(p));
        }
    };
    if hit.trigger.shape == Shape::Noun {
        if frame.word == Use::Predicative {
            if !predicated(page, i, after, left) {
                return None;
            }
            let p = before(page, cast, left, i)?;
            put(hit, &frame.subject, Some(p));
            return Some(());
        }
        // "The body was that of X": of whom words of several tokens are said stands right behind them.
        if after > i + 1
            && !frame.of.is_empty()
            && matches!(page.text(after - 1), "of" | "as" | "was" | "is")
        {
            put(hit, &frame.of, phrase(page, cast, after, right));
            return Some(());
        }
        // The "martyrdom" of its leader: the quotation marks are no end.
        let after =
            after + usize::from(page.piece(after) == Piece::Close && page.text(after + 1) == "of");
        // The death of X; X's death; his death.
        // "His reported death", "Rafiq's alleged killing".
        let mut owner = i;
        while owner > left
            && i - owner < 3
            && page.piece(owner - 1) == Piece::Word
            && !page.capital(owner - 1)
            && !possessive(page, owner - 1)
            && (page.text(owner - 1).ends_with("ed") || page.text(owner - 1) == "apparent")
        {
            owner -= 1;
        }
        // "The death on Thursday of X", "the killing by the army of X".
        let late = (after + 1..right.min(after + 6))
            .find(|&k| page.text(k) == "of")
            .filter(|_| {
                matches!(page.text(after), "on" | "in" | "by" | "at") && !frame.of.is_empty()
            });
        if page.text(after) == "of" {
            put(hit, &frame.of, phrase(page, cast, after + 1, right));
        } else if owner > left && matches!(page.text(owner - 1), "his" | "her" | "their" | "its") {
            let p = Phrase::new(page, owner - 1, i, What::Pronoun, (owner - 1, owner));
            let role = if frame.of.is_empty() { "" } else { &frame.of };
            put(hit, role, Some(p));
        } else if owner > left && possessive(page, owner - 1) {
            let from = owner.saturating_sub(12).max(left);
            let p = (from..owner).find_map(|s| {
                phrase(page, cast, s, owner).filter(|p| p.b == owner && p.what != What::Thing)
            });
            put(hit, &frame.of, p);
        } else if let Some(k) = late {
            put(hit, &frame.of, phrase(page, cast, k + 1, right));
        }
        if !hit.has(&frame.of)
            && focused(&frame.of, &frame.predicate)
            && i > left
            && matches!(page.text(i - 1), "the" | "this" | "that" | "any" | "such")
            && cast.focus().is_some()
            && page.text(after) != "toll"
            && page.text(after) != "of"
        {
            // "Could not verify the death": whom the case is about.
            let p = Phrase::new(page, i - 1, i, What::Focus, (i - 1, i));
            put(hit, &frame.of, Some(p));
        }
        if !frame.by_adjective.is_empty() {
            let k = (i.saturating_sub(2).max(left)..i)
                .find(|&k| page.entry(k).is_some_and(|e| e.adjective.is_some()));
            if let Some(k) = k
                && let Some(name) = page.entry(k).and_then(|e| e.adjective.clone())
            {
                let mut p = Phrase::new(page, k, k + 1, What::State, (k, k + 1));
                p.name = name.to_string();
                put(hit, &frame.by_adjective, Some(p));
            }
        }
        // "Took control of the town", "is in control of it".
        if !frame.subject.is_empty() && !frame.after_words.is_empty() {
            let v = (i.saturating_sub(4).max(left)..i)
                .find(|&k| frame.after_words.iter().any(|w| page.text(k) == w));
            put(
                hit,
                &frame.subject,
                v.and_then(|v| before(page, cast, left, v)),
            );
        }
        return Some(());
    }
    let be = (i.saturating_sub(4).max(left)..i).any(|k| {
        matches!(
            page.text(k),
            "was" | "were" | "is" | "are" | "been" | "being" | "be" | "get" | "got"
        )
    });
    let to = i > left && page.text(i - 1) == "to";
    let subject = before(page, cast, left, if to { i - 1 } else { i });
    let object = if page.text(after) == "him" || page.text(after) == "her" {
        Some(Phrase::new(
            page,
            after,
            after + 1,
            What::Pronoun,
            (after, after + 1),
        ))
    } else {
        phrase(page, cast, after, right).filter(|p| p.a == after)
    };
    if frame.voice == Voice::Self_ {
        if hit.trigger.shape == Shape::Participle && !be {
            return None;
        }
        // "The Front and the Brigades agreed": both.
        if !frame.several.is_empty()
            && let Some(p) = &subject
            && p.a > left + 1
            && page.text(p.a - 1) == "and"
        {
            let first = before_within(page, cast, left, p.a - 1, 0);
            put(hit, &frame.subject, first);
        }
        put(hit, &frame.subject, subject);
        if !frame.object.is_empty() {
            put(hit, &frame.object, object);
        }
        return Some(());
    }
    // "X and other commanders were killed": he too.
    let subject = match subject {
        Some(p)
            if p.what != What::Person && p.a > left + 1 && page.text(p.a - 1) == "and" && be =>
        {
            let first = before_within(page, cast, left, p.a - 1, 0);
            first.filter(|f| f.what == What::Person).or(Some(p))
        }
        other => other,
    };
    match hit.trigger.shape {
        Shape::Passive => put(hit, &frame.object, subject),
        Shape::PastOrPassive if be => put(hit, &frame.object, subject),
        Shape::PastOrPassive if object.is_none() => {
            // "Commander killed in strike", "12 people killed".
            put(hit, &frame.object, subject);
        }
        Shape::Participle => {
            put(hit, &frame.object, object);
            if be {
                put(hit, &frame.subject, subject);
            } else if i > left + 1 && page.text(i - 1) == "of" {
                // "Accused the army of shelling the market".
                let accused = phrase(page, cast, left, i - 1).filter(|p| p.b == i - 1);
                put(hit, &frame.subject, accused);
            }
        }
        _ => {
            put(hit, &frame.subject, subject);
            put(hit, &frame.object, object);
        }
    }
    Some(())
}

/// Whether a word is said of a subject before it, not of a noun after it: "is safe", no "safe passage"; "left 12 dead".
fn predicated(page: &Page, i: usize, after: usize, left: usize) -> bool {
    let noun = page.piece(after) == Piece::Word
        && !page.is(after, sort::STOP)
        && !page
            .tok(after)
            .is_some_and(|t| t.says || t.closed || t.preposition)
        && page
            .entry(after)
            .is_none_or(|e| e.turns.is_empty() && e.weekday == 0 && e.day.is_none());
    if !noun {
        return true;
    }
    // "was dead Thursday": days are no nouns; after a determiner it goes with what follows.
    i == left
        || !matches!(
            page.text(i - 1),
            "the" | "a" | "an" | "of" | "no" | "for" | "his"
        ) && !matches!(page.text(i), "safe" | "held" | "well")
}

/// Whether a noun without its genitive speaks of one man's death.
pub(super) fn focused(of: &str, predicate: &str) -> bool {
    matches!((of, predicate), ("victim", "killed") | ("person", "died"))
}
