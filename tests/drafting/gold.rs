//! What a careful reader finds in the beds of retold articles: the annotation, read and held to its texts.
//!
//! A statement is given by its document and its span; a source by all names that a reader would accept for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

use crate::beds::{BEDS, Bed};

/// An annotated bed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gold {
    /// What it tells.
    pub(crate) about: String,
    /// Everybody who speaks or passes on.
    pub(crate) sources: Vec<GoldSource>,
    /// Pairs that a hasty reader would take for one.
    pub(crate) apart: Vec<(String, String)>,
    /// The disputed claim and others.
    pub(crate) claims: Vec<GoldClaim>,
    /// Documents with text in common.
    pub(crate) same_text: Vec<GoldShared>,
    /// Statements later taken back, and by which.
    pub(crate) taken_back: Vec<GoldTakenBack>,
    /// Documents whose heading says more than their text.
    pub(crate) heading_stronger: Vec<String>,
    /// Every document, with its statements on the claims.
    pub(crate) documents: Vec<GoldDocument>,
}

/// Somebody who speaks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldSource {
    pub(crate) key: String,
    pub(crate) kind: String,
    pub(crate) names: Vec<String>,
    /// The body that counts with it.
    pub(crate) speaks_for: Option<String>,
}

/// What statements bear on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldClaim {
    pub(crate) key: String,
    /// The one that the case is about.
    pub(crate) disputed: bool,
    pub(crate) gist: String,
    /// By stance, whose word it is; outlets in their own voice left out.
    pub(crate) origins: BTreeMap<String, BTreeSet<String>>,
    /// Through whom chains of several outlets run.
    pub(crate) shared_source: Option<String>,
}

/// Two documents with text in common.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldShared {
    pub(crate) documents: (String, String),
    pub(crate) kind: String,
}

/// A statement taken back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldTakenBack {
    pub(crate) statement: String,
    pub(crate) by: String,
    pub(crate) how: String,
}

/// A document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldDocument {
    pub(crate) id: String,
    pub(crate) outlet: String,
    pub(crate) statements: Vec<GoldStatement>,
}

/// A statement on a claim.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldStatement {
    /// `document:letter`.
    pub(crate) id: String,
    /// None where nobody is written.
    pub(crate) source: Option<String>,
    pub(crate) content: Vec<GoldSpan>,
    pub(crate) claim: String,
    pub(crate) stance: String,
    #[serde(default)]
    pub(crate) hedged: bool,
    /// From the origin to the page.
    pub(crate) chain: Vec<GoldLink>,
}

/// `[start, end)` in characters, and the words there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldSpan {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) exact: String,
}

/// A link of a chain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoldLink {
    /// None: an unknown one.
    pub(crate) source: Option<String>,
    /// Two careful readers may differ on whether it belongs there.
    #[serde(default)]
    pub(crate) optional: bool,
}

/// The repository's top folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Gold {
    /// The folder of a bed.
    pub(crate) fn folder(bed: &str) -> PathBuf {
        root().join("tests/data").join(bed)
    }

    /// Reads a bed.
    pub(crate) fn read(bed: &str) -> Self {
        let path = Self::folder(bed).join("gold.json");
        serde_json::from_str(&fs::read_to_string(path).expect("the annotation is there"))
            .expect("the annotation has its shape")
    }

    /// The source of a key.
    pub(crate) fn source(&self, key: &str) -> &GoldSource {
        self.sources
            .iter()
            .find(|s| s.key == key)
            .unwrap_or_else(|| panic!("no source {key}"))
    }

    /// With whom a source counts: the body that it speaks for, else itself.
    pub(crate) fn voice<'a>(&'a self, key: &'a str) -> &'a str {
        self.source(key).speaks_for.as_deref().unwrap_or(key)
    }

    /// Whether a source publishes.
    pub(crate) fn publishes(&self, key: &str) -> bool {
        ["agency", "outlet", "website"].contains(&self.source(key).kind.as_str())
    }

    /// All statements with their documents.
    pub(crate) fn statements(&self) -> impl Iterator<Item = (&GoldDocument, &GoldStatement)> {
        self.documents
            .iter()
            .flat_map(|d| d.statements.iter().map(move |s| (d, s)))
    }
}

fn manifest(bed: &str) -> Vec<serde_json::Value> {
    fs::read_to_string(Gold::folder(bed).join("manifest.jsonl"))
        .expect("the manifest is there")
        .lines()
        .map(|l| serde_json::from_str(l).expect("one object a line"))
        .collect()
}

#[test]
fn every_annotated_span_has_its_words() {
    for Bed {
        folder: bed,
        documents,
        ..
    } in BEDS
    {
        let gold = Gold::read(bed);
        assert!(!gold.about.is_empty());
        assert_eq!(gold.documents.len(), documents);
        let listed = manifest(bed);
        assert_eq!(listed.len(), documents);
        for (document, line) in gold.documents.iter().zip(&listed) {
            assert_eq!(line["id"], document.id.as_str());
            let file = line["file"].as_str().expect("a file");
            let text = fs::read_to_string(Gold::folder(bed).join(file)).expect("the text is there");
            let characters: Vec<char> = text.chars().collect();
            for span in document.statements.iter().flat_map(|s| &s.content) {
                let there: String = characters[span.start..span.end].iter().collect();
                assert_eq!(there, span.exact, "{}", document.id);
            }
        }
    }
}

#[test]
fn every_key_of_the_annotation_leads_somewhere() {
    for Bed { folder: bed, .. } in BEDS {
        let gold = Gold::read(bed);
        let keys: BTreeSet<&str> = gold.sources.iter().map(|s| s.key.as_str()).collect();
        assert_eq!(keys.len(), gold.sources.len(), "a key is given twice");
        let claims: BTreeSet<&str> = gold.claims.iter().map(|c| c.key.as_str()).collect();
        let ids: BTreeSet<&str> = gold.statements().map(|(_, s)| s.id.as_str()).collect();
        let documents: BTreeSet<&str> = gold.documents.iter().map(|d| d.id.as_str()).collect();
        assert_eq!(gold.claims.iter().filter(|c| c.disputed).count(), 1);
        for (a, b) in &gold.apart {
            assert!(keys.contains(a.as_str()) && keys.contains(b.as_str()));
        }
        for s in &gold.sources {
            assert!(!s.names.is_empty(), "{}", s.key);
            assert!(
                s.speaks_for.iter().all(|b| keys.contains(b.as_str())),
                "{}",
                s.key
            );
        }
        for pair in &gold.same_text {
            assert!(documents.contains(pair.documents.0.as_str()));
            assert!(documents.contains(pair.documents.1.as_str()));
            assert!(["copy", "shared-paragraphs"].contains(&pair.kind.as_str()));
        }
        for pair in &gold.taken_back {
            assert!(ids.contains(pair.statement.as_str()) && ids.contains(pair.by.as_str()));
            assert!(["retracts", "corrects"].contains(&pair.how.as_str()));
        }
        assert!(
            gold.heading_stronger
                .iter()
                .all(|d| documents.contains(d.as_str()))
        );
        for shared in gold.claims.iter().filter_map(|c| c.shared_source.as_ref()) {
            assert!(keys.contains(shared.as_str()));
        }
        for (document, s) in gold.statements() {
            assert!(claims.contains(s.claim.as_str()), "{}", s.id);
            assert!(
                s.source.iter().all(|k| keys.contains(k.as_str())),
                "{}",
                s.id
            );
            assert!(!s.hedged || ["affirms", "denies"].contains(&s.stance.as_str()));
            let last = s.chain.last().expect("a chain has a link");
            assert!(!last.optional, "{}", s.id);
            assert_eq!(
                last.source.as_deref(),
                Some(document.outlet.as_str()),
                "{}",
                s.id
            );
        }
    }
}

/// The origins named for a claim are those whose statements are annotated, no more and no fewer.
#[test]
fn the_origins_of_the_annotation_follow_from_its_statements() {
    for Bed { folder: bed, .. } in BEDS {
        let gold = Gold::read(bed);
        let gone: BTreeSet<&str> = gold
            .taken_back
            .iter()
            .map(|t| t.statement.as_str())
            .collect();
        for claim in &gold.claims {
            let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for (_, s) in gold.statements() {
                if s.claim != claim.key || gone.contains(s.id.as_str()) {
                    continue;
                }
                let Some(first) = s.chain[0].source.as_deref() else {
                    continue;
                };
                if !gold.publishes(first) {
                    found
                        .entry(s.stance.clone())
                        .or_default()
                        .insert(gold.voice(first).to_owned());
                }
            }
            assert_eq!(found, claim.origins, "{bed}: {}", claim.gist);
        }
    }
}
