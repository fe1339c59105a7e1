//! The parts of a brief that say how far it was looked over: what nobody has reviewed, what to check first,
//! and the grades that an analyst gave.

use super::brief::Question;
use super::brief_lines::{BriefPartKind, Part, SHOWN, Writer};
use super::heard::committed;
use super::phrase::{STATEMENT, Tongue};
use super::warning::{bearing, drafts};
use crate::model::{Key, Statement};

impl Writer<'_, '_> {
    /// Admiralty grades, source letter and report number apart, of those heard; they enter no figure.
    pub(super) fn graded(&self, question: &Question<'_>) -> String {
        let (t, case) = (self.t, self.case());
        let analysis = &self.material.analysis;
        let mut letters = std::collections::BTreeSet::new();
        let mut numbers = std::collections::BTreeSet::new();
        let figures = question.figures;
        for key in committed(&figures.affirms).chain(committed(&figures.denies)) {
            let id = case.statements.id(key);
            if let Some(grade) = case.statements[key].credibility {
                numbers.insert(format!("{id} {grade}"));
            }
            for chain in analysis.chains_left(key) {
                if let Some(origin) = chain.origin()
                    && let Some(letter) = case.sources[origin].reliability
                {
                    letters.insert(format!("{} {letter:?}", t.source(case, origin)));
                }
            }
        }
        let list = |all: std::collections::BTreeSet<String>| {
            all.into_iter().collect::<Vec<_>>().join(t.say(", ", "، "))
        };
        let mut text = String::new();
        if !letters.is_empty() {
            text.push_str(&format!(
                "{} {}",
                t.say(
                    "; sources graded (Admiralty):",
                    "؛ درجات المصادر (رمز الأميرالية):"
                ),
                list(letters)
            ));
        }
        if !numbers.is_empty() {
            text.push_str(&format!(
                "{} {}",
                t.say("; reports graded:", "؛ درجات الأخبار:"),
                list(numbers)
            ));
        }
        text
    }

    pub(super) fn reviewed(&self, question: &Question<'_>) -> Part {
        let t = self.t;
        let key = question.figures.claim;
        let all = bearing(self.material, key).len();
        let drafts = drafts(self.material, key).len();
        let (label, text) = match (t, drafts) {
            (Tongue::En, 0) => ("All reviewed", t.count(all, STATEMENT)),
            (Tongue::Ar, 0) => ("روجع كله", t.count(all, STATEMENT)),
            (Tongue::En, n) => (
                "Reviewed by nobody",
                format!("{n} of {}", t.count(all, STATEMENT)),
            ),
            (Tongue::Ar, n) => ("لم يراجعه أحد", format!("{n} (الأقوال في المسألة: {all})")),
        };
        Part::new(BriefPartKind::Reviewed, label, text)
    }

    pub(super) fn check(&self, question: &Question<'_>) -> Part {
        let (t, case) = (self.t, self.case());
        let check = &question.check;
        let label = t.say("Check first", "يُراجَع أولًا");
        if check.sets.is_empty() {
            return Part::new(
                BriefPartKind::Check,
                label,
                match check.tried_up_to {
                    0 => t.say(
                        "not worked out, nothing or too much to try",
                        "لم يُحسب: لا شيء يُجرَّب أو هو كثير",
                    ),
                    1 => t.say(
                        "no single statement decides this; pairs were too many to try",
                        "لا قول بمفرده يغيّر الجواب، والأزواج أكثر من أن تُجرَّب",
                    ),
                    _ => t.say(
                        "no one or two statements alone decide this",
                        "لا قول ولا قولان يغيّران الجواب",
                    ),
                },
            );
        }
        let one = |key: &Key<Statement>| {
            let statement = &case.statements[*key];
            // In the outlet's own voice its chain begins with the outlet.
            let own = || {
                let chain = self.material.chains().of(*key).next()?;
                statement.outlet_voice.then(|| chain.origin())?
            };
            let who = match (statement.said_by.or_else(own), statement.heading) {
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
        let label = format!(
            "{label} {}",
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
            }
        );
        Part::new(BriefPartKind::Check, &label, sets.join(t.say("; ", "؛ ")))
    }
}
