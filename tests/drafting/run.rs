//! A bed put through the built program: `init`, `add --manifest`, `draft`, and the views.

use std::process::Command;

use serde_json::Value;

use crate::gold::Gold;

/// The views of a drafted bed.
pub(crate) struct Drafted {
    pub(crate) claims: Vec<Value>,
    pub(crate) statements: Vec<Value>,
    pub(crate) sources: Vec<Value>,
    pub(crate) chains: Vec<Value>,
    pub(crate) documents: Vec<Value>,
    pub(crate) findings: Vec<Value>,
}

fn isnad(arguments: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(
        out.status.code().is_some_and(|c| c < 2),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).expect("UTF-8")
}

fn view(case: &str, name: &str, list: &str) -> Vec<Value> {
    let json = isnad(&["view", name, case, "--format", "json", "--limit", "0"]);
    let value: Value = serde_json::from_str(&json).expect("JSON");
    value[list].as_array().cloned().unwrap_or_default()
}

/// Drafts a bed in a temporary folder.
pub(crate) fn draft(bed: &str) -> Drafted {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case");
    let case = path.to_str().unwrap();
    let manifest = Gold::folder(bed).join("manifest.jsonl");
    isnad(&["init", case]);
    isnad(&[
        "add",
        case,
        "--manifest",
        manifest.to_str().unwrap(),
        "--at",
        "2024-05-06T08:00Z",
    ]);
    isnad(&["draft", case]);
    let findings: Value =
        serde_json::from_str(&isnad(&["check", case, "--format", "json"])).expect("JSON");
    Drafted {
        claims: view(case, "claims", "claims"),
        statements: view(case, "statements", "statements"),
        sources: view(case, "sources", "sources"),
        chains: view(case, "chain", "chains"),
        documents: view(case, "overview", "documents"),
        findings: findings["findings"].as_array().cloned().unwrap_or_default(),
    }
}
