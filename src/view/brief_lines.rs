//! The lines of a brief: one question in full, or in four lines; and the parts they are made of.

use super::brief::{BriefView, Question, decisions};
use super::brief_trust::{of_unknown, sideless};
use super::claims::dissents;
use super::heard::{Heard, committed};
use super::labels;
use super::material::Material;
use super::phrase::{STATEMENT, Tongue};
use super::standing_label::StandingLabel;
use super::warning::warnings;
use super::wording::{these_texts, wording};
use crate::analysis::Figures;
use crate::model::{Basis, Case, Ruling};

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
        let texts = these_texts(self.t, self.material.counted_texts());
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
            t.of(StandingLabel::of_figures(figures).words())
        );
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
                    t.ltr(judgement.at)
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
        let figures = question.figures;
        let (heard, _) = Heard::both(&self.material.analysis, figures);
        let who = heard.who(self.t, self.case(), false).unwrap_or_else(|| {
            let texts = these_texts(self.t, self.material.counted_texts());
            match self.t {
                Tongue::En => format!("nobody {texts}"),
                Tongue::Ar => format!("لا أحد {texts}"),
            }
        });
        let label = self.t.say("Says so", "مصدر القول");
        Part::new(
            BriefPartKind::Says,
            label,
            who + &self.decided(&figures.affirms),
        )
    }

    fn denies(&self, question: &Question<'_>) -> Part {
        let (_, heard) = Heard::both(&self.material.analysis, question.figures);
        let who = heard.who(self.t, self.case(), true).unwrap_or_else(|| {
            let texts = these_texts(self.t, self.material.counted_texts());
            match self.t {
                Tongue::En => format!("no denial {texts}"),
                Tongue::Ar => format!("لا نفي {texts}"),
            }
        });
        let who = who + &self.decided(&question.figures.denies);
        let label = if heard.elsewhere {
            self.t.say(
                "At odds with it, on another question",
                "ما لا يتفق معه، في مسألة أخرى",
            )
        } else {
            self.t.say("Denies", "مصدر النفي")
        };
        Part::new(BriefPartKind::Denies, label, who)
    }

    /// The editorial decisions that the number of origins rests on, with who made each.
    fn decided(&self, figures: &Figures) -> String {
        let case = self.case();
        let ids = decisions(self.material, figures);
        let told = ids.iter().filter_map(|id| {
            let judgement = &case.judgements[case.judgements.key(id)?];
            Some(format!(
                "{} ({}{}{})",
                self.t.ltr(id),
                self.t.ltr(&judgement.by),
                self.t.say(", ", "، "),
                self.t.ltr(judgement.at)
            ))
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() {
            return String::new();
        }
        format!(
            "{} {}",
            self.t.say(
                "; this number rests on an editorial decision:",
                "؛ وهذا العدد مبني على قرار تحريري:"
            ),
            told.join(self.t.say(", ", "، "))
        )
    }

    /// Reports without commitment, doubts, and who cannot tell.
    fn uncommitted(&self, question: &Question<'_>) -> Option<Part> {
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
                part.push_str(&match (t, origins.unknown) {
                    (Tongue::En, n) => format!(" (unsourced reports: {n})"),
                    (Tongue::Ar, n) => of_unknown(reports.len(), n),
                });
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
                    "لا ذكر لها في هذه النصوص",
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

    fn sides(&self, question: &Question<'_>) -> Option<Part> {
        let (t, case) = (self.t, self.case());
        let of = |label: (&str, &str), figures: &Figures| {
            let mut names: Vec<String> = figures
                .sides
                .iter()
                .map(|side| t.side(case, *side).to_owned())
                .collect();
            names.sort();
            if !figures.no_side.is_empty() {
                let n = figures.no_side.len();
                names.push(match t {
                    Tongue::En => format!("of no known side: {n}"),
                    Tongue::Ar => sideless(n),
                });
            }
            let (one, several) = label;
            let label = if figures.sides.len() > 1 {
                several
            } else {
                one
            };
            (!names.is_empty()).then(|| format!("{label}: {}", names.join(t.say(", ", "، "))))
        };
        let parts: Vec<String> = [
            of(
                match t {
                    Tongue::En => ("say so", "say so"),
                    Tongue::Ar => ("جهة القائلين", "جهات القائلين"),
                },
                &question.figures.affirms,
            ),
            of(
                match t {
                    Tongue::En => ("deny", "deny"),
                    Tongue::Ar => ("جهة النافين", "جهات النافين"),
                },
                &question.figures.denies,
            ),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| {
            Part::new(
                BriefPartKind::Sides,
                t.say("Sides", "الجهات"),
                parts.join(t.say("; ", "؛ ")),
            )
        })
    }

    /// Sources that every chain of a stance runs through.
    fn shared(&self, question: &Question<'_>) -> Option<Part> {
        let (t, case) = (self.t, self.case());
        let most = [&question.figures.affirms, &question.figures.denies]
            .iter()
            .map(|figures| {
                figures
                    .shared_sources
                    .iter()
                    .filter(|s| s.every_chain)
                    .count()
            })
            .max()
            .unwrap_or(0);
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
            Part::new(
                BriefPartKind::Shared,
                t.say(
                    "Shared source, every chain runs through it",
                    match most {
                        0 | 1 => "مصدر مشترك تمر به السلاسل كلها",
                        2 => "مصدران مشتركان تمر بهما السلاسل كلها",
                        _ => "مصادر مشتركة تمر بها السلاسل كلها",
                    },
                ),
                parts.join(t.say("; ", "؛ ")),
            )
        })
    }

    fn not_heard(&self, question: &Question<'_>) -> Option<Part> {
        let t = self.t;
        let words = &self.case().claims[question.figures.claim].not_heard_from;
        let names: Vec<&str> = words.iter().map(|w| t.words(w)).collect();
        (!names.is_empty()).then(|| {
            Part::new(
                BriefPartKind::NotHeard,
                t.say("Not heard from in these texts", "من لم يُسمع في هذه النصوص"),
                names.join(t.say("; ", "؛ ")),
            )
        })
    }
}
