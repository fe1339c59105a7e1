//! What stands in the texts only within somebody's denial of it: no report of anybody's, and no unsourced one.
//!
//! Who says "it is not true that he was killed" tells of the killing in order to deny it. The clause is entered as a
//! statement inside the denial, so that the denial has something to deny; told of as a rumour that goes about, it
//! would lend the news a carrier that no text has.

use std::collections::BTreeSet;

use super::phrase::{STATEMENT, Tongue};
use super::voice::NAMED;
use super::wording::oblique;
use crate::analysis::Analysis;
use crate::model::{Commitment, Key, Source, Statement};

/// Statements heard only in the words of those who deny them.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// Which.
    pub(super) statements: Vec<Key<Statement>>,
    /// Who denies them.
    by: BTreeSet<Key<Source>>,
}

impl Mentions {
    /// Those among some statements of which every chain runs through somebody who denies the words.
    pub(super) fn among(analysis: &Analysis<'_>, statements: &[Key<Statement>]) -> Self {
        let mut this = Self::default();
        for key in statements {
            let mut chains = analysis.chains_left(*key).peekable();
            let mut deniers = Vec::new();
            let denied = chains.peek().is_some()
                && chains.all(|chain| {
                    let links = chain.links.iter();
                    let mut denies = links
                        .filter(|link| link.commitment == Commitment::Denies)
                        .peekable();
                    let any = denies.peek().is_some();
                    deniers.extend(denies.filter_map(|link| link.source));
                    any
                });
            if denied {
                this.statements.push(*key);
                this.by
                    .extend(deniers.into_iter().map(|source| analysis.node(source)));
            }
        }
        this
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    /// The others among some statements.
    pub(super) fn others(&self, statements: &[Key<Statement>]) -> Vec<Key<Statement>> {
        let others = statements.iter().copied();
        others
            .filter(|key| !self.statements.contains(key))
            .collect()
    }

    /// "mentioned only within denials (2 statements, in the words of X)"; `only`: nothing else tells of it.
    pub(super) fn words(&self, t: Tongue, analysis: &Analysis<'_>, only: bool) -> String {
        let n = self.statements.len();
        let count = t.count(n, STATEMENT);
        let mut by: Vec<Key<Source>> = self.by.iter().copied().collect();
        by.sort_by_key(|source| analysis.case.sources.id(*source));
        let more = by.len().saturating_sub(NAMED);
        let mut by: Vec<String> = by
            .into_iter()
            .take(NAMED)
            .map(|source| t.in_a_sentence(analysis.case, source))
            .collect();
        if more > 0 {
            by.push(t.more(more));
        }
        let by = t.list(&by);
        let whose = match (t, by.is_empty()) {
            (_, true) => String::new(),
            (Tongue::En, false) => format!(", in the words of {by}"),
            (Tongue::Ar, false) => format!("؛ {}: {by}", source_of(self.by.len(), "النفي")),
        };
        match (t, only) {
            (Tongue::En, true) if n == 1 => {
                format!("mentioned only within a denial ({count}{whose})")
            }
            (Tongue::En, true) => format!("mentioned only within denials ({count}{whose})"),
            (Tongue::En, false) if n == 1 => format!("mentioned within a denial ({count}{whose})"),
            (Tongue::En, false) => format!("mentioned within denials ({count}{whose})"),
            (Tongue::Ar, true) => {
                format!("لا يرد ذكره إلا ضمن نفيه (في {}{whose})", oblique(t, &count))
            }
            (Tongue::Ar, false) => {
                format!("يرد ذكره ضمن نفيه (في {}{whose})", oblique(t, &count))
            }
        }
    }
}

/// «مصدره», «مصدراه», «مصادره»: its source, in the form for so many.
pub(super) fn its_source(n: usize) -> &'static str {
    match n {
        0 | 1 => "مصدره",
        2 => "مصدراه",
        _ => "مصادره",
    }
}

/// «مصدر النفي», «مصدرا النفي», «مصادر النفي»: in the form for so many.
pub(super) fn source_of(n: usize, of: &str) -> String {
    let source = match n {
        0 | 1 => "مصدر",
        2 => "مصدرا",
        _ => "مصادر",
    };
    format!("{source} {of}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::phrase::{Noun, ORIGIN, OUTLET, PAGE, TEXT};

    /// Every counted noun of the sentences, for every number that its forms differ in.
    #[test]
    fn arabic_nouns_agree_with_their_numbers() {
        let nouns: [(Noun, &str); 5] = [
            (STATEMENT, "قول"),
            (TEXT, "نص"),
            (ORIGIN, "مصدر أصلي"),
            (OUTLET, "جهة ناشرة"),
            (PAGE, "صفحة"),
        ];
        for ((_, [one, two, few, many]), bare) in nouns {
            for n in 0..=120 {
                let told = Tongue::Ar.count(n, (["", ""], [one, two, few, many]));
                let wanted = match n {
                    1 => one.to_owned(),
                    2 => two.to_owned(),
                    3..=10 | 103..=110 => format!("{n} {few}"),
                    11..=99 | 111..=120 => format!("{n} {many}"),
                    _ => format!("{n} {bare}"),
                };
                assert_eq!(told, wanted);
                let after = oblique(Tongue::Ar, &told);
                assert_eq!(after != told, n == 2, "{after}");
                assert!(n != 2 || !after.contains("ان"), "{after}");
            }
        }
        for n in 0..=120 {
            let source = source_of(n, "النفي");
            assert_eq!(source == "مصدرا النفي", n == 2);
            assert_eq!(its_source(n) == "مصادره", n > 2);
        }
    }
}
