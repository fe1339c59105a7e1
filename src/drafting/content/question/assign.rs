//! Each saying that the grammar left without a word on the question is weighed, and what is found added.
//!
//! In one file because what is taken from the readings, weighed anew and put in its place is one order of steps.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::account::accounts;
use super::after::{doubts_go_on, lives};
use super::another::strays;
use super::before::{directly, follows, of_him, start};
use super::families::{Families, Marker, Words};
use super::freedom::Freedom;
use super::given::mentioned;
use super::kin::kin;
use super::likely::LIKELY;
use super::living::{DOUBTFUL, living, speaks};
use super::matter::Life;
use super::reply::taken_for_him;
use super::sift::{sift, turn_over};
use super::weigh::{Fate, Unit, Weighed};
use crate::drafting::content::answer::person;
use crate::drafting::content::cast::Focus;
use crate::drafting::content::english_names::name_words;
use crate::drafting::content::own::own_sentences;
use crate::drafting::content::page::Page;
use crate::drafting::content::read::{CueTurn, cue_turn};
use crate::drafting::content::time::day;
use crate::drafting::{Article, Proposed, Reading, Said};
use crate::extraction::{Piece, Proposed as Statement};
use crate::model::{Stance, Style};
use crate::text::Span;
use crate::text::fold::fold;

/// Adds to the readings of a case what its sayings say of the question of the case.
///
/// `own`: the sentences of the outlet's own of an article.
pub(in crate::drafting::content) fn assign(
    articles: &[Article],
    pages: &[Option<Page>],
    foci: &[Option<Focus>; 2],
    heroes: &[Option<Focus>; 2],
    out: &mut Vec<Reading>,
) {
    let words: Vec<Option<Words>> = pages
        .par_iter()
        .map(|p| {
            p.as_ref().map(|p| {
                if foci.iter().flatten().any(|f| f.female) {
                    Words::of_her(p)
                } else {
                    Words::new(p)
                }
            })
        })
        .collect();
    let mut whom = foci;
    let asked = if let Some(life) = Life::of(out, foci, pages) {
        of_life(&life, articles, pages, &words, out);
        true
    } else {
        if heroes.iter().any(Option::is_some) {
            whom = heroes;
        }
        living(articles, out);
        super::ground::assign(articles, pages, &words, out)
            || super::deed::assign(articles, pages, &words, out)
    };
    let freedom = Freedom::of(articles, pages, &words, heroes, out);
    if let Some(freedom) = &freedom {
        freedom.gather(pages, &words, out);
    }
    super::event::assign(articles, pages, &words, whom, !asked, freedom.as_ref(), out);
    if let Some(freedom) = &freedom {
        freedom.assign(articles, pages, &words, out);
    } else if !asked {
        super::custody::assign(articles, pages, &words, heroes, out);
    }
}

/// Adds what the sayings of a case say of the life or death that it asks for.
fn of_life(
    life: &Life,
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    out: &mut Vec<Reading>,
) {
    let another = sift(life, articles, pages, words, out);
    let mut found: Vec<Reading> = Vec::new();
    let mut gone: Vec<(usize, Said)> = Vec::new();
    for (k, ((article, page), words)) in articles.iter().zip(pages).zip(words).enumerate() {
        let (Some(page), Some(words)) = (page, words) else {
            continue;
        };
        let (Some(anchor), Some(death), Some(families)) = (
            life.anchor(page),
            life.death(page),
            Families::of(page.arabic()),
        ) else {
            continue;
        };
        // Where nearly every article names him, one that does not means him by "the president".
        let his = |n: usize| {
            anchor.named(page, n)
                || life.central
                    && anchor
                        .meant(page, words, families, n, n + 1)
                        .is_some_and(|m| m > super::anchor::Meant::Pronoun)
        };
        if !(0..page.len()).any(his)
            && !article.title.is_some_and(|t| anchor.entitles(t))
            && !anchor.spoken_of(page, words, families)
        {
            continue;
        }
        let from = out.partition_point(|r| r.article < k);
        let to = out.partition_point(|r| r.article <= k);
        let here = &out[from..to];
        let done: BTreeSet<Said> = here
            .iter()
            .filter(|r| life.is_of(&r.of))
            .map(|r| r.said)
            .collect();
        let mut of_it: BTreeSet<usize> = here
            .iter()
            .filter(|r| life.is_of(&r.of))
            .filter_map(|r| start(article, r.said))
            .collect();
        // The outlet's own: what it tells as fact, or cannot say itself.
        for (_, said, piece) in own_sentences(article, page) {
            if done.contains(&said) {
                continue;
            }
            let unit = Unit {
                pieces: vec![piece],
                masked: Vec::new(),
                turn: None,
                direct: false,
                follows: true,
                cannot: false,
                mourned: false,
                kin: false,
                directly: true,
                told: true,
                of_him: false,
                own: true,
                elsewhere: true,
                today: day(article.published),
                page,
                words,
                anchor: Some(anchor),
                fate: Fate::Death,
                families,
            };
            if let Some(weighed) = unit.life() {
                of_it.extend(start(article, said));
                found.push(reading(k, said, page, &death, &weighed));
            }
        }
        for (i, s) in article.extraction.statements.iter().enumerate() {
            let said = Said::Statement(i);
            if done.contains(&said) || s.content.is_empty() || another.contains(&(k, said)) {
                continue;
            }
            let at = s.content[0].start as usize;
            let first = tokens(page, s.content[0].start, s.content[0].end).0;
            if strays(page, words, first, day(article.published)) {
                continue;
            }
            let before = of_it.range(..at).next_back().copied();
            let follows = follows(article, &of_it, at);
            // Somebody else's life or death is what is said; no one is, who only speaks of it.
            let vital = |r: &&Reading| {
                r.said == said
                    && matches!(
                        r.of.predicate.as_deref(),
                        Some("killed" | "died" | "status")
                    )
            };
            // A frame that took whoever speaks for the dead, or a word that is no name, read nothing.
            let own = |r: &&Reading| {
                let names = |n: &str| s.content.iter().any(|c| fold(&c.text).contains(&fold(n)));
                // «أبلغ شقيقه عمر الإذاعة أن العائلة دفنته»: the speaker with a word behind his name.
                let overrun = |n: &str| {
                    r.score <= DOUBTFUL
                        && s.source.as_ref().is_some_and(|q| {
                            let of = name_words(&fold(&q.text));
                            name_words(&fold(n)).iter().any(|w| of.contains(w))
                        })
                };
                person(&r.of).is_some_and(|n| {
                    (speaks(article, n) || overrun(n)) && !names(n)
                        || names(n) && !mentioned(page, words, families, s, n)
                })
            };
            let others = here.iter().filter(vital).any(|r| !own(&r));
            let mistaken = here.iter().any(|r| vital(&r));
            let mut unit = unit(article, page, words, s, follows, Some(anchor), families);
            unit.told = before.is_some();
            unit.of_him = of_him(article, page, anchor, at);
            unit.directly = directly(article, &of_it, at);
            unit.elsewhere = s.source_name.is_none() && s.source.is_none()
                || !mistaken
                    && here
                        .iter()
                        .any(|r| r.said == said && r.of.predicate.is_some());
            let weighed = if others {
                taken_for_him(&unit)
            } else {
                unit.says(s)
            };
            let Some(weighed) = weighed else {
                continue;
            };
            // What its speaker says of it in so many words stands against what is only inferred.
            let said_before = s.source_name.is_some()
                && weighed.stance != Stance::CannotConfirm
                && here.iter().any(|r| {
                    life.is_of(&r.of)
                        && r.stance != weighed.stance
                        && r.of.predicate.as_deref() != Some("status")
                        && speaker(article, r.said)
                            .is_some_and(|n| Some(n) == s.source_name.as_deref())
                });
            if said_before {
                continue;
            }
            if mistaken && !others {
                gone.push((k, said));
            }
            of_it.insert(at);
            found.push(reading(k, said, page, &death, &weighed));
        }
    }
    out.retain(|o| !(gone.contains(&(o.article, o.said))));
    found.extend(lives(life, pages, out));
    for r in found {
        enter(out, r, is_free);
    }
    accounts(life, articles, pages, words, out);
    turn_over(life, articles, pages, words, out);
    doubts_go_on(articles, life, out);
}

/// Who says a saying, by name.
pub(super) fn speaker<'a>(article: &'a Article, said: Said) -> Option<&'a str> {
    match said {
        Said::Statement(i) => article.extraction.statements.get(i)?.source_name.as_deref(),
        _ => None,
    }
}

/// An article with what is read of it.
pub(super) struct Read<'a> {
    /// Its place among all.
    pub(super) k: usize,
    pub(super) article: &'a Article<'a>,
    pub(super) page: &'a Page<'a>,
    pub(super) words: &'a Words,
    pub(super) families: &'static Families,
}

/// The articles of a case that can be read, in order.
pub(super) fn read<'a>(
    articles: &'a [Article<'a>],
    pages: &'a [Option<Page<'a>>],
    words: &'a [Option<Words>],
) -> impl Iterator<Item = Read<'a>> {
    let all = articles.iter().zip(pages).zip(words).enumerate();
    all.filter_map(|(k, ((article, page), words))| {
        let page = page.as_ref()?;
        Some(Read {
            k,
            article,
            page,
            words: words.as_ref()?,
            families: Families::of(page.arabic())?,
        })
    })
}

pub(super) fn tokens(page: &Page, start: u32, end: u32) -> (usize, usize) {
    page.tokens_in(Span::new(start as usize, end as usize))
}

/// The words within a statement that are another's: what is nested in it, with its cue and its source.
pub(super) fn of_others(article: &Article, page: &Page, s: &Statement) -> Vec<(usize, usize)> {
    article
        .extraction
        .statements
        .iter()
        .filter(|o| o.nested_in.as_deref() == Some(&s.id) && o.content != s.content)
        .flat_map(|o| o.content.iter().chain(&o.cue).chain(&o.source))
        .map(|c| tokens(page, c.start, c.end))
        .collect()
}

pub(super) fn unit<'a>(
    article: &Article,
    page: &'a Page<'a>,
    words: &'a Words,
    s: &Statement,
    follows: bool,
    anchor: Option<&'a dyn super::anchor::Whom>,
    families: &'static Families,
) -> Unit<'a> {
    let pieces: Vec<(usize, usize)> = s
        .content
        .iter()
        .map(|c| tokens(page, c.start, c.end))
        .collect();
    let masked = of_others(article, page, s);
    // "Could not establish whether": the words before what is asked.
    let cannot = s
        .cue
        .as_ref()
        .zip(pieces.first())
        .is_some_and(|(c, first)| {
            let (a, _) = tokens(page, c.start, c.end);
            let from = a.saturating_sub(4);
            families.markers.get(&Marker::Cannot).is_some_and(|w| {
                a < first.0 && (from..first.0).any(|k| w.at(words, k, first.0).is_some())
            })
        });
    // "Sent a team to establish whether he was dead": what is asked for is said by nobody.
    let cannot = cannot || pieces.first().is_some_and(|p| asks_whether(page, p.0));
    // "Asked about Telhani, the spokesman said: …", «وعن مصيره قال»: of him, wherever it stands.
    let follows = follows
        || anchor.is_some_and(|x| {
            let first = pieces.first().map_or(0, |p| p.0);
            let from = (0..first)
                .rev()
                .take_while(|&k| !matches!(page.piece(k), Piece::Stop | Piece::Line))
                .last()
                .unwrap_or(first);
            // «وسئل إن كان على قيد الحياة فقال»: asked of nobody else.
            let vital = |k: usize| {
                [
                    super::families::Family::Dead,
                    super::families::Family::Alive,
                ]
                .iter()
                .filter_map(|f| families.families.get(f))
                .any(|w| w.at(words, k, first).is_some())
            };
            let asked = || {
                page.arabic() && x.other(page, from, first).is_none() && (from..first).any(vital)
            };
            families.topic.at(words, from, first).is_some()
                && (x
                    .meant(page, words, families, from, first)
                    .is_some_and(|m| m > super::anchor::Meant::Pronoun)
                    || asked())
        });
    let turn = match cue_turn(page, s) {
        CueTurn::Turn(turn) => Some(turn),
        CueTurn::None => None,
    };
    let kin = kin(article, page, s);
    Unit {
        pieces,
        masked,
        turn,
        direct: s.style == Style::Direct,
        follows,
        cannot,
        mourned: s.cue.as_ref().is_some_and(|c| {
            let (a, b) = tokens(page, c.start, c.end);
            (a..b).any(|k| families.mourns.at(words, k, b).is_some())
        }),
        kin,
        directly: follows,
        told: false,
        of_him: false,
        own: false,
        elsewhere: false,
        today: day(article.published),
        page,
        words,
        anchor,
        fate: Fate::Death,
        families,
    }
}

/// Whether a question leads in what is said: "whether", «ما إذا كان».
fn asks_whether(page: &Page, at: usize) -> bool {
    let word = |n: usize| at.checked_sub(n).map_or("", |k| page.text(k));
    word(1) == "whether"
        || matches!(word(1), "كان" | "كانت") && matches!(word(2), "اذا" | "ان")
        || word(1) == "اذا" && matches!(word(2), "ما" | "عما" | "مما")
}

/// A saying to be weighed for what its article has said before of a custody or a release: at the characters of `of_it`.
pub(super) fn behind<'a>(
    r: &Read<'a>,
    s: &Statement,
    at: usize,
    of_it: &BTreeSet<usize>,
    whom: &'a dyn super::anchor::Whom,
    fate: Fate,
) -> Unit<'a> {
    let near = follows(r.article, of_it, at);
    let mut unit = unit(r.article, r.page, r.words, s, near, Some(whom), r.families);
    unit.told = of_it.range(..at).next().is_some();
    unit.directly = directly(r.article, of_it, at);
    unit.fate = fate;
    unit.elsewhere = s.source_name.is_none() && s.source.is_none();
    unit
}

/// Enters what was found behind what its article holds, in place of what `gone` tells of the same saying.
pub(super) fn enter(out: &mut Vec<Reading>, r: Reading, gone: impl Fn(&Reading) -> bool) {
    out.retain(|o| !(o.article == r.article && o.said == r.said && gone(o)));
    let at = out.partition_point(|o| o.article <= r.article);
    out.insert(at, r);
}

/// Whether a reading fits no predicate.
pub(super) fn is_free(r: &Reading) -> bool {
    r.of.predicate.is_none()
}

pub(super) fn reading(
    article: usize,
    said: Said,
    page: &Page,
    of: &Proposed,
    w: &Weighed,
) -> Reading {
    Reading {
        article,
        said,
        of: of.clone(),
        stance: w.stance,
        hedged: w.hedged,
        unclear: w.rule == LIKELY && matches!(w.stance, Stance::Affirms | Stance::Denies),
        part: vec![page.span(w.at.0, w.at.1)],
        rule: w.rule.to_owned(),
        score: w.score,
    }
}
