//! A drafted case checks clean; who takes back what, and who is one in a text and its copy.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::laid_out::{asked, data, isnad, run};

/// After every bed's last day.
const AT: &str = "2026-11-20T08:00Z";

/// The findings of a case drafted from a manifest, errors only.
fn errors(folder: &Path, manifest: &Path) -> Vec<String> {
    let (code, _, err) = run(isnad()
        .current_dir(folder)
        .args(["draft", "case", "--at", AT, "--from"])
        .arg(manifest));
    assert_eq!(code, 0, "{}: {err}", manifest.display());
    let (_, out, _) = run(isnad().current_dir(folder).args(["check", "case"]));
    let errors = out.lines().filter(|line| line.starts_with("error"));
    errors.map(str::to_owned).collect()
}

/// Beds that may be read.
fn beds() -> Vec<String> {
    let all = fs::read_dir(data("")).expect("a folder");
    let mut all: Vec<String> = all
        .map(|entry| entry.expect("an entry").file_name())
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name.starts_with("draft_bed") && !name.contains("_held_"))
        .collect();
    all.sort();
    all
}

#[test]
fn every_bed_drafted_checks_clean() {
    let beds = beds();
    assert!(beds.len() > 20, "{beds:?}");
    let half = |from: usize| {
        let mut faults = Vec::new();
        for bed in beds.iter().skip(from).step_by(2) {
            let folder = tempfile::tempdir().expect("a folder");
            let manifest = data(bed).join("manifest.jsonl");
            let found = errors(folder.path(), &manifest);
            faults.extend(found.into_iter().map(|error| format!("{bed}: {error}")));
        }
        faults
    };
    let (mut faults, more) = std::thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        (half(0), other.join().expect("no panic"))
    });
    faults.extend(more);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn several_beds_in_one_case_check_clean() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut lines = String::new();
    for bed in ["draft_bed", "draft_bed_leader", "draft_bed_drone"] {
        let manifest = fs::read_to_string(data(bed).join("manifest.jsonl")).expect("a manifest");
        for line in manifest.lines() {
            let mut one: Value = serde_json::from_str(line).expect("JSON");
            let file = one["file"].as_str().expect("a file").to_owned();
            let name = format!("{bed}-{}", file.replace('/', "-"));
            fs::copy(data(bed).join(&file), folder.path().join(&name)).expect("a copy");
            let id = name.trim_end_matches(".txt").to_owned();
            one["file"] = Value::String(name);
            one["id"] = Value::String(id);
            lines += &format!("{one}\n");
        }
    }
    let manifest = folder.path().join("all.jsonl");
    fs::write(&manifest, lines).expect("a manifest");
    let found = errors(folder.path(), &manifest);
    assert!(found.is_empty(), "{found:#?}");
}

/// A drafted case of texts by name, outlet and day, which checks clean.
fn drafted(texts: &[(&str, &str, &str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut lines = String::new();
    for (name, outlet, day, text) in texts {
        let file = format!("{name}.txt");
        fs::write(folder.path().join(&file), text).expect("a text");
        let line = serde_json::json!({"file": file, "outlet": outlet, "published": day});
        lines += &format!("{line}\n");
    }
    let manifest = folder.path().join("all.jsonl");
    fs::write(&manifest, lines).expect("a manifest");
    let found = errors(folder.path(), &manifest);
    assert!(found.is_empty(), "{found:#?}");
    folder
}

fn listed(folder: &Path, view: &str) -> Vec<Value> {
    let out = asked(folder, &["view", view, "case", "--format", "json"]);
    let json: Value = serde_json::from_str(&out).expect("JSON");
    json[view].as_array().cloned().unwrap_or_default()
}

/// Documents with a statement that the later page takes back.
fn taken(folder: &Path) -> Vec<String> {
    let all = listed(folder, "statements");
    let back = all.iter().filter(|s| s["taken_back"].is_object());
    let mut all: Vec<String> = back
        .filter_map(|s| s["document"].as_str().map(str::to_owned))
        .collect();
    all.dedup();
    all
}

const FIRST: &str = "The minister Nader Qalmiri was killed, the Qalmir army said.\n";

#[test]
fn a_page_takes_back_what_it_carried_and_not_what_others_did() {
    let folder = drafted(&[
        ("a", "Gate Herald", "2024-03-04", FIRST),
        ("b", "Hill Times", "2024-03-04", FIRST),
        (
            "c",
            "Gate Herald",
            "2024-03-06",
            "Correction: the Gate Herald reported on Monday that the Qalmir army said the minister Nader Qalmiri was killed. The \
             Gate Herald withdraws the report.\n",
        ),
    ]);
    assert_eq!(taken(folder.path()), ["a"]);
}

#[test]
fn who_no_longer_believes_it_takes_it_back_wherever_they_said_it() {
    let then = |who: &str| {
        let text = format!(
            "The Qalmir army is back in its barracks.\n\n{who} said that the army no longer believes that Nader Qalmiri was killed.\n"
        );
        let folder = drafted(&[
            ("a", "Gate Herald", "2024-03-04", FIRST),
            (
                "b",
                "Hill Times",
                "2024-03-04",
                "The minister Nader Qalmiri was killed, the Sahel Movement said.\n",
            ),
            ("c", "Hill Times", "2024-03-06", &text),
        ]);
        taken(folder.path())
    };
    assert_eq!(then("The Qalmir army"), ["a"]);
    // What others think of it no more is no word of theirs.
    assert!(then("The Sahel Movement").is_empty());
}

#[test]
fn whom_a_copy_quotes_is_whom_its_original_quotes() {
    let told = "The harbour of Qalmir was shut for three days after the flood, and the boats of the lake stayed where they were.\n\n\
                A clerk close to the council told the Gate Herald that the minister Nader Qalmiri was wounded and is being treated in \
                a clinic on the hill.\n\n\
                The council denied that Nader Qalmiri was wounded. The market by the gate opened again on Monday morning.\n";
    let copy = format!("Minister wounded\n\n{told}");
    for order in [false, true] {
        let mut texts = vec![
            ("a", "Gate Herald", "2024-03-04", told),
            ("b", "Hill Times", "2024-03-05", copy.as_str()),
        ];
        if order {
            texts.reverse();
        }
        let folder = drafted(&texts);
        let withheld = listed(folder.path(), "sources")
            .iter()
            .filter(|s| s["disclosure"] == "undisclosed")
            .count();
        assert_eq!(withheld, 1, "copy first: {order}");
        let out = asked(folder.path(), &["draft", "case", "--dry-run"]);
        assert!(
            out.contains("copies: b was taken to republish a: "),
            "{out}"
        );
    }
}
