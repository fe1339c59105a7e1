//! The rules by which figures are made: the headings of `docs/method.md`.
//!
//! Whoever prints a number names the rule that made it. A test holds the headings against the page.

use indexmap::IndexMap;
use serde::Serialize;

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
    /// What follows from what.
    Implication,
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
    /// What happened when.
    Timelines,
    /// Plain counts of entries.
    Entries,
    /// Supported wording, disputed questions, what a brief tells of.
    Wording,
}

impl Rule {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 13] = [
        Self::Chains,
        Self::Counts,
        Self::Texts,
        Self::Commitments,
        Self::Implication,
        Self::Contradictions,
        Self::Corroboration,
        Self::Standing,
        Self::Grades,
        Self::Misreading,
        Self::Timelines,
        Self::Entries,
        Self::Wording,
    ];

    /// Its heading, without the number.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Chains => "Chains",
            Self::Counts => "What counts",
            Self::Texts => "Texts, and copies of one text",
            Self::Commitments => "Commitments",
            Self::Implication => "What entails and what excludes",
            Self::Contradictions => "Contradictions",
            Self::Corroboration => "Corroboration of one stance",
            Self::Standing => "Standing",
            Self::Grades => "Grades",
            Self::Misreading => "Check first",
            Self::Timelines => "Timelines",
            Self::Entries => "Plain counts",
            Self::Wording => "Supported wording and brief",
        }
    }

    /// Its heading in the reader's language.
    pub fn name(self, t: Tongue) -> &'static str {
        t.say(
            self.heading(),
            match self {
                Self::Chains => "السلاسل",
                Self::Counts => "ما يُحسب",
                Self::Texts => "النصوص ونسخ النص الواحد",
                Self::Commitments => "الجزم ودرجاته",
                Self::Implication => "ما يلزم وما يمتنع",
                Self::Contradictions => "التعارضات",
                Self::Corroboration => "سند القول والنفي",
                Self::Standing => "موقع المسألة",
                Self::Grades => "الدرجات",
                Self::Misreading => "يُراجَع أولًا",
                Self::Timelines => "ما قيل ومتى",
                Self::Entries => "عدد المدخلات",
                Self::Wording => "صياغة لا تتجاوز السند والموجز",
            },
        )
    }

    /// Its place on the page, as a link: `docs/method.md#8-standing`.
    pub fn link(self) -> String {
        let place = Self::ALL.iter().position(|rule| *rule == self);
        let slug: String = self
            .heading()
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == ' ')
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        format!("{METHOD}#{}-{slug}", place.unwrap_or(0) + 1)
    }

    /// The figures of the JSON of a view (or of `brief`), by the name of the field, with the rule of
    /// each. Offsets of spans are no figures.
    pub fn of_fields(view: &str) -> Vec<(&'static str, Self)> {
        let mut all: Vec<(&'static str, Self)> = match view {
            "overview" => vec![
                ("share", Self::Texts),
                ("words", Self::Texts),
                ("statements", Self::Counts),
                ("claims", Self::Entries),
                ("sources", Self::Entries),
                ("entities", Self::Entries),
                ("unreviewed", Self::Entries),
                ("error", Self::Entries),
                ("warning", Self::Entries),
                ("note", Self::Entries),
            ],
            "claims" | "corroboration" => vec![
                ("entails", Self::Implication),
                ("excludes", Self::Implication),
                ("min", Self::Entries),
                ("max", Self::Entries),
                ("standing", Self::Standing),
                ("conceded_by", Self::Standing),
                ("statements", Self::Counts),
                ("taken_back", Self::Counts),
                ("entailed", Self::Commitments),
                ("hedged", Self::Commitments),
                ("unclear", Self::Commitments),
                ("documents", Self::Corroboration),
                ("outlets", Self::Corroboration),
                ("republishers", Self::Corroboration),
                ("unknown", Self::Corroboration),
                ("unknown_in", Self::Corroboration),
                ("unsourced", Self::Corroboration),
                ("at_least", Self::Corroboration),
                ("at_most", Self::Corroboration),
                ("disjoint_chains", Self::Corroboration),
                ("disjoint_chains_at_most", Self::Corroboration),
                ("disjoint_chains_by", Self::Corroboration),
                ("sides", Self::Corroboration),
                ("no_side", Self::Corroboration),
                ("support", Self::Corroboration),
                ("shared_sources", Self::Corroboration),
                ("load_bearing", Self::Corroboration),
            ],
            "contradictions" => vec![
                ("total", Self::Contradictions),
                ("kind", Self::Contradictions),
                ("within", Self::Contradictions),
                ("certain", Self::Contradictions),
                ("because", Self::Implication),
                ("not_comparable", Self::Implication),
            ],
            "disputes" => vec![
                ("statements", Self::Contradictions),
                ("pairs", Self::Contradictions),
                ("certain", Self::Contradictions),
            ],
            "statements" => vec![
                ("bears", Self::Commitments),
                ("taken_back", Self::Counts),
                ("credibility", Self::Grades),
            ],
            "chain" => vec![("links", Self::Chains), ("commitment", Self::Chains)],
            "sources" => vec![
                ("reliability", Self::Grades),
                ("statements", Self::Entries),
                ("relays", Self::Entries),
            ],
            "entities" => vec![("claims", Self::Entries), ("statements", Self::Entries)],
            "timeline" => vec![("steps", Self::Timelines), ("what", Self::Timelines)],
            "brief" => vec![
                ("texts", Self::Counts),
                ("texts_by", Self::Counts),
                ("total", Self::Wording),
                ("all", Self::Wording),
                ("standing", Self::Standing),
                ("for_it", Self::Wording),
                ("for_it_by", Self::Wording),
                ("against_it", Self::Wording),
                ("against_it_by", Self::Wording),
                ("bearing", Self::Wording),
                ("unreviewed", Self::Wording),
                ("check_first", Self::Misreading),
                ("checked_up_to", Self::Misreading),
            ],
            _ => Vec::new(),
        };
        all.push(("left_out", Self::Counts));
        all
    }

    /// "rule: Standing".
    pub fn words(self, t: Tongue) -> String {
        format!("{} {}", t.say("rule:", "القاعدة:"), self.name(t))
    }
}

/// A view with the rule of each of its figures beside it: `--explain` in JSON.
#[derive(Debug, Serialize)]
pub struct Explained<'v, V> {
    #[serde(flatten)]
    view: &'v V,
    /// By the name of the field.
    rules: IndexMap<&'static str, String>,
}

impl<'v, V> Explained<'v, V> {
    /// Puts the rules beside the view of this name.
    pub fn new(name: &str, view: &'v V) -> Self {
        let rules = Rule::of_fields(name).into_iter();
        Self {
            view,
            rules: rules.map(|(field, rule)| (field, rule.link())).collect(),
        }
    }
}
