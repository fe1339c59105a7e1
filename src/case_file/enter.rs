//! Entering documents into a case: new entries appended, everything else left as it was.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::edit::{EditError, append_entry};
use super::emit::{EmitError, Value, emit_entry};
use super::read::{Loaded, ReadError, read_case};
use super::texts::hex;
use super::write::{ChangeSet, Snapshot, WriteError};
use crate::model::{BadId, Case, Minute, SourceKind, When, Words, check_id};
use crate::text::decode::{DecodeError, decode};
use crate::text::romanize::slug;

/// A document to enter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewDocument {
    /// Where its text lies now.
    pub path: PathBuf,
    /// Its id; by the file's name where none is given.
    pub id: Option<String>,
    /// Who published it: a source's id or name. A name that no source has becomes a source.
    pub outlet: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Where it was read.
    pub url: Option<String>,
    /// When it was published: EDTF.
    pub published: Option<String>,
    /// BCP 47 tag; told by its letters where they are Arabic and none is given.
    pub language: Option<String>,
    /// What is known of the outlet beyond the name that is given, where a list has it.
    pub known: Option<KnownOutlet>,
}

/// An outlet or agency as a list has it, so that «فرانس برس» and "AFP" become one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownOutlet {
    /// The id that it gets in a case that has nobody of that id.
    pub id: String,
    /// What publishes.
    pub kind: SourceKind,
    /// Its names by language.
    pub names: Vec<(String, String)>,
    /// Every form that means it, its names among them.
    pub forms: Vec<String>,
}

/// What became of the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// Ids of documents that were entered, in order.
    pub documents: Vec<String>,
    /// Ids of sources that were made for their outlets.
    pub sources: Vec<String>,
    /// Files whose very bytes the case has already, with that document's id.
    pub already: Vec<(PathBuf, String)>,
}

/// Why documents cannot be entered. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// The case cannot be read.
    #[error(transparent)]
    Case(#[from] ReadError),
    /// The folder has files of a case, but no `case.ron`.
    #[error("{0} is no case: it has no case.ron")]
    NoHeader(PathBuf),
    /// An outlet with no name.
    #[error("the outlet's name is empty")]
    NoName,
    /// A text cannot be read.
    #[error("cannot read {path}: {cause}")]
    Input {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A text is not UTF-8.
    #[error("{path}: {cause}")]
    Encoding {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        cause: DecodeError,
    },
    /// An id that is none.
    #[error("{id:?} is no id: {cause}")]
    Id {
        /// As given.
        id: String,
        /// Why.
        cause: BadId,
    },
    /// An id that another document has.
    #[error("the case has a document \"{0}\" already, with another text")]
    Taken(String),
    /// A file name that another document has.
    #[error("the document \"{id}\" has a file of the name {file:?} already, with another text")]
    FileTaken {
        /// The name.
        file: String,
        /// The document.
        id: String,
    },
    /// A date that is none.
    #[error("{0:?} is no date")]
    Date(String),
    /// A name that several sources have.
    #[error("several sources are called \"{name}\": {}", ids.join(", "))]
    Outlet {
        /// The name.
        name: String,
        /// Their ids.
        ids: Vec<String>,
    },
    /// A file of the case cannot be changed.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// An entry cannot be written.
    #[error(transparent)]
    Emit(#[from] EmitError),
    /// A file of the case cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl EnterError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Case(cause) => cause.hint(),
            Self::NoHeader(_) => "`isnad init CASE` makes a new case, case.ron and all".into(),
            Self::NoName => "leave --outlet out where nobody knows who published it".into(),
            Self::Input { .. } => "check the path and its permissions".into(),
            Self::Encoding { cause, .. } => cause.hint(),
            Self::Id { .. } => "ids are like `al-amal-2`: short and plain, without spaces".into(),
            Self::Taken(_) => "give it another id; a later version of it says version_of".into(),
            Self::FileTaken { .. } => "rename the file: texts are found by their names".into(),
            Self::Date(_) => {
                "dates are EDTF: 2018, 2018-05, 2018-05-11, 2018-05-11/2018-05-14".into()
            }
            Self::Outlet { .. } => "name the outlet by its id".into(),
            Self::Edit(_) => "`isnad check` says what is wrong with the file".into(),
            Self::Emit(_) => "nothing was changed".into(),
            Self::Write(cause) => cause.hint().to_owned(),
        }
    }
}

/// Enters documents: appends to `documents.ron`, to `sources.ron` for outlets that are new, and
/// makes an empty statements file for each. With `keep_text` the texts are copied into the case's
/// `documents/` folder; else the case holds only their names and digests.
pub fn enter_documents(
    folder: &Path,
    new: &[NewDocument],
    at: Minute,
    keep_text: bool,
) -> Result<Entered, EnterError> {
    let loaded = read_case(folder)?;
    if !folder.join("case.ron").is_file() {
        return Err(EnterError::NoHeader(folder.to_owned()));
    }
    let mut desk = Desk::new(&loaded);
    let mut documents = Editing::open(folder.join("documents.ron"))?;
    let mut sources = Editing::open(folder.join("sources.ron"))?;
    let mut rest = ChangeSet::new();
    let mut entered = Entered::default();
    for one in new {
        let bytes = fs::read(&one.path).map_err(|cause| EnterError::Input {
            path: one.path.clone(),
            cause,
        })?;
        let decoded = decode(&bytes).map_err(|cause| EnterError::Encoding {
            path: one.path.clone(),
            cause,
        })?;
        let sha256 = hex(&Sha256::digest(&bytes));
        if let Some(known) = desk.by_digest(&sha256) {
            entered.already.push((one.path.clone(), known));
            continue;
        }
        if let Some(date) = &one.published
            && When::parse(date, false, Words::default()).is_err()
        {
            return Err(EnterError::Date(date.clone()));
        }
        let id = desk.document_id(one)?;
        let file = desk.file_name(one, &id)?;
        let language = one.language.clone().or_else(|| arabic(decoded.text));
        let outlet = match &one.outlet {
            None => None,
            Some(name) => {
                let (outlet, entry) = desk.outlet(name, one.known.as_ref())?;
                if let Some(entry) = entry {
                    sources.append(&entry)?;
                    entered.sources.push(outlet.clone());
                }
                Some(outlet)
            }
        };
        let text = |t: &Option<String>| t.clone().map(Value::Str);
        let fields: Vec<(&str, Option<Value>)> = vec![
            ("id", Some(Value::str(id.clone()))),
            ("file", Some(Value::str(file.clone()))),
            ("sha256", Some(Value::str(sha256.clone()))),
            ("outlet", outlet.map(Value::Str)),
            ("title", text(&one.title)),
            ("language", language.map(Value::Str)),
            ("url", text(&one.url)),
            (
                "published",
                text(&one.published).map(|edtf| Value::fields([("edtf", edtf)])),
            ),
            ("added", Some(Value::str(at.to_string()))),
        ];
        let fields = fields.into_iter().filter_map(|(n, v)| v.map(|v| (n, v)));
        documents.append(&Value::fields(fields))?;
        let statements = folder.join("statements").join(format!("{id}.ron"));
        if !statements.exists() {
            rest.add(
                Snapshot::absent(&statements),
                format!("// Statements of \"{id}\", one entry each.\n[\n]\n").into_bytes(),
            );
        }
        if keep_text {
            rest.add(
                Snapshot::absent(&folder.join("documents").join(&file)),
                bytes,
            );
        }
        desk.took(&id, &file, &sha256);
        entered.documents.push(id);
    }
    if entered.documents.is_empty() {
        return Ok(entered);
    }
    for name in ["statements", "documents"] {
        let needed = name == "statements" || keep_text;
        let path = folder.join(name);
        if needed {
            fs::create_dir_all(&path).map_err(|cause| EnterError::Input { path, cause })?;
        }
    }
    // Sources first: a document whose outlet is not there yet would be a finding.
    let mut changes = ChangeSet::new();
    sources.finish(&mut changes);
    changes.merge(rest);
    documents.finish(&mut changes);
    changes.write()?;
    Ok(entered)
}

/// A case file under change.
struct Editing {
    snapshot: Snapshot,
    before: String,
    now: String,
}

impl Editing {
    fn open(path: PathBuf) -> Result<Self, EnterError> {
        if !path.exists() {
            return Ok(Self {
                snapshot: Snapshot::absent(&path),
                before: "[\n]\n".to_owned(),
                now: "[\n]\n".to_owned(),
            });
        }
        let (snapshot, bytes) = Snapshot::read(&path)?;
        let text = String::from_utf8(bytes).map_err(|error| EnterError::Encoding {
            path,
            cause: decode(error.as_bytes())
                .err()
                .unwrap_or(DecodeError::Invalid {
                    at: error.utf8_error().valid_up_to(),
                    byte: 0,
                }),
        })?;
        Ok(Self {
            snapshot,
            before: text.clone(),
            now: text,
        })
    }

    fn append(&mut self, entry: &Value) -> Result<(), EnterError> {
        self.now = append_entry(&self.now, &emit_entry(entry)?)?;
        Ok(())
    }

    fn finish(self, changes: &mut ChangeSet) {
        if self.before != self.now {
            changes.add(self.snapshot, self.now.into_bytes());
        }
    }
}

/// A source made for an outlet: as it was called, its id in the list if it is there, its id in the case.
struct Made {
    name: String,
    listed: Option<String>,
    id: String,
}

/// What the case has, and what was given out since it was read.
struct Desk<'c> {
    case: &'c Case,
    documents: HashSet<String>,
    sources: HashSet<String>,
    made: Vec<Made>,
    files: Vec<(String, String)>,
    digests: Vec<(String, String)>,
}

impl<'c> Desk<'c> {
    fn new(loaded: &'c Loaded) -> Self {
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

    fn by_digest(&self, sha256: &str) -> Option<String> {
        self.digests
            .iter()
            .find(|(known, _)| known == sha256)
            .map(|(_, id)| id.clone())
    }

    fn took(&mut self, id: &str, file: &str, sha256: &str) {
        self.documents.insert(id.to_owned());
        self.files.push((file.to_owned(), id.to_owned()));
        self.digests.push((sha256.to_owned(), id.to_owned()));
    }

    fn document_id(&self, new: &NewDocument) -> Result<String, EnterError> {
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

    fn file_name(&self, new: &NewDocument, id: &str) -> Result<String, EnterError> {
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
    fn outlet(
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
            _ => "outlet",
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
fn arabic(text: &str) -> Option<String> {
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
