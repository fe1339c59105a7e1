//! The examples of the documentation: every line of a ```` ```console ```` block that begins with
//! `$` is run, and what follows it is what it prints.
//!
//! All blocks of a page run one after another in one folder with a copy of `claims/` and of the articles of
//! `tests/data/draft_bed`, which is the home folder too; where one command changes the folder the next goes on there, and a here-document
//! (`<<'END'`) is part of its command. A line `…` stands for any lines. Lines that a reader would see
//! in the terminal, from either stream, are compared; the program must exit with 0 unless the line
//! says `; echo $?`.
//!
//! A block headed ```` ```ron FILE ```` is what the reader enters by hand, where the page has it: a
//! whole list is the file, entries go before the `]` that ends the list there.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::{program, scratch};
use crate::tree::{bless, files_under, read, root};

/// The width of the terminal in the examples, in cells.
const COLUMNS: &str = "100";

/// What stands for lines left out.
const ELLIPSIS: &str = "…";

/// One command of a block, or one entry by hand.
#[derive(Debug, PartialEq)]
struct Example {
    /// What a shell is given; the file that is entered into where `entered`.
    command: String,
    /// The lines of the page that hold what it prints, or what is entered, as a range.
    shown: std::ops::Range<usize>,
    /// By hand.
    entered: bool,
}

/// The head of a block that is entered by hand, up to the file.
const ENTERED: &str = "```ron ";

/// What begins a here-document, and what ends it.
const HERE: (&str, &str) = ("<<'END'", "END");

/// The examples of a page.
fn examples(lines: &[&str]) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut in_block = false;
    let mut entering = false;
    let mut continued = false;
    let mut here = false;
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with("```") && !here {
            in_block = line.trim() == "```console";
            entering = line.starts_with(ENTERED);
            continued = false;
            if entering {
                found.push(Example {
                    command: line[ENTERED.len()..].trim().to_owned(),
                    shown: at + 1..at + 1,
                    entered: true,
                });
            }
        } else if in_block && (continued || line.starts_with("$ ")) {
            let part = line.strip_prefix("$ ").unwrap_or(line);
            match found.last_mut() {
                Some(example) if continued => {
                    example.command.push('\n');
                    example.command.push_str(line);
                    example.shown = at + 1..at + 1;
                }
                _ => found.push(Example {
                    command: part.to_owned(),
                    shown: at + 1..at + 1,
                    entered: false,
                }),
            }
            here = if here {
                *line != HERE.1
            } else {
                line.ends_with(HERE.0)
            };
            continued = here || line.ends_with('\\');
        } else if (in_block || entering)
            && let Some(example) = found.last_mut()
        {
            example.shown.end = at + 1;
        }
    }
    found
}

/// Enters a block into a file: as the file where it is a whole list, else at the end of its list.
fn enter(file: &Path, block: &[&str]) {
    let text = block.join("\n") + "\n";
    if text.starts_with('[') {
        fs::write(file, text).expect("written");
        return;
    }
    let old = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let end = old.rfind(']').expect("a list");
    fs::write(file, format!("{}{text}{}", &old[..end], &old[end..])).expect("written");
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
    let mut at = folder.to_owned();
    let left_in = folder.join(".left-in");
    for example in examples(&lines) {
        if example.entered {
            enter(&at.join(&example.command), &lines[example.shown]);
            continue;
        }
        let output = Command::new("sh")
            .args([
                "-c",
                &format!(
                    "exec 2>&1\n{}\nstatus=$?; pwd > \"$LEFT_IN\"; exit $status",
                    example.command
                ),
            ])
            .current_dir(&at)
            .env("HOME", folder)
            .env("LEFT_IN", &left_in)
            .env("PATH", &path)
            .env("COLUMNS", COLUMNS)
            .env("NO_COLOR", "1")
            .output()
            .expect("a shell");
        if let Ok(folder) = fs::read_to_string(&left_in) {
            at = folder.trim_end().into();
        }
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
fn whoever_follows_the_tutorial_ends_with_a_clean_case() {
    let page = read("docs/tutorial.md");
    let lines: Vec<&str> = page.lines().collect();
    // What each check prints is compared above; here, that it is said to be clean.
    let checks: Vec<Vec<&str>> = examples(&lines)
        .into_iter()
        .filter(|example| example.command.starts_with("isnad check "))
        .map(|example| lines[example.shown].to_vec())
        .collect();
    assert_eq!(checks.len(), 5);
    for shown in checks {
        let [counts, anchors] = shown.as_slice() else {
            panic!("more than two lines: {shown:?}");
        };
        assert!(counts.ends_with(": 0 errors, 0 warnings, 0 notes; 0 entries left out."));
        assert!(anchors.contains(", 0 not as anchored, "), "{anchors}");
    }
    for line in lines {
        let written = line.trim_start_matches(' ').trim_start_matches("$ ");
        assert!(
            line.starts_with("$ ") || !written.starts_with("isnad "),
            "not run: {line}"
        );
    }
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
    let page = "```console\n$ mkdir ~/x && cd ~/x\n$ cat > a.ron <<'END'\n[\n]\nEND\n```\n\
                ```ron a.ron\n1,\n```\n```console\n$ cat a.ron\n[\n1,\n]\n```\n";
    assert_eq!(run(page, folder.path()), (vec![], page.to_owned()));
}
