//! The two editions: words of the program's own, numbers with their nouns, lines and marks.

use super::super::diagram::{Direction, Line};
use crate::view::{Number, TimeView, Tongue, Words, labels};

/// Whose language a picture is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Edition {
    /// English, left to right.
    #[default]
    En,
    /// Arabic, mirrored.
    Ar,
}

pub(super) use crate::view::{Noun, OUTLET as OUTLETS, STATEMENT as STATEMENTS, TEXT as TEXTS};

impl Edition {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Edition::En => "en",
            Edition::Ar => "ar",
        }
    }

    /// The direction of the whole picture.
    pub fn direction(self) -> Direction {
        match self {
            Edition::En => Direction::Ltr,
            Edition::Ar => Direction::Rtl,
        }
    }

    /// English or Arabic words of the program's own.
    pub(super) fn say(self, en: &'static str, ar: &'static str) -> &'static str {
        match self {
            Edition::En => en,
            Edition::Ar => ar,
        }
    }

    /// The one of two words that is in this language.
    pub(super) fn of(self, (en, ar): labels::Pair) -> &'static str {
        self.say(en, ar)
    }

    /// A bold line of the program's own words.
    pub(super) fn title(self, text: impl Into<String>) -> Line {
        Line::title(text, self.tag())
    }

    /// A small line of the program's own words.
    pub(super) fn small(self, text: impl Into<String>) -> Line {
        Line::small(text, self.tag())
    }

    /// A line in which names of the case stand among the program's own words: it runs as the edition does, whatever
    /// script its first name is in.
    pub(super) fn around_names(self, line: Line) -> Line {
        Line {
            direction: Some(self.direction()),
            ..line
        }
    }

    /// Words of the case in this language, else in another; none where there are none.
    pub(super) fn words(self, words: &Words) -> Option<(&str, &str)> {
        words.best(self.tag()).filter(|(_, text)| !text.is_empty())
    }

    /// The same as text alone.
    pub(super) fn text(self, words: &Words) -> String {
        self.words(words)
            .map_or_else(String::new, |(_, text)| text.to_owned())
    }

    /// A bold line of words of the case; `id` where there are none.
    pub(super) fn titled(self, words: &Words, id: &str) -> Line {
        match self.words(words) {
            Some((lang, text)) => Line::title(text, lang),
            None => Line::title(id, ""),
        }
    }

    /// The language that the program speaks in it.
    pub(super) fn tongue(self) -> Tongue {
        match self {
            Edition::En => Tongue::En,
            Edition::Ar => Tongue::Ar,
        }
    }

    /// A number with its noun.
    pub(super) fn count(self, n: usize, noun: &Noun) -> String {
        self.tongue().count(n, *noun)
    }

    /// Several items in one line.
    pub(super) fn list(self, items: &[String]) -> String {
        items.join(self.say(", ", "، "))
    }

    /// Several longer items in one line.
    pub(super) fn long_list(self, items: &[String]) -> String {
        items.join(self.say("; ", "؛ "))
    }

    /// A date, "inferred" where it is, or "undated".
    pub(super) fn time(self, time: Option<&TimeView>) -> String {
        let Some(time) = time else {
            return self.say("undated", "بلا تاريخ").to_owned();
        };
        let mut text = crate::view::date(&time.edtf, self.tongue());
        if time.inferred {
            text.push_str(self.say(", inferred", "، استنتاجًا"));
        }
        text
    }

    /// ‹undisclosed›, of one or of several.
    pub(super) fn undisclosed(self, number: Number) -> &'static str {
        self.of(labels::undisclosed(number))
    }

    /// ‹unknown›.
    pub(super) fn unknown(self) -> &'static str {
        self.say("‹unknown›", "‹غير معروف›")
    }

    /// What nobody has accepted yet.
    pub(super) fn unreviewed(self) -> &'static str {
        self.say("not reviewed", "لم يُراجَع")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_nouns_follow_their_number() {
        let all: Vec<String> = [1, 2, 3, 10, 11, 100, 103]
            .iter()
            .map(|n| Edition::Ar.count(*n, &TEXTS))
            .collect();
        assert_eq!(
            all,
            [
                "نص واحد",
                "نصان",
                "3 نصوص",
                "10 نصوص",
                "11 نصًا",
                "100 نص",
                "103 نصوص"
            ]
        );
        assert_eq!(Edition::En.count(1, &TEXTS), "1 text");
        assert_eq!(Edition::En.count(0, &TEXTS), "0 texts");
    }
}
