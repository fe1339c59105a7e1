//! Links of the documentation lead somewhere.

use crate::tree::{files_under, read, root};

/// What other work adds and pages name already.
const AWAITED: &[&str] = &[];

/// Every target of a Markdown link or picture in a page, and of the `src` and `href` of its HTML.
fn targets(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (start, end) in [
        ("](", ')'),
        ("src=\"", '"'),
        ("srcset=\"", '"'),
        ("href=\"", '"'),
    ] {
        for (at, _) in page.match_indices(start) {
            let rest = &page[at + start.len()..];
            found.extend(rest.split_once(end).map(|(target, _)| target));
        }
    }
    found
}

/// The anchor that a heading gets: lower case, letters, digits, `-` and `_`, spaces as `-`.
fn anchor(heading: &str) -> String {
    heading
        .trim()
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
            _ => None,
        })
        .collect()
}

fn has_heading(page: &str, wanted: &str) -> bool {
    page.lines()
        .filter_map(|line| line.strip_prefix('#'))
        .any(|line| anchor(line.trim_start_matches('#')) == wanted)
}

#[test]
fn links_lead_somewhere() {
    let mut pages = files_under("docs/", ".md");
    pages.extend(["README.md", "CHANGELOG.md", "CONTRIBUTING.md"].map(String::from));
    let mut faults = Vec::new();
    for path in pages {
        let page = read(&path);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in targets(&page) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let full = root().join(folder).join(file);
            let awaited = AWAITED
                .iter()
                .any(|path| full.starts_with(root().join(path)));
            if !file.is_empty() && !full.exists() && !awaited {
                faults.push(format!("{path}: {target} is not there"));
            } else if !heading.is_empty() {
                let text = match file {
                    "" => page.clone(),
                    _ => std::fs::read_to_string(&full).unwrap_or_default(),
                };
                if !has_heading(&text, heading) {
                    faults.push(format!("{path}: no heading {target}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(
        targets("[a](b.md#c) <img src=\"d.svg\">"),
        ["b.md#c", "d.svg"]
    );
    assert_eq!(
        anchor(" How a chain is put together "),
        "how-a-chain-is-put-together"
    );
}
