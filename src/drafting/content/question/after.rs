//! What stands behind the words of a life or death and makes them of another day, of none, or of the question after all.

use super::families::{Families, Family, Words};
use super::matter::Life;
use crate::drafting::content::english_names::cut_short;
use crate::drafting::content::lexicon::Turn;
use crate::drafting::content::page::Page;
use crate::drafting::content::time::day;
use crate::drafting::{Article, Reading, Said};
use crate::extraction::Piece;
use crate::model::Stance;
use crate::text::Span;

/// That he is alive, said where the case asks for his death, denies it: as answers to the death that the case disputes.
pub(super) fn lives(life: &Life, pages: &[Option<Page>], readings: &[Reading]) -> Vec<Reading> {
    let alive = |r: &&Reading| {
        life.is_of(&r.of)
            && r.of.predicate.as_deref() == Some("status")
            && r.of
                .roles
                .iter()
                .any(|(_, f)| f.contains(&crate::drafting::Filler::Value("alive".to_owned())))
    };
    let mut out: Vec<Reading> = Vec::new();
    for r in readings.iter().filter(alive) {
        let told = |o: &Reading| {
            o.article == r.article
                && o.said == r.said
                && life.is_of(&o.of)
                && matches!(o.of.predicate.as_deref(), Some("killed" | "died"))
        };
        let of = pages
            .get(r.article)
            .and_then(Option::as_ref)
            .and_then(|page| life.death(page));
        let Some(of) = of.filter(|_| !readings.iter().any(told) && !out.iter().any(told)) else {
            continue;
        };
        let stance = match r.stance {
            Stance::Affirms => Stance::Denies,
            Stance::Denies => Stance::Affirms,
            Stance::Doubts => Stance::Reports,
            other => other,
        };
        out.push(Reading {
            of,
            stance,
            rule: "question-words-of-life".to_owned(),
            score: r.score.min(0.6),
            ..r.clone()
        });
    }
    out
}

/// Whether "if confirmed", «إن ثبت» stands right behind the words of a reading.
pub(super) fn if_so(page: &Page, r: &Reading) -> bool {
    const REACH: usize = 5;
    r.part.iter().any(|p| {
        let (_, b) = page.tokens_in(*p);
        (b..(b + REACH).min(page.len())).any(|k| {
            matches!(page.text(k), "ان" | "اذا" | "لو" | "if")
                && matches!(
                    page.text(k + 1),
                    "ثبت"
                        | "ثبتت"
                        | "صح"
                        | "صحت"
                        | "تاكد"
                        | "تاكدت"
                        | "confirmed"
                        | "true"
                        | "verified"
                        | "proven"
                )
        })
    })
}

/// Whether a year that is not the document's stands right behind the words of a reading or opens their sentence: "dead in
/// 2016", «عام 2016», "Back in 2016, the rebels swore that".
pub(super) fn dated_otherwise(
    page: &Page,
    r: &Reading,
    published: Option<&crate::model::When>,
) -> bool {
    const REACH: usize = 6;
    let Some(year) = day(published).map(|d| i32::from(d.year())) else {
        return false;
    };
    let past = |k: usize| {
        let n: Option<i32> = page.text(k).parse().ok();
        n.is_some_and(|n| (1900..year).contains(&n))
            && k > 0
            && matches!(page.text(k - 1), "in" | "عام" | "سنه" | "العام" | "في")
    };
    r.part.iter().any(|p| {
        let (a, b) = page.tokens_in(*p);
        let start = (0..a)
            .rev()
            .find(|&k| matches!(page.piece(k), Piece::Stop | Piece::Line))
            .map_or(0, |k| k + 1);
        let opens = (start..(start + REACH).min(a)).any(past);
        opens
            || (a + 1..(b + REACH).min(page.len())).any(|k| {
                past(k) && !(b..k).any(|n| matches!(page.piece(n), Piece::Stop | Piece::Comma))
            })
    })
}

/// Whether "does not mean that", «لا يعني هذا أن» stands before the words of a reading: nothing is said of it.
pub(super) fn not_meant(page: &Page, r: &Reading) -> bool {
    const REACH: usize = 7;
    r.part.iter().any(|p| {
        let (a, _) = page.tokens_in(*p);
        let low = a.saturating_sub(REACH);
        (low..a).any(|k| {
            matches!(page.text(k), "يعني" | "تعني" | "mean" | "imply" | "means")
                && (k.saturating_sub(3)..k).any(|n| {
                    page.turns(n, Turn::Negation) || matches!(page.text(n), "not" | "ولا" | "لا")
                })
        })
    })
}

/// Who has just doubted it does not affirm it by naming it again: «شكك في الرواية، قائلا إن خبر موته يخدم من يحميه».
pub(super) fn doubts_go_on(articles: &[Article], life: &Life, readings: &mut [Reading]) {
    let who = |r: &Reading| match r.said {
        Said::Statement(i) => {
            let s = articles[r.article].extraction.statements.get(i)?;
            let name = s.source_name.clone()?;
            Some((r.article, i, name))
        }
        _ => None,
    };
    let doubting: Vec<(usize, usize, String)> = readings
        .iter()
        .filter(|r| r.stance == Stance::Doubts && life.is_of(&r.of))
        .filter_map(who)
        .collect();
    for r in readings.iter_mut() {
        let Some((article, i, name)) = who(r) else {
            continue;
        };
        let goes_on = doubting
            .iter()
            .any(|(a, n, other)| *a == article && n + 1 == i && *other == name);
        if goes_on
            && r.stance == Stance::Affirms
            && life.is_of(&r.of)
            && r.of.predicate.as_deref() != Some("status")
        {
            r.stance = Stance::Doubts;
            r.hedged = false;
        }
    }
}

/// Whether «لم يقف على ما يقطع بصحة الخبر», «لا أشهد» stands before the words of a reading: nobody can say.
pub(super) fn cannot_say(page: &Page, words: &Words, r: &Reading) -> bool {
    const REACH: usize = 8;
    // "Can confirm neither that he died nor that he lives", «لا تملك دليلا على وفاته».
    const NEITHER: usize = 20;
    let unproven = |a: usize| {
        let families = Families::of(page.arabic())?;
        let from = (a.saturating_sub(NEITHER)..a)
            .rev()
            .find(|&k| matches!(page.piece(k), Piece::Stop | Piece::Line) && !cut_short(page, k))
            .map_or(a.saturating_sub(NEITHER), |k| k + 1);
        let reach = if page.arabic() { REACH } else { NEITHER };
        (from.max(a.saturating_sub(reach))..a).find_map(|k| families.unproven.at(words, k, a + 2))
    };
    if r.part
        .iter()
        .any(|p| unproven(page.tokens_in(*p).0).is_some())
    {
        return true;
    }
    page.arabic()
        && r.part.iter().any(|p| {
            let (a, _) = page.tokens_in(*p);
            let low = a.saturating_sub(REACH);
            let no = |k: usize| page.turns(k, Turn::Negation);
            (low..a).any(|k| {
                let proves = page.text(k) == "ما"
                    && matches!(
                        page.text(k + 1),
                        "يقطع" | "يثبت" | "يوكد" | "يدل" | "يرجح" | "يفيد"
                    )
                    && (k.saturating_sub(REACH + 2)..k).any(no);
                let swears = matches!(
                    page.text(k),
                    "اشهد" | "يشهد" | "اجزم" | "نجزم" | "يجزم" | "تجزم"
                ) && k > 0
                    && no(k - 1);
                proves || swears
            })
        })
}

/// "Survived the bombing only to bleed to death": what is said is what comes last.
pub(super) fn only_to(page: &Page, r: &Reading) -> bool {
    const REACH: usize = 20;
    (r.of.predicate.as_deref() == Some("status") || r.rule == "alive-answers-report")
        && r.part.iter().any(|p| {
            let (_, b) = page.tokens_in(*p);
            (b..(b + REACH).min(page.len()))
                .take_while(|&k| !matches!(page.piece(k), Piece::Stop | Piece::Line))
                .any(|k| page.text(k) == "only" && page.text(k + 1) == "to")
        })
}

/// "We have buried this man before", «أُعلن موته ثلاث مرات»: who says so does not believe it this time.
pub(super) fn weary(page: &Page, words: &Words, r: &Reading) -> bool {
    let Some(families) = Families::of(page.arabic()) else {
        return false;
    };
    matches!(r.stance, Stance::Affirms | Stance::Reports)
        && r.part.iter().any(|p| {
            let (a, b) = page.tokens_in(*p);
            weary_of(page, words, families, a, b)
        })
}

/// "A group which has announced his death before": what was told once is of another time.
pub(super) fn told_earlier(article: &Article, page: &Page, r: &Reading) -> bool {
    const REACH: usize = 5;
    let Said::Statement(i) = r.said else {
        return false;
    };
    let Some(s) = article.extraction.statements.get(i) else {
        return false;
    };
    let said = s.style != crate::model::Style::Direct && r.rule.ends_with("-noun");
    let first = s.content.first().map(|c| {
        page.tokens_in(Span::new(c.start as usize, c.end as usize))
            .0
    });
    !page.arabic()
        && said
        && first.is_some_and(|a| {
            let end = (a + 1..a + REACH)
                .find(|&k| page.piece(k) != Piece::Word)
                .unwrap_or(a + REACH);
            (a + 1..end).any(|k| {
                matches!(page.text(k), "before" | "previously" | "twice" | "once")
                    && (k + 1 == end || page.text(k + 1) == "in")
            })
        })
}

/// The same of words of death.
pub(super) fn weary_of(
    page: &Page,
    words: &Words,
    families: &Families,
    a: usize,
    b: usize,
) -> bool {
    const BACK: usize = 3;
    (a.saturating_sub(BACK)..b).any(|k| {
        families.weary.at(words, k, page.len()).is_some_and(|w| {
            // "Before dawn" is a time of day.
            w.to > a
                && (page.piece(w.to) != Piece::Word
                    || matches!(page.text(w.to), "and" | "but" | "ثم" | "و")
                    || matches!(page.text(w.to - 1), "since" | "منذ"))
        })
    })
}

/// «دفنوه مرارا، وسيستقبلهم بنفسه»: what the living do stands behind it.
pub(super) fn goes_on(page: &Page, words: &Words, r: &Reading) -> bool {
    const REACH: usize = 20;
    let Some(families) = Families::of(page.arabic()) else {
        return false;
    };
    let living = |k: usize, end: usize| {
        [Family::Alive, Family::Doing]
            .iter()
            .filter_map(|f| families.families.get(f))
            .any(|w| w.at(words, k, end).is_some())
    };
    page.arabic()
        && r.part.iter().any(|p| {
            let (_, b) = page.tokens_in(*p);
            let end = (b..(b + REACH).min(page.len()))
                .find(|&k| matches!(page.piece(k), Piece::Stop | Piece::Line))
                .unwrap_or((b + REACH).min(page.len()));
            (b..end).any(|k| {
                let text = page.text(k).trim_start_matches('و');
                (text.starts_with("سي") || text.starts_with("ست")) && living(k, end)
            })
        })
}

/// "No one came out alive": nobody lives, whomever the verb was read with.
pub(super) fn nobody_lives(page: &Page, r: &Reading) -> bool {
    const BACK: usize = 5;
    let Some(families) = Families::of(page.arabic()) else {
        return false;
    };
    let words = Words::new(page);
    r.of.predicate.as_deref() == Some("status")
        && r.part.iter().any(|p| {
            let (_, b) = page.tokens_in(*p);
            let low = b.saturating_sub(BACK + 1);
            (low..b).any(|k| families.nobody.at(&words, k, b).is_some())
        })
}

/// Whether words of who was behind a death stand before it, and are denied: "denied a hand in his killing", «نفت ضلوعها في مقتله».
///
/// `from`: the first token of what is said; `turn`: what its cue does to it.
pub(super) fn doer_denied(
    page: &Page,
    words: &Words,
    families: &Families,
    from: usize,
    at: usize,
    turn: Option<Turn>,
) -> bool {
    const REACH: usize = 8;
    const BACK: usize = 6;
    if did_it(page, at) {
        return true;
    }
    let low = (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&k| page.piece(k) == Piece::Word)
        .last()
        .unwrap_or(at);
    let Some(behind) = (low..at).find(|&k| families.behind.at(words, k, at).is_some()) else {
        return false;
    };
    turn == Some(Turn::Deny) && from <= behind
        || (behind.saturating_sub(BACK)..behind)
            .rev()
            .take_while(|&k| page.piece(k) == Piece::Word)
            .any(|k| page.turns(k, Turn::Negation) || page.turns(k, Turn::Deny))
}

/// Whether a reading is no more than a denial of having been behind his death, or of having killed him.
pub(super) fn denies_the_doing(page: &Page, words: &Words, r: &Reading) -> bool {
    let Some(families) = Families::of(page.arabic()) else {
        return false;
    };
    r.stance == Stance::Denies
        && matches!(r.of.predicate.as_deref(), Some("killed" | "died"))
        && r.part.iter().any(|p| {
            let (a, b) = page.tokens_in(*p);
            let dead = families.families.get(&Family::Dead);
            let at = (a..b).find(|&k| dead.is_some_and(|d| d.at(words, k, b).is_some()));
            let at = at.unwrap_or(a);
            doer_denied(page, words, families, a, at, None)
        })
}

/// "Denied that it had killed him": of whoever is said to have, whose denial it is.
fn did_it(page: &Page, at: usize) -> bool {
    let word = |n: usize| at.checked_sub(n).map_or("", |k| page.text(k));
    let first = usize::from(matches!(word(1), "had" | "have" | "has")) + 1;
    let that = usize::from(word(first + 1) == "that") + 1;
    matches!(word(first), "it" | "they" | "we")
        && at
            .checked_sub(first + that)
            .is_some_and(|k| page.turns(k, Turn::Deny))
}
