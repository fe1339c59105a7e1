//! The brief: what an editor needs before deciding, in at most 25 lines that paste into a chat.
//!
//! Plain text, no table, no colour. One question is given in full, several in four lines each,
//! the most disputed first: by the number of statements for it times that against it, then by id.

use schemars::JsonSchema;
use serde::Serialize;

use super::material::Material;
use super::misreading::{Misreading, misreading};
use super::parts::ids;
use super::phrase::{STATEMENT, TEXT, Tongue};
use super::setting::SettingView;
use super::warning::{bearing, drafts, warnings};
use super::wording::{Heard, committed, these_texts, wording};
use crate::analysis::{ClaimFigures, Figures, Ledger, Standing};
use crate::model::{Answer, Basis, Case, Claim, Key, Statement, When, Words};

/// A brief never has more lines.
pub const LINES: usize = 25;

/// Lines of one of several questions.
const SHORT: usize = 4;

/// So many names or sets are written out in one place.
const SHOWN: usize = 3;

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
    /// The minute at which the last of them entered the case; null where none is written.
    pub last_added: Option<String>,
    /// How many questions there are to tell of.
    pub total: usize,
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
    /// Statements against it, doubts included.
    pub against_it: usize,
    /// Statements published since the day asked for; absent where none was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Vec<String>>,
    /// Statements on it that nobody has reviewed.
    pub unreviewed: Vec<String>,
    /// The smallest sets of statements whose misreading would change standing or support.
    pub check_first: Vec<Vec<String>>,
    /// Sets of up to so many statements were all tried; 0 where they were too many.
    pub checked_up_to: usize,
}

struct Question<'m> {
    figures: &'m ClaimFigures,
    for_it: usize,
    against_it: usize,
    new: Option<Vec<Key<Statement>>>,
    check: Misreading,
}

impl BriefView {
    /// Writes it.
    pub fn new(material: &Material<'_>, request: &BriefRequest) -> Self {
        let case = material.case();
        let analysis = &material.analysis;
        let mut ledger = Ledger::new(analysis);
        ledger.load_bearing = 0;
        let mut questions: Vec<Question<'_>> = material
            .figures()
            .iter()
            .filter(|figures| request.claim.is_none_or(|c| c == figures.claim))
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
        let total = questions.len();
        let room = LINES - 2 - request.tongues.len();
        questions.truncate((room / (SHORT * request.tongues.len().max(1))).max(1));
        for question in &mut questions {
            question.check = misreading(material, &ledger, question.figures.claim);
            // What nobody has reviewed is looked at before what somebody has.
            question
                .check
                .sets
                .sort_by_key(|set| !set.iter().any(|s| case.statements[*s].draft));
        }
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
            texts: counted().count(),
            last_added: counted()
                .filter_map(|(_, _, document)| document.added)
                .max()
                .map(|minute| minute.to_string()),
            total,
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
        let heads: Vec<String> = tongues.iter().map(|t| self.head(*t)).collect();
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

    fn head(&self, t: Tongue) -> String {
        let mut parts = vec![t.words(&self.title).to_owned(), t.count(self.texts, TEXT)];
        if let Some(minute) = &self.last_added {
            parts.push(format!("{} {minute}", t.say("last added", "آخر إضافة")));
        }
        if let Some(day) = &self.setting.as_of {
            parts.push(format!("{} {day}", t.say("as of", "حتى يوم")));
        }
        if let Some(minute) = &self.setting.known_by {
            parts.push(format!("{} {minute}", t.say("as known by", "كما عُرف حتى")));
        }
        if !self.setting.without.is_empty() {
            parts.push(format!(
                "{} {}",
                t.say("if we set aside", "إذا استبعدنا"),
                self.setting.without.join(" + ")
            ));
        }
        if let Some(day) = &self.since {
            parts.push(format!("{} {day}", t.say("since", "منذ")));
        }
        let left_out = self.setting.left_out.documents.len();
        if left_out > 0 {
            parts.push(format!(
                "{} {}",
                t.say("left out:", "متروك:"),
                t.count(left_out, TEXT)
            ));
        }
        parts.join(" · ")
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
        for_it: committed(&figures.affirms).count() + figures.reports.0.len(),
        against_it: committed(&figures.denies).count() + figures.doubts.0.len(),
        new,
        check: Misreading::default(),
    }
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
        against_it: question.against_it,
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
    }
}

struct Writer<'m, 'c> {
    material: &'m Material<'c>,
    t: Tongue,
}

impl Writer<'_, '_> {
    fn case(&self) -> &Case {
        self.material.case()
    }

    fn nothing(&self, view: &BriefView) -> String {
        let texts = these_texts(self.t, &self.material.analysis);
        match (self.t, view.since.is_some()) {
            (Tongue::En, true) => format!("Nothing new on a disputed question {texts}."),
            (Tongue::Ar, true) => format!("لا جديد في مسألة متنازع عليها {texts}."),
            (Tongue::En, false) => format!("No disputed question {texts}."),
            (Tongue::Ar, false) => format!("لا مسألة متنازعًا عليها {texts}."),
        }
    }

    fn more(&self, n: usize) -> String {
        match self.t {
            Tongue::En => format!(
                "{n} more disputed question{}: isnad view disputes CASE; one in full: isnad brief CASE --claim ID",
                if n == 1 { "" } else { "s" }
            ),
            Tongue::Ar => {
                let n = self.t.count(
                    n,
                    (
                        ["", ""],
                        [
                            "مسألة أخرى متنازع عليها",
                            "مسألتان أخريان متنازع عليهما",
                            "مسائل أخرى متنازع عليها",
                            "مسألة أخرى متنازعًا عليها",
                        ],
                    ),
                );
                format!(
                    "بقيت {n}: isnad view disputes CASE، وللواحدة كاملة: isnad brief CASE --claim ID"
                )
            }
        }
    }

    fn full(&self, question: &Question<'_>) -> Vec<String> {
        let t = self.t;
        let key = question.figures.claim;
        let mut lines = vec![
            self.title(question),
            self.says(question),
            self.denies(question),
        ];
        lines.extend(self.uncommitted(question));
        lines.push(self.basis(question));
        lines.extend(self.sides(question));
        lines.extend(self.shared(question));
        lines.extend(self.not_heard(question));
        lines.push(self.reviewed(question));
        lines.push(self.check(question));
        let wording = wording(self.material, key);
        lines.push(format!(
            "{}: {}",
            t.say("Supported wording", "صياغة لا تتجاوز السند"),
            t.say(&wording.en, &wording.ar)
        ));
        let warnings: Vec<String> = warnings(self.material, key)
            .into_iter()
            .map(|warning| match t {
                Tongue::En => warning.en,
                Tongue::Ar => warning.ar,
            })
            .collect();
        if !warnings.is_empty() {
            lines.push(format!(
                "{}: {}",
                t.say("Mind", "تنبيه"),
                warnings.join(t.say("; ", "؛ "))
            ));
        }
        lines
    }

    fn short(&self, question: &Question<'_>) -> Vec<String> {
        let join = |parts: Vec<String>| parts.join(" · ");
        let mut beside: Vec<String> = self.uncommitted(question).into_iter().collect();
        beside.push(self.basis(question));
        beside.extend(self.shared(question));
        beside.extend(self.not_heard(question));
        vec![
            self.title(question),
            join(vec![self.says(question), self.denies(question)]),
            join(beside),
            join(vec![self.reviewed(question), self.check(question)]),
        ]
    }

    fn title(&self, question: &Question<'_>) -> String {
        let (t, case) = (self.t, self.case());
        let figures = question.figures;
        let mut text = format!(
            "{} [{}] — {}",
            t.question(case, figures.claim),
            case.claims.id(figures.claim),
            t.standing(figures.standing)
        );
        if figures.hedged {
            text.push_str(t.say("; as likely only", "؛ على سبيل الترجيح"));
        }
        if !figures.conceded_by.is_empty() {
            text.push_str(&format!(
                "{} {}",
                t.say(
                    "; said against own side (as entered) by",
                    "؛ إقرار على الجهة (كما أُدخلت):"
                ),
                t.sources(case, figures.conceded_by.iter().copied(), SHOWN)
            ));
        }
        if let Some(key) = figures.judgement {
            let judgement = &case.judgements[key];
            if let crate::model::Ruling::Settled { answer, .. } = judgement.ruling {
                text.push_str(&format!(
                    "{}: {} ({}, {})",
                    t.say("; editorial decision", "؛ قرار تحريري"),
                    match answer {
                        Answer::Yes => t.say("yes", "نعم"),
                        Answer::No => t.say("no", "لا"),
                        Answer::Open => t.say("left open", "تُركت مفتوحة"),
                    },
                    judgement.by,
                    judgement.at
                ));
            }
        }
        if let Some(new) = &question.new {
            text.push_str(&format!(
                "{} {}",
                t.say("; new:", "؛ الجديد:"),
                t.count(new.len(), STATEMENT)
            ));
        }
        text
    }

    fn says(&self, question: &Question<'_>) -> String {
        let figures = question.figures;
        let heard = Heard::new(
            &self.material.analysis,
            &figures.affirms,
            &figures.conceded_statements,
        );
        let who = heard.everybody(self.t, self.case()).unwrap_or_else(|| {
            let texts = these_texts(self.t, &self.material.analysis);
            match self.t {
                Tongue::En => format!("nobody {texts}"),
                Tongue::Ar => format!("لا أحد {texts}"),
            }
        });
        format!("{}: {who}", self.t.say("Says so", "يقول بوقوعه"))
    }

    fn denies(&self, question: &Question<'_>) -> String {
        let heard = Heard::new(&self.material.analysis, &question.figures.denies, &[]);
        let who = heard.everybody(self.t, self.case()).unwrap_or_else(|| {
            let texts = these_texts(self.t, &self.material.analysis);
            match self.t {
                Tongue::En => format!("no denial {texts}"),
                Tongue::Ar => format!("لا نفي {texts}"),
            }
        });
        format!("{}: {who}", self.t.say("Denies", "ينفي"))
    }

    /// Reports without commitment, doubts, and who cannot tell.
    fn uncommitted(&self, question: &Question<'_>) -> Option<String> {
        let t = self.t;
        let figures = question.figures;
        let mut parts = Vec::new();
        let (reports, origins) = &figures.reports;
        if !reports.is_empty() {
            let mut part = format!(
                "{} {}",
                t.say("passed on without vouching:", "نُقل دون جزم:"),
                t.count(reports.len(), STATEMENT)
            );
            if origins.unknown > 0 {
                part.push_str(&format!(
                    " ({} {})",
                    t.say("unsourced reports:", "أنباء متداولة لا يُعرف قائلها:"),
                    origins.unknown
                ));
            }
            parts.push(part);
        }
        for (list, en, ar) in [
            (&figures.doubts.0, "doubted:", "شُكّك فيه:"),
            (
                &figures.cannot_confirm.0,
                "cannot confirm:",
                "تعذّر التأكيد:",
            ),
            (
                &figures.affirms.taken_back,
                "said, and since taken back or replaced:",
                "قيل ثم جرى التراجع عنه أو تصحيحه:",
            ),
            (
                &figures.denies.taken_back,
                "denied, and since taken back or replaced:",
                "نُفي ثم جرى التراجع عن نفيه أو تصحيحه:",
            ),
        ] {
            if !list.is_empty() {
                parts.push(format!(
                    "{} {}",
                    t.say(en, ar),
                    t.count(list.len(), STATEMENT)
                ));
            }
        }
        (!parts.is_empty()).then(|| {
            format!(
                "{}: {}",
                t.say("Beside these", "وإلى جانب ذلك"),
                parts.join(t.say("; ", "؛ "))
            )
        })
    }

    /// Who claims to have seen it or to have taken part.
    fn basis(&self, question: &Question<'_>) -> String {
        let (t, case) = (self.t, self.case());
        let label = t.say("Basis", "السند");
        let mut witnesses = Vec::new();
        for statement in committed(&question.figures.affirms)
            .chain(committed(&question.figures.denies))
            .map(|s| &case.statements[s])
        {
            if matches!(statement.basis, Basis::Saw | Basis::TookPart) {
                witnesses.extend(statement.said_by.map(|s| self.material.analysis.node(s)));
            }
        }
        witnesses.sort();
        witnesses.dedup();
        if witnesses.is_empty() {
            return format!(
                "{label}: {}",
                t.say(
                    "nobody heard here claims to have seen it",
                    "لا ذكر لمشاهدة مباشرة في هذه النصوص"
                )
            );
        }
        let names = t.sources(case, witnesses, SHOWN);
        match t {
            Tongue::En => format!("{label}: {names} claiming to have seen it or taken part"),
            Tongue::Ar => format!("{label}: مشاهدة أو مشاركة كما ذُكر ({names})"),
        }
    }

    fn sides(&self, question: &Question<'_>) -> Option<String> {
        let (t, case) = (self.t, self.case());
        let of = |label: &str, figures: &Figures| {
            let mut names: Vec<String> = figures
                .sides
                .iter()
                .map(|side| t.side(case, *side).to_owned())
                .collect();
            names.sort();
            if !figures.no_side.is_empty() {
                names.push(format!(
                    "{} {}",
                    t.say("of no known side", "بلا جهة معلومة:"),
                    figures.no_side.len()
                ));
            }
            (!names.is_empty()).then(|| format!("{label}: {}", names.join(t.say(", ", "، "))))
        };
        let parts: Vec<String> = [
            of(t.say("say so", "القائلون"), &question.figures.affirms),
            of(t.say("deny", "النافون"), &question.figures.denies),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| {
            format!(
                "{} – {}",
                t.say("Sides", "الجهات"),
                parts.join(t.say("; ", "؛ "))
            )
        })
    }

    /// Sources that every chain of a stance runs through.
    fn shared(&self, question: &Question<'_>) -> Option<String> {
        let (t, case) = (self.t, self.case());
        let of = |label: &str, figures: &Figures| {
            let every: Vec<_> = figures
                .shared_sources
                .iter()
                .filter(|shared| shared.every_chain)
                .map(|shared| shared.source)
                .collect();
            (!every.is_empty()).then(|| format!("{label}: {}", t.sources(case, every, SHOWN)))
        };
        let parts: Vec<String> = [
            of(t.say("saying so", "للقول"), &question.figures.affirms),
            of(t.say("denying", "للنفي"), &question.figures.denies),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| {
            format!(
                "{} – {}",
                t.say(
                    "Shared source, every chain runs through it",
                    "مصدر مشترك تمر به كل السلاسل"
                ),
                parts.join(t.say("; ", "؛ "))
            )
        })
    }

    fn not_heard(&self, question: &Question<'_>) -> Option<String> {
        let t = self.t;
        let words = &self.case().claims[question.figures.claim].not_heard_from;
        let names: Vec<&str> = words.iter().map(|w| t.words(w)).collect();
        (!names.is_empty()).then(|| {
            format!(
                "{}: {}",
                t.say("Not heard from in these texts", "غير مسموع في هذه النصوص"),
                names.join(t.say("; ", "؛ "))
            )
        })
    }

    fn reviewed(&self, question: &Question<'_>) -> String {
        let t = self.t;
        let key = question.figures.claim;
        let all = bearing(self.material, key).len();
        let drafts = drafts(self.material, key).len();
        match (t, drafts) {
            (Tongue::En, n) => format!("Reviewed by nobody: {n} of {}", t.count(all, STATEMENT)),
            (Tongue::Ar, n) => format!("لم يراجعه أحد: {n} (الأقوال في المسألة: {all})"),
        }
    }

    fn check(&self, question: &Question<'_>) -> String {
        let (t, case) = (self.t, self.case());
        let check = &question.check;
        let label = t.say("Check first", "يُراجَع أولًا");
        if check.sets.is_empty() {
            return format!(
                "{label}: {}",
                match check.tried_up_to {
                    0 => t.say(
                        "not worked out, nothing or too much to try",
                        "لم يُحسب: لا شيء يُجرَّب أو هو كثير"
                    ),
                    1 => t.say(
                        "no single statement decides this; pairs were too many to try",
                        "لا قول بمفرده يغيّر الجواب، والأزواج أكثر من أن تُجرَّب"
                    ),
                    _ => t.say(
                        "no one or two statements alone decide this",
                        "لا قول ولا قولان يغيّران الجواب"
                    ),
                }
            );
        }
        let one = |key: &Key<Statement>| {
            let statement = &case.statements[*key];
            let who = match (statement.said_by, statement.heading) {
                (_, true) => t.say("heading", "عنوان").to_owned(),
                (Some(source), false) => t.source(case, source),
                (None, false) => t.say("‹unknown›", "‹غير معروف›").to_owned(),
            };
            format!("{} ({who})", case.statements.id(*key))
        };
        let mut sets: Vec<String> = check
            .sets
            .iter()
            .take(SHOWN)
            .map(|set| {
                let each: Vec<String> = set.iter().map(one).collect();
                each.join(" + ")
            })
            .collect();
        if check.sets.len() > SHOWN {
            sets.push(t.more(check.sets.len() - SHOWN));
        }
        let pairs = check.sets.iter().any(|set| set.len() > 1);
        format!(
            "{label} {}: {}",
            match (pairs, check.sets.len()) {
                (false, 1) => t.say(
                    "(if misread, the answer changes)",
                    "(إن أُسيء فهمه تغيّر الجواب)"
                ),
                (false, _) => t.say(
                    "(if any one is misread, the answer changes)",
                    "(إن أُسيء فهم واحد منها تغيّر الجواب)"
                ),
                (true, _) => t.say(
                    "(if both of a pair are misread, the answer changes)",
                    "(إن أُسيء فهم القولين معًا تغيّر الجواب)"
                ),
            },
            sets.join(t.say("; ", "؛ "))
        )
    }
}
