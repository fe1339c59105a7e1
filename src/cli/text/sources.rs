//! `view sources` as text.

use isnad::view::{Filter, SourcesView};

use super::{Page, word};

pub(in crate::cli) fn draw(view: &SourcesView, page: &Page<'_>, _: &Filter) -> String {
    let rows = view
        .sources
        .iter()
        .map(|source| {
            let mut name = page.source(Some(&source.id));
            if let Some(body) = &source.speaks_for {
                name.push_str(&format!(
                    "\n{} {}",
                    page.say("speaks for", "يتحدث باسم"),
                    page.source(Some(body))
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
            vec![
                source.id.clone(),
                name,
                word(source.kind),
                sides.join("\n"),
                source.statements.len().to_string(),
                source.relays.len().to_string(),
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("id", "الرمز"),
            page.say("source", "المصدر"),
            page.say("kind", "النوع"),
            page.say("side", "الجهة"),
            page.say("said", "قال"),
            page.say("passed on", "نقل"),
        ],
        rows,
    )
}
