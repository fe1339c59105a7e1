//! Names and gists: there at all, without invisible controls, and not two entries' one name.

use std::collections::HashMap;

use super::Ground;
use crate::case_file::{Step, Subject};
use crate::finding::{Code, Finding};
use crate::model::{Alias, Disclosure, Words};

/// Characters that change how the text round them runs, or cannot be seen: a name that holds one
/// reads as another name (Unicode TR 36).
fn is_control(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'
            ..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    ) || (c.is_control() && c != '\n' && c != '\t')
}

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    let files = &ground.places.files;
    let entities_lost = files.iter().any(|f| f.lost && f.path == "entities.ron");
    let mut look = Look { ground, findings };
    look.words(Subject::Case, "title", &case.title);
    look.words(Subject::Case, "description", &case.description);
    for (key, id, source) in case.sources.iter() {
        look.words(Subject::Source(key), "names", &source.names);
        look.aliases(Subject::Source(key), &source.aliases);
        // What is a source and an entity has its names there, and is told of there.
        if !entities_lost && case.entities.key(id).is_none() {
            look.needed(Subject::Source(key), "names", &source.names);
        }
    }
    for (key, _, entity) in case.entities.iter() {
        look.words(Subject::Entity(key), "names", &entity.names);
        look.aliases(Subject::Entity(key), &entity.aliases);
        look.needed(Subject::Entity(key), "names", &entity.names);
    }
    for (key, _, document) in case.documents.iter() {
        for (field, text) in [("title", &document.title), ("byline", &document.byline)] {
            if let Some(text) = text {
                look.text(Subject::Document(key), &[Step::Field(field)], text);
            }
        }
    }
    for (key, _, claim) in case.claims.iter() {
        look.words(Subject::Claim(key), "gist", &claim.gist);
        look.words(Subject::Claim(key), "question", &claim.question);
        look.needed(Subject::Claim(key), "gist", &claim.gist);
    }
    for (key, _, statement) in case.statements.iter() {
        look.words(Subject::Statement(key), "gist", &statement.gist);
        for (i, bearing) in statement.bears.iter().enumerate() {
            for (language, text) in bearing.reading.iter() {
                let path = [
                    Step::Field("bears"),
                    Step::Index(i),
                    Step::Field("reading"),
                    Step::Field(language),
                ];
                look.text(Subject::Statement(key), &path, text);
            }
        }
    }
    for (key, _, judgement) in case.judgements.iter() {
        look.words(Subject::Judgement(key), "why", &judgement.why);
        look.text(Subject::Judgement(key), &[Step::Field("by")], &judgement.by);
    }
    same_names(ground, findings);
}

struct Look<'g, 'f> {
    ground: &'g Ground<'g>,
    findings: &'f mut Vec<Finding>,
}

impl Look<'_, '_> {
    fn words(&mut self, subject: Subject, field: &'static str, words: &Words) {
        for (language, text) in words.iter() {
            self.text(subject, &[Step::Field(field), Step::Field(language)], text);
        }
    }

    fn aliases(&mut self, subject: Subject, aliases: &[Alias]) {
        for (i, alias) in aliases.iter().enumerate() {
            let path = [Step::Field("aliases"), Step::Index(i), Step::Field("text")];
            self.text(subject, &path, &alias.text);
        }
    }

    fn text(&mut self, subject: Subject, path: &[Step<'_>], text: &str) {
        if let Some(c) = text.chars().find(|c| is_control(*c)) {
            self.findings.push(self.ground.places.finding(
                Code::BidiControl,
                subject,
                path,
                format!(
                    "this holds the invisible control character U+{:04X}",
                    c as u32
                ),
                "take it out: pages and pictures isolate mixed scripts by themselves",
            ));
        }
    }

    /// Reported only where the entry itself is in order: a bare stand-in has no names either.
    fn needed(&mut self, subject: Subject, field: &'static str, words: &Words) {
        let reported = !words.is_empty()
            || self
                .ground
                .told
                .within(&self.ground.places.place(subject, &[]));
        if !reported {
            self.findings.push(self.ground.places.finding(
                Code::NoName,
                subject,
                &[Step::Field(field)],
                format!("`{field}` is empty"),
                format!(
                    "write it in at least one language: {field}: {{\"ar\": \"…\", \"en\": \"…\"}}"
                ),
            ));
        }
    }
}

/// Named sources, or entities, that share a name in one language may be one entered twice.
fn same_names(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let case = ground.case;
    let mut seen: HashMap<(&str, &str), &str> = HashMap::new();
    for (key, id, source) in case.sources.iter() {
        if source.disclosure == Disclosure::Undisclosed {
            continue;
        }
        for (language, name) in source.names.iter() {
            if let Some(first) = seen.insert((language, name), id)
                && first != id
            {
                findings.push(same(ground, Subject::Source(key), language, name, first));
            }
        }
    }
    let mut seen: HashMap<(&str, &str), &str> = HashMap::new();
    for (key, id, entity) in case.entities.iter() {
        for (language, name) in entity.names.iter() {
            if let Some(first) = seen.insert((language, name), id)
                && first != id
            {
                findings.push(same(ground, Subject::Entity(key), language, name, first));
            }
        }
    }
}

fn same(ground: &Ground<'_>, subject: Subject, language: &str, name: &str, first: &str) -> Finding {
    ground.places.finding(
        Code::SameName,
        subject,
        &[Step::Field("names"), Step::Field(language)],
        format!("\"{first}\" is called «{name}» as well"),
        "if they are one, merge the entries; if not, say in the name what tells them apart",
    )
}
