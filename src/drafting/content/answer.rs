//! What answers what: a denial of "these reports", and word that a man is alive whose death was reported.
//!
//! In one file because what points back, what it points at and what is made of it are read from one content.

use super::lexicon::{Turn, sort};
use super::page::Page;
use super::read::{CueTurn, cue_turn, same_claim};
use crate::drafting::reading::PLAIN;
use crate::drafting::{Article, Filler, Proposed, Reading, Said};
use crate::extraction::Piece;
use crate::model::Stance;
use crate::text::Span;

/// Statements that answer what stands before them: "denied the reports", «نفى ذلك», «هذه الأنباء غير صحيحة».
///
/// `about`: the name of whom the case is about.
pub(super) fn answers(
    page: &Page,
    article: &Article,
    index: usize,
    about: Option<&str>,
    out: &mut Vec<Reading>,
) {
    /// Characters within which, and by how many, another's saying parts an answer from what was said before.
    const NEARER: usize = 200;
    const LEAST: usize = 24;
    let mut found: Vec<Reading> = Vec::new();
    for (i, s) in article.extraction.statements.iter().enumerate() {
        // A rumour with nobody behind it commits nobody.
        if s.act == crate::model::Act::Rumour {
            continue;
        }
        let own = |r: &Reading| r.said == Said::Statement(i);
        if out.iter().any(own) {
            continue;
        }
        let (Some(first), Some(last)) = (s.content.first(), s.content.last()) else {
            continue;
        };
        let (a, b) = page.tokens_in(Span::new(first.start as usize, last.end as usize));
        let stands = stands_by(page, a, b) || stood_by(page, s, a, b);
        let noun = report(page, a, b, about.is_some()).or_else(|| {
            // «ووصفتها بأنها عارية عن الصحة», «متمسك بما أعلنه».
            let word = |k: usize| page.text(k);
            let bare = b - a <= 6 && page.pack.after_at(a, &word, page.bare(a)).is_some();
            let plain = s.id.starts_with(PLAIN);
            (bare || plain || stands || talk(page, a, b) || weary(page, a, b)).then_some(a)
        });
        let Some(noun) = noun else {
            continue;
        };
        // «تكون هذه التصريحات صادرة عن مسؤول»: of whose words they are.
        let whose = (a..b).any(|k| {
            matches!(page.bare(k), "صادره" | "صادر" | "صدرت" | "صدر")
                && matches!(page.bare(k + 1), "عن" | "من")
        });
        if whose {
            continue;
        }
        let accusation =
            (a..b).any(|k| page.text(k).contains("اتهام") || page.text(k).contains("accusation"));
        if accusation {
            continue;
        }
        let stance = match (cue_turn(page, s), judged(page, a, b, noun)) {
            // «تجيب الوزيرة بلا», «لا يزال يجزم به».
            _ if s.id.starts_with(PLAIN) && s.act == crate::model::Act::Deny => Stance::Denies,
            _ if s.id.starts_with(PLAIN) => Stance::Affirms,
            (CueTurn::Turn(Turn::Deny), Some(Stance::Denies)) => Stance::Denies,
            (CueTurn::Turn(Turn::Deny), _) => Stance::Denies,
            // "Could not verify these reports, which the ministry denied": the denial is the ministry's.
            (CueTurn::Turn(Turn::CannotConfirm), _) => Stance::CannotConfirm,
            // "Stood by its count of 108": by a number of its own.
            _ if stands && (a..b).any(|k| page.piece(k) == Piece::Number) => {
                continue;
            }
            _ if stands => Stance::Affirms,
            _ if talk(page, a, b) => Stance::Denies,
            _ if weary(page, a, b) => Stance::Doubts,
            // «إعلان المرصد النبأ ذاته».
            (CueTurn::None, None) if b - a <= 3 && same_again(page, a, b) => Stance::Affirms,
            (_, Some(stance)) => stance,
            (CueTurn::Turn(Turn::Doubt), _) => Stance::Doubts,
            (CueTurn::Turn(Turn::Likely), _) => continue,
            _ if s.act == crate::model::Act::Confirm
                && b - a <= 8
                && (b > a + 1 || reported(page, a)) =>
            {
                Stance::Affirms
            }
            _ => continue,
        };
        // The nearest saying before it that says something of a proposition.
        let begins = s
            .cue
            .as_ref()
            .map_or(first.start, |c| c.start.min(first.start)) as usize;
        let earlier = |r: &&Reading| {
            r.of.predicate.is_some()
                && r.part
                    .iter()
                    .any(|p| p.end <= begins && begins - p.end < 400)
        };
        let nearest = out
            .iter()
            .filter(earlier)
            .map(|r| r.part.iter().map(|p| p.start).max().unwrap_or(0))
            .max();
        // «…  من أن نائبه تسلم صلاحياته، إذ نفى مكتبه ذلك»: of what its own sentence tells, which is of something else.
        if b <= a + 1 && told_since(page, nearest.unwrap_or(0), begins) {
            continue;
        }
        let charged = charge_between(page, noun, a, nearest);
        // "He rules by fear; the palace calls that nonsense": what is called so by one word stands right before it.
        let label = !page.arabic() && b <= a + 2 && s.act != crate::model::Act::Deny;
        // What somebody else said in between, whatever it is of, stands nearer.
        let other = |o: &crate::extraction::Proposed| {
            let (Some(from), Some(to)) = (o.content.first(), o.content.last()) else {
                return false;
            };
            let (from, to) = (from.start as usize, to.end as usize);
            o.source_name != s.source_name
                && nearest.is_some_and(|at| at < from)
                && to <= begins
                && begins - to < NEARER
                && (to - from > LEAST || label && one_sentence(page, from, begins))
        };
        let read = |n: usize| out.iter().any(|r| r.said == Said::Statement(n));
        let between = article.extraction.statements.iter().enumerate();
        let between = between
            .filter(|(n, o)| *n != i && other(o) && !read(*n))
            .count()
            > 0;
        // «لا علم لها بما حدث», and a number of dead, are of the last that was told; a report may be of what came before it.
        let happened = (a..b).any(|k| {
            matches!(page.bare(k), "ما" | "بما" | "عما" | "what")
                && matches!(page.bare(k + 1), "حدث" | "جري" | "حصل" | "وقع" | "happened")
        });
        let mut of: Vec<&Proposed> = Vec::new();
        let rank = |p: &Proposed| match p.predicate.as_deref() {
            Some("killed") => 0,
            // A report that somebody is alive answers the one that is asked about.
            Some("status")
                if p.roles
                    .iter()
                    .any(|(_, f)| f.contains(&Filler::Value("alive".to_owned()))) =>
            {
                2
            }
            Some("died" | "status") => 1,
            _ => 2,
        };
        if let Some(nearest) = nearest {
            let said = out
                .iter()
                .filter(earlier)
                .filter(|r| r.part.iter().any(|p| p.start == nearest))
                .map(|r| r.said)
                .next_back();
            for r in out.iter().filter(earlier).filter(|r| Some(r.said) == said) {
                if !of.iter().any(|o| same_claim(o, &r.of)) {
                    of.push(&r.of);
                }
            }
        }
        // «اتهمت بأنها …، لكنها نفت هذه المزاعم»: the charge right before it is answered, whatever it is of.
        let toll = of
            .first()
            .is_some_and(|p| p.predicate.as_deref() == Some("casualties"));
        if charged || between && (happened || toll) {
            continue;
        }
        // A reaction to what the article as a whole reports, where nothing near it says of what.
        let matter = matter(out, about);
        if of.is_empty() || of.iter().all(|p| rank(p) > 1) && matter.is_some_and(|m| rank(m) < 2) {
            of = matter.into_iter().collect();
        }
        of.sort_by_key(|p| (rank(p), p.roles.len()));
        // "Denied any involvement in that": who did it is another question than whether it was.
        if involved(page, a, b) {
            of.retain(|p| p.roles.iter().any(|(role, _)| role == "by"));
        }
        // Allegations are of what was done, not of how many it killed.
        if alleged(page, noun) {
            of.retain(|p| p.predicate.as_deref() != Some("casualties"));
        }
        if let Some(one) = of.first() {
            found.push(Reading {
                article: index,
                said: Said::Statement(i),
                of: (*one).clone(),
                stance,
                hedged: false,
                unclear: of.len() > 1 && rank(one) == of.get(1).map_or(9, |o| rank(o)),
                part: Vec::new(),
                rule: "answers-what-stands-before".to_owned(),
                score: 0.6,
            });
        }
    }
    out.extend(found);
}

/// The token of the word for a report that a content answers: one that is pointed at, or that has no complement of its own.
fn report(page: &Page, a: usize, b: usize, about: bool) -> Option<usize> {
    let pointing = |k: usize| {
        matches!(
            page.bare(k),
            "هذه"
                | "هذا"
                | "تلك"
                | "ذلك"
                | "these"
                | "this"
                | "those"
                | "that"
                | "such"
                | "بهذا"
                | "لهذه"
                | "بهذه"
        )
    };
    // "Could not confirm them", «لا تستطيع تأكيدها»: nothing but what points back.
    let alone = b == a + 1 && matches!(page.text(a), "them" | "it" | "this" | "that" | "so");
    if alone {
        return Some(a);
    }
    // «وكالة الأنباء», "the news agency": no report.
    let agency = |k: usize| {
        k > a && matches!(page.bare(k - 1), "وكاله" | "لوكاله")
            || matches!(
                page.text(k + 1),
                "agency" | "conference" | "channel" | "outlet" | "outlets"
            )
    };
    let noun = |k: usize| page.is(k, sort::ANSWER) && !pointing(k) && !agency(k);
    for k in a..b.min(a + 18) {
        if page.piece(k) == Piece::Stop {
            break;
        }
        // «ما أعلنته موسكو», "what the Russians were saying".
        let what = matches!(page.bare(k), "ما" | "مما" | "بما" | "عما" | "what");
        if what
            && k > a
            && (k + 1..(k + 5).min(b)).any(|n| {
                page.tok(n).is_some_and(|t| t.says)
                    || matches!(
                        page.text(n),
                        "saying"
                            | "said"
                            | "says"
                            | "claimed"
                            | "claiming"
                            | "announced"
                            | "reported"
                            | "reporting"
                    )
            })
        {
            return Some(k);
        }
        if pointing(k) {
            // "This is another lie", «هذا كذب».
            let called = super::idiom::false_talk(page, k + 1).is_some()
                || page.arabic() && super::idiom::falsehood(page, k + 1);
            if called && k <= a + 1 {
                return Some(k);
            }
            // «هذه الأنباء», "this"; what follows another noun points at that.
            let bare = b - a <= 4 && (k + 1 >= b || page.piece(k + 1) != Piece::Word);
            if noun(k + 1) || bare {
                return Some(k);
            }
            if page.bare(k) == "ذلك" && (b - a <= 4 || k + 1 == b) {
                return Some(k);
            }
            continue;
        }
        // "I will believe it when I see it."
        if page.text(k) == "it" && k > a && page.text(k - 1) == "believe" {
            return Some(k);
        }
        if !noun(k) || page.text(k) == "it" && k > a {
            continue;
        }
        if page.text(k) == "it" {
            // "It is not true."
            if b - a <= 6 {
                return Some(k);
            }
            continue;
        }
        let complement = matches!(
            page.bare(k + 1),
            "عن" | "بشان"
                | "حول"
                | "بان"
                | "ان"
                | "التي"
                | "الذي"
                | "of"
                | "that"
                | "about"
                | "on"
                | "from"
                | "by"
        ) || page.arabic() && !page.def(k);
        // "The reports about the leader": of whom the case is about, in a case about one death.
        let about = about && matches!(page.bare(k + 1), "about" | "on" | "بشان" | "حول");
        // "The reports about the group's leader" are those of what befell him.
        let of_him = page.text(k + 1) == "about"
            && b - k < 9
            && (k + 2..b).any(|n| page.is(n, sort::TITLE))
            && !(k + 2..b).any(|n| page.tok(n).is_some_and(|t| t.that));
        if !complement || about || of_him || b - a <= 4 {
            return Some(k);
        }
    }
    None
}

/// Whether a word for a report stands not far before a pronoun: "the reports …, and confirmed them".
fn reported(page: &Page, a: usize) -> bool {
    const BACK: usize = 24;
    (a.saturating_sub(BACK)..a).any(|k| page.is(k, sort::ANSWER) && page.text(k) != "it")
}

/// Whether the sentence of a pronoun tells something in a clause of its own before it, and what was read stands before that.
fn told_since(page: &Page, read: usize, begins: usize) -> bool {
    const LEAST: usize = 3;
    let at = page.tokens_in(Span::new(begins, begins + 1)).0;
    let read = page.tokens_in(Span::new(read, read + 1)).1;
    let from = (0..at)
        .rev()
        .find(|&k| matches!(page.piece(k), Piece::Stop | Piece::Line))
        .map_or(0, |k| k + 1);
    from > read && (from..at).any(|k| page.tok(k).is_some_and(|t| t.that) && at - k > LEAST)
}

/// Whether the word for what is answered, at a token or pointed at from it, is one for charges.
fn alleged(page: &Page, noun: usize) -> bool {
    (noun..noun + 2).any(|k| {
        let word = page.bare(k).trim_start_matches(['ب', 'ل', 'و']);
        let word = word.strip_prefix("ال").unwrap_or(word);
        matches!(
            word,
            "مزاعم"
                | "ادعاءات"
                | "ادعاء"
                | "زعم"
                | "تهم"
                | "اتهامات"
                | "allegations"
                | "allegation"
                | "accusations"
        )
    })
}

/// «تورطها في ذلك», "any link to it": of who did it.
fn involved(page: &Page, a: usize, b: usize) -> bool {
    (a..b.min(a + 3)).any(|k| {
        let word = page.bare(k);
        let word = word.strip_prefix("ال").unwrap_or(word);
        [
            "تورط",
            "ضلوع",
            "مسووليه",
            "مسووليت",
            "صله",
            "صلت",
            "علاقه",
            "علاقت",
        ]
        .iter()
        .any(|w| word.starts_with(w))
            || matches!(word, "involvement" | "responsibility" | "involved" | "role")
    })
}

/// Whether somebody is charged with something in the sentence of an answer to allegations, behind the saying that
/// would be answered else.
fn charge_between(page: &Page, noun: usize, a: usize, nearest: Option<usize>) -> bool {
    if !alleged(page, noun) {
        return false;
    }
    let from = nearest.map_or(0, |at| page.tokens_in(Span::new(at, at + 1)).1);
    (from..a)
        .rev()
        .take_while(|&k| !matches!(page.piece(k), Piece::Stop | Piece::Line))
        .any(|k| {
            let word = page.bare(k);
            page.piece(k) == Piece::Word
                && (word.starts_with("اتهم")
                    || word.starts_with("تتهم")
                    || word.starts_with("يتهم")
                    || word == "accused")
        })
}

/// «النبأ ذاته», "the same news".
fn same_again(page: &Page, a: usize, b: usize) -> bool {
    (a..b).any(|k| {
        matches!(
            page.bare(k),
            "ذاته" | "نفسه" | "ذاتها" | "نفسها" | "عينه" | "same"
        )
    })
}

/// «ووصفها بأنها شائعات», "called them lies": a report that is called nothing but talk.
fn talk(page: &Page, a: usize, b: usize) -> bool {
    b - a <= 5
        && matches!(
            page.bare(a),
            "شايعات"
                | "اشاعات"
                | "شايعه"
                | "اشاعه"
                | "اكاذيب"
                | "كذبه"
                | "افتراءات"
                | "rumours"
                | "rumors"
                | "lies"
                | "fabrications"
                | "nonsense"
        )
}

/// "We have heard this many times before", «سمعنا هذا من قبل».
fn weary(page: &Page, a: usize, b: usize) -> bool {
    (a..b.min(a + 5)).any(|k| {
        matches!(page.bare(k), "heard" | "سمعنا" | "سمعت")
            && !(a..k).any(|n| page.turns(n, Turn::Negation))
    }) && (a..b.min(a + 10)).any(|k| {
        matches!(page.text(k), "before" | "مرارا")
            || page.text(k) == "من" && page.text(k + 1) == "قبل"
            || page.text(k) == "مرات"
    }) && b - a <= 14
}

/// Whether a speaker holds to what he said before.
fn stands_by(page: &Page, a: usize, b: usize) -> bool {
    (a..b.min(a + 4)).any(|k| {
        matches!(
            page.bare(k),
            "متمسك" | "متمسكه" | "متمسكون" | "يتمسك" | "تتمسك" | "يتمسكون" | "تمسك"
        ) || matches!(page.text(k), "stood" | "stands" | "stand" | "standing")
            && page.text(k + 1) == "by"
    })
}

/// Whether no full stop stands between two characters.
fn one_sentence(page: &Page, from: usize, to: usize) -> bool {
    let (a, b) = page.tokens_in(Span::new(from, to));
    !(a..b).any(|k| matches!(page.piece(k), Piece::Stop | Piece::Line))
}

/// "Stood by its report": told by the cue.
fn stood_by(page: &Page, s: &crate::extraction::Proposed, a: usize, b: usize) -> bool {
    const SHORT: usize = 6;
    b - a <= SHORT
        && !page.arabic()
        && s.cue.as_ref().is_some_and(|c| {
            let (from, to) = page.tokens_in(Span::new(c.start as usize, c.end as usize));
            stands_by(page, from, to)
        })
}

/// "Found the account believable", "does not find it convincing": a word that holds a report true, and whether it stands so.
fn believed(page: &Page, a: usize, k: usize) -> Option<bool> {
    const REACH: usize = 8;
    matches!(
        page.text(k),
        "believable" | "credible" | "convincing" | "persuasive" | "plausible" | "reliable"
    )
    .then(|| {
        let before = || (k.saturating_sub(REACH).max(a)..k).rev();
        let held = before().any(|n| {
            matches!(
                page.text(n),
                "found"
                    | "finds"
                    | "find"
                    | "considered"
                    | "considers"
                    | "thought"
                    | "called"
                    | "judged"
                    | "deemed"
                    | "was"
                    | "were"
                    | "sounded"
            )
        });
        held.then(|| !before().any(|n| page.turns(n, Turn::Negation)))
    })
    .flatten()
}

/// What the words round a report make of it.
fn judged(page: &Page, a: usize, b: usize, noun: usize) -> Option<Stance> {
    let word = |k: usize| page.text(k);
    let stance = |turn: Turn| match turn {
        Turn::Deny => Some(Stance::Denies),
        Turn::CannotConfirm => Some(Stance::CannotConfirm),
        Turn::Doubt => Some(Stance::Doubts),
        _ => None,
    };
    let last = b.min(noun + 14);
    let found = (a..last).find_map(|k| {
        if let Some(true_held) = believed(page, a, k).filter(|_| k > noun) {
            return Some(if true_held {
                Stance::Affirms
            } else {
                Stance::Doubts
            });
        }
        if super::idiom::cannot(page, k, last).is_some() {
            return Some(Stance::CannotConfirm);
        }
        if held_back(page, a, k) || anothers(page, k) || super::question::no_cause(page, a, k) {
            return None;
        }
        if super::idiom::false_talk(page, k).is_some() {
            return Some(Stance::Denies);
        }
        let (turn, _) = page
            .pack
            .turn_at(k, &word, page.bare(k))
            .filter(|(t, _)| stance(*t).is_some())
            .or_else(|| page.pack.after_at(k, &word, page.bare(k)))?;
        stance(turn)
    });
    found.or_else(|| {
        // "The reports were false", "he doubted the reports".
        (a..last).find_map(|k| {
            let negated = k > a && page.turns(k - 1, Turn::Negation)
                || held_back(page, a, k)
                || anothers(page, k)
                || super::question::no_cause(page, a, k);
            [Turn::Deny, Turn::Doubt]
                .into_iter()
                .find(|t| page.turns(k, *t))
                .filter(|_| !negated)
                .and_then(stance)
        })
    })
}

/// «هذه الأنباء التي نفتها الوزارة»: a verb with its object in it, whose subject follows: the denial of another.
fn anothers(page: &Page, k: usize) -> bool {
    page.arabic()
        && page.taken.get(k).is_some_and(|t| !t.pronoun.is_empty())
        && super::phrase::finite(page, k)
        && page.piece(k + 1) == Piece::Word
        && (page.def(k + 1)
            || !page
                .tok(k + 1)
                .is_some_and(|t| t.closed || t.preposition || t.that))
        && page.prep(k + 1).is_none()
        && !page.conj(k + 1)
}

/// «امتناع التنظيم عن نفي الخبر»: a denial that was not made.
fn held_back(page: &Page, a: usize, k: usize) -> bool {
    (k.saturating_sub(5).max(a)..k).any(|n| {
        matches!(
            page.bare(n),
            "امتناع"
                | "امتنع"
                | "امتنعت"
                | "عدم"
                | "دون"
                | "بدون"
                | "رفض"
                | "رفضت"
                | "لم"
                | "without"
                | "refused"
                | "declined"
                | "not"
                | "failure"
        )
    })
}

/// What an article is about: the death, else the proposition, of which most of its sayings speak.
fn matter<'r>(out: &'r [Reading], about: Option<&str>) -> Option<&'r Proposed> {
    let mut counts: Vec<(&Proposed, usize)> = Vec::new();
    for r in out.iter().filter(|r| r.of.predicate.is_some()) {
        match counts.iter_mut().find(|(o, _)| same_claim(o, &r.of)) {
            Some((_, n)) => *n += 1,
            None => counts.push((&r.of, 1)),
        }
    }
    let vital = |p: &Proposed| {
        matches!(p.predicate.as_deref(), Some("killed" | "died"))
            && !p.roles.iter().any(|(role, _)| role == "by")
    };
    if let Some(name) = about {
        let his = counts
            .iter()
            .filter(|(p, _)| vital(p) && person(p) == Some(name))
            .max_by_key(|(_, n)| *n);
        if let Some((p, _)) = his {
            return Some(p);
        }
    }
    let most = counts.iter().filter(|(p, _)| vital(p)).map(|c| c.1).max();
    let mut best = counts.iter().filter(|(p, n)| vital(p) && Some(*n) == most);
    let first = best.next()?;
    best.next().is_none().then_some(first.0)
}

/// The same where the death is reported in another article of the case: names that share their words.
pub(super) fn alive_elsewhere(out: &mut Vec<Reading>) {
    let words = |name: &str| -> std::collections::BTreeSet<String> {
        crate::text::fold::fold(name)
            .split([' ', '-'])
            .map(str::to_owned)
            .collect()
    };
    let reported: Vec<(usize, std::collections::BTreeSet<String>)> = out
        .iter()
        .enumerate()
        .filter(|(_, r)| {
            matches!(r.of.predicate.as_deref(), Some("killed" | "died"))
                && matches!(r.stance, Stance::Affirms | Stance::Reports)
                && !r.of.roles.iter().any(|(role, _)| role == "by")
        })
        .filter_map(|(k, r)| Some((k, words(person(&r.of)?))))
        .collect();
    let mut found: Vec<(usize, Reading)> = Vec::new();
    for (k, r) in out.iter().enumerate() {
        let alive = r.of.predicate.as_deref() == Some("status")
            && r.of
                .roles
                .iter()
                .any(|(_, f)| f.contains(&Filler::Value("alive".to_owned())));
        let answered = |o: &Reading| {
            o.article == r.article
                && o.said == r.said
                && matches!(o.of.predicate.as_deref(), Some("killed" | "died"))
        };
        if !alive || r.stance != Stance::Affirms || r.unclear || out.iter().any(answered) {
            continue;
        }
        let Some(who) = person(&r.of).map(words).filter(|w| w.len() > 1) else {
            continue;
        };
        let death = reported
            .iter()
            .find(|(d, name)| {
                out[*d].article != r.article
                    && name.len() > 1
                    && (who.is_subset(name) || name.is_subset(&who))
            })
            .map(|(d, _)| *d);
        if let Some(d) = death {
            let mut of = r.of.clone();
            of.predicate = out[d].of.predicate.clone();
            of.time = None;
            let role = if of.predicate.as_deref() == Some("killed") {
                "victim"
            } else {
                "person"
            };
            of.roles.retain(|(role, _)| role == "person");
            for (name, _) in &mut of.roles {
                role.clone_into(name);
            }
            found.push((
                k,
                Reading {
                    of,
                    stance: Stance::Denies,
                    rule: "alive-answers-report".to_owned(),
                    score: 0.6,
                    ..r.clone()
                },
            ));
        }
    }
    for (k, r) in found.into_iter().rev() {
        out.insert(k + 1, r);
    }
}

/// Whose life or death a proposition is of, by name.
pub(super) fn person(p: &Proposed) -> Option<&str> {
    p.roles.iter().find_map(|(role, f)| {
        (role == "victim" || role == "person").then(|| match f.first() {
            Some(Filler::Named(n)) => Some(n.name.as_str()),
            _ => None,
        })?
    })
}

/// «إنه حي» of a man whose death the article reports denies that report.
pub(super) fn alive_answers(out: &mut Vec<Reading>, from: usize) {
    let alive = |r: &Reading| {
        r.of.predicate.as_deref() == Some("status")
            && r.of
                .roles
                .iter()
                .any(|(_, f)| f.contains(&Filler::Value("alive".to_owned())))
    };
    let mut found = Vec::new();
    for r in out[from..]
        .iter()
        .filter(|r| alive(r) && r.stance == Stance::Affirms && !r.unclear)
    {
        let Some(who) = person(&r.of) else { continue };
        let death = out[from..].iter().find(|d| {
            matches!(d.of.predicate.as_deref(), Some("killed" | "died"))
                && d.stance != Stance::Denies
                && d.said != r.said
                && person(&d.of) == Some(who)
                && !d.of.roles.iter().any(|(role, _)| role == "by")
        });
        let Some(death) = death else { continue };
        let twice = out[from..]
            .iter()
            .any(|o| o.said == r.said && same_claim(&o.of, &death.of));
        if !twice {
            let mut of = death.of.clone();
            of.roles.retain(|(role, _)| role != "cause");
            found.push(Reading {
                of,
                stance: Stance::Denies,
                rule: "alive-answers-report".to_owned(),
                ..r.clone()
            });
        }
    }
    out.extend(found);
}
