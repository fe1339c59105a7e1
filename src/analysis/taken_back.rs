//! Who takes a statement back: its speaker, a relay of its chain, its publisher, or a stranger.

use schemars::JsonSchema;
use serde::Serialize;

use super::chain::{Chains, LinkRole};
use super::rulings::Rulings;
use crate::model::{Case, Key, Source, Statement};

/// What the one who takes a statement back is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
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
    let statement = &case.statements[later];
    let voice = if statement.outlet_voice {
        chains.of(later).next().and_then(|chain| chain.origin())
    } else {
        statement.said_by
    };
    let node = |source: Option<Key<Source>>| source.map(|source| rulings.node(source));
    let Some(voice) = node(voice) else {
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
