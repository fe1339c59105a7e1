//! What stands around the boxes: the question, the answer in a sentence or two, the bar, the key and the foot.
//! It is all in one file because title, header, sentences and foot tell of the same figures in the same words.

use super::super::super::diagram::{Colour, Diagram, Head, KeyEntry, Line, Row, Slot, Stroke};
use super::super::book::Book;
use super::super::edition::{Edition, OUTLETS, STATEMENTS as COUNTED};
use super::compose::{STANDS, Stand, Told};
use super::network::{Network, STATEMENTS};
use super::nodes::is_draft;
use crate::view::{ClaimView, Commitment, OriginKind, TallyView, Tongue, Words, labels};
use std::collections::BTreeSet;

pub(super) fn around(
    d: &mut Diagram,
    claim: &ClaimView,
    told: &[Told<'_>],
    net: &Network,
    book: &Book<'_>,
) {
    let e = book.edition;
    let draft = claim.draft || d.nodes.iter().any(|n| n.draft);
    d.title = titles(claim, draft, e);
    for stand in STANDS {
        let of_stand = told
            .iter()
            .any(|t| t.stands.iter().any(|s| s.stand == stand));
        let slot = match stand {
            Stand::Affirms => Some(committed(stand, claim, &claim.affirms, book)),
            Stand::Denies => Some(committed(stand, claim, &claim.denies, book)),
            _ if of_stand => Some(uncommitted(stand, claim, told, e)),
            _ => None,
        };
        d.header.extend(slot.map(|lines| Slot {
            id: stand.slot().into(),
            lines,
            colour: stand.colour(),
            ..Slot::default()
        }));
    }
    d.subtitle = sentences(claim, told, book)
        .into_iter()
        .map(|s| Line::small(s, e.tag()))
        .collect();
    d.rows = rows(net, book);
    d.key = key(d, net, e);
    d.foot = foot(claim, told, book)
        .into_iter()
        .map(|s| e.small(s))
        .collect();
}

/// What stands around chains that are drawn without a question.
pub(super) fn around_chains(d: &mut Diagram, net: &Network, book: &Book<'_>) {
    let e = book.edition;
    book.frame(
        d,
        e.say("Through whom each statement came", "عبر من وصل كل قول"),
    );
    d.rows = rows(net, book);
    d.key = key(d, net, e);
}

/// The question in both languages, the edition's own first; else the gist.
fn titles(claim: &ClaimView, draft: bool, e: Edition) -> Vec<Line> {
    let words: &Words = claim.question.as_ref().unwrap_or(&claim.gist);
    let other = match e {
        Edition::En => Edition::Ar,
        Edition::Ar => Edition::En,
    };
    let mut all = Vec::new();
    for edition in [e, other] {
        let tag = edition.tag();
        if let Some(text) = words.in_language(tag) {
            let mark = edition.say(" (not all reviewed)", " (لم يُراجَع كله)");
            let mark = if draft { mark } else { "" };
            all.push(Line::title(format!("{text}{mark}"), tag));
        }
    }
    if all.is_empty() {
        all.push(e.titled(words, &claim.id));
        if draft {
            all.push(e.title(e.say("not all reviewed", "لم يُراجَع كله")));
        }
    }
    all
}

/// How many origins a tally has that one could name or point at.
fn identifiable(tally: &TallyView) -> usize {
    tally.origins.named.len() + tally.origins.undisclosed.len() + tally.origins.own_voice.len()
}

/// How many voices, within what bounds.
fn how_many(tally: &TallyView, e: Edition) -> String {
    e.tongue()
        .origins(tally.origins.at_least, tally.origins.at_most)
}

fn verb(stand: Stand, e: Edition) -> &'static str {
    e.of(labels::stance(stand.stance()))
}

/// "no source given" where something is said without one, else "nobody".
fn nobody(tally: &TallyView, e: Edition) -> &'static str {
    if tally.origins.unknown > 0 {
        e.say("no source given", "لا مصدر مذكور")
    } else {
        e.say("nobody", "لا أحد")
    }
}

/// "in these 5 texts": absence is said of the case.
fn in_these(book: &Book<'_>) -> String {
    let e = book.edition;
    match (e, book.overview.documents.len()) {
        (Edition::En, 1) => "in this text".into(),
        (Edition::En, n) => format!("in these {n} texts"),
        (Edition::Ar, 1) => "في هذا النص".into(),
        (Edition::Ar, 2) => "في هذين النصين".into(),
        (Edition::Ar, n) => format!("في هذه النصوص ({n})"),
    }
}

/// Sources that are heard.
const HEARD: crate::view::Noun = (
    ["source", "sources"],
    ["مصدر واحد", "مصدران", "مصادر", "مصدرًا"],
);

/// The compartment of those who commit.
fn committed(stand: Stand, claim: &ClaimView, tally: &TallyView, book: &Book<'_>) -> Vec<Line> {
    let e = book.edition;
    let origins = identifiable(tally);
    let head = if origins == 0 {
        nobody(tally, e).to_owned()
    } else {
        let many = how_many(tally, e);
        match claim.rests_on_reading(tally) {
            true => e.tongue().if_read_so(&many),
            false => many,
        }
    };
    let mut lines = vec![e.title(format!("{}: {head}", verb(stand, e)))];
    let all = tally.statements.len() + tally.entailed.len();
    if all == 0 {
        lines.push(e.small(in_these(book)));
    } else {
        let mut parts = vec![
            e.count(all, &COUNTED),
            e.count(tally.outlets.len(), &OUTLETS),
        ];
        if tally.origins.unknown > 0 {
            parts.push(format!(
                "{}: {}",
                e.say("of unknown origin", "مجهول المصدر"),
                tally.origins.unknown
            ));
        }
        lines.push(e.small(parts.join(" · ")));
        for (list, words) in [
            (
                &tally.entailed,
                e.say("of these, through another question", "منها عبر مسألة أخرى"),
            ),
            (&tally.hedged, e.say("as likely only", "ترجيحًا")),
            (
                &tally.unclear,
                e.say(
                    "unclear whether this is meant",
                    "قد لا يكون الكلام في هذه المسألة",
                ),
            ),
        ] {
            if !list.is_empty() {
                lines.push(e.small(format!("{words}: {}", list.len())));
            }
        }
    }
    if !tally.taken_back.is_empty() {
        let words = e.say("taken back, not counted", "تُراجع عنه ولا يُحسب");
        lines.push(e.small(format!("{words}: {}", tally.taken_back.len())));
    }
    lines
}

/// The compartment of those who do not.
fn uncommitted(stand: Stand, claim: &ClaimView, told: &[Told<'_>], e: Edition) -> Vec<Line> {
    let all: Vec<&Told<'_>> = told
        .iter()
        .filter(|t| t.stands.iter().any(|s| s.stand == stand))
        .collect();
    // What stands only within a denial is nobody's report.
    let (within, here): (Vec<&Told<'_>>, Vec<&Told<'_>>) = all
        .into_iter()
        .partition(|t| stand == Stand::Reports && claim.within_denials.contains(&t.statement.id));
    let unsourced = here
        .iter()
        .filter(|t| t.statement.origin == OriginKind::Unknown)
        .count();
    if here.is_empty() {
        return vec![
            e.title(e.of(labels::WITHIN_DENIALS)),
            e.small(e.count(within.len(), &COUNTED)),
        ];
    }
    let besides = (!within.is_empty()).then(|| {
        let words = e.say("besides, within denials", "وإلى جانبه ضمن النفي");
        e.small(format!("{words}: {}", within.len()))
    });
    if stand == Stand::Reports && unsourced == here.len() {
        let mut lines = vec![
            e.title(e.say("unsourced report", "أنباء متداولة")),
            e.small(e.count(unsourced, &COUNTED)),
        ];
        lines.extend(besides);
        return lines;
    }
    let mut lines = vec![
        e.title(verb(stand, e)),
        e.small(e.count(here.len(), &COUNTED)),
    ];
    lines.extend(besides);
    if stand == Stand::Reports && unsourced > 0 {
        lines.push(e.small(format!(
            "{}: {unsourced}",
            e.say("unsourced report", "أنباء متداولة")
        )));
    }
    lines
}

/// The answer in full sentences, one a line.
fn sentences(claim: &ClaimView, told: &[Told<'_>], book: &Book<'_>) -> Vec<String> {
    let e = book.edition;
    let mut all = vec![
        sentence(Stand::Affirms, claim, &claim.affirms, book),
        sentence(Stand::Denies, claim, &claim.denies, book),
    ];
    let unsourced = told
        .iter()
        .filter(|t| t.statement.origin == OriginKind::Unknown)
        .filter(|t| t.stands.iter().any(|s| s.stand == Stand::Reports))
        .filter(|t| !claim.within_denials.contains(&t.statement.id))
        .count();
    if !claim.within_denials.is_empty() {
        all.push(format!(
            "{}: {}.",
            e.say("Mentioned only within denials", "لا يرد ذكره إلا ضمن نفيه"),
            e.count(claim.within_denials.len(), &COUNTED)
        ));
    }
    if unsourced > 0 {
        all.push(format!(
            "{}: {}.",
            e.say("Unsourced report", "أنباء متداولة"),
            e.count(unsourced, &COUNTED)
        ));
    }
    all
}

fn sentence(stand: Stand, claim: &ClaimView, tally: &TallyView, book: &Book<'_>) -> String {
    let e = book.edition;
    // Nobody is told to deny what only does not go with words on another question, or may be of another matter.
    let label = claim.label(stand.stance());
    let head = match stand {
        _ if label != labels::stance(stand.stance()) => Tongue::capital(e.of(label)),
        Stand::Denies => e.say("Denies", "ينفي").to_owned(),
        _ => e.say("Says so", "يقول بوقوعه").to_owned(),
    };
    let origins = &tally.origins;
    let count = identifiable(tally);
    if count == 0 {
        return format!(
            "{head}: {}{}{}.",
            nobody(tally, e),
            e.say(", ", " "),
            in_these(book)
        );
    }
    let names = |ids: &[String]| -> String {
        let mut names: Vec<String> = ids.iter().map(|id| book.source_name(id)).collect();
        let more = names.len().saturating_sub(3);
        if more > 1 {
            names.truncate(3);
            names.push(match e {
                Edition::En => format!("{more} more"),
                Edition::Ar => format!("و{more} غيرها"),
            });
        }
        e.list(&names)
    };
    let mut speakers = Vec::new();
    if !origins.named.is_empty() {
        speakers.push(names(&origins.named));
    }
    if !origins.undisclosed.is_empty() {
        speakers.push(match (e, origins.undisclosed.len()) {
            (Edition::En, 1) => "one ‹undisclosed› source".into(),
            (Edition::En, n) => format!("{n} ‹undisclosed› sources"),
            (Edition::Ar, 1) => "مصدر واحد ‹محجوب الاسم›".into(),
            (Edition::Ar, n) => format!(
                "{} {}",
                e.count(n, &HEARD),
                e.of(labels::SEVERAL_UNDISCLOSED)
            ),
        });
    }
    let mut parts = Vec::new();
    if !speakers.is_empty() {
        let sides = sides(tally, book).map_or_else(String::new, |sides| format!(" ({sides})"));
        parts.push(format!("{}{sides}", e.list(&speakers)));
    }
    if !origins.own_voice.is_empty() {
        let own = e.say("in its own voice", "بصوتها");
        parts.push(format!("{} {own}", names(&origins.own_voice)));
    }
    if origins.unknown > 0 {
        parts.push(e.unknown().to_owned());
    }
    let mut text = format!("{head}: {}", e.long_list(&parts));
    text.push_str(e.say("; ", "؛ "));
    match tally.outlets.as_slice() {
        [one] => {
            let name = book.source_name(one);
            let all = match (e, count) {
                (_, 1) => "",
                (Edition::En, 2) => "both ",
                (Edition::En, _) => "all ",
                (Edition::Ar, 2) => "كلاهما ",
                (Edition::Ar, _) => "كلها ",
            };
            // A text that others have too counts under one outlet, through which not all chains run.
            let several = tally.statements.len() + tally.entailed.len() > 1;
            let mut shared = tally.shared_sources.iter();
            let through = if several && !shared.any(|s| s.every_chain && s.source == *one) {
                e.say(
                    "through what counts as one outlet:",
                    "عبر ما يُعدّ جهة ناشرة واحدة:",
                )
            } else {
                e.say("through one outlet:", "عبر جهة ناشرة واحدة:")
            };
            text.push_str(&format!("{all}{through} {name}"));
        }
        outlets => {
            // After a preposition the dual has another form.
            let outlets = match (e, outlets.len()) {
                (Edition::Ar, 2) => "جهتين ناشرتين".to_owned(),
                (_, n) => e.count(n, &OUTLETS),
            };
            text.push_str(&format!("{} {outlets}", e.say("through", "عبر")));
        }
    }
    if claim.rests_on_reading(tally) {
        text = e.tongue().if_read_so(&text);
    }
    text.push('.');
    text
}

/// The sides of the origins: "all of one side (Islamic State)", or which, and how many have none.
fn sides(tally: &TallyView, book: &Book<'_>) -> Option<String> {
    let e = book.edition;
    let speakers: Vec<&String> = tally
        .origins
        .named
        .iter()
        .chain(&tally.origins.undisclosed)
        .collect();
    if speakers.is_empty() {
        return None;
    }
    let of: Vec<Vec<&str>> = speakers.iter().map(|id| book.sides_of(id)).collect();
    let none = of.iter().filter(|s| s.is_empty()).count();
    let mut all: Vec<&str> = of
        .iter()
        .flatten()
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    all.sort_unstable();
    let names: Vec<String> = all.iter().map(|s| book.side_name(s)).collect();
    if names.is_empty() {
        return Some(e.say("no side entered", "لم تُدخَل جهة").into());
    }
    let mut text = match (names.as_slice(), none, speakers.len()) {
        ([one], 0, 1) => format!("{} {one}", e.say("side:", "الجهة:")),
        ([one], 0, 2) => format!(
            "{} {one}",
            e.say("both of one side:", "كلاهما من جهة واحدة:")
        ),
        ([one], 0, _) => format!("{} {one}", e.say("all of one side:", "كلها من جهة واحدة:")),
        _ => format!("{} {}", e.say("sides:", "الجهات:"), e.list(&names)),
    };
    if none > 0 {
        text.push_str(&format!(
            " ({}: {none})",
            e.say("no side entered", "بلا جهة")
        ));
    }
    Some(text)
}

fn rows(net: &Network, book: &Book<'_>) -> Vec<Row> {
    let e = book.edition;
    if net.places.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![Row {
        rank: STATEMENTS,
        label: e.small(e.say("statements", "الأقوال")),
    }];
    let ranks: BTreeSet<i32> = net.places.iter().map(|p| p.rank).collect();
    for rank in ranks {
        let here: Vec<_> = net.places.iter().filter(|p| p.rank == rank).collect();
        let publishes = here.iter().any(|p| p.publishes);
        let relays = here.iter().any(|p| !p.publishes && !p.begins);
        let origins = here.iter().any(|p| !p.publishes && p.begins);
        let denied = |p: usize| {
            let mut ways = net.ways.iter().filter(|w| w.earlier == p);
            ways.any(|w| w.commitment == Commitment::Denies)
        };
        let heard = (0..net.places.len()).any(|p| net.places[p].rank == rank && !denied(p));
        let words = if rank > net.origins && heard {
            e.say("whom these pass on", "من نقل هؤلاء عنهم")
        } else if rank > net.origins {
            e.say("beyond them", "ما وراءها")
        } else if rank == net.origins && origins {
            e.say("origins", "المصادر الأصلية")
        } else if publishes && relays {
            e.say("outlets, and who passed it on", "جهات ناشرة وناقلون")
        } else if publishes && rank > STATEMENTS + 1 {
            e.say("outlets that others drew on", "جهات ناشرة نقل عنها غيرها")
        } else if publishes {
            e.say("outlets", "الجهات الناشرة")
        } else {
            e.say("passed on by", "نقله")
        };
        rows.push(Row {
            rank,
            label: e.small(words),
        });
    }
    rows
}

/// Only the signs that the picture has.
fn key(d: &Diagram, net: &Network, e: Edition) -> Vec<KeyEntry> {
    let mut all: Vec<KeyEntry> = STANDS
        .iter()
        .filter(|stand| {
            d.edges
                .iter()
                .any(|edge| edge.to == stand.slot() && edge.colour != Colour::Muted)
        })
        .map(|stand| KeyEntry {
            stroke: stand.stroke(),
            head: stand.head(),
            crossed_out: false,
            colour: stand.colour(),
            label: e.small(verb(*stand, e)),
        })
        .collect();
    if net.ways.iter().any(|w| w.commitment == Commitment::Denies) {
        all.push(KeyEntry {
            stroke: Stroke::Dashed,
            head: Head::None,
            crossed_out: true,
            colour: Colour::Reports,
            label: e.small(e.say("passed on only to be denied", "نُقل ليُنفى فقط")),
        });
    }
    if d.edges.iter().any(|edge| edge.colour == Colour::Muted) {
        all.push(KeyEntry {
            stroke: Stroke::Dotted,
            head: Head::None,
            crossed_out: false,
            colour: Colour::Muted,
            label: e.small(e.say("taken back, not counted", "تُراجع عنه ولا يُحسب")),
        });
    }
    all
}

fn foot(claim: &ClaimView, told: &[Told<'_>], book: &Book<'_>) -> Vec<String> {
    let e = book.edition;
    let mut lines = Vec::new();
    if !claim.not_heard_from.is_empty() {
        let who: Vec<String> = claim.not_heard_from.iter().map(|w| e.text(w)).collect();
        lines.push(format!(
            "{}: {}.",
            e.say("Not in this case", "ليس في هذا الملف"),
            e.long_list(&who)
        ));
    }
    if let Some(judgement) = &claim.judgement {
        let answer = e.of(labels::answer(judgement.ruling));
        lines.push(format!(
            "{}: {answer} ({}{}{}).{}",
            e.say("Editorial decision", "قرار تحريري"),
            judgement.by,
            e.say(", ", "، "),
            crate::view::minute(&judgement.at, e.tongue()),
            match judgement.dissents.len() {
                0 => String::new(),
                n => format!(" {}: {n}.", e.say("Dissents", "آراء مخالفة")),
            }
        ));
    }
    let mut last = book.texts();
    let drafts = told.iter().filter(|t| is_draft(t.statement, book)).count();
    let words = match (e, drafts, told.len()) {
        (_, _, 0) => String::new(),
        (Edition::En, 0, _) => " All statements shown are reviewed.".into(),
        (Edition::Ar, 0, _) => " الأقوال المعروضة كلها مراجَعة.".into(),
        (Edition::En, n, all) => {
            format!(
                " Of the {} shown, {n} not reviewed (hatched).",
                e.count(all, &COUNTED)
            )
        }
        (Edition::Ar, n, all) => {
            format!(" لم يُراجَع (مظلَّل) {n} من أصل {all} من الأقوال المعروضة.")
        }
    };
    last.push_str(&words);
    last.push_str(&format!(" {}", book.method()));
    lines.push(last);
    lines
}
