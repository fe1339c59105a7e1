//! The measures: origins, stances, chains, shared sources, copies, merges of sources, what is taken back.
//!
//! In one file because every measure goes through the same pairs of an annotated and a drafted statement.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::gold::{Gold, GoldLink};
use crate::matching::{Matching, list, text};
use crate::run::Drafted;

/// Right ones among those given and those wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hits {
    pub(crate) right: usize,
    pub(crate) given: usize,
    pub(crate) wanted: usize,
}

impl Hits {
    fn of<T: Ord>(given: &BTreeSet<T>, wanted: &BTreeSet<T>) -> Self {
        Self {
            right: given.intersection(wanted).count(),
            given: given.len(),
            wanted: wanted.len(),
        }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.given += other.given;
        self.wanted += other.wanted;
    }

    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.given)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.wanted)
    }

    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.right, self.given + self.wanted)
    }
}

/// A share; of nothing, all.
pub(crate) fn ratio(right: usize, of: usize) -> f64 {
    if of == 0 {
        1.0
    } else {
        right as f64 / of as f64
    }
}

/// The figures of a bed, and what went wrong in words.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) statements: usize,
    /// Annotated statements that some drafted statement covers.
    pub(crate) found: usize,
    /// Origins of the disputed claim, affirming and denying.
    pub(crate) origins: Hits,
    /// Origins of all claims, all stances.
    pub(crate) all_origins: Hits,
    pub(crate) stances: usize,
    /// Of the statements on the disputed claim: whose stance is right, and all.
    pub(crate) disputed: [usize; 2],
    pub(crate) hedges: Hits,
    pub(crate) chains: usize,
    /// The same, of the statements on the disputed claim.
    pub(crate) disputed_chains: usize,
    pub(crate) links: Hits,
    pub(crate) shared: Hits,
    pub(crate) same_text: Hits,
    pub(crate) same_text_kind: usize,
    pub(crate) claims: usize,
    pub(crate) claims_of: usize,
    pub(crate) wrong_merges: usize,
    pub(crate) missed_merges: usize,
    /// Of the stances with an origin: those whose *at least* is above the annotated origins, and by how many in all.
    pub(crate) too_many: [usize; 2],
    pub(crate) stances_of: usize,
    pub(crate) taken_back: Hits,
    pub(crate) headings: Hits,
    pub(crate) errors: Vec<String>,
}

/// The origins that a claim's view names for a stance.
fn origins<'a>(m: &Matching<'a>, claim: &'a Value, stance: &str) -> BTreeSet<String> {
    let origins = match stance {
        "affirms" | "denies" => &claim[stance]["origins"],
        "doubts" | "reports" => &claim["origins_of"][stance],
        _ => &claim["origins_of"]["cannot_confirm"],
    };
    list(&origins["named"])
        .into_iter()
        .chain(list(&origins["undisclosed"]))
        .map(|id| m.voice(id).map_or_else(|| format!("?{id}"), str::to_owned))
        .collect()
}

/// The claim that counts the statements of what entails it too: of those that the claim entails the one with most.
fn broadest<'a>(drafted: &'a Drafted, claim: &'a Value) -> &'a Value {
    let size = |c: &Value| {
        ["affirms", "denies"]
            .iter()
            .map(|s| list(&c[*s]["statements"]).len() + list(&c[*s]["entailed"]).len())
            .sum::<usize>()
    };
    claim["entails"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|e| {
            drafted
                .claims
                .iter()
                .find(|c| text(c, "id") == text(e, "claim"))
        })
        .chain([claim])
        .max_by_key(|c| (size(c), std::cmp::Reverse(text(c, "id").to_owned())))
        .unwrap_or(claim)
}

/// Whether a drafted chain is the annotated one; an optional link may be there, and may be unknown.
fn same_chain(drafted: &[Option<String>], wanted: &[GoldLink], gold: &Gold) -> bool {
    let Some((first, rest)) = wanted.split_first() else {
        return drafted.is_empty();
    };
    let skipped = first.optional && same_chain(drafted, rest, gold);
    skipped
        || drafted.split_first().is_some_and(|(d, others)| {
            let fits = match (d, first.source.as_deref()) {
                (Some(d), Some(w)) => d == gold.voice(w),
                (None, None) => true,
                (None, Some(_)) => first.optional,
                _ => false,
            };
            fits && same_chain(others, rest, gold)
        })
}

/// Drafted links by their voices, a body and who speaks for it taken together.
fn voices(m: &Matching<'_>, links: &Value) -> Vec<Option<String>> {
    let mut out: Vec<Option<String>> = Vec::new();
    for link in links.as_array().into_iter().flatten() {
        let voice = link["source"]
            .as_str()
            .map(|id| m.voice(id).map_or_else(|| format!("?{id}"), str::to_owned));
        if out.last() != Some(&voice) || voice.is_none() {
            out.push(voice);
        }
    }
    out
}

fn pairs(drafted: &Drafted) -> BTreeMap<(String, String), String> {
    let mut out = BTreeMap::new();
    for d in &drafted.documents {
        for s in d["same_text"].as_array().into_iter().flatten() {
            let (a, b) = (text(d, "id"), text(s, "document"));
            let pair = if a < b { (a, b) } else { (b, a) };
            out.insert(
                (pair.0.to_owned(), pair.1.to_owned()),
                text(s, "kind").to_owned(),
            );
        }
    }
    out
}

/// Measures a draft against its annotation.
pub(crate) fn score(gold: &Gold, drafted: &Drafted) -> Score {
    let m = Matching::new(gold, drafted);
    let mut s = Score::default();
    claims(&m, &mut s);
    texts(&m, &mut s);
    sources(&m, &mut s);
    s
}

fn claims(m: &Matching<'_>, s: &mut Score) {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let gone: BTreeSet<&str> = m
        .gold
        .taken_back
        .iter()
        .map(|t| t.statement.as_str())
        .collect();
    for claim in &m.gold.claims {
        let drafted = m.claim(claim);
        s.claims_of += 1;
        let found = drafted.is_some_and(|d| used.insert(text(d, "id")));
        s.claims += usize::from(found);
        let mut given: BTreeSet<(String, String)> = BTreeSet::new();
        let wanted: BTreeSet<(String, String)> = claim
            .origins
            .iter()
            .flat_map(|(stance, o)| o.iter().map(move |k| (stance.clone(), k.clone())))
            .collect();
        if let Some(d) = drafted {
            let broad = broadest(m.drafted, d);
            for stance in ["affirms", "denies", "doubts", "reports", "cannot-confirm"] {
                let from = if matches!(stance, "affirms" | "denies") {
                    broad
                } else {
                    d
                };
                given.extend(
                    origins(m, from, stance)
                        .into_iter()
                        .map(|o| (stance.to_owned(), o)),
                );
            }
            // A claim that was taken for another has that other's number.
            for stance in ["affirms", "denies"].into_iter().filter(|_| found) {
                let broad = d;
                let at_least = broad[stance]["origins"]["at_least"].as_u64().unwrap_or(0) as usize;
                let most = claim.origins.get(stance).map_or(0, |all| all.len());
                s.stances_of += usize::from(at_least > 0 || most > 0);
                if at_least > most {
                    s.too_many[0] += 1;
                    s.too_many[1] += at_least - most;
                    s.errors.push(format!(
                        "{}: {stance} at least {at_least}, annotated {most}: {}",
                        claim.key, broad[stance]["origins"]["at_least_by"]
                    ));
                }
            }
            // Outlets that could not confirm a thing themselves are no origins that anybody asks for.
            given.retain(|(stance, o)| {
                !matches!(stance.as_str(), "cannot-confirm" | "reports")
                    || o.starts_with('?')
                    || !m.gold.publishes(o)
            });
            if let Some(key) = &claim.shared_source {
                let found = list_of(&broad["affirms"]["shared_sources"], "source")
                    .iter()
                    .any(|id| m.voice(id) == Some(key));
                s.shared.wanted += 1;
                s.shared.right += usize::from(found);
            }
        }
        s.all_origins.add(Hits::of(&given, &wanted));
        if claim.disputed {
            let firm = |set: &BTreeSet<(String, String)>| -> BTreeSet<(String, String)> {
                set.iter()
                    .filter(|(s, _)| s == "affirms" || s == "denies")
                    .cloned()
                    .collect()
            };
            s.origins = Hits::of(&firm(&given), &firm(&wanted));
        }
        for (stance, key) in wanted.difference(&given) {
            s.errors.push(format!(
                "{}: {key} is not among those of whom it {stance}",
                claim.key
            ));
        }
        for (stance, key) in given.difference(&wanted) {
            s.errors.push(format!(
                "{}: {key} is wrongly among those of whom it {stance}",
                claim.key
            ));
        }
        for (document, g) in m.gold.statements().filter(|(_, g)| g.claim == claim.key) {
            s.statements += 1;
            s.disputed[1] += usize::from(claim.disputed);
            let words = g.content.iter().map(|c| c.exact.as_str());
            let words = words.collect::<Vec<_>>().join(" … ");
            let whose = if claim.disputed { "disputed" } else { "other" };
            let candidates = m.candidates(&document.id, g);
            let chosen = drafted.and_then(|d| {
                let on = |p: &&Value| m.stance(p, d).is_some();
                candidates
                    .iter()
                    .copied()
                    .find(|p| on(p) && m.stance(p, d).is_some_and(|x| x.0 == g.stance))
                    .filter(|p| candidates.first().is_some_and(|f| said_by_same(m, f, p)))
                    .or_else(|| candidates.iter().copied().find(on))
            });
            let Some(p) = chosen.or_else(|| candidates.first().copied()) else {
                s.errors.push(format!(
                    "{}: no statement drafted ({whose}, {}): {words}",
                    g.id, g.stance
                ));
                s.links.wanted += g.chain.iter().filter(|l| !l.optional).count();
                continue;
            };
            s.found += 1;
            match drafted.and_then(|d| m.stance(p, d)) {
                Some((stance, hedged)) => {
                    s.stances += usize::from(stance == g.stance);
                    s.disputed[0] += usize::from(claim.disputed && stance == g.stance);
                    if stance != g.stance {
                        s.errors.push(format!(
                            "{}: {stance} instead of {} ({whose}): {words}",
                            g.id, g.stance
                        ));
                    }
                    s.hedges.given += usize::from(hedged);
                    s.hedges.wanted += usize::from(g.hedged);
                    s.hedges.right += usize::from(hedged && g.hedged);
                }
                None => s.errors.push(format!(
                    "{}: does not bear on {} ({whose}, {}) but on {}: {words}",
                    g.id,
                    claim.key,
                    g.stance,
                    bears_on(m, p)
                )),
            }
            // A statement that was taken back may have no chain any more.
            let left_out = gone.contains(g.id.as_str()) && !has_chain(m, p);
            let right = left_out || chain(m, s, g, p);
            s.chains += usize::from(right);
            s.disputed_chains += usize::from(right && claim.disputed);
        }
    }
}

/// The gists of the claims that a statement bears on.
fn bears_on(m: &Matching<'_>, p: &Value) -> String {
    let all = list_of(&p["bears"], "claim");
    let gist = |id: &&str| {
        let claim = m.drafted.claims.iter().find(|c| text(c, "id") == *id);
        let free = claim.is_some_and(|c| text(c, "predicate") == "free");
        format!("{}{id}", if free { "free " } else { "" })
    };
    all.iter().map(gist).collect::<Vec<_>>().join(", ")
}

fn said_by_same(m: &Matching<'_>, a: &Value, b: &Value) -> bool {
    m.voice(text(a, "said_by")) == m.voice(text(b, "said_by"))
}

fn has_chain(m: &Matching<'_>, p: &Value) -> bool {
    m.drafted
        .chains
        .iter()
        .any(|c| text(c, "statement") == text(p, "id"))
}

fn list_of<'a>(value: &'a Value, field: &str) -> Vec<&'a str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(|v| text(v, field))
        .collect()
}

/// Enters a statement's links; gives whether its chain is right as a whole.
fn chain(m: &Matching<'_>, s: &mut Score, g: &crate::gold::GoldStatement, p: &Value) -> bool {
    let all: Vec<Vec<Option<String>>> = m
        .drafted
        .chains
        .iter()
        .filter(|c| text(c, "statement") == text(p, "id"))
        .map(|c| voices(m, &c["links"]))
        .collect();
    // The annotated chain, with a body and who speaks for it taken together.
    let wanted: Vec<&str> = g
        .chain
        .iter()
        .filter(|l| !l.optional)
        .map(|l| l.source.as_deref().map_or("", |k| m.gold.voice(k)))
        .collect();
    let right = !all.is_empty() && all.iter().all(|c| same_chain(c, &g.chain, m.gold));
    let best = all.iter().max_by_key(|c| in_common(c, &wanted));
    s.links.wanted += wanted.len();
    if let Some(c) = best {
        s.links.right += in_common(c, &wanted);
        s.links.given += if right { wanted.len() } else { c.len() };
    }
    if !right {
        s.errors
            .push(format!("{}: chain {:?} instead of {wanted:?}", g.id, all));
    }
    right
}

/// Links in common, in order (longest common subsequence).
fn in_common(a: &[Option<String>], b: &[&str]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (j, y) in b.iter().enumerate() {
            let old = row[j + 1];
            row[j + 1] = if x.as_deref().unwrap_or("") == *y {
                before + 1
            } else {
                row[j + 1].max(row[j])
            };
            before = old;
        }
    }
    row[b.len()]
}

fn texts(m: &Matching<'_>, s: &mut Score) {
    let given = pairs(m.drafted);
    let wanted: BTreeMap<(String, String), &str> = m
        .gold
        .same_text
        .iter()
        .map(|p| {
            let (a, b) = p.documents.clone();
            (if a < b { (a, b) } else { (b, a) }, p.kind.as_str())
        })
        .collect();
    s.same_text = Hits::of(
        &given.keys().cloned().collect(),
        &wanted.keys().cloned().collect(),
    );
    s.same_text_kind = wanted
        .iter()
        .filter(|(p, k)| given.get(*p).is_some_and(|g| g == *k))
        .count();
    let document_of = |id: &str| {
        m.drafted
            .statements
            .iter()
            .find(|x| text(x, "id") == id)
            .map_or("", |x| text(x, "document"))
    };
    let taken: BTreeSet<(String, String)> = m
        .drafted
        .statements
        .iter()
        .filter_map(|x| {
            let by = x["taken_back"]["by"].as_str()?;
            Some((text(x, "document").to_owned(), document_of(by).to_owned()))
        })
        .collect();
    let document = |id: &str| id.split(':').next().unwrap_or("").to_owned();
    let expected: BTreeSet<(String, String)> = m
        .gold
        .taken_back
        .iter()
        .map(|t| (document(&t.statement), document(&t.by)))
        .collect();
    s.taken_back = Hits::of(&taken, &expected);
    for (a, b) in expected.difference(&taken) {
        s.errors
            .push(format!("{b} does not take back what {a} says"));
    }
    for (a, b) in taken.difference(&expected) {
        s.errors
            .push(format!("{b} is wrongly said to take back what {a} says"));
    }
    let headings: BTreeSet<String> =
        m.drafted
            .findings
            .iter()
            .filter(|f| f.to_string().contains("heading"))
            .filter_map(|f| {
                let all = f.to_string();
                m.gold.documents.iter().map(|d| d.id.clone()).find(|d| {
                    all.contains(&format!("/{d}.ron")) || all.contains(&format!("\"{d}\""))
                })
            })
            .collect();
    s.headings = Hits::of(
        &headings,
        &m.gold.heading_stronger.iter().cloned().collect(),
    );
}

fn sources(m: &Matching<'_>, s: &mut Score) {
    // Of whom a drafted source speaks in the annotated statements, and under how many nodes one speaks.
    let mut of_node: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut of_key: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (document, g) in m.gold.statements() {
        let Some(key) = g.source.as_deref() else {
            continue;
        };
        let Some(p) = m.candidates(&document.id, g).first().copied() else {
            continue;
        };
        let id = text(p, "said_by");
        let named_so = m
            .source
            .get(id)
            .is_some_and(|k| m.gold.voice(k) == m.gold.voice(key));
        if !id.is_empty() && named_so {
            of_key
                .entry(m.source.get(id).copied().unwrap_or(key))
                .or_default()
                .insert(id);
        }
    }
    for (id, key) in &m.source {
        of_key.entry(key).or_default().insert(id);
    }
    for (id, keys) in &m.bears_names_of {
        of_node.entry(id).or_default().extend(keys.iter().copied());
    }
    for (id, keys) in of_node {
        let apart = m
            .gold
            .apart
            .iter()
            .find(|(a, b)| keys.contains(a.as_str()) && keys.contains(b.as_str()));
        if keys.len() > 1 {
            s.wrong_merges += 1;
            s.errors
                .push(format!("{id} is {keys:?} in one ({apart:?})"));
        }
    }
    for (key, ids) in of_key {
        if ids.len() > 1 {
            s.missed_merges += ids.len() - 1;
            s.errors.push(format!("{key} is in pieces: {ids:?}"));
        }
    }
}
