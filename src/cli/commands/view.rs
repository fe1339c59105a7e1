//! `isnad view`: one of the views, as text, JSON or a picture.

use std::io::Write;
use std::process::ExitCode;

use clap::ValueEnum;
use isnad::view::{
    ChainsView, ClaimsView, ContradictionsView, DisputesView, EntitiesView, Explained, Filter,
    Material, OverviewView, SettingView, SourcesView, StatementsView, TimelineView,
};

use super::super::args::{ViewFormat, ViewName, ViewOptions};
use super::super::failure::Failure;
use super::super::terminal::{Terminal, clean};
use super::super::text::{self, Page};
use super::check::json;
use super::vantage::{opened, remark};

pub(crate) fn run(
    options: &ViewOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    if options.explain && matches!(options.format, ViewFormat::Dot | ViewFormat::Svg) {
        return Err(Failure::new(
            "usage",
            "--explain is for text and JSON".to_owned(),
            "leave out --format, or take --format json",
        ));
    }
    let (loaded, texts, setting) = opened(
        &options.case,
        options.documents.as_deref(),
        &options.vantage,
    )?;
    let material = Material::new(&loaded, texts, setting);
    let filter = Filter::new(
        material.case(),
        options.claim.as_deref(),
        options.entity.as_deref(),
        options.source.as_deref(),
        options.statement.as_deref(),
        options.document.as_deref(),
        options.limit,
    )?;
    remark(&material, &options.case, terminal);
    let from = SettingView::new(&material);
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
    let page = Page::new(&material, terminal, options.lang.tag()).explaining(options.explain);
    if !from.is_whole() && options.format == ViewFormat::Text {
        // Part of the answer: figures pasted without it would mislead.
        let head = text::setting::draw(&from, material.case(), page.tongue());
        writeln!(out, "{}\n", clean(&head)).map_err(Failure::output)?;
    }
    let as_text = options.format == ViewFormat::Text;
    // A table of questions is cut after it is put in order, the disputed ones first.
    let ordered = matches!(options.name, ViewName::Claims | ViewName::Corroboration);
    let wanted = Filter {
        limit: filter.limit.filter(|_| !(as_text && ordered)),
        ..filter
    };
    macro_rules! show {
        ($view:ident, $draw:path) => {{
            let view = $view::new(&material, &wanted);
            if as_text {
                let text = $draw(&view, &page, &filter);
                out.write_all(text.as_bytes()).map_err(Failure::output)?;
                if !matches!(options.name, ViewName::Chain | ViewName::Timeline)
                    && (options.explain || options.name != ViewName::Statements)
                {
                    out.write_all(page.notes().as_bytes())
                        .map_err(Failure::output)?;
                }
            } else if options.explain {
                let name = options.name.to_possible_value();
                let name = name.as_ref().map_or("", |name| name.get_name());
                json(out, &Explained::new(name, &view))?;
            } else {
                json(out, &view)?;
            }
        }};
    }
    match options.name {
        ViewName::Overview => show!(OverviewView, text::overview::draw),
        ViewName::Statements => show!(StatementsView, text::statements::draw),
        ViewName::Claims => show!(ClaimsView, text::claims::draw),
        ViewName::Corroboration => show!(ClaimsView, text::figures::draw),
        ViewName::Contradictions => show!(ContradictionsView, text::contradictions::draw),
        ViewName::Disputes => show!(DisputesView, text::contradictions::disputes),
        ViewName::Timeline => show!(TimelineView, text::timeline::draw),
        ViewName::Chain => show!(ChainsView, text::chain::draw),
        ViewName::Sources => show!(SourcesView, text::sources::draw),
        ViewName::Entities => show!(EntitiesView, text::entities::draw),
    }
    Ok(ExitCode::SUCCESS)
}
