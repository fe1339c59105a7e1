//! The parts of a brief that say on whose side those heard are, through whom all of it came, and who is not heard from.

use super::brief::Question;
use super::brief_lines::{BriefPartKind, Part, SHOWN, Writer};
use super::brief_trust::sideless;
use super::heard::beside_no_text;
use super::phrase::Tongue;
use super::way::Way;
use crate::analysis::Figures;

impl Writer<'_, '_> {
    pub(super) fn sides(&self, question: &Question<'_>) -> Option<Part> {
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
                match (t, elsewhere(&question.figures.affirms)) {
                    (Tongue::En, false) => ("say so", "say so"),
                    (Tongue::Ar, false) => ("جهة القائلين", "جهات القائلين"),
                    (Tongue::En, true) => ("implying it", "implying it"),
                    (Tongue::Ar, true) => ("جهة من يلزم من كلامهم", "جهات من يلزم من كلامهم"),
                },
                &question.figures.affirms,
            ),
            of(
                match (t, elsewhere(&question.figures.denies)) {
                    (Tongue::En, false) => ("deny", "deny"),
                    (Tongue::Ar, false) => ("جهة النافين", "جهات النافين"),
                    (Tongue::En, true) => ("at odds with it", "at odds with it"),
                    (Tongue::Ar, true) => ("جهة ما لا يتفق معه", "جهات ما لا يتفق معه"),
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
    pub(super) fn shared(&self, question: &Question<'_>) -> Option<Part> {
        let t = self.t;
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
            (!every.is_empty()).then(|| {
                let analysis = &self.material.analysis;
                let way = Way::of(analysis, &beside_no_text(figures));
                let names = way.shared(t, analysis, &every, SHOWN);
                format!("{label}: {names}")
            })
        };
        let parts: Vec<String> = [
            of(
                match elsewhere(&question.figures.affirms) {
                    false => t.say("saying so", "للقول"),
                    true => t.say("implying it", "لما يلزم منه"),
                },
                &question.figures.affirms,
            ),
            of(
                match elsewhere(&question.figures.denies) {
                    false => t.say("denying", "للنفي"),
                    true => t.say("at odds with it", "لما لا يتفق معه"),
                },
                &question.figures.denies,
            ),
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

    pub(super) fn not_heard(&self, question: &Question<'_>) -> Option<Part> {
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

/// Whether nobody says it in words, but on another question what it follows from.
fn elsewhere(figures: &Figures) -> bool {
    figures.statements.is_empty() && !figures.entailed.is_empty()
}
