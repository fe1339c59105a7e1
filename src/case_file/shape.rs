//! The shape of every entry as it stands in a case's RON files, before anything is resolved.
//!
//! One type a kind of entry. References are ids as written; `read` resolves them into
//! [`crate::model`]. Unknown fields are refused, so that a slip of the pen is a finding and
//! never silently nothing. `docs/case-format.md` describes the same fields for people.
//!
//! In one file because it is one list, read from top to bottom beside that page: fields and no logic.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};

use crate::model::{
    Act, Answer, Attitude, Basis, Commitment, Disclosure, EntityKind, Number, PredicateKind,
    RelationKind, Reliability, SourceKind, Stance, Style, TakeBackHow,
};

/// Words by language tag (BCP 47), in the order written: `{"ar": "…", "en": "…"}`.
///
/// A language named twice is refused: RON itself would let the last one win in silence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordsShape(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for WordsShape {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(unique_map(deserializer)?))
    }
}

/// What fills a role: one word (an entity's id or a value of the vocabulary), or a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FillersShape(pub Vec<String>);

impl<'de> Deserialize<'de> for FillersShape {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;
        impl<'de> Visitor<'de> for OneOrMany {
            type Value = FillersShape;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id in quotation marks, or a list of them")
            }
            fn visit_str<E: serde::de::Error>(self, v: &str) -> Result<FillersShape, E> {
                Ok(FillersShape(vec![v.to_owned()]))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut seq: A,
            ) -> Result<FillersShape, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element::<String>()? {
                    all.push(one);
                }
                Ok(FillersShape(all))
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

/// Fillers by role, in the order written. A role named twice is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RolesShape(pub Vec<(String, FillersShape)>);

impl<'de> Deserialize<'de> for RolesShape {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(unique_map(deserializer)?))
    }
}

fn unique_map<'de, D, V>(deserializer: D) -> Result<Vec<(String, V)>, D::Error>
where
    D: serde::Deserializer<'de>,
    V: Deserialize<'de>,
{
    struct Unique<V>(PhantomData<V>);
    impl<'de, V: Deserialize<'de>> Visitor<'de> for Unique<V> {
        type Value = Vec<(String, V)>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map, {\"key\": value, …}")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all: Vec<(String, V)> = Vec::new();
            while let Some((key, value)) = map.next_entry::<String, V>()? {
                if all.iter().any(|(known, _)| *known == key) {
                    return Err(serde::de::Error::custom(format!(
                        "the key \"{key}\" is written twice in one map"
                    )));
                }
                all.push((key, value));
            }
            Ok(all)
        }
    }
    deserializer.deserialize_map(Unique(PhantomData))
}

/// A span with what verifies it: `(start: 120, end: 123, digest: "9f86d081884c7d65")`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnchorShape {
    /// First Unicode scalar value of the span, from 0, in the document's text.
    pub start: usize,
    /// One past the last Unicode scalar value.
    pub end: usize,
    /// First 16 hex digits of the SHA-256 of the spanned text in UTF-8.
    #[serde(default)]
    pub digest: Option<String>,
    /// The words themselves, where the analyst may keep them.
    #[serde(default)]
    pub exact: Option<String>,
    /// Words just before, to find the span again in a changed text.
    #[serde(default)]
    pub prefix: Option<String>,
    /// Words just after.
    #[serde(default)]
    pub suffix: Option<String>,
}

/// A date: `(edtf: "2018-05-11", inferred: true, why: {"en": "…"})`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhenShape {
    /// Extended Date/Time Format (ISO 8601-2:2019, Annex A).
    pub edtf: String,
    /// Not written in the text: worked out by the analyst or the program.
    #[serde(default)]
    pub inferred: bool,
    /// What the date was inferred from.
    #[serde(default)]
    pub why: WordsShape,
}

/// `case.ron`: the case itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseShape {
    /// The case's id, as its folder is called.
    pub id: String,
    /// What the case is about, in a few words.
    pub title: WordsShape,
    /// More about it.
    #[serde(default)]
    pub description: WordsShape,
    /// The camps of the dispute.
    #[serde(default)]
    pub sides: Vec<SideShape>,
    /// For whoever edits the case.
    #[serde(default)]
    pub note: Option<String>,
}

/// One side of the dispute, in `case.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SideShape {
    /// Its id.
    pub id: String,
    /// Its names.
    pub names: WordsShape,
    /// For whoever edits the case.
    #[serde(default)]
    pub note: Option<String>,
}

/// An entry of `documents.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentShape {
    /// Its id; its statements stand in `statements/<id>.ron`.
    pub id: String,
    /// The text's file name, in the case's `documents/` or the folder given by `--documents`.
    #[serde(default)]
    pub file: Option<String>,
    /// SHA-256 of the file's bytes, in hex.
    #[serde(default)]
    pub sha256: Option<String>,
    /// The source that published it.
    #[serde(default)]
    pub outlet: Option<String>,
    /// Who signed it, as written.
    #[serde(default)]
    pub byline: Option<String>,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// BCP 47 tag of its language.
    #[serde(default)]
    pub language: Option<String>,
    /// Where it was read.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<WhenShape>,
    /// What it republishes.
    #[serde(default)]
    pub republishes: Option<RepublishesShape>,
    /// The document that this is a later version of.
    #[serde(default)]
    pub version_of: Option<String>,
    /// When it entered the case, to the minute: `2026-11-12T22:38Z`.
    #[serde(default)]
    pub added: Option<String>,
    /// Proposed by the program and accepted by nobody yet.
    #[serde(default)]
    pub draft: bool,
    /// For whoever edits the case.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a document republishes: `(from: source("al-quds"), part: [(start: 9, end: 99)], rest: unknown)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepublishesShape {
    /// The document or the outlet that it republishes.
    pub from: OriginalShape,
    /// The spans that are republished; the whole text where none is given.
    #[serde(default)]
    pub part: Vec<AnchorShape>,
    /// Who first carried what lies outside `part`.
    #[serde(default)]
    pub rest: RestShape,
    /// Worked out, not written on the page.
    #[serde(default)]
    pub inferred: bool,
}

/// What is republished: `document("id")` where it is in the case, else `source("id")`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OriginalShape {
    /// Another document of the case.
    Document(String),
    /// An outlet whose own page is not in the case.
    Source(String),
}

/// Who first carried what a republication does not cover.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestShape {
    /// The republisher itself added it.
    #[default]
    Own,
    /// Nobody can tell.
    Unknown,
}

/// An alias: `(text: "داعش", language: "ar", attitude: hostile)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AliasShape {
    /// The form as met in texts.
    pub text: String,
    /// Its language.
    #[serde(default)]
    pub language: Option<String>,
    /// What calling them so says of the speaker.
    #[serde(default)]
    pub attitude: Attitude,
}

/// An entry of `sources.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceShape {
    /// Its id; the same id in `entities.ron` makes it one node that is both.
    pub id: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Its names; for an undisclosed source the description under which it is quoted. May be
    /// left out where an entity of the same id has names.
    #[serde(default)]
    pub names: WordsShape,
    /// Other forms.
    #[serde(default)]
    pub aliases: Vec<AliasShape>,
    /// Named, or someone real whose name is withheld.
    #[serde(default)]
    pub disclosure: Disclosure,
    /// One voice or several ("activists").
    #[serde(default)]
    pub number: Number,
    /// Whoever quotes an undisclosed source first.
    #[serde(default)]
    pub quoted_by: Option<OriginalShape>,
    /// The body that this source is the voice of (spokesman, director): the two count once.
    #[serde(default)]
    pub speaks_for: Option<String>,
    /// Bodies and collectives that this source belongs to.
    #[serde(default)]
    pub member_of: Vec<String>,
    /// Sources that this collective may hold.
    #[serde(default)]
    pub may_hold: Vec<String>,
    /// Sources that it may be one with, as long as nobody has decided.
    #[serde(default)]
    pub perhaps_same: Vec<String>,
    /// Sides it belonged to, over time.
    #[serde(default)]
    pub sides: Vec<AllegianceShape>,
    /// Admiralty grade of the source, A to F, where an analyst gave one.
    #[serde(default)]
    pub reliability: Option<Reliability>,
    /// Proposed by the program and accepted by nobody yet.
    #[serde(default)]
    pub draft: bool,
    /// For whoever edits the case.
    #[serde(default)]
    pub note: Option<String>,
}

/// A source's side for a time: `(side: "opposition", from: "2011", to: "2018-05", why: {…})`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllegianceShape {
    /// The side.
    pub side: String,
    /// EDTF: since when, where known.
    #[serde(default)]
    pub from: Option<String>,
    /// EDTF: until when, where it ended.
    #[serde(default)]
    pub to: Option<String>,
    /// What says so.
    #[serde(default)]
    pub why: WordsShape,
}

/// An entry of `entities.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityShape {
    /// Its id.
    pub id: String,
    /// Person, group, place, thing or event.
    pub kind: EntityKind,
    /// Its names.
    pub names: WordsShape,
    /// Other forms it appears under.
    #[serde(default)]
    pub aliases: Vec<AliasShape>,
    /// The entity that holds this one (a quarter's town).
    #[serde(default)]
    pub part_of: Option<String>,
    /// Linked, not merged: successors, members, perhaps the same.
    #[serde(default)]
    pub related: Vec<RelationShape>,
    /// For an event: where.
    #[serde(default)]
    pub place: Option<String>,
    /// For an event: when.
    #[serde(default)]
    pub time: Option<WhenShape>,
    /// Proposed by the program and accepted by nobody yet.
    #[serde(default)]
    pub draft: bool,
    /// For whoever edits the case.
    #[serde(default)]
    pub note: Option<String>,
}

/// A link to another entity: `(id: "nusra", how: successor_of)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationShape {
    /// The other entity.
    pub id: String,
    /// How this one is related to it.
    pub how: RelationKind,
}

/// An entry of `claims.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimShape {
    /// Its id.
    pub id: String,
    /// The proposition in a few own words.
    pub gist: WordsShape,
    /// The question it answers ("Was he killed?").
    #[serde(default)]
    pub question: WordsShape,
    /// What is claimed, typed by the vocabulary; left out for a free claim.
    #[serde(default)]
    pub proposition: Option<PropositionShape>,
    /// When what is claimed is said to have happened or held.
    #[serde(default)]
    pub time: Option<WhenShape>,
    /// Sides that the claim harms.
    #[serde(default)]
    pub harms: Vec<String>,
    /// Claims that follow from this one.
    #[serde(default)]
    pub entails: Vec<ClaimLinkShape>,
    /// Claims that cannot hold beside this one.
    #[serde(default)]
    pub excludes: Vec<ClaimLinkShape>,
    /// Whom one would expect to hear from on it, and who is not in the case.
    #[serde(default)]
    pub not_heard_from: Vec<WordsShape>,
    /// Proposed by the program and accepted by nobody yet.
    #[serde(default)]
    pub draft: bool,
    /// For whoever edits the case.
    #[serde(default)]
    pub note: Option<String>,
}

/// A typed proposition: `(predicate: "status", roles: {"person": "x", "value": "dead"})`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropositionShape {
    /// A predicate of the vocabulary.
    pub predicate: String,
    /// Who and what fills its roles.
    #[serde(default)]
    pub roles: RolesShape,
    /// The event entity that it is about.
    #[serde(default)]
    pub event: Option<String>,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// How many, of a predicate that counts.
    #[serde(default)]
    pub count: Option<CountShape>,
}

/// How many: `(min: 24, max: 99, word: "عشرات", of: "fighters", scope: "this attack", cumulative: false)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountShape {
    /// At least; left out where nobody says.
    #[serde(default)]
    pub min: Option<u64>,
    /// At most; left out where nobody says.
    #[serde(default)]
    pub max: Option<u64>,
    /// The word as written ("dozens"), where it is no plain number.
    #[serde(default)]
    pub word: Option<String>,
    /// What is counted.
    pub of: String,
    /// Where and over what time it is counted; counts of different scope are not comparable.
    pub scope: String,
    /// The source whose count it is, where a text says so.
    #[serde(default)]
    pub counter: Option<String>,
    /// A running total, or one incident's.
    #[serde(default)]
    pub cumulative: bool,
}

/// A link between claims: `(claim: "x", why: {"en": "…"})`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimLinkShape {
    /// The other claim.
    pub claim: String,
    /// The analyst's reason.
    pub why: WordsShape,
}

/// An entry of `statements/<document>.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementShape {
    /// Its id.
    pub id: String,
    /// The outlet's own voice: attributed to nobody.
    #[serde(default)]
    pub outlet_voice: bool,
    /// A title or sub-heading.
    #[serde(default)]
    pub heading: bool,
    /// The word or phrase that marks the act of saying.
    #[serde(default)]
    pub cue: Option<AnchorShape>,
    /// Further cues that bracket the same content.
    #[serde(default)]
    pub cue_also: Vec<AnchorShape>,
    /// The noun phrase that names the source here.
    #[serde(default)]
    pub source_span: Option<AnchorShape>,
    /// What is conveyed.
    pub content: Vec<AnchorShape>,
    /// Who says it; left out where nobody is written ("it is rumoured"). In the outlet's own
    /// voice it is the outlet and may be left out.
    #[serde(default)]
    pub said_by: Option<String>,
    /// What kind of act of saying it is.
    #[serde(default)]
    pub act: Act,
    /// Direct, indirect or mixed speech.
    #[serde(default)]
    pub style: Style,
    /// The statement that this one stands inside.
    #[serde(default)]
    pub nested_in: Option<String>,
    /// What the outer statement's source thinks of these words; by its act where left out.
    #[serde(default)]
    pub passed_on: Option<Commitment>,
    /// What the publisher thinks of these words; it reports them where left out.
    #[serde(default)]
    pub published_as: Option<Commitment>,
    /// Who passed it on inside the text, from the origin outwards ("Reuters, citing …").
    #[serde(default)]
    pub relays: Vec<RelayShape>,
    /// How the source says it knows.
    #[serde(default)]
    pub basis: Basis,
    /// Who the source says told it, of this.
    #[serde(default)]
    pub rests_on: Vec<String>,
    /// An own-words paraphrase.
    #[serde(default)]
    pub gist: WordsShape,
    /// When it was said.
    #[serde(default)]
    pub said_on: Option<WhenShape>,
    /// The claims it bears on.
    #[serde(default)]
    pub bears: Vec<BearingShape>,
    /// The entities it describes.
    #[serde(default)]
    pub entities: Vec<String>,
    /// Earlier statements that this one takes back.
    #[serde(default)]
    pub takes_back: Vec<TakeBackShape>,
    /// Admiralty grade of the report, 1 to 6, where an analyst gave one.
    #[serde(default)]
    pub credibility: Option<u8>,
    /// Proposed by the program and accepted by nobody yet.
    #[serde(default)]
    pub draft: bool,
    /// For whoever edits the case.
    #[serde(default)]
    pub note: Option<String>,
}

/// A link of the chain inside the text: `(source: "reuters")`; with no source it is an unknown link.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelayShape {
    /// Who passed it on.
    #[serde(default)]
    pub source: Option<String>,
    /// The document of the case in which it did.
    #[serde(default)]
    pub document: Option<String>,
    /// What it thinks of the words.
    #[serde(default)]
    pub commitment: Commitment,
    /// Worked out, not written in the text.
    #[serde(default)]
    pub inferred: bool,
}

/// How a statement bears on a claim: `(claim: "x", stance: denies, hedged: true)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BearingShape {
    /// The claim.
    pub claim: String,
    /// How the statement stands to it.
    pub stance: Stance,
    /// "Likely", "probably".
    #[serde(default)]
    pub hedged: bool,
    /// A reader cannot tell that this very claim is meant.
    #[serde(default)]
    pub unclear: bool,
    /// The spans that bear on it; the whole content where none is given.
    #[serde(default)]
    pub part: Vec<AnchorShape>,
    /// Why the analyst reads it so.
    #[serde(default)]
    pub why: WordsShape,
    /// That the words may be read otherwise, and how.
    #[serde(default)]
    pub reading: WordsShape,
}

/// What a later statement takes back: `(statement: "s1", how: retracts)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeBackShape {
    /// The earlier statement.
    pub statement: String,
    /// Retracted, corrected or superseded.
    pub how: TakeBackHow,
}

/// An entry of `judgements.ron`: a person's ruling, appended and never rewritten.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgementShape {
    /// Its id.
    pub id: String,
    /// Who ruled.
    pub by: String,
    /// When, to the minute: `2026-11-12T22:38Z`.
    pub at: String,
    /// What was ruled.
    pub ruling: RulingShape,
    /// Why.
    pub why: WordsShape,
    /// The words of the texts that it rests on.
    #[serde(default)]
    pub words: Vec<EvidenceShape>,
    /// Earlier judgements that this one dissents from.
    #[serde(default)]
    pub dissents_from: Vec<String>,
    /// An earlier judgement that this one replaces.
    #[serde(default)]
    pub replaces: Option<String>,
}

/// What a judgement rules.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RulingShape {
    /// These sources, or these entities, are one.
    Same(Vec<String>),
    /// These sources, or these entities, are all different.
    Different(Vec<String>),
    /// A source has what it says from another; of one statement, or of all.
    RestsOn {
        /// Who was told.
        source: String,
        /// Who told it.
        on: String,
        /// Of which statement; of all where left out.
        #[serde(default)]
        statement: Option<String>,
    },
    /// The desk's answer to a claim's question.
    Settled {
        /// The claim.
        claim: String,
        /// Yes, no, or open.
        answer: Answer,
    },
}

/// Words that a judgement rests on: `(document: "003", start: 1, end: 9, digest: "…")`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceShape {
    /// The document.
    pub document: String,
    /// As in an anchor.
    pub start: usize,
    /// As in an anchor.
    pub end: usize,
    /// As in an anchor.
    #[serde(default)]
    pub digest: Option<String>,
}

/// An entry of `vocabulary.ron`: a predicate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PredicateShape {
    /// Its id.
    pub id: String,
    /// What rules hold for it.
    pub kind: PredicateKind,
    /// The pattern that reads it, `{role}` standing for fillers.
    pub words: WordsShape,
    /// Its roles.
    pub roles: Vec<RoleShape>,
    /// The key roles alone tell which event it is (one's own death happens once).
    #[serde(default)]
    pub once: bool,
    /// Fillers of the place role: holding of the whole entails that of each part.
    #[serde(default)]
    pub spreads_to_parts: bool,
    /// What follows from it.
    #[serde(default)]
    pub entails: Vec<ConsequenceShape>,
    /// For whoever edits the vocabulary.
    #[serde(default)]
    pub note: Option<String>,
}

/// A role of a predicate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleShape {
    /// Its id.
    pub id: String,
    /// What may fill it.
    pub takes: TakesShape,
    /// Part of what the proposition is about.
    #[serde(default)]
    pub key: bool,
    /// Can have one filler only at a time, or for one event: others exclude it.
    #[serde(default)]
    pub functional: bool,
    /// May be left out.
    #[serde(default)]
    pub optional: bool,
    /// What a clash in this role is called: status, control, agent, date, place, count, other.
    #[serde(default)]
    pub clash: Option<crate::model::Clash>,
}

/// What may fill a role.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakesShape {
    /// Entities of these kinds (any where the list is empty).
    Entity(Vec<EntityKind>),
    /// One of these values.
    Value(Vec<ValueShape>),
    /// Free words.
    Text,
}

/// A value of a role: `(id: "dead", words: {…}, lasting: true)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueShape {
    /// Its id.
    pub id: String,
    /// How it reads.
    pub words: WordsShape,
    /// Once so, always so (dead).
    #[serde(default)]
    pub lasting: bool,
}

/// What follows from a predicate: `(predicate: "status", roles: {"person": role("victim"), "value": value("dead")}, why: {…})`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsequenceShape {
    /// The predicate that follows.
    pub predicate: String,
    /// What fills its roles.
    pub roles: ConsequenceRolesShape,
    /// The rule in words.
    pub why: WordsShape,
}

/// Fillers of a consequence, by role.
#[derive(Debug, Clone, Default)]
pub struct ConsequenceRolesShape(pub Vec<(String, DerivedShape)>);

impl<'de> Deserialize<'de> for ConsequenceRolesShape {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(unique_map(deserializer)?))
    }
}

/// What fills a role of a consequence: the filler of a role of the premise, or a value.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DerivedShape {
    /// Whoever fills that role of the premise.
    Role(String),
    /// A fixed value.
    Value(String),
}
