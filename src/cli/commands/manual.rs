//! Completions, the manual page, and JSON Schemas: all made from the program itself.

use std::io::Write;
use std::process::ExitCode;

use clap::CommandFactory;
use isnad::view::{
    ChainsView, ClaimsView, EntitiesView, FindingsView, OverviewView, SourcesView, StatementsView,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

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
    let schema = match name {
        SchemaName::Overview => written::<OverviewView>(),
        SchemaName::Statements => written::<StatementsView>(),
        SchemaName::Claims => written::<ClaimsView>(),
        SchemaName::Chain => written::<ChainsView>(),
        SchemaName::Sources => written::<SourcesView>(),
        SchemaName::Entities => written::<EntitiesView>(),
        SchemaName::Check => written::<FindingsView>(),
    };
    json(out, &schema)?;
    Ok(ExitCode::SUCCESS)
}

/// The schema of what is written, which is not always what could be read: words in files have `_`,
/// words in JSON have `-`.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
}
