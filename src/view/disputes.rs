//! Disputes: claims joined by contradictions.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::parts::ids;
use super::setting::SettingView;
use crate::analysis::Contradictions;

/// `view disputes`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DisputesView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// Most pairs first.
    pub disputes: Vec<DisputeView>,
}

/// Claims joined by contradictions.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DisputeView {
    /// The claims.
    pub claims: Vec<String>,
    /// The statements that take part.
    pub statements: Vec<String>,
    /// How many pairs of them contradict each other.
    pub pairs: u64,
    /// How many of those are certain.
    pub certain: u64,
}

impl DisputesView {
    /// The disputes in which something passes a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let other = Filter {
            claim: None,
            entity: None,
            ..*filter
        };
        let about = filter.entity.map(|e| material.graph.claims_about(e));
        let mut disputes: Vec<DisputeView> = Contradictions::new(&material.analysis)
            .disputes(&material.analysis)
            .into_iter()
            .filter(|dispute| {
                filter.claim.is_none_or(|c| dispute.claims.contains(&c))
                    && about
                        .as_ref()
                        .is_none_or(|about| dispute.claims.iter().any(|c| about.contains(c)))
                    && dispute
                        .statements
                        .iter()
                        .any(|s| other.passes(material, *s))
            })
            .map(|dispute| DisputeView {
                claims: ids(&case.claims, dispute.claims),
                statements: ids(&case.statements, dispute.statements),
                pairs: dispute.pairs,
                certain: dispute.certain,
            })
            .collect();
        filter.cut(&mut disputes);
        Self {
            setting: SettingView::new(material),
            disputes,
        }
    }
}
