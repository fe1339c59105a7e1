//! The figures of one stance, each with what made it one step away: the members by name, and the
//! rule by its place in the method.

use maud::{Markup, html};

use super::matter::Matter;
use super::parts::{self, figure, list, number, pair, say, source_link, statements};
use super::words;
use crate::view::{ClaimView, LoadBearingView, OriginsView, RulingView, Stance, TallyView};

/// Why a page is named twice.
pub(super) const TWO_TEXTS: (&str, &str) = (
    "a page that is partly another outlet's counts as two texts",
    "الصفحة التي بعضها مأخوذ عن جهة ناشرة أخرى تُعد نصين",
);

/// So many sets of sources that a stance rests on are written out.
const SETS: usize = 12;

/// A row: the name with its rule, the number, the members.
fn row(rule: &str, name: (&str, &str), value: Markup, made_of: Markup) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(format!("#method-{rule}")) { (say(name.0, name.1)) } }
            td.value { (value) }
            td.made-of { (made_of) }
        }
    }
}

/// The table of affirming or denying.
pub(super) fn table(matter: &Matter<'_>, claim: &ClaimView, stance: Stance) -> Markup {
    let (tally, key) = match stance {
        Stance::Denies => (&claim.denies, "denies"),
        _ => (&claim.affirms, "affirms"),
    };
    let id = claim.id.as_str();
    let name = |part: &str| format!("{key}.{part}");
    let n = tally.statements.len() + tally.entailed.len();
    let origins = &tally.origins;
    if n == 0 && tally.taken_back.is_empty() {
        // A table of zeros says no more than this line.
        return html! {
            p class=(format!("none {key}")) { (parts::stance(stance, false, false)) " " (nobody(matter, stance)) }
        };
    }
    html! {
        table class=(format!("tally {key}")) {
            caption {
                (heading(stance, claim)) " "
                (how_many(id, key, origins))
                (if_read_so(matter, claim, tally))
            }
            thead { tr {
                th scope="col" { (say("figure", "البيان")) }
                th scope="col" { (say("number", "العدد")) }
                th scope="col" { (say("made of", "ممّ يتكوّن")) }
            } }
            tbody {
                (row("statements", ("statements", "الأقوال"), number(id, &name("statements"), n), html! {
                    (statements(matter, &tally.statements))
                    @if !tally.entailed.is_empty() {
                        " " (pair(words::elsewhere(stance))) ": " (statements(matter, &tally.entailed))
                    }
                    @for (list, en, ar) in [
                        (&tally.hedged, "as likely only: ", "على سبيل الترجيح: "),
                        (&tally.unclear, "unclear whether this is meant: ", "قد لا يكون الكلام في هذه المسألة: "),
                        (&tally.taken_back, "taken back or withdrawn, not counted: ", "جرى التراجع عنه أو سحبه فلم يُعدّ: "),
                    ] { @if !list.is_empty() { div { (say(en, ar)) (statements(matter, list)) } } }
                }))
                (row("statements", ("original texts", "النصوص الأصلية"), number(id, &name("documents"), tally.documents.len()),
                    html! {
                        (list(tally.documents.iter().map(|d| parts::document_link(matter, d))))
                        @if tally.documents.windows(2).any(|two| two[0] == two[1]) {
                            br; span.note { (pair(TWO_TEXTS)) }
                        }
                    }))
                (row("statements", ("outlets", "الجهات الناشرة"), number(id, &name("outlets"), tally.outlets.len()), html! {
                    @let (aside, others) = outlets(matter, tally);
                    (parts::sources(matter, &others))
                    @if !aside.is_empty() {
                        @if !others.is_empty() { br; }
                        (pair(words::SET_ASIDE_BUT_COPIED)) (parts::sources(matter, &aside))
                    }
                    @if !tally.republishers.is_empty() {
                        br; (say("published again by: ", "إعادة النشر: ")) (parts::sources(matter, &tally.republishers))
                    }
                }))
                (row("origins", ("origins, at least", "المصادر الأصلية على الأقل"), number(id, &name("at_least"), origins.at_least), html! {
                    @if origins.at_least > 1 { (say("known to be different: ", "معلوم اختلافها: ")) }
                    (bodies(matter, &origins.at_least_by, tally))
                    @if !origins.perhaps_one.is_empty() { br; (perhaps(matter, origins)) }
                    @let decided = decided(matter, tally);
                    @if !decided.is_empty() { br; span.decided { (resting(&decided)) } }
                }))
                (row("origins", ("origins, at most", "المصادر الأصلية على الأكثر"), number(id, &name("at_most"), origins.at_most),
                    members(matter, tally)))
                (row("chains", ("chains that share no source", "سلاسل مستقل بعضها عن بعض"), html! {
                    (number(id, &name("disjoint_chains"), tally.disjoint_chains))
                    @if tally.disjoint_chains_at_most != tally.disjoint_chains {
                        (say(", at most ", "، وعلى الأكثر ")) (number(id, &name("disjoint_chains_at_most"), tally.disjoint_chains_at_most))
                    }
                }, shared(matter, tally)))
                (row("sides", ("sides", "الجهات"), number(id, &name("sides"), tally.sides.len()), html! {
                    (list(tally.sides.iter().map(|side| parts::side_name(matter, side))))
                    @if !tally.no_side.is_empty() {
                        @if !tally.sides.is_empty() { (say("; ", "؛ ")) }
                        (say("of no known side: ", "بلا جهة معلومة: ")) (parts::sources(matter, &tally.no_side))
                    }
                }))
                (row("support", ("support", "عدد المصادر الأصلية، إجمالًا"), figure(id, &name("support"), pair(words::support(tally.support))), html! {}))
            }
        }
    }
}

/// "denies"; or, where nobody does in words, "at odds with it, on another question".
pub(super) fn heading(stance: Stance, claim: &ClaimView) -> Markup {
    html! { span class=(format!("stance {}", words::stance_class(stance))) { (pair(claim.label(stance))) } }
}

/// "if read so", with the statements that may be read otherwise; nothing where the number of origins rests on none.
pub(super) fn if_read_so(matter: &Matter<'_>, claim: &ClaimView, tally: &TallyView) -> Markup {
    let read_so: Vec<String> = claim
        .read_so(tally)
        .into_iter()
        .map(str::to_owned)
        .collect();
    html! { @if !read_so.is_empty() {
        span.note.read-so {
            " " a href="#method-marks" { (pair(words::IF_READ_SO)) } ": " (statements(matter, &read_so))
        }
    } }
}

/// "nobody in these 5 texts".
fn nobody(matter: &Matter<'_>, stance: Stance) -> Markup {
    let n = matter.overview.documents.len();
    let texts = |t: crate::view::Tongue| t.count(n, crate::view::TEXT);
    let (en, ar) = (
        texts(crate::view::Tongue::En),
        texts(crate::view::Tongue::Ar),
    );
    html! {
        span.nobody {
            @if stance == Stance::Denies {
                (say(&format!("no denial in these {en}"), &format!("لا نفي في نصوص هذا الملف ({ar})")))
            } @else {
                (say(&format!("nobody in these {en}"), &format!("لا أحد في نصوص هذا الملف ({ar})")))
            }
        }
    }
}

/// "at least 1, at most 3 origins".
pub(super) fn how_many(claim: &str, key: &str, origins: &OriginsView) -> Markup {
    let at_least = number(claim, &format!("{key}.at_least"), origins.at_least);
    let at_most = number(claim, &format!("{key}.at_most"), origins.at_most);
    html! {
        span.how-many {
            (say("origins: at least ", "المصادر الأصلية: على الأقل ")) (at_least)
            (say(", at most ", "، وعلى الأكثر ")) (at_most)
        }
    }
}

/// The editorial decisions without which who the origins are, or how many, would be another.
pub(super) fn decided<'m>(matter: &'m Matter<'_>, tally: &TallyView) -> Vec<&'m RulingView> {
    let among = |ruling: &&RulingView| tally.decisions.contains(&ruling.id);
    matter.rulings.iter().filter(among).collect()
}

/// The editorial decisions that the origins of either stance rest on, each once.
pub(super) fn decided_both<'m>(matter: &'m Matter<'_>, claim: &ClaimView) -> Vec<&'m RulingView> {
    let mut all = decided(matter, &claim.affirms);
    for ruling in decided(matter, &claim.denies) {
        if !all.iter().any(|one| one.id == ruling.id) {
            all.push(ruling);
        }
    }
    all
}

/// "The origins here rest on an editorial decision", with the way there.
pub(super) fn resting(decided: &[&RulingView]) -> Markup {
    html! {
        (say("the origins here rest on an editorial decision: ", "المصادر الأصلية هنا مبنية على قرار تحريري: "))
        (decisions(decided))
    }
}

/// The decisions, as links.
pub(super) fn decisions(decided: &[&RulingView]) -> Markup {
    list(decided.iter().map(
        |ruling| html! { a href=(format!("#judgement-{}", ruling.id)) { bdi { (ruling.id) } } },
    ))
}

/// Origins as they are counted, each with those who spoke for it: theirs are the names in the texts.
fn bodies(matter: &Matter<'_>, ids: &[String], tally: &TallyView) -> Markup {
    list(ids.iter().map(|id| {
        let spoke = matter.spoke_for(id, tally);
        html! {
            (source_link(matter, id))
            @if !spoke.is_empty() { " " span.note { "(" (say("through ", "بلسان ")) (parts::sources(matter, &spoke)) ")" } }
        }
    }))
}

/// Pairs of which nobody has decided whether they are one, so that *at least* counts one of the two.
fn perhaps(matter: &Matter<'_>, origins: &OriginsView) -> Markup {
    html! {
        (say("perhaps the same, so not counted as two: ", "لعلهما واحد، فلا يُعدّان اثنين: "))
        (list(origins.perhaps_one.iter().map(|[a, b]| html! {
            (source_link(matter, a)) (parts::and(matter, b)) (source_link(matter, b))
        })))
    }
}

/// Everyone that *at most* counts.
fn members(matter: &Matter<'_>, tally: &TallyView) -> Markup {
    let origins = &tally.origins;
    let mut groups: Vec<Markup> = Vec::new();
    for (list, en, ar) in [
        (&origins.named, "named: ", "بأسمائها: "),
        (&origins.undisclosed, "undisclosed: ", "محجوبة أسماؤها: "),
        (
            &origins.own_voice,
            "outlets in their own voice: ",
            "جهات ناشرة بصوتها: ",
        ),
    ] {
        if !list.is_empty() {
            groups.push(html! { (say(en, ar)) (bodies(matter, list, tally)) });
        }
    }
    if origins.unknown > 0 {
        groups.push(html! {
            @let chains = crate::view::Tongue::Ar.count(origins.unknown, words::NOBODY_FIRST);
            (say(&format!("chains with nobody written at their beginning: {}", origins.unknown), &chains))
        });
    }
    html! { @for (n, group) in groups.iter().enumerate() { @if n > 0 { br; } (group) } }
}

/// The outlets that count though they are set aside, and the others.
pub(super) fn outlets(matter: &Matter<'_>, tally: &TallyView) -> (Vec<String>, Vec<String>) {
    let without = &matter.setting().without;
    let outlets = tally.outlets.iter().cloned();
    outlets.partition(|id| without.contains(id))
}

/// Sources that the chains share.
fn shared(matter: &Matter<'_>, tally: &TallyView) -> Markup {
    html! {
        @for (n, shared) in tally.shared_sources.iter().enumerate() {
            @if n > 0 { br; }
            @if shared.every_chain {
                (say("shared source, every chain runs through it: ", "تمر السلاسل كلها عبر "))
            } @else {
                (say("shared by several outlets: ", "تشترك فيه عدة جهات ناشرة: "))
            }
            (source_link(matter, &shared.source))
            @if matter.is_inferred(&shared.source, tally) { (say(" (inferred)", " (بالاستنتاج)")) }
            @if shared.every_chain {
                @if !tally.republishers.is_empty() { (say(", published again by ", "، وأعاد النشر ")) (parts::sources(matter, &tally.republishers)) }
                (say("", "، فتُعدّ سلسلة واحدة"))
            }
        }
    }
}

/// What falls if a source is set aside; nothing where nothing does.
pub(super) fn load_bearing(matter: &Matter<'_>, claim: &ClaimView) -> Option<Markup> {
    let sets = |tally: &TallyView| -> Vec<LoadBearingView> {
        let mut sets = tally.load_bearing.clone();
        sets.sort_by_key(|set| set.sources.len());
        sets
    };
    let (affirms, denies) = (sets(&claim.affirms), sets(&claim.denies));
    if affirms.is_empty() && denies.is_empty() {
        return None;
    }
    Some(html! {
        @for (stance, all) in [(Stance::Affirms, &affirms), (Stance::Denies, &denies)] {
            @if !all.is_empty() {
                p { (heading(stance, claim)) }
                ul.falls {
                    @for set in all.iter().take(SETS) { (falls(matter, set, claim.rests_on_reading(claim.tally(stance)))) }
                    @if all.len() > SETS {
                        li { (say("further sets of sources: ", "مجموعات أخرى من المصادر: ")) (all.len() - SETS) }
                    }
                }
            }
        }
    })
}

/// What becomes weaker, or falls, without one source: the single sources whose setting aside lowers a support.
pub(super) fn rests_on_one(matter: &Matter<'_>, claim: &ClaimView) -> Option<Markup> {
    let of = |stance, tally: &TallyView| -> Vec<(Stance, LoadBearingView)> {
        let single = tally
            .load_bearing
            .iter()
            .filter(|set| set.sources.len() == 1);
        single.map(|set| (stance, set.clone())).collect()
    };
    let mut all = of(Stance::Affirms, &claim.affirms);
    all.extend(of(Stance::Denies, &claim.denies));
    (!all.is_empty()).then(|| {
        html! {
            dt { a href="#method-setting" { (say("If one source is set aside", "إذا استُبعد مصدر واحد")) } }
            dd { ul.falls {
                @for (stance, set) in all.iter().take(SETS) {
                    li { (heading(*stance, claim)) (say(", without ", "، من دون ")) (set_of(matter, set)) (if_read_so_aside(claim.rests_on_reading(claim.tally(*stance)))) ": " (becomes(set)) }
                }
                @if all.len() > SETS { li { (say("further sources: ", "مصادر أخرى: ")) (all.len() - SETS) } }
            } }
        }
    })
}

fn falls(matter: &Matter<'_>, set: &LoadBearingView, read_so: bool) -> Markup {
    html! { li {
        (say("If we set aside ", "إذا استبعدنا: ")) (set_of(matter, set)) (if_read_so_aside(read_so)) ": " (becomes(set))
    } }
}

/// ", if read so", where what becomes weaker rests on words that may be read otherwise.
fn if_read_so_aside(read_so: bool) -> Markup {
    html! { @if read_so { (say(", ", "، ")) span.read-so { (pair(words::IF_READ_SO)) } } }
}

/// Beside a body that is set aside: those who speak for it are counted as it.
pub(super) const WITH_SPEAKERS: (&str, &str) =
    ("(with those who speak for it)", "(مع من يتحدث باسم المصدر)");

/// Beside somebody who is ruled to be whom another name or description means too.
pub(super) const WITH_OTHERS: (&str, &str) = ("(under whatever description)", "(تحت أي وصف ورد)");

/// What goes with a source that is set aside; nothing where it is heard under its own name only.
pub(super) fn goes_with(matter: &Matter<'_>, id: &str) -> Option<(&'static str, &'static str)> {
    let counted = matter.speakers(id);
    let speaks = counted.iter().any(|one| one.speaks_for.is_some());
    (!counted.is_empty()).then_some(if speaks { WITH_SPEAKERS } else { WITH_OTHERS })
}

fn set_of(matter: &Matter<'_>, set: &LoadBearingView) -> Markup {
    html! {
        @for (n, id) in set.sources.iter().enumerate() {
            @if n > 0 { (parts::and(matter, id)) } (source_link(matter, id))
            @if let Some(others) = goes_with(matter, id) { " " span.note { (pair(others)) } }
        }
    }
}

/// "several origins → single origin".
fn becomes(set: &LoadBearingView) -> Markup {
    html! {
        (pair(words::support(set.from))) " " span.arrow aria-hidden="true" { }
        span.unseen { (say(" becomes ", " يصبح ")) } " " strong { (pair(words::support(set.to))) }
    }
}
