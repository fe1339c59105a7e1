//! `view claims` as a picture: questions, what each entails and excludes, and who bears on them.

use super::super::diagram::{Colour, Diagram, Edge, Head, KeyEntry, Node, Stroke};
use super::book::Book;
use crate::view::{ClaimView, ClaimsView, TallyView, labels};
use std::collections::{BTreeMap, BTreeSet};

/// Draws the claims of `view` that are linked with another of them, or that statements disagree on; those that stand alone and
/// undisputed are counted at the foot, unless there is nothing else to draw.
pub fn claims(view: &ClaimsView, book: &Book<'_>) -> Diagram {
    let e = book.edition;
    let mut d = Diagram {
        id: format!("claims-{}", e.tag()),
        ..Diagram::default()
    };
    let here: BTreeMap<&str, usize> = view
        .claims
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id.as_str(), i))
        .collect();
    let mut entails: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
    let mut excludes: BTreeMap<(usize, usize), (bool, BTreeSet<&str>)> = BTreeMap::new();
    for (i, claim) in view.claims.iter().enumerate() {
        for link in &claim.entails {
            if let Some(&j) = here.get(link.claim.as_str()).filter(|j| **j != i) {
                entails.entry((i, j)).or_default().insert(&link.rule);
            }
        }
        for link in &claim.excludes {
            if let Some(&j) = here.get(link.claim.as_str()).filter(|j| **j != i) {
                let pair = excludes.entry((i.min(j), i.max(j))).or_default();
                pair.0 |= link.certain.unwrap_or(true);
                pair.1.insert(&link.rule);
            }
        }
    }
    let mut drawn: BTreeSet<usize> = entails
        .keys()
        .chain(excludes.keys())
        .flat_map(|(a, b)| [*a, *b])
        .collect();
    drawn.extend((0..view.claims.len()).filter(|i| disputed(&view.claims[*i])));
    if drawn.is_empty() {
        drawn.extend(0..view.claims.len());
    }
    d.nodes
        .extend(drawn.iter().map(|i| node(&view.claims[*i], book)));
    let id = |i: usize| format!("claim-{}", view.claims[i].id);
    let rules = |rules: &BTreeSet<&str>| rules.iter().copied().collect::<Vec<_>>().join(" · ");
    for ((i, j), why) in &entails {
        d.edges.push(Edge {
            from: id(*i),
            to: id(*j),
            head: Head::Arrow,
            tooltip: rules(why),
            ..Edge::default()
        });
    }
    for ((i, j), (certain, why)) in &excludes {
        d.edges.push(Edge {
            from: id(*i),
            to: id(*j),
            stroke: if *certain {
                Stroke::Solid
            } else {
                Stroke::Dashed
            },
            head: Head::Bar,
            colour: Colour::Denies,
            tooltip: rules(why),
            ..Edge::default()
        });
    }
    super::shelves::shelve(&mut d);
    key(&mut d, book);
    let left = view.claims.len() - drawn.len();
    if left > 0 {
        d.foot.push(e.small(match e {
            super::Edition::En => {
                format!("Not drawn: {left} questions that are linked with none of these and that nobody in these texts contradicts.")
            }
            super::Edition::Ar => {
                format!("لم تُرسم مسائل لا صلة لها بهذه ولا يخالفها أحد في هذه النصوص، وعددها {left}.")
            }
        }));
    }
    book.frame(
        &mut d,
        e.say(
            "What is in question, what follows from what, and what cannot both hold",
            "المسائل، وما يلزم عن ماذا، وما لا يجتمع",
        ),
    );
    d
}

/// Statements stand on both sides of it.
fn disputed(claim: &ClaimView) -> bool {
    let against = claim.denies.statements.len() + claim.doubts.len();
    let with = claim.affirms.statements.len() + claim.reports.len();
    against > 0 && with > 0
}

/// A question's box, with who bears on it.
pub(super) fn node(claim: &ClaimView, book: &Book<'_>) -> Node {
    let e = book.edition;
    let words = claim.question.as_ref().unwrap_or(&claim.gist);
    let mut lines = vec![e.titled(words, &claim.id)];
    let who = |label: &str, tally: &TallyView| {
        let origins = &tally.origins;
        let mut names: Vec<String> = origins
            .named
            .iter()
            .chain(&origins.undisclosed)
            .chain(&origins.own_voice)
            .map(|id| book.source_name(id))
            .collect();
        if origins.unknown > 0 {
            names.push(e.unknown().into());
        }
        let more = names.len().saturating_sub(2);
        if more > 1 {
            names.truncate(2);
            names.push(format!("+{more}"));
        }
        (!tally.statements.is_empty()).then(|| e.small(format!("{label}: {}", e.list(&names))))
    };
    lines.extend(who(e.say("says so", "يقول بوقوعه"), &claim.affirms));
    lines.extend(who(e.say("denies", "ينفي"), &claim.denies));
    let unsourced = claim.unsourced().len();
    for (label, n) in [
        (e.say("unsourced report", "أنباء متداولة"), unsourced),
        (
            e.say("reports", "ينقل دون جزم"),
            claim.passed_on().len().saturating_sub(unsourced),
        ),
        (e.of(labels::WITHIN_DENIALS), claim.within_denials.len()),
        (e.say("doubts", "يشكّك"), claim.doubts.len()),
        (
            e.say("cannot confirm", "لا يستطيع التأكيد"),
            claim.cannot_confirm.len(),
        ),
    ] {
        if n > 0 {
            lines.push(e.small(format!("{label}: {n}")));
        }
    }
    if claim.draft {
        lines.push(e.small(e.unreviewed()));
    }
    let (yes, no) = (
        claim.affirms.statements.is_empty(),
        claim.denies.statements.is_empty(),
    );
    Node {
        id: format!("claim-{}", claim.id),
        lines,
        draft: claim.draft,
        outline: if yes && no {
            Stroke::Dashed
        } else {
            Stroke::Solid
        },
        colour: match (yes, no) {
            (false, true) => Colour::Affirms,
            (true, false) => Colour::Denies,
            (true, true) => Colour::Reports,
            (false, false) => Colour::Neutral,
        },
        tooltip: format!("{} · {}", Book::every(&claim.gist), claim.id),
        href: Some(format!("#claim-{}", claim.id)),
        ..Node::default()
    }
}

fn key(d: &mut Diagram, book: &Book<'_>) {
    let e = book.edition;
    let all = [
        (
            Stroke::Solid,
            Head::Arrow,
            Colour::Neutral,
            e.say("from this follows that", "يلزم عنه"),
        ),
        (
            Stroke::Solid,
            Head::Bar,
            Colour::Denies,
            e.say("cannot both hold", "لا يجتمعان"),
        ),
        (
            Stroke::Dashed,
            Head::Bar,
            Colour::Denies,
            e.say("perhaps cannot both hold", "لعلهما لا يجتمعان"),
        ),
    ];
    for (stroke, head, colour, words) in all {
        if d.edges
            .iter()
            .any(|edge| edge.stroke == stroke && edge.head == head)
        {
            d.key.push(KeyEntry {
                stroke,
                head,
                crossed_out: false,
                colour,
                label: e.small(words),
            });
        }
    }
}
