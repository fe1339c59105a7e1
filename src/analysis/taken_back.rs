//! Who takes a statement back: its speaker, a relay of its chain, its publisher, or a stranger.

use schemars::JsonSchema;
use serde::Serialize;

use super::chain::{Chain, Chains, LinkRole};
use super::rulings::Rulings;
use crate::model::{Case, Key, Source, Statement};

/// What the one who takes a statement back is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TakenBackBy {
    /// Who said it.
    Speaker,
    /// Who passed it on: only that chain breaks.
    Relay,
    /// Who published it.
    Publisher,
    /// No link of its chain: nothing is taken back.
    Stranger,
}

/// What the source of `later` is to the statement `earlier`, as these rulings say who is one with whom.
pub fn taken_back_by(
    case: &Case,
    rulings: &Rulings,
    chains: &Chains,
    later: Key<Statement>,
    earlier: Key<Statement>,
) -> TakenBackBy {
    let node = |source: Option<Key<Source>>| source.map(|source| rulings.node(source));
    let Some(voice) = node(voice(case, chains, later)) else {
        return TakenBackBy::Stranger;
    };
    let mut found = TakenBackBy::Stranger;
    for chain in chains.of(earlier) {
        for link in chain.links {
            if node(link.source) != Some(voice) {
                continue;
            }
            let here = match link.role {
                LinkRole::Origin => return TakenBackBy::Speaker,
                LinkRole::Relay => TakenBackBy::Relay,
                LinkRole::Outlet | LinkRole::Republisher => TakenBackBy::Publisher,
            };
            if found == TakenBackBy::Stranger {
                found = here;
            }
        }
    }
    // Who says it, though told by another, is its speaker.
    if node(case.statements[earlier].said_by) == Some(voice) {
        return TakenBackBy::Speaker;
    }
    found
}

/// Of each chain of the statement `earlier` whether it runs through who says `later`: what is taken back
/// by one of two tellers stands by the other.
pub(super) fn broken_by(
    case: &Case,
    rulings: &Rulings,
    chains: &Chains,
    later: Key<Statement>,
    earlier: Key<Statement>,
) -> Vec<bool> {
    let voice = voice(case, chains, later).map(|source| rulings.node(source));
    let through = |chain: Chain<'_>| {
        let mut sources = chain.links.iter().filter_map(|link| link.source);
        sources.any(|source| Some(rulings.node(source)) == voice)
    };
    chains.of(earlier).map(through).collect()
}

/// Whose word a statement is; none where nobody is written.
fn voice(case: &Case, chains: &Chains, key: Key<Statement>) -> Option<Key<Source>> {
    let statement = &case.statements[key];
    if statement.outlet_voice {
        chains.of(key).next().and_then(|chain| chain.origin())
    } else {
        statement.said_by
    }
}
