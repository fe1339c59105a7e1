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

/// The names of a case's sources, each with whom it speaks for and whom it may be.
fn sources(folder: &Path) -> Vec<(String, Value, Value)> {
    let view = view(folder, "sources");
    let all = view["sources"].as_array().expect("a list");
    let named = all.iter().map(|s| {
        let names = s["names"].as_object().expect("names").values();
        let names: Vec<&str> = names.filter_map(Value::as_str).collect();
        (
            names.join(" / "),
            s["speaks_for"].clone(),
            s["perhaps_same"].clone(),
        )
    });
    named.collect()
}

#[test]
fn a_brigade_is_one_in_both_languages_and_its_office_speaks_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    drafted(
        folder,
        &[
            "لواء الشفق ينفي مقتل قائده\n\nنفى المكتب الإعلامي للواء الشفق في بيان مقتل قائده سالم الرملي.\n",
            "The Dusk Brigade denied that Salem Ramli was killed in Tal Sahl.\n",
        ],
    );
    let all = sources(folder);
    let one = |name: &str| {
        let found = all.iter().find(|(names, ..)| names.contains(name));
        found.unwrap_or_else(|| panic!("{name}: {all:?}")).clone()
    };
    assert_eq!(one("Dusk Brigade").0, "لواء الشفق / Dusk Brigade");
    assert_eq!(one("المكتب").1, "dusk-brigade");
}

#[test]
fn monitors_of_two_names_are_not_offered_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    drafted(
        folder,
        &[
            "قال مرصد النهرين إن القائد سالم الرملي قتل في تل سهل.\n",
            "The Tabar Monitor said the commander Salem Ramli was killed in Tal Sahl.\n",
        ],
    );
    let all = sources(folder);
    assert!(
        all.iter()
            .all(|(_, _, perhaps)| perhaps.as_array().is_none_or(Vec::is_empty)),
        "{all:?}"
    );
}

#[test]
fn a_bare_station_is_the_outlet_named_before_or_one_of_its_text_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    drafted(
        folder,
        &[
            "Radio Talwa aired a recording on Monday. It showed that Salem Ramli was alive, the station said.\n",
            "A recording was aired on Monday. It showed that Salem Ramli was alive, the station said.\n",
        ],
    );
    let statements = view(folder, "statements");
    let who: Vec<&str> = statements["statements"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|s| s["said_by"].as_str())
        .collect();
    assert_eq!(who.len(), 2, "{who:?}");
    assert!(who.contains(&"radio-talwa"), "{who:?}");
    let other = view(folder, "sources")["sources"]
        .as_array()
        .expect("a list")
        .iter()
        .any(|s| s["disclosure"] == "undisclosed" && s["quoted_by"]["document"] == "t1");
    assert!(other, "{who:?}");
}

#[test]
fn where_a_text_was_written_kills_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    drafted(
        folder,
        &[
            "QASR HELWAN, June 5 (Kestrel) - A drone strike in southern Helwan has killed Salem Ramli, the Tabar Monitor said.\n",
        ],
    );
    let entities = fs::read_to_string(folder.join("case/entities.ron")).expect("entities");
    assert!(entities.contains("Salem Ramli"), "{entities}");
    assert!(!entities.to_lowercase().contains("helwan"), "{entities}");
}
