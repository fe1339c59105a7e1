//! Every crate that Isnad is built with or tested with may be used as Isnad itself may be.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, ParseMode};

/// Licences that ask for no more than to be named.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that name no licence but carry its text; all of them the MIT licence, read by a person.
const BY_FILE: &[&str] = &[
    "dot-generator",
    "dot-structures",
    "graphviz-rust",
    "into-attr",
    "into-attr-derive",
];

/// What a licence file of those begins with and grants.
fn is_mit(text: &str) -> bool {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.starts_with("MIT License Copyright (c)")
        && words.contains("Permission is hereby granted, free of charge, to any person")
        && words.contains("THE SOFTWARE IS PROVIDED \"AS IS\"")
}

/// Whether an SPDX expression can be met with the allowed licences alone.
fn allowed(expression: &str) -> Result<bool, String> {
    let expression =
        Expression::parse_mode(expression, ParseMode::LAX).map_err(|e| e.to_string())?;
    Ok(expression.evaluate(|asked| {
        // An exception only ever adds permissions.
        asked
            .license
            .id()
            .is_some_and(|id| ALLOWED.contains(&id.name))
    }))
}

/// What cargo says of this package and all it depends on, on every platform; where the crates of
/// other platforms cannot be had (no network), on this one.
fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let run = |more: &[&str]| {
        let output = Command::new(&cargo)
            .args(["metadata", "--format-version", "1", "--locked"])
            .args(more)
            .current_dir(crate::tree::root())
            .output()
            .expect("cargo runs");
        output
            .status
            .success()
            .then(|| serde_json::from_slice(&output.stdout).expect("JSON"))
            .ok_or_else(|| String::from_utf8_lossy(&output.stderr).into_owned())
    };
    run(&[]).unwrap_or_else(|_| {
        let version = Command::new("rustc")
            .arg("-vV")
            .output()
            .expect("rustc runs");
        let version = String::from_utf8(version.stdout).expect("text");
        let host = version
            .lines()
            .find_map(|line| line.strip_prefix("host: "))
            .expect("a host");
        run(&["--offline", "--filter-platform", host]).expect("cargo metadata")
    })
}

#[test]
fn every_dependency_has_an_allowed_licence() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(
        packages.len() > 20,
        "cargo names {} packages",
        packages.len()
    );
    let mut faults = Vec::new();
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        match package["license"].as_str() {
            Some(licence) => match allowed(licence) {
                Ok(true) => {}
                Ok(false) => faults.push(format!("{name}: {licence} is not allowed")),
                Err(error) => faults.push(format!("{name}: {error}")),
            },
            None => {
                let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
                let text = package["license_file"]
                    .as_str()
                    .and_then(|file| std::fs::read_to_string(manifest.parent()?.join(file)).ok());
                if !BY_FILE.contains(&name) {
                    faults.push(format!("{name} names no licence"));
                } else if !text.is_some_and(|text| is_mit(&text)) {
                    faults.push(format!(
                        "{name}: its licence file is not the MIT licence any more"
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn our_own_licence_is_there() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let own: BTreeSet<_> = packages
        .iter()
        .filter(|package| package["name"] == "isnad")
        .map(|package| package["license"].as_str())
        .collect();
    assert_eq!(own, BTreeSet::from([Some("MIT OR Apache-2.0")]));
    assert!(crate::tree::read("LICENSE-MIT").contains("Permission is hereby granted"));
    assert!(crate::tree::read("LICENSE-APACHE").contains("Version 2.0, January 2004"));
}

#[test]
fn expressions_are_read_right() {
    assert_eq!(allowed("MIT OR Apache-2.0"), Ok(true));
    assert_eq!(allowed("MIT/Apache-2.0"), Ok(true));
    assert_eq!(allowed("MIT OR LGPL-2.1-or-later"), Ok(true));
    assert_eq!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"), Ok(true));
    assert_eq!(allowed("Apache-2.0 WITH LLVM-exception"), Ok(true));
    assert_eq!(allowed("MIT AND GPL-3.0-only"), Ok(false));
    assert_eq!(allowed("AGPL-3.0-or-later"), Ok(false));
    assert!(allowed("whatever I like").is_err());
}
