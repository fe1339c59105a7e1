//! From where a view looks at its case, said in its output.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::Material;
use super::parts::ids;
use super::rule::METHOD;

/// As of when, as known by when, without whom; and what that leaves out.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct SettingView {
    /// `--as-of`: only what was surely published by then.
    pub as_of: Option<String>,
    /// `--known-by`: only what had entered the case by then.
    pub known_by: Option<String>,
    /// `--without`: sources set aside.
    pub without: Vec<String>,
    /// What is left out by the two dates, undated documents included.
    pub left_out: LeftOutView,
    /// The page that states how every figure is made.
    pub method: String,
}

/// What a date leaves out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOutView {
    /// Documents.
    pub documents: Vec<String>,
    /// Judgements.
    pub judgements: Vec<String>,
}

impl SettingView {
    /// The setting of some material.
    pub fn new(material: &Material<'_>) -> Self {
        let case = material.case();
        let analysis = &material.analysis;
        let setting = &analysis.setting;
        Self {
            as_of: setting.as_of.as_ref().map(|day| day.edtf().to_owned()),
            known_by: setting.known_by.map(|minute| minute.to_string()),
            without: ids(&case.sources, setting.without.iter().copied()),
            left_out: LeftOutView {
                documents: ids(&case.documents, analysis.left_out_documents()),
                judgements: ids(&case.judgements, analysis.left_out_judgements()),
            },
            method: METHOD.to_owned(),
        }
    }

    /// Whether the whole case is looked at.
    pub fn is_whole(&self) -> bool {
        self.as_of.is_none() && self.known_by.is_none() && self.without.is_empty()
    }
}
