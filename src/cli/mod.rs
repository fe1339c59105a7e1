//! The command line: arguments, one file a command, text for terminals, failures.
//!
//! Only this layer prints, reads the clock, the environment and whether there is a terminal.

mod args;
mod commands;
mod failure;
mod interrupt;
mod model_server;
mod terminal;
mod text;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use failure::Failure;
use terminal::Terminal;

/// Runs the command line. Exit codes: 0 done and clean, 1 findings of severity error, 2 could not run,
/// 130 stopped by Ctrl-C.
pub(crate) fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // Where even the message cannot be written there is nobody to tell.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let terminal = Terminal::new(arguments.color, arguments.quiet);
    match run(arguments, &terminal) {
        Ok(code) => code,
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print(&terminal);
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments, terminal: &Terminal) -> Result<ExitCode, Failure> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let code = match arguments.command {
        Command::Init(options) => commands::init::run(&options, terminal, &mut out),
        Command::Add(options) => commands::add::run(&options, terminal, &mut out),
        Command::Anchor(options) => commands::anchor::run(&options, &mut out),
        Command::Extract(options) => commands::extract::run(&options, terminal, &mut out),
        Command::Draft(options) => commands::draft::run(&options, terminal, &mut out),
        Command::Check(options) => commands::check::run(&options, terminal, &mut out),
        Command::View(options) => commands::view::run(&options, terminal, &mut out),
        Command::Brief(options) => commands::brief::run(&options, terminal, &mut out),
        Command::Report(options) => commands::report::run(&options, terminal, &mut out),
        Command::Completions { shell } => commands::manual::completions(shell, &mut out),
        Command::Man => commands::manual::man(&mut out),
        Command::Schema { name } => commands::manual::schema(name, &mut out),
    }?;
    out.flush().map_err(Failure::output)?;
    Ok(code)
}
