//! Speakers that a draft can tell neither apart nor together: marked, counted once at least, and left as a person leaves them.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::laid_out::{isnad, run};

/// Drafts a case of some texts, each of an outlet of its own.
fn drafted(folder: &Path, texts: &[&str]) {
    ok(folder, &["init", "case"]);
    for (n, text) in texts.iter().enumerate() {
        let file = format!("t{n}.txt");
        fs::write(folder.join(&file), text).expect("a text");
        let outlet = format!("Sahl Post {n}");
        let day = ["--published", "2021-03-10", "--at", "2021-03-11T08:00Z"];
        let mut arguments = vec!["add", "case", &file, "--outlet", &outlet];
        arguments.extend(day);
        ok(folder, &arguments);
    }
    ok(folder, &["draft", "case"]);
    ok(folder, &["check", "case"]);
}

fn ok(folder: &Path, arguments: &[&str]) -> String {
    let (code, out, err) = run(isnad().current_dir(folder).args(arguments));
    assert_eq!(code, 0, "{arguments:?}: {out}{err}");
    out
}

fn view(folder: &Path, name: &str) -> Value {
    let json = ok(folder, &["view", name, "case", "--format", "json"]);
    serde_json::from_str(&json).expect("JSON")
}

/// At least, at most and the pairs that may be one, of the one claim that more than one affirms.
fn counted(folder: &Path) -> (u64, u64, Value) {
    let claims = view(folder, "claims");
    let claims = claims["claims"].as_array().expect("a list");
    let most = claims
        .iter()
        .map(|c| &c["affirms"]["origins"])
        .max_by_key(|o| o["at_most"].as_u64())
        .expect("a claim");
    let n = |name: &str| most[name].as_u64().expect("a number");
    (n("at_least"), n("at_most"), most["perhaps_one"].clone())
}

#[test]
fn a_name_and_its_shorter_form_are_marked_and_a_mark_taken_out_stays_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    drafted(
        folder,
        &[
            "The Sahl River Monitor said the commander Salem Ramli was killed in Tal Sahl.\n",
            "The River Monitor said Salem Ramli was killed in Tal Sahl on Wednesday.\n",
        ],
    );
    let (at_least, at_most, pairs) = counted(folder);
    assert_eq!((at_least, at_most), (1, 2), "{pairs}");
    assert_eq!(pairs.as_array().map(Vec::len), Some(1));
    let text = ok(folder, &["view", "claims", "case", "--explain"]);
    assert!(text.contains("perhaps the same"), "{text}");
    let path = folder.join("case/sources.ron");
    let before = fs::read_to_string(&path).expect("sources");
    ok(folder, &["draft", "case"]);
    assert_eq!(fs::read_to_string(&path).expect("sources"), before);
    // Somebody takes the mark out: they are two.
    let kept: Vec<&str> = before
        .lines()
        .filter(|line| !line.contains("perhaps_same"))
        .collect();
    let after = kept.join("\n") + "\n";
    assert_ne!(after, before);
    fs::write(&path, &after).expect("sources");
    ok(folder, &["draft", "case"]);
    assert_eq!(fs::read_to_string(&path).expect("sources"), after);
    assert_eq!(counted(folder).0, 2);
}

#[test]
fn two_ministries_are_two() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    drafted(
        folder,
        &[
            "Sahl's defence ministry said the commander Salem Ramli was killed in Tal Sahl.\n",
            "قالت وزارة الداخلية إن القائد سالم الرملي قتل في تل سهل.\n",
        ],
    );
    let sources = fs::read_to_string(folder.join("case/sources.ron")).expect("sources");
    assert!(!sources.contains("perhaps_same"), "{sources}");
}

/// Whom a speaker has it from holds for what it says of the same thing afterwards.
#[test]
fn a_body_goes_on_resting_upon_those_it_cited() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    drafted(
        folder,
        &[
            "The commander Salem Ramli was killed in Tal Sahl, a rights group based abroad said on Monday, citing two \
          doctors.\n\nThe Highland Centre said in a statement that Salem Ramli was killed near the mill of Tal Sahl.\n",
        ],
    );
    let sources = view(folder, "sources");
    let names: Vec<&str> = sources["sources"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|s| s["names"]["en"].as_str())
        .collect();
    assert!(names.contains(&"Highland Centre"), "{names:?}");
    assert!(
        !names.iter().any(|n| n.contains("rights group")),
        "{names:?}"
    );
    let chains = view(folder, "chain");
    for chain in chains["chains"].as_array().expect("a list") {
        let links = chain["links"].as_array().expect("links");
        let first = links[0]["source"].as_str().unwrap_or_default();
        assert!(first.contains("doctors"), "{chain}");
        assert_eq!(links[1]["source"], "highland-centre");
    }
}
