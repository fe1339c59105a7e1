//! Findings as data: JSON, and SARIF 2.1.0 for editors and continuous integration.

use std::path::{Component, Path};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::material::Material;
use super::overview::FindingCounts;
use crate::check::{AnchorCount, count_anchors};
use crate::finding::{Code, Finding, Place, Severity};

/// `check --format json`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingsView {
    /// The case's id.
    pub case: String,
    /// The findings, by file and place.
    pub findings: Vec<FindingView>,
    /// How many, by severity.
    pub counts: FindingCounts,
    /// Entries that could not be used.
    pub left_out: usize,
    /// How the anchors stand.
    pub anchors: AnchorsView,
}

/// How many anchors stand how.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct AnchorsView {
    /// As anchored.
    pub verified: usize,
    /// Not as anchored.
    pub orphan: usize,
    /// The text is not at hand.
    pub not_verified_here: usize,
}

/// A finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingView {
    /// Its code.
    pub code: &'static str,
    /// Its severity.
    pub severity: Severity,
    /// This very thing.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The file, relative to the case.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// One past the last column.
    pub end_column: usize,
    /// The line it stands in.
    pub excerpt: String,
    /// Other places that belong to it, as the first of two entries of one id; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedPlace>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RelatedPlace {
    /// What stands there.
    pub what: String,
    /// The file, relative to the case.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// One past the last column.
    pub end_column: usize,
}

impl From<&Finding> for FindingView {
    fn from(finding: &Finding) -> Self {
        let Place {
            file,
            line,
            column,
            end_line,
            end_column,
            excerpt,
        } = finding.place.clone();
        Self {
            code: finding.code.slug(),
            severity: finding.severity(),
            message: finding.message.clone(),
            hint: finding.hint.clone(),
            file,
            line,
            column,
            end_line,
            end_column,
            excerpt,
            related: finding
                .related
                .iter()
                .map(|(place, what)| RelatedPlace {
                    what: what.clone(),
                    file: place.file.clone(),
                    line: place.line,
                    column: place.column,
                    end_line: place.end_line,
                    end_column: place.end_column,
                })
                .collect(),
        }
    }
}

impl FindingsView {
    /// The findings of a case.
    pub fn new(material: &Material<'_>) -> Self {
        let AnchorCount {
            verified,
            orphans,
            not_verified_here,
        } = count_anchors(material.case(), &material.texts);
        Self {
            case: material.case().id.to_string(),
            findings: material.findings.iter().map(FindingView::from).collect(),
            counts: FindingCounts::of(&material.findings),
            left_out: material.loaded.left_out,
            anchors: AnchorsView {
                verified,
                orphan: orphans,
                not_verified_here,
            },
        }
    }
}

/// Findings as SARIF 2.1.0 (OASIS). `folder` is the case's folder as it was given.
///
/// No path of the machine gets into the file: artifact URIs are relative to a base that is named
/// and described, and left to the reader to resolve (section 3.14.14 lets a base have no URI).
pub fn sarif(view: &FindingsView, folder: &Path) -> Value {
    let base = Base::of(folder, &view.case);
    let rules: Vec<Value> = Code::ALL
        .iter()
        .map(|code| {
            json!({
                "id": code.slug(),
                "shortDescription": {"text": code.title()},
                "help": {"text": format!("See docs/findings.md, heading {}.", code.slug())},
                "defaultConfiguration": {"level": code.severity().word()},
            })
        })
        .collect();
    let results: Vec<Value> = view
        .findings
        .iter()
        .map(|finding| {
            let rule = Code::ALL.iter().position(|c| c.slug() == finding.code);
            let mut result = json!({
                "ruleId": finding.code,
                "ruleIndex": rule,
                "level": finding.severity.word(),
                "message": {"text": format!("{}. {}", finding.message, finding.hint)},
                "locations": [{"physicalLocation": {
                    "artifactLocation": {
                        "uri": uri(&base.folder, &finding.file),
                        "uriBaseId": base.id,
                    },
                    "region": {
                        "startLine": finding.line,
                        "startColumn": finding.column,
                        "endLine": finding.end_line,
                        "endColumn": finding.end_column,
                        "snippet": {"text": finding.excerpt},
                    },
                }}],
            });
            let related = finding.related.iter().map(|place| {
                json!({
                    "message": {"text": place.what},
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": uri(&base.folder, &place.file),
                            "uriBaseId": base.id,
                        },
                        "region": {
                            "startLine": place.line,
                            "startColumn": place.column,
                            "endLine": place.end_line,
                            "endColumn": place.end_column,
                        },
                    },
                })
            });
            if !finding.related.is_empty() {
                result["relatedLocations"] = related.collect();
            }
            result
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "isnad",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "originalUriBaseIds": {base.id: {"description": {"text": base.text}}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// What artifact URIs are relative to.
struct Base {
    id: &'static str,
    text: &'static str,
    /// The case's folder from there, `/` between its parts.
    folder: String,
}

impl Base {
    /// A path that goes down from where the program runs is kept, for there code hosts look for
    /// the file; of any other only the case's own folder is.
    fn of(folder: &Path, case: &str) -> Self {
        let mut parts = Vec::new();
        for part in folder.components() {
            match part {
                Component::CurDir => {}
                Component::Normal(part) => parts.push(part.to_string_lossy()),
                Component::Prefix(_) | Component::RootDir | Component::ParentDir => {
                    return Self {
                        id: "CASEPARENT",
                        text: "The folder that the case's folder lies in.",
                        // A path that ends in `..` has no name to give; then the id has to do.
                        folder: folder.file_name().map_or_else(
                            || case.to_owned(),
                            |name| name.to_string_lossy().into_owned(),
                        ),
                    };
                }
            }
        }
        Self {
            id: "%SRCROOT%",
            text: "The folder that isnad check was run in.",
            folder: parts.join("/"),
        }
    }
}

/// A relative URI: everything but unreserved characters and `/` is percent-encoded (RFC 3986).
fn uri(folder: &str, file: &str) -> String {
    let path = if folder.is_empty() {
        file.to_owned()
    } else {
        format!("{folder}/{file}")
    };
    path.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                char::from(b).to_string()
            }
            _ => format!("%{b:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_of_the_machine_is_written() {
        let of = |folder: &str| {
            let base = Base::of(Path::new(folder), "my case");
            (base.id, uri(&base.folder, "claims.ron"))
        };
        let here = |uri: &str| ("%SRCROOT%", uri.to_owned());
        let parent = ("CASEPARENT", "my%20case/claims.ron".to_owned());
        assert_eq!(
            of("claims/قلمير/"),
            here("claims/%D9%82%D9%84%D9%85%D9%8A%D8%B1/claims.ron")
        );
        assert_eq!(of("./claims"), here("claims/claims.ron"));
        assert_eq!(of("."), here("claims.ron"));
        assert_eq!(of("/srv/somebody/my case"), parent);
        assert_eq!(of("../my case"), parent);
        assert_eq!(of("a/../../my case"), parent);
        assert_eq!(of("/srv/other").1, "other/claims.ron");
        assert_eq!(of(".."), parent);
    }
}
