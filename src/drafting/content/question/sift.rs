//! What the grammar read of the life or death that is asked for, looked at again: freed where it is of another death or no death at
//! all, and given the stance that its words have.

use std::collections::{BTreeMap, BTreeSet};

use super::after::{
    cannot_say, dated_otherwise, denies_the_doing, goes_on, if_so, nobody_lives, not_meant,
    only_to, told_earlier, weary,
};
use super::another::{
    either, never_took_back, of_a_recording, on_arrival, only_received, strays, unannounced,
};
use super::assign::{Read, speaker, tokens, unit};
use super::families::{Families, Words};
use super::living::free;
use super::matter::Life;
use super::reply::reread;
use crate::drafting::content::page::Page;
use crate::drafting::content::time::day;
use crate::drafting::{Article, Reading, Said};
use crate::model::Stance;

/// Frees or mends what was read, and gives the sayings that are of another death: nothing of them is of this one.
pub(super) fn sift(
    life: &Life,
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    out: &mut [Reading],
) -> BTreeSet<(usize, Said)> {
    for r in out.iter_mut() {
        if let Some(page) = pages.get(r.article).and_then(Option::as_ref) {
            life.rename(page, &mut r.of);
        }
    }
    let contrary = contraries(articles, life, out);
    let mut another: BTreeSet<(usize, Said)> = BTreeSet::new();
    for (n, r) in out.iter_mut().enumerate() {
        if let Some(page) = pages.get(r.article).and_then(Option::as_ref) {
            if life.is_of(&r.of)
                && let Some(w) = words.get(r.article).and_then(Option::as_ref)
            {
                let today = day(articles[r.article].published);
                let strayed = r
                    .part
                    .iter()
                    .any(|p| strays(page, w, page.tokens_in(*p).0, today));
                let recorded =
                    r.rule == ANSWERS[1] && answers_a_recording(&articles[r.article], page, w, r);
                if strayed
                    || recorded
                    || no_longer(page, w, r)
                    || contrary.contains(&n)
                    || body_that_came(page, w, r)
                    || untold(page, w, r)
                {
                    another.insert((r.article, r.said));
                    free(r);
                } else if r.stance == Stance::Denies
                    && r.part
                        .iter()
                        .any(|p| never_took_back(page, w, page.tokens_in(*p).0))
                {
                    r.stance = Stance::Affirms;
                } else if let Some(stance) = contraries_beside(page, w, r) {
                    match stance {
                        Some(stance) => {
                            r.stance = stance;
                            r.hedged = false;
                        }
                        None => free(r),
                    }
                }
            }
            // "Reported dead in 2016": another death, whatever became of it.
            if life.is_of(&r.of)
                && (dated_otherwise(page, r, articles[r.article].published)
                    || not_meant(page, r)
                    || told_earlier(&articles[r.article], page, r)
                    || only_to(page, r)
                    || nobody_lives(page, r))
            {
                free(r);
            }
            if life.is_of(&r.of)
                && let Some(w) = words.get(r.article).and_then(Option::as_ref)
                && denies_the_doing(page, w, r)
            {
                free(r);
            }
            if life.is_of(&r.of)
                && matches!(r.stance, Stance::Affirms | Stance::Denies)
                && let Some(w) = words.get(r.article).and_then(Option::as_ref)
                && cannot_say(page, w, r)
            {
                r.stance = Stance::CannotConfirm;
                r.hedged = false;
            }
            if life.is_of(&r.of)
                && let Some(w) = words.get(r.article).and_then(Option::as_ref)
                && weary(page, w, r)
            {
                r.stance = if goes_on(page, w, r) {
                    Stance::Denies
                } else {
                    Stance::Doubts
                };
                r.hedged = false;
            }
            if life.is_of(&r.of)
                && r.stance == Stance::Doubts
                && let Some(w) = words.get(r.article).and_then(Option::as_ref)
                && goes_on(page, w, r)
            {
                r.stance = Stance::Denies;
            } else if life.is_of(&r.of)
                && let Some(w) = words.get(r.article).and_then(Option::as_ref)
                && let Some(stance) = reread(page, w, r)
            {
                r.stance = stance;
            }
            // «مقتل الوزير، إن ثبت»: it is only supposed.
            if life.is_of(&r.of) && r.stance == Stance::Affirms && if_so(page, r) {
                r.stance = Stance::Reports;
                r.hedged = false;
            }
        }
    }
    another
}

/// Rules that read an answer to what stands before it.
const ANSWERS: [&str; 2] = ["question-answered", "answers-what-stands-before"];
/// Rules that read whose account is held to, or said again.
const ACCOUNTS: [&str; 2] = ["question-whose-account", "question-says-the-same"];
/// What a reading scores that was given another stance.
const TURNED: f64 = 0.45;

/// Gives what was read of his death another stance where the words of the saying leave no doubt of it, and nothing was read of his life.
pub(super) fn turn_over(
    life: &Life,
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    out: &mut [Reading],
) {
    let mut read: BTreeMap<(usize, usize), BTreeSet<Option<Stance>>> = BTreeMap::new();
    for r in out.iter().filter(|r| life.is_of(&r.of)) {
        if let Said::Statement(i) = r.said {
            // "It had no reason to change its report" says what its words alone do not.
            let by_place =
                ANSWERS.contains(&r.rule.as_str()) || ACCOUNTS.contains(&r.rule.as_str());
            let dies = matches!(r.of.predicate.as_deref(), Some("killed" | "died")) && !by_place;
            let stances = read.entry((r.article, i)).or_default();
            stances.insert(dies.then_some(r.stance));
        }
    }
    let mut turned = BTreeMap::new();
    for at_hand in super::assign::read(articles, pages, words) {
        let Read {
            k, article, page, ..
        } = at_hand;
        for (i, s) in article.extraction.statements.iter().enumerate() {
            let stances = read.get(&(k, i));
            let Some(&stance) = stances
                .filter(|all| all.len() == 1)
                .and_then(|all| all.first())
            else {
                continue;
            };
            let Some(stance) = stance else {
                continue;
            };
            let unit = unit(
                article,
                page,
                at_hand.words,
                s,
                false,
                None,
                at_hand.families,
            );
            if let Some(otherwise) = unit.otherwise(stance, s) {
                turned.insert((k, Said::Statement(i)), otherwise);
            }
        }
    }
    for r in out.iter_mut().filter(|r| life.is_of(&r.of)) {
        if let Some(stance) = turned.get(&(r.article, r.said)) {
            r.stance = *stance;
            r.hedged = false;
            r.rule = "question-likely-otherwise".to_owned();
            r.score = r.score.min(TURNED);
        }
    }
}

/// Readings that their own speaker's other words stand against: an answer to "this account" by one who says outright what it
/// denies, and a body in the words of one who holds him alive.
fn contraries(articles: &[Article], life: &Life, readings: &[Reading]) -> BTreeSet<usize> {
    let death = |r: &Reading| match r.of.predicate.as_deref() {
        Some("killed" | "died") => Some(r.stance),
        _ if !life.is_of(&r.of) => None,
        _ if r
            .of
            .roles
            .iter()
            .any(|(_, f)| f.contains(&crate::drafting::Filler::Value("alive".to_owned()))) =>
        {
            match r.stance {
                Stance::Affirms => Some(Stance::Denies),
                Stance::Denies => Some(Stance::Affirms),
                other => Some(other),
            }
        }
        _ => Some(r.stance),
    };
    let mut out = BTreeSet::new();
    for (n, r) in readings.iter().enumerate() {
        let answer = r.rule == "answers-what-stands-before";
        let body = r.rule.ends_with("-body") && r.stance == Stance::Affirms;
        if !(answer || body) || !life.is_of(&r.of) {
            continue;
        }
        let against = readings.iter().any(|o| {
            o.article == r.article
                && life.is_of(&o.of)
                && matches!(
                    (death(r), death(o)),
                    (Some(Stance::Affirms), Some(Stance::Denies))
                        | (Some(Stance::Denies), Some(Stance::Affirms))
                )
                && if answer {
                    o.rule != r.rule
                        && o.said != r.said
                        && speaker(&articles[r.article], o.said)
                            .is_some_and(|who| Some(who) == speaker(&articles[r.article], r.said))
                } else {
                    o.said == r.said && o.of.predicate.as_deref() == Some("status")
                }
        });
        if against {
            out.insert(n);
        }
    }
    out
}

/// Whether what an answer is of is a recording, a picture or a paper that its sentence names before it.
fn answers_a_recording(article: &Article, page: &Page, words: &Words, r: &Reading) -> bool {
    let Said::Statement(i) = r.said else {
        return false;
    };
    let content = article
        .extraction
        .statements
        .get(i)
        .and_then(|s| s.content.first());
    let families = Families::of(page.arabic());
    content.zip(families).is_some_and(|(c, families)| {
        let (a, _) = tokens(page, c.start, c.end);
        of_a_recording(page, words, families, a)
    })
}

/// Whether a reading is no more than that he lived when he was brought somewhere.
fn no_longer(page: &Page, words: &Words, r: &Reading) -> bool {
    (r.of.predicate.as_deref() == Some("status") || r.rule == "alive-answers-report")
        && r.part
            .iter()
            .any(|p| on_arrival(page, words, page.tokens_in(*p).1))
}

/// Whether a reading is no more than a denial that a body was received.
fn body_that_came(page: &Page, words: &Words, r: &Reading) -> bool {
    r.stance == Stance::Denies
        && r.rule.ends_with("-body")
        && r.part
            .iter()
            .any(|p| only_received(page, words, page.tokens_in(*p).0))
}

/// Whether a reading is no more than that his death was not announced.
fn untold(page: &Page, words: &Words, r: &Reading) -> bool {
    matches!(r.stance, Stance::Affirms | Stance::Denies)
        && matches!(r.of.predicate.as_deref(), Some("killed" | "died"))
        && r.part
            .iter()
            .any(|p| unannounced(page, words, page.tokens_in(*p).0))
}

/// What a reading says whose contrary stands beside it.
fn contraries_beside(page: &Page, words: &Words, r: &Reading) -> Option<Option<Stance>> {
    let families = Families::of(page.arabic())?;
    if !matches!(r.stance, Stance::Affirms | Stance::Denies | Stance::Reports) {
        return None;
    }
    r.part.iter().find_map(|p| {
        let (a, b) = page.tokens_in(*p);
        either(page, words, families, a, b)
    })
}
