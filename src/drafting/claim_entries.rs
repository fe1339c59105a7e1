//! Claims as they are written: fillers become entities, and a proposition that its predicate would refuse is left out.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::article::Article;
use super::claims::{DraftedClaim, Filled};
use super::desk::ClaimDraft;
use super::entries::{Page, fields, word, words};
use super::naming::Node;
use super::reading::{Count, Reading};
use super::record::Record;
use super::saying::{Saying, Teller};
use crate::case_file::{DraftKind, EmitError, Value, emit_entry};
use crate::model::{Act, Case, EntityKind, Predicate, Stance, Takes};
use crate::text::romanize::slug;

/// An entity for people that are counted, one for all texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct People {
    pub(super) key: String,
    pub(super) id: String,
    pub(super) en: String,
    pub(super) ar: String,
}

/// What turning claims into entries needs.
pub(super) struct Making<'a> {
    pub(super) case: &'a Case,
    pub(super) record: &'a Record,
    pub(super) articles: &'a [Article<'a>],
    pub(super) sayings: &'a [Saying],
    pub(super) readings: &'a [Reading],
    pub(super) nodes: &'a [Node],
    /// Entities that somebody deleted.
    pub(super) gone: &'a HashSet<(DraftKind, String)>,
    /// Readings that statements will be written for.
    pub(super) heard: &'a HashMap<usize, usize>,
}

impl Making<'_> {
    /// The entries of claims, and the entities of people counted that they need.
    pub(super) fn entries(
        &self,
        claims: &[DraftedClaim],
    ) -> Result<(Vec<ClaimDraft>, Vec<People>), EmitError> {
        let by_key: HashMap<&str, usize> = self
            .nodes
            .iter()
            .enumerate()
            .map(|(n, node)| (node.key.as_str(), n))
            .collect();
        let mut people: BTreeMap<String, People> = BTreeMap::new();
        let mut taken: HashSet<String> = self
            .case
            .claims
            .iter()
            .map(|(_, id, _)| id.to_owned())
            .collect();
        taken.extend(
            self.record
                .iter()
                .filter(|(s, _)| s.kind == DraftKind::Claim)
                .map(|(s, _)| s.id.clone()),
        );
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut all = Vec::new();
        let mut pages: HashMap<usize, Page> = HashMap::new();
        for claim in claims {
            let heard: Vec<usize> = claim
                .readings
                .iter()
                .copied()
                .filter(|r| self.heard.contains_key(r))
                .collect();
            if heard.is_empty() {
                continue;
            }
            // Two claims of one key would be one entry: the second is told apart by its place in the list.
            let n = seen.entry(claim.key.clone()).or_insert(0);
            *n += 1;
            let key = match *n {
                1 => claim.key.clone(),
                n => format!("{}#{n}", claim.key),
            };
            let mut entities = Vec::new();
            let proposition = self.proposition(claim, &by_key, &mut people, &mut entities);
            let Some(proposition) = proposition else {
                // Somebody deleted an entity without which it says nothing.
                continue;
            };
            let id = match self.record.of(DraftKind::Claim, &key) {
                Some((id, _)) => id.to_owned(),
                None => self.new_id(claim, &entities, &mut taken),
            };
            let entry = fields(vec![
                ("id", Some(Value::str(id.clone()))),
                ("gist", words(claim.gist.iter())),
                ("question", words(claim.question.iter())),
                ("proposition", proposition),
                (
                    "time",
                    claim.time.as_ref().map(|(edtf, inferred)| {
                        fields(vec![
                            ("edtf", Some(Value::str(edtf.clone()))),
                            ("inferred", inferred.then_some(Value::Bool(true))),
                        ])
                    }),
                ),
                ("draft", Some(Value::Bool(true))),
            ]);
            let mut met: HashSet<usize> = HashSet::new();
            let mut bears = Vec::new();
            let mut ordered = heard;
            // Of two readings of one statement the surer one stands.
            ordered.sort_by(|a, b| {
                self.readings[*b]
                    .score
                    .total_cmp(&self.readings[*a].score)
                    .then(a.cmp(b))
            });
            for r in ordered {
                let saying = self.heard[&r];
                if met.insert(saying) {
                    let article = self.readings[r].article;
                    let page = pages
                        .entry(article)
                        .or_insert_with(|| Page::new(&self.articles[article]));
                    bears.push((r, self.bearing(&id, r, &self.sayings[saying], page)));
                }
            }
            bears.sort_by_key(|(r, _)| *r);
            all.push(ClaimDraft {
                key,
                id,
                entry: emit_entry(&entry)?,
                rule: claim.rule.to_owned(),
                score: claim.score,
                entities,
                bears,
            });
        }
        Ok((all, people.into_values().collect()))
    }

    fn bearing(&self, claim: &str, reading: usize, saying: &Saying, page: &Page) -> Value {
        let of = &self.readings[reading];
        // A rumour with nobody behind it commits nobody.
        let nobody =
            saying.act == Act::Rumour && saying.who == Teller::Nobody && !saying.outlet_voice;
        let stance =
            if nobody && matches!(of.stance, Stance::Affirms | Stance::Denies | Stance::Doubts) {
                Stance::Reports
            } else {
                of.stance
            };
        let part = if of.part == saying.content {
            Vec::new()
        } else {
            page.anchors(&of.part)
        };
        fields(vec![
            ("claim", Some(Value::str(claim))),
            ("stance", word(&stance)),
            (
                "hedged",
                (of.hedged && matches!(stance, Stance::Affirms | Stance::Denies))
                    .then_some(Value::Bool(true)),
            ),
            ("unclear", of.unclear.then_some(Value::Bool(true))),
            ("part", (!part.is_empty()).then_some(Value::List(part))),
        ])
    }

    /// The proposition; an inner `None`: the claim is free. An outer `None`: it is not to be written.
    #[allow(clippy::option_option)]
    fn proposition(
        &self,
        claim: &DraftedClaim,
        by_key: &HashMap<&str, usize>,
        people: &mut BTreeMap<String, People>,
        entities: &mut Vec<usize>,
    ) -> Option<Option<Value>> {
        let Some(id) = &claim.predicate else {
            return Some(None);
        };
        let Some((_, _, model)) = self
            .case
            .predicates
            .iter()
            .find(|(_, i, _)| *i == id.as_str())
        else {
            return Some(None);
        };
        let mut roles: Vec<(Value, Value)> = Vec::new();
        let mut met: Vec<usize> = Vec::new();
        let mut counted: Vec<People> = Vec::new();
        for role in &model.roles {
            let fillers = claim
                .roles
                .iter()
                .find(|(r, _)| **r == *role.id)
                .map_or(&[][..], |(_, f)| f.as_slice());
            let mut written = Vec::new();
            for filler in fillers {
                match self.filler(filler, &role.takes, by_key) {
                    Fill::Is(value, node, new) => {
                        written.push(value);
                        met.extend(node);
                        counted.extend(new);
                    }
                    Fill::Gone => return None,
                    Fill::Unfit => {}
                }
            }
            if written.is_empty() {
                if role.optional {
                    continue;
                }
                return Some(None);
            }
            let value = match <[Value; 1]>::try_from(written) {
                Ok([one]) => one,
                Err(many) => Value::List(many),
            };
            roles.push((Value::str(role.id.to_string()), value));
        }
        let counts = model.kind == crate::model::PredicateKind::Count;
        if counts != claim.count.is_some() {
            return Some(None);
        }
        let place = claim.place.as_ref().and_then(|p| {
            match self.filler(p, &Takes::Entity(vec![EntityKind::Place]), by_key) {
                Fill::Is(value, node, _) => {
                    met.extend(node);
                    Some(value)
                }
                Fill::Gone | Fill::Unfit => None,
            }
        });
        for new in counted {
            people.entry(new.key.clone()).or_insert(new);
        }
        met.sort_unstable();
        met.dedup();
        *entities = met;
        if roles.is_empty() && !all_optional(model) {
            return Some(None);
        }
        Some(Some(fields(vec![
            ("predicate", Some(Value::str(id.clone()))),
            ("roles", Some(Value::Map(roles))),
            ("place", place),
            ("count", claim.count.as_ref().map(count)),
        ])))
    }

    fn filler(&self, filler: &Filled, takes: &Takes, by_key: &HashMap<&str, usize>) -> Fill {
        match (filler, takes) {
            (Filled::Entity(whose), Takes::Entity(kinds)) => {
                let Some(n) = by_key.get(whose.key.as_str()) else {
                    return Fill::Unfit;
                };
                let node = &self.nodes[*n];
                if self.gone.contains(&(DraftKind::Entity, node.id.clone())) {
                    return Fill::Gone;
                }
                let kind = super::entries::kind_of(node);
                if kinds.is_empty() || kinds.contains(&kind) {
                    Fill::Is(Value::str(node.id.clone()), Some(*n), None)
                } else {
                    Fill::Unfit
                }
            }
            (Filled::People { id, en, ar }, Takes::Entity(kinds)) => {
                if !(kinds.is_empty() || kinds.contains(&EntityKind::Group)) {
                    return Fill::Unfit;
                }
                let key = format!("people:{id}");
                let id = match self.record.of(DraftKind::Entity, &key) {
                    Some((id, _)) => id.to_owned(),
                    None => id.clone(),
                };
                if self.gone.contains(&(DraftKind::Entity, id.clone())) {
                    return Fill::Gone;
                }
                let value = Value::str(id.clone());
                let new = People {
                    key,
                    id,
                    en: en.clone(),
                    ar: ar.clone(),
                };
                Fill::Is(value, None, Some(new))
            }
            (Filled::Value(value), Takes::Value(values)) => {
                if values.iter().any(|v| *v.id == **value) {
                    Fill::Is(Value::str(value.clone()), None, None)
                } else {
                    Fill::Unfit
                }
            }
            (Filled::Text(text), Takes::Text) if !text.trim().is_empty() => {
                Fill::Is(Value::str(text.clone()), None, None)
            }
            _ => Fill::Unfit,
        }
    }

    /// An id that says what the claim is of: `killed-nader-al-qalmiri`.
    fn new_id(
        &self,
        claim: &DraftedClaim,
        entities: &[usize],
        taken: &mut HashSet<String>,
    ) -> String {
        const LONGEST: usize = 56;
        let about: Vec<String> = match &claim.predicate {
            Some(predicate) => {
                let value = claim
                    .roles
                    .iter()
                    .flat_map(|(_, f)| f)
                    .find_map(|f| match f {
                        Filled::Value(v) => Some(v.clone()),
                        _ => None,
                    });
                std::iter::once(predicate.clone())
                    .chain(value)
                    .chain(entities.iter().take(2).map(|n| self.nodes[*n].id.clone()))
                    .collect()
            }
            None => claim
                .gist
                .best("en")
                .map(|(_, gist)| gist.to_owned())
                .into_iter()
                .collect(),
        };
        let wanted = slug(&about.join(" "), LONGEST);
        let wanted = if wanted.is_empty() {
            "claim".to_owned()
        } else {
            wanted
        };
        let mut id = wanted.clone();
        let mut n = 2_u32;
        while !taken.insert(id.clone()) {
            id = format!("{wanted}-{n}");
            n += 1;
        }
        id
    }
}

enum Fill {
    /// As written, the node that it is, people to make an entity of.
    Is(Value, Option<usize>, Option<People>),
    /// Somebody deleted it.
    Gone,
    /// The role does not take it.
    Unfit,
}

fn all_optional(predicate: &Predicate) -> bool {
    predicate.roles.iter().all(|r| r.optional)
}

fn count(count: &Count) -> Value {
    let number = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok()).map(Value::Int);
    fields(vec![
        ("min", number(count.min)),
        ("max", number(count.max)),
        ("word", count.word.clone().map(Value::Str)),
        ("of", Some(Value::str(count.of.clone()))),
        ("scope", Some(Value::str(count.scope.clone()))),
        ("cumulative", count.cumulative.then_some(Value::Bool(true))),
    ])
}

/// The entry of people that are counted.
pub(super) fn people_entry(people: &People) -> Result<String, EmitError> {
    emit_entry(&fields(vec![
        ("id", Some(Value::str(people.id.clone()))),
        ("kind", Some(Value::word("group"))),
        (
            "names",
            words([("ar", people.ar.as_str()), ("en", people.en.as_str())]),
        ),
        ("draft", Some(Value::Bool(true))),
    ]))
}
