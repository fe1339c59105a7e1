//! Chains of transmission.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::parts::id;
use super::setting::SettingView;
use crate::analysis::LinkRole;
use crate::model::Commitment;

/// `view chain`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChainsView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// One for each chain; a statement with two tellers has two.
    pub chains: Vec<ChainView>,
}

/// A chain.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChainView {
    /// The statement.
    pub statement: String,
    /// From the origin to the page.
    pub links: Vec<LinkView>,
}

/// A link.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkView {
    /// The source; null for an unknown link.
    pub source: Option<String>,
    /// Its role.
    pub role: LinkRole,
    /// What it thinks of the words that it passes on, not of the claim.
    pub commitment: Commitment,
    /// Not written in the text.
    pub inferred: bool,
}

impl ChainsView {
    /// The chains of the statements that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let mut chains: Vec<ChainView> = case
            .statements
            .keys()
            .filter(|key| filter.passes(material, *key))
            .flat_map(|key| {
                material
                    .analysis
                    .chains_left(key)
                    .map(move |chain| ChainView {
                        statement: case.statements.id(key).to_owned(),
                        links: chain
                            .links
                            .iter()
                            .map(|link| LinkView {
                                source: id(&case.sources, link.source),
                                role: link.role,
                                commitment: link.commitment,
                                inferred: link.inferred,
                            })
                            .collect(),
                    })
            })
            .collect();
        chains.sort_by(|a, b| a.statement.cmp(&b.statement));
        filter.cut(&mut chains);
        Self {
            setting: SettingView::new(material),
            chains,
        }
    }
}
