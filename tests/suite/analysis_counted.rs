//! What is counted under whose name: two tellers of one statement, what only a later version has, hedges beside
//! unclear words, what two persons who may be one are told of.

use isnad::analysis::{Analysis, Contradictions, Figures, Ledger, Literal, Setting};
use isnad::model::{Case, Key, Source};

use crate::analysis_build::Files;

fn base() -> Files {
    let mut files = Files::default();
    for outlet in ["post", "times"] {
        files.source(outlet, "kind: outlet");
    }
    for source in ["mayor", "doctor", "guard", "omar"] {
        files.source(source, "");
    }
    files
        .claim("x", "")
        .document("a", "post", "published: (edtf: \"2024-03-12\")");
    files
}

fn figures(case: &Case, denied: bool) -> Figures {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let claim = Literal::affirmed(Key::new(0));
    Ledger::new(&analysis).figures(if denied { claim.negated() } else { claim })
}

fn ids<'c>(case: &'c Case, all: &[Key<Source>]) -> Vec<&'c str> {
    all.iter().map(|key| case.sources.id(*key)).collect()
}

const SAYS: &str = "bears: [(claim: \"x\", stance: affirms)]";

#[test]
fn two_tellers_of_one_statement_share_whom_both_run_through() {
    let mut files = base();
    let told = |who: &str| format!("said_by: \"omar\", rests_on: [{who}], {SAYS}");
    files.statement("a", "s1", &told("\"mayor\""));
    let case = files.read();
    assert!(
        figures(&case, false).shared_sources.is_empty(),
        "one chain shares nothing"
    );
    let mut files = base();
    files.statement("a", "s1", &told("\"mayor\", \"doctor\""));
    let case = files.read();
    let one = figures(&case, false);
    let every = one
        .shared_sources
        .iter()
        .filter(|shared| shared.every_chain);
    let every: Vec<Key<Source>> = every.map(|shared| shared.source).collect();
    assert_eq!(ids(&case, &every), ["omar", "post"]);
    assert_eq!(one.origins.at_least, 2);
}

#[test]
fn an_outlet_published_nothing_that_only_anothers_later_version_has() {
    let mut files = base();
    files
        .document(
            "b",
            "times",
            "published: (edtf: \"2024-03-14\"), version_of: \"a\"",
        )
        .document(
            "c",
            "post",
            "published: (edtf: \"2024-03-15\"), version_of: \"a\"",
        )
        .statement("a", "s1", &format!("said_by: \"mayor\", {SAYS}"))
        .statement("b", "s2", &format!("said_by: \"doctor\", {SAYS}"))
        .statement(
            "b",
            "s3",
            "outlet_voice: true, bears: [(claim: \"x\", stance: denies)]",
        );
    let case = files.read();
    let denies = figures(&case, true);
    assert_eq!(ids(&case, &denies.outlets), ["times"]);
    let documents: Vec<&str> = denies
        .documents
        .iter()
        .map(|d| case.documents.id(*d))
        .collect();
    assert_eq!(documents, ["b"]);
    assert!(denies.republishers.is_empty());
    // What both have is one text, which the one published and the other published again.
    let affirms = figures(&case, false);
    assert_eq!(ids(&case, &affirms.outlets), ["post"]);
    assert_eq!(ids(&case, &affirms.republishers), ["times"]);
    assert_eq!(affirms.documents.len(), 1);
    // The outlet's own later version is the first text still.
    files.statement(
        "c",
        "s4",
        "said_by: \"guard\", bears: [(claim: \"x\", stance: denies)]",
    );
    let case = files.read();
    let denies = figures(&case, true);
    assert_eq!(ids(&case, &denies.outlets), ["post"]);
    assert_eq!(ids(&case, &denies.republishers), ["times"]);
    assert_eq!(denies.documents.len(), 1);
}

fn hedged(statements: &[(&str, &str)]) -> bool {
    let mut files = base();
    for (n, (stance, mark)) in statements.iter().enumerate() {
        files.statement(
            "a",
            &format!("s{n}"),
            &format!("said_by: \"mayor\", bears: [(claim: \"x\", stance: {stance}, {mark})]"),
        );
    }
    let case = files.read();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    Ledger::new(&analysis).claims()[0].hedged
}

#[test]
fn what_is_unclear_takes_no_hedge_away() {
    let likely = ("affirms", "hedged: true");
    let unclear = ("affirms", "unclear: true");
    assert!(hedged(&[likely]));
    assert!(
        hedged(&[likely, unclear]),
        "nobody clearly says so without a hedge"
    );
    assert!(!hedged(&[likely, ("affirms", "")]));
    assert!(!hedged(&[unclear]));
    assert!(hedged(&[("affirms", "unclear: true, hedged: true")]));
    assert!(
        !hedged(&[("affirms", "unclear: true, hedged: true"), ("denies", "")]),
        "the only clear word is a plain denial"
    );
}

#[test]
fn two_days_of_who_may_be_one_are_told_of_as_two_killers_are() {
    let mut files = base();
    files.entity("adam", "person", "").entity(
        "abu-ali",
        "person",
        "related: [(id: \"adam\", how: perhaps_same)]",
    );
    let killed = |who: &str, day: &str| {
        format!(
            "proposition: (predicate: \"killed\", roles: {{\"victim\": \"{who}\"}}), time: (edtf: \"{day}\")"
        )
    };
    let says = |by: &str, claim: &str| {
        format!("said_by: \"{by}\", bears: [(claim: \"{claim}\", stance: affirms)]")
    };
    files
        .claim("k1", &killed("adam", "2024-03-01"))
        .claim("k2", &killed("abu-ali", "2024-03-05"))
        .claim("k3", &killed("abu-ali", "2024-03-01"))
        .statement("a", "s1", &says("mayor", "k1"))
        .statement("a", "s2", &says("doctor", "k2"))
        .statement("a", "s3", &says("guard", "k3"));
    let case = files.read();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let all = Contradictions::new(&analysis).not_comparable(&analysis, 100);
    let pairs: Vec<[&str; 2]> = all
        .iter()
        .map(|one| [one.statements.0, one.statements.1].map(|s| case.statements.id(s)))
        .collect();
    assert_eq!(pairs, [["s1", "s2"]], "of one day nothing is at odds");
}
