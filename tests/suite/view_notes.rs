//! What stands in the sentence of supported wording and what in the notes beside it, and that neither puts anything into
//! a mouth that did not say it.

use isnad::analysis::Setting;
use isnad::view::{
    BriefRequest, BriefView, ClaimView, ClaimsView, Filter, Material, Tongue, WarningKind,
};

use crate::analysis_build::Files;
use crate::view_wording::texts;

fn papers() -> Files {
    let mut files = Files::heard(&["post", "times"], &["mayor", "doctor", "ministry"]);
    files
        .claim("x", "")
        .document("a", "post", "published: (edtf: \"2024-03-12\")")
        .document("b", "times", "published: (edtf: \"2024-03-20\")");
    files
}

/// A claim and the brief of it in English.
fn told(files: &Files, id: &str) -> (ClaimView, String) {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let claim = loaded.case.claims.key(id);
    let filter = Filter {
        claim,
        ..Filter::default()
    };
    let request = BriefRequest {
        claim,
        since: None,
        tongues: vec![Tongue::En],
    };
    let brief = BriefView::new(&material, &request).lines.join("\n");
    (ClaimsView::new(&material, &filter).claims.remove(0), brief)
}

fn bears(stance: &str) -> String {
    format!("bears: [(claim: \"x\", stance: {stance})]")
}

fn by(source: &str, stance: &str) -> String {
    format!("said_by: \"{source}\", {}", bears(stance))
}

/// The withdrawal came eight days later and in another paper.
#[test]
fn a_denial_taken_back_has_its_own_date() {
    let mut files = papers();
    files
        .statement("a", "s1", &by("mayor", "affirms"))
        .statement("a", "s2", &by("doctor", "denies"))
        .statement(
            "b",
            "back",
            "said_by: \"doctor\", takes_back: [(statement: \"s2\", how: retracts)]",
        );
    let en = told(&files, "x").0.wording.en;
    let wanted =
        "its denial (no later than 12 March 2024) since taken back by doctor, who said it;";
    assert!(en.contains(wanted), "{en}");
    assert!(!en.contains("all by"), "{en}");
    assert!(
        en.contains("what is said is known only through post"),
        "{en}"
    );
    assert!(!en.contains("it is known only"), "{en}");
}

/// The heading said more than the mayor, who took back what he had said.
#[test]
fn a_heading_that_fell_is_in_nobodys_mouth() {
    let mut files = papers();
    files
        .claim("killed", "entails: [(claim: \"x\", why: {\"en\": \"w\"})]")
        .statement(
            "a",
            "h1",
            "heading: true, outlet_voice: true, bears: [(claim: \"killed\", stance: affirms)]",
        )
        .statement("a", "s1", &by("mayor", "affirms"))
        .statement(
            "b",
            "back",
            "said_by: \"mayor\", takes_back: [(statement: \"s1\", how: retracts)]",
        );
    let (claim, brief) = told(&files, "killed");
    let en = claim.wording.en;
    if claim.affirms.taken_back.is_empty() {
        panic!("the heading stands and falls with its text: {en}");
    }
    assert!(
        en.starts_with("Said in a heading (no later than 12 March 2024), and since"),
        "{en}"
    );
    assert!(
        !en.contains("who said it") && !brief.contains("who said it"),
        "{en} {brief}"
    );
}

/// The mayor took back that the boat sank, from which its loss followed: he never said that it was lost.
#[test]
fn what_only_followed_is_not_told_as_said() {
    let mut files = papers();
    files
        .claim("sunk", "entails: [(claim: \"x\", why: {\"en\": \"w\"})]")
        .statement(
            "a",
            "s1",
            "said_by: \"mayor\", bears: [(claim: \"sunk\", stance: affirms)]",
        )
        .statement(
            "b",
            "back",
            "said_by: \"mayor\", takes_back: [(statement: \"s1\", how: retracts)]",
        );
    let (claim, brief) = told(&files, "x");
    let en = claim.wording.en;
    assert!(
        en.starts_with("Implied by what was said on another question"),
        "{en}"
    );
    assert!(
        brief.contains("implied it, but no longer counted:"),
        "{brief}"
    );
    files.statement("a", "s3", &by("doctor", "denies"));
    let en = told(&files, "sunk").0.wording.en;
    assert!(!en.contains("statement that denied it"), "{en}");
}

/// One sentence of two people is one statement, and the number of origins says so.
#[test]
fn a_joint_statement_is_told_as_one() {
    let mut files = papers();
    files.statement(
        "a",
        "s1",
        &format!(
            "said_by: \"ministry\", rests_on: [\"mayor\", \"doctor\"], {}",
            bears("affirms")
        ),
    );
    let en = told(&files, "x").0.wording.en;
    assert!(
        en.contains("2 origins, both in one statement, doctor and mayor"),
        "{en}"
    );
    files.statement("b", "s2", &by("mayor", "affirms"));
    let en = told(&files, "x").0.wording.en;
    assert!(
        en.contains("2 origins") && !en.contains("in one statement"),
        "{en}"
    );
}

/// A decision that another replaces, and two that differ, are the basis of nothing.
#[test]
fn only_decisions_in_force_are_credited() {
    let mut files = papers();
    for (n, source) in ["mayor", "doctor"].iter().enumerate() {
        files.statement("a", &format!("s{n}"), &by(source, "affirms"));
    }
    let same = "same([\"mayor\", \"doctor\"])";
    files
        .judgement("j1", same, "")
        .judgement("j2", same, "replaces: \"j1\"");
    let (claim, _) = told(&files, "x");
    assert_eq!(claim.decisions.affirms, ["j2"]);
    let notes: Vec<&str> = claim
        .wording
        .notes
        .iter()
        .map(|note| note.en.as_str())
        .collect();
    let wanted = "The number of origins rests on an editorial decision: doctor and mayor are counted as one (j2; desk, ";
    assert!(
        notes.iter().any(|note| note
            .replace("mayor and doctor", "doctor and mayor")
            .starts_with(wanted)),
        "{notes:?}"
    );
}

/// A heading that says it on this very question is told where all else only follows.
#[test]
fn a_brief_tells_of_a_heading() {
    let mut files = papers();
    files
        .claim("sunk", "entails: [(claim: \"x\", why: {\"en\": \"w\"})]")
        .statement(
            "a",
            "h1",
            &format!("heading: true, outlet_voice: true, {}", bears("affirms")),
        )
        .statement(
            "a",
            "s1",
            "said_by: \"mayor\", bears: [(claim: \"sunk\", stance: affirms)]",
        );
    let brief = told(&files, "x").1;
    let line = brief
        .lines()
        .find(|line| line.contains("mayor"))
        .expect("a line");
    assert!(
        line.contains("also in a heading above that text (h1)"),
        "{brief}"
    );
}

/// What is unclear, and what is only foretold, shows nobody to be dead.
#[test]
fn the_living_are_warned_of() {
    for more in ["unclear: true", ""] {
        let mut files = papers();
        files
            .entity("walid", "person", "")
            .entity("hamdan", "person", "");
        files
            .claim("kw", "proposition: (predicate: \"killed\", roles: {\"by\": \"walid\", \"victim\": \"hamdan\"})")
            .claim("dead", "proposition: (predicate: \"status\", roles: {\"person\": \"walid\", \"value\": \"dead\"})")
            .statement("a", "s1", "said_by: \"mayor\", bears: [(claim: \"kw\", stance: affirms)]");
        let act = if more.is_empty() {
            "act: predict, "
        } else {
            ""
        };
        let comma = if more.is_empty() { "" } else { ", " };
        files.statement(
            "b",
            "s2",
            &format!(
                "said_by: \"doctor\", {act}bears: [(claim: \"dead\", stance: affirms{comma}{more})]"
            ),
        );
        let kinds: Vec<WarningKind> = told(&files, "kw")
            .0
            .warnings
            .iter()
            .map(|one| one.kind)
            .collect();
        assert!(
            kinds.contains(&WarningKind::AccusesPerson),
            "{more}: {kinds:?}"
        );
    }
}

/// Who expects something has not said that it is so.
#[test]
fn a_forecast_is_told_as_one() {
    let mut files = papers();
    files.statement(
        "a",
        "s1",
        &format!("act: predict, {}", by("mayor", "affirms")),
    );
    let (claim, brief) = told(&files, "x");
    assert!(
        claim
            .wording
            .en
            .contains("mayor (as a forecast; single origin)"),
        "{}",
        claim.wording.en
    );
    assert!(
        claim.wording.ar.contains("على سبيل التوقع"),
        "{}",
        claim.wording.ar
    );
    assert!(brief.contains("mayor (as a forecast)"), "{brief}");
    files.statement("b", "s2", &by("mayor", "affirms"));
    let en = told(&files, "x").0.wording.en;
    assert!(!en.contains("forecast"), "{en}");
}
