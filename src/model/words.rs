//! Words in one or more languages.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// Words by language tag (BCP 47), each language once, sorted by tag.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<(Box<str>, Box<str>)>);

impl Words {
    /// From pairs of tag and words; of a tag given twice the first stands.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut all: Vec<(Box<str>, Box<str>)> = pairs
            .into_iter()
            .map(|(tag, words)| (tag.into(), words.into()))
            .collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all.dedup_by(|later, first| later.0 == first.0);
        Self(all)
    }

    /// English and Arabic words of the program's own.
    pub fn of(en: &str, ar: &str) -> Self {
        Self(vec![("ar".into(), ar.into()), ("en".into(), en.into())])
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words in just this language.
    pub fn in_language(&self, tag: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(t, _)| t.as_ref() == tag)
            .map(|(_, words)| words.as_ref())
    }

    /// The words in this language, else in English, else Arabic, else the first there is.
    pub fn best(&self, tag: &str) -> Option<(&str, &str)> {
        [tag, "en", "ar"]
            .iter()
            .find_map(|wanted| self.0.iter().find(|(t, _)| t.as_ref() == *wanted))
            .or_else(|| self.0.first())
            .map(|(t, words)| (t.as_ref(), words.as_ref()))
    }

    /// Every language with its words, by tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(t, w)| (t.as_ref(), w.as_ref()))
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl JsonSchema for Words {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Words".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, String>::json_schema(generator)
    }
}
