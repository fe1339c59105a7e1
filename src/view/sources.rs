//! Sources: who they are and what they said.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::overview::RepublishesView;
use super::parts::{id, ids};
use super::setting::SettingView;
use crate::model::{Alias, Disclosure, Key, Number, Reliability, SourceKind, Statement, Words};

/// `view sources`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourcesView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// The sources, by id.
    pub sources: Vec<SourceView>,
}

/// A source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceView {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: SourceKind,
    /// Its names, or the description it is quoted under.
    pub names: Words,
    /// Other forms.
    pub aliases: Vec<Alias>,
    /// Named or undisclosed.
    pub disclosure: Disclosure,
    /// One or several.
    pub number: Number,
    /// The body whose voice it is.
    pub speaks_for: Option<String>,
    /// Bodies it belongs to without being their voice.
    pub member_of: Vec<String>,
    /// Of a collective: whom it may hold.
    pub may_hold: Vec<String>,
    /// Of an undisclosed source: who quotes it first.
    pub quoted_by: Option<RepublishesView>,
    /// Its sides.
    pub sides: Vec<AllegianceView>,
    /// Admiralty grade.
    pub reliability: Option<Reliability>,
    /// Nobody has accepted it yet.
    pub draft: bool,
    /// What it said.
    pub statements: Vec<String>,
    /// What it passed on or published.
    pub relays: Vec<String>,
}

/// A side, for a time.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AllegianceView {
    /// The side.
    pub side: String,
    /// EDTF.
    pub from: Option<String>,
    /// EDTF.
    pub to: Option<String>,
}

impl SourcesView {
    /// The sources that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let mut said: Vec<Vec<Key<Statement>>> = vec![Vec::new(); case.sources.len()];
        let mut relayed = said.clone();
        let narrowed = filter.claim.is_some()
            || filter.entity.is_some()
            || filter.statement.is_some()
            || filter.document.is_some();
        for key in case.statements.keys() {
            if !filter.passes(material, key) {
                continue;
            }
            let statement = &case.statements[key];
            let own = if statement.outlet_voice {
                material.chains().of(key).next().and_then(|c| c.origin())
            } else {
                statement.said_by
            };
            if let Some(source) = own {
                said[source.index()].push(key);
            }
            for chain in material.analysis.chains_left(key) {
                for link in chain.links.iter().skip(1) {
                    if let Some(source) = link.source.filter(|s| Some(*s) != own) {
                        relayed[source.index()].push(key);
                    }
                }
            }
        }
        let mut sources: Vec<SourceView> = case
            .sources
            .iter()
            .filter(|(key, _, _)| filter.source.is_none_or(|s| s == *key))
            .filter(|(key, _, _)| {
                !narrowed || !said[key.index()].is_empty() || !relayed[key.index()].is_empty()
            })
            .map(|(key, name, source)| SourceView {
                id: name.to_owned(),
                kind: source.kind,
                names: source.names.clone(),
                aliases: source.aliases.clone(),
                disclosure: source.disclosure,
                number: source.number,
                speaks_for: id(&case.sources, source.speaks_for),
                member_of: ids(&case.sources, source.member_of.iter().copied()),
                may_hold: ids(&case.sources, source.may_hold.iter().copied()),
                quoted_by: source
                    .quoted_by
                    .map(|original| RepublishesView::of(case, original)),
                sides: source
                    .sides
                    .iter()
                    .map(|allegiance| AllegianceView {
                        side: case.sides.id(allegiance.side).to_owned(),
                        from: allegiance.from.as_ref().map(|w| w.edtf().to_owned()),
                        to: allegiance.to.as_ref().map(|w| w.edtf().to_owned()),
                    })
                    .collect(),
                reliability: source.reliability,
                draft: source.draft,
                statements: ids(&case.statements, said[key.index()].iter().copied()),
                relays: ids(&case.statements, relayed[key.index()].iter().copied()),
            })
            .collect();
        sources.sort_by(|a, b| a.id.cmp(&b.id));
        filter.cut(&mut sources);
        Self {
            setting: SettingView::new(material),
            sources,
        }
    }
}
