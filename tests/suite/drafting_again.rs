//! `isnad draft`, and again: what a person changed or deleted stays so, and every byte beside the drafts too.

use std::fs;
use std::path::{Path, PathBuf};

use crate::laid_out::{isnad, run};

const FIRST: &str = "قلمير (رويترز) - قال مدير الميناء نادر القلميري لرويترز إن العقيد رامي الساحلي قتل في انفجار البوابة.\n\
    وقالت مصادر محلية إن العقيد رامي الساحلي قتل يوم الاثنين.\n";
const SECOND: &str = "نفى المتحدث باسم سلطة الميناء القلميرية خالد المرساني مقتل العقيد رامي الساحلي.\n\
    وقال سكان في قلمير إن الساحلي ما زال حيا.\n";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        let texts = desk.path("texts");
        fs::create_dir(&texts).expect("a folder");
        fs::write(texts.join("first.txt"), FIRST).expect("a text");
        fs::write(texts.join("second.txt"), SECOND).expect("a text");
        desk.ok(&[
            "init",
            "case",
            "--title-en",
            "The gate",
            "--title-ar",
            "البوابة",
        ]);
        desk.add("first", "2024-03-04");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let (code, out, err) = run(isnad().current_dir(self.folder.path()).args(arguments));
        assert_eq!(code, 0, "{arguments:?}: {err}");
        out
    }

    fn add(&self, id: &str, day: &str) {
        let file = format!("texts/{id}.txt");
        let outlet = format!("صحيفة {id}");
        self.ok(&[
            "add",
            "--leave-text",
            "case",
            &file,
            "--outlet",
            &outlet,
            "--published",
            day,
            "--at",
            "2024-03-09T08:00Z",
        ]);
    }

    fn draft(&self) -> String {
        self.ok(&["draft", "case", "--documents", "texts"])
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path("case").join(name)).expect("a file of the case")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path("case").join(name), text).expect("a file of the case");
    }

    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all = Vec::new();
        collect(&self.path("case"), &mut all);
        all.sort();
        all
    }
}

fn collect(folder: &Path, all: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, all);
        } else {
            let bytes = fs::read(&path).expect("a file");
            all.push((path, bytes));
        }
    }
}

#[test]
fn a_draft_is_in_order_and_a_second_changes_nothing() {
    let desk = Desk::new();
    desk.draft();
    let report = desk.ok(&["check", "case", "--documents", "texts"]);
    assert!(report.contains("0 errors"), "{report}");
    let statements = desk.read("statements/first.ron");
    assert!(statements.contains("draft: true"), "{statements}");
    // Beside the kept texts themselves, the case holds nobody's wording.
    let kept = desk.path("case").join("documents");
    let entries = desk.files().into_iter();
    for (path, bytes) in entries.filter(|(path, _)| !path.starts_with(&kept)) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(!text.contains("لرويترز إن العقيد"), "{}", path.display());
    }
    assert!(
        desk.read("documents.ron")
            .contains("republishes: (from: source(\"reuters\"))")
    );
    let before = desk.files();
    let again = desk.draft();
    assert!(again.contains("new: nothing"), "{again}");
    assert!(before == desk.files(), "drafting twice writes nothing new");
}

#[test]
fn a_dry_run_writes_nothing() {
    let desk = Desk::new();
    let before = desk.files();
    let out = desk.ok(&["draft", "case", "--documents", "texts", "--dry-run"]);
    assert!(out.contains("nothing was written"), "{out}");
    assert!(before == desk.files());
}

#[test]
fn what_somebody_changed_or_deleted_stays_so_when_documents_come() {
    let desk = Desk::new();
    desk.draft();
    let sources = desk.read("sources.ron");
    let edited = sources.replacen("نادر القلميري", "نادر بن سالم القلميري", 1);
    assert_ne!(sources, edited, "the director is a source");
    let edited = format!("// Mine.\n{edited}");
    desk.write("sources.ron", &edited);
    // The first drafted statement is thrown out.
    let statements = desk.read("statements/first.ron");
    let start = statements.find("    (\n").expect("an entry");
    let end = start + statements[start..].find("\n    ),\n").expect("its end") + "\n    ),\n".len();
    let id = statements[start..end]
        .split('"')
        .nth(1)
        .expect("an id")
        .to_owned();
    let kept = format!("{}{}", &statements[..start], &statements[end..]);
    desk.write("statements/first.ron", &kept);
    desk.add("second", "2024-03-05");
    desk.draft();
    let now = desk.read("sources.ron");
    assert!(now.starts_with("// Mine.\n"));
    assert!(now.contains("نادر بن سالم القلميري"));
    assert!(
        !desk
            .read("statements/first.ron")
            .contains(&format!("\"{id}\""))
    );
    assert!(desk.read("statements/second.ron").contains("draft: true"));
    let report = desk.ok(&["check", "case", "--documents", "texts"]);
    assert!(report.contains("0 errors"), "{report}");
}

#[test]
fn every_drafted_entry_can_be_explained() {
    let desk = Desk::new();
    desk.draft();
    let record = desk.read("drafts.ron");
    let out = desk.ok(&["draft", "case", "--explain", "reuters"]);
    assert!(out.contains("listed"), "{out}");
    let ids: Vec<&str> = record
        .lines()
        .filter_map(|l| l.split("id: \"").nth(1)?.split('"').next())
        .collect();
    assert!(ids.len() > 4, "{record}");
    for id in ids {
        let out = desk.ok(&["draft", "case", "--explain", id, "--format", "json"]);
        assert!(out.contains("\"rule\""), "{out}");
    }
    let (code, _, err) =
        run(isnad()
            .current_dir(desk.folder.path())
            .args(["draft", "case", "--explain", "nobody"]));
    assert_eq!(code, 2, "{err}");
}

#[test]
fn a_broken_record_is_a_finding_and_nothing_is_drafted_over_it() {
    let desk = Desk::new();
    desk.draft();
    let record = desk.read("drafts.ron");
    desk.write("drafts.ron", &record.replacen("digest:", "digset:", 1));
    let (code, out, _) = run(isnad()
        .current_dir(desk.folder.path())
        .args(["check", "case"]));
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("drafts.ron"), "{out}");
    let (code, _, err) = run(isnad().current_dir(desk.folder.path()).args([
        "draft",
        "case",
        "--documents",
        "texts",
    ]));
    assert_eq!(code, 2, "{err}");
}

#[test]
fn one_command_leads_from_a_folder_of_articles_to_a_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("articles")).expect("a folder");
    fs::write(path("articles/first.txt"), FIRST).expect("a text");
    fs::write(path("articles/second.txt"), SECOND).expect("a text");
    fs::write(
        path("articles/list.jsonl"),
        "{\"file\": \"first.txt\", \"outlet\": \"صحيفة أولى\", \"published\": \"2024-03-04\"}\n\
         {\"file\": \"second.txt\", \"outlet\": \"صحيفة ثانية\", \"published\": \"2024-03-05\"}\n",
    )
    .expect("a manifest");
    let go = |arguments: &[&str]| {
        let (code, out, err) = run(isnad().current_dir(folder.path()).args(arguments));
        assert_eq!(code, 0, "{arguments:?}: {err}");
        out
    };
    let all = [
        "draft",
        "gate",
        "--from",
        "articles",
        "--report",
        "page",
        "--at",
        "2024-03-06T08:00Z",
        "--lang",
        "ar",
    ];
    let first = go(&all);
    assert!(first.contains("الوثائق المقروءة: 2"), "{first}");
    let page = fs::read_to_string(path("page/gate.html")).expect("a page");
    assert!(page.contains("رامي الساحلي") && path("page/gate.md").is_file());
    let view = |name: &str| -> serde_json::Value {
        serde_json::from_str(&go(&["view", name, "gate", "--format", "json"])).expect("JSON")
    };
    let disputes = view("disputes");
    let statements = view("statements");
    let bearing = disputes["disputes"][0]["statements"]
        .as_array()
        .expect("a dispute");
    assert!(bearing.len() >= 3, "{disputes}");
    // Every line leads to a span in a text.
    for one in statements["statements"].as_array().expect("statements") {
        assert!(!one["content"].as_array().expect("spans").is_empty());
        assert_eq!(one["anchor"], "verified", "{one}");
    }
    // Again: nothing is added twice, nothing changes.
    let again = go(&all);
    assert!(again.contains("الجديد: لا شيء"), "{again}");
    assert_eq!(
        fs::read_to_string(path("page/gate.html")).expect("a page"),
        page
    );
    // A folder without a manifest gives its texts; one without texts is refused.
    fs::remove_file(path("articles/list.jsonl")).expect("gone");
    assert!(go(&["draft", "plain", "--from", "articles"]).contains("2 documents read"));
    fs::create_dir(path("none")).expect("a folder");
    let (code, _, err) = run(isnad()
        .current_dir(folder.path())
        .args(["draft", "no", "--from", "none"]));
    assert!(code == 2 && err.contains("holds no article"), "{err}");
    assert!(!path("no").exists());
}
