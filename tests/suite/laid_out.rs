//! Cases for tests, written as one readable file of blocks and laid out in a temporary folder.
//!
//! A block begins with a line `=== NAME ===` and goes on to the next. What stands before the first
//! block says what the file is for. `NAME` is a file of the case; `NAME, added` puts entries at the
//! end of that file's list, `NAME, removed` takes the file away, and in `NAME, bytes` each `\xNN`
//! stands for a byte, so that files which are no UTF-8 can be written down.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The files of a case by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// The blocks of a text: names and contents.
pub(crate) fn blocks(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let head = line
            .trim_end()
            .strip_prefix("=== ")
            .and_then(|l| l.strip_suffix(" ==="));
        match (head, found.last_mut()) {
            (Some(name), _) => found.push((name.to_owned(), String::new())),
            (None, Some((_, content))) => content.push_str(line),
            (None, None) => {}
        }
    }
    found
}

/// Everything that a page could take for more than text, as it stands in a string of RON.
pub(crate) const HARM: &str = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>]]>\\\"'`**b**[l](x)|{{7*7}}\u{202e}\u{2066}\u{200b}<!--&lt;a href=\\\"javascript:window.hacked=3\\\">";

impl Layout {
    /// The base case with [`HARM`] in every place where words of others stand.
    pub(crate) fn hostile() -> Self {
        let mut layout = Self::base();
        for (file, old) in [
            ("case.ron", "The bridge at Sahl"),
            ("case.ron", "River Guard"),
            ("sources.ron", "the mayor of Sahl"),
            ("entities.ron", "Adib Sahli"),
            ("claims.ron", "the bridge was closed"),
            ("judgements.ron", "seen from the bank"),
        ] {
            layout.replace(file, old, &format!("{old}{HARM}"));
        }
        layout.replace(
            "documents.ron",
            "file: \"post.txt\",",
            &format!("file: \"post.txt\", title: \"{HARM}\", byline: \"{HARM}\", language: \"{HARM}\", url: \"javascript:window.hacked=4//{HARM}\","),
        );
        layout
    }

    /// The valid case that fixtures are laid over.
    pub(crate) fn base() -> Self {
        let mut layout = Self::default();
        let path = data("findings/base.txt");
        layout.overlay(&fs::read_to_string(path).expect("the base case is there"));
        layout
    }

    /// A case of the repository, with its texts.
    pub(crate) fn of(case: &str) -> Self {
        let mut layout = Self::default();
        let root = root().join("claims").join(case);
        for folder in ["", "statements", "documents"] {
            let Ok(entries) = fs::read_dir(root.join(folder)) else {
                continue;
            };
            for path in entries.map(|e| e.expect("an entry").path()) {
                if path.is_file() {
                    let name = path.file_name().expect("a name").to_string_lossy();
                    let name = format!("{folder}/{name}")
                        .trim_start_matches('/')
                        .to_owned();
                    layout.files.insert(name, fs::read(&path).expect("a file"));
                }
            }
        }
        layout
    }

    /// Lays the blocks of a text over the files; `expected` is no file.
    pub(crate) fn overlay(&mut self, text: &str) {
        for (head, content) in blocks(text) {
            match head.split_once(", ") {
                None if head == "expected" => {}
                None => {
                    self.files.insert(head, content.into_bytes());
                }
                Some((name, "added")) => self.append(name, &content),
                Some((name, "removed")) => {
                    assert!(self.files.remove(name).is_some(), "{name} is in the base");
                }
                Some((name, "bytes")) => {
                    self.files.insert(name.to_owned(), bytes(&content));
                }
                Some((name, what)) => panic!("{name} cannot be {what}"),
            }
        }
    }

    /// Puts entries at the end of a file's list.
    pub(crate) fn append(&mut self, name: &str, entries: &str) {
        let file = self.files.get_mut(name).expect("a file to add to");
        let end = file.iter().rposition(|b| *b == b']').expect("a list");
        file.splice(end..end, entries.bytes());
    }

    /// The text of a file.
    pub(crate) fn text(&self, name: &str) -> String {
        String::from_utf8(self.files[name].clone()).expect("UTF-8")
    }

    /// Replaces text that stands in a file exactly once.
    pub(crate) fn replace(&mut self, name: &str, old: &str, new: &str) {
        let text = self.text(name);
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {name}");
        self.files
            .insert(name.to_owned(), text.replace(old, new).into_bytes());
    }

    /// Writes the files into a temporary folder.
    pub(crate) fn write(&self) -> Laid {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, content) in &self.files {
            let path = folder.path().join("case").join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, content).expect("a file");
        }
        fs::create_dir_all(folder.path().join("case")).expect("a folder");
        Laid { folder }
    }
}

/// A case in a temporary folder, which goes when this does.
pub(crate) struct Laid {
    folder: tempfile::TempDir,
}

impl Laid {
    /// The case's folder.
    pub(crate) fn case(&self) -> PathBuf {
        self.folder.path().join("case")
    }

    /// A place beside the case.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Every file of the case with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        walk(&self.case(), &self.case(), &mut files);
        files
    }
}

fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy();
            files.insert(name.into_owned(), fs::read(&path).expect("a file"));
        }
    }
}

fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x") {
        out.extend_from_slice(before.as_bytes());
        let (hex, after) = after.split_at(2);
        out.push(u8::from_str_radix(hex, 16).expect("two hex digits after \\x"));
        rest = after;
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of `tests/data`.
pub(crate) fn data(name: &str) -> PathBuf {
    root().join("tests/data").join(name)
}

/// The program, in a surrounding that says nothing about terminals.
pub(crate) fn isnad() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isnad"));
    for name in ["COLUMNS", "NO_COLOR", "TERM", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// What the program does: exit code, standard output, standard error.
pub(crate) fn run(command: &mut Command) -> (i32, String, String) {
    let output = command.output().expect("the program runs");
    (
        output.status.code().expect("an exit code, not a signal"),
        String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
        String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
    )
}

/// A folder with a drafted case `case` of texts of a language by name and day, each of an outlet of its own.
pub(crate) fn drafted_case(language: &str, texts: &[(&str, &str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    asked(folder.path(), &["init", "case"]);
    for (name, day, text) in texts {
        let file = format!("{name}.txt");
        fs::write(folder.path().join(&file), text).expect("a text");
        let outlet = format!("Sahl Post {name}");
        let added = [
            "add",
            "case",
            &file,
            "--outlet",
            &outlet,
            "--published",
            day,
        ];
        let minute = ["--language", language, "--at", "2021-03-11T08:00Z"];
        asked(folder.path(), &[&added[..], &minute[..]].concat());
    }
    asked(folder.path(), &["draft", "case"]);
    folder
}

/// What a command that succeeds prints in a folder.
pub(crate) fn asked(folder: &Path, arguments: &[&str]) -> String {
    let (code, out, err) = run(isnad().current_dir(folder).args(arguments));
    assert_eq!(code, 0, "{arguments:?}: {err}");
    out
}
