//! What changed since: corrections and retractions told apart, decisions credited only where they tell, dissents shown
//! wherever the desk's answer is, headings told as headings.

use isnad::analysis::Setting;
use isnad::view::{ClaimView, ClaimsView, Filter, Material, TimelineView, Tongue};

use crate::analysis_build::Files;
use crate::view_wording::texts;

fn paper() -> Files {
    let mut files = Files::heard(&["post", "times"], &["mayor", "doctor", "ministry"]);
    files
        .source("voice", "speaks_for: \"ministry\"")
        .source(
            "guard",
            "disclosure: undisclosed, quoted_by: source(\"post\")",
        )
        .claim("x", "")
        .document("a", "post", "published: (edtf: \"2024-03-12\")")
        .document("b", "times", "published: (edtf: \"2024-03-13\")");
    files
}

fn claim(files: &Files) -> ClaimView {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let mut all = ClaimsView::new(&material, &Filter::default()).claims;
    all.remove(0)
}

fn timeline(files: &Files) -> TimelineView {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    TimelineView::new(&material, &Filter::default())
}

fn said(by: &str) -> String {
    format!("said_by: \"{by}\", bears: [(claim: \"x\", stance: affirms)]")
}

#[test]
fn each_kind_of_withdrawal_is_told_with_its_number() {
    let mut files = paper();
    for id in ["s1", "s2", "s3"] {
        files.statement("a", id, &said("mayor"));
    }
    let back = "said_by: \"mayor\", takes_back: [(statement: \"s1\", how: retracts), \
                (statement: \"s2\", how: corrects), (statement: \"s3\", how: corrects)]";
    files.statement("b", "back", back);
    let wording = claim(&files).wording;
    let told = "Said (no later than 12 March 2024), and since taken back (1 statement) and corrected (2 statements) by mayor, who said it:";
    assert!(wording.en.starts_with(told), "{}", wording.en);
    let told = "تراجع (في قول واحد) وتصحيح (في قولين) ممن قاله";
    assert!(wording.ar.contains(told), "{}", wording.ar);
}

/// After a retraction it is still said who passes the thing on.
#[test]
fn a_report_outlives_a_retraction_in_the_wording() {
    let mut files = paper();
    let reports = |by: &str| format!("{by}bears: [(claim: \"x\", stance: reports)]");
    files
        .statement("a", "s", &said("mayor"))
        .statement("a", "r", &reports(""))
        .statement("a", "q", &reports("said_by: \"doctor\", "));
    let back = "said_by: \"mayor\", takes_back: [(statement: \"s\", how: retracts)]";
    files.statement("b", "back", back);
    let wording = claim(&files).wording;
    let told = "also passed on, without vouching for it, by doctor, and in unsourced reports (1 statement)";
    assert!(wording.en.contains(told), "{}", wording.en);
    let told = "ومصدر النقل دون جزم: doctor، وخبر متداول لا يُعرف قائله (ورد في قول واحد)";
    let bare = wording.ar.replace(['\u{2068}', '\u{2069}'], "");
    assert!(bare.contains(told), "{bare}");
}

/// A heading beside its text is no report apart from it, in any number of what is passed on.
#[test]
fn a_heading_is_not_passed_on_beside_its_text() {
    let mut files = paper();
    let reports = "said_by: \"mayor\", bears: [(claim: \"x\", stance: reports)]";
    files
        .statement("a", "h", &format!("heading: true, {reports}"))
        .statement("a", "s", reports);
    let view = claim(&files);
    assert_eq!(view.reports, ["h", "s"]);
    assert_eq!(view.origins_of.reports.headings, ["h"]);
    assert_eq!(view.passed_on(), ["s"]);
}

/// A merge of which only the one source is heard makes no number; one that makes a guard a named man does.
#[test]
fn a_decision_is_credited_only_where_it_tells() {
    let mut files = paper();
    files.statement("a", "s", &said("voice")).judgement(
        "idle",
        "same([\"ministry\", \"guard\"])",
        "",
    );
    assert_eq!(claim(&files).decisions.affirms, [] as [&str; 0]);
    files.statement("b", "t", &said("guard"));
    assert_eq!(claim(&files).decisions.affirms, ["idle"]);
    // Of two that say the same neither tells alone, and both together do.
    files.judgement("again", "same([\"guard\", \"ministry\"])", "");
    let view = claim(&files);
    assert_eq!(view.decisions.affirms, ["again", "idle"]);
    assert!(view.decisions.denies.is_empty());
}

#[test]
fn a_dissent_stands_wherever_the_answer_does() {
    let mut files = paper();
    files
        .entity("rami", "person", "")
        .statement("a", "s", &said("mayor"));
    files.claims = files.claims.replace(
        "id: \"x\",",
        "id: \"x\", proposition: (predicate: \"killed\", roles: {\"victim\": \"rami\"}),",
    );
    let settled = |answer: &str| format!("settled(claim: \"x\", answer: {answer})");
    files
        .judgement("first", &settled("open"), "")
        .judgement("second", &settled("yes"), "replaces: \"first\"")
        .judgement("third", &settled("no"), "dissents_from: [\"second\"]");
    let view = timeline(&files);
    let words: Vec<String> = view
        .steps
        .iter()
        .filter_map(|step| Some(step.decision.as_ref()?.words(Tongue::En)))
        .collect();
    let told = [
        "editorial decision: left open, since replaced by second",
        "editorial decision: yes",
        "dissent from second: no",
    ];
    assert_eq!(words, told);
}

/// What only a heading has from a source without a hedge is told as that; what only a heading clearly says, too.
#[test]
fn a_heading_above_a_softer_text_is_told() {
    let mut files = paper();
    files
        .statement("a", "h", &format!("heading: true, {}", said("mayor")))
        .statement(
            "a",
            "s",
            "said_by: \"mayor\", bears: [(claim: \"x\", stance: affirms, hedged: true)]",
        );
    let view = claim(&files);
    let told = "mayor (in a heading; as likely only in the text; single origin)";
    assert!(view.wording.en.contains(told), "{}", view.wording.en);
    assert!(view.hedged, "the heading is no commitment of its own");
    let mut files = paper();
    let own = "heading: true, outlet_voice: true, bears: [(claim: \"x\", stance: denies)]";
    files.statement("a", "h", own).statement(
        "a",
        "s",
        "said_by: \"mayor\", bears: [(claim: \"x\", stance: denies, unclear: true)]",
    );
    let view = claim(&files);
    let told =
        "Denied in a heading (h), and perhaps, below it, by mayor (unclear whether this is meant";
    assert!(view.wording.en.starts_with(told), "{}", view.wording.en);
    let mut files = paper();
    let denies = "said_by: \"doctor\", bears: [(claim: \"x\", stance: denies)]";
    files
        .statement("a", "h", own)
        .statement("a", "s", denies)
        .statement("b", "t", &said("mayor"));
    let view = claim(&files);
    let en = &view.wording.en;
    assert!(en.contains("denied by doctor (single origin)"), "{en}");
    let above = "Denied also in a heading above that text (h)";
    let mut notes = view.wording.notes.iter();
    assert!(
        notes.any(|note| note.en == above),
        "{:?}",
        view.wording.notes
    );
}
