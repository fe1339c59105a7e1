//! The section of one claim in the twin.
//!
//! In one file because it is one section, written from top to bottom as the page shows it.

use super::super::claim::{ABOUT_DENIED_WITHIN, DENIED_WITHIN, PAIRS};
use super::super::matter::bearing;
use super::super::tally::{decided, decided_both};
use super::super::words;
use super::escape::text;
use super::twin::Twin;
use crate::view::{ClaimView, Kind, Stance, TallyView, TimelineStepView, Tongue};

impl Twin<'_> {
    pub(super) fn claim(&mut self, claim: &ClaimView) {
        let title = self.question(&claim.id);
        self.heading(2, title);
        let stands = self.stands(claim);
        let head = format!(
            "{}{} · {} · {stands}",
            // A line that begins with Latin letters runs from left to right as a whole.
            self.say("", "**المعرّف:** "),
            self.t.ltr(text(&claim.id)),
            self.time(claim.time.as_ref())
        );
        self.line(head);
        self.wording(claim);
        self.notes(claim);
        for warning in &claim.warnings {
            self.blank();
            let line = format!(
                "**{}** {}",
                self.say("Mind:", "تنبيه:"),
                text(self.say(&warning.en, &warning.ar))
            );
            self.line(line);
        }
        let title = self.say(
            "How many, and of what they are made",
            "الأعداد، وممّ يتكوّن كل منها",
        );
        self.heading(3, title);
        self.tally(Stance::Affirms, claim);
        self.tally(Stance::Denies, claim);
        self.beside(claim);
        self.said(claim);
        self.pairs(claim);
        self.steps(claim);
        self.decision(claim);
        if !claim.not_heard_from.is_empty() {
            self.blank();
            let who: Vec<String> = claim.not_heard_from.iter().map(|w| self.own(w)).collect();
            let line = format!(
                "**{}:** {}",
                self.say("Not heard from in these texts", "من لم يُسمع في هذه النصوص"),
                who.join(self.say("; ", "؛ "))
            );
            self.line(line);
        }
    }

    fn tally(&mut self, stance: Stance, claim: &ClaimView) {
        let tally = match stance {
            Stance::Denies => &claim.denies,
            _ => &claim.affirms,
        };
        let label = self.pair(claim.label(stance));
        let n = tally.statements.len() + tally.entailed.len();
        if n == 0 && tally.taken_back.is_empty() {
            let nobody = self.say("nobody in these texts", "لا أحد في هذه النصوص");
            self.line(format!("- **{label}:** {nobody}"));
            return;
        }
        let apart = self.say("; ", "؛ ");
        let mut statements = Vec::new();
        if !tally.statements.is_empty() {
            statements.push(self.ids(&tally.statements));
        }
        if !tally.entailed.is_empty() {
            statements.push(format!(
                "{} {}",
                self.pair(words::elsewhere(stance)).to_owned() + ":",
                self.ids(&tally.entailed)
            ));
        }
        for (list, en, ar) in [
            (&tally.hedged, "as likely only:", "على سبيل الترجيح:"),
            (
                &tally.unclear,
                "unclear whether this is meant:",
                "قد لا يكون الكلام في هذه المسألة:",
            ),
            (
                &tally.taken_back,
                "taken back, not counted:",
                "جرى التراجع عنه فلم يُعدّ:",
            ),
        ] {
            if !list.is_empty() {
                statements.push(format!("{} {}", self.say(en, ar), self.ids(list)));
            }
        }
        let documents: Vec<String> = tally.documents.iter().map(|d| self.document(d)).collect();
        let origins = &tally.origins;
        let shared: Vec<String> = tally
            .shared_sources
            .iter()
            .map(|one| {
                let label = if one.every_chain {
                    let mut source = self.source(Some(&one.source));
                    if self.matter.is_inferred(&one.source, tally) {
                        source.push_str(self.say(" (inferred)", " (بالاستنتاج)"));
                    }
                    if !tally.republishers.is_empty() {
                        source.push_str(self.say(", published again by ", "، وأعاد النشر "));
                        source.push_str(&self.sources(&tally.republishers));
                    }
                    return match self.t {
                        Tongue::En => format!("every chain runs through {source}"),
                        Tongue::Ar => {
                            format!("تمر السلاسل كلها عبر {source}، فتُعدّ سلسلة واحدة")
                        }
                    };
                } else {
                    self.say("shared by several outlets:", "تشترك فيه عدة جهات ناشرة:")
                };
                format!("{label} {}", self.source(Some(&one.source)))
            })
            .collect();
        let chains = if tally.disjoint_chains == tally.disjoint_chains_at_most {
            tally.disjoint_chains.to_string()
        } else {
            format!(
                "{}–{}",
                tally.disjoint_chains, tally.disjoint_chains_at_most
            )
        };
        let mut sides: Vec<String> = tally.sides.iter().map(|id| self.side(id)).collect();
        if !tally.no_side.is_empty() {
            sides.push(format!(
                "{} {}",
                self.say("of no known side:", "بلا جهة معلومة:"),
                self.sources(&tally.no_side)
            ));
        }
        let rows = [
            (
                ("statements", "الأقوال"),
                n.to_string(),
                statements.join(apart),
            ),
            (
                ("original texts", "النصوص الأصلية"),
                tally.documents.len().to_string(),
                documents.join(apart),
            ),
            (
                ("outlets", "الجهات الناشرة"),
                tally.outlets.len().to_string(),
                self.outlets(tally),
            ),
            (
                ("origins, at least", "المصادر الأصلية على الأقل"),
                origins.at_least.to_string(),
                self.bodies(&origins.at_least_by, tally)
                    + &self.perhaps(&origins.perhaps_one)
                    + &self.decided(&decided(self.matter, tally))
                    + &self.if_read_so(claim, tally),
            ),
            (
                ("origins, at most", "المصادر الأصلية على الأكثر"),
                origins.at_most.to_string(),
                self.members(tally),
            ),
            (
                ("chains that share no source", "سلاسل مستقل بعضها عن بعض"),
                chains,
                shared.join(apart),
            ),
            (
                ("sides", "الجهات"),
                tally.sides.len().to_string(),
                sides.join(apart),
            ),
            (
                ("support", "عدد المصادر الأصلية، إجمالًا"),
                self.pair(words::support(tally.support)).to_owned(),
                String::new(),
            ),
        ];
        self.blank();
        let head = format!(
            "| {label} | {} | {} |",
            self.say("number", "العدد"),
            self.say("made of", "ممّ يتكوّن")
        );
        self.line(head);
        self.line("|---|---|---|");
        for (name, value, made_of) in rows {
            let name = self.pair(name);
            self.line(format!("| {name} | {value} | {made_of} |"));
        }
        self.blank();
        for set in tally.load_bearing.iter().take(PAIRS) {
            let names: Vec<String> = set.sources.iter().map(|id| self.set_aside(id)).collect();
            let line = format!(
                "- {} {}{}: {} {} **{}**",
                self.say("If we set aside", "إذا استبعدنا:"),
                self.joined(&names),
                self.if_read_so_aside(claim, tally),
                self.pair(words::support(set.from)),
                self.say("→", "←"),
                self.pair(words::support(set.to)),
            );
            self.line(line);
        }
    }

    /// ", if read so", where what becomes weaker rests on words that may be read otherwise.
    pub(super) fn if_read_so_aside(&self, claim: &ClaimView, tally: &TallyView) -> String {
        match claim.rests_on_reading(tally) {
            true => format!("{}{}", self.say(", ", "، "), self.pair(words::IF_READ_SO)),
            false => String::new(),
        }
    }

    /// The outlets; those that are set aside, and count since a copy of their text stands, say so.
    fn outlets(&self, tally: &TallyView) -> String {
        let (aside, others) = super::super::tally::outlets(self.matter, tally);
        let aside = match aside.is_empty() {
            true => String::new(),
            false => format!(
                "{}{}",
                self.pair(words::SET_ASIDE_BUT_COPIED),
                self.sources(&aside)
            ),
        };
        let all = [self.sources(&others), aside];
        let all: Vec<String> = all.into_iter().filter(|part| !part.is_empty()).collect();
        all.join(self.say("; ", "؛ "))
    }

    /// "; perhaps the same, so not counted as two: …", where nobody has decided whether two are one.
    fn perhaps(&self, pairs: &[[String; 2]]) -> String {
        if pairs.is_empty() {
            return String::new();
        }
        let pairs: Vec<String> = pairs
            .iter()
            .map(|[a, b]| {
                let [a, b] = [a, b].map(|id| self.sources(std::slice::from_ref(id)));
                self.joined(&[a, b])
            })
            .collect();
        format!(
            "{}{}",
            self.say(
                "; perhaps the same, so not counted as two: ",
                "؛ لعلهما واحد، فلا يُعدّان اثنين: "
            ),
            pairs.join(self.say(", ", "، "))
        )
    }

    /// "; if read so: …", where the number of origins rests on words that may be read otherwise.
    fn if_read_so(&self, claim: &ClaimView, tally: &TallyView) -> String {
        let ids = claim.read_so(tally);
        if ids.is_empty() {
            return String::new();
        }
        let ids: Vec<String> = ids.iter().map(|id| self.t.ltr(id)).collect();
        format!(
            "{}{}: {}",
            self.say("; ", "؛ "),
            self.pair(words::IF_READ_SO),
            ids.join(self.say(", ", "، "))
        )
    }

    /// Origins as they are counted, each with those who spoke for it: theirs are the names in the texts.
    fn bodies(&self, ids: &[String], tally: &TallyView) -> String {
        let each = ids.iter().map(|id| {
            let name = self.source(Some(id));
            match self.matter.spoke_for(id, tally) {
                spoke if spoke.is_empty() => name,
                spoke => format!(
                    "{name} ({} {})",
                    self.say("through", "بلسان"),
                    self.sources(&spoke)
                ),
            }
        });
        each.collect::<Vec<_>>().join(self.say(", ", "، "))
    }

    fn members(&self, tally: &TallyView) -> String {
        let origins = &tally.origins;
        let mut parts: Vec<String> = [
            (&origins.named, "named:", "بأسمائها:"),
            (&origins.undisclosed, "undisclosed:", "محجوبة أسماؤها:"),
            (&origins.own_voice, "in their own voice:", "بصوتها:"),
        ]
        .into_iter()
        .filter(|(list, _, _)| !list.is_empty())
        .map(|(list, en, ar)| format!("{} {}", self.say(en, ar), self.bodies(list, tally)))
        .collect();
        if origins.unknown > 0 {
            parts.push(match self.t {
                Tongue::En => format!("nobody written at the beginning: {}", origins.unknown),
                Tongue::Ar => self.t.count(origins.unknown, words::NOBODY_FIRST),
            });
        }
        parts.join(self.say("; ", "؛ "))
    }

    fn beside(&mut self, claim: &ClaimView) {
        self.blank();
        let own = |list: Vec<&String>| list.into_iter().cloned().collect::<Vec<_>>();
        let (passed_on, unsourced) = (own(claim.passed_on()), own(claim.unsourced()));
        for (list, label) in [
            (&passed_on, words::stance(Stance::Reports)),
            (
                &unsourced,
                (
                    "of these, unsourced reports",
                    "منها أنباء متداولة لا يُعرف قائلها",
                ),
            ),
            (&claim.within_denials, words::WITHIN_DENIALS),
            (&claim.doubts, words::stance(Stance::Doubts)),
            (&claim.cannot_confirm, words::stance(Stance::CannotConfirm)),
        ] {
            if !list.is_empty() {
                let line = format!(
                    "- {}: {} ({})",
                    self.pair(label),
                    list.len(),
                    self.ids(list)
                );
                self.line(line);
            }
        }
    }

    fn said(&mut self, claim: &ClaimView) {
        let ids: Vec<String> = bearing(claim).into_iter().map(str::to_owned).collect();
        if ids.is_empty() {
            return;
        }
        let title = self.say("The statements", "الأقوال");
        self.heading(3, title);
        for id in &ids {
            let Some(one) = self.matter.statement(id) else {
                continue;
            };
            self.statement(one, Some(&claim.id));
        }
    }

    fn pairs(&mut self, claim: &ClaimView) {
        let of = |claims: &[String; 2]| claims.contains(&claim.id);
        let matter = self.matter;
        let (within, pairs): (Vec<_>, Vec<_>) = matter
            .contradictions
            .contradictions
            .iter()
            .filter(|one| of(&one.claims) || one.also.iter().any(|also| of(&also.claims)))
            .partition(|one| matter.is_within_denial(one));
        if !pairs.is_empty() {
            let title = format!(
                "{} ({})",
                self.say("Contradictions", "التعارضات"),
                pairs.len()
            );
            self.heading(3, title);
        }
        for one in pairs.iter().take(PAIRS) {
            let because: Vec<String> = one
                .because
                .iter()
                .map(|step| self.own(&step.words))
                .collect();
            let because = match (because.is_empty(), one.kind) {
                (false, _) => because.join(self.say("; ", "؛ ")),
                (true, Kind::DisputedRumour) => self
                    .say(
                        "the one is passed on without anybody vouching for it, the other denies it",
                        "أحدهما منقول دون جزم والآخر ينفيه",
                    )
                    .to_owned(),
                (true, _) => self
                    .say(
                        "the one says so, the other denies it",
                        "أحدهما يقول بوقوعه والآخر ينفيه",
                    )
                    .to_owned(),
            };
            let line = format!(
                "- {} / {}: {}{} – {because}",
                self.t.ltr(&one.statements[0]),
                self.t.ltr(&one.statements[1]),
                self.pair(words::conflict(one.kind)),
                if one.certain {
                    ""
                } else {
                    self.say(", possible only", "، احتمال فقط")
                }
            );
            self.line(line);
        }
        if !within.is_empty() {
            let title = format!("{} ({})", self.pair(DENIED_WITHIN), within.len());
            self.heading(3, title);
            self.line(self.pair(ABOUT_DENIED_WITHIN));
            self.blank();
            for (mention, deniers) in matter.by_mention(&within) {
                let deniers: Vec<String> = deniers.into_iter().cloned().collect();
                let line = format!(
                    "- {} {} {}",
                    self.t.ltr(mention),
                    self.say("denied in", "منفيّ في"),
                    self.ids(&deniers)
                );
                self.line(line);
            }
        }
        let apart: Vec<_> = matter
            .contradictions
            .not_comparable
            .iter()
            .filter(|one| of(&one.claims))
            .collect();
        if !apart.is_empty() {
            let title = format!(
                "{} ({})",
                self.say(
                    "Only looks like a contradiction",
                    "ما يشبه التعارض وليس منه"
                ),
                apart.len()
            );
            self.heading(3, title);
        }
        for one in apart.iter().take(PAIRS) {
            let line = format!(
                "- {} / {}: {}",
                self.t.ltr(&one.statements[0]),
                self.t.ltr(&one.statements[1]),
                self.own(&one.words)
            );
            self.line(line);
        }
        for n in [pairs.len(), apart.len()]
            .into_iter()
            .filter(|n| *n > PAIRS)
        {
            let line = format!(
                "- {} {} (isnad view contradictions)",
                n - PAIRS,
                self.say("more pairs", "من الأزواج الأخرى")
            );
            self.line(line);
        }
    }

    fn steps(&mut self, claim: &ClaimView) {
        let steps: Vec<TimelineStepView> = self.matter.steps(&claim.id).to_vec();
        // One step alone says no more than the statement with its dates.
        if steps.len() < 2 && self.matter.vital(&claim.id).is_empty() {
            return;
        }
        let title = self.say("What was said when", "ما قيل ومتى");
        self.heading(3, title);
        for step in &steps {
            let id = step.statement.as_deref().or(step.judgement.as_deref());
            let reports = step
                .statement
                .as_deref()
                .is_some_and(|id| self.matter.only_reports(id, &claim.id));
            let line = format!(
                "- {} · {}: {}{}",
                self.time(step.time.as_ref()),
                match &step.decision {
                    Some(decision) => decision.words(self.t),
                    None => self.pair(words::step_of(step, reports)).to_owned(),
                },
                id.map(|id| self.t.ltr(id)).unwrap_or_default(),
                if step.certain {
                    ""
                } else {
                    self.say(" (not certain)", " (ليس قاطعًا)")
                }
            );
            self.line(line);
        }
    }

    fn decision(&mut self, claim: &ClaimView) {
        self.blank();
        let label = self.say("Editorial decision", "القرار التحريري");
        let line = match &claim.judgement {
            None => format!(
                "**{label}:** {}{}",
                self.say(
                    "none is entered on the question itself",
                    "لم يُسجَّل قرار تحريري في المسألة نفسها"
                ),
                self.decided(&decided_both(self.matter, claim))
            ),
            Some(one) => format!(
                "**{label}:** {} · {} · {} · {}",
                self.pair(words::answer(one.ruling)),
                text(&one.by),
                self.moment(&one.at),
                self.own(&one.why)
            ),
        };
        self.line(line);
    }
}
