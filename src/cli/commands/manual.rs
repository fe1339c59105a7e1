//! Completions, the manual page, and JSON Schemas: all made from the program itself.

use std::io::Write;
use std::process::ExitCode;

use clap::CommandFactory;
use isnad::drafting::{Answer, Explanations};
use isnad::view::{
    BriefView, ChainsView, ClaimsView, ContradictionsView, DisputesView, EntitiesView,
    FindingsView, OverviewView, SourcesView, StatementsView, TimelineView,
};
use schemars::generate::SchemaSettings;

use super::super::args::{Arguments, SchemaName};
use super::super::failure::Failure;
use super::check::json;

pub(crate) fn completions(
    shell: clap_complete::Shell,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    // clap_complete panics where it cannot write; a buffer takes everything.
    let mut buffer = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "isnad", &mut buffer);
    out.write_all(&buffer).map_err(Failure::output)?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn man(out: &mut impl Write) -> Result<ExitCode, Failure> {
    let command = Arguments::command();
    let mut buffer = Vec::new();
    clap_mangen::Man::new(command.clone())
        .render(&mut buffer)
        .map_err(Failure::output)?;
    for sub in command.get_subcommands() {
        clap_mangen::Man::new(sub.clone())
            .title(format!("isnad {}", sub.get_name()))
            .render(&mut buffer)
            .map_err(Failure::output)?;
    }
    out.write_all(&buffer).map_err(Failure::output)?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn schema(name: SchemaName, out: &mut impl Write) -> Result<ExitCode, Failure> {
    // What is written, not what could be read back: a field that is always there is required.
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let schema = match name {
        SchemaName::Overview => generator.into_root_schema_for::<OverviewView>(),
        SchemaName::Statements => generator.into_root_schema_for::<StatementsView>(),
        SchemaName::Claims => generator.into_root_schema_for::<ClaimsView>(),
        SchemaName::Contradictions => generator.into_root_schema_for::<ContradictionsView>(),
        SchemaName::Disputes => generator.into_root_schema_for::<DisputesView>(),
        SchemaName::Timeline => generator.into_root_schema_for::<TimelineView>(),
        SchemaName::Chain => generator.into_root_schema_for::<ChainsView>(),
        SchemaName::Sources => generator.into_root_schema_for::<SourcesView>(),
        SchemaName::Entities => generator.into_root_schema_for::<EntitiesView>(),
        SchemaName::Brief => generator.into_root_schema_for::<BriefView>(),
        SchemaName::Check => generator.into_root_schema_for::<FindingsView>(),
        SchemaName::Draft => generator.into_root_schema_for::<Answer>(),
        SchemaName::DraftExplain => generator.into_root_schema_for::<Explanations>(),
    };
    json(out, &schema)?;
    Ok(ExitCode::SUCCESS)
}
