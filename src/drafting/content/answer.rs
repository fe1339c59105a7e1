//! What answers what: a denial of "these reports", and word that a man is alive whose death was reported.

use super::lexicon::{Turn, sort};
use super::page::Page;
use super::read::{CueTurn, cue_turn, same_claim};
use crate::drafting::{Article, Filler, Proposed, Reading, Said};
use crate::model::Stance;
use crate::text::Span;

/// Statements that answer what stands before them: "denied the reports", «نفى ذلك», «هذه الأنباء غير صحيحة».
pub(super) fn answers(
    page: &Page,
    article: &Article,
    index: usize,
    out: &mut Vec<Reading>,
    from: usize,
) {
    let mut found: Vec<Reading> = Vec::new();
    for (i, s) in article.extraction.statements.iter().enumerate() {
        let own = |r: &Reading| r.said == Said::Statement(i);
        if out[from..].iter().any(own) {
            continue;
        }
        let (Some(first), Some(last)) = (s.content.first(), s.content.last()) else {
            continue;
        };
        let (a, b) = page.tokens_in(Span::new(first.start as usize, last.end as usize));
        let points = (a..b.min(a + 8)).any(|k| page.is(k, sort::ANSWER));
        // «هذه الأنباء», "these reports"; or nothing but the noun. More words mean a report of their own.
        let shown = (a..b.min(a + 4)).any(|k| {
            matches!(
                page.bare(k),
                "هذه" | "هذا" | "تلك" | "ذلك" | "these" | "this" | "those" | "that"
            )
        });
        let accusation =
            (a..b).any(|k| page.text(k).contains("اتهام") || page.text(k).contains("accusation"));
        let named = !page.arabic() && definite(page, a, b);
        let wide = match (named, shown) {
            (true, _) => 26,
            (_, true) => 16,
            _ => 4,
        };
        if !(points || named) || b - a > wide || accusation {
            continue;
        }
        let word = |k: usize| page.text(k);
        let judged = (a..b).find_map(|k| {
            page.pack
                .after_at(k, &word, page.bare(k))
                .or_else(|| page.pack.turn_at(k, &word, page.bare(k)))
                .map(|(turn, _)| turn)
                .filter(|t| matches!(t, Turn::Deny | Turn::CannotConfirm | Turn::Doubt))
        });
        let stance = match (cue_turn(page, s), judged) {
            (CueTurn::Turn(Turn::Deny), _) | (_, Some(Turn::Deny)) => Stance::Denies,
            (CueTurn::Turn(Turn::Doubt), _) | (_, Some(Turn::Doubt)) => Stance::Doubts,
            (CueTurn::Turn(Turn::CannotConfirm), _) | (_, Some(Turn::CannotConfirm)) => {
                Stance::CannotConfirm
            }
            _ if s.act == crate::model::Act::Confirm && b - a <= 8 => Stance::Affirms,
            _ => continue,
        };
        // The nearest saying before it that says something of a proposition.
        let begins = s
            .cue
            .as_ref()
            .map_or(first.start, |c| c.start.min(first.start)) as usize;
        // "The reports", far from them, are those of the one death that the article reports.
        let deaths: std::collections::BTreeSet<&str> = out[from..]
            .iter()
            .filter(|r| is_death(&r.of))
            .filter_map(|r| person(&r.of))
            .collect();
        let far = named && deaths.len() == 1;
        let earlier = |r: &&Reading| {
            r.of.predicate.is_some()
                && r.part
                    .iter()
                    .any(|p| p.end <= begins && (begins - p.end < 400 || far && is_death(&r.of)))
        };
        let nearest = out[from..]
            .iter()
            .filter(earlier)
            .map(|r| r.part.iter().map(|p| p.start).max().unwrap_or(0))
            .max();
        let Some(nearest) = nearest else { continue };
        let said = out[from..]
            .iter()
            .filter(earlier)
            .filter(|r| r.part.iter().any(|p| p.start == nearest))
            .map(|r| r.said)
            .next_back();
        let mut of: Vec<&Proposed> = Vec::new();
        for r in out[from..]
            .iter()
            .filter(earlier)
            .filter(|r| Some(r.said) == said)
        {
            if !of.iter().any(|o| same_claim(o, &r.of)) {
                of.push(&r.of);
            }
        }
        let rank = |p: &Proposed| match p.predicate.as_deref() {
            Some("killed") => 0,
            Some("died" | "status") => 1,
            _ => 2,
        };
        of.sort_by_key(|p| (rank(p), p.roles.len()));
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

fn is_death(p: &Proposed) -> bool {
    match p.predicate.as_deref() {
        Some("killed" | "died") => true,
        Some("status") => p
            .roles
            .iter()
            .any(|(_, f)| f.contains(&Filler::Value("dead".to_owned()))),
        _ => false,
    }
}

/// Whether an English content points at what was said before it: "the reports", "the Russian account", "confirm it", "what
/// they were saying"; not "the reports that the town fell", which say of what.
fn definite(page: &Page, a: usize, b: usize) -> bool {
    let determined = |k: usize| {
        (k.saturating_sub(3).max(a)..k).rev().any(|n| {
            matches!(
                page.text(n),
                "the"
                    | "these"
                    | "those"
                    | "this"
                    | "that"
                    | "such"
                    | "any"
                    | "their"
                    | "his"
                    | "its"
            )
        })
    };
    (a..b.min(a + 20)).any(|k| {
        let pronoun = matches!(page.text(k), "it" | "this" | "that");
        if pronoun {
            return k > a
                && k + 1 == b
                && (page.turns(k - 1, Turn::Confirm) || page.turns(k - 1, Turn::Deny))
                || k > a && page.text(k - 1) == "believe";
        }
        if page.text(k) == "what" {
            return (k + 1..b).any(|n| matches!(page.text(n), "saying" | "said" | "claimed"));
        }
        let says_what = matches!(page.text(k + 1), "that" | "of") && k + 1 < b
            || page.text(k + 1) == "about" && !(k + 2..b).any(|n| page.is(n, sort::TITLE));
        page.is(k, sort::ANSWER)
            && !matches!(page.text(k), "these" | "those" | "talk")
            && determined(k)
            && !says_what
    })
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

fn person(p: &Proposed) -> Option<&str> {
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
