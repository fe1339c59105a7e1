//! `view contradictions` and `view disputes` as text.

use isnad::analysis::{Kind, Within};
use isnad::view::{
    ContradictionView, ContradictionsView, DisputesView, Filter, StatementView, StatementsView,
};

use super::Page;

pub(in crate::cli) fn draw(view: &ContradictionsView, page: &Page<'_>, _: &Filter) -> String {
    let statements = StatementsView::new(page.material, &Filter::default()).statements;
    let said = |id: &str| said(page, &statements, id);
    let mut out = format!(
        "{}: {}\n",
        page.terminal
            .bold(page.say("contradicting pairs", "أزواج متناقضة")),
        view.total
    );
    let rows = view
        .contradictions
        .iter()
        .map(|one| {
            let [a, b] = &one.statements;
            vec![about(page, one), said(a), said(b), why(page, one)]
        })
        .collect();
    out.push_str(&page.terminal.table(
        &[
            page.say("about", "في ماذا"),
            page.say("one", "قول"),
            page.say("against", "يقابله"),
            page.say("because", "لأن"),
        ],
        rows,
    ));
    let written = view.contradictions.len() as u64;
    if written < view.total {
        out.push_str(&format!(
            "{} {} (--limit 0)\n",
            view.total - written,
            page.say("more", "أزواج أخرى")
        ));
    }
    if !view.not_comparable.is_empty() {
        out.push_str(&format!(
            "\n{}\n",
            page.terminal
                .bold(page.say("only look contradictory", "يبدو بينها تناقض وليس كذلك"))
        ));
        let rows = view
            .not_comparable
            .iter()
            .map(|one| {
                let [a, b] = &one.statements;
                let text = if page.lang == "ar" {
                    &one.text_ar
                } else {
                    &one.text
                };
                vec![said(a), said(b), text.clone()]
            })
            .collect();
        out.push_str(&page.terminal.table(
            &[
                page.say("one", "قول"),
                page.say("beside", "إلى جانبه"),
                page.say("why not", "لماذا"),
            ],
            rows,
        ));
    }
    out
}

/// `view disputes` as text.
pub(in crate::cli) fn disputes(view: &DisputesView, page: &Page<'_>, _: &Filter) -> String {
    let rows = view
        .disputes
        .iter()
        .map(|dispute| {
            let questions: Vec<String> = dispute
                .claims
                .iter()
                .map(|id| format!("{} [{id}]", page.question(id)))
                .collect();
            vec![
                questions.join("\n"),
                dispute.statements.join(" "),
                dispute.pairs.to_string(),
                dispute.certain.to_string(),
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("questions in dispute", "مسائل متنازع عليها"),
            page.say("statements", "أقوال"),
            page.say("pairs", "أزواج"),
            page.say("certain", "مؤكّد تناقضها"),
        ],
        rows,
    )
}

fn said(page: &Page<'_>, statements: &[StatementView], id: &str) -> String {
    let Some(statement) = statements.iter().find(|s| s.id == id) else {
        return id.to_owned();
    };
    let who = if statement.heading {
        format!(
            "{} {}",
            page.source(statement.said_by.as_deref()),
            page.say("(heading)", "(عنوان)")
        )
    } else {
        page.source(statement.said_by.as_deref())
    };
    format!("{who}: {}\n[{id}]", page.words(&statement.gist))
}

fn about(page: &Page<'_>, one: &ContradictionView) -> String {
    let mut text = match one.kind {
        Kind::Denial => page.say("denial", "نفي"),
        Kind::DisputedRumour => page.say("unsourced report, disputed", "أنباء متداولة يقابلها قول"),
        Kind::Status => page.say("alive or dead", "حياة أو وفاة"),
        Kind::Control => page.say("who controls", "السيطرة"),
        Kind::Count => page.say("how many", "العدد"),
        Kind::Agent => page.say("by whom", "الفاعل"),
        Kind::Date => page.say("when", "التاريخ"),
        Kind::Place => page.say("where", "المكان"),
        Kind::Other => page.say("other", "غير ذلك"),
    }
    .to_owned();
    if !one.certain {
        text.push_str(page.say("\npossible only", "\nاحتمال فقط"));
    }
    match one.within {
        Some(Within::Statement) => {
            text.push_str(page.say("\nwithin one statement", "\nفي قول واحد"))
        }
        Some(Within::Heading) => {
            text.push_str(page.say("\nheading against its text", "\nالعنوان خلاف النص"));
        }
        Some(Within::Source) => text.push_str(page.say("\none source", "\nمصدر واحد")),
        None => {}
    }
    text
}

fn why(page: &Page<'_>, one: &ContradictionView) -> String {
    if one.because.is_empty() {
        return format!(
            "{}: {}",
            page.say("one question", "مسألة واحدة"),
            page.question(&one.claims[0])
        );
    }
    one.because
        .iter()
        .map(|step| {
            let text = if page.lang == "ar" {
                &step.text_ar
            } else {
                &step.text
            };
            format!(
                "{} → {}: {text}",
                page.question(&step.claim),
                page.question(&step.then)
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}
