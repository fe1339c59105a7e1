//! Who took back what no longer counts: who said it, who passed it on or who published it. Nobody is told to have
//! taken back what another withdrew.

use std::collections::{BTreeMap, BTreeSet};

use super::phrase::{STATEMENT, Tongue};
use super::voice::NAMED;
use super::wording::oblique;
use crate::analysis::{Analysis, TakenBackBy};
use crate::model::{Claim, Key, Source, Statement, TakeBackHow};

/// Those of one place in the chains who took something back.
#[derive(Debug, Default)]
struct Who {
    sources: BTreeSet<Key<Source>>,
    /// How many statements, by what was done to them.
    hows: BTreeMap<usize, usize>,
}

/// Some statements that no longer count, by what those who took them back are to them.
#[derive(Debug)]
pub(super) struct Withdrawn {
    by: BTreeMap<usize, Who>,
    all: usize,
    /// The statements that took them back.
    later: BTreeSet<Key<Statement>>,
    /// So many were on this very question; of the rest it only followed.
    here: usize,
}

const HOWS: [TakeBackHow; 3] = [
    TakeBackHow::Retracts,
    TakeBackHow::Corrects,
    TakeBackHow::Supersedes,
];

const PLACES: [TakenBackBy; 3] = [
    TakenBackBy::Speaker,
    TakenBackBy::Relay,
    TakenBackBy::Publisher,
];

impl Withdrawn {
    /// Sorts statements on a claim that were taken back.
    pub(super) fn of(
        analysis: &Analysis<'_>,
        claim: Key<Claim>,
        statements: &[Key<Statement>],
    ) -> Self {
        let mut this = Self {
            by: BTreeMap::new(),
            all: 0,
            later: BTreeSet::new(),
            here: 0,
        };
        for key in statements {
            let Some(back) = analysis.back_of(*key) else {
                continue;
            };
            // A heading that went with one of these is no report beside it.
            if back.with.is_some_and(|text| statements.contains(&text)) {
                continue;
            }
            this.all += 1;
            let bears = &analysis.case.statements[*key].bears;
            this.here += usize::from(bears.iter().any(|one| one.claim == claim));
            let place = PLACES.iter().position(|place| *place == back.who);
            // A heading is in the mouth of nobody who took back what stands below it.
            let Some(place) = back.with.map_or(place, |_| Some(PLACES.len())) else {
                continue;
            };
            let who = this.by.entry(place).or_default();
            let how = HOWS.iter().position(|how| *how == back.how).unwrap_or(0);
            *who.hows.entry(how).or_default() += 1;
            let statement = &analysis.case.statements[back.by];
            let mut chains = analysis.chains.of(back.by);
            let mut own = || chains.next().and_then(|chain| chain.origin());
            let voice = if statement.outlet_voice {
                own()
            } else {
                statement.said_by
            };
            who.sources
                .extend(voice.map(|source| analysis.node(source)));
            this.later.insert(back.by);
        }
        this
    }

    /// How many statements there are, headings that went with their text apart.
    pub(super) fn statements(&self) -> usize {
        self.all
    }

    /// Whether it only followed, of all of them, from what they said on another question.
    pub(super) fn follows(&self) -> bool {
        self.all > 0 && self.here == 0
    }

    /// Whether all of it stood in headings that fell with the text below them.
    pub(super) fn in_headings(&self) -> bool {
        !self.by.is_empty() && self.by.keys().all(|place| *place == PLACES.len())
    }

    /// Whether those who said it took all of it back, and nobody else.
    pub(super) fn by_speakers(&self) -> bool {
        self.by.keys().all(|place| *place == 0)
    }

    /// "taken back by the mayor, who said it (1 statement) and withdrawn (1 statement) and corrected (2 statements) by
    /// the Agency, who passed it on".
    pub(super) fn words(&self, t: Tongue, analysis: &Analysis<'_>) -> String {
        let parts: Vec<String> = self
            .by
            .iter()
            .map(|(place, who)| {
                let names = t.sources(analysis.case, who.sources.iter().copied(), NAMED);
                let several = who.hows.len() > 1;
                let numbered = |words: String, n: usize, wanted: bool| match (wanted, t) {
                    (false, _) => words,
                    (true, Tongue::En) => format!("{words} ({})", t.count(n, STATEMENT)),
                    (true, Tongue::Ar) => {
                        format!("{words} (في {})", oblique(t, &t.count(n, STATEMENT)))
                    }
                };
                // Of several kinds each is told with its number.
                let each: Vec<String> = who
                    .hows
                    .iter()
                    .map(|(one, n)| {
                        let words = how(t, HOWS[*one], *place == 0).to_owned();
                        numbered(words, *n, several)
                    })
                    .collect();
                let each = each.join(t.say(" and ", " و"));
                let part = match t {
                    Tongue::En => format!(
                        "{each} by {names}, {}",
                        [
                            "who said it",
                            "who passed it on",
                            "who published it",
                            "as the text below it was"
                        ][*place]
                    ),
                    Tongue::Ar => {
                        format!(
                            "{each} {} ({names})",
                            ["ممن قاله", "ممن نقله", "ممن نشره", "مع النص الذي تحته"][*place]
                        )
                    }
                };
                let all = who.hows.values().sum();
                match (self.by.len() > 1 && !several, t) {
                    (false, _) => part,
                    (true, Tongue::En) => format!("{part} ({})", t.count(all, STATEMENT)),
                    (true, Tongue::Ar) => {
                        format!("{part}، في {}", oblique(t, &t.count(all, STATEMENT)))
                    }
                }
            })
            .collect();
        parts.join(t.say(" and ", "، و"))
    }

    /// "said so, but no longer counted:", before their number.
    pub(super) fn label(&self, t: Tongue, denial: bool) -> &'static str {
        match (denial, self.follows()) {
            (false, false) => t.say("said so, but no longer counted:", "قيل به ولم يعد يُحسب:"),
            (false, true) => t.say(
                "implied it, but no longer counted:",
                "لزم مما قيل في مسألة أخرى ولم يعد يُحسب:",
            ),
            (true, true) => t.say(
                "at odds with it, but no longer counted:",
                "لم يتفق معه ولم يعد يُحسب:",
            ),
            (true, false) if self.here == self.all => t.say(
                "denied it, but no longer counted:",
                "نُفي ولم يعد نفيه يُحسب:",
            ),
            (true, false) => t.say(
                "denied it or were at odds with it, but no longer counted:",
                "نُفي أو قيل ما لا يتفق معه ولم يعد ذلك يُحسب:",
            ),
        }
    }

    /// "6 statements that said so too no longer count".
    pub(super) fn clause(&self, t: Tongue, denial: bool) -> String {
        let n = t.count(self.all, STATEMENT);
        let count = if self.all == 1 { "counts" } else { "count" };
        let (en, ar) = self.what(denial, true);
        match t {
            Tongue::En => format!("{n} {en} no longer {count}"),
            Tongue::Ar => format!("و{ar} {}، ولم يعد ذلك يُحسب", in_so_many(&n)),
        }
    }

    /// "6 statements that said so no longer count: withdrawn by the Agency, who passed it on; by 2 later statements".
    pub(super) fn note(&self, t: Tongue, analysis: &Analysis<'_>, denial: bool) -> String {
        let n = t.count(self.all, STATEMENT);
        let later = self.later.len();
        let words = self.words(t, analysis);
        let count = if self.all == 1 { "counts" } else { "count" };
        let (en, ar) = self.what(denial, false);
        match t {
            Tongue::En if later == 1 => {
                format!("{n} {en} no longer {count}: {words}; by 1 later statement")
            }
            Tongue::En => {
                format!("{n} {en} no longer {count}: {words}; by {later} later statements")
            }
            Tongue::Ar => format!(
                "{ar} {}، ولم يعد ذلك يُحسب: {words}؛ وعدد الأقوال اللاحقة التي جرى بها ذلك: {later}",
                in_so_many(&n)
            ),
        }
    }

    /// What they said of the question: it, or what it only followed from. `too`: beside others who still do.
    fn what(&self, denial: bool, too: bool) -> (&'static str, &'static str) {
        let (all, none) = (self.here == self.all, self.here == 0);
        match (denial, all, none) {
            (false, true, _) if too => ("that said so too", "ورد أيضًا"),
            (false, true, _) => ("that said so", "ورد"),
            (false, _, true) => (
                "on another question, which implied it,",
                "لزم مما قيل في مسألة أخرى،",
            ),
            (false, _, _) => (
                "that said so or implied it",
                "ورد، أو لزم مما قيل في مسألة أخرى،",
            ),
            (true, true, _) => ("that denied it", "ورد نفيه"),
            (true, _, true) => (
                "on another question, at odds with it,",
                "ورد ما لا يتفق معه في مسألة أخرى،",
            ),
            (true, _, _) => (
                "that denied it or were at odds with it",
                "ورد نفيه أو ما لا يتفق معه،",
            ),
        }
    }
}

/// «في قولين»: after a preposition.
fn in_so_many(n: &str) -> String {
    format!("في {}", oblique(Tongue::Ar, n))
}

/// What was done to them. Who did not say a thing does not take it back.
fn how(t: Tongue, how: TakeBackHow, speaker: bool) -> &'static str {
    match (how, speaker) {
        (TakeBackHow::Retracts, true) => t.say("taken back", "تراجع"),
        (TakeBackHow::Retracts, false) => t.say("withdrawn", "سحب للخبر"),
        (TakeBackHow::Corrects, _) => t.say("corrected", "تصحيح"),
        (TakeBackHow::Supersedes, _) => t.say("replaced with a later account", "إحلال قول لاحق محله"),
    }
}
