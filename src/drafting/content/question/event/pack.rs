//! Words of events, as data: what says in either language that something happened, and what says that it did not.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::super::families::{Wordings, Words};
use crate::drafting::content::lexicon::questions;

/// An event as the pack has it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    /// Predicates of the vocabulary that say the same, set apart by spaces.
    predicates: String,
    /// Words of it tell no event by themselves: whose they are must be shared.
    #[serde(default)]
    named: bool,
    /// It befalls no one person.
    #[serde(default)]
    group: bool,
    /// One person does it many times.
    #[serde(default)]
    often: bool,
    /// Words of people whom events befall together, and of no event.
    #[serde(default)]
    people: bool,
    /// Words that make the event behind them only wanted ("asked him to"); `not_en`, `not_ar`: refused ("would not").
    #[serde(default)]
    wanted: bool,
    /// Events of which this is the manner, set apart by spaces.
    #[serde(default)]
    way: String,
    /// The other manner of these: what more texts tell of is how it was.
    #[serde(default)]
    unless: String,
    en: String,
    ar: String,
    #[serde(default)]
    not_en: String,
    #[serde(default)]
    not_ar: String,
}

/// An event that may be disputed.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) id: String,
    pub(super) predicates: Vec<String>,
    pub(super) named: bool,
    pub(super) group: bool,
    pub(super) often: bool,
    pub(super) people: bool,
    pub(super) wanted: bool,
    pub(super) way: Vec<String>,
    pub(super) unless: String,
}

impl Event {
    /// Words of it tell that something happened.
    pub(super) fn happens(&self) -> bool {
        !self.people && !self.wanted
    }
}

/// Where a text has words of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) event: usize,
    /// The words say that it is not so.
    pub(super) not: bool,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// All events of the pack, found by their words.
#[derive(Debug, Default)]
pub(super) struct Events {
    pub(super) all: Vec<Event>,
    /// Arabic and English; for each wording its event, and whether it says that it is not so.
    wordings: [(Wordings, Vec<(usize, bool)>); 2],
}

impl Events {
    fn parse(source: &str) -> Self {
        let entries: Vec<Entry> = questions(source);
        let mut out = Self::default();
        for (n, e) in entries.into_iter().enumerate() {
            let texts = [[&e.ar, &e.not_ar], [&e.en, &e.not_en]];
            for ((wordings, of), texts) in out.wordings.iter_mut().zip(texts) {
                for (text, not) in texts.into_iter().zip([false, true]) {
                    let all = wordings.add(text);
                    of.resize(all, (n, not));
                }
            }
            let split = |text: &str| -> Vec<String> {
                text.split_whitespace().map(str::to_owned).collect()
            };
            out.all.push(Event {
                id: e.id,
                predicates: split(&e.predicates),
                people: e.people,
                wanted: e.wanted,
                way: split(&e.way),
                unless: e.unless,
                named: e.named,
                group: e.group,
                often: e.often,
            });
        }
        out
    }

    /// The built-in events; none where they do not parse, which a test rules out.
    pub(super) fn built_in() -> &'static Self {
        static ALL: LazyLock<Events> =
            LazyLock::new(|| Events::parse(include_str!("../../../packs/events.ron")));
        &ALL
    }

    /// The people, by their entry, whom the words met are of.
    pub(super) fn people(&self, met: &[Met]) -> BTreeSet<usize> {
        let all = met.iter().map(|m| m.event);
        all.filter(|&e| self.all[e].people).collect()
    }

    /// Where words end that make what follows only wanted, and whether they say that it is refused.
    pub(super) fn wanted(&self, met: &[Met]) -> Vec<(usize, bool)> {
        let wanted = met.iter().filter(|m| self.all[m.event].wanted);
        wanted.map(|m| (m.to, m.not)).collect()
    }

    /// The events, and people, that tokens `a..b` have words of, in order: of each at most one beginning at a token, the longest.
    pub(super) fn met(&self, arabic: bool, words: &Words, a: usize, b: usize) -> Vec<Met> {
        let (wordings, of) = &self.wordings[usize::from(!arabic)];
        let mut out: Vec<Met> = Vec::new();
        for k in a..b {
            let first = out.len();
            wordings.each(words, k, b, |w| {
                let (event, not) = of[w.which];
                let met = Met {
                    event,
                    not,
                    from: k,
                    to: w.to,
                };
                match out[first..].iter_mut().find(|m| m.event == event) {
                    Some(m) if (m.to, m.not) < (met.to, met.not) => *m = met,
                    Some(_) => {}
                    None => out.push(met),
                }
            });
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_events_parse_and_are_found_in_both_languages() {
        let events = Events::built_in();
        assert!(events.all.len() > 40);
        let found = |text: &str, arabic: bool| -> Vec<(&str, bool)> {
            let words = Words::of_text(text, arabic);
            events
                .met(arabic, &words, 0, words.forms.len())
                .into_iter()
                .map(|m| (events.all[m.event].id.as_str(), m.not))
                .collect()
        };
        assert_eq!(found("nobody has arrested him", false), [("arrest", false)]);
        assert_eq!(found("الوزير حر طليق", true)[0], ("arrest", true));
        assert_eq!(found("استقالته", true), [("resignation", false)]);
    }
}
