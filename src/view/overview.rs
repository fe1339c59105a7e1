//! What is in a case.

use schemars::JsonSchema;
use serde::Serialize;

use super::brief::last_decided;
use super::material::{Filter, Material};
use super::parts::{SpanView, TimeView, id};
use super::setting::SettingView;
use crate::finding::Severity;
use crate::model::{Case, Document, Key, Original, Rest, Words};
use crate::text::copies::Sharing;

/// `view overview`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OverviewView {
    /// The case's id.
    pub case: String,
    /// What it is about.
    pub title: Words,
    /// From where it is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// The minute of the last editorial decision that counts from there; null where there is none.
    pub last_decided: Option<String>,
    /// Its documents, as far as they count from there.
    pub documents: Vec<DocumentView>,
    /// The camps of the dispute.
    pub sides: Vec<SideView>,
    /// How many claims.
    pub claims: usize,
    /// How many statements.
    pub statements: usize,
    /// How many sources.
    pub sources: usize,
    /// How many entities.
    pub entities: usize,
    /// How many problems, by severity.
    pub findings: FindingCounts,
    /// How many of the statements nobody has reviewed.
    pub unreviewed: usize,
}

/// A document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentView {
    /// Its id.
    pub id: String,
    /// Its file's name.
    pub file: Option<String>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who signed it.
    pub byline: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Where it was read.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<TimeView>,
    /// What that date was inferred from; empty where it is written, or nobody says from what.
    pub published_why: Words,
    /// What it republishes.
    pub republishes: Option<RepublishesView>,
    /// That is only a part of it.
    pub republishes_part: bool,
    /// Who first carried the rest is not known; else it is its own.
    pub rest_unknown: bool,
    /// That it republishes is worked out, not written on the page.
    pub republishes_inferred: bool,
    /// Other documents of the case with the same text, or paragraphs of it; absent where its text
    /// is not at hand to compare.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_text: Option<Vec<SameTextView>>,
    /// The document that it is a later version of.
    pub version_of: Option<String>,
    /// When it entered the case.
    pub added: Option<String>,
    /// How many statements it has.
    pub statements: usize,
    /// Nobody has accepted it yet.
    pub draft: bool,
}

/// What a document republishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RepublishesView {
    /// A document of the case.
    Document(String),
    /// A source.
    Source(String),
}

impl RepublishesView {
    /// The id of an original.
    pub(super) fn of(case: &Case, original: Original) -> Self {
        match original {
            Original::Document(d) => Self::Document(case.documents.id(d).to_owned()),
            Original::Source(s) => Self::Source(case.sources.id(s).to_owned()),
        }
    }
}

/// A document that shares text with another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SameTextView {
    /// The other document.
    pub document: String,
    /// The part of the shorter text's words that the other has, quotations aside, 0 to 1.
    pub share: f64,
    /// The whole text, or paragraphs of it.
    pub kind: Sharing,
    /// The paragraphs that both have, in the order of this text.
    pub passages: Vec<PassageView>,
}

/// A paragraph that two texts have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PassageView {
    /// Where it stands in this text.
    pub here: SpanView,
    /// Where it stands in the other.
    pub there: SpanView,
    /// How many of its words are the same in both.
    pub words: usize,
}

/// A side.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SideView {
    /// Its id.
    pub id: String,
    /// Its names.
    pub names: Words,
}

/// Problems by severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingCounts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Notes.
    pub note: usize,
}

impl FindingCounts {
    /// Counts findings.
    pub fn of(findings: &[crate::finding::Finding]) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity() {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Note => counts.note += 1,
            }
        }
        counts
    }
}

impl OverviewView {
    /// The overview of a case.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let mut documents: Vec<DocumentView> = case
            .documents
            .iter()
            .filter(|(key, _, _)| filter.document.is_none_or(|d| d == *key))
            .filter(|(key, _, _)| material.analysis.counts(*key))
            .map(|(key, name, document)| DocumentView {
                id: name.to_owned(),
                file: document.file.as_deref().map(str::to_owned),
                sha256: document.sha256.as_deref().map(str::to_owned),
                outlet: id(&case.sources, document.outlet),
                byline: document.byline.as_deref().map(str::to_owned),
                title: document.title.as_deref().map(str::to_owned),
                language: document.language.as_deref().map(str::to_owned),
                url: document.url.as_deref().map(str::to_owned),
                published: document.published.as_ref().map(TimeView::from),
                published_why: document
                    .published
                    .as_ref()
                    .map_or_else(Words::default, |when| when.why.clone()),
                republishes: document
                    .republishes
                    .as_ref()
                    .map(|r| RepublishesView::of(case, r.from)),
                republishes_part: document
                    .republishes
                    .as_ref()
                    .is_some_and(|r| !r.part.is_empty()),
                rest_unknown: document
                    .republishes
                    .as_ref()
                    .is_some_and(|r| !r.part.is_empty() && r.rest == Rest::Unknown),
                republishes_inferred: document.republishes.as_ref().is_some_and(|r| r.inferred),
                same_text: same_text(material, key),
                version_of: id(&case.documents, document.version_of),
                added: document.added.map(|minute| minute.to_string()),
                statements: material
                    .graph
                    .statements_in(key)
                    .into_iter()
                    .filter(|statement| material.analysis.heard(*statement))
                    .count(),
                draft: document.draft,
            })
            .collect();
        documents.sort_by(|a, b| a.id.cmp(&b.id));
        filter.cut(&mut documents);
        let mut sides: Vec<SideView> = case
            .sides
            .iter()
            .map(|(_, name, side)| SideView {
                id: name.to_owned(),
                names: side.names.clone(),
            })
            .collect();
        sides.sort_by(|a, b| a.id.cmp(&b.id));
        Self {
            case: case.id.to_string(),
            title: case.title.clone(),
            setting: SettingView::new(material),
            last_decided: last_decided(material),
            documents,
            sides,
            claims: case.claims.len(),
            statements: case
                .statements
                .keys()
                .filter(|statement| material.analysis.heard(*statement))
                .count(),
            sources: case.sources.len(),
            entities: case.entities.len(),
            findings: FindingCounts::of(&material.findings),
            unreviewed: case
                .statements
                .iter()
                .filter(|(key, _, s)| s.draft && material.analysis.heard(*key))
                .count(),
        }
    }
}

/// What shares text with a document, by id.
fn same_text(material: &Material<'_>, key: Key<Document>) -> Option<Vec<SameTextView>> {
    material.texts.get(key)?;
    let mut all: Vec<SameTextView> = material
        .shared
        .as_ref()?
        .iter()
        .filter_map(|shared| {
            let other = match key {
                _ if shared.a == key => shared.b,
                _ if shared.b == key => shared.a,
                _ => return None,
            };
            if !material.analysis.counts(other) {
                return None;
            }
            let mut passages: Vec<PassageView> = shared
                .passages
                .iter()
                .map(|passage| {
                    let (here, there) = if shared.a == key {
                        (passage.a, passage.b)
                    } else {
                        (passage.b, passage.a)
                    };
                    PassageView {
                        here: here.into(),
                        there: there.into(),
                        words: passage.words,
                    }
                })
                .collect();
            passages.sort_by_key(|passage| passage.here.start);
            Some(SameTextView {
                passages,
                document: material.case().documents.id(other).to_owned(),
                share: (shared.share * 1000.0).round() / 1000.0,
                kind: shared.kind,
            })
        })
        .collect();
    all.sort_by(|a, b| a.document.cmp(&b.document));
    Some(all)
}
