//! `isnad brief`: what is disputed, in a few lines of plain text or as JSON.

use std::io::Write;
use std::process::ExitCode;

use isnad::view::{BriefRequest, BriefView, Explained, Filter, Material, Tongue};

use super::super::args::{BriefLanguage, BriefOptions, ViewFormat};
use super::super::failure::Failure;
use super::super::terminal::{Terminal, clean};
use super::super::text::{self, Page};
use super::check::json;
use super::vantage::{opened, remark, since};

pub(crate) fn run(
    options: &BriefOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let (loaded, texts, setting) = opened(
        &options.case,
        options.documents.as_deref(),
        &options.vantage,
    )?;
    let material = Material::new(&loaded, texts, setting);
    let claim = options.claim.as_deref();
    let filter = Filter::new(material.case(), claim, None, None, None, None, None)?;
    let request = BriefRequest {
        claim: filter.claim,
        since: since(options.since.as_deref())?,
        tongues: match options.lang {
            BriefLanguage::En => vec![Tongue::En],
            BriefLanguage::Ar => vec![Tongue::Ar],
            BriefLanguage::Both => vec![Tongue::En, Tongue::Ar],
        },
    };
    remark(&material, &options.case, terminal);
    let view = BriefView::new(&material, &request);
    if options.format == ViewFormat::Json {
        if options.explain {
            json(out, &Explained::new("brief", &view))?;
        } else {
            json(out, &view)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    for line in &view.lines {
        // It is pasted elsewhere: no controls, and one line stays one line.
        let line = clean(line).replace('\n', " ");
        writeln!(out, "{line}").map_err(Failure::output)?;
    }
    if options.explain {
        // In the languages of the brief, each by itself.
        for tongue in &request.tongues {
            let page = Page::new(&material, terminal, tongue.say("en", "ar")).explaining(true);
            out.write_all(text::brief::reasons(&view, &page).as_bytes())
                .map_err(Failure::output)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
