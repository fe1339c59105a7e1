//! The section of one claim: picture, figures, statements, contradictions, timeline, decision.

use maud::{Markup, html};

use super::drawings::Drawings;
use super::front;
use super::matter::Matter;
use super::parts::{self, clean, own, pair, say, statement_link};
use super::statement;
use super::tally;
use super::words;
use crate::view::{
    ClaimView, ContradictionView, NotComparableView, Stance, TimelineStepView, Tongue, VitalView,
};

/// Pairs of which the one stands only within somebody's denial of it.
pub(super) const DENIED_WITHIN: words::Pair = (
    "Denied, and mentioned only within denials",
    "منفيّ ولا يرد ذكره إلا ضمن نفيه",
);

/// What such pairs are not.
pub(super) const ABOUT_DENIED_WITHIN: words::Pair = (
    "Pairs of words and their denial, where the words stand only in the mouth of who denies them: no two sources contradict each other here.",
    "أزواج من كلام ونفيه، ولا يرد الكلام إلا على لسان من ينفيه: فلا مصدران هنا يناقض أحدهما الآخر.",
);

/// So many pairs of one question are written out.
pub(super) const PAIRS: usize = 60;

/// What is always there of a claim: its head.
pub(super) fn head(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    html! {
        h2 id=(format!("claim-{}-title", claim.id)) {
            (parts::question(matter, claim))
        }
        p.gist {
            @if claim.question.is_some() { @if let Some(gist) = own(&claim.gist) { (gist) " · " } }
            (front::time(claim)) " · " bdi.id { (claim.id) }
        }
        (front::stands(matter, claim))
    }
}

/// All the rest of it.
pub(super) fn body(matter: &Matter<'_>, claim: &ClaimView, drawings: &Drawings<'_>) -> Markup {
    html! {
        (front::wording(claim))
        (front::notes(claim))
        @if !claim.warnings.is_empty() {
            ul.warnings { @for warning in &claim.warnings { li {
                strong { (say("Mind: ", "تنبيه: ")) } (parts::say_sentence(&warning.en, &warning.ar))
            } } }
        }
        (drawings.isnad(claim))
        (figures(matter, claim))
        @if let Some(falls) = tally::load_bearing(matter, claim) {
            div.falls-if {
                h3 { a href="#method-setting" { (say("What it rests on", "ما يقوم عليه")) } }
                (falls)
            }
        }
        (said(matter, claim))
        (conflicts(matter, claim))
        (timeline(matter, claim))
        (decision(matter, claim))
        @if !claim.not_heard_from.is_empty() {
            h3 { (say("Not heard from in these texts", "من لم يُسمع في هذه النصوص")) }
            ul { @for who in &claim.not_heard_from { @if let Some(who) = own(who) { li { (who) } } } }
        }
    }
}

fn figures(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    let id = claim.id.as_str();
    let (unsourced, passed_on) = (claim.unsourced(), claim.passed_on());
    html! {
        h3 { (say("How many, and of what they are made", "الأعداد، وممّ يتكوّن كل منها")) }
        div.tallies {
            (tally::table(matter, claim, Stance::Affirms))
            (tally::table(matter, claim, Stance::Denies))
        }
        ul.beside {
            li { (parts::stance(Stance::Reports, false, false)) " "
                (parts::number(id, "passed_on", passed_on.len())) " " (parts::statements(matter, passed_on.iter().copied()))
                @if !unsourced.is_empty() { " · " (say(&format!("of these, unsourced reports: {}", unsourced.len()), &format!("منها أنباء متداولة لا يُعرف قائلها: {}", unsourced.len()))) " " (parts::statements(matter, unsourced.iter().copied())) }
            }
            @if !claim.within_denials.is_empty() { li {
                (pair(words::WITHIN_DENIALS)) " "
                (parts::number(id, "within_denials", claim.within_denials.len())) " " (parts::statements(matter, &claim.within_denials))
            } }
            li { (parts::stance(Stance::Doubts, false, false)) " "
                (parts::number(id, "doubts", claim.doubts.len())) " " (parts::statements(matter, &claim.doubts)) }
            li { (parts::stance(Stance::CannotConfirm, false, false)) " "
                (parts::number(id, "cannot_confirm", claim.cannot_confirm.len())) " " (parts::statements(matter, &claim.cannot_confirm)) }
        }
    }
}

/// The statements by stance; then what is taken back, then what counts through another question.
fn said(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    let both = |a: &[String], b: &[String]| -> Vec<String> {
        let mut all: Vec<String> = a.iter().chain(b).cloned().collect();
        all.sort();
        all.dedup();
        all
    };
    let taken = both(&claim.affirms.taken_back, &claim.denies.taken_back);
    let passed_on: Vec<String> = claim.passed_on().into_iter().cloned().collect();
    let groups: [(&str, (&str, &str), &[String]); 7] = [
        (
            "affirms",
            ("Says so", "يقول بوقوعه"),
            &claim.affirms.statements,
        ),
        ("denies", ("Denies", "ينفي"), &claim.denies.statements),
        (
            "reports",
            ("Reports, without vouching for it", "ينقل دون جزم"),
            &passed_on,
        ),
        (
            "reports",
            ("Mentioned only within denials", words::WITHIN_DENIALS.1),
            &claim.within_denials,
        ),
        ("doubts", ("Doubts", "يشكّك"), &claim.doubts),
        (
            "cannot-confirm",
            ("Cannot confirm", "لا يستطيع التأكيد"),
            &claim.cannot_confirm,
        ),
        (
            "taken",
            ("Taken back or withdrawn", "جرى التراجع عنه أو سحبه"),
            &taken,
        ),
    ];
    // What only follows is never among those who say so or deny.
    let through: Vec<(Stance, &Vec<String>)> = [
        (Stance::Affirms, &claim.affirms.entailed),
        (Stance::Denies, &claim.denies.entailed),
    ]
    .into_iter()
    .filter(|(_, list)| !list.is_empty())
    .collect();
    html! {
        h3 { (say("The statements", "الأقوال")) }
        @if groups.iter().all(|(_, _, list)| list.is_empty()) && through.is_empty() {
            p { (say("No statement in these texts bears on it.", "لا قول في هذه النصوص يتصل بها.")) }
        }
        @for (_, (en, ar), list) in groups.iter().filter(|(_, _, list)| !list.is_empty()) {
            h4.group { (say(en, ar)) " " span.n { (list.len()) } }
            div.statements { @for id in *list {
                @if let Some(one) = matter.statement(id) {
                    @if matter.home(id) == Some(claim.id.as_str()) { (statement::home(matter, one, Some(&claim.id))) }
                    @else { (statement::mention(matter, one, &claim.id)) }
                }
            } }
        }
        @for (stance, through) in &through {
            h4.group { (pair(words::elsewhere(*stance))) " " span.n { (through.len()) } }
            div.statements { @for id in *through {
                @if let Some(one) = matter.statement(id) { (statement::mention(matter, one, &claim.id)) }
            } }
        }
    }
}

fn conflicts(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    let of = |claims: &[String; 2]| claims.contains(&claim.id);
    let (within, pairs): (Vec<&ContradictionView>, Vec<&ContradictionView>) = matter
        .contradictions
        .contradictions
        .iter()
        .filter(|one| of(&one.claims) || one.also.iter().any(|also| of(&also.claims)))
        .partition(|one| matter.is_within_denial(one));
    let apart: Vec<&NotComparableView> = matter
        .contradictions
        .not_comparable
        .iter()
        .filter(|one| of(&one.claims))
        .collect();
    let written = matter.contradictions.contradictions.len() as u64;
    html! {
        @if !pairs.is_empty() {
            h3 { a href="#method-contradictions" { (say("Contradictions", "التعارضات")) } " " span.n { (pairs.len()) } }
            @if written < matter.contradictions.total {
                p.note { (say(
                    &format!("Of {} pairs in the case, the first {written} were looked through for this list.", matter.contradictions.total),
                    &format!("فُحصت لهذه القائمة الأزواج الأولى ({written}) من أزواج الملف ({}).", matter.contradictions.total),
                )) }
            }
            ul.pairs {
                @for one in pairs.iter().take(PAIRS) { (conflict(matter, one)) }
            }
            (more(pairs.len()))
        }
        @if !within.is_empty() {
            h3 { (pair(DENIED_WITHIN)) " " span.n { (within.len()) } }
            p.note { (pair(ABOUT_DENIED_WITHIN)) }
            ul.mentions { @for (mention, deniers) in matter.by_mention(&within) { li {
                (statement_link(matter, mention)) " " (say("denied in ", "منفيّ في ")) (parts::statements(matter, deniers.iter().copied()))
            } } }
        }
        @if !apart.is_empty() {
            h3 { (say("Only looks like a contradiction", "ما يشبه التعارض وليس منه")) " " span.n { (apart.len()) } }
            ul.pairs {
                @for one in apart.iter().take(PAIRS) {
                    li.pair {
                        (both(matter, &one.statements, &one.claims))
                        p.because { strong { (say("Why it is none: ", "لماذا ليس تعارضًا: ")) } @if let Some(words) = own(&one.words) { (words) } }
                    }
                }
            }
            (more(apart.len()))
        }
    }
}

fn more(n: usize) -> Markup {
    html! {
        @if n > PAIRS {
            p.note { (say(
                &format!("{} more pairs are in the output of: isnad view contradictions", n - PAIRS),
                &format!("أزواج أخرى في خرج الأمر isnad view contradictions: {}", n - PAIRS),
            )) }
        }
    }
}

fn conflict(matter: &Matter<'_>, one: &ContradictionView) -> Markup {
    html! {
        li class=(if one.certain { "pair" } else { "pair possible" }) {
            p.kind {
                (pair(words::conflict(one.kind)))
                @if !one.certain { " · " (say("possible only", "احتمال فقط")) }
                @if let Some(within) = one.within { " · " (pair(words::within(within))) }
            }
            (both(matter, &one.statements, &one.claims))
            p.because {
                strong { (say("Because: ", "السبب: ")) }
                @if one.because.is_empty() {
                    @if one.kind == crate::view::Kind::DisputedRumour {
                        (say("the one is passed on without anybody vouching for it, the other denies it", "أحدهما منقول دون جزم والآخر ينفيه"))
                    } @else {
                        (say("the one says so, the other denies it", "أحدهما يقول بوقوعه والآخر ينفيه"))
                    }
                } @else {
                    @for (n, step) in one.because.iter().enumerate() {
                        @if n > 0 { (say("; ", "؛ ")) }
                        @match own(&step.words) { Some(words) => { (words) }, None => { bdi { (step.rule) } } }
                    }
                }
            }
        }
    }
}

/// The two statements of a pair, with who says each and of what.
fn both(matter: &Matter<'_>, ids: &[String; 2], claims: &[String; 2]) -> Markup {
    html! {
        div.two { @for (id, claim) in ids.iter().zip(claims) { div {
            p { (statement_link(matter, id)) " "
                @if let Some(one) = matter.statement(id) {
                    @match &one.said_by {
                        Some(source) => { (parts::source_link(matter, source)) },
                        None => { (parts::unknown()) },
                    }
                    " · " (parts::time(one.said_on.as_ref().or(one.published.as_ref())))
                }
            }
            @if let Some(gist) = matter.statement(id).and_then(|one| parts::in_short(matter, one)) { p.gist { (gist) } }
            @if claims[0] != claims[1] { p.note { (parts::question_link(matter, claim)) } }
        } } }
    }
}

fn timeline(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    let steps = matter.steps(&claim.id);
    let vital = matter.vital(&claim.id);
    html! {
        // One step alone says no more than the statement with its dates.
        @if steps.len() > 1 || !vital.is_empty() {
            h3 { (say("What was said when", "ما قيل ومتى")) }
            @for one in &vital { (life(matter, one)) }
            ol.timeline { @for step in steps { (one_step(matter, step)) } }
        }
    }
}

fn one_step(matter: &Matter<'_>, step: &TimelineStepView) -> Markup {
    let statement = step.statement.as_deref();
    html! {
        li {
            span.when {
                (parts::time(step.time.as_ref()))
                @if step.time.is_some() { " " span.note { (pair(words::dated_by(step.dated_by, step.judgement.is_some()))) } }
            }
            span.what {
                @let reports = statement.is_some_and(|id| matter.only_reports(id, &step.claim));
                strong {
                    @match &step.decision {
                        Some(one) => { (say(&one.words(Tongue::En), &one.words(Tongue::Ar))) },
                        None => { (pair(words::step_of(step, reports))) },
                    }
                    ":"
                }
                @if !step.certain { " " span.note { (say("(not certain)", "(ليس قاطعًا)")) } }
                @if step.taken_back { " " span.note { (say("(no longer stands)", "(لم يعد قائمًا)")) } }
                @if let Some(id) = statement { " " (statement_link(matter, id)) }
                @if let Some(one) = statement.and_then(|id| matter.statement(id)) {
                    " "
                    @match &one.said_by {
                        Some(source) => { (parts::source_name(matter, source)) },
                        None => { (parts::unknown()) },
                    }
                    @if let Some(gist) = parts::in_short(matter, one) { ": " (gist) }
                }
                @if let Some(id) = &step.judgement { " " a href=(format!("#judgement-{id}")) { bdi { (id) } } }
            }
        }
    }
}

/// Whether a person lives, as the texts have it.
fn life(matter: &Matter<'_>, vital: &VitalView) -> Markup {
    html! {
        p.life {
            @match &vital.last_alive {
                None if !vital.alive_reported.is_empty() => {
                    (say("Nobody in this case vouches for evidence of life", "لا دليل على الحياة يجزم به أحد في هذا الملف"))
                },
                None => { (say("No evidence of life in this case", "لا دليل على الحياة في هذا الملف")) },
                Some(last) => {
                    (say("Last evidence alive in this case: ", "آخر ما يدل على الحياة في هذا الملف: "))
                    (parts::time(last.time.as_ref())) " " (statement_link(matter, &last.statement))
                    @if vital.soft.contains(&last.statement) { " " (say("(not certain)", "(غير قاطع)")) }
                },
            }
            @for part in vital.parts() {
                " · " (pair(part.words)) ": " (parts::statements(matter, part.statements))
            }
            @for settled in &vital.settled {
                @let one = &settled.decision;
                " · " (say(&one.words(Tongue::En), &one.words(Tongue::Ar)))
                " " a href=(format!("#judgement-{}", settled.judgement)) { bdi { (settled.judgement) } }
            }
        }
    }
}

fn decision(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    html! {
        h3 { (say("Editorial decision", "القرار التحريري")) }
        @match &claim.judgement {
            None => {
                p { (say("None is entered on the question itself.", "لم يُسجَّل قرار تحريري في المسألة نفسها.")) }
                @let decided = super::tally::decided_both(matter, claim);
                @if !decided.is_empty() { p.note.decided { (super::tally::resting(&decided)) } }
            },
            Some(one) => {
                p {
                    strong { (pair(words::answer(one.ruling))) } " · " bdi { (clean(&one.by)) } " · " (parts::moment(&one.at))
                    @if let Some(why) = own(&one.why) { ": " (why) }
                }
                @for ruling in matter.rulings.iter().filter(|ruling| one.dissents.contains(&ruling.id)) {
                    p { (say("Dissent: ", "رأي مخالف: ")) a href=(format!("#judgement-{}", ruling.id)) { bdi { (clean(&ruling.by)) } }
                        @if let Some(why) = own(&ruling.why) { ": " (why) } }
                }
            },
        }
        p.note { a href="#method" { (say("How every figure is made", "كيف حُسب كل رقم")) } }
    }
}
