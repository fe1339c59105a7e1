//! Small cases for the tests of the analysis, written as case files and read back.

use isnad::case_file::{Loaded, read_case};
use isnad::model::Case;

/// The lists of a case's files, without their brackets.
#[derive(Debug, Default, Clone)]
pub(crate) struct Files {
    pub(crate) sides: String,
    pub(crate) sources: String,
    pub(crate) entities: String,
    pub(crate) claims: String,
    pub(crate) documents: String,
    pub(crate) judgements: String,
    pub(crate) vocabulary: String,
    /// Document id and its statements.
    pub(crate) statements: Vec<(String, String)>,
}

impl Files {
    /// Writes the files, reads them, and insists that nothing is wrong with them.
    pub(crate) fn read(&self) -> Case {
        self.load().case
    }

    /// The same, with the places of its entries.
    pub(crate) fn load(&self) -> Loaded {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: String| {
            std::fs::write(folder.path().join(name), text).expect("a file");
        };
        write(
            "case.ron",
            format!(
                "(id: \"t\", title: {{\"en\": \"t\"}}, sides: [{}])",
                self.sides
            ),
        );
        for (name, list) in [
            ("sources.ron", &self.sources),
            ("entities.ron", &self.entities),
            ("claims.ron", &self.claims),
            ("documents.ron", &self.documents),
            ("judgements.ron", &self.judgements),
            ("vocabulary.ron", &self.vocabulary),
        ] {
            write(name, format!("[{list}]"));
        }
        std::fs::create_dir(folder.path().join("statements")).expect("a folder");
        for (document, list) in &self.statements {
            write(&format!("statements/{document}.ron"), format!("[{list}]"));
        }
        let loaded = read_case(folder.path()).expect("a case");
        let messages: Vec<_> = loaded.findings.iter().map(|f| &f.message).collect();
        assert!(messages.is_empty(), "{messages:#?}");
        loaded
    }

    /// Adds a named source.
    pub(crate) fn source(&mut self, id: &str, more: &str) -> &mut Self {
        let names = format!("{{\"en\": \"{id}\"}}");
        let kind = if more.contains("kind:") {
            ""
        } else {
            "kind: organization,"
        };
        self.sources
            .push_str(&format!("(id: \"{id}\", {kind} names: {names}, {more}),\n"));
        self
    }

    /// Papers and people by their ids alone.
    pub(crate) fn heard(outlets: &[&str], sources: &[&str]) -> Self {
        let mut files = Self::default();
        for outlet in outlets {
            files.source(outlet, "kind: outlet");
        }
        for source in sources {
            files.source(source, "");
        }
        files
    }

    /// Adds an entity.
    pub(crate) fn entity(&mut self, id: &str, kind: &str, more: &str) -> &mut Self {
        self.entities.push_str(&format!(
            "(id: \"{id}\", kind: {kind}, names: {{\"en\": \"{id}\"}}, {more}),\n"
        ));
        self
    }

    /// Adds a free claim, or a typed one where `more` holds its proposition.
    pub(crate) fn claim(&mut self, id: &str, more: &str) -> &mut Self {
        self.claims.push_str(&format!(
            "(id: \"{id}\", gist: {{\"en\": \"{id}\"}}, {more}),\n"
        ));
        self
    }

    /// Adds a document of an outlet.
    pub(crate) fn document(&mut self, id: &str, outlet: &str, more: &str) -> &mut Self {
        self.documents
            .push_str(&format!("(id: \"{id}\", outlet: \"{outlet}\", {more}),\n"));
        self.statements.push((id.to_owned(), String::new()));
        self
    }

    /// Adds a statement to a document.
    pub(crate) fn statement(&mut self, document: &str, id: &str, more: &str) -> &mut Self {
        let list = self
            .statements
            .iter_mut()
            .find(|(d, _)| d == document)
            .expect("the document comes first");
        let content = if more.contains("content:") {
            ""
        } else {
            "content: [(start: 0, end: 9)],"
        };
        list.1
            .push_str(&format!("(id: \"{id}\", {content} {more}),\n"));
        self
    }

    /// Adds a judgement.
    pub(crate) fn judgement(&mut self, id: &str, ruling: &str, more: &str) -> &mut Self {
        self.judgements.push_str(&format!(
            "(id: \"{id}\", by: \"desk\", at: \"2026-11-12T22:38Z\", ruling: {ruling}, \
             why: {{\"en\": \"w\"}}, {more}),\n"
        ));
        self
    }
}
