//! The bundled cases: they check clean, and where their texts are at hand every anchor verifies.

use crate::laid_out::{isnad, root, run};

fn summary(arguments: &[&str]) -> (i32, String) {
    let (code, out, err) = run(isnad().current_dir(root()).arg("check").args(arguments));
    assert_eq!(err, "");
    (code, out)
}

/// The figures of the line that counts anchors: verified, not as anchored, not verified here.
fn anchors(out: &str) -> [usize; 3] {
    let line = out
        .lines()
        .find_map(|l| l.strip_prefix("anchors: "))
        .expect("a line on anchors");
    let figures: Vec<usize> = line
        .split(", ")
        .map(|part| {
            let number = part.split(' ').next().expect("a number");
            number.parse().expect("a number")
        })
        .collect();
    figures.try_into().expect("three figures")
}

#[test]
fn qalmir_checks_clean_and_every_anchor_verifies() {
    let (code, out) = summary(&["claims/qalmir"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.starts_with("qalmir: 0 errors, 0 warnings, 0 notes; 0 entries left out."),
        "{out}"
    );
    let [verified, orphans, unverified] = anchors(&out);
    assert!(verified > 100, "{verified} anchors verified");
    assert_eq!([orphans, unverified], [0, 0]);
}

#[test]
fn yarmouk_checks_clean_without_its_texts() {
    let (code, out) = summary(&["claims/yarmouk"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.starts_with("yarmouk: 0 errors, 0 warnings, 0 notes; 0 entries left out."),
        "{out}"
    );
    let [verified, orphans, unverified] = anchors(&out);
    assert_eq!([verified, orphans], [0, 0], "its texts are not kept here");
    assert!(unverified > 300, "{unverified} anchors");
}

/// The articles of this case are not ours to publish; whoever has them keeps them beside the
/// project, in `../shared/corpus/yarmouk`, or names their folder in `ISNAD_YARMOUK_TEXTS`.
#[test]
#[allow(clippy::print_stderr)] // Whoever runs the tests should know what was not tested.
fn yarmouk_verifies_against_its_texts() {
    let texts = std::env::var_os("ISNAD_YARMOUK_TEXTS").map_or_else(
        || root().join("../shared/corpus/yarmouk"),
        std::path::PathBuf::from,
    );
    if !texts.is_dir() {
        eprintln!(
            "skipped: the articles are not at {}; set ISNAD_YARMOUK_TEXTS to their folder",
            texts.display()
        );
        return;
    }
    let texts = texts.to_string_lossy();
    let (code, out) = summary(&["claims/yarmouk", "--documents", &texts]);
    assert_eq!(code, 0, "{out}");
    let [verified, orphans, unverified] = anchors(&out);
    assert!(verified > 300, "{verified} anchors verified");
    assert_eq!([orphans, unverified], [0, 0]);
}

/// Nobody's sentences may enter by the back door: a case without texts keeps no long quotation.
#[test]
fn yarmouk_keeps_no_words_of_its_articles() {
    let folder = root().join("claims/yarmouk/statements");
    for entry in std::fs::read_dir(folder).expect("the statements") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a file");
        for field in ["exact:", "prefix:", "suffix:"] {
            assert!(!text.contains(field), "{field} in {}", path.display());
        }
    }
}
