//! Imports go one way only, and some crates belong to some layers only.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::tree::{files_under, read};

/// The layers from the lowest up. A layer imports from the rows above its own; those of one row
/// never import one another.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["model"],
    &["finding"],
    &["case_file", "extraction"],
    &["drafting"],
    &["graph"],
    &["analysis"],
    &["check"],
    &["view"],
    &["picture", "export"],
    &["report"],
    &["web"],
    &["cli"],
];

/// What draws or writes a view out sees the view, problems and ids, and not how they came about.
const DRAWN_FROM: (&[&str], &[&str]) = (
    &["picture", "export", "report"],
    &["text", "model", "finding", "view"],
);

/// Reports embed pictures; nothing else that is drawn sees another drawing.
const EMBEDS: (&str, &str) = ("report", "picture");

/// Paths that only some files may use: the path's first words, and where it may stand.
const BELONGS: &[(&[&str], &[&str])] = &[
    (
        &["ron"],
        &[
            "case_file/",
            "extraction/lexicon.rs",
            "drafting/naming/listed.rs",
            "drafting/naming/titles.rs",
            "drafting/naming/terms.rs",
            "drafting/naming/lands.rs",
            "drafting/naming/scripts.rs",
            "extraction/person.rs",
            "drafting/content/lexicon.rs",
        ],
    ),
    (
        &["petgraph"],
        &["graph/", "analysis/", "case_file/read/cycles.rs"],
    ),
    (&["graphviz_rust"], &["picture/"]),
    (&["maud"], &["report/"]),
    (&["clap"], &["cli/"]),
    (&["clap_complete"], &["cli/"]),
    (&["clap_mangen"], &["cli/"]),
    (&["comfy_table"], &["cli/"]),
    (&["annotate_snippets"], &["cli/"]),
    (&["anstream"], &["cli/"]),
    (&["terminal_size"], &["cli/"]),
    (&["ureq"], &["cli/model_server.rs"]),
    (&["signal_hook"], &["cli/interrupt.rs"]),
    (&["edtf_core"], &["model/"]),
    (&["tempfile"], &["case_file/"]),
    (&["std", "fs"], &["case_file/", "cli/"]),
    (
        &["std", "process"],
        &["cli/", "main.rs", "picture/graphviz.rs"],
    ),
    (&["std", "env"], &["cli/"]),
    (&["std", "net"], &["web/"]),
];

/// Names that stand for the clock.
const CLOCK: &[&str] = &["SystemTime", "Instant", "Timestamp", "Zoned"];

/// Macros that print.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&layer))
}

/// The layer a file belongs to; none for `lib.rs` and `main.rs`, which only name the layers.
fn layer_of(path: &str) -> Option<&str> {
    path.split_once('/').map(|(layer, _)| layer)
}

fn tokens(source: &str, path: &str) -> TokenStream {
    source
        .parse()
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every path in some code, with what stands in the brackets of a `use` spelled out; and every
/// single name, a macro's with its `!`. Comments are no code.
fn paths(stream: TokenStream) -> Vec<Vec<String>> {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            TokenTree::Group(group) => {
                all.extend(paths(group.stream()));
                at += 1;
            }
            TokenTree::Ident(_) => at = path(&trees, at, &mut all),
            _ => at += 1,
        }
    }
    all
}

/// Takes the path that begins at a name; gives the place after it.
fn path(trees: &[TokenTree], start: usize, all: &mut Vec<Vec<String>>) -> usize {
    let colon =
        |at: usize| matches!(trees.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    let mut words = Vec::new();
    let mut at = start;
    while let Some(TokenTree::Ident(ident)) = trees.get(at) {
        words.push(ident.to_string());
        at += 1;
        if !(colon(at) && colon(at + 1)) {
            break;
        }
        at += 2;
        if let Some(TokenTree::Group(group)) = trees.get(at)
            && group.delimiter() == Delimiter::Brace
        {
            for inner in paths(group.stream()) {
                all.push(words.iter().cloned().chain(inner).collect());
            }
            return at + 1;
        }
    }
    if let (Some(TokenTree::Punct(p)), [_]) = (trees.get(at), words.as_slice())
        && p.as_char() == '!'
    {
        words[0].push('!');
    }
    all.push(words);
    at
}

/// The layer that a path of a file leads to, through `crate::`, `isnad::` or enough `super::`.
fn target<'p>(file: &str, path: &'p [String]) -> Option<&'p str> {
    let ups = path.iter().take_while(|word| *word == "super").count();
    if ups > 0 {
        let depth = file.split('/').count() - usize::from(file.ends_with("/mod.rs"));
        return (ups >= depth)
            .then(|| path.get(ups))
            .flatten()
            .map(String::as_str);
    }
    match path {
        [root, layer, ..] if root == "crate" || root == "isnad" => Some(layer),
        _ => None,
    }
}

/// What is wrong with a file of `src`, its path from there.
fn faults(file: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let layer = layer_of(file);
    for path in paths(tokens(source, file)) {
        let written = path.join("::");
        if let (Some(layer), Some(to)) = (layer, target(file, &path))
            && to != layer
            && let (Some(from_rank), Some(to_rank)) = (rank(layer), rank(to))
        {
            if to_rank >= from_rank {
                faults.push(format!(
                    "{file}: `{layer}` may not import `{to}` ({written})"
                ));
            }
            let sees = DRAWN_FROM.1.contains(&to) || (layer, to) == EMBEDS;
            if DRAWN_FROM.0.contains(&layer) && !sees {
                faults.push(format!(
                    "{file}: `{layer}` draws views and may not see `{to}` ({written})"
                ));
            }
        }
        for (words, places) in BELONGS {
            let used = path.len() >= words.len() && path.iter().zip(*words).all(|(a, b)| a == b);
            // A single name may be a local variable; a crate is used by a path.
            let used = used && path.len() > 1;
            if used && !places.iter().any(|place| file.starts_with(place)) {
                faults.push(format!(
                    "{file}: {written} belongs to {}",
                    places.join(", ")
                ));
            }
        }
        let in_cli = layer == Some("cli");
        if !in_cli
            && path.iter().any(|word| CLOCK.contains(&word.as_str()))
            && written.ends_with("now")
        {
            faults.push(format!(
                "{file}: only the command line reads the clock ({written})"
            ));
        }
        if let [name] = path.as_slice()
            && let Some(name) = name.strip_suffix('!')
            && PRINTING.contains(&name)
            && !in_cli
        {
            faults.push(format!("{file}: only the command line prints ({written})"));
        }
    }
    faults
}

#[test]
fn imports_go_one_way() {
    let mut all = Vec::new();
    for path in files_under("src/", ".rs") {
        let file = path.strip_prefix("src/").expect("under src");
        all.extend(faults(file, &read(&path)));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_folder_of_src_is_a_layer() {
    for path in files_under("src/", "") {
        let file = path.strip_prefix("src/").expect("under src");
        match layer_of(file) {
            Some(layer) => assert!(rank(layer).is_some(), "{path}: {layer} is no layer yet"),
            None => assert!(
                file == "lib.rs" || file == "main.rs",
                "{path}: every file belongs to a layer"
            ),
        }
    }
}

#[test]
fn the_command_line_is_no_part_of_the_library() {
    let library = paths(tokens(&read("src/lib.rs"), "lib.rs"));
    assert!(!library.iter().any(|path| path == &["cli"]));
    let program = paths(tokens(&read("src/main.rs"), "main.rs"));
    assert!(program.iter().any(|path| path == &["cli"]));
}

#[test]
fn breaches_are_seen() {
    let cases = [
        (
            "model/case.rs",
            "use crate::view::Filter;",
            "may not import `view`",
        ),
        (
            "model/case.rs",
            "use crate::{text::Span, view::{Filter, Material}};",
            "`view`",
        ),
        (
            "model/case.rs",
            "fn f() { crate::check::check() }",
            "`check`",
        ),
        ("model/case.rs", "use super::super::graph::Node;", "`graph`"),
        ("model/mod.rs", "use super::graph::Node;", "`graph`"),
        (
            "check/dates.rs",
            "mod tests { use crate::view::Filter; }",
            "`view`",
        ),
        (
            "case_file/texts.rs",
            "use crate::extraction::Pack;",
            "`extraction`",
        ),
        (
            "picture/svg.rs",
            "use crate::case_file::Places;",
            "may not see `case_file`",
        ),
        (
            "view/claims.rs",
            "use ron::from_str;",
            "ron::from_str belongs to",
        ),
        (
            "view/claims.rs",
            "use std::{fmt, fs::File};",
            "std::fs::File belongs to",
        ),
        (
            "graph/build.rs",
            "fn f() { std::process::exit(1) }",
            "std::process::exit",
        ),
        (
            "view/claims.rs",
            "fn f() { println!(\"x\") }",
            "only the command line prints",
        ),
        (
            "view/claims.rs",
            "fn f() { jiff::Timestamp::now(); }",
            "reads the clock",
        ),
    ];
    for (file, source, expected) in cases {
        let found = faults(file, source).join("\n");
        assert!(found.contains(expected), "{file}: {source}: {found:?}");
    }
}

#[test]
fn what_is_allowed_is_not_reported() {
    let cases = [
        (
            "view/claims.rs",
            "use crate::model::Case; // crate::cli is not meant",
        ),
        (
            "view/claims.rs",
            "const S: &str = \"use crate::cli::x; println!\";",
        ),
        (
            "case_file/read/sources.rs",
            "use super::super::locate::Step;",
        ),
        ("case_file/read/sources.rs", "use super::view;"),
        (
            "cli/text/claims.rs",
            "fn f() { println!(\"{}\", std::env::args().count()) }",
        ),
        ("case_file/write.rs", "use std::fs::{self, File};"),
    ];
    for (file, source) in cases {
        assert_eq!(faults(file, source), [""; 0], "{source}");
    }
}
