//! Words of events, as data: what says in either language that something happened, and what says that it did not.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::super::families::{Wordings, Words};
use super::told::{Telling, definite};
use crate::drafting::content::lexicon::{questions, sort};
use crate::drafting::content::page::Page;

/// What the words of an entry do.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Sort {
    /// They tell that something happened.
    #[default]
    Event,
    /// Nouns that name what happened: "disappearance".
    Noun,
    /// Participles that may mark somebody by it: "missing".
    State,
    /// What stands before a noun that is only named: "the investigation into".
    About,
    /// What stands before a noun that somebody had a part in: "involved in".
    Part,
    /// What stands before a noun that somebody knows of: "knowledge of".
    Known,
    /// What makes all that follows only foreseen: "provides for".
    Planned,
    /// Cues that only call something so: "described".
    Label,
    /// That what a noun names came about: "took place", «تعرض».
    Happens,
    /// That it is passed on: "what the papers had about".
    Passed,
    /// That a report is not so.
    False,
}

/// An event as the pack has it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    /// Predicates of the vocabulary that say the same, set apart by spaces.
    predicates: String,
    #[serde(default)]
    sort: Sort,
    /// Words of it tell no event by themselves: whose they are must be shared.
    #[serde(default)]
    named: bool,
    /// Words of things, which tell an event only where a case is of one story.
    #[serde(default)]
    thing: bool,
    /// It is of who had a part in another.
    #[serde(default)]
    part: bool,
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
    pub(super) sort: Sort,
    pub(super) named: bool,
    pub(super) thing: bool,
    /// It is of who had a part in another.
    pub(super) part: bool,
    pub(super) group: bool,
    pub(super) often: bool,
    pub(super) people: bool,
    pub(super) wanted: bool,
    pub(super) way: Vec<String>,
    pub(super) unless: String,
}

impl Event {
    /// It is of somebody, who may have had others do it: who had a part in it is a question of its own.
    pub(super) fn befalls(&self) -> bool {
        !self.named && !self.group && !self.often && !self.thing
    }

    /// It is that those who were held are let go, whatever the manner.
    pub(super) fn frees(&self) -> bool {
        self.unless.is_empty() && self.predicates.iter().any(|p| p == "freed")
    }

    /// It is that somebody was taken or is held.
    pub(super) fn takes(&self) -> bool {
        self.predicates.iter().any(|p| p == "detained")
    }

    /// Words of it tell that something happened.
    pub(super) fn happens(&self) -> bool {
        !self.people && !self.wanted && self.sort == Sort::Event
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
    /// How they stand in their clause.
    pub(super) telling: Telling,
    /// Somebody is charged with it.
    pub(super) charged: bool,
}

impl Met {
    /// They tell the event, whatever of it, or pass it on.
    pub(super) fn tells(&self) -> bool {
        matches!(
            self.telling,
            Telling::Told | Telling::Reported | Telling::Known
        )
    }
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
                sort: e.sort,
                people: e.people,
                wanted: e.wanted,
                way: split(&e.way),
                unless: e.unless,
                named: e.named,
                thing: e.thing,
                part: e.part,
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

    /// The question of who had a part in an event.
    pub(super) fn part(&self) -> Option<usize> {
        self.all.iter().position(|e| e.part)
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

    /// The words of tokens `a..b` that tell of what form other words are, or what these do in their clause.
    pub(super) fn of_form(&self, arabic: bool, words: &Words, a: usize, b: usize) -> Vec<Met> {
        let mut met = self.met(arabic, words, a, b);
        met.retain(|m| self.all[m.event].sort != Sort::Event);
        met
    }

    /// The words of a page in the forms that an event may have: with the article a word is no verb and has no pronoun, and one for
    /// a body or a post has nothing before it.
    pub(super) fn words(page: &Page, words: &Words) -> Words {
        let forms = words.forms.iter().enumerate().map(|(k, forms)| {
            let text = page.text(k);
            let free = !page.arabic() || !definite(text);
            // «وزارة» is a body, and nobody who visited.
            let body =
                page.arabic() && page.is(k, sort::TITLE | sort::GROUP_HEAD | sort::PLACE_HEAD);
            let whole = forms.iter().filter(|f| {
                (free || text.ends_with(f.as_str())) && (!body || text.starts_with(f.as_str()))
            });
            whole.cloned().collect()
        });
        Words {
            forms: forms.collect(),
        }
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
                    telling: Telling::Told,
                    charged: false,
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
                .filter(|m| events.all[m.event].sort == Sort::Event)
                .map(|m| (events.all[m.event].id.as_str(), m.not))
                .collect()
        };
        assert_eq!(found("nobody has arrested him", false), [("arrest", false)]);
        assert_eq!(found("الوزير حر طليق", true)[0], ("arrest", true));
        assert_eq!(found("استقالته", true), [("resignation", false)]);
    }
}
