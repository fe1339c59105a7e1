//! Smallest cases of rules that are easily got wrong: who is one with whom, what stands first, what is a
//! link. Each is a few entries, and the figure that it decides. In one file because all are cases of one base, told apart by
//! the entry that matters.

use isnad::analysis::{
    Analysis, Contradictions, Figures, Kind, Ledger, Literal, SameText, Setting, TakenBackBy,
};
use isnad::case_file::Texts;
use isnad::model::{Case, Key, Source};
use isnad::view::{Filter, Material, TimelineView};

use crate::analysis_build::Files;

const SAYS: &str = "bears: [(claim: \"k\", stance: affirms)]";

/// A question, two outlets with a text each, and named witnesses.
fn base(witnesses: &[&str]) -> Files {
    let mut files = Files::default();
    files
        .source("o1", "kind: outlet")
        .source("o2", "kind: outlet")
        .claim("k", "");
    for id in witnesses {
        files.source(id, "kind: witness");
    }
    files
}

fn two_texts(files: &mut Files) {
    files
        .document("d1", "o1", "published: (edtf: \"2024-03-05\")")
        .document("d2", "o2", "published: (edtf: \"2024-03-05\")");
}

fn said(by: &str) -> String {
    format!("said_by: \"{by}\", {SAYS}")
}

fn figures(case: &Case, same: &[SameText], without: &[&str]) -> Figures {
    let keys = without.iter().map(|id| case.sources.key(id).expect("one"));
    let setting = Setting {
        without: keys.collect(),
        ..Setting::default()
    };
    let analysis = Analysis::new(case, setting, same);
    Ledger::new(&analysis).figures(Literal::affirmed(Key::new(0)))
}

fn ids(case: &Case, all: &[Key<Source>]) -> Vec<String> {
    let ids = all.iter().map(|key| case.sources.id(*key).to_owned());
    ids.collect()
}

/// Each chain of the first statement: source, and whether it was inferred.
fn chain(case: &Case, statement: &str) -> Vec<(String, bool)> {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let key = case.statements.key(statement).expect("a statement");
    let chain = analysis.chains.of(key).next().expect("a chain");
    let links = chain.links.iter();
    links
        .map(|link| {
            let id = link.source.map_or("", |source| case.sources.id(source));
            (id.to_owned(), link.inferred)
        })
        .collect()
}

#[test]
fn whoever_is_ruled_to_be_a_spokesman_speaks_for_the_body() {
    let mut files = base(&["ana"]);
    files
        .source("body", "")
        .source("sam", "kind: spokesperson, speaks_for: \"body\"")
        .judgement("j", "same([\"ana\", \"sam\"])", "");
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("sam"))
        .statement("d2", "s2", &said("body"));
    let case = files.read();
    let one = figures(&case, &[], &[]);
    assert_eq!(ids(&case, &one.origins.named), ["body"]);
    assert_eq!((one.origins.at_least, one.origins.at_most), (1, 1));
    // A body that is set aside takes along whoever speaks for it, under whatever id.
    assert!(figures(&case, &[], &["body"]).statements.is_empty());
    assert_eq!(figures(&case, &[], &["ana"]).statements.len(), 1);
}

#[test]
fn who_speaks_for_two_bodies_is_set_aside_with_either() {
    let mut files = base(&[]);
    files
        .source("north", "")
        .source("south", "")
        .source("ana", "kind: spokesperson, speaks_for: \"south\"")
        .source("sam", "kind: spokesperson, speaks_for: \"north\"")
        .judgement("j", "same([\"ana\", \"sam\"])", "");
    two_texts(&mut files);
    files.statement("d1", "s1", &said("sam"));
    let case = files.read();
    let one = figures(&case, &[], &[]);
    assert_eq!(
        ids(&case, &one.origins.named),
        ["south"],
        "whom the first of the two speaks for"
    );
    for body in ["north", "south"] {
        assert!(figures(&case, &[], &[body]).statements.is_empty(), "{body}");
    }
}

#[test]
fn a_ruling_that_closes_a_circle_of_spokesmen_makes_no_circle() {
    let mut files = base(&["zoe"]);
    files
        .source("body", "")
        .source("sam", "kind: spokesperson, speaks_for: \"body\"")
        .source("ann", "kind: spokesperson, speaks_for: \"sam\"")
        .judgement("j", "same([\"ann\", \"body\"])", "");
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("sam"))
        .statement("d2", "s2", &said("body"));
    let case = files.read();
    let one = figures(&case, &[], &[]);
    assert_eq!(one.origins.at_most, 1, "both ways round they are one");
}

#[test]
fn a_named_man_ruled_to_be_a_description_is_a_named_man() {
    let mut files = base(&["zed", "bob"]);
    files
        .source(
            "anon",
            "kind: anonymous_source, disclosure: undisclosed, quoted_by: document(\"d1\")",
        )
        .judgement("j", "same([\"anon\", \"zed\"])", "");
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("anon"))
        .statement("d2", "s2", &said("bob"));
    let case = files.read();
    let one = figures(&case, &[], &[]);
    assert_eq!(ids(&case, &one.origins.named), ["zed", "bob"]);
    assert_eq!(one.origins.at_least, 2);
}

/// Origins at least, at most, and the pairs that may be one.
fn counted(files: &Files) -> (usize, usize, Vec<String>) {
    let case = files.read();
    let one = figures(&case, &[], &[]).origins;
    let pairs = one.perhaps_one.iter();
    let pairs = pairs.map(|(a, b)| ids(&case, &[*a, *b]).join(" "));
    (one.at_least, one.at_most, pairs.collect())
}

#[test]
fn two_that_may_be_one_are_not_known_to_be_two_until_somebody_decides() {
    let mut files = base(&["ana", "bob"]);
    files.source("ministry", "perhaps_same: [\"bob\"]");
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("ministry"))
        .statement("d2", "s2", &said("bob"));
    assert_eq!(counted(&files), (1, 2, vec!["bob ministry".to_owned()]));
    // A third that neither may be.
    files.statement("d2", "s3", &said("ana"));
    assert_eq!(counted(&files), (2, 3, vec!["bob ministry".to_owned()]));
    let mut ruled = files.clone();
    ruled.judgement("j", "different([\"ministry\", \"bob\"])", "");
    assert_eq!(counted(&ruled), (3, 3, Vec::new()));
    let mut ruled = files.clone();
    ruled.judgement("j", "same([\"ministry\", \"bob\"])", "");
    assert_eq!(counted(&ruled), (2, 2, Vec::new()));
    // The mark holds of whoever is ruled to be one of the two.
    files
        .source("hall", "")
        .judgement("j", "same([\"ministry\", \"hall\"])", "")
        .statement("d1", "s4", &said("hall"));
    assert_eq!(counted(&files), (2, 3, vec!["bob hall".to_owned()]));
}

#[test]
fn two_that_may_each_be_a_third_are_two() {
    let mut files = base(&["ana", "bob"]);
    files.source("ministry", "perhaps_same: [\"ana\", \"bob\"]");
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("ministry"))
        .statement("d2", "s2", &said("bob"))
        .statement("d2", "s3", &said("ana"));
    assert_eq!(counted(&files).0, 2);
}

#[test]
fn a_mark_holds_for_spokesmen_members_and_entities() {
    let mut files = base(&["bob"]);
    files.source("body", "").source(
        "sam",
        "kind: spokesperson, speaks_for: \"body\", perhaps_same: [\"bob\"]",
    );
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("sam"))
        .statement("d2", "s2", &said("bob"));
    assert_eq!(counted(&files), (1, 2, vec!["bob body".to_owned()]));
    // Whom the one may be may hold the other.
    let mut files = base(&["ana"]);
    files
        .source("army", "")
        .source("unit", "member_of: [\"army\"], perhaps_same: [\"ana\"]");
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("army"))
        .statement("d2", "s2", &said("ana"));
    assert_eq!(counted(&files), (1, 2, vec!["ana army".to_owned()]));
    // One node that is both: the mark of the entity.
    let mut files = base(&["ana", "bob"]);
    files.entity("bob", "person", "").entity(
        "ana",
        "person",
        "related: [(id: \"bob\", how: perhaps_same)]",
    );
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("ana"))
        .statement("d2", "s2", &said("bob"));
    assert_eq!(counted(&files), (1, 2, vec!["ana bob".to_owned()]));
}

#[test]
fn who_takes_it_back_may_have_said_it_under_another_id() {
    let mut files = base(&["zed"]);
    files
        .source(
            "anon",
            "kind: anonymous_source, disclosure: undisclosed, quoted_by: document(\"d1\")",
        )
        .judgement("j", "same([\"anon\", \"zed\"])", "");
    two_texts(&mut files);
    files.statement("d1", "s1", &said("anon")).statement(
        "d2",
        "s2",
        "said_by: \"zed\", takes_back: [(statement: \"s1\", how: retracts)]",
    );
    let loaded = files.load();
    let case = &loaded.case;
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let key = case.statements.key("s1").expect("said");
    assert_eq!(analysis.taken_back[&key].who, TakenBackBy::Speaker);
    let material = Material::new(&loaded, Texts::read(case, &[]), Setting::default());
    let found: Vec<_> = material.findings.iter().map(|f| &f.message).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn where_the_time_fits_two_sides_the_body_is_not_asked() {
    let mut files = base(&[]);
    files.sides =
        "(id: \"x\", names: {\"en\": \"x\"}), (id: \"y\", names: {\"en\": \"y\"})".to_owned();
    files
        .source("body", "sides: [(side: \"y\")]")
        .source(
            "sam",
            "kind: spokesperson, speaks_for: \"body\", sides: [(side: \"x\", to: \"2024-03-10\"), \
             (side: \"y\", from: \"2024-03-10\")]",
        )
        .source("tom", "kind: spokesperson, speaks_for: \"body\"")
        .claim("l", "")
        .document("d1", "o1", "published: (edtf: \"2024-03\")")
        .statement("d1", "s1", &said("sam"))
        .statement(
            "d1",
            "s2",
            "said_by: \"tom\", bears: [(claim: \"l\", stance: affirms)]",
        );
    let case = files.read();
    assert!(figures(&case, &[], &[]).sides.is_empty());
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let ledger = Ledger::new(&analysis);
    let other = ledger.figures(Literal::affirmed(Key::new(1)));
    assert_eq!(
        other.sides.len(),
        1,
        "who has no side of his own has his body's"
    );
}

/// Two copies of one text, of which nobody says who took it from whom.
fn copies(first: &str, second: &str) -> (Case, Figures) {
    let mut files = base(&["a", "b"]);
    files
        .document("d1", "o1", &format!("published: (edtf: \"{first}\")"))
        .document("d2", "o2", &format!("published: (edtf: \"{second}\")"))
        .statement("d1", "s1", &said("a"))
        .statement("d1", "s2", &said("b"));
    let case = files.read();
    let same = SameText {
        a: Key::new(0),
        b: Key::new(1),
        part: None,
    };
    let figures = figures(&case, &[same], &[]);
    (case, figures)
}

#[test]
fn an_outlet_that_is_no_link_is_no_shared_source() {
    // The other copy came first, so the text counts under its outlet; but no chain runs through that.
    let (case, one) = copies("2024-03-05", "2024-03-04");
    assert_eq!(ids(&case, &one.outlets), ["o2"]);
    let shared: Vec<_> = one.shared_sources.iter().map(|s| s.source).collect();
    assert_eq!(ids(&case, &shared), ["o1"]);
    assert!(figures(&case, &[], &["o1"]).statements.is_empty());
}

#[test]
fn a_sure_date_comes_first_and_of_an_unsure_order_nobody_republished() {
    let (case, one) = copies("2024-03-05?", "2024-03-05");
    assert_eq!(ids(&case, &one.outlets), ["o2"]);
    assert!(one.republishers.is_empty());
    let (case, one) = copies("2024-03-06", "2024-03-05");
    assert_eq!(ids(&case, &one.republishers), ["o1"], "surely later");
    let (case, one) = copies("2024-03-05", "2024-03-05");
    assert_eq!(ids(&case, &one.outlets), ["o1"]);
    assert!(one.republishers.is_empty());
}

#[test]
fn the_first_version_is_the_one_that_is_written_to_be() {
    let mut files = base(&["a"]);
    files
        .document("d1", "o1", "")
        .document(
            "d2",
            "o2",
            "version_of: \"d1\", published: (edtf: \"2024-03-06\")",
        )
        .statement("d1", "s1", &said("a"))
        .statement("d2", "s2", &said("a"));
    let case = files.read();
    let one = figures(&case, &[], &[]);
    assert_eq!(one.documents, [Key::new(0)]);
    assert_eq!(ids(&case, &one.outlets), ["o1"]);
    assert_eq!(ids(&case, &one.republishers), ["o2"]);
}

/// The steps of the question: statement, what, whether its place is known.
fn steps(files: &Files) -> Vec<(String, String, bool)> {
    let loaded = files.load();
    let texts = Texts::read(&loaded.case, &[]);
    let material = Material::new(&loaded, texts, Setting::default());
    let view = TimelineView::new(&material, &Filter::default());
    let steps = view.steps.into_iter().map(|step| {
        let what = serde_json::to_value(step.what).expect("JSON");
        (
            step.statement.unwrap_or_default(),
            what.as_str().unwrap_or_default().to_owned(),
            step.order_known,
        )
    });
    steps.collect()
}

#[test]
fn an_open_end_is_late_and_an_unsure_day_may_be_any() {
    let mut files = base(&["a", "b"]);
    files
        .document("d1", "o1", "published: (edtf: \"2024-03-05\")")
        .document("d2", "o2", "published: (edtf: \"2024-03-05/..\")")
        .statement("d1", "s2", &said("a"))
        .statement("d2", "s1", &said("b"));
    let order: Vec<String> = steps(&files).into_iter().map(|step| step.0).collect();
    assert_eq!(order, ["s2", "s1"]);
    let mut files = base(&["a", "b"]);
    files
        .document("d1", "o1", "published: (edtf: \"2024-03-05\")")
        .document("d2", "o2", "published: (edtf: \"2024-03-06?\")")
        .statement("d1", "s1", &said("a"))
        .statement("d2", "s2", &said("b"));
    assert!(steps(&files).iter().all(|(_, _, known)| !known));
}

#[test]
fn each_that_takes_it_back_is_a_step() {
    let mut files = base(&["a", "b"]);
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("a"))
        .statement(
            "d1",
            "s3",
            "outlet_voice: true, takes_back: [(statement: \"s1\", how: corrects)]",
        )
        .statement(
            "d2",
            "s2",
            "said_by: \"a\", takes_back: [(statement: \"s1\", how: retracts)]",
        );
    let mut steps: Vec<_> = steps(&files).into_iter().map(|(s, w, _)| (s, w)).collect();
    steps.sort();
    let expected = [
        ("s1", "first-report"),
        ("s2", "retraction"),
        ("s3", "supersession"),
    ];
    assert_eq!(steps, expected.map(|(s, w)| (s.to_owned(), w.to_owned())));
}

#[test]
fn a_report_that_may_meet_a_commitment_is_a_possible_rumour() {
    let mut files = base(&["a", "b"]);
    files.claims.clear();
    files
        .entity("p", "person", "")
        .claim(
            "k",
            "proposition: (predicate: \"status\", roles: {\"person\": \"p\", \"value\": \"dead\"})",
        )
        .claim(
            "m",
            "proposition: (predicate: \"seen\", roles: {\"person\": \"p\"}), \
             time: (edtf: \"2024-03-05\")",
        );
    two_texts(&mut files);
    files
        .statement("d1", "s1", &said("a"))
        .statement(
            "d2",
            "s2",
            "said_by: \"b\", bears: [(claim: \"m\", stance: reports)]",
        )
        .statement(
            "d2",
            "s3",
            "said_by: \"b\", bears: [(claim: \"k\", stance: reports)]",
        );
    let case = files.read();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let all = Contradictions::new(&analysis);
    let list = all.list(&analysis, usize::MAX);
    let told: Vec<_> = list
        .iter()
        .map(|one| {
            let (a, b) = one.statements;
            let id = |s| case.statements.id(s);
            (id(a), id(b), one.kind, one.certain)
        })
        .collect();
    // Two reports commit nobody, and a report of the same is against nothing.
    assert_eq!(told, [("s1", "s2", Kind::DisputedRumour, false)]);
    assert_eq!(all.total(&analysis), 1);
}

#[test]
fn a_republication_that_was_worked_out_marks_every_link_that_it_brings() {
    let mut files = base(&["a"]);
    files
        .source("o3", "kind: outlet")
        .document("d0", "o3", "")
        .document("d1", "o1", "republishes: (from: document(\"d0\"))")
        .document(
            "d2",
            "o2",
            "republishes: (from: document(\"d1\"), inferred: true)",
        )
        .statement("d2", "s1", &said("a"));
    let links = chain(&files.read(), "s1");
    let expected = [("a", false), ("o3", true), ("o1", true), ("o2", false)];
    assert_eq!(links, expected.map(|(id, i)| (id.to_owned(), i)));
}

#[test]
fn what_is_said_hedged_and_unclearly_is_not_put_together_from_two() {
    let mut files = base(&["a"]);
    two_texts(&mut files);
    files.statement(
        "d1",
        "s1",
        "said_by: \"a\", bears: [(claim: \"k\", stance: affirms, unclear: true), \
         (claim: \"k\", stance: affirms, hedged: true)]",
    );
    let one = figures(&files.read(), &[], &[]);
    assert_eq!((one.hedged.len(), one.unclear.len()), (1, 0));
}

#[test]
fn whom_a_republished_page_has_in_part_is_inferred() {
    let mut files = base(&["a"]);
    files
        .source("o3", "kind: outlet")
        .document(
            "d1",
            "o1",
            "republishes: (from: source(\"o3\"), part: [(start: 0, end: 10)])",
        )
        .document("d2", "o2", "republishes: (from: document(\"d1\"))")
        .statement(
            "d2",
            "s1",
            &format!("content: [(start: 20, end: 25)], {}", said("a")),
        );
    let links = chain(&files.read(), "s1");
    let expected = [("a", false), ("o3", true), ("o1", false), ("o2", false)];
    assert_eq!(links, expected.map(|(id, i)| (id.to_owned(), i)));
}

#[test]
fn what_stands_in_an_outer_statement_counts_where_its_chain_runs() {
    let mut files = base(&["a", "b"]);
    files
        .source("o3", "kind: outlet")
        .document(
            "d1",
            "o1",
            "republishes: (from: source(\"o3\"), part: [(start: 10, end: 40)])",
        )
        .statement("d1", "s1", "said_by: \"a\", content: [(start: 0, end: 40)]")
        .statement(
            "d1",
            "s2",
            &format!(
                "content: [(start: 20, end: 30)], nested_in: \"s1\", {}",
                said("b")
            ),
        );
    let case = files.read();
    let one = figures(&case, &[], &[]);
    assert_eq!(ids(&case, &one.outlets), ["o1"]);
    assert!(one.republishers.is_empty());
    let links: Vec<String> = chain(&case, "s2").into_iter().map(|link| link.0).collect();
    assert_eq!(links, ["b", "a", "o1"]);
}

#[test]
fn copies_and_versions_are_one_text_whoever_is_said_to_have_published_them() {
    let copies = SameText {
        a: Key::new(0),
        b: Key::new(1),
        part: None,
    };
    for (link, same) in [("", &[copies][..]), ("version_of: \"d1\", ", &[])] {
        let mut files = base(&[]);
        files
            .source("o3", "kind: outlet")
            .document("d1", "o1", "published: (edtf: \"2024-03-05\")")
            .document(
                "d2",
                "o3",
                &format!(
                    "{link}published: (edtf: \"2024-03-06\"), republishes: (from: source(\"o2\"))"
                ),
            );
        for (document, id) in [("d1", "s1"), ("d2", "s2")] {
            files.statement(document, id, &format!("published_as: affirms, {SAYS}"));
        }
        let case = files.read();
        let one = figures(&case, same, &[]);
        assert_eq!(one.documents.len(), 1, "{link}");
        assert_eq!(ids(&case, &one.outlets), ["o2"]);
        assert_eq!(one.origins.at_most, 1);
    }
}

#[test]
fn who_speaks_in_his_own_paper_is_who_first_published_it() {
    let mut files = base(&[]);
    files
        .document("d1", "o1", "published: (edtf: \"2024-03-05\")")
        .document(
            "d2",
            "o2",
            "published: (edtf: \"2024-03-06\"), republishes: (from: document(\"d1\"))",
        )
        .statement("d2", "s1", &said("o1"))
        .statement("d2", "s2", &said("o1"));
    let case = files.read();
    let shared: Vec<_> = figures(&case, &[], &[])
        .shared_sources
        .iter()
        .map(|one| one.source)
        .collect();
    assert_eq!(ids(&case, &shared), ["o1"], "o2 only published it again");
}

#[test]
fn a_statement_that_denies_and_takes_back_is_not_out_of_order_with_itself() {
    let mut files = base(&["a"]);
    files
        .document("d1", "o1", "published: (edtf: \"2024-03-05\")")
        .document("d2", "o2", "published: (edtf: \"2024-03-07\")")
        .statement("d1", "s1", &said("a"))
        .statement(
            "d2",
            "s2",
            "said_by: \"a\", takes_back: [(statement: \"s1\", how: retracts)], \
             bears: [(claim: \"k\", stance: denies)]",
        );
    let steps = steps(&files);
    assert_eq!(steps.len(), 3, "{steps:?}");
    assert!(steps.iter().all(|(_, _, known)| *known), "{steps:?}");
}

#[test]
fn events_of_unwritten_times_may_exclude_each_other() {
    for time in ["", ", time: (edtf: \"2024-03-04\")"] {
        let mut files = base(&["a", "b"]);
        files.claims.clear();
        files
            .entity("p", "person", "")
            .claim(
                "k",
                "proposition: (predicate: \"wounded\", roles: {\"victim\": \"p\"})",
            )
            .claim(
                "m",
                &format!(
                    "proposition: (predicate: \"killed\", roles: {{\"victim\": \"p\"}}){time}"
                ),
            );
        two_texts(&mut files);
        files.statement("d1", "s1", &said("a")).statement(
            "d2",
            "s2",
            "said_by: \"b\", bears: [(claim: \"m\", stance: affirms)]",
        );
        let case = files.read();
        let analysis = Analysis::new(&case, Setting::default(), &[]);
        let all = Contradictions::new(&analysis);
        let certain: Vec<bool> = all
            .list(&analysis, usize::MAX)
            .iter()
            .map(|one| one.certain)
            .collect();
        assert_eq!(certain, [false], "possibly, {time}");
    }
}

/// Without the only one whom a text quotes its heading says nothing of its own; with another text that says
/// so it does not either, and is no second voice.
#[test]
fn a_heading_falls_with_its_text() {
    let mut files = base(&["w"]);
    two_texts(&mut files);
    let heading = format!("heading: true, outlet_voice: true, {SAYS}");
    files.statement("d1", "h", &heading);
    files.statement("d1", "s", &said("w"));
    let case = files.read();
    let all = figures(&case, &[], &[]);
    let bearing: Vec<_> = all
        .load_bearing
        .iter()
        .map(|l| ids(&case, &l.sources))
        .collect();
    assert_eq!(bearing, [["o1"], ["w"]]);
    let without = figures(&case, &[], &["w"]);
    assert_eq!((without.statements.len(), without.origins.at_most), (0, 0));
    // The same in a second paper.
    files.statement("d2", "h2", &heading);
    files.statement("d2", "s2", &said("w"));
    let case = files.read();
    assert_eq!(figures(&case, &[], &[]).origins.at_most, 1);
    assert_eq!(figures(&case, &[], &["w"]).origins.at_most, 0);
    // Where the text says it only unclearly the heading is its own.
    let mut files = base(&["w"]);
    two_texts(&mut files);
    files.statement("d1", "h", &heading);
    let unclear = "said_by: \"w\", bears: [(claim: \"k\", stance: affirms, unclear: true)]";
    files.statement("d1", "s", unclear);
    let without = figures(&files.read(), &[], &["w"]);
    assert_eq!((without.statements.len(), without.origins.at_most), (1, 1));
}

/// Who takes back his words leaves no heading behind that says them.
#[test]
fn a_heading_is_taken_back_with_its_text() {
    let mut files = base(&["w"]);
    two_texts(&mut files);
    files.statement(
        "d1",
        "h",
        &format!("heading: true, outlet_voice: true, {SAYS}"),
    );
    files.statement("d1", "s", &said("w"));
    files.statement(
        "d2",
        "back",
        "said_by: \"w\", takes_back: [(statement: \"s\", how: retracts)]",
    );
    let case = files.read();
    let all = figures(&case, &[], &[]);
    assert_eq!((all.statements.len(), all.taken_back.len()), (0, 2));
    assert_eq!(all.origins.at_most, 0);
    // Another of whom the text has it keeps both.
    let mut files = base(&["w", "v"]);
    two_texts(&mut files);
    files.statement(
        "d1",
        "h",
        &format!("heading: true, outlet_voice: true, {SAYS}"),
    );
    files.statement("d1", "s", &said("w"));
    files.statement("d1", "t", &said("v"));
    files.statement(
        "d2",
        "back",
        "said_by: \"w\", takes_back: [(statement: \"s\", how: retracts)]",
    );
    let all = figures(&files.read(), &[], &[]);
    assert_eq!((all.statements.len(), all.taken_back.len()), (2, 1));
    assert_eq!(all.origins.at_most, 1);
}

/// A colleague's dissent is no answer of the desk.
#[test]
fn a_dissent_stands_beside_the_answer() {
    let mut files = base(&["w"]);
    two_texts(&mut files);
    files.statement("d1", "s", &said("w"));
    let settled = |answer: &str| format!("settled(claim: \"k\", answer: {answer})");
    files.judgement("j1", &settled("yes"), "");
    files.judgement("j2", &settled("no"), "dissents_from: [\"j1\"]");
    let case = files.read();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let claims = Ledger::new(&analysis).claims();
    let answer = claims[0].judgement.map(|key| case.judgements.id(key));
    assert_eq!(answer, Some("j1"));
}
