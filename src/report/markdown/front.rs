//! The first page of the twin: from where the case is looked at, and the brief.

use super::super::front::uncommitted;
use super::super::words;
use super::escape::text;
use super::twin::Twin;
use crate::view::{
    BriefPartKind, ClaimView, FullBrief, RulingView, Stance, Support, TEXT, TallyView, Tongue,
};

impl Twin<'_> {
    /// As of when, as known by when, without whom, what that leaves out; and since when is new.
    pub(super) fn setting(&mut self) {
        let setting = self.matter.setting();
        let mut lines: Vec<String> = Vec::new();
        if let Some(day) = &setting.as_of {
            lines.push(format!(
                "{} {}",
                self.say("As of", "حتى يوم"),
                self.day(day)
            ));
        }
        if let Some(minute) = &setting.known_by {
            lines.push(format!(
                "{} {}",
                self.say("As known by", "كما عُرف حتى"),
                self.moment(minute)
            ));
        }
        if !setting.without.is_empty() {
            lines.push(format!(
                "{} {}",
                self.say("Set aside:", "مستبعَد:"),
                self.sources(&setting.without)
            ));
        }
        let left_out = &setting.left_out;
        if !left_out.documents.is_empty() || !left_out.judgements.is_empty() {
            let ids: Vec<String> = left_out
                .documents
                .iter()
                .chain(&left_out.judgements)
                .map(|id| text(id))
                .collect();
            lines.push(format!(
                "{} {}: {}",
                self.say("Left out by the dates:", "متروك بسبب التواريخ:"),
                self.t.count(left_out.documents.len(), TEXT),
                ids.iter()
                    .map(|id| self.t.ltr(id))
                    .collect::<Vec<_>>()
                    .join(self.say(", ", "، "))
            ));
        }
        if let Some(since) = &self.matter.request.since {
            let questions: Vec<String> =
                self.matter.new.keys().map(|id| self.question(id)).collect();
            lines.push(format!(
                "{} {}: {}",
                self.say("New since", "الجديد منذ"),
                self.day(since.edtf()),
                if questions.is_empty() {
                    self.say(
                        "nothing on a disputed question",
                        "لا شيء في مسألة متنازع عليها",
                    )
                    .to_owned()
                } else {
                    questions.join(self.say("; ", "؛ "))
                }
            ));
        }
        if lines.is_empty() {
            return;
        }
        self.blank();
        for line in lines {
            self.line(format!("- {line}"));
        }
    }

    pub(super) fn brief(&mut self) {
        let title = if self.matter.request.claim.is_some() {
            self.say("In brief", "الخلاصة")
        } else {
            self.say("The disputed questions", "المسائل المتنازع عليها")
        };
        self.heading(2, title);
        if self.matter.briefs.is_empty() {
            let none = self.say(
                "No question is disputed in these texts.",
                "لا مسألة متنازعًا عليها في هذه النصوص.",
            );
            self.line(none);
        }
        for brief in &self.matter.briefs {
            self.disputed(brief);
        }
    }

    fn disputed(&mut self, brief: &FullBrief) {
        let Some(claim) = self.matter.claim(&brief.question.claim) else {
            return;
        };
        let title = self.question(&claim.id);
        self.heading(3, title);
        let stands = self.stands(claim);
        self.line(stands);
        self.blank();
        for part in &brief.parts {
            if part.kind == BriefPartKind::Wording {
                continue;
            }
            let mut line = format!("- **{}:** {}", self.own(&part.label), self.own(&part.text));
            let tally = match part.kind {
                BriefPartKind::Says => Some(&claim.affirms),
                BriefPartKind::Denies => Some(&claim.denies),
                _ => None,
            };
            let unclear = self.pair(words::UNCLEAR);
            let named = |id: &String, tally: &TallyView| {
                let heading = self.matter.statement(id).is_some_and(|one| one.heading);
                let heading = heading.then(|| self.say("heading", "عنوان"));
                let marks = [heading, tally.unclear.contains(id).then_some(unclear)];
                let marks: Vec<&str> = marks.into_iter().flatten().collect();
                match marks.is_empty() {
                    true => self.t.ltr(id),
                    false => format!("{} ({})", self.t.ltr(id), marks.join(self.say("; ", "؛ "))),
                }
            };
            let comma = self.say(", ", "، ");
            let mut ids: Vec<String> = Vec::new();
            if let Some(tally) = tally {
                let of = |list: &[String]| -> String {
                    let all: Vec<String> = list.iter().map(|id| named(id, tally)).collect();
                    all.join(comma)
                };
                let stance = match part.kind {
                    BriefPartKind::Denies => Stance::Denies,
                    _ => Stance::Affirms,
                };
                if !tally.statements.is_empty() {
                    ids.push(of(&tally.statements));
                }
                if !tally.entailed.is_empty() && tally.statements.is_empty() {
                    ids.push(of(&tally.entailed));
                } else if !tally.entailed.is_empty() {
                    let label = self.pair(words::elsewhere(stance));
                    ids.push(format!("{label}: {}", of(&tally.entailed)));
                }
            }
            if part.kind == BriefPartKind::Beside {
                let beside = uncommitted(claim).into_iter().map(|id| self.t.ltr(id));
                ids.push(beside.collect::<Vec<_>>().join(comma));
            }
            if !ids.is_empty() {
                line.push_str(&format!(" [{}]", ids.join(self.say("; ", "؛ "))));
            }
            self.line(line);
        }
        self.rests_on_one(claim);
        if let Some(new) = self.matter.new.get(&claim.id) {
            let line = format!("- **{}** {}", self.say("New:", "الجديد:"), self.ids(new));
            self.line(line);
        }
        self.wording(claim);
    }

    /// The single sources whose setting aside lowers a support.
    fn rests_on_one(&mut self, claim: &ClaimView) {
        let mut falls: Vec<String> = Vec::new();
        for (tally, en, ar, none_left) in [
            (&claim.affirms, "saying so", "القول", "لا يبقى قائل مذكور"),
            (&claim.denies, "the denial", "النفي", "لا يبقى نافٍ مذكور"),
        ] {
            // What only follows from another question is nobody's saying so, and no denial.
            let follows = tally.statements.is_empty();
            let (en, ar, none_left) = match (follows, en) {
                (false, _) => (en, ar, none_left),
                (true, "the denial") => (
                    "what is at odds with it",
                    "ما لا يتفق معه",
                    "لا يبقى قائل مذكور",
                ),
                (true, _) => ("what implies it", "ما يلزم منه", none_left),
            };
            for set in tally
                .load_bearing
                .iter()
                .filter(|set| set.sources.len() == 1)
            {
                let line = format!(
                    "  - {} {} {}{}: {} {} {}",
                    self.say(en, ar),
                    self.say("without", "من دون"),
                    set.sources
                        .iter()
                        .map(|id| self.set_aside(id))
                        .collect::<Vec<_>>()
                        .join(self.say(", ", "، ")),
                    self.if_read_so_aside(claim, tally),
                    self.pair(super::super::words::support(set.from)),
                    self.say("→", "←"),
                    match (self.t, set.to) {
                        (Tongue::Ar, Support::None) => none_left,
                        (_, to) => self.pair(super::super::words::support(to)),
                    },
                );
                falls.push(line);
            }
        }
        if falls.is_empty() {
            return;
        }
        let title = self.say("If one source is set aside:", "إذا استُبعد مصدر واحد:");
        self.line(format!("- **{title}**"));
        for line in falls {
            self.line(line);
        }
    }

    /// "; the origins here rest on an editorial decision: …", where one does.
    pub(super) fn decided(&self, decided: &[&RulingView]) -> String {
        if decided.is_empty() {
            return String::new();
        }
        let ids: Vec<&str> = decided.iter().map(|ruling| ruling.id.as_str()).collect();
        format!(
            "{} {}",
            self.say(
                "; the origins here rest on an editorial decision:",
                "؛ المصادر الأصلية هنا مبنية على قرار تحريري:"
            ),
            ids.iter()
                .map(|id| self.t.ltr(id))
                .collect::<Vec<_>>()
                .join(self.say(", ", "، "))
        )
    }

    /// The sentence in both languages: a desk may need either.
    pub(super) fn wording(&mut self, claim: &ClaimView) {
        self.blank();
        let label = self.say("Supported wording", "صياغة لا تتجاوز السند");
        self.line(format!("**{label}**"));
        self.blank();
        let mut both = [&claim.wording.en, &claim.wording.ar];
        if self.t == Tongue::Ar {
            both.reverse();
        }
        self.line(format!("> {}", text(both[0])));
        self.line(">");
        self.line(format!("> {}", text(both[1])));
    }

    /// What stands behind the sentence and is left out of it.
    pub(super) fn notes(&mut self, claim: &ClaimView) {
        if claim.wording.notes.is_empty() {
            return;
        }
        self.blank();
        let label = self.say("Beside the sentence", "وإلى جانب الجملة");
        self.line(format!("{label}:"));
        self.blank();
        for note in &claim.wording.notes {
            let line = format!("- {}", text(self.t.say(&note.en, &note.ar)));
            self.line(line);
        }
    }

    /// Where a claim stands, with what must stand beside it.
    pub(super) fn stands(&self, claim: &ClaimView) -> String {
        let mut parts = vec![format!("*{}*", self.pair(claim.standing_label().words()))];
        if claim.stands_if_read_so() {
            parts.push(self.pair(words::IF_READ_SO).to_owned());
        }
        if claim.hedged {
            parts.push(self.say("as likely only", "على سبيل الترجيح").to_owned());
        }
        if !claim.conceded_by.is_empty() {
            parts.push(format!(
                "{}: {}",
                self.pair(super::super::words::CONCEDED),
                self.sources(&claim.conceded_by)
            ));
        }
        if let Some(judgement) = &claim.judgement {
            parts.push(format!(
                "{} {} ({}, {}){}",
                self.say("editorial decision:", "قرار تحريري:"),
                self.pair(super::super::words::answer(judgement.ruling)),
                text(&judgement.by),
                self.moment(&judgement.at),
                match judgement.dissents.is_empty() {
                    true => "",
                    false => self.say(", with a dissent", "، مع رأي مخالف"),
                }
            ));
        }
        if claim.draft {
            parts.push(self.say("**not reviewed**", "**لم يُراجَع**").to_owned());
        }
        parts.join(" · ")
    }
}
