//! A heading rests on its text: whatever makes the text fall makes the heading fall, by one rule.

use isnad::analysis::{Analysis, Fate, Figures, Ledger, Literal, Setting, Standing};
use isnad::model::{Case, Key, Stance};

use crate::analysis_build::Files;

/// A man, that he was killed and that he is dead, an outlet with a text and one with a later text.
fn base() -> Files {
    let mut files = Files::default();
    files
        .entity("rami", "person", "")
        .source("paper", "kind: outlet")
        .source("post", "kind: outlet")
        .source("doctor", "kind: witness")
        .source("mayor", "kind: official")
        .claim(
            "killed",
            "proposition: (predicate: \"killed\", roles: {\"victim\": \"rami\"})",
        )
        .claim(
            "dead",
            "proposition: (predicate: \"status\", roles: {\"person\": \"rami\", \"value\": \"dead\"})",
        )
        .document("d1", "paper", "published: (edtf: \"2024-03-05\")")
        .document("d2", "post", "published: (edtf: \"2024-03-06\")");
    files
}

fn bears(claim: &str, stance: &str) -> String {
    format!("bears: [(claim: \"{claim}\", stance: {stance})]")
}

fn heading(claim: &str, stance: &str) -> String {
    format!(
        "heading: true, outlet_voice: true, {}",
        bears(claim, stance)
    )
}

fn takes_back(files: &mut Files, by: &str, statement: &str) {
    let back = format!("takes_back: [(statement: \"{statement}\", how: retracts)]");
    files.statement("d2", "back", &format!("said_by: \"{by}\", {back}"));
}

fn setting(case: &Case, without: &[&str]) -> Setting {
    let keys = without.iter().map(|id| case.sources.key(id).expect("one"));
    Setting {
        without: keys.collect(),
        ..Setting::default()
    }
}

fn of(case: &Case, claim: &str, denied: bool, without: &[&str]) -> Figures {
    let analysis = Analysis::new(case, setting(case, without), &[]);
    let literal = Literal::affirmed(case.claims.key(claim).expect("a claim"));
    let ledger = Ledger::new(&analysis);
    ledger.figures(if denied { literal.negated() } else { literal })
}

fn counted(figures: &Figures) -> (usize, usize) {
    let all = figures.statements.len() + figures.entailed.len();
    (all, figures.taken_back.len())
}

/// Of each set of one that the support rests on: its id.
fn rests_on(case: &Case, figures: &Figures) -> Vec<String> {
    let sets = figures.load_bearing.iter();
    let ones = sets.filter_map(|set| match set.sources.as_slice() {
        [one] => Some(case.sources.id(*one).to_owned()),
        _ => None,
    });
    ones.collect()
}

/// A heading that says more than its text, or less, goes with it, whoever makes it go.
#[test]
fn a_heading_falls_alike_by_taking_back_and_by_setting_aside() {
    for (above, below, denied) in [
        ("killed", "dead", false),
        ("dead", "killed", false),
        ("dead", "dead", false),
        ("killed", "dead", true),
        ("dead", "killed", true),
    ] {
        let stance = if denied { "denies" } else { "affirms" };
        let mut files = base();
        let text = format!("said_by: \"doctor\", {}", bears(below, stance));
        files
            .statement("d1", "h", &heading(above, stance))
            .statement("d1", "s", &text);
        let case = files.read();
        let told = format!("{above} over {below}, {stance}");
        for claim in ["killed", "dead"] {
            let whole = of(&case, claim, denied, &[]);
            let without = of(&case, claim, denied, &["doctor"]);
            assert_eq!(counted(&without), (0, 0), "{told}: {claim}");
            if !whole.statements.is_empty() || !whole.entailed.is_empty() {
                let on = rests_on(&case, &whole);
                assert_eq!(on, ["doctor", "paper"], "{told}: {claim}");
            }
        }
        takes_back(&mut files, "doctor", "s");
        let case = files.read();
        for claim in ["killed", "dead"] {
            let (stand, back) = counted(&of(&case, claim, denied, &[]));
            assert_eq!(stand, 0, "{told}: {claim} taken back");
            let whole = of(&case, claim, denied, &["paper"]);
            assert_eq!(counted(&whole).0, 0, "{told}: {claim}");
            assert!(back <= 2);
        }
        let analysis = Analysis::new(&case, Setting::default(), &[]);
        let key = case.statements.key("h").expect("the heading");
        let back = analysis.taken_back.get(&key).expect("taken back too");
        assert_eq!(back.with, case.statements.key("s"), "{told}");
    }
}

/// What a heading denies does not rest on what its text affirms, and a text about something else carries none.
#[test]
fn a_heading_rests_on_nothing_else() {
    let mut files = base();
    files.claim("quarrel", "");
    let text = |claim| format!("said_by: \"doctor\", {}", bears(claim, "affirms"));
    files
        .statement("d1", "h", &heading("killed", "denies"))
        .statement("d1", "s", &text("dead"))
        .statement("d1", "q", &text("quarrel"));
    let case = files.read();
    let without = of(&case, "killed", true, &["doctor"]);
    assert_eq!((counted(&without), without.origins.at_most), ((1, 0), 1));
}

/// Of two things that a heading says one may go and the other stay.
#[test]
fn a_heading_loses_only_what_lost_its_text() {
    let mut files = base();
    files.claim("quarrel", "");
    let both = "heading: true, outlet_voice: true, bears: [(claim: \"dead\", stance: affirms), \
                (claim: \"quarrel\", stance: affirms)]";
    files
        .statement("d1", "h", both)
        .statement(
            "d1",
            "s",
            &format!("said_by: \"doctor\", {}", bears("dead", "affirms")),
        )
        .statement(
            "d1",
            "t",
            &format!("said_by: \"mayor\", {}", bears("quarrel", "affirms")),
        );
    let case = files.read();
    assert_eq!(counted(&of(&case, "dead", false, &["doctor"])), (0, 0));
    assert_eq!(counted(&of(&case, "quarrel", false, &["doctor"])), (2, 0));
    takes_back(&mut files, "doctor", "s");
    let case = files.read();
    assert_eq!(counted(&of(&case, "dead", false, &[])), (0, 2));
    assert_eq!(counted(&of(&case, "quarrel", false, &[])), (2, 0));
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let key = |id: &str| case.statements.key(id).expect("a statement");
    assert!(analysis.stands(key("h")));
    let dead = case.claims.key("dead").expect("a claim");
    let fate = analysis.fate(key("h"), dead, Stance::Affirms);
    assert!(matches!(fate, Fate::TakenBack(back) if back.with == Some(key("s"))));
}

/// Words that a heading gives to a source fall when the text has them from that source no more, and not with those
/// of another.
#[test]
fn a_heading_in_a_mouth_rests_on_the_same_mouth() {
    let mut files = base();
    let said = |by: &str| format!("said_by: \"{by}\", {}", bears("dead", "affirms"));
    files
        .statement("d1", "h", &format!("heading: true, {}", said("mayor")))
        .statement("d1", "s", &said("mayor"))
        .statement("d1", "t", &said("doctor"));
    takes_back(&mut files, "mayor", "s");
    let case = files.read();
    let f = of(&case, "dead", false, &[]);
    assert_eq!(counted(&f), (1, 2));
    assert_eq!(f.origins.named, [case.sources.key("doctor").expect("one")]);
}

/// A report that nobody is written to have made is one, whatever its heading repeats, and no support.
#[test]
fn a_heading_and_its_text_are_one_report() {
    for above in ["outlet_voice: true, ", ""] {
        let mut files = base();
        let said = bears("dead", "affirms");
        files
            .statement("d1", "h", &format!("heading: true, {above}{said}"))
            .statement("d1", "s", &said);
        let case = files.read();
        let analysis = Analysis::new(&case, Setting::default(), &[]);
        let claims = Ledger::new(&analysis).claims();
        let dead = &claims[case.claims.key("dead").expect("a claim").index()];
        assert_eq!(dead.standing, Standing::Reported, "{above:?}");
        let origins = &dead.affirms.origins;
        assert_eq!((origins.unknown, origins.at_most), (1, 1), "{above:?}");
        let text: Vec<Key<_>> = case.statements.key("s").into_iter().collect();
        assert_eq!(origins.unsourced, text, "{above:?}");
    }
}

/// A republisher's own heading over words that it has from elsewhere is no second outlet.
#[test]
fn a_heading_is_no_text_of_its_own() {
    let mut files = base();
    let part = "published: (edtf: \"2024-03-07\"), \
                republishes: (from: document(\"d1\"), part: [(start: 0, end: 50)])";
    files.document("d3", "post", part);
    let said = |at: usize| {
        let end = at + 8;
        format!(
            "said_by: \"doctor\", content: [(start: {at}, end: {end})], {}",
            bears("dead", "affirms")
        )
    };
    let above = format!(
        "content: [(start: 90, end: 98)], {}",
        heading("dead", "affirms")
    );
    files
        .statement("d1", "s", &said(10))
        .statement("d3", "h", &above)
        .statement("d3", "t", &said(20));
    let case = files.read();
    let f = of(&case, "dead", false, &[]);
    assert_eq!(
        (f.statements.len(), f.documents.len(), f.outlets.len()),
        (3, 1, 1)
    );
}
