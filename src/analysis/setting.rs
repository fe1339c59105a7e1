//! From where a case is looked at: as of a day, as known by a minute, without some sources.
//!
//! Nothing is rebuilt: a view says of each document, statement and judgement whether it counts.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::chain::{Chain, Chains};
use super::headings::Headings;
use super::implication::{Implications, MANY};
use super::lists::Lists;
use super::rulings::{Rulings, in_force};
use super::taken_back::{TakenBackBy, broken_by, taken_back_by};
use super::texts::{SameText, Texts};
use crate::model::{
    Act, Case, Claim, Day, Document, Judgement, Key, Minute, Ruling, Source, Stance, Statement,
    TakeBackHow, When,
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
    /// Of a heading that went with its text: the statement of the text that was taken back.
    pub with: Option<Key<Statement>>,
}

/// How a statement bears on a claim, without the words: every figure asks for it, so it lies in one
/// flat list and not in as many places of memory as there are statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bears {
    /// The claim.
    pub(super) claim: Key<Claim>,
    /// The stance.
    pub(super) stance: Stance,
    /// Said as likely only.
    pub(super) hedged: bool,
    /// Perhaps not of this very claim.
    pub(super) unclear: bool,
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
    /// What was taken back by then, all its chains with it.
    pub taken_back: BTreeMap<Key<Statement>, TakenBack>,
    /// What some of its links took back by then, while it came through others as well: how, and which of
    /// its chains broke.
    pub partly_taken_back: BTreeMap<Key<Statement>, (TakenBack, Vec<bool>)>,
    documents: Vec<bool>,
    judgements: Vec<bool>,
    set_aside: Vec<bool>,
    /// Of each statement: how it bears on claims.
    bears: Lists<Bears>,
    /// Of each statement: whether it can be heard here, taken back or not.
    heard: Vec<bool>,
    /// Of each statement: whether it says what is to come.
    forecasts: Vec<bool>,
    /// What headings rest on.
    pub(super) headings: Headings,
}

/// So many statements are looked at in one piece of work.
const CHUNK: usize = 16_384;

impl<'c> Analysis<'c> {
    /// Prepares a case. `same_text` are copies found by content; those that documents declare are
    /// known without.
    pub fn new(case: &'c Case, setting: Setting, same_text: &[SameText]) -> Self {
        Self::with_many(case, setting, same_text, MANY)
    }

    /// As [`Analysis::new`]; from so many claims of one key on their exclusions are not written pair by
    /// pair. Nothing that is found depends on it, as the tests show, only what it costs.
    pub fn with_many(
        case: &'c Case,
        setting: Setting,
        same_text: &[SameText],
        many: usize,
    ) -> Self {
        let (documents, judgements) = what_counts(case, &setting);
        let rulings = Rulings::among(case, |key, _| judgements[key.index()]);
        let ((chains, texts), implications) = rayon::join(
            || {
                let chains = Chains::with(case, &rulings);
                (chains, Texts::new(case, same_text, &documents))
            },
            || Implications::with_many(case, &rulings, many),
        );
        Self::of(
            case,
            setting,
            (documents, judgements),
            (rulings, chains),
            implications,
            texts,
        )
    }

    /// The same case as if some judgements had never been made. What they had put out of force does not come back:
    /// nobody holds it any more.
    pub fn without_judgements(&self, out: &BTreeSet<Key<Judgement>>) -> Self {
        let case = self.case;
        let mut judgements = vec![false; self.judgements.len()];
        for key in in_force(case, |key, _| self.judgements[key.index()]) {
            judgements[key.index()] = !out.contains(&key);
        }
        let rulings = Rulings::among(case, |key, _| judgements[key.index()]);
        let chains = Chains::with(case, &rulings);
        // Only what is ruled of entities changes what follows from what.
        let of_entities = |key: &Key<Judgement>| {
            let ruling = &case.judgements[*key].ruling;
            matches!(
                ruling,
                Ruling::SameEntities(_) | Ruling::DifferentEntities(_)
            )
        };
        let implications = match out.iter().any(of_entities) {
            true => Implications::with_many(case, &rulings, MANY),
            false => self.implications.clone(),
        };
        let counted = (self.documents.clone(), judgements);
        let (setting, texts) = (self.setting.clone(), self.texts.clone());
        Self::of(
            case,
            setting,
            counted,
            (rulings, chains),
            implications,
            texts,
        )
    }

    fn of(
        case: &'c Case,
        setting: Setting,
        (documents, judgements): (Vec<bool>, Vec<bool>),
        (rulings, chains): (Rulings, Chains),
        implications: Implications,
        texts: Texts,
    ) -> Self {
        let without: BTreeSet<Key<Source>> = setting
            .without
            .iter()
            .map(|source| rulings.one_source(*source))
            .collect();
        let set_aside: Vec<bool> = if without.is_empty() {
            Vec::new()
        } else {
            let aside = |source| {
                rulings
                    .spoken_for(source)
                    .iter()
                    .any(|one| without.contains(one))
            };
            case.sources.keys().map(aside).collect()
        };
        let mut this = Self {
            case,
            setting,
            rulings,
            chains,
            implications,
            texts,
            taken_back: BTreeMap::new(),
            partly_taken_back: BTreeMap::new(),
            documents,
            judgements,
            set_aside,
            bears: Lists::default(),
            heard: Vec::new(),
            forecasts: Vec::new(),
            headings: Headings::default(),
        };
        this.look();
        this
    }

    /// Looks at every statement once, and keeps what figures ask of each.
    fn look(&mut self) {
        type Part = (Lists<Bears>, Vec<(bool, bool)>, [Vec<Key<Statement>>; 2]);
        let all = self.case.statements.len();
        let parts: Vec<Part> = (0..all.div_ceil(CHUNK))
            .into_par_iter()
            .map(|chunk| {
                let mut part = Part::default();
                for i in chunk * CHUNK..all.min((chunk + 1) * CHUNK) {
                    let key = Key::new(i);
                    let statement = &self.case.statements[key];
                    part.0.push(statement.bears.iter().map(|bearing| Bears {
                        claim: bearing.claim,
                        stance: bearing.stance,
                        hedged: bearing.hedged,
                        unclear: bearing.unclear,
                    }));
                    let counts = self.counts(statement.document);
                    let heard = counts && self.chains.of(key).any(|chain| self.is_left(&chain));
                    part.1.push((heard, statement.act == Act::Predict));
                    // What was taken back stays so even if whoever carried the retraction is set aside.
                    let [back, headings] = &mut part.2;
                    if counts && !statement.takes_back.is_empty() {
                        back.push(key);
                    }
                    if counts && statement.heading && !statement.bears.is_empty() {
                        headings.push(key);
                    }
                }
                part
            })
            .collect();
        let mut bears = Vec::with_capacity(parts.len());
        let (mut later, mut headings) = (Vec::new(), Vec::new());
        self.heard = Vec::with_capacity(all);
        for (one, heard, [back, titles]) in parts {
            bears.push(one);
            self.heard.extend(heard.iter().map(|(heard, _)| heard));
            self.forecasts
                .extend(heard.iter().map(|(_, forecast)| forecast));
            later.extend(back);
            headings.extend(titles);
        }
        self.bears = Lists::joined(bears);
        self.find_taken_back(&later);
        let left = |(key, (_, broken)): (&Key<Statement>, &(TakenBack, Vec<bool>))| {
            let mut chains = self.chains.of(*key).zip(broken);
            let left = chains.any(|(chain, broken)| !broken && self.is_left(&chain));
            (*key, self.heard[key.index()] && left)
        };
        let heard: Vec<_> = self.partly_taken_back.iter().map(left).collect();
        for (key, heard) in heard {
            self.heard[key.index()] = heard;
        }
        self.settle_headings(&headings);
    }

    /// Lets a statement be heard no more.
    pub(super) fn silence(&mut self, statement: Key<Statement>) {
        self.heard[statement.index()] = false;
    }

    /// Whether no source of a chain is set aside.
    fn is_left(&self, chain: &Chain<'_>) -> bool {
        self.set_aside.is_empty()
            || !chain
                .links
                .iter()
                .filter_map(|link| link.source)
                .any(|source| self.is_set_aside(source))
    }

    /// Whether a statement says what is to come: it contradicts nothing that is said of the present.
    pub fn forecast(&self, statement: Key<Statement>) -> bool {
        self.forecasts[statement.index()]
    }

    /// How each statement bears on claims.
    pub(super) fn bears(&self) -> &Lists<Bears> {
        &self.bears
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
    pub fn spoken_for(&self, source: Key<Source>) -> Vec<Key<Source>> {
        self.rulings.spoken_for(source)
    }

    /// Whether a source is set aside, or speaks for one that is.
    pub fn is_set_aside(&self, source: Key<Source>) -> bool {
        !self.set_aside.is_empty() && self.set_aside[source.index()]
    }

    /// The chains of a statement that no source set aside stands in and of which no link took it
    /// back, while others stand; none where its document does not count here.
    pub fn chains_left(&self, statement: Key<Statement>) -> impl Iterator<Item = Chain<'_>> {
        let heard = self.heard(statement);
        let any = !self.partly_taken_back.is_empty();
        let broken = any
            .then(|| self.partly_taken_back.get(&statement))
            .flatten();
        let chains = self.chains.of(statement).enumerate();
        let stands = move |(i, chain): &(usize, Chain<'_>)| {
            heard && self.is_left(chain) && broken.is_none_or(|(_, broken)| !broken[*i])
        };
        chains.filter(stands).map(|(_, chain)| chain)
    }

    /// Whether a statement can be heard here at all, taken back or not.
    pub fn heard(&self, statement: Key<Statement>) -> bool {
        self.heard[statement.index()]
    }

    /// Whether a statement counts here: heard and not taken back.
    pub fn stands(&self, statement: Key<Statement>) -> bool {
        self.heard(statement)
            && (self.taken_back.is_empty() || !self.taken_back.contains_key(&statement))
    }

    /// The node that a source counts as: those ruled to be one are, and who speaks for a body
    /// counts as the body.
    pub fn node(&self, source: Key<Source>) -> Key<Source> {
        self.rulings.node(source)
    }

    /// As what a statement takes another back, its speaker, a relay or its publisher; as a stranger it does not.
    pub(super) fn takes_back(&self, later: Key<Statement>, earlier: Key<Statement>) -> TakenBackBy {
        let (rulings, chains) = (&self.rulings, &self.chains);
        taken_back_by(self.case, rulings, chains, later, earlier)
    }

    /// Who takes a statement back breaks the chains that run through him; where none is left it is
    /// taken back. Of several who do, the first by id is told.
    fn find_taken_back(&mut self, later: &[Key<Statement>]) {
        let mut all: BTreeMap<Key<Statement>, (TakenBack, Vec<bool>)> = BTreeMap::new();
        for later in later.iter().copied() {
            let statement = &self.case.statements[later];
            for back in &statement.takes_back {
                let earlier = back.statement;
                let (rulings, chains) = (&self.rulings, &self.chains);
                let who = taken_back_by(self.case, rulings, chains, later, earlier);
                if who == TakenBackBy::Stranger {
                    continue;
                }
                let new = TakenBack {
                    by: later,
                    how: back.how,
                    who,
                    with: None,
                };
                let broken = broken_by(self.case, rulings, chains, later, earlier);
                let id = |key| self.case.statements.id(key);
                match all.entry(earlier) {
                    Entry::Vacant(free) => drop(free.insert((new, broken))),
                    Entry::Occupied(mut taken) => {
                        let (known, before) = taken.get_mut();
                        if id(later) < id(known.by) {
                            *known = new;
                        }
                        for (before, now) in before.iter_mut().zip(broken) {
                            *before |= now;
                        }
                    }
                }
            }
        }
        for (statement, (taken, broken)) in all {
            if broken.iter().all(|broken| *broken) {
                self.taken_back.insert(statement, taken);
            } else {
                self.partly_taken_back.insert(statement, (taken, broken));
            }
        }
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
