//! Copies by content: on made texts, and against comparing every pair of a corpus where one is at hand.

use std::path::Path;

use isnad::analysis::{Analysis, Ledger, Literal, SameText, Setting};
use isnad::model::{Document, Key};
use isnad::text::copies::{Sharing, shared_texts, shared_texts_exhaustively};

use crate::analysis_build::Files;
use crate::analysis_random::Dice;

fn words(seed: u64, n: usize) -> Vec<String> {
    let dice = &mut Dice(seed);
    (0..n).map(|_| format!("كلمة{}", dice.below(500))).collect()
}

#[test]
fn marks_hide_no_copy_and_a_lifted_paragraph_is_no_copy() {
    let original = words(1, 200);
    let text = original.join(" ");
    // Stretched, with other digits and without a tenth of its words.
    let edited = original[20..].join(" ").replace("كلمة", "كـلِمه");
    let mut lifted = words(2, 300);
    lifted.splice(100..100, original[50..95].iter().cloned());
    let lifted = lifted.join(" ");
    let other = words(3, 200).join(" ");
    let texts: Vec<(Key<Document>, &str)> = [&text, &edited, &lifted, &other]
        .iter()
        .enumerate()
        .map(|(i, t)| (Key::new(i), t.as_str()))
        .collect();
    let found: Vec<_> = shared_texts(&texts)
        .iter()
        .map(|s| (s.a.index(), s.b.index(), s.kind, s.run))
        .collect();
    assert_eq!(
        found,
        [
            (0, 1, Sharing::Copy, 180),
            (0, 2, Sharing::SharedParagraphs, 45),
            (1, 2, Sharing::SharedParagraphs, 45),
        ]
    );
}

#[test]
fn a_copy_found_by_content_counts_once_and_its_text_is_a_link() {
    let mut files = Files::default();
    files
        .source("north", "kind: outlet")
        .source("south", "kind: outlet")
        .source("obs", "")
        .source("army", "")
        .claim("c", "")
        .document("d1", "north", "published: (edtf: \"2018-05-12\")")
        .document("d2", "south", "published: (edtf: \"2018-05-11\")");
    let says = "bears: [(claim: \"c\", stance: affirms)]";
    files
        .statement("d1", "a", &format!("said_by: \"obs\", {says}"))
        .statement("d2", "b", &format!("said_by: \"army\", {says}"));
    let case = files.read();
    let text = words(1, 100).join(" ");
    let texts = [(Key::new(0), text.as_str()), (Key::new(1), text.as_str())];
    let same: Vec<_> = shared_texts(&texts).iter().flat_map(SameText::of).collect();
    let figures = |same: &[_]| {
        let analysis = Analysis::new(&case, Setting::default(), same);
        Ledger::new(&analysis).figures(Literal::affirmed(Key::new(0)))
    };
    let apart = figures(&[]);
    assert_eq!(
        (
            apart.documents.len(),
            apart.outlets.len(),
            apart.disjoint_chains
        ),
        (2, 2, 2)
    );
    let one = figures(&same);
    assert_eq!(
        (one.documents.len(), one.outlets.len(), one.disjoint_chains),
        (1, 1, 1)
    );
    let ids: Vec<_> = one.outlets.iter().map(|o| case.sources.id(*o)).collect();
    assert_eq!(ids, ["south"], "the first known publisher");
    assert_eq!(
        one.origins.at_least, 2,
        "two voices in one text are still two"
    );
}

/// A paragraph that both texts have stands in one outlet's report and in another's, which differ otherwise.
/// What it says counts once, under whoever had it first; what stands beside it counts by itself.
#[test]
fn what_stands_in_a_lifted_paragraph_counts_once() {
    let mut files = Files::default();
    files
        .source("north", "kind: outlet")
        .source("south", "kind: outlet")
        .source("obs", "")
        .source("army", "")
        .claim("c", "")
        .claim("d", "")
        .document("d1", "north", "published: (edtf: \"2018-05-12\")")
        .document("d2", "south", "published: (edtf: \"2018-05-11\")");
    let paragraph = words(1, 60).join(" ");
    let long = paragraph.chars().count();
    let first = format!("{paragraph}\n{}", words(2, 200).join(" "));
    let second = format!("{paragraph}\n{}", words(3, 200).join(" "));
    let says = |claim: &str, start: usize| {
        format!(
            "content: [(start: {start}, end: {})], bears: [(claim: \"{claim}\", stance: affirms)]",
            start + 20
        )
    };
    files
        .statement("d1", "a", &format!("said_by: \"obs\", {}", says("c", 0)))
        .statement("d2", "b", &format!("said_by: \"army\", {}", says("c", 9)))
        .statement("d1", "r", &says("c", 30))
        .statement("d2", "s", &says("c", 30))
        .statement(
            "d1",
            "x",
            &format!("said_by: \"obs\", {}", says("d", long + 9)),
        )
        .statement(
            "d2",
            "y",
            &format!("said_by: \"army\", {}", says("d", long + 9)),
        );
    let case = files.read();
    let texts = [
        (Key::new(0), first.as_str()),
        (Key::new(1), second.as_str()),
    ];
    let shared = shared_texts(&texts);
    assert_eq!(shared.len(), 1);
    assert_eq!(shared[0].kind, Sharing::SharedParagraphs);
    let same: Vec<_> = shared.iter().flat_map(SameText::of).collect();
    let figures = |claim: usize, same: &[SameText]| {
        let analysis = Analysis::new(&case, Setting::default(), same);
        let f = Ledger::new(&analysis).figures(Literal::affirmed(Key::new(claim)));
        let outlets: Vec<_> = f.outlets.iter().map(|o| case.sources.id(*o)).collect();
        let again: Vec<_> = f.republishers.iter().map(|o| case.sources.id(*o)).collect();
        format!(
            "{} in {} by {} again {}; {} apart; {} unknown",
            f.statements.len(),
            f.documents.len(),
            outlets.join(" "),
            again.join(" "),
            f.disjoint_chains,
            f.origins.unknown
        )
    };
    assert_eq!(
        figures(0, &[]),
        "4 in 2 by north south again ; 2 apart; 2 unknown"
    );
    assert_eq!(
        figures(0, &same),
        "4 in 1 by south again north; 1 apart; 1 unknown"
    );
    // Beside the paragraph nothing is shared.
    let apart = "2 in 2 by north south again ; 2 apart; 0 unknown";
    assert_eq!(figures(1, &[]), apart);
    assert_eq!(figures(1, &same), apart);
}

#[test]
fn candidates_are_all_there_is_on_a_corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/ar-raw");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        // Where the corpus is not at hand the made texts above are all that is tried.
        return;
    };
    let mut paths: Vec<_> = entries
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    // Every pair of these is tried, which is what takes the time.
    paths.truncate(400);
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|p| std::fs::read_to_string(p).ok())
        .collect();
    let texts: Vec<(Key<Document>, &str)> = texts
        .iter()
        .enumerate()
        .map(|(i, t)| (Key::new(i), t.as_str()))
        .collect();
    let found = shared_texts(&texts);
    assert_eq!(found, shared_texts_exhaustively(&texts));
    assert!(found.iter().any(|pair| pair.kind == Sharing::Copy) || texts.len() < 400);
}
