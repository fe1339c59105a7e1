//! What rests on a ruling is told with it: contradictions, the desk's answer and what dissents from it.

use isnad::analysis::Setting;
use isnad::view::{ClaimsView, Filter, JudgementView, Material};

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
