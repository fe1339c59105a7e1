//! `view claims` as text: a table of questions, and one question in full.

use isnad::model::Ruling;
use isnad::view::{
    ClaimView, ClaimsView, Filter, OriginsView, Rule, Stance, StatementsView, labels,
};

use super::super::terminal::{clean, wrap};
use super::{Page, explain, figures, stance};

pub(in crate::cli) fn draw(view: &ClaimsView, page: &Page<'_>, filter: &Filter) -> String {
    if filter.claim.is_some()
        && let [claim] = view.claims.as_slice()
    {
        return in_full(claim, page, filter);
    }
    let rows = disputed_first(&view.claims, filter)
        .into_iter()
        .map(|claim| {
            let mut question = page.question(&claim.id);
            question.push_str(&format!("\n[{}]", claim.id));
            question.push_str(&format!("\n{}", figures::stands(page, claim)));
            if claim.draft {
                question.push_str(page.say("\nnot all reviewed", "\nلم يُراجَع كله"));
            }
            let other = claim.reports.len() + claim.doubts.len() + claim.cannot_confirm.len();
            vec![
                question,
                commits(claim, Stance::Affirms, page),
                commits(claim, Stance::Denies, page),
                if other == 0 {
                    String::new()
                } else {
                    uncommitted(claim, page)
                },
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("question", "المسألة"),
            page.say("says so", "يقول بوقوعه"),
            page.say("denies", "ينفي"),
            page.say("without vouching", "دون جزم"),
        ],
        rows,
    )
}

/// "2 statements, 1 outlet; origins: …".
fn commits(claim: &ClaimView, stance: Stance, page: &Page<'_>) -> String {
    let tally = claim.tally(stance);
    let mut lines: Vec<String> = figures::lines(page, claim, tally)
        .into_iter()
        .take(1)
        .collect();
    if !lines.is_empty() && tally.statements.is_empty() {
        lines.insert(0, page.tongue().of(claim.label(stance)).to_owned());
    }
    if !lines.is_empty() {
        lines.push(origins(&tally.origins, page));
    }
    if !tally.unclear.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.tongue().of(labels::UNCLEAR),
            page.figure(tally.unclear.len(), &tally.unclear, Rule::Commitments)
        ));
    }
    if !tally.taken_back.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("taken back or withdrawn", "جرى التراجع عنه أو سحبه"),
            page.figure(tally.taken_back.len(), &tally.taken_back, Rule::Counts)
        ));
    }
    lines.join("\n")
}

fn uncommitted(claim: &ClaimView, page: &Page<'_>) -> String {
    let mut lines = Vec::new();
    let unsourced: Vec<String> = claim.unsourced().into_iter().cloned().collect();
    if !unsourced.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("unsourced report", "أنباء متداولة"),
            page.figure(unsourced.len(), &unsourced, Rule::Corroboration)
        ));
    }
    if !claim.within_denials.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.tongue().of(labels::WITHIN_DENIALS),
            page.figure(
                claim.within_denials.len(),
                &claim.within_denials,
                Rule::Commitments
            )
        ));
    }
    let sourced: Vec<String> = claim
        .passed_on()
        .into_iter()
        .filter(|id| !unsourced.contains(id))
        .cloned()
        .collect();
    if !sourced.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("reports", "ينقل دون جزم"),
            page.figure(sourced.len(), &sourced, Rule::Commitments)
        ));
    }
    if !claim.doubts.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("doubts", "يشكّك"),
            page.figure(claim.doubts.len(), &claim.doubts, Rule::Commitments)
        ));
    }
    if !claim.cannot_confirm.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("cannot confirm", "لا يستطيع التأكيد"),
            page.figure(
                claim.cannot_confirm.len(),
                &claim.cannot_confirm,
                Rule::Commitments
            )
        ));
    }
    lines.join("\n")
}

fn origins(origins: &OriginsView, page: &Page<'_>) -> String {
    let mut names: Vec<String> = origins
        .named
        .iter()
        .chain(&origins.undisclosed)
        .map(|id| page.source(Some(id)))
        .collect();
    if origins.unknown > 0 {
        names.push(page.source(None));
    }
    names.extend(origins.own_voice.iter().map(|id| {
        format!(
            "{} {}",
            page.source(Some(id)),
            page.say("(own voice)", "(بصوتها)")
        )
    }));
    names.join("\n")
}

/// One question with every statement on it and the way each came.
fn in_full(claim: &ClaimView, page: &Page<'_>, filter: &Filter) -> String {
    let mut out = format!(
        "{}  [{}]\n",
        page.terminal
            .bold(&page.terminal.isolate(&page.question(&claim.id))),
        claim.id
    );
    if let Some(judgement) = &claim.judgement {
        out.push_str(&format!(
            "{}: {}{}{} {}: {}\n",
            page.say("editorial decision", "قرار تحريري"),
            page.tongue().of(labels::answer(judgement.ruling)),
            page.say(", ", "، "),
            clean(&judgement.by),
            page.moment(&judgement.at),
            page.words(&judgement.why)
        ));
        for id in &judgement.dissents {
            let case = page.case();
            if let Some(key) = case.judgements.key(id) {
                let dissent = &case.judgements[key];
                let answer = match dissent.ruling {
                    Ruling::Settled { answer, .. } => {
                        let answer = page.tongue().of(labels::answer(answer));
                        format!("{answer}{}", page.say(", ", "، "))
                    }
                    _ => String::new(),
                };
                out.push_str(&format!(
                    "  {}: {answer}{} {}: {}\n",
                    page.say("dissent", "رأي مخالف"),
                    clean(&dissent.by),
                    page.moment(dissent.at),
                    page.words(&dissent.why)
                ));
            }
        }
    }
    out.push_str(&format!(
        "{}\n",
        figures::stood(page, claim)
            .replace("\n↳", "\u{1}")
            .replace('\n', " · ")
            .replace('\u{1}', "\n  ↳")
    ));
    let wording = page.say(&claim.wording.en, &claim.wording.ar);
    out.push_str(&format!(
        "{}: {}\n",
        page.say("supported wording", "صياغة لا تتجاوز السند"),
        page.terminal.isolate(&clean(wording))
    ));
    out.push_str(
        explain::under(page, explain::wording(page, claim))
            .replace('\n', "\n  ")
            .trim_start_matches('\n'),
    );
    if page.explain {
        out.push('\n');
    }
    for note in &claim.wording.notes {
        out.push_str(&format!(
            "  {} {}\n",
            page.say("beside it:", "وإلى جانبه:"),
            page.terminal.isolate(&clean(page.say(&note.en, &note.ar)))
        ));
    }
    for warning in &claim.warnings {
        out.push_str(&format!(
            "{}: {}\n",
            page.say("mind", "تنبيه"),
            page.terminal
                .isolate(&clean(page.say(&warning.en, &warning.ar)))
        ));
    }
    let statements = StatementsView::new(page.material, filter);
    let mut taken_back = claim.affirms.taken_back.clone();
    taken_back.extend(
        claim
            .denies
            .taken_back
            .iter()
            .filter(|id| !claim.affirms.taken_back.contains(id))
            .cloned(),
    );
    let groups: [(&str, &[String], Vec<String>); 6] = [
        (
            page.tongue().of(claim.label(Stance::Affirms)),
            &claim.affirms.statements,
            figures::lines(page, claim, &claim.affirms),
        ),
        (
            page.tongue().of(claim.label(Stance::Denies)),
            &claim.denies.statements,
            figures::lines(page, claim, &claim.denies),
        ),
        (
            page.say("reports, without vouching for it", "ينقل دون جزم"),
            &claim.reports,
            Vec::new(),
        ),
        (page.say("doubts", "يشكّك"), &claim.doubts, Vec::new()),
        (
            page.say("cannot confirm", "لا يستطيع التأكيد"),
            &claim.cannot_confirm,
            Vec::new(),
        ),
        (
            page.say("taken back or withdrawn", "جرى التراجع عنه أو سحبه"),
            &taken_back,
            Vec::new(),
        ),
    ];
    for (heading, ids, figures) in groups {
        if ids.is_empty() && figures.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{}\n", page.terminal.bold(heading)));
        for line in figures {
            for line in line.split('\n') {
                let lines = wrap(line, page.terminal.width.saturating_sub(4));
                for (n, line) in lines.iter().enumerate() {
                    let indent = if n == 0 { "  " } else { "    " };
                    out.push_str(&format!("{indent}{}\n", page.terminal.isolate(line)));
                }
            }
        }
        // Whoever speaks of it through another question only is named, and has no row.
        let elsewhere: Vec<&str> = ids
            .iter()
            .filter(|id| !statements.statements.iter().any(|s| s.id == **id))
            .map(String::as_str)
            .collect();
        if !elsewhere.is_empty() {
            let line = format!(
                "{}: {}",
                page.say("through another question", "عبر مسألة أخرى"),
                elsewhere.join(" ")
            );
            out.push_str(&format!("  {}\n", page.terminal.isolate(&line)));
        }
        if elsewhere.len() == ids.len() {
            continue;
        }
        let rows: Vec<Vec<String>> = ids
            .iter()
            .filter_map(|id| statements.statements.iter().find(|s| s.id == *id))
            .map(|statement| {
                let marks: Vec<String> = statement
                    .bears
                    .iter()
                    .filter(|b| b.claim == claim.id && (b.hedged || b.unclear))
                    .map(|b| stance(page, statement, b))
                    .collect();
                let mut gist = page.words(&statement.gist);
                for mark in marks {
                    gist.push_str(&format!("\n{mark}"));
                }
                if statement.draft {
                    gist.push_str(page.say("\nnot yet reviewed", "\nلم يُراجَع"));
                }
                if let Some(grade) = super::statements::grade(page, statement) {
                    gist.push_str(&format!("\n{grade}"));
                }
                vec![
                    statement.id.clone(),
                    gist,
                    super::chain::ways(page, &statement.id),
                    page.time(statement.said_on.as_ref().or(statement.published.as_ref())),
                ]
            })
            .collect();
        // What is said through another question stands with that question.
        if rows.is_empty() {
            continue;
        }
        out.push_str(&page.terminal.table(
            &[
                page.say("id", "الرمز"),
                page.say("paraphrase", "الخلاصة"),
                page.say("through whom", "عبر من"),
                page.say("said or published", "التاريخ"),
            ],
            rows,
        ));
    }
    if !claim.not_heard_from.is_empty() {
        let who: Vec<String> = claim.not_heard_from.iter().map(|w| page.words(w)).collect();
        out.push_str(&format!(
            "\n{}: {}\n",
            page.say("not in this case", "ليس في هذا الملف"),
            who.join(page.say("; ", "؛ "))
        ));
    }
    out
}

/// What is in dispute first, then what more statements bear on.
pub(super) fn disputed_first<'c>(claims: &'c [ClaimView], filter: &Filter) -> Vec<&'c ClaimView> {
    let mut claims: Vec<&ClaimView> = claims.iter().collect();
    claims.sort_by_key(|claim| {
        let against = claim.denies.statements.len() + claim.doubts.len();
        let for_it = claim.affirms.statements.len() + claim.reports.len();
        let disputed = against > 0 && for_it > 0;
        let all = against + for_it + claim.cannot_confirm.len();
        (!disputed, against == 0, std::cmp::Reverse(all))
    });
    if let Some(limit) = filter.limit.filter(|limit| *limit > 0) {
        claims.truncate(limit);
    }
    claims
}
