//! How files begin, how long they are, what a `mod.rs` holds, and what nobody else's machine has.

use proc_macro2::{TokenStream, TokenTree};

use crate::tree::{files, read};

/// A file of more lines says in its `//!` text why it is [`ONE_FILE`].
const LONG: usize = 500;

/// The words with which such a reason begins.
const ONE_FILE: &str = "in one file because";

/// Long files that have no such reason, and wait for being split. A line that is no longer true fails
/// too, and no line is to be added.
const TO_BE_SPLIT: &[&str] = &["src/case_file/read/entry.rs", "tests/suite/loader.rs"];

/// `mod.rs` files that hold more than their text, modules and exports, with the reason. A line
/// that is no longer true fails too.
const MORE_THAN_EXPORTS: &[(&str, &str)] = &[
    (
        "src/case_file/read/mod.rs",
        "the order in which the parts of a case are read",
    ),
    ("src/check/mod.rs", "the ordered list of the checks"),
    ("src/cli/mod.rs", "which command runs, and the exit codes"),
    (
        "src/cli/commands/mod.rs",
        "what every command does first: reading the case and its texts",
    ),
    ("src/cli/text/mod.rs", "the words that every page shares"),
];

/// The `//!` text at the head of a file.
fn head(source: &str) -> String {
    source
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .map(|line| line.trim_start_matches("//!").trim())
        .collect::<Vec<_>>()
        .join(" ")
}

fn rust_files() -> Vec<String> {
    let mut all = files();
    all.retain(|path| path.ends_with(".rs"));
    all
}

#[test]
fn every_file_says_what_it_is() {
    for path in rust_files() {
        assert!(
            !head(&read(&path)).is_empty(),
            "{path} begins with no `//!`"
        );
    }
}

#[test]
fn a_long_file_says_why() {
    let mut faults = Vec::new();
    for path in rust_files() {
        let source = read(&path);
        let lines = source.lines().count();
        let unexplained = lines > LONG && !head(&source).to_lowercase().contains(ONE_FILE);
        let waits = TO_BE_SPLIT.contains(&path.as_str());
        if unexplained && !waits {
            faults.push(format!(
                "{path} has {lines} lines: split it, or say in its `//!` that it is all \
                 \"{ONE_FILE} …\""
            ));
        }
        if waits && !unexplained {
            faults.push(format!("{path} complies by now: take it off the list"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether some code has nothing but `mod`, `pub mod`, `use`, `pub use` and attributes.
fn only_exports(source: &str) -> bool {
    let trees: Vec<TokenTree> = source
        .parse::<TokenStream>()
        .expect("Rust")
        .into_iter()
        .collect();
    trees
        .split(|tree| matches!(tree, TokenTree::Punct(p) if p.as_char() == ';'))
        .filter(|item| !item.is_empty())
        .all(|item| {
            let word = item.iter().find_map(|tree| match tree {
                TokenTree::Ident(ident) if *ident != "pub" => Some(ident.to_string()),
                _ => None,
            });
            word.is_some_and(|word| word == "mod" || word == "use")
                // A private `use` serves code that is not there to be served.
                && (item.iter().any(|t| t.to_string() == "mod" || t.to_string() == "pub"))
        })
}

#[test]
fn mod_files_hold_text_and_exports() {
    for path in rust_files() {
        if !(path.starts_with("src/") && path.ends_with("/mod.rs")) {
            continue;
        }
        let listed = MORE_THAN_EXPORTS.iter().any(|(listed, _)| *listed == path);
        let plain = only_exports(&read(&path));
        assert!(
            plain || listed,
            "{path} holds more than `//!` text, modules and exports"
        );
        assert!(
            !(plain && listed),
            "{path} complies by now: take it off the list"
        );
    }
    assert!(only_exports(
        "//! Text.\nmod a;\npub mod b;\npub use a::{X, Y};\n#[cfg(test)]\nmod tests;"
    ));
    assert!(!only_exports("mod a;\nfn f() {}"));
    assert!(!only_exports("mod a;\nuse a::X;\nconst Y: X = X;"));
}

#[test]
fn no_folder_is_for_odds_and_ends() {
    for path in rust_files() {
        for name in ["util", "utils", "common", "helpers", "misc"] {
            let stem = path.trim_end_matches(".rs").trim_end_matches("/mod");
            assert!(
                !stem.ends_with(&format!("/{name}")),
                "{path}: say what it is for"
            );
        }
    }
}

/// Absolute paths of somebody's machine: a folder at the root that follows no letter, digit, dot
/// or colon, so that links (`https://…/home/`) are not meant.
fn machine_path(text: &str) -> Option<&str> {
    let folders = ["home", "root", "work", "Users", "mnt"];
    folders.iter().find_map(|folder| {
        let wanted = format!("/{folder}/");
        text.match_indices(&wanted).find_map(|(at, _)| {
            let before = text[..at].chars().next_back();
            let alone = !before.is_some_and(|c| c.is_alphanumeric() || ".:/_-}".contains(c));
            alone.then(|| text[at..].lines().next().unwrap_or_default())
        })
    })
}

/// Hosts that packages come from. Cargo knows its own; a name here is somebody's set-up.
const PACKAGE_HOSTS: &[&str] = &[
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("registry.", "npmjs"),
    concat!("pypi.", "org"),
    concat!("arti", "factory"),
    concat!("deb.", "debian.org"),
    concat!("://", "localhost"),
    concat!("[source", ".crates-io]"),
    concat!("replace", "-with"),
];

#[test]
fn nothing_is_of_one_machine() {
    for path in files() {
        let Ok(text) = std::fs::read_to_string(crate::tree::root().join(&path)) else {
            continue;
        };
        if path != "tests/rules/files.rs" {
            assert_eq!(
                machine_path(&text),
                None,
                "{path} names a folder of one machine"
            );
        }
        for host in PACKAGE_HOSTS {
            assert!(!text.contains(host), "{path} names the package host {host}");
        }
    }
    assert!(machine_path("see \"/home/someone/x\"").is_some());
    assert!(machine_path("https://example.org/home/x and src/work/x").is_none());
}

#[test]
fn every_crate_comes_from_the_public_index() {
    for line in read("Cargo.lock").lines() {
        if let Some(source) = line.strip_prefix("source = ") {
            assert_eq!(
                source,
                "\"registry+https://github.com/rust-lang/crates.io-index\""
            );
        }
    }
}
