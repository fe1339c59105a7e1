//! What denies a death and what does not; what a prediction is evidence of, and what follows from it.

use isnad::analysis::{Analysis, Contradictions, Figures, Ledger, Literal, Setting, vital_status};
use isnad::model::{Act, Case, Key, Stance, Statement};
use isnad::view::{ClaimsView, Filter, Material, TimelineView, WarningKind};

use crate::analysis_build::Files;
use crate::analysis_random::{self, Dice};
use crate::view_wording::texts;

fn town() -> Files {
    let mut files = Files::default();
    files.source("post", "kind: outlet");
    for source in ["mayor", "doctor", "guard"] {
        files.source(source, "");
    }
    for person in ["adam", "karim", "walid"] {
        files.entity(person, "person", "");
    }
    files.entity("quarrel", "event", "");
    files.document("a", "post", "published: (edtf: \"2024-03-12\")");
    files
}

fn killed(victim: &str, more: &str) -> String {
    format!("proposition: (predicate: \"killed\", roles: {{\"victim\": \"{victim}\"{more}}})")
}

fn dead(person: &str) -> String {
    format!(
        "proposition: (predicate: \"status\", roles: {{\"person\": \"{person}\", \"value\": \"dead\"}})"
    )
}

fn bears(by: &str, all: &[(&str, &str)]) -> String {
    let all: Vec<String> = all
        .iter()
        .map(|(claim, stance)| format!("(claim: \"{claim}\", stance: {stance})"))
        .collect();
    format!("said_by: \"{by}\", bears: [{}]", all.join(", "))
}

/// The lists of a person's line, by id: affirmed, reported, denied, doubted, not confirmed.
fn line(case: &Case, person: &str) -> [Vec<String>; 5] {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let person = case.entities.key(person).expect("a person");
    let status = vital_status(&analysis, person);
    let ids = |all: &[Key<Statement>]| -> Vec<String> {
        let ids = all.iter().map(|key| case.statements.id(*key).to_owned());
        ids.collect()
    };
    [
        ids(&status.affirmed),
        ids(&status.rumours),
        ids(&status.denied),
        ids(&status.doubted),
        ids(&status.cannot_confirm),
    ]
}

fn settled(case: &Case, person: &str) -> usize {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let person = case.entities.key(person).expect("a person");
    vital_status(&analysis, person).settled.len()
}

#[test]
fn who_denies_the_killer_or_the_quarrel_denies_no_death() {
    let mut files = town();
    files
        .claim("by", &killed("adam", ", \"by\": \"karim\""))
        .claim("in", &killed("adam", ", \"in\": \"quarrel\""))
        .claim("of", &killed("adam", ", \"cause\": \"a shell\""))
        .claim("dead", &dead("adam"))
        .statement(
            "a",
            "s1",
            &bears("mayor", &[("by", "denies"), ("dead", "affirms")]),
        )
        .statement(
            "a",
            "s2",
            &bears("doctor", &[("in", "denies"), ("of", "doubts")]),
        )
        .statement("a", "s3", &bears("guard", &[("by", "cannot_confirm")]))
        .statement("a", "s4", &bears("guard", &[("by", "reports")]))
        .judgement("j1", "settled(claim: \"by\", answer: no)", "");
    let case = files.read();
    let [affirmed, reported, denied, doubted, not_confirmed] = line(&case, "adam");
    assert_eq!(affirmed, ["s1"]);
    assert_eq!(
        reported,
        ["s4"],
        "who passes on the killing passes on the death"
    );
    assert!(denied.is_empty() && doubted.is_empty() && not_confirmed.is_empty());
    assert_eq!(
        settled(&case, "adam"),
        0,
        "who did it is what the desk answers"
    );
    // What denies the death itself stands, and a yes to the killing is one to the death.
    files
        .claim("killed", &killed("adam", ""))
        .statement("a", "s5", &bears("guard", &[("killed", "denies")]))
        .statement("a", "s6", &bears("guard", &[("dead", "doubts")]))
        .judgement(
            "j2",
            "settled(claim: \"by\", answer: yes)",
            "replaces: \"j1\"",
        );
    let case = files.read();
    let [_, _, denied, doubted, _] = line(&case, "adam");
    assert_eq!((denied, doubted), (vec!["s5".into()], vec!["s6".into()]));
    assert_eq!(settled(&case, "adam"), 1);
}

/// Whether it warns that the claim accuses a person who may live.
fn accuses(files: &Files, claim: &str) -> bool {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let all = ClaimsView::new(&material, &Filter::default()).claims;
    let one = all.into_iter().find(|one| one.id == claim).expect("one");
    one.warnings
        .iter()
        .any(|warning| warning.kind == WarningKind::AccusesPerson)
}

#[test]
fn a_person_is_shown_dead_whoever_is_denied_to_have_done_it() {
    let mut files = town();
    files
        .claim("did", &killed("adam", ", \"by\": \"walid\""))
        .claim("by", &killed("walid", ", \"by\": \"karim\""))
        .claim("dead", &dead("walid"))
        .statement("a", "s1", &bears("guard", &[("did", "affirms")]))
        .statement("a", "s2", &bears("mayor", &[("by", "affirms")]))
        .statement("a", "s3", &bears("doctor", &[("by", "denies")]));
    assert!(
        accuses(&files, "did"),
        "who says only what is denied shows no death"
    );
    files.statement("a", "s4", &bears("doctor", &[("dead", "affirms")]));
    assert!(!accuses(&files, "did"));
    files.statement("a", "s5", &bears("guard", &[("dead", "denies")]));
    assert!(accuses(&files, "did"));
}

#[test]
fn two_killers_or_two_days_of_one_death_deny_no_death() {
    let mut files = town();
    let on = |day: &str| format!("{}, time: (edtf: \"{day}\")", killed("walid", ""));
    files
        .claim("did", &killed("adam", ", \"by\": \"walid\""))
        .claim("first", &on("2024-03-01"))
        .claim("later", &on("2024-03-05"))
        .statement("a", "s1", &bears("guard", &[("did", "affirms")]))
        .statement("a", "s2", &bears("mayor", &[("first", "affirms")]))
        .statement("a", "s3", &bears("doctor", &[("later", "affirms")]));
    assert!(!accuses(&files, "did"), "both say that he is dead");
    files
        .claim(
            "seen",
            "proposition: (predicate: \"seen\", roles: {\"person\": \"walid\"}), \
             time: (edtf: \"2024-03-09\")",
        )
        .statement("a", "s4", &bears("guard", &[("seen", "affirms")]));
    assert!(accuses(&files, "did"), "who saw him later denies it");
}

#[test]
fn a_prediction_is_evidence_of_neither() {
    let mut files = town();
    files
        .claim("did", &killed("adam", ", \"by\": \"walid\""))
        .claim("dead", &dead("walid"))
        .claim(
            "freed",
            "proposition: (predicate: \"released\", roles: {\"person\": \"walid\"}), \
             time: (edtf: \"2024-06-01\")",
        )
        .statement("a", "s1", &bears("guard", &[("did", "affirms")]));
    let foretold = |all| format!("{}, act: predict", bears("mayor", all));
    files
        .statement("a", "s2", &foretold(&[("dead", "affirms")]))
        .statement("a", "s3", &foretold(&[("freed", "affirms")]))
        .statement("a", "s4", &foretold(&[("freed", "denies")]));
    assert!(accuses(&files, "did"), "who is expected to die is not dead");
    let loaded = files.load();
    let case = &loaded.case;
    assert!(line(case, "walid").iter().all(Vec::is_empty));
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let walid = case.entities.key("walid").expect("a person");
    assert_eq!(vital_status(&analysis, walid).last_alive, None);
    // They are steps of their own kind, and none of them the first word on its question.
    let material = Material::new(&loaded, texts(case), Setting::default());
    let steps = TimelineView::new(&material, &Filter::default()).steps;
    let what = |id: &str| {
        let step = steps.iter().find(|s| s.statement.as_deref() == Some(id));
        serde_json::to_value(step.expect("a step").what).expect("a word")
    };
    assert_eq!([what("s2"), what("s3")], ["expected", "expected"]);
    assert_eq!(what("s4"), "expected-not");
}

/// All figures of a case, and its contradictions, with the figures of some claim left out.
fn told(case: &Case, but: usize) -> (Vec<Figures>, u64) {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let ledger = Ledger::new(&analysis);
    let claims = case.claims.keys().filter(|claim| claim.index() != but);
    let figures = claims
        .flat_map(|claim| [Literal::affirmed(claim), Literal::denied(claim)])
        .map(|literal| ledger.figures(literal))
        .collect();
    (figures, Contradictions::new(&analysis).total(&analysis))
}

#[test]
fn another_prediction_changes_figures_of_its_own_claim_only() {
    let mut travelled = 0;
    for seed in 0..2_000 {
        let mut case = analysis_random::case(seed);
        let dice = &mut Dice(seed ^ 0xf02e);
        let mut one = analysis_random::statement(dice, &case, 0);
        one.bears.truncate(1);
        one.takes_back.clear();
        let Some(bearing) = one.bears.first_mut() else {
            continue;
        };
        let claim = bearing.claim.index();
        bearing.stance = [Stance::Affirms, Stance::Denies][dice.below(2)];
        let mut said = case.clone();
        one.act = Act::Assert;
        assert!(said.statements.insert("new", one.clone()).is_ok());
        one.act = Act::Predict;
        let before = told(&case, claim);
        assert!(case.statements.insert("new", one).is_ok());
        assert_eq!(before, told(&case, claim), "seed {seed}");
        travelled += usize::from(before.0 != told(&said, claim).0);
    }
    assert!(travelled > 100, "{travelled} would have travelled");
}
