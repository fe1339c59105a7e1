//! What was said of a claim or an entity, step by step; of a person also whether they live.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::labels::{self, Pair};
use super::material::{Filter, Material};
use super::parts::{TimeView, id, ids};
use super::phrase::Tongue;
use super::setting::SettingView;
use super::wording::only_to_deny;
use crate::analysis::{
    Analysis, DatedBy, TakenBackBy, TimeStep, VitalStatus, What, timeline, vital_status,
};
use crate::model::{
    Answer, Case, Day, Entity, EntityKind, Filler, Judgement, Key, Ruling, Statement, TakeBackHow,
    When, Words,
};

/// `view timeline`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// The steps in the order of time, undated ones last.
    pub steps: Vec<TimelineStepView>,
    /// Of each person asked for, or that the claim asked for is about: whether they live.
    pub vital_status: Vec<VitalView>,
}

/// A step.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimelineStepView {
    /// When; null where nothing dates it.
    pub time: Option<TimeView>,
    /// By what it is dated.
    pub dated_by: DatedBy,
    /// What happened.
    pub what: What,
    /// Of which claim.
    pub claim: String,
    /// The statement; null for a judgement.
    pub statement: Option<String>,
    /// Its document.
    pub document: Option<String>,
    /// The judgement.
    pub judgement: Option<String>,
    /// Neither said as likely only, nor perhaps of another claim.
    pub certain: bool,
    /// It was taken back, before or after.
    pub taken_back: bool,
    /// Of a judgement: the desk's answer; else null.
    pub decision: Option<DecisionView>,
    /// Where it takes another statement back: how, and as what; else null.
    pub back: Option<BackView>,
    /// Its statement is heard only in the words of somebody who denies it.
    pub within_denial: bool,
    /// Whether its date sets it apart from every other statement on the claim. Where it does not, as
    /// within one article, nobody knows which came first.
    pub order_known: bool,
}

/// How a step takes another statement back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BackView {
    /// How.
    pub how: TakeBackHow,
    /// What who does it is to that statement.
    pub who: TakenBackBy,
}

/// Whether a person lives, as the texts have it; each list in the order of time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct VitalView {
    /// The person.
    pub person: String,
    /// The last evidence of life.
    pub last_alive: Option<LastAliveView>,
    /// Statements that pass on, without vouching for it, that the person was alive, seen, heard, held or wounded.
    pub alive_reported: Vec<String>,
    /// Statements that report the death without vouching for it.
    pub rumours: Vec<String>,
    /// Statements that affirm it.
    pub affirmed: Vec<String>,
    /// Statements that deny it.
    pub denied: Vec<String>,
    /// Statements that doubt it.
    pub doubted: Vec<String>,
    /// Statements that cannot confirm it.
    pub cannot_confirm: Vec<String>,
    /// Of those that report the death or the life, those heard only in the words of somebody who denies it.
    pub within_denials: Vec<String>,
    /// Of all these, those that say it as likely only, or perhaps of another claim; by id.
    pub soft: Vec<String>,
    /// The desk's answers.
    pub settled: Vec<SettledView>,
}

/// Evidence that a person was alive.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LastAliveView {
    /// The statement.
    pub statement: String,
    /// The time it is said of; null where unwritten.
    pub time: Option<TimeView>,
}

/// A desk's answer on a death.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SettledView {
    /// The judgement.
    pub judgement: String,
    /// What it answers.
    #[serde(flatten)]
    pub decision: DecisionView,
}

/// An answer to a question, of the desk or of a colleague who dissents from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionView {
    /// The answer.
    pub ruling: Answer,
    /// The judgements that it dissents from.
    pub dissents_from: Vec<String>,
    /// The judgement that took its place; null where it is in force.
    pub replaced_by: Option<String>,
}

impl DecisionView {
    fn of(analysis: &Analysis<'_>, key: Key<Judgement>) -> Option<Self> {
        let case = analysis.case;
        let Ruling::Settled { answer, .. } = case.judgements[key].ruling else {
            return None;
        };
        let counted = || {
            let all = case.judgements.iter();
            all.filter(|(other, _, _)| analysis.judgement_counts(*other))
        };
        let from = case.judgements[key].dissents_from.iter().copied();
        let by = counted().filter(|(_, _, other)| other.replaces == Some(key));
        Some(Self {
            ruling: answer,
            dissents_from: ids(
                &case.judgements,
                from.filter(|other| analysis.judgement_counts(*other)),
            ),
            replaced_by: by.map(|(_, id, _)| id.to_owned()).min(),
        })
    }

    /// "editorial decision: yes", "dissent from j1: no", "…, since replaced by j3".
    #[must_use]
    pub fn words(&self, t: Tongue) -> String {
        let answer = t.of(labels::answer(self.ruling));
        let from: Vec<String> = self.dissents_from.iter().map(|id| t.ltr(id)).collect();
        let mut words = match (t, from.is_empty()) {
            (Tongue::En, true) => format!("editorial decision: {answer}"),
            (Tongue::Ar, true) => format!("قرار تحريري: {answer}"),
            (Tongue::En, false) => format!("dissent from {}: {answer}", t.list(&from)),
            (Tongue::Ar, false) => format!("رأي مخالف للقرار {}: {answer}", t.list(&from)),
        };
        if let Some(by) = &self.replaced_by {
            let by = t.ltr(by);
            words.push_str(&match t {
                Tongue::En => format!(", since replaced by {by}"),
                Tongue::Ar => format!("، وقد حلّ محله {by}"),
            });
        }
        words
    }
}

impl TimelineView {
    /// The steps that pass a filter: of one claim, of the claims about an entity, else of all.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let about = filter.entity.map(|e| material.graph.claims_about(e));
        let claims: Vec<_> = case
            .claims
            .keys()
            .filter(|key| filter.claim.is_none_or(|c| c == *key))
            .filter(|key| about.as_ref().is_none_or(|all| all.contains(key)))
            .collect();
        let narrowed =
            filter.source.is_some() || filter.statement.is_some() || filter.document.is_some();
        // A step is about the entity through its claim, whatever else its statement is about.
        let other = Filter {
            claim: None,
            entity: None,
            ..*filter
        };
        let passes = |statement: Option<Key<Statement>>| {
            !narrowed || statement.is_some_and(|s| other.passes(material, s))
        };
        let mut steps: Vec<TimelineStepView> =
            timeline(&material.analysis, material.figures(), &claims)
                .iter()
                .filter(|one| passes(one.statement))
                .map(|one| step(material, one))
                .collect();
        // One statement may take back several that bear on the same claim: one step.
        steps.dedup_by(|b, a| {
            a.statement.is_some()
                && (&a.statement, &a.claim, a.what, a.back)
                    == (&b.statement, &b.claim, b.what, b.back)
        });
        mark_order(&mut steps);
        filter.cut(&mut steps);
        Self {
            setting: SettingView::new(material),
            steps,
            vital_status: persons(case, filter)
                .into_iter()
                .map(|person| {
                    let status = vital_status(&material.analysis, person);
                    vital(&material.analysis, person, &status)
                })
                .filter(VitalView::says_something)
                .collect(),
        }
    }
}

impl VitalView {
    fn says_something(&self) -> bool {
        self.last_alive.is_some()
            || !self.alive_reported.is_empty()
            || !self.doubted.is_empty()
            || !self.cannot_confirm.is_empty()
            || !self.rumours.is_empty()
            || !self.affirmed.is_empty()
            || !self.denied.is_empty()
            || !self.settled.is_empty()
    }
}

/// Some statements of a line of life: what they do, in words.
#[derive(Debug, Clone)]
pub struct LifePart<'v> {
    /// A short name: `seen`, `reported`, `mentioned`, `dead`, `denied`, `doubted`, `cannot-confirm`.
    pub name: &'static str,
    /// What they do.
    pub words: Pair,
    /// Which; never none.
    pub statements: Vec<&'v String>,
}

impl VitalView {
    /// What bears on whether the person lives beside the last evidence of it, as it is told: what is mentioned only to
    /// be denied apart from what is reported.
    #[must_use]
    pub fn parts(&self) -> Vec<LifePart<'_>> {
        let mentioned = |id: &&String| self.within_denials.contains(*id);
        let reported = self.alive_reported.iter().chain(&self.rumours);
        let all = [
            (
                "seen",
                (
                    "alive or seen, reported, not vouched for",
                    "نُقلت الحياة أو المشاهدة دون جزم",
                ),
                self.alive_reported
                    .iter()
                    .filter(|id| !mentioned(id))
                    .collect(),
            ),
            (
                "reported",
                ("death reported, not vouched for", "نُقلت الوفاة دون جزم"),
                self.rumours.iter().filter(|id| !mentioned(id)).collect(),
            ),
            (
                "mentioned",
                labels::TO_DENY,
                reported.filter(mentioned).collect(),
            ),
            (
                "dead",
                ("said to be dead", "قيل بالوفاة"),
                self.affirmed.iter().collect(),
            ),
            (
                "denied",
                ("death denied", "نُفيت الوفاة"),
                self.denied.iter().collect(),
            ),
            (
                "doubted",
                ("death doubted", "شُكّك في الوفاة"),
                self.doubted.iter().collect(),
            ),
            (
                "cannot-confirm",
                ("cannot confirm the death", "تعذّر تأكيد الوفاة"),
                self.cannot_confirm.iter().collect(),
            ),
        ];
        let all = all.into_iter().map(|(name, words, statements)| LifePart {
            name,
            words,
            statements,
        });
        all.filter(|part: &LifePart<'_>| !part.statements.is_empty())
            .collect()
    }
}

fn step(material: &Material<'_>, step: &TimeStep) -> TimelineStepView {
    let case = material.case();
    TimelineStepView {
        time: step.time.as_ref().map(TimeView::from),
        dated_by: step.dated_by,
        what: step.what,
        claim: case.claims.id(step.claim).to_owned(),
        statement: id(&case.statements, step.statement),
        document: id(&case.documents, step.document),
        judgement: id(&case.judgements, step.judgement),
        certain: !step.soft,
        taken_back: step.taken_back,
        decision: step
            .judgement
            .and_then(|key| DecisionView::of(&material.analysis, key)),
        back: step.back.map(|(how, who)| BackView { how, who }),
        within_denial: step
            .statement
            .is_some_and(|key| only_to_deny(&material.analysis, &[key])),
        order_known: true,
    }
}

/// Says of each step whether its date surely differs from those of the other statements on its claim.
fn mark_order(steps: &mut [TimelineStepView]) {
    let days = |step: &TimelineStepView| {
        let when = When::parse(&step.time.as_ref()?.edtf, false, Words::default()).ok()?;
        // Marked uncertain or approximate it may be of a day that is not written.
        Some((when.first()?, when.last()?)).filter(|_| !when.vague())
    };
    // By claim, the steps of one statement at one time together: they are not out of order with each other.
    type Said = (Option<(Day, Day)>, String);
    let mut of: BTreeMap<String, BTreeMap<Said, Vec<usize>>> = BTreeMap::new();
    for (n, step) in steps.iter().enumerate() {
        if let Some(statement) = &step.statement {
            let said = of.entry(step.claim.clone()).or_default();
            let said = said.entry((days(step), statement.clone())).or_default();
            said.push(n);
        }
    }
    for group in of.into_values() {
        let several = group
            .keys()
            .any(|(_, s)| Some(s) != group.keys().next().map(|(_, s)| s));
        let mut latest: Option<(&[usize], Day)> = None;
        // One without two sure days may be of any time.
        let unsure = several && group.keys().any(|(days, _)| days.is_none());
        for ((days, _), own) in &group {
            if unsure {
                own.iter().for_each(|n| steps[*n].order_known = false);
            }
            let Some((first, last)) = *days else {
                continue;
            };
            if let Some((before, end)) = latest
                && first <= end
            {
                for n in before.iter().chain(own) {
                    steps[*n].order_known = false;
                }
            }
            if latest.is_none_or(|(_, end)| last >= end) {
                latest = Some((own, last));
            }
        }
    }
}

/// The persons asked for: the entity, or whom the claim asked for is about.
fn persons(case: &Case, filter: &Filter) -> Vec<Key<Entity>> {
    let mut all: Vec<Key<Entity>> = filter.entity.into_iter().collect();
    if let Some(proposition) = filter
        .claim
        .and_then(|claim| case.claims[claim].proposition.as_ref())
    {
        let predicate = &case.predicates[proposition.predicate];
        for filled in &proposition.roles {
            if !predicate.roles[filled.role].key {
                continue;
            }
            all.extend(filled.fillers.iter().filter_map(|filler| match filler {
                Filler::Entity(entity) => Some(*entity),
                Filler::Value(_) | Filler::Text(_) => None,
            }));
        }
    }
    all.retain(|entity| case.entities[*entity].kind == EntityKind::Person);
    all.sort_by_key(|entity| case.entities.id(*entity));
    all.dedup();
    all
}

fn vital(analysis: &Analysis<'_>, person: Key<Entity>, status: &VitalStatus) -> VitalView {
    let case = analysis.case;
    let names = |list: &[Key<Statement>]| {
        list.iter()
            .map(|key| case.statements.id(*key).to_owned())
            .collect()
    };
    VitalView {
        person: case.entities.id(person).to_owned(),
        last_alive: status
            .last_alive
            .as_ref()
            .map(|(statement, when)| LastAliveView {
                statement: case.statements.id(*statement).to_owned(),
                time: when.as_ref().map(TimeView::from),
            }),
        alive_reported: names(&status.alive_reported),
        rumours: names(&status.rumours),
        affirmed: names(&status.affirmed),
        denied: names(&status.denied),
        doubted: names(&status.doubted),
        cannot_confirm: names(&status.cannot_confirm),
        within_denials: {
            let reported = status.rumours.iter().chain(&status.alive_reported);
            let denied = reported.filter(|key| only_to_deny(analysis, &[**key]));
            ids(&case.statements, denied.copied())
        },
        soft: ids(&case.statements, status.soft.iter().copied()),
        settled: status
            .settled
            .iter()
            .filter_map(|(judgement, _)| {
                Some(SettledView {
                    judgement: case.judgements.id(*judgement).to_owned(),
                    decision: DecisionView::of(analysis, *judgement)?,
                })
            })
            .collect(),
    }
}
