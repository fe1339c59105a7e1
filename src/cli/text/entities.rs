//! `view entities` as text.

use isnad::model::EntityKind;
use isnad::view::{EntitiesView, Filter, Rule, labels};

use super::Page;

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
                kind(page, entity.kind).to_owned(),
                aliases.join(page.say(", ", "، ")),
                page.figure(entity.claims.len(), &entity.claims, Rule::Entries),
                page.figure(entity.statements.len(), &entity.statements, Rule::Entries),
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

/// A kind of entity in words.
fn kind(page: &Page<'_>, kind: EntityKind) -> &'static str {
    page.tongue().of(labels::entity_kind(kind))
}
