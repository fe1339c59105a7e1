//! The examples of the documentation: every line of a ```` ```console ```` block that begins with
//! `$` is run, and what follows it is what it prints.
//!
//! All blocks of a page run one after another in one folder with a copy of `claims/`. A line `…`
//! stands for any lines. Lines that a reader would see in the terminal, from either stream, are
//! compared; the program must exit with 0 unless the line says `; echo $?`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::{program, scratch};
use crate::tree::{bless, files_under, read, root};

/// The width of the terminal in the examples, in cells.
const COLUMNS: &str = "100";

/// What stands for lines left out.
const ELLIPSIS: &str = "…";

/// One command of a block.
#[derive(Debug, PartialEq)]
struct Example {
    /// What a shell is given.
    command: String,
    /// The lines of the page that hold what it prints, as a range.
    shown: std::ops::Range<usize>,
}

/// The examples of a page.
fn examples(lines: &[&str]) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut in_block = false;
    let mut continued = false;
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with("```") {
            in_block = line.trim() == "```console";
            continued = false;
        } else if in_block && (continued || line.starts_with("$ ")) {
            let part = line.strip_prefix("$ ").unwrap_or(line);
            match found.last_mut() {
                Some(example) if continued => {
                    example.command.push('\n');
                    example.command.push_str(part);
                    example.shown = at + 1..at + 1;
                }
                _ => found.push(Example {
                    command: part.to_owned(),
                    shown: at + 1..at + 1,
                }),
            }
            continued = line.ends_with('\\');
        } else if in_block && let Some(example) = found.last_mut() {
            example.shown.end = at + 1;
        }
    }
    found
}

/// Whether lines are as shown, where `…` stands for any.
fn matches(shown: &[&str], printed: &[&str]) -> bool {
    match shown.iter().position(|line| *line == ELLIPSIS) {
        None => shown == printed,
        Some(at) => {
            let (head, rest) = (&shown[..at], &shown[at + 1..]);
            printed.len() >= at
                && head == &printed[..at]
                && (at..=printed.len()).any(|from| matches(rest, &printed[from..]))
        }
    }
}

/// What to show instead: as much from the head and the end as was shown before.
fn anew<'p>(shown: &[&'p str], printed: &[&'p str]) -> Vec<&'p str> {
    let Some(head) = shown.iter().position(|line| *line == ELLIPSIS) else {
        return printed.to_vec();
    };
    let tail = shown
        .iter()
        .rev()
        .take_while(|line| **line != ELLIPSIS)
        .count();
    if head + tail >= printed.len() {
        return printed.to_vec();
    }
    [
        &printed[..head],
        &[ELLIPSIS],
        &printed[printed.len() - tail..],
    ]
    .concat()
}

/// Runs a page's examples; gives what differs, and the page with what is printed.
fn run(page: &str, folder: &Path) -> (Vec<String>, String) {
    let lines: Vec<&str> = page.lines().collect();
    let mut faults = Vec::new();
    let mut fresh = String::new();
    let mut kept = 0;
    let binary = program();
    let path = std::env::join_paths(
        std::iter::once(binary.parent().expect("its folder").to_owned()).chain(
            std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()),
        ),
    )
    .expect("a path");
    for example in examples(&lines) {
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{}", example.command)])
            .current_dir(folder)
            .env("PATH", &path)
            .env("COLUMNS", COLUMNS)
            .env("NO_COLOR", "1")
            .output()
            .expect("a shell");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
        let shown: Vec<&str> = lines[example.shown.clone()].to_vec();
        if !output.status.success() {
            faults.push(format!(
                "$ {}\nexits with {}",
                example.command, output.status
            ));
        }
        if !matches(&shown, &printed) {
            faults.push(format!(
                "$ {}\nprints\n{}\nbut the page has\n{}",
                example.command,
                printed.join("\n"),
                shown.join("\n")
            ));
        }
        for line in lines[kept..example.shown.start]
            .iter()
            .chain(&anew(&shown, &printed))
        {
            fresh.push_str(line);
            fresh.push('\n');
        }
        kept = example.shown.end;
    }
    for line in &lines[kept..] {
        fresh.push_str(line);
        fresh.push('\n');
    }
    (faults, fresh)
}

#[test]
#[cfg(unix)]
fn the_examples_of_the_documentation_run() {
    let mut pages = files_under("docs/", ".md");
    pages.push("README.md".to_owned());
    let mut all = 0;
    let mut wrong = Vec::new();
    for path in pages {
        let page = read(&path);
        let lines: Vec<&str> = page.lines().collect();
        all += examples(&lines).len();
        let folder = scratch();
        let (faults, fresh) = run(&page, folder.path());
        if bless() {
            fs::write(root().join(&path), fresh).expect("written");
            continue;
        }
        wrong.extend(faults.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(all >= 20, "only {all} examples were found");
}

#[test]
#[cfg(unix)]
fn examples_that_are_wrong_are_seen() {
    let folder = scratch();
    let page = "```console\n$ isnad view chain claims/qalmir --limit 1 \\\n    --format json\n{\n…\n}\n```\n";
    assert_eq!(run(page, folder.path()), (vec![], page.to_owned()));
    let (faults, _) = run("```console\n$ isnad veiw\n```\n", folder.path());
    assert_eq!(faults.len(), 2, "{faults:?}");
    let (faults, fresh) = run("```console\n$ echo a; echo b\na\n```\nend\n", folder.path());
    assert_eq!(faults.len(), 1);
    assert_eq!(fresh, "```console\n$ echo a; echo b\na\nb\n```\nend\n");
    assert!(examples(&["```sh", "$ isnad", "```"]).is_empty());
}
