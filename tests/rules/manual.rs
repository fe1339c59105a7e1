//! `docs/cli.md` has every command, option and value that the program takes, and no other.

use std::collections::BTreeSet;

use crate::program::output;
use crate::tree::read;

/// The part of a page under `## heading`, up to the next such heading.
fn section<'p>(page: &'p str, heading: &str) -> Option<&'p str> {
    let start = format!("\n## {heading}\n");
    let at = page.find(&start)? + start.len();
    let rest = &page[at..];
    Some(rest.find("\n## ").map_or(rest, |end| &rest[..end]))
}

/// Long options, by their `--`.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
        .filter(|word| word.len() > 2 && word.starts_with("--") && !word.starts_with("---"))
        .map(str::to_owned)
        .collect()
}

/// What help lists as possible values.
fn values(help: &str) -> BTreeSet<String> {
    help.match_indices("[possible values: ")
        .filter_map(|(at, start)| help[at + start.len()..].split_once(']'))
        .flat_map(|(list, _)| list.split(", ").map(|value| value.trim().to_owned()))
        .collect()
}

/// The commands that help lists.
fn commands() -> Vec<String> {
    let help = output(&["--help"]);
    let (_, list) = help.split_once("Commands:\n").expect("commands");
    list.lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Options that every command takes; a heading of their own has them.
const EVERYWHERE: &str = "Everywhere";

#[test]
fn every_command_and_option_is_described() {
    let page = read("docs/cli.md");
    let everywhere = section(&page, EVERYWHERE).expect("a heading Everywhere");
    let global = options(everywhere);
    let mut faults = Vec::new();
    for command in commands() {
        let Some(section) = section(&page, &format!("isnad {command}")) else {
            faults.push(format!("no heading `isnad {command}`"));
            continue;
        };
        let help = output(&[&command, "--help"]);
        // Examples below the options may name other commands' options.
        let help = help.split("\nExample").next().unwrap_or_default();
        let known = options(help);
        let described = options(section);
        for missing in known
            .difference(&described)
            .filter(|o| !global.contains(*o))
        {
            faults.push(format!("isnad {command}: {missing} is not described"));
        }
        for extra in described.difference(&known) {
            faults.push(format!("isnad {command}: there is no {extra}"));
        }
        for value in values(help) {
            let written = format!("`{value}`");
            if !section.contains(&written) && !everywhere.contains(&written) {
                faults.push(format!(
                    "isnad {command}: the value {written} is not described"
                ));
            }
        }
    }
    let known = commands();
    for line in page.lines() {
        if let Some(command) = line.strip_prefix("## isnad ")
            && !known.iter().any(|name| name == command)
        {
            faults.push(format!("there is no command {command}"));
        }
    }
    assert!(faults.is_empty(), "docs/cli.md:\n{}", faults.join("\n"));
}

#[test]
fn help_is_read_right() {
    assert_eq!(
        options("`--as-of` DATE, --x=1 and a-b -- c"),
        ["--as-of", "--x"].map(String::from).into()
    );
    assert_eq!(
        values("[default: a] [possible values: a, b]"),
        ["a", "b"].map(String::from).into()
    );
    assert_eq!(section("x\n## a\none\n## b\ntwo", "a"), Some("one"));
}
