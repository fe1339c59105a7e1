//! Findings as text, drawn as compilers draw theirs.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use isnad::case_file::EXCERPT;
use isnad::finding::Severity;
use isnad::view::{FindingView, FindingsView};

use super::super::terminal::{Terminal, clean, is_unsafe};

pub(in crate::cli) fn draw(view: &FindingsView, terminal: &Terminal) -> String {
    let mut out = String::new();
    for finding in &view.findings {
        out.push_str(&one(finding, terminal));
        out.push_str("\n\n");
    }
    let counts = view.counts;
    let anchors = view.anchors;
    out.push_str(&format!(
        "{}: {}, {}, {}; {} left out.\nanchors: {} verified, {} not as anchored, {} not verified here.\n",
        line(&view.case),
        plural(counts.error, "error"),
        plural(counts.warning, "warning"),
        plural(counts.note, "note"),
        if view.left_out == 1 { "1 entry".to_owned() } else { format!("{} entries", view.left_out) },
        anchors.verified,
        anchors.orphan,
        anchors.not_verified_here,
    ));
    out
}

/// Words of a case in one line, safe for a terminal.
fn line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

fn plural(n: usize, word: &str) -> String {
    if n == 1 {
        format!("1 {word}")
    } else {
        format!("{n} {word}s")
    }
}

fn one(finding: &FindingView, terminal: &Terminal) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = line(&finding.message);
    let hint = line(&finding.hint);
    let file = line(&finding.file);
    let (excerpt, range) = shown(finding);
    let title = level.primary_title(message.as_str()).id(finding.code);
    let renderer = if terminal.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let group = if excerpt.is_empty() {
        Group::with_title(title).element(
            annotate_snippets::Origin::path(&file)
                .line(finding.line)
                .char_column(finding.column),
        )
    } else {
        title.element(
            Snippet::source(excerpt.as_str())
                .path(&file)
                .line_start(finding.line)
                .annotation(AnnotationKind::Primary.span(range)),
        )
    };
    let report = [group.element(Level::HELP.message(hint.as_str()))];
    renderer.render(&report)
}

/// The excerpt as it can be shown, and the bytes of it that the finding is about.
///
/// What must not reach a terminal is written out (`<U+202E>`): it may be the very fault.
fn shown(finding: &FindingView) -> (String, std::ops::Range<usize>) {
    let excerpt = &finding.excerpt;
    let cut = excerpt.chars().nth(EXCERPT).is_some();
    let column = finding.column.saturating_sub(1);
    // A cut line begins half an excerpt before the place, after its `…`.
    let start = if cut && excerpt.starts_with('…') && column > EXCERPT / 2 {
        EXCERPT / 2 + 1
    } else {
        column
    };
    let end = if finding.end_line == finding.line {
        start + finding.end_column.saturating_sub(finding.column)
    } else {
        usize::MAX
    };
    let mut text = String::with_capacity(excerpt.len());
    let mut from = None;
    let mut to = None;
    for (i, c) in excerpt.chars().enumerate() {
        if i == start {
            from = Some(text.len());
        }
        if i == end {
            to = Some(text.len());
        }
        if c == '\t' {
            text.push_str("    ");
        } else if is_unsafe(c) {
            text.push_str(&format!("<U+{:04X}>", c as u32));
        } else {
            text.push(c);
        }
    }
    let length = text.trim_end().len();
    let from = from.unwrap_or(text.len());
    let to = to.unwrap_or(length).max(from);
    (text, from..to)
}
