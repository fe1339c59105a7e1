//! Who is told to have said a thing: tellers behind an outlet's own voice and behind headings, links that deny, and the
//! outlets of versions, republications and copies.

use isnad::analysis::{Analysis, Chains, Ledger, Literal, SameText, Setting, Standing};
use isnad::model::{Case, Commitment};
use isnad::view::{ClaimView, ClaimsView, Filter, Material, TallyView};

use crate::analysis_build::Files;
use crate::view_wording::texts;

const AFFIRMS: &str = "bears: [(claim: \"x\", stance: affirms)]";

fn files() -> Files {
    let mut files = Files::heard(&["bayan", "fajr", "raya"], &["sami", "rima", "omar"]);
    files.claim("x", "");
    files
}

fn said(by: &str) -> String {
    format!("said_by: \"{by}\", {AFFIRMS}")
}

fn view(files: &Files) -> ClaimView {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let filter = Filter {
        claim: loaded.case.claims.key("x"),
        ..Filter::default()
    };
    ClaimsView::new(&material, &filter).claims.remove(0)
}

/// The outlet stands behind two tellers; the farther one is by judgement.
#[test]
fn whoever_told_the_teller_of_an_outlet_is_no_outlet() {
    let mut files = files();
    files
        .document("a", "bayan", "published: (edtf: \"2024-03-02\")")
        .statement(
            "a",
            "s",
            &format!("outlet_voice: true, rests_on: [\"rima\"], {AFFIRMS}"),
        )
        .judgement("j", "rests_on(source: \"rima\", on: \"omar\")", "");
    let claim = view(&files);
    let origins = &claim.affirms.origins;
    assert_eq!(origins.named, ["omar"]);
    assert!(origins.own_voice.is_empty());
    assert_eq!((origins.at_least, claim.affirms.disjoint_chains), (1, 1));
    let told = "According to omar (single origin), no later than 2 March 2024: x;";
    assert!(claim.wording.en.starts_with(told), "{}", claim.wording.en);
    assert!(
        claim
            .wording
            .en
            .contains("it is known only through rima and bayan"),
        "{}",
        claim.wording.en
    );
}

/// A heading in somebody's mouth over words that he has from somebody else, and an outlet's heading with a teller.
#[test]
fn a_heading_beside_its_text_is_no_origin_whoever_told_the_one_or_the_other() {
    for (heading, text) in [
        (
            said("sami"),
            format!("rests_on: [\"rima\"], {}", said("sami")),
        ),
        (
            format!("outlet_voice: true, rests_on: [\"rima\"], {AFFIRMS}"),
            said("sami"),
        ),
    ] {
        let mut files = files();
        files
            .document("a", "bayan", "published: (edtf: \"2024-03-02\")")
            .statement("a", "head", &format!("heading: true, {heading}"))
            .statement("a", "s", &text);
        let claim = view(&files);
        let origins = &claim.affirms.origins;
        assert_eq!(origins.headings, ["head"]);
        assert_eq!((origins.at_least, origins.at_most), (1, 1), "{heading}");
        assert_eq!(origins.named.len(), 1);
        assert!(claim.wording.en.contains("single origin"));
    }
}

/// Omar denies it, and is written as the relay of the rumour within his denial too.
#[test]
fn one_link_denies_where_either_of_the_two_did() {
    for relays in ["", "relays: [(source: \"omar\")],"] {
        let mut files = files();
        files
            .document("a", "bayan", "published: (edtf: \"2024-03-02\")")
            .statement(
                "a",
                "s",
                "said_by: \"omar\", act: deny, bears: [(claim: \"x\", stance: denies)]",
            )
            .statement(
                "a",
                "rumour",
                &format!(
                    "act: rumour, nested_in: \"s\", {relays} bears: [(claim: \"x\", stance: reports)]"
                ),
            );
        let claim = view(&files);
        assert_eq!(claim.within_denials, ["rumour"], "{relays}");
        assert!(claim.wording.en.starts_with("Denied by omar"));
    }
}

/// A text, a later version of it by another outlet, and a republication of that version.
fn versions() -> Files {
    let mut files = files();
    files
        .document("d1", "bayan", "published: (edtf: \"2024-03-02\")")
        .document(
            "d2",
            "fajr",
            "published: (edtf: \"2024-03-03\"), version_of: \"d1\"",
        )
        .document(
            "d3",
            "raya",
            "published: (edtf: \"2024-03-04\"), republishes: (from: document(\"d2\"))",
        );
    files
}

#[test]
fn a_republication_counts_where_the_version_does_that_it_republishes() {
    let mut alone = versions();
    alone.statement("d3", "s3", &said("sami"));
    let tally = view(&alone).affirms;
    assert_eq!(
        (tally.documents, tally.outlets),
        (vec!["d2".into()], vec!["fajr".into()])
    );
    let mut both = versions();
    both.statement("d1", "s1", &said("rima"))
        .statement("d3", "s3", &said("sami"));
    let tally = view(&both).affirms;
    assert_eq!(
        (tally.documents, tally.outlets),
        (vec!["d1".into()], vec!["bayan".into()])
    );
    assert_eq!(tally.republishers, ["fajr", "raya"]);
}

/// One statement more, in a page that republishes the later version: no exact figure of its stance is lowered, and setting
/// its source aside raises none.
#[test]
fn a_republished_version_takes_no_text_from_its_first_outlet() {
    let mut before = versions();
    before
        .document("d4", "fajr", "published: (edtf: \"2024-03-04\")")
        .statement("d1", "s1", &said("sami"))
        .statement("d4", "s4", &said("omar"));
    let exact = |tally: &TallyView| {
        (
            tally.outlets.len(),
            tally.disjoint_chains,
            tally.origins.at_least,
        )
    };
    let few = exact(&view(&before).affirms);
    let mut after = before;
    after.statement("d3", "s3", &said("rima"));
    let many = exact(&view(&after).affirms);
    assert_eq!((few, many), ((2, 2, 2), (2, 2, 3)));
}

/// Three copies of one text, one of which credits an agency: one outlet, so nobody is shared by several.
#[test]
fn copies_of_one_text_share_no_source_between_outlets() {
    let mut files = files();
    files
        .source("wakala", "kind: agency")
        .document("d1", "bayan", "published: (edtf: \"2024-03-02\")")
        .document(
            "d2",
            "fajr",
            "published: (edtf: \"2024-03-02\"), republishes: (from: source(\"wakala\"))",
        )
        .document("d3", "raya", "published: (edtf: \"2024-03-03\")")
        .statement("d1", "s1", &said("sami"))
        .statement("d2", "s2", &said("sami"));
    let case: Case = files.read();
    let document = |id: &str| case.documents.key(id).expect("a document");
    let same: Vec<SameText> = [("d1", "d2"), ("d2", "d3"), ("d1", "d3")]
        .into_iter()
        .map(|(a, b)| SameText {
            a: document(a),
            b: document(b),
            part: None,
        })
        .collect();
    let analysis = Analysis::new(&case, Setting::default(), &same);
    let figures =
        Ledger::new(&analysis).figures(Literal::affirmed(case.claims.key("x").expect("a claim")));
    assert_eq!(figures.outlets.len(), 1);
    for shared in &figures.shared_sources {
        assert!(shared.every_chain || shared.outlets.len() > 1);
        assert!(
            shared
                .outlets
                .iter()
                .all(|one| figures.outlets.contains(one))
        );
    }
}

/// Five died on one day and eight on the next; that nobody says of five that it was in that month changes nothing.
#[test]
fn a_count_of_another_day_is_of_another_incident_whatever_stands_between() {
    let count = |n: u32, time: &str| {
        format!(
            "proposition: (predicate: \"casualties\", roles: {{\"of\": \"g\", \"kind\": \"killed\"}}, \
             count: (min: {n}, max: {n}, of: \"dead\", scope: \"the raid\")), time: (edtf: \"{time}\")"
        )
    };
    let mut files = Files::heard(&["bayan"], &["sami", "rima"]);
    files
        .entity("g", "group", "")
        .claim("five", &count(5, "2024-03-01"))
        .claim("eight", &count(8, "2024-03-02"))
        .claim("between", &count(5, "2024-03"))
        .document("a", "bayan", "")
        .statement(
            "a",
            "s1",
            "said_by: \"sami\", bears: [(claim: \"five\", stance: affirms)]",
        )
        .statement(
            "a",
            "s2",
            "said_by: \"rima\", bears: [(claim: \"eight\", stance: affirms)]",
        );
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let all = ClaimsView::new(&material, &Filter::default()).claims;
    let single = |claim: &&ClaimView| claim.standing == Standing::SingleOrigin;
    assert_eq!(all.iter().filter(single).count(), 2);
}

/// One man under two names, of whom one is entered with a side and a body, and the other says it.
#[test]
fn a_man_has_the_side_that_he_has_under_his_other_name() {
    let mut files = Files {
        sides: "(id: \"north\", names: {\"en\": \"north\"})".to_owned(),
        ..Files::default()
    };
    files
        .source("bayan", "kind: outlet")
        .source("a", "")
        .source("b", "sides: [(side: \"north\")]")
        .claim("x", "")
        .document("d", "bayan", "published: (edtf: \"2024-03-02\")")
        .statement("d", "s", &said("a"))
        .judgement("j", "same([\"a\", \"b\"])", "");
    let claim = view(&files);
    assert_eq!(claim.affirms.sides, ["north"]);
    assert!(claim.affirms.no_side.is_empty());
}

/// The outlet says in its own words that the denial is right.
#[test]
fn who_vouches_for_a_denial_does_not_vouch_for_what_is_denied() {
    let mut files = files();
    files
        .document("a", "bayan", "")
        .statement(
            "a",
            "s",
            "said_by: \"omar\", act: deny, published_as: affirms, bears: [(claim: \"x\", stance: denies)]",
        )
        .statement(
            "a",
            "inner",
            "said_by: \"rima\", nested_in: \"s\", bears: [(claim: \"x\", stance: affirms)]",
        );
    let case = files.read();
    let chains = Chains::new(&case);
    let of = |id: &str| {
        let key = case.statements.key(id).expect("a statement");
        let chain = chains.of(key).next().expect("a chain");
        chain.links.last().expect("an outlet").commitment
    };
    assert_eq!(of("s"), Commitment::Affirms);
    assert_eq!(of("inner"), Commitment::Reports);
}
