//! The rules by which figures are made: the headings of `docs/method.md`.
//!
//! Whoever prints a number names the rule that made it. A test holds the headings against the page.

use super::phrase::Tongue;

/// The page that states every rule.
pub const METHOD: &str = "docs/method.md";

/// A heading of that page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Which chains a statement has.
    Chains,
    /// What counts from where the case is looked at.
    Counts,
    /// Which documents are one text.
    Texts,
    /// Who commits, directly or through another claim.
    Commitments,
    /// Which pairs contradict each other.
    Contradictions,
    /// Origins, outlets, chains, sides, shared sources, what support rests on.
    Corroboration,
    /// Where a claim stands.
    Standing,
    /// Grades that an analyst gave.
    Grades,
    /// Which statements are to be checked first.
    Misreading,
    /// Plain counts of entries.
    Entries,
}

impl Rule {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Chains,
        Self::Counts,
        Self::Texts,
        Self::Commitments,
        Self::Contradictions,
        Self::Corroboration,
        Self::Standing,
        Self::Grades,
        Self::Misreading,
        Self::Entries,
    ];

    /// Its heading, without the number.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Chains => "Chains",
            Self::Counts => "What counts",
            Self::Texts => "Texts, and copies of one text",
            Self::Commitments => "Commitments",
            Self::Contradictions => "Contradictions",
            Self::Corroboration => "Corroboration of one stance",
            Self::Standing => "Standing",
            Self::Grades => "Grades",
            Self::Misreading => "Check first",
            Self::Entries => "Plain counts",
        }
    }

    /// "rule: Standing".
    pub fn words(self, t: Tongue) -> String {
        format!("{} {}", t.say("rule:", "القاعدة:"), self.heading())
    }
}
