//! The undisputed questions, none shown to have more than one origin, on paper: a row each, with everything that
//! is said.
//!
//! On the screen each has a section with its picture and figures, which say of one statement the same
//! again in nine ways. Nobody files three hundred pages of that: printed, they are rows of one table,
//! each with every statement, who says it, its words where the text is at hand, its chain and its place.

use maud::{Markup, html};

use super::cautions;
use super::front;
use super::matter::Matter;
use super::packing::packed;
use super::parts::{self, own, pair, say};
use super::statement;
use super::words::{self, Pair};
use crate::view::{ClaimView, StatementView};

/// The heading, on paper and in the twin.
pub(super) const HEADING: Pair = (
    "Undisputed questions, none shown to have more than one origin",
    "مسائل لا خلاف فيها، لم يثبت لأي منها أكثر من مصدر أصلي واحد",
);

/// What these are, and what is left out.
pub(super) const ABOUT: Pair = (
    "Nobody in these texts denies or doubts any of these. Each stands here with every statement on it, its words where the text is at hand, its chain and its place. Their pictures and tables of figures, which say the same again, are on the page on a screen.",
    "لا أحد في هذه النصوص ينفي شيئًا من هذه أو يشكّك فيه. وتُعرض كل مسألة مع جميع الأقوال فيها، ولكل قول كلامه حيث يحضر النص، وسلسلته وموضعه. أما رسومها وجداول أرقامها، وهي تعيد الشيء نفسه، ففي الصفحة على الشاشة.",
);

/// The same, in the twin.
pub(super) const ABOUT_TWIN: Pair = (
    "Nobody in these texts denies or doubts any of these. Each stands here with every statement on it; what stands in full with an earlier question is named only.",
    "لا أحد في هذه النصوص ينفي شيئًا من هذه أو يشكّك فيه. وتُعرض كل مسألة مع جميع الأقوال فيها، وما سبق عرضه كاملًا يُكتفى بذكره.",
);

/// The table; nothing where there is no such question.
pub(super) fn table(matter: &Matter<'_>) -> Markup {
    let all: Vec<&ClaimView> = matter.plain_claims().collect();
    if all.is_empty() {
        return html! {};
    }
    let body = html! {
        h2 { (pair(HEADING)) " " span.n { (all.len()) } }
        p { (pair(ABOUT)) }
        table.plain {
            thead { tr {
                th scope="col" { (say("question", "المسألة")) }
                th scope="col" { (say("what is said, by whom, through whom, where", "ما قيل، ومن قاله، وعبر من، وأين")) }
            } }
            tbody { @for claim in &all { (row(matter, claim)) } }
        }
    };
    html! {
        section #undisputed.on-paper {
            @if matter.large { (packed("part", &[] as &[String], &body)) } @else { (body) }
        }
    }
}

fn row(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    html! {
        tr {
            th scope="row" {
                (parts::question(matter, claim)) " " bdi.id { (claim.id) }
                p.note { (pair(claim.standing_label().words())) " · " (front::time(claim))
                    @if claim.hedged { " · " (say("as likely only", "على سبيل الترجيح")) }
                    @if claim.draft { (parts::unreviewed()) } }
            }
            td {
                @for id in super::matter::bearing(claim) {
                    @if let Some(one) = matter.statement(id) { (said(matter, one, claim)) }
                }
                @for warning in &claim.warnings { p.note {
                    strong { (say("Mind: ", "تنبيه: ")) } (parts::say_sentence(&warning.en, &warning.ar))
                } }
                @for who in &claim.not_heard_from { @if let Some(who) = own(who) {
                    p.note { (say("Not heard from in these texts: ", "من لم يُسمع في هذه النصوص: ")) (who) }
                } }
                blockquote.sentence data-l="en" dir="ltr" { (parts::isolated(&claim.wording.en)) }
                blockquote.sentence data-l="ar" dir="rtl" { (parts::isolated(&claim.wording.ar)) }
            }
        }
    }
}

fn said(matter: &Matter<'_>, one: &StatementView, claim: &ClaimView) -> Markup {
    let bearing = one.bears.iter().find(|bearing| bearing.claim == claim.id);
    html! {
        div.one {
            p { bdi.id { (one.id) } " "
                @match bearing {
                    Some(bearing) => { (parts::stance_on(one, bearing)) },
                    None => { span.note { (say("through another question", "عبر مسألة أخرى")) } },
                }
                " " (statement::speaker(matter, one)) " · " (statement::when(one)) ": "
                @if let Some(gist) = own(&one.gist) { (gist) }
                @if one.draft { (parts::unreviewed()) }
            }
            (statement::marked_words(matter, one))
            (statement::taken_back(matter, one))
            (cautions::beside(matter, one, Some(&claim.id)))
            p.note { (statement::place(matter, one)) " · "
                (pair(words::act(one.act))) " · " (pair(words::style(one.style))) " · " (say("basis: ", "المستند: ")) (pair(words::basis(one.basis))) }
            @for chain in matter.chains_of(&one.id) { (parts::chain(matter, &chain.links)) }
        }
    }
}
