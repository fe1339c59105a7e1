//! A body that a report opens with by what it is, and names in the next breath: "…, a rights group based abroad said. The Highland
//! Centre said in a statement …".
//!
//! Agencies write so. The description alone would be an undisclosed source beside the body, an origin too many. It is the body
//! where the text describes one indefinitely by a word for a body, whoever speaks next is a body that the text has
//! not named before, that body can be such a thing, and it goes on with the same report.

use std::collections::BTreeSet;

use super::naming::{Class, Form};
use super::network::Desk;
use super::resting::{THAT, WHOLE};
use super::saying::{Saying, Teller};
use crate::extraction::SourceKind;
use crate::model::Act;
use crate::text::Span;
use crate::text::fold::fold;

/// The named one speaks within so many characters.
const NEAR: usize = 420;

/// The first sentence of a report is no longer.
const LEAD: usize = 320;

/// Words for bodies that watch what others do, folded, without article.
const WATCHES: &[&str] = &[
    "monitor",
    "monitoring",
    "observatory",
    "watchdog",
    "watch",
    "rights",
    "مرصد",
    "حقوقيه",
    "حقوقي",
    "حقوق",
];

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
    ("movement", false),
    ("militia", false),
    ("faction", false),
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
    ("حركه", false),
    ("جماعه", false),
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

    /// The named body, or person, that the description of a speaker or relay introduces.
    pub(super) fn introduced(&self, saying: &Saying, teller: &Teller) -> Option<usize> {
        self.named_next(saying, teller)
            .or_else(|| self.named_later(saying, teller))
            .or_else(|| self.person_next(saying, teller))
    }

    /// What a body is described as and where, and whether that is a publisher.
    fn described<'t>(&self, article: usize, teller: &'t Teller) -> Option<(&'t str, Span, bool)> {
        let Teller::Withheld {
            description, span, ..
        } = teller
        else {
            return None;
        };
        let publishes = body(description)?;
        let place = || {
            let text = self.ground.articles[article].text;
            let at = text.find(description.as_str())?;
            let start = text[..at].chars().count();
            Some(Span::new(start, start + description.chars().count()))
        };
        Some((description, span.or_else(place)?, publishes))
    }

    /// The one monitor or outlet of the text, where its first sentence speaks of "a war monitor", "a news site".
    fn named_later(&self, saying: &Saying, teller: &Teller) -> Option<usize> {
        let article = saying.article;
        let (description, span, publishes) = self.described(article, teller)?;
        let text = self.ground.articles[article].text;
        let lead = text.chars().take(span.start).all(|c| c != '\n');
        if !lead || span.start > LEAD {
            return None;
        }
        let watches = |name: &str| {
            let name = fold(name);
            name.split_whitespace()
                .any(|w| WATCHES.contains(&w.strip_prefix("ال").unwrap_or(w)))
        };
        if !publishes && !watches(description) {
            return None;
        }
        let own = self.ground.articles[article].outlet;
        let mut found: Vec<usize> = Vec::new();
        let sayings = self
            .ground
            .sayings
            .iter()
            .filter(|s| s.article == article && !s.outlet_voice && !s.heading && *s != saying);
        for one in sayings {
            let relays = one.relays.iter().filter(|r| r.rule == "passed-on");
            for who in std::iter::once(&one.who).chain(relays.map(|r| &r.who)) {
                let Teller::Named { named, kind, .. } = who else {
                    continue;
                };
                let fits = match *kind {
                    SourceKind::Agency => false,
                    // "The Delta Monitoring Network" publishes nothing.
                    kind if kind.publishes() => publishes || watches(&named.name),
                    _ => !publishes,
                };
                let class = who.class();
                let node = self.names.source(article, class, &Form::new(&named.name));
                // Who heads a body speaks for it.
                let Some(node) = node.map(|n| self.names.nodes[n].speaks_for.unwrap_or(n)) else {
                    continue;
                };
                let there = &self.names.nodes[node];
                let mut all = there
                    .names
                    .values()
                    .chain(there.aliases.iter().map(|(_, a)| a));
                let is_own = own.is_some_and(|own| there.key == format!("known:{own}"));
                let agency = matches!(there.source, Some(crate::model::SourceKind::Agency));
                if fits
                    && !agency
                    && !is_own
                    && !there.undisclosed
                    && (publishes || all.any(|name| watches(name)))
                    && !found.contains(&node)
                {
                    found.push(node);
                }
            }
        }
        match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn named_next(&self, saying: &Saying, teller: &Teller) -> Option<usize> {
        let article = saying.article;
        let (_, span, publishes) = self.described(article, teller)?;
        let text = self.ground.articles[article].text;
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
                !publishes || matches!(&s.who, Teller::Named { kind, .. } if kind.publishes())
            })
            .min_by_key(|(at, _)| at.start)?;
        let Teller::Named { named, kind, .. } = &next.who else {
            return None;
        };
        let fits = match *kind {
            kind if kind.publishes() => publishes,
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
        if next
            .told_by
            .iter()
            .any(|passed| matches!(passed.rule, THAT | WHOLE))
        {
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
