//! Words in pictures and in lists: which way a line with names runs, what a statement is called, what joins names.

use isnad::analysis::Setting;
use isnad::picture::scene::{self, Book, Edition};
use isnad::picture::{Diagram, Direction, Line};
use isnad::view::{
    ClaimsView, EntitiesView, ExcerptView, Filter, Material, OverviewView, SourcesView,
    StatementsView, TimelineView, Tongue,
};

use crate::analysis_build::Files;
use crate::view_wording::texts;

/// A Latin and an Arabic paper, with a speaker of the other script each.
fn two_scripts(edition: Edition) -> Diagram {
    let mut files = Files::heard(&["Gazette"], &["Miller"]);
    for (id, kind, name) in [
        ("barq", "outlet", "البرق"),
        ("wali", "organization", "الوالي"),
    ] {
        files.sources.push_str(&format!(
            "(id: \"{id}\", kind: {kind}, names: {{\"ar\": \"{name}\"}}),\n"
        ));
    }
    files
        .claim("x", "")
        .document("d", "Gazette", "")
        .document("e", "barq", "");
    for (text, id, who) in [
        ("d", "d1", "wali"),
        ("d", "d2", "Gazette"),
        ("e", "e1", "Miller"),
    ] {
        let bears = "bears: [(claim: \"x\", stance: affirms)]";
        files.statement(text, id, &format!("said_by: \"{who}\", {bears}"));
    }
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let all = Filter::default();
    let one = Filter {
        claim: loaded.case.claims.key("x"),
        ..Filter::default()
    };
    let (overview, sources) = (
        OverviewView::new(&material, &all),
        SourcesView::new(&material, &all),
    );
    scene::timeline(
        &TimelineView::new(&material, &one),
        &StatementsView::new(&material, &all),
        &ClaimsView::new(&material, &all),
        &EntitiesView::new(&material, &all),
        &Book::new(&overview, &sources, edition),
    )
}

#[test]
fn a_line_with_names_in_it_runs_as_its_edition_does() {
    for (edition, words, direction) in [
        (Edition::En, ", on the page of ", Direction::Ltr),
        (Edition::Ar, "، على صفحة ", Direction::Rtl),
    ] {
        let d = two_scripts(edition);
        let lines: Vec<&Line> = d.nodes.iter().flat_map(|node| &node.lines).collect();
        let among: Vec<&&Line> = lines.iter().filter(|l| l.text.contains(words)).collect();
        assert_eq!(among.len(), 2, "{lines:#?}");
        for line in among {
            assert_eq!(line.direction, Some(direction), "{}", line.text);
        }
        // A name alone is read as it is written.
        let alone = lines.iter().find(|l| l.text == "Gazette").expect("a name");
        assert_eq!(alone.direction, None);
    }
}

#[test]
fn who_is_not_paraphrased_is_called_by_the_first_words() {
    let opening = |content: &[&str]| {
        let excerpt = ExcerptView {
            paragraph: 1,
            paragraphs: 1,
            content: content.iter().map(|&text| text.to_owned()).collect(),
            pieces: Vec::new(),
        };
        excerpt.opening()
    };
    assert_eq!(
        opening(&["the dam held"]).as_deref(),
        Some("“the dam held”")
    );
    assert_eq!(
        opening(&["one two three four five six seven eight, nine"]).as_deref(),
        Some("“one two three four five six seven eight …”")
    );
    assert_eq!(
        opening(&["صمد السد", "طوال الليل"]).as_deref(),
        Some("«صمد السد …»")
    );
    assert_eq!(opening(&[" "]), None);
    assert_eq!(opening(&[]), None);

    let mut files = Files::heard(&["post"], &["mayor"]);
    files.claim("x", "").document("d", "post", "");
    let bears = "bears: [(claim: \"x\", stance: affirms)]";
    files
        .statement("d", "d1", &format!("said_by: \"mayor\", {bears}"))
        .statement(
            "d",
            "d2",
            &format!("said_by: \"mayor\", gist: {{\"en\": \"own words\"}}, {bears}"),
        );
    let loaded = files.load();
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let all = Filter::default();
    let (overview, sources) = (
        OverviewView::new(&material, &all),
        SourcesView::new(&material, &all),
    );
    let book = Book::new(&overview, &sources, Edition::En);
    let quoted = ["d1", "d2"].map(|id| (id.to_owned(), format!("“{id}”")));
    let book = book.quoting(quoted.into());
    let d = scene::statements(
        &StatementsView::new(&material, &all),
        &ClaimsView::new(&material, &all),
        &book,
    );
    let has = |words: &str| {
        let mut lines = d.nodes.iter().flat_map(|node| &node.lines);
        lines.any(|line| line.text == words)
    };
    assert!(has("“d1”") && has("own words") && !has("“d2”"), "{d:#?}");
}

#[test]
fn the_arabic_and_does_not_stick_to_latin_letters() {
    let list = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        Tongue::Ar.list(&names)
    };
    assert_eq!(list(&["الوالي", "البرق"]), "الوالي والبرق");
    assert_eq!(list(&["الوالي", "Miller"]), "الوالي و\u{a0}Miller");
    assert_eq!(list(&["Miller", "(Gazette)"]), "Miller و\u{a0}(Gazette)");
    assert_eq!(list(&["الوالي", "3 آخرون"]), "الوالي و3 آخرون");
    assert_eq!(Tongue::En.and("Miller"), " and ");
}
