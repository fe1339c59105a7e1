//! Smallest cases of rules that are easily got wrong: who is one with whom, what stands first, what is a
//! link. Each is a few entries, and the figure that it decides.

use isnad::analysis::{Analysis, Figures, Ledger, Literal, SameText, Setting};
use isnad::model::{Case, Key, Source};

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
    assert!(!figures(&case, &[], &["o1"]).statements.iter().any(|_| true));
}
