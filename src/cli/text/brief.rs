//! `isnad brief --explain`: after the brief, what made each of its figures.

use isnad::view::{BriefView, ClaimsView, Filter, Rule};

use super::{Page, explain};

/// The reasons, question by question, in the order of the brief.
pub(in crate::cli) fn reasons(view: &BriefView, page: &Page<'_>) -> String {
    let case = page.case();
    let rule = |rule: Rule| explain::rule(page, rule);
    let list = |ids: &[String]| explain::list(page, ids);
    let mut out = format!(
        "\n{}\n",
        page.say("What made these figures", "ما تقوم عليه هذه الأرقام")
    );
    let of = |label: &str, n: usize, ids: &[String], why: Rule| {
        format!("↳ {label}: {n}: {}{}\n", list(ids), rule(why))
    };
    out.push_str(&of(
        page.say("texts", "النصوص"),
        view.texts,
        &view.texts_by,
        Rule::Counts,
    ));
    if view.claim.is_none() {
        out.push_str(&of(
            page.say("disputed questions", "المسائل المتنازع عليها"),
            view.total,
            &view.all,
            Rule::Wording,
        ));
        let more = view.all.get(view.questions.len()..).unwrap_or(&[]);
        if !more.is_empty() {
            out.push_str(&of(
                page.say("of these, not told here", "منها ما لم يُذكر هنا"),
                more.len(),
                more,
                Rule::Wording,
            ));
        }
    }
    if !view.setting.left_out.documents.is_empty() {
        out.push_str(&format!(
            "↳ {}: {}{}\n",
            page.say("left out", "متروك"),
            list(&view.setting.left_out.documents),
            rule(Rule::Counts)
        ));
    }
    for question in &view.questions {
        let filter = Filter {
            claim: case.claims.key(&question.claim),
            ..Filter::default()
        };
        let Some(claim) = ClaimsView::new(page.material, &filter).claims.pop() else {
            continue;
        };
        out.push_str(&format!("{} [{}]\n", page.question(&claim.id), claim.id));
        let mut lines = explain::standing(page, &claim);
        lines.extend(explain::wording(page, &claim));
        for tally in [&claim.affirms, &claim.denies] {
            lines.extend(explain::sides(page, tally));
            for shared in tally.shared_sources.iter().filter(|s| s.every_chain) {
                lines.extend(
                    explain::shared(page, tally, &shared.source)
                        .into_iter()
                        .map(|line| format!("{}: {line}", page.source(Some(&shared.source)))),
                );
            }
        }
        if let Some(new) = &question.new {
            lines.push(format!(
                "{}: {}{}",
                page.say("new", "الجديد"),
                list(new),
                rule(Rule::Counts)
            ));
        }
        lines.push(format!(
            "{} ({}): {}{}",
            page.say("all statements on it", "كل ما قيل فيها"),
            question.bearing.len(),
            list(&question.bearing),
            rule(Rule::Wording)
        ));
        lines.push(format!(
            "{}: {}{}",
            page.say("reviewed by nobody", "لم يراجعه أحد"),
            list(&question.unreviewed),
            rule(Rule::Wording)
        ));
        let sets: Vec<String> = question
            .check_first
            .iter()
            .map(|set| set.join("+"))
            .collect();
        lines.push(format!(
            "{} ({} {}): {}{}",
            page.say("check first", "يُراجَع أولًا"),
            page.say("tried up to", "جُرّب حتى"),
            question.checked_up_to,
            list(&sets),
            rule(Rule::Misreading)
        ));
        // One figure, one reason: what two lines of the brief share is told once.
        let mut told = std::collections::BTreeSet::new();
        for line in lines {
            if told.insert(line.clone()) {
                out.push_str(&format!("↳ {line}\n"));
            }
        }
    }
    out.push_str(&page.notes());
    out
}
