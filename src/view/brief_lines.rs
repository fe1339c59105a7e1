//! The lines of a brief: one question in full, or in four lines; and the parts they are made of.

use super::brief::{BriefView, Question};
use super::brief_trust::of_unknown;
use super::claims::dissents;
use super::dates;
use super::heard::{Heard, committed};
use super::labels;
use super::material::Material;
use super::mention::{Mentions, source_of};
use super::phrase::{STATEMENT, Tongue};
use super::standing_label::StandingLabel;
use super::warning::warnings;
use super::withdrawn::Withdrawn;
use super::wording::{ONLY_TO_DENY, only_to_deny, these_texts, wording};
use super::wording_when::nothing_left;
use crate::analysis::Standing;
use crate::model::{Basis, Case, Ruling, Stance};

/// So many names or sets are written out in one place.
pub(super) const SHOWN: usize = 3;

/// What a part of a brief tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BriefPartKind {
    /// Who says so.
    Says,
    /// Who denies it.
    Denies,
    /// Reports without commitment, doubts, who cannot tell, what was taken back.
    Beside,
    /// Who claims to have seen it.
    Basis,
    /// Sides of the origins.
    Sides,
    /// Sources that every chain of a stance runs through.
    Shared,
    /// Whom one would expect to hear from, and does not.
    NotHeard,
    /// What nobody has reviewed.
    Reviewed,
    /// Whose misreading would change the answer.
    Check,
    /// A sentence that says no more than the case supports.
    Wording,
    /// What to mind before such a sentence is printed.
    Mind,
}

/// A part of what a brief tells of one question, in one language.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) kind: BriefPartKind,
    pub(super) label: String,
    pub(super) text: String,
}

impl Part {
    pub(super) fn new(kind: BriefPartKind, label: &str, text: impl Into<String>) -> Self {
        Self {
            kind,
            label: label.to_owned(),
            text: text.into(),
        }
    }

    /// As a line. What has labels of its own within is set off by a dash.
    fn line(&self) -> String {
        let apart = match self.kind {
            BriefPartKind::Sides | BriefPartKind::Shared => " – ",
            _ => ": ",
        };
        format!("{}{apart}{}", self.label, self.text)
    }
}

/// Writes in one language.
pub(super) struct Writer<'m, 'c> {
    pub(super) material: &'m Material<'c>,
    pub(super) t: Tongue,
}

impl Writer<'_, '_> {
    pub(super) fn case(&self) -> &Case {
        self.material.case()
    }

    pub(super) fn nothing(&self, view: &BriefView) -> String {
        let texts = these_texts(
            self.t,
            &self.material.analysis,
            self.material.counted_texts(),
        );
        match (self.t, view.since.is_some()) {
            (Tongue::En, true) => format!("Nothing new on a disputed question {texts}."),
            (Tongue::Ar, true) => format!("لا جديد في مسألة متنازع عليها {texts}."),
            (Tongue::En, false) => format!("No disputed question {texts}."),
            (Tongue::Ar, false) => format!("لا مسألة متنازعًا عليها {texts}."),
        }
    }

    pub(super) fn more(&self, n: usize) -> String {
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

    pub(super) fn full(&self, question: &Question<'_>) -> Vec<String> {
        let mut lines = vec![self.title(question)];
        lines.extend(self.parts(question).iter().map(Part::line));
        lines
    }

    /// All that is told of a question but its title, in the order of the brief.
    pub(super) fn parts(&self, question: &Question<'_>) -> Vec<Part> {
        let t = self.t;
        let key = question.figures.claim;
        let mut parts = vec![self.says(question), self.denies(question)];
        parts.extend(self.uncommitted(question));
        parts.push(self.basis(question));
        parts.extend(self.sides(question));
        parts.extend(self.shared(question));
        parts.extend(self.not_heard(question));
        parts.push(self.reviewed(question));
        parts.push(self.check(question));
        let wording = wording(self.material, key);
        parts.push(Part::new(
            BriefPartKind::Wording,
            t.say("Supported wording", "صياغة لا تتجاوز السند"),
            t.say(&wording.en, &wording.ar),
        ));
        let warnings: Vec<String> = warnings(self.material, key)
            .into_iter()
            .map(|warning| match t {
                Tongue::En => warning.en,
                Tongue::Ar => warning.ar,
            })
            .collect();
        if !warnings.is_empty() {
            parts.push(Part::new(
                BriefPartKind::Mind,
                t.say("Mind", "تنبيه"),
                warnings.join(t.say("; ", "؛ ")),
            ));
        }
        parts
    }

    pub(super) fn short(&self, question: &Question<'_>) -> Vec<String> {
        let join = |parts: Vec<Part>| {
            let lines: Vec<String> = parts.iter().map(Part::line).collect();
            lines.join(" · ")
        };
        let mut beside: Vec<Part> = self.uncommitted(question).into_iter().collect();
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
            t.ltr(case.claims.id(figures.claim)),
            StandingLabel::of_figures(&self.material.analysis, figures)
                .words_of(t, !self.material.analysis.setting.without.is_empty())
        );
        let (says, denies) = Heard::both(&self.material.analysis, figures);
        let if_read_so = match figures.standing {
            Standing::SeveralOrigins | Standing::SingleOrigin => says.only_if_read_so(),
            Standing::DeniedUnasserted => denies.only_if_read_so(),
            Standing::Contested => says.only_if_read_so() || denies.only_if_read_so(),
            Standing::Retracted | Standing::Reported | Standing::Unasserted => false,
        };
        if if_read_so {
            text.push_str(" (");
            text.push_str(t.of(labels::IF_READ_SO));
            text.push(')');
        }
        if figures.hedged {
            text.push_str(t.say("; as likely only", "؛ على سبيل الترجيح"));
        }
        if !figures.conceded_by.is_empty() {
            text.push_str(&format!(
                "{} {}",
                match t {
                    Tongue::En => format!("; {} by", labels::CONCEDED.0),
                    Tongue::Ar => format!("؛ {}:", labels::CONCEDED.1),
                },
                t.sources(case, figures.conceded_by.iter().copied(), SHOWN)
            ));
        }
        if let Some(key) = figures.judgement {
            let judgement = &case.judgements[key];
            if let Ruling::Settled { answer, .. } = judgement.ruling {
                text.push_str(&format!(
                    "{}: {} ({}{}{})",
                    t.say("; editorial decision", "؛ قرار تحريري"),
                    t.of(labels::answer(answer)),
                    t.ltr(&judgement.by),
                    t.say(", ", "، "),
                    dates::minute(&judgement.at.to_string(), t)
                ));
                for dissent in dissents(&self.material.analysis, key) {
                    text.push_str(&format!(
                        "{} ({})",
                        t.say(", with a dissent", "، مع رأي مخالف"),
                        t.ltr(&case.judgements[dissent].by)
                    ));
                }
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

    fn says(&self, question: &Question<'_>) -> Part {
        let t = self.t;
        let figures = question.figures;
        let (heard, _) = Heard::both(&self.material.analysis, figures);
        let back = !figures.affirms.taken_back.is_empty();
        let nobody = || {
            let texts = these_texts(t, &self.material.analysis, self.material.counted_texts());
            match t {
                Tongue::En if back => format!("nobody whose word still counts {texts}"),
                Tongue::Ar if back => format!("لا قول قائمًا {texts}"),
                Tongue::En => format!("nobody {texts}"),
                Tongue::Ar => format!("لا أحد {texts}"),
            }
        };
        let label = source_of(heard.here.told_first(), "القول");
        let label = match (t, heard.here.is_apparent()) {
            (Tongue::En, true) => "Apparently says so".to_owned(),
            (Tongue::Ar, true) => format!("{label} على ما يبدو"),
            (Tongue::En, false) => "Says so".to_owned(),
            (Tongue::Ar, false) => label,
        };
        let names = (label.as_str(), t.of(labels::elsewhere(Stance::Affirms)));
        let (label, mut who) = self.heard(&heard, names, false, nobody);
        let said: Vec<_> = committed(&figures.affirms).collect();
        if only_to_deny(&self.material.analysis, &said) {
            who = format!("{who}{}{}", t.say("; ", "؛ "), t.of(ONLY_TO_DENY));
        }
        let [decided, _] = self.material.decided_of(figures.claim);
        let who = who + &self.decided(&decided);
        Part::new(BriefPartKind::Says, &label, who)
    }

    fn denies(&self, question: &Question<'_>) -> Part {
        let t = self.t;
        let (_, heard) = Heard::both(&self.material.analysis, question.figures);
        let back = !question.figures.denies.taken_back.is_empty();
        let nobody = || {
            let texts = these_texts(t, &self.material.analysis, self.material.counted_texts());
            match t {
                Tongue::En if back => format!("no denial that still counts {texts}"),
                Tongue::Ar if back => format!("لا نفي قائمًا {texts}"),
                Tongue::En => format!("no denial {texts}"),
                Tongue::Ar => format!("لا نفي {texts}"),
            }
        };
        let label = source_of(heard.here.known_as(), "النفي");
        let label = match (t, heard.here.is_apparent()) {
            (Tongue::En, true) => "Apparently denies".to_owned(),
            (Tongue::Ar, true) => format!("{label} على ما يبدو"),
            (Tongue::En, false) => "Denies".to_owned(),
            (Tongue::Ar, false) => label,
        };
        let names = (label.as_str(), t.of(labels::elsewhere(Stance::Denies)));
        let (label, who) = self.heard(&heard, names, true, nobody);
        let [_, decided] = self.material.decided_of(question.figures.claim);
        let who = who + &self.decided(&decided);
        Part::new(BriefPartKind::Denies, &label, who)
    }

    /// Who is heard, those apart of whose words on another question it only follows: with the name of the line,
    /// which is one of `names`, of who is heard in words and of the others.
    fn heard(
        &self,
        heard: &Heard<'_>,
        (here, elsewhere): (&str, &str),
        denial: bool,
        nobody: impl Fn() -> String,
    ) -> (String, String) {
        let t = self.t;
        let analysis = &self.material.analysis;
        let others = heard.elsewhere.who(t, analysis, denial);
        let stance = match denial {
            true => Stance::Denies,
            false => Stance::Affirms,
        };
        let perhaps = Tongue::capital(t.of(labels::perhaps(stance)));
        let here = match heard.here.perhaps() {
            true => perhaps.as_str(),
            false => here,
        };
        let (label, mut told) = match (heard.here.who(t, analysis, denial), others) {
            (None, None) => return (here.to_owned(), nobody()),
            (Some(who), None) => (here.to_owned(), who),
            (None, Some(others)) => (Tongue::capital(elsewhere), others),
            (Some(who), Some(others)) => {
                let (apart, together) = (t.say("; ", "؛ "), heard.together(t));
                (
                    here.to_owned(),
                    format!("{who}{apart}{elsewhere}: {others}{together}"),
                )
            }
        };
        if heard.here.is_empty()
            && let Some(headings) = heard.here.also_in_headings(t, self.case())
        {
            told.push_str(t.say("; ", "؛ "));
            told.push_str(&headings);
        }
        if let Some(moments) = heard.moments(analysis)
            && !heard.is_dated_by_voice(analysis)
        {
            told.push_str(t.say(", ", "، "));
            told.push_str(&moments.words(t));
        }
        if heard.only_if_read_so() && !heard.only_elsewhere() {
            let left = nothing_left(t, denial, heard.figures.unclear.is_empty());
            told.push_str(&match t {
                Tongue::En => format!("; read otherwise, {left}"),
                Tongue::Ar => format!("؛ وإن قُرئ الكلام على وجه آخر {left}"),
            });
        }
        (label, told)
    }

    /// Reports without commitment, doubts, and who cannot tell.
    fn uncommitted(&self, question: &Question<'_>) -> Option<Part> {
        let t = self.t;
        let figures = question.figures;
        let mut parts = Vec::new();
        let (reports, origins) = &figures.reports;
        let mentions = Mentions::among(&self.material.analysis, reports);
        let mut reports = mentions.others(reports);
        reports.retain(|one| !origins.headings.contains(one));
        let rumours = mentions.others(&origins.unsourced).len();
        if !reports.is_empty() {
            let mut part = format!(
                "{} {}",
                t.say("passed on without vouching:", "نُقل دون جزم:"),
                t.count(reports.len(), STATEMENT)
            );
            if rumours > 0 {
                part.push_str(&match t {
                    Tongue::En => format!(" (unsourced reports: {rumours})"),
                    Tongue::Ar => of_unknown(reports.len(), rumours),
                });
            }
            parts.push(part);
        }
        if !mentions.is_empty() {
            let only = reports.is_empty() && committed(&figures.affirms).next().is_none();
            parts.push(mentions.words(t, &self.material.analysis, only));
        }
        for (list, en, ar) in [
            (&figures.doubts.0, "doubted:", "شُكّك فيه:"),
            (
                &figures.cannot_confirm.0,
                "cannot confirm:",
                "تعذّر التأكيد:",
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
        for (back, denial) in [
            (&figures.affirms.taken_back, false),
            (&figures.denies.taken_back, true),
        ] {
            if !back.is_empty() {
                let analysis = &self.material.analysis;
                let withdrawn = Withdrawn::of(analysis, figures.claim, back);
                parts.push(format!(
                    "{} {} ({})",
                    withdrawn.label(t, denial),
                    t.count(withdrawn.statements(), STATEMENT),
                    withdrawn.words(t, analysis)
                ));
            }
        }
        (!parts.is_empty()).then(|| {
            Part::new(
                BriefPartKind::Beside,
                t.say("Beside these", "وإلى جانب ذلك"),
                parts.join(t.say("; ", "؛ ")),
            )
        })
    }

    /// Who claims to have seen it or to have taken part.
    fn basis(&self, question: &Question<'_>) -> Part {
        let (t, case) = (self.t, self.case());
        let label = t.say("Basis", "المشاهدة المباشرة");
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
            return Part::new(
                BriefPartKind::Basis,
                label,
                t.say(
                    "nobody heard here claims to have seen it",
                    "لا ذكر لها فيما يُعدّ هنا",
                )
                .to_owned()
                    + &self.graded(question),
            );
        }
        let names = t.sources(case, witnesses, SHOWN);
        let text = match t {
            Tongue::En => format!("{names} claiming to have seen it or taken part"),
            Tongue::Ar => format!("مشاهدة أو مشاركة كما ذُكر ({names})"),
        };
        Part::new(BriefPartKind::Basis, label, text + &self.graded(question))
    }
}
