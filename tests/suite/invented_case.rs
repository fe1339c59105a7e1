//! The invented case and the format page, which teaches from it: what they say must be so. (The
//! tutorial's commands are run among the rules, `tests/rules/examples.rs`.)

use std::fs;
use std::path::{Path, PathBuf};

use isnad::analysis::Chains;
use isnad::case_file::{Loaded, Texts, read_case};
use isnad::check::{check, count_anchors};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn page(path: &str) -> String {
    fs::read_to_string(root(path)).expect("the page is there")
}

/// Reads and checks a case; gives it with its findings, one line each.
fn checked(folder: &Path) -> (Loaded, Texts, Chains, Vec<String>) {
    let loaded = read_case(folder).expect("a case folder");
    let texts = Texts::read(&loaded.case, &[folder.join("documents")]);
    let chains = Chains::new(&loaded.case);
    let findings = check(&loaded, &texts, &chains)
        .into_iter()
        .map(|f| {
            format!(
                "{}:{} {}: {}",
                f.place.file,
                f.place.line,
                f.code.slug(),
                f.message
            )
        })
        .collect();
    (loaded, texts, chains, findings)
}

#[test]
fn checks_clean_with_every_anchor_verified() {
    let (loaded, texts, _, findings) = checked(&root("claims/qalmir"));
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(loaded.left_out, 0);
    let written: usize = fs::read_dir(root("claims/qalmir/statements"))
        .expect("a folder")
        .map(|file| fs::read_to_string(file.expect("an entry").path()).expect("a file"))
        .map(|text| text.matches("start: ").count())
        .sum();
    let anchors = count_anchors(&loaded.case, &texts);
    assert_eq!(anchors.verified, written);
    assert_eq!((anchors.orphans, anchors.not_verified_here), (0, 0));
}

/// Chains of a case as the pages write them: ids and arrows, `‹unknown›` where there is none.
fn chain(loaded: &Loaded, chains: &Chains, statement: &str) -> String {
    let key = loaded
        .case
        .statements
        .key(statement)
        .expect("the statement is there");
    let all: Vec<_> = chains.of(key).collect();
    let [only] = all.as_slice() else {
        panic!("{statement} has not one chain");
    };
    only.links
        .iter()
        .map(|link| {
            link.source
                .map_or("‹unknown›", |s| loaded.case.sources.id(s))
        })
        .collect::<Vec<_>>()
        .join(" → ")
}

#[test]
fn chains_are_as_the_format_page_says() {
    let (loaded, _, chains, _) = checked(&root("claims/qalmir"));
    let page = page("docs/case-format.md");
    let mut compared = 0;
    for line in page
        .lines()
        .filter(|l| l.starts_with("    ") && l.contains(" → "))
    {
        let Some((id, written)) = line.trim().split_once("  ") else {
            continue;
        };
        // Remarks stand in brackets: "sinfiri (denies it)".
        let written: Vec<&str> = written
            .split(" → ")
            .map(|link| link.split(" (").next().unwrap_or(link).trim())
            .collect();
        assert_eq!(chain(&loaded, &chains, id), written.join(" → "), "{id}");
        compared += 1;
    }
    assert_eq!(compared, 4);
}

#[test]
fn the_format_page_names_every_field() {
    let shapes = page("src/case_file/shape.rs");
    let page = page("docs/case-format.md");
    let words: std::collections::BTreeSet<&str> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .flat_map(|code| code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'))
        .collect();
    let missing: Vec<&str> = shapes
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "))
        .map(|(field, _)| field)
        .filter(|field| field.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        .filter(|field| !words.contains(field))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
