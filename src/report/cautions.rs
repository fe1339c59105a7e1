//! What a reader must mind of the reading of one statement: that its denial may be of a narrower question
//! only, that another statement stands in the very same words, that it stands only within a denial, and what of its way is inferred.
//!
//! That a reading is unclear as a whole the case says itself; it stands with the stance.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::matter::Matter;
use super::parts;
use super::words::Pair;
use crate::view::{ContradictionView, SpanView, Stance, StatementView, TallyView};

/// Before the narrower question.
pub(super) const NARROWER: Pair = (
    "the same words deny a narrower question, and perhaps only that:",
    "الكلام نفسه ينفي مسألة أضيق، وقد لا ينفي سواها:",
);

/// Before the other statements.
pub(super) const SAME_WORDS: Pair = ("the same words as", "الكلام نفسه في");

/// Two stretches with a character in common.
fn meet(a: &[SpanView], b: &[SpanView]) -> bool {
    a.iter()
        .any(|a| b.iter().any(|b| a.start < b.end && b.start < a.end))
}

/// The narrower questions that a statement denies with words with which it is read to deny this one. Who denies
/// that somebody was killed in a quarrel may deny the quarrel only.
pub(super) fn narrower<'m>(
    matter: &'m Matter<'_>,
    statement: &'m StatementView,
    claim: &str,
) -> Vec<&'m str> {
    let denials = || {
        let all = statement.bears.iter();
        all.filter(|bearing| bearing.stance == Stance::Denies)
    };
    let Some(here) = denials().find(|bearing| bearing.claim == claim) else {
        return Vec::new();
    };
    denials()
        .filter(|other| other.claim != claim && meet(&here.part, &other.part))
        .filter(|other| {
            let narrow = matter.claim(&other.claim);
            narrow.is_some_and(|narrow| narrow.entails.iter().any(|wide| wide.claim == claim))
        })
        .map(|other| other.claim.as_str())
        .collect()
}

/// A text, and the stretches of it where the words of a statement stand.
pub(super) type Place = (String, Vec<(usize, usize)>);

/// Where the words of a statement stand. None where no words are marked.
pub(super) fn place(statement: &StatementView) -> Option<Place> {
    let spans = statement.content.iter();
    let spans: Vec<(usize, usize)> = spans.map(|span| (span.start, span.end)).collect();
    (!spans.is_empty()).then(|| (statement.document.clone(), spans))
}

/// Other statements of just the same words of the same text.
pub(super) fn same_words<'m>(matter: &'m Matter<'_>, statement: &StatementView) -> Vec<&'m String> {
    place(statement)
        .and_then(|place| matter.same_words.get(&place))
        .into_iter()
        .flatten()
        .filter(|id| **id != statement.id && matter.shows(id))
        .collect()
}

/// All of it as it stands beside a statement of the page; nothing where there is nothing to mind.
pub(super) fn beside(
    matter: &Matter<'_>,
    statement: &StatementView,
    claim: Option<&str>,
) -> Markup {
    let narrower = claim.map_or_else(Vec::new, |claim| narrower(matter, statement, claim));
    let same = same_words(matter, statement);
    html! {
        @for id in narrower { p.caution {
            strong { (parts::say("Mind: ", "تنبيه: ")) } (parts::pair(NARROWER)) " " (parts::question_link(matter, id))
        } }
        @if !same.is_empty() { p.caution {
            strong { (parts::say("Mind: ", "تنبيه: ")) } (parts::pair(SAME_WORDS)) " " (parts::statements(matter, same))
        } }
    }
}

impl Matter<'_> {
    /// Whether one statement of a pair stands only within somebody's denial of it.
    pub(super) fn is_within_denial(&self, pair: &ContradictionView) -> bool {
        self.mention(pair).is_some()
    }

    /// That statement, and the other of the pair.
    fn mention<'p>(&self, pair: &'p ContradictionView) -> Option<(&'p String, &'p String)> {
        let [one, other] = &pair.statements;
        let within = |id: &String, claim: &str| {
            let claim = self.claim(claim);
            claim.is_some_and(|claim| claim.within_denials.contains(id))
        };
        if within(one, &pair.claims[0]) {
            Some((one, other))
        } else if within(other, &pair.claims[1]) {
            Some((other, one))
        } else {
            None
        }
    }

    /// What stands only within denials, by statement, with those that deny it.
    pub(super) fn by_mention<'p>(
        &self,
        pairs: &[&'p ContradictionView],
    ) -> BTreeMap<&'p String, BTreeSet<&'p String>> {
        let mut all: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
        for (mention, denier) in pairs.iter().filter_map(|pair| self.mention(pair)) {
            all.entry(mention).or_default().insert(denier);
        }
        all
    }

    /// Whether it is nowhere written, but worked out, that what commits came through a source.
    pub(super) fn is_inferred(&self, source: &str, tally: &TallyView) -> bool {
        let statements = tally.statements.iter().chain(&tally.entailed);
        let chains = statements.flat_map(|id| self.chains_of(id));
        let links = chains.flat_map(|chain| &chain.links);
        let mut through = links
            .filter(|link| link.source.as_deref() == Some(source))
            .peekable();
        through.peek().is_some() && through.all(|link| link.inferred)
    }

    /// Whether all that a statement does to a claim is to pass it on without vouching for it.
    pub(super) fn only_reports(&self, statement: &str, claim: &str) -> bool {
        let Some(one) = self.statement(statement) else {
            return false;
        };
        let mut here = one.bears.iter().filter(|b| b.claim == claim).peekable();
        here.peek().is_some() && here.all(|b| b.stance == crate::view::Stance::Reports)
    }
}
