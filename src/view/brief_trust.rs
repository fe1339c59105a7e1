//! The parts of a brief that say how far it was looked over: what nobody has reviewed, what to check first,
//! and the grades that an analyst gave.

use super::brief::Question;
use super::brief_lines::{BriefPartKind, Part, SHOWN, Writer};
use super::decisions::each;
use super::heard::committed;
use super::phrase::{Noun, STATEMENT, Tongue};
use super::warning::{bearing, drafts};
use super::wording::oblique;
use crate::model::{Judgement, Key, Statement};

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

    /// The editorial decisions that the origins rest on, with who made each.
    pub(super) fn decided(&self, decided: &[Key<Judgement>]) -> String {
        let told = each(&self.material.analysis, self.t, decided);
        if told.is_empty() {
            return String::new();
        }
        format!(
            "{} {}",
            self.t.say(
                "; these origins rest on an editorial decision:",
                "؛ وهذه المصادر مبنية على قرار تحريري:"
            ),
            told.join(self.t.say("; ", "؛ "))
        )
    }

    pub(super) fn reviewed(&self, question: &Question<'_>) -> Part {
        let t = self.t;
        let key = question.figures.claim;
        let all = bearing(self.material, key).len();
        let drafts = drafts(self.material, key).len();
        let (label, mut text) = match (t, drafts) {
            (Tongue::En, 0) => ("All reviewed", t.count(all, STATEMENT)),
            (Tongue::Ar, 0) => ("المراجعة", all_reviewed(all)),
            (Tongue::En, n) => (
                "Reviewed by nobody",
                format!("{n} of {}", t.count(all, STATEMENT)),
            ),
            (Tongue::Ar, n) => ("المراجعة", left_unreviewed(n, all)),
        };
        let figures = question.figures;
        if !(figures.affirms.taken_back.is_empty() && figures.denies.taken_back.is_empty()) {
            text.push_str(t.say(
                ", those that no longer count left out",
                "، دون ما لم يعد يُحسب",
            ));
        }
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
                        "لا أولوية: لا يتغيّر الجواب بسوء فهم قول واحد ولا قولين معًا",
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
            format!("{} ({who})", t.ltr(case.statements.id(*key)))
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
            let more = check.sets.len() - SHOWN;
            sets.push(match t {
                Tongue::En => format!("{more} more"),
                Tongue::Ar => format!("وغيرها: {more}"),
            });
        }
        let of = |size: usize| check.sets.iter().filter(|set| set.len() == size).count();
        let label = format!(
            "{label} {}",
            match (of(1), of(2)) {
                (1, 0) => t.say(
                    "(if misread, the standing or its support changes)",
                    "(إن أُسيء فهمه تغيّرت حال المسألة أو عدد مصادرها)"
                ),
                (_, 0) => t.say(
                    "(if any one is misread, the standing or its support changes)",
                    "(إن أُسيء فهم واحد منها تغيّرت حال المسألة أو عدد مصادرها)"
                ),
                (0, _) => t.say(
                    "(if both of a pair are misread, the standing or its support changes)",
                    "(إن أُسيء فهم القولين معًا تغيّرت حال المسألة أو عدد مصادرها)"
                ),
                _ => t.say(
                    "(if one is misread, or both of a pair joined by +, the standing or its support changes)",
                    "(إن أُسيء فهم واحد منها، أو القولين المجموعين بعلامة + معًا، تغيّرت حال المسألة أو عدد مصادرها)"
                ),
            }
        );
        Part::new(BriefPartKind::Check, &label, sets.join(t.say("; ", "؛ ")))
    }
}

/// That people have reviewed all of so many, in the form that Arabic has for each number.
fn all_reviewed(all: usize) -> String {
    match all {
        0 => "لا أقوال للمراجعة".to_owned(),
        1 => "روجع القول الوحيد".to_owned(),
        2 => "روجع القولان".to_owned(),
        n => format!("روجعت الأقوال كلها، وعددها {n}"),
    }
}

/// That nobody has reviewed some.
fn left_unreviewed(n: usize, all: usize) -> String {
    let t = Tongue::Ar;
    // A plural of things takes a feminine verb, a singular and a dual of «قول» a masculine one.
    let left = match n > 2 && (3..=10).contains(&(n % 100)) {
        true => "بقيت",
        false => "بقي",
    };
    format!(
        "{left} {} بلا مراجعة، من أصل {}",
        t.count(n, STATEMENT),
        oblique(t, &t.count(all, STATEMENT))
    )
}

/// «2 without a side», in the form that Arabic has for each number.
pub(super) fn sideless(n: usize) -> String {
    const SIDELESS: Noun = (
        ["", ""],
        [
            "مصدر لا تُعلم جهته",
            "مصدران لا تُعلم جهتاهما",
            "مصادر لا تُعلم جهاتها",
            "مصدرًا لا تُعلم جهاتها",
        ],
    );
    Tongue::Ar.count(n, SIDELESS)
}

/// Of so many statements passed on, how many begin with nobody written.
pub(super) fn of_unknown(all: usize, unknown: usize) -> String {
    let of = "من أنباء متداولة لا يُعرف قائلها";
    match (all, unknown) {
        (1, 1) => format!("، {of}"),
        (2, 2) => format!("، كلاهما {of}"),
        (all, n) if n >= all => format!("، كلها {of}"),
        (_, 1) => format!("، منها واحد {of}"),
        (_, 2) => format!("، منها اثنان {of}"),
        (_, n) => format!("، منها {n} {of}"),
    }
}
