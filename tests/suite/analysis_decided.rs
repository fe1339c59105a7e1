//! What rests on a ruling is told with it: contradictions, the desk's answer and what dissents from it.

use isnad::analysis::{Setting, Within};
use isnad::view::{
    BecauseView, ClaimsView, ContradictionsView, Filter, JudgementView, Material, Tongue,
};

use crate::analysis_build::Files;
use crate::view_wording::texts;

fn base() -> Files {
    let mut files = Files::default();
    files.source("post", "kind: outlet");
    for source in ["mayor", "doctor"] {
        files.source(source, "");
    }
    for person in ["adam", "abu-ali", "umar"] {
        files.entity(person, "person", "");
    }
    files.document("a", "post", "published: (edtf: \"2024-03-12\")");
    files
}

fn says(by: &str, claim: &str, stance: &str) -> String {
    format!("said_by: \"{by}\", bears: [(claim: \"{claim}\", stance: {stance})]")
}

/// Of each contradiction: the steps of its reason that are rulings.
fn ruled(files: &Files) -> Vec<(Option<Within>, Vec<BecauseView>)> {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let all = ContradictionsView::new(&material, &Filter::default()).contradictions;
    all.into_iter()
        .map(|mut one| {
            one.because.retain(|step| step.judgement.is_some());
            (one.within, one.because)
        })
        .collect()
}

fn killed_and_seen() -> Files {
    let mut files = base();
    files
        .claim(
            "killed",
            "proposition: (predicate: \"killed\", roles: {\"victim\": \"adam\"}), time: (edtf: \"2024-03-01\")",
        )
        .claim(
            "seen",
            "proposition: (predicate: \"seen\", roles: {\"person\": \"abu-ali\"}), time: (edtf: \"2024-03-09\")",
        )
        .statement("a", "s1", &says("mayor", "killed", "affirms"))
        .statement("a", "s2", &says("doctor", "seen", "affirms"));
    files
}

#[test]
fn a_contradiction_names_the_ruling_that_makes_it() {
    let mut files = killed_and_seen();
    assert!(ruled(&files).is_empty());
    files.judgement("j1", "same([\"adam\", \"abu-ali\"])", "");
    let all = ruled(&files);
    let [(_, steps)] = all.as_slice() else {
        panic!("one contradiction: {all:?}");
    };
    let [step] = steps.as_slice() else {
        panic!("one ruling: {steps:?}");
    };
    assert_eq!(step.judgement.as_deref(), Some("j1"));
    assert_eq!(
        step.text,
        "adam and abu-ali are one by editorial decision j1"
    );
    assert_eq!(
        Tongue::Ar.words(&step.words),
        "adam و\u{a0}abu-ali شخص واحد بقرار تحريري \u{2068}j1\u{2069}"
    );
    // Two that say the same, of which each would do alone; and one about others.
    files
        .judgement("j2", "same([\"abu-ali\", \"adam\"])", "")
        .judgement("j3", "different([\"adam\", \"umar\"])", "");
    let all = ruled(&files);
    let ids: Vec<_> = all[0]
        .1
        .iter()
        .filter_map(|s| s.judgement.as_deref())
        .collect();
    assert_eq!(ids[..2], ["j1", "j2"]);
}

#[test]
fn what_would_be_a_contradiction_without_any_ruling_names_none() {
    let mut files = killed_and_seen();
    files
        .claim(
            "seen-too",
            "proposition: (predicate: \"seen\", roles: {\"person\": \"adam\"}), time: (edtf: \"2024-03-09\")",
        )
        .statement("a", "s3", &says("doctor", "seen-too", "affirms"))
        .judgement("j1", "same([\"adam\", \"umar\"])", "");
    let all = ruled(&files);
    assert_eq!(all.len(), 1);
    assert!(all[0].1.is_empty());
}

#[test]
fn a_contradiction_is_sure_by_a_ruling_that_keeps_two_apart() {
    let mut files = base();
    let by = |id: &str, group: &str| {
        format!(
            "proposition: (predicate: \"killed\", roles: {{\"victim\": \"adam\", \"by\": \"{group}\"}}), \
             time: (edtf: \"{id}\")"
        )
    };
    files
        .entity("north", "group", "")
        .entity(
            "guards",
            "group",
            "related: [(id: \"north\", how: perhaps_same)]",
        )
        .claim("k1", &by("2024-03-01", "north"))
        .claim("k2", &by("2024-03-01", "guards"))
        .statement("a", "s1", &says("mayor", "k1", "affirms"))
        .statement("a", "s2", &says("doctor", "k2", "affirms"));
    assert!(
        ruled(&files)[0].1.is_empty(),
        "possible, by nobody's ruling"
    );
    files.judgement("j1", "different([\"north\", \"guards\"])", "");
    let all = ruled(&files);
    assert_eq!(
        all[0].1[0].text,
        "north and guards are different by editorial decision j1"
    );
}

#[test]
fn a_source_that_contradicts_itself_by_a_ruling_is_told_so() {
    let mut files = base();
    files
        .source(
            "guard",
            "disclosure: undisclosed, quoted_by: source(\"post\")",
        )
        .claim("x", "")
        .statement("a", "s1", &says("mayor", "x", "affirms"))
        .statement("a", "s2", &says("guard", "x", "denies"));
    assert_eq!(ruled(&files)[0].0, None);
    files.judgement("j1", "same([\"mayor\", \"guard\"])", "");
    let all = ruled(&files);
    assert_eq!(all[0].0, Some(Within::Source));
    assert_eq!(
        all[0].1[0].text,
        "mayor and guard ‹undisclosed› are one by editorial decision j1"
    );
    assert!(
        Tongue::Ar
            .words(&all[0].1[0].words)
            .contains("مصدر واحد بقرار تحريري")
    );
}

fn answer(files: &Files) -> Option<JudgementView> {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let mut all = ClaimsView::new(&material, &Filter::default()).claims;
    all.remove(0).judgement
}

fn settled(answer: &str) -> String {
    format!("settled(claim: \"x\", answer: {answer})")
}

#[test]
fn a_dissent_is_never_the_desks_answer_and_outlives_what_it_was_written_against() {
    use isnad::model::Answer;
    let mut files = base();
    files
        .claim("x", "")
        .statement("a", "s1", &says("mayor", "x", "affirms"))
        .judgement("j1", &settled("yes"), "")
        .judgement("j2", &settled("open"), "replaces: \"j1\"");
    let before = files.clone();
    files.judgement("j3", &settled("no"), "dissents_from: [\"j1\"]");
    let one = answer(&files).expect("an answer");
    assert_eq!(one.ruling, Answer::Open);
    assert_eq!(one.dissents, ["j3"], "it holds against what took its place");
    // The dissent may also have come first.
    let mut first = base();
    first
        .claim("x", "")
        .judgement("j1", &settled("yes"), "")
        .judgement("j3", &settled("no"), "dissents_from: [\"j1\"]")
        .judgement("j2", &settled("open"), "replaces: \"j1\"");
    let one = answer(&first).expect("an answer");
    assert_eq!(
        (one.ruling, one.dissents),
        (Answer::Open, vec!["j3".to_owned()])
    );
    // Where the desk came to think as the colleague does, there is no dissent left; nor where that was replaced.
    let mut agreed = before;
    agreed.judgement("j3", &settled("open"), "dissents_from: [\"j1\"]");
    assert!(answer(&agreed).expect("an answer").dissents.is_empty());
    files.judgement(
        "j4",
        &settled("open"),
        "replaces: \"j3\", dissents_from: [\"j1\"]",
    );
    assert!(answer(&files).expect("an answer").dissents.is_empty());
}

#[test]
fn a_dissent_from_a_ruling_that_was_replaced_is_one_from_what_took_its_place() {
    use isnad::analysis::{Analysis, Rulings};
    let rulings = |files: &Files| -> (Rulings, Vec<bool>) {
        let case = files.read();
        let rulings = Analysis::new(&case, Setting::default(), &[]).rulings;
        let key = |id: &str| case.entities.key(id).expect("an entity");
        let one = |a, b| rulings.one_entity(key(a)) == rulings.one_entity(key(b));
        let told = vec![
            one("adam", "abu-ali"),
            rulings.entities_differ(key("adam"), key("abu-ali")),
        ];
        (rulings, told)
    };
    let mut files = base();
    files
        .judgement("j1", "same([\"adam\", \"abu-ali\"])", "")
        .judgement(
            "j2",
            "same([\"adam\", \"abu-ali\", \"umar\"])",
            "replaces: \"j1\"",
        );
    assert_eq!(rulings(&files).1, [true, false]);
    let mut agreed = files.clone();
    files.judgement(
        "j3",
        "different([\"adam\", \"abu-ali\"])",
        "dissents_from: [\"j1\"]",
    );
    assert_eq!(
        rulings(&files).1,
        [false, false],
        "what they disagree on is not settled"
    );
    agreed.judgement(
        "j3",
        "same([\"umar\", \"abu-ali\", \"adam\"])",
        "dissents_from: [\"j1\"]",
    );
    assert_eq!(rulings(&agreed).1, [true, false], "the two agree");
}
