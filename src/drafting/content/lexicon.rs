//! The content pack of one language: words to frames of the vocabulary, words that turn a stance, names of months and
//! weekdays, as RON data folded and inflected into one table.
//!
//! In Arabic a word is looked up whole first, then without a conjunction, a preposition, the article, a future marker and an
//! attached pronoun, at most one of each; the first form that the table knows wins.
//!
//! In one file because the shape of the pack, its loading and the taking apart of words that its table answers belong together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;

use crate::extraction::{Tense, inflected};
use crate::text::fold::fold;

/// A content pack that could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ContentPackError {
    /// It is not RON of the right shape.
    #[error("content pack: {0}")]
    Syntax(#[from] Box<ron::error::SpannedError>),
    /// A verb is not "root:measure", or gives no forms.
    #[error(
        "content pack: the verb {0} gives no forms: three root letters, a colon and a measure from 1 to 10 are needed"
    )]
    NoForms(String),
}

/// How words of a language are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Script {
    /// Proclitics, attached pronouns, the verb mostly first.
    Arabic,
    /// Words apart, the subject first.
    Latin,
}

/// Who the grammatical subject of a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
pub(super) enum Voice {
    /// The doer; the passive shows in its form.
    #[default]
    Active,
    /// Active and passive are spelled alike: قتل.
    Either,
    /// Intransitive: the subject is whom it befalls.
    Self_,
}

/// How a word that is no verb is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
pub(super) enum Use {
    /// A noun with its genitive: مقتل فلان.
    #[default]
    Genitive,
    /// Said of a subject before it: على قيد الحياة.
    Predicative,
}

/// Words that say a predicate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Frame {
    /// Its name, for `--explain`.
    pub(super) rule: String,
    /// The vocabulary's predicate.
    pub(super) predicate: String,
    /// Values that the words themselves give.
    #[serde(default)]
    pub(super) values: Vec<(String, String)>,
    #[serde(default)]
    verbs: String,
    #[serde(default)]
    forms: String,
    #[serde(default)]
    passives: String,
    #[serde(default)]
    nouns: String,
    #[serde(default)]
    phrases: String,
    /// English participles of several words, used as verbs are: "taken out", "shot dead".
    #[serde(default)]
    participles: String,
    /// Of these words one must follow in the clause.
    #[serde(default)]
    needs: String,
    /// None of these words may follow in the clause.
    #[serde(default)]
    unless: String,
    /// Of these words one must stand up to three words before, or as many as `within` says.
    #[serde(default)]
    after: String,
    #[serde(default)]
    pub(super) within: usize,
    /// None of these words may stand up to three words before: what is forbidden, stored or made is not used.
    #[serde(default)]
    not_after: String,
    #[serde(default)]
    pub(super) voice: Voice,
    #[serde(default)]
    pub(super) word: Use,
    #[serde(default)]
    pub(super) subject: String,
    #[serde(default)]
    pub(super) object: String,
    /// The role of a noun's genitive.
    #[serde(default)]
    pub(super) of: String,
    /// Roles by preposition, the longer first.
    #[serde(default)]
    links: Vec<(String, String)>,
    /// The kind of casualty, where the filler is counted.
    #[serde(default)]
    pub(super) counted: String,
    /// Nouns of this list name a deed: after «to» they say what is intended.
    #[serde(default)]
    deed: String,
    /// The role an adjective of nationality fills.
    #[serde(default)]
    pub(super) by_adjective: String,
    /// The role that wants two fillers.
    #[serde(default)]
    pub(super) several: String,
    /// The role of a post that follows the person.
    #[serde(default)]
    pub(super) post: String,
    /// What its words leave unsaid may be filled from round it, see `deeds`.
    #[serde(default)]
    pub(super) lenient: bool,
    /// Its words say the contrary: "still in captivity" of "freed".
    #[serde(default)]
    pub(super) inverse: bool,
    #[serde(skip)]
    pub(super) need_words: Vec<String>,
    #[serde(skip)]
    pub(super) unless_words: Vec<String>,
    #[serde(skip)]
    pub(super) after_words: Vec<String>,
    #[serde(skip)]
    pub(super) not_after_words: Vec<String>,
    #[serde(skip)]
    pub(super) link_words: Vec<(Vec<String>, String)>,
}

/// Questions by predicate, from RON; empty where it does not parse.
pub(in crate::drafting) fn questions<T: serde::de::DeserializeOwned + Default>(source: &str) -> T {
    ron::from_str(source).unwrap_or_default()
}

/// What a word does to the stance of what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[repr(u8)]
pub(super) enum Turn {
    Negation,
    Deny,
    Doubt,
    Confirm,
    Likely,
    Possible,
    Rumour,
    Question,
    Condition,
    Unreal,
    CannotConfirm,
}

/// People that are counted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    /// One id in all languages.
    pub(super) id: String,
    /// Name in English.
    pub(super) en: String,
    /// Name in Arabic.
    pub(super) ar: String,
    words: String,
    /// Forms that mean one of them where no number stands.
    #[serde(default)]
    one: String,
    /// The kind of casualty the word itself says.
    #[serde(default)]
    pub(super) kind: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: String,
    script: Script,
    frames: Vec<Frame>,
    operators: BTreeMap<Turn, String>,
    #[serde(default)]
    operator_phrases: BTreeMap<Turn, String>,
    #[serde(default)]
    after_phrases: BTreeMap<Turn, String>,
    deny_cues: String,
    doubt_cues: String,
    #[serde(default)]
    posts: String,
    #[serde(default)]
    describes: String,
    #[serde(default)]
    before_adjective: String,
    #[serde(default)]
    evidence: String,
    #[serde(default)]
    withholds: String,
    #[serde(default)]
    cognate: String,
    likely_cues: String,
    #[serde(default)]
    possible_cues: String,
    answers: String,
    #[serde(default)]
    confirms_noun: String,
    relations: String,
    titles: String,
    regnal: String,
    group_heads: String,
    group_names: String,
    group_phrases: String,
    things: String,
    place_heads: String,
    drop_heads: String,
    places: String,
    modifiers: String,
    #[serde(default)]
    states: String,
    #[serde(default)]
    state_phrases: String,
    #[serde(default)]
    place_phrases: String,
    adjectives: BTreeMap<String, String>,
    /// Names of a group by the one it goes under here: "isis" is "islamic state".
    #[serde(default)]
    group_aliases: BTreeMap<String, String>,
    people: Vec<People>,
    vague: BTreeMap<String, (u64, Option<u64>)>,
    #[serde(default)]
    numbers: BTreeMap<String, u64>,
    at_least: String,
    #[serde(default)]
    not_people: String,
    never: String,
    leads: String,
    /// Stems of adjectives that say where or how somebody or something stands, and are no part of a name.
    #[serde(default)]
    describing: String,
    months: BTreeMap<String, i8>,
    weekdays: BTreeMap<String, i8>,
    relative_days: BTreeMap<String, i8>,
    coming: String,
    last: String,
    spans: BTreeMap<String, String>,
    years: String,
    stop: String,
    /// Words for an armed force or a government, that with the adjective of a land mean the land as a doer.
    #[serde(default)]
    might: String,
    /// Words that say who is behind a deed: responsibility, role, behind.
    #[serde(default)]
    behind: String,
    /// Words for judging or fearing a deed.
    #[serde(default)]
    judges: String,
    /// Words that make an attack one of chemical weapons, which is a question of its own.
    #[serde(default)]
    gas: String,
    /// Words that only carry a deed's noun: to launch, to carry out.
    #[serde(default)]
    carries: String,
    /// Common nouns for what deeds are done to: one id in all languages.
    #[serde(default)]
    objects: BTreeMap<String, String>,
}

/// The lands, for their adjectives.
#[derive(Debug, Deserialize)]
struct Lands {
    lands: Vec<Land>,
}

/// A listed body, as far as it is a land.
#[derive(Debug, Deserialize)]
struct State {
    id: String,
    names: BTreeMap<String, String>,
    #[serde(default)]
    voice: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Land {
    id: String,
    en: String,
    english: Vec<String>,
    arabic: String,
}

/// Sorts of word that phrases turn on, as bits.
pub(super) mod sort {
    pub(in crate::drafting::content) const RELATION: u32 = 1;
    pub(in crate::drafting::content) const TITLE: u32 = 1 << 1;
    pub(in crate::drafting::content) const GROUP_HEAD: u32 = 1 << 2;
    pub(in crate::drafting::content) const GROUP: u32 = 1 << 3;
    pub(in crate::drafting::content) const THING: u32 = 1 << 4;
    pub(in crate::drafting::content) const PLACE_HEAD: u32 = 1 << 5;
    pub(in crate::drafting::content) const PLACE: u32 = 1 << 6;
    pub(in crate::drafting::content) const MODIFIER: u32 = 1 << 7;
    pub(in crate::drafting::content) const STATE: u32 = 1 << 8;
    pub(in crate::drafting::content) const ANSWER: u32 = 1 << 9;
    pub(in crate::drafting::content) const COMING: u32 = 1 << 10;
    pub(in crate::drafting::content) const LAST: u32 = 1 << 11;
    pub(in crate::drafting::content) const YEAR: u32 = 1 << 12;
    pub(in crate::drafting::content) const STOP: u32 = 1 << 13;
    pub(in crate::drafting::content) const DENY_CUE: u32 = 1 << 14;
    pub(in crate::drafting::content) const DOUBT_CUE: u32 = 1 << 15;
    pub(in crate::drafting::content) const LIKELY_CUE: u32 = 1 << 16;
    pub(in crate::drafting::content) const POSSIBLE_CUE: u32 = 1 << 17;
    pub(in crate::drafting::content) const ONE: u32 = 1 << 18;
    pub(in crate::drafting::content) const DROP: u32 = 1 << 19;
    pub(in crate::drafting::content) const TRUTH: u32 = 1 << 20;
    pub(in crate::drafting::content) const MIGHT: u32 = 1 << 21;
    pub(in crate::drafting::content) const BEHIND: u32 = 1 << 22;
    pub(in crate::drafting::content) const CARRIES: u32 = 1 << 23;
    /// What is posted, and who posts, with nobody behind it.
    pub(in crate::drafting::content) const POSTS: u32 = 1 << 24;
    /// Words of stance that may be adjectives: "a feared warlord".
    pub(in crate::drafting::content) const DESCRIBES: u32 = 1 << 25;
    /// What stands before an adjective.
    pub(in crate::drafting::content) const BEFORE_ADJECTIVE: u32 = 1 << 26;
    /// What shows that something is so: "evidence", «دليل».
    pub(in crate::drafting::content) const EVIDENCE: u32 = 1 << 27;
    /// Verbs of holding back: "declined", «رفض».
    pub(in crate::drafting::content) const WITHHOLDS: u32 = 1 << 28;
    /// Denials told by their own noun: «نفيا قاطعا».
    pub(in crate::drafting::content) const COGNATE: u32 = 1 << 29;
    /// Words for judging or fearing a deed, which whoever does so has not done: «دان», «استنكار».
    pub(in crate::drafting::content) const JUDGES: u32 = 1 << 30;
    /// Titles of whoever is called by one name: «الملك», "King".
    pub(in crate::drafting::content) const REGNAL: u32 = 1 << 31;
}

/// A form as a frame's trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trigger {
    pub(super) frame: usize,
    pub(super) shape: Shape,
    /// It names a deed that may only be intended.
    pub(super) deed: bool,
}

/// The shape of a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    Past,
    Present,
    Passive,
    /// English past participle, which may also be the past.
    PastOrPassive,
    /// -ing, or an Arabic participle.
    Participle,
    Noun,
}

/// What is known of one form.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub(super) triggers: Vec<Trigger>,
    pub(super) turns: Vec<Turn>,
    pub(super) sorts: u32,
    /// It makes an attack one of chemical weapons.
    pub(super) gas: bool,
    /// Index of the people it means, plus one.
    pub(super) people: usize,
    pub(super) month: i8,
    pub(super) weekday: i8,
    pub(super) day: Option<i8>,
    pub(super) vague: Option<(u64, Option<u64>)>,
    pub(super) number: Option<u64>,
    pub(super) adjective: Option<Box<str>>,
    /// The land whose adjective it is, by its English name.
    pub(super) land: Option<Box<str>>,
    /// The id of the thing that it is a common noun for.
    pub(super) object: Option<Box<str>>,
    pub(super) span: Option<Box<str>>,
}

/// A phrase of several words with what it does.
#[derive(Debug, Clone)]
pub(super) struct Fixed<T> {
    pub(super) words: Vec<String>,
    pub(super) what: T,
}

/// A content pack, ready; share it between articles.
#[derive(Debug)]
pub struct ContentPack {
    pub(super) language: String,
    pub(super) script: Script,
    pub(super) frames: Vec<Frame>,
    pub(super) people: Vec<People>,
    table: HashMap<Box<str>, Entry>,
    /// By first word.
    turns: HashMap<Box<str>, Vec<Fixed<Turn>>>,
    after: HashMap<Box<str>, Vec<Fixed<Turn>>>,
    triggers: HashMap<Box<str>, Vec<Fixed<Trigger>>>,
    names: HashMap<Box<str>, Vec<Fixed<u32>>>,
    pub(super) group_aliases: BTreeMap<String, String>,
    /// Lands by the folded names and capitals of each, in every script.
    lands: BTreeMap<String, String>,
    pub(super) at_least: Vec<String>,
    /// Stems of adjectives that a preposition and its noun go with: مدعومة من.
    pub(super) leads: Vec<String>,
    /// Stems of adjectives that describe and name nothing: الواقع، المحاصرة.
    pub(super) describing: Vec<String>,
}

/// Adverbs that may stand within a fixed phrase.
fn between(word: &str) -> bool {
    matches!(
        word,
        "yet"
            | "so"
            | "far"
            | "been"
            | "also"
            | "still"
            | "independent"
            | "at"
            | "present"
            | "بعد"
            | "فورا"
            | "رسميا"
            | "حاليا"
            | "الان"
            | "ايضا"
            | "بعدها"
            | "لديها"
            | "لديه"
            | "لدينا"
            | "حتي"
            | "اي"
            | "هناك"
    ) || word.len() > 4 && word.ends_with("ly") && word.is_ascii()
}

/// A word taken apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Taken {
    /// The form the table knows; empty where it knows none.
    pub(super) key: Box<str>,
    /// Letters before the known form, the article included.
    pub(super) skip: usize,
    pub(super) conj: bool,
    pub(super) prep: Option<char>,
    pub(super) def: bool,
    pub(super) future: bool,
    /// The attached pronoun.
    pub(super) pronoun: &'static str,
}

fn words(list: &str) -> impl Iterator<Item = String> {
    list.split_whitespace().map(fold)
}

fn phrases(list: &str) -> impl Iterator<Item = Vec<String>> {
    list.split('|')
        .map(|p| words(p).collect::<Vec<_>>())
        .filter(|p| !p.is_empty())
}

fn put<T>(map: &mut HashMap<Box<str>, Vec<Fixed<T>>>, words: Vec<String>, what: T) {
    if let Some(first) = words.first() {
        let list = map.entry(first.as_str().into()).or_default();
        list.push(Fixed { words, what });
        list.sort_by_key(|f| std::cmp::Reverse(f.words.len()));
    }
}

impl ContentPack {
    /// The built-in Arabic pack.
    ///
    /// # Errors
    /// If the built-in data does not parse, which a test rules out.
    pub fn arabic() -> Result<Self, ContentPackError> {
        Self::from_ron(include_str!("../packs/ar.ron"))
    }

    /// The built-in English pack.
    ///
    /// # Errors
    /// If the built-in data does not parse, which a test rules out.
    pub fn english() -> Result<Self, ContentPackError> {
        Self::from_ron(include_str!("../packs/en.ron"))
    }

    /// The language the pack is for (BCP 47).
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Reads a pack from RON.
    ///
    /// # Errors
    /// If it is not a pack, or a verb of it has no forms.
    pub fn from_ron(source: &str) -> Result<Self, ContentPackError> {
        let file: File = ron::from_str(source).map_err(Box::new)?;
        let mut pack = Self {
            language: file.language,
            script: file.script,
            frames: file.frames,
            people: file.people,
            table: HashMap::new(),
            turns: HashMap::new(),
            after: HashMap::new(),
            triggers: HashMap::new(),
            names: HashMap::new(),
            group_aliases: file.group_aliases,
            lands: BTreeMap::new(),
            at_least: words(&file.at_least).collect(),
            leads: words(&file.leads).collect(),
            describing: words(&file.describing).collect(),
        };
        for i in 0..pack.frames.len() {
            pack.add_frame(i)?;
        }
        for word in words(&file.never) {
            pack.entry(&word).triggers.clear();
        }
        for (turn, list) in &file.operators {
            for word in list.split_whitespace() {
                for (form, _) in pack.forms_of(word)? {
                    let turns = &mut pack.entry(&form).turns;
                    if !turns.contains(turn) {
                        turns.push(*turn);
                    }
                }
            }
        }
        for (map, lists) in [(0, &file.operator_phrases), (1, &file.after_phrases)] {
            for (turn, list) in lists {
                for phrase in phrases(list) {
                    let map = if map == 0 {
                        &mut pack.turns
                    } else {
                        &mut pack.after
                    };
                    put(map, phrase, *turn);
                }
            }
        }
        for (bit, list) in [
            (sort::RELATION, &file.relations),
            (sort::TITLE, &file.titles),
            (sort::REGNAL, &file.regnal),
            (sort::GROUP_HEAD, &file.group_heads),
            (sort::GROUP, &file.group_names),
            (sort::THING, &file.things),
            (sort::PLACE_HEAD, &file.place_heads),
            (sort::DROP, &file.drop_heads),
            (sort::PLACE, &file.places),
            (sort::MODIFIER, &file.modifiers),
            (sort::STATE, &file.states),
            (sort::ANSWER, &file.answers),
            (sort::COMING, &file.coming),
            (sort::LAST, &file.last),
            (sort::YEAR, &file.years),
            (sort::STOP, &file.stop),
            (sort::DENY_CUE, &file.deny_cues),
            (sort::DOUBT_CUE, &file.doubt_cues),
            (sort::POSTS, &file.posts),
            (sort::DESCRIBES, &file.describes),
            (sort::BEFORE_ADJECTIVE, &file.before_adjective),
            (sort::EVIDENCE, &file.evidence),
            (sort::WITHHOLDS, &file.withholds),
            (sort::COGNATE, &file.cognate),
            (sort::LIKELY_CUE, &file.likely_cues),
            (sort::POSSIBLE_CUE, &file.possible_cues),
            (sort::TRUTH, &file.confirms_noun),
            (sort::MIGHT, &file.might),
            (sort::BEHIND, &file.behind),
            (sort::CARRIES, &file.carries),
            (sort::JUDGES, &file.judges),
        ] {
            for word in list.split_whitespace() {
                for (form, _) in pack.forms_of(word)? {
                    pack.entry(&form).sorts |= bit;
                }
            }
        }
        for word in words(&file.gas) {
            pack.entry(&word).gas = true;
        }
        for (bit, list) in [
            (sort::GROUP, &file.group_phrases),
            (sort::STATE, &file.state_phrases),
            (sort::PLACE, &file.place_phrases),
        ] {
            for phrase in phrases(list) {
                put(&mut pack.names, phrase, bit);
            }
        }
        for i in 0..pack.people.len() {
            let (all, one) = (pack.people[i].words.clone(), pack.people[i].one.clone());
            for word in words(&all) {
                let entry = pack.entry(&word);
                if entry.people == 0 {
                    entry.people = i + 1;
                }
            }
            for word in words(&one) {
                pack.entry(&word).sorts |= sort::ONE;
            }
        }
        for word in words(&file.not_people) {
            pack.entry(&word).people = 0;
        }
        for (word, n) in &file.months {
            let parts: Vec<String> = words(word).collect();
            if parts.len() == 1 {
                pack.entry(&parts[0]).month = *n;
            }
        }
        for (word, n) in &file.weekdays {
            pack.entry(&fold(word)).weekday = *n;
        }
        for (word, n) in &file.relative_days {
            pack.entry(&fold(word)).day = Some(*n);
        }
        for (word, range) in &file.vague {
            pack.entry(&fold(word)).vague = Some(*range);
        }
        for (word, n) in &file.numbers {
            pack.entry(&fold(word)).number = Some(*n);
        }
        for (word, name) in &file.adjectives {
            pack.entry(&fold(word)).adjective = Some(name.as_str().into());
            if pack.script == Script::Arabic {
                pack.entry(&format!("{}ه", fold(word))).adjective = Some(name.as_str().into());
            }
        }
        for (id, list) in &file.objects {
            for word in words(list) {
                pack.entry(&word).object = Some(id.as_str().into());
            }
        }
        let lands: Lands = ron::from_str(include_str!("../packs/lands.ron")).map_err(Box::new)?;
        let bodies: Vec<State> =
            ron::from_str(include_str!("../packs/bodies.ron")).map_err(Box::new)?;
        for land in &lands.lands {
            pack.lands.insert(fold(&land.en), land.en.clone());
            for state in bodies.iter().filter(|b| b.id == land.id) {
                for name in state.names.values().chain(&state.voice) {
                    pack.lands.insert(fold(name), land.en.clone());
                }
            }
        }
        for land in &lands.lands {
            let forms: Vec<String> = if pack.script == Script::Latin {
                land.english.iter().map(|w| fold(w)).collect()
            } else {
                let bare = fold(&land.arabic);
                bare.split(' ')
                    .next()
                    .map(|w| w.trim_start_matches("ال").to_owned())
                    .filter(|w| !w.is_empty() && !bare.contains(' '))
                    .map(|w| {
                        // «طائرتين روسيتين», «مسؤولان أميركيان».
                        ["ه", "", "ين", "ان", "تين", "تان", "ون", "يون", "يين"]
                            .iter()
                            .map(|end| format!("{w}{end}"))
                            .collect()
                    })
                    .unwrap_or_default()
            };
            for form in forms.iter().filter(|f| !f.contains(' ')) {
                pack.entry(form).land = Some(land.en.as_str().into());
                if form == "امريكي" {
                    pack.entry("اميركي").land = Some(land.en.as_str().into());
                    pack.entry("اميركيه").land = Some(land.en.as_str().into());
                }
            }
        }
        for (word, span) in &file.spans {
            pack.entry(&fold(word)).span = Some(span.as_str().into());
        }
        Ok(pack)
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.table.entry(word.into()).or_default()
    }

    /// The forms of "root:measure", of an English "verb*", or the word itself.
    fn forms_of(&self, word: &str) -> Result<Vec<(String, Shape)>, ContentPackError> {
        if let Some((root, measure)) = word.split_once(':') {
            let forms = inflected(&fold(root), measure.parse().unwrap_or(0));
            if forms.is_empty() {
                return Err(ContentPackError::NoForms(word.to_owned()));
            }
            return Ok(forms
                .into_iter()
                .filter(|(w, _)| w.chars().count() > 1)
                .map(|(w, form)| {
                    let shape = match form.tense {
                        Tense::Past => Shape::Past,
                        Tense::Present => Shape::Present,
                        Tense::Passive => Shape::Passive,
                        Tense::Participle => Shape::Participle,
                        Tense::Noun => Shape::Noun,
                    };
                    (w, shape)
                })
                .collect());
        }
        Ok(vec![(fold(word), Shape::Noun)])
    }

    fn add_frame(&mut self, i: usize) -> Result<(), ContentPackError> {
        let frame = self.frames[i].clone();
        let deeds: Vec<String> = words(&frame.deed).collect();
        let add = |pack: &mut Self, word: String, shape: Shape| {
            let deed = deeds.contains(&word);
            let list = &mut pack.entry(&word).triggers;
            match list.iter_mut().find(|t| t.frame == i) {
                // أصيب is rather "was hit" than "I hit".
                Some(t) if t.shape == Shape::Present && shape == Shape::Passive => t.shape = shape,
                Some(_) => {}
                None => list.push(Trigger {
                    frame: i,
                    shape,
                    deed,
                }),
            }
        };
        match self.script {
            Script::Arabic => {
                for verb in frame.verbs.split_whitespace() {
                    for (form, shape) in self.forms_of(verb)? {
                        // Verbal nouns and participles are listed where they are meant.
                        if !matches!(shape, Shape::Noun | Shape::Participle) {
                            add(self, form, shape);
                        }
                    }
                }
                for form in words(&frame.forms) {
                    let shape = if form.starts_with(['ي', 'ت']) && !form.starts_with("توف") {
                        Shape::Present
                    } else {
                        Shape::Past
                    };
                    add(self, form, shape);
                }
            }
            Script::Latin => {
                // "kill killed killed": bare, past, past participle; the rest follows.
                for verb in frame.verbs.split('|').filter(|v| !v.trim().is_empty()) {
                    let parts: Vec<String> = words(verb).collect();
                    let (Some(bare), Some(past)) = (parts.first(), parts.get(1)) else {
                        return Err(ContentPackError::NoForms(verb.to_owned()));
                    };
                    let participle = parts.get(2).unwrap_or(past);
                    let ing = match bare.strip_suffix('e').filter(|s| !s.ends_with('e')) {
                        Some(stem) if bare == "die" => format!("{}ying", &stem[..1]),
                        Some(stem) => format!("{stem}ing"),
                        None => format!("{bare}ing"),
                    };
                    let third = match bare.strip_suffix('y') {
                        Some(stem) if !bare.ends_with("ay") && !bare.ends_with("ey") => {
                            format!("{stem}ies")
                        }
                        _ if bare.ends_with(['s', 'x', 'h']) => format!("{bare}es"),
                        _ => format!("{bare}s"),
                    };
                    if past == participle {
                        add(self, past.clone(), Shape::PastOrPassive);
                    } else {
                        add(self, past.clone(), Shape::Past);
                        add(self, participle.clone(), Shape::Passive);
                    }
                    add(self, bare.clone(), Shape::Present);
                    add(self, third, Shape::Present);
                    add(self, ing, Shape::Participle);
                }
                for form in words(&frame.forms) {
                    add(self, form, Shape::Past);
                }
            }
        }
        for form in words(&frame.passives) {
            add(self, form, Shape::Passive);
        }
        for form in words(&frame.nouns) {
            add(self, form, Shape::Noun);
        }
        for (list, shape) in [
            (&frame.phrases, Shape::Noun),
            (&frame.participles, Shape::PastOrPassive),
        ] {
            for phrase in phrases(list) {
                let trigger = Trigger {
                    frame: i,
                    shape,
                    deed: false,
                };
                put(&mut self.triggers, phrase, trigger);
            }
        }
        let mut links: Vec<(Vec<String>, String)> = frame
            .links
            .iter()
            .map(|(p, role)| (words(p).collect(), role.clone()))
            .collect();
        links.sort_by_key(|(p, _)| std::cmp::Reverse(p.len()));
        let stored = &mut self.frames[i];
        stored.link_words = links;
        stored.need_words = words(&frame.needs).collect();
        stored.unless_words = words(&frame.unless).collect();
        stored.after_words = words(&frame.after).collect();
        stored.not_after_words = words(&frame.not_after).collect();
        Ok(())
    }

    /// Whether a folded word leads in somebody else: موالية (لأنقرة)، المدعومة (من التحالف)، بقيادة.
    pub(super) fn leads_in(&self, word: &str) -> bool {
        let bare = word.strip_prefix("ال").unwrap_or(word);
        word == "بقياده" || self.leads.iter().any(|l| bare.starts_with(l.as_str()))
    }

    /// Whether a folded word only describes: الواقعة (قرب)، محاصرة.
    pub(super) fn describes(&self, word: &str) -> bool {
        let bare = word.strip_prefix("ال").unwrap_or(word);
        self.describing.iter().any(|l| bare.starts_with(l.as_str()))
    }

    /// The land that a name's words tell: "Russia", "Moscow", «الجيش الروسي». Who is loyal to a land or backed by it is not it.
    pub(super) fn land_of(&self, name: &str) -> Option<String> {
        let folded = fold(name);
        let own = folded
            .split_whitespace()
            .take_while(|w| w.starts_with("تابع") || w.starts_with("التابع") || !self.leads_in(w));
        own.into_iter().find_map(|w| {
            let bare = w.strip_suffix("'s").or(w.strip_suffix("’s")).unwrap_or(w);
            let taken = self.take(bare);
            if let Some(land) = self.table.get(&taken.key).and_then(|e| e.land.clone()) {
                return Some(land.to_string());
            }
            self.lands.get(bare).cloned()
        })
    }

    /// The land that a name is of: a state or the capital that speaks for it.
    pub(super) fn state(&self, name: &str) -> Option<&str> {
        self.lands.get(&fold(name)).map(String::as_str)
    }

    /// Whether a name says nothing but that it is an armed force or a government.
    pub(super) fn any_might(&self, name: &str) -> bool {
        fold(name).split_whitespace().all(|w| {
            w == "the"
                || self
                    .table
                    .get(&self.take(w).key)
                    .is_some_and(|e| e.sorts & sort::MIGHT != 0 && e.land.is_none())
        })
    }

    /// What is known of a form.
    pub(super) fn known(&self, key: &str) -> Option<&Entry> {
        self.table.get(key)
    }

    fn fixed<'a, T: Copy>(
        map: &HashMap<Box<str>, Vec<Fixed<T>>>,
        at: usize,
        word: &impl Fn(usize) -> &'a str,
        first: &str,
    ) -> Option<(T, usize)> {
        map.get(first)?.iter().find_map(|f| {
            let mut next = at + 1;
            for w in &f.words[1..] {
                // "Could not immediately confirm", «لم يتسن بعد التحقق».
                let mut passed = 0;
                while word(next) != w && passed < 2 && between(word(next)) {
                    next += 1;
                    passed += 1;
                }
                if word(next) != w {
                    return None;
                }
                next += 1;
            }
            Some((f.what, next - at))
        })
    }

    /// The fixed phrase of stance that begins at a token; `first` is that token's letters without its conjunction.
    pub(super) fn turn_at<'a>(
        &self,
        at: usize,
        word: &impl Fn(usize) -> &'a str,
        first: &str,
    ) -> Option<(Turn, usize)> {
        Self::fixed(&self.turns, at, word, first)
    }

    /// The fixed judgement that begins at a token and follows what it judges.
    pub(super) fn after_at<'a>(
        &self,
        at: usize,
        word: &impl Fn(usize) -> &'a str,
        first: &str,
    ) -> Option<(Turn, usize)> {
        Self::fixed(&self.after, at, word, first)
    }

    /// The trigger of several words that begins at a token.
    pub(super) fn trigger_at<'a>(
        &self,
        at: usize,
        word: &impl Fn(usize) -> &'a str,
        first: &str,
    ) -> Option<(Trigger, usize)> {
        Self::fixed(&self.triggers, at, word, first)
    }

    /// Whether any of the titles that stand before a name is one of whoever is called by one name.
    pub(super) fn regnal(&self, titles: &BTreeSet<String>) -> bool {
        let is = |word: &str| {
            let entry = self.table.get(word);
            entry.is_some_and(|e| e.sorts & sort::REGNAL != 0)
        };
        titles.iter().any(|t| is(t) || is(&format!("ال{t}")))
    }

    /// The name of several words that begins at a token.
    pub(super) fn name_at<'a>(
        &self,
        at: usize,
        word: &impl Fn(usize) -> &'a str,
        first: &str,
    ) -> Option<(u32, usize)> {
        Self::fixed(&self.names, at, word, first)
    }

    /// Takes a folded word apart.
    pub(super) fn take(&self, word: &str) -> Taken {
        if self.script == Script::Latin {
            let bare = word
                .strip_suffix("'s")
                .or_else(|| word.strip_suffix("’s"))
                .unwrap_or(word);
            let key = if self.table.contains_key(word) {
                word
            } else {
                bare
            };
            return Taken {
                key: if self.table.contains_key(key) {
                    key.into()
                } else {
                    "".into()
                },
                ..Taken::default()
            };
        }
        let conj = word
            .strip_prefix(['و', 'ف'])
            .filter(|rest| rest.chars().count() > 1);
        self.bare(word, false)
            .or_else(|| conj.and_then(|rest| self.bare(rest, true)))
            .unwrap_or_default()
    }

    fn bare(&self, word: &str, conj: bool) -> Option<Taken> {
        let first = usize::from(conj);
        let made = |rest: &str, skip, prep, def, future| {
            self.stem(rest).map(|(key, pronoun)| Taken {
                key,
                skip,
                conj,
                prep,
                def,
                future,
                pronoun: if def { "" } else { pronoun },
            })
        };
        if let Some(t) = made(word, first, None, false, false) {
            return Some(t);
        }
        if let Some(rest) = word.strip_prefix("ال").filter(|r| r.chars().count() > 1)
            && self.table.contains_key(rest)
        {
            return made(rest, first + 2, None, true, false);
        }
        if let Some(rest) = word.strip_prefix("لل").filter(|r| r.chars().count() > 1)
            && let Some(t) = made(&format!("ال{rest}"), first + 1, Some('ل'), true, false)
                .or_else(|| made(rest, first + 2, Some('ل'), true, false))
        {
            return Some(t);
        }
        for prep in ['ب', 'ل'] {
            if let Some(rest) = word.strip_prefix(prep).filter(|r| r.chars().count() > 2) {
                if let Some(t) = made(rest, first + 1, Some(prep), false, false) {
                    return Some(t);
                }
                if let Some(core) = rest.strip_prefix("ال").filter(|r| r.chars().count() > 1)
                    && self.table.contains_key(core)
                {
                    return made(core, first + 3, Some(prep), true, false);
                }
            }
        }
        if let Some(rest) = word
            .strip_prefix('س')
            .filter(|r| r.starts_with(['ي', 'ت', 'ن']))
            && let Some(t) = made(rest, first + 1, None, false, true)
            && self
                .table
                .get(&t.key)
                .is_some_and(|e| e.triggers.iter().any(|t| t.shape == Shape::Present))
        {
            return Some(t);
        }
        None
    }

    fn stem(&self, word: &str) -> Option<(Box<str>, &'static str)> {
        if self.table.contains_key(word) {
            return Some((word.into(), ""));
        }
        for pronoun in ["هما", "هم", "هن", "ها", "نا", "ه"] {
            let Some(stem) = word.strip_suffix(pronoun) else {
                continue;
            };
            // «الكيماوية» is the feminine of «الكيماوي»: behind an article stands no pronoun.
            let defined = stem
                .strip_prefix("ال")
                .is_some_and(|rest| self.table.contains_key(rest));
            if stem.chars().count() < 3 || defined {
                continue;
            }
            let verbal = |e: &Entry| {
                let bits = sort::RELATION | sort::TITLE | sort::GROUP_HEAD;
                !e.triggers.is_empty() || !e.turns.is_empty() || e.sorts & bits != 0
            };
            // سيطرتها is "its control" before it is "it controlled it".
            if let Some(short) = stem.strip_suffix('ت') {
                let whole = format!("{short}ه");
                if self.table.get(whole.as_str()).is_some_and(verbal) {
                    return Some((whole.into(), pronoun));
                }
            }
            if self.table.get(stem).is_some_and(verbal) {
                return Some((stem.into(), pronoun));
            }
        }
        None
    }
}
