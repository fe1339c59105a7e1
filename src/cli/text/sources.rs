//! `view sources` as text.

use isnad::model::SourceKind;
use isnad::view::{Filter, SourcesView};

use super::Page;

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
                kind(page, source.kind).to_owned(),
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

/// A kind of source in words; an undisclosed one is never called anonymous.
fn kind(page: &Page<'_>, kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Outlet => page.say("outlet", "وسيلة إعلام"),
        SourceKind::Journalist => page.say("journalist", "صحفي"),
        SourceKind::Activist => page.say("activist", "ناشط"),
        SourceKind::Spokesperson => page.say("spokesperson", "متحدث"),
        SourceKind::Official => page.say("official", "مسؤول"),
        SourceKind::Commander => page.say("commander", "قائد"),
        SourceKind::Fighter => page.say("fighter", "مقاتل"),
        SourceKind::Witness => page.say("witness", "شاهد"),
        SourceKind::AnonymousSource => page.say("a source", "مصدر"),
        SourceKind::LocalSources => page.say("local sources", "مصادر محلية"),
        SourceKind::Organization => page.say("organization", "منظمة"),
        SourceKind::Website => page.say("website", "موقع"),
        SourceKind::Experts => page.say("experts", "خبراء"),
        SourceKind::Unattributed => page.say("unattributed", "بلا نسبة"),
        SourceKind::Agency => page.say("agency", "وكالة"),
        SourceKind::Group => page.say("group", "جماعة"),
        SourceKind::State => page.say("state", "دولة"),
    }
}
