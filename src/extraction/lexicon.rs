//! A pack made ready for matching: every form in one table, and the taking apart of clitics.
//!
//! A word is looked up whole first, then without a conjunction, without a preposition, without the article, and without an
//! attached pronoun, at most one of each, so the cost a word is bounded. The longest known form wins.

use super::analysis::looks_like_deed;
use super::inflect::{self, Agreement, Form, Tense};
use super::pack::{
    AccordingEntry, Class, Gender, HeadEntry, NounEntry, Opens, PackFile, Script, VerbEntry,
};
use super::vocabulary::Shelf;
pub(crate) use super::word::{Begins, Known, Phrase, Seen, Table, Word, longer, tail};
use crate::text::fold::fold;

/// A language pack that could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It is not RON of the right shape.
    #[error("language pack: {0}")]
    Syntax(#[from] Box<ron::error::SpannedError>),
    /// A verb has no forms.
    #[error(
        "language pack: the verb {0} has no forms: three root letters and a measure from 1 to 10, or stems, are needed"
    )]
    NoForms(String),
}

/// A language pack, ready. Building one takes some milliseconds; share it between texts.
#[derive(Debug)]
pub struct Pack {
    pub(crate) language: String,
    pub(crate) script: Script,
    pub(crate) verbs: Vec<VerbEntry>,
    pub(crate) nouns: Vec<NounEntry>,
    pub(crate) heads: Vec<HeadEntry>,
    /// According-to phrases by their first word.
    pub(crate) according: Table<Vec<(Vec<String>, AccordingEntry)>>,
    /// Fixed phrases by their first word, ordered by class.
    pub(crate) phrases: Table<Vec<Phrase>>,
    /// Whether one of them is a single word.
    pub(crate) lone_phrases: bool,
    pub(crate) numbers: Table<f64>,
    pub(super) table: Table<Known>,
    /// What begins with a word: fixed phrases, according-to phrases, numbers.
    pub(super) begins: Table<Begins>,
    /// Verb forms that need an attached pronoun.
    pub(super) bound: Table<(u16, Form)>,
    /// Words of persons' names.
    pub(super) persons: super::person::Persons,
    /// Words of texts taken apart before.
    pub(super) vocabularies: Shelf,
}

impl Pack {
    /// The built-in Arabic pack.
    ///
    /// # Errors
    /// If the built-in data does not parse, which a test rules out.
    pub fn arabic() -> Result<Self, PackError> {
        Self::from_ron(include_str!("packs/ar.ron"))
    }

    /// The built-in English pack.
    ///
    /// # Errors
    /// If the built-in data does not parse, which a test rules out.
    pub fn english() -> Result<Self, PackError> {
        Self::from_ron(include_str!("packs/en.ron"))
    }

    /// The language the pack is for (BCP 47).
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Number of distinct folded forms the pack knows.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.table.len() + self.bound.len()
    }

    /// Reads a pack from RON.
    ///
    /// # Errors
    /// If it is not a pack, or a verb of it has no forms.
    pub fn from_ron(source: &str) -> Result<Self, PackError> {
        let mut file: PackFile = ron::from_str(source).map_err(Box::new)?;
        for open in file.verbs.iter_mut().flat_map(|v| &mut v.opens) {
            if let Opens::With(p)
            | Opens::Charge(p)
            | Opens::Label(p)
            | Opens::After(p)
            | Opens::At(p) = open
            {
                *p = fold(p);
            }
        }
        for verb in &mut file.verbs {
            verb.root = fold(&verb.root);
        }
        for entry in &mut file.according {
            entry.then = fold(&entry.then);
        }
        let mut pack = Self {
            language: file.language,
            script: file.script,
            verbs: file.verbs,
            nouns: file.nouns,
            heads: file.heads,
            according: Table::default(),
            phrases: Table::default(),
            lone_phrases: false,
            numbers: Table::default(),
            table: Table::default(),
            begins: Table::default(),
            bound: Table::default(),
            persons: super::person::Persons::of(file.script)?,
            vocabularies: Shelf::default(),
        };
        for (class, list) in &file.words {
            for word in list.split_whitespace() {
                pack.entry(word).classes |= class.bit();
            }
        }
        for (class, list) in &file.phrases {
            for phrase in list.split('|') {
                let words: Vec<String> = phrase.split_whitespace().map(fold).collect();
                if let Some(first) = words.first() {
                    let key: Box<str> = first.as_str().into();
                    pack.phrases.entry(key).or_default().push(Phrase {
                        words,
                        class: *class,
                    });
                }
            }
        }
        for list in pack.phrases.values_mut() {
            list.sort_by_key(|phrase| phrase.class);
        }
        for entry in &file.according {
            let words: Vec<String> = entry.phrase.split_whitespace().map(fold).collect();
            if let Some(first) = words.first() {
                let key: Box<str> = first.as_str().into();
                // Known, so that a conjunction before it is taken off.
                pack.table.entry(key.clone()).or_default();
                pack.according
                    .entry(key)
                    .or_default()
                    .push((words, entry.clone()));
            }
        }
        for list in pack.according.values_mut() {
            list.sort_by_key(|(words, entry)| std::cmp::Reverse((words.len(), entry.then.len())));
        }
        for (word, value) in &file.numbers {
            pack.numbers.insert(fold(word).into(), *value);
        }
        for i in 0..pack.heads.len() {
            let words = pack.heads[i].words.clone();
            for word in words.split_whitespace() {
                let entry = pack.entry(word);
                if entry.head == 0 {
                    entry.head = index(i);
                }
            }
        }
        for i in 0..pack.heads.len() {
            let words = pack.heads[i].words.clone();
            let several = pack
                .heads
                .iter()
                .position(|h| {
                    h.kind == pack.heads[i].kind
                        && h.of == super::pack::Of::People
                        && h.gender == Gender::They
                })
                .unwrap_or(i);
            let dual = pack.script == Script::Arabic
                && pack.heads[i].of == super::pack::Of::Person
                && pack.heads[i].gender != Gender::They;
            for word in words.split_whitespace() {
                if dual {
                    // Two of them, or several: مسؤولان، محللون.
                    let stem = word
                        .strip_suffix('ة')
                        .map_or_else(|| word.to_owned(), |s| format!("{s}ت"));
                    for end in ["ان", "ين", "ون", "و"] {
                        let entry = pack.entry(&format!("{stem}{end}"));
                        if entry.head == 0 && entry.classes == 0 {
                            entry.head = index(several);
                        }
                    }
                }
            }
        }
        for i in 0..pack.nouns.len() {
            let words = pack.nouns[i].words.clone();
            for word in words.split_whitespace() {
                pack.entry(word).noun = index(i);
            }
        }
        for i in 0..pack.verbs.len() {
            pack.add_verb(i)?;
        }
        // لكن مصدرا قال: an indefinite source behind أن or لكن, where it is no form of a verb (مشيرا).
        for i in 0..pack.heads.len() {
            let head = &pack.heads[i];
            let words = head.words.clone();
            let takes = pack.script == Script::Arabic
                && matches!(
                    head.of,
                    super::pack::Of::Person | super::pack::Of::Undisclosed
                )
                && head.gender == Gender::He;
            for word in words.split_whitespace().filter(|w| {
                takes && !w.ends_with(['ة', 'ا', 'ى', 'ي', 'ء']) && !w.starts_with("ال")
            }) {
                let entry = pack.entry(&format!("{word}ا"));
                if entry.head == 0 && entry.classes == 0 && entry.verb == 0 {
                    entry.head = index(i);
                }
            }
        }
        for entry in file.everyday.split_whitespace() {
            pack.add_everyday(entry)?;
        }
        for written in file.common.split_whitespace() {
            let word = fold(written);
            if pack.take_apart(&word).found {
                continue;
            }
            // أسعار has the letters of a verbal noun, but those begin with إ.
            let deed = looks_like_deed(&word) && !written.starts_with('أ');
            let class = if pack.script == Script::Arabic && deed {
                Class::Deed
            } else {
                Class::Common
            };
            pack.table.entry(word.into()).or_insert(Known {
                classes: class.bit(),
                ..Known::default()
            });
        }
        for (word, list) in &pack.phrases {
            pack.begins.entry(word.clone()).or_default().phrase = true;
            for phrase in list {
                match phrase.words.get(1) {
                    Some(second) => {
                        let second = pack.begins.entry(second.as_str().into());
                        second.or_default().second = true;
                    }
                    None => pack.lone_phrases = true,
                }
            }
        }
        for word in pack.according.keys() {
            pack.begins.entry(word.clone()).or_default().according = true;
        }
        for word in pack.numbers.keys() {
            pack.begins.entry(word.clone()).or_default().number = true;
        }
        if pack.script == Script::Arabic {
            for (word, place) in super::dates::times() {
                pack.begins.entry(word.into()).or_default().time |= place;
            }
            for word in super::mention::PLACES {
                pack.begins.entry(word.into()).or_default().placing = true;
            }
        }
        Ok(pack)
    }

    /// Adds the finite forms of a verb that reports nothing, where no other word is spelled so.
    fn add_everyday(&mut self, entry: &str) -> Result<(), PackError> {
        let none = || PackError::NoForms(entry.to_owned());
        let (root, measure) = entry.split_once(':').ok_or_else(none)?;
        let measure: u8 = measure.parse().map_err(|_| none())?;
        let forms = inflect::forms(&fold(root), measure);
        if forms.is_empty() {
            return Err(none());
        }
        for (word, form) in forms {
            // Spelled without vowels, قتل, تعاون, عامل and أقرب are nouns as often; so are the first persons.
            let short = form.agreement == Agreement::Speaker
                || form.tense != Tense::Present
                    && (word.chars().count() < 4
                        || form.agreement == Agreement::He && matches!(measure, 1 | 3..=6));
            let finite = matches!(form.tense, Tense::Past | Tense::Present | Tense::Passive);
            if finite && !short && !form.bound && !self.table.contains_key(word.as_str()) {
                let known = Known {
                    classes: Class::Doing.bit(),
                    form,
                    ..Known::default()
                };
                self.table.insert(word.into(), known);
            }
        }
        Ok(())
    }

    pub(super) fn entry(&mut self, word: &str) -> &mut Known {
        self.table.entry(fold(word).into()).or_default()
    }

    pub(super) fn add_verb(&mut self, i: usize) -> Result<(), PackError> {
        let verb = self.verbs[i].clone();
        let mut forms = match (self.script, &verb.stems) {
            (Script::Arabic, Some(stems)) => inflect::irregular(&folded(stems)),
            (Script::Arabic, None) => inflect::forms(&fold(&verb.root), verb.measure),
            (Script::Latin, _) => latin(&verb),
        };
        if forms.is_empty() {
            return Err(PackError::NoForms(verb.root.clone()));
        }
        let noun = Form {
            tense: Tense::Noun,
            ..Form::default()
        };
        forms.extend(verb.nouns.split_whitespace().map(|w| (fold(w), noun)));
        if self.script == Script::Arabic {
            forms.extend(verb.past.split_whitespace().map(|w| {
                let word = fold(w);
                let agreement = if word.ends_with('ت') {
                    Agreement::She
                } else {
                    Agreement::He
                };
                (
                    word,
                    Form {
                        tense: Tense::Past,
                        agreement,
                        bound: false,
                    },
                )
            }));
        }
        for (word, form) in forms {
            if word.chars().count() < 2 {
                continue;
            }
            if form.bound {
                self.bound.entry(word.into()).or_insert((index(i), form));
                continue;
            }
            let known = self.table.entry(word.into()).or_default();
            // Of two verbs with one spelling the earlier in the pack is the likelier; a finite form before a noun, others before
            // the first person (ألمح is he hinted, not I hint at).
            let keep = known.verb == 0
                || (known.form.agreement == Agreement::Speaker
                    && form.agreement != Agreement::Speaker)
                || (known.form.tense == Tense::Noun
                    && form.tense != Tense::Noun
                    && known.verb == index(i));
            if keep {
                known.verb = index(i);
                known.form = form;
            }
        }
        Ok(())
    }

    /// The verb of a word, if it is a form of one.
    pub(crate) fn verb(&self, word: &Word) -> Option<&VerbEntry> {
        self.verbs.get(usize::from(word.known.verb).checked_sub(1)?)
    }

    /// The head entry of a word, if it heads a source.
    pub(crate) fn head(&self, word: &Word) -> Option<&HeadEntry> {
        self.heads.get(usize::from(word.known.head).checked_sub(1)?)
    }

    /// Whether a folded word is a given name.
    pub(crate) fn given(&self, word: &str) -> bool {
        self.table
            .get(word)
            .is_some_and(|known| known.classes & Class::GivenName.bit() != 0)
    }

    /// The reporting-noun entry of a word.
    pub(crate) fn noun(&self, word: &Word) -> Option<&NounEntry> {
        self.nouns.get(usize::from(word.known.noun).checked_sub(1)?)
    }
}

/// Classes of words that take neither article nor pronoun.
pub(super) const CLOSED: u64 = Class::That.bit()
    | Class::Break.bit()
    | Class::SoftBreak.bit()
    | Class::Relative.bit()
    | Class::Time.bit()
    | Class::Adverb.bit()
    | Class::Auxiliary.bit()
    | Class::Negation.bit()
    | Class::Impersonal.bit()
    | Class::Preposition.bit()
    | Class::Pronoun.bit()
    | Class::Without.bit();

/// A word with article or preposition is no finite verb.
pub(super) fn nominal(mut word: Word) -> Word {
    if word.def {
        word.known.classes &= !CLOSED;
    }
    if word.known.verb != 0 && word.known.form.tense != Tense::Noun && word.prep != Some('ل')
        || word.def && word.known.form.tense != Tense::Noun
    {
        word.known.verb = 0;
    }
    word
}

fn index(i: usize) -> u16 {
    u16::try_from(i + 1).unwrap_or(0)
}

fn folded(stems: &inflect::Stems) -> inflect::Stems {
    inflect::Stems {
        past: fold(&stems.past),
        she: fold(&stems.she),
        they: fold(&stems.they),
        present: fold(&stems.present),
        participle: fold(&stems.participle),
    }
}

/// Forms of an English verb: bare, -s, -ing, and the past forms of the pack or -ed.
fn latin(verb: &VerbEntry) -> Vec<(String, Form)> {
    let root = fold(&verb.root);
    let form = |tense| Form {
        tense,
        ..Form::default()
    };
    let stem = root.strip_suffix('e').unwrap_or(&root);
    let third = if root.ends_with('y') && !root.ends_with("ay") && !root.ends_with("ey") {
        format!("{}ies", &root[..root.len() - 1])
    } else if root.ends_with(['s', 'x', 'z']) || root.ends_with("sh") || root.ends_with("ch") {
        format!("{root}es")
    } else {
        format!("{root}s")
    };
    let mut out = vec![
        (root.clone(), form(Tense::Present)),
        (third, form(Tense::Present)),
        (format!("{stem}ing"), form(Tense::Participle)),
    ];
    if verb.past.is_empty() {
        let past = if root.ends_with('y') && !root.ends_with("ay") && !root.ends_with("ey") {
            format!("{}ied", &root[..root.len() - 1])
        } else {
            format!("{stem}ed")
        };
        out.push((past, form(Tense::Past)));
    }
    out.extend(
        verb.past
            .split_whitespace()
            .map(|w| (fold(w), form(Tense::Past))),
    );
    out
}

/// Whether whoever is told may stand behind the subject of a verb without a preposition: أبلغ المدير المجلس أن كذا.
pub(crate) fn tells(verb: &VerbEntry) -> bool {
    matches!(verb.root.as_str(), "بلغ" | "خبر" | "نذر")
}

/// Whether a verb's content may be opened in a way.
pub(crate) fn opens(verb: &VerbEntry, test: impl Fn(&Opens) -> bool) -> bool {
    verb.opens.iter().any(test)
}

/// Whether a head noun takes a verb in this agreement.
pub(crate) fn agrees(gender: Gender, agreement: Agreement) -> bool {
    matches!(
        (gender, agreement),
        (_, Agreement::Any | Agreement::Speaker)
            | (Gender::He, Agreement::He)
            | (Gender::She, Agreement::She)
            | (Gender::They, Agreement::They)
    )
}
