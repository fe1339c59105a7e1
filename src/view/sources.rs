//! Sources: who they are and what they said.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::material::{Filter, Material};
use super::overview::RepublishesView;
use super::parts::{id, ids};
use super::setting::SettingView;
use crate::analysis::{Figures, Support, perhaps_same};
use crate::model::{
    Alias, Case, Disclosure, Key, Number, Reliability, Source, SourceKind, Stance, Statement, Words,
};

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
    /// Sources that it may be one with, whichever of the two entries says so; those that a judgement rules on left out.
    pub perhaps_same: Vec<String>,
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
    /// The source it is counted as: the body it speaks for, or one that it was ruled to be. Null
    /// where it is counted as itself; else what rests on it stands there.
    pub counted_as: Option<String>,
    /// Statements that nobody else carries: they are not heard if it is set aside.
    pub falls: Vec<String>,
    /// The stances whose support falls if it is set aside: to none first, then by claim.
    pub carries: Vec<CarriesView>,
}

impl SourceView {
    /// How much rests on it: stances that fall to nothing, stances that fall, statements that fall.
    pub fn weight(&self) -> (usize, usize, usize) {
        let to_none = |c: &&CarriesView| c.to == Support::None;
        (
            self.carries.iter().filter(to_none).count(),
            self.carries.len(),
            self.falls.len(),
        )
    }
}

/// A stance whose support rests on one source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CarriesView {
    /// The claim.
    pub claim: String,
    /// `affirms` or `denies`.
    pub stance: Stance,
    /// The support as it is.
    pub from: Support,
    /// The support without the source.
    pub to: Support,
    /// The statements of that stance that fall with it.
    pub statements: Vec<String>,
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
    /// What says so; empty where the case does not say.
    pub why: Words,
}

impl SourcesView {
    /// The sources that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let mut said: Vec<Vec<Key<Statement>>> = vec![Vec::new(); case.sources.len()];
        let mut relayed = said.clone();
        let mut falls = said.clone();
        let mut carries = carried(material, filter);
        let perhaps = perhaps(material);
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
            for node in only_through(material, key) {
                falls[node.index()].push(key);
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
                perhaps_same: ids(&case.sources, perhaps[key.index()].iter().copied()),
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
                        why: allegiance.why.clone(),
                    })
                    .collect(),
                reliability: source.reliability,
                draft: source.draft,
                statements: ids(&case.statements, said[key.index()].iter().copied()),
                relays: ids(&case.statements, relayed[key.index()].iter().copied()),
                counted_as: id(
                    &case.sources,
                    Some(material.analysis.node(key)).filter(|node| *node != key),
                ),
                falls: ids(&case.statements, falls[key.index()].iter().copied()),
                carries: std::mem::take(&mut carries[key.index()]),
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

/// Of every source those that it is marked as perhaps one with, in either entry, and that nobody has ruled on.
fn perhaps(material: &Material<'_>) -> Vec<BTreeSet<Key<Source>>> {
    let case = material.case();
    let rulings = &material.analysis.rulings;
    let mut all = vec![BTreeSet::new(); case.sources.len()];
    for (a, b) in perhaps_same(case) {
        let one = rulings.one_source(a) == rulings.one_source(b);
        if !one && !rulings.sources_differ(a, b) {
            all[a.index()].insert(b);
            all[b.index()].insert(a);
        }
    }
    all
}

/// The nodes that every chain of a statement runs through: without any of them it is not heard.
fn only_through(material: &Material<'_>, key: Key<Statement>) -> Vec<Key<Source>> {
    let analysis = &material.analysis;
    let mut common: Option<Vec<Key<Source>>> = None;
    for chain in analysis.chains_left(key) {
        let sources = chain.links.iter().filter_map(|link| link.source);
        let mut nodes: Vec<Key<Source>> = sources.map(|s| analysis.node(s)).collect();
        nodes.sort();
        nodes.dedup();
        match &mut common {
            None => common = Some(nodes),
            Some(common) => common.retain(|node| nodes.binary_search(node).is_ok()),
        }
    }
    let mut common = common.unwrap_or_default();
    if material.case().statements[key].heading {
        // A heading falls with what it rests on too.
        let tried: BTreeSet<Key<Source>> = rested(material, key);
        let falls = |node: &Key<Source>| analysis.falls_without(key, &[*node]);
        common.extend(tried.into_iter().filter(falls));
        common.sort();
        common.dedup();
    }
    common
}

/// The nodes of the chains of what a heading rests on.
fn rested(material: &Material<'_>, heading: Key<Statement>) -> BTreeSet<Key<Source>> {
    let analysis = &material.analysis;
    let bears = &material.case().statements[heading].bears;
    bears
        .iter()
        .flat_map(|bearing| analysis.rested_on(heading, bearing.claim, bearing.stance))
        .flat_map(|text| analysis.chains_left(text))
        .flat_map(|chain| chain.links)
        .filter_map(|link| Some(analysis.node(link.source?)))
        .collect()
}

/// Of every source, the stances whose support falls without it alone. They are the sets of one among
/// those that each stance rests on.
fn carried(material: &Material<'_>, filter: &Filter) -> Vec<Vec<CarriesView>> {
    let case = material.case();
    let mut all: Vec<Vec<CarriesView>> = case.sources.keys().map(|_| Vec::new()).collect();
    let about = filter.entity.map(|e| material.graph.claims_about(e));
    for figures in material.figures() {
        if filter.claim.is_some_and(|claim| claim != figures.claim)
            || about
                .as_ref()
                .is_some_and(|about| !about.contains(&figures.claim))
        {
            continue;
        }
        for (stance, figures_of) in [
            (Stance::Affirms, &figures.affirms),
            (Stance::Denies, &figures.denies),
        ] {
            for set in &figures_of.load_bearing {
                let [source] = set.sources.as_slice() else {
                    continue;
                };
                all[source.index()].push(CarriesView {
                    claim: case.claims.id(figures.claim).to_owned(),
                    stance,
                    from: set.from,
                    to: set.to,
                    statements: through(case, material, figures_of, *source),
                });
            }
        }
    }
    for list in &mut all {
        list.sort_by(|a, b| {
            (a.to, &a.claim, a.stance as u8).cmp(&(b.to, &b.claim, b.stance as u8))
        });
    }
    all
}

/// The statements of a stance that are heard through one source only.
fn through(
    case: &Case,
    material: &Material<'_>,
    figures: &Figures,
    source: Key<Source>,
) -> Vec<String> {
    let all = figures.statements.iter().chain(&figures.entailed);
    ids(
        &case.statements,
        all.copied()
            .filter(|key| only_through(material, *key).contains(&source)),
    )
}
