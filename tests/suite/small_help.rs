//! Small things that save an editor from acting on a slip: names for ids, hints for other marks, what
//! follows from being killed in something, evidence of life by whatever rule.

use isnad::analysis::{Analysis, Ledger, Literal, Setting, vital_status};

use crate::analysis_build::Files;
use crate::laid_out::{Layout, isnad, root, run};

#[test]
fn a_name_that_only_one_has_does_for_an_id() {
    let view = |option: &str, name: &str| {
        run(isnad().current_dir(root()).args([
            "view",
            "sources",
            "claims/yarmouk",
            option,
            name,
            "--format",
            "json",
        ]))
    };
    for (option, name, id) in [
        ("--source", "Al-Quds Al-Arabi", "al-quds-al-arabi"),
        ("--source", "القُدس العربي", "al-quds-al-arabi"),
        ("--without", "إسلام علوش", "islam-alloush"),
    ] {
        let named = view(option, name);
        assert_eq!(named.0, 0, "{name}: {}", named.2);
        assert_eq!(named.1, view(option, id).1, "{name}");
    }
    let (code, _, err) = view("--source", "nobody of that name");
    assert_eq!(code, 2);
    assert!(err.contains("the case has no source"), "{err}");
}

#[test]
fn a_name_that_several_have_is_refused_with_all_of_them() {
    let mut layout = Layout::base();
    layout.append(
        "sources.ron",
        "    (id: \"clerk-a\", kind: official, names: {\"en\": \"the clerk\"}),\n    \
         (id: \"clerk-b\", kind: official, names: {\"en\": \"The Clerk\"}),\n",
    );
    let laid = layout.write();
    let case = laid.case();
    let case = case.to_string_lossy();
    let (code, _, err) = run(isnad().args(["view", "sources", &case, "--source", "the clerk"]));
    assert_eq!(code, 2);
    assert!(err.contains("the name of more than one source"), "{err}");
    assert!(err.contains("clerk-a or clerk-b"), "{err}");
}

#[test]
fn slips_of_the_keyboard_get_a_hint_that_helps() {
    for (entry, wanted) in [
        (
            "    (id: “clerk”, kind: official, names: {\"en\": \"c\"}),\n",
            "straight quotation marks",
        ),
        (
            "    (id: \"clerk\"، kind: official, names: {\"en\": \"c\"}),\n",
            "not the Arabic `،`",
        ),
    ] {
        let mut layout = Layout::base();
        layout.append("sources.ron", entry);
        let laid = layout.write();
        let (_, out, err) = run(isnad().args(["check", &laid.case().to_string_lossy()]));
        assert!(out.contains(wanted), "{entry}: {out}{err}");
    }
}

#[test]
fn a_speaker_who_is_only_an_entity_and_an_act_with_the_ending_of_a_stance_are_told_apart() {
    for (more, message, hint) in [
        (
            "said_by: \"river-guard\"",
            "there is no source \"river-guard\"",
            "is an entity; who speaks needs an entry in sources.ron too",
        ),
        (
            "said_by: \"nobody-known\"",
            "there is no source \"nobody-known\"",
            "",
        ),
        (
            "said_by: \"mayor\", act: denies",
            "`denies` is no value of `act`",
            "did you mean `deny`?",
        ),
        (
            "said_by: \"mayor\", bears: [(claim: \"adib-killed\", stance: deny)]",
            "`deny` is no value of `stance`",
            "did you mean `denies`?",
        ),
    ] {
        let mut layout = Layout::base();
        let entry = format!("    (id: \"slip\", content: [(start: 0, end: 4)], {more}),\n");
        layout.append("statements/post.ron", &entry);
        let laid = layout.write();
        let (code, out, err) = run(isnad().args(["check", &laid.case().to_string_lossy()]));
        assert_eq!(code, 1, "{more}: {err}");
        assert!(out.contains(message), "{more}: {out}");
        // A hint may be broken over lines.
        let flat = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(hint), "{more}: {out}");
        let entity = flat.contains("is an entity");
        assert_eq!(entity, more.contains("river-guard"), "{more}: {out}");
    }
}

#[test]
fn who_was_killed_in_something_was_killed_in_something_that_happened() {
    let mut files = Files::default();
    files
        .entity("rami", "person", "")
        .entity("fight", "event", "")
        .source("paper", "kind: outlet")
        .source("witness", "kind: witness")
        .claim(
            "killed",
            "proposition: (predicate: \"killed\", roles: {\"victim\": \"rami\", \"in\": \"fight\"})",
        )
        .claim(
            "killed-anyhow",
            "proposition: (predicate: \"killed\", roles: {\"victim\": \"rami\"})",
        )
        .claim(
            "fought",
            "proposition: (predicate: \"happened\", roles: {\"event\": \"fight\"})",
        )
        .document("d", "paper", "")
        .statement(
            "d",
            "says",
            "said_by: \"witness\", bears: [(claim: \"killed\", stance: affirms)]",
        )
        .statement(
            "d",
            "denies",
            "said_by: \"witness\", bears: [(claim: \"fought\", stance: denies)]",
        );
    let case = files.read();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let ledger = Ledger::new(&analysis);
    let claim = |id: &str| case.claims.key(id).expect("a claim");
    let fought = ledger.figures(Literal::affirmed(claim("fought")));
    assert_eq!(fought.entailed.len(), 1, "it follows from the killing");
    let killed = ledger.figures(Literal::denied(claim("killed")));
    assert_eq!(killed.entailed.len(), 1, "no fight, no killing in it");
    let anyhow = ledger.figures(Literal::denied(claim("killed-anyhow")));
    assert!(anyhow.entailed.is_empty(), "but perhaps elsewhere");
    // Nor does whoever denies the fight deny the death.
    let status = vital_status(&analysis, case.entities.key("rami").expect("rami"));
    assert_eq!((status.affirmed.len(), status.denied.len()), (1, 0));
}

#[test]
fn evidence_of_life_is_whatever_entails_it() {
    let mut files = Files::default();
    files
        .entity("rami", "person", "")
        .source("paper", "kind: outlet")
        .source("witness", "kind: witness")
        .claim(
            "spoke",
            "entails: [(claim: \"alive\", why: {\"en\": \"only the living speak\"})]",
        )
        .claim(
            "alive",
            "proposition: (predicate: \"status\", roles: {\"person\": \"rami\", \"value\": \"alive\"}), \
             time: (edtf: \"2018-05-11\")",
        )
        .document("d", "paper", "")
        .statement(
            "d",
            "heard",
            "said_by: \"witness\", bears: [(claim: \"spoke\", stance: affirms)]",
        );
    let case = files.read();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let status = vital_status(&analysis, case.entities.key("rami").expect("rami"));
    let (statement, when) = status.last_alive.expect("evidence");
    assert_eq!(case.statements.id(statement), "heard");
    assert_eq!(when.expect("a day").edtf(), "2018-05-11");
}
