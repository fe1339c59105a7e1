//! The end of a sentence of supported wording: who doubts it, through whom alone it is known, on how many outlets'
//! pages, and whether anybody says that they saw it.

use std::collections::BTreeSet;

use super::heard::{Heard, beside_no_text, committed};
use super::phrase::{OUTLET, PAGE, STATEMENT, Tongue};
use super::way::Way;
use super::wording::{Lead, Sentence, oblique};
use crate::analysis::Analysis;
use crate::model::{Document, Key, Statement};

impl Sentence<'_, '_> {
    pub(super) fn doubted(&self, t: Tongue, clauses: &mut Vec<String>) {
        for (list, en, ar) in [
            (&self.figures.doubts.0, "doubted in", "وشُكّك فيه في"),
            (
                &self.figures.cannot_confirm.0,
                "not confirmed, as not known, in",
                "وتعذّر تأكيده في",
            ),
        ] {
            if !list.is_empty() {
                clauses.push(format!(
                    "{} {}",
                    t.say(en, ar),
                    oblique(t, &t.count(list.len(), STATEMENT))
                ));
            }
        }
    }

    /// Through whom alone it is known, what is said and its denial apart where they differ; and whether any
    /// source says that it saw it.
    pub(super) fn ground(&self, t: Tongue, lead: Lead, clauses: &mut Vec<String>) {
        let said: Vec<Key<Statement>> = match lead {
            Lead::Said => beside_no_text(&self.figures.affirms),
            Lead::Reported if self.passed_on.is_empty() => self.mentions.statements.clone(),
            Lead::Reported => self.passed_on.clone(),
            Lead::TakenBack | Lead::Denied | Lead::Nobody => Vec::new(),
        };
        let denied: Vec<Key<Statement>> = beside_no_text(&self.figures.denies);
        // What the sentence tells of beside them may have come another way.
        let figures = self.figures;
        let mut told: Vec<Key<Statement>> = Vec::new();
        for list in [
            &figures.reports.0,
            &figures.doubts.0,
            &figures.cannot_confirm.0,
            &figures.affirms.taken_back,
            &figures.denies.taken_back,
        ] {
            told.extend(list.iter().filter(|key| !said.contains(key)));
        }
        // What took something back is told of too.
        for back in [&figures.affirms.taken_back, &figures.denies.taken_back] {
            let later = back.iter().filter_map(|key| self.analysis.back_of(*key));
            told.extend(later.map(|back| back.by));
        }
        let (way, way_of_denial) = (
            Way::of(self.analysis, &said),
            Way::of(self.analysis, &denied),
        );
        let (said_way, denied_way) = (
            way.words(t, self.analysis),
            way_of_denial.words(t, self.analysis),
        );
        if !denied.is_empty() && way == way_of_denial {
            let all = way.carries(self.analysis, &told);
            clauses.extend(said_way.map(|words| match (t, all) {
                (Tongue::En, true) => format!("all of this is known only {words}"),
                (Tongue::En, false) => {
                    format!("what is said and its denial are known only {words}")
                }
                (Tongue::Ar, true) => format!("ولم يرد ذلك كله إلا {words}"),
                (Tongue::Ar, false) => format!("ولم يرد القول ونفيه إلا {words}"),
            }));
        } else {
            let alone = denied.is_empty() || said.is_empty();
            let whole = alone && way.carries(self.analysis, &told);
            clauses.extend(said_way.map(|words| match (t, whole) {
                (Tongue::En, true) => format!("it is known only {words}"),
                (Tongue::En, false) => format!("what is said is known only {words}"),
                (Tongue::Ar, true) => format!("ولم يرد ذلك إلا {words}"),
                (Tongue::Ar, false) => format!("ولم يرد القول إلا {words}"),
            }));
            let all =
                said.is_empty() && !told.is_empty() && way_of_denial.carries(self.analysis, &told);
            clauses.extend(denied_way.map(|words| match t {
                Tongue::En if all => format!("all of this is known only {words}"),
                Tongue::Ar if all => format!("ولم يرد ذلك كله إلا {words}"),
                Tongue::En if self.denies.only_elsewhere() => {
                    format!("what it is at odds with is known only {words}")
                }
                Tongue::Ar if self.denies.only_elsewhere() => {
                    format!("ولم يرد ما لا يتفق معه إلا {words}")
                }
                // What only may deny it is no denial.
                Tongue::En if self.denies.here.perhaps() => {
                    format!("words that may deny it are known only {words}")
                }
                Tongue::Ar if self.denies.here.perhaps() => {
                    format!("ولم يرد ما قد ينفيه إلا {words}")
                }
                Tongue::En => format!("the denial is known only {words}"),
                Tongue::Ar => format!("ولم يرد النفي إلا {words}"),
            }));
        }
        // A denial needs no witness.
        if lead == Lead::Said && self.says.has_voices() && !self.says.witnessed {
            clauses.push(
                t.say(
                    "nobody who says so claims to have seen it",
                    "دون أن يذكر قائل به مشاهدة مباشرة",
                )
                .to_owned(),
            );
        }
    }
}

/// On how many outlets' pages it stands, where it is more than one. A page that is partly another outlet's counts as two
/// texts of two outlets, and is one page all the same.
pub(super) fn carried(t: Tongue, analysis: &Analysis<'_>, heard: &Heard<'_>) -> Option<String> {
    let outlets = heard.figures.outlets.len();
    if outlets < 2 {
        return None;
    }
    let statements = || committed(heard.figures).map(|key| &analysis.case.statements[key]);
    let pages: BTreeSet<Key<Document>> = statements().map(|one| one.document).collect();
    let n = t.count(outlets, OUTLET);
    if pages.len() >= outlets {
        return Some(match t {
            Tongue::En => format!("carried by {n}"),
            Tongue::Ar => format!("ورد عبر {}", oblique(t, &n)),
        });
    }
    if pages.len() > 1 {
        let pages = t.count(pages.len(), PAGE);
        return Some(match t {
            Tongue::En => format!("carried by {n} on {pages}"),
            Tongue::Ar => format!("ورد عبر {} في {}", oblique(t, &n), oblique(t, &pages)),
        });
    }
    let headings = statements().filter(|one| one.heading).count();
    let both = headings > 0 && statements().any(|one| !one.heading);
    Some(
        match both {
            true => t.say(
                "in the heading and the text of one page",
                "ورد في عنوان صفحة واحدة ومتنها",
            ),
            false => t.say(
                "all on one page, part of which is taken from another outlet",
                "ورد كله في صفحة واحدة بعضها مأخوذ عن جهة ناشرة أخرى",
            ),
        }
        .to_owned(),
    )
}
