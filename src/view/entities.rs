//! Entities: what the case is about.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::parts::{id, ids};
use super::setting::SettingView;
use crate::model::{Alias, Entity, EntityKind, Key, RelationKind, Words};

/// `view entities`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntitiesView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// The entities, by id.
    pub entities: Vec<EntityView>,
}

/// An entity.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EntityView {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: EntityKind,
    /// Its names.
    pub names: Words,
    /// Other forms it appears under.
    pub aliases: Vec<Alias>,
    /// The entity that holds it.
    pub part_of: Option<String>,
    /// Entities it is linked with.
    pub related: Vec<RelatedView>,
    /// Nobody has accepted it yet.
    pub draft: bool,
    /// Claims that concern it.
    pub claims: Vec<String>,
    /// Statements that describe it, or bear on those claims.
    pub statements: Vec<String>,
}

/// A link to another entity.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RelatedView {
    /// The other.
    pub id: String,
    /// How this one is related to it.
    pub how: RelationKind,
}

impl EntitiesView {
    /// The entities that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let graph = &material.graph;
        let wanted = wanted(material, filter);
        let mut entities: Vec<EntityView> = case
            .entities
            .iter()
            .filter(|(key, _, _)| wanted.as_ref().is_none_or(|w| w.contains(key)))
            .map(|(key, name, entity)| EntityView {
                id: name.to_owned(),
                kind: entity.kind,
                names: entity.names.clone(),
                aliases: entity.aliases.clone(),
                part_of: id(&case.entities, entity.part_of),
                related: entity
                    .related
                    .iter()
                    .map(|relation| RelatedView {
                        id: case.entities.id(relation.to).to_owned(),
                        how: relation.how,
                    })
                    .collect(),
                draft: entity.draft,
                claims: ids(&case.claims, graph.claims_about(key)),
                statements: ids(&case.statements, graph.statements_about(key)),
            })
            .collect();
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        filter.cut(&mut entities);
        Self {
            setting: SettingView::new(material),
            entities,
        }
    }
}

/// The entities asked for; none where all are.
fn wanted(material: &Material<'_>, filter: &Filter) -> Option<BTreeSet<Key<Entity>>> {
    let case = material.case();
    if let Some(entity) = filter.entity {
        return Some(BTreeSet::from([entity]));
    }
    let narrowed = filter.claim.is_some()
        || filter.source.is_some()
        || filter.statement.is_some()
        || filter.document.is_some();
    narrowed.then(|| {
        let mut wanted = BTreeSet::new();
        for key in case
            .statements
            .keys()
            .filter(|k| filter.passes(material, *k))
        {
            wanted.extend(case.statements[key].entities.iter().copied());
        }
        if let Some(claim) = filter.claim {
            for (edge, node) in material.graph.leaving(crate::graph::Node::Claim(claim)) {
                if let (crate::graph::Edge::Concerns(_), crate::graph::Node::Entity(e)) =
                    (edge, node)
                {
                    wanted.insert(e);
                }
            }
        }
        wanted
    })
}
