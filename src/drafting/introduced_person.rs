//! A person whom a report opens with by what they are, and names in the next breath: "A truck driver on the Sabil road says he
//! watched. Jamal Tuwayq told this newspaper …".
//!
//! Newsrooms put off a name that readers do not know. Nobody new is ever given a bare name, so one who speaks next, by a
//! full name that the text has not had and with nothing that says who that is, is whoever the first sentence described. Where a
//! post or an apposition stands by the name it must say the same as the description.

use super::naming::{Class, Form, is_several};
use super::network::Desk;
use super::saying::{Saying, Teller};
use crate::extraction::SourceKind;
use crate::text::Span;
use crate::text::fold::fold;

/// The named one speaks within so many characters.
const NEAR: usize = 260;

/// The first sentence of a report is no longer.
const LEAD: usize = 320;

/// Of so many letters is a word that tells what somebody is.
const LONG: usize = 4;

/// Relatives who have the same surname.
const KIN: &[&str] = &[
    "brother",
    "sister",
    "son",
    "daughter",
    "father",
    "mother",
    "wife",
    "widow",
    "husband",
    "uncle",
    "cousin",
    "شقيق",
    "شقيقه",
    "ابن",
    "ابنه",
    "والد",
    "زوجه",
    "ارمله",
    "عم",
];

/// Words for somebody of whom nothing is said, folded.
const SOMEBODY: &[&str] = &["man", "woman", "person", "رجل", "امراه", "سيده", "شاب"];

/// What stands before the name and behind it within the phrase that names somebody, without an age.
fn beside(phrase: &str, name: &Form) -> Vec<String> {
    Form::new(phrase)
        .words
        .into_iter()
        .filter(|w| !name.words.contains(w) && !w.chars().all(|c| c.is_ascii_digit()))
        .filter(|w| !matches!(w.as_str(), "عاما" | "عام" | "سنه" | "aged"))
        .collect()
}

/// The words of a description up to where it says of what, in or by whom.
fn head(description: &str) -> Vec<String> {
    let words = Form::new(description).words;
    let end = words
        .iter()
        .position(|w| {
            matches!(
                w.as_str(),
                "of" | "in"
                    | "on"
                    | "at"
                    | "who"
                    | "that"
                    | "from"
                    | "with"
                    | "whose"
                    | "في"
                    | "من"
                    | "لدي"
            )
        })
        .unwrap_or(words.len());
    words[..end].to_vec()
}

/// Whether the words beside a name say what the description says, or nothing.
fn agrees(description: &str, beside: &[String]) -> bool {
    let bare = |w: &String| w.strip_prefix("ال").unwrap_or(w).to_owned();
    let head: Vec<String> = head(description).iter().map(bare).collect();
    let told: Vec<String> = beside.iter().map(bare).collect();
    let same = head
        .iter()
        .any(|w| w.chars().count() >= LONG && told.contains(w));
    let somebody = head.iter().any(|w| SOMEBODY.contains(&w.as_str()));
    // "…, a cook who": of a man of whom nothing else was said.
    let private = told.first().is_some_and(|w| w == "a" || w == "an");
    told.is_empty() || same || somebody && private
}

impl Desk<'_> {
    /// The person named next, where the first sentence says only what its speaker is.
    pub(super) fn person_next(&self, saying: &Saying, teller: &Teller) -> Option<usize> {
        let article = saying.article;
        let Teller::Withheld {
            description,
            kind,
            span: Some(span),
        } = teller
        else {
            return None;
        };
        let person = !matches!(
            kind,
            SourceKind::Organization
                | SourceKind::Group
                | SourceKind::Outlet
                | SourceKind::Agency
                | SourceKind::Website
        );
        // "A source", "an official who asked not to be named" stay unnamed.
        let unnamed = matches!(kind, SourceKind::AnonymousSource);
        if !person || unnamed || is_several(description) || !saying.relays.is_empty() {
            return None;
        }
        let text = self.ground.articles[article].text;
        let before: String = text.chars().take(span.start).collect();
        if span.start > LEAD || before.contains('\n') {
            return None;
        }
        let place = |s: &Saying| match &s.who {
            Teller::Named { named, .. } => named.span,
            Teller::Withheld { span, .. } => *span,
            Teller::Nobody => None,
        };
        let told = |s: &&Saying| s.article == article && !s.outlet_voice && !s.heading;
        // Nobody else speaks in the first sentence.
        let alone = self
            .ground
            .sayings
            .iter()
            .filter(told)
            .filter(|s| *s != saying)
            .all(|s| place(s).is_none_or(|at| at.start > span.start || at == *span));
        let next = self
            .ground
            .sayings
            .iter()
            .filter(told)
            .filter(|s| *s != saying)
            .filter_map(|s| Some((place(s)?, s)))
            .filter(|(at, _)| at.start >= span.end)
            .min_by_key(|(at, _)| at.start)?;
        let (at, next) = next;
        let Teller::Named {
            named,
            kind: other,
            phrase,
        } = &next.who
        else {
            return None;
        };
        let form = Form::new(&named.name);
        let far = self.sentences_between(text, *span, at);
        if !alone
            || far > 2
            || next.who.class() != Class::Person
            || form.words.len() < 2
            || at.start - span.end > NEAR
            || matches!(other, SourceKind::AnonymousSource)
        {
            return None;
        }
        let beside = beside(phrase.as_deref().unwrap_or(&named.name), &form);
        let surname = form.words.last()?;
        // "The brother of Adam Wahl said. … Karin Wahl": they share the name by which one of them is described.
        let mut before_name: String = text.chars().take(at.start).collect();
        let kin = head(description)
            .last()
            .is_some_and(|w| KIN.contains(&w.as_str()));
        if kin && Form::new(description).words.last() == Some(surname) {
            before_name = text
                .chars()
                .enumerate()
                .filter(|(n, _)| *n < at.start && !(span.start..span.end).contains(n))
                .map(|(_, c)| c)
                .collect();
        }
        let known = fold(&before_name)
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w == surname);
        if known || !agrees(description, &beside) {
            return None;
        }
        let node = self.names.source(article, Class::Person, &form)?;
        let found = &self.names.nodes[node];
        // Whom the case gives an office the first sentence must give it too: a bare name may be that of somebody famous.
        let officer = |k: SourceKind| {
            matches!(
                k,
                SourceKind::Official | SourceKind::Commander | SourceKind::Spokesperson
            )
        };
        let famous = (officer(*other) || found.source.is_some_and(officer)) && !officer(*kind);
        (!found.undisclosed && !famous).then_some(node)
    }

    /// How many sentences end between a description and a name.
    fn sentences_between(&self, text: &str, first: Span, then: Span) -> usize {
        let between: Vec<char> = text
            .chars()
            .skip(first.end)
            .take(then.start.saturating_sub(first.end))
            .collect();
        between
            .windows(2)
            .filter(|w| w[0] == '\n' || matches!(w[0], '.' | '؟' | '?' | '!') && w[1] == ' ')
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, agrees, beside};

    fn fits(description: &str, phrase: &str, name: &str) -> bool {
        agrees(description, &beside(phrase, &Form::new(name)))
    }

    #[test]
    fn a_bare_name_fits_and_another_post_does_not() {
        assert!(fits(
            "A ferry pilot on the Sabil route",
            "Jamil Tuwaq, 44",
            "Jamil Tuwaq"
        ));
        assert!(fits("محامي ثلاثة معتقلين", "المحامي هاني دروش", "هاني دروش"));
        assert!(fits(
            "A man who says he was held",
            "Basil Latfi, a cook",
            "Basil Latfi"
        ));
        assert!(!fits(
            "A Western diplomat",
            "Colonel Nadir Wali",
            "Nadir Wali"
        ));
        assert!(!fits(
            "A ferry pilot",
            "Nadir Wali, a spokesman for the port",
            "Nadir Wali"
        ));
        assert!(!fits("طبيب في المستشفى", "الوزير هاني دروش", "هاني دروش"));
    }
}
