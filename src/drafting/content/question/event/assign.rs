//! What each clause of a disputed event says of it, as readings.
//!
//! In one file because an event is settled once: what it asks, what a frame had read of it, and what clauses and answers add.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::anchor::Anchor;
use super::super::assign::{Read, enter, read, tokens, unit};
use super::super::deed::sound;
use super::super::families::{Marker, Words};
use super::super::freedom::Freedom;
use super::clause::{Clause, clauses};
use super::cluster::{Cluster, STORIES, clusters};
use super::pack::{Event, Events};
use super::told::{Telling, Telt};
use crate::drafting::content::cast::Focus;
use crate::drafting::content::lexicon::Turn;
use crate::drafting::content::page::Page;
use crate::drafting::content::stance::Held;
use crate::drafting::{Article, Filler, Proposed, Reading, Said};
use crate::extraction::{MentionKind, Piece};
use crate::model::{SourceKind, Stance};

/// The rule of what answers a question without saying what.
const ANSWERED: &str = "question-answered";

/// A clause of no more words than this says little beside its event.
const FEW: usize = 14;

/// What is only wanted stands right behind the words that say so.
const WANTED: usize = 2;

/// What is asked for, or proposed, may stand behind whoever asks.
const ASKED: usize = 12;

/// Days by which tellings of one event may differ.
const APART: i32 = 3;

/// The central event: of how many articles, what is asked, and the statements that speak of it.
type Central = (usize, Proposed, BTreeSet<(usize, usize)>);

/// What one clause says of an event.
struct Spoken {
    clause: usize,
    held: Held,
    /// Tokens of the words.
    at: (usize, usize),
}

/// Adds to the readings of a case what its sayings say of the events that it disputes.
///
/// `alone`: the case asks for no life, deed or place, so what answers without saying what answers its central event; `freedom`: whether
/// people were let go, where it asks for that.
pub(in crate::drafting::content::question) fn assign(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    foci: &[Option<Focus>; 2],
    alone: bool,
    freedom: Option<&Freedom>,
    out: &mut Vec<Reading>,
) {
    let events = Events::built_in();
    let anchors = [true, false].map(|arabic| Anchor::new(arabic, foci, pages));
    let (clauses, names) = clauses(articles, pages, words, &anchors, events);
    let all = pages.iter().flatten().count();
    let mut taken: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
    let mut found: Vec<Reading> = Vec::new();
    let mut central: Option<Central> = None;
    let mut settled: Vec<(Proposed, BTreeSet<(usize, Said)>)> = Vec::new();
    // What befell people together, if that is what the case is about: its event, of how many articles, and what is asked.
    let mut main: Option<(String, usize, Proposed)> = None;
    let mut asked: Vec<(bool, Cluster, Vec<Spoken>)> =
        clusters(&clauses, &events.all, &names, all, freedom.is_some())
            .into_iter()
            .map(|cluster| {
                let spoken: Vec<Spoken> = cluster
                    .clauses
                    .iter()
                    .filter_map(|&n| spoken(articles, pages, words, &clauses[n], n, cluster.event))
                    .collect();
                (disputed(articles, &clauses, &spoken), cluster, spoken)
            })
            .collect();
    // What is disputed first, then what more texts speak of.
    asked.sort_by_key(|(disputed, cluster, spoken)| {
        let texts: BTreeSet<usize> = spoken.iter().map(|s| clauses[s.clause].article).collect();
        let manner = !events.all[cluster.event].unless.is_empty();
        std::cmp::Reverse((!manner, cluster.central, *disputed, texts.len()))
    });
    // "They were exchanged", "they were rescued": of two manners the one that fewer tell of is a question of its own.
    let mut told: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (_, cluster, spoken) in &asked {
        let texts = told.entry(&events.all[cluster.event].id).or_default();
        texts.extend(spoken.iter().map(|s| clauses[s.clause].article));
    }
    let many = |id: &str| told.get(id).map_or(0, BTreeSet::len);
    let beaten = |e: &Event| !e.unless.is_empty() && many(&e.unless) > many(&e.id);
    for (disputed, cluster, mut spoken) in asked {
        let event = &events.all[cluster.event];
        // That they were taken is what all take for granted: who did it is no event.
        if freedom.is_some() && event.takes() {
            continue;
        }
        // "No prisoner was released in return": people of another kind stand right there.
        if let Some(freedom) = freedom.filter(|_| cluster.together && event.frees()) {
            spoken.retain(|s| {
                let c = &clauses[s.clause];
                let of = pages.get(c.article).and_then(Option::as_ref);
                let of = of.zip(words.get(c.article).and_then(Option::as_ref));
                of.is_some_and(|(page, words)| {
                    !freedom.of_others(page, words, (c.from, c.to), s.at)
                })
            });
        }
        // A manner tells nothing where nobody says what came of it.
        if main.is_none() && !event.unless.is_empty() {
            continue;
        }
        if cluster.together {
            spoken.retain(|s| {
                let here = clauses[s.clause].met.iter();
                let mut here = here.map(|m| &events.all[m.event]);
                !here.any(|e| e.way.contains(&event.id) && beaten(e))
            });
        }
        let way = main.as_ref().is_some_and(|(id, n, _)| {
            event.way.contains(id) && many(&event.id) <= *n && !beaten(event)
        });
        if !disputed && !way {
            // What nobody disputes is of one event where it is held together by a name and says little else.
            spoken.retain(|s| clauses[s.clause].words <= FEW);
            let texts: BTreeSet<usize> = spoken.iter().map(|s| clauses[s.clause].article).collect();
            let bare = cluster.bare && !(event.group && texts.len() > 2);
            if bare || event.named || voices(articles, &clauses, &spoken) < 2 {
                continue;
            }
        }
        let statements: BTreeSet<(usize, Said)> = spoken
            .iter()
            .map(|s| &clauses[s.clause])
            .map(|c| (c.article, Said::Statement(c.statement)))
            .collect();
        let release = freedom.filter(|_| cluster.together && event.frees());
        let of = release.map_or_else(
            || proposition(event, &cluster, &clauses, &statements, out, articles),
            |f| f.of.clone(),
        );
        // "A truce", "the agreement", said in the same statements: one question.
        let same = settled
            .iter()
            .find(|(o, before): &&(Proposed, BTreeSet<(usize, Said)>)| {
                says(event, o)
                    && of
                        .predicate
                        .as_ref()
                        .is_none_or(|p| Some(p) == o.predicate.as_ref())
                    && before.intersection(&statements).count() * 3
                        >= before.len().min(statements.len())
            });
        let of = same.map_or(of, |(o, _)| o.clone());
        let texts: BTreeSet<usize> = spoken.iter().map(|s| clauses[s.clause].article).collect();
        // "The deal", «التبادل» in a case about people who were freed: the way in which they were.
        let of = main
            .as_ref()
            .filter(|_| way)
            .map_or(of, |(.., main)| main.clone());
        // People of another kind are of another question, however few words tell of them.
        let of = match &main {
            Some((id, _, before)) if *id == event.id && *before == of => {
                matter(event, &cluster, &clauses, articles)
            }
            _ => of,
        };
        if cluster.together && cluster.central && main.is_none() {
            main = Some((event.id.clone(), texts.len(), of.clone()));
        }
        settled.push((of.clone(), statements.clone()));
        if cluster.central && central.as_ref().is_none_or(|(n, ..)| *n < texts.len()) {
            let told = spoken.iter().map(|s| &clauses[s.clause]);
            let told = told.map(|c| (c.article, c.statement)).collect();
            central = Some((texts.len(), of.clone(), told));
        }
        if cluster.together || way {
            nameless(pages, &clauses, &spoken, event, &of, out);
        }
        one(&cluster, &statements, event, &of, out);
        let mut here: Vec<Reading> = Vec::new();
        for s in &spoken {
            let c = &clauses[s.clause];
            // Words of one event are of one question; who had a part in it is another.
            if !event.part && taken.contains(&(c.article, c.statement, s.at.0)) {
                continue;
            }
            here.extend(reading(pages, c, s, event, &of, out));
        }
        // A question that one statement is left of is none.
        let others = way || out.iter().any(|r| r.of == of);
        let of_statements: BTreeSet<(usize, Said)> =
            here.iter().map(|r| (r.article, r.said)).collect();
        if of_statements.len() + usize::from(others) < 2 {
            continue;
        }
        taken.extend(spoken.iter().filter(|_| !event.part).map(|s| {
            let c = &clauses[s.clause];
            (c.article, c.statement, s.at.0)
        }));
        found.extend(here);
    }
    found.extend(lone(articles, pages, words, &clauses, &taken, &found, out));
    // What befell people together, told of more than any life or deed, is what is answered.
    let more = central.as_ref().is_some_and(|(n, of, _)| {
        main.as_ref().is_some_and(|(.., main)| main == of) && *n > most_told(out, of)
    });
    if let Some((_, of, told)) = central.filter(|_| alone || more) {
        let spoken: BTreeSet<(usize, Said)> = found.iter().map(|r| (r.article, r.said)).collect();
        for read in read(articles, pages, words) {
            found.extend(answers(&read, &of, &told, &spoken, alone, out));
        }
    }
    for r in found {
        let answered = r.rule == ANSWERED;
        let gone = |o: &Reading| plain(o) || answered && o.rule == ANSWERED;
        enter(out, r, gone);
    }
}

/// Of how many articles the other claim is of which most speak.
fn most_told(readings: &[Reading], of: &Proposed) -> usize {
    let mut told: BTreeMap<&Proposed, BTreeSet<usize>> = BTreeMap::new();
    for r in readings.iter().filter(|r| r.of != *of && !plain(r)) {
        told.entry(&r.of).or_default().insert(r.article);
    }
    told.values().map(BTreeSet::len).max().unwrap_or(0)
}

/// Clauses that met no other, of an event of which a frame read one proposition in the whole case: "I have resigned from
/// nothing" beside word of one resignation. They name nobody else, or whom it names.
fn lone(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    clauses: &[Clause],
    taken: &BTreeSet<(usize, usize, usize)>,
    found: &[Reading],
    out: &mut [Reading],
) -> Vec<Reading> {
    let events = Events::built_in();
    let many = pages.iter().flatten().count() > STORIES;
    let mut more = Vec::new();
    for (e, event) in events
        .all
        .iter()
        .enumerate()
        .filter(|(_, e)| !e.predicates.is_empty())
    {
        let read: BTreeSet<&Proposed> = out
            .iter()
            .filter(|r| says(event, &r.of) && r.of.count.is_none())
            .map(|r| &r.of)
            .collect();
        let named = |of: &Proposed| -> BTreeSet<String> {
            of.roles
                .iter()
                .flat_map(|(_, f)| f)
                .filter_map(|f| match f {
                    Filler::Named(n) => Some(sounds(&n.name)),
                    _ => None,
                })
                .flatten()
                .collect()
        };
        let mut all: Vec<(&Proposed, BTreeSet<String>)> =
            read.into_iter().map(|of| (of, named(of))).collect();
        all.sort_by_key(|(of, _)| of.roles.len());
        let Some(((of, own), rest)) = all.split_first() else {
            continue;
        };
        // One proposition, however a frame filled what is beside the person.
        if own.is_empty() || !rest.iter().all(|(_, n)| n.is_superset(own)) {
            continue;
        }
        let of = (*of).clone();
        for (n, c) in clauses.iter().enumerate() {
            let said = Said::Statement(c.statement);
            let here = |r: &Reading| r.article == c.article && r.said == said;
            if !c.met.iter().any(|m| m.event == e) {
                continue;
            }
            let whose = c.names.keys().any(|k| own.contains(k))
                || !many
                    && c.names.is_empty()
                    && c.words <= FEW
                    && (c.persons.is_empty() && c.counted.is_empty() || c.focus);
            if !whose
                || c.others
                || c.year.is_some()
                || found.iter().any(here)
                || !c.persons.iter().all(|(_, last)| own.contains(last))
            {
                continue;
            }
            let Some(s) = spoken(articles, pages, words, c, n, e)
                .filter(|s| !taken.contains(&(c.article, c.statement, s.at.0)))
            else {
                continue;
            };
            more.extend(reading(pages, c, &s, event, &of, out));
        }
    }
    more
}

/// What answers the central event without saying what: "denied this", «ينفي هذا الاتهام», "could not say who was behind it".
fn answers(
    read: &Read,
    of: &Proposed,
    told: &BTreeSet<(usize, usize)>,
    spoken: &BTreeSet<(usize, Said)>,
    alone: bool,
    readings: &[Reading],
) -> Vec<Reading> {
    const SHORT: usize = 14;
    const NEAR: u32 = 400;
    const FAR: u32 = 800;
    let Read {
        k,
        article,
        page,
        words,
        families,
    } = *read;
    let statements = &article.extraction.statements;
    let events = Events::built_in();
    let starts = |n: usize| statements[n].content.first().map(|c| c.start);
    // Where other questions are told of in this article.
    let elsewhere: Vec<u32> = readings
        .iter()
        .filter(|r| r.article == k && r.of != *of && !plain(r) && r.rule != ANSWERED)
        .filter_map(|r| match r.said {
            Said::Statement(n) => starts(n),
            _ => None,
        })
        .collect();
    // What is told of last before an answer is what it answers.
    let nearest = |at: u32| {
        let own = told.iter().filter(|(a, _)| *a == k);
        let own = own
            .filter_map(|&(_, n)| starts(n))
            .filter(|s| *s < at)
            .max();
        let other = elsewhere.iter().copied().filter(|s| *s < at).max();
        own.is_some() && own >= other
    };
    let mut out = Vec::new();
    for (i, s) in statements.iter().enumerate() {
        let said = Said::Statement(i);
        let at = starts(i).unwrap_or_default();
        let free = readings
            .iter()
            .filter(|r| r.article == k && r.said == said)
            .all(|r| plain(r) || r.rule == ANSWERED && r.of != *of && nearest(at));
        let Some(first) = s.content.first().filter(|_| free) else {
            continue;
        };
        if spoken.contains(&(k, said)) || s.source.is_none() && s.source_name.is_none() {
            continue;
        }
        // Right behind what is said of the event.
        let follows = told.iter().any(|&(a, n)| {
            a == k
                && statements[n].content.first().is_some_and(|c| {
                    // With nothing else told between, an answer may stand further off.
                    let reach = if nearest(first.start) { FAR } else { NEAR };
                    c.start < first.start && first.start - c.start < reach
                })
        });
        let unit = unit(article, page, words, s, true, None, families);
        let (Some(&(a, _)), Some(&(_, b))) = (unit.pieces.first(), unit.pieces.last()) else {
            continue;
        };
        let many = (a..b).filter(|&n| page.piece(n) == Piece::Word).count();
        // "The fate of Salloum", "the date of the recording": of whom or what it speaks is said.
        let of_one = !alone
            && page
                .survey
                .marked
                .iter()
                .any(|m| m.kind == MentionKind::Person && a <= m.a && m.b <= b);
        let elsewhere = of_one
            || unit.first(&families.elsewhere).is_some()
            || events
                .met(page.arabic(), words, a, b)
                .iter()
                .any(|m| events.all[m.event].happens());
        // "The BBC has not been able to verify the claims", however far from them.
        let told_here = told.iter().any(|&(a, n)| {
            a == k
                && statements[n]
                    .content
                    .first()
                    .is_some_and(|c| c.start < first.start)
        });
        if !told_here || many > SHORT || elsewhere {
            continue;
        }
        let marked = unit.all_markers();
        let has = |m: Marker| marked.iter().any(|x| x.0 == m);
        let report = unit.first(&families.reports).is_some()
            || many <= 2
                && (a..b).any(|n| {
                    matches!(
                        page.text(n),
                        "this" | "that" | "it" | "so" | "ذلك" | "هذا" | "هذه" | "الامر"
                    )
                });
        let cannot = unit.cannot || has(Marker::Cannot) || unit.turn == Some(Turn::CannotConfirm);
        let asked = cannot && unit.first(&families.asked).is_some();
        let stance = if let Some(stance) = unit.ellipsis().filter(|_| follows) {
            stance
        } else if !(follows || cannot && report || asked) {
            continue;
        } else if cannot && (report || unit.first(&families.asked).is_some()) {
            Stance::CannotConfirm
        } else if report && unit.turn == Some(Turn::Deny) {
            Stance::Denies
        } else if report && (unit.turn == Some(Turn::Doubt) || has(Marker::Doubt)) {
            Stance::Doubts
        } else {
            continue;
        };
        out.push(Reading {
            article: k,
            said,
            of: of.clone(),
            stance,
            hedged: false,
            unclear: false,
            part: vec![page.span(a, b), page.span(a, b)],
            rule: ANSWERED.to_owned(),
            score: 0.4,
        });
    }
    out
}

/// A free reading that belongs to no question.
fn plain(r: &Reading) -> bool {
    r.of.predicate.is_none() && r.of.roles.is_empty()
}

/// How the words round an event stand to it.
fn spoken(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    c: &Clause,
    clause: usize,
    event: usize,
) -> Option<Spoken> {
    let one = read(articles, pages, words).find(|r| r.k == c.article)?;
    let s = one.article.extraction.statements.get(c.statement)?;
    let mut unit = unit(
        one.article,
        one.page,
        one.words,
        s,
        true,
        None,
        one.families,
    );
    // What stands in another clause turns nothing here.
    unit.pieces = vec![(c.from, c.to)];
    let cue = s.cue.as_ref().map(|q| tokens(one.page, q.start, q.end));
    let telt = Telt::new(
        Events::built_in(),
        one.page,
        one.words,
        one.families,
        (c.from, c.to),
        cue,
    );
    // What is told goes before what is reported; what is only named says nothing.
    let of = |telling: Telling| {
        let mut here = c.met.iter().filter(|m| m.event == event);
        here.find(|m| m.telling == telling)
    };
    let told = of(Telling::Told);
    let known = of(Telling::Known).filter(|_| told.is_none());
    let met = told.or(known).or_else(|| of(Telling::Reported))?;
    // "Asked him to resign", «رفض أن يستقيل»: nobody says that he did; who refused did not.
    let near = |to: usize| {
        to <= met.from
            && (met.from - to <= WANTED
                || met.from - to <= ASKED && telt.object(Events::built_in(), to, met.from))
    };
    let wanted = c.wanted.iter().rev().find(|w| near(w.0));
    // "Who refused to comment, was asked to resign": what is refused before is another thing.
    let refused = c
        .wanted
        .iter()
        .any(|w| w.1 && (near(w.0) || wanted.is_some() && w.0 > met.from));
    if wanted.is_some() && !refused {
        return None;
    }
    if refused && wanted.is_some() {
        return Some(Spoken {
            clause,
            held: Held {
                stance: Stance::Denies,
                ..Held::AFFIRMS
            },
            at: (met.from, met.to),
        });
    }
    let mut held = unit.held(met.from, met.to)?;
    // "Nobody has arrested him", "did not give his whereabouts": wherever it stands before the words in their clause.
    // "Belmari pilots had flown no sorties": of all words of the event.
    // "Not in custody" holds "custody".
    // "They signed, and no text of the deal was shown": a text of it is no event.
    let text = |m: &super::pack::Met| {
        let near = |w: &(usize, bool)| w.0 <= m.from && m.from - w.0 <= WANTED;
        m.from != met.from && c.wanted.iter().any(near)
    };
    // "Still in our hands, and none of them came out": said twice, not taken back.
    let same = |m: &&super::pack::Met| {
        m.event == event
            && m.not == met.not
            && !text(m)
            && (m.from == met.from || m.to <= met.from || met.to <= m.from)
    };
    if held == Held::AFFIRMS
        && (c
            .met
            .iter()
            .filter(same)
            .any(|m| negated(one.page, c.from, m.from))
            || not_done(one.page, met.to, c.to))
    {
        held.stance = Stance::Denies;
    }
    // "Has not regained consciousness since a stroke": what is negated is the event that stands nearer.
    if held.stance == Stance::Denies
        && !met.not
        && unit.turn.is_none()
        && c.met.iter().any(|o| {
            let events = &Events::built_in().all;
            // "None of the hostages had been freed": who they are is no other event.
            let whom = events[event].frees() && events[o.event].takes();
            o.event != event && !whom && o.to <= met.from && negated(one.page, c.from, o.from)
        })
    {
        held = Held::AFFIRMS;
    }
    let twice = |t: Turn| t == Turn::Deny && (unit.direct || held.stance == Stance::Denies);
    if let Some(turn) = unit.turn.filter(|t| !twice(*t)) {
        held = held.under(turn)?;
    }
    if met.not {
        held.stance = match held.stance {
            Stance::Affirms => Stance::Denies,
            Stance::Denies => Stance::Affirms,
            Stance::Doubts => Stance::Reports,
            other => other,
        };
    }
    // "Knew nothing of a resignation": who does not know cannot say; who knows says nothing of it.
    if known.is_some() && held.stance != Stance::CannotConfirm {
        return None;
    }
    if held.stance == Stance::Reports && telt.belied(Events::built_in(), met.to) {
        held.stance = Stance::Denies;
    }
    // What is passed on as a report is nobody's word for it, nor are words that nobody is behind.
    let nobody = s.source_kind == SourceKind::Unattributed;
    if (told.is_none() || nobody) && held.stance == Stance::Affirms {
        held.stance = Stance::Reports;
        held.hedged = false;
    }
    Some(Spoken {
        clause,
        held,
        at: (met.from, met.to),
    })
}

/// «أي توقيع لم يحصل», "the meeting did not take place": negated behind the words.
fn not_done(page: &Page, from: usize, to: usize) -> bool {
    const REACH: usize = 5;
    let done = |k: usize| {
        matches!(
            page.text(k),
            "يحصل"
                | "يحدث"
                | "يتم"
                | "يجر"
                | "يقع"
                | "تحصل"
                | "تحدث"
                | "تتم"
                | "happen"
                | "happened"
                | "take"
                | "taken"
                | "occur"
                | "occurred"
        )
    };
    (from..(from + REACH).min(to)).any(|k| {
        let no = page.turns(k, Turn::Negation) || matches!(page.text(k), "not" | "never");
        no && (k + 1..(k + 3).min(to)).any(done)
    })
}

/// Whether a word of negation stands before some words, in reach and with no other verb of saying between.
fn negated(page: &Page, from: usize, at: usize) -> bool {
    const REACH: usize = 8;
    // «ما زال محتجزا»: what lasts is not negated.
    let lasts = |k: usize| {
        matches!(
            page.text(k + 1),
            "زال" | "زالت" | "زالوا" | "يزال" | "تزال" | "يزالون" | "برح" | "انفك"
        )
    };
    // "Was not pushed but resigned": what is set against it is not negated.
    let rather = |k: &usize| matches!(page.text(*k), "but" | "rather" | "بل" | "وانما" | "انما");
    let from = at.saturating_sub(REACH).max(from);
    let from = (from..at).rev().find(rather).unwrap_or(from);
    (from..at).any(|k| {
        page.turns(k, Turn::Negation) && !lasts(k) && (page.text(k) != "عدم" || at - k <= WANTED)
            || matches!(
                page.text(k),
                "not" | "no" | "none" | "nobody" | "never" | "neither" | "nothing" | "without"
            )
            || page.text(k).ends_with("n't")
            || page.text(k).ends_with("n’t")
    })
}

/// Whether somebody says it and somebody else denies, doubts or cannot confirm it.
fn disputed(articles: &[Article], clauses: &[Clause], spoken: &[Spoken]) -> bool {
    let who = |s: &Spoken| {
        let c = &clauses[s.clause];
        articles[c.article].extraction.statements[c.statement]
            .source_name
            .as_deref()
            .map(sound)
    };
    let says = |s: &&Spoken| matches!(s.held.stance, Stance::Affirms | Stance::Reports);
    let (yes, no): (Vec<&Spoken>, Vec<&Spoken>) = spoken.iter().partition(says);
    no.iter()
        .any(|n| yes.iter().any(|y| who(y) != who(n) || who(n).is_none()))
}

/// How many by name say something of it.
fn voices(articles: &[Article], clauses: &[Clause], spoken: &[Spoken]) -> usize {
    let who: BTreeSet<String> = spoken
        .iter()
        .filter_map(|s| {
            let c = &clauses[s.clause];
            articles[c.article].extraction.statements[c.statement]
                .source_name
                .as_deref()
                .map(sound)
        })
        .collect();
    who.len()
}

/// What is asked: the proposition of the vocabulary that most of its statements were read as, else a matter of its own.
fn proposition(
    event: &Event,
    cluster: &Cluster,
    clauses: &[Clause],
    statements: &BTreeSet<(usize, Said)>,
    readings: &[Reading],
    articles: &[Article],
) -> Proposed {
    let names: BTreeSet<&str> = cluster
        .clauses
        .iter()
        .flat_map(|&n| clauses[n].names.keys().map(String::as_str))
        .collect();
    // "People were freed" beside a name: the name.
    let whose = |of: &Proposed| {
        of.roles.iter().flat_map(|(_, f)| f).any(|f| match f {
            Filler::Named(n) => sounds(&n.name).iter().any(|s| names.contains(s.as_str())),
            _ => false,
        })
    };
    // Where stories are many, what names somebody else is of another.
    let many = articles.len() > STORIES;
    let mut typed: BTreeMap<&Proposed, usize> = BTreeMap::new();
    for r in readings {
        if says(event, &r.of)
            && (!many || whose(&r.of))
            && !(cluster.together && of_nobody(&r.of))
            && statements.contains(&(r.article, r.said))
        {
            *typed.entry(&r.of).or_default() += 1;
        }
    }
    let best = typed
        .into_iter()
        .max_by_key(|(of, n)| (whose(of), *n, of.roles.len(), std::cmp::Reverse(*of)));
    if let Some((of, _)) = best {
        return of.clone();
    }
    matter(event, cluster, clauses, articles)
}

/// A question of its own, for which the vocabulary has no words.
fn matter(event: &Event, cluster: &Cluster, clauses: &[Clause], articles: &[Article]) -> Proposed {
    let first = cluster
        .clauses
        .first()
        .map_or("", |&n| articles[clauses[n].article].document);
    let shared: Vec<&str> = cluster.shared.iter().map(String::as_str).collect();
    let key = format!("{}|{}|{first}", event.id, shared.join("+"));
    Proposed {
        predicate: None,
        roles: vec![("matter".to_owned(), vec![Filler::Text(key)])],
        place: None,
        count: None,
        time: None,
    }
}

/// What was read in the words of one event is of one proposition: a frame that took "the post" or a part of a name for who
/// signed made another claim of it. What names somebody else, says more of it or is of another day stays what it is.
fn one(
    cluster: &Cluster,
    statements: &BTreeSet<(usize, Said)>,
    event: &Event,
    of: &Proposed,
    readings: &mut [Reading],
) {
    if of.predicate.is_none() {
        return;
    }
    let named = |f: &Filler| match f {
        Filler::Named(n) => Some((n.kind, sounds(&n.name))),
        _ => None,
    };
    let mut own: BTreeSet<String> = cluster.shared.clone();
    let fillers = of.roles.iter().flat_map(|(_, f)| f).filter_map(named);
    own.extend(fillers.flat_map(|(_, names)| names));
    let day = |of: &Proposed| of.time.as_ref().and_then(|t| t.0.parse::<Date>().ok());
    let mut moved: BTreeSet<Proposed> = BTreeSet::new();
    for r in readings.iter_mut() {
        let nobody = r.of.roles.iter().flat_map(|(_, f)| f).all(|f| match f {
            Filler::Named(n) => n.span.is_none(),
            _ => true,
        });
        if !says(event, &r.of)
            || r.of.predicate != of.predicate && !nobody
            || r.of == *of
            || r.of.count != of.count
            || !statements.contains(&(r.article, r.said))
        {
            continue;
        }
        let less = nobody && r.of.predicate != of.predicate
            || r.of.roles.iter().all(|(role, fillers)| {
                let parties = role == "parties" && cluster.central;
                let there = of.roles.iter().any(|(o, _)| o == role);
                // Who signs is told in many ways; who is held, or left, in one.
                (there || parties || role == "post")
                    && fillers
                        .iter()
                        .filter_map(named)
                        .all(|(_, names)| parties || names.iter().any(|n| own.contains(n)))
            });
        let near = match (day(&r.of), day(of)) {
            (Some(a), Some(b)) => a.since(b).is_ok_and(|d| d.get_days().abs() <= APART),
            _ => true,
        };
        if less && near {
            moved.insert(std::mem::replace(&mut r.of, of.clone()));
        }
    }
    // What answers one of these is of the same.
    for r in readings.iter_mut() {
        if moved.contains(&r.of) {
            r.of = of.clone();
        }
    }
}

/// "The release" that a frame met without anybody is of the people who are told by what they are.
fn nameless(
    pages: &[Option<Page>],
    clauses: &[Clause],
    spoken: &[Spoken],
    event: &Event,
    of: &Proposed,
    readings: &mut [Reading],
) {
    for c in spoken.iter().map(|s| &clauses[s.clause]) {
        let said = Said::Statement(c.statement);
        let here = |r: &&mut Reading| {
            r.article == c.article && r.said == said && says(event, &r.of) && of_nobody(&r.of)
        };
        for r in readings.iter_mut().filter(here) {
            r.of = of.clone();
            // The words of the event, and their clause.
            if let ([words], Some(Some(page))) = (&r.part[..], pages.get(c.article)) {
                r.part = vec![*words, page.span(c.from, c.to)];
            }
        }
    }
}

/// A frame met words of it, and nobody whom it befell.
fn of_nobody(of: &Proposed) -> bool {
    of.roles.is_empty()
}

/// The consonants of each word of a name.
fn sounds(name: &str) -> BTreeSet<String> {
    name.split([' ', '-'])
        .map(sound)
        .filter(|s| s.chars().count() > 1)
        .collect()
}

fn says(event: &Event, of: &Proposed) -> bool {
    of.predicate
        .as_ref()
        .is_some_and(|p| event.predicates.contains(p))
}

/// The reading that a clause gives, where its statement has none of the event and none of the same words.
fn reading(
    pages: &[Option<Page>],
    c: &Clause,
    s: &Spoken,
    event: &Event,
    of: &Proposed,
    readings: &[Reading],
) -> Option<Reading> {
    let page = pages.get(c.article)?.as_ref()?;
    let said = Said::Statement(c.statement);
    let span = page.span(c.from, c.to);
    let words = page.span(s.at.0, s.at.1);
    for r in readings
        .iter()
        .filter(|r| r.article == c.article && r.said == said)
        // Who accuses somebody of it says it.
        .filter(|r| r.of.predicate.as_deref().is_some_and(|p| p != "accused"))
    {
        // What was read in these very words stands; what was read beside them does not speak of the event.
        let here = r.part.is_empty() && !r.rule.starts_with("question-")
            || !r.rule.starts_with("question-")
                && r.part
                    .iter()
                    .any(|p| p.start < words.end && words.start < p.end);
        if r.of == *of || says(event, &r.of) || here {
            return None;
        }
    }
    let names: Vec<&str> = c.names.keys().map(String::as_str).collect();
    let by_name = if c.focus || !names.is_empty() {
        0.5
    } else {
        0.4
    };
    Some(Reading {
        article: c.article,
        said,
        of: of.clone(),
        stance: s.held.stance,
        hedged: s.held.hedged,
        unclear: false,
        part: vec![page.span(s.at.0, s.at.1), span],
        rule: format!("question-of-an-event ({})", event.id),
        score: by_name,
    })
}
