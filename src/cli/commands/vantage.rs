//! From where a case is looked at, as the options of a command give it.

use std::path::Path;

use isnad::analysis::Setting;
use isnad::case_file::{Loaded, Texts};
use isnad::model::{Case, Minute, When, Words};
use isnad::view::{Filter, FindingCounts, Material};

use super::super::args::Vantage;
use super::super::failure::Failure;
use super::super::terminal::Terminal;
use super::read;

/// Reads a case and the texts at hand, to be looked at from there.
pub(super) fn opened(
    case: &Path,
    documents: Option<&Path>,
    vantage: &Vantage,
) -> Result<(Loaded, Texts, Setting), Failure> {
    let (loaded, texts) = read(case, documents)?;
    let setting = setting(vantage, &loaded.case)?;
    Ok((loaded, texts, setting))
}

/// The day from which on something counts as new.
pub(super) fn since(day: Option<&str>) -> Result<Option<When>, Failure> {
    day.map(|text| date("since", text)).transpose()
}

/// A day or the like, as an option gives it.
fn date(option: &str, text: &str) -> Result<When, Failure> {
    When::parse(text, false, Words::default()).map_err(|error| {
        Failure::new(
            "usage",
            format!("--{option} {text:?} is no date: {error}"),
            "dates are EDTF: 2018, 2018-05, 2018-05-11",
        )
    })
}

fn setting(vantage: &Vantage, case: &Case) -> Result<Setting, Failure> {
    let as_of = vantage.as_of.as_deref();
    let as_of = as_of.map(|text| date("as-of", text)).transpose()?;
    let known_by = match &vantage.known_by {
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
    for id in &vantage.without {
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
