//! `--explain`: under each figure the statements that made it and the rule, by the heading of
//! `docs/method.md` that states it.

use isnad::model::{Key, Source, Statement};
use isnad::view::{ApartView, ClaimView, Rule, Stance, TallyView, labels};

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

/// "; rule: Standing", the end of a reason.
pub(super) fn rule(page: &Page<'_>, rule: Rule) -> String {
    format!("{}{}", page.say("; ", "؛ "), rule.words(page.tongue()))
}

fn none(page: &Page<'_>) -> String {
    page.say("none", "لا شيء").to_owned()
}

/// "outlets (2): ": what is counted, and how many there are.
fn numbered(label: &str, n: usize) -> String {
    format!("{label} ({n}): ")
}

/// Ids in a row; "none" where there are none.
pub(super) fn list<S: AsRef<str>>(page: &Page<'_>, ids: &[S]) -> String {
    if ids.is_empty() {
        return none(page);
    }
    let ids: Vec<&str> = ids.iter().map(AsRef::as_ref).collect();
    ids.join(" ")
}

/// Each source with the statements of a stance that `is` holds true of.
fn with_statements(
    page: &Page<'_>,
    tally: &TallyView,
    sources: &[String],
    is: impl Fn(Key<Source>, Key<Statement>) -> bool,
) -> String {
    let one = |id: &String| {
        let key = page.case().sources.key(id);
        let theirs: Vec<&str> = counted(page, tally)
            .filter(|(statement, _)| key.is_some_and(|source| is(source, *statement)))
            .map(|(_, id)| id)
            .collect();
        format!("{} ({})", page.source(Some(id)), list(page, &theirs))
    };
    if sources.is_empty() {
        return none(page);
    }
    let all: Vec<String> = sources.iter().map(one).collect();
    all.join(page.say(", ", "، "))
}

/// "the interior ministry and the ministry".
pub(super) fn pair(page: &Page<'_>, [a, b]: &[String; 2]) -> String {
    let [a, b] = [a, b].map(|id| page.source(Some(id)));
    format!("{a}{}{b}", page.say(" and ", " و"))
}

/// The pairs that may be one, with where to decide.
fn perhaps(page: &Page<'_>, tally: &TallyView) -> Option<String> {
    let pairs = &tally.origins.perhaps_one;
    let all: Vec<String> = pairs.iter().map(|two| pair(page, two)).collect();
    (!all.is_empty()).then(|| {
        format!(
            "{}{}; {}{}",
            numbered(page.say("perhaps the same", "لعلهما واحد"), all.len()),
            all.join(page.say(", ", "، ")),
            page.say(
                "a judgement same or different decides",
                "يفصل فيه قرار تحريري (same أو different)"
            ),
            rule(page, Rule::Corroboration)
        )
    })
}

/// Origins, outlets and statements of a stance.
pub(super) fn counts(page: &Page<'_>, tally: &TallyView) -> Vec<String> {
    let origins = &tally.origins;
    let (case, analysis) = (page.case(), &page.material.analysis);
    // Whether a statement begins with a source, in its own voice or not.
    let begins = |own: bool| {
        move |source: Key<Source>, statement: Key<Statement>| {
            analysis.chains_left(statement).any(|chain| {
                let origin = chain.origin().map(|origin| analysis.node(origin));
                origin == Some(source) && chain.own_voice(&case.statements[statement]) == own
            })
        }
    };
    let published = |source: Key<Source>, statement: Key<Statement>| {
        let outlet = analysis.texts.publication(case, statement).outlet;
        outlet.map(|outlet| analysis.node(outlet)) == Some(source)
    };
    let mut most = Vec::new();
    for (label, sources, own) in [
        (page.say("named", "بأسمائها"), &origins.named, false),
        (
            page.say("undisclosed", "محجوبة أسماؤها"),
            &origins.undisclosed,
            false,
        ),
        (page.say("own voice", "بصوتها"), &origins.own_voice, true),
    ] {
        if !sources.is_empty() {
            let with = with_statements(page, tally, sources, begins(own));
            most.push(numbered(label, sources.len()) + &with);
        }
    }
    if origins.unknown > 0 {
        most.push(format!(
            "{}: {} ({})",
            page.say("chains with nobody written", "سلاسل لا يُعرف أولها"),
            origins.unknown,
            list(page, &origins.unknown_in)
        ));
    }
    let mut all: Vec<&String> = tally.statements.iter().chain(&tally.entailed).collect();
    all.sort_unstable();
    let mut lines = vec![
        format!(
            "{} {}: {}{}",
            page.say("at least", "على الأقل"),
            origins.at_least,
            with_statements(page, tally, &origins.at_least_by, begins(false)),
            rule(page, Rule::Corroboration)
        ),
        format!(
            "{} {}: {}{}",
            page.say("at most", "على الأكثر"),
            origins.at_most,
            most.join(page.say("; ", "؛ ")),
            rule(page, Rule::Corroboration)
        ),
        format!(
            "{}{}{}",
            numbered(page.say("outlets", "الجهات الناشرة"), tally.outlets.len()),
            with_statements(page, tally, &tally.outlets, published),
            rule(page, Rule::Corroboration)
        ),
        format!(
            "{}{}{}",
            numbered(
                page.say("original texts", "النصوص الأصلية"),
                tally.documents.len()
            ),
            list(page, &tally.documents),
            rule(page, Rule::Corroboration)
        ),
        format!(
            "{}{}{}",
            numbered(page.say("statements", "الأقوال"), all.len()),
            list(page, &all),
            rule(page, Rule::Counts)
        ),
    ];
    for (label, ids, why) in [
        (
            page.say("through another question", "عبر مسألة أخرى"),
            &tally.entailed,
            Rule::Commitments,
        ),
        (page.say("hedged", "مرجَّح"), &tally.hedged, Rule::Commitments),
        (
            page.say("unclear", "غير واضح"),
            &tally.unclear,
            Rule::Commitments,
        ),
        (
            page.say("unsourced", "لا يُعرف قائله"),
            &origins.unsourced,
            Rule::Corroboration,
        ),
        (
            page.say("headings beside their text", "عناوين مع متنها"),
            &origins.headings,
            Rule::Corroboration,
        ),
    ] {
        if !ids.is_empty() {
            let label = numbered(label, ids.len());
            lines.push(format!("{label}{}{}", ids.join(" "), rule(page, why)));
        }
    }
    lines.extend(perhaps(page, tally));
    lines.extend(taken_back(page, tally));
    lines
}

/// What no longer counts for a stance, by how and by whom that was done, each with the later statement that did it; and
/// these later statements.
pub(super) fn taken_back(page: &Page<'_>, tally: &TallyView) -> Option<String> {
    if tally.taken_back.is_empty() {
        return None;
    }
    let case = page.case();
    let id = |key: Key<Statement>| case.statements.id(key);
    let mut by: Vec<(labels::Pair, Vec<String>)> = Vec::new();
    let (mut later, mut headings) = (Vec::new(), Vec::new());
    for taken in &tally.taken_back {
        let key = case.statements.key(taken);
        let Some(back) = key.and_then(|key| page.material.analysis.back_of(key)) else {
            continue;
        };
        if let Some(text) = back.with.map(id)
            && tally.taken_back.iter().any(|other| other == text)
        {
            headings.push(format!("{taken} ({text})"));
            continue;
        }
        later.push(id(back.by));
        let label = labels::taken_back(back.how, back.who);
        let with = back.with.map(|text| {
            let with = page.tongue().of(labels::WITH_ITS_TEXT);
            format!("{with} {}: ", id(text))
        });
        let one = format!("{taken} ({}{})", with.unwrap_or_default(), id(back.by));
        match by.iter_mut().find(|(known, _)| *known == label) {
            Some((_, list)) => list.push(one),
            None => by.push((label, vec![one])),
        }
    }
    later.sort_unstable();
    later.dedup();
    let counted: usize = by.iter().map(|(_, list)| list.len()).sum();
    let apart = page.say(", ", "، ");
    let mut parts: Vec<String> = by
        .iter()
        .map(|(label, list)| numbered(page.tongue().of(*label), list.len()) + &list.join(apart))
        .collect();
    if !headings.is_empty() {
        let label = page.say("headings with their text", "عناوين مع متنها");
        parts.push(numbered(label, headings.len()) + &headings.join(apart));
    }
    let label = page.say("by later statements", "بأقوال لاحقة");
    parts.push(numbered(label, later.len()) + &later.join(" "));
    Some(format!(
        "{}{}{}",
        numbered(page.say("not counted any more", "لم يعد يُحسب"), counted),
        parts.join(page.say("; ", "؛ ")),
        rule(page, Rule::Counts)
    ))
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

/// The chains that are packed.
pub(super) fn disjoint(page: &Page<'_>, tally: &TallyView) -> Vec<String> {
    let arrow = page.say(" → ", " ← ");
    let one = |chain: &ApartView| {
        let links = chain.links.iter().map(|link| page.source(link.as_deref()));
        let links: Vec<String> = links.collect();
        format!("{} ({})", chain.statement, links.join(arrow))
    };
    let all: Vec<String> = tally.disjoint_chains_by.iter().map(one).collect();
    let all = match all.as_slice() {
        [] => none(page),
        all => all.join(page.say(", ", "، ")),
    };
    let label = numbered(
        page.say("these chains", "هذه السلاسل"),
        tally.disjoint_chains,
    );
    let most = tally.disjoint_chains_at_most;
    let more = match most == tally.disjoint_chains {
        true => String::new(),
        false => format!("{}{most}", page.say("; at most ", "؛ وعلى الأكثر ")),
    };
    vec![format!(
        "{label}{all}{more}{}",
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
                "{name}: {}{}",
                ids.join(" "),
                rule(page, Rule::Corroboration)
            )
        })
        .collect()
}

/// Whether a chain runs through one of these, as the nodes that figures count.
fn through(page: &Page<'_>, key: Key<Statement>, sources: &[Key<Source>]) -> bool {
    let analysis = &page.material.analysis;
    analysis.chains_left(key).any(|chain| {
        let mut links = chain.links.iter().filter_map(|link| link.source);
        links.any(|s| sources.contains(&analysis.node(s)))
    })
}

/// The statements whose chains run through a shared source.
pub(super) fn shared(page: &Page<'_>, tally: &TallyView, source: &str) -> Vec<String> {
    let sources: Vec<Key<Source>> = page.case().sources.key(source).into_iter().collect();
    let ids: Vec<&str> = counted(page, tally)
        .filter(|(key, _)| through(page, *key, &sources))
        .map(|(_, id)| id)
        .collect();
    vec![format!(
        "{}{}",
        ids.join(" "),
        rule(page, Rule::Corroboration)
    )]
}

/// The statements that fall where some sources are set aside.
pub(super) fn falling(page: &Page<'_>, tally: &TallyView, ids: &[String]) -> String {
    let case = page.case();
    let sources: Vec<Key<Source>> = ids.iter().filter_map(|id| case.sources.key(id)).collect();
    let fall: Vec<&str> = counted(page, tally)
        .filter(|(key, _)| page.material.analysis.falls_without(*key, &sources))
        .map(|(_, id)| id)
        .collect();
    format!("{}: {}", page.say("falls", "يسقط"), list(page, &fall))
}

/// As [`falling`], with the rule.
pub(super) fn load_bearing(page: &Page<'_>, tally: &TallyView, ids: &[String]) -> Vec<String> {
    vec![falling(page, tally, ids) + &rule(page, Rule::Corroboration)]
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
        "{}{}{}",
        numbered(page.say("texts", "النصوص"), texts.len()),
        texts.join(" "),
        rule(page, Rule::Counts)
    )];
    for (label, tally) in [
        (
            page.tongue().of(claim.label(Stance::Affirms)),
            &claim.affirms,
        ),
        (page.tongue().of(claim.label(Stance::Denies)), &claim.denies),
    ] {
        let counted = if tally.statements.is_empty() && tally.entailed.is_empty() {
            taken_back(page, tally).into_iter().collect()
        } else {
            counts(page, tally)
        };
        lines.extend(counted.into_iter().map(|line| format!("{label}: {line}")));
        // A page that is two texts is one page.
        let mut pages: Vec<&str> = counted_in(page, tally);
        pages.sort_unstable();
        pages.dedup();
        if !pages.is_empty() {
            let line = numbered(page.say("pages", "الصفحات"), pages.len()) + &pages.join(" ");
            lines.push(format!("{label}: {line}{}", rule(page, Rule::Wording)));
        }
    }
    lines.extend(reports(page, claim));
    lines
}

/// The documents that the statements of a stance stand in.
fn counted_in<'p>(page: &'p Page<'_>, tally: &TallyView) -> Vec<&'p str> {
    let case = page.case();
    counted(page, tally)
        .map(|(key, _)| case.documents.id(case.statements[key].document))
        .collect()
}

/// Which line of the table of standings a claim fits.
pub(super) fn standing(page: &Page<'_>, claim: &ClaimView) -> Vec<String> {
    let mut lines = vec![format!(
        "{}: {}{}{}: {}{}",
        page.say("support of saying so", "سند القول"),
        figures::support(page, claim.affirms.support),
        page.say("; ", "؛ "),
        page.say("of denying", "وسند النفي"),
        figures::support(page, claim.denies.support),
        rule(page, Rule::Standing)
    )];
    lines.extend(reports(page, claim));
    lines
}

/// The statements beside those that commit.
pub(super) fn reports(page: &Page<'_>, claim: &ClaimView) -> Vec<String> {
    let headings = &claim.origins_of.reports.headings;
    let own = |list: Vec<&String>| list.into_iter().cloned().collect::<Vec<_>>();
    let (passed_on, unsourced) = (own(claim.passed_on()), own(claim.unsourced()));
    [
        (
            page.say("passed on without vouching", "نُقل دون جزم"),
            &passed_on,
            Rule::Commitments,
        ),
        (
            page.say("headings beside their text", "عناوين مع متنها"),
            headings,
            Rule::Corroboration,
        ),
        (
            page.say("of these, unsourced reports", "منها أنباء متداولة"),
            &unsourced,
            Rule::Corroboration,
        ),
        (
            page.tongue().of(labels::WITHIN_DENIALS),
            &claim.within_denials,
            Rule::Commitments,
        ),
        (
            page.say("doubted", "شُكّك فيه"),
            &claim.doubts,
            Rule::Commitments,
        ),
        (
            page.say("cannot confirm", "تعذّر التأكيد"),
            &claim.cannot_confirm,
            Rule::Commitments,
        ),
    ]
    .into_iter()
    .filter(|(_, list, _)| !list.is_empty())
    .map(|(label, list, why)| {
        let label = numbered(label, list.len());
        format!("{label}{}{}", list.join(" "), rule(page, why))
    })
    .collect()
}
