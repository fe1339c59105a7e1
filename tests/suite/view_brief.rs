//! The brief: never longer than 25 lines, the same bytes each time, and what to check first by hand.

use isnad::analysis::Setting;
use isnad::case_file::Loaded;
use isnad::model::{When, Words};
use isnad::view::{BRIEF_LINES, BriefRequest, BriefView, Material, Tongue};

use crate::view_wording::{load, texts};

const BOTH: [Tongue; 2] = [Tongue::En, Tongue::Ar];

fn brief(
    loaded: &Loaded,
    claim: Option<&str>,
    since: Option<&str>,
    tongues: &[Tongue],
) -> BriefView {
    let material = Material::new(loaded, texts(&loaded.case), Setting::default());
    let request = BriefRequest {
        claim: claim.map(|id| loaded.case.claims.key(id).expect("a claim")),
        since: since.map(|day| When::parse(day, false, Words::default()).expect("a day")),
        tongues: tongues.to_vec(),
    };
    BriefView::new(&material, &request)
}

#[test]
fn a_brief_fits_a_chat() {
    for name in ["yarmouk", "qalmir"] {
        let loaded = load(name);
        let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
        for tongues in [&BOTH[..], &BOTH[..1], &BOTH[1..]] {
            let mut claims: Vec<_> = loaded.case.claims.keys().map(Some).collect();
            claims.push(None);
            for claim in claims {
                let request = BriefRequest {
                    claim,
                    since: None,
                    tongues: tongues.to_vec(),
                };
                let view = BriefView::new(&material, &request);
                assert!(view.lines.len() <= BRIEF_LINES, "{:#?}", view.lines);
                assert_eq!(view.questions.is_empty(), view.total == 0);
                for line in &view.lines {
                    assert!(
                        !line.is_empty() && !line.contains(['\n', '\t', '|', '\u{1b}'])
                            || line == &view.lines[0],
                        "{line}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_same_bytes_each_time() {
    let [a, b] = [0, 1].map(|_| {
        let view = brief(&load("qalmir"), None, None, &BOTH);
        serde_json::to_string(&view).expect("JSON")
    });
    assert_eq!(a, b);
}

/// The fighter's denial alone makes a second origin; the other source is heard twice, and silent only without both.
/// The officer who names a coast guard boat is heard in two papers, so that two must be misread.
#[test]
fn what_to_check_first() {
    let view = brief(&load("yarmouk"), Some("khabouri-killed"), None, &BOTH);
    assert_eq!(
        view.questions[0].check_first,
        [vec!["003-20"], vec!["003-08", "003-11"]]
    );
    assert_eq!(view.questions[0].checked_up_to, 2);
    assert_eq!(
        view.lines[10],
        "Check first (if one is misread, or both of a pair joined by +, the standing or its support changes): 003-20 \
         (fighter inside the camp, a Syrian long resident there ‹undisclosed›); 003-08 (source close to Islamic State \
         in Yarmouk ‹undisclosed›) + 003-11 (source close to Islamic State in Yarmouk ‹undisclosed›)"
    );
    let view = brief(
        &load("qalmir"),
        Some("gate-blown-by-coast-guard"),
        None,
        &BOTH,
    );
    assert_eq!(
        view.questions[0].check_first,
        [["mirqab-officer-boat", "press-officer-boat"]]
    );
    assert_eq!(view.questions[0].checked_up_to, 2);
}

#[test]
fn the_most_disputed_come_first_and_the_rest_are_counted() {
    let view = brief(&load("yarmouk"), None, None, &BOTH[..1]);
    let weights: Vec<usize> = view
        .questions
        .iter()
        .map(|q| q.for_it * q.against_it)
        .collect();
    assert!(weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
    assert_eq!(view.questions[0].claim, "khabouri-killed");
    let more = view.total - view.questions.len();
    assert!(more > 0);
    let last = view.lines.last().expect("lines");
    assert!(
        last.starts_with(&format!("{more} more disputed questions: ")),
        "{last}"
    );
}

#[test]
fn since_a_day_leaves_out_what_is_older() {
    let loaded = load("qalmir");
    let new = brief(&loaded, None, Some("2024-03-06"), &BOTH);
    assert!(new.total < brief(&loaded, None, None, &BOTH).total);
    let killed = new
        .questions
        .iter()
        .find(|q| q.claim == "director-killed")
        .expect("something new on it");
    let said = killed.new.as_ref().expect("since was given");
    assert!(said.iter().any(|s| s == "fanar-2-denial"), "{said:?}");
    assert!(!said.iter().any(|s| s == "press-resident"), "{said:?}");
    let none = brief(&loaded, None, Some("2031"), &BOTH);
    assert_eq!(
        none.lines[1],
        "Nothing new on a disputed question in these 9 texts."
    );
    assert_eq!(
        none.lines[2],
        "لا جديد في مسألة متنازع عليها في نصوص هذا الملف (9 نصوص)."
    );
}

#[test]
fn the_decision_behind_a_number_is_named_beside_it() {
    let loaded = load("yarmouk");
    let view = brief(&loaded, Some("khabouri-killed"), None, &BOTH);
    let decisions = &view.questions[0].decisions;
    assert_eq!(decisions.denies, ["fighter-is-not-the-source"]);
    assert!(decisions.affirms.is_empty());
    let told = |words: &str, ruling: &str, at: &str| {
        let line = format!("{words} {ruling} (fighter-is-not-the-source; Isnad desk, {at})");
        // Arabic sets each of these apart.
        let bare = |l: &String| {
            let l = l.replace(['\u{2068}', '\u{2069}'], "");
            l.replace('،', ",").replace('؛', ";")
        };
        view.lines
            .iter()
            .filter(|l| bare(l).contains(&line))
            .count()
    };
    let at = "22 November 2026, 00:45 UTC";
    let id = "a source close to Islamic State in Yarmouk ‹undisclosed› and a fighter inside the camp, a Syrian long resident there ‹undisclosed› are kept apart";
    assert_eq!(
        told("these origins rest on an editorial decision:", id, at),
        1
    );
    let at = "22 تشرين الثاني 2026, 00:45 بتوقيت غرينتش";
    let ruling = "لا يُعدّ مصدر في اليرموك قريب من تنظيم الدولة ‹محجوب الاسم› ومقاتل سوري مقيم في المخيم ‹محجوب الاسم› مصدرًا واحدًا";
    assert_eq!(told("وهذه المصادر مبنية على قرار تحريري:", ruling, at), 1);
    // No date of machines among words, least of all in Arabic.
    assert!(!view.lines.iter().any(|line| line.contains("2026-")));
    // Here no two are known to be different, and nobody ruled so.
    let view = brief(&loaded, Some("armed-clash"), None, &BOTH);
    assert!(view.questions[0].decisions.denies.is_empty());
    assert!(
        !view
            .lines
            .iter()
            .any(|line| line.contains("editorial decision"))
    );
}

#[test]
fn a_claim_alone_has_the_figures_that_it_has_among_all() {
    for name in ["yarmouk", "qalmir"] {
        let loaded = load(name);
        let new = || Material::new(&loaded, texts(&loaded.case), Setting::default());
        let every = new();
        for figures in every.figures().iter().step_by(7) {
            let alone = new();
            assert_eq!(alone.figures_of(figures.claim), figures);
            // Whoever then asks about another is told of that other.
            let other = &every.figures()[every.figures().len() - 1];
            assert_eq!(alone.figures_of(other.claim), other);
            assert_eq!(alone.figures_of(figures.claim), figures);
        }
    }
}
