//! The closed list of finding codes. `docs/findings.md` has one heading for each, and
//! `tests/data/findings/` one failing case for each; a test compares the three lists.

use schemars::JsonSchema;
use serde::Serialize;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The entry cannot be used as it stands, or says what cannot be.
    Error,
    /// Probably not what was meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $slug:literal, $severity:ident, $title:literal;)*) => {
        /// What kind of thing a finding is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $name,)*
        }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name on pages and in files.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)* }
            }

            /// What it means, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// How grave it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Files
    FileMissing = "file-missing", Error, "a file that every case has is not there";
    FileUnreadable = "file-unreadable", Error, "a file cannot be read as UTF-8 text";
    FileUnknown = "file-unknown", Warning, "a RON file that no case file is called like";
    StatementsWithoutDocument = "statements-without-document", Error, "a statements file for a document that is not in the case";
    // Entries
    Syntax = "syntax", Error, "an entry or a file is not valid RON";
    UnknownField = "unknown-field", Error, "a field that entries of this kind do not have";
    MissingField = "missing-field", Error, "a field that every entry of this kind has is not there";
    RepeatedField = "repeated-field", Error, "a field or a key is written twice";
    WrongType = "wrong-type", Error, "a value is not of the type that its field has";
    UnknownValue = "unknown-value", Error, "a word that is none of the values of its field";
    BadId = "bad-id", Error, "an id does not follow the grammar of ids";
    DuplicateId = "duplicate-id", Error, "two entries of one kind have the same id";
    DanglingReference = "dangling-reference", Error, "a reference to an id that is not in the case";
    LeftOut = "left-out", Warning, "an entry is left out because one that it needs is spoiled";
    NestedTooDeep = "nested-too-deep", Error, "a statement stands inside more others than any text nests";
    BadDate = "bad-date", Error, "a date is not valid EDTF, or a minute is not a minute";
    BadDigest = "bad-digest", Error, "a digest is not written as one";
    BadGrade = "bad-grade", Error, "a report's grade is not 1 to 6";
    BadRole = "bad-role", Error, "a role is unknown, missing or filled with what it does not take";
    BadCount = "bad-count", Error, "a count is missing, not wanted or ends before it begins";
    BadRuling = "bad-ruling", Error, "a judgement rules on fewer than two things, or on things of two kinds";
    // Cycles
    CycleNesting = "cycle-nesting", Error, "statements stand inside one another in a circle";
    CycleRepublication = "cycle-republication", Error, "documents republish one another in a circle";
    CycleVersion = "cycle-version", Error, "documents are later versions of one another in a circle";
    CycleRestsOn = "cycle-rests-on", Error, "sources rest on one another in a circle";
    CycleSpeaksFor = "cycle-speaks-for", Error, "sources speak for one another in a circle";
    CycleMembership = "cycle-membership", Error, "sources are members of one another in a circle";
    CyclePartOf = "cycle-part-of", Error, "entities are part of one another in a circle";
    // Meaning
    EntailsOwnNegation = "entails-own-negation", Error, "a claim entails its own negation";
    ChainEnd = "chain-end", Error, "a chain does not end at the document's publisher";
    RetractionByStranger = "retraction-by-stranger", Error, "a statement is taken back by somebody who is no link of its chain";
    UnsourcedCommitment = "unsourced-commitment", Error, "a rumour with nobody behind it commits to a claim";
    JudgementOrder = "judgement-order", Error, "a judgement stands after one that was made later";
    DateOrder = "date-order", Error, "two dates contradict one another";
    BidiControl = "bidi-control", Error, "a name or a gist holds an invisible control character";
    NoName = "no-name", Error, "a name, gist or title is empty";
    SameName = "same-name", Warning, "two entries of one kind have the same name";
    PerhapsSettled = "perhaps-settled", Note, "a source may be the same as itself, or as one that a judgement has ruled on";
    // Anchors
    SpanOutOfRange = "span-out-of-range", Error, "a span ends outside the text, or where it begins, or before";
    SpanSplitsCluster = "span-splits-cluster", Error, "a span cuts a character from its marks";
    OrphanAnchor = "orphan-anchor", Error, "the text at an anchor is not the text that was anchored";
    DocumentDiffers = "document-differs", Error, "a document's text is not the one that was entered";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_unique() {
        let mut slugs: Vec<_> = Code::ALL.iter().map(|c| c.slug()).collect();
        slugs.sort_unstable();
        let all = slugs.len();
        slugs.dedup();
        assert_eq!(slugs.len(), all);
    }
}
