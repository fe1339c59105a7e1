//! `isnad add`: documents into a case.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use isnad::case_file::{EnterError, KnownOutlet, NewDocument, enter_documents};
use isnad::drafting::naming::Listed;
use isnad::model::Minute;

use super::super::args::AddOptions;
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::manifest::Manifest;

pub(crate) fn run(
    options: &AddOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let at = match &options.at {
        Some(text) => Minute::parse(text).map_err(|_| {
            Failure::new(
                "usage",
                format!("{text:?} is no minute"),
                "a minute is written 2026-11-12T22:38Z",
            )
        })?,
        None => Minute::from_timestamp(jiff::Timestamp::now()),
    };
    let mut manifest = options
        .manifest
        .as_deref()
        .map(Manifest::read)
        .transpose()?;
    let mut new = match &mut manifest {
        Some(manifest) => std::mem::take(&mut manifest.documents),
        None => files(options)?,
    };
    let listed = Listed::built_in().map_err(|error| {
        Failure::new(
            "program",
            error.to_string(),
            "this is a fault of the program; please report it",
        )
    })?;
    for one in &mut new {
        one.known = one
            .outlet
            .as_deref()
            .and_then(|name| known(&listed, name.trim()));
    }
    let entered =
        enter_documents(&options.case, &new, at, !options.leave_text).map_err(|error| {
            match (&error, &manifest) {
                (EnterError::Document { at, .. }, Some(manifest)) => {
                    let place = manifest.place(*at);
                    Failure::from(error).at(&place)
                }
                _ => error.into(),
            }
        })?;
    if new.is_empty() {
        let path = options.manifest.as_deref().unwrap_or(Path::new(""));
        terminal.note(&format!(
            "warning: {} names no document; nothing was added",
            path.display()
        ));
    }
    for path in &entered.blank {
        terminal.note(&format!(
            "warning: {} has no words: nothing can be read in it",
            path.display()
        ));
    }
    for id in &entered.documents {
        writeln!(out, "{id}").map_err(Failure::output)?;
    }
    for id in &entered.sources {
        terminal.note(&format!(
            "new source: {id} (sources.ron); check its kind and name"
        ));
    }
    for (path, id) in &entered.already {
        terminal.note(&format!(
            "{} is in the case already, as {id}",
            path.display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// What the list of bodies knows of an outlet: one agency under its Arabic and its English name is one source.
fn known(listed: &Listed, name: &str) -> Option<KnownOutlet> {
    let body = listed.publisher(name)?;
    let names: Vec<(String, String)> = body
        .names
        .iter()
        .map(|(language, name)| (language.clone(), name.clone()))
        .collect();
    let forms = names.iter().map(|(_, name)| name);
    let forms = forms.chain(&body.forms).chain(&body.credit);
    Some(KnownOutlet {
        id: body.id.clone(),
        kind: body.kind,
        forms: forms.cloned().collect(),
        names,
    })
}

fn files(options: &AddOptions) -> Result<Vec<NewDocument>, Failure> {
    if options.id.is_some() && options.files.len() > 1 {
        return Err(Failure::new(
            "usage",
            "--id names one document, but several files are given",
            "leave --id out, or add the files one by one; --manifest gives each its own",
        ));
    }
    Ok(options
        .files
        .iter()
        .map(|path| NewDocument {
            path: path.clone(),
            id: options.id.clone(),
            outlet: options.outlet.clone(),
            title: options.title.clone(),
            url: options.url.clone(),
            published: options.published.clone(),
            language: options.language.clone(),
            known: None,
        })
        .collect())
}
