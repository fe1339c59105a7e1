//! Origins: the first links of chains, counted by what is known of them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::chain::Chains;
use crate::model::{Case, Disclosure, Key, Source, Statement};

/// What is known of an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// Its name is written.
    Named,
    /// Someone real, name withheld.
    Undisclosed,
    /// Nobody is written.
    Unknown,
}

/// The origins of some statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins {
    /// Named ones; who speaks for a body is counted as the body.
    pub named: BTreeSet<Key<Source>>,
    /// Undisclosed ones.
    pub undisclosed: BTreeSet<Key<Source>>,
    /// Statements whose origin nobody is written to be.
    pub unknown: usize,
    /// Outlets that say it in their own voice.
    pub own_voice: BTreeSet<Key<Source>>,
}

impl Origins {
    /// The origins of the chains of these statements.
    pub fn of(case: &Case, chains: &Chains, statements: &[Key<Statement>]) -> Self {
        let mut all = Self::default();
        for key in statements {
            let statement = &case.statements[*key];
            for chain in chains.of(*key) {
                let own_voice = chain.own_voice(statement);
                match chain.origin() {
                    None => all.unknown += 1,
                    Some(source) if own_voice => {
                        all.own_voice.insert(body(case, source));
                    }
                    Some(source) => {
                        let kind = case.sources[source].disclosure;
                        let source = body(case, source);
                        match kind {
                            Disclosure::Named => all.named.insert(source),
                            Disclosure::Undisclosed => all.undisclosed.insert(source),
                        };
                    }
                }
            }
        }
        all
    }
}

/// The body that a source speaks for, as far as that goes; the source itself where it is its own.
pub fn body(case: &Case, source: Key<Source>) -> Key<Source> {
    let mut here = source;
    // Circles are cut when the case is read.
    while let Some(body) = case.sources[here].speaks_for {
        here = body;
    }
    here
}
