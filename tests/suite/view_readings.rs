//! What must stand beside a name or a number: another reading of the words, what only follows from another question,
//! through whom alone somebody is heard, how many people a description holds.

use isnad::analysis::Setting;
use isnad::view::{BriefRequest, BriefView, ClaimsView, Filter, Material, Tongue, WordingView};

use super::analysis_build::Files;
use super::view_wording::texts;

fn wording(files: &Files, claim: &str) -> WordingView {
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let view = ClaimsView::new(&material, &Filter::default());
    let mut claims = view.claims.into_iter();
    claims.find(|one| one.id == claim).expect("a claim").wording
}

fn says(by: &str, stance: &str, claim: &str) -> String {
    format!("said_by: \"{by}\", bears: [(claim: \"{claim}\", stance: {stance})]")
}

/// Ammar's boat sank; it follows that it is lost. Two papers.
fn base() -> Files {
    let mut files = Files::default();
    files
        .source("paper", "kind: outlet")
        .source("gazette", "kind: outlet")
        .source("ammar", "")
        .source("salma", "")
        .claim("lost", "")
        .claim("sunk", r#"entails: [(claim: "lost", why: {"en": "w"})]"#)
        .document("d", "paper", "")
        .document("e", "gazette", "");
    files
}

/// Whether it stands beside the sentence.
fn noted(wording: &WordingView, words: &str) -> bool {
    let mut notes = wording.notes.iter();
    notes.any(|note| note.en.eq_ignore_ascii_case(words))
}

/// A reason is no doubt; a reading is, goes where the commitment goes, and the number says so.
#[test]
fn a_reading_is_told_and_a_reason_is_not() {
    let mut files = base();
    files.statement(
        "d",
        "s1",
        r#"said_by: "ammar", bears: [(claim: "lost", stance: denies, why: {"en": "a reason"})]"#,
    );
    let plain = wording(&files, "lost");
    assert!(!plain.en.contains("read"), "{}", plain.en);
    assert!(plain.read_so.is_empty());
    files.statement(
        "d",
        "s2",
        r#"said_by: "salma", bears: [(claim: "lost", stance: denies, reading: {"en": "or delayed"})]"#,
    );
    let lost = wording(&files, "lost");
    assert!(
        noted(&lost, "Salma: as s2 is read here"),
        "{:?}",
        lost.notes
    );
    assert!(!lost.en.contains("s1"), "{}", lost.en);
    assert!(
        lost.en.contains("Denied by 2 origins (if read so), "),
        "{}",
        lost.en
    );
    assert!(lost.ar.contains("بحسب هذه القراءة)"), "{}", lost.ar);
    assert_eq!(lost.read_so, ["s2"]);
    // Who denies that it is lost denies that it sank, if read so.
    let sunk = wording(&files, "sunk");
    assert!(
        sunk.en
            .starts_with("At odds with what is said on another question by"),
        "{}",
        sunk.en
    );
    assert!(noted(&sunk, "Salma: as s2 is read here"), "{}", sunk.en);
    assert_eq!(sunk.read_so, ["s2"]);
    // Said plainly too, nothing rests on the reading.
    files.statement("e", "s3", &says("salma", "denies", "lost"));
    for claim in ["lost", "sunk"] {
        let wording = wording(&files, claim);
        assert!(!wording.en.contains("read"), "{}", wording.en);
        assert!(wording.read_so.is_empty());
    }
}

/// Who denies in words is told apart from whose words on another question only do not go with it.
#[test]
fn implied_denials_have_a_part_of_their_own() {
    let mut files = base();
    files
        .statement("d", "s1", &says("ammar", "denies", "sunk"))
        .statement("e", "s2", &says("salma", "denies", "lost"));
    let sunk = wording(&files, "sunk");
    assert!(
        sunk.en.starts_with(
            "Denied by ammar, and at odds with what is said on another question by salma (together 2 origins), undated: "
        ),
        "{}",
        sunk.en
    );
    assert!(
        sunk.ar
            .contains("ولا يتفق معه ما قيل في مسألة أخرى، ومصدره:"),
        "{}",
        sunk.ar
    );
    assert!(sunk.ar.contains("(والمجموع: مصدران أصليان)"), "{}", sunk.ar);
    assert_eq!(sunk.denies, ["ammar", "salma"]);
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let brief = BriefView::new(
        &material,
        &BriefRequest {
            claim: loaded.case.claims.key("sunk"),
            since: None,
            tongues: vec![Tongue::En],
        },
    );
    let line = brief.lines.iter().find(|line| line.starts_with("Denies: "));
    let line = line.expect("a line");
    assert!(
        line.starts_with("Denies: ammar")
            && line.contains("; at odds with it, on another question: salma"),
        "{line}"
    );
    // Of saying so too.
    let mut files = base();
    files.statement("d", "s1", &says("ammar", "affirms", "sunk"));
    let lost = wording(&files, "lost");
    assert!(
        lost.en
            .starts_with("Implied by what is said on another question by ammar "),
        "{}",
        lost.en
    );
}

/// Words that may be of another matter are told as such, and never as a denial.
#[test]
fn unclear_words_perhaps_deny() {
    let mut files = base();
    files.statement(
        "d",
        "s1",
        r#"said_by: "ammar", bears: [(claim: "lost", stance: denies, unclear: true)]"#,
    );
    let lost = wording(&files, "lost");
    assert!(
        lost.en.starts_with("Perhaps denied by ammar"),
        "{}",
        lost.en
    );
    assert!(lost.ar.contains("قد يُقرأ نفيًا له كلام"), "{}", lost.ar);
}

/// A description of several people is one origin, and says so; a named body is one by its name.
#[test]
fn several_people_count_as_one_and_it_is_said() {
    let mut files = base();
    files
        .source(
            "sailors",
            r#"disclosure: undisclosed, number: several, quoted_by: document("d")"#,
        )
        .source("guild", "kind: group, number: several")
        .statement("d", "s1", &says("sailors", "affirms", "lost"))
        .statement("d", "s2", &says("guild", "affirms", "lost"));
    let lost = wording(&files, "lost");
    let mark = "several, how many is not said; counted as one";
    assert_eq!(lost.en.matches(mark).count(), 1, "{}", lost.en);
    assert!(
        lost.en.contains(&format!("sailors ‹undisclosed› ({mark}")),
        "{}",
        lost.en
    );
}

/// A page that is partly another outlet's is one page, whatever it counts as.
#[test]
fn heading_and_text_of_one_page_are_one_page() {
    let mut files = base();
    files
        .document(
            "f",
            "gazette",
            r#"republishes: (from: source("paper"), part: [(start: 20, end: 90)], rest: unknown)"#,
        )
        .statement(
            "f",
            "h1",
            r#"outlet_voice: true, heading: true, content: [(start: 0, end: 9)], bears: [(claim: "lost", stance: affirms)]"#,
        )
        .statement(
            "f",
            "s1",
            r#"said_by: "ammar", content: [(start: 30, end: 50)], bears: [(claim: "lost", stance: affirms)]"#,
        );
    let lost = wording(&files, "lost");
    // The page's own heading rests on what the page has from elsewhere: one report, of one outlet.
    assert!(!lost.en.contains("carried by"), "{}", lost.en);
    assert!(!lost.en.contains("of one page"), "{}", lost.en);
    let above = "Also in a heading above that text (h1)";
    assert!(noted(&lost, above), "{:?}", lost.notes);
    // What a heading has from somebody of whom the text says nothing is told of as a second.
    files.statement(
        "f",
        "h2",
        r#"said_by: "salma", heading: true, content: [(start: 0, end: 9)], bears: [(claim: "lost", stance: affirms)]"#,
    );
    let lost = wording(&files, "lost");
    assert!(
        noted(&lost, "In the heading and the text of one page"),
        "{:?}",
        lost.notes
    );
    let mut notes = lost.notes.iter();
    let page = "ورد في عنوان صفحة واحدة ومتنها";
    assert!(notes.any(|note| note.ar == page), "{:?}", lost.notes);
}

/// A source heard twice falls silent only if both of its statements are misread; that stands beside the single ones.
#[test]
fn pairs_are_checked_beside_single_statements() {
    let mut files = base();
    files
        .statement("d", "s1", &says("ammar", "affirms", "lost"))
        .statement("d", "s2", &says("ammar", "affirms", "lost"))
        .statement("e", "s3", &says("salma", "affirms", "lost"));
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let brief = BriefView::new(
        &material,
        &BriefRequest {
            claim: loaded.case.claims.key("lost"),
            since: None,
            tongues: vec![Tongue::En],
        },
    );
    let question = &brief.questions[0];
    assert_eq!(question.check_first, [vec!["s3"], vec!["s1", "s2"]]);
    assert_eq!(question.checked_up_to, 2);
}
