//! What was drafted before, and what a person made of it: nothing of theirs is changed, and nothing deleted comes back.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::case_file::{DraftEvidence, DraftKind, DraftShape, Loaded, Subject, entry_digest};

/// An entry that drafting proposes now.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// What kind of entry.
    pub kind: DraftKind,
    /// Its id.
    pub id: String,
    /// What it was made of, the same in every run.
    pub key: String,
    /// The file that it belongs to.
    pub file: String,
    /// The entry as it is written.
    pub entry: String,
    /// The rule.
    pub rule: String,
    /// How sure the rule is, 0 to 1.
    pub score: f64,
    /// What it rests on.
    pub evidence: Vec<DraftEvidence>,
}

/// How an entry of the record stands in the case now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it was written.
    Untouched,
    /// A person changed it.
    Touched,
    /// A person deleted it.
    Gone,
}

/// What an earlier draft wrote, as it stands now.
#[derive(Debug, Default)]
pub struct Record {
    /// The record, by kind and key.
    by_key: BTreeMap<(DraftKind, String), (DraftShape, State)>,
    /// The ids of the entries of the case by kind, whoever wrote them.
    there: HashSet<(DraftKind, String)>,
    /// Untouched entries by kind and id.
    untouched: HashSet<(DraftKind, String)>,
    /// The files in which somebody's own entries mention ids: the words in quotation marks of all that is not untouched.
    mentioned: BTreeSet<String>,
}

impl Record {
    /// Compares the record of a case with its entries.
    #[must_use]
    pub fn new(loaded: &Loaded) -> Self {
        let mut texts: HashMap<(DraftKind, String), &str> = HashMap::new();
        let mut all = Vec::new();
        let case = &loaded.case;
        all.extend(
            case.documents
                .iter()
                .map(|(k, id, _)| (DraftKind::Document, id, Subject::Document(k))),
        );
        all.extend(
            case.sources
                .iter()
                .map(|(k, id, _)| (DraftKind::Source, id, Subject::Source(k))),
        );
        all.extend(
            case.entities
                .iter()
                .map(|(k, id, _)| (DraftKind::Entity, id, Subject::Entity(k))),
        );
        all.extend(
            case.claims
                .iter()
                .map(|(k, id, _)| (DraftKind::Claim, id, Subject::Claim(k))),
        );
        all.extend(
            case.statements
                .iter()
                .map(|(k, id, _)| (DraftKind::Statement, id, Subject::Statement(k))),
        );
        for (kind, id, subject) in all {
            if let Some(at) = loaded.places.entry(subject) {
                let text = &loaded.places.files[at.file].text[at.start..at.end];
                texts.insert((kind, id.to_owned()), text);
            }
        }
        let mut record = Self::default();
        for shape in &loaded.drafts {
            let at = (shape.kind, shape.id.clone());
            let state = match texts.get(&at) {
                None => State::Gone,
                Some(text) if entry_digest(text) == shape.digest => State::Untouched,
                Some(_) => State::Touched,
            };
            if state == State::Untouched {
                record.untouched.insert(at);
            }
            record
                .by_key
                .entry((shape.kind, shape.key.clone()))
                .or_insert_with(|| (shape.clone(), state));
        }
        for (at, text) in &texts {
            if !record.untouched.contains(at) {
                record.mentioned.extend(quoted(text));
            }
            record.there.insert(at.clone());
        }
        // Whatever could not be read may mention anything: nothing that stands in it is known to be free.
        record
    }

    /// The ids that keys of nodes have, so that an entry keeps its id.
    #[must_use]
    pub fn ids(&self) -> HashMap<String, String> {
        self.by_key
            .iter()
            .filter(|((kind, _), _)| matches!(kind, DraftKind::Source | DraftKind::Entity))
            .map(|((_, key), (shape, _))| (key.clone(), shape.id.clone()))
            .collect()
    }

    /// The id that a key has, and how its entry stands.
    #[must_use]
    pub fn of(&self, kind: DraftKind, key: &str) -> Option<(&str, State)> {
        self.by_key
            .get(&(kind, key.to_owned()))
            .map(|(shape, state)| (shape.id.as_str(), *state))
    }

    /// Whether the entry of this id is as an earlier draft wrote it.
    #[must_use]
    pub fn is_untouched(&self, kind: DraftKind, id: &str) -> bool {
        self.untouched.contains(&(kind, id.to_owned()))
    }

    /// Whether the case has an entry of this id.
    #[must_use]
    pub fn is_there(&self, kind: DraftKind, id: &str) -> bool {
        self.there.contains(&(kind, id.to_owned()))
    }

    /// Whether an earlier draft wrote an entry of this id that is deleted now.
    #[must_use]
    pub fn is_gone(&self, kind: DraftKind, id: &str) -> bool {
        self.by_key
            .values()
            .any(|(shape, state)| shape.kind == kind && shape.id == id && *state == State::Gone)
    }

    /// All deleted entries' kinds and ids.
    #[must_use]
    pub fn gone(&self) -> HashSet<(DraftKind, String)> {
        self.by_key
            .values()
            .filter(|(_, state)| *state == State::Gone)
            .map(|(shape, _)| (shape.kind, shape.id.clone()))
            .collect()
    }

    /// Whether an entry that is not the program's own mentions an id.
    #[must_use]
    pub fn is_mentioned(&self, id: &str) -> bool {
        self.mentioned.contains(id)
    }

    /// All that is recorded, with how it stands, by kind and key.
    pub fn iter(&self) -> impl Iterator<Item = (&DraftShape, State)> {
        self.by_key.values().map(|(shape, state)| (shape, *state))
    }

    /// How many entries of earlier drafts stand in each way: untouched, touched, gone.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted| self.iter().filter(|(_, s)| *s == wanted).count();
        (
            count(State::Untouched),
            count(State::Touched),
            count(State::Gone),
        )
    }
}

/// The words in quotation marks of an entry.
fn quoted(entry: &str) -> impl Iterator<Item = String> {
    entry.split('"').skip(1).step_by(2).map(str::to_owned)
}
