//! The figures of one stance, in words, each number beside what it counts.

use isnad::analysis::Support;
use isnad::model::Ruling;
use isnad::view::{
    ClaimView, ClaimsView, Filter, ORIGINAL_TEXT, OUTLET, OriginsView, Rule, STATEMENT, Stance,
    TallyView, labels,
};

use super::super::terminal::clean;
use super::{Page, explain};

/// So many sets of sources that a stance rests on are written out.
const LOAD_BEARING_SHOWN: usize = 5;

/// Where a claim stands, in the words of pages.
pub(super) fn standing(page: &Page<'_>, claim: &ClaimView) -> String {
    let set_aside = !page.material.analysis.setting.without.is_empty();
    claim.standing_label().words_of(page.tongue(), set_aside)
}

/// How many voices, within what bounds.
pub(super) fn how_many(page: &Page<'_>, origins: &OriginsView) -> String {
    page.tongue().origins(origins.at_least, origins.at_most)
}

/// All figures of a stance, a line each.
pub(super) fn lines(page: &Page<'_>, claim: &ClaimView, tally: &TallyView) -> Vec<String> {
    if tally.statements.is_empty() && tally.entailed.is_empty() {
        return Vec::new();
    }
    let why = |reasons: Vec<String>| explain::under(page, reasons);
    let read_so = claim.read_so(tally);
    let mut many = how_many(page, &tally.origins);
    if !read_so.is_empty() {
        many = page.tongue().if_read_so(&many);
    }
    let mut lines = vec![format!(
        "{} · {} · {} · {}{}",
        many,
        page.tongue().count(tally.outlets.len(), OUTLET),
        page.tongue().count(tally.documents.len(), ORIGINAL_TEXT),
        page.tongue()
            .count(tally.statements.len() + tally.entailed.len(), STATEMENT),
        why(explain::counts(page, tally)),
    )];
    if !tally.entailed.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("of these, through another question", "منها عبر مسألة أخرى"),
            tally.entailed.join(" ")
        ));
    }
    if tally.origins.at_least > 1 {
        lines.push(format!(
            "{}: {}",
            page.say("known to be different", "معلوم اختلافها"),
            names(page, &tally.origins.at_least_by)
        ));
    }
    if !read_so.is_empty() {
        lines.push(format!(
            "{}: {}",
            page.say("as these are read here", "بحسب قراءة هذه الأقوال"),
            read_so.join(" ")
        ));
    }
    let judgements = &page.case().judgements;
    let decided: Vec<String> = tally
        .decisions
        .iter()
        .filter_map(|id| {
            let one = &judgements[judgements.key(id)?];
            let comma = page.say(", ", "، ");
            Some(format!(
                "{id} ({}{comma}{})",
                clean(&one.by),
                page.moment(one.at.to_string())
            ))
        })
        .collect();
    if !decided.is_empty() {
        lines.push(format!(
            "{} {}",
            page.say(
                "the origins rest on an editorial decision:",
                "المصادر الأصلية مبنية على قرار تحريري:"
            ),
            decided.join(page.say(", ", "، "))
        ));
    }
    lines.push(format!(
        "{}{}",
        apart(page, tally),
        why(explain::disjoint(page, tally)),
    ));
    let sides: Vec<String> = tally.sides.iter().map(|id| page.side(id)).collect();
    if !sides.is_empty() || !tally.no_side.is_empty() {
        let mut line = format!(
            "{}: {}",
            page.say("sides", "الجهات"),
            sides.join(page.say(", ", "، "))
        );
        if !tally.no_side.is_empty() {
            line.push_str(&format!(
                "{}{} {}",
                if sides.is_empty() {
                    ""
                } else {
                    page.say("; ", "؛ ")
                },
                page.say("of no known side:", "بلا جهة معلومة:"),
                names(page, &tally.no_side)
            ));
        }
        line.push_str(&why(explain::sides(page, tally)));
        lines.push(line);
    }
    for shared in &tally.shared_sources {
        lines.push(format!(
            "{}: {}{}",
            if shared.every_chain {
                page.say(
                    "shared source, every chain runs through it",
                    "مصدر مشترك تمر به كل السلاسل",
                )
            } else {
                page.say("shared by several outlets", "تشترك فيه عدة جهات ناشرة")
            },
            page.source(Some(&shared.source)),
            why(explain::shared(page, tally, &shared.source)),
        ));
    }
    // Larger sets say little that their number does not; JSON has them all.
    let shown = tally
        .load_bearing
        .iter()
        .filter(|set| set.sources.len() <= 2);
    let shown: Vec<_> = shown.take(LOAD_BEARING_SHOWN).collect();
    for set in &shown {
        lines.push(format!(
            "{} {}: {} → {}{}",
            page.say("if we set aside", "إذا استبعدنا"),
            names(page, &set.sources),
            support(page, set.from),
            support(page, set.to),
            why(explain::load_bearing(page, tally, &set.sources)),
        ));
    }
    let more = tally.load_bearing.len() - shown.len();
    if more > 0 {
        let sets: Vec<String> = tally
            .load_bearing
            .iter()
            .filter(|set| !shown.iter().any(|known| known.sources == set.sources))
            .map(|set| {
                let falls = explain::falling(page, tally, &set.sources);
                format!("{} ({falls})", set.sources.join("+"))
            })
            .collect();
        lines.push(format!(
            "{}: {}",
            page.say(
                "more sets of sources that it rests on (--format json)",
                "مجموعات مصادر أخرى يقوم عليها (--format json)"
            ),
            page.figure(more, &sets, Rule::Corroboration),
        ));
    }
    lines
}

/// How many chains share nothing, in words that do not read as praise: one chain alone is no figure, and
/// of several that all meet it is said that they do.
fn apart(page: &Page<'_>, tally: &TallyView) -> String {
    let (least, most) = (tally.disjoint_chains, tally.disjoint_chains_at_most);
    match (least, most) {
        (0, 0) => page
            .say(
                "no chain begins with anybody who can be counted",
                "لا سلسلة يُعرف أولها فتُعدّ",
            )
            .to_owned(),
        (1, 1) if tally.statements.len() + tally.entailed.len() == 1 => {
            page.say("a single chain", "سلسلة واحدة").to_owned()
        }
        (1, 1) => page
            .say(
                "no two chains of known origin are apart: they share a source, an outlet or a text",
                "لا تنفصل سلسلتان معروفتا الأول: بينهما مصدر أو جهة ناشرة أو نص مشترك",
            )
            .to_owned(),
        _ => {
            let bounds = if least == most {
                least.to_string()
            } else {
                format!("{least}–{most}")
            };
            format!(
                "{}: {bounds}",
                page.say(
                    "chains that have neither a source nor an outlet in common",
                    "سلاسل لا يجمع بينها مصدر ولا جهة ناشرة"
                )
            )
        }
    }
}

pub(super) fn support(page: &Page<'_>, support: Support) -> &'static str {
    page.tongue().support(support)
}

fn names(page: &Page<'_>, ids: &[String]) -> String {
    let names: Vec<String> = ids.iter().map(|id| page.source(Some(id))).collect();
    names.join(page.say(" + ", " + "))
}

/// `view corroboration` as text: the figures of every claim, disputed ones first.
pub(in crate::cli) fn draw(view: &ClaimsView, page: &Page<'_>, filter: &Filter) -> String {
    let rows = super::claims::disputed_first(&view.claims, filter)
        .into_iter()
        .map(|claim| {
            vec![
                format!("{}\n[{}]", page.question(&claim.id), claim.id),
                stands(page, claim),
                with_label(page, claim, Stance::Affirms),
                with_label(page, claim, Stance::Denies),
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("question", "المسألة"),
            page.say("stands", "موقعها"),
            page.say("says so", "يقول بوقوعه"),
            page.say("denies", "ينفي"),
        ],
        rows,
    )
}

/// What stands in a column of a stance, told apart where nobody takes it in words.
fn with_label(page: &Page<'_>, claim: &ClaimView, stance: Stance) -> String {
    let tally = claim.tally(stance);
    let mut lines = lines(page, claim, tally);
    if !lines.is_empty() && tally.statements.is_empty() {
        lines.insert(0, page.tongue().of(claim.label(stance)).to_owned());
    }
    lines.join("\n")
}

/// Standing with what stands beside it, the desk's answer among it.
pub(super) fn stands(page: &Page<'_>, claim: &ClaimView) -> String {
    let mut text = words_of_standing(page, claim);
    for line in decided(page, claim) {
        text.push('\n');
        text.push_str(&line);
    }
    text + &explain::under(page, explain::standing(page, claim))
}

fn words_of_standing(page: &Page<'_>, claim: &ClaimView) -> String {
    let mut text = standing(page, claim).to_owned();
    if claim.stands_if_read_so() {
        text.push_str(&format!("\n{}", page.tongue().of(labels::IF_READ_SO)));
    }
    if !claim.conceded_by.is_empty() {
        text.push_str(&format!(
            "\n{}: {}",
            page.tongue().of(labels::CONCEDED),
            names(page, &claim.conceded_by)
        ));
    }
    if claim.hedged {
        text.push_str(page.say("\nas likely only", "\nعلى سبيل الترجيح"));
    }
    text
}

/// The same with the rule that it fits.
pub(super) fn stood(page: &Page<'_>, claim: &ClaimView) -> String {
    words_of_standing(page, claim) + &explain::under(page, explain::standing(page, claim))
}

/// The desk's answer and what dissents from it, a line each, with who and when.
fn decided(page: &Page<'_>, claim: &ClaimView) -> Vec<String> {
    let Some(judgement) = &claim.judgement else {
        return Vec::new();
    };
    let judgements = &page.case().judgements;
    let mut lines = vec![format!(
        "{}: {} ({}, {})",
        page.say("editorial decision", "قرار تحريري"),
        page.tongue().of(labels::answer(judgement.ruling)),
        clean(&judgement.by),
        judgement.at
    )];
    for id in &judgement.dissents {
        let Some(key) = judgements.key(id) else {
            continue;
        };
        let dissent = &judgements[key];
        let answer = match dissent.ruling {
            Ruling::Settled { answer, .. } => {
                format!(": {}", page.tongue().of(labels::answer(answer)))
            }
            _ => String::new(),
        };
        lines.push(format!(
            "{}{answer} ({}, {})",
            page.say("dissent", "رأي مخالف"),
            clean(&dissent.by),
            dissent.at
        ));
    }
    lines
}
