//! A body that a report opens with by what it is, and names in the next breath: "…, a rights group based abroad said. The Highland
//! Centre said in a statement …".
//!
//! Agencies write so. The description alone would be an undisclosed source beside the body, an origin too many. It is the body
//! where the text describes one indefinitely by a word for a body, whoever speaks next is a body that the text has
//! not named before, that body can be such a thing, and it goes on with the same report.

use std::collections::BTreeSet;

use super::naming::{Class, Form};
use super::network::Desk;
use super::resting::THAT;
use super::saying::{Saying, Teller};
use crate::extraction::SourceKind;
use crate::model::Act;
use crate::text::Span;
use crate::text::fold::fold;

/// The named one speaks within so many characters.
const NEAR: usize = 420;

/// Of so many letters a word tells what is spoken of, and so many such words are shared.
const LONG: usize = 4;
const SHARED: usize = 2;

/// Words for bodies that speak of what others did, folded; the second kind publishes.
const BODIES: &[(&str, bool)] = &[
    ("group", false),
    ("monitor", false),
    ("watchdog", false),
    ("observatory", false),
    ("network", false),
    ("organisation", false),
    ("organization", false),
    ("union", false),
    ("charity", false),
    ("alliance", false),
    ("coalition", false),
    ("syndicate", false),
    ("association", false),
    ("website", true),
    ("site", true),
    ("newspaper", true),
    ("station", true),
    ("منظمه", false),
    ("مرصد", false),
    ("شبكه", false),
    ("مجموعه", false),
    ("جمعيه", false),
    ("نقابه", false),
    ("تحالف", false),
    ("فصيل", false),
    ("موقع", true),
    ("صحيفه", true),
    ("اذاعه", true),
];

/// Words that end the noun of an English description.
const ENDS: &[&str] = &[
    "of", "in", "based", "that", "which", "with", "abroad", "close", "from", "run", "who", "at",
    "near", "outside", "inside", "opposed",
];

/// The body that a description says somebody is, and whether it publishes; none where it is definite or no body.
fn body(description: &str) -> Option<bool> {
    let words: Vec<String> = description.split_whitespace().map(fold).collect();
    let (first, rest) = words.split_first()?;
    let head = if matches!(first.as_str(), "a" | "an") {
        let end = rest.iter().position(|w| ENDS.contains(&w.as_str()));
        let noun = rest.get(end.unwrap_or(rest.len()).checked_sub(1)?)?;
        noun.trim_matches(|c: char| !c.is_alphanumeric())
    } else {
        // «منظمة حقوقية مقرها في الخارج»: no article on the noun, nor on what stands by it.
        let plain = rest.first().is_none_or(|w| !w.starts_with("ال"));
        if !plain {
            return None;
        }
        first.as_str()
    };
    let found = BODIES.iter().find(|(word, _)| *word == head);
    found.map(|(_, publishes)| *publishes)
}

fn prints(kind: SourceKind) -> bool {
    matches!(
        kind,
        SourceKind::Outlet | SourceKind::Website | SourceKind::Agency
    )
}

impl Desk<'_> {
    /// Notes that a description introduces a body.
    pub(super) fn is_introduced(&mut self, body: usize, article: usize, teller: &Teller) {
        if let Teller::Withheld {
            description, span, ..
        } = teller
        {
            self.is_described(body, description, article, *span, "named-next", 0.6);
        }
    }

    /// The named body that the description of a speaker or relay introduces.
    pub(super) fn introduced(&self, saying: &Saying, teller: &Teller) -> Option<usize> {
        let article = saying.article;
        let Teller::Withheld {
            description, span, ..
        } = teller
        else {
            return None;
        };
        let publishes = body(description)?;
        let text = self.ground.articles[article].text;
        let place = || {
            let at = text.find(description.as_str())?;
            let start = text[..at].chars().count();
            Some(Span::new(start, start + description.chars().count()))
        };
        let span = span.or_else(place)?;
        let own = self.ground.articles[article].outlet;
        let place = |s: &Saying| match &s.who {
            Teller::Named { named, .. } => named.span,
            Teller::Withheld { span, .. } => *span,
            Teller::Nobody => None,
        };
        let (at, next) = self
            .ground
            .sayings
            .iter()
            .filter(|s| s.article == article && !s.outlet_voice && !s.heading && *s != saying)
            .filter_map(|s| Some((place(s)?, s)))
            .filter(|(at, _)| at.start >= span.end && at.start - span.end <= NEAR)
            // Of publishers there are few: others may speak between.
            .filter(|(_, s)| {
                !publishes || matches!(&s.who, Teller::Named { kind, .. } if prints(*kind))
            })
            .min_by_key(|(at, _)| at.start)?;
        let Teller::Named { named, kind, .. } = &next.who else {
            return None;
        };
        let fits = match *kind {
            kind if prints(kind) => publishes,
            SourceKind::Organization | SourceKind::Group => !publishes,
            _ => false,
        };
        if !fits || !self.goes_on(saying, next) {
            return None;
        }
        let form = Form::new(&named.name);
        let office = self.ground.titles.is_generic(&form);
        let node = self
            .names
            .source(article, Class::Body, &form)
            .filter(|_| !office)?;
        let found = &self.names.nodes[node];
        // Somebody of whom the text has spoken before needs no introduction; nor does its own outlet.
        let before: String = text.chars().take(span.start).collect();
        let named_before = fold(&before).contains(&fold(&named.name));
        let state = matches!(found.source, Some(crate::model::SourceKind::State));
        let is_own = own.is_some_and(|own| found.key == format!("known:{own}"));
        (!found.undisclosed && !named_before && !state && !is_own && at.start > span.start)
            .then_some(node)
    }

    /// Whether a saying goes on with what another says: words of the same things, and no denial; or it says whence its account
    /// comes.
    fn goes_on(&self, first: &Saying, next: &Saying) -> bool {
        let text = self.ground.articles[first.article].text;
        let words = |saying: &Saying| -> BTreeSet<String> {
            let content = saying.content.iter();
            let shown = content.map(|s| {
                let inside = text.chars().skip(s.start);
                inside
                    .take(s.end.saturating_sub(s.start))
                    .collect::<String>()
            });
            let shown: Vec<String> = shown.map(|s| fold(&s)).collect();
            let parts = shown
                .iter()
                .flat_map(|s| s.split(|c: char| !c.is_alphanumeric()));
            let long = parts.filter(|w| w.chars().count() >= LONG);
            long.map(|w| w.strip_prefix("ال").unwrap_or(w).to_owned())
                .collect()
        };
        if next.told_by.iter().any(|passed| passed.rule == THAT) {
            return true;
        }
        let shared = words(first).intersection(&words(next)).count();
        shared >= SHARED && next.act != Act::Deny && first.act != Act::Deny
    }
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn a_body_is_introduced_by_an_indefinite_word_for_bodies() {
        assert_eq!(body("a rights group based abroad"), Some(false));
        assert_eq!(body("a news website"), Some(true));
        assert_eq!(body("منظمة حقوقية مقرها في الخارج"), Some(false));
        assert_eq!(body("a member of the group"), None);
        assert_eq!(body("the group"), None);
        assert_eq!(body("مجموعة الناشطين"), None);
    }
}
