//! What a case has when documents are entered, and what each new one gets: its id, its file's name, its outlet.

use std::collections::HashSet;

use super::emit::Value;
use super::enter::{EnterError, KnownOutlet, NewDocument};
use super::read::Loaded;
use crate::model::{Case, SourceKind, check_id};
use crate::text::romanize::slug;

/// A source made for an outlet: as it was called, its id in the list if it is there, its id in the case.
struct Made {
    name: String,
    listed: Option<String>,
    id: String,
}

/// What the case has, and what was given out since it was read.
pub(super) struct Desk<'c> {
    case: &'c Case,
    documents: HashSet<String>,
    sources: HashSet<String>,
    made: Vec<Made>,
    files: Vec<(String, String)>,
    digests: Vec<(String, String)>,
}

impl<'c> Desk<'c> {
    pub(super) fn new(loaded: &'c Loaded) -> Self {
        let case = &loaded.case;
        let both = |pick: fn(&crate::model::Document) -> Option<&str>| {
            case.documents
                .iter()
                .filter_map(|(_, id, d)| pick(d).map(|v| (v.to_owned(), id.to_owned())))
                .collect()
        };
        Self {
            case,
            documents: case
                .documents
                .iter()
                .map(|(_, id, _)| id.to_owned())
                .collect(),
            sources: case
                .sources
                .iter()
                .map(|(_, id, _)| id.to_owned())
                .collect(),
            made: Vec::new(),
            files: both(|d| d.file.as_deref()),
            digests: both(|d| d.sha256.as_deref()),
        }
    }

    pub(super) fn by_digest(&self, sha256: &str) -> Option<String> {
        self.digests
            .iter()
            .find(|(known, _)| known == sha256)
            .map(|(_, id)| id.clone())
    }

    pub(super) fn took(&mut self, id: &str, file: &str, sha256: &str) {
        self.documents.insert(id.to_owned());
        self.files.push((file.to_owned(), id.to_owned()));
        self.digests.push((sha256.to_owned(), id.to_owned()));
    }

    pub(super) fn document_id(&self, new: &NewDocument) -> Result<String, EnterError> {
        if let Some(id) = &new.id {
            check_id(id).map_err(|cause| EnterError::Id {
                id: id.clone(),
                cause,
            })?;
            // Two ids that differ only in capitals would be one file on many systems.
            let same = |known: &String| known.eq_ignore_ascii_case(id);
            if self.documents.iter().any(same) {
                return Err(EnterError::Taken(id.clone()));
            }
            return Ok(id.clone());
        }
        let stem = new
            .path
            .file_stem()
            .map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        Ok(free(&plain(&stem, "document"), &self.documents))
    }

    pub(super) fn file_name(&self, new: &NewDocument, id: &str) -> Result<String, EnterError> {
        let name = new
            .path
            .file_name()
            .map_or_else(|| format!("{id}.txt"), |n| n.to_string_lossy().into_owned());
        match self.files.iter().find(|(known, _)| *known == name) {
            Some((_, other)) => Err(EnterError::FileTaken {
                file: name,
                id: other.clone(),
            }),
            None => Ok(name),
        }
    }

    /// The id of an outlet named by id or name, and the entry to add where it is new.
    pub(super) fn outlet(
        &mut self,
        name: &str,
        known: Option<&KnownOutlet>,
    ) -> Result<(String, Option<Value>), EnterError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(EnterError::NoName);
        }
        if self.sources.contains(name) {
            return Ok((name.to_owned(), None));
        }
        let same = |made: &&Made| {
            made.name == name || known.is_some_and(|known| made.listed.as_ref() == Some(&known.id))
        };
        if let Some(made) = self.made.iter().find(same) {
            return Ok((made.id.clone(), None));
        }
        let named = |by: &dyn Fn(&str) -> bool| -> Vec<String> {
            let sources = self.case.sources.iter();
            let named = sources.filter(|(_, _, source)| {
                let mut aliases = source.aliases.iter().map(|alias| alias.text.as_ref());
                source.names.iter().any(|(_, form)| by(form)) || aliases.any(by)
            });
            named.map(|(_, id, _)| id.to_owned()).collect()
        };
        // Who has the very name goes before who has another form of it.
        let mut ids = named(&|form| form == name);
        if let (true, Some(known)) = (ids.is_empty(), known) {
            ids = named(&|form| known.forms.iter().any(|f| f == form));
        }
        match ids.as_slice() {
            [one] => return Ok((one.clone(), None)),
            [] => {}
            _ => {
                return Err(EnterError::Outlet {
                    name: name.to_owned(),
                    ids,
                });
            }
        }
        let wanted = known.map_or_else(|| plain(name, "outlet"), |known| known.id.clone());
        let id = free(&wanted, &self.sources);
        self.sources.insert(id.clone());
        self.made.push(Made {
            name: name.to_owned(),
            listed: known.map(|known| known.id.clone()),
            id: id.clone(),
        });
        let language = arabic(name).unwrap_or_else(|| "en".to_owned());
        let written = vec![(language.clone(), name.to_owned())];
        let names = known.map_or(&written, |known| &known.names);
        let alias = (!names.iter().any(|(_, listed)| listed == name)).then(|| {
            let text = ("text", Value::str(name));
            Value::List(vec![Value::fields([
                text,
                ("language", Value::str(language)),
            ])])
        });
        let names = names
            .iter()
            .map(|(language, name)| (Value::str(language.clone()), Value::str(name.clone())));
        let kind = match known.map(|known| known.kind) {
            Some(SourceKind::Agency) => "agency",
            Some(SourceKind::Website) => "website",
            Some(_) => "outlet",
            None => kind_by_name(name),
        };
        let fields = [
            ("id", Some(Value::str(id.clone()))),
            ("kind", Some(Value::word(kind))),
            ("names", Some(Value::Map(names.collect()))),
            ("aliases", alias),
        ];
        let written = fields
            .into_iter()
            .filter_map(|(field, value)| Some((field, value?)));
        let entry = Value::fields(written);
        Ok((id, Some(entry)))
    }
}

/// The kind of a publisher that no list has, by the word for it in its name: «وكالة الشفق», "Shafaq News Agency".
fn kind_by_name(name: &str) -> &'static str {
    const KINDS: [(&str, &str); 5] = [
        ("وكاله", "agency"),
        ("agency", "agency"),
        ("موقع", "website"),
        ("website", "website"),
        ("مدونه", "website"),
    ];
    let folded = crate::text::fold::fold(name);
    let found = KINDS
        .iter()
        .find(|(word, _)| folded.split_whitespace().any(|w| w == *word));
    found.map_or("outlet", |(_, kind)| kind)
}

/// Words as an id: ASCII letters and digits, the rest as single hyphens; other scripts in Latin letters, where they can be.
fn plain(words: &str, otherwise: &str) -> String {
    if words.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) {
        let id = slug(words, 60);
        return if id.is_empty() {
            otherwise.to_owned()
        } else {
            id
        };
    }
    let mut id = String::new();
    for c in words.chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9' | '_' | '.')
                if !id.is_empty() || c.is_ascii_alphanumeric() =>
            {
                id.push(c);
            }
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
        if id.len() >= 60 {
            break;
        }
    }
    let id = id.trim_end_matches(['-', '.', '_']);
    if id.is_empty() { otherwise } else { id }.to_owned()
}

/// The id, or the first of `id-2`, `id-3`, … that is free.
fn free(id: &str, taken: &HashSet<String>) -> String {
    if !taken.contains(id) {
        return id.to_owned();
    }
    let mut n = 2_u64;
    loop {
        let next = format!("{id}-{n}");
        if !taken.contains(&next) {
            return next;
        }
        n += 1;
    }
}

/// `ar` where most letters are Arabic. Persian and Urdu letters are left to whoever knows.
pub(super) fn arabic(text: &str) -> Option<String> {
    let mut arabic = 0_usize;
    let mut other = 0_usize;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            'پ' | 'چ' | 'ژ' | 'گ' | 'ٹ' | 'ڈ' | 'ے' => other += 4,
            '\u{0620}'..='\u{064a}' | '\u{fe70}'..='\u{fefc}' => arabic += 1,
            _ => other += 1,
        }
    }
    (arabic > other).then(|| "ar".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_names() {
        assert_eq!(
            plain("BB-middleEast 120.v2", "document"),
            "bb-middleeast-120.v2"
        );
        assert_eq!(plain("قلمير", "outlet"), "qlmir");
        assert_eq!(plain("一", "outlet"), "outlet");
        assert_eq!(plain("../..", "document"), "document");
    }
}
