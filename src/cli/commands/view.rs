//! `isnad view`: one of the views, as text, JSON or a picture.

use std::io::Write;
use std::process::ExitCode;

use isnad::view::{
    ChainsView, ClaimsView, EntitiesView, Filter, FindingCounts, OverviewView, SourcesView,
    StatementsView,
};

use super::super::args::{ViewFormat, ViewName, ViewOptions};
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::super::text::{self, Page};
use super::check::json;
use super::material;

pub(crate) fn run(
    options: &ViewOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let material = material(&options.case, options.documents.as_deref())?;
    let filter = Filter::new(
        material.case(),
        options.claim.as_deref(),
        options.entity.as_deref(),
        options.source.as_deref(),
        options.statement.as_deref(),
        options.document.as_deref(),
        options.limit,
    )?;
    let counts = FindingCounts::of(&material.findings);
    if counts.error > 0 {
        terminal.note(&format!(
            "warning: this case has {} problem{}, {} of its entries are left out; run `isnad check {}`",
            counts.error,
            if counts.error == 1 { "" } else { "s" },
            material.loaded.left_out,
            options.case.display()
        ));
    }
    if matches!(options.format, ViewFormat::Dot | ViewFormat::Svg) {
        super::picture::run(options, &material, &filter, terminal, out)?;
        return Ok(ExitCode::SUCCESS);
    }
    if options.picture.out.is_some() || options.picture.part.is_some() {
        return Err(Failure::new(
            "usage",
            "--out and --part are for pictures",
            "add --format svg or --format dot",
        ));
    }
    let page = Page::new(&material, terminal, options.lang.tag());
    let as_text = options.format == ViewFormat::Text;
    macro_rules! show {
        ($view:ident, $draw:path) => {{
            let view = $view::new(&material, &filter);
            if as_text {
                out.write_all($draw(&view, &page, &filter).as_bytes())
                    .map_err(Failure::output)?;
            } else {
                json(out, &view)?;
            }
        }};
    }
    match options.name {
        ViewName::Overview => show!(OverviewView, text::overview::draw),
        ViewName::Statements => show!(StatementsView, text::statements::draw),
        ViewName::Claims => show!(ClaimsView, text::claims::draw),
        ViewName::Chain => show!(ChainsView, text::chain::draw),
        ViewName::Sources => show!(SourcesView, text::sources::draw),
        ViewName::Entities => show!(EntitiesView, text::entities::draw),
    }
    Ok(ExitCode::SUCCESS)
}
