//! `view sources` as text.

use isnad::model::SourceKind;
use isnad::view::{Filter, Rule, SourceView, SourcesView, labels};

use super::{Page, figures, stance_word};

pub(in crate::cli) fn draw(view: &SourcesView, page: &Page<'_>, _: &Filter) -> String {
    let mut worst_first: Vec<&SourceView> = view.sources.iter().collect();
    worst_first.sort_by_key(|source| std::cmp::Reverse(source.weight()));
    let rows = worst_first
        .into_iter()
        .map(|source| {
            let mut name = page.source(Some(&source.id));
            if let Some(body) = &source.speaks_for {
                name.push_str(&format!(
                    "\n{} {}",
                    page.say("speaks for", "يتحدث باسم"),
                    page.source(Some(body))
                ));
            }
            if !source.perhaps_same.is_empty() {
                let others: Vec<String> = source
                    .perhaps_same
                    .iter()
                    .map(|id| page.source(Some(id)))
                    .collect();
                name.push_str(&format!(
                    "\n{} {}",
                    page.say("perhaps the same as", "لعله هو نفسه:"),
                    others.join(page.say(", ", "، "))
                ));
            }
            if let Some(letter) = source.reliability {
                name.push_str(&format!(
                    "\n{}: {letter:?}",
                    page.say("graded (Admiralty, A–F)", "درجته (رمز الأميرالية A–F)")
                ));
            }
            let sides: Vec<String> = source
                .sides
                .iter()
                .map(|allegiance| {
                    page.case()
                        .sides
                        .key(&allegiance.side)
                        .map_or_else(String::new, |k| page.words(&page.case().sides[k].names))
                })
                .collect();
            let mut what = kind(page, source.kind).to_owned();
            if !sides.is_empty() {
                what.push_str(&format!(
                    "\n{}: {}",
                    page.say("side", "الجهة"),
                    sides.join(page.say(", ", "، "))
                ));
            }
            name.push_str(&format!("\n{what}"));
            vec![
                source.id.clone(),
                name,
                page.figure(source.statements.len(), &source.statements, Rule::Entries),
                page.figure(source.relays.len(), &source.relays, Rule::Chains),
                rests(page, source),
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("id", "الرمز"),
            page.say("source", "المصدر"),
            page.say("said", "قال"),
            page.say("passed on", "نقل"),
            page.say("if set aside", "إذا استُبعد"),
        ],
        rows,
    )
}

/// So many stances that rest on a source are written out; JSON has them all.
const CARRIED_SHOWN: usize = 4;

/// What falls without a source: statements that nobody else carries, and stances, worst first.
fn rests(page: &Page<'_>, source: &SourceView) -> String {
    if let Some(body) = &source.counted_as {
        return format!(
            "{} {}",
            page.say("counted with", "يُحسب مع"),
            page.source(Some(body))
        );
    }
    let mut lines = Vec::new();
    if !source.falls.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("statements not heard", "أقوال لا تُسمع"),
            page.figure(source.falls.len(), &source.falls, Rule::Counts)
        ));
    }
    for carries in source.carries.iter().take(CARRIED_SHOWN) {
        let mut line = format!(
            "{} [{}] {}: {} {} {}",
            page.question(&carries.claim),
            carries.claim,
            stance_word(page, carries.stance),
            figures::support(page, carries.from),
            page.say("→", "←"),
            figures::support(page, carries.to),
        );
        line.push_str(&super::explain::under(
            page,
            vec![format!(
                "{}: {}; {}",
                page.say("falls", "يسقط"),
                carries.statements.join(" "),
                Rule::Corroboration.words(page.tongue())
            )],
        ));
        lines.push(line);
    }
    let more: Vec<String> = source
        .carries
        .iter()
        .skip(CARRIED_SHOWN)
        .map(|carries| carries.claim.clone())
        .collect();
    if !more.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say(
                "questions besides these (--format json)",
                "مسائل غيرها (--format json)"
            ),
            page.figure(more.len(), &more, Rule::Corroboration)
        ));
    }
    lines.join("\n")
}

/// A kind of source in words; an undisclosed one is never called anonymous.
fn kind(page: &Page<'_>, kind: SourceKind) -> &'static str {
    page.tongue().of(labels::source_kind(kind))
}
