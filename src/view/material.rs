//! What views are made from, and the filters that narrow them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::decisions::{Decided, decided};

use crate::analysis::{Analysis, Chains, ClaimFigures, Ledger, SameText, Setting};
use crate::case_file::{Loaded, Texts};
use crate::check::check;
use crate::finding::Finding;
use crate::graph::ClaimGraph;
use crate::model::{Alias, Case, Claim, Document, Entity, Key, Source, Statement, Table, Words};
use crate::text::copies::{Shared, shared_texts};
use crate::text::fold::fold;

/// A case with all that is worked out from it, from where it is looked at.
#[derive(Debug)]
pub struct Material<'c> {
    /// The case as read, with its places.
    pub loaded: &'c Loaded,
    /// The texts at hand.
    pub texts: Texts,
    /// The claim graph.
    pub graph: ClaimGraph,
    /// What counts, as of when and without whom, and what follows.
    pub analysis: Analysis<'c>,
    /// Every finding, whatever the setting.
    pub findings: Vec<Finding>,
    /// Documents that share text, where two texts or more are at hand to compare.
    pub shared: Option<Vec<Shared<Key<Document>>>>,
    figures: OnceLock<Vec<ClaimFigures>>,
    /// Those of the one claim that was asked about first, before all were worked out.
    alone: OnceLock<ClaimFigures>,
    counted: OnceLock<usize>,
    decided: OnceLock<BTreeMap<Key<Claim>, Decided>>,
}

impl<'c> Material<'c> {
    /// Works out what every view needs; figures are worked out when first asked for.
    pub fn new(loaded: &'c Loaded, texts: Texts, setting: Setting) -> Self {
        let case = &loaded.case;
        let whole = setting == Setting::default();
        let at_hand: Vec<(Key<Document>, &str)> = case
            .documents
            .keys()
            .filter_map(|key| texts.get(key).map(|text| (key, text.text.as_str())))
            .collect();
        let shared = (at_hand.len() > 1).then(|| shared_texts(&at_hand));
        let copies: Vec<SameText> = shared.iter().flatten().flat_map(SameText::of).collect();
        let analysis = Analysis::new(case, setting, &copies);
        let findings = if whole {
            check(loaded, &texts, &analysis.chains)
        } else {
            check(loaded, &texts, &Chains::new(case))
        };
        Self {
            loaded,
            texts,
            graph: ClaimGraph::new(case),
            analysis,
            findings,
            shared,
            figures: OnceLock::new(),
            alone: OnceLock::new(),
            counted: OnceLock::new(),
            decided: OnceLock::new(),
        }
    }

    /// The case.
    pub fn case(&self) -> &'c Case {
        &self.loaded.case
    }

    /// The chains of every statement.
    pub fn chains(&self) -> &Chains {
        &self.analysis.chains
    }

    /// How many documents count in this setting.
    pub fn counted_texts(&self) -> usize {
        *self.counted.get_or_init(|| {
            let keys = self.case().documents.keys();
            keys.filter(|key| self.analysis.counts(*key)).count()
        })
    }

    /// The figures of every claim, in the order of the case.
    pub fn figures(&self) -> &[ClaimFigures] {
        self.figures
            .get_or_init(|| Ledger::new(&self.analysis).claims())
    }

    /// The figures of one claim. While only one is asked about no other is worked out.
    pub fn figures_of(&self, claim: Key<Claim>) -> &ClaimFigures {
        if self.figures.get().is_none() {
            let alone = self.alone.get_or_init(|| {
                let mut one = Ledger::new(&self.analysis).claims_where(|other| other == claim);
                one.swap_remove(0)
            });
            if alone.claim == claim {
                return alone;
            }
        }
        &self.figures()[claim.index()]
    }

    /// The editorial decisions that the origins of one claim rest on. While only one claim is asked about no other is
    /// tried.
    pub(super) fn decided_of(&self, claim: Key<Claim>) -> Decided {
        if self.figures.get().is_none() {
            let one = std::slice::from_ref(self.figures_of(claim));
            if self.figures.get().is_none() {
                return decided(&self.analysis, one)
                    .remove(&claim)
                    .unwrap_or_default();
            }
        }
        let all = self
            .decided
            .get_or_init(|| decided(&self.analysis, self.figures()));
        all.get(&claim).cloned().unwrap_or_default()
    }
}

/// What a view is narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// One claim.
    pub claim: Option<Key<Claim>>,
    /// One entity.
    pub entity: Option<Key<Entity>>,
    /// One source.
    pub source: Option<Key<Source>>,
    /// One statement.
    pub statement: Option<Key<Statement>>,
    /// One document.
    pub document: Option<Key<Document>>,
    /// At most so many; none: the view's own limit; 0: all.
    pub limit: Option<usize>,
}

/// An id, or of a source or an entity a name, that a filter asks for and the case does not have, or has
/// several times.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.words())]
pub struct UnknownId {
    /// "claim", "source", …
    pub what: &'static str,
    /// As asked.
    pub id: String,
    /// Known ids that are close to it; of a name that several have, theirs.
    pub close: Vec<String>,
    /// It is a name that several have.
    pub several: bool,
}

impl UnknownId {
    fn words(&self) -> String {
        let Self { what, id, .. } = self;
        if self.several {
            format!("\"{id}\" is the name of more than one {what}")
        } else {
            format!("the case has no {what} \"{id}\"")
        }
    }
}

impl Filter {
    /// Looks ids up in a case.
    pub fn new(
        case: &Case,
        claim: Option<&str>,
        entity: Option<&str>,
        source: Option<&str>,
        statement: Option<&str>,
        document: Option<&str>,
        limit: Option<usize>,
    ) -> Result<Self, UnknownId> {
        Ok(Self {
            claim: look_up(&case.claims, "claim", claim)?,
            entity: by_id_or_name(&case.entities, "entity", entity, |one: &Entity| {
                names(&one.names, &one.aliases)
            })?,
            source: by_id_or_name(&case.sources, "source", source, |one: &Source| {
                names(&one.names, &one.aliases)
            })?,
            statement: look_up(&case.statements, "statement", statement)?,
            document: look_up(&case.documents, "document", document)?,
            limit,
        })
    }

    /// Whether a statement passes: it is the one, or stands in, comes from, bears on, describes
    /// what is asked for.
    pub fn passes(&self, material: &Material<'_>, key: Key<Statement>) -> bool {
        let statement = &material.case().statements[key];
        let by_source = |source| {
            material
                .analysis
                .chains_left(key)
                .any(|chain| chain.links.iter().any(|link| link.source == Some(source)))
        };
        material.analysis.heard(key)
            && self.statement.is_none_or(|s| s == key)
            && self.document.is_none_or(|d| d == statement.document)
            && self
                .claim
                .is_none_or(|c| statement.bears.iter().any(|b| b.claim == c))
            && self.source.is_none_or(by_source)
            && self.entity.is_none_or(|e| {
                statement.entities.contains(&e) || material.graph.statements_about(e).contains(&key)
            })
    }

    /// Cuts a list to the limit.
    pub(super) fn cut<T>(&self, list: &mut Vec<T>) {
        if let Some(limit) = self.limit.filter(|limit| *limit > 0) {
            list.truncate(limit);
        }
    }
}

/// Every name and alias, folded.
fn names(names: &Words, aliases: &[Alias]) -> Vec<String> {
    let names = names.iter().map(|(_, text)| text);
    let all = names.chain(aliases.iter().map(|alias| alias.text.as_ref()));
    all.map(fold).filter(|name| !name.is_empty()).collect()
}

/// Looks up an id, else a name or alias that exactly one entry has (marks and letter variants aside).
fn by_id_or_name<T>(
    table: &Table<T>,
    what: &'static str,
    asked: Option<&str>,
    names: impl Fn(&T) -> Vec<String>,
) -> Result<Option<Key<T>>, UnknownId> {
    let Some(text) = asked.filter(|id| table.key(id).is_none()) else {
        return look_up(table, what, asked);
    };
    let wanted = fold(text);
    let named: Vec<(Key<T>, &str)> = table
        .iter()
        .filter(|(_, _, one)| !wanted.is_empty() && names(one).contains(&wanted))
        .map(|(key, id, _)| (key, id))
        .collect();
    match named.as_slice() {
        [] => look_up(table, what, asked),
        [(one, _)] => Ok(Some(*one)),
        several => Err(UnknownId {
            what,
            id: text.to_owned(),
            close: several.iter().map(|(_, id)| (*id).to_owned()).collect(),
            several: true,
        }),
    }
}

fn look_up<T>(
    table: &Table<T>,
    what: &'static str,
    id: Option<&str>,
) -> Result<Option<Key<T>>, UnknownId> {
    let Some(id) = id else { return Ok(None) };
    table.key(id).map(Some).ok_or_else(|| {
        let mut close: Vec<(usize, &str)> = table
            .iter()
            // Nothing is close to nothing.
            .filter(|_| !id.trim().is_empty())
            .map(|(_, known, _)| (strsim::osa_distance(id, known), known))
            .filter(|(distance, known)| *distance <= 1 + known.len() / 3 || known.contains(id))
            .collect();
        close.sort_unstable();
        UnknownId {
            what,
            id: id.to_owned(),
            close: close
                .into_iter()
                .take(3)
                .map(|(_, k)| k.to_owned())
                .collect(),
            several: false,
        }
    })
}
