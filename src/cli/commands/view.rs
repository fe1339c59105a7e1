//! `isnad view`: one of the views, as text, JSON or a picture.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use isnad::analysis::Setting;
use isnad::model::{Case, Minute, When, Words};
use isnad::view::{
    ChainsView, ClaimsView, ContradictionsView, DisputesView, EntitiesView, Explained, Filter,
    FindingCounts, Material, OverviewView, SettingView, SourcesView, StatementsView, TimelineView,
};

use super::super::args::{ViewFormat, ViewName, ViewOptions};
use super::super::failure::Failure;
use super::super::terminal::{Terminal, clean};
use super::super::text::{self, Page};
use super::check::json;
use super::read;

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
    let (loaded, texts) = read(&options.case, options.documents.as_deref())?;
    let setting = setting(
        options.as_of.as_deref(),
        options.known_by.as_deref(),
        &options.without,
        &loaded.case,
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

/// A day or the like, as an option gives it.
pub(super) fn date(option: &str, text: &str) -> Result<When, Failure> {
    When::parse(text, false, Words::default()).map_err(|error| {
        Failure::new(
            "usage",
            format!("--{option} {text:?} is no date: {error}"),
            "dates are EDTF: 2018, 2018-05, 2018-05-11",
        )
    })
}

/// From where the case is looked at.
pub(super) fn setting(
    as_of: Option<&str>,
    known_by: Option<&str>,
    without: &[String],
    case: &Case,
) -> Result<Setting, Failure> {
    let as_of = as_of.map(|text| date("as-of", text)).transpose()?;
    let known_by = match known_by {
        None => None,
        Some(text) => Some(Minute::parse(text).map_err(|_| {
            Failure::new(
                "usage",
                format!("--known-by {text:?} is no minute"),
                "a minute is written 2026-11-12T22:38Z",
            )
        })?),
    };
    let mut aside = Vec::new();
    for id in without {
        let found = Filter::new(case, None, None, Some(id), None, None, None)?;
        aside.extend(found.source);
    }
    Ok(Setting {
        as_of,
        known_by,
        without: aside,
    })
}

/// A remark on problems that leave entries out.
pub(super) fn remark(material: &Material<'_>, case: &Path, terminal: &Terminal) {
    let counts = FindingCounts::of(&material.findings);
    if counts.error > 0 {
        terminal.note(&format!(
            "warning: this case has {} problem{}, {} of its entries are left out; run `isnad check {}`",
            counts.error,
            if counts.error == 1 { "" } else { "s" },
            material.loaded.left_out,
            case.display()
        ));
    }
}
