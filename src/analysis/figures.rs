//! How far a stance to a claim is corroborated: who says so, through whom, and what that rests on.
//!
//! Every figure is computed from the chains of the statements that commit to it, directly or
//! through a claim that entails it, and that nobody took back. None of them is *the* number.
//! `docs/method.md` has the definitions, and the inequalities between them.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::commitments::{Commitments, Commits};
use super::headings::Fate;
use super::implication::Literal;
use super::setting::Analysis;
use super::support::{LoadBearing, Support};
use super::tallies::Scratch;
use super::texts::Publication;
use super::voices::Acquaintance;
use crate::model::{Document, Key, Original, Side, Source, Statement, When};

/// The figures of one stance to one claim. Sets are in the order of the case, each member once but
/// for a document that is two texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Statements that commit to it themselves.
    pub statements: Vec<Key<Statement>>,
    /// Statements that commit to it through another claim.
    pub entailed: Vec<Key<Statement>>,
    /// Of both: said as likely only.
    pub hedged: Vec<Key<Statement>>,
    /// Of both: perhaps not of this very claim.
    pub unclear: Vec<Key<Statement>>,
    /// Taken back, in neither list, not counted.
    pub taken_back: Vec<Key<Statement>>,
    /// The texts they stand in; copies and republications as their first. A document that is partly
    /// somebody else's is two texts, and stands here once as each.
    pub documents: Vec<Key<Document>>,
    /// Who first published those, as far as is known.
    pub outlets: Vec<Key<Source>>,
    /// Who published them again.
    pub republishers: Vec<Key<Source>>,
    /// Where they come from.
    pub origins: Voiced,
    /// Surely so many chains share no source.
    pub disjoint_chains: usize,
    /// Surely no more do; the same number where it is exact.
    pub disjoint_chains_at_most: usize,
    /// Chains that share none, so many as `disjoint_chains`: of which statement, and which of the chains that it
    /// has left. Of several choices the one that is first by the ids of the links.
    pub disjoint_by: Vec<(Key<Statement>, usize)>,
    /// Sides among the origins, at the time of each statement.
    pub sides: Vec<Key<Side>>,
    /// Origins of no known side.
    pub no_side: Vec<Key<Source>>,
    /// How far it is supported.
    pub support: Support,
    /// Sources that several chains run through.
    pub shared_sources: Vec<SharedSource>,
    /// What its support rests on.
    pub load_bearing: Vec<LoadBearing>,
    /// Up to which number of sources no such set is missing.
    pub load_bearing_up_to: usize,
}

/// Origins, and how many voices they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voiced {
    /// Named ones, as the bodies they speak for.
    pub named: Vec<Key<Source>>,
    /// Undisclosed ones.
    pub undisclosed: Vec<Key<Source>>,
    /// How many origins nobody can tell: chains with nobody written at their beginning, of copies of one text
    /// the most that one copy has.
    pub unknown: usize,
    /// The statements of those chains, all copies among them.
    pub unknown_in: Vec<Key<Statement>>,
    /// Of these, the statements without any other chain.
    pub unsourced: Vec<Key<Statement>>,
    /// Headings beside a statement of their own text, which are no report apart from that.
    pub headings: Vec<Key<Statement>>,
    /// Outlets that say it in their own voice.
    pub own_voice: Vec<Key<Source>>,
    /// So many are known to be different.
    pub at_least: usize,
    /// Those that prove it, by id.
    pub at_least_by: Vec<Key<Source>>,
    /// Whether no larger such set exists; else it is what the budget found.
    pub at_least_exact: bool,
    /// Named ones that a mark says may be one, so that *at least* counts one of the two; by id.
    pub perhaps_one: Vec<(Key<Source>, Key<Source>)>,
    /// More there cannot be.
    pub at_most: usize,
}

/// A source that several chains run through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedSource {
    /// The source.
    pub source: Key<Source>,
    /// The outlets whose chains do.
    pub outlets: Vec<Key<Source>>,
    /// Whether every chain does.
    pub every_chain: bool,
}

/// Where a statement stands, of which every figure asks; in one flat list for the same reason as
/// [`super::setting::Bears`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The document.
    pub(super) document: Key<Document>,
    /// The text it counts under.
    pub(super) text: Key<Document>,
    /// The node of who first published it, as far as is known.
    pub(super) outlet: Option<u32>,
    /// Whose it is.
    pub(super) whose: Whose,
    /// The first document of the text that its outlet published, or that has its words.
    pub(super) edition: Key<Document>,
    /// The node of the document's outlet, where it is another and is known to have published it again.
    pub(super) again: Option<u32>,
    /// Of a paragraph that several texts have: which.
    pub(super) passage: Option<u32>,
    /// A title or sub-heading.
    pub(super) heading: bool,
    /// The outlet's own voice.
    pub(super) outlet_voice: bool,
    /// Nobody says who took its text from whom.
    pub(super) shared: bool,
    /// A part of its page is from somebody else, so that the page is two texts.
    pub(super) parted: bool,
}

/// Whose the outlet of a text is. Of several statements of one text the first is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whose {
    /// Another document's: of copies of one text, whoever one says it is from published it first.
    Another,
    /// The text's own.
    Own,
    /// That of a later version, which another outlet published.
    Later,
}

/// So many statements are placed in one piece of work.
const CHUNK: usize = 16_384;

fn places(analysis: &Analysis<'_>, known: &Acquaintance) -> Vec<Place> {
    let (case, texts) = (analysis.case, &analysis.texts);
    let all = case.statements.len();
    let parted = |document: Key<Document>| {
        let republishes = case.documents[document].republishes.as_ref();
        republishes.is_some_and(|r| !r.part.is_empty() && matches!(r.from, Original::Source(_)))
    };
    let rank = |source: Key<Source>| known.node_rank(source);
    let place = |key: Key<Statement>| {
        let statement = &case.statements[key];
        let Publication {
            text,
            edition,
            outlet,
        } = texts.publication(case, key);
        let outlet = outlet.map(rank);
        let (first, here) = (&case.documents[text], &case.documents[statement.document]);
        let shared = texts.is_shared(case, key);
        // Of copies of which nobody says who took it from whom, only one that surely came later than
        // the first is known to have published it again.
        let again = || !shared || surely_later(first, here);
        Place {
            document: statement.document,
            text,
            outlet,
            whose: match outlet {
                None => Whose::Own,
                outlet if first.outlet.map(rank) == outlet => Whose::Own,
                outlet if case.documents[edition].outlet.map(rank) == outlet => Whose::Later,
                _ => Whose::Another,
            },
            edition,
            again: here
                .outlet
                .map(rank)
                .filter(|s| Some(*s) != outlet && again()),
            passage: texts.passage(key),
            heading: statement.heading,
            outlet_voice: statement.outlet_voice,
            shared,
            parted: parted(statement.document) || parted(text),
        }
    };
    let keys = (0..all).into_par_iter().with_min_len(CHUNK);
    keys.map(|i| place(Key::new(i))).collect()
}

/// Whether a document was published on a sure day, surely later than another.
fn surely_later(first: &Document, here: &Document) -> bool {
    let pair = first.published.as_ref().zip(here.published.as_ref());
    pair.is_some_and(|(first, here)| !first.vague() && !here.vague() && first.surely_before(here))
}

/// Everything figures are computed from.
#[derive(Debug)]
pub struct Ledger<'a, 'c> {
    /// The case and from where it is looked at.
    pub analysis: &'a Analysis<'c>,
    /// Who commits to what.
    pub commitments: Commitments,
    /// What is known of sources.
    pub known: Acquaintance,
    /// Where each statement stands.
    pub(super) places: Vec<Place>,
    /// Up to how many sources load-bearing sets are sought.
    pub load_bearing: usize,
}

impl<'a, 'c> Ledger<'a, 'c> {
    /// Gathers it.
    pub fn new(analysis: &'a Analysis<'c>) -> Self {
        let (commitments, (known, places)) = rayon::join(
            || Commitments::new(analysis),
            || {
                let known = Acquaintance::new(analysis);
                let places = places(analysis, &known);
                (known, places)
            },
        );
        Self {
            analysis,
            commitments,
            known,
            places,
            load_bearing: 3,
        }
    }

    /// What became of what a heading commits to, as if some statements had never been read so.
    fn fate(&self, commits: &Commits, misread: &BTreeSet<Key<Statement>>) -> Fate {
        let (claim, stance) = commits.written();
        let analysis = self.analysis;
        analysis.fate_without(commits.statement, claim, stance, misread)
    }

    /// The figures of a literal: a claim affirmed, or denied.
    pub fn figures(&self, literal: Literal) -> Figures {
        self.figures_without(literal, &BTreeSet::new())
    }

    /// As [`Ledger::figures`], as if some statements had never been read so.
    pub fn figures_without(&self, literal: Literal, misread: &BTreeSet<Key<Statement>>) -> Figures {
        self.figures_in(&mut Scratch::default(), literal, misread)
    }

    /// As [`Ledger::figures_without`], in room that was used before.
    pub(super) fn figures_in<'s>(
        &'s self,
        scratch: &mut Scratch<'s>,
        literal: Literal,
        misread: &BTreeSet<Key<Statement>>,
    ) -> Figures {
        let mut figures = Figures::default();
        let mut counted = std::mem::take(&mut scratch.counted);
        counted.clear();
        let taken_back = &self.analysis.taken_back;
        // Few headings lose a part of what they say, so most figures need not ask.
        let any_fell = self.analysis.headings.any_partly() || !misread.is_empty();
        let mut count = |figures: &mut Figures, list: &[Commits]| {
            for commits in list {
                if !misread.is_empty() && misread.contains(&commits.statement) {
                    continue;
                }
                if !taken_back.is_empty() && taken_back.contains_key(&commits.statement) {
                    figures.taken_back.push(commits.statement);
                    continue;
                }
                if any_fell && self.places[commits.statement.index()].heading {
                    match self.fate(commits, misread) {
                        Fate::Stands => {}
                        Fate::TakenBack(_) => {
                            figures.taken_back.push(commits.statement);
                            continue;
                        }
                        Fate::Gone => continue,
                    }
                }
                counted.push(*commits);
            }
            counted.len()
        };
        let direct = count(&mut figures, self.commitments.direct(literal));
        let entailed = &mut scratch.entailed;
        entailed.clear();
        let walk = &mut scratch.walk;
        self.commitments
            .entailed(self.analysis, literal, walk, entailed);
        count(&mut figures, entailed);
        if counted.is_empty() {
            // Nothing is exactly nothing.
            figures.origins.at_least_exact = true;
            figures.load_bearing_up_to = self.load_bearing;
        } else {
            let listed = |list: &[Commits], which: fn(&Commits) -> bool| {
                let mut all: Vec<Key<Statement>> =
                    Vec::with_capacity(list.iter().filter(|commits| which(commits)).count());
                let wanted = list.iter().filter(|commits| which(commits));
                all.extend(wanted.map(|commits| commits.statement));
                all
            };
            figures.statements = listed(&counted[..direct], |_| true);
            figures.entailed = listed(&counted[direct..], |_| true);
            figures.hedged = listed(&counted, |c| c.hedged);
            figures.unclear = listed(&counted, |c| c.unclear);
            figures.hedged.sort_unstable();
            figures.unclear.sort_unstable();
            figures.taken_back.sort_unstable();
            scratch.ways.gather(self, &counted, Some(misread));
            self.carried(scratch, &mut figures);
        }
        scratch.counted = counted;
        figures
    }

    /// The origins of some statements: who doubts, who reports.
    pub(super) fn origins_in<'s>(
        &'s self,
        scratch: &mut Scratch<'s>,
        statements: &[Key<Statement>],
    ) -> Voiced {
        let mut counted = std::mem::take(&mut scratch.counted);
        counted.clear();
        let standing = statements.iter().filter(|s| self.analysis.stands(**s));
        counted.extend(standing.map(|statement| Commits {
            statement: *statement,
            ..Commits::default()
        }));
        scratch.ways.gather(self, &counted, None);
        scratch.counted = counted;
        self.voiced(scratch)
    }

    /// The origins of some statements: who doubts, who reports.
    pub fn origins(&self, statements: &[Key<Statement>]) -> Voiced {
        self.origins_in(&mut Scratch::default(), statements)
    }

    /// The side of a source when a statement was made.
    pub fn side(&self, source: Key<Source>, statement: Key<Statement>) -> Option<Key<Side>> {
        side(self.analysis, source, statement)
    }
}

/// The side that a source belongs to when a statement was made (else when it was published): its own,
/// else that of the body it speaks for; none where the case names none for that time, or where the time
/// fits two.
pub fn side(
    analysis: &Analysis<'_>,
    source: Key<Source>,
    statement: Key<Statement>,
) -> Option<Key<Side>> {
    let body = analysis.node(source);
    let own = fitting(analysis, source, statement);
    // Where two of its own fit it is of one of them; its body says nothing of which.
    own.or_else(|| fitting(analysis, body, statement).filter(|_| body != source))
        .flatten()
}

/// Which side of a source, under whatever id it is ruled to be, the time of a statement fits; none within where it
/// fits two.
fn fitting(
    analysis: &Analysis<'_>,
    source: Key<Source>,
    statement: Key<Statement>,
) -> Option<Option<Key<Side>>> {
    let case = analysis.case;
    let alike = analysis.rulings.alike(source);
    let mut allegiances = alike.flat_map(|one| &case.sources[one].sides).peekable();
    allegiances.peek()?;
    let statement = &case.statements[statement];
    let when: Option<&When> = statement
        .said_on
        .as_ref()
        .or(case.documents[statement.document].published.as_ref());
    let mut fitting = allegiances.filter(|allegiance| match when {
        Some(when) => {
            let early = allegiance
                .from
                .as_ref()
                .is_some_and(|from| when.surely_before(from));
            let late = allegiance
                .to
                .as_ref()
                .is_some_and(|to| to.surely_before(when));
            !early && !late
        }
        None => true,
    });
    let first = fitting.next()?;
    let one = fitting.all(|other| other.side == first.side);
    Some(one.then_some(first.side))
}
