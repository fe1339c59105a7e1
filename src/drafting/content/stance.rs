//! How the words round a proposition stand to it: negated, denied, doubted, likely, possible, passed on, asked, intended.
//!
//! Words of stance before the trigger in its clause are read from the inside out, as scope goes: in «لا يستبعد مقتل» the
//! doubt is negated, which leaves a possibility. What is asked, supposed, intended or demanded says nothing of whether it
//! happened and gives no reading.
//!
//! In one file because negation, doubt and "cannot confirm" are told apart on one walk over the words before the trigger.

use super::hit::Hit;
use super::idiom::{
    beyond_doubt, cannot, checking, false_talk, no_evidence, not_yet_known, only_before, supposed,
    wait_and_see, warned_of,
};
use super::lexicon::{Shape, Turn};
use super::page::Page;
use crate::extraction::Piece;
use crate::model::Stance;

/// A stance with its hedge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) stance: Stance,
    pub(super) hedged: bool,
}

impl Held {
    pub(super) const AFFIRMS: Held = Held {
        stance: Stance::Affirms,
        hedged: false,
    };

    /// Under one more word of stance; nothing where that leaves nothing said.
    pub(super) fn under(self, turn: Turn) -> Option<Held> {
        use Stance::{Affirms, CannotConfirm, Denies, Doubts, Reports};
        let plain = |stance| {
            Some(Held {
                stance,
                hedged: false,
            })
        };
        match (turn, self.stance) {
            (Turn::Negation | Turn::Deny, Affirms) => Some(Held {
                stance: Denies,
                ..self
            }),
            (Turn::Deny, Reports) => plain(Denies),
            (Turn::Negation, Denies | Doubts) => plain(Reports),
            (Turn::Deny, Denies) => plain(Affirms),
            (Turn::Negation, Reports) => plain(Denies),
            (Turn::Deny, Doubts) => plain(Reports),
            (Turn::Doubt, Affirms | Reports) => plain(Doubts),
            (Turn::Doubt, Denies) => plain(Reports),
            (Turn::Likely, Affirms | Denies) => Some(Held {
                hedged: true,
                ..self
            }),
            (Turn::Possible | Turn::Rumour, Affirms) => plain(Reports),
            (Turn::Possible | Turn::Rumour, Denies) => plain(Reports),
            (Turn::Confirm, Reports) => plain(Affirms),
            (Turn::CannotConfirm, _) => plain(CannotConfirm),
            (Turn::Question, CannotConfirm) => Some(self),
            (Turn::Question | Turn::Condition | Turn::Unreal, _) => None,
            _ => Some(self),
        }
    }
}

/// How the words of the clause stand to what a frame met says. `from`: the first token of the content or sentence.
pub(super) fn held(page: &Page, hit: &Hit, from: usize, to: usize) -> Option<Held> {
    let word = |k: usize| page.text(k);
    if warned_of(page, from) && hit.at.saturating_sub(from) <= 2
        || (from..hit.at).any(|k| only_before(page, k))
        || last_seen(page, hit)
    {
        return None;
    }
    // The words of stance before the trigger, with where each stands.
    let mut low = hit.at;
    // "It is likely that the chief, X, has died": commas round a name within the subject end nothing.
    let subject = if page.arabic() {
        hit.at
    } else {
        hit.a.max(from).min(hit.at)
    };
    while low > from && (low > subject || subject - low < 14) {
        let k = low - 1;
        if k < subject
            && matches!(
                page.piece(k),
                Piece::Comma | Piece::Semicolon | Piece::Stop | Piece::Line | Piece::Colon
            )
        {
            // "Whether the group's chief, X, is alive": the comma before a name that another closes.
            if k + 1 == subject
                && page.piece(k) == Piece::Comma
                && (subject..hit.at).any(|n| page.piece(n) == Piece::Comma)
            {
                low = k;
                continue;
            }
            // "It was likely that the chief of the group, X, had been killed": the name between commas is no clause.
            let Some(before) = apposition(page, k, from) else {
                break;
            };
            low = before;
            continue;
        }
        // «كذبت على الناس وإنه مات»: said beside the one before, and not under it.
        if page.arabic() && page.conj(k) && page.cut(page.span(k, k + 1)).starts_with("وإن") {
            break;
        }
        // A new clause: «وقال إن»، «وقتل».
        if page.arabic() && page.conj(k) && page.tok(k).is_some_and(|t| t.says) {
            low = k;
            break;
        }
        if page.arabic() && page.conj(k) && super::phrase::finite(page, k) {
            break;
        }
        low = k;
    }
    let mut turns: Vec<(Turn, usize, usize)> = Vec::new();
    let mut k = low;
    let mut charge = false;
    while k < hit.at {
        if page.piece(k) == Piece::Word {
            if not_yet_known(page, k) {
                return None;
            }
            if let Some(n) = beyond_doubt(page, k) {
                k += n;
                continue;
            }
            if let Some(n) = cannot(page, k, hit.at) {
                turns.push((Turn::CannotConfirm, k, k + n));
                k += n;
                continue;
            }
            if let Some((turn, n)) = no_evidence(page, k, hit.at) {
                turns.push((turn, k, k + n));
                k += n;
                continue;
            }
            if wait_and_see(page, k, to) {
                turns.push((Turn::Doubt, k, k + 1));
                k += 1;
                continue;
            }
            if told_again(page, k) {
                k += 1;
                continue;
            }
            if still(page, k) {
                k += 2;
                continue;
            }
            if let Some((turn, n)) = page.pack.turn_at(k, &word, page.bare(k)) {
                turns.push((turn, k, k + n));
                k += n;
                continue;
            }
            // What is under check is no more than reported.
            if let Some(n) = checking(page, k, hit.at) {
                turns.push((Turn::Possible, k, k + n));
                k += n;
                continue;
            }
            // "The suspected leader": of the man, not of what befell him.
            let describes = !page.arabic()
                && matches!(
                    page.text(k),
                    "suspected" | "alleged" | "reported" | "presumed"
                )
                && (k + 1..(k + 4).min(hit.at)).any(|n| page.is(n, super::lexicon::sort::TITLE));
            // "One of the most feared factions", "a feared warlord": of what they are like.
            let adjective = !page.arabic()
                && page.is(k, super::lexicon::sort::DESCRIBES)
                && k > 0
                && page.is(k - 1, super::lexicon::sort::BEFORE_ADJECTIVE);
            if describes || adjective {
                k += 1;
                continue;
            }
            if let Some(e) = page.entry(k)
                && let Some(&turn) = e.turns.first()
            {
                turns.push((turn, k, k + 1));
            }
            if page.arabic() && page.bare(k) == "قد" && present(page, k + 1) {
                turns.push((Turn::Possible, k, k + 1));
            }
            if matches!(
                page.bare(k),
                "متهم"
                    | "متهما"
                    | "متهمه"
                    | "المتهم"
                    | "المتهمين"
                    | "متهمين"
                    | "تهمه"
                    | "بتهمه"
                    | "اتهام"
                    | "باتهام"
                    | "اتهامات"
                    | "اتهامه"
                    | "اتهامها"
                    | "يشتبه"
                    | "مشتبه"
                    | "المشتبه"
                    | "للاشتباه"
                    | "accused"
                    | "charged"
                    | "suspected"
                    | "alleged"
            ) {
                charge = true;
            }
        }
        k += 1;
    }
    let mut held = Held::AFFIRMS;
    let mut reach = hit.at;
    // What stands between the trigger and a word of stance must not be a subject's own phrase with a verb of its own.
    for &(turn, a, b) in turns.iter().rev() {
        let gap = reach.saturating_sub(b);
        // «لا يستطيع في الوقت الراهن تأكيد مقتله»، «لم يثبت مقتله».
        if turn == Turn::Confirm
            && turns
                .iter()
                .any(|&(t, _, end)| t == Turn::Negation && end <= a && a - end <= 5)
        {
            held = held.under(Turn::CannotConfirm)?;
            reach = a;
            continue;
        }
        // «نفيها السريع يوحي بأنه قتل»: what suggests it is a denial, and denies nothing here.
        if turn == Turn::Deny && suggests(page, a, reach) {
            continue;
        }
        let applies = match turn {
            Turn::Negation => {
                gap <= negation_reach(page, b, reach)
                    || reach == hit.at && (carried(page, hit, b) || neither(page, hit, a, b))
            }
            Turn::Unreal => unreal(page, hit, gap),
            // "Too early to say whether", "could not confirm whether"; "conflicting reports about whether".
            Turn::Question => !turns.iter().any(|&(t, _, end)| {
                matches!(t, Turn::CannotConfirm | Turn::Doubt) && end <= a
                    || matches!(t, Turn::Rumour | Turn::Possible) && end <= a && a - end <= 3
            }),
            // "Too early to say if".
            Turn::Condition => !turns
                .iter()
                .any(|&(t, _, end)| t == Turn::CannotConfirm && end <= a && a - end <= 2),
            Turn::Confirm => held.stance == Stance::Reports || negated(page, a),
            // «يمكننا الآن أن نؤكد»: who can confirm does.
            Turn::Possible => !turns
                .iter()
                .any(|&(t, from, _)| t == Turn::Confirm && from >= b && from - b <= 3),
            _ => true,
        };
        if !applies {
            continue;
        }
        held = held.under(turn)?;
        reach = a;
    }
    let near = (low.max(hit.at.saturating_sub(6))..to.min(hit.at + 4))
        .filter(|&k| k < hit.at || !page.conj(k));
    charge |= page.arabic()
        && near
            .take_while(|&k| k < hit.at || page.piece(k) == Piece::Word)
            .any(|k| supposed(page, k));
    if charge && held.stance == Stance::Affirms {
        held = Held {
            stance: Stance::Reports,
            hedged: false,
        };
    }
    let i = hit.at;
    if page.arabic() {
        let prep = page.taken.get(i).and_then(|t| t.prep);
        if hit.trigger.deed
            && prep == Some('ل')
            && !page.survey.tokens[..i].iter().rev().take(3).any(|t| {
                t.text.contains("تعرض")
                    || t.text.contains("ادي")
                    || t.text.contains("ادت")
                    || t.text.contains("نتيج")
            })
        {
            return None;
        }
        if hit.trigger.shape == Shape::Present
            && (prep == Some('ل')
                || i > 0
                    && matches!(
                        page.bare(i - 1),
                        "ان" | "لكي" | "كي" | "حتي" | "لن" | "الا" | "سوف"
                    ))
        {
            return None;
        }
    } else {
        let back = |n: usize| i.checked_sub(n).map_or("", |k| page.text(k));
        let base = matches!(hit.trigger.shape, Shape::Present | Shape::Participle);
        if base && back(1) == "to"
            || hit.trigger.shape == Shape::Participle
                && matches!(back(1), "of" | "for" | "from" | "before" | "without")
                && matches!(back(2), "way" | "intention" | "hope" | "threat")
        {
            return None;
        }
        for n in 1..6 {
            if n > 3
                && !super::english_names::auxiliary(back(n - 1))
                && !back(n - 1).ends_with("ly")
            {
                break;
            }
            match back(n) {
                "can" if n > 1 && matches!(back(n - 1), "confirm" | "now" | "say") => break,
                "would" | "should" | "must" | "will" | "shall" | "can" | "cannot" | "can't"
                | "won't" | "wouldn't" => return None,
                "could" | "may" | "might" if back(n) != "may" || !page.capital(i - n) => {
                    held = held.under(Turn::Possible)?;
                    break;
                }
                _ => {}
            }
            if i >= n && page.piece(i - n) != Piece::Word {
                break;
            }
        }
    }
    // A judgement after it: «أنباء مقتله غير صحيحة», «قتل على الأرجح».
    let rumour = turns.iter().any(|t| t.0 == Turn::Rumour);
    let reach = if rumour { 24 } else { 8 };
    let mut judged = false;
    let mut k = hit.at + 1;
    while k < to && k < hit.b + reach {
        if matches!(page.piece(k), Piece::Stop | Piece::Line | Piece::Semicolon) {
            break;
        }
        if k > hit.at + 1 && page.arabic() && page.conj(k) && super::phrase::finite(page, k) {
            break;
        }
        // «حي وأن ما نشر كذب»: judged is what stands behind.
        if k > hit.at && page.arabic() && page.conj(k) && page.tok(k).is_some_and(|t| t.that) {
            break;
        }
        // «أخي حي، وكل ما قيل كذب»: what is judged then is something else.
        if page.arabic() && !rumour && page.piece(k) == Piece::Comma && page.conj(k + 1) {
            break;
        }
        let fixed = page.pack.after_at(k, &word, page.bare(k));
        let found = fixed.or_else(|| false_talk(page, k).map(|n| (Turn::Deny, n)));
        if page.piece(k) == Piece::Word
            && let Some((turn, n)) = found
        {
            let nominal = hit.trigger.shape == Shape::Noun || rumour;
            // "If they are true", «إن صحت».
            let supposed = (k.saturating_sub(3)..k)
                .any(|n| matches!(page.text(n), "if" | "whether" | "اذا" | "لو"));
            if supposed && turn == Turn::Confirm {
                k += n;
                continue;
            }
            // "Reports of his death appear credible".
            if !judged && turn == Turn::Likely && rumour && held.stance == Stance::Reports {
                held = Held {
                    stance: Stance::Affirms,
                    hedged: true,
                };
                judged = true;
                k += n;
                continue;
            }
            // "He has died too often for us to believe it."
            let weary = turn == Turn::Doubt && matches!(page.text(k), "too" | "so" | "many");
            if !judged && (nominal || weary || matches!(turn, Turn::Likely | Turn::Doubt)) {
                // «اتهامه بفبركة الهجوم هو كذب»: that it was not made up is not yet that it was.
                if turn == Turn::Deny && turns.iter().any(|t| t.0 == Turn::Deny) {
                    return None;
                }
                held = held.under(turn)?;
                judged = true;
            }
            k += n;
            continue;
        }
        k += 1;
    }
    Some(held)
}

/// «لا يزال يشك»: a negation that says that a thing goes on.
fn still(page: &Page, k: usize) -> bool {
    page.arabic()
        && page.turns(k, Turn::Negation)
        && matches!(
            page.text(k + 1),
            "يزال"
                | "تزال"
                | "يزالون"
                | "نزال"
                | "ازال"
                | "تبرح"
                | "يبرح"
                | "ينفك"
                | "تنفك"
        )
}

/// Whether a noun of denying is the subject of a verb of suggesting: «نفيها يدل على أن».
fn suggests(page: &Page, a: usize, hit: usize) -> bool {
    let noun = ["نفي", "تكذيب", "انكار"];
    page.arabic()
        && noun
            .iter()
            .any(|n| page.bare(a).trim_start_matches("ال").starts_with(n))
        && (a + 1..hit).any(|k| {
            let says = matches!(
                page.bare(k),
                "يوحي"
                    | "يدل"
                    | "يعني"
                    | "يشير"
                    | "يعزز"
                    | "يوكد"
                    | "يثبت"
                    | "يرجح"
                    | "يفسر"
            );
            says && page.piece(k) == Piece::Word
        })
}

/// «تنفي نفيا قاطعا», «نفت الوزارة نفيا قاطعا»: the noun of a denial that its verb has told.
fn told_again(page: &Page, k: usize) -> bool {
    const BACK: usize = 8;
    page.is(k, super::lexicon::sort::COGNATE)
        && (k.saturating_sub(BACK)..k)
            .rev()
            .take_while(|&n| !matches!(page.piece(n), Piece::Stop | Piece::Line))
            .any(|n| page.turns(n, Turn::Deny) || page.is(n, super::lexicon::sort::DENY_CUE))
}

/// The comma before words between two commas that only name or describe, where the second stands at a token.
fn apposition(page: &Page, comma: usize, from: usize) -> Option<usize> {
    const WORDS: usize = 9;
    if page.piece(comma) != Piece::Comma {
        return None;
    }
    let first = (from.max(comma.saturating_sub(WORDS))..comma)
        .rev()
        .find(|&k| page.piece(k) == Piece::Comma)?;
    let plain = (first + 1..comma).all(|k| {
        matches!(page.piece(k), Piece::Word | Piece::Dash)
            && !page.tok(k).is_some_and(|t| t.says || t.that)
            && !super::phrase::finite(page, k)
            && page.entry(k).is_none_or(|e| e.turns.is_empty())
            && (!page.arabic() || !page.conj(k) || k > first + 1)
            && !matches!(
                page.text(k),
                "and" | "but" | "who" | "which" | "was" | "is" | "had" | "has"
            )
    });
    (plain && comma > first + 1).then_some(first)
}

/// «شوهد لآخر مرة», "was last seen": of whom nobody has seen since.
fn last_seen(page: &Page, hit: &Hit) -> bool {
    let seen = page.pack.frames[hit.trigger.frame].predicate == "seen";
    seen && (hit.at.saturating_sub(2)..hit.at + 5)
        .any(|k| matches!(page.bare(k), "لاخر" | "اخر" | "last") && page.piece(k) == Piece::Word)
}

fn present(page: &Page, k: usize) -> bool {
    matches!(page.text(k), "يكون" | "تكون" | "يكونون")
        || page
            .entry(k)
            .is_some_and(|e| e.triggers.iter().any(|t| t.shape == Shape::Present))
}

/// A negation reaches the next word, or past an auxiliary, a subject pronoun or an adverb; in English past "been".
fn negation_reach(page: &Page, from: usize, to: usize) -> usize {
    let light = (from..to).all(|k| {
        page.tok(k).is_some_and(|t| t.closed || t.that)
            || matches!(
                page.text(k),
                "يكن"
                    | "يعد"
                    | "تعد"
                    | "عاد"
                    | "تكن"
                    | "يكونوا"
                    | "been"
                    | "be"
                    | "being"
                    | "yet"
                    | "actually"
                    | "in"
                    | "fact"
                    | "really"
                    | "longer"
                    | "such"
                    | "يوجد"
                    | "توجد"
                    | "هناك"
                    | "ثمه"
                    | "اي"
                    | "any"
                    | "no"
                    | "true"
                    | "that"
            )
    });
    if light { to.saturating_sub(from) } else { 0 }
}

/// "Neither its aircraft nor Syria's had bombed it": of the first of the two the verb says the contrary, "nor" adds none.
fn neither(page: &Page, hit: &Hit, a: usize, b: usize) -> bool {
    page.text(a) == "neither" && b <= hit.at && hit.at - b < 10
}

/// «لم ينفذ أي غارات», "did not use chemical weapons": the negated verb right behind a negation has the deed's noun for its
/// object.
fn carried(page: &Page, hit: &Hit, b: usize) -> bool {
    let lenient = page.pack.frames[hit.trigger.frame].lenient;
    let noun = hit.trigger.shape == Shape::Noun;
    if !lenient || !noun || hit.at < b || hit.at - b > 6 {
        return false;
    }
    let parted = |k: usize| {
        page.piece(k) != Piece::Word
            || page.arabic() && page.conj(k) && k > b
            || page.tok(k).is_some_and(|t| t.that || t.relative)
            || matches!(page.text(k), "but" | "and" | "only" | "who" | "which")
    };
    let plain = !(b..hit.at).any(parted);
    // "Did not comment on the strike" denies nothing; "was not behind the strike" does.
    let led = (b..hit.at).any(|k| {
        page.tok(k).is_some_and(|t| t.preposition)
            || page.arabic() && page.prep(k).is_some()
            || matches!(page.text(k), "on" | "about" | "to" | "of")
    });
    let behind = (b..hit.at).any(|k| page.is(k, super::lexicon::sort::BEHIND));
    plain && (!led || behind)
}

fn negated(page: &Page, a: usize) -> bool {
    a > 0 && page.turns(a - 1, Turn::Negation)
}

/// Whether words of intention reach what a frame says: a deed or a verb not yet done, never what is told as past.
fn unreal(page: &Page, hit: &Hit, gap: usize) -> bool {
    if page.arabic() {
        // قتل is verb and noun: «محاولة قتل».
        let noun = page
            .entry(hit.at)
            .is_some_and(|e| e.triggers.iter().any(|t| t.deed));
        let open = hit.trigger.deed
            || noun && gap <= 1
            || matches!(hit.trigger.shape, Shape::Present | Shape::Participle);
        let soft = hit.trigger.shape == Shape::Noun;
        open && gap <= 4 || soft && gap == 0 || gap == 0 && hit.trigger.shape == Shape::Present
    } else {
        let open =
            hit.trigger.deed || matches!(hit.trigger.shape, Shape::Present | Shape::Participle);
        open && gap <= 4 || hit.trigger.shape == Shape::Noun && gap <= 1
    }
}
