//! The figures of every claim from each place a reader may step to: as of each day on which
//! something was published or decided, and without each single source.
//!
//! A page that works without this program carries them along. They are what `view claims --as-of`
//! and `--without` give, and a test compares all of them. Two things keep the work small: nothing
//! that does not depend on where one looks from (texts, findings, the graph) is worked out again;
//! and without a source only those claims are worked out anew that a statement with a chain through
//! it bears on. That is enough, because setting a source aside only removes chains: rulings, what
//! follows from what, copies and what is taken back stay as they are ([`Analysis::new`] asks for the
//! sources set aside in one place only), so a claim none of whose statements loses a chain keeps
//! every figure.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{JudgementView, OriginsOf, TallyView, judgement, origins, tally_view};
use super::material::Material;
use super::mention::Mentions;
use super::parts::ids;
use super::phrase::Tongue;
use super::setting::LeftOutView;
use super::wording::{bare_wording, read_so};
use super::wording_when::seen;
use crate::analysis::{Analysis, ClaimFigures, Ledger, SameText, Setting, Standing};
use crate::model::{Claim, Key, Source, Statement, When, Words};

/// The figures of a claim: what of a [`ClaimView`](super::ClaimView) depends on where it is looked
/// at from and is no sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimFiguresView {
    /// The claim.
    pub id: String,
    /// Where it stands.
    pub standing: Standing,
    /// Who affirms it against their own side.
    pub conceded_by: Vec<String>,
    /// No commitment to it is without a hedge.
    pub hedged: bool,
    /// Who says so.
    pub affirms: TallyView,
    /// Who denies it.
    pub denies: TallyView,
    /// Statements that hold it unlikely.
    pub doubts: Vec<String>,
    /// Statements that pass it on without vouching for it.
    pub reports: Vec<String>,
    /// Those of them that stand only within words that deny them.
    pub within_denials: Vec<String>,
    /// Statements that cannot tell.
    pub cannot_confirm: Vec<String>,
    /// The origins of those.
    pub origins_of: OriginsOf,
    /// The desk's answer that counts there.
    pub judgement: Option<JudgementView>,
    /// The statements that a number of origins rests on and that may be read otherwise: as `wording.read_so` of a
    /// [`ClaimView`](super::ClaimView).
    pub read_so: Vec<String>,
}

impl ClaimFiguresView {
    /// From the figures: what a [`ClaimView`](super::ClaimView) has of them too.
    pub(super) fn new(analysis: &Analysis<'_>, figures: &ClaimFigures) -> Self {
        let case = analysis.case;
        let statements = |keys: &[Key<_>]| ids(&case.statements, keys.iter().copied());
        Self {
            id: case.claims.id(figures.claim).to_owned(),
            standing: figures.standing,
            conceded_by: ids(&case.sources, figures.conceded_by.iter().copied()),
            hedged: figures.hedged,
            affirms: tally_view(analysis, &figures.affirms),
            denies: tally_view(analysis, &figures.denies),
            doubts: statements(&figures.doubts.0),
            reports: statements(&figures.reports.0),
            within_denials: statements(&Mentions::among(analysis, &figures.reports.0).statements),
            cannot_confirm: statements(&figures.cannot_confirm.0),
            origins_of: OriginsOf {
                doubts: origins(case, &figures.doubts.1),
                reports: origins(case, &figures.reports.1),
                cannot_confirm: origins(case, &figures.cannot_confirm.1),
            },
            judgement: figures.judgement.map(|key| judgement(analysis, key)),
            read_so: read_so(analysis, figures),
        }
    }
}

/// A day as of which the case can be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayView {
    /// `2018-05-11`.
    pub day: String,
    /// Documents that count from this day on.
    pub documents: Vec<String>,
    /// Judgements of this day.
    pub judgements: Vec<String>,
    /// What it leaves out.
    pub left_out: LeftOutView,
}

/// The case without one source.
#[derive(Debug)]
pub struct SetAsideView<'c> {
    /// The source.
    pub source: String,
    /// Statements that cannot be heard without it.
    pub unheard: Vec<String>,
    /// The claims whose figures may differ.
    pub there: There<'c>,
}

/// Claims as they are from one place.
#[derive(Debug)]
pub struct There<'c> {
    analysis: Analysis<'c>,
    /// By id.
    figures: Vec<ClaimFigures>,
    texts: usize,
}

impl<'c> There<'c> {
    fn new(analysis: Analysis<'c>, mut figures: Vec<ClaimFigures>) -> Self {
        let case = analysis.case;
        figures.sort_by(|a, b| case.claims.id(a.claim).cmp(case.claims.id(b.claim)));
        let texts = case.documents.keys().filter(|key| analysis.counts(*key));
        Self {
            texts: texts.count(),
            analysis,
            figures,
        }
    }

    /// The figures, by id.
    pub fn claims(&self) -> Vec<ClaimFiguresView> {
        let all = self.figures.iter();
        all.map(|one| ClaimFiguresView::new(&self.analysis, one))
            .collect()
    }

    /// The supported wording of one of them, by its place, in English and in Arabic, without [what stands before
    /// it](Self::seen).
    pub fn wording(&self, at: usize) -> [String; 2] {
        let figures = self.figures.get(at);
        figures.map_or_else(Default::default, |one| {
            bare_wording(&self.analysis, self.texts, one)
        })
    }

    /// From where this is seen, as it stands before each wording, in English and in Arabic.
    pub fn seen(&self) -> [String; 2] {
        [Tongue::En, Tongue::Ar].map(|t| seen(&self.analysis, t))
    }
}

/// Where a reader may step to, from where some material is looked at.
#[derive(Debug)]
pub struct Vantages<'m, 'c> {
    material: &'m Material<'c>,
    copies: Vec<SameText>,
    days: Vec<DayView>,
    /// Of each source: the statements that a chain runs through it of, or through who speaks for it.
    through: BTreeMap<Key<Source>, BTreeSet<Key<Statement>>>,
    /// Of each statement: the claims whose figures it has a part in.
    bears: BTreeMap<Key<Statement>, BTreeSet<Key<Claim>>>,
}

impl<'m, 'c> Vantages<'m, 'c> {
    /// Gathers the days and the sources that carry something.
    pub fn new(material: &'m Material<'c>) -> Self {
        let case = material.case();
        let copies = material
            .shared
            .iter()
            .flatten()
            .flat_map(SameText::of)
            .collect();
        let mut through: BTreeMap<Key<Source>, BTreeSet<Key<Statement>>> = BTreeMap::new();
        for key in case.statements.keys() {
            let analysis = &material.analysis;
            let statement = &case.statements[key];
            // A heading falls with what it rests on.
            let rested = statement
                .bears
                .iter()
                .filter(|_| statement.heading)
                .flat_map(|b| analysis.rested_on(key, b.claim, b.stance));
            for one in rested.chain([key]) {
                for chain in analysis.chains_left(one) {
                    for source in chain.links.iter().filter_map(|link| link.source) {
                        // Who is set aside takes along whoever speaks for it.
                        for one in analysis.spoken_for(source) {
                            through.entry(one).or_default().insert(key);
                        }
                    }
                }
            }
        }
        let mut bears: BTreeMap<Key<Statement>, BTreeSet<Key<Claim>>> = BTreeMap::new();
        for figures in material.figures() {
            for key in statements_of(figures) {
                bears.entry(key).or_default().insert(figures.claim);
            }
        }
        Self {
            material,
            copies,
            days: days(material),
            through,
            bears,
        }
    }

    /// The days as of which the case can be looked at, the first first. The last of them need not
    /// be the whole case: documents without a sure date are in none.
    pub fn days(&self) -> &[DayView] {
        &self.days
    }

    /// The sources that carry something, in the order of the case. Setting aside any other changes
    /// nothing.
    pub fn carriers(&self) -> Vec<Key<Source>> {
        let rulings = &self.material.analysis.rulings;
        let all = self.material.case().sources.keys();
        all.filter(|source| self.through.contains_key(&rulings.one_source(*source)))
            .collect()
    }

    /// The figures of every claim as the material has them, by id.
    pub fn here(&self) -> Vec<ClaimFiguresView> {
        let all = self.material.figures().iter();
        let mut all: Vec<ClaimFiguresView> = all
            .map(|one| ClaimFiguresView::new(&self.material.analysis, one))
            .collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }

    /// Every claim as of one of the [days](Self::days).
    pub fn as_of(&self, day: &DayView) -> There<'c> {
        let analysis = self.at(as_of(self.material, &day.day));
        let figures = Ledger::new(&analysis).claims();
        There::new(analysis, figures)
    }

    /// The case without a source.
    pub fn without(&self, source: Key<Source>) -> SetAsideView<'c> {
        let case = self.material.case();
        let mut setting = self.material.analysis.setting.clone();
        setting.without.push(source);
        let analysis = self.at(setting);
        let node = analysis.rulings.one_source(source);
        let carried = self.through.get(&node);
        let touched: BTreeSet<Key<Claim>> = carried
            .into_iter()
            .flatten()
            .filter_map(|statement| self.bears.get(statement))
            .flatten()
            .copied()
            .collect();
        let figures = Ledger::new(&analysis).claims_where(|claim| touched.contains(&claim));
        let unheard = carried
            .into_iter()
            .flatten()
            .copied()
            .filter(|statement| !analysis.heard(*statement));
        SetAsideView {
            source: case.sources.id(source).to_owned(),
            unheard: ids(&case.statements, unheard),
            there: There::new(analysis, figures),
        }
    }

    fn at(&self, setting: Setting) -> Analysis<'c> {
        Analysis::new(self.material.case(), setting, &self.copies)
    }
}

/// Every statement that has a part in the figures of a claim.
fn statements_of(figures: &ClaimFigures) -> impl Iterator<Item = Key<Statement>> {
    let stances = [&figures.affirms, &figures.denies];
    stances
        .into_iter()
        .flat_map(|f| f.statements.iter().chain(&f.entailed).chain(&f.taken_back))
        .chain(&figures.doubts.0)
        .chain(&figures.reports.0)
        .chain(&figures.cannot_confirm.0)
        .copied()
}

/// The material's own setting, as of a day.
fn as_of(material: &Material<'_>, day: &str) -> Setting {
    Setting {
        as_of: When::parse(day, false, Words::default()).ok(),
        ..material.analysis.setting.clone()
    }
}

/// The days on which something was surely published, or decided, up to the day as of which the
/// material is looked at.
fn days(material: &Material<'_>) -> Vec<DayView> {
    let case = material.case();
    let analysis = &material.analysis;
    let mut days: BTreeMap<String, DayView> = BTreeMap::new();
    let mut on = |day: String, add: &dyn Fn(&mut DayView)| {
        let entry = days.entry(day.clone()).or_insert_with(|| DayView {
            day,
            documents: Vec::new(),
            judgements: Vec::new(),
            left_out: LeftOutView::default(),
        });
        add(entry);
    };
    for (key, id, document) in case.documents.iter() {
        let published = document.published.as_ref().filter(|when| !when.vague());
        if let Some((year, month, day)) = published.and_then(When::last)
            && analysis.counts(key)
        {
            on(format!("{year:04}-{month:02}-{day:02}"), &|entry| {
                entry.documents.push(id.to_owned());
            });
        }
    }
    for (key, id, judgement) in case.judgements.iter() {
        if let Some((day, _)) = judgement.at.to_string().split_once('T')
            && analysis.judgement_counts(key)
        {
            on(day.to_owned(), &|entry| {
                entry.judgements.push(id.to_owned())
            });
        }
    }
    let mut days: Vec<DayView> = days
        .into_values()
        .filter(|day| When::parse(&day.day, false, Words::default()).is_ok())
        .collect();
    for day in &mut days {
        let (documents, judgements) = analysis.left_out_as_of(&as_of(material, &day.day));
        day.left_out = LeftOutView {
            documents: ids(&case.documents, documents),
            judgements: ids(&case.judgements, judgements),
        };
        day.documents.sort();
        day.judgements.sort();
    }
    days
}
