//! The documents' texts, where they are at hand.
//!
//! A text is sought in the folders given, by the document's file name, else by its digest. What
//! is not found is no error: its anchors are *not verified here*.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::model::{Case, Document, Key};
use crate::text::CharIndex;
use crate::text::decode::decode;

/// A document's text.
#[derive(Debug)]
pub struct Text {
    /// As decoded: without a byte order mark, line ends kept.
    pub text: String,
    /// The way between characters and bytes.
    pub index: CharIndex,
    /// SHA-256 of the file's bytes, lower-case hex.
    pub sha256: String,
    /// The file.
    pub path: PathBuf,
}

/// The texts of a case's documents, as far as they were found.
#[derive(Debug, Default)]
pub struct Texts {
    of: Vec<Option<Text>>,
    unreadable: Vec<(Key<Document>, PathBuf, String)>,
}

impl Texts {
    /// Reads the texts of a case from these folders, the first that has one winning.
    pub fn read(case: &Case, folders: &[PathBuf]) -> Self {
        let mut by_digest: Option<HashMap<String, PathBuf>> = None;
        let mut wanted: Vec<(Key<Document>, PathBuf)> = Vec::new();
        for (key, _, document) in case.documents.iter() {
            let named = document.file.as_deref().and_then(|name| {
                folders
                    .iter()
                    .map(|folder| folder.join(name))
                    .find(|path| path.is_file())
            });
            let path = named.or_else(|| {
                let digest = document.sha256.as_deref()?;
                by_digest
                    .get_or_insert_with(|| digests(folders))
                    .get(digest)
                    .cloned()
            });
            wanted.extend(path.map(|path| (key, path)));
        }
        let read: Vec<_> = wanted
            .into_par_iter()
            .map(|(key, path)| (key, open(&path), path))
            .collect();
        let mut texts = Self {
            of: (0..case.documents.len()).map(|_| None).collect(),
            unreadable: Vec::new(),
        };
        for (key, outcome, path) in read {
            match outcome {
                Ok(text) => texts.of[key.index()] = Some(text),
                Err(why) => texts.unreadable.push((key, path, why)),
            }
        }
        texts
    }

    /// The text of a document.
    pub fn get(&self, document: Key<Document>) -> Option<&Text> {
        self.of.get(document.index()).and_then(Option::as_ref)
    }

    /// Texts that are there but cannot be read, with the reason.
    pub fn unreadable(&self) -> &[(Key<Document>, PathBuf, String)] {
        &self.unreadable
    }
}

fn open(path: &Path) -> Result<Text, String> {
    let bytes = std::fs::read(path).map_err(|e| e.to_string())?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let decoded = decode(&bytes).map_err(|e| format!("{e}; {}", e.hint()))?;
    let text = decoded.text.to_owned();
    Ok(Text {
        index: CharIndex::new(&text),
        text,
        sha256,
        path: path.to_owned(),
    })
}

/// Every file of the folders by digest; of equal ones the first by folder and name.
fn digests(folders: &[PathBuf]) -> HashMap<String, PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in folders {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        let mut here: Vec<PathBuf> = entries
            .filter_map(|e| e.ok().map(|e| e.path()))
            .filter(|p| p.is_file())
            .collect();
        here.sort();
        files.extend(here);
    }
    let digests: Vec<_> = files
        .into_par_iter()
        .filter_map(|path| {
            let bytes = std::fs::read(&path).ok()?;
            Some((hex(&Sha256::digest(&bytes)), path))
        })
        .collect();
    let mut all = HashMap::with_capacity(digests.len());
    for (digest, path) in digests {
        all.entry(digest).or_insert(path);
    }
    all
}

/// Bytes in lower-case hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}
