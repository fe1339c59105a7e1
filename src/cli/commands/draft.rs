//! `isnad draft`: from a case's documents to a draft of its claim graph.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use isnad::case_file::{DraftShape, apply_draft};
use isnad::drafting::naming::{Listed, Titles};
use isnad::drafting::{Answer, ContentPacks, Explained, Explanations, Lists, NO_PACK, draft};

use super::super::args::{DraftFormat, DraftOptions, ReportOptions, Vantage};
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::super::text::draft::summary;

pub(crate) fn run(
    options: &DraftOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    if let Some(from) = &options.from {
        super::from::enter(&options.case, from, options.at.as_deref(), terminal)?;
    }
    let (loaded, texts) = super::read(&options.case, options.documents.as_deref())?;
    if !options.case.join("case.ron").is_file() {
        return Err(Failure::new(
            "input",
            format!("{} is no case: it has no case.ron", options.case.display()),
            "`isnad init CASE` makes a new case, case.ron and all",
        ));
    }
    if !options.explain.is_empty() {
        return explain(options, &loaded.drafts, terminal, out);
    }
    if let Some(finding) = loaded
        .findings
        .iter()
        .find(|f| f.code.severity() == isnad::finding::Severity::Error)
    {
        return Err(Failure::new(
            "input",
            format!(
                "{}:{}: {}",
                finding.place.file, finding.place.line, finding.message
            ),
            "mend the case first (`isnad check` lists everything): what cannot be read would be drafted twice",
        ));
    }
    let lists = lists(&options.bodies)?;
    let plan = draft(&loaded, &texts, &lists)?;
    let read = &plan.summary;
    if read.documents == 0 && !read.unread.is_empty() {
        let isnad::drafting::Unread { document, why } = &read.unread[0];
        return Err(Failure::new(
            "input",
            format!(
                "nothing can be drafted: of {} documents none can be read ({document}: {why})",
                read.unread.len()
            ),
            if read.unread.iter().all(|one| one.why == NO_PACK) {
                "drafting reads Arabic (ar) and English (en): documents.ron says the language of each"
            } else {
                "--documents DIR names the folder where the texts lie"
            },
        ));
    }
    let written = if options.dry_run {
        Vec::new()
    } else {
        apply_draft(&options.case, &plan.changes, &plan.record)
            .map_err(|error| Failure::new("case", error.to_string(), error.hint()))?
    };
    match options.format {
        DraftFormat::Json => {
            serde_json::to_writer_pretty(
                &mut *out,
                &Answer {
                    written: !options.dry_run,
                    summary: &plan.summary,
                },
            )
            .map_err(|e| Failure::output(e.into()))?;
            writeln!(out).map_err(Failure::output)?;
        }
        DraftFormat::Text => out
            .write_all(
                summary(
                    &plan,
                    &options.case,
                    (!options.dry_run).then_some(written.len()),
                    options.lang,
                    terminal,
                )
                .as_bytes(),
            )
            .map_err(Failure::output)?,
    }
    let Some(folder) = &options.report else {
        return Ok(ExitCode::SUCCESS);
    };
    // JSON stays one value: where the page lies is told by who asked for it.
    let report = ReportOptions {
        case: options.case.clone(),
        out: folder.clone(),
        claim: None,
        vantage: Vantage::default(),
        since: None,
        documents: options.documents.clone(),
        lang: options.lang,
    };
    if options.format == DraftFormat::Json {
        return super::report::run(&report, terminal, &mut std::io::sink());
    }
    super::report::run(&report, terminal, out)
}

/// The built-in lists, and those of the user.
fn lists(more: &[std::path::PathBuf]) -> Result<Lists, Failure> {
    let fault = |error: String| {
        Failure::new(
            "program",
            error,
            "this is a fault of the program; please report it",
        )
    };
    let mut listed = Listed::built_in().map_err(|e| fault(e.to_string()))?;
    for path in more {
        listed = add(listed, path)?;
    }
    Ok(Lists {
        packs: ContentPacks::built_in().map_err(|e| fault(e.to_string()))?,
        listed,
        titles: Titles::built_in().map_err(|e| fault(e.to_string()))?,
    })
}

fn add(listed: Listed, path: &Path) -> Result<Listed, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::input(path, &error))?;
    listed.with(&text).map_err(|error| {
        Failure::new(
            "input",
            format!("{}: {error}", path.display()),
            "a list of bodies is written as docs/drafting.md shows",
        )
    })
}

/// What entries rest on, by the record.
fn explain(
    options: &DraftOptions,
    drafts: &[DraftShape],
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let mut met: Vec<&DraftShape> = Vec::new();
    for id in &options.explain {
        let before = met.len();
        met.extend(drafts.iter().filter(|d| d.id == *id));
        if met.len() == before {
            return Err(Failure::new(
                "input",
                format!("nothing of the id \"{id}\" was drafted"),
                "`isnad draft CASE` writes drafts; drafts.ron lists them all",
            ));
        }
    }
    if matches!(options.format, DraftFormat::Json) {
        let all = Explanations(met.iter().map(|d| Explained::new(d)).collect());
        serde_json::to_writer_pretty(&mut *out, &all).map_err(|e| Failure::output(e.into()))?;
        writeln!(out).map_err(Failure::output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    for one in met {
        let _ = writeln!(
            text,
            "{} {} ({}): rule {}, score {:.2}",
            one.kind.word(),
            terminal.bold(&one.id),
            one.file,
            one.rule,
            one.score
        );
        for e in &one.evidence {
            let mut line = format!("  {}", e.rule);
            if let Some(name) = &e.name {
                let _ = write!(line, " «{name}»");
            }
            if let Some(entry) = &e.entry {
                let _ = write!(line, " {entry}");
            }
            if let Some(document) = &e.document {
                let _ = write!(line, " in {document}");
            }
            if let (Some(start), Some(end)) = (e.start, e.end) {
                let _ = write!(line, " at {start}–{end}");
            }
            if let Some(score) = e.score {
                let _ = write!(line, ", {score:.2}");
            }
            let _ = writeln!(text, "{line}");
        }
    }
    out.write_all(text.as_bytes()).map_err(Failure::output)?;
    Ok(ExitCode::SUCCESS)
}
