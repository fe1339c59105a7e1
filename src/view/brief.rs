//! The brief: what an editor needs before deciding, in at most 25 lines that paste into a chat.
//!
//! Plain text, no table, no colour. One question is given in full, several in four lines each,
//! the most disputed first: by the number of statements for it times that against it, then by id.

use schemars::JsonSchema;
use serde::Serialize;

use super::brief_lines::{BriefPartKind, Writer};
use super::dates;
use super::decisions::ids_of;
use super::heard::committed;
use super::material::Material;
use super::misreading::{Misreading, misreading};
use super::parts::ids;
use super::phrase::{TEXT, Tongue};
use super::rule::METHOD;
use super::setting::SettingView;
use super::warning::{bearing, drafts};
use crate::analysis::{ClaimFigures, Ledger, Standing};
use crate::model::{Case, Claim, Key, Statement, When, Words};

/// A brief never has more lines.
pub const LINES: usize = 25;

/// Lines of one of several questions.
const SHORT: usize = 4;

/// What a brief is asked for.
#[derive(Debug, Clone)]
pub struct BriefRequest {
    /// One question, disputed or not; else the disputed ones.
    pub claim: Option<Key<Claim>>,
    /// Only questions on which something was, or may have been, published on this day or later.
    pub since: Option<When>,
    /// The languages, in this order.
    pub tongues: Vec<Tongue>,
}

/// `isnad brief`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BriefView {
    /// The case's id.
    pub case: String,
    /// What it is about.
    pub title: Words,
    /// From where it is looked at.
    #[serde(flatten)]
    pub setting: SettingView,
    /// `--since`.
    pub since: Option<String>,
    /// How many texts count.
    pub texts: usize,
    /// Which.
    pub texts_by: Vec<String>,
    /// The minute at which the last of them entered the case; null where none is written.
    pub last_added: Option<String>,
    /// The minute of the last editorial decision that counts; null where there is none.
    pub last_decided: Option<String>,
    /// `--claim`: the one question asked for, disputed or not; else null.
    pub claim: Option<String>,
    /// How many questions there are to tell of.
    pub total: usize,
    /// All of them, most disputed first.
    pub all: Vec<String>,
    /// Those that fit, most disputed first.
    pub questions: Vec<BriefQuestion>,
    /// The text, line by line; at most 25.
    pub lines: Vec<String>,
}

/// One question of a brief. Its figures stand in `view claims`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BriefQuestion {
    /// The claim.
    pub claim: String,
    /// The question.
    pub question: Words,
    /// Where the claim stands.
    pub standing: Standing,
    /// Statements for it, those without commitment included.
    pub for_it: usize,
    /// Which.
    pub for_it_by: Vec<String>,
    /// Statements against it, doubts included.
    pub against_it: usize,
    /// Which.
    pub against_it_by: Vec<String>,
    /// Every statement on it that counts, of whatever stance and also through another claim: of these it is told
    /// whether somebody reviewed them.
    pub bearing: Vec<String>,
    /// Statements published since the day asked for; absent where none was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Vec<String>>,
    /// Statements on it that nobody has reviewed.
    pub unreviewed: Vec<String>,
    /// Minimal sets of one or two statements whose misreading would change standing or support.
    pub check_first: Vec<Vec<String>>,
    /// Sets of up to so many statements were all tried; 0 where they were too many.
    pub checked_up_to: usize,
    /// The editorial decisions that the origins of either side rest on.
    pub decisions: DecisionsView,
}

/// The editorial decisions (judgements, by id) without which who the origins are, or how many, would be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionsView {
    /// Of those who say so.
    pub affirms: Vec<String>,
    /// Of those who deny it.
    pub denies: Vec<String>,
}

/// A part of what a brief tells of one question, in both languages.
#[derive(Debug, Clone)]
pub struct BriefPart {
    /// What it tells of.
    pub kind: BriefPartKind,
    /// Its name.
    pub label: Words,
    /// What it says.
    pub text: Words,
}

/// A question of a brief with all that is told of it: what `isnad brief --claim` writes in lines.
#[derive(Debug, Clone)]
pub struct FullBrief {
    /// The question.
    pub question: BriefQuestion,
    /// What is told of it, in the order of the brief.
    pub parts: Vec<BriefPart>,
}

/// A question with what was worked out on it.
pub(super) struct Question<'m> {
    pub(super) figures: &'m ClaimFigures,
    pub(super) for_it: usize,
    pub(super) against_it: usize,
    pub(super) new: Option<Vec<Key<Statement>>>,
    pub(super) check: Misreading,
}

impl BriefView {
    /// Writes it.
    pub fn new(material: &Material<'_>, request: &BriefRequest) -> Self {
        let case = material.case();
        let analysis = &material.analysis;
        let mut questions = asked(material, request);
        let total = questions.len();
        let all = questions.iter().map(|q| q.figures.claim);
        let all = all.map(|key| case.claims.id(key).to_owned()).collect();
        let room = LINES - 2 - request.tongues.len();
        questions.truncate((room / (SHORT * request.tongues.len().max(1))).max(1));
        try_misreadings(material, &mut questions);
        let counted = || {
            case.documents
                .iter()
                .filter(|(key, _, _)| analysis.counts(*key))
        };
        let mut view = Self {
            case: case.id.to_string(),
            title: case.title.clone(),
            setting: SettingView::new(material),
            since: request.since.as_ref().map(|day| day.edtf().to_owned()),
            texts: material.counted_texts(),
            texts_by: ids(&case.documents, counted().map(|(key, _, _)| key)),
            last_added: counted()
                .filter_map(|(_, _, document)| document.added)
                .max()
                .map(|minute| minute.to_string()),
            last_decided: last_decided(material),
            claim: request.claim.map(|key| case.claims.id(key).to_owned()),
            total,
            all,
            questions: questions
                .iter()
                .map(|question| shown(material, question))
                .collect(),
            lines: Vec::new(),
        };
        view.lines = view.write(material, &questions, &request.tongues);
        view
    }

    fn write(
        &self,
        material: &Material<'_>,
        questions: &[Question<'_>],
        tongues: &[Tongue],
    ) -> Vec<String> {
        let heads: Vec<String> = tongues
            .iter()
            .map(|t| self.head(material.case(), *t))
            .collect();
        let mut lines = vec![heads.join(" | ")];
        for t in tongues {
            let writer = Writer { material, t: *t };
            match questions {
                [] => lines.push(writer.nothing(self)),
                [one] if self.total == 1 => lines.extend(writer.full(one)),
                all => {
                    for question in all {
                        lines.extend(writer.short(question));
                    }
                    let more = self.total - all.len();
                    if more > 0 {
                        lines.push(writer.more(more));
                    }
                }
            }
        }
        lines
    }

    fn head(&self, case: &Case, t: Tongue) -> String {
        let mut parts = vec![t.words(&self.title).to_owned(), t.count(self.texts, TEXT)];
        if let Some(minute) = &self.last_added {
            parts.push(format!(
                "{} {}",
                t.say("last text added", "أُضيف آخر نص"),
                dates::minute(minute, t)
            ));
        }
        if let Some(minute) = &self.last_decided {
            parts.push(format!(
                "{} {}",
                t.say("last decision", "آخر قرار تحريري"),
                dates::minute(minute, t)
            ));
        }
        if let Some(day) = &self.setting.as_of {
            parts.push(format!(
                "{} {}",
                t.say("as of", "حتى يوم"),
                dates::date(day, t)
            ));
        }
        if let Some(minute) = &self.setting.known_by {
            parts.push(format!(
                "{} {}",
                t.say("as known by", "كما عُرف حتى"),
                dates::minute(minute, t)
            ));
        }
        if !self.setting.without.is_empty() {
            let without = &self.setting.without;
            let without = without.iter().filter_map(|id| case.sources.key(id));
            parts.push(format!(
                "{} {}",
                t.say("if we set aside", "إذا استبعدنا:"),
                t.sources(case, without, usize::MAX)
            ));
        }
        if let Some(day) = &self.since {
            parts.push(format!("{} {}", t.say("since", "منذ"), dates::date(day, t)));
        }
        let left_out = self.setting.left_out.documents.len();
        if left_out > 0 {
            parts.push(format!(
                "{} {}",
                t.say("left out:", "متروك:"),
                t.count(left_out, TEXT)
            ));
        }
        parts.push(format!("{} {}", t.say("how:", "كيف حُسب:"), t.ltr(METHOD)));
        parts.join(" · ")
    }
}

/// The minute of the last judgement that counts.
pub fn last_decided(material: &Material<'_>) -> Option<String> {
    let all = material.case().judgements.iter();
    let counted = all.filter(|(key, _, _)| material.analysis.judgement_counts(*key));
    let last = counted.map(|(_, _, judgement)| judgement.at).max();
    last.map(|minute| minute.to_string())
}

/// Every question asked for in full, most disputed first, in both languages; of at most
/// `checked` of them it is tried which statements' misreading would change the answer.
pub fn full_briefs(
    material: &Material<'_>,
    request: &BriefRequest,
    checked: usize,
) -> Vec<FullBrief> {
    let mut questions = asked(material, request);
    let tried = questions.len().min(checked);
    try_misreadings(material, &mut questions[..tried]);
    let [en, ar] = [Tongue::En, Tongue::Ar].map(|t| Writer { material, t });
    questions
        .iter()
        .map(|question| FullBrief {
            question: shown(material, question),
            // Both languages tell of the same things in the same order.
            parts: en
                .parts(question)
                .into_iter()
                .zip(ar.parts(question))
                .map(|(en, ar)| BriefPart {
                    kind: en.kind,
                    label: Words::of(&en.label, &ar.label),
                    text: Words::of(&en.text, &ar.text),
                })
                .collect(),
        })
        .collect()
}

/// The questions asked for, most disputed first.
fn asked<'m>(material: &'m Material<'_>, request: &BriefRequest) -> Vec<Question<'m>> {
    let case = material.case();
    let figures = match request.claim {
        Some(claim) => std::slice::from_ref(material.figures_of(claim)),
        None => material.figures(),
    };
    let mut questions: Vec<Question<'m>> = figures
        .iter()
        .map(|figures| weigh(material, figures, request))
        .filter(|q| request.claim.is_some() || (q.for_it > 0 && q.against_it > 0))
        .filter(|q| request.claim.is_some() || q.new.as_ref().is_none_or(|n| !n.is_empty()))
        .collect();
    questions.sort_by(|a, b| {
        let weight = |q: &Question<'_>| q.for_it * q.against_it;
        weight(b).cmp(&weight(a)).then_with(|| {
            case.claims
                .id(a.figures.claim)
                .cmp(case.claims.id(b.figures.claim))
        })
    });
    questions
}

/// Finds which statements' misreading would change the answers.
fn try_misreadings(material: &Material<'_>, questions: &mut [Question<'_>]) {
    let case = material.case();
    let mut ledger = Ledger::new(&material.analysis);
    ledger.load_bearing = 0;
    for question in questions {
        question.check = misreading(material, &ledger, question.figures.claim);
        // What nobody has reviewed is looked at before what somebody has.
        question
            .check
            .sets
            .sort_by_key(|set| !set.iter().any(|s| case.statements[*s].draft));
    }
}

/// How disputed a question is, and what is new on it.
fn weigh<'m>(
    material: &'m Material<'_>,
    figures: &'m ClaimFigures,
    request: &BriefRequest,
) -> Question<'m> {
    let case = material.case();
    let new = request.since.as_ref().map(|since| {
        bearing(material, figures.claim)
            .into_iter()
            .filter(|s| {
                case.documents[case.statements[*s].document]
                    .published
                    .as_ref()
                    .is_some_and(|when| !when.surely_before(since))
            })
            .collect()
    });
    Question {
        figures,
        for_it: for_it(figures).count(),
        against_it: against_it(figures).count(),
        new,
        check: Misreading::default(),
    }
}

/// The statements for a claim, those that only pass it on among them.
fn for_it(figures: &ClaimFigures) -> impl Iterator<Item = Key<Statement>> + '_ {
    committed(&figures.affirms).chain(figures.reports.0.iter().copied())
}

/// The statements against a claim, doubts among them.
fn against_it(figures: &ClaimFigures) -> impl Iterator<Item = Key<Statement>> + '_ {
    committed(&figures.denies).chain(figures.doubts.0.iter().copied())
}

fn shown(material: &Material<'_>, question: &Question<'_>) -> BriefQuestion {
    let case = material.case();
    let key = question.figures.claim;
    let claim = &case.claims[key];
    let words = if claim.question.is_empty() {
        &claim.gist
    } else {
        &claim.question
    };
    BriefQuestion {
        claim: case.claims.id(key).to_owned(),
        question: words.clone(),
        standing: question.figures.standing,
        for_it: question.for_it,
        for_it_by: ids(&case.statements, for_it(question.figures)),
        against_it: question.against_it,
        against_it_by: ids(&case.statements, against_it(question.figures)),
        bearing: ids(&case.statements, bearing(material, key)),
        new: question
            .new
            .as_ref()
            .map(|new| ids(&case.statements, new.iter().copied())),
        unreviewed: ids(&case.statements, drafts(material, key)),
        check_first: question
            .check
            .sets
            .iter()
            .map(|set| ids(&case.statements, set.iter().copied()))
            .collect(),
        checked_up_to: question.check.tried_up_to,
        decisions: {
            let [affirms, denies] = material.decided_of(key);
            DecisionsView {
                affirms: ids_of(&material.analysis, &affirms),
                denies: ids_of(&material.analysis, &denies),
            }
        },
    }
}
