//! Why a command could not run: kind, cause, hint.

use std::io;
use std::path::Path;

use isnad::case_file::{EmitError, EnterError, ReadError, WriteError};
use isnad::view::UnknownId;

use super::terminal::Terminal;

/// A command that could not run.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of standard output has gone; that is no failure.
    Closed,
    /// Something else, told to the user.
    Told {
        /// What kind of thing went wrong.
        kind: &'static str,
        /// What went wrong.
        cause: String,
        /// What to do.
        hint: String,
    },
}

impl Failure {
    pub(crate) fn new(
        kind: &'static str,
        cause: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self::Told {
            kind,
            cause: cause.into(),
            hint: hint.into(),
        }
    }

    /// The same, with the place of what is wrong before its cause.
    pub(crate) fn at(self, place: &str) -> Self {
        match self {
            Self::Told { kind, cause, hint } => Self::new(kind, format!("{place}: {cause}"), hint),
            Self::Closed => Self::Closed,
        }
    }

    /// Standard output cannot be written.
    pub(crate) fn output(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::new("output", error.to_string(), "is the disk full?")
    }

    /// A file cannot be read.
    pub(crate) fn input(path: &Path, error: &io::Error) -> Self {
        Self::new(
            "input",
            format!("cannot read {}: {error}", path.display()),
            "check the path and its permissions",
        )
    }

    pub(crate) fn print(&self, terminal: &Terminal) {
        if let Self::Told { kind, cause, hint } = self {
            terminal.failure(kind, cause, hint);
        }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::new("case", error.to_string(), error.hint())
    }
}

impl From<UnknownId> for Failure {
    fn from(error: UnknownId) -> Self {
        let hint = if error.close.is_empty() {
            format!("`isnad view {} CASE` lists them", plural(error.what))
        } else {
            format!("did you mean {}?", error.close.join(" or "))
        };
        Self::new("usage", error.to_string(), hint)
    }
}

fn plural(what: &str) -> &'static str {
    match what {
        "entity" => "entities",
        "source" => "sources",
        "statement" => "statements",
        "document" => "overview",
        _ => "claims",
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::new("case", error.to_string(), error.hint())
    }
}

impl From<EnterError> for Failure {
    fn from(error: EnterError) -> Self {
        let cause = match &error {
            EnterError::Document { cause, .. } => cause,
            other => other,
        };
        let kind = match cause {
            EnterError::Input { .. } | EnterError::Encoding { .. } => "input",
            EnterError::Id { .. }
            | EnterError::Taken(_)
            | EnterError::FileTaken { .. }
            | EnterError::Date(_)
            | EnterError::Language(_)
            | EnterError::NoName
            | EnterError::Outlet { .. } => "usage",
            _ => "case",
        };
        Self::new(kind, error.to_string(), error.hint())
    }
}

impl From<EmitError> for Failure {
    fn from(error: EmitError) -> Self {
        Self::new("case", error.to_string(), "nothing was changed")
    }
}
