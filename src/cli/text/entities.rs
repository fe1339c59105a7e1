//! `view entities` as text.

use isnad::view::{EntitiesView, Filter};

use super::{Page, word};

pub(in crate::cli) fn draw(view: &EntitiesView, page: &Page<'_>, _: &Filter) -> String {
    let rows = view
        .entities
        .iter()
        .map(|entity| {
            let aliases: Vec<String> = entity
                .aliases
                .iter()
                .map(|alias| alias.text.to_string())
                .collect();
            vec![
                entity.id.clone(),
                page.words(&entity.names),
                word(entity.kind),
                aliases.join(page.say(", ", "، ")),
                entity.claims.len().to_string(),
                entity.statements.len().to_string(),
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("id", "الرمز"),
            page.say("name", "الاسم"),
            page.say("kind", "النوع"),
            page.say("also called", "يُسمّى أيضًا"),
            page.say("questions", "مسائل"),
            page.say("statements", "أقوال"),
        ],
        rows,
    )
}
