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
    statements: usize,
    hows: Vec<TakeBackHow>,
}

/// Some statements that no longer count, by what those who took them back are to them.
#[derive(Debug)]
pub(super) struct Withdrawn {
    by: BTreeMap<usize, Who>,
    all: usize,
    /// The statements that took them back.
    later: BTreeSet<Key<Statement>>,
}

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
            all: statements.len(),
            later: BTreeSet::new(),
        };
        for back in statements.iter().filter_map(|s| analysis.taken_back.get(s)) {
            let Some(place) = PLACES.iter().position(|place| *place == back.who) else {
                continue;
            };
            let who = this.by.entry(place).or_default();
            who.statements += 1;
            who.hows.push(back.how);
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

    /// Whether those who said it took all of it back, and nobody else.
    pub(super) fn by_speakers(&self) -> bool {
        self.by.keys().all(|place| *place == 0)
    }

    /// "taken back by the mayor, who said it; withdrawn or corrected by the Agency, who passed it on (2 statements)".
    pub(super) fn words(&self, t: Tongue, analysis: &Analysis<'_>) -> String {
        let parts: Vec<String> = self
            .by
            .iter()
            .map(|(place, who)| {
                let names = t.sources(analysis.case, who.sources.iter().copied(), NAMED);
                let mut part = match t {
                    Tongue::En => format!(
                        "{} by {names}, {}",
                        how(t, &who.hows, *place == 0),
                        ["who said it", "who passed it on", "who published it"][*place]
                    ),
                    Tongue::Ar => format!(
                        "{} {} ({names})",
                        how(t, &who.hows, *place == 0),
                        ["ممن قاله", "ممن نقله", "ممن نشره"][*place]
                    ),
                };
                if self.by.len() > 1 {
                    let n = t.count(who.statements, STATEMENT);
                    part.push_str(&match t {
                        Tongue::En => format!(" ({n})"),
                        Tongue::Ar => format!("، في {}", oblique(t, &n)),
                    });
                }
                part
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
        match (t, denial) {
            (Tongue::En, false) => {
                format!("{n} that said so too count no more, since {words}, {by}")
            }
            (Tongue::En, true) => {
                format!("{n} that denied it count no more, since {words}, {by}")
            }
            (Tongue::Ar, denial) => format!(
                "وورد {} في {}، ولم يعد ذلك يُحسب بعد ما جرى من {words}، وعدد الأقوال اللاحقة التي جرى بها ذلك: {later}",
                if denial { "نفيه" } else { "أيضًا" },
                oblique(t, &n)
            ),
        }
    }
}

/// What was done to them, in one word where all of them fared alike. Who did not say a thing does not take it back.
fn how(t: Tongue, hows: &[TakeBackHow], speaker: bool) -> &'static str {
    let all = |how: TakeBackHow| hows.iter().all(|one| *one == how);
    if all(TakeBackHow::Retracts) {
        match speaker {
            true => t.say("taken back", "تراجع"),
            false => t.say("withdrawn", "سحب للخبر"),
        }
    } else if all(TakeBackHow::Corrects) {
        t.say("corrected", "تصحيح")
    } else if all(TakeBackHow::Supersedes) {
        t.say("replaced with a later account", "استبدال بقول لاحق")
    } else {
        match speaker {
            true => t.say("taken back or replaced", "تراجع أو تصحيح"),
            false => t.say("withdrawn or corrected", "سحب للخبر أو تصحيح"),
        }
    }
}
