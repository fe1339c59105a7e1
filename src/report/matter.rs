//! What a report is made from: every view once, ordered, and ways from an id to what it stands for.

use std::collections::{BTreeMap, BTreeSet};

use super::cautions;
use super::words::{Pair, undisclosed};
use crate::model::When;
use crate::view::{
    BriefPartKind, BriefRequest, ChainView, ChainsView, ClaimView, ClaimsView, ContradictionView,
    ContradictionsView, Disclosure, DocumentView, ExcerptView, ExcerptsView, Filter, FullBrief,
    Material, OverviewView, RulingView, SettingView, SideView, SourceView, SourcesView, Standing,
    StatementView, StatementsView, TallyView, TimelineStepView, TimelineView, Tongue, VitalView,
    Words, full_briefs,
};

/// Of so many disputed questions it is tried which statements' misreading would change the answer.
const CHECKED: usize = 60;

/// With more statements and questions than these, what is far down the page waits in it, packed.
const LARGE: usize = 400;

/// What a report is asked for beside the setting.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// One question, disputed or not; else all of them.
    pub claim: Option<String>,
    /// What was, or may have been, published on this day or later is marked as new.
    pub since: Option<When>,
    /// Arabic first: for who reads the page without its script.
    pub arabic_first: bool,
}

/// Every view of a case, with indexes.
pub(super) struct Matter<'m> {
    pub(super) material: &'m Material<'m>,
    pub(super) request: &'m Request,
    pub(super) overview: OverviewView,
    /// Disputed first, in the order of the brief; then by standing; then by id.
    pub(super) claims: Vec<ClaimView>,
    pub(super) all_claims: ClaimsView,
    pub(super) statements: StatementsView,
    pub(super) chains: ChainsView,
    pub(super) sources: SourcesView,
    pub(super) contradictions: ContradictionsView,
    pub(super) briefs: Vec<FullBrief>,
    /// Statements new since the day asked for, by claim.
    pub(super) new: BTreeMap<String, Vec<String>>,
    pub(super) excerpts: BTreeMap<String, ExcerptView>,
    pub(super) rulings: Vec<RulingView>,
    /// Whether parts of the page wait in it, packed, until they are come to.
    pub(super) large: bool,
    /// Statements by where their words stand.
    pub(super) same_words: BTreeMap<cautions::Place, Vec<String>>,
    /// Undisputed questions, none shown to have more than one origin.
    plain: BTreeSet<String>,
    steps: BTreeMap<String, Vec<TimelineStepView>>,
    homes: BTreeMap<String, String>,
    /// The places of the statements at home with each claim.
    at_home: BTreeMap<String, Vec<String>>,
    order: Vec<usize>,
    on_page: BTreeSet<String>,
    shown: BTreeSet<String>,
}

impl<'m> Matter<'m> {
    pub(super) fn new(material: &'m Material<'m>, request: &'m Request) -> Self {
        let all = Filter::default();
        let case = material.case();
        let claim = request.claim.as_deref().and_then(|id| case.claims.key(id));
        let asked = |since: Option<When>| BriefRequest {
            claim,
            since,
            tongues: vec![Tongue::En, Tongue::Ar],
        };
        let briefs = full_briefs(material, &asked(None), CHECKED);
        let new = request.since.clone().map_or_else(BTreeMap::new, |since| {
            full_briefs(material, &asked(Some(since)), 0)
                .into_iter()
                .filter_map(|brief| Some((brief.question.claim, brief.question.new?)))
                .filter(|(_, new)| !new.is_empty())
                .collect()
        });
        let place: BTreeMap<&str, usize> = briefs
            .iter()
            .enumerate()
            .map(|(n, brief)| (brief.question.claim.as_str(), n))
            .collect();
        let all_claims = ClaimsView::new(material, &all);
        let mut claims: Vec<ClaimView> = all_claims
            .claims
            .iter()
            .filter(|one| request.claim.as_ref().is_none_or(|id| *id == one.id))
            .cloned()
            .collect();
        let contradictions = ContradictionsView::new(material, &all);
        let plain = if claim.is_some() {
            BTreeSet::new()
        } else {
            plain(&all_claims, &contradictions, &place)
        };
        let key = |claim: &ClaimView| {
            (
                plain.contains(&claim.id),
                place.get(claim.id.as_str()).copied().unwrap_or(usize::MAX),
                rank(claim.standing),
                std::cmp::Reverse(bearing(claim).len()),
            )
        };
        claims.sort_by_key(key);
        let mut order: Vec<usize> = (0..all_claims.claims.len()).collect();
        order.sort_by_key(|n| key(&all_claims.claims[*n]));
        let claims_on_page = claims.len();
        let statements = StatementsView::new(material, &all);
        let homes = homes(&claims, &statements);
        let mut at_home: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (statement, claim) in &homes {
            let id = format!("statement-{statement}");
            at_home.entry(claim.clone()).or_default().push(id);
        }
        let shown = shown(&claims, &statements, request.claim.is_some());
        let mut same_words: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for one in &statements.statements {
            if let Some(place) = cautions::place(one) {
                same_words.entry(place).or_default().push(one.id.clone());
            }
        }
        let mut steps: BTreeMap<String, Vec<TimelineStepView>> = BTreeMap::new();
        for step in TimelineView::new(material, &all).steps {
            steps.entry(step.claim.clone()).or_default().push(step);
        }
        Self {
            material,
            request,
            overview: OverviewView::new(material, &all),
            on_page: claims.iter().map(|claim| claim.id.clone()).collect(),
            claims,
            all_claims,
            order,
            statements,
            chains: ChainsView::new(material, &all),
            sources: SourcesView::new(material, &all),
            contradictions,
            briefs,
            new,
            excerpts: ExcerptsView::new(material).excerpts,
            rulings: RulingView::all(material),
            large: shown.len() + claims_on_page > LARGE,
            same_words,
            plain,
            steps,
            homes,
            at_home,
            shown,
        }
    }

    pub(super) fn setting(&self) -> &SettingView {
        &self.overview.setting
    }

    /// All claims, in the order in which those of the page stand.
    pub(super) fn in_order(&self) -> impl Iterator<Item = &ClaimView> {
        self.order.iter().map(|n| &self.all_claims.claims[*n])
    }

    pub(super) fn claim(&self, id: &str) -> Option<&ClaimView> {
        let at = self
            .all_claims
            .claims
            .binary_search_by(|claim| claim.id.as_str().cmp(id));
        at.ok().map(|at| &self.all_claims.claims[at])
    }

    pub(super) fn statement(&self, id: &str) -> Option<&StatementView> {
        let all = &self.statements.statements;
        let at = all.binary_search_by(|one| one.id.as_str().cmp(id));
        at.ok().map(|at| &all[at])
    }

    pub(super) fn source(&self, id: &str) -> Option<&SourceView> {
        let all = &self.sources.sources;
        let at = all.binary_search_by(|one| one.id.as_str().cmp(id));
        at.ok().map(|at| &all[at])
    }

    pub(super) fn document(&self, id: &str) -> Option<&DocumentView> {
        let all = &self.overview.documents;
        let at = all.binary_search_by(|one| one.id.as_str().cmp(id));
        at.ok().map(|at| &all[at])
    }

    /// What a document is called; none where it does not count here.
    pub(super) fn document_name(&self, id: &str) -> Option<Words> {
        let document = self.document(id)?;
        let outlet = document.outlet.as_deref();
        Some(document_name(
            document,
            outlet.and_then(|id| self.source(id)),
        ))
    }

    /// Those who spoke for a body, or are ruled to be it, where some statements begin: it is counted, and their
    /// names stand in the texts.
    pub(super) fn spoke_for(&self, body: &str, tally: &TallyView) -> Vec<String> {
        let mut all: BTreeSet<String> = BTreeSet::new();
        for id in tally.statements.iter().chain(&tally.entailed) {
            for chain in self.chains_of(id) {
                let origin = chain.links.first().and_then(|link| link.source.as_deref());
                let counted = origin.and_then(|id| self.source(id)?.counted_as.as_deref());
                if let (Some(origin), Some(counted)) = (origin, counted)
                    && counted == body
                {
                    all.insert(origin.to_owned());
                }
            }
        }
        all.into_iter().collect()
    }

    /// Those who speak for a source, or are ruled to be it, and said something.
    pub(super) fn speakers(&self, id: &str) -> Vec<&SourceView> {
        let counted =
            |one: &&SourceView| one.counted_as.as_deref() == Some(id) && !one.statements.is_empty();
        self.sources.sources.iter().filter(counted).collect()
    }

    pub(super) fn side(&self, id: &str) -> Option<&SideView> {
        self.overview.sides.iter().find(|side| side.id == id)
    }

    /// The chains of a statement; two tellers make two.
    pub(super) fn chains_of(&self, id: &str) -> &[ChainView] {
        let all = &self.chains.chains;
        let from = all.partition_point(|one| one.statement.as_str() < id);
        let to = all.partition_point(|one| one.statement.as_str() <= id);
        &all[from..to]
    }

    pub(super) fn steps(&self, claim: &str) -> &[TimelineStepView] {
        self.steps.get(claim).map_or(&[], Vec::as_slice)
    }

    /// Whether the persons a question is about live, as the texts have it.
    pub(super) fn vital(&self, claim: &str) -> Vec<VitalView> {
        let filter = Filter {
            claim: self.material.case().claims.key(claim),
            limit: Some(1),
            ..Filter::default()
        };
        TimelineView::new(self.material, &filter).vital_status
    }

    /// The claim in whose section a statement stands in full; none: among the statements.
    pub(super) fn home(&self, statement: &str) -> Option<&str> {
        self.homes.get(statement).map(String::as_str)
    }

    /// The places (`statement-ID`) of what stands in full in the section of a claim.
    pub(super) fn at_home(&self, claim: &str) -> &[String] {
        self.at_home.get(claim).map_or(&[], Vec::as_slice)
    }

    /// Whether a statement stands on the page: all that are heard, or where one question is asked,
    /// those that bear on it and what they stand inside.
    pub(super) fn shows(&self, statement: &str) -> bool {
        self.shown.contains(statement)
    }

    /// Whether a claim has a section of its own.
    pub(super) fn has_section(&self, claim: &str) -> bool {
        self.on_page.contains(claim)
    }

    /// The mark beside the name of a source whose name is withheld.
    pub(super) fn withheld(&self, id: &str) -> Option<Pair> {
        let source = self.source(id)?;
        (source.disclosure == Disclosure::Undisclosed).then(|| undisclosed(source.number))
    }

    /// The case's own words for what a question asks.
    pub(super) fn question<'c>(&self, claim: &'c ClaimView) -> &'c Words {
        claim.question.as_ref().unwrap_or(&claim.gist)
    }

    /// Whether a question is undisputed and not shown to have more than one origin: on paper and in the twin it is a row.
    pub(super) fn is_plain(&self, claim: &str) -> bool {
        self.plain.contains(claim)
    }

    /// Those of the page, in its order.
    pub(super) fn plain_claims(&self) -> impl Iterator<Item = &ClaimView> {
        self.claims.iter().filter(|claim| self.is_plain(&claim.id))
    }

    /// Whether somebody says so or reports it, and somebody denies or doubts it.
    pub(super) fn disputed(&self, claim: &str) -> bool {
        self.request.claim.is_none() && self.briefs.iter().any(|b| b.question.claim == claim)
    }

    /// The sides of a source: its own, else of the body it speaks for.
    pub(super) fn sides_of(&self, id: &str) -> Vec<&str> {
        let mut here = id;
        // The loader cuts circles; the bound is for views from elsewhere.
        for _ in 0..self.sources.sources.len() {
            let Some(source) = self.source(here) else {
                break;
            };
            if !source.sides.is_empty() {
                let mut all: Vec<&str> = source.sides.iter().map(|s| s.side.as_str()).collect();
                all.sort_unstable();
                all.dedup();
                return all;
            }
            match &source.speaks_for {
                Some(body) => here = body,
                None => break,
            }
        }
        Vec::new()
    }
}

/// Parts of a brief that are told elsewhere on the page from the same figures.
pub(super) fn is_wording(kind: BriefPartKind) -> bool {
    kind == BriefPartKind::Wording
}

/// What a document is called: its title; where it has none, by whom and of when it is.
pub(super) fn document_name(document: &DocumentView, outlet: Option<&SourceView>) -> Words {
    if let Some(title) = document.title.as_deref().filter(|title| !title.is_empty()) {
        return Words::new([(String::new(), title.to_owned())]);
    }
    let name = |tag: &str, unknown: &str| {
        let name = outlet.and_then(|source| source.names.best(tag));
        name.map_or_else(|| unknown.to_owned(), |(_, name)| name.to_owned())
    };
    let (en, ar) = document.published.as_ref().map_or_else(
        || ("undated".to_owned(), "بلا تاريخ".to_owned()),
        |time| date(&time.edtf),
    );
    Words::of(
        &format!("untitled text, {}, {en}", name("en", "‹unknown›")),
        &format!("نص بلا عنوان، {}، {ar}", name("ar", "‹غير معروف›")),
    )
}

/// A date in words, by language.
pub(super) fn date(edtf: &str) -> (String, String) {
    (
        crate::view::date(edtf, Tongue::En),
        crate::view::date(edtf, Tongue::Ar),
    )
}

/// A minute in words, by language.
pub(super) fn minute(text: &str) -> (String, String) {
    (
        crate::view::minute(text, Tongue::En),
        crate::view::minute(text, Tongue::Ar),
    )
}

/// A question with more statements is given whole.
const FEW: usize = 3;

/// The questions of which a row says all: nobody disputes them, nothing is beside them, and no more than a
/// single origin is known.
fn plain(
    claims: &ClaimsView,
    contradictions: &ContradictionsView,
    disputed: &BTreeMap<&str, usize>,
) -> BTreeSet<String> {
    let also = |one: &ContradictionView| -> Vec<String> {
        let also = one.also.iter().flat_map(|also| also.claims.clone());
        one.claims.iter().cloned().chain(also).collect()
    };
    let mut entangled: BTreeSet<String> = contradictions
        .contradictions
        .iter()
        .flat_map(also)
        .collect();
    entangled.extend(
        contradictions
            .not_comparable
            .iter()
            .flat_map(|one| one.claims.clone()),
    );
    // Where not every pair was looked through, nothing is known to be undisputed.
    let all = contradictions.contradictions.len() as u64 == contradictions.total;
    let few = |one: &&ClaimView| {
        matches!(
            one.standing,
            Standing::SingleOrigin | Standing::Reported | Standing::Unasserted
        ) && one.denies.statements.is_empty()
            && one.denies.entailed.is_empty()
            && one.denies.taken_back.is_empty()
            && one.affirms.taken_back.is_empty()
            && one.doubts.is_empty()
            && one.cannot_confirm.is_empty()
            && one.conceded_by.is_empty()
            && one.judgement.is_none()
            && bearing(one).len() <= FEW
    };
    claims
        .claims
        .iter()
        .filter(few)
        .filter(|one| all && !entangled.contains(&one.id))
        .filter(|one| !disputed.contains_key(one.id.as_str()))
        .map(|one| one.id.clone())
        .collect()
}

/// What is disputed among identifiable people stands before what nobody says.
fn rank(standing: Standing) -> usize {
    match standing {
        Standing::Contested => 0,
        Standing::DeniedUnasserted => 1,
        Standing::SeveralOrigins => 2,
        Standing::SingleOrigin => 3,
        Standing::Reported => 4,
        Standing::Retracted => 5,
        Standing::Unasserted => 6,
    }
}

/// Every statement that a claim's figures or lists have, by id.
pub(super) fn bearing(claim: &ClaimView) -> BTreeSet<&str> {
    [
        &claim.affirms.statements,
        &claim.affirms.entailed,
        &claim.affirms.taken_back,
        &claim.denies.statements,
        &claim.denies.entailed,
        &claim.denies.taken_back,
        &claim.reports,
        &claim.doubts,
        &claim.cannot_confirm,
    ]
    .into_iter()
    .flatten()
    .map(String::as_str)
    .collect()
}

/// The statements of a page: all, or those that bear on its claims and what they stand inside.
fn shown(claims: &[ClaimView], statements: &StatementsView, narrowed: bool) -> BTreeSet<String> {
    let all = &statements.statements;
    if !narrowed {
        return all.iter().map(|one| one.id.clone()).collect();
    }
    let mut shown: BTreeSet<String> = claims
        .iter()
        .flat_map(bearing)
        .filter(|id| all.iter().any(|one| one.id == *id))
        .map(str::to_owned)
        .collect();
    let mut open: Vec<String> = shown.iter().cloned().collect();
    while let Some(id) = open.pop() {
        let outer = all
            .iter()
            .find(|one| one.id == id)
            .and_then(|one| one.nested_in.clone());
        if let Some(outer) = outer.filter(|outer| shown.insert(outer.clone())) {
            open.push(outer);
        }
    }
    shown
}

/// Each statement stands in full once: with the first question on the page that it bears on itself.
fn homes(claims: &[ClaimView], statements: &StatementsView) -> BTreeMap<String, String> {
    let place: BTreeMap<&str, usize> = claims
        .iter()
        .enumerate()
        .map(|(n, claim)| (claim.id.as_str(), n))
        .collect();
    statements
        .statements
        .iter()
        .filter_map(|statement| {
            let first = statement
                .bears
                .iter()
                .filter_map(|bearing| place.get(bearing.claim.as_str()))
                .min()?;
            Some((statement.id.clone(), claims[*first].id.clone()))
        })
        .collect()
}
