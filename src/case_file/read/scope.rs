//! What every kind of entry needs while it is resolved: reporting at its own place, ids,
//! references, dates, words, anchors.

use super::entry::near;
use crate::case_file::locate::Step;
use crate::case_file::places::{EntryAt, File, place_in};
use crate::case_file::shape::{AliasShape, AnchorShape, WhenShape, WordsShape};
use crate::finding::{Code, Finding};
use crate::model::{Alias, Anchor, Case, Key, Minute, Source, Table, When, Words, check_id};
use crate::text::Span;

/// One entry under resolution.
pub(super) struct Scope<'f> {
    files: &'f [File],
    at: EntryAt,
    findings: Vec<Finding>,
    spoiled: bool,
}

impl<'f> Scope<'f> {
    pub(super) fn new(files: &'f [File], at: EntryAt) -> Self {
        Self {
            files,
            at,
            findings: Vec::new(),
            spoiled: false,
        }
    }

    /// What was found.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// Whether something was found that makes the entry unusable.
    pub(super) fn spoiled(&self) -> bool {
        self.spoiled
    }

    /// Marks the entry unusable.
    pub(super) fn spoil(&mut self) {
        self.spoiled = true;
    }

    /// Adds a finding at `path` within the entry.
    pub(super) fn report(
        &mut self,
        code: Code,
        path: &[Step<'_>],
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.findings.push(Finding {
            code,
            message: message.into(),
            hint: hint.into(),
            place: place_in(self.files, self.at, path),
            related: Vec::new(),
        });
    }

    /// Adds another place to what was reported last: where the value at `path` of an entry stands.
    pub(super) fn beside(&mut self, at: EntryAt, path: &[Step<'_>], what: &str) {
        let place = place_in(self.files, at, path);
        if let Some(last) = self.findings.last_mut() {
            last.related.push((place, what.to_owned()));
        }
    }

    /// Checks the grammar of the entry's own id.
    pub(super) fn check_id(&mut self, id: &str) -> bool {
        self.check_id_at(id, &[Step::Field("id")])
    }

    /// Checks the grammar of an id at `path`.
    pub(super) fn check_id_at(&mut self, id: &str, path: &[Step<'_>]) -> bool {
        match check_id(id) {
            Ok(()) => true,
            Err(why) => {
                self.report(
                    Code::BadId,
                    path,
                    format!("{id:?} is no id: {why}"),
                    match likely_id(id) {
                        Some(likely) => format!("write it \"{likely}\", here and where it is used"),
                        None => {
                            "ids are like `al-amal-2`: short and plain, without spaces".to_owned()
                        }
                    },
                );
                false
            }
        }
    }

    /// Resolves a reference; one that leads nowhere is reported and spoils the entry.
    pub(super) fn refer<T>(
        &mut self,
        table: &Table<T>,
        what: &str,
        id: &str,
        path: &[Step<'_>],
    ) -> Option<Key<T>> {
        let key = table.key(id);
        if key.is_none() {
            self.dangling(what, id, table.iter().map(|(_, id, _)| id), path);
        }
        key
    }

    /// Resolves who speaks. Whoever is only an entity so far is told to need a source of the same id.
    pub(super) fn refer_speaker(
        &mut self,
        case: &Case,
        id: Option<&str>,
        field: &'static str,
    ) -> Option<Key<Source>> {
        if let Some(id) = id
            && case.sources.key(id).is_none()
            && case.entities.key(id).is_some()
            && !is_lost(self.files, "source")
        {
            self.spoiled = true;
            self.report(
                Code::DanglingReference,
                &[Step::Field(field)],
                format!("there is no source \"{id}\""),
                format!(
                    "\"{id}\" is an entity; who speaks needs an entry in sources.ron too, under the \
                     same id: (id: \"{id}\", kind: …)"
                ),
            );
            return None;
        }
        self.refer_opt(&case.sources, "source", id, field)
    }

    /// Reports a reference that leads nowhere.
    pub(super) fn dangling<'w>(
        &mut self,
        what: &str,
        id: &str,
        known: impl Iterator<Item = &'w str>,
        path: &[Step<'_>],
    ) {
        self.spoiled = true;
        // Nothing can be found in a file that could not be read, and that has been said once.
        if is_lost(self.files, what) {
            return;
        }
        let hint = match near(id, known) {
            Some(close) => format!("did you mean \"{close}\"?"),
            None => match check_id(id) {
                Ok(()) => format!("add the {what} to the case, or correct the id"),
                Err(why) => format!("no id is written so: {why}"),
            },
        };
        self.report(
            Code::DanglingReference,
            path,
            format!("there is no {what} \"{id}\""),
            hint,
        );
    }

    /// Resolves an optional reference.
    pub(super) fn refer_opt<T>(
        &mut self,
        table: &Table<T>,
        what: &str,
        id: Option<&str>,
        field: &str,
    ) -> Option<Key<T>> {
        id.and_then(|id| self.refer(table, what, id, &[Step::Field(field)]))
    }

    /// Resolves a list of references.
    pub(super) fn refer_all<T>(
        &mut self,
        table: &Table<T>,
        what: &str,
        ids: &[String],
        field: &str,
    ) -> Vec<Key<T>> {
        ids.iter()
            .enumerate()
            .filter_map(|(i, id)| {
                self.refer(table, what, id, &[Step::Field(field), Step::Index(i)])
            })
            .collect()
    }

    /// Words; empty ones are dropped here and reported by the checks where words are needed.
    pub(super) fn words(&mut self, shape: WordsShape) -> Words {
        Words::new(
            shape
                .0
                .into_iter()
                .filter(|(_, words)| !words.trim().is_empty()),
        )
    }

    /// A date.
    pub(super) fn when(&mut self, shape: WhenShape, path: &[Step<'_>]) -> Option<When> {
        let why = self.words(shape.why);
        self.edtf(&shape.edtf, shape.inferred, why, &{
            let mut path = path.to_vec();
            path.push(Step::Field("edtf"));
            path
        })
    }

    /// A date as a bare string.
    pub(super) fn edtf(
        &mut self,
        edtf: &str,
        inferred: bool,
        why: Words,
        path: &[Step<'_>],
    ) -> Option<When> {
        match When::parse(edtf, inferred, why) {
            Ok(when) => Some(when),
            Err(error) => {
                self.report(
                    Code::BadDate,
                    path,
                    format!("{edtf:?} is no date: {error}"),
                    "dates are EDTF: 2018, 2018-05, 2018-05-11, 2018-05-11/2018-05-14, 2018-05~",
                );
                None
            }
        }
    }

    /// A minute.
    pub(super) fn minute(&mut self, text: &str, field: &str) -> Option<Minute> {
        match Minute::parse(text) {
            Ok(minute) => Some(minute),
            Err(_) => {
                self.report(
                    Code::BadDate,
                    &[Step::Field(field)],
                    format!("{text:?} is no minute"),
                    "a minute is written 2026-11-12T22:38Z, or with an offset: …T22:38+02:00",
                );
                None
            }
        }
    }

    /// Aliases.
    pub(super) fn aliases(&mut self, shapes: Vec<AliasShape>) -> Vec<Alias> {
        shapes
            .into_iter()
            .filter(|a| !a.text.trim().is_empty())
            .map(|a| Alias {
                text: a.text.into(),
                language: a.language.map(Into::into),
                attitude: a.attitude,
            })
            .collect()
    }

    /// An anchor. Its span is checked against the text later, where there is one.
    pub(super) fn anchor(&mut self, mut shape: AnchorShape, path: &[Step<'_>]) -> Anchor {
        if let Some(digest) = &shape.digest {
            let fits = digest.len() == 16
                && digest
                    .bytes()
                    .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
            if !fits {
                let mut path = path.to_vec();
                path.push(Step::Field("digest"));
                self.report(
                    Code::BadDigest,
                    &path,
                    format!("{digest:?} is no digest of a span"),
                    "it is the first 16 hex digits, in lower case, of the SHA-256 of the spanned \
                     text; `isnad anchor` prints it",
                );
                // The text cannot be compared with it, so the anchor is not verified.
                shape.digest = None;
            }
        }
        let kept = [shape.exact, shape.prefix, shape.suffix];
        Anchor {
            span: Span::new(shape.start, shape.end),
            digest: shape.digest.map(Into::into),
            quote: kept
                .iter()
                .any(Option::is_some)
                .then(|| Box::new(kept.map(|q| q.map(Into::into)))),
        }
    }

    /// An optional anchor.
    pub(super) fn anchor_opt(&mut self, shape: Option<AnchorShape>, field: &str) -> Option<Anchor> {
        shape.map(|shape| self.anchor(shape, &[Step::Field(field)]))
    }

    /// A list of anchors.
    pub(super) fn anchors(&mut self, shapes: Vec<AnchorShape>, path: &[Step<'_>]) -> Vec<Anchor> {
        shapes
            .into_iter()
            .enumerate()
            .map(|(i, shape)| {
                let mut path = path.to_vec();
                path.push(Step::Index(i));
                self.anchor(shape, &path)
            })
            .collect()
    }
}

/// Whether the file that would hold such a thing is there and cannot be used, so that nothing can be
/// found in it.
pub(super) fn is_lost(files: &[File], what: &str) -> bool {
    let lost = |name: &str| files.iter().any(|f| f.lost && f.path == name);
    match what {
        "document" => lost("documents.ron"),
        "source" => lost("sources.ron"),
        "entity" => lost("entities.ron"),
        "source or entity" => lost("sources.ron") || lost("entities.ron"),
        "predicate" => lost("vocabulary.ron"),
        "claim" => lost("claims.ron"),
        "earlier judgement" => lost("judgements.ron"),
        // Sides stand in case.ron, and a case without it has been told so.
        "side" => lost("case.ron") || !files.iter().any(|f| f.path == "case.ron"),
        "statement" => files
            .iter()
            .any(|f| f.lost && f.path.starts_with("statements/")),
        _ => false,
    }
}

/// An id that is probably meant by one that is none: lower case, a hyphen for what does not fit.
fn likely_id(written: &str) -> Option<String> {
    let mut id = String::new();
    for c in written.trim().chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9' | '-' | '_' | '.') => id.push(c),
            c if c.is_alphanumeric() => return None,
            _ => id.push('-'),
        }
    }
    let id = id.trim_matches(['-', '_', '.']);
    check_id(id).is_ok().then(|| id.to_owned())
}
