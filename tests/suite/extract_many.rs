//! `isnad extract` on many texts: lists of paths, results as they come, Ctrl-C, a bad file among good ones.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::laid_out::{isnad, run};

/// So many texts and the list of their paths.
fn texts(many: usize) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut list = String::new();
    for i in 0..many {
        let path = folder.path().join(format!("{i}.txt"));
        let text = format!("قال مدير الميناء سامر الرملي إن السفينة {i} غادرت الرصيف.\n");
        std::fs::write(&path, text).expect("written");
        writeln!(list, "{}", path.display()).expect("written");
    }
    let path = folder.path().join("list");
    std::fs::write(&path, list).expect("written");
    (folder, path)
}

/// The documents of a JSON answer, each looked at for being whole.
fn documents(out: &[u8]) -> Vec<String> {
    let got: Value = serde_json::from_slice(out).expect("JSON, closed");
    let each = got.as_array().expect("a list").iter();
    each.map(|one| {
        assert_eq!(one["sha256"].as_str().map(str::len), Some(64));
        let statements = one["statements"].as_array().expect("statements");
        assert_eq!(statements.len(), 1);
        assert!(one["language"].is_string());
        one["doc"].as_str().expect("a name").to_owned()
    })
    .collect()
}

fn names(many: usize) -> Vec<String> {
    (0..many).map(|i| format!("{i}.txt")).collect()
}

#[test]
fn a_list_gives_what_the_same_files_as_arguments_give() {
    // More than are held at once.
    let (folder, list) = texts(600);
    let paths: Vec<PathBuf> = names(600).iter().map(|n| folder.path().join(n)).collect();
    let json = ["extract", "--format", "json"];
    let (code, named, err) = run(isnad().args(json).args(&paths));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(documents(named.as_bytes()), names(600));

    let (code, listed, err) = run(isnad().args(json).arg("--files-from").arg(&list));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(listed == named);

    // From standard input, relative to the working folder, after what is named; by another line end.
    let relative = names(600)[1..].join("\r\n");
    let (code, piped, err) = run(isnad()
        .args(json)
        .args(["--files-from", "-", "0.txt"])
        .current_dir(folder.path())
        .write_stdin(relative));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(piped == named);
}

#[test]
fn a_list_that_cannot_be_used_is_told() {
    let (folder, _) = texts(1);
    let in_folder = |arguments: &[&str], stdin: &str| {
        run(isnad()
            .arg("extract")
            .args(arguments)
            .current_dir(folder.path())
            .write_stdin(stdin))
    };
    let (code, _, err) = in_folder(&["--files-from", "nowhere"], "");
    assert_eq!(code, 2);
    assert!(err.contains("cannot read nowhere"), "{err}");

    let (code, _, err) = in_folder(&["--files-from", "-", "-"], "0.txt\n");
    assert_eq!(code, 2);
    assert!(err.contains("both the list and a text"), "{err}");

    let (code, out, err) = in_folder(&["--files-from", "-", "--format", "json"], "\n");
    assert_eq!((code, err.as_str()), (0, "the list names no file\n"));
    assert!(documents(out.as_bytes()).is_empty());

    let (code, _, err) = in_folder(&[], "");
    assert_eq!(code, 2);
    assert!(err.contains("<FILES>"), "{err}");
}

#[test]
fn a_file_that_fails_is_named_and_what_came_before_it_is_whole() {
    let (folder, list) = texts(400);
    std::fs::write(folder.path().join("300.txt"), b"\xff\xfe\x00").expect("written");
    let (code, out, err) = run(isnad()
        .args(["extract", "--format", "json", "--files-from"])
        .arg(&list));
    assert_eq!(code, 2);
    assert_eq!(documents(out.as_bytes()), names(300));
    assert!(err.contains("300.txt"), "{err}");
    assert!(
        err.starts_with("300 of 400 files are in the output, whole and in order\n"),
        "{err}"
    );
}

/// Signals are sent as a terminal sends them.
#[cfg(unix)]
mod interrupted {
    use std::io::{BufRead, BufReader, Read, Write as _};
    use std::net::TcpListener;
    use std::process::{Child, Command, Stdio};
    use std::time::Duration;

    use super::{documents, names, texts};

    fn spawn(arguments: &[&str], folder: &std::path::Path) -> Child {
        Command::new(assert_cmd::cargo::cargo_bin!("isnad"))
            .arg("extract")
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs")
    }

    fn press(child: &Child) {
        let id = child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Reads one line of what is answered, so that the work is known to be under way.
    fn first_line(child: &mut Child) -> (Vec<u8>, impl Read + use<>) {
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut read = Vec::new();
        out.read_until(b'\n', &mut read).expect("a line");
        (read, out)
    }

    fn errors(child: &mut Child) -> String {
        let mut err = String::new();
        let mut stderr = child.stderr.take().expect("its errors");
        stderr.read_to_string(&mut err).expect("text");
        err
    }

    #[test]
    fn the_first_press_ends_the_list_between_two_batches() {
        let (folder, _) = texts(2000);
        let mut child = spawn(&["--format", "json", "--files-from", "list"], folder.path());
        // The pipe holds less than a batch, so the program waits for us in its first.
        let (mut out, mut rest) = first_line(&mut child);
        press(&child);
        std::thread::sleep(Duration::from_millis(50));
        rest.read_to_end(&mut out).expect("the rest");
        let err = errors(&mut child);
        assert_eq!(child.wait().expect("it ends").code(), Some(130));
        assert_eq!(documents(&out), names(256));
        assert_eq!(
            err,
            "stopped: 256 of 2000 files are in the output, whole and in order\n"
        );
    }

    #[test]
    fn a_press_while_the_list_is_still_coming_drops_what_was_not_begun() {
        let (folder, _) = texts(300);
        let mut child = spawn(&["--format", "json", "--files-from", "-"], folder.path());
        let mut list = child.stdin.take().expect("its input");
        let paths = names(300).join("\n") + "\n";
        list.write_all(paths.as_bytes()).expect("a list");
        let (mut out, mut rest) = first_line(&mut child);
        press(&child);
        drop(list);
        rest.read_to_end(&mut out).expect("the rest");
        let err = errors(&mut child);
        assert_eq!(child.wait().expect("it ends").code(), Some(130));
        assert_eq!(documents(&out), names(256));
        assert_eq!(
            err,
            "stopped: 256 files are in the output, whole and in order\n"
        );
    }

    #[test]
    fn a_press_within_a_long_text_ends_it_there() {
        let (folder, _) = texts(1);
        let mut child = spawn(&["-", "--format", "json"], folder.path());
        let mut text = child.stdin.take().expect("its input");
        let sentence = "قال مدير الميناء سامر الرملي إن السفينة غادرت الرصيف.\n";
        // Once the last of it is taken, all but what a pipe holds has been read.
        text.write_all(sentence.repeat(80_000).as_bytes())
            .expect("a text");
        press(&child);
        drop(text);
        let mut out = Vec::new();
        let mut stdout = child.stdout.take().expect("its output");
        stdout.read_to_end(&mut out).expect("the rest");
        let err = errors(&mut child);
        assert_eq!(child.wait().expect("it ends").code(), Some(130));
        assert_eq!(documents(&out), names(0));
        assert_eq!(
            err,
            "stopped: 0 of 1 files are in the output, whole and in order\n"
        );
    }

    #[test]
    fn the_second_press_ends_it_at_once() {
        let (folder, _) = texts(3);
        // A model that never answers.
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}/v1", listener.local_addr().expect("an address"));
        let mut child = spawn(
            &["0.txt", "--model-url", &address, "--model", "m"],
            folder.path(),
        );
        let _asked = listener.accept().expect("a request");
        press(&child);
        std::thread::sleep(Duration::from_millis(200));
        assert_eq!(child.try_wait().expect("its state"), None);
        press(&child);
        assert_eq!(child.wait().expect("it ends").code(), Some(130));
    }
}
