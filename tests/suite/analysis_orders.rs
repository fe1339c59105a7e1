//! Which figures are ordered and which are not: the proofs stand in `docs/method.md`, section 7; here each
//! order is tried on random cases, and each missing one is shown by an example.

use isnad::analysis::{Analysis, Figures, Ledger, Literal, Setting};
use isnad::model::{Case, Key};

use crate::analysis_build::Files;
use crate::analysis_random::{Dice, case as random, statement};

fn of(case: &Case, setting: Setting, literal: Literal) -> Figures {
    Ledger::new(&Analysis::new(case, setting, &[])).figures(literal)
}

fn literals(case: &Case) -> impl Iterator<Item = Literal> {
    let claims: Vec<_> = case.claims.keys().collect();
    claims
        .into_iter()
        .flat_map(|c| [Literal::affirmed(c), Literal::denied(c)])
}

fn statements(f: &Figures) -> usize {
    f.statements.len() + f.entailed.len()
}

#[test]
fn what_is_proved_holds_on_random_cases() {
    for seed in 0..1500 {
        let case = random(seed);
        for literal in literals(&case) {
            let f = of(&case, Setting::default(), literal);
            let told = format!("seed {seed}: {f:?}");
            assert!(f.outlets.len() <= f.documents.len(), "outlets: {told}");
            assert!(f.documents.len() <= statements(&f), "documents: {told}");
            assert!(f.disjoint_chains <= f.disjoint_chains_at_most, "{told}");
            assert!(
                f.disjoint_chains_at_most <= f.outlets.len(),
                "outlets: {told}"
            );
            assert!(
                f.disjoint_chains_at_most <= f.origins.at_most,
                "most: {told}"
            );
            assert!(f.origins.at_least <= f.origins.at_most, "least: {told}");
        }
    }
}

/// Setting aside and taking back up again: nothing is stored, so all is as it was.
#[test]
fn restoring_a_source_restores_every_figure() {
    for seed in 0..300 {
        let case = random(seed);
        let before: Vec<Figures> = literals(&case)
            .map(|l| of(&case, Setting::default(), l))
            .collect();
        for source in case.sources.keys() {
            let without = Setting {
                without: vec![source],
                ..Setting::default()
            };
            for literal in literals(&case) {
                let _ = of(&case, without.clone(), literal);
            }
        }
        let after: Vec<Figures> = literals(&case)
            .map(|l| of(&case, Setting::default(), l))
            .collect();
        assert_eq!(before, after, "seed {seed}");
    }
}

/// What was taken back stays so even if whoever carried the retraction is set aside.
#[test]
fn a_retraction_stands_without_its_carrier() {
    for seed in 0..600 {
        let case = random(seed);
        let whole = Analysis::new(&case, Setting::default(), &[]);
        for source in case.sources.keys() {
            let without = Setting {
                without: vec![source],
                ..Setting::default()
            };
            let part = Analysis::new(&case, without, &[]);
            for key in whole.taken_back.keys() {
                assert!(part.taken_back.contains_key(key), "seed {seed}");
                assert!(!part.stands(*key), "seed {seed}");
            }
        }
    }
}

/// Another statement lowers no exact figure of its own stance but *at most*; here on more figures than
/// its own test has, and on every claim that it reaches.
#[test]
fn another_statement_lowers_no_count() {
    let mut compared = 0;
    for seed in 0..600 {
        let case = random(seed);
        let mut more = case.clone();
        let dice = &mut Dice(seed ^ 0xabcd);
        let mut new = statement(dice, &case, 0);
        new.takes_back = Vec::new();
        let bears = new.bears.clone();
        assert!(more.statements.insert("new", new).is_ok());
        for bearing in bears {
            let Some(literal) = Literal::of(bearing.claim, bearing.stance) else {
                continue;
            };
            let before = of(&case, Setting::default(), literal);
            let after = of(&more, Setting::default(), literal);
            compared += 1;
            assert!(statements(&after) >= statements(&before), "seed {seed}");
            assert!(
                after.documents.len() >= before.documents.len(),
                "seed {seed}"
            );
            assert!(after.outlets.len() >= before.outlets.len(), "seed {seed}");
            assert!(after.sides.len() >= before.sides.len(), "seed {seed}");
            assert!(after.support >= before.support, "seed {seed}");
        }
    }
    assert!(compared > 300, "only {compared} compared");
}

fn press() -> Files {
    let mut files = Files::default();
    files
        .source("north", "kind: outlet")
        .source("south", "kind: outlet")
        .source("east", "kind: outlet")
        .source("obs", "")
        .source("army", "")
        .source(
            "somebody",
            "kind: activist, disclosure: undisclosed, quoted_by: document(\"d2\")",
        )
        .claim("c", "")
        .document("d1", "north", "")
        .document("d2", "south", "")
        .document("d3", "east", "");
    files
}

fn affirmed(files: &Files) -> Figures {
    of(
        &files.read(),
        Setting::default(),
        Literal::affirmed(Key::new(0)),
    )
}

const SAYS: &str = "bears: [(claim: \"c\", stance: affirms)]";

#[test]
fn two_voices_in_one_outlet_are_one_disjoint_chain() {
    let mut files = press();
    files
        .statement("d1", "a", &format!("said_by: \"obs\", {SAYS}"))
        .statement("d1", "b", &format!("said_by: \"army\", {SAYS}"));
    let f = affirmed(&files);
    assert_eq!(
        (f.origins.at_least, f.disjoint_chains, f.outlets.len()),
        (2, 1, 1)
    );
}

#[test]
fn two_disjoint_chains_may_be_one_voice_for_sure() {
    let mut files = press();
    files
        .statement("d1", "a", &format!("said_by: \"obs\", {SAYS}"))
        .statement("d2", "b", &format!("said_by: \"somebody\", {SAYS}"));
    let f = affirmed(&files);
    assert_eq!(
        (f.origins.at_least, f.disjoint_chains, f.outlets.len()),
        (1, 2, 2)
    );
    // Through one relay both, the chains meet and the voices stay as they are.
    let mut files = press();
    let relayed = "relays: [(source: \"east\")]";
    files
        .statement("d1", "a", &format!("said_by: \"obs\", {relayed}, {SAYS}"))
        .statement(
            "d2",
            "b",
            &format!("said_by: \"somebody\", {relayed}, {SAYS}"),
        );
    let f = affirmed(&files);
    assert_eq!(
        (f.origins.at_least, f.origins.at_most, f.disjoint_chains),
        (1, 2, 1)
    );
}

#[test]
fn one_voice_may_have_many_outlets() {
    let mut files = press();
    for (document, id) in [("d1", "a"), ("d2", "b"), ("d3", "e")] {
        files.statement(document, id, &format!("said_by: \"obs\", {SAYS}"));
    }
    let f = affirmed(&files);
    assert_eq!((f.outlets.len(), f.origins.at_most), (3, 1));
}

#[test]
fn one_text_may_have_many_voices() {
    let mut files = press();
    for id in ["a", "b", "e"] {
        files.statement("d1", id, &format!("act: rumour, {SAYS}"));
    }
    let f = affirmed(&files);
    assert_eq!((f.origins.at_most, f.documents.len()), (3, 1));
}
