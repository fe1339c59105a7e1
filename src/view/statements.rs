//! Statements, one by one.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::labels::{self, Pair};
use super::material::{Filter, Material};
use super::parts::{SpanView, TimeView, id, ids, spans};
use super::setting::SettingView;
use super::wording::only_to_deny;
use crate::analysis::{OriginKind, TakenBackBy, side};
use crate::check::{AnchorState, statement_anchors};
use crate::model::{Act, Basis, Key, Stance, Statement, Style, TakeBackHow, Words};

/// `view statements`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatementsView {
    /// From where the case is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// The statements, by id.
    pub statements: Vec<StatementView>,
}

/// A statement.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatementView {
    /// Its id.
    pub id: String,
    /// The document it stands in.
    pub document: String,
    /// That document's file.
    pub file: Option<String>,
    /// That file's SHA-256.
    pub sha256: Option<String>,
    /// When the document was published.
    pub published: Option<TimeView>,
    /// When it was said.
    pub said_on: Option<TimeView>,
    /// The outlet's own voice.
    pub outlet_voice: bool,
    /// A title or sub-heading.
    pub heading: bool,
    /// Nobody has accepted it yet.
    pub draft: bool,
    /// The cue.
    pub cue: Option<SpanView>,
    /// What names the source.
    pub source_span: Option<SpanView>,
    /// What is conveyed.
    pub content: Vec<SpanView>,
    /// Its source.
    pub said_by: Option<String>,
    /// What is known of its chain's first link.
    pub origin: OriginKind,
    /// The act.
    pub act: Act,
    /// The style.
    pub style: Style,
    /// The statement it stands inside.
    pub nested_in: Option<String>,
    /// Paraphrase.
    pub gist: Words,
    /// What it bears on.
    pub bears: Vec<BearingView>,
    /// How the source says it knows.
    pub basis: Basis,
    /// Who it says told it.
    pub rests_on: Vec<String>,
    /// What took it back.
    pub taken_back: Option<TakenBackView>,
    /// Admiralty grade of the report, 1 to 6.
    pub credibility: Option<String>,
    /// The entities it describes.
    pub entities: Vec<String>,
    /// How its anchors stand against the text.
    pub anchor: AnchorState,
    /// Heard only in the words of somebody who denies it: nobody's report.
    pub within_denial: bool,
}

impl StatementView {
    /// What its stance on a claim is called: what is mentioned only to be denied reports nothing.
    #[must_use]
    pub fn stance_on(&self, bearing: &BearingView) -> Pair {
        match bearing.stance {
            Stance::Reports if self.within_denial => labels::TO_DENY,
            stance => labels::stance(stance),
        }
    }
}

/// How a statement bears on a claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BearingView {
    /// The claim.
    pub claim: String,
    /// The stance.
    pub stance: Stance,
    /// Likely only.
    pub hedged: bool,
    /// Perhaps not this very claim.
    pub unclear: bool,
    /// The spans that bear on it; the whole content where the entry names none.
    pub part: Vec<SpanView>,
    /// Why the analyst reads it so.
    pub why: Words,
    /// That the words may be read otherwise, and how; empty where no choice was made.
    pub reading: Words,
}

/// How a statement was taken back.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenBackView {
    /// The later statement.
    pub by: String,
    /// How.
    pub how: TakeBackHow,
    /// Who.
    pub who: TakenBackBy,
    /// Of a heading that went with its text: the statement of the text that was taken back; else null.
    pub with: Option<String>,
}

impl StatementsView {
    /// The statements that pass a filter.
    pub fn new(material: &Material<'_>, filter: &Filter) -> Self {
        let case = material.case();
        let mut statements: Vec<StatementView> = case
            .statements
            .keys()
            .filter(|key| filter.passes(material, *key))
            .map(|key| {
                let taken = material
                    .analysis
                    .taken_back
                    .get(&key)
                    .map(|back| TakenBackView {
                        by: case.statements.id(back.by).to_owned(),
                        how: back.how,
                        who: back.who,
                        with: id(&case.statements, back.with),
                    });
                one(material, key, taken)
            })
            .collect();
        statements.sort_by(|a, b| a.id.cmp(&b.id));
        filter.cut(&mut statements);
        Self {
            setting: SettingView::new(material),
            statements,
        }
    }
}

/// The sides that the origins of each statement are on when it is made (their own, else that of the
/// body they speak for), by statement; statements of no known side are left out.
pub fn sides_of_origins(material: &Material<'_>) -> BTreeMap<String, Vec<String>> {
    let case = material.case();
    let mut all = BTreeMap::new();
    for key in case.statements.keys() {
        let sides = material
            .analysis
            .chains_left(key)
            .filter_map(|chain| chain.origin())
            .filter_map(|origin| side(&material.analysis, origin, key));
        let sides = ids(&case.sides, sides);
        if !sides.is_empty() {
            all.insert(case.statements.id(key).to_owned(), sides);
        }
    }
    all
}

fn one(
    material: &Material<'_>,
    key: Key<Statement>,
    taken: Option<TakenBackView>,
) -> StatementView {
    let case = material.case();
    let statement = &case.statements[key];
    let document = &case.documents[statement.document];
    let chain = material.chains().of(key).next();
    StatementView {
        id: case.statements.id(key).to_owned(),
        document: case.documents.id(statement.document).to_owned(),
        file: document.file.as_deref().map(str::to_owned),
        sha256: document.sha256.as_deref().map(str::to_owned),
        published: document.published.as_ref().map(TimeView::from),
        said_on: statement.said_on.as_ref().map(TimeView::from),
        outlet_voice: statement.outlet_voice,
        heading: statement.heading,
        draft: statement.draft,
        cue: statement.cue.as_ref().map(SpanView::from),
        source_span: statement.source_span.as_ref().map(SpanView::from),
        content: spans(&statement.content),
        said_by: if statement.outlet_voice {
            id(&case.sources, chain.and_then(|c| c.origin()))
        } else {
            id(&case.sources, statement.said_by)
        },
        origin: chain.map_or(OriginKind::Unknown, |c| c.origin_kind(case)),
        act: statement.act,
        style: statement.style,
        nested_in: id(&case.statements, statement.nested_in),
        gist: statement.gist.clone(),
        bears: statement
            .bears
            .iter()
            .map(|bearing| BearingView {
                claim: case.claims.id(bearing.claim).to_owned(),
                stance: bearing.stance,
                hedged: bearing.hedged,
                unclear: bearing.unclear,
                part: if bearing.part.is_empty() {
                    spans(&statement.content)
                } else {
                    spans(&bearing.part)
                },
                why: bearing.why.clone(),
                reading: bearing.reading.clone(),
            })
            .collect(),
        basis: statement.basis,
        rests_on: ids(&case.sources, statement.rests_on.iter().copied()),
        taken_back: taken,
        credibility: statement.credibility.map(|grade| grade.to_string()),
        entities: ids(&case.entities, statement.entities.iter().copied()),
        anchor: statement_anchors(case, &material.texts, key),
        within_denial: only_to_deny(&material.analysis, &[key]),
    }
}
