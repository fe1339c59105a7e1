//! `isnad report`: the editorial report, a page and its twin in Markdown.

use std::io::Write;
use std::process::ExitCode;

use isnad::case_file::{ChangeSet, Snapshot};
use isnad::report::{Report, Request};
use isnad::view::{Filter, Material};

use super::super::args::{Language, ReportOptions};
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::vantage::{opened, remark, since};

pub(crate) fn run(
    options: &ReportOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let (loaded, texts, setting) = opened(
        &options.case,
        options.documents.as_deref(),
        &options.vantage,
    )?;
    if options.out.is_file() {
        return Err(Failure::new(
            "usage",
            format!("--out {} is a file", options.out.display()),
            "--out names a folder, which is made if it is not there",
        ));
    }
    let material = Material::new(&loaded, texts, setting);
    let claim = options.claim.as_deref();
    Filter::new(material.case(), claim, None, None, None, None, None)?;
    let request = Request {
        claim: options.claim.clone(),
        since: since(options.since.as_deref())?,
        arabic_first: options.lang == Language::Ar,
    };
    remark(&material, &options.case, terminal);
    let report = Report::new(&material, &request);
    let name = &material.case().id;
    let files = [
        (
            options.out.join(format!("{name}.html")),
            report.html.as_bytes(),
        ),
        (
            options.out.join(format!("{name}.md")),
            report.markdown.as_bytes(),
        ),
    ];
    // Both or neither, and never half a file.
    let mut changes = ChangeSet::new();
    for (path, bytes) in &files {
        // An earlier report gives way to the new one.
        let snapshot = match std::fs::exists(path) {
            Ok(true) => Snapshot::read(path)?.0,
            _ => Snapshot::absent(path),
        };
        changes.add(snapshot, bytes.to_vec());
    }
    changes.write()?;
    for (path, _) in &files {
        writeln!(out, "{}", path.display()).map_err(Failure::output)?;
    }
    Ok(ExitCode::SUCCESS)
}
