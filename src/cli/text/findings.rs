//! Findings as text, drawn as compilers draw theirs.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use isnad::case_file::Places;
use isnad::finding::Severity;
use isnad::view::{FindingView, FindingsView};

use super::super::terminal::{Terminal, clean};

pub(in crate::cli) fn draw(view: &FindingsView, places: &Places, terminal: &Terminal) -> String {
    let mut out = String::new();
    for finding in &view.findings {
        out.push_str(&one(finding, places, terminal));
        out.push_str("\n\n");
    }
    let counts = view.counts;
    let anchors = view.anchors;
    out.push_str(&format!(
        "{}: {}, {}, {}; {} left out.\nanchors: {} verified, {} not as anchored, {} not verified here.\n",
        view.case,
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

fn plural(n: usize, word: &str) -> String {
    if n == 1 {
        format!("1 {word}")
    } else {
        format!("{n} {word}s")
    }
}

fn one(finding: &FindingView, _places: &Places, terminal: &Terminal) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = clean(&finding.message);
    let hint = clean(&finding.hint);
    let excerpt = clean(&finding.excerpt);
    let title = level.primary_title(message.as_str()).id(finding.code);
    let renderer = if terminal.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let group = if excerpt.is_empty() {
        Group::with_title(title).element(
            annotate_snippets::Origin::path(&finding.file)
                .line(finding.line)
                .char_column(finding.column),
        )
    } else {
        let range = marked(finding, &excerpt);
        title.element(
            Snippet::source(excerpt.as_str())
                .path(&finding.file)
                .line_start(finding.line)
                .annotation(AnnotationKind::Primary.span(range)),
        )
    };
    let report = [group.element(Level::HELP.message(hint.as_str()))];
    renderer.render(&report)
}

/// The bytes of the excerpt that the finding is about; its first character where it is cut.
fn marked(finding: &FindingView, excerpt: &str) -> std::ops::Range<usize> {
    let whole = !excerpt.starts_with('…');
    let byte = |column: usize| {
        excerpt
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(excerpt.len(), |(i, _)| i)
    };
    if !whole {
        return 0..0;
    }
    let start = byte(finding.column);
    let end = if finding.end_line == finding.line {
        byte(finding.end_column).max(start)
    } else {
        excerpt.trim_end().len().max(start)
    };
    start..end
}
