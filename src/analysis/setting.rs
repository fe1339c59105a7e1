//! From where a case is looked at: as of a day, as known by a minute, without some sources.
//!
//! Nothing is rebuilt: a view says of each document, statement and judgement whether it counts.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Chain, Chains};
use super::implication::Implications;
use super::rulings::Rulings;
use super::taken_back::{TakenBackBy, taken_back_by};
use super::texts::{SameText, Texts};
use crate::model::{
    Case, Day, Document, Judgement, Key, Minute, Source, Statement, TakeBackHow, When,
};

/// From where a case is looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Setting {
    /// Only what was surely published by the end of this.
    pub as_of: Option<When>,
    /// Only what had entered the case by then.
    pub known_by: Option<Minute>,
    /// Sources that are set aside.
    pub without: Vec<Key<Source>>,
}

/// How a statement was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// By which statement.
    pub by: Key<Statement>,
    /// How.
    pub how: TakeBackHow,
    /// By whom.
    pub who: TakenBackBy,
}

/// A case with what counts in it and what follows: the ground of every figure.
#[derive(Debug, Clone)]
pub struct Analysis<'c> {
    /// The case.
    pub case: &'c Case,
    /// From where it is looked at.
    pub setting: Setting,
    /// The rulings in force there.
    pub rulings: Rulings,
    /// The chains of every statement, under those rulings.
    pub chains: Chains,
    /// What follows from what.
    pub implications: Implications,
    /// Which documents are one text.
    pub texts: Texts,
    /// What was taken back by then.
    pub taken_back: BTreeMap<Key<Statement>, TakenBack>,
    documents: Vec<bool>,
    judgements: Vec<bool>,
    set_aside: Vec<bool>,
}

impl<'c> Analysis<'c> {
    /// Prepares a case. `same_text` are copies found by content; those that documents declare are
    /// known without.
    pub fn new(case: &'c Case, setting: Setting, same_text: &[SameText]) -> Self {
        let (documents, judgements) = what_counts(case, &setting);
        let rulings = Rulings::among(case, |key, _| judgements[key.index()]);
        let chains = Chains::with(case, &rulings);
        let implications = Implications::with(case, &rulings);
        let texts = Texts::new(case, same_text, &documents);
        let without: BTreeSet<Key<Source>> = setting
            .without
            .iter()
            .map(|source| rulings.one_source(*source))
            .collect();
        let set_aside = case
            .sources
            .keys()
            .map(|source| {
                !without.is_empty()
                    && spoken_for(case, &rulings, source).any(|one| without.contains(&one))
            })
            .collect();
        let mut this = Self {
            case,
            setting,
            rulings,
            chains,
            implications,
            texts,
            taken_back: BTreeMap::new(),
            documents,
            judgements,
            set_aside,
        };
        this.taken_back = this.find_taken_back();
        this
    }

    /// Whether a document counts here.
    pub fn counts(&self, document: Key<Document>) -> bool {
        self.documents[document.index()]
    }

    /// Whether a judgement counts here.
    pub fn judgement_counts(&self, judgement: Key<Judgement>) -> bool {
        self.judgements[judgement.index()]
    }

    /// Documents that are left out here: too late, or not known to be early enough.
    pub fn left_out_documents(&self) -> Vec<Key<Document>> {
        let keys = self.case.documents.keys();
        keys.filter(|key| !self.counts(*key)).collect()
    }

    /// Judgements that are left out here, being later.
    pub fn left_out_judgements(&self) -> Vec<Key<Judgement>> {
        let keys = self.case.judgements.keys();
        keys.filter(|key| !self.judgement_counts(*key)).collect()
    }

    /// What another setting would leave out: documents and judgements.
    pub fn left_out_as_of(&self, other: &Setting) -> (Vec<Key<Document>>, Vec<Key<Judgement>>) {
        fn out<T>(keys: impl Iterator<Item = Key<T>>, counts: Vec<bool>) -> Vec<Key<T>> {
            keys.zip(counts)
                .filter(|(_, c)| !c)
                .map(|(k, _)| k)
                .collect()
        }
        let (documents, judgements) = what_counts(self.case, other);
        (
            out(self.case.documents.keys(), documents),
            out(self.case.judgements.keys(), judgements),
        )
    }

    /// A source as ruled, then whom it speaks for, as far as that goes: those with which it is set
    /// aside.
    pub fn spoken_for(&self, source: Key<Source>) -> impl Iterator<Item = Key<Source>> + '_ {
        spoken_for(self.case, &self.rulings, source)
    }

    /// Whether a source is set aside, or speaks for one that is.
    pub fn is_set_aside(&self, source: Key<Source>) -> bool {
        self.set_aside[source.index()]
    }

    /// The chains of a statement that no source set aside stands in; none where its document does
    /// not count here.
    pub fn chains_left(&self, statement: Key<Statement>) -> impl Iterator<Item = Chain<'_>> {
        let counts = self.counts(self.case.statements[statement].document);
        self.chains.of(statement).filter(move |chain| {
            counts
                && !chain
                    .links
                    .iter()
                    .filter_map(|link| link.source)
                    .any(|source| self.is_set_aside(source))
        })
    }

    /// Whether a statement can be heard here at all, taken back or not.
    pub fn heard(&self, statement: Key<Statement>) -> bool {
        self.chains_left(statement).next().is_some()
    }

    /// Whether a statement counts here: heard and not taken back.
    pub fn stands(&self, statement: Key<Statement>) -> bool {
        !self.taken_back.contains_key(&statement) && self.heard(statement)
    }

    /// The node that a source counts as: those ruled to be one are, and who speaks for a body
    /// counts as the body.
    pub fn node(&self, source: Key<Source>) -> Key<Source> {
        spoken_for(self.case, &self.rulings, source)
            .last()
            .unwrap_or(source)
    }

    fn find_taken_back(&self) -> BTreeMap<Key<Statement>, TakenBack> {
        let mut all = BTreeMap::new();
        for (later, _, statement) in self.case.statements.iter() {
            // What was taken back stays so even if whoever carried the retraction is set aside.
            if !self.counts(statement.document) {
                continue;
            }
            for back in &statement.takes_back {
                let who = taken_back_by(self.case, &self.chains, later, back.statement);
                if who == TakenBackBy::Stranger {
                    continue;
                }
                let new = TakenBack {
                    by: later,
                    how: back.how,
                    who,
                };
                let id = |key| self.case.statements.id(key);
                let known = all.entry(back.statement).or_insert(new);
                if id(later) < id(known.by) {
                    *known = new;
                }
            }
        }
        all
    }
}

/// Which documents and which judgements count in a setting.
fn what_counts(case: &Case, setting: &Setting) -> (Vec<bool>, Vec<bool>) {
    let by = setting.as_of.as_ref();
    let documents = case
        .documents
        .iter()
        .map(|(_, _, document)| {
            let published = by.is_none_or(|day| {
                document
                    .published
                    .as_ref()
                    .is_some_and(|when| !when.vague() && when.surely_by(day))
            });
            let entered = setting
                .known_by
                .is_none_or(|minute| document.added.is_some_and(|added| added <= minute));
            published && entered
        })
        .collect();
    let last = by.map(|day| day.last());
    let judgements = case
        .judgements
        .iter()
        .map(|(_, _, judgement)| {
            last.is_none_or(|last| day(judgement.at).is_some_and(|at| Some(at) <= last))
                && setting.known_by.is_none_or(|minute| judgement.at <= minute)
        })
        .collect();
    (documents, judgements)
}

/// A source as ruled, then whom it speaks for, as far as that goes.
fn spoken_for<'a>(
    case: &'a Case,
    rulings: &'a Rulings,
    source: Key<Source>,
) -> impl Iterator<Item = Key<Source>> + 'a {
    let mut here = Some(rulings.one_source(source));
    // Circles are cut when the case is read, but rulings could close one anew.
    let mut left = case.sources.len() + 1;
    std::iter::from_fn(move || {
        let now = here?;
        left -= 1;
        here = case.sources[now]
            .speaks_for
            .filter(|_| left > 0)
            .map(|body| rulings.one_source(body))
            .filter(|body| *body != now);
        Some(now)
    })
}

/// The day of a minute, in UTC.
pub(super) fn day(minute: Minute) -> Option<Day> {
    let text = minute.to_string();
    let (date, _) = text.split_once('T')?;
    let mut parts = date.rsplitn(3, '-');
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next()?.parse().ok()?;
    Some((year, month, day))
}
