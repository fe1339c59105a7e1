//! Where a claim stands: the first rule of a fixed table that fits. It is no verdict, and no view
//! shows it without the figures.

use std::collections::BTreeSet;

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::answers::answers;
use super::figures::{Figures, Ledger, Voiced};
use super::headings::Fate;
use super::implication::Literal;
use super::lists::Lists;
use super::support::Support;
use super::tallies::Scratch;
use crate::model::{Claim, Judgement, Key, Source, Stance, Statement};

/// Where a claim stands, by the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It was affirmed, and every affirmation was taken back.
    Retracted,
    /// Affirming and denying are both supported.
    Contested,
    /// Only affirming is, by several origins.
    SeveralOrigins,
    /// Only affirming is, by an origin not shown to be more than one.
    SingleOrigin,
    /// Only denying is.
    DeniedUnasserted,
    /// It is reported, and nobody who can be identified commits to it.
    Reported,
    /// Nobody says it.
    Unasserted,
}

/// A claim with all that is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimFigures {
    /// The claim.
    pub claim: Key<Claim>,
    /// Where it stands.
    pub standing: Standing,
    /// Who affirms it although it harms their own side, by id.
    pub conceded_by: Vec<Key<Source>>,
    /// The statements in which they do, in the order of the case.
    pub conceded_statements: Vec<Key<Statement>>,
    /// Whether no commitment to it is without a hedge.
    pub hedged: bool,
    /// Affirming.
    pub affirms: Figures,
    /// Denying.
    pub denies: Figures,
    /// Who doubts it, who reports it, who cannot confirm it: statements and their origins.
    pub doubts: (Vec<Key<Statement>>, Voiced),
    /// As `doubts`.
    pub reports: (Vec<Key<Statement>>, Voiced),
    /// As `doubts`.
    pub cannot_confirm: (Vec<Key<Statement>>, Voiced),
    /// The desk's answer, where there is one: the last in force that dissents from nothing.
    pub judgement: Option<Key<Judgement>>,
}

/// So many statements are looked at in one piece of work.
const CHUNK: usize = 16_384;

/// The claims are worked on in about so many pieces.
const PIECES: usize = 64;

impl Ledger<'_, '_> {
    /// The figures of every claim, in the order of the case.
    pub fn claims(&self) -> Vec<ClaimFigures> {
        self.claims_where(|_| true)
    }

    /// As [`Ledger::claims`], of those claims only that `wanted` holds true of.
    pub fn claims_where(&self, wanted: impl Fn(Key<Claim>) -> bool + Sync) -> Vec<ClaimFigures> {
        let case = self.analysis.case;
        let beside = self.beside();
        let judgements = answers(self.analysis);
        let wanted: Vec<Key<Claim>> = case.claims.keys().filter(|claim| wanted(*claim)).collect();
        // A few pieces: each needs room of its own.
        let piece = wanted.len().div_ceil(PIECES).max(64);
        let claims = wanted.par_iter().with_min_len(piece);
        claims
            .map_init(Scratch::default, |scratch, claim| {
                let beside = [0, 1, 2].map(|n| beside.of(claim.index() * 3 + n).to_vec());
                self.claim(scratch, *claim, beside, judgements[claim.index()])
            })
            .collect()
    }

    /// Of each claim three lists one after the other: who doubts, who reports, who cannot confirm.
    fn beside(&self) -> Lists<Key<Statement>> {
        let bears = self.analysis.bears();
        let part = |chunk: usize| {
            let mut beside: Vec<(u32, Key<Statement>)> = Vec::new();
            for i in chunk * CHUNK..bears.len().min((chunk + 1) * CHUNK) {
                let key = Key::new(i);
                let from = beside.len();
                for bearing in bears.of(i) {
                    let n = match bearing.stance {
                        Stance::Doubts => 0,
                        Stance::Reports => 1,
                        Stance::CannotConfirm => 2,
                        Stance::Affirms | Stance::Denies => continue,
                    };
                    let list = bearing.claim.index() as u32 * 3 + n;
                    let stands = || {
                        let fate = self.analysis.fate(key, bearing.claim, bearing.stance);
                        self.analysis.stands(key) && fate == Fate::Stands
                    };
                    if !beside[from..].contains(&(list, key)) && stands() {
                        beside.push((list, key));
                    }
                }
            }
            beside
        };
        let chunks = (0..bears.len().div_ceil(CHUNK)).into_par_iter();
        let parts: Vec<_> = chunks.map(part).collect();
        Lists::of_pairs(self.analysis.case.claims.len() * 3, &parts.concat())
    }

    fn claim<'s>(
        &'s self,
        scratch: &mut Scratch<'s>,
        claim: Key<Claim>,
        [doubts, reports, cannot]: [Vec<Key<Statement>>; 3],
        judgement: Option<Key<Judgement>>,
    ) -> ClaimFigures {
        let misread = BTreeSet::new();
        let affirms = self.figures_in(scratch, Literal::affirmed(claim), &misread);
        let denies = self.figures_in(scratch, Literal::denied(claim), &misread);
        let standing = standing(&affirms, &denies, !reports.is_empty());
        let hedged = hedged(&affirms, &denies);
        let mut with_origins = |list: Vec<Key<Statement>>| {
            let origins = if list.is_empty() {
                Voiced::default()
            } else {
                self.origins_in(scratch, &list)
            };
            (list, origins)
        };
        let (conceded_by, conceded_statements) = self.conceded(claim, &affirms);
        ClaimFigures {
            claim,
            standing,
            conceded_by,
            conceded_statements,
            hedged,
            affirms,
            denies,
            doubts: with_origins(doubts),
            reports: with_origins(reports),
            cannot_confirm: with_origins(cannot),
            judgement,
        }
    }

    /// Who affirms a claim that harms the side they are on at the time.
    fn conceded(
        &self,
        claim: Key<Claim>,
        affirms: &Figures,
    ) -> (Vec<Key<Source>>, Vec<Key<Statement>>) {
        let harms = &self.analysis.case.claims[claim].harms;
        if harms.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let mut all = BTreeSet::new();
        let mut statements = BTreeSet::new();
        for statement in affirms.statements.iter().chain(&affirms.entailed) {
            if affirms.unclear.binary_search(statement).is_ok() {
                continue;
            }
            for chain in self.analysis.chains_left(*statement) {
                if let Some(origin) = chain.origin()
                    && let Some(side) = self.side(origin, *statement)
                    && harms.contains(&side)
                {
                    all.insert((self.known.rank(origin), origin));
                    statements.insert(*statement);
                }
            }
        }
        (
            all.into_iter().map(|(_, origin)| origin).collect(),
            statements.into_iter().collect(),
        )
    }
}

/// Whether no commitment to a claim is without a hedge: of who clearly affirms it; where nobody does, of who
/// clearly denies it; where nobody does that either, of who unclearly affirms it, else denies it.
fn hedged(affirms: &Figures, denies: &Figures) -> bool {
    [true, false]
        .into_iter()
        .flat_map(|clear| [(affirms, clear), (denies, clear)])
        .find_map(|(figures, clear)| all_hedged(figures, clear))
        .unwrap_or(false)
}

/// Whether all statements that clearly commit, or all that do so unclearly, are hedged; of a heading beside its
/// text it is not asked. None where there are none.
fn all_hedged(figures: &Figures, clear: bool) -> Option<bool> {
    let committed = figures.statements.iter().chain(&figures.entailed);
    let mut asked = committed
        .filter(|key| figures.unclear.binary_search(key).is_err() == clear)
        .peekable();
    asked.peek()?;
    let within = |list: &[Key<Statement>], key| list.binary_search(key).is_ok();
    Some(asked.all(|key| within(&figures.hedged, key) || within(&figures.origins.headings, key)))
}

/// The table of standings.
pub fn standing(affirms: &Figures, denies: &Figures, reported: bool) -> Standing {
    let nobody = |f: &Figures| f.statements.is_empty() && f.entailed.is_empty();
    if nobody(affirms) && !affirms.taken_back.is_empty() {
        return Standing::Retracted;
    }
    match (affirms.support, denies.support) {
        (Support::None, Support::None) if reported || !nobody(affirms) => Standing::Reported,
        (Support::None, Support::None) => Standing::Unasserted,
        (Support::None, _) => Standing::DeniedUnasserted,
        (Support::SeveralOrigins, Support::None) => Standing::SeveralOrigins,
        (Support::SingleOrigin, Support::None) => Standing::SingleOrigin,
        _ => Standing::Contested,
    }
}
