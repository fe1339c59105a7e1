//! Words of the program's own in English and Arabic: names, numbers with their nouns, lists.
//!
//! Neither language is a translation of the other. Arabic sentences are built round nouns and
//! passives, so that nobody's gender need be known.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::labels;
use crate::analysis::Support;
use crate::model::{Case, Claim, Disclosure, Key, Number, Side, Source, Words};

/// A language that the program itself speaks.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// English.
    En,
    /// Arabic.
    Ar,
}

/// What is counted, for one and for more; in Arabic for one, for two, for three to ten, and for eleven to ninety-nine,
/// of which the form for none and for whole hundreds, and one or two beyond them, is made.
pub type Noun = ([&'static str; 2], [&'static str; 4]);

/// "origin": in Arabic the original source, as newsrooms say, and not the technical word for provenance; its dual
/// and its plural read as well as the singular.
pub const ORIGIN: Noun = (
    ["origin", "origins"],
    [
        "مصدر أصلي واحد",
        "مصدران أصليان",
        "مصادر أصلية",
        "مصدرًا أصليًا",
    ],
);

/// "statement".
pub const STATEMENT: Noun = (
    ["statement", "statements"],
    ["قول واحد", "قولان", "أقوال", "قولًا"],
);

/// "text", a document of the case.
pub const TEXT: Noun = (["text", "texts"], ["نص واحد", "نصان", "نصوص", "نصًا"]);

/// "original text": where words first stood. Copies are one, and a page of which a part is another outlet's is two.
pub const ORIGINAL_TEXT: Noun = (
    ["original text", "original texts"],
    ["نص أصلي واحد", "نصان أصليان", "نصوص أصلية", "نصًا أصليًا"],
);

/// "outlet".
pub const OUTLET: Noun = (
    ["outlet", "outlets"],
    [
        "جهة ناشرة واحدة",
        "جهتان ناشرتان",
        "جهات ناشرة",
        "جهة ناشرة",
    ],
);

/// "page", as it was published.
pub(super) const PAGE: Noun = (["page", "pages"], ["صفحة واحدة", "صفحتان", "صفحات", "صفحة"]);

impl Tongue {
    /// Its tag (BCP 47).
    pub fn tag(self) -> &'static str {
        self.say("en", "ar")
    }

    /// English or Arabic words.
    pub fn say<'w>(self, en: &'w str, ar: &'w str) -> &'w str {
        match self {
            Self::En => en,
            Self::Ar => ar,
        }
    }

    /// The one of two words that is in this language.
    pub fn of(self, (en, ar): super::labels::Pair) -> &'static str {
        self.say(en, ar)
    }

    /// A number with its noun. Arabic has a form for one, for two, for what ends in three to ten, for what ends in
    /// eleven to ninety-nine (an accusative), and for the rest (a genitive); it names no digit for one and two.
    pub fn count(self, n: usize, (english, arabic): Noun) -> String {
        match (self, n) {
            (Self::En, _) => format!("{n} {}", english[usize::from(n != 1)]),
            (Self::Ar, 1) => arabic[0].to_owned(),
            (Self::Ar, 2) => arabic[1].to_owned(),
            (Self::Ar, _) => match n % 100 {
                3..=10 => format!("{n} {}", arabic[2]),
                11..=99 => format!("{n} {}", arabic[3]),
                // «100 نص», «101 نص»: without the ending of the accusative.
                _ => format!(
                    "{n} {}",
                    arabic[3]
                        .replace("\u{64B}\u{627}", "")
                        .replace("\u{627}\u{64B}", "")
                ),
            },
        }
    }

    /// How many voices some origins are: "single origin", "2 origins", "at most 2 origins", "at least 1
    /// origin, at most 3". The one wording of these bounds, wherever they are printed.
    pub fn origins(self, least: usize, most: usize) -> String {
        let most = most.max(least);
        match (self, least) {
            _ if least == most && most == 1 => self.support(Support::SingleOrigin).to_owned(),
            _ if least == most => self.count(most, ORIGIN),
            (Self::En, 0) => format!("at most {}", self.count(most, ORIGIN)),
            (Self::Ar, 0) => format!("{} على الأكثر", self.count(most, ORIGIN)),
            (Self::En, _) => format!("at least {}, at most {most}", self.count(least, ORIGIN)),
            (Self::Ar, _) => format!(
                "{} على الأقل، و{} على الأكثر",
                self.count(least, ORIGIN),
                self.count(most, ORIGIN)
            ),
        }
    }

    /// Words as the beginning of a line.
    #[must_use]
    pub fn capital(words: &str) -> String {
        let mut words = words.to_owned();
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        words
    }

    /// A number of origins that rests on words which may be read otherwise.
    #[must_use]
    pub fn if_read_so(self, number: &str) -> String {
        match self {
            Self::En => format!("{number}, if read so"),
            Self::Ar => format!("{number} بحسب هذه القراءة"),
        }
    }

    /// "a, b and c".
    pub fn list(self, items: &[String]) -> String {
        let Some((last, first)) = items.split_last() else {
            return String::new();
        };
        if first.is_empty() {
            return last.clone();
        }
        match self {
            // A name with a comma in it would run into its neighbour.
            Self::En if first.iter().any(|name| name.contains(',')) => {
                format!("{}; and {last}", first.join("; "))
            }
            Self::En => format!("{} and {last}", first.join(", ")),
            Self::Ar => {
                let mut all = String::new();
                for (n, item) in items.iter().enumerate() {
                    if n > 0 {
                        all.push_str(self.and(item));
                    }
                    all.push_str(item);
                }
                all
            }
        }
    }

    /// "and" before a name. The Arabic one is written together with an Arabic word, but does not stick to Latin letters.
    pub fn and(self, next: &str) -> &'static str {
        let letter = next
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| c.is_ascii_alphabetic());
        match (self, letter) {
            (Self::En, _) => " and ",
            (Self::Ar, true) => " و\u{a0}",
            (Self::Ar, false) => " و",
        }
    }

    /// Words of the case in this language, else in another.
    pub fn words(self, words: &Words) -> &str {
        words.best(self.tag()).map_or("", |(_, text)| text)
    }

    /// A source's name, with ‹undisclosed› beside whoever is.
    pub fn source(self, case: &Case, key: Key<Source>) -> String {
        let source = &case.sources[key];
        let name = match self.words(&source.names) {
            "" => case.sources.id(key),
            name => name,
        };
        // A name that the case has in Latin letters only.
        let foreign = self == Self::Ar && !name.chars().any(|c| matches!(c, '\u{600}'..='\u{6FF}'));
        let name = if foreign {
            self.ltr(name)
        } else {
            name.to_owned()
        };
        match source.disclosure {
            Disclosure::Named => name,
            Disclosure::Undisclosed => {
                format!("{name} {}", self.of(labels::undisclosed(source.number)))
            }
        }
    }

    /// A source's name within a sentence: a description of one person or body has its article.
    pub(super) fn in_a_sentence(self, case: &Case, key: Key<Source>) -> String {
        let name = self.source(case, key);
        let source = &case.sources[key];
        let described =
            source.disclosure == Disclosure::Undisclosed && source.number == Number::One;
        if self == Self::Ar || !described {
            return name;
        }
        match article(&name) {
            Some(article) => format!("{article} {name}"),
            None => name,
        }
    }

    /// The names of some sources, by id, at most `most` of them, with how many more.
    pub fn sources(
        self,
        case: &Case,
        keys: impl IntoIterator<Item = Key<Source>>,
        most: usize,
    ) -> String {
        let mut keys: Vec<Key<Source>> = keys.into_iter().collect();
        keys.sort_by_key(|key| case.sources.id(*key));
        let mut names: Vec<String> = keys
            .iter()
            .take(most)
            .map(|key| self.source(case, *key))
            .collect();
        if keys.len() > most {
            names.push(self.more(keys.len() - most));
        }
        self.list(&names)
    }

    /// "3 more", as the last of a list of sources.
    pub(super) fn more(self, n: usize) -> String {
        const OTHER: Noun = (
            ["more", "more"],
            ["مصدر آخر", "مصدران آخران", "مصادر أخرى", "مصدرًا آخر"],
        );
        self.count(n, OTHER)
    }

    /// An id or a date set apart (UAX 9) from right-to-left text round it, which would turn its parts about.
    #[must_use]
    pub fn ltr(self, id: impl std::fmt::Display) -> String {
        match self {
            Self::En => id.to_string(),
            Self::Ar => format!("\u{2068}{id}\u{2069}"),
        }
    }

    /// A side's name.
    pub fn side(self, case: &Case, key: Key<Side>) -> &str {
        match self.words(&case.sides[key].names) {
            "" => case.sides.id(key),
            name => name,
        }
    }

    /// A claim's question, else its gist, else its id.
    pub fn question(self, case: &Case, key: Key<Claim>) -> &str {
        let claim = &case.claims[key];
        [&claim.question, &claim.gist]
            .into_iter()
            .map(|words| self.words(words))
            .find(|words| !words.is_empty())
            .unwrap_or_else(|| case.claims.id(key))
    }

    /// How far a stance is supported.
    pub fn support(self, support: Support) -> &'static str {
        match support {
            Support::None => self.say("no known origin", "لا مصدر أصلي معروف"),
            Support::SingleOrigin => self.say("single origin", "مصدر أصلي واحد"),
            Support::SeveralOrigins => self.say("several origins", "مصادر أصلية متعددة"),
        }
    }
}

/// The article of an English description; none where it has one, or begins with a name.
fn article(name: &str) -> Option<&'static str> {
    let first = name.split(' ').next()?;
    let determined = [
        "a", "an", "the", "one", "another", "some", "its", "their", "his", "her",
    ];
    let begins = first.chars().next().filter(char::is_ascii_lowercase)?;
    if determined.contains(&first) || first.contains('-') {
        return None;
    }
    Some(if "aeiou".contains(begins) { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_numbers_agree_with_their_noun() {
        let of = |n| Tongue::Ar.count(n, TEXT);
        assert_eq!(of(1), "نص واحد");
        assert_eq!(of(2), "نصان");
        assert_eq!(of(3), "3 نصوص");
        assert_eq!(of(10), "10 نصوص");
        assert_eq!(of(11), "11 نصًا");
        assert_eq!(of(0), "0 نص");
        assert_eq!(of(99), "99 نصًا");
        assert_eq!(of(100), "100 نص");
        assert_eq!(of(102), "102 نص");
        assert_eq!(of(111), "111 نصًا");
        assert_eq!(of(105), "105 نصوص");
        assert_eq!(Tongue::En.count(1, TEXT), "1 text");
        assert_eq!(Tongue::En.count(0, TEXT), "0 texts");
    }

    #[test]
    fn bounds_are_said_in_one_way() {
        assert_eq!(Tongue::En.origins(1, 1), "single origin");
        assert_eq!(Tongue::En.origins(2, 2), "2 origins");
        assert_eq!(Tongue::En.origins(0, 1), "at most 1 origin");
        assert_eq!(Tongue::En.origins(1, 3), "at least 1 origin, at most 3");
        assert_eq!(Tongue::Ar.origins(1, 1), "مصدر أصلي واحد");
        assert_eq!(Tongue::Ar.origins(0, 3), "3 مصادر أصلية على الأكثر");
        assert_eq!(
            Tongue::Ar.origins(2, 11),
            "مصدران أصليان على الأقل، و11 مصدرًا أصليًا على الأكثر"
        );
    }

    #[test]
    fn lists_keep_names_apart() {
        let of = |t: Tongue, names: &[&str]| {
            let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
            t.list(&names)
        };
        assert_eq!(of(Tongue::En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(of(Tongue::En, &["a, of b", "c"]), "a, of b; and c");
        assert_eq!(of(Tongue::Ar, &["أ", "ب", "ج"]), "أ وب وج");
        assert_eq!(of(Tongue::Ar, &[]), "");
    }
}
