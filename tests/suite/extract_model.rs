//! The second extractor: a language model behind an address, here a scripted server on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use serde_json::{Value, json};

use crate::laid_out::{isnad, run};

const ARTICLE: &str = "نفى مدير السد مراد الحلبي أنباء عن انهيار الجدار الشرقي.\n\
    وقالت مهندسة رفضت كشف اسمها إن «المياه تتسرّب من الأسفل»، وأضافت أن السكان غادروا.\n";

/// What the server saw of one request.
struct Seen {
    head: String,
    body: Value,
}

/// Answers so many requests, one after the other, by a script; then gives what it saw.
fn server(
    requests: usize,
    answer: impl Fn(&Value) -> (u16, String) + Send + 'static,
) -> (String, JoinHandle<Vec<Seen>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/v1", listener.local_addr().expect("an address"));
    let handle = thread::spawn(move || {
        (0..requests)
            .map(|_| {
                let (stream, _) = listener.accept().expect("a request");
                serve(stream, &answer)
            })
            .collect()
    });
    (address, handle)
}

fn serve(mut stream: TcpStream, answer: &impl Fn(&Value) -> (u16, String)) -> Seen {
    let mut reader = BufReader::new(stream.try_clone().expect("the stream"));
    let mut head = String::new();
    while reader.read_line(&mut head).expect("a line") > 2 {}
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .expect("a length");
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body");
    let body: Value = serde_json::from_slice(&body).expect("JSON");
    let (status, words) = answer(&body);
    write!(
        stream,
        "HTTP/1.1 {status} Scripted\r\ncontent-type: application/json\r\nlocation: http://127.0.0.1:9/\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{words}",
        words.len()
    )
    .expect("an answer");
    Seen { head, body }
}

fn completion(statements: &Value) -> String {
    json!({"choices": [{"index": 0, "finish_reason": "stop",
        "message": {"role": "assistant", "content": json!({"statements": statements}).to_string()}}]})
    .to_string()
}

fn statement(
    cue: &str,
    source: Option<&str>,
    content: &str,
    act: &str,
    outer: Option<u32>,
) -> Value {
    json!({"cue": cue, "source": source, "source_name": source, "source_kind": "official", "named": true,
        "content": [content], "style": "indirect", "act": act, "nested_in": outer})
}

fn article() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sadd.txt");
    std::fs::write(&path, ARTICLE).expect("written");
    let path = path.to_string_lossy().into_owned();
    (folder, path)
}

#[test]
fn what_the_model_quotes_is_taken_only_where_it_stands_in_the_text() {
    let (address, handle) = server(1, |_| {
        let answer = json!([
            statement(
                "نفى",
                Some("مدير السد مراد الحلبي"),
                "أنباء عن انهيار الجدار الشرقي.",
                "deny",
                None
            ),
            statement("أنباء عن", None, "انهيار الجدار الشرقي", "rumour", Some(0)),
            // Vowel signs dropped, as models do: found folded, cited untouched.
            statement(
                "قالت",
                Some("مهندسة رفضت كشف اسمها"),
                "«المياه تتسرب من الأسفل»",
                "assert",
                None
            ),
            // Made up.
            statement("أضافت", None, "السكان قتلوا", "assert", None),
        ]);
        (200, completion(&answer))
    });
    let (_folder, path) = article();
    let arguments = [
        "extract",
        &path,
        "--format",
        "json",
        "--model-url",
        &address,
        "--model",
        "m",
    ];
    let (code, out, err) = run(isnad().env("ISNAD_MODEL_KEY", "secret").args(arguments));
    let seen = handle.join().expect("the server");
    assert_eq!((code, err.as_str()), (0, ""));

    let got: Value = serde_json::from_str(&out).expect("JSON");
    let statements = got[0]["statements"].as_array().expect("statements");
    let chars: Vec<char> = ARTICLE.chars().collect();
    let cut = |span: &Value| -> String {
        let at = |name: &str| span[name].as_u64().expect("an offset") as usize;
        chars[at("start")..at("end")].iter().collect()
    };
    let contents: Vec<String> = statements.iter().map(|s| cut(&s["content"][0])).collect();
    assert_eq!(
        contents,
        [
            "أنباء عن انهيار الجدار الشرقي",
            "انهيار الجدار الشرقي",
            "المياه تتسرّب من الأسفل"
        ]
    );
    for statement in statements {
        assert_eq!(cut(&statement["cue"]), statement["cue"]["text"]);
        assert_eq!(statement["confidence"], 0.5);
    }
    assert_eq!(statements[1]["nested_in"], "s1");
    assert_eq!(got[0]["missed"].as_array().map(Vec::len), Some(1));
    assert_eq!(got[0]["language"], "ar");

    let request = &seen[0];
    assert!(
        request.head.starts_with("POST /v1/chat/completions "),
        "{}",
        request.head
    );
    assert!(
        request
            .head
            .to_lowercase()
            .contains("authorization: bearer secret")
    );
    assert_eq!(request.body["model"], "m");
    assert_eq!(request.body["messages"][1]["content"], ARTICLE);
    assert_eq!(request.body["response_format"]["type"], "json_schema");
}

#[test]
fn a_long_text_goes_in_passages_and_offsets_are_those_of_the_whole() {
    let text = format!("{}\n", "قالت المديرة إن الجسر مفتوح.").repeat(20);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.txt");
    std::fs::write(&path, &text).expect("written");
    let (address, handle) = server(3, |body| {
        let passage = body["messages"][1]["content"].as_str().expect("a passage");
        let lines = passage.lines().count();
        let all = vec![
            statement("قالت", Some("المديرة"), "الجسر مفتوح", "assert", None);
            lines
        ];
        (200, completion(&json!(all)))
    });
    let path = path.to_string_lossy();
    let passage = ["--model-passage", "240"];
    let arguments = [
        "extract",
        &path,
        "--format",
        "json",
        "--model-url",
        &address,
        "--model",
        "m",
    ];
    let (code, out, err) = run(isnad().args(arguments).args(passage));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(handle.join().expect("the server").len(), 3);
    let got: Value = serde_json::from_str(&out).expect("JSON");
    let starts: Vec<u64> = got[0]["statements"]
        .as_array()
        .expect("statements")
        .iter()
        .map(|s| s["content"][0]["start"].as_u64().expect("an offset"))
        .collect();
    let expected: Vec<u64> = (0..20).map(|line| line * 29 + 16).collect();
    assert_eq!(starts, expected);
}

#[test]
fn a_server_that_fails_is_told_and_never_followed_elsewhere() {
    let (_folder, path) = article();
    for (status, words, told) in [
        (500, "out of memory\u{1b}[31m", "answered 500"),
        (302, "", "answered 302"),
        (200, "<html>", "no chat completion"),
        (
            200,
            r#"{"choices":[{"message":{"content":"Sure! Here"}}]}"#,
            "not the JSON",
        ),
        (
            200,
            r#"{"choices":[{"message":{"content":"{"},"finish_reason":"length"}]}"#,
            "cut off",
        ),
    ] {
        let (address, handle) = server(1, move |_| (status, words.to_owned()));
        let (code, _, err) =
            run(isnad().args(["extract", &path, "--model-url", &address, "--model", "m"]));
        assert_eq!(handle.join().expect("the server").len(), 1, "{told}");
        assert_eq!(code, 2, "{told}: {err}");
        assert!(err.contains(told) && err.contains("hint:"), "{told}: {err}");
        assert!(!err.contains('\u{1b}'), "{err:?}");
    }
    for (address, told) in [
        ("http://127.0.0.1:9/v1", "cannot ask"),
        ("ftp://example.org", "no http address"),
        ("nonsense here", "no address"),
    ] {
        let (code, _, err) =
            run(isnad().args(["extract", &path, "--model-url", address, "--model", "m"]));
        assert_eq!(code, 2);
        assert!(err.contains(told), "{told}: {err}");
    }
}

#[test]
fn nothing_is_sent_unless_an_address_is_given() {
    let (_folder, path) = article();
    let (code, out, _) = run(isnad()
        .env("ISNAD_MODEL_KEY", "secret")
        .env("HTTP_PROXY", "http://127.0.0.1:9")
        .args(["extract", &path, "--format", "json"]));
    assert_eq!(code, 0);
    assert!(out.contains("\"statements\""));
    let (code, _, err) = run(isnad().args(["extract", &path, "--model", "m"]));
    assert_eq!(code, 2);
    assert!(err.contains("--model-url"), "{err}");
}
