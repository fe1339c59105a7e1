//! Entering documents into a case: new entries appended, everything else left as it was.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::edit::{EditError, append_entry};
use super::emit::{EmitError, Value, emit_entry};
use super::enter_desk::{Desk, arabic};
use super::read::{ReadError, read_case};
use super::texts::hex;
use super::write::{ChangeSet, Snapshot, WriteError};
use crate::model::{BadId, Minute, SourceKind, When, Words};
use crate::text::decode::{DecodeError, decode};

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
    /// Files that were entered and have no words.
    pub blank: Vec<PathBuf>,
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
    /// A language that is none.
    #[error("{0:?} is no language tag")]
    Language(String),
    /// What is wrong with one of the documents.
    #[error("{cause}")]
    Document {
        /// Which of those given.
        at: usize,
        /// What it is.
        cause: Box<EnterError>,
    },
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
            Self::Language(_) => "a language is a BCP 47 tag: \"ar\", \"en\", \"en-GB\"".into(),
            Self::Document { cause, .. } => cause.hint(),
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
    let mut keep = Entering {
        folder,
        at,
        keep_text,
        desk: &mut desk,
        documents: &mut documents,
        sources: &mut sources,
        rest: &mut rest,
        entered: &mut entered,
    };
    for (n, one) in new.iter().enumerate() {
        keep.enter(one).map_err(|cause| EnterError::Document {
            at: n,
            cause: Box::new(cause),
        })?;
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

/// Documents on their way into a case.
struct Entering<'a, 'c> {
    folder: &'a Path,
    at: Minute,
    keep_text: bool,
    desk: &'a mut Desk<'c>,
    documents: &'a mut Editing,
    sources: &'a mut Editing,
    rest: &'a mut ChangeSet,
    entered: &'a mut Entered,
}

impl Entering<'_, '_> {
    fn enter(&mut self, one: &NewDocument) -> Result<(), EnterError> {
        let bytes = fs::read(&one.path).map_err(|cause| EnterError::Input {
            path: one.path.clone(),
            cause,
        })?;
        let decoded = decode(&bytes).map_err(|cause| EnterError::Encoding {
            path: one.path.clone(),
            cause,
        })?;
        let sha256 = hex(&Sha256::digest(&bytes));
        if let Some(known) = self.desk.by_digest(&sha256) {
            self.entered.already.push((one.path.clone(), known));
            return Ok(());
        }
        if let Some(date) = &one.published
            && When::parse(date, false, Words::default()).is_err()
        {
            return Err(EnterError::Date(date.clone()));
        }
        if let Some(tag) = one.language.as_ref().filter(|tag| !is_tag(tag)) {
            return Err(EnterError::Language(tag.clone()));
        }
        if decoded.text.trim().is_empty() {
            self.entered.blank.push(one.path.clone());
        }
        let id = self.desk.document_id(one)?;
        let file = self.desk.file_name(one, &id)?;
        let language = one.language.clone().or_else(|| arabic(decoded.text));
        let outlet = match &one.outlet {
            None => None,
            Some(name) => {
                let (outlet, entry) = self.desk.outlet(name, one.known.as_ref())?;
                if let Some(entry) = entry {
                    self.sources.append(&entry)?;
                    self.entered.sources.push(outlet.clone());
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
            ("added", Some(Value::str(self.at.to_string()))),
        ];
        let fields = fields.into_iter().filter_map(|(n, v)| v.map(|v| (n, v)));
        self.documents.append(&Value::fields(fields))?;
        let statements = self.folder.join("statements").join(format!("{id}.ron"));
        if !statements.exists() {
            self.rest.add(
                Snapshot::absent(&statements),
                format!("// Statements of \"{id}\", one entry each.\n[\n]\n").into_bytes(),
            );
        }
        if self.keep_text {
            self.rest.add(
                Snapshot::absent(&self.folder.join("documents").join(&file)),
                bytes,
            );
        }
        self.desk.took(&id, &file, &sha256);
        self.entered.documents.push(id);
        Ok(())
    }
}

/// Whether a text has the form of a BCP 47 tag: a language of two or three letters, then what there is of script, place and the
/// like. No language has a longer subtag, so "English" is none.
fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
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
