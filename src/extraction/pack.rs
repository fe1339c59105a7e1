//! A language pack: the reporting words of one language, and the small closed classes its grammar turns on, as RON data.
//!
//! The engine knows no Arabic and no English: it knows verbs with an act and with what may open their content, nouns that
//! head a source, and classes of words. `packs/ar.ron` and `packs/en.ron` are built in; `docs/extraction.md` tells how to
//! write another.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::inflect::Stems;
use super::output::{Act, SourceKind};

/// A language pack as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PackFile {
    /// BCP 47 tag.
    pub(crate) language: String,
    /// How words are inflected and joined.
    pub(crate) script: Script,
    /// Reporting verbs.
    pub(crate) verbs: Vec<VerbEntry>,
    /// Verbs that report nothing, as `root:measure` set apart by spaces: known so that they are taken for no names and end
    /// a noun phrase.
    #[serde(default)]
    pub(crate) everyday: String,
    /// Everyday nouns and adjectives, set apart by spaces: known so that they are taken for no names.
    #[serde(default)]
    pub(crate) common: String,
    /// Nouns that report: شائعات، مزاعم، تصريحات.
    pub(crate) nouns: Vec<NounEntry>,
    /// According-to words: بحسب، وفقا ل.
    pub(crate) according: Vec<AccordingEntry>,
    /// Nouns that head a source, by kind.
    pub(crate) heads: Vec<HeadEntry>,
    /// Closed classes, each a list of words set apart by spaces.
    pub(crate) words: BTreeMap<Class, String>,
    /// Fixed phrases of several words, set apart by `|`.
    #[serde(default)]
    pub(crate) phrases: BTreeMap<Class, String>,
    /// Values of number words.
    #[serde(default)]
    pub(crate) numbers: BTreeMap<String, f64>,
}

/// How words of a language are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum Script {
    /// Proclitics, attached pronouns, roots and measures; the verb mostly before its subject.
    Arabic,
    /// Words apart, subject before the verb, content may stand without a that-word.
    Latin,
}

/// A reporting verb.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerbEntry {
    /// Three root letters (Arabic) or the bare form (Latin).
    pub(crate) root: String,
    /// Arabic measure, 1 to 10.
    #[serde(default = "first")]
    pub(crate) measure: u8,
    /// Stems, where root and measure do not give them.
    #[serde(default)]
    pub(crate) stems: Option<Stems>,
    /// Further forms, as written: verbal nouns of the first measure, irregular past forms, common slips.
    #[serde(default)]
    pub(crate) nouns: String,
    /// Past forms (Latin), or further past forms.
    #[serde(default)]
    pub(crate) past: String,
    /// The act.
    pub(crate) act: Act,
    /// What opens its content.
    pub(crate) opens: Vec<Opens>,
    /// What sort of reporting it is.
    #[serde(default)]
    pub(crate) sort: Sort,
    /// What it is not, for readers of the pack and for the reasons in `missed`.
    #[serde(default)]
    #[allow(dead_code)]
    pub(crate) not: String,
}

fn first() -> u8 {
    1
}

/// What may open the content of a cue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) enum Opens {
    /// A that-word, a colon or a quotation.
    That,
    /// A colon or a quotation.
    Quote,
    /// A noun phrase, after the subject.
    Object,
    /// A noun phrase that begins with a claim noun (رفض مزاعم).
    Claim,
    /// The preposition, alone or before a that-word.
    With(String),
    /// The accused and the charge: everything after the subject, if this preposition comes.
    Charge(String),
    /// Everything after one of these phrases, set apart by `|`, within the clause; without one the verb is no cue.
    After(String),
    /// Everything from one of these words on, set apart by `|`, behind the subject (قدر عدد كذا بكذا). Without one, the verb
    /// is a cue only with what else it opens.
    At(String),
    /// Everything after the subject, whatever it is (نعى الحزب فلانا، دانت فرنسا الهجوم); without a subject the verb is no cue.
    Any,
    /// Something and what it is called: everything after the subject, if this preposition comes.
    Label(String),
    /// Whoever is told stands between the verb and its content (Latin).
    Addressee,
    /// A question in quotation marks or behind a colon, though the verb only asks: تساءل فلان "هل كذا؟".
    Asked,
}

/// Sorts of reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
pub(crate) enum Sort {
    /// Its act holds.
    #[default]
    Firm,
    /// Its act gives way to what the content shows (a denial, an announcement).
    Plain,
    /// Also an everyday verb: reports only right before a that-word, a colon or a quotation.
    Weak,
    /// Passes on what another says: نقل عن، نسب إلى.
    Relay,
    /// A demand, a question, a promise: known, not counted.
    Directive,
    /// Nobody is behind it: تردد، أشيع.
    Rumour,
    /// Its source stands after في: جاء في البيان أن.
    Within,
    /// Needs another cue for its content: رد قائلا.
    Turn,
}

/// A reporting noun.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NounEntry {
    /// The forms, set apart by spaces.
    pub(crate) words: String,
    /// The act.
    pub(crate) act: Act,
    /// Whether it counts even if what follows is only a noun phrase; else it needs a that-word.
    #[serde(default)]
    pub(crate) phrase: bool,
}

/// An according-to word.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccordingEntry {
    /// The phrase, words set apart by one space.
    pub(crate) phrase: String,
    /// What must follow it, if anything: a proclitic or a word.
    #[serde(default)]
    pub(crate) then: String,
    /// It must be followed by a reporting verb: حسبما أفاد، كما تقول.
    #[serde(default)]
    pub(crate) verb: bool,
}

/// Nouns that head a source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeadEntry {
    /// The kind of source they head.
    pub(crate) kind: SourceKind,
    /// Their forms, set apart by spaces.
    pub(crate) words: String,
    /// What verbs agree with.
    #[serde(default)]
    pub(crate) gender: Gender,
    /// What sort of thing they name.
    #[serde(default)]
    pub(crate) of: Of,
    /// Whether they head a source only with a capital: the Evening Post, but "a post".
    #[serde(default)]
    pub(crate) capital: bool,
}

/// Agreement of a head noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
pub(crate) enum Gender {
    /// He.
    #[default]
    He,
    /// She, or things in the plural.
    She,
    /// People in the plural.
    They,
}

/// What a head noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
pub(crate) enum Of {
    /// A person by post or profession; a name may follow.
    #[default]
    Person,
    /// People in the plural.
    People,
    /// A body: ministry, party, newspaper.
    Body,
    /// Someone undisclosed: مصدر، مصادر.
    Undisclosed,
    /// A text that speaks: بيان، تقرير، دراسة.
    Text,
    /// A name by itself: a country, a capital, an agency.
    Name,
}

/// Closed classes of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[repr(u8)]
pub(crate) enum Class {
    /// Complementisers.
    That,
    /// Words that make a following أن no complementiser: قبل، منذ، إلا.
    NotBeforeThat,
    /// Negations.
    Negation,
    /// Relative pronouns.
    Relative,
    /// Prepositions that end a source.
    Preposition,
    /// Words of time.
    Time,
    /// Words that begin a new clause: بينما، فيما، حيث.
    Break,
    /// Words that begin a clause that may still be the source's: لكن، إذ.
    SoftBreak,
    /// Occasions of speech: تصريح، بيان، مؤتمر.
    Occasion,
    /// Words between a verb and its subject that belong to neither: أيضا، بدوره.
    Adverb,
    /// Claims that are denied or spread: مزاعم، شائعات.
    ClaimNoun,
    /// Verbal nouns that begin a noun-phrase content.
    Deed,
    /// كان and its like, قد.
    Auxiliary,
    /// Words before a definite description: نفس، ذات، هذا، أحد.
    Determiner,
    /// Words after which a quotation is only a name: فيلم، حزب.
    NameIntro,
    /// An office that is of a place or a body, whose holder's name may stand behind that: محافظ، سفير.
    Governs,
    /// Given names.
    GivenName,
    /// Words that take the place of a clause: ذلك، هذا.
    Pronoun,
    /// Addressees: للصحفيين، لوكالة.
    Addressee,
    /// Words of one's own saying after an according-to word: قوله، تعبيره.
    OwnWord,
    /// Content that denies: كذب، شائعات، افتراء.
    Falsehood,
    /// Words that make a clause hearsay: "reportedly".
    Hearsay,
    /// Nouns of what befalls people, after "told … of": death, arrest.
    Event,
    /// Adjectives of place or closeness that make a source local.
    Local,
    /// Adjectives that make a source an outlet: إعلامية.
    Media,
    /// Nouns after which an agency is a body, not an outlet: الاستخبارات.
    NotOutlet,
    /// Words that make an according-to word or a verb no cue after them.
    Impersonal,
    /// Everyday words that look like clitics and others, known so that they are not taken apart.
    Plain,
    /// What one acts according to, and what says nothing: a law, a plan.
    NotSource,
    /// Places.
    Place,
    /// Months.
    Month,
    /// Weekdays.
    Weekday,
    /// Units and things counted.
    Unit,
    /// Words of approximation before a number.
    About,
    /// Words that end a source's description: another source, others.
    Other,
    /// Manner phrases that stand between saying and saying: بالقول، قائلا.
    Saying,
    /// Words that open an adverbial clause that is not content: دون، من دون.
    Without,
    /// Words that show a sentence is boilerplate.
    Boilerplate,
    /// Common verbs that are no reporting verbs: they end a noun phrase and are no names.
    Doing,
    /// Everyday nouns and adjectives, that are no names.
    Common,
    /// Common adjectives of office and origin that follow a head noun.
    Adjective,
    /// Irregular past forms, which no ending shows to be verbs.
    Finite,
    /// A word of knowing or asking, behind which stands what is not known.
    Knowing,
    /// Past forms of what is done in order to say something: "went on air to say".
    Voicing,
}

impl Class {
    /// The class as one bit.
    pub(crate) const fn bit(self) -> u64 {
        1 << (self as u8)
    }
}
