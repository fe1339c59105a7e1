//! Views as text for a terminal or a pipe, one file a view, in the words of pages rather than of
//! the model (`docs/glossary.md`).

pub(super) mod brief;
pub(super) mod chain;
pub(super) mod claims;
pub(super) mod contradictions;
pub(super) mod draft;
pub(super) mod entities;
pub(super) mod explain;
pub(super) mod figures;
pub(super) mod findings;
pub(super) mod overview;
pub(super) mod setting;
pub(super) mod sources;
pub(super) mod statements;
pub(super) mod timeline;

use isnad::model::{Case, Disclosure, Stance, Words};
use isnad::view::{METHOD, Material, Noun, Rule, TimeView, Tongue, date, labels, minute};
use std::cell::RefCell;

use super::terminal::{Terminal, clean};

/// What every text needs: the case for names, the terminal, the reader's language.
pub(super) struct Page<'m> {
    pub(super) material: &'m Material<'m>,
    pub(super) terminal: &'m Terminal,
    pub(super) lang: &'static str,
    /// Under each figure, what made it.
    pub(super) explain: bool,
    /// What made the figures printed so far, in the order of their marks.
    notes: RefCell<Vec<String>>,
}

impl<'m> Page<'m> {
    pub(super) fn new(
        material: &'m Material<'m>,
        terminal: &'m Terminal,
        lang: &'static str,
    ) -> Self {
        Self {
            material,
            terminal,
            lang,
            explain: false,
            notes: RefCell::new(Vec::new()),
        }
    }

    /// The same, with what made each figure under it.
    pub(super) fn explaining(self, explain: bool) -> Self {
        Self { explain, ..self }
    }

    /// A number that the text prints, with a mark that leads to what made it where that is asked for.
    /// Every number of a text goes through here, or has its reasons under it ([`explain::under`]).
    pub(super) fn figure(
        &self,
        value: impl std::fmt::Display,
        made_by: &[String],
        rule: Rule,
    ) -> String {
        if !self.explain {
            return value.to_string();
        }
        let made_by: Vec<String> = made_by.iter().map(|id| clean(id)).collect();
        let made_by = if made_by.is_empty() {
            self.say("nothing in this case", "لا شيء في هذا الملف")
                .to_owned()
        } else {
            made_by.join(" ")
        };
        let note = format!(
            "{made_by}{}{}",
            self.say("; ", "؛ "),
            rule.words(self.tongue())
        );
        let mut notes = self.notes.borrow_mut();
        let n = match notes.iter().position(|known| *known == note) {
            Some(n) => n,
            None => {
                notes.push(note);
                notes.len() - 1
            }
        };
        // No line breaks between a number and its mark.
        let value = value.to_string().replace(' ', "\u{a0}");
        format!("{value}\u{a0}[^{}]", n + 1)
    }

    /// A noun with its number, as [`Page::figure`].
    pub(super) fn figures(&self, n: usize, noun: Noun, made_by: &[String], rule: Rule) -> String {
        self.figure(self.tongue().count(n, noun), made_by, rule)
    }

    /// What made the figures, a line each, and where the rules are stated.
    pub(super) fn notes(&self) -> String {
        let mut out = String::new();
        if self.explain {
            for (n, note) in self.notes.borrow().iter().enumerate() {
                out.push_str(&format!("[^{}] {note}\n", n + 1));
            }
            out.push_str(&format!("{} {METHOD}\n", self.say("rules:", "القواعد:")));
        } else {
            out.push_str(&format!(
                "{} {METHOD}\n",
                self.say(
                    "what made each figure: --explain; how:",
                    "ما يقوم عليه كل رقم: --explain، وكيف حُسب:"
                ),
            ));
        }
        out
    }

    fn case(&self) -> &Case {
        self.material.case()
    }

    /// The reader's language, as the views know it.
    pub(super) fn tongue(&self) -> Tongue {
        if self.lang == "ar" {
            Tongue::Ar
        } else {
            Tongue::En
        }
    }

    /// English or Arabic words of the program's own.
    pub(super) fn say<'w>(&self, en: &'w str, ar: &'w str) -> &'w str {
        if self.lang == "ar" { ar } else { en }
    }

    /// Words of the case in the reader's language, else in another, safe for a terminal.
    pub(super) fn words(&self, words: &Words) -> String {
        words
            .best(self.lang)
            .map_or_else(String::new, |(_, text)| clean(text))
    }

    /// A source's name; ‹unknown› for none, ‹undisclosed› beside whoever is.
    pub(super) fn source(&self, id: Option<&str>) -> String {
        let Some(id) = id else {
            return self.say("‹unknown›", "‹غير معروف›").to_owned();
        };
        let Some(key) = self.case().sources.key(id) else {
            return id.to_owned();
        };
        let source = &self.case().sources[key];
        let name = self.words(&source.names);
        let name = if name.is_empty() { id.to_owned() } else { name };
        match source.disclosure {
            Disclosure::Named => name,
            Disclosure::Undisclosed => {
                let mark = labels::undisclosed(source.number);
                format!("{name} {}", self.tongue().of(mark))
            }
        }
    }

    /// A claim's question, or its gist.
    pub(super) fn question(&self, id: &str) -> String {
        let Some(key) = self.case().claims.key(id) else {
            return id.to_owned();
        };
        let claim = &self.case().claims[key];
        let words = if claim.question.is_empty() {
            &claim.gist
        } else {
            &claim.question
        };
        let words = self.words(words);
        if words.is_empty() {
            id.to_owned()
        } else {
            words
        }
    }

    /// A date, "inferred" where it is, or "undated".
    pub(super) fn time(&self, time: Option<&TimeView>) -> String {
        match time {
            None => self.say("undated", "بلا تاريخ").to_owned(),
            Some(time) => {
                let words = date(&time.edtf, self.tongue());
                match time.inferred {
                    true => format!("{words} {}", self.say("(inferred)", "(استنتاجًا)")),
                    false => words,
                }
            }
        }
    }

    /// A minute in words.
    pub(super) fn moment(&self, at: impl std::fmt::Display) -> String {
        minute(&at.to_string(), self.tongue())
    }

    /// A side's name.
    pub(super) fn side(&self, id: &str) -> String {
        self.case().sides.key(id).map_or_else(
            || id.to_owned(),
            |k| self.words(&self.case().sides[k].names),
        )
    }
}

/// A stance in the words of pages, without what marks it.
fn stance_word(page: &Page<'_>, stance: Stance) -> &'static str {
    page.tongue().of(labels::stance(stance))
}

/// A statement's stance in the words of pages.
pub(super) fn stance(
    page: &Page<'_>,
    statement: &isnad::view::StatementView,
    bearing: &isnad::view::BearingView,
) -> String {
    let mut word = page.tongue().of(statement.stance_on(bearing)).to_owned();
    if bearing.hedged {
        word.push_str(page.say(" (likely)", " (مرجَّح)"));
    }
    if bearing.unclear {
        word.push_str(&format!(" ({})", page.tongue().of(labels::UNCLEAR)));
    }
    word
}
