//! `isnad init` and `isnad add`: what they write, and that what they refuse changes nothing.

use std::fs;

use sha2::{Digest, Sha256};

use crate::laid_out::{Laid, Layout, isnad, run};

const AT: &str = "2024-05-06T08:00Z";

/// `isnad add CASE …` at a fixed minute.
fn add(laid: &Laid, arguments: &[&str]) -> (i32, String, String) {
    run(isnad()
        .current_dir(laid.beside(""))
        .args(["add", "case", "--at", AT])
        .args(arguments))
}

fn check(laid: &Laid) -> (i32, String) {
    let (code, out, _) = run(isnad().arg("check").arg(laid.case()));
    (code, out)
}

/// The base case with comments and a layout of its own, which must come through untouched.
fn edited() -> Laid {
    let mut layout = Layout::base();
    for name in ["documents.ron", "sources.ron"] {
        let text = layout.text(name);
        let text = format!("// Kept by hand. )\r\n{text}")
            .replacen("    (", "  /* ] */ (", 1)
            .replace("\n]\n", "\n    // the end, for now\n]   // ]\n");
        layout.files.insert(name.to_owned(), text.into_bytes());
    }
    layout.write()
}

/// The parts of `old` before and after the one place where `new` has more.
fn inserted(old: &[u8], new: &[u8]) -> String {
    assert!(new.len() > old.len(), "something was added");
    let more = new.len() - old.len();
    let at = (0..=old.len())
        .find(|at| new[..*at] == old[..*at] && new[at + more..] == old[*at..])
        .expect("nothing but an insertion");
    String::from_utf8(new[at..at + more].to_vec()).expect("UTF-8")
}

fn refused(laid: &Laid, arguments: &[&str], kind: &str, says: &str) {
    let before = laid.files();
    let (code, out, err) = add(laid, arguments);
    assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
    assert!(err.starts_with(&format!("error ({kind}): ")), "{err}");
    assert!(err.contains("\n  hint: "), "{err}");
    assert!(err.contains(says), "{arguments:?}: {err}");
    assert!(laid.files() == before, "{arguments:?} changed the case");
}

#[test]
fn init_makes_a_case_that_checks_clean() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = folder.path().join("harbour-fire");
    let (code, out, err) = run(isnad().arg("init").arg(&case).args([
        "--title-en",
        "The \"harbour\" fire",
        "--title-ar",
        "حريق الميناء",
    ]));
    assert_eq!(code, 0, "{err}");
    assert_eq!(out.trim_end(), case.to_string_lossy());
    let (code, out, err) = run(isnad().arg("check").arg(&case));
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(
        out.starts_with("harbour-fire: 0 errors, 0 warnings, 0 notes"),
        "{out}"
    );
    let (_, out, _) = run(isnad().args(["view", "overview"]).arg(&case));
    assert!(out.starts_with("The \"harbour\" fire\n"), "{out}");

    // A second time it changes nothing.
    let header = fs::read(case.join("case.ron")).expect("case.ron");
    let (code, _, err) = run(isnad().arg("init").arg(&case));
    assert_eq!(code, 2);
    assert!(err.contains("already"), "{err}");
    assert_eq!(fs::read(case.join("case.ron")).expect("case.ron"), header);
}

#[test]
fn init_takes_the_name_of_the_folder_it_stands_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = folder.path().join("here");
    fs::create_dir(&case).expect("a folder");
    let (code, _, err) = run(isnad().current_dir(&case).args(["init", "."]));
    assert_eq!(code, 0, "{err}");
    assert_eq!(run(isnad().current_dir(&case).args(["check", "."])).0, 0);
}

#[test]
fn init_refuses_bad_names_and_folders_in_use() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["حريق", "-Harbour", "a b", "-x"] {
        let (code, out, err) = run(isnad()
            .current_dir(folder.path())
            .args(["init", "--", name]));
        assert_eq!((code, out.as_str()), (2, ""), "{name}");
        assert!(err.starts_with("error (usage): "), "{err}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    let used = folder.path().join("used");
    fs::create_dir(&used).expect("a folder");
    fs::write(used.join("sources.ron"), "[]").expect("a file");
    let (code, _, err) = run(isnad().arg("init").arg(&used));
    assert_eq!(code, 2);
    assert!(err.contains("sources.ron"), "{err}");
    assert_eq!(fs::read_dir(&used).expect("a folder").count(), 1);
}

#[test]
fn a_document_is_appended_and_all_else_stays_byte_for_byte() {
    let laid = edited();
    let before = laid.files();
    let text = "\u{feff}قال المتحدث إن الجسر مغلق.\r\n";
    fs::write(laid.beside("herald 7.txt"), text).expect("a text");
    let (code, out, err) = add(
        &laid,
        &[
            "herald 7.txt",
            "--leave-text",
            "--outlet",
            "النذير",
            "--published",
            "2024-05-05",
            "--url",
            "https://example.org/7?a=\"b\"",
            "--title",
            "الجسر \"مغلق\"",
        ],
    );
    assert_eq!((code, out.as_str()), (0, "herald-7\n"), "{err}");
    assert!(err.contains("new source: al-ndhir"), "{err}");
    let after = laid.files();
    for (name, old) in &before {
        match name.as_str() {
            "documents.ron" => {
                let entry = inserted(old, &after[name]);
                let sha256: String = Sha256::digest(text.as_bytes())
                    .iter()
                    .map(|b| format!("{b:02x}"))
                    .collect();
                for part in [
                    "id: \"herald-7\"",
                    "file: \"herald 7.txt\"",
                    &format!("sha256: \"{sha256}\""),
                    "outlet: \"al-ndhir\"",
                    "language: \"ar\"",
                    "published: (edtf: \"2024-05-05\")",
                    "added: \"2024-05-06T08:00Z\"",
                    r#"title: "الجسر \"مغلق\"""#,
                ] {
                    assert!(entry.contains(part), "{part} in {entry}");
                }
            }
            "sources.ron" => {
                let entry = inserted(old, &after[name]);
                assert!(entry.contains("names: {\"ar\": \"النذير\"}"), "{entry}");
            }
            _ => assert!(after[name] == *old, "{name} was changed"),
        }
    }
    assert!(after.contains_key("statements/herald-7.ron"));
    assert_eq!(
        after.len(),
        before.len() + 1,
        "a text that is to be left is not copied"
    );
    let (code, out) = check(&laid);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn the_text_is_kept_and_then_at_hand() {
    let laid = Layout::base().write();
    fs::write(laid.beside("herald.txt"), "The bridge fell.\n").expect("a text");
    let (code, _, err) = add(&laid, &["herald.txt", "--outlet", "sahl-post"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(laid.files()["documents/herald.txt"], b"The bridge fell.\n");
    let (code, out, _) = run(isnad()
        .arg("anchor")
        .arg(laid.case())
        .args(["herald", "bridge"]));
    assert_eq!(code, 0);
    assert!(out.starts_with("(start: 4, end: 10, digest: \""), "{out}");
}

#[test]
fn the_same_bytes_again_are_no_second_document() {
    let laid = Layout::base().write();
    fs::write(laid.beside("a.txt"), "One text.\n").expect("a text");
    fs::write(laid.beside("b.txt"), "One text.\n").expect("a text");
    let (code, out, err) = add(&laid, &["a.txt", "b.txt"]);
    assert_eq!((code, out.as_str()), (0, "a\n"));
    assert!(err.contains("b.txt is in the case already, as a"), "{err}");
    let before = laid.files();
    let (code, out, err) = add(&laid, &["b.txt"]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.contains("already, as a"), "{err}");
    assert!(laid.files() == before, "nothing to change");
}

#[test]
fn a_known_outlet_is_used_by_id_or_by_name() {
    let laid = Layout::base().write();
    for (file, outlet) in [("a.txt", "sahl-post"), ("b.txt", "Sahl Post")] {
        fs::write(laid.beside(file), file).expect("a text");
        let (code, _, err) = add(&laid, &[file, "--outlet", outlet]);
        assert_eq!((code, err.as_str()), (0, ""), "no new source");
    }
    let documents = String::from_utf8(laid.files()["documents.ron"].clone()).expect("UTF-8");
    assert_eq!(documents.matches("outlet: \"sahl-post\"").count(), 3);
}

#[test]
fn what_is_refused_changes_nothing() {
    let laid = edited();
    fs::write(laid.beside("ok.txt"), "Fine.\n").expect("a text");
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("الجسر".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    fs::write(laid.beside("utf16.txt"), utf16).expect("a text");
    // «قال المتحدث إن الجسر الرئيسي مغلق» in Windows-1256.
    let windows = b"\xde\xc7\xe1 \xc7\xe1\xe3\xca\xcd\xcf\xcb \xc5\xe4 \xc7\xe1\xcc\xd3\xd1 \xc7\xe1\xd1\xc6\xed\xd3\xed \xe3\xdb\xe1\xde.\n";
    fs::write(laid.beside("cp1256.txt"), windows).expect("a text");
    fs::write(
        laid.beside("nul.txt"),
        "A page of plain words\0 and more of them, in ASCII all.",
    )
    .expect("a text");
    fs::create_dir(laid.beside("folder.txt")).expect("a folder");
    fs::create_dir(laid.beside("other")).expect("a folder");
    fs::write(laid.beside("other/post.txt"), "Another page.\n").expect("a text");

    refused(&laid, &["ok.txt", "utf16.txt"], "input", "UTF-16LE");
    refused(&laid, &["ok.txt", "cp1256.txt"], "input", "WINDOWS-1256");
    refused(&laid, &["nul.txt"], "input", "NUL");
    refused(&laid, &["ok.txt", "nosuch.txt"], "input", "nosuch.txt");
    refused(&laid, &["folder.txt"], "input", "folder.txt");
    refused(&laid, &["ok.txt", "--id", "post"], "usage", "already");
    refused(&laid, &["ok.txt", "--id", "Not An Id"], "usage", "no id");
    refused(&laid, &["ok.txt", "--id", "../up"], "usage", "no id");
    refused(
        &laid,
        &["other/post.txt", "--id", "p2"],
        "usage",
        "post.txt",
    );
    refused(&laid, &["ok.txt", "--published", "5 May"], "usage", "5 May");
    refused(&laid, &["ok.txt", "--outlet", " "], "usage", "empty");
    refused(
        &laid,
        &["ok.txt", "other/post.txt", "--id", "x"],
        "usage",
        "--id",
    );
}

#[test]
fn a_minute_that_is_none_is_refused() {
    let laid = Layout::base().write();
    fs::write(laid.beside("ok.txt"), "Fine.\n").expect("a text");
    let before = laid.files();
    let (code, _, err) = run(isnad()
        .current_dir(laid.beside(""))
        .args(["add", "case", "ok.txt", "--at", "noon"]));
    assert_eq!(code, 2);
    assert!(
        err.starts_with("error (usage): \"noon\" is no minute\n  hint: "),
        "{err}"
    );
    assert!(laid.files() == before);
}

#[test]
fn a_case_that_cannot_be_changed_safely_is_refused() {
    let mut layout = Layout::base();
    layout
        .files
        .insert("documents.ron".to_owned(), b"[ (id: \"a\", ".to_vec());
    let laid = layout.write();
    fs::write(laid.beside("ok.txt"), "Fine.\n").expect("a text");
    refused(&laid, &["ok.txt"], "case", "isnad check");

    let mut layout = Layout::base();
    layout
        .files
        .insert("sources.ron".to_owned(), vec![b'[', 0xff, b']']);
    let laid = layout.write();
    fs::write(laid.beside("ok.txt"), "Fine.\n").expect("a text");
    let before = laid.files();
    let (code, _, err) = add(&laid, &["ok.txt", "--outlet", "Herald"]);
    assert_eq!(code, 2, "{err}");
    assert!(laid.files() == before);

    let mut layout = Layout::base();
    layout.files.remove("case.ron");
    let laid = layout.write();
    fs::write(laid.beside("ok.txt"), "Fine.\n").expect("a text");
    refused(&laid, &["ok.txt"], "case", "case.ron");
}

#[test]
fn a_manifest_adds_many_at_once_or_none() {
    let laid = edited();
    fs::create_dir(laid.beside("texts")).expect("a folder");
    for n in 1..=3 {
        fs::write(
            laid.beside(&format!("texts/{n}.txt")),
            format!("Text {n}.\n"),
        )
        .expect("a text");
    }
    let good = "{\"file\": \"1.txt\", \"id\": \"first\", \"outlet\": \"النذير\", \"title\": \"أوّل\"}\r\n\n\
                {\"file\": \"2.txt\", \"outlet\": \"النذير\", \"published\": \"2024-05\", \"language\": \"en\"}\n\
                {\"file\": \"3.txt\"}";
    let bad = good.replace("3.txt", "4.txt");
    let unknown = good.replace("\"title\"", "\"titel\"");
    for (text, says) in [
        (bad.as_str(), "4.txt"),
        (unknown.as_str(), ":1: "),
        ("{\"file\": \"1.txt\"}\n[]", ":2: "),
    ] {
        fs::write(laid.beside("texts/all.jsonl"), text).expect("a manifest");
        refused(&laid, &["--manifest", "texts/all.jsonl"], "input", says);
    }
    fs::write(laid.beside("texts/all.jsonl"), good).expect("a manifest");
    let (code, out, err) = add(&laid, &["--manifest", "texts/all.jsonl"]);
    assert_eq!((code, out.as_str()), (0, "first\n2\n3\n"), "{err}");
    assert_eq!(
        err.matches("new source").count(),
        1,
        "one outlet, named twice: {err}"
    );
    let (code, out) = check(&laid);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn an_agency_under_two_names_is_one_source() {
    let laid = edited();
    fs::create_dir(laid.beside("texts")).expect("a folder");
    let names = ["فرانس برس", "AFP", "Agence France-Presse", "رويترز"];
    let mut lines = String::new();
    for (n, name) in names.iter().enumerate() {
        fs::write(
            laid.beside(&format!("texts/{n}.txt")),
            format!("Text {n}.\n"),
        )
        .expect("a text");
        lines += &format!("{{\"file\": \"{n}.txt\", \"outlet\": \"{name}\"}}\n");
    }
    fs::write(laid.beside("texts/all.jsonl"), lines).expect("a manifest");
    let (code, _, err) = add(&laid, &["--manifest", "texts/all.jsonl"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(err.matches("new source: afp").count(), 1, "{err}");
    assert_eq!(err.matches("new source").count(), 2, "{err}");
    let documents = fs::read_to_string(laid.case().join("documents.ron")).expect("a file");
    assert_eq!(
        documents.matches("outlet: \"afp\"").count(),
        3,
        "{documents}"
    );
    let sources = fs::read_to_string(laid.case().join("sources.ron")).expect("a file");
    assert!(sources.contains("kind: agency"), "{sources}");
    assert!(sources.contains("text: \"فرانس برس\""), "{sources}");
    // And the next time, under a third of its names.
    fs::write(laid.beside("later.txt"), "Later.\n").expect("a text");
    let (code, _, err) = add(&laid, &["later.txt", "--outlet", "France Presse"]);
    assert_eq!((code, err.matches("new source").count()), (0, 0), "{err}");
    let (code, out) = check(&laid);
    assert_eq!(code, 0, "{out}");
}

/// The same command on the same case writes the same bytes.
#[test]
fn at_makes_it_repeatable() {
    let files = || {
        let laid = edited();
        fs::write(laid.beside("a.txt"), "One text.\n").expect("a text");
        let (code, _, err) = add(&laid, &["a.txt", "--outlet", "Herald"]);
        assert_eq!(code, 0, "{err}");
        laid.files()
    };
    assert!(files() == files());
}

#[test]
fn what_is_wrong_with_a_manifest_is_told_in_plain_words_with_its_line() {
    let laid = edited();
    fs::write(laid.beside("1.txt"), "Text one.\n").expect("a text");
    fs::write(laid.beside("2.txt"), "Text two.\n").expect("a text");
    for (line, kind, says) in [
        ("{\"file\": \"no.txt\"}", "input", "cannot read no.txt"),
        (
            "{\"file\": \"2.txt\", \"published\": \"May\"}",
            "usage",
            "no date",
        ),
        ("{\"file\": \"2.txt\", \"id\": \"a b\"}", "usage", "no id"),
        (
            "{\"file\": \"2.txt\", \"id\": \"one\"}",
            "usage",
            "\"one\" already",
        ),
        (
            "{\"file\": \"2.txt\", \"language\": \"English\"}",
            "usage",
            "\"English\" is no language tag",
        ),
        (
            "{\"file\": \"2.txt\",}",
            "input",
            "trailing comma at column 18",
        ),
        ("{\"file\": {\"n\": 1}}", "input", "\"file\" is an object"),
        ("[\"2.txt\"]", "input", "the line is a list"),
        (
            "{\"file\": \"2.txt\"",
            "input",
            "the line ends within its object",
        ),
        (
            "{\"file\": \"2.txt\", \"file\": \"1.txt\"}",
            "input",
            "duplicate field",
        ),
    ] {
        let text = format!("{{\"file\": \"1.txt\", \"id\": \"one\"}}\n\n{line}\n");
        fs::write(laid.beside("all.jsonl"), text).expect("a manifest");
        refused(&laid, &["--manifest", "all.jsonl"], kind, "all.jsonl:3: ");
        refused(&laid, &["--manifest", "all.jsonl"], kind, says);
    }
}

#[test]
fn what_holds_nothing_is_told() {
    let laid = edited();
    fs::write(laid.beside("none.jsonl"), "\n").expect("a manifest");
    let (code, _, err) = add(&laid, &["--manifest", "none.jsonl"]);
    assert_eq!(code, 0);
    assert!(
        err.starts_with("warning: none.jsonl names no document"),
        "{err}"
    );
    fs::write(laid.beside("blank.txt"), " \n").expect("a text");
    let (code, _, err) = add(&laid, &["blank.txt"]);
    assert_eq!(code, 0);
    assert!(err.contains("warning: blank.txt has no words"), "{err}");
}

#[test]
fn what_cannot_be_drafted_from_leaves_no_case_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("texts")).expect("a folder");
    fs::write(at("texts/a.txt"), b"a\xff\xffb").expect("a file");
    fs::write(at("texts/b.pdf"), "no text").expect("a file");
    fs::write(at("picture"), b"\x89PNG\xff").expect("a file");
    fs::create_dir(at("empty")).expect("a folder");
    for (case, from, says) in [
        ("new", "picture", "picture: the text is not UTF-8"),
        ("new", "texts", "a.txt: the text is not UTF-8"),
        ("empty", "texts", "not read: texts/b.pdf"),
    ] {
        let (code, out, err) = run(isnad()
            .current_dir(folder.path())
            .args(["draft", case, "--from", from]));
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(says), "{err}");
        assert!(!err.contains("Add documents"), "{err}");
    }
    assert!(!at("new").exists());
    let left = fs::read_dir(at("empty")).expect("a folder").count();
    assert_eq!(left, 0, "the folder that was there stays, and is empty");
}

#[test]
fn a_report_goes_into_a_folder_and_nothing_is_guessed_from_nothing() {
    let laid = edited();
    fs::write(laid.beside("page"), "").expect("a file");
    let (code, _, err) = run(isnad()
        .current_dir(laid.beside(""))
        .args(["report", "case", "--out", "page"]));
    assert_eq!(code, 2);
    assert!(err.contains("--out page is a file"), "{err}");
    let (code, _, err) = run(isnad()
        .current_dir(laid.beside(""))
        .args(["view", "claims", "case", "--source", ""]));
    assert_eq!(code, 2);
    assert!(!err.contains("did you mean"), "{err}");
}
