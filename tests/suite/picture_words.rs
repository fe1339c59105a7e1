//! Timelines as pictures: the direction of lines in which names stand among words.

use isnad::analysis::Setting;
use isnad::picture::scene::{self, Book, Edition};
use isnad::picture::{Diagram, Direction, Line};
use isnad::view::{
    ClaimsView, EntitiesView, Filter, Material, OverviewView, SourcesView, StatementsView,
    TimelineView,
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
