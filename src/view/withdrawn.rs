//! Who took back what no longer counts: who said it, who passed it on or who published it. Nobody is told to have
//! taken back what another withdrew.

use std::collections::{BTreeMap, BTreeSet};

use super::phrase::{STATEMENT, Tongue};
use super::voice::NAMED;
use super::wording::oblique;
use crate::analysis::{Analysis, TakenBackBy};
use crate::model::{Key, Source, Statement, TakeBackHow};

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
    /// Sorts statements that were taken back.
    pub(super) fn of(analysis: &Analysis<'_>, statements: &[Key<Statement>]) -> Self {
        let mut this = Self {
            by: BTreeMap::new(),
            all: 0,
            later: BTreeSet::new(),
        };
        for back in statements.iter().filter_map(|s| analysis.back_of(*s)) {
            // A heading that went with one of these is no report beside it.
            if back.with.is_some_and(|text| statements.contains(&text)) {
                continue;
            }
            this.all += 1;
            let Some(place) = PLACES.iter().position(|place| *place == back.who) else {
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
                        ["who said it", "who passed it on", "who published it"][*place]
                    ),
                    Tongue::Ar => {
                        format!(
                            "{each} {} ({names})",
                            ["ممن قاله", "ممن نقله", "ممن نشره"][*place]
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

    /// "6 more statements on it count no longer: …, all this in 2 later statements".
    pub(super) fn clause(&self, t: Tongue, analysis: &Analysis<'_>, denial: bool) -> String {
        let n = t.count(self.all, STATEMENT);
        let later = self.later.len();
        let by = match later {
            1 => "by 1 later statement".to_owned(),
            n => format!("by {n} later statements"),
        };
        let words = self.words(t, analysis);
        let count = if self.all == 1 { "counts" } else { "count" };
        match (t, denial) {
            (Tongue::En, false) => {
                format!("{n} that said so too {count} no more, since {words}, {by}")
            }
            (Tongue::En, true) => {
                format!("{n} that denied it {count} no more, since {words}, {by}")
            }
            (Tongue::Ar, denial) => format!(
                "وورد {} في {}، ولم يعد ذلك يُحسب بعد ما جرى من {words}، وعدد الأقوال اللاحقة التي جرى بها ذلك: {later}",
                if denial { "نفيه" } else { "أيضًا" },
                oblique(t, &n)
            ),
        }
    }
}

/// What was done to them. Who did not say a thing does not take it back.
fn how(t: Tongue, how: TakeBackHow, speaker: bool) -> &'static str {
    match (how, speaker) {
        (TakeBackHow::Retracts, true) => t.say("taken back", "تراجع"),
        (TakeBackHow::Retracts, false) => t.say("withdrawn", "سحب للخبر"),
        (TakeBackHow::Corrects, _) => t.say("corrected", "تصحيح"),
        (TakeBackHow::Supersedes, _) => t.say("replaced with a later account", "استبدال بقول لاحق"),
    }
}
