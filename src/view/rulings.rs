//! What people decided: every judgement that counts, with whom it is about and why.
//!
//! Made for pages, which print each decision in full; the JSON of claims has the desk's answers.

use super::material::Material;
use super::parts::{id, ids};
use super::phrase::Tongue;
use crate::model::{Answer, Case, Entity, EntityKind, Judgement, Key, Ruling, Words};

/// A judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulingView {
    /// Its id.
    pub id: String,
    /// Who.
    pub by: String,
    /// When, to the minute.
    pub at: String,
    /// What.
    pub what: RuledView,
    /// Why.
    pub why: Words,
    /// Judgements that it dissents from.
    pub dissents_from: Vec<String>,
    /// The judgement that it replaces.
    pub replaces: Option<String>,
}

/// What is ruled, by ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuledView {
    /// These sources are one.
    SameSources(Vec<String>),
    /// These sources are all different.
    DifferentSources(Vec<String>),
    /// These entities are one.
    SameEntities(Vec<String>),
    /// These entities are all different.
    DifferentEntities(Vec<String>),
    /// A source has what it says from another.
    RestsOn {
        /// Who was told.
        source: String,
        /// Who told it.
        on: String,
        /// Of this statement only.
        statement: Option<String>,
    },
    /// The desk's answer to a question.
    Settled {
        /// The claim.
        claim: String,
        /// The answer.
        answer: Answer,
    },
}

impl RulingView {
    /// The judgements that count from where the case is looked at, by id.
    pub fn all(material: &Material<'_>) -> Vec<Self> {
        let case = material.case();
        let sources = |keys: &[_]| ids(&case.sources, keys.iter().copied());
        let entities = |keys: &[_]| ids(&case.entities, keys.iter().copied());
        let mut all: Vec<Self> = case
            .judgements
            .iter()
            .filter(|(key, _, _)| material.analysis.judgement_counts(*key))
            .map(|(_, name, judgement)| Self {
                id: name.to_owned(),
                by: judgement.by.to_string(),
                at: judgement.at.to_string(),
                what: match &judgement.ruling {
                    Ruling::SameSources(all) => RuledView::SameSources(sources(all)),
                    Ruling::DifferentSources(all) => RuledView::DifferentSources(sources(all)),
                    Ruling::SameEntities(all) => RuledView::SameEntities(entities(all)),
                    Ruling::DifferentEntities(all) => RuledView::DifferentEntities(entities(all)),
                    Ruling::RestsOn {
                        source,
                        on,
                        statement,
                    } => RuledView::RestsOn {
                        source: case.sources.id(*source).to_owned(),
                        on: case.sources.id(*on).to_owned(),
                        statement: id(&case.statements, *statement),
                    },
                    Ruling::Settled { claim, answer } => RuledView::Settled {
                        claim: case.claims.id(*claim).to_owned(),
                        answer: *answer,
                    },
                },
                why: judgement.why.clone(),
                dissents_from: ids(&case.judgements, judgement.dissents_from.iter().copied()),
                replaces: id(&case.judgements, judgement.replaces),
            })
            .collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }
}

/// "X and Y are one by editorial decision j1", of a ruling on who is one with whom.
pub(super) fn who_is_who(case: &Case, key: Key<Judgement>) -> Words {
    let by = case.judgements.id(key);
    let entity = |t: Tongue, key: &Key<Entity>| match t.words(&case.entities[*key].names) {
        "" => t.ltr(case.entities.id(*key)),
        name => name.to_owned(),
    };
    let names = |t: Tongue| -> Vec<String> {
        match &case.judgements[key].ruling {
            Ruling::SameSources(all) | Ruling::DifferentSources(all) => {
                all.iter().map(|key| t.source(case, *key)).collect()
            }
            Ruling::SameEntities(all) | Ruling::DifferentEntities(all) => {
                all.iter().map(|key| entity(t, key)).collect()
            }
            Ruling::RestsOn { .. } | Ruling::Settled { .. } => Vec::new(),
        }
    };
    let [en, ar] = [Tongue::En, Tongue::Ar].map(|t| t.list(&names(t)));
    let arabic = Tongue::Ar.ltr(by);
    // What they are one of, as a predicate after the names, and after "are not".
    let (one, not_one) = match &case.judgements[key].ruling {
        Ruling::SameSources(_) | Ruling::DifferentSources(_) => ("مصدر واحد", "مصدرًا واحدًا"),
        Ruling::SameEntities(all) | Ruling::DifferentEntities(all) => {
            match all.first().map(|key| case.entities[*key].kind) {
                Some(EntityKind::Person) => ("شخص واحد", "شخصًا واحدًا"),
                Some(EntityKind::Group) => ("جهة واحدة", "جهة واحدة"),
                Some(EntityKind::Place) => ("مكان واحد", "مكانًا واحدًا"),
                Some(EntityKind::Event) => ("حدث واحد", "حدثًا واحدًا"),
                Some(EntityKind::Thing) | None => ("شيء واحد", "شيئًا واحدًا"),
            }
        }
        Ruling::RestsOn { .. } | Ruling::Settled { .. } => ("", ""),
    };
    match &case.judgements[key].ruling {
        Ruling::DifferentSources(_) | Ruling::DifferentEntities(_) => Words::of(
            &format!("{en} are different by editorial decision {by}"),
            &format!("ليس {ar} {not_one} بقرار تحريري {arabic}"),
        ),
        _ => Words::of(
            &format!("{en} are one by editorial decision {by}"),
            &format!("{ar} {one} بقرار تحريري {arabic}"),
        ),
    }
}
