//! Nobody is told to have taken back what another withdrew, to have said plainly what only a denier quotes, or to be
//! the only way by which something is known that came by another.

use isnad::analysis::Setting;
use isnad::view::{
    BriefRequest, BriefView, ClaimView, ClaimsView, Filter, Material, TimelineView, Tongue,
};

use crate::analysis_build::Files;
use crate::view_wording::texts;

fn paper() -> Files {
    let mut files = Files::heard(
        &["post", "times", "mail"],
        &["mayor", "doctor", "ministry", "rebels"],
    );
    files.source("agency", "kind: agency").claim("x", "");
    files
}

fn seen(files: &Files, without: &[&str]) -> (ClaimView, Vec<String>) {
    let loaded = files.load();
    let sources = &loaded.case.sources;
    let setting = Setting {
        without: without.iter().filter_map(|id| sources.key(id)).collect(),
        ..Setting::default()
    };
    let material = Material::new(&loaded, texts(&loaded.case), setting);
    let request = BriefRequest {
        claim: loaded.case.claims.key("x"),
        since: None,
        tongues: vec![Tongue::En, Tongue::Ar],
    };
    let lines = BriefView::new(&material, &request).lines;
    let filter = Filter {
        claim: request.claim,
        ..Filter::default()
    };
    let mut all = ClaimsView::new(&material, &filter).claims;
    (all.remove(0), lines)
}

const SAYS: &str = "bears: [(claim: \"x\", stance: affirms)]";

#[test]
fn who_withdrew_a_report_is_told_apart_from_who_said_it() {
    let mut files = paper();
    files.document("a", "post", "").document("c", "mail", "");
    files.statement(
        "a",
        "a1",
        &format!("said_by: \"mayor\", relays: [(source: \"agency\")], {SAYS}"),
    );
    let mut relay = files.clone();
    relay.statement(
        "c",
        "c1",
        "said_by: \"agency\", takes_back: [(statement: \"a1\", how: retracts)]",
    );
    let (claim, brief) = seen(&relay, &[]);
    let en = &claim.wording.en;
    assert!(
        en.starts_with(
            "Reported as said (undated), and since withdrawn by agency, who passed it on:"
        ),
        "{en}"
    );
    assert!(!en.contains("taken back"), "{en}");
    let ar = &claim.wording.ar;
    assert!(
        ar.contains("سحب للخبر ممن نقله") && !ar.contains("تراجع"),
        "{ar}"
    );
    let brief = brief.join("\n");
    assert!(
        brief.contains("withdrawn by agency, who passed it on"),
        "{brief}"
    );
    let label = claim.standing_label().words();
    assert_eq!(
        label,
        ("taken back or withdrawn since", "جرى التراجع عنه أو سحبه")
    );
    files.statement(
        "c",
        "c1",
        "said_by: \"mayor\", takes_back: [(statement: \"a1\", how: retracts)]",
    );
    let en = seen(&files, &[]).0.wording.en;
    assert!(
        en.starts_with("Said (undated), and since taken back by mayor, who said it:"),
        "{en}"
    );
}

#[test]
fn a_report_that_came_another_way_is_not_covered() {
    let mut files = paper();
    files.document("b", "times", "").document("a", "post", "");
    files.statement("b", "b1", &format!("said_by: \"doctor\", {SAYS}"));
    files.statement(
        "b",
        "b2",
        "said_by: \"ministry\", bears: [(claim: \"x\", stance: denies)]",
    );
    let en = seen(&files, &[]).0.wording.en;
    assert!(
        en.contains("all of this is known only through times"),
        "{en}"
    );
    files.statement(
        "a",
        "a1",
        "said_by: \"mayor\", bears: [(claim: \"x\", stance: reports)]",
    );
    let en = seen(&files, &[]).0.wording.en;
    assert!(
        en.contains("; what is said and its denial are known only through times"),
        "{en}"
    );
}

#[test]
fn what_only_a_denier_quotes_is_marked() {
    let mut files = paper();
    files.document("a", "post", "");
    files.statement(
        "a",
        "a1",
        "said_by: \"ministry\", act: deny, bears: [(claim: \"x\", stance: denies)]",
    );
    files.statement(
        "a",
        "a2",
        &format!("said_by: \"rebels\", nested_in: \"a1\", {SAYS}"),
    );
    let (claim, brief) = seen(&files, &[]);
    let only = "heard here only from those who deny it";
    assert!(claim.wording.en.contains(only), "{}", claim.wording.en);
    assert!(claim.wording.ar.contains("ولا يرد إلا على لسان من ينفيه"));
    let says = brief.iter().find(|line| line.starts_with("Says so"));
    assert!(says.is_some_and(|line| line.contains(only)), "{brief:#?}");
}

#[test]
fn absence_is_said_of_what_is_left() {
    let mut files = paper();
    files.document("b", "times", "").document("a", "post", "");
    files.statement("a", "a1", &format!("said_by: \"doctor\", {SAYS}"));
    files.statement(
        "b",
        "b1",
        "said_by: \"ministry\", bears: [(claim: \"x\", stance: denies)]",
    );
    let (claim, brief) = seen(&files, &["times"]);
    let en = &claim.wording.en;
    assert!(
        en.contains("no denial in the rest of these 2 texts"),
        "{en}"
    );
    assert!(
        claim.wording.ar.contains("(نصان) بعد هذا الاستبعاد"),
        "{}",
        claim.wording.ar
    );
    assert!(
        brief
            .join("\n")
            .contains("Denies: no denial in the rest of these 2 texts")
    );
    files.document("c", "mail", "");
    files.statement(
        "c",
        "c1",
        &format!(
            "said_by: \"ministry\", {SAYS}, takes_back: [(statement: \"b1\", how: supersedes)]"
        ),
    );
    let (claim, brief) = seen(&files, &[]);
    let en = &claim.wording.en;
    assert!(
        en.contains(
            "its denial (undated) since replaced with a later account by ministry, who said it"
        ),
        "{en}"
    );
    let brief = brief.join("\n");
    assert!(brief.contains("no denial that still counts"), "{brief}");
}

/// Two later versions of one text hold the same report: two statements, one origin that nobody knows.
#[test]
fn unsourced_reports_are_counted_by_statement() {
    let mut files = paper();
    files
        .document("a", "post", "published: (edtf: \"2024-03-01\")")
        .document(
            "b",
            "post",
            "published: (edtf: \"2024-03-02\"), version_of: \"a\"",
        );
    let report = "bears: [(claim: \"x\", stance: reports)]";
    files.statement("a", "a1", report);
    files.statement("b", "b1", report);
    files.statement("b", "b2", &format!("said_by: \"doctor\", {report}"));
    let (claim, brief) = seen(&files, &[]);
    let reports = &claim.origins_of.reports;
    assert_eq!((reports.unknown, claim.reports.len()), (1, 3));
    assert_eq!(reports.unsourced, ["a1", "b1"]);
    assert_eq!(reports.unknown_in, ["a1", "b1"]);
    let brief = brief.join("\n");
    assert!(brief.contains("(unsourced reports: 2)"), "{brief}");
    assert!(
        claim
            .wording
            .en
            .contains("unsourced reports (2 statements)"),
        "{}",
        claim.wording.en
    );
}

#[test]
fn life_that_nobody_vouches_for_is_listed_beside_death() {
    let mut files = paper();
    files.entity("omar", "person", "");
    let of = |value: &str| {
        format!(
            "proposition: (predicate: \"status\", roles: {{\"person\": \"omar\", \"value\": \"{value}\"}})"
        )
    };
    files
        .claim("dead", &of("dead"))
        .claim("alive", &of("alive"));
    files.document("a", "post", "");
    let bears = |claim: &str, how: &str| format!("bears: [(claim: \"{claim}\", stance: {how})]");
    files.statement(
        "a",
        "a1",
        &format!("said_by: \"mayor\", {}", bears("alive", "reports")),
    );
    files.statement(
        "a",
        "a2",
        &format!("said_by: \"doctor\", {}", bears("dead", "doubts")),
    );
    files.statement(
        "a",
        "a3",
        &format!("said_by: \"ministry\", {}", bears("dead", "cannot_confirm")),
    );
    files.statement(
        "a",
        "a4",
        "said_by: \"rebels\", bears: [(claim: \"dead\", stance: affirms, hedged: true)]",
    );
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let filter = Filter {
        entity: loaded.case.entities.key("omar"),
        ..Filter::default()
    };
    let line = TimelineView::new(&material, &filter).vital_status.remove(0);
    assert_eq!(line.last_alive.map(|last| last.statement), None);
    assert_eq!(line.alive_reported, ["a1"]);
    assert_eq!(line.doubted, ["a2"]);
    assert_eq!(line.cannot_confirm, ["a3"]);
    assert_eq!(
        (line.affirmed, line.soft),
        (vec!["a4".to_owned()], vec!["a4".to_owned()])
    );
}
