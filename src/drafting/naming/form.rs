//! A name as it is compared: folded words, without what clings to names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::EntityKind;
use crate::text::fold::fold;

/// What a name names, as far as two of one name are kept apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A person.
    Person,
    /// A group, an institution, a state, an outlet.
    Body,
    /// A place.
    Place,
    /// A thing.
    Thing,
    /// An event.
    Event,
}

impl Class {
    /// The class of an entity's kind.
    #[must_use]
    pub fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Group => Self::Body,
            EntityKind::Place => Self::Place,
            EntityKind::Thing => Self::Thing,
            EntityKind::Event => Self::Event,
        }
    }

    /// Its word in keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Body => "body",
            Self::Place => "place",
            Self::Thing => "thing",
            Self::Event => "event",
        }
    }
}

/// A name as folded words, and as a reader would write it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form {
    /// Folded words: letters and digits, no article of English.
    pub words: Vec<String>,
    /// The name as written, of which these words are.
    pub shown: String,
}

impl Form {
    /// The form of a name as written.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let mut words = Vec::new();
        let mut shown = Vec::new();
        for written in name.split_whitespace() {
            let before = words.len();
            words.extend(split(written));
            if words.len() > before || written.chars().any(char::is_alphanumeric) {
                shown.push(written);
            }
        }
        if words.len() > 1 && words.first().is_some_and(|w| w == "the") {
            words.remove(0);
            if shown.first().is_some_and(|w| fold(w) == "the") {
                shown.remove(0);
            }
        }
        Self {
            words,
            shown: trimmed(&shown.join(" ")),
        }
    }

    /// The words without what parts them: «عبد الرحمن» and «عبدالرحمن» are one.
    #[must_use]
    pub fn key(&self) -> String {
        self.words.concat()
    }

    /// As [`Self::key`], with no word's article: «الأسد» and "al-Assad" lose theirs.
    #[must_use]
    pub fn bare(&self) -> String {
        self.words
            .iter()
            .filter(|w| !matches!(w.as_str(), "al" | "el"))
            .map(|w| bare_word(w))
            .collect()
    }

    /// The form without its first words.
    #[must_use]
    pub fn without_first(&self, n: usize) -> Self {
        let shown: Vec<&str> = self.shown.split_whitespace().collect();
        // Words that punctuation parts ("al-Assad") stand together as written.
        let mut passed = 0;
        let mut kept = 0;
        for (k, written) in shown.iter().enumerate() {
            if passed >= n {
                break;
            }
            passed += split(written).count();
            kept = k + 1;
        }
        Self {
            words: self.words[n.min(self.words.len())..].to_vec(),
            shown: trimmed(&shown[kept..].join(" ")),
        }
    }

    /// The form without its last words.
    #[must_use]
    pub fn without_last(&self, n: usize) -> Self {
        let keep = self.words.len().saturating_sub(n);
        let mut count = 0;
        let mut shown = Vec::new();
        for written in self.shown.split_whitespace() {
            let here = split(written).count();
            if count + here > keep {
                break;
            }
            count += here;
            shown.push(written);
        }
        Self {
            words: self.words[..keep].to_vec(),
            shown: trimmed(&shown.join(" ")),
        }
    }

    /// The language that the name's letters are of: Arabic, or else that of its text.
    #[must_use]
    pub fn language<'l>(&self, of_text: &'l str) -> &'l str {
        let arabic = self.is_arabic();
        match (arabic, of_text.starts_with("ar")) {
            (true, false) => "ar",
            (false, true) => "en",
            _ => of_text,
        }
    }

    /// Whether its letters are Arabic.
    #[must_use]
    pub fn is_arabic(&self) -> bool {
        self.shown
            .chars()
            .any(|c| ('\u{0620}'..='\u{06ff}').contains(&c))
    }
}

/// Folded words of one written word: «الأوبزرفر،» one, "al-Assad" two.
fn split(written: &str) -> impl Iterator<Item = String> {
    let folded = fold(written);
    // "Elías" and "Elias": marks over Latin letters come and go between newsrooms.
    let folded: String = if folded.is_ascii()
        || folded
            .chars()
            .any(|c| ('\u{0590}'..'\u{1000}').contains(&c))
    {
        folded
    } else {
        folded.nfd().filter(|c| !is_combining_mark(*c)).collect()
    };
    let plain = folded
        .strip_suffix("'s")
        .or_else(|| folded.strip_suffix("’s"))
        .unwrap_or(&folded)
        .replace(['\'', '’', '‘', 'ʿ', 'ʾ', '`'], "");
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .flat_map(servant)
        .map(|w| canonical(&w))
        .collect::<Vec<_>>()
        .into_iter()
}

/// «عبدالرحمن» and "Abdulrahman", "Abdel-Rahman" are two words each: «عبد» and the name of God that follows.
fn servant(word: &str) -> Vec<String> {
    if let Some(rest) = word
        .strip_prefix("عبد")
        .filter(|r| r.starts_with("ال") && r.chars().count() > 3)
    {
        return vec!["عبد".to_owned(), rest.to_owned()];
    }
    if matches!(word, "abdul" | "abdel" | "abdal" | "abdol") {
        return vec!["abd".to_owned()];
    }
    let rest = ["abdul", "abdel", "abdal", "abdol"]
        .iter()
        .find_map(|head| word.strip_prefix(head))
        .map(|rest| {
            rest.strip_prefix('l')
                .filter(|_| rest.starts_with("la"))
                .map_or(rest, |r| r)
        });
    match rest {
        Some("ah" | "a" | "lah" | "la") => vec!["abd".to_owned(), "allah".to_owned()],
        Some(rest) if rest.chars().count() >= 4 => vec!["abd".to_owned(), rest.to_owned()],
        _ => vec![word.to_owned()],
    }
}

/// Spellings of one word that differ by habit only.
fn canonical(word: &str) -> String {
    match word {
        "ابن" => "بن".to_owned(),
        // «المعروف بأبي فلان»: a preposition is no part of the name.
        "ابا" | "ابي" | "بابي" | "لابي" | "وابي" | "وابا" | "وابو" => {
            "ابو".to_owned()
        }
        "bin" | "ibn" => "bin".to_owned(),
        // Two habits of English.
        "defense" => "defence".to_owned(),
        "organization" => "organisation".to_owned(),
        "center" => "centre".to_owned(),
        w if w.contains("اميرك") => w.replace("اميرك", "امريك"),
        w => w.to_owned(),
    }
}

/// A word without the article.
pub(super) fn bare_word(word: &str) -> &str {
    word.strip_prefix("ال")
        .filter(|rest| rest.chars().count() >= 2)
        .unwrap_or(word)
}

/// Without quotation marks, commas and the like around it.
fn trimmed(text: &str) -> String {
    text.trim_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ')' | '(')))
        .trim_matches(|c: char| matches!(c, '(' | ')'))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn habits_of_spelling_are_no_difference() {
        let key = |s: &str| Form::new(s).key();
        assert_eq!(key("رامي عبد الرحمن"), key("رامي عبدالرحمن"));
        assert_eq!(key("أ ف ب"), key("أ.ف.ب."));
        assert_eq!(key("Rami Abdulrahman"), key("Rami Abdel Rahman"));
        assert_eq!(key("Abdullah Omar"), key("Abdallah Omar"));
        assert_eq!(key("الحكومة الأميركية"), key("الحكومة الامريكية"));
        assert_eq!(key("the Observatory's"), key("Observatory"));
        assert_eq!(key("Defense Center"), key("Defence Centre"));
        assert_ne!(key("حسن القلميري"), key("حسين القلميري"));
    }

    #[test]
    fn words_come_off_both_ends() {
        let form = Form::new("العقيد «نادر القلميري»،");
        assert_eq!(form.without_first(1).shown, "نادر القلميري");
        assert_eq!(form.without_last(1).words, ["العقيد", "نادر"]);
        assert_eq!(
            Form::new("Bashar al-Assad").without_first(1).shown,
            "al-Assad"
        );
    }
}
