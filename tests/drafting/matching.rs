//! Which drafted source, statement and claim is which annotated one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::gold::{Gold, GoldClaim, GoldStatement};
use crate::run::Drafted;

/// A field as a string; empty where it is none.
pub(crate) fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or("")
}

/// The strings of a list.
pub(crate) fn list(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// Words of a name, folded, without articles.
fn words(name: &str) -> Vec<String> {
    isnad::text::fold::fold(name)
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !["the", "a", "an", "al"].contains(w))
        .map(|w| {
            w.strip_prefix("ال")
                .filter(|r| r.chars().count() > 2)
                .unwrap_or(w)
                .to_owned()
        })
        .collect()
}

fn likeness(a: &[String], b: &[String]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let common = a.iter().filter(|w| b.contains(w)).count();
    2.0 * common as f64 / (a.len() + b.len()) as f64
}

/// A bed, its draft, and what of the one is what of the other.
pub(crate) struct Matching<'a> {
    pub(crate) gold: &'a Gold,
    pub(crate) drafted: &'a Drafted,
    /// Annotated keys by drafted source.
    pub(crate) source: BTreeMap<&'a str, &'a str>,
    /// All annotated keys of which a drafted source bears a name.
    pub(crate) bears_names_of: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// The statements of each document.
    by_document: BTreeMap<&'a str, Vec<&'a Value>>,
}

impl<'a> Matching<'a> {
    pub(crate) fn new(gold: &'a Gold, drafted: &'a Drafted) -> Self {
        let mut source = BTreeMap::new();
        let mut bears_names_of = BTreeMap::new();
        for s in &drafted.sources {
            let names: Vec<Vec<String>> = s["names"]
                .as_object()
                .into_iter()
                .flat_map(|o| o.values())
                .chain(
                    s["aliases"]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .map(|a| &a["text"]),
                )
                .filter_map(Value::as_str)
                // What tells two of one name apart on the page is no part of the name: coalition [kestrel-1].
                .map(|n| words(n.split(" [").next().unwrap_or(n)))
                .collect();
            let mut exact: BTreeSet<&str> = BTreeSet::new();
            let mut best: (f64, Option<&str>) = (0.6, None);
            for g in &gold.sources {
                for (theirs, ours) in names
                    .iter()
                    .flat_map(|n| g.names.iter().map(move |o| (n, words(o))))
                {
                    let like = likeness(theirs, &ours);
                    if *theirs == ours {
                        exact.insert(&g.key);
                    }
                    if like > best.0 {
                        best = (like, Some(&g.key));
                    }
                }
            }
            let id = text(s, "id");
            // Two may have one description («a Western diplomat»): whoever speaks in a text that quotes this one.
            if exact.len() > 1 {
                let quoted = |key: &str| {
                    gold.statements().any(|(document, g)| {
                        g.source.as_deref() == Some(key)
                            && drafted.statements.iter().any(|x| {
                                text(x, "said_by") == id && text(x, "document") == document.id
                            })
                    })
                };
                let here: BTreeSet<&str> =
                    exact.iter().copied().filter(|key| quoted(key)).collect();
                if !here.is_empty() {
                    exact = here;
                }
            }
            if let Some(key) = exact
                .first()
                .copied()
                .filter(|_| exact.len() == 1)
                .or(best.1)
            {
                source.insert(id, key);
            }
            bears_names_of.insert(id, exact);
        }
        let mut by_document: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        for s in &drafted.statements {
            by_document.entry(text(s, "document")).or_default().push(s);
        }
        Self {
            gold,
            drafted,
            source,
            bears_names_of,
            by_document,
        }
    }

    /// With whom a drafted source counts, by the annotation.
    pub(crate) fn voice(&self, id: &str) -> Option<&'a str> {
        self.source.get(id).map(|k| self.gold.voice(k))
    }

    /// The drafted statements whose content is that of an annotated one, the likeliest first.
    pub(crate) fn candidates(&self, document: &str, s: &GoldStatement) -> Vec<&'a Value> {
        let span = |v: &Value| {
            (
                v["start"].as_u64().unwrap_or(0),
                v["end"].as_u64().unwrap_or(0),
            )
        };
        let ours: Vec<(u64, u64)> = s
            .content
            .iter()
            .map(|c| (c.start as u64, c.end as u64))
            .collect();
        let size = |v: &[(u64, u64)]| v.iter().map(|x| x.1 - x.0).sum::<u64>();
        let mut found: Vec<(bool, f64, &Value)> = self
            .by_document
            .get(document)
            .into_iter()
            .flatten()
            .filter_map(|p| {
                let theirs: Vec<(u64, u64)> = p["content"].as_array()?.iter().map(span).collect();
                let common: u64 = ours
                    .iter()
                    .flat_map(|a| {
                        theirs
                            .iter()
                            .map(move |b| a.1.min(b.1).saturating_sub(a.0.max(b.0)))
                    })
                    .sum();
                let f1 = 2.0 * common as f64 / (size(&ours) + size(&theirs)).max(1) as f64;
                let theirs = self.voice(text(p, "said_by"));
                let same = match (&s.source, theirs) {
                    (Some(k), Some(v)) => {
                        self.gold.voice(k) == v
                            || self.gold.voice(s.chain[0].source.as_deref().unwrap_or(k)) == v
                    }
                    (None, None) => true,
                    _ => false,
                };
                // A longer content that holds this one is still it.
                let enough = f1 >= 0.5 || f1 >= 0.3 && common == size(&ours);
                enough.then_some((same, f1, *p))
            })
            .collect();
        found.sort_by(|a, b| {
            (b.0, b.1)
                .partial_cmp(&(a.0, a.1))
                .unwrap_or(std::cmp::Ordering::Equal)
                .then_with(|| text(a.2, "id").cmp(text(b.2, "id")))
        });
        found.into_iter().map(|f| f.2).collect()
    }

    /// The drafted claim on which most of an annotated claim's statements bear.
    pub(crate) fn claim(&self, claim: &GoldClaim) -> Option<&'a Value> {
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for (document, s) in self.gold.statements().filter(|(_, s)| s.claim == claim.key) {
            let mut seen: BTreeSet<&str> = BTreeSet::new();
            for p in self.candidates(&document.id, s) {
                for bears in p["bears"].as_array().into_iter().flatten() {
                    seen.insert(text(bears, "claim"));
                }
            }
            for c in seen {
                *votes.entry(c).or_default() += 1;
            }
        }
        let size = |id: &str| {
            self.drafted
                .statements
                .iter()
                .filter(|s| {
                    s["bears"]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .any(|b| text(b, "claim") == id)
                })
                .count()
        };
        let best = votes
            .into_iter()
            .max_by_key(|(id, n)| (*n, std::cmp::Reverse(size(id)), std::cmp::Reverse(*id)))?
            .0;
        self.drafted.claims.iter().find(|c| text(c, "id") == best)
    }

    /// How a drafted statement bears on a claim: directly, or on what entails it, is entailed by it or excludes it.
    pub(crate) fn stance(&self, statement: &Value, claim: &Value) -> Option<(String, bool)> {
        let id = text(claim, "id");
        let entails = |a: &Value, b: &str| {
            a["entails"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|e| text(e, "claim") == b)
        };
        let mut best: Option<(u8, String, bool)> = None;
        for bears in statement["bears"].as_array().into_iter().flatten() {
            let other = text(bears, "claim");
            let stance = text(bears, "stance").to_owned();
            let hedged = bears["hedged"].as_bool().unwrap_or(false);
            let found = self.drafted.claims.iter().find(|c| text(c, "id") == other);
            let excluded = claim["excludes"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|e| text(e, "claim") == other);
            let (rank, stance) = if other == id {
                (0, stance)
            } else if entails(claim, other) || found.is_some_and(|f| entails(f, id)) {
                (1, stance)
            } else if excluded {
                let turned = match stance.as_str() {
                    "affirms" => "denies".to_owned(),
                    "denies" => "affirms".to_owned(),
                    _ => stance,
                };
                (2, turned)
            } else {
                continue;
            };
            if best.as_ref().is_none_or(|b| rank < b.0) {
                best = Some((rank, stance, hedged));
            }
        }
        best.map(|b| (b.1, b.2))
    }
}
