//! What happened to a claim, or to the claims that concern an entity, in order.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::parts::{TimeView, id};
use super::setting::SettingView;
use crate::analysis::{DatedBy, What, timeline, vital_status};
use crate::model::{Answer, Claim, EntityKind, Key};

/// `view timeline`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// The steps; undated ones last.
    pub steps: Vec<StepView>,
    /// Of a person that is asked for: whether the person lives, as far as the case has it.
    pub vital_status: Option<VitalStatusView>,
}

/// A step.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StepView {
    /// When; null where nothing dates it.
    pub time: Option<TimeView>,
    /// By what it is dated.
    pub dated_by: DatedBy,
    /// What it is.
    pub what: What,
    /// Of which claim.
    pub claim: String,
    /// The statement.
    pub statement: Option<String>,
    /// The document it stands in.
    pub document: Option<String>,
    /// The judgement.
    pub judgement: Option<String>,
    /// Not hedged, and clearly of this claim.
    pub certain: bool,
}

/// Whether a person lives, as far as the case has it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct VitalStatusView {
    /// The last statement by which the person is alive, seen, heard, held or wounded.
    pub last_alive: Option<LastAliveView>,
    /// Reports of the death without commitment, in the order of time.
    pub rumours: Vec<String>,
    /// Who denies it, in the order of time.
    pub denials: Vec<String>,
    /// Who affirms it, in the order of time.
    pub affirmations: Vec<String>,
    /// The desk's answers.
    pub judgements: Vec<SettledView>,
}

/// The last evidence that a person is alive.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LastAliveView {
    /// The statement.
    pub statement: String,
    /// Of when it says so.
    pub time: Option<TimeView>,
}

/// A desk's answer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SettledView {
    /// The judgement.
    pub judgement: String,
    /// The answer.
    pub answer: Answer,
}

impl TimelineView {
    /// The steps that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let claims: Vec<Key<Claim>> = match (filter.claim, filter.entity) {
            (Some(claim), _) => vec![claim],
            (None, Some(entity)) => material.graph.claims_about(entity),
            (None, None) => case.claims.keys().collect(),
        };
        let other = Filter {
            claim: None,
            entity: None,
            ..*filter
        };
        let narrowed =
            other.source.is_some() || other.statement.is_some() || other.document.is_some();
        let mut steps: Vec<StepView> = timeline(&material.analysis, material.figures(), &claims)
            .into_iter()
            .filter(|step| match step.statement {
                Some(statement) => other.passes(material, statement),
                None => !narrowed,
            })
            .map(|step| StepView {
                time: step.time.as_ref().map(TimeView::from),
                dated_by: step.dated_by,
                what: step.what,
                claim: case.claims.id(step.claim).to_owned(),
                statement: id(&case.statements, step.statement),
                document: id(&case.documents, step.document),
                judgement: id(&case.judgements, step.judgement),
                certain: !step.soft,
            })
            .collect();
        filter.cut(&mut steps);
        Self {
            setting: SettingView::new(material),
            steps,
            vital_status: filter
                .entity
                .filter(|entity| case.entities[*entity].kind == EntityKind::Person)
                .map(|person| {
                    let status = vital_status(&material.analysis, person);
                    let ids = |keys: Vec<Key<_>>| {
                        keys.into_iter()
                            .map(|key| case.statements.id(key).to_owned())
                            .collect()
                    };
                    VitalStatusView {
                        last_alive: status.last_alive.map(|(statement, when)| LastAliveView {
                            statement: case.statements.id(statement).to_owned(),
                            time: when.as_ref().map(TimeView::from),
                        }),
                        rumours: ids(status.rumours),
                        denials: ids(status.denied),
                        affirmations: ids(status.affirmed),
                        judgements: status
                            .settled
                            .into_iter()
                            .map(|(judgement, answer)| SettledView {
                                judgement: case.judgements.id(judgement).to_owned(),
                                answer,
                            })
                            .collect(),
                    }
                }),
        }
    }
}
