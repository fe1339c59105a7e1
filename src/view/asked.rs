//! Questions side by side: those of one wording are told apart by what they differ in.

use std::collections::BTreeSet;

use super::dates::date;
use super::phrase::{Noun, Tongue};
use crate::model::{Case, Claim, Count, Entity, Filler, Key};

/// Questions that nothing a reader can see tells apart.
const ALIKE: Noun = (
    ["question so worded", "questions so worded"],
    [
        "مسألة واحدة بهذه الصياغة",
        "مسألتان بهذه الصياغة",
        "مسائل بهذه الصياغة",
        "مسألة بهذه الصياغة",
    ],
);

/// How many things may tell two questions apart: where, by whom, when.
const THINGS: usize = 3;

impl Tongue {
    /// The questions of claims, a line each, with the number that a claim gives. Those of one wording have beside them where, by
    /// whom or when, if they differ in that; those that differ in nothing of it are one line with how many they are.
    #[must_use]
    pub fn questions(self, case: &Case, claims: &[Key<Claim>]) -> Vec<String> {
        let worded: Vec<(String, [Option<String>; THINGS])> = claims
            .iter()
            .map(|key| {
                let question = self.question(case, *key);
                let said = case.claims[*key].proposition.as_ref();
                let count = said.and_then(|p| p.count.as_ref());
                let asked = match count.and_then(|c| self.how_many(c)) {
                    Some(n) => format!("{question} — {n}"),
                    None => question.to_owned(),
                };
                (asked, self.things(case, *key, question))
            })
            .collect();
        let mut lines: Vec<(String, usize)> = Vec::new();
        for (question, things) in &worded {
            let same = worded.iter().filter(|(other, _)| other == question);
            let same: Vec<&[Option<String>; THINGS]> = same.map(|(_, t)| t).collect();
            let differs = |n: &usize| {
                let told: BTreeSet<&Option<String>> = same.iter().map(|t| &t[*n]).collect();
                told.len() > 1
            };
            let beside: Vec<&str> = (0..THINGS)
                .filter(differs)
                .filter_map(|n| things[n].as_deref())
                .collect();
            let line = if beside.is_empty() {
                question.clone()
            } else {
                format!("{question} — {}", beside.join(self.say("; ", "؛ ")))
            };
            match lines.iter_mut().find(|(other, _)| *other == line) {
                Some((_, n)) => *n += 1,
                None => lines.push((line, 1)),
            }
        }
        lines
            .into_iter()
            .map(|(line, n)| match n {
                1 => line,
                _ => format!("{line} ({})", self.count(n, ALIKE)),
            })
            .collect()
    }

    /// Where, by whom and when, so far as the question does not say it.
    fn things(self, case: &Case, key: Key<Claim>, question: &str) -> [Option<String>; THINGS] {
        let claim = &case.claims[key];
        let said = claim.proposition.as_ref();
        let name = |key: Key<Entity>| match self.words(&case.entities[key].names) {
            "" => case.entities.id(key).to_owned(),
            // "the army [afp-1]": the text that has it is no part of a name.
            name => name.split(" [").next().unwrap_or(name).to_owned(),
        };
        let unsaid = |name: &String| !question.contains(name.as_str());
        let place = said.and_then(|p| p.place).map(name).filter(unsaid);
        let by: Vec<String> = said.map_or_else(Vec::new, |p| {
            let roles = &case.predicates[p.predicate].roles;
            let by = p.roles.iter().filter(|r| {
                let role = roles.get(r.role);
                role.is_some_and(|role| role.id.as_ref() == "by")
            });
            let told = question.contains(self.say(" by ", " على يد "));
            by.filter(|_| !told)
                .flat_map(|r| &r.fillers)
                .filter_map(|f| match f {
                    Filler::Entity(key) => Some(name(*key)),
                    _ => None,
                })
                .filter(unsaid)
                .collect()
        });
        let day = claim.time.as_ref().map(|when| {
            let day = date(when.edtf(), self);
            let note = self.say("date inferred", "تاريخ مستنتج");
            match when.inferred {
                true => format!("{day} ({note})"),
                false => day,
            }
        });
        [
            place.map(|p| format!("{} {p}", self.say("in", "في"))),
            (!by.is_empty()).then(|| format!("{} {}", self.say("by", "على يد"), self.list(&by))),
            day.filter(|d| unsaid(d)),
        ]
    }

    /// A number with its bounds; none where only a word for it is not given either.
    fn how_many(self, count: &Count) -> Option<String> {
        if let Some(word) = &count.word {
            return Some(word.to_string());
        }
        match (count.min, count.max) {
            (Some(a), Some(b)) if a == b => Some(a.to_string()),
            (Some(0) | None, Some(b)) => Some(format!("{} {b}", self.say("at most", "على الأكثر"))),
            (Some(a), Some(b)) => Some(format!("{a}–{b}")),
            (Some(a), None) => Some(format!("{} {a}", self.say("at least", "على الأقل"))),
            (None, None) => None,
        }
    }
}
