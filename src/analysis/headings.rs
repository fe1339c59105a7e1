//! Headings: what each of them rests on, and that it falls with it.
//!
//! A heading is read off the text below it. So whatever makes that text fall (its source takes it back, or is set
//! aside) makes the heading fall, and there is one rule for it: a heading rests on the statements of its own
//! document that are no headings and clearly say what it says. Where none says just that, or more, it rests on those
//! that say less of it. When none of them is left the heading says it no more.

use std::collections::{BTreeMap, BTreeSet};

use super::implication::{Literal, Walk};
use super::setting::{Analysis, TakenBack};
use crate::model::{Claim, Document, Key, Source, Stance, Statement};

/// What became of what a statement says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands, as far as its text goes.
    Stands,
    /// A heading: all that it rests on was taken back.
    TakenBack(TakenBack),
    /// A heading: nothing that it rests on can be heard here.
    Gone,
}

/// What a statement of a text clearly says of a claim.
type Said = (Key<Document>, Key<Claim>, Key<Statement>, Stance);

/// The texts below headings.
#[derive(Debug, Clone, Default)]
pub(super) struct Headings {
    /// What clearly bears on claims in documents with headings, headings apart: by document, claim and statement.
    said: Vec<Said>,
    /// Of each claim that a heading bears on: the claims that entail it, and those that it entails.
    related: BTreeMap<Key<Claim>, [Vec<Key<Claim>>; 2]>,
    /// Headings that stand, but say something no more that they said.
    partly: BTreeSet<Key<Statement>>,
    /// Of these, how that was taken back.
    back: BTreeMap<Key<Statement>, TakenBack>,
}

impl Headings {
    fn new(analysis: &Analysis<'_>, headings: &[Key<Statement>]) -> Self {
        let case = analysis.case;
        let mut this = Self::default();
        let documents: BTreeSet<Key<Document>> = headings
            .iter()
            .map(|heading| case.statements[*heading].document)
            .collect();
        if documents.is_empty() {
            return this;
        }
        for (key, _, statement) in case.statements.iter() {
            if statement.heading || !documents.contains(&statement.document) {
                continue;
            }
            let clear = statement.bears.iter().filter(|bearing| !bearing.unclear);
            this.said
                .extend(clear.map(|b| (statement.document, b.claim, key, b.stance)));
        }
        this.said
            .sort_unstable_by_key(|(document, claim, key, _)| (*document, *claim, *key));
        let mut walk = Walk::default();
        for heading in headings {
            for bearing in &case.statements[*heading].bears {
                this.related.entry(bearing.claim).or_insert_with(|| {
                    let claim = Literal::affirmed(bearing.claim);
                    [claim.negated(), claim].map(|from| {
                        let all = walk.written(&analysis.implications, from, |_, _, _| {});
                        let alike = all
                            .iter()
                            .skip(1)
                            .filter(|to| to.is_denied() == from.is_denied());
                        alike.map(|to| to.claim()).collect()
                    })
                });
            }
        }
        this
    }

    /// Whether some heading says less than it said.
    pub(super) fn any_partly(&self) -> bool {
        !self.partly.is_empty()
    }

    /// How something that a heading said was taken back with its text.
    pub(super) fn back(&self, heading: Key<Statement>) -> Option<&TakenBack> {
        self.back.get(&heading)
    }
}

/// Whether words of a text with one stance say what a heading with another says.
fn says(heading: Stance, text: Stance) -> bool {
    match heading {
        Stance::Affirms | Stance::Denies | Stance::CannotConfirm => text == heading,
        Stance::Reports => matches!(text, Stance::Reports | Stance::Affirms),
        Stance::Doubts => matches!(text, Stance::Doubts | Stance::Denies),
    }
}

impl Analysis<'_> {
    /// Finds what headings rest on, and lets those fall whose text fell. What was taken back and what can be heard
    /// is known by then.
    pub(super) fn settle_headings(&mut self, headings: &[Key<Statement>]) {
        let mut found = Headings::new(self, headings);
        std::mem::swap(&mut self.headings, &mut found);
        let nobody = BTreeSet::new();
        let (mut fallen, mut gone) = (Vec::new(), Vec::new());
        for heading in headings.iter().copied() {
            if self.taken_back.contains_key(&heading) {
                continue;
            }
            let bears = &self.case.statements[heading].bears;
            let fates: Vec<Fate> = bears
                .iter()
                .map(|b| self.fate_without(heading, b.claim, b.stance, &nobody))
                .collect();
            let back = fates.iter().find_map(|fate| match fate {
                Fate::TakenBack(back) => Some(*back),
                Fate::Stands | Fate::Gone => None,
            });
            let all = |what: fn(&Fate) -> bool| fates.iter().all(what);
            if all(|fate| *fate == Fate::Stands) {
                continue;
            }
            match back {
                Some(back) if all(|fate| matches!(fate, Fate::TakenBack(_))) => {
                    fallen.push((heading, back));
                }
                None if all(|fate| *fate == Fate::Gone) => gone.push(heading),
                _ => {
                    self.headings.partly.insert(heading);
                    self.headings.back.extend(back.map(|back| (heading, back)));
                }
            }
        }
        self.taken_back.extend(fallen);
        for heading in gone {
            self.silence(heading);
        }
    }

    /// The statements that a heading rests on for what it says of a claim, in the order of the case; none where its
    /// text says nothing of the kind, or where it is no heading.
    pub fn rested_on(
        &self,
        heading: Key<Statement>,
        claim: Key<Claim>,
        stance: Stance,
    ) -> Vec<Key<Statement>> {
        let statement = &self.case.statements[heading];
        let Some([more, less]) = self.headings.related.get(&claim) else {
            return Vec::new();
        };
        // Who denies the weaker thing denies more.
        let (more, less) = match stance {
            Stance::Affirms | Stance::Reports => (more, less),
            Stance::Denies | Stance::Doubts => (less, more),
            Stance::CannotConfirm => (&Vec::new(), &Vec::new()),
        };
        let node = |key: Key<Statement>| {
            let source = self.case.statements[key].said_by;
            source.map(|source| self.node(source))
        };
        // Words that a heading puts in a mouth rest on what the text has from the same.
        let same_voice = |key: Key<Statement>| {
            let text = &self.case.statements[key];
            statement.outlet_voice || !text.outlet_voice && node(key) == node(heading)
        };
        let on = |claims: &mut dyn Iterator<Item = &Key<Claim>>| {
            let mut all: Vec<Key<Statement>> = Vec::new();
            for other in claims {
                let here = (statement.document, *other);
                let said = &self.headings.said;
                let from = said.partition_point(|(d, c, _, _)| (*d, *c) < here);
                let those = said[from..]
                    .iter()
                    .take_while(|(d, c, _, _)| (*d, *c) == here);
                let those = those.filter(|(_, _, key, text)| {
                    // What is foretold bears on its own claim only, and who asserts a thing leans on no prediction of it.
                    let itself = !self.forecast(*key) || *other == claim && self.forecast(heading);
                    itself && says(stance, *text) && same_voice(*key)
                });
                all.extend(those.map(|(_, _, key, _)| *key));
            }
            all.sort_unstable();
            all.dedup();
            all
        };
        if !statement.heading {
            return Vec::new();
        }
        let whole = on(&mut std::iter::once(&claim).chain(more));
        if whole.is_empty() {
            on(&mut less.iter())
        } else {
            whole
        }
    }

    /// What became of what a statement says of a claim, as far as its text goes: a heading falls when nothing is left
    /// of what it rests on.
    pub fn fate(&self, statement: Key<Statement>, claim: Key<Claim>, stance: Stance) -> Fate {
        if !self.headings.partly.contains(&statement) {
            return Fate::Stands;
        }
        self.fate_without(statement, claim, stance, &BTreeSet::new())
    }

    /// The same as if some statements had never said so.
    pub(super) fn fate_without(
        &self,
        heading: Key<Statement>,
        claim: Key<Claim>,
        stance: Stance,
        misread: &BTreeSet<Key<Statement>>,
    ) -> Fate {
        let mut on = self.rested_on(heading, claim, stance);
        on.retain(|text| !misread.contains(text));
        if on.is_empty() || on.iter().any(|text| self.stands(*text)) {
            return Fate::Stands;
        }
        let back = on
            .iter()
            .map(|text| self.taken_back.get(text).map(|back| (text, back)));
        match back.collect::<Option<Vec<_>>>() {
            // Of several, what is first by id is told.
            Some(back) => back
                .into_iter()
                .min_by_key(|(text, _)| self.case.statements.id(**text))
                .map_or(Fate::Gone, |(text, back)| {
                    Fate::TakenBack(TakenBack {
                        with: Some(*text),
                        ..*back
                    })
                }),
            None => Fate::Gone,
        }
    }

    /// Whether a statement is heard no more when some nodes are set aside: all its chains run through them, or, of a
    /// heading, all chains of what it rests on.
    pub fn falls_without(&self, statement: Key<Statement>, gone: &[Key<Source>]) -> bool {
        let through = |key: Key<Statement>| {
            let mut chains = self.chains_left(key);
            chains.all(|chain| {
                let mut sources = chain.links.iter().filter_map(|link| link.source);
                sources.any(|source| gone.contains(&self.node(source)))
            })
        };
        if through(statement) {
            return true;
        }
        let mut bears = self.case.statements[statement].bears.iter().peekable();
        bears.peek().is_some()
            && bears.all(|bearing| {
                let mut on = self.rested_on(statement, bearing.claim, bearing.stance);
                on.retain(|text| self.stands(*text));
                !on.is_empty() && on.into_iter().all(through)
            })
    }

    /// How a statement was taken back, or a part of what a heading says.
    pub fn back_of(&self, statement: Key<Statement>) -> Option<&TakenBack> {
        let whole = self.taken_back.get(&statement);
        whole.or_else(|| self.headings.back(statement))
    }
}
