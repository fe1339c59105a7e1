//! Through whom alone something is known: whom every chain of some statements runs through.

use super::phrase::Tongue;
use crate::analysis::{Analysis, Chain, Link, LinkRole};
use crate::model::{Commitment, Key, Source, Statement};

/// Whom all that is said runs through, each with whether that is inferred.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Way {
    through: Vec<(Key<Source>, bool)>,
    /// Who published it again.
    again: Vec<(Key<Source>, bool)>,
}

impl Way {
    /// Whom every chain of some statements runs through after its origin, in the order of the first. Who denies
    /// the words that they pass on is told of as denying.
    pub(super) fn of(analysis: &Analysis<'_>, statements: &[Key<Statement>]) -> Self {
        Self::of_chains(analysis, statements, |_| true)
    }

    /// Of the chains among them that begin with one source, or with who speaks for it.
    pub(super) fn of_origin(
        analysis: &Analysis<'_>,
        statements: &[Key<Statement>],
        origin: Key<Source>,
    ) -> Self {
        Self::of_chains(analysis, statements, |chain| {
            chain.origin().map(|one| analysis.node(one)) == Some(origin)
        })
    }

    /// Whether every chain of some other statements runs through all of these too.
    pub(super) fn carries(&self, analysis: &Analysis<'_>, statements: &[Key<Statement>]) -> bool {
        let mut chains = statements.iter().flat_map(|key| analysis.chains_left(*key));
        chains.all(|chain| {
            let mut all = self.through.iter().chain(&self.again);
            all.all(|(source, _)| chain.links.iter().any(|link| link.source == Some(*source)))
        })
    }

    /// Without whom another way runs through.
    pub(super) fn apart_from(mut self, other: &Self) -> Self {
        let with = |one: &(Key<Source>, bool)| {
            let mut all = other.through.iter().chain(&other.again);
            !all.any(|(source, _)| *source == one.0)
        };
        self.through.retain(with);
        self.again.retain(with);
        self
    }

    fn of_chains(
        analysis: &Analysis<'_>,
        statements: &[Key<Statement>],
        wanted: impl Fn(&Chain<'_>) -> bool,
    ) -> Self {
        let mut links: Option<Vec<Link>> = None;
        let mut begins = true;
        // In the order of their ids, so that the order of a file does not show in the sentence.
        let mut statements = statements.to_vec();
        statements.sort_by_key(|key| analysis.case.statements.id(*key));
        for key in statements {
            let own = &analysis.case.statements[key];
            for chain in analysis.chains_left(key).filter(&wanted) {
                let from = usize::from(!chain.own_voice(own));
                begins &= from == 0;
                let here = &chain.links[from.min(chain.links.len())..];
                match &mut links {
                    None => {
                        let denier = |l: &Link| {
                            l.role == LinkRole::Relay && l.commitment == Commitment::Denies
                        };
                        let passes = |l: &&Link| l.source.is_some() && !denier(l);
                        let own_voice = |(n, mut link): (usize, Link)| {
                            if n == 0 && from == 0 {
                                link.role = LinkRole::Outlet;
                            }
                            link
                        };
                        let kept = here.iter().filter(passes).copied().enumerate();
                        links = Some(kept.map(own_voice).collect());
                    }
                    Some(links) => links.retain_mut(|link| {
                        let again = here.iter().find(|other| other.source == link.source);
                        link.inferred &= again.is_some_and(|other| other.inferred);
                        // Who publishes one of them again published none of them first, as far as all go.
                        if again.is_some_and(|other| other.role == LinkRole::Republisher) {
                            link.role = LinkRole::Republisher;
                        }
                        again.is_some()
                    }),
                }
            }
        }
        let mut links = links.unwrap_or_default();
        if begins
            && links
                .first()
                .is_some_and(|link| link.role == LinkRole::Outlet)
        {
            // All of them are this outlet's own words: it is named as who says so.
            links.remove(0);
        }
        let of = |again: bool| {
            links
                .iter()
                .filter(|link| (link.role == LinkRole::Republisher) == again)
                .filter_map(|link| Some((link.source?, link.inferred)))
                .collect()
        };
        Self {
            through: of(false),
            again: of(true),
        }
    }

    /// "X (inferred), published again by Y": the sources that every chain runs through, each with whether that is
    /// inferred, and who published all of it again.
    pub(super) fn shared(
        &self,
        t: Tongue,
        analysis: &Analysis<'_>,
        every: &[Key<Source>],
        most: usize,
    ) -> String {
        let case = analysis.case;
        let mut every = every.to_vec();
        every.sort_by_key(|key| case.sources.id(*key));
        let one = |key: &Key<Source>| {
            let mut passed = self.through.iter();
            let inferred = passed.any(|(source, inferred)| source == key && *inferred);
            marked(t, t.source(case, *key), inferred)
        };
        let mut names: Vec<String> = every.iter().take(most).map(one).collect();
        if every.len() > most {
            names.push(t.more(every.len() - most));
        }
        let names = t.list(&names);
        let again: Vec<String> = self
            .again
            .iter()
            .filter(|(source, _)| !every.contains(source))
            .map(|(source, inferred)| marked(t, t.in_a_sentence(case, *source), *inferred))
            .collect();
        match (t, again.is_empty()) {
            (_, true) => names,
            (Tongue::En, false) => format!("{names}, published again by {}", t.list(&again)),
            (Tongue::Ar, false) => format!("{names}، وأعاد النشر {}", t.list(&again)),
        }
    }

    /// "through X (inferred), as published again by Y"; none where there is nobody.
    pub(super) fn words(&self, t: Tongue, analysis: &Analysis<'_>) -> Option<String> {
        let names = |all: &[(Key<Source>, bool)]| {
            let each: Vec<String> = all
                .iter()
                .map(|(source, inferred)| {
                    marked(t, t.in_a_sentence(analysis.case, *source), *inferred)
                })
                .collect();
            t.list(&each)
        };
        let (through, again) = (names(&self.through), names(&self.again));
        match (t, self.through.is_empty(), self.again.is_empty()) {
            (_, true, true) => None,
            (Tongue::En, false, true) => Some(format!("through {through}")),
            (Tongue::Ar, false, true) => Some(format!("عبر {through}")),
            (Tongue::En, true, false) => Some(format!("as published again by {again}")),
            (Tongue::Ar, true, false) => Some(format!("في نص أعاد نشره {again}")),
            (Tongue::En, false, false) => {
                Some(format!("through {through}, as published again by {again}"))
            }
            (Tongue::Ar, false, false) => Some(format!("عبر {through}، في نص أعاد نشره {again}")),
        }
    }
}

/// A name, with whether it is inferred that something came through it.
fn marked(t: Tongue, name: String, inferred: bool) -> String {
    match inferred {
        true => format!("{name}{}", t.say(" (inferred)", " (بالاستنتاج)")),
        false => name,
    }
}
