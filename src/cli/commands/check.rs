//! `isnad check`: every finding of a case.

use std::io::Write;
use std::process::ExitCode;

use isnad::analysis::Setting;
use isnad::view::{FindingsView, Material, sarif};

use super::super::args::{CheckFormat, CheckOptions};
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::super::text;
use super::read;

pub(crate) fn run(
    options: &CheckOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let (loaded, texts) = read(&options.case, options.documents.as_deref())?;
    let material = Material::new(&loaded, texts, Setting::default());
    let view = FindingsView::new(&material);
    match options.format {
        CheckFormat::Json => json(out, &view)?,
        CheckFormat::Sarif => json(out, &sarif(&view, &options.case))?,
        CheckFormat::Text => {
            let drawn = text::findings::draw(&view, terminal);
            out.write_all(drawn.as_bytes()).map_err(Failure::output)?;
        }
    }
    Ok(ExitCode::from(u8::from(view.counts.error > 0)))
}

/// Writes pretty JSON with a final line end.
pub(super) fn json(out: &mut impl Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(|e| Failure::output(e.into()))?;
    writeln!(out).map_err(Failure::output)
}
