//! The section of one claim in the twin.

use super::super::claim::PAIRS;
use super::super::matter::bearing;
use super::super::tally::{decided, decided_both};
use super::super::words;
use super::escape::text;
use super::twin::Twin;
use crate::view::{ClaimView, Kind, Mark, OriginsView, StatementView, TallyView, TimelineStepView};

impl Twin<'_> {
    pub(super) fn claim(&mut self, claim: &ClaimView) {
        let title = self.question(&claim.id);
        self.heading(2, title);
        let stands = self.stands(claim);
        let head = format!(
            "{} · {} · {stands}",
            text(&claim.id),
            self.time(claim.time.as_ref())
        );
        self.line(head);
        self.wording(claim);
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
            "كم هم، وممّ يتكوّن كل رقم",
        );
        self.heading(3, title);
        let says = self.say("says so", "يقول بوقوعه");
        self.tally(says, &claim.affirms);
        let denies = self.say("denies", "ينفي");
        self.tally(denies, &claim.denies);
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
                self.say("Not heard from in these texts", "غير مسموع في هذه النصوص"),
                who.join(self.say("; ", "؛ "))
            );
            self.line(line);
        }
    }

    fn tally(&mut self, label: &str, tally: &TallyView) {
        let n = tally.statements.len() + tally.entailed.len();
        if n == 0 && tally.taken_back.is_empty() {
            let nobody = self.say("nobody in these texts", "لا أحد في هذه النصوص");
            self.line(format!("- **{label}:** {nobody}"));
            return;
        }
        let mut statements = tally.statements.join(", ");
        if !tally.entailed.is_empty() {
            statements.push_str(&format!(
                "; {} {}",
                self.say("through another question:", "عبر مسألة أخرى:"),
                tally.entailed.join(", ")
            ));
        }
        for (list, en, ar) in [
            (&tally.hedged, "as likely only:", "على سبيل الترجيح:"),
            (
                &tally.unclear,
                "perhaps not this very matter:",
                "قد لا يعني هذا الأمر بعينه:",
            ),
            (
                &tally.taken_back,
                "taken back, not counted:",
                "جرى التراجع عنه فلم يُعدّ:",
            ),
        ] {
            if !list.is_empty() {
                statements.push_str(&format!("; {} {}", self.say(en, ar), list.join(", ")));
            }
        }
        let documents: Vec<String> = tally.documents.iter().map(|d| self.document(d)).collect();
        let origins = &tally.origins;
        let shared: Vec<String> = tally
            .shared_sources
            .iter()
            .map(|one| {
                let label = if one.every_chain {
                    self.say("every chain runs through", "تمر كل السلاسل بـ")
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
            (("statements", "الأقوال"), n.to_string(), statements),
            (
                ("texts", "النصوص"),
                tally.documents.len().to_string(),
                documents.join("; "),
            ),
            (
                ("outlets", "الجهات الناشرة"),
                tally.outlets.len().to_string(),
                self.sources(&tally.outlets),
            ),
            (
                ("origins, at least", "المصادر الأولى على الأقل"),
                origins.at_least.to_string(),
                self.sources(&origins.at_least_by) + &self.decided(&decided(self.matter, tally)),
            ),
            (
                ("origins, at most", "المصادر الأولى على الأكثر"),
                origins.at_most.to_string(),
                self.members(origins),
            ),
            (
                ("chains that share no source", "سلاسل لا يجمعها مصدر"),
                chains,
                shared.join("; "),
            ),
            (
                ("sides", "الجهات"),
                tally.sides.len().to_string(),
                sides.join("; "),
            ),
            (
                ("support", "السند"),
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
            let names: Vec<String> = set.sources.iter().map(|id| self.source(Some(id))).collect();
            let line = format!(
                "- {} {}: {} {} **{}**",
                self.say("If we set aside", "إذا استبعدنا"),
                names.join(self.say(" and ", " و")),
                self.pair(words::support(set.from)),
                self.say("→", "←"),
                self.pair(words::support(set.to)),
            );
            self.line(line);
        }
    }

    fn members(&self, origins: &OriginsView) -> String {
        let mut parts: Vec<String> = [
            (&origins.named, "named:", "بأسمائها:"),
            (&origins.undisclosed, "undisclosed:", "محجوبة الاسم:"),
            (&origins.own_voice, "in their own voice:", "بصوتها:"),
        ]
        .into_iter()
        .filter(|(list, _, _)| !list.is_empty())
        .map(|(list, en, ar)| format!("{} {}", self.say(en, ar), self.sources(list)))
        .collect();
        if origins.unknown > 0 {
            parts.push(format!(
                "{} {}",
                self.say("nobody written at the beginning:", "لا يُعرف أولها:"),
                origins.unknown
            ));
        }
        parts.join("; ")
    }

    fn beside(&mut self, claim: &ClaimView) {
        self.blank();
        for (list, en, ar) in [
            (
                &claim.reports,
                "reports, without vouching for it",
                "ينقل دون جزم",
            ),
            (&claim.doubts, "doubts", "يشكّك"),
            (&claim.cannot_confirm, "cannot confirm", "لا يستطيع التأكيد"),
        ] {
            if !list.is_empty() {
                let line = format!(
                    "- {}: {} ({})",
                    self.say(en, ar),
                    list.len(),
                    list.join(", ")
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

    /// A statement; in full where `on` is its home.
    pub(super) fn statement(&mut self, one: &StatementView, on: Option<&str>) {
        let bearing = on.and_then(|claim| one.bears.iter().find(|b| b.claim == claim));
        let stance = match bearing {
            Some(bearing) => {
                let mut words = self.pair(words::stance(bearing.stance)).to_owned();
                if bearing.hedged {
                    words.push_str(self.say(" (as likely only)", " (على سبيل الترجيح)"));
                }
                if bearing.unclear {
                    words.push_str(self.say(
                        " (perhaps not this very matter)",
                        " (قد لا يعني هذا الأمر بعينه)",
                    ));
                }
                format!("*{words}* ")
            }
            None if on.is_some() => {
                let words = self.say("through another question", "عبر مسألة أخرى");
                format!("*{words}* ")
            }
            None => String::new(),
        };
        let when = one.said_on.as_ref().or(one.published.as_ref());
        let mut head = format!(
            "- **{}** {stance}{} · {}: {}",
            one.id,
            self.source(one.said_by.as_deref()),
            self.time(when),
            self.own(&one.gist)
        );
        if one.draft {
            head.push_str(self.say(" **(not reviewed)**", " **(لم يُراجَع)**"));
        }
        self.line(head);
        if let Some(back) = &one.taken_back {
            let line = format!(
                "  - {} {}: {}",
                self.pair(words::taken_back(back.how)),
                self.pair(words::taken_back_by(back.who)),
                back.by
            );
            self.line(line);
        }
        if self.matter.home(&one.id) != on {
            return;
        }
        self.quote(one);
        let mut place = self.document(&one.document);
        if let Some(excerpt) = self.matter.excerpts.get(&one.id) {
            place.push_str(&format!(
                "{} {}/{}",
                self.say(", paragraph", "، الفقرة"),
                excerpt.paragraph,
                excerpt.paragraphs
            ));
        }
        if let (Some(first), Some(last)) = (one.content.first(), one.content.last()) {
            place.push_str(&format!(
                "{} {}–{}",
                self.say(", characters", "، المحارف"),
                first.start,
                last.end
            ));
        }
        let line = format!(
            "  - {} {place} · {}",
            self.say("stands in:", "موضعه:"),
            self.pair(words::anchor(one.anchor))
        );
        self.line(line);
        for chain in self.matter.chains_of(&one.id) {
            let line = format!(
                "  - {} {}",
                self.say("came through:", "طريقه:"),
                self.chain(&chain.links)
            );
            self.line(line);
        }
        let line = format!(
            "  - {} · {} · {} {}",
            self.pair(words::act(one.act)),
            self.pair(words::style(one.style)),
            self.say("basis:", "السند:"),
            self.pair(words::basis(one.basis))
        );
        self.line(line);
    }

    /// The words, where the text is at hand: the marked ones bold in their paragraph.
    fn quote(&mut self, one: &StatementView) {
        let Some(excerpt) = self.matter.excerpts.get(&one.id) else {
            return;
        };
        let words: String = excerpt
            .pieces
            .iter()
            .map(|piece| {
                // Emphasis must close next to a letter, so white space stays outside of it.
                let inner = piece.text.trim();
                let at = piece.text.len() - piece.text.trim_start().len();
                let (before, after) = (
                    if at > 0 { " " } else { "" },
                    if piece.text.trim_end().len() < piece.text.len() {
                        " "
                    } else {
                        ""
                    },
                );
                let plain = text(inner).replace(['\u{2068}', '\u{2069}'], "");
                match piece.mark {
                    Mark::Gap => " […] ".to_owned(),
                    _ if inner.is_empty() => " ".to_owned(),
                    Mark::Content => format!("{before}**{plain}**{after}"),
                    _ => format!("{before}{plain}{after}"),
                }
            })
            .collect();
        self.line(format!("  > \u{2068}{words}\u{2069}"));
        self.line("");
    }

    fn pairs(&mut self, claim: &ClaimView) {
        let of = |claims: &[String; 2]| claims.contains(&claim.id);
        let matter = self.matter;
        let pairs: Vec<_> = matter
            .contradictions
            .contradictions
            .iter()
            .filter(|one| of(&one.claims) || one.also.iter().any(|also| of(&also.claims)))
            .collect();
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
                (false, _) => because.join("; "),
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
                one.statements[0],
                one.statements[1],
                self.pair(words::conflict(one.kind)),
                if one.certain {
                    ""
                } else {
                    self.say(", possible only", "، احتمال فقط")
                }
            );
            self.line(line);
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
                one.statements[0],
                one.statements[1],
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
                self.say("more pairs", "من الأزواج غير ما ذُكر")
            );
            self.line(line);
        }
    }

    fn steps(&mut self, claim: &ClaimView) {
        let steps: Vec<TimelineStepView> = self.matter.steps(&claim.id).to_vec();
        if steps.is_empty() {
            return;
        }
        let title = self.say("What was said when", "ما قيل ومتى");
        self.heading(3, title);
        for step in &steps {
            let id = step.statement.as_deref().or(step.judgement.as_deref());
            let line = format!(
                "- {} · {} {}",
                self.time(step.time.as_ref()),
                self.pair(words::step(step.what, step.order_known)),
                id.unwrap_or_default()
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
                    "لا قرار مُدخلًا في المسألة نفسها"
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
