//! `--explain`: under each figure the statements that made it and the rule, by the heading of
//! `docs/method.md` that states it.

use isnad::model::{Key, Source, Statement};
use isnad::view::{ClaimView, Rule, Stance, TallyView};

use super::{Page, figures};

/// The reasons as lines that begin with an arrow; nothing where they are not asked for.
pub(super) fn under(page: &Page<'_>, reasons: Vec<String>) -> String {
    if !page.explain {
        return String::new();
    }
    reasons
        .into_iter()
        .map(|reason| format!("\n↳ {reason}"))
        .collect()
}

fn rule(page: &Page<'_>, rule: Rule) -> String {
    rule.words(page.tongue())
}

fn names(page: &Page<'_>, ids: &[String]) -> String {
    let names: Vec<String> = ids.iter().map(|id| page.source(Some(id))).collect();
    if names.is_empty() {
        page.say("none", "لا شيء").to_owned()
    } else {
        names.join(page.say(", ", "، "))
    }
}

/// Origins, outlets and statements of a stance.
pub(super) fn counts(page: &Page<'_>, tally: &TallyView) -> Vec<String> {
    let origins = &tally.origins;
    let mut most = Vec::new();
    for (label, list) in [
        (page.say("named", "بأسمائها"), &origins.named),
        (
            page.say("undisclosed", "محجوبة الأسماء"),
            &origins.undisclosed,
        ),
        (page.say("own voice", "بصوتها"), &origins.own_voice),
    ] {
        if !list.is_empty() {
            most.push(format!("{label}: {}", names(page, list)));
        }
    }
    if origins.unknown > 0 {
        most.push(format!(
            "{}: {}",
            page.say("chains with nobody written", "سلاسل لا يُعرف أولها"),
            origins.unknown
        ));
    }
    let mut lines = vec![
        format!(
            "{} {}: {}; {}",
            page.say("at least", "على الأقل"),
            origins.at_least,
            names(page, &origins.at_least_by),
            rule(page, Rule::Corroboration)
        ),
        format!(
            "{} {}: {}; {}",
            page.say("at most", "على الأكثر"),
            origins.at_most,
            most.join("; "),
            rule(page, Rule::Corroboration)
        ),
        format!(
            "{}: {}; {}",
            page.say("outlets", "الجهات الناشرة"),
            names(page, &tally.outlets),
            rule(page, Rule::Corroboration)
        ),
        format!(
            "{}: {}; {}",
            page.say("statements", "الأقوال"),
            tally.statements.join(" "),
            rule(page, Rule::Counts)
        ),
    ];
    if !tally.entailed.is_empty() {
        lines.push(format!(
            "{}: {}; {}",
            page.say("through another question", "عبر مسألة أخرى"),
            tally.entailed.join(" "),
            rule(page, Rule::Commitments)
        ));
    }
    for (label, list) in [
        (page.say("hedged", "مرجَّح"), &tally.hedged),
        (page.say("unclear", "غير واضح"), &tally.unclear),
        (
            page.say("taken back, not counted", "تراجع عنه قائله فلم يُعدّ"),
            &tally.taken_back,
        ),
    ] {
        if !list.is_empty() {
            lines.push(format!(
                "{label}: {}; {}",
                list.join(" "),
                rule(page, Rule::Counts)
            ));
        }
    }
    lines
}

/// The keys of every statement of a stance.
fn counted<'t>(
    page: &'t Page<'_>,
    tally: &'t TallyView,
) -> impl Iterator<Item = (Key<Statement>, &'t str)> {
    let statements = &page.case().statements;
    tally
        .statements
        .iter()
        .chain(&tally.entailed)
        .filter_map(|id| Some((statements.key(id)?, id.as_str())))
}

/// Statements with chains that begin with somebody who is written, the ones that are packed.
pub(super) fn disjoint(page: &Page<'_>, tally: &TallyView) -> Vec<String> {
    let case = page.case();
    let analysis = &page.material.analysis;
    let packed: Vec<&str> = counted(page, tally)
        .filter(|(key, id)| {
            !tally.unclear.iter().any(|unclear| unclear == id)
                && analysis
                    .chains_left(*key)
                    .any(|c| c.origin().is_some() && !c.own_voice(&case.statements[*key]))
        })
        .map(|(_, id)| id)
        .collect();
    vec![format!(
        "{}: {}; {}",
        page.say("chosen among the chains of", "اختيرت من سلاسل"),
        if packed.is_empty() {
            page.say("none", "لا شيء").to_owned()
        } else {
            packed.join(" ")
        },
        rule(page, Rule::Corroboration)
    )]
}

/// The side of each origin, by statement.
pub(super) fn sides(page: &Page<'_>, tally: &TallyView) -> Vec<String> {
    let case = page.case();
    let analysis = &page.material.analysis;
    let mut by: std::collections::BTreeMap<String, Vec<&str>> = std::collections::BTreeMap::new();
    for (key, id) in counted(page, tally) {
        for chain in analysis.chains_left(key) {
            let Some(origin) = chain.origin() else {
                continue;
            };
            let side = isnad::analysis::side(analysis, origin, key);
            let name = side.map_or_else(
                || page.say("of no known side", "بلا جهة معلومة").to_owned(),
                |side| page.side(case.sides.id(side)),
            );
            let list = by.entry(name).or_default();
            if list.last() != Some(&id) {
                list.push(id);
            }
        }
    }
    by.into_iter()
        .map(|(name, ids)| {
            format!(
                "{name}: {}; {}",
                ids.join(" "),
                rule(page, Rule::Corroboration)
            )
        })
        .collect()
}

/// Whether a chain runs through one of these, as the nodes that figures count.
fn through(page: &Page<'_>, key: Key<Statement>, sources: &[Key<Source>], every: bool) -> bool {
    let analysis = &page.material.analysis;
    let mut chains = analysis.chains_left(key).map(|chain| {
        chain
            .links
            .iter()
            .filter_map(|link| link.source)
            .any(|s| sources.contains(&analysis.node(s)))
    });
    if every {
        chains.all(|hit| hit)
    } else {
        chains.any(|hit| hit)
    }
}

/// The statements whose chains run through a shared source.
pub(super) fn shared(page: &Page<'_>, tally: &TallyView, source: &str) -> Vec<String> {
    let sources: Vec<Key<Source>> = page.case().sources.key(source).into_iter().collect();
    let ids: Vec<&str> = counted(page, tally)
        .filter(|(key, _)| through(page, *key, &sources, false))
        .map(|(_, id)| id)
        .collect();
    vec![format!(
        "{}; {}",
        ids.join(" "),
        rule(page, Rule::Corroboration)
    )]
}

/// The statements that fall where some sources are set aside.
pub(super) fn load_bearing(page: &Page<'_>, tally: &TallyView, ids: &[String]) -> Vec<String> {
    let case = page.case();
    let sources: Vec<Key<Source>> = ids.iter().filter_map(|id| case.sources.key(id)).collect();
    let fall: Vec<&str> = counted(page, tally)
        .filter(|(key, _)| through(page, *key, &sources, true))
        .map(|(_, id)| id)
        .collect();
    vec![format!(
        "{}: {}; {}",
        page.say("falls", "يسقط"),
        fall.join(" "),
        rule(page, Rule::Corroboration)
    )]
}

/// The texts of which something is said, and where the other figures of a sentence are explained.
pub(super) fn wording(page: &Page<'_>, claim: &ClaimView) -> Vec<String> {
    let case = page.case();
    let mut texts: Vec<&str> = case
        .documents
        .iter()
        .filter(|(key, _, _)| page.material.analysis.counts(*key))
        .map(|(_, id, _)| id)
        .collect();
    texts.sort_unstable();
    let mut lines = vec![format!(
        "{}: {}; {}",
        page.say("texts", "النصوص"),
        texts.join(" "),
        rule(page, Rule::Counts)
    )];
    for (label, tally) in [
        (
            page.tongue().of(claim.affirms.label(Stance::Affirms)),
            &claim.affirms,
        ),
        (
            page.tongue().of(claim.denies.label(Stance::Denies)),
            &claim.denies,
        ),
    ] {
        if !tally.statements.is_empty() || !tally.entailed.is_empty() {
            lines.extend(
                counts(page, tally)
                    .into_iter()
                    .map(|line| format!("{label}: {line}")),
            );
        }
    }
    lines.extend(reports(page, claim));
    lines
}

/// Which line of the table of standings a claim fits.
pub(super) fn standing(page: &Page<'_>, claim: &ClaimView) -> Vec<String> {
    let mut lines = vec![format!(
        "{}: {}; {}: {}; {}",
        page.say("support of saying so", "سند القول"),
        figures::support(page, claim.affirms.support),
        page.say("of denying", "وسند النفي"),
        figures::support(page, claim.denies.support),
        rule(page, Rule::Standing)
    )];
    lines.extend(reports(page, claim));
    lines
}

/// The statements beside those that commit.
pub(super) fn reports(page: &Page<'_>, claim: &ClaimView) -> Vec<String> {
    [
        (
            page.say("passed on without vouching", "نُقل دون جزم"),
            &claim.reports,
        ),
        (page.say("doubted", "شُكّك فيه"), &claim.doubts),
        (
            page.say("cannot confirm", "تعذّر التأكيد"),
            &claim.cannot_confirm,
        ),
    ]
    .into_iter()
    .filter(|(_, list)| !list.is_empty())
    .map(|(label, list)| format!("{label}: {}; {}", list.join(" "), rule(page, Rule::Counts)))
    .collect()
}
