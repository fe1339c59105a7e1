//! Completions, the manual page, and JSON Schemas: all made from the program itself.

use std::io::Write;
use std::process::ExitCode;

use clap::CommandFactory;
use isnad::view::{
    ChainsView, ClaimsView, ContradictionsView, DisputesView, EntitiesView, FindingsView,
    OverviewView, SourcesView, StatementsView,
};
use schemars::schema_for;

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
        SchemaName::Overview => schema_for!(OverviewView),
        SchemaName::Statements => schema_for!(StatementsView),
        SchemaName::Claims => schema_for!(ClaimsView),
        SchemaName::Contradictions => schema_for!(ContradictionsView),
        SchemaName::Disputes => schema_for!(DisputesView),
        SchemaName::Chain => schema_for!(ChainsView),
        SchemaName::Sources => schema_for!(SourcesView),
        SchemaName::Entities => schema_for!(EntitiesView),
        SchemaName::Check => schema_for!(FindingsView),
    };
    json(out, &schema)?;
    Ok(ExitCode::SUCCESS)
}
